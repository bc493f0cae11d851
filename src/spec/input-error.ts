/** One thing that is wrong with what the workflow's author wrote. */
export interface Problem {
  /** Name of the input as the author writes it. */
  readonly input: string;
  /** What was given; absent when nothing was given or when the input is a secret. */
  readonly value?: string;
  /** What is wrong, as the rest of a sentence that begins with the input: `is not a duration`. */
  readonly wrong: string;
  /** What would be right. */
  readonly accepts?: string;
  /** What was probably meant. */
  readonly suggestion?: string;
}

const LONGEST_VALUE_SHOWN = 120;

function shown(value: string): string {
  const text = value.length > LONGEST_VALUE_SHOWN ? `${value.slice(0, LONGEST_VALUE_SHOWN)}…` : value;
  return JSON.stringify(text);
}

/** A problem in one line: which input, its value, what is wrong, what is accepted, what was probably meant. */
export function describeProblem(problem: Problem): string {
  const value = problem.value === undefined ? '' : ` (${shown(problem.value)})`;
  const accepts = problem.accepts === undefined ? '' : ` Accepted: ${problem.accepts}.`;
  const suggestion = problem.suggestion === undefined ? '' : ` Did you mean ${shown(problem.suggestion)}?`;
  // What a file says may end with what was probably meant.
  const end = problem.wrong.endsWith('?') ? '' : '.';
  return `Input ${problem.input}${value} ${problem.wrong}${end}${accepts}${suggestion}`;
}

/** The inputs are wrong or contradict each other. Nothing outside has been touched; the workflow's author can mend it. */
export class InputError extends Error {
  override readonly name = 'InputError';

  constructor(readonly problems: readonly Problem[]) {
    super(problems.map(describeProblem).join('\n'));
  }
}
