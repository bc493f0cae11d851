export const id = 8270;
export const ids = [8270];
export const modules = {

/***/ 8950:
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
// EXTERNAL MODULE: ./build-stage/blue-green/words.js
var words = __webpack_require__(6795);
// EXTERNAL MODULE: ./build-stage/github/cancellation.js
var github_cancellation = __webpack_require__(2828);
// EXTERNAL MODULE: ./build-stage/github/event-base.js
var event_base = __webpack_require__(5273);
// EXTERNAL MODULE: ./build-stage/github/fail.js
var fail = __webpack_require__(4687);
// EXTERNAL MODULE: ./build-stage/github/files.js
var files = __webpack_require__(1232);
// EXTERNAL MODULE: ./build-stage/github/inputs.js
var github_inputs = __webpack_require__(8746);
// EXTERNAL MODULE: ./build-stage/github/job-identity.js + 1 modules
var job_identity = __webpack_require__(7058);
// EXTERNAL MODULE: ./build-stage/github/report.js + 1 modules
var github_report = __webpack_require__(7068);
// EXTERNAL MODULE: ./build-stage/github/run-context.js
var run_context = __webpack_require__(4836);
// EXTERNAL MODULE: ./build-stage/github/workspace.js
var workspace = __webpack_require__(34);
// EXTERNAL MODULE: ./build-stage/ports/access-error.js
var access_error = __webpack_require__(7919);
;// CONCATENATED MODULE: ./build-stage/ecs/one-off.js
/** The names of the containers whose end ends the task. Essential unless it says otherwise. */
function essentialContainers(definition) {
    return (definition.containerDefinitions ?? [])
        .filter(({ essential }) => essential !== false)
        .map(({ name = '' }) => name);
}
/** Ended by SIGKILL or SIGTERM: what ECS does to the others when one essential container has ended. */
const stoppedByEcs = [137, 143];
/**
 * Judges a stopped task by its essential containers: all of them must have ended with 0. Once `container`, which ran the
 * command, has ended with 0, ECS stops the other essential ones, and that says nothing against the task.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html#ECS-Type-ContainerDefinition-essential
 */
function judgeOneOff({ stopCode, stoppedReason, containers }, essential, container) {
    const main = containers.find(({ name }) => name === container);
    const isDone = main?.exitCode === 0 && essential.includes(container);
    const isFine = ({ name, exitCode }) => exitCode === 0 || (isDone && name !== container && exitCode !== null && stoppedByEcs.includes(exitCode));
    const judged = containers.filter(({ name }) => essential.includes(name) || name === container);
    // Without containers the task never got as far as to have any.
    const succeeded = judged.length > 0 && judged.every(isFine) && stopCode !== 'TaskFailedToStart';
    const ends = containers.map(({ name, exitCode, reason }) => {
        const end = exitCode === null ? 'never ran' : `exit code ${exitCode}`;
        const role = essential.includes(name) ? '' : ', not essential';
        return `${name}: ${end}${role}${reason === '' ? '' : ` (${reason})`}`;
    });
    const why = stoppedReason || stopCode || 'no reason given';
    return { succeeded, reason: [`${why}`, ...ends].join('; ') };
}

// EXTERNAL MODULE: ./build-stage/spec/input-error.js
var input_error = __webpack_require__(5432);
;// CONCATENATED MODULE: ./build-stage/one-off/log-tail.js
/** So many of the last lines are kept for the summary. */
const keptLines = 50;
/** Shows what the containers of a task log, while they log it. */
class LogTail {
    tasks;
    containers;
    show;
    last = [];
    places = new Map();
    problem;
    constructor(tasks, containers, show) {
        this.tasks = tasks;
        this.containers = containers;
        this.show = show;
    }
    /** Shows what is new. Logs that cannot be read are told of once, and end nothing. */
    async read(task) {
        for (const container of this.containers) {
            try {
                await this.readContainer(task, container);
            }
            catch (error) {
                const problem = error instanceof Error ? error.message : String(error);
                if (this.problem === undefined)
                    this.show(`(its log cannot be read: ${problem})`);
                this.problem = problem;
            }
        }
    }
    async readContainer(task, container) {
        const { lines, after } = await this.tasks.lines({ ...task, container }, this.places.get(container));
        if (after !== undefined)
            this.places.set(container, after);
        for (const line of lines) {
            const text = this.containers.length > 1 ? `${container}: ${line}` : line;
            this.show(text);
            this.last.push(text);
        }
        this.last.splice(0, this.last.length - keptLines);
    }
}

;// CONCATENATED MODULE: ./build-stage/one-off/run-one-off.js




const pollMs = 3_000;
/** ECS asks to try again when it has no capacity at the moment. */
const placeAgainMs = 15_000;
/** A task that was just started may be unknown for a moment: DescribeTasks is eventually consistent. */
const unknownMs = 60_000;
/** How long to wait for the end of a task that was told to stop: `stopTimeout` is at most 120 s. */
const stopMs = 150_000;
/**
 * Runs one task to its end, shows what it logs while it runs, and judges it by its essential containers. Stopped when its
 * time is up or the run is cancelled. Never rejects.
 */
async function runOneOff(request, world) {
    const startedAt = world.clock.now();
    const run = new OneOffRun(request, world, startedAt + request.timeoutMs);
    const ended = await run.toEnd().catch((error) => run.broken(error));
    const result = {
        ...ended,
        containers: run.seen?.containers ?? [],
        lastLines: run.tail?.last ?? [],
        tookMs: world.clock.now() - startedAt,
        ...(run.arn === undefined ? {} : { taskArn: run.arn }),
    };
    world.report.line(`${request.name}: ${result.outcome}: ${result.reason}`);
    return result;
}
class OneOffRun {
    request;
    world;
    deadline;
    arn;
    seen;
    tail;
    essential = [];
    container = '';
    constructor(request, world, deadline) {
        this.request = request;
        this.world = world;
        this.deadline = deadline;
    }
    async toEnd() {
        const { request, world } = this;
        const definition = await world.rollout.taskDefinition(request.taskDefinitionArn);
        this.essential = essentialContainers(definition);
        const has = (definition.containerDefinitions ?? []).map(({ name = '' }) => name);
        this.container = containerOf(request, has, this.essential);
        const notPlaced = await this.place();
        if (notPlaced !== undefined)
            return notPlaced;
        world.report.line(`${request.name}: task ${this.shortArn} was started`);
        this.tail = new LogTail(world.tasks, has, (line) => world.report.line(`${request.name} | ${line}`));
        return this.follow();
    }
    /** A fault of ours or of AWS: the task may be at work, and somebody has to know. */
    broken(error) {
        const why = error instanceof Error ? error.message : String(error);
        const outcome = error instanceof access_error/* AccessError */.Z ? 'access-lost' : 'failed';
        const left = this.arn === undefined
            ? 'It was not started, as far as is known'
            : `Task ${this.shortArn} may still run. To stop it: ${this.world.tasks.commandToStop(this.arn)}`;
        return { outcome, reason: `${why.replace(/\.$/, '')}. ${left}` };
    }
    async place() {
        const { request, world } = this;
        const { name: _name, id, timeoutMs: _timeout, ...start } = request;
        const { holder } = world.run;
        for (;;) {
            const { reason } = world.cancellation;
            if (reason !== undefined)
                return { outcome: 'interrupted', reason: `${reason}; nothing was started` };
            const placed = await world.tasks.start({
                ...start,
                container: this.container,
                token: `${holder}-${id}`.slice(-64),
                startedBy: `sluice/${holder}`,
            });
            if ('arn' in placed) {
                this.arn = placed.arn;
                return undefined;
            }
            if (world.clock.now() + placeAgainMs >= this.deadline) {
                return { outcome: 'timed-out', reason: `ECS could not place it in time: ${placed.notPlaced}` };
            }
            world.report.line(`${request.name}: not placed yet: ${placed.notPlaced}`);
            await world.clock.sleep(placeAgainMs, world.cancellation.signal);
        }
    }
    async follow() {
        const { world } = this;
        const arn = this.arn;
        const startedAt = world.clock.now();
        for (;;) {
            await this.look();
            await this.tail?.read(this.log);
            if (this.seen?.status === 'STOPPED')
                return this.judged();
            const now = world.clock.now();
            if (this.seen === undefined && now - startedAt > unknownMs) {
                return { outcome: 'failed', reason: `ECS does not know task ${this.shortArn}` };
            }
            const { reason } = world.cancellation;
            if (reason !== undefined) {
                // Seconds are left to a cancelled run: the stop is asked for, and its end is not waited for.
                await world.tasks.stop(arn, `Sluice: ${reason}`);
                return { outcome: 'interrupted', reason: `${reason}; the task was told to stop` };
            }
            if (now >= this.deadline)
                return this.stopAndWait(arn);
            await world.clock.sleep(Math.min(pollMs, this.deadline - now), world.cancellation.signal);
        }
    }
    async stopAndWait(arn) {
        const { world, request } = this;
        const limit = `${Math.round(request.timeoutMs / 1000)} s`;
        await world.tasks.stop(arn, `Sluice: it took longer than ${limit}`);
        const until = world.clock.now() + stopMs;
        while (this.seen?.status !== 'STOPPED' && world.clock.now() < until && world.cancellation.reason === undefined) {
            await world.clock.sleep(pollMs, world.cancellation.signal);
            await this.look();
            await this.tail?.read(this.log);
        }
        const end = this.seen?.status === 'STOPPED'
            ? `it was stopped (${judgeOneOff(this.seen, this.essential, this.container).reason})`
            : `it was told to stop and is ${this.seen?.status ?? 'unknown'} still`;
        return { outcome: 'timed-out', reason: `not done after ${limit}: ${end}` };
    }
    async judged() {
        const { world } = this;
        // What a container writes last reaches its log stream after the container has ended.
        await world.clock.sleep(pollMs, world.cancellation.signal);
        await this.tail?.read(this.log);
        const { succeeded, reason } = judgeOneOff(this.seen, this.essential, this.container);
        return { outcome: succeeded ? 'succeeded' : 'failed', reason };
    }
    /** A look that fails is made again at the next poll: throttles and faults of the network are no end of a task. */
    async look() {
        try {
            this.seen = (await this.world.tasks.look(this.arn)) ?? this.seen;
        }
        catch (error) {
            if (error instanceof access_error/* AccessError */.Z)
                throw error;
            this.world.report.line(`${this.request.name}: ${error instanceof Error ? error.message : String(error)}`);
        }
    }
    get log() {
        return { arn: this.arn, taskDefinitionArn: this.request.taskDefinitionArn };
    }
    get shortArn() {
        return (this.arn ?? '').slice((this.arn ?? '').lastIndexOf('/') + 1);
    }
}
function containerOf({ container, name }, has, essential) {
    const input = `container of ${name}`;
    if (container !== undefined) {
        if (has.includes(container))
            return container;
        throw new input_error/* InputError */.d([
            { input, value: container, wrong: `is not in the task definition, which has ${has.join(', ')}` },
        ]);
    }
    const [only, ...more] = essential.length > 0 ? essential : has;
    if (only !== undefined && more.length === 0)
        return only;
    throw new input_error/* InputError */.d([{ input, wrong: `must be given, because there are several: ${[only, ...more].join(', ')}` }]);
}

// EXTERNAL MODULE: ./build-stage/preflight/preflight.js + 17 modules
var preflight = __webpack_require__(3051);
;// CONCATENATED MODULE: ./build-stage/rolling/gate.js


/** The steps of inputs that hold a command each, or one for each container. */
function stepsOf(input, commands, timeoutMs) {
    return commands.map(({ container, words }, i) => ({
        name: commands.length > 1 ? `${input} ${i + 1}` : input,
        command: words,
        timeoutMs,
        ...(container === undefined ? {} : { container }),
    }));
}
/** What stands before and after the rollout of one service, as it was asked for. */
function gateOf(asked, world) {
    const { settings, cluster } = asked;
    const run = (when, steps) => async ({ service, taskDefinitionArn }) => {
        for (const [i, { name, taskDefinition = taskDefinitionArn, ...step }] of steps.entries()) {
            const id = `${asked.id ?? ''}${when}-${i + 1}`;
            const result = await runOneOff({ name, id, service, taskDefinitionArn: taskDefinition, ...step }, world.oneOff);
            if (result.outcome === 'succeeded')
                continue;
            return { ok: false, outcome: result.outcome, reason: `${name}: ${result.reason.replace(/\.$/, '')}` };
        }
        return { ok: true };
    };
    return {
        ...(asked.preflight
            ? {
                preflight: async ({ service, definition }) => (0,preflight/* preflight */.Mz)({
                    cluster,
                    service: service.name,
                    region: settings.region,
                    definition,
                    images: asked.images,
                    // They are looked at anyway, with what forcing means for them.
                    alarms: [],
                    whenBusy: settings.whenBusy,
                    ...(settings.change.capacityProviderStrategy === undefined
                        ? {}
                        : {
                            capacityProviders: settings.change.capacityProviderStrategy.map((share) => share.capacityProvider),
                        }),
                }, await world.preflight()),
            }
            : {}),
        ...(asked.before.length > 0 ? { before: run('run-before', asked.before) } : {}),
        ...(asked.after.length > 0 ? { after: run('run-after', asked.after) } : {}),
    };
}

// EXTERNAL MODULE: ./build-stage/rolling/kept.js
var rolling_kept = __webpack_require__(9657);
// EXTERNAL MODULE: ./build-stage/rolling/roll.js + 6 modules
var roll = __webpack_require__(594);
// EXTERNAL MODULE: ./build-stage/rolling/settings.js
var rolling_settings = __webpack_require__(5980);
// EXTERNAL MODULE: ./build-stage/rolling/summary.js
var rolling_summary = __webpack_require__(6713);
// EXTERNAL MODULE: ./build-stage/rolling/words.js
var rolling_words = __webpack_require__(9148);
// EXTERNAL MODULE: ./build-stage/spec/task-definition-inputs.js
var task_definition_inputs = __webpack_require__(210);
// EXTERNAL MODULE: ./build-stage/system/changed-paths.js
var changed_paths = __webpack_require__(1964);
// EXTERNAL MODULE: ./build-stage/system/clock.js
var system_clock = __webpack_require__(8671);
// EXTERNAL MODULE: ./build-stage/system/prober.js
var prober = __webpack_require__(521);
// EXTERNAL MODULE: ./build-stage/system/prometheus.js
var prometheus = __webpack_require__(4797);
// EXTERNAL MODULE: ./build-stage/ports/lock-holder.js
var lock_holder = __webpack_require__(1928);
// EXTERNAL MODULE: ./build-stage/rolling/lock.js
var rolling_lock = __webpack_require__(8126);
// EXTERNAL MODULE: ./build-stage/rolling/recovery.js
var recovery = __webpack_require__(286);
;// CONCATENATED MODULE: ./build-stage/actions/ecs-rolling/post.js



/**
 * Finishes what `main` could not: it was cancelled, killed, or ran out of time. What was under way is ended as `on-cancel`
 * says. Idempotent. Answers what it did, a sentence for each service.
 *
 * @throws AccessError when access is lost on the way
 */
async function finishInterrupted(worldOf, kept) {
    return Promise.all(Object.entries(kept).map(async ([name, entry]) => {
        const world = worldOf(entry.cluster);
        const { journal } = world.lock(name);
        const held = await journal.read();
        const lost = held === undefined ? undefined : (0,lock_holder/* lostTo */.q)(held, entry);
        if (lost !== undefined)
            return `${entry.service}: nothing to do here: ${lost} holds the lock now.`;
        const lock = new rolling_lock/* HeldRolling */.T({ name, ...entry }, { ...world, journal }, entry.startedAt);
        lock.resume(entry);
        const settled = await (0,recovery/* settleRolling */.d)(world, entry, lock, 'the run was ended before its deployment was');
        if (settled.isDone)
            await journal.release(entry.holder, entry.expires);
        return `${entry.service}: finished after the interruption. ${settled.told}`;
    }));
}

// EXTERNAL MODULE: ./build-stage/ports/ended-badly.js
var ended_badly = __webpack_require__(1893);
;// CONCATENATED MODULE: ./build-stage/actions/ecs-rolling/result.js




const seconds = (ms) => (ms === undefined ? '' : String(Math.round(ms / 100) / 10));
/** Every output, on every way out. */
function outputsOf(result, services = '') {
    const { outcome, reason, taskDefinitionArn, before, deploymentId, times } = result;
    return {
        outcome,
        reason,
        services,
        'task-definition-arn': taskDefinitionArn ?? '',
        'previous-task-definition-arn': before?.taskDefinitionArn ?? '',
        'deployment-id': deploymentId ?? '',
        'seconds-to-deploy': seconds(times?.rolloutMs),
        'seconds-to-detect': seconds(times?.detectMs),
        'seconds-to-restore': seconds(times?.restoreMs),
    };
}
/** What the step fails with; undefined when it succeeds. */
function failureOf(result) {
    if ((0,rolling_words/* isGood */.Kg)(result.outcome))
        return undefined;
    return result.error ?? failure(result.outcome, (0,rolling_words/* sentence */.em)(result));
}
/** The same for several services. */
function fleetFailureOf({ outcome, reason, rows, ends }) {
    if ((0,rolling_words/* isGood */.Kg)(outcome))
        return undefined;
    const errors = ends.flatMap((end) => (end.end === 'bad' && end.result.error !== undefined ? [end.result.error] : []));
    // Of several faults of the inputs all are told, of access the first says enough.
    if (outcome === 'refused' && errors.length > 0 && errors.every((error) => error instanceof input_error/* InputError */.d))
        return new input_error/* InputError */.d(errors.flatMap((error) => error.problems));
    const access = errors.find((error) => error instanceof access_error/* AccessError */.Z);
    if (access !== undefined && (outcome === 'access-lost' || outcome === 'refused'))
        return access;
    const bad = rows.filter(({ isCause }) => isCause);
    const each = bad.map((row) => `${row.name}: ${row.outcome}: ${row.reason.replace(/\.$/, '')}.`);
    return failure(outcome, bad.length < 2 ? `${reason}.` : [`${reason}.`, ...each].join('\n'));
}
function failure(outcome, text) {
    const isOperators = ['interrupted', 'superseded', 'stopped'].includes(outcome);
    return isOperators ? new ended_badly/* Interrupted */.j(text) : new ended_badly/* DeployFailed */.N(text);
}

// EXTERNAL MODULE: ./build-stage/actions/ecs-rolling/spec.js
var spec = __webpack_require__(5922);
;// CONCATENATED MODULE: ./build-stage/actions/ecs-rolling/index.js



























/** The name under which `main` keeps that it has told of its failure. */
const told = 'told';
async function main() {
    try {
        const { outcome, failure } = await deploy((0,github_inputs/* readInputs */.Ko)(spec.spec));
        if (failure === undefined)
            return;
        (0,fail/* fail */.f)(failure);
        github_report/* runnerReport */.b.keep(told, 'true');
        process.exitCode = rolling_words/* exitCodes */.hS[outcome];
    }
    catch (error) {
        // What is thrown before there is a world to run in has a result as well: workflows decide by the outcome.
        const outcome = error instanceof input_error/* InputError */.d ? 'refused' : error instanceof access_error/* AccessError */.Z ? 'access-lost' : 'interrupted';
        github_report/* runnerReport */.b.outputs(outputsOf({ outcome, reason: (0,words/* messageOf */.bD)(error) }));
        (0,fail/* fail */.f)(error);
        process.exitCode = rolling_words/* exitCodes */.hS[outcome];
    }
}
/** Which of the two it is, the rules of the spec have seen to. */
const deploy = (inputs) => inputs.services === undefined ? deployOne(inputs) : deployAll(inputs);
async function deployOne(inputs) {
    const { cluster, service, region, lockName, dryRun } = inputs;
    const request = {
        label: service,
        cluster,
        service,
        definition: (0,task_definition_inputs/* definitionRequestOf */.C)(inputs, process.env),
        settings: (0,rolling_settings/* settingsOf */.f)(inputs, { region, lockName, dryRun }),
        show: (story) => github_report/* runnerReport */.b.summary(summary(story, undefined)),
    };
    const outside = await outsideOf(inputs, (0,external_node_crypto_.randomUUID)());
    const steps = {
        before: stepsOf('run-before', inputs.runBefore, inputs.runTimeout),
        after: stepsOf('run-after', inputs.runAfter, inputs.runTimeout),
    };
    const world = outside.withGate(inputs, { ...steps, images: inputs.images });
    const summary = (story, result) => (0,rolling_summary/* rollSummary */._)({ cluster, service, region, story, result, runUrl: world.run.url });
    const result = await (0,roll/* roll */.C)(request, world);
    github_report/* runnerReport */.b.outputs(outputsOf(result));
    github_report/* runnerReport */.b.line('');
    github_report/* runnerReport */.b.line((0,rolling_words/* sentence */.em)(result));
    await github_report/* runnerReport */.b.summary(summary(result.story, result));
    return { outcome: result.outcome, failure: failureOf(result) };
}
async function deployAll(inputs) {
    const [{ deployFleet }, { labelled }] = await Promise.all([
        __webpack_require__.e(/* import() */ 8697).then(__webpack_require__.bind(__webpack_require__, 8697)),
        __webpack_require__.e(/* import() */ 4957).then(__webpack_require__.bind(__webpack_require__, 4957)),
    ]);
    const outside = await outsideOf(inputs, (0,external_node_crypto_.randomUUID)());
    const { clock, cancellation } = outside;
    const done = await deployFleet(inputs, (0,github_inputs/* rawInputs */.me)(spec.spec), {
        clock,
        cancellation,
        report: github_report/* runnerReport */.b,
        runUrl: outside.runUrl,
        environment: process.env,
        readFile: (path) => (0,workspace/* readWorkspaceFile */.s)('services-file', path),
        changedPaths: changedSince,
        worldOf: async ({ entry, inputs: its, definition, before, after }, id) => outside.withGate(its, { before, after, id, images: definition.edits.images ?? {} }, labelled(github_report/* runnerReport */.b, entry.name)),
    });
    github_report/* runnerReport */.b.outputs(outputsOf(done, done.outputs.services));
    return { outcome: done.outcome, failure: fleetFailureOf(done) };
}
async function changedSince(since) {
    const base = since === undefined ? await (0,event_base/* eventBase */.a)() : { is: 'commit', commit: since };
    if (base.is === 'new branch')
        return 'all';
    if (base.is === 'commit')
        return (0,changed_paths/* changedPaths */.v)(base.commit, (0,run_context/* runContext */.p)().workspace);
    const wrong = 'is required: this run is for neither a push nor a pull request, which would say it';
    throw new input_error/* InputError */.d([{ input: 'changed-since', wrong }]);
}
/** After a run that ended by itself there is nothing to do, and nothing is loaded. */
async function post() {
    const kept = (0,rolling_kept/* keptRollings */.J)(files/* savedState */.fP);
    const [entry] = Object.values(kept);
    if (entry === undefined)
        return;
    try {
        const outside = await outsideOf((0,github_inputs/* readInputs */.Ko)(spec.spec), entry.holder);
        for (const line of await finishInterrupted((cluster) => outside.worldIn(cluster).world, kept))
            github_report/* runnerReport */.b.line(line);
    }
    catch (error) {
        // One error annotation for a deployment: `main` may have told already that it failed.
        if ((0,files/* savedState */.fP)(told) === undefined)
            throw error;
        process.exitCode = 1;
        github_report/* runnerReport */.b.line(`What the run left could not be finished: ${(0,words/* messageOf */.bD)(error)}`);
    }
}
const whenOver = 'A deployment that is under way goes on without being watched. What to do: mend what is said here, or cancel the run now, which ends the deployment as on-cancel says';
/** Everything outside, shared by all services of a run: one session, one set of clients, one pace. */
async function outsideOf(inputs, holder) {
    const [{ awsRolling, rollingSettings }, { sessionFor }, { Pacer }] = await Promise.all([
        Promise.all(/* import() */[__webpack_require__.e(7997), __webpack_require__.e(6023)]).then(__webpack_require__.bind(__webpack_require__, 1947)),
        __webpack_require__.e(/* import() */ 5169).then(__webpack_require__.bind(__webpack_require__, 5169)),
        __webpack_require__.e(/* import() */ 2206).then(__webpack_require__.bind(__webpack_require__, 2206)),
    ]);
    const clock = (0,system_clock/* systemClock */.m)(process.env);
    const { region, prometheusUrl: url } = inputs;
    const session = sessionFor(inputs, { ...(0,job_identity/* jobIdentity */.K)(clock), whenOver });
    const pacer = new Pacer(clock);
    const settings = rollingSettings({ region, session, pacer });
    const cancellation = (0,github_cancellation/* cancellationBySignal */.t)();
    const kept = new rolling_kept/* KeptRollings */.t(github_report/* runnerReport */.b);
    const runUrl = (0,run_context/* runContext */.p)().runUrl ?? `a run by ${(0,run_context/* runContext */.p)().actor}`;
    const clusters = new Map();
    const worldIn = (cluster) => {
        const known = clusters.get(cluster);
        if (known !== undefined)
            return known;
        const { tasks, ...ports } = awsRolling({ region, cluster, session }, settings);
        const world = {
            ...ports,
            clock,
            cancellation,
            report: github_report/* runnerReport */.b,
            prober: prober/* prober */.D,
            ...(url === undefined
                ? {}
                : {
                    metricQueries: (0,prometheus/* prometheus */.j)({
                        url,
                        token: inputs.prometheusToken,
                        username: inputs.prometheusUsername,
                        password: inputs.prometheusPassword,
                    }),
                }),
            readFile: (path) => (0,workspace/* readWorkspaceFile */.s)('task-definition', path),
            kept,
            run: { holder, url: runUrl },
        };
        const made = { world, tasks };
        clusters.set(cluster, made);
        return made;
    };
    let ports;
    const preflight = () => {
        ports ??= Promise.all(/* import() */[__webpack_require__.e(7997), __webpack_require__.e(9942)]).then(__webpack_require__.bind(__webpack_require__, 5262)).then(({ awsPreflight }) => awsPreflight({ region, session, pacer }));
        return ports;
    };
    const withGate = (its, asked, report = github_report/* runnerReport */.b) => {
        const { cluster, lockName, dryRun } = its;
        const { world, tasks } = worldIn(cluster);
        const of = { cluster, settings: (0,rolling_settings/* settingsOf */.f)(its, { region, lockName, dryRun }), preflight: its.preflight };
        return { ...world, gate: gateOf({ ...asked, ...of }, { preflight, oneOff: { ...world, tasks, report } }) };
    };
    return { clock, cancellation, runUrl, worldIn, withGate };
}


/***/ }),

