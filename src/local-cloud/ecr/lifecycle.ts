import type * as sdk from '@aws-sdk/client-ecr';
import type { Timer } from '../clock.js';
import { AwsError, type Call, type Ground } from '../contract.js';
import { type PageRules, page } from '../wire/page.js';
import type { Access } from './access.js';
import { archive } from './archive.js';
import { remove } from './deletion.js';
import { met } from './lifecycle-evaluation.js';
import { type Rule, readPolicy } from './lifecycle-policy.js';
import { findImage, type Image, type Repository, tagsByDigest } from './model.js';

/** https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_GetLifecyclePolicyPreview.html */
const pages: PageRules = {
  usual: 100,
  most: 100,
  sizeMember: 'maxResults',
  sizeError: 'InvalidParameterException',
  tokenError: 'InvalidParameterException',
};

interface Policy {
  readonly text: string;
  readonly rules: readonly Rule[];
  evaluatedAt?: number;
  timer: Timer;
}

interface Preview {
  readonly text: string;
  readonly startedAt: number;
  readonly results: readonly (sdk.LifecyclePolicyPreviewResult & { readonly tagStatus: 'TAGGED' | 'UNTAGGED' })[];
}

/** Policies that let images expire: https://docs.aws.amazon.com/AmazonECR/latest/userguide/LifecyclePolicies.html */
export class Lifecycle {
  private readonly policies = new Map<Repository, Policy>();
  private readonly previews = new Map<Repository, Preview>();

  constructor(
    private readonly ground: Ground,
    private readonly access: Access,
  ) {}

  put(input: sdk.PutLifecyclePolicyRequest, call: Call): sdk.PutLifecyclePolicyResponse {
    const repository = this.access.repository(input, call);
    const text = input.lifecyclePolicyText ?? '';
    const rules = readPolicy(text);
    this.forget(repository);
    this.policies.set(repository, { text, rules, timer: this.later(repository) });
    return { registryId: repository.accountId, repositoryName: repository.name, lifecyclePolicyText: text };
  }

  get(input: sdk.GetLifecyclePolicyRequest, call: Call): sdk.GetLifecyclePolicyResponse {
    const repository = this.access.repository(input, call);
    const { text, evaluatedAt } = this.policy(repository);
    return {
      registryId: repository.accountId,
      repositoryName: repository.name,
      lifecyclePolicyText: text,
      // Before it was evaluated ECR says that it was at the beginning of time.
      lastEvaluatedAt: new Date(evaluatedAt ?? 0),
    };
  }

  delete(input: sdk.DeleteLifecyclePolicyRequest, call: Call): sdk.DeleteLifecyclePolicyResponse {
    const found = this.get(input, call);
    this.forget(this.access.repository(input, call));
    return found;
  }

  startPreview(input: sdk.StartLifecyclePolicyPreviewRequest, call: Call): sdk.StartLifecyclePolicyPreviewResponse {
    const repository = this.access.repository(input, call);
    const text = input.lifecyclePolicyText ?? this.policy(repository).text;
    const rules = readPolicy(text);
    const now = this.ground.clock.now();
    const before = this.previews.get(repository);
    if (before !== undefined && this.isRunning(before)) {
      throw new AwsError(
        'LifecyclePolicyPreviewInProgressException',
        `Lifecycle policy preview is in progress for repository '${repository.name}' in registry with id '${repository.accountId}'`,
      );
    }
    const tags = tagsByDigest(repository);
    const results = [...met(repository, rules, now)].map(([image, rule]) =>
      previewed(image, rule, tags.get(image.digest) ?? []),
    );
    this.previews.set(repository, { text, results, startedAt: now });
    return {
      registryId: repository.accountId,
      repositoryName: repository.name,
      lifecyclePolicyText: text,
      status: 'IN_PROGRESS',
    };
  }

