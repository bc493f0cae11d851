export const id = 8849;
export const ids = [8849,8527];
export const modules = {

/***/ 1779:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  main: () => (/* binding */ main)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./build-stage/github/fail.js
var fail = __webpack_require__(4687);
// EXTERNAL MODULE: ./build-stage/github/inputs.js
var github_inputs = __webpack_require__(8746);
// EXTERNAL MODULE: ./build-stage/github/job-identity.js + 1 modules
var job_identity = __webpack_require__(7058);
// EXTERNAL MODULE: ./build-stage/github/report.js + 1 modules
var report = __webpack_require__(7068);
// EXTERNAL MODULE: ./build-stage/github/run-context.js
var run_context = __webpack_require__(4836);
// EXTERNAL MODULE: ./build-stage/ports/access-error.js
var access_error = __webpack_require__(7919);
// EXTERNAL MODULE: ./build-stage/ports/ended-badly.js
var ended_badly = __webpack_require__(1893);
// EXTERNAL MODULE: ./build-stage/ports/message-of.js
var message_of = __webpack_require__(9901);
// EXTERNAL MODULE: ./build-stage/rolling/kept.js
var rolling_kept = __webpack_require__(9657);
// EXTERNAL MODULE: ./build-stage/system/clock.js
var system_clock = __webpack_require__(8671);
// EXTERNAL MODULE: ./build-stage/system/prober.js
var prober = __webpack_require__(521);
// EXTERNAL MODULE: ./build-stage/blue-green/command-line.js
var command_line = __webpack_require__(9854);
// EXTERNAL MODULE: ./build-stage/lock/lease.js
var lease = __webpack_require__(5813);
// EXTERNAL MODULE: ./build-stage/rolling/lock.js
var rolling_lock = __webpack_require__(8126);
// EXTERNAL MODULE: ./build-stage/rolling/recovery.js
var recovery = __webpack_require__(286);
;// CONCATENATED MODULE: ./build-stage/actions/recover/recover-rolling.js
// src/actions/recover/recover-rolling.ts







/** Finishes the rollout of one service that a dead run left: followed to its end and judged, or taken back. */
async function recoverRolling(about, world, held, region) {
    const { entry } = held;
    const { clock, report, run } = world;
    const { journal, ...ports } = world.rolling(about.lock, entry);
    const now = clock.now();
    const mine = { ...entry, holder: run.holder, runUrl: run.url, expires: now + lease/* leaseMs */.zT };
    // There is no `post` to this: whatever is not done, the entry itself is there for the next one.
    const kept = new rolling_kept/* KeptRollings */.t({ keep: () => { } });
    const lock = new rolling_lock/* HeldRolling */.T({ name: about.lock, ...entry }, { clock, report, run, kept, journal }, entry.startedAt);
    lock.resume(entry);
    try {
        if (!(await journal.takeOver(held, mine))) {
            return { ...about, result: 'alive', told: 'somebody else took it over at the same moment' };
        }
        const { told } = await (0,recovery/* settleRolling */.d)({ ...ports, clock, report, cancellation: neverCancelled }, entry, lock);
        if (lock.lostTo !== undefined)
            return { ...about, result: 'alive', told: `${lock.lostTo} has taken it over meanwhile` };
        await lock.release();
        return { ...about, result: 'recovered', told };
    }
    catch (error) {
        // The entry stays, and is free to be taken over at once: the next sweep tries again.
        const expires = Math.max(now, entry.expires + 1);
        await journal.update({ ...lock.entry(now), expires }).catch(() => { });
        if (!(error instanceof access_error/* AccessError */.Z))
            return { ...about, result: 'stuck', told: (0,message_of/* messageOf */.b)(error) };
        const { cluster, service } = entry;
        const command = (0,command_line/* sluiceCommand */.Ln)('recover', { region, cluster, service });
        return { ...about, result: 'stuck', told: `${error.message.replace(/\.$/, '')}. Run: ${command}`, error };
    }
}
const neverCancelled = {
    reason: undefined,
    signal: new AbortController().signal,
    onRequest: () => () => { },
};

// EXTERNAL MODULE: ./build-stage/blue-green/lock.js
var blue_green_lock = __webpack_require__(4531);
// EXTERNAL MODULE: ./build-stage/blue-green/lost-access.js
var lost_access = __webpack_require__(6230);
// EXTERNAL MODULE: ./build-stage/blue-green/recovery.js
var blue_green_recovery = __webpack_require__(8983);
// EXTERNAL MODULE: ./build-stage/blue-green/seen.js
var blue_green_seen = __webpack_require__(6839);
// EXTERNAL MODULE: ./build-stage/fleet/touched-service.js
var touched_service = __webpack_require__(436);
// EXTERNAL MODULE: ./build-stage/ports/unanswered.js
var unanswered = __webpack_require__(3218);
// EXTERNAL MODULE: ./build-stage/spec/duration.js
var duration = __webpack_require__(1999);
// EXTERNAL MODULE: ./build-stage/actions/recover/spec.js
var spec = __webpack_require__(765);
;// CONCATENATED MODULE: ./build-stage/actions/recover/run.js
// src/actions/recover/run.ts













/** Recovers every deployment that matches and whose holder is dead. One that cannot be recovered does not keep the others from it. */
async function recover(inputs, world) {
    const found = [];
    const add = (one) => {
        world.report.line(`${one.lock}${one.runUrl === '' ? '' : ` (${one.runUrl}, stage: ${one.stage})`}: ${one.told}`);
        found.push(one);
    };
    try {
        // A release comes after its services: one that was still on its way is followed to its end first.
        const isRelease = ({ held }) => Number(held.entry?.kind === 'release');
        const all = [...(await matching(inputs, world))].sort((a, b) => isRelease(a) - isRelease(b));
        for (const { name, held } of all)
            add(await recoverOne(inputs, world, name, held));
    }
    catch (error) {
        if (!(error instanceof access_error/* AccessError */.Z) && !(error instanceof unanswered/* Unanswered */.X))
            throw error;
        const lock = inputs.lockName ?? inputs.path;
        const told = unread(inputs, error);
        add({ lock, runUrl: '', stage: '', result: 'stuck', told, ...(error instanceof access_error/* AccessError */.Z ? { error } : {}) });
    }
    return found;
}
/** Not even the locks could be looked at. */
function unread(inputs, error) {
    const { region, cluster, services, service, listenerRuleArn, listenerArn, path, lockName: lock, whenLocked } = inputs;
    const again = (0,command_line/* sluiceCommand */.Ln)('recover', {
        region,
        cluster,
        services,
        service,
        'listener-rule-arn': listenerRuleArn,
        'listener-arn': listenerArn,
        path: path === usualPath ? undefined : path,
        'lock-name': lock,
        'when-locked': whenLocked === 'take' ? whenLocked : undefined,
    });
    return `${error.message.replace(/\.$/, '')}. No traffic was moved. Who serves the traffic was not yet read. Run: ${again}`;
}
const usualPath = spec.spec.inputs.path.preset;
async function matching(inputs, { index }) {
    const { cluster, services, service, listenerRuleArn, listenerArn, path } = inputs;
    const all = await locks(inputs.lockName, path, index);
    const route = listenerRuleArn ?? listenerArn;
    if (route !== undefined)
        return all.filter(({ held }) => isShift(held.entry) && held.entry.route === route);
    if (inputs.lockName !== undefined)
        return all;
    if (cluster !== undefined && service !== undefined) {
        const byDefault = (0,rolling_lock/* rollingLockName */.u)({ cluster, service });
        return all.filter(({ name, held: { entry } }) => name === byDefault ||
            (entry?.kind === 'rolling' && entry.service === service && isSameCluster(entry.cluster, cluster)) ||
            (entry?.kind === 'release' && hasTouched(entry, { cluster, service })));
    }
    if (cluster === undefined || services === undefined)
        return all.filter(({ held }) => held.entry !== undefined);
    // A lock may have been given a name of its own: then the entry says whose it is.
    const byDefault = (0,blue_green_lock/* lockName */.l4)({ lockName: undefined, cluster, services });
    const isOurs = (entry) => isShift(entry) && [entry.blue?.service, entry.green?.service].sort().join() === [...services].sort().join();
    return all.filter(({ name, held }) => name === byDefault || isOurs(held.entry));
}
const isShift = (entry) => entry !== undefined && entry.kind !== 'rolling' && entry.kind !== 'release';
const hasTouched = (entry, of) => (0,touched_service/* touchedBy */.Oq)(entry).some(({ service, cluster }) => service === of.service && isSameCluster(cluster, of.cluster));
const isSameCluster = (a, b) => a.slice(a.lastIndexOf('/') + 1) === b.slice(b.lastIndexOf('/') + 1);
/** A lock that has a name of its own need not be below the path, and a role may be allowed to read nothing but it. */
async function locks(name, path, index) {
    if (name === undefined)
        return index.list(path);
    const held = await index.read(name);
    return held === undefined ? [] : [{ name, held }];
}
/** That there is nothing to recover, and where it was looked for. */
function nothingFound({ lockName: lock, path, services, service, listenerRuleArn, listenerArn, }) {
    if (lock !== undefined)
        return `There is no lock ${lock}.`;
    const isOne = (services ?? service ?? listenerRuleArn ?? listenerArn) !== undefined;
    return isOne
        ? `There is no lock of this deployment below ${path}; one with a name of its own is found with lock-name.`
        : `There is no lock below ${path}.`;
}
async function recoverOne(inputs, world, lock, held) {
    const { entry } = held;
    if (entry === undefined) {
        const told = 'the entry cannot be read; look at the parameter, and delete it when nothing is being deployed';
        return { lock, runUrl: '', stage: '', result: 'stuck', told };
    }
    const about = { lock, runUrl: entry.runUrl, stage: entry.stage };
    const now = world.clock.now();
    const isDead = entry.expires <= now;
    if (!isDead && inputs.whenLocked === 'skip')
        return { ...about, result: 'alive', told: aliveWords(entry.expires - now) };
    if (inputs.dryRun)
        return { ...about, result: 'would recover', told: 'would be recovered (dry run)' };
    if (entry.kind === 'release') {
        // Loaded when there is one: it takes all that rolls a service out.
        const { recoverRelease } = await Promise.all(/* import() | recover-recover-release */[__webpack_require__.e(287), __webpack_require__.e(3159), __webpack_require__.e(3437), __webpack_require__.e(8902)]).then(__webpack_require__.bind(__webpack_require__, 8508));
        return recoverRelease(about, world, { ...held, entry }, inputs.region);
    }
    if (entry.kind === 'rolling')
        return recoverRolling(about, world, { ...held, entry }, inputs.region);
    return recoverShift(about, inputs, world, { ...held, entry });
}
async function recoverShift(about, inputs, world, held) {
    const { entry } = held;
    const { lock } = about;
    const now = world.clock.now();
    const seen = new blue_green_seen/* Seen */.U();
    for (const side of [entry.blue, entry.green])
        seen.knows(side);
    const deployment = seen.watching(world.deployment(lock, entry));
    const { holder, url } = world.run;
    const mine = { ...entry, holder, runUrl: url, expires: now + blue_green_lock/* leaseMs */.zT };
    try {
        if (!(await deployment.journal.takeOver(held, mine))) {
            return { ...about, result: 'alive', told: 'somebody else took it over at the same moment' };
        }
        const told = await (0,blue_green_recovery/* recoverLeft */.Ch)({ ...deployment, clock: world.clock, report: world.report }, entry);
        await deployment.journal.release(holder);
        return { ...about, result: 'recovered', told };
    }
    catch (error) {
        // The entry stays, and is free to be taken over at once: the next sweep tries again. One that was taken from a run at
        // work stays newer than what that run wrote, or it would take itself for the holder. It keeps the address of that run.
        const expires = Math.max(now, entry.expires + 1);
        await deployment.journal.update({ ...mine, runUrl: entry.runUrl, expires }).catch(() => { });
        if (error instanceof blue_green_recovery/* RouteGone */.ho)
            return { ...about, result: 'stuck', told: `${error.message}, and so does: ${byHand(inputs, lock, entry)}` };
        if (!(error instanceof access_error/* AccessError */.Z) && !(error instanceof unanswered/* Unanswered */.X))
            return { ...about, result: 'stuck', told: (0,message_of/* messageOf */.b)(error) };
        const { words, weights, isStale = false } = await (0,lost_access/* lossOf */.j)(error, seen, deployment);
        const serving = weights === undefined ? '' : ` ${seen.words(isStale)}`;
        const command = (0,command_line/* recoverCommand */.op)({ region: inputs.region, route: entry.route, lockName: lock });
        const told = `${words}.${serving} Run: ${command}`;
        return { ...about, result: 'stuck', told, ...(error instanceof access_error/* AccessError */.Z ? { error } : {}) };
    }
}
/** What gives the traffic to the side that was live, by a rule that is not known yet. */
function byHand({ region }, lock, { cluster, route, blue, green }) {
    const services = [blue, green].flatMap((side) => side?.service ?? []);
    const byDefault = services.length === 2 &&
        lock === (0,blue_green_lock/* lockName */.l4)({ lockName: undefined, cluster, services: services });
    return (0,command_line/* sluiceCommand */.Ln)('rollback', {
        region,
        cluster,
        services,
        [route.includes(':listener-rule/') ? 'listener-rule-arn' : 'listener-arn']: 'ITS-ARN',
        to: blue?.service,
        'lock-name': byDefault ? undefined : lock,
    });
}
/** Whether a run is dead cannot be seen: only for how long it has given no sign of life. */
function aliveWords(leftMs) {
    const left = (0,duration/* formatDuration */.a3)(Math.ceil(leftMs / 1000) * 1000);
    return `its run is at work; left alone (without a sign of life it counts as dead in ${left}; \`when-locked: take\` does not wait for that)`;
}
function outcomeOf(found) {
    if (found.some(({ result }) => result === 'stuck'))
        return 'stuck';
    return found.some(({ result }) => result === 'recovered') ? 'recovered' : 'nothing';
}
/** What was found, as Markdown for the job summary. */
function recoverSummary(found, inputs) {
    if (found.length === 0)
        return `## ⚪ Nothing to recover\n\n${nothingFound(inputs)}\n`;
    const text = (value) => value.replaceAll('|', '\\|').replace(/\s+/g, ' ').replaceAll('<', '&lt;');
    const rows = found.map(({ lock, runUrl, stage, result, told }) => `| ${[lock, runUrl, stage, result, told].map(text).join(' | ')} |`);
    const isOnlyTold = found.some(({ result }) => result === 'would recover');
    const head = {
        recovered: '✅ Recovered',
        nothing: isOnlyTold ? '🔎 To be recovered, and not yet: a dry run' : '⚪ Nothing to recover',
        stuck: '🆘 Stuck: a person is needed',
    }[outcomeOf(found)];
    return `## ${head}\n\n| Lock | Left by | Stage | Result | What was done |\n| --- | --- | --- | --- | --- |\n${rows.join('\n')}\n`;
}

;// CONCATENATED MODULE: ./build-stage/actions/recover/index.js
// src/actions/recover/index.ts















/** Nothing is begun in it that cannot be done again. */
const whenOver = 'What to do: mend what is said here; whatever is not done by then, recover does when it is run again';
async function main() {
    try {
        await act();
    }
    catch (error) {
        // What is thrown before there is a world to act in has a result as well: workflows decide by the outcome.
        report/* runnerReport */.b.outputs({ outcome: 'stuck', reason: (0,message_of/* messageOf */.b)(error), recovered: '0', locks: '[]' });
        throw error;
    }
}
async function act() {
    const inputs = (0,github_inputs/* readInputs */.Ko)(spec.spec);
    const [{ awsJournalIndex, awsPorts, routeAddress, sessionFor }, { awsRolling, rollingSettings }, { Pacer }] = await Promise.all([
        Promise.all(/* import() | aws */[__webpack_require__.e(2604), __webpack_require__.e(8674)]).then(__webpack_require__.bind(__webpack_require__, 6294)),
        Promise.all(/* import() | aws-rolling-ports */[__webpack_require__.e(2604), __webpack_require__.e(865)]).then(__webpack_require__.bind(__webpack_require__, 1947)),
        __webpack_require__.e(/* import() | aws-paced */ 5322).then(__webpack_require__.bind(__webpack_require__, 2206)),
    ]);
    const { region } = inputs;
    const clock = (0,system_clock/* systemClock */.m)(process.env);
    const session = sessionFor(inputs, { ...(0,job_identity/* jobIdentity */.K)(clock), whenOver });
    const run = { holder: (0,external_node_crypto_.randomUUID)(), url: (0,run_context/* runContext */.p)().runUrl ?? `a run by ${(0,run_context/* runContext */.p)().actor}` };
    // The services of a release are looked at in the same calls, at one pace.
    const shared = rollingSettings({ region, session, pacer: new Pacer(clock) });
    const found = await recover(inputs, {
        clock,
        report: report/* runnerReport */.b,
        index: awsJournalIndex({ region, session }),
        deployment: (lock, entry) => awsPorts({ region, cluster: entry.cluster, address: routeAddress(entry.route), lockName: lock, session }),
        rolling: (lock, { cluster }) => {
            const ports = awsRolling({ region, cluster, session });
            return { ...ports, journal: ports.lock(lock).journal };
        },
        release: (lock) => ({
            journal: awsRolling({ region, cluster: '', session }, shared).release(lock),
            worldOf: (cluster) => ({
                ...awsRolling({ region, cluster, session }, shared),
                clock,
                run,
                prober: prober/* prober */.D,
                report: report/* runnerReport */.b,
                cancellation: neverCancelled,
                kept: new rolling_kept/* KeptRollings */.t({ keep: () => { } }),
                readFile: () => Promise.reject(new Error('nothing is read from files here')),
            }),
        }),
        run,
    });
    const outcome = outcomeOf(found);
    const reason = found.map(({ lock, told }) => `${lock}: ${told}`).join(' ') || nothingFound(inputs);
    const recovered = found.filter(({ result }) => result === 'recovered').length;
    report/* runnerReport */.b.outputs({ outcome, reason, recovered: String(recovered), locks: JSON.stringify(found.map(shown)) });
    await report/* runnerReport */.b.summary(recoverSummary(found, inputs));
    report/* runnerReport */.b.line(found.length === 0 ? `Nothing to recover. ${reason}` : `Outcome: ${outcome}`);
    if (outcome !== 'stuck')
        return;
    const words = `Stuck, a person is needed: ${reason}`;
    const lost = found.find(({ error }) => error !== undefined)?.error;
    (0,fail/* fail */.f)(lost === undefined ? new ended_badly/* DeployFailed */.N(words) : new access_error/* AccessError */.Z(words, lost.detail, { cause: lost }));
}
const shown = ({ error: _error, ...told }) => told;


/***/ }),

