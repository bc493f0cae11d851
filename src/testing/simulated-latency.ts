import { compareLatency, type LatencyMinute, type ResponseTimes } from '../verdict/latency.js';
import { poisson, seeded } from './simulated-traffic.js';

/** What the action compares with when it is asked to: 1.5 times, 99 % shared with the errors. */
export const usualLatency = { factor: 1.5, floorMs: 20, alpha: 0.005 } as const;

export interface LatencyShift {
  readonly perSecond: number;
  /** Green's share in percent. */
  readonly weight: number;
  /** Green's response times are so many times blue's, from `slowFrom` (minutes) on. */
  readonly timesAsSlow: number;
  readonly slowFrom?: number;
  /** Requests that are fast or slow together: so many count as one. 1 when each is by itself. */
  readonly clump?: number;
  /** By how much (a standard deviation of its logarithm) a side's minutes differ from each other by themselves. */
  readonly unrest?: number;
}

const shiftMinutes = 60;
const medianSeconds = 0.12;
/** The spread of the response times, log-logistic: p95 is 2.8 times the median, p99 five times. */
const spread = 0.35;

/** The minutes of a shift as CloudWatch would tell them. */
export function simulatedLatency(shift: LatencyShift, random: () => number): LatencyMinute[] {
  const { perSecond, weight, timesAsSlow, slowFrom = 0, clump = 1, unrest = 0 } = shift;
  const side = (share: number, times: number): ResponseTimes => {
    const requests = poisson((60 * perSecond * share) / 100, random);
    const scale = medianSeconds * times * Math.exp(unrest * normal(random));
    const own = Math.max(1, Math.round(requests / clump));
    const [p90, p92, p93, p94, p95, p99] = orderStatistics(own, [0.9, 0.92, 0.93, 0.94, 0.95, 0.99], random).map(
      (uniform) => scale * (uniform / (1 - uniform)) ** spread,
    ) as [number, number, number, number, number, number];
    return { requests, p95Seconds: p95, slowest: { p90, p92, p93, p94, p99 } };
  };
  return Array.from({ length: shiftMinutes }, (_, minute) => ({
    green: side(weight, minute < slowFrom ? 1 : timesAsSlow),
    blue: side(100 - weight, 1),
    isMixed: false,
  }));
}

/** The minute (from 1) at which the comparison, asked after each, finds green too slow; Infinity when it never does. */
function foundAt(all: readonly LatencyMinute[]): number {
  for (let count = 1; count <= all.length; count++) {
    if (compareLatency(all.slice(0, count), usualLatency).judgement === 'unhealthy') return count;
  }
  return Number.POSITIVE_INFINITY;
}

/** In how many of the shifts green is found too slow, and after how many minutes of being it: the usual shift, the slowest tenth. */
export function latencyFound(shift: LatencyShift, shifts: number): { share: number; median: number; p90: number } {
  const random = seeded(20_260_103);
  const found = Array.from({ length: shifts }, () => foundAt(simulatedLatency(shift, random))).sort((a, b) => a - b);
  const at = (part: number): number => (found[Math.ceil(shifts * part) - 1] ?? Number.NaN) - (shift.slowFrom ?? 0);
  return { share: found.filter(Number.isFinite).length / shifts, median: at(0.5), p90: at(0.9) };
}

/** The values of nearest rank at the parts (ascending) of `count` uniform numbers, drawn without drawing all: by gamma gaps. */
function orderStatistics(count: number, parts: readonly number[], random: () => number): number[] {
  let rank = 0;
  let sum = 0;
  const sums = parts.map((part) => {
    const next = Math.ceil(count * part - 1e-9);
    sum += gamma(next - rank, random);
    rank = next;
    return sum;
  });
  const all = sum + gamma(count + 1 - rank, random);
  return sums.map((value) => value / all);
}

/** Marsaglia and Tsang, "A simple method for generating gamma variables", ACM TOMS 26 (2000). */
function gamma(shape: number, random: () => number): number {
  if (shape <= 0) return 0;
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = normal(random);
    const v = (1 + c * x) ** 3;
    if (v > 0 && Math.log(1 - random()) < x ** 2 / 2 + d - d * v + d * Math.log(v)) return d * v;
  }
}

const normal = (random: () => number): number =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
