export const id = 2014;
export const ids = [2014];
export const modules = {

/***/ 8617:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FP: () => (/* binding */ placementProblem),
/* harmony export */   Iu: () => (/* binding */ unhealthyTarget),
/* harmony export */   gX: () => (/* binding */ reasonToGiveUp)
/* harmony export */ });
/* harmony import */ var _stopped_tasks_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1959);
// src/ecs/failing.ts

/**
 * Why the rollout will not get better by itself: tasks that failed for the same reason `failAfter` times, three times as
 * many whatever the reasons, or tasks that could not even be placed so often.
 *
 * @param failedTasks what ECS counts for this deployment: tasks that it could not start are in no list of stopped ones
 */
function reasonToGiveUp({ stopped, placement, failedTasks, }, failAfter) {
    const fatal = typeof stopped === 'object' ? stopped.filter(_stopped_tasks_js__WEBPACK_IMPORTED_MODULE_0__/* .speaksAgainstRelease */ .kA) : [];
    const groups = (0,_stopped_tasks_js__WEBPACK_IMPORTED_MODULE_0__/* .grouped */ .zD)(fatal);
    const lines = groups.map(({ words, tasks }) => `${tasks.length} × ${words}`);
    if ((groups[0]?.tasks.length ?? 0) >= failAfter)
        return `tasks keep failing: ${lines[0]}`;
    if (fatal.length >= 3 * failAfter)
        return `tasks keep failing: ${lines.join('; ')}`;
    if (failedTasks < failAfter || stopped === undefined || fatal.length >= failedTasks)
        return undefined;
    if (placement.length > 0)
        return `tasks cannot be started: ${counted(placement)}`;
    if (stopped === 'unavailable')
        return `tasks keep failing: ECS counts ${failedTasks}; why cannot be read`;
    return undefined;
}
function counted(reasons) {
    const groups = new Map();
    for (const reason of reasons)
        groups.set((0,_stopped_tasks_js__WEBPACK_IMPORTED_MODULE_0__/* .essence */ .Pf)(reason), [...(groups.get((0,_stopped_tasks_js__WEBPACK_IMPORTED_MODULE_0__/* .essence */ .Pf)(reason)) ?? []), reason]);
    return [...groups.values()]
        .sort((a, b) => b.length - a.length)
        .map((group) => `${group.length} × ${group[0]}`)
        .join('; ');
}
/**
 * Why a task could not be placed or launched, as an event of the service says it; undefined for other events.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-event-messages-list.html
 */
function placementProblem(message) {
    const { placed, launched } = /was unable to place a task\b[^.]*\.\s*(?:Reason: )?(?<placed>.+)$|failed to launch a task with \(error (?<launched>.+)\)\.?$/is.exec(message)?.groups ?? {};
    return (placed ?? launched)
        ?.trim()
        .replace(/\.$/, '')
        .replace(/\. For more information, see the Troubleshooting section.*$/s, '');
}
/** What a load balancer's health check got of a task, as an event of the service says it; undefined for other events. */
function unhealthyTarget(message) {
    return /is unhealthy in \(target-group [^)]+\) due to \(reason (?<why>.+)\)\.?$/is.exec(message)?.groups?.why;
}


/***/ }),

/***/ 4031:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DP: () => (/* binding */ oursIn),
/* harmony export */   Os: () => (/* binding */ primaryOf),
/* harmony export */   U4: () => (/* binding */ isNewer),
/* harmony export */   _L: () => (/* binding */ fateOf),
/* harmony export */   zT: () => (/* binding */ superseded)
/* harmony export */ });
/* harmony import */ var _task_definition_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3204);
// src/ecs/follow-fate.ts

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
/**
 * Whether a deployment came after ours. What was there before ours only means that the read lags behind; so does what began
 * before it: that may be our own first attempt, whose answer was lost.
 */
function isNewer({ knownBefore }, { ours }, { id, createdAt }) {
    const beganBefore = ours.at !== null && createdAt !== 0 && createdAt < ours.at;
    return id !== ours.primaryId && !knownBefore.includes(id) && !beganBefore;
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
        return isNewer(plan, { ours }, primary) ? superseded(primary.taskDefinitionArn) : { kind: 'unseen' };
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
/* harmony export */   eT: () => (/* binding */ capacityBack),
/* harmony export */   mP: () => (/* binding */ initialFollow),
/* harmony export */   z0: () => (/* binding */ returnChange)
/* harmony export */ });
// src/ecs/follow-state.ts
/** Where tasks were placed before goes with an update back. */
const capacityBack = ({ capacityBefore, }) => capacityBefore === undefined ? {} : { capacityProviderStrategy: capacityBefore };
/** What the update of a way back changes beside the task definition. */
const returnChange = (plan) => ({
    ...(plan.desiredCount === undefined ? {} : { desiredCount: plan.desiredCount }),
    ...capacityBack(plan),
});
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

