import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 6698:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:async_hooks");

/***/ }),

/***/ 1421:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process");

/***/ }),

/***/ 7598:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 8474:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:events");

/***/ }),

/***/ 3024:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 1455:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");

/***/ }),

/***/ 7067:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");

/***/ }),

/***/ 4708:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:https");

/***/ }),

/***/ 7030:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:net");

/***/ }),

/***/ 8161:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");

/***/ }),

/***/ 6760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 1708:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:process");

/***/ }),

/***/ 481:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:readline");

/***/ }),

/***/ 7075:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream");

/***/ }),

/***/ 6466:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream/promises");

/***/ }),

/***/ 8500:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:timers/promises");

/***/ }),

/***/ 3136:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:url");

/***/ }),

/***/ 7975:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");

/***/ }),

/***/ 8522:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib");

/***/ }),

/***/ 8045:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  Lb: () => (/* reexport */ issueCommand),
  n0: () => (/* reexport */ issueFileCommand),
  vC: () => (/* reexport */ prepareKeyValueMessage),
  z: () => (/* reexport */ summary),
  kR: () => (/* reexport */ toCommandProperties)
});

;// CONCATENATED MODULE: external "os"
const external_os_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("os");
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/utils.js
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */
/**
 * Sanitizes an input into a string so it can be passed into issueCommand safely
 * @param input input to sanitize into a string
 */
function toCommandValue(input) {
    if (input === null || input === undefined) {
        return '';
    }
    else if (typeof input === 'string' || input instanceof String) {
        return input;
    }
    return JSON.stringify(input);
}
/**
 *
 * @param annotationProperties
 * @returns The command properties to send with the actual annotation command
 * See IssueCommandProperties: https://github.com/actions/runner/blob/main/src/Runner.Worker/ActionCommandManager.cs#L646
 */
function toCommandProperties(annotationProperties) {
    if (!Object.keys(annotationProperties).length) {
        return {};
    }
    return {
        title: annotationProperties.title,
        file: annotationProperties.file,
        line: annotationProperties.startLine,
        endLine: annotationProperties.endLine,
        col: annotationProperties.startColumn,
        endColumn: annotationProperties.endColumn
    };
}
//# sourceMappingURL=utils.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/command.js


/**
 * Issues a command to the GitHub Actions runner
 *
 * @param command - The command name to issue
 * @param properties - Additional properties for the command (key-value pairs)
 * @param message - The message to include with the command
 * @remarks
 * This function outputs a specially formatted string to stdout that the Actions
 * runner interprets as a command. These commands can control workflow behavior,
 * set outputs, create annotations, mask values, and more.
 *
 * Command Format:
 *   ::name key=value,key=value::message
 *
 * @example
 * ```typescript
 * // Issue a warning annotation
 * issueCommand('warning', {}, 'This is a warning message');
 * // Output: ::warning::This is a warning message
 *
 * // Set an environment variable
 * issueCommand('set-env', { name: 'MY_VAR' }, 'some value');
 * // Output: ::set-env name=MY_VAR::some value
 *
 * // Add a secret mask
 * issueCommand('add-mask', {}, 'secretValue123');
 * // Output: ::add-mask::secretValue123
 * ```
 *
 * @internal
 * This is an internal utility function that powers the public API functions
 * such as setSecret, warning, error, and exportVariable.
 */
function issueCommand(command, properties, message) {
    const cmd = new Command(command, properties, message);
    process.stdout.write(cmd.toString() + external_os_namespaceObject.EOL);
}
function issue(name, message = '') {
    issueCommand(name, {}, message);
}
const CMD_STRING = '::';
class Command {
    constructor(command, properties, message) {
        if (!command) {
            command = 'missing.command';
        }
        this.command = command;
        this.properties = properties;
        this.message = message;
    }
    toString() {
        let cmdStr = CMD_STRING + this.command;
        if (this.properties && Object.keys(this.properties).length > 0) {
            cmdStr += ' ';
            let first = true;
            for (const key in this.properties) {
                if (this.properties.hasOwnProperty(key)) {
                    const val = this.properties[key];
                    if (val) {
                        if (first) {
                            first = false;
                        }
                        else {
                            cmdStr += ',';
                        }
                        cmdStr += `${key}=${escapeProperty(val)}`;
                    }
                }
            }
        }
        cmdStr += `${CMD_STRING}${escapeData(this.message)}`;
        return cmdStr;
    }
}
function escapeData(s) {
    return toCommandValue(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A');
}
function escapeProperty(s) {
    return toCommandValue(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A')
        .replace(/:/g, '%3A')
        .replace(/,/g, '%2C');
}
//# sourceMappingURL=command.js.map
;// CONCATENATED MODULE: external "crypto"
const external_crypto_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("crypto");
;// CONCATENATED MODULE: external "fs"
const external_fs_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/file-command.js
// For internal use, subject to change.
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */




function issueFileCommand(command, message) {
    const filePath = process.env[`GITHUB_${command}`];
    if (!filePath) {
        throw new Error(`Unable to find environment variable for file command ${command}`);
    }
    if (!external_fs_namespaceObject.existsSync(filePath)) {
        throw new Error(`Missing file at path: ${filePath}`);
    }
    external_fs_namespaceObject.appendFileSync(filePath, `${toCommandValue(message)}${external_os_namespaceObject.EOL}`, {
        encoding: 'utf8'
    });
}
function prepareKeyValueMessage(key, value) {
    const delimiter = `ghadelimiter_${external_crypto_namespaceObject.randomUUID()}`;
    const convertedValue = toCommandValue(value);
    // These should realistically never happen, but just in case someone finds a
    // way to exploit uuid generation let's not allow keys or values that contain
    // the delimiter.
    if (key.includes(delimiter)) {
        throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter}"`);
    }
    if (convertedValue.includes(delimiter)) {
        throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter}"`);
    }
    return `${key}<<${delimiter}${external_os_namespaceObject.EOL}${convertedValue}${external_os_namespaceObject.EOL}${delimiter}`;
}
//# sourceMappingURL=file-command.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/summary.js
var __awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};