/***/ 765:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   spec: () => (/* binding */ spec)
/* harmony export */ });
/* harmony import */ var _spec_action_spec_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1169);
/* harmony import */ var _spec_kinds_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7240);
/* harmony import */ var _spec_names_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7383);
/* harmony import */ var _spec_rules_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5692);
/* harmony import */ var _spec_session_inputs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9361);
// src/actions/recover/spec.ts





/** To say which deployment is meant. */
const ways = ['listener-rule-arn', 'listener-arn', 'services', 'service', 'lock-name'];
const spec = (0,_spec_action_spec_js__WEBPACK_IMPORTED_MODULE_3__/* .defineAction */ .Q)({
    name: 'recover',
    title: 'Sluice: recover',
    description: 'Finishes or rolls back what a run left that died: traffic goes to one side, a rolling deployment is judged or taken back, the lock is released. Needs only the rule or the service names; without either it looks at every lock there is.',
    branding: { icon: 'life-buoy', color: 'blue' },
    inputs: {
        cluster: {
            kind: (0,_spec_names_js__WEBPACK_IMPORTED_MODULE_1__/* .clusterName */ .SL)(),
            description: 'Name or ARN of the ECS cluster. Given together with `services` or `service`.',
        },
        services: {
            kind: _spec_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .lines */ .Mn({ exactly: 2, of: 'service name', item: (0,_spec_names_js__WEBPACK_IMPORTED_MODULE_1__/* .serviceName */ .fe)() }),
            description: 'The two ECS services whose blue/green deployment is to be recovered, one name per line.',
        },
        service: {
            kind: (0,_spec_names_js__WEBPACK_IMPORTED_MODULE_1__/* .serviceName */ .fe)(),
            description: 'The ECS service whose rolling deployment is to be recovered.',
        },
        'listener-rule-arn': {
            kind: _spec_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .arn */ .Cm('listener rule'),
            description: 'The listener rule whose deployment is to be recovered, in place of cluster and services.',
        },
        'listener-arn': {
            kind: _spec_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .arn */ .Cm('listener'),
            description: 'The same, when it is the default action of a listener that is shifted.',
        },
        path: {
            kind: (0,_spec_names_js__WEBPACK_IMPORTED_MODULE_1__/* .parameterName */ .xd)(),
            preset: '/sluice',
            description: 'The path in the SSM Parameter Store below which the locks are.',
        },
        'lock-name': {
            kind: (0,_spec_names_js__WEBPACK_IMPORTED_MODULE_1__/* .parameterName */ .xd)(),
            description: 'The SSM parameter that is the lock, in place of all this, when the deployment was given another than the default.',
        },
        'when-locked': {
            kind: _spec_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .oneOf */ .yL('skip', 'take'),
            preset: 'skip',
            description: 'What to do with a lock whose holder is alive: `skip` leaves it alone (what a sweep on a schedule wants), `take` takes it away; that run then changes nothing more.',
        },
        'dry-run': {
            kind: _spec_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .flag */ .Jt(),
            preset: 'false',
            description: 'Tell what there is to recover and change nothing.',
        },
        ..._spec_session_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .sessionInputs */ .q,
        region: {
            kind: (0,_spec_names_js__WEBPACK_IMPORTED_MODULE_1__/* .region */ .Ny)(),
            required: true,
            environment: ['AWS_REGION', 'AWS_DEFAULT_REGION'],
            description: 'AWS Region. By default the one in `AWS_REGION`.',
        },
    },
    rules: [
        ..._spec_session_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .sessionRules */ .a,
        (0,_spec_rules_js__WEBPACK_IMPORTED_MODULE_4__/* .ofTheRegion */ .h3)('listener-rule-arn', 'listener-arn', 'cluster'),
        (0,_spec_rules_js__WEBPACK_IMPORTED_MODULE_4__/* .needs */ .eN)('services', 'cluster'),
        (0,_spec_rules_js__WEBPACK_IMPORTED_MODULE_4__/* .needs */ .eN)('service', 'cluster'),
        (0,_spec_rules_js__WEBPACK_IMPORTED_MODULE_4__/* .rule */ .Hu)(['cluster', 'services', 'service'], '`cluster` is given with `services` or `service`.', (_values, has) => has('cluster') && !has('services') && !has('service')
            ? 'has no effect without services or service: give one of them as well, or take it out'
            : undefined),
        (0,_spec_rules_js__WEBPACK_IMPORTED_MODULE_4__/* .rule */ .Hu)(ways, 'At most one of `listener-rule-arn`, `listener-arn`, `services`, `service` and `lock-name`.', (_values, has) => ways.filter((name) => has(name)).length > 1
            ? 'is given beside another way to say what to recover: give one of listener-rule-arn, listener-arn, services, service and lock-name'
            : undefined),
    ],
    outputs: {
        outcome: {
            description: 'How it ended: `recovered`, `nothing` (no lock, only ones whose holder is alive, or a dry run), or `stuck` (something could not be recovered and needs a person).',
        },
        reason: { description: 'What was done, in a sentence for each lock.' },
        recovered: { description: 'How many deployments were recovered.' },
        locks: { description: 'What was found, as JSON: for each lock its name, its run, its stage and what came of it.' },
    },
});


