export const id = 2118;
export const ids = [2118,8342];
export const modules = {

/***/ 1510:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ cycleIn),
/* harmony export */   p: () => (/* binding */ levelsOf)
/* harmony export */ });
// src/services-file/levels.ts
/**
 * The items in levels: each stands in the first level after all that it depends on, in the order given within one. An item
 * that depends on one that is not among them waits for what that one waits for, so that order holds through services
 * that are not deployed this time.
 *
 * @param all the items to look ways up in; those of `chosen` among them
 */
function levelsOf(all, chosen) {
    const byName = new Map(all.map((item) => [item.name, item]));
    const wanted = new Set(chosen);
    const levels = [];
    const known = new Map();
    /** How many levels stand before this item. */
    const depth = (name) => {
        const before = known.get(name);
        if (before !== undefined)
            return before;
        // A circle ends here; a file that holds one has been refused.
        known.set(name, 0);
        const others = (byName.get(name)?.dependsOn ?? []).map((other) => depth(other) + (wanted.has(other) ? 1 : 0));
        const result = Math.max(0, ...others);
        known.set(name, result);
        return result;
    };
    for (const item of all) {
        if (!wanted.has(item.name))
            continue;
        const level = depth(item.name);
        while (levels.length <= level)
            levels.push([]);
        levels[level]?.push(item);
    }
    return levels;
}
/** A circle of dependencies, its first name again at its end, or nothing when there is none. */
function cycleIn(items) {
    const byName = new Map(items.map((item) => [item.name, item]));
    const done = new Set();
    const way = [];
    const visit = (name) => {
        if (way.includes(name))
            return [...way.slice(way.indexOf(name)), name];
        if (done.has(name))
            return undefined;
        way.push(name);
        for (const other of byName.get(name)?.dependsOn ?? []) {
            const circle = visit(other);
            if (circle !== undefined)
                return circle;
        }
        way.pop();
        done.add(name);
        return undefined;
    };
    for (const { name } of items) {
        const circle = visit(name);
        if (circle !== undefined)
            return circle;
    }
    return undefined;
}


/***/ }),

/***/ 495:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  describeFileProblem: () => (/* binding */ describeFileProblem),
  readServicesFile: () => (/* binding */ readServicesFile)
});

// EXTERNAL MODULE: ./build-stage/spec/nearest.js
var nearest = __webpack_require__(5541);
// EXTERNAL MODULE: ./build-stage/text/document.js
var text_document = __webpack_require__(9390);
// EXTERNAL MODULE: ./build-stage/services-file/levels.js
var levels = __webpack_require__(1510);
// EXTERNAL MODULE: ./build-stage/spec/action-spec.js
var action_spec = __webpack_require__(1169);
;// CONCATENATED MODULE: ./build-stage/services-file/shape.js
// src/services-file/shape.ts

const scalar = (kind) => ({ is: 'scalar', kind });
const list = (of) => ({ is: 'list', of });
const words = (of) => ({ is: 'list', of, repeats: true });
const mapping = (key, of) => ({
    is: 'mapping',
    key,
    of,
});
const record = (fields) => ({ is: 'record', fields });
const settings = (inputs) => ({ is: 'settings', inputs });
/** The name of a field in what was read. */
const fieldName = action_spec/* camelCase */.x;

;// CONCATENATED MODULE: ./build-stage/services-file/read-shape.js
// src/services-file/read-shape.ts


