export const id = 3184;
export const ids = [3184,4151,8342];
export const modules = {

/***/ 8680:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  corpus: () => (/* binding */ corpus)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build-stage/aws/service-rollout.js + 1 modules
var service_rollout = __webpack_require__(2604);
// EXTERNAL MODULE: ./build-stage/ecs/member-path.js
var member_path = __webpack_require__(8587);
// EXTERNAL MODULE: ./build-stage/ecs/member-type.js
var member_type = __webpack_require__(3864);
// EXTERNAL MODULE: ./build-stage/ecs/task-definition-defaults.js
var task_definition_defaults = __webpack_require__(5023);
// EXTERNAL MODULE: ./build-stage/ecs/task-definition-diff.js + 1 modules
var task_definition_diff = __webpack_require__(9146);
;// CONCATENATED MODULE: ./build-stage/ecs/lossless.js
// src/ecs/lossless.ts




/** Compares what was sent with what DescribeTaskDefinition answers for it. */
function roundTrip(sent, described) {
    const lost = [];
    compare(sent, comparable(sent, described), [], lost);
    return { lost, invented: lost.length > 0 ? [] : (0,task_definition_diff/* diffDefinitions */.eM)(sent, described).map(({ what }) => what) };
}
/** `1 vCPU` comes back as 1024: the one value that ECS writes in another way. */
function comparable(sent, described) {
    const [a, b] = [(0,task_definition_defaults/* plainForm */.N)(sent), (0,task_definition_defaults/* plainForm */.N)(described)];
    const sizes = ['cpu', 'memory'].filter((key) => typeof sent[key] === 'string' && a[key] === b[key]);
    return { ...described, ...Object.fromEntries(sizes.map((key) => [key, sent[key]])) };
}
function compare(sent, came, path, lost) {
    const members = (0,member_type/* isMembers */.g)(sent) ? Object.entries(sent) : Array.isArray(sent) ? [...sent.entries()] : undefined;
    const isSame = members === undefined
        ? Object.is(sent, came)
        : Array.isArray(sent)
            ? Array.isArray(came) && came.length === sent.length
            : (0,member_type/* isMembers */.g)(came);
    if (!isSame) {
        const how = came === undefined ? 'did not come back' : 'came back as something else';
        lost.push({ path, words: `${(0,member_path/* pathText */.L)(path)} ${how}` });
    }
    else if (members !== undefined) {
        for (const [key, member] of members) {
            const found = Array.isArray(came) ? came[key] : came[key];
            compare(member, found, [...path, key], lost);
        }
    }
}

// EXTERNAL MODULE: ./build-stage/ecs/task-definition-read.js + 1 modules
var task_definition_read = __webpack_require__(8200);
// EXTERNAL MODULE: ./build-stage/ecs/task-definition-source.js + 2 modules
var task_definition_source = __webpack_require__(8129);
// EXTERNAL MODULE: ./build-stage/local-cloud/cloud.js + 153 modules
var local_cloud_cloud = __webpack_require__(7278);
// EXTERNAL MODULE: ./build-stage/ports/message-of.js
var message_of = __webpack_require__(9901);
// EXTERNAL MODULE: ./build-stage/spec/input-error.js
var input_error = __webpack_require__(5432);
// EXTERNAL MODULE: ./build-stage/text/document.js
var text_document = __webpack_require__(9390);
;// CONCATENATED MODULE: ./build-stage/cli/corpus.js
// src/cli/corpus.ts










const usage = `usage: sluice corpus DIR

Reads every task definition below DIR (JSON, JSON with comments, YAML, answers of describe-task-definition), registers each
on a local cloud, describes it, and prints one line each: lossless, or what is wrong, with line and column. A file that is
no task definition is named on stderr and passed over.

Exit code: 0 when all are lossless, 1 when something is wrong with one, 2 when there is none.`;
const standard = {
    found: (line) => process.stdout.write(`${line}\n`),
    aside: (line) => process.stderr.write(`${line}\n`),
};
/** `sluice corpus`: shows that task definitions come through as they are written. Answers the exit code. */
async function corpus(words, told = standard) {
    const [folder, more] = words;
    const isHelp = folder === '--help' || folder === '-h';
    if (isHelp || folder === undefined || more !== undefined || folder.startsWith('-')) {
        (isHelp ? told.found : told.aside)(usage);
        return isHelp ? 0 : 2;
    }
    let files;
    try {
        files = await filesBelow(folder);
    }
    catch (error) {
        told.aside(`sluice corpus: ${folder} cannot be read: ${error.message}`);
        return 2;
    }
    const lines = [];
    const cloud = await local_cloud_cloud/* Cloud */.E.start();
    const before = ours.map((name) => [name, process.env[name]]);
    try {
        const through = throughEcs(cloud);
        for (const file of files) {
            const all = await linesOf((0,external_node_path_.join)(folder, file), file, through);
            if (all === undefined)
                told.aside(`${file}: not a task definition, passed over`);
            for (const line of all ?? []) {
                told.found(line.text);
                lines.push(line);
            }
        }
    }
    finally {
        for (const [name, value] of before) {
            if (value === undefined)
                delete process.env[name];
            else
                process.env[name] = value;
        }
        await cloud.stop();
    }
    const bad = lines.filter(({ isLossless }) => !isLossless).length;
    told.aside(`${lines.length} task definitions: ${lines.length - bad} lossless, ${bad} with errors`);
    return lines.length === 0 ? 2 : bad > 0 ? 1 : 0;
}
/**
 * These two make the SDK speak to this process's own cloud and to nobody else, whatever is configured on this machine.
 * https://docs.aws.amazon.com/sdkref/latest/guide/feature-ss-endpoints.html
 */
const ours = ['AWS_ENDPOINT_URL_ECS', 'AWS_IGNORE_CONFIGURED_ENDPOINT_URLS'];
function throughEcs(cloud) {
    process.env.AWS_ENDPOINT_URL_ECS = cloud.endpoint;
    delete process.env.AWS_IGNORE_CONFIGURED_ENDPOINT_URLS;
    const { AWS_ACCESS_KEY_ID: accessKeyId = '', AWS_SECRET_ACCESS_KEY: secretAccessKey = '' } = cloud.env;
    const rollout = (0,service_rollout/* createServiceRollout */.r)({
        region: cloud.region,
        credentials: Object.assign(async () => ({ accessKeyId, secretAccessKey }), { memoized: true }),
    }, 'corpus');
    return async (definition) => rollout.taskDefinition(await rollout.register(definition));
}
/** Nothing when the file is no task definition. */
async function linesOf(path, file, through) {
    const bytes = await (0,promises_.readFile)(path);
    if (!looksLikeOne(bytes.toString('latin1')))
        return undefined;
    let text;
    try {
        text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    }
    catch {
        return [wrong(file, { line: 1, column: 1 }, 'the file is not UTF-8')];
    }
    const all = [];
    for (const { at, read } of (0,task_definition_read/* readTaskDefinitions */.G)((0,text_document/* readDocuments */.r)(text, file)))
        all.push(await lineOf(file, at, read, through));
    return all;
}
async function lineOf(file, at, read, through) {
    if (!read.ok) {
        const [first, ...others] = read.problems;
        const more = others.length === 0 ? '' : ` (and ${others.length} more)`;
        return wrong(file, first?.at ?? at, `${first === undefined ? '' : (0,task_definition_read/* wordsOfProblem */.n)(first)}${more}`);
    }
    try {
        const { lost, invented } = roundTrip(read.definition, await through(read.definition));
        const [first] = lost;
        if (first !== undefined)
            return wrong(file, read.placeOf(first.path), `lost: ${first.words}`);
        if (invented.length > 0)
            return wrong(file, at, `invented: ${invented.join(', ')}`);
        const [refused] = (0,task_definition_source/* refusedByEcs */.VT)(read.definition);
        const note = refused === undefined ? '' : ` (ECS refuses it all the same: ${refused})`;
        return { text: `${file}:${at.line}:${at.column}: lossless${note}`, isLossless: true };
    }
    catch (error) {
        const words = error instanceof input_error/* InputError */.d
            ? error.problems.map((problem) => problem.wrong).join('; ')
            : `did not come through ECS: ${(0,message_of/* messageOf */.b)(error)}`;
        return wrong(file, read.placeOf(memberNamedIn(words, read.definition)), words);
    }
}
/** ECS names containers and members in its errors and tells no places: the member that is named, as far as one is there. */
function memberNamedIn(words, definition) {
    // "Invalid health check …" is about healthCheck.
    const text = words.toLowerCase().replaceAll(' ', '');
    const named = (members) => Object.keys(members)
        .filter((key) => text.includes(key.toLowerCase()))
        .sort((a, b) => b.length - a.length)
        .slice(0, 1);
    const containers = definition.containerDefinitions ?? [];
    const index = containers.findIndex(({ name }) => words.includes(`'${name}'`));
    const container = containers[index];
    if (container === undefined)
        return named(definition);
    const { name: _, ...others } = container;
    return ['containerDefinitions', index, ...named(others)];
}
const wrong = (file, { line, column }, words) => ({
    text: `${file}:${line}:${column}: ${words}`,
    isLossless: false,
});
/** Whether a text means to be a task definition: other files lie about too, such as Compose files and package.json. */
function looksLikeOne(text) {
    return /\bcontainerDefinitions\b|\btaskDefinition\b|(^|[{,])\s*["']?family["']?\s*:/m.test(text);
}
async function filesBelow(folder) {
    const entries = await (0,promises_.readdir)(folder, { recursive: true, withFileTypes: true });
    return entries
        .filter((entry) => entry.isFile() && /\.(jsonc?|ya?ml)$/i.test(entry.name))
        .map((entry) => (0,external_node_path_.relative)(folder, (0,external_node_path_.join)(entry.parentPath, entry.name)))
        .filter((path) => !/(^|[\\/])(node_modules|\.git)[\\/]/.test(path))
        .sort();
}


/***/ }),

/***/ 8587:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ pathText)
/* harmony export */ });
// src/ecs/member-path.ts
/** `containerDefinitions[0].image` */
function pathText(path) {
    return path.reduce((text, segment) => typeof segment === 'number' ? `${text}[${segment}]` : text === '' ? segment : `${text}.${segment}`, '');
}


