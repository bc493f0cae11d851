import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BatchGetImageCommand, CreateRepositoryCommand, DescribeImagesCommand, ECRClient } from '@aws-sdk/client-ecr';
import { ACCEPTED_MEDIA_TYPES } from '../../src/images/manifest.js';
import { type StartedCloud, startCloud } from '../../src/testing/cloud.js';
import { ActionStep, type PhaseResult, type Step } from '../../src/testing/runner.js';

/** Two accounts in the local cloud, and promotions from the one into the other by the shipped bundle. */

export const region = 'eu-central-1';
export const [DEV, PROD] = ['123456789012', '210987654321'];
export const role = `arn:aws:iam::${PROD}:role/take-releases`;

/** Account of the cloud's own credentials, and a user of the other one. */
const OTHER_KEY = 'AKIAOTHERACCOUNT';

export class PromoteStage {
  private constructor(
    readonly cloud: StartedCloud,
    private readonly folder: string,
    private readonly clients: Readonly<Record<string, ECRClient>>,
  ) {}

  static async open(seed: Readonly<Record<string, unknown>>, speed = 1): Promise<PromoteStage> {
    const folder = await mkdtemp(join(tmpdir(), 'sluice-promote-'));
    const file = join(folder, 'seed.json');
    const accounts = [{ accountId: PROD, accessKeyId: OTHER_KEY }];
    await writeFile(file, JSON.stringify({ accounts, ...seed }));
    const cloud = await startCloud({ seed: file, region, speed, set: { lifecyclePreviewMs: 200 } });
    const client = (accessKeyId: string): ECRClient =>
      new ECRClient({ region, endpoint: cloud.endpoint, credentials: { accessKeyId, secretAccessKey: 'x' } });
    const own = cloud.env.AWS_ACCESS_KEY_ID ?? 'local';
    return new PromoteStage(cloud, folder, { [DEV]: client(own), [PROD]: client(OTHER_KEY) });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const client of Object.values(this.clients)) client.destroy();
    await this.cloud.stop();
    await rm(this.folder, { recursive: true, force: true });
  }

  /** The step, not begun. */
  step(inputs: Readonly<Record<string, string>>, more: Partial<Step> = {}): Promise<ActionStep> {
    const { environment, ...rest } = more;
    return ActionStep.prepare({
      action: 'promote',
      inputs: { region, ...inputs },
      environment: { ...this.cloud.env, ...environment },
      ...rest,
    });
  }

  async promote(inputs: Readonly<Record<string, string>>): Promise<PhaseResult> {
    await using step = await this.step(inputs);
    return await step.runMain();
  }

  /** A manifest as the API gives it; undefined when there is none. */
  async manifest(account: string, repositoryName: string, reference: string) {
    const imageIds = [reference.includes(':') ? { imageDigest: reference } : { imageTag: reference }];
    const wanted = { repositoryName, imageIds, acceptedMediaTypes: [...ACCEPTED_MEDIA_TYPES] };
    const { images = [] } = await this.client(account).send(new BatchGetImageCommand(wanted));
    const [found] = images;
    return found === undefined
      ? undefined
      : { digest: found.imageId?.imageDigest, text: found.imageManifest, mediaType: found.imageManifestMediaType };
  }

  /** Tag → digest. */
  async tags(account: string, repositoryName: string): Promise<Readonly<Record<string, string>>> {
    const { imageDetails = [] } = await this.client(account).send(new DescribeImagesCommand({ repositoryName }));
    return Object.fromEntries(
      imageDetails.flatMap(({ imageTags = [], imageDigest = '' }) => imageTags.map((tag) => [tag, imageDigest])),
    );
  }

  /** A repository of its own for a promotion. */
  async create(account: string, repositoryName: string): Promise<void> {
    await this.client(account).send(new CreateRepositoryCommand({ repositoryName }));
  }

  client(account: string): ECRClient {
    const client = this.clients[account];
    if (client === undefined) throw new Error(`no client for ${account}`);
    return client;
  }
}
