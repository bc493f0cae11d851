export const id = 1624;
export const ids = [1624];
export const modules = {

/***/ 4547:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  jn: () => (/* binding */ asksSomething),
  Uf: () => (/* binding */ prometheusInputs),
  ov: () => (/* binding */ prometheusRules)
});

// EXTERNAL MODULE: ./build-stage/spec/duration.js
var duration = __webpack_require__(1999);
// EXTERNAL MODULE: ./build-stage/spec/kind.js
var kind = __webpack_require__(1789);
// EXTERNAL MODULE: ./build-stage/verdict/query-text.js
var query_text = __webpack_require__(9441);
;// CONCATENATED MODULE: ./build-stage/verdict/query-lines.js
// src/verdict/query-lines.ts



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
// src/spec/queries.ts



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
// src/spec/prometheus-inputs.ts



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
/** There is something to ask. */
const asksSomething = (0,rules/* rule */.Hu)(['prometheus-url', 'queries', 'alert-rules'], '`prometheus-url` is given together with `queries`, `alert-rules` or both.', (_values, has) => has('prometheus-url') && !has('queries') && !has('alert-rules')
    ? 'has no effect without something to ask: give queries or alert-rules as well, or take it out'
    : undefined);
/** What must hold between them. */
const prometheusRules = [
    (0,rules/* needs */.eN)('queries', 'prometheus-url'),
    (0,rules/* needs */.eN)('alert-rules', 'prometheus-url'),
    (0,rules/* together */.bs)('prometheus-username', 'prometheus-password'),
    asksSomething,
    (0,rules/* rule */.Hu)(['prometheus-token', 'prometheus-username'], '`prometheus-token` and `prometheus-username` exclude each other.', (_values, has) => has('prometheus-token') && has('prometheus-username')
        ? 'contradicts prometheus-username: give only one of the two'
        : undefined),
    (0,rules/* rule */.Hu)(['alert-rules', 'queries'], 'No name is both in `queries` and in `alert-rules`.', (values) => {
        const twice = values.alertRules.find(({ name }) => values.queries.some((query) => query.name === name));
        return twice === undefined ? undefined : `names ${JSON.stringify(twice.name)}, which is in queries too`;
    }),
];


/***/ }),

/***/ 6486:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ rollingRules),
/* harmony export */   x: () => (/* binding */ rollingInputs)
/* harmony export */ });
/* harmony import */ var _duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1999);
/* harmony import */ var _for_container_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6454);
/* harmony import */ var _http_status_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3754);
/* harmony import */ var _kind_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(1789);
/* harmony import */ var _lists_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2682);
/* harmony import */ var _rules_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5692);
/* harmony import */ var _scalars_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5734);
// src/spec/rolling-inputs.ts







