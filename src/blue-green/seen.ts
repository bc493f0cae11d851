import { AccessError } from '../ports/access-error.js';
import type { Route } from '../ports/traffic-router.js';
import { type Result, servingInWords } from './result.js';
import type { World } from './world.js';

type Watched = Pick<World, 'router' | 'rollout'>;

/**
 * What was read last of who serves, for the time when it cannot be read any more, and whether any weights were written.
 * It learns from the calls that are made anyway.
 */
export class Seen {
  /** Weights were written by this run, or may have been: the reply was lost. */
  hasWritten = false;
  private route: Route | undefined;
  /** Target group ARN → service, as far as it is known. */
  private readonly owners = new Map<string, string>();
  private services: readonly string[] = [];

  /** @param targetGroups service → target group ARN, where it is given */
  constructor(targetGroups: Readonly<Record<string, string>> = {}) {
    for (const [service, targetGroupArn] of Object.entries(targetGroups)) this.knows({ service, targetGroupArn });
  }

  knows(side: { readonly service: string; readonly targetGroupArn: string } | null): void {
    if (side === null) return;
    this.owners.set(side.targetGroupArn, side.service);
    this.services = [...new Set([...this.services, side.service])];
  }

  /** The same world, looked over the shoulder. */
  watching<W extends Watched>(world: W): W {
    return {
      ...world,
      router: {
        read: async () => {
          this.route = await world.router.read();
          return this.route;
        },
        write: (weights) => this.writing(() => world.router.write(weights)),
        attach: (arn) => world.router.attach(arn),
        commandFor: (weights) => world.router.commandFor(weights),
      },
      rollout: {
        describe: async (names) => {
          const found = await world.rollout.describe(names);
          for (const { name, targetGroupArns } of found) {
            this.services = [...new Set([...this.services, name])];
            for (const targetGroupArn of targetGroupArns) this.knows({ service: name, targetGroupArn });
          }
          return found;
        },
        taskDefinition: (arn) => world.rollout.taskDefinition(arn),
        register: (definition) => world.rollout.register(definition),
        update: (service, change) => world.rollout.update(service, change),
        stoppedTasks: (service, since) => world.rollout.stoppedTasks(service, since),
      },
    };
  }

  /** Who serves, as last read; nothing when the rule was not read, or not all of what has traffic belongs to a known service. */
  serving(): Pick<Result, 'weights' | 'activeService'> {
    const weights = this.byName();
    if (weights === undefined || Object.keys(weights).some((name) => !this.services.includes(name))) return {};
    const [active] = Object.entries(weights).sort(([, a], [, b]) => b - a);
    return { weights, ...(active !== undefined && active[1] > 0 ? { activeService: active[0] } : {}) };
  }

  /** The same in a sentence that stands by itself. */
  words(isStale: boolean): string {
    const weights = this.byName();
    if (weights === undefined) return 'Who serves the traffic was not yet read.';
    return servingInWords({ outcome: 'interrupted', reason: '', weights, isStale });
  }

  private async writing(deed: () => Promise<void>): Promise<void> {
    try {
      await deed();
    } catch (error) {
      // What was refused took no effect.
      if (!(error instanceof AccessError)) this.hasWritten = true;
      throw error;
    }
    this.hasWritten = true;
  }

  private byName(): Record<string, number> | undefined {
    if (this.route === undefined || this.route.unusable !== undefined) return undefined;
    const weights: Record<string, number> = Object.fromEntries(this.services.map((service) => [service, 0]));
    for (const { targetGroupArn, weight } of this.route.groups) {
      const name = this.owners.get(targetGroupArn) ?? `target group ${targetGroupArn.split('/')[1] ?? targetGroupArn}`;
      if (weight > 0 || name in weights) weights[name] = (weights[name] ?? 0) + weight;
    }
    return weights;
  }
}
