export const id = 8855;
export const ids = [8855,1601];
export const modules = {

/***/ 8747:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  main: () => (/* binding */ main)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./build-stage/blue-green/lock.js
var lock = __webpack_require__(4531);
// EXTERNAL MODULE: ./build-stage/github/cancellation.js
var cancellation = __webpack_require__(2828);
// EXTERNAL MODULE: ./build-stage/github/fail.js
var fail = __webpack_require__(4687);
// EXTERNAL MODULE: ./build-stage/github/inputs.js
var github_inputs = __webpack_require__(8746);
// EXTERNAL MODULE: ./build-stage/github/job-identity.js + 1 modules
var job_identity = __webpack_require__(7058);
// EXTERNAL MODULE: ./build-stage/github/report.js + 1 modules
var report = __webpack_require__(7068);
// EXTERNAL MODULE: ./build-stage/github/run-context.js
var run_context = __webpack_require__(4836);
// EXTERNAL MODULE: ./build-stage/ports/ended-badly.js
var ended_badly = __webpack_require__(1893);
// EXTERNAL MODULE: ./build-stage/ports/message-of.js
var message_of = __webpack_require__(9901);
// EXTERNAL MODULE: ./build-stage/spec/input-error.js
var input_error = __webpack_require__(5432);
// EXTERNAL MODULE: ./build-stage/system/clock.js
var system_clock = __webpack_require__(8671);
// EXTERNAL MODULE: ./build-stage/blue-green/result.js
var result = __webpack_require__(7149);
;// CONCATENATED MODULE: ./build-stage/actions/rollback/result.js
// src/actions/rollback/result.ts

const heads = {
    'rolled-back': 'Rolled back',
    unchanged: 'Unchanged',
    refused: 'Refused, nothing was changed',
    stuck: 'Stuck, a person is needed',
};
const serving = ({ weights, isStale = false }) => (0,result/* servingInWords */.zj)({ outcome: 'rolled-back', reason: '', weights, isStale });
/** What happened, who serves, and what to run when a person is needed. */
function told(result) {
    const parts = [
        `${heads[result.outcome]}: ${result.reason.replace(/\.$/, '')}.`,
        serving(result),
        result.command === undefined ? '' : `Run: ${result.command}`,
    ];
    return parts.filter((part) => part !== '').join(' ');
}
function rollbackOutputs(result) {
    return {
        outcome: result.outcome,
        reason: result.reason,
        'active-service': result.activeService ?? '',
        weights: result.weights === undefined ? '' : JSON.stringify(result.weights),
        'seconds-to-restore': result.restoreMs === undefined ? '' : String(Math.round(result.restoreMs / 100) / 10),
    };
}
function rollbackSummary(result) {
    const command = result.command === undefined ? '' : `\n\nRun this now:\n\n\`\`\`sh\n${result.command}\n\`\`\``;
    return `## ${heads[result.outcome]}\n\n${result.reason.replaceAll('<', '&lt;')}\n\n${serving(result) || 'Who serves was not read.'}${command}\n`;
}

// EXTERNAL MODULE: ./build-stage/blue-green/change-idle.js
var change_idle = __webpack_require__(7943);
// EXTERNAL MODULE: ./build-stage/blue-green/finish.js
var finish = __webpack_require__(8275);
// EXTERNAL MODULE: ./build-stage/blue-green/foreign.js
var blue_green_foreign = __webpack_require__(3050);
// EXTERNAL MODULE: ./build-stage/blue-green/patient.js
var patient = __webpack_require__(2163);
// EXTERNAL MODULE: ./build-stage/blue-green/scaling.js
var blue_green_scaling = __webpack_require__(7699);
// EXTERNAL MODULE: ./build-stage/blue-green/seen.js
var blue_green_seen = __webpack_require__(6839);
// EXTERNAL MODULE: ./build-stage/blue-green/sides.js
var sides = __webpack_require__(5074);
// EXTERNAL MODULE: ./build-stage/blue-green/start-green.js
var start_green = __webpack_require__(1004);
// EXTERNAL MODULE: ./build-stage/ports/access-error.js
var access_error = __webpack_require__(7919);
// EXTERNAL MODULE: ./build-stage/ports/unanswered.js
var unanswered = __webpack_require__(3218);
// EXTERNAL MODULE: ./build-stage/verdict/target-health.js
var target_health = __webpack_require__(3635);
;// CONCATENATED MODULE: ./build-stage/actions/rollback/choose-side.js
// src/actions/rollback/choose-side.ts
/** Who is to get everything: the named side, the one that was live when a shift began, or the one that is not live. */
function chooseSide(inputs, route, [one, other], left) {
    const towards = (to) => ({ to, from: to === one ? other : one });
    if (inputs.to !== undefined) {
        const named = [one, other].find(({ service }) => service === inputs.to);
        return named === undefined
            ? { refusal: `${inputs.to} is not one of ${one.service} and ${other.service}` }
            : towards(named);
    }
    // A shift that is under way, or was promoted and still keeps its old side: its journal knows who was live before.
    const before = [one, other].find(({ service }) => service === left?.blue?.service);
    if (before !== undefined)
        return towards(before);
    const ofOne = share(route, one, other);
    if (ofOne === 100)
        return towards(other);
    if (ofOne === 0)
        return towards(one);
    return {
        refusal: `both sides have traffic and no journal tells which was live before: say it with the input to (${one.service} or ${other.service})`,
    };
}
/** How much of the traffic of both goes to the one, percent; NaN when there is none. */
function share(route, of, other) {
    const weight = (arn) => route.groups.find((group) => group.targetGroupArn === arn)?.weight ?? 0;
    const total = weight(of.targetGroupArn) + weight(other.targetGroupArn);
    return total === 0 ? Number.NaN : (100 * weight(of.targetGroupArn)) / total;
}

;// CONCATENATED MODULE: ./build-stage/actions/rollback/journal-entry.js
// src/actions/rollback/journal-entry.ts

/** The journal of a rollback reads like that of a shift: whoever finds it left behind goes on from there. */
function journalEntry(inputs, world, now, stage, stays, goes, desired, scalingBefore) {
    const side = ({ service, targetGroupArn }) => ({ service, targetGroupArn });
    return {
        schema: 1,
        holder: world.run.holder,
        runUrl: world.run.url,
        startedAt: now,
        expires: now + inputs.startTimeout + inputs.drain + lock/* leaseMs */.zT,
        route: inputs.listenerRuleArn ?? inputs.listenerArn ?? '',
        blue: side(stays),
        green: side(goes),
        stage,
        cluster: inputs.cluster,
        greenDesiredBefore: desired,
        greenTaskDefinitionBefore: goes.seen.taskDefinitionArn,
        greenTaskDefinition: goes.seen.taskDefinitionArn,
        blueTaskDefinition: stays.seen.taskDefinitionArn,
        keepOldUntil: null,
        scalingBefore,
        steps: '',
        shift: null,
    };
}

// EXTERNAL MODULE: ./build-stage/blue-green/command-line.js
var command_line = __webpack_require__(9854);
// EXTERNAL MODULE: ./build-stage/blue-green/lost-access.js
var lost_access = __webpack_require__(6230);
;// CONCATENATED MODULE: ./build-stage/actions/rollback/lose-access.js
// src/actions/rollback/lose-access.ts




/** The credentials do not suffice any more, or AWS does not answer: what it said, whether traffic was moved, who serves, the one command to run. */
async function loseAccess({ inputs, world, seen, hasLock, to, byHand, wanted }, error) {
    const { words, ...serving } = await (0,lost_access/* lossOf */.j)(error, seen, world);
    const instead = byHand === undefined || hasLock ? '' : `. When that cannot wait, without the lock: ${byHand}`;
    const reason = `${words}${instead}`;
    const command = wanted === undefined ? again(inputs, to) : world.router.commandFor(wanted);
    const result = { outcome: hasLock ? 'stuck' : 'refused', reason, ...serving, command };
    if (!(error instanceof access_error/* AccessError */.Z))
        return result;
    return { ...result, error: new access_error/* AccessError */.Z(told(result), error.detail, { cause: error }) };
}
function again(inputs, chosen) {
    const { lockName, keepNew } = inputs;
    return (0,command_line/* sluiceCommand */.Ln)('rollback', {
        ...(0,command_line/* routeFlags */.JS)(inputs),
        to: chosen ?? inputs.to,
        'lock-name': lockName,
        'keep-new': keepNew ? 'true' : undefined,
    });
}

;// CONCATENATED MODULE: ./build-stage/actions/rollback/scaling.js
// src/actions/rollback/scaling.ts


/**
 * How both sides are scaled, and are to be once `to` serves. A run that was at work held autoscaling and has journaled how
 * it was; otherwise it is as it is. Where `to` was not live then, it takes over from the side that was. A side that is to
 * be scaled to 0 gets minimum 0. None of it may keep the traffic waiting: what cannot be read is left as it is.
 */
async function scalingOf(inputs, world, to, from, left) {
    const journaled = left?.scalingBefore ?? [];
    const { warn } = world.report;
    const before = journaled.length > 0
        ? journaled
        : await (0,blue_green_scaling/* readScaling */.Ov)(world, to, from, warn).catch((error) => {
            warn(`How the services are scaled could not be read, and is left as it is: ${(0,message_of/* messageOf */.b)(error)}`);
            return [];
        });
    const wasLive = journaled.length > 0 && left?.blue?.service === to.service ? to : from;
    const { live, old } = wasLive === to
        ? { live: sideOf(before, to), old: sideOf(before, from) }
        : (0,blue_green_scaling/* afterPromotion */.gk)(before, { old: from.service, live: to.service, oldSide: 'kept' });
    return { before, after: [...live, ...old.map((target) => (inputs.keepNew ? target : { ...target, min: 0 }))] };
}
const sideOf = (targets, { service }) => targets.filter((target) => target.service === service);

;// CONCATENATED MODULE: ./build-stage/actions/rollback/run.js
// src/actions/rollback/run.ts
















/**
 * Gives all traffic to one side. One call when that side is up; when its tasks are gone it is started first and gets no
 * request before it is healthy. Whatever run was at work loses its lock before anything is changed.
 */
async function rollBack(inputs, outside) {
    const seen = new blue_green_seen/* Seen */.U(inputs.targetGroups);
    const midst = {
        inputs,
        world: seen.watching(outside),
        seen,
        hasLock: false,
        to: undefined,
        byHand: undefined,
        wanted: undefined,
    };
    try {
        // Whoever is refused wants to know as well who serves, as far as it was read.
        const result = await attempt(midst);
        return result.weights === undefined ? { ...result, ...seen.serving() } : result;
    }
    catch (error) {
        if (error instanceof access_error/* AccessError */.Z || error instanceof unanswered/* Unanswered */.X)
            return loseAccess(midst, error);
        throw error;
    }
}
async function attempt(midst) {
    const { inputs, world } = midst;
    const startedAt = world.clock.now();
    const early = (0,patient/* patient */.I)(world);
    const route = await early.router.read();
    const services = await early.rollout.describe(inputs.services);
    const owners = (0,sides/* ownersOf */.K2)(route, services, inputs.targetGroups);
    if ('refusals' in owners)
        return { outcome: 'refused', reason: owners.refusals.join('; ') };
    if (inputs.to !== undefined)
        midst.byHand = commandTo(world, inputs.to, owners.pair);
    const held = await early.journal.read();
    if (held !== undefined && inputs.whenLocked === 'fail') {
        return { outcome: 'refused', reason: `${held.entry?.runUrl ?? 'a run'} is at work (when-locked: fail)` };
    }
    const chosen = chooseSide(inputs, route, owners.pair, held?.entry);
    if ('refusal' in chosen)
        return { outcome: 'refused', reason: chosen.refusal };
    const { to, from } = chosen;
    midst.to = to.service;
    if (share(route, to, from) === 100 && held === undefined) {
        const reason = `${to.service} has all traffic already`;
        return { outcome: 'unchanged', reason, ...(await observed(world, to, from, route)) };
    }
    const isReady = (0,target_health/* healthyCount */.jB)(await early.targets.targets(to.targetGroupArn)) > 0;
    const scaling = await scalingOf(inputs, world, to, from, held?.entry);
    const shifting = journalEntry(inputs, world, startedAt, 'shift', to, from, inputs.keepNew ? from.seen.desiredCount : 0, scaling.after);
    // While the old version starts, the traffic stays where it is: a run that dies then has only started tasks.
    const theirs = leftFrom(held?.entry, to);
    const starting = theirs === undefined
        ? journalEntry(inputs, world, startedAt, 'start', from, to, to.seen.desiredCount, scaling.before)
        : { ...theirs, holder: world.run.holder, runUrl: world.run.url, expires: shifting.expires };
    const entry = isReady ? shifting : starting;
    // A take-over is more than one call: one of them that is refused may leave the lock with us.
    midst.hasLock = held !== undefined;
    const isOurs = held === undefined ? (await early.journal.acquire(entry)).taken : await early.journal.takeOver(held, entry);
    midst.hasLock = isOurs;
    if (!isOurs)
        return { outcome: 'refused', reason: 'another run took the lock at the same moment; try again' };
    if (held !== undefined) {
        world.report.warn(`Took the lock of ${held.entry?.runUrl ?? 'an unreadable entry'}; it changes nothing more`);
    }
    if (!isReady) {
        const problem = await start(inputs, early, route, to, from);
        if (problem !== undefined) {
            await early.rollout.update(to.service, { desiredCount: to.seen.desiredCount });
            const isGivenBack = await (0,blue_green_scaling/* giveBack */.F5)(world, scaling.before);
            // A shift that was left split is not forgotten: `recover` tries again.
            const expires = Math.max(world.clock.now(), (theirs?.expires ?? 0) + 1);
            if (theirs !== undefined)
                await world.journal.update({ ...starting, runUrl: theirs.runUrl, expires });
            else if (isGivenBack)
                await world.journal.release(world.run.holder);
            return { outcome: 'refused', reason: problem, ...(await observed(world, to, from)) };
        }
        const lost = await world.journal.update(shifting);
        if (lost !== undefined)
            return { outcome: 'refused', reason: `the lock was taken by ${lost.lostTo}` };
    }
    world.report.line(`${to.service} gets all traffic`);
    midst.wanted = { [to.targetGroupArn]: 100, [from.targetGroupArn]: 0 };
    const isRestored = await (0,finish/* restoreBlue */.Zy)(world, to.targetGroupArn, from.targetGroupArn);
    const now = await observed(world, to, from);
    if (!isRestored) {
        const command = world.router.commandFor(midst.wanted);
        return { outcome: 'stuck', reason: `${to.service} could not be given all traffic`, command, ...now };
    }
    const restoreMs = world.clock.now() - startedAt;
    const left = await tidy(inputs, world, to, from, scaling.after);
    const why = inputs.reason === undefined ? '' : ` (${inputs.reason})`;
    return { outcome: 'rolled-back', reason: `${to.service} has all traffic${why}; ${left}`, restoreMs, ...now };
}
/** What gives one side everything without asking who else is at work; undefined for what takes no part. */
function commandTo({ router }, name, pair) {
    if (!pair.some(({ service }) => service === name))
        return undefined;
    return router.commandFor(Object.fromEntries(pair.map(({ service, targetGroupArn }) => [targetGroupArn, service === name ? 100 : 0])));
}
/** What a shift from that side to the other left in the journal: whoever dies on the way back leaves the same. */
const leftFrom = (left, { service }) => left?.blue?.service === service && left.stage !== 'prepare' ? left : undefined;
/** Starts the side that is to get the traffic. Answers why it cannot have it. */
async function start(inputs, world, route, to, from) {
    const tasks = Math.max(1, from.seen.runningCount, to.seen.desiredCount);
    const started = await (0,start_green/* startGreen */.c)(inputs, world, {
        taskDefinitionArn: to.seen.taskDefinitionArn,
        lock: { beat: async () => { }, lostTo: undefined },
        plan: {
            green: to,
            tasks,
            minHealthyTargets: 1,
            attachGreen: !route.groups.some(({ targetGroupArn }) => targetGroupArn === to.targetGroupArn),
        },
    }, () => { });
    return started.ready ? undefined : `${started.reason}; the traffic was left as it was`;
}
/** What is left to do once the traffic is where it belongs does not change how it ended; `recover` does it too. */
async function tidy(inputs, world, to, from, scaling) {
    try {
        // The side that serves may scale at once. Autoscaling goes back before the lock.
        await (0,blue_green_scaling/* giveBack */.F5)(world, sideOf(scaling, to));
        const left = await leave(inputs, world, to, from);
        if (await (0,blue_green_scaling/* giveBack */.F5)(world, scaling))
            await world.journal.release(world.run.holder);
        return left;
    }
    catch (error) {
        const undone = `what is left to do for ${from.service} could not be done, and is left to recover: ${(0,message_of/* messageOf */.b)(error)}`;
        world.report.warn(undone);
        return undone;
    }
}
async function leave(inputs, world, to, from) {
    if (inputs.keepNew)
        return `${from.service} keeps its tasks`;
    world.report.line(`${from.service} has no traffic any more; its requests in flight get their time`);
    await world.clock.sleep(inputs.drain, world.cancellation.signal);
    if (world.cancellation.reason !== undefined)
        return `${from.service} still has its tasks (${world.cancellation.reason})`;
    const was = ({ service, seen }) => ({ service, taskDefinition: seen.taskDefinitionArn });
    const green = { ...was(from), taskDefinitionBefore: from.seen.taskDefinitionArn };
    const { green: foreign } = await (0,blue_green_foreign/* foreignTo */.GV)(world, { blue: was(to), green });
    if (foreign !== undefined)
        return `${foreign.words}: somebody else has deployed to it, so it keeps its tasks`;
    return (await (0,change_idle/* changeIdle */.l)(world, from.service, { desiredCount: 0 })) ?? `${from.service} is scaled to 0`;
}
async function observed(world, to, from, route) {
    return (0,finish/* weightsNow */.kO)(world, { blue: to, green: from }, route);
}

// EXTERNAL MODULE: ./build-stage/actions/rollback/spec.js
var spec = __webpack_require__(3501);
;// CONCATENATED MODULE: ./build-stage/actions/rollback/index.js
// src/actions/rollback/index.ts















/** Nothing is begun in it that cannot be done again. */
const whenOver = 'What to do: mend what is said here; whatever is not done by then, rollback does when it is run again';
async function main() {
    try {
        await act();
    }
    catch (error) {
        // What is thrown before there is a world to act in has a result as well: workflows decide by the outcome.
        const outcome = error instanceof input_error/* InputError */.d ? 'refused' : 'stuck';
        report/* runnerReport */.b.outputs(rollbackOutputs({ outcome, reason: (0,message_of/* messageOf */.b)(error) }));
        throw error;
    }
}
async function act() {
    const inputs = (0,github_inputs/* readInputs */.Ko)(spec.spec);
    const { awsPorts, routeAddress, sessionFor } = await Promise.all(/* import() | aws */[__webpack_require__.e(2604), __webpack_require__.e(8674)]).then(__webpack_require__.bind(__webpack_require__, 6294));
    const { region, cluster, listenerRuleArn, listenerArn = '' } = inputs;
    const clock = (0,system_clock/* systemClock */.m)(process.env);
    const session = sessionFor(inputs, { ...(0,job_identity/* jobIdentity */.K)(clock), whenOver });
    const address = routeAddress(listenerRuleArn ?? listenerArn);
    const result = await rollBack(inputs, {
        ...awsPorts({ region, cluster, address, lockName: (0,lock/* lockName */.l4)(inputs), session }),
        clock,
        cancellation: (0,cancellation/* cancellationBySignal */.t)(),
        report: report/* runnerReport */.b,
        run: { holder: (0,external_node_crypto_.randomUUID)(), url: (0,run_context/* runContext */.p)().runUrl ?? `a run by ${(0,run_context/* runContext */.p)().actor}` },
    });
    report/* runnerReport */.b.outputs(rollbackOutputs(result));
    await report/* runnerReport */.b.summary(rollbackSummary(result));
    report/* runnerReport */.b.line(told(result));
    if (result.outcome === 'stuck' || result.outcome === 'refused')
        (0,fail/* fail */.f)(result.error ?? new ended_badly/* DeployFailed */.N(told(result)));
}


/***/ }),

