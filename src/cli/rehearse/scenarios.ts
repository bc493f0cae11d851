/**
 * What can be rehearsed, as data. `{new}` and `{live}` in texts stand for the version that is released and the one that
 * serves before.
 */

/** A deed in the local cloud before the release. */
export type Deed =
  /** `POST /_sluice/<call>` (docs/local-cloud.md). */
  | { readonly call: string; readonly body: Readonly<Record<string, unknown>> }
  /** Waits until one of the alarms that the caller workflow names is in ALARM. */
  | { readonly until: 'an alarm is on' };

export interface Expected {
  readonly outcome: 'promoted' | 'rolled-back' | 'refused' | 'interrupted';
  /** The exit code that the step ends with. */
  readonly exitCode: number;
  readonly reason: RegExp;
  /** Who answers the clients when all is over. */
  readonly serves: 'new' | 'live';
  /** Whose answers may be failures. */
  readonly mayFail: 'nobody' | 'new' | 'live';
  /** Whether the new version ever answers a client. */
  readonly newIsSeen: boolean;
}

export interface Scenario {
  readonly name: string;
  /** A line for `--list`. */
  readonly description: string;
  /** What the release is called while it runs. */
  readonly title: string;
  readonly before: readonly Deed[];
  /**
   * The fastest clock at which this can be rehearsed: latencies are real, so at 90 times an answer of 4 s would take six
   * minutes of the cloud's time to show in its metrics.
   */
  readonly speedAtMost?: number;
  /** The workflow is cancelled once the new version has answered so many requests. */
  readonly cancelAfterAnswers?: number;
  readonly expected: Expected;
}

const rolledBack = { outcome: 'rolled-back', exitCode: 1, serves: 'live' } as const;
const neverSeen = { ...rolledBack, mayFail: 'nobody', newIsSeen: false } as const;

const newVersion = (fault: Readonly<Record<string, unknown>>): Deed => ({
  call: 'ecs/app',
  body: { version: '{new}', ...fault },
});

export const scenarios: readonly Scenario[] = [
  {
    name: 'good',
    description: 'a good release: promoted, and no client notices',
    title: 'A good release',
    before: [],
    expected: {
      outcome: 'promoted',
      exitCode: 0,
      reason: /all \d+ steps served in health/,
      serves: 'new',
      mayFail: 'nobody',
      newIsSeen: true,
    },
  },
  {
    name: 'errors',
    description: 'the new version answers 20 % of its requests with an error: an alarm takes the traffic back',
    title: 'A release that answers 20 % errors',
    before: [newVersion({ errorShare: 0.2 })],
    expected: { ...rolledBack, reason: /in ALARM/, mayFail: 'new', newIsSeen: true },
  },
  {
    name: 'never-healthy',
    description: 'the new version never passes a health check: it never gets traffic',
    title: 'A release that never becomes healthy',
    before: [newVersion({ neverHealthy: true })],
    expected: { ...neverSeen, reason: /did not become healthy|tasks stopped|deployment failed/ },
  },
  {
    name: 'crash-loop',
    description: 'the new version exits soon after its start, again and again: it never gets traffic',
    title: 'A release that crashes as soon as it has started',
    before: [newVersion({ crashAfterMs: 500 })],
    expected: { ...neverSeen, reason: /tasks stopped|deployment failed/ },
  },
  {
    name: 'slow',
    description: 'the new version takes 4 s for each answer: the latency alarm takes the traffic back',
    title: 'A release that takes 4 s for each answer',
    before: [newVersion({ latencyMs: 4000 })],
    speedAtMost: 20,
    expected: { ...rolledBack, reason: /in ALARM/, mayFail: 'nobody', newIsSeen: true },
  },
  {
    name: 'cancel',
    description: 'somebody cancels the workflow while the traffic is split: the traffic goes back, post finishes',
    title: 'A good release that somebody cancels half way',
    before: [],
    cancelAfterAnswers: 20,
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
];

/** What is rehearsed unless told otherwise. */
export const usualScenarios: readonly string[] = ['good', 'errors'];
