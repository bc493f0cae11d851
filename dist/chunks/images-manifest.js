export const id = 6339;
export const ids = [6339,5250,6307];
export const modules = {

/***/ 1774:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ repeated)
/* harmony export */ });
// src/blue-green/repeated.ts
/** So often a call is made that AWS does not answer, with a pause that doubles: half a minute in all. */
const attempts = 5;
const firstPauseMs = 2_000;
/**
 * Makes a call again that AWS did not answer.
 *
 * @param unanswered what is told of an error that may pass; undefined of one that is thrown at once
 * @throws what the call throws, when it is told at once, when it was the last one, or when the run is cancelled
 */
async function repeated({ clock, report, cancellation, }, unanswered, call) {
    for (let attempt = 1;; attempt++) {
        try {
            return await call();
        }
        catch (error) {
            const told = unanswered(error);
            if (told === undefined || attempt === attempts || cancellation.reason !== undefined)
                throw error;
            report.line(`${told}; once more`);
            await clock.sleep(firstPauseMs * 2 ** (attempt - 1), cancellation.signal);
        }
    }
}


/***/ }),

/***/ 5720:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ chooseServices),
/* harmony export */   x: () => (/* binding */ servicesFile)
/* harmony export */ });
/* harmony import */ var _spec_input_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5432);
// src/fleet/choose-services.ts

/** @throws InputError with every problem of the file, each with its line and column */
async function servicesFile(path, { readFile }) {
    const text = await readFile(path);
    // Loaded when there is a file to read: the parser of YAML is large.
    const [{ describeFileProblem, readServicesFile }, { serviceSettings }] = await Promise.all([
        Promise.all(/* import() | services-file-services-file */[__webpack_require__.e(4240), __webpack_require__.e(2118)]).then(__webpack_require__.bind(__webpack_require__, 495)),
        Promise.all(/* import() | services-file-settings */[__webpack_require__.e(210), __webpack_require__.e(1624), __webpack_require__.e(1884)]).then(__webpack_require__.bind(__webpack_require__, 4984)),
    ]);
    const reading = readServicesFile(text, path.replace(/^(\.\/)+/, ''), serviceSettings);
    if (reading.ok)
        return reading.file;
    throw new _spec_input_error_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .d(reading.problems.map((problem) => ({
        input: 'services-file',
        wrong: `is wrong at ${describeFileProblem(path, problem).replace(/\.$/, '')}`,
    })));
}
/** The services that are meant, and what is to be said of those that are left out. */
async function chooseServices(file, { services: selection = 'all', changedSince, changedPaths, cluster }, outside) {
    const { selectServices, whatChanged } = await __webpack_require__.e(/* import() | services-file-select */ 6307).then(__webpack_require__.bind(__webpack_require__, 5857));
    const isByChange = selection === 'changed';
    const given = changedPaths ?? (isByChange ? await outside.changedPaths(changedSince) : []);
    const paths = given === 'all' ? [] : given;
    const { services, problems } = selectServices(file, isByChange && given === 'all' ? 'all' : selection, paths);
    const others = services.filter(({ strategy }) => strategy !== 'rolling');
    const chosen = services.filter(({ strategy }) => strategy === 'rolling');
    const named = typeof selection === 'string' ? [] : others;
    const wrong = [
        ...problems.map(({ name, ...problem }) => ({ input: 'services', value: name, ...problem })),
        ...named.map(({ name, strategy }) => ({
            input: 'services',
            value: name,
            wrong: `has the strategy ${strategy} at ${file.places.get(name)}: deploy it with ecs-${strategy}`,
        })),
        ...chosen
            .filter((service) => service.cluster === undefined && cluster === undefined)
            .map(({ name }) => ({
            input: 'services-file',
            wrong: `is wrong at ${file.places.get(name)}: it names no cluster for ${name}, and the input cluster is not given either`,
        })),
    ];
    if (wrong.length > 0)
        throw new _spec_input_error_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .d(wrong);
    const changes = isByChange
        ? chosen.map((service) => `${service.name}: ${whatChanged(file, service, paths) ?? 'the branch is new'}`)
        : [];
    return { chosen, left: [...changes, ...others.map(({ name, strategy }) => `${name} is left out: ${strategy}`)] };
}


/***/ }),

/***/ 2828:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ cancellationBySignal)
/* harmony export */ });
// src/github/cancellation.ts
/**
 * A cancel as the runner asks for it: SIGINT, SIGTERM 7.5 s later, the end 2.5 s after that.
 * https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-cancellation
 */
function cancellationBySignal() {
    const controller = new AbortController();
    const deeds = new Set();
    let reason;
    for (const signal of ['SIGINT', 'SIGTERM']) {
        process.on(signal, () => {
            if (reason !== undefined)
                return;
            reason = `the run was cancelled (${signal})`;
            for (const deed of deeds)
                deed();
            controller.abort();
        });
    }
    return {
        get reason() {
            return reason;
        },
        signal: controller.signal,
        onRequest(deed) {
            deeds.add(deed);
            return () => deeds.delete(deed);
        },
    };
}


/***/ }),

/***/ 1232:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LZ: () => (/* binding */ saveState),
/* harmony export */   fP: () => (/* binding */ savedState),
/* harmony export */   n0: () => (/* binding */ setOutputs)
/* harmony export */ });
/* harmony import */ var _actions_core_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8045);
/* harmony import */ var _log_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2457);
// src/github/files.ts


/**
 * Sets outputs of the step. Elsewhere than on a runner those that are not empty are printed, as `name=value` lines, and once
 * more only when they have changed.
 * The runner counts at most 1 MB of outputs per job, in UTF-16: keep values small.
 */
function setOutputs(outputs) {
    for (const [name, value] of Object.entries(outputs)) {
        if ((0,_log_js__WEBPACK_IMPORTED_MODULE_1__/* .isOnRunner */ .qf)()) {
            (0,_actions_core_js__WEBPACK_IMPORTED_MODULE_0__/* .issueFileCommand */ .n0)('OUTPUT', (0,_actions_core_js__WEBPACK_IMPORTED_MODULE_0__/* .prepareKeyValueMessage */ .vC)(name, value));
        }
        else if (value !== '' && printed.get(name) !== value) {
            printed.set(name, value);
            (0,_log_js__WEBPACK_IMPORTED_MODULE_1__/* .info */ .pq)(`${name}=${value}`);
        }
    }
}
const printed = new Map();
/**
 * Keeps a text for `post`. The runner reads the file even when the process was killed, so what must reach `post` is
 * saved before the deed that it tells of. The last value of a name counts. Elsewhere than on a runner it is kept in this
 * process, where `post` follows in the same one.
 */
function saveState(name, value) {
    if ((process.env.GITHUB_STATE ?? '') === '')
        inThisProcess.set(name, value);
    else
        (0,_actions_core_js__WEBPACK_IMPORTED_MODULE_0__/* .issueFileCommand */ .n0)('STATE', (0,_actions_core_js__WEBPACK_IMPORTED_MODULE_0__/* .prepareKeyValueMessage */ .vC)(name, value));
}
const inThisProcess = new Map();
/** What `main` saved under that name, or nothing. */
function savedState(name) {
    return (process.env[`STATE_${name}`] ?? inThisProcess.get(name)) || undefined;
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

/***/ 7058:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  K: () => (/* binding */ jobIdentity)
});

// EXTERNAL MODULE: ./build-stage/ports/access-error.js
var access_error = __webpack_require__(7919);
;// CONCATENATED MODULE: ./build-stage/github/identity-token.js
// src/github/identity-token.ts

const attempts = 4;
const timeoutMs = 5_000;
/**
 * A fresh token that says who this job is, for one audience. It lives for minutes only, so it is asked for each time it is
 * wanted; that is possible as long as the job runs, in `post` as well. Asked by the documented request rather than through
 * @actions/core, whose client is ten times the size of the rest.
 * https://docs.github.com/en/actions/reference/security/oidc#methods-for-requesting-the-oidc-token
 *
 * @throws AccessError when the job may not ask, or GitHub does not give one
 */
async function identityToken(audience, clock, environment = process.env) {
    const url = environment.ACTIONS_ID_TOKEN_REQUEST_URL;
    const bearer = environment.ACTIONS_ID_TOKEN_REQUEST_TOKEN;
    if (!url || !bearer)
        throw new access_error/* AccessError */.Z(notAllowed, { kind: 'absent' });
    let problem = '';
    for (let attempt = 0; attempt < attempts; attempt++) {
        if (attempt > 0)
            await clock.sleep(500 * 2 ** attempt * (0.5 + Math.random() / 2));
        const answer = await ask(`${url}&audience=${encodeURIComponent(audience)}`, bearer);
        if ('token' in answer)
            return answer.token;
        problem = answer.problem;
        if (!answer.passes)
            break;
    }
    throw new access_error/* AccessError */.Z(`GitHub gave no identity token: ${problem}`, { kind: 'absent' });
}
const notAllowed = 'This job may not ask GitHub for an identity token, which role-to-assume needs. Add to the job, or to the job that calls the workflow, `permissions: { id-token: write }` beside the permissions it has (those that are not named are taken away). GitHub never gives one to pull requests from forks.';
/** What went wrong never holds what was sent. */
async function ask(url, bearer) {
    try {
        const response = await fetch(url, {
            headers: { authorization: `bearer ${bearer}`, accept: 'application/json' },
            signal: AbortSignal.timeout(timeoutMs),
        });
        if (!response.ok) {
            await response.body?.cancel();
            return { problem: `it answered ${response.status}`, passes: response.status >= 500 || response.status === 429 };
        }
        const { value } = (await response.json());
        if (typeof value === 'string' && value !== '')
            return { token: value };
        return { problem: 'its answer holds none', passes: true };
    }
    catch (error) {
        return { problem: reason(error), passes: true };
    }
}
function reason(error) {
    if (!(error instanceof Error))
        return String(error);
    if (error.name === 'TimeoutError')
        return `no answer within ${timeoutMs / 1000} s`;
    return error.cause instanceof Error ? error.cause.message : error.message;
}

// EXTERNAL MODULE: ./build-stage/github/log.js
var log = __webpack_require__(2457);
// EXTERNAL MODULE: ./build-stage/github/report.js + 1 modules
var report = __webpack_require__(7068);
// EXTERNAL MODULE: ./build-stage/github/run-context.js
var run_context = __webpack_require__(4836);
;// CONCATENATED MODULE: ./build-stage/github/job-identity.js
// src/github/job-identity.ts




