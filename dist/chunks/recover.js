export const id = 259;
export const ids = [259,765];
export const modules = {

/***/ 7640:
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
// EXTERNAL MODULE: ./build-stage/github/inputs.js + 1 modules
var github_inputs = __webpack_require__(7429);
// EXTERNAL MODULE: ./build-stage/github/report.js + 1 modules
var report = __webpack_require__(7068);
// EXTERNAL MODULE: ./build-stage/github/run-context.js
var run_context = __webpack_require__(4836);
// EXTERNAL MODULE: ./build-stage/ports/ended-badly.js
var ended_badly = __webpack_require__(1893);
// EXTERNAL MODULE: ./build-stage/system/clock.js
var clock = __webpack_require__(8671);
// EXTERNAL MODULE: ./build-stage/blue-green/lock.js
var blue_green_lock = __webpack_require__(4531);
// EXTERNAL MODULE: ./build-stage/blue-green/recovery.js
var recovery = __webpack_require__(8983);
// EXTERNAL MODULE: ./build-stage/blue-green/words.js
var words = __webpack_require__(6795);
;// CONCATENATED MODULE: ./build-stage/actions/recover/run.js



/** Recovers every deployment that matches and whose holder is dead. One that cannot be recovered does not keep the others from it. */
async function recover(inputs, world) {
    const found = [];
    for (const { name, held } of await matching(inputs, world)) {
        const one = await recoverOne(inputs, world, name, held);
        world.report.line(`${one.lock} (${one.runUrl}, stage: ${one.stage}): ${one.told}`);
        found.push(one);
    }
    return found;
}
async function matching(inputs, { index }) {
    const { cluster, services, listenerRuleArn, listenerArn, path } = inputs;
    const all = await index.list(path);
    const route = listenerRuleArn ?? listenerArn;
    if (route !== undefined)
        return all.filter(({ held }) => held.entry?.route === route);
    if (cluster === undefined || services === undefined)
        return all.filter(({ held }) => held.entry !== undefined);
    // A lock may have been given a name of its own: then the entry says whose it is.
    const byDefault = (0,blue_green_lock/* lockName */.l4)({ lockName: undefined, cluster, services });
    const isOurs = (entry) => [entry?.blue?.service, entry?.green?.service].sort().join() === [...services].sort().join();
    return all.filter(({ name, held }) => name === byDefault || isOurs(held.entry));
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
        return { ...about, result: 'alive', told: 'its run is at work; left alone' };
    if (inputs.dryRun)
        return { ...about, result: 'would recover', told: 'would be recovered (dry run)' };
    const deployment = world.deployment(lock, entry);
    const { holder, url } = world.run;
    const mine = { ...entry, holder, runUrl: url, expires: now + blue_green_lock/* leaseMs */.zT };
    try {
        if (!(await deployment.journal.takeOver(held, mine))) {
            return { ...about, result: 'alive', told: 'somebody else took it over at the same moment' };
        }
        const told = await (0,recovery/* recoverLeft */.C)({ ...deployment, clock: world.clock, report: world.report }, entry);
        await deployment.journal.release(holder);
        return { ...about, result: 'recovered', told };
    }
    catch (error) {
        // The entry stays, and is free to be taken over at once: the next sweep tries again.
        await deployment.journal.update({ ...mine, expires: now }).catch(() => { });
        return { ...about, result: 'stuck', told: (0,words/* messageOf */.bD)(error) };
    }
}
function outcomeOf(found) {
    if (found.some(({ result }) => result === 'stuck'))
        return 'stuck';
    return found.some(({ result }) => result === 'recovered') ? 'recovered' : 'nothing';
}
/** What was found, as Markdown for the job summary. */
function recoverSummary(found) {
    if (found.length === 0)
        return '## Nothing to recover\n\nThere is no lock.\n';
    const text = (value) => value.replaceAll('|', '\\|').replace(/\s+/g, ' ').replaceAll('<', '&lt;');
    const rows = found.map(({ lock, runUrl, stage, result, told }) => `| ${[lock, runUrl, stage, result, told].map(text).join(' | ')} |`);
    const head = { recovered: '✅ Recovered', nothing: '⚪ Nothing to recover', stuck: '🆘 Stuck: a person is needed' }[outcomeOf(found)];
    return `## ${head}\n\n| Lock | Left by | Stage | Result | What was done |\n| --- | --- | --- | --- | --- |\n${rows.join('\n')}\n`;
}

// EXTERNAL MODULE: ./build-stage/actions/recover/spec.js
var spec = __webpack_require__(765);
;// CONCATENATED MODULE: ./build-stage/actions/recover/index.js









async function main() {
    const inputs = (0,github_inputs/* readInputs */.K)(spec.spec);
    const { awsPorts, createJournalIndex, routeAddress } = await __webpack_require__.e(/* import() */ 945).then(__webpack_require__.bind(__webpack_require__, 7945));
    const { region } = inputs;
    const found = await recover(inputs, {
        clock: (0,clock/* systemClock */.m)(process.env),
        report: report/* runnerReport */.b,
        index: createJournalIndex({ region }),
        deployment: (lock, entry) => awsPorts({ region, cluster: entry.cluster, address: routeAddress(entry.route), lockName: lock }),
        run: { holder: (0,external_node_crypto_.randomUUID)(), url: (0,run_context/* runContext */.p)().runUrl ?? `a run by ${(0,run_context/* runContext */.p)().actor}` },
    });
    const outcome = outcomeOf(found);
    const reason = found.map(({ lock, told }) => `${lock}: ${told}`).join(' ') || 'There is no lock.';
    const recovered = found.filter(({ result }) => result === 'recovered').length;
    report/* runnerReport */.b.outputs({ outcome, reason, recovered: String(recovered), locks: JSON.stringify(found) });
    await report/* runnerReport */.b.summary(recoverSummary(found));
    report/* runnerReport */.b.line(found.length === 0 ? 'Nothing to recover: there is no lock.' : `Outcome: ${outcome}`);
    if (outcome === 'stuck')
        (0,fail/* fail */.f)(new ended_badly/* DeployFailed */.N(`Stuck, a person is needed: ${reason}`));
}


/***/ }),

