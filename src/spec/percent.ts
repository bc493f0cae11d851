import { type Kind, type Reading, read, wrong } from './kind.js';

/**
 * `10%` or `0.1%` as 10 or 0.1. At most one decimal: a load balancer's weights are whole numbers up to 999, so tenths
 * of a percent are the finest share that two target groups can have exactly.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_TargetGroupTuple.html
 */
export function parsePercent(text: string): Reading<number> {
  const parts = /^(\d{1,3})(?:\.(\d+))?%$/.exec(text);
  if (parts === null) {
    return wrong('is not a percentage', /^\d{1,3}(\.\d)?$/.test(text) ? `${text}%` : undefined);
  }
  if ((parts[2] ?? '').replace(/0+$/, '').length > 1) {
    return wrong('is finer than a tenth of a percent');
  }
  const value = Number(text.slice(0, -1));
  return value > 100 ? wrong('is more than 100%') : read(value);
}

/** A percentage as a number from 0 to 100. */
export function percent(bounds: { readonly min?: number; readonly max?: number } = {}): Kind<number> {
  const { min = 0, max = 100 } = bounds;
  return {
    label: 'percentage',
    accepts: `a percentage from ${min}% to ${max}%, with at most one decimal`,
    absent: undefined,
    read: (given) => {
      const reading = parsePercent(given);
      if (!reading.ok) {
        return reading;
      }
      if (reading.value < min) {
        return wrong('is too small');
      }
      return reading.value > max ? wrong('is too large') : reading;
    },
  };
}
