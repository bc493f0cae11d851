import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  DescribeImagesCommand,
  DescribeRepositoriesCommand,
  ECRClient,
  GetLifecyclePolicyCommand,
} from '@aws-sdk/client-ecr';
import { expect, test } from '@jest/globals';
import { processesWith } from '../../src/buildx/process-group.js';
import { figure } from '../../src/testing/figures.js';
import type { ActionStep } from '../../src/testing/runner.js';
import { BuildStage, region } from '../program/build-stage.js';
import { type Boundary, boundariesOf, callsSince, killAt, lastCall, named, tellingOf } from './boundaries.js';

/** Builds of two services by the shipped bundle that are killed at each call to ECR, and at each request of the push, and made again. */

const speed = 20;
/** Each with a cloud and a program named docker of its own. */
const lanes = 3;
const services = ['user', 'store'];
/** So many requests of the push are tried, evenly spread: two images and their caches, blob by blob. */
const PUSHES = 7;

/** The n-th request of the program that pushes, which waits until it is over. */
interface PushBoundary {
  readonly push: number;
}

type Moment = Boundary | PushBoundary;

const told = (moment: Moment): string => ('push' in moment ? `in request ${moment.push} of the push` : named(moment));

class Lane implements AsyncDisposable {
  readonly ecr: ECRClient;

  private constructor(readonly stage: BuildStage) {
    const credentials = { accessKeyId: 'a', secretAccessKey: 'b' };
    this.ecr = new ECRClient({ region, endpoint: stage.cloud.endpoint, credentials });
  }

  static async open(): Promise<Lane> {
    return new Lane(await BuildStage.open({}, speed));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.ecr.destroy();
    await this.stage[Symbol.asyncDispose]();
  }

  /** Inputs for repositories that are not there. */
  async inputs(name: string): Promise<Record<string, string>> {
    const file = `.github/${name}.yml`;
    const lines = services.map(
      (service) => `  ${service}: { ecr-repository: ${name}/${service}, dockerfile: services/${service}/Dockerfile }\n`,
    );
    await writeFile(join(this.stage.folder, file), `services:\n${lines.join('')}`);
    return {
      services: 'all',
      'services-file': file,
      tags: 'v1\nlatest',
      'moving-tags': 'latest',
      'create-repository': 'true',
      'fail-on': 'critical',
      lifecycle: 'put',
      clusters: 'none',
    };
  }

  async requests(): Promise<number> {
    const all = (await this.stage.cloud.admin('ecr/registry-requests')) as { requests?: unknown[] } | unknown[];
    return (Array.isArray(all) ? all : (all.requests ?? [])).length;
  }

  async kill(step: ActionStep, moment: Moment): Promise<{ reached: boolean; stdout: string }> {
    const { cloud } = this.stage;
    if (!('push' in moment)) {
      const { reached, result } = await killAt(cloud, () => step.main(), moment);
      return { reached, stdout: result.stdout };
    }
    const fault = { what: 'delay', delaySeconds: 30 * speed, skip: moment.push };
    await cloud.admin('ecr/registry-fault', fault);
    const running = await step.main();
    let isOver = false;
    void running.ended.then(() => {
      isOver = true;
    });
    let reached = false;
    while (!reached && !isOver) {
      const { faults } = (await cloud.admin('ecr/registry-faults')) as { faults: readonly { met: number }[] };
      reached = (faults[0]?.met ?? 0) > 0;
      if (!reached) await new Promise((done) => setTimeout(done, 4));
    }
    const { stdout } = reached ? await running.kill() : await running.ended;
    await cloud.admin('ecr/clear-registry-faults');
    return { reached, stdout };
  }

  /** What runs of the program named docker, and of what it started. */
  programs(): Promise<readonly number[]> {
    return processesWith('DOCKER_STAND_IN', this.stage.docker.environment.DOCKER_STAND_IN ?? '');
  }

