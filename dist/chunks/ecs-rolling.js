export const id = 4869;
export const ids = [4869];
export const modules = {

/***/ 4869:
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
// EXTERNAL MODULE: ./build-stage/ecs/task-definition-source.js + 2 modules
var task_definition_source = __webpack_require__(8129);
// EXTERNAL MODULE: ./build-stage/lock/held-lease.js
var held_lease = __webpack_require__(6647);
// EXTERNAL MODULE: ./build-stage/lock/lease.js
var lease = __webpack_require__(5813);
// EXTERNAL MODULE: ./build-stage/ports/message-of.js
var message_of = __webpack_require__(9901);
// EXTERNAL MODULE: ./build-stage/fleet/touched-service.js
var touched_service = __webpack_require__(436);
;// CONCATENATED MODULE: ./build-stage/fleet/held-release.js
// src/fleet/held-release.ts




/** A parameter holds 4 KB. https://docs.aws.amazon.com/systems-manager/latest/userguide/parameter-store-advanced-parameters.html */
const mostBytes = 4_000;
/** Below a path of its own for each run; `recover` finds it by looking below `/sluice`. */
const releaseName = (cluster, holder) => `/sluice/${cluster.slice(cluster.lastIndexOf('/') + 1)}/release/${holder}`;
const holderOf = (name) => name.slice(name.lastIndexOf('/') + 1);
/** The name under which `main` keeps for `post` where the entry of the release is. */
const keptRelease = 'release';
/**
 * The journal of services that run the new version together or not at all. Each is written down before it is told, what
 * it ran before with it, so that whoever comes after a run that died can put all of them back: their own journals are gone
 * once they have turned out good. That the entry is gone means that it is decided.
 */
class HeldRelease extends held_lease/* HeldLease */.o {
    name;
    world;
    touched = new Map();
    ended = new AbortController();
    startedAt;
    isBegun = false;
    isFull = false;
    next;
    last = Promise.resolve();
    constructor(name, world) {
        super(world);
        this.name = name;
        this.world = world;
        this.startedAt = world.clock.now();
    }
    entry(now) {
        const { holder, url } = this.world.run;
        return {
            schema: 1,
            kind: 'release',
            holder,
            runUrl: url,
            startedAt: this.startedAt,
            expires: now + lease/* leaseMs */.zT,
            stage: 'release',
            touched: [...this.touched.values()],
        };
    }
    /**
     * The service is about to be told: written before it is. What it ran when it was first told is what counts.
     *
     * @throws Error when it cannot be written: then it must not be told
     */
    async touching(service) {
        const key = `${service.cluster}/${service.service}`;
        if (this.touched.has(key))
            return this.next ?? this.last;
        this.touched.set(key, (0,touched_service/* touchedText */.up)(service));
        if (JSON.stringify(this.entry(this.startedAt)).length > mostBytes) {
            this.touched.delete(key);
            if (!this.isFull)
                this.world.report.warn(`The journal of this release has room for ${this.touched.size} services: should this runner die, \`post\` and \`recover\` do not take back the others`);
            this.isFull = true;
            return;
        }
        // Those that come while it is written go together into the next write.
        this.next ??= this.last
            .catch(() => { })
            .then(() => {
            this.next = undefined;
            this.last = this.written();
            return this.last;
        });
        try {
            await this.next;
        }
        catch (error) {
            this.touched.delete(key);
            throw error;
        }
    }
    /** It is decided: nobody has to put anything back. */
    async end() {
        this.ended.abort();
        if (!this.isBegun)
            return;
        try {
            await this.giveBack();
            this.world.report.keep(keptRelease, '');
        }
        catch (error) {
            const why = (0,message_of/* messageOf */.b)(error);
            this.world.report.warn(`${this.name} could not be removed: ${why}. \`post\` tries it again`);
        }
    }
    /** This run ends and it is not decided: `post` has to put back what was told. */
    leave() {
        this.ended.abort();
    }
    async written() {
        if (this.isBegun) {
            await this.write();
            if (this.unwritten !== undefined)
                throw new Error(`the journal of the release: ${this.unwritten}`);
            return;
        }
        await this.world.journal.acquire(this.entry(this.world.clock.now()));
        this.isBegun = true;
        this.world.report.keep(keptRelease, this.name);
        void this.beatUntilEnded();
    }
    async beatUntilEnded() {
        const { signal } = this.ended;
        while (!signal.aborted) {
            await this.world.clock.sleep(lease/* heartbeatMs */.fO / 2, signal);
            if (!signal.aborted)
                this.beat();
        }
    }
}

// EXTERNAL MODULE: ./build-stage/github/cancellation.js
var github_cancellation = __webpack_require__(2828);
// EXTERNAL MODULE: ./build-stage/github/changed-since.js + 1 modules
var changed_since = __webpack_require__(5185);
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
// src/ecs/one-off.ts
/** The names of the containers whose end ends the task. Essential unless it says otherwise. */
function essentialContainers(definition) {
    return (definition.containerDefinitions ?? [])
        .filter(({ essential }) => essential !== false)
        .map(({ name = '' }) => name);
}
/** The container that a command is for: the one that is named, or else the only essential one. */
function containerToRun(definition, named) {
    const has = (definition.containerDefinitions ?? []).map(({ name = '' }) => name);
    if (named !== undefined)
        return has.includes(named)
            ? { container: named }
            : { wrong: `is not in the task definition, which has ${has.join(', ')}` };
    const essential = essentialContainers(definition);
    const [only, ...more] = essential.length > 0 ? essential : has;
    return only !== undefined && more.length === 0
        ? { container: only }
        : { wrong: `must be given, because there are several: ${[only, ...more].join(', ')}` };
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
// src/one-off/log-tail.ts

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
                const problem = (0,message_of/* messageOf */.b)(error);
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

// EXTERNAL MODULE: ./build-stage/one-off/stop-left.js
var stop_left = __webpack_require__(5398);
;// CONCATENATED MODULE: ./build-stage/one-off/run-one-off.js
// src/one-off/run-one-off.ts






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
    // What may still run stays in the journal: whoever comes after stops it.
    if (!run.mayRun || run.seen?.status === 'STOPPED')
        await world.watch.over();
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
    /** ECS was asked to start it, and did not say that it could not. */
    mayRun = false;
    /** Since when ECS answers that it does not know it; a look that fails says nothing of that. */
    unknownSince;
    startedBy;
    essential = [];
    container = '';
    constructor(request, world, deadline) {
        this.request = request;
        this.world = world;
        this.deadline = deadline;
        this.startedBy = `sluice/${world.run.holder}/${request.id}`;
    }
    async toEnd() {
        const { request, world } = this;
        const definition = await world.rollout.taskDefinition(request.taskDefinitionArn);
        this.essential = essentialContainers(definition);
        const has = (definition.containerDefinitions ?? []).map(({ name = '' }) => name);
        this.container = containerOf(request, definition);
        const notPlaced = await this.place();
        if (notPlaced !== undefined)
            return notPlaced;
        world.report.line(`${request.name}: task ${this.shortArn} was started`);
        this.tail = new LogTail(world.tasks, has, (line) => world.report.line(`${request.name} | ${line}`));
        return this.follow();
    }
    /** A fault of ours or of AWS: the task may be at work, and somebody has to know. */
    async broken(error) {
        const why = (0,message_of/* messageOf */.b)(error).replace(/\.$/, '');
        const isAccess = error instanceof access_error/* AccessError */.Z;
        const outcome = isAccess ? 'access-lost' : this.world.cancellation.reason === undefined ? 'failed' : 'interrupted';
        if (!this.mayRun)
            return { outcome, reason: `${why}. It was not started` };
        const stopped = isAccess
            ? undefined
            : await (0,stop_left/* stopLeft */.O)(this.startedBy, this.world, () => this.world.watch.beat()).catch(() => undefined);
        if (stopped?.isDone) {
            this.mayRun = false;
            return { outcome, reason: `${why}. ${stopped.told}` };
        }
        const left = this.arn === undefined
            ? `It may have been started (by ${this.startedBy})`
            : `Task ${this.shortArn} may still run. To stop it: ${this.world.tasks.commandToStop(this.arn)}`;
        return { outcome, reason: `${why}. ${left}` };
    }
    async place() {
        const { request, world, startedBy } = this;
        const { name: _name, id, timeoutMs: _timeout, ...start } = request;
        const token = `${world.run.holder}-${id}`.slice(-64);
        const before = world.cancellation.reason;
        if (before !== undefined)
            return { outcome: 'interrupted', reason: `${before}; nothing was started` };
        const unwritten = await world.watch.starting(startedBy).catch(message_of/* messageOf */.b);
        if (unwritten !== undefined)
            return { outcome: 'interrupted', reason: `${unwritten}; nothing was started` };
        for (;;) {
            const { reason } = world.cancellation;
            if (reason !== undefined) {
                const told = this.mayRun ? 'whether it was started is not known' : 'nothing was started';
                return { outcome: 'interrupted', reason: `${reason}; ${told}` };
            }
            const placed = await this.start({ ...start, container: this.container, token, startedBy });
            if ('arn' in placed) {
                this.arn = placed.arn;
                return undefined;
            }
            if (world.clock.now() + placeAgainMs >= this.deadline) {
                if (placed.error !== undefined)
                    throw placed.error;
                return { outcome: 'timed-out', reason: `ECS could not place it in time: ${placed.notPlaced}` };
            }
            world.report.line(`${request.name}: not placed yet: ${placed.notPlaced}`);
            world.watch.beat();
            await world.clock.sleep(placeAgainMs, world.cancellation.signal);
        }
    }
    /** What AWS does not answer as it should is asked again like what it cannot place: by its token it is the same task. */
    async start(task) {
        const wasMaybe = this.mayRun;
        this.mayRun = true;
        try {
            const placed = await this.world.tasks.start(task);
            if (!('arn' in placed))
                this.mayRun = false;
            return placed;
        }
        catch (error) {
            // Refused: it is not the one that runs, if there is one.
            if (error instanceof access_error/* AccessError */.Z || error instanceof input_error/* InputError */.d) {
                this.mayRun = wasMaybe;
                throw error;
            }
            return { notPlaced: (0,message_of/* messageOf */.b)(error), error };
        }
    }
    async follow() {
        const { world } = this;
        const arn = this.arn;
        for (;;) {
            await this.look();
            await this.tail?.read(this.log);
            if (this.seen?.status === 'STOPPED')
                return this.judged();
            const now = world.clock.now();
            if (this.unknownSince !== undefined && now - this.unknownSince > unknownMs) {
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
            world.watch.beat();
            await world.clock.sleep(Math.min(pollMs, this.deadline - now), world.cancellation.signal);
        }
    }
    async stopAndWait(arn) {
        const { world, request } = this;
        const limit = `${Math.round(request.timeoutMs / 1000)} s`;
        await world.tasks.stop(arn, `Sluice: it took longer than ${limit}`);
        const until = world.clock.now() + stopMs;
        while (this.seen?.status !== 'STOPPED' && world.clock.now() < until && world.cancellation.reason === undefined) {
            world.watch.beat();
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
            if (this.seen === undefined)
                this.unknownSince ??= this.world.clock.now();
            else
                this.unknownSince = undefined;
        }
        catch (error) {
            if (error instanceof access_error/* AccessError */.Z)
                throw error;
            this.world.report.line(`${this.request.name}: ${(0,message_of/* messageOf */.b)(error)}`);
        }
    }
    get log() {
        return { arn: this.arn, taskDefinitionArn: this.request.taskDefinitionArn };
    }
    get shortArn() {
        return (this.arn ?? '').slice((this.arn ?? '').lastIndexOf('/') + 1);
    }
}
function containerOf({ container, name }, definition) {
    const found = containerToRun(definition, container);
    if ('container' in found)
        return found.container;
    const value = container === undefined ? {} : { value: container };
    throw new input_error/* InputError */.d([{ input: `container of ${name}`, ...value, wrong: found.wrong }]);
}

// EXTERNAL MODULE: ./build-stage/preflight/preflight.js + 17 modules
var preflight = __webpack_require__(3051);
;// CONCATENATED MODULE: ./build-stage/rolling/gate.js
// src/rolling/gate.ts



/** The steps of inputs that hold a command each, or one for each container. */
function stepsOf(input, commands, timeoutMs) {
    return commands.map(({ container, words }, i) => ({
        name: commands.length > 1 ? `${input} ${i + 1}` : input,
        command: words,
        timeoutMs,
        ...(container === undefined ? {} : { container }),
    }));
}
/**
 * Steps whose command fits no container of what is to be deployed. Told before anything is registered: a slip in `run-after`
 * would otherwise take a good release back. Of steps with a task definition of their own nothing is known yet.
 */
function misfits(steps, definition) {
    return steps.flatMap(({ name, container, taskDefinition }) => {
        const found = taskDefinition === undefined ? containerToRun(definition, container) : { container };
        const which = container === undefined ? 'a container' : `container ${container}`;
        return 'wrong' in found ? [{ level: 'error', what: `${name}: ${which} ${found.wrong}` }] : [];
    });
}
/** Its last lines, for the summary and the annotation: why a migration failed is in them. */
function logOf(step, { lastLines, taskArn = '' }, most) {
    const lines = lastLines.slice(Math.max(0, lastLines.length - most));
    return lines.length === 0
        ? {}
        : { log: { container: step, task: taskArn.slice(taskArn.lastIndexOf('/') + 1), lines } };
}
/** What stands before and after the rollout of one service, as it was asked for. */
function gateOf(asked, world) {
    const { settings, cluster } = asked;
    const run = (when, steps) => async ({ service, taskDefinitionArn, watch }) => {
        const oneOff = { ...world.oneOff, watch };
        for (const [i, { name, taskDefinition = taskDefinitionArn, ...step }] of steps.entries()) {
            const id = `${asked.id ?? ''}${when}-${i + 1}`;
            const result = await runOneOff({ name, id, service, taskDefinitionArn: taskDefinition, ...step }, oneOff);
            if (result.outcome === 'succeeded')
                continue;
            const reason = `${name}: ${result.reason.replace(/\.$/, '')}`;
            return { ok: false, outcome: result.outcome, reason, ...logOf(name, result, settings.logLines) };
        }
        return { ok: true };
    };
    const { capacityProviderStrategy } = settings.change;
    const looks = async (service, definition) => {
        const findings = await (0,preflight/* preflight */.Mz)({
            cluster,
            service,
            region: settings.region,
            definition,
            images: asked.images,
            // They are looked at anyway, with what forcing means for them.
            alarms: [],
            whenBusy: settings.whenBusy,
            ...(capacityProviderStrategy === undefined
                ? {}
                : { capacityProviders: capacityProviderStrategy.map((share) => share.capacityProvider) }),
        }, await world.preflight());
        // Of the alarms of ECS the rollout itself speaks, which knows those that the service is to get.
        return findings.filter(({ check }) => check !== 'alarms');
    };
    return {
        preflight: async ({ service, definition }) => [
            ...misfits([...asked.before, ...asked.after], definition),
            ...(asked.preflight ? await looks(service.name, definition) : []),
        ],
        ...(asked.before.length > 0 ? { before: run('run-before', asked.before) } : {}),
        ...(asked.after.length > 0 ? { after: run('run-after', asked.after) } : {}),
    };
}

// EXTERNAL MODULE: ./build-stage/rolling/kept.js
var rolling_kept = __webpack_require__(9657);
// EXTERNAL MODULE: ./build-stage/rolling/patient.js
var patient = __webpack_require__(8808);
// EXTERNAL MODULE: ./build-stage/rolling/roll.js + 1 modules
var roll = __webpack_require__(3437);
// EXTERNAL MODULE: ./build-stage/rolling/settings.js
var rolling_settings = __webpack_require__(5980);
// EXTERNAL MODULE: ./build-stage/rolling/summary.js
var rolling_summary = __webpack_require__(6713);
// EXTERNAL MODULE: ./build-stage/rolling/words.js
var words = __webpack_require__(9148);
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
// src/actions/ecs-rolling/post.ts




/**
 * Finishes what `main` could not: it was cancelled, killed, or ran out of time. What was under way is ended as `on-cancel`
 * says. Idempotent. Answers what it did, a sentence for each service.
 *
 * @throws AccessError when access is lost on the way
 */
async function finishInterrupted(worldOf, kept) {
    const ends = await Promise.allSettled(Object.entries(kept).map(([name, entry]) => finished(worldOf, name, entry)));
    // One that cannot be finished does not keep the others from it.
    const failed = ends.find((end) => end.status === 'rejected');
    const told = ends.flatMap((end) => (end.status === 'fulfilled' ? end.value : []));
    if (failed === undefined)
        return told;
    const [first] = Object.values(kept);
    for (const line of told)
        worldOf(first?.cluster ?? '').report.line(line);
    throw failed.reason;
}
async function finished(worldOf, name, entry) {
    const world = worldOf(entry.cluster);
    const { journal } = (0,patient/* patientLock */.N)(world, world.lock(name));
    const held = await journal.read();
    const lost = held === undefined ? undefined : (0,lock_holder/* lostTo */.q)(held, entry);
    if (lost !== undefined)
        return `${entry.service}: nothing to do here: ${lost} holds the lock now.`;
    const lock = new rolling_lock/* HeldRolling */.T({ name, ...entry }, { ...world, journal }, entry.startedAt);
    // It may have died at the moment when it took over what another one had left: then only the journal has that.
    const isBare = entry.plan === null && entry.task === undefined;
    const left = isBare && held?.entry?.holder === entry.holder ? held.entry : entry;
    lock.resume(left);
    const settled = await (0,recovery/* settleRolling */.d)(world, left, lock, 'the run was ended before its deployment was');
    if (settled.isDone)
        await journal.release(entry.holder, entry.expires);
    return `${entry.service}: finished after the interruption. ${settled.told}`;
}

// EXTERNAL MODULE: ./build-stage/ports/ended-badly.js
var ended_badly = __webpack_require__(1893);
;// CONCATENATED MODULE: ./build-stage/actions/ecs-rolling/result.js
// src/actions/ecs-rolling/result.ts




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
    if ((0,words/* isGood */.Kg)(result.outcome))
        return undefined;
    return result.error ?? failure(result.outcome, (0,words/* told */.Ev)(result));
}
/** The same for several services. */
function fleetFailureOf({ outcome, reason, rows, ends }) {
    if ((0,words/* isGood */.Kg)(outcome))
        return undefined;
    const errors = ends.flatMap((end) => (end.end === 'bad' && end.result.error !== undefined ? [end.result.error] : []));
    // Of several faults of the inputs all are told, of access the first says enough.
    if (outcome === 'refused' && errors.length > 0 && errors.every((error) => error instanceof input_error/* InputError */.d))
        return new input_error/* InputError */.d(errors.flatMap((error) => error.problems));
    const access = errors.find((error) => error instanceof access_error/* AccessError */.Z);
    if (access !== undefined && (outcome === 'access-lost' || outcome === 'refused'))
        return access;
    const bad = rows.flatMap((row, i) => (row.isCause ? [{ row, end: ends[i] }] : []));
    const each = bad.flatMap(({ row, end }, i) => [
        ...(bad.length < 2 ? [] : [`${row.name}: ${row.outcome}: ${row.reason.replace(/\.$/, '')}.`]),
        ...(i < mostDetailed && row.command !== undefined ? [`Run: ${row.command}`] : []),
        ...(i < mostDetailed && end?.end === 'bad' ? (0,words/* details */.zH)(end.result) : []),
    ]);
    return failure(outcome, [`${reason}.`, ...each].join('\n'));
}
/** Of so many services the annotation says more than the reason; the summary does of all. */
const mostDetailed = 2;
function failure(outcome, text) {
    const isOperators = ['interrupted', 'superseded', 'stopped'].includes(outcome);
    return isOperators ? new ended_badly/* Interrupted */.j(text) : new ended_badly/* DeployFailed */.N(text);
}

// EXTERNAL MODULE: ./build-stage/actions/ecs-rolling/spec.js
var spec = __webpack_require__(5922);
;// CONCATENATED MODULE: ./build-stage/actions/ecs-rolling/index.js
// src/actions/ecs-rolling/index.ts






























/** The name under which `main` keeps that it has told of its failure. */
const told = 'told';
async function main() {
    try {
        const { outcome, failure } = await deploy((0,github_inputs/* readInputs */.Ko)(spec.spec));
        if (failure === undefined)
            return;
        (0,fail/* fail */.f)(failure);
        github_report/* runnerReport */.b.keep(told, 'true');
        process.exitCode = words/* exitCodes */.hS[outcome];
    }
    catch (error) {
        // What is thrown before there is a world to run in has a result as well: workflows decide by the outcome.
        const outcome = error instanceof input_error/* InputError */.d ? 'refused' : error instanceof access_error/* AccessError */.Z ? 'access-lost' : 'interrupted';
        github_report/* runnerReport */.b.outputs(outputsOf({ outcome, reason: (0,message_of/* messageOf */.b)(error) }));
        (0,fail/* fail */.f)(error);
        process.exitCode = words/* exitCodes */.hS[outcome];
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
    await (0,task_definition_source/* checkDefinitionFile */.IZ)(request.definition, { readFile: readDefinition });
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
    github_report/* runnerReport */.b.line((0,words/* sentence */.em)(result));
    await github_report/* runnerReport */.b.summary(summary(result.story, result));
    return { outcome: result.outcome, failure: failureOf(result) };
}
async function deployAll(inputs) {
    const [{ deployFleet }, { labelled }] = await Promise.all([
        __webpack_require__.e(/* import() | ecs-rolling-fleet */ 3329).then(__webpack_require__.bind(__webpack_require__, 8697)),
        __webpack_require__.e(/* import() | fleet-roll-fleet */ 80).then(__webpack_require__.bind(__webpack_require__, 4957)),
    ]);
    const outside = await outsideOf(inputs, (0,external_node_crypto_.randomUUID)());
    const { clock, cancellation } = outside;
    const done = await deployFleet(inputs, (0,github_inputs/* rawInputs */.me)(spec.spec), {
        clock,
        cancellation,
        report: github_report/* runnerReport */.b,
        run: outside.run,
        environment: process.env,
        readFile: (path) => (0,workspace/* readWorkspaceFile */.s)('services-file', path),
        readDefinition,
        changedPaths: (0,changed_since/* changedSince */.$)(changed_paths/* changedPaths */.v),
        worldOf: async ({ entry, inputs: its, definition, before, after }, id) => outside.withGate(its, { before, after, id, images: definition.edits.images ?? {} }, labelled(github_report/* runnerReport */.b, entry.name)),
        releasesIn: async (cluster) => (await outside.releasesIn(cluster)).map(({ name, held }) => ({ name, held, ports: outside.release(name) })),
        releaseIn: (cluster) => {
            const name = releaseName(cluster, outside.run.holder);
            const { journal } = outside.release(name);
            return new HeldRelease(name, { clock, report: github_report/* runnerReport */.b, journal, run: outside.run });
        },
    });
    github_report/* runnerReport */.b.outputs(outputsOf(done, done.outputs.services));
    return { outcome: done.outcome, failure: fleetFailureOf(done) };
}
const readDefinition = (path) => (0,workspace/* readWorkspaceFile */.s)('task-definition', path);
/** After a run that ended by itself there is nothing to do, and nothing is loaded. */
async function post() {
    const kept = (0,rolling_kept/* keptRollings */.J)(files/* savedState */.fP);
    const [entry] = Object.values(kept);
    const release = (0,files/* savedState */.fP)(keptRelease) || undefined;
    if (entry === undefined && release === undefined)
        return;
    try {
        const inputs = (0,github_inputs/* readInputs */.Ko)(spec.spec);
        const outside = await outsideOf(inputs, entry?.holder ?? holderOf(release ?? ''));
        for (const line of await finishInterrupted((cluster) => outside.worldIn(cluster).world, kept))
            github_report/* runnerReport */.b.line(line);
        if (release === undefined)
            return;
        const { finishRelease } = await __webpack_require__.e(/* import() | ecs-rolling-post-release */ 4177).then(__webpack_require__.bind(__webpack_require__, 4003));
        const about = { ...outside.release(release), region: inputs.region, holder: holderOf(release) };
        for (const line of await finishRelease(about))
            github_report/* runnerReport */.b.line(line);
    }
    catch (error) {
        // One error annotation for a deployment: `main` may have told already that it failed.
        if ((0,files/* savedState */.fP)(told) === undefined)
            throw error;
        process.exitCode = 1;
        github_report/* runnerReport */.b.line(`What the run left could not be finished: ${(0,message_of/* messageOf */.b)(error)}`);
    }
}
const whenOver = 'A deployment that is under way goes on without being watched. What to do: mend what is said here, or cancel the run now, which ends the deployment as on-cancel says';
/** Everything outside, shared by all services of a run: one session, one set of clients, one pace. */
async function outsideOf(inputs, holder) {
    const [{ awsRolling, rollingSettings }, { sessionFor }, { Pacer }] = await Promise.all([
        Promise.all(/* import() | aws-rolling-ports */[__webpack_require__.e(2604), __webpack_require__.e(865)]).then(__webpack_require__.bind(__webpack_require__, 1947)),
        __webpack_require__.e(/* import() | aws-session-for */ 5019).then(__webpack_require__.bind(__webpack_require__, 2691)),
        __webpack_require__.e(/* import() | aws-paced */ 5322).then(__webpack_require__.bind(__webpack_require__, 2206)),
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
        const ports = awsRolling({ region, cluster, session }, settings);
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
            readFile: readDefinition,
            kept,
            run: { holder, url: runUrl },
        };
        const made = { world, tasks: ports.tasks };
        clusters.set(cluster, made);
        return made;
    };
    let ports;
    const preflight = () => {
        ports ??= Promise.all(/* import() | aws-preflight-ports */[__webpack_require__.e(2604), __webpack_require__.e(8699)]).then(__webpack_require__.bind(__webpack_require__, 6933)).then(({ awsPreflight }) => awsPreflight({ region, session, pacer }));
        return ports;
    };
    const withGate = (its, asked, report = github_report/* runnerReport */.b) => {
        const { cluster, lockName, dryRun } = its;
        const { world, tasks } = worldIn(cluster);
        const of = { cluster, settings: (0,rolling_settings/* settingsOf */.f)(its, { region, lockName, dryRun }), preflight: its.preflight };
        const oneOff = { ...world, tasks, report, rollout: (0,patient/* patient */.I)(world).rollout };
        return { ...world, gate: gateOf({ ...asked, ...of }, { preflight, oneOff }) };
    };
    const everywhere = awsRolling({ region, cluster: '', session }, settings);
    const release = (name) => ({
        journal: everywhere.release(name),
        worldOf: (cluster) => worldIn(cluster).world,
    });
    const releasesIn = (cluster) => everywhere.journals.list(releaseName(cluster, '').replace(/\/$/, ''));
    return { clock, cancellation, run: { holder, url: runUrl }, worldIn, withGate, release, releasesIn };
}


/***/ }),

