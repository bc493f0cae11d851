export const id = 210;
export const ids = [210];
export const modules = {

/***/ 6454:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dy: () => (/* binding */ names),
/* harmony export */   W0: () => (/* binding */ settings),
/* harmony export */   aL: () => (/* binding */ words)
/* harmony export */ });
/* harmony import */ var _text_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5809);
/* harmony import */ var _text_place_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2884);
/* harmony import */ var _kind_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1789);
// src/spec/for-container.ts
// Not the whole reader: it brings the parser of YAML, and inputs are read before anything large is loaded.



/**
 * Inputs that say something of containers, one per line: `NAME=value`, or `container:NAME=value` where there are several
 * containers. Values come through as they are written: everything after the first `=` belongs to them, quotes and spaces
 * too. No problem quotes a line, because values may be secrets.
 */
function settings(example) {
    return {
        label: 'settings',
        accepts: `one ${example} per line, with container: in front where there are several containers, or a JSON object with the same names, whose values may have line breaks`,
        absent: [],
        read: (given) => {
            if (given.trimStart().startsWith('{'))
                return settingsOfJson(given);
            const all = [];
            for (const { line, place } of linesOf(given)) {
                const at = line.indexOf('=');
                if (at === -1)
                    return (0,_kind_js__WEBPACK_IMPORTED_MODULE_1__/* .wrong */ .Q)(`has a ${place} without =`);
                const named = nameIn(line.slice(0, at));
                if (named === undefined)
                    return (0,_kind_js__WEBPACK_IMPORTED_MODULE_1__/* .wrong */ .Q)(`has a ${place} without a name before =`);
                all.push({ ...named, value: line.slice(at + 1) });
            }
            return once(all);
        },
    };
}
function settingsOfJson(given) {
    const json = (0,_text_json_js__WEBPACK_IMPORTED_MODULE_0__/* .readJson */ .Vh)(given);
    if (!json.ok) {
        const { line, column } = (0,_text_place_js__WEBPACK_IMPORTED_MODULE_2__/* .placeAt */ .B)((0,_text_place_js__WEBPACK_IMPORTED_MODULE_2__/* .lineStarts */ ._)(given), json.offset);
        // What is wrong would quote a part of the input.
        return (0,_kind_js__WEBPACK_IMPORTED_MODULE_1__/* .wrong */ .Q)(`begins like JSON and is none: see line ${line}, column ${column}`);
    }
    const all = [];
    for (const [key, value] of Object.entries(json.found.value)) {
        const named = nameIn(key);
        if (named === undefined)
            return (0,_kind_js__WEBPACK_IMPORTED_MODULE_1__/* .wrong */ .Q)('has an empty name');
        if (typeof value !== 'string')
            return (0,_kind_js__WEBPACK_IMPORTED_MODULE_1__/* .wrong */ .Q)(`has a value of ${key} that is not a text: write it in quotes`);
        all.push({ ...named, value });
    }
    return once(all);
}
/** `NAME` per line, or `container:NAME`. */
function names(example) {
    return {
        label: 'names',
        accepts: `one name such as ${example} per line, with container: in front where there are several containers`,
        absent: [],
        read: (given) => {
            const all = [];
            for (const { line, place } of linesOf(given)) {
                const named = nameIn(line);
                if (named === undefined)
                    return (0,_kind_js__WEBPACK_IMPORTED_MODULE_1__/* .wrong */ .Q)(`has a ${place} without a name`);
                if (line.includes('='))
                    return (0,_kind_js__WEBPACK_IMPORTED_MODULE_1__/* .wrong */ .Q)(`has a ${place} with a value: only the name is given here`);
                all.push(named);
            }
            return once(all);
        },
    };
}
/** Words of a command as a JSON list, so that nothing has to be guessed about spaces and quotes. */
function words() {
    return {
        label: 'JSON list',
        accepts: 'a JSON list such as ["npm", "start"], or one container=["npm", "start"] per line where there are several containers',
        absent: [],
        read: (given) => {
            if (given.trimStart().startsWith('[')) {
                const list = listOf(given);
                return list === undefined ? (0,_kind_js__WEBPACK_IMPORTED_MODULE_1__/* .wrong */ .Q)('is not a JSON list of texts') : (0,_kind_js__WEBPACK_IMPORTED_MODULE_1__/* .read */ .L)([{ words: list }]);
            }
            const all = [];
            for (const { line, place } of linesOf(given)) {
                const [, container, text] = /^([A-Za-z0-9_-]+)\s*=(.*)$/.exec(line) ?? [];
                const list = text === undefined ? undefined : listOf(text);
                if (container === undefined || list === undefined)
                    return (0,_kind_js__WEBPACK_IMPORTED_MODULE_1__/* .wrong */ .Q)(`has a ${place} that is not a JSON list of texts`);
                if (all.some((each) => each.container === container))
                    return (0,_kind_js__WEBPACK_IMPORTED_MODULE_1__/* .wrong */ .Q)(`names container ${container} twice`);
                all.push({ container, words: list });
            }
            return (0,_kind_js__WEBPACK_IMPORTED_MODULE_1__/* .read */ .L)(all);
        },
    };
}
function listOf(text) {
    const json = (0,_text_json_js__WEBPACK_IMPORTED_MODULE_0__/* .readJson */ .Vh)(text);
    const value = json.ok ? json.found.value : undefined;
    return Array.isArray(value) && value.every((word) => typeof word === 'string') ? value : undefined;
}
function linesOf(given) {
    return given
        .split(/\r?\n/)
        .flatMap((line, index) => (line.trim() === '' ? [] : [{ line, place: `line ${index + 1}` }]));
}
/** `container:NAME`: split at the first colon, so that a name with a colon needs its container in front. */
function nameIn(text) {
    const whole = text.trim();
    const colon = whole.indexOf(':');
    if (colon === -1)
        return whole === '' ? undefined : { name: whole };
    const [container, name] = [whole.slice(0, colon).trim(), whole.slice(colon + 1).trim()];
    return container === '' || name === '' ? undefined : { container, name };
}
function once(all) {
    const twice = all.find((edit, index) => all.findIndex((each) => each.name === edit.name && each.container === edit.container) !== index);
    return twice === undefined ? (0,_kind_js__WEBPACK_IMPORTED_MODULE_1__/* .read */ .L)(all) : (0,_kind_js__WEBPACK_IMPORTED_MODULE_1__/* .wrong */ .Q)(`names ${JSON.stringify(twice.name)} twice`);
}


