import { spawn } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { PhaseResult, Step } from '../../../src/testing/runner.js';
import { describeWith, run } from '../tools.js';
import { pushShellImage } from './base-images.js';
import { IMAGE_TOOLS } from './engine.js';
import { type ImagePlace, imagePlace } from './place.js';
import { buildPush, type Checkout, checkout, ended, repositoryOf } from './popcorn.js';
import { pushedBytes } from './pushed-bytes.js';

/** What the inputs of build-push come to in the hands of the real buildx. */

const LIMIT_MS = 90_000;

describeWith([...IMAGE_TOOLS, 'git', 'ssh-agent'], 'build-push, by its inputs', () => {
  let place: ImagePlace;
  let shell: string;
  const checkouts: Checkout[] = [];

  beforeAll(async () => {
    place = await imagePlace({ region: 'eu-west-1' });
    shell = await pushShellImage(place.engine, place.builder, place.publicRegistry.host);
  }, 120_000);
  afterAll(async () => {
    for (const one of checkouts) await one.remove();
    await place?.stop();
  }, 60_000);

  /** A checkout whose Dockerfiles find their base as `base`. */
  async function made(files: Readonly<Record<string, string>>): Promise<Checkout> {
    const one = await checkout({ '.dockerignore': '.git\n', ...files });
    checkouts.push(one);
    return one;
  }
  const dockerfile = (...lines: string[]): string => [`FROM ${shell} AS base`, ...lines, ''].join('\n');

  async function build(
    one: Checkout,
    inputs: Readonly<Record<string, string>>,
    env: Step['environment'] = {},
  ): Promise<PhaseResult> {
    await using step = await buildPush(place, one, { 'build-args': '', cache: 'none', ...inputs }, { env });
    const main = ended(await step.runMain());
    ended(await step.runPost());
    return main;
  }

  /** What a file says in the image. */
  async function fileIn(image: string, path: string): Promise<string> {
    const { host, password } = await place.token();
    const { docker } = place.engine;
    await docker(['login', '--username', 'AWS', '--password-stdin', host], { input: password });
    expect(await docker(['pull', image])).toMatchObject({ exitCode: 0 });
    const { exitCode, stdout, stderr } = await docker(['run', '--rm', '--network', 'none', image, 'cat', path]);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    return stdout;
  }

  test(
    'target, arguments, labels, a Dockerfile elsewhere and further contexts',
    async () => {
      await place.repository('lab/inputs');
      const one = await made({
        'docker/app.Dockerfile': dockerfile(
          'FROM base AS wanted',
          'ARG WORD',
          'COPY --from=shared note /note',
          'COPY word.txt /word',
          'RUN echo "$WORD" >> /word',
          'FROM base AS other',
          'RUN false',
        ),
        'app/word.txt': 'hello\n',
        'shared/note': 'of the other folder\n',
      });
      // biome-ignore lint/suspicious/noTemplateCurlyInString: no template of bake's either
      const word = 'it costs ${HOME}, "really"';
      const { outputs } = await build(one, {
        ...{ repository: 'lab/inputs', context: 'app', dockerfile: 'docker/app.Dockerfile', target: 'wanted' },
        ...{ 'build-args': `WORD=${word}`, labels: 'team=shop', 'build-contexts': 'shared=shared' },
      });
      const image = outputs.image ?? '';
      expect(await fileIn(image, '/word')).toBe(`hello\n${word}\n`);
      expect(await fileIn(image, '/note')).toBe('of the other folder\n');
      const format = ['inspect', '--format', '{{json .Config.Labels}}', image];
      const labels = JSON.parse((await place.engine.docker(format)).stdout);
      const { stdout } = await run('git', ['rev-parse', 'HEAD'], { cwd: one.folder });
      expect(labels).toMatchObject({
        team: 'shop',
        'org.opencontainers.image.revision': stdout.trim(),
        'org.opencontainers.image.source': 'https://github.com/example/shop',
      });
    },
    LIMIT_MS,
  );

  test(
    'an image that is made from that of another service: both in one solve, and both again when that one changes',
    async () => {
      for (const name of ['web', 'frame']) await place.repository(repositoryOf(name));
      const file = [
        'defaults: { ecr-repository: "goorm-popcorn-{name}", context: "{name}", service: "{name}", cluster: none }',
        'services:',
        '  frame:',
        '  web: { build-contexts: ["frame=service:frame"] }',
      ];
      const one = await made({
        '.github/sluice.yml': `${file.join('\n')}\n`,
        'frame/Dockerfile': dockerfile('COPY frame /frame'),
        'frame/frame': 'one\n',
        'web/Dockerfile': 'FROM frame\nRUN cat /frame > /seen\n',
      });
      const built = ({ outputs }: PhaseResult): string[] => JSON.parse(outputs.built ?? '[]').sort();
      const image = ({ outputs }: PhaseResult): string => JSON.parse(outputs['service-images'] ?? '{}').web;
      const first = await build(one, { services: 'all' });
      expect(built(first)).toEqual(['frame', 'web']);
      expect(await fileIn(image(first), '/seen')).toBe('one\n');
      expect(built(await build(one, { services: 'all' }))).toEqual([]);
      await one.commit({ 'frame/frame': 'two\n' });
      // Only it was asked for, and it is what the other one has become.
      const second = await build(one, { services: 'web' });
      expect(built(second)).toEqual(['web']);
      expect(await fileIn(image(second), '/seen')).toBe('two\n');
    },
    LIMIT_MS,
  );

  test(
    'secrets from the input, the environment and a file, with line breaks; an agent for SSH',
    async () => {
      await place.repository('lab/secrets');
      const one = await made({
        Dockerfile: dockerfile(
          'RUN --mount=type=secret,id=a --mount=type=secret,id=b --mount=type=secret,id=c cat /run/secrets/a /run/secrets/b /run/secrets/c | sha256sum > /proof',
          'RUN --mount=type=ssh sh -c \'[ -S "$SSH_AUTH_SOCK" ] && echo agent > /agent\'',
        ),
        'key.txt': 'third-of-three',
        '.dockerignore': '.git\nkey.txt\n',
      });
      const socket = join(place.engine.folder, 'agent.sock');
      const agent = spawn('ssh-agent', ['-D', '-a', socket], { stdio: 'ignore' });
      try {
        while (!(await readdir(place.engine.folder)).includes('agent.sock'))
          await new Promise((go) => setTimeout(go, 20));
        const { outputs, stdout } = await build(
          one,
          {
            ...{ repository: 'lab/secrets', ssh: 'default', secrets: '{"a": "first-of\\nthree"}' },
            ...{ 'secret-envs': 'b=SECOND_SECRET', 'secret-files': 'c=key.txt' },
          },
          { SECOND_SECRET: 'second-of-three', SSH_AUTH_SOCK: socket },
        );
        const image = outputs.image ?? '';
        const { stdout: sum } = await run('sha256sum', [], { input: 'first-of\nthreesecond-of-threethird-of-three' });
        expect(await fileIn(image, '/proof')).toBe(sum);
        expect(await fileIn(image, '/agent')).toBe('agent\n');
        const pushed = await pushedBytes(await place.token(), 'lab/secrets', outputs.digest ?? '');
        const shown = stdout.replaceAll(/^::add-mask::.*$/gm, '');
        for (const secret of ['first-of', 'second-of-three', 'third-of-three']) {
          expect([secret, shown.includes(secret)]).toEqual([secret, false]);
          expect([secret, pushed.some((bytes) => bytes.includes(secret))]).toEqual([secret, false]);
        }
      } finally {
        const gone = new Promise((done) => agent.once('exit', done));
        agent.kill();
        await gone;
      }
    },
    LIMIT_MS,
  );

  test(
    'load beside push, load alone, and neither',
    async () => {
      await place.repository('lab/loaded');
      const one = await made({ Dockerfile: dockerfile('RUN echo loaded > /word') });
      const { docker } = place.engine;
      const both = await build(one, { repository: 'lab/loaded', load: 'true', tags: 'v1' });
      expect((await place.seen('lab/loaded', 'v1')).imageDigest).toBe(both.outputs.digest);
      const name = both.outputs.image?.replace(/@.*$/, '') ?? '';
      const listed = await docker(['images', '--format', '{{.Repository}}:{{.Tag}}']);
      expect(listed.stdout.split('\n')).toContain(`${name}:v1`);
      const ran = await docker(['run', '--rm', '--network', 'none', `${name}:v1`, 'cat', '/word']);
      expect(ran).toMatchObject({ exitCode: 0, stdout: 'loaded\n' });

      await one.commit({ Dockerfile: dockerfile('RUN echo tried > /word') });
      const tried = await build(one, { repository: 'lab/loaded', push: 'false' });
      expect([tried.outputs.outcome, tried.outputs.image]).toEqual(['built', '']);
      const loaded = await build(one, { repository: 'lab/loaded', push: 'false', load: 'true', tags: 'v2' });
      expect(loaded.outputs.outcome).toBe('built');
      const again = await docker(['run', '--rm', '--network', 'none', `${name}:v2`, 'cat', '/word']);
      expect(again).toMatchObject({ exitCode: 0, stdout: 'tried\n' });
      await expect(place.seen('lab/loaded', 'v2')).rejects.toThrow(/ImageNotFound|does not exist/);
    },
    LIMIT_MS,
  );

  test(
    'with pull a newer base is other content, and without it nobody looks; caches in a folder and in the image',
    async () => {
      await place.repository('lab/pulled');
      const { docker } = place.engine;
      const base = `${place.publicRegistry.host}/moving/base:1`;
      const push = async (word: string): Promise<void> => {
        const folder = await made({ Dockerfile: `FROM ${shell}\nRUN echo ${word} > /base\n` });
        const words = ['buildx', 'build', '--builder', place.builder, '--push', '--tag', base, folder.folder];
        expect(await docker(words)).toMatchObject({ exitCode: 0 });
      };
      await push('old');
      const one = await made({ Dockerfile: `FROM ${base}\nRUN cat /base > /seen\n` });
      const cache = { cache: `type=local,dest=${join(place.engine.folder, 'cache')}\ntype=inline` };
      const inputs = { repository: 'lab/pulled', pull: 'true', ...cache };
      const first = await build(one, inputs);
      expect(await readdir(join(place.engine.folder, 'cache'))).toContain('index.json');
      expect((await build(one, inputs)).outputs.outcome).toBe('unchanged');
      await push('new');
      const second = await build(one, inputs);
      expect([second.outputs.outcome, second.outputs.digest === first.outputs.digest]).toEqual(['built', false]);
      expect(await fileIn(second.outputs.image ?? '', '/seen')).toBe('new\n');
    },
    LIMIT_MS,
  );
});
