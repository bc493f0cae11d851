import type { Deployment, Service, ServiceDeployment, Task } from '@aws-sdk/client-ecs';
import { compiledAppProgram } from '../app/compile-for-tests.js';
import { Clock } from '../clock.js';
import {
  AwsError,
  type Call,
  type Ground,
  type LogSink,
  type Metrics,
  type Target,
  type Targets,
} from '../contract.js';
import { LoopbackNetwork } from '../network.js';
import { defaultSettings } from '../settings.js';
import type { EcsOptions } from './index.js';
import { createEcs, type EcsService } from './index.js';

/** Targets without a load balancer: healthy some time after registration, unless a test says otherwise. */
export class MemoryTargets implements Targets {
  readonly registered = new Map<string, { since: number; draining: boolean }>();
  readonly history: string[] = [];
  /** Decides the health of a target by its address; `undefined` is: healthy after `healthyAfterMs`. */
  verdict: (target: Target) => 'healthy' | 'unhealthy' | 'initial' | undefined = () => undefined;
  healthyAfterMs = 5_000;
  drainMs = 5_000;

  constructor(private readonly clock: Clock) {}

  group(arn: string) {
    if (!arn.includes('targetgroup')) return undefined;
    return {
      arn,
      targetType: 'ip',
      loadBalancerArns: arn.includes('loose') ? [] : ['arn:aws:elasticloadbalancing:::loadbalancer/app/web/1'],
      used: true,
    };
  }

  register(arn: string, target: Target): void {
    this.history.push(`register ${target.id}`);
    this.registered.set(`${arn} ${target.id}:${target.port}`, { since: this.clock.now(), draining: false });
  }

  async deregister(arn: string, target: Target): Promise<void> {
    this.history.push(`deregister ${target.id}`);
    const known = this.registered.get(`${arn} ${target.id}:${target.port}`);
    if (known) known.draining = true;
    await this.clock.sleep(this.drainMs);
    this.history.push(`drained ${target.id}`);
    this.registered.delete(`${arn} ${target.id}:${target.port}`);
  }

  health(arn: string, target: Target) {
    const known = this.registered.get(`${arn} ${target.id}:${target.port}`);
    if (known === undefined) return undefined;
    if (known.draining) return { state: 'draining' as const };
    const isDue = this.clock.now() - known.since >= this.healthyAfterMs;
    const state = this.verdict(target) ?? (isDue ? 'healthy' : 'initial');
    return state === 'unhealthy' ? { state, description: 'Health checks failed with these codes: [503]' } : { state };
  }
}

/** ECS by itself, with targets, alarms and logs in memory: for the tests. */
export class EcsUnderTest {
  readonly ground: Ground;
  readonly ecs: EcsService;
  readonly targets: MemoryTargets;
  readonly alarms = new Map<string, 'OK' | 'ALARM' | 'INSUFFICIENT_DATA'>();
  readonly logs = new Map<string, string[]>();
  readonly logGroups = new Set(['/ecs/shop']);
  readonly notes: string[] = [];

  constructor(options: { speed?: number } & EcsOptions = {}) {
    const { speed = 100, ...rest } = options;
    const clock = new Clock({ speed });
    this.ground = {
      clock,
      region: 'eu-west-1',
      accountId: '123456789012',
      network: new LoopbackNetwork(),
      settings: { ...defaultSettings },
      arn: (service, resource) => `arn:aws:${service}:eu-west-1:123456789012:${resource}`,
      note: (text) => void this.notes.push(text),
    };
    this.targets = new MemoryTargets(clock);
    const metrics: Metrics = { record: () => {}, alarmState: (name) => this.alarms.get(name) };
    const logs: LogSink = {
      append: (group, stream, lines, { create = false } = {}) => {
        if (!this.logGroups.has(group) && !create) {
          throw new AwsError('ResourceNotFoundException', 'The specified log group does not exist.');
        }
        const key = `${group}:${stream}`;
        this.logs.set(key, [...(this.logs.get(key) ?? []), ...lines.map((line) => line.message)]);
      },
    };
    this.ecs = createEcs(
      this.ground,
      { targets: this.targets, metrics, logs },
      { appProgram: compiledAppProgram(), settleMs: 15_000, alarmBakeMs: 30_000, ...rest },
    );
    void this.call('CreateCluster', { clusterName: 'shop' });
  }

  /** One API operation, as the wire layer calls it. */
  async call<T = Record<string, never>>(operation: string, input: Record<string, unknown>): Promise<T> {
    const deed = this.ecs.operations[operation];
    if (deed === undefined) throw new Error(`there is no ${operation}`);
    const call: Call = {
      operation,
      region: 'eu-west-1',
      accountId: '123456789012',
      principal: 'arn:aws:iam::1:user/t',
    };
    return (await deed(input, call)) as T;
  }

  /** The code and message of the error that a call ends with. */
  async refusal(operation: string, input: Record<string, unknown>): Promise<string> {
    try {
      await this.call(operation, input);
    } catch (error) {
      return `${(error as Error).name}: ${(error as Error).message}`;
    }
    return 'no error';
  }

