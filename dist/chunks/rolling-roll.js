export const id = 3437;
export const ids = [3437];
export const modules = {

/***/ 3491:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ faulted),
/* harmony export */   v: () => (/* binding */ ended)
/* harmony export */ });
/* harmony import */ var _blue_green_command_line_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9854);
/* harmony import */ var _ports_access_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7919);
/* harmony import */ var _ports_message_of_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9901);
/* harmony import */ var _spec_input_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5432);
/* harmony import */ var _diagnose_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5029);
/* harmony import */ var _serving_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6241);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9148);
// src/rolling/ends.ts







/** The result, with all that is known of why, and of what runs now. */
async function ended(midst, outcome, reason, end) {
    const { request, world, story, before, taskDefinitionArn } = midst;
    const { label, cluster, service } = request;
    const isTold = (0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .isGood */ .Kg)(outcome) || ['refused', 'superseded', 'interrupted'].includes(outcome);
    const why = isTold ? '' : (0,_diagnose_js__WEBPACK_IMPORTED_MODULE_4__/* .whyInWords */ .xf)(story, reason);
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
            ...(badAt == null || outcome === 'failed' || outcome === 'superseded' || end?.isHandedOver
                ? {}
                : { restoreMs: endedAt - badAt }),
        },
        serving: outcome === 'refused' && before === undefined ? '' : await (0,_serving_js__WEBPACK_IMPORTED_MODULE_2__/* .servingNow */ .N)(world, service),
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
    const reason = (0,_ports_message_of_js__WEBPACK_IMPORTED_MODULE_5__/* .messageOf */ .b)(error).replace(/\.$/, '');
    if (error instanceof _ports_access_error_js__WEBPACK_IMPORTED_MODULE_0__/* .AccessError */ .Z) {
        const isMissing = error.detail.kind === 'denied';
        const told = isTouched ? 'the deployment goes on, unwatched' : 'nothing was changed';
        const result = await ended(midst, isMissing && !isTouched ? 'refused' : 'access-lost', `${reason}; ${told}`);
        const full = isTouched ? { ...result, command: commandFor(midst, result.outcome) } : result;
        return { ...full, error: new _ports_access_error_js__WEBPACK_IMPORTED_MODULE_0__/* .AccessError */ .Z((0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .sentence */ .em)(full), error.detail, { cause: error }) };
    }
    if (error instanceof _spec_input_error_js__WEBPACK_IMPORTED_MODULE_1__/* .InputError */ .d && !isTouched)
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
    return (0,_blue_green_command_line_js__WEBPACK_IMPORTED_MODULE_6__/* .sluiceCommand */ .Ln)('recover', { region, cluster, service });
}


/***/ }),

/***/ 8808:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ patient),
/* harmony export */   N: () => (/* binding */ patientLock)
/* harmony export */ });
/* harmony import */ var _blue_green_repeated_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1774);
/* harmony import */ var _ports_access_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7919);
/* harmony import */ var _ports_message_of_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9901);
/* harmony import */ var _ports_refused_query_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5349);
/* harmony import */ var _spec_input_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5432);
// src/rolling/patient.ts





/**
 * The same world for the time before the service is told: a call that is throttled, or not answered, beyond what the SDK
 * makes up for is made again. What AWS refuses, and what does not exist, is told at once.
 */
