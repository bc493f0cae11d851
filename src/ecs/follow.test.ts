import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  type Disturbance,
  type Followed,
  follow,
  type History,
  newDefinition,
  oldDefinition,
} from '../testing/followed.js';

const calm: History = {
  behaviour: 'good',
  breaker: 'off',
  canList: true,
  disturbances: [],
  looks: [],
  commands: [],
};

const ended = (history: Partial<History>): Followed => follow({ ...calm, ...history });
const outcomeOf = (history: Partial<History>) => {
  const { state } = ended(history);
  return [state.outcome, state.reason];
};
const both = [true, false];

describe.each(both)('a rollout, where service deployments can be listed: %s', (canList) => {
  test('that is good succeeds once its tasks have run for the time of the bake', () => {
    const { state, sent } = ended({ canList });
    expect([state.outcome, sent.map(({ command }) => command.kind)]).toEqual(['succeeded', ['update']]);
  });

  test('whose tasks crash is taken back after the third of the same reason, with the circuit breaker off', () => {
    const { state, sent, truth } = ended({ canList, behaviour: 'crashes' });
    expect(state).toMatchObject({
      outcome: 'rolled-back',
      reason: expect.stringContaining('3 × Essential container in task exited (app: exit code 1)'),
    });
    expect(sent.map(({ command }) => command.kind)).toEqual(['update', canList ? 'stop' : 'update-back']);
    expect(truth.at(-1)?.shown.service.taskDefinitionArn).toBe(oldDefinition);
  });

  test('whose tasks cannot be placed is taken back with the reason of the event', () => {
    expect(outcomeOf({ canList, behaviour: 'silent' })).toEqual([
      'rolled-back',
      'tasks cannot be started: 3 × Capacity is unavailable at this time',
    ]);
  });

  test('that ECS takes back by its circuit breaker is rolled back, and says so', () => {
    const { state, sent } = ended({ canList, behaviour: 'crashes', breaker: 'with rollback', plan: { failAfter: 10 } });
    expect(state).toMatchObject({ outcome: 'rolled-back', reason: expect.stringMatching(/circuit breaker/) });
    expect(sent).toHaveLength(1);
  });

  test('that the circuit breaker only stops is taken back all the same', () => {
    const { state, sent } = ended({ canList, behaviour: 'crashes', breaker: 'on', plan: { failAfter: 10 } });
    expect(state).toMatchObject({ outcome: 'rolled-back', reason: expect.stringMatching(/circuit breaker/) });
    expect(sent.at(-1)?.command).toEqual({ kind: 'update-back', taskDefinitionArn: oldDefinition });
  });

  test('that an alarm takes back is rolled back, and says so', () => {
    const disturbances: Disturbance[] = [{ at: 12_000, what: 'alarm' }];
    expect(outcomeOf({ canList, disturbances })).toEqual(['rolled-back', expect.stringMatching(/alarm/i)]);
  });

  test('that somebody else replaces is superseded, and left alone', () => {
    const { state, sent } = ended({ canList, disturbances: [{ at: 12_000, what: 'newer' }] });
    expect([state.outcome, state.reason, sent.length]).toEqual([
      'superseded',
      'another deployment (shop:9) has replaced this one',
      1,
    ]);
  });

  test('that somebody stops in the console is stopped, whatever becomes of the service', () => {
    const what = 'console rollback';
    expect(outcomeOf({ canList, disturbances: [{ at: 12_000, what }] })).toEqual([
      'stopped',
      expect.stringContaining('user'),
    ]);
  });

  test('whose service is scaled to 0 is not taken for a success', () => {
    const disturbances: Disturbance[] = [{ at: 12_000, what: 'scale to 0' }];
    expect(outcomeOf({ canList, disturbances })).toEqual([
      'stopped',
      expect.stringContaining('scaled the service to 0'),
    ]);
  });

  test('that does not end in time is looked at once more, then taken back', () => {
    const { state, sent, plan } = ended({
      canList,
      behaviour: 'never',
      plan: { deadline: Date.UTC(2026, 0, 1) - 7 * 3_600_000 + 63_000 },
    });
    expect([state.outcome, state.reason]).toEqual([
      'timed-out',
      'not complete in time: 0 of 2 tasks run; 2 of the version before',
    ]);
    const moment = (sent.at(-1)?.at ?? 0) - 7 * 3_600_000;
    expect(moment - plan.deadline).toBeLessThan(5_000);
  });

  test('that is cancelled goes back', () => {
    const { state, truth } = ended({ canList, disturbances: [{ at: 12_000, what: 'cancel' }] });
    expect([state.outcome, truth.at(-1)?.shown.service.taskDefinitionArn]).toEqual(['interrupted', oldDefinition]);
  });

  test('that is cancelled with on-cancel: leave goes on by itself', () => {
    const { state, truth, sent } = ended({
      canList,
      disturbances: [{ at: 12_000, what: 'cancel' }],
      plan: { onCancel: 'leave' },
    });
    expect([state.outcome, sent.length, truth.at(-1)?.shown.service.taskDefinitionArn]).toEqual([
      'interrupted',
      1,
      newDefinition,
    ]);
  });

  test('with nothing to go back to fails, and says so', () => {
    expect(outcomeOf({ canList, behaviour: 'crashes', plan: { lastGoodArn: null } })).toEqual([
      'failed',
      expect.stringContaining('no deployment before it succeeded'),
    ]);
  });

  test('that fails with on-failure: leave is left as it is', () => {
    const { state, sent } = ended({ canList, behaviour: 'crashes', plan: { onFailure: 'leave' } });
    expect([state.outcome, sent.length]).toEqual(['failed', 1]);
  });
});

