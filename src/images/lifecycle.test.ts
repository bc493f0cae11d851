import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { checkLifecycle } from './lifecycle-check.js';
import { evaluateLifecycle, type RepositoryImage, takesTag } from './lifecycle-evaluation.js';
import {
  formatLifecyclePolicy,
  type LifecyclePolicy,
  type LifecycleRule,
  policyFault,
  readLifecyclePolicy,
} from './lifecycle-policy.js';
import { retentionPolicy } from './lifecycle-rules.js';
import { readReleaseTag, releasesOf, releaseTag, surplusReleases } from './release-tags.js';

const DAY = 86_400_000;
const NOW = 1_000 * DAY;
const image = (
  digest: string,
  tags: string[],
  daysAgo: number,
  more: Partial<RepositoryImage> = {},
): RepositoryImage => ({
  digest,
  tags,
  pushedAtMs: NOW - daysAgo * DAY,
  ...more,
});
const rule = (
  rulePriority: number,
  selection: Partial<LifecycleRule['selection']>,
  action: LifecycleRule['action'] = { type: 'expire' },
): LifecycleRule => ({
  rulePriority,
  selection: { tagStatus: 'tagged', countType: 'imageCountMoreThan', countNumber: 1, ...selection },
  action,
});
const days = (countNumber: number) => ({ countType: 'sinceImagePushed', countUnit: 'days', countNumber }) as const;
const expired = (rules: LifecycleRule[], images: RepositoryImage[]): string =>
  evaluateLifecycle({ rules }, images, NOW)
    .map((one) => one.image.digest)
    .sort()
    .join('');

describe('the examples of the documentation come out as it says', () => {
  // https://docs.aws.amazon.com/AmazonECR/latest/userguide/lifecycle_policy_examples.html
  const two = [image('A', ['beta-1', 'prod-1'], 10), image('B', ['beta-2', 'prod-2'], 9), image('C', ['beta-3'], 8)];
  const alphas = [
    image('A', ['alpha-1'], 12),
    image('B', ['beta-1'], 11),
    image('C', ['alpha-2', 'beta-2'], 10),
    image('D', ['alpha-3'], 4),
    image('E', ['beta-3'], 3),
    image('F', ['alpha-4', 'beta-4'], 2),
  ];
  const many = [
    image('A', ['alpha-1', 'beta-1', 'gamma-1'], 10),
    image('B', ['alpha-2', 'beta-2'], 9),
    image('C', ['alpha-3', 'beta-3', 'gamma-2'], 8),
  ];
  const prefixes = (...tagPrefixList: string[]) => ({ tagPrefixList });
  test.each<[string, LifecycleRule[], RepositoryImage[], string]>([
    ['several rules, example A', [rule(1, prefixes('prod')), rule(2, prefixes('beta'))], two, 'A'],
    ['several rules, example B', [rule(1, prefixes('beta')), rule(2, prefixes('prod'))], two, 'AB'],
    ['several tags in a rule, example A', [rule(1, { ...prefixes('alpha', 'beta'), ...days(5) })], alphas, 'C'],
    ['several tags in a rule, example B', [rule(1, prefixes('alpha', 'beta'))], many, 'AB'],
  ])('%s', (_, rules, images, result) => {
    expect(expired(rules, images)).toBe(result);
    expect(expired(rules.toReversed(), images.toReversed())).toBe(result);
  });
});

