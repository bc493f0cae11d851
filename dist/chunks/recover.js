export const id = 8849;
export const ids = [8849,8527];
export const modules = {

/***/ 3298:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  main: () => (/* binding */ main)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./build-stage/blue-green/words.js
var blue_green_words = __webpack_require__(6795);
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
            return { ...about, result: 'stuck', told: (0,blue_green_words/* messageOf */.bD)(error) };
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
var lost_access = __webpack_require__(3849);
// EXTERNAL MODULE: ./build-stage/blue-green/recovery.js
var blue_green_recovery = __webpack_require__(8983);
// EXTERNAL MODULE: ./build-stage/blue-green/seen.js
var blue_green_seen = __webpack_require__(6839);
// EXTERNAL MODULE: ./build-stage/fleet/settle-release.js
var settle_release = __webpack_require__(4433);
// EXTERNAL MODULE: ./build-stage/ports/unanswered.js
var unanswered = __webpack_require__(3218);
// EXTERNAL MODULE: ./build-stage/spec/duration.js
var duration = __webpack_require__(1999);
;// CONCATENATED MODULE: ./build-stage/actions/recover/recover-release.js
// src/actions/recover/recover-release.ts



/** Puts back the services of a release that a dead run left undecided. */
async function recoverRelease(about, world, held, region) {
    try {
        const ports = world.release(about.lock);
        const settled = await (0,settle_release/* settleRelease */.T)(held, ports, { ...world, region });
        if (settled === undefined)
            return { ...about, result: 'alive', told: 'somebody else took it over at the same moment' };
        const told = settled.told.join(' ') || 'Nothing had been changed.';
        return { ...about, result: settled.isSettled ? 'recovered' : 'stuck', told };
    }
    catch (error) {
        return { ...about, result: 'stuck', told: (0,blue_green_words/* messageOf */.bD)(error), ...(error instanceof access_error/* AccessError */.Z ? { error } : {}) };
    }
}

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
const hasTouched = (entry, of) => (0,settle_release/* touchedBy */.O)(entry).some(({ service, cluster }) => service === of.service && isSameCluster(cluster, of.cluster));
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
    if (entry.kind === 'release')
        return recoverRelease(about, world, { ...held, entry }, inputs.region);
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
            return { ...about, result: 'stuck', told: (0,blue_green_words/* messageOf */.bD)(error) };
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
        report/* runnerReport */.b.outputs({ outcome: 'stuck', reason: (0,blue_green_words/* messageOf */.bD)(error), recovered: '0', locks: '[]' });
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

/***/ 4433:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ touchedBy),
/* harmony export */   T: () => (/* binding */ settleRelease)
/* harmony export */ });
/* harmony import */ var _lock_lease_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5813);
/* harmony import */ var _take_back_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1761);
/* harmony import */ var _touched_service_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(436);
// src/fleet/settle-release.ts



const touchedBy = ({ touched }) => touched.flatMap((text) => (0,_touched_service_js__WEBPACK_IMPORTED_MODULE_2__/* .touchedOf */ .Wg)(text) ?? []);
/**
 * Puts back the services of a release that a dead run left undecided: they run the new version together or not at all.
 * What could not be put back stays in the entry, which is free to be taken over at once.
 *
 * @returns undefined when somebody else took it over at the same moment
 * @throws AccessError, Error when the journal cannot be written
 */
async function settleRelease(held, { journal, worldOf }, { clock, run, region }) {
    const { entry } = held;
    const now = clock.now();
    const mine = { ...entry, holder: run.holder, runUrl: run.url, expires: now + _lock_lease_js__WEBPACK_IMPORTED_MODULE_0__/* .leaseMs */ .zT };
    if (!(await journal.takeOver(held, mine)))
        return undefined;
    const ends = await (0,_take_back_js__WEBPACK_IMPORTED_MODULE_1__/* .takeBack */ .z)(touchedBy(entry), worldOf, region);
    const isSettled = ends.every((end) => end.isSettled);
    if (isSettled)
        await journal.release(run.holder);
    else
        await journal.update({ ...mine, expires: Math.max(now, entry.expires + 1) });
    return { isSettled, told: ends.map(({ told }) => told) };
}


/***/ }),

/***/ 1761:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ takeBack)
/* harmony export */ });
/* harmony import */ var _ecs_task_definition_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3204);
/* harmony import */ var _rolling_roll_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7065);
/* harmony import */ var _rolling_story_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7404);
// src/fleet/take-back.ts



/** So long a service may take to be back, ms. */
const backMs = 15 * 60_000;
/**
 * Puts back the services of a release that a run left undecided. It goes by what they run now: one that runs what it ran
 * before is left alone, and so is one that somebody else has deployed to. May be done twice, and side by side with others.
 * Never rejects.
 */
