export const id = 3159;
export const ids = [3159];
export const modules = {

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

/***/ 7283:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  j: () => (/* binding */ checkQueries),
  E: () => (/* binding */ queryEvidence)
});

// EXTERNAL MODULE: ./build-stage/ports/access-error.js
var access_error = __webpack_require__(7919);
// EXTERNAL MODULE: ./build-stage/ports/message-of.js
var message_of = __webpack_require__(9901);
// EXTERNAL MODULE: ./build-stage/ports/refused-query.js
var refused_query = __webpack_require__(5349);
// EXTERNAL MODULE: ./build-stage/spec/input-error.js
var input_error = __webpack_require__(5432);
;// CONCATENATED MODULE: ./build-stage/verdict/queries.js
// src/verdict/queries.ts
const querySource = (query) => `query ${query.name}`;
const holds = {
    '<': (value, threshold) => value < threshold,
    '<=': (value, threshold) => value <= threshold,
    '>': (value, threshold) => value > threshold,
    '>=': (value, threshold) => value >= threshold,
    '==': (value, threshold) => value === threshold,
    '!=': (value, threshold) => value !== threshold,
};
function readAnswer(query, all) {
    if (all.length === 0)
        return { kind: 'no data', reason: 'no data' };
    const series = all.filter(({ value }) => !Number.isNaN(value));
    if (series.length === 0)
        return { kind: 'no data', reason: `no data (${all.length} series, all NaN)` };
    const bad = series.filter(({ value }) => !holds[query.holds](value, query.threshold));
    const worst = worstOf(query, bad.length > 0 ? bad : series);
    const many = series.length > 1 ? `${bad.length > 0 ? `${bad.length} of` : 'worst of'} ${series.length} series` : '';
    // Labels only where somebody has to look: they are long.
    const where = [many, bad.length > 0 ? inWords(worst.labels) : ''].filter((text) => text !== '').join(': ');
    const value = `${figure(worst.value)}, must be ${query.holds} ${query.threshold}`;
    return { kind: bad.length > 0 ? 'breaches' : 'holds', reason: where === '' ? value : `${value} (${where})` };
}
/**
 * What the query says at `at`. The time since when it breaches is the only memory and goes from look to look: a look
 * without data neither ends a breach nor begins one.
 *
 * @param breachingSince what the look before answered, null at the first
 */
function judgeQuery(query, answered, breachingSince, at) {
    const source = querySource(query);
    const { kind, reason } = answered;
    if (kind === 'holds')
        return { finding: { source, judgement: 'healthy', reason, at }, breachingSince: null };
    if (kind === 'no data')
        return { finding: { source, judgement: 'unknown', reason, at }, breachingSince };
    const since = breachingSince ?? at;
    if (at - since >= query.forMs)
        return { finding: { source, judgement: 'unhealthy', reason, at }, breachingSince: since };
    const lasting = `${reason}; for ${Math.round((at - since) / 1000)} of ${Math.round(query.forMs / 1000)} s`;
    return { finding: { source, judgement: 'unknown', reason: lasting, at, isPending: true }, breachingSince: since };
}
/** The one that is farthest from where it should be; for == and != from the threshold, as there is no side. */
function worstOf({ holds: operator, threshold }, series) {
    const badness = (value) => operator.startsWith('<') ? value : operator.startsWith('>') ? -value : Math.abs(value - threshold);
    return series.reduce((worst, one) => (badness(one.value) > badness(worst.value) ? one : worst));
}
/** As many labels as fit in a line of a log. */
const labelsLimit = 200;
function inWords(labels) {
    const names = Object.keys(labels)
        .filter((name) => name !== '__name__')
        .sort();
    if (names.length === 0)
        return '';
    const text = names.map((name) => `${name}=${JSON.stringify(labels[name])}`).join(', ');
    return `{${text.length > labelsLimit ? `${text.slice(0, labelsLimit)}…` : text}}`;
}
const figure = (value) => Number.isFinite(value) ? String(Number(value.toPrecision(4))) : String(value);

