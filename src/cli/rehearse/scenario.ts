/**
 * What a scenario is made of. `{new}` and `{live}` in texts stand for the version that is released and the one that serves
 * before.
 */

/** Something that is done in the local cloud, or waited for. */
export type Deed =
  /** `POST /_sluice/<call>` (docs/local-cloud.md). */
  | { readonly call: string; readonly body: Readonly<Record<string, unknown>> }
  /** Waits until one of the example's alarms is in ALARM. */
  | { readonly until: 'an alarm is on' }
  /** Waits so much of the cloud's time, and tells what for. */
  | { readonly waitMs: number; readonly for: string }
  /** Somebody else writes the weights of the listener: so many percent for the new version, the rest for the live one. */
  | { readonly newPercent: number };

/** What can happen to the machine that the action runs on. After `lost` nothing of it runs any more, `post` neither. */
export type Mishap = { readonly runner: 'cancelled' | 'lost' };

/** Something that happens once while the action runs. */
export interface Meanwhile {
  /** When the new version has answered so many requests, or when a line of the action's log says so. */
  readonly when: { readonly answers: number } | { readonly said: RegExp };
  readonly deeds: readonly (Deed | Mishap)[];
}

/** How one run of an action should end. */
export interface RunExpected {
  readonly outcome:
    | 'promoted'
    | 'succeeded'
    | 'unchanged'
    | 'rolled-back'
    | 'refused'
    | 'interrupted'
    | 'stuck'
    | 'recovered'
    | 'nothing'
    | typeof killed;
  /** The exit code that the step ends with; null when it is killed. */
  readonly exitCode: number | null;
  /** A group named `holder` in it must be the address of the run that works. */
  readonly reason: RegExp;
  /** Of `post`; 0 unless told, null when none runs. */
  readonly postExitCode?: number | null;
  /** What the log must say as well. */
  readonly says?: readonly RegExp[];
}

/** The outcome of a run that could not tell one. */
export const killed = 'killed';

export interface Expected extends RunExpected {
  /** Who answers the clients when all is over. */
  readonly serves: 'new' | 'live';
  /** Whose answers may be failures. An answer that no version gave is the load balancer's own. */
  readonly mayFail: 'nobody' | 'new' | 'live' | 'all but new';
  /** Whether the new version ever answers a client. */
  readonly newIsSeen: boolean;
}

/** A further run, once the first has ended: of the same deployment, or of another action. */
export interface Act {
  /** Told when it begins. */
  readonly title: string;
  /** The example's own unless told. An action other than that gets the region and the names of cluster and services. */
  readonly action?: string;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly expected: RunExpected;
}

export interface Scenario {
  readonly name: string;
  /** A line for `--list`. */
  readonly description: string;
  /** What the release is called while it runs. */
  readonly title: string;
  /** Why nobody had to fear for the users, told when it has ended as it should. */
  readonly why: string;
  readonly before: readonly Deed[];
  /**
   * The fastest clock at which this can be rehearsed: latencies are real, so at 90 times an answer of 4 s would take six
   * minutes of the cloud's time to show in its metrics.
   */
  readonly speedAtMost?: number;
  /** Inputs of the action over those of the caller workflow. */
  readonly inputs?: Readonly<Record<string, string>>;
  readonly meanwhile?: readonly Meanwhile[];
  /** How each further run of the same deployment should end that is started in the same moment. */
  readonly rivals?: readonly RunExpected[];
  readonly afterwards?: readonly (Deed | Act)[];
  readonly expected: Expected;
}