/***/ }),

/***/ 210:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AP: () => (/* binding */ taskDefinitionRules),
/* harmony export */   C: () => (/* binding */ definitionRequestOf),
/* harmony export */   mA: () => (/* binding */ taskDefinitionInputs),
/* harmony export */   vz: () => (/* binding */ sourceOf)
/* harmony export */ });
/* unused harmony export editsOf */
/* harmony import */ var _for_container_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6454);
/* harmony import */ var _input_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5432);
/* harmony import */ var _lists_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2682);
/* harmony import */ var _rules_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5692);
/* harmony import */ var _scalars_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5734);
/* harmony import */ var _task_definition_kinds_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4100);
// src/spec/task-definition-inputs.ts






/** Which task definition is deployed, and what is changed in it. */
const taskDefinitionInputs = {
    'task-definition': {
        kind: (0,_task_definition_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .fileOrArn */ .p0)(),
        description: 'The task definition to deploy: the path of a file in the workspace (JSON, JSON with comments or YAML; what `aws ecs describe-task-definition` answers is one too), which is registered, or the ARN of one that is registered already, which is deployed as it is. Without it and without `task-definition-family` the one that the service runs now is taken.',
    },
    'task-definition-family': {
        kind: (0,_scalars_js__WEBPACK_IMPORTED_MODULE_3__/* .text */ .Qq)({ pattern: /^[A-Za-z0-9_-]{1,255}$/, accepts: 'the name of a task definition family' }),
        description: 'Take the newest active revision of this family. Give this or `task-definition`, or neither.',
    },
    images: {
        kind: (0,_lists_js__WEBPACK_IMPORTED_MODULE_4__/* .map */ .Tj)({ key: (0,_task_definition_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .containerName */ .xN)(), value: (0,_task_definition_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .image */ .Sl)(), example: 'container=image' }),
        description: 'The new image of each container, `container=image` per line. Best by digest (`name@sha256:…`): a tag may name another image by the time a task starts, and when it only moved, the task definition stays the same and there is nothing to deploy.',
    },
    environment: {
        kind: (0,_for_container_js__WEBPACK_IMPORTED_MODULE_0__/* .settings */ .W0)('NAME=value'),
        verbatim: true,
        description: 'Environment variables to set, `NAME=value` per line, or `container:NAME=value` when the task has several containers. Everything after the first `=` is the value, as it is written; an empty value is kept. A JSON object with the same names holds values with line breaks.',
    },
    'remove-environment': {
        kind: (0,_for_container_js__WEBPACK_IMPORTED_MODULE_0__/* .names */ .Dy)('NAME'),
        description: 'Environment variables to remove, `NAME` or `container:NAME` per line.',
    },
    secrets: {
        kind: (0,_task_definition_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .references */ .YQ)(),
        verbatim: true,
        description: 'Environment variables that ECS fills from Secrets Manager or Parameter Store, `NAME=reference` or `container:NAME=reference` per line, where the reference is an ARN (with a JSON key, when there is one) or the name of a parameter.',
    },
    'remove-secrets': {
        kind: (0,_for_container_js__WEBPACK_IMPORTED_MODULE_0__/* .names */ .Dy)('NAME'),
        description: 'Such variables to remove, `NAME` or `container:NAME` per line.',
    },
    'docker-labels': {
        kind: (0,_for_container_js__WEBPACK_IMPORTED_MODULE_0__/* .settings */ .W0)('label=value'),
        verbatim: true,
        description: 'Docker labels to set, `label=value` or `container:label=value` per line.',
    },
    'remove-docker-labels': {
        kind: (0,_for_container_js__WEBPACK_IMPORTED_MODULE_0__/* .names */ .Dy)('label'),
        description: 'Docker labels to remove, `label` or `container:label` per line.',
    },
    'log-options': {
        kind: (0,_for_container_js__WEBPACK_IMPORTED_MODULE_0__/* .settings */ .W0)('option=value'),
        verbatim: true,
        description: 'Options of the log driver to set, `option=value` or `container:option=value` per line.',
    },
    'remove-log-options': {
        kind: (0,_for_container_js__WEBPACK_IMPORTED_MODULE_0__/* .names */ .Dy)('option'),
        description: 'Options of the log driver to remove, `option` or `container:option` per line.',
    },
    command: {
        kind: (0,_for_container_js__WEBPACK_IMPORTED_MODULE_0__/* .words */ .aL)(),
        verbatim: true,
        description: 'The command of the container as a JSON list, such as `["npm", "start"]`, or `container=["npm", "start"]` per line. `[]` leaves it to the image.',
    },
    'entry-point': {
        kind: (0,_for_container_js__WEBPACK_IMPORTED_MODULE_0__/* .words */ .aL)(),
        verbatim: true,
        description: 'The entry point of the container, written like `command`.',
    },
    cpu: {
        kind: (0,_scalars_js__WEBPACK_IMPORTED_MODULE_3__/* .text */ .Qq)({ pattern: /^(\d+|\d*\.?\d+ ?vCPU)$/i, accepts: 'CPU units such as 512, or vCPUs such as .5 vCPU' }),
        description: 'CPU of the task, in units (`512`) or vCPUs (`.5 vCPU`).',
    },
    memory: {
        kind: (0,_scalars_js__WEBPACK_IMPORTED_MODULE_3__/* .text */ .Qq)({ pattern: /^(\d+|\d*\.?\d+ ?GB)$/i, accepts: 'MiB such as 1024, or GB such as 1 GB' }),
        description: 'Memory of the task, in MiB (`1024`) or GB (`1 GB`).',
    },
    'execution-role': {
        kind: (0,_task_definition_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .role */ .JC)(),
        description: 'ARN or name of the role with which ECS pulls images and reads secrets.',
    },
    'task-role': { kind: (0,_task_definition_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .role */ .JC)(), description: "ARN or name of the application's own role." },
    placeholders: {
        kind: (0,_task_definition_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .placeholders */ .Ft)(),
        verbatim: true,
        description: 
        // biome-ignore lint/suspicious/noTemplateCurlyInString: this is how placeholders are written
        'Values for `${NAME}` in the file, `NAME=value` per line, or only `NAME` to take the environment variable of the step. Without this input such texts are left as they are; with it each must have a value, and `$${NAME}` stands for the text itself.',
    },
    'pass-unknown': {
        kind: (0,_task_definition_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .passUnknown */ .et)(),
        description: 'Keys that this version does not know and that are sent to ECS all the same, one per line, or `true` for all. For what ECS learned after this version was made; without it an unknown key is an error, because most are slips.',
    },
};
/** What must hold between them. */
const taskDefinitionRules = [
    (0,_rules_js__WEBPACK_IMPORTED_MODULE_5__/* .rule */ .Hu)(['task-definition-family', 'task-definition'], '`task-definition-family` and `task-definition` exclude each other.', (_values, has) => has('task-definition-family') && has('task-definition')
        ? 'contradicts task-definition: give only one of the two'
        : undefined),
    (0,_rules_js__WEBPACK_IMPORTED_MODULE_5__/* .needs */ .eN)('placeholders', 'task-definition'),
    (0,_rules_js__WEBPACK_IMPORTED_MODULE_5__/* .needs */ .eN)('pass-unknown', 'task-definition'),
    (0,_rules_js__WEBPACK_IMPORTED_MODULE_5__/* .rule */ .Hu)(['placeholders', 'task-definition'], '`placeholders` are for a file.', ({ taskDefinition }, has) => has('placeholders') && taskDefinition?.startsWith('arn:') === true
        ? 'has no effect on an ARN: placeholders are for a file'
        : undefined),
];
/**
 * What the inputs ask for.
 *
 * @param environment where placeholders without a value are looked up
 * @throws InputError naming the placeholders that have none
 */
