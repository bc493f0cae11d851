import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { figure } from '../testing/figures.js';
import { next } from './next.js';
import { type Decision, hasEnded, initialState, type Seen, type ShiftPlan, type ShiftState } from './state.js';

const plan: ShiftPlan = {
  steps: [
    { weight: 10, bakeMs: 20_000 },
    { weight: 50, bakeMs: 30_000 },
    { weight: 100, bakeMs: 10_000 },
  ],
  minHealthyTargets: 2,
  unhealthyLimit: 1,
  unknownLimitMs: 30_000,
  settleMs: 5_000,
  rewriteMs: 6_000,
  applyLimitMs: 40_000,
  maxGapMs: 10_000,
  deadline: 600_000,
  onDrift: 'hold',
  noDataLimitMs: 15_000,
  onNoData: 'hold',
  onBrokenOld: 'rollback',
};

const healthy = { judgement: 'healthy', reason: 'all is well' } as const;
const unhealthy = { judgement: 'unhealthy', reason: 'alarm shop-5xx is in ALARM' } as const;
const unknown = { judgement: 'unknown', reason: 'nothing seen' } as const;
const pending = { judgement: 'unknown', reason: 'bad for 20 of 120 s', isPending: true } as const;
const good = (now: number, greenWeight: number, more: Partial<Seen> = {}): Seen => ({
  now,
  greenWeight,
  verdict: healthy,
  healthyTargets: 2,
  ...more,
});

/** Runs looks through the machine; each look may depend on the state so far. */
function run(looks: readonly Seen[], from: ShiftState = initialState(0), over: Partial<ShiftPlan> = {}): Decision[] {
  let state = from;
  return looks.map((seen) => {
    const decision = next({ ...plan, ...over }, state, seen);
    state = decision.state;
    return decision;
  });
}

const last = (decisions: readonly Decision[]): Decision => decisions[decisions.length - 1] as Decision;

