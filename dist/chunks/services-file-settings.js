export const id = 1884;
export const ids = [1884,6091];
export const modules = {

/***/ 4984:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   serviceSettings: () => (/* binding */ serviceSettings)
/* harmony export */ });
/* harmony import */ var _spec_prometheus_inputs_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4547);
/* harmony import */ var _spec_rolling_inputs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6486);
/* harmony import */ var _spec_task_definition_inputs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(210);
// src/services-file/settings.ts



/** Inputs of a rolling update that are no setting of one service: they have a field of their own, or are the run's. */
const elsewhere = [
    'task-definition',
    'images',
    'run-before',
    'run-after',
    'run-timeout',
    'on-failure',
    'on-cancel',
    'poll-interval',
    'when-locked',
];
const { queries, 'alert-rules': alertRules } = _spec_prometheus_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .prometheusInputs */ .Uf;
/** What a service may set for itself under `rolling`, by the names and with the texts of the inputs of `ecs-rolling`. */
const serviceSettings = Object.fromEntries(Object.entries({ ..._spec_task_definition_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .taskDefinitionInputs */ .mA, ..._spec_rolling_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .rollingInputs */ .x, queries, 'alert-rules': alertRules }).filter(([name]) => !elsewhere.includes(name)));


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