/***/ 5922:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   spec: () => (/* binding */ spec)
/* harmony export */ });
/* harmony import */ var _spec_action_spec_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(1169);
/* harmony import */ var _spec_fleet_inputs_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6230);
/* harmony import */ var _spec_kinds_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7240);
/* harmony import */ var _spec_names_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7383);
/* harmony import */ var _spec_prometheus_inputs_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4547);
/* harmony import */ var _spec_rolling_inputs_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6486);
/* harmony import */ var _spec_session_inputs_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9361);
/* harmony import */ var _spec_task_definition_inputs_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(210);








const spec = (0,_spec_action_spec_js__WEBPACK_IMPORTED_MODULE_7__/* .defineAction */ .Q)({
    name: 'ecs-rolling',
    title: 'Sluice: ECS rolling',
    description: 'Updates an ECS service, follows its own deployment to one verdict, says why a bad release fails, and takes it back to the last good one.',
    branding: { icon: 'refresh-cw', color: 'blue' },
    post: true,
    inputs: {
        cluster: {
            kind: (0,_spec_names_js__WEBPACK_IMPORTED_MODULE_2__/* .clusterName */ .SL)(),
            description: 'Name or ARN of the ECS cluster. With `services`, the one of those for which the services file names none.',
        },
        service: {
            kind: (0,_spec_names_js__WEBPACK_IMPORTED_MODULE_2__/* .serviceName */ .fe)(),
            description: 'Name of the ECS service to update. Give this, or `services` for several.',
        },
        ..._spec_fleet_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .fleetInputs */ .Y,
        ..._spec_task_definition_inputs_js__WEBPACK_IMPORTED_MODULE_6__/* .taskDefinitionInputs */ .mA,
        ..._spec_rolling_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .rollingInputs */ .x,
        ..._spec_prometheus_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .prometheusInputs */ .U,
        'lock-name': {
            kind: (0,_spec_names_js__WEBPACK_IMPORTED_MODULE_2__/* .parameterName */ .xd)(),
            description: 'The SSM parameter that is the lock and the journal. By default it is named after the cluster and the service.',
        },
        'dry-run': {
            kind: _spec_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .flag */ .Jt(),
            preset: 'false',
            description: 'Read everything, change nothing, and print what would be done and what would change.',
        },
        ..._spec_session_inputs_js__WEBPACK_IMPORTED_MODULE_5__/* .sessionInputs */ .q,
        region: {
            kind: (0,_spec_names_js__WEBPACK_IMPORTED_MODULE_2__/* .region */ .Ny)(),
            required: true,
            environment: ['AWS_REGION', 'AWS_DEFAULT_REGION'],
            description: 'AWS Region. By default the one in `AWS_REGION`, which `aws-actions/configure-aws-credentials` sets.',
        },
    },
    rules: [..._spec_session_inputs_js__WEBPACK_IMPORTED_MODULE_5__/* .sessionRules */ .a, ..._spec_task_definition_inputs_js__WEBPACK_IMPORTED_MODULE_6__/* .taskDefinitionRules */ .AP, ..._spec_rolling_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .rollingRules */ .$, ..._spec_prometheus_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .prometheusRules */ .o, ..._spec_fleet_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .fleetRules */ .W],
    outputs: {
        outcome: {
            description: 'How it ended: `succeeded`, `unchanged` (nothing differed), `rolled-back` (it was bad, and the last good version runs), `failed` (it was bad, and could not or was not to be rolled back), `superseded` (somebody deployed after it), `stopped` (somebody stopped it, or scaled the service to 0), `timed-out`, `access-lost`, `refused` (nothing was changed), or `interrupted`.',
        },
        reason: { description: 'Why it ended so, in a sentence.' },
        services: {
            description: 'With `services`, how each of them ended, as one JSON object by the names of the services file: `{"user": {"outcome", "reason", "cluster", "service", "task-definition-arn", "previous-task-definition-arn", "seconds"}}`. A service that was not begun has the outcome `not-started`. `outcome` is that of all together: `rolled-back` when none runs the new version any more, `failed` when some do and others do not.',
        },
        'task-definition-arn': { description: 'ARN of the task definition that was deployed.' },
        'previous-task-definition-arn': { description: 'ARN of the task definition that the service ran before.' },
        'deployment-id': {
            description: 'ARN of the service deployment; its `ecs-svc/…` where the role may not list service deployments.',
        },
        'seconds-to-deploy': {
            description: 'Seconds from the start until all tasks ran and ECS called the deployment successful; empty when it was not.',
        },
        'seconds-to-detect': { description: 'Seconds from the start until it was found bad; empty when it was not.' },
        'seconds-to-restore': {
            description: 'Seconds from that finding until the last good version was seen to run; empty when it was not.',
        },
    },
});