function definitionRequestOf(values, environment) {
    return {
        source: sourceOf(values),
        edits: editsOf(values),
        placeholders: placeholdersOf(values, environment),
        passUnknown: values.passUnknown,
    };
}
/** Where the inputs take the task definition from. */
function sourceOf({ taskDefinition, taskDefinitionFamily, }) {
    if (taskDefinitionFamily !== undefined)
        return { kind: 'family', family: taskDefinitionFamily };
    if (taskDefinition === undefined)
        return { kind: 'current' };
    return taskDefinition.startsWith('arn:')
        ? { kind: 'arn', arn: taskDefinition }
        : { kind: 'file', path: taskDefinition };
}
/** What the inputs change in a task definition. */
function editsOf(values) {
    const { images, environment, removeEnvironment, secrets, removeSecrets, dockerLabels, removeDockerLabels } = values;
    const { logOptions, removeLogOptions, command, entryPoint, cpu, memory, executionRole, taskRole } = values;
    return {
        images,
        environment,
        removeEnvironment,
        secrets,
        removeSecrets,
        dockerLabels,
        removeDockerLabels,
        logOptions,
        removeLogOptions,
        command,
        entryPoint,
        cpu,
        memory,
        executionRoleArn: executionRole,
        taskRoleArn: taskRole,
    };
}
function placeholdersOf({ placeholders: asked }, environment) {
    if (asked === undefined)
        return undefined;
    const problems = [];
    const entries = asked.map(({ name, value }) => {
        const found = value ?? environment[name];
        if (found === undefined) {
            problems.push({
                input: 'placeholders',
                wrong: `names ${name} without a value, and no environment variable is called so`,
            });
        }
        return [name, found ?? ''];
    });
    if (problems.length > 0)
        throw new _input_error_js__WEBPACK_IMPORTED_MODULE_1__/* .InputError */ .d(problems);
    return Object.fromEntries(entries);
}