/** What an action's own session is taken with: the identity of the job that it runs in. Nothing is called before it is used. */
const jobIdentity = (clock) => ({
    clock,
    report: report/* runnerReport */.b,
    token: (audience) => identityToken(audience, clock),
    conceal: log/* mask */.dK,
    run: (0,run_context/* runContext */.p)(),
});


/***/ }),

/***/ 9254:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ leaveSoon)
/* harmony export */ });
// src/github/leave-soon.ts
/** Longer than it takes to write a summary and to hand it on. */
const SOON_MS = 1_000;
/**
 * Ends the process when it does not end by itself: a call that was given up still has its connection open, and the runner would
 * kill what waits for it. To be called when nothing is left to do but to tell of it.
 */
function leaveSoon() {
    setTimeout(() => process.exit(), SOON_MS).unref();
}


/***/ }),

/***/ 7068:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  b: () => (/* binding */ runnerReport)
});

// EXTERNAL MODULE: ./build-stage/github/files.js
var files = __webpack_require__(1232);
// EXTERNAL MODULE: ./build-stage/github/log.js
var log = __webpack_require__(2457);
// EXTERNAL MODULE: ./build-stage/ports/message-of.js
var message_of = __webpack_require__(9901);
// EXTERNAL MODULE: ./build-stage/github/actions-core.js + 7 modules
var actions_core = __webpack_require__(8045);
;// CONCATENATED MODULE: ./build-stage/github/summary.js
// src/github/summary.ts



/** The runner drops a summary of more than 1 MiB as a whole; this leaves room for the note and for masks. */
const MOST_BYTES = 900 * 1024;
/** The summary, cut at a line break when it is too long, with a note in its place. */
function cutSummary(markdown) {
    if (Buffer.byteLength(markdown) <= MOST_BYTES) {
        return markdown;
    }
    const bytes = Buffer.from(markdown).subarray(0, MOST_BYTES);
    const text = bytes.subarray(0, bytes.lastIndexOf('\n') + 1 || MOST_BYTES).toString('utf8');
    const open = (text.match(/^```/gm)?.length ?? 0) % 2 === 1 ? '```\n' : '';
    return `${text.replace(/\ufffd$/, '')}${open}\n> The summary was longer than GitHub shows (1 MiB) and ends here. The log of the step has everything.\n`;
}
/**
 * Replaces the job summary of the step. It may be called as often as there is news: each call leaves a whole document,
 * so that a runner that dies leaves the last one. Nothing is written when there is no summary file. A summary that cannot
 * be written (a full disk, a file that is gone) is told in the log and stops nothing: traffic may be moving.
 */
async function writeSummary(markdown) {
    if ((process.env.GITHUB_STEP_SUMMARY ?? '') === '') {
        return;
    }
    try {
        await actions_core/* summary */.z.emptyBuffer().addRaw(cutSummary(markdown)).write({ overwrite: true });
    }
    catch (error) {
        (0,log/* info */.pq)(`The job summary could not be written: ${(0,message_of/* messageOf */.b)(error)}`);
    }
}

;// CONCATENATED MODULE: ./build-stage/github/report.js
// src/github/report.ts



/** The report of a step on a runner: its log, annotations, output and summary files. */
const runnerReport = {
    line: log/* info */.pq,
    warn: (text) => (0,log/* annotate */.fz)('warning', text),
    outputs: files/* setOutputs */.n0,
    summary: writeSummary,
    keep: files/* saveState */.LZ,
};


/***/ }),

/***/ 4836:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ runContext)
/* harmony export */ });
// src/github/run-context.ts
function runContext(environment = process.env) {
    const from = (name) => environment[name] || undefined;
    const repository = from('GITHUB_REPOSITORY');
    const runId = from('GITHUB_RUN_ID');
    const attempt = Number(from('GITHUB_RUN_ATTEMPT') ?? 1);
    const server = from('GITHUB_SERVER_URL') ?? 'https://github.com';
    const page = attempt > 1 ? `/attempts/${attempt}` : '';
    return {
        runUrl: repository && runId ? `${server}/${repository}/actions/runs/${runId}${page}` : undefined,
        repository,
        sha: from('GITHUB_SHA'),
        ref: from('GITHUB_REF_NAME'),
        pullRequest: Number(/^refs\/pull\/(\d+)\//.exec(from('GITHUB_REF') ?? '')?.[1]) || undefined,
        actor: from('GITHUB_TRIGGERING_ACTOR') ?? from('GITHUB_ACTOR') ?? from('USER') ?? 'unknown',
        workflow: from('GITHUB_WORKFLOW'),
        job: from('GITHUB_JOB'),
        runId,
        attempt,
        apiUrl: from('GITHUB_API_URL') ?? 'https://api.github.com',
        workspace: from('GITHUB_WORKSPACE') ?? '.',
    };
}


/***/ }),

/***/ 34:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ readWorkspaceFile)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _ports_message_of_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9901);
/* harmony import */ var _spec_input_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5432);
/* harmony import */ var _run_context_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4836);
// src/github/workspace.ts





/** Reads a file that an input names, from the workspace. @throws InputError when it cannot be read, or is not UTF-8 */
async function readWorkspaceFile(input, path) {
    let bytes;
    try {
        bytes = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)((0,_run_context_js__WEBPACK_IMPORTED_MODULE_3__/* .runContext */ .p)().workspace, path));
    }
    catch (error) {
        const wrong = `cannot be read: ${(0,_ports_message_of_js__WEBPACK_IMPORTED_MODULE_4__/* .messageOf */ .b)(error)}`;
        throw new _spec_input_error_js__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .d([{ input, value: path, wrong }]);
    }
    try {
        return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    }
    catch {
        // Decoded as it comes, letters would be replaced without a word.
        throw new _spec_input_error_js__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .d([{ input, value: path, wrong: 'is not a text in UTF-8' }]);
    }
}


/***/ }),

/***/ 4268:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ gateRule)
/* harmony export */ });
/* harmony import */ var _spec_input_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5432);
// src/image-build/gate-rule.ts

/**
 * What is asked of scans; nothing when none is looked at.
 *
 * @param readFile reads a file that an input names
 * @throws InputError with every problem of the allow-list
 */
async function gateRule({ failOn, allowList, fixableOnly }, { clock, readFile }) {
    if (failOn === 'off')
        return undefined;
    const today = new Date(clock.now()).toISOString().slice(0, 10);
    const rule = { failOn, isFixableOnly: fixableOnly, today };
    if (allowList === undefined)
        return { ...rule, allowances: [] };
    // Loaded when there is a file to read: the parser of YAML is large.
    const { readAllowList } = await Promise.all(/* import() | images-allow-list */[__webpack_require__.e(4240), __webpack_require__.e(2886)]).then(__webpack_require__.bind(__webpack_require__, 1320));
    const reading = readAllowList(await readFile('allow-list', allowList), allowList);
    if (reading.ok)
        return { ...rule, allowances: reading.allowances };
    throw new _spec_input_error_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .d(reading.problems.map(({ at, wrong }) => ({
        input: 'allow-list',
        wrong: `is wrong at ${allowList}:${at.line}:${at.column}: ${wrong}`,
    })));
}


/***/ }),

/***/ 3127:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $V: () => (/* binding */ manifestOf),
/* harmony export */   $d: () => (/* binding */ sizeOf),
/* harmony export */   PC: () => (/* binding */ labelsOf),
/* harmony export */   kg: () => (/* binding */ LABELS)
/* harmony export */ });
/* harmony import */ var _images_manifest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6577);
// src/image-build/image-facts.ts

/** What stands in labels of images that are built here. https://github.com/opencontainers/image-spec/blob/main/annotations.md */
const LABELS = {
    revision: 'org.opencontainers.image.revision',
    source: 'org.opencontainers.image.source',
    created: 'org.opencontainers.image.created',
    /** What it was built by, besides files: `TaggedImage.recipe`. */
    recipe: 'vnd.sluice.recipe',
};
/** @throws Error when the registry holds what is no manifest */
function manifestOf({ text, mediaType, digest }) {
    const reading = (0,_images_manifest_js__WEBPACK_IMPORTED_MODULE_0__/* .readManifest */ .WI)(text, mediaType);
    if (!reading.ok)
        throw new Error(`The manifest ${digest} ${reading.wrong}`);
    return reading.value;
}
/** The labels of an image; of an index those of its first platform. Empty when it is no image that runs. */
async function labelsOf(images, bytes) {
    const manifest = manifestOf(bytes);
    if (manifest.kind === 'index') {
        const [first] = (0,_images_manifest_js__WEBPACK_IMPORTED_MODULE_0__/* .childrenOf */ .LU)(manifest).images;
        const child = first === undefined ? undefined : await images.manifest(first.digest);
        return child === undefined ? {} : labelsOf(images, child);
    }
    if (!(0,_images_manifest_js__WEBPACK_IMPORTED_MODULE_0__/* .isRun */ .yz)(manifest))
        return {};
    const config = JSON.parse(new TextDecoder().decode(await images.blob(manifest.config.digest)));
    const labels = config?.config?.Labels;
    if (typeof labels !== 'object' || labels === null)
        return {};
    return Object.fromEntries(Object.entries(labels).filter(([, value]) => typeof value === 'string'));
}
/** What a pull of all its platforms brings, in bytes. */
async function sizeOf(images, bytes) {
    const blobs = new Map();
    const take = (manifest) => {
        if (manifest.kind !== 'image')
            return;
        for (const blob of [manifest.config, ...manifest.layers])
            blobs.set(blob.digest, blob);
    };
    const manifest = manifestOf(bytes);
    take(manifest);
    if (manifest.kind === 'index') {
        const children = await Promise.all((0,_images_manifest_js__WEBPACK_IMPORTED_MODULE_0__/* .childrenOf */ .LU)(manifest).images.map(({ digest }) => images.manifest(digest)));
        for (const child of children)
            if (child !== undefined)
                take(manifestOf(child));
    }
    return [...blobs.values()].reduce((sum, { size }) => sum + size, 0);
}


/***/ }),

/***/ 3123:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ scannedBy),
/* harmony export */   r: () => (/* binding */ scanOf)
/* harmony export */ });
/* harmony import */ var _images_digest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(643);
/* harmony import */ var _images_manifest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6577);
/* harmony import */ var _images_platform_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5139);
/* harmony import */ var _images_scan_state_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3209);
/* harmony import */ var _spec_duration_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1999);
/* harmony import */ var _image_facts_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3127);
// src/image-build/scan-gate.ts






