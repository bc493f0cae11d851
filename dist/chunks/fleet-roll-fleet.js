export const id = 80;
export const ids = [80];
export const modules = {

/***/ 4957:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  labelled: () => (/* binding */ labelled),
  rollFleet: () => (/* binding */ rollFleet)
});

// EXTERNAL MODULE: ./build-stage/ecs/follow-state.js
var follow_state = __webpack_require__(8888);
// EXTERNAL MODULE: ./build-stage/ecs/task-definition.js
var task_definition = __webpack_require__(3204);
// EXTERNAL MODULE: ./build-stage/ports/message-of.js
var message_of = __webpack_require__(9901);
// EXTERNAL MODULE: ./build-stage/rolling/return.js
var rolling_return = __webpack_require__(1107);
// EXTERNAL MODULE: ./build-stage/rolling/roll.js + 1 modules
var roll = __webpack_require__(3437);
// EXTERNAL MODULE: ./build-stage/rolling/words.js
var words = __webpack_require__(9148);
;// CONCATENATED MODULE: ./build-stage/fleet/in-step.js
// src/fleet/in-step.ts
/**
 * The same clock for many who wait side by side: who wants to sleep for about a step or longer wakes at the nearest step
 * that all of them share, so that what they then ask for fits into the same calls. Short sleeps stay as they are.
 */
function inStep(clock, stepMs) {
    const from = clock.now();
    return {
        now: () => clock.now(),
        sleep(ms, signal) {
            if (ms < stepMs * 0.8)
                return clock.sleep(ms, signal);
            const now = clock.now();
            const steps = Math.max(Math.round((now + ms - from) / stepMs), Math.ceil((now - from + stepMs / 2) / stepMs));
            return clock.sleep(from + steps * stepMs - now, signal);
        },
    };
}

;// CONCATENATED MODULE: ./build-stage/fleet/run-fleet.js
// src/fleet/run-fleet.ts
/** Does the deed for each item, level by level. Never rejects; answers in the order of the plan. */
async function runFleet(plan, deeds, policy, world) {
    const ends = new Map();
    const bad = () => [...ends.values()].find(isBad);
    // A cancel makes what is under way end badly, which is no verdict on it.
    let isFailed = false;
    const keep = (end) => {
        ends.set(end.item.name, end);
        isFailed ||= isBad(end) && world.cancellation.reason === undefined;
    };
    const reasonNotToStart = (item) => {
        if (world.cancellation.reason !== undefined)
            return world.cancellation.reason;
        const first = bad();
        if (first !== undefined && policy.onFailure !== 'continue')
            return `${first.item.name} turned out bad`;
        const needed = item.needs.flatMap((name) => ends.get(name) ?? []);
        const missing = needed.find(isBad) ?? needed.find(({ end }) => end === 'not-started');
        return missing === undefined ? undefined : `it needs ${missing.item.name}, which was not deployed`;
    };
    for (const level of plan) {
        await eachOf(level, policy.maxParallel, async (item) => {
            const reason = reasonNotToStart(item);
            if (reason !== undefined) {
                keep({ item, tookMs: 0, end: 'not-started', reason });
                return;
            }
            const from = world.clock.now();
            const took = () => ({ item, tookMs: world.clock.now() - from });
            try {
                const { isGood, isChanged, result } = await deeds.roll(item);
                if (isGood)
                    keep({ ...took(), end: isChanged ? 'changed' : 'unchanged', result });
                else
                    keep({ ...took(), end: 'bad', result, isChanged });
            }
            catch (error) {
                keep({ ...took(), end: 'broken', error });
            }
        });
    }
    const isUndone = (policy.onFailure === 'rollback-all' && isFailed) ||
        (policy.undoOnCancel && world.cancellation.reason !== undefined);
    if (isUndone)
        await undoAll(plan, deeds, policy, world, ends);
    return plan.flat().flatMap(({ name }) => ends.get(name) ?? []);
}
/** What others need goes back last. */
async function undoAll(plan, deeds, policy, world, ends) {
    for (const level of plan.toReversed()) {
        await eachOf(level.toReversed(), policy.maxParallel, async (item) => {
            const end = ends.get(item.name);
            if (end === undefined || !(end.end === 'changed' || (end.end === 'bad' && end.isChanged)))
                return;
            const { result } = end;
            const from = world.clock.now();
            const took = () => ({ item, tookMs: end.tookMs + world.clock.now() - from });
            try {
                const { isGood, result: undone } = await deeds.undo(item, result);
                if (end.end === 'bad')
                    ends.set(item.name, { ...end, ...took(), undone, isChanged: !isGood });
                else
                    ends.set(item.name, { ...took(), end: isGood ? 'undone' : 'not-undone', result, undone });
            }
            catch (error) {
                ends.set(item.name, { ...took(), end: 'broken', error, result });
            }
        });
    }
}
function isBad({ end }) {
    return end === 'bad' || end === 'broken';
}
/** Does something for each, in order, so many at a time. */
async function eachOf(items, atOnce, deed) {
    const left = items.values();
    const lane = async () => {
        for (const item of left)
            await deed(item);
    };
    await Promise.all(Array.from({ length: Math.max(1, Math.min(atOnce, items.length)) }, lane));
}

// EXTERNAL MODULE: ./build-stage/fleet/touched-service.js
var touched_service = __webpack_require__(436);
;// CONCATENATED MODULE: ./build-stage/fleet/roll-fleet.js
// src/fleet/roll-fleet.ts









