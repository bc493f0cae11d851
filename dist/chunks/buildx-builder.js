export const id = 5977;
export const ids = [5977,9676];
export const modules = {

/***/ 6135:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Buildx: () => (/* binding */ Buildx)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build-stage/ports/ended-badly.js
var ended_badly = __webpack_require__(1893);
;// CONCATENATED MODULE: ./build-stage/buildx/words.js
// src/buildx/words.ts
/**
 * A text as a log takes it: without colours and other control characters, by which a program could hide what it says or, on a
 * runner, be taken for a command. Ends of lines and tabs stay.
 */
function plainText(text) {
    return (text
        // Sequences that set colours and move the cursor: https://en.wikipedia.org/wiki/ANSI_escape_code
        .replaceAll(new RegExp(`${ESCAPE}(?:\\[[0-?]*[ -/]*[@-~]|\\][^${BELL}${ESCAPE}]*(?:${BELL}|${ESCAPE}\\\\)|[@-Z\\\\-_])`, 'g'), '')
        .replaceAll(/[^\P{Cc}\n\t]/gu, ''));
}
const ESCAPE = String.fromCharCode(27);
const BELL = String.fromCharCode(7);
/** `0.4 s`, `12.0 s`, `3 min 20 s` */
function seconds(ms) {
    if (ms < 60_000)
        return `${(Math.max(ms, 0) / 1000).toFixed(1)} s`;
    const whole = Math.round(ms / 1000);
    return `${Math.floor(whole / 60)} min ${whole % 60} s`;
}

;// CONCATENATED MODULE: ./build-stage/buildx/faults.js
// src/buildx/faults.ts


/** What Docker and buildx say, and what to do about it. The first that matches is told. */
const KNOWN = [
    {
        // `unknown command` since Docker 28, `unknown flag` where the flag came before it was looked at.
        pattern: /'buildx' is not a docker command|unknown command: docker buildx|unknown flag: --(?:builder|bootstrap)/,
        what: () => "Docker has no buildx here. Put docker/setup-buildx-action before this step, or install Docker's buildx plugin",
    },
    {
        pattern: /permission denied while trying to connect to the (?:Docker daemon|docker API)/i,
        what: () => 'This user may not use the Docker Engine: add it to the group `docker`, or run the job as one who may',
    },
    {
        pattern: /Cannot connect to the Docker daemon at (?<where>\S+?)\. |failed to connect to the docker API at (?<at>[^\s;]+)/,
        what: ({ groups }) => `The Docker Engine does not answer at ${groups?.where ?? groups?.at}: start it, name another with DOCKER_HOST, or name a builder elsewhere`,
    },
    {
        pattern: /no builder "(?<name>[^"]+)" found|instance "(?<other>[^"]+)" not found/,
        what: ({ groups }) => `There is no builder called ${groups?.name ?? groups?.other}: \`docker buildx ls\` lists those that there are`,
    },
];
/** A command of Docker's that did not end well, as an error that says what to do. */
function dockerFault(deed, { exitCode, stdout, stderr, isTimedOut, isCancelled }) {
    const said = lastWords(`${stdout}\n${stderr}`);
    if (isCancelled)
        return new ended_badly/* Interrupted */.j(`${deed}: it was cancelled`);
    if (isTimedOut)
        return new ended_badly/* DeployFailed */.N(`${deed}: Docker did not answer in time${said === '' ? '' : `. It said: ${said}`}`);
    const known = knownFault(`${stdout}\n${stderr}`);
    return new ended_badly/* DeployFailed */.N(known ?? `${deed}: docker ended with ${exitCode}${said === '' ? '' : `: ${said}`}`);
}
/** What is known of a text that Docker wrote. */
function knownFault(text) {
    for (const { pattern, what } of KNOWN) {
        const found = pattern.exec(text);
        if (found !== null)
            return what(found);
    }
    return undefined;
}
/** That a program cannot be started. */
function startFault(command, error) {
    const { code } = error;
    if (code === 'ENOENT') {
        return new ended_badly/* DeployFailed */.N(`There is no program called ${command} on this machine. Use a runner that has Docker, as GitHub's Ubuntu runners do, or put docker/setup-docker-action before this step`, { cause: error });
    }
    if (code === 'EACCES')
        return new ended_badly/* DeployFailed */.N(`The program ${command} may not be run by this user`, { cause: error });
    if (code === 'E2BIG') {
        return new ended_badly/* DeployFailed */.N('The secrets of the build and the environment are more than a program can be started with. Give large ones as files', { cause: error });
    }
    return error;
}
const lastWords = (text) => plainText(text)
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('time='))
    .slice(-5)
    .join('\n')
    .trim();

;// CONCATENATED MODULE: ./build-stage/buildx/inspection.js
// src/buildx/inspection.ts
/**
 * Reads what `docker buildx inspect` prints for people; there is no other form of it.
 * https://github.com/docker/buildx/blob/master/commands/inspect.go
 */
function readInspection(text) {
    const lines = text.split(/\r?\n/);
    const first = (name) => values(lines, name)[0];
    const driver = first('Driver') ?? '';
    // A builder of several machines is as good as the ones of them that answer.
    const errors = values(lines, 'Error');
    const answers = values(lines, 'Status').length;
    return {
        name: first('Name') ?? '',
        driver,
        buildkitVersion: first('BuildKit version') ?? first('Buildkit'),
        platforms: [...new Set(values(lines, 'Platforms').flatMap(platformsIn))],
        canExport: driver !== 'docker' || hasContainerdStore(lines),
        wrong: answers === 0 ? errors[0] : undefined,
    };
}
/** Where debugging is on it says what the engine's own builder can; its label says so where it is not. */
const hasContainerdStore = (lines) => values(lines, 'Cache export')[0] === 'true' ||
    lines.some((line) => /^\s*(?:org\.mobyproject\.buildkit\.worker\.snapshotter):/.test(line));
function values(lines, name) {
    return lines.flatMap((line) => {
        const [, key, value] = /^\s*([^:]+):\s*(.*?)\s*$/.exec(line) ?? [];
        return key === name && value !== undefined && value !== '' ? [value] : [];
    });
}
/** `linux/amd64*, linux/amd64/v2` or `linux/amd64 (+3), linux/386`: a star marks what its author set. */
const platformsIn = (text) => text
    .split(',')
    .map((one) => one.replace(/\s*\(\+\d+\)|\*/g, '').trim())
    .filter((one) => one !== '');

// EXTERNAL MODULE: ./build-stage/buildx/leftovers.js
var leftovers = __webpack_require__(8324);
// EXTERNAL MODULE: ./build-stage/buildx/private-config.js
var private_config = __webpack_require__(4670);
// EXTERNAL MODULE: ./build-stage/buildx/process.js
var process = __webpack_require__(7777);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
;// CONCATENATED MODULE: ./build-stage/buildx/metadata.js
// src/buildx/metadata.ts
/**
 * Reads the file of `--metadata-file`: an object by target.
 * https://docs.docker.com/reference/cli/docker/buildx/bake/#metadata-file
 *
 * @returns nothing when it is none
 */
