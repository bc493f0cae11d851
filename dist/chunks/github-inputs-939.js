export const id = 939;
export const ids = [939,429];
export const modules = {

/***/ 5939:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  main: () => (/* binding */ main)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build-stage/github/fail.js
var fail = __webpack_require__(4687);
// EXTERNAL MODULE: ./build-stage/spec/nearest.js
var nearest = __webpack_require__(5541);
// EXTERNAL MODULE: ./build-stage/github/inputs.js + 1 modules
var inputs = __webpack_require__(7429);
;// CONCATENATED MODULE: ./build-stage/cli/action-command.js


/**
 * An action from a laptop: `--cluster shop` is its input `cluster`, a flag given several times is one with several lines.
 * The code that runs is the action's own, so what a workflow does and what a person does cannot differ.
 */
function actionCommand(spec, load, fixed = {}) {
    return async (words) => {
        const read = readFlags(spec, words);
        if ('told' in read) {
            (read.exitCode === 0 ? process.stdout : process.stderr).write(`${read.told}\n`);
            return read.exitCode;
        }
        for (const [name, value] of Object.entries({ ...read.inputs, ...fixed }))
            process.env[(0,inputs/* variableOf */.Q)(name)] = value;
        process.exitCode = 0;
        await (await load()).main();
        return Number(process.exitCode ?? 0);
    };
}
/** `--name value` and `--name=value`; a flag alone is `true`. */
function readFlags(spec, words) {
    const inputs = {};
    const known = Object.keys(spec.inputs);
    for (let i = 0; i < words.length; i++) {
        const word = words[i] ?? '';
        if (word === '--help' || word === '-h')
            return { told: usageOf(spec), exitCode: 0 };
        const flag = /^--(?<name>[a-z][a-z0-9-]*)(?:=(?<value>[\s\S]*))?$/.exec(word)?.groups;
        if (flag?.name === undefined)
            return refusal(spec, `${JSON.stringify(word)} is not a flag`);
        const { name } = flag;
        if (!known.includes(name)) {
            const near = (0,nearest/* nearest */.p)(name, known);
            return refusal(spec, `there is no flag --${name}${near === undefined ? '' : `: did you mean --${near}?`}`);
        }
        const following = words[i + 1];
        let value = flag.value;
        if (value === undefined && following !== undefined && !following.startsWith('--')) {
            value = following;
            i += 1;
        }
        inputs[name] = [inputs[name], value ?? 'true'].filter((text) => text !== undefined).join('\n');
    }
    return { inputs };
}
const refusal = (spec, problem) => ({
    told: `sluice ${spec.name}: ${problem}. \`--help\` lists the flags`,
    exitCode: 2,
});
function usageOf(spec) {
    const flags = Object.entries(spec.inputs).map(([name, { description, required, preset }]) => {
        const [first = ''] = description.split(/(?<=\.)\s/);
        const standing = required ? 'required' : preset === undefined ? '' : `default: ${preset}`;
        return `  --${name.padEnd(20)} ${first}${standing === '' ? '' : ` (${standing})`}`;
    });
    return `sluice ${spec.name}: ${spec.description}\n\n${flags.join('\n')}`;
}

;// CONCATENATED MODULE: ./build-stage/cli/index.js





const commands = {
    rehearse: {
        description: 'rehearse deployments with the shipped action, a local cloud and real requests',
        load: async () => (await Promise.all(/* import() */[__webpack_require__.e(815), __webpack_require__.e(547)]).then(__webpack_require__.bind(__webpack_require__, 547))).rehearse,
    },
    status: {
        description: 'tell who serves, what both sides run, and whether a deployment is at work',
        load: async () => actionCommand((await Promise.all(/* import() */[__webpack_require__.e(550), __webpack_require__.e(882)]).then(__webpack_require__.bind(__webpack_require__, 882))).spec, () => Promise.all(/* import() */[__webpack_require__.e(550), __webpack_require__.e(945), __webpack_require__.e(469)]).then(__webpack_require__.bind(__webpack_require__, 2127))),
    },
    explain: {
        description: 'print what a deployment would do, step by step, and change nothing (a dry run of ecs-blue-green)',
        load: () => action('ecs-blue-green', { 'dry-run': 'true' }),
    },
    rollback: {
        description: 'give all traffic back to the other side, now',
        load: () => action('rollback'),
    },
    recover: {
        description: 'finish or roll back what a run left that died',
        load: () => action('recover'),
    },
    cloud: {
        description: 'start the local cloud and print the environment that any AWS client needs for it',
        load: async () => (await Promise.all(/* import() */[__webpack_require__.e(815), __webpack_require__.e(632), __webpack_require__.e(116)]).then(__webpack_require__.bind(__webpack_require__, 3116))).cloud,
    },
};
/** A command that is an action, with the action's own code. */
async function action(name, fixed = {}) {
    const specs = {
        'ecs-blue-green': async () => (await Promise.all(/* import() */[__webpack_require__.e(550), __webpack_require__.e(986)]).then(__webpack_require__.bind(__webpack_require__, 9986))).spec,
        recover: async () => (await Promise.all(/* import() */[__webpack_require__.e(550), __webpack_require__.e(765)]).then(__webpack_require__.bind(__webpack_require__, 765))).spec,
        rollback: async () => (await Promise.all(/* import() */[__webpack_require__.e(550), __webpack_require__.e(501)]).then(__webpack_require__.bind(__webpack_require__, 3501))).spec,
    };
    const mains = {
        'ecs-blue-green': () => Promise.all(/* import() */[__webpack_require__.e(550), __webpack_require__.e(819), __webpack_require__.e(690), __webpack_require__.e(986), __webpack_require__.e(609)]).then(__webpack_require__.bind(__webpack_require__, 5609)),
        recover: () => Promise.all(/* import() */[__webpack_require__.e(550), __webpack_require__.e(819), __webpack_require__.e(259)]).then(__webpack_require__.bind(__webpack_require__, 7640)),
        rollback: () => Promise.all(/* import() */[__webpack_require__.e(550), __webpack_require__.e(819), __webpack_require__.e(690), __webpack_require__.e(914)]).then(__webpack_require__.bind(__webpack_require__, 9533)),
    };
    const main = async () => {
        const { main: run } = await mains[name]();
        return { main: () => run().catch(fail/* fail */.f) };
    };
    return actionCommand(await specs[name](), main, fixed);
}
const usage = `usage: sluice COMMAND [flags]

${Object.entries(commands)
    .map(([name, { description }]) => `  ${name.padEnd(10)} ${description}`)
    .join('\n')}
  help       this
  --version  the version of Sluice

\`sluice COMMAND --help\` tells a command's flags.`;
async function main(words) {
    const [name, ...rest] = words;
    if (name === undefined)
        return told(process.stderr, usage, 2);
    if (name === '--version' || name === '-v' || name === 'version')
        return told(process.stdout, await version(), 0);
    if (name === 'help' || name === '--help' || name === '-h') {
        const about = rest[0];
        return about !== undefined && Object.hasOwn(commands, about)
            ? ((await (await commands[about]?.load())?.(['--help'])) ?? 2)
            : told(process.stdout, usage, 0);
    }
    const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
    if (command === undefined) {
        const near = (0,nearest/* nearest */.p)(name, [...Object.keys(commands), 'help']);
        const hint = near === undefined ? `there are ${Object.keys(commands).join(', ')}` : `did you mean ${near}?`;
        return told(process.stderr, `sluice: there is no command ${JSON.stringify(name)}: ${hint}`, 2);
    }
    return (await command.load())(rest);
}
function told(stream, text, exitCode) {
    stream.write(`${text}\n`);
    return exitCode;
}
async function version() {
    const { checkoutRoot } = await __webpack_require__.e(/* import() */ 312).then(__webpack_require__.bind(__webpack_require__, 6312));
    const text = await (0,promises_.readFile)((0,external_node_path_.join)(checkoutRoot(), 'package.json'), 'utf8');
    return String(JSON.parse(text).version);
}


/***/ }),

