import type { Clock } from '../ports/clock.js';

/**
 * A clock that jumps: when everybody sleeps, time moves on to the first who wakes. An hour passes in milliseconds, in the
 * same order every time.
 */
export class FakeClock implements Clock {
  private time: number;
  private readonly sleepers: { at: number; order: number; wake: () => void }[] = [];
  private order = 0;
  private pumping = false;

  constructor(start = Date.UTC(2026, 0, 1)) {
    this.time = start;
  }

  now(): number {
    return this.time;
  }

  sleep(ms: number, signal?: AbortSignal): Promise<void> {
    if (signal?.aborted === true) return Promise.resolve();
    return new Promise((resolve) => {
      const sleeper = {
        at: this.time + Math.max(0, ms),
        order: this.order++,
        wake: () => {
          signal?.removeEventListener('abort', abort);
          resolve();
        },
      };
      const abort = (): void => {
        const index = this.sleepers.indexOf(sleeper);
        if (index >= 0) this.sleepers.splice(index, 1);
        resolve();
      };
      signal?.addEventListener('abort', abort, { once: true });
      this.sleepers.push(sleeper);
      this.pump();
    });
  }

  /** Does `deed` at `ms` from now. */
  at(ms: number, deed: () => void): void {
    void this.sleep(ms).then(deed);
  }

  private pump(): void {
    if (this.pumping) return;
    this.pumping = true;
    const turn = (): void => {
      this.sleepers.sort((a, b) => a.at - b.at || a.order - b.order);
      const first = this.sleepers.shift();
      if (first === undefined) {
        this.pumping = false;
        return;
      }
      this.time = Math.max(this.time, first.at);
      first.wake();
      // Two turns of the event loop let everything that this woke go to sleep again.
      setImmediate(() => setImmediate(turn));
    };
    setImmediate(turn);
  }
}
