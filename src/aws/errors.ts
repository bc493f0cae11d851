import { AccessError } from '../ports/access-error.js';
import { messageOf } from '../ports/message-of.js';
import { Unanswered } from '../ports/unanswered.js';

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

/**
 * Whether it says that a thing of the load balancers is not there: by the code in the answer, or by the class that the client
 * has for it and the bundle leaves out.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_DescribeRules.html#API_DescribeRules_Errors
 */
export const isNotFound = (error: unknown, thing: 'Listener' | 'Rule' | 'TargetGroup'): boolean =>
  [`${thing}NotFound`, `${thing}NotFoundException`].includes(errorName(error));

/**
 * The error as ours when it is one of access or there was no answer, otherwise as it was. `action` is the IAM action of the call,
 * `upon` the ARN of what it is called upon where that is known.
 */
export function translated(error: unknown, action: string, upon?: string): unknown {
  const kind = kinds[errorName(error)];
  const message = messageOf(error);
  if (kind === undefined) {
    if (!isWithoutAnswer(error)) return error;
    return new Unanswered(`AWS did not answer ${action} (${errorName(error)}: ${message})`, { cause: error });
  }
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
  const resource = denied?.resource?.replace(/[.,]$/, '') ?? upon;
  const detail = { kind, action: denied?.action ?? action, ...(resource === undefined ? {} : { resource }) };
  const statement = JSON.stringify({ Effect: 'Allow', Action: detail.action, Resource: resource ?? '*' });
  const advice = adviceOn(message, statement, resource);
  return new AccessError(`Not allowed: ${message}. ${advice}`, detail, { cause: error });
}

/**
 * Whose policy is to be changed: the role's own does not help where another one stands in the way.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html
 */
function adviceOn(message: string, statement: string, resource = 'what it is for'): string {
  if (/because no resource-based policy allows/.test(message)) {
    return `The policy of ${resource} itself must allow it, in its own account, and so must that of the role: ${statement}`;
  }
  return /with an explicit deny/.test(message)
    ? 'A policy that allows it changes nothing: the one that denies it must be changed'
    : `Add to the policy of the role: ${statement}`;
}

/** Of the client, not of AWS: nothing came back. The codes are Node's. https://nodejs.org/api/errors.html#common-system-errors */
const unreached = /^(E(CONN\w+|PIPE|TIMEDOUT|NOTFOUND|AI_AGAIN|HOSTUNREACH|NETUNREACH))$/;

/**
 * What the SDK has tried again in vain: throttling, faults of AWS's own, connections.
 * https://docs.aws.amazon.com/sdkref/latest/guide/feature-retry-behavior.html
 */
function isWithoutAnswer(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { $metadata, code } = error as { $metadata?: { httpStatusCode?: number }; code?: unknown };
  const status = $metadata?.httpStatusCode ?? 0;
  if (status >= 500 || status === 429 || /^(Throttl|RequestLimitExceeded|TooManyRequests)/.test(error.name))
    return true;
  return error.name === 'TimeoutError' || (typeof code === 'string' && unreached.test(code));
}

/** Whether it was AWS itself that did not take the credentials; with others the call may get through. */
export function refusedCredentials(error: unknown): boolean {
  if (!(error instanceof AccessError) || error.detail.kind === 'denied' || error.detail.action !== undefined)
    return false;
  return kinds[errorName(error.cause)] === error.detail.kind && errorName(error.cause) !== 'CredentialsProviderError';
}
