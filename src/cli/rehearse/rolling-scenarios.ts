import { leaseMs } from '../../blue-green/lock.js';
import { type Deed, killed, type Scenario } from './scenario.js';

/** What can be rehearsed of a service that is updated in place, as data. Exit codes: actions/ecs-rolling/README.md. */

const succeeded = {
  outcome: 'succeeded',
  exitCode: 0,
  reason: /\d+ of \d+ targets healthy/,
  serves: 'new',
  mayFail: 'nobody',
  newIsSeen: true,
} as const;
const rolledBack = { outcome: 'rolled-back', exitCode: 2, serves: 'live' } as const;
const neverSeen = { ...rolledBack, mayFail: 'nobody', newIsSeen: false } as const;

const newVersion = (fault: Readonly<Record<string, unknown>>): Deed => ({
  call: 'ecs/app',
  body: { version: '{new}', ...fault },
});

const keptItsTasks = 'the old tasks were to go only when new ones were healthy, and none ever was.';

export const rollingScenarios: readonly Scenario[] = [
  {
    name: 'good',
    description: 'a good release: deployed task by task, and no client notices; the same once more changes nothing',
    title: 'A good release',
    why: 'ECS took an old task away only when a new one was healthy, and it counted as deployed only after all of them had stayed so for the bake.',
    before: [],
    afterwards: [
      {
        title: 'the same release once more',
        expected: { outcome: 'unchanged', exitCode: 0, reason: /nothing differs/ },
      },
    ],
    expected: succeeded,
  },
  {
    name: 'crash-loop',
    description: 'the new version exits soon after its start, again and again: taken back after the third task',
    title: 'A release that crashes as soon as it has started',
    why: keptItsTasks,
    before: [newVersion({ crashAfterMs: 1 })],
    expected: {
      ...neverSeen,
      reason: /tasks keep failing: \d+ × Essential container in task exited|circuit breaker/,
      says: [/wiki runs wiki:\d+ now/],
    },
  },
  {
    name: 'circuit-breaker',
    description: "the same, left to ECS's own circuit breaker: what ECS rolls back is not green",
    title: 'A release that crashes, and is left to the circuit breaker of ECS',
    why: keptItsTasks,
    before: [newVersion({ crashAfterMs: 1 })],
    inputs: { 'fail-after': '100', 'circuit-breaker': 'rollback' },
    expected: { ...neverSeen, reason: /circuit breaker/ },
  },
  {
    name: 'never-healthy',
    description: 'the new version never passes a health check: taken back',
    title: 'A release that never becomes healthy',
    why: keptItsTasks,
    before: [newVersion({ neverHealthy: true })],
    expected: { ...neverSeen, reason: /tasks keep failing: .*health checks|circuit breaker/ },
  },
  {
    name: 'errors',
    description: 'ECS calls it deployed, but it answers 20 % with an error: the alarm in the bake takes it back',
    title: 'A release that answers 20 % errors',
    why: 'the bake goes on looking when ECS has long called it a success; what its users saw were its own errors, for as long as the alarm took.',
    before: [newVersion({ errorShare: 0.2 })],
    expected: { ...rolledBack, reason: /wiki-5xx-rate.* ALARM/, mayFail: 'new', newIsSeen: true },
  },
  {
    name: 'cancel',
    description: 'somebody cancels the workflow half way: the old version comes back, post sees to the end of it',
    title: 'A good release that somebody cancels half way',
    why: 'the first thing that a cancel does is to tell ECS to go back; what takes longer is left to post.',
    before: [],
    meanwhile: [{ when: { answers: 20 }, deeds: [{ runner: 'cancelled' }] }],
    expected: {
      outcome: 'interrupted',
      exitCode: 8,
      reason: /cancelled/,
      serves: 'live',
      mayFail: 'nobody',
      newIsSeen: true,
      says: [/finished after the interruption/],
    },
  },
  {
    name: 'killed-runner',
    description: 'the runner is lost half way, and post never runs: recover follows the deployment to its end',
    title: 'A good release whose runner is lost half way',
    why: 'ECS goes on by itself; whoever comes after reads in the lock what was deployed, and judges it by the same rules.',
    before: [],
    meanwhile: [{ when: { answers: 20 }, deeds: [{ runner: 'lost' }] }],
    afterwards: [
      { waitMs: leaseMs + 5_000, for: 'the lost run to have given no sign of life for as long as its lease lasts' },
      {
        title: 'a sweep comes by: recover',
        action: 'recover',
        expected: { outcome: 'recovered', exitCode: 0, reason: /completed/, postExitCode: null },
      },
    ],
    expected: {
      outcome: killed,
      exitCode: null,
      postExitCode: null,
      reason: /SIGKILL/,
      serves: 'new',
      mayFail: 'nobody',
      newIsSeen: true,
    },
  },
];

/** What is rehearsed unless told otherwise. */
export const usualRollingScenarios: readonly string[] = ['good', 'crash-loop'];
