import type { CloudService } from './contract.js';
import type { FaultKind, FaultOrder } from './faults.js';
import { iamAction } from './wire/refusal.js';

/** Why an admin call was not understood. Answered as HTTP 400. */
export class AdminError extends Error {}

const kinds: Readonly<Record<FaultKind, { times: number; extra: readonly string[] }>> = {
  throttle: { times: 1, extra: [] },
  error: { times: 1, extra: ['status'] },
  deny: { times: Number.POSITIVE_INFINITY, extra: [] },
  delay: { times: Number.POSITIVE_INFINITY, extra: ['seconds'] },
  'lose-request': { times: 1, extra: [] },
  'lose-reply': { times: 1, extra: [] },
  'stale-reads': { times: Number.POSITIVE_INFINITY, extra: [] },
  hold: { times: 1, extra: ['when', 'nth'] },
};

export function isFaultKind(name: string): name is FaultKind {
  return Object.hasOwn(kinds, name);
}

/** Reads the body of `POST /_sluice/<kind>`. Throws AdminError naming the member and what is accepted. */
export function faultOrder(
  kind: FaultKind,
  body: Readonly<Record<string, unknown>>,
  services: readonly CloudService[],
): FaultOrder {
  const accepted = ['operation', 'times', 'skip', 'seconds', ...kinds[kind].extra];
  const unknown = Object.keys(body).find((name) => !accepted.includes(name));
  if (unknown !== undefined) throw new AdminError(`${kind} takes ${accepted.join(', ')}; not ${unknown}`);
  const seconds = body.seconds === undefined ? undefined : positive('seconds', body.seconds);
  const forMs = kind === 'delay' || seconds === undefined ? {} : { forMs: seconds * 1000 };
  const when = body.when ?? 'before';
  if (when !== 'before' && when !== 'after')
    throw new AdminError(`when is before or after, not ${JSON.stringify(when)}`);
  const status = body.status ?? 500;
  if (status !== 500 && status !== 503) throw new AdminError(`status is 500 or 503, not ${JSON.stringify(status)}`);
  if (kind === 'delay' && seconds === undefined) throw new AdminError('delay needs seconds (of cloud time)');
  return {
    kind,
    operation: operationPattern(body.operation ?? '*', services),
    times: body.times === undefined ? kinds[kind].times : positive('times', body.times),
    skip: body.nth === undefined ? positive('skip', body.skip ?? 0, 0) : positive('nth', body.nth) - 1,
    ...forMs,
    ...(kind === 'delay' && seconds !== undefined ? { delayMs: seconds * 1000 } : {}),
    ...(kind === 'hold' ? { when } : {}),
    ...(kind === 'error' ? { status } : {}),
  };
}

function positive(name: string, value: unknown, least = Number.MIN_VALUE): number {
  if (typeof value !== 'number' || !(value >= least)) {
    throw new AdminError(
      `${name} is a number of ${least === 0 ? 'at least 0' : 'more than 0'}, not ${JSON.stringify(value)}`,
    );
  }
  return value;
}

/** `ecs:UpdateService`, `ecs:*` or `*`; IAM's prefixes (`elasticloadbalancing:`) are understood too. Typing errors are refused. */
function operationPattern(given: unknown, services: readonly CloudService[]): string {
  if (given === '*') return '*';
  const [prefix, operation] = String(given).split(':');
  const service = services.find((each) => each.id === prefix || iamAction(each, '').slice(0, -1) === prefix);
  if (service === undefined || operation === undefined || operation === '') {
    const known = services.map((each) => each.id).join(', ');
    throw new AdminError(
      `operation is <service>:<Operation>, <service>:* or *, not ${String(given)}; services: ${known}`,
    );
  }
  if (operation !== '*' && !Object.hasOwn(service.operations, operation)) {
    throw new AdminError(`${service.id} has no operation ${operation}`);
  }
  return `${service.id}:${operation}`;
}
