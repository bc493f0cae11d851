export const id = 605;
export const ids = [605];
export const modules = {

/***/ 8617:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ placementProblem),
/* harmony export */   g: () => (/* binding */ reasonToGiveUp)
/* harmony export */ });
/* harmony import */ var _stopped_tasks_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1959);

/**
 * Why the rollout will not get better by itself: tasks that failed for the same reason `failAfter` times, three times as
 * many whatever the reasons, or tasks that could not even be placed so often.
 *
 * @param failedTasks what ECS counts for this deployment: tasks that it could not start are in no list of stopped ones
 */
function reasonToGiveUp({ stopped, placement, failedTasks, }, failAfter) {
    const fatal = typeof stopped === 'object' ? stopped.filter(_stopped_tasks_js__WEBPACK_IMPORTED_MODULE_0__/* .speaksAgainstRelease */ .k) : [];
    const grouped = (0,_stopped_tasks_js__WEBPACK_IMPORTED_MODULE_0__/* .causes */ .p)(fatal);
    const [most = ''] = grouped;
    if (Number.parseInt(most, 10) >= failAfter)
        return `tasks keep failing: ${most}`;
    if (fatal.length >= 3 * failAfter)
        return `tasks keep failing: ${grouped.join('; ')}`;
    if (failedTasks < failAfter || stopped === undefined || fatal.length >= failedTasks)
        return undefined;
    if (placement.length > 0)
        return `tasks cannot be started: ${counted(placement)}`;
    if (stopped === 'unavailable')
        return `tasks keep failing: ECS counts ${failedTasks}; why cannot be read`;
    return undefined;
}
function counted(reasons) {
    const counts = new Map();
    for (const reason of reasons)
        counts.set(reason, (counts.get(reason) ?? 0) + 1);
    return [...counts]
        .sort(([, a], [, b]) => b - a)
        .map(([reason, count]) => `${count} × ${reason}`)
        .join('; ');
}
/**
 * Why a task could not be placed, as an event of the service says it; undefined for other events.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-event-messages-list.html
 */
function placementProblem(message) {
    return /was unable to place a task\b[^.]*\.\s*(?:Reason: )?(?<why>.+)$/is
        .exec(message)
        ?.groups?.why?.trim()
        .replace(/\.$/, '')
        .replace(/\. For more information, see the Troubleshooting section.*$/s, '');
}


/***/ }),

/***/ 4031:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DP: () => (/* binding */ oursIn),
/* harmony export */   Os: () => (/* binding */ primaryOf),
/* harmony export */   _L: () => (/* binding */ fateOf),
/* harmony export */   zT: () => (/* binding */ superseded)
/* harmony export */ });
/* harmony import */ var _task_definition_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3204);

/** So long the list may lack what the service shows already; then the service decides. */
const listLagMs = 60_000;
function fateOf(plan, state, seen) {
    const { service, deployments } = seen;
    const ours = Array.isArray(deployments) ? oursIn(plan, state, deployments) : undefined;
    if (ours !== undefined)
        return fateListed(plan, ours, deployments, service);
    if (service === undefined || deployments === undefined)
        return { kind: 'unseen' };
    // An update that changes no more than counts begins no deployment; there is nothing to be listed then.
    const isOld = state.ours.primaryId !== null && plan.knownBefore.includes(state.ours.primaryId);
    const mayJudge = deployments === 'unavailable' || isOld || seen.now - state.since >= listLagMs;
    return mayJudge ? fateByService(plan, state, service) : { kind: 'unseen' };
}
/** The service deployment that our update caused: it deploys what we deploy, was not there before, and began with our deployment. */
function oursIn(plan, { ours }, list) {
    if (ours.arn !== null)
        return list.find(({ arn }) => arn === ours.arn);
    if (ours.primaryId !== null && plan.knownBefore.includes(ours.primaryId))
        return undefined;
    const candidates = list.filter(({ createdAt, taskDefinitionArn }) => taskDefinitionArn === plan.taskDefinitionArn && createdAt > plan.knownUntil);
    const distance = ({ createdAt }) => ours.at === null ? createdAt : Math.abs(createdAt - ours.at);
    return candidates.sort((a, b) => distance(a) - distance(b))[0];
}
function primaryOf(service) {
    return service.deployments.find(({ status }) => status === 'PRIMARY');
}
function fateListed(plan, ours, list, service) {
    const why = ours.statusReason.replace(/\.$/, '');
    const isByPerson = /\buser\b/i.test(why);
    switch (ours.status) {
        case 'SUCCESSFUL':
            return { kind: 'succeeded' };
        case 'ROLLBACK_REQUESTED':
        case 'ROLLBACK_IN_PROGRESS':
            // A request has no reason yet; only persons and programs make requests.
            return { kind: 'rolling-back', why, isByPerson: isByPerson || ours.status === 'ROLLBACK_REQUESTED' };
        case 'ROLLBACK_SUCCESSFUL':
            return { kind: 'rolled-back', why, isByPerson };
        case 'ROLLBACK_FAILED':
            return { kind: 'rollback-failed', why, isByPerson };
        case 'STOPPED':
            return stopped(plan, ours, list, service, why);
        default:
            return { kind: 'going' };
    }
}
const madeByEcs = /circuit breaker|alarm/i;
function stopped(plan, ours, list, service, why) {
    const newer = list.find(({ arn, createdAt }) => arn !== ours.arn && createdAt >= ours.createdAt && createdAt > plan.knownUntil);
    if (newer !== undefined || /replaced by/i.test(why))
        return superseded(newer?.taskDefinitionArn);
    const primary = service === undefined ? undefined : primaryOf(service);
    const said = primary?.rollout === 'FAILED' ? primary.rolloutReason.replace(/\.$/, '') : '';
    const failed = [why, said].find((text) => madeByEcs.test(text));
    return failed === undefined ? { kind: 'stopped', why } : { kind: 'dead', why: failed };
}
/** Where service deployments cannot be listed: by the service's own list of deployments. */
function fateByService(plan, { ours }, service) {
    const primary = primaryOf(service);
    if (primary === undefined || ours.primaryId === null)
        return { kind: 'unseen' };
    if (primary.id === ours.primaryId) {
        if (primary.rollout === 'FAILED')
            return { kind: 'dead', why: primary.rolloutReason.replace(/\.$/, '') };
        return isComplete(primary, service) ? { kind: 'succeeded' } : { kind: 'going' };
    }
    // A deployment that was there before and has changed since ours began is the one that ECS went back to.
    const hasChanged = ours.at !== null && primary.updatedAt > ours.at;
    const isBack = /rolling back/i.test(primary.rolloutReason) || (plan.knownBefore.includes(primary.id) && hasChanged);
    if (!isBack)
        return plan.knownBefore.includes(primary.id) ? { kind: 'unseen' } : superseded(primary.taskDefinitionArn);
    const failed = service.deployments.find(({ id }) => id === ours.primaryId)?.rolloutReason;
    const said = primary.rollout === 'COMPLETED' ? '' : primary.rolloutReason;
    const why = (failed || said).replace(/\.$/, '');
    const isByPerson = /\buser\b/i.test(why);
    return { kind: primary.rollout === 'COMPLETED' && hasChanged ? 'rolled-back' : 'rolling-back', why, isByPerson };
}
/** Older answers have no rollout state: then the counts decide. */
function isComplete(primary, service) {
    if (primary.rollout === 'COMPLETED')
        return true;
    return (primary.rollout === 'UNKNOWN' && service.deployments.length === 1 && primary.runningCount >= primary.desiredCount);
}
const superseded = (taskDefinitionArn) => ({
    kind: 'superseded',
    why: `another deployment${taskDefinitionArn ? ` (${(0,_task_definition_js__WEBPACK_IMPORTED_MODULE_0__/* .shortName */ .EU)(taskDefinitionArn)})` : ''} has replaced this one`,
});


