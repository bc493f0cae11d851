export const id = 200;
export const ids = [200];
export const modules = {

/***/ 7200:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  main: () => (/* binding */ main),
  post: () => (/* binding */ post)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./build-stage/github/cancellation.js
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

// EXTERNAL MODULE: ./build-stage/github/fail.js
var fail = __webpack_require__(4687);
// EXTERNAL MODULE: ./build-stage/github/actions-core.js + 7 modules
var actions_core = __webpack_require__(8045);
// EXTERNAL MODULE: ./build-stage/github/log.js
var log = __webpack_require__(2457);
;// CONCATENATED MODULE: ./build-stage/github/files.js


/**
 * Sets outputs of the step. Elsewhere than on a runner they are printed, as `name=value` lines.
 * The runner counts at most 1 MB of outputs per job, in UTF-16: keep values small.
 */
function setOutputs(outputs) {
    for (const [name, value] of Object.entries(outputs)) {
        if ((0,log/* isOnRunner */.qf)()) {
            (0,actions_core/* issueFileCommand */.n0)('OUTPUT', (0,actions_core/* prepareKeyValueMessage */.vC)(name, value));
        }
        else {
            (0,log/* info */.pq)(`${name}=${value}`);
        }
    }
}
/**
 * Keeps a text for `post`. The runner reads the file even when the process was killed, so what must reach `post` is
 * saved before the deed that it tells of. The last value of a name counts. Nothing is kept elsewhere than on a runner.
 */
function saveState(name, value) {
    if ((process.env.GITHUB_STATE ?? '') !== '') {
        (0,actions_core/* issueFileCommand */.n0)('STATE', (0,actions_core/* prepareKeyValueMessage */.vC)(name, value));
    }
}
/** What `main` saved under that name, or nothing. */
function savedState(name) {
    const value = process.env[`STATE_${name}`];
    return value === '' ? undefined : value;
}

;// CONCATENATED MODULE: ./build-stage/spec/action-spec.js
function camelCase(name) {
    return name.replace(/-([a-z0-9])/g, (_, letter) => letter.toUpperCase());
}
/** Declares an action. Returns the spec itself; its only work is to give the types their exact names. */
function defineAction(spec) {
    return spec;
}

// EXTERNAL MODULE: ./build-stage/spec/input-error.js
var input_error = __webpack_require__(5432);
// EXTERNAL MODULE: ./build-stage/spec/nearest.js
var nearest = __webpack_require__(5541);
;// CONCATENATED MODULE: ./build-stage/spec/parse.js



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
        const text = (raw[name] ?? '').trim() || (input.preset ?? '');
        if (text !== '') {
            present.add(name);
        }
        const result = readInput(name, input, text);
        if ('problem' in result) {
            problems.push(result.problem);
        }
        else {
            values[camelCase(name)] = result.value;
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
        throw new input_error/* InputError */.d(problems);
    }
    return values;
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
    const problem = { input: name, value: text, wrong: reading.wrong, accepts: input.kind.accepts };
    return { problem: suggestion === undefined ? problem : { ...problem, suggestion } };
}
function withValue(problem, input, text = '') {
    return text.trim() === '' || input === undefined || input.secret ? problem : { ...problem, value: text.trim() };
}
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
        const suggestion = (0,nearest/* nearest */.p)(name, known);
        const problem = {
            input: name,
            wrong: `is not an input of ${spec.name} (an environment variable of the workflow that begins with INPUT_ counts as one)`,
        };
        problems.push(suggestion === undefined ? problem : { ...problem, suggestion });
    }
    return problems;
}

;// CONCATENATED MODULE: ./build-stage/github/inputs.js


const PREFIX = 'INPUT_';
/**
 * The runner hands input `listener-rule-arn` over as `INPUT_LISTENER-RULE-ARN`: upper case, spaces as `_`, hyphens kept.
 * https://docs.github.com/en/actions/reference/workflows-and-actions/metadata-syntax#inputs
 */
const variableOf = (input) => `${PREFIX}${input.replace(/ /g, '_').toUpperCase()}`;
/**
 * Reads and parses the inputs of an action. Secrets are masked before anything else is done with them.
 *
 * @throws InputError naming every input that is wrong
 */
function readInputs(spec, environment = process.env) {
    const raw = {};
    for (const [variable, text] of Object.entries(environment)) {
        if (variable.startsWith(PREFIX) && variable.length > PREFIX.length) {
            raw[variable.slice(PREFIX.length).toLowerCase()] = text;
        }
    }
    for (const [name, input] of Object.entries(spec.inputs)) {
        if (input.secret && raw[name]) {
            (0,log/* mask */.dK)(raw[name]);
        }
        if ((raw[name] ?? '').trim() === '') {
            raw[name] = (input.environment ?? []).map((variable) => environment[variable]).find((text) => text?.trim());
        }
    }
    return parseInputs(spec, raw);
}

;// CONCATENATED MODULE: ./build-stage/github/summary.js

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
 * so that a runner that dies leaves the last one. Nothing is written when there is no summary file.
 */
async function writeSummary(markdown) {
    if ((process.env.GITHUB_STEP_SUMMARY ?? '') === '') {
        return;
    }
    await actions_core/* summary */.z.emptyBuffer().addRaw(cutSummary(markdown)).write({ overwrite: true });
}

;// CONCATENATED MODULE: ./build-stage/github/report.js



/** The report of a step on a runner: its log, annotations, output and summary files. */
const runnerReport = {
    line: log/* info */.pq,
    warn: (text) => (0,log/* annotate */.fz)('warning', text),
    outputs: setOutputs,
    summary: writeSummary,
    keep: saveState,
};

;// CONCATENATED MODULE: ./build-stage/github/run-context.js
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
        actor: from('GITHUB_TRIGGERING_ACTOR') ?? from('GITHUB_ACTOR') ?? from('USER') ?? 'unknown',
        workflow: from('GITHUB_WORKFLOW'),
        job: from('GITHUB_JOB'),
        runId,
        attempt,
        workspace: from('GITHUB_WORKSPACE') ?? '.',
    };
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./build-stage/github/workspace.js




/** Reads a file that an input names, from the workspace. @throws InputError when it cannot be read */
async function readWorkspaceFile(input, path) {
    try {
        return await (0,promises_.readFile)((0,external_node_path_.resolve)(runContext().workspace, path), 'utf8');
    }
    catch (error) {
        const wrong = `cannot be read: ${error instanceof Error ? error.message : String(error)}`;
        throw new input_error/* InputError */.d([{ input, value: path, wrong }]);
    }
}

// EXTERNAL MODULE: ./build-stage/system/clock.js
var clock = __webpack_require__(8671);
;// CONCATENATED MODULE: ./build-stage/system/prober.js
/** As much of an answer as is looked at for the expected text. */
const bodyLimit = 256 * 1024;
/** Probes over HTTP with the platform's fetch. Redirects are answers, not followed: a probe asks one version one thing. */
const prober = {
    async probe({ url, headers, timeoutMs }) {
        const started = performance.now();
        const took = () => performance.now() - started;
        try {
            const signal = AbortSignal.timeout(timeoutMs);
            const response = await fetch(url, { headers, redirect: 'manual', signal });
            const body = await start(response);
            return { status: response.status, body, ms: took(), failure: null };
        }
        catch (error) {
            return { status: null, body: '', ms: took(), failure: reason(error, timeoutMs) };
        }
    },
};
async function start(response) {
    let text = '';
    const decoder = new TextDecoder();
    if (response.body === null)
        return text;
    for await (const chunk of response.body) {
        text += decoder.decode(chunk, { stream: true });
        if (text.length >= bodyLimit)
            break;
    }
    return text;
}
function reason(error, timeoutMs) {
    if (!(error instanceof Error))
        return String(error);
    if (error.name === 'TimeoutError')
        return `no answer within ${timeoutMs} ms`;
    return error.cause instanceof Error ? error.cause.message : error.message;
}

