/**
 * Policies, as far as a question can be answered by reading them.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
 */

interface Statement {
  readonly Effect?: unknown;
  readonly Principal?: unknown;
  readonly Action?: unknown;
  readonly Condition?: unknown;
}

const listOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined ? [] : [value];

/** @returns undefined when it is not a policy */
function statementsOf(policy: string): readonly Statement[] | undefined {
  try {
    const { Statement } = JSON.parse(policy) as { Statement?: unknown };
    return listOf(Statement) as readonly Statement[];
  } catch {
    return undefined;
  }
}

/** Whether a service may take the role: some statement allows it, and none denies it whatever the circumstances. */
export function isTrusted(trustPolicy: string, service: string): boolean | undefined {
  const statements = statementsOf(trustPolicy);
  if (statements === undefined) return undefined;
  const about = statements.filter(
    ({ Principal, Action }) =>
      (Principal === '*' || listOf((Principal as { Service?: unknown } | undefined)?.Service).includes(service)) &&
      listOf(Action).some((action) => ['sts:assumerole', 'sts:*', '*'].includes(String(action).toLowerCase())),
  );
  const isDenied = about.some(({ Effect, Condition }) => Effect === 'Deny' && Condition === undefined);
  return !isDenied && about.some(({ Effect }) => Effect === 'Allow');
}

/** Whether a resource's own policy lets anybody in: then what the other side's policies say is not the whole of it. */
export function letsSomebodyIn(policy: string): boolean {
  return statementsOf(policy)?.some(({ Effect }) => Effect === 'Allow') ?? true;
}
