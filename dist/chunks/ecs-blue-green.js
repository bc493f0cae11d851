export const id = 629;
export const ids = [629];
export const modules = {

/***/ 4783:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  main: () => (/* binding */ main),
  post: () => (/* binding */ post)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./build-stage/blue-green/kept.js
// src/blue-green/kept.ts
const kept_name = 'shift';
function keepForPost(report, kept) {
    report.keep(kept_name, JSON.stringify(kept));
}
/** What was kept, if it can be read. */
function keptFrom(saved) {
    const text = saved(kept_name);
    if (text === undefined)
        return undefined;
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}

// EXTERNAL MODULE: ./build-stage/blue-green/lock.js
var blue_green_lock = __webpack_require__(4531);
// EXTERNAL MODULE: ./build-stage/blue-green/result.js
var blue_green_result = __webpack_require__(7149);
// EXTERNAL MODULE: ./build-stage/github/cancellation.js
var cancellation = __webpack_require__(2828);
// EXTERNAL MODULE: ./build-stage/github/fail.js
var fail = __webpack_require__(4687);
// EXTERNAL MODULE: ./build-stage/github/files.js
var files = __webpack_require__(1232);
// EXTERNAL MODULE: ./build-stage/github/inputs.js
var github_inputs = __webpack_require__(8746);
// EXTERNAL MODULE: ./build-stage/github/job-identity.js + 1 modules
var job_identity = __webpack_require__(7058);
// EXTERNAL MODULE: ./build-stage/github/report.js + 1 modules
var report = __webpack_require__(7068);
// EXTERNAL MODULE: ./build-stage/github/run-context.js
var run_context = __webpack_require__(4836);
// EXTERNAL MODULE: ./build-stage/github/workspace.js
var workspace = __webpack_require__(34);
// EXTERNAL MODULE: ./build-stage/ports/message-of.js
var message_of = __webpack_require__(9901);
// EXTERNAL MODULE: ./build-stage/spec/input-error.js
var input_error = __webpack_require__(5432);
// EXTERNAL MODULE: ./build-stage/system/clock.js
var system_clock = __webpack_require__(8671);
// EXTERNAL MODULE: ./build-stage/system/prober.js
var prober = __webpack_require__(521);
// EXTERNAL MODULE: ./build-stage/system/prometheus.js
var prometheus = __webpack_require__(4797);
// EXTERNAL MODULE: ./build-stage/blue-green/recovery.js
var recovery = __webpack_require__(8983);
// EXTERNAL MODULE: ./build-stage/ports/access-error.js
var access_error = __webpack_require__(7919);
// EXTERNAL MODULE: ./build-stage/ports/lock-holder.js
var lock_holder = __webpack_require__(1928);
;// CONCATENATED MODULE: ./build-stage/actions/ecs-blue-green/post.js
// src/actions/ecs-blue-green/post.ts



/**
 * Finishes what `main` could not: it was cancelled, killed, or ran out of time. Idempotent. Answers what it did, or throws
 * when the traffic could not be taken back.
 */
async function finishInterrupted(world, kept) {
    try {
        return await finish(world, kept);
    }
    catch (error) {
        if (!(error instanceof access_error/* AccessError */.Z))
            throw error;
        throw new access_error/* AccessError */.Z(`${error.message.replace(/\.$/, '')}. What serves the traffic, and the command to run, is what the run told last; the action recover finishes it with other credentials, and so does the next deployment`, error.detail, { cause: error });
    }
}
async function finish(world, kept) {
    const held = await world.journal.read();
    const lost = held === undefined ? undefined : (0,lock_holder/* lostTo */.q)(held, kept);
    if (lost !== undefined)
        return `Nothing to do here: ${lost} holds the lock now.`;
    const done = await (0,recovery/* recoverLeft */.Ch)(world, kept);
    await world.journal.release(kept.holder, kept.expires);
    return `Finished after the interruption. ${done}`;
}

// EXTERNAL MODULE: ./build-stage/blue-green/command-line.js
var command_line = __webpack_require__(9854);
// EXTERNAL MODULE: ./build-stage/blue-green/finish.js
var blue_green_finish = __webpack_require__(8275);
// EXTERNAL MODULE: ./build-stage/blue-green/foreign.js
var blue_green_foreign = __webpack_require__(3050);
// EXTERNAL MODULE: ./build-stage/lock/held-lease.js
var held_lease = __webpack_require__(6647);
// EXTERNAL MODULE: ./build-stage/lock/lease.js
var lease = __webpack_require__(5813);
// EXTERNAL MODULE: ./build-stage/shift/steps.js
var steps = __webpack_require__(4731);
;// CONCATENATED MODULE: ./build-stage/blue-green/hold-lock.js
// src/blue-green/hold-lock.ts




/** The lock as the run of a shift holds it. */
class HeldLock extends held_lease/* HeldLease */.o {
    inputs;
    world;
    startedAt;
    stage = 'prepare';
    plan;
    shift = null;
    keepOldUntil = null;
    /** What this run deploys to green; to be set before green is told. */
    greenTaskDefinition;
    /** The scalable targets as they were before this run touched them; to be set before it does. */
    scalingBefore = [];
    constructor(inputs, world, startedAt) {
        super(world);
        this.inputs = inputs;
        this.world = world;
        this.startedAt = startedAt;
        this.keep();
    }
    entry(now) {
        const { inputs, world, plan } = this;
        const side = (of) => ({
            service: of.service,
            targetGroupArn: of.targetGroupArn,
        });
        return {
            schema: 1,
            holder: world.run.holder,
            runUrl: world.run.url,
            startedAt: this.startedAt,
            expires: now + lease/* leaseMs */.zT,
            route: inputs.listenerRuleArn ?? inputs.listenerArn ?? '',
            blue: plan === undefined ? null : side(plan.blue),
            green: plan === undefined ? null : side(plan.green),
            stage: this.stage,
            cluster: inputs.cluster,
            greenDesiredBefore: plan?.green.desiredBefore ?? 0,
            greenTaskDefinitionBefore: plan?.green.taskDefinitionBefore ?? '',
            ...(this.greenTaskDefinition === undefined ? {} : { greenTaskDefinition: this.greenTaskDefinition }),
            ...(plan === undefined ? {} : { blueTaskDefinition: plan.blue.taskDefinitionArn }),
            keepOldUntil: this.keepOldUntil,
            scalingBefore: this.scalingBefore,
            steps: (0,steps/* formatSteps */.rN)(inputs.steps),
            shift: this.shift === null ? null : shortened(this.shift),
        };
    }
    /** From now on the run is at this stage: told to `post` and to the journal before anything of it is done. */
    async enter(stage, plan) {
        this.stage = stage;
        this.plan = plan;
        if (stage === 'keep-old' && plan.keepOldMs !== 'forever') {
            this.keepOldUntil = this.world.clock.now() + Math.max(plan.keepOldMs, plan.drainMs);
        }
        this.keep();
        await this.write();
    }
    /** Writes the state of the shift before a weight is raised. */
    async note(shift) {
        this.shift = shift;
        await this.write();
    }
    /** The same, with the state of the shift as it is now. */
    beat(shift = this.shift) {
        this.shift = shift;
        super.beat();
    }
    /** Sleeps and keeps the lock meanwhile; ends early on a cancel or when the lock is lost. */
    async sleep(ms) {
        const { clock, cancellation } = this.world;
        for (const until = clock.now() + ms; clock.now() < until;) {
            if (cancellation.reason !== undefined || this.lostTo !== undefined)
                return;
            await clock.sleep(Math.min(lease/* heartbeatMs */.fO, until - clock.now()), cancellation.signal);
            this.beat();
        }
    }
    /** The run has ended by itself: the lock goes back, and `post` has nothing to do. */
    async release() {
        await this.giveBack();
        this.end();
    }
    /** `post` has nothing to do, and the lock stays. */
    end() {
        keepForPost(this.world.report, { stage: 'ended' });
    }
    keep() {
        keepForPost(this.world.report, this.entry(this.world.clock.now()));
    }
}
/** A parameter holds 4 KB, and alarms can be wordy. https://docs.aws.amazon.com/systems-manager/latest/userguide/parameter-store-advanced-parameters.html */
const longestReason = 400;
function shortened(shift) {
    const cut = (text) => (text.length > longestReason ? `${text.slice(0, longestReason)}…` : text);
    const { rollback, end } = shift;
    return {
        ...shift,
        rollback: rollback === null ? null : { ...rollback, reason: cut(rollback.reason) },
        end: end === null ? null : cut(end),
    };
}

// EXTERNAL MODULE: ./build-stage/blue-green/patient.js
var patient = __webpack_require__(2163);
// EXTERNAL MODULE: ./build-stage/blue-green/plan.js + 1 modules
var blue_green_plan = __webpack_require__(9554);
// EXTERNAL MODULE: ./build-stage/blue-green/scaling.js
var blue_green_scaling = __webpack_require__(7699);
// EXTERNAL MODULE: ./build-stage/blue-green/seen.js
var blue_green_seen = __webpack_require__(6839);
// EXTERNAL MODULE: ./build-stage/blue-green/start-green.js
var start_green = __webpack_require__(1004);
;// CONCATENATED MODULE: ./build-stage/blue-green/story.js
// src/blue-green/story.ts
function newStory(startedAt, runUrl) {
    return {
        startedAt,
        runUrl,
        plan: undefined,
        result: undefined,
        warnings: [],
        timeline: [],
        steps: [],
        minutes: { blue: [], green: [] },
        stopped: { tasks: [], logs: [] },
    };
}

// EXTERNAL MODULE: ./build-stage/blue-green/words.js
var words = __webpack_require__(6795);
// EXTERNAL MODULE: ./build-stage/ports/unanswered.js
var unanswered = __webpack_require__(3218);
// EXTERNAL MODULE: ./build-stage/blue-green/lost-access.js
var lost_access = __webpack_require__(6230);
;// CONCATENATED MODULE: ./build-stage/shift/state.js
// src/shift/state.ts
/** The traffic shift as data. Everything here is plain JSON: what one process writes, another can go on with. */
function initialState(now) {
    return {
        phase: 'ready',
        step: -1,
        observed: null,
        since: now,
        writtenAt: null,
        bakedMs: 0,
        lastSeenAt: null,
        unhealthyCount: 0,
        unknownSince: null,
        driftSince: null,
        lackingSince: null,
        adopted: null,
        from: 0,
        blindSince: null,
        rollback: null,
        end: null,
    };
}
/** The weight green has now when all went as planned. */
function plannedWeight(plan, state) {
    if (state.phase === 'rolling-back' || state.phase === 'rolled-back')
        return 0;
    return state.adopted ?? plan.steps[state.step]?.weight ?? 0;
}
function hasEnded(state) {
    return state.phase === 'promoted' || state.phase === 'rolled-back' || state.phase === 'stuck';
}

;// CONCATENATED MODULE: ./build-stage/shift/next.js
// src/shift/next.ts

/**
 * One tick of the traffic shift: pure and total.
 *
 * Invariants (each is a property test in `next.test.ts`):
 * - time comes only from `seen.now`; a step begins when its weight was observed, not when it was written;
 * - the weight goes up only with a healthy verdict, enough healthy targets of the new version, and the bake of the step served;
 * - unhealthy and unknown have limits of their own; no data is never health;
 * - a step that lacks evidence is not left, unless its own limit is over and going on by time was asked for;
 * - once rolling back, no command raises green's weight;
 * - a weight that was never planned means someone else is at the listener: nothing is raised over it;
 * - every history ends: promoted (100 % observed), rolled-back (0 % observed) or stuck.
 */
function next(plan, before, seen) {
    if (hasEnded(before))
        return end(before, before.phase, before.end ?? '');
    if (seen.lockLostTo !== undefined) {
        return stuck(before, `the lock is held by ${seen.lockLostTo} now; nothing more was changed from here`);
    }
    if (seen.gone !== undefined) {
        return stuck(before, `${seen.gone}: what it matched goes by the other rules of the listener now`);
    }
    const state = observe(before, seen);
    if (state.phase === 'rolling-back')
        return rollingBack(plan, state, seen);
    const trouble = reasonToRollBack(plan, state, seen);
    // After a cancel the traffic is taken back before anybody looks.
    const from = seen.cancelled === undefined ? state.observed : before.observed;
    if (trouble !== undefined)
        return startRollback(plan, state, seen, trouble, from);
    const adopted = adopt(plan, state, seen);
    if (adopted !== undefined)
        return adopted;
    if (seen.foreign !== undefined) {
        return wait(drifting(state, seen), driftOf(plan, state, seen) ?? seen.foreign);
    }
    switch (state.phase) {
        case 'ready':
            return raise(plan, state, seen, 0);
        case 'raising':
            return raising(plan, state, seen);
        case 'baking':
            return baking(plan, state, seen);
        default:
            return wait(state, 'nothing to do');
    }
}
/** What this look adds to the counters. Evidence does not age backwards: a clock that jumps back adds nothing. */
function observe(state, seen) {
    const { judgement, isPending } = seen.verdict;
    return {
        ...state,
        observed: seen.greenWeight ?? state.observed,
        unhealthyCount: judgement === 'unhealthy' ? state.unhealthyCount + 1 : 0,
        unknownSince: judgement === 'unknown' && isPending !== true ? (state.unknownSince ?? seen.now) : null,
        blindSince: seen.greenWeight === undefined && seen.foreign === undefined ? (state.blindSince ?? seen.now) : null,
    };
}
/** The first thing that speaks against going on, in the order of urgency. */
function reasonToRollBack(plan, state, seen) {
    if (seen.cancelled !== undefined)
        return seen.cancelled;
    if (state.unhealthyCount >= plan.unhealthyLimit)
        return seen.verdict.reason;
    const needed = neededMs(plan, state);
    if (seen.now + needed > plan.deadline || seen.now >= plan.deadline) {
        const left = Math.max(0, plan.deadline - seen.now);
        const held = heldUpBy(plan, state, seen);
        const why = held === undefined ? '' : `; it was held up: ${held}`;
        return `the steps need ${seconds(needed)} more, and the time limit of the run is over in ${seconds(left)}${why}`;
    }
    if (state.unknownSince !== null && seen.now - state.unknownSince >= plan.unknownLimitMs) {
        return `health could not be established for ${seconds(seen.now - state.unknownSince)}: ${seen.verdict.reason}`;
    }
    if (state.blindSince !== null && seen.now - state.blindSince >= plan.unknownLimitMs) {
        return `the listener rule could not be read for ${seconds(seen.now - state.blindSince)}`;
    }
    if (state.phase !== 'ready' && seen.greenWeight === 0 && state.driftSince !== null) {
        return 'someone else took the new version out of traffic';
    }
    // One look may be stale: a drift counts when it has lasted.
    const drift = driftOf(plan, state, seen);
    return drift !== undefined && plan.onDrift === 'rollback' && hasLasted(plan, state, seen) ? drift : undefined;
}
/** The time that the shift still needs when nothing holds it up. One that cannot end in time is taken back while there is time. */
function neededMs(plan, state) {
    const bakeMs = (index) => {
        const step = plan.steps[index];
        return step === undefined ? 0 : Math.max(step.bakeMs, plan.settleMs);
    };
    const current = state.phase === 'ready' ? 0 : Math.max(0, bakeMs(state.step) - state.bakedMs);
    return plan.steps.reduce((sum, _step, index) => (index > state.step ? sum + bakeMs(index) : sum), current);
}
/** Why no time is being served: the time limit alone tells nobody what to mend. */
function heldUpBy(plan, state, seen) {
    if (state.lackingSince !== null && seen.lacking !== undefined)
        return seen.lacking;
    const drift = state.driftSince === null ? undefined : driftOf(plan, state, seen);
    return drift ?? (seen.verdict.judgement === 'healthy' ? undefined : seen.verdict.reason);
}
/** Set when the listener shows what nobody here wrote. */
function driftOf(plan, state, seen) {
    if (seen.foreign !== undefined)
        return `the listener rule was changed by someone else: ${seen.foreign}`;
    if (seen.greenWeight === undefined || isExpected(plan, state, seen.greenWeight))
        return undefined;
    return `someone else set the new version to ${percent(seen.greenWeight)} (expected ${percent(plannedWeight(plan, state))})`;
}
/** With `adopt`, a weight that somebody set and that lasted is where the shift goes on from, at the highest step it covers. */
function adopt(plan, state, seen) {
    const { greenWeight } = seen;
    if (plan.onDrift !== 'adopt' || greenWeight === undefined || greenWeight === 0 || !hasLasted(plan, state, seen))
        return undefined;
    if (driftOf(plan, state, seen) === undefined)
        return undefined;
    const step = plan.steps.findLastIndex(({ weight }) => weight <= greenWeight + 0.05);
    return wait({
        ...state,
        phase: 'baking',
        step,
        adopted: greenWeight,
        since: seen.now,
        bakedMs: 0,
        lastSeenAt: seen.now,
        driftSince: null,
        lackingSince: null,
    }, `someone else set the new version to ${percent(greenWeight)}; adopted, the bake begins`);
}
function hasLasted(plan, state, seen) {
    return state.driftSince !== null && seen.now - state.driftSince >= plan.rewriteMs;
}
/** Time spent at a weight that nobody planned is not baked: the next look counts from here. */
function drifting(state, seen) {
    const lastSeenAt = state.lastSeenAt === null ? null : Math.max(seen.now, state.lastSeenAt);
    return { ...state, driftSince: state.driftSince ?? seen.now, lastSeenAt };
}
/** While a write is under way both the old and the new weight may be read. */
function isExpected(plan, state, weight) {
    if (same(weight, plannedWeight(plan, state)))
        return true;
    return state.phase === 'raising' && same(weight, state.from);
}
function raising(plan, state, seen) {
    const wanted = plannedWeight(plan, state);
    if (seen.greenWeight !== undefined && same(seen.greenWeight, wanted)) {
        return wait({
            ...state,
            phase: 'baking',
            since: seen.now,
            bakedMs: 0,
            lastSeenAt: seen.now,
            driftSince: null,
            lackingSince: null,
        }, `${percent(wanted)} observed on the listener; the bake begins`);
    }
    const drift = driftOf(plan, state, seen);
    if (drift !== undefined)
        return wait(drifting(state, seen), drift);
    const waited = seen.now - state.since;
    if (waited >= plan.applyLimitMs) {
        return startRollback(plan, state, seen, `${percent(wanted)} was written but not observed within ${seconds(waited)}`);
    }
    if (seen.greenWeight !== undefined && seen.now - (state.writtenAt ?? 0) >= plan.rewriteMs && mayRaise(plan, seen)) {
        return write({ ...state, writtenAt: seen.now }, wanted, `${percent(wanted)} is not there yet; written again`);
    }
    return wait(state, `waiting to observe ${percent(wanted)} on the listener`);
}
function baking(plan, state, seen) {
    // A weight below the first step may have been adopted: it is settled, not baked.
    const step = plan.steps[state.step] ?? (state.adopted === null ? undefined : { weight: state.adopted, bakeMs: 0 });
    if (step === undefined)
        return stuck(state, 'the journal names a step that the plan does not have');
    const drift = driftOf(plan, state, seen);
    if (drift !== undefined) {
        return wait(drifting(state, seen), drift);
    }
    const served = bake(plan, { ...state, driftSince: null }, seen);
    const wanted = Math.max(step.bakeMs, plan.settleMs);
    if (served.bakedMs < wanted) {
        return wait(served, `${percent(plannedWeight(plan, state))}: ${seconds(served.bakedMs)} of ${seconds(wanted)} served`);
    }
    const lack = lacking(plan, served, seen);
    if (lack !== undefined)
        return lack;
    const last = state.step === plan.steps.length - 1;
    if (!last)
        return raise(plan, served, seen, state.step + 1);
    if (seen.greenWeight === undefined)
        return wait(served, 'the bake is served; waiting for one more look at the rule');
    if (!mayRaise(plan, seen))
        return wait(served, doubt(plan, seen));
    const { length } = plan.steps;
    const reason = length === 1 ? 'its one step was served in health' : `all ${length} steps served in health`;
    return end(served, 'promoted', although(reason, seen));
}
/** What to do with a step that has served its time and not seen what it must; undefined when it may end. */
function lacking(plan, state, seen) {
    if (seen.lacking === undefined)
        return undefined;
    const waiting = { ...state, lackingSince: state.lackingSince ?? seen.now };
    const waited = seen.now - waiting.lackingSince;
    const isOver = plan.onNoData !== 'hold' && waited >= plan.noDataLimitMs;
    if (!isOver)
        return wait(waiting, `the bake is served, but ${seen.lacking}`);
    if (plan.onNoData === 'continue')
        return undefined;
    return startRollback(plan, waiting, seen, `${seconds(waited)} after the bake still ${seen.lacking}`);
}
/** Going on by time is told as what it is. */
const although = (reason, { lacking: lack }) => lack === undefined ? reason : `${reason}; by time alone, although ${lack}`;
/** Only time that was watched, on the right weight and in health counts. */
function bake(plan, state, seen) {
    const gap = Math.max(0, seen.now - (state.lastSeenAt ?? seen.now));
    const counts = seen.verdict.judgement === 'healthy' && seen.greenWeight !== undefined;
    return {
        ...state,
        lastSeenAt: Math.max(seen.now, state.lastSeenAt ?? seen.now),
        bakedMs: counts ? state.bakedMs + Math.min(gap, plan.maxGapMs) : state.bakedMs,
    };
}
function raise(plan, state, seen, index) {
    const step = plan.steps[index];
    if (step === undefined)
        return stuck(state, 'the plan has no steps');
    const drift = driftOf(plan, state, seen);
    if (drift !== undefined)
        return wait(drifting(state, seen), drift);
    if (!mayRaise(plan, seen))
        return wait(state, doubt(plan, seen));
    return write({
        ...state,
        phase: 'raising',
        step: index,
        from: plannedWeight(plan, state),
        adopted: null,
        since: seen.now,
        writtenAt: seen.now,
        driftSince: null,
    }, step.weight, although(seen.verdict.reason, seen));
}
function mayRaise(plan, seen) {
    return (seen.verdict.judgement === 'healthy' &&
        seen.greenWeight !== undefined &&
        seen.foreign === undefined &&
        seen.healthyTargets !== undefined &&
        seen.healthyTargets >= plan.minHealthyTargets);
}
function doubt(plan, seen) {
    if (seen.verdict.judgement !== 'healthy')
        return `not raised: ${seen.verdict.reason}`;
    if (seen.greenWeight === undefined)
        return 'not raised: the listener rule could not be read';
    return `not raised: ${seen.healthyTargets ?? 'an unknown number of'} healthy targets of the new version, ${plan.minHealthyTargets} needed`;
}
/** Why a shift is stuck whose way back leads to nobody, and whose new version still answers. */
const noWayBack = 'but the old version has no healthy target to go back to, and on-broken-old is hold';
/** @param from green's share when the reason came up */
function startRollback(plan, state, seen, reason, from = state.observed) {
    const isHeld = seen.blueHealthyTargets === 0 && plan.onBrokenOld === 'hold' && seen.healthyTargets !== 0;
    if (isHeld && (state.observed ?? 0) > 0) {
        return stuck(state, `${reason}; ${noWayBack}`);
    }
    const rolling = {
        ...state,
        phase: 'rolling-back',
        since: seen.now,
        writtenAt: null,
        rollback: { reason, atWeight: from ?? plannedWeight(plan, state), at: seen.now },
    };
    return rollingBack(plan, rolling, seen);
}
function rollingBack(plan, state, seen) {
    const reason = state.rollback?.reason ?? 'rolled back';
    // A read of 0 proves nothing while a write that raised the weight may still be on its way: 0 is written once in any case,
    // unless nothing was ever raised.
    const raisedOnce = state.step >= 0;
    if (seen.greenWeight === 0 && seen.foreign === undefined && (state.writtenAt !== null || !raisedOnce)) {
        return end(state, 'rolled-back', reason);
    }
    if (state.writtenAt === null || seen.now - state.writtenAt >= plan.rewriteMs) {
        if (seen.now - state.since >= plan.applyLimitMs) {
            return stuck(state, `traffic could not be taken back within ${seconds(seen.now - state.since)} (${reason})`);
        }
        return write({ ...state, writtenAt: seen.now }, 0, reason);
    }
    return wait(state, 'waiting to observe 0 % on the new version');
}
function wait(state, reason) {
    return { state, command: { kind: 'wait' }, reason };
}
function write(state, greenWeight, reason) {
    return { state, command: { kind: 'write', greenWeight }, reason };
}
function end(state, outcome, reason) {
    return { state: { ...state, phase: outcome, end: reason }, command: { kind: 'end', outcome }, reason };
}
function stuck(state, reason) {
    return end(state, 'stuck', reason);
}
/** Weights are rounded on the wire; what is nearer than this is the same. */
function same(a, b) {
    return Math.abs(a - b) < 0.05;
}
const percent = (weight) => `${Math.round(weight * 10) / 10} %`;
const seconds = (ms) => `${Math.round(ms / 1000)} s`;

;// CONCATENATED MODULE: ./build-stage/actions/ecs-blue-green/lose-access.js
// src/actions/ecs-blue-green/lose-access.ts


/**
 * The credentials do not suffice any more. Told at once, the same way wherever it happens: what AWS said, whether traffic was
 * moved, who serves as far as that is known, and the one command to run.
 */
async function loseAccess(midst, error) {
    const { world, seen, taskDefinitionArn } = midst;
    const { outcome, said, command } = consequence(midst, error);
    const { words, ...serving } = await (0,lost_access/* lossOf */.j)(error, seen, world, said);
    return (0,lost_access/* endedBy */.m)(error, { outcome, reason: words, ...serving, taskDefinitionArn, command });
}
function consequence({ inputs, world, seen, plan, leftBy }, { detail }) {
    const { region, listenerRuleArn, listenerArn = '', lockName } = inputs;
    const recover = (0,command_line/* recoverCommand */.op)({ region, route: listenerRuleArn ?? listenerArn, lockName });
    if (plan === undefined && leftBy !== undefined) {
        const moved = seen.hasWritten ? 'Traffic was being taken back' : 'No traffic was moved';
        return { outcome: 'stuck', said: `${moved}; what ${leftBy} left is not put right yet`, command: recover };
    }
    // Nothing is left behind but perhaps a lock, which ends by itself.
    if (plan === undefined)
        return { outcome: 'refused', command: (0,command_line/* rerunCommand */.w4)(world.run.url) };
    const { blue, green } = plan;
    if (seen.hasWritten) {
        const command = world.router.commandFor({ [blue.targetGroupArn]: 100, [green.targetGroupArn]: 0 });
        return { outcome: 'stuck', said: `From now on nobody watches ${green.service}`, command };
    }
    const said = `No traffic was moved: ${green.service} never had any`;
    // With a right that is missing `post` can do the rest.
    if (detail.kind === 'denied')
        return { outcome: 'interrupted', said, command: undefined };
    const left = `What was started in ${green.service} stays until the next deployment puts it back, or, from five minutes from now, the command`;
    return { outcome: 'interrupted', said: `${said}. ${left}`, command: recover };
}

// EXTERNAL MODULE: ./build-stage/blue-green/sides.js
var blue_green_sides = __webpack_require__(5074);
// EXTERNAL MODULE: ./build-stage/shift/weights.js
var weights = __webpack_require__(6521);
// EXTERNAL MODULE: ./build-stage/spec/duration.js
var duration = __webpack_require__(1999);
;// CONCATENATED MODULE: ./build-stage/actions/ecs-blue-green/show-deployment.js
// src/actions/ecs-blue-green/show-deployment.ts


/** One status for each traffic step, when its weight was seen on the listener. */
function showStep({ deployment }, step) {
    const { weight, service, judgement, bakeMs, number, of } = step;
    const watched = (0,duration/* formatDuration */.a3)(bakeMs) || '0s';
    deployment?.tell('in_progress', `${weight} % on ${service}, ${judgement}; watched for ${watched} (step ${number} of ${of})`);
}
function showRollback({ deployment }, service, reason) {
    deployment?.tell('in_progress', `Taking all traffic back from ${service}: ${reason}`);
}
/** How it ended; of what never began there is nothing to show. */
function showEnd({ deployment }, result, green) {
    const state = stateOf(result, green);
    if (state === undefined)
        return;
    const serves = Object.keys(result.weights ?? {}).find((name) => name === result.activeService);
    const text = result.outcome === 'promoted' ? `Promoted: ${serves ?? green} serves 100 %` : (0,blue_green_result/* sentence */.em)(result);
    deployment?.tell(state, text);
}
function stateOf({ outcome, weights }, green) {
    switch (outcome) {
        case 'promoted':
            return 'success';
        case 'rolled-back':
        case 'stuck':
            return 'failure';
        case 'interrupted':
            return weights?.[green] === 0 ? 'inactive' : 'failure';
        default:
            return undefined;
    }
}

;// CONCATENATED MODULE: ./build-stage/actions/ecs-blue-green/tell.js
// src/actions/ecs-blue-green/tell.ts



/** How often the bake is told of in the log while nothing else happens, ms. */
const tellMs = 60_000;
/** Tells the log and the story what the shift does: a line for each change, and one a minute while baking. */
class Teller {
    world;
    story;
    plan;
    watch;
    toldAt = Number.NEGATIVE_INFINITY;
    constructor(world, story, plan, watch) {
        this.world = world;
        this.story = story;
        this.plan = plan;
        this.watch = watch;
    }
    /** Answers whether something changed that the summary should show at once. */
    tell(before, { state, command, reason }, seen) {
        const isAdopted = state.adopted !== null && state.adopted !== before.adopted;
        const isFurther = state.phase !== before.phase || state.step !== before.step;
        const moved = isFurther || isAdopted || command.kind === 'write';
        const driftBegan = state.driftSince !== null && before.driftSince === null;
        const weightChanged = seen.greenWeight !== undefined && seen.greenWeight !== before.observed;
        const sides = { blue: this.story.plan?.blue.service ?? 'blue', green: this.story.plan?.green.service ?? 'green' };
        const { what, why } = inWords(command, state, reason, sides);
        if (moved || weightChanged || driftBegan) {
            this.story.timeline.push({ at: seen.now, greenPercent: seen.greenWeight ?? null, what });
        }
        this.noteStep(before, state, seen);
        this.show(before, state, seen);
        const isDue = state.phase === 'baking' && seen.now - this.toldAt >= tellMs;
        if (moved || driftBegan || isDue) {
            const evidence = isDue && !moved ? `; ${seen.verdict.judgement}: ${seen.verdict.reason}` : '';
            const share = (0,words/* bar */.M0)(seen.greenWeight ?? plannedWeight(this.plan, state));
            this.world.report.line(`${(0,words/* clockWords */.mV)(seen.now - this.story.startedAt)}  ${share}  ${what}${why}${evidence}`);
            this.toldAt = seen.now;
        }
        return moved;
    }
    noteStep(before, state, seen) {
        const open = this.story.steps.at(-1);
        if (open !== undefined && open.to === undefined) {
            open.verdict = this.watch.verdict();
            if (state.step !== before.step || (before.phase === 'baking' && state.phase !== 'baking'))
                open.to = seen.now;
        }
        if (state.phase === 'baking' && before.phase !== 'baking') {
            const verdict = this.watch.verdict();
            this.story.steps.push({ weight: seen.greenWeight ?? 0, from: seen.now, to: undefined, verdict });
        }
    }
    show(before, state, seen) {
        if (state.phase === before.phase)
            return;
        const service = this.story.plan?.green.service ?? 'green';
        const step = this.plan.steps[state.step];
        if (state.phase === 'baking' && step !== undefined) {
            const { judgement } = seen.verdict;
            const [number, of] = [state.step + 1, this.plan.steps.length];
            showStep(this.world, { ...step, service, judgement, number, of });
        }
        if (state.phase === 'rolling-back')
            showRollback(this.world, service, state.rollback?.reason ?? '');
    }
}
/**
 * By the names of the services: which of them is the new version changes with every release. Why something was raised is
 * for the log; the summary has it with the step.
 */
function inWords(command, state, reason, { blue, green }) {
    if (command.kind === 'write' && command.greenWeight > 0)
        return { what: `raising ${green} to ${command.greenWeight} %`, why: ` (${reason})` };
    if (command.kind === 'write')
        return { what: `taking all traffic back to ${blue}: ${reason}`, why: '' };
    // Why it went back was told when it began to.
    if (command.kind === 'end' && state.phase === 'rolled-back')
        return { what: `rolled-back: ${blue} has all the traffic`, why: '' };
    if (command.kind === 'end')
        return { what: `${state.phase}: ${reason}`, why: '' };
    return { what: reason, why: '' };
}

;// CONCATENATED MODULE: ./build-stage/actions/ecs-blue-green/shift-traffic.js
// src/actions/ecs-blue-green/shift-traffic.ts








/** While a written weight is awaited the rule is read at this pace, ms. */
const awaitMs = 1_000;
/** So long a raise waits for its entry in the journal before the rule and the evidence are looked at again, ms. */
const noteLimitMs = 5_000;
/** Observes, asks the state machine, does what it says, tells of it; until it ends. No policy here. */
async function shiftTraffic(shifting) {
    const { world, shiftPlan, plan, lock } = shifting;
    const { clock, cancellation, router } = world;
    const teller = new Teller(world, shifting.story, shiftPlan, shifting.watch);
    const toBlue = (0,weights/* weightsFor */.NK)(0, plan.blue.targetGroupArn, plan.green.targetGroupArn);
    let state = initialState(clock.now());
    let route;
    let raisedAt;
    let goneInARow = 0;
    // The first thing a cancel does is the one call that takes the traffic back; the loop then verifies it.
    const forget = cancellation.onRequest(() => {
        // Once it has ended, what was decided stands: a cancel that comes a moment after the promotion does not undo it unseen.
        if (hasEnded(state) || shifting.onCancel === 'leave' || raisedAt === undefined || mustNotGoBack(shifting))
            return;
        router.write(toBlue).catch(() => { });
    });
    const done = (stopped) => ({ state, route, raisedAt, endedAt: clock.now(), stopped });
    try {
        for (;;) {
            if (cancellation.reason !== undefined && shifting.onCancel === 'leave')
                return done({ why: 'left' });
            const look = await readRoute(world);
            if (look.lost !== undefined)
                return done({ why: 'access-lost', error: look.lost });
            goneInARow = look.gone === undefined ? 0 : goneInARow + 1;
            const gone = goneInARow < 2 ? undefined : look.gone;
            route = gone === undefined ? (look.route ?? route) : undefined;
            const seen = { ...seenNow(shifting, look.route, state), gone };
            const before = state;
            const decision = next(shiftPlan, before, seen);
            const { command } = decision;
            const isRaise = command.kind === 'write' && command.greenWeight > 0;
            if (isRaise) {
                // A raise is journaled before it is done, so that whoever comes after knows. A rollback is done first.
                if (!(await isNoted(shifting, decision.state)))
                    continue;
                if (raisedAt === undefined)
                    shifting.onFirstRaise();
                raisedAt ??= clock.now();
                shifting.comparison?.noteShare(clock.now(), command.greenWeight);
            }
            state = decision.state;
            if (state.phase === 'rolling-back' && before.phase !== 'rolling-back')
                warnOfBrokenBlue(shifting, seen);
            if (command.kind === 'write') {
                const problem = await shift_traffic_write(shifting, command.greenWeight);
                if (problem instanceof access_error/* AccessError */.Z)
                    return done({ why: 'access-lost', error: problem });
                // A rollback that failed is tried again at the next look, not after the rewrite pause.
                if (problem !== undefined && !isRaise)
                    state = { ...state, writtenAt: null };
            }
            if (teller.tell(before, decision, seen))
                await shifting.showStory();
            if (hasEnded(state))
                return done();
            lock.beat(state);
            const isAwaited = state.phase === 'raising' || state.phase === 'rolling-back' || goneInARow > 0;
            await shifting.alerts.wait(isAwaited ? awaitMs : shifting.pollMs);
        }
    }
    finally {
        forget();
    }
}
/** Whether the raise may be done: nothing is raised while the journal hangs (what is seen meanwhile counts), is lost, or after a cancel. */
async function isNoted({ world, lock }, state) {
    const { clock, cancellation } = world;
    const patience = new AbortController();
    const limit = AbortSignal.any([patience.signal, cancellation.signal]);
    try {
        const isWritten = await Promise.race([
            lock.note(state).then(() => true),
            clock.sleep(noteLimitMs, limit).then(() => false),
        ]);
        return isWritten && lock.lostTo === undefined && cancellation.reason === undefined;
    }
    finally {
        patience.abort();
    }
}
/** A rule that cannot be read is not a reason to stop; credentials that no longer suffice are. */
async function readRoute(world) {
    try {
        return { route: await world.router.read() };
    }
    catch (error) {
        if (error instanceof access_error/* AccessError */.Z)
            return { lost: error };
        world.report.line(`The listener rule could not be read: ${(0,message_of/* messageOf */.b)(error)}`);
        return error instanceof input_error/* InputError */.d ? { gone: 'the listener rule was deleted by someone else' } : {};
    }
}
/** Blue cannot answer, green can: the policy decides whether traffic goes back all the same. */
function mustNotGoBack({ shiftPlan, blueHealthyTargets, healthyTargets }) {
    return shiftPlan.onBrokenOld === 'hold' && blueHealthyTargets() === 0 && healthyTargets() !== 0;
}
function warnOfBrokenBlue({ world, plan }, { blueHealthyTargets, greenWeight }) {
    if (blueHealthyTargets !== 0 || greenWeight === 0)
        return;
    world.report.warn(`The traffic goes back to ${plan.blue.service}, which has no healthy target`);
}
function seenNow(shifting, route, state) {
    const { world, plan, watch, lock, comparison } = shifting;
    const { blue, green } = plan;
    const foreign = route === undefined ? undefined : foreignness(route, [blue.targetGroupArn, green.targetGroupArn]);
    const now = world.clock.now();
    const greenWeight = route === undefined || foreign !== undefined
        ? undefined
        : (0,weights/* greenShare */.fW)((0,weights/* weightsOf */.Z$)(route), blue.targetGroupArn, green.targetGroupArn);
    if (greenWeight !== undefined)
        comparison?.noteShare(now, greenWeight);
    return {
        now,
        greenWeight,
        foreign,
        lacking: state.phase === 'baking' ? comparison?.lacking(state.since) : undefined,
        verdict: watch.verdict(),
        healthyTargets: shifting.healthyTargets(),
        blueHealthyTargets: shifting.blueHealthyTargets(),
        cancelled: world.cancellation.reason ?? accessEnds(world) ?? lock.atRisk,
        lockLostTo: lock.lostTo,
    };
}
/** How the reason begins when traffic went back because access ends, and not because the release is bad. */
const accessEndsWords = 'the AWS session is about to end';
/** Set when access is about to end and is not renewed: what it takes to put the traffic back must be done before. */
function accessEnds({ access, clock }) {
    const ending = access?.ending();
    return ending === undefined || clock.now() < ending.actBy
        ? undefined
        : `${accessEndsWords}, and without it nobody could watch or put back: ${ending.why}`;
}
function foreignness(route, ours) {
    if (route.unusable !== undefined)
        return route.unusable;
    const others = (0,blue_green_sides/* foreignGroups */.ZT)(route, ours);
    return others.length === 0 ? undefined : `it also forwards to ${others.join(', ')}`;
}
async function shift_traffic_write(shifting, greenWeight) {
    const { world, plan } = shifting;
    try {
        await world.router.write((0,weights/* weightsFor */.NK)(greenWeight, plan.blue.targetGroupArn, plan.green.targetGroupArn));
        return undefined;
    }
    catch (error) {
        world.report.line(`${greenWeight} % could not be written: ${(0,message_of/* messageOf */.b)(error)}`);
        return error ?? new Error('unknown');
    }
}

// EXTERNAL MODULE: ./build-stage/ecs/stopped-tasks.js
var stopped_tasks = __webpack_require__(1959);
// EXTERNAL MODULE: ./build-stage/ecs/task-definition.js
var task_definition = __webpack_require__(3204);
;// CONCATENATED MODULE: ./build-stage/actions/ecs-blue-green/summary.js
// src/actions/ecs-blue-green/summary.ts






/** The job summary as Markdown. Pure: the same story reads the same. */
function summaryOf(story) {
    return [
        head(story),
        serving(story.result),
        warnings(story),
        picture(story),
        summary_steps(story),
        timeline(story),
        stoppedTasks(story),
        plan(story),
    ]
        .filter((part) => part !== '')
        .join('\n\n')
        .concat('\n');
}
const signs = {
    promoted: '✅ Promoted',
    unchanged: '⚪ Unchanged',
    'rolled-back': '↩️ Rolled back',
    interrupted: '⏹️ Interrupted',
    refused: '🚫 Refused',
    stuck: '🆘 Stuck: a person is needed',
};
function head({ plan, result }) {
    const title = result === undefined ? '⏳ Under way' : signs[result.outcome];
    const what = plan === undefined ? '' : `: ${plan.blue.service} → ${plan.green.service}`;
    const reason = result === undefined ? '' : `\n\n${cell(result.reason)}`;
    return `## ${title}${what}${reason}`;
}
function serving(result) {
    if (result === undefined)
        return '';
    const rows = [
        [
            'Serves traffic now',
            (0,blue_green_result/* servingInWords */.zj)(result) || (result.outcome === 'refused' ? 'was not read' : 'could not be read'),
        ],
        ['Task definition deployed', result.taskDefinitionArn === undefined ? '' : (0,task_definition/* shortName */.EU)(result.taskDefinitionArn)],
        ['Rolled back at', result.rolledBackAtWeight === undefined ? '' : `${result.rolledBackAtWeight} %`],
        ['Time to detect', result.detectMs === undefined ? '' : `${Math.round(result.detectMs / 100) / 10} s`],
        ['Time to restore', result.restoreMs === undefined ? '' : `${Math.round(result.restoreMs / 100) / 10} s`],
    ].filter(([, value]) => value !== '');
    const command = result.command === undefined ? '' : `\n\nRun this now:\n\n\`\`\`sh\n${result.command}\n\`\`\``;
    return `${table(['', ''], rows)}${command}`;
}
function warnings({ warnings: all }) {
    return all.map((warning) => `> ⚠️ ${cell(warning)}`).join('\n>\n');
}
/** How many points the picture has at most; a Mermaid chart gets unreadable beyond. */
const points = 40;
/** The new version's share and error rate over time, and beside it the same as a table for whoever cannot see it. */
function picture(story) {
    return [chart(story), traffic(story)].filter((part) => part !== '').join('\n\n');
}
/**
 * Mermaid's own first color can hardly be seen on white.
 * https://mermaid.js.org/syntax/xyChart.html#chart-theme-variables
 */
const palette = `%%{init: {"themeVariables": {"xyChart": {"plotColorPalette": "#2da44e, #cf222e"}}}}%%`;
function chart(story) {
    const seen = story.timeline.filter((entry) => entry.greenPercent !== null);
    const [first] = seen;
    const last = story.timeline.at(-1);
    if (first === undefined || last === undefined || last.at <= first.at)
        return '';
    const from = story.startedAt;
    const count = Math.min(points, Math.max(2, Math.ceil((last.at - from) / 15_000)));
    const at = Array.from({ length: count }, (_, i) => from + ((last.at - from) * i) / (count - 1));
    const minutes = Math.max(0.1, Math.round((last.at - from) / 6_000) / 10);
    const hasErrors = story.minutes.green.length > 0;
    const lines = [
        palette,
        'xychart-beta',
        `  title "${newVersion(story)}: share of the traffic${hasErrors ? ' (green), requests answered 5xx (red)' : ''}"`,
        `  x-axis "minutes" 0 --> ${minutes}`,
        '  y-axis "percent" 0 --> 100',
        `  line [${at.map((time) => round(shareAt(story, time))).join(', ')}]`,
    ];
    if (hasErrors) {
        lines.push(`  line [${at.map((time) => round(errorPercentAt(story.minutes.green, time))).join(', ')}]`);
    }
    return `\`\`\`mermaid\n${lines.join('\n')}\n\`\`\``;
}
/** Which service the new version runs in: colors change with every release, and a service may have any name. */
const newVersion = ({ plan }) => plan?.green.service ?? 'new version';
/** The share as it was last observed by then. */
const shareAt = ({ timeline }, time) => timeline.findLast(({ at, greenPercent }) => at <= time && greenPercent !== null)?.greenPercent ?? 0;
const round = (value) => Math.round(value * 10) / 10;
function errorPercentAt(minutes, time) {
    const minute = minutes.find(({ at }) => at <= time && time < at + 60_000);
    return minute === undefined || minute.requests === 0 ? 0 : (100 * minute.errors5xx) / minute.requests;
}
function summary_steps(story) {
    const { steps: all } = story;
    if (all.length === 0)
        return '';
    const rows = all.map(({ weight, from, to, verdict }) => [
        `${round(weight)} %`,
        to === undefined ? 'under way' : (0,duration/* formatDuration */.a3)(Math.round((to - from) / 1000) * 1000) || '0s',
        verdict?.judgement ?? '',
        (verdict?.findings ?? []).map((finding) => `${finding.source}: ${finding.reason}`).join('<br>') ||
            (verdict?.reason ?? ''),
    ]);
    return `### Steps\n\n${table([`Share of ${newVersion(story)}`, 'Watched for', 'Verdict', 'Evidence'], rows)}`;
}
function timeline(story) {
    const { timeline: all, startedAt } = story;
    if (all.length === 0)
        return '';
    const rows = all.map(({ at, greenPercent, what }) => [
        (0,words/* clockWords */.mV)(at - startedAt),
        greenPercent === null ? '?' : `${round(greenPercent)} %`,
        what,
    ]);
    return `### What happened\n\n${table(['When', `Share of ${newVersion(story)}`, 'What'], rows)}`;
}
function traffic(story) {
    const { minutes, startedAt, plan } = story;
    const times = [...new Set([...minutes.blue, ...minutes.green].map(({ at }) => at))].sort((a, b) => a - b);
    if (times.length === 0 || plan === undefined)
        return '';
    const at = (side, time) => {
        const minute = side.find((candidate) => candidate.at === time);
        if (minute === undefined || minute.requests === 0)
            return ['0', '', ''];
        const rate = `${round((100 * minute.errors5xx) / minute.requests)} %`;
        return [
            String(minute.requests),
            `${minute.errors5xx} (${rate})`,
            minute.p95Seconds === null ? '' : `${Math.round(minute.p95Seconds * 1000)} ms`,
        ];
    };
    const rows = times.map((time) => [
        (0,words/* clockWords */.mV)(time - startedAt),
        `${round(shareAt(story, time + 60_000))} %`,
        ...at(minutes.blue, time),
        ...at(minutes.green, time),
    ]);
    const heads = [plan.blue.service, plan.green.service].flatMap((name) => [`${name}: requests`, '5xx', 'p95']);
    return `<details open><summary>Traffic by minute (CloudWatch)</summary>\n\n${table(['Minute', `Share of ${plan.green.service}`, ...heads], rows)}\n\n</details>`;
}
function stoppedTasks({ stopped, plan }) {
    if (stopped.tasks.length === 0)
        return '';
    const logs = stopped.logs.map(({ container, task, lines }) => `<details><summary>Last lines of ${cell(container)} in task ${task}</summary>\n\n${fenced(lines)}\n\n</details>`);
    const list = (0,stopped_tasks/* causes */.ps)(stopped.tasks).map((cause) => `- ${cell(cause)}`);
    return [`### Why tasks of ${plan?.green.service ?? 'green'} stopped`, list.join('\n'), ...logs].join('\n\n');
}
/** Log lines as they are: the fence is longer than any run of backticks in them. */
function fenced(lines) {
    const longest = Math.max(2, ...lines.flatMap((line) => (line.match(/`+/g) ?? []).map((run) => run.length)));
    const fence = '`'.repeat(longest + 1);
    return `${fence}text\n${lines.join('\n')}\n${fence}`;
}
function plan({ plan: made, runUrl }) {
    if (made === undefined)
        return '';
    const lines = (0,blue_green_plan/* planLines */.HN)(made).map((line, i) => `${i + 1}. ${cell(line)}`);
    return `<details><summary>The plan</summary>\n\n${lines.join('\n')}\n\n${runUrl === '' ? '' : `Run: ${runUrl}\n\n`}</details>`;
}
function table(heads, rows) {
    const line = (cells) => `| ${cells.map((text) => cell(text)).join(' | ')} |`;
    return [line(heads), `|${heads.map(() => ' --- ').join('|')}|`, ...rows.map(line)].join('\n');
}
/** Text from outside must not break the table, nor the page. */
function cell(text) {
    return text
        .replace(/\r?\n/g, ' ')
        .replaceAll('|', '\\|')
        .replace(/<(?!br>)/g, '&lt;');
}

;// CONCATENATED MODULE: ./build-stage/actions/ecs-blue-green/conclude.js
// src/actions/ecs-blue-green/conclude.ts













/** What is done and told once the traffic has stopped moving. */
async function conclude(inputs, world, ready, shifted) {
    const { plan, lock, story, taskDefinitionArn } = ready;
    const { state, stopped } = shifted;
    const isStale = state.blindSince !== null;
    const common = { taskDefinitionArn, isStale, ...(await (0,blue_green_finish/* weightsNow */.kO)(world, plan, shifted.route)) };
    const command = world.router.commandFor({ [plan.blue.targetGroupArn]: 100, [plan.green.targetGroupArn]: 0 });
    if (stopped?.why === 'left') {
        // Both serve until somebody decides: green must not be scaled below what serving takes.
        const scaling = (0,blue_green_scaling/* afterPromotion */.gk)(lock.scalingBefore, { ...roles(ready), oldSide: 'kept' });
        // The lock goes back: kept, it would expire, and whoever took it over would put back what was to be left.
        if (await (0,blue_green_scaling/* giveBack */.F5)(world, [...scaling.live, ...scaling.old]))
            await lock.release();
        const reason = `${world.cancellation.reason}; the weights were left as they are (on-cancel: leave)`;
        return { outcome: 'interrupted', reason, ...common, command };
    }
    if (stopped?.why === 'access-lost') {
        return loseAccess({ inputs, world, ...ready }, stopped.error);
    }
    if (state.phase === 'promoted')
        return promoted(inputs, world, ready, { outcome: 'promoted', reason: state.end ?? '', ...common });
    const reason = state.rollback?.reason ?? state.end ?? '';
    const times = timesOf(shifted);
    if (state.phase === 'stuck') {
        // Whoever lost the lock has nothing left to do, in `post` neither.
        if (lock.lostTo !== undefined) {
            lock.end();
            (0,blue_green_scaling/* leaveScaling */.PP)(world, lock);
        }
        const end = state.end ?? reason;
        // The way back would be to where nobody answers: what is offered is the side that does.
        const isHeld = end.endsWith(noWayBack);
        const onward = world.router.commandFor({ [plan.green.targetGroupArn]: 100, [plan.blue.targetGroupArn]: 0 });
        return {
            outcome: 'stuck',
            reason: isHeld ? `${end}. ${plan.green.service} still has healthy targets: the command gives it everything` : end,
            ...common,
            ...times,
            // Whoever has the lock may be moving the traffic: it is looked at first, and that tells how to go on.
            command: lock.lostTo !== undefined ? lookCommand(inputs) : isHeld ? onward : command,
        };
    }
    if (world.cancellation.reason !== undefined && reason === world.cancellation.reason) {
        // What takes longer than the runner's patience is left to `post`. A cancel is asked for: nothing was found bad.
        return { outcome: 'interrupted', reason, ...common, ...times, detectMs: undefined };
    }
    await lock.enter('clean-up', plan);
    // The side that serves may scale at once; green when its tasks are put back.
    const ofBlue = lock.scalingBefore.filter(({ service }) => service === plan.blue.service);
    if (lock.lostTo === undefined)
        await (0,blue_green_scaling/* giveBack */.F5)(world, ofBlue);
    await (0,blue_green_finish/* diagnose */.h4)(inputs, world, story);
    const rolledBack = { outcome: 'rolled-back', reason, ...common, ...times };
    const result = reason.startsWith(accessEndsWords) ? asAccessError(rolledBack) : rolledBack;
    await show(world, ready, result);
    if (shifted.raisedAt !== undefined)
        await lock.sleep(inputs.drain);
    if (lock.lostTo !== undefined)
        return result;
    return afterwards(world, result, `${plan.green.service} could not be put back to what it was before`, async () => {
        // Autoscaling before the number of tasks, which it would move into its range; the lock last.
        const isGivenBack = await (0,blue_green_scaling/* giveBack */.F5)(world, lock.scalingBefore);
        const foreign = await (0,blue_green_finish/* cleanUpGreen */.k6)(world, (0,blue_green_foreign/* knownByRun */.ip)(plan, taskDefinitionArn), plan.green.desiredBefore);
        story.warnings.push(...Object.values(foreign));
        if (isGivenBack)
            await lock.release();
        return result;
    });
}
function lookCommand(inputs) {
    return (0,command_line/* sluiceCommand */.Ln)('status', {
        ...(0,command_line/* routeFlags */.JS)(inputs),
        'lock-name': inputs.lockName,
    });
}
/** No verdict on the release: it went back while that was still possible. */
function asAccessError(result) {
    return (0,lost_access/* endedBy */.m)(new access_error/* AccessError */.Z(result.reason, { kind: 'expired' }), result);
}
async function promoted(inputs, world, ready, result) {
    const { plan, lock, story } = ready;
    await lock.enter('keep-old', plan);
    const oldSide = plan.keepOldMs === 'forever' ? 'kept forever' : 'kept';
    const scaling = (0,blue_green_scaling/* afterPromotion */.gk)(lock.scalingBefore, { ...roles(ready), oldSide });
    // The side that serves may scale at once; the old one keeps its size, for the way back, until its time is over.
    if (lock.lostTo === undefined)
        await (0,blue_green_scaling/* giveBack */.F5)(world, scaling.live);
    await (0,blue_green_finish/* diagnose */.h4)(inputs, world, story);
    await show(world, ready, result);
    return afterwards(world, result, `${plan.blue.service} could not be scaled to 0`, async () => {
        const kept = await (0,blue_green_finish/* retireBlue */.W$)(inputs, world, plan, ready.taskDefinitionArn, lock);
        if (lock.lostTo !== undefined) {
            lock.end();
            (0,blue_green_scaling/* leaveScaling */.PP)(world, lock);
        }
        else {
            const end = kept.isRetired
                ? (0,blue_green_scaling/* afterPromotion */.gk)(lock.scalingBefore, { ...roles(ready), oldSide: 'retired' })
                : scaling;
            if (await (0,blue_green_scaling/* giveBack */.F5)(world, [...end.live, ...end.old]))
                await lock.release();
        }
        return { ...result, reason: `${result.reason}; ${kept.words}` };
    });
}
const roles = ({ plan }) => ({
    old: plan.blue.service,
    live: plan.green.service,
});
/** What is left to do once the traffic is where it belongs does not change how it ended. `post` tries it again. */
async function afterwards(world, result, undone, deed) {
    try {
        return await deed();
    }
    catch (error) {
        const what = `${undone}: ${(0,message_of/* messageOf */.b)(error)}`;
        world.report.warn(what);
        return { ...result, reason: `${result.reason}; ${what}` };
    }
}
/** The verdict is out before the slow rest is done: whoever watches need not wait, and a runner that dies has told it. */
async function show(world, { story, plan }, result) {
    story.result = result;
    showEnd(world, result, plan.green.service);
    world.report.outputs((0,blue_green_result/* outputsOf */.Yz)(result, plan));
    await world.report.summary(summaryOf(story));
}
function timesOf({ state, raisedAt, endedAt }) {
    const { rollback } = state;
    if (rollback === null)
        return {};
    return {
        rolledBackAtWeight: rollback.atWeight,
        ...(raisedAt === undefined ? {} : { detectMs: rollback.at - raisedAt }),
        ...(state.phase === 'rolled-back' ? { restoreMs: endedAt - rollback.at } : {}),
    };
}

// EXTERNAL MODULE: ./build-stage/ecs/task-definition-source.js + 2 modules
var task_definition_source = __webpack_require__(8129);
// EXTERNAL MODULE: ./build-stage/verdict/compare.js
var verdict_compare = __webpack_require__(3190);
// EXTERNAL MODULE: ./build-stage/verdict/latency.js
var verdict_latency = __webpack_require__(2051);
// EXTERNAL MODULE: ./build-stage/spec/counted.js
var counted = __webpack_require__(7481);
;// CONCATENATED MODULE: ./build-stage/verdict/minutes.js
// src/verdict/minutes.ts
/** Minutes of both sides, put together for the comparison. Invariant: a minute without figures is not a minute without requests. */

const minuteMs = 60_000;
/** A rule change may take so long to reach every node of the load balancer, ms. Not documented; observed to be seconds. */
const propagationMs = 60_000;
/** So long after its end a minute's figures may still be missing, ms. */
const lateMs = 120_000;
/** So many requests must have been expected before their absence is taken for lost figures. */
const tellingRequests = 20;
const none = { requests: 0, errors: 0 };
/** The minutes that either side has figures of, in order. */
function pairUp(green, blue) {
    const times = [...new Set([...green, ...blue].map(({ at }) => at))].sort((a, b) => a - b);
    const of = (side) => new Map(side.map(({ at, counts }) => [at, counts]));
    const [greens, blues] = [of(green), of(blue)];
    return times.map((at) => ({ at, green: greens.get(at) ?? none, blue: blues.get(at) ?? none }));
}
/** The greatest share that green may have had in the minute when that was not one and the same all the time. */
function greatestShareIn(shares, minute) {
    const inEffect = shares.filter(({ at }, i) => {
        const end = (shares[i + 1]?.at ?? Number.POSITIVE_INFINITY) + propagationMs;
        return at < minute + minuteMs && end > minute;
    });
    return inEffect.length < 2 ? undefined : Math.max(...inEffect.map(({ greenPercent }) => greenPercent));
}
/** What a step has not seen and must see before it ends, in words; undefined when nothing is missing. */
function whatIsLacking(minutes, needs) {
    const { minRequests, usualPerSecond, raisedAt, stepSince, now } = needs;
    // A minute in which the step before was still served is not the step's own.
    const seen = minutes.filter(({ at }) => at >= stepSince).reduce((sum, { green }) => sum + green.requests, 0);
    if (seen < minRequests)
        return `only ${seen} of ${(0,counted/* counted */.h)(minRequests, 'request')} of the new version were seen at this step`;
    const last = minutes.findLast(({ green, blue }) => green.requests + blue.requests > 0);
    const silentMs = now - Math.max(raisedAt, last === undefined ? 0 : last.at + minuteMs) - minuteMs - lateMs;
    if (usualPerSecond === null || (usualPerSecond * silentMs) / 1000 < tellingRequests)
        return undefined;
    const since = Math.round((silentMs + minuteMs + lateMs) / minuteMs);
    return `CloudWatch has shown no requests to either side for ${since} min, where ${Number(usualPerSecond.toPrecision(2))} a second were usual`;
}

;// CONCATENATED MODULE: ./build-stage/evidence/compare-source.js
// src/evidence/compare-source.ts



const compareSource = 'green against blue';
const latencySource = 'response times, green against blue';
/** So long after its end a minute's percentiles may still change, ms: what comes later is another sample, and each minute has one sign. */
const settledMs = 60_000;
/**
 * Green against blue by what CloudWatch counts for their target groups, from the minute on in which green was raised.
 * Everything is read and reckoned anew at each look, because a minute's figures come late and grow.
 */
class CompareEvidence {
    metrics;
    clock;
    options;
    source = compareSource;
    everyMs;
    minutes = [];
    shares = [];
    constructor(metrics, clock, options) {
        this.metrics = metrics;
        this.clock = clock;
        this.options = options;
        this.everyMs = options.everyMs;
    }
    /** Green's share as it was written or observed, in percent. */
    noteShare(at, greenPercent) {
        if (this.shares.at(-1)?.greenPercent !== greenPercent)
            this.shares.push({ at, greenPercent });
    }
    async look() {
        const raisedAt = this.raisedAt();
        const { source } = this;
        if (raisedAt === undefined) {
            const reason = 'begins with the first requests to the new version (not counted yet)';
            return [{ source, judgement: 'healthy', reason, at: this.clock.now() }];
        }
        const { blueArn, greenArn, comparing } = this.options;
        const metrics = await this.metrics();
        const seen = await metrics.minutesOfBoth(blueArn, greenArn, raisedAt, this.clock.now(), this.options.latency === undefined ? undefined : 'slowest');
        this.minutes = pairUp(compare_source_counted(seen.green), compare_source_counted(seen.blue)).map((pair) => {
            const greatestShare = greatestShareIn(this.shares, pair.at);
            return greatestShare === undefined ? pair : { ...pair, greatestShare };
        });
        const { judgement, reason } = (0,verdict_compare/* compare */.UD)(this.minutes, comparing);
        const at = this.clock.now();
        const errors = finding(source, { judgement, reason }, at);
        const { latency } = this.options;
        if (latency === undefined)
            return [errors];
        return [errors, finding(latencySource, (0,verdict_latency/* compareLatency */.MM)(this.latencyMinutes(seen, at), latency), at)];
    }
    /** The whole minutes whose percentiles do not change any more. */
    latencyMinutes({ green, blue }, now) {
        const blues = new Map(blue.map((minute) => [minute.at, minute]));
        return green.flatMap((ofGreen) => {
            const ofBlue = blues.get(ofGreen.at);
            if (ofBlue === undefined || ofGreen.at + 60_000 + settledMs > now)
                return [];
            return [{ green: ofGreen, blue: ofBlue, isMixed: greatestShareIn(this.shares, ofGreen.at) !== undefined }];
        });
    }
    /** What the step that is observed since `stepSince` has not seen yet and must see; undefined when nothing is missing. */
    lacking(stepSince) {
        const raisedAt = this.raisedAt();
        if (raisedAt === undefined)
            return undefined;
        const { minRequests, usualPerSecond } = this.options;
        return whatIsLacking(this.minutes, { minRequests, usualPerSecond, raisedAt, stepSince, now: this.clock.now() });
    }
    raisedAt() {
        return this.shares.find(({ greenPercent }) => greenPercent > 0)?.at;
    }
}
/** That figures are not here yet is no doubt about green: whether a step may end without them is said by `lacking`. */
function finding(source, { judgement, reason }, at) {
    return { source, judgement, reason, at, ...(judgement === 'unknown' ? { isGathering: true } : {}) };
}
/** A connection that could not be made is an error as much as an answer of 500: a green that crashes gives no answers. */
const compare_source_counted = (minutes) => minutes.map(({ at, requests, errors5xx, connectionErrors }) => ({
    at,
    counts: { requests, errors: errors5xx + connectionErrors },
}));
/** How far back the usual traffic is looked for, and how young a minute may be whose figures are not complete, ms. */
const usualMs = 15 * 60_000;
const compare_source_lateMs = 2 * 60_000;
/**
 * Requests a second to both sides in the last quarter of an hour, counted from the first minute that had any.
 *
 * @throws AccessError when CloudWatch may not be read
 */
async function usualRequests(metrics, now, groups) {
    const seen = await metrics.minutesOfBoth(groups.blueArn, groups.greenArn, now - usualMs, now);
    const minutes = pairUp(compare_source_counted(seen.green), compare_source_counted(seen.blue));
    const all = minutes.map(({ at, green, blue }) => ({ at, requests: green.requests + blue.requests }));
    const settled = all.filter(({ at, requests }) => requests > 0 && at + 60_000 <= now);
    const first = settled[0]?.at;
    if (first === undefined)
        return 0;
    // The newest minutes may not be there yet, and that they are missing says nothing.
    const end = Math.max((settled.at(-1)?.at ?? first) + 60_000, now - compare_source_lateMs - 60_000);
    return settled.reduce((sum, { requests }) => sum + requests, 0) / ((end - first) / 1000);
}

// EXTERNAL MODULE: ./build-stage/evidence/prometheus-source.js + 1 modules
var prometheus_source = __webpack_require__(7283);
// EXTERNAL MODULE: ./build-stage/spec/task-definition-inputs.js
var task_definition_inputs = __webpack_require__(210);
// EXTERNAL MODULE: ./build-stage/verdict/alarms.js
var verdict_alarms = __webpack_require__(4719);
// EXTERNAL MODULE: ./build-stage/verdict/latency-visibility.js
var latency_visibility = __webpack_require__(8316);
;// CONCATENATED MODULE: ./build-stage/actions/ecs-blue-green/prepare.js
// src/actions/ecs-blue-green/prepare.ts










/**
 * Reads everything and decides what to do. Changes nothing.
 *
 * @throws InputError when what the inputs name does not exist, AccessError when it may not be read
 */
async function prepare(inputs, world) {
    const route = await world.router.read();
    const services = await world.rollout.describe(inputs.services);
    const found = (0,blue_green_sides/* sidesOf */.Mm)(route, services, inputs.targetGroups);
    if ('refusals' in found)
        return { kind: 'refused', reasons: found.refusals };
    const { sides } = found;
    const { blue, green } = sides;
    if (blue.seen.deployments.length > 1) {
        return {
            kind: 'refused',
            sides,
            reasons: [`${blue.service} is live and being deployed to right now: wait until that is done`],
        };
    }
    const wanted = await (0,task_definition_source/* definitionToDeploy */.wG)(requestOf(inputs), blue.seen.taskDefinitionArn, world);
    if (wanted.diff.length === 0)
        return { kind: 'unchanged', sides, taskDefinitionArn: blue.seen.taskDefinitionArn };
    const { deploy } = wanted;
    const arn = 'arn' in deploy ? deploy.arn : await alreadyRegistered(world, green.seen.taskDefinitionArn, deploy.register);
    const alarms = await checked(inputs, world, sides, route);
    const queries = await askedOnce(inputs, world);
    const broken = [
        ...(sides.broken === undefined ? [] : [sides.broken]),
        ...alarms.on.values(),
        ...queries.bad.values(),
    ];
    const compared = await comparedBefore(inputs, world, sides, route);
    const refusals = [...alarms.refusals, ...queries.refusals, ...(inputs.force === undefined ? unforced(broken) : [])];
    if (refusals.length > 0)
        return { kind: 'refused', sides, reasons: refusals };
    const tasks = Math.max(1, sides.broken === undefined ? blue.seen.runningCount : blue.seen.desiredCount);
    const plan = {
        cluster: inputs.cluster,
        region: inputs.region,
        route: route.name,
        blue: { ...side(blue), taskDefinitionArn: blue.seen.taskDefinitionArn, tasks: blue.seen.runningCount },
        green: {
            ...side(green),
            desiredBefore: green.seen.desiredCount,
            taskDefinitionBefore: green.seen.taskDefinitionArn,
        },
        images: imageChanges(wanted.live, wanted.definition),
        taskDefinition: arn === undefined ? { register: wanted.definition } : { arn },
        attachGreen: sides.greenIsMissing,
        tasks,
        minHealthyTargets: Math.max(1, Math.ceil((tasks * inputs.minHealthy) / 100)),
        steps: inputs.steps,
        alarms: inputs.alarms,
        probe: inputs.probe ?? null,
        queries: queriesOf(inputs),
        compare: compared.compare,
        keepOldMs: inputs.keepOld,
        drainMs: inputs.drain,
        warnings: [
            ...broken.map((what) => `Forced (${inputs.force}): ${what}`),
            ...wanted.notices,
            ...alarms.warnings,
            ...queries.warnings,
            ...compared.warnings,
        ],
    };
    return {
        kind: 'go',
        plan,
        sides,
        route,
        silentAlarms: alarms.silent,
        alarmsOn: new Set(alarms.on.keys()),
        queriesBefore: queries,
    };
}
/** What keeps a fix from being deployed, and what lets it pass. */
const unforced = (broken) => broken.length === 0 ? [] : [...broken, 'to deploy a fix over that all the same, give its reason in force'];
const side = ({ service, targetGroupArn }) => ({
    service,
    targetGroupArn,
});
function requestOf({ taskDefinition, images, passUnknown }) {
    return { source: (0,task_definition_inputs/* sourceOf */.vz)({ taskDefinition }), edits: { images }, passUnknown };
}
/** A re-run registers nothing twice: what green has already is used when it is the same. */
async function alreadyRegistered(world, greenArn, wanted) {
    const green = await world.rollout.taskDefinition(greenArn);
    return (0,task_definition/* runsTheSame */.Ux)(green, wanted) ? greenArn : undefined;
}
async function checked(inputs, world, sides, route) {
    if (inputs.alarms.length === 0) {
        const probe = inputs.probe === undefined ? [] : ['the probe'];
        const others = ['target health', 'stopped tasks', ...(inputs.compare ? ['green against blue'] : []), ...probe];
        const warning = `no alarms are given: only ${others.slice(0, -1).join(', ')} and ${others.at(-1)} can find this release bad`;
        return { refusals: [], warnings: queriesOf(inputs).length > 0 ? [] : [warning], silent: new Set(), on: new Map() };
    }
    const alarms = await world.alarms.alarms(inputs.alarms);
    return (0,verdict_alarms/* checkAlarms */.Tx)(inputs.alarms, alarms, {
        blue: world.metricDimension(sides.blue.targetGroupArn),
        green: world.metricDimension(sides.green.targetGroupArn),
        loadBalancer: world.metricDimension(route.loadBalancerArn),
    });
}
/** How much traffic there is to compare by. Without the permission to read it the deployment is refused, not begun blind. */
async function comparedBefore(inputs, world, { blue, green }, route) {
    if (!inputs.compare)
        return { compare: null, warnings: [] };
    const compare = {
        tolerance: inputs.compareTolerance,
        alpha: Number((1 - inputs.compareConfidence / 100).toPrecision(3)),
        latency: inputs.compareLatency === undefined
            ? null
            : { factor: inputs.compareLatency, floorMs: inputs.compareLatencyFloor },
        minRequests: inputs.minRequests,
        onNoData: inputs.onNoData,
        noDataLimitMs: inputs.noDataLimit,
    };
    const groups = { blueArn: blue.targetGroupArn, greenArn: green.targetGroupArn };
    try {
        const usualPerSecond = await usualRequests(world.metrics(route), world.clock.now(), groups);
        const known = { ...compare, usualPerSecond };
        return { compare: known, warnings: (0,latency_visibility/* blindToLatency */.v)(inputs.steps, known) };
    }
    catch (error) {
        if (error instanceof access_error/* AccessError */.Z)
            throw error;
        const warning = `the traffic before the start could not be read (${(0,message_of/* messageOf */.b)(error)}): what the steps can see is not known`;
        return { compare: { ...compare, usualPerSecond: null }, warnings: [warning] };
    }
}
const queriesOf = ({ queries, alertRules }) => [...queries, ...alertRules];
async function askedOnce({ queries, alertRules }, { metricQueries }) {
    if (metricQueries === undefined)
        return { refusals: [], warnings: [], silent: new Set(), bad: new Map() };
    return (0,prometheus_source/* checkQueries */.j)(metricQueries, { queries, 'alert-rules': alertRules });
}
function imageChanges(live, wanted) {
    return (wanted.containerDefinitions ?? []).flatMap(({ name = '', image = '' }) => {
        const from = live.containerDefinitions?.find((container) => container.name === name)?.image ?? 'none';
        return from === image ? [] : [{ container: name, from, to: image }];
    });
}

// EXTERNAL MODULE: ./build-stage/actions/ecs-blue-green/spec.js + 2 modules
var spec = __webpack_require__(8962);
;// CONCATENATED MODULE: ./build-stage/evidence/alerts.js
// src/evidence/alerts.ts
/** A pause that ends early when somebody rings. A ring while nobody waits shortens the next pause: none is lost. */
class Alerts {
    clock;
    bell = new AbortController();
    constructor(clock, also) {
        this.clock = clock;
        also.addEventListener('abort', () => this.ring());
    }
    ring() {
        this.bell.abort();
    }
    async wait(ms) {
        await this.clock.sleep(ms, this.bell.signal);
        this.bell = new AbortController();
    }
}

// EXTERNAL MODULE: ./build-stage/evidence/sources.js + 3 modules
var sources = __webpack_require__(5066);
// EXTERNAL MODULE: ./build-stage/evidence/watch.js + 1 modules
var evidence_watch = __webpack_require__(6249);
// EXTERNAL MODULE: ./build-stage/spec/http-status.js
var http_status = __webpack_require__(3754);
// EXTERNAL MODULE: ./build-stage/verdict/target-health.js
var target_health = __webpack_require__(3635);
;// CONCATENATED MODULE: ./build-stage/actions/ecs-blue-green/watch-green.js
// src/actions/ecs-blue-green/watch-green.ts












/** Failed probes in a row that are bad; fewer are a doubt. */
const probeLimit = 3;
/** Watches green from all sides, asks each once before green gets traffic, then shifts. */
async function watchAndShift(inputs, world, ready) {
    const { plan, story, lock } = ready;
    let healthyTargets;
    let blueHealthyTargets;
    let hasTraffic = false;
    const sources = await sourcesOf(inputs, world, ready, (ofGreen, ofBlue) => {
        healthyTargets = ofGreen;
        blueHealthyTargets = ofBlue;
    });
    sources.push(...watch_green_queriesOf(inputs, world, ready, () => hasTraffic));
    const comparison = comparisonOf(inputs, world, plan);
    if (comparison !== undefined)
        sources.push(comparison);
    const alerts = new Alerts(world.clock, world.cancellation.signal);
    const watch = new evidence_watch/* Watch */.o(sources, world.clock, () => alerts.ring());
    await watch.lookAtAll();
    watch.start();
    try {
        return await shiftTraffic({
            world,
            plan,
            story,
            watch,
            alerts,
            lock,
            shiftPlan: shiftPlanOf(inputs, plan, ready.deadline),
            pollMs: inputs.pollInterval,
            onCancel: inputs.onCancel,
            healthyTargets: () => healthyTargets,
            blueHealthyTargets: () => blueHealthyTargets,
            comparison,
            onFirstRaise: () => {
                hasTraffic = true;
            },
            showStory: () => world.report.summary(summaryOf(story)),
        });
    }
    finally {
        await watch.stop();
    }
}
async function sourcesOf(inputs, world, { plan, story, silentAlarms, alarmsOn, taskDefinitionArn, startedAt }, onHealthy) {
    const { clock } = world;
    const everyMs = inputs.pollInterval;
    let ofBlue;
    const lookAtBlue = async () => {
        ofBlue = await world.targets.targets(plan.blue.targetGroupArn).then(target_health/* ableCount */.ak, () => undefined);
    };
    // Blue is looked at beside green: not as evidence, but to know whether there is a side to go back to.
    const both = {
        targets: async (arn) => (await Promise.all([world.targets.targets(arn), lookAtBlue()]))[0],
    };
    const targets = (0,sources/* targetHealthEvidence */.bs)(both, clock, {
        targetGroupArn: plan.green.targetGroupArn,
        needed: plan.minHealthyTargets,
        limit: inputs.unhealthyLimit,
        everyMs,
        onSeen: (seen) => onHealthy((0,target_health/* healthyCount */.jB)(seen), ofBlue),
    });
    const stopped = (0,sources/* stoppedTasksEvidence */.B_)(world.rollout, clock, {
        service: plan.green.service,
        taskDefinitionArn,
        since: startedAt,
        limit: start_green/* startFailureLimit */.I,
        everyMs,
        onSeen: (tasks) => {
            story.stopped = { ...story.stopped, tasks };
        },
    });
    const deployment = (0,sources/* deploymentEvidence */.L8)(world.rollout, clock, {
        service: plan.green.service,
        taskDefinitionArn,
        limit: inputs.unhealthyLimit,
        everyMs,
    });
    const alarms = (0,sources/* alarmEvidence */.Rj)(world.alarms, clock, {
        names: inputs.alarms,
        silentFromStart: silentAlarms,
        onFromStart: alarmsOn,
        everyMs,
    });
    return [
        ...(inputs.alarms.length > 0 ? [alarms] : []),
        targets,
        deployment,
        stopped,
        ...(inputs.probe === undefined ? [] : [await probeSource(inputs, world, inputs.probe)]),
    ];
}
function watch_green_queriesOf(inputs, world, ready, hasTraffic) {
    const { metricQueries, clock } = world;
    if (metricQueries === undefined)
        return [];
    return ready.plan.queries.map((query) => (0,prometheus_source/* queryEvidence */.E)(metricQueries, clock, query, {
        everyMs: inputs.pollInterval,
        wasSilent: ready.queriesBefore.silent.has(query.name),
        wasBad: ready.queriesBefore.bad.has(query.name),
        hasTraffic,
    }));
}
/** Metrics are by the minute: three times the pace of the other sources is soon enough. */
function comparisonOf(inputs, world, { compare, blue, green }) {
    if (compare === null)
        return undefined;
    let metrics;
    const read = () => {
        metrics ??= world.router.read().then((route) => world.metrics(route));
        metrics.catch(() => {
            metrics = undefined;
        });
        return metrics;
    };
    return new CompareEvidence(read, world.clock, {
        blueArn: blue.targetGroupArn,
        greenArn: green.targetGroupArn,
        comparing: { ...verdict_compare/* usualComparing */.bm, tolerance: compare.tolerance, alpha: (0,verdict_latency/* alphaOfEach */.zy)(compare) },
        ...(compare.latency === null ? {} : { latency: { ...compare.latency, alpha: (0,verdict_latency/* alphaOfEach */.zy)(compare) } }),
        minRequests: compare.minRequests,
        usualPerSecond: compare.usualPerSecond,
        everyMs: 3 * inputs.pollInterval,
    });
}
async function probeSource(inputs, world, target) {
    const url = target.startsWith('/') ? `${await world.listenerUrl(await world.router.read())}${target}` : target;
    const ranges = inputs.probeStatus;
    return (0,sources/* probeEvidence */.mE)(world.prober, world.clock, {
        request: { url, headers: inputs.probeHeaders, timeoutMs: inputs.probeTimeout },
        expected: {
            accepts: (status) => (0,http_status/* statusIsIn */.C)(ranges, status),
            statuses: ranges.map(({ from, to }) => (from === to ? `${from}` : `${from}-${to}`)).join(','),
            bodyText: inputs.probeBody,
        },
        limit: probeLimit,
        everyMs: inputs.pollInterval,
    });
}
function shiftPlanOf(inputs, plan, deadline) {
    return {
        steps: plan.steps,
        minHealthyTargets: plan.minHealthyTargets,
        // Each source counts its own bad looks before it calls them bad.
        unhealthyLimit: 1,
        unknownLimitMs: inputs.unknownLimit,
        settleMs: inputs.settle,
        rewriteMs: 10_000,
        applyLimitMs: 120_000,
        maxGapMs: Math.max(15_000, 3 * inputs.pollInterval),
        deadline,
        onDrift: inputs.onDrift,
        noDataLimitMs: inputs.noDataLimit,
        onNoData: inputs.onNoData,
        onBrokenOld: inputs.onBrokenOld,
    };
}

;// CONCATENATED MODULE: ./build-stage/actions/ecs-blue-green/run.js
// src/actions/ecs-blue-green/run.ts


























/** The whole deed. Never rejects: whatever happens is a result, outputs are set and the summary is written. */
async function run(inputs, outside) {
    const seen = new blue_green_seen/* Seen */.U(inputs.targetGroups);
    const world = seen.watching(outside);
    const story = newStory(world.clock.now(), world.run.url);
    const midst = { inputs, world, seen, plan: undefined };
    const ended = await attempt(midst, story).catch((error) => faulted({ ...midst, plan: story.plan }, error));
    // Whoever is refused wants to know as well who serves, as far as it was read.
    const result = ended.outcome === 'refused' && ended.weights === undefined ? { ...ended, ...seen.serving() } : ended;
    story.result = result;
    world.report.outputs((0,blue_green_result/* outputsOf */.Yz)(result, story.plan));
    world.report.line('');
    world.report.line((0,blue_green_result/* sentence */.em)(result));
    if (story.plan !== undefined && !inputs.dryRun)
        showEnd(world, result, story.plan.green.service);
    await world.report.summary(summaryOf(story));
    await world.deployment?.shown();
    return result;
}
/** Something that is no verdict on the release: access, inputs, a fault of ours. */
async function faulted(midst, error) {
    const { world, plan, seen, leftBy } = midst;
    // Without a plan nothing was changed but the lock, and that goes back too, unless it holds what a dead run left; otherwise
    // `post` finishes.
    if (plan === undefined && leftBy === undefined)
        await world.journal.release(world.run.holder).catch(() => { });
    if (error instanceof access_error/* AccessError */.Z)
        return loseAccess(midst, error);
    const isUntouched = plan === undefined && leftBy === undefined;
    const serving = plan === undefined ? seen.serving() : await (0,blue_green_finish/* weightsNow */.kO)(world, plan);
    if (error instanceof unanswered/* Unanswered */.X) {
        const { message } = error;
        return isUntouched
            ? { outcome: 'refused', reason: message, ...serving, command: (0,command_line/* rerunCommand */.w4)(world.run.url) }
            : { outcome: 'interrupted', reason: `${message}. ${leftToPost(midst)}`, ...serving };
    }
    const outcome = plan === undefined && error instanceof input_error/* InputError */.d ? 'refused' : 'interrupted';
    return { outcome, reason: (0,message_of/* messageOf */.b)(error), error, ...serving };
}
function leftToPost({ plan, seen }) {
    const afterwards = 'The part of this action that runs afterwards';
    if (plan === undefined || seen.hasWritten)
        return `${afterwards} tries to put right what was left`;
    return `${plan.green.service} never had traffic. ${afterwards} puts it back to what it was`;
}
async function attempt(midst, story) {
    const { inputs, world, seen } = midst;
    const early = (0,patient/* patient */.I)(world);
    if (inputs.dryRun)
        return dryRun(inputs, early, story);
    const deadline = story.startedAt + inputs.timeout;
    const lock = new HeldLock(inputs, world, story.startedAt);
    // A run that waited so long that its steps do not fit any more would only start tasks and take them back.
    const locked = await (0,blue_green_lock/* takeLock */.HJ)(inputs, early, (now) => lock.entry(now), deadline - (0,spec.bakesMs)(inputs.steps));
    if (!locked.taken) {
        lock.end();
        const isCancelled = locked.reason === world.cancellation.reason;
        return { outcome: isCancelled ? 'interrupted' : 'refused', reason: locked.reason };
    }
    if (locked.leftBy !== undefined) {
        const { leftBy } = locked;
        world.report.warn(`Took over the lock of a run that died (${leftBy.runUrl}, stage: ${leftBy.stage})`);
        // Until it is settled, it is what `post` has to finish as well.
        const { holder, url: runUrl } = world.run;
        keepForPost(world.report, { ...leftBy, holder, runUrl, expires: lock.entry(world.clock.now()).expires });
        midst.leftBy = leftBy.runUrl;
        for (const side of [leftBy.blue, leftBy.green])
            seen.knows(side);
        const { told, idleIsForeign } = await (0,recovery/* settleLeft */.ND)(world, leftBy);
        midst.leftBy = undefined;
        world.report.line(told);
        const mine = lock.entry(world.clock.now());
        keepForPost(world.report, mine);
        await world.journal.update(mine);
        if (idleIsForeign !== undefined) {
            await lock.release();
            return { outcome: 'refused', reason: `${idleIsForeign} Deploy again to replace it` };
        }
    }
    const prepared = await prepare(inputs, early);
    if (prepared.kind !== 'go') {
        await lock.release();
        return noShift(prepared);
    }
    const { plan } = prepared;
    await showPlan(world, story, plan);
    if (world.cancellation.reason !== undefined) {
        const reason = `${world.cancellation.reason}; nothing was changed yet`;
        return { outcome: 'interrupted', reason, ...(await (0,blue_green_finish/* weightsNow */.kO)(world, plan)) };
    }
    const warn = (text) => {
        story.warnings.push(text);
        world.report.warn(text);
    };
    lock.scalingBefore = await (0,blue_green_scaling/* readScaling */.Ov)(early, plan.blue, plan.green, warn);
    const { taskDefinition } = plan;
    const taskDefinitionArn = 'arn' in taskDefinition ? taskDefinition.arn : await early.rollout.register(taskDefinition.register);
    lock.greenTaskDefinition = taskDefinitionArn;
    await lock.enter('start', plan);
    if (lock.lostTo !== undefined)
        return { outcome: 'refused', reason: `the lock was lost to ${lock.lostTo}` };
    await (0,blue_green_scaling/* holdScaling */.br)(early, lock, warn);
    const startedAt = world.clock.now();
    const started = await (0,start_green/* startGreen */.c)(inputs, early, { plan, taskDefinitionArn, lock }, (tasks) => {
        story.stopped = { ...story.stopped, tasks };
    });
    if (!started.ready)
        return neverReady(inputs, early, story, { plan, lock, taskDefinitionArn, started });
    const ready = `${plan.green.service} is ready: ${(0,words/* counted */.hS)(started.healthyTargets, 'healthy target')}`;
    story.timeline.push({ at: world.clock.now(), greenPercent: 0, what: ready });
    await lock.enter('shift', plan);
    const shift = {
        plan,
        lock,
        story,
        seen,
        silentAlarms: prepared.silentAlarms,
        alarmsOn: prepared.alarmsOn,
        queriesBefore: prepared.queriesBefore,
        taskDefinitionArn,
        startedAt,
        deadline,
    };
    return conclude(inputs, world, shift, await watchAndShift(inputs, world, shift));
}
async function dryRun(inputs, world, story) {
    const { words, left } = await (0,blue_green_lock/* lockAhead */.B$)(inputs, world);
    if (words !== undefined) {
        world.report.warn(words);
        story.warnings.push(words);
    }
    if (left?.blue != null && left.green != null) {
        const reason = 'dry run: nothing was changed; a plan can be made when that is settled';
        return { outcome: 'unchanged', reason, ...(await (0,blue_green_finish/* weightsNow */.kO)(world, { blue: left.blue, green: left.green })) };
    }
    const prepared = await prepare(inputs, world);
    if (prepared.kind !== 'go')
        return noShift(prepared);
    await showPlan(world, story, prepared.plan);
    return { outcome: 'unchanged', reason: 'dry run: nothing was changed', ...(await (0,blue_green_finish/* weightsNow */.kO)(world, prepared.plan)) };
}
function noShift(prepared) {
    if (prepared.kind === 'refused')
        return { outcome: 'refused', reason: prepared.reasons.join('; ') };
    const { blue, green } = prepared.sides;
    return {
        outcome: 'unchanged',
        reason: `${blue.service} runs this version already`,
        activeService: blue.service,
        weights: { [blue.service]: 100, [green.service]: 0 },
        taskDefinitionArn: prepared.taskDefinitionArn,
    };
}
async function showPlan(world, story, plan) {
    story.plan = plan;
    story.warnings.push(...plan.warnings);
    world.report.line('Plan');
    for (const [i, line] of (0,blue_green_plan/* planLines */.HN)(plan).entries())
        world.report.line(`  ${i + 1}. ${line}`);
    for (const warning of plan.warnings)
        world.report.warn(warning);
    world.report.line('');
    await world.report.summary(summaryOf(story));
}
/** Green could not be started, or need not be any more: it never had traffic, and goes back to what it was. */
async function neverReady(inputs, world, story, tried) {
    const { plan, lock, taskDefinitionArn, started } = tried;
    const common = { taskDefinitionArn, rolledBackAtWeight: 0, ...(await (0,blue_green_finish/* weightsNow */.kO)(world, plan)) };
    // After a cancel there are seconds left: `post` puts green back.
    if (started.why === 'cancelled')
        return { outcome: 'interrupted', reason: started.reason, ...common };
    await (0,blue_green_finish/* diagnose */.h4)(inputs, world, story);
    if (started.why === 'superseded') {
        if (lock.lostTo !== undefined)
            (0,blue_green_scaling/* leaveScaling */.PP)(world, lock);
        if (lock.lostTo !== undefined || (await (0,blue_green_scaling/* giveBack */.F5)(world, lock.scalingBefore)))
            await lock.release();
        return { outcome: 'interrupted', reason: started.reason, ...common };
    }
    // Autoscaling before the number of tasks, which it would move into its range; the lock last.
    const isGivenBack = await (0,blue_green_scaling/* giveBack */.F5)(world, lock.scalingBefore);
    const foreign = await (0,blue_green_finish/* cleanUpGreen */.k6)(world, (0,blue_green_foreign/* knownByRun */.ip)(plan, taskDefinitionArn), plan.green.desiredBefore);
    story.warnings.push(...Object.values(foreign));
    if (isGivenBack)
        await lock.release();
    return {
        outcome: 'rolled-back',
        reason: `${started.reason}. It never had traffic`,
        ...common,
        restoreMs: 0,
    };
}

;// CONCATENATED MODULE: ./build-stage/actions/ecs-blue-green/index.js
// src/actions/ecs-blue-green/index.ts




















async function main() {
    const failure = (0,blue_green_result/* failureOf */.g5)(await ecs_blue_green_attempt());
    if (failure === undefined)
        return;
    (0,fail/* fail */.f)(failure);
    report/* runnerReport */.b.keep(told, 'true');
}
/** What is thrown before there is a world to run in has a result as well: workflows decide by the outcome. */
async function ecs_blue_green_attempt() {
    try {
        const inputs = (0,github_inputs/* readInputs */.Ko)(spec.spec);
        return await run(inputs, await world(inputs, (0,external_node_crypto_.randomUUID)()));
    }
    catch (error) {
        const outcome = error instanceof input_error/* InputError */.d ? 'refused' : 'interrupted';
        report/* runnerReport */.b.outputs((0,blue_green_result/* outputsOf */.Yz)({ outcome, reason: (0,message_of/* messageOf */.b)(error) }, undefined));
        throw error;
    }
}
/** After a run that ended by itself there is nothing to do, and nothing is loaded. */
async function post() {
    const kept = keptFrom(files/* savedState */.fP);
    if (kept === undefined || kept.stage === 'ended')
        return;
    const inputs = (0,github_inputs/* readInputs */.Ko)(spec.spec);
    try {
        const outside = await world(inputs, kept.holder);
        const done = await finishInterrupted(outside, kept);
        report/* runnerReport */.b.line(done);
        // A run that was killed could not show how it ended.
        if ((0,files/* savedState */.fP)(told) === undefined && kept.stage !== 'keep-old')
            outside.deployment?.tell('inactive', done);
        await outside.deployment?.shown();
    }
    catch (error) {
        // Once the traffic is where it belongs, what is left to do fails nothing.
        if (kept.stage === 'keep-old' || kept.stage === 'clean-up')
            return report/* runnerReport */.b.warn(unfinished(error));
        // One error annotation for a deployment: `main` may have told already that it failed.
        if ((0,files/* savedState */.fP)(told) === undefined)
            throw error;
        process.exitCode = 1;
        report/* runnerReport */.b.line(unfinished(error));
    }
}
const whenOver = 'Traffic that is being shifted goes back to the old version before it ends. What to do: mend what is said here, or cancel the run now, which puts the traffic back at once';
/** The name under which `main` keeps that it has told of its failure. */
const told = 'told';
const unfinished = (error) => `What the run left could not be finished: ${(0,message_of/* messageOf */.b)(error)}`;
async function world(inputs, holder) {
    const { awsPorts, sessionFor } = await Promise.all(/* import() | aws */[__webpack_require__.e(2604), __webpack_require__.e(8674)]).then(__webpack_require__.bind(__webpack_require__, 6294));
    const clock = (0,system_clock/* systemClock */.m)(process.env);
    const session = sessionFor(inputs, { ...(0,job_identity/* jobIdentity */.K)(clock), whenOver });
    const { region, cluster, listenerRuleArn, listenerArn = '' } = inputs;
    const address = listenerRuleArn === undefined ? { listenerArn } : { ruleArn: listenerRuleArn };
    return {
        ...awsPorts({ region, cluster, address, lockName: (0,blue_green_lock/* lockName */.l4)(inputs), session }),
        clock,
        cancellation: (0,cancellation/* cancellationBySignal */.t)(),
        report: report/* runnerReport */.b,
        prober: prober/* prober */.D,
        ...(inputs.prometheusUrl === undefined ? {} : { metricQueries: prometheusOf(inputs, inputs.prometheusUrl) }),
        ...(await shownOn(inputs)),
        readFile: (path) => (0,workspace/* readWorkspaceFile */.s)('task-definition', path),
        run: { holder, url: (0,run_context/* runContext */.p)().runUrl ?? `a run by ${(0,run_context/* runContext */.p)().actor}` },
    };
}
/** Nothing is asked of GitHub before there is a traffic step to show. */
async function shownOn(inputs) {
    const { githubToken: token, environment, environmentUrl } = inputs;
    const context = (0,run_context/* runContext */.p)();
    if (token === undefined || environment === undefined || context.repository === undefined)
        return {};
    const { createDeploymentStatus } = await __webpack_require__.e(/* import() | github-deployment-status */ 2345).then(__webpack_require__.bind(__webpack_require__, 2323));
    const { apiUrl } = context;
    const warn = (text) => report/* runnerReport */.b.warn(text);
    return { deployment: createDeploymentStatus({ token, environment, environmentUrl, run: context, apiUrl, warn }) };
}
const prometheusOf = (inputs, url) => (0,prometheus/* prometheus */.j)({
    url,
    token: inputs.prometheusToken,
    username: inputs.prometheusUsername,
    password: inputs.prometheusPassword,
});


/***/ }),

/***/ 2163:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ patient)
/* harmony export */ });
/* harmony import */ var _ports_unanswered_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3218);
/* harmony import */ var _repeated_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1774);
// src/blue-green/patient.ts


