import { InputError } from '../spec/input-error.js';
import { inBatches } from './batching.js';
import { type ClientSettings, call } from './client.js';
import { ecsClient } from './ecs-client.js';
import { errorName } from './errors.js';
import type { Service, ServiceDeployment, ServiceRevision, Task } from './sdk/ecs.js';
import { stoppedTasks } from './stopped-tasks.js';

/** One look at one thing; looks at the same moment share their calls. Undefined when there is no such thing. */
export interface EcsLooks {
  service(name: string): Promise<Service | undefined>;
  /** The same, where what somebody else has just been answered will do. */
  serviceJustSeen(name: string): Promise<Service | undefined>;
  /** The tasks of a service that have stopped. */
  stopped(service: string): Promise<readonly Task[]>;
  serviceDeployment(arn: string): Promise<ServiceDeployment | undefined>;
  serviceRevision(arn: string): Promise<ServiceRevision | undefined>;
}

/** Looks that belong together are at most so far apart, ms. */
const gatherMs = 40;
/** What was answered so short a time ago is as good as a new answer where nothing is decided by it alone, ms. */
const justNowMs = 400;

const made = new WeakMap<ClientSettings, Map<string, EcsLooks>>();

/** The looks at a cluster: one set for all who have the same settings. */
export function ecsLooks(settings: ClientSettings, cluster: string): EcsLooks {
  const clusters = made.get(settings) ?? new Map<string, EcsLooks>();
  made.set(settings, clusters);
  const looks = clusters.get(cluster) ?? build(settings, cluster);
  clusters.set(cluster, looks);
  return looks;
}

function build(settings: ClientSettings, cluster: string): EcsLooks {
  const ready = async () => ({ sdk: await import('./sdk/ecs.js'), ecs: await ecsClient(settings) });

  const task = inBatches({
    // https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DescribeTasks.html
    atMost: 100,
    async fetch(arns) {
      const { sdk, ecs } = await ready();
      const { tasks = [] } = await call('ecs:DescribeTasks', () =>
        ecs.send(new sdk.DescribeTasksCommand({ cluster, tasks: [...arns] })),
      );
      return new Map(tasks.map((one) => [one.taskArn ?? '', one]));
    },
  });
  const stopped = inBatches({
    atMost: Number.POSITIVE_INFINITY,
    gatherMs,
    fetch: async (services) => stoppedTasks({ ...(await ready()), cluster, task }, services),
  });

  const seen = new Map<string, { readonly service: Service | undefined; readonly at: number }>();
  const service = inBatches({
    // https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DescribeServices.html
    atMost: 10,
    gatherMs,
    async fetch(names: readonly string[]) {
      const { sdk, ecs } = await ready();
      const { services = [] } = await call('ecs:DescribeServices', () =>
        ecs.send(new sdk.DescribeServicesCommand({ cluster, services: [...names] })),
      ).catch((error: unknown) => {
        if (errorName(error) !== 'ClusterNotFoundException') throw error;
        throw new InputError([
          { input: 'cluster', value: cluster, wrong: 'does not exist in this account and Region' },
        ]);
      });
      const active = services.filter(({ status }) => status !== 'INACTIVE');
      return new Map(active.map((one) => [one.serviceName ?? '', one]));
    },
  });
  const look = async (name: string): Promise<Service | undefined> => {
    const found = await service(name);
    seen.set(name, { service: found, at: performance.now() });
    return found;
  };

  return {
    stopped: async (name) => (await stopped(name)) ?? [],

    service: look,

    async serviceJustSeen(name) {
      const before = seen.get(name);
      return before !== undefined && performance.now() - before.at < justNowMs ? before.service : look(name);
    },

    serviceDeployment: inBatches({
      // https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DescribeServiceDeployments.html
      atMost: 20,
      gatherMs,
      async fetch(arns) {
        const { sdk, ecs } = await ready();
        const { serviceDeployments = [] } = await call('ecs:DescribeServiceDeployments', () =>
          ecs.send(new sdk.DescribeServiceDeploymentsCommand({ serviceDeploymentArns: [...arns] })),
        );
        return new Map(serviceDeployments.map((one) => [one.serviceDeploymentArn ?? '', one]));
      },
    }),

    serviceRevision: inBatches({
      // https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DescribeServiceRevisions.html
      atMost: 20,
      gatherMs,
      async fetch(arns) {
        const { sdk, ecs } = await ready();
        const { serviceRevisions = [] } = await call('ecs:DescribeServiceRevisions', () =>
          ecs.send(new sdk.DescribeServiceRevisionsCommand({ serviceRevisionArns: [...arns] })),
        );
        return new Map(serviceRevisions.map((one) => [one.serviceRevisionArn ?? '', one]));
      },
    }),
  };
}
