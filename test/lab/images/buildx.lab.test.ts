import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { gunzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { Buildx } from '../../../src/buildx/builder.js';
import { type Leftovers, removeLeftovers } from '../../../src/buildx/leftovers.js';
import { processesWith } from '../../../src/buildx/process-group.js';
import { type BakeImage, bakeOf } from '../../../src/images/bake.js';
import { classifyPushError } from '../../../src/images/push-error.js';
import type { BuildEnd } from '../../../src/ports/image-builder.js';
import { describeWith, labPath, run } from '../tools.js';
import { pushShellImage } from './base-images.js';
import { IMAGE_TOOLS } from './engine.js';
import { type ImagePlace, imagePlace } from './place.js';

/** What we start of Docker, with the real programs: what is built, what is left, and who gets to know what. */

const LIMIT_MS = 60_000;
const SECRET = 'hunter2-hunter2-hunter2';

describeWith([...IMAGE_TOOLS, 'docker-registry'], 'Docker, buildx and BuildKit as our builder', () => {
  let place: ImagePlace;
  let shell: string;
  let folder: string;
  let controller: AbortController;
  let kept: Leftovers[];
  let builder: Buildx;
  let token: { readonly host: string; readonly password: string };
  const lines: string[] = [];

  beforeAll(async () => {
    place = await imagePlace({ region: 'eu-west-1' });
    shell = await pushShellImage(place.engine, place.builder, place.publicRegistry.host);
    token = await place.token();
  }, 120_000);
  afterAll(() => place?.stop(), 60_000);

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sluice-buildx-lab-'));
    await mkdir(join(folder, 'temp'));
    controller = new AbortController();
    kept = [];
    lines.length = 0;
    builder = newBuilder();
    await builder.logIn([{ ...token, username: 'AWS', expiresAt: undefined }]);
  });
  afterEach(async () => {
    await builder.close();
    await place.cloud.admin('ecr/clear-registry-faults');
    await rm(folder, { recursive: true, force: true });
  });

  const newBuilder = () =>
    new Buildx({
      temp: join(folder, 'temp'),
      environment: environment(),
      keep: (left) => kept.push(left),
      signal: controller.signal,
    });

  const environment = () => ({
    PATH: labPath,
    HOME: place.engine.folder,
    INPUT_SECRETS: `npm=${SECRET}`,
    ...place.engine.env,
  });

  async function image(name: string, dockerfile: readonly string[], more: Partial<BakeImage> = {}): Promise<BakeImage> {
    await mkdir(join(folder, 'code', name), { recursive: true });
    await writeFile(join(folder, 'code', name, 'Dockerfile'), [`FROM ${shell} AS base`, ...dockerfile].join('\n'));
    return {
      name,
      context: name,
      dockerfile: `${name}/Dockerfile`,
      args: {},
      labels: { 'org.opencontainers.image.revision': 'abc' },
      contexts: {},
      tags: [],
      platforms: [],
      cacheFrom: [],
      cacheTo: [],
      secrets: {},
      ssh: [],
      provenance: false,
      sbom: false,
      push: 'tags',
      isLoaded: false,
      isPulled: false,
      isCacheIgnored: false,
      ...more,
    };
  }

  function build(
    images: readonly BakeImage[],
    name = place.builder,
    onLine = (_line: string): void => {},
  ): Promise<BuildEnd> {
    const names = images.map((one) => one.name);
    return builder.build({
      bake: bakeOf(images, names, join(folder, 'code')),
      builder: name,
      secretValues: { SLUICE_SECRET_1: SECRET },
      onLine: ({ target, text }) => {
        lines.push(`${target ?? '-'}: ${text}`);
        onLine(text);
      },
      signal: controller.signal,
    });
  }

  const processes = async () => (await run('ps', ['-eww', '-o', 'pid,args'])).stdout;
  const ours = async () => processesWith('DOCKER_CONFIG', join(kept[0]?.folder ?? '', 'docker'));

  /** Every manifest and every blob that a tag leads to, layers unpacked. */
  async function everything(name: string, reference: string): Promise<Buffer[]> {
    const authorization = `Basic ${Buffer.from(`AWS:${token.password}`).toString('base64')}`;
    const accept = ['index.v1', 'manifest.v1'].map((type) => `application/vnd.oci.image.${type}+json`).join(', ');
    const read = async (path: string) =>
      Buffer.from(
        await (
          await fetch(`http://${token.host}/v2/${name}/${path}`, { headers: { authorization, accept } })
        ).arrayBuffer(),
      );
    const manifest = await read(`manifests/${reference}`);
    const {
      manifests = [],
      config,
      layers = [],
    } = JSON.parse(manifest.toString()) as Record<string, never[]> & {
      config?: { digest: string };
    };
    const children = await Promise.all(manifests.map(({ digest }) => everything(name, digest)));
    const digests = [config, ...layers].flatMap((one: { digest: string } | undefined) => one?.digest ?? []);
    const blobs = await Promise.all(digests.map((digest) => read(`blobs/${digest}`)));
    return [manifest, ...children.flat(), ...blobs.map((blob) => (blob[0] === 0x1f ? gunzipSync(blob) : blob))];
  }

  test(
    'one solve pushes several images, and nobody but the step itself gets to see the secret or the token',
    async () => {
      const [web, api] = [await place.repository('lab/web'), await place.repository('lab/api')];
      const before = await readFile(join(place.engine.env.DOCKER_CONFIG ?? '', 'config.json'), 'utf8');
      const step =
        'RUN --mount=type=secret,id=npm sha256sum /run/secrets/npm > /proof && echo "::set-output name=a::b" && sleep 1.5';
      const more = { secrets: { npm: 'SLUICE_SECRET_1' } };
      const cache = `type=registry,ref=${web}:cache,mode=max`;
      const images = [
        await image('web', [step], { ...more, tags: [`${web}:v1`], provenance: 'max', cacheTo: [cache] }),
        await image('api', ['COPY Dockerfile /'], { tags: [`${api}:v1`], contexts: { base: { target: 'web' } } }),
      ];
      let seen = '';
      const end = await build(images, place.builder, (text) => {
        if (text.includes('set-output')) void processes().then((told) => (seen = told));
      });
      expect({ ...end, lines }).toMatchObject({ exitCode: 0, isCancelled: false });
      for (const name of ['web', 'api']) {
        const { imageDigest } = await place.seen(`lab/${name}`, 'v1');
        expect(imageDigest).toBe(end.targets[name]?.digest);
      }
      expect(end.targets.web?.steps).toBeGreaterThan(0);
      expect(end.targets.web?.tookMs).toBeGreaterThan(1_400);
      expect(end.targets.web?.cacheExportMs).toBeGreaterThan(0);
      // Both need the step, and it is told once.
      expect(lines.filter((line) => line.endsWith('| ::set-output name=a::b'))).toHaveLength(1);
      // In the arguments of no process, in nothing that was pushed, in no line, in no file of the user.
      expect(seen).toContain('buildx bake');
      const pushed = [
        ...(await everything('lab/web', 'v1')),
        ...(await everything('lab/web', 'cache')),
        ...(await everything('lab/api', 'v1')),
      ];
      expect(pushed.some((bytes) => bytes.includes('https://slsa.dev/provenance'))).toBe(true);
      // It did reach the step.
      const proof = createHash('sha256').update(SECRET).digest('hex');
      expect(pushed.some((bytes) => bytes.includes(proof))).toBe(true);
      for (const secret of [SECRET, token.password]) {
        expect(seen).not.toContain(secret);
        expect(pushed.filter((bytes) => bytes.includes(secret))).toEqual([]);
        expect(lines.join('\n')).not.toContain(secret);
      }
      expect(await readFile(join(place.engine.env.DOCKER_CONFIG ?? '', 'config.json'), 'utf8')).toBe(before);
      expect((await readdir(place.engine.folder)).includes('.docker')).toBe(false);
      const again = await build(images);
      expect(again.targets.web).toMatchObject({
        digest: expect.stringMatching(/^sha256:/),
        cachedSteps: end.targets.web?.steps,
      });
      await builder.close();
      expect(await readdir(join(folder, 'temp'))).toEqual([]);
    },
    LIMIT_MS,
  );

  test.each(['lab', 'default'])(
    'a cancel during the build ends the step in BuildKit as well (builder %s), and the credentials are gone',
    async (name) => {
      const web = await place.repository(`lab/cancelled-${name}`);
      const step = `RUN echo begun && sleep ${name === 'lab' ? 187 : 188}`;
      const end = await build([await image('web', [step], { tags: [`${web}:v1`] })], name, (text) => {
        if (text.endsWith('| begun')) controller.abort();
      });
      const askedAt = performance.now();
      expect(end).toMatchObject({ isCancelled: true, targets: {} });
      expect(await ours()).toEqual([]);
      const sleeper = step.slice(step.indexOf('sleep'));
      while ((await processes()).includes(sleeper) && performance.now() - askedAt < 10_000) await sleep(50);
      expect(await processes()).not.toContain(sleeper);
      await builder.close();
      expect(await readdir(join(folder, 'temp'))).toEqual([]);
    },
    LIMIT_MS,
  );

  test(
    'a cancel during the push leaves no image half there, and the next push makes it whole',
    async () => {
      const web = await place.repository('lab/pushed');
      await place.cloud.admin('ecr/registry-fault', {
        what: 'delay',
        method: 'PUT',
        route: 'manifests',
        delaySeconds: 30,
      });
      const images = [await image('web', ['COPY Dockerfile /'], { tags: [`${web}:v1`] })];
      const ended = build(images);
      // The manifest is on its way.
      const faults = async () => (await fetch(`${place.cloud.endpoint}/_sluice/ecr/registry-faults`)).text();
      while (!(await faults()).includes('"met":1')) await sleep(50);
      const askedAt = performance.now();
      controller.abort();
      expect(await ended).toMatchObject({ isCancelled: true, targets: {} });
      expect(performance.now() - askedAt).toBeLessThan(7_000);
      expect(await ours()).toEqual([]);
      await place.cloud.admin('ecr/clear-registry-faults');
      controller = new AbortController();
      const again = await build(images);
      expect({ ...again, lines }).toMatchObject({ exitCode: 0 });
      expect((await place.seen('lab/pushed', 'v1')).imageDigest).toBe(again.targets.web?.digest);
    },
    LIMIT_MS,
  );

  test(
    "the engine's own builder is told apart, loads what it is asked for, and pushes what ECR then has",
    async () => {
      const web = await place.repository('lab/engine');
      expect(await builder.inspect('default')).toMatchObject({ driver: 'docker', canExport: false });
      expect(await builder.inspect(place.builder)).toMatchObject({ driver: 'remote', canExport: true });
      await expect(builder.inspect('none')).rejects.toThrow('There is no builder called none');
      // As docker/setup-buildx-action leaves it: chosen in the user's settings, which ours are a copy of.
      expect((await builder.inspect(undefined)).name).toBe('default');
      expect(await place.engine.docker(['buildx', 'use', place.builder])).toMatchObject({ exitCode: 0 });
      const next = newBuilder();
      expect((await next.inspect(undefined)).name).toBe(place.builder);
      await next.close();
      await place.engine.docker(['buildx', 'use', 'default']);
      const one = await image('web', ['RUN --mount=type=secret,id=npm sha256sum /run/secrets/npm > /proof'], {
        secrets: { npm: 'SLUICE_SECRET_1' },
        tags: [`${web}:v1`],
      });
      const pushed = await build([one], 'default');
      expect({ ...pushed, lines }).toMatchObject({ exitCode: 0 });
      expect((await place.seen('lab/engine', 'v1')).imageDigest).toBe(pushed.targets.web?.digest);
      const loaded = await build([{ ...one, push: undefined, isLoaded: true }], 'default');
      const { imageId = '' } = loaded.targets.web ?? {};
      const history = await place.engine.docker(['history', '--no-trunc', imageId]);
      expect(history).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('sha256sum') });
      expect(history.stdout).not.toContain(SECRET);
      await expect(build([{ ...one, sbom: true }], 'default')).rejects.toThrow(
        /cannot make an image with attestations/,
      );
      expect(await builder.digestOf(shell)).toMatch(/^sha256:[0-9a-f]{64}$/);
      expect(await builder.digestOf(`${place.publicRegistry.host}/none:v1`)).toBeUndefined();
    },
    LIMIT_MS,
  );

  test(
    'what registries and Dockerfiles make fail is told as what it is',
    async () => {
      const web = await place.repository('lab/fixed', { imageTagMutability: 'IMMUTABLE' });
      const missing = web.replace('lab/fixed', 'lab/missing');
      const fault = async (name: string, dockerfile: readonly string[], tag: string) => {
        const end = await build([await image(name, dockerfile, { tags: [tag] })]);
        return { exitCode: end.exitCode, ...classifyPushError(end.output) };
      };
      expect(await fault('web', ['RUN echo one > /a'], `${web}:v1`)).toMatchObject({ exitCode: 0 });
      expect(await fault('web', ['RUN echo two > /a'], `${web}:v1`)).toMatchObject({
        exitCode: 1,
        remedy: 'look',
        tag: 'v1',
      });
      expect(await fault('web', ['RUN echo two > /a'], `${missing}:v1`)).toMatchObject({
        what: 'the repository does not exist',
      });
      expect(await fault('web', ['RUN echo three >&2 && false'], `${web}:v2`)).toMatchObject({
        what: 'the build itself failed',
      });
      expect(lines).toEqual(expect.arrayContaining([expect.stringMatching(/^web: \[.*\] \| three$/)]));
      expect(await fault('web', ['COPY none /'], `${web}:v2`)).toMatchObject({
        what: 'the Dockerfile asks for what is not there',
      });
      const fine = await image('api', ['COPY Dockerfile /'], { tags: [`${web}:api`] });
      const slow = await image('web', ['RUN sleep 1 && false'], { tags: [`${web}:v2`] });
      const both = await build([fine, slow]);
      expect(both.exitCode).toBe(1);
      expect(classifyPushError(both.output)).toMatchObject({ target: 'web', what: 'the build itself failed' });
      // It was pushed before the other failed: that is known although buildx writes no metadata then.
      expect(both.targets).toEqual({
        api: expect.objectContaining({ digest: (await place.seen('lab/fixed', 'api')).imageDigest }),
      });
      // A cache that cannot be written is told, and fails nothing.
      const cacheTo = [`type=registry,ref=${missing}:cache`];
      const cacheless = await build([{ ...fine, tags: [`${web}:cacheless`], cacheTo }]);
      expect(cacheless).toMatchObject({
        exitCode: 0,
        targets: { api: { cacheError: expect.stringMatching(/not exist/) } },
      });
      expect(lines).toContainEqual(
        expect.stringMatching(/^api: exporting cache to registry: failed after .* does not exist/),
      );
      await place.cloud.admin('ecr/expire-tokens');
      const expired = await fault('web', ['RUN echo four > /a'], `${web}:v3`);
      token = await place.token();
      // Answered with 403, as ECR does.
      expect(expired).toMatchObject({ remedy: 'login' });
    },
    LIMIT_MS,
  );

  test(
    'what a killed run has left goes on for no longer than until `post`',
    async () => {
      await builder.inspect(place.builder);
      const [left] = kept;
      if (left === undefined) throw new Error('nothing was written down');
      const one = await image('web', ['RUN echo begun && sleep 176'], { push: undefined });
      const bake = bakeOf([one], ['web'], join(folder, 'code'));
      await writeFile(join(folder, 'bake.json'), JSON.stringify(bake.definition));
      const words = [
        'buildx',
        'bake',
        '--builder',
        place.builder,
        '--allow',
        `fs.read=${folder}`,
        '--file',
        join(folder, 'bake.json'),
        'web',
      ];
      const child = spawn('docker', words, {
        env: {
          ...environment(),
          DOCKER_CONFIG: join(left.folder, 'docker'),
          BUILDX_CONFIG: join(left.folder, 'buildx'),
        },
        detached: true,
        stdio: 'ignore',
      });
      const gone = new Promise((done) => child.once('exit', done));
      while (!(await processes()).includes('sleep 176')) await sleep(100);
      await removeLeftovers(left, environment());
      await gone;
      expect(await ours()).toEqual([]);
      while ((await processes()).includes('sleep 176')) await sleep(50);
      expect(await readdir(join(folder, 'temp'))).toEqual([]);
    },
    LIMIT_MS,
  );
});
