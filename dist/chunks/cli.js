export const id = 2027;
export const ids = [2027,5250];
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
// EXTERNAL MODULE: ./build-stage/github/inputs.js
var github_inputs = __webpack_require__(8746);
// EXTERNAL MODULE: ./build-stage/cli/rehearse/screen.js
var screen = __webpack_require__(8108);
;// CONCATENATED MODULE: ./build-stage/cli/action-command.js
// src/cli/action-command.ts



/**
 * An action from a laptop: `--cluster shop` is its input `cluster`, a flag given several times is one with several lines.
 * The code that runs is the action's own, so what a workflow does and what a person does cannot differ. Secrets are no flags,
 * because every user of a machine can read the words of its commands: they come from the environment.
 */
function actionCommand(spec, load, fixed = {}) {
    return async (words) => {
        const read = readFlags(spec, words);
        if ('told' in read) {
            const stream = read.exitCode === 0 ? process.stdout : process.stderr;
            stream.write(`${fitted(read.told, stream.isTTY ? stream.columns : undefined)}\n`);
            return read.exitCode;
        }
        const inputs = { ...secretsOf(spec, process.env), ...read.inputs, ...fixed };
        for (const [name, value] of Object.entries(inputs))
            process.env[(0,github_inputs/* variableOf */.Qn)(name)] = value;
        // A script on a runner has no part that runs afterwards.
        delete process.env.GITHUB_STATE;
        process.exitCode = 0;
        await (await load()).main();
        return Number(process.exitCode ?? 0);
    };
}
/** `prometheus-token` is `SLUICE_PROMETHEUS_TOKEN`. */
const secretVariable = (name) => `SLUICE_${name.replaceAll('-', '_').toUpperCase()}`;
function secretsOf(spec, environment) {
    return Object.fromEntries(Object.entries(spec.inputs).flatMap(([name, { secret }]) => {
        const value = secret ? environment[secretVariable(name)] : undefined;
        return value === undefined ? [] : [[name, value]];
    }));
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
        if (spec.inputs[name]?.secret) {
            return refusal(spec, `--${name} would show a secret to whoever lists processes: set ${secretVariable(name)}`);
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
    told: `sluice ${spec.name}: ${problem}${problem.endsWith('?') ? '' : '.'} \`--help\` lists the flags`,
    exitCode: 2,
});
function usageOf(spec) {
    const inputs = Object.entries(spec.inputs);
    const width = Math.max(...inputs.map(([name]) => name.length)) + 5;
    const flags = inputs.map(([name, { description, required, preset, secret, environment = [] }]) => {
        const [first = ''] = description.split(/(?<=\.)\s/);
        const otherwise = environment.map((variable) => ` or $${variable}`).join('');
        const standing = required
            ? `required${otherwise && `, this${otherwise}`}`
            : preset === undefined
                ? ''
                : `default: ${preset.replaceAll('\n', ' ')}`;
        const flag = secret ? `  $${secretVariable(name)}` : `  --${name}`;
        return `${flag.padEnd(width)} ${first}${standing === '' ? '' : ` (${standing})`}`;
    });
    const needed = inputs.flatMap(([name, { required, environment }]) => required && environment === undefined ? [` --${name} …`] : []);
    return [
        `sluice ${spec.name}: ${spec.description}`,
        [`usage: sluice ${spec.name}${needed.join('')} [--FLAG VALUE …]`, ...(examples[spec.name] ?? [])].join('\n'),
        flags.join('\n'),
        `A flag that is given several times is an input of several lines, a flag without a value is \`true\`, and a value that begins
with -- is written --FLAG=VALUE. Credentials are those that the AWS CLI finds. ${manual(spec.name)}`,
    ].join('\n\n');
}
/** On a terminal lines are broken at words, those of a flag below its description. */
function fitted(text, columns) {
    const indentOf = (line) => /^ {2}\S+ +/.exec(line)?.[0].length ?? 0;
    return text
        .split('\n')
        .map((line) => (0,screen/* wrapped */.ky)(line, columns, indentOf(line)))
        .join('\n');
}
/** How it is begun with; further lines below the usage. */
const examples = {
    deploy: [
        '  as:  sluice deploy --cluster shop --service shop --images app=…/shop:1.4.2 --bake 5m',
        '       sluice deploy --services all    (of .github/sluice.yml)',
    ],
    diff: ['  as:  sluice diff --cluster shop --service shop --task-definition task-definition.json'],
    preflight: ['  as:  sluice preflight --cluster shop --service shop --images app=…/shop:1.4.2'],
    status: ['  as:  sluice status --cluster shop --service shop'],
};
/** Where the inputs are told at length. */
function manual(command) {
    const pages = {
        deploy: 'ecs-rolling',
        explain: 'ecs-blue-green',
        diff: 'preflight',
    };
    return command === 'status'
        ? 'README.md says more.'
        : `actions/${pages[command] ?? command}/README.md says all about each input.`;
}