/***/ }),

/***/ 8200:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  describeDefinitionProblem: () => (/* binding */ describeDefinitionProblem),
  readTaskDefinition: () => (/* binding */ readTaskDefinition),
  G: () => (/* binding */ readTaskDefinitions),
  n: () => (/* binding */ wordsOfProblem)
});

// EXTERNAL MODULE: ./build-stage/spec/nearest.js
var nearest = __webpack_require__(5541);
// EXTERNAL MODULE: ./build-stage/ecs/member-path.js
var member_path = __webpack_require__(8587);
// EXTERNAL MODULE: ./build-stage/ecs/member-type.js
var member_type = __webpack_require__(3864);
;// CONCATENATED MODULE: ./build-stage/ecs/placeholders.js
// src/ecs/placeholders.ts
/**
 * Puts values in the place of `${NAME}`. `$${NAME}` stands for the text `${NAME}` itself. A text that is one placeholder
 * and nothing else becomes a number or a boolean where ECS takes one, because JSON has no other way to write it; whether
 * the value is one is judged afterwards.
 */
function replacePlaceholders(text, values, type) {
    const wrong = [];
    const value = text.replace(/(\$?)\$\{([^}]*)(\}?)/g, (whole, dollar, name, end) => {
        if (dollar !== '')
            return whole.slice(1);
        if (end === '' || !/^[A-Za-z_][A-Za-z0-9_]*$/.test(name)) {
            wrong.push(`holds ${JSON.stringify(whole)}, which is not a placeholder such as \${NAME} (write $\${ for the text itself)`);
        }
        else if (!Object.hasOwn(values, name)) {
            wrong.push(`holds the placeholder \${${name}}, for which no value is given`);
        }
        return values[name] ?? whole;
    });
    if (wrong.length > 0)
        return { ok: false, wrong };
    const isWhole = /^\$\{[^}]*\}$/.test(text);
    if (isWhole && type === 'integer' && /^-?\d{1,10}$/.test(value))
        return { ok: true, value: Number(value) };
    if (isWhole && type === 'boolean' && /^(true|false)$/.test(value))
        return { ok: true, value: value === 'true' };
    return { ok: true, value };
}

