import { type EcrFindingsPage, readEcrFindings } from '../images/ecr-findings.js';
import { scanStanding } from '../images/scan-state.js';
import type { ScanLook } from '../ports/ecr.js';
import type { EcrCalls } from './ecr-calls.js';
import { errorName } from './errors.js';

/** https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_DescribeImageScanFindings.html (maxResults) */
const PAGE = 1_000;

/** One look at a scan, with all pages of its findings when it is done. */
export async function lookAtScan(calls: EcrCalls, name: string, digest: string): Promise<ScanLook> {
  const { DescribeImageScanFindingsCommand } = await calls.sdk();
  const ecr = await calls.client();
  const pages: EcrFindingsPage[] = [];
  let nextToken: string | undefined;
  let status: string | undefined;
  let description = '';
  do {
    const wanted = {
      ...calls.named(name),
      imageId: { imageDigest: digest },
      maxResults: PAGE,
      ...(nextToken === undefined ? {} : { nextToken }),
    };
    const page = await calls
      .on(name)
      .call('ecr:DescribeImageScanFindings', () => ecr.send(new DescribeImageScanFindingsCommand(wanted)))
      .catch((error: unknown) => {
        // Nobody has asked for one, or not yet.
        if (errorName(error) !== 'ScanNotFoundException') throw error;
      });
    if (page === undefined) return { status: undefined, description: '', report: undefined };
    ({ status, description = '' } = page.imageScanStatus ?? {});
    if (scanStanding(status).is !== 'done') return { status, description, report: undefined };
    pages.push(page);
    nextToken = page.nextToken;
  } while (nextToken !== undefined && nextToken !== '');
  const reading = readEcrFindings(pages);
  return reading.ok
    ? { status, description, report: reading.value }
    : { status, description, report: undefined, wrong: reading.wrong };
}

/**
 * What ECR says where asking again would end the same way: it was scanned within a day, it is archived, its kind is not
 * scanned, or the registry scans in another way.
 * https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_StartImageScan.html#API_StartImageScan_Errors
 */
const REFUSED = [
  'LimitExceededException',
  'ImageArchivedException',
  'UnsupportedImageTypeException',
  'ValidationException',
];

export async function startScan(calls: EcrCalls, name: string, digest: string): Promise<'started' | 'refused'> {
  const { StartImageScanCommand } = await calls.sdk();
  const ecr = await calls.limitedClient();
  const wanted = { ...calls.named(name), imageId: { imageDigest: digest } };
  return calls
    .on(name)
    .call('ecr:StartImageScan', () => ecr.send(new StartImageScanCommand(wanted)))
    .then(
      () => 'started',
      (error: unknown) => {
        if (!REFUSED.includes(errorName(error))) throw error;
        return 'refused';
      },
    );
}

/**
 * What has become of the signature that ECR makes by itself. With several profiles it is as good as the worst of them.
 * https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_DescribeImageSigningStatus.html
 */
export async function signingStatus(
  calls: EcrCalls,
  name: string,
  digest: string,
): Promise<'IN_PROGRESS' | 'COMPLETE' | 'FAILED' | undefined> {
  const { DescribeImageSigningStatusCommand } = await calls.sdk();
  const ecr = await calls.client();
  const wanted = { ...calls.named(name), imageId: { imageDigest: digest } };
  const answer = await calls
    .on(name)
    .call('ecr:DescribeImageSigningStatus', () => ecr.send(new DescribeImageSigningStatusCommand(wanted)))
    .catch((error: unknown) => {
      if (errorName(error) !== 'ImageNotFoundException') throw error;
    });
  const met = (answer?.signingStatuses ?? []).map(({ status }) => status);
  return (['FAILED', 'IN_PROGRESS', 'COMPLETE'] as const).find((status) => met.includes(status));
}