/**
 * The same world for the time in which no traffic is moved: a call that is throttled, or not answered, beyond what the SDK
 * makes up for is made again. Every call here can be made twice. Weights are not written so: whoever moves traffic looks
 * again before he tries again.
 */
function patient(world) {
    const again = (call) => (...words) => (0,_repeated_js__WEBPACK_IMPORTED_MODULE_0__/* .repeated */ .Z)(world, unanswered, () => call(...words));
    const { router, rollout, targets, autoscaling, journal, alarms, queue } = world;
    return {
        ...world,
        router: {
            read: again(() => router.read()),
            write: (weights) => router.write(weights),
            attach: again((arn) => router.attach(arn)),
            commandFor: (weights) => router.commandFor(weights),
        },
        rollout: {
            describe: again((names) => rollout.describe(names)),
            taskDefinition: again((arn) => rollout.taskDefinition(arn)),
            register: again((definition) => rollout.register(definition)),
            update: again((service, change) => rollout.update(service, change)),
            stoppedTasks: again((service, since) => rollout.stoppedTasks(service, since)),
        },
        targets: { targets: again((arn) => targets.targets(arn)) },
        autoscaling: {
            read: again((services) => autoscaling.read(services)),
            put: again((target) => autoscaling.put(target)),
            commandFor: (target) => autoscaling.commandFor(target),
        },
        journal: {
            read: again(() => journal.read()),
            acquire: again((entry) => journal.acquire(entry)),
            takeOver: again((held, entry) => journal.takeOver(held, entry)),
            // A lock that is written is written again soon, and one that is given back ends by itself.
            update: (entry) => journal.update(entry),
            release: (holder, until) => journal.release(holder, until),
        },
        ...(alarms === undefined ? {} : { alarms: { alarms: again((names) => alarms.alarms(names)) } }),
        ...(queue === undefined
            ? {}
            : {
                queue: {
                    join: again((place) => queue.join(place)),
                    places: again(() => queue.places()),
                    leave: (place) => queue.leave(place),
                },
            }),
    };
}
const unanswered = (error) => (error instanceof _ports_unanswered_js__WEBPACK_IMPORTED_MODULE_1__/* .Unanswered */ .X ? error.message : undefined);


