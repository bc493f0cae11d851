import type { TaskDefinition, TaskOverride } from '@aws-sdk/client-ecs';
import type { World } from './world.js';

/**
 * The first role of a task that ECS may not assume, by the trust policies of those that IAM knows.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html
 */
export function untrustingRole(
  { ground, neighbours }: World,
  definition: TaskDefinition,
  overrides: TaskOverride = {},
): string | undefined {
  const roles = [
    overrides.taskRoleArn ?? definition.taskRoleArn,
    overrides.executionRoleArn ?? definition.executionRoleArn,
  ];
  const source = ground.arn('ecs', '*');
  return roles.find(
    (role) => role && neighbours.permissions?.trusts(role, 'ecs-tasks.amazonaws.com', source) === false,
  );
}
