export const id = 2886;
export const ids = [2886,8342];
export const modules = {

/***/ 1320:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   readAllowList: () => (/* binding */ readAllowList)
/* harmony export */ });
/* unused harmony export isDay */
/* harmony import */ var _text_document_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9390);
// src/images/allow-list.ts

const MEMBERS = ['id', 'package', 'reason', 'expires'];
/** Reads the list, YAML or JSON: entries of `id`, `reason`, `expires` and perhaps `package`. Every problem is told. */
function readAllowList(text, fileName) {
    const reading = (0,_text_document_js__WEBPACK_IMPORTED_MODULE_0__/* .readDocument */ .u)(text, fileName);
    if (!reading.ok)
        return { ok: false, problems: [{ at: reading.at, wrong: reading.wrong }] };
    const { document } = reading;
    const problems = [];
    const tell = (path, wrong) => {
        problems.push({ at: document.placeOf(path) ?? document.placeOf([]) ?? { line: 1, column: 1 }, wrong });
    };
    if (!Array.isArray(document.value)) {
        tell([], 'a list is expected: one "- id: …" per weakness');
        return { ok: false, problems };
    }
    const seen = new Set();
    const allowances = document.value.flatMap((entry, index) => {
        const found = problems.length;
        const allowance = allowanceOf(entry, (member, wrong) => tell(member === undefined ? [index] : [index, member], wrong));
        if (allowance === undefined || problems.length > found)
            return [];
        const key = JSON.stringify([allowance.id.toLowerCase(), allowance.package ?? '']);
        if (seen.has(key))
            tell([index], `${allowance.id} stands here for the second time`);
        seen.add(key);
        return [allowance];
    });
    return problems.length > 0 ? { ok: false, problems } : { ok: true, allowances };
}
function allowanceOf(entry, tell) {
    if (typeof entry !== 'object' || entry === null || Array.isArray(entry)) {
        tell(undefined, 'an entry with id, reason and expires is expected');
        return undefined;
    }
    const members = entry;
    for (const name of Object.keys(members)) {
        if (!MEMBERS.includes(name))
            tell(name, `${name} is not known here; accepted are ${MEMBERS.join(', ')}`);
    }
    const text = (name, isRequired) => {
        const value = members[name];
        if (typeof value === 'string' && value.trim() !== '')
            return value.trim();
        if (value !== undefined && value !== null && value !== '')
            tell(name, `${name} is not text`);
        else if (isRequired)
            tell(name in members ? name : undefined, `${name} is missing`);
        return '';
    };
    const [id, reason, expires] = [text('id', true), text('reason', true), text('expires', true)];
    const of = text('package', false);
    if (expires !== '' && !isDay(expires))
        tell('expires', `${JSON.stringify(expires)} is no day such as 2026-12-31`);
    return { id, reason, expires, ...(of === '' ? {} : { package: of }) };
}
/** A day of the calendar, so that the 31st of June does not hold for ever. */
function isDay(text) {
    const [, year = 0, month = 0, day = 0] = (/^(\d{4})-(\d\d)-(\d\d)$/.exec(text) ?? []).map(Number);
    const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
    const length = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
    return year > 0 && day >= 1 && day <= length;
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
