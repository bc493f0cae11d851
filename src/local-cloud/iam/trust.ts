import { type Context, conditionsHold, like } from './evaluate.js';
import { conditionsOf, list, statementsOf } from './policy.js';

/**
 * Whether a role's trust policy lets an AWS service, such as `ecs-tasks.amazonaws.com`, assume the role.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-services
 */
export function trustsService(trustPolicy: string, service: string, context: Context): boolean {
  const met = statementsOf(trustPolicy).filter((statement) => {
    const { Principal: principal } = statement;
    const isMeant =
      principal === '*' || list((principal as { Service?: unknown } | undefined)?.Service).includes(service);
    const isAssuming = list(statement.Action).some((pattern) => like(pattern.toLowerCase(), 'sts:assumerole'));
    return isMeant && isAssuming && conditionsHold(conditionsOf(statement.Condition), context);
  });
  return met.length > 0 && met.every(({ Effect }) => Effect === 'Allow');
}