const { access, appendFile, writeFile } = external_fs_namespaceObject.promises;
const SUMMARY_ENV_VAR = 'GITHUB_STEP_SUMMARY';
const SUMMARY_DOCS_URL = 'https://docs.github.com/actions/using-workflows/workflow-commands-for-github-actions#adding-a-job-summary';
class Summary {
    constructor() {
        this._buffer = '';
    }
    /**
     * Finds the summary file path from the environment, rejects if env var is not found or file does not exist
     * Also checks r/w permissions.
     *
     * @returns step summary file path
     */
    filePath() {
        return __awaiter(this, void 0, void 0, function* () {
            if (this._filePath) {
                return this._filePath;
            }
            const pathFromEnv = process.env[SUMMARY_ENV_VAR];
            if (!pathFromEnv) {
                throw new Error(`Unable to find environment variable for $${SUMMARY_ENV_VAR}. Check if your runtime environment supports job summaries.`);
            }
            try {
                yield access(pathFromEnv, external_fs_namespaceObject.constants.R_OK | external_fs_namespaceObject.constants.W_OK);
            }
            catch (_a) {
                throw new Error(`Unable to access summary file: '${pathFromEnv}'. Check if the file has correct read/write permissions.`);
            }
            this._filePath = pathFromEnv;
            return this._filePath;
        });
    }
    /**
     * Wraps content in an HTML tag, adding any HTML attributes
     *
     * @param {string} tag HTML tag to wrap
     * @param {string | null} content content within the tag
     * @param {[attribute: string]: string} attrs key-value list of HTML attributes to add
     *
     * @returns {string} content wrapped in HTML element
     */
    wrap(tag, content, attrs = {}) {
        const htmlAttrs = Object.entries(attrs)
            .map(([key, value]) => ` ${key}="${value}"`)
            .join('');
        if (!content) {
            return `<${tag}${htmlAttrs}>`;
        }
        return `<${tag}${htmlAttrs}>${content}</${tag}>`;
    }
    /**
     * Writes text in the buffer to the summary buffer file and empties buffer. Will append by default.
     *
     * @param {SummaryWriteOptions} [options] (optional) options for write operation
     *
     * @returns {Promise<Summary>} summary instance
     */
    write(options) {
        return __awaiter(this, void 0, void 0, function* () {
            const overwrite = !!(options === null || options === void 0 ? void 0 : options.overwrite);
            const filePath = yield this.filePath();
            const writeFunc = overwrite ? writeFile : appendFile;
            yield writeFunc(filePath, this._buffer, { encoding: 'utf8' });
            return this.emptyBuffer();
        });
    }
    /**
     * Clears the summary buffer and wipes the summary file
     *
     * @returns {Summary} summary instance
     */
    clear() {
        return __awaiter(this, void 0, void 0, function* () {
            return this.emptyBuffer().write({ overwrite: true });
        });
    }
    /**
     * Returns the current summary buffer as a string
     *
     * @returns {string} string of summary buffer
     */
    stringify() {
        return this._buffer;
    }
    /**
     * If the summary buffer is empty
     *
     * @returns {boolen} true if the buffer is empty
     */
    isEmptyBuffer() {
        return this._buffer.length === 0;
    }
    /**
     * Resets the summary buffer without writing to summary file
     *
     * @returns {Summary} summary instance
     */
    emptyBuffer() {
        this._buffer = '';
        return this;
    }
    /**
     * Adds raw text to the summary buffer
     *
     * @param {string} text content to add
     * @param {boolean} [addEOL=false] (optional) append an EOL to the raw text (default: false)
     *
     * @returns {Summary} summary instance
     */
    addRaw(text, addEOL = false) {
        this._buffer += text;
        return addEOL ? this.addEOL() : this;
    }
    /**
     * Adds the operating system-specific end-of-line marker to the buffer
     *
     * @returns {Summary} summary instance
     */
    addEOL() {
        return this.addRaw(external_os_namespaceObject.EOL);
    }
    /**
     * Adds an HTML codeblock to the summary buffer
     *
     * @param {string} code content to render within fenced code block
     * @param {string} lang (optional) language to syntax highlight code
     *
     * @returns {Summary} summary instance
     */
    addCodeBlock(code, lang) {
        const attrs = Object.assign({}, (lang && { lang }));
        const element = this.wrap('pre', this.wrap('code', code), attrs);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML list to the summary buffer
     *
     * @param {string[]} items list of items to render
     * @param {boolean} [ordered=false] (optional) if the rendered list should be ordered or not (default: false)
     *
     * @returns {Summary} summary instance
     */
    addList(items, ordered = false) {
        const tag = ordered ? 'ol' : 'ul';
        const listItems = items.map(item => this.wrap('li', item)).join('');
        const element = this.wrap(tag, listItems);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML table to the summary buffer
     *
     * @param {SummaryTableCell[]} rows table rows
     *
     * @returns {Summary} summary instance
     */
    addTable(rows) {
        const tableBody = rows
            .map(row => {
            const cells = row
                .map(cell => {
                if (typeof cell === 'string') {
                    return this.wrap('td', cell);
                }
                const { header, data, colspan, rowspan } = cell;
                const tag = header ? 'th' : 'td';
                const attrs = Object.assign(Object.assign({}, (colspan && { colspan })), (rowspan && { rowspan }));
                return this.wrap(tag, data, attrs);
            })
                .join('');
            return this.wrap('tr', cells);
        })
            .join('');
        const element = this.wrap('table', tableBody);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds a collapsable HTML details element to the summary buffer
     *
     * @param {string} label text for the closed state
     * @param {string} content collapsable content
     *
     * @returns {Summary} summary instance
     */
    addDetails(label, content) {
        const element = this.wrap('details', this.wrap('summary', label) + content);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML image tag to the summary buffer
     *
     * @param {string} src path to the image you to embed
     * @param {string} alt text description of the image
     * @param {SummaryImageOptions} options (optional) addition image attributes
     *
     * @returns {Summary} summary instance
     */
    addImage(src, alt, options) {
        const { width, height } = options || {};
        const attrs = Object.assign(Object.assign({}, (width && { width })), (height && { height }));
        const element = this.wrap('img', null, Object.assign({ src, alt }, attrs));
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML section heading element
     *
     * @param {string} text heading text
     * @param {number | string} [level=1] (optional) the heading level, default: 1
     *
     * @returns {Summary} summary instance
     */
    addHeading(text, level) {
        const tag = `h${level}`;
        const allowedTag = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].includes(tag)
            ? tag
            : 'h1';
        const element = this.wrap(allowedTag, text);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML thematic break (<hr>) to the summary buffer
     *
     * @returns {Summary} summary instance
     */
    addSeparator() {
        const element = this.wrap('hr', null);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML line break (<br>) to the summary buffer
     *
     * @returns {Summary} summary instance
     */
    addBreak() {
        const element = this.wrap('br', null);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML blockquote to the summary buffer
     *
     * @param {string} text quote text
     * @param {string} cite (optional) citation url
     *
     * @returns {Summary} summary instance
     */
    addQuote(text, cite) {
        const attrs = Object.assign({}, (cite && { cite }));
        const element = this.wrap('blockquote', text, attrs);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML anchor tag to the summary buffer
     *
     * @param {string} text link text/content
     * @param {string} href hyperlink
     *
     * @returns {Summary} summary instance
     */
    addLink(text, href) {
        const element = this.wrap('a', text, { href });
        return this.addRaw(element).addEOL();
    }
}
const _summary = new Summary();
/**
 * @deprecated use `core.summary`
 */
const markdownSummary = (/* unused pure expression or super */ null && (_summary));
const summary = _summary;
//# sourceMappingURL=summary.js.map
;// CONCATENATED MODULE: ./build-stage/github/actions-core.js
// src/github/actions-core.ts
/**
 * The parts of @actions/core that speak to the runner, without its index. The index loads undici for its OIDC calls,
 * about 417 KB and 50 ms that every wrong input would have to wait for. The package's `exports` map offers nothing but
 * that index, so these modules are named by their place in node_modules; the path is the same from `src/github` and
 * from a build folder beside it.
 */






/***/ }),

/***/ 4687:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ fail)
/* harmony export */ });
/* harmony import */ var _ports_message_of_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(9901);
/* harmony import */ var _spec_input_error_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5432);
/* harmony import */ var _log_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(2457);
// src/github/fail.ts



/** Errors that the reader can do something about; their message is written for him. Others are a fault of ours. */
const EXPECTED = new Set(['AccessError', 'DeployFailed', 'Interrupted', 'Unanswered']);
/** The runner keeps 10 error annotations of a step. */
const MOST_ANNOTATIONS = 10;
/**
 * Ends the step in failure: the only place that does. The exit code is set, the process ends when its work has ended.
 * Wrong inputs are annotated one by one, anything else with one annotation; a stack is shown only under debug logging.
 */
function fail(error) {
    process.exitCode = 1;
    if (error instanceof _spec_input_error_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .d) {
        annotateProblems(error);
    }
    else if (error instanceof Error && EXPECTED.has(error.name)) {
        (0,_log_js__WEBPACK_IMPORTED_MODULE_1__/* .annotate */ .fz)('error', error.message);
    }
    else {
        const message = (0,_ports_message_of_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .b)(error);
        (0,_log_js__WEBPACK_IMPORTED_MODULE_1__/* .annotate */ .fz)('error', `This is a fault in Sluice, please report it: ${message}`);
    }
    if ((0,_log_js__WEBPACK_IMPORTED_MODULE_1__/* .isDebug */ ._o)() && error instanceof Error && error.stack !== undefined) {
        process.stdout.write(`${(0,_log_js__WEBPACK_IMPORTED_MODULE_1__/* .harmless */ .Is)(error.stack)}\n`);
    }
}
function annotateProblems({ problems }) {
    const alone = problems.length > MOST_ANNOTATIONS ? problems.slice(0, MOST_ANNOTATIONS - 1) : problems;
    for (const problem of alone) {
        (0,_log_js__WEBPACK_IMPORTED_MODULE_1__/* .annotate */ .fz)('error', (0,_spec_input_error_js__WEBPACK_IMPORTED_MODULE_0__/* .describeProblem */ .B)(problem), `Input ${problem.input}`);
    }
    const rest = problems.slice(alone.length);
    if (rest.length > 0) {
        (0,_log_js__WEBPACK_IMPORTED_MODULE_1__/* .annotate */ .fz)('error', rest.map(_spec_input_error_js__WEBPACK_IMPORTED_MODULE_0__/* .describeProblem */ .B).join('\n'), `${rest.length} more inputs`);
    }
}


/***/ }),

