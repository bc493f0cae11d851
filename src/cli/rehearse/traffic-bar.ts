import type { Screen } from './screen.js';
import { type Answer, hasFailed, type Tally } from './tally.js';

/** So many of the last answers make the split that is shown. */
const lookedAt = 100;
const cells = 30;

/** The living line: who answers the clients right now, and how it went so far. */
export class TrafficBar {
  private readonly recent: { version: string; failed: boolean }[] = [];
  private readonly startedAt = performance.now();

  constructor(
    private readonly screen: Screen,
    private readonly versions: Readonly<Record<'live' | 'new', string>>,
    private readonly tally: Tally,
  ) {}

  add(answer: Answer): void {
    this.recent.push({ version: answer.version, failed: hasFailed(answer) });
    if (this.recent.length > lookedAt) this.recent.shift();
  }

  /** `v1 ░░░░░░███ v2  30 %   1,234 requests  0 failed  12 s` */
  text(): string {
    const { paint } = this.screen;
    const { live, new: fresh } = this.versions;
    const ofNew = this.recent.filter(({ version }) => version === fresh).length;
    const percent = this.recent.length === 0 ? 0 : (100 * ofNew) / this.recent.length;
    const width = Math.min(cells, Math.max(4, (this.screen.columns ?? 80) - 60));
    const filled = percent > 0 ? Math.max(1, Math.round((width * percent) / 100)) : 0;
    const bar = paint.blue('░'.repeat(width - filled)) + paint.green('█'.repeat(filled));
    const { requests, failed } = this.tally.total;
    const failures = `${grouped(failed)} failed`;
    const failing = this.recent.some((answer) => answer.failed);
    const seconds = Math.round((performance.now() - this.startedAt) / 1000);
    return [
      `  ${paint.blue(live)} ${bar} ${paint.green(fresh)} ${String(Math.round(percent)).padStart(3)} %`,
      `${grouped(requests)} requests`,
      failing ? paint.red(failures) : failures,
      paint.dim(`${seconds} s`),
    ].join('  ');
  }
}

/** 12,345 */
export function grouped(value: number): string {
  return value.toLocaleString('en-US');
}
