import { createHash } from 'node:crypto';
import {
  BatchDeleteImageCommand,
  BatchGetImageCommand,
  CompleteLayerUploadCommand,
  CreateRepositoryCommand,
  DeleteLifecyclePolicyCommand,
  DeleteRepositoryCommand,
  DeleteRepositoryPolicyCommand,
  DescribeImageScanFindingsCommand,
  DescribeImagesCommand,
  type ECRClient,
  GetAuthorizationTokenCommand,
  GetLifecyclePolicyCommand,
  GetRegistryScanningConfigurationCommand,
  GetRepositoryPolicyCommand,
  InitiateLayerUploadCommand,
  ListImagesCommand,
  ListTagsForResourceCommand,
  PutImageCommand,
  PutImageScanningConfigurationCommand,
  PutImageTagMutabilityCommand,
  PutLifecyclePolicyCommand,
  SetRepositoryPolicyCommand,
  StartImageScanCommand,
  TagResourceCommand,
  UntagResourceCommand,
  UploadLayerPartCommand,
} from '@aws-sdk/client-ecr';
import type { Step } from './scenario.js';

/** ECR with images in it: settings, policies, tags, deletion, lifecycle, scans. */

const step = (name: string, send: (client: ECRClient) => Promise<unknown>): Step => ({
  name: `images: ${name}`,
  act: ({ ecr }) => send(ecr),
});

const repositoryName = 'images/shop';
const resourceArn = `arn:aws:ecr:eu-west-1:123456789012:repository/${repositoryName}`;
const digestOf = (text: string) => `sha256:${createHash('sha256').update(text).digest('hex')}`;
const config = JSON.stringify({ os: 'linux', architecture: 'amd64' });
const manifestOf = (what: string) =>
  JSON.stringify({
    schemaVersion: 2,
    mediaType: 'application/vnd.oci.image.manifest.v1+json',
    config: { mediaType: 'application/vnd.oci.image.config.v1+json', digest: digestOf(config), size: config.length },
    layers: [],
    annotations: { what },
  });
const first = manifestOf('first');
const second = manifestOf('second');
const put = (imageManifest: string, imageTag: string) => (client: ECRClient) =>
  client.send(
    new PutImageCommand({
      repositoryName,
      imageManifest,
      imageManifestMediaType: 'application/vnd.oci.image.manifest.v1+json',
      imageTag,
      imageDigest: digestOf(imageManifest),
    }),
  );
const lifecycle = (rule: unknown) => (client: ECRClient) =>
  client.send(
    new PutLifecyclePolicyCommand({ repositoryName, lifecyclePolicyText: JSON.stringify({ rules: [rule] }) }),
  );
const keep = {
  rulePriority: 1,
  selection: { tagStatus: 'untagged', countType: 'imageCountMoreThan', countNumber: 5 },
  action: { type: 'expire' },
};
const policyText = JSON.stringify({
  Version: '2012-10-17',
  Statement: [
    {
      Sid: 'pull',
      Effect: 'Allow',
      Principal: { AWS: 'arn:aws:iam::210987654321:root' },
      Action: ['ecr:BatchGetImage'],
    },
  ],
});

