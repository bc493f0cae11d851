import type * as sdk from '@aws-sdk/client-ecr';
import { AwsError, type Call, type Ground } from '../contract.js';
import { page } from '../wire/page.js';
import type { Access } from './access.js';
import { statusOf } from './archive.js';
import { type Image, matchesWildcard, type Repository } from './model.js';
import type { Registry } from './registries.js';
import { pages } from './repositories.js';
import { type ScanPlan, ScanPlans } from './scan-plans.js';

interface Scan {
  readonly startedAt: number;
  readonly type: sdk.ScanType;
}

export interface ScanResult {
  readonly type: sdk.ScanType;
  readonly status: sdk.ScanStatus;
  readonly description: string;
  readonly completedAt: number;
  readonly plan: ScanPlan | undefined;
}

const dayMs = 24 * 60 * 60 * 1000;

const descriptions: Partial<Record<sdk.ScanStatus, string>> = {
  COMPLETE: 'The scan was completed successfully.',
  ACTIVE: 'Continuous scan is selected for image.',
  FAILED: 'The scan failed.',
  UNSUPPORTED_IMAGE: 'UnsupportedImageError: The operating system and/or package manager are not supported.',
  SCAN_ELIGIBILITY_EXPIRED: 'Image is out of scanning window.',
};

/** Basic and enhanced scanning: https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-scanning.html */
export class Scans {
  readonly plans = new ScanPlans();
  private readonly scans = new WeakMap<Image, Scan>();
  private readonly configurations = new Map<Registry, sdk.RegistryScanningConfiguration>();

  constructor(
    private readonly ground: Ground,
    private readonly access: Access,
    private readonly named: (repository: Repository, id: sdk.ImageIdentifier) => Image,
  ) {}

  /** An image is new, or back from the archive. */
  pushed(repository: Repository, image: Image): void {
    if (image.manifest.manifests !== undefined) return;
    const frequency = this.frequency(repository);
    if (frequency !== 'MANUAL') this.begin(repository, image);
  }

  private begin(repository: Repository, image: Image): void {
    this.scans.set(image, {
      startedAt: this.ground.clock.now(),
      type: this.configuration(this.registryOf(repository)).scanType ?? 'BASIC',
    });
  }

  /** Undefined when it was never scanned. Indexes never are: what is in them is. */
  result(repository: Repository, image: Image): ScanResult | undefined {
    const plan = this.plans.of(repository, image);
    const scan = this.scans.get(image);
    if (image.manifest.manifests !== undefined || plan?.status === 'NONE') return undefined;
    if (plan === undefined && scan === undefined) return undefined;
    const now = this.ground.clock.now();
    const { imageScanMs } = this.ground.settings;
    const enhanced = (plan?.enhancedFindings.length ?? 0) > 0 || plan?.status === 'ACTIVE';
    const type = scan?.type ?? (enhanced ? 'ENHANCED' : 'BASIC');
    const status = (): sdk.ScanStatus => {
      if (statusOf(image, now) === 'ARCHIVED') return 'IMAGE_ARCHIVED';
      if (plan?.status !== undefined && plan.status !== 'NONE') return plan.status;
      if (scan !== undefined && now < scan.startedAt + imageScanMs)
        return type === 'ENHANCED' ? 'PENDING' : 'IN_PROGRESS';
      if (plan === undefined && !image.platforms.some((each) => each.startsWith('linux/'))) return 'UNSUPPORTED_IMAGE';
      return type === 'ENHANCED' ? 'ACTIVE' : 'COMPLETE';
    };
    const found = status();
    return {
      type,
      status: found,
      description: plan?.description ?? descriptions[found] ?? '',
      completedAt: scan === undefined ? image.pushedAt : scan.startedAt + imageScanMs,
      plan,
    };
  }

