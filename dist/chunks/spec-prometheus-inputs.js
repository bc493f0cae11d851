export const id = 5848;
export const ids = [5848,1928,4547];
export const modules = {

/***/ 7283:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  j: () => (/* binding */ checkQueries),
  E: () => (/* binding */ queryEvidence)
});

// EXTERNAL MODULE: ./build-stage/ports/access-error.js
var access_error = __webpack_require__(7919);
// EXTERNAL MODULE: ./build-stage/ports/refused-query.js
var refused_query = __webpack_require__(5349);
// EXTERNAL MODULE: ./build-stage/spec/input-error.js
var input_error = __webpack_require__(5432);
;// CONCATENATED MODULE: ./build-stage/verdict/queries.js
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
                refusals.add(`Prometheus cannot be asked: ${error instanceof Error ? error.message : String(error)}`);
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

const stoppedTasksSource = 'stopped tasks';
/** Tasks of green that died since its start. Up to `limit` may: a Spot host goes, a node is patched. */
function judgeStoppedTasks(tasks, limit, at) {
    const source = stoppedTasksSource;
    const fatal = tasks.filter(stopped_tasks/* speaksAgainstRelease */.k);
    if (fatal.length === 0)
        return { source, judgement: 'healthy', reason: 'none', at };
    return { source, judgement: fatal.length >= limit ? 'unhealthy' : 'healthy', reason: (0,stopped_tasks/* causes */.p)(fatal).join('; '), at };
}

// EXTERNAL MODULE: ./build-stage/verdict/target-health.js
var target_health = __webpack_require__(3635);
;// CONCATENATED MODULE: ./build-stage/evidence/sources.js





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
;// CONCATENATED MODULE: ./build-stage/verdict/verdict.js
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
            this.failures.set(source, error instanceof Error ? error.message : String(error));
        }
    }
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


/***/ }),

/***/ 1928:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ lostTo)
/* harmony export */ });
/**
 * Who holds the lock instead of the one who wrote `own`; undefined when nobody does. Whoever takes over does so after the
 * lease has ended, and writes a later one: an entry of somebody else that ends earlier than ours is older than ours, and
 * only a read that lags behind shows it.
 */
function lostTo(held, own) {
    if (held === undefined)
        return 'nobody (the lock was removed)';
    if (held.entry === undefined)
        return 'an unreadable entry';
    if (held.entry.holder === own?.holder || held.entry.expires < (own?.expires ?? 0))
        return undefined;
    return held.entry.runUrl;
}


/***/ }),

/***/ 5349:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ RefusedQuery)
/* harmony export */ });
/** The query itself is wrong: asked again it would be refused again. The message is the metric store's own words. */
class RefusedQuery extends Error {
    name = 'RefusedQuery';
}


/***/ }),

/***/ 4547:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  U: () => (/* binding */ prometheusInputs),
  o: () => (/* binding */ prometheusRules)
});

// EXTERNAL MODULE: ./build-stage/spec/duration.js
var duration = __webpack_require__(1999);
// EXTERNAL MODULE: ./build-stage/spec/kind.js
var kind = __webpack_require__(1789);
// EXTERNAL MODULE: ./build-stage/verdict/query-text.js
var query_text = __webpack_require__(9441);
;// CONCATENATED MODULE: ./build-stage/verdict/query-lines.js



const opposites = {
    '<': '>=',
    '<=': '>',
    '>': '<=',
    '>=': '<',
    '==': '!=',
    '!=': '==',
};
const flipped = {
    '<': '>',
    '<=': '>=',
    '>': '<',
    '>=': '<=',
    '==': '==',
    '!=': '!=',
};
const isOperator = (text) => text in opposites;
/** What is written for an operator elsewhere. */
const slips = {
    '=': '==',
    '=>': '>=',
    '=<': '<=',
    '<>': '!=',
    '≤': '<=',
    '≥': '>=',
    '≠': '!=',
};
const comparison = /=~|!~|==|!=|<=|>=|=>|=<|<>|[<>=≤≥≠]/g;
const number = /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i;
/**
 * `name: expression < 0.05 for 2m`, the name and `for` being optional. The expression is everything up to the last
 * comparison outside brackets and quotes. `p95 of METRIC` stands for that quantile of a histogram, each series by itself.
 */