/***/ }),

/***/ 9854:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ln: () => (/* binding */ sluiceCommand),
/* harmony export */   op: () => (/* binding */ recoverCommand),
/* harmony export */   w4: () => (/* binding */ rerunCommand)
/* harmony export */ });
/** A command that a person can paste: every flag that is given, quoted where a shell asks for it. */
function sluiceCommand(command, flags) {
    const words = Object.entries(flags).flatMap(([name, value]) => value === undefined ? [] : [value].flat().flatMap((each) => [`--${name}`, quoted(each)]));
    return ['sluice', command, ...words].join(' ');
}
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
/* harmony export */   bD: () => (/* binding */ messageOf),
/* harmony export */   hS: () => (/* reexport safe */ _spec_counted_js__WEBPACK_IMPORTED_MODULE_1__.h),
/* harmony export */   mV: () => (/* binding */ clockWords)
/* harmony export */ });
/* harmony import */ var _spec_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1999);
/* harmony import */ var _spec_counted_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7481);


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
const messageOf = (error) => (error instanceof Error ? error.message : String(error));


/***/ }),

/***/ 1959:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ speaksAgainstRelease),
/* harmony export */   p: () => (/* binding */ causes)
/* harmony export */ });
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


/***/ }),

/***/ 5273:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ eventBase)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);

/**
 * The commit before the push, or the base of the pull request.
 * https://docs.github.com/en/webhooks/webhook-events-and-payloads#push
 */
async function eventBase(environment = process.env) {
    const file = environment.GITHUB_EVENT_PATH;
    if (file === undefined || file === '')
        return { is: 'unknown' };
    let event;
    try {
        event = JSON.parse(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(file, 'utf8'));
    }
    catch {
        return { is: 'unknown' };
    }
    const commit = event.pull_request?.base?.sha ?? event.before;
    if (typeof commit !== 'string' || !/^[0-9a-f]{40,64}$/.test(commit))
        return { is: 'unknown' };
    // A branch that was just made has nothing before it: all zeros.
    return /^0+$/.test(commit) ? { is: 'new branch' } : { is: 'commit', commit };
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


/**
 * Sets outputs of the step. Elsewhere than on a runner those that are not empty are printed, as `name=value` lines.
 * The runner counts at most 1 MB of outputs per job, in UTF-16: keep values small.
 */
function setOutputs(outputs) {
    for (const [name, value] of Object.entries(outputs)) {
        if ((0,_log_js__WEBPACK_IMPORTED_MODULE_1__/* .isOnRunner */ .qf)()) {
            (0,_actions_core_js__WEBPACK_IMPORTED_MODULE_0__/* .issueFileCommand */ .n0)('OUTPUT', (0,_actions_core_js__WEBPACK_IMPORTED_MODULE_0__/* .prepareKeyValueMessage */ .vC)(name, value));
        }
        else if (value !== '') {
            (0,_log_js__WEBPACK_IMPORTED_MODULE_1__/* .info */ .pq)(`${name}=${value}`);
        }
    }
}
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
// EXTERNAL MODULE: ./build-stage/github/actions-core.js + 7 modules
var actions_core = __webpack_require__(8045);
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
        (0,log/* info */.pq)(`The job summary could not be written: ${error instanceof Error ? error.message : String(error)}`);
    }
}

