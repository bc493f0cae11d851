export const id = 3300;
export const ids = [3300,5250];
export const modules = {

/***/ 7943:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ changeIdle)
/* harmony export */ });
/* harmony import */ var _ports_not_routed_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2669);
// src/blue-green/change-idle.ts

/**
 * Changes the side that has no traffic. A sticky rule does not name it, lest a cookie leads there; when no other rule names
 * it either, ECS may refuse to change its service. Then its tasks stay: they cost money, not requests, and nothing that
 * comes after may fail for it.
 *
 * @returns why it was not changed
 */
async function changeIdle({ rollout }, service, change) {
    try {
        await rollout.update(service, change);
        return undefined;
    }
    catch (error) {
        if (!(error instanceof _ports_not_routed_js__WEBPACK_IMPORTED_MODULE_0__/* .NotRouted */ .r))
            throw error;
        return (`${service} keeps its tasks, without traffic: no rule names its target group, and ECS changes no such service. ` +
            'A sticky rule names only the side that serves; give the group a rule of its own, such as one for tests');
    }
}


/***/ }),

/***/ 8275:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JO: () => (/* binding */ currentShare),
/* harmony export */   W$: () => (/* binding */ retireBlue),
/* harmony export */   Zy: () => (/* binding */ restoreBlue),
/* harmony export */   h4: () => (/* binding */ diagnose),
/* harmony export */   k6: () => (/* binding */ cleanUpGreen),
/* harmony export */   kO: () => (/* binding */ weightsNow),
/* harmony export */   kR: () => (/* binding */ keptForForeign)
/* harmony export */ });
/* harmony import */ var _ports_access_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7919);
/* harmony import */ var _ports_message_of_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9901);
/* harmony import */ var _shift_weights_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6521);
/* harmony import */ var _spec_duration_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1999);
/* harmony import */ var _change_idle_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7943);
/* harmony import */ var _foreign_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3050);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6795);
// src/blue-green/finish.ts







/** Who serves: from the route when it is at hand, otherwise read once more. Nothing when it cannot be read. */
async function weightsNow(world, sided, route) {
    if (sided === undefined)
        return {};
    const seen = route ?? (await world.router.read().catch(() => undefined));
    if (seen === undefined)
        return {};
    const weightOf = (arn) => seen.groups.find((group) => group.targetGroupArn === arn)?.weight ?? 0;
    const { blue, green } = sided;
    const weights = { [blue.service]: weightOf(blue.targetGroupArn), [green.service]: weightOf(green.targetGroupArn) };
    const [active] = Object.entries(weights).sort(([, a], [, b]) => b - a);
    return { weights, activeService: active?.[0] };
}
/**
 * Puts green back to what it was before the run: its task definition and its number of tasks. What somebody else has deployed
 * to either side meanwhile stays as it is.
 *
 * @returns what to tell of that, a few sentences for each side
 */
async function cleanUpGreen(world, known, desiredBefore) {
    const { blue, green } = await (0,_foreign_js__WEBPACK_IMPORTED_MODULE_2__/* .foreignTo */ .GV)(world, known);
    let unchanged;
    const { service, taskDefinitionBefore } = known.green;
    if (green === undefined) {
        const change = { taskDefinitionArn: taskDefinitionBefore, desiredCount: desiredBefore };
        unchanged = await (0,_change_idle_js__WEBPACK_IMPORTED_MODULE_4__/* .changeIdle */ .l)(world, service, change);
        if (unchanged === undefined)
            world.report.line(`${service} is back to ${(0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .counted */ .hS)(desiredBefore, 'task')}, as before`);
    }
    const told = {
        ...(blue === undefined
            ? {}
            : {
                blue: `${blue.words}. Somebody else has deployed to it; who did that has to decide whether it stays.`,
            }),
        ...(green === undefined
            ? {}
            : {
                green: `${green.words}. Somebody else has deployed to it, so it was left as it is, with its ${(0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .counted */ .hS)(green.tasks, 'task')} ` +
                    'and no traffic; who did that has to decide what becomes of it.',
            }),
        ...(unchanged === undefined ? {} : { unchanged: `${unchanged}.` }),
    };
    for (const words of Object.values(told))
        world.report.warn(words);
    return told;
}
/**
 * Keeps the old side warm for its time, then scales it to 0. Not before the load balancer has had `drain` to stop
 * sending it requests. A cancel leaves it running: it costs money, not requests.
 */
