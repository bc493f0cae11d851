import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What the test wants of it; in `plan.json` of its folder, read anew by each program. */
export interface StandInPlan {
  /** Version of buildx; undefined for a Docker without it. */
  readonly buildx?: string | null;
  readonly isEngineDown?: boolean;
  /** The builder that there is besides those in the settings. */
  readonly driver?: 'docker' | 'docker-container';
  /** Whether the engine keeps its images in containerd's store. */
  readonly hasContainerdStore?: boolean;
  /** Digests of images in registries that are not there. */
  readonly bases?: Readonly<Record<string, string>>;
  readonly stepMs?: number;
  readonly failBuild?: { readonly target: string; readonly message?: string };
  /** Instead of a push, in the order given; each as often as it says, counted over all runs. */
  readonly failPush?: readonly { readonly target?: string; readonly message: string; readonly times: number }[];
  /** Where it waits until it is told to end; `remove` is the removal of a builder. */
  readonly hang?: 'build' | 'push' | 'remove';
  readonly ignoresSignals?: boolean;
  /** Starts a program that goes on when this one ends, and does not listen. */
  readonly leavesGrandchild?: boolean;
}

/** Where the plan is and what is written down: `calls.jsonl`, `cached`, `pids`. */
export function standInFolder(): string {
  const folder = process.env.DOCKER_STAND_IN;
  if (folder === undefined) throw new Error('DOCKER_STAND_IN names no folder');
  return folder;
}

export function readPlan(): StandInPlan {
  const path = join(standInFolder(), 'plan.json');
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as StandInPlan) : {};
}

export function dockerConfig(): string {
  return process.env.DOCKER_CONFIG ?? join(process.env.HOME ?? '/', '.docker');
}

export function buildxConfig(): string {
  return process.env.BUILDX_CONFIG ?? join(dockerConfig(), 'buildx');
}

/** `user:password` for a registry, found as Docker finds it: a helper where one is set, else the file. */
export function loginFor(host: string): string | undefined {
  const path = join(dockerConfig(), 'config.json');
  if (!existsSync(path)) return undefined;
  const config = JSON.parse(readFileSync(path, 'utf8')) as {
    auths?: Record<string, { auth?: string }>;
    credHelpers?: Record<string, string>;
    credsStore?: string;
  };
  const helper = config.credHelpers?.[host] ?? config.credsStore ?? '';
  const auth = helper === '' ? config.auths?.[host]?.auth : undefined;
  return auth === undefined ? undefined : Buffer.from(auth, 'base64').toString();
}