/***/ }),

/***/ 8888:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ initialFollow)
/* harmony export */ });
function initialFollow(now) {
    return {
        phase: 'updating',
        since: now,
        sentAt: null,
        ours: { primaryId: null, at: null, arn: null },
        back: null,
        unknownSince: null,
        stableAt: null,
        outcome: null,
        reason: '',
    };
}


/***/ }),

/***/ 6647:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ HeldLease)
/* harmony export */ });
/* harmony import */ var _lease_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5813);

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
            this.unwritten = error instanceof Error ? error.message : String(error);
            report.line(`The journal could not be written: ${this.unwritten}`);
        }
    }
}


/***/ }),

/***/ 2394:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ RefusedUpdate)
/* harmony export */ });
/** ECS does not take the update, in its own words; asked again it would say the same. */
class RefusedUpdate extends Error {
    name = 'RefusedUpdate';
}


/***/ }),

/***/ 5029:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ diagnose),
/* harmony export */   x: () => (/* binding */ whyInWords)
/* harmony export */ });
/* harmony import */ var _blue_green_words_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6795);
/* harmony import */ var _ecs_stopped_tasks_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1959);
/* harmony import */ var _verdict_target_health_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3635);



/**
 * Reads why it went wrong while it is still to be seen: tasks that are replaced lose their targets, and ECS forgets stopped
 * tasks after an hour. Whatever cannot be read is left out, and said with the permission that is missing.
 */
async function diagnose(of, world, story, { ours }) {
    const softly = async (what, deed) => {
        try {
            await deed();
        }
        catch (error) {
            const text = `Could not read ${what}: ${(0,_blue_green_words_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error)}`;
            if (story.unread.includes(text))
                return;
            story.unread.push(text);
            world.report.line(text);
        }
    };
    await Promise.all([
        softly('the health of the targets', async () => {
            if (story.targets.length > 0)
                return;
            story.targets = await Promise.all(of.targetGroupArns.map(async (arn) => ({
                group: arn.split('/')[1] ?? arn,
                seen: await world.targets.targets(arn),
            })));
        }),
        softly('the logs of the stopped tasks', async () => {
            if (story.logs.length > 0)
                return;
            story.logs = await lastLogs(of.logLines, world, story);
        }),
        softly('what ECS says of the deployment', async () => {
            if (ours.arn !== null)
                story.detail = await world.deployments.describe(ours.arn);
        }),
    ]);
}
async function lastLogs(count, world, { stopped }) {
    const logs = [];
    const fatal = stopped.filter(_ecs_stopped_tasks_js__WEBPACK_IMPORTED_MODULE_1__/* .speaksAgainstRelease */ .k);
    // One of each cause says what the others would say again.
    const [newest, another] = (fatal.length > 0 ? fatal : stopped).slice(0, 2);
    for (const task of [newest, another]) {
        if (task === undefined)
            continue;
        for (const { name } of task.containers) {
            const lines = await world.logs.lastLines(task, name, count);
            if (lines.length > 0)
                logs.push({ container: name, task: task.arn.slice(task.arn.lastIndexOf('/') + 1), lines });
        }
    }
    return logs;
}
/** What is known of the cause beside what the reason says already, as an addition to it; empty when there is nothing. */
function whyInWords(story, reason) {
    const fatal = (0,_ecs_stopped_tasks_js__WEBPACK_IMPORTED_MODULE_1__/* .causes */ .p)(story.stopped.filter(_ecs_stopped_tasks_js__WEBPACK_IMPORTED_MODULE_1__/* .speaksAgainstRelease */ .k)).slice(0, 2);
    const triggered = (story.detail?.triggeredAlarms ?? []).map((name) => `alarm ${name}`);
    const said = [...triggered, ...fatal].filter((words) => !reason.includes(words));
    if (said.length > 0 || fatal.length > 0)
        return said.join('; ');
    const unhealthy = story.targets.filter(({ seen }) => seen.some(({ state, reason: why }) => state === 'unhealthy' || why !== ''));
    const ofTargets = unhealthy.map(({ seen }) => (0,_verdict_target_health_js__WEBPACK_IMPORTED_MODULE_2__/* .targetsInWords */ .Zp)(seen, 0));
    const events = story.events
        .filter(({ message }) => /unable|unhealthy/i.test(message))
        .map(({ message }) => plain(message));
    return [...ofTargets, ...[...new Set(events)].slice(0, 1)].filter((words) => !reason.includes(words)).join('; ');
}
/** An event without the name of its service, which everybody knows by then. */
const plain = (message) => message.replace(/^\(service [^)]*\)\s*/, '').replace(/\.$/, '');


/***/ }),

/***/ 5902:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  q: () => (/* binding */ accessEndsWords),
  n: () => (/* binding */ followService)
});

// EXTERNAL MODULE: ./build-stage/blue-green/words.js
var words = __webpack_require__(6795);
// EXTERNAL MODULE: ./build-stage/ecs/failing.js
var failing = __webpack_require__(8617);
// EXTERNAL MODULE: ./build-stage/ecs/follow-fate.js
var follow_fate = __webpack_require__(4031);
// EXTERNAL MODULE: ./build-stage/ecs/task-definition.js
var task_definition = __webpack_require__(3204);
;// CONCATENATED MODULE: ./build-stage/ecs/follow-back.js


