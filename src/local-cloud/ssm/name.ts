import { AwsError } from '../contract.js';

const segment = /^[A-Za-z0-9_.-]+$/;

/** The rules for names: https://docs.aws.amazon.com/systems-manager/latest/userguide/sysman-paramstore-su-create.html */
export function checkName(name: string): void {
  const parts = name.split('/');
  const isHierarchy = name.includes('/');
  const segments = name.startsWith('/') ? parts.slice(1) : parts;
  if (name.length > 1011 || segments.length === 0 || segments.some((part) => !segment.test(part))) {
    throw invalid(
      'Parameter name: can\'t be prefixed with "ssm" (case-insensitive). If formed as a path, it can consist of sub-paths divided by slash symbol; each sub-path can be formed as a mix of letters, numbers and the following 3 symbols .-_',
    );
  }
  if (isHierarchy && !name.startsWith('/')) {
    throw invalid(`Parameter name must be a fully qualified name.`);
  }
  if (/^(aws|ssm)/i.test(segments[0] ?? '')) {
    throw /^aws/i.test(segments[0] ?? '')
      ? new AwsError('AccessDeniedException', `No access to reserved parameter name: ${name}.`)
      : invalid('Parameter name: can\'t be prefixed with "ssm" (case-insensitive).');
  }
  if (segments.length > 15) {
    throw new AwsError('HierarchyLevelLimitExceededException', 'A hierarchy can have a maximum of 15 levels.');
  }
}

export function invalid(message: string): AwsError {
  return new AwsError('ValidationException', message);
}

export interface Selected {
  readonly name: string;
  readonly version?: number;
  readonly label?: string;
  /** `:3` or `:label` as it was given. */
  readonly selector?: string;
}

/** `name`, `name:version`, `name:label`, or the ARN of a parameter, with either selector. */
export function select(given: string): Selected {
  const arn = /^arn:[^:]+:ssm:[^:]*:[^:]*:parameter(\/.+)$/.exec(given);
  const text = arn === null ? given : arn[1]!;
  const [name = '', selector] = text.split(':', 2);
  if (selector === undefined) return { name };
  const version = /^\d+$/.test(selector) ? Number(selector) : undefined;
  return { name, selector: `:${selector}`, ...(version === undefined ? { label: selector } : { version }) };
}
