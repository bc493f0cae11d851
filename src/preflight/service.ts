import type { ClusterSeen, ServiceSetUp } from '../ports/preflight.js';
import { type Answer, notChecked } from './answer.js';
import { error, note, type Said, type Subject, warning } from './check.js';

/** The cluster and the service: everything else is looked at as far as these are known. */

export function judgeCluster(cluster: string, found: Answer<ClusterSeen | undefined>): Said[] {
  if ('unread' in found) return [notChecked(`cluster ${cluster}`, found.unread)];
  // DescribeClusters goes on naming a deleted cluster for a while.
  // https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Cluster.html
  if (found.seen === undefined || found.seen.status === 'INACTIVE') {
    return [error(`cluster ${cluster} does not exist in this account and Region`)];
  }
  const { status } = found.seen;
  return status === 'ACTIVE' ? [] : [error(`cluster ${cluster} is ${status}, not ACTIVE`)];
}

export function judgeService(
  { service, cluster, whenBusy }: Pick<Subject, 'service' | 'cluster' | 'whenBusy'>,
  found: Answer<ServiceSetUp | undefined>,
): Said[] {
  if ('unread' in found) return [notChecked(`service ${service}`, found.unread)];
  const { seen } = found;
  if (seen === undefined || seen.status === 'INACTIVE') {
    return [error(`service ${service} does not exist in cluster ${cluster}`)];
  }
  if (seen.status !== 'ACTIVE') return [error(`service ${service} is ${seen.status}, not ACTIVE`)];
  return [...judgeController(service, seen), ...judgeBusy(service, seen, whenBusy), ...judgeCount(service, seen)];
}

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentController.html */
function judgeController(service: string, { controller }: ServiceSetUp): Said[] {
  if (controller === 'ECS') return [];
  const by = controller === 'CODE_DEPLOY' ? 'CodeDeploy' : 'a controller of somebody else';
  return [
    error(
      `service ${service} has the deployment controller ${controller}: only ${by} may deploy it; a rolling update needs the controller ECS`,
    ),
  ];
}

function judgeBusy(service: string, { deployments }: ServiceSetUp, whenBusy: Subject['whenBusy']): Said[] {
  const underWay = deployments.filter(({ status, rollout }) => status === 'PRIMARY' && rollout === 'IN_PROGRESS');
  const [first] = underWay.length > 0 ? underWay : deployments.length > 1 ? deployments : [];
  if (first === undefined) return [];
  const what = `service ${service} is being deployed to right now (${first.taskDefinitionArn.slice(first.taskDefinitionArn.lastIndexOf('/') + 1)})`;
  if (whenBusy === 'wait') return [note(`${what}: a rollout waits until that is done (when-busy: wait)`)];
  if (whenBusy === 'replace') return [warning(`${what}: a rollout replaces it (when-busy: replace)`)];
  return [error(`${what}: wait until that is done, or say with when-busy what is to happen`)];
}

function judgeCount(service: string, { desiredCount }: ServiceSetUp): Said[] {
  return desiredCount > 0
    ? []
    : [note(`service ${service} has a desired count of 0: no task would start, so nothing would show that it works`)];
}
