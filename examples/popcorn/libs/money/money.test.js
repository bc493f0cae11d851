import assert from 'node:assert/strict';
import { test } from 'node:test';
import { shown, total, won } from './index.js';

test('amounts add up, are shown with their sign, and are never parts of a won', () => {
  assert.equal(
    total([
      { price: 6_000, count: 2 },
      { price: 500, count: 1 },
    ]),
    12_500,
  );
  assert.equal(shown(12_500), '₩12,500');
  assert.throws(() => won(0.5), RangeError);
});
