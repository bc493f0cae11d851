import { AwsError } from '../contract.js';
import type { ContainerRecord, TaskRecord } from './model.js';
import { stopped } from './wording.js';
import type { World } from './world.js';

/**
 * Reads what containers name in `secrets`, with the rights of the task's execution role where IAM knows it.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/specifying-sensitive-data.html
 *
 * @returns why the task cannot start, in the words of ECS; undefined when every value is there
 */
export function readSecrets(world: World, task: TaskRecord, container: ContainerRecord): string | undefined {
  for (const { name = '', valueFrom = '' } of container.definition.secrets ?? []) {
    try {
      const value = /^arn:[^:]+:secretsmanager:/.test(valueFrom)
        ? secretValue(world, task, valueFrom)
        : parameterValue(world, task, valueFrom);
      if (value !== undefined) container.secretValues.set(name, value);
    } catch (error) {
      if (error instanceof Unreadable) return error.message;
      throw error;
    }
  }
  return undefined;
}

class Unreadable extends Error {}

/** `arn:…:secret:<name>-<6 characters>[:<JSON key>:<version stage>:<version id>]` */
function secretValue({ neighbours }: World, task: TaskRecord, valueFrom: string): string | undefined {
  if (neighbours.secrets?.isUsed !== true) return undefined;
  const parts = valueFrom.split(':');
  const arn = parts.slice(0, 7).join(':');
  const [key = '', stage = '', id = ''] = parts.slice(7);
  checkRights(neighbours, task, 'secretsmanager:GetSecretValue', arn, (why) => stopped.noSecret(arn, why));
  let text: string;
  try {
    text = neighbours.secrets.value(arn, { ...(id && { id }), ...(stage && { stage }) });
  } catch (error) {
    throw new Unreadable(stopped.noSecret(arn, wordsOf(error)));
  }
  if (key === '') return text;
  const value = jsonMember(text, key);
  if (value === undefined) throw new Unreadable(stopped.noJsonKey(key));
  return value;
}

function jsonMember(text: string, key: string): string | undefined {
  try {
    const value = (JSON.parse(text) as Record<string, unknown> | null)?.[key];
    return value === undefined ? undefined : typeof value === 'string' ? value : JSON.stringify(value);
  } catch {
    return undefined;
  }
}

function parameterValue({ ground, neighbours }: World, task: TaskRecord, valueFrom: string): string | undefined {
  if (neighbours.parameters === undefined) return undefined;
  const arn = valueFrom.startsWith('arn:') ? valueFrom : ground.arn('ssm', `parameter/${valueFrom.replace(/^\//, '')}`);
  checkRights(neighbours, task, 'ssm:GetParameters', arn, stopped.noParameters);
  const value = neighbours.parameters.parameterValue(valueFrom);
  if (value === undefined) throw new Unreadable(stopped.noParameters(`invalid ssm parameters: ${valueFrom}`));
  return value;
}

function checkRights(
  { permissions }: World['neighbours'],
  task: TaskRecord,
  action: string,
  resource: string,
  words: (why: string) => string,
): void {
  const role = task.definition.executionRoleArn ?? '';
  if (permissions?.allows(role, action, resource) !== false) return;
  const [, account, name] = /^arn:aws:iam::(\d+):role\/(?:.+\/)?([^/]+)$/.exec(role) ?? [];
  const who = `arn:aws:sts::${account}:assumed-role/${name}/${task.id}`;
  const why = `AccessDeniedException: User: ${who} is not authorized to perform: ${action} on resource: ${resource} because no identity-based policy allows the ${action} action`;
  throw new Unreadable(words(why));
}

function wordsOf(error: unknown): string {
  return error instanceof AwsError ? `${error.code}: ${error.message}` : String(error);
}