/***/ 5922:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   spec: () => (/* binding */ spec)
/* harmony export */ });
/* harmony import */ var _spec_action_spec_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(1169);
/* harmony import */ var _spec_fleet_inputs_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3849);
/* harmony import */ var _spec_kinds_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7240);
/* harmony import */ var _spec_names_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7383);
/* harmony import */ var _spec_prometheus_inputs_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4547);
/* harmony import */ var _spec_rolling_inputs_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6486);
/* harmony import */ var _spec_session_inputs_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9361);
/* harmony import */ var _spec_task_definition_inputs_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(210);
// src/actions/ecs-rolling/spec.ts








/** With a services file it is the services that ask, each for itself: what one of them asks is looked at when the file is read. */
function ofOneOrMany(rules) {
    return rules.map((rule) => rule === _spec_prometheus_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .asksSomething */ .jn
        ? {
            ..._spec_prometheus_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .asksSomething */ .jn,
            description: `${_spec_prometheus_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .asksSomething */ .jn.description.replace(/\.$/, '')}; with \`services\` the services file may hold them.`,
            problem: (given) => (given.has('services') ? undefined : _spec_prometheus_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .asksSomething */ .jn.problem(given)),
        }
        : rule);
}
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
        ..._spec_prometheus_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .prometheusInputs */ .Uf,
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
    rules: [..._spec_session_inputs_js__WEBPACK_IMPORTED_MODULE_5__/* .sessionRules */ .a, ..._spec_task_definition_inputs_js__WEBPACK_IMPORTED_MODULE_6__/* .taskDefinitionRules */ .AP, ..._spec_rolling_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .rollingRules */ .$, ...ofOneOrMany(_spec_prometheus_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .prometheusRules */ .ov), ..._spec_fleet_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .fleetRules */ .W],
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