function parseQuery(line, says) {
    const named = /^([A-Za-z0-9_][\w.-]*):\s+(?=\S)/.exec(line);
    const body = line.slice(named?.[0].length ?? 0);
    const prefix = named?.[0] ?? '';
    const again = (reading) => reading.ok || reading.suggestion === undefined ? reading : { ...reading, suggestion: prefix + reading.suggestion };
    const top = (0,query_text/* topLevelOf */.X)(body);
    if ('problem' in top)
        return (0,kind/* wrong */.Q)(top.problem);
    if (named === null && /:\s/.test(top.text))
        return (0,kind/* wrong */.Q)('has a name with more than letters, digits, dots, - and _ in it');
    const glued = /^([A-Za-z0-9_.-]+):([a-z_]+\s*\(.*)$/.exec(body);
    if (named === null && glued !== null)
        return (0,kind/* wrong */.Q)('has no blank after the colon of its name', `${glued[1]}: ${glued[2]}`);
    const lasting = cutFor(body, top.text);
    if (!lasting.ok)
        return again(lasting);
    const { condition, forMs } = lasting.value;
    const compared = cutComparison(condition, top.text.slice(0, condition.length));
    if (!compared.ok)
        return again(compared);
    const { expression, operator, threshold, limit } = compared.value;
    const text = `${expression} ${operator} ${limit}`;
    return (0,kind/* read */.L)({
        name: named?.[1] ?? text,
        text,
        expression: asked(expression),
        holds: says === 'health' ? operator : opposites[operator],
        threshold,
        forMs,
    });
}
function cutFor(body, top) {
    const at = top.search(/\sfor\b(?!.*\sfor\b)/i);
    if (at === -1)
        return (0,kind/* read */.L)({ condition: body.trimEnd(), forMs: 0 });
    const condition = body.slice(0, at).trimEnd();
    const given = body
        .slice(at)
        .replace(/^\s+for:?\s*/i, '')
        .trim();
    const lasting = (0,duration/* parseDuration */.E9)(given);
    if (lasting.ok)
        return (0,kind/* read */.L)({ condition, forMs: lasting.value });
    const meant = lasting.suggestion === undefined ? undefined : `${condition} for ${lasting.suggestion}`;
    return (0,kind/* wrong */.Q)(`has no duration such as 2m after "for": ${JSON.stringify(given)} ${lasting.wrong}`, meant);
}
function cutComparison(condition, top) {
    const found = [...top.matchAll(comparison)];
    const last = found.at(-1);
    if (last === undefined) {
        const inside = /^\((.*[<>=].*)\)$/s.exec(condition)?.[1]?.trim();
        return (0,kind/* wrong */.Q)('compares with nothing: it must end like < 0.05', inside);
    }
    const [operator] = last;
    const expression = condition.slice(0, last.index).trim();
    const limit = condition.slice(last.index + operator.length).trim();
    if (!isOperator(operator)) {
        const meant = slips[operator];
        return (0,kind/* wrong */.Q)(`compares with ${operator}`, meant === undefined ? undefined : `${expression} ${meant} ${limit}`);
    }
    if (expression === '')
        return (0,kind/* wrong */.Q)(`has nothing before ${operator}`);
    const threshold = thresholdOf(limit);
    if (threshold === undefined)
        return (0,kind/* wrong */.Q)(...wrongLimit(expression, operator, limit));
    if (number.test(expression))
        return (0,kind/* wrong */.Q)('compares two numbers and asks nothing');
    const before = found.slice(0, -1).find((other) => !/^\s*bool\b/.test(top.slice(other.index + other[0].length)));
    if (before !== undefined)
        return (0,kind/* wrong */.Q)('compares twice: put brackets around what belongs together, or write two lines');
    const joined = /\b(and|or|unless)\b/i.exec(top.slice(0, last.index))?.[1];
    if (joined !== undefined) {
        const clear = `(${expression}) ${operator} ${limit}`;
        return (0,kind/* wrong */.Q)(`joins with "${joined}", which PromQL does after comparing: put brackets around it`, clear);
    }
    return (0,kind/* read */.L)({ expression, operator, threshold, limit });
}
/** A number, or a time in the unit that Prometheus has for it: seconds. https://prometheus.io/docs/practices/naming/#base-units */
function thresholdOf(limit) {
    const time = /^(\S+?)\s*(ms|s)$/.exec(limit);
    const digits = time?.[1] ?? limit;
    if (!number.test(digits))
        return undefined;
    return time?.[2] === 'ms' ? Number(digits) / 1000 : Number(digits);
}
function wrongLimit(expression, operator, limit) {
    const line = (meant) => `${expression} ${operator} ${meant}`;
    if (limit === '')
        return [`has no number after ${operator}`];
    const percent = /^([+-]?[\d.]+)\s*%$/.exec(limit);
    if (percent !== null)
        return ['compares with a percentage, which PromQL does not know', line(rounded(Number(percent[1]) / 100))];
    const comma = /^(\d+),(\d+)$/.exec(limit);
    if (comma !== null)
        return ['compares with a number that has a comma', line(`${comma[1]}.${comma[2]}`)];
    const bool = /^bool\s+(\S+)$/.exec(limit)?.[1];
    if (bool !== undefined && number.test(bool))
        return ['compares with bool, which makes 0 and 1 of it', line(bool)];
    const late = /^(\S+)\s+(\d+\s*(?:ms|s|m|h))$/.exec(limit);
    if (late !== null && number.test(late[1] ?? ''))
        return ['has a duration without "for"', line(`${late[1]} for ${late[2]}`)];
    if (number.test(expression))
        return ['has its number in front', `${limit} ${flipped[operator]} ${expression}`];
    return [`compares with ${JSON.stringify(limit)}, which is not a number`];
}
const rounded = (value) => String(Number(value.toPrecision(12)));
/** `p95 of http_request_duration_seconds` as PromQL, over five minutes; anything else as it is. */
function asked(expression) {
    const short = /^p(\d{1,2}(?:\.\d+)?)\s+of\s+([A-Za-z_:][\w:]*?)(?:_bucket)?\s*(\{.*\})?\s*(\[\w+\])?$/s.exec(expression);
    if (short === null)
        return expression;
    const [, percent, metric, labels = '', range = '[5m]'] = short;
    return `histogram_quantile(${rounded(Number(percent) / 100)}, rate(${metric}_bucket${labels}${range}))`;
}

// EXTERNAL MODULE: ./build-stage/spec/scalars.js
var scalars = __webpack_require__(5734);
;// CONCATENATED MODULE: ./build-stage/spec/queries.js



/** Prometheus queries, one condition per line; what they say is health or, as rules of alerts, trouble. */
function queries(says) {
    const example = says === 'health'
        ? 'errors: rate(http_requests_total{status=~"5.."}[5m]) < 0.05 for 2m'
        : 'errors: rate(http_requests_total{status=~"5.."}[5m]) > 0.05 for 2m';
    const accepts = `one PromQL condition per line, with a name in front and the number at the end, for example ${example}`;
    return {
        label: 'queries',
        accepts,
        absent: [],
        read: (given) => {
            const all = [];
            for (const [index, line] of given.split(/\r?\n/).entries()) {
                if (line.trim() === '')
                    continue;
                const reading = parseQuery(line.trim(), says);
                const place = `has a line ${index + 1} ${JSON.stringify(line.trim())}`;
                if (!reading.ok)
                    return (0,kind/* wrong */.Q)(`${place} that ${reading.wrong}`, reading.suggestion);
                const { name } = reading.value;
                if (all.some((other) => other.name === name))
                    return (0,kind/* wrong */.Q)(`names ${JSON.stringify(name)} twice`);
                all.push(reading.value);
            }
            return (0,kind/* read */.L)(all);
        },
    };
}
/** Where Prometheus is, without the part of the address that its API adds. */
function prometheusUrl() {
    const address = (0,scalars/* url */.OZ)();
    return {
        ...address,
        accepts: 'the URL of Prometheus without the path of its API, such as https://prometheus.example.com',
        read: (given) => {
            const reading = address.read(given);
            if (!reading.ok)
                return reading;
            const { origin, pathname } = new URL(given);
            const page = /\/(api\/v1|graph|query|targets|alerts)(\/|$)/.exec(pathname);
            return page === null
                ? reading
                : (0,kind/* wrong */.Q)('leads to a page of Prometheus, not to Prometheus', `${origin}${pathname.slice(0, page.index)}`);
        },
    };
}

// EXTERNAL MODULE: ./build-stage/spec/rules.js
var rules = __webpack_require__(5692);
;// CONCATENATED MODULE: ./build-stage/spec/prometheus-inputs.js



/** What is asked of Prometheus, and how one gets in there. */
const prometheusInputs = {
    'prometheus-url': {
        kind: prometheusUrl(),
        description: 'Where Prometheus is (or what speaks its query API), for `queries` and `alert-rules`. It must be reached from the runner.',
    },
    queries: {
        kind: queries('health'),
        description: 'PromQL conditions that must hold, one `name: expression < 0.05 for 2m` per line, ended by `<`, `<=`, `>`, `>=`, `==` or `!=` and a number. They must hold for every series. One that does not, and has not for as long as `for` says, rolls back; without `for`, at the first look. Until then nothing is raised. No data is never health. One that does not hold before the start refuses the deployment.',
    },
    'alert-rules': {
        kind: queries('trouble'),
        description: 'The same the other way round, as the rules of alerts are written: what must not be, such as `errors: rate(http_requests_total{status=~"5.."}[5m]) > 0.05 for 2m`. The `expr` of an alerting rule works as it stands. `p95 of http_request_duration_seconds > 3 s` stands for that quantile of a histogram\'s last five minutes, each series by itself. The name may be left out.',
    },
    'prometheus-token': {
        kind: (0,scalars/* text */.Qq)({ pattern: /^[\x21-\x7e]+$/, accepts: 'a token without blanks' }),
        secret: true,
        description: 'Bearer token for Prometheus. Give this, or a user name and a password, or neither.',
    },
    'prometheus-username': {
        kind: (0,scalars/* text */.Qq)({ pattern: /^[^:]+$/, accepts: 'a user name without a colon' }),
        description: 'User name for Prometheus, together with `prometheus-password`.',
    },
    'prometheus-password': {
        kind: (0,scalars/* text */.Qq)(),
        secret: true,
        description: 'Password for Prometheus, together with `prometheus-username`.',
    },
};
/** What must hold between them. */
const prometheusRules = [
    (0,rules/* needs */.eN)('queries', 'prometheus-url'),
    (0,rules/* needs */.eN)('alert-rules', 'prometheus-url'),
    (0,rules/* together */.bs)('prometheus-username', 'prometheus-password'),
    (0,rules/* rule */.Hu)(['prometheus-url', 'queries', 'alert-rules'], '`prometheus-url` is given together with `queries`, `alert-rules` or both.', (_values, has) => has('prometheus-url') && !has('queries') && !has('alert-rules')
        ? 'has no effect without something to ask: give queries or alert-rules as well, or take it out'
        : undefined),
    (0,rules/* rule */.Hu)(['prometheus-token', 'prometheus-username'], '`prometheus-token` and `prometheus-username` exclude each other.', (_values, has) => has('prometheus-token') && has('prometheus-username')
        ? 'contradicts prometheus-username: give only one of the two'
        : undefined),
    (0,rules/* rule */.Hu)(['alert-rules', 'queries'], 'No name is both in `queries` and in `alert-rules`.', (values) => {
        const twice = values.alertRules.find(({ name }) => values.queries.some((query) => query.name === name));
        return twice === undefined ? undefined : `names ${JSON.stringify(twice.name)}, which is in queries too`;
    }),
];


/***/ }),