/** How one service is rolled out. */
const rollingInputs = {
    'desired-count': {
        kind: (0,_scalars_js__WEBPACK_IMPORTED_MODULE_2__/* .integer */ .nd)({ min: 1, max: 10_000 }),
        description: 'How many tasks the service is to run. Without it the number stays as it is, so that what autoscaling has decided is not reset.',
    },
    'minimum-healthy-percent': {
        kind: (0,_scalars_js__WEBPACK_IMPORTED_MODULE_2__/* .integer */ .nd)({ min: 0, max: 100 }),
        description: 'How many tasks must keep running while the service is updated, in percent of the desired count. Without it the setting of the service stays.',
    },
    'maximum-percent': {
        kind: (0,_scalars_js__WEBPACK_IMPORTED_MODULE_2__/* .integer */ .nd)({ min: 100, max: 400 }),
        description: 'How many tasks may run at once while the service is updated, in percent of the desired count. Without it the setting of the service stays.',
    },
    'circuit-breaker': {
        kind: (0,_scalars_js__WEBPACK_IMPORTED_MODULE_2__/* .oneOf */ .yL)('rollback', 'stop', 'off'),
        description: "ECS's own deployment circuit breaker: `rollback`, `stop` (ECS ends the deployment and rolls nothing back) or `off`. Without it the setting of the service stays. The action finds failing tasks by itself, whatever this says.",
    },
    'deployment-alarms': {
        kind: (0,_lists_js__WEBPACK_IMPORTED_MODULE_3__/* .lines */ .Mn)({ of: 'alarm name', max: 100 }),
        description: 'CloudWatch alarms by which ECS itself rolls the deployment back, one name per line, or `off`. Without it the setting of the service stays.',
    },
    'capacity-provider-strategy': {
        kind: capacityShares(),
        description: 'Where the tasks run, one capacity provider per line with its weight and base: `FARGATE weight=1 base=1`. Without it the strategy of the service stays.',
    },
    'force-new-deployment': {
        kind: (0,_scalars_js__WEBPACK_IMPORTED_MODULE_2__/* .flag */ .Jt)(),
        preset: 'false',
        description: 'Start all tasks anew also when nothing differs, for example because an image tag has moved.',
    },
    'run-before': {
        kind: (0,_for_container_js__WEBPACK_IMPORTED_MODULE_1__/* .words */ .aL)(),
        verbatim: true,
        description: 'A command that must succeed before the service is updated, such as a migration: a JSON list such as `["npm", "run", "migrate"]`, or `container=[…]` per line. It runs once as a task of the new task definition, in the network and on the capacity of the service. When it fails, the service is not touched.',
    },
    'run-after': {
        kind: (0,_for_container_js__WEBPACK_IMPORTED_MODULE_1__/* .words */ .aL)(),
        verbatim: true,
        description: 'A command that must succeed after the rollout, written like `run-before`. When it fails, the service goes back.',
    },
    'run-timeout': {
        kind: (0,_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p0)({ minMs: 1_000, maxMs: 21_600_000 }),
        preset: '15m',
        description: 'How long each of these tasks may take; then it is stopped, and has failed.',
    },
    bake: {
        kind: (0,_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p0)({ maxMs: 86_400_000 }),
        preset: '30s',
        description: 'How long the new version must stay healthy after ECS has called the deployment successful: all tasks run, targets are healthy, and nothing of `alarms`, `probe` and `queries` speaks against it. `0s` ends at once, without looking at them.',
    },
    alarms: {
        kind: (0,_lists_js__WEBPACK_IMPORTED_MODULE_3__/* .lines */ .Mn)({ of: 'alarm name', max: 100 }),
        description: 'CloudWatch alarms that speak for the new version in the bake, one name per line. One that goes to ALARM rolls back. One that is missing or in ALARM before the start refuses the deployment; one without data is warned of.',
    },
    probe: {
        kind: (0,_scalars_js__WEBPACK_IMPORTED_MODULE_2__/* .url */ .OZ)(),
        description: 'A URL that the service must answer in the bake.',
    },
    'probe-headers': { kind: (0,_lists_js__WEBPACK_IMPORTED_MODULE_3__/* .headers */ .b3)(), description: 'Headers sent with the probe, `Name: value` per line.' },
    'probe-status': {
        kind: (0,_http_status_js__WEBPACK_IMPORTED_MODULE_4__/* .httpStatuses */ .t)(),
        preset: '200',
        description: 'The status codes that the probe takes for healthy, such as `200`, `200-299` or `200,204`.',
    },
    'probe-body': { kind: (0,_scalars_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)(), description: 'A text that the answer to the probe must contain.' },
    'probe-timeout': {
        kind: (0,_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p0)({ minMs: 100, maxMs: 60_000 }),
        preset: '5s',
        description: 'How long one probe may take.',
    },
    'fail-after': {
        kind: (0,_scalars_js__WEBPACK_IMPORTED_MODULE_2__/* .integer */ .nd)({ min: 1, max: 100 }),
        preset: '3',
        description: 'So many tasks of the new version that fail for the same reason end the deployment, long before `timeout`.',
    },
    'unhealthy-limit': {
        kind: (0,_scalars_js__WEBPACK_IMPORTED_MODULE_2__/* .integer */ .nd)({ min: 1, max: 1_000 }),
        preset: '2',
        description: 'So many looks in a row must find the targets unhealthy in the bake. An alarm in ALARM counts at the first.',
    },
    'unknown-limit': {
        kind: (0,_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p0)({ minMs: 1_000, maxMs: 3_600_000 }),
        preset: '1m',
        description: 'How long the evidence may stay away in the bake before the new version is rolled back. No evidence is never taken for health.',
    },
    timeout: {
        kind: (0,_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p0)({ minMs: 1_000, maxMs: 86_400_000 }),
        preset: '30m',
        description: 'How long everything may take, the bake included. The end is looked at once more before it counts.',
    },
    'poll-interval': {
        kind: (0,_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p0)({ minMs: 100, maxMs: 300_000 }),
        preset: '5s',
        description: 'How often the service and the evidence are looked at.',
    },
    'on-failure': {
        kind: (0,_scalars_js__WEBPACK_IMPORTED_MODULE_2__/* .oneOf */ .yL)('rollback', 'leave', 'rollback-all', 'rollback-failed', 'continue'),
        preset: 'rollback',
        description: 'What to do with a deployment that is found bad, or is not complete in time: `rollback` goes back to what the last deployment that succeeded had deployed, `leave` leaves it as it is. Either way the step fails. Of several `services`, `rollback` and `rollback-all` take all of them back, `rollback-failed` only the bad one and begins no further one, `continue` goes on with those that do not depend on it; with `leave` no further one is begun.',
    },
    'on-cancel': {
        kind: (0,_scalars_js__WEBPACK_IMPORTED_MODULE_2__/* .oneOf */ .yL)('rollback', 'stop', 'leave'),
        preset: 'rollback',
        description: 'What to do when the workflow is cancelled: `rollback` goes back, `stop` ends the deployment where it is, `leave` lets it go on unwatched.',
    },
    'when-busy': {
        kind: (0,_scalars_js__WEBPACK_IMPORTED_MODULE_2__/* .oneOf */ .yL)('wait', 'replace', 'fail'),
        preset: 'wait',
        description: 'What to do while somebody else deploys to the service: `wait` for the end of it (within `timeout`), `replace` it, or `fail` at once.',
    },
    'when-locked': {
        kind: (0,_scalars_js__WEBPACK_IMPORTED_MODULE_2__/* .oneOf */ .yL)('fail', 'wait'),
        preset: 'fail',
        description: 'What to do while another run of this action holds the lock: `fail` at once, or `wait` for it (within `timeout`).',
    },
    'log-lines': {
        kind: (0,_scalars_js__WEBPACK_IMPORTED_MODULE_2__/* .integer */ .nd)({ min: 0, max: 1_000 }),
        preset: '20',
        description: 'How many of the last log lines of a task that stopped are put into the job summary.',
    },
    force: {
        kind: (0,_scalars_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)(),
        description: 'A reason to deploy although an alarm or a query is bad already. Without it such a deployment is refused, and a fix could not be shipped with it.',
    },
    preflight: {
        kind: (0,_scalars_js__WEBPACK_IMPORTED_MODULE_2__/* .flag */ .Jt)(),
        preset: 'true',
        description: 'Look first at everything that the deployment will need (images, roles, secrets, log groups, network), and refuse it with all that is wrong before anything is registered. A right that is missing for a look is a warning.',
    },
};
/** What must hold between them. */
const rollingRules = [
    (0,_rules_js__WEBPACK_IMPORTED_MODULE_5__/* .needs */ .eN)('probe-headers', 'probe'),
    (0,_rules_js__WEBPACK_IMPORTED_MODULE_5__/* .needs */ .eN)('probe-body', 'probe'),
    (0,_rules_js__WEBPACK_IMPORTED_MODULE_5__/* .rule */ .Hu)(['timeout', 'bake'], '`timeout` leaves time for the `bake`.', (values) => values.timeout > values.bake ? undefined : 'is over before the bake is: make it longer, or the bake shorter'),
    (0,_rules_js__WEBPACK_IMPORTED_MODULE_5__/* .rule */ .Hu)(['bake', 'alarms', 'probe'], 'With `alarms` or a `probe` there is a `bake` to look at them in.', (values, has) => values.bake === 0 && (has('alarms') || has('probe'))
        ? 'is 0, so the alarms and the probe would never be looked at: give it a time, or take them out'
        : undefined),
    (0,_rules_js__WEBPACK_IMPORTED_MODULE_5__/* .rule */ .Hu)(['maximum-percent', 'minimum-healthy-percent'], '`maximum-percent` and `minimum-healthy-percent` leave room to replace a task.', (values) => values.maximumPercent === 100 && values.minimumHealthyPercent === 100
        ? 'is 100 like minimum-healthy-percent: no task could ever be replaced'
        : undefined),
];
/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CapacityProviderStrategyItem.html */
function capacityShares() {
    return {
        label: 'capacity providers',
        accepts: 'one capacity provider per line with its weight (0 to 1000) and base (0 to 100000), such as FARGATE_SPOT weight=4 base=1',
        absent: [],
        read: (given) => {
            const shares = [];
            for (const line of given
                .split(/\r?\n/)
                .map((text) => text.trim())
                .filter((text) => text !== '')) {
                const [name = '', ...rest] = line.split(/[\s,]+/);
                if (!/^[A-Za-z0-9_-]{1,255}$/.test(name))
                    return (0,_kind_js__WEBPACK_IMPORTED_MODULE_6__/* .wrong */ .Q)(`has a line ${JSON.stringify(line)} that begins with no capacity provider`);
                if (shares.some(({ capacityProvider }) => capacityProvider === name))
                    return (0,_kind_js__WEBPACK_IMPORTED_MODULE_6__/* .wrong */ .Q)(`names ${name} twice`);
                const share = { capacityProvider: name };
                for (const part of rest) {
                    const found = /^(?<key>weight|base)=(?<value>\d{1,6})$/.exec(part)?.groups;
                    const most = found?.key === 'weight' ? 1_000 : 100_000;
                    if (found === undefined || Number(found.value) > most)
                        return (0,_kind_js__WEBPACK_IMPORTED_MODULE_6__/* .wrong */ .Q)(`has ${JSON.stringify(part)} for ${name}, which is neither weight=0…1000 nor base=0…100000`);
                    share[found.key] = Number(found.value);
                }
                shares.push(share);
            }
            if (shares.filter(({ base = 0 }) => base > 0).length > 1)
                return (0,_kind_js__WEBPACK_IMPORTED_MODULE_6__/* .wrong */ .Q)('has a base for more than one capacity provider; ECS takes one');
            if (shares.length > 20)
                return (0,_kind_js__WEBPACK_IMPORTED_MODULE_6__/* .wrong */ .Q)('names more than 20 capacity providers');
            return (0,_kind_js__WEBPACK_IMPORTED_MODULE_6__/* .read */ .L)(shares);
        },
    };
}


/***/ }),

/***/ 9441:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ topLevelOf),
/* harmony export */   c: () => (/* binding */ withZeros)
/* harmony export */ });
// src/verdict/query-text.ts
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
