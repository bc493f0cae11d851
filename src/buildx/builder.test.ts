import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { CreateRepositoryCommand, GetAuthorizationTokenCommand } from '@aws-sdk/client-ecr';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type BakeImage, bakeOf } from '../images/bake.js';
import { classifyPushError } from '../images/push-error.js';
import { Cloud } from '../local-cloud/cloud.js';
import { ecrClient } from '../local-cloud/ecr/ecr-under-test.js';
import type { BuildEnd } from '../ports/image-builder.js';
import type { RegistryLogin } from '../ports/image-repository.js';
import { bakeImage } from '../testing/bake-image.js';
import { type DockerStandIn, dockerStandIn } from '../testing/docker-stand-in.js';
import { Buildx } from './builder.js';
import { type Leftovers, removeLeftovers } from './leftovers.js';

let cloud: Cloud;
let docker: DockerStandIn;
let folder: string;
let repositoryUri: string;
let login: RegistryLogin;
let controller: AbortController;
let kept: Leftovers[];
let builder: Buildx;

beforeAll(async () => {
  cloud = await Cloud.start();
  docker = await dockerStandIn();
  const ecr = ecrClient(cloud);
  for (const repositoryName of ['shop/web', 'shop/api']) {
    const { repository } = await ecr.send(
      new CreateRepositoryCommand({ repositoryName, imageTagMutability: 'IMMUTABLE' }),
    );
    repositoryUri = repository?.repositoryUri?.replace(/\/(?:web|api)$/, '') ?? '';
  }
  const { authorizationData } = await ecr.send(new GetAuthorizationTokenCommand({}));
  const token = Buffer.from(authorizationData?.[0]?.authorizationToken ?? '', 'base64').toString();
  const host = (authorizationData?.[0]?.proxyEndpoint ?? '').replace(/^http:\/\//, '');
  login = { host, username: 'AWS', password: token.slice('AWS:'.length), expiresAt: undefined };
  ecr.destroy();
});

afterAll(async () => {
  await docker[Symbol.asyncDispose]();
  await cloud.stop();
});

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sluice-builder-'));
  for (const name of ['web', 'api']) {
    await mkdir(join(folder, 'code', name), { recursive: true });
    const lines = ['FROM base', 'RUN --mount=type=secret,id=npm echo "::set-output name=a::b"', `COPY ${name} .`];
    await writeFile(join(folder, 'code', name, 'Dockerfile'), lines.join('\n'));
    await writeFile(join(folder, 'code', name, 'main.js'), name);
  }
  await mkdir(join(folder, 'temp'));
  controller = new AbortController();
  kept = [];
  builder = newBuilder();
});

afterEach(async () => {
  await builder.close();
  await rm(folder, { recursive: true, force: true });
});

const environment = (more: Record<string, string> = {}) => ({
  ...docker.environment,
  HOME: join(folder, 'home'),
  ...more,
});

const newBuilder = (more: Record<string, string> = {}) =>
  new Buildx({
    temp: join(folder, 'temp'),
    environment: environment(more),
    keep: (left) => kept.push(left),
    signal: controller.signal,
  });

const image = (name: string, more: Partial<BakeImage> = {}): BakeImage =>
  bakeImage({
    name,
    context: '.',
    dockerfile: `${name}/Dockerfile`,
    labels: { 'org.opencontainers.image.revision': 'abc' },
    tags: [`${repositoryUri}/${name}:v1`],
    ...more,
  });

const lines: string[] = [];

function build(
  images: readonly BakeImage[],
  more: { secretValues?: Record<string, string>; builder?: string } = {},
): Promise<BuildEnd> {
  lines.length = 0;
  const names = images.map(({ name }) => name);
  return builder.build({
    bake: bakeOf(images, names, join(folder, 'code')),
    builder: more.builder,
    secretValues: more.secretValues ?? {},
    onLine: ({ target, text }) => lines.push(`${target ?? '-'}: ${text}`),
    signal: controller.signal,
  });
}

async function running(pid: number): Promise<boolean> {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  return text !== '' && !/^\d+ \(.*\) [ZX] /s.test(text);
}

/** Waits until the stand-in says that it waits. */
async function waiting(count: number): Promise<readonly number[]> {
  for (;;) {
    const pids = await docker.pids();
    if (pids.length >= count) return pids;
    await sleep(20);
  }
}