/***/ 521:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ prober)
/* harmony export */ });
/* harmony import */ var node_http__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7067);
/* harmony import */ var node_https__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4708);


/** As much of an answer as is looked at for the expected text. */
const bodyLimit = 256 * 1024;
/**
 * Probes over HTTP. Redirects are answers, not followed: a probe asks one version one thing. Not with `fetch`: that asks
 * a server for the certificate of the address alone, and no certificate is for the DNS name of a load balancer. With a
 * `Host` header that name is asked for and verified.
 */
const prober = {
    async probe({ url, headers, timeoutMs }) {
        const started = performance.now();
        const took = () => performance.now() - started;
        const signal = AbortSignal.timeout(timeoutMs);
        try {
            const { status, body } = await ask(url, headers, signal);
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
function ask(url, headers, signal) {
    return new Promise((resolve, reject) => {
        // Each probe has a connection of its own: one that is kept says nothing of whether the next user gets one.
        const options = { headers: { connection: 'close', ...headers }, signal };
        const host = Object.entries(headers).find(([name]) => name.toLowerCase() === 'host')?.[1];
        const servername = host === undefined ? {} : { servername: host.replace(/:\d+$/, '') };
        const request = url.startsWith('https:')
            ? (0,node_https__WEBPACK_IMPORTED_MODULE_1__.request)(url, { ...options, ...servername })
            : (0,node_http__WEBPACK_IMPORTED_MODULE_0__.request)(url, options);
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


/***/ }),

/***/ 4797:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ prometheus)
/* harmony export */ });
/* harmony import */ var _ports_access_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7919);
/* harmony import */ var _ports_refused_query_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5349);


