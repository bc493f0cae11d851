import assert from 'node:assert/strict';
import { test } from 'node:test';
import { placed } from './order.js';

const menu = [{ id: 'salted', price: 5_000 }];

test('an order costs what the menu says, and what is not on it cannot be ordered', () => {
  const order = placed({ storeId: 'gangnam', items: [{ id: 'salted', count: 2, price: 1 }] }, menu, 'ann');
  assert.equal(order.total, 10_000);
  assert.equal(order.userId, 'ann');
  assert.throws(() => placed({ storeId: 'gangnam', items: [{ id: 'gold', count: 1 }] }, menu), /not on the menu/);
  assert.throws(() => placed({ storeId: 'gangnam', items: [] }, menu), /must not be empty/);
});
