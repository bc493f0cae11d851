import type { StartedCloud } from '../../testing/cloud.js';
import { filledInAll } from './expressions.js';
import type { Feed } from './feed.js';
import { lookMs } from './looking.js';
import type { Stage, Versions } from './play.js';
import { Problem } from './problem.js';
import type { Deed } from './scenario.js';
import { Listener } from './shifted.js';

const alarmLimitMs = 30_000;

/** Does what a scenario wants done in the local cloud, and tells of it. */
export class Deeds {
  private constructor(
    private readonly stage: Stage,
    private readonly feed: Feed,
    private readonly versions: Versions,
    private readonly listener: Listener | undefined,
  ) {}

  /** To be made before the release begins: who is live is read from the weights, where there are any. */
  static async prepare(stage: Stage, feed: Feed, versions: Versions): Promise<Deeds> {
    return new Deeds(stage, feed, versions, await Listener.read(stage.cloud, stage.inputs));
  }

  async do(deed: Deed): Promise<void> {
    const { paint } = this.stage.screen;
    if ('call' in deed) {
      const body = filledInAll(deed.body, { ...this.versions }, (name) => {
        throw new Error(`a scenario names {${name}}`);
      });
      await this.stage.cloud.admin(deed.call, body);
      this.feed.tell(paint.dim(`the local cloud is told: ${deed.call} ${JSON.stringify(body)}`));
    } else if ('newPercent' in deed) {
      if (this.listener === undefined) throw new Error('a scenario sets weights where none are shifted');
      await this.listener.split(deed.newPercent);
      this.feed.tell(paint.yellow(`somebody else sets the weights: ${deed.newPercent} % to the new version`));
    } else if ('waitMs' in deed) {
      this.feed.tell(paint.dim(`waiting ${Math.round(deed.waitMs / 1000)} s for ${deed.for}`));
      await this.stage.clock.sleep(deed.waitMs, this.stage.leaving);
    } else {
      await this.untilAnAlarmIsOn();
    }
  }

  private async untilAnAlarmIsOn(): Promise<void> {
    const until = performance.now() + alarmLimitMs;
    while (![...this.feed.alarms.values()].includes('ALARM')) {
      if (performance.now() > until)
        throw new Problem(
          `no alarm was on within ${alarmLimitMs / 1000} s: this scenario needs one in cloud.yaml that watches the live version`,
          1,
        );
      await new Promise((resolve) => setTimeout(resolve, lookMs));
    }
  }
}

/** Everything works again that a scenario may have broken. */
export async function mendAll(cloud: StartedCloud): Promise<void> {
  await cloud.admin('ecs/app', { clear: true });
  await cloud.admin('clear-faults');
  await cloud.admin('cloudwatch/resume');
  await cloud.admin('sts/trust');
  await cloud.admin('restore-credentials');
}
