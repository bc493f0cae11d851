export const id = 819;
export const ids = [819];
export const modules = {

/***/ 8275:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JO: () => (/* binding */ currentShare),
/* harmony export */   W$: () => (/* binding */ retireBlue),
/* harmony export */   Zy: () => (/* binding */ restoreBlue),
/* harmony export */   h4: () => (/* binding */ diagnose),
/* harmony export */   k6: () => (/* binding */ cleanUpGreen),
/* harmony export */   kO: () => (/* binding */ weightsNow)
/* harmony export */ });
/* harmony import */ var _ecs_task_definition_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3204);
/* harmony import */ var _shift_weights_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6521);
/* harmony import */ var _spec_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1999);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6795);




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
 * Puts green back to what it was before the run: its task definition and its number of tasks. What somebody else deployed
 * to it meanwhile, in place of `ours`, stays.
 */
async function cleanUpGreen(world, { green }, ours) {
    const [now] = ours === undefined ? [] : await world.rollout.describe([green.service]);
    if (now !== undefined && ![ours, green.taskDefinitionBefore].includes(now.taskDefinitionArn)) {
        world.report.line(`${green.service} runs ${(0,_ecs_task_definition_js__WEBPACK_IMPORTED_MODULE_2__/* .shortName */ .EU)(now.taskDefinitionArn)} now, which is not of this run: left as it is`);
        return;
    }
    await world.rollout.update(green.service, {
        taskDefinitionArn: green.taskDefinitionBefore,
        desiredCount: green.desiredBefore,
    });
    world.report.line(`${green.service} is back to ${green.desiredBefore} tasks, as before`);
}
/**
 * Keeps the old side warm for its time, then scales it to 0. Not before the load balancer has had `drain` to stop
 * sending it requests. A cancel leaves it running: it costs money, not requests.
 */
async function retireBlue(inputs, world, { blue, green }, lock) {
    const kept = (words) => ({ isRetired: false, words: `${blue.service} ${words}` });
    if (inputs.keepOld === 'forever')
        return kept('keeps its tasks');
    const warmMs = Math.max(inputs.keepOld, inputs.drain);
    world.report.line(`${blue.service} stays warm for ${(0,_spec_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(warmMs) || '0s'}`);
    await lock.sleep(warmMs);
    if (lock.lostTo !== undefined)
        return kept(`still has its tasks, because the lock is held by ${lock.lostTo} now`);
    if (world.cancellation.reason !== undefined)
        return kept(`still has its tasks (${world.cancellation.reason})`);
    // The last look before the only way back is closed.
    const route = await world.router.read();
    if ((0,_shift_weights_js__WEBPACK_IMPORTED_MODULE_3__/* .greenShare */ .fW)((0,_shift_weights_js__WEBPACK_IMPORTED_MODULE_3__/* .weightsOf */ .Z$)(route), blue.targetGroupArn, green.targetGroupArn) !== 100) {
        return kept('keeps its tasks, because it has traffic again');
    }
    await world.rollout.update(blue.service, { desiredCount: 0 });
    return { isRetired: true, words: `${blue.service} is scaled to 0` };
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
        world.report.line(`Could not read ${what}: ${(0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .bD)(error)}`);
    }
}
/** Green's share by the rule as it is now. */
async function currentShare(world, blueArn, greenArn) {
    return (0,_shift_weights_js__WEBPACK_IMPORTED_MODULE_3__/* .greenShare */ .fW)((0,_shift_weights_js__WEBPACK_IMPORTED_MODULE_3__/* .weightsOf */ .Z$)(await world.router.read()), blueArn, greenArn);
}
/** Writes until the rule is seen to send everything to blue; at most a minute. */
async function restoreBlue(world, blueArn, greenArn) {
    for (let attempt = 0; attempt < 12; attempt++) {
        await world.router.write((0,_shift_weights_js__WEBPACK_IMPORTED_MODULE_3__/* .weightsFor */ .NK)(0, blueArn, greenArn)).catch(() => { });
        for (let look = 0; look < 5; look++) {
            if ((await currentShare(world, blueArn, greenArn).catch(() => undefined)) === 0)
                return true;
            await world.clock.sleep(1_000);
        }
    }
    return false;
}


/***/ }),

