import { leaseMs } from '../../blue-green/lock.js';
import { type Deed, killed, type Scenario } from './scenario.js';

/** What can be rehearsed, as data. */

const rolledBack = { outcome: 'rolled-back', exitCode: 1, serves: 'live' } as const;
const neverSeen = { ...rolledBack, mayFail: 'nobody', newIsSeen: false } as const;
const promoted = {
  outcome: 'promoted',
  exitCode: 0,
  reason: /served in health/,
  serves: 'new',
  mayFail: 'nobody',
  newIsSeen: true,
} as const;
/** Ended by force or stuck, with traffic on both sides; brought back afterwards. */
const broughtBack = { serves: 'live', mayFail: 'nobody', newIsSeen: true } as const;
const recovered = { outcome: 'recovered', exitCode: 0, reason: /serves 100 %/, postExitCode: null } as const;

const newVersion = (fault: Readonly<Record<string, unknown>>): Deed => ({
  call: 'ecs/app',
  body: { version: '{new}', ...fault },
});

export const scenarios: readonly Scenario[] = [
  {
    name: 'good',
    description: 'a good release: promoted, and no client notices',
    title: 'A good release',
    why: 'each step was raised only after the weight before it had been read back and the new version had been healthy for the time of the step; the old version stayed warm until the end.',
    before: [],
    expected: promoted,
  },
  {
    name: 'errors',
    description:
      'the new version answers 20 % of its requests with an error: an alarm or the comparison with the old version takes the traffic back',
    title: 'A release that answers 20 % errors',
    why: 'only the first step was ever exposed to it, and the old version still had all its tasks.',
    before: [newVersion({ errorShare: 0.2 })],
    expected: { ...rolledBack, reason: /in ALARM|green against blue: green \d+ of/, mayFail: 'new', newIsSeen: true },
  },
  {
    name: 'never-healthy',
    description: 'the new version never passes a health check: it never gets traffic',
    title: 'A release that never becomes healthy',
    why: 'a version gets its first request after its targets are healthy, not before.',
    before: [newVersion({ neverHealthy: true })],
    expected: { ...neverSeen, reason: /did not become healthy|tasks stopped|deployment failed/ },
  },
  {
    name: 'crash-loop',
    description: 'the new version exits soon after its start, again and again: it never gets traffic',
    title: 'A release that crashes as soon as it has started',
    why: 'a version gets its first request after its targets are healthy, not before.',
    before: [newVersion({ crashAfterMs: 500 })],
    expected: { ...neverSeen, reason: /tasks stopped|deployment failed/ },
  },
  {
    name: 'slow',
    description: 'the new version takes 4 s for each answer: the latency alarm takes the traffic back',
    title: 'A release that takes 4 s for each answer',
    why: 'only the first step was ever exposed to it, and the old version still had all its tasks.',
    before: [newVersion({ latencyMs: 4000 })],
    speedAtMost: 20,
    expected: { ...rolledBack, reason: /in ALARM/, mayFail: 'nobody', newIsSeen: true },
  },
  {
    name: 'cancel',
    description: 'somebody cancels the workflow while the traffic is split: the traffic goes back, post finishes',
    title: 'A good release that somebody cancels half way',
    why: 'the first thing that a cancel does is the one call that takes the traffic back; what takes longer is left to post.',
    before: [],
    meanwhile: [{ when: { answers: 20 }, deeds: [{ runner: 'cancelled' }] }],
    expected: {
      outcome: 'interrupted',
      exitCode: 1,
      reason: /cancelled/,
      serves: 'live',
      mayFail: 'nobody',
      newIsSeen: true,
    },
  },
  {
    name: 'alarm-already-on',
    description: 'the live version fails already and an alarm is on: the release is refused, nothing is touched',
    title: 'A good release while an alarm is already on',
    why: 'an alarm that is on already could not tell whether the new version is bad, so nothing was begun.',
    before: [{ call: 'ecs/app', body: { version: '{live}', errorShare: 0.5 } }, { until: 'an alarm is on' }],
    expected: {
      outcome: 'refused',
      exitCode: 1,
      reason: /is in ALARM already/,
      serves: 'live',
      mayFail: 'live',
      newIsSeen: false,
    },
  },
  {
    name: 'no-data',
    description: 'CloudWatch gets no metrics any more while the traffic is split: the traffic goes back',
    title: 'A good release whose metrics stop coming',
    why: 'alarms without data stay silent, and silence was not taken for health: nothing was raised while the requests that had to show in CloudWatch did not.',
    before: [{ waitMs: 4 * 60_000, for: 'CloudWatch to know how much traffic is usual' }],
    inputs: { 'on-no-data': 'rollback', 'no-data-limit': '2m' },
    meanwhile: [
      { when: { answers: 1 }, deeds: [{ call: 'cloudwatch/drop', body: { namespace: 'AWS/ApplicationELB' } }] },
    ],
    expected: {
      ...rolledBack,
      reason: /CloudWatch has shown no requests to either side|still only \d+ of \d+ requests/,
      mayFail: 'nobody',
      newIsSeen: true,
    },
  },
  {
    name: 'killed-runner',
    description: 'the runner is lost while both versions serve, and post never runs: recover takes the traffic back',
    title: 'A good release whose runner is lost half way',
    why: 'whoever comes after could read in the lock which side had been live and what had been changed, left it alone while its run might still live, and gave everything back to a side that had kept its tasks.',
    before: [],
    meanwhile: [{ when: { said: /the bake begins/ }, deeds: [{ runner: 'lost' }] }],
    afterwards: [
      {
        title: 'a sweep comes by at once: recover',
        action: 'recover',
        expected: { outcome: 'nothing', exitCode: 0, reason: /at work; left alone/, postExitCode: null },
      },
      { waitMs: leaseMs + 5_000, for: 'the lost run to have given no sign of life for as long as its lease lasts' },
      { title: 'the next sweep: recover', action: 'recover', expected: recovered },
    ],
    expected: { ...broughtBack, outcome: killed, exitCode: null, postExitCode: null, reason: /SIGKILL/ },
  },
  {
    name: 'drift',
    description: 'somebody else changes the weights during a bake: all traffic goes back to the live version',
    title: 'A good release, and somebody else at the listener',
    why: 'weights that nobody planned have no evidence behind them: nothing was raised over them, and the traffic went back to the version that is known.',
    before: [],
    meanwhile: [{ when: { said: /the bake begins/ }, deeds: [{ newPercent: 35 }] }],
    expected: {
      ...rolledBack,
      reason: /someone else set .+ to 35 % \(expected [\d.]+ %\)/,
      mayFail: 'nobody',
      newIsSeen: true,
    },
  },
  {
    name: 'expired-credentials',
    description:
      'AWS takes no credentials any more during a bake: stuck at once, with the one command; recover settles it',
    title: 'A good release whose credentials expire during a bake',
    why: 'it said at once that nobody watches any more, who serves and the one command to run, instead of waiting blindly; the lock kept what had been changed, so recover could give everything back.',
    before: [],
    meanwhile: [
      {
        when: { answers: 20 },
        deeds: [
          { call: 'sts/distrust', body: {} },
          { call: 'expire-credentials', body: {} },
        ],
      },
    ],
    afterwards: [
      { call: 'sts/trust', body: {} },
      { call: 'restore-credentials', body: {} },
      {
        title: 'somebody who has credentials again: recover, at once, because that run is known to have ended',
        action: 'recover',
        inputs: { 'when-locked': 'take' },
        expected: recovered,
      },
    ],
    expected: {
      ...broughtBack,
      outcome: 'stuck',
      exitCode: 1,
      postExitCode: 1,
      reason: /expired|is over and could not be renewed/,
      says: [/serves [\d.]+ %, \S+ serves [\d.]+ %/, /Run: aws elbv2 modify-/, /the action recover finishes it/],
    },
  },
  {
    name: 'two-runs',
    description: 'two runs of the same deployment start at once: one works, the other is refused and names its run',
    title: 'A good release that is started twice at once',
    why: 'the lock is one parameter that AWS creates for one of them only; the other touched nothing and said whose it is.',
    before: [],
    inputs: { steps: '50%@2m, 100%@2m', 'keep-old': '0s' },
    rivals: [
      { outcome: 'refused', exitCode: 1, reason: /another run holds the lock: (?<holder>https:\/\/\S+), at work/ },
    ],
    expected: promoted,
  },
  {
    name: 'broken-blue',
    description: 'the live version has crashed and cannot start: a fix is refused, and shipped with force and a reason',
    title: 'The fix of a live version that is down',
    why: 'without force nobody ships over an alarm by accident; with it the fix still had to be healthy before each step, and every user that it took over was served.',
    before: [{ call: 'ecs/app', body: { version: '{live}', crashAfterMs: 1 } }, { until: 'an alarm is on' }],
    afterwards: [
      {
        title: 'the same once more, with force, and to everybody in one step',
        inputs: { force: 'the live version is down, this is the fix', steps: '100%@5m' },
        expected: {
          outcome: 'promoted',
          exitCode: 0,
          reason: /served in health/,
          says: [/Forced \(the live version is down, this is the fix\): /],
        },
      },
    ],
    expected: {
      outcome: 'refused',
      exitCode: 1,
      reason: /runs no task|is in ALARM already/,
      serves: 'new',
      mayFail: 'all but new',
      newIsSeen: true,
    },
  },
];

/** What is rehearsed unless told otherwise. */
export const usualScenarios: readonly string[] = ['good', 'errors'];
