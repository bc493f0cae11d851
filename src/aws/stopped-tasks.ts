import { call } from './client.js';
import type { ECSClient, Task } from './sdk/ecs.js';

/** From so many services on a look at the whole cluster costs less than one at each of them. */
const many = 4;
/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ListTasks.html (maxResults) */
const pageSize = 100;

/** ECS as it is asked here. */
export interface TaskLister {
  readonly ecs: ECSClient;
  readonly sdk: Pick<typeof import('./sdk/ecs.js'), 'ListTasksCommand'>;
  readonly cluster: string;
  readonly task: (arn: string) => Promise<Task | undefined>;
}

/**
 * The tasks of these services that have stopped, by service: as many as ECS still knows, at most a hundred each.
 * ListTasks takes one service or none, so many services are found among all stopped tasks of the cluster; unless those are
 * so many that it would be more calls.
 */
export async function stoppedTasks(
  lister: TaskLister,
  services: readonly string[],
): Promise<ReadonlyMap<string, Task[]>> {
  const all = services.length < many ? undefined : await ofCluster(lister, services.length);
  if (all !== undefined) {
    // https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Task.html (group)
    return new Map(services.map((name) => [name, all.filter(({ group }) => group === `service:${name}`)]));
  }
  return new Map(
    await Promise.all(
      services.map(async (serviceName) => {
        const { arns } = await page(lister, { serviceName });
        return [serviceName, await tasksOf(lister, arns)] as const;
      }),
    ),
  );
}

/** All of the cluster, or nothing when it takes more pages than `atMost`. */
async function ofCluster(lister: TaskLister, atMost: number): Promise<Task[] | undefined> {
  const found: string[] = [];
  let nextToken: string | undefined;
  for (let pages = 0; pages < atMost; pages += 1) {
    const { arns, next } = await page(lister, nextToken === undefined ? {} : { nextToken });
    found.push(...arns);
    if (next === undefined) return tasksOf(lister, found);
    nextToken = next;
  }
  return undefined;
}

async function page(
  { ecs, sdk, cluster }: TaskLister,
  which: { readonly serviceName?: string; readonly nextToken?: string },
): Promise<{ arns: readonly string[]; next: string | undefined }> {
  const { taskArns = [], nextToken } = await call('ecs:ListTasks', () =>
    ecs.send(new sdk.ListTasksCommand({ cluster, desiredStatus: 'STOPPED', maxResults: pageSize, ...which })),
  );
  return { arns: taskArns, next: nextToken };
}

/** A task that ECS has forgotten since is left out. */
async function tasksOf({ task }: TaskLister, arns: readonly string[]): Promise<Task[]> {
  return (await Promise.all(arns.map(task))).flatMap((one) => one ?? []);
}
