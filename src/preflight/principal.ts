/**
 * Who calls, as a principal whose policies can be simulated.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-arns
 */
export type Principal =
  | {
      readonly kind: 'role';
      readonly name: string /** Without the role's path, which STS does not tell. */;
      readonly arn: string;
    }
  | { readonly kind: 'user'; readonly arn: string }
  /** May do everything but what an organisation forbids; it has no policies. */
  | { readonly kind: 'root' }
  | { readonly kind: 'other' };

/** `arn:aws:sts::123456789012:assumed-role/deploy/session` → the role. */
export function principalOf(callerArn: string): Principal {
  const [, partition = 'aws', service = '', , account = '', ...rest] = callerArn.split(':');
  const [type = '', name = ''] = rest.join(':').split('/');
  if (service === 'sts' && type === 'assumed-role') {
    return { kind: 'role', name, arn: `arn:${partition}:iam::${account}:role/${name}` };
  }
  if (service === 'iam' && type === 'user') return { kind: 'user', arn: callerArn };
  return service === 'iam' && type === 'root' ? { kind: 'root' } : { kind: 'other' };
}

export const accountOf = (arn: string): string => arn.split(':')[4] ?? '';

/** `team/shop` has a path: `arn:…:role/team/shop` → `shop`. What is no ARN is a name already. */
export const roleName = (arnOrName: string): string => arnOrName.slice(arnOrName.lastIndexOf('/') + 1);
