import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { JournalEntry } from '../ports/journal.js';
import { type StartedCloud, startCloud } from '../testing/cloud.js';
import { createJournal } from './journal.js';

let cloud: StartedCloud;
const names = ['AWS_ENDPOINT_URL', 'AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY'] as const;
const before = names.map((name) => process.env[name]);
beforeAll(async () => {
  cloud = await startCloud();
  for (const name of names) process.env[name] = cloud.env[name] ?? 'test';
}, 30_000);
afterAll(async () => {
  for (const [i, name] of names.entries()) {
    const value = before[i];
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
  await cloud.stop();
});

const minute = 60_000;
const entry = (holder: string, expires: number): JournalEntry => ({
  schema: 1,
  holder,
  runUrl: `https://github.com/example/shop/actions/runs/${holder}`,
  startedAt: 0,
  expires,
  route: '',
  blue: null,
  green: null,
  stage: 'prepare',
  cluster: 'shop',
  greenDesiredBefore: 0,
  greenTaskDefinitionBefore: '',
  keepOldUntil: null,
  scalingBefore: [],
  steps: '',
  shift: null,
});
let locks = 0;
const processes = () => {
  const name = `/sluice/test/${++locks}`;
  return () => createJournal({ region: 'eu-west-1' }, name);
};
/** Reads show for a while what they showed before. */
const stale = () => cloud.admin('stale-reads', { operation: 'ssm:GetParameter', seconds: 600 });

describe('a read of the lock that lags behind', () => {
  test('shows the holder before, and the lock is still ours: to write on, and to give back', async () => {
    const open = processes();
    const before = open();
    await before.acquire(entry('before', 5 * minute));
    await before.read();
    await before.release('before');
    const ours = open();
    expect(await ours.acquire(entry('ours', 20 * minute))).toEqual({ taken: true });
    try {
      await stale();
      expect((await ours.read())?.entry?.holder).toBe('before');
      expect(await ours.update(entry('ours', 21 * minute))).toBeUndefined();
      expect(await ours.update(entry('ours', 22 * minute))).toBeUndefined();
      await ours.release('ours');
    } finally {
      await cloud.admin('clear-faults');
    }
    expect(await open().read()).toBeUndefined();
  });

  test('does not keep another process of the same holder from giving it back', async () => {
    const open = processes();
    const before = open();
    await before.acquire(entry('before', 5 * minute));
    await before.read();
    await before.release('before');
    await open().acquire(entry('ours', 20 * minute));
    try {
      await stale();
      await open().release('ours', 20 * minute);
    } finally {
      await cloud.admin('clear-faults');
    }
    expect(await open().read()).toBeUndefined();
  });
});

describe('a lock that somebody else has taken', () => {
  test('is lost, and neither written nor given back by the one who held it', async () => {
    const open = processes();
    const ours = open();
    await ours.acquire(entry('ours', 5 * minute));
    const held = await ours.read();
    if (held === undefined) throw new Error('no lock');
    expect(await open().takeOver(held, entry('theirs', 11 * minute))).toBe(true);
    expect(await ours.update(entry('ours', 12 * minute))).toEqual({ lostTo: expect.stringMatching(/runs\/theirs$/) });
    await ours.release('ours');
    await open().release('ours', 5 * minute);
    expect((await open().read())?.entry?.holder).toBe('theirs');
  });

  test('is lost also when the clock of the other lags behind', async () => {
    const open = processes();
    const ours = open();
    await ours.acquire(entry('ours', 9 * minute));
    const held = await ours.read();
    if (held === undefined) throw new Error('no lock');
    await open().takeOver(held, entry('theirs', 7 * minute));
    expect(await ours.update(entry('ours', 10 * minute))).toEqual({ lostTo: expect.stringMatching(/runs\/theirs$/) });
    expect((await open().read())?.entry?.holder).toBe('theirs');
  });

  test('is known for lost by a process that has not written itself', async () => {
    const open = processes();
    await open().acquire(entry('theirs', 5 * minute));
    expect(await open().update(entry('ours', 12 * minute))).toEqual({ lostTo: expect.stringMatching(/runs\/theirs$/) });
  });
});
