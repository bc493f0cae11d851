export const id = 6091;
export const ids = [6091];
export const modules = {

/***/ 8962:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  bakesMs: () => (/* binding */ bakesMs),
  spec: () => (/* binding */ spec)
});

// EXTERNAL MODULE: ./build-stage/spec/action-spec.js
var action_spec = __webpack_require__(1169);
// EXTERNAL MODULE: ./build-stage/spec/duration.js
var duration = __webpack_require__(1999);
// EXTERNAL MODULE: ./build-stage/spec/kind.js
var kind = __webpack_require__(1789);
// EXTERNAL MODULE: ./build-stage/spec/percent.js
var percent = __webpack_require__(2474);
// EXTERNAL MODULE: ./build-stage/spec/rules.js
var rules = __webpack_require__(5692);
// EXTERNAL MODULE: ./build-stage/spec/scalars.js
var scalars = __webpack_require__(5734);
;// CONCATENATED MODULE: ./build-stage/spec/compare-inputs.js
// src/spec/compare-inputs.ts





/** How the new version is compared with the old one, and what a step does that has seen too little. */
const compareInputs = {
    compare: {
        kind: (0,scalars/* flag */.Jt)(),
        preset: 'true',
        description: 'Compare the errors of the new version with those of the old one, by what CloudWatch counts for their target groups (5xx answers and failed connections, minute by minute), from its first requests on. A new version that fails more often than `compare-tolerance` allows is rolled back without any alarm; a fault behind both sides is no difference. At 100 % there is nothing to compare with.',
    },
    'compare-tolerance': {
        kind: factor({ min: 1, max: 100 }),
        preset: '1.5',
        description: "So many times the old version's share of errors is still fine. Not 1, because a new version is cold at first and errors come in bursts.",
    },
    'compare-confidence': {
        kind: (0,percent/* percent */.K)({ min: 90, max: 99.9 }),
        preset: '99%',
        description: 'How sure the comparison must be. At 99% at most one shift in a hundred of a version that is no worse than tolerated is rolled back by it, however long it runs and however often it looks; measured, it is one in a thousand.',
    },
    'compare-latency': {
        kind: factor({ min: 1.1, max: 100 }),
        description: "So many times the old version's response times are still fine, such as `1.5`; a new version that is slower in one minute after the other is rolled back. Without it they are not compared. Each whole minute in which each side took 50 requests counts once: against the new version when its p94 (p90 at the fewest requests) is above so many times the old one's p95, or its p95 above so many times the old one's p99. With 99% it takes five such minutes in a row, or more when some are not. `compare-confidence` is then shared between errors and response times.",
    },
    'compare-latency-floor': {
        kind: (0,duration/* duration */.p0)({ maxMs: 3_600_000 }),
        preset: '20ms',
        description: 'So much longer than the old version is fine in any case, so that 2 ms in place of 1 ms are no reason. Only with `compare-latency`.',
    },
    'min-requests': {
        kind: (0,scalars/* integer */.nd)({ min: 0, max: 1_000_000_000 }),
        preset: '0',
        description: 'So many requests of the new version must have been seen in CloudWatch at each step before it ends; until then nothing is raised, and after `no-data-limit` `on-no-data` says what is done. 0 asks for none, so that a service that nobody uses at night can be deployed at night: the plan says what each step can see at the traffic there is. Only whole minutes at the step count.',
    },
    'on-no-data': {
        kind: (0,scalars/* oneOf */.yL)('hold', 'rollback', 'continue'),
        preset: 'hold',
        description: 'What to do with a step that has served its time and has not seen `min-requests`, or when CloudWatch shows no requests at all where there were some before the start: `hold` raises nothing, goes on watching, and ends when `timeout` is up; `rollback` gives all traffic to the old version after `no-data-limit`; `continue` goes on by time after it, and says so.',
    },
    'no-data-limit': {
        kind: (0,duration/* duration */.p0)({ minMs: 1000, maxMs: 86_400_000 }),
        preset: '10m',
        description: 'How long a step waits, after its time is served, for the requests that it has not seen, before `on-no-data` is followed.',
    },
};
/** What must hold between them. */
const compareRules = [
    (0,rules/* rule */.Hu)(['compare-latency', 'compare'], '`compare-latency` is a part of the comparison, so it needs `compare`.', (values) => values.compareLatency !== undefined && !values.compare ? 'has no effect with compare: false' : undefined),
    (0,rules/* rule */.Hu)(['min-requests', 'compare'], '`min-requests` counts what the comparison reads, so it needs `compare`.', (values) => values.minRequests > 0 && !values.compare ? 'has no effect with compare: false' : undefined),
];
/** A factor such as `1.5`. */
function factor(bounds) {
    return {
        label: 'factor',
        accepts: `a number from ${bounds.min} to ${bounds.max}, such as 1.5`,
        absent: undefined,
        workflowType: 'number',
        read: (given) => {
            if (!/^\d{1,4}(\.\d{1,4})?$/.test(given))
                return (0,kind/* wrong */.Q)('is not a number');
            const value = Number(given);
            if (value < bounds.min)
                return (0,kind/* wrong */.Q)('is too small');
            return value > bounds.max ? (0,kind/* wrong */.Q)('is too large') : (0,kind/* read */.L)(value);
        },
    };
}

