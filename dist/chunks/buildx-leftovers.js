export const id = 9676;
export const ids = [9676];
export const modules = {

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
