/**
 * Response times, green against blue: a test that may be looked at at every poll.
 *
 * Invariant: while green is at most as slow as tolerated, the probability that this ever says unhealthy, however often it
 * is asked, is at most `alpha`. The answer is a pure function of the minutes, as that of the errors is (compare.ts).
 *
 * CloudWatch tells percentiles of a minute and not single requests, so each minute gives one sign. It speaks against green
 * when green's p94 (with fewer requests p93, p92, p90) is above what is allowed beside blue's p95, or its p95 above what is
 * allowed beside blue's p99. By that distance a green that is exactly as slow as tolerated has such minutes rarely: how
 * rarely follows from the counts alone, whatever the response times are (order statistics of two samples of one
 * distribution; latency.test.ts reckons it). They are taken for more probable than that, because the requests of a minute
 * are not quite independent.
 *
 * The signs are bet on: a bet that a share q of the minutes is against green pays q / chance or (1 - q) / (1 - chance), whose
 * expected value is at most 1. The mean over several q, and over all minutes in which green may have begun to be slow, is
 * an e-process: Ville's inequality bounds the probability that it ever reaches 1/α by α.
 * https://arxiv.org/abs/2210.01948 (testing by betting)
 */
import type { MinuteSeen } from '../ports/evidence.js';
import { figure } from './compare.js';
import type { Judgement } from './verdict.js';

/** The response times of a side in a minute. */
export type ResponseTimes = Pick<MinuteSeen, 'requests' | 'p95Seconds' | 'slowest'>;

/** A whole minute of both sides whose figures have come in. */
export interface LatencyMinute {
  readonly green: ResponseTimes;
  readonly blue: ResponseTimes;
  /** The weight changed in it or just before: caches are cold, and the two sides had their requests at different times. */
  readonly isMixed: boolean;
}

export interface LatencyLimit {
  /** So many times blue's response times are still fine (> 1). */
  readonly factor: number;
  /** So much longer than blue's is fine in any case, ms. */
  readonly floorMs: number;
}

export interface LatencyComparison {
  readonly judgement: Judgement;
  /** `green was slower than 1.5 times blue in 5 of 5 minutes (…): E = 270 ≥ 200` */
  readonly reason: string;
  readonly e: number;
  /** Minutes that could be judged, and those of them that speak against green. */
  readonly minutes: number;
  readonly against: number;
}

/**
 * By the requests of the side that took fewer: the percentile of green that is held against blue's p95, and the
 * probability that is taken for a minute against a green that is just as slow as tolerated. It really is at most 0.29
 * where 1/3 is taken, and at most 0.2 where 1/4 is.
 */
export const grades = [
  { least: 1_000, percentile: 'p94', chance: 1 / 4 },
  { least: 300, percentile: 'p93', chance: 1 / 4 },
  { least: 200, percentile: 'p92', chance: 1 / 4 },
  { least: 100, percentile: 'p90', chance: 1 / 4 },
  { least: 50, percentile: 'p90', chance: 1 / 3 },
] as const;

/** Percentiles of fewer requests say too little for any sign. */
export const leastRequests = grades[4].least;

const gradeOf = (requests: number) => grades.find(({ least }) => requests >= least);

/** The shares of minutes that are bet on, and the part of the stake on each. All of them, to be quick; fewer, to forgive some. */
const bets = [
  { share: 1, part: 1 / 2 },
  { share: 0.85, part: 1 / 4 },
  { share: 0.6, part: 1 / 4 },
] as const;

/** Far beyond any bar, and far from what a number can hold. */
const enough = 1e200;

export function compareLatency(
  minutes: readonly LatencyMinute[],
  { factor, floorMs, alpha }: LatencyLimit & { readonly alpha: number },
): LatencyComparison {
  const signs = minutes.flatMap((minute) => signOf(minute, { factor, floorMs }) ?? []);
  const against = signs.filter(({ isAgainst }) => isAgainst).length;
  const e = evidence(signs);
  const last = signs.at(-1);
  const known = { e, minutes: signs.length, against };
  if (last === undefined) {
    const reason = `no whole minute yet in which each side took ${leastRequests} requests at a weight that stayed`;
    return { ...known, judgement: 'unknown', reason };
  }
  const isOver = e >= 1 / alpha;
  const bar = `E = ${e < 0.01 ? 'less than 0.01' : figure(e)} ${isOver ? '≥' : '<'} ${figure(1 / alpha)}`;
  const counted = `${against} of ${signs.length} minute${signs.length === 1 ? '' : 's'}`;
  const reason = `green was slower than ${factor} times blue in ${counted} (${last.words()}): ${bar}`;
  return { ...known, judgement: isOver ? 'unhealthy' : 'healthy', reason };
}

/** Two tests that share the probability of a false alarm: together they stay within it. */
export function alphaOfEach(compared: { readonly alpha: number; readonly latency: LatencyLimit | null }): number {
  return compared.latency === null ? compared.alpha : compared.alpha / 2;
}

/** After so many minutes in a row against green, from the first on, it is found. */
export function minutesToTell(alpha: number, requests: number): number {
  const { chance } = gradeOf(requests) ?? { chance: 1 / 3 };
  const signs: Sign[] = [];
  do signs.push({ isAgainst: true, chance, words: () => '' });
  while (evidence(signs) < 1 / alpha);
  return signs.length;
}

interface Sign {
  readonly isAgainst: boolean;
  readonly chance: number;
  readonly words: () => string;
}

/** What a minute says; undefined when it says nothing. */
function signOf({ green, blue, isMixed }: LatencyMinute, limit: LatencyLimit): Sign | undefined {
  const grade = gradeOf(Math.min(green.requests, blue.requests));
  if (isMixed || grade === undefined) return undefined;
  const { percentile, chance } = grade;
  const [greenLow, greenHigh] = [green.slowest?.[percentile] ?? null, green.p95Seconds];
  const [blueLow, blueHigh] = [blue.p95Seconds, blue.slowest?.p99 ?? null];
  if (greenLow === null || greenHigh === null || blueLow === null || blueHigh === null) return undefined;
  const allowed = (seconds: number) => Math.max(seconds * limit.factor, seconds + limit.floorMs / 1000);
  const words = () =>
    `the last: ${percentile} ${ms(greenLow)}, p95 ${ms(greenHigh)}; blue p95 ${ms(blueLow)}, p99 ${ms(blueHigh)}`;
  return { isAgainst: greenLow > allowed(blueLow) || greenHigh > allowed(blueHigh), chance, words };
}

/** E of the signs, in their order. The bets that begin with minute n (from 0) have 1 / ((n + 1)(n + 2)) of the stake. */
function evidence(signs: readonly Sign[]): number {
  const won = bets.map(() => 0);
  for (const [n, sign] of signs.entries()) {
    const stake = 1 / ((n + 1) * (n + 2));
    for (const [i, { share, part }] of bets.entries()) {
      const pays = sign.isAgainst ? share / sign.chance : (1 - share) / (1 - sign.chance);
      won[i] = Math.min(enough, ((won[i] ?? 0) + stake * part) * pays);
    }
  }
  // What is not staked yet is kept.
  return won.reduce((sum, value) => sum + value, 1 / (signs.length + 1));
}

const ms = (seconds: number): string => `${figure(1000 * seconds)} ms`;
