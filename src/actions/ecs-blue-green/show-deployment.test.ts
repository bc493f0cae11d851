import { expect, test } from '@jest/globals';
import type { Result } from '../../blue-green/result.js';
import { showEnd, showRollback, showStep } from './show-deployment.js';

function told(show: (shows: Parameters<typeof showEnd>[0]) => void): string[] {
  const all: string[] = [];
  show({ deployment: { tell: (state, text) => void all.push(`${state}: ${text}`), shown: async () => {} } });
  return all;
}

test('a step is shown with its weight, what was found, and how long it is watched', () => {
  const step = { weight: 10, service: 'shop-green', judgement: 'healthy', bakeMs: 300_000, number: 1, of: 3 };
  expect(told((shows) => showStep(shows, step))).toEqual([
    'in_progress: 10 % on shop-green, healthy; watched for 5m (step 1 of 3)',
  ]);
  expect(told((shows) => showRollback(shows, 'shop-green', 'alarm x: in ALARM'))).toEqual([
    'in_progress: Taking all traffic back from shop-green: alarm x: in ALARM',
  ]);
});

test.each<[Partial<Result>, string[]]>([
  [
    { outcome: 'promoted', weights: { 'shop-blue': 0, 'shop-green': 100 }, activeService: 'shop-green' },
    ['success: Promoted: shop-green serves 100 %'],
  ],
  [
    { outcome: 'rolled-back', weights: { 'shop-blue': 100, 'shop-green': 0 } },
    ['failure: Rolled back: why. shop-blue serves 100 %.'],
  ],
  [{ outcome: 'stuck' }, ['failure: Stuck, a person is needed: why.']],
  [
    { outcome: 'interrupted', weights: { 'shop-blue': 100, 'shop-green': 0 } },
    ['inactive: Interrupted: why. shop-blue serves 100 %.'],
  ],
  [
    { outcome: 'interrupted', weights: { 'shop-blue': 90, 'shop-green': 10 } },
    ['failure: Interrupted: why. shop-blue serves 90 %, shop-green serves 10 %.'],
  ],
  [{ outcome: 'refused' }, []],
  [{ outcome: 'unchanged' }, []],
])('%j is shown as %j', (result, shown) => {
  const whole = { outcome: 'refused', reason: 'why', ...result } as Result;
  expect(told((shows) => showEnd(shows, whole, 'shop-green'))).toEqual(shown);
});