/***/ 765:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   spec: () => (/* binding */ spec)
/* harmony export */ });
/* harmony import */ var _spec_action_spec_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1169);
/* harmony import */ var _spec_kinds_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(623);
/* harmony import */ var _spec_names_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7383);
/* harmony import */ var _spec_rules_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5692);




const spec = (0,_spec_action_spec_js__WEBPACK_IMPORTED_MODULE_2__/* .defineAction */ .Q)({
    name: 'recover',
    title: 'Sluice: recover',
    description: 'Finishes or rolls back what a run left that died: traffic goes to one side, the lock is released. Needs only the rule or the service names; without either it looks at every lock there is.',
    branding: { icon: 'life-buoy', color: 'blue' },
    inputs: {
        cluster: { kind: (0,_spec_names_js__WEBPACK_IMPORTED_MODULE_1__/* .clusterName */ .SL)(), description: 'Name or ARN of the ECS cluster. Given together with `services`.' },
        services: {
            kind: _spec_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .lines */ .Mn({ exactly: 2, of: 'service name', item: (0,_spec_names_js__WEBPACK_IMPORTED_MODULE_1__/* .serviceName */ .fe)() }),
            description: 'The two ECS services whose deployment is to be recovered, one name per line.',
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
        region: {
            kind: (0,_spec_names_js__WEBPACK_IMPORTED_MODULE_1__/* .region */ .Ny)(),
            required: true,
            environment: ['AWS_REGION', 'AWS_DEFAULT_REGION'],
            description: 'AWS Region. By default the one in `AWS_REGION`.',
        },
    },
    rules: [
        (0,_spec_rules_js__WEBPACK_IMPORTED_MODULE_3__/* .together */ .bs)('cluster', 'services'),
        (0,_spec_rules_js__WEBPACK_IMPORTED_MODULE_3__/* .rule */ .Hu)(['listener-rule-arn', 'listener-arn', 'services'], 'At most one of `listener-rule-arn`, `listener-arn` and `services`.', (_values, has) => ['listener-rule-arn', 'listener-arn', 'services'].filter((name) => has(name)).length > 1
            ? 'is given beside another way to say what to recover: give one of listener-rule-arn, listener-arn and services'
            : undefined),
    ],
    outputs: {
        outcome: {
            description: 'How it ended: `recovered`, `nothing` (no lock, or only ones whose holder is alive), or `stuck` (something could not be recovered and needs a person).',
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


/***/ }),

/***/ 7383:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ny: () => (/* binding */ region),
/* harmony export */   SL: () => (/* binding */ clusterName),
/* harmony export */   fe: () => (/* binding */ serviceName),
/* harmony export */   xd: () => (/* binding */ parameterName)
/* harmony export */ });
/* harmony import */ var _kinds_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(623);

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


/***/ })

};