// EXTERNAL MODULE: ./build-stage/ecs/task-definition.js
var task_definition = __webpack_require__(3204);
// EXTERNAL MODULE: ./build-stage/ecs/task-definition-keys.js
var task_definition_keys = __webpack_require__(1341);
;// CONCATENATED MODULE: ./build-stage/ecs/task-definition-read.js
// src/ecs/task-definition-read.ts






/**
 * Reads one task definition: as it is registered, as `describe-task-definition` answers it, or that answer as a whole. What
 * ECS adds when it describes is taken away, a member that is null counts as absent (ECS takes it so), and everything else is
 * kept as it is written. Nothing is repaired: a key that RegisterTaskDefinition does not have and a value of another type
 * than it takes are problems, all of them at once.
 */
function readTaskDefinition(documents, settings = {}) {
    const [first, second] = readTaskDefinitions(documents, settings);
    if (first === undefined)
        return failed({ at: { line: 1, column: 1 }, path: '', wrong: 'the file is empty' });
    if (second === undefined)
        return first.read;
    return failed({ at: second.at, path: '', wrong: 'a second task definition begins here, and only one is expected' });
}
const failed = (...problems) => ({ ok: false, problems });
/** Reads all task definitions of a text: several YAML documents, or lists of definitions. */
function readTaskDefinitions(read, settings = {}) {
    if (!read.ok)
        return [{ at: read.at, read: failed({ at: read.at, path: '', wrong: read.wrong }) }];
    return read.documents.flatMap((document) => {
        const { value } = document;
        const bases = Array.isArray(value)
            ? value.map((each, index) => ({ value: each, path: [index] }))
            : [{ value, path: [] }];
        return bases.map((base) => ({
            at: document.placeOf(base.path) ?? { line: 1, column: 1 },
            read: new Reader(document, settings).definition(base),
        }));
    });
}
/** What stands beside `taskDefinition` in an answer: tags, and what the AWS CLI, boto3 and the SDK for JavaScript add. */
const besideDescribed = ['tags', 'ResponseMetadata', '$metadata'];
class Reader {
    document;
    settings;
    problems = [];
    passed = [];
    constructor(document, settings) {
        this.document = document;
        this.settings = settings;
    }
    definition(base) {
        const members = this.unwrapped(base);
        const value = members === undefined ? undefined : this.object(members.value, task_definition_keys/* root */.zr, members.path, members.tags);
        if (members !== undefined && value !== undefined)
            this.names(value, members.path);
        if (value === undefined || this.problems.length > 0)
            return failed(...this.problems.sort(byPlace));
        const path = members?.path ?? [];
        return {
            ok: true,
            definition: (0,task_definition/* registrable */.ZV)(value),
            passed: this.passed,
            placeOf: (member) => this.place([...path, ...member]),
        };
    }
    /** The SDK's schemas do not ask for it, ECS does; and by their names containers are told apart here. */
    names({ containerDefinitions }, path) {
        const seen = new Set();
        for (const [index, container] of (containerDefinitions ?? []).entries()) {
            if (container === undefined)
                continue;
            const at = [...path, 'containerDefinitions', index];
            if (!container.name)
                this.problem(at, 'has no name');
            else if (seen.has(container.name))
                this.problem([...at, 'name'], `is ${container.name}, as another container is called`);
            seen.add(container.name ?? '');
        }
    }
    /** The definition itself, out of an answer of DescribeTaskDefinition where it is one. */
    unwrapped({ value, path }) {
        if (!(0,member_type/* isMembers */.g)(value)) {
            this.problem(path, 'is not an object: a task definition is one, with family and containerDefinitions');
            return undefined;
        }
        const inner = value.taskDefinition;
        if (inner === undefined || Object.hasOwn(value, 'containerDefinitions'))
            return { value, path };
        for (const key of Object.keys(value)) {
            if (key === 'taskDefinition' || besideDescribed.includes(key))
                continue;
            this.problem([...path, key], 'does not belong beside taskDefinition (only tags may stand there)');
        }
        if (!(0,member_type/* isMembers */.g)(inner)) {
            this.problem([...path, 'taskDefinition'], 'is not an object');
            return undefined;
        }
        const { tags } = value;
        if (tags === undefined || tags === null)
            return { value: inner, path: [...path, 'taskDefinition'] };
        if (inner.tags !== undefined)
            this.problem([...path, 'tags'], 'stands here and within taskDefinition: keep only one');
        return { value: inner, path: [...path, 'taskDefinition'], tags };
    }
    object(value, name, path, tagsBeside) {
        const types = task_definition_keys/* objects */.JD[name] ?? {};
        const read = {};
        for (const [key, member] of Object.entries(value)) {
            // A key may be called constructor, and every object has one.
            const type = Object.hasOwn(types, key) ? types[key] : undefined;
            const at = [...path, key];
            if (type !== undefined) {
                const kept = member === null ? undefined : this.value(member, type.replace(/!$/, ''), at);
                if (kept !== undefined)
                    read[key] = kept;
            }
            else if (name === task_definition_keys/* root */.zr && task_definition_keys/* onlyDescribed */.iX.includes(key)) {
                // Taken away: ECS has added it.
            }
            else if (this.passes(key)) {
                this.passed.push((0,member_path/* pathText */.L)(at));
                Object.defineProperty(read, key, { value: member, enumerable: true, configurable: true, writable: true });
            }
            else
                this.unknown(key, name, at);
        }
        if (tagsBeside !== undefined)
            read.tags = this.value(tagsBeside, types.tags ?? 'Tag[]', [...path.slice(0, -1), 'tags']);
        for (const [key, type] of Object.entries(types)) {
            if (type.endsWith('!') && (value[key] ?? null) === null)
                this.problem(path, `has no ${key}`);
        }
        return read;
    }
    value(value, type, path) {
        const given = this.withPlaceholders(value, type, path);
        const wrong = (0,member_type/* typeProblem */.Y)(given, type, typeof given === 'string' ? undefined : this.document.writtenAt(path));
        if (wrong !== undefined) {
            this.problem(path, wrong);
            return undefined;
        }
        if (type.endsWith('[]')) {
            return given.map((item, index) => this.value(item, type.slice(0, -2), [...path, index]));
        }
        if (type === '{text}') {
            const entries = Object.entries(given);
            return Object.fromEntries(entries.map(([key, item]) => [key, this.value(item, 'text', [...path, key])]));
        }
        return type in task_definition_keys/* objects */.JD ? this.object(given, type, path) : given;
    }
    withPlaceholders(value, type, path) {
        if (this.settings.placeholders === undefined || typeof value !== 'string')
            return value;
        const replaced = replacePlaceholders(value, this.settings.placeholders, type);
        if (replaced.ok)
            return replaced.value;
        for (const wrong of replaced.wrong)
            this.problem(path, wrong);
        return value;
    }
    passes(key) {
        const { passUnknown = [] } = this.settings;
        return passUnknown === 'all' || passUnknown.includes(key);
    }
    unknown(key, name, path) {
        const elsewhere = placesOf(key);
        if (elsewhere.length > 0) {
            this.problem(path, `is not a key that ECS knows here: it belongs in ${elsewhere.join(' or ')}`);
            return;
        }
        this.problem(path, 'is not a key that ECS knows here', (0,nearest/* nearest */.p)(key, Object.keys(task_definition_keys/* objects */.JD[name] ?? {})));
    }
    /** A member that is not there has no place; what it would stand in has one. */
    place(path) {
        for (let length = path.length; length >= 0; length -= 1) {
            const at = this.document.placeOf(path.slice(0, length));
            if (at !== undefined)
                return at;
        }
        return { line: 1, column: 1 };
    }
    problem(path, wrong, suggestion) {
        this.problems.push({
            at: this.place(path),
            path: (0,member_path/* pathText */.L)(path),
            wrong,
            ...(suggestion === undefined ? {} : { suggestion }),
        });
    }
}
/** The objects that have such a key, as people find them. */
function placesOf(key) {
    return Object.entries(task_definition_keys/* objects */.JD)
        .filter(([, types]) => Object.hasOwn(types, key))
        .map(([name]) => wordsOf(name))
        .slice(0, 3);
}
function wordsOf(name) {
    if (name === task_definition_keys/* root */.zr)
        return 'the task definition itself';
    if (name === 'ContainerDefinition')
        return 'an item of containerDefinitions';
    const holder = Object.values(task_definition_keys/* objects */.JD)
        .flatMap((types) => Object.entries(types))
        .find(([, type]) => type.replace(/(\[\])?!?$/, '') === name);
    return holder === undefined ? name : `${holder[0]}${holder[1].includes('[]') ? '[]' : ''}`;
}
function byPlace(a, b) {
    return a.at.line - b.at.line || a.at.column - b.at.column;
}
/** `taskdef.json:3:7: containerDefinitions[0].imgae is not a key that ECS knows here. Did you mean "image"?` */
function describeDefinitionProblem(problem, fileName) {
    return `${fileName}:${problem.at.line}:${problem.at.column}: ${wordsOfProblem(problem)}`;
}
/** The problem without its place. */
function wordsOfProblem({ path, wrong, suggestion }) {
    const meant = suggestion === undefined ? '' : `. Did you mean ${JSON.stringify(suggestion)}?`;
    return `${path === '' ? '' : `${path} `}${wrong}${meant}`;
}


