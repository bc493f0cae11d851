import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { DeployFailed } from '../ports/ended-badly.js';
import type { BuildEnd, BuilderSeen, BuildRequest, ImageBuilder } from '../ports/image-builder.js';
import type { RegistryLogin } from '../ports/image-repository.js';
import { dockerFault, knownFault, startFault } from './faults.js';
import { readInspection } from './inspection.js';
import { type Leftovers, removeBuilder } from './leftovers.js';
import { type Environment, PrivateConfig, removePrivateFolder } from './private-config.js';
import { type ChildEnd, runInGroup } from './process.js';
import { solve } from './solve.js';
import { loadsIndexes, unsupported } from './unsupported.js';
import { isAtLeast, versionIn } from './version.js';

export interface BuildxOptions {
  /** A folder for this job alone, `RUNNER_TEMP`: the settings with the credentials are below it. */
  readonly temp: string;
  /** That of this process. */
  readonly environment: Environment;
  /** Writes down what there will be to remove, before it is there. */
  readonly keep: (left: Leftovers) => void;
  /** Ends whatever is running, `close` excepted. */
  readonly signal: AbortSignal;
}

/** Attestations can be said in a definition since then. */
const OLDEST: readonly [number, number] = [0, 10];

/** How long a builder's removal may take when the run was asked to stop, ms: what was building has had up to 4 s of the runner's 7.5 s. */
const HURRY_MS = 2_000;

/** Docker with buildx. Nothing is run or made before the first question. */
export class Buildx implements ImageBuilder {
  private made: Promise<PrivateConfig> | undefined;
  private left: Leftovers | undefined;
  private version: Promise<string> | undefined;
  private readonly seen = new Map<string | undefined, Promise<BuilderSeen>>();
  private solves = 0;

  constructor(private readonly options: BuildxOptions) {}

  inspect(name: string | undefined): Promise<BuilderSeen> {
    const known = this.seen.get(name) ?? this.look(name);
    this.seen.set(name, known);
    known.catch(() => this.seen.delete(name));
    return known;
  }

  async create({ hasHostNetwork } = { hasHostNetwork: false }): Promise<string> {
    await this.buildx();
    const { folder } = await this.config();
    const name = `sluice-${randomBytes(4).toString('hex')}`;
    this.left = { folder, builder: name };
    this.options.keep(this.left);
    // https://docs.docker.com/build/builders/drivers/docker-container/#parameters
    const network = hasHostNetwork ? ['--driver-opt', 'network=host'] : [];
    const args = ['buildx', 'create', '--driver', 'docker-container', ...network, '--name', name, '--bootstrap'];
    // The image of BuildKit may have to be pulled.
    const end = await this.docker(args, 300_000);
    if (end.exitCode !== 0) throw dockerFault('A builder of its own could not be made', end);
    return name;
  }

  async logIn(logins: readonly RegistryLogin[]): Promise<void> {
    await (await this.config()).logIn(logins);
  }

  async build(request: BuildRequest): Promise<BuildEnd> {
    const seen = await this.inspect(request.builder);
    const isAsked = seen.driver !== 'docker' && loadsIndexes(request.bake);
    const refused = unsupported(request.bake, seen, isAsked && (await this.engineHoldsIndexes()));
    if (refused !== undefined) throw new DeployFailed(refused);
    const { folder, environment } = await this.config();
    this.solves += 1;
    return solve({ request, seen, environment, folder: join(folder, `solve-${this.solves}`) });
  }

  async digestOf(image: string): Promise<string | undefined> {
    await this.buildx();
    const args = ['buildx', 'imagetools', 'inspect', '--format', '{{json .Manifest}}', image];
    const { exitCode, stdout } = await this.docker(args, 60_000);
    const [, digest] = /"digest":\s*"(sha256:[0-9a-f]{64})"/.exec(stdout) ?? [];
    return exitCode === 0 ? digest : undefined;
  }

  async close(): Promise<void> {
    // Half of it may be there when it could not be made.
    const made = await this.made?.catch(() => undefined);
    const left = this.left;
    if (left === undefined) return;
    if (left.builder !== undefined) {
      // An engine that does not answer must not keep the credentials there, nor what is to be told of a cancel.
      await made?.logOut().catch(() => undefined);
      const { environment, signal } = this.options;
      const isGone = await removeBuilder(left.builder, left.folder, environment, ...(signal.aborted ? [HURRY_MS] : []));
      if (!isGone) throw new Error(`Docker does not come to an end of removing the builder ${left.builder}`);
    }
    this.left = { folder: left.folder };
    await removePrivateFolder(left.folder);
  }

  private async look(name: string | undefined): Promise<BuilderSeen> {
    const version = await this.buildx();
    const args = ['buildx', 'inspect', ...(name === undefined ? [] : [name])];
    // With it buildx says what the driver can.
    const end = await this.docker(args, 60_000, { DEBUG: '1' });
    if (end.exitCode !== 0) throw dockerFault('The builder cannot be looked at', end);
    const { wrong, ...seen } = readInspection(end.stdout);
    if (wrong !== undefined) {
      throw new DeployFailed(knownFault(`${wrong} `) ?? `The builder ${seen.name} does not answer: ${wrong}`);
    }
    if (seen.name === '' || seen.driver === '')
      throw dockerFault('What `docker buildx inspect` says is not known here', end);
    return { ...seen, buildxVersion: version };
  }

  /** https://docs.docker.com/engine/storage/containerd/ */
  private async engineHoldsIndexes(): Promise<boolean> {
    const end = await this.docker(['info', '--format', '{{json .DriverStatus}}'], 30_000);
    if (end.exitCode !== 0)
      throw dockerFault('The engine that the image is to be loaded into cannot be looked at', end);
    return end.stdout.includes('io.containerd.snapshotter');
  }

  private buildx(): Promise<string> {
    this.version ??= this.askVersion();
    this.version.catch(() => {
      this.version = undefined;
    });
    return this.version;
  }

  private async askVersion(): Promise<string> {
    const end = await this.docker(['buildx', 'version'], 30_000);
    if (end.exitCode !== 0) throw dockerFault('The version of buildx cannot be told', end);
    const version = versionIn(end.stdout);
    // Somebody's own: it is taken for a new one.
    if (version === undefined) return 'unknown';
    if (!isAtLeast(version, ...OLDEST)) {
      throw new DeployFailed(
        `buildx ${version.text} is too old: ${OLDEST.join('.')} or newer is needed. Put docker/setup-buildx-action before this step`,
      );
    }
    return version.text;
  }

  private async docker(
    args: readonly string[],
    timeoutMs: number,
    more: Record<string, string> = {},
  ): Promise<ChildEnd> {
    const { environment } = await this.config();
    const { signal } = this.options;
    return runInGroup({ command: 'docker', args, environment: { ...environment, ...more }, timeoutMs, signal }).catch(
      (error: unknown) => {
        throw startFault('docker', error);
      },
    );
  }

  private config(): Promise<PrivateConfig> {
    this.made ??= this.makeConfig();
    return this.made;
  }

  private async makeConfig(): Promise<PrivateConfig> {
    const folder = PrivateConfig.placeBelow(this.options.temp);
    this.left = { folder };
    this.options.keep(this.left);
    return PrivateConfig.make(folder, this.options.environment);
  }
}
