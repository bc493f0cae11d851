import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Buildx } from '../../../src/buildx/builder.js';
import { type Leftovers, removeLeftovers } from '../../../src/buildx/leftovers.js';
import { bakeOf } from '../../../src/images/bake.js';
import { describeWith, labPath } from '../tools.js';
import { loadBuildKitImage } from './base-images.js';
import { type Engine, IMAGE_TOOLS, startEngine } from './engine.js';
import { type PlainRegistry, startPlainRegistry } from './registry.js';

/** A builder that we make ourselves where the engine's own cannot do what is asked: BuildKit in a container. */

const LIMIT_MS = 60_000;

describeWith(IMAGE_TOOLS, 'A builder of our own, in a container of the engine', () => {
  let engine: Engine;
  let registry: PlainRegistry;
  let folder: string;
  let kept: Leftovers[];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sluice-own-builder-'));
    engine = await startEngine();
    registry = await startPlainRegistry();
    // In place of the image that buildx would pull.
    await loadBuildKitImage(engine);
    await mkdir(join(folder, 'code'));
    await writeFile(join(folder, 'code/Dockerfile'), 'FROM scratch\nCOPY Dockerfile /\n');
  }, 120_000);
  afterAll(async () => {
    await engine?.stop();
    await registry?.stop();
    await rm(folder, { recursive: true, force: true });
  }, 60_000);

  const environment = () => ({ PATH: labPath, HOME: engine.folder, ...engine.env });

  async function newBuilder(name: string): Promise<Buildx> {
    kept = [];
    await mkdir(join(folder, name));
    return new Buildx({
      temp: join(folder, name),
      environment: environment(),
      keep: (left) => kept.push(left),
      signal: new AbortController().signal,
    });
  }

  const containers = async () => (await engine.docker(['ps', '--all', '--format', '{{.Names}}'])).stdout.trim();

  test(
    'is made, does what that of the engine cannot, and is gone with the credentials',
    async () => {
      const users = () => readdir(engine.env.DOCKER_CONFIG ?? '', { recursive: true });
      const before = await users();
      const builder = await newBuilder('closed');
      const name = await builder.create({ hasHostNetwork: true });
      expect(await builder.inspect(name)).toMatchObject({ name, driver: 'docker-container', canExport: true });
      expect(await containers()).toBe(`buildx_buildkit_${name}0`);
      const image = {
        ...{ name: 'web', context: '.', dockerfile: 'Dockerfile', args: {}, labels: {}, contexts: {} },
        tags: [`${registry.host}/web:1`],
        ...{ platforms: [], cacheFrom: [], secrets: {}, ssh: [], sbom: false, isPulled: false },
        // Of this machine, which it reaches by its network.
        push: 'tags' as const,
        cacheTo: [`type=local,dest=${join(folder, 'cache')}`],
        provenance: 'max' as const,
        isLoaded: false,
        isCacheIgnored: false,
      };
      const lines: string[] = [];
      const end = await builder.build({
        bake: bakeOf([image], ['web'], join(folder, 'code')),
        builder: name,
        secretValues: {},
        onLine: ({ text }) => lines.push(text),
        signal: new AbortController().signal,
      });
      expect({ ...end, lines }).toMatchObject({ exitCode: 0, targets: { web: { steps: 1 } } });
      expect(await builder.digestOf(`${registry.host}/web:1`)).toBe(end.targets.web?.digest);
      expect(await readdir(join(folder, 'cache'))).toContain('index.json');
      await builder.close();
      expect(await containers()).toBe('');
      expect(await readdir(join(folder, 'closed'))).toEqual([]);
      expect(await users()).toEqual(before);
    },
    LIMIT_MS,
  );

  test(
    'is found again by what was written down when the run was killed',
    async () => {
      const builder = await newBuilder('killed');
      const name = await builder.create();
      expect(await containers()).toBe(`buildx_buildkit_${name}0`);
      const [left] = kept.slice(-1);
      if (left === undefined) throw new Error('nothing was written down');
      await removeLeftovers(JSON.parse(JSON.stringify(left)) as Leftovers, environment());
      expect(await containers()).toBe('');
      expect((await engine.docker(['volume', 'ls', '--quiet'])).stdout).toBe('');
      expect(await readdir(join(folder, 'killed'))).toEqual([]);
    },
    LIMIT_MS,
  );
});
