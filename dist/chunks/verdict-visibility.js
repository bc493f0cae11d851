export const id = 4847;
export const ids = [4847];
export const modules = {

/***/ 4531:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B$: () => (/* binding */ lockAhead),
/* harmony export */   HJ: () => (/* reexport safe */ _lock_lease_js__WEBPACK_IMPORTED_MODULE_0__.HJ),
/* harmony export */   l4: () => (/* binding */ lockName),
/* harmony export */   zT: () => (/* reexport safe */ _lock_lease_js__WEBPACK_IMPORTED_MODULE_0__.zT)
/* harmony export */ });
/* harmony import */ var _lock_lease_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5813);
// src/blue-green/lock.ts


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
/** What whoever is going to take the lock would find now. Nothing is written. */
async function lockAhead(inputs, world) {
    const held = await world.journal.read();
    if (held === undefined)
        return {};
    const now = world.clock.now();
    const holder = (0,_lock_lease_js__WEBPACK_IMPORTED_MODULE_0__/* .describeHolder */ .sG)(held, now);
    if (held.entry !== undefined && held.entry.expires <= now) {
        const words = `A run that died holds the lock: ${holder}. A deployment first finishes or rolls back what it left, and so does \`sluice recover\``;
        return { words, left: held.entry };
    }
    const would = inputs.whenLocked === 'wait' ? 'waits until it is done' : 'is refused (when-locked: fail)';
    return { words: `Another run holds the lock: ${holder}. As it is now, a deployment ${would}` };
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
// EXTERNAL MODULE: ./build-stage/verdict/latency-visibility.js
var latency_visibility = __webpack_require__(8316);
;// CONCATENATED MODULE: ./build-stage/verdict/visibility.js
// src/verdict/visibility.ts
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

// EXTERNAL MODULE: ./build-stage/blue-green/words.js
var words = __webpack_require__(6795);
;// CONCATENATED MODULE: ./build-stage/blue-green/plan.js
// src/blue-green/plan.ts





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
        `at least ${(0,words/* counted */.hS)(plan.minHealthyTargets, 'healthy target')}`,
        'the deployment',
        'stopped tasks',
        ...(plan.probe === null ? [] : [`probe ${plan.probe}`]),
        ...plan.queries.map(queryInWords),
        ...(plan.compare === null ? [] : [comparedInWords(plan.compare)]),
    ];
    return [
        `${blue.service} is live (${(0,words/* counted */.hS)(blue.tasks, 'task')} of ${(0,task_definition/* shortName */.EU)(blue.taskDefinitionArn)}); ${green.service} takes the new version`,
        ...plan.images.map(({ container, from, to }) => `image of ${container}: ${shortImage(from)} → ${shortImage(to)}`),
        'register' in plan.taskDefinition
            ? `register a new revision of task definition ${plan.taskDefinition.register.family}`
            : `use task definition ${(0,task_definition/* shortName */.EU)(plan.taskDefinition.arn)} as it is`,
        ...(plan.attachGreen ? [`put the target group of ${green.service} into the ${plan.route} with weight 0`] : []),
        `start ${(0,words/* counted */.hS)(plan.tasks, 'task')} of it in ${green.service}; wait until the deployment is complete and ${(0,words/* counted */.hS)(plan.minHealthyTargets, 'target')} ${plan.minHealthyTargets === 1 ? 'is' : 'are'} healthy`,
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
function comparedInWords({ tolerance, latency }) {
    const times = latency === null
        ? ''
        : `, at most ${latency.factor} times its response times or ${(0,duration/* formatDuration */.a3)(latency.floorMs)} more`;
    return `green against blue (at most ${tolerance} times its errors${times})`;
}
/** What the comparison can see at a step, at the traffic there is. */
function visible({ compare }, step) {
    if (compare === null || compare.usualPerSecond === null || step.bakeMs === 0)
        return '';
    if (compare.usualPerSecond > 0) {
        return `; ${[visibilityOf(step, compare.usualPerSecond), ...(0,latency_visibility/* latencyVisibilityOf */.C)(step, compare)].join('; ')}`;
    }
    return '; without requests, as in the last 15 min, there is nothing to compare';
}
function needed({ compare }) {
    if (compare === null || compare.minRequests === 0)
        return '';
    const after = `${(0,duration/* formatDuration */.a3)(compare.noDataLimitMs)} later`;
    const policy = { hold: 'waits', rollback: `rolled back ${after}`, continue: `goes on by time ${after}` };
    return `, and ${(0,words/* counted */.hS)(compare.minRequests, 'request')} seen (without: ${policy[compare.onNoData]})`;
}
function keepOld({ keepOldMs, drainMs, blue }) {
    if (keepOldMs === 'forever')
        return `${blue.service} stays as it is`;
    return `${blue.service} stays warm for ${(0,duration/* formatDuration */.a3)(Math.max(keepOldMs, drainMs)) || '0s'}, then is scaled to 0`;
}


/***/ }),

