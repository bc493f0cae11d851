import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** A local cloud that runs as a process of its own, as users run it. */
export interface StartedCloud {
  readonly endpoint: string;
  readonly pid: number;
  /** What a client process needs beside its own environment. */
  readonly env: Readonly<Record<string, string>>;
  /** What the seed created; listeners with the address where they really listen. */
  readonly created: readonly { kind: string; name: string; arn: string; url?: string }[];
  /** `POST /_sluice/<path>` with a JSON body. Throws Error with what the cloud answered when it refuses. */
  // biome-ignore lint/suspicious/noExplicitAny: answers of admin calls differ by call (docs/local-cloud.md)
  admin(path: string, body?: Record<string, unknown>): Promise<any>;
  /** What it has written to stderr so far. */
  stderr(): string;
  /** Ends it as a user does (SIGTERM), by force after 10 s. Resolves when the process is gone. */
  stop(): Promise<void>;
}

export interface StartOptions {
  /** A seed file. */
  readonly seed?: string;
  /** Times faster than the wall clock. */
  readonly speed?: number;
  /** Settings by name: milliseconds of cloud time or texts like `30s`. */
  readonly set?: Readonly<Record<string, number | string>>;
  readonly region?: string;
  /** What keeps the images that are pushed. `own` by default, so that it is the same on every machine. */
  readonly registry?: 'auto' | 'own' | 'docker-registry';
  /** The command that starts a cloud, without flags; by default what `command` below finds. */
  readonly command?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

const startMs = 20_000;
const endMs = 10_000;

/**
 * Starts the cloud and waits until it can be called. Throws Error with its stderr when it ends or says nothing. It ends
 * with this process, however that ends.
 */
export async function startCloud(options: StartOptions = {}): Promise<StartedCloud> {
  const [program = '', ...words] = options.command ?? command();
  const child = spawn(
    program,
    [
      ...words,
      '--json',
      '--with-parent',
      '--registry',
      options.registry ?? 'own',
      ...(options.seed === undefined ? [] : ['--seed', options.seed]),
      ...(options.speed === undefined ? [] : ['--speed', String(options.speed)]),
      ...(options.region === undefined ? [] : ['--region', options.region]),
      ...Object.entries(options.set ?? {}).flatMap(([name, value]) => ['--set', `${name}=${value}`]),
    ],
    // A pipe as stdin is how `--with-parent` knows that this process is gone.
    { stdio: ['pipe', 'pipe', 'pipe'], env: { ...process.env, ...options.env } },
  );
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr = (stderr + text).slice(-20_000);
  });
  const gone = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const told = await firstJson(child, gone).catch((error: Error) => {
    child.kill('SIGKILL');
    throw new Error(`${error.message}\n${stderr}`.trim());
  });
  const { endpoint } = told;
  return {
    endpoint,
    pid: child.pid as number,
    env: told.env,
    created: told.created,
    stderr: () => stderr,
    admin: async (path, body = {}) => {
      const response = await fetch(`${endpoint}/_sluice/${path}`, { method: 'POST', body: JSON.stringify(body) });
      const text = await response.text();
      if (!response.ok) throw new Error(`${path}: ${response.status} ${text}`);
      return text === '' ? {} : JSON.parse(text);
    },
    stop: async () => {
      child.kill('SIGTERM');
      const force = setTimeout(() => child.kill('SIGKILL'), endMs);
      await gone;
      clearTimeout(force);
    },
  };
}

/** The compiled sources where SLUICE_BUILD names their folder, else what users run: `dist/sluice.js`. */
export function command(): [string, ...string[]] {
  const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
  const compiled = process.env.SLUICE_BUILD;
  if (compiled !== undefined && compiled !== '') {
    const module = pathToFileURL(join(root, compiled, 'cli', 'cloud.js')).href;
    const code = `import { cloud } from ${JSON.stringify(module)}; process.exitCode = await cloud(process.argv.slice(1));`;
    return [process.execPath, '--input-type=module', '--eval', code, '--'];
  }
  const program = join(root, 'dist', 'sluice.js');
  if (!existsSync(program)) throw new Error(`${program} is not there: npm run build, or set SLUICE_BUILD`);
  return [process.execPath, program, 'cloud'];
}

/** The line that tells where the cloud is: `{"endpoint", "env", …}`. */
async function firstJson(
  child: ChildProcess,
  gone: Promise<void>,
): Promise<Pick<StartedCloud, 'endpoint' | 'env' | 'created'>> {
  const lines = createInterface({ input: child.stdout as NodeJS.ReadableStream });
  const line = new Promise<string>((resolve) => {
    lines.on('line', (text) => {
      if (text.startsWith('{')) resolve(text);
    });
  });
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`the local cloud said nothing in ${startMs / 1000} s`)), startMs);
  });
  const ended = gone.then(() => {
    throw new Error(`the local cloud ended with ${child.exitCode ?? child.signalCode} before it could be called`);
  });
  try {
    const told = JSON.parse(await Promise.race([line, late, ended]));
    return { endpoint: told.endpoint ?? told.env.AWS_ENDPOINT_URL, env: told.env, created: told.created ?? [] };
  } finally {
    clearTimeout(timer);
    ended.catch(() => {});
  }
}
