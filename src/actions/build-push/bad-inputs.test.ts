import { describe, expect, test } from '@jest/globals';
import { InputError } from '../../spec/input-error.js';
import { parseInputs } from '../../spec/parse.js';
import { figure } from '../../testing/figures.js';
import { BuildStage, problemsOf } from './run-under-test.js';
import { secretsOf } from './secrets.js';
import { spec } from './spec.js';

type Given = Readonly<Record<string, string>>;

const files = {
  Dockerfile: 'FROM scratch\nCOPY . .\n',
  'odd/Dockerfile': 'FROM scratch\n',
  'odd/.dockerignore': 'a[\n',
  'app.js': '1',
  'notes.txt': 'not JSON',
  'empty.json': '',
  'trivy-failed.json': '{"SchemaVersion": 2}',
  'allow-no-list.yml': 'id: CVE-1',
  'allow-no-reason.yml': '- { id: CVE-1, expires: "2026-12-31" }',
  'allow-no-day.yml': '- { id: CVE-1, reason: x, expires: "2026-06-31" }',
  'allow-twice.yml': '- &a { id: CVE-1, reason: x, expires: "2026-12-31" }\n- *a\n',
  '.github/sluice.yml': `
services:
  user: { ecr-repository: user, context: user }
  store: { ecr-repository: shared, dockerfile: Dockerfile }
  order: { ecr-repository: shared, dockerfile: Dockerfile }
`,
  '.github/bare.yml': 'services: { user: { context: . } }\n',
  '.github/stray.yml': 'services: { a: { ecr-repository: aa, build-contexts: [base=service:nobody] } }\n',
  '.github/circle.yml': `
services:
  a: { ecr-repository: aa, build-contexts: [b=service:b] }
  b: { ecr-repository: bb, build-contexts: [a=service:a] }
`,
  '.github/folder.yml': 'services: { a: { ecr-repository: aa, build-contexts: [libs=libs] } }\n',
  '.github/dockerfile.yml': 'services: { a: { ecr-repository: aa, dockerfile: missing/Dockerfile } }\n',
};

const good = { repository: 'shop' };
const many = { services: 'all', repository: '' };

/** What is changed in good inputs, which input is named, and a part of what is said. */
const each = (input: string, ...rows: readonly (readonly [text: string, said: string, more?: Given])[]) =>
  rows.map(([text, said, more = {}]) => [{ ...more, [input]: text }, input, said] as const);

