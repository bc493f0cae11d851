export const id = 7562;
export const ids = [7562];
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
/* harmony export */   m: () => (/* binding */ initialFollow),
/* harmony export */   z: () => (/* binding */ returnChange)
/* harmony export */ });
// src/ecs/follow-state.ts
/** What the update of a way back changes beside the task definition. */
const returnChange = ({ desiredCount }) => desiredCount === undefined ? {} : { desiredCount };
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
/* harmony export */   Wg: () => (/* binding */ touchedOf),
/* harmony export */   o3: () => (/* binding */ touchedService),
/* harmony export */   up: () => (/* binding */ touchedText)
/* harmony export */ });
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


/***/ }),

/***/ 5398:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ stopLeft)
/* harmony export */ });
/* harmony import */ var _ports_access_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7919);
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
        report.line(`The one-off task that was left: ${error instanceof Error ? error.message : String(error)}`);
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
/* harmony import */ var _blue_green_words_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6795);
/* harmony import */ var _ecs_failing_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8617);
/* harmony import */ var _ecs_remedies_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6349);
/* harmony import */ var _ecs_stopped_tasks_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1959);
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
        if (isReplaced(plan, state, primary.id)) {
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
    if (primary !== undefined && isReplaced(plan, before, primary.id)) {
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
            report.line(`the desired count could not be put back: ${(0,words/* messageOf */.bD)(error)}`);
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
                    world.report.line(`${command.kind}: ${(0,words/* messageOf */.bD)(error)}`);
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
        over: () => {
            if (this.task === undefined)
                return;
            this.task = undefined;
            this.keep();
            void this.write();
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
            const why = error instanceof Error ? error.message : String(error);
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
/* harmony import */ var _blue_green_words_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6795);
/* harmony import */ var _ecs_failing_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8617);
/* harmony import */ var _ecs_follow_fate_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4031);
/* harmony import */ var _ecs_remedies_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(6349);
/* harmony import */ var _ecs_stopped_tasks_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(1959);
/* harmony import */ var _ecs_task_definition_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3204);
/* harmony import */ var _ports_access_error_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7919);
/* harmony import */ var _spec_input_error_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5432);
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
        this.running = (0,_ecs_follow_fate_js__WEBPACK_IMPORTED_MODULE_1__/* .primaryOf */ .Os)(service)?.runningCount ?? 0;
        const [deployments, stopped] = await Promise.all([
            isFull ? this.list() : undefined,
            (isFull || state.phase === 'baking') && since !== null ? this.stopped(since) : undefined,
        ]);
        return {
            service,
            deployments,
            stopped,
            placement: events.flatMap(({ message }) => (0,_ecs_failing_js__WEBPACK_IMPORTED_MODULE_5__/* .placementProblem */ .FP)(message) ?? []),
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
            if (error instanceof _ports_access_error_js__WEBPACK_IMPORTED_MODULE_3__/* .AccessError */ .Z)
                throw error;
            this.failure = (0,_blue_green_words_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error);
            if (!(error instanceof _spec_input_error_js__WEBPACK_IMPORTED_MODULE_4__/* .InputError */ .d))
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
        const text = `Tasks of ${(0,_ecs_task_definition_js__WEBPACK_IMPORTED_MODULE_2__/* .shortName */ .EU)(lastGoodArn)}, the last good version, fail as well: ${cause.tasks.length} × ${cause.words}`;
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
const isDenied = (error) => error instanceof _ports_access_error_js__WEBPACK_IMPORTED_MODULE_3__/* .AccessError */ .Z && error.detail.kind === 'denied';
function softly(error) {
    if (error instanceof _ports_access_error_js__WEBPACK_IMPORTED_MODULE_3__/* .AccessError */ .Z)
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

/***/ 8808:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ patient),
/* harmony export */   N: () => (/* binding */ patientLock)
/* harmony export */ });
/* harmony import */ var _blue_green_words_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6795);
/* harmony import */ var _ports_access_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7919);
/* harmony import */ var _ports_refused_query_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5349);
/* harmony import */ var _spec_input_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5432);
// src/rolling/patient.ts




/** So often a call is made that AWS does not answer as it should, with a pause that doubles, ms. */
const attempts = 5;
const firstPauseMs = 2_000;
/**
 * The same world for the time before the service is told: a call that is throttled, or not answered, beyond what the SDK
 * makes up for is made again. What AWS refuses, and what does not exist, is told at once.
 */
function patient(world) {
    const { rollout, deployments, alarms } = world;
    const again = (call) => (...words) => repeated(world, () => call(...words));
    return {
        ...world,
        rollout: {
            ...rollout,
            describe: again((names) => rollout.describe(names)),
            taskDefinition: again((arn) => rollout.taskDefinition(arn)),
            register: again((definition) => rollout.register(definition)),
        },
        deployments: {
            ...deployments,
            list: again((service) => deployments.list(service)),
            settings: again((service) => deployments.settings(service)),
        },
        alarms: { alarms: again((names) => alarms.alarms(names)) },
    };
}
/** A lock that is asked for in the same manner. What is written later is written again soon anyway. */
function patientLock(world, { journal, queue }) {
    return {
        journal: {
            ...journal,
            read: () => repeated(world, () => journal.read()),
            release: (holder, until) => repeated(world, () => journal.release(holder, until)),
            acquire: (entry) => repeated(world, () => journal.acquire(entry)),
        },
        queue: {
            ...queue,
            join: (place) => repeated(world, () => queue.join(place)),
            places: () => repeated(world, () => queue.places()),
        },
    };
}
async function repeated({ clock, report, cancellation }, call) {
    for (let attempt = 1;; attempt++) {
        try {
            return await call();
        }
        catch (error) {
            const isFinal = error instanceof _ports_access_error_js__WEBPACK_IMPORTED_MODULE_1__/* .AccessError */ .Z || error instanceof _spec_input_error_js__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .d || error instanceof _ports_refused_query_js__WEBPACK_IMPORTED_MODULE_3__/* .RefusedQuery */ .v;
            if (isFinal || attempt === attempts || cancellation.reason !== undefined)
                throw error;
            report.line(`AWS did not answer as it should (${(0,_blue_green_words_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error)}); once more`);
            await clock.sleep(firstPauseMs * 2 ** (attempt - 1), cancellation.signal);
        }
    }
}


