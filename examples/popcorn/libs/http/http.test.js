import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ask, field, Refusal, serve } from './index.js';

test('a route takes its parameters and its body; what is refused says why; another path is not there', async () => {
  const routes = {
    'GET /cups/:id': ({ params }) => ({ body: { id: params.id } }),
    'POST /cups': ({ body }) => ({ status: 201, body: { size: field(body, 'size', 'number') } }),
  };
  const { port, stop } = await serve({ name: 'cups', routes, port: 0 });
  const at = `http://127.0.0.1:${port}`;
  try {
    assert.deepEqual(await ask(`${at}/health`), { service: 'cups', healthy: true });
    assert.deepEqual(await ask(`${at}/cups/a%20b`), { id: 'a b' });
    assert.deepEqual(await ask(`${at}/cups`, { method: 'POST', body: { size: 3 } }), { size: 3 });
    await assert.rejects(ask(`${at}/cups`, { method: 'POST', body: {} }), new Refusal(400, 'size must be a number'));
    await assert.rejects(ask(`${at}/plates`), new Refusal(404, 'there is nothing here'));
  } finally {
    stop();
  }
});