/***/ 7429:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  K: () => (/* binding */ readInputs),
  Q: () => (/* binding */ variableOf)
});

// EXTERNAL MODULE: ./build-stage/spec/action-spec.js
var action_spec = __webpack_require__(1169);
// EXTERNAL MODULE: ./build-stage/spec/input-error.js
var input_error = __webpack_require__(5432);
// EXTERNAL MODULE: ./build-stage/spec/nearest.js
var nearest = __webpack_require__(5541);
;// CONCATENATED MODULE: ./build-stage/spec/parse.js



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
        const text = (raw[name] ?? '').trim() || (input.preset ?? '');
        if (text !== '') {
            present.add(name);
        }
        const result = readInput(name, input, text);
        if ('problem' in result) {
            problems.push(result.problem);
        }
        else {
            values[(0,action_spec/* camelCase */.x)(name)] = result.value;
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
        throw new input_error/* InputError */.d(problems);
    }
    return values;
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
    const problem = { input: name, value: text, wrong: reading.wrong, accepts: input.kind.accepts };
    return { problem: suggestion === undefined ? problem : { ...problem, suggestion } };
}
function withValue(problem, input, text = '') {
    return text.trim() === '' || input === undefined || input.secret ? problem : { ...problem, value: text.trim() };
}
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
        const suggestion = (0,nearest/* nearest */.p)(name, known);
        const problem = {
            input: name,
            wrong: `is not an input of ${spec.name} (an environment variable of the workflow that begins with INPUT_ counts as one)`,
        };
        problems.push(suggestion === undefined ? problem : { ...problem, suggestion });
    }
    return problems;
}

// EXTERNAL MODULE: ./build-stage/github/log.js
var log = __webpack_require__(2457);
;// CONCATENATED MODULE: ./build-stage/github/inputs.js


const PREFIX = 'INPUT_';
/**
 * The runner hands input `listener-rule-arn` over as `INPUT_LISTENER-RULE-ARN`: upper case, spaces as `_`, hyphens kept.
 * https://docs.github.com/en/actions/reference/workflows-and-actions/metadata-syntax#inputs
 */
const variableOf = (input) => `${PREFIX}${input.replace(/ /g, '_').toUpperCase()}`;
/**
 * Reads and parses the inputs of an action. Secrets are masked before anything else is done with them.
 *
 * @throws InputError naming every input that is wrong
 */
function readInputs(spec, environment = process.env) {
    const raw = {};
    for (const [variable, text] of Object.entries(environment)) {
        if (variable.startsWith(PREFIX) && variable.length > PREFIX.length) {
            raw[variable.slice(PREFIX.length).toLowerCase()] = text;
        }
    }
    for (const [name, input] of Object.entries(spec.inputs)) {
        if (input.secret && raw[name]) {
            (0,log/* mask */.dK)(raw[name]);
        }
        if ((raw[name] ?? '').trim() === '') {
            raw[name] = (input.environment ?? []).map((variable) => environment[variable]).find((text) => text?.trim());
        }
    }
    return parseInputs(spec, raw);
}


/***/ }),

/***/ 1169:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ defineAction),
/* harmony export */   x: () => (/* binding */ camelCase)
/* harmony export */ });
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


/***/ })

};
