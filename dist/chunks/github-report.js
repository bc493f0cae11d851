export const id = 5062;
export const ids = [5062];
export const modules = {

/***/ 7943:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ changeIdle)
/* harmony export */ });
/* harmony import */ var _ports_not_routed_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2669);

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
/* harmony import */ var _shift_weights_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6521);
/* harmony import */ var _spec_duration_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1999);
/* harmony import */ var _change_idle_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7943);
/* harmony import */ var _foreign_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3050);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6795);






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
        world.report.line(`Could not read ${what}: ${(0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .messageOf */ .bD)(error)}`);
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

/***/ 3849:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ lossOf),
/* harmony export */   m: () => (/* binding */ endedBy)
/* harmony export */ });
/* harmony import */ var _ports_access_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7919);
/* harmony import */ var _result_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7149);


/**
 * What serves is read once more, because a right that is missing need not be that of reading the rule; otherwise it is as
 * last seen.
 */
async function lossOf(error, seen, world, moved = movedWords(seen)) {
    const isStale = await world.router.read().then(() => false, () => true);
    const serving = seen.serving();
    const who = serving.weights === undefined ? [seen.words(isStale).replace(/\.$/, '')] : [];
    const words = [error.message.replace(/\.$/, ''), moved, ...who].join('. ');
    return { words, ...serving, isStale };
}
const movedWords = ({ hasWritten }) => hasWritten ? 'Weights were written, and what came of it could not be read' : 'No traffic was moved';
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
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6795);


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
        world.report.warn(`Autoscaling could not be given back: ${(0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .bD)(error)}. ${byHand(world, wanted)}`);
        return false;
    }
}
/** The same for whoever has to stop when it is not possible. @throws Error that says how to do it by hand */
async function demandGivenBack(world, wanted) {
    await putAll(world, wanted).catch((error) => {
        throw new Error(`Autoscaling could not be given back: ${(0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .bD)(error)}. ${byHand(world, wanted)}`, {
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

/***/ 1959:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ speaksAgainstRelease),
/* harmony export */   p: () => (/* binding */ causes)
/* harmony export */ });
/**
 * Stop codes that speak against the release. Not among them: the scheduler's own scale-in and replacement, a user's
 * stop, a Spot interruption.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Task.html#ECS-Type-Task-stopCode
 */
const fatalCodes = ['TaskFailedToStart', 'EssentialContainerExited'];
/** Whether the task stopped because of what it runs. A failed health check is the scheduler's stop with a reason of its own. */
function speaksAgainstRelease(task) {
    return fatalCodes.includes(task.stopCode) || /failed (elb|container|alb|nlb) health checks/i.test(task.stoppedReason);
}
/** One line for each cause, the most frequent first: `3 × Essential container in task exited (app: exit code 1)`. */
function causes(tasks) {
    const counts = new Map();
    for (const task of tasks)
        counts.set(causeOf(task), (counts.get(causeOf(task)) ?? 0) + 1);
    return [...counts].sort(([, a], [, b]) => b - a).map(([cause, count]) => `${count} × ${cause}`);
}
function causeOf(task) {
    const details = task.containers
        .filter((container) => (container.exitCode !== null && container.exitCode !== 0) || container.reason !== '')
        .map((container) => {
        const exit = container.exitCode === null ? '' : `exit code ${container.exitCode}${signal(container.exitCode)}`;
        return `${container.name}: ${[exit, container.reason].filter(Boolean).join(', ')}`;
    });
    return `${task.stoppedReason || task.stopCode || 'no reason given'}${details.length > 0 ? ` (${details.join('; ')})` : ''}`;
}
/** A container killed by signal N exits with 128 + N; 137 is a SIGKILL, most often for want of memory. */
function signal(exitCode) {
    if (exitCode === 137)
        return ' = SIGKILL, out of memory or stop timeout';
    if (exitCode === 139)
        return ' = SIGSEGV';
    if (exitCode === 143)
        return ' = SIGTERM';
    return '';
}


/***/ }),

/***/ 1232:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LZ: () => (/* binding */ saveState),
/* harmony export */   fP: () => (/* binding */ savedState),
/* harmony export */   n0: () => (/* binding */ setOutputs)
/* harmony export */ });
/* harmony import */ var _actions_core_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8045);
/* harmony import */ var _log_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2457);


/**
 * Sets outputs of the step. Elsewhere than on a runner those that are not empty are printed, as `name=value` lines.
 * The runner counts at most 1 MB of outputs per job, in UTF-16: keep values small.
 */