describe('a shift, tick by tick', () => {
  test('a healthy release is raised step by step and promoted when 100 % has served its bake', () => {
    const commands: unknown[] = [];
    let state = initialState(0);
    let weight = 0;
    for (let now = 0; now <= 120_000 && !hasEnded(state); now += 5_000) {
      const decision = next(plan, state, good(now, weight));
      state = decision.state;
      if (decision.command.kind === 'write') {
        weight = decision.command.greenWeight;
        commands.push([now, weight]);
      }
    }
    expect(commands).toEqual([
      [0, 10],
      [25_000, 50],
      [60_000, 100],
    ]);
    expect(state.phase).toBe('promoted');
  });

  test('a doubt with a limit of its own raises nothing and bakes nothing, and the limit of silence does not count it', () => {
    const looks = [0, 1, 2, 3, 4, 5, 6].map((i) => good(1_000 + i * 10_000, 10, { verdict: pending }));
    const waiting = last(run([good(0, 0), ...looks]));
    expect(waiting).toMatchObject({
      command: { kind: 'wait' },
      state: { phase: 'baking', bakedMs: 0, unknownSince: null },
    });
    const silent = looks.map((look) => ({ ...look, verdict: unknown }));
    expect(last(run([good(0, 0), ...silent])).state.phase).toBe('rolling-back');
  });

  test('a step begins when its weight is observed, not when it was written', () => {
    const decisions = run([good(0, 0), good(30_000, 0), good(36_000, 10), good(46_000, 10)]);
    expect(decisions[2]?.state).toMatchObject({ phase: 'baking', since: 36_000, bakedMs: 0 });
    expect(last(decisions)).toMatchObject({ command: { kind: 'wait' }, state: { bakedMs: 10_000 } });
  });

  test('one unhealthy verdict takes the traffic back at once and says why', () => {
    const decisions = run([good(0, 0), good(1_000, 10), good(2_000, 10, { verdict: unhealthy })]);
    expect(last(decisions)).toMatchObject({
      command: { kind: 'write', greenWeight: 0 },
      reason: 'alarm shop-5xx is in ALARM',
      state: { phase: 'rolling-back', rollback: { atWeight: 10, at: 2_000 } },
    });
  });

  test('an unhealthy limit of 3 needs three unhealthy looks in a row', () => {
    const bad = (now: number) => good(now, 10, { verdict: unhealthy });
    const looks = [
      good(0, 0),
      good(1_000, 10),
      bad(2_000),
      bad(3_000),
      good(4_000, 10),
      bad(5_000),
      bad(6_000),
      bad(7_000),
    ];
    const decisions = run(looks, undefined, { unhealthyLimit: 3 });
    expect(decisions.map((d) => d.state.phase).slice(-2)).toEqual(['baking', 'rolling-back']);
  });

  test('unknown health stops the raise, and rolls back only after its own limit', () => {
    const blind = (now: number) => good(now, 10, { verdict: unknown });
    const decisions = run([good(0, 0), good(1_000, 10), blind(2_000), blind(31_000), blind(32_000)]);
    expect(decisions.map((d) => d.state.phase)).toEqual(['raising', 'baking', 'baking', 'baking', 'rolling-back']);
    expect(last(decisions).reason).toContain('health could not be established for 30 s');
  });

  test('a release is not raised while green has fewer healthy targets than asked', () => {
    expect(last(run([good(0, 0, { healthyTargets: 1 })]))).toMatchObject({
      command: { kind: 'wait' },
      state: { phase: 'ready' },
    });
    expect(last(run([good(0, 0, { healthyTargets: undefined })])).command).toEqual({ kind: 'wait' });
  });

  test('a cancel before anything was raised ends without a write', () => {
    expect(last(run([good(0, 0, { cancelled: 'cancelled' })]))).toMatchObject({
      command: { kind: 'end', outcome: 'rolled-back' },
      reason: 'cancelled',
    });
  });

  test('a cancel after a write restores 0 even when the listener still shows 0', () => {
    const decisions = run([good(0, 0), good(100, 0, { cancelled: 'cancelled' }), good(200, 0)]);
    expect(decisions.map((d) => d.command)).toEqual([
      { kind: 'write', greenWeight: 10 },
      { kind: 'write', greenWeight: 0 },
      { kind: 'end', outcome: 'rolled-back' },
    ]);
  });

  test('a cancel tells the share that it came at, although the listener shows 0 already', () => {
    const decisions = run([good(0, 0), good(1_000, 10), good(2_000, 0, { cancelled: 'cancelled' })]);
    expect(last(decisions).state.rollback).toMatchObject({ reason: 'cancelled', atWeight: 10 });
  });

  test('a weight that nobody here set holds the shift and is named', () => {
    const decisions = run([good(0, 0), good(1_000, 10), good(2_000, 40), good(60_000, 40), good(61_000, 10)]);
    expect(decisions[2]?.reason).toBe('someone else set the new version to 40 % (expected 10 %)');
    expect(decisions.slice(2).every((d) => d.command.kind === 'wait')).toBe(true);
  });

  test('with on-drift rollback a weight that nobody here set takes the traffic back once it has lasted', () => {
    const looks = [good(0, 0), good(1_000, 10), good(2_000, 40), good(3_000, 40), good(8_000, 40)];
    expect(run(looks, undefined, { onDrift: 'rollback' }).map((d) => d.state.phase)).toEqual([
      'raising',
      'baking',
      'baking',
      'baking',
      'rolling-back',
    ]);
  });

  test('with on-drift adopt the shift goes on from the weight that somebody set, after the bake of the step it covers', () => {
    const looks = [good(0, 0), good(1_000, 10), good(2_000, 60), good(8_000, 60)];
    const later = Array.from({ length: 6 }, (_, i) => good(13_000 + 5_000 * i, 60));
    const decisions = run([...looks, ...later], undefined, { onDrift: 'adopt' });
    expect(decisions[3]).toMatchObject({
      reason: 'someone else set the new version to 60 %; adopted, the bake begins',
      state: { step: 1, adopted: 60 },
    });
    expect(
      decisions.flatMap(({ command }, i) =>
        command.kind === 'write' ? [[looks.concat(later)[i]?.now, command.greenWeight]] : [],
      ),
    ).toEqual([
      [0, 10],
      [38_000, 100],
    ]);
  });

  test('a shift that cannot end in its time is not begun, and one that cannot any more is taken back while there is time', () => {
    const short = { deadline: 50_000 };
    expect(last(run([good(0, 0)], undefined, short))).toMatchObject({
      command: { kind: 'end', outcome: 'rolled-back' },
      reason: 'the steps need 60 s more, and the time limit of the run is over in 50 s',
    });
    const held = Array.from({ length: 12 }, (_, i) => good(2_000 + 5_000 * i, 10, { healthyTargets: 1 }));
    const decisions = run([good(0, 0), good(1_000, 10), ...held], undefined, { deadline: 90_000 });
    expect(last(decisions)).toMatchObject({ state: { phase: 'rolling-back', rollback: { atWeight: 10 } } });
    expect(last(decisions).state.rollback?.at).toBeLessThan(90_000);
  });

  test('a rule that cannot be read for longer than the unknown limit is a reason to take the traffic back', () => {
    const blind = (now: number) => good(now, 10, { greenWeight: undefined });
    const decisions = run([good(0, 0), good(1_000, 10), blind(2_000), blind(31_000), blind(32_000)]);
    expect(last(decisions)).toMatchObject({
      command: { kind: 'write', greenWeight: 0 },
      reason: 'the listener rule could not be read for 30 s',
    });
  });

  test('with on-broken-old hold the traffic is not sent to a blue without a healthy target: a person is called', () => {
    const bad = good(2_000, 10, { verdict: unhealthy, blueHealthyTargets: 0 });
    expect(last(run([good(0, 0), good(1_000, 10), bad], undefined, { onBrokenOld: 'hold' }))).toMatchObject({
      command: { kind: 'end', outcome: 'stuck' },
    });
    expect(last(run([good(0, 0), good(1_000, 10), bad])).command).toEqual({ kind: 'write', greenWeight: 0 });
  });

  test('with on-broken-old hold the traffic goes back all the same when green has no healthy target either', () => {
    const dead = good(2_000, 10, { verdict: unhealthy, blueHealthyTargets: 0, healthyTargets: 0 });
    const decision = last(run([good(0, 0), good(1_000, 10), dead], undefined, { onBrokenOld: 'hold' }));
    expect(decision.command).toEqual({ kind: 'write', greenWeight: 0 });
  });

  test('a rule that was deleted ends the shift: there is nothing left to write', () => {
    const gone = good(2_000, 10, { gone: 'the listener rule was deleted by someone else' });
    expect(last(run([good(0, 0), good(1_000, 10), { ...gone, greenWeight: undefined }]))).toMatchObject({
      command: { kind: 'end', outcome: 'stuck' },
      reason: expect.stringContaining('deleted by someone else'),
    });
  });

  describe('a step that has served its bake and lacks evidence', () => {
    const few = (now: number) => good(now, 10, { lacking: 'only 12 of 240 requests of green were seen' });
    const looks = [good(0, 0), good(1_000, 10), few(11_000), few(21_000), few(31_000), few(36_000), few(46_000)];

    test('goes on serving its time meanwhile, is not raised, and says what it lacks', () => {
      const decisions = run(looks);
      expect(decisions[3]?.state.bakedMs).toBe(20_000);
      expect(decisions.slice(1).every(({ command }) => command.kind === 'wait')).toBe(true);
      expect(last(decisions).reason).toBe('the bake is served, but only 12 of 240 requests of green were seen');
    });

    test('is raised as soon as the evidence is there', () => {
      expect(last(run([...looks, good(47_000, 10)])).command).toEqual({ kind: 'write', greenWeight: 50 });
    });

    test('with on-no-data rollback is taken back after its own limit', () => {
      expect(run(looks, undefined, { onNoData: 'rollback' }).map(({ state }) => state.phase)).toEqual([
        ...['raising', 'baking', 'baking', 'baking', 'baking', 'rolling-back', 'rolling-back'],
      ]);
    });

    test('with on-no-data continue is raised by time after that limit, and says so', () => {
      const decisions = run(looks.slice(0, 6), undefined, { onNoData: 'continue' });
      expect(last(decisions)).toMatchObject({
        command: { kind: 'write', greenWeight: 50 },
        reason: 'all is well; by time alone, although only 12 of 240 requests of green were seen',
      });
      expect(decisions[4]?.command).toEqual({ kind: 'wait' });
    });

    test('with on-no-data hold waits until the time limit of the run, then takes the traffic back', () => {
      const { reason } = last(run([...looks, few(600_000)]));
      expect(reason).toMatch(/the time limit of the run is over in .*; it was held up: .+/);
    });

    test('is taken back at once when it turns out bad', () => {
      expect(last(run([...looks, { ...few(47_000), verdict: unhealthy }])).state.phase).toBe('rolling-back');
    });
  });

  test('someone who took green out of traffic by hand has ended the release', () => {
    const decisions = run([good(0, 0), good(1_000, 10), good(2_000, 0), good(3_000, 0), good(4_000, 0)]);
    expect(last(decisions)).toMatchObject({ command: { kind: 'end', outcome: 'rolled-back' } });
  });

  test('a weight that never shows is rolled back, and a rollback that never shows is stuck', () => {
    const looks = Array.from({ length: 30 }, (_, i) => good(i * 4_000, i === 0 ? 0 : 77));
    const decisions = run([good(0, 0), ...looks.map((s) => ({ ...s, greenWeight: undefined, now: s.now + 1_000 }))]);
    expect(decisions.some((d) => d.state.phase === 'rolling-back')).toBe(true);
    expect(last(decisions)).toMatchObject({ command: { kind: 'end', outcome: 'stuck' } });
  });

  test('whoever lost the lock commands nothing more', () => {
    const decisions = run([good(0, 0), good(1_000, 10, { lockLostTo: 'run 7', verdict: unhealthy }), good(2_000, 10)]);
    expect(decisions.slice(1).map((d) => d.command)).toEqual([
      { kind: 'end', outcome: 'stuck' },
      { kind: 'end', outcome: 'stuck' },
    ]);
  });
});

