import { expect, test } from '@jest/globals';
import { readReleaseTag } from '../../src/images/release-tags.js';
import { figure } from '../../src/testing/figures.js';
import type { PhaseResult } from '../../src/testing/runner.js';
import { DEV, PROD, PromoteStage, role } from './promote-stage.js';

/** Promotions into another account by the shipped bundle, while something goes wrong with the calls of one operation. */

const troubles = [
  { words: 'throttled three times', fault: 'throttle', more: { times: 3 }, outcome: 'promoted' },
  { words: 'answered 500 three times', fault: 'error', more: { times: 3, status: 500 }, outcome: 'promoted' },
  { words: 'with its reply lost twice', fault: 'lose-reply', more: { times: 2 }, outcome: 'promoted' },
  { words: 'denied', fault: 'deny', more: {}, outcome: 'failed' },
] as const;

const speed = 20;
const lanes = 3;
/** What goes wrong with these is a warning, because the promotion stands. */
const afterwards = ['ecr:GetLifecyclePolicy'];

async function openStage(): Promise<PromoteStage> {
  const stage = await PromoteStage.open({ repositories: [{ repositoryName: 'shop' }] }, speed);
  const platforms = ['linux/amd64', 'linux/arm64'];
  await stage.cloud.admin('ecr/push', { repositoryName: 'shop', imageTags: ['1.0'], platforms, attestations: true });
  return stage;
}

const inputsFor = (target: string): Record<string, string> => ({
  source: 'shop:1.0',
  target,
  environment: 'prod',
  'target-role-to-assume': role,
});

/** How the target differs from what was promoted, whole or not at all. */
async function wrongIn(stage: PromoteStage, target: string, { exitCode, outputs }: PhaseResult): Promise<string[]> {
  const [here, there] = [await stage.manifest(DEV, 'shop', '1.0'), await stage.manifest(PROD, target, 'prod')];
  const releases = Object.keys(await stage.tags(PROD, target)).filter((tag) => readReleaseTag(tag) !== undefined);
  const wrong: string[] = [];
  const isGood = ['promoted', 'unchanged'].includes(outputs.outcome ?? '');
  if (exitCode !== (isGood ? 0 : 1)) wrong.push(`ended ${outputs.outcome} with ${exitCode}`);
  if (!isGood) return wrong;
  if (JSON.stringify(here) !== JSON.stringify(there)) wrong.push('the bytes are not the same');
  if (releases.length !== 1) wrong.push(`has the releases ${releases.join(', ')}`);
  for (const { digest } of JSON.parse(here?.text ?? '{"manifests":[]}').manifests) {
    const [own, other] = [await stage.manifest(DEV, 'shop', digest), await stage.manifest(PROD, target, digest)];
    if (JSON.stringify(own) !== JSON.stringify(other)) wrong.push(`${digest} is not the same`);
  }
  return wrong;
}

