import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { figure } from '../../src/testing/figures.js';
import type { PhaseResult } from '../../src/testing/runner.js';
import { inParallel, type RollingCloud, rollingCloud, type ServiceOf } from './rolling-cloud.js';

/**
 * How long after ECS has really completed a deployment the action says so, by the one clock of the local cloud: from the
 * service deployment's `finishedAt` to the moment in which the action gives its lock back. Rollouts take as long as they do
 * for two reasons that real ones have: many tasks that may be replaced only one by one, and an app that is slow to start.
 */
const speed = 8;
/** A task is pulled for so long, and counts as healthy 40 s after it runs where nothing checks it: a minute for each. */
const set = { pendingMs: '17s' };
const pollMs = 5_000;

interface Rollout {
  readonly name: string;
  readonly minutes: number;
  readonly why: 'tasks' | 'start';
  readonly bakeMs: number;
}

const rollouts: readonly Rollout[] = [10, 5, 3].flatMap((minutes) =>
  Array.from({ length: minutes === 10 ? 6 : 7 }, (_, i): Rollout => {
    const why = i % 3 === 2 ? 'start' : 'tasks';
    return { name: `m${minutes}-${why}-${i}`, minutes, why, bakeMs: i % 2 === 0 ? 0 : 10_000 };
  }),
);

/** What a start takes beside the app's own delay: capacity, image, two health checks, the old task's end. */
const aroundStartMs = 37_000;

const services = rollouts.map(
  ({ name, minutes, why }): ServiceOf =>
    why === 'start'
      ? { name, tasks: 1, image: 'app', hasLoadBalancer: true, service: { healthCheckGracePeriodSeconds: 3_600 } }
      : {
          name,
          tasks: minutes,
          image: 'pause',
          // One more than the service has, and never one less.
          service: {
            deploymentConfiguration: {
              minimumHealthyPercent: 100,
              maximumPercent: 100 + Math.ceil(100 / minutes),
            },
          },
        },
);

interface Seen {
  readonly rollout: Rollout;
  readonly result: PhaseResult;
  readonly rolloutS: number;
  readonly lagS: number;
}

let world: RollingCloud;
const seen: Seen[] = [];

beforeAll(async () => {
  world = await rollingCloud(services, { speed, set });
  // The longest first, and two at once until their services are told: starting processes is what a small machine is slow at.
  const ends: Promise<void>[] = [];
  await inParallel(rollouts, 2, (rollout) => {
    return new Promise<void>((told) => {
      ends.push(deploy(rollout, told));
    });
  });
  await Promise.all(ends);
}, 240_000);
afterAll(() => world?.stop());

async function deploy(rollout: Rollout, told: () => void): Promise<void> {
  const { name, minutes, why, bakeMs } = rollout;
  const limitS = Math.round(minutes * 60 * 1.3);
  const inputs = {
    'docker-labels': 'release=2',
    bake: `${bakeMs / 1000}s`,
    timeout: `${limitS}s`,
    ...(why === 'start' ? { environment: `APP_START_DELAY_MS=${minutes * 60_000 - aroundStartMs}` } : {}),
  };
  const result = await world.run(name, inputs, { onLine: (line) => /0 of \d+ tasks run/.test(line) && told() });
  told();
  const arn = result.outputs['deployment-id'] ?? '';
  const deployment = arn === '' ? undefined : await world.deployment(arn);
  // What was taken back has another end, which says nothing of the rollout.
  const { finishedAt, createdAt } = deployment?.status === 'SUCCESSFUL' ? deployment : {};
  const verdictAt = await world.verdictAt(name);
  seen.push({
    rollout,
    result,
    rolloutS: ((finishedAt?.getTime() ?? Number.NaN) - (createdAt?.getTime() ?? Number.NaN)) / 1000,
    lagS: (verdictAt - (finishedAt?.getTime() ?? Number.NaN) - bakeMs) / 1000,
  });
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

describe('twenty rollouts of three, five and ten minutes, through the shipped bundle', () => {
  test('take as long as they are meant to', () => {
    expect(seen).toHaveLength(20);
    const off = seen.filter(({ rollout, rolloutS }) => !(Math.abs(rolloutS / 60 / rollout.minutes - 1) < 0.15));
    expect(off.map(({ rollout, rolloutS }) => [rollout.name, rolloutS])).toEqual([]);
  });

  test('all succeed under a timeout that is 30 % longer: none is called too late that was not', () => {
    const wrong = seen.filter(({ result }) => result.exitCode !== 0 || result.outputs.outcome !== 'succeeded');
    figure('rolling-false-timeouts', seen.filter(({ result }) => result.outputs.outcome === 'timed-out').length);
    expect(wrong.map(({ rollout, result }) => [rollout.name, result.outputs.outcome, result.outputs.reason])).toEqual(
      [],
    );
  });

  test('have their verdict at most one poll and a second after ECS, the usual one, and none before', () => {
    const lags = seen.map(({ lagS }) => lagS).filter((lag) => !Number.isNaN(lag));
    figure('rolling-verdict-lag', median(lags));
    figure('rolling-verdict-lag-worst', Math.max(...lags));
    expect(Math.min(...lags)).toBeGreaterThanOrEqual(0);
    expect(median(lags)).toBeLessThanOrEqual(pollMs / 1000 + 1);
  });
});