test('on-cancel: stop ends the deployment where it is', () => {
  const { state, sent } = ended({ disturbances: [{ at: 12_000, what: 'cancel' }], plan: { onCancel: 'stop' } });
  expect([state.outcome, sent.at(-1)?.command]).toEqual([
    'interrupted',
    expect.objectContaining({ kind: 'stop', how: 'abort' }),
  ]);
});

test('a look that lags behind, and shows the first of two tries, is not taken for somebody else', () => {
  const now = { fails: false, lagMs: 0 };
  const late = { fails: false, lagMs: 20_000 };
  const { state, happened } = ended({
    canList: false,
    disturbances: [{ at: 5_001, what: 'alarm' }],
    looks: [now, late, late, late, now, late, now],
    commands: ['answer lost', 'done'],
  });
  expect(happened.map(({ what }) => what)).toEqual(['alarm']);
  expect(state.outcome).toBe('succeeded');
});

/** Ends that people and other programs bring about: what the machine then owes is only the truth. */
const disturbance: fc.Arbitrary<Disturbance> = fc.record({
  at: fc.integer({ min: 0, max: 400_000 }),
  what: fc.constantFrom(
    'newer',
    'console rollback',
    'console abort',
    'scale to 0',
    'alarm',
    'cancel',
    'lose the lock',
    'crash',
  ),
});
const looks = fc.array(fc.record({ fails: fc.boolean(), lagMs: fc.constantFrom(0, 0, 0, 5_000, 20_000) }), {
  maxLength: 60,
});
const commands = fc.array(fc.constantFrom('done', 'done', 'lost', 'answer lost'), { maxLength: 6 });
const history: fc.Arbitrary<History> = fc.record({
  behaviour: fc.constantFrom('good', 'good', 'crashes', 'never', 'silent'),
  breaker: fc.constantFrom('off', 'on', 'with rollback'),
  canList: fc.boolean(),
  disturbances: fc.array(disturbance, { maxLength: 3 }),
  // In the end looks and commands get through: nothing is promised of a world that is gone for good.
  looks: looks.map((all) => [...all, { fails: false, lagMs: 0 }]),
  commands: commands.map((all) => [...all, 'done' as const]),
});

const runs = Number(process.env.FOLLOW_RUNS ?? 1_500);
const always = (
  invariant: (followed: Followed, history: History) => void,
  of: fc.Arbitrary<History> = history,
): void => {
  fc.assert(
    fc.property(of, (given) => {
      invariant(follow(given), given);
    }),
    { numRuns: runs },
  );
};
const lagMs = 20_000;
/** The truth in the time that the last looks may have shown. */
const lately = ({ truth, endedAt }: Followed) =>
  truth.filter(({ at }) => at >= endedAt - lagMs - 5_000).map(({ shown }) => shown);
const primaryOf = ({ service }: Followed['truth'][number]['shown']) =>
  service.deployments.find(({ status }) => status === 'PRIMARY');

