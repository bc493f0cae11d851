export const id = 914;
export const ids = [914,501];
export const modules = {

/***/ 9533:
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
// EXTERNAL MODULE: ./build-stage/github/inputs.js + 1 modules
var github_inputs = __webpack_require__(7429);
// EXTERNAL MODULE: ./build-stage/github/report.js + 1 modules
var report = __webpack_require__(7068);
// EXTERNAL MODULE: ./build-stage/github/run-context.js
var run_context = __webpack_require__(4836);
// EXTERNAL MODULE: ./build-stage/ports/ended-badly.js
var ended_badly = __webpack_require__(1893);
// EXTERNAL MODULE: ./build-stage/system/clock.js
var clock = __webpack_require__(8671);
// EXTERNAL MODULE: ./build-stage/blue-green/result.js
var result = __webpack_require__(7149);
;// CONCATENATED MODULE: ./build-stage/actions/rollback/result.js

const heads = {
    'rolled-back': 'Rolled back',
    unchanged: 'Unchanged',
    refused: 'Refused, nothing was changed',
    stuck: 'Stuck, a person is needed',
};
const serving = ({ weights }) => (0,result/* servingInWords */.zj)({ outcome: 'rolled-back', reason: '', weights });
/** What happened, who serves, and what to run when a person is needed. */
function told(result) {
    const command = result.command === undefined ? '' : ` Run: ${result.command}`;
    return `${heads[result.outcome]}: ${result.reason}. ${serving(result)}${command}`.trim();
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
    return `## ${heads[result.outcome]}\n\n${result.reason.replaceAll('<', '&lt;')}\n\n${serving(result) || 'Who serves could not be read.'}${command}\n`;
}

// EXTERNAL MODULE: ./build-stage/blue-green/finish.js
var finish = __webpack_require__(8275);
// EXTERNAL MODULE: ./build-stage/blue-green/scaling.js
var blue_green_scaling = __webpack_require__(7699);
// EXTERNAL MODULE: ./build-stage/blue-green/sides.js
var sides = __webpack_require__(5074);
// EXTERNAL MODULE: ./build-stage/blue-green/start-green.js
var start_green = __webpack_require__(1004);
// EXTERNAL MODULE: ./build-stage/blue-green/words.js
var words = __webpack_require__(6795);
// EXTERNAL MODULE: ./build-stage/verdict/target-health.js
var target_health = __webpack_require__(3635);
;// CONCATENATED MODULE: ./build-stage/actions/rollback/run.js







/**
 * Gives all traffic to one side. One call when that side is up; when its tasks are gone it is started first and gets no
 * request before it is healthy. Whatever run was at work loses its lock before anything is changed.
 */
async function rollBack(inputs, world) {
    const startedAt = world.clock.now();
    const route = await world.router.read();
    const services = await world.rollout.describe(inputs.services);
    const owners = (0,sides/* ownersOf */.K2)(route, services, inputs.targetGroups);
    if ('refusals' in owners)
        return { outcome: 'refused', reason: owners.refusals.join('; ') };
    const held = await world.journal.read();
    if (held !== undefined && inputs.whenLocked === 'fail') {
        return { outcome: 'refused', reason: `${held.entry?.runUrl ?? 'a run'} is at work (when-locked: fail)` };
    }
    const chosen = chooseSide(inputs, route, owners.pair, held?.entry);
    if ('refusal' in chosen)
        return { outcome: 'refused', reason: chosen.refusal };
    const { to, from } = chosen;
    if (share(route, to, from) === 100 && held === undefined) {
        const reason = `${to.service} has all traffic already`;
        return { outcome: 'unchanged', reason, ...(await observed(world, to, from, route)) };
    }
    const isReady = (0,target_health/* healthyCount */.jB)(await world.targets.targets(to.targetGroupArn)) > 0;
    const scaling = await scalingOf(inputs, world, to, from, held?.entry);
    const shifting = journalEntry(inputs, world, startedAt, 'shift', to, from, inputs.keepNew ? from.seen.desiredCount : 0, scaling.after);
    // While the old version starts, the traffic stays where it is: a run that dies then has only started tasks.
    const starting = journalEntry(inputs, world, startedAt, 'start', from, to, to.seen.desiredCount, scaling.before);
    const entry = isReady ? shifting : starting;
    const isOurs = held === undefined ? (await world.journal.acquire(entry)).taken : await world.journal.takeOver(held, entry);
    if (!isOurs)
        return { outcome: 'refused', reason: 'another run took the lock at the same moment; try again' };
    if (held !== undefined) {
        world.report.warn(`Took the lock of ${held.entry?.runUrl ?? 'an unreadable entry'}; it changes nothing more`);
    }
    if (!isReady) {
        const problem = await start(inputs, world, route, to, from);
        if (problem !== undefined) {
            await world.rollout.update(to.service, { desiredCount: to.seen.desiredCount });
            if (await (0,blue_green_scaling/* giveBack */.F5)(world, scaling.before))
                await world.journal.release(world.run.holder);
            return { outcome: 'refused', reason: problem, ...(await observed(world, to, from)) };
        }
        const lost = await world.journal.update(shifting);
        if (lost !== undefined)
            return { outcome: 'refused', reason: `the lock was taken by ${lost.lostTo}` };
    }
    world.report.line(`${to.service} gets all traffic`);
    const isRestored = await (0,finish/* restoreBlue */.Zy)(world, to.targetGroupArn, from.targetGroupArn);
    const now = await observed(world, to, from);
    if (!isRestored) {
        const command = world.router.commandFor({ [to.targetGroupArn]: 100, [from.targetGroupArn]: 0 });
        return { outcome: 'stuck', reason: `${to.service} could not be given all traffic`, command, ...now };
    }
    const restoreMs = world.clock.now() - startedAt;
    // The side that serves may scale at once. Autoscaling goes back before the lock.
    await (0,blue_green_scaling/* giveBack */.F5)(world, sideOf(scaling.after, to));
    const left = await leave(inputs, world, from);
    if (await (0,blue_green_scaling/* giveBack */.F5)(world, scaling.after))
        await world.journal.release(world.run.holder);
    const why = inputs.reason === undefined ? '' : ` (${inputs.reason})`;
    return { outcome: 'rolled-back', reason: `${to.service} has all traffic${why}; ${left}`, restoreMs, ...now };
}
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
function share(route, of, other) {
    const weight = (arn) => route.groups.find((group) => group.targetGroupArn === arn)?.weight ?? 0;
    const total = weight(of.targetGroupArn) + weight(other.targetGroupArn);
    return total === 0 ? Number.NaN : (100 * weight(of.targetGroupArn)) / total;
}
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
            warn(`How the services are scaled could not be read, and is left as it is: ${(0,words/* messageOf */.bD)(error)}`);
            return [];
        });
    const wasLive = journaled.length > 0 && left?.blue?.service === to.service ? to : from;
    const { live, old } = wasLive === to
        ? { live: sideOf(before, to), old: sideOf(before, from) }
        : (0,blue_green_scaling/* afterPromotion */.gk)(before, { old: from.service, live: to.service, oldSide: 'kept' });
    return { before, after: [...live, ...old.map((target) => (inputs.keepNew ? target : { ...target, min: 0 }))] };
}
const sideOf = (targets, { service }) => targets.filter((target) => target.service === service);
async function leave(inputs, world, from) {
    if (inputs.keepNew)
        return `${from.service} keeps its tasks`;
    world.report.line(`${from.service} has no traffic any more; its requests in flight get their time`);
    await world.clock.sleep(inputs.drain, world.cancellation.signal);
    if (world.cancellation.reason !== undefined)
        return `${from.service} still has its tasks (${world.cancellation.reason})`;
    await world.rollout.update(from.service, { desiredCount: 0 });
    return `${from.service} is scaled to 0`;
}
async function observed(world, to, from, route) {
    return (0,finish/* weightsNow */.kO)(world, { blue: to, green: from }, route);
}
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
        keepOldUntil: null,
        scalingBefore,
        steps: '',
        shift: null,
    };
}