/***/ 6349:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ whatToDo)
/* harmony export */ });
// src/ecs/remedies.ts
/**
 * What to do about a cause, for whoever is called at night: the first thing to look at, by the words of ECS.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/stopped-task-error-codes.html
 */
const remedies = [
    [/OutOfMemory/, 'give it more memory (input memory, or the memory of the container), or find what takes it'],
    [
        /CannotPullContainer.*(?:descriptor matching platform|no match for platform)/s,
        'build the image for the platform that the task definition asks for (runtimePlatform)',
    ],
    [
        /CannotPullContainer.*(?:AccessDenied|not authorized|no basic auth|denied|403|401)/s,
        'allow the execution role to pull it (ecr:GetAuthorizationToken, ecr:BatchGetImage, ecr:GetDownloadUrlForLayer)',
    ],
    [
        /CannotPullContainer.*(?:timeout|timed out|dial tcp|deadline exceeded|no such host)/s,
        'give the subnets a way to the registry: a NAT gateway, a public address, or VPC endpoints',
    ],
    [/CannotPullContainer/, 'look whether the image is in its registry, under this tag or digest, in this Region'],
    [
        /unable to pull secrets.*(?:AccessDenied|not authorized)/s,
        'allow the execution role to read it (secretsmanager:GetSecretValue or ssm:GetParameters; kms:Decrypt with a key of your own)',
    ],
    [
        /unable to pull secrets.*(?:timeout|timed out|dial tcp|deadline exceeded|no such host)/s,
        'give the subnets a way to Secrets Manager and Systems Manager: a NAT gateway, a public address, or VPC endpoints',
    ],
    [
        /unable to pull secrets/s,
        'look whether the secret or parameter is there under this name (and has this JSON key), in this Region',
    ],
    [
        /validate logger args|log stream|log group/,
        'create the log group, or let ECS do it (awslogs-create-group), and allow the execution role logs:CreateLogStream and logs:PutLogEvents',
    ],
    [
        /failed container health checks/i,
        "run the health check's command in the container; one that starts slowly needs a startPeriod",
    ],
    [
        /failed (?:elb|alb|nlb) health checks|Target\.(?:ResponseCodeMismatch|Timeout|FailedHealthChecks)/i,
        'ask the path of the health check on the port of the target group; one that starts slowly needs healthCheckGracePeriodSeconds',
    ],
    [
        /unable to assume the role/,
        'let the role trust ecs-tasks.amazonaws.com, and the role that deploys pass it (iam:PassRole)',
    ],
    [
        /Capacity is unavailable|RESOURCE:|insufficient (?:cpu|memory|ports)|No Container Instances/i,
        'try again later, or let it run elsewhere as well (capacity-provider-strategy, subnets in other zones, more instances)',
    ],
    [
        /CannotStartContainer|exit code 12[67]\b/,
        'look whether the program that command or entryPoint names is in the image, and may be run',
    ],
];
/** What to do about these causes, each once, in their order; empty when there is nothing to say that they do not say. */
function whatToDo(causes) {
    const found = causes.flatMap((cause) => remedies.find(([pattern]) => pattern.test(cause))?.[1] ?? []);
    return [...new Set(found)];
}


/***/ }),

/***/ 436:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Oq: () => (/* binding */ touchedBy),
/* harmony export */   o3: () => (/* binding */ touchedService),
/* harmony export */   up: () => (/* binding */ touchedText)
/* harmony export */ });
/* unused harmony export touchedOf */
/* harmony import */ var _ecs_task_definition_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3204);
// src/fleet/touched-service.ts