function patient(world) {
    const { rollout, deployments, alarms } = world;
    const again = (call) => (...words) => (0,_blue_green_repeated_js__WEBPACK_IMPORTED_MODULE_2__/* .repeated */ .Z)(world, unanswered, () => call(...words));
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
            read: () => (0,_blue_green_repeated_js__WEBPACK_IMPORTED_MODULE_2__/* .repeated */ .Z)(world, unanswered, () => journal.read()),
            release: (holder, until) => (0,_blue_green_repeated_js__WEBPACK_IMPORTED_MODULE_2__/* .repeated */ .Z)(world, unanswered, () => journal.release(holder, until)),
            acquire: (entry) => (0,_blue_green_repeated_js__WEBPACK_IMPORTED_MODULE_2__/* .repeated */ .Z)(world, unanswered, () => journal.acquire(entry)),
        },
        queue: {
            ...queue,
            join: (place) => (0,_blue_green_repeated_js__WEBPACK_IMPORTED_MODULE_2__/* .repeated */ .Z)(world, unanswered, () => queue.join(place)),
            places: () => (0,_blue_green_repeated_js__WEBPACK_IMPORTED_MODULE_2__/* .repeated */ .Z)(world, unanswered, () => queue.places()),
        },
    };
}
function unanswered(error) {
    const isFinal = error instanceof _ports_access_error_js__WEBPACK_IMPORTED_MODULE_0__/* .AccessError */ .Z || error instanceof _spec_input_error_js__WEBPACK_IMPORTED_MODULE_1__/* .InputError */ .d || error instanceof _ports_refused_query_js__WEBPACK_IMPORTED_MODULE_3__/* .RefusedQuery */ .v;
    return isFinal ? undefined : `AWS did not answer as it should (${(0,_ports_message_of_js__WEBPACK_IMPORTED_MODULE_4__/* .messageOf */ .b)(error)})`;
}


/***/ }),

/***/ 2343:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  b: () => (/* binding */ knownOf),
  i: () => (/* binding */ prepare)
});

// EXTERNAL MODULE: ./build-stage/ecs/task-definition.js
var task_definition = __webpack_require__(3204);
// EXTERNAL MODULE: ./build-stage/ecs/task-definition-diff.js + 1 modules
var task_definition_diff = __webpack_require__(9146);
// EXTERNAL MODULE: ./build-stage/ecs/task-definition-source.js + 2 modules
var task_definition_source = __webpack_require__(8129);
// EXTERNAL MODULE: ./build-stage/evidence/prometheus-source.js + 1 modules
var prometheus_source = __webpack_require__(7283);
// EXTERNAL MODULE: ./build-stage/spec/input-error.js
var input_error = __webpack_require__(5432);
// EXTERNAL MODULE: ./build-stage/verdict/alarms.js
var alarms = __webpack_require__(4719);
;// CONCATENATED MODULE: ./build-stage/rolling/change.js
// src/rolling/change.ts
/**
 * A capacity provider strategy alone starts no deployment, so that no task would move: where the revision stays
 * (`isSameRevision`), a new deployment is asked for with it.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_UpdateService.html
 */