// EXTERNAL MODULE: ./build-stage/verdict/query-text.js
var query_text = __webpack_require__(9441);
;// CONCATENATED MODULE: ./build-stage/evidence/prometheus-source.js
// src/evidence/prometheus-source.ts






/**
 * One query. How long it breaches is remembered from look to look, as Prometheus does for `for` of a rule: a range query
 * would count what the version before did, and needs no fewer looks. A runner that dies forgets it, and counts anew.
 */
function queryEvidence(reader, clock, query, options) {
    const source = querySource(query);
    let breachingSince = null;
    let hasSpoken = !options.wasSilent;
    let wasBad = options.wasBad;
    return {
        source,
        everyMs: options.everyMs,
        async look() {
            const answered = readAnswer(query, await ask(reader, query));
            const at = clock.now();
            if (answered.kind === 'holds')
                wasBad = false;
            if (answered.kind === 'breaches' && wasBad) {
                const reason = `bad since before the forced start (not counted): ${answered.reason}`;
                return [{ source, judgement: 'healthy', reason, at }];
            }
            if (answered.kind !== 'no data')
                hasSpoken = true;
            else if (!hasSpoken && !options.hasTraffic()) {
                // A metric of the new version alone cannot be there before its first request. From then on it must be.
                const reason = `${answered.reason} yet (counts from the first request to the new version on)`;
                return [{ source, judgement: 'healthy', reason, at }];
            }
            const judged = judgeQuery(query, answered, breachingSince, at);
            breachingSince = judged.breachingSince;
            return [judged.finding];
        },
    };
}
/**
 * Asks each query once.
 *
 * @param queries by the input that they come from
 * @throws InputError with Prometheus' own words for a query that it does not take, AccessError
 */
async function checkQueries(reader, queries) {
    const problems = [];
    const refusals = new Set();
    const warnings = [];
    const silent = new Set();
    const bad = new Map();
    for (const [input, query] of Object.entries(queries).flatMap(([input, all]) => all.map((query) => [input, query]))) {
        try {
            const { kind, reason } = readAnswer(query, await ask(reader, query));
            if (kind === 'breaches')
                bad.set(query.name, `${querySource(query)} is bad already: ${reason}`);
            if (kind !== 'no data')
                continue;
            silent.add(query.name);
            warnings.push(`${querySource(query)} has ${reason}: without data once the new version has requests, it is not promoted`);
        }
        catch (error) {
            if (error instanceof access_error/* AccessError */.Z)
                throw error;
            if (error instanceof refused_query/* RefusedQuery */.v) {
                problems.push({ input, value: query.expression, wrong: `is refused by Prometheus: ${error.message}` });
            }
            else
                refusals.add(`Prometheus cannot be asked: ${(0,message_of/* messageOf */.b)(error)}`);
        }
    }
    if (problems.length > 0)
        throw new input_error/* InputError */.d(problems);
    return { refusals: [...refusals], warnings, silent, bad };
}
/** Nothing found may mean that nothing was ever counted: then the same query, with zeros where its metric is there. */
async function ask(reader, query) {
    const found = await reader.query(query.expression);
    const filled = found.length > 0 ? undefined : (0,query_text/* withZeros */.c)(query.expression);
    if (filled === undefined)
        return found;
    return reader.query(filled).catch((error) => {
        // Labels that do not go together with the zeros: then there is no data, as Prometheus said.
        if (error instanceof refused_query/* RefusedQuery */.v)
            return found;
        throw error;
    });
}


/***/ }),

/***/ 5066:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Rj: () => (/* binding */ alarmEvidence),
  L8: () => (/* binding */ deploymentEvidence),
  mE: () => (/* binding */ probeEvidence),
  B_: () => (/* binding */ stoppedTasksEvidence),
  bs: () => (/* binding */ targetHealthEvidence)
});