/***/ 2669:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ NotRouted)
/* harmony export */ });
// src/ports/not-routed.ts
/** No listener or rule names the target group of the service, so that ECS does not let it be changed. */
class NotRouted extends Error {
    name = 'NotRouted';
}


/***/ }),

/***/ 3218:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ Unanswered)
/* harmony export */ });
// src/ports/unanswered.ts
/**
 * AWS did not answer a call, for longer than the SDK makes up for: it throttled it, had a fault of its own, or was not to be
 * reached. Says nothing of the release and nothing of the rights.
 */
class Unanswered extends Error {
    name = 'Unanswered';
}


/***/ }),

/***/ 3190:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   UD: () => (/* binding */ compare),
/* harmony export */   bm: () => (/* binding */ usualComparing),
/* harmony export */   vP: () => (/* binding */ figure)
/* harmony export */ });
/* unused harmony exports total, percent */
// src/verdict/compare.ts
const usualComparing = { tolerance: 1.5, alpha: 0.01, minErrors: 3, minRequests: 1 };
/**
 * How many times as bad as tolerated green may be, and the part of the mixture given to each. Chosen by simulation for
 * the median and the slowest tenth at 1 % and 5 % errors (compare.exhaustive.test.ts).
 */
const mixture = [
    { excess: 2, part: 2 / 19 },
    { excess: 3, part: 3 / 19 },
    { excess: 5, part: 4 / 19 },
    { excess: 8, part: 5 / 19 },
    { excess: 15, part: 3 / 19 },
    { excess: 40, part: 2 / 19 },
];
/** Evidence that is so many times the bar counts at once; weaker must come from two minutes, because errors come in bursts. */
const burstMargin = 3;
/** What the minutes in which both sides took requests say of green. */
function compare(minutes, comparing) {
    const both = minutes.map(plausible).filter(({ green, blue }) => green.requests > 0 && blue.requests > 0);
    const green = total(both.map((minute) => minute.green));
    const blue = total(both.map((minute) => minute.blue));
    const { logE, against } = evidence(both, comparing.tolerance);
    const bar = 1 / comparing.alpha;
    const said = `green ${shareOf(green, ' requests failed')}, blue ${shareOf(blue)}`;
    const known = { logE, green, blue };
    if (green.requests === 0) {
        return { ...known, judgement: 'unknown', reason: 'no minute yet in which both sides took requests' };
    }
    const e = `E = ${figure(Math.exp(Math.min(logE, 690)))}`;
    const isOver = logE >= Math.log(bar) && green.errors >= comparing.minErrors;
    if (isOver && (against >= 2 || logE >= Math.log(burstMargin * bar))) {
        return { ...known, judgement: 'unhealthy', reason: `${said}: ${e} ≥ ${figure(bar)}` };
    }
    if (green.requests < comparing.minRequests) {
        const reason = `${figure(green.requests)} of ${figure(comparing.minRequests)} requests that green needs; ${said}: ${e}`;
        return { ...known, judgement: 'unknown', reason };
    }
    const below = logE < Math.log(0.01) ? 'E < 0.01' : `${e} < ${figure(bar)}`;
    const why = isOver ? `${e} from one minute only` : below;
    return { ...known, judgement: 'healthy', reason: `${said}: ${why}` };
}
/** ln E, and the number of minutes in which green had more than its share of the errors. */
function evidence(minutes, tolerance) {
    const logs = mixture.map(({ part }) => Math.log(part));
    let against = 0;
    for (const { green, blue, greatestShare } of minutes) {
        if (green.errors === 0 && blue.errors === 0)
            continue;
        const odds = Math.max(green.requests / blue.requests, oddsOf(greatestShare));
        if (!Number.isFinite(odds))
            continue;
        const expected = tolerance * odds;
        if (green.errors * (1 + expected) > (green.errors + blue.errors) * expected)
            against++;
        for (const [i, { excess }] of mixture.entries()) {
            const worse = excess * expected;
            // ln(θ/θ₀) and ln((1−θ)/(1−θ₀)), with θ = odds / (1 + odds): nothing is subtracted from 1, so nothing is lost near 0 and 1.
            const ifBlue = Math.log1p(expected) - Math.log1p(worse);
            logs[i] = (logs[i] ?? 0) + green.errors * (Math.log(excess) + ifBlue) + blue.errors * ifBlue;
        }
    }
    const top = Math.max(...logs);
    return { logE: top + Math.log(logs.reduce((sum, log) => sum + Math.exp(log - top), 0)), against };
}
const oddsOf = (percent) => (percent === undefined ? 0 : percent / (100 - percent));
/** Errors and requests are two metrics: the one may be here before the other. */
function plausible(minute) {
    const within = ({ requests, errors }) => ({ requests, errors: Math.min(errors, requests) });
    return { ...minute, green: within(minute.green), blue: within(minute.blue) };
}
function total(all) {
    return all.reduce((sum, { requests, errors }) => ({ requests: sum.requests + requests, errors: sum.errors + errors }), { requests: 0, errors: 0 });
}
/** `12 of 240 requests failed (5 %)` */
function shareOf({ requests, errors }, what = '') {
    return `${figure(errors)} of ${figure(requests)}${what} (${percent(requests === 0 ? 0 : errors / requests)})`;
}
/** At most two digits that count, so that 0.13 % and 5.2 % both tell something. */
function percent(rate) {
    const value = 100 * rate;
    return `${value >= 10 ? Math.round(value) : Number(value.toPrecision(2))} %`;
}
/** `1,900`; beyond a million the exact figure says nothing. */
function figure(value) {
    if (value >= 1e6)
        return 'over a million';
    const rounded = value >= 10 ? Math.round(value) : Number(value.toPrecision(2));
    return rounded.toString().replace(/\B(?=(\d{3})+(?!\d))/g, rounded >= 1000 ? ',' : '');
}