async function changeOf({ service: name, settings: { change } }, { deployments }, service, isSameRevision) {
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
    const capacityBefore = capacity === undefined || isSame(capacity, now?.capacityProviderStrategy)
        ? undefined
        : now?.capacityProviderStrategy;
    const isForced = change.forceNewDeployment || (isSameRevision && capacityBefore !== undefined);
    const told = {
        ...(change.desiredCount === undefined || change.desiredCount === service.desiredCount
            ? {}
            : { desiredCount: change.desiredCount }),
        ...(isOther ? { deploymentConfiguration: merged } : {}),
        ...(capacity === undefined || capacityBefore === undefined ? {} : { capacityProviderStrategy: capacity }),
        ...(isForced ? { forceNewDeployment: true } : {}),
    };
    return { change: told, ...(capacityBefore === undefined ? {} : { capacityBefore }) };
}
/** What an update changes beside the task definition, a line each for people. */
function changeLines({ change: asked }, change) {
    const { deploymentConfiguration: settings, capacityProviderStrategy: capacity } = change;
    const of = (set, words) => settings === undefined || set === undefined ? [] : [words(set)];
    const share = ({ capacityProvider, weight = 0, base = 0 }) => `${capacityProvider} weight=${weight}${base === 0 ? '' : ` base=${base}`}`;
    return [
        ...(asked.desiredCount === undefined ? [] : [`desired count ${asked.desiredCount}`]),
        ...of(asked.minimumHealthyPercent, (percent) => `minimum healthy percent ${percent}`),
        ...of(asked.maximumPercent, (percent) => `maximum percent ${percent}`),
        ...of(asked.circuitBreaker, ({ enable, rollback }) => `circuit breaker ${enable ? (rollback ? 'rollback' : 'stop') : 'off'}`),
        ...of(asked.deploymentAlarms, ({ enable, alarmNames = [] }) => `deployment alarms ${enable ? alarmNames.join(', ') : 'off'}`),
        ...(capacity === undefined ? [] : [`capacity providers ${capacity.map(share).join(', ')}`]),
    ];
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

;// CONCATENATED MODULE: ./build-stage/rolling/room.js
// src/rolling/room.ts
/**
 * Why not one task could be replaced, where that is so: ECS neither may stop an old task nor start a new one, and would wait
 * without an end. How many must run is rounded up, and how many may run down.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentConfiguration.html
 */
function noRoom(service, { change }) {
    const minimum = change.minimumHealthyPercent ?? service.percents?.minimumHealthy;
    const maximum = change.maximumPercent ?? service.percents?.maximum;
    const count = change.desiredCount ?? service.desiredCount;
    // With fewer than are wanted new ones can start.
    if (minimum === undefined || maximum === undefined || service.runningCount < count)
        return undefined;
    if (Math.ceil((count * minimum) / 100) < count || Math.floor((count * maximum) / 100) > count)
        return undefined;
    return `no task of ${service.name} could ever be replaced: with a desired count of ${count} none may be stopped (minimum-healthy-percent ${minimum}) and none more started (maximum-percent ${maximum}): give a higher maximum-percent, such as 200`;
}

;// CONCATENATED MODULE: ./build-stage/rolling/prepare.js
// src/rolling/prepare.ts










/** A deployment that crashes without a circuit breaker is under way for ever, and its fix would wait for it. */
const wouldReplace = 'when-busy: replace deploys over it';
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
    const { change, capacityBefore } = await changeOf(request, world, service, wanted.isUnchanged);
    if (wanted.isUnchanged && Object.keys(change).length === 0)
        return unchanged(service, before, world, story);
    const evidence = await evidenceBefore(request, world);
    const broken = [...evidence.alarms.on.values(), ...evidence.queries.bad.values()];
    const findings = (await world.gate?.preflight?.({ service, definition: wanted.definition })) ?? [];
    const stuck = noRoom(service, settings);
    const refusals = [
        ...(stuck === undefined ? [] : [stuck]),
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
    story.plan = planLines(request, service, before, wanted, change);
    if (refusals.length > 0)
        return { kind: 'refused', before, reasons: [...new Set(refusals)] };
    return {
        kind: 'go',
        service,
        before: { ...before, ...(capacityBefore === undefined ? {} : { capacity: capacityBefore }) },
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
            return { kind: 'refused', reasons: [`${name} is being deployed to: ${busy}; ${wouldReplace}`] };
        if (settings.whenBusy === 'replace') {
            world.report.warn(`${name} is being deployed to (${busy}); that is replaced (when-busy: replace)`);
            return { service, list };
        }
        const { reason } = world.cancellation;
        if (reason !== undefined)
            return { kind: 'interrupted', reasons: [`${reason}; nothing was changed`] };
        if (world.clock.now() >= deadline)
            return { kind: 'refused', reasons: [`${name} was being deployed to all the time: ${busy}; ${wouldReplace}`] };
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
function planLines({ settings }, service, before, wanted, change) {
    const { bakeMs, failAfter } = settings;
    const what = 'arn' in wanted.deploy
        ? `deploy ${(0,task_definition/* shortName */.EU)(wanted.deploy.arn)} as it is`
        : `register a new revision of ${wanted.definition.family ?? 'the task definition'} and deploy it`;
    const back = before.lastGoodArn === undefined ? 'nothing to go back to' : `back to ${(0,task_definition/* shortName */.EU)(before.lastGoodArn)}`;
    const policy = settings.onFailure === 'leave' ? 'left as it is' : back;
    return [
        `${service.name} runs ${(0,task_definition/* shortName */.EU)(service.taskDefinitionArn)}, ${service.runningCount} of ${service.desiredCount} tasks`,
        ...(0,task_definition_diff/* diffText */.NI)(wanted.diff),
        what,
        ...changeLines(settings, change),
        `healthy for ${Math.round(bakeMs / 1000)} s once all tasks run; ${failAfter} tasks that fail for the same reason end it: ${policy}`,
    ];
}


/***/ }),

/***/ 1107:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ setBack),
/* harmony export */   y: () => (/* binding */ returnTo)
/* harmony export */ });
/* harmony import */ var _ecs_follow_state_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8888);
/* harmony import */ var _ecs_task_definition_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3204);
/* harmony import */ var _ends_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3491);
/* harmony import */ var _follow_service_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7364);
/* harmony import */ var _look_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1938);
/* harmony import */ var _patient_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8808);
/* harmony import */ var _prepare_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2343);
// src/rolling/return.ts