/***/ }),

/***/ 286:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ settleRolling)
/* harmony export */ });
/* harmony import */ var _ecs_follow_state_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8888);
/* harmony import */ var _ecs_task_definition_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3204);
/* harmony import */ var _one_off_stop_left_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5398);
/* harmony import */ var _diagnose_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5029);
/* harmony import */ var _follow_service_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7364);
/* harmony import */ var _serving_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6241);
/* harmony import */ var _story_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(7404);
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
    lock.watch.over();
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
    const before = follow ?? (0,_ecs_follow_state_js__WEBPACK_IMPORTED_MODULE_5__/* .initialFollow */ .m)(now);
    const state = {
        ...before,
        back: before.back && { ...before.back, at: now, sent: 0, sentAt: before.back.isTaken ? before.back.sentAt : null },
    };
    const story = (0,_story_js__WEBPACK_IMPORTED_MODULE_6__/* .newRollStory */ .F)(now);
    const followed = await (0,_follow_service_js__WEBPACK_IMPORTED_MODULE_3__/* .followService */ .n)({
        world,
        plan,
        state,
        lock,
        story,
        pollMs,
        change: (0,_ecs_follow_state_js__WEBPACK_IMPORTED_MODULE_5__/* .returnChange */ .z)(plan),
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
        : `The deployment of ${(0,_ecs_task_definition_js__WEBPACK_IMPORTED_MODULE_0__/* .shortName */ .EU)(plan.taskDefinitionArn)} did not stay (${[reason, (0,_diagnose_js__WEBPACK_IMPORTED_MODULE_2__/* .whyInWords */ .xf)(story, reason)].filter(Boolean).join(': ')})`;
    return { told: [...first, `${what}.`, await (0,_serving_js__WEBPACK_IMPORTED_MODULE_4__/* .servingNow */ .N)(world, service)].filter(Boolean).join(' '), isDone: true };
}


/***/ }),

/***/ 7065:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  C: () => (/* binding */ roll),
  t: () => (/* binding */ undo)
});

// EXTERNAL MODULE: ./build-stage/ecs/follow-state.js
var follow_state = __webpack_require__(8888);
// EXTERNAL MODULE: ./build-stage/lock/lease.js
var lease = __webpack_require__(5813);
// EXTERNAL MODULE: ./build-stage/ports/access-error.js
var access_error = __webpack_require__(7919);
// EXTERNAL MODULE: ./build-stage/evidence/prometheus-source.js + 1 modules
var prometheus_source = __webpack_require__(7283);
// EXTERNAL MODULE: ./build-stage/evidence/sources.js + 3 modules
var sources = __webpack_require__(5066);
// EXTERNAL MODULE: ./build-stage/evidence/watch.js + 1 modules
var evidence_watch = __webpack_require__(6249);
// EXTERNAL MODULE: ./build-stage/spec/http-status.js
var http_status = __webpack_require__(3754);
;// CONCATENATED MODULE: ./build-stage/rolling/bake.js
// src/rolling/bake.ts




/** Failed probes in a row that are bad; fewer are a doubt. */
const probeLimit = 3;
/** What watches the new version once it is stable; undefined when nothing was asked for and it has no load balancer. */
function bakeOf(settings, world, before, service) {
    const sources = sourcesOf(settings, world, before, service);
    if (sources.length === 0)
        return undefined;
    return async () => {
        const watch = new evidence_watch/* Watch */.o(sources, world.clock, () => { });
        await watch.lookAtAll();
        watch.start();
        return watch;
    };
}
function sourcesOf(settings, world, before, { targetGroupArns, desiredCount }) {
    const { clock, metricQueries } = world;
    const everyMs = settings.pollMs;
    const alarms = (0,sources/* alarmEvidence */.Rj)(world.alarms, clock, {
        names: settings.alarms,
        silentFromStart: before.alarms.silent,
        onFromStart: new Set(before.alarms.on.keys()),
        everyMs,
    });
    const targets = targetGroupArns.map((targetGroupArn) => named((0,sources/* targetHealthEvidence */.bs)(world.targets, clock, {
        targetGroupArn,
        needed: settings.change.desiredCount ?? desiredCount,
        limit: settings.unhealthyLimit,
        everyMs,
        onSeen: () => { },
    }), targetGroupArns.length > 1 ? ` ${targetGroupArn.split('/')[1] ?? ''}` : ''));
    const { probe } = settings;
    const probed = probe === undefined
        ? []
        : [
            (0,sources/* probeEvidence */.mE)(world.prober, clock, {
                request: { url: probe.url, headers: probe.headers, timeoutMs: probe.timeoutMs },
                expected: {
                    accepts: (status) => (0,http_status/* statusIsIn */.C)(probe.status, status),
                    statuses: probe.status.map(({ from, to }) => (from === to ? `${from}` : `${from}-${to}`)).join(','),
                    bodyText: probe.bodyText,
                },
                limit: probeLimit,
                everyMs,
            }),
        ];
    const queries = metricQueries === undefined
        ? []
        : [...settings.queries, ...settings.alertRules].map((query) => (0,prometheus_source/* queryEvidence */.E)(metricQueries, clock, query, {
            everyMs,
            wasSilent: before.queries.silent.has(query.name),
            wasBad: before.queries.bad.has(query.name),
            hasTraffic: () => true,
        }));
    return [...(settings.alarms.length > 0 ? [alarms] : []), ...targets, ...probed, ...queries];
}
/** The same source under a name of its own, where there are several of its kind. */
function named(evidence, suffix) {
    if (suffix === '')
        return evidence;
    const source = `${evidence.source}${suffix}`;
    return {
        ...evidence,
        source,
        look: async () => (await evidence.look()).map((finding) => ({ ...finding, source })),
    };
}