;// CONCATENATED MODULE: ./build-stage/actions/ecs-blue-green/kept.js
const kept_name = 'shift';
function keepForPost(report, stage, holder, plan) {
    const { service, targetGroupArn } = plan?.blue ?? {};
    const blue = service === undefined || targetGroupArn === undefined ? {} : { blue: { service, targetGroupArn } };
    report.keep(kept_name, JSON.stringify({ stage, holder, ...blue, ...(plan === undefined ? {} : { green: plan.green }) }));
}
/** What was kept, if it can be read. */
function keptFrom(saved) {
    const text = saved(kept_name);
    if (text === undefined)
        return undefined;
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./build-stage/actions/ecs-blue-green/lock.js
/** A holder that has not written for so long is taken for dead. It writes at least every `heartbeatMs`. */
const leaseMs = 5 * 60_000;
const heartbeatMs = 60_000;
/** How often to look whether a lock has been released. */
const retryMs = 10_000;
/**
 * `/sluice/CLUSTER/ONE_OTHER`, the same whichever order the services are given in.
 * https://docs.aws.amazon.com/systems-manager/latest/userguide/sysman-paramstore-su-create.html#sysman-parameter-name-constraints
 */
function lockName(inputs) {
    if (inputs.lockName !== undefined)
        return inputs.lockName;
    const cluster = inputs.cluster.slice(inputs.cluster.lastIndexOf('/') + 1);
    return `/sluice/${cluster}/${[...inputs.services].sort().join('_')}`;
}
/** Takes the lock, waits for it, or says who holds it. A dead holder's lock is taken over, with what it left. */
async function takeLock(inputs, world, entry, deadline) {
    let told = false;
    for (;;) {
        const answer = await world.journal.acquire(entry(world.clock.now()));
        if (answer.taken)
            return { taken: true, leftBy: undefined };
        const over = await takeOverIfDead(world.journal, answer.held, entry, world.clock.now());
        if (over)
            return { taken: true, leftBy: answer.held.entry };
        const holder = describeHolder(answer.held, world.clock.now());
        if (inputs.whenLocked === 'fail')
            return { taken: false, reason: `another run holds the lock: ${holder}` };
        if (world.cancellation.reason !== undefined)
            return { taken: false, reason: world.cancellation.reason };
        if (world.clock.now() >= deadline)
            return { taken: false, reason: `the lock was not released in time: ${holder}` };
        if (!told)
            world.report.line(`Waiting for the lock: ${holder}`);
        told = true;
        await world.clock.sleep(retryMs, world.cancellation.signal);
    }
}
async function takeOverIfDead(journal, held, entry, now) {
    // An entry that cannot be read may be somebody's who is at work: only a readable, expired one is taken over.
    if (held.entry === undefined || held.entry.expires > now)
        return false;
    return journal.takeOver(held, entry(now));
}
function describeHolder({ entry }, now) {
    if (entry === undefined)
        return 'an entry that cannot be read';
    const minutes = Math.max(0, Math.round((now - entry.startedAt) / 60_000));
    return `${entry.runUrl}, at work for ${minutes} min (stage: ${entry.stage})`;
}

;// CONCATENATED MODULE: ./build-stage/spec/kind.js
const kind_read = (value) => ({ ok: true, value });
const kind_wrong = (what, suggestion) => suggestion === undefined ? { ok: false, wrong: what } : { ok: false, wrong: what, suggestion };

;// CONCATENATED MODULE: ./build-stage/spec/duration.js

const UNITS = { d: 86_400_000, h: 3_600_000, m: 60_000, s: 1000, ms: 1 };
const DURATION_ACCEPTS = 'a duration such as 500ms, 90s, 5m or 1h30m';
/** `90s`, `5m`, `1h30m` in milliseconds. Units fall from left to right and each comes once; a bare number is refused. */
function parseDuration(text) {
    if (/^\d+(\.\d+)?$/.test(text)) {
        return kind_wrong(text === '0' ? 'has no unit' : 'has no unit: it could be seconds or minutes', `${text}s`);
    }
    const pattern = /^(?:(\d{1,6})d)?(?:(\d{1,6})h)?(?:(\d{1,8})m)?(?:(\d{1,9})s)?(?:(\d{1,12})ms)?$/;
    const parts = text === '' ? null : pattern.exec(text);
    if (parts === null) {
        const tidy = text
            .toLowerCase()
            .replace(/\s+/g, '')
            .replace(/(seconds?|secs?)$/, 's')
            .replace(/(minutes?|mins?)$/, 'm')
            .replace(/(hours?|hrs?)$/, 'h');
        return kind_wrong('is not a duration', tidy !== text && pattern.test(tidy) && tidy !== '' ? tidy : undefined);
    }
    const ms = Object.values(UNITS).reduce((sum, unit, index) => sum + unit * Number(parts[index + 1] ?? 0), 0);
    return kind_read(ms);
}
/** The shortest text that `parseDuration` reads back as the same milliseconds. */
function formatDuration(durationMs) {
    let rest = Math.round(durationMs);
    let text = '';
    for (const [unit, size] of Object.entries(UNITS)) {
        const count = Math.floor(rest / size);
        rest -= count * size;
        text += count === 0 ? '' : `${count}${unit}`;
    }
    return text === '' ? '0s' : text;
}
/** A duration in milliseconds, within bounds, both included. */
function duration(bounds = {}) {
    const { minMs = 0, maxMs = Number.MAX_SAFE_INTEGER } = bounds;
    const least = bounds.minMs === undefined ? '' : `, at least ${formatDuration(minMs)}`;
    const most = bounds.maxMs === undefined ? '' : `, at most ${formatDuration(maxMs)}`;
    return {
        label: 'duration',
        accepts: `${DURATION_ACCEPTS}${least}${most}`,
        absent: undefined,
        read: (given) => {
            const reading = parseDuration(given);
            if (!reading.ok) {
                return reading;
            }
            if (reading.value < minMs) {
                return kind_wrong('is too short');
            }
            return reading.value > maxMs ? kind_wrong('is too long') : reading;
        },
    };
}
/** A duration, or a word that stands for what no duration can say, such as `forever`. */
function durationOr(word, bounds = {}) {
    const plain = duration(bounds);
    return {
        label: `duration or \`${word}\``,
        accepts: `${plain.accepts}, or ${word}`,
        absent: undefined,
        read: (given) => {
            if (given === word) {
                return kind_read(word);
            }
            return given.toLowerCase() === word ? kind_wrong('is written differently', word) : plain.read(given);
        },
    };
}

;// CONCATENATED MODULE: ./build-stage/shift/weights.js
/**
 * Green's share in percent → weights as a listener takes them: integers from 0 to 999.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_TargetGroupTuple.html
 */
function weightsFor(greenPercent, blueArn, greenArn) {
    const whole = Number.isInteger(greenPercent);
    const total = whole ? 100 : 1000;
    const green = Math.round((greenPercent * total) / 100);
    return { [blueArn]: total - green, [greenArn]: green };
}
/** Green's share in percent; undefined when neither side has a weight. */
function greenShare(weights, blueArn, greenArn) {
    const green = weights[greenArn] ?? 0;
    const total = green + (weights[blueArn] ?? 0);
    return total === 0 ? undefined : (100 * green) / total;
}

// EXTERNAL MODULE: ./build-stage/ports/access-error.js
var access_error = __webpack_require__(7919);
;// CONCATENATED MODULE: ./build-stage/shift/state.js
/** The traffic shift as data. Everything here is plain JSON: what one process writes, another can go on with. */
function initialState(now) {
    return {
        phase: 'ready',
        step: -1,
        observed: null,
        since: now,
        writtenAt: null,
        bakedMs: 0,
        lastSeenAt: null,
        unhealthyCount: 0,
        unknownSince: null,
        driftSince: null,
        rollback: null,
        end: null,
    };
}
/** The weight green has now when all went as planned. */
function plannedWeight(plan, state) {
    if (state.phase === 'rolling-back' || state.phase === 'rolled-back')
        return 0;
    return plan.steps[state.step]?.weight ?? 0;
}
function hasEnded(state) {
    return state.phase === 'promoted' || state.phase === 'rolled-back' || state.phase === 'stuck';
}

;// CONCATENATED MODULE: ./build-stage/shift/next.js

/**
 * One tick of the traffic shift: pure and total.
 *
 * Invariants (each is a property test in `next.test.ts`):
 * - time comes only from `seen.now`; a step begins when its weight was observed, not when it was written;
 * - the weight goes up only with a healthy verdict, enough healthy targets on green, and the bake of the step served;
 * - unhealthy and unknown have limits of their own; no data is never health;
 * - once rolling back, no command raises green's weight;
 * - a weight that was never planned means someone else is at the listener: nothing is raised over it;
 * - every history ends: promoted (100 % observed), rolled-back (0 % observed) or stuck.
 */
function next(plan, before, seen) {
    if (hasEnded(before))
        return end(before, before.phase, before.end ?? '');
    if (seen.lockLostTo !== undefined) {
        return stuck(before, `the lock is held by ${seen.lockLostTo} now; nothing more was changed from here`);
    }
    const state = observe(before, seen);
    if (state.phase === 'rolling-back')
        return rollingBack(plan, state, seen);
    const trouble = reasonToRollBack(plan, state, seen);
    if (trouble !== undefined)
        return startRollback(plan, state, seen, trouble);
    if (seen.foreign !== undefined) {
        return wait(drifting(state, seen), driftOf(plan, state, seen) ?? seen.foreign);
    }
    switch (state.phase) {
        case 'ready':
            return raise(plan, state, seen, 0);
        case 'raising':
            return raising(plan, state, seen);
        case 'baking':
            return baking(plan, state, seen);
        default:
            return wait(state, 'nothing to do');
    }
}
/** What this look adds to the counters. Evidence does not age backwards: a clock that jumps back adds nothing. */
function observe(state, seen) {
    const { judgement } = seen.verdict;
    return {
        ...state,
        observed: seen.greenWeight ?? state.observed,
        unhealthyCount: judgement === 'unhealthy' ? state.unhealthyCount + 1 : 0,
        unknownSince: judgement === 'unknown' ? (state.unknownSince ?? seen.now) : null,
    };
}
/** The first thing that speaks against going on, in the order of urgency. */
function reasonToRollBack(plan, state, seen) {
    if (seen.cancelled !== undefined)
        return seen.cancelled;
    if (state.unhealthyCount >= plan.unhealthyLimit)
        return seen.verdict.reason;
    if (seen.now >= plan.deadline)
        return 'the time limit of the run is over';
    if (state.unknownSince !== null && seen.now - state.unknownSince >= plan.unknownLimitMs) {
        return `health could not be established for ${seconds(seen.now - state.unknownSince)}: ${seen.verdict.reason}`;
    }
    if (state.phase !== 'ready' && seen.greenWeight === 0 && state.driftSince !== null) {
        return 'someone else took green out of traffic';
    }
    // One look may be stale: a drift counts when it has lasted.
    const drift = driftOf(plan, state, seen);
    const lasted = state.driftSince !== null && seen.now - state.driftSince >= plan.rewriteMs;
    return drift !== undefined && plan.onDrift === 'rollback' && lasted ? drift : undefined;
}
/** Set when the listener shows what nobody here wrote. */
function driftOf(plan, state, seen) {
    if (seen.foreign !== undefined)
        return `the listener rule was changed by someone else: ${seen.foreign}`;
    if (seen.greenWeight === undefined || isExpected(plan, state, seen.greenWeight))
        return undefined;
    return `someone else set green to ${percent(seen.greenWeight)} (expected ${percent(plannedWeight(plan, state))})`;
}
/** Time spent at a weight that nobody planned is not baked: the next look counts from here. */
function drifting(state, seen) {
    const lastSeenAt = state.lastSeenAt === null ? null : Math.max(seen.now, state.lastSeenAt);
    return { ...state, driftSince: state.driftSince ?? seen.now, lastSeenAt };
}
/** While a write is under way both the old and the new weight may be read. */
function isExpected(plan, state, weight) {
    if (same(weight, plannedWeight(plan, state)))
        return true;
    return state.phase === 'raising' && same(weight, plan.steps[state.step - 1]?.weight ?? 0);
}
function raising(plan, state, seen) {
    const wanted = plannedWeight(plan, state);
    if (seen.greenWeight !== undefined && same(seen.greenWeight, wanted)) {
        return wait({ ...state, phase: 'baking', since: seen.now, bakedMs: 0, lastSeenAt: seen.now, driftSince: null }, `${percent(wanted)} observed on the listener; the bake begins`);
    }
    const drift = driftOf(plan, state, seen);
    if (drift !== undefined)
        return wait(drifting(state, seen), drift);
    const waited = seen.now - state.since;
    if (waited >= plan.applyLimitMs) {
        return startRollback(plan, state, seen, `${percent(wanted)} was written but not observed within ${seconds(waited)}`);
    }
    if (seen.greenWeight !== undefined && seen.now - (state.writtenAt ?? 0) >= plan.rewriteMs && mayRaise(plan, seen)) {
        return write({ ...state, writtenAt: seen.now }, wanted, `${percent(wanted)} is not there yet; written again`);
    }
    return wait(state, `waiting to observe ${percent(wanted)} on the listener`);
}
function baking(plan, state, seen) {
    const step = plan.steps[state.step];
    if (step === undefined)
        return stuck(state, 'the journal names a step that the plan does not have');
    const drift = driftOf(plan, state, seen);
    if (drift !== undefined) {
        return wait(drifting(state, seen), drift);
    }
    const served = bake(plan, { ...state, driftSince: null }, seen);
    const wanted = Math.max(step.bakeMs, plan.settleMs);
    if (served.bakedMs < wanted) {
        return wait(served, `${percent(step.weight)}: ${seconds(served.bakedMs)} of ${seconds(wanted)} served`);
    }
    const last = state.step === plan.steps.length - 1;
    if (!last)
        return raise(plan, served, seen, state.step + 1);
    if (seen.greenWeight === undefined)
        return wait(served, 'the bake is served; waiting for one more look at the rule');
    if (!mayRaise(plan, seen))
        return wait(served, doubt(plan, seen));
    return end(served, 'promoted', `all ${plan.steps.length} steps served in health`);
}
/** Only time that was watched, on the right weight and in health counts. */
function bake(plan, state, seen) {
    const gap = Math.max(0, seen.now - (state.lastSeenAt ?? seen.now));
    const counts = seen.verdict.judgement === 'healthy' && seen.greenWeight !== undefined;
    return {
        ...state,
        lastSeenAt: Math.max(seen.now, state.lastSeenAt ?? seen.now),
        bakedMs: counts ? state.bakedMs + Math.min(gap, plan.maxGapMs) : state.bakedMs,
    };
}
function raise(plan, state, seen, index) {
    const step = plan.steps[index];
    if (step === undefined)
        return stuck(state, 'the plan has no steps');
    const drift = driftOf(plan, state, seen);
    if (drift !== undefined)
        return wait(drifting(state, seen), drift);
    if (!mayRaise(plan, seen))
        return wait(state, doubt(plan, seen));
    return write({ ...state, phase: 'raising', step: index, since: seen.now, writtenAt: seen.now, driftSince: null }, step.weight, seen.verdict.reason);
}
function mayRaise(plan, seen) {
    return (seen.verdict.judgement === 'healthy' &&
        seen.greenWeight !== undefined &&
        seen.foreign === undefined &&
        seen.healthyTargets !== undefined &&
        seen.healthyTargets >= plan.minHealthyTargets);
}
function doubt(plan, seen) {
    if (seen.verdict.judgement !== 'healthy')
        return `not raised: ${seen.verdict.reason}`;
    if (seen.greenWeight === undefined)
        return 'not raised: the listener rule could not be read';
    return `not raised: ${seen.healthyTargets ?? 'an unknown number of'} healthy targets on green, ${plan.minHealthyTargets} needed`;
}
function startRollback(plan, state, seen, reason) {
    const rolling = {
        ...state,
        phase: 'rolling-back',
        since: seen.now,
        writtenAt: null,
        rollback: { reason, atWeight: state.observed ?? plannedWeight(plan, state), at: seen.now },
    };
    return rollingBack(plan, rolling, seen);
}
function rollingBack(plan, state, seen) {
    const reason = state.rollback?.reason ?? 'rolled back';
    // A read of 0 proves nothing while a write that raised the weight may still be on its way: 0 is written once in any case,
    // unless nothing was ever raised.
    const raisedOnce = state.step >= 0;
    if (seen.greenWeight === 0 && seen.foreign === undefined && (state.writtenAt !== null || !raisedOnce)) {
        return end(state, 'rolled-back', reason);
    }
    if (state.writtenAt === null || seen.now - state.writtenAt >= plan.rewriteMs) {
        if (seen.now - state.since >= plan.applyLimitMs) {
            return stuck(state, `traffic could not be taken back within ${seconds(seen.now - state.since)} (${reason})`);
        }
        return write({ ...state, writtenAt: seen.now }, 0, reason);
    }
    return wait(state, 'waiting to observe 0 % on green');
}
function wait(state, reason) {
    return { state, command: { kind: 'wait' }, reason };
}
function write(state, greenWeight, reason) {
    return { state, command: { kind: 'write', greenWeight }, reason };
}
function end(state, outcome, reason) {
    return { state: { ...state, phase: outcome, end: reason }, command: { kind: 'end', outcome }, reason };
}
function stuck(state, reason) {
    return end(state, 'stuck', reason);
}
/** Weights are rounded on the wire; what is nearer than this is the same. */
function same(a, b) {
    return Math.abs(a - b) < 0.05;
}
const percent = (weight) => `${Math.round(weight * 10) / 10} %`;
const seconds = (ms) => `${Math.round(ms / 1000)} s`;

;// CONCATENATED MODULE: ./build-stage/actions/ecs-blue-green/sides.js
/**
 * @param overrides service → target group ARN, where a service has more than one
 */
function sidesOf(route, services, overrides) {
    if (route.unusable !== undefined)
        return { refusals: [`the ${route.name} cannot be shifted: ${route.unusable}`] };
    const refusals = services.flatMap(unfit);
    const owned = services.map((seen) => groupOf(seen, route, overrides));
    refusals.push(...owned.flatMap((found) => ('refusal' in found ? [found.refusal] : [])));
    const [first, second] = owned.flatMap((found) => ('refusal' in found ? [] : [found]));
    if (refusals.length > 0 || first === undefined || second === undefined)
        return { refusals };
    if (first.targetGroupArn === second.targetGroupArn) {
        return {
            refusals: [
                `${first.service} and ${second.service} share target group ${first.targetGroupArn}: no weight could part them`,
            ],
        };
    }
    const foreign = foreignGroups(route, [first.targetGroupArn, second.targetGroupArn]);
    if (foreign.length > 0) {
        const names = services.map(({ name }) => name).join(' nor ');
        return {
            refusals: [`the ${route.name} also forwards to ${foreign.join(', ')}, which belongs neither to ${names}`],
        };
    }
    return live(route, first, second);
}
function unfit(service) {
    const refusals = [];
    if (service.status !== 'ACTIVE')
        refusals.push(`service ${service.name} is ${service.status}, not ACTIVE`);
    if (service.controller !== 'ECS') {
        refusals.push(`service ${service.name} has the deployment controller ${service.controller}; only ECS can be shifted`);
    }
    return refusals;
}
function groupOf(seen, route, overrides) {
    const { name: service, targetGroupArns } = seen;
    const override = overrides[service];
    if (override !== undefined) {
        return targetGroupArns.includes(override)
            ? { service, targetGroupArn: override, seen }
            : {
                refusal: `service ${service} is not registered with target group ${override} (it has ${targetGroupArns.join(', ') || 'none'})`,
            };
    }
    if (targetGroupArns.length === 0)
        return { refusal: `service ${service} has no target group: it takes no traffic to shift` };
    const inRoute = targetGroupArns.filter((arn) => route.groups.some((group) => group.targetGroupArn === arn));
    const candidates = inRoute.length > 0 ? inRoute : targetGroupArns;
    const [only, ...more] = candidates;
    if (only === undefined || more.length > 0) {
        return {
            refusal: `service ${service} has several target groups (${candidates.join(', ')}): name the one to shift in target-groups`,
        };
    }
    return { service, targetGroupArn: only, seen };
}
/** Groups of the rule other than these. */
function foreignGroups(route, ours) {
    return route.groups.map(({ targetGroupArn }) => targetGroupArn).filter((arn) => !ours.includes(arn));
}
function live(route, first, second) {
    const weight = (side) => route.groups.find((group) => group.targetGroupArn === side.targetGroupArn)?.weight ?? 0;
    const weights = `${first.service} ${weight(first)}, ${second.service} ${weight(second)}`;
    if (weight(first) > 0 && weight(second) > 0) {
        return {
            refusals: [
                `the ${route.name} sends traffic to both services (${weights}): a shift is under way, or one was left half done`,
            ],
        };
    }
    if (weight(first) === 0 && weight(second) === 0) {
        return {
            refusals: [`the ${route.name} sends traffic to neither service (${weights}): which one is live cannot be told`],
        };
    }
    const [blue, green] = weight(first) > 0 ? [first, second] : [second, first];
    if (blue.seen.runningCount === 0) {
        return { refusals: [`service ${blue.service} is live by the weights (${weights}) but runs no task`] };
    }
    const greenIsMissing = !route.groups.some((group) => group.targetGroupArn === green.targetGroupArn);
    return { sides: { blue, green, greenIsMissing } };
}

;// CONCATENATED MODULE: ./build-stage/actions/ecs-blue-green/words.js

/** `+03:20` since the start. */
function clockWords(ms) {
    const total = Math.max(0, Math.round(ms / 1000));
    const two = (n) => String(n).padStart(2, '0');
    return total >= 3600 ? `+${formatDuration(total * 1000)}` : `+${two(Math.floor(total / 60))}:${two(total % 60)}`;
}
/** Ten cells of the split between blue and green, and green's share. */
function bar(greenPercent) {
    const cells = greenPercent > 0 ? Math.max(1, Math.round(greenPercent / 10)) : 0;
    return `${'░'.repeat(10 - cells)}${'█'.repeat(cells)} ${String(Math.round(greenPercent * 10) / 10).padStart(3)} %`;
}
const messageOf = (error) => (error instanceof Error ? error.message : String(error));

;// CONCATENATED MODULE: ./build-stage/actions/ecs-blue-green/tell.js


/** How often the bake is told of in the log while nothing else happens, ms. */
const tellMs = 60_000;
/** Tells the log and the story what the shift does: a line for each change, and one a minute while baking. */
class Teller {
    world;
    story;
    plan;
    watch;
    toldAt = Number.NEGATIVE_INFINITY;
    constructor(world, story, plan, watch) {
        this.world = world;
        this.story = story;
        this.plan = plan;
        this.watch = watch;
    }
    /** Answers whether something changed that the summary should show at once. */
    tell(before, { state, command, reason }, seen) {
        const moved = state.phase !== before.phase || state.step !== before.step || command.kind === 'write';
        const driftBegan = state.driftSince !== null && before.driftSince === null;
        const weightChanged = seen.greenWeight !== undefined && seen.greenWeight !== before.observed;
        const what = inWords(command, state, reason);
        if (moved || weightChanged || driftBegan) {
            this.story.timeline.push({ at: seen.now, greenPercent: seen.greenWeight ?? null, what });
        }
        this.noteStep(before, state, seen);
        const isDue = state.phase === 'baking' && seen.now - this.toldAt >= tellMs;
        if (moved || driftBegan || isDue) {
            const evidence = isDue && !moved ? `; ${seen.verdict.judgement}: ${seen.verdict.reason}` : '';
            const share = bar(seen.greenWeight ?? plannedWeight(this.plan, state));
            this.world.report.line(`${clockWords(seen.now - this.story.startedAt)}  ${share}  ${what}${evidence}`);
            this.toldAt = seen.now;
        }
        return moved;
    }
    noteStep(before, state, seen) {
        const open = this.story.steps.at(-1);
        if (open !== undefined && open.to === undefined) {
            open.verdict = this.watch.verdict();
            if (state.step !== before.step || (before.phase === 'baking' && state.phase !== 'baking'))
                open.to = seen.now;
        }
        if (state.phase === 'baking' && before.phase !== 'baking') {
            const verdict = this.watch.verdict();
            this.story.steps.push({ weight: seen.greenWeight ?? 0, from: seen.now, to: undefined, verdict });
        }
    }
}
function inWords(command, state, reason) {
    if (command.kind === 'write' && command.greenWeight > 0)
        return `raising green to ${command.greenWeight} % (${reason})`;
    if (command.kind === 'write')
        return `taking all traffic back: ${reason}`;
    if (command.kind === 'end')
        return `${state.phase}: ${reason}`;
    return reason;
}

;// CONCATENATED MODULE: ./build-stage/actions/ecs-blue-green/shift-traffic.js







/** While a written weight is awaited the rule is read at this pace, ms. */
const awaitMs = 1_000;
/** Observes, asks the state machine, does what it says, tells of it; until it ends. No policy here. */
async function shiftTraffic(shifting) {
    const { world, shiftPlan, plan, lock } = shifting;
    const { clock, cancellation, router } = world;
    const teller = new Teller(world, shifting.story, shiftPlan, shifting.watch);
    const toBlue = weightsFor(0, plan.blue.targetGroupArn, plan.green.targetGroupArn);
    let state = initialState(clock.now());
    let route;
    let raisedAt;
    // The first thing a cancel does is the one call that takes the traffic back; the loop then verifies it.
    const forget = cancellation.onRequest(() => {
        if (shifting.onCancel === 'rollback' && raisedAt !== undefined)
            router.write(toBlue).catch(() => { });
    });
    const done = (stopped) => ({ state, route, raisedAt, endedAt: clock.now(), stopped });
    try {
        for (;;) {
            if (cancellation.reason !== undefined && shifting.onCancel === 'leave')
                return done({ why: 'left' });
            const look = await readRoute(world);
            if (look.lost !== undefined)
                return done({ why: 'access-lost', error: look.lost });
            route = look.route ?? route;
            const seen = seenNow(shifting, look.route);
            const before = state;
            const decision = next(shiftPlan, before, seen);
            const { command } = decision;
            const isRaise = command.kind === 'write' && command.greenWeight > 0;
            if (isRaise) {
                // A raise is journaled before it is done, so that whoever comes after knows. A rollback is done first.
                await lock.note(decision.state);
                if (lock.lostTo !== undefined || cancellation.reason !== undefined)
                    continue;
                raisedAt ??= clock.now();
            }
            state = decision.state;
            if (command.kind === 'write') {
                const problem = await shift_traffic_write(shifting, command.greenWeight);
                if (problem instanceof access_error/* AccessError */.Z)
                    return done({ why: 'access-lost', error: problem });
                // A rollback that failed is tried again at the next look, not after the rewrite pause.
                if (problem !== undefined && !isRaise)
                    state = { ...state, writtenAt: null };
            }
            if (teller.tell(before, decision, seen))
                await shifting.showStory();
            if (hasEnded(state))
                return done();
            await lock.beat(state);
            const isAwaited = state.phase === 'raising' || state.phase === 'rolling-back';
            await shifting.alerts.wait(isAwaited ? awaitMs : shifting.pollMs);
        }
    }
    finally {
        forget();
    }
}
/** A rule that cannot be read is not a reason to stop; credentials that no longer suffice are. */
async function readRoute(world) {
    try {
        return { route: await world.router.read() };
    }
    catch (error) {
        if (error instanceof access_error/* AccessError */.Z)
            return { lost: error };
        world.report.line(`The listener rule could not be read: ${messageOf(error)}`);
        return {};
    }
}
function seenNow(shifting, route) {
    const { world, plan, watch, lock } = shifting;
    const { blue, green } = plan;
    const foreign = route === undefined ? undefined : foreignness(route, [blue.targetGroupArn, green.targetGroupArn]);
    return {
        now: world.clock.now(),
        greenWeight: route === undefined || foreign !== undefined
            ? undefined
            : greenShare(weightsOf(route), blue.targetGroupArn, green.targetGroupArn),
        foreign,
        verdict: watch.verdict(),
        healthyTargets: shifting.healthyTargets(),
        cancelled: world.cancellation.reason,
        lockLostTo: lock.lostTo,
    };
}
function weightsOf(route) {
    return Object.fromEntries(route.groups.map(({ targetGroupArn, weight }) => [targetGroupArn, weight]));
}
function foreignness(route, ours) {
    if (route.unusable !== undefined)
        return route.unusable;
    const others = foreignGroups(route, ours);
    return others.length === 0 ? undefined : `it also forwards to ${others.join(', ')}`;
}
async function shift_traffic_write(shifting, greenWeight) {
    const { world, plan } = shifting;
    try {
        await world.router.write(weightsFor(greenWeight, plan.blue.targetGroupArn, plan.green.targetGroupArn));
        return undefined;
    }
    catch (error) {
        world.report.line(`${greenWeight} % could not be written: ${messageOf(error)}`);
        return error ?? new Error('unknown');
    }
}

;// CONCATENATED MODULE: ./build-stage/actions/ecs-blue-green/finish.js




/** Who serves: from the route when it is at hand, otherwise read once more. Nothing when it cannot be read. */
async function weightsNow(world, sided, route) {
    if (sided === undefined)
        return {};
    const seen = route ?? (await world.router.read().catch(() => undefined));
    if (seen === undefined)
        return {};
    const weightOf = (arn) => seen.groups.find((group) => group.targetGroupArn === arn)?.weight ?? 0;
    const { blue, green } = sided;
    const weights = { [blue.service]: weightOf(blue.targetGroupArn), [green.service]: weightOf(green.targetGroupArn) };
    const [active] = Object.entries(weights).sort(([, a], [, b]) => b - a);
    return { weights, activeService: active?.[0] };
}
/** Puts green back to what it was before the run: its task definition and its number of tasks. */
async function cleanUpGreen(world, { green }) {
    await world.rollout.update(green.service, {
        taskDefinitionArn: green.taskDefinitionBefore,
        desiredCount: green.desiredBefore,
    });
    world.report.line(`${green.service} is back to ${green.desiredBefore} tasks, as before`);
}
/**
 * Keeps the old side warm for its time, then scales it to 0. Not before the load balancer has had `drain` to stop
 * sending it requests. A cancel leaves it running: it costs money, not requests.
 */
async function retireBlue(inputs, world, { blue, green }, lock) {
    if (inputs.keepOld === 'forever')
        return `${blue.service} keeps its tasks`;
    const warmMs = Math.max(inputs.keepOld, inputs.drain);
    world.report.line(`${blue.service} stays warm for ${formatDuration(warmMs) || '0s'}`);
    await lock.sleep(warmMs);
    if (lock.lostTo !== undefined)
        return `${blue.service} still has its tasks, because the lock is held by ${lock.lostTo} now`;
    if (world.cancellation.reason !== undefined)
        return `${blue.service} still has its tasks (${world.cancellation.reason})`;
    // The last look before the only way back is closed.
    const route = await world.router.read();
    if (greenShare(weightsOf(route), blue.targetGroupArn, green.targetGroupArn) !== 100) {
        return `${blue.service} keeps its tasks, because it has traffic again`;
    }
    await world.rollout.update(blue.service, { desiredCount: 0 });
    return `${blue.service} is scaled to 0`;
}
/** Why green's tasks stopped with their last log lines, and the traffic minute by minute. Whatever cannot be read is left out and said. */
async function diagnose(inputs, world, story) {
    const { plan } = story;
    if (plan === undefined)
        return;
    await softly(world, 'the traffic metrics', async () => {
        const metrics = world.metrics(await world.router.read());
        const until = world.clock.now();
        const [blue, green] = await Promise.all([plan.blue, plan.green].map(({ targetGroupArn }) => metrics.minutes(targetGroupArn, story.startedAt, until)));
        story.minutes = { blue: blue ?? [], green: green ?? [] };
    });
    await softly(world, 'the logs of the stopped tasks', async () => {
        const logs = [];
        for (const task of story.stopped.tasks.slice(0, 2)) {
            for (const { name } of task.containers) {
                const lines = await world.logs.lastLines(task, name, inputs.logLines);
                if (lines.length > 0)
                    logs.push({ container: name, task: task.arn.slice(task.arn.lastIndexOf('/') + 1), lines });
            }
        }
        story.stopped = { ...story.stopped, logs };
    });
}
async function softly(world, what, deed) {
    try {
        await deed();
    }
    catch (error) {
        world.report.line(`Could not read ${what}: ${messageOf(error)}`);
    }
}
/** Traffic that a dead run left split goes back to the side that was live when it began, before anything new is tried. */
async function settleLeftover(world, entry) {
    const { blue, green } = entry;
    world.report.warn(`Took over the lock of a run that died (${entry.runUrl}, stage: ${entry.stage})`);
    if (blue === null || green === null)
        return;
    const share = await currentShare(world, blue.targetGroupArn, green.targetGroupArn);
    if (share === undefined || share === 0 || share === 100)
        return;
    world.report.line(`It left ${share} % of the traffic on ${green.service}: back to ${blue.service} first`);
    await restoreBlue(world, blue.targetGroupArn, green.targetGroupArn);
}
/** Green's share by the rule as it is now. */
async function currentShare(world, blueArn, greenArn) {
    return greenShare(weightsOf(await world.router.read()), blueArn, greenArn);
}
/** Writes until the rule is seen to send everything to blue; at most a minute. */
async function restoreBlue(world, blueArn, greenArn) {
    for (let attempt = 0; attempt < 12; attempt++) {
        await world.router.write(weightsFor(0, blueArn, greenArn)).catch(() => { });
        for (let look = 0; look < 5; look++) {
            if ((await currentShare(world, blueArn, greenArn).catch(() => undefined)) === 0)
                return true;
            await world.clock.sleep(1_000);
        }
    }
    return false;
}

;// CONCATENATED MODULE: ./build-stage/ports/ended-badly.js
/** The new version is bad, or the deployment could not begin or end as it should: for the app's team. */
class DeployFailed extends Error {
    name = 'DeployFailed';
}
/** Cancelled, out of time, superseded: for whoever operates it. */
class Interrupted extends Error {
    name = 'Interrupted';
}

;// CONCATENATED MODULE: ./build-stage/ecs/task-definition.js
/**
 * Members that DescribeTaskDefinition answers and RegisterTaskDefinition does not take.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_TaskDefinition.html against
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html
 */
const addedByEcs = [
    'taskDefinitionArn',
    'revision',
    'status',
    'requiresAttributes',
    'compatibilities',
    'registeredAt',
    'registeredBy',
    'deregisteredAt',
    'deleteRequestedAt',
];
/** What was described, as it would be registered. */
function registrable(described) {
    return Object.fromEntries(Object.entries(described).filter(([key]) => !addedByEcs.includes(key)));
}
/**
 * The definition with other images.
 * @returns the containers that `images` names and the definition does not have, instead of a definition
 */
function withImages(definition, images) {
    const containers = definition.containerDefinitions ?? [];
    const has = containers.map((container) => container.name ?? '');
    const missing = Object.keys(images).filter((name) => !has.includes(name));
    if (missing.length > 0)
        return { missing, has };
    return {
        definition: {
            ...definition,
            containerDefinitions: containers.map((container) => {
                const image = images[container.name ?? ''];
                return image === undefined ? container : { ...container, image };
            }),
        },
    };
}
/** Whether two definitions would run the same: what ECS adds, empty members and the order of keys do not count. */
function runsTheSame(a, b) {
    return canonical(registrable(a)) === canonical(registrable(b));
}
function canonical(value) {
    return JSON.stringify(value, (_key, part) => {
        if (part === null || typeof part !== 'object' || Array.isArray(part))
            return part;
        const entries = Object.entries(part).filter(([, member]) => !isEmpty(member));
        return Object.fromEntries(entries.sort(([x], [y]) => (x < y ? -1 : 1)));
    });
}
/** DescribeTaskDefinition answers lists that were never sent as empty ones. */
function isEmpty(value) {
    return value === undefined || value === null || (Array.isArray(value) && value.length === 0);
}
/** `family:12` of `arn:aws:ecs:…:task-definition/family:12` */
function shortName(taskDefinitionArn) {
    return taskDefinitionArn.slice(taskDefinitionArn.lastIndexOf('/') + 1);
}

;// CONCATENATED MODULE: ./build-stage/actions/ecs-blue-green/plan.js


/** The plan for programs. Of a definition that is to be registered only the family: its environment may hold what is nobody's business. */
function planJson(plan) {
    const { taskDefinition } = plan;
    const shown = 'register' in taskDefinition ? { register: taskDefinition.register.family } : taskDefinition;
    return JSON.stringify({ ...plan, taskDefinition: shown });
}
/** `shop@sha256:0f3a5c7e9b1d`: the name and as much of the digest as tells two apart. */
function shortImage(image) {
    const name = image.slice(image.lastIndexOf('/') + 1);
    return name.replace(/(@sha256:[0-9a-f]{12})[0-9a-f]+$/, '$1');
}
/** The plan in plain words, a line for each deed. */
function planLines(plan) {
    const { blue, green } = plan;
    const watched = [
        ...plan.alarms.map((name) => `alarm ${name}`),
        `at least ${plan.minHealthyTargets} healthy targets`,
        'stopped tasks',
        ...(plan.probe === null ? [] : [`probe ${plan.probe}`]),
    ];
    return [
        `${blue.service} is live (${blue.tasks} tasks of ${shortName(blue.taskDefinitionArn)}); ${green.service} takes the new version`,
        ...plan.images.map(({ container, from, to }) => `image of ${container}: ${shortImage(from)} → ${shortImage(to)}`),
        'register' in plan.taskDefinition
            ? `register a new revision of task definition ${plan.taskDefinition.register.family}`
            : `use task definition ${shortName(plan.taskDefinition.arn)} as it is`,
        ...(plan.attachGreen ? [`put the target group of ${green.service} into the ${plan.route} with weight 0`] : []),
        `start ${plan.tasks} tasks of it in ${green.service}; wait until the deployment is complete and ${plan.minHealthyTargets} targets are healthy`,
        ...plan.steps.map(({ weight, bakeMs }, i) => i === plan.steps.length - 1
            ? `${weight} % to ${green.service}, watched for ${formatDuration(bakeMs) || '0s'} with ${blue.service} still at full size`
            : `${weight} % to ${green.service}, healthy for ${formatDuration(bakeMs) || '0s'}`),
        keepOld(plan),
        `watched all the time: ${watched.join('; ')}. Anything bad sends everything back to ${blue.service} at once`,
    ];
}
function keepOld({ keepOldMs, drainMs, blue }) {
    if (keepOldMs === 'forever')
        return `${blue.service} stays as it is`;
    return `${blue.service} stays warm for ${formatDuration(Math.max(keepOldMs, drainMs)) || '0s'}, then is scaled to 0`;
}

;// CONCATENATED MODULE: ./build-stage/actions/ecs-blue-green/result.js


const result_seconds = (ms) => (ms === undefined ? '' : String(Math.round(ms / 100) / 10));
/** Every output, on every way out. */
function outputsOf(result, plan) {
    return {
        outcome: result.outcome,
        reason: result.reason,
        'active-service': result.activeService ?? '',
        weights: result.weights === undefined ? '' : JSON.stringify(result.weights),
        'task-definition-arn': result.taskDefinitionArn ?? '',
        'rolled-back-at-weight': result.rolledBackAtWeight === undefined ? '' : String(result.rolledBackAtWeight),
        'seconds-to-detect': result_seconds(result.detectMs),
        'seconds-to-restore': result_seconds(result.restoreMs),
        plan: plan === undefined ? '' : planJson(plan),
    };
}
/** What the step fails with; undefined when it succeeds. */
function failureOf(result) {
    if (result.outcome === 'promoted' || result.outcome === 'unchanged')
        return undefined;
    if (result.error !== undefined)
        return result.error;
    const text = sentence(result);
    return result.outcome === 'interrupted' ? new Interrupted(text) : new DeployFailed(text);
}
/** The result in a sentence or three: what happened, why, who serves, what to do. */
function sentence(result) {
    const serving = servingInWords(result);
    const todo = result.command === undefined ? '' : ` Run: ${result.command}`;
    // What AWS says ends with a period of its own.
    return `${heads[result.outcome]}: ${result.reason.replace(/\.$/, '')}.${serving === '' ? '' : ` ${serving}`}${todo}`;
}
const heads = {
    promoted: 'Promoted',
    'rolled-back': 'Rolled back',
    stuck: 'Stuck, a person is needed',
    refused: 'Refused, nothing was changed',
    interrupted: 'Interrupted',
    unchanged: 'Unchanged',
};
/** `shop-blue serves 100 %.` */
function servingInWords({ weights }) {
    if (weights === undefined)
        return '';
    const total = Object.values(weights).reduce((sum, weight) => sum + weight, 0);
    if (total === 0)
        return 'Neither service has a weight.';
    const shares = Object.entries(weights)
        .filter(([, weight]) => weight > 0)
        .map(([service, weight]) => `${service} serves ${Math.round((1000 * weight) / total) / 10} %`);
    return `${shares.join(', ')}.`;
}

;// CONCATENATED MODULE: ./build-stage/actions/ecs-blue-green/post.js



/**
 * Finishes what `main` could not: it was cancelled, killed, or ran out of time. Reads the live state, never memory.
 * Idempotent. Answers what it did, or throws when traffic could not be taken back.
 */
async function finishInterrupted(inputs, world, kept) {
    const { report } = world;
    const { blue, green } = kept;
    const held = await world.journal.read();
    if (held !== undefined && held.entry?.holder !== kept.holder) {
        return `Nothing to do here: ${held.entry?.runUrl ?? 'another run'} holds the lock now.`;
    }
    if (blue === undefined || green === undefined || kept.stage === 'prepare') {
        await world.journal.release(kept.holder);
        return 'Nothing was changed; the lock is released.';
    }
    if (kept.stage === 'keep-old') {
        await world.journal.release(kept.holder);
        const kind = inputs.keepOld === 'forever'
            ? 'is kept'
            : `was to be scaled to 0 after ${formatDuration(inputs.keepOld) || '0s'} and still has its tasks`;
        return `The release was promoted before the run ended; ${blue.service} ${kind}.`;
    }
    const share = await currentShare(world, blue.targetGroupArn, green.targetGroupArn);
    report.line(share === undefined ? 'Neither side has a weight' : `${green.service} has ${share} % of the traffic`);
    if (share !== 0 && !(await restoreBlue(world, blue.targetGroupArn, green.targetGroupArn))) {
        const command = world.router.commandFor({ [blue.targetGroupArn]: 100, [green.targetGroupArn]: 0 });
        throw new Error(`The traffic could not be taken back to ${blue.service}. Run: ${command}`);
    }
    await cleanUpGreen(world, { green });
    await world.journal.release(kept.holder);
    return `Finished after the interruption. ${servingInWords({ outcome: 'interrupted', reason: '', ...(await weightsNow(world, { blue, green })) })}`;
}

;// CONCATENATED MODULE: ./build-stage/ecs/stopped-tasks.js
/**
 * Stop codes that speak against the release. Not among them: the scheduler's own scale-in and replacement, a user's
 * stop, a Spot interruption.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Task.html#ECS-Type-Task-stopCode
 */
const fatalCodes = ['TaskFailedToStart', 'EssentialContainerExited'];
/** Whether the task stopped because of what it runs. A failed health check is the scheduler's stop with a reason of its own. */
function speaksAgainstRelease(task) {
    return fatalCodes.includes(task.stopCode) || /failed (elb|container|alb|nlb) health checks/i.test(task.stoppedReason);
}
/** One line for each cause, the most frequent first: `3 × Essential container in task exited (app: exit code 1)`. */
function causes(tasks) {
    const counts = new Map();
    for (const task of tasks)
        counts.set(causeOf(task), (counts.get(causeOf(task)) ?? 0) + 1);
    return [...counts].sort(([, a], [, b]) => b - a).map(([cause, count]) => `${count} × ${cause}`);
}
function causeOf(task) {
    const details = task.containers
        .filter((container) => (container.exitCode !== null && container.exitCode !== 0) || container.reason !== '')
        .map((container) => {
        const exit = container.exitCode === null ? '' : `exit code ${container.exitCode}${signal(container.exitCode)}`;
        return `${container.name}: ${[exit, container.reason].filter(Boolean).join(', ')}`;
    });
    return `${task.stoppedReason || task.stopCode || 'no reason given'}${details.length > 0 ? ` (${details.join('; ')})` : ''}`;
}
/** A container killed by signal N exits with 128 + N; 137 is a SIGKILL, most often for want of memory. */
function signal(exitCode) {
    if (exitCode === 137)
        return ' = SIGKILL, out of memory or stop timeout';
    if (exitCode === 139)
        return ' = SIGSEGV';
    if (exitCode === 143)
        return ' = SIGTERM';
    return '';
}

;// CONCATENATED MODULE: ./build-stage/actions/ecs-blue-green/summary.js






/** The job summary as Markdown. Pure: the same story reads the same. */
function summaryOf(story) {
    return [
        head(story),
        serving(story.result),
        warnings(story),
        picture(story),
        steps(story),
        timeline(story),
        traffic(story),
        stoppedTasks(story),
        plan(story),
    ]
        .filter((part) => part !== '')
        .join('\n\n')
        .concat('\n');
}
const signs = {
    promoted: '✅ Promoted',
    unchanged: '⚪ Unchanged',
    'rolled-back': '↩️ Rolled back',
    interrupted: '⏹️ Interrupted',
    refused: '🚫 Refused',
    stuck: '🆘 Stuck: a person is needed',
};
function head({ plan, result }) {
    const title = result === undefined ? '⏳ Under way' : signs[result.outcome];
    const what = plan === undefined ? '' : `: ${plan.blue.service} → ${plan.green.service}`;
    const reason = result === undefined ? '' : `\n\n${cell(result.reason)}`;
    return `## ${title}${what}${reason}`;
}
function serving(result) {
    if (result === undefined)
        return '';
    const rows = [
        ['Serves traffic now', servingInWords(result) || 'could not be read'],
        ['Task definition deployed', result.taskDefinitionArn === undefined ? '' : shortName(result.taskDefinitionArn)],
        ['Rolled back at', result.rolledBackAtWeight === undefined ? '' : `${result.rolledBackAtWeight} %`],
        ['Time to detect', result.detectMs === undefined ? '' : `${Math.round(result.detectMs / 100) / 10} s`],
        ['Time to restore', result.restoreMs === undefined ? '' : `${Math.round(result.restoreMs / 100) / 10} s`],
    ].filter(([, value]) => value !== '');
    const command = result.command === undefined ? '' : `\n\nRun this now:\n\n\`\`\`sh\n${result.command}\n\`\`\``;
    return `${table(['', ''], rows)}${command}`;
}
function warnings({ warnings: all }) {
    return all.map((warning) => `> ⚠️ ${cell(warning)}`).join('\n>\n');
}
/** How many points the picture has at most; a Mermaid chart gets unreadable beyond. */
const points = 40;
/** Green's share and both sides' error rates over time. The tables below hold the same for whoever cannot see it. */
function picture(story) {
    const seen = story.timeline.filter((entry) => entry.greenPercent !== null);
    const [first] = seen;
    const last = story.timeline.at(-1);
    if (first === undefined || last === undefined || last.at <= first.at)
        return '';
    const from = story.startedAt;
    const count = Math.min(points, Math.max(2, Math.ceil((last.at - from) / 15_000)));
    const at = Array.from({ length: count }, (_, i) => from + ((last.at - from) * i) / (count - 1));
    const weights = at.map((time) => seen.filter((entry) => entry.at <= time).at(-1)?.greenPercent ?? 0);
    const minutes = Math.max(0.1, Math.round((last.at - from) / 6_000) / 10);
    const lines = [
        'xychart-beta',
        `  title "Green's share of the traffic and its 5xx rate, in percent"`,
        `  x-axis "minutes" 0 --> ${minutes}`,
        '  y-axis "percent" 0 --> 100',
        `  line [${weights.map(round).join(', ')}]`,
    ];
    if (story.minutes.green.length > 0) {
        lines.push(`  line [${at.map((time) => round(errorPercentAt(story.minutes.green, time))).join(', ')}]`);
    }
    return `\`\`\`mermaid\n${lines.join('\n')}\n\`\`\``;
}
const round = (value) => Math.round(value * 10) / 10;
function errorPercentAt(minutes, time) {
    const minute = minutes.find(({ at }) => at <= time && time < at + 60_000);
    return minute === undefined || minute.requests === 0 ? 0 : (100 * minute.errors5xx) / minute.requests;
}
function steps({ steps: all }) {
    if (all.length === 0)
        return '';
    const rows = all.map(({ weight, from, to, verdict }) => [
        `${round(weight)} %`,
        to === undefined ? 'under way' : formatDuration(Math.round((to - from) / 1000) * 1000) || '0s',
        verdict?.judgement ?? '',
        (verdict?.findings ?? []).map((finding) => `${finding.source}: ${finding.reason}`).join('<br>') ||
            (verdict?.reason ?? ''),
    ]);
    return `### Steps\n\n${table(['Green', 'Watched for', 'Verdict', 'Evidence'], rows)}`;
}
function timeline({ timeline: all, startedAt }) {
    if (all.length === 0)
        return '';
    const rows = all.map(({ at, greenPercent, what }) => [
        clockWords(at - startedAt),
        greenPercent === null ? '?' : `${round(greenPercent)} %`,
        what,
    ]);
    return `### What happened\n\n${table(['When', 'Green', 'What'], rows)}`;
}
function traffic({ minutes, startedAt, plan }) {
    const times = [...new Set([...minutes.blue, ...minutes.green].map(({ at }) => at))].sort((a, b) => a - b);
    if (times.length === 0 || plan === undefined)
        return '';
    const at = (side, time) => {
        const minute = side.find((candidate) => candidate.at === time);
        if (minute === undefined || minute.requests === 0)
            return ['0', '', ''];
        const rate = `${round((100 * minute.errors5xx) / minute.requests)} %`;
        return [
            String(minute.requests),
            `${minute.errors5xx} (${rate})`,
            minute.p95Seconds === null ? '' : `${Math.round(minute.p95Seconds * 1000)} ms`,
        ];
    };
    const rows = times.map((time) => [
        clockWords(time - startedAt),
        ...at(minutes.blue, time),
        ...at(minutes.green, time),
    ]);
    const heads = [plan.blue.service, plan.green.service].flatMap((name) => [`${name}: requests`, '5xx', 'p95']);
    return `<details><summary>Traffic by minute (CloudWatch)</summary>\n\n${table(['Minute', ...heads], rows)}\n\n</details>`;
}
function stoppedTasks({ stopped, plan }) {
    if (stopped.tasks.length === 0)
        return '';
    const logs = stopped.logs.map(({ container, task, lines }) => `<details><summary>Last lines of ${cell(container)} in task ${task}</summary>\n\n${fenced(lines)}\n\n</details>`);
    const list = causes(stopped.tasks).map((cause) => `- ${cell(cause)}`);
    return [`### Why tasks of ${plan?.green.service ?? 'green'} stopped`, list.join('\n'), ...logs].join('\n\n');
}
/** Log lines as they are: the fence is longer than any run of backticks in them. */
function fenced(lines) {
    const longest = Math.max(2, ...lines.flatMap((line) => (line.match(/`+/g) ?? []).map((run) => run.length)));
    const fence = '`'.repeat(longest + 1);
    return `${fence}text\n${lines.join('\n')}\n${fence}`;
}
function plan({ plan: made, runUrl }) {
    if (made === undefined)
        return '';
    const lines = planLines(made).map((line, i) => `${i + 1}. ${cell(line)}`);
    return `<details><summary>The plan</summary>\n\n${lines.join('\n')}\n\n${runUrl === '' ? '' : `Run: ${runUrl}\n\n`}</details>`;
}
function table(heads, rows) {
    const line = (cells) => `| ${cells.map((text) => cell(text)).join(' | ')} |`;
    return [line(heads), `|${heads.map(() => ' --- ').join('|')}|`, ...rows.map(line)].join('\n');
}
/** Text from outside must not break the table, nor the page. */
function cell(text) {
    return text
        .replace(/\r?\n/g, ' ')
        .replaceAll('|', '\\|')
        .replace(/<(?!br>)/g, '&lt;');
}

;// CONCATENATED MODULE: ./build-stage/actions/ecs-blue-green/conclude.js




/** What is done and told once the traffic has stopped moving. */
async function conclude(inputs, world, ready, shifted) {
    const { plan, lock, story, taskDefinitionArn } = ready;
    const { state, stopped } = shifted;
    const common = { taskDefinitionArn, ...(await weightsNow(world, plan, shifted.route)) };
    const command = world.router.commandFor({ [plan.blue.targetGroupArn]: 100, [plan.green.targetGroupArn]: 0 });
    if (stopped?.why === 'left') {
        lock.end();
        const reason = `${world.cancellation.reason}; the weights were left as they are (on-cancel: leave)`;
        return { outcome: 'interrupted', reason, ...common, command };
    }
    if (stopped?.why === 'access-lost') {
        const result = { outcome: 'stuck', reason: stopped.error.message, ...common, command };
        return { ...result, error: new access_error/* AccessError */.Z(sentence(result), stopped.error.detail, { cause: stopped.error }) };
    }
    if (state.phase === 'promoted')
        return promoted(inputs, world, ready, { outcome: 'promoted', reason: state.end ?? '', ...common });
    const reason = state.rollback?.reason ?? state.end ?? '';
    const times = timesOf(shifted);
    if (state.phase === 'stuck') {
        // Whoever lost the lock has nothing left to do, in `post` neither.
        if (lock.lostTo !== undefined)
            lock.end();
        return {
            outcome: 'stuck',
            reason: state.end ?? reason,
            ...common,
            ...times,
            ...(lock.lostTo === undefined ? { command } : {}),
        };
    }
    if (world.cancellation.reason !== undefined && reason === world.cancellation.reason) {
        // What takes longer than the runner's patience is left to `post`.
        return { outcome: 'interrupted', reason, ...common, ...times };
    }
    await lock.enter('clean-up', plan);
    await diagnose(inputs, world, story);
    const result = { outcome: 'rolled-back', reason, ...common, ...times };
    await show(world, ready, result);
    if (shifted.raisedAt !== undefined)
        await lock.sleep(inputs.drain);
    if (lock.lostTo === undefined) {
        await cleanUpGreen(world, plan);
        await lock.release();
    }
    return result;
}
async function promoted(inputs, world, ready, result) {
    const { plan, lock, story } = ready;
    await lock.enter('keep-old', plan);
    await diagnose(inputs, world, story);
    await show(world, ready, result);
    const kept = await retireBlue(inputs, world, plan, lock);
    await lock.release();
    return { ...result, reason: `${result.reason}; ${kept}` };
}
/** The verdict is out before the slow rest is done: whoever watches need not wait, and a runner that dies has told it. */
async function show(world, { story, plan }, result) {
    story.result = result;
    world.report.outputs(outputsOf(result, plan));
    await world.report.summary(summaryOf(story));
}
function timesOf({ state, raisedAt, endedAt }) {
    const { rollback } = state;
    if (rollback === null)
        return {};
    return {
        rolledBackAtWeight: rollback.atWeight,
        ...(raisedAt === undefined ? {} : { detectMs: rollback.at - raisedAt }),
        ...(state.phase === 'rolled-back' ? { restoreMs: endedAt - rollback.at } : {}),
    };
}

;// CONCATENATED MODULE: ./build-stage/spec/percent.js

/**
 * `10%` or `0.1%` as 10 or 0.1. At most one decimal: a load balancer's weights are whole numbers up to 999, so tenths
 * of a percent are the finest share that two target groups can have exactly.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_TargetGroupTuple.html
 */
function parsePercent(text) {
    const parts = /^(\d{1,3})(?:\.(\d+))?%$/.exec(text);
    if (parts === null) {
        return kind_wrong('is not a percentage', /^\d{1,3}(\.\d)?$/.test(text) ? `${text}%` : undefined);
    }
    if ((parts[2] ?? '').replace(/0+$/, '').length > 1) {
        return kind_wrong('is finer than a tenth of a percent');
    }
    const value = Number(text.slice(0, -1));
    return value > 100 ? kind_wrong('is more than 100%') : kind_read(value);
}
/** A percentage as a number from 0 to 100. */
function percent_percent(bounds = {}) {
    const { min = 0, max = 100 } = bounds;
    return {
        label: 'percentage',
        accepts: `a percentage from ${min}% to ${max}%, with at most one decimal`,
        absent: undefined,
        read: (given) => {
            const reading = parsePercent(given);
            if (!reading.ok) {
                return reading;
            }
            if (reading.value < min) {
                return kind_wrong('is too small');
            }
            return reading.value > max ? kind_wrong('is too large') : reading;
        },
    };
}

;// CONCATENATED MODULE: ./build-stage/shift/steps.js



const STEPS_ACCEPTS = `steps such as 10%@5m, 50%@10m, 100%@15m: a rising percentage, @, and ${DURATION_ACCEPTS}; the last one 100%`;
/** `10%@5m, 50%@10m, 100%@15m` as data. Steps are separated by commas or line breaks. */
function parseSteps(text) {
    const steps = [];
    for (const [index, given] of text.split(/[,\n]/).entries()) {
        const name = `step ${index + 1}`;
        const parts = given.split('@').map((part) => part.trim());
        const [weightText, bakeText] = parts;
        if (parts.length !== 2 || weightText === undefined || bakeText === undefined) {
            return kind_wrong(`has something else than PERCENT@DURATION as ${name}: ${JSON.stringify(given.trim())}`);
        }
        const weight = parsePercent(weightText);
        if (!weight.ok) {
            return kind_wrong(`has a ${name} whose weight ${JSON.stringify(weightText)} ${weight.wrong}`);
        }
        const bake = parseDuration(bakeText);
        if (!bake.ok) {
            return kind_wrong(`has a ${name} whose time ${JSON.stringify(bakeText)} ${bake.wrong}`);
        }
        const before = steps.at(-1)?.weight ?? 0;
        if (weight.value <= before) {
            return kind_wrong(`does not rise: ${name} is ${weight.value}% after ${before}%`);
        }
        steps.push({ weight: weight.value, bakeMs: bake.value });
    }
    const end = steps.at(-1)?.weight;
    return end === 100 ? kind_read(steps) : kind_wrong(`ends at ${end}%, not at 100%`);
}
/** The text that `parseSteps` reads back as the same plan. */
function formatSteps(steps) {
    return steps.map((step) => `${step.weight}%@${formatDuration(step.bakeMs)}`).join(', ');
}

;// CONCATENATED MODULE: ./build-stage/actions/ecs-blue-green/hold-lock.js



/**
 * The lock as this run holds it: what is written in it, that it is written often enough, and whether it is still ours.
 * Nothing outside may be changed any more once `lostTo` is set.
 */
class HeldLock {
    inputs;
    world;
    startedAt;
    /** Who holds the lock instead, once that was found. */
    lostTo;
    writtenAt;
    stage = 'prepare';
    plan;
    shift = null;
    constructor(inputs, world, startedAt) {
        this.inputs = inputs;
        this.world = world;
        this.startedAt = startedAt;
        this.writtenAt = world.clock.now();
        this.keep('prepare');
    }
    entry(now) {
        const { inputs, world, plan } = this;
        const side = (of) => ({
            service: of.service,
            targetGroupArn: of.targetGroupArn,
        });
        return {
            schema: 1,
            holder: world.run.holder,
            runUrl: world.run.url,
            startedAt: this.startedAt,
            expires: now + leaseMs,
            route: inputs.listenerRuleArn ?? inputs.listenerArn ?? '',
            blue: plan === undefined ? null : side(plan.blue),
            green: plan === undefined ? null : side(plan.green),
            stage: this.stage,
            greenDesiredBefore: plan?.green.desiredBefore ?? 0,
            steps: formatSteps(inputs.steps),
            shift: this.shift,
        };
    }
    /** From now on the run is at this stage: told to `post` and to the journal before anything of it is done. */
    async enter(stage, plan) {
        this.stage = stage;
        this.plan = plan;
        this.keep(stage);
        await this.write();
    }
    /** Writes the state of the shift before a weight is raised. */
    async note(shift) {
        this.shift = shift;
        await this.write();
    }
    /** Writes when it is time, so that nobody takes this run for dead. */
    async beat(shift = this.shift) {
        if (this.world.clock.now() - this.writtenAt < heartbeatMs)
            return;
        this.shift = shift;
        await this.write();
    }
    /** Sleeps and keeps the lock meanwhile; ends early on a cancel or when the lock is lost. */
    async sleep(ms) {
        const { clock, cancellation } = this.world;
        for (const until = clock.now() + ms; clock.now() < until;) {
            if (cancellation.reason !== undefined || this.lostTo !== undefined)
                return;
            await clock.sleep(Math.min(heartbeatMs, until - clock.now()), cancellation.signal);
            await this.beat();
        }
    }
    /** The run has ended by itself: the lock goes back, and `post` has nothing to do. */
    async release() {
        await this.world.journal.release(this.world.run.holder);
        this.end();
    }
    /** `post` has nothing to do, and the lock stays. */
    end() {
        this.keep('ended');
    }
    keep(stage) {
        keepForPost(this.world.report, stage, this.world.run.holder, this.plan);
    }
    async write() {
        if (this.lostTo !== undefined)
            return;
        const now = this.world.clock.now();
        try {
            this.lostTo = (await this.world.journal.update(this.entry(now)))?.lostTo;
            this.writtenAt = now;
        }
        catch (error) {
            // A journal that cannot be written does not stop a shift; it does, by its expiry, end this run's claim to it.
            if (now - this.writtenAt >= leaseMs)
                this.lostTo = 'nobody for certain: the journal could not be written for longer than the lease';
            this.world.report.line(`The journal could not be written: ${error instanceof Error ? error.message : String(error)}`);
        }
    }
}

;// CONCATENATED MODULE: ./build-stage/verdict/alarms.js
const alarmSource = (name) => `alarm ${name}`;
/**
 * What the alarms say while the shift runs. INSUFFICIENT_DATA is not health: an alarm that had data and lost it is
 * unknown. One that never had any was warned about before the start and speaks only when it goes to ALARM.
 *
 * @param silentFromStart names of alarms that had no data before the start
 */
function judgeAlarms(names, alarms, silentFromStart, at) {
    return names.map((name) => {
        const source = alarmSource(name);
        const alarm = alarms.find((candidate) => candidate.name === name);
        if (alarm === undefined)
            return { source, judgement: 'unknown', reason: 'does not exist any more', at };
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
 * @param watched the values that TargetGroup and LoadBalancer dimensions may have, as CloudWatch writes them
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-cloudwatch-metrics.html
 */
function checkAlarms(names, alarms, watched) {
    const refusals = [];
    const warnings = [];
    const silent = new Set();
    for (const name of names) {
        const alarm = alarms.find((candidate) => candidate.name === name);
        if (alarm === undefined) {
            refusals.push(`alarm ${name} does not exist in this account and Region`);
            continue;
        }
        if (alarm.state === 'ALARM')
            refusals.push(`alarm ${name} is in ALARM already: ${alarm.reason}`);
        if (alarm.state === 'INSUFFICIENT_DATA') {
            silent.add(name);
            warnings.push(silence(alarm));
        }
        const wrong = wrongDimension(alarm, watched);
        if (wrong !== undefined)
            refusals.push(wrong);
    }
    // Alarms of both sides are given by whoever has one for each; only when none looks at the new side is there a hole.
    const ofBlue = alarms.filter((alarm) => watchesOnly(watched.blue, alarm));
    if (ofBlue.length > 0 && !alarms.some((alarm) => watches(watched.green, alarm))) {
        for (const { name } of ofBlue) {
            warnings.push(`alarm ${name} watches the old side only (TargetGroup ${watched.blue}): it cannot see the new one`);
        }
    }
    return { refusals, warnings, silent };
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

;// CONCATENATED MODULE: ./build-stage/actions/ecs-blue-green/prepare.js




/**
 * Reads everything and decides what to do. Changes nothing.
 *
 * @throws InputError when what the inputs name does not exist, AccessError when it may not be read
 */
async function prepare(inputs, world) {
    const route = await world.router.read();
    const services = await world.rollout.describe(inputs.services);
    const found = sidesOf(route, services, inputs.targetGroups);
    if ('refusals' in found)
        return { kind: 'refused', reasons: found.refusals };
    const { sides } = found;
    const { blue, green } = sides;
    if (blue.seen.deployments.length > 1) {
        return {
            kind: 'refused',
            sides,
            reasons: [`${blue.service} is live and being deployed to right now: wait until that is done`],
        };
    }
    const live = await world.rollout.taskDefinition(blue.seen.taskDefinitionArn);
    const wanted = await wantedDefinition(inputs, world, live, blue.seen.taskDefinitionArn);
    if (wanted.arn === blue.seen.taskDefinitionArn || runsTheSame(live, wanted.definition)) {
        return { kind: 'unchanged', sides, taskDefinitionArn: blue.seen.taskDefinitionArn };
    }
    const arn = wanted.arn ?? (await alreadyRegistered(world, green.seen.taskDefinitionArn, wanted.definition));
    const alarms = await checked(inputs, world, sides, route);
    if (alarms.refusals.length > 0)
        return { kind: 'refused', sides, reasons: alarms.refusals };
    const tasks = Math.max(1, blue.seen.runningCount);
    const plan = {
        cluster: inputs.cluster,
        region: inputs.region,
        route: route.name,
        blue: { ...side(blue), taskDefinitionArn: blue.seen.taskDefinitionArn, tasks: blue.seen.runningCount },
        green: {
            ...side(green),
            desiredBefore: green.seen.desiredCount,
            taskDefinitionBefore: green.seen.taskDefinitionArn,
        },
        images: imageChanges(live, wanted.definition),
        taskDefinition: arn === undefined ? { register: registrable(wanted.definition) } : { arn },
        attachGreen: sides.greenIsMissing,
        tasks,
        minHealthyTargets: Math.max(1, Math.ceil((tasks * inputs.minHealthy) / 100)),
        steps: inputs.steps,
        alarms: inputs.alarms,
        probe: inputs.probe ?? null,
        keepOldMs: inputs.keepOld,
        drainMs: inputs.drain,
        warnings: alarms.warnings,
    };
    return { kind: 'go', plan, sides, route, silentAlarms: alarms.silent };
}
const side = ({ service, targetGroupArn }) => ({
    service,
    targetGroupArn,
});
/** What is to run: the given definition, or the live one, with the given images. */
async function wantedDefinition(inputs, world, live, liveArn) {
    const given = inputs.taskDefinition;
    const isArn = given?.startsWith('arn:') === true;
    const base = given === undefined ? live : isArn ? await world.rollout.taskDefinition(given) : await fromFile(world, given);
    const replaced = withImages(base, inputs.images);
    if ('missing' in replaced) {
        const where = given ?? liveArn;
        throw new input_error/* InputError */.d(replaced.missing.map((name) => ({
            input: 'images',
            value: name,
            wrong: `names a container that ${where} does not have (it has ${replaced.has.join(', ')})`,
        })));
    }
    const untouched = isArn && runsTheSame(base, replaced.definition);
    return { definition: replaced.definition, arn: untouched ? given : undefined };
}
async function fromFile(world, path) {
    const text = await world.readFile(path);
    const problem = (wrong) => new input_error/* InputError */.d([{ input: 'task-definition', value: path, wrong }]);
    let parsed;
    try {
        parsed = JSON.parse(text);
    }
    catch (error) {
        throw problem(`is not JSON: ${error instanceof Error ? error.message : String(error)}`);
    }
    if (parsed === null || typeof parsed !== 'object' || Array.isArray(parsed))
        throw problem('is not a JSON object');
    const definition = parsed;
    if (typeof definition.family !== 'string')
        throw problem('has no family');
    if (!Array.isArray(definition.containerDefinitions))
        throw problem('has no containerDefinitions');
    return definition;
}
/** A re-run registers nothing twice: what green has already is used when it is the same. */
async function alreadyRegistered(world, greenArn, wanted) {
    const green = await world.rollout.taskDefinition(greenArn);
    return runsTheSame(green, wanted) ? greenArn : undefined;
}
async function checked(inputs, world, sides, route) {
    if (inputs.alarms.length === 0) {
        const warning = 'no alarms are given: only target health, stopped tasks and the probe can find this release bad';
        return { refusals: [], warnings: [warning], silent: new Set() };
    }
    const alarms = await world.alarms.alarms(inputs.alarms);
    return checkAlarms(inputs.alarms, alarms, {
        blue: world.metricDimension(sides.blue.targetGroupArn),
        green: world.metricDimension(sides.green.targetGroupArn),
        loadBalancer: world.metricDimension(route.loadBalancerArn),
    });
}
function imageChanges(live, wanted) {
    return (wanted.containerDefinitions ?? []).flatMap(({ name = '', image = '' }) => {
        const from = live.containerDefinitions?.find((container) => container.name === name)?.image ?? 'none';
        return from === image ? [] : [{ container: name, from, to: image }];
    });
}

;// CONCATENATED MODULE: ./build-stage/verdict/target-health.js
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
    return `${healthyCount(targets)} of ${total} targets healthy${others === '' ? '' : ` (${others})`}`;
}

;// CONCATENATED MODULE: ./build-stage/actions/ecs-blue-green/start-green.js




/** So many tasks of the new version may die while it starts; one more cause of the same kind helps nobody. */
const startFailureLimit = 3;
/** Starts the new version beside the live one and waits until it could take traffic. Moves no traffic. */
async function startGreen(inputs, world, { plan, taskDefinitionArn, lock }, onStopped) {
    const { clock, report, rollout, router, cancellation } = world;
    const { blue, green } = plan;
    if (plan.attachGreen) {
        // A target group that no rule names is not health-checked, so it is put there before its targets come.
        // https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html
        await router.write(weightsFor(0, blue.targetGroupArn, green.targetGroupArn));
    }
    const startedAt = clock.now();
    await rollout.update(green.service, { taskDefinitionArn, desiredCount: plan.tasks });
    report.line(`${green.service}: starting ${plan.tasks} tasks of ${shortName(taskDefinitionArn)}`);
    let told = '';
    for (;;) {
        const [service] = await rollout.describe([green.service]);
        const targets = await world.targets.targets(green.targetGroupArn);
        const stopped = (await rollout.stoppedTasks(green.service, startedAt)).filter((task) => task.taskDefinitionArn === taskDefinitionArn);
        onStopped(stopped);
        const now = clock.now();
        await lock.beat();
        if (lock.lostTo !== undefined)
            return { ready: false, why: 'superseded', reason: `the lock is held by ${lock.lostTo} now` };
        if (cancellation.reason !== undefined)
            return { ready: false, why: 'cancelled', reason: cancellation.reason };
        const seen = stateOf(service, targets, stopped, taskDefinitionArn, plan);
        if (seen.kind !== 'waiting')
            return seen.started;
        if (now - startedAt >= inputs.startTimeout) {
            return { ready: false, why: 'bad', reason: `${green.service} did not become healthy in time: ${seen.words}` };
        }
        if (seen.words !== told)
            report.line(`${green.service}: ${seen.words}`);
        told = seen.words;
        await clock.sleep(Math.min(inputs.pollInterval, 5_000), cancellation.signal);
    }
}
function stateOf(service, targets, stopped, taskDefinitionArn, plan) {
    const primary = service?.deployments.find(({ status }) => status === 'PRIMARY');
    if (service === undefined || primary === undefined)
        return { kind: 'waiting', words: 'no deployment to be seen yet' };
    const failed = (why, reason) => ({
        kind: 'done',
        started: { ready: false, why, reason },
    });
    const name = service.name;
    const dead = stopped.filter(speaksAgainstRelease);
    if (dead.length >= startFailureLimit)
        return failed('bad', `${name}: ${dead.length} tasks stopped while it started: ${causes(dead).join('; ')}`);
    const ours = service.deployments.find((deployment) => deployment.taskDefinitionArn === taskDefinitionArn);
    if (ours?.rollout === 'FAILED')
        return failed('bad', `${name}: the deployment failed: ${ours.rolloutReason}${dead.length > 0 ? ` (${causes(dead).join('; ')})` : ''}`);
    if (primary.taskDefinitionArn !== taskDefinitionArn) {
        // A read right after the update may still show the deployment before it.
        if (ours === undefined && service.taskDefinitionArn !== taskDefinitionArn)
            return { kind: 'waiting', words: 'the new deployment is not to be seen yet' };
        return failed('superseded', `${name}: another deployment (${shortName(primary.taskDefinitionArn)}) has replaced this one`);
    }
    const healthy = healthyCount(targets);
    const words = `${primary.runningCount} of ${plan.tasks} tasks running, ${targetsInWords(targets, plan.minHealthyTargets)}${dead.length > 0 ? `; stopped: ${causes(dead).join('; ')}` : ''}`;
    if (isComplete(primary, service) && healthy >= plan.minHealthyTargets) {
        return { kind: 'done', started: { ready: true, healthyTargets: healthy } };
    }
    return { kind: 'waiting', words };
}
/** The deployment has reached its steady state. Older API answers have no rollout state: then the counts decide. */
function isComplete(primary, service) {
    if (primary.rollout === 'COMPLETED')
        return true;
    return (primary.rollout === 'UNKNOWN' && service.deployments.length === 1 && primary.runningCount >= primary.desiredCount);
}

;// CONCATENATED MODULE: ./build-stage/actions/ecs-blue-green/story.js
function newStory(startedAt, runUrl) {
    return {
        startedAt,
        runUrl,
        plan: undefined,
        result: undefined,
        warnings: [],
        timeline: [],
        steps: [],
        minutes: { blue: [], green: [] },
        stopped: { tasks: [], logs: [] },
    };
}

;// CONCATENATED MODULE: ./build-stage/evidence/alerts.js
/** A pause that ends early when somebody rings. A ring while nobody waits shortens the next pause: none is lost. */
class Alerts {
    clock;
    bell = new AbortController();
    constructor(clock, also) {
        this.clock = clock;
        also.addEventListener('abort', () => this.ring());
    }
    ring() {
        this.bell.abort();
    }
    async wait(ms) {
        await this.clock.sleep(ms, this.bell.signal);
        this.bell = new AbortController();
    }
}

;// CONCATENATED MODULE: ./build-stage/verdict/probe.js
const probeSource = 'probe';
/** Why the answer is not the expected one; undefined when it is. */
function probeFailure(answer, expected) {
    if (answer.failure !== null)
        return answer.failure;
    if (answer.status === null || !expected.accepts(answer.status)) {
        return `answered ${answer.status ?? 'nothing'}, expected ${expected.statuses}`;
    }
    if (expected.bodyText !== undefined && !answer.body.includes(expected.bodyText)) {
        return `the answer does not contain ${JSON.stringify(expected.bodyText)}`;
    }
    return undefined;
}
/** One failed request is a doubt, `limit` in a row are bad. */
function judgeProbe(failuresInARow, lastFailure, ms, limit, at) {
    const source = probeSource;
    if (lastFailure === undefined)
        return { source, judgement: 'healthy', reason: `answered as expected in ${Math.round(ms)} ms`, at };
    const reason = `${lastFailure} (${failuresInARow} in a row)`;
    return { source, judgement: failuresInARow >= limit ? 'unhealthy' : 'unknown', reason, at };
}

;// CONCATENATED MODULE: ./build-stage/verdict/stopped-tasks.js

const stoppedTasksSource = 'stopped tasks';
/** Tasks of green that died since its start. Up to `limit` may: a Spot host goes, a node is patched. */
function judgeStoppedTasks(tasks, limit, at) {
    const source = stoppedTasksSource;
    const fatal = tasks.filter(speaksAgainstRelease);
    if (fatal.length === 0)
        return { source, judgement: 'healthy', reason: 'none', at };
    return { source, judgement: fatal.length >= limit ? 'unhealthy' : 'healthy', reason: causes(fatal).join('; '), at };
}

;// CONCATENATED MODULE: ./build-stage/evidence/sources.js




/** The alarms, all in one call. An alarm in ALARM counts at the first look. */
function alarmEvidence(reader, clock, options) {
    return {
        source: 'alarms',
        everyMs: options.everyMs,
        async look() {
            const alarms = await reader.alarms(options.names);
            return judgeAlarms(options.names, alarms, options.silentFromStart, clock.now());
        },
    };
}
/** The load balancer's own health checks of green. `onSeen` is told what each look saw. */
function targetHealthEvidence(reader, clock, options) {
    const inARow = repeated(options.limit);
    return {
        source: targetHealthSource,
        everyMs: options.everyMs,
        async look() {
            const targets = await reader.targets(options.targetGroupArn);
            options.onSeen(targets);
            return [inARow(judgeTargets(targets, options.needed, clock.now()))];
        },
    };
}
/** Tasks of the new version that died since the start. */
function stoppedTasksEvidence(rollout, clock, options) {
    return {
        source: stoppedTasksSource,
        everyMs: options.everyMs,
        async look() {
            const all = await rollout.stoppedTasks(options.service, options.since);
            const ours = all.filter((task) => task.taskDefinitionArn === options.taskDefinitionArn);
            options.onSeen(ours);
            return [judgeStoppedTasks(ours, options.limit, clock.now())];
        },
    };
}
/** An HTTP request that only the new version answers. */
function probeEvidence(prober, clock, options) {
    let failures = 0;
    return {
        source: probeSource,
        everyMs: options.everyMs,
        async look() {
            const answer = await prober.probe(options.request);
            const failure = probeFailure(answer, options.expected);
            failures = failure === undefined ? 0 : failures + 1;
            return [judgeProbe(failures, failure, answer.ms, options.limit, clock.now())];
        },
    };
}
/** Lets an unhealthy finding count only when it comes `limit` times in a row; until then it is a doubt. */
function repeated(limit) {
    let count = 0;
    return (finding) => {
        count = finding.judgement === 'unhealthy' ? count + 1 : 0;
        if (count === 0 || count >= limit)
            return finding;
        return { ...finding, judgement: 'unknown', reason: `${finding.reason} (look ${count} of ${limit})` };
    };
}

;// CONCATENATED MODULE: ./build-stage/verdict/verdict.js
/** The verdict of all findings together at `now`; `required` names the sources that must have spoken, and how lately. */
function verdictOf(findings, required, now) {
    const bad = findings.filter((finding) => finding.judgement === 'unhealthy');
    if (bad.length > 0)
        return { judgement: 'unhealthy', reason: reasons(bad), findings };
    const silent = required.flatMap(({ source, freshMs }) => {
        const heard = findings.find((finding) => finding.source === source);
        if (heard === undefined)
            return [`${source}: not seen yet`];
        if (now - heard.at > freshMs)
            return [`${source}: not seen for ${Math.round((now - heard.at) / 1000)} s`];
        return [];
    });
    const unknown = findings.filter((finding) => finding.judgement === 'unknown').map(say);
    const doubts = [...unknown, ...silent];
    if (doubts.length > 0)
        return { judgement: 'unknown', reason: doubts.join('; '), findings };
    if (findings.length === 0)
        return { judgement: 'unknown', reason: 'nothing has been observed', findings };
    return { judgement: 'healthy', reason: reasons(findings), findings };
}
const say = (finding) => `${finding.source}: ${finding.reason}`;
const reasons = (findings) => findings.map(say).join('; ');

;// CONCATENATED MODULE: ./build-stage/evidence/watch.js


/**
 * Keeps looking at every source at its own pace, and remembers what each said last. A look that fails is not a finding:
 * the last one grows old until the verdict takes it for unknown, and why the look failed is told then.
 */
class Watch {
    sources;
    clock;
    onTrouble;
    found = new Map();
    failures = new Map();
    stopping = new AbortController();
    loops = [];
    /** Set when the credentials do not suffice (any more): there is nothing left to look with. */
    accessError;
    constructor(sources, clock, 
    /** Called at each unhealthy finding, so that whoever waits need not wait on. */
    onTrouble) {
        this.sources = sources;
        this.clock = clock;
        this.onTrouble = onTrouble;
    }
    start() {
        for (const source of this.sources)
            this.loops.push(this.keepLooking(source));
    }
    async stop() {
        this.stopping.abort();
        await Promise.allSettled(this.loops);
    }
    /** Looks at every source once, now. */
    async lookAtAll() {
        await Promise.all(this.sources.map((source) => this.look(source)));
    }
    verdict() {
        const findings = this.sources.flatMap((source) => {
            const failure = this.failures.get(source);
            const last = this.found.get(source) ?? [];
            if (failure === undefined || last.length > 0)
                return last;
            return [{ source: source.source, judgement: 'unknown', reason: failure, at: this.clock.now() }];
        });
        const verdict = verdictOf(findings, this.required(), this.clock.now());
        const failures = [...this.failures].map(([source, failure]) => `${source.source} could not be read: ${failure}`);
        if (verdict.judgement !== 'unknown' || failures.length === 0)
            return verdict;
        return { ...verdict, reason: [verdict.reason, ...failures].join('; ') };
    }
    /** Each source must have spoken within three of its looks (and the time a call may take). */
    required() {
        return this.sources.flatMap((source) => {
            const freshMs = source.everyMs * 3 + 10_000;
            const names = (this.found.get(source) ?? []).map((finding) => finding.source);
            return (names.length > 0 ? names : [source.source]).map((name) => ({ source: name, freshMs }));
        });
    }
    async keepLooking(source) {
        while (!this.stopping.signal.aborted) {
            await this.look(source);
            await this.clock.sleep(source.everyMs, this.stopping.signal);
        }
    }
    async look(source) {
        try {
            const findings = await source.look();
            this.found.set(source, findings);
            this.failures.delete(source);
            if (findings.some((finding) => finding.judgement === 'unhealthy'))
                this.onTrouble();
        }
        catch (error) {
            if (error instanceof access_error/* AccessError */.Z && error.detail.kind !== 'denied')
                this.accessError = error;
            this.failures.set(source, error instanceof Error ? error.message : String(error));
        }
    }
}

;// CONCATENATED MODULE: ./build-stage/spec/http-status.js

/** `200`, `200-299` or `200,204,301-302`: the way a target group's matcher is written. */
function httpStatuses() {
    return {
        label: 'status codes',
        accepts: 'HTTP status codes such as 200, 200-299 or 200,204,301-302',
        absent: undefined,
        read: (given) => {
            const ranges = [];
            for (const item of given.split(',').map((part) => part.trim())) {
                const parts = /^(\d{3})(?:-(\d{3}))?$/.exec(item);
                if (parts === null) {
                    return kind_wrong(`has something else than a status code in it: ${JSON.stringify(item)}`);
                }
                const from = Number(parts[1]);
                const to = Number(parts[2] ?? parts[1]);
                if (from < 100 || to > 599) {
                    return kind_wrong(`has a status code outside 100 to 599: ${item}`);
                }
                if (to < from) {
                    return kind_wrong(`has a range that ends before it begins: ${item}`);
                }
                ranges.push({ from, to });
            }
            return kind_read(ranges);
        },
    };
}
const statusIsIn = (ranges, status) => ranges.some((range) => range.from <= status && status <= range.to);

;// CONCATENATED MODULE: ./build-stage/actions/ecs-blue-green/watch-green.js








/** Failed probes in a row that are bad; fewer are a doubt. */
const probeLimit = 3;
/** Watches green from all sides, asks each once before green gets traffic, then shifts. */
async function watchAndShift(inputs, world, ready) {
    const { plan, story, lock } = ready;
    let healthyTargets;
    const sources = await sourcesOf(inputs, world, ready, (count) => {
        healthyTargets = count;
    });
    const alerts = new Alerts(world.clock, world.cancellation.signal);
    const watch = new Watch(sources, world.clock, () => alerts.ring());
    await watch.lookAtAll();
    watch.start();
    try {
        return await shiftTraffic({
            world,
            plan,
            story,
            watch,
            alerts,
            lock,
            shiftPlan: shiftPlanOf(inputs, plan, ready.deadline),
            pollMs: inputs.pollInterval,
            onCancel: inputs.onCancel,
            healthyTargets: () => healthyTargets,
            showStory: () => world.report.summary(summaryOf(story)),
        });
    }
    finally {
        await watch.stop();
    }
}
async function sourcesOf(inputs, world, { plan, story, silentAlarms, taskDefinitionArn, startedAt }, onHealthy) {
    const { clock } = world;
    const everyMs = inputs.pollInterval;
    const targets = targetHealthEvidence(world.targets, clock, {
        targetGroupArn: plan.green.targetGroupArn,
        needed: plan.minHealthyTargets,
        limit: inputs.unhealthyLimit,
        everyMs,
        onSeen: (seen) => onHealthy(healthyCount(seen)),
    });
    const stopped = stoppedTasksEvidence(world.rollout, clock, {
        service: plan.green.service,
        taskDefinitionArn,
        since: startedAt,
        limit: startFailureLimit,
        everyMs,
        onSeen: (tasks) => {
            story.stopped = { ...story.stopped, tasks };
        },
    });
    const alarms = alarmEvidence(world.alarms, clock, { names: inputs.alarms, silentFromStart: silentAlarms, everyMs });
    return [
        ...(inputs.alarms.length > 0 ? [alarms] : []),
        targets,
        stopped,
        ...(inputs.probe === undefined ? [] : [await watch_green_probeSource(inputs, world, inputs.probe)]),
    ];
}
async function watch_green_probeSource(inputs, world, target) {
    const url = target.startsWith('/') ? `${await world.listenerUrl(await world.router.read())}${target}` : target;
    const ranges = inputs.probeStatus;
    return probeEvidence(world.prober, world.clock, {
        request: { url, headers: inputs.probeHeaders, timeoutMs: inputs.probeTimeout },
        expected: {
            accepts: (status) => statusIsIn(ranges, status),
            statuses: ranges.map(({ from, to }) => (from === to ? `${from}` : `${from}-${to}`)).join(','),
            bodyText: inputs.probeBody,
        },
        limit: probeLimit,
        everyMs: inputs.pollInterval,
    });
}
function shiftPlanOf(inputs, plan, deadline) {
    return {
        steps: plan.steps,
        minHealthyTargets: plan.minHealthyTargets,
        // Each source counts its own bad looks before it calls them bad.
        unhealthyLimit: 1,
        unknownLimitMs: inputs.unknownLimit,
        settleMs: inputs.settle,
        rewriteMs: 10_000,
        applyLimitMs: 120_000,
        maxGapMs: Math.max(15_000, 3 * inputs.pollInterval),
        deadline,
        onDrift: inputs.onDrift,
    };
}

;// CONCATENATED MODULE: ./build-stage/actions/ecs-blue-green/run.js














/** The whole deed. Never rejects: whatever happens is a result, outputs are set and the summary is written. */
async function run(inputs, world) {
    const story = newStory(world.clock.now(), world.run.url);
    const result = await attempt(inputs, world, story).catch((error) => faulted(world, story, error));
    story.result = result;
    world.report.outputs(outputsOf(result, story.plan));
    world.report.line('');
    world.report.line(sentence(result));
    await world.report.summary(summaryOf(story));
    return result;
}
/** Something that is no verdict on the release: access, inputs, a fault of ours. */
async function faulted(world, story, error) {
    const isRefusal = story.plan === undefined && (error instanceof input_error/* InputError */.d || error instanceof access_error/* AccessError */.Z);
    // Without a plan nothing was changed but the lock, and that goes back too; otherwise `post` finishes.
    if (story.plan === undefined)
        await world.journal.release(world.run.holder).catch(() => { });
    const outcome = isRefusal ? 'refused' : 'interrupted';
    return { outcome, reason: messageOf(error), error, ...(await weightsNow(world, story.plan)) };
}
async function attempt(inputs, world, story) {
    if (inputs.dryRun)
        return dryRun(inputs, world, story);
    const deadline = story.startedAt + inputs.timeout;
    const lock = new HeldLock(inputs, world, story.startedAt);
    const locked = await takeLock(inputs, world, (now) => lock.entry(now), deadline);
    if (!locked.taken) {
        lock.end();
        return { outcome: 'refused', reason: locked.reason };
    }
    if (locked.leftBy !== undefined)
        await settleLeftover(world, locked.leftBy);
    const prepared = await prepare(inputs, world);
    if (prepared.kind !== 'go') {
        await lock.release();
        return noShift(prepared);
    }
    const { plan } = prepared;
    await showPlan(world, story, plan);
    if (world.cancellation.reason !== undefined) {
        const reason = `${world.cancellation.reason}; nothing was changed yet`;
        return { outcome: 'interrupted', reason, ...(await weightsNow(world, plan)) };
    }
    await lock.enter('start', plan);
    if (lock.lostTo !== undefined)
        return { outcome: 'refused', reason: `the lock was lost to ${lock.lostTo}` };
    const { taskDefinition } = plan;
    const taskDefinitionArn = 'arn' in taskDefinition ? taskDefinition.arn : await world.rollout.register(taskDefinition.register);
    const startedAt = world.clock.now();
    const started = await startGreen(inputs, world, { plan, taskDefinitionArn, lock }, (tasks) => {
        story.stopped = { ...story.stopped, tasks };
    });
    if (!started.ready)
        return neverReady(inputs, world, story, { plan, lock, taskDefinitionArn, startedAt, started });
    const ready = `${plan.green.service} is ready: ${started.healthyTargets} healthy targets`;
    story.timeline.push({ at: world.clock.now(), greenPercent: 0, what: ready });
    await lock.enter('shift', plan);
    const shift = { plan, lock, story, silentAlarms: prepared.silentAlarms, taskDefinitionArn, startedAt, deadline };
    return conclude(inputs, world, shift, await watchAndShift(inputs, world, shift));
}
async function dryRun(inputs, world, story) {
    const prepared = await prepare(inputs, world);
    if (prepared.kind !== 'go')
        return noShift(prepared);
    await showPlan(world, story, prepared.plan);
    return { outcome: 'unchanged', reason: 'dry run: nothing was changed', ...(await weightsNow(world, prepared.plan)) };
}
function noShift(prepared) {
    if (prepared.kind === 'refused')
        return { outcome: 'refused', reason: prepared.reasons.join('; ') };
    const { blue, green } = prepared.sides;
    return {
        outcome: 'unchanged',
        reason: `${blue.service} runs this version already`,
        activeService: blue.service,
        weights: { [blue.service]: 100, [green.service]: 0 },
        taskDefinitionArn: prepared.taskDefinitionArn,
    };
}
async function showPlan(world, story, plan) {
    story.plan = plan;
    story.warnings.push(...plan.warnings);
    world.report.line('Plan');
    for (const [i, line] of planLines(plan).entries())
        world.report.line(`  ${i + 1}. ${line}`);
    for (const warning of plan.warnings)
        world.report.warn(warning);
    world.report.line('');
    await world.report.summary(summaryOf(story));
}
/** Green could not be started, or need not be any more: it never had traffic, and goes back to what it was. */
async function neverReady(inputs, world, story, tried) {
    const { plan, lock, taskDefinitionArn, started } = tried;
    const detectMs = world.clock.now() - tried.startedAt;
    const common = { taskDefinitionArn, rolledBackAtWeight: 0, ...(await weightsNow(world, plan)) };
    // After a cancel there are seconds left: `post` puts green back.
    if (started.why === 'cancelled')
        return { outcome: 'interrupted', reason: started.reason, ...common };
    await diagnose(inputs, world, story);
    if (started.why === 'superseded') {
        await lock.release();
        return { outcome: 'interrupted', reason: started.reason, ...common };
    }
    await cleanUpGreen(world, plan);
    await lock.release();
    return {
        outcome: 'rolled-back',
        reason: `${started.reason}. It never had traffic`,
        ...common,
        detectMs,
        restoreMs: 0,
    };
}

;// CONCATENATED MODULE: ./build-stage/spec/arn.js

/**
 * The resources whose ARNs inputs take. Patterns of the resource part are from the service authorization reference.
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_awselasticloadbalancingv2.html
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonelasticcontainerservice.html
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsidentityandaccessmanagementiam.html
 */
const RESOURCES = {
    'listener rule': {
        service: 'elasticloadbalancing',
        resource: /^listener-rule\/app\/[^/]+\/[^/]+\/[^/]+\/[^/]+$/,
        example: 'arn:aws:elasticloadbalancing:eu-central-1:123456789012:listener-rule/app/shop/50dc6c495c0c9188/f2f7dc8efc522ab2/9683b2d02a6cabee',
    },
    listener: {
        service: 'elasticloadbalancing',
        resource: /^listener\/app\/[^/]+\/[^/]+\/[^/]+$/,
        example: 'arn:aws:elasticloadbalancing:eu-central-1:123456789012:listener/app/shop/50dc6c495c0c9188/f2f7dc8efc522ab2',
    },
    'target group': {
        service: 'elasticloadbalancing',
        resource: /^targetgroup\/[^/]+\/[^/]+$/,
        example: 'arn:aws:elasticloadbalancing:eu-central-1:123456789012:targetgroup/shop-blue/6d0ecf831eec9f09',
    },
    'task definition': {
        service: 'ecs',
        resource: /^task-definition\/[A-Za-z0-9_-]{1,255}:\d+$/,
        example: 'arn:aws:ecs:eu-central-1:123456789012:task-definition/shop:17',
    },
    role: {
        service: 'iam',
        resource: /^role\/[\w+=,.@/-]+$/,
        example: 'arn:aws:iam::123456789012:role/deploy',
    },
};
/** Which resource the ARN is of, or nothing when it is none of those that inputs take. */
function resourceOfArn(given) {
    const names = Object.keys(RESOURCES);
    return names.find((name) => parseArn(given, name).ok);
}
/** Reads the ARN of one kind of resource, in any partition (`aws`, `aws-cn`, `aws-us-gov`). */
function parseArn(given, of) {
    const { service, resource } = RESOURCES[of];
    const parts = /^arn:(aws[a-z-]*):([a-z0-9-]+):([a-z0-9-]*):(\d{12}|):(.+)$/.exec(given);
    if (parts === null) {
        return kind_wrong('is not an ARN');
    }
    if (parts[2] === service && resource.test(parts[5] ?? '')) {
        return kind_read(given);
    }
    const other = Object.keys(RESOURCES).find((name) => name !== of && parseArnIs(parts, name));
    return kind_wrong(other === undefined ? `is not the ARN of a ${of}` : `is the ARN of a ${other}, not of a ${of}`);
}
function parseArnIs(parts, of) {
    return parts[2] === RESOURCES[of].service && RESOURCES[of].resource.test(parts[5] ?? '');
}
/** The ARN of one kind of resource. */
function arn(of) {
    return {
        label: 'ARN',
        accepts: `the ARN of a ${of}, such as ${RESOURCES[of].example}`,
        absent: undefined,
        read: (given) => parseArn(given, of),
    };
}

;// CONCATENATED MODULE: ./build-stage/spec/lists.js

const linesOf = (given) => given
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
function readItem(kind, item, place) {
    const reading = kind.read(item);
    if (reading.ok) {
        return reading;
    }
    return kind_wrong(`has a ${place} ${JSON.stringify(item)} that ${reading.wrong} (expected: ${kind.accepts})`, reading.suggestion);
}
function lines(rule = {}) {
    const count = rule.exactly === undefined ? 'one' : `exactly ${rule.exactly} lines, one`;
    const most = rule.max === undefined ? '' : `, at most ${rule.max}`;
    return {
        label: 'lines',
        accepts: `${count} ${rule.of ?? 'item'} per line${most}`,
        absent: rule.exactly === undefined ? [] : undefined,
        read: (given) => {
            const items = linesOf(given);
            const twice = items.find((item, index) => items.indexOf(item) !== index);
            if (twice !== undefined) {
                return kind_wrong(`names ${JSON.stringify(twice)} twice`);
            }
            if (rule.exactly !== undefined && items.length !== rule.exactly) {
                const plural = items.length === 1 ? 'line' : 'lines';
                const comma = items.length === 1 && items[0]?.includes(',') ? '; a comma does not separate lines' : '';
                return kind_wrong(`has ${items.length} ${plural} instead of ${rule.exactly}${comma}`);
            }
            if (rule.max !== undefined && items.length > rule.max) {
                return kind_wrong(`has ${items.length} lines, more than ${rule.max}`);
            }
            for (const [index, item] of items.entries()) {
                const reading = rule.item === undefined ? kind_read(item) : readItem(rule.item, item, `line ${index + 1}`);
                if (!reading.ok) {
                    return reading;
                }
            }
            return kind_read(items);
        },
    };
}
function pairs(rule) {
    return {
        label: rule.label,
        accepts: rule.accepts,
        absent: {},
        read: (given) => {
            // A null prototype, so that a key such as `__proto__` is only a key.
            const entries = Object.create(null);
            const seen = new Set();
            for (const [index, line] of linesOf(given).entries()) {
                const at = line.indexOf(rule.separator);
                if (at === -1) {
                    return kind_wrong(`has a line ${index + 1} without ${rule.separator}: ${JSON.stringify(line)}`);
                }
                const key = line.slice(0, at).trim();
                const value = line.slice(at + 1).trim();
                if (key === '' || value === '') {
                    return kind_wrong(`has a line ${index + 1} without a ${key === '' ? 'name' : 'value'}: ${JSON.stringify(line)}`);
                }
                const keyReading = rule.key === undefined ? kind_read(key) : readItem(rule.key, key, `name on line ${index + 1},`);
                if (!keyReading.ok) {
                    return keyReading;
                }
                if (seen.has(rule.sameKey(key))) {
                    return kind_wrong(`names ${JSON.stringify(key)} twice`);
                }
                const reading = rule.value === undefined ? kind_read(value) : readItem(rule.value, value, `value of ${key},`);
                if (!reading.ok) {
                    return reading;
                }
                seen.add(rule.sameKey(key));
                entries[key] = value;
            }
            return kind_read(entries);
        },
    };
}
/** `key=value` per line, split at the first `=`, so that a value may contain more of them. */
function map(rule = {}) {
    const { example = 'key=value', ...kinds } = rule;
    return pairs({
        ...kinds,
        label: 'map',
        accepts: `one ${example} per line`,
        separator: '=',
        sameKey: (key) => key,
    });
}
/** HTTP headers, `Name: value` per line. https://www.rfc-editor.org/rfc/rfc9110#section-5.1 */
function headers() {
    return pairs({
        label: 'headers',
        accepts: 'one header per line, for example X-Sluice-Test: green',
        separator: ':',
        key: {
            label: 'header name',
            accepts: 'a header name such as X-Sluice-Test',
            absent: undefined,
            read: (given) => /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/.test(given) ? kind_read(given) : kind_wrong('is not the name of an HTTP header'),
        },
        sameKey: (key) => key.toLowerCase(),
    });
}

;// CONCATENATED MODULE: ./build-stage/spec/scalars.js


/** Any text; with `pattern`, a text that matches as a whole. `accepts` says in words what the pattern means. */
function scalars_text(rule) {
    return {
        label: 'text',
        accepts: rule?.accepts ?? 'any text',
        absent: undefined,
        read: (given) => rule === undefined || rule.pattern.test(given) ? kind_read(given) : kind_wrong('does not have the shape of one'),
    };
}
/** One of a few words. */
function oneOf(...words) {
    return {
        label: words.map((word) => `\`${word}\``).join(' or '),
        accepts: words.join(' or '),
        absent: undefined,
        values: words,
        read: (given) => {
            const word = words.find((candidate) => candidate === given);
            return word === undefined ? kind_wrong('is not one of the words', (0,nearest/* nearest */.p)(given, words)) : kind_read(word);
        },
    };
}
/**
 * True or false as YAML 1.2's core schema has it, and as `getBooleanInput` of @actions/core reads it. `yes`, `on` and
 * `1` are refused: reading them as false would be a silent repair.
 * https://yaml.org/spec/1.2.2/#1032-tag-resolution
 */
function flag() {
    return {
        label: 'true or false',
        accepts: 'true or false',
        absent: undefined,
        workflowType: 'boolean',
        values: ['true', 'false'],
        read: (given) => {
            if (/^(true|True|TRUE)$/.test(given)) {
                return kind_read(true);
            }
            if (/^(false|False|FALSE)$/.test(given)) {
                return kind_read(false);
            }
            const meant = /^(yes|y|on|1)$/i.test(given) ? 'true' : /^(no|n|off|0)$/i.test(given) ? 'false' : undefined;
            return kind_wrong('is neither true nor false', meant ?? (0,nearest/* nearest */.p)(given, ['true', 'false']));
        },
    };
}
/** A whole number within bounds, both included. */
function integer(bounds) {
    return {
        label: 'whole number',
        accepts: `a whole number from ${bounds.min} to ${bounds.max}`,
        absent: undefined,
        workflowType: 'number',
        read: (given) => {
            if (!/^[+-]?\d{1,15}$/.test(given)) {
                return kind_wrong('is not a whole number');
            }
            const value = Number(given);
            if (value < bounds.min) {
                return kind_wrong('is too small');
            }
            return value > bounds.max ? kind_wrong('is too large') : kind_read(value);
        },
    };
}
/** JSON of any shape. */
function json() {
    return {
        label: 'JSON',
        accepts: 'JSON, for example {"key": "value"}',
        absent: undefined,
        read: (given) => {
            try {
                return read(JSON.parse(given));
            }
            catch (error) {
                return wrong(`is not JSON: ${error.message}`);
            }
        },
    };
}
/** What is wrong with an absolute http or https address, or nothing. */
function problemOfUrl(given) {
    if (!URL.canParse(given)) {
        return 'is not an absolute URL';
    }
    const { protocol, username, password } = new URL(given);
    if (protocol !== 'http:' && protocol !== 'https:') {
        return 'is not an http or https URL';
    }
    return username !== '' || password !== '' ? 'carries a user name or password, which would end in logs' : undefined;
}
/** An absolute http or https URL, as it was written. */
function url() {
    return {
        label: 'URL',
        accepts: 'an absolute URL such as https://example.com/health',
        absent: undefined,
        read: (given) => {
            const problem = problemOfUrl(given);
            return problem === undefined ? read(given) : wrong(problem);
        },
    };
}
/** A path that begins with `/`, or an absolute URL. */
function pathOrUrl() {
    return {
        label: 'URL or path',
        accepts: 'a path such as /health, or an absolute URL such as https://example.com/health',
        absent: undefined,
        read: (given) => {
            if (/\s/.test(given)) {
                return kind_wrong('contains a space or a line break');
            }
            if (given.startsWith('/') && !given.startsWith('//')) {
                return kind_read(given);
            }
            const problem = problemOfUrl(given);
            return problem === undefined ? kind_read(given) : kind_wrong(`${problem} and does not begin with one /`);
        },
    };
}

;// CONCATENATED MODULE: ./build-stage/spec/steps.js

/** The plan of a traffic shift. */
function steps_steps() {
    return { label: 'steps', accepts: STEPS_ACCEPTS, absent: undefined, read: parseSteps };
}

;// CONCATENATED MODULE: ./build-stage/spec/kinds.js
/** The kinds of input, under one name: `kinds.duration()`. */








;// CONCATENATED MODULE: ./build-stage/spec/rules.js
const listed = (names, word) => names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} ${word} ${names.at(-1)}`;
/** Exactly one of the inputs is given. */
function exactlyOneOf(...inputs) {
    return {
        inputs,
        description: `Exactly one of ${listed(inputs, 'and')} is given.`,
        problem: ({ has }) => {
            const given = inputs.filter(has);
            if (given.length === 1) {
                return undefined;
            }
            return given.length === 0
                ? { input: inputs[0], wrong: `is missing: give exactly one of ${listed(inputs, 'and')}` }
                : { input: given[1] ?? inputs[1], wrong: `contradicts ${given[0]}: give only one of the two` };
        },
    };
}
/** At least one of the inputs is given. */
function atLeastOneOf(...inputs) {
    return {
        inputs,
        description: `At least one of ${listed(inputs, 'and')} is given.`,
        problem: ({ has }) => inputs.some(has) ? undefined : { input: inputs[0], wrong: `is missing: give ${listed(inputs, 'or')}, or both` },
    };
}
/** The input makes sense only beside another one. */
function needs(input, other) {
    return {
        inputs: [input, other],
        description: `${input} is given only together with ${other}.`,
        problem: ({ has }) => has(input) && !has(other)
            ? { input, wrong: `has no effect without ${other}: give ${other} as well, or take ${input} out` }
            : undefined,
    };
}
/** The inputs are given all together or not at all. */
function together(...inputs) {
    return {
        inputs,
        description: `${listed(inputs, 'and')} are given together or not at all.`,
        problem: ({ has }) => {
            const missing = inputs.filter((input) => !has(input));
            const given = inputs.filter(has);
            return missing.length === 0 || given.length === 0
                ? undefined
                : { input: missing[0] ?? inputs[0], wrong: `is missing beside ${listed(given, 'and')}: give both, or neither` };
        },
    };
}
/** Any other condition. `check` answers what is wrong with the first of the inputs, or nothing. */
function rule(inputs, description, check) {
    return {
        inputs,
        description,
        problem: ({ values, has }) => {
            const wrong = check(values, has);
            return wrong === undefined ? undefined : { input: inputs[0], wrong };
        },
    };
}

;// CONCATENATED MODULE: ./build-stage/actions/ecs-blue-green/spec.js





const bakesMs = (steps) => steps.reduce((sum, step) => sum + step.bakeMs, 0);
const spec = defineAction({
    name: 'ecs-blue-green',
    title: 'Sluice: ECS blue/green',
    description: 'Shifts traffic between two ECS services step by step, watches the new version at each step, and puts the traffic back by itself when it turns out bad.',
    branding: { icon: 'git-merge', color: 'blue' },
    post: true,
    inputs: {
        cluster: {
            kind: scalars_text({
                pattern: /^(arn:aws[a-z-]*:ecs:[a-z0-9-]+:\d{12}:cluster\/)?[A-Za-z0-9_-]{1,255}$/,
                accepts: 'the name or the ARN of an ECS cluster',
            }),
            required: true,
            description: 'Name or ARN of the ECS cluster that both services run in.',
        },
        services: {
            kind: lines({ exactly: 2, of: 'service name', item: serviceName() }),
            required: true,
            description: 'The two ECS services, one name per line. Which one is live is read from the weights of the listener, so their order does not matter.',
        },
        'listener-rule-arn': {
            kind: arn('listener rule'),
            description: 'ARN of the listener rule that forwards to the two target groups by weight. Give this or `listener-arn`.',
        },
        'listener-arn': {
            kind: arn('listener'),
            description: 'ARN of the listener, when it is its default action that forwards to the two target groups. Give this or `listener-rule-arn`.',
        },
        'target-groups': {
            kind: map({ key: serviceName(), value: arn('target group'), example: 'service=target-group-arn' }),
            description: 'The target group of each service, `service=arn` per line. Needed only when a service has more than one; otherwise it is found from the service.',
        },
        images: {
            kind: map({ key: containerName(), value: imageByDigest(), example: 'container=image@sha256:…' }),
            description: 'The new image of each container, `container=image@sha256:…` per line. It is put into the task definition that is live now, or into `task-definition` when that is given. By digest, because a tag may name another image by the time a task starts.',
        },
        'task-definition': {
            kind: taskDefinition(),
            description: 'The task definition to deploy: the path of a JSON file in the workspace, which is registered, or the ARN of one that is registered already.',
        },
        steps: {
            kind: steps_steps(),
            preset: '10%@5m, 50%@10m, 100%@15m',
            description: 'How the traffic moves: the share of the new version and how long it must stay healthy at that share before the next step, counted from when the load balancer has taken the weight over.',
        },
        alarms: {
            kind: lines({ of: 'alarm name', max: 100 }),
            description: 'CloudWatch alarms that speak for the new version, one name per line, metric and composite alarms alike. One that goes to ALARM rolls back. One that is missing, without data, or in ALARM before the start refuses the deployment.',
        },
        probe: {
            kind: pathOrUrl(),
            description: 'What to ask the new version over HTTP, before it gets traffic and all the time after: a URL that only the new version answers (a test listener), or a path, which is asked of the load balancer with `probe-headers`, so that a test rule leads it to the new version.',
        },
        'probe-headers': {
            kind: headers(),
            description: 'Headers sent with the probe, `Name: value` per line, for example the one that the test rule looks at.',
        },
        'probe-status': {
            kind: httpStatuses(),
            preset: '200',
            description: 'The status codes that the probe takes for healthy, such as `200`, `200-299` or `200,204`.',
        },
        'probe-body': {
            kind: scalars_text(),
            description: 'A text that the answer to the probe must contain.',
        },
        'probe-timeout': {
            kind: duration({ minMs: 100, maxMs: 60_000 }),
            preset: '5s',
            description: 'How long one probe may take.',
        },
        'poll-interval': {
            kind: duration({ minMs: 100, maxMs: 300_000 }),
            preset: '5s',
            description: 'How often alarms, target health, stopped tasks and the probe are looked at.',
        },
        'min-healthy': {
            kind: percent_percent({ min: 1 }),
            preset: '100%',
            description: 'How many targets of the new version must be healthy before its share is raised, as a share of the tasks that the live version runs.',
        },
        'unhealthy-limit': {
            kind: integer({ min: 1, max: 1000 }),
            preset: '2',
            description: 'So many looks in a row must find the new version unhealthy before it is rolled back. An alarm in ALARM rolls back at the first look.',
        },
        'unknown-limit': {
            kind: duration({ minMs: 1000, maxMs: 3_600_000 }),
            preset: '1m',
            description: 'How long the evidence may stay away (calls that fail, alarms that lose their data) before the new version is rolled back. No evidence is never taken for health.',
        },
        'on-drift': {
            kind: oneOf('rollback', 'hold'),
            preset: 'rollback',
            description: 'What to do when the weights are changed by somebody else during the shift: `rollback` gives all traffic to the old version, `hold` raises nothing, keeps watching, and ends when `timeout` is up.',
        },
        settle: {
            kind: duration({ maxMs: 3_600_000 }),
            preset: '30s',
            description: 'How long after a new weight has been observed good evidence does not count yet, because requests and metrics still belong to the old one. Bad evidence counts at once.',
        },
        drain: {
            kind: duration({ maxMs: 3_600_000 }),
            preset: '2m',
            description: 'How long a side keeps its tasks after it has stopped receiving new requests, at the least. A load balancer applies a new weight over seconds, not at once.',
        },
        'keep-old': {
            kind: durationOr('forever', { maxMs: 86_400_000 }),
            preset: '10m',
            description: 'How long the old version stays at full size after all traffic has moved, so that going back is one call; then it is scaled to 0. `forever` leaves it running.',
        },
        'start-timeout': {
            kind: duration({ minMs: 1000, maxMs: 21_600_000 }),
            preset: '15m',
            description: 'How long the new version may take until its tasks run and its targets are healthy. After that it is stopped, and it never had traffic.',
        },
        timeout: {
            kind: duration({ minMs: 1000, maxMs: 432_000_000 }),
            preset: '2h',
            description: 'How long everything may take. When it is up while traffic is shifting, the traffic is put back.',
        },
        'when-locked': {
            kind: oneOf('fail', 'wait'),
            preset: 'fail',
            description: 'What to do while another run deploys to these services: `fail` at once, or `wait` until it is done (within `timeout`).',
        },
        'on-cancel': {
            kind: oneOf('rollback', 'leave'),
            preset: 'rollback',
            description: 'What to do when the workflow is cancelled: `rollback` puts the traffic back, `leave` keeps the weights as they are and says so.',
        },
        'lock-name': {
            kind: scalars_text({
                pattern: /^\/(?!aws|ssm)[A-Za-z0-9_.-]+(\/[A-Za-z0-9_.-]+){0,13}$/i,
                accepts: 'the name of an SSM parameter such as /sluice/shop, which does not begin with /aws or /ssm',
            }),
            description: 'The SSM parameter that is the lock and the journal. By default it is named after the cluster and the services.',
        },
        'log-lines': {
            kind: integer({ min: 0, max: 1000 }),
            preset: '20',
            description: 'How many of the last log lines of a task that stopped are put into the job summary.',
        },
        'dry-run': {
            kind: flag(),
            preset: 'false',
            description: 'Read everything, change nothing, and print the plan step by step.',
        },
        region: {
            kind: scalars_text({ pattern: /^[a-z]{2,4}(-[a-z]+)+-\d{1,2}$/, accepts: 'an AWS Region such as eu-central-1' }),
            required: true,
            environment: ['AWS_REGION', 'AWS_DEFAULT_REGION'],
            description: 'AWS Region. By default the one in `AWS_REGION`, which `aws-actions/configure-aws-credentials` sets.',
        },
    },
    rules: [
        exactlyOneOf('listener-rule-arn', 'listener-arn'),
        atLeastOneOf('images', 'task-definition'),
        needs('probe-headers', 'probe'),
        needs('probe-body', 'probe'),
        rule(['probe', 'probe-headers'], 'A `probe` that is a path is given together with `probe-headers`.', ({ probe }, has) => probe?.startsWith('/') && !has('probe-headers')
            ? 'is a path, and without a header for a test rule it would reach the live version: give probe-headers, or a URL that only the new version answers'
            : undefined),
        rule(['target-groups', 'services'], '`target-groups` names only services that are in `services`.', (values) => {
            const stranger = Object.keys(values.targetGroups).find((name) => !values.services.includes(name));
            if (stranger !== undefined) {
                return `names ${stranger}, which is not one of the services (${values.services.join(', ')})`;
            }
            const arns = Object.values(values.targetGroups);
            return new Set(arns).size < arns.length
                ? 'gives both services the same target group: each needs its own, or no weight could part them'
                : undefined;
        }),
        rule(['timeout', 'steps', 'start-timeout'], '`timeout` leaves time for all `steps`.', (values) => {
            const bakeMs = bakesMs(values.steps);
            return values.timeout > bakeMs
                ? undefined
                : `is over before the steps are, which take ${formatDuration(bakeMs)} at the least: make it longer, or the steps shorter`;
        }),
    ],
    outputs: {
        outcome: {
            description: 'How it ended: `promoted`, `rolled-back`, `stuck` (needs a person now), `refused` (nothing was touched), `interrupted`, or `unchanged` (this version is live already).',
        },
        reason: { description: 'Why it ended so, in a sentence.' },
        'active-service': { description: 'The service that receives the traffic now.' },
        weights: { description: 'What was last observed on the listener, as JSON: `{"shop-blue": 0, "shop-green": 100}`.' },
        'task-definition-arn': { description: 'ARN of the task definition that was deployed.' },
        'rolled-back-at-weight': {
            description: 'The share of the new version in percent when the rollback began; empty when there was none.',
        },
        'seconds-to-detect': {
            description: 'Seconds from the first request that the new version could get until it was found bad; empty when it was not.',
        },
        'seconds-to-restore': {
            description: 'Seconds from that finding until the listener was observed to send everything to the old version.',
        },
        plan: { description: 'The plan as JSON, also in a dry run.' },
    },
});
function serviceName() {
    return scalars_text({ pattern: /^[A-Za-z0-9_-]{1,255}$/, accepts: 'the name of an ECS service' });
}
function containerName() {
    return scalars_text({ pattern: /^[A-Za-z0-9_-]{1,255}$/, accepts: 'the name of a container' });
}
function imageByDigest() {
    return scalars_text({
        pattern: /^[A-Za-z0-9][A-Za-z0-9._:/-]*@sha256:[0-9a-f]{64}$/,
        accepts: 'an image by its digest: registry/name@sha256: and 64 hexadecimal digits; a tag can move, a digest cannot',
    });
}
/** A file or an ARN: what looks like an ARN must be one, so that a mistyped ARN is not taken for a file name. */
function taskDefinition() {
    return {
        label: 'path or ARN',
        accepts: 'the path of a JSON file in the workspace, or the ARN of a task definition with its revision',
        absent: undefined,
        read: (given) => {
            if (/[\r\n]/.test(given)) {
                return { ok: false, wrong: 'has more than one line' };
            }
            return given.startsWith('arn:') && resourceOfArn(given) !== 'task definition'
                ? { ok: false, wrong: 'begins like an ARN and is not the ARN of a task definition with its revision' }
                : { ok: true, value: given };
        },
    };
}

;// CONCATENATED MODULE: ./build-stage/actions/ecs-blue-green/index.js
















async function main() {
    const inputs = readInputs(spec);
    const failure = failureOf(await run(inputs, await world(inputs, (0,external_node_crypto_.randomUUID)())));
    if (failure !== undefined)
        (0,fail/* fail */.f)(failure);
}
/** After a run that ended by itself there is nothing to do, and nothing is loaded. */
async function post() {
    const kept = keptFrom(savedState);
    if (kept === undefined || kept.stage === 'ended')
        return;
    const inputs = readInputs(spec);
    runnerReport.line(await finishInterrupted(inputs, await world(inputs, kept.holder), kept));
}
async function world(inputs, holder) {
    const { awsPorts } = await __webpack_require__.e(/* import() */ 259).then(__webpack_require__.bind(__webpack_require__, 3259));
    const { region, cluster, listenerRuleArn, listenerArn = '' } = inputs;
    const address = listenerRuleArn === undefined ? { listenerArn } : { ruleArn: listenerRuleArn };
    return {
        ...awsPorts({ region, cluster, address, lockName: lockName(inputs) }),
        clock: (0,clock/* systemClock */.m)(process.env),
        cancellation: cancellationBySignal(),
        report: runnerReport,
        prober: prober,
        readFile: (path) => readWorkspaceFile('task-definition', path),
        run: { holder, url: runContext().runUrl ?? `a run by ${runContext().actor}` },
    };
}


/***/ }),

/***/ 7919:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ AccessError)
/* harmony export */ });
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

/***/ 5541:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ nearest)
/* harmony export */ });
/* unused harmony export editDistance */
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

/***/ 8671:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ systemClock)
/* harmony export */ });
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
