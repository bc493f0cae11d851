import { chmod, copyFile, mkdir, symlink, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { node24 } from '../../../src/testing/node-24.js';
import { labTool, run } from '../tools.js';
import type { Engine } from './engine.js';

/**
 * Base images of what is installed, because none can be pulled without a public registry. Only files are copied, so that
 * one for a foreign platform can be built too; it cannot be run.
 */

const COMMANDS = 'sh cat env ls sleep wget sha256sum mkdir echo dd rm id true false'.split(' ');

/** A folder that is the root of an image: a shell with the usual commands, users, and the programs with their libraries. */
export async function rootFolder(folder: string, programs: readonly string[]): Promise<void> {
  for (const name of ['bin', 'etc', 'tmp', 'usr/bin', 'usr/local/bin', 'home/node'])
    await mkdir(join(folder, name), { recursive: true });
  await chmod(join(folder, 'tmp'), 0o1777);
  await writeFile(join(folder, 'etc/passwd'), 'root:x:0:0:root:/root:/bin/sh\nnode:x:1000:1000::/home/node:/bin/sh\n');
  await writeFile(join(folder, 'etc/group'), 'root:x:0:\nnode:x:1000:\n');
  for (const name of COMMANDS) await symlink('busybox', join(folder, 'bin', name));
  const busybox = labTool('busybox');
  await copyFile(busybox, join(folder, 'bin/busybox'));
  for (const program of programs) await copyFile(program, join(folder, 'usr/local/bin', basename(program)));
  // That of Debian's busybox-static has none; another one may.
  for (const library of (await Promise.all([busybox, ...programs].map(librariesOf))).flat()) {
    await mkdir(join(folder, dirname(library)), { recursive: true });
    await copyFile(library, join(folder, library));
  }
}

/** What the loader would load. */
async function librariesOf(program: string): Promise<readonly string[]> {
  const { stdout } = await run('ldd', [program]);
  return [...stdout.matchAll(/(?:=> )?(\/\S+) \(0x/g)].map(([, path = '']) => path);
}

/**
 * Pushes an image that a Dockerfile can name in place of `node:24-alpine`, for both platforms that tests build for.
 * Answers its name.
 */
export async function pushNodeImage(engine: Engine, builder: string, host: string): Promise<string> {
  const image = `${host}/library/node:24-alpine`;
  await pushBase(engine, builder, image, [node24()], ['node']);
  return image;
}

/** Pushes one with a shell and nothing else: 2 MB. Answers its name. */
export async function pushShellImage(engine: Engine, builder: string, host: string): Promise<string> {
  const image = `${host}/library/busybox:1`;
  await pushBase(engine, builder, image, [], ['sh']);
  return image;
}

async function pushBase(
  engine: Engine,
  builder: string,
  image: string,
  programs: readonly string[],
  command: readonly string[],
): Promise<void> {
  const folder = join(engine.folder, `base-${command[0]}`);
  await rootFolder(join(folder, 'root'), programs);
  await writeFile(
    join(folder, 'Dockerfile'),
    `FROM scratch\nCOPY root/ /\nENV PATH=/usr/local/bin:/usr/bin:/bin\nCMD ${JSON.stringify(command)}\n`,
  );
  const { exitCode, stderr } = await engine.docker(
    [
      ...['buildx', 'build', '--builder', builder, '--progress', 'plain'],
      ...['--platform', 'linux/amd64,linux/arm64', '--provenance=false', '--sbom=false'],
      // A hundred megabytes need not be pressed to go to a neighbour.
      ...['--output', `type=image,name=${image},push=true,compression=uncompressed`],
      folder,
    ],
    { limitMs: 120_000 },
  );
  if (exitCode !== 0) throw new Error(`the base image ${image} could not be built:\n${stderr}`);
}

/** Pushes what BuildKit can ask for a bill of materials. Answers its name. */
export async function pushScannerImage(
  engine: Engine,
  builder: string,
  host: string,
  nodeImage: string,
): Promise<string> {
  const image = `${host}/tools/scanner:1`;
  const { exitCode, stderr } = await engine.docker(
    [
      ...['buildx', 'build', '--builder', builder, '--build-arg', `NODE_IMAGE=${nodeImage}`, '--tag', image, '--push'],
      ...['--provenance=false', join(import.meta.dirname, 'scanner')],
    ],
    { limitMs: 60_000 },
  );
  if (exitCode !== 0) throw new Error(`the scanner could not be built:\n${stderr}`);
  return image;
}

/**
 * BuildKit as an image of the engine, under the name that buildx starts for a builder in a container. It asks the registry for a
 * newer one, does not reach it, and takes this one.
 */
export async function loadBuildKitImage(engine: Engine): Promise<void> {
  const folder = join(engine.folder, 'base-buildkit');
  await rootFolder(join(folder, 'root'), ['buildkitd', 'buildctl', 'runc'].map(labTool));
  await writeFile(
    join(folder, 'Dockerfile'),
    'FROM scratch\nCOPY root/ /\nENV PATH=/usr/local/bin:/usr/bin:/bin\nENTRYPOINT ["buildkitd"]\n',
  );
  const words = ['buildx', 'build', '--builder', 'default', '--load', '--tag', 'moby/buildkit:buildx-stable-1', folder];
  const { exitCode, stderr } = await engine.docker(words, { limitMs: 120_000 });
  if (exitCode !== 0) throw new Error(`the image of BuildKit could not be built:\n${stderr}`);
}