  /** What the repositories are like in the end, but for digests, and what is not as it should be. */
  async contents(name: string, images: Readonly<Record<string, { digest?: string }>>): Promise<string> {
    const lines: string[] = [];
    for (const service of services) {
      const repositoryName = `${name}/${service}`;
      const found = await this.ecr
        .send(new DescribeRepositoriesCommand({ repositoryNames: [repositoryName] }))
        .catch(() => undefined);
      const [repository] = found?.repositories ?? [];
      if (repository === undefined) {
        lines.push(`${service} is not there`);
        continue;
      }
      const { imageTagMutability, imageTagMutabilityExclusionFilters, imageScanningConfiguration } = repository;
      lines.push(JSON.stringify([imageTagMutability, imageTagMutabilityExclusionFilters, imageScanningConfiguration]));
      const { imageDetails = [] } = await this.ecr.send(new DescribeImagesCommand({ repositoryName }));
      for (const { imageDigest, imageTags = [] } of imageDetails) {
        if (imageTags.length === 0) continue;
        const is = imageDigest === images[service]?.digest ? 'the digest handed on' : 'another';
        lines.push(`${service}: ${is}: ${imageTags.map((tag) => tag.replace(/^content-.*/, 'content')).sort()}`);
      }
      const policy = await this.ecr.send(new GetLifecyclePolicyCommand({ repositoryName })).then(
        ({ lifecyclePolicyText = '' }) => lifecyclePolicyText,
        (error: Error) => error.name,
      );
      lines.push(policy);
    }
    return lines.sort().join('\n');
  }
}

const imagesOf = ({ outputs }: { outputs: Readonly<Record<string, string>> }) =>
  JSON.parse(outputs.images ?? '{}') as Record<string, { digest?: string }>;

test('a build that is killed at any call, or in the push, is whole after the part that runs afterwards and the next run', async () => {
  const first = await Lane.open();
  const undisturbed = await first.inputs('undisturbed');
  const from = await lastCall(first.stage.cloud);
  const good = await first.stage.build(undisturbed);
  expect([good.outputs.outcome, good.outputs.reason, good.stdout]).toEqual([
    'built',
    expect.any(String),
    expect.any(String),
  ]);
  const wanted = await first.contents('undisturbed', imagesOf(good));
  const pushes = await first.requests();
  const moments: readonly Moment[] = [
    ...tellingOf(boundariesOf(await callsSince(first.stage.cloud, from))),
    ...Array.from({ length: PUSHES }, (_, at) => ({ push: Math.floor((at * pushes) / PUSHES) })),
  ];
  const left = moments.map((moment, at) => ({ moment, name: `case-${at}` }));
  const problems: string[] = [];
  const count = { reached: 0, credentials: 0, programs: 0 };

  const one = async (lane: Lane, moment: Moment, name: string): Promise<void> => {
    const inputs = await lane.inputs(name);
    await using step = await lane.stage.step(inputs);
    const killed = await lane.kill(step, moment);
    if (killed.reached) count.reached += 1;
    if ((await lane.stage.left()).length > 0) count.credentials += 1;
    if ((await lane.programs()).length > 0) count.programs += 1;
    const post = await step.runPost();
    const wrong: string[] = [];
    if (post.exitCode !== 0) wrong.push(`post ended with ${post.exitCode}`);
    const credentials = await lane.stage.left();
    if (credentials.length > 0) wrong.push(`${credentials} is left`);
    const programs = await lane.programs();
    if (programs.length > 0) wrong.push(`${programs.length} programs run still`);
    const next = await lane.stage.build(inputs);
    if (next.exitCode !== 0) wrong.push(`ended ${next.outputs.outcome}: ${next.outputs.reason}`);
    const found = await lane.contents(name, imagesOf(next));
    if (found !== wanted) wrong.push(`is ${found}\n instead of ${wanted}`);
    if ((await lane.stage.left()).length > 0) wrong.push('the next run leaves something');
    problems.push(
      ...wrong.map((text) => `killed ${told(moment)}: ${text}\n${killed.stdout}\nthen\n${post.stdout}\n${next.stdout}`),
    );
  };
  const work = async (lane: Lane): Promise<void> => {
    await using opened = lane;
    for (let next = left.shift(); next !== undefined; next = left.shift()) await one(opened, next.moment, next.name);
  };
  await Promise.all([first, ...(await Promise.all(Array.from({ length: lanes - 1 }, () => Lane.open())))].map(work));
  process.stdout.write(
    `${moments.length} moments (${PUSHES} of ${pushes} in the push), ${count.reached} reached; credentials were left at ${count.credentials}, programs at ${count.programs}; ${problems.length} problems\n`,
  );
  figure('build-push-kills', count.reached);
  figure('build-push-kill-problems', problems.length);
  expect(problems).toEqual([]);
  expect(count.reached).toBeGreaterThanOrEqual(moments.length * 0.8);
  expect(count.credentials).toBeGreaterThanOrEqual(PUSHES / 2);
}, 240_000);
