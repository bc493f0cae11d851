import { matchesWildcard } from './model.js';

/**
 * Whether a repository's policy lets somebody of another account do this. Only Allow and Deny by principal and action are
 * read: a statement with a condition allows nothing.
 * https://docs.aws.amazon.com/AmazonECR/latest/userguide/repository-policies.html
 */
export function policyAllows(text: string | undefined, principal: string, action: string): boolean {
  if (text === undefined) return false;
  const matched = statements(text).filter(
    (each) =>
      list(each.Action).some((given) => matchesWildcard(given.toLowerCase(), action.toLowerCase())) &&
      principals(each.Principal).some((given) => isMeant(given, principal)),
  );
  if (matched.some(({ Effect }) => Effect === 'Deny')) return false;
  return matched.some(({ Effect, Condition }) => Effect === 'Allow' && Condition === undefined);
}

interface Statement {
  readonly Effect?: unknown;
  readonly Action?: unknown;
  readonly Principal?: unknown;
  readonly Condition?: unknown;
}

/** Undefined in `problem` when the text is a policy. */
export function policyProblem(text: string): string | undefined {
  try {
    const all = statements(text);
    if (all.length === 0) return 'there is no statement';
    for (const each of all) {
      if (each.Effect !== 'Allow' && each.Effect !== 'Deny') return 'a statement needs an Effect of Allow or Deny';
      const actions = list(each.Action);
      if (actions.length === 0) return 'a statement needs an Action';
      if (!actions.every((action) => action === '*' || /^ecr:[A-Za-z*]+$/.test(action)))
        return 'an Action is not of ECR';
      if (principals(each.Principal).length === 0) return 'a statement needs a Principal';
      if ('Resource' in each) return 'a repository policy has no Resource';
    }
    return undefined;
  } catch {
    return 'it is not JSON';
  }
}

function statements(text: string): Statement[] {
  const { Statement: given } = JSON.parse(text) as { Statement?: Statement | Statement[] };
  return given === undefined ? [] : [given].flat();
}

function principals(given: unknown): string[] {
  if (typeof given === 'string') return [given];
  return typeof given !== 'object' || given === null ? [] : Object.values(given).flatMap(list);
}

/** An account stands for everybody in it, a role for its sessions. */
function isMeant(given: string, principal: string): boolean {
  if (given === '*' || given === principal) return true;
  const [, , , , account] = principal.split(':');
  if (given === account || given === `arn:aws:iam::${account}:root`) return true;
  const [, role] = /:assumed-role\/([^/]+)\//.exec(principal) ?? [];
  return role !== undefined && given.startsWith(`arn:aws:iam::${account}:role/`) && given.endsWith(`/${role}`);
}

function list(value: unknown): string[] {
  return (Array.isArray(value) ? value : value === undefined ? [] : [value]).map(String);
}