const touchedService = (where, { before, after }) => ({ ...where, before: (0,_ecs_task_definition_js__WEBPACK_IMPORTED_MODULE_0__/* .shortName */ .EU)(before), after: (0,_ecs_task_definition_js__WEBPACK_IMPORTED_MODULE_0__/* .shortName */ .EU)(after) });
/** In few letters, because all services of a release share one entry of a journal: `shop/order shop-order:7 8`. */
function touchedText({ cluster, service, before, after }) {
    const family = before.slice(0, before.lastIndexOf(':') + 1);
    const short = after.startsWith(family) ? after.slice(family.length) : after;
    return `${(0,_ecs_task_definition_js__WEBPACK_IMPORTED_MODULE_0__/* .shortName */ .EU)(cluster)}/${service} ${before} ${short}`;
}
/** Undefined when it is no such text. */
function touchedOf(text) {
    const found = /^(?<cluster>[^/ ]+)\/(?<service>[^ ]+) (?<family>[^ ]+:)(?<revision>\d+) (?<after>[^ ]+)$/.exec(text);
    const { cluster = '', service = '', family = '', revision = '', after = '' } = found?.groups ?? {};
    if (found === null)
        return undefined;
    return { cluster, service, before: family + revision, after: after.includes(':') ? after : family + after };
}
/** The services of a release; what is no text of one is left out. */
const touchedBy = ({ touched }) => touched.flatMap((text) => touchedOf(text) ?? []);


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

/***/ 5398:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ stopLeft)
/* harmony export */ });
/* harmony import */ var _ports_access_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7919);
/* harmony import */ var _ports_message_of_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9901);
// src/one-off/stop-left.ts


const pollMs = 3_000;
/**
 * So long a task may stay out of the lists after RunTask has taken effect, as far as is waited for it.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RunTask.html (eventual consistency)
 */
const unseenMs = 20_000;
/** How long to wait for the end: `stopTimeout` is at most 120 s. */
const stopMs = 150_000;
/**
 * Stops the task that another process started under this name, if there is one, and waits until it has ended: what it does
 * must not meet what the next run does. Can be done twice.
 *
 * @throws AccessError when it may not be looked for, or not be stopped
 */
async function stopLeft(name, world, beat) {
    const { clock, cancellation } = world;
    const startedAt = clock.now();
    const running = new Set();
    let stopped = 0;
    for (;;) {
        const isListed = await softly(world, async () => {
            for (const arn of await world.tasks.startedBy(name)) {
                running.add(arn);
                await world.tasks.stop(arn, 'Sluice: the run that started it has ended');
            }
        });
        for (const arn of running) {
            await softly(world, async () => {
                const seen = await world.tasks.look(arn);
                if (seen !== undefined && seen.status !== 'STOPPED')
                    return;
                running.delete(arn);
                stopped += 1;
            });
        }
        const passedMs = clock.now() - startedAt;
        if (running.size === 0 && stopped > 0)
            return { told: 'Its one-off task was stopped.', isDone: true };
        if (running.size === 0 && isListed && passedMs >= unseenMs)
            return { told: 'Its one-off task had ended, or was never started.', isDone: true };
        if (passedMs >= stopMs && running.size === 0)
            return { told: 'Its one-off task could not be looked for.', isDone: false };
        if (passedMs >= stopMs)
            return { told: `Its one-off task was told to stop and runs still: ${[...running].join(', ')}.`, isDone: true };
        if (cancellation.reason !== undefined)
            return { told: 'Interrupted before its one-off task had ended.', isDone: false };
        beat();
        await clock.sleep(pollMs, cancellation.signal);
    }
}
/** What fails is tried again at the next look: throttles and faults of the network decide nothing. */
async function softly({ report }, deed) {
    try {
        await deed();
        return true;
    }
    catch (error) {
        if (error instanceof _ports_access_error_js__WEBPACK_IMPORTED_MODULE_0__/* .AccessError */ .Z)
            throw error;
        report.line(`The one-off task that was left: ${(0,_ports_message_of_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .b)(error)}`);
        return false;
    }
}


/***/ }),

/***/ 2394:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ RefusedUpdate)
/* harmony export */ });
// src/ports/service-deployments.ts
/** ECS does not take the update, in its own words; asked again it would say the same. */
class RefusedUpdate extends Error {
    name = 'RefusedUpdate';
}


/***/ }),