describe('an evaluation', () => {
  test('of untagged images leaves those in an index that stays, and their attestations', () => {
    const images = [
      image('I', ['v1'], 30, { children: ['a', 'b'] }),
      image('a', [], 30),
      image('b', [], 30),
      image('x', [], 30),
      image('s', [], 30, { subject: 'I' }),
    ];
    expect(expired([rule(1, { tagStatus: 'untagged', ...days(14) })], images)).toBe('x');
    expect(expired([rule(1, { tagStatus: 'any', ...days(14) })], images)).toBe('Iabx');
  });

  test('leaves what lies in an index that lies in an index that stays', () => {
    const images = [
      image('O', ['v1'], 30, { children: ['i'] }),
      image('i', [], 30, { children: ['a'] }),
      image('a', [], 30),
    ];
    expect(expired([rule(1, { tagStatus: 'untagged', ...days(1) })], images)).toBe('');
  });

  test('of archived images looks at those only, and transitions are told as what they are', () => {
    const images = [
      image('A', ['a'], 90, { pulledAtMs: NOW - DAY }),
      image('B', ['b'], 90),
      image('C', ['c'], 400, { storageClass: 'archive', archivedAtMs: NOW - 100 * DAY }),
    ];
    const rules = [
      rule(
        1,
        { tagStatus: 'any', countType: 'sinceImagePulled', countUnit: 'days', countNumber: 30 },
        { type: 'transition', targetStorageClass: 'archive' },
      ),
      rule(2, {
        tagStatus: 'any',
        storageClass: 'archive',
        countType: 'sinceImageTransitioned',
        countUnit: 'days',
        countNumber: 90,
      }),
    ];
    expect(policyFault({ rules })).toBeUndefined();
    expect(evaluateLifecycle({ rules }, images, NOW).map((one) => [one.image.digest, one.rule.action.type])).toEqual([
      ['B', 'transition'],
      ['C', 'expire'],
    ]);
  });

  test.each([
    ['prod', 'prod', true],
    ['prod', 'prod-1', false],
    ['prod-*', 'prod-', true],
    ['*', '', true],
    ['*a*b*', 'xaxxbx', true],
    ['a*a', 'a', false],
    ['*ab*ab', 'ab', false],
    ['v*.*', 'v1', false],
    ['a.c', 'abc', false],
  ])('of the pattern %s says of %j %s', (pattern, tag, isTaken) => {
    expect(takesTag(pattern, tag)).toBe(isTaken);
  });
});

describe('a policy', () => {
  const retention = {
    environments: ['prod', 'staging'],
    protectedTags: ['buildcache*', 'prod'],
    untaggedDays: 14,
    keep: 30,
  };

  test('protects each family of tags by a rule of its own, then expires what has no tag, then the rest', () => {
    const policy = retentionPolicy(retention);
    expect(policyFault(policy)).toBeUndefined();
    expect(
      policy.rules.map(
        ({ selection }) => `${selection.tagPatternList?.join() ?? selection.tagStatus} ${selection.countNumber}`,
      ),
    ).toEqual([
      'prod 100000',
      'prod-* 100000',
      'staging 100000',
      'staging-* 100000',
      'buildcache* 100000',
      'untagged 14',
      'any 30',
    ]);
    expect(readLifecyclePolicy(formatLifecyclePolicy(policy))).toEqual({ ok: true, value: policy });
  });

  test.each<[string, LifecycleRule[], string]>([
    ['no rule', [], 'has no rule'],
    [
      'a priority twice',
      [rule(1, { tagPrefixList: ['a'] }), rule(1, { tagPrefixList: ['b'] })],
      'has a rule 1 that has the priority of another',
    ],
    [
      'no priority',
      [rule(0, { tagPrefixList: ['a'] })],
      'has a rule 0 that has a priority that is no positive whole number',
    ],
    [
      'nothing kept',
      [rule(1, { tagPrefixList: ['a'], countNumber: 0 })],
      'has a rule 1 that counts to 0, which is no positive whole number',
    ],
    ['tagged without tags', [rule(1, {})], 'has a rule 1 that is for tagged images and names no tag'],
    [
      'untagged with tags',
      [rule(1, { tagStatus: 'untagged', tagPatternList: ['a'] })],
      'has a rule 1 that names tags and is for untagged images',
    ],
    [
      'patterns and prefixes',
      [rule(1, { tagPatternList: ['a'], tagPrefixList: ['a'] })],
      'has a rule 1 that has patterns and prefixes at once',
    ],
    [
      'five wildcards',
      [rule(1, { tagPatternList: ['*a*b*c*d*'] })],
      'has a rule 1 that has more than four * in "*a*b*c*d*"',
    ],
    [
      'days not said',
      [rule(1, { tagPatternList: ['a'], countType: 'sinceImagePushed' })],
      'has a rule 1 that counts days and does not say so',
    ],
    [
      'days for a count',
      [rule(1, { tagPatternList: ['a'], countUnit: 'days' })],
      'has a rule 1 that counts images and names a unit of time',
    ],
    [
      'the same tags twice',
      [rule(1, { tagPatternList: ['a*'] }), rule(2, { tagPrefixList: ['a'] })],
      'has a rule 2 that selects the same as another',
    ],
    [
      'untagged twice',
      [rule(1, { tagStatus: 'untagged' }), rule(2, { tagStatus: 'untagged' })],
      'has a rule 2 that selects the same as another',
    ],
    [
      'any not last',
      [rule(1, { tagStatus: 'any' }), rule(2, { tagPatternList: ['a'] })],
      'has a rule 2 after that for any image, which must be the last',
    ],
    [
      'too many rules',
      Array.from({ length: 51 }, (_, index) => rule(index + 1, { tagPatternList: [`a${index}`] })),
      'has 51 rules, more than 50',
    ],
    [
      'too long',
      [{ ...rule(1, { tagPatternList: ['a'] }), description: 'x'.repeat(31_000) }],
      'is 31181 letters long, more than 30720',
    ],
  ])('with %s is refused as ECR would', (_, rules, fault) => {
    expect(policyFault({ rules })).toBe(fault);
  });

  test.each([
    '',
    '[]',
    '{"rules":[{}]}',
    '{"rules":[{"rulePriority":1,"selection":{"tagStatus":"x"},"action":{"type":"expire"}}]}',
  ])('that is written %s cannot be read', (text) => {
    expect(readLifecyclePolicy(text).ok).toBe(false);
  });
});