;// CONCATENATED MODULE: ./build-stage/github/report.js



/** The report of a step on a runner: its log, annotations, output and summary files. */
const runnerReport = {
    line: log/* info */.pq,
    warn: (text) => (0,log/* annotate */.fz)('warning', text),
    outputs: files/* setOutputs */.n0,
    summary: writeSummary,
    keep: files/* saveState */.LZ,
};


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
/** The new version is bad, or the deployment could not begin or end as it should: for the app's team. */
class DeployFailed extends Error {
    name = 'DeployFailed';
}
/** Cancelled, out of time, superseded: for whoever operates it. */
class Interrupted extends Error {
    name = 'Interrupted';
}


/***/ }),

/***/ 594:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  C: () => (/* binding */ roll),
  t: () => (/* binding */ undo)
});

// EXTERNAL MODULE: ./build-stage/ecs/follow-state.js
var follow_state = __webpack_require__(8888);
// EXTERNAL MODULE: ./build-stage/lock/lease.js
var lease = __webpack_require__(5813);
// EXTERNAL MODULE: ./build-stage/evidence/prometheus-source.js + 1 modules
var prometheus_source = __webpack_require__(7283);
// EXTERNAL MODULE: ./build-stage/evidence/sources.js + 3 modules
var sources = __webpack_require__(5066);
// EXTERNAL MODULE: ./build-stage/evidence/watch.js + 1 modules
var evidence_watch = __webpack_require__(6249);
// EXTERNAL MODULE: ./build-stage/spec/http-status.js
var http_status = __webpack_require__(3754);
;// CONCATENATED MODULE: ./build-stage/rolling/bake.js




/** Failed probes in a row that are bad; fewer are a doubt. */
const probeLimit = 3;
/** What watches the new version once it is stable; undefined when nothing was asked for and it has no load balancer. */
function bakeOf(settings, world, before, service) {
    const sources = sourcesOf(settings, world, before, service);
    if (sources.length === 0)
        return undefined;
    return async () => {
        const watch = new evidence_watch/* Watch */.o(sources, world.clock, () => { });
        await watch.lookAtAll();
        watch.start();
        return watch;
    };
}
function sourcesOf(settings, world, before, { targetGroupArns, desiredCount }) {
    const { clock, metricQueries } = world;
    const everyMs = settings.pollMs;
    const alarms = (0,sources/* alarmEvidence */.Rj)(world.alarms, clock, {
        names: settings.alarms,
        silentFromStart: before.alarms.silent,
        onFromStart: new Set(before.alarms.on.keys()),
        everyMs,
    });
    const targets = targetGroupArns.map((targetGroupArn) => named((0,sources/* targetHealthEvidence */.bs)(world.targets, clock, {
        targetGroupArn,
        needed: settings.change.desiredCount ?? desiredCount,
        limit: settings.unhealthyLimit,
        everyMs,
        onSeen: () => { },
    }), targetGroupArns.length > 1 ? ` ${targetGroupArn.split('/')[1] ?? ''}` : ''));
    const { probe } = settings;
    const probed = probe === undefined
        ? []
        : [
            (0,sources/* probeEvidence */.mE)(world.prober, clock, {
                request: { url: probe.url, headers: probe.headers, timeoutMs: probe.timeoutMs },
                expected: {
                    accepts: (status) => (0,http_status/* statusIsIn */.C)(probe.status, status),
                    statuses: probe.status.map(({ from, to }) => (from === to ? `${from}` : `${from}-${to}`)).join(','),
                    bodyText: probe.bodyText,
                },
                limit: probeLimit,
                everyMs,
            }),
        ];
    const queries = metricQueries === undefined
        ? []
        : [...settings.queries, ...settings.alertRules].map((query) => (0,prometheus_source/* queryEvidence */.E)(metricQueries, clock, query, {
            everyMs,
            wasSilent: before.queries.silent.has(query.name),
            wasBad: before.queries.bad.has(query.name),
            hasTraffic: () => true,
        }));
    return [...(settings.alarms.length > 0 ? [alarms] : []), ...targets, ...probed, ...queries];
}
/** The same source under a name of its own, where there are several of its kind. */
function named(evidence, suffix) {
    if (suffix === '')
        return evidence;
    const source = `${evidence.source}${suffix}`;
    return {
        ...evidence,
        source,
        look: async () => (await evidence.look()).map((finding) => ({ ...finding, source })),
    };
}

// EXTERNAL MODULE: ./build-stage/rolling/diagnose.js
var diagnose = __webpack_require__(5029);
// EXTERNAL MODULE: ./build-stage/blue-green/command-line.js
var command_line = __webpack_require__(9854);
// EXTERNAL MODULE: ./build-stage/blue-green/words.js
var words = __webpack_require__(6795);
// EXTERNAL MODULE: ./build-stage/ports/access-error.js
var access_error = __webpack_require__(7919);
// EXTERNAL MODULE: ./build-stage/spec/input-error.js
var input_error = __webpack_require__(5432);
// EXTERNAL MODULE: ./build-stage/rolling/serving.js
var serving = __webpack_require__(6241);
// EXTERNAL MODULE: ./build-stage/rolling/words.js
var rolling_words = __webpack_require__(9148);
;// CONCATENATED MODULE: ./build-stage/rolling/ends.js







/** The result, with all that is known of why, and of what runs now. */
async function ended(midst, outcome, reason, end) {
    const { request, world, story, before, taskDefinitionArn } = midst;
    const { label, cluster, service } = request;
    const isTold = (0,rolling_words/* isGood */.Kg)(outcome) || ['refused', 'superseded', 'interrupted'].includes(outcome);
    const why = isTold ? '' : (0,diagnose/* whyInWords */.x)(story, reason);
    const { state, stableAt, badAt, endedAt = world.clock.now() } = end ?? {};
    const result = {
        label,
        cluster,
        service,
        outcome,
        reason: why === '' ? reason : `${reason} (${why})`,
        taskDefinitionArn,
        before,
        deploymentId: state?.ours.arn ?? state?.ours.primaryId ?? undefined,
        times: {
            ...(stableAt == null ? {} : { rolloutMs: stableAt - story.startedAt }),
            ...(badAt == null ? {} : { detectMs: badAt - story.startedAt }),
            ...(badAt == null || outcome === 'failed' || end?.isHandedOver ? {} : { restoreMs: endedAt - badAt }),
        },
        serving: outcome === 'refused' && before === undefined ? '' : await (0,serving/* servingNow */.N)(world, service),
        story,
        isTouched: midst.isTouched,
        ...(end?.isHandedOver || (outcome === 'failed' && before !== undefined && midst.isTouched)
            ? { command: commandFor(midst, outcome) }
            : {}),
    };
    story.timeline.push({ at: world.clock.now(), what: `${outcome}: ${result.reason}` });
    return result;
}
/** Something that is no verdict on the release: access, inputs, a fault of ours. */
async function faulted(midst, error) {
    const { lock, isTouched } = midst;
    // Nothing was changed but the lock, and that goes back too; otherwise `post` finishes.
    if (!isTouched)
        await lock?.release().catch(() => { });
    const reason = (0,words/* messageOf */.bD)(error).replace(/\.$/, '');
    if (error instanceof access_error/* AccessError */.Z) {
        const isMissing = error.detail.kind === 'denied';
        const told = isTouched ? 'the deployment goes on, unwatched' : 'nothing was changed';
        const result = await ended(midst, isMissing && !isTouched ? 'refused' : 'access-lost', `${reason}; ${told}`);
        const full = isTouched ? { ...result, command: commandFor(midst, result.outcome) } : result;
        return { ...full, error: new access_error/* AccessError */.Z((0,rolling_words/* sentence */.em)(full), error.detail, { cause: error }) };
    }
    if (error instanceof input_error/* InputError */.d && !isTouched)
        return { ...(await ended(midst, 'refused', reason)), error };
    return {
        ...(await ended(midst, 'interrupted', reason)),
        error,
        ...(isTouched ? { command: commandFor(midst, 'interrupted') } : {}),
    };
}
/** The one command that a person runs: what finishes it, or what puts the last good version back. */
function commandFor({ request, before }, outcome) {
    const { cluster, service, settings } = request;
    const { region } = settings;
    if (outcome === 'failed' && before?.lastGoodArn !== undefined)
        return `aws ecs update-service --region ${region} --cluster ${cluster} --service ${service} --task-definition ${before.lastGoodArn}`;
    return (0,command_line/* sluiceCommand */.Ln)('recover', { region, cluster, service });
}

// EXTERNAL MODULE: ./build-stage/rolling/follow-service.js + 2 modules
var follow_service = __webpack_require__(5902);
// EXTERNAL MODULE: ./build-stage/rolling/lock.js
var rolling_lock = __webpack_require__(8126);
// EXTERNAL MODULE: ./build-stage/ports/refused-query.js
var refused_query = __webpack_require__(5349);
;// CONCATENATED MODULE: ./build-stage/rolling/patient.js




/** So often a call is made that AWS does not answer as it should, with a pause that doubles, ms. */
const attempts = 5;
const firstPauseMs = 2_000;
/**
 * The same world for the time before the service is told: a call that is throttled, or not answered, beyond what the SDK
 * makes up for is made again. What AWS refuses, and what does not exist, is told at once.
 */
function patient(world) {
    const { rollout, deployments, alarms } = world;
    const again = (call) => (...words) => repeated(world, () => call(...words));
    return {
        ...world,
        rollout: {
            ...rollout,
            describe: again((names) => rollout.describe(names)),
            taskDefinition: again((arn) => rollout.taskDefinition(arn)),
            register: again((definition) => rollout.register(definition)),
        },
        deployments: {
            ...deployments,
            list: again((service) => deployments.list(service)),
            settings: again((service) => deployments.settings(service)),
        },
        alarms: { alarms: again((names) => alarms.alarms(names)) },
    };
}
async function repeated({ clock, report, cancellation }, call) {
    for (let attempt = 1;; attempt++) {
        try {
            return await call();
        }
        catch (error) {
            const isFinal = error instanceof access_error/* AccessError */.Z || error instanceof input_error/* InputError */.d || error instanceof refused_query/* RefusedQuery */.v;
            if (isFinal || attempt === attempts || cancellation.reason !== undefined)
                throw error;
            report.line(`AWS did not answer as it should (${(0,words/* messageOf */.bD)(error)}); once more`);
            await clock.sleep(firstPauseMs * 2 ** (attempt - 1), cancellation.signal);
        }
    }
}