// EXTERNAL MODULE: ./build-stage/rolling/diagnose.js
var diagnose = __webpack_require__(5029);
// EXTERNAL MODULE: ./build-stage/blue-green/command-line.js
var command_line = __webpack_require__(9854);
// EXTERNAL MODULE: ./build-stage/blue-green/words.js
var words = __webpack_require__(6795);
// EXTERNAL MODULE: ./build-stage/spec/input-error.js
var input_error = __webpack_require__(5432);
// EXTERNAL MODULE: ./build-stage/rolling/serving.js
var serving = __webpack_require__(6241);
// EXTERNAL MODULE: ./build-stage/rolling/words.js
var rolling_words = __webpack_require__(9148);
;// CONCATENATED MODULE: ./build-stage/rolling/ends.js
// src/rolling/ends.ts







/** The result, with all that is known of why, and of what runs now. */
async function ended(midst, outcome, reason, end) {
    const { request, world, story, before, taskDefinitionArn } = midst;
    const { label, cluster, service } = request;
    const isTold = (0,rolling_words/* isGood */.Kg)(outcome) || ['refused', 'superseded', 'interrupted'].includes(outcome);
    const why = isTold ? '' : (0,diagnose/* whyInWords */.xf)(story, reason);
    const { state, stableAt, badAt, endedAt = world.clock.now() } = end ?? {};
    const result = {
        label,
        cluster,
        service,
        outcome,
        reason: why === '' ? reason : `${reason} (${why})`,
        taskDefinitionArn,
        before,
        deploymentId: state?.ours.arn ?? state?.ours.primaryId ?? undefined,
        times: {
            ...(stableAt == null ? {} : { rolloutMs: stableAt - story.startedAt }),
            ...(badAt == null ? {} : { detectMs: badAt - story.startedAt }),
            ...(badAt == null || outcome === 'failed' || end?.isHandedOver ? {} : { restoreMs: endedAt - badAt }),
        },
        serving: outcome === 'refused' && before === undefined ? '' : await (0,serving/* servingNow */.N)(world, service),
        story,
        isTouched: midst.isTouched,
        ...(end?.isHandedOver || (outcome === 'failed' && before !== undefined && midst.isTouched)
            ? { command: commandFor(midst, outcome) }
            : {}),
    };
    story.timeline.push({ at: world.clock.now(), what: `${outcome}: ${result.reason}` });
    return result;
}
/** Something that is no verdict on the release: access, inputs, a fault of ours. */
async function faulted(midst, error) {
    const { lock, isTouched } = midst;
    // Nothing was changed but the lock, and that goes back too; otherwise `post` finishes.
    if (!isTouched)
        await lock?.release().catch(() => { });
    const reason = (0,words/* messageOf */.bD)(error).replace(/\.$/, '');
    if (error instanceof access_error/* AccessError */.Z) {
        const isMissing = error.detail.kind === 'denied';
        const told = isTouched ? 'the deployment goes on, unwatched' : 'nothing was changed';
        const result = await ended(midst, isMissing && !isTouched ? 'refused' : 'access-lost', `${reason}; ${told}`);
        const full = isTouched ? { ...result, command: commandFor(midst, result.outcome) } : result;
        return { ...full, error: new access_error/* AccessError */.Z((0,rolling_words/* sentence */.em)(full), error.detail, { cause: error }) };
    }
    if (error instanceof input_error/* InputError */.d && !isTouched)
        return { ...(await ended(midst, 'refused', reason)), error };
    return {
        ...(await ended(midst, 'interrupted', reason)),
        error,
        ...(isTouched ? { command: commandFor(midst, 'interrupted') } : {}),
    };
}
/** The one command that a person runs: what finishes it, or what puts the last good version back. */
function commandFor({ request, before }, outcome) {
    const { cluster, service, settings } = request;
    const { region } = settings;
    if (outcome === 'failed' && before?.lastGoodArn !== undefined)
        return `aws ecs update-service --region ${region} --cluster ${cluster} --service ${service} --task-definition ${before.lastGoodArn}`;
    return (0,command_line/* sluiceCommand */.Ln)('recover', { region, cluster, service });
}

