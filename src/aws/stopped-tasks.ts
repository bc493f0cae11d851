import { call } from './client.js';
import type { ECSClient, Task } from './sdk/ecs.js';

/** From so many services on a look at the whole cluster costs less than one at each of them. */
const many = 4;
/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ListTasks.html (maxResults) */
const pageSize = 100;
/** So many pages of one service are read. */
const atMostPages = 10;

/** ECS as it is asked here. */
export interface TaskLister {
  readonly ecs: ECSClient;
  readonly sdk: Pick<typeof import('./sdk/ecs.js'), 'ListTasksCommand'>;
  readonly cluster: string;
  readonly task: (arn: string) => Promise<Task | undefined>;
}

/**
 * The tasks of these services that have stopped, by service: as many as ECS still knows, at most a thousand each. They come
 * in no order, and in a crash loop those of the hour before must not hide the newest.
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
        const { arns } = await pages(lister, atMostPages, serviceName);
        return [serviceName, await tasksOf(lister, arns)] as const;
      }),
    ),
  );
}

/** All of the cluster, or nothing when it takes more pages than `atMost`. */
async function ofCluster(lister: TaskLister, atMost: number): Promise<Task[] | undefined> {
  const { arns, isAll } = await pages(lister, atMost);
  return isAll ? tasksOf(lister, arns) : undefined;
}

async function pages(
  lister: TaskLister,
  atMost: number,
  serviceName?: string,
): Promise<{ readonly arns: readonly string[]; readonly isAll: boolean }> {
  const found: string[] = [];
  const which = serviceName === undefined ? {} : { serviceName };
  let nextToken: string | undefined;
  for (let count = 0; count < atMost; count += 1) {
    const { arns, next } = await page(lister, { ...which, ...(nextToken === undefined ? {} : { nextToken }) });
    found.push(...arns);
    if (next === undefined) return { arns: found, isAll: true };
    nextToken = next;
  }
  return { arns: found, isAll: false };
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
