export const id = 469;
export const ids = [469,882,501];
export const modules = {

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

/***/ 9554:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  iY: () => (/* binding */ planJson),
  HN: () => (/* binding */ planLines),
  Uq: () => (/* binding */ shortImage)
});

// EXTERNAL MODULE: ./build-stage/ecs/task-definition.js
var task_definition = __webpack_require__(3204);
// EXTERNAL MODULE: ./build-stage/spec/duration.js
var duration = __webpack_require__(1999);
;// CONCATENATED MODULE: ./build-stage/verdict/visibility.js
/**
 * What a step can see: the smallest error rate of green that so many requests can tell from blue's.
 *
 * Reckoned with the exact conditional test of two counts (the errors of both sides taken together, green's are binomial
 * by its share of the requests), α = 1 % one-sided, found with a probability of 90 %, blue at 0.1 % errors. That is the
 * most that any test with this α can promise at the end of the step. The comparison itself, which may be looked at all
 * the time and tolerates 1.5 times blue's rate, needs about a third more; in return it sees gross faults within a minute.
 * Przyborowski and Wilenski, "Homogeneity of results in testing samples from Poisson series", Biometrika 31 (1940).
 */
const alpha = 0.01;
const power = 0.9;
const blueRate = 0.001;
/** Beyond so many errors of blue the counts are as good as normal, and the exact sum would only take longer. */
const exactUpTo = 300;
/**
 * The smallest error rate (0 to 1) of green that its requests can show beside blue's; undefined when there are too few
 * for any.
 */
function smallestVisibleRate(greenRequests, blueRequests) {
    const green = Math.round(greenRequests);
    const blue = Math.round(blueRequests);
    if (green < 1 || blue < 1)
        return undefined;
    const isFound = blue * blueRate > exactUpTo ? (rate) => isFoundByFormula(green, blue, rate) : exactly(green, blue);
    if (!isFound(1))
        return undefined;
    let [unseen, seen] = [blueRate, 1];
    for (let i = 0; i < 40; i++) {
        const middle = (unseen + seen) / 2;
        if (isFound(middle))
            seen = middle;
        else
            unseen = middle;
    }
    return seen;
}
/** Answers whether a rate is found often enough. Which count of green's errors is too many depends on blue's only. */
function exactly(green, blue) {
    const share = green / (green + blue);
    const blues = binomial(blue, blueRate);
    let least = 1;
    const tooMany = blues.map((_, errors) => {
        while (least <= green && tailFrom(least, least + errors, share) >= alpha - 1e-12)
            least++;
        return least;
    });
    return (rate) => {
        const greens = binomial(green, rate);
        const atLeast = new Float64Array(greens.length + 1);
        for (let i = greens.length - 1; i >= 0; i--)
            atLeast[i] = (atLeast[i + 1] ?? 0) + (greens[i] ?? 0);
        const found = blues.reduce((sum, chance, errors) => sum + chance * (atLeast[tooMany[errors] ?? 0] ?? 0), 0);
        return found >= power;
    };
}
/** The chances of 0, 1, 2, … of `count` at `rate`, as far as they matter. */
function binomial(count, rate) {
    if (rate >= 1)
        return [...Array.from({ length: count }, () => 0), 1];
    const top = Math.min(count, Math.ceil(count * rate + 10 * Math.sqrt(count * rate) + 20));
    const odds = Math.log(rate) - Math.log1p(-rate);
    let log = count * Math.log1p(-rate);
    return Array.from({ length: top + 1 }, (_, i) => {
        if (i > 0)
            log += Math.log((count - i + 1) / i) + odds;
        return Math.exp(log);
    });
}
/** The chance of `least` or more of `count`. */
function tailFrom(least, count, share) {
    return binomial(count, share)
        .slice(least)
        .reduce((sum, chance) => sum + chance, 0);
}
/** The usual formula for two proportions with these errors. */
function isFoundByFormula(green, blue, rate) {
    const [zAlpha, zPower] = [2.3263, 1.2816];
    const both = (green * rate + blue * blueRate) / (green + blue);
    const equal = Math.sqrt(both * (1 - both) * (1 / green + 1 / blue));
    const different = Math.sqrt((rate * (1 - rate)) / green + (blueRate * (1 - blueRate)) / blue);
    return rate - blueRate >= zAlpha * equal + zPower * different;
}
/** What a step of the plan can see at the traffic there is, in a sentence. */
function visibilityOf(step, requestsPerSecond) {
    const { weight, bakeMs } = step;
    const rateWords = visibility_short(requestsPerSecond);
    const traffic = `at ${rateWords} request${rateWords === '1' ? '' : 's'}/s, ${weight} % for ${time(bakeMs)}`;
    if (weight >= 100)
        return `${traffic} leaves nothing to compare with: ${withoutBlue}`;
    const all = (requestsPerSecond * bakeMs) / 1000;
    const rate = smallestVisibleRate((all * weight) / 100, (all * (100 - weight)) / 100);
    if (rate === undefined)
        return `${traffic} is too few requests to tell the two sides apart`;
    return `${traffic} shows error rates above ${upwards(100 * rate)} %`;
}
const withoutBlue = 'the old side takes no requests, only alarms, target health, stopped tasks and the probe speak';
/** Whole percents from 3 % on, tenths from 1 %, then one digit that counts: more would promise what nobody can know. */
function upwards(percent) {
    const grain = percent >= 3 ? 1 : percent >= 1 ? 0.1 : 10 ** Math.floor(Math.log10(percent));
    return Number((Math.ceil(percent / grain - 1e-9) * grain).toPrecision(2));
}
const visibility_short = (rate) => Number(rate.toPrecision(2)).toLocaleString('en-US');
function time(ms) {
    const seconds = Math.round(ms / 1000);
    return seconds % 60 === 0 && seconds > 0 ? `${seconds / 60} min` : `${seconds} s`;
}

