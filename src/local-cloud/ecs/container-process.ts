import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { constants } from 'node:os';
import { createInterface } from 'node:readline';
import type { AppFault } from '../app/behaviour.js';
import { memoryOf, memoryOfChildren, RUNTIME_MIB } from './memory.js';

export interface ContainerOrder {
  readonly program: string;
  /** The container's own command, or undefined for the catalogue app. */
  readonly argv: readonly string[] | undefined;
  readonly env: Readonly<Record<string, string>>;
  /** Container port → port to listen on. */
  readonly ports: ReadonlyMap<number, number>;
  readonly onLine: (line: string) => void;
  /** The app took another port than it was given. */
  readonly onListening: (ports: ReadonlyMap<number, number>) => void;
  /** The app says that it has taken memory. */
  readonly onMemory: () => void;
}

export interface ContainerExit {
  readonly code: number;
  /** Set where the command could not be started at all. */
  readonly failedToStart?: string;
}

/** What runs in a container. */
export interface RunningContainer {
  readonly exit: Promise<ContainerExit>;
  readonly started: Promise<void>;
  /** True once it was ended for taking more memory than it may. */
  readonly isOutOfMemory: boolean;
  /** MiB in use. */
  memoryMib(): number;
  tell(fault: AppFault): void;
  /** SIGTERM. */
  terminate(): void;
  /** SIGKILL, for everything in it. */
  kill(why?: 'out-of-memory'): void;
}

interface Message {
  started?: boolean;
  takenMb?: number;
  failed?: string;
  exited?: number;
  listening?: Record<string, number>;
}

/**
 * One container: a child process in a group of its own, tied to this process by its IPC channel, so that it ends when
 * this process does, however that ends (app/main.ts, app/supervise.ts).
 */
export class ContainerProcess implements RunningContainer {
  readonly exit: Promise<ContainerExit>;
  readonly started: Promise<void>;
  isOutOfMemory = false;
  private readonly isCommand: boolean;
  private takenMib = 0;
  private readonly child: ChildProcess;
  private reported: ContainerExit | undefined;

  constructor(order: ContainerOrder) {
    this.isCommand = order.argv !== undefined;
    const args = order.argv === undefined ? [order.program] : [order.program, 'supervise', '--', ...order.argv];
    const listen = [...order.ports].map(([containerPort, port]) => `${containerPort}=${port}`).join(',');
    this.child = spawn(process.execPath, args, {
      env: { ...order.env, ...(listen === '' ? {} : { SLUICE_LISTEN: listen }) },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      // A Ctrl-C at the terminal is for the cloud, which then stops its tasks.
      detached: true,
    });
    let tellStarted = () => {};
    this.started = new Promise((resolve) => {
      tellStarted = resolve;
    });
    this.child.on('message', (message: Message) => {
      if (message.started) tellStarted();
      if (message.takenMb !== undefined) {
        this.takenMib = message.takenMb;
        order.onMemory();
      }
      if (message.failed !== undefined) this.reported = { code: 127, failedToStart: message.failed };
      if (message.exited !== undefined) this.reported = { code: message.exited };
      if (message.listening !== undefined) {
        order.onListening(new Map(Object.entries(message.listening).map(([port, real]) => [Number(port), real])));
      }
    });
    this.exit = new Promise((resolve) => {
      this.child.once('error', (error) => resolve({ code: 127, failedToStart: error.message }));
      // As with a container's first process: what it leaves behind goes with it.
      this.child.once('exit', () => this.killGroup());
      // `close`, not `exit`: its last words belong to its log.
      this.child.once('close', (code, signal) => {
        resolve(this.reported ?? { code: code ?? 128 + (signal ? constants.signals[signal] : 0) });
      });
    });
    for (const stream of [this.child.stdout, this.child.stderr]) {
      if (stream) createInterface({ input: stream }).on('line', order.onLine);
    }
  }

  memoryMib(): number {
    const { pid } = this.child;
    if (pid === undefined || this.child.exitCode !== null || this.child.signalCode !== null) return 0;
    return this.isCommand ? memoryOfChildren(pid) : Math.max(this.takenMib, memoryOf(pid) - RUNTIME_MIB);
  }

  tell(fault: AppFault): void {
    if (this.child.connected) this.child.send({ fault }, () => {});
  }

  terminate(): void {
    this.child.kill('SIGTERM');
  }

  /** Ends the whole group at once. */
  kill(why?: 'out-of-memory'): void {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    this.isOutOfMemory = why === 'out-of-memory';
    this.killGroup();
  }

  private killGroup(): void {
    if (this.child.pid === undefined) return;
    try {
      process.kill(-this.child.pid, 'SIGKILL');
    } catch {
      // Nobody is left in it.
    }
  }
}

const handedOut = new Set<number>();

/** A loopback port nobody listens on, and which this process has not handed out lately. */
export async function freePort(): Promise<number> {
  for (;;) {
    const server = createServer();
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    server.close();
    await once(server, 'close');
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    if (handedOut.has(port)) continue;
    handedOut.add(port);
    setTimeout(() => handedOut.delete(port), 30_000).unref();
    return port;
  }
}