// EXTERNAL MODULE: ./build-stage/verdict/alarms.js
var verdict_alarms = __webpack_require__(4719);
// EXTERNAL MODULE: ./build-stage/ecs/task-definition.js
var task_definition = __webpack_require__(3204);
;// CONCATENATED MODULE: ./build-stage/verdict/deployment.js
// src/verdict/deployment.ts

const deploymentSource = 'deployment';
/**
 * Whether the service still runs what is being released. Somebody may deploy something else to it meanwhile, and ECS may
 * roll it back: then what the other evidence says is said of another version.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Deployment.html
 */
function judgeDeployment(service, taskDefinitionArn, at) {
    const source = deploymentSource;
    const primary = service?.deployments.find(({ status }) => status === 'PRIMARY');
    if (primary === undefined)
        return { source, judgement: 'unhealthy', reason: 'the service has none', at };
    if (primary.taskDefinitionArn !== taskDefinitionArn) {
        const other = (0,task_definition/* shortName */.EU)(primary.taskDefinitionArn);
        const reason = `the service runs ${other}: another deployment has replaced that of ${(0,task_definition/* shortName */.EU)(taskDefinitionArn)}`;
        return { source, judgement: 'unhealthy', reason, at };
    }
    if (primary.rollout === 'FAILED') {
        return { source, judgement: 'unhealthy', reason: `it failed: ${primary.rolloutReason}`, at };
    }
    return { source, judgement: 'healthy', reason: (0,task_definition/* shortName */.EU)(taskDefinitionArn), at };
}

;// CONCATENATED MODULE: ./build-stage/verdict/probe.js
// src/verdict/probe.ts
const probeSource = 'probe';
/** Why the answer is not the expected one; undefined when it is. */
function probeFailure(answer, expected) {
    if (answer.failure !== null)
        return answer.failure;
    if (answer.status === null || !expected.accepts(answer.status)) {
        return `answered ${answer.status ?? 'nothing'}, expected ${expected.statuses}`;
    }
    if (expected.bodyText !== undefined && !answer.body.includes(expected.bodyText)) {
        return `the answer does not contain ${JSON.stringify(expected.bodyText)}`;
    }
    return undefined;
}
/** One failed request is a doubt, `limit` in a row are bad. */
function judgeProbe(failuresInARow, lastFailure, ms, limit, at) {
    const source = probeSource;
    if (lastFailure === undefined)
        return { source, judgement: 'healthy', reason: `answered as expected in ${Math.round(ms)} ms`, at };
    const reason = `${lastFailure} (${failuresInARow} in a row)`;
    return { source, judgement: failuresInARow >= limit ? 'unhealthy' : 'unknown', reason, at };
}

// EXTERNAL MODULE: ./build-stage/ecs/stopped-tasks.js
var stopped_tasks = __webpack_require__(1959);
;// CONCATENATED MODULE: ./build-stage/verdict/stopped-tasks.js
// src/verdict/stopped-tasks.ts

const stoppedTasksSource = 'stopped tasks';
/** Tasks of green that died since its start. Up to `limit` may: a Spot host goes, a node is patched. */
function judgeStoppedTasks(tasks, limit, at) {
    const source = stoppedTasksSource;
    const fatal = tasks.filter(stopped_tasks/* speaksAgainstRelease */.kA);
    if (fatal.length === 0)
        return { source, judgement: 'healthy', reason: 'none', at };
    return { source, judgement: fatal.length >= limit ? 'unhealthy' : 'healthy', reason: (0,stopped_tasks/* causes */.ps)(fatal).join('; '), at };
}

// EXTERNAL MODULE: ./build-stage/verdict/target-health.js
var target_health = __webpack_require__(3635);
;// CONCATENATED MODULE: ./build-stage/evidence/sources.js
// src/evidence/sources.ts





