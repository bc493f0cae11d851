export const id = 8903;
export const ids = [8903];
export const modules = {

/***/ 9854:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JS: () => (/* binding */ routeFlags),
/* harmony export */   Ln: () => (/* binding */ sluiceCommand),
/* harmony export */   op: () => (/* binding */ recoverCommand),
/* harmony export */   w4: () => (/* binding */ rerunCommand)
/* harmony export */ });
// src/blue-green/command-line.ts
/** A command that a person can paste: every flag that is given, quoted where a shell asks for it. */
function sluiceCommand(command, flags) {
    const words = Object.entries(flags).flatMap(([name, value]) => value === undefined ? [] : [value].flat().flatMap((each) => [`--${name}`, quoted(each)]));
    return ['sluice', command, ...words].join(' ');
}
/** The flags that name two services and what leads to them. */
const routeFlags = (inputs) => ({
    region: inputs.region,
    cluster: inputs.cluster,
    services: inputs.services,
    'listener-rule-arn': inputs.listenerRuleArn,
    'listener-arn': inputs.listenerArn,
    'target-groups': Object.entries(inputs.targetGroups).map(([service, arn]) => `${service}=${arn}`),
});
/** Runs what failed of a run of GitHub Actions once more; nothing for what is not such a run. */
function rerunCommand(runUrl) {
    const found = /^https?:\/\/(?<host>[^/]+)\/(?<repository>[^/]+\/[^/]+)\/actions\/runs\/(?<id>\d+)/.exec(runUrl)?.groups;
    if (found === undefined)
        return undefined;
    const { host, repository, id } = found;
    // https://cli.github.com/manual/gh_run_rerun
    return `gh run rerun ${id} --failed --repo ${host === 'github.com' ? '' : `${host}/`}${repository}`;
}
/** What `recover` needs to find a deployment: its rule, or its lock where that is not below the usual path. */
function recoverCommand(where) {
    const { region, route, lockName } = where;
    if (lockName !== undefined && !lockName.startsWith('/sluice/')) {
        return sluiceCommand('recover', { region, 'lock-name': lockName });
    }
    return sluiceCommand('recover', {
        region,
        [route.includes(':listener-rule/') ? 'listener-rule-arn' : 'listener-arn']: route,
    });
}
const quoted = (word) => (/^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`);


/***/ }),

/***/ 6795:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M0: () => (/* binding */ bar),
/* harmony export */   hS: () => (/* reexport safe */ _spec_counted_js__WEBPACK_IMPORTED_MODULE_1__.h),
/* harmony export */   mV: () => (/* binding */ clockWords)
/* harmony export */ });
/* harmony import */ var _spec_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1999);
/* harmony import */ var _spec_counted_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7481);
// src/blue-green/words.ts


/** `+03:20` since the start. */
function clockWords(ms) {
    const total = Math.max(0, Math.round(ms / 1000));
    const two = (n) => String(n).padStart(2, '0');
    return total >= 3600 ? `+${(0,_spec_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(total * 1000)}` : `+${two(Math.floor(total / 60))}:${two(total % 60)}`;
}
/** Ten cells of the split between blue and green, and green's share. */
function bar(greenPercent) {
    const cells = greenPercent > 0 ? Math.max(1, Math.round(greenPercent / 10)) : 0;
    return `${'░'.repeat(10 - cells)}${'█'.repeat(cells)} ${String(Math.round(greenPercent * 10) / 10).padStart(3)} %`;
}


/***/ }),

/***/ 1959:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Pf: () => (/* binding */ essence),
/* harmony export */   kA: () => (/* binding */ speaksAgainstRelease),
/* harmony export */   ps: () => (/* binding */ causes),
/* harmony export */   zD: () => (/* binding */ grouped)
/* harmony export */ });
// src/ecs/stopped-tasks.ts
/**
 * Stop codes that speak against the release. Not among them: the scheduler's own scale-in and replacement, a user's
 * stop, a Spot interruption.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Task.html#ECS-Type-Task-stopCode
 */
const fatalCodes = ['TaskFailedToStart', 'EssentialContainerExited'];
/** Whether the task stopped because of what it runs. A failed health check is the scheduler's stop with a reason of its own. */
function speaksAgainstRelease(task) {
    return fatalCodes.includes(task.stopCode) || failsItsChecks(task);
}
const failsItsChecks = ({ stoppedReason }) => /failed (elb|container|alb|nlb) health checks/i.test(stoppedReason);
/** The causes, the most frequent first. */
function grouped(tasks) {
    const groups = new Map();
    for (const task of tasks) {
        const words = causeOf(task);
        const key = essence(words);
        const group = groups.get(key) ?? { words, tasks: [] };
        group.tasks.push(task);
        groups.set(key, group);
    }
    return [...groups.values()].sort((a, b) => b.tasks.length - a.tasks.length);
}
/** One line for each cause, the most frequent first: `3 × Essential container in task exited (app: exit code 1)`. */
function causes(tasks) {
    return grouped(tasks).map(({ words, tasks: { length } }) => `${length} × ${words}`);
}
/**
 * What of a reason is the same for all tasks that stop of it. ECS writes into it whose session was refused (named after
 * the task), which request failed, from which address, and how often it was tried. The digest of an image stays: that is
 * what could not be pulled.
 */
function essence(words) {
    return words
        .replace(/\b[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\b/gi, '…')
        .replace(/(?<!sha256:)\b[0-9a-f]{32}(?:[0-9a-f]{32})?\b/g, '…')
        .replace(/\b\d{1,3}(?:\.\d{1,3}){3}(?::\d+)?\b/g, '…')
        .replace(/\b\d+(?= times?\b)/g, '…');
}
function causeOf(task) {
    const reason = plain(task.stoppedReason);
    const said = task.containers.map(({ name, exitCode, reason: why, health }) => {
        const own = plain(why);
        // How it ended says nothing then: it was told to.
        if (failsItsChecks(task))
            return health === 'UNHEALTHY' ? `container ${name}` : '';
        // What kept the task from starting is told of the container as well.
        if (own !== '' && own === reason && exitCode === null)
            return `container ${name}`;
        const exit = exitCode === null || (exitCode === 0 && own === '') ? '' : exitWords(exitCode, own);
        const parts = [exit, own === reason ? '' : own].filter(Boolean);
        return parts.length > 0 ? `${name}: ${parts.join(', ')}` : '';
    });
    const details = said.filter(Boolean);
    if (details.length === 0 && task.stopCode === 'EssentialContainerExited') {
        // One that ends without an error has ended all the same: most often a command that is done.
        const ended = task.containers.filter(({ exitCode }) => exitCode === 0);
        details.push(...ended.map(({ name }) => `${name}: exit code 0`));
    }
    return `${reason || task.stopCode || 'no reason given'}${details.length > 0 ? ` (${details.join('; ')})` : ''}`;
}
/** The name of a target group says what its whole ARN says. */
const plain = (reason) => reason.replace(/\barn:[\w-]+:elasticloadbalancing:[^\s:]*:\d*:targetgroup\/([^/\s)]+)(?:\/\w+)?/g, '$1').trim();
/** A container killed by signal N exits with 128 + N; 137 is a SIGKILL, for want of memory where nothing else is said. */
function exitWords(exitCode, reason) {
    const meaning = {
        137: /OutOfMemory/.test(reason) ? '' : ' = SIGKILL, out of memory or stop timeout',
        139: ' = SIGSEGV',
        143: ' = SIGTERM',
    };
    return `exit code ${exitCode}${meaning[exitCode] ?? ''}`;
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

/***/ 5813:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HJ: () => (/* binding */ takeLock),
/* harmony export */   fO: () => (/* binding */ heartbeatMs),
/* harmony export */   sG: () => (/* binding */ describeHolder),
/* harmony export */   zT: () => (/* binding */ leaseMs)
/* harmony export */ });
/* unused harmony export takeOverIfDead */
// src/lock/lease.ts
/** A holder that has not written for so long is taken for dead. It writes at least every `heartbeatMs`. */
const leaseMs = 5 * 60_000;
const heartbeatMs = 60_000;
/** How often to look whether a lock has been released. */
const retryMs = 10_000;
/** A place in the queue that was not renewed for so long is free. */
const placeMs = 4 * retryMs;
/** Takes the lock, waits for it in order, or says who holds it. A dead holder's lock is taken over, with what it left. */
async function takeLock(inputs, world, entry, deadline) {
    const first = await tryLock(world, entry);
    if (first.taken)
        return first;
    if (inputs.whenLocked === 'fail')
        return { taken: false, reason: `another run holds the lock: ${first.holder}` };
    world.report.line(`Waiting for the lock: ${first.holder}`);
    const since = world.clock.now();
    const place = () => ({
        holder: world.run.holder,
        runUrl: world.run.url,
        since,
        expires: world.clock.now() + placeMs,
    });
    try {
        for (;;) {
            await world.queue.join(place());
            if (await isFirst(world, place())) {
                const answer = await tryLock(world, entry);
                if (answer.taken)
                    return answer;
            }
            const { reason } = world.cancellation;
            if (reason !== undefined)
                return { taken: false, reason };
            if (world.clock.now() >= deadline) {
                // Since it began to wait the lock may have gone from one to the next.
                const held = await world.journal.read();
                const holder = held === undefined ? first.holder : describeHolder(held, world.clock.now());
                return { taken: false, reason: `the lock was not released in time: ${holder}` };
            }
            await world.clock.sleep(retryMs, world.cancellation.signal);
        }
    }
    finally {
        // A place that stays behind is free a little later by itself.
        await world.queue.leave(place()).catch(() => { });
    }
}
async function tryLock(world, entry) {
    const answer = await world.journal.acquire(entry(world.clock.now()));
    if (answer.taken)
        return { taken: true, leftBy: undefined };
    if (await takeOverIfDead(world, answer.held))
        return { taken: true, leftBy: answer.held.entry };
    return { taken: false, holder: describeHolder(answer.held, world.clock.now()) };
}
/** Whether nobody who is still there has waited longer. */
async function isFirst(world, own) {
    const now = world.clock.now();
    const others = (await world.queue.places()).filter(({ holder, expires }) => holder !== own.holder && expires > now);
    return others.every(({ since, holder }) => since > own.since || (since === own.since && holder > own.holder));
}
/**
 * Takes over the lock of a holder that is dead. What it left stays in the journal, under the new holder's name, until it is
 * settled: whoever takes over may die as well.
 */
async function takeOverIfDead(world, held) {
    const now = world.clock.now();
    // An entry that cannot be read may be somebody's who is at work: only a readable, expired one is taken over.
    if (held.entry === undefined || held.entry.expires > now)
        return false;
    const { holder, url } = world.run;
    return world.journal.takeOver(held, { ...held.entry, holder, runUrl: url, expires: now + leaseMs });
}
function describeHolder({ entry }, now) {
    if (entry === undefined)
        return 'an entry that cannot be read';
    const minutes = Math.max(0, Math.round((now - entry.startedAt) / 60_000));
    return `${entry.runUrl}, at work for ${minutes} min (stage: ${entry.stage})`;
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

/***/ 7481:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ counted)
/* harmony export */ });
// src/spec/counted.ts
/** `1 task`, `2 tasks`: the noun is one whose plural takes an s. */
const counted = (count, noun) => `${count} ${noun}${count === 1 ? '' : 's'}`;


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


/***/ }),

/***/ 3635:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   TY: () => (/* binding */ targetHealthSource),
/* harmony export */   Ui: () => (/* binding */ judgeTargets),
/* harmony export */   Zp: () => (/* binding */ targetsInWords),
/* harmony export */   ak: () => (/* binding */ ableCount),
/* harmony export */   jB: () => (/* binding */ healthyCount)
/* harmony export */ });
/* harmony import */ var _spec_counted_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7481);
// src/verdict/target-health.ts

const targetHealthSource = 'target health';
/**
 * What the load balancer's health checks say of green. None healthy is unhealthy, because a group with no healthy
 * target still gets its share of requests (fail open); fewer than needed is a doubt with a limit of its own, because a
 * task that is being replaced looks the same.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health.html
 */
function judgeTargets(targets, needed, at) {
    const source = targetHealthSource;
    const healthy = healthyCount(targets);
    const said = targetsInWords(targets, needed);
    if (healthy >= Math.max(1, needed))
        return { source, judgement: 'healthy', reason: said, at };
    return { source, judgement: healthy === 0 ? 'unhealthy' : 'unknown', reason: said, at };
}
/**
 * How many can take traffic; undefined when that is not to be seen: the targets of a group that no rule names are not
 * checked, and a sticky rule does not name the side without traffic.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html
 */
function ableCount(targets) {
    const isChecked = targets.length === 0 || targets.some(({ state }) => state !== 'unused');
    return isChecked ? healthyCount(targets) : undefined;
}
function healthyCount(targets) {
    return targets.filter(({ state }) => state === 'healthy').length;
}
/** `1 of 2 healthy (Target.ResponseCodeMismatch: Health checks failed with these codes: [503] × 1)` */
function targetsInWords(targets, needed) {
    const counts = new Map();
    for (const target of targets) {
        // Targets on their way out are of the release before, or of tasks whose end is told elsewhere.
        if (target.state === 'healthy' || target.state === 'draining')
            continue;
        const why = target.reason || target.state;
        counts.set(why, (counts.get(why) ?? 0) + 1);
    }
    const others = [...counts].map(([why, count]) => `${count} × ${why}`).join('; ');
    const total = Math.max(needed, targets.filter(({ state }) => state !== 'draining').length);
    return `${healthyCount(targets)} of ${(0,_spec_counted_js__WEBPACK_IMPORTED_MODULE_0__/* .counted */ .h)(total, 'target')} healthy${others === '' ? '' : ` (${others})`}`;
}


/***/ })

};