const BAD: readonly (readonly [change: Given, named: string, said: string])[] = [
  ...each(
    'repository',
    ['', 'is missing: give exactly one of repository and services'],
    ['Team/Shop', 'capital letters'],
    ['shop:v1', 'has the tag v1'],
    [`shop@sha256:${'0'.repeat(64)}`, 'has a digest'],
    ['a', 'ECR takes 2 to 256'],
    ['team//shop', 'small letters, digits'],
    ['https://ghcr.io/team/shop', 'begins with a protocol'],
    ['team/shop shop', 'has a space in it'],
  ),
  ...each(
    'services',
    ['all', 'contradicts repository'],
    ['changed', 'is not needed here', { repository: '' }],
    ['user, store', 'has several names on one line', { repository: '' }],
    ['usr', 'Did you mean "user"?', { repository: '' }],
  ),
  ...each(
    'context',
    ['/srv', 'not below the top'],
    ['../other', 'leaves the repository'],
    ['nowhere', 'there is no folder nowhere', { dockerfile: 'Dockerfile' }],
    ['odd', 'odd/.dockerignore:1: the pattern "a["'],
    ['.', 'say it in the services file', many],
  ),
  ...each(
    'dockerfile',
    ['missing', 'there is no file missing'],
    ['a\\b', 'has a \\ in it'],
    ['Dockerfile', 'say it in the services file', many],
  ),
  ...each('target', ['two words', 'the name of a stage'], ['app', 'say it in the services file', many]),
  ...each(
    'build-contexts',
    ['libs', 'without ='],
    ['Libs=libs', 'small letters'],
    ['libs=http://x', 'neither a folder nor docker-image://'],
    ['libs=../libs', 'leaves the repository'],
    ['libs=nowhere', 'there is no folder nowhere'],
  ),
  ...each('build-args', ['NAME', 'without ='], ['1NAME=x', 'letters, digits and _'], ['A=1\nA=2', 'names "A" twice']),
  ...each('labels', ['label', 'without =']),
  ...each(
    'platforms',
    ['linux', 'names no architecture'],
    ['amd64', 'Did you mean "linux/amd64"'],
    ['linux/amd64,linux/arm64', 'is not a platform'],
    ['linux/amd64\nlinux/amd64', 'twice'],
  ),
  ...each(
    'tags',
    ['.v1', 'begins with . or -'],
    ['v 1', 'has " " in it'],
    ['a'.repeat(129), 'has 129 letters'],
    ['content-1', 'made of contents'],
    [
      'v1',
      'would stand for the images of store and order, both in shared',
      { services: 'store\norder', repository: '' },
    ],
  ),
  ...each('secret-envs', ['npm', 'without ='], ['npm=NPM TOKEN', 'the name of an environment variable']),
  ...each('secret-files', ['npm=', 'without a value'], ['n pm=x', 'letters, digits']),
  ...each('ssh', ['agent', 'default, or id=path']),
  ...each('skip-existing', ['yes', 'Did you mean "true"?']),
  ...each(
    'rebuild',
    ['user', 'one image is built: all is meant'],
    ['usr', 'is no service of', { ...many }],
    ['order', 'not among services', { services: 'user', repository: '' }],
  ),
  ...each('deployed-tag', ['prod/1', 'has "/" in it']),
  ...each('cluster', ['a b', 'the name or the ARN'], ['popcorn', 'has no effect without services']),
  ...each(
    'cache',
    ['type=registry', 'has no ref'],
    ['gha', 'Did you mean "type=gha"?'],
    ['ref=x', 'has no type'],
    ['"type=gha', 'does not end'],
  ),
  ...each('cache-from', ['type=s3', 'has no bucket']),
  ...each('provenance', ['mode=max', 'off or min or max'], ['true', 'off or min or max']),
  ...each('sbom', ['yes', 'neither true nor false'], ['Scanner:1', 'true, false, or the reference']),
  ...each('builder', ['my builder', 'the name of a builder']),
  ...each('load', ['true', 'takes one platform', { platforms: 'linux/amd64\nlinux/arm64' }]),
  ...each('registries', ['ghcr.io', 'log in with Docker before this step'], ['123456789012', 'is no registry of ECR']),
  ...each('retries', ['11', 'is too large'], ['many', 'is not a whole number']),
  ...each('fail-on', ['severe', 'critical or high'], ['high', 'needs push: true', { push: 'false' }]),
  ...each('fixable-only', ['true', 'has no effect without fail-on']),
  ...each(
    'allow-list',
    ['allow.yml', 'has no effect without fail-on'],
    ['missing.yml', 'cannot be read', { 'fail-on': 'high' }],
    ['allow-no-list.yml', 'a list is expected', { 'fail-on': 'high' }],
    ['allow-no-reason.yml', 'allow-no-reason.yml:1:3: reason is missing', { 'fail-on': 'high' }],
    ['allow-no-day.yml', 'is no day', { 'fail-on': 'high' }],
    ['allow-twice.yml', 'for the second time', { 'fail-on': 'high' }],
  ),
  ...each('scan-timeout', ['90', 'Did you mean "90s"?'], ['2h', 'is too long']),
  ...each(
    'scan-files',
    ['app.json', 'has no effect without fail-on'],
    ['notes.txt', 'is not JSON', { 'fail-on': 'high' }],
    ['empty.json', 'the scanner wrote nothing', { 'fail-on': 'high' }],
    ['trivy-failed.json', 'has no Results', { 'fail-on': 'high' }],
    ['user=a.json', 'has no report for store', { ...many, 'fail-on': 'high' }],
    ['a.json', 'is one report for 3 images', { ...many, 'fail-on': 'high' }],
  ),
  ...each('create-repository', ['true', 'has no effect with push: false', { push: 'false' }]),
  ...each('tag-mutability', ['fixed', 'immutable or mutable']),
  ...each(
    'moving-tags',
    ['prod', 'has no effect without create-repository'],
    ['a***', 'more than two *', { 'create-repository': 'true' }],
    ['a\nb\nc', 'ECR takes 5 exclusions', { 'create-repository': 'true', environments: 'prod' }],
  ),
  ...each('encryption', ['none', 'aes256 or kms']),
  ...each(
    'kms-key',
    ['alias/x', 'has no effect with encryption: aes256', { 'create-repository': 'true' }],
    ['my key', 'of a key of KMS'],
  ),
  ...each('lifecycle', ['put', 'has no effect with push: false', { push: 'false', clusters: 'none' }]),
  ...each(
    'clusters',
    ['', 'what runs must be known', { lifecycle: 'put' }],
    ['none\npopcorn', 'has none beside clusters', { lifecycle: 'put' }],
  ),
  ...each('timeout', ['1', 'has no unit'], ['1s', 'is too short']),
  ...each('region', ['', 'is required'], ['Frankfurt', 'an AWS Region']),
  ...each('role-session-name', ['x', '2 to 64 letters']),
  ...each(
    'services-file',
    ['.github/bare.yml', 'ecr-repository of user is not said', many],
    ['.github/stray.yml', 'names "nobody", which is no service', many],
    ['.github/circle.yml', 'closes a circle', many],
    ['.github/folder.yml', 'libs cannot be read: there is no folder libs', many],
    ['.github/dockerfile.yml', 'there is no file missing/Dockerfile', many],
  ),
  [{ dockerfil: 'x' }, 'dockerfil', 'Did you mean "dockerfile"?'],
];