function setOutputs(outputs) {
    for (const [name, value] of Object.entries(outputs)) {
        if ((0,_log_js__WEBPACK_IMPORTED_MODULE_1__/* .isOnRunner */ .qf)()) {
            (0,_actions_core_js__WEBPACK_IMPORTED_MODULE_0__/* .issueFileCommand */ .n0)('OUTPUT', (0,_actions_core_js__WEBPACK_IMPORTED_MODULE_0__/* .prepareKeyValueMessage */ .vC)(name, value));
        }
        else if (value !== '') {
            (0,_log_js__WEBPACK_IMPORTED_MODULE_1__/* .info */ .pq)(`${name}=${value}`);
        }
    }
}
/**
 * Keeps a text for `post`. The runner reads the file even when the process was killed, so what must reach `post` is
 * saved before the deed that it tells of. The last value of a name counts. Elsewhere than on a runner it is kept in this
 * process, where `post` follows in the same one.
 */
function saveState(name, value) {
    if ((process.env.GITHUB_STATE ?? '') === '')
        inThisProcess.set(name, value);
    else
        (0,_actions_core_js__WEBPACK_IMPORTED_MODULE_0__/* .issueFileCommand */ .n0)('STATE', (0,_actions_core_js__WEBPACK_IMPORTED_MODULE_0__/* .prepareKeyValueMessage */ .vC)(name, value));
}
const inThisProcess = new Map();
/** What `main` saved under that name, or nothing. */
function savedState(name) {
    return (process.env[`STATE_${name}`] ?? inThisProcess.get(name)) || undefined;
}


/***/ }),

/***/ 7058:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  K: () => (/* binding */ jobIdentity)
});

// EXTERNAL MODULE: ./build-stage/ports/access-error.js
var access_error = __webpack_require__(7919);
;// CONCATENATED MODULE: ./build-stage/github/identity-token.js

const attempts = 4;
const timeoutMs = 5_000;
/**
 * A fresh token that says who this job is, for one audience. It lives for minutes only, so it is asked for each time it is
 * wanted; that is possible as long as the job runs, in `post` as well. Asked by the documented request rather than through
 * @actions/core, whose client is ten times the size of the rest.
 * https://docs.github.com/en/actions/reference/security/oidc#methods-for-requesting-the-oidc-token
 *
 * @throws AccessError when the job may not ask, or GitHub does not give one
 */
async function identityToken(audience, clock, environment = process.env) {
    const url = environment.ACTIONS_ID_TOKEN_REQUEST_URL;
    const bearer = environment.ACTIONS_ID_TOKEN_REQUEST_TOKEN;
    if (!url || !bearer)
        throw new access_error/* AccessError */.Z(notAllowed, { kind: 'absent' });
    let problem = '';
    for (let attempt = 0; attempt < attempts; attempt++) {
        if (attempt > 0)
            await clock.sleep(500 * 2 ** attempt * (0.5 + Math.random() / 2));
        const answer = await ask(`${url}&audience=${encodeURIComponent(audience)}`, bearer);
        if ('token' in answer)
            return answer.token;
        problem = answer.problem;
        if (!answer.passes)
            break;
    }
    throw new access_error/* AccessError */.Z(`GitHub gave no identity token: ${problem}`, { kind: 'absent' });
}
const notAllowed = 'This job may not ask GitHub for an identity token, which role-to-assume needs. Add to the job, or to the job that calls the workflow, `permissions: { id-token: write }` beside the permissions it has (those that are not named are taken away). GitHub never gives one to pull requests from forks.';
/** What went wrong never holds what was sent. */
async function ask(url, bearer) {
    try {
        const response = await fetch(url, {
            headers: { authorization: `bearer ${bearer}`, accept: 'application/json' },
            signal: AbortSignal.timeout(timeoutMs),
        });
        if (!response.ok) {
            await response.body?.cancel();
            return { problem: `it answered ${response.status}`, passes: response.status >= 500 || response.status === 429 };
        }
        const { value } = (await response.json());
        if (typeof value === 'string' && value !== '')
            return { token: value };
        return { problem: 'its answer holds none', passes: true };
    }
    catch (error) {
        return { problem: reason(error), passes: true };
    }
}
function reason(error) {
    if (!(error instanceof Error))
        return String(error);
    if (error.name === 'TimeoutError')
        return `no answer within ${timeoutMs / 1000} s`;
    return error.cause instanceof Error ? error.cause.message : error.message;
}

// EXTERNAL MODULE: ./build-stage/github/log.js
var log = __webpack_require__(2457);
// EXTERNAL MODULE: ./build-stage/github/report.js + 1 modules
var report = __webpack_require__(7068);
// EXTERNAL MODULE: ./build-stage/github/run-context.js
var run_context = __webpack_require__(4836);
;// CONCATENATED MODULE: ./build-stage/github/job-identity.js