async function retireBlue(inputs, world, plan, taskDefinitionArn, lock) {
    const { blue, green } = plan;
    const kept = (words) => ({ isRetired: false, words: `${blue.service} ${words}` });
    if (inputs.keepOld === 'forever')
        return kept('keeps its tasks');
    const warmMs = Math.max(inputs.keepOld, inputs.drain);
    world.report.line(`${blue.service} stays warm for ${(0,_spec_duration_js__WEBPACK_IMPORTED_MODULE_1__/* .formatDuration */ .a3)(warmMs) || '0s'}`);
    await lock.sleep(warmMs);
    if (lock.lostTo !== undefined)
        return kept(`still has its tasks, because the lock is held by ${lock.lostTo} now`);
    if (world.cancellation.reason !== undefined)
        return kept(`still has its tasks (${world.cancellation.reason})`);
    // The last look before the only way back is closed.
    const route = await world.router.read();
    if ((0,_shift_weights_js__WEBPACK_IMPORTED_MODULE_5__/* .greenShare */ .fW)((0,_shift_weights_js__WEBPACK_IMPORTED_MODULE_5__/* .weightsOf */ .Z$)(route), blue.targetGroupArn, green.targetGroupArn) !== 100) {
        return kept('keeps its tasks, because it has traffic again');
    }
    const foreign = Object.values(await (0,_foreign_js__WEBPACK_IMPORTED_MODULE_2__/* .foreignTo */ .GV)(world, (0,_foreign_js__WEBPACK_IMPORTED_MODULE_2__/* .knownByRun */ .ip)(plan, taskDefinitionArn)));
    if (foreign.length > 0)
        return kept(keptForForeign(blue.service, foreign));
    const unchanged = await (0,_change_idle_js__WEBPACK_IMPORTED_MODULE_4__/* .changeIdle */ .l)(world, blue.service, { desiredCount: 0 });
    if (unchanged !== undefined) {
        world.report.warn(unchanged);
        return { isRetired: false, words: unchanged };
    }
    return { isRetired: true, words: `${blue.service} is scaled to 0` };
}
/** Why the old side has kept its tasks. */
function keptForForeign(old, foreign) {
    const found = foreign.map(({ words }) => words).join(', and ');
    return `still has its tasks: ${found}. Somebody else has deployed to it, and has to decide whether ${old} may go`;
}
/** Why green's tasks stopped with their last log lines, and the traffic minute by minute. Whatever cannot be read is left out and said. */
async function diagnose(inputs, world, story) {
    const { plan } = story;
    if (plan === undefined)
        return;
    await softly(world, 'the traffic metrics', async () => {
        const metrics = world.metrics(await world.router.read());
        const until = world.clock.now();
        const [blue, green] = await Promise.all([plan.blue, plan.green].map(({ targetGroupArn }) => metrics.minutes(targetGroupArn, story.startedAt, until)));
        story.minutes = { blue: blue ?? [], green: green ?? [] };
    });
    await softly(world, 'the logs of the stopped tasks', async () => {
        const logs = [];
        for (const task of story.stopped.tasks.slice(0, 2)) {
            for (const { name } of task.containers) {
                const lines = await world.logs.lastLines(task, name, inputs.logLines);
                if (lines.length > 0)
                    logs.push({ container: name, task: task.arn.slice(task.arn.lastIndexOf('/') + 1), lines });
            }
        }
        story.stopped = { ...story.stopped, logs };
    });
}
async function softly(world, what, deed) {
    try {
        await deed();
    }
    catch (error) {
        world.report.line(`Could not read ${what}: ${(0,_ports_message_of_js__WEBPACK_IMPORTED_MODULE_6__/* .messageOf */ .b)(error)}`);
    }
}
/** Green's share by the rule as it is now. */
async function currentShare(world, blueArn, greenArn) {
    return (0,_shift_weights_js__WEBPACK_IMPORTED_MODULE_5__/* .greenShare */ .fW)((0,_shift_weights_js__WEBPACK_IMPORTED_MODULE_5__/* .weightsOf */ .Z$)(await world.router.read()), blueArn, greenArn);
}
/**
 * Writes until the rule is seen to send everything to blue; at most a minute.
 *
 * @throws AccessError at once: what is refused now is refused in a minute as well
 */