function readMetadata(text) {
    let value;
    try {
        value = JSON.parse(text);
    }
    catch {
        return {};
    }
    if (typeof value !== 'object' || value === null)
        return {};
    const rows = Object.entries(value).flatMap(([target, told]) => {
        if (typeof told !== 'object' || told === null || Array.isArray(told))
            return [];
        const { 'containerimage.digest': digest, 'containerimage.config.digest': config } = told;
        return [[target, { digest: digestIn(digest), configDigest: digestIn(config) }]];
    });
    return Object.fromEntries(rows);
}
const digestIn = (value) => typeof value === 'string' && /^sha256:[0-9a-f]{64}$/.test(value) ? value : undefined;

;// CONCATENATED MODULE: ./build-stage/buildx/plain-progress.js
// src/buildx/plain-progress.ts

/**
 * Reads `--progress plain`, for a buildx that cannot write JSON (before 0.13). Lines are told as they are. There buildx names one
 * target only of a step that several share: its figures are of that one.
 */
class PlainProgress {
    targets;
    steps = new Map();
    words = '';
    constructor(targets) {
        this.targets = targets;
    }
    read(line, now) {
        const text = plainText(line);
        if (text.trim() === '')
            return [];
        const [, number, rest = ''] = /^#(\d+) (.*)$/s.exec(text) ?? [];
        if (number === undefined) {
            this.words = `${this.words}${text}\n`.slice(-64 * 1024);
            return [{ target: undefined, text }];
        }
        const step = this.steps.get(number) ?? this.begin(rest, now);
        this.steps.set(number, step);
        // A step that several targets share has its name told again, as each of them calls it.
        const target = this.targetIn(rest);
        if (target !== undefined)
            step.targets.add(target);
        step.lastAt = now;
        step.isCached ||= rest === 'CACHED';
        step.isDone ||= /^(?:CACHED|DONE \d)/.test(rest);
        return [{ target: target ?? [...step.targets][0], text }];
    }
    figures() {
        return Object.fromEntries(this.targets.map((target) => [target, this.of(target)]));
    }
    of(target) {
        const all = [...this.steps.values()].filter(({ targets }) => targets.has(target));
        const own = all.filter(({ isStep, isDone }) => isStep && isDone);
        const caches = all.filter(({ isCacheExport }) => isCacheExport);
        return {
            steps: own.length,
            cachedSteps: own.filter(({ isCached }) => isCached).length,
            tookMs: all.length === 0 ? 0 : Math.max(...all.map((one) => one.lastAt)) - Math.min(...all.map((one) => one.firstAt)),
            cacheExportMs: caches.reduce((sum, { firstAt, lastAt }) => sum + lastAt - firstAt, 0),
            cacheError: undefined,
            pushed: undefined,
        };
    }
    targetIn(name) {
        const [only, ...more] = this.targets;
        if (more.length === 0)
            return only;
        const [, first] = /^\[([^\s\]]+)/.exec(name) ?? [];
        return this.targets.find((target) => target === first);
    }
    begin(name, now) {
        return {
            targets: new Set(),
            isStep: /^\[[^\]]*\b\d+\/\d+\] (?!FROM )/.test(name),
            isCacheExport: /^(?:\[[^\]]*\] )?exporting cache\b/.test(name),
            isCached: false,
            isDone: false,
            firstAt: now,
            lastAt: now,
        };
    }
}

;// CONCATENATED MODULE: ./build-stage/buildx/solve-status.js
// src/buildx/solve-status.ts
/** undefined for a line that is something else. What a line has besides is passed over: later versions may write more. */
function readStatus(line) {
    if (!line.startsWith('{'))
        return undefined;
    let value;
    try {
        value = JSON.parse(line);
    }
    catch {
        return undefined;
    }
    const status = value;
    const vertexes = rows(status.vertexes).flatMap((row) => {
        const digest = solve_status_text(row.digest);
        const error = solve_status_text(row.error) || undefined;
        return digest === '' ? [] : [{ digest, name: solve_status_text(row.name), ...times(row), isCached: row.cached === true, error }];
    });
    const all = [...rows(status.vertexes), ...rows(status.statuses), ...rows(status.logs)];
    return {
        vertexes,
        statuses: rows(status.statuses).map((row) => ({
            vertex: solve_status_text(row.vertex),
            // The name is the same for many: `transferring`, `downloading`.
            name: solve_status_text(row.id) || solve_status_text(row.name),
            current: typeof row.current === 'number' ? row.current : 0,
            ...times(row),
        })),
        logs: rows(status.logs).map((row) => ({ vertex: solve_status_text(row.vertex), text: bytes(row.data) })),
        warnings: rows(status.warnings).map((row) => ({
            text: new TextDecoder().decode(bytes(row.short)),
            url: solve_status_text(row.url) || undefined,
        })),
        at: Math.max(0, ...all.flatMap((row) => [row.started, row.completed, row.timestamp].flatMap((one) => time(one) ?? []))),
    };
}
const rows = (value) => Array.isArray(value) ? value.filter((row) => typeof row === 'object' && row !== null) : [];
const solve_status_text = (value) => (typeof value === 'string' ? value : '');
const bytes = (value) => Buffer.from(solve_status_text(value), 'base64');
const times = (row) => ({ startedAt: time(row.started), completedAt: time(row.completed) });
/** Go writes nanoseconds, which are more than this can read of them. */
function time(value) {
    const ms = Date.parse(solve_status_text(value).replace(/(\.\d{3})\d+/, '$1'));
    return Number.isNaN(ms) ? undefined : ms;
}

;// CONCATENATED MODULE: ./build-stage/buildx/step-log.js
// src/buildx/step-log.ts

/** How much of what one step writes is shown as it comes. */
const MOST_LINES = 1_000;
/** How much of the rest is shown when the step fails: the error stands at the end. */
const LAST_LINES = 50;
/** How much of it stands in the annotation. */
const TAIL_LINES = 10;
const LINE_LENGTH = 2_000;
/** What a step writes, as lines, however it is cut into pieces. */
class StepLog {
    rest = '';
    shown = 0;
    left = 0;
    last = [];
    /** The last lines, without what stands before them in the log. */
    tail = [];
    decoder = new TextDecoder();
    /** Answers the lines that are whole now, each after a bar. */
    take(bytes) {
        const lines = (this.rest + this.decoder.decode(bytes, { stream: true })).split('\n');
        this.rest = (lines.pop() ?? '').slice(-LINE_LENGTH * 4);
        return lines.flatMap((line) => this.line(line));
    }
    /** Answers what is left to be told when the step is over. */
    end(hasFailed) {
        const rest = this.rest === '' ? [] : this.line(this.rest);
        this.rest = '';
        if (this.left === 0)
            return rest;
        const shown = hasFailed ? this.last : [];
        const hidden = this.left - shown.length;
        const note = hidden === 0 ? [] : [`| … ${hidden} more ${hidden === 1 ? 'line is' : 'lines are'} not shown`];
        return [...rest, ...note, ...shown];
    }
    line(whole) {
        // A bar that is drawn over itself: what stands in the end.
        const drawn = whole.replace(/\r+$/, '').split('\r').at(-1) ?? '';
        const text = plainText(drawn);
        const line = `| ${text.length > LINE_LENGTH ? `${text.slice(0, LINE_LENGTH)} …` : text}`.trimEnd();
        if (text.trim() !== '')
            this.tail.push(line.slice(2));
        if (this.tail.length > TAIL_LINES)
            this.tail.shift();
        if (this.shown < MOST_LINES) {
            this.shown += 1;
            return [line];
        }
        this.left += 1;
        this.last.push(line);
        if (this.last.length > LAST_LINES)
            this.last.shift();
        return [];
    }
}