  preview(input: sdk.GetLifecyclePolicyPreviewRequest, call: Call): sdk.GetLifecyclePolicyPreviewResponse {
    const repository = this.access.repository(input, call);
    const preview = this.previews.get(repository);
    if (preview === undefined) {
      throw new AwsError(
        'LifecyclePolicyPreviewNotFoundException',
        `Lifecycle policy preview does not exist for the repository with name '${repository.name}' in the registry with id '${repository.accountId}'`,
      );
    }
    const whose = {
      registryId: repository.accountId,
      repositoryName: repository.name,
      lifecyclePolicyText: preview.text,
    };
    if (this.isRunning(preview)) return { ...whose, status: 'IN_PROGRESS' };
    const { tagStatus = 'ANY' } = input.filter ?? {};
    const wanted = input.imageIds?.map((id) => findImage(repository, id)?.digest);
    const results = preview.results.filter(
      (each) =>
        (tagStatus === 'ANY' || each.tagStatus === tagStatus) &&
        (wanted === undefined || wanted.includes(each.imageDigest)),
    );
    const { items, nextToken } = page(results, input.nextToken, input.maxResults, pages);
    const ofType = (type: sdk.ImageActionType) => preview.results.filter(({ action }) => action?.type === type).length;
    const archived = ofType('TRANSITION');
    return {
      ...whose,
      status: 'COMPLETE',
      previewResults: items,
      summary: {
        expiringImageTotalCount: ofType('EXPIRE'),
        ...(archived === 0
          ? {}
          : { transitioningImageTotalCounts: [{ targetStorageClass: 'ARCHIVE', imageTotalCount: archived }] }),
      },
      ...(nextToken === undefined ? {} : { nextToken }),
    };
  }

  private isRunning({ startedAt }: Preview): boolean {
    return this.ground.clock.now() < startedAt + this.ground.settings.lifecyclePreviewMs;
  }

  /** Does now what is done within a day by itself. Answers the digests. */
  evaluate(repository: Repository): { expired: string[]; archived: string[] } {
    const policy = this.policy(repository);
    const now = this.ground.clock.now();
    policy.evaluatedAt = now;
    const found = [...met(repository, policy.rules, now)];
    const ofType = (type: Rule['action']['type']) =>
      found.filter(([, { action }]) => action.type === type).map(([image]) => image);
    const [expired, archived] = [ofType('expire'), ofType('transition')];
    remove(repository, expired);
    for (const image of archived) archive(image, now);
    return { expired: expired.map(({ digest }) => digest), archived: archived.map(({ digest }) => digest) };
  }

  /** The repository is gone, or its policy. */
  forget(repository: Repository): void {
    this.policies.get(repository)?.timer.cancel();
    this.policies.delete(repository);
  }

  stop(): void {
    for (const repository of [...this.policies.keys()]) this.forget(repository);
  }

  private later(repository: Repository): Timer {
    return this.ground.clock.after(this.ground.settings.lifecycleMs, () => {
      const policy = this.policies.get(repository);
      if (policy === undefined) return;
      this.evaluate(repository);
      policy.timer = this.later(repository);
    });
  }

  private policy(repository: Repository): Policy {
    const policy = this.policies.get(repository);
    if (policy !== undefined) return policy;
    throw new AwsError(
      'LifecyclePolicyNotFoundException',
      `Lifecycle policy does not exist for the repository with name '${repository.name}' in the registry with id '${repository.accountId}'`,
    );
  }
}

function previewed(image: Image, { rulePriority, action }: Rule, imageTags: string[]): Preview['results'][number] {
  return {
    imageTags,
    imageDigest: image.digest,
    imagePushedAt: new Date(image.pushedAt),
    action: action.type === 'expire' ? { type: 'EXPIRE' } : { type: 'TRANSITION', targetStorageClass: 'ARCHIVE' },
    appliedRulePriority: rulePriority,
    storageClass: image.storage.archivedAt === undefined ? 'STANDARD' : 'ARCHIVE',
    tagStatus: imageTags.length === 0 ? 'UNTAGGED' : 'TAGGED',
  };
}
