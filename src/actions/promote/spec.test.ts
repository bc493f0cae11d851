import { describe, expect, test } from '@jest/globals';
import { InputError } from '../../spec/input-error.js';
import { parseInputs } from '../../spec/parse.js';
import { figure } from '../../testing/figures.js';
import { spec } from './spec.js';

const DIGEST = `sha256:${'9f86d081884c7d65'.repeat(4)}`;
const GOOD = { source: `team/shop@${DIGEST}`, environment: 'prod', region: 'eu-central-1' };
const ROLE = 'arn:aws:iam::210987654321:role/take-releases';

/** Each input that is wrong, with what is wrong. */
function problems(change: Readonly<Record<string, string>>): string[] {
  try {
    parseInputs(spec, { ...GOOD, ...change });
    return [];
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return error.problems.map(
      ({ input, wrong, suggestion }) => `${input} ${wrong}${suggestion === undefined ? '' : ` [${suggestion}]`}`,
    );
  }
}

const images = (value: unknown): Readonly<Record<string, string>> => ({
  source: '',
  images: typeof value === 'string' ? value : JSON.stringify(value),
});
const services = (more: Readonly<Record<string, string>>) => ({
  source: '',
  services: 'all',
  'source-tag': 'staging',
  ...more,
});

const WRONG: readonly (readonly [change: Readonly<Record<string, string>>, said: string])[] = [
  [{ source: '' }, 'source is missing: give exactly one of source, images and services'],
  [{ source: 'team/shop' }, 'source has a line 1 "team/shop" that has neither a tag nor a digest'],
  [{ source: 'team/shop:' }, 'that has a tag that is empty'],
  [{ source: 'team/shop:-x' }, 'that has a tag that begins with . or -'],
  [{ source: 'team/shop:a b' }, 'that has a tag that has " " in it'],
  [{ source: 'team/shop@sha256:abc' }, 'has 3 hexadecimal digits and not 64'],
  [{ source: `team/shop@${DIGEST.toUpperCase()}` }, 'has an algorithm that registries do not know'],
  [{ source: `team/shop@${DIGEST}@${DIGEST}` }, 'has more than one @'],
  [{ source: `Team/Shop@${DIGEST}` }, 'has capital letters'],
  [{ source: `https://ghcr.io/team/shop@${DIGEST}` }, 'source has a line 1'],
  [{ source: 'a:1\na:1' }, 'source names "a:1" twice'],
  [{ source: 'aa:1\naa:2' }, 'source names two images of aa, and a tag stands for one image only'],
  [{ source: 'a:1' }, 'has 1 letter, and ECR takes 2 to 256'],
  [{ images: JSON.stringify({ user: `team/user@${DIGEST}` }) }, 'images contradicts source'],
  [images('{'), 'images is not JSON'],
  [images([]), 'images is not a JSON object'],
  [images({}), 'images names no image'],
  [images({ user: 1 }), 'images has no image for user'],
  [images({ user: { digest: DIGEST } }), 'images has no image for user'],
  [images({ user: 'team/user:1' }), 'images has an image of user (team/user:1) without its digest'],
  [images({ user: 'team/user@sha256:1' }), 'images has an image of user (team/user@sha256:1) that has a digest that'],
  [images({ 'a b': `team/user@${DIGEST}` }), 'images has a name that is none of a service: "a b"'],
  [images('{"__proto__": "team/user:1"}'), 'images has a name that is none of a service: "__proto__"'],
  [services({ 'source-tag': '' }), 'source-tag is required beside services'],
  [services({ services: 'changed' }), 'services is about what is built'],
  [services({ services: 'user, order' }), 'services has several names on one line'],
  [{ 'source-tag': 'staging' }, 'source-tag has no effect without services'],
  [{ environment: '' }, 'environment is missing: give environment or tags, or both'],
  [{ environment: '-prod' }, 'environment does not have the shape of one'],
  [{ environment: 'prod eu' }, 'environment does not have the shape of one'],
  [{ environment: 'x'.repeat(101) }, 'environment does not have the shape of one'],
  [{ environment: 'prod-20261121T121314Z' }, 'environment looks like the tag of a release'],
  [{ environment: 'content-abc' }, 'environment begins like a tag that stands for content'],
  [{ tags: 'prod' }, "tags has prod, which is the environment's own tag"],
  [{ tags: 'prod-20261121T121314Z' }, 'tags has prod-20261121T121314Z, which is written like the tag of a release'],
  [{ tags: 'a,b' }, 'tags has a line 1 "a,b" that has "," in it'],
  [{ tags: 'v1\nv1' }, 'tags names "v1" twice'],
  [{ target: 'release/shop:1' }, 'target has the tag 1'],
  [{ target: 'release/{service}' }, 'target has "{service}" in it'],
  [{ target: 'Release/shop' }, 'target has capital letters'],
  [{ source: 'aa:1\nbb:1', target: 'release/all' }, 'target is one repository for several images'],
  [services({ target: 'release/all' }), 'target is one repository for several images'],
  [{ 'target-external-id': 'x1' }, 'target-external-id has no effect without target-role-to-assume'],
  [{ 'target-role-to-assume': ROLE, 'target-external-id': 'a b' }, 'target-external-id does not have the shape'],
  [{ 'target-role-to-assume': 'take-releases' }, 'target-role-to-assume is not an ARN'],
  [{ 'target-region': 'Frankfurt' }, 'target-region does not have the shape'],
  [{ referrers: 'yes' }, 'referrers is not one of the words'],
  [{ 'fail-on': 'hgih' }, 'fail-on is not one of the words [high]'],
  [{ 'allow-list': 'allow.yml' }, 'allow-list has no effect without fail-on'],
  [{ 'fixable-only': 'true' }, 'fixable-only has no effect without fail-on'],
  [{ 'scan-timeout': '5' }, 'scan-timeout has no unit'],
  [{ 'require-signature': 'yes' }, 'require-signature is neither true nor false [true]'],
  [{ lifecycle: 'put' }, 'clusters is required for this lifecycle'],
  [{ lifecycle: 'write' }, 'lifecycle is not one of the words'],
  [{ clusters: 'none\nprod' }, 'clusters has none beside clusters'],
  [{ clusters: 'arn:aws:ecs:us-east-1:123456789012:cluster/prod' }, 'which is not of the Region eu-central-1'],
  [{ clusters: 'my cluster' }, 'clusters has a line 1 "my cluster"'],
  [{ keep: '0' }, 'keep is too small'],
  [{ keep: 'five' }, 'keep is not a whole number'],
  [{ environments: 'qa,dev' }, 'environments has a line 1 "qa,dev"'],
  [{ 'protected-tags': 'a*b*c*d*e*' }, 'protected-tags has a line 1 "a*b*c*d*e*"'],
  [{ 'untagged-days': '-1' }, 'untagged-days is too small'],
  [{ 'keep-others': '1.5' }, 'keep-others is not a whole number'],
  [{ timeout: '1s' }, 'timeout is'],
  [{ 'dry-run': '1' }, 'dry-run is neither true nor false [true]'],
  [{ region: '' }, 'region is required'],
  [{ 'role-session-name': 'x y' }, 'role-session-name'],
  [{ envirnoment: 'prod' }, 'envirnoment is not an input of promote'],
  [{ 'target-role': ROLE }, 'target-role is not an input of promote'],
];