/***/ }),

/***/ 8983:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ch: () => (/* binding */ recoverLeft),
/* harmony export */   ND: () => (/* binding */ settleLeft),
/* harmony export */   ho: () => (/* binding */ RouteGone)
/* harmony export */ });
/* harmony import */ var _spec_input_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5432);
/* harmony import */ var _verdict_target_health_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3635);
/* harmony import */ var _change_idle_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7943);
/* harmony import */ var _finish_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8275);
/* harmony import */ var _foreign_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3050);
/* harmony import */ var _scaling_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7699);
// src/blue-green/recovery.ts






/** The rule or listener that was shifted is not there any more: who serves cannot be said, and no traffic can be given. */
class RouteGone extends Error {
}
/** @returns what {@link settleLeft} did, in a sentence or more */
async function recoverLeft(world, left) {
    return (await settleLeft(world, left)).told;
}
/**
 * Finishes or rolls back what a run left: `post` after a cancel, the next run, or `recover` after a runner that died. Reads
 * the live state, never memory; every deed in it can be done again, so that it may itself be killed anywhere.
 *
 * A run that had promoted is finished, any other is rolled back: the side that was live when it began still has its tasks.
 * What somebody else has deployed meanwhile stays.
 *
 * @throws Error when the traffic cannot be brought to one side; it names the one command to run, except where it is a
 *   `RouteGone`
 */