/** Reads a value by its shape. Pure; gathers every fault there is, and answers a value only when there is none. */
function readShape(shape, value) {
    const faults = [];
    const result = new Reader(faults).read(shape, value, []);
    return faults.length > 0 ? { faults } : { value: result, faults };
}
/** A mapping of the document: never an array, never null. */
function isMapping(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
class Reader {
    faults;
    constructor(faults) {
        this.faults = faults;
    }
    read(shape, value, path) {
        switch (shape.is) {
            case 'scalar':
                return this.scalar(shape.kind, value, path);
            case 'list':
                return this.list(shape.of, shape.repeats === true, value, path);
            case 'mapping':
                return this.mapping(shape.key, shape.of, value, path);
            case 'record':
                return this.record(shape.fields, value, path);
            case 'settings':
                return this.settings(shape.inputs, value, path);
        }
    }
    scalar(kind, value, path) {
        const text = this.text(kind, value, path);
        if (text === undefined)
            return undefined;
        const reading = kind.read(text);
        if (reading.ok)
            return reading.value;
        this.fault(path, `(${JSON.stringify(text)}) ${reading.wrong}`, kind.accepts, reading.suggestion);
        return undefined;
    }
    /** A number or a flag stands without quotes only where one is meant: elsewhere YAML would have made 1.1 of 1.10. */
    text(kind, value, path) {
        if (typeof value === 'string') {
            const text = value.trim();
            if (text !== '')
                return text;
            this.fault(path, 'is empty', kind.accepts);
        }
        else if (typeof value === 'number' || typeof value === 'boolean') {
            if (kind.workflowType === typeof value)
                return String(value);
            this.fault(path, `is ${nameOf(value)}, not text`, `${kind.accepts}, in quotes where YAML reads something else`);
        }
        else {
            this.fault(path, `is ${nameOf(value)}`, kind.accepts);
        }
        return undefined;
    }
    list(of, repeats, value, path) {
        if (!Array.isArray(value)) {
            this.fault(path, `is ${nameOf(value)} instead of a list`, 'a list: one line with "- " per item');
            return [];
        }
        const seen = new Set();
        return value.map((item, index) => {
            if (!repeats && seen.has(item))
                this.fault([...path, index], `names ${JSON.stringify(item)} twice`);
            seen.add(item);
            return this.read(of, item, [...path, index]);
        });
    }
    mapping(key, of, value, path) {
        const entries = new Map();
        if (!this.isMapping(value, path))
            return entries;
        for (const [name, item] of Object.entries(value)) {
            const reading = key.read(name);
            if (!reading.ok)
                this.fault([...path, name], `has a name that ${reading.wrong}`, key.accepts, reading.suggestion);
            // An entry of which nothing is said is a name with nothing behind it.
            entries.set(name, this.read(of, item ?? {}, [...path, name]));
        }
        return entries;
    }
    record(fields, value, path) {
        const result = {};
        if (!this.isMapping(value, path))
            return result;
        this.unknownNames(Object.keys(fields), value, path);
        for (const [name, field] of Object.entries(fields)) {
            if (Object.hasOwn(value, name))
                result[fieldName(name)] = this.read(field.shape, value[name], [...path, name]);
            else if (field.required)
                this.fault(path, `has no ${name}, which is required`);
        }
        return result;
    }
    settings(inputs, value, path) {
        const result = {};
        if (!this.isMapping(value, path))
            return result;
        this.unknownNames(Object.keys(inputs), value, path);
        for (const [name, input] of Object.entries(inputs)) {
            if (!Object.hasOwn(value, name))
                continue;
            const text = this.settingText(input, value[name], [...path, name]);
            if (text === undefined)
                continue;
            result[name] = text;
            const reading = input.kind.read(text);
            // What is taken word by word may hold what nobody should see.
            const shown = input.verbatim ? '' : `(${JSON.stringify(text)}) `;
            if (!reading.ok)
                this.fault([...path, name], `${shown}${reading.wrong}`, input.kind.accepts, reading.suggestion);
        }
        return result;
    }
    /**
     * A list stands for lines, a mapping for lines `name=value`; both for JSON where the input takes each character as it is.
     */
    settingText(input, value, path) {
        const { kind, verbatim } = input;
        const isList = Array.isArray(value);
        if (typeof value === 'string' && verbatim && value.trim() !== '')
            return value;
        if (!isList && !isMapping(value))
            return this.text(kind, value, path);
        const before = this.faults.length;
        const texts = Object.entries(value).map(([key, item]) => {
            const text = typeof item === 'string' || (typeof item === 'number' && !verbatim) ? String(item) : undefined;
            const isGood = text !== undefined && (verbatim || /^[^\r\n]*\S[^\r\n]*$/.test(text));
            const here = [...path, isList ? Number(key) : key];
            if (!isGood)
                this.fault(here, verbatim ? 'is not text' : 'is not one line of text', kind.accepts);
            return [key, text ?? ''];
        });
        if (this.faults.length > before)
            return undefined;
        if (texts.length === 0 && !verbatim)
            return this.text(kind, '', path);
        if (verbatim)
            return JSON.stringify(isList ? texts.map(([, item]) => item) : Object.fromEntries(texts));
        return texts.map(([key, item]) => (isList ? item.trim() : `${key}=${item.trim()}`)).join('\n');
    }
    isMapping(value, path) {
        if (isMapping(value))
            return true;
        this.fault(path, `is ${nameOf(value)} instead of a mapping`, 'a mapping: one line "name: value" per entry');
        return false;
    }
    unknownNames(known, value, path) {
        for (const name of Object.keys(value)) {
            if (known.includes(name))
                continue;
            this.fault([...path, name], 'is not known here', known.join(', '), (0,nearest/* nearest */.p)(name, known));
        }
    }
    fault(path, wrong, accepts, suggestion) {
        this.faults.push({
            path,
            wrong,
            ...(accepts === undefined ? {} : { accepts }),
            ...(suggestion === undefined ? {} : { suggestion }),
        });
    }
}
function nameOf(value) {
    if (value === null || value === undefined)
        return 'empty';
    if (Array.isArray(value))
        return 'a list';
    if (typeof value === 'object')
        return 'a mapping';
    if (typeof value === 'string')
        return 'text';
    return `${typeof value === 'boolean' ? 'a flag' : 'a number'} (${String(value)})`;
}

// EXTERNAL MODULE: ./build-stage/spec/kind.js
var kind = __webpack_require__(1789);
// EXTERNAL MODULE: ./build-stage/spec/kinds.js + 1 modules
var kinds = __webpack_require__(7240);
// EXTERNAL MODULE: ./build-stage/spec/names.js
var names = __webpack_require__(7383);
// EXTERNAL MODULE: ./build-stage/services-file/watch-paths.js
var watch_paths = __webpack_require__(3899);
;// CONCATENATED MODULE: ./build-stage/services-file/schema.js
// src/services-file/schema.ts





/** What a services file may say: the one source of its reader, its JSON Schema and its guide. */
/** The name of a service in the file: it becomes part of log lines, tables and names of steps. */
function entryName() {
    return kinds/* text */.Qq({
        pattern: /^[A-Za-z0-9][A-Za-z0-9_-]{0,62}$/,
        accepts: 'letters, digits, - and _, beginning with a letter or a digit, at most 63',
    });
}
/** https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_CreateRepository.html */
function repositoryName() {
    return kinds/* text */.Qq({
        pattern: /^(?=.{2,256}$)[a-z0-9]+([._/-]+[a-z0-9]+)*$/,
        accepts: 'the name of an ECR repository: small letters, digits, and . _ - / between them',
    });
}
/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html */
function containerName() {
    return kinds/* text */.Qq({ pattern: /^[A-Za-z0-9_-]{1,255}$/, accepts: 'the name of a container in the task definition' });
}
/** A file in the repository, or the ARN of what is registered. */
function taskDefinition() {
    const file = (0,names/* pathInRepository */.zB)();
    const arn = /^arn:aws[a-z-]*:ecs:[a-z0-9-]+:\d{12}:task-definition\/[A-Za-z0-9_-]{1,255}:\d+$/;
    return {
        label: 'path or ARN',
        accepts: 'the path of a file from the top of the repository, or the ARN of a task definition with its revision',
        absent: undefined,
        read: (given) => {
            if (!given.startsWith('arn:'))
                return file.read(given);
            return arn.test(given) ? (0,kind/* read */.L)(given) : (0,kind/* wrong */.Q)('is not the ARN of a task definition with its revision');
        },
    };
}
/** https://docs.docker.com/reference/dockerfile/#arg */
const argument = () => kinds/* text */.Qq({ pattern: /^[A-Za-z_][A-Za-z0-9_]*=.*$/s, accepts: 'NAME=value' });
/** https://docs.docker.com/reference/cli/docker/buildx/build/#build-context */
function buildContext() {
    const file = (0,names/* pathInRepository */.zB)();
    return {
        label: 'name=folder',
        accepts: 'name=folder, name=docker-image://reference or name=service:other',
        absent: undefined,
        read: (given) => {
            const [, name, from = ''] = /^([a-z0-9][a-z0-9_.:/-]*)=(\S+)$/.exec(given) ?? [];
            if (name === undefined)
                return (0,kind/* wrong */.Q)('does not have the shape of one');
            if (/^(?:docker-image:\/\/|service:)\S+$/.test(from))
                return (0,kind/* read */.L)(given);
            if (/^[a-z-]+:/.test(from))
                return (0,kind/* wrong */.Q)('is neither a folder nor docker-image:// nor service:');
            const reading = file.read(from);
            return reading.ok ? (0,kind/* read */.L)(given) : reading;
        },
    };
}
/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RunTask.html (taskDefinition) */
function registered() {
    return kinds/* text */.Qq({
        pattern: /^(arn:aws[a-z-]*:ecs:[a-z0-9-]+:\d{12}:task-definition\/)?[A-Za-z0-9_-]{1,255}(:\d+)?$/,
        accepts: 'the family of a task definition, family:revision, or its ARN',
    });
}
const step = record({
    name: {
        shape: scalar(entryName()),
        required: true,
        description: 'What the step is called in the log and the summary.',
    },
    command: {
        shape: words(scalar(kinds/* text */.Qq())),
        description: 'The command of the container, word by word; no shell reads it.',
        otherwise: 'the command of the task definition or the image',
    },
    container: {
        shape: scalar(containerName()),
        description: 'The container that `command` is for.',
        otherwise: 'the only one, or the one that takes the image',
    },
    'task-definition': {
        shape: scalar(registered()),
        description: 'What the task runs, when it is not what the service will run: the family or the ARN of what is registered.',
        otherwise: 'the task definition that is being deployed',
    },
    timeout: {
        shape: scalar(kinds/* duration */.p0({ minMs: 1_000, maxMs: 86_400_000 })),
        description: 'How long the task may take from its start; then it is stopped and the step has failed.',
        otherwise: '`15m`',
    },
});
/** What a service may say, and what `defaults` may say for all. */
function commonFields(inputs) {
    return {
        service: {
            shape: scalar((0,names/* serviceName */.fe)()),
            description: 'Name of the ECS service.',
            otherwise: 'the name in this file',
        },
        cluster: {
            shape: scalar((0,names/* clusterName */.SL)()),
            description: 'Name or ARN of the ECS cluster.',
            otherwise: 'the input `cluster` of the action',
        },
        'ecr-repository': {
            shape: scalar(repositoryName()),
            description: 'Name of the ECR repository that the image is pushed to.',
        },
        context: {
            shape: scalar((0,names/* pathInRepository */.zB)()),
            description: 'Folder that the image is built from.',
            otherwise: 'the top of the repository',
        },
        dockerfile: {
            shape: scalar((0,names/* pathInRepository */.zB)()),
            description: 'Path of the Dockerfile.',
            otherwise: '`Dockerfile` in `context`',
        },
        target: {
            shape: scalar((0,names/* stageName */.CT)()),
            description: 'Stage of the Dockerfile that becomes the image.',
            otherwise: 'the last one',
        },
        'build-args': {
            shape: list(scalar(argument())),
            description: 'Build arguments of the image, `NAME=value` each. They end in its history: no place for secrets.',
            otherwise: 'the input `build-args` of the action; of a name that both have, this one counts',
        },
        'build-contexts': {
            shape: list(scalar(buildContext())),
            description: 'Further folders or images for the Dockerfile, each `name=folder`, `name=docker-image://reference`, or `name=service:other` for the image of another service of this file, which is then built once for all that are made from it.',
            otherwise: 'none',
        },
        container: {
            shape: scalar(containerName()),
            description: 'The container that takes the image of this service.',
            otherwise: 'the only one of the task definition',
        },
        'task-definition': {
            shape: scalar(taskDefinition()),
            description: 'The task definition to deploy: a file, which is registered, or the ARN of one that is registered already.',
            otherwise: 'what the service runs now, with the new image',
        },
        'stop-timeout': {
            // https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html (stopTimeout)
            shape: scalar(kinds/* duration */.p0({ minMs: 1_000, maxMs: 120_000 })),
            description: 'How long a container may take to finish its work after it was told to stop, before it is killed. Put into the task definition for `container`.',
            otherwise: 'what the task definition says',
        },
        strategy: {
            shape: scalar(kinds/* oneOf */.yL('rolling', 'blue-green')),
            description: 'How the service is updated. `ecs-rolling` leaves the services of another strategy alone and says so.',
            otherwise: '`rolling`',
        },
        paths: {
            shape: list(scalar((0,watch_paths/* watchPattern */.E)())),
            description: 'Which files belong to the service. One that changed makes the service a changed one.',
            otherwise: '`context` with the files of `dockerfile` and `task-definition` and the folders of `build-contexts`; without `context`, every file',
        },
        before: {
            shape: list(step),
            description: 'One-off tasks before the service is updated, in this order. One that fails leaves the service untouched.',
        },
        after: {
            shape: list(step),
            description: 'One-off tasks after the service has become stable. One that fails fails the service, which is rolled back.',
        },
        rolling: {
            shape: settings(inputs),
            description: 'Inputs of `ecs-rolling` for this service, in place of those of the action.',
        },
    };
}
function serviceShape(inputs) {
    return record({
        ...commonFields(inputs),
        'depends-on': {
            shape: list(scalar(entryName())),
            description: 'Services of this file that must have been updated before this one is begun.',
        },
    });
}
/** `inputs` are the settings of a rolling update that a service may set for itself. */
function servicesFileShape(inputs) {
    return record({
        defaults: {
            shape: record(commonFields(inputs)),
            description: 'What holds for every service that does not say otherwise. `{name}` in a text stands for the name of the service. `rolling` is merged setting by setting, everything else is taken as a whole.',
        },
        'shared-paths': {
            shape: list(scalar((0,watch_paths/* watchPattern */.E)())),
            description: 'Files that belong to all services: one that changed makes all of them changed ones.',
            otherwise: 'none',
        },
        services: {
            shape: mapping(entryName(), serviceShape(inputs)),
            required: true,
            description: 'The services, each under the name that `services`, `service-images` and `depends-on` call it by.',
        },
    });
}

;// CONCATENATED MODULE: ./build-stage/services-file/services-file.js
// src/services-file/services-file.ts





/**
 * Reads a services file. Pure; answers every problem there is, in the order of the file, never only the first; a text that
 * is no document at all has one.
 *
 * @param inputs the inputs of a rolling update that a service may set for itself
 */
function readServicesFile(text, fileName, inputs) {
    const read = (0,text_document/* readDocument */.u)(text, fileName);
    if (!read.ok)
        return { ok: false, problems: [{ member: '', wrong: read.wrong, at: read.at }] };
    const { document } = read;
    const merged = merge(document.value);
    const reading = readShape(servicesFileShape(inputs), merged.value);
    const faults = reading.faults.map((fault) => ({ ...fault, path: merged.source(fault.path) }));
    const value = reading.value;
    if (value === undefined)
        return { ok: false, problems: placed(document, faults) };
    const services = [...value.services].map(entryOf);
    faults.push(...faultsBetween(services).map((fault) => ({ ...fault, path: merged.source(fault.path) })));
    if (faults.length > 0)
        return { ok: false, problems: placed(document, faults) };
    const places = new Map(services.map(({ name }) => {
        const { line, column } = placeOf(document, ['services', name]);
        return [name, `${fileName}:${line}:${column}`];
    }));
    return { ok: true, file: { fileName, services, sharedPaths: value.sharedPaths ?? [], places } };
}
/** A problem in one line: file, line and column as compilers write them, so that editors and terminals can follow. */
function describeFileProblem(fileName, problem) {
    const { at, member, wrong, accepts, suggestion } = problem;
    const what = member === '' ? wrong : `${member} ${wrong}`;
    const accepted = accepts === undefined ? '' : ` Accepted: ${accepts}.`;
    const meant = suggestion === undefined ? '' : ` Did you mean ${JSON.stringify(suggestion)}?`;
    return `${fileName}:${at.line}:${at.column}: ${what}.${accepted}${meant}`;
}
function entryOf([name, value]) {
    return {
        ...value,
        name,
        service: value.service ?? name,
        strategy: value.strategy ?? 'rolling',
        dependsOn: value.dependsOn ?? [],
    };
}
/** The document with the defaults put into each service, and the way back from a path of it to the path in the text. */
function merge(value) {
    if (!isMapping(value) || !isMapping(value.services))
        return { value, source: (path) => path };
    const defaults = isMapping(value.defaults) ? value.defaults : {};
    const own = value.services;
    const services = Object.fromEntries(Object.entries(own).map(([name, service]) => {
        if (!isMapping(service) && service !== null)
            return [name, service];
        const given = service ?? {};
        const common = named(defaults, name);
        const rolling = merged(common.rolling, given.rolling);
        return [name, { ...common, ...given, ...(rolling === undefined ? {} : { rolling }) }];
    }));
    const source = (path) => {
        const [top, name, ...rest] = path;
        if (top !== 'services' || name === undefined || rest.length === 0)
            return path;
        const depth = rest[0] === 'rolling' ? 2 : 1;
        const member = valueAt(own[name], rest.slice(0, depth));
        const common = valueAt(defaults, rest.slice(0, depth));
        return member === undefined && common !== undefined ? ['defaults', ...rest] : path;
    };
    // What the defaults say is read for itself as well, under a name like any other, for what no service takes over.
    const shown = value.defaults === undefined ? {} : { defaults: named(value.defaults, 'name') };
    return { value: { ...value, ...shown, services }, source };
}
function valueAt(value, path) {
    let here = value;
    for (const key of path) {
        if (typeof here !== 'object' || here === null || !Object.hasOwn(here, key))
            return undefined;
        here = here[key];
    }
    return here;
}
function merged(common, own) {
    if (own === undefined)
        return common;
    return isMapping(common) && isMapping(own) ? { ...common, ...own } : own;
}
/** `{name}` in every text below. */
function named(value, name) {
    if (typeof value === 'string')
        return value.replaceAll('{name}', () => name);
    if (Array.isArray(value))
        return value.map((item) => named(item, name));
    if (!isMapping(value))
        return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, named(item, name)]));
}
function faultsBetween(services) {
    const names = services.map(({ name }) => name);
    if (names.length === 0)
        return [{ path: ['services'], wrong: 'names no service' }];
    const unknown = services.flatMap(({ name, dependsOn }) => dependsOn.flatMap((other, index) => {
        const path = ['services', name, 'depends-on', index];
        if (other === name)
            return [{ path, wrong: 'names the service itself' }];
        if (names.includes(other))
            return [];
        const suggestion = (0,nearest/* nearest */.p)(other, names);
        const wrong = `names ${JSON.stringify(other)}, which is no service of this file`;
        return [{ path, wrong, accepts: names.join(', '), ...(suggestion === undefined ? {} : { suggestion }) }];
    }));
    return [
        ...unknown,
        ...(unknown.length === 0 ? cycleFault(services) : []),
        ...twins(services),
        ...stepFaults(services),
    ];
}
function cycleFault(services) {
    const cycle = (0,levels/* cycleIn */.Q)(services);
    const [first, second] = cycle ?? [];
    if (cycle === undefined || first === undefined || second === undefined)
        return [];
    const at = services.find(({ name }) => name === first)?.dependsOn.indexOf(second) ?? 0;
    const wrong = `closes a circle, so that none of these can be the first: ${cycle.join(' → ')}`;
    return [{ path: ['services', first, 'depends-on', at], wrong }];
}
/** Two entries for one ECS service would undo each other. */
function twins(services) {
    const first = new Map();
    return services.flatMap(({ name, service, cluster = '' }) => {
        const key = `${cluster} ${service}`;
        const other = first.get(key);
        first.set(key, other ?? name);
        if (other === undefined)
            return [];
        return [{ path: ['services', name, 'service'], wrong: `is ${service}, and so is that of ${other}` }];
    });
}
function stepFaults(services) {
    return services.flatMap(({ name, before = [], after = [] }) => Object.entries({ before, after }).flatMap(([list, steps]) => steps.flatMap((one, index) => steps.findIndex((other) => other.name === one.name) === index
        ? []
        : [{ path: ['services', name, list, index, 'name'], wrong: `is ${one.name}, as that of a step before it` }])));
}
function placed(document, faults) {
    const problems = faults.map(({ path, ...fault }) => ({
        ...fault,
        member: memberName(path),
        at: placeOf(document, path),
    }));
    // A default is read for every service: what is wrong with it is told once, whatever name stood in it.
    const same = ({ member, wrong }) => `${member} ${member.startsWith('defaults') ? wrong.replace(/^\(".*"\) /, '') : wrong}`;
    const unique = new Map(problems.toReversed().map((problem) => [same(problem), problem]));
    return [...unique.values()].sort((a, b) => a.at.line - b.at.line || a.at.column - b.at.column);
}
/** The place of the member, or of the nearest thing around it that is there. */
function placeOf(document, path) {
    for (let length = path.length; length > 0; length -= 1) {
        const at = document.placeOf(path.slice(0, length));
        if (at !== undefined)
            return at;
    }
    return document.placeOf([]) ?? { line: 1, column: 1 };
}
/** `services.user.paths[0]` */
function memberName(path) {
    const plain = (part) => (/^[\w-]+$/.test(part) ? part : JSON.stringify(part));
    const name = path.map((part) => (typeof part === 'number' ? `[${part}]` : `.${plain(part)}`)).join('');
    return name === '' ? 'the file' : name.replace(/^\./, '');
}


