import { describe, expect, test } from '@jest/globals';
import { FakeRollingWorld } from '../testing/fake-rolling-world.js';
import { fleetResult, fleetTable, servicesOutput } from './fleet-result.js';
import { planFleet } from './plan-fleet.js';
import { type FleetService, rollFleet } from './roll-fleet.js';
import type { FleetPolicy } from './run-fleet.js';

/** Services that live each in a world of its own; at most three, so that none waits in step with another's clock. */
class Fleet {
  readonly worlds: Record<string, FakeRollingWorld> = {};
  private readonly services: (Omit<FleetService, 'needs'> & { readonly dependsOn: readonly string[] })[] = [];
  readonly lines: string[] = [];
  reason: string | undefined;

  add(name: string, dependsOn: readonly string[] = []): FakeRollingWorld {
    const world = new FakeRollingWorld();
    this.worlds[name] = world;
    this.services.push({ name, request: world.request({}, { label: name }), world: world.world(), dependsOn });
    return world;
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
    const ends = await rollFleet(
      plan,
      { maxParallel: 3, onFailure: 'rollback-all', undoOnCancel: true, ...policy },
      {
        clock: Object.values(this.worlds)[0]?.clock as never,
        cancellation,
        report: { line: (text) => void this.lines.push(text) },
      },
    );
    return fleetResult(ends, this.reason);
  }

  get runs(): Record<string, string> {
    return Object.fromEntries(Object.entries(this.worlds).map(([name, world]) => [name, world.runs]));
  }
}

describe('several services', () => {
  test('are deployed in one run with one verdict', async () => {
    const fleet = new Fleet();
    fleet.add('user');
    fleet.add('order', ['user']);
    const result = await fleet.roll();
    expect(result).toMatchObject({ outcome: 'succeeded', reason: '2 of 2 services were deployed' });
    expect(fleet.runs).toEqual({ user: 'shop:2', order: 'shop:2' });
    expect(JSON.parse(servicesOutput(result))).toMatchObject({
      user: {
        outcome: 'succeeded',
        'task-definition-arn': expect.stringMatching(/shop:2$/),
        seconds: expect.any(Number),
      },
      order: { outcome: 'succeeded', 'previous-task-definition-arn': expect.stringMatching(/shop:1$/) },
    });
    expect(fleet.worlds.order?.lines.join('\n')).toContain('[order] Plan');
    expect(fleet.lines).toEqual([expect.stringMatching(/^1 of 2: /), expect.stringMatching(/^2 of 2: /)]);
  });

  test('of which one is bad all run the old version again, and each says why', async () => {
    const fleet = new Fleet();
    fleet.add('user');
    fleet.add('order').behaviours = ['crashes'];
    fleet.add('gateway', ['user', 'order']);
    const result = await fleet.roll();
    expect(fleet.runs).toEqual({ user: 'shop:1', order: 'shop:1', gateway: 'shop:1' });
    expect(result).toMatchObject({ outcome: 'rolled-back', reason: expect.stringContaining('order: ') });
    expect(result.rows.map(({ outcome }) => outcome)).toEqual(['rolled-back', 'rolled-back', 'not-started']);
    expect(result.rows[0]?.reason).toContain('taken back as a whole');
    expect(result.rows[1]?.reason).toContain('Essential container in task exited');
    expect(fleetTable(result).split('\n')).toHaveLength(5);
    expect(fleetTable(result)).toContain('| gateway | ⏸️ not-started | – | – | – | order turned out bad |');
  });

  test('of which one is bad the others stay with rollback-failed, and the verdict says how many are new', async () => {
    const fleet = new Fleet();
    fleet.add('user');
    fleet.add('order').behaviours = ['crashes'];
    const result = await fleet.roll({ onFailure: 'rollback-failed' });
    expect(fleet.runs).toEqual({ user: 'shop:2', order: 'shop:1' });
    expect(result).toMatchObject({
      outcome: 'failed',
      reason: expect.stringMatching(/^only 1 of 2 services run the new version: order: /),
    });
  });

  test('that are refused each leave nothing changed, and that is the verdict', async () => {
    const fleet = new Fleet();
    fleet.add('user').exists = false;
    expect(await fleet.roll()).toMatchObject({ outcome: 'refused' });
  });

  test('that are cancelled are told to go back without waiting for them', async () => {
    const fleet = new Fleet();
    const user = fleet.add('user');
    const order = fleet.add('order', ['user']);
    order.fails = (call, count) => {
      if (call !== 'describe' || count !== 5) return undefined;
      order.cancel();
      fleet.reason = 'the run was cancelled (SIGINT)';
      return undefined;
    };
    order.behaviours = ['never'];
    const result = await fleet.roll();
    expect(user.changes.at(-1)?.taskDefinitionArn).toMatch(/shop:1$/);
    expect(result).toMatchObject({ outcome: 'interrupted' });
    expect(result.rows[0]).toMatchObject({
      outcome: 'rolled-back',
      reason: expect.stringContaining('no time to watch'),
    });
    expect(result.rows[1]).toMatchObject({ outcome: 'interrupted' });
  });
});
