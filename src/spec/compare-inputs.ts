import type { InputSpecs } from './action-spec.js';
import { duration } from './duration.js';
import { type Kind, read, wrong } from './kind.js';
import { percent } from './percent.js';
import { rule } from './rules.js';
import { flag, integer, oneOf } from './scalars.js';

/** How the new version is compared with the old one, and what a step does that has seen too little. */
export const compareInputs = {
  compare: {
    kind: flag(),
    preset: 'true',
    description:
      'Compare the errors of the new version with those of the old one, by what CloudWatch counts for their target groups (5xx answers and failed connections, minute by minute), from its first requests on. A new version that fails more often than `compare-tolerance` allows is rolled back without any alarm; a fault behind both sides is no difference. At 100 % there is nothing to compare with.',
  },
  'compare-tolerance': {
    kind: factor({ min: 1, max: 100 }),
    preset: '1.5',
    description:
      "So many times the old version's share of errors is still fine. Not 1, because a new version is cold at first and errors come in bursts.",
  },
  'compare-confidence': {
    kind: percent({ min: 90, max: 99.9 }),
    preset: '99%',
    description:
      'How sure the comparison must be. At 99% at most one shift in a hundred of a version that is no worse than tolerated is rolled back by it, however long it runs and however often it looks; measured, it is one in a thousand.',
  },
  'compare-latency': {
    kind: factor({ min: 1.1, max: 100 }),
    description:
      "So many times the old version's response times are still fine, such as `1.5`; a new version that is slower in one minute after the other is rolled back. Without it they are not compared. Each whole minute in which each side took 50 requests counts once: against the new version when its p94 (p90 at the fewest requests) is above so many times the old one's p95, or its p95 above so many times the old one's p99. With 99% it takes five such minutes in a row, or more when some are not. `compare-confidence` is then shared between errors and response times.",
  },
  'compare-latency-floor': {
    kind: duration({ maxMs: 3_600_000 }),
    preset: '20ms',
    description:
      'So much longer than the old version is fine in any case, so that 2 ms in place of 1 ms are no reason. Only with `compare-latency`.',
  },
  'min-requests': {
    kind: integer({ min: 0, max: 1_000_000_000 }),
    preset: '0',
    description:
      'So many requests of the new version must have been seen in CloudWatch at each step before it ends; until then nothing is raised, and after `no-data-limit` `on-no-data` says what is done. 0 asks for none, so that a service that nobody uses at night can be deployed at night: the plan says what each step can see at the traffic there is. Only whole minutes at the step count.',
  },
  'on-no-data': {
    kind: oneOf('hold', 'rollback', 'continue'),
    preset: 'hold',
    description:
      'What to do with a step that has served its time and has not seen `min-requests`, or when CloudWatch shows no requests at all where there were some before the start: `hold` raises nothing, goes on watching, and ends when `timeout` is up; `rollback` gives all traffic to the old version after `no-data-limit`; `continue` goes on by time after it, and says so.',
  },
  'no-data-limit': {
    kind: duration({ minMs: 1000, maxMs: 86_400_000 }),
    preset: '10m',
    description:
      'How long a step waits, after its time is served, for the requests that it has not seen, before `on-no-data` is followed.',
  },
} as const satisfies InputSpecs;

/** What must hold between them. */
export const compareRules = [
  rule(
    ['compare-latency', 'compare'],
    '`compare-latency` is a part of the comparison, so it needs `compare`.',
    (values: { compareLatency: number | undefined; compare: boolean }) =>
      values.compareLatency !== undefined && !values.compare ? 'has no effect with compare: false' : undefined,
  ),
  rule(
    ['min-requests', 'compare'],
    '`min-requests` counts what the comparison reads, so it needs `compare`.',
    (values: { minRequests: number; compare: boolean }) =>
      values.minRequests > 0 && !values.compare ? 'has no effect with compare: false' : undefined,
  ),
];

/** A factor such as `1.5`. */
function factor(bounds: { readonly min: number; readonly max: number }): Kind<number> {
  return {
    label: 'factor',
    accepts: `a number from ${bounds.min} to ${bounds.max}, such as 1.5`,
    absent: undefined,
    workflowType: 'number',
    read: (given) => {
      if (!/^\d{1,4}(\.\d{1,4})?$/.test(given)) return wrong('is not a number');
      const value = Number(given);
      if (value < bounds.min) return wrong('is too small');
      return value > bounds.max ? wrong('is too large') : read(value);
    },
  };
}
