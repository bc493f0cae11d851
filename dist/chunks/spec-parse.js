export const id = 5250;
export const ids = [5250];
export const modules = {

/***/ 8746:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ko: () => (/* binding */ readInputs),
/* harmony export */   Qn: () => (/* binding */ variableOf),
/* harmony export */   me: () => (/* binding */ rawInputs)
/* harmony export */ });
/* harmony import */ var _spec_parse_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4868);
/* harmony import */ var _log_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2457);
// src/github/inputs.ts


const PREFIX = 'INPUT_';
/**
 * The runner hands input `listener-rule-arn` over as `INPUT_LISTENER-RULE-ARN`: upper case, spaces as `_`, hyphens kept.
 * https://docs.github.com/en/actions/reference/workflows-and-actions/metadata-syntax#inputs
 */
const variableOf = (input) => `${PREFIX}${input.replace(/ /g, '_').toUpperCase()}`;
/**
 * Reads and parses the inputs of an action.
 *
 * @throws InputError naming every input that is wrong
 */
function readInputs(spec, environment = process.env) {
    return (0,_spec_parse_js__WEBPACK_IMPORTED_MODULE_0__/* .parseInputs */ .T)(spec, rawInputs(spec, environment));
}
/** The texts of an action's inputs. Secrets are masked before anything else is done with them. */
function rawInputs(spec, environment = process.env) {
    const raw = {};
    for (const [variable, text] of Object.entries(environment)) {
        if (variable.startsWith(PREFIX) && variable.length > PREFIX.length) {
            raw[variable.slice(PREFIX.length).toLowerCase()] = text;
        }
    }
    for (const [name, input] of Object.entries(spec.inputs)) {
        if (input.secret && raw[name]) {
            (0,_log_js__WEBPACK_IMPORTED_MODULE_1__/* .mask */ .dK)(raw[name]);
        }
        if ((raw[name] ?? '').trim() === '') {
            raw[name] = (input.environment ?? []).map((variable) => environment[variable]).find((text) => text?.trim());
        }
    }
    return raw;
}


/***/ }),

/***/ 1169:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ defineAction),
/* harmony export */   x: () => (/* binding */ camelCase)
/* harmony export */ });
// src/spec/action-spec.ts
function camelCase(name) {
    return name.replace(/-([a-z0-9])/g, (_, letter) => letter.toUpperCase());
}
/** Declares an action. Returns the spec itself; its only work is to give the types their exact names. */
function defineAction(spec) {
    return spec;
}


/***/ }),

/***/ 5541:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ nearest)
/* harmony export */ });
/* unused harmony export editDistance */
// src/spec/nearest.ts
/**
 * How many letters must be put in, left out, exchanged, or swapped with their neighbour to get from one text to the
 * other (Levenshtein's distance with Damerau's swap, the commonest slip of all).
 */
function editDistance(from, to) {
    let beforePrevious = [];
    let previous = Array.from({ length: to.length + 1 }, (_, column) => column);
    for (let row = 1; row <= from.length; row += 1) {
        const current = [row];
        for (let column = 1; column <= to.length; column += 1) {
            const exchange = (previous[column - 1] ?? 0) + (from[row - 1] === to[column - 1] ? 0 : 1);
            const isSwap = from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
            const swap = row > 1 && column > 1 && isSwap ? (beforePrevious[column - 2] ?? 0) + 1 : exchange;
            current.push(Math.min(exchange, swap, (previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1));
        }
        beforePrevious = previous;
        previous = current;
    }
    return previous[to.length] ?? 0;
}
/**
 * The candidate that was probably meant, or nothing when none is near. Letter case and the choice between `_`, `-` and
 * a space do not count; otherwise one slip per three letters is forgiven.
 */
function nearest(given, candidates) {
    const plain = (text) => text.toLowerCase().replace(/[_\s]/g, '-');
    const wanted = plain(given);
    let best;
    for (const candidate of candidates) {
        const distance = editDistance(wanted, plain(candidate));
        const forgiven = Math.max(1, Math.floor(Math.min(wanted.length, candidate.length) / 3));
        if (distance <= forgiven && (best === undefined || distance < best.distance)) {
            best = { candidate, distance };
        }
    }
    return best?.candidate;
}


/***/ }),

