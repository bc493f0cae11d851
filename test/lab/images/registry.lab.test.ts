import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BatchGetImageCommand } from '@aws-sdk/client-ecr';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { describeWith, run } from '../tools.js';
import { pushScannerImage } from './base-images.js';
import { IMAGE_TOOLS } from './engine.js';
import { type ImagePlace, imagePlace } from './place.js';

/** The registry of the local cloud, seen by Docker's engine, by buildx and by BuildKit. Nothing of ours is in between. */

const LIMIT_MS = 60_000;
const IS_CACHED = /\[slow 2\/2\] RUN sleep.*\n#\d+ CACHED/;

describeWith(IMAGE_TOOLS, "Docker and BuildKit with the local cloud's ECR", () => {
  let place: ImagePlace;
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sluice-registry-lab-'));
    place = await imagePlace({ region: 'eu-west-1' });
    const { host, password } = await place.token();
    const login = await place.engine.docker(['login', '--username', 'AWS', '--password-stdin', host], {
      input: password,
    });
    expect(login).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('Login Succeeded') });
  }, 120_000);
  afterAll(async () => {
    await place?.stop();
    await rm(folder, { recursive: true, force: true });
  }, 60_000);

  /** A folder with these files. */
  async function context(name: string, files: Readonly<Record<string, string>>): Promise<string> {
    const made = join(folder, name);
    await mkdir(made, { recursive: true });
    for (const [file, text] of Object.entries(files)) await writeFile(join(made, file), text);
    return made;
  }

  const build = (words: readonly string[]) =>
    place.engine.docker(['buildx', 'build', '--builder', place.builder, '--progress', 'plain', ...words], {
      limitMs: LIMIT_MS,
    });

  test(
    'the engine pushes with the token, ECR has that very digest, and it is pulled and runs',
    async () => {
      const name = await place.repository('team/hello');
      const made = await context('hello', {
        Dockerfile: `FROM ${place.nodeImage}\nCOPY hello.js /hello.js\nCMD ["node", "/hello.js"]\n`,
        'hello.js': "console.log('hello from', process.version);\n",
      });
      const { docker } = place.engine;
      expect(await docker(['build', '--tag', `${name}:v1`, made], { limitMs: LIMIT_MS })).toMatchObject({
        exitCode: 0,
      });
      const pushed = await docker(['push', `${name}:v1`], { limitMs: LIMIT_MS });
      expect(pushed).toMatchObject({ exitCode: 0 });
      const [digest = ''] = /sha256:[0-9a-f]{64}/.exec(pushed.stdout) ?? [];
      expect(await place.seen('team/hello', 'v1')).toMatchObject({ imageDigest: digest, imageTags: ['v1'] });
      // Without the token neither this nor anything else is answered.
      await mkdir(join(folder, 'nobody'));
      const nobody = { DOCKER_CONFIG: join(folder, 'nobody') };
      const refused = await docker(['push', `${name}:v1`], { env: nobody });
      expect(refused).toMatchObject({ exitCode: 1, stderr: expect.stringContaining('no basic auth credentials') });
      await docker(['image', 'rm', '--force', `${name}:v1`]);
      expect(await docker(['pull', `${name}@${digest}`], { limitMs: LIMIT_MS })).toMatchObject({ exitCode: 0 });
      const ran = await docker(['run', '--rm', '--network', 'none', `${name}@${digest}`], { limitMs: LIMIT_MS });
      expect(ran).toMatchObject({ exitCode: 0, stdout: expect.stringMatching(/^hello from v24\./) });
    },
    2 * LIMIT_MS,
  );

  test(
    'BuildKit pushes an index of two platforms with provenance and a bill of materials',
    async () => {
      const name = await place.repository('team/index');
      const { engine, builder, publicRegistry, nodeImage } = place;
      const scanner = await pushScannerImage(engine, builder, publicRegistry.host, nodeImage);
      const made = await context('index', {
        Dockerfile: `FROM --platform=$BUILDPLATFORM ${place.nodeImage} AS made\nRUN echo hello > /word\nFROM ${place.nodeImage}\nCOPY --from=made /word /word\nCOPY package.json /app/\n`,
        'package.json': '{"name":"of-the-lab","version":"1.2.3"}',
      });
      const metadata = join(folder, 'metadata.json');
      const built = await build([
        ...['--platform', 'linux/amd64,linux/arm64', '--provenance=mode=max', `--sbom=generator=${scanner}`],
        ...['--tag', `${name}:v1`, '--push', '--metadata-file', metadata, made],
      ]);
      expect(built).toMatchObject({ exitCode: 0 });
      const digest = JSON.parse(await readFile(metadata, 'utf8'))['containerimage.digest'];
      expect(await place.seen('team/index', 'v1')).toMatchObject({ imageDigest: digest });

      const manifest = async (imageDigest: string) => {
        const asked = new BatchGetImageCommand({ repositoryName: 'team/index', imageIds: [{ imageDigest }] });
        const { images: [image] = [] } = await place.ecr.send(asked);
        return JSON.parse(image?.imageManifest ?? '{}');
      };
      const index = await manifest(digest);
      const kinds = index.manifests.map(({ platform }: { platform: { os: string; architecture: string } }) =>
        Object.values(platform).sort().join(' '),
      );
      expect(kinds.sort()).toEqual(['amd64 linux', 'arm64 linux', 'unknown unknown', 'unknown unknown']);
      const [attested] = index.manifests.filter((one: { annotations?: object }) => one.annotations !== undefined);
      const layers: { annotations: Record<string, string> }[] = (await manifest(attested.digest)).layers;
      expect(layers.map(({ annotations }) => annotations['in-toto.io/predicate-type']).sort()).toEqual([
        'https://slsa.dev/provenance/v0.2',
        'https://spdx.dev/Document',
      ]);
      const format = '{{ json (index .SBOM "linux/amd64").SPDX.packages }}';
      const looked = await place.engine.docker(['buildx', 'imagetools', 'inspect', `${name}:v1`, '--format', format]);
      expect(looked).toMatchObject({ exitCode: 0 });
      expect(JSON.parse(looked.stdout)).toEqual([
        expect.objectContaining({ name: 'of-the-lab', versionInfo: '1.2.3' }),
      ]);
    },
    2 * LIMIT_MS,
  );

  test(
    'a cache that BuildKit wrote into the repository is all that another build needs',
    async () => {
      const name = await place.repository('team/cached');
      const made = await context('cached', {
        Dockerfile: `FROM ${place.nodeImage} AS slow\nRUN sleep 1 && echo slow > /slow\nFROM ${place.nodeImage}\nCOPY --from=slow /slow /slow\n`,
      });
      const cache = `type=registry,ref=${name}:buildcache`;
      const words = ['--cache-from', cache, '--cache-to', `${cache},mode=max`, '--tag', `${name}:v1`, '--push', made];
      const first = await build([...words, '--provenance=false']);
      expect(first).toMatchObject({ exitCode: 0 });
      expect(first.stderr).not.toMatch(IS_CACHED);
      const forget = await run('buildctl', ['--addr', place.buildKit.address, 'prune', '--all']);
      expect(forget).toMatchObject({ exitCode: 0 });
      const second = await build([...words, '--provenance=false']);
      expect(second).toMatchObject({ exitCode: 0 });
      expect(second.stderr).toMatch(IS_CACHED);
    },
    2 * LIMIT_MS,
  );
});