/***/ }),

/***/ 8129:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  IZ: () => (/* binding */ checkDefinitionFile),
  wG: () => (/* binding */ definitionToDeploy),
  VT: () => (/* binding */ refusedByEcs)
});

// EXTERNAL MODULE: ./build-stage/spec/input-error.js
var input_error = __webpack_require__(5432);
// EXTERNAL MODULE: ./build-stage/text/text-document.js
var text_document = __webpack_require__(2484);
;// CONCATENATED MODULE: ./build-stage/text/load-documents.js
// src/text/load-documents.ts

/** `readDocuments` for texts that are JSON as a rule: the parser of YAML is loaded for a text that is not. */
const loadDocuments = async (text, fileName) => (0,text_document/* jsonDocuments */.p)(text, fileName) ?? (0,text_document/* yamlDocuments */.O)(text, (await Promise.all(/* import() | text-yaml */[__webpack_require__.e(4240), __webpack_require__.e(8342)]).then(__webpack_require__.bind(__webpack_require__, 4824))).readYaml);

// EXTERNAL MODULE: ./build-stage/ecs/task-definition.js
var task_definition = __webpack_require__(3204);
// EXTERNAL MODULE: ./build-stage/ecs/task-definition-diff.js + 1 modules
var task_definition_diff = __webpack_require__(9146);
;// CONCATENATED MODULE: ./build-stage/ecs/task-definition-edit.js
// src/ecs/task-definition-edit.ts
/** The definition with the edits. Values come through as they are, empty ones too; nothing is removed that is not named. */
function applyEdits(definition, edits) {
    const editor = new Editor(definition);
    for (const [container, image] of Object.entries(edits.images ?? {})) {
        editor.change('images', { container }, container, (its) => ({ ...its, image }));
    }
    const { image, stopTimeout } = edits;
    if (image !== undefined)
        editor.change('image', {}, image, (its) => ({ ...its, image }));
    if (stopTimeout !== undefined) {
        const { seconds, ...about } = stopTimeout;
        editor.change('stopTimeout', about, `${seconds}s`, (its) => ({ ...its, stopTimeout: seconds }));
    }
    for (const edit of ['entryPoint', 'command']) {
        for (const { words, ...about } of edits[edit] ?? []) {
            editor.change(edit, about, JSON.stringify(words), (its) => ({ ...its, [edit]: words }));
        }
    }
    editor.variables('environment', 'removeEnvironment', edits, 'value');
    editor.variables('secrets', 'removeSecrets', edits, 'valueFrom');
    editor.labels(edits);
    editor.logOptions(edits);
    editor.differ(edits);
    const { family, cpu, memory, executionRoleArn, taskRoleArn } = edits;
    return editor.edited({ family, cpu, memory, executionRoleArn, taskRoleArn });
}
class Editor {
    definition;
    containers;
    problems = [];
    notices = [];
    constructor(definition) {
        this.definition = definition;
        this.containers = [...(definition.containerDefinitions ?? [])];
    }
    edited(others) {
        if (this.problems.length > 0)
            return { ok: false, problems: this.problems };
        const given = Object.fromEntries(Object.entries(others).filter(([, value]) => value !== undefined));
        const definition = { ...this.definition, ...given, containerDefinitions: this.containers };
        return { ok: true, definition, notices: this.notices };
    }
    change(edit, { container: name }, value, change) {
        const has = this.containers.map((each) => each.name ?? '');
        const index = name === undefined ? 0 : has.indexOf(name);
        const container = this.containers[index];
        if (name === undefined && this.containers.length !== 1) {
            const wrong = `does not say which container it is for: write ${has[0] ?? 'container'}: in front (there are ${has.join(', ')})`;
            this.problems.push({ edit, value, wrong });
        }
        else if (container === undefined) {
            const hint = edit === 'images' ? '' : '; a name that has a colon itself needs the container in front';
            const wrong = `names a container that the task definition does not have (it has ${has.join(', ')}${hint})`;
            this.problems.push({ edit, value: name ?? value, wrong });
        }
        else
            this.containers[index] = change(container);
    }
    /** Lists of `{name, value}` and `{name, valueFrom}`: in place where the name is there, else at the end. */
    variables(set, remove, edits, key) {
        for (const { name, ...about } of edits[remove] ?? []) {
            this.change(remove, about, name, (its) => {
                const list = (its[set] ?? []);
                if (!list.some((each) => each.name === name)) {
                    this.absent(its, `${set === 'secrets' ? 'secret' : 'variable'} ${name}`);
                    return its;
                }
                return { ...its, [set]: list.filter((each) => each.name !== name) };
            });
        }
        for (const { name, value, ...about } of edits[set] ?? []) {
            this.change(set, about, name, (its) => {
                const list = (its[set] ?? []);
                const item = { name, [key]: value };
                const isThere = list.some((each) => each.name === name);
                const changed = isThere ? list.map((each) => (each.name === name ? item : each)) : [...list, item];
                return { ...its, [set]: changed };
            });
        }
    }
    labels(edits) {
        for (const { name, ...about } of edits.removeDockerLabels ?? []) {
            this.change('removeDockerLabels', about, name, (its) => {
                const labels = without((its.dockerLabels ?? {}), name);
                if (labels === undefined)
                    this.absent(its, `label ${name}`);
                return labels === undefined ? its : { ...its, dockerLabels: labels };
            });
        }
        for (const { name, value, ...about } of edits.dockerLabels ?? []) {
            this.change('dockerLabels', about, name, (its) => ({
                ...its,
                dockerLabels: withText((its.dockerLabels ?? {}), name, value),
            }));
        }
    }
    logOptions(edits) {
        for (const { name, ...about } of edits.removeLogOptions ?? []) {
            this.change('removeLogOptions', about, name, (its) => {
                const logging = its.logConfiguration;
                const options = without(logging?.options ?? {}, name);
                if (options === undefined)
                    this.absent(its, `log option ${name}`);
                return options === undefined ? its : { ...its, logConfiguration: { ...logging, options } };
            });
        }
        for (const { name, value, ...about } of edits.logOptions ?? []) {
            this.change('logOptions', about, name, (its) => {
                const logging = its.logConfiguration;
                if (logging !== undefined) {
                    return { ...its, logConfiguration: { ...logging, options: withText(logging.options ?? {}, name, value) } };
                }
                const wrong = `is for container ${its.name}, which has no logConfiguration: the log driver is set in the task definition`;
                this.problems.push({ edit: 'logOptions', value: name, wrong });
                return its;
            });
        }
    }
    /** ECS takes no name that is both a variable and a secret, so an edit may not make one. */
    differ({ environment = [], secrets = [] }) {
        const both = (edit, name, its) => {
            const other = (its[edit === 'secrets' ? 'environment' : 'secrets'] ?? []);
            return other.some((each) => each.name === name);
        };
        const edits = [
            ...environment.map((each) => ['environment', each]),
            ...secrets.map((each) => ['secrets', each]),
        ];
        for (const [edit, { container, name }] of edits) {
            const its = container === undefined ? this.containers[0] : this.containers.find((each) => each.name === container);
            if (its === undefined || !both(edit, name, its))
                continue;
            const isIn = (list) => list.some((each) => each.name === name && (each.container ?? its.name) === its.name);
            if (isIn(environment) && isIn(secrets)) {
                const wrong = 'is given in environment and in secrets: give it in one of them';
                if (edit === 'environment')
                    this.problems.push({ edit, value: name, wrong });
                continue;
            }
            const [what, input] = edit === 'secrets' ? ['a variable', 'remove-environment'] : ['a secret', 'remove-secrets'];
            this.problems.push({
                edit,
                value: name,
                wrong: `names what is ${what} of container ${its.name} already: name it in ${input} too`,
            });
        }
    }
    absent({ name = '' }, what) {
        this.notices.push(`container ${name} has no ${what}: there was nothing to remove`);
    }
}
/** A null prototype, so that a label such as `__proto__` is only a label. */
function withText(texts, name, value) {
    return Object.assign(Object.create(null), texts, Object.fromEntries([[name, value]]));
}
function without(texts, name) {
    if (!Object.hasOwn(texts, name))
        return undefined;
    return Object.fromEntries(Object.entries(texts).filter(([key]) => key !== name));
}

