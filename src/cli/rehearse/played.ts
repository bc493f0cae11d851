import type { Expected } from './scenarios.js';
import type { Tally } from './tally.js';

/** How a rehearsed run ended, as it was seen from outside. */
export interface Played {
  readonly outcome: string;
  readonly reason: string;
  readonly exitCode: number | null;
  /** Of `post`, which the runner runs after `main`. */
  readonly postExitCode: number | null;
  readonly liveVersion: string;
  readonly newVersion: string;
  /** What clients saw from the start of the action to the end of `post`. */
  readonly clients: Tally;
  /** What they saw afterwards. */
  readonly afterwards: Tally;
}

/** How it differs from what was expected, a sentence each; nothing when it ended as it should. */
export function differences(expected: Expected, played: Played): string[] {
  const { clients, afterwards, liveVersion, newVersion } = played;
  const found: string[] = [];
  if (played.outcome !== expected.outcome) {
    found.push(`the outcome is ${played.outcome || 'not told'}, not ${expected.outcome}`);
  }
  if (!expected.reason.test(played.reason)) found.push(`the reason does not say ${expected.reason}: ${played.reason}`);
  if (played.exitCode !== expected.exitCode) {
    found.push(`the action ended with exit code ${played.exitCode}, not ${expected.exitCode}`);
  }
  if (played.postExitCode !== 0) found.push(`post ended with exit code ${played.postExitCode}, not 0`);

  const mayFail = { nobody: undefined, new: newVersion, live: liveVersion }[expected.mayFail];
  for (const [version, { failed }] of clients.byVersion) {
    if (failed > 0 && version !== mayFail) {
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
