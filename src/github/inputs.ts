import type { AnySpec, Inputs } from '../spec/action-spec.js';
import { parseInputs } from '../spec/parse.js';
import { mask } from './log.js';

type Environment = Readonly<Record<string, string | undefined>>;

const PREFIX = 'INPUT_';

/**
 * The runner hands input `listener-rule-arn` over as `INPUT_LISTENER-RULE-ARN`: upper case, spaces as `_`, hyphens kept.
 * https://docs.github.com/en/actions/reference/workflows-and-actions/metadata-syntax#inputs
 */
export const variableOf = (input: string): string => `${PREFIX}${input.replace(/ /g, '_').toUpperCase()}`;

/**
 * Reads and parses the inputs of an action.
 *
 * @throws InputError naming every input that is wrong
 */
export function readInputs<S extends AnySpec>(spec: S, environment: Environment = process.env): Inputs<S> {
  return parseInputs(spec, rawInputs(spec, environment));
}

/** The texts of an action's inputs. Secrets are masked before anything else is done with them. */
export function rawInputs(spec: AnySpec, environment: Environment = process.env): Record<string, string | undefined> {
  const raw: Record<string, string | undefined> = {};
  for (const [variable, text] of Object.entries(environment)) {
    if (variable.startsWith(PREFIX) && variable.length > PREFIX.length) {
      raw[variable.slice(PREFIX.length).toLowerCase()] = text;
    }
  }
  for (const [name, input] of Object.entries(spec.inputs)) {
    if (input.secret && raw[name]) {
      mask(raw[name]);
    }
    if ((raw[name] ?? '').trim() === '') {
      raw[name] = (input.environment ?? []).map((variable) => environment[variable]).find((text) => text?.trim());
    }
  }
  return raw;
}