;// CONCATENATED MODULE: ./build-stage/buildx/progress.js
// src/buildx/progress.ts



/** What BuildKit does for itself, or once more, is told when it takes longer than this. */
const QUICK_MS = 1_000;
/** A step that runs nothing is told of when it goes on for longer than this; otherwise in one line when it is over. */
const SHORT_MS = 500;
const WORDS_LENGTH = 64 * 1024;
/**
 * Reads what `--progress rawjson` writes: what BuildKit knows of each step, many times a second. Made of it is a line when a
 * step begins and one when it ends, what it wrote, and what went wrong.
 *
 * @param targets all that the solve is made of, those included that others are made from. Bake writes their names before those of
 *   the steps when there are several: https://github.com/docker/buildx/blob/master/util/progress/multiwriter.go
 */
class JsonProgress {
    targets;
    steps = new Map();
    /** Those that have not come to their end. */
    open = new Set();
    warned = new Set();
    words = '';
    constructor(targets) {
        this.targets = targets;
    }
    read(line) {
        const status = readStatus(line);
        if (status !== undefined)
            return this.status(status);
        const text = plainText(line);
        if (text.trim() === '')
            return [];
        this.words = `${this.words}${text}\n`.slice(-WORDS_LENGTH);
        return [{ target: undefined, text }];
    }
    /** What else was under way is cancelled, and has not failed. */
    get failed() {
        const step = [...this.steps.values()].find(({ name, error }) => isNumbered(name) && error !== undefined && !/context canceled/.test(error));
        return step === undefined ? undefined : { step: shortName(step.name), lastLines: step.log.tail };
    }
    figures() {
        return Object.fromEntries(this.targets.map((target) => [target, figuresOf([...this.steps.values()], target)]));
    }
    status({ vertexes, statuses, logs, warnings, at }) {
        const lines = [];
        for (const vertex of vertexes)
            this.seeVertex(vertex);
        for (const { vertex, name, current, startedAt, completedAt } of statuses) {
            const step = this.steps.get(vertex);
            if (step === undefined)
                continue;
            if (current > 0)
                step.bytes.set(name, Math.max(current, step.bytes.get(name) ?? 0));
            if (completedAt === undefined)
                continue;
            step.deeds.set(name, completedAt - (startedAt ?? completedAt));
            const [, digest] = /^pushing manifest for .*@(sha256:[0-9a-f]{64})$/.exec(name) ?? [];
            if (digest !== undefined)
                step.pushed = digest;
        }
        // What began is told before what it wrote, and that before its end.
        for (const step of this.open)
            lines.push(...this.begun(step, at));
        for (const { vertex, text } of logs) {
            const step = this.steps.get(vertex);
            if (step === undefined)
                continue;
            const written = step.log.take(text).map((line) => `${label(step.name)} ${line}`);
            if (written.length > 0)
                lines.push(...this.begun(step, Number.POSITIVE_INFINITY), ...said(step, written));
        }
        for (const warning of warnings)
            lines.push(...this.warning(warning));
        for (const { digest, error } of vertexes) {
            const step = this.steps.get(digest);
            if (step !== undefined)
                lines.push(...this.ended(step, error));
        }
        return lines;
    }
    seeVertex(vertex) {
        const { target = '', name } = this.split(vertex.name);
        const step = this.steps.get(vertex.digest) ?? {
            name,
            times: new Map(),
            isCached: false,
            error: undefined,
            isStartTold: false,
            isEndTold: false,
            isErrorTold: false,
            toldMs: 0,
            log: new StepLog(),
            bytes: new Map(),
            deeds: new Map(),
            pushed: undefined,
        };
        const { startedAt, completedAt } = step.times.get(target) ?? {};
        const began = earlier(startedAt, vertex.startedAt);
        // BuildKit takes up again what it has looked at before: then it has not come to its end.
        const isAgain = vertex.completedAt === undefined && vertex.startedAt !== undefined && completedAt !== undefined;
        const ended = isAgain ? undefined : (vertex.completedAt ?? completedAt);
        step.times.set(target, {
            ...(began === undefined ? {} : { startedAt: began }),
            ...(ended === undefined ? {} : { completedAt: ended }),
        });
        step.isCached ||= vertex.isCached;
        step.error ??= vertex.error;
        this.steps.set(vertex.digest, step);
        if (ended === undefined)
            this.open.add(step);
        else if (timesOf(step).completedAt !== undefined)
            this.open.delete(step);
    }
    /** `[web deps 2/5] RUN …` is of the target `web`, when bake builds more than one. */
    split(name) {
        if (this.targets.length === 1)
            return { target: this.targets[0], name };
        const [, target = '', rest = '', then = ''] = /^\[([^\s\]]+)(?:\s([^\]]*))?\](.*)$/s.exec(name) ?? [];
        if (!this.targets.includes(target))
            return { target: undefined, name };
        return { target, name: rest === '' ? then.trimStart() : `[${rest}]${then}` };
    }
    /** @param at how late it is by what was told */
    begun(step, at) {
        const { startedAt, completedAt } = timesOf(step);
        if (step.isStartTold || startedAt === undefined || completedAt !== undefined || isInternal(step.name))
            return [];
        if (isNumbered(step.name) && !/\] RUN\b/.test(step.name) && at - startedAt < SHORT_MS)
            return [];
        step.isStartTold = true;
        return said(step, [shortName(step.name)]);
    }
    ended(step, error) {
        const { startedAt, completedAt } = timesOf(step);
        if (completedAt === undefined)
            return [];
        const tookMs = completedAt - (startedAt ?? completedAt);
        // What came to its end is told once, unless it went on for long after that, or failed then.
        const isQuick = step.isEndTold ? tookMs < step.toldMs + QUICK_MS : isInternal(step.name) && tookMs < QUICK_MS;
        if (error === undefined ? isQuick : step.isErrorTold)
            return [];
        step.isEndTold = true;
        step.isErrorTold ||= error !== undefined;
        step.toldMs = tookMs;
        const rest = step.log.end(step.error !== undefined).map((text) => `${label(step.name)} ${text}`);
        const subject = step.isStartTold ? label(step.name) : `${shortName(step.name)}:`;
        return said(step, [...rest, `${subject} ${outcome(step, error, tookMs)}`]);
    }
    warning({ text, url }) {
        const told = `warning: ${oneLine(text)}${url === undefined ? '' : ` (${url})`}`;
        if (this.warned.has(told))
            return [];
        this.warned.add(told);
        return [{ target: undefined, text: told }];
    }
}
/** A step that several targets share is told once, for the first of them. */
function said(step, texts) {
    const [first = ''] = step.times.keys();
    const target = first === '' ? undefined : first;
    return texts.map((text) => ({ target, text }));
}
/** When it was for the target that tells of it. */
const timesOf = ({ times }) => [...times.values()][0] ?? {};
function outcome(step, error, tookMs) {
    if (error !== undefined) {
        return /context canceled/.test(error) ? 'cancelled' : `failed after ${seconds(tookMs)}: ${oneLine(error)}`;
    }
    if (step.isCached)
        return 'cached';
    const parts = ['exporting layers', 'pushing layers']
        .map((deed) => [deed, step.deeds.get(deed)])
        .flatMap(([deed, ms]) => (ms === undefined || ms < 100 ? [] : [`${deed} ${seconds(ms)}`]));
    const bytes = [...step.bytes.values()].reduce((sum, one) => sum + one, 0);
    if (bytes >= 100_000)
        parts.push(`${(bytes / 1_000_000).toFixed(1)} MB`);
    return `done in ${seconds(tookMs)}${parts.length === 0 ? '' : ` (${parts.join(', ')})`}`;
}
function figuresOf(all, target) {
    const steps = all.flatMap((step) => {
        const times = step.times.get(target);
        return times === undefined ? [] : [{ ...step, ...times }];
    });
    const own = steps.filter(({ name, completedAt }) => isCounted(name) && completedAt !== undefined);
    const starts = steps.flatMap(({ startedAt }) => startedAt ?? []);
    const ends = steps.flatMap(({ completedAt }) => completedAt ?? []);
    const cacheExports = steps.filter(({ name }) => /^exporting cache\b/.test(name));
    const exported = steps.filter(({ error, completedAt }) => error === undefined && completedAt !== undefined);
    return {
        steps: own.length,
        cachedSteps: own.filter(({ isCached }) => isCached).length,
        tookMs: starts.length === 0 || ends.length === 0 ? 0 : Math.max(0, Math.max(...ends) - Math.min(...starts)),
        cacheExportMs: cacheExports.reduce((sum, { startedAt = 0, completedAt = startedAt }) => sum + completedAt - startedAt, 0),
        cacheError: cacheExports.flatMap(({ error }) => (error === undefined ? [] : oneLine(error))).at(-1),
        pushed: exported.flatMap(({ pushed }) => pushed ?? []).at(-1),
    };
}
/** Errors of registries come in several. */
const oneLine = (text) => plainText(text)
    .trim()
    .replaceAll(/\s*\n\s*/g, '; ');
