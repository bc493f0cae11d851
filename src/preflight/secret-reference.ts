/** What `valueFrom` of a secret points at. */
export type SecretReference =
  | { readonly kind: 'secret'; readonly id: string; readonly region: string; readonly account: string }
  | { readonly kind: 'parameter'; readonly name: string; readonly region: string; readonly account: string }
  | { readonly kind: 'unknown' };

/**
 * An ARN of Secrets Manager (with what is taken from its value behind it), an ARN of a parameter, or the name of a
 * parameter in the task's Region.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Secret.html
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/secrets-envvar-secrets-manager.html
 *
 * @param region of the task
 */
export function secretReference(valueFrom: string, region: string): SecretReference {
  if (!valueFrom.startsWith('arn:')) {
    // A parameter that stands for a secret: https://docs.aws.amazon.com/systems-manager/latest/userguide/integration-ps-secretsmanager.html
    if (valueFrom.startsWith('/aws/reference/')) return { kind: 'unknown' };
    return { kind: 'parameter', name: valueFrom, region, account: '' };
  }
  const [arn = '', partition = '', service = '', of = '', account = '', type = '', ...rest] = valueFrom.split(':');
  if (service === 'secretsmanager' && type === 'secret' && rest[0] !== undefined && rest[0] !== '') {
    // Behind the name: key of the JSON, version stage, version id. Only the secret itself is asked for.
    return { kind: 'secret', id: [arn, partition, service, of, account, type, rest[0]].join(':'), region: of, account };
  }
  if (service === 'ssm' && type.startsWith('parameter/') && rest.length === 0) {
    return { kind: 'parameter', name: valueFrom, region: of, account };
  }
  return { kind: 'unknown' };
}

/** `arn:aws:ssm:…:parameter/shop/url` → `/shop/url`, `…:parameter/url` → `url`: as GetParameters names them. */
export function parameterName(nameOrArn: string): string {
  if (!nameOrArn.startsWith('arn:')) return nameOrArn;
  const path = nameOrArn.slice(nameOrArn.indexOf(':parameter/') + ':parameter/'.length);
  return path.includes('/') ? `/${path}` : path;
}

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_awssystemsmanager.html#awssystemsmanager-parameter */
export function parameterArn(name: string, partition: string, region: string, account: string): string {
  return name.startsWith('arn:')
    ? name
    : `arn:${partition}:ssm:${region}:${account}:parameter/${name.replace(/^\//, '')}`;
}