/** The alarms, all in one call. An alarm in ALARM counts at the first look. */
function alarmEvidence(reader, clock, options) {
    // An alarm that was on before a forced start counts again as soon as it has been off.
    const on = new Set(options.onFromStart);
    return {
        source: 'alarms',
        everyMs: options.everyMs,
        async look() {
            const alarms = await reader.alarms(options.names);
            for (const { name, state } of alarms)
                if (state === 'OK')
                    on.delete(name);
            return (0,verdict_alarms/* judgeAlarms */.eX)(options.names, alarms, options.silentFromStart, on, clock.now());
        },
    };
}
/** The load balancer's own health checks of green. `onSeen` is told what each look saw. */
function targetHealthEvidence(reader, clock, options) {
    const inARow = repeated(options.limit);
    return {
        source: target_health/* targetHealthSource */.TY,
        everyMs: options.everyMs,
        async look() {
            const targets = await reader.targets(options.targetGroupArn);
            options.onSeen(targets);
            return [inARow((0,target_health/* judgeTargets */.Ui)(targets, options.needed, clock.now()))];
        },
    };
}
/** That green still runs what is released. */
function deploymentEvidence(rollout, clock, options) {
    const inARow = repeated(options.limit);
    return {
        source: deploymentSource,
        everyMs: options.everyMs,
        async look() {
            const [service] = await rollout.describe([options.service]);
            return [inARow(judgeDeployment(service, options.taskDefinitionArn, clock.now()))];
        },
    };
}
/** Tasks of the new version that died since the start. */
function stoppedTasksEvidence(rollout, clock, options) {
    return {
        source: stoppedTasksSource,
        everyMs: options.everyMs,
        async look() {
            const all = await rollout.stoppedTasks(options.service, options.since);
            const ours = all.filter((task) => task.taskDefinitionArn === options.taskDefinitionArn);
            options.onSeen(ours);
            return [judgeStoppedTasks(ours, options.limit, clock.now())];
        },
    };
}
/** An HTTP request that only the new version answers. */
function probeEvidence(prober, clock, options) {
    let failures = 0;
    return {
        source: probeSource,
        everyMs: options.everyMs,
        async look() {
            const answer = await prober.probe(options.request);
            const failure = probeFailure(answer, options.expected);
            failures = failure === undefined ? 0 : failures + 1;
            return [judgeProbe(failures, failure, answer.ms, options.limit, clock.now())];
        },
    };
}
/** Lets an unhealthy finding count only when it comes `limit` times in a row; until then it is a doubt. */
function repeated(limit) {
    let count = 0;
    return (finding) => {
        count = finding.judgement === 'unhealthy' ? count + 1 : 0;
        if (count === 0 || count >= limit)
            return finding;
        return { ...finding, judgement: 'unknown', reason: `${finding.reason} (look ${count} of ${limit})` };
    };
}


/***/ }),

/***/ 6249:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  o: () => (/* binding */ Watch)
});

// EXTERNAL MODULE: ./build-stage/ports/access-error.js
var access_error = __webpack_require__(7919);
// EXTERNAL MODULE: ./build-stage/ports/message-of.js
var message_of = __webpack_require__(9901);
;// CONCATENATED MODULE: ./build-stage/verdict/verdict.js
// src/verdict/verdict.ts
/** The verdict of all findings together at `now`; `required` names the sources that must have spoken, and how lately. */
function verdictOf(findings, required, now) {
    const bad = findings.filter((finding) => finding.judgement === 'unhealthy');
    if (bad.length > 0)
        return { judgement: 'unhealthy', reason: reasons(bad), findings };
    const silent = required.flatMap(({ source, freshMs }) => {
        const heard = findings.find((finding) => finding.source === source);
        if (heard === undefined)
            return [`${source}: not seen yet`];
        if (now - heard.at > freshMs)
            return [`${source}: not seen for ${Math.round((now - heard.at) / 1000)} s`];
        return [];
    });
    const unknown = findings.filter((finding) => finding.judgement === 'unknown' && finding.isGathering !== true);
    const doubts = [...unknown.map(say), ...silent];
    if (doubts.length > 0) {
        const isPending = silent.length === 0 && unknown.every((finding) => finding.isPending === true);
        return { judgement: 'unknown', reason: doubts.join('; '), findings, ...(isPending ? { isPending } : {}) };
    }
    if (findings.every((finding) => finding.isGathering === true))
        return { judgement: 'unknown', reason: 'nothing has been observed', findings };
    return {
        judgement: 'healthy',
        reason: reasons(findings.filter(({ isGathering }) => isGathering !== true)),
        findings,
    };
}
const say = (finding) => `${finding.source}: ${finding.reason}`;
const reasons = (findings) => findings.map(say).join('; ');