// EXTERNAL MODULE: ./build-stage/ecs/task-definition.js
var task_definition = __webpack_require__(3204);
// EXTERNAL MODULE: ./build-stage/ecs/task-definition-diff.js + 1 modules
var task_definition_diff = __webpack_require__(9146);
// EXTERNAL MODULE: ./build-stage/ecs/task-definition-source.js + 1 modules
var task_definition_source = __webpack_require__(559);
// EXTERNAL MODULE: ./build-stage/verdict/alarms.js
var alarms = __webpack_require__(4719);
;// CONCATENATED MODULE: ./build-stage/rolling/change.js
/** What the update has to name beside the task definition; nothing of it when it is so already. */
async function changeOf({ service: name, settings: { change } }, { deployments }, service) {
    const asked = {
        ...(change.minimumHealthyPercent === undefined ? {} : { minimumHealthyPercent: change.minimumHealthyPercent }),
        ...(change.maximumPercent === undefined ? {} : { maximumPercent: change.maximumPercent }),
        ...(change.circuitBreaker === undefined ? {} : { deploymentCircuitBreaker: change.circuitBreaker }),
        ...(change.deploymentAlarms === undefined ? {} : { alarms: change.deploymentAlarms }),
    };
    const { capacityProviderStrategy: capacity } = change;
    const mustRead = Object.keys(asked).length > 0 || capacity !== undefined;
    const now = mustRead ? await deployments.settings(name) : undefined;
    const merged = { ...now?.deploymentConfiguration, ...withParts(now?.deploymentConfiguration, asked) };
    const isOther = now !== undefined && !isSame(merged, now.deploymentConfiguration);
    return {
        ...(change.desiredCount === undefined || change.desiredCount === service.desiredCount
            ? {}
            : { desiredCount: change.desiredCount }),
        ...(isOther ? { deploymentConfiguration: merged } : {}),
        ...(capacity === undefined || isSame(capacity, now?.capacityProviderStrategy)
            ? {}
            : { capacityProviderStrategy: capacity }),
        ...(change.forceNewDeployment ? { forceNewDeployment: true } : {}),
    };
}
/** What a member has beside what is set of it stays: thresholds of the circuit breaker, for example. */
function withParts(now, asked) {
    const { deploymentCircuitBreaker: breaker } = asked;
    return breaker === undefined
        ? asked
        : { ...asked, deploymentCircuitBreaker: { ...now?.deploymentCircuitBreaker, ...breaker } };
}
/** The order of keys, and zeros that ECS leaves out, do not count. */
function isSame(a, b) {
    const canonical = (value) => JSON.stringify(value, (_key, part) => {
        if (part === null || typeof part !== 'object' || Array.isArray(part))
            return part;
        return Object.fromEntries(Object.entries(part)
            .filter(([, member]) => member !== undefined && member !== 0)
            .sort(([x], [y]) => (x < y ? -1 : 1)));
    });
    return canonical(a) === canonical(b);
}

// EXTERNAL MODULE: ./build-stage/rolling/look.js
var look = __webpack_require__(1938);
;// CONCATENATED MODULE: ./build-stage/rolling/prepare.js








/** How often it is looked whether another deployment is done. */
const busyMs = 10_000;
/**
 * Reads everything and decides what to do. Changes nothing.
 *
 * @throws InputError when what the inputs name does not exist, AccessError when it may not be read
 */
async function prepare(request, world, story, deadline) {
    const { settings } = request;
    const free = await whenFree(request, world, deadline);
    if ('kind' in free)
        return free;
    const { service, list } = free;
    const before = beforeOf(service, list);
    if (service.controller !== 'ECS')
        return refused(`${service.name} has the deployment controller ${service.controller}; a rolling update needs ECS`, before);
    if (service.status !== 'ACTIVE')
        return refused(`${service.name} is ${service.status}, not ACTIVE`, before);
    if ((settings.change.desiredCount ?? service.desiredCount) === 0) {
        const how = settings.change.desiredCount === 0 ? 'desired-count is 0' : 'its desired count is 0';
        return refused(`${service.name} would run no task (${how}), so nothing could be shown of the new version: scale it up, or give desired-count`, before);
    }
    const wanted = await (0,task_definition_source/* definitionToDeploy */.w)(request.definition, service.taskDefinitionArn, world);
    story.diff = wanted.diff;
    for (const notice of wanted.notices)
        warn(world, story, notice);
    const change = await changeOf(request, world, service);
    if (wanted.isUnchanged && Object.keys(change).length === 0)
        return unchanged(service, before, world, story);
    const evidence = await evidenceBefore(request, world);
    const broken = [...evidence.alarms.on.values(), ...evidence.queries.bad.values()];
    const findings = (await world.gate?.preflight?.({ service, definition: wanted.definition })) ?? [];
    const refusals = [
        ...evidence.alarms.refusals,
        ...evidence.queries.refusals,
        ...(settings.force === undefined ? broken : []),
        ...findings.filter(({ level }) => level === 'error').map(({ what }) => what),
    ];
    const warnings = [
        ...evidence.alarms.warnings,
        ...evidence.queries.warnings,
        ...findings.filter(({ level }) => level === 'warning').map(({ what }) => what),
        ...(settings.force === undefined ? [] : broken.map((what) => `Forced (${settings.force}): ${what}`)),
        ...(before.lastGoodArn === undefined
            ? [
                `no deployment of ${service.name} is known to have succeeded: should this one fail, there is nothing to go back to`,
            ]
            : []),
    ];
    for (const warning of new Set(warnings))
        warn(world, story, warning);
    story.plan = planLines(request, service, before, wanted);
    if (refusals.length > 0)
        return { kind: 'refused', before, reasons: [...new Set(refusals)] };
    return {
        kind: 'go',
        service,
        before,
        deploy: wanted.deploy,
        definition: wanted.definition,
        change,
        known: knownOf(service, list),
        evidence,
    };
}
const refused = (reason, before) => ({ kind: 'refused', before, reasons: [reason] });
function warn(world, story, text) {
    story.warnings.push(text);
    world.report.warn(text);
}
/** What is there already, and so never ours. */
function knownOf(service, list) {
    return {
        knownBefore: (service?.deployments ?? []).map(({ id }) => id),
        knownUntil: Math.max(0, ...(list ?? []).map(({ createdAt }) => createdAt)),
    };
}
/** The service once nobody else deploys to it, or at once where that is to be replaced. */
async function whenFree({ service: name, settings }, world, deadline) {
    for (let told = false;; told = true) {
        const service = await theService(name, world);
        const list = await listed(name, world);
        const busy = busyWith(service, list);
        if (busy === undefined)
            return { service, list };
        if (settings.whenBusy === 'fail')
            return { kind: 'refused', reasons: [`${name} is being deployed to: ${busy}`] };
        if (settings.whenBusy === 'replace') {
            world.report.warn(`${name} is being deployed to (${busy}); that is replaced (when-busy: replace)`);
            return { service, list };
        }
        const { reason } = world.cancellation;
        if (reason !== undefined)
            return { kind: 'interrupted', reasons: [`${reason}; nothing was changed`] };
        if (world.clock.now() >= deadline)
            return { kind: 'refused', reasons: [`${name} was being deployed to all the time: ${busy}`] };
        if (!told)
            world.report.line(`Waiting for another deployment to ${name}: ${busy}`);
        await world.clock.sleep(Math.min(busyMs, deadline - world.clock.now()), world.cancellation.signal);
    }
}
async function theService(name, { rollout }) {
    try {
        return (await rollout.describe([name]))[0];
    }
    catch (error) {
        if (!(error instanceof input_error/* InputError */.d))
            throw error;
        throw new input_error/* InputError */.d(error.problems.map((problem) => (problem.input === 'services' ? { ...problem, input: 'service' } : problem)));
    }
}
/** Without the right to list them the service's own list of deployments has to do. */
async function listed(name, { deployments }) {
    return deployments.list(name).catch((error) => {
        if ((0,look/* isDenied */.G)(error))
            return undefined;
        throw error;
    });
}
function busyWith(service, list) {
    const current = list?.find(({ status }) => ['PENDING', 'IN_PROGRESS', 'STOP_REQUESTED', 'ROLLBACK_REQUESTED', 'ROLLBACK_IN_PROGRESS'].includes(status));
    if (current !== undefined)
        return `${(0,task_definition/* shortName */.EU)(current.taskDefinitionArn) || 'a service deployment'} is ${current.status}`;
    // A primary deployment of ECS's older answers may be without end; with the list, that one is the authority.
    const primary = service.deployments.find(({ status }) => status === 'PRIMARY');
    const isBusy = list === undefined && primary?.rollout === 'IN_PROGRESS';
    return isBusy ? `${(0,task_definition/* shortName */.EU)(primary.taskDefinitionArn)} is IN_PROGRESS` : undefined;
}
function beforeOf(service, list) {
    const { taskDefinitionArn, desiredCount } = service;
    const good = list?.find(({ status, taskDefinitionArn: arn }) => status === 'SUCCESSFUL' && arn !== '')?.taskDefinitionArn;
    const primary = service.deployments.find(({ status }) => status === 'PRIMARY');
    // ECS forgets service deployments after 90 days: what runs since then has succeeded.
    const steady = primary?.rollout === 'COMPLETED' || (primary?.rollout === 'UNKNOWN' && service.runningCount >= desiredCount)
        ? taskDefinitionArn
        : undefined;
    return { taskDefinitionArn, desiredCount, lastGoodArn: good ?? steady };
}
function unchanged(service, before, world, story) {
    const { name, runningCount, desiredCount, taskDefinitionArn } = service;
    if (runningCount < desiredCount)
        warn(world, story, `${name} runs only ${runningCount} of ${desiredCount} tasks; force-new-deployment starts all of them anew`);
    return {
        kind: 'unchanged',
        before,
        reason: `${name} runs ${(0,task_definition/* shortName */.EU)(taskDefinitionArn)} already, and nothing differs from it`,
    };
}
async function evidenceBefore({ settings }, world) {
    const { alarms: names, queries, alertRules } = settings;
    const { metricQueries } = world;
    return {
        alarms: names.length === 0
            ? { refusals: [], warnings: [], silent: new Set(), on: new Map() }
            : (0,alarms/* checkAlarms */.Tx)(names, await world.alarms.alarms(names)),
        queries: metricQueries === undefined
            ? { refusals: [], warnings: [], silent: new Set(), bad: new Map() }
            : await (0,prometheus_source/* checkQueries */.j)(metricQueries, { queries, 'alert-rules': alertRules }),
    };
}
function planLines({ settings }, service, before, wanted) {
    const { change, bakeMs, failAfter } = settings;
    const what = 'arn' in wanted.deploy
        ? `deploy ${(0,task_definition/* shortName */.EU)(wanted.deploy.arn)} as it is`
        : `register a new revision of ${wanted.definition.family ?? 'the task definition'} and deploy it`;
    const back = before.lastGoodArn === undefined ? 'nothing to go back to' : `back to ${(0,task_definition/* shortName */.EU)(before.lastGoodArn)}`;
    const policy = settings.onFailure === 'leave' ? 'left as it is' : back;
    return [
        `${service.name} runs ${(0,task_definition/* shortName */.EU)(service.taskDefinitionArn)}, ${service.runningCount} of ${service.desiredCount} tasks`,
        ...(0,task_definition_diff/* diffText */.NI)(wanted.diff),
        what,
        ...(change.desiredCount === undefined ? [] : [`desired count ${change.desiredCount}`]),
        `healthy for ${Math.round(bakeMs / 1000)} s once all tasks run; ${failAfter} tasks that fail for the same reason end it: ${policy}`,
    ];
}

// EXTERNAL MODULE: ./build-stage/rolling/recovery.js
var recovery = __webpack_require__(286);
;// CONCATENATED MODULE: ./build-stage/rolling/return.js







/**
 * Deploys what the service ran before, after a rollout that had ended well, and follows it. Here there is nothing to be
 * watched, and nothing to go back to.
 *
 * @throws AccessError when access is lost on the way
 */
