import { randomBytes } from 'node:crypto';
import { chmod, mkdir, mkdtemp, readFile, symlink, writeFile } from 'node:fs/promises';
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

/** @throws Error with the last lines of its log when it does not start */
export async function startEngine(): Promise<Engine> {
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
        ...(await runtimeWords(folder)),
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

/** By number. https://man7.org/linux/man-pages/man7/capabilities.7.html */
const CAPABILITIES =
  'CHOWN DAC_OVERRIDE DAC_READ_SEARCH FOWNER FSETID KILL SETGID SETUID SETPCAP LINUX_IMMUTABLE NET_BIND_SERVICE NET_BROADCAST NET_ADMIN NET_RAW IPC_LOCK IPC_OWNER SYS_MODULE SYS_RAWIO SYS_CHROOT SYS_PTRACE SYS_PACCT SYS_ADMIN SYS_BOOT SYS_NICE SYS_RESOURCE SYS_TIME SYS_TTY_CONFIG MKNOD LEASE AUDIT_WRITE AUDIT_CONTROL SETFCAP MAC_OVERRIDE MAC_ADMIN SYSLOG WAKE_ALARM BLOCK_SUSPEND AUDIT_READ PERFMON BPF CHECKPOINT_RESTORE'.split(
    ' ',
  );

/**
 * A privileged container, such as that of BuildKit, is given every capability there is, which fails where even root lacks one, as
 * in some virtual machines. There the runtime leaves out what nobody has.
 */
async function runtimeWords(folder: string): Promise<readonly string[]> {
  const status = await readFile('/proc/self/status', 'utf8');
  const mine = BigInt(`0x${/^CapBnd:\s*([0-9a-f]+)$/m.exec(status)?.[1] ?? '0'}`);
  const lacking = CAPABILITIES.filter((_, number) => ((mine >> BigInt(number)) & 1n) === 0n);
  if (lacking.length === 0) return [];
  const file = join(folder, 'runc');
  // What is created is described by a file in its bundle, what is run in it later by a file of its own.
  const script = [
    '#!/bin/sh',
    'for word; do',
    '  case "$before" in --bundle) file=$word/config.json;; --process) file=$word;; *) file=;; esac',
    `  [ -f "$file" ] && sed -i -E 's/"CAP_(${lacking.join('|')})",?//g; s/,\\]/]/g' "$file"`,
    '  before=$word',
    'done',
    `exec '${labTool('runc')}' "$@"`,
    '',
  ];
  await writeFile(file, script.join('\n'));
  await chmod(file, 0o755);
  return [`--add-runtime=less=${file}`, '--default-runtime=less'];
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