/***/ }),

/***/ 8983:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ch: () => (/* binding */ recoverLeft),
/* harmony export */   ND: () => (/* binding */ settleLeft),
/* harmony export */   ho: () => (/* binding */ RouteGone)
/* harmony export */ });
/* harmony import */ var _spec_input_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5432);
/* harmony import */ var _verdict_target_health_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3635);
/* harmony import */ var _change_idle_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7943);
/* harmony import */ var _finish_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8275);
/* harmony import */ var _foreign_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3050);
/* harmony import */ var _scaling_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7699);
// src/blue-green/recovery.ts






/** The rule or listener that was shifted is not there any more: who serves cannot be said, and no traffic can be given. */
class RouteGone extends Error {
}
/** @returns what {@link settleLeft} did, in a sentence or more */
async function recoverLeft(world, left) {
    return (await settleLeft(world, left)).told;
}
/**
 * Finishes or rolls back what a run left: `post` after a cancel, the next run, or `recover` after a runner that died. Reads
 * the live state, never memory; every deed in it can be done again, so that it may itself be killed anywhere.
 *
 * A run that had promoted is finished, any other is rolled back: the side that was live when it began still has its tasks.
 * What somebody else has deployed meanwhile stays.
 *
 * @throws Error when the traffic cannot be brought to one side; it names the one command to run, except where it is a
 *   `RouteGone`
 */
