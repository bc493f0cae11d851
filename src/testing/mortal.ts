import { KeptRollings } from '../rolling/kept.js';
import type { RollingWorld } from '../rolling/world.js';

/** The life of a process, which ends at one of its calls. */
export class Life {
  private made = 0;
  isOver = false;
  /** The call at which it ended. */
  last = '';
  private end = (): void => {};
  readonly over = new Promise<void>((done) => {
    this.end = done;
  });

  /** @param nth the call at which it ends, from 0 on: before it takes effect, or after it did */
  constructor(
    private readonly nth: number,
    private readonly when: 'before' | 'after',
  ) {}

  async call<T>(name: string, deed: () => Promise<T>): Promise<T> {
    if (this.isOver) return never();
    const isLast = this.made++ === this.nth;
    if (isLast) this.last = `${this.when} ${name} (call ${this.nth})`;
    if (isLast && this.when === 'before') return this.die();
    const result = await deed();
    return isLast || this.isOver ? this.die() : result;
  }

  private die(): Promise<never> {
    this.isOver = true;
    this.end();
    return never();
  }
}

const never = (): Promise<never> => new Promise(() => {});

/** The same world for a process that dies: from that call on nothing of it happens any more. */
export function mortal(world: RollingWorld, life: Life): RollingWorld {
  const report: RollingWorld['report'] = {
    ...world.report,
    keep: (name, value) => {
      if (!life.isOver) world.report.keep(name, value);
    },
  };
  return {
    ...world,
    report,
    kept: new KeptRollings(report),
    rollout: dying(world.rollout, life),
    deployments: dying(world.deployments, life),
    tasks: dying(world.tasks, life),
    alarms: dying(world.alarms, life),
    targets: dying(world.targets, life),
    logs: dying(world.logs, life),
    prober: dying(world.prober, life),
    lock: (name) => {
      const { journal, queue } = world.lock(name);
      return { journal: dying(journal, life), queue: dying(queue, life) };
    },
  };
}

export function dying<P extends object>(port: P, life: Life): P {
  return new Proxy(port, {
    get(target, name, receiver) {
      const member: unknown = Reflect.get(target, name, receiver);
      if (typeof member !== 'function' || name === 'commandToStop') return member;
      return (...words: unknown[]) => life.call(String(name), async () => Reflect.apply(member, target, words));
    },
  });
}