;// CONCATENATED MODULE: ./build-stage/cli/index.js
// src/cli/index.ts





const commands = {
    rehearse: {
        description: 'rehearse deployments with the shipped action, a local cloud and real requests',
        load: async () => (await Promise.all(/* import() | cli-rehearse */[__webpack_require__.e(4240), __webpack_require__.e(9671)]).then(__webpack_require__.bind(__webpack_require__, 810))).rehearse,
    },
    deploy: {
        description: 'update a service in place, or those of a services file, as the action ecs-rolling does',
        load: () => action('deploy'),
    },
    status: {
        description: 'tell who serves, what both sides run, and whether a deployment is at work',
        load: async () => actionCommand((await Promise.all(/* import() | cli-status-spec */[__webpack_require__.e(2674), __webpack_require__.e(5734)]).then(__webpack_require__.bind(__webpack_require__, 882))).spec, () => Promise.all(/* import() | cli-status */[__webpack_require__.e(2674), __webpack_require__.e(7466), __webpack_require__.e(2604), __webpack_require__.e(4847), __webpack_require__.e(8674), __webpack_require__.e(3538)]).then(__webpack_require__.bind(__webpack_require__, 4943))),
    },
    explain: {
        description: 'print what a deployment would do, step by step, and change nothing (a dry run of ecs-blue-green)',
        load: () => action('explain', { 'dry-run': 'true' }),
    },
    preflight: {
        description: 'look at everything that a deployment would need, and tell all that is wrong at once',
        load: () => action('preflight'),
    },
    diff: {
        description: 'show what would change in the task definition of a service',
        load: async () => actionCommand((await Promise.all(/* import() | cli-diff-spec */[__webpack_require__.e(2674), __webpack_require__.e(210), __webpack_require__.e(9487)]).then(__webpack_require__.bind(__webpack_require__, 7937))).spec, () => Promise.all(/* import() | cli-diff */[__webpack_require__.e(2674), __webpack_require__.e(210), __webpack_require__.e(7466), __webpack_require__.e(2604), __webpack_require__.e(287), __webpack_require__.e(7376), __webpack_require__.e(8593)]).then(__webpack_require__.bind(__webpack_require__, 7024))),
    },
    promote: {
        description: 'give images that are there the tag of an environment, in this or another account, and build nothing',
        load: () => action('promote'),
    },
    rollback: {
        description: 'give all traffic back to the other side, now',
        load: () => action('rollback'),
    },
    recover: {
        description: 'finish or roll back what a run left that died',
        load: () => action('recover'),
    },
    corpus: {
        description: 'show that task definitions come through as they are written, or what is wrong with them',
        load: async () => (await Promise.all(/* import() | cli-corpus */[__webpack_require__.e(7466), __webpack_require__.e(4240), __webpack_require__.e(2604), __webpack_require__.e(7278), __webpack_require__.e(3184)]).then(__webpack_require__.bind(__webpack_require__, 8680))).corpus,
    },
    cloud: {
        description: 'start the local cloud and print the environment that any AWS client needs for it',
        load: async () => (await Promise.all(/* import() | cli-cloud */[__webpack_require__.e(4240), __webpack_require__.e(7278), __webpack_require__.e(399)]).then(__webpack_require__.bind(__webpack_require__, 5223))).cloud,
    },
};
/** A command that is an action, with the action's own code. */
async function action(name, fixed = {}) {
    const specs = {
        deploy: async () => (await Promise.all(/* import() | ecs-rolling-spec */[__webpack_require__.e(2674), __webpack_require__.e(210), __webpack_require__.e(1624), __webpack_require__.e(5702)]).then(__webpack_require__.bind(__webpack_require__, 5922))).spec,
        explain: async () => (await Promise.all(/* import() | ecs-blue-green-spec */[__webpack_require__.e(2674), __webpack_require__.e(210), __webpack_require__.e(6091)]).then(__webpack_require__.bind(__webpack_require__, 8962))).spec,
        preflight: async () => (await Promise.all(/* import() | preflight-spec */[__webpack_require__.e(2674), __webpack_require__.e(210), __webpack_require__.e(4596)]).then(__webpack_require__.bind(__webpack_require__, 5688))).spec,
        promote: async () => (await Promise.all(/* import() | promote-spec */[__webpack_require__.e(2674), __webpack_require__.e(5858), __webpack_require__.e(4831)]).then(__webpack_require__.bind(__webpack_require__, 3369))).spec,
        recover: async () => (await Promise.all(/* import() | recover-spec */[__webpack_require__.e(2674), __webpack_require__.e(8527)]).then(__webpack_require__.bind(__webpack_require__, 765))).spec,
        rollback: async () => (await Promise.all(/* import() | rollback-spec */[__webpack_require__.e(2674), __webpack_require__.e(1601)]).then(__webpack_require__.bind(__webpack_require__, 3501))).spec,
    };
    const mains = {
        deploy: () => Promise.all(/* import() | cli-deploy */[__webpack_require__.e(2674), __webpack_require__.e(210), __webpack_require__.e(7466), __webpack_require__.e(287), __webpack_require__.e(8903), __webpack_require__.e(7376), __webpack_require__.e(1624), __webpack_require__.e(3159), __webpack_require__.e(2014), __webpack_require__.e(3437), __webpack_require__.e(4869), __webpack_require__.e(5341)]).then(__webpack_require__.bind(__webpack_require__, 9975)),
        explain: () => Promise.all(/* import() | ecs-blue-green */[__webpack_require__.e(2674), __webpack_require__.e(210), __webpack_require__.e(7466), __webpack_require__.e(287), __webpack_require__.e(8903), __webpack_require__.e(4847), __webpack_require__.e(3159), __webpack_require__.e(3300), __webpack_require__.e(6091), __webpack_require__.e(629)]).then(__webpack_require__.bind(__webpack_require__, 4783)),
        preflight: () => Promise.all(/* import() | preflight */[__webpack_require__.e(2674), __webpack_require__.e(210), __webpack_require__.e(7466), __webpack_require__.e(287), __webpack_require__.e(7376), __webpack_require__.e(9004)]).then(__webpack_require__.bind(__webpack_require__, 6071)),
        promote: () => Promise.all(/* import() | promote */[__webpack_require__.e(2674), __webpack_require__.e(5858), __webpack_require__.e(6339), __webpack_require__.e(4433)]).then(__webpack_require__.bind(__webpack_require__, 7814)),
        recover: () => Promise.all(/* import() | recover */[__webpack_require__.e(2674), __webpack_require__.e(7466), __webpack_require__.e(8903), __webpack_require__.e(4847), __webpack_require__.e(2014), __webpack_require__.e(3300), __webpack_require__.e(8849)]).then(__webpack_require__.bind(__webpack_require__, 1779)),
        rollback: () => Promise.all(/* import() | rollback */[__webpack_require__.e(2674), __webpack_require__.e(7466), __webpack_require__.e(8903), __webpack_require__.e(4847), __webpack_require__.e(3300), __webpack_require__.e(8855)]).then(__webpack_require__.bind(__webpack_require__, 8747)),
    };
    const main = async () => {
        const { main: run } = await mains[name]();
        return { main: () => run().catch(fail/* fail */.f) };
    };
    // Messages and `--help` call it as whoever types it does.
    return actionCommand({ ...(await specs[name]()), name }, main, fixed);
}
const usage = `usage: sluice COMMAND [flags]

${Object.entries(commands)
    .map(([name, { description }]) => `  ${name.padEnd(10)} ${description}`)
    .join('\n')}
  help       this
  --version  the version of Sluice

\`sluice COMMAND --help\` tells a command's flags.`;
async function main(words) {
    // Which versions of Node will do is said in package.json; the SDK's own notice would stand above every answer.
    process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true';
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
    const { checkoutRoot } = await __webpack_require__.e(/* import() | cli-rehearse-places */ 6832).then(__webpack_require__.bind(__webpack_require__, 6312));
    const text = await (0,promises_.readFile)((0,external_node_path_.join)(checkoutRoot(), 'package.json'), 'utf8');
    return String(JSON.parse(text).version);
}


