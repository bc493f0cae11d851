import { AwsError } from '../contract.js';

/** Policy documents, read as far as a simulation needs them: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html */
export interface Statement {
  readonly effect: 'Allow' | 'Deny';
  readonly actions: readonly string[];
  readonly isNotAction: boolean;
  readonly resources: readonly string[];
  readonly isNotResource: boolean;
  /** Operator → key → values. */
  readonly conditions: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
}

export interface Policy {
  /** What a matched statement is told to come from. */
  readonly id: string;
  readonly type: 'IAM Policy' | 'none';
  readonly text: string;
  readonly statements: readonly Statement[];
}

export const list = (value: unknown): string[] =>
  (Array.isArray(value) ? value : value === undefined ? [] : [value]).map(String);

/** @throws AwsError MalformedPolicyDocument */
export function readPolicy(id: string, text: string, type: Policy['type'] = 'IAM Policy'): Policy {
  const statements = statementsOf(text).map((given): Statement => {
    const { Effect: effect } = given;
    if (effect !== 'Allow' && effect !== 'Deny') malformed('Policy statement must contain an Effect of Allow or Deny.');
    if ((given.Action === undefined) === (given.NotAction === undefined)) {
      malformed('Policy statement must contain actions.');
    }
    if ((given.Resource === undefined) === (given.NotResource === undefined)) {
      malformed('Policy statement must contain resources.');
    }
    return {
      effect,
      actions: list(given.Action ?? given.NotAction),
      isNotAction: given.Action === undefined,
      resources: list(given.Resource ?? given.NotResource),
      isNotResource: given.Resource === undefined,
      conditions: conditionsOf(given.Condition),
    };
  });
  return { id, type, text, statements };
}

/** A role's trust policy has principals instead of resources. @throws AwsError MalformedPolicyDocument */
export function checkTrustPolicy(text: string): void {
  for (const statement of statementsOf(text)) {
    if (statement.Principal === undefined && statement.NotPrincipal === undefined) {
      malformed('AssumeRole policy must contain principals.');
    }
    if (statement.Resource !== undefined) malformed('Has prohibited field Resource.');
    if (!list(statement.Action).every((action) => action.startsWith('sts:'))) {
      malformed('AssumeRole policy may only specify STS AssumeRole actions.');
    }
  }
}

export function statementsOf(text: string): Record<string, unknown>[] {
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch {
    malformed('This policy contains invalid Json');
  }
  if (typeof document !== 'object' || document === null) malformed('Syntax errors in policy.');
  const { Statement: given } = document as { Statement?: unknown };
  const statements = Array.isArray(given) ? given : given === undefined ? [] : [given];
  if (statements.length === 0 || statements.some((each) => typeof each !== 'object' || each === null)) {
    malformed('Syntax errors in policy.');
  }
  return statements as Record<string, unknown>[];
}

export function conditionsOf(given: unknown): Statement['conditions'] {
  return Object.fromEntries(
    Object.entries((given ?? {}) as Record<string, Record<string, unknown>>).map(([operator, keys]) => [
      operator,
      Object.fromEntries(Object.entries(keys).map(([key, values]) => [key, list(values)])),
    ]),
  );
}

export function malformed(message: string): never {
  throw new AwsError('MalformedPolicyDocument', message);
}
