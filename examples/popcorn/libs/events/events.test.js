import assert from 'node:assert/strict';
import { test } from 'node:test';
import { serve } from '#libs/http';
import { listener, publisher } from './index.js';

test('an event comes to who listens, and counts once however often it comes', async () => {
  const placed = [];
  const take = listener({ 'order-placed': (order) => placed.push(order) });
  const { port, stop } = await serve({ name: 'listener', routes: { 'POST /events': take }, port: 0 });
  try {
    const event = await publisher({ subscribers: `http://127.0.0.1:${port}/events` })('order-placed', { id: 1 });
    take({ body: event });
    assert.deepEqual(placed, [{ id: 1 }]);
  } finally {
    stop();
  }
});