;// CONCATENATED MODULE: ./build-stage/blue-green/plan.js



/** The plan for programs. Of a definition that is to be registered only the family: its environment may hold what is nobody's business. */
function planJson(plan) {
    const { taskDefinition } = plan;
    const shown = 'register' in taskDefinition ? { register: taskDefinition.register.family } : taskDefinition;
    return JSON.stringify({ ...plan, taskDefinition: shown });
}
/** `shop@sha256:0f3a5c7e9b1d`: the name and as much of the digest as tells two apart. */
function shortImage(image) {
    const name = image.slice(image.lastIndexOf('/') + 1);
    return name.replace(/(@sha256:[0-9a-f]{12})[0-9a-f]+$/, '$1');
}
/** What is asked and not how it was written: that is what a reader can try in Prometheus himself. */
function queryInWords({ name, text, expression, holds, threshold, forMs }) {
    const lasting = forMs === 0 ? '' : ` (a breach of less than ${(0,duration/* formatDuration */.a3)(forMs)} is a doubt)`;
    return `query ${name === text ? '' : `${name}: `}${expression} must be ${holds} ${threshold}${lasting}`;
}
/** The plan in plain words, a line for each deed. */
function planLines(plan) {
    const { blue, green } = plan;
    const watched = [
        ...plan.alarms.map((name) => `alarm ${name}`),
        `at least ${plan.minHealthyTargets} healthy targets`,
        'the deployment',
        'stopped tasks',
        ...(plan.probe === null ? [] : [`probe ${plan.probe}`]),
        ...plan.queries.map(queryInWords),
        ...(plan.compare === null ? [] : [`green against blue (at most ${plan.compare.tolerance} times its errors)`]),
    ];
    return [
        `${blue.service} is live (${blue.tasks} tasks of ${(0,task_definition/* shortName */.EU)(blue.taskDefinitionArn)}); ${green.service} takes the new version`,
        ...plan.images.map(({ container, from, to }) => `image of ${container}: ${shortImage(from)} → ${shortImage(to)}`),
        'register' in plan.taskDefinition
            ? `register a new revision of task definition ${plan.taskDefinition.register.family}`
            : `use task definition ${(0,task_definition/* shortName */.EU)(plan.taskDefinition.arn)} as it is`,
        ...(plan.attachGreen ? [`put the target group of ${green.service} into the ${plan.route} with weight 0`] : []),
        `start ${plan.tasks} tasks of it in ${green.service}; wait until the deployment is complete and ${plan.minHealthyTargets} targets are healthy`,
        ...plan.steps.map((step, i) => {
            const { weight, bakeMs } = step;
            const what = i === plan.steps.length - 1
                ? `${weight} % to ${green.service}, watched for ${(0,duration/* formatDuration */.a3)(bakeMs) || '0s'} with ${blue.service} still at full size`
                : `${weight} % to ${green.service}, healthy for ${(0,duration/* formatDuration */.a3)(bakeMs) || '0s'}`;
            return `${what}${needed(plan)}${visible(plan, step)}`;
        }),
        keepOld(plan),
        `watched all the time: ${watched.join('; ')}. Anything bad sends everything back to ${blue.service} at once`,
    ];
}
/** What the comparison can see at a step, at the traffic there is. */
function visible({ compare }, step) {
    if (compare === null || compare.usualPerSecond === null || step.bakeMs === 0)
        return '';
    if (compare.usualPerSecond > 0)
        return `; ${visibilityOf(step, compare.usualPerSecond)}`;
    return '; without requests, as in the last 15 min, there is nothing to compare';
}
function needed({ compare }) {
    if (compare === null || compare.minRequests === 0)
        return '';
    const after = `${(0,duration/* formatDuration */.a3)(compare.noDataLimitMs)} later`;
    const policy = { hold: 'waits', rollback: `rolled back ${after}`, continue: `goes on by time ${after}` };
    return `, and ${compare.minRequests} requests seen (without: ${policy[compare.onNoData]})`;
}
function keepOld({ keepOldMs, drainMs, blue }) {
    if (keepOldMs === 'forever')
        return `${blue.service} stays as it is`;
    return `${blue.service} stays warm for ${(0,duration/* formatDuration */.a3)(Math.max(keepOldMs, drainMs)) || '0s'}, then is scaled to 0`;
}


