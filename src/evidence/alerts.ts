import type { Clock } from '../ports/clock.js';

/** A pause that ends early when somebody rings. A ring while nobody waits shortens the next pause: none is lost. */
export class Alerts {
  private bell = new AbortController();

  constructor(
    private readonly clock: Clock,
    also: AbortSignal,
  ) {
    also.addEventListener('abort', () => this.ring());
  }

  ring(): void {
    this.bell.abort();
  }

  async wait(ms: number): Promise<void> {
    await this.clock.sleep(ms, this.bell.signal);
    this.bell = new AbortController();
  }
}