;// CONCATENATED MODULE: ./build-stage/ecs/task-definition-source.js
// src/ecs/task-definition-source.ts





/**
 * Finds out what is to run, and how it differs from what runs now. Only reads.
 *
 * @param liveArn what the service runs now
 * @throws InputError naming every problem with the file, with line and column, and every edit that does not fit
 */
async function definitionToDeploy(request, liveArn, world) {
    const live = await world.rollout.taskDefinition(liveArn);
    const base = await baseOf(request, { live, liveArn }, world);
    const { definition, notices } = composed(base, request.edits);
    const diff = (0,task_definition_diff/* diffDefinitions */.eM)(live, definition);
    const isAsRegistered = base.arn !== undefined && (0,task_definition_diff/* diffDefinitions */.eM)(base.definition, definition).length === 0;
    // An ARN that was asked for is deployed as it is, also when it says the same as what runs under another revision.
    const asked = request.source.kind === 'arn' && isAsRegistered ? base.arn : undefined;
    const arn = asked ?? (diff.length === 0 ? liveArn : isAsRegistered ? base.arn : undefined);
    return {
        deploy: arn === undefined ? { register: definition } : { arn },
        definition,
        live,
        diff,
        isUnchanged: arn === liveArn,
        notices: [...base.notices, ...notices],
    };
}
/**
 * All that can be told of a file without asking AWS: for before the first call. Of another source there is nothing.
 *
 * @throws InputError as `definitionToDeploy`
 */
