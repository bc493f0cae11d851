import {
  CreateRepositoryCommand,
  DeleteLifecyclePolicyCommand,
  type ECRClient,
  GetLifecyclePolicyCommand,
  GetLifecyclePolicyPreviewCommand,
  ListImagesCommand,
  PutLifecyclePolicyCommand,
  StartLifecyclePolicyPreviewCommand,
} from '@aws-sdk/client-ecr';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Cloud } from '../cloud.js';
import { ecrClient } from './ecr-under-test.js';
import { met } from './lifecycle-evaluation.js';
import { readPolicy } from './lifecycle-policy.js';
import type { Image, Repository } from './model.js';

/** Which images a policy meets, and what the API of ECR does with it. */

const dayMs = 86_400_000;
const now = 1_000 * dayMs;

interface Given {
  readonly tags?: readonly string[];
  readonly age: number;
  readonly holds?: readonly string[];
  readonly about?: string;
  readonly pulled?: number;
  readonly archived?: number;
}

/** Images by name; ages and the like in days. */
function repositoryOf(given: Readonly<Record<string, Given>>): Repository {
  const entries = Object.entries(given).sort(([, a], [, b]) => b.age - a.age);
  const images = new Map(
    entries.map(([digest, { age, holds, about, pulled, archived }]) => [
      digest,
      {
        digest,
        pushedAt: now - age * dayMs,
        ...(pulled === undefined ? {} : { pulledAt: now - pulled * dayMs }),
        storage: archived === undefined ? {} : { archivedAt: now - archived * dayMs },
        manifest: {
          manifests: holds?.map((each) => ({ digest: each })),
          subject: about === undefined ? undefined : { digest: about },
        },
      } as unknown as Image,
    ]),
  );
  const tags = new Map(entries.flatMap(([digest, { tags = [] }]) => tags.map((tag) => [tag, digest] as const)));
  return { images, tags } as unknown as Repository;
}

const rule = (
  rulePriority: number,
  selection: Record<string, unknown>,
  action: Record<string, unknown> = { type: 'expire' },
) => ({
  rulePriority,
  selection: { countType: 'imageCountMoreThan', ...selection },
  action,
});
const policy = (...rules: unknown[]) => JSON.stringify({ rules });
const expired = (given: Readonly<Record<string, Given>>, ...rules: unknown[]) =>
  [...met(repositoryOf(given), readPolicy(policy(...rules)), now).keys()].map(({ digest }) => digest).sort();

describe('the rules', () => {
  test('keep the newest by push, and let an image go that has no tag', () => {
    const given = { a: { age: 3 }, b: { age: 2, tags: ['x'] }, c: { age: 1 } };
    expect(expired(given, rule(1, { tagStatus: 'any', countNumber: 1 }))).toEqual(['a', 'b']);
    expect(expired(given, rule(1, { tagStatus: 'untagged', countNumber: 1 }))).toEqual(['a']);
  });

  test('never meet what a rule before asks for, which counts all the same', () => {
    const given = { a: { age: 3, tags: ['prod-1'] }, b: { age: 2, tags: ['prod-2'] }, c: { age: 1, tags: ['dev'] } };
    const protect = rule(1, { tagStatus: 'tagged', tagPatternList: ['prod-*'], countNumber: 5 });
    expect(expired(given, protect, rule(2, { tagStatus: 'any', countNumber: 2 }))).toEqual([]);
    expect(expired(given, protect, rule(2, { tagStatus: 'any', countNumber: 1 }))).toEqual([]);
    expect(expired({ ...given, d: { age: 4 } }, protect, rule(2, { tagStatus: 'any', countNumber: 3 }))).toEqual(['d']);
  });

  test('ask for all of several patterns', () => {
    const given = { a: { age: 2, tags: ['x-1', 'y-1'] }, b: { age: 2, tags: ['x-2'] } };
    const both = rule(1, {
      tagStatus: 'tagged',
      tagPatternList: ['x*', 'y*'],
      countType: 'sinceImagePushed',
      countUnit: 'days',
      countNumber: 1,
    });
    expect(expired(given, both)).toEqual(['a']);
  });

  test('leave what an index that stays holds, and what speaks about an image', () => {
    const given = {
      child: { age: 9 },
      index: { age: 8, tags: ['x'], holds: ['child'] },
      note: { age: 7, about: 'index' },
      old: { age: 6 },
    };
    expect(expired(given, rule(1, { tagStatus: 'untagged', countNumber: 1 }))).toEqual([]);
    const all = rule(1, { tagStatus: 'any', countType: 'sinceImagePushed', countUnit: 'days', countNumber: 1 });
    expect(expired(given, all)).toEqual(['child', 'index', 'old']);
  });

  test('know when an image was pulled or archived', () => {
    const given = {
      used: { age: 90, pulled: 1 },
      unused: { age: 90, pulled: 40 },
      never: { age: 90 },
      cold: { age: 400, archived: 100 },
    };
    const pulled = { tagStatus: 'any', countType: 'sinceImagePulled', countUnit: 'days', countNumber: 30 };
    const archive = { type: 'transition', targetStorageClass: 'archive' };
    expect(expired(given, rule(1, pulled, archive))).toEqual(['never', 'unused']);
    const cold = {
      tagStatus: 'any',
      storageClass: 'archive',
      countType: 'sinceImageTransitioned',
      countUnit: 'days',
      countNumber: 90,
    };
    expect(expired(given, rule(1, pulled, archive), rule(2, cold))).toEqual(['cold', 'never', 'unused']);
  });
});