// EXTERNAL MODULE: ./build-stage/rolling/follow-service.js + 3 modules
var follow_service = __webpack_require__(7364);
// EXTERNAL MODULE: ./build-stage/rolling/lock.js
var rolling_lock = __webpack_require__(8126);
// EXTERNAL MODULE: ./build-stage/rolling/patient.js
var patient = __webpack_require__(8808);
// EXTERNAL MODULE: ./build-stage/ecs/task-definition.js
var task_definition = __webpack_require__(3204);
// EXTERNAL MODULE: ./build-stage/ecs/task-definition-diff.js + 1 modules
var task_definition_diff = __webpack_require__(9146);
// EXTERNAL MODULE: ./build-stage/ecs/task-definition-source.js + 2 modules
var task_definition_source = __webpack_require__(8129);
// EXTERNAL MODULE: ./build-stage/verdict/alarms.js
var alarms = __webpack_require__(4719);
;// CONCATENATED MODULE: ./build-stage/rolling/change.js
// src/rolling/change.ts
/** What the update has to name beside the task definition; nothing of it when it is so already. */
async function changeOf({ service: name, settings: { change } }, { deployments }, service) {
    const asked = {
        ...(change.minimumHealthyPercent === undefined ? {} : { minimumHealthyPercent: change.minimumHealthyPercent }),
        ...(change.maximumPercent === undefined ? {} : { maximumPercent: change.maximumPercent }),
        ...(change.circuitBreaker === undefined ? {} : { deploymentCircuitBreaker: change.circuitBreaker }),
        ...(change.deploymentAlarms === undefined ? {} : { alarms: change.deploymentAlarms }),
    };
    const { capacityProviderStrategy: capacity } = change;
    const mustRead = Object.keys(asked).length > 0 || capacity !== undefined;
    const now = mustRead ? await deployments.settings(name) : undefined;
    const merged = { ...now?.deploymentConfiguration, ...withParts(now?.deploymentConfiguration, asked) };
    const isOther = now !== undefined && !isSame(merged, now.deploymentConfiguration);
    return {
        ...(change.desiredCount === undefined || change.desiredCount === service.desiredCount
            ? {}
            : { desiredCount: change.desiredCount }),
        ...(isOther ? { deploymentConfiguration: merged } : {}),
        ...(capacity === undefined || isSame(capacity, now?.capacityProviderStrategy)
            ? {}
            : { capacityProviderStrategy: capacity }),
        ...(change.forceNewDeployment ? { forceNewDeployment: true } : {}),
    };
}
/** What a member has beside what is set of it stays: thresholds of the circuit breaker, for example. */
function withParts(now, asked) {
    const { deploymentCircuitBreaker: breaker } = asked;
    return breaker === undefined
        ? asked
        : { ...asked, deploymentCircuitBreaker: { ...now?.deploymentCircuitBreaker, ...breaker } };
}
/** The order of keys, and zeros that ECS leaves out, do not count. */
function isSame(a, b) {
    const canonical = (value) => JSON.stringify(value, (_key, part) => {
        if (part === null || typeof part !== 'object' || Array.isArray(part))
            return part;
        return Object.fromEntries(Object.entries(part)
            .filter(([, member]) => member !== undefined && member !== 0)
            .sort(([x], [y]) => (x < y ? -1 : 1)));
    });
    return canonical(a) === canonical(b);
}

// EXTERNAL MODULE: ./build-stage/rolling/look.js
var look = __webpack_require__(1938);
;// CONCATENATED MODULE: ./build-stage/rolling/deployment-alarms.js
// src/rolling/deployment-alarms.ts

/**
 * What is to be known of the alarms by which ECS itself takes the deployment back, a sentence each. One that is in ALARM
 * when the deployment begins turns that check off, for all of them and for as long as the deployment lasts; ECS says so
 * nowhere.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-alarm-failure.html
 */
async function blindAlarms({ change }, { deploymentAlarms = [] }, { alarms }) {
    const asked = change.deploymentAlarms;
    const names = asked === undefined ? deploymentAlarms : asked.enable === true ? (asked.alarmNames ?? []) : [];
    if (names.length === 0)
        return [];
    try {
        const seen = await alarms.alarms(names);
        return names.flatMap((name) => {
            const found = seen.find((alarm) => alarm.name === name);
            if (found === undefined)
                return `the deployment alarm ${name} does not exist in this account and Region`;
            return found.state !== 'ALARM'
                ? []
                : `the deployment alarm ${name} is in ALARM already: ECS looks at no alarm of this deployment, and will not take it back because of one`;
        });
    }
    catch (error) {
        if (!(0,look/* isDenied */.G)(error))
            throw error;
        return [`Could not read whether a deployment alarm is in ALARM already: ${error.message}`];
    }
}

;// CONCATENATED MODULE: ./build-stage/rolling/prepare.js
// src/rolling/prepare.ts









/** How often it is looked whether another deployment is done. */
const busyMs = 10_000;
/**
 * Reads everything and decides what to do. Changes nothing.
 *
 * @param beat called while it waits, so that the lock stays this run's
 * @throws InputError when what the inputs name does not exist, AccessError when it may not be read
 */
