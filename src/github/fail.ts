import { messageOf } from '../ports/message-of.js';
import { describeProblem, InputError } from '../spec/input-error.js';
import { annotate, harmless, isDebug } from './log.js';

/** Errors that the reader can do something about; their message is written for him. Others are a fault of ours. */
const EXPECTED = new Set(['AccessError', 'DeployFailed', 'Interrupted', 'Unanswered']);

/** The runner keeps 10 error annotations of a step. */
const MOST_ANNOTATIONS = 10;

/**
 * Ends the step in failure: the only place that does. The exit code is set, the process ends when its work has ended.
 * Wrong inputs are annotated one by one, anything else with one annotation; a stack is shown only under debug logging.
 */
export function fail(error: unknown): void {
  process.exitCode = 1;
  if (error instanceof InputError) {
    annotateProblems(error);
  } else if (error instanceof Error && EXPECTED.has(error.name)) {
    annotate('error', error.message);
  } else {
    const message = messageOf(error);
    annotate('error', `This is a fault in Sluice, please report it: ${message}`);
  }
  if (isDebug() && error instanceof Error && error.stack !== undefined) {
    process.stdout.write(`${harmless(error.stack)}\n`);
  }
}

function annotateProblems({ problems }: InputError): void {
  const alone = problems.length > MOST_ANNOTATIONS ? problems.slice(0, MOST_ANNOTATIONS - 1) : problems;
  for (const problem of alone) {
    annotate('error', describeProblem(problem), `Input ${problem.input}`);
  }
  const rest = problems.slice(alone.length);
  if (rest.length > 0) {
    annotate('error', rest.map(describeProblem).join('\n'), `${rest.length} more inputs`);
  }
}
