import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { readChallenges } from './challenge.js';
import { originOf } from './client.js';
import { dockerCredentials, dockerFolder } from './docker-config.js';

let folder: string;
let path: string | undefined;
const concealed: string[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sluice-docker-config-'));
  path = process.env.PATH;
  process.env.PATH = `${folder}${delimiter}${path ?? ''}`;
  concealed.length = 0;
});
afterEach(async () => {
  process.env.PATH = path;
  await rm(folder, { recursive: true });
});

const base64 = (text: string): string => Buffer.from(text).toString('base64');
const configured = (config: unknown) => writeFile(join(folder, 'config.json'), JSON.stringify(config));
const found = (host: string) => dockerCredentials(host, (secret) => concealed.push(secret), folder);
/** A credential helper that knows one registry, and writes down what it was called with. */
async function helper(name: string, host: string, answer: unknown): Promise<void> {
  const file = join(folder, `docker-credential-${name}`);
  const script = `#!/bin/sh
read -r asked
if [ "$*" = get ] && [ "$asked" = '${host}' ]; then echo '${JSON.stringify(answer)}'; exit 0; fi
echo 'credentials not found in native keychain'; exit 1
`;
  await writeFile(file, script);
  await chmod(file, 0o755);
}

describe('the credentials of Docker', () => {
  test('are none where there are no settings', async () => {
    expect(await found('ghcr.io')).toBeUndefined();
  });

  test('stand in its file, by the name of the registry, as it is or as older versions wrote it', async () => {
    await configured({
      auths: {
        'ghcr.io': { auth: base64('me:pass:word') },
        'https://quay.io/v1/': { username: 'you', password: 'secret' },
        'https://index.docker.io/v1/': { auth: base64('hub:hub-token') },
        'other.io': { auth: base64('x:'), identitytoken: 'refresh' },
        'empty.io': {},
      },
    });
    expect(await found('ghcr.io')).toEqual({ username: 'me', password: 'pass:word' });
    expect(await found('quay.io')).toEqual({ username: 'you', password: 'secret' });
    expect(await found('docker.io')).toEqual({ username: 'hub', password: 'hub-token' });
    expect(await found('other.io')).toEqual({ identityToken: 'refresh' });
    expect(await found('empty.io')).toBeUndefined();
    expect(await found('cr.io')).toBeUndefined();
    expect(concealed).toEqual(['pass:word', 'secret', 'hub-token', 'refresh']);
  });

  test('come from the helper of the registry, else from the store of all', async () => {
    await helper('one', 'ghcr.io', { Username: 'me', Secret: 'from-one' });
    await helper('all', 'quay.io', { Username: '<token>', Secret: 'from-all' });
    await configured({
      credHelpers: { 'ghcr.io': 'one', 'file.io': '' },
      credsStore: 'all',
      auths: { 'file.io': { auth: base64('me:in-file') } },
    });
    expect(await found('ghcr.io')).toEqual({ username: 'me', password: 'from-one' });
    expect(await found('quay.io')).toEqual({ identityToken: 'from-all' });
    expect(await found('file.io')).toEqual({ username: 'me', password: 'in-file' });
    expect(await found('nobody.io')).toBeUndefined();
  });

  test('that cannot be read are told without what stands in them', async () => {
    await writeFile(join(folder, 'config.json'), '{"auths": secret}');
    await expect(found('ghcr.io')).rejects.toThrow(
      /^The settings of Docker cannot be read \(.*is not a JSON object\)$/,
    );
    await configured({ credsStore: 'not-there' });
    await expect(found('ghcr.io')).rejects.toThrow('cannot be started (ENOENT)');
    await configured({ credsStore: '../../bin/sh' });
    await expect(found('ghcr.io')).rejects.toThrow('a credential helper that is none');
  });

  test('lie where Docker looks for them', () => {
    expect(dockerFolder({ DOCKER_CONFIG: '/x' })).toBe('/x');
    expect(dockerFolder({})).toMatch(/\.docker$/);
  });
});

describe('a challenge', () => {
  test.each([
    ['Basic realm="x"', [{ scheme: 'basic', parameters: { realm: 'x' } }]],
    [
      'Bearer realm="https://a/token",service="r",scope="repository:a:pull,push"',
      [{ scheme: 'bearer', parameters: { realm: 'https://a/token', service: 'r', scope: 'repository:a:pull,push' } }],
    ],
    [
      'Basic realm="b, Bearer c", Bearer realm="a", error=invalid_token',
      [
        { scheme: 'bearer', parameters: { realm: 'a', error: 'invalid_token' } },
        { scheme: 'basic', parameters: { realm: 'b, Bearer c' } },
      ],
    ],
    ['Negotiate', []],
    ['', []],
  ])('%s is read', (header, challenges) => {
    expect(readChallenges(header)).toEqual(challenges);
  });
});

describe('the address of a registry', () => {
  test('is encrypted, unless it is this machine', () => {
    expect(['ghcr.io', 'docker.io', 'localhost:5000', '127.0.0.1:5000', '10.0.0.1:5000'].map(originOf)).toEqual([
      'https://ghcr.io',
      'https://registry-1.docker.io',
      'http://localhost:5000',
      'http://127.0.0.1:5000',
      'https://10.0.0.1:5000',
    ]);
  });
});
