import { DescribeServicesCommand, ECSClient, ListServicesCommand, StopTaskCommand } from '@aws-sdk/client-ecs';
import { afterEach, expect, test } from '@jest/globals';
import { Clock } from './clock.js';
import { Cloud } from './cloud.js';
import type { CloudService } from './contract.js';
import { rates } from './ecs/rates.js';
import { RateLimits } from './rate-limits.js';

let cloud: Cloud | undefined;
afterEach(async () => {
  await cloud?.stop();
  cloud = undefined;
});

/** A clock that stands where it is put. */
class Still extends Clock {
  at = 1_000_000;
  override now(): number {
    return this.at;
  }
}

const ecs = { id: 'ecs', rates } as unknown as CloudService;
const admitted = (limits: RateLimits, operation: string, calls: number) =>
  Array.from({ length: calls }, () => limits.admits(ecs, operation)).filter(Boolean).length;

test('a full bucket gives the burst, each second the sustained rate, and no more than the burst after any pause', () => {
  const clock = new Still();
  const limits = new RateLimits(clock, true);
  expect(admitted(limits, 'UpdateService', 200)).toBe(50);
  clock.at += 999;
  expect(admitted(limits, 'UpdateService', 200)).toBe(0);
  clock.at += 1;
  expect(admitted(limits, 'UpdateService', 200)).toBe(5);
  clock.at += 3_600_000;
  expect(admitted(limits, 'UpdateService', 200)).toBe(50);
});

test('operations of one class share a bucket, those of others and unlisted ones do not', () => {
  const limits = new RateLimits(new Still(), true);
  expect(admitted(limits, 'DescribeServices', 60)).toBe(60);
  expect(admitted(limits, 'ListServices', 60)).toBe(40);
  expect(admitted(limits, 'DescribeTasks', 60)).toBe(60);
  expect(admitted(limits, 'StopServiceDeployment', 1_000)).toBe(1_000);
});

test('every operation of ECS is in at most one class', () => {
  const all = rates.flatMap(({ operations }) => operations);
  expect(new Set(all).size).toBe(all.length);
});

test('over the wire: too many calls are throttled, counted by operation, and nothing is when it is off', async () => {
  cloud = await Cloud.start({ rateLimits: true });
  await cloud.invoke('ecs', 'CreateCluster', { clusterName: 'shop' });
  const client = new ECSClient({
    endpoint: cloud.endpoint,
    region: 'eu-west-1',
    credentials: { accessKeyId: 'AKIATEST', secretAccessKey: 'x' },
    maxAttempts: 1,
  });
  const describe = () =>
    client.send(new DescribeServicesCommand({ cluster: 'shop', services: ['web'] })).then(
      () => 'answered',
      (error: Error) => error.name,
    );
  const answers = new Set(await Promise.all(Array.from({ length: 300 }, describe)));
  expect(answers).toEqual(new Set(['answered', 'ThrottlingException']));
  const counted = cloud.counts()['ecs:DescribeServices'];
  expect(counted?.calls).toBe(300);
  // A second more may begin while the calls are made.
  expect((counted?.calls ?? 0) - (counted?.throttled ?? 0)).toBeGreaterThanOrEqual(100);
  expect(counted?.throttled).toBeGreaterThan(0);
  expect(counted?.throttled).toBe(counted?.failed);

  await client.send(new StopTaskCommand({ cluster: 'shop', task: 'nothing' })).catch(() => {});
  const seen = (await (await fetch(`${cloud.endpoint}/_sluice/counts`)).json()) as Record<string, unknown>;
  expect(seen['ecs:StopTask']).toEqual({ calls: 1, throttled: 0, failed: 1 });

  expect(await cloud.sluice('rate-limits', { enforced: false })).toEqual({ enforced: false });
  await cloud.sluice('reset-counts');
  const off = Array.from({ length: 300 }, () => client.send(new ListServicesCommand({ cluster: 'shop' })));
  await Promise.all(off);
  expect(cloud.counts()).toEqual({ 'ecs:ListServices': { calls: 300, throttled: 0, failed: 0 } });
  await expect(cloud.sluice('rate-limits', { enforced: 'yes' })).rejects.toThrow('enforced is true or false');
  client.destroy();
});