/** The way back: from the moment that something was found bad, or somebody wants it, until the service runs the last good one again. */
/** A command that was not answered is sent again after so long. */
const resendMs = 10_000;
/** So often StopServiceDeployment is tried before the service is updated instead. */
const stopTries = 3;
const outcomes = {
    bad: 'rolled-back',
    'timed-out': 'timed-out',
    cancelled: 'interrupted',
    person: 'stopped',
};
function ended(state, outcome, reason, now) {
    return { state: { ...state, phase: 'ended', since: now, outcome, reason }, command: { kind: 'end' }, reason };
}
/** Begins the way back, or says why there is none. */
function goBack(plan, state, seen, why, cause) {
    const { now } = seen;
    if (cause === 'cancelled' && plan.onCancel === 'leave')
        return ended(state, 'interrupted', `${why}; the deployment goes on, unwatched (on-cancel: leave)`, now);
    if (cause !== 'cancelled' && plan.onFailure === 'leave')
        return ended(state, cause === 'bad' ? 'failed' : 'timed-out', `${why}; left as it is (on-failure: leave)`, now);
    const isAbort = cause === 'cancelled' && plan.onCancel === 'stop';
    const canStop = isUnderWay(state, seen);
    if (plan.lastGoodArn === null && !isAbort) {
        const outcome = cause === 'bad' ? 'failed' : outcomes[cause];
        return ended(state, outcome, `${why}; no deployment before it succeeded, so there is nothing to go back to`, now);
    }
    if (isAbort && !canStop)
        return ended(state, 'interrupted', `${why}; there was nothing to be stopped any more`, now);
    const by = isAbort ? 'abort' : canStop ? 'stop' : 'update';
    const back = { why, cause, by, at: now, sentAt: null, sent: 0, primaryId: null, isTaken: false };
    return send(plan, { ...state, phase: 'going-back', since: now, back }, back, now);
}
/** ECS goes back by itself, or because somebody else told it to: that is only followed. */
function followBack(state, seen, why, isByPerson) {
    const { now } = seen;
    const cause = isByPerson ? 'person' : 'bad';
    const told = why || (isByPerson ? 'somebody asked ECS to stop the deployment' : 'ECS takes the deployment back');
    const back = { why: told, cause, by: 'ecs', at: now, sentAt: null, sent: 0, primaryId: null, isTaken: true };
    return wait({ ...state, phase: 'going-back', since: now, back }, `ECS is rolling back: ${told}`);
}
function whileGoingBack(plan, state, seen, fate) {
    const { now } = seen;
    const was = state.back;
    const back = heard(was, seen);
    const following = { ...state, back };
    if (now - back.at >= plan.backLimitMs)
        return ended(following, 'failed', `${back.why}; and the way back was not complete in time`, now);
    return back.by === 'update' ? byUpdate(plan, following, seen, back) : byEcs(plan, following, seen, back, fate);
}
/** ECS does it, told so or not: it says itself when it is done. */
function byEcs(plan, state, seen, back, fate) {
    const { now } = seen;
    const reason = reasonOf(back, fate);
    switch (fate.kind) {
        case 'rolled-back':
            return ended(state, outcomes[back.cause], reason, now);
        case 'superseded':
            return ended(state, 'superseded', `${fate.why}, while it was being taken back (${back.why})`, now);
        case 'rolling-back':
            return wait({ ...state, back: { ...back, why: reason, isTaken: true } }, 'ECS is rolling back');
        case 'stopped':
        case 'dead':
            if (back.by === 'abort')
                return ended(state, 'interrupted', `${back.why}; the deployment was stopped where it was`, now);
            return instead(plan, state, back, now, 'ECS has stopped the deployment and takes nothing back');
        case 'rollback-failed':
            return instead(plan, state, back, now, `ECS could not roll back${fate.why === '' ? '' : ` (${fate.why})`}`);
        case 'succeeded':
            if (back.by === 'abort')
                return ended(state, 'interrupted', `${back.why}; the deployment had succeeded already`, now);
            return instead(plan, state, back, now, 'the deployment completed meanwhile');
        default:
            if (back.by === 'ecs' || back.isTaken || now - (back.sentAt ?? 0) < resendMs)
                return wait(state, 'waiting for ECS to roll back');
            if (back.sent < stopTries)
                return send(plan, state, back, now);
            if (back.by === 'abort')
                return ended(state, 'interrupted', `${back.why}; ECS did not take the request to stop the deployment`, now);
            return instead(plan, state, back, now, 'ECS did not take the request to stop');
    }
}
/** Updates the service to the last good one, because ECS cannot or does not go back by itself. */
function instead(plan, state, back, now, why) {
    if (plan.lastGoodArn === null)
        return ended(state, back.cause === 'bad' ? 'failed' : outcomes[back.cause], `${back.why}; ${why}, and no deployment before it succeeded`, now);
    const next = { ...back, by: 'update', sentAt: null, sent: 0, primaryId: null, isTaken: false };
    const decision = send(plan, { ...state, back: next }, next, now);
    return { ...decision, reason: `${why}: ${decision.reason}` };
}
/** The service was told to run the last good one: that is a deployment of its own. */
function byUpdate(plan, state, seen, back) {
    const { now, service } = seen;
    const primary = service === undefined ? undefined : (0,follow_fate/* primaryOf */.Os)(service);
    if (primary === undefined || service === undefined)
        return resent(plan, state, back, now);
    const isNew = !plan.knownBefore.includes(primary.id) && primary.id !== state.ours.primaryId;
    const isOurs = primary.id === back.primaryId || (isNew && primary.taskDefinitionArn === plan.lastGoodArn);
    if (!isOurs) {
        if (!isNew)
            return resent(plan, state, back, now);
        const { why } = (0,follow_fate/* superseded */.zT)(primary.taskDefinitionArn);
        return ended(state, 'superseded', `${why}, while it was being taken back (${back.why})`, now);
    }
    const taken = { ...state, back: { ...back, isTaken: true, primaryId: primary.id } };
    if (primary.rollout === 'FAILED')
        return ended(taken, 'failed', `${back.why}; and going back to ${(0,task_definition/* shortName */.EU)(primary.taskDefinitionArn)} failed: ${primary.rolloutReason}`, now);
    const isComplete = primary.rollout === 'COMPLETED' || (primary.rollout === 'UNKNOWN' && service.deployments.length === 1);
    if (!isComplete || primary.runningCount < service.desiredCount)
        return wait(taken, `going back to ${(0,task_definition/* shortName */.EU)(primary.taskDefinitionArn)}: ${primary.runningCount} of ${service.desiredCount} run`);
    return ended(taken, outcomes[back.cause], back.why, now);
}
function resent(plan, state, back, now) {
    if (back.isTaken || now - (back.sentAt ?? 0) < resendMs)
        return wait(state, 'waiting to see the way back');
    return send(plan, state, back, now);
}
function send(plan, state, back, now) {
    const sent = { ...state, back: { ...back, sentAt: now, sent: back.sent + 1 } };
    if (back.by === 'update') {
        const taskDefinitionArn = plan.lastGoodArn;
        return {
            state: sent,
            command: { kind: 'update-back', taskDefinitionArn },
            reason: `back to ${(0,task_definition/* shortName */.EU)(taskDefinitionArn)}: ${back.why}`,
        };
    }
    const how = back.by === 'abort' ? 'abort' : 'rollback';
    return {
        state: sent,
        command: { kind: 'stop', arn: state.ours.arn, how },
        reason: `${how === 'abort' ? 'stopping' : 'rolling back'}: ${back.why}`,
    };
}
function heard(back, { answer }) {
    if (answer === undefined || back.sentAt === null)
        return back;
    if (answer.to === 'update-back' && back.by === 'update')
        return { ...back, isTaken: true, primaryId: answer.primaryId };
    if (answer.to === 'stop' && back.by !== 'update')
        return { ...back, isTaken: answer.worked, sent: answer.worked ? back.sent : stopTries };
    return back;
}
/** Whether ECS can be told to stop it: as far as is known, it is neither done nor being stopped. */
function isUnderWay({ ours }, { deployments }) {
    if (ours.arn === null || deployments === 'unavailable')
        return false;
    const status = deployments?.find(({ arn }) => arn === ours.arn)?.status;
    return status === undefined || status === 'PENDING' || status === 'IN_PROGRESS';
}
/** What ECS says of a way back that it began by itself comes after that: what it says last counts. */
function reasonOf(back, fate) {
    const said = 'why' in fate ? fate.why : '';
    return back.by === 'ecs' && said !== '' ? said : back.why;
}
const wait = (state, reason) => ({
    state,
    command: { kind: 'wait' },
    reason,
});

