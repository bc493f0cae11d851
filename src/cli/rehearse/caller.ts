import { nearest } from '../../spec/nearest.js';
import { Problem } from './problem.js';

/** What a caller workflow hands to an action, as it is written there. */
export interface Caller {
  /** The action's folder below `actions`. */
  readonly action: string;
  /** Job, or job and step, for messages. */
  readonly where: string;
  /** The `with:` block, expressions unresolved. */
  readonly inputs: Readonly<Record<string, string>>;
}

interface Calling {
  readonly uses?: unknown;
  readonly with?: unknown;
}

/** Every call of one of our actions in a workflow: by its reusable workflow, or as a step. */
export function callersIn(workflow: unknown, actions: readonly string[]): Caller[] {
  const found: Caller[] = [];
  const look = (calling: Calling, where: string): void => {
    const action = actionOf(calling.uses, actions);
    if (action !== undefined) found.push({ action, where, inputs: textsOf(calling.with, where) });
  };
  for (const [name, job] of entriesOf(member(workflow, 'jobs'))) {
    look(job as Calling, `job ${name}`);
    const steps = member(job, 'steps');
    for (const step of Array.isArray(steps) ? steps : []) look(step as Calling, `a step of job ${name}`);
  }
  return found;
}

/** `owner/sluice/.github/workflows/deploy-ecs-blue-green.yml@v1` or `owner/sluice/actions/ecs-blue-green@v1`. */
function actionOf(uses: unknown, actions: readonly string[]): string | undefined {
  if (typeof uses !== 'string') return undefined;
  const [path = ''] = uses.split('@');
  return actions.find(
    (action) => path.endsWith(`/.github/workflows/deploy-${action}.yml`) || path.endsWith(`/actions/${action}`),
  );
}

function textsOf(block: unknown, where: string): Record<string, string> {
  return Object.fromEntries(
    entriesOf(block).map(([name, value]) => {
      if (!['string', 'number', 'boolean'].includes(typeof value)) {
        throw new Problem(`${where}: with.${name} is neither a text nor a number nor a boolean`);
      }
      return [name, String(value)];
    }),
  );
}

/**
 * The inputs that the action takes, without those that are for the reusable workflow alone.
 *
 * @throws Problem for an input that neither knows
 */
export function actionInputs(
  caller: Caller,
  ofAction: readonly string[],
  ofWorkflow: readonly string[],
): Record<string, string> {
  const all = [...ofAction, ...ofWorkflow];
  for (const name of Object.keys(caller.inputs)) {
    if (all.includes(name)) continue;
    const near = nearest(name, all);
    throw new Problem(
      `${caller.where}: with.${name} is no input of ${caller.action}${near === undefined ? '' : `: did you mean ${near}?`}`,
    );
  }
  return Object.fromEntries(Object.entries(caller.inputs).filter(([name]) => ofAction.includes(name)));
}

export function member(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}

export function entriesOf(value: unknown): [string, unknown][] {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : [];
}