/***/ 4868:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ parseInputs)
/* harmony export */ });
/* harmony import */ var _action_spec_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1169);
/* harmony import */ var _input_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5432);
/* harmony import */ var _nearest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5541);
// src/spec/parse.ts



/**
 * Turns texts into typed inputs. Pure.
 *
 * @throws InputError with every problem there is, never only the first.
 */
function parseInputs(spec, raw) {
    const problems = problemsWithNames(spec, raw);
    const values = {};
    const present = new Set();
    for (const [name, input] of Object.entries(spec.inputs)) {
        const text = textOf(input, raw[name]) || (input.preset ?? '');
        if (text !== '') {
            present.add(name);
        }
        const result = readInput(name, input, text);
        if ('problem' in result) {
            problems.push(result.problem);
        }
        else {
            values[(0,_action_spec_js__WEBPACK_IMPORTED_MODULE_1__/* .camelCase */ .x)(name)] = result.value;
        }
    }
    const faulty = new Set(problems.map((problem) => problem.input));
    for (const rule of spec.rules ?? []) {
        if (rule.inputs.some((name) => faulty.has(name))) {
            continue;
        }
        const problem = rule.problem({ has: (name) => present.has(name), values: values });
        if (problem !== undefined) {
            problems.push(withValue(problem, spec.inputs[problem.input], raw[problem.input]));
        }
    }
    if (problems.length > 0) {
        throw new _input_error_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .d(problems);
    }
    return values;
}
function textOf(input, given = '') {
    const trimmed = given.trim();
    return input.verbatim && trimmed !== '' ? given : trimmed;
}
function readInput(name, input, text) {
    if (text === '') {
        return input.required
            ? { problem: { input: name, wrong: 'is required and was not given', accepts: input.kind.accepts } }
            : { value: input.kind.absent };
    }
    const reading = input.kind.read(text);
    if (reading.ok) {
        return { value: reading.value };
    }
    if (input.secret) {
        // What is wrong with a text often quotes it, so a secret is told only that it is wrong.
        return { problem: { input: name, wrong: 'is not accepted', accepts: input.kind.accepts } };
    }
    const { suggestion } = reading;
    const shown = input.verbatim ? {} : { value: withoutPassword(text) };
    const problem = { input: name, ...shown, wrong: reading.wrong, accepts: input.kind.accepts };
    return { problem: suggestion === undefined ? problem : { ...problem, suggestion } };
}
function withValue(problem, input, text = '') {
    return text.trim() === '' || input === undefined || input.secret || input.verbatim
        ? problem
        : { ...problem, value: withoutPassword(text.trim()) };
}
/** What stands before the host of a URL is told to nobody, not even by the error that refuses it. */
const withoutPassword = (text) => text.replace(/(:\/\/)\S*@/g, '$1***@');
/** Inputs that no longer exist under that name, and inputs that never did. Their values may be secrets: not shown. */
function problemsWithNames(spec, raw) {
    const known = Object.keys(spec.inputs);
    const problems = [];
    for (const [name, text = ''] of Object.entries(raw)) {
        if (text.trim() === '' || known.includes(name)) {
            continue;
        }
        const renamed = Object.hasOwn(spec.renamed ?? {}, name) ? spec.renamed?.[name] : undefined;
        if (renamed !== undefined) {
            problems.push({ input: name, wrong: `is now called ${renamed}: rename it in the workflow` });
            continue;
        }
        const suggestion = (0,_nearest_js__WEBPACK_IMPORTED_MODULE_2__/* .nearest */ .p)(name, known);
        const problem = {
            input: name,
            wrong: `is not an input of ${spec.name} (an environment variable of the workflow that begins with INPUT_ counts as one)`,
        };
        problems.push(suggestion === undefined ? problem : { ...problem, suggestion });
    }
    return problems;
}


/***/ })

};