/***/ 5185:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  $: () => (/* binding */ changedSince)
});

// EXTERNAL MODULE: ./build-stage/spec/input-error.js
var input_error = __webpack_require__(5432);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
;// CONCATENATED MODULE: ./build-stage/github/event-base.js
// src/github/event-base.ts

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
        event = JSON.parse(await (0,promises_.readFile)(file, 'utf8'));
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

// EXTERNAL MODULE: ./build-stage/github/run-context.js
var run_context = __webpack_require__(4836);
;// CONCATENATED MODULE: ./build-stage/github/changed-since.js
// src/github/changed-since.ts



/**
 * The paths that differ since a commit, by default the one that the event of this run compares with; `all` on a new branch.
 * It throws an InputError that names `changed-since` when neither is known.
 *
 * @param changedPaths how the repository in a folder is asked for what differs since a commit
 */
const changedSince = (changedPaths) => async (since) => {
    const base = since === undefined ? await eventBase() : { is: 'commit', commit: since };
    if (base.is === 'new branch')
        return 'all';
    if (base.is === 'commit')
        return changedPaths(base.commit, (0,run_context/* runContext */.p)().workspace);
    const wrong = 'is required: this run is for neither a push nor a pull request, which would say it';
    throw new input_error/* InputError */.d([{ input: 'changed-since', wrong }]);
};


