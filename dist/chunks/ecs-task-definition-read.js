export const id = 4151;
export const ids = [4151];
export const modules = {

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


/***/ })

};