async function settleLeft(world, left) {
    const { blue, green, stage } = left;
    if (blue === null || green === null || stage === 'prepare')
        return { told: 'Nothing had been changed.' };
    const share = await (0,_finish_js__WEBPACK_IMPORTED_MODULE_1__/* .currentShare */ .JO)(world, blue.targetGroupArn, green.targetGroupArn).catch((error) => {
        if (!(error instanceof _spec_input_error_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .d))
            throw error;
        throw new RouteGone(`${left.route} does not exist any more, so it cannot be said who of ${blue.service} and ${green.service} serves. When there is such a rule again, the next deployment by it settles what was left`);
    });
    if (stage === 'keep-old' && share === 100)
        return finishPromoted(world, left, blue.service, green.service);
    if (share !== 0) {
        world.report.line(`${green.service} has ${share ?? 'an unknown share'} % of the traffic: back to ${blue.service}`);
        await demandHealthyBlue(world, blue, green);
        if (!(await (0,_finish_js__WEBPACK_IMPORTED_MODULE_1__/* .restoreBlue */ .Zy)(world, blue.targetGroupArn, green.targetGroupArn))) {
            throw new Error(`The traffic could not be taken back to ${blue.service}. Run: ${commandTo(world, blue, green)}`);
        }
    }
    // Autoscaling before the number of tasks, which it would move into its range. When it cannot be given back, green goes
    // all the same, and then somebody has to know.
    const problem = await (0,_scaling_js__WEBPACK_IMPORTED_MODULE_3__/* .demandGivenBack */ .Ce)(world, left.scalingBefore).then(() => undefined, (error) => error);
    const known = (0,_foreign_js__WEBPACK_IMPORTED_MODULE_2__/* .knownByEntry */ .$)(left, blue.service, green.service);
    const foreign = await (0,_finish_js__WEBPACK_IMPORTED_MODULE_1__/* .cleanUpGreen */ .k6)(world, known, left.greenDesiredBefore);
    if (problem !== undefined)
        throw problem;
    const isAsBefore = foreign.green === undefined && foreign.unchanged === undefined;
    const done = `${blue.service} serves 100 %${isAsBefore ? `; ${green.service} is as it was before` : ''}.`;
    return {
        told: [done, foreign.unchanged, foreign.green, foreign.blue].filter((words) => words !== undefined).join(' '),
        ...(foreign.green === undefined ? {} : { idleIsForeign: foreign.green }),
    };
}
/** The new version is live. The old side goes when its warm time is over, not earlier, and not what somebody else put there. */
async function finishPromoted(world, left, old, live) {
    const give = async (oldSide) => {
        const scaling = (0,_scaling_js__WEBPACK_IMPORTED_MODULE_3__/* .afterPromotion */ .gk)(left.scalingBefore, { old, live, oldSide });
        await (0,_scaling_js__WEBPACK_IMPORTED_MODULE_3__/* .demandGivenBack */ .Ce)(world, [...scaling.live, ...scaling.old]);
    };
    const { blue, green } = await (0,_foreign_js__WEBPACK_IMPORTED_MODULE_2__/* .foreignTo */ .GV)(world, (0,_foreign_js__WEBPACK_IMPORTED_MODULE_2__/* .knownByEntry */ .$)(left, old, live));
    const foreign = [blue, green].filter((found) => found !== undefined);
    const isWarm = left.keepOldUntil === null || world.clock.now() < left.keepOldUntil;
    if (isWarm || foreign.length > 0) {
        await give(left.keepOldUntil === null ? 'kept forever' : 'kept');
        const why = foreign.length === 0 ? 'still has its tasks' : (0,_finish_js__WEBPACK_IMPORTED_MODULE_1__/* .keptForForeign */ .kR)(old, foreign);
        if (foreign.length > 0)
            world.report.warn(`${old} ${why}`);
        return {
            told: `The release was promoted: ${live} serves 100 %. ${old} ${why}.`,
            ...(blue === undefined ? {} : { idleIsForeign: `${old} ${why}.` }),
        };
    }
    const unchanged = await (0,_change_idle_js__WEBPACK_IMPORTED_MODULE_4__/* .changeIdle */ .l)(world, old, { desiredCount: 0 });
    await give(unchanged === undefined ? 'retired' : 'kept');
    if (unchanged !== undefined)
        return { told: `The release was promoted: ${live} serves 100 %. ${unchanged}.` };
    return { told: `The release was promoted: ${live} serves 100 %. ${old} is scaled to 0.` };
}
/** Traffic is not sent to a side that cannot answer; somebody has to look at that. */
async function demandHealthyBlue(world, blue, green) {
    const [ofBlue, ofGreen] = await Promise.all([blue, green].map(async ({ targetGroupArn }) => (0,_verdict_target_health_js__WEBPACK_IMPORTED_MODULE_5__/* .ableCount */ .ak)(await world.targets.targets(targetGroupArn))));
    if (ofBlue !== 0 || ofGreen === 0)
        return;
    throw new Error(`${blue.service} has no healthy target, so the traffic was not sent back to it; ${green.service} has ${ofGreen ?? 'some'}. ` +
        `To give everything to ${green.service}: ${commandTo(world, green, blue)}. To ${blue.service} all the same: ${commandTo(world, blue, green)}`);
}
function commandTo(world, to, from) {
    return world.router.commandFor({ [to.targetGroupArn]: 100, [from.targetGroupArn]: 0 });
}