/** How often ECR is asked. */
const EVERY_MS = 5_000;
/** How long a scan that was asked for, or that a push begins, may take to become known. */
const BEGINS_MS = 60_000;
/**
 * What ECR found in an image. Findings are of what runs: of an index those of each platform are looked at, never those of the
 * index, which ECR does not scan. https://github.com/aws/containers-roadmap/issues/1683
 *
 * @param name what the image is called in the verdict
 */
async function scanOf({ images, ecr, path }, digest, name, world, timeoutMs) {
    const unknown = (why) => [{ name, digest, scan: { unscannable: why } }];
    if (ecr === undefined)
        return unknown('only registries of ECR are scanned by themselves: name a report in scan-files');
    const bytes = await images.manifest(digest);
    if (bytes === undefined)
        return unknown('the repository does not hold it');
    const manifest = (0,_image_facts_js__WEBPACK_IMPORTED_MODULE_5__/* .manifestOf */ .$V)(bytes);
    const parts = manifest.kind === 'image' ? [{ name, digest }] : await partsOf(images, manifest, name);
    if (parts.length === 0)
        return unknown('it is an index without any image that runs');
    const untilMs = world.clock.now() + timeoutMs;
    return Promise.all(parts.map(async (part) => ({
        ...part,
        scan: await waitedFor(ecr, path, part.digest, world, { untilMs, timeoutMs }),
    })));
}
/**
 * What of an index runs, also of one that lies in it. A child without a platform counts: whoever pulls takes it for any.
 * https://github.com/containerd/containerd/blob/main/core/images/image.go (Manifest)
 */
async function partsOf(images, index, name) {
    const { images: named, others } = (0,_images_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .childrenOf */ .LU)(index);
    const children = [
        ...named.map(({ digest, platform }) => ({ digest, name: `${name} ${(0,_images_platform_js__WEBPACK_IMPORTED_MODULE_2__/* .formatPlatform */ .Bq)(platform)}`, isNamed: true })),
        ...others
            .filter(({ platform }) => platform === undefined)
            .map(({ digest }) => ({ digest, name: `${name} ${(0,_images_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .shortDigest */ .VK)(digest)}`, isNamed: false })),
    ];
    const parts = await Promise.all(children.map(async ({ isNamed, ...part }) => {
        const bytes = await images.manifest(part.digest);
        const manifest = bytes === undefined ? undefined : (0,_image_facts_js__WEBPACK_IMPORTED_MODULE_5__/* .manifestOf */ .$V)(bytes);
        if (manifest?.kind === 'index')
            return partsOf(images, manifest, part.name);
        return isNamed || manifest === undefined || (0,_images_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .isRun */ .yz)(manifest) ? [part] : [];
    }));
    return parts.flat();
}
async function waitedFor(ecr, path, digest, { clock, signal }, { untilMs, timeoutMs }) {
    let askedAt;
    for (;;) {
        const { status, description, report, wrong } = await ecr.scan(path, digest);
        if (status === undefined && askedAt === undefined) {
            askedAt = clock.now();
            // A push may have begun one that is not known yet, or nothing scans here by itself: then it is refused, or begun.
            await ecr.startScan(path, digest);
        }
        const standing = (0,_images_scan_state_js__WEBPACK_IMPORTED_MODULE_3__/* .scanStanding */ .M)(status, description);
        if (standing.is === 'done') {
            return report ?? { unscannable: wrong ?? 'the scan has ended and its findings cannot be read' };
        }
        const mayBegin = status === undefined && clock.now() - (askedAt ?? 0) < BEGINS_MS;
        if (standing.is === 'unscannable' && !mayBegin)
            return { unscannable: standing.why };
        if (signal?.aborted === true)
            return { unscannable: 'the run was ended before the scan was' };
        if (clock.now() >= untilMs) {
            return { unscannable: `${whyOf(standing)} after ${(0,_spec_duration_js__WEBPACK_IMPORTED_MODULE_4__/* .formatDuration */ .a3)(timeoutMs)} (scan-timeout)` };
        }
        await clock.sleep(Math.min(EVERY_MS, untilMs - clock.now()), signal);
    }
}
const whyOf = (standing) => `${standing.why ?? 'the scan has not ended'}, still`;
/** A report of another scanner for one image; it may be about one of the platforms of an index. */
async function scannedBy(report, { images }, digest, name) {
    const bytes = report.subjects.length === 0 ? undefined : await images.manifest(digest);
    const manifest = bytes === undefined ? undefined : (0,_image_facts_js__WEBPACK_IMPORTED_MODULE_5__/* .manifestOf */ .$V)(bytes);
    const children = manifest?.kind === 'index' ? (0,_images_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .childrenOf */ .LU)(manifest).images.map((child) => child.digest) : [];
    const about = children.find((child) => report.subjects.includes(child));
    return { name, digest: about ?? digest, scan: report };
}


/***/ }),

/***/ 1249:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AC: () => (/* binding */ goOn),
/* harmony export */   TG: () => (/* binding */ again),
/* harmony export */   pQ: () => (/* binding */ eachOf)
/* harmony export */ });
/* harmony import */ var _blue_green_repeated_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1774);
/* harmony import */ var _ports_access_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7919);
/* harmony import */ var _ports_ended_badly_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1893);
/* harmony import */ var _ports_image_repository_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5946);
/* harmony import */ var _ports_message_of_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9901);
/* harmony import */ var _spec_input_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5432);
// src/image-copy/world.ts






/**
 * Makes a call again that failed by what can pass: throttling, a fault of the registry, a connection that broke, a reply that
 * was lost. Every call to a registry can be made twice, because what it puts is named by its content.
 *
 * @throws what the call throws when that cannot pass, or does not; Interrupted when the run was asked to stop meanwhile
 */
async function again(world, call) {
    goOn(world);
    try {
        return await (0,_blue_green_repeated_js__WEBPACK_IMPORTED_MODULE_3__/* .repeated */ .Z)(world, passing, () => unlessStuck(world, call));
    }
    catch (error) {
        goOn(world, error);
        throw error;
    }
}
/**
 * So long a call that is under way may take when the run is asked to stop, real time: the runner leaves 7.5 s, in which what came of
 * it is to be told, and credentials to be removed.
 */
const LAST_CALL_MS = 4_000;
/** @throws Interrupted when the run was asked to stop and the call goes on all the same: what comes of it is not known */
function unlessStuck({ cancellation }, call) {
    return new Promise((resolve, reject) => {
        let timer;
        const over = () => {
            takeBack();
            clearTimeout(timer);
        };
        const takeBack = cancellation.onRequest(() => {
            timer = setTimeout(() => {
                over();
                reject(new _ports_ended_badly_js__WEBPACK_IMPORTED_MODULE_4__/* .Interrupted */ .j('a call was not answered by then, and may have taken effect'));
            }, LAST_CALL_MS);
        });
        call().finally(over).then(resolve, reject);
    });
}
/** @throws Interrupted when the run was asked to stop */
function goOn({ cancellation }, cause) {
    const { reason } = cancellation;
    if (reason === undefined)
        return;
    const last = cause === undefined ? '' : `; what came last: ${(0,_ports_message_of_js__WEBPACK_IMPORTED_MODULE_5__/* .messageOf */ .b)(cause)}`;
    throw new _ports_ended_badly_js__WEBPACK_IMPORTED_MODULE_4__/* .Interrupted */ .j(`${reason}${last}`, { cause });
}
function passing(error) {
    const isFinal = error instanceof _ports_access_error_js__WEBPACK_IMPORTED_MODULE_0__/* .AccessError */ .Z ||
        error instanceof _ports_image_repository_js__WEBPACK_IMPORTED_MODULE_1__/* .RepositoryMissing */ .H ||
        error instanceof _spec_input_error_js__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .d ||
        error instanceof _ports_ended_badly_js__WEBPACK_IMPORTED_MODULE_4__/* .Interrupted */ .j;
    return isFinal ? undefined : `The registry did not answer as it should (${(0,_ports_message_of_js__WEBPACK_IMPORTED_MODULE_5__/* .messageOf */ .b)(error)})`;
}
/** Does the deed for each item, so many at once; after the first that fails no more are begun, and those under way are waited for. */
async function eachOf(items, atOnce, deed) {
    const results = [];
    const failures = [];
    let next = 0;
    const worker = async () => {
        while (next < items.length && failures.length === 0) {
            const index = next++;
            try {
                results[index] = await deed(items[index], index);
            }
            catch (error) {
                failures.push(error);
            }
        }
    };
    await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, worker));
    if (failures.length > 0)
        throw failures[0];
    return results;
}


/***/ }),

/***/ 925:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ko: () => (/* binding */ selects),
/* harmony export */   oQ: () => (/* binding */ evaluateLifecycle),
/* harmony export */   xm: () => (/* binding */ takesTag)
/* harmony export */ });
// src/images/lifecycle-evaluation.ts
const DAY_MS = 86_400_000;
/**
 * What the policy would do to the images, as the documentation says: every rule looks at all images that its tags select,
 * whatever becomes of them; then the rules are applied by priority, and what a rule selects no later rule may touch.
 * An image in an index that stays, stays. Where the documentation is silent, the answer is the one that expires more: images
 * in an index count like others.
 * https://docs.aws.amazon.com/AmazonECR/latest/userguide/LifecyclePolicies.html#lp_evaluation_rules
 */