async function returnTo(midst, lock, target, why) {
    const { request, world, story } = midst;
    const { settings, service } = request;
    const reading = patient(world);
    const [seen] = await reading.rollout.describe([service]);
    if (seen?.taskDefinitionArn === target)
        return ended(midst, 'rolled-back', `${why}; it ran the version before already`);
    const list = await reading.deployments.list(service).catch((error) => {
        if ((0,look/* isDenied */.G)(error))
            return undefined;
        throw error;
    });
    const plan = {
        service,
        taskDefinitionArn: target,
        lastGoodArn: null,
        ...knownOf(seen, list),
        deadline: world.clock.now() + settings.timeoutMs,
        failAfter: settings.failAfter,
        bakeMs: 0,
        unknownLimitMs: settings.unknownLimitMs,
        backLimitMs: settings.timeoutMs,
        onFailure: 'leave',
        onCancel: 'leave',
        mayUpdate: true,
    };
    const { desiredCount } = settings.change;
    const wasDesired = midst.before?.desiredCount;
    midst.isTouched = true;
    world.report.line(`${service}: back to ${(0,task_definition/* shortName */.EU)(target)}: ${why}`);
    const end = await (0,follow_service/* followService */.n)({
        world,
        plan,
        state: (0,follow_state/* initialFollow */.m)(world.clock.now()),
        lock,
        story,
        pollMs: settings.pollMs,
        // A number of tasks that the rollout set goes back as well; one that it left alone is left alone again.
        change: desiredCount === undefined || wasDesired === undefined ? {} : { desiredCount: wasDesired },
        bake: undefined,
        onGoingBack: async () => { },
    });
    const { outcome, reason } = end.state;
    if (outcome === 'succeeded')
        return ended(midst, 'rolled-back', why, end);
    const told = end.refused ?? reason;
    return ended(midst, outcome === 'superseded' ? 'superseded' : 'failed', `${why}; going back to ${(0,task_definition/* shortName */.EU)(target)} did not succeed: ${told}`, end);
}

// EXTERNAL MODULE: ./build-stage/rolling/story.js
var rolling_story = __webpack_require__(7404);
;// CONCATENATED MODULE: ./build-stage/rolling/roll.js












/** Rolls one service out and follows it to one verdict. Never rejects. */
async function roll(request, world) {
    const midst = begun(request, world);
    return attempt(midst).catch((error) => faulted(midst, error));
}
/**
 * Puts a service back to what it ran before a roll, and follows that: for a release of many services of which another one
 * turned out bad. Never rejects; `rolled-back` when it runs again what it ran before.
 */
async function undo(done, request, world) {
    const midst = begun(request, world);
    midst.before = done.before;
    midst.taskDefinitionArn = done.taskDefinitionArn;
    const back = async () => {
        const target = done.before?.taskDefinitionArn;
        if (target === undefined)
            return ended(midst, 'refused', 'what it ran before is not known');
        const lock = await locked(midst, midst.story.startedAt + request.settings.timeoutMs);
        if ('outcome' in lock)
            return lock;
        const result = await returnTo(midst, lock, target, 'the release was taken back as a whole');
        if (lock.lostTo === undefined)
            await lock.release();
        return result;
    };
    return back().catch((error) => faulted(midst, error));
}
function begun(request, world) {
    const story = (0,rolling_story/* newRollStory */.F)(world.clock.now());
    return { request, world, story, lock: undefined, isTouched: false, before: undefined, taskDefinitionArn: undefined };
}
/** Takes the lock, and settles first what a dead run left under it. */
async function locked(midst, deadline) {
    const { request, world, story } = midst;
    const { settings, cluster, service } = request;
    const name = (0,rolling_lock/* rollingLockName */.u)({ cluster, service, lockName: settings.lockName });
    const ports = world.lock(name);
    const lock = new rolling_lock/* HeldRolling */.T({ name, cluster, service }, { ...world, journal: ports.journal }, story.startedAt);
    const answer = await (0,lease/* takeLock */.HJ)(settings, { ...world, ...ports }, (now) => lock.entry(now), deadline);
    if (!answer.taken) {
        const isCancelled = answer.reason === world.cancellation.reason;
        return ended(midst, isCancelled ? 'interrupted' : 'refused', answer.reason);
    }
    midst.lock = lock;
    const { leftBy } = answer;
    if (leftBy === undefined) {
        lock.keep();
        return lock;
    }
    world.report.warn(`Took over the lock of a run that died (${leftBy.runUrl}, stage: ${leftBy.stage})`);
    // Until it is settled, it is what `post` has to finish as well.
    midst.isTouched = true;
    lock.resume(leftBy);
    const settled = await (0,recovery/* settleRolling */.d)(world, leftBy, lock);
    world.report.line(settled.told);
    if (!settled.isDone)
        return ended(midst, 'interrupted', world.cancellation.reason ?? settled.told);
    midst.isTouched = false;
    await lock.restart();
    return lock;
}
async function attempt(midst) {
    const { request, world, story } = midst;
    const { settings, service } = request;
    const deadline = story.startedAt + settings.timeoutMs;
    if (settings.dryRun) {
        const prepared = await prepare(request, patient(world), story, deadline);
        midst.before = prepared.before;
        if (prepared.kind !== 'go')
            return notBegun(midst, prepared);
        await showPlan(midst);
        return ended(midst, 'unchanged', 'dry run: nothing was changed');
    }
    const lock = await locked(midst, deadline);
    if ('outcome' in lock)
        return lock;
    const prepared = await prepare(request, patient(world), story, deadline);
    midst.before = prepared.before;
    if (prepared.kind !== 'go') {
        await lock.release();
        return notBegun(midst, prepared);
    }
    await showPlan(midst);
    if (world.cancellation.reason !== undefined) {
        await lock.release();
        return ended(midst, 'interrupted', `${world.cancellation.reason}; nothing was changed`);
    }
    const { deploy } = prepared;
    const taskDefinitionArn = 'arn' in deploy ? deploy.arn : await patient(world).rollout.register(deploy.register);
    midst.taskDefinitionArn = taskDefinitionArn;
    const first = await world.gate?.before?.({ service, taskDefinitionArn });
    if (first?.ok === false) {
        await lock.release();
        return ended(midst, first.outcome, `${first.reason}; the service was not touched`);
    }
    return followed(midst, lock, prepared, taskDefinitionArn);
}
async function followed(midst, lock, prepared, taskDefinitionArn) {
    const { request, world, story } = midst;
    const { settings, service } = request;
    const plan = {
        service,
        taskDefinitionArn,
        lastGoodArn: prepared.before.lastGoodArn ?? null,
        ...prepared.known,
        deadline: story.startedAt + settings.timeoutMs,
        failAfter: settings.failAfter,
        bakeMs: settings.bakeMs,
        unknownLimitMs: settings.unknownLimitMs,
        backLimitMs: Math.max(900_000, settings.timeoutMs),
        onFailure: settings.onFailure,
        onCancel: settings.onCancel,
        mayUpdate: true,
    };
    const about = { targetGroupArns: prepared.service.targetGroupArns, logLines: settings.logLines };
    midst.isTouched = true;
    const end = await (0,follow_service/* followService */.n)({
        world,
        plan,
        state: (0,follow_state/* initialFollow */.m)(world.clock.now()),
        lock,
        story,
        pollMs: settings.pollMs,
        change: prepared.change,
        bake: settings.bakeMs === 0 ? undefined : bakeOf(settings, world, prepared.evidence, prepared.service),
        onGoingBack: async (state) => {
            await (0,diagnose/* diagnose */.h)(about, world, story, state);
            await request.show?.(story);
        },
    });
    if (end.refused !== undefined) {
        midst.isTouched = false;
        await lock.release();
        return ended(midst, 'refused', `ECS does not take the update: ${end.refused}`);
    }
    const { outcome, reason, back } = end.state;
    if (end.isHandedOver) {
        const told = back?.by === 'abort' ? 'ECS was told to stop the deployment' : 'ECS was told to go back';
        return ended(midst, 'interrupted', `${back?.why}; ${told}`, end);
    }
    if (outcome === 'succeeded') {
        const after = await world.gate?.after?.({ service, taskDefinitionArn });
        if (after?.ok === false) {
            const target = plan.onFailure === 'leave' ? undefined : plan.lastGoodArn;
            const result = target == null
                ? await ended(midst, after.outcome, `${after.reason}; the new version was left running`, end)
                : await returnTo(midst, lock, target, after.reason);
            if (lock.lostTo === undefined)
                await lock.release();
            return result;
        }
    }
    else if (outcome !== 'superseded')
        await (0,diagnose/* diagnose */.h)(about, world, story, end.state);
    if (lock.lostTo === undefined)
        await lock.release();
    else
        lock.end();
    const isAccess = reason.startsWith(follow_service/* accessEndsWords */.q);
    return ended(midst, isAccess ? 'access-lost' : (outcome ?? 'interrupted'), reason, end);
}
async function notBegun(midst, prepared) {
    if (prepared.kind === 'unchanged') {
        midst.taskDefinitionArn = prepared.before.taskDefinitionArn;
        return ended(midst, 'unchanged', prepared.reason);
    }
    return ended(midst, prepared.kind, prepared.reasons.join('; '));
}
async function showPlan({ world, story, request }) {
    world.report.line('Plan');
    for (const [i, line] of story.plan.entries())
        world.report.line(`  ${i + 1}. ${line}`);
    world.report.line('');
    await request.show?.(story);
}


/***/ }),

/***/ 5980:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ settingsOf)
/* harmony export */ });
const breakers = {
    rollback: { enable: true, rollback: true },
    stop: { enable: true, rollback: false },
    off: { enable: false, rollback: false },
};
/** What the inputs ask for. */
function settingsOf(inputs, more) {
    const { circuitBreaker, deploymentAlarms, capacityProviderStrategy, probe } = inputs;
    return {
        ...more,
        change: {
            desiredCount: inputs.desiredCount,
            minimumHealthyPercent: inputs.minimumHealthyPercent,
            maximumPercent: inputs.maximumPercent,
            forceNewDeployment: inputs.forceNewDeployment,
            ...(circuitBreaker === undefined ? {} : { circuitBreaker: breakers[circuitBreaker] }),
            ...(deploymentAlarms.length === 0 ? {} : { deploymentAlarms: alarmsOf(deploymentAlarms) }),
            ...(capacityProviderStrategy.length === 0 ? {} : { capacityProviderStrategy }),
        },
        timeoutMs: inputs.timeout,
        pollMs: inputs.pollInterval,
        failAfter: inputs.failAfter,
        bakeMs: inputs.bake,
        unhealthyLimit: inputs.unhealthyLimit,
        unknownLimitMs: inputs.unknownLimit,
        alarms: inputs.alarms,
        probe: probe === undefined
            ? undefined
            : {
                url: probe,
                headers: inputs.probeHeaders,
                status: inputs.probeStatus,
                bodyText: inputs.probeBody,
                timeoutMs: inputs.probeTimeout,
            },
        queries: inputs.queries,
        alertRules: inputs.alertRules,
        onFailure: inputs.onFailure === 'leave' ? 'leave' : 'rollback',
        onCancel: inputs.onCancel,
        whenBusy: inputs.whenBusy,
        whenLocked: inputs.whenLocked,
        logLines: inputs.logLines,
        force: inputs.force,
    };
}
function alarmsOf(names) {
    return names.includes('off')
        ? { alarmNames: [], enable: false, rollback: false }
        : { alarmNames: names, enable: true, rollback: true };
}


/***/ }),

/***/ 6713:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ rollSummary)
/* harmony export */ });
/* harmony import */ var _blue_green_words_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6795);
/* harmony import */ var _ecs_stopped_tasks_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1959);
/* harmony import */ var _ecs_task_definition_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3204);
/* harmony import */ var _ecs_task_definition_diff_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9146);