describe('a wrong input', () => {
  test('is one of at least 60, no two alike', () => {
    figure('bad-inputs-of-build-push', BAD.length);
    expect(BAD.length).toBeGreaterThanOrEqual(60);
    expect(new Set(BAD.map(([change]) => JSON.stringify(change))).size).toBe(BAD.length);
  });

  test.each(BAD)('%j is told by the name of %s: %s', async (change, named, said) => {
    const stage = new BuildStage(files);
    const problems = await problemsOf(stage.run({ ...good, ...change }));
    const ours = problems.filter((problem) => new RegExp(`^Input ${named}(?![\\w-])`).test(problem));
    expect([ours.length > 0 || problems, problems.some((problem) => problem.includes(said)) || problems]).toEqual([
      true,
      true,
    ]);
    expect([stage.registries.calls, stage.use.asked, stage.opened]).toEqual([[], [], 0]);
  });
});

describe('a secret of the build', () => {
  const outside = (environment: Given, concealed: string[] = []) => ({
    environment,
    conceal: (secret: string) => void concealed.push(secret),
    readFile: async (input: string, path: string): Promise<string> => {
      if (path === 'key.pem') return 'a key\nof lines\n';
      throw new InputError([{ input, value: path, wrong: 'cannot be read' }]);
    },
  });
  const read = (given: Given) => parseInputs(spec, { repository: 'shop', region: 'eu-west-1', ...given });

  test('comes from the input, a variable or a file, and is concealed', async () => {
    const concealed: string[] = [];
    const inputs = read({ secrets: 'npm=a=b ', 'secret-envs': 'gh=TOKEN', 'secret-files': 'key=key.pem' });
    expect(await secretsOf(inputs, outside({ TOKEN: 'value' }, concealed))).toEqual({
      npm: 'a=b ',
      gh: 'value',
      key: 'a key\nof lines\n',
    });
    expect(concealed).toEqual(['a=b ', 'value', 'a key\nof lines\n']);
    expect(read({ secrets: '{"npm": "a\\nb"}' }).secrets).toEqual({ npm: 'a\nb' });
  });

  test('that is not there is told by its input, and never by its value', async () => {
    const inputs = read({ 'secret-envs': 'a=MISSING\nb=EMPTY', 'secret-files': 'key=nowhere' });
    expect(await problemsOf(secretsOf(inputs, outside({ EMPTY: '' })))).toHaveLength(3);
    expect(await problemsOf(secretsOf(read({ 'secret-envs': 'a=ODD' }), outside({ ODD: 'a\0b' })))).toEqual([
      expect.stringContaining('is no text'),
    ]);
    for (const secrets of ['npm', 'n pm=value', 'npm=', 'npm=1\nnpm=2', '{"npm": 1}', '{npm']) {
      const [problem] = await problemsOf(Promise.resolve().then(() => read({ secrets })));
      expect(problem).toMatch(/^Input secrets is not accepted\. Accepted: one id=value per line/);
    }
    const twice = await problemsOf(
      Promise.resolve().then(() => read({ secrets: 'npm=value', 'secret-envs': 'npm=TOKEN' })),
    );
    expect(twice).toEqual(['Input secrets and the inputs beside it name the secret npm twice.']);
  });
});