/***/ }),

/***/ 1928:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ lostTo)
/* harmony export */ });
// src/ports/lock-holder.ts
/**
 * Who holds the lock instead of the one who wrote `own`; undefined when nobody does. Whoever takes over does so after the
 * lease has ended, and writes a later one: an entry of somebody else that ends earlier than ours is older than ours, and
 * only a read that lags behind shows it.
 */
function lostTo(held, own) {
    if (held === undefined)
        return 'nobody (the lock was removed)';
    if (held.entry === undefined)
        return 'an unreadable entry';
    if (held.entry.holder === own?.holder || held.entry.expires < (own?.expires ?? 0))
        return undefined;
    return held.entry.runUrl;
}


/***/ }),

/***/ 5980:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ settingsOf)
/* harmony export */ });
// src/rolling/settings.ts
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
/* harmony import */ var _ecs_stopped_tasks_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1959);
/* harmony import */ var _ecs_task_definition_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3204);
/* harmony import */ var _ecs_task_definition_diff_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9146);
/* harmony import */ var _diagnose_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5029);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9148);
// src/rolling/summary.ts






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
function why({ story, result }) {
    const { stopped, logs, targets, detail } = story;
    const parts = [];
    if (stopped.length > 0) {
        const list = (0,_ecs_stopped_tasks_js__WEBPACK_IMPORTED_MODULE_4__/* .causes */ .ps)(stopped).map((cause) => `- ${cell(cause)}`);
        const health = stopped
            .flatMap(({ containers }) => containers)
            .filter((container) => container.health === 'UNHEALTHY')
            .map(({ name }) => name);
        const failing = health.length === 0 ? '' : `\n- container health check failing: ${cell([...new Set(health)].join(', '))}`;
        parts.push(`### Why tasks stopped\n\n${list.join('\n')}${failing}`);
    }
    const unwell = targets.flatMap(({ group, seen }) => seen
        // Those on their way out are of tasks whose end is told above.
        .filter(({ state }) => state !== 'healthy' && state !== 'draining')
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
    const found = result !== undefined && (0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .isAgainstRelease */ .NW)(result.outcome) ? (0,_diagnose_js__WEBPACK_IMPORTED_MODULE_5__/* .remedies */ .JW)(story, result.reason) : [];
    if (found.length > 0)
        parts.push(`### What to do\n\n${found.map((line) => `- ${cell(line)}`).join('\n')}`);
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

/***/ 1964:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ changedPaths)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1421);
/* harmony import */ var _spec_input_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5432);
// src/system/changed-paths.ts


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