/***/ 3501:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   spec: () => (/* binding */ spec)
/* harmony export */ });
/* harmony import */ var _spec_action_spec_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1169);
/* harmony import */ var _spec_kinds_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7240);
/* harmony import */ var _spec_names_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7383);
/* harmony import */ var _spec_rules_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5692);
/* harmony import */ var _spec_session_inputs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9361);
// src/actions/rollback/spec.ts





const spec = (0,_spec_action_spec_js__WEBPACK_IMPORTED_MODULE_3__/* .defineAction */ .Q)({
    name: 'rollback',
    title: 'Sluice: roll back by hand',
    description: 'Gives all traffic back to the other side, now: ends a shift that is under way, or undoes one that was promoted. Starts the old version again when its tasks are gone.',
    branding: { icon: 'corner-up-left', color: 'blue' },
    inputs: {
        cluster: {
            kind: (0,_spec_names_js__WEBPACK_IMPORTED_MODULE_1__/* .clusterName */ .SL)(),
            required: true,
            description: 'Name or ARN of the ECS cluster that both services run in.',
        },
        services: {
            kind: _spec_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .lines */ .Mn({ exactly: 2, of: 'service name', item: (0,_spec_names_js__WEBPACK_IMPORTED_MODULE_1__/* .serviceName */ .fe)() }),
            required: true,
            description: 'The two ECS services, one name per line, in any order.',
        },
        'listener-rule-arn': {
            kind: _spec_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .arn */ .Cm('listener rule'),
            description: 'ARN of the listener rule that forwards to the two target groups. Give this or `listener-arn`.',
        },
        'listener-arn': {
            kind: _spec_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .arn */ .Cm('listener'),
            description: 'ARN of the listener, when its default action forwards to them. Give this or `listener-rule-arn`.',
        },
        'target-groups': {
            kind: _spec_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .map */ .Tj({ key: (0,_spec_names_js__WEBPACK_IMPORTED_MODULE_1__/* .serviceName */ .fe)(), value: _spec_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .arn */ .Cm('target group'), example: 'service=target-group-arn' }),
            description: 'The target group of each service, where a service has more than one: `service=arn` per line.',
        },
        to: {
            kind: (0,_spec_names_js__WEBPACK_IMPORTED_MODULE_1__/* .serviceName */ .fe)(),
            description: 'The service that is to get all traffic. By default the side that was live when the shift began, or, when none is under way, the one that is not live.',
        },
        'when-locked': {
            kind: _spec_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .oneOf */ .yL('take', 'fail'),
            preset: 'take',
            description: 'What to do while a deployment is at work: `take` takes its lock away, so that it changes nothing more, and rolls it back; `fail` leaves it alone.',
        },
        'start-timeout': {
            kind: _spec_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p0({ minMs: 1000, maxMs: 21_600_000 }),
            preset: '15m',
            description: 'How long the old version may take to start, when it has no tasks any more.',
        },
        'poll-interval': {
            kind: _spec_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p0({ minMs: 100, maxMs: 300_000 }),
            preset: '5s',
            description: 'How often tasks and targets are looked at while the old version starts.',
        },
        drain: {
            kind: _spec_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p0({ maxMs: 3_600_000 }),
            preset: '2m',
            description: 'How long the side that was left keeps its tasks, so that requests in flight can end.',
        },
        'keep-new': {
            kind: _spec_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .flag */ .Jt(),
            preset: 'false',
            description: 'Leave the tasks of the side that was left running, in place of scaling it to 0.',
        },
        'lock-name': {
            kind: (0,_spec_names_js__WEBPACK_IMPORTED_MODULE_1__/* .parameterName */ .xd)(),
            description: 'The SSM parameter that is the lock, when the deployment was given another than the default.',
        },
        reason: { kind: _spec_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq(), description: 'Why, for the log and the summary.' },
        ..._spec_session_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .sessionInputs */ .q,
        region: {
            kind: (0,_spec_names_js__WEBPACK_IMPORTED_MODULE_1__/* .region */ .Ny)(),
            required: true,
            environment: ['AWS_REGION', 'AWS_DEFAULT_REGION'],
            description: 'AWS Region. By default the one in `AWS_REGION`.',
        },
    },
    rules: [
        ..._spec_session_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .sessionRules */ .a,
        (0,_spec_rules_js__WEBPACK_IMPORTED_MODULE_4__/* .exactlyOneOf */ .Og)('listener-rule-arn', 'listener-arn'),
        (0,_spec_rules_js__WEBPACK_IMPORTED_MODULE_4__/* .ofTheRegion */ .h3)('listener-rule-arn', 'listener-arn', 'cluster'),
    ],
    outputs: {
        outcome: {
            description: 'How it ended: `rolled-back`, `unchanged` (it had all traffic already), `refused` (nothing was changed), or `stuck`.',
        },
        reason: { description: 'What happened, in a sentence.' },
        'active-service': {
            description: 'The service that receives the traffic now, or most of it, as last read; empty when the rule was not read.',
        },
        weights: { description: 'What was last observed on the listener, as JSON.' },
        'seconds-to-restore': {
            description: 'Seconds from the start until the listener was observed to send everything there.',
        },
    },
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

/***/ 1774:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ repeated)
/* harmony export */ });
// src/blue-green/repeated.ts
/** So often a call is made that AWS does not answer, with a pause that doubles: half a minute in all. */
const attempts = 5;
const firstPauseMs = 2_000;
/**
 * Makes a call again that AWS did not answer.
 *
 * @param unanswered what is told of an error that may pass; undefined of one that is thrown at once
 * @throws what the call throws, when it is told at once, when it was the last one, or when the run is cancelled
 */
