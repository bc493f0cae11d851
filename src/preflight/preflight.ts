import type { TaskDefinition } from '../ecs/task-definition.js';
import { alarms } from './alarms.js';
import { answer, notLookedAt } from './answer.js';
import { capacity } from './capacity.js';
import type { Check, Finding, Need, PreflightWorld, Said, Subject } from './check.js';
import { containers, ports } from './containers.js';
import { containerParts, definitionParts } from './definition.js';
import { fargate } from './fargate.js';
import { images } from './images.js';
import { logGroups } from './log-groups.js';
import { network } from './network.js';
import { roles } from './roles.js';
import { secrets } from './secrets.js';
import { judgeCluster, judgeService } from './service.js';

export type { Finding, PreflightWorld } from './check.js';

export interface PreflightRequest {
  /** Name or ARN. */
  readonly cluster: string;
  readonly service: string;
  /** Region of the cluster. */
  readonly region: string;
  /** As it would be registered; undefined when it is not known: then only what does not hang on it is looked at. */
  readonly definition: TaskDefinition | undefined;
  /** Container → image as they were asked for; a container that the definition does not have is found. */
  readonly images?: Readonly<Record<string, string>>;
  /** Alarms that are to speak for the new version. */
  readonly alarms: readonly string[];
  /** The strategy that the service is to get, where it is to get another. */
  readonly capacityProviders?: readonly string[];
  /** What a rollout would do when the service is being deployed to: `fail` makes that an error. */
  readonly whenBusy: 'wait' | 'replace' | 'fail';
  /** ARN of the role that deploys, where it is known or another than that of the credentials. */
  readonly deployRole?: string | undefined;
}

/** The first two are what the others are looked at by. */
const first = [
  {
    name: 'cluster',
    holds: 'the cluster exists and is active',
    actions: ['ecs:DescribeClusters'],
  },
  {
    name: 'service',
    holds: 'the service exists, is active, has the deployment controller ECS, and is not being deployed to',
    actions: ['ecs:DescribeServices'],
  },
] as const;

const others: readonly Check[] = [
  containers,
  ports,
  fargate,
  images,
  roles,
  secrets,
  logGroups,
  network,
  capacity,
  alarms,
];

/** Every check, in the order in which findings are told. */
export const checks: readonly Pick<Check, 'name' | 'holds' | 'actions'>[] = [...first, ...others];

export interface Looked {
  readonly findings: readonly Finding[];
  /** Names of the checks that were left out, because what they are about is not there or not known. */
  readonly leftOut: readonly string[];
}

/**
 * Looks at everything that a rollout of this definition would need, and tells all that is wrong at once. Changes nothing.
 *
 * @throws AccessError when AWS does not take the credentials at all; a missing permission is a warning
 */
export async function preflight(request: PreflightRequest, world: PreflightWorld): Promise<readonly Finding[]> {
  return (await look(request, world)).findings;
}

/** The same, with what was not looked at. */
export async function look(request: PreflightRequest, world: PreflightWorld): Promise<Looked> {
  const cluster = await answer(() => world.clusters.cluster(request.cluster));
  const clusterSeen = 'seen' in cluster && cluster.seen?.status === 'ACTIVE' ? cluster.seen : undefined;
  // What DescribeServices says of a cluster that is not there is no news.
  const isThere = 'unread' in cluster || clusterSeen !== undefined;
  const service = isThere ? await answer(() => world.clusters.service(request.cluster, request.service)) : undefined;
  const serviceSeen =
    service !== undefined && 'seen' in service && service.seen?.status !== 'INACTIVE' ? service.seen : undefined;

  const { definition = {} } = request;
  const subject: Subject = {
    cluster: request.cluster,
    service: request.service,
    region: request.region,
    parts: definitionParts(definition),
    containers: containerParts(definition),
    images: Object.keys(request.images ?? {}),
    alarms: request.alarms,
    capacityProviders: request.capacityProviders,
    whenBusy: request.whenBusy,
    deployRole: request.deployRole,
    clusterSeen,
    serviceSeen,
  };
  const known: Readonly<Record<Need, boolean>> = {
    definition: request.definition !== undefined,
    cluster: clusterSeen !== undefined,
    service: serviceSeen !== undefined,
  };
  const wanted = others.filter(({ needs }) => needs.every((need) => known[need]));
  const found = wanted.map(async (check) => named(check.name, check.judge(subject, await check.read(subject, world))));
  const findings = [
    ...named('cluster', judgeCluster(request.cluster, cluster)),
    ...named('service', service === undefined ? [] : judgeService(subject, service)),
    ...(await Promise.all(found)).flat(),
  ];
  const leftOut = others.filter((check) => !wanted.includes(check)).map(({ name }) => name);
  return { findings, leftOut: service === undefined ? ['service', ...leftOut] : leftOut };
}

/** The same is told once, however many containers it holds for; and what could not be looked at, once for each reason. */
function named(check: string, said: readonly Said[]): Finding[] {
  const texts = new Map<string, Finding>();
  for (const { level, what, notLooked } of said) {
    if (notLooked === undefined) {
      texts.set(`${level} ${what}`, { level, what, check });
      continue;
    }
    const { why } = notLooked;
    const all = said.flatMap((one) => (one.notLooked?.why === why ? [one.notLooked.at] : []));
    texts.set(`${level} ${why}`, { level, what: notLookedAt([...new Set(all)], why), check });
  }
  return [...texts.values()];
}