describe('Docker with buildx', () => {
  test('builds two images in one solve, pushes them with the login, and answers their digests', async () => {
    await docker.plan({ driver: 'docker-container' });
    expect(await builder.inspect(undefined)).toMatchObject({
      name: 'default',
      driver: 'docker-container',
      buildxVersion: 'v0.36.1',
      buildkitVersion: 'v0.26.3',
      platforms: ['linux/amd64', 'linux/amd64/v2', 'linux/386'],
      canExport: true,
    });
    await builder.logIn([login]);
    const secretValues = { SLUICE_SECRET_1: 'hunter2' };
    const secrets = { npm: 'SLUICE_SECRET_1' };
    const end = await build([image('web', { secrets, provenance: 'max' }), image('api', { secrets })], {
      secretValues,
    });
    expect(end).toMatchObject({ exitCode: 0, output: '', isCancelled: false });
    expect(Object.keys(end.targets)).toEqual(['api', 'web']);
    for (const name of ['web', 'api']) {
      const headers = {
        authorization: `Basic ${Buffer.from(`AWS:${login.password}`).toString('base64')}`,
        accept: 'application/vnd.oci.image.index.v1+json, application/vnd.oci.image.manifest.v1+json',
      };
      const held = await fetch(`http://${login.host}/v2/shop/${name}/manifests/v1`, { headers });
      expect(held.headers.get('docker-content-digest')).toBe(end.targets[name]?.digest);
      expect(held.headers.get('content-type')).toContain(name === 'web' ? 'index' : 'manifest');
    }
    expect(end.targets.web).toMatchObject({ steps: 2, cachedSteps: 0, imageId: undefined });
    // The step is the same for both and told once.
    expect(lines.filter((line) => line.endsWith(': [2/3] | ::set-output name=a::b'))).toHaveLength(1);
    const again = await build([image('web', { secrets, provenance: 'max', push: undefined })], { secretValues });
    expect(again.targets.web).toMatchObject({ steps: 2, cachedSteps: 2, digest: undefined });
    const calls = await docker.calls();
    expect(calls.filter(({ args }) => args[1] === 'version')).toHaveLength(1);
    const bake = calls.find(({ args }) => args[1] === 'bake');
    expect(bake?.args).toEqual(
      expect.arrayContaining(['--progress', 'rawjson', '--allow', `fs.read=${join(folder, 'code')}`, 'api', 'web']),
    );
    expect(bake?.names).toContain('SLUICE_SECRET_1');
    expect(JSON.stringify(calls)).not.toMatch(new RegExp(`hunter2|${login.password}`));
    expect(bake?.config).toBe(join(kept[0]?.folder ?? '', 'docker'));
    expect((await readdir(kept[0]?.folder ?? '')).sort()).toEqual(['buildx', 'docker']);
    await builder.close();
    await builder.close();
    expect(await readdir(join(folder, 'temp'))).toEqual([]);
  });

  test('tells a broken build with its last lines, and what the others had pushed by then', async () => {
    await docker.plan({ failBuild: { target: 'api', message: 'no such module' }, driver: 'docker-container' });
    await builder.logIn([login]);
    await writeFile(join(folder, 'code/api/main.js'), 'broken');
    const end = await build([
      image('web'),
      image('api', { tags: [`${repositoryUri}/api:broken`], isCacheIgnored: true }),
    ]);
    expect(end.exitCode).toBe(1);
    expect(classifyPushError(end.output)).toMatchObject({
      remedy: 'nothing',
      target: 'api',
      what: 'the build itself failed',
    });
    // The step before that is the same for both, and whoever comes first runs it.
    expect(lines).toContainEqual(expect.stringMatching(/^api: \[[23]\/3\] \| no such module$/));
    expect(Object.keys(end.targets)).not.toContain('api');
  });

  test('tells a push that failed as the registry does: an immutable tag, a repository that is not there, no login', async () => {
    await docker.plan({ driver: 'docker-container' });
    const anonymous = await build([image('web')]);
    expect(classifyPushError(anonymous.output)).toMatchObject({ remedy: 'login' });
    await builder.logIn([login]);
    const first = await build([image('web', { tags: [`${repositoryUri}/web:taken`] })]);
    expect(first.exitCode).toBe(0);
    await writeFile(join(folder, 'code/web/main.js'), 'changed');
    const taken = await build([image('web', { tags: [`${repositoryUri}/web:taken`] })]);
    expect(classifyPushError(taken.output)).toMatchObject({ remedy: 'look', tag: 'taken', repository: 'shop/web' });
    const missing = await build([image('web', { tags: [`${repositoryUri}/none:v1`] })]);
    expect(classifyPushError(missing.output)).toMatchObject({
      remedy: 'nothing',
      what: 'the repository does not exist',
    });
    await docker.plan({ driver: 'docker-container', failPush: [{ message: 'unexpected EOF', times: 1 }] });
    const broken = await build([image('web', { tags: [`${repositoryUri}/web:v3`] })]);
    expect(classifyPushError(broken.output)).toMatchObject({ remedy: 'retry' });
    expect((await build([image('web', { tags: [`${repositoryUri}/web:v3`] })])).exitCode).toBe(0);
  });

  test('ends with all that it has started when it is cancelled, and its credentials with it', async () => {
    await docker.plan({ hang: 'build', driver: 'docker-container' });
    await builder.logIn([login]);
    await writeFile(join(folder, 'code/web/main.js'), 'slow');
    const ended = build([image('web', { isCacheIgnored: true })]);
    const pids = await waiting(1);
    controller.abort();
    expect(await ended).toMatchObject({ isCancelled: true, targets: {} });
    expect(await Promise.all(pids.map(running))).toEqual([false]);
    await builder.close();
    expect(await readdir(join(folder, 'temp'))).toEqual([]);
  });

  test('takes the credentials away also where its builder cannot be removed in time, which is left to who comes after', async () => {
    await docker.plan({ driver: 'docker' });
    await builder.create();
    await builder.logIn([login]);
    const [{ folder: place = '' } = {}] = kept;
    const config = () => readFile(join(place, 'docker/config.json'), 'utf8');
    expect(await config()).toContain(login.host);
    await docker.plan({ driver: 'docker', hang: 'remove' });
    controller.abort();
    const startedAt = performance.now();
    await expect(builder.close()).rejects.toThrow('does not come to an end of removing the builder sluice-');
    expect(performance.now() - startedAt).toBeLessThan(6_000);
    expect(await config()).not.toContain(login.host);
    await docker.plan({ driver: 'docker' });
    await removeLeftovers(kept.at(-1) ?? { folder: '' }, environment());
    expect(await readdir(join(folder, 'temp'))).toEqual([]);
  });

  test('leaves nothing for long when it was killed: what it started, its builder and its credentials are found again', async () => {
    await docker.plan({ driver: 'docker' });
    const name = await builder.create();
    expect(name).toMatch(/^sluice-[0-9a-f]{8}$/);
    expect(kept.at(-1)).toMatchObject({ builder: name });
    expect((await builder.inspect(name)).driver).toBe('docker-container');
    await removeLeftovers(kept.at(-1)!, environment());
    const removed = (await docker.calls()).at(-1);
    expect(removed?.args).toEqual(['buildx', 'rm', '--force', name]);
    await builder.create({ hasHostNetwork: true });
    const creations = (await docker.calls()).filter(({ args }) => args[1] === 'create');
    expect(creations.slice(-2).map(({ args }) => args.includes('network=host'))).toEqual([false, true]);
    await removeLeftovers(kept.at(-1)!, environment());
    expect(await readdir(join(folder, 'temp'))).toEqual([]);
    await removeLeftovers(kept.at(-1)!, environment());
  });

  test('refuses before it begins what the builder cannot do', async () => {
    await docker.plan({ driver: 'docker' });
    expect((await builder.inspect(undefined)).canExport).toBe(false);
    const bakes = async () => (await docker.calls()).filter(({ args }) => args[1] === 'bake').length;
    const before = await bakes();
    const amd64 = { os: 'linux', architecture: 'amd64' };
    const platforms = [amd64, { os: 'linux', architecture: 'arm64' }];
    await expect(build([image('web', { platforms })])).rejects.toThrow(/cannot make an image of several platforms/);
    await expect(build([image('web', { sbom: true })])).rejects.toThrow(/cannot make an image with attestations/);
    await expect(build([image('web', { push: 'digest', tags: ['a.example/web'] })])).rejects.toThrow(/push by digest/);
    await expect(build([image('web', { cacheTo: ['a.example/web:cache'] })])).rejects.toThrow(/setup-buildx-action/);
    const own = await builder.create();
    const loaded = image('web', { platforms, isLoaded: true, push: undefined });
    await expect(build([loaded], { builder: own })).rejects.toThrow(/several platforms, which the engine cannot hold/);
    expect(await bakes()).toBe(before);
    expect((await build([image('web', { cacheTo: ['type=inline'], push: undefined })])).exitCode).toBe(0);
    // With containerd's image store it can, but for a push by digest.
    await docker.plan({ driver: 'docker', hasContainerdStore: true });
    expect((await build([loaded], { builder: own })).exitCode).toBe(0);
    builder = newBuilder();
    expect((await builder.inspect(undefined)).canExport).toBe(true);
    expect((await build([loaded])).exitCode).toBe(0);
    await expect(build([image('web', { push: 'digest', tags: ['a.example/web'] })])).rejects.toThrow(/push by digest/);
  });

  test('speaks to an older buildx as that understands it, and refuses one that is too old', async () => {
    await docker.plan({ buildx: 'v0.12.1', driver: 'docker' });
    const end = await build([image('web', { push: undefined }), image('api', { push: undefined })]);
    expect(end).toMatchObject({ exitCode: 0, targets: { web: { steps: 2 } } });
    expect(lines).toEqual(expect.arrayContaining([expect.stringMatching(/^web: #\d \[web 3\/3\] COPY web \.$/)]));
    const { args } = (await docker.calls()).at(-1)!;
    expect(args).toEqual(expect.arrayContaining(['--progress', 'plain']));
    expect(args).not.toContain('--allow');
    await docker.plan({ buildx: 'v0.0.0+unknown' });
    builder = newBuilder();
    expect(await builder.inspect(undefined)).toMatchObject({ buildxVersion: 'unknown' });
    await docker.plan({ buildx: 'v0.9.1' });
    builder = newBuilder();
    await expect(builder.inspect(undefined)).rejects.toThrow(/buildx v0.9.1 is too old: 0.10 or newer is needed/);
  });

  test('takes the builder that the environment names, as the step before has made it', async () => {
    await docker.plan({ driver: 'docker' });
    await mkdir(join(folder, 'home/.docker/buildx/instances'), { recursive: true });
    await writeFile(join(folder, 'home/.docker/buildx/instances/builder-1'), '{}');
    builder = newBuilder({ BUILDX_BUILDER: 'builder-1' });
    expect(await builder.inspect(undefined)).toMatchObject({ name: 'builder-1', driver: 'docker-container' });
    expect((await build([image('web', { push: undefined })])).exitCode).toBe(0);
    expect((await docker.calls()).at(-1)?.args).toEqual(expect.arrayContaining(['--builder', 'builder-1']));
  });

  test('tells the digest of a base image, and nothing of one that it cannot see', async () => {
    const digest = `sha256:${'a'.repeat(64)}`;
    await docker.plan({ bases: { 'node:24': digest } });
    expect(await builder.digestOf('node:24')).toBe(digest);
    expect(await builder.digestOf('127.0.0.1:1/none:v1')).toBeUndefined();
  });

  test('says what is missing: Docker, buildx, the engine, a builder', async () => {
    builder = newBuilder({ PATH: join(folder, 'temp') });
    await expect(builder.inspect(undefined)).rejects.toThrow(/no program called docker.*setup-docker-action/);
    builder = newBuilder();
    await docker.plan({ buildx: null });
    await expect(builder.inspect(undefined)).rejects.toThrow(/Docker has no buildx here/);
    await docker.plan({ isEngineDown: true });
    await expect(builder.inspect(undefined)).rejects.toThrow(
      /does not answer at unix:\/\/\/var\/run\/docker.sock: start it/,
    );
    await expect(builder.inspect('other')).rejects.toThrow(/no builder called other/);
    await expect(builder.create()).rejects.toThrow(/does not answer at/);
    controller.abort();
    await expect(newBuilder().inspect(undefined)).rejects.toMatchObject({ name: 'Interrupted' });
  });
});