/***/ }),

/***/ 5074:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K2: () => (/* binding */ ownersOf),
/* harmony export */   Mm: () => (/* binding */ sidesOf),
/* harmony export */   ZT: () => (/* binding */ foreignGroups)
/* harmony export */ });
// src/blue-green/sides.ts
/**
 * @param overrides service → target group ARN, where a service has more than one
 */
function sidesOf(route, services, overrides) {
    const owners = ownersOf(route, services, overrides);
    return 'refusals' in owners ? owners : live(route, ...owners.pair);
}
/** Which target group of the rule belongs to which of the two services, whoever is live. */
function ownersOf(route, services, overrides) {
    if (route.unusable !== undefined)
        return { refusals: [`the ${route.name} cannot be shifted: ${route.unusable}`] };
    const refusals = services.flatMap(unfit);
    const owned = services.map((seen) => groupOf(seen, route, overrides));
    refusals.push(...owned.flatMap((found) => ('refusal' in found ? [found.refusal] : [])));
    const [first, second] = owned.flatMap((found) => ('refusal' in found ? [] : [found]));
    if (refusals.length > 0 || first === undefined || second === undefined)
        return { refusals };
    if (first.targetGroupArn === second.targetGroupArn) {
        return {
            refusals: [
                `${first.service} and ${second.service} share target group ${first.targetGroupArn}: no weight could part them`,
            ],
        };
    }
    const foreign = foreignGroups(route, [first.targetGroupArn, second.targetGroupArn]);
    if (foreign.length > 0) {
        const names = services.map(({ name }) => name).join(' nor ');
        return {
            refusals: [`the ${route.name} also forwards to ${foreign.join(', ')}, which belongs neither to ${names}`],
        };
    }
    return { pair: [first, second] };
}
function unfit(service) {
    const refusals = [];
    if (service.status !== 'ACTIVE')
        refusals.push(`service ${service.name} is ${service.status}, not ACTIVE`);
    if (service.controller !== 'ECS') {
        refusals.push(`service ${service.name} has the deployment controller ${service.controller}; only ECS can be shifted`);
    }
    return refusals;
}
function groupOf(seen, route, overrides) {
    const { name: service, targetGroupArns } = seen;
    const override = overrides[service];
    if (override !== undefined) {
        return targetGroupArns.includes(override)
            ? { service, targetGroupArn: override, seen }
            : {
                refusal: `service ${service} is not registered with target group ${override} (it has ${targetGroupArns.join(', ') || 'none'})`,
            };
    }
    if (targetGroupArns.length === 0)
        return { refusal: `service ${service} has no target group: it takes no traffic to shift` };
    const inRoute = targetGroupArns.filter((arn) => route.groups.some((group) => group.targetGroupArn === arn));
    const candidates = inRoute.length > 0 ? inRoute : targetGroupArns;
    const [only, ...more] = candidates;
    if (only === undefined || more.length > 0) {
        return {
            refusal: `service ${service} has several target groups (${candidates.join(', ')}): name the one to shift in target-groups`,
        };
    }
    return { service, targetGroupArn: only, seen };
}
/** Groups of the rule other than these. */
function foreignGroups(route, ours) {
    return route.groups.map(({ targetGroupArn }) => targetGroupArn).filter((arn) => !ours.includes(arn));
}
function live(route, first, second) {
    const weight = (side) => route.groups.find((group) => group.targetGroupArn === side.targetGroupArn)?.weight ?? 0;
    const weights = `${first.service} ${weight(first)}, ${second.service} ${weight(second)}`;
    if (weight(first) > 0 && weight(second) > 0) {
        return {
            refusals: [
                `the ${route.name} sends traffic to both services (${weights}): a shift is under way, or one was left half done. When nobody is at work, rollback with to: ${first.service} or to: ${second.service} gives all of it to that one`,
            ],
        };
    }
    if (weight(first) === 0 && weight(second) === 0) {
        return {
            refusals: [`the ${route.name} sends traffic to neither service (${weights}): which one is live cannot be told`],
        };
    }
    const [blue, green] = weight(first) > 0 ? [first, second] : [second, first];
    const greenIsMissing = !route.groups.some((group) => group.targetGroupArn === green.targetGroupArn);
    const broken = blue.seen.runningCount === 0
        ? `service ${blue.service} is live by the weights (${weights}) but runs no task`
        : undefined;
    return { sides: { blue, green, greenIsMissing, broken } };
}