/***/ }),

/***/ 3899:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ watchPattern),
/* harmony export */   n: () => (/* binding */ takes)
/* harmony export */ });
/* harmony import */ var _spec_kind_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1789);
// src/services-file/watch-paths.ts

/**
 * Patterns of paths in a repository, a part of what GitHub's own path filters take, so that one text means the same in
 * both: `*` is anything but `/`, `**` is anything, `!` takes out again what a pattern before it took. A pattern that
 * names a folder takes all below it. Files whose names begin with a dot are files like any other. Node's `matchesGlob`
 * leaves those out, by which a changed `.npmrc` would change nothing.
 * https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#filter-pattern-cheat-sheet
 */
function watchPattern() {
    return {
        label: 'path pattern',
        accepts: 'a path in the repository such as services/user/**, with * for a part of a name, ** for any folders, ! in front to take out',
        absent: undefined,
        read: (given) => {
            const path = given.replace(/^!/, '');
            if (/[?+[\]{}]/.test(path))
                return (0,_spec_kind_js__WEBPACK_IMPORTED_MODULE_0__/* .wrong */ .Q)('has one of ? + [ ] { } in it, which GitHub and shells take differently');
            if (path.includes('\\'))
                return (0,_spec_kind_js__WEBPACK_IMPORTED_MODULE_0__/* .wrong */ .Q)('has a \\ in it', given.replaceAll('\\', '/'));
            const plain = path.replace(/^(\.?\/)+/, '').replace(/\/$/, '');
            if (plain.split('/').some((part) => part === '..' || part === '.'))
                return (0,_spec_kind_js__WEBPACK_IMPORTED_MODULE_0__/* .wrong */ .Q)('leaves the repository or has a . in it');
            if (plain === '')
                return (0,_spec_kind_js__WEBPACK_IMPORTED_MODULE_0__/* .wrong */ .Q)('names nothing', '**');
            return plain === path || `${plain}/` === path
                ? (0,_spec_kind_js__WEBPACK_IMPORTED_MODULE_0__/* .read */ .L)(given)
                : (0,_spec_kind_js__WEBPACK_IMPORTED_MODULE_0__/* .wrong */ .Q)('does not begin at the top of the repository', plain);
        },
    };
}
/** Whether the patterns take the path; the last pattern that speaks of it decides. */
function takes(patterns, path) {
    let isTaken = false;
    for (const pattern of patterns) {
        const isOut = pattern.startsWith('!');
        if (isOut === isTaken && matches(isOut ? pattern.slice(1) : pattern, path))
            isTaken = !isOut;
    }
    return isTaken;
}
/**
 * Walks the path once, with all the places in the pattern that it may have come to. A regular expression of many `**`
 * would go back and forth for minutes.
 */
function matches(pattern, path) {
    const tokens = pattern.replace(/\/$/, '').match(/\*{2,}\/|\*+|[^*]/gs) ?? [];
    let places = new Set();
    const enter = (place, into) => {
        into.add(place);
        if (tokens[place]?.startsWith('*'))
            enter(place + 1, into);
    };
    enter(0, places);
    for (const letter of path) {
        // All below a folder that the pattern names belongs to it.
        if (letter === '/' && places.has(tokens.length))
            return true;
        const next = new Set();
        for (const place of places) {
            const token = tokens[place] ?? '';
            const takesFolders = token.startsWith('**') && token.endsWith('/');
            // Whole folders end with a slash; before one, the pattern cannot go on.
            if (takesFolders)
                next.add(place);
            if (token === letter || (takesFolders && letter === '/'))
                enter(place + 1, next);
            else if (/^\*+$/.test(token) && (token !== '*' || letter !== '/'))
                enter(place, next);
        }
        places = next;
    }
    return places.has(tokens.length);
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
