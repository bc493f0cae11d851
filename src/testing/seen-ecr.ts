import { evaluateLifecycle, type RepositoryImage } from '../images/lifecycle-evaluation.js';
import { readLifecyclePolicy } from '../images/lifecycle-policy.js';
import type {
  EcrImageDetail,
  EcrRegistryControl,
  EcrRepository,
  PreviewedImage,
  RepositorySettings,
  ScanLook,
} from '../ports/ecr.js';
import { type RegistryLogin, RepositoryMissing } from '../ports/image-repository.js';
import type { EcrCall, FakeEcr, Stage } from './fake-ecr.js';
import type { FakeRepository } from './fake-repository.js';

const DAY_MS = 86_400_000;

/** The port to a fake ECR, as one account sees it. */
export class SeenEcr implements EcrRegistryControl {
  constructor(
    private readonly real: FakeEcr,
    private readonly account: string,
  ) {}

  login(): Promise<RegistryLogin> {
    return this.act('login', '', 'read', () => this.real.freshToken());
  }

  repository(name: string): Promise<EcrRepository | undefined> {
    return this.act('repository', name, 'read', () => this.described(name));
  }

  create(name: string, settings: RepositorySettings): Promise<EcrRepository> {
    return this.act('create', name, 'write', () => {
      if (!this.real.at(name).exists) this.real.create(name, settings);
      const described = this.described(name);
      if (described === undefined) throw new Error(`${name} was not created`);
      return described;
    });
  }

  images(name: string): Promise<readonly RepositoryImage[]> {
    return this.act('images', name, 'read', () => this.listed(this.there(name)));
  }

  image(name: string, reference: string): Promise<EcrImageDetail | undefined> {
    return this.act('image', name, 'read', () => {
      const repository = this.there(name);
      const digest = reference.includes(':') ? reference : repository.tagged(reference, this.real.world.lagMs);
      const held = digest === undefined ? undefined : repository.images.get(digest);
      if (held === undefined || digest === undefined) return undefined;
      const { pushedAt, status } = held;
      return { digest, tags: repository.tagsOf(digest), sizeBytes: sizeOf(repository, digest), pushedAt, status };
    });
  }

  untag(name: string, tags: readonly string[]): Promise<readonly { readonly tag: string; readonly why: string }[]> {
    return this.act('untag', `${name} ${tags.join(' ')}`, 'write', () => {
      const repository = this.there(name);
      return tags.flatMap((tag) => {
        const digest = repository.tagged(tag);
        if (digest === undefined) return [];
        const isLast = repository.tagsOf(digest).length === 1;
        const isNamed = this.listed(repository).some(({ children = [] }) => children.includes(digest));
        if (isLast && isNamed)
          return [{ tag, why: 'ImageReferencedByManifestList: Requested image referenced by manifest list' }];
        repository.write(tag, undefined);
        if (isLast) repository.images.delete(digest);
        return [];
      });
    });
  }

  lifecyclePolicy(name: string): Promise<string | undefined> {
    return this.act('lifecyclePolicy', name, 'read', () => {
      this.there(name);
      return this.real.policies.get(name);
    });
  }

  previewLifecycle(name: string, policy: string): Promise<readonly PreviewedImage[] | undefined> {
    return this.act('previewLifecycle', name, 'read', async () => {
      const reading = readLifecyclePolicy(policy);
      if (!reading.ok) throw new Error(`InvalidParameterException: the lifecycle policy ${reading.wrong}`);
      const { clock } = this.real.world;
      await clock.sleep(this.real.previewMs ?? 300_000);
      if (this.real.previewMs === undefined) return undefined;
      return evaluateLifecycle(reading.value, this.listed(this.there(name)), clock.now()).map(({ image, rule }) => ({
        digest: image.digest,
        tags: image.tags,
        rulePriority: rule.rulePriority,
      }));
    });
  }

  putLifecyclePolicy(name: string, policy: string): Promise<void> {
    return this.act('putLifecyclePolicy', name, 'write', () => {
      const reading = readLifecyclePolicy(policy);
      if (!reading.ok) throw new Error(`InvalidParameterException: the lifecycle policy ${reading.wrong}`);
      this.there(name);
      this.real.policies.set(name, policy);
    });
  }