/***/ }),

/***/ 1004:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ startFailureLimit),
/* harmony export */   c: () => (/* binding */ startGreen)
/* harmony export */ });
/* harmony import */ var _ecs_stopped_tasks_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1959);
/* harmony import */ var _ecs_task_definition_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3204);
/* harmony import */ var _verdict_target_health_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3635);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6795);
// src/blue-green/start-green.ts




/** So many tasks of the new version may die while it starts; one more cause of the same kind helps nobody. */
const startFailureLimit = 3;
/** Starts the new version beside the live one and waits until it could take traffic. Moves no traffic. */
async function startGreen(inputs, world, { plan, taskDefinitionArn, lock }, onStopped) {
    const { clock, report, rollout, router, cancellation } = world;
    const { green } = plan;
    if (plan.attachGreen) {
        // A target group that no rule names is not health-checked, so it is put there before its targets come.
        // https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html
        await router.attach(green.targetGroupArn);
    }
    const startedAt = clock.now();
    await rollout.update(green.service, { taskDefinitionArn, desiredCount: plan.tasks });
    report.line(`${green.service}: starting ${(0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .hS)(plan.tasks, 'task')} of ${(0,_ecs_task_definition_js__WEBPACK_IMPORTED_MODULE_0__/* .shortName */ .EU)(taskDefinitionArn)}`);
    let told = '';
    for (;;) {
        const [service] = await rollout.describe([green.service]);
        const targets = await world.targets.targets(green.targetGroupArn);
        const stopped = (await rollout.stoppedTasks(green.service, startedAt)).filter((task) => task.taskDefinitionArn === taskDefinitionArn);
        onStopped(stopped);
        const now = clock.now();
        lock.beat();
        if (lock.lostTo !== undefined)
            return { ready: false, why: 'superseded', reason: `the lock is held by ${lock.lostTo} now` };
        if (cancellation.reason !== undefined)
            return { ready: false, why: 'cancelled', reason: cancellation.reason };
        const seen = stateOf(service, targets, stopped, taskDefinitionArn, plan);
        if (seen.kind !== 'waiting')
            return seen.started;
        if (now - startedAt >= inputs.startTimeout) {
            return { ready: false, why: 'bad', reason: `${green.service} did not become healthy in time: ${seen.words}` };
        }
        if (seen.words !== told)
            report.line(`${green.service}: ${seen.words}`);
        told = seen.words;
        await clock.sleep(Math.min(inputs.pollInterval, 5_000), cancellation.signal);
    }
}
function stateOf(service, targets, stopped, taskDefinitionArn, plan) {
    const primary = service?.deployments.find(({ status }) => status === 'PRIMARY');
    if (service === undefined || primary === undefined)
        return { kind: 'waiting', words: 'no deployment to be seen yet' };
    const failed = (why, reason) => ({
        kind: 'done',
        started: { ready: false, why, reason },
    });
    const name = service.name;
    const dead = stopped.filter(_ecs_stopped_tasks_js__WEBPACK_IMPORTED_MODULE_2__/* .speaksAgainstRelease */ .kA);
    if (dead.length >= startFailureLimit)
        return failed('bad', `${name}: ${(0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .hS)(dead.length, 'task')} stopped while it started: ${(0,_ecs_stopped_tasks_js__WEBPACK_IMPORTED_MODULE_2__/* .causes */ .ps)(dead).join('; ')}`);
    const ours = service.deployments.find((deployment) => deployment.taskDefinitionArn === taskDefinitionArn);
    if (ours?.rollout === 'FAILED')
        return failed('bad', `${name}: the deployment failed: ${ours.rolloutReason}${dead.length > 0 ? ` (${(0,_ecs_stopped_tasks_js__WEBPACK_IMPORTED_MODULE_2__/* .causes */ .ps)(dead).join('; ')})` : ''}`);
    if (primary.taskDefinitionArn !== taskDefinitionArn) {
        // A read right after the update may still show the deployment before it.
        if (ours === undefined && service.taskDefinitionArn !== taskDefinitionArn)
            return { kind: 'waiting', words: 'the new deployment is not to be seen yet' };
        return failed('superseded', `${name}: another deployment (${(0,_ecs_task_definition_js__WEBPACK_IMPORTED_MODULE_0__/* .shortName */ .EU)(primary.taskDefinitionArn)}) has replaced this one`);
    }
    const healthy = (0,_verdict_target_health_js__WEBPACK_IMPORTED_MODULE_3__/* .healthyCount */ .jB)(targets);
    const words = `${primary.runningCount} of ${(0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .hS)(plan.tasks, 'task')} running, ${(0,_verdict_target_health_js__WEBPACK_IMPORTED_MODULE_3__/* .targetsInWords */ .Zp)(targets, plan.minHealthyTargets)}${dead.length > 0 ? `; stopped: ${(0,_ecs_stopped_tasks_js__WEBPACK_IMPORTED_MODULE_2__/* .causes */ .ps)(dead).join('; ')}` : ''}`;
    if (isComplete(primary, service) && healthy >= plan.minHealthyTargets) {
        return { kind: 'done', started: { ready: true, healthyTargets: healthy } };
    }
    return { kind: 'waiting', words };
}
/** The deployment has reached its steady state. Older API answers have no rollout state: then the counts decide. */
function isComplete(primary, service) {
    if (primary.rollout === 'COMPLETED')
        return true;
    return (primary.rollout === 'UNKNOWN' && service.deployments.length === 1 && primary.runningCount >= primary.desiredCount);
}


