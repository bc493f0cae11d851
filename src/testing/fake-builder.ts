import { solved, unsupported } from '../buildx/unsupported.js';
import type { BakeTarget } from '../images/bake.js';
import { parseCacheSpec } from '../images/cache-spec.js';
import { parseReference } from '../images/reference.js';
import { AccessError } from '../ports/access-error.js';
import { DeployFailed } from '../ports/ended-badly.js';
import type { BuildEnd, BuilderSeen, BuildRequest, BuiltTarget, ImageBuilder } from '../ports/image-builder.js';
import { type RegistryLogin, RepositoryMissing } from '../ports/image-repository.js';
import { messageOf } from '../ports/message-of.js';
import type { FakeRegistries } from './fake-registry.js';
import { type SmallImage, sha256Of, smallImage, smallIndex } from './small-images.js';

export interface BuildFault {
  /** `build`: a step of the Dockerfile. `push`: instead of the push. `after-push`: when the image is there already. */
  readonly at: 'build' | 'push' | 'after-push';
  /** Any that is built unless told. */
  readonly target?: string;
  /** What the program writes in the end, after `ERROR: target …: `. */
  readonly says: string;
  /** How many builds; one by default. */
  readonly times?: number;
}

/**
 * A builder that makes images of what it is told and pushes them into the fake registries, by their rules and with the logins
 * that it has. The same content gives the same bytes; a second build of it is cached.
 */
export class FakeBuilder implements ImageBuilder {
  seen: BuilderSeen = {
    name: 'default',
    driver: 'docker-container',
    buildxVersion: 'v0.36.1',
    buildkitVersion: 'v0.26.3',
    platforms: ['linux/amd64', 'linux/arm64'],
    canExport: true,
  };
  /** Whether the engine that is loaded into has containerd's image store. */
  engineHoldsIndexes = false;
  /** What lies in the context of a target. */
  content: (target: string) => string = (target) => `content of ${target}`;
  /** How long one target takes that is not cached; those of one solve are built at once. */
  buildMs = 20_000;
  /** Digests of images as `docker buildx imagetools inspect` would tell them. */
  readonly bases = new Map<string, string>();
  readonly builds: BuildRequest[] = [];
  readonly calls: (keyof ImageBuilder)[] = [];
  readonly logins = new Map<string, RegistryLogin>();
  readonly created: string[] = [];
  /** Those of them that share the network of the machine. */
  readonly onHostNetwork: string[] = [];
  /** Images in the engine, by what they are tagged with. */
  readonly loaded = new Map<string, string>();
  /** Called when a build has begun: to cancel it, to change the world. */
  onBuild: (request: BuildRequest) => void = () => {};
  private readonly faults: (BuildFault & { times: number })[] = [];
  private readonly cached = new Set<string>();

  constructor(
    private readonly registries: FakeRegistries,
    /** The account of whoever pushes without a login of ECR. */
    private readonly account = '111111111111',
  ) {}

  fail(fault: BuildFault): this {
    this.faults.push({ ...fault, times: fault.times ?? 1 });
    return this;
  }

  async inspect(name: string | undefined): Promise<BuilderSeen> {
    this.calls.push('inspect');
    const isKnown = name === undefined || name === this.seen.name || this.created.includes(name);
    if (!isKnown) throw new DeployFailed(`There is no builder called ${name}`);
    return this.created.includes(name ?? '')
      ? { ...this.seen, name: name ?? '', driver: 'docker-container', canExport: true }
      : this.seen;
  }

  async create({ hasHostNetwork } = { hasHostNetwork: false }): Promise<string> {
    this.calls.push('create');
    const name = `sluice-${this.created.length + 1}`;
    this.created.push(name);
    if (hasHostNetwork) this.onHostNetwork.push(name);
    return name;
  }

  async logIn(logins: readonly RegistryLogin[]): Promise<void> {
    this.calls.push('logIn');
    for (const login of logins) this.logins.set(login.host, login);
  }

  async build(request: BuildRequest): Promise<BuildEnd> {
    this.calls.push('build');
    const refused = unsupported(request.bake, await this.inspect(request.builder), this.engineHoldsIndexes);
    if (refused !== undefined) throw new DeployFailed(refused);
    this.builds.push(request);
    this.onBuild(request);
    const { bake, onLine, signal } = request;
    const names = solved(bake).filter((name) => bake.definition.target[name] !== undefined);
    const fresh = names.filter((name) => !this.cached.has(this.keyOf(request, name)));
    for (const name of names) {
      onLine({ target: name, text: `[1/1] COPY . .${fresh.includes(name) ? '' : ': cached'}` });
    }
    if (fresh.length > 0) await this.registries.clock.sleep(this.buildMs, signal);
    const end = { exitCode: 0, output: '', targets: {}, isCancelled: false };
    if (signal.aborted) return { ...end, exitCode: 1, output: 'ERROR: context canceled\n', isCancelled: true };
    const broken = this.faultOf('build', names);
    if (broken !== undefined) {
      const failed = { step: '[2/2] RUN make', lastLines: ['make: *** no rule'] };
      return { ...end, exitCode: 1, output: broken, failed };
    }
    for (const name of names) this.cached.add(this.keyOf(request, name));
    const targets: Record<string, BuiltTarget> = {};
    let output = '';
    for (const name of bake.targets) {
      const target = bake.definition.target[name];
      if (target === undefined) continue;
      const image = this.imageOf(request, name, target);
      try {
        const figures = this.figuresOf(fresh.includes(name));
        targets[name] = { ...figures, ...(await this.putOut(name, target, image)) };
        onLine({ target: name, text: 'exporting to image: done in 0.1 s' });
      } catch (error) {
        output += messageOf(error);
      }
    }
    return { ...end, exitCode: output === '' ? 0 : 1, output, targets };
  }

