import type { AlarmState } from './alarm-evaluation.js';

/** What happened to alarms. AWS keeps it for 30 days: here until there are too many items. */
export interface HistoryItem {
  readonly alarmName: string;
  readonly alarmType: 'MetricAlarm' | 'CompositeAlarm';
  /** Cloud time, epoch ms. */
  readonly at: number;
  readonly type: 'ConfigurationUpdate' | 'StateUpdate';
  readonly summary: string;
  readonly data: string;
  /** Of a StateUpdate. */
  readonly transition?: { readonly from: AlarmState; readonly to: AlarmState; readonly reason: string };
}

const itemsAtMost = 10_000;

export class AlarmHistory {
  private readonly items: HistoryItem[] = [];

  add(item: HistoryItem): void {
    this.items.push(item);
    if (this.items.length > itemsAtMost) this.items.splice(0, this.items.length - itemsAtMost);
  }

  /** Oldest first. */
  all(): readonly HistoryItem[] {
    return this.items;
  }
}