;// CONCATENATED MODULE: ./build-stage/evidence/watch.js
// src/evidence/watch.ts



/**
 * Keeps looking at every source at its own pace, and remembers what each said last. A look that fails is not a finding:
 * the last one grows old until the verdict takes it for unknown, and why the look failed is told then.
 */
class Watch {
    sources;
    clock;
    onTrouble;
    found = new Map();
    failures = new Map();
    stopping = new AbortController();
    loops = [];
    /** Set when the credentials do not suffice (any more): there is nothing left to look with. */
    accessError;
    constructor(sources, clock, 
    /** Called at each unhealthy finding, so that whoever waits need not wait on. */
    onTrouble) {
        this.sources = sources;
        this.clock = clock;
        this.onTrouble = onTrouble;
    }
    start() {
        for (const source of this.sources)
            this.loops.push(this.keepLooking(source));
    }
    async stop() {
        this.stopping.abort();
        await Promise.allSettled(this.loops);
    }
    /** Looks at every source once, now. */
    async lookAtAll() {
        await Promise.all(this.sources.map((source) => this.look(source)));
    }
    verdict() {
        const findings = this.sources.flatMap((source) => {
            const failure = this.failures.get(source);
            const last = this.found.get(source) ?? [];
            if (failure === undefined || last.length > 0)
                return last;
            return [{ source: source.source, judgement: 'unknown', reason: failure, at: this.clock.now() }];
        });
        const verdict = verdictOf(findings, this.required(), this.clock.now());
        const failures = [...this.failures].map(([source, failure]) => `${source.source} could not be read: ${failure}`);
        if (verdict.judgement !== 'unknown' || failures.length === 0)
            return verdict;
        return { ...verdict, reason: [verdict.reason, ...failures].join('; ') };
    }
    /** Each source must have spoken within three of its looks (and the time a call may take). */
    required() {
        return this.sources.flatMap((source) => {
            const freshMs = source.everyMs * 3 + 10_000;
            const names = (this.found.get(source) ?? []).map((finding) => finding.source);
            return (names.length > 0 ? names : [source.source]).map((name) => ({ source: name, freshMs }));
        });
    }
    async keepLooking(source) {
        while (!this.stopping.signal.aborted) {
            await this.look(source);
            await this.clock.sleep(source.everyMs, this.stopping.signal);
        }
    }
    async look(source) {
        try {
            const findings = await source.look();
            this.found.set(source, findings);
            this.failures.delete(source);
            if (findings.some((finding) => finding.judgement === 'unhealthy'))
                this.onTrouble();
        }
        catch (error) {
            if (error instanceof access_error/* AccessError */.Z && error.detail.kind !== 'denied')
                this.accessError = error;
            this.failures.set(source, (0,message_of/* messageOf */.b)(error));
        }
    }
}


/***/ }),

/***/ 5349:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ RefusedQuery)
/* harmony export */ });
// src/ports/refused-query.ts
/** The query itself is wrong: asked again it would be refused again. The message is the metric store's own words. */
class RefusedQuery extends Error {
    name = 'RefusedQuery';
}


/***/ })

};