async function takeBack(touched, worldOf, region) {
    return Promise.all(touched.map(async (one) => {
        const { service } = one;
        try {
            return { service, ...(await back(one, worldOf(one.cluster), region)) };
        }
        catch (error) {
            const why = error instanceof Error ? error.message : String(error);
            return { service, isSettled: false, told: `${service} could not be put back: ${why}` };
        }
    }));
}
async function back({ cluster, service, before, after }, world, region) {
    const seen = (await world.rollout.describe([service]))[0];
    const arn = seen?.taskDefinitionArn ?? '';
    const runs = (0,_ecs_task_definition_js__WEBPACK_IMPORTED_MODULE_0__/* .shortName */ .EU)(arn);
    if (runs === before)
        return { isSettled: true, told: `${service} runs ${before}, as before the release.` };
    if (runs !== after)
        return { isSettled: true, told: `${service} runs ${runs}, which somebody else has deployed: it was left alone.` };
    const target = arn.slice(0, arn.lastIndexOf('/') + 1) + before;
    const settings = settingsOf(region);
    const request = {
        label: service,
        cluster,
        service,
        definition: { source: { kind: 'arn', arn: target }, edits: {} },
        settings,
    };
    const { desiredCount = 0 } = seen ?? {};
    const done = {
        label: service,
        cluster,
        service,
        outcome: 'succeeded',
        reason: '',
        taskDefinitionArn: arn,
        before: { taskDefinitionArn: target, desiredCount, lastGoodArn: target },
        isTouched: true,
        times: {},
        story: (0,_rolling_story_js__WEBPACK_IMPORTED_MODULE_2__/* .newRollStory */ .F)(world.clock.now()),
        serving: '',
    };
    const { outcome, reason, serving } = await (0,_rolling_roll_js__WEBPACK_IMPORTED_MODULE_1__/* .undo */ .t)(done, request, world);
    const told = [`${service}: ${reason}.`, serving].filter(Boolean).join(' ');
    return { isSettled: outcome === 'rolled-back' || outcome === 'superseded', told };
}
/** What it takes to go back: nothing is looked at but the service. */
const settingsOf = (region) => ({
    region,
    change: { forceNewDeployment: false },
    timeoutMs: backMs,
    pollMs: 5_000,
    failAfter: 3,
    bakeMs: 0,
    unhealthyLimit: 2,
    unknownLimitMs: 60_000,
    alarms: [],
    queries: [],
    alertRules: [],
    onFailure: 'leave',
    onCancel: 'leave',
    whenBusy: 'replace',
    whenLocked: 'fail',
    logLines: 0,
    dryRun: false,
});


/***/ }),

/***/ 7383:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ny: () => (/* binding */ region),
/* harmony export */   SL: () => (/* binding */ clusterName),
/* harmony export */   fe: () => (/* binding */ serviceName),
/* harmony export */   xd: () => (/* binding */ parameterName)
/* harmony export */ });
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


/***/ }),

/***/ 5809:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FI: () => (/* binding */ DEEPEST),
/* harmony export */   Vh: () => (/* binding */ readJson),
/* harmony export */   u0: () => (/* binding */ isExact)
/* harmony export */ });
// src/text/json.ts
/** Deeper than any file that people write, and far from what the stack holds. */
const DEEPEST = 200;
class Fault extends Error {
    wrong;
    offset;
    constructor(wrong, offset) {
        super(wrong);
        this.wrong = wrong;
        this.offset = offset;
    }
}
/**
 * Reads JSON (RFC 8259) that may have comments, from `//` to the end of the line and C's block comments. Trailing commas are not accepted: neither AWS's own
 * tools nor `JSON.parse` take them. https://www.rfc-editor.org/rfc/rfc8259
 */
