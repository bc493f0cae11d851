import type { PutCompositeAlarmInput, PutMetricAlarmInput, Tag } from '@aws-sdk/client-cloudwatch';
import type { MetricAlarmDefinition } from './alarm-definition.js';
import { type AlarmState, evaluateAlarm, evaluationRange, type Verdict } from './alarm-evaluation.js';
import { AlarmHistory } from './alarm-history.js';
import { isoStamp, stateReason, stateReasonData } from './alarm-reason.js';
import { type AlarmRule, childrenOf, holds } from './alarm-rule.js';
import type { MetricStore } from './metric-store.js';
import { evaluateQueries, QueryError } from './query-evaluation.js';

interface AlarmBase {
  readonly name: string;
  readonly arn: string;
  readonly tags: Map<string, string>;
  actionsEnabled: boolean;
  configuredAt: number;
  state: AlarmState;
  reason: string;
  reasonData: string | undefined;
  /** When state or reason last changed, epoch ms. */
  updatedAt: number;
  /** When the state last changed, epoch ms. */
  transitionedAt: number;
}

export interface MetricAlarmRecord extends AlarmBase {
  readonly type: 'MetricAlarm';
  input: PutMetricAlarmInput;
  definition: MetricAlarmDefinition;
}

export interface CompositeAlarmRecord extends AlarmBase {
  readonly type: 'CompositeAlarm';
  input: PutCompositeAlarmInput;
  rule: AlarmRule;
}

export type AlarmRecord = MetricAlarmRecord | CompositeAlarmRecord;

/** All alarms, their states and how these come about. Time is given with every deed. */
export class Alarms {
  readonly history = new AlarmHistory();
  private readonly byName = new Map<string, AlarmRecord>();
  /** Composites created or changed since the last evaluation. */
  private readonly fresh = new Map<CompositeAlarmRecord, 'created' | 'updated'>();

  constructor(
    private readonly store: MetricStore,
    private readonly arnOf: (name: string) => string,
    private readonly note: (text: string) => void,
  ) {}

  /** By name or ARN. */
  get(nameOrArn: string): AlarmRecord | undefined {
    return this.byName.get(nameOrArn) ?? [...this.byName.values()].find(({ arn }) => arn === nameOrArn);
  }