/***/ }),

/***/ 8316:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ latencyVisibilityOf),
/* harmony export */   v: () => (/* binding */ blindToLatency)
/* harmony export */ });
/* harmony import */ var _latency_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2051);
// src/verdict/latency-visibility.ts
/** What a step can see of response times: a sign a minute, so it is told in minutes. */

/**
 * What of a step gives no sign, ms: the minute in which the weight changed, the rest of the one in which the load balancer
 * may still be taking it over, and the time until the figures of the last one have come in.
 */
const lostMs = 3 * 60_000;
/** Whole minutes of the step that surely give a sign at such traffic; 0 when a side takes too few requests. */
function minutesOf({ weight, bakeMs }, usualPerSecond) {
    return perMinute(weight, usualPerSecond) < _latency_js__WEBPACK_IMPORTED_MODULE_0__/* .leastRequests */ .mc ? 0 : Math.max(0, Math.floor((bakeMs - lostMs) / 60_000));
}
/** Requests a minute to the side that takes fewer. */
const perMinute = (weight, perSecond) => (60 * perSecond * Math.min(weight, 100 - weight)) / 100;
/** What the step can tell of response times, in a sentence; nothing when they are not compared or blue takes no requests. */
function latencyVisibilityOf(step, compared) {
    const { latency, usualPerSecond } = compared;
    if (latency === null || usualPerSecond === null || step.weight >= 100)
        return [];
    if (perMinute(step.weight, usualPerSecond) < _latency_js__WEBPACK_IMPORTED_MODULE_0__/* .leastRequests */ .mc) {
        return [`too few requests to compare response times (${_latency_js__WEBPACK_IMPORTED_MODULE_0__/* .leastRequests */ .mc} a minute to each side)`];
    }
    const needed = (0,_latency_js__WEBPACK_IMPORTED_MODULE_0__/* .minutesToTell */ .mY)((0,_latency_js__WEBPACK_IMPORTED_MODULE_0__/* .alphaOfEach */ .zy)(compared), perMinute(step.weight, usualPerSecond));
    const minutes = minutesOf(step, usualPerSecond);
    const told = `response times above ${latency.factor} times the old side's for ${needed} min in a row`;
    if (minutes >= needed)
        return [`${told} are told`];
    return [`${told} would be told; this step sees ${minutes} min, and those of all steps count together`];
}
/** A warning when the steps together are too short, or the requests too few, to find even a version that is always slow. */
function blindToLatency(steps, compared) {
    const { latency, usualPerSecond } = compared;
    if (latency === null || usualPerSecond === null)
        return [];
    const shared = steps.filter(({ weight }) => weight < 100);
    const minutes = shared.reduce((sum, step) => sum + minutesOf(step, usualPerSecond), 0);
    const needed = (0,_latency_js__WEBPACK_IMPORTED_MODULE_0__/* .minutesToTell */ .mY)((0,_latency_js__WEBPACK_IMPORTED_MODULE_0__/* .alphaOfEach */ .zy)(compared), Math.max(0, ...shared.map(({ weight }) => perMinute(weight, usualPerSecond))));
    if (minutes >= needed)
        return [];
    return [
        `compare-latency may tell nothing: at the traffic there is the steps give ${minutes} min in which each side takes ${_latency_js__WEBPACK_IMPORTED_MODULE_0__/* .leastRequests */ .mc} requests, and it takes ${needed}`,
    ];
}


