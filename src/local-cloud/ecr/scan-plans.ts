import type * as sdk from '@aws-sdk/client-ecr';
import { only } from '../admin-body.js';
import type { Image, Repository } from './model.js';

const statuses: readonly string[] = [
  'ACTIVE',
  'COMPLETE',
  'FAILED',
  'FINDINGS_UNAVAILABLE',
  'IMAGE_ARCHIVED',
  'IN_PROGRESS',
  'LIMIT_EXCEEDED',
  'PENDING',
  'SCAN_ELIGIBILITY_EXPIRED',
  'UNSUPPORTED_IMAGE',
] satisfies sdk.ScanStatus[];

/** What a scan is to find. */
export interface ScanPlan {
  readonly imageTag?: string;
  readonly imageDigest?: string;
  /** Left out: as a scan that comes to its end. `NONE`: as if it had never been scanned. */
  readonly status?: sdk.ScanStatus | 'NONE';
  readonly description?: string;
  readonly findings: readonly sdk.ImageScanFinding[];
  readonly enhancedFindings: readonly sdk.EnhancedImageScanFinding[];
}

/** Told before or after an image is pushed: the one for its digest, else for its tag (or that of an index it is in), else for all. */
export class ScanPlans {
  private readonly plans = new Map<string, ScanPlan[]>();

  /** @throws RangeError for a plan that is not understood */
  add(repository: Repository, body: Record<string, unknown>): void {
    only(body, [
      'registryId',
      'region',
      'repositoryName',
      'imageTag',
      'imageDigest',
      'status',
      'description',
      'findings',
      'enhancedFindings',
    ]);
    const { status, findings = [], enhancedFindings = [] } = body;
    if (status !== undefined && status !== 'NONE' && !statuses.includes(status as string)) {
      throw new RangeError(`status is ${JSON.stringify(status)}; accepted are ${statuses.join(', ')}, NONE`);
    }
    if (!isObjects(findings) || !isObjects(enhancedFindings)) {
      throw new RangeError('findings and enhancedFindings are lists in the shape of DescribeImageScanFindings');
    }
    const plan: ScanPlan = {
      ...(body.imageTag === undefined ? {} : { imageTag: String(body.imageTag) }),
      ...(body.imageDigest === undefined ? {} : { imageDigest: String(body.imageDigest) }),
      ...(status === undefined ? {} : { status: status as sdk.ScanStatus | 'NONE' }),
      ...(body.description === undefined ? {} : { description: String(body.description) }),
      findings: findings.map(withDates) as sdk.ImageScanFinding[],
      enhancedFindings: enhancedFindings.map(withDates) as sdk.EnhancedImageScanFinding[],
    };
    const others = (this.plans.get(repository.arn) ?? []).filter(
      (other) => other.imageTag !== plan.imageTag || other.imageDigest !== plan.imageDigest,
    );
    this.plans.set(repository.arn, [...others, plan]);
  }

  of(repository: Repository, image: Image): ScanPlan | undefined {
    const plans = this.plans.get(repository.arn) ?? [];
    const isHere = (digest: string | undefined): boolean =>
      digest === image.digest ||
      repository.images.get(digest ?? '')?.manifest.manifests?.some((each) => each.digest === image.digest) === true;
    return (
      plans.find(({ imageDigest }) => imageDigest === image.digest) ??
      plans.find(({ imageTag }) => imageTag !== undefined && isHere(repository.tags.get(imageTag))) ??
      plans.find(({ imageTag, imageDigest }) => imageTag === undefined && imageDigest === undefined)
    );
  }
}

function isObjects(value: unknown): value is Record<string, unknown>[] {
  return Array.isArray(value) && value.every((each) => typeof each === 'object' && each !== null);
}

/** Members that end in `At` are times, as JSON tells them. */
function withDates(value: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [
      name,
      name.endsWith('At') && member !== undefined ? new Date(member as string | number) : member,
    ]),
  );
}