async function checkDefinitionFile(request, world) {
    if (request.source.kind === 'file')
        composed(await fileBase(request.source.path, request, world), request.edits);
}
/** What is registered, were it to be. */
function composed(base, edits) {
    const edited = applyEdits(base.definition, edits);
    if (!edited.ok) {
        throw new input_error/* InputError */.d(edited.problems.map(({ edit, value, wrong }) => ({ input: inputOf(edit), value, wrong })));
    }
    const definition = (0,task_definition/* registrable */.ZV)(edited.definition);
    const refused = refusedByEcs(definition);
    if (refused.length > 0) {
        throw new input_error/* InputError */.d(refused.map((wrong) => ({ input: 'task-definition', value: base.name, wrong })));
    }
    return { definition, notices: edited.notices };
}
async function baseOf({ source, placeholders, passUnknown }, { live, liveArn }, world) {
    if (source.kind === 'current')
        return { definition: live, arn: liveArn, name: (0,task_definition/* shortName */.EU)(liveArn), notices: [] };
    if (source.kind === 'file')
        return await fileBase(source.path, { placeholders, passUnknown }, world);
    const asked = source.kind === 'arn' ? source.arn : source.family;
    const definition = await world.rollout.taskDefinition(asked).catch((error) => {
        if (source.kind === 'arn' || !(error instanceof input_error/* InputError */.d))
            throw error;
        throw new input_error/* InputError */.d(error.problems.map((problem) => ({ ...problem, input: 'task-definition-family' })));
    });
    const arn = typeof definition.taskDefinitionArn === 'string' ? definition.taskDefinitionArn : asked;
    return { definition, arn, name: (0,task_definition/* shortName */.EU)(arn), notices: [] };
}
async function fileBase(path, settings, world) {
    const text = await world.readFile(path);
    // Loaded when there is a file to read, and the parser of YAML when it is YAML.
    const { describeDefinitionProblem, readTaskDefinition } = await __webpack_require__.e(/* import() | ecs-task-definition-read */ 4151).then(__webpack_require__.bind(__webpack_require__, 8200));
    const read = readTaskDefinition(await loadDocuments(text, path), settings);
    if (!read.ok) {
        throw new input_error/* InputError */.d(read.problems.map(({ suggestion, ...problem }) => ({
            input: 'task-definition',
            wrong: `is wrong at ${describeDefinitionProblem(problem, path)}`,
            ...(suggestion === undefined ? {} : { suggestion }),
        })));
    }
    const notices = read.passed.map((member) => `${path}: ${member} is not known here and is sent as it is (pass-unknown)`);
    return { definition: read.definition, name: path, notices };
}
/** What ECS refuses and no schema tells, each as the rest of a sentence. Asked after the edits: an image may come from them. */
function refusedByEcs({ containerDefinitions = [] }) {
    return containerDefinitions.flatMap(({ name, image, environment, secrets }) => {
        const nameless = image === undefined || image === '' ? [`has a container ${name} without an image`] : [];
        const variables = namesIn(environment);
        // "The secret name must be unique and not shared with any new or existing environment variables"
        const both = namesIn(secrets).filter((each) => variables.includes(each));
        return [...nameless, ...both.map((each) => `has ${each} of container ${name} both in environment and in secrets`)];
    });
}
const namesIn = (list) => Array.isArray(list) ? list.flatMap((each) => each.name ?? []) : [];
const inputs = {
    executionRoleArn: 'execution-role',
    taskRoleArn: 'task-role',
};
/** The input that an edit comes from. */
function inputOf(edit) {
    return inputs[edit] ?? edit.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}