;// CONCATENATED MODULE: ./build-stage/ecs/follow.js




/**
 * Follows one deployment of one service to one verdict: `next(plan, state, seen) → { state, command, reason }`. Pure; time
 * comes only from `seen.now`, and only to measure how long something lasts: which deployment is ours, and what is newer than
 * it, is decided by the answers and the clock of ECS.
 *
 * A look that failed, or that shows a time gone by, decides nothing. It succeeds only where ECS says so of our deployment,
 * the service shows it, and all its tasks run; no task at all is no success. Once it goes back, nothing brings it forward.
 */
function next(plan, before, seen) {
    if (before.phase === 'ended')
        return { state: before, command: { kind: 'end' }, reason: before.reason };
    if (seen.lockLostTo !== undefined)
        return ended(before, 'interrupted', `the lock is held by ${seen.lockLostTo} now; nothing more was changed`, seen.now);
    const state = recognized(plan, before, seen);
    const fate = (0,follow_fate/* fateOf */._L)(plan, state, seen);
    if (state.phase === 'going-back')
        return whileGoingBack(plan, state, seen, fate);
    if (state.phase === 'updating')
        return whileUpdating(plan, state, seen);
    const over = endedElsewhere(plan, state, seen, fate);
    if (over !== undefined)
        return over;
    if (seen.cancelled !== undefined)
        return goBack(plan, state, seen, seen.cancelled, 'cancelled');
    const why = givingUp(plan, state, seen);
    if (why !== undefined)
        return goBack(plan, state, seen, why, 'bad');
    return state.phase === 'baking' ? whileBaking(plan, state, seen) : whileRolling(plan, state, seen, fate);
}
/** An update that was not seen to take effect is sent again after so long. */
const follow_resendMs = 15_000;
/** A last look that fails is repeated for so long. */
const lastLookMs = 15_000;
/** What the look tells of which deployment is ours. */
function recognized(plan, state, { answer, service, deployments, now }) {
    let { ours, phase, since } = state;
    if (answer?.to === 'update')
        ours = { ...ours, primaryId: answer.primaryId, at: answer.at };
    if (ours.primaryId === null && state.sentAt !== null && service !== undefined) {
        // The answer was lost. A deployment of what we deploy that was not there before is ours.
        const found = service.deployments.find(({ id, taskDefinitionArn }) => taskDefinitionArn === plan.taskDefinitionArn && !plan.knownBefore.includes(id));
        if (found !== undefined)
            ours = { ...ours, primaryId: found.id, at: found.createdAt || null };
    }
    if (ours.arn === null && Array.isArray(deployments) && (ours.primaryId !== null || state.sentAt !== null)) {
        const found = (0,follow_fate/* oursIn */.DP)(plan, { ...state, ours }, deployments);
        if (found !== undefined)
            ours = { ...ours, arn: found.arn, at: ours.at ?? found.createdAt };
    }
    if (phase === 'updating' && (ours.primaryId !== null || ours.arn !== null))
        [phase, since] = ['rolling', now];
    return { ...state, ours, phase, since };
}
function whileUpdating(plan, state, seen) {
    const { now, service, cancelled } = seen;
    const { sentAt } = state;
    const primary = service === undefined ? undefined : (0,follow_fate/* primaryOf */.Os)(service);
    if (primary !== undefined && !plan.knownBefore.includes(primary.id)) {
        const other = (0,task_definition/* shortName */.EU)(primary.taskDefinitionArn);
        const undone = sentAt === null ? 'nothing was changed' : 'this deployment did not begin, or was replaced at once';
        return ended(state, 'superseded', `somebody else deployed ${other} at the same moment; ${undone}`, now);
    }
    if (sentAt === null) {
        if (cancelled !== undefined)
            return ended(state, 'interrupted', `${cancelled}; nothing was changed`, now);
        if (!plan.mayUpdate)
            return ended(state, 'interrupted', 'the service had not been told yet; nothing was changed', now);
        if (now >= plan.deadline)
            return ended(state, 'timed-out', 'time was up before it began; nothing was changed', now);
        if (service === undefined)
            return wait(state, 'the service could not be read');
        return {
            state: { ...state, sentAt: now },
            command: { kind: 'update' },
            reason: `deploying ${(0,task_definition/* shortName */.EU)(plan.taskDefinitionArn)}`,
        };
    }
    const isOver = now >= plan.deadline || cancelled !== undefined || !plan.mayUpdate;
    if (isOver && now - sentAt >= follow_resendMs) {
        const outcome = cancelled !== undefined || !plan.mayUpdate ? 'interrupted' : 'timed-out';
        return ended(state, outcome, `${cancelled === undefined ? '' : `${cancelled}; `}the update never took effect: nothing was changed`, now);
    }
    if (!isOver && service !== undefined && now - sentAt >= follow_resendMs)
        return {
            state: { ...state, sentAt: now },
            command: { kind: 'update' },
            reason: 'the update did not take effect: once more',
        };
    return wait(state, 'waiting to see the update');
}
/** What others have done to it: ECS, a person, another run. */
function endedElsewhere(plan, state, seen, fate) {
    const { now, service } = seen;
    switch (fate.kind) {
        case 'rolling-back':
            return followBack(state, seen, fate.why, fate.isByPerson);
        case 'rolled-back':
        case 'rollback-failed': {
            const following = followBack(state, seen, fate.why, fate.isByPerson).state;
            return whileGoingBack(plan, following, seen, fate);
        }
        case 'superseded':
            return ended(state, 'superseded', fate.why, now);
        case 'stopped':
            return ended(state, 'stopped', `somebody stopped it, and left what runs${fate.why === '' ? '' : `: ${fate.why}`}`, now);
        case 'dead':
            return goBack(plan, state, seen, fate.why, 'bad');
        default: {
            if (service === undefined)
                return undefined;
            if (service.status === 'DRAINING' || service.status === 'INACTIVE')
                return ended(state, 'stopped', 'somebody deleted the service', now);
            const isOurs = (0,follow_fate/* primaryOf */.Os)(service)?.id === state.ours.primaryId;
            // Only a read that shows ours is of after the update.
            if (isOurs && service.desiredCount === 0)
                return ended(state, 'stopped', 'somebody scaled the service to 0: no task runs, so nothing is shown of this version', now);
            return undefined;
        }
    }
}
function givingUp(plan, { ours }, { stopped, placement, service }) {
    const mine = service?.deployments.find(({ id }) => id === ours.primaryId);
    return (0,failing/* reasonToGiveUp */.g)({ stopped, placement, failedTasks: mine?.failedTasks ?? 0 }, plan.failAfter);
}
function whileRolling(plan, state, seen, fate) {
    const { now, service } = seen;
    const primary = service === undefined ? undefined : (0,follow_fate/* primaryOf */.Os)(service);
    if (fate.kind === 'succeeded' && service !== undefined && primary !== undefined) {
        if (isReplaced(plan, state, primary.id)) {
            const other = (0,task_definition/* shortName */.EU)(primary.taskDefinitionArn);
            return ended(state, 'superseded', `it had succeeded, and then another deployment (${other}) replaced it`, now);
        }
        const isOurs = primary.id === state.ours.primaryId || primary.taskDefinitionArn === plan.taskDefinitionArn;
        if (isOurs && service.desiredCount > 0 && primary.runningCount >= service.desiredCount) {
            const stable = { ...state, phase: 'baking', since: now, stableAt: now };
            const words = `${primary.runningCount} of ${service.desiredCount} tasks run, and ECS calls the deployment successful`;
            if (plan.bakeMs > 0)
                return wait(stable, words);
            return ended(stable, 'succeeded', words, now);
        }
    }
    if (now >= plan.deadline && isLast(plan, seen))
        return goBack(plan, state, seen, `not complete in time: ${progress(state, seen)}`, 'timed-out');
    return wait(state, progress(state, seen));
}
function whileBaking(plan, before, seen) {
    const { now, service, verdict } = seen;
    const primary = service === undefined ? undefined : (0,follow_fate/* primaryOf */.Os)(service);
    if (primary !== undefined && isReplaced(plan, before, primary.id)) {
        const other = (0,task_definition/* shortName */.EU)(primary.taskDefinitionArn);
        return ended(before, 'superseded', `it had succeeded, and then another deployment (${other}) replaced it`, now);
    }
    if (verdict?.judgement === 'unhealthy')
        return goBack(plan, before, seen, verdict.reason, 'bad');
    const isWhole = service !== undefined && primary?.id === before.ours.primaryId && primary.runningCount >= service.desiredCount;
    const isGood = (verdict === undefined || verdict.judgement === 'healthy') && isWhole;
    const unknownSince = isGood ? null : (before.unknownSince ?? now);
    const state = { ...before, unknownSince };
    const doubt = isWhole || service === undefined ? (verdict?.reason ?? 'the service could not be read') : progress(state, seen);
    if (unknownSince !== null && now - unknownSince >= plan.unknownLimitMs)
        return goBack(plan, state, seen, `its health was not certain for too long: ${doubt}`, 'bad');
    const bakedMs = now - (state.stableAt ?? now);
    if (isGood && bakedMs >= plan.bakeMs)
        return ended(state, 'succeeded', verdict?.reason || progress(state, seen), now);
    if (now >= plan.deadline && isLast(plan, seen))
        return goBack(plan, state, seen, `time was up before it had been watched to the end: ${doubt}`, 'timed-out');
    return wait(state, isGood ? `healthy: ${verdict?.reason ?? progress(state, seen)}` : doubt);
}
/** Someone's later deployment is in its place. What was there before it only means that the read lags behind. */
function isReplaced({ knownBefore }, { ours }, primaryId) {
    return ours.primaryId !== null && primaryId !== ours.primaryId && !knownBefore.includes(primaryId);
}
/** Whether this look may be the last one: it shows something, or there was no better one for a while. */
function isLast(plan, { service, deployments, now }) {
    return (service !== undefined && deployments !== undefined) || now - plan.deadline >= lastLookMs;
}
function progress({ ours }, { service }) {
    const mine = service?.deployments.find(({ id }) => id === ours.primaryId);
    if (service === undefined)
        return 'the service could not be read';
    if (mine === undefined)
        return 'the deployment is not to be seen yet';
    const failed = mine.failedTasks === 0 ? '' : `, ${mine.failedTasks} failed`;
    const others = service.deployments
        .filter((other) => other.id !== mine.id)
        .reduce((sum, { runningCount }) => sum + runningCount, 0);
    return `${mine.runningCount} of ${service.desiredCount} tasks run${failed}${others === 0 ? '' : `; ${others} of the version before`}`;
}

