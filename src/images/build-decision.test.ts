import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { ServiceEntry, ServicesFile } from '../services-file/services-file.js';
import { type BuildFacts, decideBuilds, describeBuilds } from './build-decision.js';

const names = ['api-gateway', 'user', 'store', 'order', 'payment', 'checkin', 'order-query'];
const services: ServiceEntry[] = names.map((name) => ({
  name,
  service: name,
  strategy: 'rolling',
  dependsOn: [],
  context: `services/${name}`,
}));
const file: ServicesFile = {
  fileName: 'services.yaml',
  services,
  sharedPaths: ['libs/**', '!libs/**/*.md'],
  places: new Map(),
};
const commit = '0123456789abcdef0123456789abcdef01234567';
const digest = `sha256:${'d'.repeat(64)}`;
const deployed = (changedPaths?: readonly string[]): BuildFacts => ({
  deployedCommit: commit,
  deployedDigest: digest,
  ...(changedPaths === undefined ? {} : { changedPaths }),
});
const all = (facts: BuildFacts) => new Map(names.map((name) => [name, facts]));
const question = { file, services, forced: [], builtFrom: new Map<string, readonly string[]>() };

describe('one sentence says why a service is built or not', () => {
  test.each<[string, BuildFacts, boolean, string, string]>([
    ['nothing is recorded', {}, true, 'new', 'user is built: no deployment of it is recorded.'],
    [
      'nothing can be known',
      { unclear: 'what is deployed cannot be seen' },
      true,
      'new',
      'user is built: what is deployed cannot be seen.',
    ],
    [
      'it was built otherwise',
      { ...deployed([]), isOtherRecipe: true },
      true,
      'settings',
      'user is built: its arguments, target, platforms or labels are others than those of 0123456789ab, which was deployed last.',
    ],
    [
      'the image is gone',
      { deployedCommit: commit, changedPaths: [] },
      true,
      'missing',
      'user is built: the repository has no longer the image that was deployed from 0123456789ab.',
    ],
    [
      'the history is too short',
      deployed(),
      true,
      'unknown-history',
      'user is built: 0123456789ab, which was deployed last, is not in the history that was fetched.',
    ],
    [
      'files of its own changed',
      deployed(['services/user/b.ts', 'services/user/a.ts', 'services/store/x']),
      true,
      'changed',
      'user is built: services/user/a.ts and 1 more file changed since 0123456789ab.',
    ],
    [
      'a shared file changed',
      deployed(['libs/log/index.ts', 'libs/log/README.md']),
      true,
      'shared',
      'user is built: libs/log/index.ts, which all services share, changed since 0123456789ab.',
    ],
    [
      'the services file changed',
      deployed(['services.yaml']),
      true,
      'services-file',
      'user is built: services.yaml changed since 0123456789ab.',
    ],
    [
      'others changed',
      deployed(['services/store/x', 'services/user-x/a', 'libs/README.md']),
      false,
      'unchanged',
      'user is not built: nothing that belongs to it has changed since 0123456789ab, which was deployed last.',
    ],
    [
      'its content is there, wherever it came from',
      { ...deployed(['services/user/a.ts']), sameContentDigest: digest },
      false,
      'same-content',
      'user is not built: the repository holds an image of exactly this content (sha256:dddddddddddd).',
    ],
    [
      'it was built anew of the same content, and the tag still stands for the first one',
      { ...deployed([]), sameContentDigest: `sha256:${'e'.repeat(64)}`, isFirstOfContent: true },
      false,
      'unchanged',
      'user is not built: nothing that belongs to it has changed since 0123456789ab, which was deployed last.',
    ],
    [
      'the first one of its content is there, and what is deployed is of another',
      { ...deployed(['services/user/a.ts']), sameContentDigest: digest, isFirstOfContent: true },
      false,
      'same-content',
      'user is not built: the repository holds an image of exactly this content (sha256:dddddddddddd).',
    ],
    [
      'the first one of its content is there, and nothing is known of what is deployed',
      { sameContentDigest: digest, isFirstOfContent: true },
      false,
      'same-content',
      'user is not built: the repository holds an image of exactly this content (sha256:dddddddddddd).',
    ],
  ])('%s', (_, facts, isBuilt, reason, sentence) => {
    const [decision] = decideBuilds({ ...question, services: services.slice(1, 2), facts: new Map([['user', facts]]) });
    expect(decision).toEqual({ service: 'user', isBuilt, reason, sentence, ...(isBuilt ? {} : { digest }) });
  });
});

