import { describe, expect, test } from '@jest/globals';
import type { ReleaseEntry } from '../ports/journal.js';
import { FakeFleet } from '../testing/fake-fleet.js';
import { definitionArn } from '../testing/fake-rolling-world.js';
import { fleetTable, servicesOutput } from './fleet-result.js';
import { takeBack } from './take-back.js';
import { touchedOf, touchedText } from './touched-service.js';

describe('several services', () => {
  test('are deployed in one run with one verdict', async () => {
    const fleet = new FakeFleet();
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
    const fleet = new FakeFleet();
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
    const fleet = new FakeFleet();
    fleet.add('user');
    fleet.add('order').behaviours = ['crashes'];
    const result = await fleet.roll({ onFailure: 'rollback-failed' });
    expect(fleet.runs).toEqual({ user: 'shop:2', order: 'shop:1' });
    expect(result).toMatchObject({
      outcome: 'failed',
      reason: expect.stringMatching(/^only 1 of 2 services run the new version: order: /),
    });
  });

  test('of which one is bad go on with continue, but for what needs the bad one', async () => {
    const fleet = new FakeFleet();
    fleet.add('user').behaviours = ['crashes'];
    fleet.add('order');
    fleet.add('gateway', ['user']);
    const result = await fleet.roll({ onFailure: 'continue', maxParallel: 1 });
    expect(fleet.runs).toEqual({ user: 'shop:1', order: 'shop:2', gateway: 'shop:1' });
    expect(result).toMatchObject({
      outcome: 'failed',
      reason: expect.stringMatching(/^only 1 of 3 services run the new version: user: /),
    });
    expect(result.rows.at(-1)).toMatchObject({ reason: 'it needs user, which was not deployed' });
  });

  test('that are refused each leave nothing changed, and that is the verdict', async () => {
    const fleet = new FakeFleet();
    fleet.add('user').exists = false;
    expect(await fleet.roll()).toMatchObject({ outcome: 'refused' });
  });

  test('that are cancelled are told to go back without waiting for them', async () => {
    const fleet = new FakeFleet();
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

  test('are in the journal of their release before each is told, and it is gone when they have all succeeded', async () => {
    const fleet = new FakeFleet();
    fleet.add('user');
    const order = fleet.add('order', ['user']);
    let seen: ReleaseEntry | undefined;
    order.fails = (call) => {
      if (call === 'start') seen = fleet.entry;
      return undefined;
    };
    expect(await fleet.roll()).toMatchObject({ outcome: 'succeeded' });
    expect(seen?.touched).toEqual(['user/shop shop:1 2', 'order/shop shop:1 2']);
    expect([fleet.entry, fleet.kept.release]).toEqual([undefined, '']);
  });

  test('of which nothing was told are in no journal', async () => {
    const fleet = new FakeFleet();
    fleet.add('user').exists = false;
    await fleet.roll();
    expect([fleet.entries, fleet.kept]).toEqual([[], {}]);
  });

  test('are not told while the journal of their release cannot be written', async () => {
    const fleet = new FakeFleet();
    const user = fleet.add('user');
    fleet.journalFails = true;
    user.at(20_000, () => {
      expect(user.changes).toEqual([]);
      fleet.journalFails = false;
    });
    expect(await fleet.roll()).toMatchObject({ outcome: 'succeeded' });
  });

  test('whose run dies half way are put back by whoever reads its journal, but for what somebody else has deployed', async () => {
    const fleet = new FakeFleet();
    const user = fleet.add('user');
    const store = fleet.add('store');
    const order = fleet.add('order', ['user', 'store']);
    order.behaviours = ['never'];
    const died = new Promise<ReleaseEntry | undefined>((resolve) => {
      order.fails = (call) => {
        if (call === 'start') resolve(fleet.entry);
        return call === 'start' ? new Error('the machine is gone') : undefined;
      };
    });
    void fleet.roll();
    const entry = await died;
    expect([user.runs, store.runs, order.runs]).toEqual(['shop:2', 'shop:2', 'shop:1']);
    store.service.update({ definition: definitionArn(7), force: false });
    const touched = (entry?.touched ?? []).flatMap((text) => touchedOf(text) ?? []);
    const ends = await takeBack(touched, fleet.worldOf, 'eu-central-1');
    expect([user.runs, store.runs, order.runs]).toEqual(['shop:1', 'shop:7', 'shop:1']);
    expect(ends.map(({ isSettled, told }) => [isSettled, told])).toEqual([
      [true, expect.stringContaining('the release was taken back as a whole')],
      [true, 'shop runs shop:7, which somebody else has deployed: it was left alone.'],
      [true, 'shop runs shop:1, as before the release.'],
    ]);
    // Twice is as good as once.
    await takeBack(touched, fleet.worldOf, 'eu-central-1');
    expect([user.runs, store.runs, order.runs]).toEqual(['shop:1', 'shop:7', 'shop:1']);
  });

  test('of which somebody else has deployed one meanwhile leave that one alone when they go back', async () => {
    const fleet = new FakeFleet();
    const user = fleet.add('user');
    const order = fleet.add('order', ['user']);
    order.behaviours = ['crashes'];
    order.fails = (call, count) => {
      if (call === 'start' && count === 0) user.service.update({ definition: definitionArn(9), force: false });
      return undefined;
    };
    const result = await fleet.roll();
    expect([user.runs, order.runs]).toEqual(['shop:9', 'shop:1']);
    expect(result.rows[0]).toMatchObject({ outcome: 'superseded', reason: expect.stringContaining('shop:9') });
  });
});

test('a service of a release is one short text, and comes back from it', () => {
  const one = { cluster: 'shop', service: 'order', before: 'shop-order:7', after: 'shop-order:8' };
  expect(touchedText(one)).toBe('shop/order shop-order:7 8');
  for (const touched of [one, { ...one, after: 'other:8' }]) expect(touchedOf(touchedText(touched))).toEqual(touched);
  expect(touchedOf('shop/order')).toBeUndefined();
});
