import { expect, test } from '@jest/globals';
import { figure } from '../../src/testing/figures.js';
import type { PhaseResult } from '../../src/testing/runner.js';
import { type Boundary, boundariesOf, named, whenHeld } from './boundaries.js';
import { callsOf, indented, type RollingStage, rollingStage } from './rolling-stage.js';

/** The runner's patience between SIGINT and SIGTERM: https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-cancellation */
const patienceMs = 7_500;
const speed = 120;
type OnCancel = 'rollback' | 'stop' | 'leave';

interface Cancelled {
  readonly isReached: boolean;
  /** From SIGINT to the end of `main`, real time. */
  readonly tookMs: number;
  readonly problems: readonly string[];
}

/** SIGINT while this call is under way, which then goes on. */
async function cancelOnce(stage: RollingStage, boundary: Boundary, onCancel: OnCancel): Promise<Cancelled> {
  const { world } = stage;
  const before = await world.runs();
  await using step = await stage.deploy('good', { preflight: 'false', 'on-cancel': onCancel });
  let asked = 0;
  const { reached, result: main } = await whenHeld(
    world.cloud,
    () => step.main(),
    boundary,
    async (running) => {
      asked = performance.now();
      const ended = running.cancel();
      await world.cloud.admin('release');
      return ended;
    },
  );
  const tookMs = reached ? performance.now() - asked : 0;
  const post = await step.runPost();
  const problems = await wrongAfter(stage, before, onCancel, main);
  if (tookMs > patienceMs || main.signal !== null) problems.push(`main ended after ${tookMs} ms with ${main.signal}`);
  if (post.exitCode !== 0) problems.push(`post ended with ${post.exitCode}`);
  const said = `  main:\n    ${indented(main.stdout)}\n  post:\n    ${indented(post.stdout)}`;
  return {
    isReached: reached,
    tookMs,
    problems: problems.map((text) => `SIGINT ${named(boundary)}, on-cancel: ${onCancel}: ${text}\n${said}`),
  };
}

async function wrongAfter(
  stage: RollingStage,
  before: string,
  onCancel: OnCancel,
  { outputs: { outcome } }: PhaseResult,
): Promise<string[]> {
  const isGood = outcome === 'succeeded';
  const wrong = isGood || outcome === 'interrupted' ? [] : [`ended ${outcome}`];
  if (isGood || onCancel === 'rollback') {
    wrong.push(...(await stage.wrong()));
    const after = await stage.world.runs();
    if (isGood === (after === before)) wrong.push(`${before} ran before, ${after} runs after ${outcome}`);
    return wrong;
  }
  // What goes on unwatched, or was stopped where it was, need not be whole; nothing of ours may be at work on it.
  const left = await stage.wrong();
  return [...wrong, ...left.filter((text) => !text.includes('is not whole'))];
}

async function cancelEverywhere(
  cases: (boundaries: readonly Boundary[]) => readonly (readonly [Boundary, OnCancel])[],
) {
  let stage = await rollingStage(speed);
  try {
    const boundaries = boundariesOf(await callsOf(stage, 'good', { preflight: 'false' }));
    const all: Cancelled[] = [];
    for (const [boundary, onCancel] of cases(boundaries)) {
      const one = await cancelOnce(stage, boundary, onCancel);
      all.push(one);
      if (one.problems.length === 0 && onCancel === 'rollback') continue;
      await stage.stop();
      stage = await rollingStage(speed);
    }
    return {
      cases: all.length,
      reached: all.filter(({ isReached }) => isReached).length,
      worst: Math.max(...all.map(({ tookMs }) => tookMs)) / 1000,
      problems: all.flatMap(({ problems }) => problems),
    };
  } finally {
    await stage.stop();
  }
}

test('cancelled at any of its calls, a rollout ends within the patience of the runner, and post puts back what ran before', async () => {
  const { cases, reached, worst, problems } = await cancelEverywhere((all) => all.map((one) => [one, 'rollback']));
  figure('rolling-cancels', reached);
  figure('rolling-cancel-problems', problems.length);
  figure('rolling-cancel-worst', worst);
  process.stdout.write(`${cases} boundaries, ${reached} reached; the slowest took ${worst.toFixed(2)} s\n`);
  expect(problems).toEqual([]);
  expect(cases).toBeGreaterThanOrEqual(30);
  expect(reached).toBeGreaterThanOrEqual(cases * 0.7);
}, 600_000);

test('with on-cancel: stop and leave it gives the lock back, and leaves nothing at work', async () => {
  const isMeant = ({ operation, nth, when }: Boundary) =>
    (operation === 'ecs:UpdateService' && nth === 1) ||
    (operation === 'ecs:RunTask' && when === 'after') ||
    operation === 'ecs:ListServiceDeployments';
  const { cases, problems } = await cancelEverywhere((all) =>
    all.filter(isMeant).flatMap((one) => [[one, 'stop'] as const, [one, 'leave'] as const]),
  );
  expect(problems).toEqual([]);
  expect(cases).toBeGreaterThanOrEqual(8);
}, 300_000);
