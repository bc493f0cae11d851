export const id = 4547;
export const ids = [4547];
export const modules = {

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