/**
 * Deploys what the service ran before, after a rollout that had ended well, and follows it. Here there is nothing to be
 * watched, and nothing to go back to.
 *
 * @param release how that rollout had ended, when it is this run's: the times are those of the release, not of the way back
 * @throws AccessError when access is lost on the way
 */
async function returnTo(midst, lock, target, why, release) {
    const { request, world, story } = midst;
    const { settings, service } = request;
    const badAt = release === undefined ? null : world.clock.now();
    const reading = (0,_patient_js__WEBPACK_IMPORTED_MODULE_4__/* .patient */ .I)(world);
    const [seen] = await reading.rollout.describe([service]);
    if (seen?.taskDefinitionArn === target)
        return (0,_ends_js__WEBPACK_IMPORTED_MODULE_1__/* .ended */ .v)(midst, 'rolled-back', `${why}; it ran the version before already`);
    const list = await reading.deployments.list(service).catch((error) => {
        if ((0,_look_js__WEBPACK_IMPORTED_MODULE_3__/* .isDenied */ .G)(error))
            return undefined;
        throw error;
    });
    const plan = {
        service,
        taskDefinitionArn: target,
        lastGoodArn: null,
        ...(0,_prepare_js__WEBPACK_IMPORTED_MODULE_5__/* .knownOf */ .b)(seen, list),
        deadline: world.clock.now() + settings.timeoutMs,
        failAfter: settings.failAfter,
        bakeMs: 0,
        unknownLimitMs: settings.unknownLimitMs,
        backLimitMs: settings.timeoutMs,
        onFailure: 'leave',
        onCancel: 'leave',
        mayUpdate: true,
        isReturn: true,
        ...(midst.before === undefined ? {} : setBack(settings, midst.before)),
    };
    midst.isTouched = true;
    world.report.line(`${service}: back to ${(0,_ecs_task_definition_js__WEBPACK_IMPORTED_MODULE_0__/* .shortName */ .EU)(target)}: ${why}`);
    const way = await (0,_follow_service_js__WEBPACK_IMPORTED_MODULE_2__/* .followService */ .n)({
        world,
        plan,
        state: (0,_ecs_follow_state_js__WEBPACK_IMPORTED_MODULE_6__/* .initialFollow */ .mP)(world.clock.now()),
        lock,
        story,
        pollMs: settings.pollMs,
        change: (0,_ecs_follow_state_js__WEBPACK_IMPORTED_MODULE_6__/* .returnChange */ .z0)(plan),
        bake: undefined,
        onGoingBack: async () => { },
    });
    const end = { ...way, stableAt: release?.stableAt ?? null, badAt };
    if (end.isHandedOver)
        return (0,_ends_js__WEBPACK_IMPORTED_MODULE_1__/* .ended */ .v)(midst, 'interrupted', `${why}; ECS was told to go back`, end);
    const { outcome, reason } = end.state;
    if (outcome === 'succeeded')
        return (0,_ends_js__WEBPACK_IMPORTED_MODULE_1__/* .ended */ .v)(midst, 'rolled-back', why, end);
    const told = end.refused ?? reason;
    return (0,_ends_js__WEBPACK_IMPORTED_MODULE_1__/* .ended */ .v)(midst, outcome === 'superseded' ? 'superseded' : 'failed', `${why}; going back to ${(0,_ecs_task_definition_js__WEBPACK_IMPORTED_MODULE_0__/* .shortName */ .EU)(target)} did not succeed: ${told}`, end);
}
/** What a way back sets as well: a number of tasks that the rollout left alone is left alone again. */
const setBack = ({ change }, { desiredCount, capacity }) => ({
    ...(change.desiredCount === undefined ? {} : { desiredCount }),
    ...(capacity === undefined ? {} : { capacityBefore: capacity }),
});


