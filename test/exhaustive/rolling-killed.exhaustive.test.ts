import { describe, expect, test } from '@jest/globals';
import { figure } from '../../src/testing/figures.js';
import { type Boundary, boundariesOf, isRead, killAt, named } from './boundaries.js';
import { callsOf, indented, type Release, type RollingStage, recover, rollingStage } from './rolling-stage.js';

/** Its checks before it begins change nothing and write nothing: a process that dies there has left what one leaves that dies at the first read after them. */
const inputs = { preflight: 'false' };
const speed = 120;

interface Killed {
  readonly isReached: boolean;
  /** The dead process left something that somebody had to clean up. */
  readonly isUnclean: boolean;
  readonly problems: readonly string[];
}

async function killOnce(
  stage: RollingStage,
  release: Release,
  boundary: Boundary,
  by: 'post' | 'recover',
): Promise<Killed> {
  const before = await stage.world.runs();
  await using step = await stage.deploy(release, inputs);
  const { reached, result } = await killAt(stage.world.cloud, () => step.main(), boundary);
  const isUnclean = (await stage.wrong()).length > 0;
  const finished = by === 'post' || !reached ? await step.runPost() : await recover(stage.world);
  const wrong = await stage.wrong();
  const after = await stage.world.runs();
  if (release !== 'good' && after !== before) wrong.push(`${before} ran before, and ${after} runs`);
  if (finished.exitCode !== 0) wrong.push(`whoever came after ended with ${finished.exitCode}`);
  const what = `${release}, killed ${named(boundary)}, then ${by}`;
  return {
    isReached: reached,
    isUnclean,
    problems: wrong.map(
      (text) => `${what}: ${text}\n  first:\n    ${indented(result.stdout)}\n  then:\n    ${indented(finished.stdout)}`,
    ),
  };
}

/** Kills at each boundary; at a write to ECS `post` and `recover` finish one each, at a read and in the journal they take turns. */
async function killEverywhere(
  release: Release,
  first: 0 | 1,
  boundariesIn: (stage: RollingStage) => Promise<Boundary[]>,
) {
  let stage = await rollingStage(speed);
  try {
    const boundaries = await boundariesIn(stage);
    const all: Killed[] = [];
    let turns = 0;
    for (const boundary of boundaries) {
      const both = ['post', 'recover'] as const;
      const takeTurns = isRead(boundary.operation) || boundary.operation.startsWith('ssm:');
      const finishers = takeTurns ? [both[(turns++ + first) % 2] ?? 'post'] : both;
      for (const by of finishers) {
        const killed = await killOnce(stage, release, boundary, by);
        all.push(killed);
        if (killed.problems.length === 0) continue;
        await stage.stop();
        stage = await rollingStage(speed);
      }
    }
    const kills = all.filter(({ isReached }) => isReached).length;
    const unclean = all.filter(({ isUnclean }) => isUnclean).length;
    const problems = all.flatMap((killed) => killed.problems);
    figure(`rolling-kills-${release}`, kills);
    figure(`rolling-kill-problems-${release}`, problems.length);
    process.stdout.write(
      `${release}: ${boundaries.length} boundaries, ${all.length} cases, ${kills} reached, something to clean up after ${unclean}, ${problems.length} problems\n`,
    );
    return { cases: all.length, kills, unclean, problems };
  } finally {
    await stage.stop();
  }
}

describe('a rollout that is killed before or after any of its calls is brought to one version whole by post and by recover', () => {
  test.each([
    ['good', 0],
    ['bad', 1],
  ] as const)(
    '%s',
    async (release, first) => {
      const killed = await killEverywhere(release, first, async (stage) =>
        boundariesOf(await callsOf(stage, release, inputs)),
      );
      expect(killed.problems).toEqual([]);
      expect(killed.cases).toBeGreaterThanOrEqual(40);
      expect(killed.unclean).toBeGreaterThanOrEqual(killed.cases / 2);
      // How often things are looked at, and the lock is renewed, depends on how fast the machine is.
      expect(killed.kills).toBeGreaterThanOrEqual(killed.cases * 0.7);
    },
    600_000,
  );

  test('while the task before it is at work, which is stopped', async () => {
    const killed = await killEverywhere('waiting', 0, async (stage) => {
      const all = boundariesOf(await callsOf(stage, 'good', inputs));
      const start = all.findIndex(({ operation }) => operation === 'ecs:RunTask');
      // From the write in the journal to the first looks at the task.
      return all.slice(start - 2, start + 5);
    });
    expect(killed.problems).toEqual([]);
    expect(killed.unclean).toBe(killed.kills);
    expect(killed.kills).toBe(killed.cases);
  }, 200_000);
});