describe('the check before a policy is put', () => {
  const policy = retentionPolicy({ environments: ['prod'], protectedTags: [], untaggedDays: 14, keep: 1 });
  const digest = (letter: string) => `sha256:${letter.repeat(64)}`;
  const images = [
    image(digest('a'), ['prod-1', 'content-1', 'x'], 300),
    image(digest('b'), ['content-2'], 3),
    image(digest('c'), ['content-3'], 2),
    image(digest('d'), ['content-4'], 9, { storageClass: 'archive' }),
    image(digest('e'), ['prod-2'], 300, { children: [digest('f')] }),
    image(digest('f'), [], 300),
  ];
  const problemsOf = (letter: string, given: LifecyclePolicy = policy) =>
    checkLifecycle(given, images, [{ digest: digest(letter), why: 'shop runs it' }], NOW).problems.map(
      ({ kind, sentence }) => `${kind}: ${sentence}`,
    );

  test('finds nothing wrong with an image in a protected family, however old, and with what lies in its index', () => {
    expect([...problemsOf('a'), ...problemsOf('e'), ...problemsOf('f')]).toEqual([]);
  });

  test.each([
    [
      'b',
      'expires: sha256:bbbbbbbbbbbb (content-2) would be deleted within a day by rule 4 (Keep the last 1 of all other images), and shop runs it.',
    ],
    [
      'c',
      'unguarded: sha256:cccccccccccc (content-3) could be deleted later by rule 4 (Keep the last 1 of all other images), and shop runs it.',
    ],
    [
      'd',
      'archived: sha256:dddddddddddd (content-4) is archived and must be restored before it can run, and shop runs it.',
    ],
    ['9', 'gone: sha256:999999999999 is not in the repository, and shop runs it.'],
  ])('tells what is wrong with image %s', (letter, problem) => {
    expect(problemsOf(letter)).toEqual([problem]);
  });

  test('tells that keeping the last images of an environment is not enough', () => {
    const naive: LifecyclePolicy = { rules: [rule(1, { tagPatternList: ['prod-*'], countNumber: 5 })] };
    expect(problemsOf('a', naive)).toEqual([
      'unguarded: sha256:aaaaaaaaaaaa (prod-1 and 2 more tags) could be deleted later by rule 1, and shop runs it.',
    ]);
  });

  test('shows what would go', () => {
    expect(checkLifecycle(policy, images, [], NOW).affected).toEqual([
      { digest: digest('b'), tags: ['content-2'], rulePriority: 4 },
    ]);
  });
});

describe('tags of releases', () => {
  test('are read as they were written, in the order of time', () => {
    const tag = releaseTag('prod-eu', '2026-11-21T12:13:14.567Z');
    expect(tag).toBe('prod-eu-20261121T121314Z');
    expect(readReleaseTag(tag)).toEqual({ tag, environment: 'prod-eu', at: '20261121T121314Z' });
    expect(['prod', 'prod-1', 'content-x'].map(readReleaseTag)).toEqual([undefined, undefined, undefined]);
  });

  test('may go beyond the last five different images, but not while one is needed', () => {
    const tag = (day: number) => releaseTag('prod', `2026-11-${String(day).padStart(2, '0')}T00:00:00Z`);
    const images = [1, 2, 3, 4, 5, 6, 7].map((day) => image(`d${day}`, [tag(day)], 9));
    // Day 8 went back to what day 3 was.
    const back = images.map((one) => (one.digest === 'd3' ? { ...one, tags: [...one.tags, tag(8)] } : one));
    expect(releasesOf('prod', back)[0]?.image.digest).toBe('d3');
    expect(surplusReleases('prod', back, 5, new Set(['d1']))).toEqual([tag(2)]);
    expect(surplusReleases('prod', back, 1, new Set())).toEqual([7, 6, 5, 4, 2, 1].map(tag));
    expect(surplusReleases('staging', back, 1, new Set())).toEqual([]);
  });
});