async function prepare(request, world, story, deadline, beat = () => { }) {
    const { settings } = request;
    const free = await whenFree(request, world, deadline, beat);
    if ('kind' in free)
        return free;
    const { service, list } = free;
    const before = beforeOf(service, list);
    if (service.controller !== 'ECS')
        return refused(`${service.name} has the deployment controller ${service.controller}; a rolling update needs ECS`, before);
    if (service.status !== 'ACTIVE')
        return refused(`${service.name} is ${service.status}, not ACTIVE`, before);
    if ((settings.change.desiredCount ?? service.desiredCount) === 0) {
        const how = settings.change.desiredCount === 0 ? 'desired-count is 0' : 'its desired count is 0';
        return refused(`${service.name} would run no task (${how}), so nothing could be shown of the new version: scale it up, or give desired-count`, before);
    }
    const wanted = await (0,task_definition_source/* definitionToDeploy */.wG)(request.definition, service.taskDefinitionArn, world);
    story.diff = wanted.diff;
    for (const notice of wanted.notices)
        warn(world, story, notice);
    const change = await changeOf(request, world, service);
    if (wanted.isUnchanged && Object.keys(change).length === 0)
        return unchanged(service, before, world, story);
    const evidence = await evidenceBefore(request, world);
    const broken = [...evidence.alarms.on.values(), ...evidence.queries.bad.values()];
    const findings = (await world.gate?.preflight?.({ service, definition: wanted.definition })) ?? [];
    const refusals = [
        ...evidence.alarms.refusals,
        ...evidence.queries.refusals,
        ...(settings.force === undefined ? broken : []),
        ...findings.filter(({ level }) => level === 'error').map(({ what }) => what),
    ];
    const warnings = [
        ...evidence.alarms.warnings,
        ...evidence.queries.warnings,
        ...(await blindAlarms(settings, service, world)),
        ...findings.filter(({ level }) => level === 'warning').map(({ what }) => what),
        ...(settings.force === undefined ? [] : broken.map((what) => `Forced (${settings.force}): ${what}`)),
        ...(before.lastGoodArn === undefined
            ? [
                `no deployment of ${service.name} is known to have succeeded: should this one fail, there is nothing to go back to`,
            ]
            : []),
    ];
    for (const warning of new Set(warnings))
        warn(world, story, warning);
    story.plan = planLines(request, service, before, wanted);
    if (refusals.length > 0)
        return { kind: 'refused', before, reasons: [...new Set(refusals)] };
    return {
        kind: 'go',
        service,
        before,
        deploy: wanted.deploy,
        definition: wanted.definition,
        change,
        known: knownOf(service, list),
        evidence,
    };
}
const refused = (reason, before) => ({ kind: 'refused', before, reasons: [reason] });
function warn(world, story, text) {
    story.warnings.push(text);
    world.report.warn(text);
}
/** What is there already, and so never ours. */
function knownOf(service, list) {
    return {
        knownBefore: (service?.deployments ?? []).map(({ id }) => id),
        knownUntil: Math.max(0, ...(list ?? []).map(({ createdAt }) => createdAt)),
    };
}
/** The service once nobody else deploys to it, or at once where that is to be replaced. */
async function whenFree({ service: name, settings }, world, deadline, beat) {
    for (let told = false;; told = true) {
        const service = await theService(name, world);
        const list = await listed(name, world);
        const busy = busyWith(service, list);
        if (busy === undefined)
            return { service, list };
        if (settings.whenBusy === 'fail')
            return { kind: 'refused', reasons: [`${name} is being deployed to: ${busy}`] };
        if (settings.whenBusy === 'replace') {
            world.report.warn(`${name} is being deployed to (${busy}); that is replaced (when-busy: replace)`);
            return { service, list };
        }
        const { reason } = world.cancellation;
        if (reason !== undefined)
            return { kind: 'interrupted', reasons: [`${reason}; nothing was changed`] };
        if (world.clock.now() >= deadline)
            return { kind: 'refused', reasons: [`${name} was being deployed to all the time: ${busy}`] };
        if (!told)
            world.report.line(`Waiting for another deployment to ${name}: ${busy}`);
        beat();
        await world.clock.sleep(Math.min(busyMs, deadline - world.clock.now()), world.cancellation.signal);
    }
}
async function theService(name, { rollout }) {
    try {
        return (await rollout.describe([name]))[0];
    }
    catch (error) {
        if (!(error instanceof input_error/* InputError */.d))
            throw error;
        throw new input_error/* InputError */.d(error.problems.map((problem) => (problem.input === 'services' ? { ...problem, input: 'service' } : problem)));
    }
}
/** Without the right to list them the service's own list of deployments has to do. */
async function listed(name, { deployments }) {
    return deployments.list(name).catch((error) => {
        if ((0,look/* isDenied */.G)(error))
            return undefined;
        throw error;
    });
}
function busyWith(service, list) {
    const current = list?.find(({ status }) => ['PENDING', 'IN_PROGRESS', 'STOP_REQUESTED', 'ROLLBACK_REQUESTED', 'ROLLBACK_IN_PROGRESS'].includes(status));
    if (current !== undefined)
        return `${(0,task_definition/* shortName */.EU)(current.taskDefinitionArn) || 'a service deployment'} is ${current.status}`;
    // A primary deployment of ECS's older answers may be without end; with the list, that one is the authority.
    const primary = service.deployments.find(({ status }) => status === 'PRIMARY');
    const isBusy = list === undefined && primary?.rollout === 'IN_PROGRESS';
    return isBusy ? `${(0,task_definition/* shortName */.EU)(primary.taskDefinitionArn)} is IN_PROGRESS` : undefined;
}
function beforeOf(service, list) {
    const { taskDefinitionArn, desiredCount } = service;
    const good = list?.find(({ status, taskDefinitionArn: arn }) => status === 'SUCCESSFUL' && arn !== '')?.taskDefinitionArn;
    const primary = service.deployments.find(({ status }) => status === 'PRIMARY');
    // ECS forgets service deployments after 90 days: what runs since then has succeeded.
    const steady = primary?.rollout === 'COMPLETED' || (primary?.rollout === 'UNKNOWN' && service.runningCount >= desiredCount)
        ? taskDefinitionArn
        : undefined;
    return { taskDefinitionArn, desiredCount, lastGoodArn: good ?? steady };
}
function unchanged(service, before, world, story) {
    const { name, runningCount, desiredCount, taskDefinitionArn } = service;
    if (runningCount < desiredCount)
        warn(world, story, `${name} runs only ${runningCount} of ${desiredCount} tasks; force-new-deployment starts all of them anew`);
    return {
        kind: 'unchanged',
        before,
        reason: `${name} runs ${(0,task_definition/* shortName */.EU)(taskDefinitionArn)} already, and nothing differs from it`,
    };
}
async function evidenceBefore({ settings }, world) {
    const { alarms: names, queries, alertRules } = settings;
    const { metricQueries } = world;
    return {
        alarms: names.length === 0
            ? { refusals: [], warnings: [], silent: new Set(), on: new Map() }
            : (0,alarms/* checkAlarms */.Tx)(names, await world.alarms.alarms(names)),
        queries: metricQueries === undefined
            ? { refusals: [], warnings: [], silent: new Set(), bad: new Map() }
            : await (0,prometheus_source/* checkQueries */.j)(metricQueries, { queries, 'alert-rules': alertRules }),
    };
}
function planLines({ settings }, service, before, wanted) {
    const { change, bakeMs, failAfter } = settings;
    const what = 'arn' in wanted.deploy
        ? `deploy ${(0,task_definition/* shortName */.EU)(wanted.deploy.arn)} as it is`
        : `register a new revision of ${wanted.definition.family ?? 'the task definition'} and deploy it`;
    const back = before.lastGoodArn === undefined ? 'nothing to go back to' : `back to ${(0,task_definition/* shortName */.EU)(before.lastGoodArn)}`;
    const policy = settings.onFailure === 'leave' ? 'left as it is' : back;
    return [
        `${service.name} runs ${(0,task_definition/* shortName */.EU)(service.taskDefinitionArn)}, ${service.runningCount} of ${service.desiredCount} tasks`,
        ...(0,task_definition_diff/* diffText */.NI)(wanted.diff),
        what,
        ...(change.desiredCount === undefined ? [] : [`desired count ${change.desiredCount}`]),
        `healthy for ${Math.round(bakeMs / 1000)} s once all tasks run; ${failAfter} tasks that fail for the same reason end it: ${policy}`,
    ];
}

