import {
  BatchGetImageCommand,
  CreateRepositoryCommand,
  DeleteRepositoryCommand,
  DeleteRepositoryPolicyCommand,
  DescribeImagesCommand,
  DescribeRepositoriesCommand,
  ECRClient,
  GetAuthorizationTokenCommand,
  GetDownloadUrlForLayerCommand,
  GetRepositoryPolicyCommand,
  ListTagsForResourceCommand,
  PutImageCommand,
  PutImageScanningConfigurationCommand,
  PutImageTagMutabilityCommand,
  SetRepositoryPolicyCommand,
  TagResourceCommand,
  UntagResourceCommand,
} from '@aws-sdk/client-ecr';
import { ECRPUBLICClient, GetAuthorizationTokenCommand as PublicTokenCommand } from '@aws-sdk/client-ecr-public';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Cloud } from '../cloud.js';

let cloud: Cloud;
let ecr: ECRClient;

beforeAll(async () => {
  cloud = await Cloud.start();
  ecr = new ECRClient({
    endpoint: cloud.endpoint,
    region: 'eu-west-1',
    credentials: { accessKeyId: 'AKIATEST', secretAccessKey: 'x' },
  });
  await ecr.send(new CreateRepositoryCommand({ repositoryName: 'team/shop' }));
  await ecr.send(new CreateRepositoryCommand({ repositoryName: 'frozen', imageTagMutability: 'IMMUTABLE' }));
});

afterAll(async () => {
  ecr.destroy();
  await cloud.stop();
});

const push = (body: Record<string, unknown>) => cloud.sluice('ecr/push', body);
const repositoryName = 'team/shop';

const read = async (imageTag: string) => {
  const answer = await ecr.send(new BatchGetImageCommand({ repositoryName, imageIds: [{ imageTag }] }));
  return JSON.parse(answer.images?.[0]?.imageManifest ?? '{}') as {
    mediaType: string;
    config?: { digest: string };
    manifests?: { digest: string; platform: { os: string; architecture: string } }[];
  };
};

test('repositories are described by name, or all', async () => {
  const { repositories } = await ecr.send(new DescribeRepositoriesCommand({ repositoryNames: [repositoryName] }));
  expect(repositories).toMatchObject([
    {
      repositoryArn: 'arn:aws:ecr:eu-west-1:123456789012:repository/team/shop',
      repositoryUri: expect.stringMatching(/^127\.0\.0\.1:\d+\/team\/shop$/),
      imageTagMutability: 'MUTABLE',
    },
  ]);
  expect((await ecr.send(new DescribeRepositoriesCommand({}))).repositories).toHaveLength(2);
  await expect(ecr.send(new DescribeRepositoriesCommand({ repositoryNames: ['shop'] }))).rejects.toMatchObject({
    name: 'RepositoryNotFoundException',
    message: "The repository with name 'shop' does not exist in the registry with id '123456789012'",
  });
});

describe('an image', () => {
  test('of several platforms is an index whose images are there too', async () => {
    await push({ repositoryName, imageTag: '1.0', platforms: ['linux/amd64', 'linux/arm64/v8'] });
    const index = await read('1.0');
    expect(index.mediaType).toBe('application/vnd.oci.image.index.v1+json');
    expect(index.manifests?.map(({ platform }) => platform)).toEqual([
      { os: 'linux', architecture: 'amd64' },
      { os: 'linux', architecture: 'arm64', variant: 'v8' },
    ]);
    const digests = index.manifests?.map(({ digest }) => ({ imageDigest: digest }));
    const { imageDetails } = await ecr.send(new DescribeImagesCommand({ repositoryName, imageIds: digests }));
    expect(imageDetails).toHaveLength(2);
    const tagged = await ecr.send(new DescribeImagesCommand({ repositoryName, filter: { tagStatus: 'TAGGED' } }));
    expect(tagged.imageDetails?.map(({ imageTags }) => imageTags)).toContainEqual(['1.0']);
  });

  test('of one platform tells it in its configuration, which can be fetched', async () => {
    await push({ repositoryName, imageTag: 'arm', platforms: ['linux/arm64'] });
    const { config } = await read('arm');
    const { downloadUrl = '' } = await ecr.send(
      new GetDownloadUrlForLayerCommand({ repositoryName, layerDigest: config?.digest }),
    );
    expect(await (await fetch(downloadUrl)).json()).toMatchObject({ os: 'linux', architecture: 'arm64' });
  });

  test('with attestations is an index of it and of what has no platform', async () => {
    await push({ repositoryName, imageTag: 'attested', attestations: true });
    expect((await read('attested')).manifests?.map(({ platform }) => platform.architecture)).toEqual([
      'amd64',
      'unknown',
    ]);
  });

  test('that is not there is an error of DescribeImages and a failure of BatchGetImage', async () => {
    const imageIds = [{ imageTag: '9' }];
    await expect(ecr.send(new DescribeImagesCommand({ repositoryName, imageIds }))).rejects.toMatchObject({
      name: 'ImageNotFoundException',
      message:
        "The image with imageId {imageDigest:'null', imageTag:'9'} does not exist within the repository with name 'team/shop' in the registry with id '123456789012'",
    });
    expect((await ecr.send(new BatchGetImageCommand({ repositoryName, imageIds }))).failures).toEqual([
      { imageId: { imageTag: '9' }, failureCode: 'ImageNotFound', failureReason: 'Requested image not found' },
    ]);
  });
});

