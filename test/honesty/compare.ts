import type { Clients } from './clients.js';
import type { Memory, Step } from './scenario.js';

/** One step's answer, or its error, without what differs from call to call. */
export type Answer = { answer: unknown } | { error: { name: string; message: string } };

/** Runs every step, also after one that failed. */
export async function answersOf(
  steps: readonly Step[],
  clients: Clients,
  memory: Memory,
): Promise<Map<string, Answer>> {
  const answers = new Map<string, Answer>();
  for (const { name, act } of steps) {
    try {
      answers.set(name, { answer: normal(await act(clients, memory)) });
    } catch (error) {
      const { name: kind, message } = error as Error;
      answers.set(name, { error: { name: kind, message: normal(message) as string } });
    }
  }
  return answers;
}

/** Ids, times and the like become words. Undefined and empty members count as absent. */
function normal(value: unknown): unknown {
  if (value instanceof Date) return '<time>';
  if (typeof value === 'string') {
    return value
      .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, '<uuid>')
      .replace(/\/[0-9a-f]{16,32}\b/g, '/<id>')
      .replace(/(service-deployment\/[^/]+\/[^/]+)\/[\w-]+/g, '$1/<id>')
      .replace(/\b(AROA|ANPA)[0-9A-Z]{10,}\b/g, '$1<id>')
      .replace(/(:secret:[\w/]+)-[A-Za-z0-9]{6}\b/g, '$1-<suffix>')
      .replace(/ecs-svc\/\d+/g, 'ecs-svc/<id>')
      .replace(/\b(subnet|vpc|sg)-[0-9a-f]+/g, '$1-<id>')
      .replace(/contract-\d+\.eu-west-1\.elb/g, 'contract-<id>.eu-west-1.elb')
      .replace(/^Z[0-9A-Z]+$/, '<hosted zone>');
  }
  if (isList(value)) return isAttributes(value) ? normal(byKey(value)) : value.map(normal);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value)
    .filter(([key]) => key !== '$metadata')
    .map(([key, member]) => [key, normal(member)] as const)
    .filter(([, member]) => !isEmpty(member));
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Lists of Key and Value come in any order. */
const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);

function isAttributes(list: readonly unknown[]): list is readonly { Key: string; Value: string }[] {
  return list.length > 0 && list.every((one) => isObject(one) && 'Key' in one && 'Value' in one);
}

function byKey(list: readonly { Key: string; Value: string }[]): Record<string, string> {
  return Object.fromEntries(list.map(({ Key, Value }) => [Key, Value]));
}

function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null) return true;
  return typeof value === 'object' && Object.keys(value).length === 0;
}

export interface Difference {
  /** `ecs: register › answer.taskDefinition.status` */
  readonly at: string;
  readonly moto: unknown;
  readonly ours: unknown;
}

/** Where two answers differ, member by member. */
export function differences(step: string, moto: unknown, ours: unknown): Difference[] {
  const found: Difference[] = [];
  const walk = (path: string, left: unknown, right: unknown): void => {
    if (isObject(left) && isObject(right)) {
      for (const key of [...new Set([...Object.keys(left), ...Object.keys(right)])].sort()) {
        walk(path === '' ? key : `${path}.${key}`, left[key], right[key]);
      }
      return;
    }
    if (JSON.stringify(left) !== JSON.stringify(right))
      found.push({ at: `${step} › ${path}`, moto: left, ours: right });
  };
  walk('', moto, ours);
  return found;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