/***/ 5029:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JW: () => (/* binding */ remedies),
/* harmony export */   h4: () => (/* binding */ diagnose),
/* harmony export */   xf: () => (/* binding */ whyInWords)
/* harmony export */ });
/* harmony import */ var _ecs_failing_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8617);
/* harmony import */ var _ecs_remedies_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6349);
/* harmony import */ var _ecs_stopped_tasks_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1959);
/* harmony import */ var _ports_message_of_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9901);
/* harmony import */ var _verdict_target_health_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3635);
// src/rolling/diagnose.ts





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
            const text = `Could not read ${what}: ${(0,_ports_message_of_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .b)(error)}`;
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
/** So many causes have their logs read. */
const mostCauses = 2;
async function lastLogs(count, world, { stopped }) {
    const logs = [];
    const fatal = stopped.filter(_ecs_stopped_tasks_js__WEBPACK_IMPORTED_MODULE_1__/* .speaksAgainstRelease */ .kA);
    // The newest of each cause says what the others would say again.
    for (const { tasks } of (0,_ecs_stopped_tasks_js__WEBPACK_IMPORTED_MODULE_1__/* .grouped */ .zD)(fatal.length > 0 ? fatal : stopped).slice(0, mostCauses)) {
        const [task] = tasks;
        if (task === undefined)
            continue;
        // The one that failed is read first: of several containers that is the log that people want.
        const failed = ({ exitCode, reason, health }) => (exitCode ?? 0) !== 0 || reason !== '' || health === 'UNHEALTHY';
        for (const { name } of [...task.containers].sort((a, b) => Number(failed(b)) - Number(failed(a)))) {
            const lines = await world.logs.lastLines(task, name, count);
            if (lines.length > 0)
                logs.push({ container: name, task: task.arn.slice(task.arn.lastIndexOf('/') + 1), lines });
        }
    }
    return logs;
}
/** What is known of the cause beside what the reason says already, as an addition to it; empty when there is nothing. */
function whyInWords(story, reason) {
    const isSaid = (words) => (0,_ecs_stopped_tasks_js__WEBPACK_IMPORTED_MODULE_1__/* .essence */ .Pf)(reason).includes((0,_ecs_stopped_tasks_js__WEBPACK_IMPORTED_MODULE_1__/* .essence */ .Pf)(words));
    const fatal = fatalCauses(story).slice(0, mostCauses);
    const triggered = (story.detail?.triggeredAlarms ?? []).map((name) => `alarm ${name}`);
    const said = [
        ...triggered.filter((words) => !isSaid(words)),
        // How many they are may have changed since the reason was told.
        ...fatal.filter(({ words }) => !isSaid(words)).map(({ words, tasks }) => `${tasks.length} × ${words}`),
        ...healthChecks(story).filter((words) => !isSaid(words)),
    ];
    if (said.length > 0 || fatal.length > 0)
        return said.join('; ');
    const unhealthy = story.targets.filter(({ seen }) => seen.some(({ state, reason: why }) => state === 'unhealthy' || why !== ''));
    const ofTargets = unhealthy.map(({ seen }) => (0,_verdict_target_health_js__WEBPACK_IMPORTED_MODULE_2__/* .targetsInWords */ .Zp)(seen, 0));
    return [...ofTargets, ...troubles(story).slice(0, 1)].filter((words) => !isSaid(words)).join('; ');
}
const fatalCauses = ({ stopped }) => (0,_ecs_stopped_tasks_js__WEBPACK_IMPORTED_MODULE_1__/* .grouped */ .zD)(stopped.filter(_ecs_stopped_tasks_js__WEBPACK_IMPORTED_MODULE_1__/* .speaksAgainstRelease */ .kA));
/** What the load balancers' health checks got, each once, the newest first: the targets themselves are gone by then. */
const healthChecks = ({ events }) => [
    ...new Set(events.flatMap(({ message }) => (0,_ecs_failing_js__WEBPACK_IMPORTED_MODULE_3__/* .unhealthyTarget */ .Iu)(message) ?? [])),
];
/** What the events complain of, each once: first why tasks cannot be placed, which says more than that they cannot. */
function troubles({ events }) {
    const placement = events.flatMap(({ message }) => (0,_ecs_failing_js__WEBPACK_IMPORTED_MODULE_3__/* .placementProblem */ .FP)(message) ?? []);
    const others = events.filter(({ message }) => /unable|unhealthy/i.test(message)).map(({ message }) => plain(message));
    return [...new Set(placement.length > 0 ? placement : others)];
}
/** An event without the name of its service, which everybody knows by then. */
const plain = (message) => message.replace(/^\(service [^)]*\)\s*/, '').replace(/\.$/, '');
/** What to do about what was found, in the order of what speaks loudest; empty when nothing is known that helps. */
function remedies(story, reason) {
    const targets = story.targets.flatMap(({ seen }) => seen.map((target) => target.reason));
    const causes = fatalCauses(story).map(({ words }) => words);
    return (0,_ecs_remedies_js__WEBPACK_IMPORTED_MODULE_4__/* .whatToDo */ .H)(causes.length > 0 ? causes : [...troubles(story), reason, ...targets]);
}


