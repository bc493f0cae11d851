import type { Bake } from '../images/bake.js';
import type { RegistryLogin } from './image-repository.js';

/** Docker with buildx, as a program beside this one. Whatever it starts ends with it. */
export interface ImageBuilder {
  /**
   * What the builder is and can; the current one without a name.
   *
   * @throws DeployFailed when there is no Docker, no buildx, no such builder, or it does not answer
   */
  inspect(name: string | undefined): Promise<BuilderSeen>;
  /**
   * Makes a builder of its own that runs in a container, and answers its name. `close` removes it.
   *
   * @param options.hasHostNetwork whether it shares the network of the machine, so that it reaches what listens on loopback there
   */
  create(options?: { readonly hasHostNetwork: boolean }): Promise<string>;
  /** From now on these registries are known to whatever is started. Nothing of it is in an argument or outside the private folder. */
  logIn(logins: readonly RegistryLogin[]): Promise<void>;
  /** One solve. It ends when the whole group of processes has. */
  build(request: BuildRequest): Promise<BuildEnd>;
  /** The base images' digests as they are now, by `docker buildx imagetools inspect`; undefined for one that cannot be seen. */
  digestOf(image: string): Promise<string | undefined>;
  /** Removes the credentials and what `create` made. Idempotent. */
  close(): Promise<void>;
}

export interface BuilderSeen {
  readonly name: string;
  /** `docker`, `docker-container`, `remote`, `kubernetes`, `cloud`. */
  readonly driver: string;
  /** `v0.36.1`; `unknown` for one that somebody compiled for himself. */
  readonly buildxVersion: string;
  readonly buildkitVersion: string | undefined;
  /** `linux/amd64`, … as far as it tells. */
  readonly platforms: readonly string[];
  /** Whether it can write a cache into a registry, attest, and make an index: the engine's own builder can with containerd's store only. */
  readonly canExport: boolean;
}

export interface BuildRequest {
  readonly bake: Bake;
  readonly builder: string | undefined;
  /** Values of secrets under the names of environment variables that the definition names. */
  readonly secretValues: Readonly<Record<string, string>>;
  /** Called for each line of progress, with the target that it is of when it is of one. */
  readonly onLine: (line: ProgressLine) => void;
  /** Asked to stop: the group of processes is told, then killed. */
  readonly signal: AbortSignal;
}

export interface ProgressLine {
  readonly target: string | undefined;
  readonly text: string;
}

export interface BuildEnd {
  readonly exitCode: number;
  /** What it wrote to stderr at the end, enough to tell the error. */
  readonly output: string;
  /** The step of a Dockerfile that failed, where the builder tells. */
  readonly failed?: FailedStep;
  /** Of each target that came to its end. */
  readonly targets: Readonly<Record<string, BuiltTarget>>;
  readonly isCancelled: boolean;
}

export interface FailedStep {
  /** `[deps 3/5] RUN npm ci` */
  readonly step: string;
  /** What it wrote last. */
  readonly lastLines: readonly string[];
}

export interface BuiltTarget {
  /** Digest of what was pushed; undefined when nothing was. */
  readonly digest: string | undefined;
  /** Identifier of the image in the engine, when it was loaded. */
  readonly imageId: string | undefined;
  /** From its first step to its last, ms. Shared steps count for each that needs them. */
  readonly tookMs: number;
  /** Steps of the Dockerfile, FROM not counted. */
  readonly steps: number;
  readonly cachedSteps: number;
  /** How long exporting the cache took, ms. */
  readonly cacheExportMs: number;
  /** Why the cache could not be written, where that failed nothing. */
  readonly cacheError?: string;
}