;// CONCATENATED MODULE: ./build-stage/spec/deployment-inputs.js
// src/spec/deployment-inputs.ts

/**
 * Where a deployment is shown on GitHub.
 * https://docs.github.com/en/rest/deployments/statuses#create-a-deployment-status
 */
const deploymentInputs = {
    'github-token': {
        kind: (0,scalars/* text */.Qq)(),
        secret: true,
        description: 'A token with `deployments: write`, such as `github.token`. With it every traffic step is shown as a status of the deployment in `environment`. When that fails there is a warning, and the deployment goes on.',
    },
    environment: {
        kind: (0,scalars/* text */.Qq)({ pattern: /^[^\r\n]{1,255}$/, accepts: 'the name of a GitHub environment, one line' }),
        description: "Name of the GitHub environment that is deployed to. When the job runs in it, the statuses are added to the job's own deployment; otherwise one is made. Without `github-token` it has no effect.",
    },
    'environment-url': {
        kind: (0,scalars/* url */.OZ)(),
        description: 'Where the application of the environment is, for the link on the deployment.',
    },
};

// EXTERNAL MODULE: ./build-stage/spec/kinds.js + 1 modules
var kinds = __webpack_require__(7240);
// EXTERNAL MODULE: ./build-stage/spec/prometheus-inputs.js + 2 modules
var prometheus_inputs = __webpack_require__(4547);
// EXTERNAL MODULE: ./build-stage/spec/session-inputs.js
var session_inputs = __webpack_require__(9361);
// EXTERNAL MODULE: ./build-stage/spec/task-definition-inputs.js
var task_definition_inputs = __webpack_require__(210);
// EXTERNAL MODULE: ./build-stage/spec/task-definition-kinds.js
var task_definition_kinds = __webpack_require__(4100);
;// CONCATENATED MODULE: ./build-stage/actions/ecs-blue-green/spec.js
// src/actions/ecs-blue-green/spec.ts