/***/ }),

/***/ 7364:
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
// src/ecs/follow-back.ts


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
/**
 * Another deployment is in the place of ours. To whoever finishes what another process left, one of the last good version is
 * the way back that was begun there, and not written down any more: that is followed.
 */
function replaced(plan, state, seen, why) {
    const { now, service } = seen;
    const primary = service === undefined ? undefined : (0,follow_fate/* primaryOf */.Os)(service);
    if (plan.mayUpdate || primary === undefined || primary.taskDefinitionArn !== plan.lastGoodArn)
        return ended(state, 'superseded', why, now);
    const { why: first = 'it had been told to go back', cause = 'bad' } = state.back ?? {};
    const back = {
        why: first,
        cause,
        by: 'update',
        at: now,
        sentAt: now,
        sent: 1,
        primaryId: primary.id,
        isTaken: true,
    };
    return byUpdate(plan, { ...state, phase: 'going-back', since: now, back }, seen, back);
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
            return replaced(plan, state, seen, `${fate.why}, while it was being taken back (${back.why})`);
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
    const isNew = (0,follow_fate/* isNewer */.U4)(plan, state, primary);
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

// EXTERNAL MODULE: ./build-stage/ecs/stopped-tasks.js
var stopped_tasks = __webpack_require__(1959);
;// CONCATENATED MODULE: ./build-stage/ecs/follow.js
// src/ecs/follow.ts





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
            return replaced(plan, state, seen, fate.why);
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
    return (0,failing/* reasonToGiveUp */.gX)({ stopped, placement, failedTasks: mine?.failedTasks ?? 0 }, plan.failAfter);
}
function whileRolling(plan, state, seen, fate) {
    const { now, service } = seen;
    const primary = service === undefined ? undefined : (0,follow_fate/* primaryOf */.Os)(service);
    if (fate.kind === 'succeeded' && service !== undefined && primary !== undefined) {
        if (isReplaced(plan, state, primary)) {
            const other = (0,task_definition/* shortName */.EU)(primary.taskDefinitionArn);
            return replaced(plan, state, seen, `it had succeeded, and then another deployment (${other}) replaced it`);
        }
        const isOurs = primary.id === state.ours.primaryId || primary.taskDefinitionArn === plan.taskDefinitionArn;
        if (isOurs && service.desiredCount > 0 && primary.runningCount >= service.desiredCount) {
            const stableTasks = primary.runningCount;
            const baking = { ...state, phase: 'baking', since: now, stableAt: now, stableTasks };
            const stable = { ...baking, ...failedNow(state, seen) };
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
    if (primary !== undefined && isReplaced(plan, before, primary)) {
        const other = (0,task_definition/* shortName */.EU)(primary.taskDefinitionArn);
        return replaced(plan, before, seen, `it had succeeded, and then another deployment (${other}) replaced it`);
    }
    if (verdict?.judgement === 'unhealthy')
        return goBack(plan, before, seen, verdict.reason, 'bad');
    const needed = Math.min(service?.desiredCount ?? 0, before.stableTasks ?? Number.POSITIVE_INFINITY);
    const isWhole = service !== undefined && primary?.id === before.ours.primaryId && primary.runningCount >= needed;
    const isGood = (verdict === undefined || verdict.judgement === 'healthy') && isWhole;
    const unknownSince = isGood ? null : (before.unknownSince ?? now);
    const failed = failedNow(before, seen);
    const hasFailed = (failed.failedBefore ?? 0) > (before.failedBefore ?? failed.failedBefore ?? 0);
    const state = { ...before, ...failed, unknownSince, since: hasFailed ? now : before.since };
    const doubt = isWhole || service === undefined ? (verdict?.reason ?? 'the service could not be read') : progress(state, seen);
    if (unknownSince !== null && now - unknownSince >= plan.unknownLimitMs)
        return goBack(plan, state, seen, `its health was not certain for too long: ${doubt}`, 'bad');
    if (isGood && now - state.since >= plan.bakeMs)
        return ended(state, 'succeeded', verdict?.reason || progress(state, seen), now);
    if (now >= plan.deadline && isLast(plan, seen))
        return goBack(plan, state, seen, `time was up before it had been watched to the end: ${doubt}`, 'timed-out');
    if (hasFailed)
        return wait(state, `a task has failed: from now on it is watched anew (${progress(state, seen)})`);
    return wait(state, isGood ? `healthy: ${verdict?.reason ?? progress(state, seen)}` : doubt);
}
/** How many tasks have failed so far, as far as this look tells. */
function failedNow({ ours }, { stopped, service }) {
    if (typeof stopped === 'object')
        return { failedBefore: stopped.filter(stopped_tasks/* speaksAgainstRelease */.kA).length };
    const mine = service?.deployments.find(({ id }) => id === ours.primaryId);
    return stopped === 'unavailable' && mine !== undefined ? { failedBefore: mine.failedTasks } : {};
}
/** Someone's later deployment is in its place. */
function isReplaced(plan, state, primary) {
    return state.ours.primaryId !== null && (0,follow_fate/* isNewer */.U4)(plan, state, primary);
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

// EXTERNAL MODULE: ./build-stage/ecs/follow-state.js
var follow_state = __webpack_require__(8888);
// EXTERNAL MODULE: ./build-stage/ports/access-error.js
var access_error = __webpack_require__(7919);
// EXTERNAL MODULE: ./build-stage/ports/message-of.js
var message_of = __webpack_require__(9901);
// EXTERNAL MODULE: ./build-stage/ports/service-deployments.js
var service_deployments = __webpack_require__(2394);
;// CONCATENATED MODULE: ./build-stage/rolling/count-back.js
// src/rolling/count-back.ts

/**
 * Puts the number of tasks back that the rollout has set: a rollback of ECS leaves it as it is, and where there is no room
 * for so many it would never be complete. What autoscaling, or a person, has made of it since is left alone.
 */
class CountBack {
    world;
    plan;
    isDone = false;
    constructor(world, plan) {
        this.world = world;
        this.plan = plan;
    }
    /** Does it once the service is on its way back; does nothing until then, nor when there is nothing to be done. */
    async put({ back, outcome }, service) {
        const { countSet, service: name } = this.plan;
        if (countSet === undefined || this.isDone || back === null || back.by === 'abort' || outcome === 'superseded')
            return;
        if (service?.desiredCount !== countSet.to)
            return;
        const { deployments, report } = this.world;
        try {
            await deployments.start(name, { desiredCount: countSet.before });
            this.isDone = true;
            report.line(`${name}: the desired count is ${countSet.before} again`);
        }
        catch (error) {
            // The next look tries again; it is no reason not to go back.
            report.line(`the desired count could not be put back: ${(0,message_of/* messageOf */.b)(error)}`);
        }
    }
}

// EXTERNAL MODULE: ./build-stage/rolling/look.js
var look = __webpack_require__(1938);
;// CONCATENATED MODULE: ./build-stage/rolling/follow-service.js
// src/rolling/follow-service.ts








/** After a cancel there are seconds: whatever is repeated then is repeated soon, ms. */
const hurriedMs = 1_000;
/** Then `post` has to find out what became of what was begun: the runner waits for 7.5 s. */
const handOverMs = 5_000;
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
    const countBack = new CountBack(world, plan);
    let state = following.state;
    let last;
    let answer;
    let baking;
    let failures = 0;
    let hurriedAt;
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
            const cancelled = plan.isReturn
                ? undefined
                : (cancellation.reason ?? following.cancelled ?? accessEnds(world) ?? lock.atRisk);
            // A cancel leaves seconds: what was seen last has to do.
            const isUrgent = cancellation.reason !== undefined && hurriedAt === undefined && state.phase !== 'going-back';
            if (cancellation.reason !== undefined)
                hurriedAt ??= clock.now();
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
                    world.report.line(`${command.kind}: ${(0,message_of/* messageOf */.b)(error)}`);
                }
            }
            if (lock.lostTo === undefined)
                await countBack.put(state, looked.service);
            if (command.kind !== 'update')
                lock.note(following.goesOn === true ? stillOpen(state) : state);
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
            if (hurriedAt !== undefined) {
                if (isOnItsWayBack(plan, state, answer) || clock.now() - hurriedAt >= handOverMs)
                    return done({ isHandedOver: true });
            }
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
const stillOpen = (state) => state.outcome === 'succeeded' ? { ...state, phase: 'baking', outcome: null, reason: '' } : state;
/** Whether ECS has taken it, so that nobody need stay for it. */
function isOnItsWayBack({ isReturn }, { phase, back }, answer) {
    const isTaken = answer !== undefined && (answer.to !== 'stop' || answer.worked);
    if (phase === 'going-back')
        return isTaken || back?.isTaken === true;
    return isReturn === true && (isTaken || phase !== 'updating');
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
                ...(await deployments.start(plan.service, {
                    taskDefinitionArn: command.taskDefinitionArn,
                    ...(0,follow_state/* capacityBack */.eT)(plan),
                })),
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
// src/rolling/kept.ts
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
/* harmony import */ var _ports_message_of_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9901);
// src/rolling/lock.ts



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
    task;
    keptText = '';
    constructor(of, world, startedAt) {
        super(world);
        this.of = of;
        this.world = world;
        this.startedAt = startedAt;
    }
    entry(now) {
        const { world, of, plan, follow, task } = this;
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
            ...(task === undefined ? {} : { task }),
        };
    }
    /** This holder goes on with what another one left. */
    resume({ plan, follow, task }) {
        this.plan = plan === null ? undefined : plan;
        this.follow = follow === null ? undefined : follow;
        this.task = task;
        this.keep();
    }
    /** What was left is settled: from here on it is this run's own. */
    async restart() {
        this.plan = undefined;
        this.follow = undefined;
        this.task = undefined;
        this.keep();
        await this.write();
    }
    /** A task that runs beside the service: what may outlive this process is in the journal before it is started. */
    watch = {
        starting: async (startedBy) => {
            this.task = startedBy;
            this.keep();
            await this.surely();
            if (this.lostTo !== undefined)
                throw new Error(`the lock is held by ${this.lostTo} now`);
        },
        beat: () => this.beat(),
        over: async () => {
            if (this.task === undefined)
                return;
            this.task = undefined;
            this.keep();
            await this.write();
        },
    };
    /**
     * The service is about to be told: written before it is.
     *
     * @throws Error when it cannot be written: then nothing may be begun
     */
    async enter(plan, follow) {
        this.plan = plan;
        this.follow = follow;
        this.keep();
        await this.surely();
    }
    /** @throws Error when it cannot be written */
    async surely() {
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
     * nothing of how it ended: `post` tries it again, and it ends by itself. It is kept while a task may still run: `post` stops
     * that first.
     */
    async release() {
        if (this.task !== undefined)
            return;
        try {
            await this.giveBack();
            this.end();
        }
        catch (error) {
            const why = (0,_ports_message_of_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .b)(error);
            this.world.report.warn(`The lock ${this.of.name} could not be given back: ${why}`);
        }
    }
    /** `post` has nothing to do, and the lock stays. */
    end() {
        this.world.kept.forget(this.of.name);
    }
    /**
     * About to ask for the lock: a process that dies at that very call may have it. With no lease of its own, so that what
     * somebody else holds is never taken for this run's.
     */
    claim() {
        this.world.kept.keep(this.of.name, { ...this.entry(0), expires: 0 });
    }
    keep() {
        const entry = this.entry(this.world.clock.now());
        const text = JSON.stringify([entry.stage, entry.follow, entry.task]);
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
/* harmony import */ var _ecs_failing_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8617);
/* harmony import */ var _ecs_follow_fate_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4031);
/* harmony import */ var _ecs_remedies_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(6349);
/* harmony import */ var _ecs_stopped_tasks_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(1959);
/* harmony import */ var _ecs_task_definition_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3204);
/* harmony import */ var _ports_access_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7919);
/* harmony import */ var _ports_message_of_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9901);
/* harmony import */ var _spec_input_error_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5432);
// src/rolling/look.ts








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
    hasToldBehind = false;
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
        this.running = (0,_ecs_follow_fate_js__WEBPACK_IMPORTED_MODULE_0__/* .primaryOf */ .Os)(service)?.runningCount ?? 0;
        const [deployments, stopped] = await Promise.all([
            isFull ? this.list() : undefined,
            (isFull || state.phase === 'baking') && since !== null ? this.stopped(since) : undefined,
        ]);
        return {
            service,
            deployments,
            stopped,
            placement: events.flatMap(({ message }) => (0,_ecs_failing_js__WEBPACK_IMPORTED_MODULE_4__/* .placementProblem */ .FP)(message) ?? []),
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
            this.failure = (0,_ports_message_of_js__WEBPACK_IMPORTED_MODULE_5__/* .messageOf */ .b)(error);
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
            this.lookBehind(all);
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
    /** The last good version may fail as well by now, its image gone for one: going back waits for it, and people must know. */
    lookBehind(stopped) {
        const { lastGoodArn, taskDefinitionArn, failAfter } = this.plan;
        if (this.hasToldBehind || lastGoodArn === null || lastGoodArn === taskDefinitionArn)
            return;
        const [cause] = (0,_ecs_stopped_tasks_js__WEBPACK_IMPORTED_MODULE_6__/* .grouped */ .zD)(stopped.filter((task) => task.taskDefinitionArn === lastGoodArn && (0,_ecs_stopped_tasks_js__WEBPACK_IMPORTED_MODULE_6__/* .speaksAgainstRelease */ .kA)(task)));
        if (cause === undefined || cause.tasks.length < failAfter)
            return;
        this.hasToldBehind = true;
        const [remedy] = (0,_ecs_remedies_js__WEBPACK_IMPORTED_MODULE_7__/* .whatToDo */ .H)([cause.words]);
        const text = `Tasks of ${(0,_ecs_task_definition_js__WEBPACK_IMPORTED_MODULE_1__/* .shortName */ .EU)(lastGoodArn)}, the last good version, fail as well: ${cause.tasks.length} × ${cause.words}`;
        const told = remedy === undefined ? text : `${text}. What to do: ${remedy}`;
        this.story.warnings.push(told);
        this.world.report.warn(told);
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
    const primary = (0,_ecs_follow_fate_js__WEBPACK_IMPORTED_MODULE_0__/* .primaryOf */ .Os)(service);
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
/* harmony import */ var _one_off_stop_left_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5398);
/* harmony import */ var _diagnose_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(5029);
/* harmony import */ var _follow_service_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7364);
/* harmony import */ var _serving_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6241);
/* harmony import */ var _story_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7404);
// src/rolling/recovery.ts







