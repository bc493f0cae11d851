/** What a step can see of response times: a sign a minute, so it is told in minutes. */
import { alphaOfEach, type LatencyLimit, leastRequests, minutesToTell } from './latency.js';

interface Step {
  readonly weight: number;
  readonly bakeMs: number;
}

export interface LatencyCompared {
  readonly alpha: number;
  readonly latency: LatencyLimit | null;
  /** Requests a second to both sides; null when not known. */
  readonly usualPerSecond: number | null;
}

/**
 * What of a step gives no sign, ms: the minute in which the weight changed, the rest of the one in which the load balancer
 * may still be taking it over, and the time until the figures of the last one have come in.
 */
const lostMs = 3 * 60_000;

/** Whole minutes of the step that surely give a sign at such traffic; 0 when a side takes too few requests. */
function minutesOf({ weight, bakeMs }: Step, usualPerSecond: number): number {
  return perMinute(weight, usualPerSecond) < leastRequests ? 0 : Math.max(0, Math.floor((bakeMs - lostMs) / 60_000));
}

/** Requests a minute to the side that takes fewer. */
const perMinute = (weight: number, perSecond: number): number =>
  (60 * perSecond * Math.min(weight, 100 - weight)) / 100;

/** What the step can tell of response times, in a sentence; nothing when they are not compared or blue takes no requests. */
export function latencyVisibilityOf(step: Step, compared: LatencyCompared): string[] {
  const { latency, usualPerSecond } = compared;
  if (latency === null || usualPerSecond === null || step.weight >= 100) return [];
  if (perMinute(step.weight, usualPerSecond) < leastRequests) {
    return [`too few requests to compare response times (${leastRequests} a minute to each side)`];
  }
  const needed = minutesToTell(alphaOfEach(compared), perMinute(step.weight, usualPerSecond));
  const minutes = minutesOf(step, usualPerSecond);
  const told = `response times above ${latency.factor} times the old side's for ${needed} min in a row`;
  if (minutes >= needed) return [`${told} are told`];
  return [`${told} would be told; this step sees ${minutes} min, and those of all steps count together`];
}

/** A warning when the steps together are too short, or the requests too few, to find even a version that is always slow. */
export function blindToLatency(steps: readonly Step[], compared: LatencyCompared): string[] {
  const { latency, usualPerSecond } = compared;
  if (latency === null || usualPerSecond === null) return [];
  const shared = steps.filter(({ weight }) => weight < 100);
  const minutes = shared.reduce((sum, step) => sum + minutesOf(step, usualPerSecond), 0);
  const needed = minutesToTell(
    alphaOfEach(compared),
    Math.max(0, ...shared.map(({ weight }) => perMinute(weight, usualPerSecond))),
  );
  if (minutes >= needed) return [];
  return [
    `compare-latency may tell nothing: at the traffic there is the steps give ${minutes} min in which each side takes ${leastRequests} requests, and it takes ${needed}`,
  ];
}
