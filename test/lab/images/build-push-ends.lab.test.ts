import { mkdtemp, readdir, readFile, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ListImagesCommand } from '@aws-sdk/client-ecr';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import type { ActionStep, PhaseResult } from '../../../src/testing/runner.js';
import { describeWith, run } from '../tools.js';
import { pushShellImage } from './base-images.js';
import { IMAGE_TOOLS } from './engine.js';
import { type ImagePlace, imagePlace } from './place.js';
import { buildPush, type Checkout, checkout, ended } from './popcorn.js';
import { pushedBytes } from './pushed-bytes.js';
import { type PlainRegistry, startPlainRegistry } from './registry.js';

/** How build-push ends when it is cancelled or killed, when registries have trouble, and who gets to know its secrets. */

const LIMIT_MS = 90_000;
const SECRET = 'hunter2-of-the-build';
/** Of somebody's registry that takes a password; as `htpasswd -B` would write it. */
const PASSWORD = 'registry-hunter2-registry';
const USERS = 'ci:$2b$05$u7TDC2i43YhtkLUV8CGCDOQYxV6HgW98pXEs23DjZseZfcaNIkqYm\n';

describeWith([...IMAGE_TOOLS, 'git'], 'build-push, however it ends', () => {
  let place: ImagePlace;
  let shell: string;
  const checkouts: Checkout[] = [];
  const steps: ActionStep[] = [];
  let guarded: PlainRegistry;

  beforeAll(async () => {
    [place, guarded] = await Promise.all([
      imagePlace({ region: 'eu-west-1' }),
      startPlainRegistry({ htpasswd: USERS }),
    ]);
    shell = await pushShellImage(place.engine, place.builder, place.publicRegistry.host);
  }, 120_000);
  afterEach(async () => {
    await place.cloud.admin('ecr/clear-registry-faults');
    await place.cloud.admin('clear-faults');
    for (const step of steps.splice(0)) await step[Symbol.asyncDispose]();
    for (const one of checkouts.splice(0)) await one.remove();
  });
  afterAll(async () => {
    await Promise.all([place?.stop(), guarded?.stop()]);
  }, 60_000);

  /** A step that builds one image with this Dockerfile. */
  async function prepared(
    repository: string,
    dockerfile: readonly string[],
    inputs: Readonly<Record<string, string>> = {},
    onLine: (line: string) => void = () => {},
    env: Readonly<Record<string, string>> = {},
  ): Promise<ActionStep> {
    const made = await checkout({ '.dockerignore': '.git\n', Dockerfile: ['ARG SHELL', ...dockerfile, ''].join('\n') });
    checkouts.push(made);
    const step = await buildPush(
      place,
      made,
      { repository, 'build-args': `SHELL=${shell}`, ...inputs },
      { onLine, env },
    );
    steps.push(step);
    return step;
  }
  // biome-ignore lint/suspicious/noTemplateCurlyInString: Docker's own
  const FROM = 'FROM ${SHELL}';

  const processes = async (): Promise<string> => (await run('ps', ['-eww', '-o', 'pid,args'])).stdout;

  /** Processes that were started with something of this step. */
  async function startedBy({ folder }: ActionStep): Promise<string[]> {
    const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
    const environments = await Promise.all(pids.map((pid) => readFile(`/proc/${pid}/environ`, 'utf8').catch(() => '')));
    return pids.filter((_, at) => environments[at]?.includes(folder));
  }

  /** All that lies in the folder of a step, which is the runner's temporary one. */
  async function filesOf({ folder }: ActionStep): Promise<string> {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
    return (await Promise.all(files.map((file) => readFile(file, 'utf8')))).join('\n');
  }

  /** Nothing runs, nothing lies about. */
  async function expectNothingLeft(step: ActionStep, { masks }: PhaseResult, running: string): Promise<void> {
    expect(await startedBy(step)).toEqual([]);
    // BuildKit takes a moment to hear of it.
    for (const until = Date.now() + 10_000; Date.now() < until && (await processes()).includes(running); )
      await sleep(50);
    expect((await processes()).includes(running)).toBe(false);
    const left = await filesOf(step);
    expect(masks.length).toBeGreaterThan(0);
    for (const mask of masks) expect(left).not.toContain(mask);
    expect(left).not.toContain('"auths"');
  }

  test(
    'cancelled while it builds: nothing goes on, no credentials are left, and nothing was pushed',
    async () => {
      await place.repository('lab/cancelled');
      let begun = (): void => {};
      const isBegun = new Promise<void>((done) => (begun = done));
      const step = await prepared('lab/cancelled', [FROM, 'RUN echo begun && sleep 1357'], {}, (line) => {
        if (/\bbegun$/.test(line)) begun();
      });
      const main = await step.main();
      await isBegun;
      const askedAt = performance.now();
      const end = await main.cancel();
      expect(performance.now() - askedAt).toBeLessThan(7_500);
      expect([end.exitCode, end.outputs.outcome, end.outputs['service-images']]).toEqual([8, 'interrupted', '{}']);
      await expectNothingLeft(step, end, 'sleep 1357');
      ended(await step.runPost());
      const { imageIds } = await place.ecr.send(new ListImagesCommand({ repositoryName: 'lab/cancelled' }));
      expect(imageIds).toEqual([]);
    },
    LIMIT_MS,
  );

  test(
    'killed while it builds: its post ends what went on, and removes the credentials',
    async () => {
      await place.repository('lab/killed');
      let begun = (): void => {};
      const isBegun = new Promise<void>((done) => (begun = done));
      const step = await prepared('lab/killed', [FROM, 'RUN echo begun && sleep 2468'], {}, (line) => {
        if (/\bbegun$/.test(line)) begun();
      });
      const main = await step.main();
      await isBegun;
      const end = await main.kill();
      expect(end.signal).toBe('SIGKILL');
      ended(await step.runPost());
      await expectNothingLeft(step, end, 'sleep 2468');
    },
    LIMIT_MS,
  );

  test(
    'cancelled while it pushes: what the registry has is whole, and the next run makes the rest',
    async () => {
      const uri = await place.repository('lab/pushed');
      const late = { what: 'delay', method: 'PUT', route: 'manifests', delaySeconds: 30 };
      await place.cloud.admin('ecr/registry-fault', late);
      const step = await prepared('lab/pushed', [FROM, 'RUN echo pushed > /word'], { tags: 'v1' });
      const main = await step.main();
      const faults = async () => (await fetch(`${place.cloud.endpoint}/_sluice/ecr/registry-faults`)).text();
      for (const until = Date.now() + 30_000; Date.now() < until && !(await faults()).includes('"met":1'); )
        await sleep(50);
      const askedAt = performance.now();
      const end = await main.cancel();
      expect(performance.now() - askedAt).toBeLessThan(7_500);
      expect([end.exitCode, end.outputs.outcome]).toEqual([8, 'interrupted']);
      await expectNothingLeft(step, end, step.folder);
      ended(await step.runPost());
      await place.cloud.admin('ecr/clear-registry-faults');
      // Whatever is there can be pulled, layer by layer.
      const { imageIds = [] } = await place.ecr.send(new ListImagesCommand({ repositoryName: 'lab/pushed' }));
      for (const { imageDigest = '' } of imageIds) await pushedBytes(await place.token(), 'lab/pushed', imageDigest);
      expect(imageIds.filter(({ imageTag }) => imageTag === 'v1')).toEqual([]);

      const again = ended(await step.runMain());
      expect((await place.seen('lab/pushed', 'v1')).imageDigest).toBe(again.outputs.digest);
      expect(again.outputs.image).toBe(`${uri}@${again.outputs.digest}`);
      expect((await pushedBytes(await place.token(), 'lab/pushed', 'v1')).length).toBeGreaterThan(2);
    },
    LIMIT_MS,
  );

  test(
    'token, secret and password are in no argument, line, summary, output, layer, history, provenance or file',
    async () => {
      await place.repository('lab/secret');
      const { docker, env } = place.engine;
      // The base lies behind a password that the user has given to Docker.
      const base = `${guarded.host}/team/base:1`;
      const login = ['login', '--username', 'ci', '--password-stdin', guarded.host];
      expect(await docker(login, { input: PASSWORD })).toMatchObject({ exitCode: 0 });
      const copy = ['buildx', 'imagetools', 'create', '--tag', base, shell];
      expect(await docker(copy)).toMatchObject({ exitCode: 0 });
      const home = await mkdtemp(join(place.engine.folder, 'home-'));
      await symlink(env.DOCKER_CONFIG ?? '', join(home, '.docker'));
      const config = join(home, '.docker/config.json');
      const before = await readFile(config, 'utf8');

      const step = await prepared(
        'lab/secret',
        [FROM, 'RUN --mount=type=secret,id=npm sha256sum /run/secrets/npm > /proof && sleep 2'],
        { 'build-args': `SHELL=${base}`, secrets: `npm=${SECRET}`, provenance: 'max', tags: 'v1' },
        () => {},
        // As on a hosted runner: Docker's settings lie in the home of the user.
        { HOME: home, DOCKER_CONFIG: '' },
      );
      const main = await step.main();
      const seen = new Set<string>();
      let isOver = false;
      const looking = (async () => {
        while (!isOver) {
          for (const line of (await processes()).split('\n')) seen.add(line);
          await sleep(40);
        }
      })();
      const end = ended(await main.ended);
      isOver = true;
      await looking;
      const post = ended(await step.runPost());

      const pushed = await pushedBytes(await place.token(), 'lab/secret', 'v1');
      const cache = await pushedBytes(await place.token(), 'lab/secret', 'buildcache');
      // It has been looked at what can be seen at all.
      const args = [...seen].join('\n');
      expect(args.includes('buildx bake')).toBe(true);
      expect(pushed.some((bytes) => bytes.includes('https://slsa.dev/provenance'))).toBe(true);
      expect(pushed.some((bytes) => bytes.includes('sha256sum /run/secrets/npm'))).toBe(true);
      // The token is among what the log was told to hide, and so is the secret.
      expect(end.masks).toContain(SECRET);
      const secrets = [...new Set([...end.masks, SECRET, PASSWORD])];
      expect(secrets.some((one) => one.length > 100)).toBe(true);
      const said = [end, post].flatMap(({ stdout, stderr, summary, outputs, state }) => [
        stdout.replaceAll(/^::add-mask::.*$/gm, ''),
        ...[stderr, summary, JSON.stringify(outputs), JSON.stringify(state)],
      ]);
      for (const secret of secrets) {
        for (const text of [args, ...said, await filesOf(step)]) expect(text.includes(secret)).toBe(false);
        for (const bytes of [...pushed, ...cache]) expect(bytes.includes(secret)).toBe(false);
      }
      expect(await readFile(config, 'utf8')).toBe(before);
      expect(await readdir(home)).toEqual(['.docker']);
    },
    LIMIT_MS,
  );

  test(
    'what can pass is made up for: throttling, 5xx, lost requests and replies, a token that ends in the middle',
    async () => {
      const faults = [
        { what: 'error', status: 500, route: 'manifests', method: 'PUT' },
        { what: 'error', status: 503, route: 'uploads', times: 2 },
        { what: 'throttle', route: 'uploads' },
        { what: 'lose-request', route: 'uploads' },
        { what: 'lose-reply', route: 'manifests', method: 'PUT' },
        { what: 'expired', route: 'manifests', method: 'PUT' },
      ];
      for (const [at, fault] of faults.entries()) {
        const name = `lab/fault-${at}`;
        await place.repository(name);
        await place.cloud.admin('ecr/registry-fault', { ...fault, repositoryName: name });
        const step = await prepared(name, [FROM, `RUN echo ${at} > /word`], { tags: 'v1', cache: 'none' });
        const end = ended(await step.runMain());
        expect([fault, end.outputs.outcome]).toEqual([fault, 'built']);
        expect((await place.seen(name, 'v1')).imageDigest).toBe(end.outputs.digest);
      }
      await place.repository('lab/fault-api');
      await place.cloud.admin('throttle', { operation: 'ecr:GetAuthorizationToken', times: 2 });
      await place.cloud.admin('lose-reply', { operation: 'ecr:PutImage' });
      const step = await prepared('lab/fault-api', [FROM, 'RUN echo api > /word'], { tags: 'v1', cache: 'none' });
      expect(ended(await step.runMain()).outputs.outcome).toBe('built');
    },
    2 * LIMIT_MS,
  );

  test(
    'what cannot pass is told at once: a repository that is not there, a tag that cannot move, a registry that stays broken',
    async () => {
      const missing = await (await prepared('lab/none', [FROM])).runMain();
      expect([missing.exitCode, missing.outputs.outcome]).toEqual([7, 'refused']);
      expect(missing.annotations).toMatchObject([
        { level: 'error', message: expect.stringMatching(/no repository lab\/none.*create-repository: true/s) },
      ]);
      const made = ended(await (await prepared('lab/none', [FROM], { 'create-repository': 'true' })).runMain());
      expect(made.outputs.outcome).toBe('built');

      await place.repository('lab/fixed', { imageTagMutability: 'IMMUTABLE' });
      const one = ended(await (await prepared('lab/fixed', [FROM, 'RUN echo 1 > /n'], { tags: 'v1' })).runMain());
      const same = ended(await (await prepared('lab/fixed', [FROM, 'RUN echo 1 > /n'], { tags: 'v1' })).runMain());
      expect([same.outputs.outcome, same.outputs.digest]).toEqual(['unchanged', one.outputs.digest]);
      const other = await (await prepared('lab/fixed', [FROM, 'RUN echo 2 > /n'], { tags: 'v1' })).runMain();
      expect(other.exitCode).toBe(1);
      expect(other.outputs.reason).toContain(one.outputs.digest?.slice(0, 19));
      expect(other.outputs.reason?.match(/sha256:/g)).toHaveLength(2);
      expect((await place.seen('lab/fixed', 'v1')).imageDigest).toBe(one.outputs.digest);

      await place.repository('lab/broken');
      const broken = { what: 'error', status: 500, route: 'uploads', times: 10_000, repositoryName: 'lab/broken' };
      await place.cloud.admin('ecr/registry-fault', broken);
      const failing = await prepared('lab/broken', [FROM, 'RUN echo 3 > /n'], { cache: 'none', retries: '0' });
      const failed = await failing.runMain();
      expect([failed.exitCode, failed.outputs.outcome, failed.outputs.image]).toEqual([1, 'failed', '']);
      expect(failed.outputs.reason).toMatch(/registry has trouble of its own/);
    },
    2 * LIMIT_MS,
  );
});