async function restoreBlue(world, blueArn, greenArn) {
    for (let attempt = 0; attempt < 12; attempt++) {
        await world.router.write((0,_shift_weights_js__WEBPACK_IMPORTED_MODULE_5__/* .weightsFor */ .NK)(0, blueArn, greenArn)).catch(unlessRefused);
        for (let look = 0; look < 5; look++) {
            if ((await currentShare(world, blueArn, greenArn).catch(unlessRefused)) === 0)
                return true;
            await world.clock.sleep(1_000);
        }
    }
    return false;
}
function unlessRefused(error) {
    if (error instanceof _ports_access_error_js__WEBPACK_IMPORTED_MODULE_0__/* .AccessError */ .Z)
        throw error;
}


/***/ }),

/***/ 3050:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ knownByEntry),
/* harmony export */   GV: () => (/* binding */ foreignTo),
/* harmony export */   ip: () => (/* binding */ knownByRun)
/* harmony export */ });
/* harmony import */ var _ecs_task_definition_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3204);
// src/blue-green/foreign.ts

function knownByRun({ blue, green }, taskDefinition) {
    return {
        blue: { service: blue.service, taskDefinition: blue.taskDefinitionArn },
        green: { service: green.service, taskDefinition, taskDefinitionBefore: green.taskDefinitionBefore },
    };
}
/** An entry that an older version wrote knows of neither service what it may run: then nothing is taken for somebody else's. */
function knownByEntry(entry, blue, green) {
    return {
        blue: { service: blue, taskDefinition: entry.blueTaskDefinition },
        green: {
            service: green,
            taskDefinition: entry.greenTaskDefinition,
            taskDefinitionBefore: entry.greenTaskDefinitionBefore,
        },
    };
}
/**
 * Looks whether somebody else has deployed to either side. What green ran before the run is not foreign on it: a read may be
 * late, and ECS may have rolled the service back.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-circuit-breaker.html
 */
async function foreignTo({ rollout }, { blue, green }) {
    if (!blue.taskDefinition || !green.taskDefinition)
        return {};
    const [onBlue, onGreen] = await rollout.describe([blue.service, green.service]);
    const [ours, before, live] = [green.taskDefinition, green.taskDefinitionBefore, blue.taskDefinition].map(_ecs_task_definition_js__WEBPACK_IMPORTED_MODULE_0__/* .shortName */ .EU);
    return {
        ...foreign('blue', onBlue, [blue.taskDefinition], `, not ${live}, which it ran when the run began`),
        ...foreign('green', onGreen, [green.taskDefinition, green.taskDefinitionBefore], ours === before
            ? `, not ${before}, which it ran before`
            : `: neither ${ours}, which the run deployed, nor ${before}, which it ran before`),
    };
}
function foreign(name, seen, known, instead) {
    if (seen === undefined || known.includes(seen.taskDefinitionArn))
        return {};
    const found = {
        tasks: seen.desiredCount,
        words: `${seen.name} runs ${(0,_ecs_task_definition_js__WEBPACK_IMPORTED_MODULE_0__/* .shortName */ .EU)(seen.taskDefinitionArn)}${instead}`,
    };
    return { [name]: found };
}


/***/ }),

/***/ 6230:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ lossOf),
/* harmony export */   m: () => (/* binding */ endedBy)
/* harmony export */ });
/* harmony import */ var _ports_access_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7919);
/* harmony import */ var _result_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7149);
// src/blue-green/lost-access.ts


/**
 * What serves is read once more, because a right that is missing need not be that of reading the rule; otherwise it is as
 * last seen.
 */
async function lossOf(error, seen, world, moved) {
    const isStale = await world.router.read().then(() => false, () => true);
    const serving = seen.serving();
    const who = serving.weights === undefined ? [seen.words(isStale).replace(/\.$/, '')] : [];
    const words = [error.message.replace(/\.$/, ''), moved ?? movedWords(seen, isStale), ...who].join('. ');
    return { words, ...serving, isStale };
}
function movedWords({ hasWritten }, isStale) {
    if (!hasWritten)
        return 'No traffic was moved';
    return isStale ? 'Weights were written, and what came of it could not be read' : 'Weights were written';
}
/** The result that a loss of access ends in: no verdict on the release, told in one error with all that is known. */
function endedBy(error, result) {
    return { ...result, error: new _ports_access_error_js__WEBPACK_IMPORTED_MODULE_0__/* .AccessError */ .Z((0,_result_js__WEBPACK_IMPORTED_MODULE_1__/* .sentence */ .em)(result), error.detail, { cause: error }) };
}


/***/ }),

/***/ 7149:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Yz: () => (/* binding */ outputsOf),
/* harmony export */   em: () => (/* binding */ sentence),
/* harmony export */   g5: () => (/* binding */ failureOf),
/* harmony export */   zj: () => (/* binding */ servingInWords)
/* harmony export */ });
/* harmony import */ var _ports_ended_badly_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1893);
/* harmony import */ var _plan_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9554);
// src/blue-green/result.ts