// EXTERNAL MODULE: ./build-stage/ports/access-error.js
var access_error = __webpack_require__(7919);
// EXTERNAL MODULE: ./build-stage/ports/service-deployments.js
var service_deployments = __webpack_require__(2394);
// EXTERNAL MODULE: ./build-stage/rolling/look.js
var look = __webpack_require__(1938);
;// CONCATENATED MODULE: ./build-stage/rolling/follow-service.js





/** After a cancel there are seconds: whatever is repeated then is repeated soon, ms. */
const hurriedMs = 1_000;
/** How long a look that failed may put off the next one at most, ms. */
const longestPauseMs = 30_000;
/**
 * Looks, asks the machine, does what it says, tells of it; until it ends. No policy here.
 *
 * @throws AccessError when access is lost on the way
 */
async function followService(following) {
    const { world, plan, lock, story } = following;
    const { clock, cancellation } = world;
    const looker = new look/* Looker */.b(world, plan, story);
    const teller = new Teller(following);
    let state = following.state;
    let last;
    let answer;
    let baking;
    let failures = 0;
    let hasHurried = false;
    const done = (more = {}) => ({
        state,
        stableAt: state.stableAt,
        badAt: state.back?.at ?? null,
        endedAt: clock.now(),
        isHandedOver: false,
        ...more,
    });
    try {
        for (;;) {
            const cancelled = cancellation.reason ?? following.cancelled ?? accessEnds(world) ?? lock.atRisk;
            // A cancel leaves seconds: what was seen last has to do.
            const isUrgent = cancellation.reason !== undefined && !hasHurried && state.phase !== 'going-back';
            hasHurried ||= cancellation.reason !== undefined;
            const looked = isUrgent && last !== undefined ? last : await looker.look(state, clock.now() >= plan.deadline);
            last = looked;
            failures = looked.service === undefined ? failures + 1 : 0;
            if (failures === 1 || failures === 5)
                world.report.line(`The service could not be read: ${looker.failure ?? 'unknown'}`);
            const before = state;
            const decision = next(plan, before, {
                ...looked,
                now: clock.now(),
                answer,
                verdict: baking?.verdict(),
                cancelled,
                lockLostTo: lock.lostTo,
            });
            answer = undefined;
            const { command } = decision;
            // An update is journaled before it is done, so that whoever comes after knows. A way back is done first.
            if (command.kind === 'update') {
                await lock.enter(plan, decision.state);
                if (lock.lostTo !== undefined)
                    continue;
            }
            state = decision.state;
            teller.tell(before, decision);
            if (command.kind !== 'wait' && command.kind !== 'end') {
                try {
                    answer = await carryOut(following, command, state);
                }
                catch (error) {
                    if (error instanceof service_deployments/* RefusedUpdate */.w && command.kind === 'update')
                        return done({ refused: error.message });
                    if (error instanceof access_error/* AccessError */.Z)
                        throw error;
                    world.report.line(`${command.kind}: ${(0,words/* messageOf */.bD)(error)}`);
                }
            }
            if (command.kind !== 'update')
                lock.note(state);
            if (state.phase === 'ended')
                return done();
            if (state.phase === 'going-back' && before.phase !== 'going-back' && cancellation.reason === undefined)
                await following.onGoingBack(state);
            if (state.phase === 'baking')
                baking ??= await following.bake?.();
            else if (baking !== undefined) {
                await baking.stop();
                baking = undefined;
            }
            if (cancellation.reason !== undefined && state.phase === 'going-back' && answer !== undefined)
                return done({ isHandedOver: true });
            if (answer !== undefined)
                continue;
            lock.beat();
            if (cancellation.reason !== undefined)
                await clock.sleep(hurriedMs);
            else
                await clock.sleep(pause(following, state, clock.now(), failures), cancellation.signal);
        }
    }
    finally {
        await baking?.stop();
    }
}
/** A fifth of jitter keeps many runs from asking at the same moments; the deadline has its own look. */
function pause({ pollMs, plan }, { phase }, now, failures) {
    const jittered = pollMs * (0.9 + Math.random() / 5);
    const slower = failures === 0 ? jittered : Math.min(Math.max(longestPauseMs, pollMs), jittered * 2 ** (failures - 1));
    const left = plan.deadline - now;
    return phase === 'going-back' || left <= 0 ? slower : Math.min(slower, left);
}
async function carryOut({ world, plan, change }, command, { ours }) {
    const { deployments, report } = world;
    switch (command.kind) {
        case 'update':
            return {
                to: 'update',
                ...(await deployments.start(plan.service, { taskDefinitionArn: plan.taskDefinitionArn, ...change })),
            };
        case 'update-back':
            return {
                to: 'update-back',
                ...(await deployments.start(plan.service, { taskDefinitionArn: command.taskDefinitionArn })),
            };
        case 'stop':
            try {
                return { to: 'stop', worked: await deployments.stop(ours.arn ?? command.arn, command.how) };
            }
            catch (error) {
                if (!(0,look/* isDenied */.G)(error))
                    throw error;
                report.warn(`The deployment could not be stopped: ${error.message}`);
                return { to: 'stop', worked: false };
            }
        default:
            return undefined;
    }
}
/** How the reason begins when it ended because access ends, and not because the release is bad. */
const accessEndsWords = 'the AWS session is about to end';
function accessEnds({ access, clock }) {
    const ending = access?.ending();
    return ending === undefined || clock.now() < ending.actBy
        ? undefined
        : `${accessEndsWords}, and without it nobody could watch or put back: ${ending.why}`;
}
/** How often the same is told again in the log, ms. */
const againMs = 60_000;
/** A line in the log for each change, and one a minute while nothing changes. */
class Teller {
    of;
    told = '';
    at = Number.NEGATIVE_INFINITY;
    constructor(of) {
        this.of = of;
    }
    tell(before, { state, command, reason }) {
        const { world, story } = this.of;
        const now = world.clock.now();
        const isFurther = state.phase !== before.phase || command.kind !== 'wait';
        if (isFurther)
            story.timeline.push({ at: now, what: reason });
        if (!isFurther && (reason === this.told ? now - this.at < againMs : false))
            return;
        if (command.kind === 'end')
            return;
        this.told = reason;
        this.at = now;
        world.report.line(`${(0,words/* clockWords */.mV)(now - story.startedAt)}  ${reason}`);
    }
}


