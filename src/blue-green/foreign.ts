import { shortName } from '../ecs/task-definition.js';
import type { JournalEntry } from '../ports/journal.js';
import type { ServiceSeen } from '../ports/service-rollout.js';
import type { Plan } from './plan.js';
import type { World } from './world.js';

/** What a shift knows of the task definitions of its two services. Anything else that they run, somebody else has deployed. */
export interface Known {
  readonly blue: { readonly service: string; readonly taskDefinition: string | undefined };
  readonly green: {
    readonly service: string;
    /** What the run deployed to it. */
    readonly taskDefinition: string | undefined;
    readonly taskDefinitionBefore: string;
  };
}

/** What somebody else has deployed. */
export interface Foreign {
  readonly tasks: number;
  /** `shop-green runs shop:9: neither … nor …` */
  readonly words: string;
}

export function knownByRun({ blue, green }: Plan, taskDefinition: string): Known {
  return {
    blue: { service: blue.service, taskDefinition: blue.taskDefinitionArn },
    green: { service: green.service, taskDefinition, taskDefinitionBefore: green.taskDefinitionBefore },
  };
}

/** An entry that an older version wrote knows of neither service what it may run: then nothing is taken for somebody else's. */
export function knownByEntry(entry: JournalEntry, blue: string, green: string): Known {
  return {
    blue: { service: blue, taskDefinition: entry.blueTaskDefinition },
    green: {
      service: green,
      taskDefinition: entry.greenTaskDefinition,
      taskDefinitionBefore: entry.greenTaskDefinitionBefore,
    },
  };
}

/**
 * Looks whether somebody else has deployed to either side. What green ran before the run is not foreign on it: a read may be
 * late, and ECS may have rolled the service back.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-circuit-breaker.html
 */
export async function foreignTo(
  { rollout }: Pick<World, 'rollout'>,
  { blue, green }: Known,
): Promise<{ readonly blue?: Foreign; readonly green?: Foreign }> {
  if (!blue.taskDefinition || !green.taskDefinition) return {};
  const [onBlue, onGreen] = await rollout.describe([blue.service, green.service]);
  const [ours, before, live] = [green.taskDefinition, green.taskDefinitionBefore, blue.taskDefinition].map(shortName);
  return {
    ...foreign('blue', onBlue, [blue.taskDefinition], `, not ${live}, which it ran when the run began`),
    ...foreign(
      'green',
      onGreen,
      [green.taskDefinition, green.taskDefinitionBefore],
      ours === before
        ? `, not ${before}, which it ran before`
        : `: neither ${ours}, which the run deployed, nor ${before}, which it ran before`,
    ),
  };
}

function foreign<Name extends string>(
  name: Name,
  seen: ServiceSeen | undefined,
  known: readonly string[],
  instead: string,
): { [name in Name]?: Foreign } {
  if (seen === undefined || known.includes(seen.taskDefinitionArn)) return {};
  const found: Foreign = {
    tasks: seen.desiredCount,
    words: `${seen.name} runs ${shortName(seen.taskDefinitionArn)}${instead}`,
  };
  return { [name]: found } as { [name in Name]?: Foreign };
}
