import { DescribeImagesCommand, GetLifecyclePolicyCommand } from '@aws-sdk/client-ecr';
import { expect, test } from '@jest/globals';
import { readReleaseTag } from '../../src/images/release-tags.js';
import { figure } from '../../src/testing/figures.js';
import type { PhaseResult } from '../../src/testing/runner.js';
import { DEV, PROD, PromoteStage, role } from '../program/promote-stage.js';
import { type Boundary, boundariesOf, callsSince, killAt, lastCall, named, tellingOf } from './boundaries.js';

/** Promotions by the shipped bundle that are killed at each of their calls, and made again. */

const speed = 20;
/** Each with a cloud of its own. */
const lanes = 3;

interface Situation {
  readonly name: string;
  /** Account of the target. */
  readonly account: string;
  /** Of so many moments one is tried: what follows the copy is the same as in one repository. */
  readonly everyNth: number;
  /** Makes the repository `name` and what is in it. */
  prepare(stage: PromoteStage, name: string): Promise<void>;
  inputs(name: string): Record<string, string>;
}

const platforms = ['linux/amd64', 'linux/arm64'];

/** Seven releases, of which five are kept, and one that was put by hand without the tag of a release. */
async function history(stage: PromoteStage, repositoryName: string, account: string): Promise<void> {
  const push = (imageTags: readonly string[], daysAgo: number) =>
    stage.cloud.admin('ecr/push', {
      repositoryName,
      registryId: account,
      imageTags,
      labels: { day: String(daysAgo) },
      pushedAt: Date.now() - daysAgo * 86_400_000,
    });
  for (let day = 1; day <= 7; day += 1) await push([`prod-2026010${day}T000000Z`], 20 - day);
  await push(['prod'], 2);
}

const situations: readonly Situation[] = [
  {
    name: 'in one repository',
    account: DEV,
    everyNth: 1,
    async prepare(stage, repositoryName) {
      await stage.create(DEV, repositoryName);
      await history(stage, repositoryName, DEV);
      await stage.cloud.admin('ecr/push', { repositoryName, imageTags: ['1.0'], platforms, attestations: true });
    },
    inputs: (name) => ({ source: `${name}:1.0`, environment: 'prod', tags: 'v1', lifecycle: 'put', clusters: 'none' }),
  },
  {
    name: 'into another account',
    account: PROD,
    everyNth: 3,
    async prepare(stage, repositoryName) {
      await stage.create(PROD, repositoryName);
      await history(stage, repositoryName, PROD);
    },
    inputs: (name) => ({
      source: 'shop:1.0',
      target: name,
      environment: 'prod',
      tags: 'v1',
      lifecycle: 'put',
      clusters: 'none',
      'target-role-to-assume': role,
    }),
  },
];

async function openStage(): Promise<PromoteStage> {
  const stage = await PromoteStage.open({ repositories: [{ repositoryName: 'shop' }] }, speed);
  await stage.cloud.admin('ecr/push', { repositoryName: 'shop', imageTags: ['1.0'], platforms, attestations: true });
  return stage;
}

/** What a repository holds, with its images by what they are called: digests and times of releases differ from case to case. */
async function contents(
  stage: PromoteStage,
  account: string,
  repositoryName: string,
  called: ReadonlyMap<string, string>,
): Promise<string> {
  const client = stage.client(account);
  const { imageDetails = [] } = await client.send(new DescribeImagesCommand({ repositoryName }));
  const images = imageDetails
    .filter(({ imageDigest = '', imageTags = [] }) => called.has(imageDigest) || imageTags.length > 0)
    .map(({ imageDigest = '', imageTags = [] }) => {
      const tags = imageTags.map((tag) =>
        tag.startsWith('prod-202601') || readReleaseTag(tag) === undefined ? tag : 'prod-<now>',
      );
      return `${called.get(imageDigest) ?? 'unknown'}: ${tags.sort().join(' ')}`;
    });
  const policy = await client.send(new GetLifecyclePolicyCommand({ repositoryName })).then(
    ({ lifecyclePolicyText = '' }) => lifecyclePolicyText,
    (error: Error) => error.name,
  );
  return [...images.sort(), policy].join('\n');
}

/** The images by what they were called when all began. */
async function namesIn(stage: PromoteStage, account: string, name: string): Promise<Map<string, string>> {
  const tags = Object.entries(await stage.tags(account, name));
  const names = new Map(tags.map(([tag, digest]) => [digest, tag === 'prod' ? 'before' : tag]));
  const wanted = await stage.manifest(DEV, account === DEV ? name : 'shop', '1.0');
  return names.set(wanted?.digest ?? '', 'new');
}

test.each(situations)(
  'a promotion $name that is killed at any of its calls is whole after the next run',
  async (situation) => {
    const first = await openStage();
    await situation.prepare(first, 'undisturbed');
    const names = await namesIn(first, situation.account, 'undisturbed');
    const from = await lastCall(first.cloud);
    const undisturbed = await first.promote(situation.inputs('undisturbed'));
    expect([undisturbed.outputs.outcome, undisturbed.outputs.reason]).toEqual(['promoted', expect.any(String)]);
    const wanted = await contents(first, situation.account, 'undisturbed', names);
    const all = tellingOf(boundariesOf(await callsSince(first.cloud, from)));
    const boundaries = all.filter((_, at) => at % situation.everyNth === 0);
    const left = boundaries.map((boundary, at) => ({ boundary, name: `case-${at}` }));
    const problems: string[] = [];
    let reached = 0;
    let unfinished = 0;

    const one = async (stage: PromoteStage, boundary: Boundary, name: string): Promise<void> => {
      await situation.prepare(stage, name);
      const its = await namesIn(stage, situation.account, name);
      await using step = await stage.step(situation.inputs(name));
      const killed = await killAt(stage.cloud, () => step.main(), boundary);
      if (killed.reached) reached += 1;
      if ((await contents(stage, situation.account, name, its)) !== wanted) unfinished += 1;
      const next: PhaseResult = await stage.promote(situation.inputs(name));
      const wrong: string[] = [];
      if (next.exitCode !== 0 || !['promoted', 'unchanged'].includes(`${next.outputs.outcome}`)) {
        wrong.push(`ended ${next.outputs.outcome}: ${next.outputs.reason}`);
      }
      const found = await contents(stage, situation.account, name, its);
      if (found !== wanted) wrong.push(`is ${found}\n instead of ${wanted}`);
      const previous = its.get(next.outputs.previous?.split('@')[1] ?? '');
      if (previous !== 'before') wrong.push(`gives ${previous} as previous`);
      problems.push(
        ...wrong.map((text) => `killed ${named(boundary)}: ${text}\n${killed.result.stdout}\nthen\n${next.stdout}`),
      );
    };
    const lane = async (stage: PromoteStage): Promise<void> => {
      await using opened = stage;
      for (let next = left.shift(); next !== undefined; next = left.shift())
        await one(opened, next.boundary, next.name);
    };
    await Promise.all([first, ...(await Promise.all(Array.from({ length: lanes - 1 }, openStage)))].map(lane));
    process.stdout.write(
      `${situation.name}: ${boundaries.length} boundaries, ${reached} reached, ${unfinished} left something to do, ${problems.length} problems\n`,
    );
    figure('promote-kills', reached);
    figure('promote-kill-problems', problems.length);
    expect(problems).toEqual([]);
    expect(reached).toBeGreaterThanOrEqual(boundaries.length * 0.8);
    // There would be something to find, were it not for the next run.
    expect(unfinished).toBeGreaterThanOrEqual(boundaries.length / 2);
  },
  120_000,
);