// EXTERNAL MODULE: ./build-stage/rolling/recovery.js
var recovery = __webpack_require__(286);
;// CONCATENATED MODULE: ./build-stage/rolling/return.js
// src/rolling/return.ts







/**
 * Deploys what the service ran before, after a rollout that had ended well, and follows it. Here there is nothing to be
 * watched, and nothing to go back to.
 *
 * @throws AccessError when access is lost on the way
 */
async function returnTo(midst, lock, target, why) {
    const { request, world, story } = midst;
    const { settings, service } = request;
    const reading = (0,patient/* patient */.I)(world);
    const [seen] = await reading.rollout.describe([service]);
    if (seen?.taskDefinitionArn === target)
        return ended(midst, 'rolled-back', `${why}; it ran the version before already`);
    const list = await reading.deployments.list(service).catch((error) => {
        if ((0,look/* isDenied */.G)(error))
            return undefined;
        throw error;
    });
    const plan = {
        service,
        taskDefinitionArn: target,
        lastGoodArn: null,
        ...knownOf(seen, list),
        deadline: world.clock.now() + settings.timeoutMs,
        failAfter: settings.failAfter,
        bakeMs: 0,
        unknownLimitMs: settings.unknownLimitMs,
        backLimitMs: settings.timeoutMs,
        onFailure: 'leave',
        onCancel: 'leave',
        mayUpdate: true,
        isReturn: true,
        // A number of tasks that the rollout set goes back as well; one that it left alone is left alone again.
        ...(settings.change.desiredCount === undefined || midst.before === undefined
            ? {}
            : { desiredCount: midst.before.desiredCount }),
    };
    midst.isTouched = true;
    world.report.line(`${service}: back to ${(0,task_definition/* shortName */.EU)(target)}: ${why}`);
    const end = await (0,follow_service/* followService */.n)({
        world,
        plan,
        state: (0,follow_state/* initialFollow */.m)(world.clock.now()),
        lock,
        story,
        pollMs: settings.pollMs,
        change: (0,follow_state/* returnChange */.z)(plan),
        bake: undefined,
        onGoingBack: async () => { },
    });
    if (end.isHandedOver)
        return ended(midst, 'interrupted', `${why}; ECS was told to go back`, end);
    const { outcome, reason } = end.state;
    if (outcome === 'succeeded')
        return ended(midst, 'rolled-back', why, end);
    const told = end.refused ?? reason;
    return ended(midst, outcome === 'superseded' ? 'superseded' : 'failed', `${why}; going back to ${(0,task_definition/* shortName */.EU)(target)} did not succeed: ${told}`, end);
}

// EXTERNAL MODULE: ./build-stage/rolling/story.js
var rolling_story = __webpack_require__(7404);
;// CONCATENATED MODULE: ./build-stage/rolling/roll.js
// src/rolling/roll.ts













/** Rolls one service out and follows it to one verdict. Never rejects. */
async function roll(request, world) {
    const midst = begun(request, world);
    return attempt(midst).catch((error) => faulted(midst, error));
}
/**
 * Puts a service back to what it ran before a roll, and follows that: for a release of many services of which another one
 * turned out bad. Never rejects; `rolled-back` when it runs again what it ran before.
 */
