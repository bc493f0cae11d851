import type { Act, Expected, RunExpected } from './scenario.js';
import type { Tally } from './tally.js';

/** How one run of an action ended, as it was seen from outside. */
export interface PlayedRun {
  readonly outcome: string;
  readonly reason: string;
  readonly exitCode: number | null;
  /** Of `post`, which the runner runs after `main`; null when none ran. */
  readonly postExitCode: number | null;
  /** The address of the run's page. */
  readonly runUrl: string;
  /** All that `main` and `post` wrote. */
  readonly log: string;
}

/** A further run and what it was meant to be. */
export interface PlayedAct extends PlayedRun {
  readonly act: Act;
}

/** How a rehearsed scenario ended, as it was seen from outside; as a run it is the first one, or of several the one that worked. */
export interface Played extends PlayedRun {
  /** The others that were started in the same moment. */
  readonly rivals: readonly PlayedRun[];
  readonly acts: readonly PlayedAct[];
  readonly liveVersion: string;
  readonly newVersion: string;
  /** What clients saw from the start of the action to the end of the last `post`. */
  readonly clients: Tally;
  /** What they saw afterwards. */
  readonly afterwards: Tally;
}

/** How it differs from what was expected, a sentence each; nothing when it ended as it should. */
export function differences(expected: Expected, rivals: readonly RunExpected[], played: Played): string[] {
  return [
    ...ofRun(expected, played, ''),
    ...rivals.flatMap((wanted, i) => {
      const rival = played.rivals[i];
      return rival === undefined ? ['a run is missing'] : ofRun(wanted, rival, 'the other run: ', played.runUrl);
    }),
    ...played.acts.flatMap((run) => ofRun(run.act.expected, run, `${run.act.title}: `)),
    ...ofClients(expected, played),
  ];
}

function ofRun(expected: RunExpected, played: PlayedRun, which: string, holder?: string): string[] {
  const { postExitCode = 0, says = [] } = expected;
  const found: string[] = [];
  if (played.outcome !== expected.outcome) {
    found.push(`the outcome is ${played.outcome || 'not told'}, not ${expected.outcome}`);
  }
  const reason = expected.reason.exec(played.reason);
  if (reason === null) found.push(`the reason does not say ${expected.reason}: ${played.reason}`);
  const named = reason?.groups?.holder;
  if (named !== undefined && named !== holder) found.push(`it names the run ${named}, not ${holder}`);
  if (played.exitCode !== expected.exitCode) {
    found.push(`the action ended with exit code ${played.exitCode}, not ${expected.exitCode}`);
  }
  if (played.postExitCode !== postExitCode) {
    found.push(`post ended with exit code ${played.postExitCode}, not ${postExitCode}`);
  }
  for (const words of says) if (!words.test(played.log)) found.push(`the log does not say ${words}`);
  return found.map((difference) => `${which}${difference}`);
}

function ofClients(expected: Expected, { clients, afterwards, liveVersion, newVersion }: Played): string[] {
  const found: string[] = [];
  const mayFail: Readonly<Record<Expected['mayFail'], (version: string) => boolean>> = {
    nobody: () => false,
    new: (version) => version === newVersion,
    live: (version) => version === liveVersion,
    'all but new': (version) => version !== newVersion,
  };
  for (const [version, { failed }] of clients.byVersion) {
    if (failed > 0 && !mayFail[expected.mayFail](version)) {
      found.push(
        `${failed} client requests failed ${version === '' ? 'without an answer of the app' : `at ${version}`}`,
      );
    }
  }
  const seen = clients.requestsOf(newVersion);
  if (expected.newIsSeen && seen === 0) found.push(`no client was ever answered by ${newVersion}`);
  if (!expected.newIsSeen && seen > 0) found.push(`${newVersion} answered ${seen} clients and should have got none`);
  if (clients.total.requests === 0) found.push('no client asked anything');

  const serves = expected.serves === 'new' ? newVersion : liveVersion;
  if (afterwards.requestsOf(serves) === 0) found.push(`${serves} answers nobody afterwards`);
  for (const [version, { requests }] of afterwards.byVersion) {
    if (version !== serves) found.push(`${version || 'nobody'} answers ${requests} requests afterwards, not ${serves}`);
  }
  return found;
}