describe('inputs of promote that are wrong', () => {
  test.each(WRONG)('%j', (change, wrong) => {
    expect(problems(change).join('\n')).toContain(wrong);
  });

  test('are as many as are promised', () => {
    figure('bad-inputs-of-promote', WRONG.length);
    expect(WRONG.length).toBeGreaterThanOrEqual(60);
  });

  test('are all told at once', () => {
    expect(problems({ source: 'x', environment: '-', keep: 'many', lifecycle: 'none' })).toHaveLength(4);
  });
});

test.each<Readonly<Record<string, string>>>([
  { source: `123456789012.dkr.ecr.eu-central-1.amazonaws.com/team/shop:1@${DIGEST}` },
  { source: 'localhost:5000/shop:1\nghcr.io/team/user:v1.2.3', target: 'release/{name}' },
  { source: '127.0.0.1:40123/shop:1', environment: '', tags: 'v1\nlatest' },
  { ...images({ user: { image: `team/user@${DIGEST}`, built: true } }), target: '{repository}' },
  services({ target: '210987654321.dkr.ecr.eu-west-1.amazonaws.com/release/{name}', 'target-role-to-assume': ROLE }),
  { lifecycle: 'put', clusters: 'none' },
  { clusters: 'arn:aws:ecs:eu-west-1:123456789012:cluster/prod', 'target-region': 'eu-west-1' },
])('%j is accepted', (change) => {
  expect(problems(change)).toEqual([]);
});
