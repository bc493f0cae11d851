import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { classifyPushError } from '../images/push-error.js';
import { readInspection } from './inspection.js';
import { readMetadata } from './metadata.js';
import { PlainProgress } from './plain-progress.js';
import { JsonProgress } from './progress.js';
import { isAtLeast, versionIn } from './version.js';
import { plainText, seconds } from './words.js';

const at = (s: number) => new Date(Date.UTC(2026, 0, 1) + s * 1000).toISOString().replace('Z', '123456Z');
const digest = (name: string) => `sha256:${Buffer.from(name).toString('hex').padEnd(64, '0').slice(0, 64)}`;
const step = (name: string, started?: number, completed?: number, more: object = {}) => ({
  digest: digest(name),
  name,
  ...(started === undefined ? {} : { started: at(started) }),
  ...(completed === undefined ? {} : { completed: at(completed) }),
  ...more,
});
const log = (name: string, text: string) => ({ vertex: digest(name), data: Buffer.from(text).toString('base64') });
const texts = (progress: JsonProgress, ...statuses: object[]) =>
  statuses.flatMap((status) =>
    progress.read(JSON.stringify(status)).map(({ target, text }) => `${target ?? '-'}: ${text}`),
  );

describe('progress in JSON', () => {
  test('tells of each step when it begins, what it writes, and when it ends, with its target', () => {
    const progress = new JsonProgress(['web', 'api']);
    const run = '[web deps 2/5] RUN npm ci';
    expect(
      texts(
        progress,
        { vertexes: [step(run)] },
        { vertexes: [step(run, 1)] },
        { logs: [log(run, 'added 1'), log(run, '00 packages\nand')] },
        { statuses: [{ id: 'x', vertex: digest(run), current: 3, timestamp: at(2) }] },
        { vertexes: [step(run, 1, 4.25)] },
        { vertexes: [step('[api 1/2] COPY . .', 5, 5.1)] },
        { vertexes: [step('[api 2/2] RUN make', 5, 5, { cached: true })] },
      ),
    ).toEqual([
      'web: [deps 2/5] RUN npm ci',
      'web: [deps 2/5] | added 100 packages',
      'web: [deps 2/5] | and',
      'web: [deps 2/5] done in 3.3 s',
      'api: [1/2] COPY . .: done in 0.1 s',
      'api: [2/2] RUN make: cached',
    ]);
  });

  test('says nothing of what BuildKit does for itself unless it takes long or fails', () => {
    const progress = new JsonProgress(['web']);
    expect(
      texts(
        progress,
        { vertexes: [step('[internal] load build definition from Dockerfile', 0)] },
        { vertexes: [step('[internal] load build definition from Dockerfile', 0, 0.2)] },
        { vertexes: [step('[internal] load build context', 0, 12)] },
        { vertexes: [step('[auth] team/web:pull token', 0, 0.5)] },
        {
          vertexes: [
            step('[internal] load metadata for a.example/base', 0, 0.1, {
              error: 'a.example/base:\n::error::not found\n',
            }),
          ],
        },
      ),
    ).toEqual([
      'web: [internal] load build context: done in 12.0 s',
      'web: [internal] load metadata for a.example/base: failed after 0.1 s: a.example/base:; ::error::not found',
    ]);
  });

  test('sums up layers, and says how long exporting and pushing took', () => {
    const progress = new JsonProgress(['web']);
    const out = 'exporting to image';
    const tick = (id: string, current: number) => ({ id, vertex: digest(out), current, total: 9e6, timestamp: at(1) });
    const deed = (id: string, from: number, to: number) => ({ ...tick(id, 0), started: at(from), completed: at(to) });
    const pushed = `pushing manifest for a.example/web:v1@${digest('index')}`;
    const lines = texts(
      progress,
      { vertexes: [step(out, 0)] },
      ...Array.from({ length: 200 }, (_, n) => ({
        statuses: [tick('sha256:a', n * 10_000), tick('sha256:b', n * 20_000)],
      })),
      { statuses: [deed('exporting layers', 0, 0.4), deed('pushing layers', 1, 3.1), deed(pushed, 3.1, 3.2)] },
      { vertexes: [step(out, 0, 3.5)] },
    );
    expect(lines).toEqual([
      'web: exporting to image',
      'web: exporting to image: done in 3.5 s (exporting layers 0.4 s, pushing layers 2.1 s, 6.0 MB)',
    ]);
    expect(progress.figures().web?.pushed).toBe(digest('index'));
  });

  test('counts steps, cached ones and time for each target, a shared step for all that need it', () => {
    const progress = new JsonProgress(['api', 'base', 'web']);
    const shared = (target: string, started?: number, completed?: number) => ({
      ...step(`[${target} base 1/1] RUN make`, started, completed),
      digest: digest('shared'),
    });
    const lines = texts(
      progress,
      { vertexes: [shared('web', 10)] },
      { vertexes: [shared('api', 10)] },
      { vertexes: [shared('web', 10, 20)] },
      { vertexes: [shared('api', 10, 20)] },
      { vertexes: [step('[web 1/1] COPY . .', 20, 21), step('[api 1/1] COPY . .', 20, 24, { cached: true })] },
      { vertexes: [step('[web] exporting cache to registry', 21, 28.5)] },
      { vertexes: [step('[api] exporting to image', 24, 26)] },
    );
    expect(lines.filter((line) => line.includes('RUN make'))).toEqual(['web: [base 1/1] RUN make']);
    expect(progress.figures()).toEqual({
      api: { steps: 2, cachedSteps: 1, tookMs: 16_000, cacheExportMs: 0, cacheError: undefined, pushed: undefined },
      base: { steps: 0, cachedSteps: 0, tookMs: 0, cacheExportMs: 0, cacheError: undefined, pushed: undefined },
      web: { steps: 2, cachedSteps: 0, tookMs: 18_500, cacheExportMs: 7_500, cacheError: undefined, pushed: undefined },
    });
  });

  test('takes a stage for a target only where bake writes targets', () => {
    const one = new JsonProgress(['web']);
    expect(texts(one, { vertexes: [step('[web 1/2] FROM a', 0, 1)] })).toEqual([
      'web: [web 1/2] FROM a: done in 1.0 s',
    ]);
    const two = new JsonProgress(['web', 'api']);
    expect(
      texts(two, { vertexes: [step('[other 1/2] FROM a', 0, 1), step('[web] exporting to image', 0, 1)] }),
    ).toEqual(['-: [other 1/2] FROM a: done in 1.0 s', 'web: exporting to image: done in 1.0 s']);
  });

  test('tells what failed, with its last words, and what was cancelled for it', () => {
    const progress = new JsonProgress(['web']);
    const run = '[2/2] RUN npm test';
    const many = Array.from({ length: 3_000 }, (_, n) => `line ${n}\n`).join('');
    const error = 'process "/bin/sh -c npm test" did not complete successfully: exit code: 1';
    const lines = texts(
      progress,
      { vertexes: [step(run, 0)] },
      { logs: [log(run, many)] },
      { vertexes: [step(run, 0, 9, { error })] },
      { vertexes: [step('[1/2] RUN sleep 1', 0, 9, { error: 'context canceled: context canceled' })] },
    );
    expect(lines).toHaveLength(1 + 1_000 + 1 + 50 + 1 + 1);
    expect(lines[1_001]).toBe('web: [2/2] | … 1950 more lines are not shown');
    expect(lines[1_051]).toBe('web: [2/2] | line 2999');
    expect(lines.at(-2)).toBe(`web: [2/2] failed after 9.0 s: ${error}`);
    expect(lines.at(-1)).toBe('web: [1/2] RUN sleep 1: cancelled');
    expect(progress.failed?.step).toBe(run);
    expect(progress.failed?.lastLines).toEqual(Array.from({ length: 10 }, (_, n) => `line ${2_990 + n}`));
  });

  test('knows why a cache could not be written, which fails nothing', () => {
    const progress = new JsonProgress(['web', 'api']);
    const error = 'error writing layer blob: 404 Not Found\nunknown: no such repository';
    texts(progress, { vertexes: [step('[web] exporting cache to registry', 0, 1, { error })] });
    expect(progress.figures().web?.cacheError).toBe(
      'error writing layer blob: 404 Not Found; unknown: no such repository',
    );
    expect(progress.figures().api?.cacheError).toBeUndefined();
  });

  test('keeps what is no progress for the error, and shows it', () => {
    const progress = new JsonProgress(['web']);
    expect(progress.read('WARN: something\u001b[31m red\u001b[0m')).toEqual([
      { target: undefined, text: 'WARN: something red' },
    ]);
    progress.read('{"vertexes": [');
    progress.read('');
    progress.read('ERROR: target web: failed to solve: no');
    expect(progress.words).toBe('WARN: something red\n{"vertexes": [\nERROR: target web: failed to solve: no\n');
  });

  test('tells a warning once, with where it is explained', () => {
    const progress = new JsonProgress(['web']);
    const warning = {
      vertex: digest('x'),
      short: Buffer.from('JSONArgsRecommended').toString('base64'),
      url: 'https://a',
    };
    expect(texts(progress, { warnings: [warning] }, { warnings: [warning] })).toEqual([
      '-: warning: JSONArgsRecommended (https://a)',
    ]);
  });

  test('cuts long names and lines, and shows of a drawn bar what stands in the end', () => {
    const progress = new JsonProgress(['web']);
    const run = '[1/1] RUN <<EOF\necho a\nEOF';
    const lines = texts(
      progress,
      { vertexes: [step(run, 0)] },
      { logs: [log(run, '10%\r50%\r100%\r\n'), log(run, `${'x'.repeat(5_000)}\n`)] },
      { vertexes: [step(run, 0, 1)] },
    );
    expect(lines.slice(0, 2)).toEqual(['web: [1/1] RUN <<EOF …', 'web: [1/1] | 100%']);
    expect(lines[2]?.length).toBeLessThan(2_050);
    expect(lines[3]).toBe('web: [1/1] done in 1.0 s');
  });

  test('joins a letter that was cut in two', () => {
    const progress = new JsonProgress(['web']);
    const [head, tail] = [Buffer.from('grün\n').subarray(0, 3), Buffer.from('grün\n').subarray(3)];
    const run = '[1/1] RUN x';
    const piece = (bytes: Buffer) => ({ vertex: digest(run), data: bytes.toString('base64') });
    expect(texts(progress, { vertexes: [step(run, 0)] }, { logs: [piece(head)] }, { logs: [piece(tail)] })).toEqual([
      'web: [1/1] RUN x',
      'web: [1/1] | grün',
    ]);
  });

  test('never gives out a line that a runner takes for a command, whatever a build writes', () => {
    const blank = fc.constantFrom('', ' ', '\t', '\r', '\u0085', '\u001b', '\u0000', '\u2003', '\u001b[0m');
    const command = fc.constantFrom('::set-output name=a::b', '::add-mask::x', '::stop-commands::y', '##[error]z');
    const nasty = fc.array(blank, { maxLength: 3 }).chain((blanks) => command.map((text) => blanks.join('') + text));
    fc.assert(
      fc.property(nasty, (text) => {
        const progress = new JsonProgress(['web']);
        const run = '[1/1] RUN x';
        const lines = [
          ...texts(
            progress,
            { vertexes: [step(run, 0)] },
            { logs: [log(run, `${text}\n`)] },
            { vertexes: [step(run, 0, 1)] },
          ),
        ].map((line) => line.slice('web: '.length));
        for (const line of lines) expect(line.trimStart().startsWith('[1/1]')).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  test('survives any JSON', () => {
    const progress = new JsonProgress(['web', 'api']);
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        for (const key of ['vertexes', 'statuses', 'logs', 'warnings']) {
          expect(Array.isArray(progress.read(JSON.stringify({ [key]: value })))).toBe(true);
        }
      }),
      { numRuns: 100 },
    );
  });
});

/** What buildx 0.36.1 and BuildKit 0.26.3 have written. */
const recorded = async (name: string) => {
  const text = await readFile(join(import.meta.dirname, `recorded-${name}-for-tests.jsonl`), 'utf8');
  const progress = new JsonProgress(['api', 'web']);
  const lines = text.split('\n').flatMap((line) => progress.read(line));
  return { progress, lines: lines.map(({ target, text: words }) => `${target ?? '-'}: ${words}`) };
};

describe('progress that was recorded', () => {
  test('of two images that share steps, pushed, one with provenance and a cache', async () => {
    const { progress, lines } = await recorded('solve');
    expect(lines.map((line) => line.replaceAll(/127.0.0.1:\d+|sha256:\w+/g, 'X'))).toEqual([
      'web: [base 1/2] FROM X/library/busybox:1@X…: done in 0.0 s',
      'web: [base 2/2] RUN --mount=type=secret,id=npm sha256sum /run/secrets/npm > /proof && echo "::set-output name=a::b" && sleep 1.5',
      'web: [base 2/2] | ::set-output name=a::b',
      'web: [base 2/2] done in 1.7 s',
      'api: exporting to image',
      'web: exporting to image',
      'api: exporting to image: done in 0.0 s',
      'web: exporting cache to registry',
      'web: exporting to image: done in 0.1 s',
      'web: exporting cache to registry: done in 0.0 s',
    ]);
    const pushed = expect.stringMatching(/^sha256:[0-9a-f]{64}$/);
    expect(progress.figures()).toEqual({
      api: { steps: 1, cachedSteps: 0, tookMs: expect.any(Number), cacheExportMs: 0, cacheError: undefined, pushed },
      web: {
        steps: 1,
        cachedSteps: 0,
        tookMs: expect.any(Number),
        cacheExportMs: expect.any(Number),
        cacheError: undefined,
        pushed,
      },
    });
    const { api, web } = progress.figures();
    for (const { tookMs = 0 } of [api ?? {}, web ?? {}]) expect(Math.round(tookMs / 1000)).toBe(2);
    expect(web?.cacheExportMs).toBeGreaterThan(0);
    expect(api?.pushed).not.toBe(web?.pushed);
    expect(progress.words).toBe('');
  });

  test('of an image that fails after another was pushed', async () => {
    const { progress, lines } = await recorded('failure');
    expect(lines).toContain(
      'web: [2/2] failed after 1.1 s: process "/bin/sh -c sleep 1 && false" did not complete successfully: exit code: 1',
    );
    expect(classifyPushError(progress.words)).toMatchObject({ target: 'web', what: 'the build itself failed' });
    expect(progress.words).toContain('>>> RUN sleep 1 && false');
    expect(progress.figures()).toMatchObject({ api: { cachedSteps: 1 }, web: { steps: 1, pushed: undefined } });
    expect(progress.figures().api?.pushed).toMatch(/^sha256:/);
  });
});

describe('progress in plain text', () => {
  test('is told as it is, with the targets, and counted', () => {
    const progress = new PlainProgress(['web', 'api']);
    const lines = [
      '#0 building with "default" instance using docker driver',
      '#1 [web 1/2] COPY . .',
      '#1 CACHED',
      '#2 [api 1/1] RUN make',
      '#2 0.312 \u001b[1mok\u001b[0m',
      '#2 DONE 3.2s',
      '#3 [web] exporting cache to registry',
      '#3 DONE 1.0s',
      'ERROR: target api: failed to solve',
    ].flatMap((line, n) => progress.read(line, n * 1000));
    expect(lines.map(({ target, text }) => `${target ?? '-'}: ${text}`)).toEqual([
      '-: #0 building with "default" instance using docker driver',
      'web: #1 [web 1/2] COPY . .',
      'web: #1 CACHED',
      'api: #2 [api 1/1] RUN make',
      'api: #2 0.312 ok',
      'api: #2 DONE 3.2s',
      'web: #3 [web] exporting cache to registry',
      'web: #3 DONE 1.0s',
      '-: ERROR: target api: failed to solve',
    ]);
    expect(progress.figures()).toMatchObject({
      web: { steps: 1, cachedSteps: 1, tookMs: 6_000, cacheExportMs: 1_000 },
      api: { steps: 1, cachedSteps: 0, tookMs: 2_000 },
    });
    expect(progress.words).toBe('ERROR: target api: failed to solve\n');
  });
});

describe('what buildx prints', () => {
  test('of a builder is read: of several machines, of one that is not reached, of the engine with either image store', () => {
    const two = `Name:          builder
Driver:        docker-container
Last Activity: 2026-11-21 10:00:00 +0000 UTC

Nodes:
Name:                  builder0
Endpoint:              unix:///var/run/docker.sock
Status:                running
BuildKit daemon flags: --allow-insecure-entitlement=network.host
BuildKit version:      v0.26.3
Platforms:             linux/amd64*, linux/amd64/v2 (+2), linux/386

Name:     builder1
Endpoint: tcp://a.example
Error:    no such host
`;
    expect(readInspection(two)).toEqual({
      name: 'builder',
      driver: 'docker-container',
      buildkitVersion: 'v0.26.3',
      platforms: ['linux/amd64', 'linux/amd64/v2', 'linux/386'],
      canExport: true,
      wrong: undefined,
    });
    const engine = (more: string) => `Name: default\nDriver: docker\n\nNodes:\nName: default\nStatus: running\n${more}`;
    expect(readInspection(engine('Platforms: linux/amd64\n')).canExport).toBe(false);
    expect(readInspection(engine('Features:\n\tCache export:   true\n')).canExport).toBe(true);
    expect(readInspection(engine('Features:\n\tCache export:   false\n')).canExport).toBe(false);
    expect(readInspection(engine('Labels:\n org.mobyproject.buildkit.worker.snapshotter: overlayfs\n')).canExport).toBe(
      true,
    );
    const down =
      'Name:   default\nDriver: docker\nError:  Cannot connect to the Docker daemon at unix:///x. Is the docker daemon running?\n';
    expect(readInspection(down).wrong).toMatch(/^Cannot connect to the Docker daemon at unix/);
  });

  test.each([
    ['github.com/docker/buildx v0.36.1 f79d3da', 'v0.36.1', true],
    ['github.com/docker/buildx v0.12.1-desktop.4 abc', 'v0.12.1-desktop.4', false],
    ['github.com/docker/buildx 0.10.2+ds1-1 ', 'v0.10.2+ds1-1', false],
    ['github.com/docker/buildx v1.0.0', 'v1.0.0', true],
  ])('as its version is read: %s', (text, expected, isNew) => {
    const version = versionIn(text)!;
    expect([version.text, isAtLeast(version, 0, 13)]).toEqual([expected, isNew]);
    expect(versionIn('no version')).toBeUndefined();
    expect(versionIn('github.com/docker/buildx v0.0.0+unknown ')).toBeUndefined();
  });

  test('as metadata is read, and what is none gives nothing', () => {
    const [a, b] = [digest('a'), digest('b')];
    const text = JSON.stringify({
      'buildx.build.warnings': [],
      web: { 'containerimage.digest': a, 'containerimage.config.digest': b, 'buildx.build.ref': 'x/y/z' },
      api: { 'containerimage.digest': 'md5:1' },
    });
    expect(readMetadata(text)).toEqual({
      web: { digest: a, configDigest: b },
      api: { digest: undefined, configDigest: undefined },
    });
    expect(readMetadata('')).toEqual({});
    expect(readMetadata('null')).toEqual({});
  });
});

describe('words', () => {
  test('lose colours, links, cursor movements and control characters, and nothing else', () => {
    expect(
      plainText('\u001b[1;31ma\u001b[0m\u001b]8;;https://x\u0007b\u001b]8;;\u001b\\\u001b[2K\u0000\u0085c\td\n→'),
    ).toBe('abc\td\n→');
  });

  test.each([
    [0, '0.0 s'],
    [59_900, '59.9 s'],
    [60_000, '1 min 0 s'],
    [200_400, '3 min 20 s'],
  ])('%d ms are %s', (ms, text) => {
    expect(seconds(ms)).toBe(text);
  });
});