/***/ }),

/***/ 2828:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ cancellationBySignal)
/* harmony export */ });
// src/github/cancellation.ts
/**
 * A cancel as the runner asks for it: SIGINT, SIGTERM 7.5 s later, the end 2.5 s after that.
 * https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-cancellation
 */
function cancellationBySignal() {
    const controller = new AbortController();
    const deeds = new Set();
    let reason;
    for (const signal of ['SIGINT', 'SIGTERM']) {
        process.on(signal, () => {
            if (reason !== undefined)
                return;
            reason = `the run was cancelled (${signal})`;
            for (const deed of deeds)
                deed();
            controller.abort();
        });
    }
    return {
        get reason() {
            return reason;
        },
        signal: controller.signal,
        onRequest(deed) {
            deeds.add(deed);
            return () => deeds.delete(deed);
        },
    };
}


/***/ }),

/***/ 34:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ readWorkspaceFile)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _ports_message_of_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9901);
/* harmony import */ var _spec_input_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5432);
/* harmony import */ var _run_context_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4836);
// src/github/workspace.ts





/** Reads a file that an input names, from the workspace. @throws InputError when it cannot be read, or is not UTF-8 */
async function readWorkspaceFile(input, path) {
    let bytes;
    try {
        bytes = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)((0,_run_context_js__WEBPACK_IMPORTED_MODULE_3__/* .runContext */ .p)().workspace, path));
    }
    catch (error) {
        const wrong = `cannot be read: ${(0,_ports_message_of_js__WEBPACK_IMPORTED_MODULE_4__/* .messageOf */ .b)(error)}`;
        throw new _spec_input_error_js__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .d([{ input, value: path, wrong }]);
    }
    try {
        return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    }
    catch {
        // Decoded as it comes, letters would be replaced without a word.
        throw new _spec_input_error_js__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .d([{ input, value: path, wrong: 'is not a text in UTF-8' }]);
    }
}