/***/ 2457:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Is: () => (/* binding */ harmless),
/* harmony export */   _o: () => (/* binding */ isDebug),
/* harmony export */   dK: () => (/* binding */ mask),
/* harmony export */   fz: () => (/* binding */ annotate),
/* harmony export */   pq: () => (/* binding */ info),
/* harmony export */   qf: () => (/* binding */ isOnRunner)
/* harmony export */ });
/* unused harmony exports debug, startGroup, endGroup */
/* harmony import */ var _actions_core_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8045);
// src/github/log.ts

/**
 * What the runner would take for a command (`::…` at the start of a line, `##[…]` anywhere) becomes plain text, by a
 * character that is not seen: log lines carry what AWS and containers said, and those must not steer the runner.
 * https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
 */
function harmless(text) {
    // The runner takes off what .NET calls white space, and U+0085 is of that.
    return text.replace(/^([\s\u0085]*)::/gm, '$1\u200b::').replaceAll('##[', '##\u200b[');
}
/** A line, or several, in the log of the step. */
function info(text) {
    process.stdout.write(`${harmless(text)}\n`);
}
/** Shown only when the run was started with debug logging. */
function debug(text) {
    if (isOnRunner()) {
        issueCommand('debug', {}, text);
    }
    else if (isDebug()) {
        info(text);
    }
}
/** https://docs.github.com/en/actions/how-tos/monitor-workflows/enable-debug-logging */
function isDebug() {
    return process.env.RUNNER_DEBUG === '1';
}
/** On a runner there are command files; on a laptop there are none. */
function isOnRunner() {
    return (process.env.GITHUB_OUTPUT ?? '') !== '';
}
/**
 * An annotation of the run. The runner keeps 10 of each level in a step and cuts each at 4,096 characters, so the text
 * is cut before that, visibly. Elsewhere than on a runner it is a plain line on stderr.
 */
