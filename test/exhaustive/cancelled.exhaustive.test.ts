import { expect, test } from '@jest/globals';
import { figure } from '../../src/testing/figures.js';
import { liveSide, type Stage, stage, wrongWith } from '../program/stage.js';
import { brief, speed } from './killed.js';
import { randomFrom, seedOfTest } from './random.js';

const cases = 200;
/** The runner's patience between SIGINT and SIGTERM: https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-cancellation */
const patienceMs = 7_500;

interface Cancelled {
  /** From SIGINT to the end of `main`, real time. */
  readonly tookMs: number;
  readonly problems: string[];
  /** It had ended, or had not begun to listen for signals. */
  readonly isIdle: boolean;
  /** How long it took, where it ended before it was cancelled. */
  readonly lastedMs: number | undefined;
}

async function cancelAfter(on: Stage, afterMs: number): Promise<Cancelled> {
  await on.tidy();
  const before = await on.look();
  await using step = await on.deploy(brief);
  const running = await step.main();
  let hasEnded = false;
  const ended = running.ended.then((result) => {
    hasEnded = true;
    return result;
  });
  await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, afterMs))]);
  const isOver = hasEnded;
  const asked = performance.now();
  const main = isOver ? await ended : await running.cancel();
  const tookMs = isOver ? 0 : performance.now() - asked;
  const afterMain = await on.look();
  const post = await step.runPost();
  const problems = wrongWith(before, await on.look());
  if (tookMs > patienceMs || !['SIGINT', null].includes(main.signal)) {
    problems.push(`main ended after ${tookMs} ms with ${main.signal}`);
  }
  if (liveSide(afterMain) === undefined)
    problems.push(`after main the weights are ${JSON.stringify(afterMain.weights)}`);
  if (post.exitCode !== 0) problems.push(`post ended with ${post.exitCode}`);
  const told = problems.map((text) => `SIGINT after ${afterMs} ms: ${text}\n${main.stdout}\n${post.stdout}`);
  return {
    tookMs,
    problems: told,
    isIdle: isOver || main.signal === 'SIGINT',
    lastedMs: isOver ? main.durationMs : undefined,
  };
}

test('cancelled at 200 random instants, the rule is restored within the patience of the runner, and post completes', async () => {
  const seed = seedOfTest();
  const random = randomFrom(seed);
  let on = await stage({ speed });
  try {
    await using clean = await on.deploy(brief);
    let { durationMs: lastsMs } = await clean.runMain();
    await clean.runPost();
    const all: Cancelled[] = [];
    const working = (): number => all.filter(({ isIdle }) => !isIdle).length;
    for (let n = 0; working() < cases && n < 3 * cases; n++) {
      const one = await cancelAfter(on, random() * lastsMs);
      all.push(one);
      // It had ended by itself before: how long a shift takes depends on how busy the machine is.
      if (one.lastedMs !== undefined) lastsMs = one.lastedMs;
      if (one.problems.length === 0) continue;
      await on.stop();
      on = await stage({ speed });
    }
    const worst = Math.max(...all.map(({ tookMs }) => tookMs)) / 1000;
    figure('cancel-worst', worst);
    figure('cancel-instants', working());
    process.stdout.write(
      `cancelled ${working()} times at work (seed ${seed}), ${all.length - working()} times before or after; the slowest took ${worst.toFixed(2)} s\n`,
    );
    expect(all.flatMap(({ problems }) => problems)).toEqual([]);
    expect(working()).toBe(cases);
  } finally {
    await on.stop();
  }
}, 900_000);