const seconds = (ms) => (ms === undefined ? '' : String(Math.round(ms / 100) / 10));
/** Every output, on every way out. */
function outputsOf(result, plan) {
    return {
        outcome: result.outcome,
        reason: result.reason,
        'active-service': result.activeService ?? '',
        weights: result.weights === undefined ? '' : JSON.stringify(result.weights),
        'task-definition-arn': result.taskDefinitionArn ?? '',
        'rolled-back-at-weight': result.rolledBackAtWeight === undefined ? '' : String(result.rolledBackAtWeight),
        'seconds-to-detect': seconds(result.detectMs),
        'seconds-to-restore': seconds(result.restoreMs),
        plan: plan === undefined ? '' : (0,_plan_js__WEBPACK_IMPORTED_MODULE_0__/* .planJson */ .iY)(plan),
    };
}
/** What the step fails with; undefined when it succeeds. */
function failureOf(result) {
    if (result.outcome === 'promoted' || result.outcome === 'unchanged')
        return undefined;
    if (result.error !== undefined)
        return result.error;
    const text = sentence(result);
    return result.outcome === 'interrupted' ? new _ports_ended_badly_js__WEBPACK_IMPORTED_MODULE_1__/* .Interrupted */ .j(text) : new _ports_ended_badly_js__WEBPACK_IMPORTED_MODULE_1__/* .DeployFailed */ .N(text);
}
/** The result in a sentence or three: what happened, why, who serves, what to do. */
function sentence(result) {
    const serving = servingInWords(result);
    const todo = result.command === undefined ? '' : ` Run: ${result.command}`;
    // What AWS says ends with a period of its own.
    return `${heads[result.outcome]}: ${result.reason.replace(/\.$/, '')}.${serving === '' ? '' : ` ${serving}`}${todo}`;
}
const heads = {
    promoted: 'Promoted',
    'rolled-back': 'Rolled back',
    stuck: 'Stuck, a person is needed',
    refused: 'Refused, nothing was changed',
    interrupted: 'Interrupted',
    unchanged: 'Unchanged',
};
/** `shop-blue serves 100 %.` */
function servingInWords({ weights, isStale = false }) {
    if (weights === undefined)
        return '';
    const total = Object.values(weights).reduce((sum, weight) => sum + weight, 0);
    if (total === 0)
        return 'Neither service has a weight.';
    const shares = Object.entries(weights)
        .filter(([, weight]) => weight > 0)
        .map(([service, weight]) => `${service} serves ${Math.round((1000 * weight) / total) / 10} %`);
    return isStale ? `When last seen: ${shares.join(', ')}; it cannot be read now.` : `${shares.join(', ')}.`;
}


/***/ }),

/***/ 7699:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ce: () => (/* binding */ demandGivenBack),
/* harmony export */   F5: () => (/* binding */ giveBack),
/* harmony export */   Ov: () => (/* binding */ readScaling),
/* harmony export */   PP: () => (/* binding */ leaveScaling),
/* harmony export */   br: () => (/* binding */ holdScaling),
/* harmony export */   gk: () => (/* binding */ afterPromotion)
/* harmony export */ });
/* unused harmony export held */
/* harmony import */ var _ports_access_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7919);
/* harmony import */ var _ports_message_of_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9901);
// src/blue-green/scaling.ts


/** Besides the SDK's own retries; Application Auto Scaling refuses a change while another is under way. */
const attempts = 3;
const pauseMs = 1_000;
/**
 * Reads how both services are scaled, before anything of it is touched. Without the right to read it autoscaling cannot be
 * held; that is told, and the shift goes on.
 */
async function readScaling(world, blue, green, warn) {
    try {
        const before = await world.autoscaling.read([blue.service, green.service]);
        const [ofBlue, ofGreen] = [blue, green].map(({ service }) => before.find((target) => target.service === service));
        if (ofBlue !== undefined && ofGreen === undefined) {
            warn(`${green.service} has no scalable target: once it is live, nothing scales it as ${inWords(ofBlue)} is scaled`);
        }
        return before;
    }
    catch (error) {
        warn(unheld(error));
        return [];
    }
}
/**
 * Suspends all scaling of both services, so that no scaling activity changes desired counts, and with them the evidence,
 * while the traffic moves. To be journaled before (`HeldLock.scalingBefore`). Idempotent.
 */