/***/ }),

/***/ 4100:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ft: () => (/* binding */ placeholders),
/* harmony export */   JC: () => (/* binding */ role),
/* harmony export */   Sl: () => (/* binding */ image),
/* harmony export */   YQ: () => (/* binding */ references),
/* harmony export */   et: () => (/* binding */ passUnknown),
/* harmony export */   p0: () => (/* binding */ fileOrArn),
/* harmony export */   xN: () => (/* binding */ containerName)
/* harmony export */ });
/* harmony import */ var _arn_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9612);
/* harmony import */ var _for_container_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6454);
/* harmony import */ var _kind_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1789);
/* harmony import */ var _scalars_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5734);
// src/spec/task-definition-kinds.ts




/** The kinds of input that only task definitions have. */
/** A file or an ARN: what looks like an ARN must be one, so that a mistyped ARN is not taken for a file name. */
function fileOrArn() {
    return {
        label: 'path or ARN',
        accepts: 'the path of a JSON or YAML file in the workspace, or the ARN of a task definition with its revision',
        absent: undefined,
        read: (given) => {
            if (/[\r\n]/.test(given))
                return (0,_kind_js__WEBPACK_IMPORTED_MODULE_2__/* .wrong */ .Q)('has more than one line');
            return given.startsWith('arn:') && (0,_arn_js__WEBPACK_IMPORTED_MODULE_0__/* .resourceOfArn */ .$m)(given) !== 'task definition'
                ? (0,_kind_js__WEBPACK_IMPORTED_MODULE_2__/* .wrong */ .Q)('begins like an ARN and is not the ARN of a task definition with its revision')
                : (0,_kind_js__WEBPACK_IMPORTED_MODULE_2__/* .read */ .L)(given);
        },
    };
}
function containerName() {
    return (0,_scalars_js__WEBPACK_IMPORTED_MODULE_3__/* .text */ .Qq)({ pattern: /^[A-Za-z0-9_-]{1,255}$/, accepts: 'the name of a container' });
}
/** https://docs.docker.com/reference/cli/docker/image/tag/ */
function image() {
    return (0,_scalars_js__WEBPACK_IMPORTED_MODULE_3__/* .text */ .Qq)({
        pattern: /^[A-Za-z0-9][A-Za-z0-9._:/-]*(@sha256:[0-9a-f]{64})?$/,
        accepts: 'an image such as registry/name@sha256: and 64 hexadecimal digits, or registry/name:tag',
    });
}
function role() {
    return (0,_scalars_js__WEBPACK_IMPORTED_MODULE_3__/* .text */ .Qq)({
        pattern: /^(arn:aws[a-z-]*:iam::\d{12}:role\/[\w+=,.@/-]{1,512}|[\w+=,.@-]{1,64})$/,
        accepts: 'the ARN or the name of an IAM role',
    });
}
/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Secret.html */
function references() {
    const kind = (0,_for_container_js__WEBPACK_IMPORTED_MODULE_1__/* .settings */ .W0)('NAME=reference');
    return {
        ...kind,
        read: (given) => {
            const reading = kind.read(given);
            if (!reading.ok)
                return reading;
            const trimmed = reading.value.map((edit) => ({ ...edit, value: edit.value.trim() }));
            const bad = trimmed.find(({ value }) => !/^[A-Za-z0-9/][\w+=,.@:!/-]*$/.test(value));
            return bad === undefined
                ? (0,_kind_js__WEBPACK_IMPORTED_MODULE_2__/* .read */ .L)(trimmed)
                : (0,_kind_js__WEBPACK_IMPORTED_MODULE_2__/* .wrong */ .Q)(`has a reference of ${bad.name} that is neither an ARN nor the name of a parameter`);
        },
    };
}
function placeholders() {
    return {
        label: 'placeholders',
        accepts: 'one NAME=value or NAME per line',
        absent: undefined,
        read: (given) => {
            const all = [];
            for (const [index, line] of given.split(/\r?\n/).entries()) {
                if (line.trim() === '')
                    continue;
                const [, name, assigned, value] = /^\s*([A-Za-z_][A-Za-z0-9_]*)\s*(=(.*))?$/.exec(line) ?? [];
                if (name === undefined)
                    return (0,_kind_js__WEBPACK_IMPORTED_MODULE_2__/* .wrong */ .Q)(`has a line ${index + 1} that does not begin with a name of letters, digits and _`);
                if (all.some((each) => each.name === name))
                    return (0,_kind_js__WEBPACK_IMPORTED_MODULE_2__/* .wrong */ .Q)(`names ${name} twice`);
                all.push(assigned === undefined ? { name } : { name, value: value ?? '' });
            }
            return (0,_kind_js__WEBPACK_IMPORTED_MODULE_2__/* .read */ .L)(all);
        },
    };
}
function passUnknown() {
    return {
        label: 'keys',
        accepts: 'one key of a task definition per line, or true for all that are not known',
        absent: undefined,
        read: (given) => {
            if (/^true$/i.test(given))
                return (0,_kind_js__WEBPACK_IMPORTED_MODULE_2__/* .read */ .L)('all');
            if (/^false$/i.test(given))
                return (0,_kind_js__WEBPACK_IMPORTED_MODULE_2__/* .read */ .L)([]);
            const keys = given
                .split(/\r?\n/)
                .map((line) => line.trim())
                .filter((line) => line !== '');
            const bad = keys.find((key) => !/^[A-Za-z_$][\w$-]*$/.test(key));
            return bad === undefined
                ? (0,_kind_js__WEBPACK_IMPORTED_MODULE_2__/* .read */ .L)(keys)
                : (0,_kind_js__WEBPACK_IMPORTED_MODULE_2__/* .wrong */ .Q)(`has ${JSON.stringify(bad)}, which is no key (without the path to it)`);
        },
    };
}


