export const id = 690;
export const ids = [690];
export const modules = {

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

/***/ 1004:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ startFailureLimit),
/* harmony export */   c: () => (/* binding */ startGreen)
/* harmony export */ });
/* harmony import */ var _ecs_stopped_tasks_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1959);
/* harmony import */ var _ecs_task_definition_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3204);
/* harmony import */ var _verdict_target_health_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3635);



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
    report.line(`${green.service}: starting ${plan.tasks} tasks of ${(0,_ecs_task_definition_js__WEBPACK_IMPORTED_MODULE_0__/* .shortName */ .EU)(taskDefinitionArn)}`);
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
    const dead = stopped.filter(_ecs_stopped_tasks_js__WEBPACK_IMPORTED_MODULE_1__/* .speaksAgainstRelease */ .k);
    if (dead.length >= startFailureLimit)
        return failed('bad', `${name}: ${dead.length} tasks stopped while it started: ${(0,_ecs_stopped_tasks_js__WEBPACK_IMPORTED_MODULE_1__/* .causes */ .p)(dead).join('; ')}`);
    const ours = service.deployments.find((deployment) => deployment.taskDefinitionArn === taskDefinitionArn);
    if (ours?.rollout === 'FAILED')
        return failed('bad', `${name}: the deployment failed: ${ours.rolloutReason}${dead.length > 0 ? ` (${(0,_ecs_stopped_tasks_js__WEBPACK_IMPORTED_MODULE_1__/* .causes */ .p)(dead).join('; ')})` : ''}`);
    if (primary.taskDefinitionArn !== taskDefinitionArn) {
        // A read right after the update may still show the deployment before it.
        if (ours === undefined && service.taskDefinitionArn !== taskDefinitionArn)
            return { kind: 'waiting', words: 'the new deployment is not to be seen yet' };
        return failed('superseded', `${name}: another deployment (${(0,_ecs_task_definition_js__WEBPACK_IMPORTED_MODULE_0__/* .shortName */ .EU)(primary.taskDefinitionArn)}) has replaced this one`);
    }
    const healthy = (0,_verdict_target_health_js__WEBPACK_IMPORTED_MODULE_2__/* .healthyCount */ .jB)(targets);
    const words = `${primary.runningCount} of ${plan.tasks} tasks running, ${(0,_verdict_target_health_js__WEBPACK_IMPORTED_MODULE_2__/* .targetsInWords */ .Zp)(targets, plan.minHealthyTargets)}${dead.length > 0 ? `; stopped: ${(0,_ecs_stopped_tasks_js__WEBPACK_IMPORTED_MODULE_1__/* .causes */ .p)(dead).join('; ')}` : ''}`;
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

/***/ 2828:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ cancellationBySignal)
/* harmony export */ });
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


/***/ })

};