/***/ }),

/***/ 9657:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ keptRollings),
/* harmony export */   t: () => (/* binding */ KeptRollings)
/* harmony export */ });
const name = 'rolling';
/** Several services may be rolled out at once; the runner keeps one text of a name, so all of them are written each time. */
class KeptRollings {
    report;
    entries = new Map();
    constructor(report) {
        this.report = report;
    }
    keep(lock, entry) {
        this.entries.set(lock, entry);
        this.write();
    }
    /** The run has ended this one by itself. */
    forget(lock) {
        this.entries.delete(lock);
        this.write();
    }
    write() {
        this.report.keep(name, JSON.stringify(Object.fromEntries(this.entries)));
    }
}
/** What was kept, if it can be read. */
function keptRollings(saved) {
    try {
        return JSON.parse(saved(name) ?? '{}');
    }
    catch {
        return {};
    }
}


/***/ }),

/***/ 8126:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ HeldRolling),
/* harmony export */   u: () => (/* binding */ rollingLockName)
/* harmony export */ });
/* harmony import */ var _lock_held_lease_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6647);
/* harmony import */ var _lock_lease_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5813);


/**
 * `/sluice/CLUSTER/rolling/SERVICE`: a name that no pair of services can have.
 * https://docs.aws.amazon.com/systems-manager/latest/userguide/sysman-paramstore-su-create.html#sysman-parameter-name-constraints
 */