async function undo(done, request, world) {
    const midst = begun(request, world);
    midst.before = done.before;
    midst.taskDefinitionArn = done.taskDefinitionArn;
    const back = async () => {
        const target = done.before?.taskDefinitionArn;
        if (target === undefined)
            return ended(midst, 'refused', 'what it ran before is not known');
        const lock = await locked(midst, midst.story.startedAt + request.settings.timeoutMs);
        if ('outcome' in lock)
            return lock;
        return wentBack(midst, lock, target, 'the release was taken back as a whole');
    };
    return back().catch((error) => faulted(midst, error));
}
function begun(request, world) {
    const story = (0,rolling_story/* newRollStory */.F)(world.clock.now());
    return { request, world, story, lock: undefined, isTouched: false, before: undefined, taskDefinitionArn: undefined };
}
/** Takes the lock, and settles first what a dead run left under it. */
async function locked(midst, deadline) {
    const { request, world, story } = midst;
    const { settings, cluster, service } = request;
    const name = (0,rolling_lock/* rollingLockName */.u)({ cluster, service, lockName: settings.lockName });
    const ports = world.lock(name);
    const lock = new rolling_lock/* HeldRolling */.T({ name, cluster, service }, { ...world, journal: ports.journal }, story.startedAt);
    lock.claim();
    const taking = (0,lease/* takeLock */.HJ)(settings, { ...world, ...(0,patient/* patientLock */.N)(world, ports) }, (now) => lock.entry(now), deadline);
    const answer = await taking.catch((error) => {
        if (error instanceof access_error/* AccessError */.Z)
            lock.end();
        throw error;
    });
    if (!answer.taken) {
        lock.end();
        const isCancelled = answer.reason === world.cancellation.reason;
        return ended(midst, isCancelled ? 'interrupted' : 'refused', answer.reason);
    }
    midst.lock = lock;
    const { leftBy } = answer;
    if (leftBy === undefined) {
        lock.keep();
        return lock;
    }
    world.report.warn(`Took over the lock of a run that died (${leftBy.runUrl}, stage: ${leftBy.stage})`);
    // Until it is settled, it is what `post` has to finish as well.
    midst.isTouched = true;
    lock.resume(leftBy);
    const settled = await (0,recovery/* settleRolling */.d)(world, leftBy, lock);
    world.report.line(settled.told);
    if (!settled.isDone)
        return ended(midst, 'interrupted', world.cancellation.reason ?? settled.told);
    midst.isTouched = false;
    await lock.restart();
    return lock;
}
async function attempt(midst) {
    const { request, world, story } = midst;
    const { settings, service } = request;
    const deadline = story.startedAt + settings.timeoutMs;
    if (settings.dryRun) {
        const prepared = await prepare(request, (0,patient/* patient */.I)(world), story, deadline);
        midst.before = prepared.before;
        if (prepared.kind !== 'go')
            return notBegun(midst, prepared);
        await showPlan(midst);
        return ended(midst, 'unchanged', 'dry run: nothing was changed');
    }
    const lock = await locked(midst, deadline);
    if ('outcome' in lock)
        return lock;
    const prepared = await prepare(request, (0,patient/* patient */.I)(world), story, deadline, () => lock.beat());
    midst.before = prepared.before;
    if (prepared.kind !== 'go') {
        await lock.release();
        return notBegun(midst, prepared);
    }
    await showPlan(midst);
    if (world.cancellation.reason !== undefined) {
        await lock.release();
        return ended(midst, 'interrupted', `${world.cancellation.reason}; nothing was changed`);
    }
    const { deploy } = prepared;
    const taskDefinitionArn = 'arn' in deploy ? deploy.arn : await (0,patient/* patient */.I)(world).rollout.register(deploy.register);
    midst.taskDefinitionArn = taskDefinitionArn;
    const first = await world.gate?.before?.({ service, taskDefinitionArn, watch: lock.watch });
    if (first?.ok === false) {
        await lock.release();
        return ended(midst, first.outcome, `${first.reason}; the service was not touched`);
    }
    return followed(midst, lock, prepared, taskDefinitionArn);
}
async function followed(midst, lock, prepared, taskDefinitionArn) {
    const { request, world, story } = midst;
    const { settings, service } = request;
    const plan = {
        service,
        taskDefinitionArn,
        lastGoodArn: prepared.before.lastGoodArn ?? null,
        ...prepared.known,
        deadline: story.startedAt + settings.timeoutMs,
        failAfter: settings.failAfter,
        bakeMs: settings.bakeMs,
        unknownLimitMs: settings.unknownLimitMs,
        backLimitMs: Math.max(900_000, settings.timeoutMs),
        onFailure: settings.onFailure,
        onCancel: settings.onCancel,
        mayUpdate: true,
        ...(prepared.change.desiredCount === undefined
            ? {}
            : { countSet: { before: prepared.before.desiredCount, to: prepared.change.desiredCount } }),
    };
    const about = { targetGroupArns: prepared.service.targetGroupArns, logLines: settings.logLines };
    midst.isTouched = true;
    const end = await (0,follow_service/* followService */.n)({
        world,
        plan,
        state: (0,follow_state/* initialFollow */.m)(world.clock.now()),
        lock,
        story,
        pollMs: settings.pollMs,
        change: prepared.change,
        goesOn: world.gate?.after !== undefined,
        bake: settings.bakeMs === 0 ? undefined : bakeOf(settings, world, prepared.evidence, prepared.service),
        onGoingBack: async (state) => {
            await (0,diagnose/* diagnose */.h4)(about, world, story, state);
            await request.show?.(story);
        },
    });
    if (end.refused !== undefined) {
        midst.isTouched = false;
        await lock.release();
        return ended(midst, 'refused', `ECS does not take the update: ${end.refused}`);
    }
    const { outcome, reason, back } = end.state;
    if (end.isHandedOver) {
        const told = back?.by === 'abort' ? 'ECS was told to stop the deployment' : 'ECS was told to go back';
        const why = back?.why ?? world.cancellation.reason;
        return ended(midst, 'interrupted', `${why}; ${back === null ? 'whether ECS took the update is not known' : told}`, end);
    }
    if (outcome === 'succeeded') {
        const after = await ranAfter(midst, lock, plan, end);
        if (after !== undefined)
            return after;
    }
    else if (outcome !== 'superseded')
        await (0,diagnose/* diagnose */.h4)(about, world, story, end.state);
    if (lock.lostTo === undefined)
        await lock.release();
    else
        lock.end();
    const isAccess = reason.startsWith(follow_service/* accessEndsWords */.q);
    return ended(midst, isAccess ? 'access-lost' : (outcome ?? 'interrupted'), reason, end);
}
/** Runs what follows a good rollout. When that fails the service goes back, and this is the result. */
async function ranAfter(midst, lock, plan, end) {
    const { service, taskDefinitionArn, lastGoodArn, onFailure, onCancel } = plan;
    const { gate } = midst.world;
    if (gate?.after === undefined)
        return undefined;
    const after = await gate.after({ service, taskDefinitionArn, watch: lock.watch });
    if (after.ok) {
        lock.note(end.state);
        return undefined;
    }
    const isLeft = after.outcome === 'interrupted' ? onCancel !== 'rollback' : onFailure === 'leave';
    if (!isLeft && lastGoodArn !== null)
        return wentBack(midst, lock, lastGoodArn, after.reason);
    lock.note(end.state);
    if (lock.lostTo === undefined)
        await lock.release();
    return ended(midst, after.outcome, `${after.reason}; the new version was left running`, end);
}
async function wentBack(midst, lock, target, why) {
    const result = await returnTo(midst, lock, target, why);
    // Interrupted, it is `post`'s to follow.
    if (lock.lostTo === undefined && result.outcome !== 'interrupted')
        await lock.release();
    return result;
}
async function notBegun(midst, prepared) {
    if (prepared.kind === 'unchanged') {
        midst.taskDefinitionArn = prepared.before.taskDefinitionArn;
        return ended(midst, 'unchanged', prepared.reason);
    }
    return ended(midst, prepared.kind, prepared.reasons.join('; '));
}
async function showPlan({ world, story, request }) {
    world.report.line('Plan');
    for (const [i, line] of story.plan.entries())
        world.report.line(`  ${i + 1}. ${line}`);
    world.report.line('');
    await request.show?.(story);
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

/***/ 9148:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ev: () => (/* binding */ told),
/* harmony export */   Kg: () => (/* binding */ isGood),
/* harmony export */   NW: () => (/* binding */ isAgainstRelease),
/* harmony export */   em: () => (/* binding */ sentence),
/* harmony export */   hS: () => (/* binding */ exitCodes),
/* harmony export */   zH: () => (/* binding */ details)
/* harmony export */ });
/* harmony import */ var _diagnose_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5029);
// src/rolling/words.ts