function readJson(text) {
    const reader = new Reader(text);
    try {
        const root = reader.document();
        return { ok: true, found: { value: root.value, offsetOf: (path) => nodeAt(root, path)?.offset } };
    }
    catch (error) {
        if (error instanceof Fault)
            return { ok: false, wrong: error.wrong, offset: error.offset };
        throw error;
    }
}
function nodeAt(root, path) {
    let node = root;
    for (const segment of path)
        node = node?.members?.get(segment);
    return node;
}
class Reader {
    text;
    at = 0;
    constructor(text) {
        this.text = text;
    }
    document() {
        this.skip();
        if (this.at >= this.text.length)
            throw new Fault('the file is empty', 0);
        const root = this.value(0);
        this.skip();
        if (this.at < this.text.length)
            throw this.unexpected('nothing more is expected after the end of the document');
        return root;
    }
    value(depth, offset = this.at) {
        if (depth > DEEPEST)
            throw new Fault(`this is nested more than ${DEEPEST} levels deep`, this.at);
        const first = this.text[this.at];
        if (first === '{')
            return this.object(depth, offset);
        if (first === '[')
            return this.list(depth, offset);
        if (first === '"')
            return { value: this.string(), offset };
        return { value: this.word(), offset };
    }
    object(depth, offset) {
        const begin = this.at;
        // A null prototype, so that a key such as `__proto__` is only a key.
        const value = Object.create(null);
        const members = new Map();
        this.at += 1;
        this.skip();
        for (let comma; this.text[this.at] !== '}' || comma !== undefined;) {
            this.notTrailing(comma, '}');
            const keyAt = this.at;
            if (this.text[keyAt] !== '"')
                throw this.unexpected('a key in double quotes is expected', begin);
            const key = this.string();
            if (members.has(key))
                throw new Fault(`the key ${JSON.stringify(key)} stands here for the second time`, keyAt);
            this.skip();
            if (this.text[this.at] !== ':')
                throw this.unexpected(`a colon is expected after ${JSON.stringify(key)}`, begin);
            this.at += 1;
            this.skip();
            const member = this.value(depth + 1, keyAt);
            value[key] = member.value;
            members.set(key, member);
            comma = this.comma('}', begin);
        }
        this.at += 1;
        return { value, offset, members };
    }
    list(depth, offset) {
        const begin = this.at;
        const value = [];
        const members = new Map();
        this.at += 1;
        this.skip();
        for (let comma; this.text[this.at] !== ']' || comma !== undefined;) {
            this.notTrailing(comma, ']');
            const item = this.value(depth + 1);
            members.set(value.length, item);
            value.push(item.value);
            comma = this.comma(']', begin);
        }
        this.at += 1;
        return { value, offset, members };
    }
    /** After a member or an item: the offset of the comma, or nothing before the end. */
    comma(end, begin) {
        this.skip();
        if (this.text[this.at] === end)
            return undefined;
        if (this.text[this.at] !== ',')
            throw this.unexpected(`a comma or ${end} is expected`, begin);
        const comma = this.at;
        this.at += 1;
        this.skip();
        return comma;
    }
    notTrailing(comma, end) {
        if (comma !== undefined && this.text[this.at] === end) {
            throw new Fault(`the comma before ${end} is one too many`, comma);
        }
    }
    string() {
        const begin = this.at;
        let end = begin + 1;
        while (end < this.text.length && this.text[end] !== '"' && this.text[end] !== '\n') {
            end += this.text[end] === '\\' ? 2 : 1;
        }
        if (this.text[end] !== '"')
            throw new Fault('this text has no closing quote on its line', begin);
        this.at = end + 1;
        try {
            return JSON.parse(this.text.slice(begin, end + 1));
        }
        catch {
            throw new Fault('this text holds an escape or a control character that JSON does not know', begin);
        }
    }
    word() {
        const begin = this.at;
        const word = /[^\s,:[\]{}"/]*/y;
        word.lastIndex = begin;
        const text = word.exec(this.text)?.[0] ?? '';
        if (text === '' || !/^(true|false|null|-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?)$/.test(text)) {
            throw this.unexpected('a value is expected: an object, a list, a text in double quotes, a number, true, false or null');
        }
        this.at += text.length;
        const value = JSON.parse(text);
        if (typeof value === 'number' && !isExact(value)) {
            throw new Fault(`the number ${text} is too large to be kept exactly`, begin);
        }
        return value;
    }
    /** White space and comments. */
    skip() {
        const trivia = /[ \t\r\n]+|\/\/[^\r\n]*|\/\*[\s\S]*?\*\//y;
        for (;;) {
            trivia.lastIndex = this.at;
            const length = trivia.exec(this.text)?.[0].length ?? 0;
            if (length === 0)
                break;
            this.at += length;
        }
        if (this.text.startsWith('/*', this.at))
            throw new Fault('this comment does not end', this.at);
    }
    unexpected(expected, opened) {
        if (this.at >= this.text.length) {
            const end = `the text ends too early: ${expected}`;
            return new Fault(opened === undefined ? end : `${end} (what begins here is never closed)`, opened ?? this.at);
        }
        const seen = /^\S{1,20}/.exec(this.text.slice(this.at, this.at + 20))?.[0] ?? this.text[this.at];
        return new Fault(`${expected}, and here stands ${JSON.stringify(seen)}`, this.at);
    }
}
/** Whether a number is what was written and not the nearest that fits. */
function isExact(value) {
    return Number.isFinite(value) && (!Number.isInteger(value) || Number.isSafeInteger(value));
}


/***/ }),

/***/ 2884:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ placeAt),
/* harmony export */   _: () => (/* binding */ lineStarts)
/* harmony export */ });
// src/text/place.ts
/** Where each line of the text begins. A line ends with LF, CR LF or CR. */
function lineStarts(text) {
    const starts = [0];
    for (const { index, 0: end } of text.matchAll(/\r\n|\r|\n/g))
        starts.push(index + end.length);
    return starts;
}
/** The place of an offset, by the beginnings of the lines. */
function placeAt(starts, offset) {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
        const middle = Math.ceil((low + high) / 2);
        if ((starts[middle] ?? 0) <= offset)
            low = middle;
        else
            high = middle - 1;
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
}


/***/ })

};
