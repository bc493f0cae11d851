export const id = 8342;
export const ids = [8342];
export const modules = {

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
