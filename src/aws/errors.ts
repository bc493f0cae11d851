import { AccessError } from '../ports/access-error.js';

/**
 * AWS errors, told apart by name: the one table.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/CommonErrors.html and the error lists of each service
 */
const kinds: Readonly<Record<string, 'denied' | 'expired' | 'absent'>> = {
  AccessDenied: 'denied',
  AccessDeniedException: 'denied',
  UnauthorizedOperation: 'denied',
  NotAuthorized: 'denied',
  ExpiredToken: 'expired',
  ExpiredTokenException: 'expired',
  RequestExpired: 'expired',
  InvalidClientTokenId: 'absent',
  UnrecognizedClientException: 'absent',
  InvalidSignatureException: 'absent',
  SignatureDoesNotMatch: 'absent',
  MissingAuthenticationToken: 'absent',
  MissingAuthenticationTokenException: 'absent',
  CredentialsProviderError: 'absent',
};

export function errorName(error: unknown): string {
  return error instanceof Error ? error.name : '';
}

/** The error as ours when it is one of access, otherwise as it was. `action` is the IAM action of the call. */
export function translated(error: unknown, action: string): unknown {
  const kind = kinds[errorName(error)];
  if (kind === undefined) return error;
  const message = error instanceof Error ? error.message : String(error);
  if (kind === 'expired') {
    const hint = 'With role-to-assume the action has a session of its own, which it renews.';
    return new AccessError(
      `The AWS credentials have expired (${action}: ${message}). ${hint}`,
      { kind },
      { cause: error },
    );
  }
  if (kind === 'absent') {
    const hint =
      'Give role-to-assume, or set credentials beforehand, for example by aws-actions/configure-aws-credentials.';
    return new AccessError(
      `AWS does not accept the credentials (${action}: ${message}). ${hint}`,
      { kind },
      { cause: error },
    );
  }
  const denied = /not authorized to perform: (?<action>[\w-]+:\w+)(?: on resource: (?<resource>\S+))?/.exec(
    message,
  )?.groups;
  const resource = denied?.resource?.replace(/[.,]$/, '');
  const detail = { kind, action: denied?.action ?? action, ...(resource === undefined ? {} : { resource }) };
  const statement = JSON.stringify({ Effect: 'Allow', Action: detail.action, Resource: resource ?? '*' });
  const advice = `Add to the policy of the role: ${statement}`;
  return new AccessError(`Not allowed: ${message}. ${advice}`, detail, { cause: error });
}

/** Whether it was AWS itself that did not take the credentials; with others the call may get through. */
export function refusedCredentials(error: unknown): boolean {
  if (!(error instanceof AccessError) || error.detail.kind === 'denied' || error.detail.action !== undefined)
    return false;
  return kinds[errorName(error.cause)] === error.detail.kind && errorName(error.cause) !== 'CredentialsProviderError';
}
