/**
 * The cloud's time. It starts at `from` (real epoch milliseconds) and runs `speed` times as fast as the wall clock, for
 * pacing, draining and metric periods alike. The formula needs nothing but these two numbers, so that a client in
 * another process that is given both (`SLUICE_CLOCK`) reads the same time.
 */
export class Clock {
  readonly speed: number;
  readonly from: number;

  constructor(options: { speed?: number; from?: number } = {}) {
    this.speed = options.speed ?? 1;
    this.from = options.from ?? Date.now();
    if (!(this.speed > 0)) throw new RangeError(`speed must be above 0, not ${this.speed}`);
  }

  /** Cloud time in epoch milliseconds. */
  now(): number {
    return this.from + (Date.now() - this.from) * this.speed;
  }

  /** Cloud time as the JSON protocols write it: epoch seconds. */
  seconds(): number {
    return this.now() / 1000;
  }

  /** Does `deed` after `ms` of cloud time. The timer does not keep the process alive by itself. */
  after(ms: number, deed: () => void): Timer {
    const handle = setTimeout(deed, ms / this.speed).unref();
    return { cancel: () => clearTimeout(handle) };
  }

  /** Does `deed` every `ms` of cloud time (never faster than every 2 ms of real time). Keeps no process alive either. */
  every(ms: number, deed: () => void): Timer {
    const handle = setInterval(deed, Math.max(2, ms / this.speed)).unref();
    return { cancel: () => clearInterval(handle) };
  }

  /** Waits `ms` of cloud time, which keeps no process alive either: the cloud lives as long as its server listens. */
  sleep(ms: number): Promise<void> {
    return new Promise((resolve) => {
      this.after(ms, resolve);
    });
  }
}

export interface Timer {
  cancel(): void;
}