async function repeated({ clock, report, cancellation, }, unanswered, call) {
    for (let attempt = 1;; attempt++) {
        try {
            return await call();
        }
        catch (error) {
            const told = unanswered(error);
            if (told === undefined || attempt === attempts || cancellation.reason !== undefined)
                throw error;
            report.line(`${told}; once more`);
            await clock.sleep(firstPauseMs * 2 ** (attempt - 1), cancellation.signal);
        }
    }
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

/***/ 7383:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CT: () => (/* binding */ stageName),
/* harmony export */   Ny: () => (/* binding */ region),
/* harmony export */   SL: () => (/* binding */ clusterName),
/* harmony export */   fe: () => (/* binding */ serviceName),
/* harmony export */   xd: () => (/* binding */ parameterName),
/* harmony export */   zB: () => (/* binding */ pathInRepository)
/* harmony export */ });
/* harmony import */ var _kind_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1789);
/* harmony import */ var _kinds_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7240);
// src/spec/names.ts


/** The kinds that several actions share, so that the same word takes the same text everywhere. */
/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateCluster.html */
function clusterName() {
    return _kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq({
        pattern: /^(arn:aws[a-z-]*:ecs:[a-z0-9-]+:\d{12}:cluster\/)?[A-Za-z0-9_-]{1,255}$/,
        accepts: 'the name or the ARN of an ECS cluster',
    });
}
/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html */
function serviceName() {
    return _kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq({ pattern: /^[A-Za-z0-9_-]{1,255}$/, accepts: 'the name of an ECS service' });
}
/** https://docs.aws.amazon.com/systems-manager/latest/userguide/sysman-paramstore-su-create.html */
function parameterName() {
    return _kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq({
        pattern: /^\/(?!aws|ssm)[A-Za-z0-9_.-]+(\/[A-Za-z0-9_.-]+){0,13}$/i,
        accepts: 'the name of an SSM parameter such as /sluice/shop, which does not begin with /aws or /ssm',
    });
}
function region() {
    return _kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq({ pattern: /^[a-z]{2,4}(-[a-z]+)+-\d{1,2}$/, accepts: 'an AWS Region such as eu-central-1' });
}
/** A file or a folder of what is checked out. */
function pathInRepository() {
    return {
        label: 'path',
        accepts: 'a path from the top of the repository',
        absent: undefined,
        read: (given) => {
            if (given.startsWith('/') || /^[A-Za-z]:/.test(given))
                return (0,_kind_js__WEBPACK_IMPORTED_MODULE_1__/* .wrong */ .Q)('is not below the top of the repository');
            if (given.includes('\\'))
                return (0,_kind_js__WEBPACK_IMPORTED_MODULE_1__/* .wrong */ .Q)('has a \\ in it', given.replaceAll('\\', '/'));
            return given.split('/').includes('..') ? (0,_kind_js__WEBPACK_IMPORTED_MODULE_1__/* .wrong */ .Q)('leaves the repository') : (0,_kind_js__WEBPACK_IMPORTED_MODULE_1__/* .read */ .L)(given);
        },
    };
}
/** https://docs.docker.com/reference/dockerfile/#from */
function stageName() {
    return _kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq({ pattern: /^[A-Za-z0-9][A-Za-z0-9_.-]*$/, accepts: 'the name of a stage of the Dockerfile' });
}


/***/ })

};