async function settleLeft(world, left) {
    const { blue, green, stage } = left;
    if (blue === null || green === null || stage === 'prepare')
        return { told: 'Nothing had been changed.' };
    const share = await (0,_finish_js__WEBPACK_IMPORTED_MODULE_1__/* .currentShare */ .JO)(world, blue.targetGroupArn, green.targetGroupArn).catch((error) => {
        if (!(error instanceof _spec_input_error_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .d))
            throw error;
        throw new RouteGone(`${left.route} does not exist any more, so it cannot be said who of ${blue.service} and ${green.service} serves. When there is such a rule again, the next deployment by it settles what was left`);
    });
    if (stage === 'keep-old' && share === 100)
        return finishPromoted(world, left, blue.service, green.service);
    if (share !== 0) {
        world.report.line(`${green.service} has ${share ?? 'an unknown share'} % of the traffic: back to ${blue.service}`);
        await demandHealthyBlue(world, blue, green);
        if (!(await (0,_finish_js__WEBPACK_IMPORTED_MODULE_1__/* .restoreBlue */ .Zy)(world, blue.targetGroupArn, green.targetGroupArn))) {
            throw new Error(`The traffic could not be taken back to ${blue.service}. Run: ${commandTo(world, blue, green)}`);
        }
    }
    // Autoscaling before the number of tasks, which it would move into its range. When it cannot be given back, green goes
    // all the same, and then somebody has to know.
    const problem = await (0,_scaling_js__WEBPACK_IMPORTED_MODULE_3__/* .demandGivenBack */ .Ce)(world, left.scalingBefore).then(() => undefined, (error) => error);
    const known = (0,_foreign_js__WEBPACK_IMPORTED_MODULE_2__/* .knownByEntry */ .$)(left, blue.service, green.service);
    const foreign = await (0,_finish_js__WEBPACK_IMPORTED_MODULE_1__/* .cleanUpGreen */ .k6)(world, known, left.greenDesiredBefore);
    if (problem !== undefined)
        throw problem;
    const isAsBefore = foreign.green === undefined && foreign.unchanged === undefined;
    const done = `${blue.service} serves 100 %${isAsBefore ? `; ${green.service} is as it was before` : ''}.`;
    return {
        told: [done, foreign.unchanged, foreign.green, foreign.blue].filter((words) => words !== undefined).join(' '),
        ...(foreign.green === undefined ? {} : { idleIsForeign: foreign.green }),
    };
}
/** The new version is live. The old side goes when its warm time is over, not earlier, and not what somebody else put there. */
async function finishPromoted(world, left, old, live) {
    const give = async (oldSide) => {
        const scaling = (0,_scaling_js__WEBPACK_IMPORTED_MODULE_3__/* .afterPromotion */ .gk)(left.scalingBefore, { old, live, oldSide });
        await (0,_scaling_js__WEBPACK_IMPORTED_MODULE_3__/* .demandGivenBack */ .Ce)(world, [...scaling.live, ...scaling.old]);
    };
    const { blue, green } = await (0,_foreign_js__WEBPACK_IMPORTED_MODULE_2__/* .foreignTo */ .GV)(world, (0,_foreign_js__WEBPACK_IMPORTED_MODULE_2__/* .knownByEntry */ .$)(left, old, live));
    const foreign = [blue, green].filter((found) => found !== undefined);
    const isWarm = left.keepOldUntil === null || world.clock.now() < left.keepOldUntil;
    if (isWarm || foreign.length > 0) {
        await give(left.keepOldUntil === null ? 'kept forever' : 'kept');
        const why = foreign.length === 0 ? 'still has its tasks' : (0,_finish_js__WEBPACK_IMPORTED_MODULE_1__/* .keptForForeign */ .kR)(old, foreign);
        if (foreign.length > 0)
            world.report.warn(`${old} ${why}`);
        return {
            told: `The release was promoted: ${live} serves 100 %. ${old} ${why}.`,
            ...(blue === undefined ? {} : { idleIsForeign: `${old} ${why}.` }),
        };
    }
    const unchanged = await (0,_change_idle_js__WEBPACK_IMPORTED_MODULE_4__/* .changeIdle */ .l)(world, old, { desiredCount: 0 });
    await give(unchanged === undefined ? 'retired' : 'kept');
    if (unchanged !== undefined)
        return { told: `The release was promoted: ${live} serves 100 %. ${unchanged}.` };
    return { told: `The release was promoted: ${live} serves 100 %. ${old} is scaled to 0.` };
}
/** Traffic is not sent to a side that cannot answer; somebody has to look at that. */
async function demandHealthyBlue(world, blue, green) {
    const [ofBlue, ofGreen] = await Promise.all([blue, green].map(async ({ targetGroupArn }) => (0,_verdict_target_health_js__WEBPACK_IMPORTED_MODULE_5__/* .ableCount */ .ak)(await world.targets.targets(targetGroupArn))));
    if (ofBlue !== 0 || ofGreen === 0)
        return;
    throw new Error(`${blue.service} has no healthy target, so the traffic was not sent back to it; ${green.service} has ${ofGreen ?? 'some'}. ` +
        `To give everything to ${green.service}: ${commandTo(world, green, blue)}. To ${blue.service} all the same: ${commandTo(world, blue, green)}`);
}
function commandTo(world, to, from) {
    return world.router.commandFor({ [to.targetGroupArn]: 100, [from.targetGroupArn]: 0 });
}