/** What an action's own session is taken with: the identity of the job that it runs in. Nothing is called before it is used. */
const jobIdentity = (clock) => ({
    clock,
    report: report/* runnerReport */.b,
    token: (audience) => identityToken(audience, clock),
    conceal: log/* mask */.dK,
    run: (0,run_context/* runContext */.p)(),
});


/***/ }),

/***/ 7068:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  b: () => (/* binding */ runnerReport)
});

// EXTERNAL MODULE: ./build-stage/github/files.js
var files = __webpack_require__(1232);
// EXTERNAL MODULE: ./build-stage/github/log.js
var log = __webpack_require__(2457);
// EXTERNAL MODULE: ./build-stage/github/actions-core.js + 7 modules
var actions_core = __webpack_require__(8045);
;// CONCATENATED MODULE: ./build-stage/github/summary.js


/** The runner drops a summary of more than 1 MiB as a whole; this leaves room for the note and for masks. */
const MOST_BYTES = 900 * 1024;
/** The summary, cut at a line break when it is too long, with a note in its place. */
function cutSummary(markdown) {
    if (Buffer.byteLength(markdown) <= MOST_BYTES) {
        return markdown;
    }
    const bytes = Buffer.from(markdown).subarray(0, MOST_BYTES);
    const text = bytes.subarray(0, bytes.lastIndexOf('\n') + 1 || MOST_BYTES).toString('utf8');
    const open = (text.match(/^```/gm)?.length ?? 0) % 2 === 1 ? '```\n' : '';
    return `${text.replace(/\ufffd$/, '')}${open}\n> The summary was longer than GitHub shows (1 MiB) and ends here. The log of the step has everything.\n`;
}
/**
 * Replaces the job summary of the step. It may be called as often as there is news: each call leaves a whole document,
 * so that a runner that dies leaves the last one. Nothing is written when there is no summary file. A summary that cannot
 * be written (a full disk, a file that is gone) is told in the log and stops nothing: traffic may be moving.
 */
async function writeSummary(markdown) {
    if ((process.env.GITHUB_STEP_SUMMARY ?? '') === '') {
        return;
    }
    try {
        await actions_core/* summary */.z.emptyBuffer().addRaw(cutSummary(markdown)).write({ overwrite: true });
    }
    catch (error) {
        (0,log/* info */.pq)(`The job summary could not be written: ${error instanceof Error ? error.message : String(error)}`);
    }
}

;// CONCATENATED MODULE: ./build-stage/github/report.js



/** The report of a step on a runner: its log, annotations, output and summary files. */
const runnerReport = {
    line: log/* info */.pq,
    warn: (text) => (0,log/* annotate */.fz)('warning', text),
    outputs: files/* setOutputs */.n0,
    summary: writeSummary,
    keep: files/* saveState */.LZ,
};


/***/ }),

/***/ 4836:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ runContext)
/* harmony export */ });
function runContext(environment = process.env) {
    const from = (name) => environment[name] || undefined;
    const repository = from('GITHUB_REPOSITORY');
    const runId = from('GITHUB_RUN_ID');
    const attempt = Number(from('GITHUB_RUN_ATTEMPT') ?? 1);
    const server = from('GITHUB_SERVER_URL') ?? 'https://github.com';
    const page = attempt > 1 ? `/attempts/${attempt}` : '';
    return {
        runUrl: repository && runId ? `${server}/${repository}/actions/runs/${runId}${page}` : undefined,
        repository,
        sha: from('GITHUB_SHA'),
        ref: from('GITHUB_REF_NAME'),
        pullRequest: Number(/^refs\/pull\/(\d+)\//.exec(from('GITHUB_REF') ?? '')?.[1]) || undefined,
        actor: from('GITHUB_TRIGGERING_ACTOR') ?? from('GITHUB_ACTOR') ?? from('USER') ?? 'unknown',
        workflow: from('GITHUB_WORKFLOW'),
        job: from('GITHUB_JOB'),
        runId,
        attempt,
        apiUrl: from('GITHUB_API_URL') ?? 'https://api.github.com',
        workspace: from('GITHUB_WORKSPACE') ?? '.',
    };
}


/***/ }),

/***/ 1893:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ DeployFailed),
/* harmony export */   j: () => (/* binding */ Interrupted)
/* harmony export */ });
/** The new version is bad, or the deployment could not begin or end as it should: for the app's team. */
class DeployFailed extends Error {
    name = 'DeployFailed';
}
/** Cancelled, out of time, superseded: for whoever operates it. */
class Interrupted extends Error {
    name = 'Interrupted';
}


/***/ }),

/***/ 6521:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   NK: () => (/* binding */ weightsFor),
/* harmony export */   Z$: () => (/* binding */ weightsOf),
/* harmony export */   fW: () => (/* binding */ greenShare)
/* harmony export */ });
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


/***/ })

};