/***/ }),

/***/ 3437:
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
// EXTERNAL MODULE: ./build-stage/rolling/ends.js
var ends = __webpack_require__(3491);
// EXTERNAL MODULE: ./build-stage/rolling/follow-service.js + 3 modules
var follow_service = __webpack_require__(7364);
// EXTERNAL MODULE: ./build-stage/rolling/lock.js
var rolling_lock = __webpack_require__(8126);
// EXTERNAL MODULE: ./build-stage/rolling/patient.js
var patient = __webpack_require__(8808);
// EXTERNAL MODULE: ./build-stage/rolling/prepare.js + 3 modules
var prepare = __webpack_require__(2343);
// EXTERNAL MODULE: ./build-stage/rolling/recovery.js
var recovery = __webpack_require__(286);
// EXTERNAL MODULE: ./build-stage/rolling/return.js
var rolling_return = __webpack_require__(1107);
// EXTERNAL MODULE: ./build-stage/rolling/story.js
var rolling_story = __webpack_require__(7404);
;// CONCATENATED MODULE: ./build-stage/rolling/roll.js
// src/rolling/roll.ts













/** Rolls one service out and follows it to one verdict. Never rejects. */
async function roll(request, world) {
    const midst = begun(request, world);
    return attempt(midst).catch((error) => (0,ends/* faulted */.U)(midst, error));
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
            return (0,ends/* ended */.v)(midst, 'refused', 'what it ran before is not known');
        const lock = await locked(midst, midst.story.startedAt + request.settings.timeoutMs);
        if ('outcome' in lock)
            return lock;
        return wentBack(midst, lock, target, 'the release was taken back as a whole');
    };
    return back().catch((error) => (0,ends/* faulted */.U)(midst, error));
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
        return (0,ends/* ended */.v)(midst, isCancelled ? 'interrupted' : 'refused', answer.reason);
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
        return (0,ends/* ended */.v)(midst, 'interrupted', world.cancellation.reason ?? settled.told);
    midst.isTouched = false;
    await lock.restart();
    return lock;
}
async function attempt(midst) {
    const { request, world, story } = midst;
    const { settings, service } = request;
    const deadline = story.startedAt + settings.timeoutMs;
    if (settings.dryRun) {
        const prepared = await (0,prepare/* prepare */.i)(request, (0,patient/* patient */.I)(world), story, deadline);
        midst.before = prepared.before;
        if (prepared.kind !== 'go')
            return notBegun(midst, prepared);
        await showPlan(midst);
        return (0,ends/* ended */.v)(midst, 'unchanged', 'dry run: nothing was changed');
    }
    const lock = await locked(midst, deadline);
    if ('outcome' in lock)
        return lock;
    const prepared = await (0,prepare/* prepare */.i)(request, (0,patient/* patient */.I)(world), story, deadline, () => lock.beat());
    midst.before = prepared.before;
    if (prepared.kind !== 'go') {
        await lock.release();
        return notBegun(midst, prepared);
    }
    await showPlan(midst);
    if (world.cancellation.reason !== undefined) {
        await lock.release();
        return (0,ends/* ended */.v)(midst, 'interrupted', `${world.cancellation.reason}; nothing was changed`);
    }
    const { deploy } = prepared;
    const taskDefinitionArn = 'arn' in deploy ? deploy.arn : await (0,patient/* patient */.I)(world).rollout.register(deploy.register);
    const first = await world.gate?.before?.({ service, taskDefinitionArn, watch: lock.watch });
    if (first?.ok === false) {
        if (first.log !== undefined)
            story.logs = [first.log];
        await lock.release();
        return (0,ends/* ended */.v)(midst, first.outcome, `${first.reason}; the service was not touched`);
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
        ...(prepared.before.capacity === undefined ? {} : { capacityBefore: prepared.before.capacity }),
    };
    const about = { targetGroupArns: prepared.service.targetGroupArns, logLines: settings.logLines };
    midst.isTouched = true;
    midst.taskDefinitionArn = taskDefinitionArn;
    const end = await (0,follow_service/* followService */.n)({
        world,
        plan,
        state: (0,follow_state/* initialFollow */.mP)(world.clock.now()),
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
        midst.taskDefinitionArn = undefined;
        await lock.release();
        return (0,ends/* ended */.v)(midst, 'refused', `ECS does not take the update: ${end.refused}`);
    }
    const { outcome, reason, back } = end.state;
    if (end.isHandedOver) {
        const told = back?.by === 'abort' ? 'ECS was told to stop the deployment' : 'ECS was told to go back';
        const why = back?.why ?? world.cancellation.reason;
        return (0,ends/* ended */.v)(midst, 'interrupted', `${why}; ${back === null ? 'whether ECS took the update is not known' : told}`, end);
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
    return (0,ends/* ended */.v)(midst, isAccess ? 'access-lost' : (outcome ?? 'interrupted'), reason, end);
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
    if (after.log !== undefined)
        midst.story.logs = [after.log];
    const isLeft = after.outcome === 'interrupted' ? onCancel !== 'rollback' : onFailure === 'leave';
    if (!isLeft && lastGoodArn !== null)
        return wentBack(midst, lock, lastGoodArn, after.reason, end);
    lock.note(end.state);
    if (lock.lostTo === undefined)
        await lock.release();
    return (0,ends/* ended */.v)(midst, after.outcome, `${after.reason}; the new version was left running`, end);
}
async function wentBack(midst, lock, target, why, release) {
    const result = await (0,rolling_return/* returnTo */.y)(midst, lock, target, why, release);
    // Interrupted, it is `post`'s to follow.
    if (lock.lostTo === undefined && result.outcome !== 'interrupted')
        await lock.release();
    return result;
}
async function notBegun(midst, prepared) {
    if (prepared.kind === 'unchanged') {
        midst.taskDefinitionArn = prepared.before.taskDefinitionArn;
        return (0,ends/* ended */.v)(midst, 'unchanged', prepared.reason);
    }
    return (0,ends/* ended */.v)(midst, prepared.kind, prepared.reasons.join('; '));
}
async function showPlan({ world, story, request }) {
    world.report.line('Plan');
    for (const [i, line] of story.plan.entries())
        world.report.line(`  ${i + 1}. ${line}`);
    world.report.line('');
    await request.show?.(story);
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
function sentence({ service, outcome, reason, serving, command, isTouched }) {
    // Before the service was touched there was nothing to roll back.
    const head = outcome === 'failed' && !isTouched ? 'failed' : heads[outcome];
    const parts = [`${service}: ${head}: ${reason.replace(/\.$/, '')}.`];
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
    if (result.outcome === 'timed-out' && !result.isTouched)
        return ['What to do: look at what the task wrote. If it only needs longer, give it a longer run-timeout.'];
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
