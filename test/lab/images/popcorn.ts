import { chmod, cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { ActionStep, type PhaseResult, type Step } from '../../../src/testing/runner.js';
import { labPath, labTool, root, run } from '../tools.js';
import type { ImagePlace } from './place.js';

/** The seven services of `examples/popcorn` as a checkout, and what builds their images. */
export const SERVICES = ['user', 'store', 'order', 'payment', 'checkin', 'order-query', 'api-gateway'] as const;

export const repositoryOf = (service: string): string => `goorm-popcorn-${service}`;

export interface Checkout {
  readonly folder: string;
  /** A commit with these files; answers it. */
  commit(files: Readonly<Record<string, string>>): Promise<string>;
  remove(): Promise<void>;
}

/** A repository of its own with these files, or those of the example, in one commit. */
export async function checkout(files?: Readonly<Record<string, string>>): Promise<Checkout> {
  const folder = await mkdtemp(join(tmpdir(), 'sluice-checkout-'));
  if (files === undefined) await cp(join(root, 'examples/popcorn'), folder, { recursive: true });
  const commit = async (changed: Readonly<Record<string, string>>): Promise<string> => {
    for (const [path, text] of Object.entries(changed)) {
      await mkdir(join(folder, path, '..'), { recursive: true });
      await writeFile(join(folder, path), text);
    }
    await git('add', '--all');
    await git('commit', '--quiet', '--allow-empty', '--message', 'A change');
    return await git('rev-parse', 'HEAD');
  };
  const git = async (...words: string[]): Promise<string> => {
    const who = ['-c', 'user.name=lab', '-c', 'user.email=lab@localhost'];
    const { exitCode, stdout, stderr } = await run('git', [...who, ...words], { cwd: folder });
    if (exitCode !== 0) throw new Error(`git ${words[0]}: ${stderr}`);
    return stdout.trim();
  };
  await git('init', '--quiet', '--initial-branch=main');
  await commit(files ?? {});
  return { folder, commit, remove: () => rm(folder, { recursive: true, force: true }) };
}

export interface DockerSeen {
  /** To be put in front of PATH. */
  readonly folder: string;
  /** The arguments of each `docker` that was started, in order. */
  calls(): Promise<readonly string[]>;
}

/** A `docker` that notes how it was called and then is the real one. */
export async function seenDocker(place: ImagePlace): Promise<DockerSeen> {
  const folder = await mkdtemp(join(place.engine.folder, 'seen-'));
  const notes = join(folder, 'calls');
  await writeFile(notes, '');
  await writeFile(
    join(folder, 'docker'),
    `#!/bin/sh\nprintf '%s ' "$@" >> ${notes}\necho >> ${notes}\nexec ${labTool('docker')} "$@"\n`,
  );
  await chmod(join(folder, 'docker'), 0o755);
  return { folder, calls: async () => (await readFile(notes, 'utf8')).split('\n').filter((line) => line !== '') };
}

/** build-push in a checkout, as a step of a job on a runner that has the engine and the builder. */
export async function buildPush(
  place: ImagePlace,
  { folder }: Checkout,
  inputs: Readonly<Record<string, string>>,
  more: { readonly docker?: DockerSeen; readonly onLine?: Step['onLine']; readonly env?: Step['environment'] } = {},
): Promise<ActionStep> {
  const { docker, onLine, env = {} } = more;
  const { stdout } = await run('git', ['rev-parse', 'HEAD'], { cwd: folder });
  return ActionStep.prepare({
    action: 'build-push',
    environment: {
      ...place.cloud.env,
      ...place.engine.env,
      PATH: [...(docker === undefined ? [] : [docker.folder]), labPath].join(delimiter),
      GITHUB_WORKSPACE: folder,
      GITHUB_SHA: stdout.trim(),
      ...env,
    },
    inputs: { builder: place.builder, 'build-args': `NODE_IMAGE=${place.nodeImage}`, ...inputs },
    ...(onLine === undefined ? {} : { onLine }),
  });
}

/**
 * What most repositories do: `docker login`, and for one service after the other `docker buildx build --push` with a cache in
 * the registry, as docker/build-push-action starts it. Answers how long it took, in seconds.
 * https://docs.docker.com/build/ci/github-actions/cache/
 */
export async function usualChain(
  place: ImagePlace,
  folder: string,
  tag: string,
  services: readonly string[] = SERVICES,
): Promise<number> {
  const began = performance.now();
  const { host, password } = await place.token();
  const { docker } = place.engine;
  const login = await docker(['login', '--username', 'AWS', '--password-stdin', host], { input: password });
  if (login.exitCode !== 0) throw new Error(login.stderr);
  for (const service of services) {
    const name = `${host}/${repositoryOf(service)}`;
    const cache = `type=registry,ref=${name}:buildcache`;
    const built = await docker(
      [
        ...['buildx', 'build', '--builder', place.builder, '--push', '--tag', `${name}:${tag}`],
        ...['--cache-from', cache, '--cache-to', `${cache},mode=max`, '--provenance=false'],
        ...['--build-arg', `NODE_IMAGE=${place.nodeImage}`, '--file', `services/${service}/Dockerfile`, '.'],
      ],
      { cwd: folder, limitMs: 120_000 },
    );
    if (built.exitCode !== 0) throw new Error(built.stderr);
  }
  return (performance.now() - began) / 1000;
}

/** BuildKit forgets everything, as on a fresh runner. */
export async function freshBuilder(place: ImagePlace): Promise<void> {
  const { exitCode, stderr } = await run('buildctl', ['--addr', place.buildKit.address, 'prune', '--all']);
  if (exitCode !== 0) throw new Error(stderr);
}

/** @throws Error with the log, when the step did not end as it should */
export function ended(result: PhaseResult, exitCode = 0): PhaseResult {
  if (result.exitCode === exitCode) return result;
  throw new Error(`The step ended with ${result.exitCode}:\n${result.stdout}\n${result.stderr}`);
}
