import { randomBytes } from 'node:crypto';
import { cp, mkdir, readFile, rename, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { basename, isAbsolute, join } from 'node:path';
import { DeployFailed } from '../ports/ended-badly.js';
import type { RegistryLogin } from '../ports/image-repository.js';
import { messageOf } from '../ports/message-of.js';

export type Environment = Readonly<Record<string, string | undefined>>;

/** What every private folder's name begins with, by which `post` knows that it removes one of ours. */
const PREFIX = 'sluice-docker-';

/**
 * Settings of Docker for this run alone: the user's own, and logins beside them. Only its owner can read them, nothing of it is
 * in an argument, and nothing is written where the user's are.
 */
export class PrivateConfig {
  private readonly logins = new Map<string, RegistryLogin>();

  private constructor(
    /** The folder to remove in the end. */
    readonly folder: string,
    private readonly user: UserConfig,
    private readonly given: Environment,
  ) {}

  /** A name for a folder that is not there yet, so that it can be written down before anything is in it. */
  static placeBelow(temp: string): string {
    return join(temp, `${PREFIX}${randomBytes(8).toString('hex')}`);
  }

  /**
   * Makes the folder.
   *
   * @param given the environment that the user's own Docker would have: `DOCKER_CONFIG` and `BUILDX_CONFIG` are respected
   * @throws DeployFailed when the user's settings cannot be read; nothing has been made then
   */
  static async make(folder: string, given: Environment): Promise<PrivateConfig> {
    const user = await userConfig(given);
    await mkdir(folder, { mode: 0o700 });
    const made = new PrivateConfig(folder, user, given);
    await mkdir(made.docker, { mode: 0o700 });
    await mkdir(made.buildx, { mode: 0o700 });
    // Contexts hold keys: they are led to, not copied. Docker only reads them.
    if (await isFolder(join(user.folder, 'contexts'))) {
      await symlink(join(user.folder, 'contexts'), join(made.docker, 'contexts'));
    }
    await copyBuilders(user.buildx, made.buildx);
    await made.write();
    return made;
  }

  get docker(): string {
    return join(this.folder, 'docker');
  }

  get buildx(): string {
    return join(this.folder, 'buildx');
  }

  /**
   * What a program is started with. The inputs and the state of the action are left out, since secrets of the build are among
   * them; the rest stays, because caches and credential helpers take their credentials from it.
   */
  get environment(): Record<string, string> {
    const kept = Object.entries(this.given).filter(
      (pair): pair is [string, string] => pair[1] !== undefined && !/^(?:INPUT|STATE)_/.test(pair[0]),
    );
    return {
      ...Object.fromEntries(kept),
      ...this.elsewhereLogins(),
      DOCKER_CONFIG: this.docker,
      BUILDX_CONFIG: this.buildx,
      DOCKER_CLI_HINTS: 'false',
      // Provenance holds the build arguments, and nobody reads it there.
      BUILDX_METADATA_PROVENANCE: 'disabled',
      // The definition says which attestations there are.
      BUILDX_NO_DEFAULT_ATTESTATIONS: '1',
    };
  }

  /** From now on these are known, each in place of what was known for its host. */
  async logIn(logins: readonly RegistryLogin[]): Promise<void> {
    for (const login of logins) this.logins.set(login.host, login);
    await this.write();
  }

  /** What was known by `logIn` is no more. */
  async logOut(): Promise<void> {
    this.logins.clear();
    await this.write();
  }

  private async write(): Promise<void> {
    const path = join(this.docker, 'config.json');
    const text = JSON.stringify(withLogins(this.user, [...this.logins.values()]), null, 2);
    await writeFile(`${path}.new`, text, { mode: 0o600 });
    await rename(`${path}.new`, path);
  }

  /** `DOCKER_AUTH_CONFIG` goes before the file: what it says of these hosts is taken out. https://docs.docker.com/reference/cli/docker/#environment-variables */
  private elsewhereLogins(): Record<string, string> {
    const before = readObject(this.given.DOCKER_AUTH_CONFIG ?? '');
    if (before === undefined || this.logins.size === 0) return {};
    const auths = Object.entries(asObject(before.auths)).filter(([host]) => !this.logins.has(host));
    return { DOCKER_AUTH_CONFIG: JSON.stringify({ ...before, auths: Object.fromEntries(auths) }) };
  }
}

/** Removes what a run left, its own or that of a dead one. Idempotent; a path that is not of a private folder is left alone. */
export async function removePrivateFolder(folder: string): Promise<void> {
  if (!isAbsolute(folder) || !basename(folder).startsWith(PREFIX)) return;
  await rm(folder, { recursive: true, force: true, maxRetries: 3 });
}

interface UserConfig {
  readonly folder: string;
  readonly buildx: string;
  readonly settings: Readonly<Record<string, unknown>>;
}

/** https://docs.docker.com/reference/cli/docker/#configuration-files */
async function userConfig(given: Environment): Promise<UserConfig> {
  const folder = given.DOCKER_CONFIG || join(given.HOME || homedir(), '.docker');
  const buildx = given.BUILDX_CONFIG || join(folder, 'buildx');
  const path = join(folder, 'config.json');
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return { folder, buildx, settings: {} };
    throw new DeployFailed(
      `Docker's settings cannot be read: ${messageOf(error)}. Let this user read ${path}, or name another folder with DOCKER_CONFIG.`,
      { cause: error },
    );
  }
  const settings = text.trim() === '' ? {} : readObject(text);
  if (settings === undefined) {
    // What is in it may be a password: nothing of it is told.
    throw new DeployFailed(`Docker's settings are not a JSON object: ${path}. Repair the file, or remove it.`);
  }
  return { folder, buildx, settings };
}

function withLogins({ folder, settings }: UserConfig, logins: readonly RegistryLogin[]): Record<string, unknown> {
  const auths = logins.map(({ host, username, password }) => [
    host,
    { auth: Buffer.from(`${username}:${password}`).toString('base64') },
  ]);
  // A host whose helper is the empty text is looked up in the file, whatever store the others are in.
  const helpers = logins.map(({ host }) => [host, '']);
  const hasStore = settings.credsStore !== undefined || settings.credHelpers !== undefined;
  const extra = Array.isArray(settings.cliPluginsExtraDirs) ? (settings.cliPluginsExtraDirs as unknown[]) : [];
  return {
    ...settings,
    auths: { ...asObject(settings.auths), ...Object.fromEntries(auths) },
    ...(hasStore ? { credHelpers: { ...asObject(settings.credHelpers), ...Object.fromEntries(helpers) } } : {}),
    // Docker looks for plugins beside its settings, which are elsewhere now.
    cliPluginsExtraDirs: [...extra, join(folder, 'cli-plugins')],
  };
}

/** What buildx remembers of builds and of when a builder was used; it is of no use here, and may be large. */
const NOT_COPIED: ReadonlySet<string> = new Set(['refs', 'activity', '.lock']);

/** The user's builders as they are now, so that those are found and what buildx writes down stays in the private folder. */
async function copyBuilders(from: string, to: string): Promise<void> {
  if (!(await isFolder(from))) return;
  try {
    await cp(from, to, {
      recursive: true,
      filter: (path) => path === from || !NOT_COPIED.has(path.slice(from.length + 1)),
    });
  } catch (error) {
    throw new DeployFailed(`The builders that buildx knows cannot be read: ${messageOf(error)}`, { cause: error });
  }
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

function readObject(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}

const asObject = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