/***/ 4531:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HJ: () => (/* binding */ takeLock),
/* harmony export */   fO: () => (/* binding */ heartbeatMs),
/* harmony export */   l4: () => (/* binding */ lockName),
/* harmony export */   zT: () => (/* binding */ leaseMs)
/* harmony export */ });
/* unused harmony exports takeOverIfDead, describeHolder */
/** A holder that has not written for so long is taken for dead. It writes at least every `heartbeatMs`. */
const leaseMs = 5 * 60_000;
const heartbeatMs = 60_000;
/** How often to look whether a lock has been released. */
const retryMs = 10_000;
/** A place in the queue that was not renewed for so long is free. */
const placeMs = 4 * retryMs;
/**
 * `/sluice/CLUSTER/ONE_OTHER`, the same whichever order the services are given in.
 * https://docs.aws.amazon.com/systems-manager/latest/userguide/sysman-paramstore-su-create.html#sysman-parameter-name-constraints
 */
function lockName(inputs) {
    if (inputs.lockName !== undefined)
        return inputs.lockName;
    const cluster = inputs.cluster.slice(inputs.cluster.lastIndexOf('/') + 1);
    return `/sluice/${cluster}/${[...inputs.services].sort().join('_')}`;
}
/** Takes the lock, waits for it in order, or says who holds it. A dead holder's lock is taken over, with what it left. */
async function takeLock(inputs, world, entry, deadline) {
    const first = await tryLock(world, entry);
    if (first.taken)
        return first;
    if (inputs.whenLocked === 'fail')
        return { taken: false, reason: `another run holds the lock: ${first.holder}` };
    world.report.line(`Waiting for the lock: ${first.holder}`);
    const since = world.clock.now();
    const place = () => ({
        holder: world.run.holder,
        runUrl: world.run.url,
        since,
        expires: world.clock.now() + placeMs,
    });
    try {
        for (;;) {
            await world.queue.join(place());
            if (await isFirst(world, place())) {
                const answer = await tryLock(world, entry);
                if (answer.taken)
                    return answer;
            }
            const { reason } = world.cancellation;
            if (reason !== undefined)
                return { taken: false, reason };
            if (world.clock.now() >= deadline) {
                return { taken: false, reason: `the lock was not released in time: ${first.holder}` };
            }
            await world.clock.sleep(retryMs, world.cancellation.signal);
        }
    }
    finally {
        // A place that stays behind is free a little later by itself.
        await world.queue.leave(place()).catch(() => { });
    }
}
async function tryLock(world, entry) {
    const answer = await world.journal.acquire(entry(world.clock.now()));
    if (answer.taken)
        return { taken: true, leftBy: undefined };
    if (await takeOverIfDead(world, answer.held))
        return { taken: true, leftBy: answer.held.entry };
    return { taken: false, holder: describeHolder(answer.held, world.clock.now()) };
}
/** Whether nobody who is still there has waited longer. */
async function isFirst(world, own) {
    const now = world.clock.now();
    const others = (await world.queue.places()).filter(({ holder, expires }) => holder !== own.holder && expires > now);
    return others.every(({ since, holder }) => since > own.since || (since === own.since && holder > own.holder));
}
/**
 * Takes over the lock of a holder that is dead. What it left stays in the journal, under the new holder's name, until it is
 * settled: whoever takes over may die as well.
 */
async function takeOverIfDead(world, held) {
    const now = world.clock.now();
    // An entry that cannot be read may be somebody's who is at work: only a readable, expired one is taken over.
    if (held.entry === undefined || held.entry.expires > now)
        return false;
    const { holder, url } = world.run;
    return world.journal.takeOver(held, { ...held.entry, holder, runUrl: url, expires: now + leaseMs });
}
function describeHolder({ entry }, now) {
    if (entry === undefined)
        return 'an entry that cannot be read';
    const minutes = Math.max(0, Math.round((now - entry.startedAt) / 60_000));
    return `${entry.runUrl}, at work for ${minutes} min (stage: ${entry.stage})`;
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

/***/ 6795:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M0: () => (/* binding */ bar),
/* harmony export */   bD: () => (/* binding */ messageOf),
/* harmony export */   mV: () => (/* binding */ clockWords)
/* harmony export */ });
/* harmony import */ var _spec_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1999);