async function holdScaling(world, lock, warn) {
    const before = lock.scalingBefore;
    if (before.length === 0)
        return;
    const services = await world.rollout.describe(before.map(({ service }) => service));
    const desired = new Map(services.map(({ name, desiredCount }) => [name, desiredCount]));
    try {
        await putAll(world, before.map((target) => held(target, desired.get(target.service) ?? target.min)));
        world.report.line(`Autoscaling is held until the end: ${before.map(inWords).join(', ')}`);
    }
    catch (error) {
        warn(unheld(error));
        // What can be held only on one side is held on neither.
        await putAll(world, before).catch(() => { });
        lock.scalingBefore = [];
    }
}
/**
 * A target that does nothing. Registering moves the desired count into the range at once, so the range is widened to what
 * is there: an idle side with 0 tasks and a minimum of 2 would be started by being suspended.
 * https://docs.aws.amazon.com/autoscaling/application/APIReference/API_RegisterScalableTarget.html
 */
function held(before, desired) {
    return {
        service: before.service,
        min: Math.min(before.min, desired),
        max: Math.max(before.max, desired),
        suspended: { in: true, out: true, scheduled: true },
    };
}
/**
 * How both are scaled once the new version is live: scaling follows the traffic. The live side gets what the old one had,
 * and never less room than it had itself. A retired side gets minimum 0, otherwise Application Auto Scaling would start
 * it again; its minimum comes back with the next release, when it becomes the live side.
 */
function afterPromotion(before, { old, live, oldSide }) {
    const ofOld = before.find(({ service }) => service === old);
    const ofLive = before.find(({ service }) => service === live);
    const raised = ofLive === undefined || ofOld === undefined
        ? ofLive
        : {
            service: live,
            min: oldSide === 'kept forever' ? Math.max(ofOld.min, ofLive.min) : ofOld.min,
            max: Math.max(ofOld.max, ofLive.max),
            suspended: ofOld.suspended,
        };
    const left = ofOld !== undefined && oldSide === 'retired' ? { ...ofOld, min: 0 } : ofOld;
    return { live: raised === undefined ? [] : [raised], old: left === undefined ? [] : [left] };
}
/** Gives autoscaling back. Answers false, and says how to do it by hand, when that was not possible. */
async function giveBack(world, wanted) {
    try {
        await putAll(world, wanted);
        return true;
    }
    catch (error) {
        world.report.warn(`Autoscaling could not be given back: ${(0,_ports_message_of_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .b)(error)}. ${byHand(world, wanted)}`);
        return false;
    }
}
/** The same for whoever has to stop when it is not possible. @throws Error that says how to do it by hand */
async function demandGivenBack(world, wanted) {
    await putAll(world, wanted).catch((error) => {
        throw new Error(`Autoscaling could not be given back: ${(0,_ports_message_of_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .b)(error)}. ${byHand(world, wanted)}`, {
            cause: error,
        });
    });
}
/** The lock was lost: whoever holds it is at work on the same services, and has the journal. */
function leaveScaling(world, lock) {
    if (lock.scalingBefore.length === 0)
        return;
    world.report.warn(`Autoscaling was left held, because the lock was lost. ${byHand(world, lock.scalingBefore)}`);
}
async function putAll(world, wanted) {
    if (wanted.length === 0)
        return;
    for (let attempt = 1;; attempt++) {
        try {
            await putOnce(world, wanted);
            return;
        }
        catch (error) {
            if (attempt === attempts || error instanceof _ports_access_error_js__WEBPACK_IMPORTED_MODULE_0__/* .AccessError */ .Z)
                throw error;
            await world.clock.sleep(pauseMs);
        }
    }
}
/** Puts what differs. What is no scalable target any more was taken away by its owner: it is not made anew. */
async function putOnce(world, wanted) {
    const now = await world.autoscaling.read(wanted.map(({ service }) => service));
    const differing = wanted.filter((target) => {
        const seen = now.find(({ service }) => service === target.service);
        return seen !== undefined && !isSame(seen, target);
    });
    if (differing.length === 0)
        return;
    const services = await world.rollout.describe(differing.map(({ service }) => service));
    for (const target of differing) {
        await world.autoscaling.put(target);
        const desired = services.find(({ name }) => name === target.service)?.desiredCount ?? 0;
        // Tasks that serve are not taken away by a range that somebody had gone beyond by hand.
        if (desired > target.max)
            await world.rollout.update(target.service, { desiredCount: desired });
    }
}
function isSame(one, other) {
    const { in: scaleIn, out, scheduled } = one.suspended;
    return (one.min === other.min &&
        one.max === other.max &&
        scaleIn === other.suspended.in &&
        out === other.suspended.out &&
        scheduled === other.suspended.scheduled);
}
const inWords = ({ service, min, max }) => `${service} (${min} to ${max})`;
const byHand = (world, wanted) => `By hand: ${wanted.map((target) => world.autoscaling.commandFor(target)).join(' && ')}`;
/** What to tell when the right is missing. @throws the error when it is another one */
function unheld(error) {
    if (!(error instanceof _ports_access_error_js__WEBPACK_IMPORTED_MODULE_0__/* .AccessError */ .Z) || error.detail.kind !== 'denied')
        throw error;
    return `Autoscaling cannot be held, so that it may change either service's number of tasks during the shift. ${error.message}`;
}