/** How long one query may take; Prometheus is told to give up by then as well. */
const timeoutSeconds = 10;
/** As much of somebody else's answer as is told. */
const toldLimit = 300;
/**
 * Asks Prometheus for values of now. By POST, because a query may be longer than an address.
 * https://prometheus.io/docs/prometheus/2.42/querying/api/#instant-queries
 */
function prometheus(options) {
    const { url, headers } = requestOf(options);
    return {
        async query(expression) {
            const { status, text, type } = await post(url, headers, new URLSearchParams({ query: expression, timeout: `${timeoutSeconds}s` }));
            if (status === 401 || status === 403)
                throw denied(options, url, status);
            const answer = type.includes('json') ? parsed(text) : undefined;
            if (answer?.status === 'error' && (answer.errorType === 'bad_data' || answer.errorType === 'execution')) {
                throw new _ports_refused_query_js__WEBPACK_IMPORTED_MODULE_1__/* .RefusedQuery */ .v(answer.error ?? 'refused without a reason');
            }
            if (status !== 200 || answer?.status !== 'success' || answer.data === undefined) {
                const said = answer?.error ?? text.replace(/\s+/g, ' ').trim();
                throw new Error(`${url.origin}${url.pathname} answered ${status}${said === '' ? '' : `: ${said.slice(0, toldLimit)}`}`);
            }
            return seriesOf(answer.data);
        },
    };
}
function requestOf({ url, token, username, password }) {
    const address = new URL(url);
    address.pathname = `${address.pathname.replace(/\/+$/, '')}/api/v1/query`;
    if (token !== undefined)
        return { url: address, headers: { authorization: `Bearer ${token}` } };
    if (username === undefined)
        return { url: address, headers: {} };
    const pair = Buffer.from(`${username}:${password ?? ''}`).toString('base64');
    return { url: address, headers: { authorization: `Basic ${pair}` } };
}
async function post(url, headers, body) {
    try {
        // A redirect is an answer: followed, it would turn the POST into a GET, mostly of the page of a login.
        const signal = AbortSignal.timeout(timeoutSeconds * 1000);
        const response = await fetch(url, { method: 'POST', headers, body, redirect: 'manual', signal });
        return { status: response.status, text: await response.text(), type: response.headers.get('content-type') ?? '' };
    }
    catch (error) {
        throw new Error(`${url.origin} could not be reached: ${reason(error)}`, { cause: error });
    }
}
function reason(error) {
    const { name, message, cause } = error;
    if (name === 'TimeoutError')
        return `no answer within ${timeoutSeconds} s`;
    // An address that has several numbers fails with several errors, and a message is in none but them.
    return cause?.message || cause?.code || message;
}
function denied({ token, username }, url, status) {
    const mend = token !== undefined
        ? 'check prometheus-token'
        : username !== undefined
            ? 'check prometheus-username and prometheus-password'
            : 'give prometheus-token, or prometheus-username and prometheus-password';
    return new _ports_access_error_js__WEBPACK_IMPORTED_MODULE_0__/* .AccessError */ .Z(`Prometheus at ${url.origin} answered ${status}: ${mend}`, { kind: 'denied' });
}
function parsed(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
/** https://prometheus.io/docs/prometheus/2.42/querying/api/#expression-query-result-formats */
function seriesOf({ resultType, result }) {
    if (resultType === 'scalar')
        return [{ labels: {}, value: numberOf(result[1]) }];
    if (resultType !== 'vector') {
        throw new _ports_refused_query_js__WEBPACK_IMPORTED_MODULE_1__/* .RefusedQuery */ .v(`it gives a ${resultType ?? 'nothing'}, and only one number for each series can be compared`);
    }
    return result.map(({ metric, value }) => {
        if (value === undefined)
            throw new _ports_refused_query_js__WEBPACK_IMPORTED_MODULE_1__/* .RefusedQuery */ .v('it gives histograms, and only numbers can be compared');
        return { labels: metric, value: numberOf(value[1]) };
    });
}
const numberOf = (text) => Number(text.replace(/^([+-]?)Inf$/, '$1Infinity'));


/***/ }),

