import { type AnySpec, camelCase, type InputSpec, type Inputs } from './action-spec.js';
import { InputError, type Problem } from './input-error.js';
import { nearest } from './nearest.js';

/** Texts by input name as the author wrote them; an empty text is the same as none. */
export type RawInputs = Readonly<Record<string, string | undefined>>;

/**
 * Turns texts into typed inputs. Pure.
 *
 * @throws InputError with every problem there is, never only the first.
 */
export function parseInputs<S extends AnySpec>(spec: S, raw: RawInputs): Inputs<S> {
  const problems = problemsWithNames(spec, raw);
  const values: Record<string, unknown> = {};
  const present = new Set<string>();
  for (const [name, input] of Object.entries(spec.inputs)) {
    const text = textOf(input, raw[name]) || (input.preset ?? '');
    if (text !== '') {
      present.add(name);
    }
    const result = readInput(name, input, text);
    if ('problem' in result) {
      problems.push(result.problem);
    } else {
      values[camelCase(name)] = result.value;
    }
  }
  const faulty = new Set(problems.map((problem) => problem.input));
  for (const rule of spec.rules ?? []) {
    if (rule.inputs.some((name) => faulty.has(name))) {
      continue;
    }
    const problem = rule.problem({ has: (name) => present.has(name), values: values as never });
    if (problem !== undefined) {
      problems.push(withValue(problem, spec.inputs[problem.input], raw[problem.input]));
    }
  }
  if (problems.length > 0) {
    throw new InputError(problems);
  }
  return values as Inputs<S>;
}

function textOf(input: InputSpec, given = ''): string {
  const trimmed = given.trim();
  return input.verbatim && trimmed !== '' ? given : trimmed;
}

function readInput(name: string, input: InputSpec, text: string): { value: unknown } | { problem: Problem } {
  if (text === '') {
    return input.required
      ? { problem: { input: name, wrong: 'is required and was not given', accepts: input.kind.accepts } }
      : { value: input.kind.absent };
  }
  const reading = input.kind.read(text);
  if (reading.ok) {
    return { value: reading.value };
  }
  if (input.secret) {
    // What is wrong with a text often quotes it, so a secret is told only that it is wrong.
    return { problem: { input: name, wrong: 'is not accepted', accepts: input.kind.accepts } };
  }
  const { suggestion } = reading;
  const shown = input.verbatim ? {} : { value: withoutPassword(text) };
  const problem = { input: name, ...shown, wrong: reading.wrong, accepts: input.kind.accepts };
  return { problem: suggestion === undefined ? problem : { ...problem, suggestion } };
}

function withValue(problem: Problem, input: InputSpec | undefined, text = ''): Problem {
  return text.trim() === '' || input === undefined || input.secret || input.verbatim
    ? problem
    : { ...problem, value: withoutPassword(text.trim()) };
}

/** What stands before the host of a URL is told to nobody, not even by the error that refuses it. */
const withoutPassword = (text: string): string => text.replace(/(:\/\/)\S*@/g, '$1***@');

/** Inputs that no longer exist under that name, and inputs that never did. Their values may be secrets: not shown. */
function problemsWithNames(spec: AnySpec, raw: RawInputs): Problem[] {
  const known = Object.keys(spec.inputs);
  const problems: Problem[] = [];
  for (const [name, text = ''] of Object.entries(raw)) {
    if (text.trim() === '' || known.includes(name)) {
      continue;
    }
    const renamed = Object.hasOwn(spec.renamed ?? {}, name) ? spec.renamed?.[name] : undefined;
    if (renamed !== undefined) {
      problems.push({ input: name, wrong: `is now called ${renamed}: rename it in the workflow` });
      continue;
    }
    const suggestion = nearest(name, known);
    const problem = {
      input: name,
      wrong: `is not an input of ${spec.name} (an environment variable of the workflow that begins with INPUT_ counts as one)`,
    };
    problems.push(suggestion === undefined ? problem : { ...problem, suggestion });
  }
  return problems;
}