function evaluateLifecycle(policy, images, nowMs) {
    const rules = [...policy.rules].sort((a, b) => a.rulePriority - b.rulePriority);
    const settled = new Set();
    const marked = new Map();
    for (const rule of rules) {
        const selected = images.filter((image) => selects(rule, image));
        for (const image of beyond(rule, selected, nowMs)) {
            if (!settled.has(image))
                marked.set(image.digest, { image, rule });
        }
        for (const image of selected)
            settled.add(image);
    }
    return [...withoutHeld(marked, images).values()];
}
/** Takes out what lies in an index or belongs to an image that stays, until nothing changes any more: indexes lie in indexes. */
function withoutHeld(marked, images) {
    for (;;) {
        const held = new Set();
        for (const image of images) {
            if (!marked.has(image.digest))
                for (const child of image.children ?? [])
                    held.add(child);
            // Referrers go with their subject, within 24 hours of it, and not before.
            if (image.subject !== undefined)
                held.add(image.digest);
        }
        const staying = [...marked.keys()].filter((digest) => held.has(digest));
        if (staying.length === 0)
            return marked;
        for (const digest of staying)
            marked.delete(digest);
    }
}
/** Whether the image meets what the rule says of tags and storage. Count and age are another question. */
function selects({ selection }, image) {
    const { tagStatus, tagPatternList, tagPrefixList, storageClass = 'standard' } = selection;
    if ((image.storageClass ?? 'standard') !== storageClass)
        return false;
    if (tagStatus === 'any')
        return true;
    if (tagStatus === 'untagged')
        return image.tags.length === 0;
    const patterns = tagPatternList ?? (tagPrefixList ?? []).map((prefix) => `${prefix}*`);
    return patterns.length > 0 && patterns.every((pattern) => image.tags.some((tag) => takesTag(pattern, tag)));
}
/** `*` is any number of letters, everything else itself. */
function takesTag(pattern, tag) {
    const [first = '', ...rest] = pattern.split('*');
    if (rest.length === 0)
        return tag === pattern;
    const last = rest.pop() ?? '';
    if (!tag.startsWith(first) || !tag.endsWith(last))
        return false;
    let at = first.length;
    for (const part of rest) {
        const found = tag.indexOf(part, at);
        if (found === -1)
            return false;
        at = found + part.length;
    }
    return at <= tag.length - last.length;
}
function beyond(rule, selected, nowMs) {
    const { countType, countNumber } = rule.selection;
    if (countType === 'imageCountMoreThan') {
        return [...selected].sort((a, b) => b.pushedAtMs - a.pushedAtMs).slice(countNumber);
    }
    const since = nowMs - countNumber * DAY_MS;
    return selected.filter((image) => ageFrom(countType, image) < since);
}
function ageFrom(countType, { pushedAtMs, pulledAtMs, archivedAtMs }) {
    if (countType === 'sinceImagePulled')
        return pulledAtMs ?? pushedAtMs;
    return countType === 'sinceImageTransitioned' ? (archivedAtMs ?? Number.POSITIVE_INFINITY) : pushedAtMs;
}


/***/ }),

/***/ 6577:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FG: () => (/* binding */ ACCEPTED_MEDIA_TYPES),
/* harmony export */   LU: () => (/* binding */ childrenOf),
/* harmony export */   OR: () => (/* binding */ blobsOf),
/* harmony export */   WI: () => (/* binding */ readManifest),
/* harmony export */   g3: () => (/* binding */ companionTags),
/* harmony export */   yz: () => (/* binding */ isRun)
/* harmony export */ });
/* harmony import */ var _spec_json_object_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4629);
/* harmony import */ var _spec_kind_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1789);
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(643);
// src/images/manifest.ts



/**
 * Media types of manifests.
 * https://github.com/opencontainers/image-spec/blob/main/media-types.md
 * https://distribution.github.io/distribution/spec/manifest-v2-2/
 */
const KINDS = new Map([
    ['application/vnd.oci.image.manifest.v1+json', 'image'],
    ['application/vnd.docker.distribution.manifest.v2+json', 'image'],
    ['application/vnd.oci.image.index.v1+json', 'index'],
    ['application/vnd.docker.distribution.manifest.list.v2+json', 'index'],
    ['application/vnd.docker.distribution.manifest.v1+json', 'signed'],
    ['application/vnd.docker.distribution.manifest.v1+prettyjws', 'signed'],
]);
const OCI = { image: 'application/vnd.oci.image.manifest.v1+json', index: 'application/vnd.oci.image.index.v1+json' };
/** What is asked for, so that ECR gives the bytes as they were pushed and converts nothing. */
const ACCEPTED_MEDIA_TYPES = [...KINDS.keys()].filter((type) => KINDS.get(type) !== 'signed');
/**
 * Reads the bytes of a manifest. Nothing of them may be written again: the digest is that of the bytes as they are.
 *
 * @param besides the media type that the registry told with them, if it did
 */
function readManifest(text, besides) {
    const json = parsed(text);
    if (json === undefined)
        return (0,_spec_kind_js__WEBPACK_IMPORTED_MODULE_1__/* .wrong */ .Q)('is not JSON');
    if (!(0,_spec_json_object_js__WEBPACK_IMPORTED_MODULE_2__/* .isJsonObject */ .O)(json))
        return (0,_spec_kind_js__WEBPACK_IMPORTED_MODULE_1__/* .wrong */ .Q)('is no JSON object');
    const within = typeof json.mediaType === 'string' && json.mediaType !== '' ? json.mediaType : undefined;
    if (within !== undefined && besides !== undefined && within !== besides) {
        return (0,_spec_kind_js__WEBPACK_IMPORTED_MODULE_1__/* .wrong */ .Q)(`says it is ${within}, and the registry says ${besides}`);
    }
    if (json.schemaVersion !== 2)
        return (0,_spec_kind_js__WEBPACK_IMPORTED_MODULE_1__/* .wrong */ .Q)(`has schema version ${JSON.stringify(json.schemaVersion)} and not 2`);
    // A manifest that could be read as either is refused: CVE-2021-41190 (GHSA-mc8v-mgrf-8f4m).
    if ('manifests' in json && ('config' in json || 'layers' in json))
        return (0,_spec_kind_js__WEBPACK_IMPORTED_MODULE_1__/* .wrong */ .Q)('is an image and an index at once');
    const shape = 'manifests' in json ? 'index' : 'image';
    const mediaType = within ?? besides ?? OCI[shape];
    const kind = KINDS.get(mediaType);
    if (kind === undefined)
        return (0,_spec_kind_js__WEBPACK_IMPORTED_MODULE_1__/* .wrong */ .Q)(`is of a kind that is not known here (${mediaType})`);
    if (kind !== shape)
        return (0,_spec_kind_js__WEBPACK_IMPORTED_MODULE_1__/* .wrong */ .Q)(`says it is ${mediaType} and is built like an ${shape}`);
    const common = {
        mediaType,
        annotations: textsOf(json.annotations),
        ...(typeof json.artifactType === 'string' ? { artifactType: json.artifactType } : {}),
    };
    const subject = json.subject === undefined ? undefined : descriptorOf(json.subject);
    if (json.subject !== undefined && subject === undefined)
        return (0,_spec_kind_js__WEBPACK_IMPORTED_MODULE_1__/* .wrong */ .Q)('has a subject that is no descriptor');
    const rest = { ...common, ...(subject === undefined ? {} : { subject }) };
    if (kind === 'index') {
        const children = descriptorsOf(json.manifests);
        return children === undefined
            ? (0,_spec_kind_js__WEBPACK_IMPORTED_MODULE_1__/* .wrong */ .Q)('has a list of manifests that cannot be read')
            : (0,_spec_kind_js__WEBPACK_IMPORTED_MODULE_1__/* .read */ .L)({ ...rest, kind, children });
    }
    const config = descriptorOf(json.config);
    const layers = descriptorsOf(json.layers);
    if (config === undefined)
        return (0,_spec_kind_js__WEBPACK_IMPORTED_MODULE_1__/* .wrong */ .Q)('has no config that can be read');
    return layers === undefined
        ? (0,_spec_kind_js__WEBPACK_IMPORTED_MODULE_1__/* .wrong */ .Q)('has layers that cannot be read')
        : (0,_spec_kind_js__WEBPACK_IMPORTED_MODULE_1__/* .read */ .L)({ ...rest, kind: 'image', config, layers });
}
/** What a container is made of. https://github.com/opencontainers/image-spec/blob/main/media-types.md */
const CONFIGURATIONS = new Set([
    'application/vnd.oci.image.config.v1+json',
    'application/vnd.docker.container.image.v1+json',
]);
/** Whether it is an image that runs, and not a chart, a signature or anything else that lies in registries. */
const isRun = ({ artifactType, config }) => artifactType === undefined && CONFIGURATIONS.has(config.mediaType);
/** Where BuildKit says what a child is. https://github.com/moby/buildkit/blob/master/docs/attestations/attestation-storage.md */
const REFERENCE_TYPE = 'vnd.docker.reference.type';
const REFERENCE_DIGEST = 'vnd.docker.reference.digest';
/** What the children of an index are. Scans, and what ECS may run, look at the images only. */
function childrenOf(index) {
    const isAttestation = ({ annotations }) => annotations[REFERENCE_TYPE] === 'attestation-manifest';
    const images = [];
    const attestations = [];
    const others = [];
    for (const child of index.children) {
        if (isAttestation(child))
            attestations.push({ ...child, of: child.annotations[REFERENCE_DIGEST] });
        else if (child.platform !== undefined && child.platform.os !== 'unknown')
            images.push({ ...child, platform: child.platform });
        else
            others.push(child);
    }
    return { images, attestations, others };
}
/** Layers that lie elsewhere and that registries need not hold. https://github.com/opencontainers/image-spec/blob/main/layer.md#non-distributable-layers */
const FOREIGN = /\.(foreign|nondistributable)\./;
/** The blobs that a repository must hold before the image can be put, each once. */
function blobsOf(image) {
    const all = [image.config, ...image.layers].filter(({ mediaType }) => !FOREIGN.test(mediaType));
    return [...new Map(all.map((blob) => [blob.digest, blob])).values()];
}
/**
 * Tags under which signatures, attestations and SBOMs of an image lie where they are no referrers: cosign's and, without a
 * suffix, the fallback of the distribution specification.
 * https://github.com/sigstore/cosign/blob/main/specs/SIGNATURE_SPEC.md
 * https://github.com/opencontainers/distribution-spec/blob/main/spec.md#referrers-tag-schema
 */
