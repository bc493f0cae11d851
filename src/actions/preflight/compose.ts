import type { TaskDefinition } from '../../ecs/task-definition.js';
import type { DiffLine } from '../../ecs/task-definition-diff.js';
import { type DefinitionRequest, type DefinitionWorld, definitionToDeploy } from '../../ecs/task-definition-source.js';
import type { Finding } from '../../preflight/preflight.js';
import { describeProblem, InputError } from '../../spec/input-error.js';

/** What is to be looked at, and what is wrong with it by itself. */
export interface Composed {
  /** Undefined when none could be had. */
  readonly definition: TaskDefinition | undefined;
  /** Undefined when it cannot be said: nothing runs now, or what was asked for is wrong. */
  readonly diff: readonly DiffLine[] | undefined;
  readonly findings: readonly Finding[];
}

const name = 'task-definition';

/**
 * The definition that would be deployed. One that cannot be made out of what was asked for is a finding: then as much of it
 * as can be had is looked at, so that everything that is wrong comes at once.
 *
 * @param liveArn what the service runs now; undefined when that is not known
 * @throws AccessError when it may not be read
 */
export async function compose(
  request: DefinitionRequest,
  liveArn: string | undefined,
  world: DefinitionWorld,
): Promise<Composed> {
  const nothing: TaskDefinition = {};
  if (liveArn === undefined && request.source.kind === 'current') {
    return { definition: undefined, diff: undefined, findings: [] };
  }
  // Where nothing runs, everything would be new; and of what ECS does not know there is no comparison.
  const around: DefinitionWorld =
    liveArn !== undefined
      ? world
      : {
          ...world,
          rollout: { taskDefinition: async (arn) => (arn === '' ? nothing : world.rollout.taskDefinition(arn)) },
        };
  try {
    const { definition, diff, notices } = await definitionToDeploy(request, liveArn ?? '', around);
    const notes = notices.map((what): Finding => ({ level: 'note', check: name, what }));
    return { definition, diff: liveArn === undefined ? undefined : diff, findings: notes };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const findings = error.problems.map(
      (problem): Finding => ({ level: 'error', check: name, what: describeProblem(problem).replace(/\.$/, '') }),
    );
    return { ...(await fallBack(request, liveArn, around)), findings };
  }
}

/** What was asked for without what is changed in it; else what runs now; else nothing. */
async function fallBack(
  { edits: _edits, ...request }: DefinitionRequest,
  liveArn: string | undefined,
  world: DefinitionWorld,
): Promise<Pick<Composed, 'definition' | 'diff'>> {
  const live = liveArn === undefined ? [] : [{ kind: 'current' } as const];
  for (const source of [request.source, ...live]) {
    try {
      const { definition } = await definitionToDeploy({ ...request, source, edits: {} }, liveArn ?? '', world);
      return { definition, diff: undefined };
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
    }
  }
  return { definition: undefined, diff: undefined };
}
