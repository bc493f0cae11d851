import { expect, test } from '@jest/globals';
import { recover } from '../actions/recover/run.js';
import { spec } from '../actions/recover/spec.js';
import { parseInputs } from '../spec/parse.js';
import { FakeFleet } from '../testing/fake-fleet.js';
import type { FakeRollingWorld } from '../testing/fake-rolling-world.js';
import { figure } from '../testing/figures.js';
import { wrongWith } from '../testing/killed-rollings.js';
import { Life } from '../testing/mortal.js';

const releaseName = '/sluice/shop/release/me';

/** `recover`, which finds all locks and journals that there are. */
async function sweep(fleet: FakeFleet) {
  const [first] = Object.values(fleet.worlds) as [FakeRollingWorld];
  const { clock, report, run } = first.world('sweep');
  const { entry } = fleet;
  const held = Object.entries(fleet.worlds).flatMap(([name, world]) =>
    world.held === undefined ? [] : [{ name: `/sluice/${name}/rolling/shop`, held: world.held }],
  );
  return recover(parseInputs(spec, { region: 'eu-central-1', 'when-locked': 'take' }), {
    clock,
    report,
    run,
    index: {
      list: async () => [...(entry === undefined ? [] : [{ name: releaseName, held: { version: 1, entry } }]), ...held],
      read: async () => undefined,
    },
    deployment: () => {
      throw new Error('there is none here');
    },
    rolling: (lock, { cluster }) => {
      const world = fleet.worldOf(cluster);
      return { ...world, journal: world.lock(lock).journal };
    },
    release: () => ({ journal: fleet.journal, worldOf: fleet.worldOf }),
  });
}

test.each([
  ['good', ['shop:1', 'shop:2']],
  ['crashes', ['shop:1']],
] as const)(
  'a release of three, the last of them %s, that is killed at any of its calls leaves all of them alike once recover has seen to it',
  async (behaviour, mayRun) => {
    const problems: string[] = [];
    let kills = 0;
    for (const when of ['before', 'after'] as const) {
      for (let nth = 0; ; nth += 1) {
        const life = new Life(nth, when);
        const fleet = new FakeFleet(life);
        fleet.add('user');
        fleet.add('store');
        fleet.add('order', ['user', 'store']).behaviours = [behaviour];
        const result = await Promise.race([fleet.roll(), life.over.then(() => undefined)]);
        if (result !== undefined) break;
        kills += 1;
        const told = await sweep(fleet);
        const runs = new Set(Object.values(fleet.runs));
        const wrong = [
          ...Object.entries(fleet.worlds).flatMap(([name, world]) =>
            wrongWith(world, mayRun).map((text) => `${name}: ${text}`),
          ),
          ...(runs.size === 1 ? [] : [`they run ${JSON.stringify(fleet.runs)}`]),
          ...(fleet.entry === undefined ? [] : ['the journal of the release is there']),
        ];
        problems.push(...wrong.map((text) => `killed ${life.last}: ${text}\n  ${JSON.stringify(told)}`));
      }
    }
    expect(problems).toEqual([]);
    figure('fleet-kills', kills);
    expect(kills).toBeGreaterThan(50);
  },
  60_000,
);