function annotate(level, text, title) {
    const short = text.length > 4000 ? `${text.slice(0, 4000)}…` : text;
    if (isOnRunner()) {
        (0,_actions_core_js__WEBPACK_IMPORTED_MODULE_0__/* .issueCommand */ .Lb)(level, title === undefined ? {} : (0,_actions_core_js__WEBPACK_IMPORTED_MODULE_0__/* .toCommandProperties */ .kR)({ title }), short);
    }
    else {
        const isTold = title === undefined || short.startsWith(title);
        process.stderr.write(`${level}: ${isTold ? '' : `${title}: `}${short}\n`);
    }
}
/** Lines up to the matching `endGroup` are folded in the log. */
function startGroup(title) {
    if (isOnRunner()) {
        issueCommand('group', {}, title);
    }
    else {
        info(title);
    }
}
function endGroup() {
    if (isOnRunner()) {
        issueCommand('endgroup', {}, '');
    }
}
/**
 * From now on the runner shows `***` in place of the text, in each line of it too. Blank texts are not masked: the
 * runner would blank the whole log.
 */
function mask(secret) {
    if (!isOnRunner()) {
        return;
    }
    for (const part of new Set([secret, ...secret.split(/\r?\n/)])) {
        // A line of a text such as JSON may be a brace: masked, it would take every output with a brace away.
        if (part.trim() !== '' && (part === secret || /[\p{L}\p{N}]/u.test(part))) {
            (0,_actions_core_js__WEBPACK_IMPORTED_MODULE_0__/* .issueCommand */ .Lb)('add-mask', {}, part);
        }
    }
}


