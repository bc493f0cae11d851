import { camelCase } from './action-spec.js';
import type { Problem } from './input-error.js';

/** What is known when rules are asked: which inputs have text of their own or from their preset, and all values. */
export interface Given<V> {
  readonly has: (input: string) => boolean;
  readonly values: V;
}

/** A condition between inputs. It is not asked while one of its inputs has a problem of its own. */
export interface Rule<V = unknown> {
  readonly inputs: readonly string[];
  readonly problem: (given: Given<V>) => Problem | undefined;
  /** For the README. */
  readonly description: string;
}

const listed = (names: readonly string[], word: string): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} ${word} ${names.at(-1)}`;

/** Exactly one of the inputs is given. */
export function exactlyOneOf(...inputs: readonly [string, string, ...string[]]): Rule {
  return {
    inputs,
    description: `Exactly one of ${listed(inputs, 'and')} is given.`,
    problem: ({ has }) => {
      const given = inputs.filter(has);
      if (given.length === 1) {
        return undefined;
      }
      return given.length === 0
        ? { input: inputs[0], wrong: `is missing: give exactly one of ${listed(inputs, 'and')}` }
        : { input: given[1] ?? inputs[1], wrong: `contradicts ${given[0]}: give only one of the two` };
    },
  };
}

/** At least one of the inputs is given. */
export function atLeastOneOf(...inputs: readonly [string, string, ...string[]]): Rule {
  return {
    inputs,
    description: `At least one of ${listed(inputs, 'and')} is given.`,
    problem: ({ has }) =>
      inputs.some(has) ? undefined : { input: inputs[0], wrong: `is missing: give ${listed(inputs, 'or')}, or both` },
  };
}

/** The input makes sense only beside another one. */
export function needs(input: string, other: string): Rule {
  return {
    inputs: [input, other],
    description: `${input} is given only together with ${other}.`,
    problem: ({ has }) =>
      has(input) && !has(other)
        ? { input, wrong: `has no effect without ${other}: give ${other} as well, or take ${input} out` }
        : undefined,
  };
}

/** The inputs are given all together or not at all. */
export function together(...inputs: readonly [string, string, ...string[]]): Rule {
  return {
    inputs,
    description: `${listed(inputs, 'and')} are given together or not at all.`,
    problem: ({ has }) => {
      const missing = inputs.filter((input) => !has(input));
      const given = inputs.filter(has);
      return missing.length === 0 || given.length === 0
        ? undefined
        : { input: missing[0] ?? inputs[0], wrong: `is missing beside ${listed(given, 'and')}: give both, or neither` };
    },
  };
}

/** ARNs are of the Region that is asked: of another one AWS only says that there is nothing. Names have no Region. */
export function ofTheRegion(...inputs: readonly [string, ...string[]]): Rule<Record<string, unknown>> {
  return {
    inputs: [...inputs, 'region'],
    description: `ARNs in ${listed(inputs, 'and')} are of the Region in region.`,
    problem: ({ values }) => {
      for (const input of inputs) {
        const given = values[camelCase(input)];
        // arn:PARTITION:SERVICE:REGION:ACCOUNT:RESOURCE
        const [arn, , , region = ''] = typeof given === 'string' ? given.split(':') : [];
        if (arn !== 'arn' || region === '' || region === values.region) continue;
        return { input, wrong: `is of the Region ${region}, and region is ${values.region}: one of the two is wrong` };
      }
      return undefined;
    },
  };
}

/** Any other condition. `check` answers what is wrong with the first of the inputs, or nothing. */
export function rule<V>(
  inputs: readonly [string, ...string[]],
  description: string,
  check: (values: V, has: (input: string) => boolean) => string | undefined,
): Rule<V> {
  return {
    inputs,
    description,
    problem: ({ values, has }) => {
      const wrong = check(values, has);
      return wrong === undefined ? undefined : { input: inputs[0], wrong };
    },
  };
}
