import { describe, expect, test } from '@jest/globals';
import { figure } from '../../src/testing/figures.js';
import { isRead } from './boundaries.js';
import { callsOf, indented, type Release, type RollingStage, releases, rollingStage } from './rolling-stage.js';

/** What goes wrong with the calls of one operation. The SDK tries a call four times: three are hidden by it, nine are not. */
const troubles = [
  { words: 'throttled three times', fault: 'throttle', more: { times: 3 }, of: () => true },
  { words: 'throttled nine times', fault: 'throttle', more: { times: 9 }, of: () => true },
  { words: 'answered 500 three times', fault: 'error', more: { times: 3, status: 500 }, of: () => true },
  { words: 'with its request lost twice', fault: 'lose-request', more: { times: 2 }, of: () => true },
  { words: 'with its reply lost twice', fault: 'lose-reply', more: { times: 2 }, of: () => true },
  { words: 'stale for 30 s', fault: 'stale-reads', more: { seconds: 30 }, of: isRead },
] as const;
type Trouble = (typeof troubles)[number];

/** The SDK waits in real seconds before it tries again: at a higher pace those are minutes. */
const speed = 20;
/** No case needs so long; one that did tells what it did, real ms. */
const longMs = 40_000;

async function play(
  stage: RollingStage,
  release: Release,
  inputs: Readonly<Record<string, string>>,
  operation: string,
  trouble: Trouble,
): Promise<string[]> {
  const { words, fault, more } = trouble;
  const { cloud } = stage.world;
  const before = await stage.world.runs();
  await cloud.admin(fault, { operation, ...more });
  await using step = await stage.deploy(release, inputs);
  const main = await step.runMain();
  const post = await step.runPost();
  await cloud.admin('clear-faults');
  if (main.durationMs > longMs) process.stdout.write(`${release}, ${operation} ${words}, was long:\n${main.stdout}\n`);
  const wrong = await stage.wrong();
  const after = await stage.world.runs();
  const { outcome = '', reason } = main.outputs;
  if (outcome !== releases[release].outcome) wrong.push(`ended ${outcome}: ${reason}`);
  if ((after === before) !== (outcome !== 'succeeded')) wrong.push(`${before} ran before, and ${after} runs`);
  if (post.exitCode !== 0) wrong.push(`post ended with ${post.exitCode}`);
  return wrong.map(
    (text) =>
      `${release}, ${operation} ${words}: ${text}\n  main:\n    ${indented(main.stdout)}\n  post:\n    ${indented(post.stdout)}`,
  );
}

/** So many worlds side by side: most of the time is the SDK's, which waits before it tries again. */
const lanes = 4;

async function playAll(release: Release, inputs: Readonly<Record<string, string>>) {
  const first = await rollingStage(speed);
  const operations = [...new Set((await callsOf(first, release, inputs)).map(({ operation }) => operation))];
  await first.stop();
  const cases = operations.flatMap((operation) =>
    troubles.filter(({ of }) => of(operation)).map((trouble) => ({ operation, trouble })),
  );
  const left = [...cases];
  const problems: string[] = [];
  const lane = async (): Promise<void> => {
    let stage = await rollingStage(speed);
    try {
      for (let next = left.shift(); next !== undefined; next = left.shift()) {
        const wrong = await play(stage, release, inputs, next.operation, next.trouble);
        problems.push(...wrong);
        if (wrong.length === 0) continue;
        await stage.stop();
        stage = await rollingStage(speed);
      }
    } finally {
      await stage.stop();
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  figure(`rolling-bad-call-cases-${release}`, cases.length);
  figure(`rolling-bad-call-problems-${release}`, problems.length);
  process.stdout.write(
    `${release}: ${operations.length} operations, ${cases.length} cases, ${problems.length} problems\n`,
  );
  return { cases: cases.length, problems };
}

describe('a rollout while AWS has a bad day ends as it should, whatever call goes wrong in whatever way', () => {
  test('of a good release', async () => {
    const { cases, problems } = await playAll('good', {});
    expect(problems).toEqual([]);
    expect(cases).toBeGreaterThanOrEqual(100);
  }, 600_000);

  test('of a bad release, which goes back', async () => {
    const { cases, problems } = await playAll('bad', { preflight: 'false' });
    expect(problems).toEqual([]);
    expect(cases).toBeGreaterThanOrEqual(70);
  }, 600_000);
});
