import { shortName } from '../ecs/task-definition.js';
import type { Finding } from './verdict.js';

export interface Deployed {
  readonly taskDefinitionArn: string;
  readonly deployments: readonly {
    readonly status: string;
    readonly taskDefinitionArn: string;
    readonly rollout: string;
    readonly rolloutReason: string;
  }[];
}

export const deploymentSource = 'deployment';

/**
 * Whether the service still runs what is being released. Somebody may deploy something else to it meanwhile, and ECS may
 * roll it back: then what the other evidence says is said of another version.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Deployment.html
 */
export function judgeDeployment(service: Deployed | undefined, taskDefinitionArn: string, at: number): Finding {
  const source = deploymentSource;
  const primary = service?.deployments.find(({ status }) => status === 'PRIMARY');
  if (primary === undefined) return { source, judgement: 'unhealthy', reason: 'the service has none', at };
  if (primary.taskDefinitionArn !== taskDefinitionArn) {
    const other = shortName(primary.taskDefinitionArn);
    const reason = `the service runs ${other}: another deployment has replaced that of ${shortName(taskDefinitionArn)}`;
    return { source, judgement: 'unhealthy', reason, at };
  }
  if (primary.rollout === 'FAILED') {
    return { source, judgement: 'unhealthy', reason: `it failed: ${primary.rolloutReason}`, at };
  }
  return { source, judgement: 'healthy', reason: shortName(taskDefinitionArn), at };
}