/** The result in a sentence or three: what happened, why, what runs now, what to do. */
function sentence({ service, outcome, reason, serving, command }) {
    const parts = [`${service}: ${heads[outcome]}: ${reason.replace(/\.$/, '')}.`];
    if (serving !== '')
        parts.push(serving);
    if (command !== undefined)
        parts.push(`Run: ${command}`);
    return parts.join(' ');
}
/** So much of a log fits into an annotation; the summary has more. */
const mostLines = 5;
const longestLine = 200;
/**
 * The annotation: the sentence, what the container wrote last that failed most, and what to do. Enough to know at night
 * whether to get up.
 */
function told(result) {
    return [sentence(result), ...details(result)].join('\n');
}
/** What the annotation has beside its sentence, line by line. */
const details = (result) => [...lastWords(result), ...advice(result)];
/** Ends that speak against the release itself. */
const isAgainstRelease = (outcome) => outcome === 'rolled-back' || outcome === 'failed' || outcome === 'timed-out';
function lastWords(result) {
    const [log] = result.story.logs;
    if (log === undefined || !isAgainstRelease(result.outcome))
        return [];
    const lines = log.lines.filter((line) => line.trim() !== '').slice(-mostLines);
    const shown = lines.map((line) => `  ${line.length > longestLine ? `${line.slice(0, longestLine)}…` : line}`);
    return shown.length === 0 ? [] : [`${log.container} wrote last:`, ...shown];
}
/** What to do now, in a line; none where the sentence has the command, or nobody has to do anything. */
function advice(result) {
    if (!isAgainstRelease(result.outcome))
        return [];
    const found = (0,_diagnose_js__WEBPACK_IMPORTED_MODULE_0__/* .remedies */ .JW)(result.story, result.reason);
    const isBack = result.outcome === 'rolled-back';
    if (found.length > 0)
        return [`What to do: ${found.join('; ')}${isBack ? '. Then deploy it again' : ''}.`];
    if (result.outcome === 'timed-out')
        return [
            'What to do: look in the summary what its tasks wait for. If they only need longer, give it a longer timeout.',
        ];
    return isBack ? ['What to do: nothing at once. Mend the release, and deploy it again.'] : [];
}
const heads = {
    succeeded: 'deployed',
    unchanged: 'unchanged',
    'rolled-back': 'rolled back',
    failed: 'failed, and was not rolled back',
    superseded: 'superseded',
    stopped: 'stopped by somebody else',
    'timed-out': 'timed out',
    'access-lost': 'access was lost',
    refused: 'refused, nothing was changed',
    interrupted: 'interrupted',
};
const isGood = (outcome) => outcome === 'succeeded' || outcome === 'unchanged';
/** What the process ends with, so that a script can tell them apart. */
const exitCodes = {
    succeeded: 0,
    unchanged: 0,
    failed: 1,
    'rolled-back': 2,
    'timed-out': 3,
    superseded: 4,
    stopped: 5,
    'access-lost': 6,
    refused: 7,
    interrupted: 8,
};


/***/ })

};
