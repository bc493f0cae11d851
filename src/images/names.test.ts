import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { digest, isDigest, parseDigest, shortDigest } from './digest.js';
import { ecrHost, ecrRegistry, repositoryArn } from './ecr-host.js';
import { formatPlatform, parsePlatform, platform, platformDifference } from './platform.js';
import { formatReference, isTag, nameOf, parseReference, parseTag } from './reference.js';

const hex = 'a'.repeat(64);
const sha = `sha256:${hex}`;

const wrongOf = (reading: { ok: boolean; wrong?: string; suggestion?: string }): string =>
  reading.ok ? 'nothing' : `${reading.wrong}${reading.suggestion === undefined ? '' : ` → ${reading.suggestion}`}`;

describe('a digest', () => {
  test('is an algorithm and as many digits as it has', () => {
    expect(isDigest(sha)).toBe(true);
    expect(isDigest(`sha512:${hex}${hex}`)).toBe(true);
    expect(shortDigest(sha)).toBe('sha256:aaaaaaaaaaaa');
    expect(digest().read(sha)).toEqual({ ok: true, value: sha });
  });

  test.each([
    [hex, 'has no algorithm such as sha256: in front'],
    ['', 'has no algorithm such as sha256: in front'],
    [`sha256:${hex.slice(1)}`, 'has 63 hexadecimal digits and not 64: it was cut or is none'],
    [`sha256:${hex}a`, 'has 65 hexadecimal digits and not 64: it was cut or is none'],
    [`sha512:${hex}`, 'has 64 hexadecimal digits and not 128: it was cut or is none'],
    [`md5:${hex}`, 'has an algorithm that registries do not know (md5)'],
    [`constructor:${hex}`, 'has an algorithm that registries do not know (constructor)'],
    [`sha256:${'A'.repeat(64)}`, `has capital letters → ${sha}`],
    [`sha256:${'g'.repeat(64)}`, 'is not hexadecimal'],
    [`${sha}\n`, 'is not hexadecimal'],
    [`${sha}:x`, 'is not hexadecimal'],
  ])('%j is none', (given, wrong) => {
    expect(wrongOf(parseDigest(given))).toBe(wrong);
  });
});

