import { compare, type MinutePair, usualComparing } from '../verdict/compare.js';
import { seeded, simulatedMinutes } from './simulated-traffic.js';

const minutes = 60;
const usualRate = 0.001;

/** The minute (from 1) at which the comparison, asked after each, finds green bad; undefined when it never does. */
function foundAt(all: readonly MinutePair[]): number | undefined {
  for (let count = 1; count <= all.length; count++) {
    if (compare(all.slice(0, count), usualComparing).judgement === 'unhealthy') return count;
  }
  return undefined;
}

/** Equal versions with 0.1 % errors through 60-minute shifts, half of them 10 → 25 → 50 %, half at 10 % all the time: the share rolled back. */
export function falseAlarms(asked: { perSecond: number; shifts: number; seed: number }): { share: number } {
  const random = seeded(asked.seed);
  let alarms = 0;
  for (let shift = 0; shift < asked.shifts; shift++) {
    const inSteps = (minute: number): number => (minute < 20 ? 10 : minute < 40 ? 25 : 50);
    const all = simulatedMinutes(
      {
        perSecond: asked.perSecond,
        share: shift % 2 === 0 ? inSteps : () => 10,
        greenErrorRate: () => usualRate,
        blueErrorRate: () => usualRate,
        minutes,
      },
      random,
    );
    if (foundAt(all) !== undefined) alarms++;
  }
  return { share: alarms / asked.shifts };
}

export interface DetectionGoal {
  readonly perSecond: number;
  readonly weight: number;
  readonly errorPercent: number;
  /** Minutes of traffic until the rollback: of the usual shift, and of the slowest tenth. */
  readonly median: number;
  readonly p90: number;
}

/** How soon green's errors must be found, with 0.1 % on blue. */
export const detectionGoals: readonly DetectionGoal[] = [
  { perSecond: 10, weight: 10, errorPercent: 1, median: 11, p90: 24 },
  { perSecond: 10, weight: 10, errorPercent: 5, median: 2, p90: 3 },
  { perSecond: 50, weight: 10, errorPercent: 1, median: 3, p90: 6 },
  { perSecond: 50, weight: 10, errorPercent: 5, median: 1, p90: 1 },
  { perSecond: 100, weight: 10, errorPercent: 1, median: 2, p90: 3 },
  { perSecond: 100, weight: 10, errorPercent: 5, median: 1, p90: 1 },
  { perSecond: 1_000, weight: 10, errorPercent: 1, median: 2, p90: 2 },
  { perSecond: 1_000, weight: 10, errorPercent: 5, median: 2, p90: 2 },
  { perSecond: 10, weight: 50, errorPercent: 1, median: 6, p90: 12 },
  { perSecond: 10, weight: 50, errorPercent: 5, median: 1, p90: 2 },
];

/** Minutes of traffic until green with so many errors is found bad. */
export function detectionMinutes(asked: {
  perSecond: number;
  weight: number;
  errorPercent: number;
  shifts: number;
  seed: number;
}): { median: number; p90: number } {
  const random = seeded(asked.seed);
  const found = Array.from({ length: asked.shifts }, () => {
    const all = simulatedMinutes(
      {
        perSecond: asked.perSecond,
        share: () => asked.weight,
        greenErrorRate: () => asked.errorPercent / 100,
        blueErrorRate: () => usualRate,
        minutes,
      },
      random,
    );
    return foundAt(all) ?? Number.POSITIVE_INFINITY;
  }).sort((a, b) => a - b);
  const at = (part: number): number => found[Math.ceil(found.length * part) - 1] ?? Number.NaN;
  return { median: at(0.5), p90: at(0.9) };
}