/** So long a deployment that a dead run left may still take, ms. */
const settleMs = 15 * 60_000;
const pollMs = 5_000;
/**
 * Finishes what a run left: `post` after a cancel, the next run, or `recover` after a runner that died. It goes on with the
 * machine where the journal says that it was: the deployment is followed to its end and judged by what ECS says, or taken
 * back; a one-off task is stopped. It starts nothing anew but a way back, and may itself be killed anywhere.
 *
 * @param cancelled set where the run was meant to end: its `on-cancel` decides what becomes of the deployment
 * @throws AccessError when access is lost on the way
 */
async function settleRolling(world, { plan: planLeft, follow, service, task }, lock, cancelled) {
    const stopped = task === undefined ? undefined : await (0,_one_off_stop_left_js__WEBPACK_IMPORTED_MODULE_1__/* .stopLeft */ .O)(task, world, () => lock.beat());
    if (stopped?.isDone === false)
        return stopped;
    await lock.watch.over();
    const first = stopped === undefined ? [] : [stopped.told];
    if (planLeft === null)
        return { told: [...first, 'The service had not been changed.'].join(' '), isDone: true };
    const left = planLeft;
    const now = world.clock.now();
    // Whether it is healthy beyond what ECS says was to be seen by that run; its time is over.
    const plan = {
        ...left,
        mayUpdate: left.isReturn === true,
        bakeMs: 0,
        deadline: Math.max(left.deadline, now + settleMs),
    };
    const before = follow ?? (0,_ecs_follow_state_js__WEBPACK_IMPORTED_MODULE_4__/* .initialFollow */ .mP)(now);
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
        change: (0,_ecs_follow_state_js__WEBPACK_IMPORTED_MODULE_4__/* .returnChange */ .z0)(plan),
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
        : `The deployment of ${(0,_ecs_task_definition_js__WEBPACK_IMPORTED_MODULE_0__/* .shortName */ .EU)(plan.taskDefinitionArn)} did not stay (${[reason, (0,_diagnose_js__WEBPACK_IMPORTED_MODULE_6__/* .whyInWords */ .xf)(story, reason)].filter(Boolean).join(': ')})`;
    return { told: [...first, `${what}.`, await (0,_serving_js__WEBPACK_IMPORTED_MODULE_3__/* .servingNow */ .N)(world, service)].filter(Boolean).join(' '), isDone: true };
}


/***/ }),

/***/ 6241:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ servingNow)
/* harmony export */ });
/* harmony import */ var _ecs_task_definition_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3204);
/* harmony import */ var _spec_input_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5432);
// src/rolling/serving.ts


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
// src/rolling/story.ts
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


/***/ })

};