  /** Registers a revision with one container `web` (port 8080) and answers `family:revision`. */
  async release(family: string, environment: Record<string, string> = {}, container: Record<string, unknown> = {}) {
    const { taskDefinition } = await this.call<{ taskDefinition: { revision: number } }>('RegisterTaskDefinition', {
      family,
      networkMode: 'awsvpc',
      requiresCompatibilities: ['FARGATE'],
      cpu: '256',
      memory: '512',
      containerDefinitions: [
        {
          name: 'web',
          image: 'registry.example/shop:1.0',
          portMappings: [{ containerPort: 8080 }],
          environment: Object.entries(environment).map(([name, value]) => ({ name, value })),
          ...container,
        },
      ],
    });
    return `${family}:${taskDefinition.revision}`;
  }

  service(serviceName: string, taskDefinition: string, more: Record<string, unknown> = {}) {
    return this.call<{ service: Service }>('CreateService', {
      cluster: 'shop',
      serviceName,
      taskDefinition,
      desiredCount: 2,
      launchType: 'FARGATE',
      networkConfiguration: { awsvpcConfiguration: { subnets: ['subnet-a'] } },
      ...more,
    });
  }

  /** Members for a service behind a target group. */
  behind(group = 'targetgroup/web/1') {
    const targetGroupArn = `arn:aws:elasticloadbalancing:eu-west-1:123456789012:${group}`;
    return { loadBalancers: [{ targetGroupArn, containerName: 'web', containerPort: 8080 }] };
  }

  update(service: string, input: Record<string, unknown>) {
    return this.call<{ service: Service }>('UpdateService', { cluster: 'shop', service, ...input });
  }

  async describe(service: string): Promise<Service> {
    const { services } = await this.call<{ services: Service[] }>('DescribeServices', {
      cluster: 'shop',
      services: [service],
      include: ['TAGS'],
    });
    return services[0] as Service;
  }

  async tasks(filter: Record<string, unknown>): Promise<Task[]> {
    const { taskArns } = await this.call<{ taskArns: string[] }>('ListTasks', { cluster: 'shop', ...filter });
    if (taskArns.length === 0) return [];
    return (await this.call<{ tasks: Task[] }>('DescribeTasks', { cluster: 'shop', tasks: taskArns })).tasks;
  }

  async task(taskArn: string): Promise<Task> {
    const { tasks } = await this.call<{ tasks: Task[] }>('DescribeTasks', { cluster: 'shop', tasks: [taskArn] });
    return tasks[0] as Task;
  }

  async lastServiceDeployment(service: string): Promise<ServiceDeployment> {
    const listed = await this.call<{ serviceDeployments: { serviceDeploymentArn: string }[] }>(
      'ListServiceDeployments',
      {
        cluster: 'shop',
        service,
      },
    );
    const arns = listed.serviceDeployments.slice(0, 1).map((each) => each.serviceDeploymentArn);
    const { serviceDeployments } = await this.call<{ serviceDeployments: ServiceDeployment[] }>(
      'DescribeServiceDeployments',
      { serviceDeploymentArns: arns },
    );
    return serviceDeployments[0] as ServiceDeployment;
  }

  /** What the SDK's ServicesStable waiter looks for, and the rollout done. */
  async untilStable(service: string): Promise<Service> {
    return this.until(service, (seen) => {
      const [only, ...others] = seen.deployments ?? [];
      return others.length === 0 && seen.runningCount === seen.desiredCount && only?.rolloutState === 'COMPLETED';
    });
  }

  async until(service: string, isReached: (seen: Service) => boolean, realMs = 20_000): Promise<Service> {
    const deadline = Date.now() + realMs;
    for (;;) {
      const seen = await this.describe(service);
      if (isReached(seen)) return seen;
      if (Date.now() > deadline) {
        throw new Error(`not reached: ${JSON.stringify({ ...seen, taskDefinition: '' }, null, 1).slice(0, 6_000)}`);
      }
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }

  /** Where a task's container port is really served. */
  urlOf(task: Task, port = 8080): string {
    const address = task.containers?.[0]?.networkInterfaces?.[0]?.privateIpv4Address ?? '';
    const at = this.ground.network.resolve(address, port);
    return `http://${at.host}:${at.port}`;
  }

  stop(): Promise<void> {
    return this.ecs.stop();
  }
}

export const messages = (service: Service) => (service.events ?? []).map((event) => event.message ?? '').reverse();

export const primaryOf = (service: Service) =>
  service.deployments?.find((deployment) => deployment.status === 'PRIMARY') as Deployment;

/** Asks until `isReached` or 20 s have passed. */
export async function until<T>(ask: () => Promise<T>, isReached: (answer: T) => boolean, realMs = 20_000): Promise<T> {
  const deadline = Date.now() + realMs;
  for (;;) {
    const answer = await ask();
    if (isReached(answer)) return answer;
    if (Date.now() > deadline) throw new Error(`not reached: ${JSON.stringify(answer).slice(0, 3_000)}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
