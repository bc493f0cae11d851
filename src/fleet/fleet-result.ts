import { shortName } from '../ecs/task-definition.js';
import type { RollOutcome, RollResult } from '../rolling/result.js';
import { isGood } from '../rolling/words.js';
import { formatDuration } from '../spec/duration.js';
import type { ServiceEnd } from './roll-fleet.js';

/** How a service of a fleet came out, for tables and for other programs. */
export interface ServiceRow {
  readonly name: string;
  readonly cluster: string;
  readonly service: string;
  readonly outcome: RollOutcome | 'not-started';
  readonly reason: string;
  /** What was deployed; empty when nothing was. */
  readonly taskDefinitionArn: string;
  readonly previousTaskDefinitionArn: string;
  readonly tookMs: number;
  /** It turned out bad by itself, not because of others. */
  readonly isCause: boolean;
  /** The one command to run when a person is needed. */
  readonly command?: string;
}

export interface FleetResult {
  /** Of all together: `failed` when some are new or unknown and others are not. */
  readonly outcome: RollOutcome;
  readonly reason: string;
  readonly rows: readonly ServiceRow[];
}

/** One verdict on all services, and a row for each. Pure. */
export function fleetResult(ends: readonly ServiceEnd[], cancelled: string | undefined): FleetResult {
  const rows = ends.map(rowOf);
  const { outcome, reason } = verdict(rows, cancelled);
  return { outcome, reason, rows };
}

function rowOf(end: ServiceEnd): ServiceRow {
  const { item, tookMs } = end;
  const { cluster, service } = item.request;
  const of = (result: RollResult | undefined, outcome: ServiceRow['outcome'], reason: string): ServiceRow => ({
    name: item.name,
    cluster,
    service,
    outcome,
    reason,
    taskDefinitionArn: result?.taskDefinitionArn ?? '',
    previousTaskDefinitionArn: result?.before?.taskDefinitionArn ?? '',
    tookMs,
    isCause: end.end === 'bad' || end.end === 'broken' || end.end === 'not-undone',
    ...(result?.command === undefined ? {} : { command: result.command }),
  });
  switch (end.end) {
    case 'changed':
    case 'unchanged':
      return of(end.result, end.result.outcome, end.result.reason);
    case 'bad': {
      const { result, undone } = end;
      if (undone === undefined || undone === result) return of(result, result.outcome, result.reason);
      // Why it was bad stays the reason; how it is now is the outcome.
      return of(result, undone.outcome, `${result.reason}; ${undone.reason}`);
    }
    case 'undone':
      return of(end.result, 'rolled-back', end.undone.reason);
    case 'not-undone':
      return of({ ...end.result, command: end.undone.command }, end.undone.outcome, end.undone.reason);
    case 'broken': {
      const reason = end.error instanceof Error ? end.error.message : String(end.error);
      return of(end.result, 'interrupted', reason);
    }
    case 'not-started':
      return of(undefined, 'not-started', end.reason);
  }
}

function verdict(rows: readonly ServiceRow[], cancelled: string | undefined): { outcome: RollOutcome; reason: string } {
  const named = (test: (row: ServiceRow) => boolean) => rows.filter(test).map(({ name }) => name);
  const count = (names: readonly string[]) => `${names.length} of ${rows.length}`;
  const good = named(({ outcome }) => outcome !== 'not-started' && isGood(outcome));
  const fresh = named(({ outcome }) => outcome === 'succeeded');
  const bad = rows.find(({ isCause }) => isCause);
  if (cancelled !== undefined && good.length < rows.length)
    return { outcome: 'interrupted', reason: `${cancelled}; ${count(fresh)} services run the new version` };
  if (good.length === rows.length)
    return fresh.length === 0
      ? {
          outcome: 'unchanged',
          reason: rows.length === 0 ? 'no service is to be deployed' : 'nothing differs in any service',
        }
      : { outcome: 'succeeded', reason: `${count(fresh)} services were deployed` };
  const why = bad === undefined ? 'not all were begun' : `${bad.name}: ${bad.reason}`;
  if (rows.some(({ outcome }) => outcome === 'access-lost')) return { outcome: 'access-lost', reason: why };
  if (fresh.length > 0)
    return { outcome: 'failed', reason: `only ${count(fresh)} services run the new version: ${why}` };
  const outcomes = new Set(rows.map(({ outcome }) => outcome).filter((outcome) => outcome !== 'unchanged'));
  outcomes.delete('not-started');
  // Some refused and others taken back is a release that was taken back.
  if (outcomes.has('rolled-back')) outcomes.delete('refused');
  const [only, ...others] = outcomes;
  const outcome = only === undefined || only === 'not-started' || others.length > 0 ? 'failed' : only;
  return { outcome, reason: why };
}

/** One JSON object for all services, by name: a job of a matrix would have to give each its own output, and lose all but one. */
export function servicesOutput({ rows }: FleetResult): string {
  return JSON.stringify(
    Object.fromEntries(
      rows.map(({ name, cluster, service, outcome, reason, taskDefinitionArn, previousTaskDefinitionArn, tookMs }) => [
        name,
        {
          outcome,
          reason,
          cluster,
          service,
          'task-definition-arn': taskDefinitionArn,
          'previous-task-definition-arn': previousTaskDefinitionArn,
          seconds: Math.round(tookMs / 100) / 10,
        },
      ]),
    ),
  );
}

/** All services in one table, as Markdown. */
export function fleetTable({ rows }: FleetResult): string {
  const cell = (text: string): string => text.replaceAll('|', '\\|').replace(/\s*\n\s*/g, ' ');
  const lines = rows.map(({ name, outcome, taskDefinitionArn, previousTaskDefinitionArn, tookMs, reason }) => {
    const from = shortName(previousTaskDefinitionArn) || '–';
    const to = shortName(taskDefinitionArn) || '–';
    const took = outcome === 'not-started' ? '–' : formatDuration(Math.round(tookMs / 1_000) * 1_000);
    return `| ${cell(name)} | ${signs[outcome]} ${outcome} | ${from} | ${to} | ${took} | ${cell(reason)} |`;
  });
  return ['| Service | Outcome | Before | Deployed | Time | Why |', '|---|---|---|---|---|---|', ...lines].join('\n');
}

const signs: Readonly<Record<ServiceRow['outcome'], string>> = {
  succeeded: '✅',
  unchanged: '➖',
  'rolled-back': '↩️',
  failed: '❌',
  superseded: '⚠️',
  stopped: '⚠️',
  'timed-out': '❌',
  'access-lost': '❌',
  refused: '⛔',
  interrupted: '⚠️',
  'not-started': '⏸️',
};
