import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, symlink, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Ended, labTool, run } from '../tools.js';
import { type Daemon, removeWithMounts, startDaemon } from './daemon.js';

/** Docker's engine, as it is on a hosted runner, and a user's own `~/.docker`. Nothing is shared with another one. */
export interface Engine {
  readonly folder: string;
  readonly daemon: Daemon;
  /** DOCKER_HOST and DOCKER_CONFIG, for whatever is to work with it. */
  readonly env: Readonly<Record<string, string>>;
  docker(words: readonly string[], options?: DockerOptions): Promise<Ended>;
  stop(): Promise<void>;
}

export interface DockerOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly input?: string;
  readonly limitMs?: number;
}

/** What lab tests with images need. */
export const IMAGE_TOOLS = [
  'dockerd',
  'docker',
  'docker-buildx',
  'buildkitd',
  'buildctl',
  'docker-registry',
  'runc',
  'iptables',
  'ip',
  'busybox',
] as const;

/**
 * @param words further ones for `dockerd`
 * @throws Error with the last lines of its log when it does not start
 */
export async function startEngine(words: readonly string[] = []): Promise<Engine> {
  const folder = await mkdtemp(join(tmpdir(), 'sluice-engine-'));
  const bridge = await makeBridge();
  const clear = async (): Promise<void> => {
    await bridge.remove();
    await removeWithMounts(folder);
  };
  try {
    const config = join(folder, 'docker-config');
    await mkdir(join(config, 'cli-plugins'), { recursive: true });
    await writeFile(join(config, 'config.json'), '{}');
    await symlink(labTool('docker-buildx'), join(config, 'cli-plugins/docker-buildx'));
    // Else it would read that of the machine.
    await writeFile(join(folder, 'daemon.json'), '{}');
    const socket = join(folder, 'docker.sock');
    const daemon = await startDaemon({
      program: 'dockerd',
      words: [
        `--config-file=${join(folder, 'daemon.json')}`,
        `--host=unix://${socket}`,
        `--data-root=${join(folder, 'data')}`,
        `--exec-root=${join(folder, 'exec')}`,
        `--pidfile=${join(folder, 'dockerd.pid')}`,
        // Several engines would take the same bridge and the same rules; containers get no further than their bridge.
        `--bridge=${bridge.name}`,
        '--iptables=false',
        '--ip6tables=false',
        '--ip-forward=false',
        '--log-level=warn',
        ...words,
      ],
      isReady: () => listensAt(socket),
    });
    const env = { DOCKER_HOST: `unix://${socket}`, DOCKER_CONFIG: config };
    return {
      folder,
      daemon,
      env,
      docker: (words, options = {}) =>
        run('docker', words, { ...options, env: { HOME: folder, ...env, ...options.env } }),
      stop: async () => {
        await daemon.stop();
        await clear();
      },
    };
  } catch (error) {
    await clear();
    throw error;
  }
}

/** A bridge of this engine alone: without any, its builder runs nothing. */
async function makeBridge(): Promise<{ readonly name: string; remove(): Promise<void> }> {
  const [low = 0, high = 0, ...rest] = randomBytes(5);
  const name = `sluice${Buffer.from(rest).toString('hex')}`;
  // Addresses for tests between networks: RFC 2544, appendix C.2.2.
  const address = `198.${18 + (low & 1)}.${high}.${(low & 0xf0) + 1}/28`;
  const ip = async (...words: string[]): Promise<void> => {
    const { exitCode, stderr } = await run('ip', words);
    if (exitCode !== 0) throw new Error(`ip ${words.join(' ')}: ${stderr}`);
  };
  await ip('link', 'add', name, 'type', 'bridge');
  await ip('address', 'add', address, 'dev', name);
  await ip('link', 'set', name, 'up');
  return { name, remove: () => ip('link', 'delete', name) };
}

/** BuildKit as a process beside the engine: the engine of Debian cannot attest, make an index or write a cache into a registry. */
export interface BuildKit {
  /** `unix://…` */
  readonly address: string;
  readonly daemon: Daemon;
  /** Makes it known to buildx under a name. */
  addTo(engine: Engine, name: string): Promise<void>;
  stop(): Promise<void>;
}

/** @throws Error with the last lines of its log when it does not start */
export async function startBuildKit(): Promise<BuildKit> {
  const folder = await mkdtemp(join(tmpdir(), 'sluice-buildkit-'));
  try {
    const socket = join(folder, 'buildkitd.sock');
    await writeFile(join(folder, 'buildkitd.toml'), '');
    const daemon = await startDaemon({
      program: 'buildkitd',
      words: [
        `--config=${join(folder, 'buildkitd.toml')}`,
        `--addr=unix://${socket}`,
        `--root=${join(folder, 'root')}`,
        `--otel-socket-path=${join(folder, 'otel.sock')}`,
        '--containerd-worker=false',
        '--oci-worker-net=host',
      ],
      isReady: () => listensAt(socket),
    });
    const address = `unix://${socket}`;
    return {
      address,
      daemon,
      addTo: async (engine, name) => {
        const made = await engine.docker(['buildx', 'create', '--name', name, '--driver', 'remote', address]);
        if (made.exitCode !== 0) throw new Error(`buildx create: ${made.stderr}`);
      },
      stop: async () => {
        await daemon.stop();
        await removeWithMounts(folder);
      },
    };
  } catch (error) {
    await removeWithMounts(folder);
    throw error;
  }
}

const listensAt = (path: string): Promise<boolean> =>
  new Promise((answered) => {
    const socket = connect({ path });
    socket.once('connect', () => answered(true)).once('error', () => answered(false));
    socket.once('connect', () => socket.destroy());
  });
