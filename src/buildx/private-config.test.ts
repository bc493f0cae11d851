import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { RegistryLogin } from '../ports/image-repository.js';
import { PrivateConfig, removePrivateFolder } from './private-config.js';

let temp: string;
let home: string;

beforeEach(async () => {
  temp = await mkdtemp(join(tmpdir(), 'sluice-private-config-'));
  home = join(temp, 'home');
  await mkdir(join(home, '.docker'), { recursive: true });
});

afterEach(() => rm(temp, { recursive: true, force: true }));

const made = (more: Record<string, string> = {}) =>
  PrivateConfig.make(PrivateConfig.placeBelow(temp), { HOME: home, PATH: '/bin', ...more });
const theirs = (settings: unknown) => writeFile(join(home, '.docker/config.json'), JSON.stringify(settings));
const written = async (config: PrivateConfig) =>
  JSON.parse(await readFile(join(config.docker, 'config.json'), 'utf8')) as Record<string, unknown>;
const login = (host: string, password = 'token'): RegistryLogin => ({
  host,
  username: 'AWS',
  password,
  expiresAt: undefined,
});
const base64 = (text: string) => Buffer.from(text).toString('base64');

/** Every file below a folder, with when it was last written. */
async function stateOf(folder: string): Promise<string[]> {
  const names = await readdir(folder, { recursive: true });
  return Promise.all(names.sort().map(async (name) => `${name} ${(await stat(join(folder, name))).mtimeMs}`));
}