/***/ }),

/***/ 2669:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ NotRouted)
/* harmony export */ });
// src/ports/not-routed.ts
/** No listener or rule names the target group of the service, so that ECS does not let it be changed. */
class NotRouted extends Error {
    name = 'NotRouted';
}


/***/ }),

/***/ 3218:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ Unanswered)
/* harmony export */ });
// src/ports/unanswered.ts
/**
 * AWS did not answer a call, for longer than the SDK makes up for: it throttled it, had a fault of its own, or was not to be
 * reached. Says nothing of the release and nothing of the rights.
 */
class Unanswered extends Error {
    name = 'Unanswered';
}


/***/ }),

/***/ 9390:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ readDocuments),
/* harmony export */   u: () => (/* binding */ readDocument)
/* harmony export */ });
/* harmony import */ var _text_document_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2484);
/* harmony import */ var _yaml_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4824);
// src/text/document.ts


/**
 * Reads JSON, JSON with comments or YAML 1.2. The name says which: `.json` and `.jsonc` are JSON, with comments in either;
 * `.yaml` and `.yml` are YAML, and JSON all the same when the text is JSON; for any other name the text decides. A key that
 * stands twice, a number that cannot be kept exactly and a YAML tag that nobody here knows are errors, never repaired.
 */
function readDocument(text, fileName) {
    const read = readDocuments(text, fileName);
    if (!read.ok)
        return read;
    const [document, second] = read.documents;
    if (document === undefined)
        return { ok: false, wrong: 'the file is empty', at: { line: 1, column: 1 } };
    if (second !== undefined) {
        const at = second.placeOf([]) ?? { line: 1, column: 1 };
        return { ok: false, wrong: 'a second document begins here, and only one is expected', at };
    }
    return { ok: true, document };
}
/** Reads all documents of a text: YAML may hold several, parted by `---`; documents without content do not count. */
const readDocuments = (text, fileName) => (0,_text_document_js__WEBPACK_IMPORTED_MODULE_0__/* .jsonDocuments */ .p)(text, fileName) ?? (0,_text_document_js__WEBPACK_IMPORTED_MODULE_0__/* .yamlDocuments */ .O)(text, _yaml_js__WEBPACK_IMPORTED_MODULE_1__.readYaml);


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


/***/ }),

/***/ 2484:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ yamlDocuments),
/* harmony export */   p: () => (/* binding */ jsonDocuments)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5809);
/* harmony import */ var _place_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2884);
// src/text/text-document.ts


/** The text as JSON, with or without comments; undefined when its name or its content says that it is YAML. */
function jsonDocuments(text, fileName) {
    const content = contentOf(text);
    const language = languageOf(content, fileName);
    if (language === 'yaml')
        return undefined;
    const found = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .readJson */ .Vh)(content);
    if (!found.ok && language === 'json or yaml')
        return undefined;
    return placed(found.ok ? { ok: true, found: [found.found] } : found, content);
}
function yamlDocuments(text, parse) {
    const content = contentOf(text);
    return placed(parse(content), content);
}
/** A byte order mark is no part of the text; without it offsets are those that editors show. */
const contentOf = (text) => (text.startsWith('\uFEFF') ? text.slice(1) : text);
function placed(all, content) {
    const starts = (0,_place_js__WEBPACK_IMPORTED_MODULE_1__/* .lineStarts */ ._)(content);
    if (!all.ok)
        return { ok: false, wrong: all.wrong, at: (0,_place_js__WEBPACK_IMPORTED_MODULE_1__/* .placeAt */ .B)(starts, all.offset) };
    return {
        ok: true,
        documents: all.found.map(({ value, offsetOf, writtenAt }) => ({
            value,
            writtenAt,
            placeOf: (path) => {
                const offset = offsetOf(path);
                return offset === undefined ? undefined : (0,_place_js__WEBPACK_IMPORTED_MODULE_1__/* .placeAt */ .B)(starts, offset);
            },
        })),
    };
}
function languageOf(text, fileName) {
    if (/\.jsonc?$/i.test(fileName))
        return 'json';
    const looksLikeJson = /^\s*(\/\/|\/\*|[{[])/.test(text);
    if (/\.ya?ml$/i.test(fileName))
        return looksLikeJson ? 'json or yaml' : 'yaml';
    return looksLikeJson ? 'json' : 'yaml';
}


/***/ }),

/***/ 4824:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   readYaml: () => (/* binding */ readYaml)
/* harmony export */ });
/* harmony import */ var _yaml_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4240);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5809);
// src/text/yaml.ts


/** So many values may come of a text, aliases followed: a few lines of aliases of aliases would fill the memory. */
const MOST_VALUES = 100_000;
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
 * Reads YAML 1.2 with its core schema, so that `on` and `yes` are texts. Anchors, aliases and the merge key `<<` of
 * YAML 1.1, which people use, are followed. https://yaml.org/spec/1.2.2/#103-core-schema
 */
