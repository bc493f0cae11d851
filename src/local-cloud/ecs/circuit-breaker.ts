import type { DeploymentCircuitBreaker } from '@aws-sdk/client-ecs';

/**
 * How many failed tasks a deployment may have. Without `thresholdConfiguration` it is half the desired count, at least
 * 3 and at most 200.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-circuit-breaker.html
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ThresholdConfiguration.html
 */
export function failureThreshold(breaker: DeploymentCircuitBreaker | undefined, desiredCount: number): number {
  const { type = 'BOUNDED_PERCENT', value = 50 } = breaker?.thresholdConfiguration ?? {};
  if (type === 'COUNT') return Math.max(1, value);
  const share = Math.ceil((desiredCount * value) / 100);
  return type === 'UNBOUNDED_PERCENT' ? Math.max(1, share) : Math.min(200, Math.max(3, share));
}

/** True unless told otherwise: a task that became healthy forgives the failures before it. */
export function forgivesOnHealthyTask(breaker: DeploymentCircuitBreaker | undefined): boolean {
  return breaker?.resetOnHealthyTask ?? true;
}

/** AWS's documented maximum of the scheduler's throttle. */
const LONGEST_DELAY_MS = 27 * 60_000;

/**
 * How long the scheduler waits before it starts the next task after so many failures in a row. AWS documents that the
 * time "is incrementally increased" up to 27 minutes, not the steps; these double from 10 seconds after the third.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-throttle-logic.html
 */
export function launchDelayMs(failuresInARow: number): number {
  if (failuresInARow < 3) return 0;
  return Math.min(LONGEST_DELAY_MS, 10_000 * 2 ** (failuresInARow - 3));
}
