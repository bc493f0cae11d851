/**
 * Green against blue: a test that may be looked at at every poll.
 *
 * Invariant: while green is at most `tolerance` times as bad as blue, the probability that this ever says unhealthy,
 * however often it is asked, is at most `alpha`. The answer is a pure function of the minutes: figures that come late or
 * grow are put in place of the old ones and everything is reckoned anew, and a change of weight needs no new start.
 *
 * The test is a mixture e-process on the share of green among the errors. Given that an error happened in a minute in
 * which green took n of N requests, it is green's with a probability of at most θ₀ = r·n_g / (r·n_g + n_b) as long as
 * green's error rate is at most r times blue's. Against that stand rates ρ times blue's, θ = ρ·n_g / (ρ·n_g + n_b): each
 * has a likelihood ratio whose expected value is at most 1, and so has their mean E. Ville's inequality bounds the
 * probability that E ever reaches 1/α by α. A fault behind both sides changes nothing, because it leaves the share as it is.
 * https://arxiv.org/abs/2210.01948 (e-processes, Ville's inequality), https://arxiv.org/abs/2011.03567 (counts at any time)
 */
import type { Judgement } from './verdict.js';

export interface Counts {
  readonly requests: number;
  readonly errors: number;
}

/** A minute of both sides as known by now. */
export interface MinutePair {
  /** Its beginning, epoch ms. */
  readonly at: number;
  readonly green: Counts;
  readonly blue: Counts;
  /**
   * Set when the weight changed in the minute: the greatest share green had in it, in percent. The requests of such a
   * minute do not tell which share green had when an error happened, so the share most in its favour is taken.
   */
  readonly greatestShare?: number;
}

export interface Comparing {
  /** So many times blue's error rate is still fine (≥ 1). */
  readonly tolerance: number;
  /** The probability of a false alarm in a whole shift, such as 0.01. */
  readonly alpha: number;
  /** Fewer errors of green than this are never held against it. */
  readonly minErrors: number;
  /** So many requests of green there must be before the answer can be healthy. */
  readonly minRequests: number;
}

export const usualComparing: Comparing = { tolerance: 1.5, alpha: 0.01, minErrors: 3, minRequests: 1 };

export interface Comparison {
  readonly judgement: Judgement;
  /** `green 12 of 240 requests failed (5 %), blue 3 of 2,160 (0.1 %): E = 1,900 ≥ 100` */
  readonly reason: string;
  /** ln E: how strongly the errors speak against green. */
  readonly logE: number;
  readonly green: Counts;
  readonly blue: Counts;
}

/**
 * How many times as bad as tolerated green may be, and the part of the mixture given to each. Chosen by simulation for
 * the median and the slowest tenth at 1 % and 5 % errors (compare.exhaustive.test.ts).
 */
const mixture = [
  { excess: 2, part: 2 / 19 },
  { excess: 3, part: 3 / 19 },
  { excess: 5, part: 4 / 19 },
  { excess: 8, part: 5 / 19 },
  { excess: 15, part: 3 / 19 },
  { excess: 40, part: 2 / 19 },
] as const;

/** Evidence that is so many times the bar counts at once; weaker must come from two minutes, because errors come in bursts. */
const burstMargin = 3;

/** What the minutes in which both sides took requests say of green. */
export function compare(minutes: readonly MinutePair[], comparing: Comparing): Comparison {
  const both = minutes.map(plausible).filter(({ green, blue }) => green.requests > 0 && blue.requests > 0);
  const green = total(both.map((minute) => minute.green));
  const blue = total(both.map((minute) => minute.blue));
  const { logE, against } = evidence(both, comparing.tolerance);
  const bar = 1 / comparing.alpha;
  const said = `green ${shareOf(green, ' requests failed')}, blue ${shareOf(blue)}`;
  const known = { logE, green, blue };
  if (green.requests === 0) {
    return { ...known, judgement: 'unknown', reason: 'no minute yet in which both sides took requests' };
  }
  const e = `E = ${figure(Math.exp(Math.min(logE, 690)))}`;
  const isOver = logE >= Math.log(bar) && green.errors >= comparing.minErrors;
  if (isOver && (against >= 2 || logE >= Math.log(burstMargin * bar))) {
    return { ...known, judgement: 'unhealthy', reason: `${said}: ${e} ≥ ${figure(bar)}` };
  }
  if (green.requests < comparing.minRequests) {
    const reason = `${figure(green.requests)} of ${figure(comparing.minRequests)} requests that green needs; ${said}: ${e}`;
    return { ...known, judgement: 'unknown', reason };
  }
  const below = logE < Math.log(0.01) ? 'E < 0.01' : `${e} < ${figure(bar)}`;
  const why = isOver ? `${e} from one minute only` : below;
  return { ...known, judgement: 'healthy', reason: `${said}: ${why}` };
}

/** ln E, and the number of minutes in which green had more than its share of the errors. */
function evidence(minutes: readonly MinutePair[], tolerance: number): { logE: number; against: number } {
  const logs = mixture.map(({ part }) => Math.log(part));
  let against = 0;
  for (const { green, blue, greatestShare } of minutes) {
    if (green.errors === 0 && blue.errors === 0) continue;
    const odds = Math.max(green.requests / blue.requests, oddsOf(greatestShare));
    if (!Number.isFinite(odds)) continue;
    const expected = tolerance * odds;
    if (green.errors * (1 + expected) > (green.errors + blue.errors) * expected) against++;
    for (const [i, { excess }] of mixture.entries()) {
      const worse = excess * expected;
      // ln(θ/θ₀) and ln((1−θ)/(1−θ₀)), with θ = odds / (1 + odds): nothing is subtracted from 1, so nothing is lost near 0 and 1.
      const ifBlue = Math.log1p(expected) - Math.log1p(worse);
      logs[i] = (logs[i] ?? 0) + green.errors * (Math.log(excess) + ifBlue) + blue.errors * ifBlue;
    }
  }
  const top = Math.max(...logs);
  return { logE: top + Math.log(logs.reduce((sum, log) => sum + Math.exp(log - top), 0)), against };
}

const oddsOf = (percent: number | undefined): number => (percent === undefined ? 0 : percent / (100 - percent));

/** Errors and requests are two metrics: the one may be here before the other. */
function plausible(minute: MinutePair): MinutePair {
  const within = ({ requests, errors }: Counts): Counts => ({ requests, errors: Math.min(errors, requests) });
  return { ...minute, green: within(minute.green), blue: within(minute.blue) };
}

export function total(all: readonly Counts[]): Counts {
  return all.reduce(
    (sum, { requests, errors }) => ({ requests: sum.requests + requests, errors: sum.errors + errors }),
    { requests: 0, errors: 0 },
  );
}

/** `12 of 240 requests failed (5 %)` */
function shareOf({ requests, errors }: Counts, what = ''): string {
  return `${figure(errors)} of ${figure(requests)}${what} (${percent(requests === 0 ? 0 : errors / requests)})`;
}

/** At most two digits that count, so that 0.13 % and 5.2 % both tell something. */
export function percent(rate: number): string {
  const value = 100 * rate;
  return `${value >= 10 ? Math.round(value) : Number(value.toPrecision(2))} %`;
}

/** `1,900`; beyond a million the exact figure says nothing. */
export function figure(value: number): string {
  if (value >= 1e6) return 'over a million';
  const rounded = value >= 10 ? Math.round(value) : Number(value.toPrecision(2));
  return rounded.toString().replace(/\B(?=(\d{3})+(?!\d))/g, rounded >= 1000 ? ',' : '');
}