  async digestOf(image: string): Promise<string | undefined> {
    this.calls.push('digestOf');
    return this.bases.get(image);
  }

  async close(): Promise<void> {
    this.calls.push('close');
    this.logins.clear();
    this.created.length = 0;
  }

  private figuresOf(isFresh: boolean): Omit<BuiltTarget, 'digest' | 'imageId'> {
    return { tookMs: isFresh ? this.buildMs : 0, steps: 1, cachedSteps: isFresh ? 0 : 1, cacheExportMs: 0 };
  }

  /** All that a build is made of, the images that it is made from included. */
  private keyOf({ bake }: BuildRequest, name: string): string {
    const of = solved({ ...bake, targets: [name] }).map((one) => {
      const { dockerfile, target, args, platforms } = bake.definition.target[one] ?? {};
      return [one, dockerfile, target, args, platforms, this.content(one)];
    });
    return sha256Of(JSON.stringify(of));
  }

  private imageOf(request: BuildRequest, name: string, target: BakeTarget): SmallImage {
    const layers = [`base`, this.keyOf(request, name)];
    const platforms = target.platforms ?? ['linux/amd64'];
    const images = platforms.map((platform) => smallImage({ platform, layers, labels: target.labels ?? {} }));
    const hasAttestations = target.attest.some((one) => !one.includes('disabled=true'));
    const [only] = images;
    return images.length === 1 && only !== undefined && !hasAttestations
      ? only
      : smallIndex(images, { hasAttestations });
  }

  private async putOut(
    name: string,
    target: BakeTarget,
    image: SmallImage,
  ): Promise<Pick<BuiltTarget, 'digest' | 'imageId' | 'cacheError'>> {
    let digest: string | undefined;
    let imageId: string | undefined;
    for (const output of target.output) {
      if (output.startsWith('type=docker')) {
        imageId = image.digest;
        for (const tag of target.tags ?? []) this.loaded.set(tag, image.digest);
      }
      if (!output.includes('push=true')) continue;
      const broken = this.faultOf('push', [name]);
      if (broken !== undefined) throw new Error(broken);
      const byDigest = /(?:^|,)"?name=([^"]*?)"?,push-by-digest=true/.exec(output)?.[1]?.split(',');
      for (const reference of byDigest ?? target.tags ?? []) await this.push(name, reference, image);
      digest = image.digest;
    }
    let cacheError: string | undefined;
    for (const cache of target['cache-to'] ?? []) cacheError = (await this.pushCache(name, cache)) ?? cacheError;
    const broken = this.faultOf('after-push', [name]);
    if (broken !== undefined) throw new Error(broken);
    return { digest, imageId, ...(cacheError === undefined ? {} : { cacheError }) };
  }

  /** Answers why it could not be written, where that is to fail nothing. */
  private async pushCache(name: string, given: string): Promise<string | undefined> {
    const spec = parseCacheSpec(given);
    const ref = spec.ok ? spec.value.attributes.get('ref') : undefined;
    if (!spec.ok || ref === undefined) return undefined;
    try {
      await this.push(name, ref, smallImage({ layers: [`cache of ${name}: ${this.content(name)}`] }));
    } catch (error) {
      if (spec.value.attributes.get('ignore-error') !== 'true') throw error;
      return messageOf(error)
        .replace(/^ERROR: .*failed to solve: /, '')
        .trim();
    }
    return undefined;
  }

  private async push(target: string, reference: string, image: SmallImage): Promise<void> {
    const reading = parseReference(reference);
    if (!reading.ok) throw new Error(errorOf(target, `invalid reference format: ${reference}`));
    const { registry, repository, tag } = reading.value;
    const real = this.registries.at(`${registry}/${repository}`);
    const failed = (why: string): Error => new Error(errorOf(target, `failed to push ${reference}: ${why}`));
    const login = this.logins.get(real.host.host);
    const { accepts } = real.host as { accepts?: (password: string) => boolean };
    if (accepts !== undefined) {
      if (login === undefined) throw failed('no basic auth credentials');
      if (!accepts.call(real.host, login.password)) throw failed('authorization token has expired');
    }
    const images = real.seenBy((real.host as { account?: string }).account ?? this.account);
    try {
      for (const [digest, bytes] of image.blobs) {
        const blob = { digest, mediaType: '', size: bytes.length, annotations: {} };
        await images.take(blob, once(bytes));
      }
      for (const manifest of image.manifests) {
        const put = await images.put(manifest, manifest.digest === image.digest ? tag : undefined);
        if (put.is === 'taken') {
          throw failed(
            `unknown: The image tag '${tag}' already exists in the '${repository}' repository and cannot be overwritten because the tag is immutable.`,
          );
        }
        if (put.is === 'incomplete') throw failed(`blob upload unknown: ${put.what}`);
      }
    } catch (error) {
      if (error instanceof RepositoryMissing) {
        throw failed(`name unknown: The repository with name '${repository}' does not exist in the registry`);
      }
      if (error instanceof AccessError) throw failed(`denied: ${error.message}`);
      if (messageOf(error).startsWith('ERROR: ')) throw error;
      throw failed('unexpected status from PUT request: 500 Internal Server Error');
    }
  }

  private faultOf(at: BuildFault['at'], names: readonly string[]): string | undefined {
    const met = this.faults.find(
      (fault) => fault.at === at && fault.times > 0 && (fault.target === undefined || names.includes(fault.target)),
    );
    if (met === undefined) return undefined;
    met.times -= 1;
    return errorOf(met.target ?? names[0] ?? '', met.says);
  }
}

const errorOf = (target: string, says: string): string => `ERROR: target ${target}: failed to solve: ${says}\n`;

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
