import {
  CreateRepositoryCommand,
  type CreateRepositoryCommandInput,
  DescribeImagesCommand,
  ECRClient,
  GetAuthorizationTokenCommand,
  type ImageDetail,
} from '@aws-sdk/client-ecr';
import { type StartedCloud, type StartOptions, startCloud } from '../../../src/testing/cloud.js';
import { pushNodeImage } from './base-images.js';
import { type BuildKit, type Engine, startBuildKit, startEngine } from './engine.js';
import { type PlainRegistry, startPlainRegistry } from './registry.js';

/** Everything real that images come and go through, and the local cloud that they are pushed to. */
export interface ImagePlace {
  readonly engine: Engine;
  readonly buildKit: BuildKit;
  /** What buildx calls BuildKit. */
  readonly builder: string;
  /** In place of the public registry. */
  readonly publicRegistry: PlainRegistry;
  /** What Dockerfiles take in place of `node:24-alpine`. */
  readonly nodeImage: string;
  readonly cloud: StartedCloud;
  readonly ecr: ECRClient;
  /** What ECR says of an image, by tag or digest. */
  seen(repositoryName: string, reference: string): Promise<ImageDetail>;
  /** Makes a repository; answers what images in it are called. */
  repository(name: string, more?: Partial<CreateRepositoryCommandInput>): Promise<string>;
  /** A token of ECR, and the host that it is for; with a client of another account, that of its registry. */
  token(ecr?: ECRClient): Promise<{ readonly host: string; readonly password: string }>;
  stop(): Promise<void>;
}

/** @throws Error with the last lines of whatever did not start; everything else is stopped then */
export async function imagePlace(options: StartOptions & { readonly region: string }): Promise<ImagePlace> {
  const stops: (() => Promise<void>)[] = [];
  const stop = async (): Promise<void> => {
    const ended = await Promise.allSettled(stops.splice(0).map((one) => one()));
    const failed = ended.find(({ status }) => status === 'rejected');
    if (failed !== undefined) throw (failed as PromiseRejectedResult).reason;
  };
  const kept = <T extends { stop(): Promise<void> }>(started: T): T => {
    stops.push(() => started.stop());
    return started;
  };
  try {
    const [engine, buildKit, publicRegistry, cloud] = await all([
      startEngine().then(kept),
      startBuildKit().then(kept),
      startPlainRegistry().then(kept),
      startCloud(options).then(kept),
    ]);
    const builder = 'lab';
    await buildKit.addTo(engine, builder);
    const nodeImage = await pushNodeImage(engine, builder, publicRegistry.host);
    const ecr = new ECRClient({
      region: options.region,
      endpoint: cloud.endpoint,
      credentials: { accessKeyId: cloud.env.AWS_ACCESS_KEY_ID ?? 'a', secretAccessKey: 'b' },
    });
    stops.push(async () => ecr.destroy());
    return {
      ...{ engine, buildKit, builder, publicRegistry, nodeImage, cloud, ecr, stop },
      seen: async (repositoryName, reference) => {
        const imageId = reference.startsWith('sha256:') ? { imageDigest: reference } : { imageTag: reference };
        const { imageDetails = [] } = await ecr.send(
          new DescribeImagesCommand({ repositoryName, imageIds: [imageId] }),
        );
        return imageDetails[0] ?? {};
      },
      repository: async (repositoryName, more = {}) => {
        const { repository } = await ecr.send(new CreateRepositoryCommand({ repositoryName, ...more }));
        return repository?.repositoryUri ?? '';
      },
      token: async (client = ecr) => {
        const { authorizationData: [data] = [] } = await client.send(new GetAuthorizationTokenCommand({}));
        const [, password = ''] = Buffer.from(data?.authorizationToken ?? '', 'base64')
          .toString()
          .split(':');
        return { host: data?.proxyEndpoint?.replace(/^https?:\/\//, '') ?? '', password };
      },
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** As Promise.all, but it ends when all of them have: what comes later than an error must be stopped too. */
async function all<T extends readonly unknown[]>(promises: { [K in keyof T]: Promise<T[K]> }): Promise<T> {
  const settled = await Promise.allSettled(promises);
  const failed = settled.find(({ status }) => status === 'rejected');
  if (failed !== undefined) throw (failed as PromiseRejectedResult).reason;
  return settled.map((one) => (one as PromiseFulfilledResult<unknown>).value) as unknown as T;
}
