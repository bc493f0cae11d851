import { expect, test } from '@jest/globals';
import type { ServiceRow } from '../../fleet/fleet-result.js';
import { fleetFailureOf } from './result.js';

const row = (name: string, more: Partial<ServiceRow> = {}): ServiceRow => ({
  name,
  cluster: 'shop',
  service: name,
  outcome: 'failed',
  reason: 'tasks keep failing; left as it is (on-failure: leave)',
  taskDefinitionArn: '',
  previousTaskDefinitionArn: '',
  tookMs: 1_000,
  isCause: true,
  ...more,
});
const told = (rows: readonly ServiceRow[]): string => {
  const done = { outcome: 'failed', reason: `${rows[0]?.name}: bad`, rows, ends: [] };
  return (fleetFailureOf(done as unknown as Parameters<typeof fleetFailureOf>[0]) as Error).message;
};

test('the annotation of several services has the command for a person, by service where several are bad', () => {
  const [job, web] = [row('job', { command: 'aws ecs update-service --service job' }), row('web')];
  expect(told([job])).toBe('job: bad.\nRun: aws ecs update-service --service job');
  expect(told([job, web])).toBe(
    [
      'job: bad.',
      'job: failed: tasks keep failing; left as it is (on-failure: leave).',
      'Run: aws ecs update-service --service job',
      'web: failed: tasks keep failing; left as it is (on-failure: leave).',
    ].join('\n'),
  );
});