/***/ }),

/***/ 5074:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K2: () => (/* binding */ ownersOf),
/* harmony export */   Mm: () => (/* binding */ sidesOf),
/* harmony export */   ZT: () => (/* binding */ foreignGroups)
/* harmony export */ });
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
                `the ${route.name} sends traffic to both services (${weights}): a shift is under way, or one was left half done`,
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

/***/ 2127:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  main: () => (/* binding */ main)
});

// EXTERNAL MODULE: ./build-stage/aws/index.js + 19 modules
var aws = __webpack_require__(7945);
// EXTERNAL MODULE: ./build-stage/blue-green/lock.js
var lock = __webpack_require__(4531);
// EXTERNAL MODULE: ./build-stage/github/fail.js
var fail = __webpack_require__(4687);
// EXTERNAL MODULE: ./build-stage/github/inputs.js + 1 modules
var github_inputs = __webpack_require__(7429);
// EXTERNAL MODULE: ./build-stage/github/log.js
var log = __webpack_require__(2457);
// EXTERNAL MODULE: ./build-stage/system/clock.js
var clock = __webpack_require__(8671);
// EXTERNAL MODULE: ./build-stage/blue-green/plan.js + 1 modules
var plan = __webpack_require__(9554);
// EXTERNAL MODULE: ./build-stage/blue-green/sides.js
var sides = __webpack_require__(5074);
// EXTERNAL MODULE: ./build-stage/ecs/task-definition.js
var task_definition = __webpack_require__(3204);
// EXTERNAL MODULE: ./build-stage/verdict/target-health.js
var target_health = __webpack_require__(3635);
;// CONCATENATED MODULE: ./build-stage/cli/status/run.js