/** `+03:20` since the start. */
function clockWords(ms) {
    const total = Math.max(0, Math.round(ms / 1000));
    const two = (n) => String(n).padStart(2, '0');
    return total >= 3600 ? `+${(0,_spec_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(total * 1000)}` : `+${two(Math.floor(total / 60))}:${two(total % 60)}`;
}
/** Ten cells of the split between blue and green, and green's share. */
function bar(greenPercent) {
    const cells = greenPercent > 0 ? Math.max(1, Math.round(greenPercent / 10)) : 0;
    return `${'░'.repeat(10 - cells)}${'█'.repeat(cells)} ${String(Math.round(greenPercent * 10) / 10).padStart(3)} %`;
}
const messageOf = (error) => (error instanceof Error ? error.message : String(error));


/***/ }),

/***/ 3204:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EU: () => (/* binding */ shortName),
/* harmony export */   Ux: () => (/* binding */ runsTheSame),
/* harmony export */   ZV: () => (/* binding */ registrable),
/* harmony export */   nS: () => (/* binding */ withImages)
/* harmony export */ });
/**
 * Members that DescribeTaskDefinition answers and RegisterTaskDefinition does not take.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_TaskDefinition.html against
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html
 */
const addedByEcs = [
    'taskDefinitionArn',
    'revision',
    'status',
    'requiresAttributes',
    'compatibilities',
    'registeredAt',
    'registeredBy',
    'deregisteredAt',
    'deleteRequestedAt',
];
/** What was described, as it would be registered. */
function registrable(described) {
    return Object.fromEntries(Object.entries(described).filter(([key]) => !addedByEcs.includes(key)));
}
/**
 * The definition with other images.
 * @returns the containers that `images` names and the definition does not have, instead of a definition
 */
function withImages(definition, images) {
    const containers = definition.containerDefinitions ?? [];
    const has = containers.map((container) => container.name ?? '');
    const missing = Object.keys(images).filter((name) => !has.includes(name));
    if (missing.length > 0)
        return { missing, has };
    return {
        definition: {
            ...definition,
            containerDefinitions: containers.map((container) => {
                const image = images[container.name ?? ''];
                return image === undefined ? container : { ...container, image };
            }),
        },
    };
}
/** Whether two definitions would run the same: what ECS adds, empty members and the order of keys do not count. */
function runsTheSame(a, b) {
    return canonical(registrable(a)) === canonical(registrable(b));
}
function canonical(value) {
    return JSON.stringify(value, (_key, part) => {
        if (part === null || typeof part !== 'object' || Array.isArray(part))
            return part;
        const entries = Object.entries(part).filter(([, member]) => !isEmpty(member));
        return Object.fromEntries(entries.sort(([x], [y]) => (x < y ? -1 : 1)));
    });
}
/** DescribeTaskDefinition answers lists that were never sent as empty ones. */
function isEmpty(value) {
    return value === undefined || value === null || (Array.isArray(value) && value.length === 0);
}
/** `family:12` of `arn:aws:ecs:…:task-definition/family:12` */
function shortName(taskDefinitionArn) {
    return taskDefinitionArn.slice(taskDefinitionArn.lastIndexOf('/') + 1);
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
 * Sets outputs of the step. Elsewhere than on a runner they are printed, as `name=value` lines.
 * The runner counts at most 1 MB of outputs per job, in UTF-16: keep values small.
 */
function setOutputs(outputs) {
    for (const [name, value] of Object.entries(outputs)) {
        if ((0,_log_js__WEBPACK_IMPORTED_MODULE_1__/* .isOnRunner */ .qf)()) {
            (0,_actions_core_js__WEBPACK_IMPORTED_MODULE_0__/* .issueFileCommand */ .n0)('OUTPUT', (0,_actions_core_js__WEBPACK_IMPORTED_MODULE_0__/* .prepareKeyValueMessage */ .vC)(name, value));
        }
        else {
            (0,_log_js__WEBPACK_IMPORTED_MODULE_1__/* .info */ .pq)(`${name}=${value}`);
        }
    }
}
/**
 * Keeps a text for `post`. The runner reads the file even when the process was killed, so what must reach `post` is
 * saved before the deed that it tells of. The last value of a name counts. Nothing is kept elsewhere than on a runner.
 */
function saveState(name, value) {
    if ((process.env.GITHUB_STATE ?? '') !== '') {
        (0,_actions_core_js__WEBPACK_IMPORTED_MODULE_0__/* .issueFileCommand */ .n0)('STATE', (0,_actions_core_js__WEBPACK_IMPORTED_MODULE_0__/* .prepareKeyValueMessage */ .vC)(name, value));
    }
}
/** What `main` saved under that name, or nothing. */
function savedState(name) {
    const value = process.env[`STATE_${name}`];
    return value === '' ? undefined : value;
}


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

/***/ 7919:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ AccessError)
/* harmony export */ });
/**
 * The credentials do not suffice: missing, expired, or not allowed. Not the fault of the release; nothing can be said
 * of it.
 */
