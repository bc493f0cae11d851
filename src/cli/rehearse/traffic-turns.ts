import type { Feed } from './feed.js';
import { type Answer, hasFailed, type Tally } from './tally.js';
import { grouped } from './traffic-bar.js';

/** So many of the last answers make the share that is told. */
const lookedAt = 100;
const cells = 10;

/**
 * Tells a line when the share of the answers that the new version gives has moved on by a quarter. Where nobody writes weights this
 * is the only place where it shows who serves.
 */
export class TrafficTurns {
  private readonly recent: boolean[] = [];
  private told = 0;

  constructor(
    private readonly feed: Pick<Feed, 'tell'>,
    private readonly versions: Readonly<Record<'live' | 'new', string>>,
    private readonly tally: Pick<Tally, 'total'>,
  ) {}

  add(answer: Answer): void {
    this.recent.push(answer.version === this.versions.new && !hasFailed(answer));
    if (this.recent.length > lookedAt) this.recent.shift();
    const share = this.recent.filter(Boolean).length / this.recent.length;
    const isEnd = (share === 0 || share === 1) && share !== this.told;
    if (this.recent.length < lookedAt || (Math.abs(share - this.told) < 0.25 && !isEnd)) return;
    this.told = share;
    const filled = Math.round(cells * share);
    const { requests, failed } = this.tally.total;
    this.feed.tell(
      `${this.versions.live} ${'░'.repeat(cells - filled)}${'█'.repeat(filled)} ${this.versions.new}  ${Math.round(100 * share)} % of the clients are answered by ${this.versions.new}; ${grouped(requests)} requests, ${grouped(failed)} failed`,
    );
  }
}
