export const id = 287;
export const ids = [287];
export const modules = {

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

/***/ 4719:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Tx: () => (/* binding */ checkAlarms),
/* harmony export */   eX: () => (/* binding */ judgeAlarms)
/* harmony export */ });
/* unused harmony export alarmSource */
// src/verdict/alarms.ts
const alarmSource = (name) => `alarm ${name}`;
/**
 * What the alarms say while the shift runs. INSUFFICIENT_DATA is not health: an alarm that had data and lost it is
 * unknown. One that never had any was warned about before the start and speaks only when it goes to ALARM.
 *
 * @param silentFromStart names of alarms that had no data before the start
 * @param onFromStart names of alarms that were in ALARM before a forced start and have not been OK since
 */
function judgeAlarms(names, alarms, silentFromStart, onFromStart, at) {
    return names.map((name) => {
        const source = alarmSource(name);
        const alarm = alarms.find((candidate) => candidate.name === name);
        if (alarm === undefined)
            return { source, judgement: 'unknown', reason: 'does not exist any more', at };
        if (alarm.state === 'ALARM' && onFromStart.has(name)) {
            return { source, judgement: 'healthy', reason: 'in ALARM since before the forced start (not counted)', at };
        }
        if (alarm.state === 'ALARM')
            return { source, judgement: 'unhealthy', reason: `in ALARM: ${alarm.reason}`, at };
        if (alarm.state === 'OK')
            return { source, judgement: 'healthy', reason: 'OK', at };
        return silentFromStart.has(name)
            ? { source, judgement: 'healthy', reason: 'no data since before the start (not counted)', at }
            : { source, judgement: 'unknown', reason: 'lost its data (INSUFFICIENT_DATA)', at };
    });
}
/**
 * Checks the alarms before the start. An alarm that is missing, in ALARM already, or that watches a target group or
 * load balancer that takes no part, would guard nothing.
 *
 * @param watched the values that TargetGroup and LoadBalancer dimensions may have, as CloudWatch writes them; left out, an
 *   alarm may watch anything
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-cloudwatch-metrics.html
 */
function checkAlarms(names, alarms, watched) {
    const refusals = [];
    const warnings = [];
    const silent = new Set();
    const on = new Map();
    for (const name of names) {
        const alarm = alarms.find((candidate) => candidate.name === name);
        if (alarm === undefined) {
            refusals.push(`alarm ${name} does not exist in this account and Region`);
            continue;
        }
        if (alarm.state === 'ALARM')
            on.set(name, `alarm ${name} is in ALARM already: ${alarm.reason}`);
        if (alarm.state === 'INSUFFICIENT_DATA') {
            silent.add(name);
            warnings.push(silence(alarm));
        }
        const wrong = watched === undefined ? undefined : wrongDimension(alarm, watched);
        if (wrong !== undefined)
            refusals.push(wrong);
    }
    if (watched === undefined)
        return { refusals, warnings, silent, on };
    // Alarms of both sides are given by whoever has one for each; only when none looks at the new side is there a hole.
    const ofBlue = alarms.filter((alarm) => watchesOnly(watched.blue, alarm));
    if (ofBlue.length > 0 && !alarms.some((alarm) => watches(watched.green, alarm))) {
        for (const { name } of ofBlue) {
            warnings.push(`alarm ${name} watches the old side only (TargetGroup ${watched.blue}): it cannot see the new one`);
        }
    }
    return { refusals, warnings, silent, on };
}
function silence(alarm) {
    const hint = alarm.missingData === 'missing' ? '; TreatMissingData is "missing", so no errors looks the same as no metric' : '';
    return `alarm ${alarm.name} has no data (INSUFFICIENT_DATA)${hint}: it is not counted as health, and guards only if it gets data`;
}
function wrongDimension(alarm, watched) {
    for (const { name, value } of alarm.dimensions) {
        if (name === 'TargetGroup' && value !== watched.blue && value !== watched.green) {
            return `alarm ${alarm.name} watches target group ${value}, which takes no part (blue ${watched.blue}, green ${watched.green})`;
        }
        if (name === 'LoadBalancer' && value !== watched.loadBalancer) {
            return `alarm ${alarm.name} watches load balancer ${value}, not ${watched.loadBalancer}`;
        }
    }
    return undefined;
}
const groupsOf = (alarm) => alarm.dimensions.filter(({ name }) => name === 'TargetGroup').map(({ value }) => value);
const watches = (group, alarm) => groupsOf(alarm).includes(group);
const watchesOnly = (group, alarm) => {
    const groups = groupsOf(alarm);
    return groups.length > 0 && groups.every((value) => value === group);
};


/***/ })

};
