import { AwsError, type CloudService } from '../contract.js';
import type { Problem } from './problem.js';
import { type ErrorShape, errorShapes } from './shape.js';

/**
 * Errors in the words of the service that gives them. JSON services write the class name, Query services the code
 * without suffix; those common to all services have both here
 * (https://docs.aws.amazon.com/AmazonECS/latest/APIReference/CommonErrors.html,
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/CommonErrors.html).
 */
const common: readonly { name: string; queryCode: string; queryStatus?: number }[] = [
  { name: 'ThrottlingException', queryCode: 'Throttling' },
  { name: 'ExpiredTokenException', queryCode: 'ExpiredToken', queryStatus: 403 },
  { name: 'AccessDeniedException', queryCode: 'AccessDenied', queryStatus: 403 },
  { name: 'UnknownOperationException', queryCode: 'InvalidAction' },
  { name: 'UnrecognizedClientException', queryCode: 'InvalidClientTokenId', queryStatus: 403 },
  { name: 'MissingAuthenticationTokenException', queryCode: 'MissingAuthenticationToken', queryStatus: 403 },
  { name: 'SerializationException', queryCode: 'MalformedInput' },
  { name: 'ValidationException', queryCode: 'ValidationError' },
  { name: 'ServiceUnavailableException', queryCode: 'ServiceUnavailable' },
  { name: 'RequestEntityTooLargeException', queryCode: 'RequestEntityTooLarge' },
];

/** EC2 has words of its own: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html#CommonErrors */
const ofEc2: Readonly<Record<string, { name: string; status?: number }>> = {
  Throttling: { name: 'RequestLimitExceeded', status: 503 },
  ExpiredToken: { name: 'RequestExpired', status: 400 },
  AccessDenied: { name: 'UnauthorizedOperation', status: 403 },
  InvalidClientTokenId: { name: 'AuthFailure', status: 401 },
  MissingAuthenticationToken: { name: 'AuthFailure', status: 401 },
  MalformedInput: { name: 'InvalidParameterValue' },
  ValidationError: { name: 'MissingParameter' },
  ServiceUnavailable: { name: 'Unavailable', status: 503 },
  InternalFailure: { name: 'InternalError', status: 500 },
};

export function ec2Code(queryCode: string): { name: string; status?: number } {
  return Object.hasOwn(ofEc2, queryCode) ? ofEc2[queryCode]! : { name: queryCode };
}

const commonByCode = new Map(
  common.flatMap((error) => [[error.name, error] as const, [error.queryCode, error] as const]),
);

const shapesOf = new WeakMap<object, ReadonlyMap<string, ErrorShape>>();