const isInternal = (name) => /^\[(?:[^\]]*\s)?(?:internal|auth)\]/.test(name);
/** A step of the Dockerfile: `[2/5]`, `[deps 2/5]`, `[linux/arm64 deps 2/5]`. */
const isNumbered = (name) => /^\[[^\]]*\b\d+\/\d+\]/.test(name);
/** What an image is made from is there or fetched, not built and not cached. */
const isCounted = (name) => isNumbered(name) && !/\] FROM /.test(name);
/** What the lines of a step begin with. */
const label = (name) => /^\[[^\]]*\]/.exec(name)?.[0] ?? `${shortName(name)}:`;
function shortName(name) {
    const [first = '', ...more] = plainText(name)
        .replaceAll(/(sha256:[0-9a-f]{12})[0-9a-f]{52}/g, '$1…')
        .split('\n');
    const isCut = first.length > 200 || more.length > 0;
    return isCut ? `${first.slice(0, 200)} …` : first;
}
const earlier = (one, other) => one === undefined ? other : other === undefined ? one : Math.min(one, other);

;// CONCATENATED MODULE: ./build-stage/buildx/unsupported.js
// src/buildx/unsupported.ts
/**
 * Why a builder cannot do what is asked of it; nothing when it can. The engine's own builder refuses these as well, after it has
 * begun, and says less. https://docs.docker.com/build/builders/drivers/
 *
 * @param engineHoldsIndexes whether the engine that is loaded into has containerd's image store
 */
function unsupported(bake, seen, engineHoldsIndexes) {
    const isEngine = seen.driver === 'docker';
    for (const name of bake.targets) {
        const target = bake.definition.target[name];
        if (target === undefined)
            continue;
        const ask = askedIndex(target);
        // Whatever its image store is: https://github.com/docker/buildx/blob/master/build/opt.go
        if (isEngine && target.output.some((one) => one.includes('push-by-digest=true'))) {
            return `${name}: the engine's own builder (${seen.name}) cannot push by digest. ${ANOTHER}`;
        }
        if (isEngine && !seen.canExport) {
            if (ask !== undefined)
                return refusal(name, seen, `cannot make ${ask}`);
            if (writesCache(target))
                return refusal(name, seen, 'cannot write a cache');
        }
        if (ask !== undefined && isLoaded(target) && !(isEngine ? seen.canExport : engineHoldsIndexes)) {
            return `${name} is ${ask}, which the engine cannot hold, since its image store is not containerd's. Leave out \`load\`, or build with an engine that has it`;
        }
    }
    return undefined;
}
/** Whether that depends on the store of the engine that is loaded into. */
const loadsIndexes = ({ definition, targets }) => targets.some((name) => {
    const target = definition.target[name];
    return target !== undefined && isLoaded(target) && askedIndex(target) !== undefined;
});
function askedIndex(target) {
    if ((target.platforms?.length ?? 0) > 1)
        return 'an image of several platforms';
    return target.attest.some((one) => !one.includes('disabled=true')) ? 'an image with attestations' : undefined;
}
const ANOTHER = 'Put docker/setup-buildx-action before this step, or name another builder';
const refusal = (name, { name: builder }, what) => `${name}: the engine's own builder (${builder}) ${what}, since its image store is not containerd's. ${ANOTHER}`;
/** What an image carries inline is a part of it. */
const writesCache = (target) => (target['cache-to'] ?? []).some((spec) => !/^type=inline(?:,|$)/.test(spec));
const isLoaded = (target) => target.output.some((one) => /^type=docker(?:,|$)/.test(one));
const isPushed = (target) => target.output.some((one) => /(?:^|,)push=true(?:,|$)/.test(one));
/** The images that are asked for, and those that they are made from. */
function solved({ definition, targets }) {
    const found = new Set();
    const visit = (name) => {
        if (found.has(name))
            return;
        found.add(name);
        for (const from of Object.values(definition.target[name]?.contexts ?? {})) {
            if (from.startsWith('target:'))
                visit(from.slice('target:'.length));
        }
    };
    targets.forEach(visit);
    return [...found].sort();
}

;// CONCATENATED MODULE: ./build-stage/buildx/version.js
// src/buildx/version.ts
/**
 * The first in a text: `github.com/docker/buildx v0.36.1 f79d3da`, `v0.13.0-rc1+unknown`. One that somebody compiled for himself
 * says `v0.0.0+unknown`, or nothing that is a version: undefined.
 */
