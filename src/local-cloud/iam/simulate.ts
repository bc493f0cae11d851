import type * as sdk from '@aws-sdk/client-iam';
import { AwsError, type Ground } from '../contract.js';
import { type Evaluation, evaluate } from './evaluate.js';
import { type Policy, readPolicy } from './policy.js';
import { noSuchEntity, type Roles } from './roles.js';

/**
 * What the policies of a role (or of the account's one user, who may do everything) say about actions.
 * https://docs.aws.amazon.com/IAM/latest/APIReference/API_SimulatePrincipalPolicy.html
 */
export function simulate(
  ground: Ground,
  roles: Roles,
  input: sdk.SimulatePrincipalPolicyRequest,
): sdk.SimulatePolicyResponse {
  const source = sourceOf(ground, roles, input.PolicySourceArn ?? '');
  const added = (input.PolicyInputList ?? []).map((text, i) => readPolicy(`PolicyInputList.${i + 1}`, text, 'none'));
  const actions = input.ActionNames ?? [];
  const wrong = actions.find((action) => !/^[\w-]+:[\w*?]+$/.test(action));
  if (wrong !== undefined) throw new AwsError('InvalidInput', `Invalid Action Name: ${wrong}`);
  const resources = input.ResourceArns?.length ? input.ResourceArns : ['*'];
  const context = new Map(
    (input.ContextEntries ?? []).map((each) => [
      (each.ContextKeyName ?? '').toLowerCase(),
      each.ContextKeyValues ?? [],
    ]),
  );
  const boundaries = input.PermissionsBoundaryPolicyInputList?.map((text) => readPolicy('boundary', text, 'none'));
  const boundary = boundaries?.[0] ?? source.boundary;
  const results = actions.flatMap((action) =>
    resources.map((resource) => {
      const own = evaluate([...source.policies, ...added], action, resource, context);
      const limit = boundary && evaluate([boundary], action, resource, context);
      return result(action, resource, own, limit);
    }),
  );
  return { EvaluationResults: results, IsTruncated: false };
}

function sourceOf(ground: Ground, roles: Roles, arn: string): { policies: Policy[]; boundary: Policy | undefined } {
  const [, account, kind, name = ''] = /^arn:aws:iam::(\d{12}):(user|role|group)\/(?:.+\/)?([^/]+)$/.exec(arn) ?? [];
  if (kind === undefined) {
    throw new AwsError('InvalidInput', `Invalid Entity Arn: ${arn} does not clearly define entity type and name.`);
  }
  if (account !== ground.accountId) {
    throw new AwsError('InvalidInput', `Invalid Entity Arn: ${arn} is not in the account of the caller.`);
  }
  if (kind === 'role') {
    const role = roles.find(arn);
    if (role === undefined) throw noSuchEntity(`The role with name ${name} cannot be found.`);
    return { policies: roles.policiesOf(role), boundary: roles.boundaryOf(role) };
  }
  if (kind !== 'user' || name !== 'sluice') throw noSuchEntity(`The ${kind} with name ${name} cannot be found.`);
  const all = { Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] };
  return { policies: [readPolicy('AdministratorAccess', JSON.stringify(all))], boundary: undefined };
}

function result(
  action: string,
  resource: string,
  own: Evaluation,
  limit: Evaluation | undefined,
): sdk.EvaluationResult {
  const isLimited = limit !== undefined && limit.decision !== 'allowed';
  const decision = own.decision === 'allowed' && isLimited ? limit.decision : own.decision;
  return {
    EvalActionName: action,
    EvalResourceName: resource,
    EvalDecision: decision,
    MatchedStatements: own.matched.map((policy) => ({
      SourcePolicyId: policy.id,
      // What IAM answers, whatever the enumeration in its model lists.
      SourcePolicyType: policy.type as sdk.PolicySourceType,
    })),
    MissingContextValues: [...own.missing],
    ...(limit === undefined ? {} : { PermissionsBoundaryDecisionDetail: { AllowedByPermissionsBoundary: !isLimited } }),
  };
}