/** What there is to tell, a line each. Every figure is read now. */
async function statusLines(inputs, world) {
    const route = await world.router.read();
    const services = await world.rollout.describe(inputs.services);
    const owners = (0,sides/* ownersOf */.K2)(route, services, inputs.targetGroups);
    if ('refusals' in owners)
        return owners.refusals.map((refusal) => `Not fit to be shifted: ${refusal}`);
    const total = route.groups.reduce((sum, { weight }) => sum + weight, 0);
    const lines = [route.name];
    for (const side of owners.pair) {
        const weight = route.groups.find(({ targetGroupArn }) => targetGroupArn === side.targetGroupArn)?.weight ?? 0;
        const definition = await world.rollout.taskDefinition(side.seen.taskDefinitionArn);
        const images = (definition.containerDefinitions ?? []).map(({ name, image = '' }) => `${name}=${(0,plan/* shortImage */.Uq)(image)}`);
        const targets = await world.targets.targets(side.targetGroupArn);
        lines.push(`${side.service}: ${total === 0 ? 0 : Math.round((1000 * weight) / total) / 10} % of the traffic`, `  ${(0,task_definition/* shortName */.EU)(side.seen.taskDefinitionArn)} (${images.join(', ')})`, `  ${side.seen.runningCount} of ${side.seen.desiredCount} tasks running, ${(0,target_health/* targetsInWords */.Zp)(targets, side.seen.desiredCount)}`);
    }
    return [...lines, await lockLine(inputs, world)];
}
async function lockLine(inputs, world) {
    const held = await world.journal.read();
    if (held === undefined)
        return `No deployment is at work (no lock ${(0,lock/* lockName */.l4)(inputs)})`;
    const { entry } = held;
    if (entry === undefined)
        return `The lock ${(0,lock/* lockName */.l4)(inputs)} holds something that cannot be read`;
    const leftMs = entry.expires - world.clock.now();
    const state = leftMs > 0
        ? `at work; alive for at least ${Math.ceil(leftMs / 1000)} s more without a sign`
        : 'dead: `sluice recover` finishes what it left';
    return `Locked by ${entry.runUrl} (stage: ${entry.stage}), ${state}`;
}

// EXTERNAL MODULE: ./build-stage/cli/status/spec.js
var spec = __webpack_require__(882);
;// CONCATENATED MODULE: ./build-stage/cli/status/index.js








async function main() {
    try {
        const inputs = (0,github_inputs/* readInputs */.K)(spec.spec);
        const { region, cluster, listenerRuleArn, listenerArn = '' } = inputs;
        const address = (0,aws.routeAddress)(listenerRuleArn ?? listenerArn);
        const ports = (0,aws.awsPorts)({ region, cluster, address, lockName: (0,lock/* lockName */.l4)(inputs) });
        for (const line of await statusLines(inputs, { ...ports, clock: (0,clock/* systemClock */.m)(process.env) }))
            (0,log/* info */.pq)(line);
    }
    catch (error) {
        (0,fail/* fail */.f)(error);
    }
}


/***/ }),

/***/ 882:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   spec: () => (/* binding */ spec)
/* harmony export */ });
/* harmony import */ var _actions_rollback_spec_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3501);
/* harmony import */ var _spec_action_spec_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1169);
/* harmony import */ var _spec_rules_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5692);



const { cluster, services, region } = _actions_rollback_spec_js__WEBPACK_IMPORTED_MODULE_0__.spec.inputs;
/** Not an action: the inputs of `sluice status`. */
const spec = (0,_spec_action_spec_js__WEBPACK_IMPORTED_MODULE_1__/* .defineAction */ .Q)({
    name: 'status',
    title: 'Sluice: status',
    description: 'Tells who serves, what both sides run, and whether a deployment is at work. Changes nothing.',
    branding: { icon: 'eye', color: 'blue' },
    inputs: {
        cluster,
        services,
        'listener-rule-arn': _actions_rollback_spec_js__WEBPACK_IMPORTED_MODULE_0__.spec.inputs['listener-rule-arn'],
        'listener-arn': _actions_rollback_spec_js__WEBPACK_IMPORTED_MODULE_0__.spec.inputs['listener-arn'],
        'target-groups': _actions_rollback_spec_js__WEBPACK_IMPORTED_MODULE_0__.spec.inputs['target-groups'],
        'lock-name': _actions_rollback_spec_js__WEBPACK_IMPORTED_MODULE_0__.spec.inputs['lock-name'],
        region,
    },
    rules: [(0,_spec_rules_js__WEBPACK_IMPORTED_MODULE_2__/* .exactlyOneOf */ .Og)('listener-rule-arn', 'listener-arn')],
    outputs: {},
});


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
