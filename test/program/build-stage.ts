import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { BatchGetImageCommand, ECRClient } from '@aws-sdk/client-ecr';
import { type StartedCloud, startCloud } from '../../src/testing/cloud.js';
import { type DockerStandIn, dockerStandIn } from '../../src/testing/docker-stand-in.js';
import { ActionStep } from '../../src/testing/runner.js';

const root = resolve(import.meta.dirname, '../..');
const run = promisify(execFile);
export const region = 'eu-west-1';

/** The seven services of `examples/popcorn`, as the services file calls them. */
export const SERVICES = ['user', 'store', 'order', 'payment', 'checkin', 'order-query', 'api-gateway'];

/** A checkout of `examples/popcorn`, the local cloud with its repositories, and a program named docker that really pushes. */
export class BuildStage implements AsyncDisposable {
  private constructor(
    /** What is checked out. */
    readonly folder: string,
    /** `RUNNER_TEMP`, where nothing may be left. */
    readonly temp: string,
    readonly cloud: StartedCloud,
    readonly docker: DockerStandIn,
    private readonly home: string,
  ) {}

  static async open(seed: object = {}, speed = 1): Promise<BuildStage> {
    const home = await mkdtemp(join(tmpdir(), 'sluice-build-'));
    const [folder, temp] = [join(home, 'work'), join(home, 'temp')];
    await cp(join(root, 'examples/popcorn'), folder, { recursive: true });
    await mkdir(temp);
    const repositories = SERVICES.map((name) => ({ repositoryName: `goorm-popcorn-${name}` }));
    await writeFile(join(home, 'cloud.yaml'), JSON.stringify({ repositories, ...seed }));
    const [docker, cloud] = await Promise.all([
      dockerStandIn({ driver: 'docker-container', stepMs: 1 }),
      startCloud({ region, speed, seed: join(home, 'cloud.yaml'), set: { lifecyclePreviewMs: 500 } }),
    ]);
    const stage = new BuildStage(folder, temp, cloud, docker, home);
    await stage.git('init', '--quiet', '--initial-branch=main');
    await stage.commit('first');
    return stage;
  }

  git(...words: readonly string[]): Promise<unknown> {
    const who = ['-c', 'user.name=a', '-c', 'user.email=a@example.com', '-c', 'commit.gpgsign=false'];
    return run('git', [...who, ...words], { cwd: this.folder });
  }

  async commit(message: string): Promise<void> {
    await this.git('add', '--all');
    await this.git('commit', '--quiet', '--allow-empty', '--message', message);
  }

  step(
    inputs: Readonly<Record<string, string>>,
    environment: Readonly<Record<string, string>> = {},
  ): Promise<ActionStep> {
    return ActionStep.prepare({
      action: 'build-push',
      inputs: { region, ...inputs },
      environment: {
        ...this.cloud.env,
        ...this.docker.environment,
        HOME: this.home,
        RUNNER_TEMP: this.temp,
        GITHUB_WORKSPACE: this.folder,
        GITHUB_REPOSITORY: 'someone/popcorn',
        ...environment,
      },
    });
  }

  async build(inputs: Readonly<Record<string, string>>, environment: Readonly<Record<string, string>> = {}) {
    await using step = await this.step(inputs, environment);
    return await step.runMain();
  }

  /** Digest under a tag; undefined when there is none. */
  async digest(repositoryName: string, imageTag: string): Promise<string | undefined> {
    const client = new ECRClient({
      region,
      endpoint: this.cloud.endpoint,
      credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
    });
    const { images = [] } = await client.send(new BatchGetImageCommand({ repositoryName, imageIds: [{ imageTag }] }));
    client.destroy();
    return images[0]?.imageId?.imageDigest;
  }

  /** What a step left on the machine. */
  left(): Promise<readonly string[]> {
    return readdir(this.temp);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.cloud.stop();
    await this.docker[Symbol.asyncDispose]();
    await rm(this.home, { recursive: true, force: true });
  }
}