class AccessError extends Error {
    detail;
    name = 'AccessError';
    constructor(message, detail, options) {
        super(message, options);
        this.detail = detail;
    }
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


/***/ }),

/***/ 8671:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ systemClock)
/* harmony export */ });
/**
 * The machine's clock. For rehearsals against a local cloud that lives faster, `SLUICE_CLOCK` (`FROMxSPEED`: since the
 * epoch millisecond FROM, SPEED times as fast) makes this process live at the same pace; it is taken only together with
 * an endpoint on loopback, so that it can never hurry a real deployment.
 */
function systemClock(env) {
    const { from, speed } = pace(env);
    return {
        now: () => from + (Date.now() - from) * speed,
        sleep: (ms, signal) => new Promise((resolve) => {
            if (signal?.aborted === true)
                return resolve();
            const done = () => {
                clearTimeout(timer);
                signal?.removeEventListener('abort', done);
                resolve();
            };
            const timer = setTimeout(done, Math.min(ms / speed, 2 ** 31 - 1));
            signal?.addEventListener('abort', done, { once: true });
        }),
    };
}
function pace(env) {
    const given = /^(?<from>\d+)x(?<speed>\d+(?:\.\d+)?)$/.exec(env.SLUICE_CLOCK ?? '')?.groups;
    const isLocal = /^https?:\/\/(127\.\d+\.\d+\.\d+|localhost|\[::1\])(:\d+)?(\/|$)/.test(env.AWS_ENDPOINT_URL ?? '');
    if (given === undefined || !isLocal)
        return { from: 0, speed: 1 };
    return { from: Number(given.from), speed: Number(given.speed) };
}


/***/ }),

/***/ 3635:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   TY: () => (/* binding */ targetHealthSource),
/* harmony export */   Ui: () => (/* binding */ judgeTargets),
/* harmony export */   Zp: () => (/* binding */ targetsInWords),
/* harmony export */   ak: () => (/* binding */ ableCount),
/* harmony export */   jB: () => (/* binding */ healthyCount)
/* harmony export */ });
const targetHealthSource = 'target health';
/**
 * What the load balancer's health checks say of green. None healthy is unhealthy, because a group with no healthy
 * target still gets its share of requests (fail open); fewer than needed is a doubt with a limit of its own, because a
 * task that is being replaced looks the same.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health.html
 */
function judgeTargets(targets, needed, at) {
    const source = targetHealthSource;
    const healthy = healthyCount(targets);
    const said = targetsInWords(targets, needed);
    if (healthy >= Math.max(1, needed))
        return { source, judgement: 'healthy', reason: said, at };
    return { source, judgement: healthy === 0 ? 'unhealthy' : 'unknown', reason: said, at };
}
/**
 * How many can take traffic; undefined when that is not to be seen: the targets of a group that no rule names are not
 * checked, and a sticky rule does not name the side without traffic.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html
 */
function ableCount(targets) {
    const isChecked = targets.length === 0 || targets.some(({ state }) => state !== 'unused');
    return isChecked ? healthyCount(targets) : undefined;
}
function healthyCount(targets) {
    return targets.filter(({ state }) => state === 'healthy').length;
}
/** `1 of 2 healthy (Target.ResponseCodeMismatch: Health checks failed with these codes: [503] × 1)` */
function targetsInWords(targets, needed) {
    const counts = new Map();
    for (const target of targets) {
        // Targets on their way out are of the release before, or of tasks whose end is told elsewhere.
        if (target.state === 'healthy' || target.state === 'draining')
            continue;
        const why = target.reason || target.state;
        counts.set(why, (counts.get(why) ?? 0) + 1);
    }
    const others = [...counts].map(([why, count]) => `${count} × ${why}`).join('; ');
    const total = Math.max(needed, targets.filter(({ state }) => state !== 'draining').length);
    return `${healthyCount(targets)} of ${total} targets healthy${others === '' ? '' : ` (${others})`}`;
}


/***/ })

};
