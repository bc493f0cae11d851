import { describe, expect, test } from '@jest/globals';
import { chooseRegistry, formatRepository, isLoopback, parseRepository, repository } from './registry-choice.js';

const ecr = '123456789012.dkr.ecr.eu-central-1.amazonaws.com';
const sha = `sha256:${'a'.repeat(64)}`;

const wrongOf = (given: string): string => {
  const reading = parseRepository(given);
  return reading.ok
    ? 'nothing'
    : `${reading.wrong}${reading.suggestion === undefined ? '' : ` → ${reading.suggestion}`}`;
};

describe('the name of a repository', () => {
  test.each([
    ['shop', undefined, 'shop'],
    ['team/shop', undefined, 'team/shop'],
    ['localhost', undefined, 'localhost'],
    ['localhost/shop', 'localhost', 'shop'],
    ['127.0.0.1:5000/team/shop', '127.0.0.1:5000', 'team/shop'],
    ['[::1]:5000/shop', '[::1]:5000', 'shop'],
    ['ghcr.io/team/shop', 'ghcr.io', 'team/shop'],
    ['docker.io/nginx', 'docker.io', 'library/nginx'],
    [`${ecr}/team/shop`, ecr, 'team/shop'],
    ['ghcr.io/a__b', 'ghcr.io', 'a__b'],
  ])('%s is plain, or has its host', (given, host, path) => {
    expect(parseRepository(given)).toEqual({ ok: true, value: { host, path } });
    expect(repository().read(given)).toEqual({ ok: true, value: host === undefined ? path : `${host}/${path}` });
  });

  test.each([
    ['', 'names no repository'],
    ['shop:1', 'has the tag 1, and the repository alone is meant → shop'],
    [`team/shop@${sha}`, 'has a digest, and the repository alone is meant → team/shop'],
    [`ghcr.io/shop:1@${sha}`, 'has a digest, and the repository alone is meant → ghcr.io/shop'],
    ['Team/shop', 'has capital letters in the name of the repository → team/shop'],
    ['team/Shop', 'has capital letters in the name of the repository → team/shop'],
    ['https://ghcr.io/shop', 'begins with a protocol → ghcr.io/shop'],
    ['s', 'has 1 letter, and ECR takes 2 to 256'],
    ['a__b', 'is no name that ECR takes: small letters and digits, with one . _ or - between them, in parts by /'],
    [
      `${ecr}/a--b`,
      'is no name that ECR takes: small letters and digits, with one . _ or - between them, in parts by /',
    ],
  ])('%j is refused', (given, wrong) => {
    expect(wrongOf(given)).toBe(wrong);
  });
});

describe('the registry', () => {
  const chosen = (given: string, isAwsElsewhere = false) => {
    const reading = parseRepository(given);
    if (!reading.ok) throw new Error(reading.wrong);
    expect(formatRepository(reading.value)).toBe(given);
    const { kind, host, ...rest } = chooseRegistry(reading.value, 'us-west-2', isAwsElsewhere);
    return { kind, host, ...rest };
  };

  test('of a plain name is ECR where the credentials are', () => {
    expect(chosen('shop')).toEqual({
      kind: 'ecr',
      host: undefined,
      account: undefined,
      region: 'us-west-2',
      isFips: false,
      path: 'shop',
    });
  });

  test('of a host of ECR is the one that the host says', () => {
    expect(chosen(`${ecr}/shop`)).toMatchObject({ kind: 'ecr', account: '123456789012', region: 'eu-central-1' });
    expect(chosen('210987654321.dkr.ecr-fips.us-east-1.amazonaws.com/shop')).toMatchObject({ isFips: true });
    expect(chosen('public.ecr.aws/team/shop')).toMatchObject({ kind: 'ecr-public' });
  });

  test('of a host of this machine may be ECR only where AWS itself is asked elsewhere', () => {
    expect(chosen('127.0.0.1:5000/shop')).toMatchObject({ kind: 'registry' });
    expect(chosen('127.0.0.1:5000/shop', true)).toMatchObject({ kind: 'maybe-ecr' });
    expect(chosen('ghcr.io/team/shop', true)).toMatchObject({ kind: 'registry', path: 'team/shop' });
  });

  test('is on this machine by 127.0.0.0/8, ::1 and localhost alone', () => {
    for (const host of ['127.0.0.1', '127.1.2.3:80', 'localhost', 'LOCALHOST:5000', '[::1]', '[::1]:5000']) {
      expect([host, isLoopback(host)]).toEqual([host, true]);
    }
    for (const host of ['127.0.0.1.nip.io', 'localhost.example.com', '128.0.0.1', '10.0.0.1:5000', '[::2]']) {
      expect([host, isLoopback(host)]).toEqual([host, false]);
    }
  });
});
