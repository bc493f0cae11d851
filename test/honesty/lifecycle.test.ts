import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { evaluateLifecycle, type RepositoryImage } from '../../src/images/lifecycle-evaluation.js';
import { policyFault, readLifecyclePolicy } from '../../src/images/lifecycle-policy.js';
import { met } from '../../src/local-cloud/ecr/lifecycle-evaluation.js';
import { readPolicy } from '../../src/local-cloud/ecr/lifecycle-policy.js';
import type { Image, Repository } from '../../src/local-cloud/ecr/model.js';

/**
 * Two readings of the same pages: what the toolkit expects of a lifecycle policy, and what the local cloud's ECR does.
 * They were written apart from each other, and neither knows the other.
 */

const dayMs = 86_400_000;
const nowMs = 2_000 * dayMs;
const names = ['prod-1', 'prod-2', 'dev', 'cache', 'v1'];
const patterns = ['prod-*', '*', 'dev', '*1', 'c*e'];

const image = fc.record({
  tags: fc.subarray(names, { maxLength: 2 }),
  age: fc.integer({ min: 0, max: 200 }),
  pulled: fc.option(fc.integer({ min: 0, max: 200 }), { nil: undefined }),
  archived: fc.option(fc.integer({ min: 0, max: 200 }), { nil: undefined, freq: 4 }),
  // Of those that come later in the list, so that no index holds itself.
  holds: fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined, freq: 3 }),
  about: fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined, freq: 4 }),
});

const count = fc.oneof(
  fc.record({ countType: fc.constant('imageCountMoreThan'), countNumber: fc.integer({ min: 1, max: 5 }) }),
  fc.record({
    countType: fc.constantFrom('sinceImagePushed', 'sinceImagePulled'),
    countUnit: fc.constant('days'),
    countNumber: fc.integer({ min: 1, max: 150 }),
  }),
);

const rules = fc.array(
  fc.record({
    tags: fc.oneof(
      fc.constant({ tagStatus: 'untagged' }),
      fc.record({
        tagStatus: fc.constant('tagged'),
        tagPatternList: fc.subarray(patterns, { minLength: 1, maxLength: 2 }),
      }),
    ),
    count,
  }),
  { maxLength: 3 },
);

const policies = fc.tuple(rules, fc.option(count, { nil: undefined })).map(([before, last]) => {
  const all = before.map(({ tags, count: counted }) => ({ ...tags, ...counted }));
  const selections = last === undefined ? all : [...all, { tagStatus: 'any', ...last }];
  return JSON.stringify({
    rules: selections.map((selection, i) => ({ rulePriority: i + 1, selection, action: { type: 'expire' } })),
  });
});

type Given = typeof image extends fc.Arbitrary<infer T> ? T : never;

test('both say the same of every repository and policy', () => {
  let compared = 0;
  fc.assert(
    fc.property(fc.array(image, { minLength: 1, maxLength: 8 }), policies, (given, text) => {
      const policy = readLifecyclePolicy(text);
      if (!policy.ok || policyFault(policy.value) !== undefined) return;
      const seen = forToolkit(given);
      const expected = evaluateLifecycle(policy.value, seen, nowMs).map(({ image: { digest }, rule }) => [
        digest,
        rule.rulePriority,
      ]);
      const done = [...met(forCloud(given), readPolicy(text), nowMs)].map(([{ digest }, { rulePriority }]) => [
        digest,
        rulePriority,
      ]);
      expect(done.sort()).toEqual(expected.sort());
      compared++;
    }),
    { numRuns: 400, seed: 6 },
  );
  expect(compared).toBeGreaterThan(100);
});

const digest = (index: number) => `sha256:${index}`;
const other = (given: readonly Given[], index: number, by: number | undefined) =>
  by === undefined || index + by >= given.length ? undefined : digest(index + by);

/** A tag is on one image, the last one of those that ask for it. */
function tagsOf(given: readonly Given[]): string[][] {
  return given.map(({ tags }, i) =>
    tags.filter((tag) => !given.slice(i + 1).some((later) => later.tags.includes(tag))),
  );
}

function forToolkit(given: readonly Given[]): RepositoryImage[] {
  const tags = tagsOf(given);
  return given.map((each, i) => {
    const child = other(given, i, each.holds);
    const subject = other(given, i, each.about);
    return {
      digest: digest(i),
      tags: tags[i] ?? [],
      pushedAtMs: nowMs - each.age * dayMs - i,
      ...(each.pulled === undefined ? {} : { pulledAtMs: nowMs - each.pulled * dayMs }),
      ...(each.archived === undefined
        ? {}
        : { storageClass: 'archive' as const, archivedAtMs: nowMs - each.archived * dayMs }),
      ...(child === undefined ? {} : { children: [child] }),
      ...(subject === undefined ? {} : { subject }),
    };
  });
}

function forCloud(given: readonly Given[]): Repository {
  const images = forToolkit(given).map(
    (each) =>
      ({
        digest: each.digest,
        pushedAt: each.pushedAtMs,
        ...(each.pulledAtMs === undefined ? {} : { pulledAt: each.pulledAtMs }),
        storage: each.archivedAtMs === undefined ? {} : { archivedAt: each.archivedAtMs },
        manifest: {
          manifests: each.children?.map((child) => ({ digest: child })),
          subject: each.subject === undefined ? undefined : { digest: each.subject },
        },
      }) as unknown as Image,
  );
  const tags = tagsOf(given).flatMap((own, i) => own.map((tag) => [tag, digest(i)] as const));
  return { images: new Map(images.map((each) => [each.digest, each])), tags: new Map(tags) } as unknown as Repository;
}
