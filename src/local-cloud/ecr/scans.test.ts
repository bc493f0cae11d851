import {
  CreateRepositoryCommand,
  DescribeImageScanFindingsCommand,
  DescribeImageSigningStatusCommand,
  DescribeImagesCommand,
  type ECRClient,
  PutRegistryScanningConfigurationCommand,
  PutSigningConfigurationCommand,
  StartImageScanCommand,
} from '@aws-sdk/client-ecr';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { Cloud } from '../cloud.js';
import { ecrClient } from './ecr-under-test.js';

let cloud: Cloud;
let ecr: ECRClient;
const repositoryName = 'scanned';

beforeAll(async () => {
  cloud = await Cloud.start();
  ecr = ecrClient(cloud);
  const imageScanningConfiguration = { scanOnPush: true };
  await ecr.send(new CreateRepositoryCommand({ repositoryName, imageScanningConfiguration }));
  await ecr.send(new CreateRepositoryCommand({ repositoryName: 'unscanned' }));
});

afterAll(async () => {
  ecr.destroy();
  await cloud.stop();
});

const push = (body: Record<string, unknown>) => cloud.sluice('ecr/push', { repositoryName, ...body });
const tell = (body: Record<string, unknown>) => cloud.sluice('ecr/scan', { repositoryName, ...body });
const look = (imageTag: string, more: Record<string, unknown> = {}) =>
  ecr.send(new DescribeImageScanFindingsCommand({ repositoryName, imageId: { imageTag }, ...more }));

/** Scans take an hour, unless they have ended. */
const scanning = (isOver: boolean) => cloud.sluice('settings', { imageScanMs: isOver ? 0 : '1h' });

beforeEach(() => scanning(false));

describe('a basic scan', () => {
  test('begins with the push, takes a while, and gives what was told in pages', async () => {
    const findings = ['CRITICAL', 'HIGH', 'HIGH'].map((severity, i) => ({ name: `CVE-${i}`, severity }));
    await tell({ imageTag: 'bad', findings });
    await push({ imageTag: 'bad' });
    expect((await look('bad')).imageScanStatus).toMatchObject({ status: 'IN_PROGRESS' });
    await scanning(true);
    expect(await look('bad')).toMatchObject({
      imageScanStatus: { status: 'COMPLETE', description: 'The scan was completed successfully.' },
      imageScanFindings: { findings, findingSeverityCounts: { CRITICAL: 1, HIGH: 2 } },
    });
    const first = await look('bad', { maxResults: 2 });
    expect(first.imageScanFindings?.findings).toHaveLength(2);
    const second = await look('bad', { maxResults: 2, nextToken: first.nextToken });
    expect(second.imageScanFindings?.findings?.map(({ name }) => name)).toEqual(['CVE-2']);
    const { imageDetails } = await ecr.send(
      new DescribeImagesCommand({ repositoryName, imageIds: [{ imageTag: 'bad' }] }),
    );
    expect(imageDetails?.[0]?.imageScanFindingsSummary?.findingSeverityCounts).toEqual({ CRITICAL: 1, HIGH: 2 });
  });

  test('is of what is in an index, not of the index', async () => {
    await tell({ imageTag: 'multi', findings: [{ name: 'CVE-9', severity: 'LOW' }] });
    await push({ imageTag: 'multi', platforms: ['linux/amd64', 'linux/arm64'] });
    await expect(look('multi')).rejects.toMatchObject({ name: 'ScanNotFoundException' });
    const { imageDetails = [] } = await ecr.send(
      new DescribeImagesCommand({ repositoryName, filter: { tagStatus: 'UNTAGGED' } }),
    );
    const imageId = { imageDigest: imageDetails.at(-1)?.imageDigest };
    await scanning(true);
    const seen = await ecr.send(new DescribeImageScanFindingsCommand({ repositoryName, imageId }));
    expect(seen.imageScanFindings?.findings).toMatchObject([{ name: 'CVE-9' }]);
  });

  test('can be asked for once in a day', async () => {
    await push({ repositoryName: 'unscanned', imageTag: '1' });
    const imageId = { imageTag: '1' };
    const find = new DescribeImageScanFindingsCommand({ repositoryName: 'unscanned', imageId });
    await expect(ecr.send(find)).rejects.toMatchObject({ name: 'ScanNotFoundException' });
    const start = new StartImageScanCommand({ repositoryName: 'unscanned', imageId });
    expect((await ecr.send(start)).imageScanStatus?.status).toBe('IN_PROGRESS');
    await expect(ecr.send(start)).rejects.toMatchObject({
      name: 'LimitExceededException',
      message: 'The scan quota per image has been exceeded. Wait and try again.',
    });
  });

  test.each([
    ['FAILED', 'The scan failed.'],
    ['UNSUPPORTED_IMAGE', 'UnsupportedImageError: The operating system and/or package manager are not supported.'],
    ['PENDING', ''],
    ['SCAN_ELIGIBILITY_EXPIRED', 'Image is out of scanning window.'],
  ])('is %s when told so', async (status, description) => {
    await push({ imageTag: status });
    await tell({ imageTag: status, status });
    expect((await look(status)).imageScanStatus).toEqual({ status, description });
  });
});

test('an enhanced scan goes on for ever and tells more', async () => {
  await ecr.send(
    new PutRegistryScanningConfigurationCommand({
      scanType: 'ENHANCED',
      rules: [{ scanFrequency: 'CONTINUOUS_SCAN', repositoryFilters: [{ filter: 'scan*', filterType: 'WILDCARD' }] }],
    }),
  );
  const enhancedFindings = [
    { title: 'CVE-1 - x', severity: 'HIGH', fixAvailable: 'YES', firstObservedAt: '2026-01-01' },
  ];
  await push({ imageTag: 'enhanced' });
  await tell({ imageTag: 'enhanced', enhancedFindings });
  expect((await look('enhanced')).imageScanStatus?.status).toBe('PENDING');
  await scanning(true);
  expect(await look('enhanced')).toMatchObject({
    imageScanStatus: { status: 'ACTIVE' },
    imageScanFindings: {
      enhancedFindings: [{ severity: 'HIGH', fixAvailable: 'YES', firstObservedAt: new Date('2026-01-01') }],
      findingSeverityCounts: { HIGH: 1 },
    },
  });
  const start = new StartImageScanCommand({ repositoryName, imageId: { imageTag: 'enhanced' } });
  await expect(ecr.send(start)).rejects.toMatchObject({ name: 'ValidationException' });
  await ecr.send(new PutRegistryScanningConfigurationCommand({ scanType: 'BASIC', rules: [] }));
});

test("the status of ECR's own signature is by the rules of the registry, and as told", async () => {
  await push({ imageTag: 'signed' });
  const imageId = { imageTag: 'signed' };
  const statuses = async () =>
    (await ecr.send(new DescribeImageSigningStatusCommand({ repositoryName, imageId }))).signingStatuses;
  expect(await statuses()).toEqual([]);
  const signingProfileArn = 'arn:aws:signer:eu-west-1:123456789012:/signing-profiles/shop';
  await ecr.send(new PutSigningConfigurationCommand({ signingConfiguration: { rules: [{ signingProfileArn }] } }));
  expect(await statuses()).toEqual([{ signingProfileArn, status: expect.stringMatching(/IN_PROGRESS|COMPLETE/) }]);
  const failed = { status: 'FAILED', failureCode: 'AccessDenied', failureReason: 'no' };
  await cloud.sluice('ecr/signing', { repositoryName, ...imageId, ...failed });
  expect(await statuses()).toEqual([{ signingProfileArn, ...failed }]);
});
