export const id = 609;
export const ids = [609];
export const modules = {

/***/ 5609:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  main: () => (/* binding */ main),
  post: () => (/* binding */ ecs_blue_green_post)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./build-stage/blue-green/kept.js
const kept_name = 'shift';
function keepForPost(report, kept) {
    report.keep(kept_name, JSON.stringify(kept));
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

// EXTERNAL MODULE: ./build-stage/blue-green/lock.js
var blue_green_lock = __webpack_require__(4531);
// EXTERNAL MODULE: ./build-stage/blue-green/result.js
var blue_green_result = __webpack_require__(7149);
// EXTERNAL MODULE: ./build-stage/blue-green/words.js
var words = __webpack_require__(6795);
// EXTERNAL MODULE: ./build-stage/github/cancellation.js
var cancellation = __webpack_require__(2828);
// EXTERNAL MODULE: ./build-stage/github/fail.js
var fail = __webpack_require__(4687);
// EXTERNAL MODULE: ./build-stage/github/files.js
var files = __webpack_require__(1232);
// EXTERNAL MODULE: ./build-stage/ports/access-error.js
var access_error = __webpack_require__(7919);
;// CONCATENATED MODULE: ./build-stage/github/identity-token.js

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

// EXTERNAL MODULE: ./build-stage/github/inputs.js + 1 modules
var github_inputs = __webpack_require__(7429);
// EXTERNAL MODULE: ./build-stage/github/log.js
var log = __webpack_require__(2457);
// EXTERNAL MODULE: ./build-stage/github/report.js + 1 modules
var report = __webpack_require__(7068);
// EXTERNAL MODULE: ./build-stage/github/run-context.js
var run_context = __webpack_require__(4836);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build-stage/spec/input-error.js
var input_error = __webpack_require__(5432);
;// CONCATENATED MODULE: ./build-stage/github/workspace.js




/** Reads a file that an input names, from the workspace. @throws InputError when it cannot be read */
async function readWorkspaceFile(input, path) {
    try {
        return await (0,promises_.readFile)((0,external_node_path_.resolve)((0,run_context/* runContext */.p)().workspace, path), 'utf8');
    }
    catch (error) {
        const wrong = `cannot be read: ${error instanceof Error ? error.message : String(error)}`;
        throw new input_error/* InputError */.d([{ input, value: path, wrong }]);
    }
}

// EXTERNAL MODULE: ./build-stage/system/clock.js
var system_clock = __webpack_require__(8671);
// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(7067);
// EXTERNAL MODULE: external "node:https"
var external_node_https_ = __webpack_require__(4708);
;// CONCATENATED MODULE: ./build-stage/system/prober.js


/** As much of an answer as is looked at for the expected text. */
const bodyLimit = 256 * 1024;
/**
 * Probes over HTTP. Redirects are answers, not followed: a probe asks one version one thing. Not with `fetch`: that asks
 * a server for the certificate of the address alone, and no certificate is for the DNS name of a load balancer. With a
 * `Host` header that name is asked for and verified.
 */
const prober = {
    async probe({ url, headers, timeoutMs }) {
        const started = performance.now();
        const took = () => performance.now() - started;
        const signal = AbortSignal.timeout(timeoutMs);
        try {
            const { status, body } = await prober_ask(url, headers, signal);
            return { status, body, ms: took(), failure: null };
        }
        catch (error) {
            return {
                status: null,
                body: '',
                ms: took(),
                failure: signal.aborted ? `no answer within ${timeoutMs} ms` : prober_reason(error),
            };
        }
    },
};
function prober_ask(url, headers, signal) {
    return new Promise((resolve, reject) => {
        // Each probe has a connection of its own: one that is kept says nothing of whether the next user gets one.
        const options = { headers: { connection: 'close', ...headers }, signal };
        const host = Object.entries(headers).find(([name]) => name.toLowerCase() === 'host')?.[1];
        const servername = host === undefined ? {} : { servername: host.replace(/:\d+$/, '') };
        const request = url.startsWith('https:')
            ? (0,external_node_https_.request)(url, { ...options, ...servername })
            : (0,external_node_http_.request)(url, options);
        request.once('error', reject);
        request.once('response', (response) => {
            let body = '';
            const done = () => resolve({ status: response.statusCode ?? 0, body });
            response.setEncoding('utf8');
            response.on('data', (text) => {
                body += text;
                if (body.length < bodyLimit)
                    return;
                done();
                response.destroy();
            });
            response.once('end', done);
            response.once('error', reject);
        });
        request.end();
    });
}
/** Of several addresses that were tried, each has an error of its own and the whole has no message. */
function prober_reason(error) {
    const { message, errors: [first] = [] } = error;
    return first?.message || message || String(error);
}

;// CONCATENATED MODULE: ./build-stage/ports/refused-query.js
/** The query itself is wrong: asked again it would be refused again. The message is the metric store's own words. */
class RefusedQuery extends Error {
    name = 'RefusedQuery';
}

;// CONCATENATED MODULE: ./build-stage/system/prometheus.js


/** How long one query may take; Prometheus is told to give up by then as well. */
const timeoutSeconds = 10;
/** As much of somebody else's answer as is told. */
const toldLimit = 300;
/**
 * Asks Prometheus for values of now. By POST, because a query may be longer than an address.
 * https://prometheus.io/docs/prometheus/2.42/querying/api/#instant-queries
 */
function prometheus(options) {
    const { url, headers } = requestOf(options);
    return {
        async query(expression) {
            const { status, text, type } = await post(url, headers, new URLSearchParams({ query: expression, timeout: `${timeoutSeconds}s` }));
            if (status === 401 || status === 403)
                throw denied(options, url, status);
            const answer = type.includes('json') ? parsed(text) : undefined;
            if (answer?.status === 'error' && (answer.errorType === 'bad_data' || answer.errorType === 'execution')) {
                throw new RefusedQuery(answer.error ?? 'refused without a reason');
            }
            if (status !== 200 || answer?.status !== 'success' || answer.data === undefined) {
                const said = answer?.error ?? text.replace(/\s+/g, ' ').trim();
                throw new Error(`${url.origin}${url.pathname} answered ${status}${said === '' ? '' : `: ${said.slice(0, toldLimit)}`}`);
            }
            return seriesOf(answer.data);
        },
    };
}
function requestOf({ url, token, username, password }) {
    const address = new URL(url);
    address.pathname = `${address.pathname.replace(/\/+$/, '')}/api/v1/query`;
    if (token !== undefined)
        return { url: address, headers: { authorization: `Bearer ${token}` } };
    if (username === undefined)
        return { url: address, headers: {} };
    const pair = Buffer.from(`${username}:${password ?? ''}`).toString('base64');
    return { url: address, headers: { authorization: `Basic ${pair}` } };
}
async function post(url, headers, body) {
    try {
        // A redirect is an answer: followed, it would turn the POST into a GET, mostly of the page of a login.
        const signal = AbortSignal.timeout(timeoutSeconds * 1000);
        const response = await fetch(url, { method: 'POST', headers, body, redirect: 'manual', signal });
        return { status: response.status, text: await response.text(), type: response.headers.get('content-type') ?? '' };
    }
    catch (error) {
        throw new Error(`${url.origin} could not be reached: ${prometheus_reason(error)}`, { cause: error });
    }
}
function prometheus_reason(error) {
    const { name, message, cause } = error;
    if (name === 'TimeoutError')
        return `no answer within ${timeoutSeconds} s`;
    // An address that has several numbers fails with several errors, and a message is in none but them.
    return cause?.message || cause?.code || message;
}
function denied({ token, username }, url, status) {
    const mend = token !== undefined
        ? 'check prometheus-token'
        : username !== undefined
            ? 'check prometheus-username and prometheus-password'
            : 'give prometheus-token, or prometheus-username and prometheus-password';
    return new access_error/* AccessError */.Z(`Prometheus at ${url.origin} answered ${status}: ${mend}`, { kind: 'denied' });
}
function parsed(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
/** https://prometheus.io/docs/prometheus/2.42/querying/api/#expression-query-result-formats */
function seriesOf({ resultType, result }) {
    if (resultType === 'scalar')
        return [{ labels: {}, value: numberOf(result[1]) }];
    if (resultType !== 'vector') {
        throw new RefusedQuery(`it gives a ${resultType ?? 'nothing'}, and only one number for each series can be compared`);
    }
    return result.map(({ metric, value }) => {
        if (value === undefined)
            throw new RefusedQuery('it gives histograms, and only numbers can be compared');
        return { labels: metric, value: numberOf(value[1]) };
    });
}
const numberOf = (text) => Number(text.replace(/^([+-]?)Inf$/, '$1Infinity'));

// EXTERNAL MODULE: ./build-stage/blue-green/recovery.js
var recovery = __webpack_require__(8983);
;// CONCATENATED MODULE: ./build-stage/actions/ecs-blue-green/post.js


/**
 * Finishes what `main` could not: it was cancelled, killed, or ran out of time. Idempotent. Answers what it did, or throws
 * when the traffic could not be taken back.
 */
async function finishInterrupted(world, kept) {
    try {
        return await finish(world, kept);
    }
    catch (error) {
        if (!(error instanceof access_error/* AccessError */.Z))
            throw error;
        throw new access_error/* AccessError */.Z(`${error.message.replace(/\.$/, '')}. What serves the traffic, and the command to run, is what the run told last; the action recover finishes it with other credentials, and so does the next deployment`, error.detail, { cause: error });
    }
}
async function finish(world, kept) {
    const held = await world.journal.read();
    if (held !== undefined && held.entry?.holder !== kept.holder) {
        return `Nothing to do here: ${held.entry?.runUrl ?? 'another run'} holds the lock now.`;
    }
    const done = await (0,recovery/* recoverLeft */.C)(world, kept);
    await world.journal.release(kept.holder);
    return `Finished after the interruption. ${done}`;
}

// EXTERNAL MODULE: ./build-stage/blue-green/finish.js
var blue_green_finish = __webpack_require__(8275);
// EXTERNAL MODULE: ./build-stage/shift/steps.js
var steps = __webpack_require__(4731);
;// CONCATENATED MODULE: ./build-stage/blue-green/hold-lock.js



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
    writing;
    stage = 'prepare';
    plan;
    shift = null;
    keepOldUntil = null;
    /** The scalable targets as they were before this run touched them; to be set before it does. */
    scalingBefore = [];
    constructor(inputs, world, startedAt) {
        this.inputs = inputs;
        this.world = world;
        this.startedAt = startedAt;
        this.writtenAt = world.clock.now();
        this.keep();
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
            expires: now + blue_green_lock/* leaseMs */.zT,
            route: inputs.listenerRuleArn ?? inputs.listenerArn ?? '',
            blue: plan === undefined ? null : side(plan.blue),
            green: plan === undefined ? null : side(plan.green),
            stage: this.stage,
            cluster: inputs.cluster,
            greenDesiredBefore: plan?.green.desiredBefore ?? 0,
            greenTaskDefinitionBefore: plan?.green.taskDefinitionBefore ?? '',
            keepOldUntil: this.keepOldUntil,
            scalingBefore: this.scalingBefore,
            steps: (0,steps/* formatSteps */.rN)(inputs.steps),
            shift: this.shift,
        };
    }
    /** From now on the run is at this stage: told to `post` and to the journal before anything of it is done. */
    async enter(stage, plan) {
        this.stage = stage;
        this.plan = plan;
        if (stage === 'keep-old' && plan.keepOldMs !== 'forever') {
            this.keepOldUntil = this.world.clock.now() + Math.max(plan.keepOldMs, plan.drainMs);
        }
        this.keep();
        await this.write();
    }
    /** Writes the state of the shift before a weight is raised. */
    async note(shift) {
        this.shift = shift;
        await this.write();
    }
    /** Writes when it is time, so that nobody takes this run for dead. Nobody waits for it: a journal that hangs must not blind the run. */
    beat(shift = this.shift) {
        if (this.writing !== undefined || this.world.clock.now() - this.writtenAt < blue_green_lock/* heartbeatMs */.fO)
            return;
        this.shift = shift;
        void this.write();
    }
    /**
     * Set when the journal could not be written for so long that the lease will soon be anybody's: the traffic goes back
     * while it is surely still ours.
     */
    get atRisk() {
        const unwrittenMs = this.world.clock.now() - this.writtenAt;
        if (unwrittenMs < blue_green_lock/* leaseMs */.zT - 2 * blue_green_lock/* heartbeatMs */.fO)
            return undefined;
        return `the journal could not be written for ${Math.round(unwrittenMs / 1000)} s: soon this run could not know that nobody else is at work`;
    }
    /** Sleeps and keeps the lock meanwhile; ends early on a cancel or when the lock is lost. */
    async sleep(ms) {
        const { clock, cancellation } = this.world;
        for (const until = clock.now() + ms; clock.now() < until;) {
            if (cancellation.reason !== undefined || this.lostTo !== undefined)
                return;
            await clock.sleep(Math.min(blue_green_lock/* heartbeatMs */.fO, until - clock.now()), cancellation.signal);
            this.beat();
        }
    }
    /** The run has ended by itself: the lock goes back, and `post` has nothing to do. */
    async release() {
        await this.writing;
        await this.world.journal.release(this.world.run.holder);
        this.end();
    }
    /** `post` has nothing to do, and the lock stays. */
    end() {
        keepForPost(this.world.report, { stage: 'ended' });
    }
    keep() {
        keepForPost(this.world.report, this.entry(this.world.clock.now()));
    }
    /** Writes one after the other: each reads what the one before has written. */
    write() {
        const mine = (this.writing ?? Promise.resolve())
            .then(() => this.put())
            .finally(() => {
            if (this.writing === mine)
                this.writing = undefined;
        });
        this.writing = mine;
        return mine;
    }
    async put() {
        if (this.lostTo !== undefined)
            return;
        const now = this.world.clock.now();
        try {
            this.lostTo = (await this.world.journal.update(this.entry(now)))?.lostTo;
            this.writtenAt = now;
        }
        catch (error) {
            // A journal that cannot be written does not stop a shift; it does, by its expiry, end this run's claim to it.
            if (now - this.writtenAt >= blue_green_lock/* leaseMs */.zT)
                this.lostTo = 'nobody for certain: the journal could not be written for longer than the lease';
            this.world.report.line(`The journal could not be written: ${error instanceof Error ? error.message : String(error)}`);
        }
    }
}

// EXTERNAL MODULE: ./build-stage/blue-green/plan.js + 1 modules
var blue_green_plan = __webpack_require__(9554);
// EXTERNAL MODULE: ./build-stage/blue-green/scaling.js
var blue_green_scaling = __webpack_require__(7699);
// EXTERNAL MODULE: ./build-stage/blue-green/start-green.js
var start_green = __webpack_require__(1004);
;// CONCATENATED MODULE: ./build-stage/blue-green/story.js
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

// EXTERNAL MODULE: ./build-stage/blue-green/sides.js
var blue_green_sides = __webpack_require__(5074);
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
        lackingSince: null,
        adopted: null,
        from: 0,
        blindSince: null,
        rollback: null,
        end: null,
    };
}
/** The weight green has now when all went as planned. */
function plannedWeight(plan, state) {
    if (state.phase === 'rolling-back' || state.phase === 'rolled-back')
        return 0;
    return state.adopted ?? plan.steps[state.step]?.weight ?? 0;
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
 * - the weight goes up only with a healthy verdict, enough healthy targets of the new version, and the bake of the step served;
 * - unhealthy and unknown have limits of their own; no data is never health;
 * - a step that lacks evidence is not left, unless its own limit is over and going on by time was asked for;
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
    if (seen.gone !== undefined) {
        return stuck(before, `${seen.gone}: what it matched goes by the other rules of the listener now`);
    }
    const state = observe(before, seen);
    if (state.phase === 'rolling-back')
        return rollingBack(plan, state, seen);
    const trouble = reasonToRollBack(plan, state, seen);
    if (trouble !== undefined)
        return startRollback(plan, state, seen, trouble);
    const adopted = adopt(plan, state, seen);
    if (adopted !== undefined)
        return adopted;
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
    const { judgement, isPending } = seen.verdict;
    return {
        ...state,
        observed: seen.greenWeight ?? state.observed,
        unhealthyCount: judgement === 'unhealthy' ? state.unhealthyCount + 1 : 0,
        unknownSince: judgement === 'unknown' && isPending !== true ? (state.unknownSince ?? seen.now) : null,
        blindSince: seen.greenWeight === undefined && seen.foreign === undefined ? (state.blindSince ?? seen.now) : null,
    };
}
/** The first thing that speaks against going on, in the order of urgency. */
function reasonToRollBack(plan, state, seen) {
    if (seen.cancelled !== undefined)
        return seen.cancelled;
    if (state.unhealthyCount >= plan.unhealthyLimit)
        return seen.verdict.reason;
    const needed = neededMs(plan, state);
    if (seen.now + needed > plan.deadline || seen.now >= plan.deadline) {
        const left = Math.max(0, plan.deadline - seen.now);
        return `the steps need ${seconds(needed)} more, and the time limit of the run is over in ${seconds(left)}`;
    }
    if (state.unknownSince !== null && seen.now - state.unknownSince >= plan.unknownLimitMs) {
        return `health could not be established for ${seconds(seen.now - state.unknownSince)}: ${seen.verdict.reason}`;
    }
    if (state.blindSince !== null && seen.now - state.blindSince >= plan.unknownLimitMs) {
        return `the listener rule could not be read for ${seconds(seen.now - state.blindSince)}`;
    }
    if (state.phase !== 'ready' && seen.greenWeight === 0 && state.driftSince !== null) {
        return 'someone else took the new version out of traffic';
    }
    // One look may be stale: a drift counts when it has lasted.
    const drift = driftOf(plan, state, seen);
    return drift !== undefined && plan.onDrift === 'rollback' && hasLasted(plan, state, seen) ? drift : undefined;
}
/** The time that the shift still needs when nothing holds it up. One that cannot end in time is taken back while there is time. */
function neededMs(plan, state) {
    const bakeMs = (index) => {
        const step = plan.steps[index];
        return step === undefined ? 0 : Math.max(step.bakeMs, plan.settleMs);
    };
    const current = state.phase === 'ready' ? 0 : Math.max(0, bakeMs(state.step) - state.bakedMs);
    return plan.steps.reduce((sum, _step, index) => (index > state.step ? sum + bakeMs(index) : sum), current);
}
/** Set when the listener shows what nobody here wrote. */
function driftOf(plan, state, seen) {
    if (seen.foreign !== undefined)
        return `the listener rule was changed by someone else: ${seen.foreign}`;
    if (seen.greenWeight === undefined || isExpected(plan, state, seen.greenWeight))
        return undefined;
    return `someone else set the new version to ${percent(seen.greenWeight)} (expected ${percent(plannedWeight(plan, state))})`;
}
/** With `adopt`, a weight that somebody set and that lasted is where the shift goes on from, at the highest step it covers. */
function adopt(plan, state, seen) {
    const { greenWeight } = seen;
    if (plan.onDrift !== 'adopt' || greenWeight === undefined || greenWeight === 0 || !hasLasted(plan, state, seen))
        return undefined;
    if (driftOf(plan, state, seen) === undefined)
        return undefined;
    const step = plan.steps.findLastIndex(({ weight }) => weight <= greenWeight + 0.05);
    return wait({
        ...state,
        phase: 'baking',
        step,
        adopted: greenWeight,
        since: seen.now,
        bakedMs: 0,
        lastSeenAt: seen.now,
        driftSince: null,
        lackingSince: null,
    }, `someone else set the new version to ${percent(greenWeight)}; adopted, the bake begins`);
}
function hasLasted(plan, state, seen) {
    return state.driftSince !== null && seen.now - state.driftSince >= plan.rewriteMs;
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
    return state.phase === 'raising' && same(weight, state.from);
}
function raising(plan, state, seen) {
    const wanted = plannedWeight(plan, state);
    if (seen.greenWeight !== undefined && same(seen.greenWeight, wanted)) {
        return wait({
            ...state,
            phase: 'baking',
            since: seen.now,
            bakedMs: 0,
            lastSeenAt: seen.now,
            driftSince: null,
            lackingSince: null,
        }, `${percent(wanted)} observed on the listener; the bake begins`);
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
    // A weight below the first step may have been adopted: it is settled, not baked.
    const step = plan.steps[state.step] ?? (state.adopted === null ? undefined : { weight: state.adopted, bakeMs: 0 });
    if (step === undefined)
        return stuck(state, 'the journal names a step that the plan does not have');
    const drift = driftOf(plan, state, seen);
    if (drift !== undefined) {
        return wait(drifting(state, seen), drift);
    }
    const served = bake(plan, { ...state, driftSince: null }, seen);
    const wanted = Math.max(step.bakeMs, plan.settleMs);
    if (served.bakedMs < wanted) {
        return wait(served, `${percent(plannedWeight(plan, state))}: ${seconds(served.bakedMs)} of ${seconds(wanted)} served`);
    }
    const lack = lacking(plan, served, seen);
    if (lack !== undefined)
        return lack;
    const last = state.step === plan.steps.length - 1;
    if (!last)
        return raise(plan, served, seen, state.step + 1);
    if (seen.greenWeight === undefined)
        return wait(served, 'the bake is served; waiting for one more look at the rule');
    if (!mayRaise(plan, seen))
        return wait(served, doubt(plan, seen));
    const { length } = plan.steps;
    const reason = length === 1 ? 'its one step was served in health' : `all ${length} steps served in health`;
    return end(served, 'promoted', although(reason, seen));
}
/** What to do with a step that has served its time and not seen what it must; undefined when it may end. */
function lacking(plan, state, seen) {
    if (seen.lacking === undefined)
        return undefined;
    const waiting = { ...state, lackingSince: state.lackingSince ?? seen.now };
    const waited = seen.now - waiting.lackingSince;
    const isOver = plan.onNoData !== 'hold' && waited >= plan.noDataLimitMs;
    if (!isOver)
        return wait(waiting, `the bake is served, but ${seen.lacking}`);
    if (plan.onNoData === 'continue')
        return undefined;
    return startRollback(plan, waiting, seen, `${seconds(waited)} after the bake still ${seen.lacking}`);
}
/** Going on by time is told as what it is. */
const although = (reason, { lacking: lack }) => lack === undefined ? reason : `${reason}; by time alone, although ${lack}`;
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
    return write({
        ...state,
        phase: 'raising',
        step: index,
        from: plannedWeight(plan, state),
        adopted: null,
        since: seen.now,
        writtenAt: seen.now,
        driftSince: null,
    }, step.weight, although(seen.verdict.reason, seen));
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
    return `not raised: ${seen.healthyTargets ?? 'an unknown number of'} healthy targets of the new version, ${plan.minHealthyTargets} needed`;
}
function startRollback(plan, state, seen, reason) {
    const isHeld = seen.blueHealthyTargets === 0 && plan.onBrokenOld === 'hold' && seen.healthyTargets !== 0;
    if (isHeld && (state.observed ?? 0) > 0) {
        return stuck(state, `${reason}; but the old version has no healthy target to go back to, and on-broken-old is hold`);
    }
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
    return wait(state, 'waiting to observe 0 % on the new version');
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

// EXTERNAL MODULE: ./build-stage/shift/weights.js
var weights = __webpack_require__(6521);
// EXTERNAL MODULE: ./build-stage/spec/duration.js
var duration = __webpack_require__(1999);
;// CONCATENATED MODULE: ./build-stage/actions/ecs-blue-green/show-deployment.js


/** One status for each traffic step, when its weight was seen on the listener. */
function showStep({ deployment }, step) {
    const { weight, service, judgement, bakeMs, number, of } = step;
    const watched = (0,duration/* formatDuration */.a3)(bakeMs) || '0s';
    deployment?.tell('in_progress', `${weight} % on ${service}, ${judgement}; watched for ${watched} (step ${number} of ${of})`);
}
function showRollback({ deployment }, service, reason) {
    deployment?.tell('in_progress', `Taking all traffic back from ${service}: ${reason}`);
}
/** How it ended; of what never began there is nothing to show. */
function showEnd({ deployment }, result, green) {
    const state = stateOf(result, green);
    if (state === undefined)
        return;
    const serves = Object.keys(result.weights ?? {}).find((name) => name === result.activeService);
    const text = result.outcome === 'promoted' ? `Promoted: ${serves ?? green} serves 100 %` : (0,blue_green_result/* sentence */.em)(result);
    deployment?.tell(state, text);
}
function stateOf({ outcome, weights }, green) {
    switch (outcome) {
        case 'promoted':
            return 'success';
        case 'rolled-back':
        case 'stuck':
            return 'failure';
        case 'interrupted':
            return weights?.[green] === 0 ? 'inactive' : 'failure';
        default:
            return undefined;
    }
}

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
        const isAdopted = state.adopted !== null && state.adopted !== before.adopted;
        const isFurther = state.phase !== before.phase || state.step !== before.step;
        const moved = isFurther || isAdopted || command.kind === 'write';
        const driftBegan = state.driftSince !== null && before.driftSince === null;
        const weightChanged = seen.greenWeight !== undefined && seen.greenWeight !== before.observed;
        const sides = { blue: this.story.plan?.blue.service ?? 'blue', green: this.story.plan?.green.service ?? 'green' };
        const { what, why } = inWords(command, state, reason, sides);
        if (moved || weightChanged || driftBegan) {
            this.story.timeline.push({ at: seen.now, greenPercent: seen.greenWeight ?? null, what });
        }
        this.noteStep(before, state, seen);
        this.show(before, state, seen);
        const isDue = state.phase === 'baking' && seen.now - this.toldAt >= tellMs;
        if (moved || driftBegan || isDue) {
            const evidence = isDue && !moved ? `; ${seen.verdict.judgement}: ${seen.verdict.reason}` : '';
            const share = (0,words/* bar */.M0)(seen.greenWeight ?? plannedWeight(this.plan, state));
            this.world.report.line(`${(0,words/* clockWords */.mV)(seen.now - this.story.startedAt)}  ${share}  ${what}${why}${evidence}`);
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
    show(before, state, seen) {
        if (state.phase === before.phase)
            return;
        const service = this.story.plan?.green.service ?? 'green';
        const step = this.plan.steps[state.step];
        if (state.phase === 'baking' && step !== undefined) {
            const { judgement } = seen.verdict;
            const [number, of] = [state.step + 1, this.plan.steps.length];
            showStep(this.world, { ...step, service, judgement, number, of });
        }
        if (state.phase === 'rolling-back')
            showRollback(this.world, service, state.rollback?.reason ?? '');
    }
}
/**
 * By the names of the services: which of them is the new version changes with every release. Why something was raised is
 * for the log; the summary has it with the step.
 */
function inWords(command, state, reason, { blue, green }) {
    if (command.kind === 'write' && command.greenWeight > 0)
        return { what: `raising ${green} to ${command.greenWeight} %`, why: ` (${reason})` };
    if (command.kind === 'write')
        return { what: `taking all traffic back to ${blue}: ${reason}`, why: '' };
    // Why it went back was told when it began to.
    if (command.kind === 'end' && state.phase === 'rolled-back')
        return { what: `rolled-back: ${blue} has all the traffic`, why: '' };
    if (command.kind === 'end')
        return { what: `${state.phase}: ${reason}`, why: '' };
    return { what: reason, why: '' };
}

;// CONCATENATED MODULE: ./build-stage/actions/ecs-blue-green/shift-traffic.js








/** While a written weight is awaited the rule is read at this pace, ms. */
const awaitMs = 1_000;
/** So long a raise waits for its entry in the journal before the rule and the evidence are looked at again, ms. */
const noteLimitMs = 5_000;
/** Observes, asks the state machine, does what it says, tells of it; until it ends. No policy here. */
async function shiftTraffic(shifting) {
    const { world, shiftPlan, plan, lock } = shifting;
    const { clock, cancellation, router } = world;
    const teller = new Teller(world, shifting.story, shiftPlan, shifting.watch);
    const toBlue = (0,weights/* weightsFor */.NK)(0, plan.blue.targetGroupArn, plan.green.targetGroupArn);
    let state = initialState(clock.now());
    let route;
    let raisedAt;
    let goneInARow = 0;
    // The first thing a cancel does is the one call that takes the traffic back; the loop then verifies it.
    const forget = cancellation.onRequest(() => {
        // Once it has ended, what was decided stands: a cancel that comes a moment after the promotion does not undo it unseen.
        if (hasEnded(state) || shifting.onCancel === 'leave' || raisedAt === undefined || mustNotGoBack(shifting))
            return;
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
            goneInARow = look.gone === undefined ? 0 : goneInARow + 1;
            const gone = goneInARow < 2 ? undefined : look.gone;
            route = gone === undefined ? (look.route ?? route) : undefined;
            const seen = { ...seenNow(shifting, look.route, state), gone };
            const before = state;
            const decision = next(shiftPlan, before, seen);
            const { command } = decision;
            const isRaise = command.kind === 'write' && command.greenWeight > 0;
            if (isRaise) {
                // A raise is journaled before it is done, so that whoever comes after knows. A rollback is done first.
                if (!(await isNoted(shifting, decision.state)))
                    continue;
                if (raisedAt === undefined)
                    shifting.onFirstRaise();
                raisedAt ??= clock.now();
                shifting.comparison?.noteShare(clock.now(), command.greenWeight);
            }
            state = decision.state;
            if (state.phase === 'rolling-back' && before.phase !== 'rolling-back')
                warnOfBrokenBlue(shifting, seen);
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
            lock.beat(state);
            const isAwaited = state.phase === 'raising' || state.phase === 'rolling-back' || goneInARow > 0;
            await shifting.alerts.wait(isAwaited ? awaitMs : shifting.pollMs);
        }
    }
    finally {
        forget();
    }
}
/** Whether the raise may be done: nothing is raised while the journal hangs (what is seen meanwhile counts), is lost, or after a cancel. */
async function isNoted({ world, lock }, state) {
    const { clock, cancellation } = world;
    const patience = new AbortController();
    const limit = AbortSignal.any([patience.signal, cancellation.signal]);
    try {
        const isWritten = await Promise.race([
            lock.note(state).then(() => true),
            clock.sleep(noteLimitMs, limit).then(() => false),
        ]);
        return isWritten && lock.lostTo === undefined && cancellation.reason === undefined;
    }
    finally {
        patience.abort();
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
        world.report.line(`The listener rule could not be read: ${(0,words/* messageOf */.bD)(error)}`);
        return error instanceof input_error/* InputError */.d ? { gone: 'the listener rule was deleted by someone else' } : {};
    }
}
/** Blue cannot answer, green can: the policy decides whether traffic goes back all the same. */
function mustNotGoBack({ shiftPlan, blueHealthyTargets, healthyTargets }) {
    return shiftPlan.onBrokenOld === 'hold' && blueHealthyTargets() === 0 && healthyTargets() !== 0;
}
function warnOfBrokenBlue({ world, plan }, { blueHealthyTargets, greenWeight }) {
    if (blueHealthyTargets !== 0 || greenWeight === 0)
        return;
    world.report.warn(`The traffic goes back to ${plan.blue.service}, which has no healthy target`);
}
function seenNow(shifting, route, state) {
    const { world, plan, watch, lock, comparison } = shifting;
    const { blue, green } = plan;
    const foreign = route === undefined ? undefined : foreignness(route, [blue.targetGroupArn, green.targetGroupArn]);
    const now = world.clock.now();
    const greenWeight = route === undefined || foreign !== undefined
        ? undefined
        : (0,weights/* greenShare */.fW)((0,weights/* weightsOf */.Z$)(route), blue.targetGroupArn, green.targetGroupArn);
    if (greenWeight !== undefined)
        comparison?.noteShare(now, greenWeight);
    return {
        now,
        greenWeight,
        foreign,
        lacking: state.phase === 'baking' ? comparison?.lacking(state.since) : undefined,
        verdict: watch.verdict(),
        healthyTargets: shifting.healthyTargets(),
        blueHealthyTargets: shifting.blueHealthyTargets(),
        cancelled: world.cancellation.reason ?? accessEnds(world) ?? lock.atRisk,
        lockLostTo: lock.lostTo,
    };
}
/** How the reason begins when traffic went back because access ends, and not because the release is bad. */
const accessEndsWords = 'the AWS session is about to end';
/** Set when access is about to end and is not renewed: what it takes to put the traffic back must be done before. */
function accessEnds({ access, clock }) {
    const ending = access?.ending();
    return ending === undefined || clock.now() < ending.actBy
        ? undefined
        : `${accessEndsWords}, and without it nobody could watch or put back: ${ending.why}`;
}
function foreignness(route, ours) {
    if (route.unusable !== undefined)
        return route.unusable;
    const others = (0,blue_green_sides/* foreignGroups */.ZT)(route, ours);
    return others.length === 0 ? undefined : `it also forwards to ${others.join(', ')}`;
}
async function shift_traffic_write(shifting, greenWeight) {
    const { world, plan } = shifting;
    try {
        await world.router.write((0,weights/* weightsFor */.NK)(greenWeight, plan.blue.targetGroupArn, plan.green.targetGroupArn));
        return undefined;
    }
    catch (error) {
        world.report.line(`${greenWeight} % could not be written: ${(0,words/* messageOf */.bD)(error)}`);
        return error ?? new Error('unknown');
    }
}

// EXTERNAL MODULE: ./build-stage/ecs/stopped-tasks.js
var stopped_tasks = __webpack_require__(1959);
// EXTERNAL MODULE: ./build-stage/ecs/task-definition.js
var task_definition = __webpack_require__(3204);
;// CONCATENATED MODULE: ./build-stage/actions/ecs-blue-green/summary.js






/** The job summary as Markdown. Pure: the same story reads the same. */
function summaryOf(story) {
    return [
        head(story),
        serving(story.result),
        warnings(story),
        picture(story),
        summary_steps(story),
        timeline(story),
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
        ['Serves traffic now', (0,blue_green_result/* servingInWords */.zj)(result) || 'could not be read'],
        ['Task definition deployed', result.taskDefinitionArn === undefined ? '' : (0,task_definition/* shortName */.EU)(result.taskDefinitionArn)],
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
/** The new version's share and error rate over time, and beside it the same as a table for whoever cannot see it. */
function picture(story) {
    return [chart(story), traffic(story)].filter((part) => part !== '').join('\n\n');
}
/**
 * Mermaid's own first color can hardly be seen on white.
 * https://mermaid.js.org/syntax/xyChart.html#chart-theme-variables
 */
const palette = `%%{init: {"themeVariables": {"xyChart": {"plotColorPalette": "#2da44e, #cf222e"}}}}%%`;
function chart(story) {
    const seen = story.timeline.filter((entry) => entry.greenPercent !== null);
    const [first] = seen;
    const last = story.timeline.at(-1);
    if (first === undefined || last === undefined || last.at <= first.at)
        return '';
    const from = story.startedAt;
    const count = Math.min(points, Math.max(2, Math.ceil((last.at - from) / 15_000)));
    const at = Array.from({ length: count }, (_, i) => from + ((last.at - from) * i) / (count - 1));
    const minutes = Math.max(0.1, Math.round((last.at - from) / 6_000) / 10);
    const hasErrors = story.minutes.green.length > 0;
    const lines = [
        palette,
        'xychart-beta',
        `  title "${newVersion(story)}: share of the traffic${hasErrors ? ' (green), requests answered 5xx (red)' : ''}"`,
        `  x-axis "minutes" 0 --> ${minutes}`,
        '  y-axis "percent" 0 --> 100',
        `  line [${at.map((time) => round(shareAt(story, time))).join(', ')}]`,
    ];
    if (hasErrors) {
        lines.push(`  line [${at.map((time) => round(errorPercentAt(story.minutes.green, time))).join(', ')}]`);
    }
    return `\`\`\`mermaid\n${lines.join('\n')}\n\`\`\``;
}
/** Which service the new version runs in: colors change with every release, and a service may have any name. */
const newVersion = ({ plan }) => plan?.green.service ?? 'new version';
/** The share as it was last observed by then. */
const shareAt = ({ timeline }, time) => timeline.findLast(({ at, greenPercent }) => at <= time && greenPercent !== null)?.greenPercent ?? 0;
const round = (value) => Math.round(value * 10) / 10;
function errorPercentAt(minutes, time) {
    const minute = minutes.find(({ at }) => at <= time && time < at + 60_000);
    return minute === undefined || minute.requests === 0 ? 0 : (100 * minute.errors5xx) / minute.requests;
}
function summary_steps(story) {
    const { steps: all } = story;
    if (all.length === 0)
        return '';
    const rows = all.map(({ weight, from, to, verdict }) => [
        `${round(weight)} %`,
        to === undefined ? 'under way' : (0,duration/* formatDuration */.a3)(Math.round((to - from) / 1000) * 1000) || '0s',
        verdict?.judgement ?? '',
        (verdict?.findings ?? []).map((finding) => `${finding.source}: ${finding.reason}`).join('<br>') ||
            (verdict?.reason ?? ''),
    ]);
    return `### Steps\n\n${table([`Share of ${newVersion(story)}`, 'Watched for', 'Verdict', 'Evidence'], rows)}`;
}
function timeline(story) {
    const { timeline: all, startedAt } = story;
    if (all.length === 0)
        return '';
    const rows = all.map(({ at, greenPercent, what }) => [
        (0,words/* clockWords */.mV)(at - startedAt),
        greenPercent === null ? '?' : `${round(greenPercent)} %`,
        what,
    ]);
    return `### What happened\n\n${table(['When', `Share of ${newVersion(story)}`, 'What'], rows)}`;
}
function traffic(story) {
    const { minutes, startedAt, plan } = story;
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
        (0,words/* clockWords */.mV)(time - startedAt),
        `${round(shareAt(story, time + 60_000))} %`,
        ...at(minutes.blue, time),
        ...at(minutes.green, time),
    ]);
    const heads = [plan.blue.service, plan.green.service].flatMap((name) => [`${name}: requests`, '5xx', 'p95']);
    return `<details open><summary>Traffic by minute (CloudWatch)</summary>\n\n${table(['Minute', `Share of ${plan.green.service}`, ...heads], rows)}\n\n</details>`;
}
function stoppedTasks({ stopped, plan }) {
    if (stopped.tasks.length === 0)
        return '';
    const logs = stopped.logs.map(({ container, task, lines }) => `<details><summary>Last lines of ${cell(container)} in task ${task}</summary>\n\n${fenced(lines)}\n\n</details>`);
    const list = (0,stopped_tasks/* causes */.p)(stopped.tasks).map((cause) => `- ${cell(cause)}`);
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
    const lines = (0,blue_green_plan/* planLines */.HN)(made).map((line, i) => `${i + 1}. ${cell(line)}`);
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
    const isStale = stopped?.why === 'access-lost' || state.blindSince !== null;
    const common = { taskDefinitionArn, isStale, ...(await (0,blue_green_finish/* weightsNow */.kO)(world, plan, shifted.route)) };
    const command = world.router.commandFor({ [plan.blue.targetGroupArn]: 100, [plan.green.targetGroupArn]: 0 });
    if (stopped?.why === 'left') {
        // Both serve until somebody decides: green must not be scaled below what serving takes.
        const scaling = (0,blue_green_scaling/* afterPromotion */.gk)(lock.scalingBefore, { ...roles(ready), oldSide: 'kept' });
        // The lock goes back: kept, it would expire, and whoever took it over would put back what was to be left.
        if (await (0,blue_green_scaling/* giveBack */.F5)(world, [...scaling.live, ...scaling.old]))
            await lock.release();
        const reason = `${world.cancellation.reason}; the weights were left as they are (on-cancel: leave)`;
        return { outcome: 'interrupted', reason, ...common, command };
    }
    if (stopped?.why === 'access-lost') {
        return accessLost(ready, shifted, stopped.error, { ...common, command });
    }
    if (state.phase === 'promoted')
        return promoted(inputs, world, ready, { outcome: 'promoted', reason: state.end ?? '', ...common });
    const reason = state.rollback?.reason ?? state.end ?? '';
    const times = timesOf(shifted);
    if (state.phase === 'stuck') {
        // Whoever lost the lock has nothing left to do, in `post` neither.
        if (lock.lostTo !== undefined) {
            lock.end();
            (0,blue_green_scaling/* leaveScaling */.PP)(world, lock);
        }
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
    // The side that serves may scale at once; green when its tasks are put back.
    const ofBlue = lock.scalingBefore.filter(({ service }) => service === plan.blue.service);
    if (lock.lostTo === undefined)
        await (0,blue_green_scaling/* giveBack */.F5)(world, ofBlue);
    await (0,blue_green_finish/* diagnose */.h4)(inputs, world, story);
    const rolledBack = { outcome: 'rolled-back', reason, ...common, ...times };
    const result = reason.startsWith(accessEndsWords) ? asAccessError(rolledBack) : rolledBack;
    await show(world, ready, result);
    if (shifted.raisedAt !== undefined)
        await lock.sleep(inputs.drain);
    if (lock.lostTo !== undefined)
        return result;
    return afterwards(world, result, `${plan.green.service} could not be put back to what it was before`, async () => {
        // Autoscaling before the number of tasks, which it would move into its range; the lock last.
        const isGivenBack = await (0,blue_green_scaling/* giveBack */.F5)(world, lock.scalingBefore);
        await (0,blue_green_finish/* cleanUpGreen */.k6)(world, plan, taskDefinitionArn);
        if (isGivenBack)
            await lock.release();
        return result;
    });
}
/** Where green had no traffic, nothing is at risk. */
function accessLost({ plan }, { raisedAt }, error, told) {
    const { command, ...common } = told;
    const lost = error.message.replace(/\.$/, '');
    const result = raisedAt === undefined
        ? { outcome: 'interrupted', reason: `${lost}. ${plan.green.service} never had traffic`, ...common }
        : {
            outcome: 'stuck',
            reason: `${lost}. From now on nobody watches ${plan.green.service}`,
            ...common,
            command,
        };
    return { ...result, error: new access_error/* AccessError */.Z((0,blue_green_result/* sentence */.em)(result), error.detail, { cause: error }) };
}
/** No verdict on the release: it went back while that was still possible. */
function asAccessError(result) {
    return { ...result, error: new access_error/* AccessError */.Z((0,blue_green_result/* sentence */.em)(result), { kind: 'expired' }) };
}
async function promoted(inputs, world, ready, result) {
    const { plan, lock, story } = ready;
    await lock.enter('keep-old', plan);
    const oldSide = plan.keepOldMs === 'forever' ? 'kept forever' : 'kept';
    const scaling = (0,blue_green_scaling/* afterPromotion */.gk)(lock.scalingBefore, { ...roles(ready), oldSide });
    // The side that serves may scale at once; the old one keeps its size, for the way back, until its time is over.
    if (lock.lostTo === undefined)
        await (0,blue_green_scaling/* giveBack */.F5)(world, scaling.live);
    await (0,blue_green_finish/* diagnose */.h4)(inputs, world, story);
    await show(world, ready, result);
    return afterwards(world, result, `${plan.blue.service} could not be scaled to 0`, async () => {
        const kept = await (0,blue_green_finish/* retireBlue */.W$)(inputs, world, plan, lock);
        if (lock.lostTo !== undefined) {
            lock.end();
            (0,blue_green_scaling/* leaveScaling */.PP)(world, lock);
        }
        else {
            const end = kept.isRetired
                ? (0,blue_green_scaling/* afterPromotion */.gk)(lock.scalingBefore, { ...roles(ready), oldSide: 'retired' })
                : scaling;
            if (await (0,blue_green_scaling/* giveBack */.F5)(world, [...end.live, ...end.old]))
                await lock.release();
        }
        return { ...result, reason: `${result.reason}; ${kept.words}` };
    });
}
const roles = ({ plan }) => ({
    old: plan.blue.service,
    live: plan.green.service,
});
/** What is left to do once the traffic is where it belongs does not change how it ended. `post` tries it again. */
async function afterwards(world, result, undone, deed) {
    try {
        return await deed();
    }
    catch (error) {
        const what = `${undone}: ${(0,words/* messageOf */.bD)(error)}`;
        world.report.warn(what);
        return { ...result, reason: `${result.reason}; ${what}` };
    }
}
/** The verdict is out before the slow rest is done: whoever watches need not wait, and a runner that dies has told it. */
async function show(world, { story, plan }, result) {
    story.result = result;
    showEnd(world, result, plan.green.service);
    world.report.outputs((0,blue_green_result/* outputsOf */.Yz)(result, plan));
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

;// CONCATENATED MODULE: ./build-stage/verdict/compare.js
const usualComparing = { tolerance: 1.5, alpha: 0.01, minErrors: 3, minRequests: 1 };
/**
 * How many times as bad as tolerated green may be, and the part of the mixture given to each. Chosen by simulation for
 * the median and the slowest tenth at 1 % and 5 % errors (compare.exhaustive.test.ts).
 */
const mixture = [
    { excess: 2, part: 2 / 19 },
    { excess: 3, part: 3 / 19 },
    { excess: 5, part: 4 / 19 },
    { excess: 8, part: 5 / 19 },
    { excess: 15, part: 3 / 19 },
    { excess: 40, part: 2 / 19 },
];
/** Evidence that is so many times the bar counts at once; weaker must come from two minutes, because errors come in bursts. */
const burstMargin = 3;
/** What the minutes in which both sides took requests say of green. */
function compare(minutes, comparing) {
    const both = minutes.map(plausible).filter(({ green, blue }) => green.requests > 0 && blue.requests > 0);
    const green = total(both.map((minute) => minute.green));
    const blue = total(both.map((minute) => minute.blue));
    const { logE, against } = evidence(both, comparing.tolerance);
    const bar = 1 / comparing.alpha;
    const said = `green ${shareOf(green, ' requests failed')}, blue ${shareOf(blue)}`;
    const known = { logE, green, blue };
    if (green.requests === 0) {
        return { ...known, judgement: 'unknown', reason: 'no minute yet in which both sides took requests' };
    }
    const e = `E = ${figure(Math.exp(Math.min(logE, 690)))}`;
    const isOver = logE >= Math.log(bar) && green.errors >= comparing.minErrors;
    if (isOver && (against >= 2 || logE >= Math.log(burstMargin * bar))) {
        return { ...known, judgement: 'unhealthy', reason: `${said}: ${e} ≥ ${figure(bar)}` };
    }
    if (green.requests < comparing.minRequests) {
        const reason = `${figure(green.requests)} of ${figure(comparing.minRequests)} requests that green needs; ${said}: ${e}`;
        return { ...known, judgement: 'unknown', reason };
    }
    const below = logE < Math.log(0.01) ? 'E < 0.01' : `${e} < ${figure(bar)}`;
    const why = isOver ? `${e} from one minute only` : below;
    return { ...known, judgement: 'healthy', reason: `${said}: ${why}` };
}
/** ln E, and the number of minutes in which green had more than its share of the errors. */
function evidence(minutes, tolerance) {
    const logs = mixture.map(({ part }) => Math.log(part));
    let against = 0;
    for (const { green, blue, greatestShare } of minutes) {
        if (green.errors === 0 && blue.errors === 0)
            continue;
        const odds = Math.max(green.requests / blue.requests, oddsOf(greatestShare));
        if (!Number.isFinite(odds))
            continue;
        const expected = tolerance * odds;
        if (green.errors * (1 + expected) > (green.errors + blue.errors) * expected)
            against++;
        for (const [i, { excess }] of mixture.entries()) {
            const worse = excess * expected;
            // ln(θ/θ₀) and ln((1−θ)/(1−θ₀)), with θ = odds / (1 + odds): nothing is subtracted from 1, so nothing is lost near 0 and 1.
            const ifBlue = Math.log1p(expected) - Math.log1p(worse);
            logs[i] = (logs[i] ?? 0) + green.errors * (Math.log(excess) + ifBlue) + blue.errors * ifBlue;
        }
    }
    const top = Math.max(...logs);
    return { logE: top + Math.log(logs.reduce((sum, log) => sum + Math.exp(log - top), 0)), against };
}
const oddsOf = (percent) => (percent === undefined ? 0 : percent / (100 - percent));
/** Errors and requests are two metrics: the one may be here before the other. */
function plausible(minute) {
    const within = ({ requests, errors }) => ({ requests, errors: Math.min(errors, requests) });
    return { ...minute, green: within(minute.green), blue: within(minute.blue) };
}
function total(all) {
    return all.reduce((sum, { requests, errors }) => ({ requests: sum.requests + requests, errors: sum.errors + errors }), { requests: 0, errors: 0 });
}
/** `12 of 240 requests failed (5 %)` */
function shareOf({ requests, errors }, what = '') {
    return `${figure(errors)} of ${figure(requests)}${what} (${compare_percent(requests === 0 ? 0 : errors / requests)})`;
}
/** At most two digits that count, so that 0.13 % and 5.2 % both tell something. */
function compare_percent(rate) {
    const value = 100 * rate;
    return `${value >= 10 ? Math.round(value) : Number(value.toPrecision(2))} %`;
}
/** `1,900`; beyond a million the exact figure says nothing. */
function figure(value) {
    if (value >= 1e6)
        return 'over a million';
    const rounded = value >= 10 ? Math.round(value) : Number(value.toPrecision(2));
    return rounded.toString().replace(/\B(?=(\d{3})+(?!\d))/g, rounded >= 1000 ? ',' : '');
}

;// CONCATENATED MODULE: ./build-stage/verdict/minutes.js
const minuteMs = 60_000;
/** A rule change may take so long to reach every node of the load balancer, ms. Not documented; observed to be seconds. */
const propagationMs = 60_000;
/** So long after its end a minute's figures may still be missing, ms. */
const lateMs = 120_000;
/** So many requests must have been expected before their absence is taken for lost figures. */
const tellingRequests = 20;
const none = { requests: 0, errors: 0 };
/** The minutes that either side has figures of, in order. */
function pairUp(green, blue) {
    const times = [...new Set([...green, ...blue].map(({ at }) => at))].sort((a, b) => a - b);
    const of = (side) => new Map(side.map(({ at, counts }) => [at, counts]));
    const [greens, blues] = [of(green), of(blue)];
    return times.map((at) => ({ at, green: greens.get(at) ?? none, blue: blues.get(at) ?? none }));
}
/** The greatest share that green may have had in the minute when that was not one and the same all the time. */
function greatestShareIn(shares, minute) {
    const inEffect = shares.filter(({ at }, i) => {
        const end = (shares[i + 1]?.at ?? Number.POSITIVE_INFINITY) + propagationMs;
        return at < minute + minuteMs && end > minute;
    });
    return inEffect.length < 2 ? undefined : Math.max(...inEffect.map(({ greenPercent }) => greenPercent));
}
/** What a step has not seen and must see before it ends, in words; undefined when nothing is missing. */
function whatIsLacking(minutes, needs) {
    const { minRequests, usualPerSecond, raisedAt, stepSince, now } = needs;
    // A minute in which the step before was still served is not the step's own.
    const seen = minutes.filter(({ at }) => at >= stepSince).reduce((sum, { green }) => sum + green.requests, 0);
    if (seen < minRequests)
        return `only ${seen} of ${minRequests} requests of the new version were seen at this step`;
    const last = minutes.findLast(({ green, blue }) => green.requests + blue.requests > 0);
    const silentMs = now - Math.max(raisedAt, last === undefined ? 0 : last.at + minuteMs) - minuteMs - lateMs;
    if (usualPerSecond === null || (usualPerSecond * silentMs) / 1000 < tellingRequests)
        return undefined;
    const since = Math.round((silentMs + minuteMs + lateMs) / minuteMs);
    return `CloudWatch has shown no requests to either side for ${since} min, where ${Number(usualPerSecond.toPrecision(2))} a second were usual`;
}

;// CONCATENATED MODULE: ./build-stage/evidence/compare-source.js


const compareSource = 'green against blue';
/**
 * Green against blue by what CloudWatch counts for their target groups, from the minute on in which green was raised.
 * Everything is read and reckoned anew at each look, because a minute's figures come late and grow.
 */
class CompareEvidence {
    metrics;
    clock;
    options;
    source = compareSource;
    everyMs;
    minutes = [];
    shares = [];
    constructor(metrics, clock, options) {
        this.metrics = metrics;
        this.clock = clock;
        this.options = options;
        this.everyMs = options.everyMs;
    }
    /** Green's share as it was written or observed, in percent. */
    noteShare(at, greenPercent) {
        if (this.shares.at(-1)?.greenPercent !== greenPercent)
            this.shares.push({ at, greenPercent });
    }
    async look() {
        const raisedAt = this.raisedAt();
        const { source } = this;
        if (raisedAt === undefined) {
            const reason = 'begins with the first requests to the new version (not counted yet)';
            return [{ source, judgement: 'healthy', reason, at: this.clock.now() }];
        }
        const { blueArn, greenArn, comparing } = this.options;
        const metrics = await this.metrics();
        const seen = await metrics.minutesOfBoth(blueArn, greenArn, raisedAt, this.clock.now());
        this.minutes = pairUp(counted(seen.green), counted(seen.blue)).map((pair) => {
            const greatestShare = greatestShareIn(this.shares, pair.at);
            return greatestShare === undefined ? pair : { ...pair, greatestShare };
        });
        const { judgement, reason } = compare(this.minutes, comparing);
        const at = this.clock.now();
        // That figures are not here yet is no doubt about green: whether a step may end without them is said by `lacking`.
        if (judgement === 'unknown')
            return [{ source, judgement, reason, at, isGathering: true }];
        return [{ source, judgement, reason, at }];
    }
    /** What the step that is observed since `stepSince` has not seen yet and must see; undefined when nothing is missing. */
    lacking(stepSince) {
        const raisedAt = this.raisedAt();
        if (raisedAt === undefined)
            return undefined;
        const { minRequests, usualPerSecond } = this.options;
        return whatIsLacking(this.minutes, { minRequests, usualPerSecond, raisedAt, stepSince, now: this.clock.now() });
    }
    raisedAt() {
        return this.shares.find(({ greenPercent }) => greenPercent > 0)?.at;
    }
}
/** A connection that could not be made is an error as much as an answer of 500: a green that crashes gives no answers. */
const counted = (minutes) => minutes.map(({ at, requests, errors5xx, connectionErrors }) => ({
    at,
    counts: { requests, errors: errors5xx + connectionErrors },
}));
/** How far back the usual traffic is looked for, and how young a minute may be whose figures are not complete, ms. */
const usualMs = 15 * 60_000;
const compare_source_lateMs = 2 * 60_000;
/**
 * Requests a second to both sides in the last quarter of an hour, counted from the first minute that had any.
 *
 * @throws AccessError when CloudWatch may not be read
 */
async function usualRequests(metrics, now, groups) {
    const seen = await metrics.minutesOfBoth(groups.blueArn, groups.greenArn, now - usualMs, now);
    const minutes = pairUp(counted(seen.green), counted(seen.blue));
    const all = minutes.map(({ at, green, blue }) => ({ at, requests: green.requests + blue.requests }));
    const settled = all.filter(({ at, requests }) => requests > 0 && at + 60_000 <= now);
    const first = settled[0]?.at;
    if (first === undefined)
        return 0;
    // The newest minutes may not be there yet, and that they are missing says nothing.
    const end = Math.max((settled.at(-1)?.at ?? first) + 60_000, now - compare_source_lateMs - 60_000);
    return settled.reduce((sum, { requests }) => sum + requests, 0) / ((end - first) / 1000);
}

;// CONCATENATED MODULE: ./build-stage/verdict/queries.js
const querySource = (query) => `query ${query.name}`;
const holds = {
    '<': (value, threshold) => value < threshold,
    '<=': (value, threshold) => value <= threshold,
    '>': (value, threshold) => value > threshold,
    '>=': (value, threshold) => value >= threshold,
    '==': (value, threshold) => value === threshold,
    '!=': (value, threshold) => value !== threshold,
};
function readAnswer(query, all) {
    if (all.length === 0)
        return { kind: 'no data', reason: 'no data' };
    const series = all.filter(({ value }) => !Number.isNaN(value));
    if (series.length === 0)
        return { kind: 'no data', reason: `no data (${all.length} series, all NaN)` };
    const bad = series.filter(({ value }) => !holds[query.holds](value, query.threshold));
    const worst = worstOf(query, bad.length > 0 ? bad : series);
    const many = series.length > 1 ? `${bad.length > 0 ? `${bad.length} of` : 'worst of'} ${series.length} series` : '';
    // Labels only where somebody has to look: they are long.
    const where = [many, bad.length > 0 ? queries_inWords(worst.labels) : ''].filter((text) => text !== '').join(': ');
    const value = `${queries_figure(worst.value)}, must be ${query.holds} ${query.threshold}`;
    return { kind: bad.length > 0 ? 'breaches' : 'holds', reason: where === '' ? value : `${value} (${where})` };
}
/**
 * What the query says at `at`. The time since when it breaches is the only memory and goes from look to look: a look
 * without data neither ends a breach nor begins one.
 *
 * @param breachingSince what the look before answered, null at the first
 */
function judgeQuery(query, answered, breachingSince, at) {
    const source = querySource(query);
    const { kind, reason } = answered;
    if (kind === 'holds')
        return { finding: { source, judgement: 'healthy', reason, at }, breachingSince: null };
    if (kind === 'no data')
        return { finding: { source, judgement: 'unknown', reason, at }, breachingSince };
    const since = breachingSince ?? at;
    if (at - since >= query.forMs)
        return { finding: { source, judgement: 'unhealthy', reason, at }, breachingSince: since };
    const lasting = `${reason}; for ${Math.round((at - since) / 1000)} of ${Math.round(query.forMs / 1000)} s`;
    return { finding: { source, judgement: 'unknown', reason: lasting, at, isPending: true }, breachingSince: since };
}
/** The one that is farthest from where it should be; for == and != from the threshold, as there is no side. */
function worstOf({ holds: operator, threshold }, series) {
    const badness = (value) => operator.startsWith('<') ? value : operator.startsWith('>') ? -value : Math.abs(value - threshold);
    return series.reduce((worst, one) => (badness(one.value) > badness(worst.value) ? one : worst));
}
/** As many labels as fit in a line of a log. */
const labelsLimit = 200;
function queries_inWords(labels) {
    const names = Object.keys(labels)
        .filter((name) => name !== '__name__')
        .sort();
    if (names.length === 0)
        return '';
    const text = names.map((name) => `${name}=${JSON.stringify(labels[name])}`).join(', ');
    return `{${text.length > labelsLimit ? `${text.slice(0, labelsLimit)}…` : text}}`;
}
const queries_figure = (value) => Number.isFinite(value) ? String(Number(value.toPrecision(4))) : String(value);

// EXTERNAL MODULE: ./build-stage/verdict/query-text.js
var query_text = __webpack_require__(9441);
;// CONCATENATED MODULE: ./build-stage/evidence/prometheus-source.js





/**
 * One query. How long it breaches is remembered from look to look, as Prometheus does for `for` of a rule: a range query
 * would count what the version before did, and needs no fewer looks. A runner that dies forgets it, and counts anew.
 */
function queryEvidence(reader, clock, query, options) {
    const source = querySource(query);
    let breachingSince = null;
    let hasSpoken = !options.wasSilent;
    let wasBad = options.wasBad;
    return {
        source,
        everyMs: options.everyMs,
        async look() {
            const answered = readAnswer(query, await prometheus_source_ask(reader, query));
            const at = clock.now();
            if (answered.kind === 'holds')
                wasBad = false;
            if (answered.kind === 'breaches' && wasBad) {
                const reason = `bad since before the forced start (not counted): ${answered.reason}`;
                return [{ source, judgement: 'healthy', reason, at }];
            }
            if (answered.kind !== 'no data')
                hasSpoken = true;
            else if (!hasSpoken && !options.hasTraffic()) {
                // A metric of the new version alone cannot be there before its first request. From then on it must be.
                const reason = `${answered.reason} yet (counts from the first request to the new version on)`;
                return [{ source, judgement: 'healthy', reason, at }];
            }
            const judged = judgeQuery(query, answered, breachingSince, at);
            breachingSince = judged.breachingSince;
            return [judged.finding];
        },
    };
}
/**
 * Asks each query once.
 *
 * @param queries by the input that they come from
 * @throws InputError with Prometheus' own words for a query that it does not take, AccessError
 */
async function checkQueries(reader, queries) {
    const problems = [];
    const refusals = new Set();
    const warnings = [];
    const silent = new Set();
    const bad = new Map();
    for (const [input, query] of Object.entries(queries).flatMap(([input, all]) => all.map((query) => [input, query]))) {
        try {
            const { kind, reason } = readAnswer(query, await prometheus_source_ask(reader, query));
            if (kind === 'breaches')
                bad.set(query.name, `${querySource(query)} is bad already: ${reason}`);
            if (kind !== 'no data')
                continue;
            silent.add(query.name);
            warnings.push(`${querySource(query)} has ${reason}: without data once the new version has requests, it is not promoted`);
        }
        catch (error) {
            if (error instanceof access_error/* AccessError */.Z)
                throw error;
            if (error instanceof RefusedQuery) {
                problems.push({ input, value: query.expression, wrong: `is refused by Prometheus: ${error.message}` });
            }
            else
                refusals.add(`Prometheus cannot be asked: ${error instanceof Error ? error.message : String(error)}`);
        }
    }
    if (problems.length > 0)
        throw new input_error/* InputError */.d(problems);
    return { refusals: [...refusals], warnings, silent, bad };
}
/** Nothing found may mean that nothing was ever counted: then the same query, with zeros where its metric is there. */
async function prometheus_source_ask(reader, query) {
    const found = await reader.query(query.expression);
    const filled = found.length > 0 ? undefined : (0,query_text/* withZeros */.c)(query.expression);
    if (filled === undefined)
        return found;
    return reader.query(filled).catch((error) => {
        // Labels that do not go together with the zeros: then there is no data, as Prometheus said.
        if (error instanceof RefusedQuery)
            return found;
        throw error;
    });
}

;// CONCATENATED MODULE: ./build-stage/verdict/alarms.js
const alarmSource = (name) => `alarm ${name}`;
/**
 * What the alarms say while the shift runs. INSUFFICIENT_DATA is not health: an alarm that had data and lost it is
 * unknown. One that never had any was warned about before the start and speaks only when it goes to ALARM.
 *
 * @param silentFromStart names of alarms that had no data before the start
 * @param onFromStart names of alarms that were in ALARM before a forced start and have not been OK since
 */
function judgeAlarms(names, alarms, silentFromStart, onFromStart, at) {
    return names.map((name) => {
        const source = alarmSource(name);
        const alarm = alarms.find((candidate) => candidate.name === name);
        if (alarm === undefined)
            return { source, judgement: 'unknown', reason: 'does not exist any more', at };
        if (alarm.state === 'ALARM' && onFromStart.has(name)) {
            return { source, judgement: 'healthy', reason: 'in ALARM since before the forced start (not counted)', at };
        }
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
    const on = new Map();
    for (const name of names) {
        const alarm = alarms.find((candidate) => candidate.name === name);
        if (alarm === undefined) {
            refusals.push(`alarm ${name} does not exist in this account and Region`);
            continue;
        }
        if (alarm.state === 'ALARM')
            on.set(name, `alarm ${name} is in ALARM already: ${alarm.reason}`);
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
    return { refusals, warnings, silent, on };
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
    const found = (0,blue_green_sides/* sidesOf */.Mm)(route, services, inputs.targetGroups);
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
    if (wanted.arn === blue.seen.taskDefinitionArn || (0,task_definition/* runsTheSame */.Ux)(live, wanted.definition)) {
        return { kind: 'unchanged', sides, taskDefinitionArn: blue.seen.taskDefinitionArn };
    }
    const arn = wanted.arn ?? (await alreadyRegistered(world, green.seen.taskDefinitionArn, wanted.definition));
    const alarms = await checked(inputs, world, sides, route);
    const queries = await askedOnce(inputs, world);
    const broken = [
        ...(sides.broken === undefined ? [] : [sides.broken]),
        ...alarms.on.values(),
        ...queries.bad.values(),
    ];
    const compared = await comparedBefore(inputs, world, sides, route);
    const refusals = [...alarms.refusals, ...queries.refusals, ...(inputs.force === undefined ? broken : [])];
    if (refusals.length > 0)
        return { kind: 'refused', sides, reasons: refusals };
    const tasks = Math.max(1, sides.broken === undefined ? blue.seen.runningCount : blue.seen.desiredCount);
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
        taskDefinition: arn === undefined ? { register: (0,task_definition/* registrable */.ZV)(wanted.definition) } : { arn },
        attachGreen: sides.greenIsMissing,
        tasks,
        minHealthyTargets: Math.max(1, Math.ceil((tasks * inputs.minHealthy) / 100)),
        steps: inputs.steps,
        alarms: inputs.alarms,
        probe: inputs.probe ?? null,
        queries: queriesOf(inputs),
        compare: compared.compare,
        keepOldMs: inputs.keepOld,
        drainMs: inputs.drain,
        warnings: [
            ...broken.map((what) => `Forced (${inputs.force}): ${what}`),
            ...alarms.warnings,
            ...queries.warnings,
            ...compared.warnings,
        ],
    };
    return {
        kind: 'go',
        plan,
        sides,
        route,
        silentAlarms: alarms.silent,
        alarmsOn: new Set(alarms.on.keys()),
        queriesBefore: queries,
    };
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
    const replaced = (0,task_definition/* withImages */.nS)(base, inputs.images);
    if ('missing' in replaced) {
        const where = given ?? liveArn;
        throw new input_error/* InputError */.d(replaced.missing.map((name) => ({
            input: 'images',
            value: name,
            wrong: `names a container that ${where} does not have (it has ${replaced.has.join(', ')})`,
        })));
    }
    const untouched = isArn && (0,task_definition/* runsTheSame */.Ux)(base, replaced.definition);
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
    return (0,task_definition/* runsTheSame */.Ux)(green, wanted) ? greenArn : undefined;
}
async function checked(inputs, world, sides, route) {
    if (inputs.alarms.length === 0) {
        const others = inputs.compare ? 'target health, stopped tasks, green against blue' : 'target health, stopped tasks';
        const warning = `no alarms are given: only ${others} and the probe can find this release bad`;
        return { refusals: [], warnings: queriesOf(inputs).length > 0 ? [] : [warning], silent: new Set(), on: new Map() };
    }
    const alarms = await world.alarms.alarms(inputs.alarms);
    return checkAlarms(inputs.alarms, alarms, {
        blue: world.metricDimension(sides.blue.targetGroupArn),
        green: world.metricDimension(sides.green.targetGroupArn),
        loadBalancer: world.metricDimension(route.loadBalancerArn),
    });
}
/** How much traffic there is to compare by. Without the permission to read it the deployment is refused, not begun blind. */
async function comparedBefore(inputs, world, { blue, green }, route) {
    if (!inputs.compare)
        return { compare: null, warnings: [] };
    const compare = {
        tolerance: inputs.compareTolerance,
        alpha: Number((1 - inputs.compareConfidence / 100).toPrecision(3)),
        minRequests: inputs.minRequests,
        onNoData: inputs.onNoData,
        noDataLimitMs: inputs.noDataLimit,
    };
    const groups = { blueArn: blue.targetGroupArn, greenArn: green.targetGroupArn };
    try {
        const usualPerSecond = await usualRequests(world.metrics(route), world.clock.now(), groups);
        return { compare: { ...compare, usualPerSecond }, warnings: [] };
    }
    catch (error) {
        if (error instanceof access_error/* AccessError */.Z)
            throw error;
        const warning = `the traffic before the start could not be read (${(0,words/* messageOf */.bD)(error)}): what the steps can see is not known`;
        return { compare: { ...compare, usualPerSecond: null }, warnings: [warning] };
    }
}
const queriesOf = ({ queries, alertRules }) => [...queries, ...alertRules];
async function askedOnce({ queries, alertRules }, { metricQueries }) {
    if (metricQueries === undefined)
        return { refusals: [], warnings: [], silent: new Set(), bad: new Map() };
    return checkQueries(metricQueries, { queries, 'alert-rules': alertRules });
}
function imageChanges(live, wanted) {
    return (wanted.containerDefinitions ?? []).flatMap(({ name = '', image = '' }) => {
        const from = live.containerDefinitions?.find((container) => container.name === name)?.image ?? 'none';
        return from === image ? [] : [{ container: name, from, to: image }];
    });
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

;// CONCATENATED MODULE: ./build-stage/verdict/deployment.js

const deploymentSource = 'deployment';
/**
 * Whether the service still runs what is being released. Somebody may deploy something else to it meanwhile, and ECS may
 * roll it back: then what the other evidence says is said of another version.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Deployment.html
 */
function judgeDeployment(service, taskDefinitionArn, at) {
    const source = deploymentSource;
    const primary = service?.deployments.find(({ status }) => status === 'PRIMARY');
    if (primary === undefined)
        return { source, judgement: 'unhealthy', reason: 'the service has none', at };
    if (primary.taskDefinitionArn !== taskDefinitionArn) {
        const other = (0,task_definition/* shortName */.EU)(primary.taskDefinitionArn);
        const reason = `the service runs ${other}: another deployment has replaced that of ${(0,task_definition/* shortName */.EU)(taskDefinitionArn)}`;
        return { source, judgement: 'unhealthy', reason, at };
    }
    if (primary.rollout === 'FAILED') {
        return { source, judgement: 'unhealthy', reason: `it failed: ${primary.rolloutReason}`, at };
    }
    return { source, judgement: 'healthy', reason: (0,task_definition/* shortName */.EU)(taskDefinitionArn), at };
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
    const fatal = tasks.filter(stopped_tasks/* speaksAgainstRelease */.k);
    if (fatal.length === 0)
        return { source, judgement: 'healthy', reason: 'none', at };
    return { source, judgement: fatal.length >= limit ? 'unhealthy' : 'healthy', reason: (0,stopped_tasks/* causes */.p)(fatal).join('; '), at };
}

// EXTERNAL MODULE: ./build-stage/verdict/target-health.js
var target_health = __webpack_require__(3635);
;// CONCATENATED MODULE: ./build-stage/evidence/sources.js





/** The alarms, all in one call. An alarm in ALARM counts at the first look. */
function alarmEvidence(reader, clock, options) {
    // An alarm that was on before a forced start counts again as soon as it has been off.
    const on = new Set(options.onFromStart);
    return {
        source: 'alarms',
        everyMs: options.everyMs,
        async look() {
            const alarms = await reader.alarms(options.names);
            for (const { name, state } of alarms)
                if (state === 'OK')
                    on.delete(name);
            return judgeAlarms(options.names, alarms, options.silentFromStart, on, clock.now());
        },
    };
}
/** The load balancer's own health checks of green. `onSeen` is told what each look saw. */
function targetHealthEvidence(reader, clock, options) {
    const inARow = repeated(options.limit);
    return {
        source: target_health/* targetHealthSource */.TY,
        everyMs: options.everyMs,
        async look() {
            const targets = await reader.targets(options.targetGroupArn);
            options.onSeen(targets);
            return [inARow((0,target_health/* judgeTargets */.Ui)(targets, options.needed, clock.now()))];
        },
    };
}
/** That green still runs what is released. */
function deploymentEvidence(rollout, clock, options) {
    const inARow = repeated(options.limit);
    return {
        source: deploymentSource,
        everyMs: options.everyMs,
        async look() {
            const [service] = await rollout.describe([options.service]);
            return [inARow(judgeDeployment(service, options.taskDefinitionArn, clock.now()))];
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
    const unknown = findings.filter((finding) => finding.judgement === 'unknown' && finding.isGathering !== true);
    const doubts = [...unknown.map(say), ...silent];
    if (doubts.length > 0) {
        const isPending = silent.length === 0 && unknown.every((finding) => finding.isPending === true);
        return { judgement: 'unknown', reason: doubts.join('; '), findings, ...(isPending ? { isPending } : {}) };
    }
    if (findings.every((finding) => finding.isGathering === true))
        return { judgement: 'unknown', reason: 'nothing has been observed', findings };
    return {
        judgement: 'healthy',
        reason: reasons(findings.filter(({ isGathering }) => isGathering !== true)),
        findings,
    };
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

// EXTERNAL MODULE: ./build-stage/spec/http-status.js
var http_status = __webpack_require__(3754);
;// CONCATENATED MODULE: ./build-stage/actions/ecs-blue-green/watch-green.js











/** Failed probes in a row that are bad; fewer are a doubt. */
const probeLimit = 3;
/** Watches green from all sides, asks each once before green gets traffic, then shifts. */
async function watchAndShift(inputs, world, ready) {
    const { plan, story, lock } = ready;
    let healthyTargets;
    let blueHealthyTargets;
    let hasTraffic = false;
    const sources = await sourcesOf(inputs, world, ready, (ofGreen, ofBlue) => {
        healthyTargets = ofGreen;
        blueHealthyTargets = ofBlue;
    });
    sources.push(...watch_green_queriesOf(inputs, world, ready, () => hasTraffic));
    const comparison = comparisonOf(inputs, world, plan);
    if (comparison !== undefined)
        sources.push(comparison);
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
            blueHealthyTargets: () => blueHealthyTargets,
            comparison,
            onFirstRaise: () => {
                hasTraffic = true;
            },
            showStory: () => world.report.summary(summaryOf(story)),
        });
    }
    finally {
        await watch.stop();
    }
}
async function sourcesOf(inputs, world, { plan, story, silentAlarms, alarmsOn, taskDefinitionArn, startedAt }, onHealthy) {
    const { clock } = world;
    const everyMs = inputs.pollInterval;
    let ofBlue;
    const lookAtBlue = async () => {
        ofBlue = await world.targets.targets(plan.blue.targetGroupArn).then(target_health/* ableCount */.ak, () => undefined);
    };
    // Blue is looked at beside green: not as evidence, but to know whether there is a side to go back to.
    const both = {
        targets: async (arn) => (await Promise.all([world.targets.targets(arn), lookAtBlue()]))[0],
    };
    const targets = targetHealthEvidence(both, clock, {
        targetGroupArn: plan.green.targetGroupArn,
        needed: plan.minHealthyTargets,
        limit: inputs.unhealthyLimit,
        everyMs,
        onSeen: (seen) => onHealthy((0,target_health/* healthyCount */.jB)(seen), ofBlue),
    });
    const stopped = stoppedTasksEvidence(world.rollout, clock, {
        service: plan.green.service,
        taskDefinitionArn,
        since: startedAt,
        limit: start_green/* startFailureLimit */.I,
        everyMs,
        onSeen: (tasks) => {
            story.stopped = { ...story.stopped, tasks };
        },
    });
    const deployment = deploymentEvidence(world.rollout, clock, {
        service: plan.green.service,
        taskDefinitionArn,
        limit: inputs.unhealthyLimit,
        everyMs,
    });
    const alarms = alarmEvidence(world.alarms, clock, {
        names: inputs.alarms,
        silentFromStart: silentAlarms,
        onFromStart: alarmsOn,
        everyMs,
    });
    return [
        ...(inputs.alarms.length > 0 ? [alarms] : []),
        targets,
        deployment,
        stopped,
        ...(inputs.probe === undefined ? [] : [await watch_green_probeSource(inputs, world, inputs.probe)]),
    ];
}
function watch_green_queriesOf(inputs, world, ready, hasTraffic) {
    const { metricQueries, clock } = world;
    if (metricQueries === undefined)
        return [];
    return ready.plan.queries.map((query) => queryEvidence(metricQueries, clock, query, {
        everyMs: inputs.pollInterval,
        wasSilent: ready.queriesBefore.silent.has(query.name),
        wasBad: ready.queriesBefore.bad.has(query.name),
        hasTraffic,
    }));
}
/** Metrics are by the minute: three times the pace of the other sources is soon enough. */
function comparisonOf(inputs, world, { compare, blue, green }) {
    if (compare === null)
        return undefined;
    let metrics;
    const read = () => {
        metrics ??= world.router.read().then((route) => world.metrics(route));
        metrics.catch(() => {
            metrics = undefined;
        });
        return metrics;
    };
    return new CompareEvidence(read, world.clock, {
        blueArn: blue.targetGroupArn,
        greenArn: green.targetGroupArn,
        comparing: { ...usualComparing, tolerance: compare.tolerance, alpha: compare.alpha },
        minRequests: compare.minRequests,
        usualPerSecond: compare.usualPerSecond,
        everyMs: 3 * inputs.pollInterval,
    });
}
async function watch_green_probeSource(inputs, world, target) {
    const url = target.startsWith('/') ? `${await world.listenerUrl(await world.router.read())}${target}` : target;
    const ranges = inputs.probeStatus;
    return probeEvidence(world.prober, world.clock, {
        request: { url, headers: inputs.probeHeaders, timeoutMs: inputs.probeTimeout },
        expected: {
            accepts: (status) => (0,http_status/* statusIsIn */.C)(ranges, status),
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
        noDataLimitMs: inputs.noDataLimit,
        onNoData: inputs.onNoData,
        onBrokenOld: inputs.onBrokenOld,
    };
}

;// CONCATENATED MODULE: ./build-stage/actions/ecs-blue-green/run.js

















/** The whole deed. Never rejects: whatever happens is a result, outputs are set and the summary is written. */
async function run(inputs, world) {
    const story = newStory(world.clock.now(), world.run.url);
    const result = await attempt(inputs, world, story).catch((error) => faulted(world, story, error));
    story.result = result;
    world.report.outputs((0,blue_green_result/* outputsOf */.Yz)(result, story.plan));
    world.report.line('');
    world.report.line((0,blue_green_result/* sentence */.em)(result));
    if (story.plan !== undefined && !inputs.dryRun)
        showEnd(world, result, story.plan.green.service);
    await world.report.summary(summaryOf(story));
    await world.deployment?.shown();
    return result;
}
/** Something that is no verdict on the release: access, inputs, a fault of ours. */
async function faulted(world, story, error) {
    const isRefusal = story.plan === undefined && (error instanceof input_error/* InputError */.d || error instanceof access_error/* AccessError */.Z);
    // Without a plan nothing was changed but the lock, and that goes back too; otherwise `post` finishes.
    if (story.plan === undefined)
        await world.journal.release(world.run.holder).catch(() => { });
    const outcome = isRefusal ? 'refused' : 'interrupted';
    const result = { outcome, reason: (0,words/* messageOf */.bD)(error), error, ...(await (0,blue_green_finish/* weightsNow */.kO)(world, story.plan)) };
    return error instanceof access_error/* AccessError */.Z && story.plan !== undefined
        ? lostAccess(result, error, story, story.plan)
        : result;
}
/** Before the shift green has no traffic: what cannot be read any more is known all the same. */
function lostAccess(result, error, story, { green }) {
    if (story.timeline.some(({ greenPercent }) => greenPercent !== 0))
        return result;
    const told = { ...result, reason: `${result.reason.replace(/\.$/, '')}. ${green.service} never had traffic` };
    return { ...told, error: new access_error/* AccessError */.Z((0,blue_green_result/* sentence */.em)(told), error.detail, { cause: error }) };
}
async function attempt(inputs, world, story) {
    if (inputs.dryRun)
        return dryRun(inputs, world, story);
    const deadline = story.startedAt + inputs.timeout;
    const lock = new HeldLock(inputs, world, story.startedAt);
    const locked = await (0,blue_green_lock/* takeLock */.HJ)(inputs, world, (now) => lock.entry(now), deadline);
    if (!locked.taken) {
        lock.end();
        const isCancelled = locked.reason === world.cancellation.reason;
        return { outcome: isCancelled ? 'interrupted' : 'refused', reason: locked.reason };
    }
    if (locked.leftBy !== undefined) {
        world.report.warn(`Took over the lock of a run that died (${locked.leftBy.runUrl}, stage: ${locked.leftBy.stage})`);
        world.report.line(await (0,recovery/* recoverLeft */.C)(world, locked.leftBy));
        await world.journal.update(lock.entry(world.clock.now()));
    }
    const prepared = await prepare(inputs, world);
    if (prepared.kind !== 'go') {
        await lock.release();
        return noShift(prepared);
    }
    const { plan } = prepared;
    await showPlan(world, story, plan);
    if (world.cancellation.reason !== undefined) {
        const reason = `${world.cancellation.reason}; nothing was changed yet`;
        return { outcome: 'interrupted', reason, ...(await (0,blue_green_finish/* weightsNow */.kO)(world, plan)) };
    }
    const warn = (text) => {
        story.warnings.push(text);
        world.report.warn(text);
    };
    lock.scalingBefore = await (0,blue_green_scaling/* readScaling */.Ov)(world, plan.blue, plan.green, warn);
    await lock.enter('start', plan);
    if (lock.lostTo !== undefined)
        return { outcome: 'refused', reason: `the lock was lost to ${lock.lostTo}` };
    await (0,blue_green_scaling/* holdScaling */.br)(world, lock, warn);
    const { taskDefinition } = plan;
    const taskDefinitionArn = 'arn' in taskDefinition ? taskDefinition.arn : await world.rollout.register(taskDefinition.register);
    const startedAt = world.clock.now();
    const started = await (0,start_green/* startGreen */.c)(inputs, world, { plan, taskDefinitionArn, lock }, (tasks) => {
        story.stopped = { ...story.stopped, tasks };
    });
    if (!started.ready)
        return neverReady(inputs, world, story, { plan, lock, taskDefinitionArn, startedAt, started });
    const ready = `${plan.green.service} is ready: ${started.healthyTargets} healthy targets`;
    story.timeline.push({ at: world.clock.now(), greenPercent: 0, what: ready });
    await lock.enter('shift', plan);
    const shift = {
        plan,
        lock,
        story,
        silentAlarms: prepared.silentAlarms,
        alarmsOn: prepared.alarmsOn,
        queriesBefore: prepared.queriesBefore,
        taskDefinitionArn,
        startedAt,
        deadline,
    };
    return conclude(inputs, world, shift, await watchAndShift(inputs, world, shift));
}
async function dryRun(inputs, world, story) {
    const prepared = await prepare(inputs, world);
    if (prepared.kind !== 'go')
        return noShift(prepared);
    await showPlan(world, story, prepared.plan);
    return { outcome: 'unchanged', reason: 'dry run: nothing was changed', ...(await (0,blue_green_finish/* weightsNow */.kO)(world, prepared.plan)) };
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
    for (const [i, line] of (0,blue_green_plan/* planLines */.HN)(plan).entries())
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
    const common = { taskDefinitionArn, rolledBackAtWeight: 0, ...(await (0,blue_green_finish/* weightsNow */.kO)(world, plan)) };
    // After a cancel there are seconds left: `post` puts green back.
    if (started.why === 'cancelled')
        return { outcome: 'interrupted', reason: started.reason, ...common };
    await (0,blue_green_finish/* diagnose */.h4)(inputs, world, story);
    if (started.why === 'superseded') {
        if (lock.lostTo !== undefined)
            (0,blue_green_scaling/* leaveScaling */.PP)(world, lock);
        if (lock.lostTo !== undefined || (await (0,blue_green_scaling/* giveBack */.F5)(world, lock.scalingBefore)))
            await lock.release();
        return { outcome: 'interrupted', reason: started.reason, ...common };
    }
    // Autoscaling before the number of tasks, which it would move into its range; the lock last.
    const isGivenBack = await (0,blue_green_scaling/* giveBack */.F5)(world, lock.scalingBefore);
    await (0,blue_green_finish/* cleanUpGreen */.k6)(world, plan, taskDefinitionArn);
    if (isGivenBack)
        await lock.release();
    return {
        outcome: 'rolled-back',
        reason: `${started.reason}. It never had traffic`,
        ...common,
        detectMs,
        restoreMs: 0,
    };
}

// EXTERNAL MODULE: ./build-stage/actions/ecs-blue-green/spec.js + 6 modules
var spec = __webpack_require__(9986);
;// CONCATENATED MODULE: ./build-stage/actions/ecs-blue-green/index.js





















async function main() {
    const failure = (0,blue_green_result/* failureOf */.g5)(await ecs_blue_green_attempt());
    if (failure === undefined)
        return;
    (0,fail/* fail */.f)(failure);
    report/* runnerReport */.b.keep(told, 'true');
}
/** What is thrown before there is a world to run in has a result as well: workflows decide by the outcome. */
async function ecs_blue_green_attempt() {
    try {
        const inputs = (0,github_inputs/* readInputs */.K)(spec.spec);
        return await run(inputs, await world(inputs, (0,external_node_crypto_.randomUUID)()));
    }
    catch (error) {
        const outcome = error instanceof input_error/* InputError */.d ? 'refused' : 'interrupted';
        report/* runnerReport */.b.outputs((0,blue_green_result/* outputsOf */.Yz)({ outcome, reason: (0,words/* messageOf */.bD)(error) }, undefined));
        throw error;
    }
}
/** After a run that ended by itself there is nothing to do, and nothing is loaded. */
async function ecs_blue_green_post() {
    const kept = keptFrom(files/* savedState */.fP);
    if (kept === undefined || kept.stage === 'ended')
        return;
    const inputs = (0,github_inputs/* readInputs */.K)(spec.spec);
    try {
        const outside = await world(inputs, kept.holder);
        const done = await finishInterrupted(outside, kept);
        report/* runnerReport */.b.line(done);
        // A run that was killed could not show how it ended.
        if ((0,files/* savedState */.fP)(told) === undefined && kept.stage !== 'keep-old')
            outside.deployment?.tell('inactive', done);
        await outside.deployment?.shown();
    }
    catch (error) {
        // Once the traffic is where it belongs, what is left to do fails nothing.
        if (kept.stage === 'keep-old' || kept.stage === 'clean-up')
            return report/* runnerReport */.b.warn(unfinished(error));
        // One error annotation for a deployment: `main` may have told already that it failed.
        if ((0,files/* savedState */.fP)(told) === undefined)
            throw error;
        process.exitCode = 1;
        report/* runnerReport */.b.line(unfinished(error));
    }
}
/** The name under which `main` keeps that it has told of its failure. */
const told = 'told';
const unfinished = (error) => `What the run left could not be finished: ${(0,words/* messageOf */.bD)(error)}`;
async function world(inputs, holder) {
    const { awsPorts, sessionFor } = await __webpack_require__.e(/* import() */ 945).then(__webpack_require__.bind(__webpack_require__, 7945));
    const clock = (0,system_clock/* systemClock */.m)(process.env);
    const session = sessionFor(inputs, {
        clock,
        report: report/* runnerReport */.b,
        token: (audience) => identityToken(audience, clock),
        conceal: log/* mask */.dK,
        run: (0,run_context/* runContext */.p)(),
    });
    const { region, cluster, listenerRuleArn, listenerArn = '' } = inputs;
    const address = listenerRuleArn === undefined ? { listenerArn } : { ruleArn: listenerRuleArn };
    return {
        ...awsPorts({ region, cluster, address, lockName: (0,blue_green_lock/* lockName */.l4)(inputs), session }),
        clock,
        cancellation: (0,cancellation/* cancellationBySignal */.t)(),
        report: report/* runnerReport */.b,
        prober: prober,
        ...(inputs.prometheusUrl === undefined ? {} : { metricQueries: prometheusOf(inputs, inputs.prometheusUrl) }),
        ...(await shownOn(inputs)),
        readFile: (path) => readWorkspaceFile('task-definition', path),
        run: { holder, url: (0,run_context/* runContext */.p)().runUrl ?? `a run by ${(0,run_context/* runContext */.p)().actor}` },
    };
}
/** Nothing is asked of GitHub before there is a traffic step to show. */
async function shownOn(inputs) {
    const { githubToken: token, environment, environmentUrl } = inputs;
    const context = (0,run_context/* runContext */.p)();
    if (token === undefined || environment === undefined || context.repository === undefined)
        return {};
    const { createDeploymentStatus } = await __webpack_require__.e(/* import() */ 167).then(__webpack_require__.bind(__webpack_require__, 8167));
    const { apiUrl } = context;
    const warn = (text) => report/* runnerReport */.b.warn(text);
    return { deployment: createDeploymentStatus({ token, environment, environmentUrl, run: context, apiUrl, warn }) };
}
const prometheusOf = (inputs, url) => prometheus({
    url,
    token: inputs.prometheusToken,
    username: inputs.prometheusUsername,
    password: inputs.prometheusPassword,
});


/***/ }),

/***/ 8983:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ recoverLeft)
/* harmony export */ });
/* harmony import */ var _verdict_target_health_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3635);
/* harmony import */ var _finish_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8275);
/* harmony import */ var _scaling_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7699);