test('a promotion into another account comes through what passes, says what does not, and goes on when it is made again', async () => {
  const first = await openStage();
  await first.create(PROD, 'first');
  await first.promote(inputsFor('first'));
  const response = await fetch(`${first.cloud.endpoint}/_sluice/requests`);
  const logged = ((await response.json()) as { operation: string }[]).map(({ operation }) => operation);
  const called = [...new Set(logged)].filter((operation) => operation !== 'ecr:CreateRepository');
  const cases = called.flatMap((operation) => troubles.map((trouble) => ({ operation, trouble })));
  const left = cases.map((each, at) => ({ ...each, target: `case-${at}` }));
  const problems: string[] = [];
  const lane = async (stage: PromoteStage): Promise<void> => {
    await using opened = stage;
    for (let next = left.shift(); next !== undefined; next = left.shift()) {
      const { operation, trouble, target } = next;
      await opened.create(PROD, target);
      await opened.cloud.admin(trouble.fault, { operation, ...trouble.more });
      const run = await opened.promote(inputsFor(target));
      await opened.cloud.admin('clear-faults');
      const wanted = trouble.fault === 'deny' && afterwards.includes(operation) ? 'promoted' : trouble.outcome;
      const wrong = await wrongIn(opened, target, run);
      if (run.outputs.outcome !== wanted) wrong.push(`ended ${run.outputs.outcome}: ${run.outputs.reason}`);
      if (wanted === 'failed' && !`${run.outputs.reason}`.includes(operation.split(':')[1] ?? '')) {
        wrong.push(`does not name the call: ${run.outputs.reason}`);
      }
      if (run.summary === '') wrong.push('has no summary');
      const again = await opened.promote(inputsFor(target));
      wrong.push(...(await wrongIn(opened, target, again)));
      if (!['promoted', 'unchanged'].includes(again.outputs.outcome ?? '')) {
        wrong.push(`did not go on: ${again.outputs.outcome}: ${again.outputs.reason}`);
      }
      problems.push(...wrong.map((text) => `${operation} ${trouble.words}: ${text}\n${run.stdout}`));
    }
  };
  const stages = [first, ...(await Promise.all(Array.from({ length: lanes - 1 }, openStage)))];
  await Promise.all(stages.map(lane));
  process.stdout.write(`${called.length} operations, ${cases.length} cases, ${problems.length} problems\n`);
  figure('promote-fault-cases', cases.length);
  figure('promote-fault-problems', problems.length);
  expect(problems).toEqual([]);
  expect(called).toEqual(expect.arrayContaining(['ecr:PutImage', 'ecr:UploadLayerPart', 'sts:AssumeRole']));
}, 240_000);

test('a cancel in the middle of the copy ends at once, moves no tag, and the next run goes on', async () => {
  await using stage = await openStage();
  await stage.create(PROD, 'release');
  // One second of real time for each part.
  await stage.cloud.admin('delay', { operation: 'ecr:UploadLayerPart', seconds: 1 * speed });
  let reached = (): void => {};
  const isCopying = new Promise<void>((done) => {
    reached = done;
  });
  await using step = await stage.step(inputsFor('release'), {
    onLine: (line) => /copying \d+ of/.test(line) && reached(),
  });
  const running = await step.main();
  await Promise.race([isCopying, running.ended]);
  const cancelled = await running.cancel();
  expect(cancelled).toMatchObject({ exitCode: 1, signal: null, outputs: { outcome: 'interrupted', image: '' } });
  expect(cancelled.outputs.reason).toContain('No tag was moved.');
  expect(await stage.tags(PROD, 'release')).toEqual({});
  await stage.cloud.admin('clear-faults');
  expect((await stage.promote(inputsFor('release'))).outputs.outcome).toBe('promoted');
}, 60_000);

test('of two promotions to one environment at once the one whose image stands there has succeeded, and the other knows', async () => {
  const pairs = 4;
  await using stage = await openStage();
  await stage.cloud.admin('ecr/push', { repositoryName: 'shop', imageTags: ['2.0'], labels: { of: 'another' } });
  const digests = await Promise.all(
    ['1.0', '2.0'].map(async (tag) => (await stage.manifest(DEV, 'shop', tag))?.digest),
  );
  const outcomes: string[] = [];
  for (let pair = 0; pair < pairs; pair++) {
    const target = `pair-${pair}`;
    await stage.create(PROD, target);
    const ran = await Promise.all(
      ['1.0', '2.0'].map((tag) => stage.promote({ ...inputsFor(target), source: `shop:${tag}` })),
    );
    const stands = (await stage.tags(PROD, target)).prod;
    const [winner, other] = stands === digests[0] ? ran : ran.toReversed();
    expect([pair, winner?.outputs.outcome, winner?.exitCode]).toEqual([pair, 'promoted', 0]);
    // Whoever was there first, and was there for a moment, has succeeded as well.
    expect(['promoted', 'superseded']).toContain(other?.outputs.outcome);
    if (other?.outputs.outcome === 'superseded') expect(other.exitCode).toBe(1);
    outcomes.push(`${other?.outputs.outcome}`);
  }
  process.stdout.write(`${pairs} pairs; the other one: ${outcomes.join(', ')}\n`);
}, 120_000);
