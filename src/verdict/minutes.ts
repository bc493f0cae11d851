/** Minutes of both sides, put together for the comparison. Invariant: a minute without figures is not a minute without requests. */
import { counted } from '../spec/counted.js';
import type { Counts, MinutePair } from './compare.js';

const minuteMs = 60_000;

/** A rule change may take so long to reach every node of the load balancer, ms. Not documented; observed to be seconds. */
const propagationMs = 60_000;

/** So long after its end a minute's figures may still be missing, ms. */
const lateMs = 120_000;

/** So many requests must have been expected before their absence is taken for lost figures. */
const tellingRequests = 20;

interface MinuteCounts {
  readonly at: number;
  readonly counts: Counts;
}

/** Green's share from a moment on, in percent. */
export interface ShareSeen {
  readonly at: number;
  readonly greenPercent: number;
}

const none: Counts = { requests: 0, errors: 0 };

/** The minutes that either side has figures of, in order. */
export function pairUp(green: readonly MinuteCounts[], blue: readonly MinuteCounts[]): MinutePair[] {
  const times = [...new Set([...green, ...blue].map(({ at }) => at))].sort((a, b) => a - b);
  const of = (side: readonly MinuteCounts[]) => new Map(side.map(({ at, counts }) => [at, counts]));
  const [greens, blues] = [of(green), of(blue)];
  return times.map((at) => ({ at, green: greens.get(at) ?? none, blue: blues.get(at) ?? none }));
}

/** The greatest share that green may have had in the minute when that was not one and the same all the time. */
export function greatestShareIn(shares: readonly ShareSeen[], minute: number): number | undefined {
  const inEffect = shares.filter(({ at }, i) => {
    const end = (shares[i + 1]?.at ?? Number.POSITIVE_INFINITY) + propagationMs;
    return at < minute + minuteMs && end > minute;
  });
  return inEffect.length < 2 ? undefined : Math.max(...inEffect.map(({ greenPercent }) => greenPercent));
}

export interface StepNeeds {
  /** Requests of green that the step must have seen; 0 when it need not. */
  readonly minRequests: number;
  /** Requests a second to both sides before the start; null when not known. */
  readonly usualPerSecond: number | null;
  readonly raisedAt: number;
  readonly stepSince: number;
  readonly now: number;
}

/** What a step has not seen and must see before it ends, in words; undefined when nothing is missing. */
export function whatIsLacking(minutes: readonly MinutePair[], needs: StepNeeds): string | undefined {
  const { minRequests, usualPerSecond, raisedAt, stepSince, now } = needs;
  // A minute in which the step before was still served is not the step's own.
  const seen = minutes.filter(({ at }) => at >= stepSince).reduce((sum, { green }) => sum + green.requests, 0);
  if (seen < minRequests)
    return `only ${seen} of ${counted(minRequests, 'request')} of the new version were seen at this step`;
  const last = minutes.findLast(({ green, blue }) => green.requests + blue.requests > 0);
  const silentMs = now - Math.max(raisedAt, last === undefined ? 0 : last.at + minuteMs) - minuteMs - lateMs;
  if (usualPerSecond === null || (usualPerSecond * silentMs) / 1000 < tellingRequests) return undefined;
  const since = Math.round((silentMs + minuteMs + lateMs) / minuteMs);
  return `CloudWatch has shown no requests to either side for ${since} min, where ${Number(usualPerSecond.toPrecision(2))} a second were usual`;
}