/**
 * Finishes or rolls back what a run left: `post` after a cancel, the next run, or `recover` after a runner that died. Reads
 * the live state, never memory; every deed in it can be done again, so that it may itself be killed anywhere.
 *
 * A run that had promoted is finished, any other is rolled back: the side that was live when it began still has its tasks.
 *
 * @returns what was done, in a sentence
 * @throws Error when the traffic cannot be brought to one side; it names the one command to run
 */
async function recoverLeft(world, left) {
    const { blue, green, stage } = left;
    if (blue === null || green === null || stage === 'prepare')
        return 'Nothing had been changed.';
    const share = await (0,_finish_js__WEBPACK_IMPORTED_MODULE_0__/* .currentShare */ .JO)(world, blue.targetGroupArn, green.targetGroupArn);
    if (stage === 'keep-old' && share === 100)
        return finishPromoted(world, left, blue.service, green.service);
    if (share !== 0) {
        world.report.line(`${green.service} has ${share ?? 'an unknown share'} % of the traffic: back to ${blue.service}`);
        await demandHealthyBlue(world, blue, green);
        if (!(await (0,_finish_js__WEBPACK_IMPORTED_MODULE_0__/* .restoreBlue */ .Zy)(world, blue.targetGroupArn, green.targetGroupArn))) {
            throw new Error(`The traffic could not be taken back to ${blue.service}. Run: ${commandTo(world, blue, green)}`);
        }
    }
    // Autoscaling before the number of tasks, which it would move into its range. When it cannot be given back, green goes
    // all the same, and then somebody has to know.
    const problem = await (0,_scaling_js__WEBPACK_IMPORTED_MODULE_1__/* .demandGivenBack */ .Ce)(world, left.scalingBefore).then(() => undefined, (error) => error);
    await (0,_finish_js__WEBPACK_IMPORTED_MODULE_0__/* .cleanUpGreen */ .k6)(world, {
        green: {
            service: green.service,
            desiredBefore: left.greenDesiredBefore,
            taskDefinitionBefore: left.greenTaskDefinitionBefore,
        },
    });
    if (problem !== undefined)
        throw problem;
    return `${blue.service} serves 100 %; ${green.service} is as it was before.`;
}
/** The new version is live. The old side goes when its warm time is over, not earlier. */
async function finishPromoted(world, left, old, live) {
    const give = async (oldSide) => {
        const scaling = (0,_scaling_js__WEBPACK_IMPORTED_MODULE_1__/* .afterPromotion */ .gk)(left.scalingBefore, { old, live, oldSide });
        await (0,_scaling_js__WEBPACK_IMPORTED_MODULE_1__/* .demandGivenBack */ .Ce)(world, [...scaling.live, ...scaling.old]);
    };
    if (left.keepOldUntil === null || world.clock.now() < left.keepOldUntil) {
        await give(left.keepOldUntil === null ? 'kept forever' : 'kept');
        return `The release was promoted: ${live} serves 100 %. ${old} still has its tasks.`;
    }
    await world.rollout.update(old, { desiredCount: 0 });
    await give('retired');
    return `The release was promoted: ${live} serves 100 %. ${old} is scaled to 0.`;
}
/** Traffic is not sent to a side that cannot answer; somebody has to look at that. */
async function demandHealthyBlue(world, blue, green) {
    const [ofBlue, ofGreen] = await Promise.all([blue, green].map(async ({ targetGroupArn }) => (0,_verdict_target_health_js__WEBPACK_IMPORTED_MODULE_2__/* .ableCount */ .ak)(await world.targets.targets(targetGroupArn))));
    if (ofBlue !== 0 || ofGreen === 0)
        return;
    throw new Error(`${blue.service} has no healthy target, so the traffic was not sent back to it; ${green.service} has ${ofGreen ?? 'some'}. ` +
        `To give everything to ${green.service}: ${commandTo(world, green, blue)}. To ${blue.service} all the same: ${commandTo(world, blue, green)}`);
}
function commandTo(world, to, from) {
    return world.router.commandFor({ [to.targetGroupArn]: 100, [from.targetGroupArn]: 0 });
}


/***/ })

};