/***/ }),

/***/ 6647:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ HeldLease)
/* harmony export */ });
/* harmony import */ var _ports_message_of_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9901);
/* harmony import */ var _lease_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5813);
// src/lock/held-lease.ts


/**
 * A lock as its holder has it: what is written in it, that it is written often enough, and whether it is still ours. Nothing
 * outside may be changed any more once `lostTo` is set.
 */
class HeldLease {
    holding;
    /** Who holds the lock instead, once that was found. */
    lostTo;
    writtenAt;
    writing;
    /** Why the last write did not get through; undefined when it did. */
    unwritten;
    constructor(holding) {
        this.holding = holding;
        this.writtenAt = holding.clock.now();
    }
    /** Writes when it is time, so that nobody takes this run for dead. Nobody waits for it: a journal that hangs must not blind the run. */
    beat() {
        if (this.writing !== undefined || this.holding.clock.now() - this.writtenAt < _lease_js__WEBPACK_IMPORTED_MODULE_0__/* .heartbeatMs */ .fO)
            return;
        void this.write();
    }
    /**
     * Set when the journal could not be written for so long that the lease will soon be anybody's: what is under way is taken
     * back while it is surely still ours.
     */
    get atRisk() {
        const unwrittenMs = this.holding.clock.now() - this.writtenAt;
        if (unwrittenMs < _lease_js__WEBPACK_IMPORTED_MODULE_0__/* .leaseMs */ .zT - 2 * _lease_js__WEBPACK_IMPORTED_MODULE_0__/* .heartbeatMs */ .fO)
            return undefined;
        return `the journal could not be written for ${Math.round(unwrittenMs / 1000)} s: soon this run could not know that nobody else is at work`;
    }
    /** Gives the lock back, after what is being written. */
    async giveBack() {
        await this.writing;
        await this.holding.journal.release(this.holding.run.holder);
    }
    /** Writes one after the other: each reads what the one before has written. */
    write() {
        const mine = (this.writing ?? Promise.resolve())
            .then(() => this.put())
            .finally(() => {
            if (this.writing === mine)
                this.writing = undefined;
        });
        this.writing = mine;
        return mine;
    }
    async put() {
        if (this.lostTo !== undefined)
            return;
        const { clock, journal, report } = this.holding;
        const now = clock.now();
        try {
            this.lostTo = (await journal.update(this.entry(now)))?.lostTo;
            this.writtenAt = now;
            this.unwritten = undefined;
        }
        catch (error) {
            // A journal that cannot be written does not stop a run; it does, by its expiry, end this run's claim to it.
            if (now - this.writtenAt >= _lease_js__WEBPACK_IMPORTED_MODULE_0__/* .leaseMs */ .zT)
                this.lostTo = 'nobody for certain: the journal could not be written for longer than the lease';
            this.unwritten = (0,_ports_message_of_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .b)(error);
            report.line(`The journal could not be written: ${this.unwritten}`);
        }
    }
}


/***/ }),

/***/ 1928:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ lostTo)
/* harmony export */ });
// src/ports/lock-holder.ts
/**
 * Who holds the lock instead of the one who wrote `own`; undefined when nobody does. Whoever takes over does so after the
 * lease has ended, and writes a later one: an entry of somebody else that ends earlier than ours is older than ours, and
 * only a read that lags behind shows it.
 */
function lostTo(held, own) {
    if (held === undefined)
        return 'nobody (the lock was removed)';
    if (held.entry === undefined)
        return 'an unreadable entry';
    if (held.entry.holder === own?.holder || held.entry.expires < (own?.expires ?? 0))
        return undefined;
    return held.entry.runUrl;
}


/***/ }),

/***/ 521:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ prober)
/* harmony export */ });
// src/system/prober.ts
/** As much of an answer as is looked at for the expected text. */
const bodyLimit = 256 * 1024;
/**
 * Probes over HTTP. Redirects are answers, not followed: a probe asks one version one thing. Not with `fetch`: that asks
 * a server for the certificate of the address alone, and no certificate is for the DNS name of a load balancer. With a
 * `Host` header that name is asked for and verified.
 */
const prober = {
    async probe({ url, headers, timeoutMs }) {
        const send = await requestOf(url);
        const started = performance.now();
        const took = () => performance.now() - started;
        const signal = AbortSignal.timeout(timeoutMs);
        try {
            const { status, body } = await ask(send, url, headers, signal);
            return { status, body, ms: took(), failure: null };
        }
        catch (error) {
            return {
                status: null,
                body: '',
                ms: took(),
                failure: signal.aborted ? `no answer within ${timeoutMs} ms` : reason(error),
            };
        }
    },
};
/** Loaded for the first probe: TLS alone would double the time that an error in the inputs takes to be told. */
const requestOf = async (url) => (url.startsWith('https:') ? await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 4708, 19)) : await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 7067, 19))).request;
function ask(send, url, headers, signal) {
    return new Promise((resolve, reject) => {
        // Each probe has a connection of its own: one that is kept says nothing of whether the next user gets one.
        const options = { headers: { connection: 'close', ...headers }, signal };
        const host = Object.entries(headers).find(([name]) => name.toLowerCase() === 'host')?.[1];
        const servername = host === undefined ? {} : { servername: host.replace(/:\d+$/, '') };
        const request = send(url, { ...options, ...servername });
        request.once('error', reject);
        request.once('response', (response) => {
            let body = '';
            const done = () => resolve({ status: response.statusCode ?? 0, body });
            response.setEncoding('utf8');
            response.on('data', (text) => {
                body += text;
                if (body.length < bodyLimit)
                    return;
                done();
                response.destroy();
            });
            response.once('end', done);
            response.once('error', reject);
        });
        request.end();
    });
}
/** Of several addresses that were tried, each has an error of its own and the whole has no message. */
function reason(error) {
    const { message, errors: [first] = [] } = error;
    return first?.message || message || String(error);
}


/***/ }),

/***/ 4797:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ prometheus)
/* harmony export */ });
/* harmony import */ var _ports_access_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7919);
/* harmony import */ var _ports_refused_query_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5349);
// src/system/prometheus.ts


/** How long one query may take; Prometheus is told to give up by then as well. */
const timeoutSeconds = 10;
/** As much of somebody else's answer as is told. */
const toldLimit = 300;
/**
 * Asks Prometheus for values of now. By POST, because a query may be longer than an address.
 * https://prometheus.io/docs/prometheus/2.42/querying/api/#instant-queries
 */
function prometheus(options) {
    const { url, headers } = requestOf(options);
    return {
        async query(expression) {
            const { status, text, type } = await post(url, headers, new URLSearchParams({ query: expression, timeout: `${timeoutSeconds}s` }));
            if (status === 401 || status === 403)
                throw denied(options, url, status);
            const answer = type.includes('json') ? parsed(text) : undefined;
            if (answer?.status === 'error' && (answer.errorType === 'bad_data' || answer.errorType === 'execution')) {
                throw new _ports_refused_query_js__WEBPACK_IMPORTED_MODULE_1__/* .RefusedQuery */ .v(answer.error ?? 'refused without a reason');
            }
            if (status !== 200 || answer?.status !== 'success' || answer.data === undefined) {
                const said = answer?.error ?? text.replace(/\s+/g, ' ').trim();
                throw new Error(`${url.origin}${url.pathname} answered ${status}${said === '' ? '' : `: ${said.slice(0, toldLimit)}`}`);
            }
            return seriesOf(answer.data);
        },
    };
}
function requestOf({ url, token, username, password }) {
    const address = new URL(url);
    address.pathname = `${address.pathname.replace(/\/+$/, '')}/api/v1/query`;
    if (token !== undefined)
        return { url: address, headers: { authorization: `Bearer ${token}` } };
    if (username === undefined)
        return { url: address, headers: {} };
    const pair = Buffer.from(`${username}:${password ?? ''}`).toString('base64');
    return { url: address, headers: { authorization: `Basic ${pair}` } };
}
async function post(url, headers, body) {
    try {
        // A redirect is an answer: followed, it would turn the POST into a GET, mostly of the page of a login.
        const signal = AbortSignal.timeout(timeoutSeconds * 1000);
        const response = await fetch(url, { method: 'POST', headers, body, redirect: 'manual', signal });
        return { status: response.status, text: await response.text(), type: response.headers.get('content-type') ?? '' };
    }
    catch (error) {
        throw new Error(`${url.origin} could not be reached: ${reason(error)}`, { cause: error });
    }
}
function reason(error) {
    const { name, message, cause } = error;
    if (name === 'TimeoutError')
        return `no answer within ${timeoutSeconds} s`;
    // An address that has several numbers fails with several errors, and a message is in none but them.
    return cause?.message || cause?.code || message;
}
function denied({ token, username }, url, status) {
    const mend = token !== undefined
        ? 'check prometheus-token'
        : username !== undefined
            ? 'check prometheus-username and prometheus-password'
            : 'give prometheus-token, or prometheus-username and prometheus-password';
    return new _ports_access_error_js__WEBPACK_IMPORTED_MODULE_0__/* .AccessError */ .Z(`Prometheus at ${url.origin} answered ${status}: ${mend}`, { kind: 'denied' });
}
function parsed(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
/** https://prometheus.io/docs/prometheus/2.42/querying/api/#expression-query-result-formats */
function seriesOf({ resultType, result }) {
    if (resultType === 'scalar')
        return [{ labels: {}, value: numberOf(result[1]) }];
    if (resultType !== 'vector') {
        throw new _ports_refused_query_js__WEBPACK_IMPORTED_MODULE_1__/* .RefusedQuery */ .v(`it gives a ${resultType ?? 'nothing'}, and only one number for each series can be compared`);
    }
    return result.map(({ metric, value }) => {
        if (value === undefined)
            throw new _ports_refused_query_js__WEBPACK_IMPORTED_MODULE_1__/* .RefusedQuery */ .v('it gives histograms, and only numbers can be compared');
        return { labels: metric, value: numberOf(value[1]) };
    });
}
const numberOf = (text) => Number(text.replace(/^([+-]?)Inf$/, '$1Infinity'));


/***/ })

};