function rollingLockName(where) {
    return (where.lockName ?? `/sluice/${where.cluster.slice(where.cluster.lastIndexOf('/') + 1)}/rolling/${where.service}`);
}
/** So often an entry is written that must be there, with a pause that grows by so much, ms. */
const attempts = 4;
const attemptMs = 2_000;
/** The lock of one service's rollout, and what `post` has to know of it. */
class HeldRolling extends _lock_held_lease_js__WEBPACK_IMPORTED_MODULE_0__/* .HeldLease */ .o {
    of;
    world;
    startedAt;
    plan;
    follow;
    keptText = '';
    constructor(of, world, startedAt) {
        super(world);
        this.of = of;
        this.world = world;
        this.startedAt = startedAt;
    }
    entry(now) {
        const { world, of, plan, follow } = this;
        return {
            schema: 1,
            kind: 'rolling',
            holder: world.run.holder,
            runUrl: world.run.url,
            startedAt: this.startedAt,
            expires: now + _lock_lease_js__WEBPACK_IMPORTED_MODULE_1__/* .leaseMs */ .zT,
            stage: plan === undefined ? 'prepare' : 'roll',
            cluster: of.cluster,
            service: of.service,
            plan: plan ?? null,
            follow: follow === undefined ? null : shortened(follow),
        };
    }
    /** This holder goes on with what another one left. */
    resume({ plan, follow }) {
        this.plan = plan === null ? undefined : plan;
        this.follow = follow === null ? undefined : follow;
        this.keep();
    }
    /** What was left is settled: from here on it is this run's own. */
    async restart() {
        this.plan = undefined;
        this.follow = undefined;
        this.keep();
        await this.write();
    }
    /**
     * The service is about to be told: written before it is.
     *
     * @throws Error when it cannot be written: then nothing may be begun
     */
    async enter(plan, follow) {
        this.plan = plan;
        this.follow = follow;
        this.keep();
        for (let attempt = 1;; attempt++) {
            await this.write();
            if (this.unwritten === undefined || this.lostTo !== undefined)
                return;
            if (attempt === attempts)
                throw new Error(`the journal could not be written: ${this.unwritten}`);
            await this.world.clock.sleep(attemptMs * attempt);
        }
    }
    /** Writes what has changed since the last time. Nobody waits for it. */
    note(follow) {
        const isNews = JSON.stringify(follow) !== JSON.stringify(this.follow);
        this.follow = follow;
        if (isNews) {
            this.keep();
            void this.write();
        }
        else
            this.beat();
    }
    /**
     * The run has ended by itself: the lock goes back, and `post` has nothing to do. A lock that cannot be given back changes
     * nothing of how it ended: `post` tries it again, and it ends by itself.
     */
    async release() {
        try {
            await this.giveBack();
            this.end();
        }
        catch (error) {
            const why = error instanceof Error ? error.message : String(error);
            this.world.report.warn(`The lock ${this.of.name} could not be given back: ${why}`);
        }
    }
    /** `post` has nothing to do, and the lock stays. */
    end() {
        this.world.kept.forget(this.of.name);
    }
    keep() {
        const entry = this.entry(this.world.clock.now());
        const text = JSON.stringify([entry.stage, entry.follow]);
        if (text === this.keptText)
            return;
        this.keptText = text;
        this.world.kept.keep(this.of.name, entry);
    }
}
/** A parameter holds 4 KB; ECS can be wordy. https://docs.aws.amazon.com/systems-manager/latest/userguide/parameter-store-advanced-parameters.html */
const longestReason = 400;
function shortened(follow) {
    const cut = (text) => (text.length > longestReason ? `${text.slice(0, longestReason)}…` : text);
    return { ...follow, reason: cut(follow.reason), back: follow.back && { ...follow.back, why: cut(follow.back.why) } };
}


/***/ }),

/***/ 1938:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ isDenied),
/* harmony export */   b: () => (/* binding */ Looker)
/* harmony export */ });
/* harmony import */ var _blue_green_words_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6795);
/* harmony import */ var _ecs_failing_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8617);
/* harmony import */ var _ecs_follow_fate_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4031);
/* harmony import */ var _ports_access_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7919);
/* harmony import */ var _spec_input_error_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5432);





/** Every so many looks everything is read, whatever the service says of itself. */
const fullEvery = 6;
/**
 * Looks at one service that is being deployed to. DescribeServices at each look; the rest only when that shows that there is
 * something to see, so that many services can be followed at once without exhausting the account's rates.
 */
class Looker {
    world;
    plan;
    story;
    looks = 0;
    gone = 0;
    running = 0;
    canList = true;
    canReadTasks = true;
    /** The last look that failed altogether, for the log. */
    failure;
    seen;
    constructor(world, plan, story) {
        this.world = world;
        this.plan = plan;
        this.story = story;
    }
    /** @throws AccessError when not even the service may be read (any more) */
    async look(state, isLast) {
        const service = await this.service();
        if (service === undefined)
            return { service, deployments: undefined, stopped: undefined, placement: [] };
        const since = state.ours.at;
        const events = since === null ? [] : (this.seen?.events ?? []).filter(({ at }) => at >= since);
        if (events.length > 0)
            this.story.events = events;
        this.story.begunAt = since;
        const isFull = isLast || this.looks++ % fullEvery === 0 || isEventful(state, service, events, this.running);
        this.running = (0,_ecs_follow_fate_js__WEBPACK_IMPORTED_MODULE_1__/* .primaryOf */ .Os)(service)?.runningCount ?? 0;
        const [deployments, stopped] = await Promise.all([
            isFull ? this.list() : undefined,
            (isFull || state.phase === 'baking') && since !== null ? this.stopped(since) : undefined,
        ]);
        return {
            service,
            deployments,
            stopped,
            placement: events.flatMap(({ message }) => (0,_ecs_failing_js__WEBPACK_IMPORTED_MODULE_4__/* .placementProblem */ .F)(message) ?? []),
        };
    }
    async service() {
        try {
            const [service] = await this.world.rollout.describe([this.plan.service]);
            this.seen = service;
            this.gone = 0;
            this.failure = undefined;
            return service === undefined ? undefined : serviceNow(service);
        }
        catch (error) {
            if (error instanceof _ports_access_error_js__WEBPACK_IMPORTED_MODULE_2__/* .AccessError */ .Z)
                throw error;
            this.failure = (0,_blue_green_words_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error);
            if (!(error instanceof _spec_input_error_js__WEBPACK_IMPORTED_MODULE_3__/* .InputError */ .d))
                return undefined;
            // A single read may be late; a service that stays away was deleted.
            this.gone += 1;
            return this.gone < 3 ? undefined : { status: 'INACTIVE', desiredCount: 0, runningCount: 0, deployments: [] };
        }
    }
    async list() {
        if (!this.canList)
            return 'unavailable';
        try {
            const found = await this.world.deployments.list(this.plan.service);
            if (found !== undefined)
                return found;
        }
        catch (error) {
            if (!isDenied(error))
                return softly(error);
            this.note(`the service deployments, so the service's own list of deployments is followed: ${error.message}`);
        }
        this.canList = false;
        return 'unavailable';
    }
    async stopped(since) {
        if (!this.canReadTasks)
            return 'unavailable';
        try {
            const all = await this.world.rollout.stoppedTasks(this.plan.service, since);
            const ours = all.filter((task) => task.taskDefinitionArn === this.plan.taskDefinitionArn);
            this.story.stopped = ours;
            return ours;
        }
        catch (error) {
            if (!isDenied(error))
                return softly(error);
            this.canReadTasks = false;
            this.note(`why tasks stop: ${error.message}`);
            return 'unavailable';
        }
    }
    note(what) {
        const text = `Could not read ${what}`;
        this.story.unread.push(text);
        this.world.report.warn(text);
    }
}
const isDenied = (error) => error instanceof _ports_access_error_js__WEBPACK_IMPORTED_MODULE_2__/* .AccessError */ .Z && error.detail.kind === 'denied';
function softly(error) {
    if (error instanceof _ports_access_error_js__WEBPACK_IMPORTED_MODULE_2__/* .AccessError */ .Z)
        throw error;
}
/** Whether the service itself says that there is more to be seen than tasks that come up. */
function isEventful({ phase, ours }, service, events, runningBefore) {
    if (phase === 'updating' || phase === 'going-back' || ours.arn === null)
        return true;
    const primary = (0,_ecs_follow_fate_js__WEBPACK_IMPORTED_MODULE_1__/* .primaryOf */ .Os)(service);
    if (primary === undefined || primary.id !== ours.primaryId)
        return true;
    if (phase === 'rolling' && primary.rollout !== 'IN_PROGRESS')
        return true;
    const isFalling = primary.failedTasks > 0 || primary.runningCount < runningBefore;
    const started = events.reduce((sum, { message }) => sum + Number(/has started (\d+) tasks/.exec(message)?.[1] ?? 0), 0);
    return isFalling || started > service.desiredCount || events.some(({ message }) => trouble.test(message));
}
/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-event-messages-list.html */
const trouble = /unable|unhealthy|failed|rolling back/i;
function serviceNow(service) {
    const { status, desiredCount, runningCount, deployments } = service;
    return { status, desiredCount, runningCount, deployments: deployments.map(deploymentNow) };
}
const deploymentNow = (deployment) => ({
    ...deployment,
    createdAt: deployment.createdAt ?? 0,
    updatedAt: deployment.updatedAt ?? 0,
});