/***/ }),

/***/ 6839:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ Seen)
/* harmony export */ });
/* harmony import */ var _ports_access_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7919);
/* harmony import */ var _result_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7149);
// src/blue-green/seen.ts


/**
 * What was read last of who serves, for the time when it cannot be read any more, and whether any weights were written.
 * It learns from the calls that are made anyway.
 */
class Seen {
    /** Weights were written by this run, or may have been: the reply was lost. */
    hasWritten = false;
    route;
    /** Target group ARN → service, as far as it is known. */
    owners = new Map();
    services = [];
    /** @param targetGroups service → target group ARN, where it is given */
    constructor(targetGroups = {}) {
        for (const [service, targetGroupArn] of Object.entries(targetGroups))
            this.knows({ service, targetGroupArn });
    }
    knows(side) {
        if (side === null)
            return;
        this.owners.set(side.targetGroupArn, side.service);
        this.services = [...new Set([...this.services, side.service])];
    }
    /** The same world, looked over the shoulder. */
    watching(world) {
        return {
            ...world,
            router: {
                read: async () => {
                    this.route = await world.router.read();
                    return this.route;
                },
                write: (weights) => this.writing(() => world.router.write(weights)),
                attach: (arn) => world.router.attach(arn),
                commandFor: (weights) => world.router.commandFor(weights),
            },
            rollout: {
                describe: async (names) => {
                    const found = await world.rollout.describe(names);
                    for (const { name, targetGroupArns } of found) {
                        this.services = [...new Set([...this.services, name])];
                        for (const targetGroupArn of targetGroupArns)
                            this.knows({ service: name, targetGroupArn });
                    }
                    return found;
                },
                taskDefinition: (arn) => world.rollout.taskDefinition(arn),
                register: (definition) => world.rollout.register(definition),
                update: (service, change) => world.rollout.update(service, change),
                stoppedTasks: (service, since) => world.rollout.stoppedTasks(service, since),
            },
        };
    }
    /** Who serves, as last read; nothing when the rule was not read, or not all of what has traffic belongs to a known service. */
    serving() {
        const weights = this.byName();
        if (weights === undefined || Object.keys(weights).some((name) => !this.services.includes(name)))
            return {};
        const [active] = Object.entries(weights).sort(([, a], [, b]) => b - a);
        return { weights, ...(active !== undefined && active[1] > 0 ? { activeService: active[0] } : {}) };
    }
    /** The same in a sentence that stands by itself. */
    words(isStale) {
        const weights = this.byName();
        if (weights === undefined)
            return 'Who serves the traffic was not yet read.';
        return (0,_result_js__WEBPACK_IMPORTED_MODULE_1__/* .servingInWords */ .zj)({ outcome: 'interrupted', reason: '', weights, isStale });
    }
    async writing(deed) {
        try {
            await deed();
        }
        catch (error) {
            // What was refused took no effect.
            if (!(error instanceof _ports_access_error_js__WEBPACK_IMPORTED_MODULE_0__/* .AccessError */ .Z))
                this.hasWritten = true;
            throw error;
        }
        this.hasWritten = true;
    }
    byName() {
        if (this.route === undefined || this.route.unusable !== undefined)
            return undefined;
        const weights = Object.fromEntries(this.services.map((service) => [service, 0]));
        for (const { targetGroupArn, weight } of this.route.groups) {
            const name = this.owners.get(targetGroupArn) ?? `target group ${targetGroupArn.split('/')[1] ?? targetGroupArn}`;
            if (weight > 0 || name in weights)
                weights[name] = (weights[name] ?? 0) + weight;
        }
        return weights;
    }
}


/***/ }),

