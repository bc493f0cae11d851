import { containerToRun } from '../ecs/one-off.js';
import type { TaskDefinition } from '../ecs/task-definition.js';
import type { WordsEdit } from '../ecs/task-definition-edit.js';
import { type OneOffResult, type OneOffWorld, runOneOff } from '../one-off/run-one-off.js';
import { type PreflightWorld, preflight } from '../preflight/preflight.js';
import type { Gate, GateAnswer, GateFinding, GateTask } from './gates.js';
import type { RollSettings } from './settings.js';
import type { RollStory } from './story.js';

/** A task that runs once. */
export interface GateStep {
  /** What people call it. */
  readonly name: string;
  readonly command?: readonly string[];
  readonly container?: string;
  /** Family or ARN; absent: what is being deployed. */
  readonly taskDefinition?: string;
  readonly timeoutMs: number;
}

/** The steps of inputs that hold a command each, or one for each container. */
export function stepsOf(input: string, commands: readonly WordsEdit[], timeoutMs: number): readonly GateStep[] {
  return commands.map(({ container, words }, i) => ({
    name: commands.length > 1 ? `${input} ${i + 1}` : input,
    command: words,
    timeoutMs,
    ...(container === undefined ? {} : { container }),
  }));
}

/** What was asked for of it. */
export interface GateAsked {
  readonly cluster: string;
  readonly settings: RollSettings;
  readonly images: Readonly<Record<string, string>>;
  readonly preflight: boolean;
  readonly before: readonly GateStep[];
  readonly after: readonly GateStep[];
  /** Tells the tasks of one service from those of another in the same run; short. */
  readonly id?: string;
}

/**
 * Steps whose command fits no container of what is to be deployed. Told before anything is registered: a slip in `run-after`
 * would otherwise take a good release back. Of steps with a task definition of their own nothing is known yet.
 */
function misfits(steps: readonly GateStep[], definition: TaskDefinition): GateFinding[] {
  return steps.flatMap(({ name, container, taskDefinition }) => {
    const found = taskDefinition === undefined ? containerToRun(definition, container) : { container };
    const which = container === undefined ? 'a container' : `container ${container}`;
    return 'wrong' in found ? [{ level: 'error', what: `${name}: ${which} ${found.wrong}` }] : [];
  });
}

/** Its last lines, for the summary and the annotation: why a migration failed is in them. */
function logOf(
  step: string,
  { lastLines, taskArn = '' }: OneOffResult,
  most: number,
): { log?: RollStory['logs'][number] } {
  const lines = lastLines.slice(Math.max(0, lastLines.length - most));
  return lines.length === 0
    ? {}
    : { log: { container: step, task: taskArn.slice(taskArn.lastIndexOf('/') + 1), lines } };
}

/** What stands before and after the rollout of one service, as it was asked for. */
export function gateOf(
  asked: GateAsked,
  world: { readonly preflight: () => Promise<PreflightWorld>; readonly oneOff: Omit<OneOffWorld, 'watch'> },
): Gate {
  const { settings, cluster } = asked;
  const run =
    (when: string, steps: readonly GateStep[]) =>
    async ({ service, taskDefinitionArn, watch }: GateTask): Promise<GateAnswer> => {
      const oneOff = { ...world.oneOff, watch };
      for (const [i, { name, taskDefinition = taskDefinitionArn, ...step }] of steps.entries()) {
        const id = `${asked.id ?? ''}${when}-${i + 1}`;
        const result = await runOneOff({ name, id, service, taskDefinitionArn: taskDefinition, ...step }, oneOff);
        if (result.outcome === 'succeeded') continue;
        const reason = `${name}: ${result.reason.replace(/\.$/, '')}`;
        return { ok: false, outcome: result.outcome, reason, ...logOf(name, result, settings.logLines) };
      }
      return { ok: true };
    };
  const { capacityProviderStrategy } = settings.change;
  const looks = async (service: string, definition: TaskDefinition): Promise<readonly GateFinding[]> => {
    const findings = await preflight(
      {
        cluster,
        service,
        region: settings.region,
        definition,
        images: asked.images,
        // They are looked at anyway, with what forcing means for them.
        alarms: [],
        whenBusy: settings.whenBusy,
        ...(capacityProviderStrategy === undefined
          ? {}
          : { capacityProviders: capacityProviderStrategy.map((share) => share.capacityProvider) }),
      },
      await world.preflight(),
    );
    // Of the alarms of ECS the rollout itself speaks, which knows those that the service is to get.
    return findings.filter(({ check }) => check !== 'alarms');
  };
  return {
    preflight: async ({ service, definition }) => [
      ...misfits([...asked.before, ...asked.after], definition),
      ...(asked.preflight ? await looks(service.name, definition) : []),
    ],
    ...(asked.before.length > 0 ? { before: run('run-before', asked.before) } : {}),
    ...(asked.after.length > 0 ? { after: run('run-after', asked.after) } : {}),
  };
}
