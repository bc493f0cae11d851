import { fleetResult } from '../fleet/fleet-result.js';
import { HeldRelease } from '../fleet/held-release.js';
import { planFleet } from '../fleet/plan-fleet.js';
import { type FleetService, rollFleet } from '../fleet/roll-fleet.js';
import type { FleetPolicy } from '../fleet/run-fleet.js';
import type { Journal, ReleaseEntry } from '../ports/journal.js';
import type { RollingWorld } from '../rolling/world.js';
import { FakeClock } from './fake-clock.js';
import { FakeRollingWorld } from './fake-rolling-world.js';
import { dying, Life, mortal } from './mortal.js';

/** Services that live each in a world of its own; time passes in all of them together. */
export class FakeFleet {
  readonly clock = new FakeClock();
  readonly worlds: Record<string, FakeRollingWorld> = {};
  private readonly services: (Omit<FleetService, 'needs'> & { readonly dependsOn: readonly string[] })[] = [];
  readonly lines: string[] = [];
  reason: string | undefined;
  /** The journal of the release; undefined while there is none. */
  entry: ReleaseEntry | undefined;
  /** All that was ever in it. */
  readonly entries: (readonly string[])[] = [];
  journalFails = false;
  readonly kept: Record<string, string> = {};

  /** @param life of the process that deploys them */
  constructor(private readonly life: Life = new Life(Number.POSITIVE_INFINITY, 'after')) {}

  add(name: string, dependsOn: readonly string[] = []): FakeRollingWorld {
    const world = new FakeRollingWorld(this.clock);
    this.worlds[name] = world;
    const request = world.request({}, { label: name, cluster: name });
    this.services.push({ name, request, world: mortal(world.world(), this.life), dependsOn });
    return world;
  }

  /** Each of these services is in a cluster of its own. */
  worldOf = (cluster: string) => this.worlds[cluster]?.world('post') as RollingWorld;

  readonly journal: Journal<ReleaseEntry> = {
    read: async () => (this.entry === undefined ? undefined : { version: 1, entry: this.entry }),
    acquire: async (entry) => {
      if (this.journalFails) throw new Error('500');
      this.entry = entry;
      this.entries.push(entry.touched);
      return { taken: true };
    },
    takeOver: async () => true,
    update: async (entry) => {
      await this.journal.acquire(entry);
      return undefined;
    },
    release: async () => {
      this.entry = undefined;
    },
  };

  private release(): HeldRelease {
    const { clock } = this;
    const report = {
      line: () => {},
      warn: () => {},
      keep: (name: string, value: string) => {
        this.kept[name] = value;
      },
    };
    return new HeldRelease('/sluice/shop/release/me', {
      // Who is dead does not wake again.
      clock: {
        now: () => clock.now(),
        sleep: async (ms, signal) => {
          await clock.sleep(ms, signal);
          if (this.life.isOver) await new Promise(() => {});
        },
      },
      report,
      journal: dying(this.journal, this.life),
      run: { holder: 'me', url: 'run' },
    });
  }

  async roll(policy: Partial<FleetPolicy> = {}) {
    const plan = planFleet(this.services, this.services);
    const fleet = this;
    const cancellation = {
      get reason() {
        return fleet.reason;
      },
      signal: new AbortController().signal,
      onRequest: () => () => {},
    };
    const { clock } = this;
    const ends = await rollFleet(
      plan,
      { maxParallel: 3, onFailure: 'rollback-all', undoOnCancel: true, ...policy },
      { clock, cancellation, report: { line: (text) => void this.lines.push(text) }, release: this.release() },
    );
    return fleetResult(ends, this.reason);
  }

  get runs(): Record<string, string> {
    return Object.fromEntries(Object.entries(this.worlds).map(([name, world]) => [name, world.runs]));
  }
}