/***/ 8746:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ko: () => (/* binding */ readInputs),
/* harmony export */   Qn: () => (/* binding */ variableOf),
/* harmony export */   me: () => (/* binding */ rawInputs)
/* harmony export */ });
/* harmony import */ var _spec_parse_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4868);
/* harmony import */ var _log_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2457);
// src/github/inputs.ts


const PREFIX = 'INPUT_';
/**
 * The runner hands input `listener-rule-arn` over as `INPUT_LISTENER-RULE-ARN`: upper case, spaces as `_`, hyphens kept.
 * https://docs.github.com/en/actions/reference/workflows-and-actions/metadata-syntax#inputs
 */
const variableOf = (input) => `${PREFIX}${input.replace(/ /g, '_').toUpperCase()}`;
/**
 * Reads and parses the inputs of an action.
 *
 * @throws InputError naming every input that is wrong
 */
function readInputs(spec, environment = process.env) {
    return (0,_spec_parse_js__WEBPACK_IMPORTED_MODULE_0__/* .parseInputs */ .T)(spec, rawInputs(spec, environment));
}
/** The texts of an action's inputs. Secrets are masked before anything else is done with them. */
function rawInputs(spec, environment = process.env) {
    const raw = {};
    for (const [variable, text] of Object.entries(environment)) {
        if (variable.startsWith(PREFIX) && variable.length > PREFIX.length) {
            raw[variable.slice(PREFIX.length).toLowerCase()] = text;
        }
    }
    for (const [name, input] of Object.entries(spec.inputs)) {
        if (input.secret && raw[name]) {
            (0,_log_js__WEBPACK_IMPORTED_MODULE_1__/* .mask */ .dK)(raw[name]);
        }
        if ((raw[name] ?? '').trim() === '') {
            raw[name] = (input.environment ?? []).map((variable) => environment[variable]).find((text) => text?.trim());
        }
    }
    return raw;
}


/***/ }),

/***/ 6521:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   NK: () => (/* binding */ weightsFor),
/* harmony export */   Z$: () => (/* binding */ weightsOf),
/* harmony export */   fW: () => (/* binding */ greenShare)
/* harmony export */ });
// src/shift/weights.ts
/**
 * Green's share in percent → weights as a listener takes them: integers from 0 to 999.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_TargetGroupTuple.html
 */
function weightsFor(greenPercent, blueArn, greenArn) {
    const whole = Number.isInteger(greenPercent);
    const total = whole ? 100 : 1000;
    const green = Math.round((greenPercent * total) / 100);
    return { [blueArn]: total - green, [greenArn]: green };
}
/** Green's share in percent; undefined when neither side has a weight. */
function greenShare(weights, blueArn, greenArn) {
    const green = weights[greenArn] ?? 0;
    const total = green + (weights[blueArn] ?? 0);
    return total === 0 ? undefined : (100 * green) / total;
}
/** The weights of a rule as it was read. */
function weightsOf(route) {
    return Object.fromEntries(route.groups.map(({ targetGroupArn, weight }) => [targetGroupArn, weight]));
}


/***/ }),

/***/ 1169:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ defineAction),
/* harmony export */   x: () => (/* binding */ camelCase)
/* harmony export */ });
// src/spec/action-spec.ts
function camelCase(name) {
    return name.replace(/-([a-z0-9])/g, (_, letter) => letter.toUpperCase());
}
/** Declares an action. Returns the spec itself; its only work is to give the types their exact names. */
function defineAction(spec) {
    return spec;
}


/***/ }),

/***/ 5541:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ nearest)
/* harmony export */ });
/* unused harmony export editDistance */
// src/spec/nearest.ts
/**
 * How many letters must be put in, left out, exchanged, or swapped with their neighbour to get from one text to the
 * other (Levenshtein's distance with Damerau's swap, the commonest slip of all).
 */
function editDistance(from, to) {
    let beforePrevious = [];
    let previous = Array.from({ length: to.length + 1 }, (_, column) => column);
    for (let row = 1; row <= from.length; row += 1) {
        const current = [row];
        for (let column = 1; column <= to.length; column += 1) {
            const exchange = (previous[column - 1] ?? 0) + (from[row - 1] === to[column - 1] ? 0 : 1);
            const isSwap = from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
            const swap = row > 1 && column > 1 && isSwap ? (beforePrevious[column - 2] ?? 0) + 1 : exchange;
            current.push(Math.min(exchange, swap, (previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1));
        }
        beforePrevious = previous;
        previous = current;
    }
    return previous[to.length] ?? 0;
}
/**
 * The candidate that was probably meant, or nothing when none is near. Letter case and the choice between `_`, `-` and
 * a space do not count; otherwise one slip per three letters is forgiven.
 */
function nearest(given, candidates) {
    const plain = (text) => text.toLowerCase().replace(/[_\s]/g, '-');
    const wanted = plain(given);
    let best;
    for (const candidate of candidates) {
        const distance = editDistance(wanted, plain(candidate));
        const forgiven = Math.max(1, Math.floor(Math.min(wanted.length, candidate.length) / 3));
        if (distance <= forgiven && (best === undefined || distance < best.distance)) {
            best = { candidate, distance };
        }
    }
    return best?.candidate;
}


/***/ }),