export const images: readonly Step[] = [
  step('a token', async (client) => {
    const { authorizationData = [] } = await client.send(new GetAuthorizationTokenCommand({}));
    const [user] = Buffer.from(authorizationData[0]?.authorizationToken ?? '', 'base64')
      .toString()
      .split(':');
    const isGood = (authorizationData[0]?.expiresAt?.getTime() ?? 0) > Date.now();
    return { count: authorizationData.length, user, isGood };
  }),
  step('create', (client) =>
    client.send(
      new CreateRepositoryCommand({
        repositoryName,
        tags: [{ Key: 'team', Value: 'shop' }],
        imageScanningConfiguration: { scanOnPush: false },
      }),
    ),
  ),
  step('mutability with an exclusion', (client) =>
    client.send(
      new PutImageTagMutabilityCommand({
        repositoryName,
        imageTagMutability: 'IMMUTABLE_WITH_EXCLUSION',
        imageTagMutabilityExclusionFilters: [{ filterType: 'WILDCARD', filter: 'cache*' }],
      }),
    ),
  ),
  step('scan on push', (client) =>
    client.send(
      new PutImageScanningConfigurationCommand({ repositoryName, imageScanningConfiguration: { scanOnPush: false } }),
    ),
  ),
  step('scanning of the registry', (client) => client.send(new GetRegistryScanningConfigurationCommand({}))),
  step('tag', (client) => client.send(new TagResourceCommand({ resourceArn, tags: [{ Key: 'cost', Value: '1' }] }))),
  step('untag', (client) => client.send(new UntagResourceCommand({ resourceArn, tagKeys: ['team'] }))),
  step('tags', (client) => client.send(new ListTagsForResourceCommand({ resourceArn }))),
  step('no policy', (client) => client.send(new GetRepositoryPolicyCommand({ repositoryName }))),
  step('set a policy', async (client) => {
    const answer = await client.send(new SetRepositoryPolicyCommand({ repositoryName, policyText }));
    return { ...answer, policyText: JSON.parse(answer.policyText ?? '{}') };
  }),
  step('delete the policy', async (client) => {
    const answer = await client.send(new DeleteRepositoryPolicyCommand({ repositoryName }));
    return { ...answer, policyText: JSON.parse(answer.policyText ?? '{}') };
  }),
  step('no lifecycle', (client) => client.send(new GetLifecyclePolicyCommand({ repositoryName }))),
  step('a lifecycle that is no JSON', (client) =>
    client.send(new PutLifecyclePolicyCommand({ repositoryName, lifecyclePolicyText: 'x'.repeat(100) })),
  ),
  step('a lifecycle without rules', (client) =>
    client.send(new PutLifecyclePolicyCommand({ repositoryName, lifecyclePolicyText: `{"x":"${'x'.repeat(100)}"}` })),
  ),
  step('a lifecycle without an action', lifecycle({ rulePriority: 1, selection: keep.selection })),
  step('a lifecycle with more', lifecycle({ ...keep, more: 1 })),
  step('a lifecycle with an unknown count', lifecycle({ ...keep, selection: { ...keep.selection, countType: 'all' } })),
  step('a lifecycle with a count of none', lifecycle({ ...keep, selection: { ...keep.selection, countNumber: 0 } })),
  step('put a lifecycle', lifecycle(keep)),
  step('get the lifecycle', (client) => client.send(new GetLifecyclePolicyCommand({ repositoryName }))),
  step('delete the lifecycle', (client) => client.send(new DeleteLifecyclePolicyCommand({ repositoryName }))),
  step('upload a layer', async (client) => {
    const { uploadId } = await client.send(new InitiateLayerUploadCommand({ repositoryName }));
    await client.send(
      new UploadLayerPartCommand({
        repositoryName,
        uploadId,
        partFirstByte: 0,
        partLastByte: config.length - 1,
        layerPartBlob: Buffer.from(config),
      }),
    );
    return client.send(new CompleteLayerUploadCommand({ repositoryName, uploadId, layerDigests: [digestOf(config)] }));
  }),
  step('put', put(first, '1')),
  step('put the same', put(first, '1')),
  step('put another', put(second, '1')),
  step('put a second tag', put(first, '2')),
  step('put under a tag that moves', put(second, 'cache-main')),
  step('list', (client) => client.send(new ListImagesCommand({ repositoryName }))),
  step('get', (client) =>
    client.send(new BatchGetImageCommand({ repositoryName, imageIds: [{ imageTag: '1' }, { imageTag: '9' }] })),
  ),
  step('describe', (client) =>
    client.send(new DescribeImagesCommand({ repositoryName, imageIds: [{ imageTag: '1' }] })),
  ),
  step('no scan', (client) =>
    client.send(new DescribeImageScanFindingsCommand({ repositoryName, imageId: { imageTag: '1' } })),
  ),
  step('scan', (client) => client.send(new StartImageScanCommand({ repositoryName, imageId: { imageTag: '1' } }))),
  step('scan again', (client) =>
    client.send(new StartImageScanCommand({ repositoryName, imageId: { imageTag: '1' } })),
  ),
  step('scan what is not there', (client) =>
    client.send(new StartImageScanCommand({ repositoryName, imageId: { imageTag: '9' } })),
  ),
  step('delete a tag', (client) =>
    client.send(new BatchDeleteImageCommand({ repositoryName, imageIds: [{ imageTag: '2' }] })),
  ),
  step('delete what is not there', (client) =>
    client.send(new BatchDeleteImageCommand({ repositoryName, imageIds: [{ imageTag: '9' }, {}] })),
  ),
  step('delete what has images', (client) => client.send(new DeleteRepositoryCommand({ repositoryName }))),
  step('delete by digest', (client) =>
    client.send(new BatchDeleteImageCommand({ repositoryName, imageIds: [{ imageDigest: digestOf(first) }] })),
  ),
  step('delete by force', (client) => client.send(new DeleteRepositoryCommand({ repositoryName, force: true }))),
  step('delete what is gone', (client) => client.send(new DeleteRepositoryCommand({ repositoryName }))),
];