// EXTERNAL MODULE: ./build-stage/actions/rollback/spec.js
var spec = __webpack_require__(3501);
;// CONCATENATED MODULE: ./build-stage/actions/rollback/index.js












async function main() {
    const inputs = (0,github_inputs/* readInputs */.K)(spec.spec);
    const { awsPorts, routeAddress } = await __webpack_require__.e(/* import() */ 945).then(__webpack_require__.bind(__webpack_require__, 7945));
    const { region, cluster, listenerRuleArn, listenerArn = '' } = inputs;
    const result = await rollBack(inputs, {
        ...awsPorts({ region, cluster, address: routeAddress(listenerRuleArn ?? listenerArn), lockName: (0,lock/* lockName */.l4)(inputs) }),
        clock: (0,clock/* systemClock */.m)(process.env),
        cancellation: (0,cancellation/* cancellationBySignal */.t)(),
        report: report/* runnerReport */.b,
        run: { holder: (0,external_node_crypto_.randomUUID)(), url: (0,run_context/* runContext */.p)().runUrl ?? `a run by ${(0,run_context/* runContext */.p)().actor}` },
    });
    report/* runnerReport */.b.outputs(rollbackOutputs(result));
    await report/* runnerReport */.b.summary(rollbackSummary(result));
    report/* runnerReport */.b.line(told(result));
    if (result.outcome === 'stuck' || result.outcome === 'refused')
        (0,fail/* fail */.f)(new ended_badly/* DeployFailed */.N(told(result)));
}


/***/ }),

/***/ 3501:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   spec: () => (/* binding */ spec)
/* harmony export */ });
/* harmony import */ var _spec_action_spec_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1169);
/* harmony import */ var _spec_kinds_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(623);
/* harmony import */ var _spec_names_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7383);
/* harmony import */ var _spec_rules_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5692);




const spec = (0,_spec_action_spec_js__WEBPACK_IMPORTED_MODULE_2__/* .defineAction */ .Q)({
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
        region: {
            kind: (0,_spec_names_js__WEBPACK_IMPORTED_MODULE_1__/* .region */ .Ny)(),
            required: true,
            environment: ['AWS_REGION', 'AWS_DEFAULT_REGION'],
            description: 'AWS Region. By default the one in `AWS_REGION`.',
        },
    },
    rules: [(0,_spec_rules_js__WEBPACK_IMPORTED_MODULE_3__/* .exactlyOneOf */ .Og)('listener-rule-arn', 'listener-arn')],
    outputs: {
        outcome: {
            description: 'How it ended: `rolled-back`, `unchanged` (it had all traffic already), `refused` (nothing was changed), or `stuck`.',
        },
        reason: { description: 'What happened, in a sentence.' },
        'active-service': { description: 'The service that receives the traffic now.' },
        weights: { description: 'What was last observed on the listener, as JSON.' },
        'seconds-to-restore': {
            description: 'Seconds from the start until the listener was observed to send everything there.',
        },
    },
});


/***/ }),

/***/ 7383:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ny: () => (/* binding */ region),
/* harmony export */   SL: () => (/* binding */ clusterName),
/* harmony export */   fe: () => (/* binding */ serviceName),
/* harmony export */   xd: () => (/* binding */ parameterName)
/* harmony export */ });
/* harmony import */ var _kinds_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(623);

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


/***/ })

};
