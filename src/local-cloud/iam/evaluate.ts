import type { Policy, Statement } from './policy.js';

/**
 * Whether policies allow an action on a resource. Pure.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 */
export type Decision = 'allowed' | 'explicitDeny' | 'implicitDeny';

export interface Evaluation {
  readonly decision: Decision;
  /** Policies of the statements that decided. */
  readonly matched: readonly Policy[];
  /** Condition keys that statements name and the request does not tell. */
  readonly missing: readonly string[];
}

/** Condition key (in any case of letters) → its values. */
export type Context = ReadonlyMap<string, readonly string[]>;

export function evaluate(policies: readonly Policy[], action: string, resource: string, context: Context): Evaluation {
  const missing = new Set<string>();
  const met: { policy: Policy; effect: Statement['effect'] }[] = [];
  for (const policy of policies) {
    for (const statement of policy.statements) {
      if (!covers(statement, action, resource)) continue;
      for (const keys of Object.values(statement.conditions)) {
        for (const key of Object.keys(keys)) if (!context.has(key.toLowerCase())) missing.add(key);
      }
      if (conditionsHold(statement.conditions, context)) met.push({ policy, effect: statement.effect });
    }
  }
  const denials = met.filter(({ effect }) => effect === 'Deny');
  const matched = [...new Set((denials.length > 0 ? denials : met).map(({ policy }) => policy))];
  const decision = denials.length > 0 ? 'explicitDeny' : met.length > 0 ? 'allowed' : 'implicitDeny';
  return { decision, matched, missing: [...missing] };
}

function covers(statement: Statement, action: string, resource: string): boolean {
  const isAction = statement.actions.some((pattern) => like(pattern.toLowerCase(), action.toLowerCase()));
  if (isAction === statement.isNotAction) return false;
  // A resource that is not told stands for all: only what allows all allows it.
  const isResource = statement.resources.some((pattern) => like(pattern, resource));
  return isResource !== statement.isNotResource;
}

/** `*` is any text, `?` any character. */
export function like(pattern: string, text: string): boolean {
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${source}$`, 's').test(text);
}

type Compare = (given: string, wanted: string) => boolean;

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html */
const operators: Readonly<Record<string, Compare>> = {
  StringEquals: (given, wanted) => given === wanted,
  StringEqualsIgnoreCase: (given, wanted) => given.toLowerCase() === wanted.toLowerCase(),
  StringLike: (given, wanted) => like(wanted, given),
  ArnEquals: (given, wanted) => like(wanted, given),
  ArnLike: (given, wanted) => like(wanted, given),
  Bool: (given, wanted) => given.toLowerCase() === wanted.toLowerCase(),
  NumericEquals: (given, wanted) => Number(given) === Number(wanted),
  NumericLessThan: (given, wanted) => Number(given) < Number(wanted),
  NumericLessThanEquals: (given, wanted) => Number(given) <= Number(wanted),
  NumericGreaterThan: (given, wanted) => Number(given) > Number(wanted),
  NumericGreaterThanEquals: (given, wanted) => Number(given) >= Number(wanted),
};

const negations: Readonly<Record<string, string>> = {
  StringNotEquals: 'StringEquals',
  StringNotEqualsIgnoreCase: 'StringEqualsIgnoreCase',
  StringNotLike: 'StringLike',
  ArnNotEquals: 'ArnEquals',
  ArnNotLike: 'ArnLike',
  NumericNotEquals: 'NumericEquals',
};

export function isKnownOperator(name: string): boolean {
  const { base } = parts(name);
  return base === 'Null' || base in operators || base in negations;
}

function parts(name: string): { base: string; ifExists: boolean; forAll: boolean } {
  const withoutSet = name.replace(/^For(AnyValue|AllValues):/, '');
  return {
    base: withoutSet.replace(/IfExists$/, ''),
    ifExists: withoutSet.endsWith('IfExists'),
    forAll: name.startsWith('ForAllValues:'),
  };
}

export function conditionsHold(conditions: Statement['conditions'], context: Context): boolean {
  return Object.entries(conditions).every(([operator, keys]) =>
    Object.entries(keys).every(([key, wanted]) => holds(operator, context.get(key.toLowerCase()), wanted)),
  );
}

function holds(operator: string, given: readonly string[] | undefined, wanted: readonly string[]): boolean {
  const { base, ifExists, forAll } = parts(operator);
  if (base === 'Null') return (given === undefined) === (wanted[0]?.toLowerCase() === 'true');
  const negated = negations[base];
  if (given === undefined) return ifExists || forAll || negated !== undefined;
  const compare = operators[negated ?? base];
  if (compare === undefined) return false;
  const isOne = (value: string) => wanted.some((each) => compare(value, each)) === (negated === undefined);
  return forAll || negated !== undefined ? given.every(isOne) : given.some(isOne);
}