/** One moment of a random history, as the world deals it. */
const moment = fc.record({
  gapMs: fc.oneof(
    { weight: 8, arbitrary: fc.integer({ min: 0, max: 8_000 }) },
    { weight: 1, arbitrary: fc.integer({ min: -2_000, max: 90_000 }) },
  ),
  judgement: fc.oneof(
    { weight: 30, arbitrary: fc.constant(healthy) },
    { weight: 1, arbitrary: fc.constant(unhealthy) },
    { weight: 3, arbitrary: fc.constant(unknown) },
    { weight: 1, arbitrary: fc.constant(pending) },
  ),
  healthyTargets: fc.oneof(
    { weight: 12, arbitrary: fc.constant(2) },
    { weight: 1, arbitrary: fc.constantFrom(0, 1, undefined) },
  ),
  read: fc.oneof(
    { weight: 14, arbitrary: fc.constant('true') },
    { weight: 1, arbitrary: fc.constantFrom('stale', 'none', 'foreign') },
  ),
  writeFate: fc.oneof(
    { weight: 12, arbitrary: fc.constant('applied') },
    { weight: 2, arbitrary: fc.constant('late') },
    { weight: 1, arbitrary: fc.constant('lost') },
  ),
  drift: fc.oneof(
    { weight: 60, arbitrary: fc.constant(undefined) },
    { weight: 1, arbitrary: fc.constantFrom(0, 5, 10, 40, 50, 100) },
  ),
  lacking: fc.oneof(
    { weight: 6, arbitrary: fc.constant(undefined) },
    { weight: 1, arbitrary: fc.constant('no requests were seen') },
  ),
  cancelled: fc.oneof(
    { weight: 150, arbitrary: fc.constant(undefined) },
    { weight: 1, arbitrary: fc.constant('cancelled') },
  ),
  lockLost: fc.oneof({ weight: 400, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
  crash: fc.oneof({ weight: 40, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
});

const history = fc.record({
  moments: fc.array(moment, { minLength: 20, maxLength: 60 }),
  onDrift: fc.constantFrom('hold' as const, 'rollback' as const, 'adopt' as const),
  onNoData: fc.constantFrom('hold' as const, 'rollback' as const, 'continue' as const),
  unhealthyLimit: fc.integer({ min: 1, max: 3 }),
});

interface Tick {
  readonly before: ShiftState;
  readonly seen: Seen;
  readonly decision: Decision;
  readonly onNoData: ShiftPlan['onNoData'];
}

/** Plays a history against a listener that lags, loses writes, answers stale and is touched by others. After the dealt moments the world is calm. */
function play(
  h: {
    moments: readonly Dealt[];
    onDrift: ShiftPlan['onDrift'];
    onNoData: ShiftPlan['onNoData'];
    unhealthyLimit: number;
  },
  start = 0,
): Tick[] {
  const thePlan: ShiftPlan = {
    ...plan,
    deadline: plan.deadline + start,
    onDrift: h.onDrift,
    onNoData: h.onNoData,
    unhealthyLimit: h.unhealthyLimit,
  };
  const ticks: Tick[] = [];
  let state = initialState(start);
  let now = start;
  let weight = 0;
  let shown = 0;
  let late: number | undefined;
  for (let i = 0; i < 400 && !hasEnded(state); i++) {
    const m = h.moments[i] ?? calm;
    now += m.gapMs;
    const previous = shown;
    if (late !== undefined) {
      weight = late;
      late = undefined;
    }
    if (m.drift !== undefined) weight = m.drift;
    shown = weight;
    if (m.crash) state = JSON.parse(JSON.stringify(state)) as ShiftState;
    const seen: Seen = {
      now,
      greenWeight: m.read === 'none' || m.read === 'foreign' ? undefined : m.read === 'stale' ? previous : weight,
      lacking: m.lacking,
      foreign: m.read === 'foreign' ? 'a third target group' : undefined,
      verdict: m.judgement,
      healthyTargets: m.healthyTargets,
      cancelled: m.cancelled,
      lockLostTo: m.lockLost ? 'run 7' : undefined,
    };
    const decision = next(thePlan, state, seen);
    ticks.push({ before: state, seen, decision, onNoData: h.onNoData });
    state = decision.state;
    if (decision.command.kind === 'write') {
      if (m.writeFate === 'applied') weight = decision.command.greenWeight;
      if (m.writeFate === 'late') late = decision.command.greenWeight;
    }
  }
  return ticks;
}

type Dealt = {
  gapMs: number;
  judgement: Seen['verdict'];
  healthyTargets: number | undefined;
  read: string;
  writeFate: string;
  drift: number | undefined;
  lacking: string | undefined;
  cancelled: string | undefined;
  lockLost: boolean;
  crash: boolean;
};

const calm: Dealt = {
  gapMs: 5_000,
  judgement: healthy,
  healthyTargets: 2,
  read: 'true',
  writeFate: 'applied',
  drift: undefined,
  lacking: undefined,
  cancelled: undefined,
  lockLost: false,
  crash: false,
};

const raises = (ticks: readonly Tick[]): Tick[] =>
  ticks.filter(({ decision }) => decision.command.kind === 'write' && decision.command.greenWeight > 0);

/** A plain check: 20,000 histories of 40 ticks are too many for `expect`. */
function must(holds: boolean, what: string, tick: Tick): void {
  if (!holds) throw new Error(`${what}: ${JSON.stringify(tick)}`);
}

/** What each history must obey, counted apart from the machine's own books. */
const invariants: Record<string, (ticks: readonly Tick[]) => void> = {
  'the weight goes up only with a healthy verdict and enough healthy targets': (ticks) => {
    for (const tick of raises(ticks)) {
      must(tick.seen.verdict.judgement === 'healthy', 'raised without health', tick);
      must((tick.seen.healthyTargets ?? 0) >= plan.minHealthyTargets, 'raised without targets', tick);
    }
  },
  'the weight goes up one step at a time, after the bake of the step below was served in health': (ticks) => {
    let served = 0;
    let at: number | null = null;
    let weight = 0;
    let bakeMs = 0;
    for (const tick of ticks) {
      const { before, seen, decision } = tick;
      if (seen.greenWeight !== undefined && seen.greenWeight === weight && weight > 0) {
        const gap = Math.min(Math.max(0, seen.now - (at ?? seen.now)), plan.maxGapMs);
        if (seen.verdict.judgement === 'healthy') served += gap;
        at = Math.max(at ?? seen.now, seen.now);
      } else if (at !== null) at = Math.max(at, seen.now);
      const { adopted, step } = decision.state;
      // An adopted weight is a step of its own: it is settled, and baked as long as the step it covers.
      if (adopted !== null && adopted !== before.adopted) {
        [served, at, weight, bakeMs] = [0, seen.now, adopted, plan.steps[step]?.bakeMs ?? 0];
      }
      if (decision.command.kind !== 'write' || decision.command.greenWeight <= 0) continue;
      const wanted = decision.command.greenWeight;
      if (wanted === weight) continue;
      must(before.step === step - 1, 'a step was skipped', tick);
      must(wanted === plan.steps[step]?.weight, 'not the weight of the step', tick);
      must(weight === 0 || served >= Math.max(bakeMs, plan.settleMs), `only ${served} ms served`, tick);
      [served, at, weight, bakeMs] = [0, null, wanted, plan.steps[step]?.bakeMs ?? 0];
    }
  },
  'a step that lacks evidence is left only by time, where that was asked for, after its limit': (ticks) => {
    for (const tick of ticks) {
      const { before, seen, decision, onNoData } = tick;
      const isLeft =
        decision.state.phase === 'promoted' || (decision.command.kind === 'write' && decision.state.step > before.step);
      if (before.phase !== 'baking' || !isLeft || seen.lacking === undefined) continue;
      must(onNoData === 'continue', 'left a step that lacks evidence', tick);
      must(seen.now - before.since >= plan.noDataLimitMs, 'left it before its limit', tick);
    }
  },
  'once rolling back, no command raises green again': (ticks) => {
    const from = ticks.findIndex(({ decision }) => decision.state.rollback !== null);
    if (from >= 0) for (const tick of raises(ticks.slice(from))) must(false, 'raised after the rollback', tick);
  },
  'nothing is raised over a weight or a rule that someone else set, nor after a cancel or a lost lock': (ticks) => {
    for (const tick of raises(ticks)) {
      const { seen, before, decision } = tick;
      must(seen.foreign === undefined, 'raised over a foreign rule', tick);
      must(seen.cancelled === undefined && seen.lockLostTo === undefined, 'raised after a cancel', tick);
      const planned = [0, ...plan.steps.map((s) => s.weight)].slice(Math.max(0, before.step), decision.state.step + 2);
      const known = [...planned, before.adopted, before.from];
      must(known.includes(seen.greenWeight ?? -1), 'raised over a foreign weight', tick);
    }
  },
  'every history ends, and the end was observed on the listener': (ticks) => {
    const tick = ticks[ticks.length - 1] as Tick;
    const { decision, seen } = tick;
    must(decision.command.kind === 'end' && Boolean(decision.state.end), 'no end', tick);
    must(decision.state.phase !== 'promoted' || seen.greenWeight === 100, 'promoted unobserved', tick);
    must(decision.state.phase !== 'rolled-back' || seen.greenWeight === 0, 'rolled back unobserved', tick);
  },
  'unhealthy up to its limit always takes the traffic back, and is never promoted over': (ticks) => {
    for (const tick of ticks) {
      const { decision, seen } = tick;
      if (seen.verdict.judgement !== 'unhealthy' || seen.lockLostTo !== undefined) continue;
      const back = ['rolling-back', 'rolled-back', 'stuck'].includes(decision.state.phase);
      must(decision.state.unhealthyCount < 3 || back, 'went on though unhealthy', tick);
      must(decision.state.phase !== 'promoted', 'promoted though unhealthy', tick);
    }
  },
};

const runs = Number(process.env.SLUICE_HISTORIES ?? 20_000);

describe(`over ${runs} random histories of lost writes, lag, drift, cancels, crashes and resumes`, () => {
  test.each(Object.keys(invariants))(
    '%s',
    (name) => {
      const begin = performance.now();
      const holds = invariants[name] as (ticks: readonly Tick[]) => void;
      const ends: Record<string, number> = { promoted: 0, 'rolled-back': 0, stuck: 0 };
      fc.assert(
        fc.property(history, (h) => {
          const ticks = play(h);
          holds(ticks);
          const { phase } = (ticks[ticks.length - 1] as Tick).decision.state;
          ends[phase] = (ends[phase] ?? 0) + 1;
        }),
        { numRuns: runs },
      );
      figure('histories', runs);
      figure('histories-time', (performance.now() - begin) / 1000);
      // The histories must reach every end, or the invariant says little.
      expect(Object.values(ends).every((count) => count > runs / 500)).toBe(true);
    },
    120_000,
  );

  test('time comes only from what was seen: a history a year later takes the same course', () => {
    const year = 365 * 24 * 3_600_000;
    fc.assert(
      fc.property(history, (h) => {
        expect(play(h, year).map((t) => t.decision.command)).toEqual(play(h).map((t) => t.decision.command));
      }),
      { numRuns: 500 },
    );
  });

  test('the state survives a JSON round trip at every tick', () => {
    fc.assert(
      fc.property(history, (h) => {
        for (const { decision } of play(h)) expect(JSON.parse(JSON.stringify(decision.state))).toEqual(decision.state);
      }),
      { numRuns: 500 },
    );
  });
});