function versionIn(text) {
    const [whole, major, minor] = /\bv?(\d+)\.(\d+)\.\d+(?:[-+][\w.+-]*)?/.exec(text) ?? [];
    if (whole === undefined || /^v?0\.0\.0\b/.test(whole))
        return undefined;
    return { text: whole.startsWith('v') ? whole : `v${whole}`, major: Number(major), minor: Number(minor) };
}
const isAtLeast = (version, major, minor) => version.major > major || (version.major === major && version.minor >= minor);

;// CONCATENATED MODULE: ./build-stage/buildx/solve.js
// src/buildx/solve.ts









/** One `docker buildx bake`. Secrets are in its environment only: the definition says how they are called there. */
async function solve({ request, seen, environment, folder }) {
    const { bake, secretValues, onLine, signal } = request;
    const version = versionIn(seen.buildxVersion);
    const isJson = version === undefined || isAtLeast(version, 0, 13);
    const progress = isJson ? new JsonProgress(solved(bake)) : new PlainProgress(solved(bake));
    const definition = (0,external_node_path_.join)(folder, 'docker-bake.json');
    const metadata = (0,external_node_path_.join)(folder, 'metadata.json');
    await (0,promises_.mkdir)(folder, { mode: 0o700 });
    try {
        await (0,promises_.writeFile)(definition, JSON.stringify(bake.definition, null, 2), { mode: 0o600 });
        const args = [
            ...['buildx', 'bake', '--builder', seen.name, '--file', definition, '--metadata-file', metadata],
            ...['--progress', isJson ? 'rawjson' : 'plain'],
            // It is not known before, and not needed then.
            ...(version === undefined || isAtLeast(version, 0, 19) ? bake.allow.flatMap((one) => ['--allow', one]) : []),
            ...bake.targets,
        ];
        const end = await (0,process/* runInGroup */.S)({
            command: 'docker',
            args,
            environment: { ...environment, ...secretValues },
            onLine: (_stream, line) => progress.read(line, Date.now()).forEach(onLine),
            signal,
        }).catch((error) => {
            throw startFault('docker', error);
        });
        const told = await (0,promises_.readFile)(metadata, 'utf8').then(readMetadata, () => ({}));
        return endOf(request, end, progress, told);
    }
    finally {
        await (0,promises_.rm)(folder, { recursive: true, force: true, maxRetries: 3 });
    }
}
function endOf({ bake, signal }, end, progress, metadata) {
    const figures = progress.figures();
    const targets = bake.targets.flatMap((name) => {
        const target = bake.definition.target[name];
        const of = figures[name];
        if (target === undefined || of === undefined)
            return [];
        // When another target fails buildx writes no metadata: what has been pushed by then is known from the progress.
        const told = metadata[name] ?? (of.pushed === undefined ? undefined : { digest: of.pushed, configDigest: undefined });
        if (told === undefined && end.exitCode !== 0)
            return [];
        return [[name, builtTarget(told, of, isPushed(target), isLoaded(target))]];
    });
    return {
        exitCode: end.exitCode,
        output: progress.words.trim() === '' ? end.stdout.slice(-4096) : progress.words,
        ...(progress.failed === undefined ? {} : { failed: progress.failed }),
        targets: Object.fromEntries(targets),
        isCancelled: end.isCancelled || (end.exitCode !== 0 && signal.aborted),
    };
}
const builtTarget = (told, { steps, cachedSteps, tookMs, cacheExportMs, cacheError }, wasPushed, wasLoaded) => ({
    digest: wasPushed ? told?.digest : undefined,
    imageId: wasLoaded ? (told?.configDigest ?? told?.digest) : undefined,
    tookMs,
    steps,
    cachedSteps,
    cacheExportMs,
    ...(cacheError === undefined ? {} : { cacheError }),
});

;// CONCATENATED MODULE: ./build-stage/buildx/builder.js
// src/buildx/builder.ts











/** Attestations can be said in a definition since then. */
const OLDEST = [0, 10];
/** How long a builder's removal may take when the run was asked to stop, ms: what was building has had up to 4 s of the runner's 7.5 s. */
const HURRY_MS = 2_000;
/** Docker with buildx. Nothing is run or made before the first question. */
class Buildx {
    options;
    made;
    left;
    version;
    seen = new Map();
    solves = 0;
    constructor(options) {
        this.options = options;
    }
    inspect(name) {
        const known = this.seen.get(name) ?? this.look(name);
        this.seen.set(name, known);
        known.catch(() => this.seen.delete(name));
        return known;
    }
    async create({ hasHostNetwork } = { hasHostNetwork: false }) {
        await this.buildx();
        const { folder } = await this.config();
        const name = `sluice-${(0,external_node_crypto_.randomBytes)(4).toString('hex')}`;
        this.left = { folder, builder: name };
        this.options.keep(this.left);
        // https://docs.docker.com/build/builders/drivers/docker-container/#parameters
        const network = hasHostNetwork ? ['--driver-opt', 'network=host'] : [];
        const args = ['buildx', 'create', '--driver', 'docker-container', ...network, '--name', name, '--bootstrap'];
        // The image of BuildKit may have to be pulled.
        const end = await this.docker(args, 300_000);
        if (end.exitCode !== 0)
            throw dockerFault('A builder of its own could not be made', end);
        return name;
    }
    async logIn(logins) {
        await (await this.config()).logIn(logins);
    }
    async build(request) {
        const seen = await this.inspect(request.builder);
        const isAsked = seen.driver !== 'docker' && loadsIndexes(request.bake);
        const refused = unsupported(request.bake, seen, isAsked && (await this.engineHoldsIndexes()));
        if (refused !== undefined)
            throw new ended_badly/* DeployFailed */.N(refused);
        const { folder, environment } = await this.config();
        this.solves += 1;
        return solve({ request, seen, environment, folder: (0,external_node_path_.join)(folder, `solve-${this.solves}`) });
    }
    async digestOf(image) {
        await this.buildx();
        const args = ['buildx', 'imagetools', 'inspect', '--format', '{{json .Manifest}}', image];
        const { exitCode, stdout } = await this.docker(args, 60_000);
        const [, digest] = /"digest":\s*"(sha256:[0-9a-f]{64})"/.exec(stdout) ?? [];
        return exitCode === 0 ? digest : undefined;
    }
    async close() {
        // Half of it may be there when it could not be made.
        const made = await this.made?.catch(() => undefined);
        const left = this.left;
        if (left === undefined)
            return;
        if (left.builder !== undefined) {
            // An engine that does not answer must not keep the credentials there, nor what is to be told of a cancel.
            await made?.logOut().catch(() => undefined);
            const { environment, signal } = this.options;
            const isGone = await (0,leftovers/* removeBuilder */.i)(left.builder, left.folder, environment, ...(signal.aborted ? [HURRY_MS] : []));
            if (!isGone)
                throw new Error(`Docker does not come to an end of removing the builder ${left.builder}`);
        }
        this.left = { folder: left.folder };
        await (0,private_config/* removePrivateFolder */.Y)(left.folder);
    }
    async look(name) {
        const version = await this.buildx();
        const args = ['buildx', 'inspect', ...(name === undefined ? [] : [name])];
        // With it buildx says what the driver can.
        const end = await this.docker(args, 60_000, { DEBUG: '1' });
        if (end.exitCode !== 0)
            throw dockerFault('The builder cannot be looked at', end);
        const { wrong, ...seen } = readInspection(end.stdout);
        if (wrong !== undefined) {
            throw new ended_badly/* DeployFailed */.N(knownFault(`${wrong} `) ?? `The builder ${seen.name} does not answer: ${wrong}`);
        }
        if (seen.name === '' || seen.driver === '')
            throw dockerFault('What `docker buildx inspect` says is not known here', end);
        return { ...seen, buildxVersion: version };
    }
    /** https://docs.docker.com/engine/storage/containerd/ */
    async engineHoldsIndexes() {
        const end = await this.docker(['info', '--format', '{{json .DriverStatus}}'], 30_000);
        if (end.exitCode !== 0)
            throw dockerFault('The engine that the image is to be loaded into cannot be looked at', end);
        return end.stdout.includes('io.containerd.snapshotter');
    }
    buildx() {
        this.version ??= this.askVersion();
        this.version.catch(() => {
            this.version = undefined;
        });
        return this.version;
    }
    async askVersion() {
        const end = await this.docker(['buildx', 'version'], 30_000);
        if (end.exitCode !== 0)
            throw dockerFault('The version of buildx cannot be told', end);
        const version = versionIn(end.stdout);
        // Somebody's own: it is taken for a new one.
        if (version === undefined)
            return 'unknown';
        if (!isAtLeast(version, ...OLDEST)) {
            throw new ended_badly/* DeployFailed */.N(`buildx ${version.text} is too old: ${OLDEST.join('.')} or newer is needed. Put docker/setup-buildx-action before this step`);
        }
        return version.text;
    }
    async docker(args, timeoutMs, more = {}) {
        const { environment } = await this.config();
        const { signal } = this.options;
        return (0,process/* runInGroup */.S)({ command: 'docker', args, environment: { ...environment, ...more }, timeoutMs, signal }).catch((error) => {
            throw startFault('docker', error);
        });
    }
    config() {
        this.made ??= this.makeConfig();
        return this.made;
    }
    async makeConfig() {
        const folder = private_config/* PrivateConfig */.W.placeBelow(this.options.temp);
        this.left = { folder };
        this.options.keep(this.left);
        return private_config/* PrivateConfig */.W.make(folder, this.options.environment);
    }
}