  /** By name. */
  all(): AlarmRecord[] {
    return [...this.byName.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  /** "When you update an existing alarm, its state is left unchanged, but the update completely overwrites." */
  putMetric(input: PutMetricAlarmInput, definition: MetricAlarmDefinition, now: number): void {
    const name = input.AlarmName as string;
    const known = this.byName.get(name);
    const changed = { input, definition, actionsEnabled: input.ActionsEnabled ?? true, configuredAt: now };
    if (known?.type === 'MetricAlarm') Object.assign(known, changed);
    else this.byName.set(name, { type: 'MetricAlarm', ...this.newborn(name, input.Tags, now), ...changed });
    this.configured(name, 'MetricAlarm', known === undefined ? 'created' : 'updated', input, now);
  }

  putComposite(input: PutCompositeAlarmInput, rule: AlarmRule, now: number): void {
    const name = input.AlarmName as string;
    const known = this.byName.get(name);
    const changed = { input, rule, actionsEnabled: input.ActionsEnabled ?? true, configuredAt: now };
    let record: CompositeAlarmRecord;
    if (known?.type === 'CompositeAlarm') record = Object.assign(known, changed);
    else record = { type: 'CompositeAlarm', ...this.newborn(name, input.Tags, now), ...changed };
    this.byName.set(name, record);
    const deed = known === undefined ? 'created' : 'updated';
    this.fresh.set(record, deed);
    this.configured(name, 'CompositeAlarm', deed, input, now);
  }

  delete(alarm: AlarmRecord, now: number): void {
    this.byName.delete(alarm.name);
    if (alarm.type === 'CompositeAlarm') this.fresh.delete(alarm);
    this.configured(alarm.name, alarm.type, 'deleted', alarm.input, now);
  }

  /** Composites whose rule names this alarm. */
  parentsOf(alarm: AlarmRecord): CompositeAlarmRecord[] {
    return this.all().filter((other): other is CompositeAlarmRecord => {
      if (other.type !== 'CompositeAlarm') return false;
      const children = childrenOf(other.rule);
      return children.has(alarm.name) || children.has(alarm.arn);
    });
  }

  /** SetAlarmState. A metric alarm returns with its next evaluation, a composite when one of its children changes. */
  set(alarm: AlarmRecord, state: AlarmState, reason: string, reasonData: string | undefined, now: number): void {
    this.move(alarm, state, reason, reasonData, now);
  }

  /** Evaluates every metric alarm, and the composites that have reason to be. */
  evaluate(now: number): void {
    for (const alarm of this.byName.values()) if (alarm.type === 'MetricAlarm') this.evaluateMetric(alarm, now);
    for (const [composite, deed] of [...this.fresh]) {
      this.fresh.delete(composite);
      const state = this.compositeState(composite);
      this.move(
        composite,
        state,
        `${composite.arn} was ${deed} and its alarm rule evaluates to ${state}`,
        undefined,
        now,
      );
    }
  }

  private evaluateMetric(alarm: MetricAlarmRecord, now: number): void {
    const { rules, periodMs } = alarm.definition;
    let verdict: Verdict;
    try {
      verdict = evaluateAlarm(rules, this.points(alarm.definition, now));
    } catch (error) {
      if (!(error instanceof QueryError)) throw error;
      this.move(alarm, 'INSUFFICIENT_DATA', `Insufficient Data: ${error.message}`, undefined, now);
      return;
    }
    if (verdict.state === undefined || verdict.state === alarm.state) return;
    const { statistic, unit, namesM } = alarm.definition;
    const reason = stateReason(rules, verdict.state, verdict, alarm.state, namesM);
    this.move(alarm, verdict.state, reason, stateReasonData(rules, verdict, { statistic, unit, periodMs }, now), now);
  }

  /**
   * The evaluation range. Alarms of a minute and more look at whole minutes and slide by one; high-resolution alarms
   * slide by ten seconds. The minute that is not over yet is never looked at.
   */
  private points(definition: MetricAlarmDefinition, now: number) {
    const { periodMs, rules } = definition;
    const slideMs = periodMs < 60_000 ? 10_000 : 60_000;
    const toMs = Math.floor(now / slideMs) * slideMs;
    const count = evaluationRange(rules.evaluationPeriods);
    const fromMs = toMs - count * periodMs;
    const results = evaluateQueries(this.store, definition.queries, { fromMs, toMs });
    const watched = results.find(({ query }) => query.id === definition.watchedId);
    const series = watched?.series[0];
    return Array.from({ length: count }, (_, i) => {
      const at = fromMs + i * periodMs;
      return { at, value: series?.points.get(at), sampleCount: series?.sampleCounts?.get(at) };
    });
  }

  private compositeState(composite: CompositeAlarmRecord): AlarmState {
    return holds(composite.rule, (child) => this.get(child)?.state) ? 'ALARM' : 'OK';
  }

  private move(
    alarm: AlarmRecord,
    state: AlarmState,
    reason: string,
    reasonData: string | undefined,
    now: number,
    path: readonly AlarmRecord[] = [],
  ): void {
    const from = alarm.state;
    const old = { stateValue: from, stateReason: alarm.reason, ...parsed(alarm.reasonData) };
    if (from === state && alarm.reason === reason) return;
    alarm.reason = reason;
    alarm.reasonData = reasonData;
    alarm.updatedAt = now;
    if (from === state) return;
    alarm.state = state;
    alarm.transitionedAt = now;
    this.history.add({
      alarmName: alarm.name,
      alarmType: alarm.type,
      at: now,
      type: 'StateUpdate',
      summary: `Alarm updated from ${from} to ${state}`,
      data: JSON.stringify({
        version: '1.0',
        oldState: old,
        newState: { stateValue: state, stateReason: reason, ...parsed(reasonData) },
      }),
      transition: { from, to: state, reason },
    });
    this.note(`alarm ${alarm.name}: ${from} → ${state}. ${reason}`);
    // "the evaluation of composite alarms stops if CloudWatch detects a cycle in the evaluation path"
    if (path.includes(alarm)) return;
    for (const parent of this.parentsOf(alarm)) {
      if (this.fresh.has(parent)) continue;
      const next = this.compositeState(parent);
      if (next === parent.state) continue;
      const why = `${alarm.arn} transitioned to ${state} at ${longStamp(now)}`;
      const data = JSON.stringify({
        triggeringAlarms: [{ arn: alarm.arn, state: { value: state, timestamp: isoStamp(now) } }],
      });
      this.move(parent, next, why, data, now, [...path, alarm]);
    }
  }

  private newborn(name: string, tags: readonly Tag[] | undefined, now: number) {
    return {
      name,
      arn: this.arnOf(name),
      tags: new Map((tags ?? []).map(({ Key, Value }) => [Key ?? '', Value ?? ''])),
      state: 'INSUFFICIENT_DATA' as const,
      reason: 'Unchecked: Initial alarm creation',
      reasonData: undefined,
      updatedAt: now,
      transitionedAt: now,
    };
  }

  private configured(
    alarmName: string,
    alarmType: AlarmRecord['type'],
    deed: 'created' | 'updated' | 'deleted',
    input: PutMetricAlarmInput | PutCompositeAlarmInput,
    at: number,
  ): void {
    const type = { created: 'Create', updated: 'Update', deleted: 'Delete' }[deed];
    const data = JSON.stringify({ version: '1.0', type, [`${deed}Alarm`]: input });
    this.history.add({
      alarmName,
      alarmType,
      at,
      type: 'ConfigurationUpdate',
      summary: `Alarm "${alarmName}" ${deed}`,
      data,
    });
  }
}

function parsed(reasonData: string | undefined): object {
  if (reasonData === undefined) return {};
  try {
    return { stateReasonData: JSON.parse(reasonData) };
  } catch {
    return { stateReasonData: reasonData };
  }
}

/** Thursday 10 December, 2020 14:00:27 UTC. */
function longStamp(at: number): string {
  const date = new Date(at);
  const part = (options: Intl.DateTimeFormatOptions) =>
    date.toLocaleDateString('en-GB', { ...options, timeZone: 'UTC' });
  return `${part({ weekday: 'long' })} ${part({ day: '2-digit' })} ${part({ month: 'long' })}, ${date.getUTCFullYear()} ${date.toISOString().slice(11, 19)} UTC`;
}