function companionTags(digest) {
    const base = digest.replace(':', '-');
    return [base, `${base}.sig`, `${base}.att`, `${base}.sbom`];
}
function parsed(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
function textsOf(value) {
    const texts = Object.create(null);
    if ((0,_spec_json_object_js__WEBPACK_IMPORTED_MODULE_2__/* .isJsonObject */ .O)(value))
        for (const [key, item] of Object.entries(value))
            if (typeof item === 'string')
                texts[key] = item;
    return texts;
}
function descriptorsOf(value) {
    if (!Array.isArray(value))
        return undefined;
    const all = value.map(descriptorOf);
    return all.every((one) => one !== undefined) ? all : undefined;
}
function descriptorOf(value) {
    if (!(0,_spec_json_object_js__WEBPACK_IMPORTED_MODULE_2__/* .isJsonObject */ .O)(value))
        return undefined;
    const { mediaType, digest, size, platform, artifactType } = value;
    if (typeof mediaType !== 'string' || typeof digest !== 'string' || !(0,_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .isDigest */ .Bc)(digest))
        return undefined;
    if (typeof size !== 'number' || !Number.isSafeInteger(size) || size < 0)
        return undefined;
    const ran = platformOf(platform);
    return {
        mediaType,
        digest,
        size,
        annotations: textsOf(value.annotations),
        ...(ran === undefined ? {} : { platform: ran }),
        ...(typeof artifactType === 'string' ? { artifactType } : {}),
    };
}
function platformOf(value) {
    if (!(0,_spec_json_object_js__WEBPACK_IMPORTED_MODULE_2__/* .isJsonObject */ .O)(value) || typeof value.os !== 'string' || typeof value.architecture !== 'string')
        return undefined;
    const { os, architecture, variant } = value;
    return { os, architecture, ...(typeof variant === 'string' && variant !== '' ? { variant } : {}) };
}


/***/ }),

/***/ 4108:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ib: () => (/* binding */ environmentsIn),
/* harmony export */   cr: () => (/* binding */ orphanCompanions),
/* harmony export */   u9: () => (/* binding */ neededImages)
/* harmony export */ });
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(643);
/* harmony import */ var _ecr_host_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7331);
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6577);
/* harmony import */ var _reference_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9431);
/* harmony import */ var _release_tags_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5549);
// src/images/needed-images.ts





/** All images that must stay, and why: what services run, what environments stand for, and what can be gone back to. */
function neededImages({ repository, images, running, environments, keep }) {
    const there = new Map(images.map((image) => [image.digest, image]));
    const byTag = new Map(images.flatMap((image) => image.tags.map((tag) => [tag, image])));
    const needed = [];
    const unknown = [];
    for (const user of running) {
        const why = `${user.service} in cluster ${user.cluster} runs it`;
        const named = referenceIn(user.image, repository);
        // A tag may have moved since the task began: what really runs decides, whatever it was called.
        if (user.digest !== undefined && (there.has(user.digest) || named !== undefined)) {
            needed.push({ digest: user.digest, why });
            continue;
        }
        if (named === undefined)
            continue;
        const digest = named.digest ?? byTag.get(named.tag ?? 'latest')?.digest;
        if (digest !== undefined)
            needed.push({ digest, why });
        else
            unknown.push(`${user.service} in cluster ${user.cluster} runs ${user.image}, and no image has that tag.`);
    }
    for (const environment of environments) {
        const moving = byTag.get(environment);
        if (moving !== undefined)
            needed.push({ digest: moving.digest, why: `it is what ${environment} stands for` });
        const different = [...new Set((0,_release_tags_js__WEBPACK_IMPORTED_MODULE_3__/* .releasesOf */ .w0)(environment, images).map(({ image }) => image.digest))];
        for (const [index, digest] of different.slice(0, keep).entries()) {
            needed.push({
                digest,
                why: `it is ${index === 0 ? 'the last release' : `release ${index + 1} from the last`} of ${environment}`,
            });
        }
    }
    return { images: withKin(needed, images, byTag), unknown };
}
/** With the indexes that they are in, and what lies beside them under tags of its own: signatures. */
function withKin(needed, images, byTag) {
    const all = [...needed];
    const digests = new Set(needed.map(({ digest }) => digest));
    for (const image of images) {
        const child = image.children?.find((one) => digests.has(one));
        if (child === undefined || digests.has(image.digest))
            continue;
        all.push({ digest: image.digest, why: `${(0,_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .shortDigest */ .VK)(child)} in it is needed` });
    }
    const there = new Map(images.map((image) => [image.digest, image]));
    for (const digest of new Set(all.map((one) => one.digest))) {
        for (const subject of [digest, ...(there.get(digest)?.children ?? [])]) {
            for (const tag of (0,_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .companionTags */ .g3)(subject)) {
                const companion = byTag.get(tag);
                if (companion !== undefined)
                    all.push({ digest: companion.digest, why: `it speaks about ${(0,_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .shortDigest */ .VK)(subject)}` });
            }
        }
    }
    return all;
}
/** Tags of what speaks about images that are not there any more, as far as it was pushed before a time. */
function orphanCompanions(images, beforeMs) {
    const there = new Set(images.map(({ digest }) => digest));
    return images.flatMap(({ tags, pushedAtMs }) => tags.filter((tag) => {
        const [, hex] = /^sha256-([0-9a-f]{64})(?:\.(?:sig|att|sbom))?$/.exec(tag) ?? [];
        return hex !== undefined && pushedAtMs < beforeMs && !there.has(`sha256:${hex}`);
    }));
}
/** Names of environments that have releases in the repository. */
const environmentsIn = (images) => [...new Set(images.flatMap(({ tags }) => tags.flatMap((tag) => (0,_release_tags_js__WEBPACK_IMPORTED_MODULE_3__/* .readReleaseTag */ .uX)(tag)?.environment ?? [])))].sort();
/** How a task definition names an image of this repository; undefined when it is of another one. */
function referenceIn(image, { name, uri, arn, account }) {
    const reading = (0,_reference_js__WEBPACK_IMPORTED_MODULE_2__/* .parseReference */ .F2)(image);
    if (!reading.ok)
        return undefined;
    const { registry, repository, tag, digest } = reading.value;
    const ecr = (0,_ecr_host_js__WEBPACK_IMPORTED_MODULE_4__/* .ecrRegistry */ .gO)(registry);
    // arn:PARTITION:ecr:REGION:ACCOUNT:repository/NAME. On the local cloud the same repository has two hosts.
    const isOurs = (0,_reference_js__WEBPACK_IMPORTED_MODULE_2__/* .nameOf */ .Vb)({ registry, repository }) === uri ||
        (ecr?.kind === 'private' && ecr.account === account && ecr.region === arn.split(':')[3] && repository === name);
    if (!isOurs)
        return undefined;
    return { ...(tag === undefined ? {} : { tag }), ...(digest === undefined ? {} : { digest }) };
}


/***/ }),

/***/ 5139:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bq: () => (/* binding */ formatPlatform),
/* harmony export */   FL: () => (/* binding */ parsePlatform),
/* harmony export */   H3: () => (/* binding */ platformDifference),
/* harmony export */   iD: () => (/* binding */ platform)
/* harmony export */ });
/* unused harmony export normalPlatform */
/* harmony import */ var _spec_kind_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1789);
// src/images/platform.ts

/** Other names and what containerd makes of them. https://github.com/containerd/platforms/blob/main/database.go */
const ALIASES = new Map([
    ['x86_64', ['amd64']],
    ['x86-64', ['amd64']],
    ['aarch64', ['arm64']],
    ['i386', ['386']],
    ['armhf', ['arm', 'v7']],
    ['armel', ['arm', 'v6']],
]);
/** `linux/arm64`, `linux/arm/v7`. What is the default of an architecture is left out, so that equal ones look equal. */
function normalPlatform({ os, architecture, variant }) {
    const [name, implied] = ALIASES.get(architecture) ?? [architecture];
    const given = variant === undefined || variant === '' ? implied : variant;
    const system = os === 'macos' ? 'darwin' : os;
    if (name === 'arm' && given === undefined)
        return { os: system, architecture: name, variant: 'v7' };
    const isDefault = (name === 'arm64' && /^v?8$/.test(given ?? '')) || (name === 'amd64' && given === 'v1');
    return given === undefined || isDefault
        ? { os: system, architecture: name }
        : { os: system, architecture: name, variant: given };
}
function formatPlatform(platform) {
    const { os, architecture, variant } = normalPlatform(platform);
    return `${os}/${architecture}${variant === undefined ? '' : `/${variant}`}`;
}
/** Reads `os/architecture` with or without `/variant`. */
function parsePlatform(given) {
    const parts = given.toLowerCase().split('/');
    const [os = '', architecture, variant] = parts;
    if (parts.some((part) => !/^[a-z0-9_.-]+$/.test(part)) || parts.length > 3)
        return (0,_spec_kind_js__WEBPACK_IMPORTED_MODULE_0__/* .wrong */ .Q)('is not a platform');
    if (architecture === undefined) {
        const isArchitecture = ALIASES.has(os) || /^(amd64|arm|arm64|386|ppc64le|riscv64|s390x)$/.test(os);
        return isArchitecture ? (0,_spec_kind_js__WEBPACK_IMPORTED_MODULE_0__/* .wrong */ .Q)('names no system', `linux/${os}`) : (0,_spec_kind_js__WEBPACK_IMPORTED_MODULE_0__/* .wrong */ .Q)('names no architecture', `${os}/amd64`);
    }
    return (0,_spec_kind_js__WEBPACK_IMPORTED_MODULE_0__/* .read */ .L)(normalPlatform({ os, architecture, ...(variant === undefined ? {} : { variant }) }));
}
/** A platform as an input. */
function platform() {
    return {
        label: 'platform',
        accepts: 'a platform such as linux/amd64 or linux/arm64',
        absent: undefined,
        read: (given) => {
            const reading = parsePlatform(given);
            return reading.ok ? (0,_spec_kind_js__WEBPACK_IMPORTED_MODULE_0__/* .read */ .L)(formatPlatform(reading.value)) : reading;
        },
    };
}
/** What one set of platforms has and the other has not; both empty when they are the same. Order and doubles do not count. */
function platformDifference(wanted, found) {
    const [a, b] = [wanted, found].map((list) => [...new Set(list.map(formatPlatform))].sort());
    return {
        missing: (a ?? []).filter((one) => !b?.includes(one)),
        extra: (b ?? []).filter((one) => !a?.includes(one)),
    };
}


/***/ }),

/***/ 3209:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ scanStanding)
/* harmony export */ });
// src/images/scan-state.ts
/**
 * All states there are. A basic scan ends as COMPLETE; an enhanced one never ends, and is ACTIVE as long as it is kept up.
 * https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_ImageScanStatus.html
 */