/***/ }),

/***/ 8324:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ removeBuilder),
/* harmony export */   removeLeftovers: () => (/* binding */ removeLeftovers)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8500);
/* harmony import */ var _private_config_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4670);
/* harmony import */ var _process_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7777);
/* harmony import */ var _process_group_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3911);
// src/buildx/leftovers.ts





/**
 * Removes what a run left behind that was killed: what it had started, its builder, its credentials. Idempotent, and of no
 * consequence where the run has tidied up by itself.
 *
 * @param environment that of this process
 * @throws Error when the credentials cannot be removed
 */
async function removeLeftovers({ folder, builder }, environment) {
    await endProcesses((0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(folder, 'docker'));
    if (builder !== undefined)
        await removeBuilder(builder, folder, environment);
    await (0,_private_config_js__WEBPACK_IMPORTED_MODULE_2__/* .removePrivateFolder */ .Y)(folder);
}
/** How long the removal of a builder may take, ms. */
const REMOVAL_MS = 15_000;
/** A builder that is not there is no error. Answers whether Docker came to an end of it in time. */
async function removeBuilder(builder, folder, given, timeoutMs = REMOVAL_MS) {
    const kept = Object.entries(given).filter((pair) => pair[1] !== undefined);
    const environment = {
        ...Object.fromEntries(kept),
        DOCKER_CONFIG: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(folder, 'docker'),
        BUILDX_CONFIG: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(folder, 'buildx'),
    };
    try {
        const { isTimedOut } = await (0,_process_js__WEBPACK_IMPORTED_MODULE_3__/* .runInGroup */ .S)({
            command: 'docker',
            args: ['buildx', 'rm', '--force', builder],
            environment,
            timeoutMs,
            graceMs: 500,
        });
        return !isTimedOut;
    }
    catch {
        // Without Docker there is no builder either.
        return true;
    }
}
/** Those that were started with the settings of that run: no number of a process is taken from a note, which may be old. */
async function endProcesses(config) {
    const kill = async (signal) => {
        const found = await (0,_process_group_js__WEBPACK_IMPORTED_MODULE_4__/* .processesWith */ .U_)('DOCKER_CONFIG', config);
        for (const pid of found) {
            try {
                process.kill(pid, signal);
            }
            catch {
                // It has ended meanwhile.
            }
        }
        return found.length > 0;
    };
    if (!(await kill('SIGTERM')))
        return;
    for (let waited = 0; waited < 3_000; waited += 100) {
        await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_1__.setTimeout)(100);
        if ((await (0,_process_group_js__WEBPACK_IMPORTED_MODULE_4__/* .processesWith */ .U_)('DOCKER_CONFIG', config)).length === 0)
            return;
    }
    // One that is being killed may have started another at the same moment, and is to be seen until it has gone.
    for (let waited = 0; waited < 1_000 && (await kill('SIGKILL')); waited += 20)
        await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_1__.setTimeout)(20);
}


/***/ }),

/***/ 4670:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ PrivateConfig),
/* harmony export */   Y: () => (/* binding */ removePrivateFolder)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1455);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6760);
/* harmony import */ var _ports_ended_badly_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1893);
/* harmony import */ var _ports_message_of_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9901);
// src/buildx/private-config.ts






/** What every private folder's name begins with, by which `post` knows that it removes one of ours. */
const PREFIX = 'sluice-docker-';
/**
 * Settings of Docker for this run alone: the user's own, and logins beside them. Only its owner can read them, nothing of it is
 * in an argument, and nothing is written where the user's are.
 */