/***/ 4868:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ parseInputs)
/* harmony export */ });
/* harmony import */ var _action_spec_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1169);
/* harmony import */ var _input_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5432);
/* harmony import */ var _nearest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5541);
// src/spec/parse.ts



/**
 * Turns texts into typed inputs. Pure.
 *
 * @throws InputError with every problem there is, never only the first.
 */
function parseInputs(spec, raw) {
    const problems = problemsWithNames(spec, raw);
    const values = {};
    const present = new Set();
    for (const [name, input] of Object.entries(spec.inputs)) {
        const text = textOf(input, raw[name]) || (input.preset ?? '');
        if (text !== '') {
            present.add(name);
        }
        const result = readInput(name, input, text);
        if ('problem' in result) {
            problems.push(result.problem);
        }
        else {
            values[(0,_action_spec_js__WEBPACK_IMPORTED_MODULE_1__/* .camelCase */ .x)(name)] = result.value;
        }
    }
    const faulty = new Set(problems.map((problem) => problem.input));
    for (const rule of spec.rules ?? []) {
        if (rule.inputs.some((name) => faulty.has(name))) {
            continue;
        }
        const problem = rule.problem({ has: (name) => present.has(name), values: values });
        if (problem !== undefined) {
            problems.push(withValue(problem, spec.inputs[problem.input], raw[problem.input]));
        }
    }
    if (problems.length > 0) {
        throw new _input_error_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .d(problems);
    }
    return values;
}
function textOf(input, given = '') {
    const trimmed = given.trim();
    return input.verbatim && trimmed !== '' ? given : trimmed;
}
function readInput(name, input, text) {
    if (text === '') {
        return input.required
            ? { problem: { input: name, wrong: 'is required and was not given', accepts: input.kind.accepts } }
            : { value: input.kind.absent };
    }
    const reading = input.kind.read(text);
    if (reading.ok) {
        return { value: reading.value };
    }
    if (input.secret) {
        // What is wrong with a text often quotes it, so a secret is told only that it is wrong.
        return { problem: { input: name, wrong: 'is not accepted', accepts: input.kind.accepts } };
    }
    const { suggestion } = reading;
    const shown = input.verbatim ? {} : { value: withoutPassword(text) };
    const problem = { input: name, ...shown, wrong: reading.wrong, accepts: input.kind.accepts };
    return { problem: suggestion === undefined ? problem : { ...problem, suggestion } };
}
function withValue(problem, input, text = '') {
    return text.trim() === '' || input === undefined || input.secret || input.verbatim
        ? problem
        : { ...problem, value: withoutPassword(text.trim()) };
}
/** What stands before the host of a URL is told to nobody, not even by the error that refuses it. */
const withoutPassword = (text) => text.replace(/(:\/\/)\S*@/g, '$1***@');
/** Inputs that no longer exist under that name, and inputs that never did. Their values may be secrets: not shown. */
function problemsWithNames(spec, raw) {
    const known = Object.keys(spec.inputs);
    const problems = [];
    for (const [name, text = ''] of Object.entries(raw)) {
        if (text.trim() === '' || known.includes(name)) {
            continue;
        }
        const renamed = Object.hasOwn(spec.renamed ?? {}, name) ? spec.renamed?.[name] : undefined;
        if (renamed !== undefined) {
            problems.push({ input: name, wrong: `is now called ${renamed}: rename it in the workflow` });
            continue;
        }
        const suggestion = (0,_nearest_js__WEBPACK_IMPORTED_MODULE_2__/* .nearest */ .p)(name, known);
        const problem = {
            input: name,
            wrong: `is not an input of ${spec.name} (an environment variable of the workflow that begins with INPUT_ counts as one)`,
        };
        problems.push(suggestion === undefined ? problem : { ...problem, suggestion });
    }
    return problems;
}


/***/ })

};