/***/ 4797:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ prometheus)
/* harmony export */ });
/* harmony import */ var _ports_access_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7919);
/* harmony import */ var _ports_refused_query_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5349);
// src/system/prometheus.ts


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
                throw new _ports_refused_query_js__WEBPACK_IMPORTED_MODULE_1__/* .RefusedQuery */ .v(answer.error ?? 'refused without a reason');
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
        throw new Error(`${url.origin} could not be reached: ${reason(error)}`, { cause: error });
    }
}
function reason(error) {
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
    return new _ports_access_error_js__WEBPACK_IMPORTED_MODULE_0__/* .AccessError */ .Z(`Prometheus at ${url.origin} answered ${status}: ${mend}`, { kind: 'denied' });
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
        throw new _ports_refused_query_js__WEBPACK_IMPORTED_MODULE_1__/* .RefusedQuery */ .v(`it gives a ${resultType ?? 'nothing'}, and only one number for each series can be compared`);
    }
    return result.map(({ metric, value }) => {
        if (value === undefined)
            throw new _ports_refused_query_js__WEBPACK_IMPORTED_MODULE_1__/* .RefusedQuery */ .v('it gives histograms, and only numbers can be compared');
        return { labels: metric, value: numberOf(value[1]) };
    });
}
const numberOf = (text) => Number(text.replace(/^([+-]?)Inf$/, '$1Infinity'));


/***/ })

};
