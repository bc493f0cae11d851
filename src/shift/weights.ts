import type { Route, Weights } from '../ports/traffic-router.js';

/**
 * Green's share in percent → weights as a listener takes them: integers from 0 to 999.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_TargetGroupTuple.html
 */
export function weightsFor(greenPercent: number, blueArn: string, greenArn: string): Weights {
  const whole = Number.isInteger(greenPercent);
  const total = whole ? 100 : 1000;
  const green = Math.round((greenPercent * total) / 100);
  return { [blueArn]: total - green, [greenArn]: green };
}

/** Green's share in percent; undefined when neither side has a weight. */
export function greenShare(weights: Weights, blueArn: string, greenArn: string): number | undefined {
  const green = weights[greenArn] ?? 0;
  const total = green + (weights[blueArn] ?? 0);
  return total === 0 ? undefined : (100 * green) / total;
}

/** The weights of a rule as it was read. */
export function weightsOf(route: Route): Record<string, number> {
  return Object.fromEntries(route.groups.map(({ targetGroupArn, weight }) => [targetGroupArn, weight]));
}