/** A repository over its life: builds, promotions, rollbacks, and the lifecycle policy once a day. */
function live(pushes: number, random: () => number, policy: LifecyclePolicy, isTrimmed: boolean) {
  const environments = ['dev', 'staging', 'prod'];
  let images: RepositoryImage[] = [];
  const history = new Map<string, string[]>(environments.map((name) => [name, []]));
  let now = NOW;
  let lost = 0;
  let caught = 0;
  /** Different images, the newest first. */
  const lastFive = (name: string) => history.get(name) ?? [];
  const release = (name: string, digest: string): void => {
    history.set(name, [digest, ...lastFive(name).filter((other) => other !== digest)].slice(0, 5));
    const time = new Date(now).toISOString();
    images = images.map((one) => {
      const tags = one.tags.filter((tag) => tag !== name);
      return { ...one, tags: one.digest === digest ? [...tags, name, releaseTag(name, time)] : tags };
    });
  };
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)];
  for (let push = 0; push < pushes; push += 1) {
    now += 1_000 + Math.floor(random() * 2_000_000);
    const digest = `d${push}`;
    const children = random() < 0.3 ? [`${digest}a`, `${digest}b`, `${digest}p`] : undefined;
    images.push({
      digest,
      tags: [`content-${push}`],
      pushedAtMs: now,
      ...(children === undefined ? {} : { children }),
    });
    for (const child of children ?? []) images.push({ digest: child, tags: [], pushedAtMs: now });
    if (random() < 0.5) release('dev', digest);
    // Promotions take what stands in the environment before, old or new; rollbacks take one of the last five.
    for (const [from, to, share] of [
      ['dev', 'staging', 0.1],
      ['staging', 'prod', 0.03],
    ] as const) {
      const candidate = random() < 0.2 ? lastFive(to)[4] : pick(lastFive(from));
      if (random() < share && candidate !== undefined) release(to, candidate);
    }
    if (push % 25 !== 0) continue;
    const needed = new Set(environments.flatMap(lastFive));
    if (isTrimmed) {
      for (const name of environments) {
        const surplus = new Set(surplusReleases(name, images, 5, needed));
        images = images.map((one) => ({ ...one, tags: one.tags.filter((tag) => !surplus.has(tag)) }));
      }
    }
    const before = checkLifecycle(
      policy,
      images,
      [...needed].map((one) => ({ digest: one, why: 'it is needed' })),
      now,
    );
    caught += before.problems.length;
    const gone = new Set(before.affected.map((one) => one.digest));
    images = images.filter((one) => !gone.has(one.digest));
    const there = new Set(images.map((one) => one.digest));
    for (const one of needed) {
      const index = images.find((candidate) => candidate.digest === one);
      if (!there.has(one) || index?.children?.some((child) => !there.has(child)) === true) lost += 1;
    }
    if (lost > 0) break;
  }
  return { lost, caught, left: images.length };
}

describe('ten thousand images that come and go', () => {
  const seeded = (seed: number) => () => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed / 2_147_483_647;
  };
  const safe = retentionPolicy({
    environments: ['dev', 'staging', 'prod'],
    protectedTags: [],
    untaggedDays: 2,
    keep: 5,
  });

  test('never is one expired that is in use or among the last five releases, and the repository does not grow', () => {
    const { lost, caught, left } = live(10_000, seeded(7), safe, true);
    expect({ lost, caught }).toEqual({ lost: 0, caught: 0 });
    expect(left).toBeLessThan(300);
  });

  test('nor in any of many shorter lives', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2_000_000_000 }), (seed) => {
        expect(live(400, seeded(seed), safe, true)).toMatchObject({ lost: 0, caught: 0 });
      }),
      { numRuns: 20 },
    );
  });

  test.each<[string, LifecycleRule[]]>([
    ['the last five of all', [rule(1, { tagStatus: 'any', countNumber: 5 })]],
    [
      'the last five of each environment',
      ['dev', 'staging', 'prod'].map((name, at) => rule(at + 1, { tagPatternList: [`${name}-*`], countNumber: 5 })),
    ],
  ])('a policy that keeps %s loses one, and the check tells before', (_, rules) => {
    const { lost, caught } = live(3_000, seeded(7), { rules }, false);
    expect(lost).toBeGreaterThan(0);
    expect(caught).toBeGreaterThan(0);
  });
});
