import assert from 'node:assert/strict';
import { test } from 'node:test';
import { take, view } from './view.js';

test('a user sees the own orders, the newest first, as far as they have come', () => {
  take['order-placed']({ id: 'a', userId: 'ann', state: 'placed' });
  take['order-placed']({ id: 'b', userId: 'bob', state: 'placed' });
  take['order-placed']({ id: 'c', userId: 'ann', state: 'placed' });
  take['payment-settled']({ orderId: 'a' });
  take['checked-in']({ orderId: 'unknown' });
  assert.deepEqual(
    view('ann').map(({ id, state }) => [id, state]),
    [
      ['c', 'placed'],
      ['a', 'paid'],
    ],
  );
});