const STATES = new Map([
    ['COMPLETE', { is: 'done' }],
    ['ACTIVE', { is: 'done' }],
    ['IN_PROGRESS', { is: 'waiting', why: 'the scan is running' }],
    ['PENDING', { is: 'waiting', why: 'the scan has not begun' }],
    ['FAILED', { is: 'unscannable', why: 'the scan failed' }],
    ['UNSUPPORTED_IMAGE', { is: 'unscannable', why: 'the scanner does not know the system in the image' }],
    ['SCAN_ELIGIBILITY_EXPIRED', { is: 'unscannable', why: 'the image is too old to be scanned any more' }],
    ['FINDINGS_UNAVAILABLE', { is: 'unscannable', why: 'the findings cannot be had any more' }],
    ['LIMIT_EXCEEDED', { is: 'unscannable', why: 'the scans of the day are used up' }],
    ['IMAGE_ARCHIVED', { is: 'unscannable', why: 'the image is archived' }],
]);
/**
 * What the state means. One that is not known here, and none at all, cannot be waited for: an image that nobody scans is told
 * at once.
 *
 * @param description what ECR says beside it
 */
function scanStanding(status, description = '') {
    if (status === undefined)
        return { is: 'unscannable', why: 'no scan of it is known: scan on push is off for its repository' };
    const known = STATES.get(status);
    if (known === undefined)
        return { is: 'unscannable', why: `the scan is in a state that is not known here (${status})` };
    if (known.is !== 'unscannable' || description === '')
        return known;
    return { ...known, why: `${known.why} (${description.replace(/[.\s]+$/, '')})` };
}


/***/ }),

/***/ 1284:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ scanTable)
/* harmony export */ });
/* harmony import */ var _spec_counted_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7481);
// src/images/scan-table.ts

/** What each standing is called in the table. */
const STANDINGS = {
    counts: () => '**keeps back**',
    expired: ({ allowance }) => `**keeps back**: allowed until ${allowance?.expires}`,
    allowed: ({ allowance }) => `allowed until ${allowance?.expires}: ${allowance?.reason}`,
    aside: ({ finding }) => `put aside by ${finding.asideBecause}`,
    unfixable: () => 'no fix yet',
    below: () => 'below the limit',
};
/**
 * The findings as a table of Markdown, those that keep the image back first.
 *
 * @param most rows at most; how many more there are is said
 */