/***/ }),

/***/ 9901:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ messageOf)
/* harmony export */ });
// src/ports/message-of.ts
/** What an error says; whatever else was thrown, as text. */
const messageOf = (error) => (error instanceof Error ? error.message : String(error));


/***/ }),

/***/ 5432:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ describeProblem),
/* harmony export */   d: () => (/* binding */ InputError)
/* harmony export */ });
// src/spec/input-error.ts
const LONGEST_VALUE_SHOWN = 120;
function shown(value) {
    const text = value.length > LONGEST_VALUE_SHOWN ? `${value.slice(0, LONGEST_VALUE_SHOWN)}…` : value;
    return JSON.stringify(text);
}
/** A problem in one line: which input, its value, what is wrong, what is accepted, what was probably meant. */
function describeProblem(problem) {
    const value = problem.value === undefined ? '' : ` (${shown(problem.value)})`;
    const accepts = problem.accepts === undefined ? '' : ` Accepted: ${problem.accepts}.`;
    const suggestion = problem.suggestion === undefined ? '' : ` Did you mean ${shown(problem.suggestion)}?`;
    // What a file says may end with what was probably meant.
    const end = problem.wrong.endsWith('?') ? '' : '.';
    return `Input ${problem.input}${value} ${problem.wrong}${end}${accepts}${suggestion}`;
}
/** The inputs are wrong or contradict each other. Nothing outside has been touched; the workflow's author can mend it. */
class InputError extends Error {
    problems;
    name = 'InputError';
    constructor(problems) {
        super(problems.map(describeProblem).join('\n'));
        this.problems = problems;
    }
}