/** The summary of one service's rollout as Markdown. Pure: the same story reads the same. */
function rollSummary(shown) {
    return [
        head(shown),
        facts(shown),
        warnings(shown),
        why(shown),
        timeline(shown),
        events(shown),
        diff(shown),
        plan(shown),
    ]
        .filter((part) => part !== '')
        .join('\n\n')
        .concat('\n');
}
const signs = {
    succeeded: '✅ Deployed',
    unchanged: '⚪ Unchanged',
    'rolled-back': '↩️ Rolled back',
    failed: '❌ Failed',
    superseded: '⏭️ Superseded',
    stopped: '⏹️ Stopped by somebody else',
    'timed-out': '⌛ Timed out',
    'access-lost': '🔑 Access was lost',
    refused: '🚫 Refused',
    interrupted: '⏹️ Interrupted',
};
function head({ result, service, cluster }) {
    const title = result === undefined ? '⏳ Under way' : signs[result.outcome];
    return `## ${title}: ${cell(service)} in ${cell(cluster.slice(cluster.lastIndexOf('/') + 1))}${result === undefined ? '' : `\n\n${cell(result.reason)}`}`;
}
function facts({ result, cluster, service, region }) {
    if (result === undefined)
        return '';
    const seconds = (ms) => (ms === undefined ? '' : `${Math.round(ms / 100) / 10} s`);
    const { times, taskDefinitionArn, before, serving, deploymentId } = result;
    const rows = [
        ['Runs now', serving],
        ['Deployed', taskDefinitionArn === undefined ? '' : (0,_ecs_task_definition_js__WEBPACK_IMPORTED_MODULE_1__/* .shortName */ .EU)(taskDefinitionArn)],
        ['Before', before === undefined ? '' : (0,_ecs_task_definition_js__WEBPACK_IMPORTED_MODULE_1__/* .shortName */ .EU)(before.taskDefinitionArn)],
        ['Service deployment', deploymentId === undefined ? '' : deploymentId.slice(deploymentId.lastIndexOf('/') + 1)],
        ['Time to deploy', seconds(times.rolloutMs)],
        ['Time to detect', seconds(times.detectMs)],
        ['Time to restore', seconds(times.restoreMs)],
        ['Console', links(region, cluster, service)],
    ].filter(([, value]) => value !== '');
    const command = result.command === undefined ? '' : `\n\nRun this now:\n\n\`\`\`sh\n${result.command}\n\`\`\``;
    return `${table(['', ''], rows)}${command}`;
}
/** https://docs.aws.amazon.com/general/latest/gr/ecs-service.html: the console has a host of its own for each partition. */
function links(region, cluster, service) {
    const host = region.startsWith('cn-')
        ? 'console.amazonaws.cn'
        : region.startsWith('us-gov-')
            ? 'console.amazonaws-us-gov.com'
            : `${region}.console.aws.amazon.com`;
    const name = cluster.slice(cluster.lastIndexOf('/') + 1);
    const to = (page) => `https://${host}/ecs/v2/clusters/${name}/services/${service}/${page}?region=${region}`;
    return [
        `[deployments](${to('deployments')})`,
        `[events](${to('events')})`,
        `[tasks](${to('tasks')})`,
        `[logs](${to('logs')})`,
    ].join(' · ');
}
function warnings({ story }) {
    return [...story.warnings, ...story.unread].map((warning) => `> ⚠️ ${cell(warning)}`).join('\n>\n');
}
function why({ story }) {
    const { stopped, logs, targets, detail } = story;
    const parts = [];
    if (stopped.length > 0) {
        const list = (0,_ecs_stopped_tasks_js__WEBPACK_IMPORTED_MODULE_3__/* .causes */ .p)(stopped).map((cause) => `- ${cell(cause)}`);
        const health = stopped
            .flatMap(({ containers }) => containers)
            .filter((container) => container.health === 'UNHEALTHY')
            .map(({ name }) => name);
        const failing = health.length === 0 ? '' : `\n- container health check failing: ${cell([...new Set(health)].join(', '))}`;
        parts.push(`### Why tasks stopped\n\n${list.join('\n')}${failing}`);
    }
    const unwell = targets.flatMap(({ group, seen }) => seen
        .filter(({ state }) => state !== 'healthy')
        .map(({ id, port, state, reason }) => [group, `${id}:${port}`, state, reason]));
    if (unwell.length > 0)
        parts.push(`### Targets when it was found bad\n\n${table(['Target group', 'Target', 'State', 'Reason'], unwell)}`);
    if (detail !== undefined) {
        const breaker = detail.circuitBreaker;
        const rows = [
            ['Status', detail.status],
            ['Reason', detail.statusReason],
            ['Rollback', detail.rollbackReason],
            ['Alarms', detail.triggeredAlarms.join(', ')],
            [
                'Circuit breaker',
                breaker.status === '' || breaker.status === 'DISABLED'
                    ? ''
                    : `${breaker.status}, ${breaker.failures} of ${breaker.threshold} failures`,
            ],
        ].filter(([, value]) => value !== '');
        if (rows.length > 0)
            parts.push(`### What ECS says of the deployment\n\n${table(['', ''], rows)}`);
    }
    const last = logs.map(({ container, task, lines }) => `<details open><summary>Last lines of ${cell(container)} in task ${task}</summary>\n\n${fenced(lines)}\n\n</details>`);
    return [...parts, ...last].join('\n\n');
}
function timeline({ story, result }) {
    if (result === undefined || story.timeline.length < 2)
        return '';
    const rows = story.timeline.map(({ at, what }) => [(0,_blue_green_words_js__WEBPACK_IMPORTED_MODULE_0__/* .clockWords */ .mV)(at - story.startedAt), what]);
    return `### What happened\n\n${table(['When', 'What'], rows)}`;
}
/** So many events are enough to see what went on. */
const mostEvents = 30;
function events({ story, result }) {
    const { events: all, begunAt } = story;
    if (all.length === 0 || begunAt === null || result === undefined)
        return '';
    const shown = all.slice(0, mostEvents).toReversed();
    const rows = shown.map(({ at, message }) => [(0,_blue_green_words_js__WEBPACK_IMPORTED_MODULE_0__/* .clockWords */ .mV)(at - begunAt), message]);
    const more = all.length > mostEvents ? ` (the last ${mostEvents} of ${all.length})` : '';
    return `<details><summary>Events of the service since the deployment began${more}</summary>\n\n${table(['When', 'Event'], rows)}\n\n</details>`;
}
function diff({ story }) {
    return story.diff.length === 0 ? '' : `### What changes in the task definition\n\n${(0,_ecs_task_definition_diff_js__WEBPACK_IMPORTED_MODULE_2__/* .diffMarkdown */ .xb)(story.diff)}`;
}
function plan({ story, runUrl }) {
    if (story.plan.length === 0)
        return '';
    const lines = story.plan.map((line, i) => `${i + 1}. ${cell(line)}`);
    return `<details><summary>The plan</summary>\n\n${lines.join('\n')}\n\n${runUrl === '' ? '' : `Run: ${runUrl}\n\n`}</details>`;
}
function table(heads, rows) {
    const line = (cells) => `| ${cells.map((text) => cell(text)).join(' | ')} |`;
    return [line(heads), `|${heads.map(() => ' --- ').join('|')}|`, ...rows.map(line)].join('\n');
}
/** Log lines as they are: the fence is longer than any run of backticks in them. */
function fenced(lines) {
    const longest = Math.max(2, ...lines.flatMap((line) => (line.match(/`+/g) ?? []).map((run) => run.length)));
    const fence = '`'.repeat(longest + 1);
    return `${fence}text\n${lines.join('\n')}\n${fence}`;
}
/** Text from outside must not break the table, nor the page. */
function cell(text) {
    return text
        .replace(/\r?\n/g, ' ')
        .replaceAll('|', '\\|')
        .replace(/<(?!br>)/g, '&lt;');
}


/***/ }),

/***/ 9148:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Kg: () => (/* binding */ isGood),
/* harmony export */   em: () => (/* binding */ sentence),
/* harmony export */   hS: () => (/* binding */ exitCodes)
/* harmony export */ });
/** The result in a sentence or three: what happened, why, what runs now, what to do. */
function sentence({ service, outcome, reason, serving, command }) {
    const parts = [`${service}: ${heads[outcome]}: ${reason.replace(/\.$/, '')}.`];
    if (serving !== '')
        parts.push(serving);
    if (command !== undefined)
        parts.push(`Run: ${command}`);
    return parts.join(' ');
}
const heads = {
    succeeded: 'deployed',
    unchanged: 'unchanged',
    'rolled-back': 'rolled back',
    failed: 'failed, and was not rolled back',
    superseded: 'superseded',
    stopped: 'stopped by somebody else',
    'timed-out': 'timed out',
    'access-lost': 'access was lost',
    refused: 'refused, nothing was changed',
    interrupted: 'interrupted',
};
const isGood = (outcome) => outcome === 'succeeded' || outcome === 'unchanged';
/** What the process ends with, so that a script can tell them apart. */
const exitCodes = {
    succeeded: 0,
    unchanged: 0,
    failed: 1,
    'rolled-back': 2,
    'timed-out': 3,
    superseded: 4,
    stopped: 5,
    'access-lost': 6,
    refused: 7,
    interrupted: 8,
};


/***/ }),

/***/ 7481:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ counted)
/* harmony export */ });
/** `1 task`, `2 tasks`: the noun is one whose plural takes an s. */
const counted = (count, noun) => `${count} ${noun}${count === 1 ? '' : 's'}`;


/***/ }),

/***/ 6486:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ rollingRules),
/* harmony export */   x: () => (/* binding */ rollingInputs)
/* harmony export */ });
/* harmony import */ var _duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1999);
/* harmony import */ var _for_container_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6454);
/* harmony import */ var _http_status_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3754);
/* harmony import */ var _kind_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(1789);
/* harmony import */ var _lists_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2682);
/* harmony import */ var _rules_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5692);
/* harmony import */ var _scalars_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5734);