test('pages are as large as asked for, and go on where they stopped', async () => {
  await push({ repositoryName, imageTags: ['a', 'b'], platforms: ['linux/amd64'] });
  const first = await ecr.send(new DescribeImagesCommand({ repositoryName, maxResults: 1 }));
  expect(first.imageDetails).toHaveLength(1);
  const second = await ecr.send(
    new DescribeImagesCommand({ repositoryName, maxResults: 1, nextToken: first.nextToken }),
  );
  expect(second.imageDetails?.[0]?.imageDigest).not.toBe(first.imageDetails?.[0]?.imageDigest);
});

test('a repository has settings, tags and a policy, and goes when it is empty or when it must', async () => {
  const { repository } = await ecr.send(
    new CreateRepositoryCommand({
      repositoryName: 'settings',
      tags: [{ Key: 'team', Value: 'shop' }],
      encryptionConfiguration: { encryptionType: 'KMS', kmsKey: 'alias/shop' },
    }),
  );
  const resourceArn = repository?.repositoryArn ?? '';
  const named = { repositoryName: 'settings' };
  await ecr.send(
    new PutImageScanningConfigurationCommand({ ...named, imageScanningConfiguration: { scanOnPush: true } }),
  );
  const imageTagMutabilityExclusionFilters = [{ filterType: 'WILDCARD' as const, filter: 'cache*' }];
  await ecr.send(
    new PutImageTagMutabilityCommand({
      ...named,
      imageTagMutability: 'IMMUTABLE_WITH_EXCLUSION',
      imageTagMutabilityExclusionFilters,
    }),
  );
  await ecr.send(new TagResourceCommand({ resourceArn, tags: [{ Key: 'cost', Value: '1' }] }));
  await ecr.send(new UntagResourceCommand({ resourceArn, tagKeys: ['team'] }));
  expect((await ecr.send(new ListTagsForResourceCommand({ resourceArn }))).tags).toEqual([{ Key: 'cost', Value: '1' }]);
  const described = await ecr.send(new DescribeRepositoriesCommand({ repositoryNames: ['settings'] }));
  expect(described.repositories).toMatchObject([
    {
      imageTagMutability: 'IMMUTABLE_WITH_EXCLUSION',
      imageTagMutabilityExclusionFilters,
      imageScanningConfiguration: { scanOnPush: true },
      encryptionConfiguration: { encryptionType: 'KMS', kmsKey: 'alias/shop' },
    },
  ]);
  const policyText = JSON.stringify({ Statement: [{ Effect: 'Allow', Principal: '*', Action: 'ecr:*' }] });
  await ecr.send(new SetRepositoryPolicyCommand({ ...named, policyText }));
  await ecr.send(new DeleteRepositoryPolicyCommand(named));
  await expect(ecr.send(new GetRepositoryPolicyCommand(named))).rejects.toMatchObject({
    name: 'RepositoryPolicyNotFoundException',
  });
  await expect(
    ecr.send(new SetRepositoryPolicyCommand({ ...named, policyText: '{"Statement":[{"Effect":"Allow"}]}' })),
  ).rejects.toMatchObject({ name: 'InvalidParameterException' });
  await push({ ...named, imageTag: '1' });
  await expect(ecr.send(new DeleteRepositoryCommand(named))).rejects.toMatchObject({
    name: 'RepositoryNotEmptyException',
  });
  await ecr.send(new DeleteRepositoryCommand({ ...named, force: true }));
  await expect(ecr.send(new ListTagsForResourceCommand({ resourceArn }))).rejects.toMatchObject({
    name: 'RepositoryNotFoundException',
  });
});