describe('whatever happens, and however late, lost or wrong what is seen of it is', () => {
  test('every history ends', () => {
    always(({ state, endedAt, truth }) => {
      expect(state.phase).toBe('ended');
      expect(endedAt - (truth[0]?.at ?? 0)).toBeLessThan(600_000 + 300_000 + 120_000);
    });
  });

  test('it succeeds only where ECS completed our deployment, it was the primary one, and all of at least one task ran', () => {
    always((followed) => {
      if (followed.state.outcome !== 'succeeded') return;
      const proof = lately(followed).some((shown) => {
        const primary = primaryOf(shown);
        return (
          primary?.taskDefinitionArn === newDefinition &&
          primary.rollout === 'COMPLETED' &&
          shown.service.desiredCount > 0 &&
          primary.runningCount >= shown.service.desiredCount
        );
      });
      expect(proof).toBe(true);
    });
  });

  test('it is rolled back only where the service runs the version before again', () => {
    always((followed) => {
      const { outcome, back } = followed.state;
      if (outcome !== 'rolled-back') return;
      expect(back).not.toBeNull();
      const proof = lately(followed).some(
        (shown) =>
          (primaryOf(shown)?.taskDefinitionArn === oldDefinition && primaryOf(shown)?.rollout === 'COMPLETED') ||
          shown.deployments.some(
            ({ taskDefinitionArn, status }) => taskDefinitionArn === newDefinition && status === 'ROLLBACK_SUCCESSFUL',
          ),
      );
      expect(proof).toBe(true);
    });
  });

  test('it is superseded only where somebody deployed after it, and stopped only where somebody stopped or scaled it', () => {
    always(({ state, happened }) => {
      const done = happened.map(({ what }) => what);
      if (state.outcome === 'superseded') expect(done).toContain('newer');
      if (state.outcome === 'stopped') expect(done.some((what) => /console|scale/.test(what))).toBe(true);
    });
  });

  test('nothing goes forward once it goes back, and back it goes to the last good one only', () => {
    always(({ sent }) => {
      const firstBack = sent.findIndex(({ command }) => command.kind === 'stop' || command.kind === 'update-back');
      if (firstBack === -1) return;
      expect(sent.slice(firstBack).some(({ command }) => command.kind === 'update')).toBe(false);
      for (const { command } of sent)
        if (command.kind === 'update-back') expect(command.taskDefinitionArn).toBe(oldDefinition);
    });
  });

  test('what somebody else deployed after it is never replaced', () => {
    always(
      ({ sent, happened, truth }) => {
        const update = sent.find(({ command }) => command.kind === 'update')?.at ?? Number.POSITIVE_INFINITY;
        const after = happened
          .filter(({ what }) => what === 'newer')
          .flatMap((newer) => {
            // A command may cross with it; a look that lags may hide it for as long as it lags.
            const began = truth.find(({ at }) => at >= newer.at + lagMs + 5_000)?.at ?? Number.POSITIVE_INFINITY;
            // Our update crossed with it and came last: then ours is the newer one.
            if (newer.at <= update && update < began) return [];
            return sent.filter(
              ({ at, command }) => at >= began && (command.kind === 'update' || command.kind === 'update-back'),
            );
          });
        expect(after).toEqual([]);
      },
      history.map((given) => ({
        ...given,
        commands: [],
        looks: given.looks.map((look) => ({ ...look, fails: false })),
      })),
    );
  });

  test('a good release that nobody disturbs succeeds, however bad the looks are', () => {
    always(
      ({ state }) => expect(state.outcome).toBe('succeeded'),
      history.map((given) => ({ ...given, behaviour: 'good' as const, disturbances: [] })),
    );
  });

  test('a bad release that nobody disturbs is rolled back, and the service runs the version before', () => {
    always(
      (followed) => {
        expect(followed.state.outcome).toBe('rolled-back');
        expect(primaryOf(lately(followed).at(-1) as Followed['truth'][number]['shown'])?.taskDefinitionArn).toBe(
          oldDefinition,
        );
      },
      history.map((given) => ({ ...given, behaviour: 'crashes' as const, disturbances: [] })),
    );
  });

  test('a cancel never ends in success, and changes nothing where it came first', () => {
    always(
      ({ state, sent }) => {
        expect(state.outcome).toBe('interrupted');
        expect(sent).toEqual([]);
      },
      history.map((given) => ({ ...given, disturbances: [{ at: 0, what: 'cancel' as const }] })),
    );
  });

  test('nothing is changed any more once the lock is lost', () => {
    always(({ sent, state }, { disturbances }) => {
      const lost = disturbances.filter(({ what }) => what === 'lose the lock').map(({ at }) => at);
      if (lost.length === 0) return;
      const from = Date.UTC(2026, 0, 1) + Math.min(...lost) + 5_000;
      expect(sent.filter(({ at }) => at >= from)).toEqual([]);
      expect(state.outcome).not.toBeNull();
    });
  });
});