/** How long all steps take at the least. */
const bakesMs = (steps) => steps.reduce((sum, step) => sum + step.bakeMs, 0);
const spec = (0,action_spec/* defineAction */.Q)({
    name: 'ecs-blue-green',
    title: 'Sluice: ECS blue/green',
    description: 'Shifts traffic between two ECS services step by step, watches the new version at each step, and puts the traffic back by itself when it turns out bad.',
    branding: { icon: 'git-merge', color: 'blue' },
    post: true,
    inputs: {
        cluster: {
            kind: kinds/* text */.Qq({
                pattern: /^(arn:aws[a-z-]*:ecs:[a-z0-9-]+:\d{12}:cluster\/)?[A-Za-z0-9_-]{1,255}$/,
                accepts: 'the name or the ARN of an ECS cluster',
            }),
            required: true,
            description: 'Name or ARN of the ECS cluster that both services run in.',
        },
        services: {
            kind: kinds/* lines */.Mn({ exactly: 2, of: 'service name', item: serviceName() }),
            required: true,
            description: 'The two ECS services, one name per line. Which one is live is read from the weights of the listener, so their order does not matter.',
        },
        'listener-rule-arn': {
            kind: kinds/* arn */.Cm('listener rule'),
            description: 'ARN of the listener rule that forwards to the two target groups by weight. Give this or `listener-arn`.',
        },
        'listener-arn': {
            kind: kinds/* arn */.Cm('listener'),
            description: 'ARN of the listener, when it is its default action that forwards to the two target groups. Give this or `listener-rule-arn`.',
        },
        'target-groups': {
            kind: kinds/* map */.Tj({ key: serviceName(), value: kinds/* arn */.Cm('target group'), example: 'service=target-group-arn' }),
            description: 'The target group of each service, `service=arn` per line. Needed only when a service has more than one; otherwise it is found from the service.',
        },
        images: {
            kind: kinds/* map */.Tj({ key: containerName(), value: imageByDigest(), example: 'container=image@sha256:…' }),
            description: 'The new image of each container, `container=image@sha256:…` per line. It is put into the task definition that is live now, or into `task-definition` when that is given. By digest, because a tag may name another image by the time a task starts.',
        },
        'task-definition': {
            kind: (0,task_definition_kinds/* fileOrArn */.p0)(),
            description: 'The task definition to deploy: the path of a file in the workspace (JSON, JSON with comments or YAML; what `aws ecs describe-task-definition` answers is one too), which is registered, or the ARN of one that is registered already.',
        },
        'pass-unknown': task_definition_inputs/* taskDefinitionInputs */.mA['pass-unknown'],
        steps: {
            kind: kinds/* steps */.Ci(),
            preset: '10%@5m, 50%@10m, 100%@15m',
            description: 'How the traffic moves: the share of the new version and how long it must stay healthy at that share before the next step, counted from when the load balancer has taken the weight over.',
        },
        alarms: {
            kind: kinds/* lines */.Mn({ of: 'alarm name', max: 100 }),
            description: 'CloudWatch alarms that speak for the new version, one name per line, metric and composite alarms alike. One that goes to ALARM rolls back. One that is missing or in ALARM before the start refuses the deployment; one without data is warned of.',
        },
        probe: {
            kind: kinds/* pathOrUrl */.eW(),
            description: 'What to ask the new version over HTTP, before it gets traffic and all the time after: a URL that only the new version answers (a test listener), or a path, which is asked of the load balancer with `probe-headers`, so that a test rule leads it to the new version.',
        },
        'probe-headers': {
            kind: kinds/* headers */.b3(),
            description: 'Headers sent with the probe, `Name: value` per line, for example the one that the test rule looks at. For a path behind an HTTPS listener also `Host`: the name that its certificate is for.',
        },
        'probe-status': {
            kind: kinds/* httpStatuses */.tB(),
            preset: '200',
            description: 'The status codes that the probe takes for healthy, such as `200`, `200-299` or `200,204`.',
        },
        'probe-body': {
            kind: kinds/* text */.Qq(),
            description: 'A text that the answer to the probe must contain.',
        },
        'probe-timeout': {
            kind: kinds/* duration */.p0({ minMs: 100, maxMs: 60_000 }),
            preset: '5s',
            description: 'How long one probe may take.',
        },
        ...prometheus_inputs/* prometheusInputs */.Uf,
        ...compareInputs,
        'poll-interval': {
            kind: kinds/* duration */.p0({ minMs: 100, maxMs: 300_000 }),
            preset: '5s',
            description: 'How often alarms, target health, stopped tasks, the probe and Prometheus are looked at.',
        },
        'min-healthy': {
            kind: kinds/* percent */.KN({ min: 1 }),
            preset: '100%',
            description: 'How many targets of the new version must be healthy before its share is raised, as a share of the tasks that the live version runs.',
        },
        'unhealthy-limit': {
            kind: kinds/* integer */.nd({ min: 1, max: 1000 }),
            preset: '2',
            description: 'So many looks in a row must find the new version unhealthy before it is rolled back. An alarm in ALARM rolls back at the first look.',
        },
        'unknown-limit': {
            kind: kinds/* duration */.p0({ minMs: 1000, maxMs: 3_600_000 }),
            preset: '1m',
            description: 'How long the evidence may stay away (calls that fail, alarms that lose their data) before the new version is rolled back. No evidence is never taken for health.',
        },
        'on-drift': {
            kind: kinds/* oneOf */.yL('rollback', 'hold', 'adopt'),
            preset: 'rollback',
            description: 'What to do when the weights are changed by somebody else during the shift: `rollback` gives all traffic to the old version, `hold` raises nothing, keeps watching, and ends when `timeout` is up, `adopt` goes on from the weight that was set, at the highest step that it covers.',
        },
        'on-broken-old': {
            kind: kinds/* oneOf */.yL('hold', 'rollback'),
            preset: 'hold',
            description: 'What to do when the traffic has to go back and the old version has no healthy target, while the new one has: `hold` leaves the weights as they are and calls a person, `rollback` sends it back all the same.',
        },
        settle: {
            kind: kinds/* duration */.p0({ maxMs: 3_600_000 }),
            preset: '30s',
            description: 'How long after a new weight has been observed good evidence does not count yet, because requests and metrics still belong to the old one. Bad evidence counts at once.',
        },
        drain: {
            kind: kinds/* duration */.p0({ maxMs: 3_600_000 }),
            preset: '2m',
            description: 'How long a side keeps its tasks after it has stopped receiving new requests, at the least. A load balancer applies a new weight over seconds, not at once.',
        },
        'keep-old': {
            kind: kinds/* durationOr */.j1('forever', { maxMs: 86_400_000 }),
            preset: '10m',
            description: 'How long the old version stays at full size after all traffic has moved, so that going back is one call; then it is scaled to 0. `forever` leaves it running.',
        },
        'start-timeout': {
            kind: kinds/* duration */.p0({ minMs: 1000, maxMs: 21_600_000 }),
            preset: '15m',
            description: 'How long the new version may take until its tasks run and its targets are healthy. After that it is stopped, and it never had traffic.',
        },
        timeout: {
            kind: kinds/* duration */.p0({ minMs: 1000, maxMs: 432_000_000 }),
            preset: '2h',
            description: 'How long everything may take. When it is up while traffic is shifting, the traffic is put back.',
        },
        'when-locked': {
            kind: kinds/* oneOf */.yL('fail', 'wait'),
            preset: 'fail',
            description: 'What to do while another run deploys to these services: `fail` at once, or `wait` until it is done, for as long as `timeout` still leaves time for all `steps`.',
        },
        'on-cancel': {
            kind: kinds/* oneOf */.yL('rollback', 'leave'),
            preset: 'rollback',
            description: 'What to do when the workflow is cancelled: `rollback` puts the traffic back, `leave` keeps the weights as they are and says so.',
        },
        'lock-name': {
            kind: kinds/* text */.Qq({
                pattern: /^\/(?!aws|ssm)[A-Za-z0-9_.-]+(\/[A-Za-z0-9_.-]+){0,13}$/i,
                accepts: 'the name of an SSM parameter such as /sluice/shop, which does not begin with /aws or /ssm',
            }),
            description: 'The SSM parameter that is the lock and the journal. By default it is named after the cluster and the services.',
        },
        'log-lines': {
            kind: kinds/* integer */.nd({ min: 0, max: 1000 }),
            preset: '20',
            description: 'How many of the last log lines of a task that stopped are put into the job summary.',
        },
        force: {
            kind: kinds/* text */.Qq(),
            description: 'A reason to deploy although the live version is broken: it runs no task, or an alarm is on already. Without it such a deployment is refused, and a fix could not be shipped with it. An alarm that was on before counts again once it has been off.',
        },
        'dry-run': {
            kind: kinds/* flag */.Jt(),
            preset: 'false',
            description: 'Read everything, change nothing, and print the plan step by step.',
        },
        ...deploymentInputs,
        ...session_inputs/* sessionInputs */.q,
        region: {
            kind: kinds/* text */.Qq({ pattern: /^[a-z]{2,4}(-[a-z]+)+-\d{1,2}$/, accepts: 'an AWS Region such as eu-central-1' }),
            required: true,
            environment: ['AWS_REGION', 'AWS_DEFAULT_REGION'],
            description: 'AWS Region. By default the one in `AWS_REGION`, which `aws-actions/configure-aws-credentials` sets.',
        },
    },
    rules: [
        ...session_inputs/* sessionRules */.a,
        (0,rules/* needs */.eN)('github-token', 'environment'),
        (0,rules/* exactlyOneOf */.Og)('listener-rule-arn', 'listener-arn'),
        (0,rules/* ofTheRegion */.h3)('listener-rule-arn', 'listener-arn', 'cluster'),
        (0,rules/* atLeastOneOf */.Y)('images', 'task-definition'),
        (0,rules/* needs */.eN)('pass-unknown', 'task-definition'),
        ...prometheus_inputs/* prometheusRules */.ov,
        ...compareRules,
        (0,rules/* needs */.eN)('probe-headers', 'probe'),
        (0,rules/* needs */.eN)('probe-body', 'probe'),
        (0,rules/* rule */.Hu)(['probe', 'probe-headers'], 'A `probe` that is a path is given together with `probe-headers`.', ({ probe }, has) => probe?.startsWith('/') && !has('probe-headers')
            ? 'is a path, and without a header for a test rule it would reach the live version: give probe-headers, or a URL that only the new version answers'
            : undefined),
        (0,rules/* rule */.Hu)(['target-groups', 'services'], '`target-groups` names only services that are in `services`.', (values) => {
            const stranger = Object.keys(values.targetGroups).find((name) => !values.services.includes(name));
            if (stranger !== undefined) {
                return `names ${stranger}, which is not one of the services (${values.services.join(', ')})`;
            }
            const arns = Object.values(values.targetGroups);
            return new Set(arns).size < arns.length
                ? 'gives both services the same target group: each needs its own, or no weight could part them'
                : undefined;
        }),
        (0,rules/* rule */.Hu)(['timeout', 'steps', 'start-timeout'], '`timeout` leaves time for all `steps`.', (values) => {
            const bakeMs = bakesMs(values.steps);
            return values.timeout > bakeMs
                ? undefined
                : `is over before the steps are, which take ${(0,duration/* formatDuration */.a3)(bakeMs)} at the least: make it longer, or the steps shorter`;
        }),
    ],
    outputs: {
        outcome: {
            description: 'How it ended: `promoted`, `rolled-back`, `stuck` (needs a person now), `refused` (nothing was touched), `interrupted`, or `unchanged` (this version is live already).',
        },
        reason: { description: 'Why it ended so, in a sentence.' },
        'active-service': {
            description: 'The service that receives the traffic now, or most of it, as last read; empty when the rule was not read, as when another run holds the lock.',
        },
        weights: { description: 'What was last observed on the listener, as JSON: `{"shop-blue": 0, "shop-green": 100}`.' },
        'task-definition-arn': { description: 'ARN of the task definition that was deployed.' },
        'rolled-back-at-weight': {
            description: 'The share of the new version in percent when the rollback began; empty when there was none.',
        },
        'seconds-to-detect': {
            description: 'Seconds from the first request that the new version could get until it was found bad; empty when it was not, and when it never had traffic.',
        },
        'seconds-to-restore': {
            description: 'Seconds from that finding until the listener was observed to send everything to the old version.',
        },
        plan: { description: 'The plan as JSON, also in a dry run.' },
    },
});
function serviceName() {
    return kinds/* text */.Qq({ pattern: /^[A-Za-z0-9_-]{1,255}$/, accepts: 'the name of an ECS service' });
}
function containerName() {
    return kinds/* text */.Qq({ pattern: /^[A-Za-z0-9_-]{1,255}$/, accepts: 'the name of a container' });
}
function imageByDigest() {
    return kinds/* text */.Qq({
        pattern: /^[A-Za-z0-9][A-Za-z0-9._:/-]*@sha256:[0-9a-f]{64}$/,
        accepts: 'an image by its digest: registry/name@sha256: and 64 hexadecimal digits; a tag can move, a digest cannot',
    });
}


/***/ }),

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