class PrivateConfig {
    folder;
    user;
    given;
    logins = new Map();
    constructor(
    /** The folder to remove in the end. */
    folder, user, given) {
        this.folder = folder;
        this.user = user;
        this.given = given;
    }
    /** A name for a folder that is not there yet, so that it can be written down before anything is in it. */
    static placeBelow(temp) {
        return (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(temp, `${PREFIX}${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(8).toString('hex')}`);
    }
    /**
     * Makes the folder.
     *
     * @param given the environment that the user's own Docker would have: `DOCKER_CONFIG` and `BUILDX_CONFIG` are respected
     * @throws DeployFailed when the user's settings cannot be read; nothing has been made then
     */
    static async make(folder, given) {
        const user = await userConfig(given);
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdir)(folder, { mode: 0o700 });
        const made = new PrivateConfig(folder, user, given);
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdir)(made.docker, { mode: 0o700 });
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdir)(made.buildx, { mode: 0o700 });
        // Contexts hold keys: they are led to, not copied. Docker only reads them.
        if (await isFolder((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(user.folder, 'contexts'))) {
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.symlink)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(user.folder, 'contexts'), (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(made.docker, 'contexts'));
        }
        await copyBuilders(user.buildx, made.buildx);
        await made.write();
        return made;
    }
    get docker() {
        return (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(this.folder, 'docker');
    }
    get buildx() {
        return (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(this.folder, 'buildx');
    }
    /**
     * What a program is started with. The inputs and the state of the action are left out, since secrets of the build are among
     * them; the rest stays, because caches and credential helpers take their credentials from it.
     */
    get environment() {
        const kept = Object.entries(this.given).filter((pair) => pair[1] !== undefined && !/^(?:INPUT|STATE)_/.test(pair[0]));
        return {
            ...Object.fromEntries(kept),
            ...this.elsewhereLogins(),
            DOCKER_CONFIG: this.docker,
            BUILDX_CONFIG: this.buildx,
            DOCKER_CLI_HINTS: 'false',
            // Provenance holds the build arguments, and nobody reads it there.
            BUILDX_METADATA_PROVENANCE: 'disabled',
            // The definition says which attestations there are.
            BUILDX_NO_DEFAULT_ATTESTATIONS: '1',
        };
    }
    /** From now on these are known, each in place of what was known for its host. */
    async logIn(logins) {
        for (const login of logins)
            this.logins.set(login.host, login);
        await this.write();
    }
    /** What was known by `logIn` is no more. */
    async logOut() {
        this.logins.clear();
        await this.write();
    }
    async write() {
        const path = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(this.docker, 'config.json');
        const text = JSON.stringify(withLogins(this.user, [...this.logins.values()]), null, 2);
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.writeFile)(`${path}.new`, text, { mode: 0o600 });
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rename)(`${path}.new`, path);
    }
    /** `DOCKER_AUTH_CONFIG` goes before the file: what it says of these hosts is taken out. https://docs.docker.com/reference/cli/docker/#environment-variables */
    elsewhereLogins() {
        const before = readObject(this.given.DOCKER_AUTH_CONFIG ?? '');
        if (before === undefined || this.logins.size === 0)
            return {};
        const auths = Object.entries(asObject(before.auths)).filter(([host]) => !this.logins.has(host));
        return { DOCKER_AUTH_CONFIG: JSON.stringify({ ...before, auths: Object.fromEntries(auths) }) };
    }
}
/** Removes what a run left, its own or that of a dead one. Idempotent; a path that is not of a private folder is left alone. */
async function removePrivateFolder(folder) {
    if (!(0,node_path__WEBPACK_IMPORTED_MODULE_3__.isAbsolute)(folder) || !(0,node_path__WEBPACK_IMPORTED_MODULE_3__.basename)(folder).startsWith(PREFIX))
        return;
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rm)(folder, { recursive: true, force: true, maxRetries: 3 });
}
/** https://docs.docker.com/reference/cli/docker/#configuration-files */
async function userConfig(given) {
    const folder = given.DOCKER_CONFIG || (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(given.HOME || (0,node_os__WEBPACK_IMPORTED_MODULE_2__.homedir)(), '.docker');
    const buildx = given.BUILDX_CONFIG || (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(folder, 'buildx');
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(folder, 'config.json');
    let text;
    try {
        text = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)(path, 'utf8');
    }
    catch (error) {
        const { code } = error;
        if (code === 'ENOENT' || code === 'ENOTDIR')
            return { folder, buildx, settings: {} };
        throw new _ports_ended_badly_js__WEBPACK_IMPORTED_MODULE_4__/* .DeployFailed */ .N(`Docker's settings cannot be read: ${(0,_ports_message_of_js__WEBPACK_IMPORTED_MODULE_5__/* .messageOf */ .b)(error)}. Let this user read ${path}, or name another folder with DOCKER_CONFIG.`, { cause: error });
    }
    const settings = text.trim() === '' ? {} : readObject(text);
    if (settings === undefined) {
        // What is in it may be a password: nothing of it is told.
        throw new _ports_ended_badly_js__WEBPACK_IMPORTED_MODULE_4__/* .DeployFailed */ .N(`Docker's settings are not a JSON object: ${path}. Repair the file, or remove it.`);
    }
    return { folder, buildx, settings };
}
function withLogins({ folder, settings }, logins) {
    const auths = logins.map(({ host, username, password }) => [
        host,
        { auth: Buffer.from(`${username}:${password}`).toString('base64') },
    ]);
    // A host whose helper is the empty text is looked up in the file, whatever store the others are in.
    const helpers = logins.map(({ host }) => [host, '']);
    const hasStore = settings.credsStore !== undefined || settings.credHelpers !== undefined;
    const extra = Array.isArray(settings.cliPluginsExtraDirs) ? settings.cliPluginsExtraDirs : [];
    return {
        ...settings,
        auths: { ...asObject(settings.auths), ...Object.fromEntries(auths) },
        ...(hasStore ? { credHelpers: { ...asObject(settings.credHelpers), ...Object.fromEntries(helpers) } } : {}),
        // Docker looks for plugins beside its settings, which are elsewhere now.
        cliPluginsExtraDirs: [...extra, (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(folder, 'cli-plugins')],
    };
}
/** What buildx remembers of builds and of when a builder was used; it is of no use here, and may be large. */
const NOT_COPIED = new Set(['refs', 'activity', '.lock']);
/** The user's builders as they are now, so that those are found and what buildx writes down stays in the private folder. */
async function copyBuilders(from, to) {
    if (!(await isFolder(from)))
        return;
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.cp)(from, to, {
            recursive: true,
            filter: (path) => path === from || !NOT_COPIED.has(path.slice(from.length + 1)),
        });
    }
    catch (error) {
        throw new _ports_ended_badly_js__WEBPACK_IMPORTED_MODULE_4__/* .DeployFailed */ .N(`The builders that buildx knows cannot be read: ${(0,_ports_message_of_js__WEBPACK_IMPORTED_MODULE_5__/* .messageOf */ .b)(error)}`, { cause: error });
    }
}
async function isFolder(path) {
    return (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.stat)(path).then((found) => found.isDirectory(), () => false);
}
function readObject(text) {
    try {
        const value = JSON.parse(text);
        return typeof value === 'object' && value !== null && !Array.isArray(value)
            ? value
            : undefined;
    }
    catch {
        return undefined;
    }
}
const asObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};


/***/ }),

/***/ 3911:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U_: () => (/* binding */ processesWith),
/* harmony export */   ae: () => (/* binding */ groupEnded),
/* harmony export */   i8: () => (/* binding */ signalGroup)
/* harmony export */ });
/* unused harmony export isGroupRunning */
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8500);
// src/buildx/process-group.ts


/** Tells all processes of a group. Answers whether there were any. */
function signalGroup(group, signal) {
    try {
        process.kill(-group, signal);
        return true;
    }
    catch (error) {
        // EPERM: there are some, of somebody else, such as a program with more rights that was started from here.
        return error.code === 'EPERM';
    }
}
/**
 * Whether anything of a group still runs. What has ended and was not waited for by its parent (in a container often nobody
 * does) still has a number, and does not run.
 */