export interface WrittenError {
  readonly name: string;
  readonly queryCode: string;
  readonly message: string;
  readonly status: number;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** Both names and the HTTP status under which a service writes an error. */
export function writtenError(service: CloudService | undefined, error: AwsError, asQuery: boolean): WrittenError {
  const { message, fields } = error;
  const shape = service === undefined ? undefined : errorsOf(service).get(error.code);
  if (shape !== undefined) {
    const status = error.status === 400 ? (shape.status ?? 400) : error.status;
    return { name: shape.name, queryCode: shape.queryCode, message, status, fields };
  }
  const known = commonByCode.get(error.code);
  const status = asQuery && error.status === 400 ? (known?.queryStatus ?? 400) : error.status;
  return { name: known?.name ?? error.code, queryCode: known?.queryCode ?? error.code, message, status, fields };
}

/** Anything else that was thrown is a mistake in the local cloud, and said to be one. */
export function asAwsError(thrown: unknown): AwsError {
  if (thrown instanceof AwsError) return thrown;
  const message = `The local cloud failed: ${thrown instanceof Error ? thrown.message : thrown}`;
  return new AwsError('InternalFailure', message, { status: 500 });
}

function errorsOf(service: CloudService): ReadonlyMap<string, ErrorShape> {
  let shapes = shapesOf.get(service.sdk);
  if (shapes === undefined) {
    shapes = errorShapes(service.sdk);
    shapesOf.set(service.sdk, shapes);
  }
  return shapes;
}

export function throttled(): AwsError {
  return new AwsError('ThrottlingException', 'Rate exceeded');
}

/** What a service answers when it has broken: not the caller's doing, so clients try again. */
export function internal(service: CloudService, status = 500): AwsError {
  if (status === 503)
    return new AwsError('ServiceUnavailable', 'The service is unavailable. Please try again later.', { status });
  return service.id === 'ecs'
    ? new AwsError('ServerException', 'Service Unavailable. Please try again later.', { status })
    : new AwsError(
        'InternalFailure',
        'The request processing has failed because of an unknown error, exception or failure.',
        { status },
      );
}

export function expiredToken(): AwsError {
  return new AwsError('ExpiredToken', 'The security token included in the request is expired');
}

export function invalidToken(): AwsError {
  return new AwsError('UnrecognizedClientException', 'The security token included in the request is invalid.');
}

export function missingToken(): AwsError {
  return new AwsError('MissingAuthenticationTokenException', 'Request is missing Authentication Token');
}

const iamPrefix: Readonly<Record<CloudService['id'], string>> = {
  ecs: 'ecs',
  elb: 'elasticloadbalancing',
  cloudwatch: 'cloudwatch',
  ssm: 'ssm',
  sts: 'sts',
  logs: 'logs',
  autoscaling: 'application-autoscaling',
  ecr: 'ecr',
  'ecr-public': 'ecr-public',
  iam: 'iam',
  ec2: 'ec2',
  secretsmanager: 'secretsmanager',
};

/** `ecs:UpdateService` as IAM policies name it. */
export function iamAction(service: CloudService, operation: string): string {
  return `${iamPrefix[service.id]}:${operation}`;
}

/** IAM's words (https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html). */
export function accessDenied(service: CloudService, operation: string, principal: string, resource: string): AwsError {
  const action = iamAction(service, operation);
  return new AwsError(
    'AccessDeniedException',
    `User: ${principal} is not authorized to perform: ${action} on resource: ${resource} because no identity-based policy allows the ${action} action`,
  );
}

export function unknownOperation(service: CloudService | undefined, operation: string, asQuery: boolean): AwsError {
  if (asQuery) {
    const version = service === undefined || service.wire.protocol === 'json' ? undefined : service.wire.apiVersion;
    const suffix = version === undefined ? '' : ` for version ${version}`;
    return new AwsError('InvalidAction', `Could not find operation ${operation}${suffix}`);
  }
  const name = service === undefined ? operation : iamAction(service, operation);
  return new AwsError('UnknownOperationException', `The local cloud knows no operation ${name}.`);
}

/** No service documents it for all its calls; the code and status are those of the services that do. */
export function tooLarge(): AwsError {
  return new AwsError('RequestEntityTooLargeException', 'Request size exceeds the limit.', { status: 413 });
}

export function unreadable(message: string): AwsError {
  return new AwsError('SerializationException', message);
}

/** ECS and Logs have a parameter error of their own; the others use the common one. */
const validationCode: Partial<Record<CloudService['id'], string>> = {
  ecs: 'InvalidParameterException',
  logs: 'InvalidParameterException',
  ecr: 'InvalidParameterException',
};

/** Turns what the schemas found into the one error that AWS answers; undefined when nothing is wrong. */
export function refusal(service: CloudService, operation: string, problems: readonly Problem[]): AwsError | undefined {
  const type = problems.find((problem) => problem.kind === 'type');
  if (type !== undefined) return unreadable(typeMessage(type.got, type.wanted, type.path));
  const first = problems[0];
  if (first === undefined) return undefined;
  // https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricData.html#API_PutMetricData_Errors
  if (service.id === 'cloudwatch' && operation === 'PutMetricData' && first.kind === 'missing') {
    const name = first.path.replace(/(^|\.)([a-z])(?!ember\b)/g, (_, dot: string, c: string) => dot + c.toUpperCase());
    return new AwsError('MissingParameter', `The parameter ${name} is required.`);
  }
  const found = problems.map((problem) => constraintMessage(problem));
  const count = `${found.length} validation error${found.length === 1 ? '' : 's'} detected`;
  return new AwsError(validationCode[service.id] ?? 'ValidationException', `${count}: ${found.join('; ')}`);
}

function constraintMessage(problem: Problem): string {
  if (problem.kind === 'enum') {
    const set = `[${problem.accepted.join(', ')}]`;
    return `Value '${problem.value}' at '${problem.path}' failed to satisfy constraint: Member must satisfy enum value set: ${set}`;
  }
  return `Value null at '${problem.path}' failed to satisfy constraint: Member must not be null`;
}

function typeMessage(got: string, wanted: string, path: string): string {
  const at = path === '' ? '' : ` (${path})`;
  const token: Readonly<Record<string, string>> = {
    string: 'STRING_VALUE',
    number: 'NUMBER_VALUE',
    boolean: 'TRUE_VALUE',
  };
  if (wanted === 'structure' || wanted === 'list' || wanted === 'map') return `Expected a ${wanted}, not a ${got}${at}`;
  if (got === 'list' || got === 'object') return `Start of structure or map found where not expected.${at}`;
  return `${token[got] ?? `'${got}'`} can not be converted to ${wanted === 'Number' ? 'a Number' : `a ${wanted}`}${at}`;
}

/** Seeds refuse what AWS's JSON services ignore: they are written by hand. */
export function unknownMemberError(paths: readonly string[]): AwsError {
  return new AwsError(
    'ClientException',
    `Unknown parameter${paths.length === 1 ? '' : 's'} in input: ${paths.join(', ')}`,
  );
}