/***/ })

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		// no module.id needed
/******/ 		// no module.loaded needed
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId](module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/******/ // expose the modules object (__webpack_modules__)
/******/ __nccwpck_require__.m = __webpack_modules__;
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/create fake namespace object */
/******/ (() => {
/******/ 	var getProto = Object.getPrototypeOf ? (obj) => (Object.getPrototypeOf(obj)) : (obj) => (obj.__proto__);
/******/ 	var leafPrototypes;
/******/ 	// create a fake namespace object
/******/ 	// mode & 1: value is a module id, require it
/******/ 	// mode & 2: merge all properties of value into the ns
/******/ 	// mode & 4: return value when already ns object
/******/ 	// mode & 16: return value when it's Promise-like
/******/ 	// mode & 8|1: behave like require
/******/ 	__nccwpck_require__.t = function(value, mode) {
/******/ 		if(mode & 1) value = this(value);
/******/ 		if(mode & 8) return value;
/******/ 		if(typeof value === 'object' && value) {
/******/ 			if((mode & 4) && value.__esModule) return value;
/******/ 			if((mode & 16) && typeof value.then === 'function') return value;
/******/ 		}
/******/ 		var ns = Object.create(null);
/******/ 		__nccwpck_require__.r(ns);
/******/ 		var def = {};
/******/ 		leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
/******/ 		for(var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
/******/ 			Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => (value[key])));
/******/ 		}
/******/ 		def['default'] = () => (value);
/******/ 		__nccwpck_require__.d(ns, def);
/******/ 		return ns;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/ensure chunk */
/******/ (() => {
/******/ 	__nccwpck_require__.f = {};
/******/ 	// This file contains only the entry chunk.
/******/ 	// The chunk loading function for additional chunks
/******/ 	__nccwpck_require__.e = (chunkId) => {
/******/ 		return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 			__nccwpck_require__.f[key](chunkId, promises);
/******/ 			return promises;
/******/ 		}, []));
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/get javascript chunk filename */
/******/ (() => {
/******/ 	// This function allow to reference async chunks
/******/ 	__nccwpck_require__.u = (chunkId) => {
/******/ 		// return url for filenames based on template
/******/ 		return {
/******/ 		  "80": "chunks/fleet-roll-fleet.js",
/******/ 		  "135": "chunks/aws-sdk-nested-clients-sso.js",
/******/ 		  "210": "chunks/spec-task-definition-inputs.js",
/******/ 		  "287": "chunks/ecs-task-definition-edit.js",
/******/ 		  "314": "chunks/registry.js",
/******/ 		  "399": "chunks/cli-cloud.js",
/******/ 		  "500": "chunks/aws-sdk-credential-provider-web-identity.js",
/******/ 		  "567": "chunks/others.js",
/******/ 		  "629": "chunks/ecs-blue-green.js",
/******/ 		  "721": "chunks/aws-sdk-client-elastic-load-balancing-v2.js",
/******/ 		  "865": "chunks/aws-rolling-ports.js",
/******/ 		  "937": "chunks/aws-sdk-ecs-setup.js",
/******/ 		  "1241": "chunks/smithy-credential-provider-imds.js",
/******/ 		  "1601": "chunks/rollback-spec.js",
/******/ 		  "1624": "chunks/spec-rolling-inputs.js",
/******/ 		  "1752": "chunks/smithy-core-event-streams.js",
/******/ 		  "1884": "chunks/services-file-settings.js",
/******/ 		  "2014": "chunks/ecs-follow.js",
/******/ 		  "2027": "chunks/cli.js",
/******/ 		  "2056": "chunks/aws-second-session.js",
/******/ 		  "2118": "chunks/services-file-services-file.js",
/******/ 		  "2345": "chunks/github-deployment-status.js",
/******/ 		  "2410": "chunks/aws-sdk-target-groups.js",
/******/ 		  "2427": "chunks/aws-sdk-credential-provider-process.js",
/******/ 		  "2604": "chunks/aws-service-rollout.js",
/******/ 		  "2674": "chunks/spec-scalars.js",
/******/ 		  "2717": "chunks/aws-sdk-elb.js",
/******/ 		  "2778": "chunks/aws-sdk-credential-provider-ini.js",
/******/ 		  "2886": "chunks/images-allow-list.js",
/******/ 		  "2893": "chunks/aws-sdk-secrets.js",
/******/ 		  "2917": "chunks/aws-sdk-credential-provider-login.js",
/******/ 		  "2990": "chunks/build-push.js",
/******/ 		  "3159": "chunks/evidence-prometheus-source.js",
/******/ 		  "3184": "chunks/cli-corpus.js",
/******/ 		  "3300": "chunks/blue-green-finish.js",
/******/ 		  "3329": "chunks/ecs-rolling-fleet.js",
/******/ 		  "3347": "chunks/aws-sdk-web-identity.js",
/******/ 		  "3437": "chunks/rolling-roll.js",
/******/ 		  "3538": "chunks/cli-status.js",
/******/ 		  "3574": "chunks/aws-registries.js",
/******/ 		  "3615": "chunks/aws-sdk-core-protocols.js",
/******/ 		  "3714": "chunks/github-sticky-comment.js",
/******/ 		  "3828": "chunks/aws-sdk-ecr.js",
/******/ 		  "3950": "chunks/smithy-core-checksum.js",
/******/ 		  "4151": "chunks/ecs-task-definition-read.js",
/******/ 		  "4177": "chunks/ecs-rolling-post-release.js",
/******/ 		  "4240": "chunks/yaml.js",
/******/ 		  "4433": "chunks/promote.js",
/******/ 		  "4458": "chunks/aws-sdk-ecr-public.js",
/******/ 		  "4596": "chunks/preflight-spec.js",
/******/ 		  "4831": "chunks/promote-spec.js",
/******/ 		  "4847": "chunks/verdict-visibility.js",
/******/ 		  "4869": "chunks/ecs-rolling.js",
/******/ 		  "4960": "chunks/aws-sdk-nested-clients-sso-oidc.js",
/******/ 		  "5019": "chunks/aws-session-for.js",
/******/ 		  "5129": "chunks/aws-sdk-ssm.js",
/******/ 		  "5155": "chunks/aws-sdk-nested-clients-signin.js",
/******/ 		  "5250": "chunks/spec-parse.js",
/******/ 		  "5298": "chunks/smithy-core-endpoints.js",
/******/ 		  "5322": "chunks/aws-paced.js",
/******/ 		  "5330": "chunks/aws-sdk-nested-clients-sts.js",
/******/ 		  "5341": "chunks/cli-deploy.js",
/******/ 		  "5671": "chunks/local-cloud-and-smithy-core-event-streams.js",
/******/ 		  "5702": "chunks/ecs-rolling-spec.js",
/******/ 		  "5734": "chunks/cli-status-spec.js",
/******/ 		  "5858": "chunks/spec-fleet-inputs-and-images-reference.js",
/******/ 		  "5977": "chunks/buildx-builder.js",
/******/ 		  "6091": "chunks/ecs-blue-green-spec.js",
/******/ 		  "6272": "chunks/aws-sdk-client-ssm.js",
/******/ 		  "6307": "chunks/services-file-select.js",
/******/ 		  "6339": "chunks/images-manifest.js",
/******/ 		  "6832": "chunks/cli-rehearse-places.js",
/******/ 		  "6996": "chunks/aws-sdk-credential-provider-sso.js",
/******/ 		  "7034": "chunks/aws-sdk-parameters.js",
/******/ 		  "7045": "chunks/aws-sdk-credential-provider-node.js",
/******/ 		  "7278": "chunks/local-cloud.js",
/******/ 		  "7376": "chunks/spec-fleet-inputs.js",
/******/ 		  "7466": "chunks/ecs-task-definition-keys.js",
/******/ 		  "7635": "chunks/images-scan-gate.js",
/******/ 		  "7881": "chunks/aws-sdk-iam.js",
/******/ 		  "8004": "chunks/aws-sdk-ec2.js",
/******/ 		  "8046": "chunks/aws-sdk-cloudwatch.js",
/******/ 		  "8221": "chunks/aws-sdk-ecs.js",
/******/ 		  "8254": "chunks/aws-sdk-client-ecs.js",
/******/ 		  "8342": "chunks/text-yaml.js",
/******/ 		  "8527": "chunks/recover-spec.js",
/******/ 		  "8591": "chunks/aws-sdk-logs.js",
/******/ 		  "8593": "chunks/cli-diff.js",
/******/ 		  "8674": "chunks/aws.js",
/******/ 		  "8699": "chunks/aws-preflight-ports.js",
/******/ 		  "8849": "chunks/recover.js",
/******/ 		  "8855": "chunks/rollback.js",
/******/ 		  "8894": "chunks/aws-sdk-credential-provider-http.js",
/******/ 		  "8902": "chunks/recover-recover-release.js",
/******/ 		  "8903": "chunks/ecs-stopped-tasks.js",
/******/ 		  "9004": "chunks/preflight.js",
/******/ 		  "9160": "chunks/aws-image-use.js",
/******/ 		  "9487": "chunks/cli-diff-spec.js",
/******/ 		  "9671": "chunks/cli-rehearse.js",
/******/ 		  "9676": "chunks/buildx-leftovers.js",
/******/ 		  "9882": "chunks/aws-sdk-autoscaling.js",
/******/ 		  "9914": "chunks/aws-sdk-sts.js",
/******/ 		  "9953": "chunks/smithy-core-protocols.js"
/******/ 		}[chunkId];
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/******/ /* webpack/runtime/make namespace object */
/******/ (() => {
/******/ 	// define __esModule on exports
/******/ 	__nccwpck_require__.r = (exports) => {
/******/ 		if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 			Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 		}
/******/ 		Object.defineProperty(exports, '__esModule', { value: true });
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/import chunk loading */
/******/ (() => {
/******/ 	// no baseURI
/******/ 	
/******/ 	// object to store loaded and loading chunks
/******/ 	// undefined = chunk not loaded, null = chunk preloaded/prefetched
/******/ 	// [resolve, Promise] = chunk loading, 0 = chunk loaded
/******/ 	var installedChunks = {
/******/ 		8792: 0
/******/ 	};
/******/ 	
/******/ 	var installChunk = (data) => {
/******/ 		var {ids, modules, runtime} = data;
/******/ 		// add "modules" to the modules object,
/******/ 		// then flag all "ids" as loaded and fire callback
/******/ 		var moduleId, chunkId, i = 0;
/******/ 		for(moduleId in modules) {
/******/ 			if(__nccwpck_require__.o(modules, moduleId)) {
/******/ 				__nccwpck_require__.m[moduleId] = modules[moduleId];
/******/ 			}
/******/ 		}
/******/ 		if(runtime) runtime(__nccwpck_require__);
/******/ 		for(;i < ids.length; i++) {
/******/ 			chunkId = ids[i];
/******/ 			if(__nccwpck_require__.o(installedChunks, chunkId) && installedChunks[chunkId]) {
/******/ 				installedChunks[chunkId][0]();
/******/ 			}
/******/ 			installedChunks[ids[i]] = 0;
/******/ 		}
/******/ 	
/******/ 	}
/******/ 	
/******/ 	__nccwpck_require__.f.j = (chunkId, promises) => {
/******/ 			// import() chunk loading for javascript
/******/ 			var installedChunkData = __nccwpck_require__.o(installedChunks, chunkId) ? installedChunks[chunkId] : undefined;
/******/ 			if(installedChunkData !== 0) { // 0 means "already installed".
/******/ 	
/******/ 				// a Promise means "currently loading".
/******/ 				if(installedChunkData) {
/******/ 					promises.push(installedChunkData[1]);
/******/ 				} else {
/******/ 					if(true) { // all chunks have JS
/******/ 						// setup Promise in chunk cache
/******/ 						var promise = import("./" + __nccwpck_require__.u(chunkId)).then(installChunk, (e) => {
/******/ 							if(installedChunks[chunkId] !== 0) installedChunks[chunkId] = undefined;
/******/ 							throw e;
/******/ 						});
/******/ 						var promise = Promise.race([promise, new Promise((resolve) => (installedChunkData = installedChunks[chunkId] = [resolve]))])
/******/ 						promises.push(installedChunkData[1] = promise);
/******/ 					}
/******/ 				}
/******/ 			}
/******/ 	};
/******/ 	
/******/ 	// no prefetching
/******/ 	
/******/ 	// no preloaded
/******/ 	
/******/ 	// no external install chunk
/******/ 	
/******/ 	// no on chunks loaded
/******/ })();
/******/ 
/************************************************************************/
var __webpack_exports__ = {};
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ sluice),
/* harmony export */   e: () => (/* binding */ run)
/* harmony export */ });
/* harmony import */ var _github_fail_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4687);
// src/entry.ts

const ACTIONS = {
    'build-push': () => Promise.all(/* import() | build-push */[__nccwpck_require__.e(2674), __nccwpck_require__.e(5858), __nccwpck_require__.e(6339), __nccwpck_require__.e(2990)]).then(__nccwpck_require__.bind(__nccwpck_require__, 3809)),
    'ecs-blue-green': () => Promise.all(/* import() | ecs-blue-green */[__nccwpck_require__.e(2674), __nccwpck_require__.e(210), __nccwpck_require__.e(7466), __nccwpck_require__.e(287), __nccwpck_require__.e(8903), __nccwpck_require__.e(4847), __nccwpck_require__.e(3159), __nccwpck_require__.e(3300), __nccwpck_require__.e(6091), __nccwpck_require__.e(629)]).then(__nccwpck_require__.bind(__nccwpck_require__, 4783)),
    'ecs-rolling': () => Promise.all(/* import() | ecs-rolling */[__nccwpck_require__.e(2674), __nccwpck_require__.e(210), __nccwpck_require__.e(7466), __nccwpck_require__.e(287), __nccwpck_require__.e(8903), __nccwpck_require__.e(7376), __nccwpck_require__.e(1624), __nccwpck_require__.e(3159), __nccwpck_require__.e(2014), __nccwpck_require__.e(3437), __nccwpck_require__.e(4869), __nccwpck_require__.e(5250)]).then(__nccwpck_require__.bind(__nccwpck_require__, 4869)),
    preflight: () => Promise.all(/* import() | preflight */[__nccwpck_require__.e(2674), __nccwpck_require__.e(210), __nccwpck_require__.e(7466), __nccwpck_require__.e(287), __nccwpck_require__.e(7376), __nccwpck_require__.e(9004)]).then(__nccwpck_require__.bind(__nccwpck_require__, 6071)),
    promote: () => Promise.all(/* import() | promote */[__nccwpck_require__.e(2674), __nccwpck_require__.e(5858), __nccwpck_require__.e(6339), __nccwpck_require__.e(4433)]).then(__nccwpck_require__.bind(__nccwpck_require__, 7814)),
    recover: () => Promise.all(/* import() | recover */[__nccwpck_require__.e(2674), __nccwpck_require__.e(7466), __nccwpck_require__.e(8903), __nccwpck_require__.e(4847), __nccwpck_require__.e(2014), __nccwpck_require__.e(3300), __nccwpck_require__.e(8849)]).then(__nccwpck_require__.bind(__nccwpck_require__, 1779)),
    rollback: () => Promise.all(/* import() | rollback */[__nccwpck_require__.e(2674), __nccwpck_require__.e(7466), __nccwpck_require__.e(8903), __nccwpck_require__.e(4847), __nccwpck_require__.e(3300), __nccwpck_require__.e(8855)]).then(__nccwpck_require__.bind(__nccwpck_require__, 8747)),
};
/**
 * Runs one phase of an action. Whatever goes wrong ends in `fail`, never in a stack trace. What is thrown outside of the
 * action's own chain of calls does not end the process: the action may be about to put traffic back.
 */
async function run(name, phase) {
    process.on('uncaughtException', _github_fail_js__WEBPACK_IMPORTED_MODULE_0__/* .fail */ .f);
    goOnUnheard();
    try {
        const action = await ACTIONS[name]?.();
        if (action === undefined) {
            throw new Error(`There is no action ${name}`);
        }
        await action[phase]?.();
    }
    catch (error) {
        (0,_github_fail_js__WEBPACK_IMPORTED_MODULE_0__/* .fail */ .f)(error);
    }
}
/** Runs the `sluice` command with the words after its name. */
async function sluice(words) {
    goOnUnheard();
    const { main } = await __nccwpck_require__.e(/* import() | cli */ 2027).then(__nccwpck_require__.bind(__nccwpck_require__, 5939));
    process.exitCode = await main(words);
}
/**
 * A runner that was killed reads no more, nor does `| head`. To tell of that is to write again; what matters is that the run
 * goes on: it may be moving traffic.
 */
function goOnUnheard() {
    for (const stream of [process.stdout, process.stderr])
        stream.on('error', () => { });
}

var __webpack_exports__run = __webpack_exports__.e;
var __webpack_exports__sluice = __webpack_exports__.a;
export { __webpack_exports__run as run, __webpack_exports__sluice as sluice };