/***/ }),

/***/ 286:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ settleRolling)
/* harmony export */ });
/* harmony import */ var _ecs_follow_state_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8888);
/* harmony import */ var _ecs_task_definition_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3204);
/* harmony import */ var _diagnose_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5029);
/* harmony import */ var _follow_service_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5902);
/* harmony import */ var _serving_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6241);
/* harmony import */ var _story_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7404);






/** So long a deployment that a dead run left may still take, ms. */
const settleMs = 15 * 60_000;
const pollMs = 5_000;
/**
 * Finishes what a run left: `post` after a cancel, the next run, or `recover` after a runner that died. It goes on with the
 * machine where the journal says that it was: the deployment is followed to its end and judged by what ECS says, or taken
 * back. It starts nothing anew, and may itself be killed anywhere.
 *
 * @param cancelled set where the run was meant to end: its `on-cancel` decides what becomes of the deployment
 * @throws AccessError when access is lost on the way
 */
async function settleRolling(world, { plan: planLeft, follow, service }, lock, cancelled) {
    if (planLeft === null)
        return { told: 'Nothing had been changed.', isDone: true };
    const left = planLeft;
    const now = world.clock.now();
    // Whether it is healthy beyond what ECS says was to be seen by that run; its time is over.
    const plan = { ...left, mayUpdate: false, bakeMs: 0, deadline: Math.max(left.deadline, now + settleMs) };
    const before = follow ?? (0,_ecs_follow_state_js__WEBPACK_IMPORTED_MODULE_4__/* .initialFollow */ .m)(now);
    const state = {
        ...before,
        back: before.back && { ...before.back, at: now, sent: 0, sentAt: before.back.isTaken ? before.back.sentAt : null },
    };
    const story = (0,_story_js__WEBPACK_IMPORTED_MODULE_5__/* .newRollStory */ .F)(now);
    const followed = await (0,_follow_service_js__WEBPACK_IMPORTED_MODULE_2__/* .followService */ .n)({
        world,
        plan,
        state,
        lock,
        story,
        pollMs,
        change: {},
        bake: undefined,
        onGoingBack: async () => { },
        cancelled,
    });
    if (followed.isHandedOver)
        return { told: 'Interrupted before it was finished.', isDone: false };
    const { outcome, reason } = followed.state;
    const isUnproven = outcome === 'succeeded' && left.bakeMs > 0;
    const what = outcome === 'succeeded'
        ? `The deployment of ${(0,_ecs_task_definition_js__WEBPACK_IMPORTED_MODULE_0__/* .shortName */ .EU)(plan.taskDefinitionArn)} completed${isUnproven ? '; nobody watched it to the end of its bake' : ''}`
        : `The deployment of ${(0,_ecs_task_definition_js__WEBPACK_IMPORTED_MODULE_0__/* .shortName */ .EU)(plan.taskDefinitionArn)} did not stay (${[reason, (0,_diagnose_js__WEBPACK_IMPORTED_MODULE_1__/* .whyInWords */ .x)(story, reason)].filter(Boolean).join(': ')})`;
    return { told: [`${what}.`, await (0,_serving_js__WEBPACK_IMPORTED_MODULE_3__/* .servingNow */ .N)(world, service)].filter(Boolean).join(' '), isDone: true };
}


/***/ }),

/***/ 6241:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ servingNow)
/* harmony export */ });
/* harmony import */ var _ecs_task_definition_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3204);
/* harmony import */ var _spec_input_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5432);


/** What the service runs now, in a sentence, read once more; empty when it cannot be read. */
async function servingNow({ rollout }, name) {
    try {
        const [service] = await rollout.describe([name]);
        if (service === undefined)
            return '';
        const { taskDefinitionArn, desiredCount, deployments } = service;
        const primary = deployments.find(({ status }) => status === 'PRIMARY');
        const others = deployments.filter(({ status, runningCount }) => status !== 'PRIMARY' && runningCount > 0);
        const still = others.map((other) => `, and ${other.runningCount} of ${(0,_ecs_task_definition_js__WEBPACK_IMPORTED_MODULE_0__/* .shortName */ .EU)(other.taskDefinitionArn)}`);
        return `${name} runs ${(0,_ecs_task_definition_js__WEBPACK_IMPORTED_MODULE_0__/* .shortName */ .EU)(taskDefinitionArn)} now: ${primary?.runningCount ?? 0} of ${desiredCount} tasks${still.join('')}.`;
    }
    catch (error) {
        return error instanceof _spec_input_error_js__WEBPACK_IMPORTED_MODULE_1__/* .InputError */ .d ? `${name} cannot be found.` : '';
    }
}


/***/ }),

/***/ 7404:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ newRollStory)
/* harmony export */ });
function newRollStory(startedAt) {
    return {
        startedAt,
        plan: [],
        diff: [],
        warnings: [],
        timeline: [],
        events: [],
        begunAt: null,
        stopped: [],
        logs: [],
        targets: [],
        detail: undefined,
        unread: [],
    };
}


/***/ })

};
