import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** What Docker's own settings know of a registry. */
export type Credentials =
  | { readonly username: string; readonly password: string }
  /** Exchanged for tokens of the registry, as `docker login` got it. */
  | { readonly identityToken: string }
  /** Sent as it is. */
  | { readonly registryToken: string };

interface DockerConfig {
  readonly auths?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly credHelpers?: Readonly<Record<string, string>>;
  readonly credsStore?: string;
}

const HELPER_MS = 30_000;
/** Docker Hub goes by the name it had first. https://docs.docker.com/reference/cli/docker/login/ */
const HUB = ['https://index.docker.io/v1/', 'index.docker.io', 'docker.io', 'registry-1.docker.io'];

/**
 * The credentials that Docker itself would use for a registry; undefined when there are none, and the registry is asked without.
 * The file is read each time: somebody may have logged in meanwhile.
 *
 * @param folder of config.json
 * @throws Error when the settings cannot be read, or a helper fails. No secret is in its message
 */
export async function dockerCredentials(
  host: string,
  conceal: (secret: string) => void,
  folder = dockerFolder(),
): Promise<Credentials | undefined> {
  const config = await readConfig(join(folder, 'config.json'));
  const names = HUB.includes(host) ? HUB : [host];
  const helper = names.map((name) => config.credHelpers?.[name]).find((name) => name !== undefined);
  // An empty helper of one registry means the file itself, whatever store the others have.
  const program = helper ?? config.credsStore ?? '';
  const found = (program === '' ? undefined : await fromHelper(program, names[0] ?? host)) ?? inFile(config, names);
  for (const secret of Object.entries(found ?? {})) if (secret[0] !== 'username') conceal(secret[1]);
  return found;
}

/** https://docs.docker.com/reference/cli/docker/#environment-variables */
export function dockerFolder(env: NodeJS.ProcessEnv = process.env): string {
  const { DOCKER_CONFIG } = env;
  return DOCKER_CONFIG === undefined || DOCKER_CONFIG === '' ? join(homedir(), '.docker') : DOCKER_CONFIG;
}

async function readConfig(file: string): Promise<DockerConfig> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return '{}';
    throw new Error(`The settings of Docker cannot be read (${file}: ${error.code})`);
  });
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null) return value as DockerConfig;
  } catch {
    // What stands in it is not repeated: it may be a password.
  }
  throw new Error(`The settings of Docker cannot be read (${file} is not a JSON object)`);
}

function inFile({ auths = {} }: DockerConfig, names: readonly string[]): Credentials | undefined {
  const key = Object.keys(auths).find((one) => names.includes(one) || names.includes(bare(one)));
  const entry = key === undefined ? undefined : auths[key];
  const text = (name: string): string => (typeof entry?.[name] === 'string' ? entry[name] : '');
  if (text('identitytoken') !== '') return { identityToken: text('identitytoken') };
  if (text('registrytoken') !== '') return { registryToken: text('registrytoken') };
  const decoded = Buffer.from(text('auth'), 'base64').toString('utf8').replace(/\0+$/, '');
  const colon = decoded.indexOf(':');
  const username = text('username') || decoded.slice(0, Math.max(0, colon));
  const password = text('password') || decoded.slice(colon + 1);
  return username === '' || password === '' ? undefined : { username, password };
}

/** Older settings have the protocol in front and a path behind. */
const bare = (key: string): string => key.replace(/^https?:\/\//, '').replace(/\/.*$/, '');

/** https://github.com/docker/docker-credential-helpers#development */
async function fromHelper(name: string, host: string): Promise<Credentials | undefined> {
  if (!/^[\w.-]+$/.test(name)) throw new Error(`The settings of Docker name a credential helper that is none`);
  const { status, output } = await run(`docker-credential-${name}`, host);
  if (status !== 0) {
    if (/credentials not found/i.test(output)) return undefined;
    throw new Error(`docker-credential-${name} gave no credentials for ${host} (it ended with ${status})`);
  }
  const { Username = '', Secret = '' } = parsed(output);
  if (Secret === '') return undefined;
  return Username === '<token>' ? { identityToken: Secret } : { username: Username, password: Secret };
}

function parsed(output: string): { readonly Username?: string; readonly Secret?: string } {
  try {
    return JSON.parse(output) as { Username?: string; Secret?: string };
  } catch {
    return {};
  }
}

/** The registry goes to its stdin, and nothing to its arguments but `get`. */
function run(program: string, input: string): Promise<{ readonly status: number | string; readonly output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, ['get'], { stdio: ['pipe', 'pipe', 'ignore'], env: process.env });
    const timer = setTimeout(() => child.kill('SIGKILL'), HELPER_MS);
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
    child.on('error', (error: NodeJS.ErrnoException) => {
      clearTimeout(timer);
      reject(new Error(`${program}, which the settings of Docker name, cannot be started (${error.code})`));
    });
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      resolve({ status: code ?? signal ?? '', output });
    });
    // One that ends without reading closes the pipe.
    child.stdin.on('error', () => {}).end(input);
  });
}
