import type { OneOffSeen, OneOffStart, OneOffTasks } from '../ports/one-off-tasks.js';
import type { FakeClock } from './fake-clock.js';

interface OneOff {
  readonly arn: string;
  readonly asked: OneOffStart;
  /** When it ends by itself. */
  readonly endsAt: number;
  stoppedAt: number;
}

const callMs = 20;
/** How long a task takes to end that is told to stop. */
const endMs = 8_000;

/** One-off tasks with behaviour: each runs for its time, ends with its exit code, and ends soon when it is told to stop. */
export class FakeOneOffs {
  readonly all: OneOff[] = [];
  runsMs = 20_000;
  exitCodeOf: (asked: OneOffStart) => number = () => 0;

  constructor(private readonly clock: FakeClock) {}

  /** Those that run now. */
  get running(): readonly OneOff[] {
    return this.all.filter((one) => this.isRunning(one));
  }

  private isRunning({ endsAt, stoppedAt }: OneOff): boolean {
    return this.clock.now() < Math.min(endsAt, stoppedAt + endMs);
  }

  private seen(one: OneOff): OneOffSeen {
    const isRunning = this.isRunning(one);
    const isTold = one.stoppedAt + endMs <= one.endsAt;
    const exitCode = isRunning ? null : isTold ? 143 : this.exitCodeOf(one.asked);
    return {
      status: isRunning ? 'RUNNING' : 'STOPPED',
      stopCode: isRunning ? '' : isTold ? 'UserInitiated' : 'EssentialContainerExited',
      stoppedReason: isRunning ? '' : 'Essential container in task exited',
      containers: [{ name: 'app', exitCode, reason: '' }],
    };
  }

  readonly tasks: OneOffTasks = {
    start: async (asked) => {
      await this.clock.sleep(callMs);
      const same = this.all.find((one) => one.asked.token === asked.token);
      if (same !== undefined) return { arn: same.arn };
      const arn = `arn:aws:ecs:eu-central-1:123456789012:task/shop/one-off-${this.all.length + 1}`;
      const endsAt = this.clock.now() + this.runsMs;
      this.all.push({ arn, asked, endsAt, stoppedAt: Number.POSITIVE_INFINITY });
      return { arn };
    },
    look: async (arn) => {
      await this.clock.sleep(callMs);
      const one = this.all.find((other) => other.arn === arn);
      return one && this.seen(one);
    },
    stop: async (arn) => {
      await this.clock.sleep(callMs);
      for (const one of this.all) if (one.arn === arn) one.stoppedAt = Math.min(one.stoppedAt, this.clock.now());
    },
    startedBy: async (name) => {
      await this.clock.sleep(callMs);
      const isMeant = ({ asked, stoppedAt }: OneOff) => asked.startedBy === name && stoppedAt > this.clock.now();
      return this.running.filter(isMeant).map(({ arn }) => arn);
    },
    lines: async () => ({ lines: [] }),
    commandToStop: (arn) => `aws ecs stop-task --task ${arn}`,
  };
}