  scan(name: string, digest: string): Promise<ScanLook> {
    return this.act('scan', `${name} ${digest}`, 'read', () => {
      const repository = this.there(name);
      const began = this.real.scansBegan.get(digest) ?? this.pushScan(name, repository.images.get(digest)?.pushedAt);
      const none: ScanLook = { status: undefined, description: '', report: undefined };
      if (began === undefined) return none;
      const stages = this.real.scanStagesOf.get(digest) ?? this.real.scanStages;
      const stage = stageAt(stages, this.real.world.clock.now() - began);
      if (stage === undefined) return none;
      const { status, description = '' } = stage;
      if (status !== 'COMPLETE' && status !== 'ACTIVE') return { status, description, report: undefined };
      const wrong = this.real.unreadable.get(digest);
      if (wrong !== undefined) return { status, description, report: undefined, wrong };
      const findings = this.real.findingsOf.get(digest) ?? [];
      return { status, description, report: { source: this.real.source, findings, subjects: [digest] } };
    });
  }

  startScan(name: string, digest: string): Promise<'started' | 'refused'> {
    return this.act('startScan', `${name} ${digest}`, 'write', () => {
      const { clock } = this.real.world;
      const pushed = this.there(name).images.get(digest)?.pushedAt;
      const began = this.real.scansBegan.get(digest) ?? this.pushScan(name, pushed);
      if (this.real.source !== 'ECR basic' || (began !== undefined && clock.now() - began < DAY_MS)) return 'refused';
      this.real.scansBegan.set(digest, clock.now());
      return 'started';
    });
  }

  signing(name: string, digest: string): Promise<'IN_PROGRESS' | 'COMPLETE' | 'FAILED' | undefined> {
    return this.act('signing', `${name} ${digest}`, 'read', () => {
      const pushed = this.there(name).images.get(digest)?.pushedAt;
      const stages = this.real.signingOf.get(digest);
      if (pushed === undefined || stages === undefined) return undefined;
      return stageAt(stages, this.real.world.clock.now() - pushed)?.status;
    });
  }

  /** When the scan began that the push of an image starts. */
  private pushScan(name: string, pushedAt: number | undefined): number | undefined {
    return this.real.settings.get(name)?.isScannedOnPush === true ? pushedAt : undefined;
  }

  private there(name: string): FakeRepository {
    const repository = this.real.at(name);
    if (!repository.exists) throw new RepositoryMissing(repository.name);
    return repository;
  }

  private described(name: string): EcrRepository | undefined {
    const repository = this.real.at(name);
    if (!repository.exists) return undefined;
    return {
      name,
      account: this.real.account,
      arn: this.real.arn(name),
      uri: repository.name,
      mutability: repository.mutability,
      isScannedOnPush: this.real.settings.get(name)?.isScannedOnPush ?? false,
    };
  }

  private listed(repository: FakeRepository): RepositoryImage[] {
    const tagsOf = new Map<string, string[]>();
    for (const [tag, digest] of Object.entries(repository.tags))
      tagsOf.set(digest, [...(tagsOf.get(digest) ?? []), tag]);
    return [...repository.images].map(([digest, { manifest, pushedAt, pulledAt, status, archivedAt }]) => ({
      digest,
      tags: tagsOf.get(digest) ?? [],
      pushedAtMs: pushedAt,
      ...(pulledAt === undefined ? {} : { pulledAtMs: pulledAt }),
      ...(status === 'ARCHIVED' ? { storageClass: 'archive' as const } : {}),
      ...(archivedAt === undefined ? {} : { archivedAtMs: archivedAt }),
      ...(manifest.kind === 'index' ? { children: manifest.children.map((child) => child.digest) } : {}),
      ...(manifest.subject === undefined ? {} : { subject: manifest.subject.digest }),
    }));
  }

  private act<T>(at: EcrCall, about: string, needed: 'read' | 'write', deed: () => T | Promise<T>): Promise<T> {
    const { real, account } = this;
    const path = at === 'login' ? '' : (about.split(' ')[0] ?? '');
    return real.world.act({ at, on: real.host, about, by: account }, { host: real, path }, needed, deed);
  }
}

function stageAt<S extends string>(stages: readonly Stage<S>[], afterMs: number): Stage<S> | undefined {
  return stages.findLast((stage) => stage.afterMs <= afterMs);
}

/** Of an index the largest image in it: https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_ImageDetail.html */
function sizeOf(repository: FakeRepository, digest: string): number {
  const manifest = repository.images.get(digest)?.manifest;
  if (manifest?.kind !== 'image') {
    return Math.max(0, ...(manifest?.children ?? []).map((child) => sizeOf(repository, child.digest)));
  }
  return [manifest.config, ...manifest.layers].reduce((sum, { size }) => sum + size, 0);
}
