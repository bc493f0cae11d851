import { DescribeTasksCommand, ListTasksCommand } from '@aws-sdk/client-ecs';
import { ActionStep, type PhaseResult } from '../../src/testing/runner.js';
import { type OneService, oneService } from '../program/one-service.js';
import { callsSince, lastCall } from './boundaries.js';

/** Releases of which it is known how they have to end. A one-off task runs before each, and one after the good one. */
export const releases = {
  good: { outcome: 'succeeded', inputs: {} },
  bad: { outcome: 'rolled-back', inputs: { environment: 'APP_CRASH_AT_START=3' } },
  /** It never gets further than the task before it. */
  waiting: { outcome: '', inputs: { 'run-before': '["sh", "-c", "sleep 600"]' } },
} as const;
export type Release = keyof typeof releases;

/** Short ways everywhere; the limits are wide, because at this pace a moment of a busy machine is a minute. */
const quick = {
  bake: '5s',
  timeout: '2h',
  'unknown-limit': '20m',
  'circuit-breaker': 'off',
  'run-before': '["true"]',
  'run-after': '["true"]',
  'run-timeout': '1h',
};

export interface RollingStage {
  readonly world: OneService;
  deploy(release: Release, inputs?: Readonly<Record<string, string>>): Promise<ActionStep>;
  /** What is left of the world, when it is not one version whole, the lock free, and no one-off task at work. */
  wrong(): Promise<string[]>;
  stop(): Promise<void>;
}

export async function rollingStage(speed: number): Promise<RollingStage> {
  const world = await oneService({ speed });
  return {
    world,
    deploy: (release, inputs = {}) => world.step({ ...quick, ...releases[release].inputs, ...inputs }),
    async wrong() {
      const { deployments = [], desiredCount, taskDefinition } = await world.service();
      const [primary, ...others] = deployments;
      const isWhole =
        primary?.rolloutState === 'COMPLETED' &&
        primary.runningCount === desiredCount &&
        others.every(({ runningCount }) => runningCount === 0);
      const lock = await world.lock();
      return [
        ...(isWhole ? [] : [`${taskDefinition} is not whole: ${JSON.stringify(deployments)}`]),
        ...(lock === undefined ? [] : [`the lock is held: ${lock}`]),
        ...(await oneOffs(world)).map((arn) => `the one-off task ${arn} runs still`),
      ];
    },
    stop: () => world.stop(),
  };
}

async function oneOffs({ ecs }: OneService): Promise<readonly string[]> {
  const { taskArns = [] } = await ecs.send(new ListTasksCommand({ cluster: 'shop' }));
  if (taskArns.length === 0) return [];
  const { tasks = [] } = await ecs.send(new DescribeTasksCommand({ cluster: 'shop', tasks: taskArns }));
  return tasks.filter(({ startedBy = '' }) => startedBy.startsWith('sluice/')).map(({ taskArn = '' }) => taskArn);
}

/** The action that looks for what dead runs left; by hand, so it does not wait until the lease is over. */
export async function recover({ cloud }: OneService): Promise<PhaseResult> {
  await using step = await ActionStep.prepare({
    action: 'recover',
    environment: { ...cloud.env },
    inputs: { cluster: 'shop', service: 'shop', 'when-locked': 'take' },
  });
  return await step.runMain();
}

/** What a whole rollout calls, in order. */
export async function callsOf(stage: RollingStage, release: Release, inputs: Readonly<Record<string, string>> = {}) {
  const from = await lastCall(stage.world.cloud);
  await using step = await stage.deploy(release, inputs);
  const main = await step.runMain();
  const calls = await callsSince(stage.world.cloud, from);
  await step.runPost();
  if (main.outputs.outcome !== releases[release].outcome) throw new Error(`${release}: ${main.stdout}`);
  return calls;
}

export const indented = (text: string): string => text.replaceAll('\n', '\n    ');
