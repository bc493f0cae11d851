import { describe, expect, test } from '@jest/globals';
import { differences, type Played } from './played.js';
import type { Expected, RunExpected } from './scenario.js';
import { Tally } from './tally.js';

const tally = (...answers: [version: string, status: number][]): Tally => {
  const made = new Tally(0);
  for (const [version, status] of answers) made.add({ dueMs: 1, latencyMs: 1, status, version, failure: undefined });
  return made;
};

const run = { outcome: 'refused', reason: '', exitCode: 1, postExitCode: 0, runUrl: 'https://x/2', log: '' };

const played = (part: Partial<Played> = {}): Played => ({
  outcome: 'promoted',
  reason: 'served in health',
  exitCode: 0,
  postExitCode: 0,
  runUrl: 'https://x/1',
  log: 'Plan',
  rivals: [],
  acts: [],
  liveVersion: 'v1',
  newVersion: 'v2',
  clients: tally(['v1', 200], ['v2', 200]),
  afterwards: tally(['v2', 200]),
  ...part,
});

const expected: Expected = {
  outcome: 'promoted',
  exitCode: 0,
  reason: /served/,
  serves: 'new',
  mayFail: 'nobody',
  newIsSeen: true,
};
const rival: RunExpected = { outcome: 'refused', exitCode: 1, reason: /held by (?<holder>\S+)/ };
const act = { title: 'recover', action: 'recover', expected: { ...rival, reason: /done/, postExitCode: null } };

describe('how a played scenario differs from what was expected', () => {
  test('nothing when it ended as it should', () => {
    expect(differences(expected, [], played())).toEqual([]);
    const rivals = [{ ...run, reason: 'held by https://x/1' }];
    expect(differences(expected, [rival], played({ rivals }))).toEqual([]);
  });

  test.each<[string, Partial<Expected>, readonly RunExpected[], Partial<Played>, string]>([
    ['another outcome', { outcome: 'stuck' }, [], {}, 'the outcome is promoted, not stuck'],
    ['post', { postExitCode: null }, [], {}, 'post ended with exit code 0, not null'],
    ['words that are missing', { says: [/Run: aws/] }, [], {}, 'the log does not say /Run: aws/'],
    ['a rival that is missing', {}, [rival], {}, 'a run is missing'],
    [
      'a rival that names somebody else',
      {},
      [rival],
      { rivals: [{ ...run, reason: 'held by https://x/9' }] },
      'the other run: it names the run https://x/9, not https://x/1',
    ],
    [
      'a further run',
      {},
      [],
      { acts: [{ ...run, postExitCode: null, reason: 'not yet', act }] },
      'recover: the reason does not say /done/: not yet',
    ],
    [
      'answers of the load balancer itself',
      { mayFail: 'live' },
      [],
      { clients: tally(['', 503], ['v2', 200]) },
      '1 client requests failed without an answer of the app',
    ],
    [
      'a failure of the one that may not fail',
      { mayFail: 'all but new' },
      [],
      { clients: tally(['', 503], ['v1', 500], ['v2', 500]) },
      '1 client requests failed at v2',
    ],
    ['who serves', {}, [], { afterwards: tally(['v2', 200], ['v1', 200]) }, 'v1 answers 1 requests afterwards, not v2'],
  ])('%s', (_what, wanted, rivals, part, difference) => {
    expect(differences({ ...expected, ...wanted }, rivals, played(part))).toEqual([difference]);
  });
});