function scanTable({ findings, unscannable }, most = 50) {
    const rank = ({ standing }) => standing === 'counts' || standing === 'expired' ? 0 : standing === 'below' ? 2 : 1;
    const rows = [...findings].sort((a, b) => rank(a) - rank(b));
    const lines = unscannable.map((one) => `- Not scanned: ${cell(one)}`);
    if (rows.length > 0) {
        lines.push(...(lines.length > 0 ? [''] : []), '| Finding | Severity | Package | Fixed in | Image | |', '|---|---|---|---|---|---|', ...rows.slice(0, most).map((judged) => {
            const { id, severity, package: name, version, fixedIn, url } = judged.finding;
            const link = /^https:\/\/[^\s()<>|]+$/.test(url) ? `[${cell(id)}](${url})` : cell(id);
            const cells = [
                link,
                severity,
                cell(`${name} ${version}`.trim()),
                cell(fixedIn),
                cell(judged.images.join(', ')),
                cell(STANDINGS[judged.standing](judged), true),
            ];
            return `| ${cells.join(' | ')} |`;
        }));
        if (rows.length > most)
            lines.push('', `And ${(0,_spec_counted_js__WEBPACK_IMPORTED_MODULE_0__/* .counted */ .h)(rows.length - most, 'more finding')}.`);
    }
    return lines.join('\n');
}
/** Reports are written by others: nothing of them is markup. */
function cell(text, isOurs = false) {
    const plain = text.replace(/\s+/g, ' ').replaceAll('&', '&amp;').replaceAll('<', '&lt;');
    return isOurs ? plain.replaceAll('|', '\\|') : plain.replace(/[\\`*_[\]|~@#!]/g, '\\$&');
}


/***/ }),

/***/ 6842:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ settleTag),
/* harmony export */   s: () => (/* binding */ putImageMeaning)
/* harmony export */ });
// src/images/settle-tag.ts
/**
 * What it means that a registry refuses a tag because it is there. The same image under it is what was wanted.
 *
 * @param found digest that the tag stands for now; undefined when there is no such tag
 */
function settleTag({ repository, tag }, wanted, found) {
    const name = `${repository}:${tag}`;
    if (found === wanted)
        return { is: 'already-there', sentence: `${name} is this image already (${wanted}).` };
    if (found === undefined) {
        return {
            is: 'vanished',
            sentence: `${name} was refused as being there already, and is not there: someone else is at work on it.`,
        };
    }
    return {
        is: 'taken',
        sentence: `${name} stands for another image and cannot be moved: it is ${found}, and this one is ${wanted}. Take another tag, or add an exclusion for it to the immutability of the repository.`,
    };
}
/** https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_PutImage.html#API_PutImage_Errors */
const PUT_IMAGE_ERRORS = new Map([
    // https://github.com/aws/aws-sdk/issues/750: to be taken for a success.
    ['ImageAlreadyExistsException', 'already-there'],
    ['ImageTagAlreadyExistsException', 'look'],
    ['LayersNotFoundException', 'incomplete'],
    ['ReferencedImagesNotFoundException', 'incomplete'],
    ['RepositoryNotFoundException', 'missing-repository'],
    ['ImageDigestDoesNotMatchException', 'changed-bytes'],
    ['ImageArchivedException', 'archived'],
]);
const putImageMeaning = (errorName) => PUT_IMAGE_ERRORS.get(errorName) ?? 'other';


/***/ }),

/***/ 7919:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ AccessError)
/* harmony export */ });
// src/ports/access-error.ts
/**
 * The credentials do not suffice: missing, expired, or not allowed. Not the fault of the release; nothing can be said
 * of it.
 */
class AccessError extends Error {
    detail;
    name = 'AccessError';
    constructor(message, detail, options) {
        super(message, options);
        this.detail = detail;
    }
}


/***/ }),

/***/ 1893:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ DeployFailed),
/* harmony export */   j: () => (/* binding */ Interrupted)
/* harmony export */ });
// src/ports/ended-badly.ts
/** The new version is bad, or the deployment could not begin or end as it should: for the app's team. */
class DeployFailed extends Error {
    name = 'DeployFailed';
}
/** Cancelled, out of time, superseded: for whoever operates it. */
class Interrupted extends Error {
    name = 'Interrupted';
}


/***/ }),

/***/ 5946:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ RepositoryMissing)
/* harmony export */ });
// src/ports/image-repository.ts
/** The registry has no such repository, or does not let the caller know of it. */
class RepositoryMissing extends Error {
    repository;
    name = 'RepositoryMissing';
    constructor(repository, options) {
        super(`There is no repository ${repository}`, options);
        this.repository = repository;
    }
}


/***/ }),

/***/ 7742:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ seeRetention),
/* harmony export */   j: () => (/* binding */ runningIn)
/* harmony export */ });
/* harmony import */ var _image_copy_world_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1249);
/* harmony import */ var _images_needed_images_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4108);
// src/retention/see-retention.ts


/** Lists the images and finds out which are needed. */
async function seeRetention(question, world) {
    const { ecr, repository, running, keep } = question;
    const images = await (0,_image_copy_world_js__WEBPACK_IMPORTED_MODULE_0__/* .again */ .TG)(world, () => ecr.images(repository.name));
    const environments = [...new Set([...question.environments, ...(0,_images_needed_images_js__WEBPACK_IMPORTED_MODULE_1__/* .environmentsIn */ .Ib)(images)])];
    const { images: needed, unknown } = (0,_images_needed_images_js__WEBPACK_IMPORTED_MODULE_1__/* .neededImages */ .u9)({ repository, images, running, environments, keep });
    return { repository, images, needed, environments, unknown };
}
/** What the services of the clusters run; nothing when the only one is called `none`. */
async function runningIn(clusters, use, world) {
    const named = clusters.filter((cluster) => cluster !== 'none');
    return named.length === 0 ? [] : (0,_image_copy_world_js__WEBPACK_IMPORTED_MODULE_0__/* .again */ .TG)(world, () => use.running(named));
}


/***/ }),

/***/ 3075:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  G: () => (/* binding */ settleRetention)
});

// EXTERNAL MODULE: ./build-stage/image-copy/world.js
var image_copy_world = __webpack_require__(1249);
// EXTERNAL MODULE: ./build-stage/images/digest.js
var images_digest = __webpack_require__(643);
// EXTERNAL MODULE: ./build-stage/spec/counted.js
var counted = __webpack_require__(7481);
// EXTERNAL MODULE: ./build-stage/images/lifecycle-evaluation.js
var lifecycle_evaluation = __webpack_require__(925);
;// CONCATENATED MODULE: ./build-stage/images/lifecycle-rules.js
// src/images/lifecycle-rules.ts
/**
 * What a protecting rule counts to. It selects, so that no later rule may touch what it selects, and it never has anything to
 * expire itself: a repository cannot hold more.
 * https://docs.aws.amazon.com/AmazonECR/latest/userguide/service-quotas.html (images per repository)
 */
const MORE_THAN_FIT = 100_000;
/** The moving tag of an environment, and the tags of its releases. */
const tagFamily = (environment) => [
    environment,
    `${environment}-*`,
];
/**
 * The policy: one protecting rule for each family of tags, then the images without a tag, then the rest. A rule that keeps the
 * last five images of an environment would not do: ECR orders by the time of the push, so that an older build which was
 * promoted, or rolled back to, is among the first to go. https://github.com/aws/containers-roadmap/issues/2746
 * Releases are taken out of their family by their tags instead (`surplusReleases`).
 */
function retentionPolicy({ environments, protectedTags, untaggedDays, keep }) {
    // Several patterns in one rule would all have to be met.
    const patterns = [...new Set([...environments.flatMap(tagFamily), ...protectedTags])];
    const protecting = patterns.map((pattern, index) => ({
        rulePriority: index + 1,
        description: `Keep every image tagged ${pattern}`,
        selection: {
            tagStatus: 'tagged',
            tagPatternList: [pattern],
            countType: 'imageCountMoreThan',
            countNumber: MORE_THAN_FIT,
        },
        action: { type: 'expire' },
    }));
    const last = patterns.length;
    return {
        rules: [
            ...protecting,
            {
                rulePriority: last + 1,
                description: `Expire images without a tag after ${untaggedDays} days`,
                selection: {
                    tagStatus: 'untagged',
                    countType: 'sinceImagePushed',
                    countUnit: 'days',
                    countNumber: untaggedDays,
                },
                action: { type: 'expire' },
            },
            {
                rulePriority: last + 2,
                description: `Keep the last ${keep} of all other images`,
                selection: { tagStatus: 'any', countType: 'imageCountMoreThan', countNumber: keep },
                action: { type: 'expire' },
            },
        ],
    };
}
/**
 * What a policy of ours keeps, every protected family of tags under `protectedTags`; undefined when somebody else wrote it, or
 * changed it by hand.
 */
function retentionIn(policy) {
    const rules = [...policy.rules].sort((a, b) => a.rulePriority - b.rulePriority);
    const [untagged, rest] = rules.slice(-2);
    if (untagged === undefined || rest === undefined)
        return undefined;
    const retention = {
        environments: [],
        protectedTags: rules.slice(0, -2).flatMap(({ selection }) => selection.tagPatternList ?? []),
        untaggedDays: untagged.selection.countNumber,
        keep: rest.selection.countNumber,
    };
    return isSamePolicy(retentionPolicy(retention), policy) ? retention : undefined;
}
/** Whether two policies say the same, in whatever order they say it. */
function isSamePolicy(one, other) {
    return canonical(byPriority(one)) === canonical(byPriority(other));
}
const byPriority = ({ rules }) => [...rules].sort((a, b) => a.rulePriority - b.rulePriority);
const canonical = (value) => JSON.stringify(value, (_key, item) => typeof item === 'object' && item !== null && !Array.isArray(item)
    ? Object.fromEntries(Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1)))
    : item);

;// CONCATENATED MODULE: ./build-stage/images/lifecycle-check.js
// src/images/lifecycle-check.ts




/**
 * Whether the policy leaves alone all that is needed, now and later. To be asked before a policy is put: what ECR has expired
 * cannot be had back.
 */
function checkLifecycle(policy, images, needed, nowMs) {
    const affected = (0,lifecycle_evaluation/* evaluateLifecycle */.oQ)(policy, images, nowMs);
    const byDigest = new Map(images.map((image) => [image.digest, image]));
    const ruleOf = new Map(affected.map(({ image, rule }) => [image.digest, rule]));
    const problems = needed.flatMap(({ digest, why }) => {
        const image = byDigest.get(digest);
        const tell = (kind, what) => [
            { kind, digest, sentence: `${nameOf(digest, image)} ${what}, and ${why}.` },
        ];
        if (image === undefined)
            return tell('gone', 'is not in the repository');
        if (image.storageClass === 'archive')
            return tell('archived', 'is archived and must be restored before it can run');
        const rule = ruleOf.get(digest);
        if (rule !== undefined)
            return tell('expires', `would be ${deedOf(rule)} within a day by ${ruleName(rule)}`);
        const later = guardFault(policy, image, images);
        return later === undefined ? [] : tell('unguarded', `could be ${deedOf(later)} later by ${ruleName(later)}`);
    });
    return {
        affected: affected.map(({ image, rule }) => ({
            digest: image.digest,
            tags: image.tags,
            rulePriority: rule.rulePriority,
        })),
        problems,
    };
}
/** The rule that may take the image some day, or nothing when it is guarded. */
function guardFault(policy, image, images) {
    const parents = images.filter(({ children }) => children?.includes(image.digest));
    if (parents.some((parent) => guardFault(policy, parent, images) === undefined))
        return undefined;
    const rules = [...policy.rules].sort((a, b) => a.rulePriority - b.rulePriority);
    const first = rules.find((rule) => (0,lifecycle_evaluation/* selects */.ko)(rule, image));
    return first === undefined || isGuard(first) ? undefined : first;
}
const isGuard = ({ selection }) => selection.countType === 'imageCountMoreThan' && selection.countNumber >= MORE_THAN_FIT;
const deedOf = ({ action }) => (action.type === 'expire' ? 'deleted' : 'archived');
const ruleName = ({ rulePriority, description }) => `rule ${rulePriority}${description === undefined ? '' : ` (${description})`}`;
function nameOf(digest, image) {
    const [tag, ...others] = image?.tags ?? [];
    if (tag === undefined)
        return (0,images_digest/* shortDigest */.VK)(digest);
    return `${(0,images_digest/* shortDigest */.VK)(digest)} (${tag}${others.length === 0 ? '' : ` and ${(0,counted/* counted */.h)(others.length, 'more tag')}`})`;
}

;// CONCATENATED MODULE: ./build-stage/images/lifecycle-diff.js
// src/images/lifecycle-diff.ts

/** What would change, rule by rule in words: `- …` goes, `+ …` comes, in the order of the rules. */
function lifecycleDiff(before, after) {
    const [old, wanted] = [before?.rules ?? [], after.rules].map((rules) => [...rules].sort((a, b) => a.rulePriority - b.rulePriority).map(describeRule));
    const gone = (old ?? []).filter((line) => !wanted?.includes(line)).map((line) => `- ${line}`);
    const come = (wanted ?? []).filter((line) => !old?.includes(line)).map((line) => `+ ${line}`);
    return [...gone, ...come];
}
/** `images tagged beta-*: deleted beyond the newest 5` */
function describeRule({ selection, action }) {
    const { tagStatus, tagPatternList, tagPrefixList, storageClass, countType, countNumber } = selection;
    const tags = tagPatternList ?? (tagPrefixList ?? []).map((prefix) => `${prefix}*`);
    const which = { tagged: `images tagged ${tags.join(' and ')}`, untagged: 'images without a tag', any: 'all images' };
    const stored = storageClass === 'archive' ? ' in the archive' : '';
    const deed = action.type === 'expire' ? 'deleted' : 'archived';
    const isKept = countType === 'imageCountMoreThan' && countNumber >= MORE_THAN_FIT;
    const when = {
        imageCountMoreThan: `beyond the newest ${countNumber}`,
        sinceImagePushed: `${countNumber} days after the push`,
        sinceImagePulled: `${countNumber} days after the last pull`,
        sinceImageTransitioned: `after ${countNumber} days there`,
    };
    return `${which[tagStatus]}${stored}: ${isKept ? 'kept' : `${deed} ${when[countType]}`}`;
}

// EXTERNAL MODULE: ./build-stage/spec/json-object.js
var json_object = __webpack_require__(4629);
// EXTERNAL MODULE: ./build-stage/spec/kind.js
var kind = __webpack_require__(1789);
;// CONCATENATED MODULE: ./build-stage/images/lifecycle-policy.js
// src/images/lifecycle-policy.ts


/** https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_PutLifecyclePolicy.html */
const LONGEST_TEXT = 30_720;
/** https://docs.aws.amazon.com/AmazonECR/latest/userguide/service-quotas.html (rules per lifecycle policy) */
const MOST_RULES = 50;
/** The text that ECR is given. */
const formatLifecyclePolicy = (policy) => JSON.stringify(policy);
/** Reads the text of a policy that someone put, such as `GetLifecyclePolicy` gives it. */
function readLifecyclePolicy(text) {
    let value;
    try {
        value = JSON.parse(text);
    }
    catch {
        return (0,kind/* wrong */.Q)('is not JSON');
    }
    const rules = (0,json_object/* isJsonObject */.O)(value) ? value.rules : undefined;
    if (!Array.isArray(rules) || !rules.every(isRule))
        return (0,kind/* wrong */.Q)('has rules that cannot be read');
    const fault = policyFault({ rules });
    return fault === undefined ? (0,kind/* read */.L)({ rules }) : (0,kind/* wrong */.Q)(fault);
}
/** Why ECR would not take the policy, or nothing. https://docs.aws.amazon.com/AmazonECR/latest/userguide/LifecyclePolicies.html#lp_evaluation_rules */
function policyFault(policy) {
    const { rules } = policy;
    if (rules.length === 0)
        return 'has no rule';
    if (rules.length > MOST_RULES)
        return `has ${rules.length} rules, more than ${MOST_RULES}`;
    const length = formatLifecyclePolicy(policy).length;
    if (length > LONGEST_TEXT)
        return `is ${length} letters long, more than ${LONGEST_TEXT}`;
    for (const [index, rule] of rules.entries()) {
        const fault = ruleFault(rule, rules.slice(0, index));
        if (fault !== undefined)
            return `has a rule ${rule.rulePriority} that ${fault}`;
    }
    const any = rules.find(({ selection }) => selection.tagStatus === 'any' && selection.storageClass !== 'archive');
    const after = rules.find((rule) => any !== undefined && rule.rulePriority > any.rulePriority && rule.selection.storageClass !== 'archive');
    return after === undefined
        ? undefined
        : `has a rule ${after.rulePriority} after that for any image, which must be the last`;
}
function ruleFault(rule, before) {
    const { tagStatus, tagPatternList, tagPrefixList, countType, countUnit, countNumber } = rule.selection;
    if (!isPositive(rule.rulePriority))
        return 'has a priority that is no positive whole number';
    if (before.some(({ rulePriority }) => rulePriority === rule.rulePriority))
        return 'has the priority of another';
    if (!isPositive(countNumber))
        return `counts to ${countNumber}, which is no positive whole number`;
    const tags = tagPatternList ?? tagPrefixList ?? [];
    if (tagPatternList !== undefined && tagPrefixList !== undefined)
        return 'has patterns and prefixes at once';
    if (tagStatus === 'tagged' ? tags.length === 0 : tagPatternList !== undefined || tagPrefixList !== undefined) {
        return tagStatus === 'tagged'
            ? 'is for tagged images and names no tag'
            : `names tags and is for ${tagStatus} images`;
    }
    const wild = (tagPatternList ?? []).find((pattern) => (pattern.match(/\*/g)?.length ?? 0) > 4);
    if (wild !== undefined)
        return `has more than four * in ${JSON.stringify(wild)}`;
    if ((countType === 'imageCountMoreThan') !== (countUnit === undefined)) {
        return countUnit === undefined ? 'counts days and does not say so' : 'counts images and names a unit of time';
    }
    const key = selectionKey(rule);
    return before.some((other) => selectionKey(other) === key) ? 'selects the same as another' : undefined;
}
const selectionKey = ({ selection, action }) => {
    const { tagStatus, tagPatternList, tagPrefixList, storageClass = 'standard' } = selection;
    const tags = [...(tagPatternList ?? tagPrefixList?.map((prefix) => `${prefix}*`) ?? [])].sort();
    return JSON.stringify([tagStatus, tags, storageClass, tagStatus === 'any' ? action.type : '']);
};
const isPositive = (value) => Number.isSafeInteger(value) && value > 0;
const isTexts = (value) => value === undefined || (Array.isArray(value) && value.every((item) => typeof item === 'string'));
const isOneOf = (value, ...known) => known.some((one) => one === value);
function isRule(value) {
    if (!(0,json_object/* isJsonObject */.O)(value) || !(0,json_object/* isJsonObject */.O)(value.selection) || !(0,json_object/* isJsonObject */.O)(value.action))
        return false;
    const { selection, action } = value;
    return (typeof value.rulePriority === 'number' &&
        isOneOf(selection.tagStatus, 'tagged', 'untagged', 'any') &&
        isTexts(selection.tagPatternList) &&
        isTexts(selection.tagPrefixList) &&
        isOneOf(selection.storageClass, undefined, 'standard', 'archive') &&
        isOneOf(selection.countType, 'imageCountMoreThan', 'sinceImagePushed', 'sinceImagePulled', 'sinceImageTransitioned') &&
        isOneOf(selection.countUnit, undefined, 'days') &&
        typeof selection.countNumber === 'number' &&
        isOneOf(action.type, 'expire', 'transition'));
}

;// CONCATENATED MODULE: ./build-stage/retention/settle-retention.js
// src/retention/settle-retention.ts






/**
 * Brings the lifecycle policy of a repository to one that can never expire an image that is needed: our own evaluation and
 * ECR's preview are both asked before it is put, and either of them finding such an image refuses it.
 */
async function settleRetention({ ecr, mode, retention, isDryRun }, seen, world) {
    const { name } = seen.repository;
    const text = await (0,image_copy_world/* again */.TG)(world, () => ecr.lifecyclePolicy(name));
    const reading = text === undefined ? undefined : readLifecyclePolicy(text);
    const existing = reading?.ok ? reading.value : undefined;
    const now = existing === undefined ? undefined : checkLifecycle(existing, seen.images, seen.needed, world.clock.now());
    const isEndangered = now !== undefined && endangering(now).length > 0;
    const unread = reading?.ok === false ? [`The lifecycle policy of ${name} cannot be read: it ${reading.wrong}.`] : [];
    const found = (now?.problems ?? absences(seen)).map(({ sentence }) => sentence);
    if (mode === 'check') {
        const none = text === undefined ? [`${name} has no lifecycle policy: nothing is ever deleted.`] : [];
        return { is: 'checked', sentences: [...none, ...unread, ...found], diff: [], isEndangered };
    }
    const own = existing === undefined ? undefined : retentionIn(existing);
    const wanted = wantedPolicy(retention, seen, own);
    const diff = lifecycleDiff(existing, wanted);
    if (existing !== undefined && isSamePolicy(existing, wanted)) {
        return { is: 'there', sentences: found, diff: [], isEndangered };
    }
    if (text !== undefined && own === undefined && mode === 'put') {
        const kept = `${name} has a lifecycle policy that somebody else wrote, which is left as it is; lifecycle: replace replaces it.`;
        return { is: 'kept', sentences: [kept, ...unread, ...found], diff, isEndangered };
    }
    const refused = (sentences) => ({
        is: 'refused',
        sentences,
        diff,
        isEndangered,
    });
    const fault = policyFault(wanted);
    if (fault !== undefined)
        return refused([`The lifecycle policy for ${name} ${fault}.`]);
    if (seen.unknown.length > 0)
        return refused(seen.unknown);
    const check = checkLifecycle(wanted, seen.images, seen.needed, world.clock.now());
    const dangers = endangering(check);
    if (dangers.length > 0)
        return refused(dangers);
    const told = check.problems.map(({ sentence }) => sentence);
    if (isDryRun)
        return { is: 'planned', sentences: told, diff, isEndangered };
    const policy = formatLifecyclePolicy(wanted);
    const preview = await (0,image_copy_world/* again */.TG)(world, () => ecr.previewLifecycle(name, policy));
    if (preview === undefined) {
        return refused([`ECR did not say in time what the lifecycle policy would do to ${name}: it was not put.`]);
    }
    const lost = previewed(preview, seen);
    if (lost.length > 0)
        return refused(lost);
    await (0,image_copy_world/* again */.TG)(world, () => ecr.putLifecyclePolicy(name, policy));
    return { is: 'put', sentences: [...told, ...(await notOurs(ecr, name, wanted, world))], diff, isEndangered: false };
}
/** What a repository without a policy may lack all the same. */
const absences = ({ needed, images }) => checkLifecycle({ rules: [] }, images, needed, 0).problems.filter(({ kind }) => kind === 'gone' || kind === 'archived');
/** What is gone already, or archived, no policy can lose: it is told, and refuses nothing. */
const endangering = ({ problems }) => problems.flatMap(({ kind, sentence }) => (kind === 'expires' || kind === 'unguarded' ? [sentence] : []));
/** Families that a policy of ours protects already stay protected: another run may know of other environments. */
function wantedPolicy({ protectedTags, untaggedDays, keep }, { environments }, own) {
    const families = new Set(environments.flatMap(tagFamily));
    const more = [...(own?.protectedTags ?? []), ...protectedTags].filter((pattern) => !families.has(pattern));
    return retentionPolicy({ environments, protectedTags: [...new Set(more)], untaggedDays, keep });
}
/** What ECR itself would take of what is needed, and of what lies in it. */
function previewed(preview, { needed, images }) {
    const why = new Map();
    const children = new Map(images.map((image) => [image.digest, image.children ?? []]));
    for (const one of needed) {
        for (const digest of [one.digest, ...(children.get(one.digest) ?? [])]) {
            if (!why.has(digest))
                why.set(digest, digest === one.digest ? one.why : `the index that it lies in is needed: ${one.why}`);
        }
    }
    return preview.flatMap(({ digest, tags, rulePriority }) => {
        const because = why.get(digest);
        const name = `${(0,images_digest/* shortDigest */.VK)(digest)}${tags[0] === undefined ? '' : ` (${tags[0]})`}`;
        return because === undefined
            ? []
            : [
                `ECR's own preview says that rule ${rulePriority} would take ${name}, and ${because}: the policy was not put.`,
            ];
    });
}
async function notOurs(ecr, name, wanted, world) {
    const text = await (0,image_copy_world/* again */.TG)(world, () => ecr.lifecyclePolicy(name));
    const reading = text === undefined ? undefined : readLifecyclePolicy(text);
    return reading?.ok && isSamePolicy(reading.value, wanted)
        ? []
        : [`The lifecycle policy of ${name} is not the one that was put: somebody else put another one at the same time.`];
}


