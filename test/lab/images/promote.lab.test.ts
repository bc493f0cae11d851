import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BatchGetImageCommand, CreateRepositoryCommand, ECRClient, ListImagesCommand } from '@aws-sdk/client-ecr';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { ActionStep, type PhaseResult } from '../../../src/testing/runner.js';
import { describeWith } from '../tools.js';
import { pushScannerImage } from './base-images.js';
import { IMAGE_TOOLS } from './engine.js';
import { type ImagePlace, imagePlace } from './place.js';
import { buildPush, checkout, ended } from './popcorn.js';

/** Images that BuildKit made are promoted by the shipped action, and pulled by Docker where they have come to. */

const region = 'eu-west-1';
const other = '210987654321';
const LIMIT_MS = 60_000;

describeWith(IMAGE_TOOLS, 'promote, with images of BuildKit', () => {
  let place: ImagePlace;
  let theirs: ECRClient;
  let folder: string;
  /** What was pushed to `team/<name>:staging`. */
  const pushed: Record<string, string> = {};

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sluice-promote-lab-'));
    place = await imagePlace({ region });
    await place.cloud.admin('sts/account', { accountId: other, accessKeyId: 'AKIAOTHER' });
    theirs = new ECRClient({
      region,
      endpoint: place.cloud.endpoint,
      credentials: { accessKeyId: 'AKIAOTHER', secretAccessKey: 'b' },
    });
    await login(await place.token());
    const scanner = await pushScannerImage(place.engine, place.builder, place.publicRegistry.host, place.nodeImage);
    const context = join(folder, 'context');
    await mkdir(context);
    await writeFile(
      join(context, 'Dockerfile'),
      `FROM ${place.nodeImage}\nCOPY app.js package.json /app/\nCMD ["node", "/app/app.js"]\n`,
    );
    await writeFile(join(context, 'app.js'), "console.log('promoted')\n");
    await writeFile(join(context, 'package.json'), '{"name":"app","version":"1.0.0","type":"module"}');
    const kinds = {
      single: ['--provenance=false'],
      index: ['--platform', 'linux/amd64,linux/arm64', '--provenance=mode=max', `--sbom=generator=${scanner}`],
    };
    for (const [name, words] of Object.entries(kinds)) {
      const uri = await place.repository(`team/${name}`);
      const metadata = join(folder, `${name}.json`);
      const built = await place.engine.docker(
        [
          ...['buildx', 'build', '--builder', place.builder, '--tag', `${uri}:staging`, '--push'],
          ...['--metadata-file', metadata, ...words, context],
        ],
        { limitMs: LIMIT_MS },
      );
      expect(built).toMatchObject({ exitCode: 0 });
      pushed[name] = JSON.parse(await readFile(metadata, 'utf8'))['containerimage.digest'];
    }
  }, 150_000);
  afterEach(() => place.cloud.admin('ecr/clear-registry-faults'));
  afterAll(async () => {
    theirs?.destroy();
    await place?.stop();
    await rm(folder, { recursive: true, force: true });
  }, 60_000);

  async function login({ host, password }: { host: string; password: string }): Promise<void> {
    const words = ['login', '--username', 'AWS', '--password-stdin', host];
    expect(await place.engine.docker(words, { input: password })).toMatchObject({ exitCode: 0 });
  }

  async function promote(inputs: Readonly<Record<string, string>>): Promise<PhaseResult> {
    await using step = await ActionStep.prepare({ action: 'promote', environment: place.cloud.env, inputs });
    return await step.runMain();
  }

  /** The bytes of a manifest. */
  async function bytes(ecr: ECRClient, repositoryName: string, imageDigest: string): Promise<string> {
    const asked = new BatchGetImageCommand({ repositoryName, imageIds: [{ imageDigest }] });
    const { images: [image] = [] } = await ecr.send(asked);
    return image?.imageManifest ?? '';
  }

  const digestsIn = (manifest: string): string[] =>
    (JSON.parse(manifest).manifests ?? []).map(({ digest }: { digest: string }) => digest);

  test(
    'to other repositories of another account: the same bytes, all children, and what was one manifest stays one',
    async () => {
      const uris: Record<string, string> = {};
      for (const name of ['single', 'index']) {
        const made = await theirs.send(new CreateRepositoryCommand({ repositoryName: `release/${name}` }));
        uris[name] = made.repository?.repositoryUri ?? '';
      }
      const inputs = {
        source: 'team/single:staging\nteam/index:staging',
        target: 'release/{name}',
        'target-role-to-assume': `arn:aws:iam::${other}:role/take-releases`,
        environment: 'prod',
      };
      const ran = await promote(inputs);
      ended(ran);
      expect(ran.outputs.outcome).toBe('promoted');
      expect(JSON.parse(ran.outputs['service-images'] ?? '')).toEqual({
        single: `${uris.single}@${pushed.single}`,
        index: `${uris.index}@${pushed.index}`,
      });
      for (const [name, digest] of Object.entries(pushed)) {
        const source = await bytes(place.ecr, `team/${name}`, digest);
        expect(source).not.toBe('');
        expect(await bytes(theirs, `release/${name}`, digest)).toBe(source);
        const children = digestsIn(source);
        expect(children).toHaveLength(name === 'index' ? 4 : 0);
        for (const child of children)
          expect(await bytes(theirs, `release/${name}`, child)).toBe(await bytes(place.ecr, `team/${name}`, child));
      }
      // Docker itself takes it from there, and it runs.
      await login(await place.token(theirs));
      const { docker } = place.engine;
      const image = `${uris.index}@${pushed.index}`;
      expect(await docker(['pull', image], { limitMs: LIMIT_MS })).toMatchObject({ exitCode: 0 });
      const run = await docker(['run', '--rm', '--network', 'none', image], { limitMs: LIMIT_MS });
      expect(run).toMatchObject({ exitCode: 0, stdout: 'promoted\n' });

      const again = await promote(inputs);
      expect([again.exitCode, again.outputs.outcome]).toEqual([0, 'unchanged']);
      // Nothing that lets in is shown, only hidden.
      for (const said of [ran, again]) {
        const shown = [said.stdout.replaceAll(/::add-mask::.*/g, ''), said.stderr, said.summary];
        for (const mask of said.masks)
          for (const text of [...shown, JSON.stringify(said.outputs)]) expect(text).not.toContain(mask);
      }
    },
    3 * LIMIT_MS,
  );

  test(
    'to another repository, while the registry throttles, fails, cuts connections and loses replies',
    async () => {
      const uri = await place.repository('release/troubled');
      const faults = [
        { what: 'throttle', method: 'PUT', route: 'manifests', times: 1 },
        { what: 'error', status: 500, route: 'uploads', times: 2 },
        { what: 'cut', route: 'blobs', method: 'GET', afterBytes: 1000, times: 1 },
        { what: 'lose-reply', route: 'uploads', method: 'PUT', times: 1 },
        { what: 'lose-reply', route: 'manifests', method: 'PUT', times: 1 },
      ];
      for (const fault of faults) await place.cloud.admin('ecr/registry-fault', fault);
      const ran = await promote({ source: 'team/index:staging', target: 'release/troubled', environment: 'prod' });
      ended(ran);
      expect(ran.outputs.image).toBe(`${uri}@${pushed.index}`);
      expect(await place.seen('release/troubled', 'prod')).toMatchObject({ imageDigest: pushed.index });
      const { docker } = place.engine;
      expect(await docker(['pull', `${uri}:prod`], { limitMs: LIMIT_MS })).toMatchObject({ exitCode: 0 });
    },
    2 * LIMIT_MS,
  );

  test(
    'what build-push has pushed to a repository that it made: to production, the next release, and back again',
    async () => {
      const one = await checkout({
        '.dockerignore': '.git\n',
        Dockerfile: `FROM ${place.nodeImage}\nCOPY word /word\n`,
        word: '1',
      });
      try {
        const build = async (more: Readonly<Record<string, string>> = {}): Promise<string> => {
          const inputs = {
            repository: 'made/shop',
            'create-repository': 'true',
            environments: 'prod',
            'build-args': '',
            ...more,
          };
          await using step = await buildPush(place, one, inputs);
          const ran = ended(await step.runMain());
          ended(await step.runPost());
          return ran.outputs.image ?? '';
        };
        const stands = async (): Promise<string> => (await place.seen('made/shop', 'prod')).imageDigest ?? '';
        const first = await build();
        expect(ended(await promote({ source: first, environment: 'prod' })).outputs.outcome).toBe('promoted');
        await one.commit({ word: '2' });
        const second = await build();
        const ran = ended(await promote({ source: second, environment: 'prod' }));
        expect([ran.outputs.image, ran.outputs.previous]).toEqual([second, first]);
        expect(second).toContain(await stands());
        const back = ended(await promote({ source: ran.outputs.previous ?? '', environment: 'prod' }));
        expect(back.outputs.previous).toBe(second);
        expect(first).toContain(await stands());
        // Built anew, for what its steps fetch: the next run, of whatever else, does not bring the old one back.
        const anew = await build({ rebuild: 'all', 'no-cache': 'true' });
        expect([first, second]).not.toContain(anew);
        expect(ended(await promote({ source: anew, environment: 'prod' })).outputs.outcome).toBe('promoted');
        expect(await build({ 'deployed-tag': 'prod' })).toBe(anew);
        // All have a tag of a release, by which they are kept.
        for (const image of [first, second, anew]) {
          const { imageTags = [] } = await place.seen('made/shop', image.slice(image.indexOf('sha256:')));
          expect(imageTags.filter((tag) => /^prod-\d{8}T\d{6}Z$/.test(tag)).length).toBeGreaterThan(0);
        }
      } finally {
        await one.remove();
      }
    },
    2 * LIMIT_MS,
  );

  test(
    'to a repository that is not there, or whose tag cannot move: told as that, with nothing touched',
    async () => {
      const missing = await promote({ source: 'team/single:staging', target: 'release/none', environment: 'prod' });
      expect([missing.exitCode, missing.outputs.outcome]).toEqual([expect.any(Number), 'refused']);
      expect(missing.exitCode).not.toBe(0);
      expect(missing.outputs.reason).toMatch(/release\/none/);

      await place.repository('release/fixed', { imageTagMutability: 'IMMUTABLE' });
      const first = await promote({ source: 'team/single:staging', target: 'release/fixed', environment: 'prod' });
      expect(first.outputs.outcome).toBe('promoted');
      const list = new ListImagesCommand({ repositoryName: 'release/fixed' });
      const before = (await place.ecr.send(list)).imageIds;
      const second = await promote({ source: 'team/index:staging', target: 'release/fixed', environment: 'prod' });
      expect(second.exitCode).not.toBe(0);
      expect(second.outputs.outcome).toBe('refused');
      expect(second.outputs.reason).toMatch(/immutable|cannot move/i);
      expect((await place.ecr.send(list)).imageIds).toEqual(before);
    },
    LIMIT_MS,
  );
});