/***/ }),

/***/ 7383:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CT: () => (/* binding */ stageName),
/* harmony export */   Ny: () => (/* binding */ region),
/* harmony export */   SL: () => (/* binding */ clusterName),
/* harmony export */   fe: () => (/* binding */ serviceName),
/* harmony export */   xd: () => (/* binding */ parameterName),
/* harmony export */   zB: () => (/* binding */ pathInRepository)
/* harmony export */ });
/* harmony import */ var _kind_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1789);
/* harmony import */ var _kinds_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7240);
// src/spec/names.ts


/** The kinds that several actions share, so that the same word takes the same text everywhere. */
/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateCluster.html */
function clusterName() {
    return _kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq({
        pattern: /^(arn:aws[a-z-]*:ecs:[a-z0-9-]+:\d{12}:cluster\/)?[A-Za-z0-9_-]{1,255}$/,
        accepts: 'the name or the ARN of an ECS cluster',
    });
}
/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html */
function serviceName() {
    return _kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq({ pattern: /^[A-Za-z0-9_-]{1,255}$/, accepts: 'the name of an ECS service' });
}
/** https://docs.aws.amazon.com/systems-manager/latest/userguide/sysman-paramstore-su-create.html */
function parameterName() {
    return _kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq({
        pattern: /^\/(?!aws|ssm)[A-Za-z0-9_.-]+(\/[A-Za-z0-9_.-]+){0,13}$/i,
        accepts: 'the name of an SSM parameter such as /sluice/shop, which does not begin with /aws or /ssm',
    });
}
function region() {
    return _kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq({ pattern: /^[a-z]{2,4}(-[a-z]+)+-\d{1,2}$/, accepts: 'an AWS Region such as eu-central-1' });
}
/** A file or a folder of what is checked out. */
function pathInRepository() {
    return {
        label: 'path',
        accepts: 'a path from the top of the repository',
        absent: undefined,
        read: (given) => {
            if (given.startsWith('/') || /^[A-Za-z]:/.test(given))
                return (0,_kind_js__WEBPACK_IMPORTED_MODULE_1__/* .wrong */ .Q)('is not below the top of the repository');
            if (given.includes('\\'))
                return (0,_kind_js__WEBPACK_IMPORTED_MODULE_1__/* .wrong */ .Q)('has a \\ in it', given.replaceAll('\\', '/'));
            return given.split('/').includes('..') ? (0,_kind_js__WEBPACK_IMPORTED_MODULE_1__/* .wrong */ .Q)('leaves the repository') : (0,_kind_js__WEBPACK_IMPORTED_MODULE_1__/* .read */ .L)(given);
        },
    };
}
/** https://docs.docker.com/reference/dockerfile/#from */
function stageName() {
    return _kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq({ pattern: /^[A-Za-z0-9][A-Za-z0-9_.-]*$/, accepts: 'the name of a stage of the Dockerfile' });
}


/***/ })

};