test('a forced service is built although its content is there', () => {
  const facts = all({ ...deployed([]), sameContentDigest: digest });
  const decisions = decideBuilds({ ...question, facts, forced: ['store'] });
  expect(decisions.filter(({ isBuilt }) => isBuilt)).toEqual([
    {
      service: 'store',
      isBuilt: true,
      reason: 'forced',
      sentence: 'store is built: it was asked for whatever changed.',
    },
  ]);
});

test('an image that is made from another is built when that one changed, through any number of them', () => {
  const builtFrom = new Map([
    ['payment', ['store']],
    ['store', ['user']],
  ]);
  const decisions = decideBuilds({ ...question, builtFrom, facts: all(deployed(['services/user/a.ts'])) });
  expect(decisions.filter(({ isBuilt }) => isBuilt).map(({ service, reason }) => [service, reason])).toEqual([
    ['user', 'changed'],
    ['store', 'dependency'],
    ['payment', 'dependency'],
  ]);
  expect(decisions[2]?.sentence).toBe(
    'store is built: it is made from user, and services/user/a.ts changed since 0123456789ab.',
  );
});

test('an image that is made from one that is only forced, or only missing, is not: what it is made from is the same', () => {
  const facts = new Map(all(deployed([])));
  facts.set('user', { deployedCommit: commit, changedPaths: [] });
  const decisions = decideBuilds({ ...question, builtFrom: new Map([['store', ['user']]]), facts, forced: ['user'] });
  expect(decisions.filter(({ isBuilt }) => isBuilt).map(({ service }) => service)).toEqual(['user']);
});

test('a circle of images ends', () => {
  const builtFrom = new Map([
    ['store', ['user']],
    ['user', ['store']],
  ]);
  expect(decideBuilds({ ...question, builtFrom, facts: all(deployed([])) }).some(({ isBuilt }) => isBuilt)).toBe(false);
});

test('seven unchanged services: no build; one shared library: all; one service: that one', () => {
  const builds = (paths: readonly string[]) => decideBuilds({ ...question, facts: all(deployed(paths)) });
  expect(describeBuilds(builds([]))).toBe('No image is built: all 7 are there already.');
  expect(describeBuilds(builds(['libs/x.ts']))).toBe('7 of 7 images are built.');
  expect(describeBuilds(builds(['services/user/a']))).toBe('1 of 7 images is built, 6 are there already.');
  expect(describeBuilds(builds([]).slice(0, 1))).toBe('No image is built: the one is there already.');
});

test('whatever is known, a service that is not built names what is deployed in its place', () => {
  const facts = fc.record(
    {
      deployedCommit: fc.constant(commit),
      changedPaths: fc.array(
        fc.constantFrom('services/user/a', 'services/store/b', 'libs/a', 'docs/x', 'services.yaml'),
      ),
      deployedDigest: fc.constant(digest),
      sameContentDigest: fc.constant(digest),
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(fc.array(facts, { minLength: 7, maxLength: 7 }), fc.subarray(names), (each, forced) => {
      const known = new Map(names.map((name, index) => [name, each[index] ?? {}]));
      for (const { service, isBuilt, digest: instead, sentence } of decideBuilds({
        ...question,
        facts: known,
        forced,
      })) {
        expect(instead === undefined).toBe(isBuilt);
        expect(isBuilt || !forced.includes(service)).toBe(true);
        expect(sentence).toMatch(/^[a-z-]+ is (not )?built: .+\.$/);
      }
    }),
  );
});