/***/ }),

/***/ 2051:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MM: () => (/* binding */ compareLatency),
/* harmony export */   mY: () => (/* binding */ minutesToTell),
/* harmony export */   mc: () => (/* binding */ leastRequests),
/* harmony export */   zy: () => (/* binding */ alphaOfEach)
/* harmony export */ });
/* unused harmony export grades */
/* harmony import */ var _compare_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3190);
// src/verdict/latency.ts

/**
 * By the requests of the side that took fewer: the percentile of green that is held against blue's p95, and the
 * probability that is taken for a minute against a green that is just as slow as tolerated. It really is at most 0.29
 * where 1/3 is taken, and at most 0.2 where 1/4 is.
 */
const grades = [
    { least: 1_000, percentile: 'p94', chance: 1 / 4 },
    { least: 300, percentile: 'p93', chance: 1 / 4 },
    { least: 200, percentile: 'p92', chance: 1 / 4 },
    { least: 100, percentile: 'p90', chance: 1 / 4 },
    { least: 50, percentile: 'p90', chance: 1 / 3 },
];
/** Percentiles of fewer requests say too little for any sign. */
const leastRequests = grades[4].least;
const gradeOf = (requests) => grades.find(({ least }) => requests >= least);
/** The shares of minutes that are bet on, and the part of the stake on each. All of them, to be quick; fewer, to forgive some. */
const bets = [
    { share: 1, part: 1 / 2 },
    { share: 0.85, part: 1 / 4 },
    { share: 0.6, part: 1 / 4 },
];
/** Far beyond any bar, and far from what a number can hold. */
const enough = 1e200;
function compareLatency(minutes, { factor, floorMs, alpha }) {
    const signs = minutes.flatMap((minute) => signOf(minute, { factor, floorMs }) ?? []);
    const against = signs.filter(({ isAgainst }) => isAgainst).length;
    const e = evidence(signs);
    const last = signs.at(-1);
    const known = { e, minutes: signs.length, against };
    if (last === undefined) {
        const reason = `no whole minute yet in which each side took ${leastRequests} requests at a weight that stayed`;
        return { ...known, judgement: 'unknown', reason };
    }
    const isOver = e >= 1 / alpha;
    const bar = `E = ${e < 0.01 ? 'less than 0.01' : (0,_compare_js__WEBPACK_IMPORTED_MODULE_0__/* .figure */ .vP)(e)} ${isOver ? '≥' : '<'} ${(0,_compare_js__WEBPACK_IMPORTED_MODULE_0__/* .figure */ .vP)(1 / alpha)}`;
    const counted = `${against} of ${signs.length} minute${signs.length === 1 ? '' : 's'}`;
    const reason = `green was slower than ${factor} times blue in ${counted} (${last.words()}): ${bar}`;
    return { ...known, judgement: isOver ? 'unhealthy' : 'healthy', reason };
}
/** Two tests that share the probability of a false alarm: together they stay within it. */
function alphaOfEach(compared) {
    return compared.latency === null ? compared.alpha : compared.alpha / 2;
}
/** After so many minutes in a row against green, from the first on, it is found. */
function minutesToTell(alpha, requests) {
    const { chance } = gradeOf(requests) ?? { chance: 1 / 3 };
    const signs = [];
    do
        signs.push({ isAgainst: true, chance, words: () => '' });
    while (evidence(signs) < 1 / alpha);
    return signs.length;
}
/** What a minute says; undefined when it says nothing. */
function signOf({ green, blue, isMixed }, limit) {
    const grade = gradeOf(Math.min(green.requests, blue.requests));
    if (isMixed || grade === undefined)
        return undefined;
    const { percentile, chance } = grade;
    const [greenLow, greenHigh] = [green.slowest?.[percentile] ?? null, green.p95Seconds];
    const [blueLow, blueHigh] = [blue.p95Seconds, blue.slowest?.p99 ?? null];
    if (greenLow === null || greenHigh === null || blueLow === null || blueHigh === null)
        return undefined;
    const allowed = (seconds) => Math.max(seconds * limit.factor, seconds + limit.floorMs / 1000);
    const words = () => `the last: ${percentile} ${ms(greenLow)}, p95 ${ms(greenHigh)}; blue p95 ${ms(blueLow)}, p99 ${ms(blueHigh)}`;
    return { isAgainst: greenLow > allowed(blueLow) || greenHigh > allowed(blueHigh), chance, words };
}
/** E of the signs, in their order. The bets that begin with minute n (from 0) have 1 / ((n + 1)(n + 2)) of the stake. */
function evidence(signs) {
    const won = bets.map(() => 0);
    for (const [n, sign] of signs.entries()) {
        const stake = 1 / ((n + 1) * (n + 2));
        for (const [i, { share, part }] of bets.entries()) {
            const pays = sign.isAgainst ? share / sign.chance : (1 - share) / (1 - sign.chance);
            won[i] = Math.min(enough, ((won[i] ?? 0) + stake * part) * pays);
        }
    }
    // What is not staked yet is kept.
    return won.reduce((sum, value) => sum + value, 1 / (signs.length + 1));
}
const ms = (seconds) => `${(0,_compare_js__WEBPACK_IMPORTED_MODULE_0__/* .figure */ .vP)(1000 * seconds)} ms`;


/***/ })

};