describe('a reference', () => {
  test.each([
    ['nginx', { registry: 'docker.io', repository: 'library/nginx' }],
    ['team/shop:1.2', { registry: 'docker.io', repository: 'team/shop', tag: '1.2' }],
    ['index.docker.io/a/b', { registry: 'docker.io', repository: 'a/b' }],
    ['localhost/a', { registry: 'localhost', repository: 'a' }],
    ['localhost:5000/a:1', { registry: 'localhost:5000', repository: 'a', tag: '1' }],
    ['[::1]:5000/a', { registry: '[::1]:5000', repository: 'a' }],
    ['Host/a', { registry: 'Host', repository: 'a' }],
    ['a.b/c__d/e--f.g_h:T', { registry: 'a.b', repository: 'c__d/e--f.g_h', tag: 'T' }],
    [`r.io/a@${sha}`, { registry: 'r.io', repository: 'a', digest: sha }],
    [`r.io:5/a:1@${sha}`, { registry: 'r.io:5', repository: 'a', tag: '1', digest: sha }],
  ])('%s is read as Docker reads it', (given, reference) => {
    expect(parseReference(given)).toEqual({ ok: true, value: reference });
  });

  test.each([
    ['', 'names no repository'],
    ['r.io/', 'names no repository'],
    ['a b', 'has a space in it'],
    ['https://r.io/a', 'begins with a protocol → r.io/a'],
    [`a@${sha}@${sha}`, 'has more than one @'],
    ['a@latest', 'has a digest that has no algorithm such as sha256: in front'],
    [`a@sha256:${'B'.repeat(64)}`, `has a digest that has capital letters → a@sha256:${'b'.repeat(64)}`],
    ['a:', 'has a tag that is empty'],
    ['a:.x', 'has a tag that begins with . or -'],
    ['a:feature+x', 'has a tag that has "+" in it'],
    [`a:${'x'.repeat(129)}`, 'has a tag that has 129 letters, more than 128'],
    ['team/Shop', 'has capital letters in the name of the repository → team/shop'],
    ['r.io/Shop', 'has capital letters in the name of the repository → r.io/shop'],
    ['a//b', 'has "" where small letters, digits and single . _ - between them are meant'],
    ['a..b', 'has "a..b" where small letters, digits and single . _ - between them are meant'],
    ['a___b', 'has "a___b" where small letters, digits and single . _ - between them are meant'],
    ['-a/b', 'has "-a" where small letters, digits and single . _ - between them are meant'],
    ['-a.io/b', 'has a registry that is no host (-a.io)'],
    ['r.io:x/b', 'has a registry that is no host (r.io:x)'],
    [hex, 'is the identifier of an image and not its name'],
    [`r.io/${'a'.repeat(255)}`, 'has a name of more than 255 letters'],
  ])('%j is refused', (given, wrong) => {
    expect(wrongOf(parseReference(given))).toBe(wrong);
  });

  const part = fc.stringMatching(/^[a-z0-9]{1,8}((\.|_|__|-{1,3})[a-z0-9]{1,8}){0,2}$/);
  const reference = fc.record(
    {
      registry: fc.constantFrom('docker.io', 'localhost', 'r.io:5000', '123456789012.dkr.ecr.eu-west-1.amazonaws.com'),
      repository: fc.array(part, { minLength: 2, maxLength: 4 }).map((parts) => parts.join('/')),
      tag: fc.stringMatching(/^\w[\w.-]{0,127}$/),
      digest: fc.constant(sha),
    },
    { requiredKeys: ['registry', 'repository'] },
  );

  test('is the same after it was written and read', () => {
    fc.assert(
      fc.property(reference, (one) => {
        expect(parseReference(formatReference(one))).toEqual({ ok: true, value: one });
        expect(formatReference(one).startsWith(nameOf(one))).toBe(true);
      }),
    );
  });

  test('whatever the text, it is read or refused, in time that does not grow with its square', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(typeof parseReference(text).ok).toBe('boolean');
      }),
    );
    expect(parseReference(`${'a-'.repeat(20_000)}!`).ok).toBe(false);
    expect(parseReference(`${'a.'.repeat(20_000)}/b`).ok).toBe(false);
  });
});

test('a tag that cannot be one is told with one that can', () => {
  expect(wrongOf(parseTag('feature/a b'))).toBe('has "/" in it → feature-a-b');
  expect([isTag('v1'), isTag('_x'), isTag('-x'), isTag('')]).toEqual([true, true, false, false]);
});