/** So many services at least make it worth to look at them in step. */
const many = 4;
/** Rolls all services out, level by level. Never rejects; every service has an end. */
async function rollFleet(plan, policy, world) {
    const all = plan.flat();
    const pollMs = Math.min(...all.map(({ request }) => request.settings.pollMs));
    const shared = all.length < many ? undefined : inStep(world.clock, pollMs);
    const worldOf = ({ name, world: its }) => ({
        ...its,
        ...(shared === undefined ? {} : { clock: shared, deployments: toldInStep(its, shared, pollMs) }),
        report: labelled(its.report, name),
    });
    let done = 0;
    const deeds = {
        async roll(item) {
            const its = worldOf(item);
            const { release } = world;
            const result = await (0,roll/* roll */.C)(item.request, release === undefined ? its : journaled(item, its, release));
            done += 1;
            world.report.line(`${done} of ${all.length}: ${(0,words/* sentence */.em)(result)}`);
            return endOf(result);
        },
        async undo(item, before) {
            const isOver = before.outcome === 'interrupted' || before.outcome === 'superseded';
            // What is on its way back, or somebody else's by now, is not told anything more.
            if (isOver)
                return endOf(before);
            const isCancelled = world.cancellation.reason !== undefined;
            const its = worldOf(item);
            const foreign = await deployedSince(before, its).catch(() => undefined);
            const result = foreign ?? (isCancelled ? await tellBack(before, item.request, its) : await (0,roll/* undo */.t)(before, item.request, its));
            world.report.line((0,words/* sentence */.em)(result));
            const isBack = result.outcome === 'rolled-back';
            return { isGood: isBack, isChanged: !isBack, result };
        },
    };
    const ends = await runFleet(plan, deeds, policy, world);
    if (world.cancellation.reason !== undefined && ends.some(isLeftToPost))
        world.release?.leave();
    else
        await world.release?.end();
    return ends;
}
/** A cancel leaves seconds, in which not every service could be told. */
const isLeftToPost = ({ end }) => end === 'not-undone' || end === 'broken';
/** Who has told a service to change looks at it for the first time when all others look at theirs. */
function toldInStep({ deployments, cancellation }, shared, pollMs) {
    return {
        ...deployments,
        async start(service, change) {
            const answer = await deployments.start(service, change);
            await shared.sleep(pollMs, cancellation.signal);
            return answer;
        },
    };
}
/** The same world, in which the journal of the release knows of the service before it is told. */
function journaled({ request }, its, release) {
    const { deployments, rollout } = its;
    let before;
    let isTold = false;
    return {
        ...its,
        rollout: {
            ...rollout,
            async describe(names) {
                const seen = await rollout.describe(names);
                if (!isTold)
                    before = seen[0]?.taskDefinitionArn;
                return seen;
            },
        },
        deployments: {
            ...deployments,
            async start(service, change) {
                isTold = true;
                before ??= (await rollout.describe([service]))[0]?.taskDefinitionArn ?? '';
                const after = change.taskDefinitionArn ?? before;
                await release.touching((0,touched_service/* touchedService */.o3)({ cluster: request.cluster, service }, { before, after }));
                return deployments.start(service, change);
            },
        },
    };
}
/** What somebody else has deployed meanwhile is not taken back with what was ours. */
async function deployedSince(done, { rollout }) {
    const { service, before, taskDefinitionArn } = done;
    const [seen] = await rollout.describe([service]);
    const now = seen?.taskDefinitionArn;
    if (now === undefined || now === taskDefinitionArn || now === before?.taskDefinitionArn)
        return undefined;
    const reason = `somebody else has deployed ${(0,task_definition/* shortName */.EU)(now)}, which was left alone`;
    return { ...done, outcome: 'superseded', reason, serving: '', command: undefined };
}
function endOf(result) {
    const { outcome, isTouched } = result;
    return { isGood: (0,words/* isGood */.Kg)(outcome), isChanged: isTouched && !untouched.includes(outcome), result };
}
/** Of these it is known that the service is what it was. */
const untouched = ['unchanged', 'rolled-back', 'refused'];
/** A cancel leaves seconds: ECS is told to go back, and nobody watches it. */
async function tellBack(done, { settings }, { deployments }) {
    const { service, before } = done;
    const end = (outcome, reason) => ({ ...done, outcome, reason, serving: '' });
    try {
        if (before === undefined)
            return end('failed', 'what it ran before is not known');
        const target = before.taskDefinitionArn;
        await deployments.start(service, { taskDefinitionArn: target, ...(0,follow_state/* returnChange */.z0)((0,rolling_return/* setBack */.o)(settings, before)) });
        return end('rolled-back', `ECS was told to go back to ${(0,task_definition/* shortName */.EU)(target)}; the cancel left no time to watch it`);
    }
    catch (error) {
        const why = (0,message_of/* messageOf */.b)(error);
        return end('failed', `ECS could not be told to go back: ${why}`);
    }
}
/** Many services write into one log. The outputs and the summary are the fleet's. */
function labelled(report, name) {
    return {
        line: (text) => report.line(text === '' ? '' : `[${name}] ${text}`),
        warn: (text) => report.warn(`${name}: ${text}`),
        outputs: () => { },
        summary: async () => { },
        keep: (key, value) => report.keep(key, value),
    };
}


/***/ })

};