test.each([
  ['text', 'Could not map policyString into LifecyclePolicy.'],
  ['{}', 'object has missing required properties (["rules"])'],
  [policy({ rulePriority: 1 }), 'object has missing required properties (["action","selection"])'],
  [policy({ ...rule(1, { tagStatus: 'any', countNumber: 1 }), more: 1 }), 'not allowed by the schema: (["more"])'],
  [policy(rule(1, { tagStatus: 'some', countNumber: 1 })), 'instance value ("some") not found in enum'],
  [policy(rule(1, { tagStatus: 'any', countNumber: 0 })), 'minimum: 1, found: 0'],
  [policy(rule(1, { tagStatus: 'tagged', countNumber: 1 })), 'is required when tagStatus is tagged'],
  [
    policy(rule(1, { tagStatus: 'any', tagPatternList: ['a'], countNumber: 1 })),
    'are not allowed when tagStatus is any',
  ],
  [policy(rule(1, { tagStatus: 'tagged', tagPatternList: ['*a*b*c*d*'], countNumber: 1 })), 'at most four wildcards'],
  [policy(rule(1, { tagStatus: 'any', countUnit: 'days', countNumber: 1 })), 'not allowed with imageCountMoreThan'],
  [policy(rule(1, { tagStatus: 'any', countType: 'sinceImagePushed', countNumber: 1 })), 'countUnit is required'],
  [
    policy(rule(1, { tagStatus: 'any', countNumber: 1 }), rule(1, { tagStatus: 'untagged', countNumber: 1 })),
    'rulePriority must be unique',
  ],
  [
    policy(rule(1, { tagStatus: 'any', countNumber: 1 }), rule(2, { tagStatus: 'untagged', countNumber: 1 })),
    'must have the highest rulePriority',
  ],
])('the policy %s is refused', (text, words) => {
  expect(() => readPolicy(text)).toThrow(words);
});

describe('the API', () => {
  let cloud: Cloud;
  let ecr: ECRClient;
  const keepOne = policy(rule(1, { tagStatus: 'any', countNumber: 1 }));

  beforeAll(async () => {
    cloud = await Cloud.start({ settings: { lifecyclePreviewMs: 3_600_000 } });
    ecr = ecrClient(cloud);
  });

  afterAll(async () => {
    ecr.destroy();
    await cloud.stop();
  });

  const fresh = async (repositoryName: string) => {
    await ecr.send(new CreateRepositoryCommand({ repositoryName }));
    for (const imageTag of ['1', '2', '3']) await cloud.sluice('ecr/push', { repositoryName, imageTag });
  };
  const tags = async (repositoryName: string) =>
    (await ecr.send(new ListImagesCommand({ repositoryName }))).imageIds?.map(({ imageTag }) => imageTag);

  test('previews what a policy would do, which takes a while, and does nothing', async () => {
    const repositoryName = 'previewed';
    await fresh(repositoryName);
    const start = new StartLifecyclePolicyPreviewCommand({ repositoryName, lifecyclePolicyText: keepOne });
    const look = () => ecr.send(new GetLifecyclePolicyPreviewCommand({ repositoryName, maxResults: 1 }));
    await expect(look()).rejects.toMatchObject({ name: 'LifecyclePolicyPreviewNotFoundException' });
    await expect(ecr.send(new StartLifecyclePolicyPreviewCommand({ repositoryName }))).rejects.toMatchObject({
      name: 'LifecyclePolicyNotFoundException',
    });
    expect((await ecr.send(start)).status).toBe('IN_PROGRESS');
    expect(await look()).toMatchObject({ status: 'IN_PROGRESS' });
    await expect(ecr.send(start)).rejects.toMatchObject({ name: 'LifecyclePolicyPreviewInProgressException' });
    await cloud.sluice('settings', { lifecyclePreviewMs: 0 });
    expect(await look()).toMatchObject({
      status: 'COMPLETE',
      summary: { expiringImageTotalCount: 2 },
      previewResults: [{ action: { type: 'EXPIRE' }, appliedRulePriority: 1 }],
      nextToken: expect.any(String),
    });
    expect(await tags(repositoryName)).toEqual(['1', '2', '3']);
  });

  test('carries a policy out after its time, or when told', async () => {
    const repositoryName = 'kept';
    await fresh(repositoryName);
    const put = () => ecr.send(new PutLifecyclePolicyCommand({ repositoryName, lifecyclePolicyText: keepOne }));
    await put();
    expect(await cloud.sluice('ecr/evaluate-lifecycle', { repositoryName })).toMatchObject({
      expired: [expect.any(String), expect.any(String)],
    });
    expect(await tags(repositoryName)).toEqual(['3']);
    const { lastEvaluatedAt } = await ecr.send(new GetLifecyclePolicyCommand({ repositoryName }));
    expect(lastEvaluatedAt?.getTime()).toBeGreaterThan(cloud.clock.from - 1_000);
    await cloud.sluice('ecr/push', { repositoryName, imageTag: '4' });
    await cloud.sluice('settings', { lifecycleMs: '50ms' });
    await put();
    while ((await tags(repositoryName))?.length !== 1) await cloud.clock.sleep(10);
    expect(await tags(repositoryName)).toEqual(['4']);
    await ecr.send(new DeleteLifecyclePolicyCommand({ repositoryName }));
    await expect(ecr.send(new GetLifecyclePolicyCommand({ repositoryName }))).rejects.toMatchObject({
      name: 'LifecyclePolicyNotFoundException',
    });
  });
});
