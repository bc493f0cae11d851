import { describe, expect, test } from '@jest/globals';
import { figure } from '../../src/testing/figures.js';
import { type Stage, stage, wrongWith } from '../program/stage.js';
import { callsSince, isRead, lastCall } from './boundaries.js';
import { brief } from './killed.js';

/** What goes wrong with the calls of one operation, and when it begins. */
interface Trouble {
  readonly words: string;
  readonly fault: string;
  readonly more: Readonly<Record<string, unknown>>;
  /** Arms it when the log says so; before the start when undefined. */
  readonly at?: RegExp;
  readonly of: (operation: string) => boolean;
}

const all = (): boolean => true;
/** The SDK tries a call four times: three are hidden by it, six are not. */
const troubles: readonly Trouble[] = [
  { words: 'throttled three times', fault: 'throttle', more: { times: 3 }, of: all },
  { words: 'answered 500 three times', fault: 'error', more: { times: 3, status: 500 }, of: all },
  { words: 'with its request lost twice', fault: 'lose-request', more: { times: 2 }, of: all },
  { words: 'with its reply lost twice', fault: 'lose-reply', more: { times: 2 }, of: all },
  { words: 'throttled six times at half', fault: 'throttle', more: { times: 6 }, at: /50 % observed/, of: all },
  { words: 'stale for 30 s from the start', fault: 'stale-reads', more: { seconds: 30 }, of: isRead },
  {
    words: 'stale for 30 s while half is written',
    fault: 'stale-reads',
    more: { seconds: 30 },
    at: /raising .* to 50 %/,
    of: isRead,
  },
];

/** A few requests all the time, as clients send them. */
function lightLoad(url: string): { failed: () => string[]; sent: () => number; stop: () => Promise<void> } {
  const failed: string[] = [];
  let sent = 0;
  let isOver = false;
  const loop = async (): Promise<void> => {
    while (!isOver) {
      sent++;
      await fetch(url).then(
        async (response) => {
          await response.arrayBuffer();
          if (response.status !== 200) failed.push(String(response.status));
        },
        (error: Error) => failed.push(error.message),
      );
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  };
  const done = loop();
  return {
    failed: () => failed,
    sent: () => sent,
    stop: () => {
      isOver = true;
      return done;
    },
  };
}

/** A machine that stands still for a second or two takes a good shift back, rightly: then it is played once more. */
const attempts = 3;

async function operationsOfShift(on: Stage): Promise<string[]> {
  const from = await lastCall(on.sides.cloud);
  let outcome: string | undefined;
  for (let attempt = 0; attempt < attempts && outcome !== 'promoted'; attempt++) {
    await on.tidy();
    await using step = await on.deploy(brief);
    outcome = (await step.runMain()).outputs.outcome;
    await step.runPost();
  }
  expect(outcome).toBe('promoted');
  return [...new Set((await callsSince(on.sides.cloud, from)).map(({ operation }) => operation))];
}

/** A run that reads somebody else's name in the lock steps back, although the read was stale: it has changed nothing yet. */
const isUnsureOfLock = (outcome: string, reason: string): boolean =>
  outcome === 'refused' && reason.startsWith('the lock was lost to');

interface Played {
  readonly outcome: string;
  readonly problems: string[];
}

async function play(on: Stage, operation: string, { fault, more, at, words }: Trouble): Promise<Played> {
  await on.tidy();
  const before = await on.look();
  const arm = (): Promise<unknown> => on.sides.cloud.admin(fault, { operation, ...more });
  let armed = at === undefined ? arm() : undefined;
  await armed;
  const onLine = (line: string): void => {
    if (at?.test(line) === true) armed ??= arm();
  };
  await using step = await on.deploy(brief, { onLine });
  const main = await step.runMain();
  await armed;
  const post = await step.runPost();
  await on.sides.cloud.admin('clear-faults');
  const problems = wrongWith(before, await on.look());
  const { outcome = '', reason = '' } = main.outputs;
  if (!['promoted', 'rolled-back'].includes(outcome) && !isUnsureOfLock(outcome, reason)) {
    problems.push(`ended ${outcome}: ${reason}`);
  }
  if (outcome === 'rolled-back' && reason === '') problems.push('rolled back without a reason');
  if (post.exitCode !== 0) problems.push(`post ended with ${post.exitCode}`);
  return {
    outcome,
    problems: problems.map((text) => `${operation} ${words}: ${text}\n${main.stdout}\n${post.stdout}`),
  };
}

describe('a good release while AWS has a bad day', () => {
  test('ends promoted, or rolled back with the reason, whatever call goes wrong in whatever way; no request fails', async () => {
    let on = await stage({ speed: 120 });
    let load = lightLoad(on.sides.url);
    try {
      const operations = await operationsOfShift(on);
      const played: Played[] = [];
      const again: Played[] = [];
      let promoted = 0;
      const failed: string[] = [];
      let sent = 0;
      const settle = async (): Promise<void> => {
        await load.stop();
        failed.push(...load.failed());
        sent += load.sent();
      };
      for (const trouble of troubles) {
        for (const operation of operations.filter(trouble.of)) {
          let one = await play(on, operation, trouble);
          played.push(one);
          for (let n = 1; n < attempts && one.problems.length === 0 && one.outcome !== 'promoted'; n++) {
            one = await play(on, operation, trouble);
            again.push(one);
          }
          if (one.problems.length === 0) {
            if (one.outcome === 'promoted') promoted += 1;
            continue;
          }
          await settle();
          await on.stop();
          on = await stage({ speed: 120 });
          load = lightLoad(on.sides.url);
        }
      }
      await settle();
      figure('bad-call-cases', played.length);
      figure('bad-call-failed-requests', failed.length);
      process.stdout.write(
        `${operations.length} operations, ${played.length} cases, ${promoted} promoted; ${sent} requests, ${failed.length} failed\n`,
      );
      expect([...played, ...again].flatMap(({ problems }) => problems)).toEqual([]);
      expect(failed).toEqual([]);
      expect(promoted).toBeGreaterThanOrEqual(played.length * 0.8);
    } finally {
      await load.stop();
      await on.stop();
    }
  }, 900_000);
});