/***/ }),

/***/ 8108:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ff: () => (/* binding */ Screen),
/* harmony export */   ky: () => (/* binding */ wrapped)
/* harmony export */ });
/* unused harmony exports widthOf, clipped */
// src/cli/rehearse/screen.ts
const codes = {
    bold: [1, 22],
    dim: [2, 22],
    red: [31, 39],
    green: [32, 39],
    yellow: [33, 39],
    blue: [34, 39],
};
/** How often the living line is drawn, ms. */
const drawMs = 125;
class Screen {
    stream;
    paint;
    isAlive;
    live;
    timer;
    constructor(stream, env) {
        this.stream = stream;
        this.isAlive = stream.isTTY === true && env.TERM !== 'dumb';
        const isColoured = this.isAlive && (env.NO_COLOR ?? '') === '';
        this.paint = Object.fromEntries(Object.entries(codes).map(([name, [on, off]]) => [
            name,
            isColoured ? (text) => `\x1b[${on}m${text}\x1b[${off}m` : (text) => text,
        ]));
    }
    /** How wide a line may be; undefined where lines are not looked at but kept. */
    get columns() {
        return this.isAlive ? Math.max(20, this.stream.columns || 80) : undefined;
    }
    /** A line, or several; wrapped at words on a terminal, further lines `indent` deep. */
    line(text = '', indent = 0) {
        this.wipe();
        for (const line of text.split('\n'))
            this.stream.write(`${wrapped(line, this.columns, indent)}\n`);
        this.draw();
    }
    /** From now on the last line shows what `render` answers, drawn again and again. */
    show(render) {
        if (!this.isAlive)
            return;
        this.live = render;
        this.timer ??= setInterval(() => this.draw(), drawMs);
        this.timer.unref();
        this.draw();
    }
    /** No living line any more. */
    hide() {
        clearInterval(this.timer);
        this.timer = undefined;
        this.wipe();
        this.live = undefined;
    }
    draw() {
        if (this.live !== undefined)
            this.stream.write(`\r${clipped(this.live(), (this.columns ?? 80) - 1)}\x1b[K`);
    }
    wipe() {
        if (this.live !== undefined)
            this.stream.write('\r\x1b[K');
    }
}
const ESC = '\x1b';
const colour = new RegExp(`(${ESC}\\[\\d+m)`, 'g');
function widthOf(text) {
    return [...text.replace(colour, '')].length;
}
/** At most so many characters, not counting colours, which are all switched off at the end. */
function clipped(text, columns) {
    if (widthOf(text) <= columns)
        return text;
    let room = columns - 1;
    let kept = '';
    for (const part of text.split(colour)) {
        if (part.startsWith(ESC))
            kept += part;
        else {
            const letters = [...part].slice(0, Math.max(0, room));
            room -= letters.length;
            kept += letters.join('');
        }
    }
    return `${kept}…`;
}
/** The text broken at spaces into lines of at most `columns`; a longer word stays whole, so that it can be copied. */
function wrapped(text, columns, indent) {
    if (columns === undefined || widthOf(text) <= columns)
        return text;
    const lines = [];
    let line = '';
    for (const word of text.split(/(?<=\S) /)) {
        const longer = line === '' ? word : `${line} ${word}`;
        if (line !== '' && widthOf(longer) > columns) {
            lines.push(line);
            line = `${' '.repeat(indent)}${word}`;
        }
        else
            line = longer;
    }
    return [...lines, line].join('\n');
}


/***/ }),

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
