import type { ImageUse, RunningImage } from '../ports/ecr.js';
import { InputError } from '../spec/input-error.js';
import { type ClientSettings, call, once } from './client.js';
import { inGroups } from './ecr-calls.js';
import { ecsClient } from './ecs-client.js';
import { errorName } from './errors.js';
import type { Pacer } from './paced.js';
import { renewing } from './renewing.js';
import type { ECSClient, Service, Task } from './sdk/ecs.js';
import type { Session } from './session.js';

export interface ImageUseSettings {
  readonly region: string;
  readonly session?: Session | undefined;
  /** A cluster of many services is many calls. */
  readonly pacer: Pacer;
}

/** What a task definition is to run for a service. */
interface Told {
  readonly service: string;
  readonly taskDefinition: string;
}

type Sdk = typeof import('./sdk/ecs.js');

/**
 * What ECS runs: by the task definitions of all deployments of all services, and by the tasks that run, which know the digest
 * that a tag was when they were started.
 */
export function createImageUse({ region, session, pacer }: ImageUseSettings): ImageUse {
  const settings: ClientSettings = {
    region,
    pacer,
    ...(session === undefined ? {} : { credentials: session.credentials }),
  };
  const ready = once(async () => ({ sdk: await import('./sdk/ecs.js'), ecs: await ecsClient(settings) }));
  const use: ImageUse = {
    async running(clusters) {
      const { sdk, ecs } = await ready();
      const all: RunningImage[] = [];
      for (const cluster of new Set(clusters)) all.push(...(await inCluster(sdk, ecs, cluster)));
      return all;
    },
  };
  return renewing(use, session);
}

async function inCluster(sdk: Sdk, ecs: ECSClient, cluster: string): Promise<readonly RunningImage[]> {
  const arns = await pages(
    cluster,
    (nextToken) =>
      call('ecs:ListServices', () => ecs.send(new sdk.ListServicesCommand({ cluster, maxResults: 100, ...nextToken }))),
    ({ serviceArns }) => serviceArns,
  );
  // https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DescribeServices.html
  const services = await eachGroup(arns, 10, async (group) => {
    const answer = await call('ecs:DescribeServices', () =>
      ecs.send(new sdk.DescribeServicesCommand({ cluster, services: [...group] })),
    );
    return answer.services ?? [];
  });
  const taskArns = await pages(
    cluster,
    (nextToken) =>
      call('ecs:ListTasks', () => ecs.send(new sdk.ListTasksCommand({ cluster, maxResults: 100, ...nextToken }))),
    (page) => page.taskArns,
  );
  // https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DescribeTasks.html
  const tasks = await eachGroup(taskArns, 100, async (group) => {
    const answer = await call('ecs:DescribeTasks', () =>
      ecs.send(new sdk.DescribeTasksCommand({ cluster, tasks: [...group] })),
    );
    return answer.tasks ?? [];
  });
  const told = uniqueTold([...services.flatMap(toldTo), ...tasks.map(toldOf)]);
  const images = await imagesOf(sdk, ecs, new Set(told.map(({ taskDefinition }) => taskDefinition)));
  return told.flatMap((one) =>
    (images.get(one.taskDefinition) ?? []).flatMap(({ name, image }): RunningImage[] => {
      const digests = digestsOf(tasks, one, name);
      const known = { image, cluster, service: one.service, container: name };
      return digests.length === 0 ? [{ ...known, digest: undefined }] : digests.map((digest) => ({ ...known, digest }));
    }),
  );
}

/** What a service runs, and what each of its deployments is to run: one that is being taken back, too. */
function toldTo({
  serviceName: service = '',
  taskDefinition,
  deployments = [],
  taskSets = [],
}: Service): readonly Told[] {
  const all = [taskDefinition, ...[...deployments, ...taskSets].map((one) => one.taskDefinition)];
  return all.flatMap((arn) => (arn === undefined ? [] : [{ service, taskDefinition: arn }]));
}

/** Tasks of no service go by their group: scheduled ones, and those that run once, need their images as well. */
const toldOf = ({ group = '', taskDefinitionArn = '' }: Task): Told => ({
  service: group.replace(/^service:/, ''),
  taskDefinition: taskDefinitionArn,
});

const uniqueTold = (all: readonly Told[]): readonly Told[] => [
  ...new Map(all.map((one) => [`${one.service} ${one.taskDefinition}`, one])).values(),
];

function digestsOf(tasks: readonly Task[], told: Told, container: string): readonly string[] {
  const own = tasks.filter((task) => {
    const { service, taskDefinition } = toldOf(task);
    return service === told.service && taskDefinition === told.taskDefinition;
  });
  const met = own.flatMap(({ containers = [] }) => containers.filter(({ name }) => name === container));
  return [...new Set(met.flatMap(({ imageDigest }) => imageDigest ?? []))];
}

async function imagesOf(
  sdk: Sdk,
  ecs: ECSClient,
  definitions: ReadonlySet<string>,
): Promise<ReadonlyMap<string, readonly { readonly name: string; readonly image: string }[]>> {
  const described = [...definitions].map(async (arn) => {
    const { taskDefinition } = await call('ecs:DescribeTaskDefinition', () =>
      ecs.send(new sdk.DescribeTaskDefinitionCommand({ taskDefinition: arn })),
    ).catch((error: unknown) => {
      // Deleted for good: no task of it can be started any more.
      if (errorName(error) !== 'ClientException') throw error;
      return { taskDefinition: undefined };
    });
    const containers = (taskDefinition?.containerDefinitions ?? []).map(({ name = '', image = '' }) => ({
      name,
      image,
    }));
    return [arn, containers] as const;
  });
  return new Map(await Promise.all(described));
}

async function eachGroup<T, R>(
  all: readonly T[],
  atMost: number,
  ask: (group: readonly T[]) => Promise<readonly R[]>,
): Promise<readonly R[]> {
  return (await Promise.all(inGroups(all, atMost).map(ask))).flat();
}

async function pages<P extends { readonly nextToken?: string | undefined }>(
  cluster: string,
  ask: (next: { readonly nextToken?: string }) => Promise<P>,
  items: (page: P) => readonly string[] | undefined,
): Promise<readonly string[]> {
  const all: string[] = [];
  let nextToken: string | undefined;
  do {
    const page = await ask(nextToken === undefined ? {} : { nextToken }).catch((error: unknown) => {
      if (errorName(error) !== 'ClusterNotFoundException') throw error;
      throw new InputError([{ input: 'cluster', value: cluster, wrong: 'does not exist in this account and Region' }]);
    });
    all.push(...(items(page) ?? []));
    nextToken = page.nextToken;
  } while (nextToken !== undefined && nextToken !== '');
  return all;
}
