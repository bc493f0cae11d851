import type { StartedCloud } from '../../testing/cloud.js';
import type { Feed } from './feed.js';
import type { Screen } from './screen.js';

/** How often alarms and moments are looked at, real ms. */
export const lookMs = 100;

/** Looks again and again: at alarms that change, and for the moment of a deed. */
export class Looking {
  private readonly timer: NodeJS.Timeout;
  private readonly moments: { holds: () => boolean; deed: () => void }[] = [];
  private known = 0;
  private isAsking = false;
  /** How long the cloud took to answer a look, at most, real ms: as long as everybody had to wait for the machine. */
  slowestMs = 0;

  constructor(
    private readonly stage: { readonly cloud: StartedCloud; readonly screen: Screen },
    private readonly feed: Feed,
  ) {
    this.timer = setInterval(() => this.look(), lookMs);
  }

  when(holds: () => boolean, deed: () => void): void {
    this.moments.push({ holds, deed });
  }

  /** Nothing is looked for any more; what alarms do is still told. */
  forgetMoments(): void {
    this.moments.length = 0;
  }

  stop(): void {
    clearInterval(this.timer);
  }

  private look(): void {
    for (const moment of this.moments.splice(0)) {
      if (moment.holds()) moment.deed();
      else this.moments.push(moment);
    }
    if (this.isAsking) return;
    this.isAsking = true;
    const askedAt = performance.now();
    // A look that fails is followed by another one.
    this.alarms()
      .catch(() => {})
      .finally(() => {
        this.slowestMs = Math.max(this.slowestMs, performance.now() - askedAt);
        this.isAsking = false;
      });
  }

  private async alarms(): Promise<void> {
    const { cloud, screen } = this.stage;
    const { transitions } = (await cloud.admin('cloudwatch/history')) as {
      transitions: { alarm: string; at: number; from: string; to: string }[];
    };
    for (const { alarm, at, from, to } of transitions.slice(this.known)) {
      this.feed.alarms.set(alarm, to);
      if (at < this.feed.from) continue;
      const words = `alarm ${alarm}: ${from} → ${to}`;
      this.feed.tell(to === 'ALARM' ? screen.paint.red(words) : words, at);
    }
    this.known = Math.max(this.known, transitions.length);
  }
}