test('tokens are for the registries that are named, last twelve hours, and are given out twenty a second', async () => {
  const registryIds = ['123456789012', '210987654321'];
  const { authorizationData = [] } = await ecr.send(new GetAuthorizationTokenCommand({ registryIds }));
  expect(new Set(authorizationData.map(({ proxyEndpoint }) => proxyEndpoint)).size).toBe(2);
  const lasts = (authorizationData[0]?.expiresAt?.getTime() ?? 0) - cloud.clock.now();
  expect(Math.round(lasts / 60_000)).toBe(720);
  expect(Buffer.from(authorizationData[0]?.authorizationToken ?? '', 'base64').toString()).toMatch(
    /^AWS:[\w+/=]{1000,}$/,
  );
  await expect(ecr.send(new GetAuthorizationTokenCommand({ registryIds: ['1'] }))).rejects.toMatchObject({
    name: 'InvalidParameterException',
  });
  expect(cloud.service('ecr').rates).toContainEqual({
    operations: ['GetAuthorizationToken'],
    burst: 200,
    perSecond: 20,
  });
});

test('the public registry gives its token in us-east-1 only', async () => {
  const token = async (region: string) => {
    const client = new ECRPUBLICClient({
      endpoint: cloud.endpoint,
      region,
      credentials: { accessKeyId: 'AKIATEST', secretAccessKey: 'x' },
    });
    const answer = await client.send(new PublicTokenCommand({})).finally(() => client.destroy());
    return answer.authorizationData?.authorizationToken ?? '';
  };
  expect(Buffer.from(await token('us-east-1'), 'base64').toString()).toMatch(/^AWS:/);
  await expect(token('eu-west-1')).rejects.toMatchObject({ name: 'UnsupportedCommandException' });
});

test.each([
  ['a manifest whose layers nobody pushed', { imageManifest: manifest() }, 'LayersNotFoundException'],
  ['an index of images that are not there', { imageManifest: index() }, 'ReferencedImagesNotFoundException'],
  ['what is no manifest', { imageManifest: '{}' }, 'InvalidParameterException'],
  [
    'a digest of something else',
    { imageManifest: manifest(), imageDigest: `sha256:${'0'.repeat(64)}` },
    'ImageDigestDoesNotMatchException',
  ],
])('%s is refused', async (_what, part, name) => {
  await expect(ecr.send(new PutImageCommand({ repositoryName, imageTag: 'x', ...part }))).rejects.toMatchObject({
    name,
  });
});

test('a tag of an immutable repository cannot be moved, nor put twice', async () => {
  await push({ repositoryName: 'frozen', imageTag: '1', platforms: ['linux/amd64'] });
  await expect(push({ repositoryName: 'frozen', imageTag: '1', platforms: ['linux/arm64'] })).rejects.toMatchObject({
    code: 'ImageTagAlreadyExistsException',
  });
  await expect(push({ repositoryName: 'frozen', imageTag: '1', platforms: ['linux/amd64'] })).rejects.toMatchObject({
    code: 'ImageAlreadyExistsException',
  });
});

function manifest(): string {
  const blob = { mediaType: 'application/octet-stream', digest: `sha256:${'1'.repeat(64)}`, size: 1 };
  return JSON.stringify({ schemaVersion: 2, config: blob, layers: [blob] });
}

function index(): string {
  return JSON.stringify({
    schemaVersion: 2,
    manifests: [{ mediaType: 'x', digest: `sha256:${'2'.repeat(64)}`, size: 1 }],
  });
}