/***/ 9441:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ topLevelOf),
/* harmony export */   c: () => (/* binding */ withZeros)
/* harmony export */ });
/**
 * As much of PromQL's text as is needed to cut a condition off an expression. Whether the expression itself is right is
 * for Prometheus to say.
 * https://prometheus.io/docs/prometheus/2.42/querying/basics/
 */
/** The text with everything in quotes or brackets blanked, so that what is left stands at the top level. */
function topLevelOf(text) {
    const closes = { '(': ')', '[': ']', '{': '}' };
    const open = [];
    let top = '';
    for (let at = 0; at < text.length; at += 1) {
        const char = text[at] ?? '';
        if (char === '"' || char === "'" || char === '`') {
            const end = endOfString(text, at);
            if (end === undefined)
                return { problem: `has a ${char} that is not closed` };
            top += ' '.repeat(end - at);
            at = end - 1;
            continue;
        }
        const isClosing = char === ')' || char === ']' || char === '}';
        if (isClosing && open.pop() !== char)
            return { problem: `has a ${char} that closes nothing` };
        top += open.length > 0 || isClosing || char in closes ? ' ' : char;
        if (char in closes)
            open.push(closes[char] ?? '');
    }
    const missing = open.at(-1);
    return missing === undefined ? { text: top } : { problem: `has a bracket that is not closed: ${missing} is missing` };
}
/** The place after the string that begins at `from`. A backslash escapes, except between backquotes. */
function endOfString(text, from) {
    const quote = text[from];
    for (let at = from + 1; at < text.length; at += 1) {
        if (text[at] === '\\' && quote !== '`')
            at += 1;
        else if (text[at] === quote)
            return at + 1;
    }
    return undefined;
}
const string = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`[^`]*`/.source;
const matcher = `\\s*([A-Za-z_]\\w*)\\s*(?:=~|!~|!=|=)\\s*(?:${string})\\s*,?`;
const counted = '(rate|irate|increase)\\s*\\(\\s*';
const range = '\\s*\\[[^\\]]*\\](?:\\s*offset\\s+\\w+)?\\s*\\)';
const selection = new RegExp(`(?:${counted})?([A-Za-z_:][\\w:]*)\\s*\\{((?:${matcher})*)\\s*\\}(${range}|\\s*\\[)?`, 'g');
/** Labels whose values tell how a request ended: a series of theirs is born with the first request that ends so. */
const outcomes = /^(.+_)?(status|code|outcome|result|error|exception|level|severity|reason|success)(_.+)?$/;
const isOutcome = (label) => outcomes.test(label.replace(/([a-z])([A-Z])/g, '$1_$2').toLowerCase());
/**
 * The same expression, in which what has never been counted is 0, not absent: `rate(x{status=~"5.."}[5m])` becomes
 * `(rate(x{status=~"5.."}[5m]) or 0 * rate(x[5m]))`. A service without errors has no series of errors, and that must be
 * told apart from a metric that nobody exposes, which stays absent here too. Undefined where nothing can be filled in.
 * https://prometheus.io/docs/practices/instrumentation/#avoid-missing-metrics
 */
function withZeros(expression) {
    const filled = expression.replace(selection, (whole, call, metric, inside, _label, tail) => {
        const isCall = call !== undefined && tail !== undefined && !/\[$/.test(tail);
        // A range under another function, or a function that is given none: left as it is.
        if (!isCall && (call !== undefined || tail !== undefined))
            return whole;
        const matchers = [...inside.matchAll(new RegExp(matcher, 'g'))];
        const kept = matchers.filter(([, label]) => !isOutcome(label ?? ''));
        if (kept.length === matchers.length)
            return whole;
        const selector = `${metric}${kept.length === 0 ? '' : `{${kept.map(([text]) => text.trim().replace(/,$/, '')).join(',')}}`}`;
        return `(${whole} or 0 * ${isCall ? `${call}(${selector}${tail}` : selector})`;
    });
    return filled === expression ? undefined : filled;
}


/***/ })

};
