import type { CloudService, Ground, Registry } from '../contract.js';
import * as sdk from '../sdk/ecr.js';
import { Access } from './access.js';
import { adminCalls } from './admin.js';
import { Archive } from './archive.js';
import { type BlobStore, OwnStore } from './blob-store.js';
import { batchDelete } from './deletion.js';
import { DockerRegistryStore, dockerRegistryProgram } from './docker-registry.js';
import { Images } from './images.js';
import { Intake } from './intake.js';
import { Layers } from './layers.js';
import { Lifecycle } from './lifecycle.js';
import { authorizationToken } from './login.js';
import type { Repository } from './model.js';
import { pullProblem, referred } from './pull.js';
import { Registries } from './registries.js';
import { Blobs } from './registry/blobs.js';
import { RegistryFaults } from './registry/faults.js';
import { Links } from './registry/links.js';
import { Manifests } from './registry/manifests.js';
import { RegistryRequests } from './registry/request-log.js';
import { DataPlane } from './registry/serve.js';
import { RegistrySettings } from './registry-settings.js';
import { Repositories } from './repositories.js';
import { Scans } from './scans.js';
import { Signing } from './signing.js';
import { Tokens } from './tokens.js';

export const registryKinds = ['auto', 'own', 'docker-registry'] as const;
export type RegistryKind = (typeof registryKinds)[number];

/** @throws Error when the program is asked for and not there */
export function blobStore(kind: RegistryKind): BlobStore {
  if (kind === 'own') return new OwnStore();
  const program = dockerRegistryProgram();
  if (program !== undefined) return new DockerRegistryStore(program);
  if (kind === 'auto') return new OwnStore();
  throw new Error('docker-registry is not on the PATH (Debian: apt-get install docker-registry)');
}

/**
 * Elastic Container Registry: repositories and the images in them, and the registries that docker speaks with.
 * https://docs.aws.amazon.com/AmazonECR/latest/APIReference/
 */
export function createEcr(ground: Ground, store: BlobStore): CloudService & Registry {
  const tokens = new Tokens(ground.clock);
  const links = new Links(ground.clock);
  const faults = new RegistryFaults(ground.clock);
  const requests = new RegistryRequests();
  const registries = new Registries((registry, request, response) => {
    void plane.serve(registry, request, response).catch(() => response.destroy());
  });
  const access = new Access(registries);
  const linkTo = async (repository: Repository, digest: string) =>
    links.to(`http://${await registries.of(repository.accountId, repository.region).host()}`, repository, digest);
  const repositories = new Repositories(ground, access);
  const layers = new Layers(access, store, linkTo);
  const intake = new Intake(ground, store, (repository, image) => scans.pushed(repository, image));
  const images: Images = new Images(ground, access, intake, (repository, image) => scans.result(repository, image));
  const named = images.named.bind(images);
  const scans = new Scans(ground, access, named);
  const signing = new Signing(ground, access, named);
  const archive = new Archive(ground, access, named, intake.pushed);
  const lifecycle = new Lifecycle(ground, access);
  const settings = new RegistrySettings(access);
  const plane = new DataPlane({
    ground,
    access,
    tokens,
    links,
    faults,
    requests,
    blobs: new Blobs(layers, store, linkTo),
    manifests: new Manifests(intake, () => ground.clock.now()),
  });
  return {
    id: 'ecr',
    sdk,
    wire: { protocol: 'json', version: '1.1', target: 'AmazonEC2ContainerRegistry_V20150921' },
    signingName: 'ecr',
    operations: {
      GetAuthorizationToken: (input, call) => authorizationToken(registries, tokens, input, call),
      CreateRepository: (input, call) => repositories.create(input, call),
      DescribeRepositories: (input, call) => repositories.describe(input, call),
      DeleteRepository: (input, call) => {
        const repository = access.repository(input, call);
        const answer = repositories.delete(input, call);
        lifecycle.forget(repository);
        return answer;
      },
      PutImageTagMutability: (input, call) => repositories.putMutability(input, call),
      PutImageScanningConfiguration: (input, call) => repositories.putScanning(input, call),
      SetRepositoryPolicy: (input, call) => settings.setPolicy(input, call),
      GetRepositoryPolicy: (input, call) => settings.policy(input, call),
      DeleteRepositoryPolicy: (input, call) => settings.deletePolicy(input, call),
      TagResource: (input, call) => settings.tag(input, call),
      UntagResource: (input, call) => settings.untag(input, call),
      ListTagsForResource: (input, call) => settings.tagsOf(input, call),
      PutAccountSetting: (input, call) => settings.putAccount(input, call),
      GetAccountSetting: (input, call) => settings.account(input, call),
      PutImage: (input, call) => images.put(input, call),
      DescribeImages: (input, call) => images.describe(input, call),
      BatchGetImage: (input, call) => images.batchGet(input, call),
      ListImages: (input, call) => images.list(input, call),
      ListImageReferrers: (input, call) => images.referrers(input, call),
      BatchDeleteImage: (input, call) => batchDelete(access, input, call),
      UpdateImageStorageClass: (input, call) => archive.update(input, call),
      PutLifecyclePolicy: (input, call) => lifecycle.put(input, call),
      GetLifecyclePolicy: (input, call) => lifecycle.get(input, call),
      DeleteLifecyclePolicy: (input, call) => lifecycle.delete(input, call),
      StartLifecyclePolicyPreview: (input, call) => lifecycle.startPreview(input, call),
      GetLifecyclePolicyPreview: (input, call) => lifecycle.preview(input, call),
      PutRegistryScanningConfiguration: (input, call) => scans.configure(input, call),
      GetRegistryScanningConfiguration: (_input, call) => ({
        registryId: call.accountId,
        scanningConfiguration: scans.configuration(access.registry(call)),
      }),
      StartImageScan: (input, call) => scans.start(input, call),
      DescribeImageScanFindings: (input, call) => scans.findings(input, call),
      PutSigningConfiguration: (input, call) => signing.put(input, call),
      GetSigningConfiguration: (input, call) => signing.get(input, call),
      DeleteSigningConfiguration: (input, call) => signing.delete(input, call),
      DescribeImageSigningStatus: (input, call) => signing.status(input, call),
      BatchCheckLayerAvailability: (input, call) => layers.available(input, call),
      InitiateLayerUpload: (input, call) => layers.initiate(input, call),
      UploadLayerPart: (input, call) => layers.uploadPart(input, call),
      CompleteLayerUpload: (input, call) => layers.complete(input, call),
      GetDownloadUrlForLayer: (input, call) => layers.downloadUrl(input, call),
    },
    // https://docs.aws.amazon.com/AmazonECR/latest/userguide/service-quotas.html
    rates: [{ operations: ['GetAuthorizationToken'], burst: 200, perSecond: 20 }],
    ...adminCalls({
      ground,
      access,
      store,
      intake,
      layers,
      tokens,
      faults,
      requests,
      registries,
      lifecycle,
      scans,
      signing,
    }),
    digestOf: (name) => {
      const image = referred(registries, name)?.image;
      // ECS asks for what it pulls.
      if (image !== undefined) image.pulledAt = ground.clock.now();
      return image?.digest;
    },
    pullProblem: (image, platform) => pullProblem(registries, image, platform, ground.clock.now()),
    stop: async () => {
      lifecycle.stop();
      await registries.stop();
      await layers.stop();
      await store.stop();
    },
  };
}