describe('the private settings of Docker', () => {
  test('hold the logins beside what the user has, for their owner alone', async () => {
    await theirs({ auths: { 'ghcr.io': { auth: 'bWU6cGFzcw==' } }, HttpHeaders: { a: 'b' }, proxies: { default: {} } });
    const config = await made();
    await config.logIn([login('1.dkr.ecr.eu-central-1.amazonaws.com')]);
    expect(await written(config)).toEqual({
      auths: {
        'ghcr.io': { auth: 'bWU6cGFzcw==' },
        '1.dkr.ecr.eu-central-1.amazonaws.com': { auth: base64('AWS:token') },
      },
      HttpHeaders: { a: 'b' },
      proxies: { default: {} },
      cliPluginsExtraDirs: [join(home, '.docker/cli-plugins')],
    });
    expect((await stat(config.folder)).mode & 0o777).toBe(0o700);
    expect((await stat(config.docker)).mode & 0o777).toBe(0o700);
    expect((await stat(join(config.docker, 'config.json'))).mode & 0o777).toBe(0o600);
  });

  test('take a fresh login in place of the one before', async () => {
    const config = await made();
    await config.logIn([login('a.example:5000', 'old'), login('b.example')]);
    await config.logIn([login('a.example:5000', 'new')]);
    expect((await written(config)).auths).toEqual({
      'a.example:5000': { auth: base64('AWS:new') },
      'b.example': { auth: base64('AWS:token') },
    });
    expect(await readdir(config.docker)).toEqual(['config.json']);
  });

  test('are asked for our hosts in the file, where a store of credentials is set for all others', async () => {
    await theirs({ credsStore: 'desktop', credHelpers: { 'gcr.io': 'gcloud', 'a.example': 'ecr-login' } });
    const config = await made();
    await config.logIn([login('a.example')]);
    expect(await written(config)).toMatchObject({
      credsStore: 'desktop',
      credHelpers: { 'gcr.io': 'gcloud', 'a.example': '' },
      auths: { 'a.example': { auth: base64('AWS:token') } },
    });
  });

  test('reach the contexts, plugins and builders of the user, and write nothing there', async () => {
    const docker = join(home, '.docker');
    await theirs({ currentContext: 'remote', cliPluginsExtraDirs: ['/opt/plugins'] });
    await mkdir(join(docker, 'contexts/meta/abc'), { recursive: true });
    await writeFile(join(docker, 'contexts/meta/abc/meta.json'), '{}');
    await mkdir(join(docker, 'buildx/instances'), { recursive: true });
    await mkdir(join(docker, 'buildx/refs/builder'), { recursive: true });
    await writeFile(join(docker, 'buildx/instances/builder-1'), '{"Name":"builder-1"}');
    await writeFile(join(docker, 'buildx/current'), '{"Name":"builder-1"}');
    await writeFile(join(docker, 'buildx/refs/builder/x'), 'large');
    const before = await stateOf(docker);
    const config = await made();
    await config.logIn([login('a.example')]);
    expect(await written(config)).toMatchObject({
      currentContext: 'remote',
      cliPluginsExtraDirs: ['/opt/plugins', join(docker, 'cli-plugins')],
    });
    expect(await readFile(join(config.docker, 'contexts/meta/abc/meta.json'), 'utf8')).toBe('{}');
    expect((await readdir(config.buildx)).sort()).toEqual(['current', 'instances']);
    expect(config.environment).toMatchObject({ DOCKER_CONFIG: config.docker, BUILDX_CONFIG: config.buildx });
    await removePrivateFolder(config.folder);
    expect(await stateOf(docker)).toEqual(before);
  });

  test('follow DOCKER_CONFIG and BUILDX_CONFIG, and leave a chosen context and builder as they are', async () => {
    const elsewhere = join(temp, 'elsewhere');
    const builders = join(temp, 'builders');
    await mkdir(join(builders, 'instances'), { recursive: true });
    await mkdir(elsewhere);
    await writeFile(join(builders, 'instances/mine'), '{}');
    await writeFile(join(elsewhere, 'config.json'), JSON.stringify({ auths: { 'a.example': { auth: 'x' } } }));
    const config = await made({
      DOCKER_CONFIG: elsewhere,
      BUILDX_CONFIG: builders,
      BUILDX_BUILDER: 'mine',
      DOCKER_CONTEXT: 'remote',
    });
    expect(await written(config)).toMatchObject({ auths: { 'a.example': { auth: 'x' } } });
    expect(await readdir(join(config.buildx, 'instances'))).toEqual(['mine']);
    expect(config.environment).toMatchObject({ BUILDX_BUILDER: 'mine', DOCKER_CONTEXT: 'remote' });
  });

  test('do without those of the user where there are none', async () => {
    await rm(join(home, '.docker'), { recursive: true });
    expect(await written(await made())).toEqual({
      auths: {},
      cliPluginsExtraDirs: [join(home, '.docker/cli-plugins')],
    });
    await mkdir(join(home, '.docker'));
    await writeFile(join(home, '.docker/config.json'), ' \n');
    expect(await written(await made())).toMatchObject({ auths: {} });
  });

  test.each(['{"auths": {"a.example": {"auth": "c2VjcmV0"', '[]', 'null', '"text"'])(
    'are not made of what is no JSON object (%s), and nothing of it is told',
    async (text) => {
      await writeFile(join(home, '.docker/config.json'), text);
      const failed = await made().catch((error: Error) => error);
      expect(failed).toMatchObject({ name: 'DeployFailed', message: expect.stringContaining('are not a JSON object') });
      expect((failed as Error).message).toContain(join(home, '.docker/config.json'));
      expect((failed as Error).message).not.toContain('c2VjcmV0');
      expect((await readdir(temp)).sort()).toEqual(['home']);
    },
  );

  test('say which file cannot be read', async () => {
    // A folder where the file should be cannot be read by root either.
    await mkdir(join(home, '.docker/config.json'));
    await expect(made()).rejects.toThrow(/settings cannot be read: .*EISDIR.*name another folder with DOCKER_CONFIG/);
  });

  test('give a program neither the inputs nor the state of the action, and no login that goes before ours', async () => {
    const config = await made({
      INPUT_SECRETS: 'npm=hunter2',
      STATE_folder: '/x',
      AWS_REGION: 'eu-central-1',
      DOCKER_AUTH_CONFIG: JSON.stringify({ auths: { 'a.example': { auth: 'old' }, 'b.example': { auth: 'kept' } } }),
    });
    await config.logIn([login('a.example')]);
    const { environment } = config;
    expect(Object.keys(environment).filter((name) => /^(?:INPUT|STATE)_/.test(name))).toEqual([]);
    expect(environment).toMatchObject({ AWS_REGION: 'eu-central-1', BUILDX_METADATA_PROVENANCE: 'disabled' });
    expect(JSON.parse(environment.DOCKER_AUTH_CONFIG ?? '')).toEqual({ auths: { 'b.example': { auth: 'kept' } } });
    expect(JSON.stringify(environment)).not.toContain(base64('AWS:token'));
  });

  test('are removed, twice if need be, and what is none of ours is left alone', async () => {
    const config = await made();
    await config.logIn([login('a.example')]);
    await chmod(join(config.docker, 'config.json'), 0o400);
    await removePrivateFolder(config.folder);
    await removePrivateFolder(config.folder);
    await removePrivateFolder(home);
    await removePrivateFolder('');
    expect(await readdir(temp)).toEqual(['home']);
  });
});
