import type { OneOffSeen } from '../ports/one-off-tasks.js';
import type { TaskDefinition } from './task-definition.js';

/** How a task that ran once is judged. */
export interface OneOffJudgement {
  readonly succeeded: boolean;
  /** A sentence with the exit code of every container and why the task stopped. */
  readonly reason: string;
}

/** The names of the containers whose end ends the task. Essential unless it says otherwise. */
export function essentialContainers(definition: TaskDefinition): string[] {
  return (definition.containerDefinitions ?? [])
    .filter(({ essential }) => essential !== false)
    .map(({ name = '' }) => name);
}

/** The container that a command is for: the one that is named, or else the only essential one. */
export function containerToRun(
  definition: TaskDefinition,
  named?: string,
): { readonly container: string } | { readonly wrong: string } {
  const has = (definition.containerDefinitions ?? []).map(({ name = '' }) => name);
  if (named !== undefined)
    return has.includes(named)
      ? { container: named }
      : { wrong: `is not in the task definition, which has ${has.join(', ')}` };
  const essential = essentialContainers(definition);
  const [only, ...more] = essential.length > 0 ? essential : has;
  return only !== undefined && more.length === 0
    ? { container: only }
    : { wrong: `must be given, because there are several: ${[only, ...more].join(', ')}` };
}

/** Ended by SIGKILL or SIGTERM: what ECS does to the others when one essential container has ended. */
const stoppedByEcs = [137, 143];

/**
 * Judges a stopped task by its essential containers: all of them must have ended with 0. Once `container`, which ran the
 * command, has ended with 0, ECS stops the other essential ones, and that says nothing against the task.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html#ECS-Type-ContainerDefinition-essential
 */
export function judgeOneOff(
  { stopCode, stoppedReason, containers }: OneOffSeen,
  essential: readonly string[],
  container: string,
): OneOffJudgement {
  const main = containers.find(({ name }) => name === container);
  const isDone = main?.exitCode === 0 && essential.includes(container);
  const isFine = ({ name, exitCode }: OneOffSeen['containers'][number]): boolean =>
    exitCode === 0 || (isDone && name !== container && exitCode !== null && stoppedByEcs.includes(exitCode));
  const judged = containers.filter(({ name }) => essential.includes(name) || name === container);
  // Without containers the task never got as far as to have any.
  const succeeded = judged.length > 0 && judged.every(isFine) && stopCode !== 'TaskFailedToStart';
  const ends = containers.map(({ name, exitCode, reason }) => {
    const end = exitCode === null ? 'never ran' : `exit code ${exitCode}`;
    const role = essential.includes(name) ? '' : ', not essential';
    return `${name}: ${end}${role}${reason === '' ? '' : ` (${reason})`}`;
  });
  const why = stoppedReason || stopCode || 'no reason given';
  return { succeeded, reason: [`${why}`, ...ends].join('; ') };
}
