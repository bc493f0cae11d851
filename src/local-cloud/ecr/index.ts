import type * as types from '@aws-sdk/client-ecr';
import type { CloudService, Ground, Registry } from '../contract.js';
import * as sdk from '../sdk/ecr.js';
import { Images } from './images.js';
import { pullProblem, referred } from './pull.js';
import { push } from './push.js';
import { Repositories } from './repositories.js';

/** Elastic Container Registry: repositories and the images in them. https://docs.aws.amazon.com/AmazonECR/latest/APIReference/ */
export function createEcr(ground: Ground, fileUrl: (path: string) => string): CloudService & Registry {
  const repositories = new Repositories(ground);
  const images = new Images(ground, repositories, fileUrl);
  return {
    id: 'ecr',
    sdk,
    wire: { protocol: 'json', version: '1.1', target: 'AmazonEC2ContainerRegistry_V20150921' },
    signingName: 'ecr',
    operations: {
      CreateRepository: (input: types.CreateRepositoryRequest) => repositories.create(input),
      DescribeRepositories: (input: types.DescribeRepositoriesRequest) => repositories.describe(input),
      PutImage: (input: types.PutImageRequest) => images.put(input),
      DescribeImages: (input: types.DescribeImagesRequest) => images.describe(input),
      BatchGetImage: (input: types.BatchGetImageRequest) => images.batchGet(input),
      GetDownloadUrlForLayer: (input: types.GetDownloadUrlForLayerRequest) => images.downloadUrl(input),
    },
    admin: { push: (body) => push(repositories, images, body) },
    file: (path) => {
      const slash = path.lastIndexOf('/');
      return repositories.get(path.slice(0, slash))?.blobs.get(path.slice(slash + 1));
    },
    digestOf: (image) => referred(repositories, ground.accountId, image)?.image.digest,
    pullProblem: (image, platform) => pullProblem(repositories, ground.accountId, image, platform),
    stop: async () => {},
  };
}