async function isGroupRunning(group) {
    if (!signalGroup(group, 0))
        return false;
    if (process.platform !== 'linux')
        return true;
    for (const { state, groupId } of await processes()) {
        if (groupId === group && state !== 'Z' && state !== 'X')
            return true;
    }
    return false;
}
/** Waits until nothing of a group runs. Answers whether it came to that in time. */
async function groupEnded(group, withinMs) {
    const until = performance.now() + withinMs;
    for (let waitMs = 5;; waitMs = Math.min(waitMs * 2, 100)) {
        if (!(await isGroupRunning(group)))
            return true;
        if (performance.now() >= until)
            return false;
        await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_1__.setTimeout)(waitMs);
    }
}
/**
 * Processes that were started with this variable set to this value: what a run that was killed has left behind. On Linux only;
 * elsewhere none are seen.
 */
async function processesWith(variable, value) {
    if (process.platform !== 'linux')
        return [];
    const found = [];
    for (const pid of await numbers()) {
        const environment = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(`/proc/${pid}/environ`, 'utf8').catch(() => '');
        if (pid !== process.pid && environment.split('\0').includes(`${variable}=${value}`))
            found.push(pid);
    }
    return found;
}
async function numbers() {
    const names = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)('/proc');
    return names.filter((name) => /^\d+$/.test(name)).map(Number);
}
/** https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html */
async function processes() {
    const stats = (await numbers()).map((pid) => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(`/proc/${pid}/stat`, 'utf8').catch(() => ''));
    return (await Promise.all(stats)).flatMap((text) => {
        // The name of the program is in parentheses and may hold anything.
        const [state, , group] = text.slice(text.lastIndexOf(')') + 2).split(' ');
        return state === undefined || group === undefined ? [] : [{ state, groupId: Number(group) }];
    });
}


/***/ }),

/***/ 7777:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ runInGroup)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1421);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8161);
/* harmony import */ var _process_group_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3911);
// src/buildx/process.ts



const GRACE_MS = 4_000;
/** What a program may leave running after its own end before it is told to go. */
const LINGER_MS = 1_000;
const TAIL_LENGTH = 256 * 1024;
/** A line is cut here: nothing that is meant to be read is longer. */
const LINE_LENGTH = 4 * 1024 * 1024;
/**
 * Runs a program in a process group of its own, and ends when nothing of the group runs any more. `docker` starts
 * `docker-buildx`, which may start further ones: a signal to the first alone would leave those behind.
 *
 * @throws Error of the system when the program cannot be started: `ENOENT` when there is none
 */
async function runInGroup(request) {
    const stopped = { exitCode: 128 + node_os__WEBPACK_IMPORTED_MODULE_1__.constants.signals.SIGTERM, stdout: '', stderr: '', isTimedOut: false };
    if (request.signal?.aborted)
        return { ...stopped, isCancelled: true };
    const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)(request.command, request.args, {
        env: { ...request.environment },
        stdio: ['ignore', 'pipe', 'pipe'],
        detached: true,
    });
    const exited = new Promise((done, failed) => {
        child.once('error', failed);
        child.once('exit', (code, signal) => done(code ?? 128 + node_os__WEBPACK_IMPORTED_MODULE_1__.constants.signals[signal ?? 'SIGKILL']));
    });
    const closed = new Promise((done) => child.once('close', () => done()));
    const group = child.pid;
    if (group === undefined) {
        await exited;
        throw new Error(`${request.command} did not start`);
    }
    let isCancelled = false;
    let isTimedOut = false;
    let failure;
    let killing;
    const stop = () => {
        (0,_process_group_js__WEBPACK_IMPORTED_MODULE_2__/* .signalGroup */ .i8)(group, 'SIGTERM');
        killing ??= setTimeout(() => (0,_process_group_js__WEBPACK_IMPORTED_MODULE_2__/* .signalGroup */ .i8)(group, 'SIGKILL'), request.graceMs ?? GRACE_MS);
    };
    const cancel = () => {
        isCancelled = true;
        stop();
    };
    // Whatever ends this process, the group does not outlive it.
    const abandon = () => void (0,_process_group_js__WEBPACK_IMPORTED_MODULE_2__/* .signalGroup */ .i8)(group, 'SIGKILL');
    process.once('exit', abandon);
    request.signal?.addEventListener('abort', cancel, { once: true });
    const timer = request.timeoutMs === undefined
        ? undefined
        : setTimeout(() => {
            isTimedOut = true;
            stop();
        }, request.timeoutMs);
    const text = { stdout: '', stderr: '' };
    const take = (stream) => (line) => {
        text[stream] += `${line}\n`;
        if (text[stream].length > 2 * TAIL_LENGTH)
            text[stream] = text[stream].slice(-TAIL_LENGTH);
        if (failure !== undefined)
            return;
        try {
            request.onLine?.(stream, line);
        }
        catch (thrown) {
            failure = { thrown };
            stop();
        }
    };
    eachLine(child.stdout, take('stdout'));
    eachLine(child.stderr, take('stderr'));
    try {
        const exitCode = await exited;
        await endOfGroup(group, request.graceMs ?? GRACE_MS, killing !== undefined);
        await Promise.race([closed, new Promise((done) => setTimeout(done, LINGER_MS).unref())]);
        if (failure !== undefined)
            throw failure.thrown;
        return { exitCode, ...text, isCancelled, isTimedOut };
    }
    finally {
        clearTimeout(timer);
        clearTimeout(killing);
        request.signal?.removeEventListener('abort', cancel);
        process.off('exit', abandon);
        child.stdout.destroy();
        child.stderr.destroy();
    }
}
/** The first process has ended; what it started may not have. */
async function endOfGroup(group, graceMs, isTold) {
    if (!isTold) {
        if (await (0,_process_group_js__WEBPACK_IMPORTED_MODULE_2__/* .groupEnded */ .ae)(group, LINGER_MS))
            return;
        (0,_process_group_js__WEBPACK_IMPORTED_MODULE_2__/* .signalGroup */ .i8)(group, 'SIGTERM');
    }
    if (await (0,_process_group_js__WEBPACK_IMPORTED_MODULE_2__/* .groupEnded */ .ae)(group, graceMs))
        return;
    (0,_process_group_js__WEBPACK_IMPORTED_MODULE_2__/* .signalGroup */ .i8)(group, 'SIGKILL');
    await (0,_process_group_js__WEBPACK_IMPORTED_MODULE_2__/* .groupEnded */ .ae)(group, LINGER_MS);
}
function eachLine(stream, take) {
    let rest = '';
    stream.setEncoding('utf8');
    stream.on('data', (chunk) => {
        const lines = (rest + chunk).split('\n');
        rest = lines.pop() ?? '';
        for (const line of lines)
            take(line.replace(/\r$/, ''));
        if (rest.length > LINE_LENGTH) {
            take(rest);
            rest = '';
        }
    });
    stream.on('end', () => {
        if (rest !== '')
            take(rest);
    });
    // A pipe that breaks has ended.
    stream.on('error', () => { });
}


/***/ })

};