function readYaml(text) {
    // Keys are compared below, as the texts that they become.
    const documents = (0,_yaml_js__WEBPACK_IMPORTED_MODULE_0__/* .parseAllDocuments */ .hR)(text, {
        version: '1.2',
        uniqueKeys: false,
        prettyErrors: false,
        logLevel: 'silent',
    });
    if (!Array.isArray(documents))
        return { ok: true, found: [] };
    try {
        return { ok: true, found: documents.filter((each) => !isEmpty(each)).map(found) };
    }
    catch (error) {
        if (error instanceof Fault)
            return { ok: false, wrong: error.wrong, offset: error.offset };
        throw error;
    }
}
function isEmpty({ contents, errors, warnings }) {
    return errors.length + warnings.length === 0 && (0,_yaml_js__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(contents) && contents.value === null && !contents.source;
}
function found(document) {
    // A tag that is not known would be taken for a text; that is a warning of the parser and an error here.
    const [problem] = [...document.errors, ...document.warnings];
    if (problem !== undefined)
        throw new Fault(inOneLine(problem.message), problem.pos[0]);
    const value = new Values(document).of(document.contents, 0, 0);
    return { value, offsetOf: (path) => offsetOf(document, path), writtenAt: (path) => writtenAt(document, path) };
}
const inOneLine = (message) => {
    const text = message.replace(/\s+/g, ' ').trim().replace(/[.:]$/, '');
    return text.charAt(0).toLowerCase() + text.slice(1);
};
class Values {
    document;
    count = 0;
    constructor(document) {
        this.document = document;
    }
    of(node, depth, parentOffset) {
        const offset = offsetOfNode(node) ?? parentOffset;
        this.count += 1;
        if (this.count > MOST_VALUES)
            throw new Fault(`this makes more than ${MOST_VALUES} values of the file`, offset);
        if (depth > _json_js__WEBPACK_IMPORTED_MODULE_1__/* .DEEPEST */ .FI)
            throw new Fault(`this is nested more than ${_json_js__WEBPACK_IMPORTED_MODULE_1__/* .DEEPEST */ .FI} levels deep, or holds itself`, offset);
        if ((0,_yaml_js__WEBPACK_IMPORTED_MODULE_0__/* .isAlias */ .Vj)(node)) {
            const anchored = node.resolve(this.document);
            if (anchored === undefined)
                throw new Fault(`no anchor is called ${node.source}`, offset);
            return this.of(anchored, depth + 1, offset);
        }
        if ((0,_yaml_js__WEBPACK_IMPORTED_MODULE_0__/* .isSeq */ .oP)(node))
            return node.items.map((item) => this.of(item, depth + 1, offset));
        if ((0,_yaml_js__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(node))
            return this.object(node, depth, offset);
        return scalarValue(node, offset);
    }
    object(map, depth, offset) {
        const value = Object.create(null);
        const merged = [];
        for (const pair of map.items) {
            if (isMerge(pair)) {
                const from = this.of(pair.value, depth + 1, offset);
                const all = Array.isArray(from) ? from : [from];
                if (!all.every((each) => typeof each === 'object' && each !== null && !Array.isArray(each))) {
                    throw new Fault('what << puts in is not a map', offsetOfNode(pair.key) ?? offset);
                }
                merged.push(...all);
                continue;
            }
            const key = keyOf(pair, offset);
            if (Object.hasOwn(value, key)) {
                const at = offsetOfNode(pair.key) ?? offset;
                throw new Fault(`the key ${JSON.stringify(key)} stands here for the second time`, at);
            }
            value[key] = this.of(pair.value, depth + 1, offsetOfNode(pair.key) ?? offset);
        }
        for (const each of merged) {
            for (const [key, member] of Object.entries(each))
                if (!Object.hasOwn(value, key))
                    value[key] = member;
        }
        return value;
    }
}
function scalarValue(node, offset) {
    const value = node?.value ?? null;
    if (typeof value === 'number' && !(0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isExact */ .u0)(value)) {
        const text = node?.source ?? String(value);
        throw new Fault(`the number ${text} cannot be kept exactly: write it in quotes if it is a text`, offset);
    }
    return value;
}
const offsetOfNode = (node) => node?.range?.[0];
/** https://yaml.org/type/merge.html */
function isMerge({ key }) {
    return (0,_yaml_js__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(key) && key.value === '<<' && key.type === 'PLAIN';
}
/** A key as a text, written as it stands: `8080` and `1.10` are not counted through numbers. */
function keyOf({ key }, offset) {
    if ((0,_yaml_js__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(key) && key.value !== null)
        return key.type === 'PLAIN' && key.source ? key.source : String(key.value);
    throw new Fault('a key that is not a plain text', offsetOfNode(key) ?? offset);
}
function offsetOf(document, path) {
    return memberAt(document, path)?.offset;
}
function writtenAt(document, path) {
    const node = memberAt(document, path)?.node;
    return (0,_yaml_js__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(node) && typeof node.value !== 'string' ? node.source : undefined;
}
/** What a path leads to, aliases followed, and where it is told to stand. */
function memberAt(document, path) {
    let node = resolved(document, document.contents);
    let offset = offsetOfNode(node) ?? 0;
    for (const segment of path) {
        const next = memberOf(document, node, segment);
        if (next === undefined)
            return undefined;
        offset = next.offset ?? offset;
        node = resolved(document, next.node);
    }
    return { node, offset };
}
function memberOf(document, node, segment) {
    if ((0,_yaml_js__WEBPACK_IMPORTED_MODULE_0__/* .isSeq */ .oP)(node)) {
        const item = typeof segment === 'number' ? node.items[segment] : undefined;
        return item === undefined ? undefined : { node: item, offset: offsetOfNode(item) };
    }
    if (!(0,_yaml_js__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(node))
        return undefined;
    const pair = node.items.find((each) => !isMerge(each) && keyOf(each, 0) === segment);
    if (pair !== undefined)
        return { node: pair.value, offset: offsetOfNode(pair.key) };
    for (const each of node.items.filter(isMerge)) {
        const from = resolved(document, each.value);
        const all = (0,_yaml_js__WEBPACK_IMPORTED_MODULE_0__/* .isSeq */ .oP)(from) ? from.items.map((item) => resolved(document, item)) : [from];
        const inMerged = all.map((map) => memberOf(document, map, segment)).find((member) => member !== undefined);
        if (inMerged !== undefined)
            return inMerged;
    }
    return undefined;
}
function resolved(document, node) {
    return (0,_yaml_js__WEBPACK_IMPORTED_MODULE_0__/* .isAlias */ .Vj)(node) ? (node.resolve(document) ?? null) : node;
}


/***/ })

};
