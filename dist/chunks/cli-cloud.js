export const id = 116;
export const ids = [116];
export const modules = {

/***/ 3116:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  cloud: () => (/* binding */ cloud)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-application-auto-scaling/dist-cjs/index.js
var dist_cjs = __webpack_require__(1491);
var dist_cjs_namespaceObject = /*#__PURE__*/__webpack_require__.t(dist_cjs, 2);
;// CONCATENATED MODULE: ./build-stage/local-cloud/contract.js
/**
 * What the parts of the local cloud promise each other. A service owns its folder; it sees the others only through
 * the interfaces below.
 */
/** An error as AWS words it. Thrown by an operation, written on the wire by `wire/`. */
class AwsError extends Error {
    code;
    /** HTTP status, 400 unless told. */
    status;
    /** Further members of the error shape, for example `currentParameterValue`. */
    fields;
    constructor(
    /** The code on the wire: JSON services write the class name (`ClusterNotFoundException`), Query services the code without suffix (`TargetGroupNotFound`). */
    code, message, options = {}) {
        super(message);
        this.code = code;
        this.name = code;
        this.status = options.status ?? 400;
        this.fields = options.fields ?? {};
    }
}

;// CONCATENATED MODULE: ./build-stage/local-cloud/wire/page.js

/** One page of a list. Tokens are opaque and stand for a position. */
function page(all, token, asked, rules) {
    const size = asked ?? rules.usual;
    if (!(size >= 1 && size <= rules.most)) {
        const bound = size < 1 ? 'greater than or equal to 1' : `less than or equal to ${rules.most}`;
        throw new AwsError(rules.sizeError, `1 validation error detected: Value '${size}' at '${rules.sizeMember}' failed to satisfy constraint: Member must have value ${bound}`);
    }
    const from = token === undefined ? 0 : positionOf(token, rules.tokenError);
    const end = from + size;
    const nextToken = end < all.length ? Buffer.from(`from:${end}`).toString('base64') : undefined;
    return { items: all.slice(from, end), nextToken };
}
function positionOf(token, errorCode) {
    const found = /^from:(\d+)$/.exec(Buffer.from(token, 'base64').toString());
    if (found === null)
        throw new AwsError(errorCode, 'The specified nextToken is invalid.');
    return Number(found[1]);
}

;// CONCATENATED MODULE: ./build-stage/local-cloud/autoscaling/index.js




const dimension = 'ecs:service:DesiredCount';
/** https://docs.aws.amazon.com/autoscaling/application/APIReference/API_DescribeScalableTargets.html */
const pages = {
    usual: 50,
    most: 50,
    sizeMember: 'maxResults',
    sizeError: 'ValidationException',
    tokenError: 'InvalidNextTokenException',
};
/**
 * Application Auto Scaling: scalable targets of ECS services. Scaling policies and scheduled actions are not played;
 * what a registration itself does to the desired count is.
 */
function createAutoscaling(ground, desiredCounts) {
    const targets = new Map();
    /** Registering moves the current capacity into the range: https://docs.aws.amazon.com/autoscaling/application/APIReference/API_RegisterScalableTarget.html */
    const register = (input) => {
        const resourceId = checkIdentity(input);
        const known = targets.get(resourceId);
        const minCapacity = input.MinCapacity ?? known?.minCapacity;
        const maxCapacity = input.MaxCapacity ?? known?.maxCapacity;
        if (minCapacity === undefined || maxCapacity === undefined) {
            const missing = minCapacity === undefined ? 'minimum' : 'maximum';
            throw invalid(`You must specify a ${missing} capacity when registering a new scalable target`);
        }
        checkCapacities(minCapacity, maxCapacity);
        const current = desiredCounts.get(resourceId);
        if (current === undefined)
            throw invalid(`ECS service doesn't exist: ${resourceId}`);
        const target = {
            resourceId,
            arn: known?.arn ?? ground.arn('application-autoscaling', `scalable-target/${(0,external_node_crypto_.randomUUID)().replaceAll('-', '')}`),
            createdAt: known?.createdAt ?? ground.clock.now(),
            minCapacity,
            maxCapacity,
            roleArn: input.RoleARN ?? known?.roleArn ?? serviceLinkedRole(ground.accountId),
            suspended: {
                DynamicScalingInSuspended: false,
                DynamicScalingOutSuspended: false,
                ScheduledScalingSuspended: false,
                ...known?.suspended,
                ...input.SuspendedState,
            },
        };
        targets.set(resourceId, target);
        const wanted = Math.min(Math.max(current, minCapacity), maxCapacity);
        if (wanted !== current) {
            desiredCounts.set(resourceId, wanted);
            ground.note(`autoscaling: ${resourceId} from ${current} to ${wanted}, its range is ${minCapacity} to ${maxCapacity}`);
        }
        return { ScalableTargetARN: target.arn };
    };
    const describe = (input) => {
        if (input.ScalableDimension !== undefined && (input.ResourceIds ?? []).length === 0) {
            throw invalid('You must specify a resource ID when you specify a scalable dimension.');
        }
        const matching = [...targets.values()].filter(({ resourceId }) => input.ServiceNamespace === 'ecs' && (input.ResourceIds === undefined || input.ResourceIds.includes(resourceId)));
        const { items, nextToken } = page(matching, input.NextToken, input.MaxResults, pages);
        const ScalableTargets = items.map((target) => ({
            ServiceNamespace: 'ecs',
            ResourceId: target.resourceId,
            ScalableDimension: dimension,
            MinCapacity: target.minCapacity,
            MaxCapacity: target.maxCapacity,
            RoleARN: target.roleArn,
            CreationTime: new Date(target.createdAt),
            SuspendedState: { ...target.suspended },
            ScalableTargetARN: target.arn,
        }));
        return { ScalableTargets, ...(nextToken === undefined ? {} : { NextToken: nextToken }) };
    };
    const deregister = (input) => {
        const resourceId = checkIdentity(input);
        if (!targets.delete(resourceId)) {
            throw new AwsError('ObjectNotFoundException', `No scalable target found for service namespace: ecs, resource ID: ${resourceId}, scalable dimension: ${dimension}`);
        }
        return {};
    };
    return {
        id: 'autoscaling',
        sdk: dist_cjs_namespaceObject,
        wire: { protocol: 'json', version: '1.1', target: 'AnyScaleFrontendService' },
        signingName: 'application-autoscaling',
        operations: {
            RegisterScalableTarget: register,
            DescribeScalableTargets: describe,
            DeregisterScalableTarget: deregister,
        },
        stop: async () => { },
    };
}
/** The resource id, once namespace, dimension and id belong together and to ECS. */
function checkIdentity(input) {
    if (input.ServiceNamespace !== 'ecs' || input.ScalableDimension !== dimension) {
        throw invalid(`The local cloud scales service namespace ecs by ${dimension} only, not ${input.ServiceNamespace} by ${input.ScalableDimension}`);
    }
    const resourceId = input.ResourceId ?? '';
    if (!/^service\/[\w-]{1,255}\/[\w-]{1,255}$/.test(resourceId)) {
        throw invalid(`Unsupported service namespace, resource type or scalable dimension: ${resourceId}`);
    }
    return resourceId;
}
function checkCapacities(min, max) {
    if (min < 0 || max < 0)
        throw invalid('Minimum and maximum capacity cannot be negative');
    if (min > max)
        throw invalid('Maximum capacity cannot be less than minimum capacity');
}
/** https://docs.aws.amazon.com/autoscaling/application/userguide/application-auto-scaling-service-linked-roles.html */
function serviceLinkedRole(accountId) {
    return `arn:aws:iam::${accountId}:role/aws-service-role/ecs.application-autoscaling.amazonaws.com/AWSServiceRoleForApplicationAutoScaling_ECSService`;
}
function invalid(message) {
    return new AwsError('ValidationException', message);
}

;// CONCATENATED MODULE: ./build-stage/local-cloud/clock.js
/**
 * The cloud's time. It starts at `from` (real epoch milliseconds) and runs `speed` times as fast as the wall clock, for
 * pacing, draining and metric periods alike. The formula needs nothing but these two numbers, so that a client in
 * another process that is given both (`SLUICE_CLOCK`) reads the same time.
 */
class Clock {
    speed;
    from;
    constructor(options = {}) {
        this.speed = options.speed ?? 1;
        this.from = options.from ?? Date.now();
        if (!(this.speed > 0))
            throw new RangeError(`speed must be above 0, not ${this.speed}`);
    }
    /** Cloud time in epoch milliseconds. */
    now() {
        return this.from + (Date.now() - this.from) * this.speed;
    }
    /** Cloud time as the JSON protocols write it: epoch seconds. */
    seconds() {
        return this.now() / 1000;
    }
    /** Does `deed` after `ms` of cloud time. The timer does not keep the process alive by itself. */
    after(ms, deed) {
        const handle = setTimeout(deed, ms / this.speed).unref();
        return { cancel: () => clearTimeout(handle) };
    }
    /** Does `deed` every `ms` of cloud time (never faster than every 2 ms of real time). Keeps no process alive either. */
    every(ms, deed) {
        const handle = setInterval(deed, Math.max(2, ms / this.speed)).unref();
        return { cancel: () => clearInterval(handle) };
    }
    /** Waits `ms` of cloud time, which keeps no process alive either: the cloud lives as long as its server listens. */
    sleep(ms) {
        return new Promise((resolve) => {
            this.after(ms, resolve);
        });
    }
}

// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-cloudwatch/dist-cjs/index.js
var client_cloudwatch_dist_cjs = __webpack_require__(4085);
var client_cloudwatch_dist_cjs_namespaceObject = /*#__PURE__*/__webpack_require__.t(client_cloudwatch_dist_cjs, 2);
;// CONCATENATED MODULE: ./build-stage/local-cloud/cloudwatch/aggregate.js
/** A bucket of a busy target group sees thousands of distinct latencies; above this many they are put in bins. */
const distinctValuesAtMost = 600;
/** Width of a bin. A percentile of binned values is at most half of this off, relative to its value. */
const binWidth = 0.005;
function emptyAggregate() {
    return { sampleCount: 0, sum: 0, minimum: Infinity, maximum: -Infinity, values: new Map() };
}
/** Adds `count` observations of `value`. */
function addValue(into, value, count = 1) {
    into.sampleCount += count;
    into.sum += value * count;
    if (value < into.minimum)
        into.minimum = value;
    if (value > into.maximum)
        into.maximum = value;
    const { values } = into;
    if (values === undefined)
        return;
    const known = values.get(value);
    if (known !== undefined) {
        values.set(value, known + count);
        return;
    }
    if (values.size >= distinctValuesAtMost) {
        const bin = binOf(value);
        values.set(bin, (values.get(bin) ?? 0) + count);
        if (values.size > 4 * distinctValuesAtMost)
            into.values = binned(values);
        return;
    }
    values.set(value, count);
}
/** Adds a statistic set, as PutMetricData's StatisticValues brings it. */
function addStatisticSet(into, set) {
    if (set.SampleCount <= 0)
        return;
    const uniform = set.Minimum === set.Maximum && Math.abs(set.Sum - set.Minimum * set.SampleCount) < 1e-9;
    if (uniform) {
        addValue(into, set.Minimum, set.SampleCount);
        return;
    }
    into.sampleCount += set.SampleCount;
    into.sum += set.Sum;
    into.minimum = Math.min(into.minimum, set.Minimum);
    into.maximum = Math.max(into.maximum, set.Maximum);
    into.values = undefined;
}
/** Adds all of `from`. */
function mergeInto(into, from) {
    if (into.values !== undefined && from.values !== undefined) {
        for (const [value, count] of from.values)
            into.values.set(value, (into.values.get(value) ?? 0) + count);
    }
    else {
        into.values = undefined;
    }
    into.sampleCount += from.sampleCount;
    into.sum += from.sum;
    into.minimum = Math.min(into.minimum, from.minimum);
    into.maximum = Math.max(into.maximum, from.maximum);
}
function binOf(value) {
    if (value === 0 || !Number.isFinite(value))
        return value;
    const step = Math.log1p(binWidth);
    const bin = Math.exp(Math.round(Math.log(Math.abs(value)) / step) * step);
    return value < 0 ? -bin : bin;
}
function binned(values) {
    const bins = new Map();
    for (const [value, count] of values) {
        const bin = binOf(value);
        bins.set(bin, (bins.get(bin) ?? 0) + count);
    }
    return bins;
}

;// CONCATENATED MODULE: ./build-stage/local-cloud/cloudwatch/alarm-evaluation.js
/**
 * How many of the newest periods are looked at. AWS says "a higher number than Evaluation Periods" and that the exact
 * number is its own; its example has 5 for 3.
 */
function evaluationRange(evaluationPeriods) {
    return evaluationPeriods + 2;
}
/** @param points the evaluation range, in any order, one entry per period. */
function evaluateAlarm(rules, points) {
    const newestFirst = [...points].sort((a, b) => b.at - a.at);
    const real = newestFirst.filter((point) => point.value !== undefined);
    const { evaluationPeriods, datapointsToAlarm } = rules;
    if (real.length >= evaluationPeriods) {
        const evaluated = real.slice(0, evaluationPeriods);
        if (tooFewSamples(rules, evaluated))
            return { state: undefined, evaluated, filled: 0 };
        return { state: threshold(breachingAmong(rules, evaluated), datapointsToAlarm), evaluated, filled: 0 };
    }
    const filled = evaluationPeriods - real.length;
    const missing = newestFirst.filter((point) => point.value === undefined).slice(0, filled);
    const evaluated = [...real, ...missing].sort((a, b) => b.at - a.at);
    if (real.length > 0 && tooFewSamples(rules, real))
        return { state: undefined, evaluated, filled };
    const breaching = breachingAmong(rules, real);
    return { state: filledIn(rules, newestFirst, real.length, breaching, filled), evaluated, filled };
}
function filledIn(rules, newestFirst, real, breaching, filled) {
    const { datapointsToAlarm, missingData } = rules;
    if (missingData === 'breaching')
        return threshold(breaching + filled, datapointsToAlarm);
    if (missingData === 'notBreaching')
        return threshold(breaching, datapointsToAlarm);
    const stay = missingData === 'ignore' ? undefined : 'INSUFFICIENT_DATA';
    if (real === 0)
        return stay;
    if (breaching >= datapointsToAlarm)
        return 'ALARM';
    if (breaching < real)
        return 'OK';
    // All there is breaches, but there is less than M of it. "The oldest available breaching datapoint ... at least as
    // old as the value of Datapoints to Alarm, and all other more recent data points are breaching or missing": ALARM.
    const oldest = newestFirst.findLastIndex((point) => point.value !== undefined);
    if (oldest + 1 >= datapointsToAlarm)
        return missingData === 'ignore' ? undefined : 'ALARM';
    // Younger than that the next point may still be a good one: not ALARM yet.
    return stay;
}
function isBreaching(rules, value) {
    switch (rules.comparison) {
        case 'GreaterThanOrEqualToThreshold':
            return value >= rules.threshold;
        case 'GreaterThanThreshold':
            return value > rules.threshold;
        case 'LessThanThreshold':
            return value < rules.threshold;
        case 'LessThanOrEqualToThreshold':
            return value <= rules.threshold;
    }
}
/**
 * Fewer samples than this make a percentile noise: "10/(1-percentile)" from 0.5 on, "10/percentile" below.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/percentiles-with-low-samples.html
 */
function samplesForPercentile(percent) {
    const share = percent / 100;
    // Rounded, for 10 / (1 - 0.99) is 999.99… in floating point.
    return Math.round((share >= 0.5 ? 10 / (1 - share) : 10 / share) * 1e6) / 1e6;
}
function breachingAmong(rules, points) {
    return points.filter(({ value }) => value !== undefined && isBreaching(rules, value)).length;
}
function threshold(breaching, datapointsToAlarm) {
    return breaching >= datapointsToAlarm ? 'ALARM' : 'OK';
}
function tooFewSamples(rules, points) {
    if (rules.samplesAtLeast === undefined)
        return false;
    return points.reduce((sum, point) => sum + (point.sampleCount ?? 0), 0) < rules.samplesAtLeast;
}

;// CONCATENATED MODULE: ./build-stage/local-cloud/cloudwatch/statistic.js
const simpleStatistics = ['SampleCount', 'Average', 'Sum', 'Minimum', 'Maximum'];
/** Reads a statistic's name (`Average`, `p99.9`, `tm90`, `TM(10%:90%)`, `PR(:0.3)`, `IQM`); undefined when AWS has no such. */
function parseStatistic(name) {
    for (const simple of simpleStatistics)
        if (name === simple)
            return { kind: simple };
    if (name.toUpperCase() === 'IQM')
        return { kind: 'TM', lower: { percent: 25 }, upper: { percent: 75 } };
    const short = /^(p|tm|wm|tc|ts)(\d{1,2}(?:\.\d{0,10})?|100)$/i.exec(name);
    if (short) {
        const percent = Number(short[2]);
        const kind = short[1].toLowerCase();
        if (kind === 'p')
            return { kind: 'percentile', percent };
        return { kind: kind.toUpperCase(), lower: undefined, upper: { percent } };
    }
    const range = /^(TM|WM|TC|TS|PR)\(([^:]*):([^:]*)\)$/i.exec(name);
    if (!range)
        return undefined;
    const kind = range[1].toUpperCase();
    const lower = parseBound(range[2]);
    const upper = parseBound(range[3]);
    if (lower === null || upper === null || (lower === undefined && upper === undefined))
        return undefined;
    if (kind === 'PR' && [lower, upper].some((bound) => bound !== undefined && 'percent' in bound))
        return undefined;
    return { kind, lower, upper };
}
function parseBound(text) {
    const trimmed = text.trim();
    if (trimmed === '')
        return undefined;
    const number = /^(-?\d+(?:\.\d+)?)(%?)$/.exec(trimmed);
    if (!number)
        return null;
    return number[2] === '%' ? { percent: Number(number[1]) } : { value: Number(number[1]) };
}
/** The statistic of an aggregate; undefined when it has no observations or its distribution is unknown. */
function statisticOf(statistic, aggregate) {
    if (aggregate.sampleCount === 0)
        return undefined;
    switch (statistic.kind) {
        case 'SampleCount':
            return aggregate.sampleCount;
        case 'Sum':
            return aggregate.sum;
        case 'Average':
            return aggregate.sum / aggregate.sampleCount;
        case 'Minimum':
            return aggregate.minimum;
        case 'Maximum':
            return aggregate.maximum;
        case 'percentile':
            return aggregate.values && percentile(aggregate.values, statistic.percent);
        default:
            return aggregate.values && rangeStatistic(statistic, aggregate.values);
    }
}
/**
 * The value below or at which `percent` % of the observations lie: nearest rank, so it is always a value that was seen.
 */
function percentile(values, percent) {
    const sorted = [...values].sort((a, b) => a[0] - b[0]);
    const total = sorted.reduce((sum, [, count]) => sum + count, 0);
    if (total === 0)
        return undefined;
    const rank = (percent / 100) * total;
    let seen = 0;
    for (const [value, count] of sorted) {
        seen += count;
        if (seen >= rank - 1e-9 && seen > 0)
            return value;
    }
    return sorted.at(-1)?.[0];
}
function rangeStatistic(statistic, values) {
    const sorted = [...values].sort((a, b) => a[0] - b[0]);
    const total = sorted.reduce((sum, [, count]) => sum + count, 0);
    const limit = (bound, otherwise) => {
        if (bound === undefined)
            return otherwise;
        return 'value' in bound ? bound.value : (percentile(values, bound.percent) ?? otherwise);
    };
    const low = limit(statistic.lower, -Infinity);
    const high = limit(statistic.upper, Infinity);
    const kept = within(sorted, total, statistic);
    const keptCount = kept.reduce((sum, [, count]) => sum + count, 0);
    const keptSum = kept.reduce((sum, [value, count]) => sum + value * count, 0);
    switch (statistic.kind) {
        case 'TC':
            return keptCount;
        case 'TS':
            return keptSum;
        case 'PR':
            return (100 * keptCount) / total;
        case 'TM':
            return keptCount === 0 ? undefined : keptSum / keptCount;
        case 'WM':
            // Winsorized: what lies outside counts as the boundary.
            return sorted.reduce((sum, [value, count]) => sum + Math.min(high, Math.max(low, value)) * count, 0) / total;
    }
}
/**
 * What lies between the bounds. A value as bound is exclusive below and inclusive above; a percentage takes away that
 * share of the observations, also where many of them are equal. A part of an observation is none: it stays.
 */
function within(sorted, total, { lower, upper }) {
    const share = (bound, otherwise) => bound !== undefined && 'percent' in bound ? (total * bound.percent) / 100 : otherwise;
    const from = Math.floor(share(lower, 0) + 1e-9);
    const to = Math.ceil(share(upper, total) - 1e-9);
    let seen = 0;
    return sorted.flatMap(([value, count]) => {
        const left = Math.min(seen + count, to) - Math.max(seen, from);
        seen += count;
        const isTooLow = lower !== undefined && 'value' in lower && value <= lower.value;
        const isTooHigh = upper !== undefined && 'value' in upper && value > upper.value;
        return left > 0 && !isTooLow && !isTooHigh ? [[value, left]] : [];
    });
}

;// CONCATENATED MODULE: ./build-stage/local-cloud/cloudwatch/data-query.js


/**
 * MetricDataQuery structures, checked. Used by GetMetricData and by metric-math alarms.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_MetricDataQuery.html
 *
 * @throws AwsError (ValidationError)
 */
function dataQueries(given) {
    const seen = new Set();
    return given.map((query, i) => {
        const at = `MetricDataQueries.member.${i + 1}`;
        const id = query.Id;
        if (!/^[a-z][A-Za-z0-9_]{0,254}$/.test(id)) {
            throw new AwsError('ValidationError', `The value ${id} for parameter ${at}.Id is not matching the expected pattern ^[a-z][a-zA-Z0-9_]*$`);
        }
        if (seen.has(id))
            throw new AwsError('ValidationError', `The values for parameter ${at}.Id are not unique`);
        seen.add(id);
        return dataQuery(query, id, at);
    });
}
function dataQuery(query, id, at) {
    const common = { id, label: query.Label, returnData: query.ReturnData ?? true };
    const { MetricStat: stat, Expression: expression } = query;
    if ((stat === undefined) === (expression === undefined)) {
        const problem = stat === undefined ? 'One of' : 'Only one of';
        throw new AwsError('ValidationError', `${problem} the parameters ${at}.Expression and ${at}.MetricStat must be specified`);
    }
    if (stat === undefined) {
        const periodMs = query.Period === undefined ? undefined : checkedPeriodMs(query.Period, `${at}.Period`);
        return { ...common, expression: expression, periodMs };
    }
    if (parseStatistic(stat.Stat) === undefined) {
        throw new AwsError('ValidationError', `The value ${stat.Stat} for parameter ${at}.MetricStat.Stat is not supported.`);
    }
    return {
        ...common,
        metric: {
            namespace: stat.Metric?.Namespace ?? '',
            name: stat.Metric?.MetricName ?? '',
            dimensions: dimensionsOf(stat.Metric?.Dimensions),
        },
        stat: stat.Stat,
        periodMs: checkedPeriodMs(stat.Period, `${at}.MetricStat.Period`),
        unit: stat.Unit,
    };
}
function dimensionsOf(list) {
    return Object.fromEntries((list ?? []).map(({ Name, Value }) => [Name, Value ?? '']));
}
/** "the period can be 1, 5, 10, 20, 30, 60, or any multiple of 60" */
function checkedPeriodMs(seconds, at, code = 'ValidationError') {
    if ([1, 5, 10, 20, 30].includes(seconds) || (seconds > 0 && seconds % 60 === 0))
        return seconds * 1000;
    throw new AwsError(code, `The value ${seconds} for parameter ${at} is invalid. Period must be 1, 5, 10, 20, 30 or a multiple of 60.`);
}

;// CONCATENATED MODULE: ./build-stage/local-cloud/cloudwatch/math-parse.js
/** The expression cannot be read or makes no sense; `message` says why, without naming the query. */
class MathError extends Error {
}
/** @throws MathError */
function parseMath(expression) {
    const parser = new Parser(tokens(expression));
    const tree = parser.expression();
    parser.expect('end', '');
    return tree;
}
/** Ids that the expression reads, METRICS() not counted. */
function idsIn(node) {
    const found = new Set();
    const visit = (each) => {
        if (each.type === 'id')
            found.add(each.name);
        else if (each.type === 'array')
            each.items.forEach(visit);
        else if (each.type === 'negate')
            visit(each.of);
        else if (each.type === 'call')
            each.args.forEach(visit);
        else if (each.type === 'operation') {
            visit(each.left);
            visit(each.right);
        }
    };
    visit(node);
    return found;
}
function tokens(text) {
    const pattern = /\s*(?:(\d+(?:\.\d*)?(?:[eE][-+]?\d+)?|\.\d+(?:[eE][-+]?\d+)?)|"([^"]*)"|'([^']*)'|([A-Za-z_]\w*)|(==|!=|<=|>=|&&|\|\||[-+*/^<>()[\],]))/y;
    const list = [];
    let at = 0;
    while (text.slice(at).trim() !== '') {
        pattern.lastIndex = at;
        const match = pattern.exec(text);
        if (!match)
            throw new MathError(`unexpected '${text.slice(at).trim()[0]}' at position ${at}`);
        const [, number, double, single, word, symbol] = match;
        if (number !== undefined)
            list.push({ kind: 'number', text: number, at });
        else if (word !== undefined)
            list.push({ kind: 'word', text: word, at });
        else if (symbol !== undefined)
            list.push({ kind: 'symbol', text: symbol, at });
        else
            list.push({ kind: 'text', text: double ?? single ?? '', at });
        at = pattern.lastIndex;
    }
    list.push({ kind: 'end', text: '', at });
    return list;
}
/** Binding strength, loosest first. `^` binds tightest and to the right. */
const levels = [
    ['OR', '||'],
    ['AND', '&&'],
    ['==', '!='],
    ['<', '>', '<=', '>='],
    ['+', '-'],
    ['*', '/'],
];
class Parser {
    list;
    next = 0;
    constructor(list) {
        this.list = list;
    }
    expression(level = 0) {
        const operators = levels[level];
        if (operators === undefined)
            return this.unary();
        let left = this.expression(level + 1);
        while (operators.includes(this.peek().text) && this.peek().kind !== 'text') {
            const operator = this.take().text.replace('&&', 'AND').replace('||', 'OR');
            left = { type: 'operation', operator, left, right: this.expression(level + 1) };
        }
        return left;
    }
    expect(kind, text) {
        const token = this.take();
        if (token.kind !== kind || (text !== '' && token.text !== text)) {
            const found = token.kind === 'end' ? 'the end' : `'${token.text}'`;
            throw new MathError(`unexpected ${found} at position ${token.at}${text === '' ? '' : `, expected '${text}'`}`);
        }
        return token;
    }
    unary() {
        if (this.peek().kind === 'symbol' && this.peek().text === '-') {
            this.take();
            return { type: 'negate', of: this.unary() };
        }
        if (this.peek().kind === 'symbol' && this.peek().text === '+') {
            this.take();
            return this.unary();
        }
        return this.power();
    }
    power() {
        const base = this.primary();
        if (this.peek().kind !== 'symbol' || this.peek().text !== '^')
            return base;
        this.take();
        return { type: 'operation', operator: '^', left: base, right: this.unary() };
    }
    primary() {
        const token = this.take();
        if (token.kind === 'number')
            return { type: 'number', value: Number(token.text) };
        if (token.kind === 'text')
            return { type: 'text', value: token.text };
        if (token.kind === 'word')
            return this.word(token);
        if (token.text === '(') {
            const inner = this.expression();
            this.expect('symbol', ')');
            return inner;
        }
        if (token.text === '[')
            return { type: 'array', items: this.listUntil(']') };
        const found = token.kind === 'end' ? 'the end' : `'${token.text}'`;
        throw new MathError(`unexpected ${found} at position ${token.at}`);
    }
    word(token) {
        if (this.peek().kind === 'symbol' && this.peek().text === '(') {
            this.take();
            return { type: 'call', name: token.text, args: this.listUntil(')') };
        }
        if (token.text === 'REPEAT' || token.text === 'LINEAR')
            return { type: 'keyword', name: token.text };
        // "the Id field for all metrics and math expressions must start with a lowercase letter"
        if (!/^[a-z]/.test(token.text))
            throw new MathError(`unknown word '${token.text}' at position ${token.at}`);
        return { type: 'id', name: token.text };
    }
    listUntil(close) {
        const items = [];
        if (this.peek().kind === 'symbol' && this.peek().text === close) {
            this.take();
            return items;
        }
        for (;;) {
            items.push(this.expression());
            if (this.peek().text === ',' && this.peek().kind === 'symbol')
                this.take();
            else
                break;
        }
        this.expect('symbol', close);
        return items;
    }
    peek() {
        return this.list[this.next];
    }
    take() {
        const token = this.peek();
        if (token.kind !== 'end')
            this.next++;
        return token;
    }
}

;// CONCATENATED MODULE: ./build-stage/local-cloud/cloudwatch/math-value.js

function asList(value) {
    if (value.kind === 'TS')
        return [value.series];
    if (value.kind === 'TS[]')
        return value.list;
    throw new MathError('an array holds time series only');
}
/** Does `each` to a series or to every series of an array. */
function mapSeries(value, each) {
    if (value.kind === 'TS')
        return { kind: 'TS', series: each(value.series) };
    if (value.kind === 'TS[]')
        return { kind: 'TS[]', list: value.list.map(each) };
    throw new MathError('expected a time series');
}

;// CONCATENATED MODULE: ./build-stage/local-cloud/cloudwatch/math-functions.js


const mathFunctions = {
    METRICS: (args, scope) => {
        if (args.length === 0)
            return { kind: 'TS[]', list: scope.metrics() };
        const [part] = arity('METRICS', args, 1);
        if (part?.kind !== 'text')
            throw new MathError('METRICS takes a string');
        return { kind: 'TS[]', list: scope.metrics().filter((series) => series.id?.includes(part.value)) };
    },
    SUM: reduction('SUM', (values) => values.reduce((a, b) => a + b, 0)),
    // Of an array, "missing values are treated as 0": it is divided by the number of series.
    AVG: reduction('AVG', (values, among) => (among === 0 ? undefined : values.reduce((a, b) => a + b, 0) / among)),
    MIN: reduction('MIN', (values) => (values.length === 0 ? undefined : Math.min(...values))),
    MAX: reduction('MAX', (values) => (values.length === 0 ? undefined : Math.max(...values))),
    STDDEV: reduction('STDDEV', (values) => {
        if (values.length === 0)
            return undefined;
        const mean = values.reduce((a, b) => a + b, 0) / values.length;
        return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
    }),
    DATAPOINT_COUNT: reduction('DATAPOINT_COUNT', (values) => values.length),
    ABS: pointwise('ABS', Math.abs),
    CEIL: pointwise('CEIL', Math.ceil),
    FLOOR: pointwise('FLOOR', Math.floor),
    LOG: pointwise('LOG', (value) => (value > 0 ? Math.log(value) : undefined)),
    LOG10: pointwise('LOG10', (value) => (value > 0 ? Math.log10(value) : undefined)),
    DIFF: stepwise('DIFF', (value, before) => value - before),
    DIFF_TIME: stepwise('DIFF_TIME', (_value, _before, seconds) => seconds),
    RATE: stepwise('RATE', (value, before, seconds) => (value - before) / seconds),
    RUNNING_SUM: (args) => mapSeries(arity('RUNNING_SUM', args, 1)[0], (series) => {
        let sum = 0;
        return withPoints(series, sorted(series).map(([at, value]) => {
            sum += value;
            return [at, sum];
        }));
    }),
    PERIOD: (args) => {
        const [of] = arity('PERIOD', args, 1);
        if (of?.kind !== 'TS' || of.series.id === undefined)
            throw new MathError('PERIOD takes a metric');
        return { kind: 'S', value: of.series.periodMs / 1000 };
    },
    METRIC_COUNT: (args) => ({ kind: 'S', value: asList(arity('METRIC_COUNT', args, 1)[0]).length }),
    FIRST: (args) => pick('FIRST', args, 0),
    LAST: (args) => pick('LAST', args, -1),
    REMOVE_EMPTY: (args) => ({
        kind: 'TS[]',
        list: asList(arity('REMOVE_EMPTY', args, 1)[0]).filter((series) => series.points.size > 0),
    }),
    TIME_SERIES: (args, scope) => {
        const value = scalar('TIME_SERIES', arity('TIME_SERIES', args, 1)[0]);
        return {
            kind: 'TS',
            series: { points: new Map(timeline(scope).map((at) => [at, value])), periodMs: scope.periodMs },
        };
    },
    FILL: (args, scope) => {
        const [of, filler] = arity('FILL', args, 2);
        return mapSeries(of, (series) => filled(series, filler, scope));
    },
    IF: (args) => {
        if (args.length !== 2 && args.length !== 3)
            throw new MathError('IF takes 2 or 3 arguments');
        const [condition, whenTrue, whenFalse] = args;
        return chosen(condition, whenTrue, whenFalse);
    },
};
function arity(name, args, count) {
    if (args.length !== count)
        throw new MathError(`${name} takes ${count} argument${count === 1 ? '' : 's'}`);
    return args;
}
function scalar(name, value) {
    if (value?.kind !== 'S')
        throw new MathError(`${name} takes a number`);
    return value.value;
}
function sorted(series) {
    return [...series.points].sort((a, b) => a[0] - b[0]);
}
/** The series with other points; it is no metric any more, so its id is gone. */
function withPoints(series, points) {
    const bare = { points: new Map(points), periodMs: series.periodMs };
    return series.label === undefined ? bare : { ...bare, label: series.label };
}
/** Of one series a scalar; of an array a series, timestamp by timestamp. */
function reduction(name, of) {
    return (args) => {
        const [value] = arity(name, args, 1);
        if (value?.kind === 'S')
            return value;
        if (value?.kind === 'TS') {
            const values = [...value.series.points.values()];
            const result = of(values, values.length);
            // Without a single data point there is no scalar; the surrounding expression then has no data points either.
            return result === undefined ? { kind: 'TS', series: withPoints(value.series, []) } : { kind: 'S', value: result };
        }
        if (value?.kind !== 'TS[]')
            throw new MathError(`${name} takes time series`);
        const points = new Map();
        for (const at of timesOf(value.list)) {
            const values = value.list.flatMap((series) => series.points.get(at) ?? []);
            const result = of(values, value.list.length);
            if (result !== undefined)
                points.set(at, result);
        }
        return { kind: 'TS', series: { points, periodMs: value.list[0]?.periodMs ?? 60_000 } };
    };
}
function timesOf(list) {
    return [...new Set(list.flatMap((series) => [...series.points.keys()]))].sort((a, b) => a - b);
}
function pointwise(name, of) {
    return (args) => {
        const [value] = arity(name, args, 1);
        if (value?.kind === 'S')
            return { kind: 'S', value: of(value.value) ?? 0 };
        return mapSeries(value, (series) => withPoints(series, sorted(series).flatMap(([at, each]) => {
            const result = of(each);
            return result === undefined ? [] : [[at, result]];
        })));
    };
}
function stepwise(name, of) {
    return (args) => mapSeries(arity(name, args, 1)[0], (series) => {
        const list = sorted(series);
        return withPoints(series, list.slice(1).map(([at, value], i) => {
            const [beforeAt, before] = list[i];
            return [at, of(value, before, (at - beforeAt) / 1000)];
        }));
    });
}
function pick(name, args, index) {
    const series = asList(arity(name, args, 1)[0]).at(index);
    if (series === undefined)
        throw new MathError(`${name} of an empty array`);
    return { kind: 'TS', series };
}
function timeline(scope) {
    const list = [];
    for (let at = scope.fromMs; at < scope.toMs; at += scope.periodMs)
        list.push(at);
    return list;
}
function filled(series, filler, scope) {
    const times = timeline({ ...scope, periodMs: series.periodMs });
    const known = sorted(series);
    const points = [];
    for (const at of times) {
        const value = series.points.get(at) ?? fillerAt(at, filler, known);
        if (value !== undefined)
            points.push([at, value]);
    }
    return withPoints(series, points);
}
/** REPEAT: the most recent value before. LINEAR: on the line between its neighbours; nothing outside of them. */
function fillerAt(at, filler, known) {
    if (filler.kind === 'S')
        return filler.value;
    if (filler.kind === 'TS')
        return filler.series.points.get(at);
    if (filler.kind !== 'keyword')
        throw new MathError('FILL takes a number, a time series, REPEAT or LINEAR');
    const before = known.findLast(([time]) => time < at);
    if (filler.name === 'REPEAT')
        return before?.[1];
    const after = known.find(([time]) => time > at);
    if (before === undefined || after === undefined)
        return undefined;
    return before[1] + ((after[1] - before[1]) * (at - before[0])) / (after[0] - before[0]);
}
/** https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/using-metric-math.html#using-IF-expressions */
function chosen(condition, whenTrue, whenFalse) {
    if (condition.kind === 'S') {
        const taken = condition.value !== 0 ? whenTrue : whenFalse;
        if (taken !== undefined)
            return taken;
        return { kind: 'TS', series: { points: new Map(), periodMs: 60_000 } };
    }
    if (condition.kind !== 'TS')
        throw new MathError('IF takes a time series or a number as its condition');
    const points = [];
    for (const [at, holds] of sorted(condition.series)) {
        // True without a data point counts as 0; false without one is dropped.
        const value = holds !== 0 ? (branchAt(whenTrue, at) ?? 0) : whenFalse && branchAt(whenFalse, at);
        if (value !== undefined)
            points.push([at, value]);
    }
    return { kind: 'TS', series: withPoints(condition.series, points) };
}
function branchAt(branch, at) {
    if (branch.kind === 'S')
        return branch.value;
    if (branch.kind === 'TS')
        return branch.series.points.get(at);
    throw new MathError('IF chooses between time series and numbers');
}

;// CONCATENATED MODULE: ./build-stage/local-cloud/cloudwatch/math-evaluate.js



/**
 * CloudWatch metric math: tree to time series. Pure.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/using-metric-math.html
 */
/** @throws MathError */
function evaluateMath(node, scope) {
    switch (node.type) {
        case 'number':
            return { kind: 'S', value: node.value };
        case 'text':
            return { kind: 'text', value: node.value };
        case 'keyword':
            return { kind: 'keyword', name: node.name };
        case 'id': {
            const value = scope.lookup(node.name);
            if (value === undefined)
                throw new MathError(`undefined variable '${node.name}'`);
            return value;
        }
        case 'array': {
            const list = node.items.flatMap((item) => asList(evaluateMath(item, scope)));
            return { kind: 'TS[]', list };
        }
        case 'negate': {
            const value = evaluateMath(node.of, scope);
            return operate('*', { kind: 'S', value: -1 }, value);
        }
        case 'operation':
            return operate(node.operator, evaluateMath(node.left, scope), evaluateMath(node.right, scope));
        case 'call': {
            const apply = mathFunctions[node.name];
            if (apply === undefined)
                throw new MathError(`unsupported function '${node.name}'`);
            return apply(node.args.map((arg) => evaluateMath(arg, scope)), scope);
        }
    }
}
function operate(operator, left, right) {
    if (left.kind === 'S' && right.kind === 'S') {
        const value = apply(operator, left.value, right.value);
        if (value === undefined)
            throw new MathError('division by zero');
        return { kind: 'S', value };
    }
    if (left.kind === 'TS[]' && right.kind === 'TS[]') {
        if (left.list.length !== right.list.length)
            throw new MathError('arrays of different length');
        return { kind: 'TS[]', list: left.list.map((series, i) => combine(operator, series, right.list[i])) };
    }
    if (left.kind === 'TS[]')
        return { kind: 'TS[]', list: left.list.map((series) => combine(operator, series, single(right))) };
    if (right.kind === 'TS[]')
        return { kind: 'TS[]', list: right.list.map((series) => combine(operator, single(left), series)) };
    return { kind: 'TS', series: combine(operator, single(left), single(right)) };
}
function single(value) {
    if (value.kind === 'S')
        return value.value;
    if (value.kind === 'TS')
        return value.series;
    throw new MathError('expected a number or a time series');
}
/** "Missing values in a time series are treated as 0"; a point that would divide by zero is dropped. */
function combine(operator, left, right) {
    const times = new Set();
    for (const side of [left, right])
        if (typeof side !== 'number')
            for (const at of side.points.keys())
                times.add(at);
    const at = (side, time) => typeof side === 'number' ? side : (side.points.get(time) ?? 0);
    const points = new Map();
    for (const time of [...times].sort((a, b) => a - b)) {
        const value = apply(operator, at(left, time), at(right, time));
        if (value !== undefined)
            points.set(time, value);
    }
    const series = typeof left === 'number' ? right : left;
    return series.label === undefined
        ? { points, periodMs: series.periodMs }
        : { points, periodMs: series.periodMs, label: series.label };
}
function apply(operator, a, b) {
    switch (operator) {
        case '+':
            return a + b;
        case '-':
            return a - b;
        case '*':
            return a * b;
        case '/':
            return b === 0 ? undefined : a / b;
        case '^':
            return finite(a ** b);
        case '==':
            return Number(a === b);
        case '!=':
            return Number(a !== b);
        case '<=':
            return Number(a <= b);
        case '>=':
            return Number(a >= b);
        case '<':
            return Number(a < b);
        case '>':
            return Number(a > b);
        case 'AND':
            return Number(a !== 0 && b !== 0);
        case 'OR':
            return Number(a !== 0 || b !== 0);
    }
}
function finite(value) {
    return Number.isFinite(value) ? value : undefined;
}

;// CONCATENATED MODULE: ./build-stage/local-cloud/cloudwatch/query-evaluation.js



/** An expression of one query cannot be evaluated. */
class QueryError extends Error {
    queryId;
    constructor(queryId, problem) {
        super(`Error in expression '${queryId}': ${problem}`);
        this.queryId = queryId;
    }
}
/**
 * Evaluates all queries over [fromMs, toMs). Expressions may read each other, in any order.
 * @throws QueryError
 */
function evaluateQueries(store, queries, range, labelOf = (query) => query.label ?? query.id) {
    const byId = new Map(queries.map((query) => [query.id, query]));
    const results = new Map();
    const resultOf = (query) => {
        const known = results.get(query.id);
        if (known === 'open')
            throw new QueryError(query.id, 'circular reference');
        if (known !== undefined)
            return known;
        results.set(query.id, 'open');
        const result = 'metric' in query ? readMetric(store, query, range, labelOf(query)) : compute(query);
        results.set(query.id, result);
        return result;
    };
    const compute = (query) => {
        const scope = {
            ...range,
            periodMs: query.periodMs ?? periodOf(queries),
            lookup: (id) => {
                const other = byId.get(id);
                if (other === undefined)
                    return undefined;
                return mathValueOf(resultOf(other));
            },
            metrics: () => queries.filter((other) => 'metric' in other).flatMap((other) => resultOf(other).series),
        };
        let value;
        try {
            value = evaluateMath(parseMath(query.expression), scope);
        }
        catch (error) {
            if (error instanceof MathError)
                throw new QueryError(query.id, error.message);
            throw error;
        }
        if (value.kind === 'TS')
            return { query, series: [{ ...value.series, label: labelOf(query) }] };
        if (value.kind === 'TS[]') {
            const label = labelOf(query);
            return { query, series: value.list.map((each) => ({ ...each, label: `${label} ${each.label ?? ''}`.trim() })) };
        }
        // "The final result of any math expression must be a single time series or an array of time series."
        throw new QueryError(query.id, 'the result is not a time series or an array of time series');
    };
    return queries.map(resultOf);
}
function mathValueOf(result) {
    const [first] = result.series;
    if (result.series.length === 1 && first !== undefined)
        return { kind: 'TS', series: first };
    return { kind: 'TS[]', list: result.series };
}
/** Expressions work in the smallest period of the metrics they stand beside. */
function periodOf(queries) {
    const periods = queries.flatMap((query) => query.periodMs ?? []);
    return periods.length === 0 ? 60_000 : Math.min(...periods);
}
function readMetric(store, query, range, label) {
    const statistic = parseStatistic(query.stat);
    if (statistic === undefined)
        throw new QueryError(query.id, `unknown statistic '${query.stat}'`);
    const data = store.read(query.metric, range.fromMs, range.toMs, query.periodMs, query.unit);
    const units = [...new Set(data.map(({ unit }) => unit))].sort();
    const points = new Map();
    const sampleCounts = new Map();
    for (const { at, unit, aggregate } of data) {
        // Data of several units is not added up; AWS answers one of them and a MultipleUnits message.
        if (unit !== units[0])
            continue;
        const value = statisticOf(statistic, aggregate);
        if (value === undefined)
            continue;
        points.set(at, value);
        sampleCounts.set(at, aggregate.sampleCount);
    }
    const series = [{ points, sampleCounts, periodMs: query.periodMs, id: query.id, label }];
    return units.length > 1 ? { query, series, units } : { query, series };
}

;// CONCATENATED MODULE: ./build-stage/local-cloud/cloudwatch/alarm-definition.js






const comparisons = [
    'GreaterThanOrEqualToThreshold',
    'GreaterThanThreshold',
    'LessThanThreshold',
    'LessThanOrEqualToThreshold',
];
const missingData = ['breaching', 'notBreaching', 'ignore', 'missing'];
const dayMs = 86_400_000;
function refuse(message) {
    throw new AwsError('ValidationError', message);
}
/** @throws AwsError (ValidationError) */
function defineMetricAlarm(input) {
    refuseWhatIsNotEvaluated(input);
    const queries = input.Metrics === undefined ? [singleMetric(input)] : metricsList(input);
    const watched = queries.find((query) => query.returnData);
    const periodMs = watched.periodMs ?? periodOf(queries);
    const n = input.EvaluationPeriods;
    const m = input.DatapointsToAlarm ?? n;
    if (!(n >= 1))
        refuse(`Value '${n}' at 'evaluationPeriods' failed to satisfy constraint: Member must have value greater than or equal to 1`);
    if (m < 1)
        refuse(`Value '${m}' at 'datapointsToAlarm' failed to satisfy constraint: Member must have value greater than or equal to 1`);
    if (m > n)
        refuse('DatapointsToAlarm must be less than or equal to EvaluationPeriods.');
    const spanMs = n * periodMs;
    if (periodMs < 3_600_000 && spanMs > dayMs) {
        refuse('Metrics cannot be checked across more than a day (EvaluationPeriods * Period must be <= 86400).');
    }
    if (spanMs > 7 * dayMs) {
        refuse('Metrics cannot be checked across more than seven days (EvaluationPeriods * Period must be <= 604800).');
    }
    if (input.Threshold === undefined)
        refuse('The parameter Threshold must be specified.');
    if (input.TreatMissingData !== undefined && !missingData.includes(input.TreatMissingData)) {
        refuse(`The value ${input.TreatMissingData} for parameter TreatMissingData is not supported. Supported values are ${missingData.join(', ')}.`);
    }
    const low = input.EvaluateLowSampleCountPercentile;
    if (low !== undefined && low !== 'evaluate' && low !== 'ignore') {
        refuse(`Option ${low} is not supported. Supported options for parameter EvaluateLowSampleCountPercentile are evaluate and ignore.`);
    }
    const percentile = 'metric' in watched ? parseStatistic(watched.stat) : undefined;
    const rules = {
        comparison: input.ComparisonOperator,
        threshold: input.Threshold,
        evaluationPeriods: n,
        datapointsToAlarm: m,
        missingData: treatment(input, queries),
        samplesAtLeast: low === 'ignore' && percentile?.kind === 'percentile' ? samplesForPercentile(percentile.percent) : undefined,
    };
    return {
        rules,
        queries,
        watchedId: watched.id,
        periodMs,
        statistic: input.Statistic ?? input.ExtendedStatistic,
        unit: input.Unit,
        namesM: input.DatapointsToAlarm !== undefined,
    };
}
/** "Alarms that evaluate metrics in the AWS/DynamoDB namespace always ignore missing data." */
function treatment(input, queries) {
    const dynamo = queries.some((query) => 'metric' in query && query.metric.namespace === 'AWS/DynamoDB');
    return dynamo ? 'ignore' : (input.TreatMissingData ?? 'missing');
}
function refuseWhatIsNotEvaluated(input) {
    const { ComparisonOperator } = input;
    const beyond = (input.ThresholdMetricId !== undefined && 'ThresholdMetricId (anomaly detection)') ||
        (ComparisonOperator !== undefined &&
            !comparisons.includes(ComparisonOperator) &&
            `ComparisonOperator ${ComparisonOperator} (anomaly detection)`) ||
        (input.EvaluationCriteria !== undefined && 'EvaluationCriteria (PromQL)') ||
        (input.EvaluationWindow !== undefined && 'EvaluationWindow') ||
        (input.WarmUpConfiguration !== undefined && 'WarmUpConfiguration');
    if (beyond)
        refuse(`The local cloud does not evaluate alarms with ${beyond}.`);
    if (ComparisonOperator === undefined)
        refuse('The parameter ComparisonOperator must be specified.');
}
function singleMetric(input) {
    if (input.MetricName === undefined)
        refuse('Either MetricName or Metrics must be specified.');
    if (input.Namespace === undefined)
        refuse('The parameter Namespace must be specified when MetricName is specified.');
    if (input.Statistic !== undefined && input.ExtendedStatistic !== undefined) {
        refuse('Only one of Statistic and ExtendedStatistic may be specified.');
    }
    const stat = input.Statistic ?? input.ExtendedStatistic;
    if (stat === undefined)
        refuse('Either Statistic or ExtendedStatistic must be specified.');
    if (parseStatistic(stat) === undefined) {
        throw new AwsError('InvalidParameterValueException', `The value ${stat} for parameter ${input.Statistic === undefined ? 'ExtendedStatistic' : 'Statistic'} is not supported.`);
    }
    if (input.Period === undefined)
        refuse('The parameter Period must be specified.');
    checkPeriod(input.Period);
    const dimensions = Object.fromEntries((input.Dimensions ?? []).map(({ Name, Value }) => [Name, Value ?? '']));
    return {
        id: 'metric',
        returnData: true,
        metric: { namespace: input.Namespace, name: input.MetricName, dimensions },
        stat,
        periodMs: input.Period * 1000,
        unit: input.Unit,
    };
}
function metricsList(input) {
    for (const name of [
        'MetricName',
        'Namespace',
        'Dimensions',
        'Period',
        'Unit',
        'Statistic',
        'ExtendedStatistic',
    ]) {
        if (input[name] !== undefined)
            refuse(`${name} must not be specified when Metrics is specified.`);
    }
    const queries = dataQueries(input.Metrics ?? []);
    if (queries.filter((query) => query.returnData).length !== 1) {
        refuse('Exactly one element of the metrics list should return data.');
    }
    const metrics = queries.filter((query) => 'metric' in query);
    if (metrics.length === 0)
        refuse('Invalid metrics list: no metric is retrieved.');
    // "A math expression used for an alarm can include as many as 10 metrics. Each metric must be using the same period."
    if (metrics.length > 10)
        refuse('Invalid metrics list: more than 10 metrics.');
    if (new Set(metrics.map((query) => query.periodMs)).size > 1) {
        refuse('Invalid metrics list: all metrics must have the same period.');
    }
    for (const query of queries) {
        if (query.periodMs !== undefined)
            checkPeriod(query.periodMs / 1000);
        if ('metric' in query)
            continue;
        try {
            for (const id of idsIn(parseMath(query.expression))) {
                if (!queries.some((other) => other.id === id))
                    throw new MathError(`undefined variable '${id}'`);
            }
        }
        catch (error) {
            if (error instanceof MathError)
                refuse(`Error in expression '${query.id}': ${error.message}`);
            throw error;
        }
    }
    return queries;
}
function checkPeriod(seconds) {
    if (seconds === 10 || seconds === 20 || seconds === 30)
        return;
    if (seconds > 0 && seconds % 60 === 0)
        return;
    refuse('Period must be 10, 20, 30 or a multiple of 60.');
}

;// CONCATENATED MODULE: ./build-stage/local-cloud/cloudwatch/alarm-rule.js
/** The rule cannot be read. */
class AlarmRuleError extends Error {
}
const childrenAtMost = 100;
const elementsAtMost = 500;
/** @throws AlarmRuleError */
function parseAlarmRule(text) {
    const reader = new Reader(text);
    const rule = reader.or();
    reader.end();
    if (childrenOf(rule).size > childrenAtMost)
        throw new AlarmRuleError(`more than ${childrenAtMost} alarms`);
    if (reader.elements > elementsAtMost)
        throw new AlarmRuleError(`more than ${elementsAtMost} elements`);
    return rule;
}
/** Alarm names or ARNs, as the rule names them. */
function childrenOf(rule) {
    switch (rule.type) {
        case 'constant':
            return new Set();
        case 'state':
            return new Set([rule.alarm]);
        case 'not':
            return childrenOf(rule.of);
        default:
            return new Set([...childrenOf(rule.left), ...childrenOf(rule.right)]);
    }
}
/** @param stateOf by name or ARN; an alarm that is gone has no state, and nothing about it is true */
function holds(rule, stateOf) {
    switch (rule.type) {
        case 'constant':
            return rule.value;
        case 'state':
            return stateOf(rule.alarm) === rule.state;
        case 'not':
            return !holds(rule.of, stateOf);
        case 'and':
            return holds(rule.left, stateOf) && holds(rule.right, stateOf);
        case 'or':
            return holds(rule.left, stateOf) || holds(rule.right, stateOf);
    }
}
class Reader {
    text;
    elements = 0;
    at = 0;
    constructor(text) {
        this.text = text;
    }
    or() {
        let left = this.and();
        while (this.word('OR'))
            left = { type: 'or', left, right: this.and() };
        return left;
    }
    end() {
        this.space();
        if (this.at < this.text.length)
            this.fail();
    }
    and() {
        let left = this.unary();
        while (this.word('AND'))
            left = { type: 'and', left, right: this.unary() };
        return left;
    }
    unary() {
        if (this.word('NOT'))
            return { type: 'not', of: this.unary() };
        this.elements++;
        if (this.symbol('(')) {
            const inner = this.or();
            if (!this.symbol(')'))
                this.fail();
            return inner;
        }
        if (this.word('TRUE'))
            return { type: 'constant', value: true };
        if (this.word('FALSE'))
            return { type: 'constant', value: false };
        for (const state of ['ALARM', 'OK', 'INSUFFICIENT_DATA']) {
            if (this.word(state))
                return { type: 'state', state, alarm: this.name() };
        }
        return this.fail();
    }
    /** `(name)` or `("name")`. Unquoted names end at the closing parenthesis; a pair of parentheses may be inside. */
    name() {
        this.space();
        const rest = this.text.slice(this.at);
        const match = /^\(\s*(?:"((?:[^"\\]|\\.)*)"|((?:[^()]|\([^()]*\))+?))\s*\)/.exec(rest);
        if (!match)
            return this.fail();
        this.at += match[0].length;
        return match[1]?.replace(/\\(.)/g, '$1') ?? match[2];
    }
    word(word) {
        this.space();
        const found = this.text.slice(this.at, this.at + word.length);
        if (found.toUpperCase() !== word || /[A-Za-z0-9_]/.test(this.text[this.at + word.length] ?? ''))
            return false;
        this.at += word.length;
        return true;
    }
    symbol(symbol) {
        this.space();
        if (this.text[this.at] !== symbol)
            return false;
        this.at++;
        return true;
    }
    space() {
        while (/\s/.test(this.text[this.at] ?? ''))
            this.at++;
    }
    fail() {
        const found = this.at >= this.text.length ? 'the end' : `'${this.text.slice(this.at, this.at + 20)}'`;
        throw new AlarmRuleError(`unexpected ${found} at position ${this.at}`);
    }
}

;// CONCATENATED MODULE: ./build-stage/local-cloud/cloudwatch/metric-store.js

const minuteMs = 60_000;
/** "Data points with a period of less than 60 seconds are available for 3 hours", then as minutes, for 15 days. */
const secondsKeptMs = 3 * 3_600_000;
const minutesKeptMs = 15 * 86_400_000;
/** Namespaces whose data is published only after the minute is over, as ALB's is. */
const delayedNamespaces = new Set(['AWS/ApplicationELB']);
class MetricStore {
    now;
    delayMs;
    series = new Map();
    drops = [];
    constructor(now, 
    /** Data of a minute of a delayed namespace can be read so long after the end of its minute. */
    delayMs) {
        this.now = now;
        this.delayMs = delayMs;
    }
    /** Applies `add` to the bucket of `at`. Nothing is kept while metrics are being dropped. */
    record(id, at, unit, highResolution, add) {
        const now = this.now();
        if (this.isDropping(id.namespace, now))
            return;
        const series = this.seriesOf(id);
        series.lastRecordedAt = Math.max(series.lastRecordedAt, now);
        const [buckets, widthMs] = highResolution ? [series.seconds, 1_000] : [series.minutes, minuteMs];
        const start = Math.floor(at / widthMs) * widthMs;
        let units = buckets.get(start);
        if (units === undefined) {
            units = new Map();
            buckets.set(start, units);
        }
        let aggregate = units.get(unit);
        if (aggregate === undefined) {
            aggregate = emptyAggregate();
            units.set(unit, aggregate);
        }
        add(aggregate);
    }
    /**
     * What can be read now of one metric, put together in periods of `periodMs` that begin at `from`; `to` is exclusive.
     * One entry per period and unit, oldest first; periods without data are left out.
     */
    read(id, from, to, periodMs, unit) {
        const series = this.series.get(keyOf(id));
        if (series === undefined || !(to > from))
            return [];
        const end = Math.min(to, this.visibleUntil(id.namespace));
        const periods = new Map();
        for (const buckets of [series.minutes, series.seconds]) {
            for (const [start, units] of buckets) {
                if (start < from || start >= end)
                    continue;
                const at = from + Math.floor((start - from) / periodMs) * periodMs;
                for (const [bucketUnit, aggregate] of units) {
                    if (unit !== undefined && unit !== bucketUnit)
                        continue;
                    const key = `${at} ${bucketUnit}`;
                    let period = periods.get(key);
                    if (period === undefined) {
                        period = { at, unit: bucketUnit, aggregate: emptyAggregate() };
                        periods.set(key, period);
                    }
                    mergeInto(period.aggregate, aggregate);
                }
            }
        }
        return [...periods.values()].sort((a, b) => a.at - b.at || (a.unit < b.unit ? -1 : 1));
    }
    /** Metrics that have had data that can be read, by namespace, name, dimensions. */
    list() {
        const visible = [...this.series.values()].filter(({ id, minutes, seconds }) => {
            const until = this.visibleUntil(id.namespace);
            return seconds.size > 0 || [...minutes.keys()].some((start) => start < until);
        });
        return visible.map(({ id, lastRecordedAt }) => ({ id, lastRecordedAt })).sort((a, b) => compareIds(a.id, b.id));
    }
    /** From now on nothing of `namespace` (all, when not given) is kept, until `until` (epoch ms, may be Infinity). */
    drop(until, namespace) {
        this.drops.push({ until, namespace });
    }
    /** Ends what `drop` began. */
    resume() {
        this.drops.length = 0;
    }
    dropping() {
        const now = this.now();
        return this.drops.filter(({ until }) => until > now);
    }
    /** Rolls up and forgets what is older than CloudWatch keeps it. */
    prune() {
        const now = this.now();
        for (const series of this.series.values()) {
            for (const [start, units] of series.seconds) {
                if (start >= now - secondsKeptMs)
                    continue;
                const minute = Math.floor(start / minuteMs) * minuteMs;
                const into = series.minutes.get(minute) ?? new Map();
                series.minutes.set(minute, into);
                for (const [unit, aggregate] of units) {
                    const known = into.get(unit) ?? emptyAggregate();
                    mergeInto(known, aggregate);
                    into.set(unit, known);
                }
                series.seconds.delete(start);
            }
            for (const start of series.minutes.keys()) {
                if (start < now - minutesKeptMs)
                    series.minutes.delete(start);
            }
        }
    }
    /** Buckets that start before this time can be read. */
    visibleUntil(namespace) {
        if (!delayedNamespaces.has(namespace))
            return Infinity;
        // The bucket [s, s + 1 min) can be read from s + 1 min + delay on.
        return this.now() - this.delayMs() - minuteMs + 1;
    }
    isDropping(namespace, now) {
        return this.drops.some((drop) => drop.until > now && (drop.namespace === undefined || drop.namespace === namespace));
    }
    seriesOf(id) {
        const key = keyOf(id);
        let series = this.series.get(key);
        if (series === undefined) {
            series = { id, minutes: new Map(), seconds: new Map(), lastRecordedAt: 0 };
            this.series.set(key, series);
        }
        return series;
    }
}
/** The same for the same metric, whatever the order of its dimensions. */
function keyOf(id) {
    const names = Object.keys(id.dimensions);
    if (names.length > 1)
        names.sort();
    let key = `${id.namespace}\n${id.name}`;
    for (const name of names)
        key += `\n${name}=${id.dimensions[name]}`;
    return key;
}
function compareIds(a, b) {
    const [left, right] = [keyOf(a), keyOf(b)];
    if (left === right)
        return 0;
    return left < right ? -1 : 1;
}

;// CONCATENATED MODULE: ./build-stage/local-cloud/cloudwatch/paging.js

/** One page of a list, and the token of the next. Tokens are opaque, and refused when they are none of ours. */
function paging_page(all, size, token) {
    const from = token === undefined ? 0 : offsetOf(token);
    const items = all.slice(from, from + size);
    return from + size < all.length ? { items, next: tokenOf(from + size) } : { items };
}
function tokenOf(offset) {
    return Buffer.from(`offset:${offset}`).toString('base64url');
}
/** @throws AwsError (InvalidNextToken) */
function offsetOf(token) {
    const match = /^offset:(\d+)$/.exec(Buffer.from(token, 'base64url').toString());
    if (!match)
        throw new AwsError('InvalidNextToken', 'The next token specified is invalid.');
    return Number(match[1]);
}

;// CONCATENATED MODULE: ./build-stage/local-cloud/cloudwatch/describe-alarms.js





/** https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_DescribeAlarms.html */
function describeAlarms(alarms, input) {
    if (input.AlarmNames !== undefined && input.AlarmNamePrefix !== undefined) {
        throw new AwsError('ValidationError', 'AlarmNames and AlarmNamePrefix are mutually exclusive.');
    }
    const size = recordsAtMost(input.MaxRecords);
    const related = relatives(alarms, input);
    if (related !== undefined) {
        const { items, next } = paging_page(related, size, input.NextToken);
        return output(items, next, (alarm) => brief(alarm, input.ChildrenOfAlarmName !== undefined));
    }
    // "If you omit this parameter, only metric alarms are returned, even if composite alarms exist in the account."
    const types = input.AlarmTypes ?? ['MetricAlarm'];
    const found = alarms.all().filter((alarm) => {
        if (!types.includes(alarm.type))
            return false;
        if (input.AlarmNames !== undefined && !input.AlarmNames.includes(alarm.name))
            return false;
        if (input.AlarmNamePrefix !== undefined && !alarm.name.startsWith(input.AlarmNamePrefix))
            return false;
        if (input.StateValue !== undefined && alarm.state !== input.StateValue)
            return false;
        const prefix = input.ActionPrefix;
        return prefix === undefined || actionsOf(alarm).some((action) => action.startsWith(prefix));
    });
    const { items, next } = paging_page(found, size, input.NextToken);
    return output(items, next, (alarm) => (alarm.type === 'MetricAlarm' ? metricAlarm(alarm) : compositeAlarm(alarm)));
}
/** https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_DescribeAlarmsForMetric.html */
function describeAlarmsForMetric(alarms, input) {
    const wanted = keyOf({
        namespace: input.Namespace,
        name: input.MetricName,
        dimensions: dimensionsOf(input.Dimensions),
    });
    const found = alarms.all().filter((alarm) => {
        if (alarm.type !== 'MetricAlarm' || alarm.input.MetricName === undefined)
            return false;
        const { input: own } = alarm;
        const key = keyOf({
            namespace: own.Namespace ?? '',
            name: own.MetricName ?? '',
            dimensions: dimensionsOf(own.Dimensions),
        });
        return (key === wanted &&
            (input.Statistic === undefined || own.Statistic === input.Statistic) &&
            (input.ExtendedStatistic === undefined || own.ExtendedStatistic === input.ExtendedStatistic) &&
            (input.Period === undefined || own.Period === input.Period) &&
            (input.Unit === undefined || own.Unit === input.Unit));
    });
    return { MetricAlarms: found.map(metricAlarm) };
}
/** https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_DescribeAlarmHistory.html */
function describeAlarmHistory(alarms, input) {
    const types = input.AlarmTypes ?? ['MetricAlarm'];
    const [from, to] = [input.StartDate?.getTime() ?? -Infinity, input.EndDate?.getTime() ?? Infinity];
    const found = alarms.history.all().filter((item) => {
        if (!types.includes(item.alarmType))
            return false;
        if (input.AlarmName !== undefined && item.alarmName !== input.AlarmName)
            return false;
        if (input.HistoryItemType !== undefined && item.type !== input.HistoryItemType)
            return false;
        return item.at >= from && item.at <= to;
    });
    if (input.ScanBy !== 'TimestampAscending')
        found.reverse();
    const { items, next } = paging_page(found, recordsAtMost(input.MaxRecords), input.NextToken);
    return {
        AlarmHistoryItems: items.map((item) => ({
            AlarmName: item.alarmName,
            AlarmType: item.alarmType,
            Timestamp: new Date(item.at),
            HistoryItemType: item.type,
            HistorySummary: item.summary,
            HistoryData: item.data,
        })),
        ...(next === undefined ? {} : { NextToken: next }),
    };
}
function recordsAtMost(given) {
    const size = given ?? 50;
    if (size < 1 || size > 100) {
        const bound = size < 1 ? 'greater than or equal to 1' : 'less than or equal to 100';
        throw new AwsError('ValidationError', `1 validation error detected: Value '${size}' at 'maxRecords' failed to satisfy constraint: Member must have value ${bound}`);
    }
    return size;
}
function relatives(alarms, input) {
    const { ChildrenOfAlarmName: parentName, ParentsOfAlarmName: childName, MaxRecords, NextToken, ...others } = input;
    if (parentName === undefined && childName === undefined)
        return undefined;
    if ((parentName !== undefined && childName !== undefined) ||
        Object.values(others).some((value) => value !== undefined)) {
        const name = parentName === undefined ? 'ParentsOfAlarmName' : 'ChildrenOfAlarmName';
        throw new AwsError('ValidationError', `${name} cannot be used with any other parameter but MaxRecords and NextToken.`);
    }
    const alarm = alarms.get((parentName ?? childName));
    if (alarm === undefined)
        return [];
    if (childName !== undefined)
        return alarms.parentsOf(alarm);
    if (alarm.type !== 'CompositeAlarm')
        return [];
    return [...childrenOf(alarm.rule)].flatMap((name) => alarms.get(name) ?? []);
}
function output(alarms, next, show) {
    return {
        MetricAlarms: alarms.filter(({ type }) => type === 'MetricAlarm').map(show),
        CompositeAlarms: alarms.filter(({ type }) => type === 'CompositeAlarm').map(show),
        ...(next === undefined ? {} : { NextToken: next }),
    };
}
function brief(alarm, withState) {
    const names = { AlarmName: alarm.name, AlarmArn: alarm.arn };
    return withState ? { ...names, StateValue: alarm.state, StateUpdatedTimestamp: new Date(alarm.updatedAt) } : names;
}
function actionsOf(alarm) {
    const { AlarmActions, OKActions, InsufficientDataActions } = alarm.input;
    return [...(AlarmActions ?? []), ...(OKActions ?? []), ...(InsufficientDataActions ?? [])];
}
function common(alarm) {
    return {
        AlarmName: alarm.name,
        AlarmArn: alarm.arn,
        AlarmDescription: alarm.input.AlarmDescription,
        AlarmConfigurationUpdatedTimestamp: new Date(alarm.configuredAt),
        ActionsEnabled: alarm.actionsEnabled,
        OKActions: alarm.input.OKActions ?? [],
        AlarmActions: alarm.input.AlarmActions ?? [],
        InsufficientDataActions: alarm.input.InsufficientDataActions ?? [],
        StateValue: alarm.state,
        StateReason: alarm.reason,
        StateReasonData: alarm.reasonData,
        StateUpdatedTimestamp: new Date(alarm.updatedAt),
        StateTransitionedTimestamp: new Date(alarm.transitionedAt),
    };
}
function metricAlarm(alarm) {
    const { Tags, AlarmName, AlarmDescription, ...configuration } = alarm.input;
    return {
        ...configuration,
        ...common(alarm),
        Dimensions: alarm.input.Dimensions ?? [],
        ...(configuration.Metrics && {
            Metrics: configuration.Metrics.map((query) => ({ ...query, ReturnData: query.ReturnData ?? true })),
        }),
    };
}
function compositeAlarm(alarm) {
    const { Tags, AlarmName, AlarmDescription, ...configuration } = alarm.input;
    return { ...configuration, ...common(alarm) };
}

;// CONCATENATED MODULE: ./build-stage/local-cloud/cloudwatch/alarm-operations.js




const states = ['INSUFFICIENT_DATA', 'ALARM', 'OK'];
/** The operations on alarms and their tags. */
function alarmOperations(alarms, now) {
    const tagged = (arn) => {
        const alarm = alarms.get(arn);
        if (alarm !== undefined && alarm.arn === arn)
            return alarm;
        throw new AwsError('ResourceNotFoundException', `Resource ${arn} does not exist.`, {
            status: 404,
            fields: { ResourceType: 'Alarm', ResourceId: arn },
        });
    };
    return {
        PutMetricAlarm: (input) => {
            checkName(input.AlarmName);
            const definition = defineMetricAlarm(input);
            if (alarms.get(input.AlarmName)?.type === 'CompositeAlarm') {
                throw new AwsError('ValidationError', `Alarm ${input.AlarmName} is a composite alarm.`);
            }
            alarms.putMetric(input, definition, now());
        },
        PutCompositeAlarm: (input) => {
            checkName(input.AlarmName);
            const rule = readRule(input.AlarmRule);
            if (alarms.get(input.AlarmName)?.type === 'MetricAlarm') {
                throw new AwsError('ValidationError', `Alarm ${input.AlarmName} is a metric alarm.`);
            }
            const unknown = [...childrenOf(rule)].filter((name) => alarms.get(name) === undefined);
            if (unknown.length > 0) {
                throw new AwsError('ValidationError', `Could not save the composite alarm as alarms [${unknown.join(', ')}] in the alarm rule do not exist`);
            }
            alarms.putComposite(input, rule, now());
        },
        DescribeAlarms: (input) => describeAlarms(alarms, input),
        DescribeAlarmsForMetric: (input) => describeAlarmsForMetric(alarms, input),
        DescribeAlarmHistory: (input) => describeAlarmHistory(alarms, input),
        SetAlarmState: (input) => {
            if (!states.includes(input.StateValue)) {
                throw new AwsError('ValidationError', `1 validation error detected: Value '${input.StateValue}' at 'stateValue' failed to satisfy constraint: Member must satisfy enum value set: [${states.join(', ')}]`);
            }
            const alarm = alarms.get(input.AlarmName);
            // AWS answers this one without a message.
            if (alarm === undefined)
                throw new AwsError('ResourceNotFound', '', { status: 404 });
            if (input.StateReasonData !== undefined && !isJson(input.StateReasonData)) {
                throw new AwsError('InvalidFormatFault', 'StateReasonData is not valid JSON.');
            }
            alarms.set(alarm, input.StateValue, input.StateReason, input.StateReasonData, now());
        },
        DeleteAlarms: (input) => {
            const names = input.AlarmNames ?? [];
            if (names.length > 100) {
                throw new AwsError('ValidationError', 'The collection AlarmNames must not have a size greater than 100.');
            }
            // "If you specify any incorrect alarm names, the alarms you specify with correct names are still deleted."
            const found = [...new Set(names)].flatMap((name) => alarms.get(name) ?? []);
            if (found.filter(({ type }) => type === 'CompositeAlarm').length > 1) {
                throw new AwsError('ValidationError', 'A request may delete no more than one composite alarm.');
            }
            for (const alarm of found) {
                const parents = alarms.parentsOf(alarm).filter((parent) => !found.includes(parent));
                if (parents.length > 0) {
                    throw new AwsError('ValidationError', `Cannot delete ${alarm.name} as there are composite alarm(s) depending on it: [${parents.map(({ name }) => name).join(', ')}]`);
                }
            }
            for (const alarm of found)
                alarms.delete(alarm, now());
        },
        EnableAlarmActions: (input) => setActions(alarms, input.AlarmNames, true),
        DisableAlarmActions: (input) => setActions(alarms, input.AlarmNames, false),
        ListTagsForResource: (input) => ({
            Tags: [...tagged(input.ResourceARN).tags].map(([Key, Value]) => ({ Key, Value })),
        }),
        TagResource: (input) => {
            const { tags } = tagged(input.ResourceARN);
            for (const { Key, Value } of input.Tags ?? [])
                tags.set(Key, Value);
        },
        UntagResource: (input) => {
            const { tags } = tagged(input.ResourceARN);
            for (const key of input.TagKeys ?? [])
                tags.delete(key);
        },
    };
}
function setActions(alarms, names, enabled) {
    for (const name of names) {
        const alarm = alarms.get(name);
        if (alarm !== undefined)
            alarm.actionsEnabled = enabled;
    }
}
function checkName(name) {
    if (name.length >= 1 && name.length <= 255)
        return;
    throw new AwsError('ValidationError', `1 validation error detected: Value '${name}' at 'alarmName' failed to satisfy constraint: Member must have length ${name.length < 1 ? 'greater than or equal to 1' : 'less than or equal to 255'}`);
}
function readRule(text) {
    try {
        return parseAlarmRule(text);
    }
    catch (error) {
        if (error instanceof AlarmRuleError)
            throw new AwsError('ValidationError', `Invalid AlarmRule: ${error.message}`);
        throw error;
    }
}
function isJson(text) {
    try {
        JSON.parse(text);
        return true;
    }
    catch {
        return false;
    }
}

;// CONCATENATED MODULE: ./build-stage/local-cloud/cloudwatch/alarm-history.js
const itemsAtMost = 10_000;
class AlarmHistory {
    items = [];
    add(item) {
        this.items.push(item);
        if (this.items.length > itemsAtMost)
            this.items.splice(0, this.items.length - itemsAtMost);
    }
    /** Oldest first. */
    all() {
        return this.items;
    }
}

;// CONCATENATED MODULE: ./build-stage/local-cloud/cloudwatch/alarm-reason.js

/**
 * StateReason and StateReasonData of a metric alarm, in the words AWS uses. Pure. There is no page that lists the
 * wording; it is what DescribeAlarms and notifications of real alarms show, for example in
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/cloudwatch-and-eventbridge.html
 */
const relation = {
    GreaterThanOrEqualToThreshold: 'greater than or equal to',
    GreaterThanThreshold: 'greater than',
    LessThanThreshold: 'less than',
    LessThanOrEqualToThreshold: 'less than or equal to',
};
/**
 * @param was the state before, for the "(minimum 2 datapoints for OK -> ALARM transition)" of an M-out-of-N alarm
 * @param namesM whether DatapointsToAlarm was given, which changes the wording
 */
function stateReason(rules, state, verdict, was, namesM) {
    const n = rules.evaluationPeriods;
    if (state === 'INSUFFICIENT_DATA') {
        return `Insufficient Data: ${verdict.filled} ${verdict.filled === 1 ? 'datapoint was' : 'datapoints were'} unknown.`;
    }
    const real = verdict.evaluated.filter((point) => point.value !== undefined);
    const filling = rules.missingData === 'breaching' ? 'Breaching' : 'NonBreaching';
    const treats = rules.missingData === 'breaching' || rules.missingData === 'notBreaching';
    const filled = `${verdict.filled} missing ${verdict.filled === 1 ? 'datapoint was' : 'datapoints were'} treated as [${filling}]`;
    if (real.length === 0) {
        return `Threshold Crossed: no datapoints were received for ${n} ${n === 1 ? 'period' : 'periods'} and ${filled}.`;
    }
    const wanted = real.filter((point) => isBreaching(rules, point.value) === (state === 'ALARM'));
    // Filled points may have decided alone: then the ones that are there are told as they are.
    const shown = wanted.length > 0 ? wanted : real;
    const not = shown.every((point) => isBreaching(rules, point.value)) ? '' : 'not ';
    const list = shown.map((point) => `${alarm_reason_double(point.value)} (${stamp(point.at)})`).join(', ');
    const many = shown.length !== 1;
    const subject = namesM
        ? `${shown.length} out of the last ${n} datapoints [${list}] ${many ? 'were' : 'was'}`
        : `${shown.length} ${many ? 'datapoints' : 'datapoint'} [${list}] ${many ? 'were' : 'was'}`;
    const crossing = `${not}${relation[rules.comparison]} the threshold (${alarm_reason_double(rules.threshold)})`;
    const needed = state === 'ALARM' ? rules.datapointsToAlarm : n - rules.datapointsToAlarm + 1;
    const minimum = namesM
        ? ` (minimum ${needed} ${needed === 1 ? 'datapoint' : 'datapoints'} for ${was} -> ${state} transition)`
        : '';
    const also = verdict.filled > 0 && treats ? ` and ${filled}` : '';
    return `Threshold Crossed: ${subject} ${crossing}${minimum}${also}.`;
}
/** The JSON of StateReasonData. */
function stateReasonData(rules, verdict, metric, now) {
    const real = verdict.evaluated.filter((point) => point.value !== undefined);
    const start = real.at(-1);
    return JSON.stringify({
        version: '1.0',
        queryDate: isoStamp(now),
        ...(start === undefined ? {} : { startDate: isoStamp(start.at) }),
        ...(metric.unit === undefined ? {} : { unit: metric.unit }),
        ...(metric.statistic === undefined ? {} : { statistic: metric.statistic }),
        period: metric.periodMs / 1000,
        recentDatapoints: real.map((point) => point.value).reverse(),
        threshold: rules.threshold,
        evaluatedDatapoints: verdict.evaluated.map((point) => ({
            timestamp: isoStamp(point.at),
            ...(point.sampleCount === undefined ? {} : { sampleCount: point.sampleCount }),
            ...(point.value === undefined ? {} : { value: point.value }),
        })),
    });
}
/** AWS prints numbers as Java does: 2.0, not 2. */
function alarm_reason_double(value) {
    return Number.isInteger(value) && Math.abs(value) < 1e15 ? value.toFixed(1) : String(value);
}
/** 26/10/23 16:42:00, UTC. */
function stamp(at) {
    const iso = new Date(at).toISOString();
    return `${iso.slice(8, 10)}/${iso.slice(5, 7)}/${iso.slice(2, 4)} ${iso.slice(11, 19)}`;
}
/** 2023-10-26T16:43:12.345+0000. */
function isoStamp(at) {
    return new Date(at).toISOString().replace('Z', '+0000');
}

;// CONCATENATED MODULE: ./build-stage/local-cloud/cloudwatch/alarms.js





/** All alarms, their states and how these come about. Time is given with every deed. */
class Alarms {
    store;
    arnOf;
    note;
    history = new AlarmHistory();
    byName = new Map();
    /** Composites created or changed since the last evaluation. */
    fresh = new Map();
    constructor(store, arnOf, note) {
        this.store = store;
        this.arnOf = arnOf;
        this.note = note;
    }
    /** By name or ARN. */
    get(nameOrArn) {
        return this.byName.get(nameOrArn) ?? [...this.byName.values()].find(({ arn }) => arn === nameOrArn);
    }
    /** By name. */
    all() {
        return [...this.byName.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
    }
    /** "When you update an existing alarm, its state is left unchanged, but the update completely overwrites." */
    putMetric(input, definition, now) {
        const name = input.AlarmName;
        const known = this.byName.get(name);
        const changed = { input, definition, actionsEnabled: input.ActionsEnabled ?? true, configuredAt: now };
        if (known?.type === 'MetricAlarm')
            Object.assign(known, changed);
        else
            this.byName.set(name, { type: 'MetricAlarm', ...this.newborn(name, input.Tags, now), ...changed });
        this.configured(name, 'MetricAlarm', known === undefined ? 'created' : 'updated', input, now);
    }
    putComposite(input, rule, now) {
        const name = input.AlarmName;
        const known = this.byName.get(name);
        const changed = { input, rule, actionsEnabled: input.ActionsEnabled ?? true, configuredAt: now };
        let record;
        if (known?.type === 'CompositeAlarm')
            record = Object.assign(known, changed);
        else
            record = { type: 'CompositeAlarm', ...this.newborn(name, input.Tags, now), ...changed };
        this.byName.set(name, record);
        const deed = known === undefined ? 'created' : 'updated';
        this.fresh.set(record, deed);
        this.configured(name, 'CompositeAlarm', deed, input, now);
    }
    delete(alarm, now) {
        this.byName.delete(alarm.name);
        if (alarm.type === 'CompositeAlarm')
            this.fresh.delete(alarm);
        this.configured(alarm.name, alarm.type, 'deleted', alarm.input, now);
    }
    /** Composites whose rule names this alarm. */
    parentsOf(alarm) {
        return this.all().filter((other) => {
            if (other.type !== 'CompositeAlarm')
                return false;
            const children = childrenOf(other.rule);
            return children.has(alarm.name) || children.has(alarm.arn);
        });
    }
    /** SetAlarmState. A metric alarm returns with its next evaluation, a composite when one of its children changes. */
    set(alarm, state, reason, reasonData, now) {
        this.move(alarm, state, reason, reasonData, now);
    }
    /** Evaluates every metric alarm, and the composites that have reason to be. */
    evaluate(now) {
        for (const alarm of this.byName.values())
            if (alarm.type === 'MetricAlarm')
                this.evaluateMetric(alarm, now);
        for (const [composite, deed] of [...this.fresh]) {
            this.fresh.delete(composite);
            const state = this.compositeState(composite);
            this.move(composite, state, `${composite.arn} was ${deed} and its alarm rule evaluates to ${state}`, undefined, now);
        }
    }
    evaluateMetric(alarm, now) {
        const { rules, periodMs } = alarm.definition;
        let verdict;
        try {
            verdict = evaluateAlarm(rules, this.points(alarm.definition, now));
        }
        catch (error) {
            if (!(error instanceof QueryError))
                throw error;
            this.move(alarm, 'INSUFFICIENT_DATA', `Insufficient Data: ${error.message}`, undefined, now);
            return;
        }
        if (verdict.state === undefined || verdict.state === alarm.state)
            return;
        const { statistic, unit, namesM } = alarm.definition;
        const reason = stateReason(rules, verdict.state, verdict, alarm.state, namesM);
        this.move(alarm, verdict.state, reason, stateReasonData(rules, verdict, { statistic, unit, periodMs }, now), now);
    }
    /**
     * The evaluation range. Alarms of a minute and more look at whole minutes and slide by one; high-resolution alarms
     * slide by ten seconds. The minute that is not over yet is never looked at.
     */
    points(definition, now) {
        const { periodMs, rules } = definition;
        const slideMs = periodMs < 60_000 ? 10_000 : 60_000;
        const toMs = Math.floor(now / slideMs) * slideMs;
        const count = evaluationRange(rules.evaluationPeriods);
        const fromMs = toMs - count * periodMs;
        const results = evaluateQueries(this.store, definition.queries, { fromMs, toMs });
        const watched = results.find(({ query }) => query.id === definition.watchedId);
        const series = watched?.series[0];
        return Array.from({ length: count }, (_, i) => {
            const at = fromMs + i * periodMs;
            return { at, value: series?.points.get(at), sampleCount: series?.sampleCounts?.get(at) };
        });
    }
    compositeState(composite) {
        return holds(composite.rule, (child) => this.get(child)?.state) ? 'ALARM' : 'OK';
    }
    move(alarm, state, reason, reasonData, now, path = []) {
        const from = alarm.state;
        const old = { stateValue: from, stateReason: alarm.reason, ...parsed(alarm.reasonData) };
        if (from === state && alarm.reason === reason)
            return;
        alarm.reason = reason;
        alarm.reasonData = reasonData;
        alarm.updatedAt = now;
        if (from === state)
            return;
        alarm.state = state;
        alarm.transitionedAt = now;
        this.history.add({
            alarmName: alarm.name,
            alarmType: alarm.type,
            at: now,
            type: 'StateUpdate',
            summary: `Alarm updated from ${from} to ${state}`,
            data: JSON.stringify({
                version: '1.0',
                oldState: old,
                newState: { stateValue: state, stateReason: reason, ...parsed(reasonData) },
            }),
            transition: { from, to: state, reason },
        });
        this.note(`alarm ${alarm.name}: ${from} → ${state}. ${reason}`);
        // "the evaluation of composite alarms stops if CloudWatch detects a cycle in the evaluation path"
        if (path.includes(alarm))
            return;
        for (const parent of this.parentsOf(alarm)) {
            if (this.fresh.has(parent))
                continue;
            const next = this.compositeState(parent);
            if (next === parent.state)
                continue;
            const why = `${alarm.arn} transitioned to ${state} at ${longStamp(now)}`;
            const data = JSON.stringify({
                triggeringAlarms: [{ arn: alarm.arn, state: { value: state, timestamp: isoStamp(now) } }],
            });
            this.move(parent, next, why, data, now, [...path, alarm]);
        }
    }
    newborn(name, tags, now) {
        return {
            name,
            arn: this.arnOf(name),
            tags: new Map((tags ?? []).map(({ Key, Value }) => [Key ?? '', Value ?? ''])),
            state: 'INSUFFICIENT_DATA',
            reason: 'Unchecked: Initial alarm creation',
            reasonData: undefined,
            updatedAt: now,
            transitionedAt: now,
        };
    }
    configured(alarmName, alarmType, deed, input, at) {
        const type = { created: 'Create', updated: 'Update', deleted: 'Delete' }[deed];
        const data = JSON.stringify({ version: '1.0', type, [`${deed}Alarm`]: input });
        this.history.add({
            alarmName,
            alarmType,
            at,
            type: 'ConfigurationUpdate',
            summary: `Alarm "${alarmName}" ${deed}`,
            data,
        });
    }
}
function parsed(reasonData) {
    if (reasonData === undefined)
        return {};
    try {
        return { stateReasonData: JSON.parse(reasonData) };
    }
    catch {
        return { stateReasonData: reasonData };
    }
}
/** Thursday 10 December, 2020 14:00:27 UTC. */
function longStamp(at) {
    const date = new Date(at);
    const part = (options) => date.toLocaleDateString('en-GB', { ...options, timeZone: 'UTC' });
    return `${part({ weekday: 'long' })} ${part({ day: '2-digit' })} ${part({ month: 'long' })}, ${date.getUTCFullYear()} ${date.toISOString().slice(11, 19)} UTC`;
}

;// CONCATENATED MODULE: ./build-stage/local-cloud/admin-body.js
/**
 * A misspelt member must not pass for one that was left out.
 * @throws RangeError naming what an admin call does not take
 */
function only(body, accepted) {
    const unknown = Object.keys(body).filter((name) => !accepted.includes(name));
    if (unknown.length > 0)
        throw new RangeError(`unknown: ${unknown.join(', ')}. Accepted: ${accepted.join(', ')}`);
}

;// CONCATENATED MODULE: ./build-stage/local-cloud/cloudwatch/faults.js

/** Admin calls (`POST /_sluice/cloudwatch/<name>`): what AWS has no call for. */
function cloudWatchFaults(store, alarms, now) {
    const dropping = () => ({
        dropping: store.dropping().map(({ until, namespace }) => ({
            namespace: namespace ?? '*',
            until: Number.isFinite(until) ? new Date(until).toISOString() : 'resume',
        })),
    });
    return {
        /** From now on no data of `namespace` (default: of any) arrives, for `seconds` of cloud time (default: until `resume`). */
        drop: (body) => {
            only(body, ['namespace', 'seconds']);
            const { namespace, seconds } = body;
            if (namespace !== undefined && typeof namespace !== 'string')
                throw new RangeError('namespace must be a string');
            if (seconds !== undefined && !(typeof seconds === 'number' && seconds > 0)) {
                throw new RangeError('seconds must be a number above 0');
            }
            store.drop(seconds === undefined ? Infinity : now() + seconds * 1000, namespace);
            return dropping();
        },
        /** Data arrives again. */
        resume: () => {
            store.resume();
            return dropping();
        },
        /** Every change of state, oldest first; of one alarm when `alarm` names it. */
        history: (body) => {
            only(body, ['alarm']);
            return {
                transitions: alarms.history.all().flatMap((item) => {
                    if (item.transition === undefined)
                        return [];
                    if (body.alarm !== undefined && body.alarm !== item.alarmName)
                        return [];
                    return [{ alarm: item.alarmName, at: item.at, ...item.transition }];
                }),
            };
        },
    };
}

;// CONCATENATED MODULE: ./build-stage/local-cloud/cloudwatch/get-metric-data.js




/** https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_GetMetricData.html */
const dataPointsAtMost = 100_800;
/** @throws AwsError */
function getMetricData(store, input) {
    const given = input.MetricDataQueries ?? [];
    if (given.length > 500) {
        throw new AwsError('ValidationError', 'The collection MetricDataQueries must not have a size greater than 500.');
    }
    const queries = dataQueries(given);
    const start = input.StartTime.getTime();
    const toMs = input.EndTime.getTime();
    if (start >= toMs) {
        throw new AwsError('ValidationError', 'The parameter StartTime must be less than the parameter EndTime.');
    }
    const most = input.MaxDatapoints ?? dataPointsAtMost;
    if (most < 1 || most > dataPointsAtMost) {
        throw new AwsError('ValidationError', `The value ${most} for parameter MaxDatapoints is invalid.`);
    }
    const fromMs = roundStart(start, periodOf(queries));
    const labels = defaultLabels(queries);
    let results;
    try {
        results = evaluateQueries(store, queries, { fromMs, toMs }, (query) => query.label ?? labels.get(query.id) ?? query.id);
    }
    catch (error) {
        if (error instanceof QueryError)
            throw new AwsError('ValidationError', error.message);
        throw error;
    }
    const descending = input.ScanBy !== 'TimestampAscending';
    const all = results.filter(({ query }) => query.returnData).flatMap((result) => shown(result, descending));
    return paged(all, most, input.NextToken);
}
/**
 * Start times are rounded down to the minute; with a period of 5, 10, 20 or 30 s to a multiple of it (and with 1 s to
 * the second).
 */
function roundStart(start, periodMs) {
    const unit = Math.min(periodMs, 60_000);
    return Math.floor(start / unit) * unit;
}
function shown(result, descending) {
    return result.series.map((series) => {
        const points = [...series.points].sort((a, b) => (descending ? b[0] - a[0] : a[0] - b[0]));
        return {
            Id: result.query.id,
            Label: series.label ?? result.query.id,
            Timestamps: points.map(([at]) => new Date(at)),
            Values: points.map(([, value]) => value),
            StatusCode: 'Complete',
            ...(result.units === undefined
                ? {}
                : { Messages: [{ Code: 'MultipleUnits', Value: `Multiple units returned: '[${result.units.join(', ')}]'` }] }),
        };
    });
}
/** One page of at most `most` data points, counted through the results in order. */
function paged(all, most, token) {
    const from = token === undefined ? 0 : offsetOf(token);
    const total = all.reduce((sum, { Values }) => sum + (Values?.length ?? 0), 0);
    let before = 0;
    const results = [];
    for (const result of all) {
        const length = result.Values?.length ?? 0;
        const first = Math.max(0, from - before);
        const last = Math.min(length, from + most - before);
        before += length;
        // A result without data is told on the first page, one that a former page has finished no more.
        if (length === 0 ? token !== undefined : first >= length)
            continue;
        const cut = last < length;
        results.push({
            ...result,
            Timestamps: (result.Timestamps ?? []).slice(first, Math.max(first, last)),
            Values: (result.Values ?? []).slice(first, Math.max(first, last)),
            StatusCode: cut ? 'PartialData' : 'Complete',
        });
    }
    const output = { MetricDataResults: results, Messages: [] };
    return from + most < total ? { ...output, NextToken: tokenOf(from + most) } : output;
}
/** The metric's name; where queries differ in statistic or period, these are told as well ("metric1 Sum 60"). */
function defaultLabels(queries) {
    const metrics = queries.filter((query) => 'metric' in query);
    const differ = (of) => new Set(metrics.map(of)).size > 1;
    const [stats, periods] = [differ((query) => query.stat), differ((query) => query.periodMs)];
    const label = (query) => [query.metric.name, ...(stats ? [query.stat] : []), ...(periods ? [query.periodMs / 1000] : [])].join(' ');
    return new Map(metrics.map((query) => [query.id, label(query)]));
}

;// CONCATENATED MODULE: ./build-stage/local-cloud/cloudwatch/get-metric-statistics.js




/** https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_GetMetricStatistics.html */
const get_metric_statistics_dataPointsAtMost = 1_440;
/** @throws AwsError */
function getMetricStatistics(store, input) {
    const simple = input.Statistics ?? [];
    const extended = input.ExtendedStatistics ?? [];
    if (simple.length + extended.length === 0) {
        throw new AwsError('InvalidParameterCombinationException', 'At least one of the parameters Statistics and ExtendedStatistics must be specified.');
    }
    if (simple.length > 0 && extended.length > 0) {
        throw new AwsError('InvalidParameterCombinationException', 'The parameters Statistics and ExtendedStatistics are mutually exclusive and you have specified both.');
    }
    const start = input.StartTime.getTime();
    const toMs = input.EndTime.getTime();
    if (start >= toMs) {
        throw new AwsError('InvalidParameterValueException', 'The parameter StartTime must be less than the parameter EndTime.');
    }
    const periodMs = checkedPeriodMs(input.Period, 'Period', 'InvalidParameterValueException');
    const requested = Math.ceil((toMs - start) / periodMs);
    if (requested > get_metric_statistics_dataPointsAtMost) {
        throw new AwsError('InvalidParameterCombinationException', `You have requested up to ${requested.toLocaleString('en-US')} datapoints, which exceeds the limit of 1,440. You may reduce the datapoints requested by increasing Period, or decreasing the time range.`);
    }
    const parsed = extended.map((name) => {
        const statistic = parseStatistic(name);
        if (statistic === undefined) {
            throw new AwsError('InvalidParameterValueException', `The value ${name} for parameter ExtendedStatistics.member.1 is not supported.`);
        }
        return { name, statistic };
    });
    const id = {
        namespace: input.Namespace,
        name: input.MetricName,
        dimensions: dimensionsOf(input.Dimensions),
    };
    const Datapoints = store.read(id, roundStart(start, periodMs), toMs, periodMs, input.Unit).map((data) => {
        const point = { Timestamp: new Date(data.at), Unit: data.unit };
        for (const name of simple) {
            const value = statisticOf({ kind: name }, data.aggregate);
            if (value !== undefined)
                point[name] = value;
        }
        if (parsed.length > 0) {
            point.ExtendedStatistics = Object.fromEntries(parsed.flatMap(({ name, statistic }) => {
                const value = statisticOf(statistic, data.aggregate);
                return value === undefined ? [] : [[name, value]];
            }));
        }
        return point;
    });
    return { Label: id.name, Datapoints };
}

;// CONCATENATED MODULE: ./build-stage/local-cloud/cloudwatch/list-metrics.js

/** Up to 500 metrics a page. https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_ListMetrics.html */
function listMetrics(store, input, now) {
    const found = store.list().filter(({ id, lastRecordedAt }) => {
        if (input.Namespace !== undefined && id.namespace !== input.Namespace)
            return false;
        if (input.MetricName !== undefined && id.name !== input.MetricName)
            return false;
        if (input.RecentlyActive === 'PT3H' && lastRecordedAt < now - 3 * 3_600_000)
            return false;
        return (input.Dimensions ?? []).every(({ Name, Value }) => {
            const value = id.dimensions[Name];
            return value !== undefined && (Value === undefined || Value === value);
        });
    });
    const { items, next } = paging_page(found, 500, input.NextToken);
    return {
        Metrics: items.map(({ id }) => ({
            Namespace: id.namespace,
            MetricName: id.name,
            Dimensions: Object.entries(id.dimensions).map(([Name, Value]) => ({ Name, Value })),
        })),
        ...(next === undefined ? {} : { NextToken: next }),
    };
}

;// CONCATENATED MODULE: ./build-stage/local-cloud/cloudwatch/put-metric-data.js



/**
 * PutMetricData: a value, a statistic set, or values with counts.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricData.html
 */
const twoWeeksMs = 14 * 86_400_000;
const twoHoursMs = 2 * 3_600_000;
/** "Values must be in the range of -2^360 to 2^360." */
const largest = 2 ** 360;
/** Everything is checked before anything is kept. @throws AwsError */
function putMetricData(store, input, now) {
    const namespace = input.Namespace;
    if (namespace.startsWith('AWS/'))
        put_metric_data_invalid(`The value ${namespace} for parameter Namespace is invalid.`);
    if (namespace.startsWith(':'))
        put_metric_data_invalid(`The value ${namespace} for parameter Namespace is invalid.`);
    const data = [...(input.MetricData ?? []), ...(input.EntityMetricData ?? []).flatMap((one) => one.MetricData ?? [])];
    if (data.length === 0) {
        throw new AwsError('MissingRequiredParameterException', 'The parameter MetricData is required.');
    }
    if (data.length > 1000) {
        put_metric_data_invalid('The collection MetricData must not have a size greater than 1000.');
    }
    data.forEach((datum, i) => {
        check(datum, `MetricData.member.${i + 1}`, now);
    });
    for (const datum of data)
        keep(store, namespace, datum, now);
}
function keep(store, namespace, datum, now) {
    const id = { namespace, name: datum.MetricName, dimensions: dimensionsOf(datum.Dimensions) };
    const at = datum.Timestamp?.getTime() ?? now;
    store.record(id, at, datum.Unit ?? 'None', datum.StorageResolution === 1, (into) => {
        if (datum.Value !== undefined)
            addValue(into, datum.Value);
        (datum.Values ?? []).forEach((value, i) => {
            addValue(into, value, datum.Counts?.[i] ?? 1);
        });
        const set = datum.StatisticValues;
        if (set !== undefined) {
            addStatisticSet(into, {
                SampleCount: set.SampleCount,
                Sum: set.Sum,
                Minimum: set.Minimum,
                Maximum: set.Maximum,
            });
        }
    });
}
function check(datum, at, now) {
    const given = ['Value', 'StatisticValues', 'Values'].filter((form) => datum[form] !== undefined);
    const [first, second] = given;
    if (second !== undefined) {
        throw new AwsError('InvalidParameterCombinationException', `The parameters ${at}.${first} and ${at}.${second} are mutually exclusive and you have specified both.`);
    }
    if (first === undefined) {
        throw new AwsError('MissingRequiredParameterException', `At least one of the parameters must be specified: ${at}.Value, ${at}.Values, ${at}.StatisticValues.`);
    }
    if (datum.Value !== undefined)
        inRange(datum.Value, `${at}.Value`);
    (datum.Values ?? []).forEach((value, i) => {
        inRange(value, `${at}.Values.member.${i + 1}`);
    });
    if ((datum.Values?.length ?? 0) > 150)
        put_metric_data_invalid(`The collection ${at}.Values must not have a size greater than 150.`);
    if (datum.Counts !== undefined && datum.Counts.length !== datum.Values?.length) {
        put_metric_data_invalid(`The parameters ${at}.Values and ${at}.Counts must be of the same size.`);
    }
    (datum.Counts ?? []).forEach((count, i) => {
        if (!(count > 0))
            put_metric_data_invalid(`The value ${count} for parameter ${at}.Counts.member.${i + 1} is invalid.`);
    });
    const set = datum.StatisticValues;
    if (set !== undefined) {
        inRange(set.Sum, `${at}.StatisticValues.Sum`);
        if (!(set.SampleCount > 0))
            put_metric_data_invalid(`The value ${set.SampleCount} for parameter ${at}.StatisticValues.SampleCount is invalid.`);
        if (set.Maximum < set.Minimum) {
            put_metric_data_invalid(`The parameter ${at}.StatisticValues.Maximum must be greater than or equal to ${at}.StatisticValues.Minimum.`);
        }
    }
    if (datum.StorageResolution !== undefined && datum.StorageResolution !== 1 && datum.StorageResolution !== 60) {
        put_metric_data_invalid(`The value ${datum.StorageResolution} for parameter ${at}.StorageResolution is invalid.`);
    }
    if ((datum.Dimensions?.length ?? 0) > 30)
        put_metric_data_invalid(`The collection ${at}.Dimensions must not have a size greater than 30.`);
    const time = datum.Timestamp?.getTime();
    if (time !== undefined && (time < now - twoWeeksMs || time > now + twoHoursMs)) {
        put_metric_data_invalid(`The parameter ${at}.Timestamp must specify a time within the past two weeks and no more than two hours in the future.`);
    }
}
function inRange(value, at) {
    if (!(Math.abs(value) <= largest))
        put_metric_data_invalid(`The value ${value} for parameter ${at} is invalid.`);
}
function put_metric_data_invalid(message) {
    throw new AwsError('InvalidParameterValueException', message);
}

;// CONCATENATED MODULE: ./build-stage/local-cloud/cloudwatch/index.js










const pruneMs = 600_000;
/** CloudWatch: metrics, metric math and alarms. https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/ */
function createCloudWatch(ground) {
    const now = () => ground.clock.now();
    const store = new MetricStore(now, () => ground.settings.metricDelayMs);
    const alarms = new Alarms(store, (name) => ground.arn('cloudwatch', `alarm:${name}`), ground.note);
    const evaluation = ground.clock.every(ground.settings.alarmEvaluationMs, () => alarms.evaluate(now()));
    const pruning = ground.clock.every(pruneMs, () => store.prune());
    return {
        id: 'cloudwatch',
        sdk: client_cloudwatch_dist_cjs_namespaceObject,
        wire: { protocol: 'json', version: '1.0', target: 'GraniteServiceVersion20100801', queryCompatible: true },
        signingName: 'monitoring',
        operations: {
            ...alarmOperations(alarms, now),
            PutMetricData: (input) => putMetricData(store, input, now()),
            GetMetricData: (input) => getMetricData(store, input),
            GetMetricStatistics: (input) => getMetricStatistics(store, input),
            ListMetrics: (input) => listMetrics(store, input, now()),
        },
        admin: cloudWatchFaults(store, alarms, now),
        looks: ['history'],
        record({ namespace, name, dimensions, value, count, unit, at }) {
            store.record({ namespace, name, dimensions }, at ?? now(), unit, false, (into) => addValue(into, value, count));
        },
        alarmState: (name) => alarms.get(name)?.state,
        alarmWindowMs(name) {
            const alarm = alarms.get(name);
            if (alarm === undefined || !('definition' in alarm))
                return undefined;
            return alarm.definition.periodMs * alarm.definition.rules.evaluationPeriods;
        },
        async stop() {
            evaluation.cancel();
            pruning.cancel();
        },
    };
}

// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-ecs/dist-cjs/index.js
var client_ecs_dist_cjs = __webpack_require__(212);
var client_ecs_dist_cjs_namespaceObject = /*#__PURE__*/__webpack_require__.t(client_ecs_dist_cjs, 2);
;// CONCATENATED MODULE: ./build-stage/local-cloud/ecs/model.js
/** Coming or running: what maximumPercent counts. */
function isActive(task) {
    return task.desiredStatus === 'RUNNING' && task.lastStatus !== 'STOPPED';
}
function isPending(task) {
    return isActive(task) && task.lastStatus !== 'RUNNING';
}

;// CONCATENATED MODULE: ./build-stage/local-cloud/ecs/admin.js



/** Deeds that AWS has no call for: `POST /_sluice/ecs/<name>`. docs/local-cloud-app.md describes them. */
function admin_refuse(message) {
    throw new AwsError('InvalidParameterException', message);
}
const FAULT_CHECKS = {
    errorShare: (value) => isNumber(value) && value <= 1,
    errorStatus: (value) => isNumber(value) && value >= 400 && value <= 599,
    latencyMs: isNumber,
    latencyJitterMs: isNumber,
    crashAfterRequests: isNumber,
    crashAfterMs: isNumber,
    neverHealthy: (value) => typeof value === 'boolean',
};
function isNumber(value) {
    return typeof value === 'number' && Number.isFinite(value) && value >= 0;
}
function textOf(body, name) {
    const value = body[name];
    if (value === undefined)
        return undefined;
    return typeof value === 'string' ? value : admin_refuse(`${name} must be a text`);
}
function scopeOf(body) {
    const names = ['version', 'taskDefinition', 'service', 'cluster'];
    return Object.fromEntries(names.flatMap((name) => (body[name] === undefined ? [] : [[name, textOf(body, name)]])));
}
function adminCalls(world) {
    const runningContainers = () => [...world.tasks.values()]
        .filter(isActive)
        .flatMap((task) => task.containers.map((container) => ({ task, container })));
    return {
        /** Changes how apps behave, those running and those to come. `clear: true` ends the faults of the scope (without a scope: all). */
        app(body) {
            const faultNames = Object.keys(FAULT_CHECKS);
            only(body, ['version', 'taskDefinition', 'service', 'cluster', 'clear', ...faultNames]);
            const scope = scopeOf(body);
            const fault = Object.fromEntries(Object.entries(body).filter(([name]) => faultNames.includes(name)));
            for (const [name, value] of Object.entries(fault)) {
                if (!FAULT_CHECKS[name](value))
                    admin_refuse(`${name} cannot be ${JSON.stringify(value)}`);
            }
            if (body.clear === true)
                world.faults.clear(Object.keys(scope).length > 0 ? scope : undefined);
            else if (Object.keys(fault).length === 0)
                admin_refuse(`name at least one of ${faultNames.join(', ')}, or clear`);
            if (Object.keys(fault).length > 0)
                world.faults.add(scope, fault);
            let told = 0;
            for (const { task, container } of runningContainers()) {
                if (container.process === undefined)
                    continue;
                container.process.tell(world.faults.of(task, container));
                told += 1;
            }
            return { faults: world.faults.list(), containersTold: told };
        },
        /** Kills the process of one container (default: the first essential one) of a task, or of all tasks of a service. */
        crash(body) {
            only(body, ['task', 'service', 'cluster', 'container']);
            const [task, service, cluster, name] = ['task', 'service', 'cluster', 'container'].map((each) => textOf(body, each));
            if (task === undefined && service === undefined)
                admin_refuse('name a task or a service');
            const met = [...world.tasks.values()].filter((each) => isActive(each) &&
                (task === undefined || each.id === task || each.arn === task) &&
                (service === undefined || each.service?.name === service || each.service?.arn === service) &&
                (cluster === undefined || each.cluster.clusterName === cluster || each.cluster.clusterArn === cluster));
            for (const each of met) {
                const victim = each.containers.find(({ definition }) => name === undefined ? definition.essential !== false : definition.name === name);
                victim?.process?.kill();
            }
            return { tasks: met.map((each) => each.arn) };
        },
        /** Where running containers really listen, for programs that find an application's tasks by themselves. */
        addresses(body) {
            only(body, ['service', 'cluster']);
            const [service, cluster] = [textOf(body, 'service'), textOf(body, 'cluster')];
            const met = runningContainers().filter(({ task, container }) => container.lastStatus === 'RUNNING' &&
                (service === undefined || task.service?.name === service) &&
                (cluster === undefined || task.cluster.clusterName === cluster));
            return {
                containers: met.flatMap(({ task, container }) => [...container.ports].map(([containerPort, realPort]) => ({
                    task: task.arn,
                    service: task.service?.name ?? null,
                    container: container.definition.name,
                    containerPort,
                    url: `http://127.0.0.1:${realPort}`,
                }))),
            };
        },
        /** Images that cannot be pulled: `{missing: [...], present: [...]}`. Without either it answers the list. */
        images(body) {
            only(body, ['missing', 'present']);
            for (const name of ['missing', 'present']) {
                const images = body[name] ?? [];
                if (!Array.isArray(images) || images.some((image) => typeof image !== 'string')) {
                    admin_refuse(`${name} must be a list of images`);
                }
                for (const image of images) {
                    if (name === 'missing')
                        world.images.remove(image);
                    else
                        world.images.restore(image);
                }
            }
            return { missing: world.images.list() };
        },
        /** The next `times` looks at deployment alarms are throttled. */
        'throttle-alarm-polls'(body) {
            only(body, ['times']);
            if (!isNumber(body.times))
                admin_refuse('times must be a number');
            world.throttledAlarmPolls = body.times;
            return { times: body.times };
        },
        /** Changes how long task states last: members of Settings, in cloud milliseconds. */
        pace(body) {
            const { settings } = world.ground;
            const names = ['provisioningMs', 'pendingMs', 'deprovisioningMs'];
            only(body, names);
            for (const name of names) {
                const value = body[name];
                if (value === undefined)
                    continue;
                if (!isNumber(value))
                    admin_refuse(`${name} must be a number of at least 0`);
                settings[name] = value;
            }
            return Object.fromEntries(names.map((name) => [name, settings[name]]));
        },
    };
}

;// CONCATENATED MODULE: ./build-stage/local-cloud/ecs/service-checks.js

/** What CreateService and UpdateService refuse beyond types and enums. */
function service_checks_invalid(message) {
    throw new AwsError('InvalidParameterException', message);
}
/** Features of ECS that the local cloud does not have are refused, never accepted and ignored. */
function unsupported(what) {
    throw new AwsError('UnsupportedFeatureException', `${what} is not implemented by the local cloud.`);
}
function checkFeatures(input) {
    const controller = input.deploymentController?.type;
    if (controller !== undefined && controller !== 'ECS')
        unsupported(`The deployment controller ${controller}`);
    if ('schedulingStrategy' in input && input.schedulingStrategy === 'DAEMON')
        unsupported('Scheduling strategy DAEMON');
    const { strategy, lifecycleHooks } = input.deploymentConfiguration ?? {};
    if (strategy !== undefined && strategy !== 'ROLLING')
        unsupported(`Deployment strategy ${strategy}`);
    if ((lifecycleHooks?.length ?? 0) > 0)
        unsupported('A deployment lifecycle hook');
    const early = input.deploymentConfiguration
        ?.earlySuccessCriteria;
    if (early?.enable)
        unsupported('earlySuccessCriteria');
}
/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentConfiguration.html */
function completedConfiguration(given, before) {
    const configuration = {
        strategy: 'ROLLING',
        bakeTimeInMinutes: 0,
        deploymentCircuitBreaker: { enable: false, rollback: false },
        ...before,
        ...given,
        minimumHealthyPercent: given?.minimumHealthyPercent ?? before?.minimumHealthyPercent ?? 100,
        maximumPercent: given?.maximumPercent ?? before?.maximumPercent ?? 200,
    };
    const { minimumHealthyPercent: least, maximumPercent: most, alarms } = configuration;
    if (least < 0 || most < 100 || most < least) {
        service_checks_invalid('maximumPercent must be at least 100 and not below minimumHealthyPercent.');
    }
    if (least === 100 && most === 100) {
        service_checks_invalid('Both maximumPercent and minimumHealthyPercent cannot be 100 as this will block deployments.');
    }
    if (alarms?.enable && (alarms.alarmNames?.length ?? 0) === 0) {
        service_checks_invalid('At least one alarm name must be specified when deployment alarms are enabled.');
    }
    const threshold = configuration.deploymentCircuitBreaker?.thresholdConfiguration?.value;
    if (threshold !== undefined && threshold < 1)
        service_checks_invalid('The circuit breaker threshold value must be at least 1.');
    return configuration;
}
function checkWorkload(workload, targets) {
    const { taskDefinition, networkConfiguration, loadBalancers } = workload;
    const isAwsvpc = taskDefinition.networkMode === 'awsvpc';
    checkCompatibility(workload, taskDefinition);
    checkNetwork(isAwsvpc, networkConfiguration?.awsvpcConfiguration?.subnets);
    for (const { targetGroupArn, containerName, containerPort } of loadBalancers) {
        if (targetGroupArn === undefined)
            service_checks_invalid('targetGroupArn must be specified.');
        const container = taskDefinition.containerDefinitions.find((each) => each.name === containerName);
        if (container === undefined)
            service_checks_invalid(`The container ${containerName} does not exist in the task definition.`);
        if (!container.portMappings?.some((mapping) => mapping.containerPort === containerPort)) {
            service_checks_invalid(`The container ${containerName} did not have a container port ${containerPort} defined.`);
        }
        const group = targets.group(targetGroupArn);
        if (group === undefined)
            service_checks_invalid(`The specified target group does not exist: ${targetGroupArn}`);
        if (group.loadBalancerArns.length === 0) {
            service_checks_invalid(`The target group with targetGroupArn ${targetGroupArn} does not have an associated load balancer.`);
        }
        if (isAwsvpc !== (group.targetType === 'ip')) {
            service_checks_invalid(`The provided target group ${targetGroupArn} has target type ${group.targetType}, which is incompatible with the ${taskDefinition.networkMode ?? 'bridge'} network mode specified in the task definition.`);
        }
    }
}
/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html, healthCheckGracePeriodSeconds */
function checkGracePeriod(seconds) {
    if (seconds !== undefined && (seconds < 0 || seconds > 2_147_483_647)) {
        service_checks_invalid('healthCheckGracePeriodSeconds must be between 0 and 2147483647.');
    }
}
/** Fargate runs what was registered for it, whichever way it is asked for: by launch type or by capacity provider. */
function checkCompatibility(workload, taskDefinition) {
    const isFargate = workload.launchType === 'FARGATE' || (workload.capacityProviderStrategy?.length ?? 0) > 0;
    if (isFargate && !taskDefinition.compatibilities?.includes('FARGATE')) {
        service_checks_invalid('Task definition does not support launch_type FARGATE.');
    }
}
/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_NetworkConfiguration.html */
function checkNetwork(isAwsvpc, subnets) {
    if (isAwsvpc && subnets === undefined) {
        service_checks_invalid("Network Configuration must be provided when networkMode 'awsvpc' is specified.");
    }
    if (isAwsvpc && subnets?.length === 0)
        service_checks_invalid('subnets can not be empty.');
    if (!isAwsvpc && subnets !== undefined) {
        service_checks_invalid('Network Configuration is not valid for the given networkMode of this task definition.');
    }
}

;// CONCATENATED MODULE: ./build-stage/local-cloud/ecs/capacity.js

/** Those that every account has. Capacity providers of one's own need container instances, which are not here. */
const PROVIDERS = ['FARGATE', 'FARGATE_SPOT'];
/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PutClusterCapacityProviders.html */
function checkProviders(names) {
    if (names.every((name) => PROVIDERS.includes(name)))
        return;
    service_checks_invalid('The specified capacity provider was not found. Specify a valid name or ARN and try again.');
}
/** Of a service or of tasks. https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RunTask.html, capacityProviderStrategy */
function checkCapacity(input, cluster) {
    if (input.launchType !== undefined && input.capacityProviderStrategy !== undefined) {
        service_checks_invalid('Specifying both a launch type and capacity provider strategy is not supported. Remove one and try again.');
    }
    checkStrategy(input.capacityProviderStrategy, cluster);
}
/**
 * What a cluster, service or task accepts as its strategy: providers that are associated with the cluster, at most 20,
 * one of them with a base, not all of weight 0.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CapacityProviderStrategyItem.html
 */
function checkStrategy(strategy, cluster) {
    if (strategy === undefined || strategy.length === 0)
        return;
    checkProviders(strategy.map((item) => item.capacityProvider ?? ''));
    if (strategy.some((item) => !cluster.capacityProviders?.includes(item.capacityProvider ?? ''))) {
        service_checks_invalid('The specified capacity provider strategy cannot contain a capacity provider that is not associated with the cluster. Associate the capacity provider with the cluster and try again.');
    }
    if (strategy.length > 20)
        service_checks_invalid('A capacity provider strategy can contain a maximum of 20 capacity providers.');
    if (strategy.filter((item) => (item.base ?? 0) > 0).length > 1) {
        service_checks_invalid('Only one capacity provider in a strategy can have a base defined.');
    }
    // The API's own default of a weight that is left out is 0; with one provider alone the console's 1 is taken.
    if (strategy.length > 1 && strategy.every((item) => (item.weight ?? 0) === 0)) {
        service_checks_invalid('At least one capacity provider of a strategy must have a weight greater than 0.');
    }
}

;// CONCATENATED MODULE: ./build-stage/local-cloud/ecs/pages.js

/**
 * One page of a List call.
 * @throws AwsError InvalidParameterException for a size out of range or a token we did not give
 */
function pages_page(items, input, most = 100) {
    const error = 'InvalidParameterException';
    const rules = { usual: most, most, sizeMember: 'maxResults', sizeError: error, tokenError: error };
    return page(items, input.nextToken, input.maxResults, rules);
}

// EXTERNAL MODULE: ./build-stage/local-cloud/ecs/images.js
var ecs_images = __webpack_require__(6171);
;// CONCATENATED MODULE: ./build-stage/local-cloud/ecs/app-faults.js

/** What goes wrong inside running and coming apps, by order of the admin calls. */
class AppFaults {
    rules = [];
    add(scope, fault) {
        this.rules.push({ scope, fault });
    }
    /** Ends the faults of exactly this scope, or all. */
    clear(scope) {
        const key = (each) => JSON.stringify([each.version, each.taskDefinition, each.service, each.cluster]);
        this.rules = scope === undefined ? [] : this.rules.filter((rule) => key(rule.scope) !== key(scope));
    }
    list() {
        return this.rules;
    }
    /** The faults of a container, later orders over earlier ones. */
    of(task, container) {
        const met = this.rules.filter(({ scope }) => isMet(scope, task, container)).map(({ fault }) => fault);
        return Object.assign({}, ...met);
    }
}
function appVersionOf(container) {
    const told = container.definition.environment?.find((pair) => pair.name === 'APP_VERSION')?.value;
    return told || (0,ecs_images/* versionOf */.E4)(container.definition.image ?? '');
}
function isMet(scope, task, container) {
    const { family, revision, taskDefinitionArn } = task.definition;
    return ((scope.version === undefined || scope.version === appVersionOf(container)) &&
        (scope.taskDefinition === undefined ||
            [family, `${family}:${revision}`, taskDefinitionArn].includes(scope.taskDefinition)) &&
        (scope.service === undefined || [task.service?.name, task.service?.arn].includes(scope.service)) &&
        (scope.cluster === undefined || [task.cluster.clusterName, task.cluster.clusterArn].includes(scope.cluster)));
}

;// CONCATENATED MODULE: ./build-stage/local-cloud/ecs/world.js




/** Everything the local ECS knows, with the look-ups that every operation shares. */
class World {
    ground;
    targets;
    metrics;
    logs;
    clusters = new Map();
    families = new Map();
    services = [];
    tasks = new Map();
    images;
    faults = new AppFaults();
    /** So many of the next alarm polls are throttled and see nothing. */
    throttledAlarmPolls = 0;
    isStopped = false;
    settleMs;
    alarmPollMs;
    alarmBakeMs;
    constructor(ground, targets, metrics, logs, options) {
        this.ground = ground;
        this.targets = targets;
        this.metrics = metrics;
        this.logs = logs;
        this.images = new ecs_images/* ImageCatalogue */.fo(options.missingImages);
        // https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentConfiguration.html, minimumHealthyPercent
        this.settleMs = options.settleMs ?? 40_000;
        this.alarmPollMs = options.alarmPollMs ?? 10_000;
        this.alarmBakeMs = options.alarmBakeMs ?? 180_000;
    }
    sleepers = new Set();
    /** Waits so much cloud time, or until the cloud stops. */
    sleep(ms) {
        return new Promise((resolve) => {
            const wake = () => {
                timer.cancel();
                this.sleepers.delete(wake);
                resolve();
            };
            const timer = this.ground.clock.after(ms, wake);
            this.sleepers.add(wake);
        });
    }
    /** Ends all waiting. Whoever wakes looks at `isStopped`. */
    stop() {
        this.isStopped = true;
        for (const wake of [...this.sleepers])
            wake();
    }
    now() {
        return this.ground.clock.now();
    }
    arn(resource) {
        return this.ground.arn('ecs', resource);
    }
    findCluster(nameOrArn) {
        const found = this.clusters.get(lastSegment(nameOrArn));
        return found !== undefined && means(nameOrArn, found.clusterArn) ? found : undefined;
    }
    /** @throws AwsError ClusterNotFoundException */
    cluster(nameOrArn) {
        const cluster = this.findCluster(nameOrArn ?? 'default');
        if (cluster === undefined || cluster.status !== 'ACTIVE') {
            throw new AwsError('ClusterNotFoundException', 'Cluster not found.');
        }
        return cluster;
    }
    /**
     * The living service of that name, or else the one deleted last.
     * @throws AwsError InvalidParameterException for an ARN of another cluster
     */
    findService(cluster, nameOrArn) {
        checkCluster(nameOrArn, cluster);
        const named = this.services.filter((service) => service.cluster === cluster && means(nameOrArn, service.arn));
        return named.find((service) => service.status !== 'INACTIVE') ?? named.at(-1);
    }
    /** @throws AwsError ServiceNotFoundException */
    service(cluster, nameOrArn) {
        const service = this.findService(cluster, nameOrArn ?? '');
        if (service === undefined)
            throw new AwsError('ServiceNotFoundException', 'Service not found.');
        return service;
    }
    /** @throws AwsError InvalidParameterException for an ARN of another cluster */
    findTask(cluster, idOrArn) {
        checkCluster(idOrArn, cluster);
        const arn = this.arn(`task/${cluster.clusterName}/${lastSegment(idOrArn)}`);
        return means(idOrArn, arn) ? this.tasks.get(arn) : undefined;
    }
    tasksOf(service) {
        return [...this.tasks.values()].filter((task) => task.service === service);
    }
    /** By ARN, `family:revision`, or `family` for its latest active revision. */
    findTaskDefinition(reference) {
        const [family = '', revision] = lastSegment(reference).split(':');
        const revisions = this.families.get(family) ?? [];
        if (revision === undefined)
            return revisions.findLast((each) => each.status === 'ACTIVE');
        const found = revisions.find((each) => each.revision === Number(revision));
        return found !== undefined && means(reference, found.taskDefinitionArn) ? found : undefined;
    }
    /** @throws AwsError ClientException when it is missing or was deregistered */
    startableTaskDefinition(reference) {
        const found = this.findTaskDefinition(reference ?? '');
        if (found === undefined)
            throw new AwsError('ClientException', 'TaskDefinition not found.');
        if (found.status !== 'ACTIVE')
            throw new AwsError('ClientException', 'TaskDefinition is inactive');
        return found;
    }
}
/**
 * Whether a name or ARN stands for the resource with this ARN: an ARN of another Region, account or cluster does not.
 * Services and tasks go by their old, short ARN as well, which has no cluster in it.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-account-settings.html#ecs-resource-ids
 */
function means(reference, arn) {
    if (!reference.startsWith('arn:'))
        return reference === lastSegment(arn);
    return reference === arn || reference === arn.replace(/\/[^/]+(?=\/[^/]+$)/, '');
}
/** As AWS words it, where a service or task is looked for in the cluster it is not in. */
function checkCluster(reference, { clusterName }) {
    const other = /^arn:[^/]+\/([^/]+)\/[^/]+$/.exec(reference)?.[1];
    if (other === undefined || other === clusterName)
        return;
    const why = `Invalid identifier: Identifier is for cluster ${other}. Your cluster is ${clusterName}`;
    throw new AwsError('InvalidParameterException', why);
}
function lastSegment(nameOrArn) {
    return nameOrArn.slice(nameOrArn.lastIndexOf('/') + 1);
}
const hexId = (characters) => (0,external_node_crypto_.randomBytes)(Math.ceil(characters / 2))
    .toString('hex')
    .slice(0, characters);
function digitsId() {
    return `${(0,external_node_crypto_.randomInt)(1_000_000_000, 9_999_999_999)}${(0,external_node_crypto_.randomInt)(100_000_000, 999_999_999)}`;
}
/** 21 characters, as service deployments have. */
const shortId = () => (0,external_node_crypto_.randomBytes)(16).toString('base64url').slice(0, 21);

;// CONCATENATED MODULE: ./build-stage/local-cloud/ecs/clusters.js





function view(world, cluster, include = []) {
    const tasks = [...world.tasks.values()].filter((task) => task.cluster === cluster);
    return {
        ...cluster,
        registeredContainerInstancesCount: 0,
        runningTasksCount: tasks.filter((task) => task.lastStatus === 'RUNNING').length,
        pendingTasksCount: tasks.filter(isPending).length,
        activeServicesCount: world.services.filter((each) => each.cluster === cluster && each.status === 'ACTIVE').length,
        statistics: [],
        tags: include.includes('TAGS') ? cluster.tags : [],
    };
}
function clusterOperations(world) {
    return {
        CreateCluster(input) {
            const clusterName = input.clusterName ?? 'default';
            if (!/^[A-Za-z0-9_-]{1,255}$/.test(clusterName)) {
                throw new AwsError('InvalidParameterException', 'Invalid cluster name.');
            }
            const known = world.clusters.get(clusterName);
            // Creating it again answers the one that is there.
            if (known?.status === 'ACTIVE')
                return { cluster: view(world, known, ['TAGS']) };
            const { capacityProviders = [], defaultCapacityProviderStrategy = [] } = input;
            checkProviders(capacityProviders);
            checkStrategy(defaultCapacityProviderStrategy, { capacityProviders });
            const cluster = {
                clusterArn: world.arn(`cluster/${clusterName}`),
                clusterName,
                status: 'ACTIVE',
                tags: input.tags ?? [],
                settings: input.settings ?? [{ name: 'containerInsights', value: 'disabled' }],
                capacityProviders,
                defaultCapacityProviderStrategy,
                ...(input.configuration === undefined ? {} : { configuration: input.configuration }),
            };
            world.clusters.set(clusterName, cluster);
            return { cluster: view(world, cluster, ['TAGS']) };
        },
        DescribeClusters(input) {
            const wanted = input.clusters?.length ? input.clusters : ['default'];
            const found = wanted.map((name) => ({ name, cluster: world.findCluster(name) }));
            return {
                clusters: found.flatMap(({ cluster }) => (cluster === undefined ? [] : view(world, cluster, input.include))),
                failures: found.flatMap(({ name, cluster }) => cluster === undefined ? { arn: world.arn(`cluster/${lastSegment(name)}`), reason: 'MISSING' } : []),
            };
        },
        ListClusters(input) {
            const active = [...world.clusters.values()].filter((cluster) => cluster.status === 'ACTIVE');
            const { items, nextToken } = pages_page(active, input);
            return { clusterArns: items.map((cluster) => cluster.clusterArn), nextToken };
        },
        /** Replaces both lists. https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PutClusterCapacityProviders.html */
        PutClusterCapacityProviders(input) {
            const cluster = world.cluster(input.cluster);
            const { capacityProviders = [], defaultCapacityProviderStrategy = [] } = input;
            checkProviders(capacityProviders);
            checkStrategy(defaultCapacityProviderStrategy, { capacityProviders });
            Object.assign(cluster, { capacityProviders, defaultCapacityProviderStrategy });
            return { cluster: view(world, cluster) };
        },
        DeleteCluster(input) {
            const cluster = world.cluster(input.cluster);
            if (world.services.some((service) => service.cluster === cluster && service.status === 'ACTIVE')) {
                throw new AwsError('ClusterContainsServicesException', 'The Cluster cannot be deleted while Services are active.');
            }
            if ([...world.tasks.values()].some((task) => task.cluster === cluster && isActive(task))) {
                throw new AwsError('ClusterContainsTasksException', 'The Cluster cannot be deleted while Tasks are active.');
            }
            cluster.status = 'INACTIVE';
            return { cluster: view(world, cluster) };
        },
    };
}

;// CONCATENATED MODULE: ./build-stage/local-cloud/ecs/create-task.js

/** A new task in PROVISIONING, with an address of its own. */
function createTask(world, origin) {
    const isOfService = 'service' in origin;
    const cluster = isOfService ? origin.service.cluster : origin.cluster;
    const workload = isOfService ? origin.deployment.revision.workload : origin.workload;
    const definition = isOfService ? origin.deployment.revision.workload.taskDefinition : origin.definition;
    const overrides = isOfService ? {} : origin.overrides;
    const id = hexId(32);
    const arn = world.arn(`task/${cluster.clusterName}/${id}`);
    const isAwsvpc = definition.networkMode === 'awsvpc';
    const subnets = workload.networkConfiguration?.awsvpcConfiguration?.subnets ?? [];
    const mac = hexId(10).match(/../g) ?? [];
    return {
        arn,
        id,
        cluster,
        definition,
        workload,
        service: isOfService ? origin.service : undefined,
        deployment: isOfService ? origin.deployment : undefined,
        group: isOfService ? `service:${origin.service.name}` : (origin.group ?? `family:${definition.family}`),
        startedBy: isOfService ? origin.deployment.id : origin.startedBy,
        overrides: { containerOverrides: [], ...overrides },
        isAwsvpc,
        address: isAwsvpc ? world.ground.network.allocate() : `i-${hexId(17)}`,
        eni: {
            attachmentId: [8, 4, 4, 4, 12].map(hexId).join('-'),
            interfaceId: `eni-${hexId(17)}`,
            mac: ['0a', ...mac].join(':'),
            subnet: subnets[0] ?? '',
        },
        createdAt: world.now(),
        cpu: overrides.cpu ?? definition.cpu,
        memory: overrides.memory ?? definition.memory,
        tags: isOfService ? tagsOfService(origin.service, definition) : [...origin.tags],
        containers: definition.containerDefinitions.map((container) => ({
            arn: world.arn(`container/${cluster.clusterName}/${id}/${[8, 4, 4, 4, 12].map(hexId).join('-')}`),
            definition: overridden(container, overrides),
            runtimeId: `${id}-${hexId(10)}`,
            lastStatus: 'PENDING',
            exitCode: undefined,
            reason: undefined,
            healthStatus: 'UNKNOWN',
            process: undefined,
            ports: new Map(),
        })),
        lastStatus: 'PROVISIONING',
        desiredStatus: 'RUNNING',
        version: 1,
        pullStartedAt: undefined,
        pullStoppedAt: undefined,
        startedAt: undefined,
        stoppingAt: undefined,
        executionStoppedAt: undefined,
        stoppedAt: undefined,
        stopCode: undefined,
        stoppedReason: undefined,
        hasBeenHealthy: false,
        registeredIn: [],
        isUnhealthyTold: false,
    };
}
/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerOverride.html */
function overridden(container, overrides) {
    const override = overrides.containerOverrides?.find((each) => each.name === container.name);
    if (override === undefined)
        return container;
    const told = new Set(override.environment?.map((pair) => pair.name));
    return {
        ...container,
        ...(override.command === undefined ? {} : { command: override.command }),
        ...(override.cpu === undefined ? {} : { cpu: override.cpu }),
        ...(override.memory === undefined ? {} : { memory: override.memory }),
        environment: [
            ...(container.environment ?? []).filter((pair) => !told.has(pair.name)),
            ...(override.environment ?? []),
        ],
    };
}
/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html, propagateTags */
function tagsOfService(service, definition) {
    const { propagateTags: from, enableECSManagedTags: isManaged } = service.echoed;
    const propagated = from === 'SERVICE' ? service.tags : from === 'TASK_DEFINITION' ? definition.tags : [];
    return isManaged === true ? [...propagated, ...managedTags(service.cluster, service)] : [...propagated];
}
/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-using-tags.html#managed-tags */
function managedTags(cluster, service) {
    const ofCluster = { key: 'aws:ecs:clusterName', value: cluster.clusterName };
    return service === undefined ? [ofCluster] : [ofCluster, { key: 'aws:ecs:serviceName', value: service.name }];
}

;// CONCATENATED MODULE: ./build-stage/local-cloud/ecs/wording.js
/**
 * AWS's words, in one place. Service events:
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-event-messages-list.html
 * Stopped tasks: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/stopped-task-error-codes.html
 */
const list = (taskIds) => taskIds.map((id) => `(task ${id})`).join(' ');
const events = {
    steady: (service) => `(service ${service}) has reached a steady state.`,
    started: (service, taskIds, replacing) => `(service ${service}) has started ${taskIds.length} tasks: ${list(taskIds)}.${replacing > 0 ? ` Amazon ECS replaced ${replacing} tasks due to an unhealthy status.` : ''}`,
    stopped: (service, taskIds) => `(service ${service}) has stopped ${taskIds.length} running tasks: ${list(taskIds)}.`,
    stoppedPending: (service, count) => `(service ${service}) stopped ${count} pending tasks.`,
    registered: (service, count, groupArn) => `(service ${service}) registered ${count} targets in (target-group ${groupArn})`,
    deregistered: (service, count, groupArn) => `(service ${service}) deregistered ${count} targets in (target-group ${groupArn})`,
    draining: (service, deploymentId, count) => `(service ${service}, taskSet ${deploymentId}) has begun draining connections on ${count} tasks.`,
    completed: (service, deploymentId) => `(service ${service}) (deployment ${deploymentId}) deployment completed.`,
    failed: (service, deploymentId, why) => `(service ${service}) (deployment ${deploymentId}) deployment failed: ${why}.`,
    rollingBack: (service, deploymentId) => `(service ${service}) rolling back to deployment ${deploymentId}.`,
    unhealthyTarget: (service, taskId, port, groupArn, why) => `(service ${service}) (task ${taskId}) (port ${port}) is unhealthy in (target-group ${groupArn}) due to (reason ${why})`,
    unhealthyContainer: (service, taskId) => `(service ${service}) (task ${taskId}) failed container health checks.`,
    inconsistent: (service) => `(service ${service}) is unable to consistently start tasks successfully. For more information, see the Troubleshooting section of the Amazon ECS Developer Guide.`,
    unableToPlace: (service, why) => `(service ${service}) was unable to place a task. Reason: ${why}.`,
    blocked: (service) => `(service ${service}) was unable to stop or start tasks during a deployment because of the service deployment configuration. Update the minimumHealthyPercent or maximumPercent value and try again.`,
};
const stopped = {
    essentialExited: 'Essential container in task exited',
    scaling: (deploymentId) => `Scaling activity initiated by (deployment ${deploymentId})`,
    elbHealth: (groupArn) => `Task failed ELB health checks in (target-group ${groupArn})`,
    containerHealth: 'Task failed container health checks',
    byUser: 'Task stopped by user',
    cannotPull: (image) => `CannotPullContainerError: pull image manifest has been retried 1 time(s): failed to resolve ref ${image}: ${image}: not found`,
    cannotStart: (command) => `CannotStartContainerError: Error response from daemon: failed to create task for container: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: exec: "${command}": executable file not found in $PATH: unknown`,
    noLogGroup: (why) => `ResourceInitializationError: failed to validate logger args: create stream has been retried 1 times: failed to create Cloudwatch log stream: ${why} : exit status 1`,
};
const rollout = {
    inProgress: (id) => `ECS deployment ${id} in progress.`,
    completed: (id) => `ECS deployment ${id} completed.`,
};
const failures = {
    circuitBreaker: {
        event: 'tasks failed to start',
        rolloutReason: 'ECS deployment circuit breaker: tasks failed to start.',
        rollbackReason: (id) => `ECS deployment circuit breaker: rolling back to deploymentId ${id}.`,
        statusReason: 'Service deployment rolled back because the circuit breaker threshold was exceeded.',
        statusReasonWithoutRollback: 'Service deployment failed because the circuit breaker threshold was exceeded.',
    },
    alarm: {
        event: 'alarm detected',
        rolloutReason: 'ECS deployment alarms: alarm detected.',
        rollbackReason: (id) => `ECS deployment alarms: rolling back to deploymentId ${id}.`,
        statusReason: 'Service deployment rolled back because of CloudWatch alarm(s) in ALARM state.',
        statusReasonWithoutRollback: 'Service deployment failed because of CloudWatch alarm(s) in ALARM state.',
    },
    stoppedByUser: {
        event: 'stopped by user',
        rolloutReason: 'ECS deployment stopped by user.',
        rollbackReason: (id) => `ECS deployment stopped by user: rolling back to deploymentId ${id}.`,
        statusReason: 'Service deployment rolled back because a user requested to stop it.',
        statusReasonWithoutRollback: 'Service deployment stopped because a user requested to stop it.',
    },
};
const NO_CANDIDATE = 'Service deployment rollback failed. No rollback candidate was found to run the rollback.';
const REPLACED = 'Replaced by a new service deployment.';

;// CONCATENATED MODULE: ./build-stage/local-cloud/ecs/task-health.js

/** The task's own health status: of its essential containers that have a health check. */
function containerHealthOf(task) {
    const checked = task.containers.filter((each) => each.definition.essential !== false && each.definition.healthCheck);
    if (checked.some((each) => each.healthStatus === 'UNHEALTHY'))
        return 'UNHEALTHY';
    return checked.length > 0 && checked.every((each) => each.healthStatus === 'HEALTHY') ? 'HEALTHY' : 'UNKNOWN';
}
/**
 * Whether the scheduler counts a service's task as healthy: by its target groups, its container health checks, both
 * where both are there, and by time in RUNNING where none is. Within the grace period nothing is unhealthy.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentConfiguration.html, minimumHealthyPercent
 */
function judge(world, task) {
    const { service } = task;
    if (service === undefined || task.lastStatus !== 'RUNNING' || task.startedAt === undefined)
        return { health: 'coming' };
    const runsForMs = world.now() - task.startedAt;
    const isGraced = runsForMs < service.healthCheckGracePeriodSeconds * 1000;
    const ofContainers = containerHealthOf(task);
    if (ofContainers === 'UNHEALTHY' && !isGraced) {
        return {
            health: 'unhealthy',
            event: events.unhealthyContainer(service.name, task.id),
            reason: stopped.containerHealth,
        };
    }
    let isComing = false;
    for (const { groupArn, port } of task.registeredIn) {
        const seen = world.targets.health(groupArn, { id: task.address, port });
        if (seen?.state === 'unhealthy' && !isGraced) {
            return {
                health: 'unhealthy',
                event: events.unhealthyTarget(service.name, task.id, port, groupArn, seen.description ?? 'Health checks failed'),
                reason: stopped.elbHealth(groupArn),
            };
        }
        if (seen?.state !== 'healthy')
            isComing = true;
    }
    const hasGroups = service.workload.loadBalancers.some((each) => each.targetGroupArn);
    const hasChecks = task.containers.some((each) => each.definition.essential !== false && each.definition.healthCheck);
    if (hasGroups && task.registeredIn.length === 0)
        isComing = true;
    if (hasChecks && ofContainers !== 'HEALTHY')
        isComing = true;
    if (!hasGroups && !hasChecks && runsForMs < world.settleMs)
        isComing = true;
    return { health: isComing ? 'coming' : 'healthy' };
}

;// CONCATENATED MODULE: ./build-stage/local-cloud/ecs/tasks.js






function containerView(task, container) {
    const { definition } = container;
    return {
        containerArn: container.arn,
        taskArn: task.arn,
        name: definition.name,
        image: definition.image,
        imageDigest: (0,ecs_images/* parseImage */.zZ)(definition.image ?? '').digest,
        runtimeId: container.process === undefined ? undefined : container.runtimeId,
        lastStatus: container.lastStatus,
        exitCode: container.exitCode,
        reason: container.reason,
        healthStatus: container.healthStatus,
        networkBindings: task.isAwsvpc
            ? []
            : [...container.ports].map(([containerPort, hostPort]) => ({
                bindIP: '0.0.0.0',
                containerPort,
                hostPort: definition.portMappings?.find((each) => each.containerPort === containerPort)?.hostPort || hostPort,
                protocol: 'tcp',
            })),
        networkInterfaces: task.isAwsvpc ? [{ attachmentId: task.eni.attachmentId, privateIpv4Address: task.address }] : [],
        cpu: `${definition.cpu ?? 0}`,
        memory: definition.memory === undefined ? undefined : `${definition.memory}`,
        memoryReservation: definition.memoryReservation === undefined ? undefined : `${definition.memoryReservation}`,
    };
}
const ENI_STATUS = {
    PROVISIONING: 'PRECREATED',
    DEPROVISIONING: 'DETACHING',
    STOPPED: 'DELETED',
};
function taskView(task, include = []) {
    const isEc2 = task.workload.launchType === 'EC2';
    const { eni } = task;
    const details = {
        subnetId: eni.subnet,
        networkInterfaceId: eni.interfaceId,
        macAddress: eni.mac,
        privateIPv4Address: task.address,
    };
    return {
        taskArn: task.arn,
        clusterArn: task.cluster.clusterArn,
        taskDefinitionArn: task.definition.taskDefinitionArn,
        attachments: task.isAwsvpc
            ? [
                {
                    id: eni.attachmentId,
                    type: 'ElasticNetworkInterface',
                    status: ENI_STATUS[task.lastStatus] ?? 'ATTACHED',
                    details: Object.entries(details).map(([name, value]) => ({ name, value })),
                },
            ]
            : [],
        attributes: [{ name: 'ecs.cpu-architecture', value: task.definition.runtimePlatform?.cpuArchitecture ?? 'x86_64' }],
        capacityProviderName: task.workload.capacityProviderStrategy?.[0]?.capacityProvider,
        connectivity: task.startedAt === undefined ? undefined : 'CONNECTED',
        connectivityAt: task.startedAt,
        containers: task.containers.map((container) => containerView(task, container)),
        cpu: task.cpu,
        memory: task.memory,
        createdAt: task.createdAt,
        desiredStatus: task.desiredStatus,
        enableExecuteCommand: false,
        executionStoppedAt: task.executionStoppedAt,
        group: task.group,
        healthStatus: containerHealthOf(task),
        lastStatus: task.lastStatus,
        launchType: isEc2 ? 'EC2' : 'FARGATE',
        overrides: task.overrides,
        platformVersion: isEc2 ? undefined : '1.4.0',
        platformFamily: isEc2 ? undefined : 'Linux',
        pullStartedAt: task.pullStartedAt,
        pullStoppedAt: task.pullStoppedAt,
        startedAt: task.startedAt,
        startedBy: task.startedBy,
        stopCode: task.stopCode,
        stoppedReason: task.stoppedReason,
        stoppingAt: task.stoppingAt,
        stoppedAt: task.stoppedAt,
        tags: include.includes('TAGS') ? task.tags : [],
        version: task.version,
        ephemeralStorage: isEc2 ? undefined : { sizeInGiB: task.definition.ephemeralStorage?.sizeInGiB ?? 20 },
    };
}
function taskOperations(world, life) {
    return {
        StopTask(input) {
            const cluster = world.cluster(input.cluster);
            const task = world.findTask(cluster, input.task ?? '');
            if (task === undefined)
                service_checks_invalid('The referenced task was not found.');
            life.stop(task, { code: 'UserInitiated', reason: input.reason ?? stopped.byUser });
            return { task: taskView(task) };
        },
        ListTasks(input) {
            const cluster = world.cluster(input.cluster);
            if (input.serviceName !== undefined)
                world.service(cluster, input.serviceName);
            const desiredStatus = input.desiredStatus ?? 'RUNNING';
            const met = [...world.tasks.values()].filter((task) => task.cluster === cluster &&
                task.desiredStatus === desiredStatus &&
                (input.serviceName === undefined || task.service?.name === lastSegment(input.serviceName)) &&
                (input.family === undefined || task.definition.family === input.family) &&
                (input.startedBy === undefined || task.startedBy === input.startedBy) &&
                (input.launchType === undefined || (task.workload.launchType ?? 'FARGATE') === input.launchType) &&
                input.containerInstance === undefined);
            const { items, nextToken } = pages_page(met, input);
            return { taskArns: items.map((task) => task.arn), nextToken };
        },
        DescribeTasks(input) {
            const cluster = world.cluster(input.cluster);
            const ids = input.tasks ?? [];
            if (ids.length === 0)
                service_checks_invalid('Tasks cannot be empty.');
            if (ids.length > 100)
                service_checks_invalid('You can only describe up to 100 tasks in a single call.');
            const found = ids.map((id) => ({ id, task: world.findTask(cluster, id) }));
            return {
                tasks: found.flatMap(({ task }) => (task === undefined ? [] : taskView(task, input.include))),
                failures: found.flatMap(({ id, task }) => task === undefined
                    ? { arn: world.arn(`task/${cluster.clusterName}/${lastSegment(id)}`), reason: 'MISSING' }
                    : []),
            };
        },
    };
}

;// CONCATENATED MODULE: ./build-stage/local-cloud/ecs/run-task.js






/** How long a client token is remembered. https://docs.aws.amazon.com/AmazonECS/latest/APIReference/ECS_Idempotency.html */
const TOKEN_MS = 24 * 3_600_000;
/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RunTask.html */
function runTask(world, life) {
    const byToken = new Map();
    const answer = (started) => ({
        tasks: started.map((task) => taskView(task, ['TAGS'])),
        failures: [],
    });
    return (input) => {
        const cluster = world.cluster(input.cluster);
        const key = `${cluster.clusterArn} ${input.clientToken}`;
        const before = input.clientToken === undefined ? undefined : byToken.get(key);
        if (before !== undefined && world.now() - before.at < TOKEN_MS)
            return answer(repeated(before, input));
        const definition = world.startableTaskDefinition(input.taskDefinition);
        const workload = workloadOf(input, cluster);
        run_task_check(input, definition, workload);
        const tags = [
            ...(input.tags ?? []),
            ...(input.propagateTags === 'TASK_DEFINITION' ? definition.tags : []),
            ...(input.enableECSManagedTags === true ? managedTags(cluster) : []),
        ];
        const { overrides = {}, group, startedBy } = input;
        const started = Array.from({ length: input.count ?? 1 }, () => createTask(world, { cluster, definition, workload, overrides, group, startedBy, tags }));
        for (const task of started)
            life.begin(task);
        if (input.clientToken !== undefined)
            byToken.set(key, { input, at: world.now(), started });
        return answer(started);
    };
}
function repeated(before, input) {
    if ((0,external_node_util_.isDeepStrictEqual)(before.input, input))
        return before.started;
    throw new AwsError('ConflictException', 'The RunTask request could not be processed due to conflicts. The provided clientToken is already in use with a different RunTask request. The resourceIds are the existing task ARNs which are already associated with the clientToken.', { fields: { resourceIds: before.started.map((task) => task.arn) } });
}
function workloadOf(input, cluster) {
    checkCapacity(input, cluster);
    const ofCluster = cluster.defaultCapacityProviderStrategy ?? [];
    const strategy = input.capacityProviderStrategy ?? (input.launchType === undefined && ofCluster.length > 0 ? ofCluster : undefined);
    const launchType = input.launchType === 'FARGATE' || input.launchType === 'EC2' ? input.launchType : undefined;
    return {
        networkConfiguration: input.networkConfiguration,
        loadBalancers: [],
        platformVersion: input.platformVersion,
        launchType: launchType ?? (strategy === undefined ? 'EC2' : undefined),
        capacityProviderStrategy: strategy,
        others: {},
    };
}
function run_task_check(input, definition, workload) {
    const count = input.count ?? 1;
    if (count < 1 || count > 10)
        service_checks_invalid('count must be between 1 and 10.');
    if (input.propagateTags === 'SERVICE')
        service_checks_invalid('SERVICE is not a valid value of propagateTags when running a task.');
    checkCompatibility(workload, definition);
    checkNetwork(definition.networkMode === 'awsvpc', input.networkConfiguration?.awsvpcConfiguration?.subnets);
    const names = new Set(definition.containerDefinitions.map((container) => container.name));
    for (const { name } of input.overrides?.containerOverrides ?? []) {
        if (!names.has(name))
            service_checks_invalid(`Override for container named ${name} is not a container in the TaskDefinition.`);
    }
    if (input.group?.startsWith('service:'))
        service_checks_invalid('The group prefix service: is reserved.');
}

;// CONCATENATED MODULE: ./build-stage/local-cloud/ecs/alarm-watch.js
/**
 * Deployment alarms, with the two holes AWS documents: an alarm in ALARM when the deployment starts turns the checks
 * off for that deployment, and a throttled poll sees nothing.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-alarm-failure.html
 */
class AlarmWatch {
    world;
    constructor(world) {
        this.world = world;
    }
    /** Names of the alarms that fail this deployment now. */
    look(service, deployment) {
        const { world } = this;
        const now = world.now();
        if (deployment.alarmWatch === 'off' || deployment.alarmWatch === 'ignored' || deployment.alarmWatch === 'over') {
            return [];
        }
        if (now < deployment.nextAlarmPollAt)
            return [];
        deployment.nextAlarmPollAt = now + world.alarmPollMs;
        if (world.throttledAlarmPolls > 0) {
            world.throttledAlarmPolls -= 1;
            world.ground.note(`ecs: DescribeAlarms was throttled for ${deployment.id}: this look at its alarms is lost`);
            return [];
        }
        const names = service.deploymentConfiguration.alarms?.alarmNames ?? [];
        const alarmed = names.filter((name) => world.metrics.alarmState(name) === 'ALARM');
        if (deployment.alarmWatch === 'watching')
            return alarmed;
        deployment.alarmWatch = alarmed.length > 0 ? 'ignored' : 'watching';
        if (alarmed.length > 0) {
            world.ground.note(`ecs: ${alarmed.join(', ')} already in ALARM: no alarm is checked for ${deployment.id}`);
        }
        return [];
    }
    /** How long a deployment goes on being watched after all its tasks are in place. */
    bakeMs(service, deployment) {
        if (deployment.alarmWatch !== 'watching')
            return 0;
        const names = service.deploymentConfiguration.alarms?.alarmNames ?? [];
        const windows = names.map((name) => this.world.metrics.alarmWindowMs?.(name) ?? this.world.alarmBakeMs);
        return Math.max(0, ...windows);
    }
}

;// CONCATENATED MODULE: ./build-stage/local-cloud/ecs/circuit-breaker.js
/**
 * How many failed tasks a deployment may have. Without `thresholdConfiguration` it is half the desired count, at least
 * 3 and at most 200.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-circuit-breaker.html
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ThresholdConfiguration.html
 */
function failureThreshold(breaker, desiredCount) {
    const { type = 'BOUNDED_PERCENT', value = 50 } = breaker?.thresholdConfiguration ?? {};
    if (type === 'COUNT')
        return Math.max(1, value);
    const share = Math.ceil((desiredCount * value) / 100);
    return type === 'UNBOUNDED_PERCENT' ? Math.max(1, share) : Math.min(200, Math.max(3, share));
}
/** True unless told otherwise: a task that became healthy forgives the failures before it. */
function forgivesOnHealthyTask(breaker) {
    return breaker?.resetOnHealthyTask ?? true;
}
/** AWS's documented maximum of the scheduler's throttle. */
const LONGEST_DELAY_MS = 27 * 60_000;
/**
 * How long the scheduler waits before it starts the next task after so many failures in a row. AWS documents that the
 * time "is incrementally increased" up to 27 minutes, not the steps; these double from 10 seconds after the third.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-throttle-logic.html
 */
function launchDelayMs(failuresInARow) {
    if (failuresInARow < 3)
        return 0;
    return Math.min(LONGEST_DELAY_MS, 10_000 * 2 ** (failuresInARow - 3));
}

;// CONCATENATED MODULE: ./build-stage/local-cloud/ecs/deployments.js





/** The steps a deployment takes: begun, completed, failed, rolled back. The scheduler decides when. */
/** AWS keeps a service's last 100 events. */
const KEPT_EVENTS = 100;
function tell(world, service, message) {
    service.events.unshift({ id: (0,external_node_crypto_.randomUUID)(), createdAt: new Date(world.now()), message });
    service.events.length = Math.min(service.events.length, KEPT_EVENTS);
    world.ground.note(`ecs: ${message}`);
}
function beginDeployment(world, service, workload) {
    const now = world.now();
    const path = `${service.cluster.clusterName}/${service.name}`;
    const revision = { arn: world.arn(`service-revision/${path}/${digitsId()}`), createdAt: now, workload };
    service.revisions.push(revision);
    service.workload = workload;
    const sources = service.deployments.map((deployment) => deployment.revision);
    const deployment = newDeployment(service, revision, now);
    supersede(world, service);
    service.deployments.unshift(deployment);
    service.isSteady = false;
    const before = currentServiceDeployment(service);
    if (before !== undefined)
        finish(world, before, 'STOPPED', REPLACED);
    const { deploymentCircuitBreaker: breaker } = service.deploymentConfiguration;
    const record = {
        arn: world.arn(`service-deployment/${path}/${shortId()}`),
        deploymentId: deployment.id,
        target: revision,
        sources,
        createdAt: now,
        deploymentConfiguration: structuredClone(service.deploymentConfiguration),
        startedAt: undefined,
        finishedAt: undefined,
        stoppedAt: undefined,
        updatedAt: now,
        status: 'PENDING',
        statusReason: undefined,
        rollback: undefined,
        triggeredAlarms: [],
        breaker: {
            failureCount: 0,
            threshold: failureThreshold(breaker, service.desiredCount),
            status: breaker?.enable ? 'MONITORING' : 'DISABLED',
        },
        alarms: service.deploymentConfiguration.alarms?.enable ? 'MONITORING' : 'DISABLED',
    };
    service.serviceDeployments.unshift(record);
    return record;
}
function newDeployment(service, revision, now) {
    const id = `ecs-svc/${digitsId()}`;
    return {
        id,
        revision,
        createdAt: now,
        updatedAt: now,
        status: 'PRIMARY',
        desiredCount: service.desiredCount,
        rolloutState: 'IN_PROGRESS',
        rolloutStateReason: rollout.inProgress(id),
        failedTasks: 0,
        failuresInARow: 0,
        nextLaunchAt: 0,
        isThrottleTold: false,
        isBlockTold: false,
        isRollback: false,
        alarmWatch: service.deploymentConfiguration.alarms?.enable ? 'unknown' : 'off',
        nextAlarmPollAt: 0,
        bakingSince: undefined,
    };
}
/** What was PRIMARY is now being replaced. */
function supersede(world, service) {
    for (const deployment of service.deployments) {
        if (deployment.status !== 'PRIMARY')
            continue;
        deployment.status = 'ACTIVE';
        deployment.desiredCount = world
            .tasksOf(service)
            .filter((task) => task.deployment === deployment && isActive(task)).length;
        deployment.updatedAt = world.now();
    }
}
function primaryOf(service) {
    return service.deployments.find((deployment) => deployment.status === 'PRIMARY');
}
/** The service deployment that is under way. */
function currentServiceDeployment(service) {
    return service.serviceDeployments.find((each) => each.finishedAt === undefined && each.stoppedAt === undefined);
}
function finish(world, record, status, reason) {
    record.status = status;
    record.statusReason = reason ?? record.statusReason;
    record.updatedAt = world.now();
    record.finishedAt = record.updatedAt;
    if (status === 'STOPPED')
        record.stoppedAt = record.updatedAt;
    if (record.breaker.status === 'MONITORING')
        record.breaker.status = 'MONITORING_COMPLETE';
    if (record.alarms === 'MONITORING')
        record.alarms = 'MONITORING_COMPLETE';
}
function completeDeployment(world, service, deployment) {
    deployment.rolloutState = 'COMPLETED';
    deployment.rolloutStateReason = rollout.completed(deployment.id);
    deployment.updatedAt = world.now();
    deployment.alarmWatch = 'over';
    service.lastCompleted = deployment;
    tell(world, service, events.completed(service.name, deployment.id));
    const record = currentServiceDeployment(service);
    if (record !== undefined)
        finish(world, record, deployment.isRollback ? 'ROLLBACK_SUCCESSFUL' : 'SUCCESSFUL');
}
/**
 * The deployment has failed: it starts nothing more, and where `rollsBack`, the last completed deployment becomes
 * PRIMARY again.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-circuit-breaker.html
 */
function failDeployment(world, service, failure, rollsBack) {
    const failed = primaryOf(service);
    if (failed === undefined)
        return;
    failed.rolloutState = 'FAILED';
    failed.rolloutStateReason = failure.rolloutReason;
    failed.updatedAt = world.now();
    failed.bakingSince = undefined;
    tell(world, service, events.failed(service.name, failed.id, failure.event));
    const record = currentServiceDeployment(service);
    if (!rollsBack) {
        if (record !== undefined)
            finish(world, record, 'STOPPED', failure.statusReasonWithoutRollback);
        return;
    }
    const good = service.lastCompleted;
    if (good === undefined || good === failed) {
        if (record !== undefined)
            finish(world, record, 'ROLLBACK_FAILED', NO_CANDIDATE);
        return;
    }
    supersede(world, service);
    // The very deployment comes back, with its id and what is left of its tasks, as seen on AWS.
    good.status = 'PRIMARY';
    good.desiredCount = service.desiredCount;
    good.rolloutState = 'IN_PROGRESS';
    good.rolloutStateReason = failure.rollbackReason(good.id);
    good.updatedAt = world.now();
    good.failedTasks = 0;
    good.failuresInARow = 0;
    good.nextLaunchAt = 0;
    good.isRollback = true;
    good.alarmWatch = 'off';
    good.bakingSince = undefined;
    service.deployments = [good, ...service.deployments.filter((each) => each !== good)];
    service.workload = good.revision.workload;
    tell(world, service, events.rollingBack(service.name, good.id));
    if (record === undefined)
        return;
    record.status = 'ROLLBACK_IN_PROGRESS';
    record.statusReason = failure.statusReason;
    record.updatedAt = world.now();
    record.rollback = { reason: failure.statusReason, startedAt: record.updatedAt, revisionArn: good.revision.arn };
}

;// CONCATENATED MODULE: ./build-stage/local-cloud/ecs/plan-tasks.js
function limitsOf(desiredCount, minimumHealthyPercent, maximumPercent) {
    return {
        lower: Math.ceil((desiredCount * minimumHealthyPercent) / 100),
        upper: Math.floor((desiredCount * maximumPercent) / 100),
    };
}
function planTasks(desiredCount, limits, deployments, tasks) {
    const start = [];
    const stop = [];
    const primary = deployments.find((deployment) => deployment.isPrimary);
    if (primary === undefined)
        return { start, stop };
    const mine = tasks.filter((task) => task.deploymentId === primary.id);
    const old = tasks.filter((task) => task.deploymentId !== primary.id);
    const unhealthy = mine.filter((task) => task.health === 'unhealthy');
    const good = mine.filter((task) => task.health !== 'unhealthy');
    let room = Math.max(0, limits.upper - tasks.length);
    let healthyLeft = tasks.filter((task) => task.health === 'healthy').length;
    const launch = (deployment, missing, replacesUnhealthy) => {
        const count = deployment.mayLaunch && !deployment.hasFailed ? Math.min(missing, room) : 0;
        if (count <= 0)
            return;
        room -= count;
        start.push({ deploymentId: deployment.id, count, replacesUnhealthy: Math.min(count, replacesUnhealthy) });
    };
    // Where the primary has failed for good, the old revision keeps its tasks alive.
    for (const deployment of deployments) {
        if (deployment.isPrimary || !primary.hasFailed)
            continue;
        launch(deployment, deployment.desiredCount - old.filter((task) => task.deploymentId === deployment.id).length, 0);
    }
    const missing = desiredCount - good.length;
    launch(primary, missing, unhealthy.length);
    // Too many of the primary: tasks not yet healthy go first, then the oldest.
    const surplus = [...good].sort((a, b) => Number(a.health === 'healthy') - Number(b.health === 'healthy') || a.createdAt - b.createdAt);
    for (const task of surplus.slice(0, Math.max(0, -missing))) {
        if (task.health === 'healthy')
            healthyLeft -= 1;
        stop.push({ taskId: task.id, why: 'scale' });
    }
    // A replacement is started before the unhealthy task is stopped, where maximumPercent leaves room; where it does not,
    // unhealthy tasks are stopped one by one to make room.
    // https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs_services.html#service_scheduler_replica
    const judged = good.filter((task) => task.health === 'healthy').length + unhealthy.length;
    const needsRoom = missing > 0 && room === 0 && start.length === 0 && good.every((task) => task.health === 'healthy');
    const mayStop = Math.max(judged - desiredCount, needsRoom || primary.hasFailed ? 1 : 0);
    for (const task of unhealthy.slice(0, mayStop))
        stop.push({ taskId: task.id, why: 'unhealthy' });
    // Old tasks: what is not healthy serves nobody; what is healthy goes as far as the lower limit allows. Nothing old is
    // given up for a primary that has failed.
    for (const task of old) {
        if (task.health === 'unhealthy' || (task.health === 'coming' && !primary.hasFailed)) {
            stop.push({ taskId: task.id, why: task.health === 'unhealthy' ? 'unhealthy' : 'replaced' });
        }
    }
    const keep = primary.hasFailed ? Math.max(desiredCount, limits.lower) : limits.lower;
    const oldest = old.filter((task) => task.health === 'healthy').sort((a, b) => a.createdAt - b.createdAt);
    for (const task of oldest.slice(0, Math.max(0, healthyLeft - keep)))
        stop.push({ taskId: task.id, why: 'replaced' });
    return { start, stop };
}
/** True where the percentages leave the scheduler nothing it may do although something is missing. */
function isBlocked(desiredCount, limits, plan, tasks, primaryId) {
    if (plan.start.length > 0 || plan.stop.length > 0 || tasks.length < limits.upper)
        return false;
    const mine = tasks.filter((task) => task.deploymentId === primaryId && task.health !== 'unhealthy').length;
    return mine < desiredCount && tasks.every((task) => task.health === 'healthy');
}

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(8474);
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(7030);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:readline"
var external_node_readline_ = __webpack_require__(481);
;// CONCATENATED MODULE: ./build-stage/local-cloud/ecs/container-process.js





/**
 * One container: a child process in a group of its own, tied to this process by its IPC channel, so that it ends when
 * this process does, however that ends (app/main.ts, app/supervise.ts).
 */
class ContainerProcess {
    exit;
    started;
    child;
    reported;
    constructor(order) {
        const args = order.argv === undefined ? [order.program] : [order.program, 'supervise', '--', ...order.argv];
        const listen = [...order.ports].map(([containerPort, port]) => `${containerPort}=${port}`).join(',');
        this.child = (0,external_node_child_process_.spawn)(process.execPath, args, {
            env: { ...order.env, ...(listen === '' ? {} : { SLUICE_LISTEN: listen }) },
            stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
            // A Ctrl-C at the terminal is for the cloud, which then stops its tasks.
            detached: true,
        });
        let tellStarted = () => { };
        this.started = new Promise((resolve) => {
            tellStarted = resolve;
        });
        this.child.on('message', (message) => {
            if (message.started)
                tellStarted();
            if (message.failed !== undefined)
                this.reported = { code: 127, failedToStart: message.failed };
            if (message.exited !== undefined)
                this.reported = { code: message.exited };
            if (message.listening !== undefined) {
                order.onListening(new Map(Object.entries(message.listening).map(([port, real]) => [Number(port), real])));
            }
        });
        this.exit = new Promise((resolve) => {
            this.child.once('error', (error) => resolve({ code: 127, failedToStart: error.message }));
            // As with a container's first process: what it leaves behind goes with it.
            this.child.once('exit', () => this.killGroup());
            // `close`, not `exit`: its last words belong to its log.
            this.child.once('close', (code, signal) => {
                resolve(this.reported ?? { code: code ?? 128 + (signal ? external_node_os_.constants.signals[signal] : 0) });
            });
        });
        for (const stream of [this.child.stdout, this.child.stderr]) {
            if (stream)
                (0,external_node_readline_.createInterface)({ input: stream }).on('line', order.onLine);
        }
    }
    get pid() {
        return this.child.pid;
    }
    tell(fault) {
        if (this.child.connected)
            this.child.send({ fault }, () => { });
    }
    terminate() {
        this.child.kill('SIGTERM');
    }
    /** Ends the whole group at once. */
    kill() {
        if (this.child.exitCode === null && this.child.signalCode === null)
            this.killGroup();
    }
    killGroup() {
        if (this.child.pid === undefined)
            return;
        try {
            process.kill(-this.child.pid, 'SIGKILL');
        }
        catch {
            // Nobody is left in it.
        }
    }
}
const handedOut = new Set();
/** A loopback port nobody listens on, and which this process has not handed out lately. */
async function freePort() {
    for (;;) {
        const server = (0,external_node_net_.createServer)();
        server.listen(0, '127.0.0.1');
        await (0,external_node_events_.once)(server, 'listening');
        const address = server.address();
        server.close();
        await (0,external_node_events_.once)(server, 'close');
        const port = typeof address === 'object' && address !== null ? address.port : 0;
        if (handedOut.has(port))
            continue;
        handedOut.add(port);
        setTimeout(() => handedOut.delete(port), 30_000).unref();
        return port;
    }
}

;// CONCATENATED MODULE: ./build-stage/local-cloud/ecs/health-command.js

/**
 * A container's health check, really executed on this machine. The container's port is elsewhere here, so
 * `localhost:<containerPort>` in the command is rewritten to the port on which the process listens.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/healthcheck.html
 */
function healthArgv(healthCheck, ports) {
    const [kind, ...words] = healthCheck.command ?? [];
    if (kind === undefined || kind === 'NONE' || words.length === 0)
        return undefined;
    const local = words.map((word) => withRealPorts(word, ports));
    return kind === 'CMD-SHELL' ? ['/bin/sh', '-c', local.join(' ')] : local;
}
function withRealPorts(text, ports) {
    return text.replace(/\b(localhost|127\.0\.0\.1|0\.0\.0\.0):(\d+)\b/g, (whole, _host, port) => {
        const real = ports.get(Number(port));
        return real === undefined ? whole : `127.0.0.1:${real}`;
    });
}
/** Whether the command exits 0 in time. */
function runHealthCommand(argv, env, timeoutMs) {
    return new Promise((resolve) => {
        const [command = '', ...args] = argv;
        const child = (0,external_node_child_process_.spawn)(command, args, { env, stdio: 'ignore', detached: true });
        const timer = setTimeout(() => {
            // Its own group, so that what the shell started ends with it.
            if (child.pid !== undefined)
                process.kill(-child.pid, 'SIGKILL');
        }, timeoutMs);
        child.on('error', () => {
            clearTimeout(timer);
            resolve(false);
        });
        child.on('exit', (code) => {
            clearTimeout(timer);
            resolve(code === 0);
        });
    });
}

;// CONCATENATED MODULE: ./build-stage/local-cloud/ecs/task-containers.js



/** The environment of a container's process: what the task definition says, over little else of ours. */
function environmentOf(world, task, container) {
    const { ground } = world;
    const kept = Object.fromEntries(['PATH', 'TMPDIR', 'LANG'].flatMap((name) => {
        const value = process.env[name];
        return value === undefined ? [] : [[name, value]];
    }));
    const pairs = [...(container.definition.environment ?? [])];
    const ports = [...container.ports];
    return {
        ...kept,
        AWS_REGION: ground.region,
        AWS_DEFAULT_REGION: ground.region,
        AWS_EXECUTION_ENV: task.workload.launchType === 'EC2' ? 'AWS_ECS_EC2' : 'AWS_ECS_FARGATE',
        ...Object.fromEntries(pairs.map(({ name, value }) => [name ?? '', value ?? ''])),
        ...Object.fromEntries(ports.map(([containerPort, real]) => [`SLUICE_PORT_${containerPort}`, `${real}`])),
        ...(ports[0] === undefined ? {} : { PORT: `${ports[0][1]}` }),
        SLUICE_TASK_ID: task.id,
        SLUICE_IMAGE_VERSION: (0,ecs_images/* versionOf */.E4)(container.definition.image ?? ''),
        SLUICE_CLOCK_SPEED: `${ground.clock.speed}`,
    };
}
/**
 * The ports a container is reached on: those it maps, or the one its environment names. Every container port gets a
 * loopback port of its own.
 */
async function assignPorts(container) {
    const mapped = (container.definition.portMappings ?? []).flatMap((mapping) => mapping.containerPort ?? []);
    const told = container.definition.environment?.find((pair) => pair.name === 'PORT')?.value;
    const wanted = mapped.length > 0 ? mapped : told !== undefined && Number(told) > 0 ? [Number(told)] : [];
    for (const containerPort of wanted)
        container.ports.set(containerPort, await freePort());
}
/** The port under which a load balancer finds a container port of this task. */
function targetPortOf(task, containerName, containerPort) {
    if (task.isAwsvpc)
        return containerPort;
    const container = task.containers.find((each) => each.definition.name === containerName);
    const mapping = container?.definition.portMappings?.find((each) => each.containerPort === containerPort);
    return mapping?.hostPort || (container?.ports.get(containerPort) ?? containerPort);
}
/** `entryPoint` and `command` of a container, or undefined where the image's own program runs. */
function argvOf(container) {
    const { entryPoint = [], command = [] } = container.definition;
    // A command of nothing but options is for the image's entry point, which is the catalogue app and takes none.
    if (entryPoint.length === 0 && command[0]?.startsWith('-'))
        return undefined;
    const argv = [...entryPoint, ...command];
    return argv.length === 0 ? undefined : argv;
}
/** Where a container's output goes; undefined unless it uses the awslogs driver. */
function logStreamOf(task, container) {
    const configuration = container.definition.logConfiguration;
    if (configuration?.logDriver !== 'awslogs')
        return undefined;
    const options = configuration.options ?? {};
    const prefix = options['awslogs-stream-prefix'];
    return {
        group: options['awslogs-group'] ?? '',
        // https://docs.aws.amazon.com/AmazonECS/latest/developerguide/specify-log-config.html
        stream: prefix ? `${prefix}/${container.definition.name}/${task.id}` : container.runtimeId,
        create: options['awslogs-create-group'] === 'true',
    };
}
function spawnContainer(world, program, task, container) {
    const log = logStreamOf(task, container);
    const publish = () => {
        for (const [containerPort, real] of container.ports) {
            const name = container.definition.name ?? '';
            world.ground.network.publish(task.address, targetPortOf(task, name, containerPort), real);
        }
    };
    publish();
    const running = new ContainerProcess({
        program,
        argv: argvOf(container),
        env: environmentOf(world, task, container),
        ports: container.ports,
        onLine: (message) => {
            if (log === undefined || world.isStopped)
                return;
            world.logs.append(log.group, log.stream, [{ at: world.now(), message }], { create: log.create });
        },
        onListening: (ports) => {
            for (const [containerPort, real] of ports)
                if (containerPort > 0)
                    container.ports.set(containerPort, real);
            publish();
        },
    });
    const fault = world.faults.of(task, container);
    if (Object.keys(fault).length > 0)
        running.tell(fault);
    return running;
}
/** A process needs some real time to run a command, however fast the cloud's clock goes. */
const SHORTEST_REAL_TIMEOUT_MS = 2_000;
/** Runs a container's health check until the container stops. */
async function watchHealth(world, task, container) {
    const check = container.definition.healthCheck;
    const argv = check && healthArgv(check, container.ports);
    if (check === undefined || argv === undefined)
        return;
    const { clock } = world.ground;
    const { interval = 30, timeout = 5, retries = 3, startPeriod = 0 } = check;
    const began = clock.now();
    let failures = 0;
    for (;;) {
        await world.sleep(interval * 1000);
        if (world.isStopped || container.lastStatus !== 'RUNNING')
            return;
        const current = healthArgv(check, container.ports) ?? argv;
        const realTimeoutMs = Math.max(SHORTEST_REAL_TIMEOUT_MS, (timeout * 1000) / clock.speed);
        const passes = await runHealthCommand(current, environmentOf(world, task, container), realTimeoutMs);
        if (passes) {
            failures = 0;
            container.healthStatus = 'HEALTHY';
        }
        else if (container.healthStatus !== 'UNKNOWN' || clock.now() - began >= startPeriod * 1000) {
            failures += 1;
            if (failures >= retries)
                container.healthStatus = 'UNHEALTHY';
        }
    }
}

;// CONCATENATED MODULE: ./build-stage/local-cloud/ecs/scheduler.js









/** What AWS documents for stopped tasks: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DescribeTasks.html */
const STOPPED_FOR_MS = 3_600_000;
/** Brings every service to what it should be, a look at a time. */
class Scheduler {
    world;
    life;
    alarms;
    constructor(world, life) {
        this.world = world;
        this.life = life;
        this.alarms = new AlarmWatch(world);
    }
    tick() {
        const now = this.world.now();
        for (const service of this.world.services) {
            if (service.status === 'ACTIVE')
                this.reconcile(service);
            else if (service.status === 'DRAINING')
                this.drain(service);
        }
        for (const [arn, task] of this.world.tasks) {
            if (task.stoppedAt !== undefined && now - task.stoppedAt > STOPPED_FOR_MS)
                this.world.tasks.delete(arn);
        }
    }
    /** A task of a service is going to stop: count it where nobody asked for it. */
    onEnding(task, why) {
        const { service, deployment } = task;
        if (service === undefined || deployment === undefined)
            return;
        this.tellDeregistration(service, deployment, task);
        const isWanted = why.code === 'UserInitiated' || why.reason === stopped.scaling(deployment.id) || isReplacedBy(service, why);
        if (isWanted || service.status !== 'ACTIVE')
            return;
        if (why.code === 'TaskFailedToStart')
            tell(this.world, service, events.unableToPlace(service.name, why.reason));
        service.isSteady = false;
        deployment.failedTasks += 1;
        deployment.failuresInARow += 1;
        deployment.updatedAt = this.world.now();
        const delayMs = launchDelayMs(deployment.failuresInARow);
        deployment.nextLaunchAt = this.world.now() + delayMs;
        if (delayMs > 0 && !deployment.isThrottleTold) {
            deployment.isThrottleTold = true;
            tell(this.world, service, events.inconsistent(service.name));
        }
    }
    reconcile(service) {
        const primary = primaryOf(service);
        if (primary === undefined)
            return;
        this.beginServiceDeployment(service);
        const tasks = this.world.tasksOf(service);
        this.registerTargets(service, tasks);
        const judged = new Map(tasks.filter(isActive).map((task) => [task, this.judge(service, task)]));
        const ended = this.judgeDeployment(service, primary);
        if (ended)
            return;
        const seen = [...judged].map(([task, { health }]) => ({
            id: task.id,
            deploymentId: task.deployment?.id ?? '',
            health,
            createdAt: task.createdAt,
        }));
        const { minimumHealthyPercent, maximumPercent } = service.deploymentConfiguration;
        const limits = limitsOf(service.desiredCount, minimumHealthyPercent, maximumPercent);
        const now = this.world.now();
        const plan = planTasks(service.desiredCount, limits, service.deployments.map((deployment) => ({
            id: deployment.id,
            isPrimary: deployment === primary,
            desiredCount: deployment.desiredCount,
            mayLaunch: now >= deployment.nextLaunchAt,
            hasFailed: deployment.rolloutState === 'FAILED',
        })), seen);
        if (!primary.isBlockTold && isBlocked(service.desiredCount, limits, plan, seen, primary.id)) {
            primary.isBlockTold = true;
            tell(this.world, service, events.blocked(service.name));
        }
        this.carryOut(service, primary, plan, judged);
        this.dropFinishedDeployments(service, primary, tasks);
        this.lookForCompletion(service, primary, judged);
    }
    beginServiceDeployment(service) {
        const record = currentServiceDeployment(service);
        if (record?.status !== 'PENDING')
            return;
        record.status = 'IN_PROGRESS';
        record.startedAt = this.world.now();
        record.updatedAt = record.startedAt;
    }
    judge(service, task) {
        const judgement = judge(this.world, task);
        const { deployment } = task;
        if (judgement.health === 'healthy' && !task.hasBeenHealthy) {
            task.hasBeenHealthy = true;
            if (deployment !== undefined) {
                deployment.failuresInARow = 0;
                deployment.nextLaunchAt = 0;
                deployment.isThrottleTold = false;
                if (forgivesOnHealthyTask(service.deploymentConfiguration.deploymentCircuitBreaker))
                    deployment.failedTasks = 0;
            }
        }
        if (judgement.event !== undefined && !task.isUnhealthyTold) {
            task.isUnhealthyTold = true;
            tell(this.world, service, judgement.event);
        }
        return judgement;
    }
    /** Requests to stop, alarms and the circuit breaker. Answers whether the deployment ended by one of them. */
    judgeDeployment(service, primary) {
        const record = currentServiceDeployment(service);
        if (record?.status === 'ROLLBACK_REQUESTED') {
            failDeployment(this.world, service, failures.stoppedByUser, true);
            return true;
        }
        if (record?.status === 'STOP_REQUESTED') {
            failDeployment(this.world, service, failures.stoppedByUser, false);
            return true;
        }
        if (primary.rolloutState !== 'IN_PROGRESS')
            return false;
        const alarmed = this.alarms.look(service, primary);
        if (alarmed.length > 0) {
            if (record !== undefined)
                Object.assign(record, { triggeredAlarms: alarmed, alarms: 'TRIGGERED' });
            failDeployment(this.world, service, failures.alarm, service.deploymentConfiguration.alarms?.rollback ?? false);
            return true;
        }
        const breaker = service.deploymentConfiguration.deploymentCircuitBreaker;
        const threshold = failureThreshold(breaker, service.desiredCount);
        if (record !== undefined && !primary.isRollback) {
            record.breaker.failureCount = primary.failedTasks;
            record.breaker.threshold = threshold;
            if (primary.alarmWatch === 'ignored')
                record.alarms = 'DISABLED';
        }
        if (!breaker?.enable || primary.isRollback || primary.failedTasks < threshold)
            return false;
        if (record !== undefined)
            record.breaker.status = 'TRIGGERED';
        failDeployment(this.world, service, failures.circuitBreaker, breaker.rollback ?? false);
        return true;
    }
    carryOut(service, primary, plan, judged) {
        for (const { deploymentId, count, replacesUnhealthy } of plan.start) {
            const deployment = service.deployments.find((each) => each.id === deploymentId);
            if (deployment === undefined)
                continue;
            const started = Array.from({ length: count }, () => createTask(this.world, { service, deployment }));
            for (const task of started)
                this.life.begin(task);
            service.isSteady = false;
            tell(this.world, service, events.started(service.name, started.map((task) => task.id), replacesUnhealthy));
        }
        const stopping = plan.stop.flatMap(({ taskId, why }) => {
            const found = [...judged].find(([task]) => task.id === taskId);
            return found === undefined ? [] : [{ task: found[0], judgement: found[1], why }];
        });
        const running = stopping.filter(({ task }) => task.lastStatus === 'RUNNING').map(({ task }) => task.id);
        for (const { task, judgement, why } of stopping) {
            const reason = (why === 'unhealthy' ? judgement.reason : undefined) ?? stopped.scaling(primary.id);
            if (why === 'replaced' && task.deployment !== undefined)
                task.deployment.desiredCount -= 1;
            this.life.stop(task, { code: 'ServiceSchedulerInitiated', reason });
        }
        if (running.length > 0)
            tell(this.world, service, events.stopped(service.name, running));
        const pending = stopping.length - running.length;
        if (pending > 0)
            tell(this.world, service, events.stoppedPending(service.name, pending));
    }
    /** A task that runs is registered with the service's target groups. */
    registerTargets(service, tasks) {
        const counts = new Map();
        for (const task of tasks) {
            if (!isActive(task) || task.lastStatus !== 'RUNNING' || task.registeredIn.length > 0)
                continue;
            for (const { targetGroupArn, containerName, containerPort } of task.workload.loadBalancers) {
                if (targetGroupArn === undefined)
                    continue;
                const port = targetPortOf(task, containerName ?? '', containerPort ?? 0);
                this.world.targets.register(targetGroupArn, { id: task.address, port });
                task.registeredIn.push({ groupArn: targetGroupArn, port });
                counts.set(targetGroupArn, (counts.get(targetGroupArn) ?? 0) + 1);
            }
        }
        for (const [arn, count] of counts)
            tell(this.world, service, events.registered(service.name, count, arn));
    }
    tellDeregistration(service, deployment, task) {
        for (const { groupArn } of task.registeredIn)
            tell(this.world, service, events.deregistered(service.name, 1, groupArn));
        if (task.registeredIn.length > 0)
            tell(this.world, service, events.draining(service.name, deployment.id, 1));
    }
    dropFinishedDeployments(service, primary, tasks) {
        service.deployments = service.deployments.filter((deployment) => {
            if (deployment === primary)
                return true;
            const mine = tasks.filter((task) => task.deployment === deployment);
            if (mine.some(isActive))
                return true;
            deployment.status = 'DRAINING';
            const isWaitedFor = primary.rolloutState === 'FAILED' && deployment.desiredCount > 0;
            return isWaitedFor || mine.some((task) => !['DEPROVISIONING', 'STOPPED'].includes(task.lastStatus));
        });
    }
    lookForCompletion(service, primary, judged) {
        const mine = [...judged].filter(([task]) => task.deployment === primary && isActive(task));
        const isThere = mine.length === service.desiredCount &&
            mine.every(([, { health }]) => health === 'healthy') &&
            service.deployments.length === 1;
        if (!isThere) {
            primary.bakingSince = undefined;
            return;
        }
        if (primary.rolloutState === 'IN_PROGRESS') {
            primary.bakingSince ??= this.world.now();
            if (this.world.now() - primary.bakingSince < this.alarms.bakeMs(service, primary))
                return;
            completeDeployment(this.world, service, primary);
        }
        if (!service.isSteady && primary.rolloutState === 'COMPLETED') {
            service.isSteady = true;
            tell(this.world, service, events.steady(service.name));
        }
    }
    /** A deleted service: its tasks stop, then it is INACTIVE. */
    drain(service) {
        const tasks = this.world.tasksOf(service);
        for (const task of tasks.filter(isActive)) {
            const reason = stopped.scaling(task.deployment?.id ?? '');
            this.life.stop(task, { code: 'ServiceSchedulerInitiated', reason });
        }
        if (tasks.some((task) => task.lastStatus !== 'STOPPED'))
            return;
        service.status = 'INACTIVE';
        service.inactiveAt = this.world.now();
        service.deployments = [];
    }
}
function isReplacedBy(service, why) {
    return service.deployments.some((deployment) => why.reason === stopped.scaling(deployment.id));
}

;// CONCATENATED MODULE: ./build-stage/local-cloud/ecs/service-view.js


const isRunning = (task) => task.lastStatus === 'RUNNING';
/** The members of a Deployment or Service that a workload gives. */
function workloadView({ workload }) {
    const isFargate = workload.launchType === 'FARGATE' || workload.capacityProviderStrategy !== undefined;
    return {
        taskDefinition: workload.taskDefinition.taskDefinitionArn,
        launchType: workload.launchType,
        capacityProviderStrategy: workload.capacityProviderStrategy,
        platformVersion: isFargate ? (workload.platformVersion ?? 'LATEST') : undefined,
        platformFamily: isFargate ? 'Linux' : undefined,
        networkConfiguration: workload.networkConfiguration,
        ...workload.others,
    };
}
function serviceView(world, service, include = []) {
    const tasks = world.tasksOf(service);
    const { workload } = service;
    return {
        ...service.echoed,
        serviceArn: service.arn,
        serviceName: service.name,
        clusterArn: service.cluster.clusterArn,
        status: service.status,
        desiredCount: service.desiredCount,
        runningCount: tasks.filter(isRunning).length,
        pendingCount: tasks.filter(isPending).length,
        ...workloadView({ arn: '', createdAt: 0, workload }),
        loadBalancers: workload.loadBalancers,
        deploymentConfiguration: service.deploymentConfiguration,
        deployments: service.deployments.map((deployment) => {
            const mine = tasks.filter((task) => task.deployment === deployment);
            return {
                ...workloadView(deployment.revision),
                id: deployment.id,
                status: deployment.status,
                desiredCount: deployment.status === 'PRIMARY' ? service.desiredCount : Math.max(0, deployment.desiredCount),
                pendingCount: mine.filter(isPending).length,
                runningCount: mine.filter(isRunning).length,
                failedTasks: deployment.failedTasks,
                createdAt: deployment.createdAt,
                updatedAt: deployment.updatedAt,
                rolloutState: deployment.rolloutState,
                rolloutStateReason: deployment.rolloutStateReason,
            };
        }),
        roleArn: workload.loadBalancers.length > 0
            ? `arn:aws:iam::${world.ground.accountId}:role/aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS`
            : undefined,
        events: service.events,
        createdAt: service.createdAt,
        createdBy: service.createdBy,
        healthCheckGracePeriodSeconds: workload.loadBalancers.length > 0 ? service.healthCheckGracePeriodSeconds : undefined,
        schedulingStrategy: 'REPLICA',
        deploymentController: { type: 'ECS' },
        placementConstraints: service.echoed.placementConstraints ?? [],
        placementStrategy: service.echoed.placementStrategy ?? [],
        serviceRegistries: workload.others.serviceRegistries ?? [],
        currentServiceDeployment: service.serviceDeployments[0]?.arn,
        currentServiceRevisions: service.deployments.map((deployment) => {
            const mine = tasks.filter((task) => task.deployment === deployment);
            return { ...countsOf(deployment.revision, mine), requestedTaskCount: deployment.desiredCount };
        }),
        tags: include.includes('TAGS') ? service.tags : undefined,
    };
}
function countsOf(revision, tasks) {
    return {
        arn: revision.arn,
        requestedTaskCount: tasks.filter((task) => task.desiredStatus === 'RUNNING').length,
        runningTaskCount: tasks.filter(isRunning).length,
        pendingTaskCount: tasks.filter(isPending).length,
    };
}
function serviceDeploymentView(world, service, record) {
    const tasks = world.tasksOf(service);
    const ofRevision = (revision) => countsOf(revision, tasks.filter((task) => task.deployment?.revision === revision));
    const target = ofRevision(record.target);
    const isUnderWay = record.status === 'PENDING' || record.status === 'IN_PROGRESS';
    return {
        serviceDeploymentArn: record.arn,
        serviceArn: service.arn,
        clusterArn: service.cluster.clusterArn,
        createdAt: record.createdAt,
        startedAt: record.startedAt,
        finishedAt: record.finishedAt,
        stoppedAt: record.stoppedAt,
        updatedAt: record.updatedAt,
        sourceServiceRevisions: record.sources.map(ofRevision),
        targetServiceRevision: { ...target, ...(isUnderWay ? { requestedTaskCount: service.desiredCount } : {}) },
        status: record.status,
        statusReason: record.statusReason,
        deploymentConfiguration: record.deploymentConfiguration,
        rollback: record.rollback && {
            reason: record.rollback.reason,
            startedAt: record.rollback.startedAt,
            serviceRevisionArn: record.rollback.revisionArn,
        },
        deploymentCircuitBreaker: record.breaker,
        alarms: {
            status: record.alarms,
            alarmNames: record.deploymentConfiguration.alarms?.alarmNames ?? [],
            triggeredAlarmNames: record.triggeredAlarms,
        },
    };
}
function serviceDeploymentBrief(service, record) {
    return {
        serviceDeploymentArn: record.arn,
        serviceArn: service.arn,
        clusterArn: service.cluster.clusterArn,
        createdAt: record.createdAt,
        startedAt: record.startedAt,
        finishedAt: record.finishedAt,
        targetServiceRevisionArn: record.target.arn,
        status: record.status,
        statusReason: record.statusReason,
    };
}
function revisionView(service, revision) {
    const { workload } = revision;
    return {
        ...workloadView(revision),
        serviceRevisionArn: revision.arn,
        serviceArn: service.arn,
        clusterArn: service.cluster.clusterArn,
        loadBalancers: workload.loadBalancers,
        containerImages: workload.taskDefinition.containerDefinitions.map((container) => ({
            containerName: container.name,
            image: container.image,
            imageDigest: (0,ecs_images/* parseImage */.zZ)(container.image ?? '').digest,
        })),
        guardDutyEnabled: false,
        createdAt: revision.createdAt,
        resolvedConfiguration: {
            loadBalancers: workload.loadBalancers.map((each) => ({ targetGroupArn: each.targetGroupArn })),
        },
    };
}

;// CONCATENATED MODULE: ./build-stage/local-cloud/ecs/service-deployments.js




/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-deployment.html */
function serviceDeploymentOperations(world) {
    const find = (arn) => {
        for (const service of world.services) {
            const record = service.serviceDeployments.find((each) => each.arn === arn);
            if (record !== undefined)
                return { service, record };
        }
        return undefined;
    };
    return {
        ListServiceDeployments(input) {
            const service = world.service(world.cluster(input.cluster), input.service);
            const after = input.createdAt?.after?.getTime() ?? Number.NEGATIVE_INFINITY;
            const before = input.createdAt?.before?.getTime() ?? Number.POSITIVE_INFINITY;
            const met = service.serviceDeployments.filter(({ status, createdAt }) => (input.status === undefined || input.status.length === 0 || input.status.includes(status)) &&
                createdAt >= after &&
                createdAt <= before);
            const { items, nextToken } = pages_page(met, { ...input, maxResults: input.maxResults ?? 20 });
            return { serviceDeployments: items.map((record) => serviceDeploymentBrief(service, record)), nextToken };
        },
        DescribeServiceDeployments(input) {
            const arns = input.serviceDeploymentArns ?? [];
            if (arns.length === 0 || arns.length > 20)
                service_checks_invalid('Between 1 and 20 service deployments can be described.');
            const found = arns.map((arn) => ({ arn, hit: find(arn) }));
            return {
                serviceDeployments: found.flatMap(({ hit }) => hit === undefined ? [] : serviceDeploymentView(world, hit.service, hit.record)),
                failures: found.flatMap(({ arn, hit }) => (hit === undefined ? { arn, reason: 'MISSING' } : [])),
            };
        },
        DescribeServiceRevisions(input) {
            const arns = input.serviceRevisionArns ?? [];
            if (arns.length === 0 || arns.length > 20)
                service_checks_invalid('Between 1 and 20 service revisions can be described.');
            const found = arns.map((arn) => {
                const service = world.services.find((each) => each.revisions.some((revision) => revision.arn === arn));
                const revision = service?.revisions.find((each) => each.arn === arn);
                return { arn, view: service && revision ? revisionView(service, revision) : undefined };
            });
            return {
                serviceRevisions: found.flatMap(({ view }) => view ?? []),
                failures: found.flatMap(({ arn, view }) => (view === undefined ? { arn, reason: 'MISSING' } : [])),
            };
        },
        /** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_StopServiceDeployment.html */
        StopServiceDeployment(input) {
            const hit = find(input.serviceDeploymentArn ?? '');
            if (hit === undefined) {
                throw new AwsError('ServiceDeploymentNotFoundException', 'The service deployment could not be found.');
            }
            const { record } = hit;
            if (record.status !== 'PENDING' && record.status !== 'IN_PROGRESS') {
                throw new AwsError('ConflictException', `The service deployment is in status ${record.status} and cannot be stopped.`, { fields: { resourceIds: [record.arn] } });
            }
            record.status = input.stopType === 'ABORT' ? 'STOP_REQUESTED' : 'ROLLBACK_REQUESTED';
            record.updatedAt = world.now();
            return { serviceDeploymentArn: record.arn };
        },
    };
}

;// CONCATENATED MODULE: ./build-stage/local-cloud/ecs/services.js








/** Pinned by a deployment beside the members of Workload; stored and answered. */
const PINNED = ['serviceRegistries', 'serviceConnectConfiguration', 'volumeConfigurations', 'vpcLatticeConfigurations'];
/** Stored and answered, no deployment follows from them. */
const ECHOED = [
    'placementConstraints',
    'placementStrategy',
    'enableECSManagedTags',
    'enableExecuteCommand',
    'propagateTags',
    'availabilityZoneRebalancing',
    'monitoring',
];
function picked(input, names) {
    return Object.fromEntries(Object.entries(input).filter(([name, value]) => names.includes(name) && value !== undefined));
}
/** An inactive service can be described for about an hour after its deletion. */
const INACTIVE_FOR_MS = 3_600_000;
function serviceOperations(world) {
    const active = (clusterName, name) => {
        const service = world.service(world.cluster(clusterName), name);
        if (service.status !== 'ACTIVE')
            throw new AwsError('ServiceNotActiveException', 'Service was not ACTIVE.');
        return service;
    };
    return {
        CreateService(input, call) {
            const cluster = world.cluster(input.cluster);
            checkFeatures(input);
            const name = input.serviceName ?? '';
            if (!/^[A-Za-z0-9_-]{1,255}$/.test(name))
                service_checks_invalid('Invalid service name.');
            if (input.desiredCount === undefined)
                service_checks_invalid('desiredCount is required for the REPLICA scheduling strategy.');
            if (input.desiredCount < 0)
                service_checks_invalid('desiredCount must not be negative.');
            checkGracePeriod(input.healthCheckGracePeriodSeconds);
            checkCapacity(input, cluster);
            const before = world.findService(cluster, name);
            if (before?.status === 'ACTIVE') {
                if (input.clientToken && input.clientToken === before.clientToken)
                    return { service: serviceView(world, before) };
                service_checks_invalid('Creation of service was not idempotent.');
            }
            if (before?.status === 'DRAINING')
                service_checks_invalid('Unable to Start a service that is still Draining.');
            const launchType = input.launchType === 'FARGATE' || input.launchType === 'EC2'
                ? input.launchType
                : input.capacityProviderStrategy === undefined && cluster.defaultCapacityProviderStrategy?.length === 0
                    ? 'EC2'
                    : undefined;
            const workload = {
                taskDefinition: world.startableTaskDefinition(input.taskDefinition),
                networkConfiguration: input.networkConfiguration,
                loadBalancers: input.loadBalancers ?? [],
                platformVersion: input.platformVersion,
                launchType,
                capacityProviderStrategy: (input.capacityProviderStrategy ??
                    (launchType === undefined
                        ? cluster.defaultCapacityProviderStrategy
                        : undefined)),
                others: picked(input, PINNED),
            };
            checkWorkload(workload, world.targets);
            const service = {
                arn: world.arn(`service/${cluster.clusterName}/${name}`),
                name,
                cluster,
                createdAt: world.now(),
                clientToken: input.clientToken,
                createdBy: call.principal,
                status: 'ACTIVE',
                desiredCount: input.desiredCount,
                workload,
                deploymentConfiguration: completedConfiguration(input.deploymentConfiguration),
                healthCheckGracePeriodSeconds: input.healthCheckGracePeriodSeconds ?? 0,
                deployments: [],
                lastCompleted: undefined,
                serviceDeployments: [],
                revisions: [],
                events: [],
                isSteady: false,
                inactiveAt: undefined,
                tags: input.tags ?? [],
                echoed: {
                    enableECSManagedTags: false,
                    enableExecuteCommand: false,
                    propagateTags: 'NONE',
                    ...picked(input, ECHOED),
                },
            };
            world.services.push(service);
            beginDeployment(world, service, workload);
            return { service: serviceView(world, service, ['TAGS']) };
        },
        UpdateService(input) {
            const service = active(input.cluster, input.service);
            checkFeatures(input);
            if ((input.desiredCount ?? 0) < 0)
                service_checks_invalid('desiredCount must not be negative.');
            const before = service.workload;
            checkGracePeriod(input.healthCheckGracePeriodSeconds);
            checkStrategy(input.capacityProviderStrategy, service.cluster);
            const hasCapacity = input.capacityProviderStrategy !== undefined;
            const workload = {
                taskDefinition: input.taskDefinition === undefined
                    ? before.taskDefinition
                    : world.startableTaskDefinition(input.taskDefinition),
                networkConfiguration: input.networkConfiguration ?? before.networkConfiguration,
                loadBalancers: input.loadBalancers ?? before.loadBalancers,
                platformVersion: input.platformVersion ?? before.platformVersion,
                launchType: hasCapacity ? undefined : before.launchType,
                capacityProviderStrategy: (input.capacityProviderStrategy ??
                    before.capacityProviderStrategy),
                others: { ...before.others, ...picked(input, PINNED) },
            };
            checkWorkload(workload, world.targets);
            const configuration = completedConfiguration(input.deploymentConfiguration, service.deploymentConfiguration);
            // Everything has been checked: from here on it takes effect.
            service.deploymentConfiguration = configuration;
            service.healthCheckGracePeriodSeconds =
                input.healthCheckGracePeriodSeconds ?? service.healthCheckGracePeriodSeconds;
            service.echoed = { ...service.echoed, ...picked(input, ECHOED) };
            if (input.desiredCount !== undefined)
                setDesiredCount(service, input.desiredCount);
            // https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_UpdateService.html: a change of the desired count or
            // of how deployments are done starts no deployment; a change of what runs does.
            if (input.forceNewDeployment || !(0,external_node_util_.isDeepStrictEqual)(workload, before))
                beginDeployment(world, service, workload);
            return { service: serviceView(world, service, ['TAGS']) };
        },
        DeleteService(input) {
            const service = active(input.cluster, input.service);
            if (service.desiredCount > 0 && !input.force)
                service_checks_invalid('The service cannot be stopped while it is scaled above 0.');
            service.status = 'DRAINING';
            service.desiredCount = 0;
            return { service: serviceView(world, service) };
        },
        DescribeServices(input) {
            const cluster = world.cluster(input.cluster);
            const names = input.services ?? [];
            if (names.length === 0)
                service_checks_invalid('Services cannot be empty.');
            if (names.length > 10)
                service_checks_invalid('You can only describe up to 10 services in a single call.');
            const found = names.map((name) => {
                const service = world.findService(cluster, name);
                const isGone = service?.inactiveAt !== undefined && world.now() - service.inactiveAt > INACTIVE_FOR_MS;
                return { name, service: isGone ? undefined : service };
            });
            return {
                services: found.flatMap(({ service }) => service === undefined ? [] : serviceView(world, service, input.include)),
                failures: found.flatMap(({ name, service }) => service === undefined
                    ? { arn: world.arn(`service/${cluster.clusterName}/${lastSegment(name)}`), reason: 'MISSING' }
                    : []),
            };
        },
        ListServices(input) {
            const cluster = world.cluster(input.cluster);
            const living = world.services.filter((service) => service.cluster === cluster &&
                service.status !== 'INACTIVE' &&
                (input.launchType === undefined || service.workload.launchType === input.launchType));
            const { items, nextToken } = pages_page(living, { ...input, maxResults: input.maxResults ?? 10 });
            return { serviceArns: items.map((service) => service.arn), nextToken };
        },
    };
}
function setDesiredCount(service, desiredCount) {
    if (desiredCount !== service.desiredCount)
        service.isSteady = false;
    service.desiredCount = desiredCount;
    const primary = service.deployments.find((deployment) => deployment.status === 'PRIMARY');
    if (primary !== undefined)
        primary.desiredCount = desiredCount;
}

;// CONCATENATED MODULE: ./build-stage/local-cloud/ecs/tags.js

/** Clusters, services, tasks and task definitions carry tags. */
function tagsOf(world, arn) {
    const kind = /^arn:[^:]+:ecs:[^:]*:[^:]*:([a-z-]+)\//.exec(arn)?.[1];
    const found = kind === 'cluster'
        ? [...world.clusters.values()].find((each) => each.clusterArn === arn && each.status === 'ACTIVE')
        : kind === 'service'
            ? world.services.findLast((each) => each.arn === arn && each.status !== 'INACTIVE')
            : kind === 'task'
                ? world.tasks.get(arn)
                : kind === 'task-definition'
                    ? [...world.families.values()].flat().find((each) => each.taskDefinitionArn === arn)
                    : undefined;
    return found?.tags ?? service_checks_invalid(`The specified resource was not found: ${arn}`);
}
/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-using-tags.html */
const MOST_TAGS = 50;
function tagOperations(world) {
    return {
        TagResource(input) {
            const tags = tagsOf(world, input.resourceArn ?? '');
            const merged = new Map(tags.map((tag) => [tag.key, tag]));
            for (const tag of input.tags ?? []) {
                if (tag.key?.toLowerCase().startsWith('aws:'))
                    service_checks_invalid('Tag keys must not begin with aws:.');
                merged.set(tag.key, tag);
            }
            if (merged.size > MOST_TAGS)
                service_checks_invalid(`A resource can have at most ${MOST_TAGS} tags.`);
            tags.splice(0, tags.length, ...merged.values());
            return {};
        },
        UntagResource(input) {
            const tags = tagsOf(world, input.resourceArn ?? '');
            tags.splice(0, tags.length, ...tags.filter((tag) => !input.tagKeys?.includes(tag.key ?? '')));
            return {};
        },
        ListTagsForResource(input) {
            return { tags: tagsOf(world, input.resourceArn ?? '') };
        },
    };
}

;// CONCATENATED MODULE: ./build-stage/local-cloud/ecs/task-definition-checks.js

/**
 * What RegisterTaskDefinition refuses beyond types and enums. Pure.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters.html
 */
function checkTaskDefinition(input) {
    if (!/^[A-Za-z0-9_-]{1,255}$/.test(input.family ?? '')) {
        task_definition_checks_refuse('Family contains invalid characters when it should match ^[a-zA-Z0-9\\-_]{1,255}$');
    }
    const containers = input.containerDefinitions ?? [];
    if (containers.length === 0)
        task_definition_checks_refuse('Container list cannot be empty.');
    const names = new Set();
    for (const container of containers) {
        if (!container.name)
            task_definition_checks_refuse('Container.name should not be null or empty.');
        if (!/^[A-Za-z0-9_-]{1,255}$/.test(container.name))
            task_definition_checks_refuse(`Invalid container name '${container.name}'.`);
        if (!container.image)
            task_definition_checks_refuse('Container.image should not be null or empty.');
        if (names.has(container.name))
            task_definition_checks_refuse(`Container names must be unique: '${container.name}' is used twice.`);
        names.add(container.name);
    }
    if (containers.every((container) => container.essential === false)) {
        task_definition_checks_refuse('At least one container definition must be essential.');
    }
    for (const container of containers)
        checkContainer(container, input);
    checkDependencies(containers);
    if (input.requiresCompatibilities?.includes('FARGATE'))
        checkFargate(input);
}
function task_definition_checks_refuse(message) {
    throw new AwsError('ClientException', message);
}
function checkContainer(container, input) {
    const { name } = container;
    if (input.memory === undefined && container.memory === undefined && container.memoryReservation === undefined) {
        task_definition_checks_refuse(`Invalid setting for container '${name}'. At least one of 'memory' or 'memoryReservation' must be specified.`);
    }
    const taskMemory = memoryOf(input.memory);
    if (taskMemory !== undefined && (container.memory ?? container.memoryReservation ?? 0) > taskMemory) {
        task_definition_checks_refuse(`Invalid setting for container '${name}'. The container memory must not be above the task memory.`);
    }
    for (const mapping of container.portMappings ?? []) {
        if (input.networkMode === 'awsvpc' &&
            mapping.hostPort !== undefined &&
            mapping.hostPort !== 0 &&
            mapping.hostPort !== mapping.containerPort) {
            task_definition_checks_refuse('When networkMode=awsvpc, the host ports and container ports in port mappings must match.');
        }
        if (mapping.containerPort !== undefined && (mapping.containerPort < 1 || mapping.containerPort > 65_535)) {
            task_definition_checks_refuse(`Invalid containerPort ${mapping.containerPort} for container '${name}'.`);
        }
    }
    if (input.networkMode === 'awsvpc' && (container.links?.length ?? 0) > 0) {
        task_definition_checks_refuse('Links are not supported when networkMode=awsvpc.');
    }
    checkLogging(container, input);
    checkHealthCheck(container);
}
/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/specify-log-config.html */
function checkLogging(container, input) {
    if (container.logConfiguration?.logDriver !== 'awslogs')
        return;
    const isFargate = input.requiresCompatibilities?.includes('FARGATE') ?? false;
    const wanted = ['awslogs-group', 'awslogs-region', ...(isFargate ? ['awslogs-stream-prefix'] : [])];
    const missing = wanted.filter((option) => !container.logConfiguration?.options?.[option]);
    if (missing.length > 0)
        task_definition_checks_refuse(`Log driver awslogs requires options: ${missing.join(', ')}.`);
    if (isFargate && input.executionRoleArn === undefined) {
        task_definition_checks_refuse('Fargate requires task definition to have execution role ARN to support log driver awslogs.');
    }
}
/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_HealthCheck.html */
function checkHealthCheck({ name, healthCheck }) {
    if (healthCheck === undefined)
        return;
    const first = healthCheck.command?.[0];
    if (first !== 'CMD' && first !== 'CMD-SHELL' && first !== 'NONE') {
        task_definition_checks_refuse(`Invalid health check of container '${name}': the command must begin with CMD, CMD-SHELL or NONE.`);
    }
    const ranges = { interval: [5, 300], timeout: [2, 60], retries: [1, 10], startPeriod: [0, 300] };
    for (const [member, [least, most]] of Object.entries(ranges)) {
        const value = healthCheck[member];
        if (value !== undefined && (value < least || value > most)) {
            task_definition_checks_refuse(`Invalid health check of container '${name}': ${member} must be between ${least} and ${most}.`);
        }
    }
}
function checkDependencies(containers) {
    const byName = new Map(containers.map((container) => [container.name, container]));
    for (const container of containers) {
        for (const { containerName, condition } of container.dependsOn ?? []) {
            const other = byName.get(containerName);
            if (other === undefined)
                task_definition_checks_refuse(`Container '${container.name}' depends on '${containerName}', which does not exist.`);
            if (condition === 'HEALTHY' && other.healthCheck === undefined) {
                task_definition_checks_refuse(`Container '${container.name}' waits for '${containerName}' to be HEALTHY, which has no health check.`);
            }
            if ((condition === 'COMPLETE' || condition === 'SUCCESS') && other.essential !== false) {
                task_definition_checks_refuse(`Container '${containerName}' is essential and cannot be waited for with condition ${condition}.`);
            }
        }
    }
    const visit = (name, path) => {
        if (path.includes(name))
            task_definition_checks_refuse(`Container dependencies form a cycle: ${[...path, name].join(' -> ')}.`);
        for (const { containerName } of byName.get(name)?.dependsOn ?? [])
            visit(containerName ?? '', [...path, name]);
    };
    for (const name of byName.keys())
        visit(name ?? '', []);
}
const range = (from, to, step) => Array.from({ length: (to - from) / step + 1 }, (_, i) => from + i * step);
/** CPU units → MiB. https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html#fargate-tasks-size */
const FARGATE_SIZES = {
    256: [512, 1024, 2048],
    512: range(1024, 4096, 1024),
    1024: range(2048, 8192, 1024),
    2048: range(4096, 16_384, 1024),
    4096: range(8192, 30_720, 1024),
    8192: range(16_384, 61_440, 4096),
    16384: range(32_768, 122_880, 8192),
};
function checkFargate(input) {
    if (input.networkMode !== 'awsvpc')
        task_definition_checks_refuse("Fargate only supports network mode 'awsvpc'.");
    if (input.cpu === undefined)
        task_definition_checks_refuse("Fargate requires that 'cpu' be defined at the task level.");
    if (input.memory === undefined)
        task_definition_checks_refuse("Fargate requires that 'memory' be defined at the task level.");
    const cpu = cpuOf(input.cpu);
    const memory = memoryOf(input.memory);
    if (cpu === undefined || memory === undefined || !FARGATE_SIZES[cpu]?.includes(memory)) {
        task_definition_checks_refuse(`No Fargate configuration exists for given values: ${input.cpu} CPU, ${input.memory} memory. See the Amazon ECS documentation for the valid values.`);
    }
    for (const container of input.containerDefinitions ?? []) {
        if ((container.stopTimeout ?? 0) > 120)
            task_definition_checks_refuse('The maximum stopTimeout value on Fargate is 120 seconds.');
        if (container.privileged)
            task_definition_checks_refuse('Fargate does not support privileged containers.');
        if (/\.dkr\.ecr\./.test(container.image ?? '') && input.executionRoleArn === undefined) {
            task_definition_checks_refuse('Fargate requires task definition to have execution role ARN to support ECR images.');
        }
    }
}
/** `1024` or `1 vCPU` */
function cpuOf(text) {
    const match = /^\s*([\d.]+)\s*(vcpu)?\s*$/i.exec(text ?? '');
    if (!match)
        return undefined;
    return match[2] ? Number(match[1]) * 1024 : Number(match[1]);
}
/** `2048` or `2 GB`, in MiB */
function memoryOf(text) {
    const match = /^\s*([\d.]+)\s*(gb)?\s*$/i.exec(text ?? '');
    if (!match)
        return undefined;
    return match[2] ? Number(match[1]) * 1024 : Number(match[1]);
}

;// CONCATENATED MODULE: ./build-stage/local-cloud/ecs/task-definitions.js



/** The members ECS fills in where the request leaves them out. */
function completed(container, networkMode) {
    return {
        ...container,
        cpu: container.cpu ?? 0,
        essential: container.essential ?? true,
        environment: container.environment ?? [],
        mountPoints: container.mountPoints ?? [],
        volumesFrom: container.volumesFrom ?? [],
        systemControls: container.systemControls ?? [],
        portMappings: (container.portMappings ?? []).map((mapping) => ({
            ...mapping,
            hostPort: mapping.hostPort ?? (networkMode === 'awsvpc' ? mapping.containerPort : 0),
            protocol: mapping.protocol ?? 'tcp',
        })),
        ...(container.healthCheck === undefined
            ? {}
            : { healthCheck: { interval: 30, timeout: 5, retries: 3, ...container.healthCheck } }),
    };
}
/**
 * `1 vCPU` and `2 GB` are written down as `1024` and `2048`.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html, cpu and memory
 */
function sizes({ cpu, memory }) {
    return {
        ...(cpu === undefined ? {} : { cpu: `${cpuOf(cpu) ?? cpu}` }),
        ...(memory === undefined ? {} : { memory: `${memoryOf(memory) ?? memory}` }),
    };
}
function task_definitions_view({ tags: _, ...taskDefinition }) {
    return taskDefinition;
}
function taskDefinitionOperations(world) {
    const existing = (reference, verb) => {
        const found = world.findTaskDefinition(reference ?? '');
        if (found === undefined)
            throw new AwsError('ClientException', `Unable to ${verb} task definition.`);
        return found;
    };
    const listed = (status, familyPrefix) => [...world.families.values()]
        .flat()
        .filter((each) => each.status === status && (familyPrefix === undefined || each.family === familyPrefix));
    return {
        RegisterTaskDefinition(input, call) {
            checkTaskDefinition(input);
            const { tags = [], family = '', ...rest } = input;
            const revisions = world.families.get(family) ?? [];
            // Revision numbers are never given twice, not even after a revision was deleted.
            const revision = (revisions.at(-1)?.revision ?? 0) + 1;
            const isAwsvpc = input.networkMode === 'awsvpc';
            const registered = {
                placementConstraints: [],
                volumes: [],
                ...rest,
                ...sizes(input),
                family,
                revision,
                taskDefinitionArn: world.arn(`task-definition/${family}:${revision}`),
                containerDefinitions: (input.containerDefinitions ?? []).map((each) => completed(each, input.networkMode)),
                status: 'ACTIVE',
                compatibilities: isAwsvpc && input.cpu && input.memory ? ['EC2', 'FARGATE'] : ['EC2'],
                requiresAttributes: [],
                registeredAt: new Date(world.now()),
                registeredBy: call.principal,
                tags,
            };
            world.families.set(family, [...revisions, registered]);
            return { taskDefinition: task_definitions_view(registered), tags };
        },
        DescribeTaskDefinition(input) {
            const found = existing(input.taskDefinition, 'describe');
            return { taskDefinition: task_definitions_view(found), tags: input.include?.includes('TAGS') ? found.tags : [] };
        },
        DeregisterTaskDefinition(input) {
            if (!/:\d+$/.test(input.taskDefinition ?? '')) {
                throw new AwsError('ClientException', 'The specified task definition must name a revision.');
            }
            const found = existing(input.taskDefinition, 'describe');
            found.status = 'INACTIVE';
            found.deregisteredAt = new Date(world.now());
            return { taskDefinition: task_definitions_view(found) };
        },
        /** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeleteTaskDefinitions.html */
        DeleteTaskDefinitions(input) {
            const references = input.taskDefinitions ?? [];
            if (references.length === 0 || references.length > 10) {
                throw new AwsError('InvalidParameterException', 'Between 1 and 10 task definitions can be deleted in a call.');
            }
            const found = references.map((reference) => ({ reference, each: world.findTaskDefinition(reference) }));
            const failed = found.flatMap(({ reference, each }) => {
                if (each === undefined)
                    return { arn: reference, reason: 'MISSING' };
                if (each.status !== 'ACTIVE')
                    return [];
                return { arn: each.taskDefinitionArn, reason: 'The specified task definition is still in ACTIVE status.' };
            });
            const deleted = found.flatMap(({ each }) => (each === undefined || each.status === 'ACTIVE' ? [] : each));
            for (const each of deleted) {
                each.status = 'DELETE_IN_PROGRESS';
                each.deleteRequestedAt = new Date(world.now());
            }
            return { taskDefinitions: deleted.map(task_definitions_view), failures: failed };
        },
        ListTaskDefinitions(input) {
            const arns = listed(input.status ?? 'ACTIVE', input.familyPrefix).map((each) => each.taskDefinitionArn);
            const { items, nextToken } = pages_page(input.sort === 'DESC' ? arns.reverse() : arns, input);
            return { taskDefinitionArns: items, nextToken };
        },
        ListTaskDefinitionFamilies(input) {
            const status = input.status ?? 'ALL';
            const families = [...world.families].filter(([family, revisions]) => {
                if (!family.startsWith(input.familyPrefix ?? ''))
                    return false;
                const isLive = revisions.some((each) => each.status === 'ACTIVE');
                return status === 'ALL' || isLive === (status === 'ACTIVE');
            });
            const { items, nextToken } = pages_page(families.map(([family]) => family), input);
            return { families: items, nextToken };
        },
    };
}

// EXTERNAL MODULE: external "node:url"
var external_node_url_ = __webpack_require__(3136);
;// CONCATENATED MODULE: ./build-stage/local-cloud/ecs/app-program.js


/**
 * The program of the catalogue app (src/local-cloud/app/main.ts): told by `SLUICE_APP_PROGRAM`, beside the bundle as
 * `app.js`, or beside this module where the compiler left it.
 * @throws Error when none of them exists
 */
function appProgram() {
    const told = process.env.SLUICE_APP_PROGRAM;
    const here = import.meta.url;
    const candidates = told
        ? [told]
        : [new URL('../app/main.js', here), new URL('./app.js', here), new URL('../app.js', here)].map((url) => (0,external_node_url_.fileURLToPath)(url));
    const found = candidates.find((path) => (0,external_node_fs_.existsSync)(path));
    if (found === undefined) {
        throw new Error(`The catalogue app is in none of ${candidates.join(', ')}. Build it, or name it in SLUICE_APP_PROGRAM.`);
    }
    return found;
}

;// CONCATENATED MODULE: ./build-stage/local-cloud/ecs/task-life.js



/** AWS's default between SIGTERM and SIGKILL. */
const STOP_TIMEOUT_SECONDS = 30;
/** A process needs some real time to end, however fast the cloud's clock goes. */
const SHORTEST_REAL_GRACE_MS = 2_000;
/**
 * Leads a task from PROVISIONING to STOPPED.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-lifecycle-explanation.html
 */
class TaskLife {
    world;
    program;
    onEnding;
    lives = new Set();
    constructor(world, program, 
    /** Told once per task, when it is decided that it stops. */
    onEnding) {
        this.world = world;
        this.program = program;
        this.onEnding = onEnding;
    }
    begin(task) {
        this.world.tasks.set(task.arn, task);
        this.track(this.run(task));
    }
    /** Stops a task for this reason; does nothing when it is stopping already. */
    stop(task, why) {
        if (task.desiredStatus === 'STOPPED')
            return;
        task.desiredStatus = 'STOPPED';
        task.stopCode = why.code;
        task.stoppedReason = why.reason;
        task.stoppingAt = this.world.now();
        task.version += 1;
        this.onEnding(task, why);
        this.track(this.end(task));
    }
    /** Kills every process. Resolves when all are gone. */
    async killAll() {
        const processes = [...this.world.tasks.values()].flatMap((task) => task.containers.map((each) => each.process));
        for (const each of processes)
            each?.kill();
        await Promise.all(processes.map((each) => each?.exit));
    }
    track(life) {
        const kept = life
            .catch((error) => this.world.ground.note(`ecs: a task's life broke off: ${error}`))
            .finally(() => this.lives.delete(kept));
        this.lives.add(kept);
    }
    enter(task, status) {
        task.lastStatus = status;
        task.version += 1;
    }
    isOver(task) {
        return this.world.isStopped || task.desiredStatus === 'STOPPED';
    }
    async run(task) {
        const { ground } = this.world;
        await this.world.sleep(ground.settings.provisioningMs);
        if (this.isOver(task))
            return;
        this.enter(task, 'PENDING');
        task.pullStartedAt = this.world.now();
        for (const container of task.containers)
            await assignPorts(container);
        await this.world.sleep(ground.settings.pendingMs);
        if (this.isOver(task) || !this.canStart(task))
            return;
        task.pullStoppedAt = this.world.now();
        const waiting = task.containers.map((container) => this.startContainer(task, container));
        const haveStarted = await Promise.all(waiting);
        if (this.isOver(task) || !haveStarted.every(Boolean))
            return;
        this.enter(task, 'ACTIVATING');
        task.startedAt = this.world.now();
        this.enter(task, 'RUNNING');
    }
    /** Images and log groups are looked at before any container starts. */
    canStart(task) {
        for (const container of task.containers) {
            const image = container.definition.image ?? '';
            if (!this.world.images.has(image))
                return this.failToStart(task, container, stopped.cannotPull(image));
            const log = logStreamOf(task, container);
            if (log === undefined)
                continue;
            try {
                this.world.logs.append(log.group, log.stream, [], { create: log.create });
            }
            catch (error) {
                const why = error instanceof Error ? `${error.name}: ${error.message}` : `${error}`;
                return this.failToStart(task, container, stopped.noLogGroup(why));
            }
        }
        return true;
    }
    failToStart(task, container, reason) {
        container.reason = reason;
        this.stop(task, { code: 'TaskFailedToStart', reason });
        return false;
    }
    /** Waits for what it depends on, then starts it. Answers whether it runs. */
    async startContainer(task, container) {
        for (const { containerName, condition } of container.definition.dependsOn ?? []) {
            const other = task.containers.find((each) => each.definition.name === containerName);
            if (other === undefined || condition === undefined)
                continue;
            while (!this.isOver(task) && !isReached(other, condition)) {
                if (cannotBeReached(other, condition)) {
                    return this.failToStart(task, container, `Dependency on container '${containerName}' with condition ${condition} was not met.`);
                }
                await this.world.sleep(1_000);
            }
        }
        if (this.isOver(task))
            return false;
        const running = spawnContainer(this.world, this.program ?? appProgram(), task, container);
        container.process = running;
        running.exit.then((exit) => this.onExit(task, container, exit));
        const first = await Promise.race([running.started.then(() => 'started'), running.exit]);
        if (first !== 'started' && first.failedToStart !== undefined) {
            const command = container.definition.entryPoint?.[0] ?? container.definition.command?.[0] ?? first.failedToStart;
            return this.failToStart(task, container, stopped.cannotStart(command));
        }
        if (container.lastStatus === 'PENDING')
            container.lastStatus = 'RUNNING';
        this.track(watchHealth(this.world, task, container));
        return true;
    }
    onExit(task, container, exit) {
        container.lastStatus = 'STOPPED';
        if (exit.failedToStart === undefined)
            container.exitCode = exit.code;
        task.version += 1;
        if (this.isOver(task) || exit.failedToStart !== undefined || container.definition.essential === false)
            return;
        this.stop(task, { code: 'EssentialContainerExited', reason: stopped.essentialExited });
    }
    async end(task) {
        const { settings, network } = this.world.ground;
        if (task.lastStatus === 'RUNNING' || task.lastStatus === 'ACTIVATING') {
            this.enter(task, 'DEACTIVATING');
            const drained = task.registeredIn.map(({ groupArn, port }) => this.world.targets.deregister(groupArn, { id: task.address, port }));
            // A dead process drains nothing: its target is taken out while the task goes on stopping.
            const isDead = task.containers.some((each) => each.lastStatus === 'STOPPED' && each.definition.essential !== false);
            if (isDead)
                for (const each of drained)
                    each.catch(() => { });
            else
                await Promise.all(drained);
        }
        if (this.world.isStopped)
            return;
        this.enter(task, 'STOPPING');
        await Promise.all(task.containers.map((container) => this.stopContainer(container)));
        task.executionStoppedAt = this.world.now();
        this.enter(task, 'DEPROVISIONING');
        await this.world.sleep(settings.deprovisioningMs);
        if (this.world.isStopped)
            return;
        for (const container of task.containers)
            container.lastStatus = 'STOPPED';
        network.release(task.address);
        task.stoppedAt = this.world.now();
        this.enter(task, 'STOPPED');
    }
    async stopContainer(container) {
        const running = container.process;
        if (running === undefined || container.lastStatus === 'STOPPED')
            return;
        running.terminate();
        const graceMs = ((container.definition.stopTimeout ?? STOP_TIMEOUT_SECONDS) * 1000) / this.world.ground.clock.speed;
        const kill = setTimeout(() => running.kill(), Math.max(SHORTEST_REAL_GRACE_MS, graceMs));
        await running.exit;
        clearTimeout(kill);
    }
}
function isReached(other, condition) {
    if (condition === 'HEALTHY')
        return other.healthStatus === 'HEALTHY';
    if (condition === 'COMPLETE')
        return other.lastStatus === 'STOPPED';
    if (condition === 'SUCCESS')
        return other.lastStatus === 'STOPPED' && other.exitCode === 0;
    return other.lastStatus !== 'PENDING';
}
function cannotBeReached(other, condition) {
    if (condition === 'SUCCESS')
        return other.lastStatus === 'STOPPED' && other.exitCode !== 0;
    return condition === 'HEALTHY' && (other.healthStatus === 'UNHEALTHY' || other.lastStatus === 'STOPPED');
}

;// CONCATENATED MODULE: ./build-stage/local-cloud/ecs/index.js













/** Amazon ECS: a control plane as AWS documents it, over tasks that are child processes of this one. */
function createEcs(ground, others, options = {}) {
    const world = new World(ground, others.targets, others.metrics, others.logs, options);
    const life = new TaskLife(world, options.appProgram, (task, why) => scheduler.onEnding(task, why));
    const scheduler = new Scheduler(world, life);
    const timer = ground.clock.every(ground.settings.schedulerMs, () => {
        try {
            scheduler.tick();
        }
        catch (error) {
            ground.note(`ecs: the scheduler stumbled: ${error instanceof Error ? error.stack : error}`);
        }
    });
    const serviceAt = (resourceId) => {
        const [kind, clusterName = '', name = ''] = resourceId.split('/');
        const cluster = kind === 'service' ? world.clusters.get(clusterName) : undefined;
        const service = cluster && world.findService(cluster, name);
        return service?.status === 'ACTIVE' ? service : undefined;
    };
    return {
        id: 'ecs',
        sdk: client_ecs_dist_cjs_namespaceObject,
        wire: { protocol: 'json', version: '1.1', target: 'AmazonEC2ContainerServiceV20141113' },
        signingName: 'ecs',
        operations: {
            ...clusterOperations(world),
            ...taskDefinitionOperations(world),
            ...serviceOperations(world),
            ...serviceDeploymentOperations(world),
            RunTask: runTask(world, life),
            ...taskOperations(world, life),
            ...tagOperations(world),
        },
        admin: adminCalls(world),
        get: (resourceId) => serviceAt(resourceId)?.desiredCount,
        set(resourceId, desiredCount) {
            const service = serviceAt(resourceId);
            if (service === undefined)
                throw new AwsError('ServiceNotFoundException', 'Service not found.');
            setDesiredCount(service, desiredCount);
        },
        async stop() {
            timer.cancel();
            world.stop();
            await life.killAll();
        },
    };
}

// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-elastic-load-balancing-v2/dist-cjs/index.js
var client_elastic_load_balancing_v2_dist_cjs = __webpack_require__(586);
var client_elastic_load_balancing_v2_dist_cjs_namespaceObject = /*#__PURE__*/__webpack_require__.t(client_elastic_load_balancing_v2_dist_cjs, 2);
;// CONCATENATED MODULE: ./build-stage/local-cloud/elb/names.js


/** Names and ARNs. https://docs.aws.amazon.com/elasticloadbalancing/latest/userguide/load-balancer-authentication-access-control.html */
/** 16 hexadecimal digits, as load balancers, target groups, listeners and rules have them. */
function newId() {
    return (0,external_node_crypto_.randomBytes)(8).toString('hex');
}
/** `app/name/id` of a load balancer's ARN, `targetgroup/name/id` of a target group's: CloudWatch's dimension values. */
function dimensionOf(arn) {
    const resource = arn.split(':').slice(5).join(':');
    return resource.startsWith('loadbalancer/') ? resource.slice('loadbalancer/'.length) : resource;
}
/** @throws AwsError `ValidationError` https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateLoadBalancer.html */
function checkLoadBalancerName(name) {
    names_checkName('The load balancer name', name);
    if (name.startsWith('internal-')) {
        throw names_invalid(`The load balancer name '${name}' cannot begin with 'internal-'`);
    }
}
/** @throws AwsError `ValidationError` https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateTargetGroup.html */
function checkTargetGroupName(name) {
    names_checkName('Target group name', name);
}
function names_checkName(what, name) {
    if (name.length === 0)
        throw names_invalid(`${what} cannot be empty`);
    if (name.length > 32)
        throw names_invalid(`${what} '${name}' cannot be longer than '32' characters`);
    if (!/^[A-Za-z0-9-]+$/.test(name)) {
        throw names_invalid(`${what} '${name}' can only contain characters that are alphanumeric characters or hyphens(-)`);
    }
    if (name.startsWith('-') || name.endsWith('-'))
        throw names_invalid(`${what} '${name}' cannot begin or end with '-'`);
}
const words = {
    loadbalancer: 'load balancer',
    targetgroup: 'target group',
    listener: 'listener',
    'listener-rule': 'listener rule',
};
/** What kind of resource an ARN names; undefined when it is none of ours. */
function kindOf(arn) {
    const found = /^arn:aws[a-z-]*:elasticloadbalancing:[a-z0-9-]*:\d*:(loadbalancer|targetgroup|listener|listener-rule)\//.exec(arn);
    return found?.[1];
}
/** @throws AwsError `ValidationError` when the ARN does not have the shape of its kind */
function checkArn(kind, arn) {
    if (kindOf(arn) !== kind)
        throw names_invalid(`'${arn}' is not a valid ${words[kind]} ARN`);
}
function names_invalid(message) {
    return new AwsError('ValidationError', message);
}

;// CONCATENATED MODULE: ./build-stage/local-cloud/elb/actions.js


/**
 * What AWS accepts as the actions of a rule or listener, and how it shows them.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_Action.html
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-listeners.html#rule-action-types
 */
const routing = new Set(['forward', 'fixed-response', 'redirect']);
const guards = new Set(['authenticate-oidc', 'authenticate-cognito', 'jwt-validation']);
const contentTypes = ['text/plain', 'text/css', 'text/html', 'application/javascript', 'application/json'];
/**
 * Checks an action list and answers it as Describe calls show it.
 * @throws AwsError `ValidationError`, `InvalidLoadBalancerAction`, `TargetGroupNotFound`, `TargetGroupAssociationLimit`, `InvalidConfigurationRequest`
 */
function checkedActions(actions, place) {
    if (actions === undefined || actions.length === 0)
        throw names_invalid('An action must be specified');
    const inOrder = ordered(actions);
    const last = inOrder.at(-1);
    const routes = inOrder.filter(({ Type }) => routing.has(Type ?? ''));
    if (routes.length !== 1 || last !== routes[0]) {
        throw refused('You must specify exactly one routing action (forward, redirect, fixed-response) and it must be last');
    }
    if (inOrder.length - routes.length > 1)
        throw refused('You can specify at most one authentication action');
    return inOrder.map((action) => {
        if (guards.has(action.Type ?? ''))
            return checkedGuard(action, place);
        if (action.Type === 'fixed-response')
            return checkedFixedResponse(action);
        if (action.Type === 'redirect')
            return checkedRedirect(action, place);
        return checkedForward(action, place);
    });
}
function ordered(actions) {
    if (actions.length === 1)
        return [...actions];
    const orders = actions.map(({ Order }) => Order);
    if (orders.includes(undefined))
        throw names_invalid('An action order is required when there is more than one action');
    if (new Set(orders).size !== orders.length)
        throw names_invalid('Action orders must be unique');
    for (const order of orders) {
        if (order !== undefined && (order < 1 || order > 50_000))
            throw names_invalid(`Action order '${order}' must be between 1 and 50000`);
    }
    return actions.toSorted((a, b) => (a.Order ?? 0) - (b.Order ?? 0));
}
/** Stored and shown, never with its secret; HTTPS listeners only. */
function checkedGuard(action, place) {
    if (place.protocol !== 'HTTPS')
        throw refused(`Actions of type '${action.Type}' are supported only on HTTPS listeners`);
    if (action.Type === 'authenticate-oidc')
        demandSecret(action, place);
    const shown = structuredClone(action);
    delete shown.AuthenticateOidcConfig?.ClientSecret;
    delete shown.AuthenticateOidcConfig?.UseExistingClientSecret;
    return shown;
}
/**
 * Required when a rule is created; when one is modified, unless the existing one is to be used.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_AuthenticateOidcActionConfig.html
 */
function demandSecret(action, { was = [] }) {
    const { ClientSecret: secret, UseExistingClientSecret: usesExisting } = action.AuthenticateOidcConfig ?? {};
    const isUntouched = was.includes(action);
    const hasExisting = was.some(({ Type }) => Type === 'authenticate-oidc');
    if (secret === undefined && !isUntouched && !(usesExisting === true && hasExisting)) {
        throw names_invalid('A client secret must be specified');
    }
}
function checkedFixedResponse(action) {
    const config = action.FixedResponseConfig;
    if (config === undefined)
        throw refused("A fixed-response action must have 'FixedResponseConfig'");
    if (!/^[245]\d\d$/.test(config.StatusCode ?? '')) {
        throw refused(`The fixed-response status code '${config.StatusCode}' must be 2XX, 4XX or 5XX`);
    }
    if (config.ContentType !== undefined && !contentTypes.includes(config.ContentType)) {
        throw refused(`The content type must be one of: '${contentTypes.join("', '")}'`);
    }
    if ((config.MessageBody ?? '').length > 1024)
        throw refused('The message body is too long; the limit is 1024');
    return structuredClone(action);
}
function checkedRedirect(action, place) {
    const config = action.RedirectConfig;
    if (config?.StatusCode === undefined)
        throw refused("A redirect action must have 'RedirectConfig' with a status code");
    const kept = { Protocol: '#{protocol}', Host: '#{host}', Port: '#{port}', Path: '/#{path}', Query: '#{query}' };
    const full = { ...kept, ...config };
    if (!['HTTP', 'HTTPS', '#{protocol}'].includes(full.Protocol ?? ''))
        throw refused(`The redirect protocol '${full.Protocol}' is not valid`);
    if (full.Protocol === 'HTTP' && place.protocol === 'HTTPS')
        throw refused('You cannot redirect from HTTPS to HTTP');
    if (!full.Path?.startsWith('/'))
        throw refused("The redirect path must start with '/'");
    const loops = full.Protocol === kept.Protocol && full.Host === kept.Host && full.Port === kept.Port && full.Path === kept.Path;
    if (loops)
        throw refused('The redirect configuration is not valid because it creates a loop.');
    return { ...action, RedirectConfig: full };
}
function checkedForward(action, place) {
    const groups = (action.ForwardConfig?.TargetGroups ?? []).map((group) => ({ ...group }));
    if (action.TargetGroupArn !== undefined) {
        if (groups.length === 0)
            groups.push({ TargetGroupArn: action.TargetGroupArn });
        else if (groups.length > 1 || groups[0]?.TargetGroupArn !== action.TargetGroupArn) {
            throw names_invalid('If you specify both TargetGroupArn and ForwardConfig, they must name the same single target group');
        }
    }
    if (groups.length === 0)
        throw names_invalid('A target group ARN must be specified');
    if (groups.length > 5)
        throw refused("A forward action can have at most '5' target groups");
    const arns = groups.map(({ TargetGroupArn }) => TargetGroupArn ?? '');
    if (new Set(arns).size !== arns.length)
        throw names_invalid('The target groups of a forward action must be unique');
    for (const { Weight: weight } of groups) {
        if (weight !== undefined && (weight < 0 || weight > 999))
            throw names_invalid(`Weight '${weight}' must be between 0 and 999`);
    }
    const found = arns.map((arn) => place.state.targetGroup(arn));
    for (const group of found) {
        if (place.state.usersOf(group.arn).some((user) => user !== place.loadBalancer)) {
            const why = 'The following target groups cannot be associated with more than one load balancer';
            throw new AwsError('TargetGroupAssociationLimit', `${why}: ${group.arn}`);
        }
    }
    const stickiness = checkedStickiness(action.ForwardConfig, found);
    const config = {
        TargetGroups: arns.map((TargetGroupArn, i) => ({ TargetGroupArn, Weight: groups[i]?.Weight ?? 1 })),
        TargetGroupStickinessConfig: stickiness,
    };
    const order = action.Order === undefined ? {} : { Order: action.Order };
    return {
        Type: 'forward',
        ...(arns.length === 1 ? { TargetGroupArn: arns[0] } : {}),
        ...order,
        ForwardConfig: config,
    };
}
function checkedStickiness(config, groups) {
    const { Enabled: enabled = false, DurationSeconds: seconds } = config?.TargetGroupStickinessConfig ?? {};
    if (enabled && seconds === undefined)
        throw names_invalid('A duration must be specified when target group stickiness is enabled');
    if (seconds !== undefined && (seconds < 1 || seconds > 604_800)) {
        throw names_invalid(`Target group stickiness duration '${seconds}' must be between 1 and 604800`);
    }
    const hasStickyTargets = groups.some(({ attributes }) => attributes.get('stickiness.enabled') === 'true');
    if (!enabled && groups.length > 1 && hasStickyTargets) {
        const why = 'You must enable group stickiness on a rule if you enabled target stickiness on one of its target groups';
        throw new AwsError('InvalidConfigurationRequest', why);
    }
    return { Enabled: enabled, ...(seconds === undefined ? {} : { DurationSeconds: seconds }) };
}
function refused(message) {
    return new AwsError('InvalidLoadBalancerAction', message);
}

;// CONCATENATED MODULE: ./build-stage/local-cloud/elb/admin.js



/** Deeds that AWS has no call for: `POST /_sluice/elb/<name>`. */
function elbAdmin(control) {
    const { state, counts } = control;
    return {
        /** Where listeners really listen, also by the load balancer's DNS name, which nobody resolves here. */
        addresses: () => ({
            listeners: [...state.listeners.values()].flatMap(({ arn, loadBalancer, port, protocol, socket }) => socket.address === undefined
                ? []
                : [
                    {
                        listenerArn: arn,
                        loadBalancerArn: loadBalancer.arn,
                        loadBalancerName: loadBalancer.name,
                        dnsName: loadBalancer.dnsName,
                        protocol,
                        port,
                        host: socket.address.host,
                        realPort: socket.address.port,
                        url: `http://${socket.address.host}:${socket.address.port}`,
                    },
                ]),
        }),
        /** `{ruleArn | listenerArn, weights: {targetGroupArn: weight}}`: somebody else changes weights. Groups not named keep theirs. */
        'set-weights': (body) => {
            only(body, ['ruleArn', 'listenerArn', 'weights']);
            const { ruleArn, listenerArn } = body;
            if ((ruleArn === undefined) === (listenerArn === undefined))
                throw names_invalid('name a ruleArn or a listenerArn');
            const { rule, listener } = typeof ruleArn === 'string'
                ? state.rule(ruleArn)
                : { listener: state.listener(String(listenerArn)), rule: state.listener(String(listenerArn)).defaultRule };
            const weights = weightsOf(body.weights);
            const actions = rule.actions.map((action) => {
                if (action.Type !== 'forward')
                    return action;
                const groups = (action.ForwardConfig?.TargetGroups ?? []).map((group) => {
                    const weight = weights.get(group.TargetGroupArn ?? '');
                    weights.delete(group.TargetGroupArn ?? '');
                    return weight === undefined ? group : { ...group, Weight: weight };
                });
                return { ...action, ForwardConfig: { ...action.ForwardConfig, TargetGroups: groups } };
            });
            if (weights.size > 0)
                throw names_invalid(`The action does not forward to: ${[...weights.keys()].join(', ')}`);
            rule.actions = checkedActions(actions, { ...listener, state, was: rule.actions });
            control.rulesChanged(listener);
            return { actions: rule.actions };
        },
        /** `{since?: cloud epoch ms, bucketSeconds?: number, listenerArn?: string}` → requests by target group, status and time. */
        counts: (body) => {
            only(body, ['since', 'bucketSeconds', 'listenerArn']);
            const { since: sinceMs = 0, bucketSeconds = 1, listenerArn } = body;
            if (typeof sinceMs !== 'number')
                throw names_invalid('since is cloud time in epoch milliseconds');
            if (typeof bucketSeconds !== 'number' || !(bucketSeconds >= 1))
                throw names_invalid('bucketSeconds is 1 or more');
            if (listenerArn === undefined)
                return counts.read({ sinceMs, bucketSeconds });
            return counts.read({ sinceMs, bucketSeconds, listenerArn: state.listener(String(listenerArn)).arn });
        },
        'reset-counts': () => {
            counts.reset();
            return {};
        },
    };
}
function weightsOf(given) {
    if (typeof given !== 'object' || given === null)
        throw names_invalid('weights: an object of target group ARN and weight');
    const weights = new Map();
    for (const [arn, weight] of Object.entries(given)) {
        if (typeof weight !== 'number')
            throw names_invalid(`weights: '${arn}' must have a number`);
        weights.set(arn, weight);
    }
    return weights;
}

;// CONCATENATED MODULE: ./build-stage/local-cloud/elb/counts.js
/**
 * Every request that came through, by second, listener and target group: for tests and rehearsals that count real
 * requests. AWS has no such call (its access logs come closest).
 */
/** Seconds of cloud time that are remembered. */
const remembered = 6 * 3600;
class RequestCounts {
    clock;
    seconds = new Map();
    constructor(clock) {
        this.clock = clock;
    }
    /** Counts a request and answers where its status belongs. */
    opened(listenerArn, targetGroupArn) {
        const second = Math.floor(this.clock.now() / 1000);
        let tallies = this.seconds.get(second);
        if (tallies === undefined) {
            tallies = new Map();
            this.seconds.set(second, tallies);
            this.forget(second - remembered);
        }
        const key = `${listenerArn} ${targetGroupArn ?? ''}`;
        let tally = tallies.get(key);
        if (tally === undefined) {
            tally = { second, listenerArn, targetGroupArn, requests: 0, target: new Map(), elb: new Map() };
            tallies.set(key, tally);
        }
        tally.requests++;
        return tally;
    }
    /** `sinceMs`: cloud time; `bucketSeconds`: how long an entry of the timeline is. */
    read(options) {
        const { sinceMs = 0, bucketSeconds = 1, listenerArn } = options;
        const answer = {
            since: sinceMs,
            now: this.clock.now(),
            requests: 0,
            byTargetGroup: {},
            elb: {},
            timeline: [],
        };
        const buckets = new Map();
        for (const [second, tallies] of this.seconds) {
            if (second * 1000 < sinceMs)
                continue;
            for (const tally of tallies.values()) {
                if (listenerArn !== undefined && tally.listenerArn !== listenerArn)
                    continue;
                const { targetGroupArn } = tally;
                const at = Math.floor(second / bucketSeconds) * bucketSeconds * 1000;
                const key = `${at} ${targetGroupArn ?? ''}`;
                const entry = buckets.get(key) ?? {
                    at,
                    ...(targetGroupArn && { targetGroupArn }),
                    requests: 0,
                    target: {},
                    elb: {},
                };
                buckets.set(key, entry);
                answer.requests += tally.requests;
                entry.requests += tally.requests;
                addAll(entry.target, tally.target);
                addAll(entry.elb, tally.elb);
                if (targetGroupArn === undefined)
                    addAll(answer.elb, tally.elb);
                else {
                    answer.byTargetGroup[targetGroupArn] ??= { requests: 0, target: {}, elb: {} };
                    const sum = answer.byTargetGroup[targetGroupArn];
                    sum.requests += tally.requests;
                    addAll(sum.target, tally.target);
                    addAll(sum.elb, tally.elb);
                }
            }
        }
        answer.timeline = [...buckets.values()].sort((a, b) => a.at - b.at);
        return answer;
    }
    reset() {
        this.seconds = new Map();
    }
    forget(before) {
        for (const second of this.seconds.keys()) {
            if (second >= before)
                return;
            this.seconds.delete(second);
        }
    }
}
function tallied(statuses, status) {
    statuses.set(status, (statuses.get(status) ?? 0) + 1);
}
function addAll(sum, more) {
    for (const [status, count] of more)
        sum[status] = (sum[status] ?? 0) + count;
}

// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(7067);
;// CONCATENATED MODULE: ./build-stage/local-cloud/elb/listener-socket.js

/** A listener's real socket on loopback. */
class ListenerSocket {
    ground;
    proxy;
    upgraded = new Set();
    pending = new Set();
    /** Where it listens. Undefined until `open` is through. */
    address;
    server;
    changes = 0;
    applied = 0;
    constructor(ground, proxy, onConnection) {
        this.ground = ground;
        this.proxy = proxy;
        this.server = (0,external_node_http_.createServer)({ maxHeaderSize: 65_536 }, (req, res) => proxy.handle(req, res));
        this.server.requestTimeout = 0;
        this.server.on('connection', onConnection);
        this.server.on('upgrade', (req, socket, head) => {
            this.upgraded.add(socket);
            socket.on('close', () => this.upgraded.delete(socket));
            proxy.upgrade(req, socket, head);
        });
    }
    /** Listens on `wanted`, where it is given and free; else on any free port. */
    async open(wanted) {
        try {
            await this.listen(wanted ?? 0);
        }
        catch (error) {
            if (wanted === undefined)
                throw error;
            this.ground.note(`port ${wanted} is not to be had (${error.message}); the listener takes a free one`);
            await this.listen(0);
        }
        const { address: host, port } = this.server.address();
        this.address = { host, port };
        this.refresh();
    }
    /** The rules that requests follow from now on. */
    apply(routes) {
        this.proxy.routes = routes;
    }
    /** The same after `ms` of cloud time: how long a change needs to reach AWS's data plane. */
    applyLater(ms, routes) {
        const change = ++this.changes;
        const arrive = () => {
            // A change never undoes a later one, even where the delay was shortened in between.
            if (change < this.applied)
                return;
            this.applied = change;
            this.apply(routes);
        };
        if (ms <= 0) {
            arrive();
            return;
        }
        const timer = this.ground.clock.after(ms, () => {
            this.pending.delete(timer);
            arrive();
        });
        this.pending.add(timer);
    }
    /** Takes over the load balancer's idle timeout for client connections. */
    refresh() {
        this.server.keepAliveTimeout = this.proxy.idleMs;
    }
    /** No new connections; `cut` ends what is in flight too. */
    async close(cut) {
        for (const timer of this.pending)
            timer.cancel();
        this.pending.clear();
        const closed = new Promise((resolve) => {
            this.server.close(() => resolve());
        });
        if (cut) {
            for (const socket of this.upgraded)
                socket.destroy();
            this.server.closeAllConnections();
            await closed;
        }
        else {
            this.server.keepAliveTimeout = 1;
            this.server.closeIdleConnections();
        }
    }
    listen(port) {
        return new Promise((resolve, reject) => {
            this.server.once('error', reject);
            this.server.listen({ host: '127.0.0.1', port, backlog: 1024 }, () => {
                this.server.off('error', reject);
                resolve();
            });
        });
    }
}

;// CONCATENATED MODULE: ./build-stage/local-cloud/elb/attributes.js

const attributes_boolean = (by) => oneOf(String(by), 'true', 'false');
const attributes_text = (by = '') => ({ default: by, accepts: () => true, accepted: 'text' });
function oneOf(by, ...values) {
    const all = [...new Set([by, ...values])];
    return { default: by, accepts: (value) => all.includes(value), accepted: `one of [${all.join(', ')}]` };
}
function attributes_range(by, least, most, ...words) {
    return {
        default: String(by),
        accepts: (value) => words.includes(value) || (/^\d+$/.test(value) && Number(value) >= least && Number(value) <= most),
        accepted: [`between ${least} and ${most}`, ...words].join(' or '),
    };
}
const loadBalancer = {
    'access_logs.s3.enabled': attributes_boolean(false),
    'access_logs.s3.bucket': attributes_text(),
    'access_logs.s3.prefix': attributes_text(),
    'client_keep_alive.seconds': attributes_range(3600, 60, 604_800),
    'connection_logs.s3.enabled': attributes_boolean(false),
    'connection_logs.s3.bucket': attributes_text(),
    'connection_logs.s3.prefix': attributes_text(),
    'deletion_protection.enabled': attributes_boolean(false),
    'health_check_logs.s3.enabled': attributes_boolean(false),
    'health_check_logs.s3.bucket': attributes_text(),
    'health_check_logs.s3.prefix': attributes_text(),
    'idle_timeout.timeout_seconds': attributes_range(60, 1, 4000),
    'ipv6.deny_all_igw_traffic': attributes_boolean(false),
    'load_balancing.cross_zone.enabled': oneOf('true'),
    'routing.http.desync_mitigation_mode': oneOf('defensive', 'monitor', 'strictest'),
    'routing.http.drop_invalid_header_fields.enabled': attributes_boolean(false),
    'routing.http.preserve_host_header.enabled': attributes_boolean(false),
    'routing.http.x_amzn_tls_version_and_cipher_suite.enabled': attributes_boolean(false),
    'routing.http.xff_client_port.enabled': attributes_boolean(false),
    'routing.http.xff_header_processing.mode': oneOf('append', 'preserve', 'remove'),
    'routing.http2.enabled': attributes_boolean(true),
    'waf.fail_open.enabled': attributes_boolean(false),
    'zonal_shift.config.enabled': attributes_boolean(false),
};
const targetGroup = {
    'deregistration_delay.timeout_seconds': attributes_range(300, 0, 3600),
    'load_balancing.algorithm.anomaly_mitigation': oneOf('off', 'on'),
    'load_balancing.algorithm.type': oneOf('round_robin', 'least_outstanding_requests', 'weighted_random'),
    'load_balancing.cross_zone.enabled': oneOf('use_load_balancer_configuration', 'true', 'false'),
    // 0 switches slow start off: its default, outside the range of 30 to 900.
    'slow_start.duration_seconds': attributes_range(0, 30, 900, '0'),
    'stickiness.app_cookie.cookie_name': attributes_text(),
    'stickiness.app_cookie.duration_seconds': attributes_range(86_400, 1, 604_800),
    'stickiness.enabled': attributes_boolean(false),
    'stickiness.lb_cookie.duration_seconds': attributes_range(86_400, 1, 604_800),
    'stickiness.type': oneOf('lb_cookie', 'app_cookie'),
    'target_group_health.dns_failover.minimum_healthy_targets.count': attributes_range(1, 1, 10_000, 'off'),
    'target_group_health.dns_failover.minimum_healthy_targets.percentage': { ...attributes_range(1, 1, 100, 'off'), default: 'off' },
    'target_group_health.unhealthy_state_routing.minimum_healthy_targets.count': attributes_range(1, 1, 10_000),
    'target_group_health.unhealthy_state_routing.minimum_healthy_targets.percentage': {
        ...attributes_range(1, 1, 100, 'off'),
        default: 'off',
    },
};
const mtls = ['_serial_number', '_issuer', '_subject', '_validity', '_leaf', ''].map((part) => `routing.http.request.x_amzn_mtls_clientcert${part}.header_name`);
const headers = [
    'strict_transport_security',
    'access_control_allow_origin',
    'access_control_allow_methods',
    'access_control_allow_headers',
    'access_control_allow_credentials',
    'access_control_expose_headers',
    'access_control_max_age',
    'content_security_policy',
    'x_content_type_options',
    'x_frame_options',
].map((name) => `routing.http.response.${name}.header_value`);
const listener = {
    'routing.http.response.server.enabled': attributes_boolean(true),
    ...Object.fromEntries([
        ...mtls,
        ...headers,
        'routing.http.request.x_amzn_tls_version.header_name',
        'routing.http.request.x_amzn_tls_cipher_suite.header_name',
    ].map((key) => [key, attributes_text()])),
};
const tables = { 'load balancer': loadBalancer, 'target group': targetGroup, listener };
function defaultAttributes(owner) {
    return new Map(Object.entries(tables[owner]).map(([key, rule]) => [key, rule.default]));
}
/**
 * Takes over what a Modify…Attributes call sends, all or nothing.
 * @throws AwsError `ValidationError` for an unknown key, a key given twice, or a value out of its range
 */
function modifyAttributes(owner, attributes, changes) {
    const next = new Map();
    for (const { Key: key = '', Value: value = '' } of changes) {
        const rule = tables[owner][key];
        if (rule === undefined)
            throw names_invalid(`${capital(owner)} attribute key '${key}' is not recognized`);
        if (next.has(key))
            throw names_invalid(`${capital(owner)} attribute key '${key}' was provided multiple times`);
        if (!rule.accepts(value)) {
            throw names_invalid(`${capital(owner)} attribute '${key}' value '${value}' must be ${rule.accepted}`);
        }
        next.set(key, value);
    }
    for (const [key, value] of next)
        attributes.set(key, value);
}
function attributeList(attributes) {
    return [...attributes].map(([Key, Value]) => ({ Key, Value }));
}
function numberOf(attributes, key) {
    return Number(attributes.get(key));
}
function capital(word) {
    return word.charAt(0).toUpperCase() + word.slice(1);
}

;// CONCATENATED MODULE: ./build-stage/local-cloud/elb/elb-answer.js
/** Answers that come from the load balancer itself. https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-troubleshooting.html */
const phrases = {
    400: 'Bad Request',
    502: 'Bad Gateway',
    503: 'Service Temporarily Unavailable',
    504: 'Gateway Time-out',
};
function answerError(res, status) {
    const title = `${status} ${phrases[status] ?? 'Error'}`;
    const body = `<html>\r\n<head><title>${title}</title></head>\r\n<body>\r\n<center><h1>${title}</h1></center>\r\n</body>\r\n</html>\r\n`;
    answer(res, status, [['Content-Type', 'text/html']], body, phrases[status]);
}
function answer(res, status, headers, body, phrase) {
    const all = ['Server', 'awselb/2.0', 'Content-Length', String(Buffer.byteLength(body)), ...headers.flat()];
    if (phrase === undefined)
        res.writeHead(status, all);
    else
        res.writeHead(status, phrase, all);
    res.end(body);
}

;// CONCATENATED MODULE: ./build-stage/local-cloud/elb/forward-headers.js
/**
 * Headers on their way through. https://docs.aws.amazon.com/elasticloadbalancing/latest/application/x-forwarded-headers.html
 */
/** Speak of one connection only, or are set anew by whoever writes the next one. */
const hopByHop = new Set([
    'connection',
    'keep-alive',
    'proxy-connection',
    'transfer-encoding',
    'upgrade',
    'te',
    'trailer',
]);
/** What the target gets, in the flat form that Node takes, and whether a body follows. */
function requestHeaders(req, by) {
    const raw = req.rawHeaders;
    const headers = [];
    let forwardedFor;
    let isTraced = false;
    let isChunked = false;
    let length;
    for (let i = 0; i + 1 < raw.length; i += 2) {
        const name = raw[i];
        const value = raw[i + 1];
        const lower = name.toLowerCase();
        switch (lower) {
            case 'transfer-encoding':
                isChunked = true;
                continue;
            case 'content-length':
                length = value;
                break;
            case 'x-forwarded-for':
                forwardedFor = forwardedFor === undefined ? value : `${forwardedFor}, ${value}`;
                continue;
            case 'x-forwarded-port':
            case 'x-forwarded-proto':
            case 'expect':
                continue;
            case 'x-amzn-trace-id':
                isTraced = true;
                break;
            case 'host':
                headers.push(name, by.host ?? value);
                continue;
            default:
                if (hopByHop.has(lower))
                    continue;
        }
        headers.push(name, value);
    }
    // https://docs.aws.amazon.com/elasticloadbalancing/latest/userguide/how-elastic-load-balancing-works.html#http-connections
    if (req.headers.host === undefined)
        headers.push('Host', by.host || by.dnsName);
    const own = by.xffClientPort ? `${by.clientIp}:${by.clientPort}` : by.clientIp;
    if (by.xffMode === 'append') {
        headers.push('X-Forwarded-For', forwardedFor === undefined ? own : `${forwardedFor}, ${own}`);
    }
    else if (by.xffMode === 'preserve' && forwardedFor !== undefined)
        headers.push('X-Forwarded-For', forwardedFor);
    headers.push('X-Forwarded-Proto', by.scheme, 'X-Forwarded-Port', String(by.listenerPort));
    if (!isTraced)
        headers.push('X-Amzn-Trace-Id', newTrace());
    if (by.upgrade)
        headers.push('Connection', 'Upgrade', 'Upgrade', req.headers.upgrade ?? '');
    else if (isChunked)
        headers.push('Transfer-Encoding', 'chunked');
    // Without a length Node would announce chunks for these methods, though nothing follows.
    else if (length === undefined && /^(POST|PUT|PATCH)$/.test(req.method ?? ''))
        headers.push('Content-Length', '0');
    return { headers, hasBody: isChunked || (length !== undefined && length !== '0') };
}
/** What the client gets: the target's headers as they came, then our cookies. */
function responseHeaders(raw, cookies) {
    const headers = [];
    for (let i = 0; i + 1 < raw.length; i += 2) {
        const name = raw[i];
        if (!hopByHop.has(name.toLowerCase()))
            headers.push(name, raw[i + 1]);
    }
    if (cookies !== undefined)
        for (const cookie of cookies)
            headers.push('Set-Cookie', cookie);
    return headers;
}
/** https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-request-tracing.html */
function newTrace() {
    const time = Math.floor(Date.now() / 1000).toString(16);
    const random = () => Math.floor(Math.random() * 0x1_0000_0000)
        .toString(16)
        .padStart(8, '0');
    return `Root=1-${time}-${random()}${random()}${random()}`;
}

;// CONCATENATED MODULE: ./build-stage/local-cloud/elb/stickiness.js
/**
 * The load balancer's own cookies. AWS encrypts their content; ours is only encoded.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/sticky-sessions.html
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-listeners.html#forward-actions
 */
/** Pins a client to a target group of a weighted forward action. */
const groupCookie = 'AWSALBTG';
/** Pins a client to a target of a group with `lb_cookie` stickiness. */
const targetCookie = 'AWSALB';
/** What a cookie pins to, if it is there, ours, and not over. `nowMs`: cloud time. */
function pinned(cookieHeader, name, nowMs) {
    if (cookieHeader === undefined)
        return undefined;
    for (const part of cookieHeader.split(';')) {
        const at = part.indexOf('=');
        if (at < 0 || part.slice(0, at).trim() !== name)
            continue;
        const [expires = '', ...rest] = Buffer.from(part.slice(at + 1).trim(), 'base64url')
            .toString()
            .split(' ');
        if (rest.length === 1 && Number(expires) > nowMs)
            return rest[0];
    }
    return undefined;
}
/** The Set-Cookie values: the cookie and its twin for cross-origin requests. */
function pin(name, to, nowMs, seconds) {
    const expiresMs = Math.round(nowMs + seconds * 1000);
    const value = Buffer.from(`${expiresMs} ${to}`).toString('base64url');
    const expires = new Date(expiresMs).toUTCString();
    return [
        `${name}=${value}; Expires=${expires}; Path=/`,
        `${name}CORS=${value}; Expires=${expires}; Path=/; SameSite=None`,
    ];
}

;// CONCATENATED MODULE: ./build-stage/local-cloud/elb/router.js


function factsOf(req, clientIp) {
    let url = req.url ?? '/';
    if (!url.startsWith('/') && url.includes('://'))
        url = url.slice(url.indexOf('/', url.indexOf('://') + 3));
    const mark = url.indexOf('?');
    return {
        method: req.method ?? 'GET',
        path: mark < 0 ? url : url.slice(0, mark),
        query: mark < 0 ? '' : url.slice(mark + 1),
        host: hostName(req.headers.host ?? ''),
        sourceIp: clientIp,
        rawHeaders: req.rawHeaders,
    };
}
/** The rules in their order; the default rule matches everything, so there is always one. */
function routeOf(routes, facts) {
    for (const route of routes)
        if (route.match(facts))
            return route;
    throw new Error('a listener has a default rule');
}
/** Undefined when every weight is 0. */
function choose(deed, cookies, clock) {
    let set;
    let group;
    if (deed.stickySeconds !== undefined) {
        // A client stays with its group until the cookie is over, even at weight 0, as long as the action names the group.
        const now = clock.now();
        group = deed.groups.get(pinned(cookies, groupCookie, now) ?? '');
        if (group === undefined) {
            group = deed.choice.next();
            if (group !== undefined)
                set = pin(groupCookie, group.arn, now, deed.stickySeconds);
        }
    }
    else
        group = deed.choice.next();
    if (group === undefined)
        return undefined;
    const seconds = targetStickySeconds(group.attributes);
    if (seconds === undefined)
        return { group, target: group.pool.pick(), cookies: set };
    const now = clock.now();
    const [arn = '', key] = (pinned(cookies, targetCookie, now) ?? '').split('#');
    const target = group.pool.pick(arn === group.arn ? key : undefined);
    if (target !== undefined)
        set = [...(set ?? []), ...pin(targetCookie, `${group.arn}#${target.key}`, now, seconds)];
    return { group, target, cookies: set };
}
function targetStickySeconds(attributes) {
    if (attributes.get('stickiness.enabled') !== 'true' || attributes.get('stickiness.type') !== 'lb_cookie')
        return undefined;
    return numberOf(attributes, 'stickiness.lb_cookie.duration_seconds');
}
function hostName(host) {
    const colon = host.lastIndexOf(':');
    return colon > host.lastIndexOf(']') ? host.slice(0, colon) : host;
}

;// CONCATENATED MODULE: ./build-stage/local-cloud/elb/proxy.js






/** "The load balancer failed to establish a connection to the target before the connection timeout expired (10 seconds)". https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-troubleshooting.html#http-504-issues */
const connectTimeoutMs = 10_000;
/** "The client closed the connection with the load balancer before the idle timeout period elapsed." */
const clientGone = 460;
/**
 * Carries requests to targets and answers back, streaming both ways. Latencies, and with them the idle timeout, are
 * real time whatever the cloud's speed: the processes behind it are real.
 */
class RequestProxy {
    front;
    ground;
    traffic;
    counts;
    routes = [];
    constructor(front, ground, traffic, counts) {
        this.front = front;
        this.ground = ground;
        this.traffic = traffic;
        this.counts = counts;
    }
    get idleMs() {
        return numberOf(this.front.loadBalancer.attributes, 'idle_timeout.timeout_seconds') * 1000;
    }
    handle(req, res) {
        const errand = this.errandOf(req, false, (status, headers, body) => {
            if (headers === undefined)
                answerError(res, status);
            else
                answer(res, status, headers, body ?? '');
        });
        if (errand === undefined)
            return;
        const { target, group, tally } = errand;
        const { upstream, hasBody } = this.send(req, errand);
        const leftAt = performance.now();
        let settled = false;
        upstream.on('response', (up) => {
            const status = up.statusCode ?? 502;
            this.traffic.answered(this.front.loadBalancer.arn, group.arn, status, (performance.now() - leftAt) / 1000);
            tallied(tally.target, status);
            settled = true;
            res.writeHead(status, up.statusMessage ?? '', responseHeaders(up.rawHeaders, errand.cookies));
            // A target that dies in mid-answer: the client must see a cut answer, not a short one.
            up.on('error', () => res.destroy());
            up.pipe(res);
        });
        const failed = (status) => {
            if (res.headersSent)
                res.destroy();
            else if (!settled) {
                settled = true;
                tallied(tally.elb, status);
                this.traffic.answeredByElb(this.front.loadBalancer.arn, status, 'error');
                if (hasBody) {
                    req.unpipe(upstream);
                    req.resume();
                }
                answerError(res, status);
            }
            upstream.destroy();
        };
        upstream.on('timeout', () => failed(504));
        upstream.on('error', (error) => failed(this.statusOf(error, group)));
        res.on('close', () => {
            target.finished();
            if (!res.writableFinished && !settled) {
                settled = true;
                tallied(tally.elb, clientGone);
                this.traffic.answeredByElb(this.front.loadBalancer.arn, clientGone, 'error');
            }
            if (!res.writableFinished)
                upstream.destroy();
        });
        if (hasBody)
            req.pipe(upstream);
        else
            upstream.end();
    }
    upgrade(req, client, head) {
        client.on('error', () => client.destroy());
        const errand = this.errandOf(req, true, (status) => endRaw(client, status));
        if (errand === undefined)
            return;
        const { target, group, tally } = errand;
        const { upstream } = this.send(req, errand);
        const leftAt = performance.now();
        let settled = false;
        const answered = (status) => {
            settled = true;
            tallied(tally.target, status);
            this.traffic.answered(this.front.loadBalancer.arn, group.arn, status, (performance.now() - leftAt) / 1000);
        };
        client.on('close', () => {
            target.finished();
            upstream.destroy();
        });
        upstream.on('upgrade', (up, server, serverHead) => {
            answered(101);
            const headers = responseHeaders(up.rawHeaders, errand.cookies);
            headers.push('Connection', 'Upgrade', 'Upgrade', up.headers.upgrade ?? '');
            client.write(rawHead(101, 'Switching Protocols', headers));
            if (serverHead.length > 0)
                client.write(serverHead);
            if (head.length > 0)
                server.write(head);
            target.switched.add(server);
            const end = () => {
                target.switched.delete(server);
                server.destroy();
                client.destroy();
            };
            for (const side of [client, server]) {
                side.setTimeout(this.idleMs, end);
                side.on('error', end);
                side.on('close', end);
            }
            server.pipe(client);
            client.pipe(server);
        });
        upstream.on('response', (up) => {
            answered(up.statusCode ?? 502);
            const headers = [...responseHeaders(up.rawHeaders, errand.cookies), 'Connection', 'close'];
            client.write(rawHead(up.statusCode ?? 502, up.statusMessage ?? '', headers));
            up.on('error', () => client.destroy());
            up.pipe(client);
        });
        const failed = (status) => {
            if (!settled) {
                settled = true;
                tallied(tally.elb, status);
                this.traffic.answeredByElb(this.front.loadBalancer.arn, status, 'error');
                endRaw(client, status);
            }
            upstream.destroy();
        };
        upstream.on('timeout', () => failed(504));
        upstream.on('error', (error) => failed(this.statusOf(error, group)));
        upstream.end();
    }
    /** Finds rule, group and target and counts the request; where the load balancer itself answers, does so and is undefined. */
    errandOf(req, upgrade, reply) {
        const lb = this.front.loadBalancer.arn;
        const facts = factsOf(req, plainIp(req.socket.remoteAddress));
        const route = routeOf(this.routes, facts);
        const { deed } = route;
        if (deed.kind !== 'forward') {
            const status = deed.status;
            tallied(this.counts.opened(this.front.arn, undefined).elb, status);
            this.traffic.answeredByElb(lb, status, deed.kind);
            if (deed.kind === 'redirect')
                reply(status, [['Location', deed.location(facts)]], '');
            else
                reply(status, [['Content-Type', deed.contentType]], deed.body);
            return undefined;
        }
        const chosen = choose(deed, req.headers.cookie, this.ground.clock);
        const target = chosen?.target;
        const tally = this.counts.opened(this.front.arn, chosen?.group.arn);
        if (chosen === undefined || target === undefined) {
            tallied(tally.elb, 503);
            this.traffic.answeredByElb(lb, 503, 'error');
            reply(503);
            return undefined;
        }
        const { pool } = chosen.group;
        this.traffic.requested(lb, chosen.group.arn, () => pool.count('healthy') || pool.all.length);
        target.started();
        return { ...chosen, target, route, tally, upgrade };
    }
    send(req, errand) {
        const { target, route } = errand;
        const attributes = this.front.loadBalancer.attributes;
        const forwarding = {
            clientIp: plainIp(req.socket.remoteAddress),
            clientPort: req.socket.remotePort ?? 0,
            listenerPort: this.front.port,
            scheme: this.front.protocol.toLowerCase(),
            xffMode: attributes.get('routing.http.xff_header_processing.mode') ?? 'append',
            xffClientPort: attributes.get('routing.http.xff_client_port.enabled') === 'true',
            host: route.rewriteHost?.(req.headers.host ?? ''),
            dnsName: this.front.loadBalancer.dnsName,
            upgrade: errand.upgrade,
        };
        const { headers, hasBody } = requestHeaders(req, forwarding);
        const where = this.ground.network.resolve(target.id, target.port);
        const path = req.url ?? '/';
        const upstream = (0,external_node_http_.request)({
            agent: target.agent,
            host: where.host,
            port: where.port,
            method: req.method ?? 'GET',
            path: route.rewritePath === undefined ? path : route.rewritePath(path),
            headers,
            timeout: this.idleMs,
        });
        upstream.on('socket', (socket) => {
            if (!socket.connecting)
                return;
            const late = setTimeout(() => {
                socket.destroy(Object.assign(new Error('connect timed out'), { code: 'ETIMEDOUT', syscall: 'connect' }));
            }, connectTimeoutMs);
            socket.once('connect', () => clearTimeout(late));
            socket.once('close', () => clearTimeout(late));
        });
        return { upstream, hasBody };
    }
    /** What the client gets for a failed errand, counted. */
    statusOf(error, group) {
        if (error.syscall !== 'connect')
            return 502;
        this.traffic.connectionFailed(this.front.loadBalancer.arn, group.arn);
        return error.code === 'ETIMEDOUT' ? 504 : 502;
    }
}
function plainIp(address) {
    const ip = address ?? '127.0.0.1';
    return ip.startsWith('::ffff:') ? ip.slice(7) : ip;
}
function rawHead(status, phrase, headers) {
    let text = `HTTP/1.1 ${status} ${phrase}\r\n`;
    for (let i = 0; i + 1 < headers.length; i += 2)
        text += `${headers[i]}: ${headers[i + 1]}\r\n`;
    return `${text}\r\n`;
}
function endRaw(client, status) {
    client.end(rawHead(status, 'Error', ['Server', 'awselb/2.0', 'Connection', 'close', 'Content-Length', '0']));
}

;// CONCATENATED MODULE: ./build-stage/local-cloud/elb/condition-values.js


/**
 * What AWS accepts as a rule's conditions.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_RuleCondition.html
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-limits.html (5 values per rule)
 */
const fields = ['host-header', 'http-header', 'http-request-method', 'path-pattern', 'query-string', 'source-ip'];
const once = new Set(['host-header', 'http-request-method', 'path-pattern', 'source-ip']);
/** The values of a condition wherever they stand: in `Values` or in the field's own config. */
function valuesOf(condition) {
    const config = condition.HostHeaderConfig ??
        condition.PathPatternConfig ??
        condition.HttpHeaderConfig ??
        condition.HttpRequestMethodConfig ??
        condition.SourceIpConfig;
    return {
        values: [...(condition.Values ?? []), ...(config?.Values ?? [])],
        regexValues: [...(condition.RegexValues ?? []), ...(config?.RegexValues ?? [])],
    };
}
/**
 * Checks a rule's conditions and answers them as Describe calls show them: `Values` and the field's config filled
 * alike for paths and hosts.
 * @throws AwsError `ValidationError`, or `InvalidConfigurationRequest` for more values than a rule may have
 */
function checkedConditions(conditions) {
    if (conditions === undefined || conditions.length === 0)
        throw condition_values_invalid('A condition must be specified');
    const seen = new Set();
    let count = 0;
    const checked = conditions.map((condition) => {
        const field = condition.Field ?? '';
        if (!fields.includes(field)) {
            throw condition_values_invalid(`Condition field '${field}' must be one of '[${fields.join(', ')}]'`);
        }
        if (once.has(field) && seen.has(field))
            throw condition_values_invalid(`A rule can only have one '${field}' condition`);
        seen.add(field);
        const { values, regexValues } = valuesOf(condition);
        const size = field === 'query-string' ? (condition.QueryStringConfig?.Values ?? []).length : values.length;
        if (size + regexValues.length === 0)
            throw condition_values_invalid('A condition value must be specified');
        count += size + regexValues.length;
        checkValues(field, condition, values, regexValues);
        return condition_values_shown(field, condition, values, regexValues);
    });
    if (count > 5)
        throw condition_values_invalid("A rule can only have '5' condition values");
    return checked;
}
function checkValues(field, condition, values, regexValues) {
    for (const value of [...values, ...regexValues]) {
        if (value === '')
            throw condition_values_invalid('The condition value cannot be empty');
        if (value.length > 128)
            throw condition_values_invalid(`The '${field}' value is too long; the limit is '128'`);
    }
    for (const value of regexValues) {
        try {
            new RegExp(value);
        }
        catch {
            throw condition_values_invalid(`The regular expression '${value}' is not valid`);
        }
    }
    if (field === 'path-pattern') {
        for (const value of values) {
            if (!/^[A-Za-z0-9_\-.$/~"'@:+&*?=%,;!()]+$/.test(value)) {
                throw condition_values_invalid(`The path pattern '${value}' contains characters that are not valid`);
            }
        }
    }
    if (field === 'host-header') {
        for (const value of values) {
            if (!/^[A-Za-z0-9\-.*?]+$/.test(value) || !value.includes('.')) {
                throw condition_values_invalid(`The host name '${value}' is not valid`);
            }
        }
    }
    if (field === 'http-header') {
        const name = condition.HttpHeaderConfig?.HttpHeaderName ?? '';
        if (!/^[!#$%&'*+\-.^_`|~0-9A-Za-z]{1,40}$/.test(name))
            throw condition_values_invalid(`The HTTP header name '${name}' is not valid`);
        if (name.toLowerCase() === 'host')
            throw condition_values_invalid("The HTTP header name 'host' is not supported; use host-header");
    }
    if (field === 'http-request-method') {
        for (const value of values) {
            if (!/^[A-Z_-]{1,40}$/.test(value))
                throw condition_values_invalid(`The HTTP request method '${value}' is not valid`);
        }
    }
    if (field === 'source-ip') {
        for (const value of values)
            if (!isCidr(value))
                throw condition_values_invalid(`The CIDR block '${value}' is not valid`);
    }
}
function isCidr(text) {
    const [address = '', prefix = ''] = text.split('/');
    if ((0,external_node_net_.isIP)(address) === 0 || !/^\d{1,3}$/.test(prefix))
        return false;
    return Number(prefix) <= ((0,external_node_net_.isIPv4)(address) ? 32 : 128);
}
function condition_values_shown(field, condition, values, regexValues) {
    const regex = regexValues.length > 0 ? { RegexValues: regexValues } : {};
    if (field === 'path-pattern') {
        return { Field: field, Values: values, ...regex, PathPatternConfig: { Values: values, ...regex } };
    }
    if (field === 'host-header') {
        return { Field: field, Values: values, ...regex, HostHeaderConfig: { Values: values, ...regex } };
    }
    return structuredClone(condition);
}
function condition_values_invalid(message) {
    return new AwsError('ValidationError', message);
}

;// CONCATENATED MODULE: ./build-stage/local-cloud/elb/conditions.js


/** `*` is any run of characters, `?` exactly one; with `escapes`, `\*` and `\?` are themselves. */
function wildcard(pattern, options = {}) {
    let source = '';
    for (let i = 0; i < pattern.length; i++) {
        const char = pattern[i];
        const next = pattern[i + 1];
        if (options.escapes && char === '\\' && (next === '*' || next === '?')) {
            source += `\\${next}`;
            i++;
        }
        else if (char === '*')
            source += '.*';
        else if (char === '?')
            source += '.';
        else
            source += char.replace(/[\\^$.+()[\]{}|/-]/, '\\$&');
    }
    return new RegExp(`^${source}$`, options.ignoreCase ? 'is' : 's');
}
function compileConditions(conditions) {
    const matches = conditions.map(compileCondition);
    if (matches.length === 1)
        return matches[0];
    return (facts) => matches.every((match) => match(facts));
}
function compileCondition(condition) {
    switch (condition.Field) {
        case 'path-pattern': {
            const patterns = textPatterns(condition, false);
            return ({ path }) => patterns.some((pattern) => pattern.test(path));
        }
        case 'host-header': {
            const patterns = textPatterns(condition, true);
            return ({ host }) => patterns.some((pattern) => pattern.test(host));
        }
        case 'http-header': {
            const name = (condition.HttpHeaderConfig?.HttpHeaderName ?? '').toLowerCase();
            const patterns = textPatterns(condition, true);
            return ({ rawHeaders }) => headerValues(rawHeaders, name).some((value) => patterns.some((pattern) => pattern.test(value)));
        }
        case 'http-request-method': {
            const methods = new Set(condition.HttpRequestMethodConfig?.Values);
            return ({ method }) => methods.has(method);
        }
        case 'query-string':
            return queryMatch(condition);
        case 'source-ip':
            return sourceMatch(condition.SourceIpConfig?.Values ?? []);
        default:
            return () => false;
    }
}
/** A condition's wildcard values and regular expressions, ready to test. Regular expressions match anywhere. */
function textPatterns(condition, ignoreCase) {
    const { values, regexValues } = valuesOf(condition);
    return [
        ...values.map((value) => wildcard(value, { ignoreCase })),
        ...regexValues.map((value) => new RegExp(value, ignoreCase ? 'i' : '')),
    ];
}
function headerValues(rawHeaders, name) {
    const found = [];
    for (let i = 0; i + 1 < rawHeaders.length; i += 2) {
        if (rawHeaders[i]?.toLowerCase() === name)
            found.push(rawHeaders[i + 1]);
    }
    return found;
}
function queryMatch(condition) {
    const wanted = (condition.QueryStringConfig?.Values ?? []).map(({ Key, Value }) => ({
        key: Key === undefined || Key === '' ? undefined : wildcard(Key, { ignoreCase: true, escapes: true }),
        value: wildcard(Value ?? '', { ignoreCase: true, escapes: true }),
    }));
    return ({ query }) => {
        if (query === '')
            return false;
        const pairs = [...new URLSearchParams(query)];
        return wanted.some(({ key, value }) => pairs.some(([name, text]) => (key === undefined || key.test(name)) && value.test(text)));
    };
}
/** Matched on the connection's address, never on X-Forwarded-For. */
function sourceMatch(cidrs) {
    const blocks = new external_node_net_.BlockList();
    for (const cidr of cidrs) {
        const [address = '', prefix = ''] = cidr.split('/');
        blocks.addSubnet(address, Number(prefix), (0,external_node_net_.isIPv6)(address) ? 'ipv6' : 'ipv4');
    }
    return ({ sourceIp }) => blocks.check(sourceIp, (0,external_node_net_.isIPv6)(sourceIp) ? 'ipv6' : 'ipv4');
}

;// CONCATENATED MODULE: ./build-stage/local-cloud/elb/state.js


class State {
    loadBalancers = new Map();
    targetGroups = new Map();
    listeners = new Map();
    tags = new Map();
    /** @throws AwsError `ValidationError`, `LoadBalancerNotFound` */
    loadBalancer(arn) {
        checkArn('loadbalancer', arn);
        return this.loadBalancers.get(arn) ?? missing('LoadBalancerNotFound', `Load balancer '${arn}' not found`);
    }
    /** @throws AwsError `ValidationError`, `TargetGroupNotFound` */
    targetGroup(arn) {
        checkArn('targetgroup', arn);
        return this.targetGroups.get(arn) ?? missing('TargetGroupNotFound', 'One or more target groups not found');
    }
    /** @throws AwsError `ValidationError`, `ListenerNotFound` */
    listener(arn) {
        checkArn('listener', arn);
        return this.listeners.get(arn) ?? missing('ListenerNotFound', 'One or more listeners not found');
    }
    /** @throws AwsError `ValidationError`, `RuleNotFound` */
    rule(arn) {
        checkArn('listener-rule', arn);
        for (const listener of this.listeners.values()) {
            const rule = rulesOf(listener).find((one) => one.arn === arn);
            if (rule !== undefined)
                return { rule, listener };
        }
        return missing('RuleNotFound', 'One or more rules not found');
    }
    listenersOf(loadBalancer) {
        return [...this.listeners.values()].filter((listener) => listener.loadBalancer === loadBalancer);
    }
    /** The load balancers whose listeners or rules name the group: at most one, as on AWS. */
    usersOf(targetGroupArn) {
        const users = new Set();
        for (const listener of this.listeners.values()) {
            if (users.has(listener.loadBalancer))
                continue;
            if (rulesOf(listener).some((rule) => groupsOf(rule.actions).includes(targetGroupArn))) {
                users.add(listener.loadBalancer);
            }
        }
        return [...users];
    }
}
/** In the order in which they are tried: by priority, the default rule last. */
function rulesOf(listener) {
    return [...listener.rules.sort((a, b) => (a.priority ?? 0) - (b.priority ?? 0)), listener.defaultRule];
}
/** ARNs of the target groups that an action list forwards to. */
function groupsOf(actions) {
    return actions.flatMap((action) => action.Type === 'forward'
        ? (action.ForwardConfig?.TargetGroups ?? []).map((group) => group.TargetGroupArn ?? '')
        : []);
}
function missing(code, message) {
    throw new AwsError(code, message);
}

;// CONCATENATED MODULE: ./build-stage/local-cloud/elb/weights.js
/**
 * Which target group gets the next request. Pure but for its own memory of what it chose.
 *
 * Smooth weighted selection: over any run of requests as long as the sum of the weights, every group gets exactly its
 * weight, spread evenly. AWS documents the shares and not the algorithm
 * (https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-listeners.html#forward-actions);
 * ours has no sampling noise, which AWS's may have.
 */
class WeightedChoice {
    entries;
    total;
    constructor(weighted) {
        this.entries = weighted.filter(({ weight }) => weight > 0).map((entry) => ({ ...entry, credit: 0 }));
        this.total = this.entries.reduce((sum, { weight }) => sum + weight, 0);
    }
    /** Undefined when every weight is 0. */
    next() {
        let best;
        for (const entry of this.entries) {
            entry.credit += entry.weight;
            if (best === undefined || entry.credit > best.credit)
                best = entry;
        }
        if (best === undefined)
            return undefined;
        best.credit -= this.total;
        return best.item;
    }
}

;// CONCATENATED MODULE: ./build-stage/local-cloud/elb/routes.js



const always = () => true;
function compileRoutes(listener, state) {
    return rulesOf(listener).map((rule) => ({
        ruleArn: rule.arn,
        match: rule.priority === undefined ? always : compileConditions(rule.conditions),
        deed: compileDeed(rule, listener, state),
        rewritePath: compileRewrite(rule.transforms, 'url-rewrite'),
        rewriteHost: compileRewrite(rule.transforms, 'host-header-rewrite'),
    }));
}
/** Authentication actions are not carried out: every request counts as authenticated. */
function compileDeed(rule, listener, state) {
    const action = rule.actions.at(-1);
    if (action.Type === 'fixed-response') {
        const { StatusCode, ContentType, MessageBody } = action.FixedResponseConfig ?? {};
        return {
            kind: 'fixed-response',
            status: Number(StatusCode),
            contentType: ContentType ?? 'text/plain; charset=utf-8',
            body: MessageBody ?? '',
        };
    }
    if (action.Type === 'redirect')
        return compileRedirect(action, listener);
    const groups = new Map();
    const weighted = [];
    for (const { TargetGroupArn = '', Weight = 1 } of action.ForwardConfig?.TargetGroups ?? []) {
        const group = state.targetGroups.get(TargetGroupArn);
        if (group === undefined)
            continue;
        groups.set(group.arn, group);
        weighted.push({ item: group, weight: Weight });
    }
    const sticky = action.ForwardConfig?.TargetGroupStickinessConfig;
    const stickySeconds = sticky?.Enabled === true ? sticky.DurationSeconds : undefined;
    return { kind: 'forward', groups, choice: new WeightedChoice(weighted), stickySeconds };
}
function compileRedirect(action, listener) {
    const config = action.RedirectConfig;
    const protocol = (config?.Protocol ?? '#{protocol}').replace('#{protocol}', listener.protocol).toLowerCase();
    const template = (text, { host, path, query }) => text
        .replaceAll('#{host}', host)
        .replaceAll('#{port}', String(listener.port))
        .replaceAll('#{path}', path.slice(1))
        .replaceAll('#{query}', query)
        .replaceAll('#{protocol}', listener.protocol.toLowerCase());
    return {
        kind: 'redirect',
        status: config?.StatusCode === 'HTTP_301' ? 301 : 302,
        location: (facts) => {
            const host = template(config?.Host ?? '#{host}', facts);
            const port = template(config?.Port ?? '#{port}', facts);
            const path = template(config?.Path ?? '/#{path}', facts);
            const query = template(config?.Query ?? '#{query}', facts);
            return `${protocol}://${host}:${port}${path}${query === '' ? '' : `?${query}`}`;
        },
    };
}
function compileRewrite(transforms, type) {
    const transform = transforms.find(({ Type }) => Type === type);
    const rewrite = (transform?.UrlRewriteConfig ?? transform?.HostHeaderRewriteConfig)?.Rewrites?.[0];
    if (rewrite?.Regex === undefined || rewrite.Replace === undefined)
        return undefined;
    const pattern = new RegExp(rewrite.Regex);
    const replacement = rewrite.Replace;
    return (text) => text.replace(pattern, replacement);
}

;// CONCATENATED MODULE: ./build-stage/local-cloud/elb/control.js





/** What the control plane's operations share, and how their changes reach the data plane. */
class Control {
    ground;
    traffic;
    state = new State();
    counts;
    constructor(ground, traffic) {
        this.ground = ground;
        this.traffic = traffic;
        this.counts = new RequestCounts(ground.clock);
    }
    /** The socket of a new listener; `front` is the listener itself. */
    newSocket(front) {
        const proxy = new RequestProxy(front, this.ground, this.traffic, this.counts);
        return new ListenerSocket(this.ground, proxy, () => this.traffic.connected(front.loadBalancer.arn));
    }
    /** After a listener was made: its rules hold at once, there were none before. */
    listenerOpened(listener) {
        listener.socket.apply(compileRoutes(listener, this.state));
        this.useChanged();
    }
    /** After a rule or a listener has changed: requests follow it after the propagation delay. */
    rulesChanged(listener) {
        listener.socket.applyLater(this.ground.settings.propagationMs, compileRoutes(listener, this.state));
        this.useChanged();
    }
    /** Groups that a rule names are checked; others are `unused`. */
    useChanged() {
        for (const group of this.state.targetGroups.values()) {
            group.pool.setInUse(this.state.usersOf(group.arn).length > 0);
        }
    }
    /** HealthyHostCount and UnHealthyHostCount are reported whether requests flow or not. */
    reportHosts(group) {
        for (const loadBalancer of this.state.usersOf(group.arn)) {
            const unhealthy = group.pool.count('unhealthy');
            this.traffic.hosts(loadBalancer.arn, group.arn, group.pool.count('healthy'), unhealthy);
        }
    }
}

;// CONCATENATED MODULE: ./build-stage/local-cloud/elb/paging.js

/**
 * One page of a Describe call. The marker is opaque to callers, as AWS's is.
 * @throws AwsError `ValidationError` for a page size outside 1 to 400 or a marker we never gave
 */
function elb_paging_page(all, input) {
    const size = input.PageSize ?? 400;
    if (!Number.isInteger(size) || size < 1 || size > 400) {
        throw names_invalid(`Page size '${size}' must be between 1 and 400`);
    }
    const start = input.Marker === undefined ? 0 : Number(Buffer.from(input.Marker, 'base64').toString());
    if (!Number.isInteger(start) || start < 0)
        throw names_invalid(`The marker '${input.Marker}' is not valid`);
    const end = start + size;
    const items = all.slice(start, end);
    return end < all.length ? { items, NextMarker: Buffer.from(String(end)).toString('base64') } : { items };
}

;// CONCATENATED MODULE: ./build-stage/local-cloud/elb/tags.js


/** https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_AddTags.html */
function tags_tagOperations({ state }) {
    return {
        AddTags(input) {
            const arns = existing(state, input.ResourceArns ?? []);
            for (const arn of arns)
                putTags(state, arn, input.Tags ?? [], { dryRun: true });
            for (const arn of arns)
                putTags(state, arn, input.Tags ?? []);
            return {};
        },
        RemoveTags(input) {
            for (const arn of existing(state, input.ResourceArns ?? [])) {
                for (const key of input.TagKeys ?? [])
                    state.tags.get(arn)?.delete(key);
            }
            return {};
        },
        DescribeTags(input) {
            const arns = existing(state, input.ResourceArns ?? []);
            return {
                TagDescriptions: arns.map((ResourceArn) => ({
                    ResourceArn,
                    Tags: [...(state.tags.get(ResourceArn) ?? [])].map(([Key, Value]) => ({ Key, Value })),
                })),
            };
        },
    };
}
/**
 * Writes tags over those of the same keys.
 * @throws AwsError `DuplicateTagKeys`, `TooManyTags` (50), `ValidationError`
 */
function putTags(state, arn, tags, options = {}) {
    const next = new Map(state.tags.get(arn));
    const seen = new Set();
    for (const { Key: key = '', Value: value = '' } of tags) {
        if (key.toLowerCase().startsWith('aws:'))
            throw names_invalid(`The tag key '${key}' cannot begin with 'aws:'`);
        if (key.length < 1 || key.length > 128)
            throw names_invalid('A tag key must have between 1 and 128 characters');
        if (value.length > 256)
            throw names_invalid('A tag value can have at most 256 characters');
        if (seen.has(key))
            throw new AwsError('DuplicateTagKeys', `Tag key was specified more than once: ${key}`);
        seen.add(key);
        next.set(key, value);
    }
    if (next.size > 50)
        throw new AwsError('TooManyTags', 'A resource can have at most 50 tags');
    if (options.dryRun !== true)
        state.tags.set(arn, next);
}
function existing(state, arns) {
    for (const arn of arns) {
        switch (kindOf(arn)) {
            case 'loadbalancer':
                state.loadBalancer(arn);
                break;
            case 'targetgroup':
                state.targetGroup(arn);
                break;
            case 'listener':
                state.listener(arn);
                break;
            case 'listener-rule':
                state.rule(arn);
                break;
            default:
                throw names_invalid(`'${arn}' is not a valid resource ARN`);
        }
    }
    return arns;
}

;// CONCATENATED MODULE: ./build-stage/local-cloud/elb/listeners.js







/** A load balancer with this tag gets its listeners' own ports on loopback, where they are free. */
const realPortsTag = 'sluice:real-ports';
/** https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-listeners.html */
function listenerOperations(control) {
    const { ground, state } = control;
    return {
        async CreateListener(input) {
            const loadBalancer = state.loadBalancer(input.LoadBalancerArn ?? '');
            const { port, protocol } = checkedPort(input);
            const actions = checkedActions(input.DefaultActions, { state, loadBalancer, protocol });
            const certificates = checkedCertificates(protocol, input.Certificates);
            const siblings = state.listenersOf(loadBalancer);
            const known = siblings.find((one) => one.port === port);
            if (known !== undefined) {
                if (known.protocol === protocol && JSON.stringify(known.defaultRule.actions) === JSON.stringify(actions)) {
                    return { Listeners: [described(known)] };
                }
                const why = `A listener already exists on this port for this load balancer '${loadBalancer.arn}'`;
                throw new AwsError('DuplicateListener', why);
            }
            if (siblings.length >= 50)
                throw new AwsError('TooManyListeners', 'A load balancer can have at most 50 listeners');
            const id = newId();
            const path = `app/${loadBalancer.name}/${loadBalancer.id}/${id}`;
            const front = { arn: ground.arn('elasticloadbalancing', `listener/${path}`), loadBalancer, port, protocol };
            const listener = Object.assign(front, {
                certificates,
                sslPolicy: input.SslPolicy ?? (protocol === 'HTTPS' ? 'ELBSecurityPolicy-2016-08' : undefined),
                alpnPolicy: input.AlpnPolicy,
                mutualAuthentication: input.MutualAuthentication,
                attributes: defaultAttributes('listener'),
                defaultRule: {
                    arn: ground.arn('elasticloadbalancing', `listener-rule/${path}/${newId()}`),
                    priority: undefined,
                    conditions: [],
                    actions,
                    transforms: [],
                },
                rules: [],
                socket: control.newSocket(front),
            });
            putTags(state, listener.arn, input.Tags ?? []);
            // Known before the socket is open, so that two calls for one port cannot both pass.
            state.listeners.set(listener.arn, listener);
            const wantsRealPort = state.tags.get(loadBalancer.arn)?.get(realPortsTag) === 'true';
            await listener.socket.open(wantsRealPort ? port : undefined);
            control.listenerOpened(listener);
            return { Listeners: [described(listener)] };
        },
        DescribeListeners(input) {
            const { LoadBalancerArn: lb, ListenerArns: arns = [] } = input;
            if (lb === undefined && arns.length === 0) {
                throw names_invalid('You must specify either listener ARNs or a load balancer ARN');
            }
            if (lb !== undefined && arns.length > 0) {
                throw names_invalid('You cannot specify both listener ARNs and a load balancer ARN');
            }
            const all = lb === undefined ? arns.map((arn) => state.listener(arn)) : state.listenersOf(state.loadBalancer(lb));
            const { items, NextMarker } = elb_paging_page(all, input);
            return { Listeners: items.map(described), NextMarker };
        },
        /** Members that are not sent stay as they are; `DefaultActions` are replaced as a whole. */
        ModifyListener(input) {
            const listener = state.listener(input.ListenerArn ?? '');
            const { loadBalancer } = listener;
            const { port, protocol } = checkedPort({
                Port: input.Port ?? listener.port,
                Protocol: input.Protocol ?? listener.protocol,
            });
            if (state.listenersOf(loadBalancer).some((one) => one !== listener && one.port === port)) {
                const why = `A listener already exists on this port for this load balancer '${loadBalancer.arn}'`;
                throw new AwsError('DuplicateListener', why);
            }
            const actions = checkedActions(input.DefaultActions ?? listener.defaultRule.actions, {
                state,
                loadBalancer,
                protocol,
                was: listener.defaultRule.actions,
            });
            listener.certificates = checkedCertificates(protocol, input.Certificates ?? listener.certificates);
            listener.port = port;
            listener.protocol = protocol;
            listener.defaultRule.actions = actions;
            listener.sslPolicy = input.SslPolicy ?? listener.sslPolicy;
            listener.alpnPolicy = input.AlpnPolicy ?? listener.alpnPolicy;
            listener.mutualAuthentication = input.MutualAuthentication ?? listener.mutualAuthentication;
            control.rulesChanged(listener);
            return { Listeners: [described(listener)] };
        },
        async DeleteListener(input) {
            await closeListener(control, state.listener(input.ListenerArn ?? ''));
            return {};
        },
        DescribeListenerAttributes(input) {
            return { Attributes: attributeList(state.listener(input.ListenerArn ?? '').attributes) };
        },
        ModifyListenerAttributes(input) {
            const { attributes } = state.listener(input.ListenerArn ?? '');
            modifyAttributes('listener', attributes, input.Attributes ?? []);
            return { Attributes: attributeList(attributes) };
        },
        DescribeListenerCertificates(input) {
            const { certificates } = state.listener(input.ListenerArn ?? '');
            const { items, NextMarker } = elb_paging_page(certificates, input);
            return { Certificates: items.map((one) => ({ ...one, IsDefault: true })), NextMarker };
        },
    };
}
/** The listener with its rules and tags is gone at once; what is in flight is finished. */
async function closeListener(control, listener) {
    control.state.listeners.delete(listener.arn);
    for (const arn of [listener.arn, ...rulesOf(listener).map((rule) => rule.arn)])
        control.state.tags.delete(arn);
    control.useChanged();
    await listener.socket.close(false);
}
function checkedPort(input) {
    const { Port: port, Protocol: protocol } = input;
    if (protocol === undefined)
        throw names_invalid('A listener protocol must be specified');
    if (protocol !== 'HTTP' && protocol !== 'HTTPS') {
        throw names_invalid(`Listener protocol '${protocol}' must be one of 'HTTP, HTTPS'`);
    }
    if (port === undefined)
        throw names_invalid('A listener port must be specified');
    if (port < 1 || port > 65_535)
        throw names_invalid(`Listener port '${port}' must be between 1 and 65535`);
    return { port, protocol };
}
function checkedCertificates(protocol, certificates) {
    if (protocol === 'HTTP')
        return [];
    if (certificates === undefined || certificates.length === 0) {
        throw names_invalid('A certificate must be specified for HTTPS listeners');
    }
    if (certificates.length > 1)
        throw names_invalid('A listener takes exactly one default certificate');
    return certificates.map(({ CertificateArn }) => ({ CertificateArn }));
}
function described(listener) {
    return {
        ListenerArn: listener.arn,
        LoadBalancerArn: listener.loadBalancer.arn,
        Port: listener.port,
        Protocol: listener.protocol,
        ...(listener.protocol === 'HTTPS' ? { Certificates: listener.certificates, SslPolicy: listener.sslPolicy } : {}),
        DefaultActions: listener.defaultRule.actions,
        ...(listener.alpnPolicy === undefined ? {} : { AlpnPolicy: listener.alpnPolicy }),
        ...(listener.mutualAuthentication === undefined ? {} : { MutualAuthentication: listener.mutualAuthentication }),
    };
}

;// CONCATENATED MODULE: ./build-stage/local-cloud/elb/load-balancers.js






/** `provisioning` lasts so long (cloud time); a minute or more on AWS. */
const provisioningMs = 2_000;
/** https://docs.aws.amazon.com/elasticloadbalancing/latest/application/application-load-balancers.html */
function loadBalancerOperations(control) {
    const { ground, state } = control;
    return {
        CreateLoadBalancer(input) {
            const name = input.Name ?? '';
            checkLoadBalancerName(name);
            if (input.Type !== undefined && input.Type !== 'application') {
                throw new AwsError('InvalidConfigurationRequest', `Load balancers of type '${input.Type}' are not supported here`);
            }
            const subnets = subnetsOf(input);
            const known = [...state.loadBalancers.values()].find((one) => one.name === name);
            if (known !== undefined) {
                if (!isSame(known, input, subnets)) {
                    const why = `A load balancer with the same name '${name}' exists, but with different settings`;
                    throw new AwsError('DuplicateLoadBalancerName', why);
                }
                return { LoadBalancers: [load_balancers_described(known, ground.region)] };
            }
            const id = newId();
            const scheme = input.Scheme ?? 'internet-facing';
            const digits = String(Math.floor(Math.random() * 1e10)).padStart(10, '1');
            const created = {
                arn: ground.arn('elasticloadbalancing', `loadbalancer/app/${name}/${id}`),
                name,
                id,
                dnsName: `${scheme === 'internal' ? 'internal-' : ''}${name}-${digits}.${ground.region}.elb.amazonaws.com`,
                createdAtMs: ground.clock.now(),
                scheme,
                vpcId: 'vpc-00000000',
                state: 'provisioning',
                provisioning: undefined,
                subnets,
                securityGroups: input.SecurityGroups ?? [],
                ipAddressType: input.IpAddressType ?? 'ipv4',
                attributes: defaultAttributes('load balancer'),
            };
            putTags(state, created.arn, input.Tags ?? []);
            state.loadBalancers.set(created.arn, created);
            created.provisioning = ground.clock.after(provisioningMs, () => {
                created.state = 'active';
            });
            return { LoadBalancers: [load_balancers_described(created, ground.region)] };
        },
        DescribeLoadBalancers(input) {
            const { items, NextMarker } = elb_paging_page(load_balancers_chosen(state, input), input);
            return { LoadBalancers: items.map((one) => load_balancers_described(one, ground.region)), NextMarker };
        },
        /** One that does not exist is deleted already: the call succeeds. */
        async DeleteLoadBalancer(input) {
            const arn = input.LoadBalancerArn ?? '';
            if (!state.loadBalancers.has(arn))
                return {};
            const loadBalancer = state.loadBalancer(arn);
            if (loadBalancer.attributes.get('deletion_protection.enabled') === 'true') {
                const why = `Load balancer '${arn}' cannot be deleted because deletion protection is enabled`;
                throw new AwsError('OperationNotPermitted', why);
            }
            for (const listener of state.listenersOf(loadBalancer))
                await closeListener(control, listener);
            loadBalancer.provisioning?.cancel();
            state.loadBalancers.delete(arn);
            state.tags.delete(arn);
            return {};
        },
        DescribeLoadBalancerAttributes(input) {
            return { Attributes: attributeList(state.loadBalancer(input.LoadBalancerArn ?? '').attributes) };
        },
        ModifyLoadBalancerAttributes(input) {
            const loadBalancer = state.loadBalancer(input.LoadBalancerArn ?? '');
            modifyAttributes('load balancer', loadBalancer.attributes, input.Attributes ?? []);
            for (const listener of state.listenersOf(loadBalancer))
                listener.socket.refresh();
            return { Attributes: attributeList(loadBalancer.attributes) };
        },
        SetSecurityGroups(input) {
            const loadBalancer = state.loadBalancer(input.LoadBalancerArn ?? '');
            loadBalancer.securityGroups = input.SecurityGroups ?? [];
            return { SecurityGroupIds: loadBalancer.securityGroups };
        },
        SetSubnets(input) {
            const loadBalancer = state.loadBalancer(input.LoadBalancerArn ?? '');
            loadBalancer.subnets = subnetsOf(input);
            return {
                AvailabilityZones: zones(loadBalancer.subnets, ground.region),
                IpAddressType: loadBalancer.ipAddressType,
            };
        },
    };
}
function load_balancers_chosen(state, input) {
    const all = [...state.loadBalancers.values()];
    const { LoadBalancerArns: arns = [], Names: names = [] } = input;
    if (arns.length > 0 && names.length > 0)
        throw names_invalid('You cannot specify both load balancer names and ARNs');
    if (arns.length > 20)
        throw names_invalid('Up to 20 load balancers can be described in a single call');
    if (arns.length > 0)
        return arns.map((arn) => state.loadBalancer(arn));
    if (names.length === 0)
        return all;
    const missing = names.filter((name) => !all.some((one) => one.name === name));
    if (missing.length > 0) {
        throw new AwsError('LoadBalancerNotFound', `Load balancers '[${missing.join(', ')}]' not found`);
    }
    return all.filter(({ name }) => names.includes(name));
}
/** Subnets need not exist here; the n-th is taken to lie in the n-th zone. */
function subnetsOf(input) {
    const { Subnets: subnets = [], SubnetMappings: mappings = [] } = input;
    if (subnets.length > 0 && mappings.length > 0)
        throw names_invalid('You can specify either subnets or subnet mappings, but not both');
    const ids = [...subnets, ...mappings.map(({ SubnetId }) => SubnetId ?? '')];
    if (ids.length === 0)
        throw names_invalid('You must specify subnets or subnet mappings');
    if (new Set(ids).size < 2)
        throw names_invalid('At least two subnets in two different Availability Zones must be specified');
    return ids;
}
function isSame(known, input, subnets) {
    const set = (values) => [...values].sort().join(' ');
    return (known.scheme === (input.Scheme ?? 'internet-facing') &&
        known.ipAddressType === (input.IpAddressType ?? 'ipv4') &&
        set(known.subnets) === set(subnets) &&
        set(known.securityGroups) === set(input.SecurityGroups ?? []));
}
function zones(subnets, region) {
    return subnets.map((SubnetId, i) => ({
        ZoneName: `${region}${'abcdef'[i % 6]}`,
        SubnetId,
        LoadBalancerAddresses: [],
    }));
}
function load_balancers_described(one, region) {
    return {
        LoadBalancerArn: one.arn,
        DNSName: one.dnsName,
        CanonicalHostedZoneId: 'Z00000000000000000000',
        CreatedTime: new Date(one.createdAtMs),
        LoadBalancerName: one.name,
        Scheme: one.scheme,
        VpcId: one.vpcId,
        State: { Code: one.state },
        Type: 'application',
        AvailabilityZones: zones(one.subnets, region),
        SecurityGroups: one.securityGroups,
        IpAddressType: one.ipAddressType,
    };
}

;// CONCATENATED MODULE: ./build-stage/local-cloud/elb/metrics.js

/**
 * What the data plane tells CloudWatch. Counted in memory per request, handed over in batches.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-cloudwatch-metrics.html
 */
const namespace = 'AWS/ApplicationELB';
/** A batch is handed over so long (cloud time) after its first observation, and always before its minute is left. */
const batchMs = 4_000;
const metrics_minuteMs = 60_000;
/** Response times are kept to 1 %. */
const step = Math.log(1.01);
/** Counters of one dimension set since the last hand-over. */
class Batch {
    dimensions;
    targets;
    counts = new Map();
    /** Index of the response time's 1 % step → how many. */
    times = new Map();
    constructor(dimensions, 
    /** How many targets the group's requests are shared by. */
    targets) {
        this.dimensions = dimensions;
        this.targets = targets;
    }
    add(name, count = 1) {
        this.counts.set(name, (this.counts.get(name) ?? 0) + count);
    }
    time(index) {
        this.times.set(index, (this.times.get(index) ?? 0) + 1);
    }
}
class TrafficMetrics {
    ground;
    metrics;
    batches = new Map();
    minute = 0;
    lastMs = 0;
    timer;
    stopped = false;
    constructor(ground, metrics) {
        this.ground = ground;
        this.metrics = metrics;
    }
    /** A target of the group was chosen for a request: RequestCount leaves out what never got that far. */
    requested(loadBalancer, group, targets) {
        this.of(loadBalancer).add('RequestCount');
        this.of(loadBalancer, group, targets).add('RequestCount');
    }
    /** A target has begun to answer. `seconds`: from the request's leaving until the response's headers came. */
    answered(loadBalancer, group, status, seconds) {
        const name = status >= 200 && status < 600 ? `HTTPCode_Target_${Math.floor(status / 100)}XX_Count` : undefined;
        const index = Math.round(Math.log(Math.max(seconds, 1e-5)) / step);
        for (const batch of [this.of(loadBalancer), this.of(loadBalancer, group)]) {
            if (name !== undefined)
                batch.add(name);
            batch.time(index);
        }
    }
    connectionFailed(loadBalancer, group) {
        this.of(loadBalancer).add('TargetConnectionErrorCount');
        this.of(loadBalancer, group).add('TargetConnectionErrorCount');
    }
    /** The load balancer itself answered. */
    answeredByElb(loadBalancer, status, why) {
        const batch = this.of(loadBalancer);
        if (why === 'fixed-response')
            batch.add('HTTP_Fixed_Response_Count');
        if (why === 'redirect')
            batch.add('HTTP_Redirect_Count');
        if (why !== 'error')
            return;
        batch.add(`HTTPCode_ELB_${Math.floor(status / 100)}XX_Count`);
        if ([500, 502, 503, 504].includes(status))
            batch.add(`HTTPCode_ELB_${status}_Count`);
    }
    connected(loadBalancer) {
        this.of(loadBalancer).add('NewConnectionCount');
    }
    hosts(loadBalancer, group, healthy, unhealthy) {
        const dimensions = metrics_dimensionsOf(loadBalancer, group);
        for (const [name, value] of [
            ['HealthyHostCount', healthy],
            ['UnHealthyHostCount', unhealthy],
        ]) {
            this.metrics.record({ namespace, name, dimensions, value, unit: 'Count' });
        }
    }
    /** Hands over everything counted so far. */
    flush() {
        this.timer?.cancel();
        this.timer = undefined;
        const at = this.lastMs;
        for (const batch of this.batches.values()) {
            const { dimensions } = batch;
            const requests = batch.counts.get('RequestCount') ?? 0;
            if (requests > 0 && batch.targets !== undefined) {
                const value = requests / Math.max(1, batch.targets());
                const name = 'RequestCountPerTarget';
                this.metrics.record({ namespace, name, dimensions, value, unit: 'Count', at });
                const { TargetGroup = '' } = dimensions;
                this.metrics.record({ namespace, name, dimensions: { TargetGroup }, value, unit: 'Count', at });
            }
            for (const [name, value] of batch.counts) {
                this.metrics.record({ namespace, name, dimensions, value, unit: 'Count', at });
            }
            for (const [index, count] of batch.times) {
                const value = Math.exp(index * step);
                this.metrics.record({ namespace, name: 'TargetResponseTime', dimensions, value, count, unit: 'Seconds', at });
            }
        }
        this.batches.clear();
    }
    /** Hands over what there is; connections that end after this start no timer any more. */
    stop() {
        this.stopped = true;
        this.flush();
    }
    of(loadBalancer, group = '', targets) {
        const now = this.ground.clock.now();
        const minute = Math.floor(now / metrics_minuteMs);
        if (minute !== this.minute) {
            this.flush();
            this.minute = minute;
        }
        this.lastMs = now;
        // At least 20 real milliseconds lie between two batches, whatever the speed.
        if (!this.stopped)
            this.timer ??= this.ground.clock.after(Math.max(batchMs, 20 * this.ground.clock.speed), () => this.flush());
        const key = `${loadBalancer} ${group}`;
        let batch = this.batches.get(key);
        if (batch === undefined) {
            batch = new Batch(metrics_dimensionsOf(loadBalancer, group), targets);
            this.batches.set(key, batch);
        }
        return batch;
    }
}
function metrics_dimensionsOf(loadBalancer, group) {
    const LoadBalancer = dimensionOf(loadBalancer);
    return group === '' ? { LoadBalancer } : { TargetGroup: dimensionOf(group), LoadBalancer };
}

;// CONCATENATED MODULE: ./build-stage/local-cloud/elb/rules.js







/** https://docs.aws.amazon.com/elasticloadbalancing/latest/application/listener-rules.html */
function ruleOperations(control) {
    const { ground, state } = control;
    return {
        CreateRule(input) {
            const listener = state.listener(input.ListenerArn ?? '');
            const priority = checkedPriority(input.Priority);
            if (listener.rules.some((rule) => rule.priority === priority))
                throw priorityInUse(priority);
            const rules = state.listenersOf(listener.loadBalancer).flatMap((one) => one.rules);
            if (rules.length >= 100)
                throw new AwsError('TooManyRules', 'A load balancer can have at most 100 rules');
            const rule = {
                arn: `${listener.arn.replace(':listener/', ':listener-rule/')}/${newId()}`,
                priority,
                conditions: checkedConditions(input.Conditions),
                actions: checkedActions(input.Actions, { ...listener, state }),
                transforms: checkedTransforms(input.Transforms ?? []),
            };
            checkGroupLimit(state, listener, rule);
            putTags(state, rule.arn, input.Tags ?? []);
            listener.rules.push(rule);
            ground.note(`rule ${rule.arn} was made`);
            control.rulesChanged(listener);
            return { Rules: [rules_described(rule)] };
        },
        DescribeRules(input) {
            const { ListenerArn: listenerArn, RuleArns: arns = [] } = input;
            if (listenerArn === undefined && arns.length === 0) {
                throw names_invalid('You must specify either listener rule ARNs or a listener ARN');
            }
            if (listenerArn !== undefined && arns.length > 0) {
                throw names_invalid('You cannot specify both listener rule ARNs and a listener ARN');
            }
            const all = listenerArn === undefined ? arns.map((arn) => state.rule(arn).rule) : rulesOf(state.listener(listenerArn));
            const { items, NextMarker } = elb_paging_page(all, input);
            return { Rules: items.map(rules_described), NextMarker };
        },
        /** What is not sent stays; `Actions` and `Conditions` are replaced as whole lists. */
        ModifyRule(input) {
            const { rule, listener } = state.rule(input.RuleArn ?? '');
            if (rule.priority === undefined) {
                throw new AwsError('OperationNotPermitted', `Default rule '${rule.arn}' cannot be modified`);
            }
            const { Conditions, Actions, Transforms, ResetTransforms } = input;
            if (Conditions === undefined && Actions === undefined && Transforms === undefined && ResetTransforms !== true) {
                throw names_invalid('Either conditions or actions must be specified');
            }
            if (Transforms !== undefined && ResetTransforms === true) {
                throw names_invalid('You cannot specify both Transforms and ResetTransforms');
            }
            const next = {
                ...rule,
                conditions: Conditions === undefined ? rule.conditions : checkedConditions(Conditions),
                actions: Actions === undefined ? rule.actions : checkedActions(Actions, { ...listener, state, was: rule.actions }),
                transforms: ResetTransforms === true ? [] : checkedTransforms(Transforms ?? rule.transforms),
            };
            checkGroupLimit(state, listener, next);
            Object.assign(rule, next);
            control.rulesChanged(listener);
            return { Rules: [rules_described(rule)] };
        },
        DeleteRule(input) {
            const { rule, listener } = state.rule(input.RuleArn ?? '');
            if (rule.priority === undefined) {
                throw new AwsError('OperationNotPermitted', `Default rule '${rule.arn}' cannot be deleted`);
            }
            listener.rules = listener.rules.filter((one) => one !== rule);
            state.tags.delete(rule.arn);
            control.rulesChanged(listener);
            return {};
        },
        /** All or nothing; rules that are not named keep their priorities. */
        SetRulePriorities(input) {
            const wanted = (input.RulePriorities ?? []).map(({ RuleArn, Priority }) => ({
                ...state.rule(RuleArn ?? ''),
                priority: checkedPriority(Priority),
            }));
            const seen = new Set();
            for (const { rule, priority } of wanted) {
                if (rule.priority === undefined) {
                    throw new AwsError('OperationNotPermitted', `Default rule '${rule.arn}' cannot be modified`);
                }
                if (seen.has(priority))
                    throw names_invalid(`Priority '${priority}' was provided multiple times`);
                seen.add(priority);
            }
            const [first] = wanted;
            if (first === undefined)
                throw names_invalid('Rule priorities must be specified');
            if (wanted.some(({ listener }) => listener !== first.listener)) {
                throw names_invalid('All rules must belong to the same listener');
            }
            const moved = new Set(wanted.map(({ rule }) => rule));
            for (const other of first.listener.rules) {
                if (!moved.has(other) && seen.has(other.priority ?? 0))
                    throw priorityInUse(other.priority);
            }
            for (const { rule, priority } of wanted)
                rule.priority = priority;
            control.rulesChanged(first.listener);
            return { Rules: wanted.map(({ rule }) => rules_described(rule)) };
        },
    };
}
function checkedPriority(priority) {
    if (priority === undefined || !Number.isInteger(priority) || priority < 1 || priority > 50_000) {
        throw names_invalid(`Priority '${priority}' must be between 1 and 50000`);
    }
    return priority;
}
function priorityInUse(priority) {
    return new AwsError('PriorityInUse', `Priority '${priority}' is currently in use`);
}
/** https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-limits.html: 100 groups per load balancer */
function checkGroupLimit(state, listener, rule) {
    const rules = state.listenersOf(listener.loadBalancer).flatMap((one) => rulesOf(one));
    const groups = new Set([...rules.filter(({ arn }) => arn !== rule.arn), rule].flatMap(({ actions }) => groupsOf(actions)));
    if (groups.size > 100) {
        const why = 'A load balancer can have at most 100 unique target groups';
        throw new AwsError('TooManyUniqueTargetGroupsPerLoadBalancer', why);
    }
}
/** https://docs.aws.amazon.com/elasticloadbalancing/latest/application/rule-transforms.html */
function checkedTransforms(transforms) {
    const types = transforms.map(({ Type }) => Type);
    if (new Set(types).size !== types.length)
        throw names_invalid('A rule can have one transform of each type');
    for (const { HostHeaderRewriteConfig, UrlRewriteConfig } of transforms) {
        const rewrites = (HostHeaderRewriteConfig ?? UrlRewriteConfig)?.Rewrites ?? [];
        if (rewrites.length !== 1)
            throw names_invalid('A transform must have exactly one rewrite');
        try {
            new RegExp(rewrites[0]?.Regex ?? '');
        }
        catch {
            throw names_invalid(`The regular expression '${rewrites[0]?.Regex}' is not valid`);
        }
    }
    return structuredClone([...transforms]);
}
function rules_described(rule) {
    return {
        RuleArn: rule.arn,
        Priority: rule.priority === undefined ? 'default' : String(rule.priority),
        Conditions: rule.conditions,
        Actions: rule.actions,
        IsDefault: rule.priority === undefined,
        ...(rule.transforms.length === 0 ? {} : { Transforms: rule.transforms }),
    };
}

;// CONCATENATED MODULE: ./build-stage/local-cloud/elb/checks.js

/**
 * What AWS accepts as a target group's health check.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html#health-check-settings
 */
const byDefault = {
    protocol: 'HTTP',
    port: 'traffic-port',
    path: '/',
    intervalSeconds: 30,
    timeoutSeconds: 5,
    healthyThreshold: 5,
    unhealthyThreshold: 2,
    matcher: '200',
};
/** What is not sent stays as in `before`, or takes its default. @throws AwsError `ValidationError` */
function checkedHealthCheck(input, before = byDefault) {
    if (input.HealthCheckEnabled === false) {
        throw names_invalid('Health check enabled must be true for target groups with target type instance or ip');
    }
    const check = {
        protocol: input.HealthCheckProtocol ?? before.protocol,
        port: input.HealthCheckPort ?? before.port,
        path: input.HealthCheckPath ?? before.path,
        intervalSeconds: input.HealthCheckIntervalSeconds ?? before.intervalSeconds,
        timeoutSeconds: input.HealthCheckTimeoutSeconds ?? before.timeoutSeconds,
        healthyThreshold: input.HealthyThresholdCount ?? before.healthyThreshold,
        unhealthyThreshold: input.UnhealthyThresholdCount ?? before.unhealthyThreshold,
        matcher: input.Matcher?.HttpCode ?? before.matcher,
    };
    if (check.protocol !== 'HTTP' && check.protocol !== 'HTTPS') {
        throw names_invalid(`Health check protocol '${check.protocol}' must be one of 'HTTP, HTTPS'`);
    }
    if (check.port !== 'traffic-port' && !isPort(check.port)) {
        throw names_invalid(`Health check port '${check.port}' must be 'traffic-port' or between 1 and 65535`);
    }
    if (!/^\/[\x21-\x7e]{0,1023}$/.test(check.path))
        throw names_invalid(`Health check path '${check.path}' is not valid`);
    checks_within('Health check interval', check.intervalSeconds, 5, 300);
    checks_within('Health check timeout', check.timeoutSeconds, 2, 120);
    checks_within('Healthy threshold count', check.healthyThreshold, 2, 10);
    checks_within('Unhealthy threshold count', check.unhealthyThreshold, 2, 10);
    if (check.timeoutSeconds >= check.intervalSeconds) {
        throw names_invalid(`Health check timeout '${check.timeoutSeconds}' must be smaller than the interval '${check.intervalSeconds}'`);
    }
    if (!isMatcher(check.matcher))
        throw names_invalid(`Health check matcher HTTP code '${check.matcher}' must be within '200-499'`);
    return check;
}
function isPort(text) {
    return /^\d{1,5}$/.test(text) && Number(text) >= 1 && Number(text) <= 65_535;
}
/** `200`, `200,202` or `200-299`, each from 200 to 499. */
function isMatcher(text) {
    return text.split(',').every((part) => {
        const found = /^(\d{3})(?:-(\d{3}))?$/.exec(part);
        if (found === null)
            return false;
        const low = Number(found[1]);
        const high = Number(found[2] ?? found[1]);
        return low >= 200 && high <= 499 && low <= high;
    });
}
function checks_within(what, value, least, most) {
    if (!Number.isInteger(value) || value < least || value > most) {
        throw names_invalid(`${what} '${value}' must be between ${least} and ${most}`);
    }
}

;// CONCATENATED MODULE: ./build-stage/local-cloud/elb/health-checks.js

/** Does a status code meet a Matcher's HttpCode (`200`, `200,202`, `200-299`)? Pure. */
function codeMatches(matcher, status) {
    return matcher.split(',').some((part) => {
        const [low, high = low] = part.split('-').map(Number);
        return low !== undefined && high !== undefined && status >= low && status <= high;
    });
}
/**
 * Real milliseconds that a probe waits for its answer. The answer comes from a real process at its real speed, so a
 * sped-up clock may not shorten the wait below a second (unless the check itself allows less).
 */
function patienceMs(timeoutSeconds, speed) {
    const cloudMs = timeoutSeconds * 1000;
    return Math.max(cloudMs / speed, Math.min(cloudMs, 1000));
}
/** Never throws. The connection is the probe's own and closed after it, as AWS closes it. */
function probe(where, check, patience) {
    return new Promise((resolve) => {
        const failed = (reason) => resolve({
            passed: false,
            reason,
            description: reason === 'Target.Timeout' ? 'Request timed out' : 'Health checks failed',
        });
        const sent = (0,external_node_http_.request)({
            host: where.host,
            port: where.port,
            method: 'GET',
            path: check.path,
            agent: false,
            headers: { Host: where.hostHeader, 'User-Agent': 'ELB-HealthChecker/2.0', Connection: 'close' },
        });
        // A timer and not a socket timeout: bytes that trickle in are no answer.
        const overdue = setTimeout(() => {
            failed('Target.Timeout');
            sent.destroy();
        }, patience);
        sent.on('response', (answer) => {
            clearTimeout(overdue);
            const status = answer.statusCode ?? 0;
            answer.on('error', () => { });
            answer.resume();
            answer.on('close', () => sent.destroy());
            if (codeMatches(check.matcher, status))
                resolve({ passed: true });
            else {
                const description = `Health checks failed with these codes: [${status}]`;
                resolve({ passed: false, reason: 'Target.ResponseCodeMismatch', description });
            }
        });
        sent.on('error', () => {
            clearTimeout(overdue);
            failed('Target.FailedHealthChecks');
        });
        sent.end();
    });
}
/** Probes at the check's interval (cloud time) until told to stop; never two probes of one target at once. */
class ProbeLoop {
    clock;
    intervalMs;
    once;
    timer;
    stopped = false;
    constructor(clock, intervalMs, once) {
        this.clock = clock;
        this.intervalMs = intervalMs;
        this.once = once;
    }
    /** The first probe comes at once: a new target is not kept waiting for an interval. */
    start() {
        void this.turn();
    }
    async turn() {
        const startedMs = this.clock.now();
        await this.once();
        if (this.stopped)
            return;
        // "The time that it takes for the target to respond does not affect the interval for the next health check
        // request." At least 20 real milliseconds lie between two probes, whatever the speed.
        const wait = Math.max(this.intervalMs() - (this.clock.now() - startedMs), 20 * this.clock.speed);
        this.timer = this.clock.after(wait, () => void this.turn());
    }
    stop() {
        this.stopped = true;
        this.timer?.cancel();
    }
}

;// CONCATENATED MODULE: ./build-stage/local-cloud/elb/registered-target.js

/** How long an idle connection to a target is kept (real time): shorter than the 5 s after which a Node.js server closes it, so that no request runs into a closing connection. */
const idleConnectionMs = 4_000;
/** A target of a group: its state, its connections, and what it has in flight. */
class RegisteredTarget {
    id;
    port;
    availabilityZone;
    state = 'initial';
    reason = 'Elb.RegistrationInProgress';
    description = 'Target registration is in progress';
    inFlight = 0;
    loop;
    /** Pending change of state: the end of registration, or of the deregistration delay. */
    timer;
    /** Told when the target has drained. */
    waiting = [];
    passedInARow = 0;
    failedInARow = 0;
    hasEverPassed = false;
    /** Connections that have switched protocol (websockets): the agent has let go of them. */
    switched = new Set();
    agent = new external_node_http_.Agent({ keepAlive: true, timeout: idleConnectionMs, maxFreeSockets: 256, scheduling: 'lifo' });
    constructor(id, port, availabilityZone) {
        this.id = id;
        this.port = port;
        this.availabilityZone = availabilityZone;
    }
    get key() {
        return targetKey(this);
    }
    setState(state, reason, description) {
        this.state = state;
        this.reason = reason;
        this.description = description;
    }
    /** Registered, or its group has just come into use. */
    beginRegistration() {
        this.hasEverPassed = false;
        this.passedInARow = 0;
        this.failedInARow = 0;
        this.setState('initial', 'Elb.RegistrationInProgress', 'Target registration is in progress');
    }
    /**
     * "After your target is registered, it must pass one health check to be considered healthy"; later changes take as
     * many results in a row as the thresholds say.
     * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html
     */
    judge(result, thresholds) {
        if (result.passed) {
            this.failedInARow = 0;
            this.passedInARow++;
            const needed = this.hasEverPassed || this.state === 'unhealthy' ? thresholds.healthy : 1;
            if (this.state === 'healthy' || this.passedInARow >= needed) {
                this.hasEverPassed = true;
                this.setState('healthy');
            }
            return;
        }
        this.passedInARow = 0;
        this.failedInARow++;
        if (this.state === 'unhealthy' || this.failedInARow >= thresholds.unhealthy) {
            this.setState('unhealthy', result.reason, result.description);
        }
    }
    stopChecks() {
        this.loop?.stop();
        this.loop = undefined;
        this.timer?.cancel();
        this.timer = undefined;
    }
    /** Resolves when nothing is in flight, or when `cut` is called. */
    drained() {
        if (this.inFlight === 0)
            return Promise.resolve();
        return new Promise((resolve) => {
            this.waiting.push(resolve);
        });
    }
    started() {
        this.inFlight++;
    }
    finished() {
        this.inFlight--;
        if (this.inFlight === 0)
            this.release();
    }
    closeIdleConnections() {
        for (const sockets of Object.values(this.agent.freeSockets)) {
            for (const socket of [...(sockets ?? [])])
                socket.destroy();
        }
    }
    /** Ends what is still in flight. */
    cut() {
        this.stopChecks();
        this.agent.destroy();
        for (const connection of this.switched)
            connection.destroy();
        this.release();
    }
    release() {
        const waiting = this.waiting;
        this.waiting = [];
        for (const resolve of waiting)
            resolve();
    }
}
/** Targets are told apart by id and port: two ports of one address are two targets. */
function targetKey(target) {
    return `${target.id}:${target.port}`;
}

;// CONCATENATED MODULE: ./build-stage/local-cloud/elb/target-pool.js



/** A newly registered target is said to be `Elb.RegistrationInProgress` so long (cloud time), then its checks begin. */
const registrationMs = 1_000;
/** The targets of one group: registration, health, draining, and the choice of one for a request. */
class TargetPool {
    ground;
    group;
    onHostChange;
    targets = new Map();
    /** Who may be chosen now; made anew when any state changes. */
    routable = [];
    turn = 0;
    inUse = false;
    random = Math.random;
    constructor(ground, group, onHostChange) {
        this.ground = ground;
        this.group = group;
        this.onHostChange = onHostChange;
    }
    get used() {
        return this.inUse;
    }
    get all() {
        return [...this.targets.values()];
    }
    find(target) {
        return this.targets.get(targetKey(target));
    }
    count(state) {
        let count = 0;
        for (const target of this.targets.values())
            if (target.state === state)
                count++;
        return count;
    }
    /** Registering again is no change, but calls a draining target back. */
    register(target, availabilityZone) {
        const known = this.find(target);
        if (known !== undefined && known.state !== 'draining')
            return;
        known?.stopChecks();
        const registered = known ?? new RegisteredTarget(target.id, target.port, availabilityZone);
        this.targets.set(registered.key, registered);
        if (this.inUse)
            this.begin(registered);
        else
            this.markUnused(registered);
        this.changed();
    }
    /**
     * The target gets no new requests from now on. Resolves when nothing is in flight any more, or when the deregistration
     * delay is over, which ends what still is. It is shown as `draining` for the whole delay even if it drained at once.
     * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-target-group-attributes.html#deregistration-delay
     */
    async deregister(target) {
        const known = this.find(target);
        if (known === undefined)
            return;
        if (known.state === 'draining')
            return known.drained();
        const delayMs = numberOf(this.group.attributes, 'deregistration_delay.timeout_seconds') * 1000;
        const wasUnused = known.state === 'unused';
        known.stopChecks();
        if (wasUnused || delayMs === 0) {
            this.remove(known);
            return;
        }
        known.setState('draining', 'Target.DeregistrationInProgress', 'Target deregistration is in progress');
        known.timer = this.ground.clock.after(delayMs, () => this.remove(known));
        known.closeIdleConnections();
        this.changed();
        await known.drained();
    }
    /** A group that no listener and no rule names is not checked. */
    setInUse(inUse) {
        if (inUse === this.inUse)
            return;
        this.inUse = inUse;
        for (const target of this.targets.values()) {
            if (target.state === 'draining')
                continue;
            target.stopChecks();
            if (inUse)
                this.begin(target);
            else
                this.markUnused(target);
        }
        this.changed();
    }
    /** The one for the next request; undefined when there is none that is not draining. `sticky`: a key, if it may still be chosen. */
    pick(sticky) {
        const among = this.routable;
        if (among.length === 0)
            return undefined;
        if (sticky !== undefined) {
            const known = this.targets.get(sticky);
            if (known !== undefined && among.includes(known))
                return known;
        }
        switch (this.group.attributes.get('load_balancing.algorithm.type')) {
            case 'least_outstanding_requests':
                return among.reduce((least, target) => (target.inFlight < least.inFlight ? target : least));
            case 'weighted_random':
                return among[Math.floor(this.random() * among.length)];
            default:
                this.turn = (this.turn + 1) % among.length;
                return among[this.turn];
        }
    }
    /** The check's or the attributes' values have changed. */
    settingsChanged() {
        this.changed();
    }
    stop() {
        for (const target of this.targets.values())
            target.cut();
        this.targets.clear();
        this.routable = [];
    }
    begin(target) {
        target.beginRegistration();
        target.timer = this.ground.clock.after(registrationMs, () => {
            target.setState('initial', 'Elb.InitialHealthChecking', 'Initial health checks in progress');
            const loop = new ProbeLoop(this.ground.clock, () => this.group.check.intervalSeconds * 1000, () => this.checkOnce(target, loop));
            target.loop = loop;
            loop.start();
        });
    }
    async checkOnce(target, loop) {
        const { check } = this.group;
        const port = check.port === 'traffic-port' ? target.port : Number(check.port);
        const where = this.ground.network.resolve(target.id, port);
        const patience = patienceMs(check.timeoutSeconds, this.ground.clock.speed);
        const result = await probe({ ...where, hostHeader: `${target.id}:${port}` }, check, patience);
        // Deregistered, or out of use, while the probe was on its way.
        if (target.loop !== loop)
            return;
        const before = target.state;
        target.judge(result, { healthy: check.healthyThreshold, unhealthy: check.unhealthyThreshold });
        if (target.state === before)
            return;
        this.ground.note(`target ${target.key} ${before} -> ${target.state}${target.reason === undefined ? '' : ` (${target.reason})`}`);
        this.changed();
    }
    markUnused(target) {
        const why = 'Target group is not configured to receive traffic from the load balancer';
        target.setState('unused', 'Target.NotInUse', why);
    }
    remove(target) {
        this.targets.delete(target.key);
        target.cut();
        this.changed();
    }
    /**
     * Healthy targets only, or all that are registered when too few are healthy (fail-open).
     * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-target-groups.html#target-group-health
     */
    changed() {
        const registered = this.all.filter(({ state }) => state !== 'draining');
        const healthy = registered.filter(({ state }) => state === 'healthy');
        const key = 'target_group_health.unhealthy_state_routing.minimum_healthy_targets';
        const least = numberOf(this.group.attributes, `${key}.count`);
        const share = this.group.attributes.get(`${key}.percentage`) ?? 'off';
        const tooFew = healthy.length < least || (share !== 'off' && healthy.length < (registered.length * Number(share)) / 100);
        this.routable = tooFew ? registered : healthy;
        this.onHostChange();
    }
}

;// CONCATENATED MODULE: ./build-stage/local-cloud/elb/target-groups.js







/** https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-target-groups.html */
function targetGroupOperations(control) {
    const { ground, state } = control;
    return {
        CreateTargetGroup(input) {
            const name = input.Name ?? '';
            checkTargetGroupName(name);
            const created = newGroup(control, input);
            const known = [...state.targetGroups.values()].find((one) => one.name === name);
            if (known !== undefined) {
                if (!target_groups_isSame(known, created)) {
                    const why = `A target group with the same name '${name}' exists, but with different settings`;
                    throw new AwsError('DuplicateTargetGroupName', why);
                }
                return { TargetGroups: [target_groups_described(state, known)] };
            }
            putTags(state, created.arn, input.Tags ?? []);
            state.targetGroups.set(created.arn, created);
            ground.note(`target group ${name} was made`);
            return { TargetGroups: [target_groups_described(state, created)] };
        },
        DescribeTargetGroups(input) {
            const { items, NextMarker } = elb_paging_page(target_groups_chosen(state, input), input);
            return { TargetGroups: items.map((one) => target_groups_described(state, one)), NextMarker };
        },
        ModifyTargetGroup(input) {
            const group = state.targetGroup(input.TargetGroupArn ?? '');
            Object.assign(group.check, checkedHealthCheck(input, group.check));
            group.pool.settingsChanged();
            return { TargetGroups: [target_groups_described(state, group)] };
        },
        /** One that does not exist is deleted already: the call succeeds. */
        DeleteTargetGroup(input) {
            const arn = input.TargetGroupArn ?? '';
            const group = state.targetGroups.get(arn);
            if (group === undefined)
                return {};
            if (state.usersOf(arn).length > 0) {
                throw new AwsError('ResourceInUse', `Target group '${arn}' is currently in use by a listener or a rule`);
            }
            group.pool.stop();
            state.targetGroups.delete(arn);
            state.tags.delete(arn);
            return {};
        },
        DescribeTargetGroupAttributes(input) {
            return { Attributes: attributeList(state.targetGroup(input.TargetGroupArn ?? '').attributes) };
        },
        ModifyTargetGroupAttributes(input) {
            const group = state.targetGroup(input.TargetGroupArn ?? '');
            modifyAttributes('target group', group.attributes, input.Attributes ?? []);
            group.pool.settingsChanged();
            return { Attributes: attributeList(group.attributes) };
        },
    };
}
function newGroup(control, input) {
    const { ground } = control;
    const { TargetType: targetType = 'instance', Protocol: protocol, Port: port, VpcId: vpcId } = input;
    if (targetType !== 'instance' && targetType !== 'ip') {
        throw new AwsError('InvalidConfigurationRequest', `Target groups of type '${targetType}' are not supported here`);
    }
    if (protocol === undefined)
        throw names_invalid('A protocol must be specified');
    if (protocol !== 'HTTP' && protocol !== 'HTTPS') {
        throw new AwsError('InvalidConfigurationRequest', `Target groups with protocol '${protocol}' are not supported here`);
    }
    if (port === undefined)
        throw names_invalid('A port must be specified');
    if (port < 1 || port > 65_535)
        throw names_invalid(`Target group port '${port}' must be between 1 and 65535`);
    if (vpcId === undefined)
        throw names_invalid('A VPC ID must be specified');
    const version = input.ProtocolVersion ?? 'HTTP1';
    if (version !== 'HTTP1') {
        throw new AwsError('InvalidConfigurationRequest', `Protocol version '${version}' is not supported here`);
    }
    const settings = { check: checkedHealthCheck(input), attributes: defaultAttributes('target group') };
    const group = {
        arn: ground.arn('elasticloadbalancing', `targetgroup/${input.Name}/${newId()}`),
        name: input.Name ?? '',
        protocol,
        protocolVersion: version,
        port,
        vpcId,
        targetType,
        ipAddressType: input.IpAddressType ?? 'ipv4',
        ...settings,
        pool: new TargetPool(ground, settings, () => control.reportHosts(group)),
    };
    return group;
}
function target_groups_isSame(a, b) {
    const settings = ({ protocol, port, vpcId, targetType, ipAddressType, check }) => JSON.stringify([protocol, port, vpcId, targetType, ipAddressType, check]);
    return settings(a) === settings(b);
}
function target_groups_chosen(state, input) {
    const { LoadBalancerArn: lb, TargetGroupArns: arns = [], Names: names = [] } = input;
    const ways = [lb !== undefined, arns.length > 0, names.length > 0].filter(Boolean).length;
    if (ways > 1)
        throw names_invalid('Target groups can be described by load balancer, by ARN, or by name, not several ways at once');
    const all = [...state.targetGroups.values()];
    if (lb !== undefined) {
        const loadBalancer = state.loadBalancer(lb);
        return all.filter((group) => state.usersOf(group.arn).includes(loadBalancer));
    }
    if (arns.length > 0)
        return arns.map((arn) => state.targetGroup(arn));
    if (names.length === 0)
        return all;
    if (names.some((name) => !all.some((group) => group.name === name))) {
        throw new AwsError('TargetGroupNotFound', 'One or more target groups not found');
    }
    return all.filter(({ name }) => names.includes(name));
}
function target_groups_described(state, group) {
    const { check } = group;
    return {
        TargetGroupArn: group.arn,
        TargetGroupName: group.name,
        Protocol: group.protocol,
        ProtocolVersion: group.protocolVersion,
        Port: group.port,
        VpcId: group.vpcId,
        HealthCheckProtocol: check.protocol,
        HealthCheckPort: check.port,
        HealthCheckEnabled: true,
        HealthCheckIntervalSeconds: check.intervalSeconds,
        HealthCheckTimeoutSeconds: check.timeoutSeconds,
        HealthyThresholdCount: check.healthyThreshold,
        UnhealthyThresholdCount: check.unhealthyThreshold,
        HealthCheckPath: check.path,
        Matcher: { HttpCode: check.matcher },
        LoadBalancerArns: state.usersOf(group.arn).map(({ arn }) => arn),
        TargetType: group.targetType,
        IpAddressType: group.ipAddressType,
    };
}

;// CONCATENATED MODULE: ./build-stage/local-cloud/elb/targets.js


/** https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-register-targets.html */
function targetOperations({ state }) {
    return {
        RegisterTargets(input) {
            const group = state.targetGroup(input.TargetGroupArn ?? '');
            const targets = checkedTargets(group, input.Targets);
            for (const { target, zone } of targets)
                group.pool.register(target, zone);
            return {};
        },
        /** Answers at once; the targets drain. One that is not registered is no error. */
        DeregisterTargets(input) {
            const group = state.targetGroup(input.TargetGroupArn ?? '');
            for (const { target } of checkedTargets(group, input.Targets))
                void group.pool.deregister(target);
            return {};
        },
        DescribeTargetHealth(input) {
            const group = state.targetGroup(input.TargetGroupArn ?? '');
            if (input.Targets === undefined || input.Targets.length === 0) {
                return { TargetHealthDescriptions: group.pool.all.map((target) => targets_described(group, target)) };
            }
            const asked = checkedTargets(group, input.Targets).map(({ target }) => {
                const known = group.pool.find(target);
                return known === undefined ? notRegistered(group, target) : targets_described(group, known);
            });
            return { TargetHealthDescriptions: asked };
        },
    };
}
function checkedTargets(group, targets) {
    if (targets === undefined || targets.length === 0)
        throw names_invalid('You must specify at least one target');
    return targets.map(({ Id: id = '', Port: port = group.port, AvailabilityZone: zone }) => {
        if (group.targetType === 'ip' && (0,external_node_net_.isIP)(id) === 0)
            throw names_invalid(`The IP address '${id}' is not a valid IPv4 address`);
        if (group.targetType === 'ip' && !isPrivate(id)) {
            throw names_invalid(`The IP address '${id}' must be in a private range to be registered with target group '${group.arn}'`);
        }
        if (group.targetType === 'instance' && !/^i-[0-9a-z]+$/.test(id))
            throw names_invalid(`Instance ID '${id}' is not valid`);
        if (port < 1 || port > 65_535)
            throw names_invalid(`Target port '${port}' must be between 1 and 65535`);
        return { target: { id, port }, zone };
    });
}
/** RFC 1918 and RFC 6598 as on AWS, and loopback, which AWS has not: local processes may be targets as they stand. */
function isPrivate(ip) {
    return (/^(10\.|127\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.)/.test(ip) ||
        ip.includes(':'));
}
function targets_described(group, target) {
    const zone = target.availabilityZone === undefined ? {} : { AvailabilityZone: target.availabilityZone };
    return {
        Target: { Id: target.id, Port: target.port, ...zone },
        HealthCheckPort: group.check.port === 'traffic-port' ? String(target.port) : group.check.port,
        TargetHealth: {
            State: target.state,
            ...(target.reason === undefined ? {} : { Reason: target.reason }),
            ...(target.description === undefined ? {} : { Description: target.description }),
        },
    };
}
function notRegistered(group, target) {
    return {
        Target: { Id: target.id, Port: target.port },
        HealthCheckPort: group.check.port === 'traffic-port' ? String(target.port) : group.check.port,
        TargetHealth: {
            State: 'unused',
            Reason: 'Target.NotRegistered',
            Description: 'Target is not registered to the target group',
        },
    };
}

;// CONCATENATED MODULE: ./build-stage/local-cloud/elb/index.js










/** HealthyHostCount and UnHealthyHostCount are reported so often (cloud time), and at every change. */
const hostReportMs = 15_000;
/** Elastic Load Balancing v2, application load balancers: the API, and a data plane of real sockets behind it. */
function createElb(ground, others) {
    const traffic = new TrafficMetrics(ground, others.metrics);
    const control = new Control(ground, traffic);
    const { state } = control;
    const reporting = ground.clock.every(hostReportMs, () => {
        for (const group of state.targetGroups.values())
            if (group.pool.used)
                control.reportHosts(group);
    });
    return {
        id: 'elb',
        sdk: client_elastic_load_balancing_v2_dist_cjs_namespaceObject,
        wire: {
            protocol: 'query',
            apiVersion: '2015-12-01',
            namespace: 'http://elasticloadbalancing.amazonaws.com/doc/2015-12-01/',
        },
        signingName: 'elasticloadbalancing',
        operations: {
            ...loadBalancerOperations(control),
            ...targetGroupOperations(control),
            ...targetOperations(control),
            ...listenerOperations(control),
            ...ruleOperations(control),
            ...tags_tagOperations(control),
        },
        admin: elbAdmin(control),
        looks: ['addresses', 'counts'],
        group(targetGroupArn) {
            const group = state.targetGroups.get(targetGroupArn);
            if (group === undefined)
                return undefined;
            const loadBalancerArns = state.usersOf(group.arn).map(({ arn }) => arn);
            return { arn: group.arn, targetType: group.targetType, loadBalancerArns, used: group.pool.used };
        },
        register(targetGroupArn, target) {
            state.targetGroup(targetGroupArn).pool.register(target);
        },
        async deregister(targetGroupArn, target) {
            // A group may be deleted while its targets drain.
            await state.targetGroups.get(targetGroupArn)?.pool.deregister(target);
        },
        health(targetGroupArn, target) {
            const known = state.targetGroups.get(targetGroupArn)?.pool.find(target);
            if (known === undefined)
                return undefined;
            return {
                state: known.state,
                ...(known.reason === undefined ? {} : { reason: known.reason }),
                ...(known.description === undefined ? {} : { description: known.description }),
            };
        },
        address: (listenerArn) => state.listeners.get(listenerArn)?.socket.address,
        async stop() {
            reporting.cancel();
            for (const loadBalancer of state.loadBalancers.values())
                loadBalancer.provisioning?.cancel();
            await Promise.all([...state.listeners.values()].map(({ socket }) => socket.close(true)));
            for (const group of state.targetGroups.values())
                group.pool.stop();
            traffic.stop();
        },
    };
}

;// CONCATENATED MODULE: ./build-stage/local-cloud/faults.js
/** What is to go wrong with which call. The server asks at each point where something may. */
class Faults {
    clock;
    faults = new Map();
    held = [];
    count = 0;
    constructor(clock) {
        this.clock = clock;
    }
    add(order) {
        const fault = {
            ...order,
            id: `fault-${++this.count}`,
            ...(order.forMs === undefined ? {} : { endsAt: this.clock.now() + order.forMs }),
            skipped: 0,
            met: 0,
        };
        this.faults.set(fault.id, fault);
        return fault;
    }
    /** The first fault of a kind that meets this call, which is counted; undefined when the call goes on. */
    take(kind, operation, when) {
        if (this.faults.size === 0)
            return undefined;
        const now = this.clock.now();
        for (const fault of this.faults.values()) {
            if (fault.endsAt !== undefined && fault.endsAt <= now) {
                this.faults.delete(fault.id);
                continue;
            }
            if (fault.kind !== kind || (when !== undefined && fault.when !== when) || !matches(fault.operation, operation)) {
                continue;
            }
            if (fault.skipped < fault.skip) {
                fault.skipped++;
                continue;
            }
            fault.met++;
            if (fault.met >= fault.times)
                this.faults.delete(fault.id);
            return fault;
        }
        return undefined;
    }
    /** Waits until the call is released. Answers whether it is to be dropped instead of going on. */
    hold(fault) {
        return new Promise((resolve) => {
            this.held.push({ fault, go: resolve });
        });
    }
    /** Lets held calls go on (or drops them): all, or those of one fault. Answers how many. */
    release(options = {}) {
        const mine = this.held.filter(({ fault }) => options.id === undefined || fault.id === options.id);
        this.held = this.held.filter((held) => !mine.includes(held));
        for (const { go } of mine)
            go(options.drop ?? false);
        return mine.length;
    }
    list() {
        const now = this.clock.now();
        return [...this.faults.values()].filter((fault) => fault.endsAt === undefined || fault.endsAt > now);
    }
    heldCount() {
        return this.held.length;
    }
    /** Ends one fault or all. Held calls stay held until they are released. Answers how many ended. */
    clear(id) {
        if (id !== undefined)
            return this.faults.delete(id) ? 1 : 0;
        const count = this.faults.size;
        this.faults.clear();
        return count;
    }
}
function matches(pattern, operation) {
    if (pattern === '*' || pattern === operation)
        return true;
    return pattern.endsWith(':*') && operation.startsWith(pattern.slice(0, -1));
}

// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-cloudwatch-logs/dist-cjs/index.js
var client_cloudwatch_logs_dist_cjs = __webpack_require__(2684);
var client_cloudwatch_logs_dist_cjs_namespaceObject = /*#__PURE__*/__webpack_require__.t(client_cloudwatch_logs_dist_cjs, 2);
;// CONCATENATED MODULE: ./build-stage/local-cloud/logs/stream.js
const keptEvents = 20_000;
/** Adds events in order of time; those of the same millisecond stay in the order they came. */
function append(stream, events, now) {
    for (const { at, message } of events) {
        const event = { at: Math.floor(at), message, ingestedAt: Math.floor(now) };
        let i = stream.events.length;
        while (i > 0 && stream.events[i - 1].at > event.at)
            i--;
        if (i === stream.events.length)
            stream.events.push(event);
        else
            stream.events.splice(i, 0, event);
    }
    if (events.length > 0)
        stream.ingestedAt = now;
    if (stream.events.length > 2 * keptEvents) {
        stream.dropped += stream.events.length - keptEvents;
        stream.events = stream.events.slice(-keptEvents);
    }
}

;// CONCATENATED MODULE: ./build-stage/local-cloud/logs/groups.js



/** https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html */
const retentionDays = [
    1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
];
/** https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_DescribeLogStreams.html */
const groups_pages = {
    usual: 50,
    most: 50,
    sizeMember: 'limit',
    sizeError: 'InvalidParameterException',
    tokenError: 'InvalidParameterException',
};
const groups_twoHoursMs = 2 * 3_600_000;
const fourteenDaysMs = 14 * 24 * 3_600_000;
const groups_dayMs = 24 * 3_600_000;
const mostBatchBytes = 1_048_576;
const eventOverheadBytes = 26;
class Groups {
    ground;
    groups = new Map();
    constructor(ground) {
        this.ground = ground;
    }
    create(input) {
        const name = input.logGroupName ?? '';
        groups_checkName('logGroupName', name, /^[.\-_/#A-Za-z0-9]{1,512}$/, '[\\.\\-_/#A-Za-z0-9]+');
        if (this.groups.has(name))
            throw alreadyExists('log group');
        this.groups.set(name, { name, createdAt: this.now(), streams: new Map() });
    }
    delete(input) {
        this.groups.delete(this.group(input.logGroupName).name);
    }
    /** By name or ARN. Throws ResourceNotFoundException. */
    group(nameOrArn) {
        const name = /^arn:[^:]+:logs:[^:]*:[^:]*:log-group:([^:]+)/.exec(nameOrArn ?? '')?.[1] ?? nameOrArn ?? '';
        const group = this.groups.get(name);
        if (group === undefined)
            throw notFound('log group');
        return group;
    }
    stream(group, name) {
        const stream = this.group(group).streams.get(name ?? '');
        if (stream === undefined)
            throw notFound('log stream');
        return stream;
    }
    describe(input) {
        const matching = [...this.groups.values()]
            .filter(({ name }) => name.startsWith(input.logGroupNamePrefix ?? ''))
            .filter(({ name }) => name.includes(input.logGroupNamePattern ?? ''))
            .sort((a, b) => (a.name < b.name ? -1 : 1));
        const { items, nextToken } = page(matching, input.nextToken, input.limit, groups_pages);
        const logGroups = items.map((group) => ({
            logGroupName: group.name,
            creationTime: Math.floor(group.createdAt),
            ...(group.retentionDays === undefined ? {} : { retentionInDays: group.retentionDays }),
            metricFilterCount: 0,
            arn: `${this.arn(group)}:*`,
            logGroupArn: this.arn(group),
            storedBytes: 0,
            logGroupClass: 'STANDARD',
        }));
        return { logGroups, ...(nextToken === undefined ? {} : { nextToken }) };
    }
    putRetention(input) {
        const days = input.retentionInDays ?? 0;
        if (!retentionDays.includes(days)) {
            const accepted = `[${retentionDays.join(', ')}]`;
            throw groups_invalid(`1 validation error detected: Value '${days}' at 'retentionInDays' failed to satisfy constraint: Member must satisfy enum value set: ${accepted}`);
        }
        this.group(input.logGroupName).retentionDays = days;
    }
    createStream(input) {
        const group = this.group(input.logGroupName);
        const name = input.logStreamName ?? '';
        groups_checkName('logStreamName', name, /^[^:*]{1,512}$/, '[^:*]*');
        if (group.streams.has(name))
            throw alreadyExists('log stream');
        this.addStream(group, name);
    }
    deleteStream(input) {
        const { name } = this.stream(input.logGroupName, input.logStreamName);
        this.group(input.logGroupName).streams.delete(name);
    }
    describeStreams(input) {
        const group = this.group(input.logGroupIdentifier ?? input.logGroupName);
        const isByTime = input.orderBy === 'LastEventTime';
        if (isByTime && input.logStreamNamePrefix !== undefined) {
            throw groups_invalid('Cannot order by LastEventTime with a logStreamNamePrefix.');
        }
        const sign = input.descending === true ? -1 : 1;
        const matching = [...group.streams.values()]
            .filter(({ name }) => name.startsWith(input.logStreamNamePrefix ?? ''))
            .sort((a, b) => sign * (isByTime ? lastAt(a) - lastAt(b) : a.name < b.name ? -1 : 1));
        const { items, nextToken } = page(matching, input.nextToken, input.limit, groups_pages);
        const logStreams = items.map((stream) => {
            const first = stream.events[0];
            const times = first === undefined ? {} : { firstEventTimestamp: first.at, lastEventTimestamp: lastAt(stream) };
            return {
                logStreamName: stream.name,
                creationTime: Math.floor(stream.createdAt),
                ...times,
                ...(stream.ingestedAt === undefined ? {} : { lastIngestionTime: Math.floor(stream.ingestedAt) }),
                uploadSequenceToken: '49590302938474610572',
                arn: `${this.arn(group)}:log-stream:${stream.name}`,
                storedBytes: 0,
            };
        });
        return { logStreams, ...(nextToken === undefined ? {} : { nextToken }) };
    }
    /** https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutLogEvents.html */
    put(input) {
        const stream = this.stream(input.logGroupName, input.logStreamName);
        const events = (input.logEvents ?? []).map(({ timestamp = 0, message = '' }) => ({
            at: timestamp,
            message,
        }));
        checkBatch(events);
        const now = this.now();
        const tooOld = events.findLastIndex(({ at }) => at < now - fourteenDaysMs);
        const tooNew = events.findIndex(({ at }) => at > now + groups_twoHoursMs);
        const good = events.slice(tooOld + 1, tooNew === -1 ? undefined : tooNew);
        append(stream, good, now);
        const rejected = {
            ...(tooOld >= 0 ? { tooOldLogEventEndIndex: tooOld + 1 } : {}),
            ...(tooNew >= 0 ? { tooNewLogEventStartIndex: tooNew } : {}),
        };
        return {
            ...(tooOld >= 0 || tooNew >= 0 ? { rejectedLogEventsInfo: rejected } : {}),
            nextSequenceToken: '49590302938474610572',
        };
    }
    append(groupName, streamName, lines, isCreating) {
        if (isCreating && !this.groups.has(groupName))
            this.create({ logGroupName: groupName });
        const group = this.group(groupName);
        append(group.streams.get(streamName) ?? this.addStream(group, streamName), lines, this.now());
    }
    addStream(group, name) {
        const stream = { name, createdAt: this.now(), events: [], dropped: 0 };
        group.streams.set(name, stream);
        return stream;
    }
    arn(group) {
        return this.ground.arn('logs', `log-group:${group.name}`);
    }
    now() {
        return this.ground.clock.now();
    }
}
function checkBatch(events) {
    if (events.length === 0) {
        throw groups_invalid("1 validation error detected: Value '[]' at 'logEvents' failed to satisfy constraint: Member must have length greater than or equal to 1");
    }
    if (events.length > 10_000) {
        throw groups_invalid("1 validation error detected: Value at 'logEvents' failed to satisfy constraint: Member must have length less than or equal to 10000");
    }
    if (events.some(({ at }, i) => i > 0 && at < events[i - 1].at)) {
        throw groups_invalid('Log events in a single PutLogEvents request must be in chronological order.');
    }
    if (events.at(-1).at - events[0].at > groups_dayMs) {
        throw groups_invalid('The batch of log events in a single PutLogEvents request cannot span more than 24 hours.');
    }
    const bytes = events.reduce((sum, { message }) => sum + Buffer.byteLength(message) + eventOverheadBytes, 0);
    if (bytes > mostBatchBytes)
        throw groups_invalid(`Upload too large: ${bytes} bytes exceeds limit of ${mostBatchBytes}`);
}
function lastAt(stream) {
    return stream.events.at(-1)?.at ?? 0;
}
function groups_checkName(member, name, pattern, shownPattern) {
    if (pattern.test(name))
        return;
    throw groups_invalid(`1 validation error detected: Value '${name}' at '${member}' failed to satisfy constraint: Member must satisfy regular expression pattern: ${shownPattern}`);
}
function groups_invalid(message) {
    return new AwsError('InvalidParameterException', message);
}
function notFound(what) {
    return new AwsError('ResourceNotFoundException', `The specified ${what} does not exist.`);
}
function alreadyExists(what) {
    return new AwsError('ResourceAlreadyExistsException', `The specified ${what} already exists`);
}

;// CONCATENATED MODULE: ./build-stage/local-cloud/logs/pattern.js

/**
 * Filter patterns of unstructured text: terms that must all be there, `"a phrase"`, `?any` of several, `-not`;
 * case-sensitive. JSON and space-delimited patterns are refused, not ignored.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html
 */
function matcher(pattern) {
    const text = pattern.trim();
    if (/^[{[%]/.test(text))
        throw groups_invalid(`The local cloud reads only filter patterns of plain terms, not ${text}`);
    const all = [];
    const any = [];
    const none = [];
    for (const [, sign, phrase, word] of text.matchAll(/([?-]?)(?:"([^"]*)"|(\S+))/g)) {
        const term = phrase ?? word ?? '';
        (sign === '?' ? any : sign === '-' ? none : all).push(term);
    }
    // "?" terms are ignored as soon as there are others: the page above says so.
    const isAny = any.length > 0 && all.length === 0 && none.length === 0;
    return (message) => {
        if (isAny)
            return any.some((term) => message.includes(term));
        return all.every((term) => message.includes(term)) && !none.some((term) => message.includes(term));
    };
}

;// CONCATENATED MODULE: ./build-stage/local-cloud/logs/read.js



const most = 10_000;
const read_pages = {
    usual: most,
    most,
    sizeMember: 'limit',
    sizeError: 'InvalidParameterException',
    tokenError: 'InvalidParameterException',
};
/**
 * GetLogEvents: a page with a token either way. At the end of the stream the same token comes back, which is how
 * readers know (https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_GetLogEvents.html).
 */
function getEvents(stream, input) {
    const limit = input.limit ?? most;
    if (!(limit >= 1 && limit <= most)) {
        throw groups_invalid(`1 validation error detected: Value '${limit}' at 'limit' failed to satisfy constraint: Member must have value between 1 and ${most}`);
    }
    const { startTime = 0, endTime = Number.POSITIVE_INFINITY } = input;
    const events = stream.events
        .map((event, i) => ({ event, position: stream.dropped + i }))
        .filter(({ event }) => event.at >= startTime && event.at < endTime);
    const chosen = read_choose(events, input.nextToken, input.startFromHead === true, limit);
    const from = chosen[0]?.position;
    const to = chosen.at(-1)?.position;
    const stayed = input.nextToken === undefined ? undefined : /^[fb]\/(\d+)/.exec(input.nextToken)?.[1];
    const end = stayed ?? String(stream.dropped + stream.events.length);
    return {
        events: chosen.map(({ event }) => ({
            timestamp: event.at,
            message: event.message,
            ingestionTime: event.ingestedAt,
        })),
        nextForwardToken: `f/${(to === undefined ? end : String(to + 1)).padStart(56, '0')}/s`,
        nextBackwardToken: `b/${(from === undefined ? end : String(from)).padStart(56, '0')}/s`,
    };
}
function read_choose(events, token, isFromHead, limit) {
    if (token === undefined)
        return isFromHead ? events.slice(0, limit) : events.slice(-limit);
    const found = /^([fb])\/(\d{56})\/s$/.exec(token);
    if (found === null)
        throw groups_invalid('The specified nextToken is invalid.');
    const at = Number(found[2]);
    if (found[1] === 'f')
        return events.filter(({ position }) => position >= at).slice(0, limit);
    return events.filter(({ position }) => position < at).slice(-limit);
}
/** FilterLogEvents: events of all (or the named) streams in order of time. */
function filterEvents(group, input) {
    if (input.logStreamNames !== undefined && input.logStreamNamePrefix !== undefined) {
        throw groups_invalid('logStreamNames and logStreamNamePrefix cannot be used together.');
    }
    const { startTime = 0, endTime = Number.POSITIVE_INFINITY } = input;
    const matches = matcher(input.filterPattern ?? '');
    const streams = [...group.streams.values()].filter(({ name }) => (input.logStreamNames === undefined || input.logStreamNames.includes(name)) &&
        name.startsWith(input.logStreamNamePrefix ?? ''));
    const found = streams
        .flatMap((stream) => stream.events.map((event, i) => ({ stream: stream.name, event, position: stream.dropped + i })))
        .filter(({ event }) => event.at >= startTime && event.at <= endTime && matches(event.message))
        .sort((a, b) => a.event.at - b.event.at);
    const { items, nextToken } = page(found, input.nextToken, input.limit, read_pages);
    const events = items.map(({ stream, event, position }) => ({
        logStreamName: stream,
        timestamp: event.at,
        message: event.message,
        ingestionTime: event.ingestedAt,
        eventId: `${event.at}${String(position).padStart(20, '0')}`,
    }));
    return { events, searchedLogStreams: [], ...(nextToken === undefined ? {} : { nextToken }) };
}

;// CONCATENATED MODULE: ./build-stage/local-cloud/logs/index.js



/** CloudWatch Logs: groups, streams and their events. https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/ */
function createLogs(ground) {
    const groups = new Groups(ground);
    return {
        id: 'logs',
        sdk: client_cloudwatch_logs_dist_cjs_namespaceObject,
        wire: { protocol: 'json', version: '1.1', target: 'Logs_20140328' },
        signingName: 'logs',
        operations: {
            CreateLogGroup: (input) => groups.create(input),
            DeleteLogGroup: (input) => groups.delete(input),
            DescribeLogGroups: (input) => groups.describe(input),
            PutRetentionPolicy: (input) => groups.putRetention(input),
            CreateLogStream: (input) => groups.createStream(input),
            DeleteLogStream: (input) => groups.deleteStream(input),
            DescribeLogStreams: (input) => groups.describeStreams(input),
            PutLogEvents: (input) => groups.put(input),
            GetLogEvents: (input) => getEvents(groups.stream(input.logGroupIdentifier ?? input.logGroupName, input.logStreamName), input),
            FilterLogEvents: (input) => filterEvents(groups.group(input.logGroupIdentifier ?? input.logGroupName), input),
        },
        append: (group, stream, lines, options) => groups.append(group, stream, lines, options?.create ?? false),
        stop: async () => { },
    };
}

;// CONCATENATED MODULE: ./build-stage/local-cloud/network.js
class LoopbackNetwork {
    next = 10;
    published = new Map();
    allocate() {
        const n = this.next++;
        return `10.0.${(n >> 8) & 255}.${n & 255}`;
    }
    publish(address, port, realPort) {
        const ports = this.published.get(address) ?? new Map();
        ports.set(port, realPort);
        this.published.set(address, ports);
    }
    resolve(address, port) {
        const real = this.published.get(address)?.get(port);
        return real === undefined ? { host: address, port } : { host: '127.0.0.1', port: real };
    }
    release(address) {
        this.published.delete(address);
    }
}

;// CONCATENATED MODULE: ./build-stage/local-cloud/settings.js
const defaultSettings = {
    provisioningMs: 2_000,
    pendingMs: 3_000,
    deprovisioningMs: 1_000,
    schedulerMs: 1_000,
    propagationMs: 1_000,
    metricDelayMs: 15_000,
    alarmEvaluationMs: 10_000,
};
const unitMs = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000 };
/**
 * Reads settings given by name: milliseconds of cloud time, or a text such as `500ms`, `30s`, `5m`. Throws RangeError
 * naming the setting, its value and what is accepted.
 */
function parseSettings(given) {
    const parsed = {};
    for (const [name, value] of Object.entries(given)) {
        if (!isSetting(name)) {
            throw new RangeError(`there is no setting ${name}; there are ${Object.keys(defaultSettings).join(', ')}`);
        }
        parsed[name] = durationMs(name, value);
    }
    return parsed;
}
function isSetting(name) {
    return Object.hasOwn(defaultSettings, name);
}
function durationMs(name, value) {
    const found = /^(\d+(?:\.\d+)?)(ms|s|m|h)?$/.exec(String(value).trim());
    if (found === null) {
        throw new RangeError(`setting ${name} is ${JSON.stringify(value)}; accepted are milliseconds or 500ms, 30s, 5m, 1h`);
    }
    return Number(found[1]) * (unitMs[found[2] ?? 'ms'] ?? 1);
}

// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-ssm/dist-cjs/index.js
var client_ssm_dist_cjs = __webpack_require__(4736);
var client_ssm_dist_cjs_namespaceObject = /*#__PURE__*/__webpack_require__.t(client_ssm_dist_cjs, 2);
;// CONCATENATED MODULE: ./build-stage/local-cloud/ssm/filter.js

/** Filters of DescribeParameters: https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_ParameterStringFilter.html */
function passes(parameter, { Key, Option, Values }) {
    const version = parameter.versions.at(-1);
    const subject = Key === 'Name'
        ? parameter.name
        : Key === 'Type'
            ? version.type
            : Key === 'Tier'
                ? version.tier
                : Key === 'Path'
                    ? parameter.name
                    : undefined;
    if (Key?.startsWith('tag:')) {
        const value = parameter.tags.get(Key.slice(4));
        return value !== undefined && (Values === undefined || Values.includes(value));
    }
    if (subject === undefined)
        throw new AwsError('InvalidFilterKey', `The specified filter key ${Key} is not valid.`);
    return (Values ?? []).some((value) => {
        if (Key === 'Path') {
            const prefix = value.endsWith('/') ? value : `${value}/`;
            const rest = subject.startsWith(prefix) ? subject.slice(prefix.length) : undefined;
            return rest !== undefined && (Option === 'Recursive' || !rest.includes('/'));
        }
        if (Option === 'BeginsWith')
            return subject.startsWith(value);
        if (Option === 'Contains')
            return subject.includes(value);
        return subject === value;
    });
}

;// CONCATENATED MODULE: ./build-stage/local-cloud/ssm/name.js

const segment = /^[A-Za-z0-9_.-]+$/;
/** The rules for names: https://docs.aws.amazon.com/systems-manager/latest/userguide/sysman-paramstore-su-create.html */
function name_checkName(name) {
    const parts = name.split('/');
    const isHierarchy = name.includes('/');
    const segments = name.startsWith('/') ? parts.slice(1) : parts;
    if (name.length > 1011 || segments.length === 0 || segments.some((part) => !segment.test(part))) {
        throw name_invalid('Parameter name: can\'t be prefixed with "ssm" (case-insensitive). If formed as a path, it can consist of sub-paths divided by slash symbol; each sub-path can be formed as a mix of letters, numbers and the following 3 symbols .-_');
    }
    if (isHierarchy && !name.startsWith('/')) {
        throw name_invalid(`Parameter name must be a fully qualified name.`);
    }
    if (/^(aws|ssm)/i.test(segments[0] ?? '')) {
        throw /^aws/i.test(segments[0] ?? '')
            ? new AwsError('AccessDeniedException', `No access to reserved parameter name: ${name}.`)
            : name_invalid('Parameter name: can\'t be prefixed with "ssm" (case-insensitive).');
    }
    if (segments.length > 15) {
        throw new AwsError('HierarchyLevelLimitExceededException', 'A hierarchy can have a maximum of 15 levels.');
    }
}
function name_invalid(message) {
    return new AwsError('ValidationException', message);
}
/** `name`, `name:version`, `name:label`, or the ARN of a parameter, with either selector. */
function name_select(given) {
    const arn = /^arn:[^:]+:ssm:[^:]*:[^:]*:parameter(\/.+)$/.exec(given);
    const text = arn === null ? given : arn[1];
    const [name = '', selector] = text.split(':', 2);
    if (selector === undefined)
        return { name };
    const version = /^\d+$/.test(selector) ? Number(selector) : undefined;
    return { name, selector: `:${selector}`, ...(version === undefined ? { label: selector } : { version }) };
}

;// CONCATENATED MODULE: ./build-stage/local-cloud/ssm/parameter.js


/** Quotas: https://docs.aws.amazon.com/general/latest/gr/ssm.html#limits_ssm */
const standardBytes = 4_096;
const advancedBytes = 8_192;
const keptVersions = 100;
/** Without decryption a SecureString is an unreadable text. */
function parameter_shown(version, isDecrypted) {
    if (version.type !== 'SecureString' || isDecrypted)
        return version.value;
    return `kms:${version.keyId}:${Buffer.from(version.value).toString('base64')}`;
}
function metadata(parameter, version) {
    return {
        Name: parameter.name,
        Type: version.type,
        KeyId: version.keyId,
        LastModifiedDate: new Date(version.modifiedAt),
        LastModifiedUser: version.modifiedBy,
        Description: version.description,
        AllowedPattern: version.allowedPattern,
        Version: version.version,
        Tier: version.tier,
        Policies: [],
        DataType: version.dataType,
    };
}
/** https://docs.aws.amazon.com/systems-manager/latest/userguide/parameter-store-advanced-parameters.html */
function tierFor(asked, last, value) {
    if (asked === 'Intelligent-Tiering') {
        return last === 'Advanced' || Buffer.byteLength(value) > standardBytes ? 'Advanced' : 'Standard';
    }
    const tier = asked ?? last ?? 'Standard';
    if (last === 'Advanced' && tier === 'Standard') {
        throw name_invalid("This parameter uses the advanced-parameter tier. You can't downgrade a parameter from the advanced-parameter tier to the standard-parameter tier. If necessary, you can delete the advanced parameter and recreate it as a standard parameter.");
    }
    return tier;
}
function checkValue(value, tier, allowedPattern) {
    const bytes = Buffer.byteLength(value);
    if (bytes === 0)
        throw name_invalid("1 validation error detected: Value '' at 'value' failed to satisfy constraint: Member must have length greater than or equal to 1.");
    if (tier === 'Standard' && bytes > standardBytes) {
        throw name_invalid('Standard tier parameters support a maximum parameter value of 4096 characters. To create a larger parameter value, upgrade the parameter to use the advanced-parameter tier. For more information, see https://docs.aws.amazon.com/systems-manager/latest/userguide/parameter-store-advanced-parameters.html');
    }
    if (bytes > advancedBytes)
        throw name_invalid('Advanced tier parameters support a maximum parameter value of 8192 characters.');
    if (allowedPattern !== undefined && !new RegExp(allowedPattern).test(value)) {
        throw new AwsError('ParameterPatternMismatchException', `Parameter value, cannot be validated against allowedPattern: ${allowedPattern}`);
    }
}
/** The oldest version makes room, unless it has a label. */
function dropOldest(versions) {
    if (versions[0].labels.length > 0) {
        versions.pop();
        throw new AwsError('ParameterMaxVersionLimitExceeded', "You attempted to create a new version of a parameter by calling the PutParameter API with the overwrite flag. Version 1, the oldest version, can't be deleted because it has a label associated with it. Move the label to another version of the parameter, and try again.");
    }
    versions.shift();
}

;// CONCATENATED MODULE: ./build-stage/local-cloud/ssm/parameters.js





const parameters_pages = (most) => ({
    usual: most,
    most,
    sizeMember: 'maxResults',
    sizeError: 'ValidationException',
    tokenError: 'InvalidNextToken',
});
/** Parameter Store. https://docs.aws.amazon.com/systems-manager/latest/userguide/systems-manager-parameter-store.html */
class Parameters {
    ground;
    parameters = new Map();
    operations = {
        PutParameter: (input, call) => this.put(input, call),
        GetParameter: (input) => this.get(input),
        GetParameters: (input) => this.getMany(input),
        GetParametersByPath: (input) => this.getByPath(input),
        GetParameterHistory: (input) => this.history(input),
        DeleteParameter: (input) => this.delete(input),
        DeleteParameters: (input) => this.deleteMany(input),
        DescribeParameters: (input) => this.describe(input),
        LabelParameterVersion: (input) => this.label(input),
        AddTagsToResource: (input) => this.addTags(input),
        RemoveTagsFromResource: (input) => this.removeTags(input),
        ListTagsForResource: (input) => this.listTags(input),
    };
    constructor(ground) {
        this.ground = ground;
    }
    put(input, call) {
        const name = input.Name ?? '';
        const value = input.Value ?? '';
        name_checkName(name);
        const known = this.parameters.get(name);
        if (known !== undefined && input.Overwrite !== true) {
            throw new AwsError('ParameterAlreadyExists', 'The parameter already exists. To overwrite this value, set the overwrite option in the request to true.');
        }
        if (known !== undefined && input.Tags !== undefined) {
            throw name_invalid("Invalid request: tags and overwrite can't be used together. To create a parameter with tags, please remove overwrite flag. To update tags for an existing parameter, please use AddTagsToResource or RemoveTagsFromResource.");
        }
        const last = known?.versions.at(-1);
        const type = input.Type ?? last?.type;
        if (type === undefined)
            throw name_invalid('A parameter type is required when you create a parameter.');
        const tier = tierFor(input.Tier, last?.tier, value);
        checkValue(value, tier, input.AllowedPattern);
        const version = {
            version: (last?.version ?? 0) + 1,
            value,
            type,
            tier,
            dataType: input.DataType ?? last?.dataType ?? 'text',
            description: input.Description ?? last?.description,
            allowedPattern: input.AllowedPattern,
            keyId: type === 'SecureString' ? (input.KeyId ?? 'alias/aws/ssm') : undefined,
            modifiedAt: this.ground.clock.now(),
            modifiedBy: call.principal,
            labels: [],
        };
        if (known === undefined) {
            const tags = new Map((input.Tags ?? []).map(({ Key, Value }) => [Key ?? '', Value ?? '']));
            this.parameters.set(name, { name, versions: [version], tags });
        }
        else {
            known.versions.push(version);
            if (known.versions.length > keptVersions)
                dropOldest(known.versions);
        }
        return { Version: version.version, Tier: tier };
    }
    get(input) {
        return { Parameter: this.found(input.Name ?? '', input.WithDecryption ?? false) };
    }
    getMany(input) {
        const names = input.Names ?? [];
        if (names.length > 10)
            throw tooMany('names', names.length, 10);
        const found = [];
        const missing = [];
        for (const name of new Set(names)) {
            try {
                found.push(this.found(name, input.WithDecryption ?? false));
            }
            catch {
                missing.push(name);
            }
        }
        return { Parameters: found, InvalidParameters: missing };
    }
    getByPath(input) {
        const path = input.Path ?? '';
        if (!path.startsWith('/'))
            throw name_invalid('The parameter doesn\'t meet the parameter name requirements. The parameter name must begin with a forward slash "/".');
        const prefix = path.endsWith('/') ? path : `${path}/`;
        const names = [...this.parameters.keys()]
            .filter((name) => name.startsWith(prefix))
            .filter((name) => input.Recursive === true || !name.slice(prefix.length).includes('/'))
            .sort();
        const { items, nextToken } = page(names, input.NextToken, input.MaxResults, parameters_pages(10));
        const Parameters = items.map((name) => this.found(name, input.WithDecryption ?? false));
        return { Parameters, ...(nextToken === undefined ? {} : { NextToken: nextToken }) };
    }
    history(input) {
        const parameter = this.existing(input.Name ?? '');
        const { items, nextToken } = page(parameter.versions, input.NextToken, input.MaxResults, parameters_pages(50));
        const Parameters = items.map((version) => ({
            ...metadata(parameter, version),
            Value: parameter_shown(version, input.WithDecryption ?? false),
            Labels: [...version.labels],
        }));
        return { Parameters, ...(nextToken === undefined ? {} : { NextToken: nextToken }) };
    }
    delete(input) {
        this.parameters.delete(this.existing(input.Name ?? '').name);
        return {};
    }
    deleteMany(input) {
        const names = input.Names ?? [];
        if (names.length > 10)
            throw tooMany('names', names.length, 10);
        const DeletedParameters = names.filter((name) => this.parameters.delete(name_select(name).name));
        return { DeletedParameters, InvalidParameters: names.filter((name) => !DeletedParameters.includes(name)) };
    }
    describe(input) {
        const filters = [
            ...(input.ParameterFilters ?? []).map(({ Key, Option, Values }) => ({ Key, Option: Option ?? 'Equals', Values })),
            ...(input.Filters ?? []).map(({ Key, Values }) => ({ Key, Option: 'BeginsWith', Values })),
        ];
        const all = [...this.parameters.values()]
            .filter((parameter) => filters.every((filter) => passes(parameter, filter)))
            .sort((a, b) => (a.name < b.name ? -1 : 1));
        const { items, nextToken } = page(all, input.NextToken, input.MaxResults, parameters_pages(50));
        const Parameters = items.map((parameter) => ({
            ...metadata(parameter, parameter.versions.at(-1)),
            ARN: this.arn(parameter.name),
        }));
        return { Parameters, ...(nextToken === undefined ? {} : { NextToken: nextToken }) };
    }
    label(input) {
        const parameter = this.existing(input.Name ?? '');
        const version = input.ParameterVersion === undefined
            ? parameter.versions.at(-1)
            : parameter.versions.find((each) => each.version === input.ParameterVersion);
        if (version === undefined)
            throw versionNotFound(input.ParameterVersion ?? 0);
        const isValid = (label) => /^(?!aws|ssm)[A-Za-z_.-][\w.-]{0,99}$/i.test(label);
        const labels = input.Labels ?? [];
        for (const label of labels.filter(isValid)) {
            for (const other of parameter.versions) {
                const at = other.labels.indexOf(label);
                if (at >= 0)
                    other.labels.splice(at, 1);
            }
            version.labels.push(label);
        }
        return { InvalidLabels: labels.filter((label) => !isValid(label)), ParameterVersion: version.version };
    }
    addTags(input) {
        const { tags } = this.tagged(input.ResourceType, input.ResourceId);
        for (const { Key, Value } of input.Tags ?? [])
            tags.set(Key ?? '', Value ?? '');
        return {};
    }
    removeTags(input) {
        const { tags } = this.tagged(input.ResourceType, input.ResourceId);
        for (const key of input.TagKeys ?? [])
            tags.delete(key);
        return {};
    }
    listTags(input) {
        const { tags } = this.tagged(input.ResourceType, input.ResourceId);
        return { TagList: [...tags].map(([Key, Value]) => ({ Key, Value })) };
    }
    tagged(type, id) {
        if (type !== 'Parameter')
            throw new AwsError('InvalidResourceType', `${type} is not a valid resource type here.`);
        const parameter = this.parameters.get(id ?? '');
        if (parameter === undefined) {
            throw new AwsError('InvalidResourceId', 'The resource ID is not valid. Verify that you entered the correct ID and try again.');
        }
        return parameter;
    }
    existing(given) {
        const parameter = this.parameters.get(name_select(given).name);
        // AWS names the parameter in the message only for versions.
        if (parameter === undefined)
            throw new AwsError('ParameterNotFound', `Parameter ${given} not found.`);
        return parameter;
    }
    found(given, isDecrypted) {
        const selected = name_select(given);
        const parameter = this.existing(given);
        const isCurrent = selected.version === undefined && selected.label === undefined;
        const version = isCurrent
            ? parameter.versions.at(-1)
            : parameter.versions.find((each) => each.version === selected.version || (selected.label !== undefined && each.labels.includes(selected.label)));
        if (version === undefined)
            throw versionNotFound(selected.version ?? selected.label ?? '');
        return {
            Name: parameter.name,
            Type: version.type,
            Value: parameter_shown(version, isDecrypted),
            Version: version.version,
            ...(selected.selector === undefined ? {} : { Selector: selected.selector }),
            LastModifiedDate: new Date(version.modifiedAt),
            ARN: this.arn(parameter.name),
            DataType: version.dataType,
        };
    }
    arn(name) {
        return this.ground.arn('ssm', `parameter${name.startsWith('/') ? '' : '/'}${name}`);
    }
}
function versionNotFound(which) {
    return new AwsError('ParameterVersionNotFound', `Systems Manager could not find version ${which} of the parameter.`);
}
function tooMany(member, count, most) {
    return name_invalid(`1 validation error detected: Value of length ${count} at '${member}' failed to satisfy constraint: Member must have length less than or equal to ${most}.`);
}

;// CONCATENATED MODULE: ./build-stage/local-cloud/ssm/index.js


/** Systems Manager: Parameter Store. */
function createSsm(ground) {
    return {
        id: 'ssm',
        sdk: client_ssm_dist_cjs_namespaceObject,
        wire: { protocol: 'json', version: '1.1', target: 'AmazonSSM' },
        signingName: 'ssm',
        operations: new Parameters(ground).operations,
        stop: async () => { },
    };
}

// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-sts/dist-cjs/index.js
var client_sts_dist_cjs = __webpack_require__(1695);
var client_sts_dist_cjs_namespaceObject = /*#__PURE__*/__webpack_require__.t(client_sts_dist_cjs, 2);
;// CONCATENATED MODULE: ./build-stage/local-cloud/wire/shape.js
const simple = {
    0: 'string',
    1: 'number',
    2: 'boolean',
    4: 'timestamp',
    5: 'timestamp',
    6: 'timestamp',
    7: 'timestamp',
    15: 'document',
    17: 'number',
    19: 'number',
    21: 'blob',
    42: 'blob',
};
const shape_kindOf = { error: -3, simple: 0, list: 1, map: 2, struct: 3, union: 4, operation: 9 };
const compiled = new WeakMap();
function resolve(raw) {
    let now = raw;
    while (typeof now === 'function')
        now = now();
    return now;
}
/** `[schema, traits]` is a member with traits of its own; a schema begins with its kind. */
function isMember(raw) {
    return raw.length === 2 && typeof raw[0] !== 'string';
}
function traitsOf(raw) {
    return typeof raw === 'object' && raw !== null ? raw : {};
}
/** Compiles on first use, because shapes may hold themselves. */
function lazyMember(raw) {
    let traits = {};
    let schema = resolve(raw);
    while (Array.isArray(schema) && isMember(schema)) {
        traits = { ...traitsOf(schema[1]), ...traits };
        schema = resolve(schema[0]);
    }
    const own = Array.isArray(schema) ? traitsOf(schema[3]) : {};
    const xmlName = traits.xmlName ?? own.xmlName;
    let shape;
    return {
        get shape() {
            shape ??= compile(schema);
            return shape;
        },
        ...(typeof xmlName === 'string' ? { xmlName } : {}),
        flat: Boolean(traits.xmlFlattened ?? own.xmlFlattened),
    };
}
/** Compiles one schema. Throws TypeError for a kind this file does not know (a newer SDK). */
function compile(raw) {
    const schema = resolve(raw);
    if (typeof schema === 'number')
        return compileNumber(schema);
    if (typeof schema === 'string')
        return { kind: 'struct', name: schema, members: new Map(), required: [] };
    const known = compiled.get(schema);
    if (known !== undefined)
        return known;
    const shape = compileArray(schema);
    compiled.set(schema, shape);
    return shape;
}
function compileNumber(schema) {
    if (schema >= 128)
        return { kind: 'map', key: lazyMember(0), of: lazyMember(schema - 128), flat: false };
    if (schema >= 64)
        return { kind: 'list', of: lazyMember(schema - 64), flat: false };
    const kind = simple[schema];
    if (kind === undefined)
        throw new TypeError(`unknown simple schema ${schema}`);
    return { kind };
}
function compileArray(schema) {
    const flat = Boolean(traitsOf(schema[3]).xmlFlattened);
    switch (schema[0]) {
        case shape_kindOf.simple:
            return compile(schema[4]);
        case shape_kindOf.list:
            return { kind: 'list', of: lazyMember(schema[4]), flat };
        case shape_kindOf.map:
            return { kind: 'map', key: lazyMember(schema[4]), of: lazyMember(schema[5]), flat };
        case shape_kindOf.struct:
        case shape_kindOf.union:
        case shape_kindOf.error: {
            const names = schema[4];
            const types = schema[5];
            const members = new Map(names.map((name, i) => [name, lazyMember(types[i])]));
            return {
                kind: 'struct',
                name: String(schema[2]),
                members,
                required: names.slice(0, typeof schema[6] === 'number' ? schema[6] : 0),
            };
        }
        default:
            throw new TypeError(`unknown schema kind ${String(schema[0])}`);
    }
}
/** The shape of an operation, or undefined when the service's API has none of that name. */
function operationShape(sdk, name) {
    const raw = sdk[`${name}$`];
    if (!Array.isArray(raw) || raw[0] !== shape_kindOf.operation)
        return undefined;
    return { name, input: structOf(raw[4]), output: structOf(raw[5]) };
}
function structOf(raw) {
    const schema = resolve(raw);
    if (schema === 'unit')
        return undefined;
    const shape = compile(schema);
    return shape.kind === 'struct' ? shape : undefined;
}
/**
 * Members of `input` (at any depth, as paths like `containerDefinitions.0.imgae`) that the shape does not have. AWS's
 * JSON services ignore them; botocore and `RegisterTaskDefinition` here refuse them.
 */
function unknownMembers(shape, input, path = '') {
    if (typeof input !== 'object' || input === null)
        return [];
    const at = (key) => (path === '' ? String(key) : `${path}.${key}`);
    if (shape.kind === 'list') {
        return Array.isArray(input) ? input.flatMap((item, i) => unknownMembers(shape.of.shape, item, at(i))) : [];
    }
    if (shape.kind === 'map') {
        return Object.entries(input).flatMap(([key, value]) => unknownMembers(shape.of.shape, value, at(key)));
    }
    if (shape.kind !== 'struct')
        return [];
    return Object.entries(input).flatMap(([key, value]) => {
        const member = shape.members.get(key);
        return member === undefined ? [at(key)] : unknownMembers(member.shape, value, at(key));
    });
}
/** Every error of a service, found by class name and by Query code. */
function errorShapes(sdk) {
    const found = new Map();
    for (const raw of Object.values(sdk)) {
        if (!Array.isArray(raw) || raw[0] !== shape_kindOf.error)
            continue;
        const traits = traitsOf(raw[3]);
        const query = Array.isArray(traits.awsQueryError) ? traits.awsQueryError : [];
        const error = {
            name: String(raw[2]),
            queryCode: typeof query[0] === 'string' ? query[0] : String(raw[2]),
            // The status beside the Query code is for Query alone: SSM's model says 404 there, its JSON answers say 400.
            status: typeof traits.httpError === 'number' ? traits.httpError : undefined,
        };
        found.set(error.name, error);
        if (!found.has(error.queryCode))
            found.set(error.queryCode, error);
    }
    return found;
}

;// CONCATENATED MODULE: ./build-stage/local-cloud/wire/refusal.js


/**
 * Errors in the words of the service that gives them. JSON services write the class name, Query services the code
 * without suffix; those common to all services have both here
 * (https://docs.aws.amazon.com/AmazonECS/latest/APIReference/CommonErrors.html,
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/CommonErrors.html).
 */
const refusal_common = [
    { name: 'ThrottlingException', queryCode: 'Throttling' },
    { name: 'ExpiredTokenException', queryCode: 'ExpiredToken', queryStatus: 403 },
    { name: 'AccessDeniedException', queryCode: 'AccessDenied', queryStatus: 403 },
    { name: 'UnknownOperationException', queryCode: 'InvalidAction' },
    { name: 'UnrecognizedClientException', queryCode: 'InvalidClientTokenId', queryStatus: 403 },
    { name: 'MissingAuthenticationTokenException', queryCode: 'MissingAuthenticationToken', queryStatus: 403 },
    { name: 'SerializationException', queryCode: 'MalformedInput' },
    { name: 'ValidationException', queryCode: 'ValidationError' },
    { name: 'ServiceUnavailableException', queryCode: 'ServiceUnavailable' },
    { name: 'RequestEntityTooLargeException', queryCode: 'RequestEntityTooLarge' },
];
const commonByCode = new Map(refusal_common.flatMap((error) => [[error.name, error], [error.queryCode, error]]));
const shapesOf = new WeakMap();
/** Both names and the HTTP status under which a service writes an error. */
function writtenError(service, error, asQuery) {
    const { message, fields } = error;
    const shape = service === undefined ? undefined : errorsOf(service).get(error.code);
    if (shape !== undefined) {
        const status = error.status === 400 ? (shape.status ?? 400) : error.status;
        return { name: shape.name, queryCode: shape.queryCode, message, status, fields };
    }
    const known = commonByCode.get(error.code);
    const status = asQuery && error.status === 400 ? (known?.queryStatus ?? 400) : error.status;
    return { name: known?.name ?? error.code, queryCode: known?.queryCode ?? error.code, message, status, fields };
}
/** Anything else that was thrown is a mistake in the local cloud, and said to be one. */
function asAwsError(thrown) {
    if (thrown instanceof AwsError)
        return thrown;
    const message = `The local cloud failed: ${thrown instanceof Error ? thrown.message : thrown}`;
    return new AwsError('InternalFailure', message, { status: 500 });
}
function errorsOf(service) {
    let shapes = shapesOf.get(service.sdk);
    if (shapes === undefined) {
        shapes = errorShapes(service.sdk);
        shapesOf.set(service.sdk, shapes);
    }
    return shapes;
}
function throttled() {
    return new AwsError('ThrottlingException', 'Rate exceeded');
}
/** What a service answers when it has broken: not the caller's doing, so clients try again. */
function internal(service, status = 500) {
    if (status === 503)
        return new AwsError('ServiceUnavailable', 'The service is unavailable. Please try again later.', { status });
    return service.id === 'ecs'
        ? new AwsError('ServerException', 'Service Unavailable. Please try again later.', { status })
        : new AwsError('InternalFailure', 'The request processing has failed because of an unknown error, exception or failure.', { status });
}
function expiredToken() {
    return new AwsError('ExpiredToken', 'The security token included in the request is expired');
}
function invalidToken() {
    return new AwsError('UnrecognizedClientException', 'The security token included in the request is invalid.');
}
function missingToken() {
    return new AwsError('MissingAuthenticationTokenException', 'Request is missing Authentication Token');
}
const iamPrefix = {
    ecs: 'ecs',
    elb: 'elasticloadbalancing',
    cloudwatch: 'cloudwatch',
    ssm: 'ssm',
    sts: 'sts',
    logs: 'logs',
    autoscaling: 'application-autoscaling',
};
/** `ecs:UpdateService` as IAM policies name it. */
function iamAction(service, operation) {
    return `${iamPrefix[service.id]}:${operation}`;
}
/** IAM's words (https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html). */
function accessDenied(service, operation, principal, resource) {
    const action = iamAction(service, operation);
    return new AwsError('AccessDeniedException', `User: ${principal} is not authorized to perform: ${action} on resource: ${resource} because no identity-based policy allows the ${action} action`);
}
function unknownOperation(service, operation, asQuery) {
    if (asQuery) {
        const version = service?.wire.protocol === 'query' ? service.wire.apiVersion : undefined;
        const suffix = version === undefined ? '' : ` for version ${version}`;
        return new AwsError('InvalidAction', `Could not find operation ${operation}${suffix}`);
    }
    const modelled = service !== undefined && service.sdk[`${operation}$`] !== undefined;
    return new AwsError('UnknownOperationException', modelled
        ? `The local cloud does not implement ${iamAction(service, operation)}.`
        : `The operation ${operation} is not known.`);
}
/** No service documents it for all its calls; the code and status are those of the services that do. */
function tooLarge() {
    return new AwsError('RequestEntityTooLargeException', 'Request size exceeds the limit.', { status: 413 });
}
function unreadable(message) {
    return new AwsError('SerializationException', message);
}
/** ECS and Logs have a parameter error of their own; the others use the common one. */
const validationCode = {
    ecs: 'InvalidParameterException',
    logs: 'InvalidParameterException',
};
/** Turns what the schemas found into the one error that AWS answers; undefined when nothing is wrong. */
function refusal_refusal(service, operation, problems) {
    const type = problems.find((problem) => problem.kind === 'type');
    if (type !== undefined)
        return unreadable(typeMessage(type.got, type.wanted, type.path));
    const first = problems[0];
    if (first === undefined)
        return undefined;
    // https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricData.html#API_PutMetricData_Errors
    if (service.id === 'cloudwatch' && operation === 'PutMetricData' && first.kind === 'missing') {
        const name = first.path.replace(/(^|\.)([a-z])(?!ember\b)/g, (_, dot, c) => dot + c.toUpperCase());
        return new AwsError('MissingParameter', `The parameter ${name} is required.`);
    }
    const found = problems.map((problem) => constraintMessage(problem));
    const count = `${found.length} validation error${found.length === 1 ? '' : 's'} detected`;
    return new AwsError(validationCode[service.id] ?? 'ValidationException', `${count}: ${found.join('; ')}`);
}
function constraintMessage(problem) {
    if (problem.kind === 'enum') {
        const set = `[${problem.accepted.join(', ')}]`;
        return `Value '${problem.value}' at '${problem.path}' failed to satisfy constraint: Member must satisfy enum value set: ${set}`;
    }
    return `Value null at '${problem.path}' failed to satisfy constraint: Member must not be null`;
}
function typeMessage(got, wanted, path) {
    const at = path === '' ? '' : ` (${path})`;
    const token = {
        string: 'STRING_VALUE',
        number: 'NUMBER_VALUE',
        boolean: 'TRUE_VALUE',
    };
    if (wanted === 'structure' || wanted === 'list' || wanted === 'map')
        return `Expected a ${wanted}, not a ${got}${at}`;
    if (got === 'list' || got === 'object')
        return `Start of structure or map found where not expected.${at}`;
    return `${token[got] ?? `'${got}'`} can not be converted to ${wanted === 'Number' ? 'a Number' : `a ${wanted}`}${at}`;
}
/** Operations that answer an unknown member with an error where AWS's JSON services would ignore it. */
const strict = new Set(['ecs:RegisterTaskDefinition']);
function refusesUnknownMembers(service, operation) {
    return strict.has(`${service.id}:${operation}`);
}
function unknownMemberError(paths) {
    return new AwsError('ClientException', `Unknown parameter${paths.length === 1 ? '' : 's'} in input: ${paths.join(', ')}`);
}

;// CONCATENATED MODULE: ./build-stage/local-cloud/wire/credentials.js


const userId = 'AIDASLUICELOCALCLOUD';
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
/** `length` letters and digits as AWS's identifiers have them. */
function randomId(prefix, length) {
    return prefix + [...(0,external_node_crypto_.randomBytes)(length)].map((byte) => alphabet[byte % alphabet.length]).join('');
}
/**
 * Who may call. Signatures are not checked; which access key signed is. Any long-lived key (not `ASIA…`) is the one
 * user of the account; a session key must be one that STS here gave out, come with its token, and not be expired.
 */
class Credentials {
    clock;
    accountId;
    sessions = new Map();
    expiredKeys = new Set();
    longLivedKeysAreExpired = false;
    constructor(clock, accountId) {
        this.clock = clock;
        this.accountId = accountId;
    }
    grant(principal, userId, durationMs) {
        const session = {
            accessKeyId: randomId('ASIA', 16),
            secretAccessKey: (0,external_node_crypto_.randomBytes)(30).toString('base64'),
            sessionToken: (0,external_node_crypto_.randomBytes)(120).toString('base64'),
            expiresAt: this.clock.now() + durationMs,
            principal,
            userId,
        };
        this.sessions.set(session.accessKeyId, session);
        return session;
    }
    /** The caller's ARN and id. Throws ExpiredTokenException or UnrecognizedClientException. */
    identify(accessKeyId, sessionToken) {
        const session = this.sessions.get(accessKeyId);
        if (session === undefined) {
            if (accessKeyId.startsWith('ASIA'))
                throw invalidToken();
            if (this.longLivedKeysAreExpired || this.expiredKeys.has(accessKeyId))
                throw expiredToken();
            return { principal: `arn:aws:iam::${this.accountId}:user/sluice`, userId };
        }
        if (this.expiredKeys.has(accessKeyId) || this.clock.now() >= session.expiresAt)
            throw expiredToken();
        if (sessionToken !== session.sessionToken)
            throw invalidToken();
        return session;
    }
    /** The unique id of a caller that `identify` named. */
    userIdOf(principal) {
        for (const session of this.sessions.values())
            if (session.principal === principal)
                return session.userId;
        return userId;
    }
    /** From now on the key is refused as expired; without a key, every key known or used so far (sessions granted later are good). */
    expire(accessKeyId) {
        if (accessKeyId !== undefined) {
            this.expiredKeys.add(accessKeyId);
            return;
        }
        this.longLivedKeysAreExpired = true;
        for (const key of this.sessions.keys())
            this.expiredKeys.add(key);
    }
    /** Takes back what `expire` did. */
    restore() {
        this.longLivedKeysAreExpired = false;
        this.expiredKeys.clear();
    }
}

;// CONCATENATED MODULE: ./build-stage/local-cloud/sts/token.js

/**
 * Reads a web identity token: three base64url parts, a JSON header and claims, not expired. The signature is not
 * checked, as the local cloud knows no identity provider. Tokens carry wall-clock times, so a token is expired when it
 * is so by the wall clock.
 */
function readToken(token) {
    const parts = token.split('.');
    const header = claimsOf(parts[0]);
    const claims = claimsOf(parts[1]);
    if (parts.length !== 3 || header === undefined || claims === undefined || typeof header.alg !== 'string') {
        throw new AwsError('InvalidIdentityToken', 'The ID Token provided is not a valid JWT. (You may see this error if you sent an Access Token)');
    }
    for (const name of ['iss', 'sub', 'aud', 'exp']) {
        if (claims[name] === undefined)
            throw new AwsError('InvalidIdentityToken', `Missing a required claim: ${name}`);
    }
    if (Number(claims.exp) * 1000 <= Date.now()) {
        throw new AwsError('ExpiredTokenException', `Token expired: current date/time ${Math.floor(Date.now() / 1000)} must be before the expiration date/time ${claims.exp}`, { status: 400 });
    }
    const audience = Array.isArray(claims.aud) ? claims.aud[0] : claims.aud;
    return {
        issuer: String(claims.iss).replace(/^https:\/\//, ''),
        subject: String(claims.sub),
        audience: String(audience),
    };
}
function claimsOf(part) {
    try {
        const value = JSON.parse(Buffer.from(part ?? '', 'base64url').toString('utf8'));
        return typeof value === 'object' && value !== null ? value : undefined;
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./build-stage/local-cloud/sts/index.js




/**
 * Security Token Service: session credentials that expire in cloud time and are refused by every service afterwards.
 * https://docs.aws.amazon.com/STS/latest/APIReference/
 */
function createSts(ground, credentials) {
    let longestMs = Number.POSITIVE_INFINITY;
    let isDistrusted = false;
    const assume = (roleArn, sessionName, seconds) => {
        const role = checkRole(roleArn, ground.accountId);
        checkSessionName(sessionName);
        const durationMs = Math.min(checkDuration(seconds ?? 3_600) * 1_000, longestMs);
        const roleId = randomId('AROA', 17);
        const arn = `arn:aws:sts::${ground.accountId}:assumed-role/${role}/${sessionName}`;
        const keys = credentials.grant(arn, `${roleId}:${sessionName}`, durationMs);
        return {
            Credentials: {
                AccessKeyId: keys.accessKeyId,
                SecretAccessKey: keys.secretAccessKey,
                SessionToken: keys.sessionToken,
                Expiration: new Date(keys.expiresAt),
            },
            AssumedRoleUser: { AssumedRoleId: `${roleId}:${sessionName}`, Arn: arn },
        };
    };
    return {
        id: 'sts',
        sdk: client_sts_dist_cjs_namespaceObject,
        wire: { protocol: 'query', apiVersion: '2011-06-15', namespace: 'https://sts.amazonaws.com/doc/2011-06-15/' },
        signingName: 'sts',
        operations: {
            GetCallerIdentity: (_input, call) => ({
                UserId: credentials.userIdOf(call.principal),
                Account: ground.accountId,
                Arn: call.principal,
            }),
            AssumeRole: (input) => ({
                ...assume(input.RoleArn ?? '', input.RoleSessionName ?? '', input.DurationSeconds),
                PackedPolicySize: 0,
            }),
            AssumeRoleWithWebIdentity: (input) => {
                const token = readToken(input.WebIdentityToken ?? '');
                if (isDistrusted)
                    throw notTrusted();
                return {
                    ...assume(input.RoleArn ?? '', input.RoleSessionName ?? '', input.DurationSeconds),
                    SubjectFromWebIdentityToken: token.subject,
                    Audience: token.audience,
                    Provider: token.issuer,
                    PackedPolicySize: 0,
                };
            },
        },
        admin: {
            // The API's least duration is 15 minutes; what ends sooner must be asked for beside it.
            sessions: ({ seconds }) => {
                if (seconds !== undefined && !(typeof seconds === 'number' && seconds > 0)) {
                    throw new RangeError('seconds must be a number above 0, or left out');
                }
                longestMs = seconds === undefined ? Number.POSITIVE_INFINITY : seconds * 1_000;
                return {};
            },
            distrust: () => {
                isDistrusted = true;
                return {};
            },
            trust: () => {
                isDistrusted = false;
                return {};
            },
        },
        stop: async () => { },
    };
}
/** The role's name without its path. */
function checkRole(arn, accountId) {
    const found = /^arn:aws:iam::(\d{12}):role\/(?:.+\/)?([\w+=,.@-]{1,64})$/.exec(arn);
    if (found === null)
        throw new AwsError('ValidationError', `${arn} is invalid`);
    if (found[1] !== accountId) {
        throw notTrusted();
    }
    return found[2];
}
function checkSessionName(name) {
    if (/^[\w+=,.@-]{2,64}$/.test(name))
        return;
    throw new AwsError('ValidationError', `1 validation error detected: Value '${name}' at 'roleSessionName' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\w+=,.@-]*`);
}
/** https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html: 900 to 43,200 seconds. */
function checkDuration(seconds) {
    if (Number.isInteger(seconds) && seconds >= 900 && seconds <= 43_200)
        return seconds;
    const bound = seconds < 900 ? 'greater than or equal to 900' : 'less than or equal to 43200';
    throw new AwsError('ValidationError', `1 validation error detected: Value '${seconds}' at 'durationSeconds' failed to satisfy constraint: Member must have value ${bound}`);
}
/** What AWS says when the trust policy does not let the bearer of the token in. */
function notTrusted() {
    return new AwsError('AccessDenied', 'Not authorized to perform sts:AssumeRoleWithWebIdentity', { status: 403 });
}

;// CONCATENATED MODULE: ./build-stage/local-cloud/faults-order.js

/** Why an admin call was not understood. Answered as HTTP 400. */
class AdminError extends Error {
}
const kinds = {
    throttle: { times: 1, extra: [] },
    error: { times: 1, extra: ['status'] },
    deny: { times: Number.POSITIVE_INFINITY, extra: [] },
    delay: { times: Number.POSITIVE_INFINITY, extra: ['seconds'] },
    'lose-request': { times: 1, extra: [] },
    'lose-reply': { times: 1, extra: [] },
    'stale-reads': { times: Number.POSITIVE_INFINITY, extra: [] },
    hold: { times: 1, extra: ['when', 'nth'] },
};
function isFaultKind(name) {
    return Object.hasOwn(kinds, name);
}
/** Reads the body of `POST /_sluice/<kind>`. Throws AdminError naming the member and what is accepted. */
function faultOrder(kind, body, services) {
    const accepted = ['operation', 'times', 'skip', 'seconds', ...kinds[kind].extra];
    const unknown = Object.keys(body).find((name) => !accepted.includes(name));
    if (unknown !== undefined)
        throw new AdminError(`${kind} takes ${accepted.join(', ')}; not ${unknown}`);
    const seconds = body.seconds === undefined ? undefined : positive('seconds', body.seconds);
    const forMs = kind === 'delay' || seconds === undefined ? {} : { forMs: seconds * 1000 };
    const when = body.when ?? 'before';
    if (when !== 'before' && when !== 'after')
        throw new AdminError(`when is before or after, not ${JSON.stringify(when)}`);
    const status = body.status ?? 500;
    if (status !== 500 && status !== 503)
        throw new AdminError(`status is 500 or 503, not ${JSON.stringify(status)}`);
    if (kind === 'delay' && seconds === undefined)
        throw new AdminError('delay needs seconds (of cloud time)');
    return {
        kind,
        operation: operationPattern(body.operation ?? '*', services),
        times: body.times === undefined ? kinds[kind].times : positive('times', body.times),
        skip: body.nth === undefined ? positive('skip', body.skip ?? 0, 0) : positive('nth', body.nth) - 1,
        ...forMs,
        ...(kind === 'delay' && seconds !== undefined ? { delayMs: seconds * 1000 } : {}),
        ...(kind === 'hold' ? { when } : {}),
        ...(kind === 'error' ? { status } : {}),
    };
}
function positive(name, value, least = Number.MIN_VALUE) {
    if (typeof value !== 'number' || !(value >= least)) {
        throw new AdminError(`${name} is a number of ${least === 0 ? 'at least 0' : 'more than 0'}, not ${JSON.stringify(value)}`);
    }
    return value;
}
/** `ecs:UpdateService`, `ecs:*` or `*`; IAM's prefixes (`elasticloadbalancing:`) are understood too. Typing errors are refused. */
function operationPattern(given, services) {
    if (given === '*')
        return '*';
    const [prefix, operation] = String(given).split(':');
    const service = services.find((each) => each.id === prefix || iamAction(each, '').slice(0, -1) === prefix);
    if (service === undefined || operation === undefined || operation === '') {
        const known = services.map((each) => each.id).join(', ');
        throw new AdminError(`operation is <service>:<Operation>, <service>:* or *, not ${String(given)}; services: ${known}`);
    }
    if (operation !== '*' && !Object.hasOwn(service.operations, operation)) {
        throw new AdminError(`${service.id} has no operation ${operation}`);
    }
    return `${service.id}:${operation}`;
}

;// CONCATENATED MODULE: ./build-stage/local-cloud/wire/admin.js



/** The API for what AWS has no call for: `GET` and `POST /_sluice/…`, JSON both ways (docs/local-cloud.md). */
class Admin {
    services;
    ground;
    faults;
    log;
    deeds;
    constructor(services, ground, faults, log, credentials) {
        this.services = services;
        this.ground = ground;
        this.faults = faults;
        this.log = log;
        this.deeds = {
            release: (body) => ({ released: faults.release({ ...textMember(body, 'id'), drop: body.drop === true }) }),
            'clear-faults': (body) => ({ cleared: faults.clear(textMember(body, 'id').id) }),
            'expire-credentials': (body) => {
                credentials.expire(textMember(body, 'accessKeyId').accessKeyId);
                return {};
            },
            'restore-credentials': () => {
                credentials.restore();
                return {};
            },
            settings: (body) => Object.assign(ground.settings, parseSettings(body)),
        };
    }
    async answer(method, url, body) {
        const { pathname, searchParams } = new URL(url, 'http://sluice');
        const path = pathname.slice('/_sluice/'.length);
        try {
            if (method === 'GET')
                return { status: 200, body: await this.read(path, searchParams) };
            if (method !== 'POST')
                throw new AdminError(`use GET or POST, not ${method}`);
            return { status: 200, body: (await this.act(path, parseBody(body))) ?? {} };
        }
        catch (thrown) {
            if (thrown instanceof NotFound)
                return { status: 404, body: { error: thrown.message } };
            const isTheirs = thrown instanceof AdminError || thrown instanceof RangeError || thrown instanceof AwsError;
            return {
                status: isTheirs ? 400 : 500,
                body: { error: thrown instanceof Error ? thrown.message : String(thrown) },
            };
        }
    }
    /** Does an admin call by its path below `/_sluice/`. */
    act(path, body) {
        if (isFaultKind(path))
            return { id: this.faults.add(faultOrder(path, body, this.services)).id };
        const deed = Object.hasOwn(this.deeds, path) ? this.deeds[path] : this.serviceDeed(path);
        if (deed === undefined)
            throw new NotFound(`there is no admin call ${path}; see docs/local-cloud.md`);
        return deed(body);
    }
    serviceDeed(path) {
        const [id, name] = path.split('/');
        const table = this.services.find((service) => service.id === id)?.admin;
        return table !== undefined && name !== undefined && Object.hasOwn(table, name) ? table[name] : undefined;
    }
    read(path, query) {
        if (path === 'requests') {
            return this.log.list(Number(query.get('after') ?? 0), query.get('operation') ?? undefined);
        }
        const [id, name = ''] = path.split('/');
        const isLook = this.services.find((service) => service.id === id)?.looks?.includes(name) === true;
        if (isLook)
            return this.serviceDeed(path)?.({});
        if (path !== 'state')
            throw new NotFound(`there is no GET of ${path}; see docs/local-cloud.md`);
        const { clock, settings, region, accountId } = this.ground;
        return {
            clock: { now: clock.now(), from: clock.from, speed: clock.speed },
            region,
            accountId,
            settings,
            faults: this.faults
                .list()
                .map((fault) => ({ ...fault, times: Number.isFinite(fault.times) ? fault.times : null })),
            held: this.faults.heldCount(),
            services: Object.fromEntries(this.services.map((service) => [
                service.id,
                { operations: Object.keys(service.operations), admin: Object.keys(service.admin ?? {}) },
            ])),
        };
    }
}
class NotFound extends Error {
}
function parseBody(body) {
    if (body.length === 0)
        return {};
    let value;
    try {
        value = JSON.parse(body.toString('utf8'));
    }
    catch {
        throw new AdminError('the body is not JSON');
    }
    if (typeof value !== 'object' || value === null || Array.isArray(value))
        throw new AdminError('the body is a JSON object');
    return value;
}
function textMember(body, name) {
    const value = body[name];
    if (value === undefined)
        return {};
    if (typeof value !== 'string')
        throw new AdminError(`${name} is a text`);
    return { [name]: value };
}

// EXTERNAL MODULE: ./node_modules/@smithy/core/dist-cjs/submodules/cbor/index.js
var cbor = __webpack_require__(4645);
;// CONCATENATED MODULE: ./build-stage/local-cloud/wire/cbor.js

/**
 * Smithy RPC v2 CBOR, which the AWS CLI, boto3 and the Go SDK pick for CloudWatch: the same value tree as JSON in
 * binary, timestamps under tag 1 (https://smithy.io/2.0/additional-specs/protocols/smithy-rpc-v2.html).
 */
const cbor_cbor = {
    readTimestamp(value) {
        const seconds = typeof value === 'number'
            ? value
            : typeof value === 'object' && value !== null && 'value' in value && 'tag' in value && value.tag === 1
                ? Number(value.value)
                : Number.NaN;
        return Number.isNaN(seconds) ? undefined : new Date(seconds * 1000);
    },
    writeTimestamp: (at) => (0,cbor.dateToTag)(at),
    readBlob: (value) => (value instanceof Uint8Array ? value : undefined),
    writeBlob: (value) => value,
    writeNumber: (value) => value,
};
function readCbor(body) {
    return body.length === 0 ? {} : cbor.cbor.deserialize(body);
}
/** A copy: the codec hands out a view of its own buffer. */
function writeCbor(value) {
    return Buffer.from(cbor.cbor.serialize(value));
}

;// CONCATENATED MODULE: ./build-stage/local-cloud/wire/enum-table.js
/** Written by enum-members.ts from the SDK's type declarations; `enum-table.test.ts` says when it is out of step. */
const enumTable = {
    sts: {},
    ssm: {
        AddTagsToResourceRequest: { ResourceType: 'ResourceTypeForTagging' },
        ListTagsForResourceRequest: { ResourceType: 'ResourceTypeForTagging' },
        ParametersFilter: { Key: 'ParametersFilterKey' },
        PutParameterRequest: { Type: 'ParameterType', Tier: 'ParameterTier' },
        RemoveTagsFromResourceRequest: { ResourceType: 'ResourceTypeForTagging' },
    },
    logs: {
        CreateLogGroupRequest: { logGroupClass: 'LogGroupClass' },
        DescribeLogGroupsRequest: { logGroupClass: 'LogGroupClass' },
        DescribeLogStreamsRequest: { orderBy: 'OrderBy' },
    },
    cloudwatch: {
        DescribeAlarmHistoryInput: { AlarmTypes: 'AlarmType', HistoryItemType: 'HistoryItemType', ScanBy: 'ScanBy' },
        DescribeAlarmsForMetricInput: { Statistic: 'Statistic', Unit: 'StandardUnit' },
        DescribeAlarmsInput: { AlarmTypes: 'AlarmType', StateValue: 'StateValue' },
        GetMetricDataInput: { ScanBy: 'ScanBy' },
        GetMetricStatisticsInput: { Statistics: 'Statistic', Unit: 'StandardUnit' },
        ListMetricsInput: { RecentlyActive: 'RecentlyActive' },
        MetricDatum: { Unit: 'StandardUnit' },
        MetricStat: { Unit: 'StandardUnit' },
        PutMetricAlarmInput: { Statistic: 'Statistic', Unit: 'StandardUnit', ComparisonOperator: 'ComparisonOperator' },
        SetAlarmStateInput: { StateValue: 'StateValue' },
    },
    elb: {
        Action: { Type: 'ActionTypeEnum' },
        AuthenticateCognitoActionConfig: { OnUnauthenticatedRequest: 'AuthenticateCognitoActionConditionalBehaviorEnum' },
        AuthenticateOidcActionConfig: { OnUnauthenticatedRequest: 'AuthenticateOidcActionConditionalBehaviorEnum' },
        CreateListenerInput: { Protocol: 'ProtocolEnum' },
        CreateLoadBalancerInput: {
            Scheme: 'LoadBalancerSchemeEnum',
            Type: 'LoadBalancerTypeEnum',
            IpAddressType: 'IpAddressType',
            EnablePrefixForIpv6SourceNat: 'EnablePrefixForIpv6SourceNatEnum',
        },
        CreateTargetGroupInput: {
            Protocol: 'ProtocolEnum',
            HealthCheckProtocol: 'ProtocolEnum',
            TargetType: 'TargetTypeEnum',
            IpAddressType: 'TargetGroupIpAddressTypeEnum',
        },
        DescribeTargetHealthInput: { Include: 'DescribeTargetHealthInputIncludeEnum' },
        JwtValidationActionAdditionalClaim: { Format: 'JwtValidationActionAdditionalClaimFormatEnum' },
        ModifyListenerInput: { Protocol: 'ProtocolEnum' },
        ModifyTargetGroupInput: { HealthCheckProtocol: 'ProtocolEnum' },
        MutualAuthenticationAttributes: {
            TrustStoreAssociationStatus: 'TrustStoreAssociationStatusEnum',
            AdvertiseTrustStoreCaNames: 'AdvertiseTrustStoreCaNamesEnum',
        },
        RedirectActionConfig: { StatusCode: 'RedirectActionStatusCodeEnum' },
        RuleTransform: { Type: 'TransformTypeEnum' },
        SetSecurityGroupsInput: {
            EnforceSecurityGroupInboundRulesOnPrivateLinkTraffic: 'EnforceSecurityGroupInboundRulesOnPrivateLinkTrafficEnum',
        },
        SetSubnetsInput: {
            IpAddressType: 'IpAddressType',
            EnablePrefixForIpv6SourceNat: 'EnablePrefixForIpv6SourceNatEnum',
        },
        SourceIpConditionConfig: { IpAddressType: 'SourceIpAddressTypeEnum' },
    },
    ecs: {
        AwsVpcConfiguration: { assignPublicIp: 'AssignPublicIp' },
        ClusterSetting: { name: 'ClusterSettingName' },
        ContainerDefinition: { versionConsistency: 'VersionConsistency' },
        ContainerDependency: { condition: 'ContainerCondition' },
        CreateServiceRequest: {
            availabilityZoneRebalancing: 'AvailabilityZoneRebalancing',
            launchType: 'LaunchType',
            schedulingStrategy: 'SchedulingStrategy',
            propagateTags: 'PropagateTags',
        },
        DeploymentConfiguration: { strategy: 'DeploymentStrategy' },
        DeploymentController: { type: 'DeploymentControllerType' },
        DeploymentEarlySuccessCriteria: { sourceServiceRevisionCleanup: 'ServiceRevisionCleanup' },
        DeploymentLifecycleHook: {
            targetType: 'DeploymentLifecycleHookTargetType',
            lifecycleStages: 'DeploymentLifecycleHookStage',
        },
        DeploymentLifecycleHookTimeoutConfiguration: { action: 'DeploymentLifecycleHookAction' },
        DescribeClustersRequest: { include: 'ClusterField' },
        DescribeServicesRequest: { include: 'ServiceField' },
        DescribeTaskDefinitionRequest: { include: 'TaskDefinitionField' },
        DescribeTasksRequest: { include: 'TaskField' },
        Device: { permissions: 'DeviceCgroupPermission' },
        DockerVolumeConfiguration: { scope: 'Scope' },
        EBSTagSpecification: { resourceType: 'EBSResourceType', propagateTags: 'PropagateTags' },
        EFSAuthorizationConfig: { iam: 'EFSAuthorizationConfigIAM' },
        EFSVolumeConfiguration: { transitEncryption: 'EFSTransitEncryption' },
        EnvironmentFile: { type: 'EnvironmentFileType' },
        ExecuteCommandConfiguration: { logging: 'ExecuteCommandLogging' },
        FirelensConfiguration: { type: 'FirelensConfigurationType' },
        GatewayConnectorFilters: { accessTypes: 'AccessType' },
        GatewayConnectorHealthCheck: { healthCheckProtocol: 'GatewayConnectorHealthCheckProtocol' },
        ListServiceDeploymentsRequest: { status: 'ServiceDeploymentStatus' },
        ListServicesRequest: {
            launchType: 'LaunchType',
            schedulingStrategy: 'SchedulingStrategy',
            resourceManagementType: 'ResourceManagementType',
        },
        ListTaskDefinitionFamiliesRequest: { status: 'TaskDefinitionFamilyStatus' },
        ListTaskDefinitionsRequest: { status: 'TaskDefinitionStatus', sort: 'SortOrder' },
        ListTasksRequest: { desiredStatus: 'DesiredStatus', launchType: 'LaunchType' },
        LogConfiguration: { logDriver: 'LogDriver' },
        PlacementConstraint: { type: 'PlacementConstraintType' },
        PlacementStrategy: { type: 'PlacementStrategyType' },
        PortMapping: { protocol: 'TransportProtocol', appProtocol: 'ApplicationProtocol' },
        ProxyConfiguration: { type: 'ProxyConfigurationType' },
        RegisterTaskDefinitionRequest: {
            networkMode: 'NetworkMode',
            requiresCompatibilities: 'Compatibility',
            pidMode: 'PidMode',
            ipcMode: 'IpcMode',
        },
        ResourceRequirement: { type: 'ResourceType' },
        RunTaskRequest: { launchType: 'LaunchType', propagateTags: 'PropagateTags' },
        RuntimePlatform: { cpuArchitecture: 'CPUArchitecture', operatingSystemFamily: 'OSFamily' },
        ServiceConnectAccessLogConfiguration: {
            format: 'ServiceConnectAccessLoggingFormat',
            includeQueryParameters: 'ServiceConnectIncludeQueryParameters',
        },
        ServiceManagedEBSVolumeConfiguration: { filesystemType: 'TaskFilesystemType' },
        StopServiceDeploymentRequest: { stopType: 'StopServiceDeploymentStopType' },
        TaskDefinitionPlacementConstraint: { type: 'TaskDefinitionPlacementConstraintType' },
        TaskManagedEBSVolumeConfiguration: { filesystemType: 'TaskFilesystemType' },
        ThresholdConfiguration: { type: 'ThresholdType' },
        Ulimit: { name: 'UlimitName' },
        UpdateServiceRequest: {
            availabilityZoneRebalancing: 'AvailabilityZoneRebalancing',
            propagateTags: 'PropagateTags',
        },
    },
    autoscaling: {
        DeregisterScalableTargetRequest: { ServiceNamespace: 'ServiceNamespace', ScalableDimension: 'ScalableDimension' },
        DescribeScalableTargetsRequest: { ServiceNamespace: 'ServiceNamespace', ScalableDimension: 'ScalableDimension' },
        RegisterScalableTargetRequest: { ServiceNamespace: 'ServiceNamespace', ScalableDimension: 'ScalableDimension' },
    },
};

;// CONCATENATED MODULE: ./build-stage/local-cloud/wire/enums.js

const values = new WeakMap();
/** The accepted strings of a request member, or undefined when it is free text. */
function enumOf(service, struct, member) {
    const name = enumTable[service.id][struct]?.[member];
    const declared = name === undefined ? undefined : service.sdk[name];
    if (typeof declared !== 'object' || declared === null)
        return undefined;
    let accepted = values.get(declared);
    if (accepted === undefined) {
        accepted = Object.values(declared).map(String);
        values.set(declared, accepted);
    }
    return accepted;
}

;// CONCATENATED MODULE: ./build-stage/local-cloud/wire/problem.js
/** Where a value stands in a request: `loadBalancers.1.member.targetGroupArn`, as AWS writes it. */
class Path {
    parent;
    part;
    constructor(parent, part) {
        this.parent = parent;
        this.part = part;
    }
    member(name) {
        return new Path(this, name.charAt(0).toLowerCase() + name.slice(1));
    }
    item(index) {
        return new Path(this, `${index + 1}.member`);
    }
    key(key) {
        return new Path(this, `${key}.member`);
    }
    toString() {
        const before = this.parent?.toString() ?? '';
        return before === '' ? this.part : `${before}.${this.part}`;
    }
}
const root = new Path(undefined, '');

;// CONCATENATED MODULE: ./build-stage/local-cloud/wire/document.js


/** Decodes a request. Problems are added to `problems`; what is returned is only good when there are none. */
function decodeInput(format, service, shape, value, problems) {
    if (shape === undefined)
        return {};
    return decodeStruct({ format, service, problems }, shape, value, root);
}
function wrongType(decoding, path, value, wanted) {
    const got = Array.isArray(value) ? 'list' : value === null ? 'null' : typeof value;
    decoding.problems.push({ kind: 'type', path: path.toString(), got, wanted });
    return undefined;
}
function decodeStruct(decoding, shape, value, path) {
    const decoded = {};
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
        wrongType(decoding, path, value, 'structure');
        return decoded;
    }
    for (const [name, given] of Object.entries(value)) {
        const member = shape.members.get(name);
        if (member === undefined || given === null || given === undefined)
            continue;
        decoded[name] = decode(decoding, member.shape, given, path.member(name));
        checkEnum(decoding, shape.name, name, decoded[name], path.member(name));
    }
    for (const name of shape.required) {
        if (decoded[name] === undefined && value[name] == null) {
            decoding.problems.push({ kind: 'missing', path: path.member(name).toString() });
        }
    }
    return decoded;
}
/** Shared with the Query protocol. */
function checkEnum(decoding, struct, member, value, path) {
    const accepted = enumOf(decoding.service, struct, member);
    if (accepted === undefined)
        return;
    const values = Array.isArray(value) ? value : [value];
    values.forEach((each, i) => {
        if (typeof each !== 'string' || accepted.includes(each))
            return;
        const at = Array.isArray(value) ? path.item(i) : path;
        decoding.problems.push({ kind: 'enum', path: at.toString(), value: each, accepted });
    });
}
function decode(decoding, shape, value, path) {
    switch (shape.kind) {
        case 'struct':
            return decodeStruct(decoding, shape, value, path);
        case 'list':
            if (!Array.isArray(value))
                return wrongType(decoding, path, value, 'list');
            return value
                .filter((item) => item !== null)
                .map((item, i) => decode(decoding, shape.of.shape, item, path.item(i)));
        case 'map':
            if (typeof value !== 'object' || value === null || Array.isArray(value)) {
                return wrongType(decoding, path, value, 'map');
            }
            return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, decode(decoding, shape.of.shape, item, path.key(key))]));
        case 'string':
            return typeof value === 'string' ? value : wrongType(decoding, path, value, 'String');
        case 'boolean':
            return typeof value === 'boolean' ? value : wrongType(decoding, path, value, 'Boolean');
        case 'number':
            return decodeNumber(value) ?? wrongType(decoding, path, value, 'Number');
        case 'timestamp':
            return decoding.format.readTimestamp(value) ?? wrongType(decoding, path, value, 'Timestamp');
        case 'blob':
            return decoding.format.readBlob(value) ?? wrongType(decoding, path, value, 'Blob');
        case 'document':
            return value;
    }
}
/** The three numbers that JSON cannot write come as text. */
function decodeNumber(value) {
    if (typeof value === 'number')
        return value;
    if (typeof value === 'bigint')
        return Number(value);
    return value === 'NaN' || value === 'Infinity' || value === '-Infinity' ? Number(value) : undefined;
}
/** Encodes an answer: only the members the shape has, without those that are undefined. */
function encodeOutput(format, shape, value) {
    if (shape === undefined)
        return {};
    return encode(format, shape, value ?? {});
}
function encode(format, shape, value) {
    switch (shape.kind) {
        case 'struct': {
            const encoded = {};
            for (const [name, given] of Object.entries(value)) {
                const member = shape.members.get(name);
                if (member === undefined || given === undefined || given === null)
                    continue;
                encoded[name] = encode(format, member.shape, given);
            }
            return encoded;
        }
        case 'list':
            return [...value].map((item) => encode(format, shape.of.shape, item));
        case 'map':
            return Object.fromEntries(Object.entries(value)
                .filter(([, item]) => item !== undefined)
                .map(([key, item]) => [key, encode(format, shape.of.shape, item)]));
        case 'timestamp':
            return format.writeTimestamp(toDate(value));
        case 'blob':
            return format.writeBlob(typeof value === 'string' ? Buffer.from(value) : value);
        case 'number':
            return format.writeNumber(Number(value));
        default:
            return value;
    }
}
/** Epoch milliseconds or a Date; a number too small to be milliseconds after 1973 is taken for epoch seconds. */
function toDate(value) {
    if (value instanceof Date)
        return value;
    const number = Number(value);
    return new Date(number < 1e11 ? number * 1000 : number);
}

;// CONCATENATED MODULE: ./build-stage/local-cloud/wire/json.js
/** awsJson1_0 and awsJson1_1: timestamps are epoch seconds, blobs base64 (https://smithy.io/2.0/aws/protocols/aws-json-1_1-protocol.html). */
const json = {
    readTimestamp(value) {
        const at = typeof value === 'number' ? new Date(value * 1000) : typeof value === 'string' ? new Date(value) : undefined;
        return at === undefined || Number.isNaN(at.getTime()) ? undefined : at;
    },
    writeTimestamp: (at) => at.getTime() / 1000,
    readBlob: (value) => (typeof value === 'string' ? Buffer.from(value, 'base64') : undefined),
    writeBlob: (value) => Buffer.from(value).toString('base64'),
    writeNumber: (value) => (Number.isFinite(value) ? value : String(value)),
};

;// CONCATENATED MODULE: ./build-stage/local-cloud/wire/route.js

function route_scopeOf(headers) {
    const found = /Credential=([^/\s,]+)\/\d+\/([^/\s]+)\/([^/\s]+)\/aws4_request/.exec(headers.authorization ?? '');
    return found === null ? undefined : { accessKeyId: found[1], region: found[2], signingName: found[3] };
}
/** CloudWatch's JSON API is the second face of a Query API, which the CLI and older clients still speak. */
const cloudwatchQuery = {
    apiVersion: '2010-08-01',
    namespace: 'http://monitoring.amazonaws.com/doc/2010-08-01/',
};
/** The XML namespace of a service's Query answers. */
function xmlNamespace(service) {
    if (service?.wire.protocol === 'query')
        return service.wire.namespace;
    return cloudwatchQuery.namespace;
}
function protocolOf(headers, url) {
    if (headers['smithy-protocol'] === 'rpc-v2-cbor' || /^\/service\/[^/]+\/operation\//.test(url))
        return 'cbor';
    if (headers['x-amz-target'] !== undefined)
        return 'json';
    return headers['content-type']?.startsWith('application/x-www-form-urlencoded') ? 'query' : 'json';
}
/** The service of a Query request: by the signature, or by the API version when it is unsigned (AssumeRoleWithWebIdentity). */
function queryService(services, scope, version) {
    return services.find((service) => {
        if (scope !== undefined)
            return service.signingName === scope.signingName && speaksQuery(service);
        const own = service.wire.protocol === 'query' ? service.wire.apiVersion : cloudwatchQuery.apiVersion;
        return speaksQuery(service) && own === version;
    });
}
function speaksQuery(service) {
    return service.wire.protocol === 'query' || service.wire.queryCompatible === true;
}
/** Finds the service and operation of a JSON or CBOR request. Throws the AWS error for what there is not. */
function routeByName(services, protocol, headers, url) {
    const [target, operation] = protocol === 'cbor' ? cborTarget(url) : jsonTarget(headers);
    const service = services.find(({ wire }) => {
        if (wire.protocol !== 'json' || wire.target !== target)
            return false;
        return protocol === 'json' || wire.queryCompatible === true;
    });
    if (service === undefined)
        throw unknownOperation(undefined, `${target}.${operation}`, false);
    return { protocol, service, operation };
}
function cborTarget(url) {
    const found = /^\/service\/([^/]+)\/operation\/([^/?]+)/.exec(url);
    if (found === null)
        throw unreadable('The path names no service and operation.');
    return [found[1], found[2]];
}
function jsonTarget(headers) {
    const target = headers['x-amz-target'];
    if (typeof target !== 'string')
        throw unknownOperation(undefined, '(no X-Amz-Target)', false);
    const dot = target.lastIndexOf('.');
    return [target.slice(0, dot), target.slice(dot + 1)];
}

;// CONCATENATED MODULE: ./build-stage/local-cloud/wire/xml.js

/** The AWS Query protocol's answers (https://smithy.io/2.0/aws/protocols/aws-query-protocol.html). */
const entities = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    '\r': '&#xD;',
};
function escapeXml(text) {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: XML 1.0 cannot hold these at all, so they are dropped
    return text.replace(/[&<>"\r]/g, (c) => entities[c] ?? c).replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '');
}
function encodeXmlAnswer(operation, namespace, requestId, output) {
    const { name } = operation;
    const result = operation.output === undefined
        ? ''
        : `<${name}Result>${structXml(operation.output, (output ?? {}))}</${name}Result>`;
    const metadata = `<ResponseMetadata><RequestId>${requestId}</RequestId></ResponseMetadata>`;
    return `<${name}Response xmlns="${namespace}">${result}${metadata}</${name}Response>`;
}
function encodeXmlError(error, namespace, requestId) {
    const type = error.status >= 500 ? 'Receiver' : 'Sender';
    const fields = Object.entries(error.fields)
        .map(([name, value]) => `<${name}>${escapeXml(String(value))}</${name}>`)
        .join('');
    const body = `<Type>${type}</Type><Code>${error.code}</Code><Message>${escapeXml(error.message)}</Message>${fields}`;
    return `<ErrorResponse xmlns="${namespace}"><Error>${body}</Error><RequestId>${requestId}</RequestId></ErrorResponse>`;
}
function structXml(shape, value) {
    let xml = '';
    for (const [name, member] of shape.members) {
        const given = value[name];
        if (given === undefined || given === null)
            continue;
        xml += elementXml(member.xmlName ?? name, member, given);
    }
    return xml;
}
function elementXml(name, member, value) {
    const { shape } = member;
    switch (shape.kind) {
        case 'struct':
            return `<${name}>${structXml(shape, value)}</${name}>`;
        case 'list': {
            const flat = member.flat || shape.flat;
            const items = [...value]
                .map((item) => elementXml(flat ? name : (shape.of.xmlName ?? 'member'), shape.of, item))
                .join('');
            return flat ? items : `<${name}>${items}</${name}>`;
        }
        case 'map': {
            const flat = member.flat || shape.flat;
            const entry = flat ? name : 'entry';
            const entries = Object.entries(value)
                .map(([key, item]) => `<${entry}>${elementXml(shape.key.xmlName ?? 'key', shape.key, key)}${elementXml(shape.of.xmlName ?? 'value', shape.of, item)}</${entry}>`)
                .join('');
            return flat ? entries : `<${name}>${entries}</${name}>`;
        }
        default:
            return `<${name}>${escapeXml(xml_textOf(shape, value))}</${name}>`;
    }
}
function xml_textOf(shape, value) {
    if (shape.kind === 'timestamp')
        return toDate(value).toISOString();
    if (shape.kind === 'blob')
        return Buffer.from(value).toString('base64');
    return String(value);
}

;// CONCATENATED MODULE: ./build-stage/local-cloud/wire/answer.js





function encodeAnswer(protocol, service, operation, output, requestId) {
    switch (protocol) {
        case 'query': {
            const xml = encodeXmlAnswer(operation, xmlNamespace(service), requestId, output);
            return { status: 200, contentType: 'text/xml', body: Buffer.from(xml) };
        }
        case 'cbor':
            return cborAnswer(200, encodeOutput(cbor_cbor, operation.output, output), {});
        case 'json':
            return jsonAnswer(200, service, encodeOutput(json, operation.output, output), {});
    }
}
function encodeError(protocol, service, error, requestId) {
    if (protocol === 'query') {
        const xml = encodeXmlError({ ...error, code: error.queryCode }, xmlNamespace(service), requestId);
        return { status: error.status, contentType: 'text/xml', body: Buffer.from(xml) };
    }
    const isQueryCompatible = service?.wire.protocol === 'json' && service.wire.queryCompatible === true;
    const fault = error.status >= 500 ? 'Receiver' : 'Sender';
    // https://smithy.io/2.0/aws/protocols/aws-query-protocol.html#aws-protocols-awsquerycompatible-trait
    const headers = isQueryCompatible ? { 'x-amzn-query-error': `${error.queryCode};${fault}` } : {};
    const value = { __type: error.name, message: error.message, ...error.fields };
    return protocol === 'cbor'
        ? cborAnswer(error.status, value, headers)
        : jsonAnswer(error.status, service, value, headers);
}
function jsonAnswer(status, service, value, headers) {
    const version = service?.wire.protocol === 'json' ? service.wire.version : '1.1';
    return {
        status,
        contentType: `application/x-amz-json-${version}`,
        headers,
        body: Buffer.from(JSON.stringify(value)),
    };
}
function cborAnswer(status, value, headers) {
    const named = { 'smithy-protocol': 'rpc-v2-cbor', ...headers };
    return { status, contentType: 'application/cbor', headers: named, body: writeCbor(value) };
}

;// CONCATENATED MODULE: ./build-stage/local-cloud/wire/query.js


/** Builds the tree of a form. `Action` and `Version` are in it like any other name. */
function parseForm(body) {
    const top = { children: new Map() };
    for (const [name, value] of new URLSearchParams(body)) {
        let node = top;
        for (const part of name.split('.')) {
            let next = node.children.get(part);
            if (next === undefined) {
                next = { children: new Map() };
                node.children.set(part, next);
            }
            node = next;
        }
        node.value = value;
    }
    return top;
}
function decodeForm(service, shape, form, problems) {
    return shape === undefined ? {} : query_decodeStruct({ service, problems }, shape, form, root);
}
function query_decodeStruct(decoding, shape, node, path) {
    const decoded = {};
    for (const [name, member] of shape.members) {
        const given = node.children.get(member.xmlName ?? name);
        if (given === undefined)
            continue;
        decoded[name] = query_decode(decoding, member, given, path.member(name));
        checkEnum(decoding, shape.name, name, decoded[name], path.member(name));
    }
    for (const name of shape.required) {
        const xmlName = shape.members.get(name)?.xmlName ?? name;
        if (!node.children.has(xmlName))
            decoding.problems.push({ kind: 'missing', path: path.member(name).toString() });
    }
    return decoded;
}
function query_decode(decoding, member, node, path) {
    const shape = member.shape;
    switch (shape.kind) {
        case 'struct':
            return query_decodeStruct(decoding, shape, node, path);
        case 'list':
            return decodeList(decoding, shape, member.flat, node, path);
        case 'map':
            return decodeMap(decoding, shape, member.flat, node, path);
        default:
            return decodeText(decoding, shape, node.value ?? '', path);
    }
}
/** The numbered children, in order of their numbers, which need not begin at 1 nor be without gaps. */
function numbered(node) {
    return [...node.children]
        .filter(([key]) => /^\d+$/.test(key))
        .sort(([a], [b]) => Number(a) - Number(b))
        .map(([, child]) => child);
}
function decodeList(decoding, shape, flat, node, path) {
    const parent = flat || shape.flat ? node : (node.children.get(shape.of.xmlName ?? 'member') ?? node);
    return numbered(parent).map((child, i) => query_decode(decoding, shape.of, child, path.item(i)));
}
function decodeMap(decoding, shape, flat, node, path) {
    const parent = flat || shape.flat ? node : (node.children.get('entry') ?? node);
    const decoded = {};
    for (const entry of numbered(parent)) {
        const key = entry.children.get(shape.key.xmlName ?? 'key')?.value ?? '';
        const value = entry.children.get(shape.of.xmlName ?? 'value');
        if (value !== undefined)
            decoded[key] = query_decode(decoding, shape.of, value, path.key(key));
    }
    return decoded;
}
function decodeText(decoding, shape, text, path) {
    const wrong = (wanted) => {
        decoding.problems.push({ kind: 'type', path: path.toString(), got: text, wanted });
        return undefined;
    };
    switch (shape.kind) {
        case 'number': {
            const value = Number(text);
            return text.trim() === '' || (Number.isNaN(value) && text !== 'NaN') ? wrong('Number') : value;
        }
        case 'boolean':
            return /^(true|false)$/i.test(text) ? text.toLowerCase() === 'true' : wrong('Boolean');
        case 'timestamp': {
            const at = /^[\d.]+$/.test(text) ? new Date(Number(text) * 1000) : new Date(text);
            return Number.isNaN(at.getTime()) ? wrong('Timestamp') : at;
        }
        case 'blob':
            return Buffer.from(text, 'base64');
        default:
            return text;
    }
}

;// CONCATENATED MODULE: ./build-stage/local-cloud/wire/stale-reads.js
const kept = 500;
/**
 * Answers of read calls as they were given, so that eventual consistency can be played: while the fault is on, a read
 * repeats what the same request was answered before, and one that was never asked freezes at its first answer.
 */
class StaleReads {
    answers = new Map();
    static isRead(operation) {
        return /^(Describe|List|Get|Filter)/.test(operation);
    }
    record(key, answer) {
        this.answers.delete(key);
        this.answers.set(key, answer);
        if (this.answers.size <= kept)
            return;
        const oldest = this.answers.keys().next();
        if (!oldest.done)
            this.answers.delete(oldest.value);
    }
    recorded(key) {
        return this.answers.get(key);
    }
}

;// CONCATENATED MODULE: ./build-stage/local-cloud/wire/calls.js










/** Takes an HTTP request to the operation it names and brings back the bytes of the answer. */
class Calls {
    services;
    ground;
    credentials;
    faults;
    log;
    stale = new StaleReads();
    constructor(services, ground, credentials, faults, log) {
        this.services = services;
        this.ground = ground;
        this.credentials = credentials;
        this.faults = faults;
        this.log = log;
    }
    /** The answer, or `cut` when the connection is to be destroyed without one. Never throws. */
    async answer(request) {
        const protocol = protocolOf(request.headers, request.url);
        let service;
        let entry;
        try {
            const scope = route_scopeOf(request.headers);
            const form = protocol === 'query' ? parseForm(request.body.toString('utf8')) : undefined;
            const route = form === undefined
                ? routeByName(this.services, protocol, request.headers, request.url)
                : this.routeForm(form, scope);
            service = route.service;
            if (service === undefined)
                throw unknownOperation(undefined, route.operation, protocol === 'query');
            entry = this.log.begin(`${service.id}:${route.operation}`, protocol, this.ground.clock.now());
            const operation = operationShape(service.sdk, route.operation);
            if (operation === undefined || !Object.hasOwn(service.operations, route.operation)) {
                throw unknownOperation(service, route.operation, protocol === 'query');
            }
            const known = service;
            const input = () => this.decode(known, operation, protocol, request, form);
            return await this.perform({ request, protocol, service, operation, scope, input, entry });
        }
        catch (thrown) {
            return this.refuse(thrown, service, protocol, request, entry);
        }
        finally {
            if (entry !== undefined)
                entry.state = 'done';
        }
    }
    /** What a request is answered whose body nobody keeps. */
    tooLarge(request) {
        const protocol = protocolOf(request.headers, request.url);
        const written = writtenError(undefined, tooLarge(), protocol === 'query');
        return encodeError(protocol, undefined, written, request.requestId);
    }
    /** Calls an operation from inside the cloud, with a request in JSON's form: the seed's way, with the same checks. */
    async invoke(service, operationName, value) {
        const operation = operationShape(service.sdk, operationName);
        const handler = service.operations[operationName];
        if (operation === undefined || handler === undefined)
            throw unknownOperation(service, operationName, false);
        const problems = [];
        const unknown = operation.input === undefined ? [] : unknownMembers(operation.input, value);
        if (unknown.length > 0)
            throw unknownMemberError(unknown);
        const input = decodeInput(json, service, operation.input, value, problems);
        const refusal = refusal_refusal(service, operationName, problems);
        if (refusal !== undefined)
            throw refusal;
        const { accountId, region } = this.ground;
        return handler(input, { operation: operationName, region, accountId, principal: `arn:aws:iam::${accountId}:root` });
    }
    routeForm(form, scope) {
        const version = form.children.get('Version')?.value;
        const service = queryService(this.services, scope, version);
        const operation = form.children.get('Action')?.value;
        if (operation === undefined) {
            throw new AwsError('MissingAction', 'The request must contain the parameter Action.');
        }
        return { protocol: 'query', service, operation };
    }
    decode(service, operation, protocol, request, form) {
        const problems = [];
        let input;
        if (form !== undefined)
            input = decodeForm(service, operation.input, form, problems);
        else {
            const value = protocol === 'cbor' ? readCborBody(request.body) : readJsonBody(request.body);
            if (operation.input !== undefined && refusesUnknownMembers(service, operation.name)) {
                const unknown = unknownMembers(operation.input, value);
                if (unknown.length > 0)
                    throw unknownMemberError(unknown);
            }
            input = decodeInput(protocol === 'cbor' ? cbor_cbor : json, service, operation.input, value, problems);
        }
        const refusal = refusal_refusal(service, operation.name, problems);
        if (refusal !== undefined)
            throw refusal;
        return input;
    }
    async perform(routed) {
        const { service, operation, entry, scope, request } = routed;
        const caller = this.identify(routed);
        entry.principal = caller.principal;
        if (scope !== undefined)
            entry.accessKeyId = scope.accessKeyId;
        const delay = this.meet('delay', entry);
        if (delay !== undefined)
            await this.ground.clock.sleep(delay.delayMs ?? 0);
        if (await this.held('before', entry))
            return 'cut';
        if (this.meet('lose-request', entry) !== undefined)
            return 'cut';
        if (this.meet('throttle', entry) !== undefined)
            throw throttled();
        const error = this.meet('error', entry);
        if (error !== undefined)
            throw internal(service, error.status);
        const input = routed.input();
        entry.input = input;
        if (this.meet('deny', entry) !== undefined) {
            throw accessDenied(service, operation.name, caller.principal, arnIn(input) ?? '*');
        }
        const key = StaleReads.isRead(operation.name) ? `${entry.operation} ${request.body.toString('latin1')}` : undefined;
        const frozen = key === undefined ? undefined : this.meet('stale-reads', entry);
        const before = key === undefined || frozen === undefined ? undefined : this.stale.recorded(key);
        if (before !== undefined)
            return this.finish(entry, before);
        const handler = service.operations[operation.name];
        const call = { operation: operation.name, region: this.ground.region, accountId: this.ground.accountId, ...caller };
        const output = await handler(input, call);
        const answer = encodeAnswer(routed.protocol, service, operation, output, request.requestId);
        if (key !== undefined)
            this.stale.record(key, answer);
        if (await this.held('after', entry))
            return 'cut';
        if (this.meet('lose-reply', entry) !== undefined)
            return 'cut';
        return this.finish(entry, answer);
    }
    finish(entry, answer) {
        entry.status = answer.status;
        return answer;
    }
    identify({ service, operation, scope, request }) {
        // Unsigned by design: https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html
        if (service.id === 'sts' && operation.name === 'AssumeRoleWithWebIdentity')
            return { principal: 'anonymous' };
        if (scope === undefined)
            throw missingToken();
        const token = request.headers['x-amz-security-token'];
        return {
            principal: this.credentials.identify(scope.accessKeyId, typeof token === 'string' ? token : undefined).principal,
        };
    }
    meet(kind, entry, when) {
        const fault = this.faults.take(kind, entry.operation, when);
        if (fault !== undefined)
            entry.faults = [...(entry.faults ?? []), kind];
        return fault;
    }
    /** Answers true when the call was dropped while it was held. */
    async held(when, entry) {
        const fault = this.meet('hold', entry, when);
        if (fault === undefined)
            return false;
        entry.state = when === 'before' ? 'held-before' : 'held-after';
        const dropped = await this.faults.hold(fault);
        entry.state = 'running';
        return dropped;
    }
    refuse(thrown, service, protocol, request, entry) {
        if (!(thrown instanceof AwsError)) {
            this.ground.note(`bug in ${entry?.operation ?? request.url}: ${thrown instanceof Error ? thrown.stack : thrown}`);
        }
        const written = writtenError(service, asAwsError(thrown), protocol === 'query');
        if (entry !== undefined) {
            entry.error = protocol === 'query' ? written.queryCode : written.name;
            entry.status = written.status;
        }
        return encodeError(protocol, service, written, request.requestId);
    }
}
function readJsonBody(body) {
    if (body.length === 0)
        return {};
    try {
        return JSON.parse(body.toString('utf8'));
    }
    catch {
        throw unreadable('The body is not JSON.');
    }
}
function readCborBody(body) {
    try {
        return readCbor(body);
    }
    catch {
        throw unreadable('The body is not CBOR.');
    }
}
/** The resource that an access error names: the first ARN in the request. */
function arnIn(value) {
    if (typeof value === 'string')
        return value.startsWith('arn:') ? value : undefined;
    if (typeof value !== 'object' || value === null)
        return undefined;
    for (const item of Object.values(value)) {
        const arn = arnIn(item);
        if (arn !== undefined)
            return arn;
    }
    return undefined;
}

;// CONCATENATED MODULE: ./build-stage/local-cloud/wire/request-log.js
const request_log_kept = 5_000;
/** The last 5,000 calls, oldest first. */
class RequestLog {
    entries = [];
    count = 0;
    begin(operation, protocol, at) {
        const entry = { number: ++this.count, at, operation, protocol, state: 'running' };
        this.entries.push(entry);
        if (this.entries.length >= 2 * request_log_kept)
            this.entries = this.entries.slice(-request_log_kept);
        return entry;
    }
    /** Calls after the one numbered `after`, optionally of one operation. */
    list(after = 0, operation) {
        const recent = this.entries.slice(-request_log_kept);
        return recent.filter((e) => e.number > after && (operation === undefined || e.operation === operation));
    }
}

// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
;// CONCATENATED MODULE: ./build-stage/local-cloud/wire/server.js



const mostBodyBytes = 16 * 1024 * 1024;
/** The one HTTP server of the cloud: AWS calls on every path but `/_sluice/`, which is the admin API. */
class ApiServer {
    calls;
    admin;
    server;
    constructor(calls, admin) {
        this.calls = calls;
        this.admin = admin;
        this.server = (0,external_node_http_.createServer)((request, response) => {
            void this.serve(request, response).catch(() => response.destroy());
        });
        this.server.keepAliveTimeout = 60_000;
    }
    /** Listens on 127.0.0.1; port 0 is any free one. Answers the endpoint's URL. */
    listen(port) {
        return new Promise((resolve, reject) => {
            this.server.once('error', reject);
            this.server.listen(port, '127.0.0.1', () => {
                this.server.off('error', reject);
                resolve(`http://127.0.0.1:${this.server.address().port}`);
            });
        });
    }
    close() {
        return new Promise((resolve) => {
            this.server.close(() => resolve());
            this.server.closeAllConnections();
        });
    }
    async serve(request, response) {
        const url = request.url ?? '/';
        const body = await readBody(request);
        if (url.startsWith('/_sluice/')) {
            const answer = await this.admin.answer(request.method ?? 'GET', url, body ?? Buffer.alloc(0));
            response.writeHead(answer.status, { 'content-type': 'application/json' });
            response.end(`${JSON.stringify(answer.body)}\n`);
            return;
        }
        const requestId = (0,external_node_crypto_.randomUUID)();
        const { headers } = request;
        const answer = body === undefined
            ? this.calls.tooLarge({ headers, url, requestId })
            : await this.calls.answer({ headers, url, body, requestId });
        if (answer === 'cut') {
            request.socket.destroy();
            return;
        }
        response.writeHead(answer.status, {
            'content-type': answer.contentType,
            'content-length': answer.body.length,
            'x-amzn-requestid': requestId,
            ...answer.headers,
        });
        response.end(answer.body);
    }
}
/** Undefined when the body is too large; it is read to its end all the same, so that the client hears why. */
async function readBody(request) {
    const chunks = [];
    let length = 0;
    for await (const chunk of request) {
        length += chunk.length;
        if (length <= mostBodyBytes)
            chunks.push(chunk);
    }
    if (length > mostBodyBytes)
        return undefined;
    const body = chunks.length === 1 ? chunks[0] : Buffer.concat(chunks);
    if (request.headers['content-encoding'] !== 'gzip')
        return body;
    try {
        return (0,external_node_zlib_.gunzipSync)(body, { maxOutputLength: mostBodyBytes });
    }
    catch {
        return body;
    }
}

;// CONCATENATED MODULE: ./build-stage/local-cloud/cloud.js
















/** A running local cloud. */
class Cloud {
    clock;
    settings;
    region;
    accountId = '123456789012';
    services;
    calls;
    admin;
    server;
    faults;
    log = new RequestLog();
    url = '';
    constructor(options) {
        const { region = 'eu-west-1', settings = {}, note = () => { }, ...time } = options;
        this.region = region;
        this.clock = new Clock(time);
        this.settings = { ...defaultSettings, ...settings };
        const ground = {
            clock: this.clock,
            region,
            accountId: this.accountId,
            network: new LoopbackNetwork(),
            settings: this.settings,
            arn: (service, resource) => this.arn(service, resource),
            note,
        };
        const credentials = new Credentials(this.clock, this.accountId);
        this.services = createServices(ground, credentials);
        this.faults = new Faults(this.clock);
        const services = Object.values(this.services);
        this.calls = new Calls(services, ground, credentials, this.faults, this.log);
        this.admin = new Admin(services, ground, this.faults, this.log, credentials);
        this.server = new ApiServer(this.calls, this.admin);
    }
    /** Starts the server; `stop` ends it and everything the services started. Throws when the port is taken, and leaves nothing behind. */
    static async start(options = {}) {
        const cloud = new Cloud(options);
        try {
            cloud.url = await cloud.server.listen(options.port ?? 0);
        }
        catch (error) {
            await cloud.stop();
            throw error;
        }
        return cloud;
    }
    /** `http://127.0.0.1:port` */
    get endpoint() {
        return this.url;
    }
    /** What a client process needs in its environment. `SLUICE_CLOCK` is `<from>x<speed>`: cloud time is from + (now - from) * speed. */
    get env() {
        return {
            AWS_ENDPOINT_URL: this.endpoint,
            AWS_REGION: this.region,
            // boto3 and version 1 of the AWS CLI read only this one.
            AWS_DEFAULT_REGION: this.region,
            AWS_ACCESS_KEY_ID: 'AKIASLUICELOCALCLOUD',
            AWS_SECRET_ACCESS_KEY: 'sluice-local-cloud',
            SLUICE_CLOCK: `${this.clock.from}x${this.clock.speed}`,
        };
    }
    /** Calls an operation without the network, with a request in the JSON protocol's form and all its checks. Throws AwsError. */
    invoke(serviceId, operation, request) {
        return this.calls.invoke(this.services[serviceId], operation, request);
    }
    /** An admin call by its path below `/_sluice/`. Throws AdminError. */
    async sluice(path, body = {}) {
        return this.admin.act(path, body);
    }
    service(id) {
        return this.services[id];
    }
    /** `arn:aws:<service>:<region>:<account>:<resource>` */
    arn(service, resource) {
        return `arn:aws:${service}:${this.region}:${this.accountId}:${resource}`;
    }
    /** Where a listener really listens. */
    address(listenerArn) {
        return this.services.elb.address(listenerArn);
    }
    requests(after = 0, operation) {
        return this.log.list(after, operation);
    }
    async stop() {
        this.faults.clear();
        this.faults.release({ drop: true });
        await this.server.close();
        // In reverse: ECS stops its tasks while the load balancers still know them.
        for (const service of Object.values(this.services).reverse())
            await service.stop();
    }
}
/** Each service sees only those before it, through the interfaces of the contract. */
function createServices(ground, credentials) {
    const sts = createSts(ground, credentials);
    const ssm = createSsm(ground);
    const logs = createLogs(ground);
    const cloudwatch = createCloudWatch(ground);
    const elb = createElb(ground, { metrics: cloudwatch });
    const ecs = createEcs(ground, { targets: elb, metrics: cloudwatch, logs });
    const autoscaling = createAutoscaling(ground, ecs);
    return { sts, ssm, logs, cloudwatch, elb, ecs, autoscaling };
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(8815);
;// CONCATENATED MODULE: ./build-stage/local-cloud/seed-kinds.js
/** The value at a path of an answer, as text. */
function at(value, ...path) {
    let here = value;
    for (const part of path)
        here = here?.[part];
    return String(here ?? '');
}
/** What a seed may list, in the order in which it is created. */
const seedKinds = {
    clusters: {
        service: 'ecs',
        operation: () => 'CreateCluster',
        name: (entry) => at(entry, 'clusterName') || 'default',
        arn: (answer) => at(answer, 'cluster', 'clusterArn'),
    },
    logGroups: {
        service: 'logs',
        operation: () => 'CreateLogGroup',
        name: (entry) => at(entry, 'logGroupName'),
        arn: (_answer, entry, cloud) => cloud.arn('logs', `log-group:${at(entry, 'logGroupName')}`),
    },
    parameters: {
        service: 'ssm',
        operation: () => 'PutParameter',
        name: (entry) => at(entry, 'Name'),
        arn: (_answer, entry, cloud) => cloud.arn('ssm', `parameter/${at(entry, 'Name').replace(/^\//, '')}`),
    },
    loadBalancers: {
        service: 'elb',
        operation: () => 'CreateLoadBalancer',
        name: (entry) => at(entry, 'Name'),
        arn: (answer) => at(answer, 'LoadBalancers', 0, 'LoadBalancerArn'),
    },
    targetGroups: {
        service: 'elb',
        operation: () => 'CreateTargetGroup',
        name: (entry) => at(entry, 'Name'),
        arn: (answer) => at(answer, 'TargetGroups', 0, 'TargetGroupArn'),
    },
    listeners: {
        service: 'elb',
        operation: () => 'CreateListener',
        name: (entry) => at(entry, 'name') || `${at(entry, 'LoadBalancerArn')}:${at(entry, 'Port')}`,
        isNamedByName: true,
        arn: (answer) => at(answer, 'Listeners', 0, 'ListenerArn'),
    },
    rules: {
        service: 'elb',
        operation: () => 'CreateRule',
        name: (entry) => at(entry, 'name') || `${at(entry, 'ListenerArn')}#${at(entry, 'Priority')}`,
        isNamedByName: true,
        arn: (answer) => at(answer, 'Rules', 0, 'RuleArn'),
    },
    taskDefinitions: {
        service: 'ecs',
        operation: () => 'RegisterTaskDefinition',
        name: (entry) => at(entry, 'family'),
        arn: (answer) => at(answer, 'taskDefinition', 'taskDefinitionArn'),
    },
    alarms: {
        service: 'cloudwatch',
        operation: (entry) => (entry.AlarmRule === undefined ? 'PutMetricAlarm' : 'PutCompositeAlarm'),
        name: (entry) => at(entry, 'AlarmName'),
        arn: (_answer, entry, cloud) => cloud.arn('cloudwatch', `alarm:${at(entry, 'AlarmName')}`),
    },
    services: {
        service: 'ecs',
        operation: () => 'CreateService',
        name: (entry) => at(entry, 'serviceName'),
        arn: (answer) => at(answer, 'service', 'serviceArn'),
    },
    scalableTargets: {
        service: 'autoscaling',
        operation: () => 'RegisterScalableTarget',
        name: (entry) => at(entry, 'ResourceId'),
        arn: (answer) => at(answer, 'ScalableTargetARN'),
    },
};

;// CONCATENATED MODULE: ./build-stage/local-cloud/seed-names.js
/** Request members that hold an ARN, and which kind of seeded resource it is. */
const kindByMember = {
    targetgrouparn: 'targetGroups',
    targetgrouparns: 'targetGroups',
    loadbalancerarn: 'loadBalancers',
    loadbalancerarns: 'loadBalancers',
    listenerarn: 'listeners',
    listenerarns: 'listeners',
    productionlistenerrule: 'rules',
    testlistenerrule: 'rules',
    alternatetargetgrouparn: 'targetGroups',
};
/** Metric dimensions whose value is the end of an ARN: https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-cloudwatch-metrics.html#load-balancer-metric-dimensions-alb */
const dimensions = {
    TargetGroup: { kind: 'targetGroups', valueOf: (arn) => arn.slice(arn.lastIndexOf(':') + 1) },
    LoadBalancer: { kind: 'loadBalancers', valueOf: (arn) => arn.slice(arn.indexOf(':loadbalancer/') + 14) },
};
/** Names of what the seeds created so far; puts ARNs where an entry says a name. */
class SeedNames {
    arns = new Map();
    add(kind, name, arn) {
        const known = this.arns.get(kind) ?? new Map();
        known.set(name, arn);
        this.arns.set(kind, known);
    }
    resolve(entry) {
        const problems = [];
        return { value: this.walk(entry, undefined, problems), problems };
    }
    walk(value, kind, problems) {
        if (typeof value === 'string')
            return kind === undefined ? value : this.arn(kind.member, kind.kind, value, problems);
        if (Array.isArray(value))
            return value.map((item) => this.walk(item, kind, problems));
        if (typeof value !== 'object' || value === null)
            return value;
        const { Name: name, Value: given } = value;
        const dimension = typeof name === 'string' ? dimensions[name] : undefined;
        if (dimension !== undefined && typeof given === 'string' && !given.includes('/')) {
            const arn = this.arn(`dimension ${name}`, dimension.kind, given, problems);
            return { ...value, Value: dimension.valueOf(arn) };
        }
        return Object.fromEntries(Object.entries(value).map(([member, item]) => {
            const wanted = kindByMember[member.toLowerCase()];
            return [member, this.walk(item, wanted === undefined ? undefined : { member, kind: wanted }, problems)];
        }));
    }
    arn(member, kind, value, problems) {
        if (value.startsWith('arn:'))
            return value;
        const known = this.arns.get(kind);
        const arn = known?.get(value);
        if (arn !== undefined)
            return arn;
        const names = [...(known?.keys() ?? [])].join(', ') || 'none';
        problems.push(`${member} is ${value}, which no seed has created; ${kind} so far: ${names}`);
        return value;
    }
}

;// CONCATENATED MODULE: ./build-stage/local-cloud/seed.js






/** A seed that cannot be created. The message names the file, the entry and the problem, one a line. */
class SeedError extends Error {
}
/**
 * Creates what the files list, each entry by the very operation it would take on AWS and in an order in which
 * everything named exists. A later file sees the names of the earlier ones.
 *
 * @throws SeedError
 */
async function seed(cloud, files) {
    const names = new SeedNames();
    const created = [];
    for (const file of files) {
        const lists = await readSeed(file);
        for (const kind of Object.keys(seedKinds)) {
            for (const [i, entry] of (lists.get(kind) ?? []).entries()) {
                created.push(await create(cloud, names, file, kind, i, entry));
            }
        }
    }
    return created;
}
async function create(cloud, names, file, kind, index, given) {
    const rules = seedKinds[kind];
    const at = (name) => `${file}: ${kind}[${index}]${name === '' ? '' : ` (${name})`}`;
    const entry = kind === 'taskDefinitions' ? await inlined(file, given, at('')) : given;
    const name = rules.name(entry);
    const { name: own, ...withoutName } = entry;
    const resolved = names.resolve(rules.isNamedByName === true && own !== undefined ? withoutName : entry);
    if (resolved.problems.length > 0)
        throw new SeedError(resolved.problems.map((p) => `${at(name)}: ${p}`).join('\n'));
    try {
        const answer = await cloud.invoke(rules.service, rules.operation(entry), resolved.value);
        const arn = rules.arn(answer, entry, cloud);
        names.add(kind, name, arn);
        const address = kind === 'listeners' ? cloud.address(arn) : undefined;
        return { kind, name, arn, ...(address === undefined ? {} : { url: `http://${address.host}:${address.port}` }) };
    }
    catch (error) {
        if (!(error instanceof AwsError))
            throw error;
        throw new SeedError(`${at(name)}: ${error.code}: ${error.message}`);
    }
}
/** Reads a seed file; all that is wrong with its outer shape is told together. */
async function readSeed(file) {
    const document = await readDocument(file);
    if (!isRecord(document))
        throw new SeedError(`${file}: a seed is a map of lists: ${Object.keys(seedKinds).join(', ')}`);
    const problems = [];
    const lists = new Map();
    for (const [key, list] of Object.entries(document)) {
        if (!Object.hasOwn(seedKinds, key)) {
            problems.push(`${file}: unknown key ${key}; there are ${Object.keys(seedKinds).join(', ')}`);
        }
        else if (!Array.isArray(list)) {
            problems.push(`${file}: ${key} is a list`);
        }
        else {
            list.forEach((entry, i) => {
                if (!isRecord(entry))
                    problems.push(`${file}: ${key}[${i}] is a request in AWS's shape, not ${JSON.stringify(entry)}`);
            });
            lists.set(key, list);
        }
    }
    if (problems.length > 0)
        throw new SeedError(problems.join('\n'));
    return lists;
}
/** A task definition may stand in a file of its own, as the app's repository has it. */
async function inlined(seedFile, entry, at) {
    if (entry.file === undefined)
        return entry;
    const { file, ...others } = entry;
    if (typeof file !== 'string')
        throw new SeedError(`${at}: file is a path relative to the seed`);
    const document = await readDocument((0,external_node_path_.resolve)((0,external_node_path_.dirname)(seedFile), file), `${at}: `);
    if (!isRecord(document))
        throw new SeedError(`${at}: ${file} is no task definition`);
    return { ...document, ...others };
}
async function readDocument(file, at = '') {
    try {
        return (0,dist/* parse */.qg)(await (0,promises_.readFile)(file, 'utf8'), { merge: true });
    }
    catch (error) {
        throw new SeedError(`${at}${file}: ${error instanceof Error ? error.message : String(error)}`);
    }
}
function isRecord(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}

;// CONCATENATED MODULE: ./build-stage/cli/cloud.js





const usage = `sluice cloud: an AWS on this machine (docs/local-cloud.md)

  --port N         port of the API on 127.0.0.1 (default: any free one)
  --speed N        how many times faster than the wall clock time runs (default 1)
  --region NAME    default eu-west-1
  --seed FILE      create what a YAML or JSON file lists; may be given several times
  --set NAME=TIME  a setting, for example propagationMs=2s; may be given several times
  --json           one line of JSON instead of lines to export
  --verbose        tell on stderr what happens
  --with-parent    end when the process that started it is gone, or closes its end of stdin`;
/**
 * `sluice cloud`: runs until SIGINT or SIGTERM. Answers the exit code: 0, 2 for a bad argument or seed.
 */
async function cloud(argv) {
    const told = readArguments(argv);
    if (typeof told === 'string') {
        const isHelp = told === usage;
        (isHelp ? process.stdout : process.stderr).write(`${told}\n`);
        return isHelp ? 0 : 2;
    }
    const ended = end(told.isBoundToParent);
    let running;
    try {
        running = await Cloud.start({ ...told.options, note: told.isVerbose ? (text) => console.error(text) : () => { } });
    }
    catch (error) {
        console.error(`the local cloud could not start: ${error instanceof Error ? error.message : error}`);
        return 2;
    }
    try {
        const created = await seed(running, told.seeds);
        process.stdout.write(told.isJson ? cloud_json(running, created) : cloud_exports(running, created));
        await ended;
        return 0;
    }
    catch (error) {
        if (!(error instanceof SeedError))
            throw error;
        console.error(error.message);
        return 2;
    }
    finally {
        await running.stop();
        // A pipe that is still open would keep the process alive.
        if (told.isBoundToParent)
            process.stdin.destroy();
    }
}
function readArguments(argv) {
    try {
        const { values } = (0,external_node_util_.parseArgs)({
            args: argv,
            options: {
                port: { type: 'string' },
                speed: { type: 'string' },
                region: { type: 'string' },
                seed: { type: 'string', multiple: true },
                set: { type: 'string', multiple: true },
                json: { type: 'boolean' },
                verbose: { type: 'boolean' },
                'with-parent': { type: 'boolean' },
                help: { type: 'boolean', short: 'h' },
            },
        });
        if (values.help === true)
            return usage;
        const settings = parseSettings(Object.fromEntries((values.set ?? []).map((each) => [each.split('=', 1)[0], each.slice(each.indexOf('=') + 1)])));
        const port = cloud_numberOf('--port', values.port, (n) => Number.isInteger(n) && n >= 0 && n <= 65_535, '0 to 65535');
        const speed = cloud_numberOf('--speed', values.speed, (n) => n > 0, 'a number above 0');
        if (values.region !== undefined && !/^[a-z]{2}(-[a-z]+)+-\d+$/.test(values.region)) {
            throw new RangeError(`--region is ${JSON.stringify(values.region)}; accepted is a name like eu-west-1`);
        }
        return {
            options: {
                settings,
                ...(port === undefined ? {} : { port }),
                ...(speed === undefined ? {} : { speed }),
                ...(values.region === undefined ? {} : { region: values.region }),
            },
            seeds: values.seed ?? [],
            isJson: values.json === true,
            isVerbose: values.verbose === true,
            isBoundToParent: values['with-parent'] === true,
        };
    }
    catch (error) {
        return `sluice cloud: ${error instanceof Error ? error.message : error}`;
    }
}
function cloud_numberOf(name, text, accepts, accepted) {
    if (text === undefined)
        return undefined;
    const value = text.trim() === '' ? Number.NaN : Number(text);
    if (!accepts(value))
        throw new RangeError(`${name} is ${text}; accepted is ${accepted}`);
    return value;
}
/** Resolves when the cloud is to end. */
function end(isBoundToParent) {
    return new Promise((done) => {
        const resolve = () => {
            if (isBoundToParent)
                process.stdin.destroy(); // else an open pipe keeps the process alive
            done();
        };
        process.once('SIGINT', resolve);
        process.once('SIGTERM', resolve);
        if (!isBoundToParent)
            return;
        const parent = process.ppid;
        const watch = setInterval(() => {
            if (process.ppid === parent)
                return;
            clearInterval(watch);
            resolve();
        }, 500);
        watch.unref();
        // Only a pipe tells that somebody is gone; /dev/null ends at once and a terminal never.
        const stdin = (0,external_node_fs_.fstatSync)(0);
        if (stdin.isFIFO() || stdin.isSocket())
            process.stdin.resume().once('close', resolve).once('end', resolve);
    });
}
function cloud_json(running, created) {
    return `${JSON.stringify({ endpoint: running.endpoint, env: running.env, created })}\n`;
}
function cloud_exports(running, created) {
    const variables = Object.entries(running.env).map(([name, value]) => `export ${name}=${value}`);
    const resources = created.map(({ kind, name, arn, url }) => `# ${kind} ${name}: ${url === undefined ? arn : `${url} ${arn}`}`);
    return `${[...variables, ...resources].join('\n')}\n`;
}


/***/ }),

/***/ 6171:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E4: () => (/* binding */ versionOf),
/* harmony export */   fo: () => (/* binding */ ImageCatalogue),
/* harmony export */   zZ: () => (/* binding */ parseImage)
/* harmony export */ });
/** `[registry/]repository[:tag][@digest]`; a colon before the last slash belongs to the registry's port. */
function parseImage(image) {
    const [withTag = '', digest] = image.split('@');
    const slash = withTag.lastIndexOf('/');
    const colon = withTag.indexOf(':', slash + 1);
    const repository = colon < 0 ? withTag : withTag.slice(0, colon);
    return {
        repository,
        name: repository.slice(repository.lastIndexOf('/') + 1),
        tag: colon < 0 ? undefined : withTag.slice(colon + 1),
        digest,
    };
}
/** What the app calls itself where the container sets no APP_VERSION. */
function versionOf(image) {
    const { tag, digest } = parseImage(image);
    return tag ?? digest?.replace(/^sha256:/, '').slice(0, 12) ?? 'latest';
}
class ImageCatalogue {
    missing = new Set();
    constructor(missing = []) {
        for (const image of missing)
            this.missing.add(image);
    }
    /** From now on this image (or every image of this repository, where no tag or digest is given) cannot be pulled. */
    remove(image) {
        this.missing.add(image);
    }
    restore(image) {
        this.missing.delete(image);
    }
    list() {
        return [...this.missing];
    }
    has(image) {
        const { repository, name, tag, digest } = parseImage(image);
        const names = [image, repository, name];
        if (tag !== undefined)
            names.push(`${repository}:${tag}`, `${name}:${tag}`);
        if (digest !== undefined)
            names.push(`${repository}@${digest}`, `${name}@${digest}`, digest);
        return !names.some((each) => this.missing.has(each));
    }
}


/***/ })

};