describe('a host of Amazon ECR', () => {
  test.each([
    ['123456789012.dkr.ecr.eu-central-1.amazonaws.com', '123456789012', 'eu-central-1', 'aws', false],
    ['123456789012.dkr-ecr.eu-west-1.on.aws', '123456789012', 'eu-west-1', 'aws', false],
    ['123456789012.dkr.ecr-fips.us-gov-west-1.amazonaws.com', '123456789012', 'us-gov-west-1', 'aws-us-gov', true],
    ['123456789012.dkr-ecr-fips.us-east-1.on.aws', '123456789012', 'us-east-1', 'aws', true],
    ['123456789012.dkr.ecr.cn-north-1.amazonaws.com.cn', '123456789012', 'cn-north-1', 'aws-cn', false],
    ['123456789012.dkr-ecr.cn-north-1.on.amazonwebservices.com.cn', '123456789012', 'cn-north-1', 'aws-cn', false],
    ['123456789012.dkr.ecr.eusc-de-east-1.amazonaws.eu', '123456789012', 'eusc-de-east-1', 'aws-eusc', false],
    ['123456789012.dkr.ecr.us-iso-east-1.c2s.ic.gov', '123456789012', 'us-iso-east-1', 'aws-iso', false],
  ])('%s names account, Region and partition', (host, account, region, partition, isFips) => {
    expect(ecrRegistry(host)).toEqual({ kind: 'private', account, region, partition, isFips });
  });

  test.each(['public.ecr.aws', 'ecr-public.aws.com'])('%s is the public one, whose login is in us-east-1', (host) => {
    expect(ecrRegistry(host)).toEqual({ kind: 'public', region: 'us-east-1', partition: 'aws' });
  });

  test.each([
    'docker.io',
    'localhost:5000',
    '123456789012.dkr.ecr.eu-central-1.amazonaws.com.evil.example',
    'x123456789012.dkr.ecr.eu-central-1.amazonaws.com',
    '12345.dkr.ecr.eu-central-1.amazonaws.com',
    '123456789012.dkr.ecr.cn-north-1.amazonaws.com',
    '123456789012.dkr.ecr.eu-central-1.amazonaws.com.cn',
    '123456789012.dkr.ecr..amazonaws.com',
    'public.ecr.aws.example',
  ])('%s is none', (host) => {
    expect(ecrRegistry(host)).toBeUndefined();
  });

  test.each(['eu-central-1', 'us-gov-east-1', 'cn-northwest-1', 'eusc-de-east-1', 'us-iso-east-1', 'us-isob-east-1'])(
    'is written for %s as it is read',
    (region) => {
      expect(ecrRegistry(ecrHost('123456789012', region))).toMatchObject({ account: '123456789012', region });
    },
  );

  test('gives the ARN of a repository in its partition', () => {
    const registry = ecrRegistry('123456789012.dkr.ecr.cn-north-1.amazonaws.com.cn');
    expect(registry?.kind === 'private' && repositoryArn(registry, 'a/b')).toBe(
      'arn:aws-cn:ecr:cn-north-1:123456789012:repository/a/b',
    );
  });
});

describe('platforms', () => {
  test.each([
    ['linux/amd64', 'linux/amd64'],
    ['linux/amd64/v1', 'linux/amd64'],
    ['linux/amd64/v3', 'linux/amd64/v3'],
    ['linux/arm64/v8', 'linux/arm64'],
    ['Linux/AARCH64', 'linux/arm64'],
    ['linux/x86_64', 'linux/amd64'],
    ['linux/arm', 'linux/arm/v7'],
    ['linux/arm/v6', 'linux/arm/v6'],
    ['linux/armel', 'linux/arm/v6'],
  ])('%s is %s', (given, normal) => {
    expect(platform().read(given)).toEqual({ ok: true, value: normal });
  });

  test.each([
    ['amd64', 'names no system → linux/amd64'],
    ['linux', 'names no architecture → linux/amd64'],
    ['linux/', 'is not a platform'],
    ['linux/arm/v7/x', 'is not a platform'],
    ['linux amd64', 'is not a platform'],
    ['', 'is not a platform'],
  ])('%j is refused', (given, wrong) => {
    expect(wrongOf(parsePlatform(given))).toBe(wrong);
  });

  test('are the same set in any order, however they are written, and differ by what one lacks', () => {
    const of = (...texts: string[]) =>
      texts.map((text) => {
        const reading = parsePlatform(text);
        if (!reading.ok) throw new Error(reading.wrong);
        return reading.value;
      });
    const [amd, arm, arm8] = [{ os: 'linux', architecture: 'amd64' }, ...of('linux/arm64', 'linux/arm64')];
    expect(platformDifference([amd!, arm!], [{ ...arm8!, variant: 'v8' }, amd!, amd!])).toEqual({
      missing: [],
      extra: [],
    });
    expect(platformDifference([amd!, arm!], [amd!, ...of('linux/arm/v7')])).toEqual({
      missing: ['linux/arm64'],
      extra: ['linux/arm/v7'],
    });
    expect(formatPlatform({ os: 'linux', architecture: 'arm64', variant: '' })).toBe('linux/arm64');
  });
});