/***/ }),

/***/ 5857:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ watchedBy),
/* harmony export */   selectServices: () => (/* binding */ selectServices),
/* harmony export */   whatChanged: () => (/* binding */ whatChanged)
/* harmony export */ });
/* harmony import */ var _spec_nearest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5541);
/* harmony import */ var _watch_paths_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3899);
// src/services-file/select.ts


/** The services that are meant. `changedPaths` are those of the files that differ, from the top of the repository. */
function selectServices(file, selection, changedPaths) {
    if (selection === 'all')
        return { services: file.services, problems: [] };
    if (selection === 'changed') {
        const services = file.services.filter((service) => whatChanged(file, service, changedPaths) !== undefined);
        return { services, problems: [] };
    }
    const names = file.services.map(({ name }) => name);
    const problems = selection
        .filter((name) => !names.includes(name))
        .map((name) => {
        const suggestion = (0,_spec_nearest_js__WEBPACK_IMPORTED_MODULE_0__/* .nearest */ .p)(name, names);
        const wrong = `is no service of ${file.fileName}, which has ${names.join(', ')}`;
        return { name, wrong, ...(suggestion === undefined ? {} : { suggestion }) };
    });
    return { services: file.services.filter(({ name }) => selection.includes(name)), problems };
}
/**
 * The first path that makes the service a changed one, or nothing. The services file itself changes every service: what it
 * says of one may have changed.
 */
function whatChanged(file, service, changedPaths) {
    const patterns = watchedBy(service);
    return changedPaths.find((path) => path === file.fileName || (0,_watch_paths_js__WEBPACK_IMPORTED_MODULE_1__/* .takes */ .n)(patterns, path) || (0,_watch_paths_js__WEBPACK_IMPORTED_MODULE_1__/* .takes */ .n)(file.sharedPaths, path));
}
/** The patterns of what belongs to a service: `paths`, or what the entry names. */
function watchedBy({ paths, context, dockerfile, taskDefinition, buildContexts = [], }) {
    if (paths !== undefined)
        return paths;
    const folder = context === undefined ? undefined : plain(context);
    if (folder === undefined || folder === '')
        return ['**'];
    const files = [dockerfile, taskDefinition].filter((path) => path !== undefined && !path.startsWith('arn:'));
    const folders = buildContexts
        .map((context) => context.slice(context.indexOf('=') + 1))
        .filter((from) => !/^(?:docker-image|service):/.test(from));
    return [folder, ...[...files, ...folders].map((path) => plain(path ?? ''))];
}
const plain = (path) => path
    .replace(/^(\.?\/)+/, '')
    .replace(/^\.$/, '')
    .replace(/\/$/, '');


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


/***/ }),

/***/ 8671:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ systemClock)
/* harmony export */ });
// src/system/clock.ts
/**
 * The machine's clock. For rehearsals against a local cloud that lives faster, `SLUICE_CLOCK` (`FROMxSPEED`: since the
 * epoch millisecond FROM, SPEED times as fast) makes this process live at the same pace; it is taken only together with
 * an endpoint on loopback, so that it can never hurry a real deployment.
 */
function systemClock(env) {
    const { from, speed } = pace(env);
    return {
        now: () => from + (Date.now() - from) * speed,
        sleep: (ms, signal) => new Promise((resolve) => {
            if (signal?.aborted === true)
                return resolve();
            const done = () => {
                clearTimeout(timer);
                signal?.removeEventListener('abort', done);
                resolve();
            };
            const timer = setTimeout(done, Math.min(ms / speed, 2 ** 31 - 1));
            signal?.addEventListener('abort', done, { once: true });
        }),
    };
}
function pace(env) {
    const given = /^(?<from>\d+)x(?<speed>\d+(?:\.\d+)?)$/.exec(env.SLUICE_CLOCK ?? '')?.groups;
    const isLocal = /^https?:\/\/(127\.\d+\.\d+\.\d+|localhost|\[::1\])(:\d+)?(\/|$)/.test(env.AWS_ENDPOINT_URL ?? '');
    if (given === undefined || !isLocal)
        return { from: 0, speed: 1 };
    return { from: Number(given.from), speed: Number(given.speed) };
}


/***/ })

};