/** How one service is rolled out. */
const rollingInputs = {
    'desired-count': {
        kind: (0,_scalars_js__WEBPACK_IMPORTED_MODULE_2__/* .integer */ .nd)({ min: 1, max: 10_000 }),
        description: 'How many tasks the service is to run. Without it the number stays as it is, so that what autoscaling has decided is not reset.',
    },
    'minimum-healthy-percent': {
        kind: (0,_scalars_js__WEBPACK_IMPORTED_MODULE_2__/* .integer */ .nd)({ min: 0, max: 100 }),
        description: 'How many tasks must keep running while the service is updated, in percent of the desired count. Without it the setting of the service stays.',
    },
    'maximum-percent': {
        kind: (0,_scalars_js__WEBPACK_IMPORTED_MODULE_2__/* .integer */ .nd)({ min: 100, max: 400 }),
        description: 'How many tasks may run at once while the service is updated, in percent of the desired count. Without it the setting of the service stays.',
    },
    'circuit-breaker': {
        kind: (0,_scalars_js__WEBPACK_IMPORTED_MODULE_2__/* .oneOf */ .yL)('rollback', 'stop', 'off'),
        description: "ECS's own deployment circuit breaker: `rollback`, `stop` (ECS ends the deployment and rolls nothing back) or `off`. Without it the setting of the service stays. The action finds failing tasks by itself, whatever this says.",
    },
    'deployment-alarms': {
        kind: (0,_lists_js__WEBPACK_IMPORTED_MODULE_3__/* .lines */ .Mn)({ of: 'alarm name', max: 100 }),
        description: 'CloudWatch alarms by which ECS itself rolls the deployment back, one name per line, or `off`. Without it the setting of the service stays.',
    },
    'capacity-provider-strategy': {
        kind: capacityShares(),
        description: 'Where the tasks run, one capacity provider per line with its weight and base: `FARGATE weight=1 base=1`. Without it the strategy of the service stays.',
    },
    'force-new-deployment': {
        kind: (0,_scalars_js__WEBPACK_IMPORTED_MODULE_2__/* .flag */ .Jt)(),
        preset: 'false',
        description: 'Start all tasks anew also when nothing differs, for example because an image tag has moved.',
    },
    'run-before': {
        kind: (0,_for_container_js__WEBPACK_IMPORTED_MODULE_1__/* .words */ .aL)(),
        verbatim: true,
        description: 'A command that must succeed before the service is updated, such as a migration: a JSON list such as `["npm", "run", "migrate"]`, or `container=[…]` per line. It runs once as a task of the new task definition, in the network and on the capacity of the service. When it fails, the service is not touched.',
    },
    'run-after': {
        kind: (0,_for_container_js__WEBPACK_IMPORTED_MODULE_1__/* .words */ .aL)(),
        verbatim: true,
        description: 'A command that must succeed after the rollout, written like `run-before`. When it fails, the service goes back.',
    },
    'run-timeout': {
        kind: (0,_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p0)({ minMs: 1_000, maxMs: 21_600_000 }),
        preset: '15m',
        description: 'How long each of these tasks may take; then it is stopped, and has failed.',
    },
    bake: {
        kind: (0,_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p0)({ maxMs: 86_400_000 }),
        preset: '30s',
        description: 'How long the new version must stay healthy after ECS has called the deployment successful: all tasks run, targets are healthy, and nothing of `alarms`, `probe` and `queries` speaks against it. `0s` ends at once, without looking at them.',
    },
    alarms: {
        kind: (0,_lists_js__WEBPACK_IMPORTED_MODULE_3__/* .lines */ .Mn)({ of: 'alarm name', max: 100 }),
        description: 'CloudWatch alarms that speak for the new version in the bake, one name per line. One that goes to ALARM rolls back. One that is missing or in ALARM before the start refuses the deployment; one without data is warned of.',
    },
    probe: {
        kind: (0,_scalars_js__WEBPACK_IMPORTED_MODULE_2__/* .url */ .OZ)(),
        description: 'A URL that the service must answer in the bake.',
    },
    'probe-headers': { kind: (0,_lists_js__WEBPACK_IMPORTED_MODULE_3__/* .headers */ .b3)(), description: 'Headers sent with the probe, `Name: value` per line.' },
    'probe-status': {
        kind: (0,_http_status_js__WEBPACK_IMPORTED_MODULE_4__/* .httpStatuses */ .t)(),
        preset: '200',
        description: 'The status codes that the probe takes for healthy, such as `200`, `200-299` or `200,204`.',
    },
    'probe-body': { kind: (0,_scalars_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)(), description: 'A text that the answer to the probe must contain.' },
    'probe-timeout': {
        kind: (0,_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p0)({ minMs: 100, maxMs: 60_000 }),
        preset: '5s',
        description: 'How long one probe may take.',
    },
    'fail-after': {
        kind: (0,_scalars_js__WEBPACK_IMPORTED_MODULE_2__/* .integer */ .nd)({ min: 1, max: 100 }),
        preset: '3',
        description: 'So many tasks of the new version that fail for the same reason end the deployment, long before `timeout`.',
    },
    'unhealthy-limit': {
        kind: (0,_scalars_js__WEBPACK_IMPORTED_MODULE_2__/* .integer */ .nd)({ min: 1, max: 1_000 }),
        preset: '2',
        description: 'So many looks in a row must find the targets unhealthy in the bake. An alarm in ALARM counts at the first.',
    },
    'unknown-limit': {
        kind: (0,_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p0)({ minMs: 1_000, maxMs: 3_600_000 }),
        preset: '1m',
        description: 'How long the evidence may stay away in the bake before the new version is rolled back. No evidence is never taken for health.',
    },
    timeout: {
        kind: (0,_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p0)({ minMs: 1_000, maxMs: 86_400_000 }),
        preset: '30m',
        description: 'How long everything may take, the bake included. The end is looked at once more before it counts.',
    },
    'poll-interval': {
        kind: (0,_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p0)({ minMs: 100, maxMs: 300_000 }),
        preset: '5s',
        description: 'How often the service and the evidence are looked at.',
    },
    'on-failure': {
        kind: (0,_scalars_js__WEBPACK_IMPORTED_MODULE_2__/* .oneOf */ .yL)('rollback', 'leave', 'rollback-all', 'rollback-failed', 'continue'),
        preset: 'rollback',
        description: 'What to do with a deployment that is found bad, or is not complete in time: `rollback` goes back to what the last deployment that succeeded had deployed, `leave` leaves it as it is. Either way the step fails. Of several `services`, `rollback` and `rollback-all` take all of them back, `rollback-failed` only the bad one and begins no further one, `continue` goes on with those that do not depend on it; with `leave` no further one is begun.',
    },
    'on-cancel': {
        kind: (0,_scalars_js__WEBPACK_IMPORTED_MODULE_2__/* .oneOf */ .yL)('rollback', 'stop', 'leave'),
        preset: 'rollback',
        description: 'What to do when the workflow is cancelled: `rollback` goes back, `stop` ends the deployment where it is, `leave` lets it go on unwatched.',
    },
    'when-busy': {
        kind: (0,_scalars_js__WEBPACK_IMPORTED_MODULE_2__/* .oneOf */ .yL)('wait', 'replace', 'fail'),
        preset: 'wait',
        description: 'What to do while somebody else deploys to the service: `wait` for the end of it (within `timeout`), `replace` it, or `fail` at once.',
    },
    'when-locked': {
        kind: (0,_scalars_js__WEBPACK_IMPORTED_MODULE_2__/* .oneOf */ .yL)('fail', 'wait'),
        preset: 'fail',
        description: 'What to do while another run of this action holds the lock: `fail` at once, or `wait` for it (within `timeout`).',
    },
    'log-lines': {
        kind: (0,_scalars_js__WEBPACK_IMPORTED_MODULE_2__/* .integer */ .nd)({ min: 0, max: 1_000 }),
        preset: '20',
        description: 'How many of the last log lines of a task that stopped are put into the job summary.',
    },
    force: {
        kind: (0,_scalars_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)(),
        description: 'A reason to deploy although an alarm or a query is bad already. Without it such a deployment is refused, and a fix could not be shipped with it.',
    },
    preflight: {
        kind: (0,_scalars_js__WEBPACK_IMPORTED_MODULE_2__/* .flag */ .Jt)(),
        preset: 'true',
        description: 'Look first at everything that the deployment will need (images, roles, secrets, log groups, network), and refuse it with all that is wrong before anything is registered. A right that is missing for a look is a warning.',
    },
};
/** What must hold between them. */
const rollingRules = [
    (0,_rules_js__WEBPACK_IMPORTED_MODULE_5__/* .needs */ .eN)('probe-headers', 'probe'),
    (0,_rules_js__WEBPACK_IMPORTED_MODULE_5__/* .needs */ .eN)('probe-body', 'probe'),
    (0,_rules_js__WEBPACK_IMPORTED_MODULE_5__/* .rule */ .Hu)(['timeout', 'bake'], '`timeout` leaves time for the `bake`.', (values) => values.timeout > values.bake ? undefined : 'is over before the bake is: make it longer, or the bake shorter'),
    (0,_rules_js__WEBPACK_IMPORTED_MODULE_5__/* .rule */ .Hu)(['bake', 'alarms', 'probe'], 'With `alarms` or a `probe` there is a `bake` to look at them in.', (values, has) => values.bake === 0 && (has('alarms') || has('probe'))
        ? 'is 0, so the alarms and the probe would never be looked at: give it a time, or take them out'
        : undefined),
    (0,_rules_js__WEBPACK_IMPORTED_MODULE_5__/* .rule */ .Hu)(['maximum-percent', 'minimum-healthy-percent'], '`maximum-percent` and `minimum-healthy-percent` leave room to replace a task.', (values) => values.maximumPercent === 100 && values.minimumHealthyPercent === 100
        ? 'is 100 like minimum-healthy-percent: no task could ever be replaced'
        : undefined),
];
/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CapacityProviderStrategyItem.html */
function capacityShares() {
    return {
        label: 'capacity providers',
        accepts: 'one capacity provider per line with its weight (0 to 1000) and base (0 to 100000), such as FARGATE_SPOT weight=4 base=1',
        absent: [],
        read: (given) => {
            const shares = [];
            for (const line of given
                .split(/\r?\n/)
                .map((text) => text.trim())
                .filter((text) => text !== '')) {
                const [name = '', ...rest] = line.split(/[\s,]+/);
                if (!/^[A-Za-z0-9_-]{1,255}$/.test(name))
                    return (0,_kind_js__WEBPACK_IMPORTED_MODULE_6__/* .wrong */ .Q)(`has a line ${JSON.stringify(line)} that begins with no capacity provider`);
                if (shares.some(({ capacityProvider }) => capacityProvider === name))
                    return (0,_kind_js__WEBPACK_IMPORTED_MODULE_6__/* .wrong */ .Q)(`names ${name} twice`);
                const share = { capacityProvider: name };
                for (const part of rest) {
                    const found = /^(?<key>weight|base)=(?<value>\d{1,6})$/.exec(part)?.groups;
                    const most = found?.key === 'weight' ? 1_000 : 100_000;
                    if (found === undefined || Number(found.value) > most)
                        return (0,_kind_js__WEBPACK_IMPORTED_MODULE_6__/* .wrong */ .Q)(`has ${JSON.stringify(part)} for ${name}, which is neither weight=0…1000 nor base=0…100000`);
                    share[found.key] = Number(found.value);
                }
                shares.push(share);
            }
            if (shares.filter(({ base = 0 }) => base > 0).length > 1)
                return (0,_kind_js__WEBPACK_IMPORTED_MODULE_6__/* .wrong */ .Q)('has a base for more than one capacity provider; ECS takes one');
            if (shares.length > 20)
                return (0,_kind_js__WEBPACK_IMPORTED_MODULE_6__/* .wrong */ .Q)('names more than 20 capacity providers');
            return (0,_kind_js__WEBPACK_IMPORTED_MODULE_6__/* .read */ .L)(shares);
        },
    };
}


/***/ }),

/***/ 1964:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ changedPaths)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1421);
/* harmony import */ var _spec_input_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5432);


/**
 * The paths of all files that differ between a commit and the checked-out one, from the top of the repository; of a file
 * that was moved both.
 *
 * @throws InputError when git cannot compare the two, with what it says
 */
function changedPaths(since, folder) {
    const words = ['diff', '--name-only', '--no-renames', '-z', '--end-of-options', since, 'HEAD', '--'];
    return new Promise((resolve, reject) => {
        (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.execFile)('git', words, { cwd: folder, maxBuffer: 64 * 1024 * 1024 }, (error, stdout, stderr) => {
            if (error === null)
                return resolve(stdout.split('\0').filter((path) => path !== ''));
            const said = stderr.trim().split('\n')[0] || error.message;
            const wrong = `cannot be compared with what is checked out (${said}); with actions/checkout, fetch-depth: 0 brings the commits that are needed`;
            reject(new _spec_input_error_js__WEBPACK_IMPORTED_MODULE_1__/* .InputError */ .d([{ input: 'changed-since', value: since, wrong }]));
        });
    });
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