  /** https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_StartImageScan.html */
  start(input: sdk.StartImageScanRequest, call: Call): sdk.StartImageScanResponse {
    const repository = this.access.repository(input, call);
    const image = this.named(repository, input.imageId ?? {});
    if (this.configuration(this.registryOf(repository)).scanType === 'ENHANCED') {
      throw new AwsError('ValidationException', 'This feature is disabled');
    }
    if (image.manifest.manifests !== undefined) {
      throw new AwsError('UnsupportedImageTypeException', 'The image is of a type that cannot be scanned.');
    }
    if (statusOf(image, this.ground.clock.now()) !== 'ACTIVE') {
      throw new AwsError('ImageArchivedException', 'The specified image is archived and cannot be scanned.');
    }
    const before = this.scans.get(image);
    if (before !== undefined && this.ground.clock.now() - before.startedAt < dayMs) {
      throw new AwsError('LimitExceededException', 'The scan quota per image has been exceeded. Wait and try again.');
    }
    this.begin(repository, image);
    return {
      registryId: repository.accountId,
      repositoryName: repository.name,
      imageId: { ...input.imageId, imageDigest: image.digest },
      imageScanStatus: { status: 'IN_PROGRESS' },
    };
  }

  /** https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_DescribeImageScanFindings.html */
  findings(input: sdk.DescribeImageScanFindingsRequest, call: Call): sdk.DescribeImageScanFindingsResponse {
    const repository = this.access.repository(input, call);
    const image = this.named(repository, input.imageId ?? {});
    const result = this.result(repository, image);
    if (result === undefined) {
      throw new AwsError(
        'ScanNotFoundException',
        `Image scan does not exist for the image with '{imageDigest:'${input.imageId?.imageDigest ?? 'null'}', imageTag:'${input.imageId?.imageTag ?? 'null'}'}' in the repository with name '${repository.name}' in the registry with id '${repository.accountId}'`,
      );
    }
    const answer = {
      registryId: repository.accountId,
      repositoryName: repository.name,
      imageId: { ...input.imageId, imageDigest: image.digest },
      imageScanStatus: { status: result.status, description: result.description },
    };
    if (result.status !== 'COMPLETE' && result.status !== 'ACTIVE') return answer;
    const isBasic = result.type === 'BASIC';
    const all: readonly (sdk.ImageScanFinding | sdk.EnhancedImageScanFinding)[] =
      (isBasic ? result.plan?.findings : result.plan?.enhancedFindings) ?? [];
    const { items, nextToken } = page(all, input.nextToken, input.maxResults, pages);
    return {
      ...answer,
      imageScanFindings: {
        ...(isBasic
          ? {
              imageScanCompletedAt: new Date(result.completedAt),
              vulnerabilitySourceUpdatedAt: new Date(result.completedAt),
              findings: items as sdk.ImageScanFinding[],
            }
          : { enhancedFindings: items as sdk.EnhancedImageScanFinding[] }),
        findingSeverityCounts: severityCounts(result),
      },
      ...(nextToken === undefined ? {} : { nextToken }),
    };
  }

  configuration(registry: Registry): sdk.RegistryScanningConfiguration {
    return this.configurations.get(registry) ?? { scanType: 'BASIC', rules: [] };
  }

  /** https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_PutRegistryScanningConfiguration.html */
  configure(
    { scanType = 'BASIC', rules = [] }: sdk.PutRegistryScanningConfigurationRequest,
    call: Call,
  ): sdk.PutRegistryScanningConfigurationResponse {
    const continuous = rules.find(({ scanFrequency }) => scanFrequency === 'CONTINUOUS_SCAN');
    if (scanType === 'BASIC' && continuous !== undefined) {
      throw new AwsError('ValidationException', 'CONTINUOUS_SCAN is only supported by the scan type ENHANCED');
    }
    const registryScanningConfiguration = { scanType, rules };
    this.configurations.set(this.access.registry(call), registryScanningConfiguration);
    return { registryScanningConfiguration };
  }

  frequency(repository: Repository): sdk.ScanFrequency {
    const { rules = [] } = this.configuration(this.registryOf(repository));
    const rule = rules.find(({ repositoryFilters = [] }) =>
      repositoryFilters.some(({ filter = '' }) =>
        matchesWildcard(filter.includes('*') ? filter : `*${filter}*`, repository.name),
      ),
    );
    return rule?.scanFrequency ?? (repository.isScannedOnPush ? 'SCAN_ON_PUSH' : 'MANUAL');
  }

  private registryOf({ accountId, region }: Repository): Registry {
    return this.access.registry({ accountId, region });
  }
}

export function severityCounts({ type, plan }: ScanResult): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { severity = 'UNDEFINED' } of (type === 'BASIC' ? plan?.findings : plan?.enhancedFindings) ?? []) {
    counts[severity] = (counts[severity] ?? 0) + 1;
  }
  return counts;
}