/***/ }),

/***/ 5809:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FI: () => (/* binding */ DEEPEST),
/* harmony export */   Vh: () => (/* binding */ readJson),
/* harmony export */   u0: () => (/* binding */ isExact)
/* harmony export */ });
// src/text/json.ts
/** Deeper than any file that people write, and far from what the stack holds. */
const DEEPEST = 200;
class Fault extends Error {
    wrong;
    offset;
    constructor(wrong, offset) {
        super(wrong);
        this.wrong = wrong;
        this.offset = offset;
    }
}
/**
 * Reads JSON (RFC 8259) that may have comments, from `//` to the end of the line and C's block comments. Trailing commas are not accepted: neither AWS's own
 * tools nor `JSON.parse` take them. https://www.rfc-editor.org/rfc/rfc8259
 */
function readJson(text) {
    const reader = new Reader(text);
    try {
        const root = reader.document();
        const { value } = root;
        const at = (path) => nodeAt(root, path);
        return { ok: true, found: { value, offsetOf: (path) => at(path)?.offset, writtenAt: (path) => at(path)?.written } };
    }
    catch (error) {
        if (error instanceof Fault)
            return { ok: false, wrong: error.wrong, offset: error.offset };
        throw error;
    }
}
function nodeAt(root, path) {
    let node = root;
    for (const segment of path)
        node = node?.members?.get(segment);
    return node;
}
class Reader {
    text;
    at = 0;
    constructor(text) {
        this.text = text;
    }
    document() {
        this.skip();
        if (this.at >= this.text.length)
            throw new Fault('the file is empty', 0);
        const root = this.value(0);
        this.skip();
        if (this.at < this.text.length)
            throw this.unexpected('nothing more is expected after the end of the document');
        return root;
    }
    value(depth, offset = this.at) {
        if (depth > DEEPEST)
            throw new Fault(`this is nested more than ${DEEPEST} levels deep`, this.at);
        const first = this.text[this.at];
        if (first === '{')
            return this.object(depth, offset);
        if (first === '[')
            return this.list(depth, offset);
        if (first === '"')
            return { value: this.string(), offset };
        const begin = this.at;
        const value = this.word();
        return { value, offset, written: this.text.slice(begin, this.at) };
    }
    object(depth, offset) {
        const begin = this.at;
        // A null prototype, so that a key such as `__proto__` is only a key.
        const value = Object.create(null);
        const members = new Map();
        this.at += 1;
        this.skip();
        for (let comma; this.text[this.at] !== '}' || comma !== undefined;) {
            this.notTrailing(comma, '}');
            const keyAt = this.at;
            if (this.text[keyAt] !== '"')
                throw this.unexpected('a key in double quotes is expected', begin);
            const key = this.string();
            if (members.has(key))
                throw new Fault(`the key ${JSON.stringify(key)} stands here for the second time`, keyAt);
            this.skip();
            if (this.text[this.at] !== ':')
                throw this.unexpected(`a colon is expected after ${JSON.stringify(key)}`, begin);
            this.at += 1;
            this.skip();
            const member = this.value(depth + 1, keyAt);
            value[key] = member.value;
            members.set(key, member);
            comma = this.comma('}', begin);
        }
        this.at += 1;
        return { value, offset, members };
    }
    list(depth, offset) {
        const begin = this.at;
        const value = [];
        const members = new Map();
        this.at += 1;
        this.skip();
        for (let comma; this.text[this.at] !== ']' || comma !== undefined;) {
            this.notTrailing(comma, ']');
            const item = this.value(depth + 1);
            members.set(value.length, item);
            value.push(item.value);
            comma = this.comma(']', begin);
        }
        this.at += 1;
        return { value, offset, members };
    }
    /** After a member or an item: the offset of the comma, or nothing before the end. */
    comma(end, begin) {
        this.skip();
        if (this.text[this.at] === end)
            return undefined;
        if (this.text[this.at] !== ',')
            throw this.unexpected(`a comma or ${end} is expected`, begin);
        const comma = this.at;
        this.at += 1;
        this.skip();
        return comma;
    }
    notTrailing(comma, end) {
        if (comma !== undefined && this.text[this.at] === end) {
            throw new Fault(`the comma before ${end} is one too many`, comma);
        }
    }
    string() {
        const begin = this.at;
        let end = begin + 1;
        while (end < this.text.length && this.text[end] !== '"' && this.text[end] !== '\n') {
            end += this.text[end] === '\\' ? 2 : 1;
        }
        if (this.text[end] !== '"')
            throw new Fault('this text has no closing quote on its line', begin);
        this.at = end + 1;
        try {
            return JSON.parse(this.text.slice(begin, end + 1));
        }
        catch {
            throw new Fault('this text holds an escape or a control character that JSON does not know', begin);
        }
    }
    word() {
        const begin = this.at;
        const word = /[^\s,:[\]{}"/]*/y;
        word.lastIndex = begin;
        const text = word.exec(this.text)?.[0] ?? '';
        if (text === '' || !/^(true|false|null|-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?)$/.test(text)) {
            throw this.unexpected('a value is expected: an object, a list, a text in double quotes, a number, true, false or null');
        }
        this.at += text.length;
        const value = JSON.parse(text);
        if (typeof value === 'number' && !isExact(value)) {
            throw new Fault(`the number ${text} is too large to be kept exactly`, begin);
        }
        return value;
    }
    /** White space and comments. */
    skip() {
        const trivia = /[ \t\r\n]+|\/\/[^\r\n]*|\/\*[\s\S]*?\*\//y;
        for (;;) {
            trivia.lastIndex = this.at;
            const length = trivia.exec(this.text)?.[0].length ?? 0;
            if (length === 0)
                break;
            this.at += length;
        }
        if (this.text.startsWith('/*', this.at))
            throw new Fault('this comment does not end', this.at);
    }
    unexpected(expected, opened) {
        if (this.at >= this.text.length) {
            const end = `the text ends too early: ${expected}`;
            return new Fault(opened === undefined ? end : `${end} (what begins here is never closed)`, opened ?? this.at);
        }
        const seen = /^\S{1,20}/.exec(this.text.slice(this.at, this.at + 20))?.[0] ?? this.text[this.at];
        return new Fault(`${expected}, and here stands ${JSON.stringify(seen)}`, this.at);
    }
}
/** Whether a number is what was written and not the nearest that fits. */
function isExact(value) {
    return Number.isFinite(value) && (!Number.isInteger(value) || Number.isSafeInteger(value));
}


/***/ }),

/***/ 2884:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ placeAt),
/* harmony export */   _: () => (/* binding */ lineStarts)
/* harmony export */ });
// src/text/place.ts
/** Where each line of the text begins. A line ends with LF, CR LF or CR. */
function lineStarts(text) {
    const starts = [0];
    for (const { index, 0: end } of text.matchAll(/\r\n|\r|\n/g))
        starts.push(index + end.length);
    return starts;
}
/** The place of an offset, by the beginnings of the lines. */
function placeAt(starts, offset) {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
        const middle = Math.ceil((low + high) / 2);
        if ((starts[middle] ?? 0) <= offset)
            low = middle;
        else
            high = middle - 1;
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
}


/***/ })

};
