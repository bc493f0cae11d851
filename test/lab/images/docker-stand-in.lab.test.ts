import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { JsonProgress } from '../../../src/buildx/progress.js';
import { type DockerStandIn, dockerStandIn } from '../../../src/testing/docker-stand-in.js';
import { describeWith, run } from '../tools.js';
import { type BuildKit, type Engine, IMAGE_TOOLS, startBuildKit, startEngine } from './engine.js';

/** What stands in for `docker` in other tests refuses what the real one refuses, with the same codes and in the same words. */

describeWith([...IMAGE_TOOLS], 'The stand-in for docker, beside docker', () => {
  let engine: Engine;
  let buildKit: BuildKit;
  let standIn: DockerStandIn;
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sluice-stand-in-lab-'));
    await mkdir(join(folder, 'code'));
    await writeFile(join(folder, 'code/Dockerfile'), 'FROM scratch\nCOPY Dockerfile /\n');
    await writeFile(join(folder, 'code/Missing'), 'FROM scratch\nCOPY none /\n');
    const base = { context: join(folder, 'code'), dockerfile: 'Dockerfile', attest: ['type=provenance,disabled=true'] };
    const target = {
      fine: { ...base, output: ['type=cacheonly'] },
      missing: { ...base, dockerfile: 'Missing', output: ['type=cacheonly'] },
      none: { ...base, dockerfile: 'None', output: ['type=cacheonly'] },
      stage: { ...base, target: 'none', output: ['type=cacheonly'] },
      digest: { ...base, output: ['type=image,name=127.0.0.1:1/web,push-by-digest=true,push=true'] },
      attested: { ...base, attest: ['type=provenance,mode=max'], output: ['type=cacheonly'] },
    };
    await writeFile(join(folder, 'bake.json'), JSON.stringify({ target }));
    [engine, buildKit, standIn] = await Promise.all([
      startEngine(),
      startBuildKit(),
      dockerStandIn({ driver: 'docker' }),
    ]);
    await buildKit.addTo(engine, 'lab');
    await mkdir(join(folder, '.docker/buildx/instances'), { recursive: true });
    await writeFile(join(folder, '.docker/buildx/instances/lab'), '{}');
  }, 120_000);
  afterAll(async () => {
    await engine?.stop();
    await buildKit?.stop();
    await standIn?.[Symbol.asyncDispose]();
    await rm(folder, { recursive: true, force: true });
  }, 60_000);

  /** The error alone, without what differs from machine to machine. */
  const plain = (text: string) =>
    text
      .split('\n')
      .filter((line) => /^(?:ERROR|unknown|docker:)/.test(line))
      .map((line) => line.replaceAll(/ref \S+:/g, 'ref:').replace(/: open .*\/(\w+):/, ': open $1:'))
      .join('\n');

  test.each<[string, readonly string[]]>([
    ['a flag that there is none of', ['bake', '--nope']],
    ['a flag of another command', ['inspect', '--metadata-file', 'x']],
    ['a definition that is not there', ['bake', '--file', 'none.json', 'fine']],
    ['a target that is not there', ['bake', '--file', 'bake.json', 'nobody']],
    ['a way of progress that there is none of', ['bake', '--file', 'bake.json', '--progress', 'nope', 'fine']],
    ['a builder that is not there', ['inspect', 'nobody']],
    ['a builder that is not there, for a build', ['bake', '--builder', 'nobody', '--file', 'bake.json', 'fine']],
    ['to remove a builder that is not there', ['rm', 'nobody']],
    [
      'a Dockerfile that is not there',
      ['bake', '--builder', 'lab', '--file', 'bake.json', '--progress', 'rawjson', 'none'],
    ],
    [
      'a stage that is not there',
      ['bake', '--builder', 'lab', '--file', 'bake.json', '--progress', 'rawjson', 'stage'],
    ],
    [
      'a file that is not there',
      ['bake', '--builder', 'lab', '--file', 'bake.json', '--progress', 'rawjson', 'missing'],
    ],
    [
      'a file that is not there, of one of two',
      ['bake', '--builder', 'lab', '--file', 'bake.json', '--progress', 'rawjson', 'fine', 'missing'],
    ],
    ['a push by digest to the engine', ['bake', '--file', 'bake.json', 'digest']],
    ['attestations from the engine', ['bake', '--file', 'bake.json', 'attested']],
    [
      'nothing at all that is wrong',
      ['bake', '--builder', 'lab', '--file', 'bake.json', '--progress', 'rawjson', 'fine'],
    ],
  ])('refuses %s alike', async (_what, words) => {
    const real = await engine.docker(['buildx', ...words], { cwd: folder });
    const other = await run('docker', ['buildx', ...words], {
      cwd: folder,
      env: { ...standIn.environment, HOME: folder },
    });
    expect({ exitCode: other.exitCode, error: plain(other.stderr) }).toEqual({
      exitCode: real.exitCode,
      error: plain(real.stderr),
    });
  });

  test('tells its progress as BuildKit does, fresh and cached', async () => {
    const lines = [
      ...['FROM scratch AS deps', 'COPY Dockerfile /', 'COPY Missing /', 'FROM deps AS tools', 'WORKDIR /x'],
      ...['FROM deps', 'WORKDIR /y', 'COPY --from=tools /Dockerfile /copied'],
    ];
    await writeFile(join(folder, 'code/Stages'), lines.join('\n'));
    const target = { context: join(folder, 'code'), dockerfile: 'Stages', attest: [], output: ['type=cacheonly'] };
    await writeFile(join(folder, 'code/Other'), 'FROM scratch\nCOPY Other /other\n');
    const other = { ...target, dockerfile: 'Other' };
    await writeFile(join(folder, 'stages.json'), JSON.stringify({ target: { stages: target, other } }));
    const words = ['buildx', 'bake', '--builder', 'lab', '--file', 'stages.json', '--progress', 'rawjson'];
    const told = (stderr: string) => {
      const progress = new JsonProgress(['other', 'stages']);
      const all = stderr
        .split('\n')
        .flatMap((line) => progress.read(line).map(({ target: of, text }) => `${of}: ${text}`));
      const figures = Object.entries(progress.figures()).map(([name, { steps, cachedSteps }]) => ({
        name,
        steps,
        cachedSteps,
      }));
      return { lines: all.map((line) => line.replace(/ in .* s$/, '')).sort(), figures };
    };
    const env = { ...standIn.environment, HOME: folder };
    const names = ['stages', 'other'];
    const real = await engine.docker([...words, ...names], { cwd: folder });
    const ours = await run('docker', [...words, ...names], { cwd: folder, env });
    expect(told(ours.stderr)).toEqual(told(real.stderr));
    const again = await engine.docker([...words, ...names], { cwd: folder });
    const oursAgain = await run('docker', [...words, ...names], { cwd: folder, env });
    expect(told(oursAgain.stderr)).toEqual(told(again.stderr));
  });
});
