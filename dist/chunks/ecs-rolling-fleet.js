export const id = 3329;
export const ids = [3329,80];
export const modules = {

/***/ 8697:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  deployFleet: () => (/* binding */ deployFleet)
});

// EXTERNAL MODULE: ./build-stage/blue-green/command-line.js
var command_line = __webpack_require__(9854);
// EXTERNAL MODULE: ./build-stage/ecs/task-definition.js
var task_definition = __webpack_require__(3204);
// EXTERNAL MODULE: ./build-stage/ecs/task-definition-source.js + 2 modules
var task_definition_source = __webpack_require__(8129);
// EXTERNAL MODULE: ./build-stage/fleet/choose-services.js
var choose_services = __webpack_require__(5720);
// EXTERNAL MODULE: ./build-stage/rolling/words.js
var words = __webpack_require__(9148);
// EXTERNAL MODULE: ./build-stage/spec/duration.js
var duration = __webpack_require__(1999);
;// CONCATENATED MODULE: ./build-stage/fleet/fleet-result.js
// src/fleet/fleet-result.ts



/** One verdict on all services, and a row for each. Pure. */
function fleetResult(ends, cancelled) {
    const rows = ends.map(rowOf);
    const { outcome, reason } = verdict(rows, cancelled);
    return { outcome, reason, rows };
}
function rowOf(end) {
    const { item, tookMs } = end;
    const { cluster, service } = item.request;
    const of = (result, outcome, reason) => ({
        name: item.name,
        cluster,
        service,
        outcome,
        reason,
        taskDefinitionArn: result?.taskDefinitionArn ?? '',
        previousTaskDefinitionArn: result?.before?.taskDefinitionArn ?? '',
        tookMs,
        isCause: end.end === 'bad' || end.end === 'broken' || end.end === 'not-undone',
        ...(result?.command === undefined ? {} : { command: result.command }),
    });
    switch (end.end) {
        case 'changed':
        case 'unchanged':
            return of(end.result, end.result.outcome, end.result.reason);
        case 'bad': {
            const { result, undone } = end;
            if (undone === undefined || undone === result)
                return of(result, result.outcome, result.reason);
            // Why it was bad stays the reason; how it is now is the outcome.
            return of(result, undone.outcome, `${result.reason}; ${undone.reason}`);
        }
        case 'undone':
            return of(end.result, 'rolled-back', end.undone.reason);
        case 'not-undone':
            return of({ ...end.result, command: end.undone.command }, end.undone.outcome, end.undone.reason);
        case 'broken': {
            const reason = end.error instanceof Error ? end.error.message : String(end.error);
            return of(end.result, 'interrupted', reason);
        }
        case 'not-started':
            return of(undefined, 'not-started', end.reason);
    }
}
function verdict(rows, cancelled) {
    const named = (test) => rows.filter(test).map(({ name }) => name);
    const count = (names) => `${names.length} of ${rows.length}`;
    const good = named(({ outcome }) => outcome !== 'not-started' && (0,words/* isGood */.Kg)(outcome));
    const fresh = named(({ outcome }) => outcome === 'succeeded');
    const bad = rows.find(({ isCause }) => isCause);
    if (cancelled !== undefined && good.length < rows.length)
        return { outcome: 'interrupted', reason: `${cancelled}; ${count(fresh)} services run the new version` };
    if (good.length === rows.length)
        return fresh.length === 0
            ? {
                outcome: 'unchanged',
                reason: rows.length === 0 ? 'no service is to be deployed' : 'nothing differs in any service',
            }
            : { outcome: 'succeeded', reason: `${count(fresh)} services were deployed` };
    const why = bad === undefined ? 'not all were begun' : `${bad.name}: ${bad.reason}`;
    if (rows.some(({ outcome }) => outcome === 'access-lost'))
        return { outcome: 'access-lost', reason: why };
    if (fresh.length > 0)
        return { outcome: 'failed', reason: `only ${count(fresh)} services run the new version: ${why}` };
    const outcomes = new Set(rows.map(({ outcome }) => outcome).filter((outcome) => outcome !== 'unchanged'));
    outcomes.delete('not-started');
    // Some refused and others taken back is a release that was taken back.
    if (outcomes.has('rolled-back'))
        outcomes.delete('refused');
    const [only, ...others] = outcomes;
    const outcome = only === undefined || only === 'not-started' || others.length > 0 ? 'failed' : only;
    return { outcome, reason: why };
}
/** One JSON object for all services, by name: a job of a matrix would have to give each its own output, and lose all but one. */
function servicesOutput({ rows }) {
    return JSON.stringify(Object.fromEntries(rows.map(({ name, cluster, service, outcome, reason, taskDefinitionArn, previousTaskDefinitionArn, tookMs }) => [
        name,
        {
            outcome,
            reason,
            cluster,
            service,
            'task-definition-arn': taskDefinitionArn,
            'previous-task-definition-arn': previousTaskDefinitionArn,
            seconds: Math.round(tookMs / 100) / 10,
        },
    ])));
}
/** All services in one table, as Markdown. */
function fleetTable({ rows }) {
    const cell = (text) => text.replaceAll('|', '\\|').replace(/\s*\n\s*/g, ' ');
    const lines = rows.map(({ name, outcome, taskDefinitionArn, previousTaskDefinitionArn, tookMs, reason }) => {
        const from = (0,task_definition/* shortName */.EU)(previousTaskDefinitionArn) || '–';
        const to = (0,task_definition/* shortName */.EU)(taskDefinitionArn) || '–';
        const took = outcome === 'not-started' ? '–' : (0,duration/* formatDuration */.a3)(Math.round(tookMs / 1_000) * 1_000);
        return `| ${cell(name)} | ${signs[outcome]} ${outcome} | ${from} | ${to} | ${took} | ${cell(reason)} |`;
    });
    return ['| Service | Outcome | Before | Deployed | Time | Why |', '|---|---|---|---|---|---|', ...lines].join('\n');
}
const signs = {
    succeeded: '✅',
    unchanged: '➖',
    'rolled-back': '↩️',
    failed: '❌',
    superseded: '⚠️',
    stopped: '⚠️',
    'timed-out': '❌',
    'access-lost': '❌',
    refused: '⛔',
    interrupted: '⚠️',
    'not-started': '⏸️',
};

// EXTERNAL MODULE: ./build-stage/rolling/summary.js
var summary = __webpack_require__(6713);
;// CONCATENATED MODULE: ./build-stage/fleet/fleet-summary.js
// src/fleet/fleet-summary.ts



/** All services in one summary: the table, and of each that turned out bad all that is known. Pure. */
function fleetSummary(result, ends, { region, runUrl }) {
    const sign = (0,words/* isGood */.Kg)(result.outcome) ? '✅' : result.outcome === 'rolled-back' ? '↩️' : '❌';
    const commands = result.rows.flatMap(({ command }) => command ?? []);
    const todo = commands.length === 0 ? [] : ['Run this now:', ['```sh', ...commands, '```'].join('\n')];
    const bad = ends.flatMap((end) => {
        if (end.end !== 'bad')
            return [];
        const { cluster, service } = end.item.request;
        return [(0,summary/* rollSummary */._)({ cluster, service, region, story: end.result.story, result: end.result, runUrl })];
    });
    const head = `## ${sign} ${counted(result.rows.length)}: ${result.outcome}\n\n${line(result.reason)}`;
    return [head, fleetTable(result), ...todo, ...bad].join('\n\n').concat('\n');
}
/** What is going to be done, for the log and for the summary of a run that has just begun. */
function fleetPlanLines(plan, left) {
    const lines = plan.map((level, index) => `  ${index + 1}. ${level.map(({ name }) => name).join(', ')}`);
    return [...(lines.length === 0 ? ['  no service'] : lines), ...left.map((what) => `  ${what}`)];
}
const counted = (count) => (count === 1 ? '1 service' : `${count} services`);
const line = (text) => text.replace(/\s*\n\s*/g, ' ');

// EXTERNAL MODULE: ./build-stage/rolling/roll.js + 1 modules
var roll = __webpack_require__(3437);
// EXTERNAL MODULE: ./build-stage/fleet/roll-fleet.js + 2 modules
var roll_fleet = __webpack_require__(4957);
;// CONCATENATED MODULE: ./build-stage/fleet/inspect-fleet.js
// src/fleet/inspect-fleet.ts


/**
 * Looks at everything that all the services will need, before any of them is touched: a release must not be taken back
 * because of what could have been seen before it was begun. Changes nothing.
 *
 * @returns how each came out when one is refused, or when it is only looked; nothing when all may be deployed
 */
async function inspectFleet(plan, { isDryRun }) {
    const services = plan.flat();
    const results = await Promise.all(services.map((service) => inspected(service, isDryRun)));
    const isBad = ({ outcome }) => outcome !== 'unchanged';
    const first = services[results.findIndex(isBad)];
    if (first === undefined && !isDryRun)
        return undefined;
    return services.map((item, index) => {
        const result = results[index];
        const of = { item, tookMs: 0 };
        if (isBad(result))
            return { ...of, end: 'bad', result, isChanged: false };
        return first === undefined
            ? { ...of, end: 'unchanged', result }
            : { ...of, end: 'not-started', reason: `${first.name} is refused` };
    });
}
function inspected({ name, request, world }, isShown) {
    const { settings } = request;
    // Whether somebody else deploys to it is looked at when its turn comes.
    const only = { ...request, settings: { ...settings, dryRun: true, whenBusy: 'replace' } };
    const report = isShown ? (0,roll_fleet.labelled)(world.report, name) : { ...(0,roll_fleet.labelled)(world.report, name), line() { }, warn() { } };
    return (0,roll/* roll */.C)(only, { ...world, report });
}
/** The same world for a service that was inspected: what was looked at need not be looked at again. */
function inspectedWorld(world) {
    const { preflight: _done, ...gate } = world.gate ?? {};
    return { ...world, gate };
}

// EXTERNAL MODULE: ./build-stage/services-file/levels.js
var levels = __webpack_require__(1510);
;// CONCATENATED MODULE: ./build-stage/fleet/plan-fleet.js
// src/fleet/plan-fleet.ts

/** Services in the levels in which they are deployed, each with those of the fleet that it cannot do without. */
function planFleet(all, chosen) {
    const byName = new Map(all.map((service) => [service.name, service]));
    const names = chosen.map(({ name }) => name);
    const needsOf = (service, seen = new Set()) => {
        for (const name of service.dependsOn) {
            if (seen.has(name))
                continue;
            seen.add(name);
            const other = byName.get(name);
            if (other !== undefined)
                needsOf(other, seen);
        }
        return seen;
    };
    return (0,levels/* levelsOf */.p)(all, names).map((level) => level.map((service) => ({ ...service, needs: [...needsOf(service)].filter((name) => names.includes(name)) })));
}

// EXTERNAL MODULE: ./build-stage/fleet/settle-release.js
var settle_release = __webpack_require__(4433);
// EXTERNAL MODULE: ./build-stage/fleet/touched-service.js
var touched_service = __webpack_require__(436);
// EXTERNAL MODULE: ./build-stage/ports/ended-badly.js
var ended_badly = __webpack_require__(1893);
// EXTERNAL MODULE: ./build-stage/rolling/look.js
var look = __webpack_require__(1938);
// EXTERNAL MODULE: ./build-stage/rolling/settings.js
var settings = __webpack_require__(5980);
// EXTERNAL MODULE: ./build-stage/spec/input-error.js
var input_error = __webpack_require__(5432);
// EXTERNAL MODULE: ./build-stage/spec/fleet-inputs.js
var fleet_inputs = __webpack_require__(3849);
// EXTERNAL MODULE: ./build-stage/spec/parse.js
var parse = __webpack_require__(4868);
// EXTERNAL MODULE: ./build-stage/spec/prometheus-inputs.js + 2 modules
var prometheus_inputs = __webpack_require__(4547);
// EXTERNAL MODULE: ./build-stage/spec/task-definition-inputs.js
var task_definition_inputs = __webpack_require__(210);
// EXTERNAL MODULE: ./build-stage/actions/ecs-rolling/spec.js
var spec = __webpack_require__(5922);
;// CONCATENATED MODULE: ./build-stage/actions/ecs-rolling/service-inputs.js
// src/actions/ecs-rolling/service-inputs.ts






/** How long a step of the services file may take that does not say it. */
const stepTimeoutMs = 900_000;
/**
 * The inputs of each service: those of the action, with what the services file says of it in their place.
 *
 * @throws InputError with every problem of every service
 */
function servicesToRoll(entries, raw, given, environment) {
    const problems = [...imageProblems(entries, given.images)];
    const services = entries.flatMap((entry) => {
        try {
            return [serviceToRoll(entry, raw, given.images?.[entry.name], environment)];
        }
        catch (error) {
            if (!(error instanceof input_error/* InputError */.d))
                throw error;
            problems.push(...error.problems.map(({ input, value, wrong, ...problem }) => ({
                ...problem,
                input: 'services-file',
                wrong: `is wrong at ${given.places.get(entry.name)}: it and the inputs say of ${entry.name} together: ${[input, ...(value === undefined ? [] : [`(${JSON.stringify(value)})`]), wrong].join(' ')}`,
            })));
            return [];
        }
    });
    if (problems.length > 0)
        throw new input_error/* InputError */.d(problems);
    return services;
}
function serviceToRoll(entry, raw, image, environment) {
    const inputs = (0,parse/* parseInputs */.T)(spec.spec, rawOf(entry, raw));
    const { container, stopTimeout, before = [], after = [] } = entry;
    const request = (0,task_definition_inputs/* definitionRequestOf */.C)(inputs, environment);
    const images = typeof image === 'object' ? image : image === undefined || container === undefined ? {} : { [container]: image };
    const definition = {
        ...request,
        edits: {
            ...request.edits,
            images,
            ...(typeof image === 'string' && container === undefined ? { image } : {}),
            ...(stopTimeout === undefined
                ? {}
                : {
                    stopTimeout: { seconds: Math.ceil(stopTimeout / 1_000), ...(container === undefined ? {} : { container }) },
                }),
        },
    };
    const step = (asked) => stepOf(asked, container);
    return { entry, inputs, definition, before: before.map(step), after: after.map(step) };
}
function stepOf({ name, command, container: named, taskDefinition, timeout }, ofService) {
    // In a task definition of its own there need be no container of that name.
    const container = named ?? (taskDefinition === undefined ? ofService : undefined);
    return {
        name,
        timeoutMs: timeout ?? stepTimeoutMs,
        ...(command === undefined ? {} : { command }),
        ...(container === undefined ? {} : { container }),
        ...(taskDefinition === undefined ? {} : { taskDefinition }),
    };
}
/** The texts of the inputs of a run that deploys this service only. */
function rawOf({ service, cluster, taskDefinition, rolling = {} }, raw) {
    const own = Object.fromEntries(Object.entries(raw).filter(([name]) => !Object.hasOwn(fleet_inputs/* fleetInputs */.Y, name)));
    const asks = [rolling.queries, rolling['alert-rules'], own.queries, own['alert-rules']].some((text) => text?.trim());
    // A Prometheus that this service asks nothing is no mistake here: others do.
    const silent = asks ? {} : Object.fromEntries(Object.keys(prometheus_inputs/* prometheusInputs */.Uf).map((name) => [name, undefined]));
    return {
        ...own,
        ...silent,
        'on-failure': own['on-failure'] === 'leave' ? 'leave' : 'rollback',
        cluster: cluster ?? own.cluster,
        service,
        ...(taskDefinition === undefined ? {} : { 'task-definition': taskDefinition }),
        ...rolling,
    };
}
function imageProblems(entries, images) {
    if (images === undefined)
        return [];
    return entries
        .filter(({ name }) => !Object.hasOwn(images, name))
        .map(({ name }) => ({ input: 'service-images', wrong: `has no image for ${name}, which is to be deployed` }));
}

;// CONCATENATED MODULE: ./build-stage/actions/ecs-rolling/fleet.js
// src/actions/ecs-rolling/fleet.ts

















/**
 * Deploys the services that are meant, in order, to one verdict.
 *
 * @throws InputError before anything is called, AccessError when there is no access at all
 */
async function deployFleet(inputs, raw, outside) {
    const { report, clock, cancellation } = outside;
    const from = clock.now();
    const file = await (0,choose_services/* servicesFile */.x)(inputs.servicesFile, outside);
    const { chosen, left } = await (0,choose_services/* chooseServices */.w)(file, inputs, outside);
    const given = { places: file.places, images: inputs.serviceImages };
    const services = servicesToRoll(chosen, raw, given, outside.environment);
    await checkDefinitionFiles(services, outside);
    const plan = await planOf(file, services, outside);
    report.line('Services, in this order');
    for (const line of fleetPlanLines(plan, left))
        report.line(line);
    report.line('');
    const isDryRun = inputs.dryRun;
    if (!isDryRun)
        await settleLeft(plan.flat(), outside, inputs.region);
    const refused = await inspectFleet(plan, { isDryRun });
    const policy = policyOf(inputs);
    const [first, second] = plan.flat();
    // Of one alone its own journal says everything.
    const isWhole = first !== undefined && second !== undefined && policy.undoOnCancel;
    const ends = refused ??
        (await (0,roll_fleet.rollFleet)(plan.map((level) => level.map(inspectedService)), policy, { ...outside, release: isWhole ? outside.releaseIn(first.request.cluster) : undefined }));
    const result = fleetResult(ends, cancellation.reason);
    const told = isDryRun && result.outcome === 'unchanged' ? { ...result, reason: 'dry run: nothing was changed' } : result;
    await report.summary(fleetSummary(told, ends, { region: inputs.region, runUrl: outside.run.url }));
    report.line('');
    for (const { name, outcome, reason } of told.rows)
        report.line(`${name}: ${outcome}: ${reason}`);
    report.line(`${told.outcome}: ${told.reason}, after ${(0,duration/* formatDuration */.a3)(Math.round((clock.now() - from) / 1_000) * 1_000)}`);
    return { ...told, ends, outputs: { services: servicesOutput(told) } };
}
/** @throws InputError with every problem of every file, before anything is called */
async function checkDefinitionFiles(services, outside) {
    const problems = await Promise.all(services.map(({ definition }) => (0,task_definition_source/* checkDefinitionFile */.IZ)(definition, { readFile: outside.readDefinition }).then(() => [], (error) => {
        if (error instanceof input_error/* InputError */.d)
            return error.problems;
        throw error;
    })));
    // Services that share a file share its faults.
    const unique = new Map(problems.flat().map((problem) => [JSON.stringify(problem), problem]));
    if (unique.size > 0)
        throw new input_error/* InputError */.d([...unique.values()]);
}
/**
 * What a run that died left of a release with one of these services is put back first: else it would be put back later,
 * under this one.
 */
async function settleLeft(services, outside, region) {
    const { clock, report, run } = outside;
    const isOurs = (entry) => (0,touched_service/* touchedBy */.Oq)(entry).some((one) => services.some(({ request }) => request.service === one.service && (0,task_definition/* shortName */.EU)(request.cluster) === (0,task_definition/* shortName */.EU)(one.cluster)));
    for (const cluster of new Set(services.map(({ request }) => request.cluster))) {
        const found = await outside.releasesIn(cluster).catch((error) => {
            if (!(0,look/* isDenied */.G)(error))
                throw error;
            report.warn(`Whether a run that died left a release undecided is not known: ${error.message}`);
            return [];
        });
        for (const { name, held, ports } of found) {
            const { version, entry } = held;
            if (entry?.kind !== 'release' || entry.expires > clock.now() || !isOurs(entry))
                continue;
            report.warn(`A run died before it had decided on its release (${entry.runUrl}): what it deployed is put back first`);
            const settled = await (0,settle_release/* settleRelease */.T)({ version, entry }, ports, { clock, run, region });
            for (const line of settled?.told ?? [])
                report.line(line);
            if (settled?.isSettled === false)
                throw new ended_badly/* Interrupted */.j(`What a run that died had deployed could not be put back, and nothing was begun: ${settled.told.join(' ')} Run: ${(0,command_line/* sluiceCommand */.Ln)('recover', { region, 'lock-name': name })}`);
        }
    }
}
function policyOf({ maxParallel, onFailure, onCancel }) {
    const whole = onFailure === 'rollback' || onFailure === 'rollback-all';
    return {
        maxParallel,
        onFailure: whole ? 'rollback-all' : onFailure === 'continue' ? 'continue' : 'rollback-failed',
        // What is half deployed is taken back as a whole where a release is one.
        undoOnCancel: whole && onCancel === 'rollback',
    };
}
async function planOf(file, services, outside) {
    const members = await Promise.all(services.map(async (service, index) => {
        const { inputs, definition, entry } = service;
        const { cluster, region, dryRun } = inputs;
        return {
            name: entry.name,
            dependsOn: entry.dependsOn,
            request: {
                label: entry.name,
                cluster,
                service: entry.service,
                definition,
                settings: (0,settings/* settingsOf */.f)(inputs, { region, lockName: undefined, dryRun }),
            },
            world: await outside.worldOf(service, `${index}-`),
        };
    }));
    const known = new Map(members.map((member) => [member.name, member]));
    // Order holds through services that are not deployed this time.
    const all = file.services.map(({ name, dependsOn }) => known.get(name) ?? { name, dependsOn });
    return planFleet(all, members);
}
const inspectedService = (service) => ({
    ...service,
    world: inspectedWorld(service.world),
});


/***/ }),

/***/ 5720:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ chooseServices),
/* harmony export */   x: () => (/* binding */ servicesFile)
/* harmony export */ });
/* harmony import */ var _spec_input_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5432);
// src/fleet/choose-services.ts

/** @throws InputError with every problem of the file, each with its line and column */
async function servicesFile(path, { readFile }) {
    const text = await readFile(path);
    // Loaded when there is a file to read: the parser of YAML is large.
    const [{ describeFileProblem, readServicesFile }, { serviceSettings }] = await Promise.all([
        Promise.all(/* import() | services-file-services-file */[__webpack_require__.e(4240), __webpack_require__.e(2118)]).then(__webpack_require__.bind(__webpack_require__, 495)),
        Promise.all(/* import() | services-file-settings */[__webpack_require__.e(210), __webpack_require__.e(1624), __webpack_require__.e(1884)]).then(__webpack_require__.bind(__webpack_require__, 4984)),
    ]);
    const reading = readServicesFile(text, path.replace(/^(\.\/)+/, ''), serviceSettings);
    if (reading.ok)
        return reading.file;
    throw new _spec_input_error_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .d(reading.problems.map((problem) => ({
        input: 'services-file',
        wrong: `is wrong at ${describeFileProblem(path, problem).replace(/\.$/, '')}`,
    })));
}
/** The services that are meant, and what is to be said of those that are left out. */
async function chooseServices(file, { services: selection = 'all', changedSince, changedPaths, cluster }, outside) {
    const { selectServices, whatChanged } = await __webpack_require__.e(/* import() | services-file-select */ 6307).then(__webpack_require__.bind(__webpack_require__, 5857));
    const isByChange = selection === 'changed';
    const given = changedPaths ?? (isByChange ? await outside.changedPaths(changedSince) : []);
    const paths = given === 'all' ? [] : given;
    const { services, problems } = selectServices(file, isByChange && given === 'all' ? 'all' : selection, paths);
    const others = services.filter(({ strategy }) => strategy !== 'rolling');
    const chosen = services.filter(({ strategy }) => strategy === 'rolling');
    const named = typeof selection === 'string' ? [] : others;
    const wrong = [
        ...problems.map(({ name, ...problem }) => ({ input: 'services', value: name, ...problem })),
        ...named.map(({ name, strategy }) => ({
            input: 'services',
            value: name,
            wrong: `has the strategy ${strategy} at ${file.places.get(name)}: deploy it with ecs-${strategy}`,
        })),
        ...chosen
            .filter((service) => service.cluster === undefined && cluster === undefined)
            .map(({ name }) => ({
            input: 'services-file',
            wrong: `is wrong at ${file.places.get(name)}: it names no cluster for ${name}, and the input cluster is not given either`,
        })),
    ];
    if (wrong.length > 0)
        throw new _spec_input_error_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .d(wrong);
    const changes = isByChange
        ? chosen.map((service) => `${service.name}: ${whatChanged(file, service, paths) ?? 'the branch is new'}`)
        : [];
    return { chosen, left: [...changes, ...others.map(({ name, strategy }) => `${name} is left out: ${strategy}`)] };
}


/***/ }),

/***/ 4957:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  labelled: () => (/* binding */ labelled),
  rollFleet: () => (/* binding */ rollFleet)
});

// EXTERNAL MODULE: ./build-stage/ecs/follow-state.js
var follow_state = __webpack_require__(8888);
// EXTERNAL MODULE: ./build-stage/ecs/task-definition.js
var task_definition = __webpack_require__(3204);
// EXTERNAL MODULE: ./build-stage/ports/message-of.js
var message_of = __webpack_require__(9901);
// EXTERNAL MODULE: ./build-stage/rolling/return.js
var rolling_return = __webpack_require__(1107);
// EXTERNAL MODULE: ./build-stage/rolling/roll.js + 1 modules
var roll = __webpack_require__(3437);
// EXTERNAL MODULE: ./build-stage/rolling/words.js
var words = __webpack_require__(9148);
;// CONCATENATED MODULE: ./build-stage/fleet/in-step.js
// src/fleet/in-step.ts
/**
 * The same clock for many who wait side by side: who wants to sleep for about a step or longer wakes at the nearest step
 * that all of them share, so that what they then ask for fits into the same calls. Short sleeps stay as they are.
 */
function inStep(clock, stepMs) {
    const from = clock.now();
    return {
        now: () => clock.now(),
        sleep(ms, signal) {
            if (ms < stepMs * 0.8)
                return clock.sleep(ms, signal);
            const now = clock.now();
            const steps = Math.max(Math.round((now + ms - from) / stepMs), Math.ceil((now - from + stepMs / 2) / stepMs));
            return clock.sleep(from + steps * stepMs - now, signal);
        },
    };
}

;// CONCATENATED MODULE: ./build-stage/fleet/run-fleet.js
// src/fleet/run-fleet.ts
/** Does the deed for each item, level by level. Never rejects; answers in the order of the plan. */
async function runFleet(plan, deeds, policy, world) {
    const ends = new Map();
    const bad = () => [...ends.values()].find(isBad);
    // A cancel makes what is under way end badly, which is no verdict on it.
    let isFailed = false;
    const keep = (end) => {
        ends.set(end.item.name, end);
        isFailed ||= isBad(end) && world.cancellation.reason === undefined;
    };
    const reasonNotToStart = (item) => {
        if (world.cancellation.reason !== undefined)
            return world.cancellation.reason;
        const first = bad();
        if (first !== undefined && policy.onFailure !== 'continue')
            return `${first.item.name} turned out bad`;
        const needed = item.needs.flatMap((name) => ends.get(name) ?? []);
        const missing = needed.find(isBad) ?? needed.find(({ end }) => end === 'not-started');
        return missing === undefined ? undefined : `it needs ${missing.item.name}, which was not deployed`;
    };
    for (const level of plan) {
        await eachOf(level, policy.maxParallel, async (item) => {
            const reason = reasonNotToStart(item);
            if (reason !== undefined) {
                keep({ item, tookMs: 0, end: 'not-started', reason });
                return;
            }
            const from = world.clock.now();
            const took = () => ({ item, tookMs: world.clock.now() - from });
            try {
                const { isGood, isChanged, result } = await deeds.roll(item);
                if (isGood)
                    keep({ ...took(), end: isChanged ? 'changed' : 'unchanged', result });
                else
                    keep({ ...took(), end: 'bad', result, isChanged });
            }
            catch (error) {
                keep({ ...took(), end: 'broken', error });
            }
        });
    }
    const isUndone = (policy.onFailure === 'rollback-all' && isFailed) ||
        (policy.undoOnCancel && world.cancellation.reason !== undefined);
    if (isUndone)
        await undoAll(plan, deeds, policy, world, ends);
    return plan.flat().flatMap(({ name }) => ends.get(name) ?? []);
}
/** What others need goes back last. */
async function undoAll(plan, deeds, policy, world, ends) {
    for (const level of plan.toReversed()) {
        await eachOf(level.toReversed(), policy.maxParallel, async (item) => {
            const end = ends.get(item.name);
            if (end === undefined || !(end.end === 'changed' || (end.end === 'bad' && end.isChanged)))
                return;
            const { result } = end;
            const from = world.clock.now();
            const took = () => ({ item, tookMs: end.tookMs + world.clock.now() - from });
            try {
                const { isGood, result: undone } = await deeds.undo(item, result);
                if (end.end === 'bad')
                    ends.set(item.name, { ...end, ...took(), undone, isChanged: !isGood });
                else
                    ends.set(item.name, { ...took(), end: isGood ? 'undone' : 'not-undone', result, undone });
            }
            catch (error) {
                ends.set(item.name, { ...took(), end: 'broken', error, result });
            }
        });
    }
}
function isBad({ end }) {
    return end === 'bad' || end === 'broken';
}
/** Does something for each, in order, so many at a time. */
async function eachOf(items, atOnce, deed) {
    const left = items.values();
    const lane = async () => {
        for (const item of left)
            await deed(item);
    };
    await Promise.all(Array.from({ length: Math.max(1, Math.min(atOnce, items.length)) }, lane));
}

// EXTERNAL MODULE: ./build-stage/fleet/touched-service.js
var touched_service = __webpack_require__(436);
;// CONCATENATED MODULE: ./build-stage/fleet/roll-fleet.js
// src/fleet/roll-fleet.ts









/** So many services at least make it worth to look at them in step. */
const many = 4;
/** Rolls all services out, level by level. Never rejects; every service has an end. */
async function rollFleet(plan, policy, world) {
    const all = plan.flat();
    const pollMs = Math.min(...all.map(({ request }) => request.settings.pollMs));
    const shared = all.length < many ? undefined : inStep(world.clock, pollMs);
    const worldOf = ({ name, world: its }) => ({
        ...its,
        ...(shared === undefined ? {} : { clock: shared, deployments: toldInStep(its, shared, pollMs) }),
        report: labelled(its.report, name),
    });
    let done = 0;
    const deeds = {
        async roll(item) {
            const its = worldOf(item);
            const { release } = world;
            const result = await (0,roll/* roll */.C)(item.request, release === undefined ? its : journaled(item, its, release));
            done += 1;
            world.report.line(`${done} of ${all.length}: ${(0,words/* sentence */.em)(result)}`);
            return endOf(result);
        },
        async undo(item, before) {
            const isOver = before.outcome === 'interrupted' || before.outcome === 'superseded';
            // What is on its way back, or somebody else's by now, is not told anything more.
            if (isOver)
                return endOf(before);
            const isCancelled = world.cancellation.reason !== undefined;
            const its = worldOf(item);
            const foreign = await deployedSince(before, its).catch(() => undefined);
            const result = foreign ?? (isCancelled ? await tellBack(before, item.request, its) : await (0,roll/* undo */.t)(before, item.request, its));
            world.report.line((0,words/* sentence */.em)(result));
            const isBack = result.outcome === 'rolled-back';
            return { isGood: isBack, isChanged: !isBack, result };
        },
    };
    const ends = await runFleet(plan, deeds, policy, world);
    if (world.cancellation.reason !== undefined && ends.some(isLeftToPost))
        world.release?.leave();
    else
        await world.release?.end();
    return ends;
}
/** A cancel leaves seconds, in which not every service could be told. */
const isLeftToPost = ({ end }) => end === 'not-undone' || end === 'broken';
/** Who has told a service to change looks at it for the first time when all others look at theirs. */
function toldInStep({ deployments, cancellation }, shared, pollMs) {
    return {
        ...deployments,
        async start(service, change) {
            const answer = await deployments.start(service, change);
            await shared.sleep(pollMs, cancellation.signal);
            return answer;
        },
    };
}
/** The same world, in which the journal of the release knows of the service before it is told. */
function journaled({ request }, its, release) {
    const { deployments, rollout } = its;
    let before;
    let isTold = false;
    return {
        ...its,
        rollout: {
            ...rollout,
            async describe(names) {
                const seen = await rollout.describe(names);
                if (!isTold)
                    before = seen[0]?.taskDefinitionArn;
                return seen;
            },
        },
        deployments: {
            ...deployments,
            async start(service, change) {
                isTold = true;
                before ??= (await rollout.describe([service]))[0]?.taskDefinitionArn ?? '';
                const after = change.taskDefinitionArn ?? before;
                await release.touching((0,touched_service/* touchedService */.o3)({ cluster: request.cluster, service }, { before, after }));
                return deployments.start(service, change);
            },
        },
    };
}
/** What somebody else has deployed meanwhile is not taken back with what was ours. */
async function deployedSince(done, { rollout }) {
    const { service, before, taskDefinitionArn } = done;
    const [seen] = await rollout.describe([service]);
    const now = seen?.taskDefinitionArn;
    if (now === undefined || now === taskDefinitionArn || now === before?.taskDefinitionArn)
        return undefined;
    const reason = `somebody else has deployed ${(0,task_definition/* shortName */.EU)(now)}, which was left alone`;
    return { ...done, outcome: 'superseded', reason, serving: '', command: undefined };
}
function endOf(result) {
    const { outcome, isTouched } = result;
    return { isGood: (0,words/* isGood */.Kg)(outcome), isChanged: isTouched && !untouched.includes(outcome), result };
}
/** Of these it is known that the service is what it was. */
const untouched = ['unchanged', 'rolled-back', 'refused'];
/** A cancel leaves seconds: ECS is told to go back, and nobody watches it. */
async function tellBack(done, { settings }, { deployments }) {
    const { service, before } = done;
    const end = (outcome, reason) => ({ ...done, outcome, reason, serving: '' });
    try {
        if (before === undefined)
            return end('failed', 'what it ran before is not known');
        const target = before.taskDefinitionArn;
        await deployments.start(service, { taskDefinitionArn: target, ...(0,follow_state/* returnChange */.z0)((0,rolling_return/* setBack */.o)(settings, before)) });
        return end('rolled-back', `ECS was told to go back to ${(0,task_definition/* shortName */.EU)(target)}; the cancel left no time to watch it`);
    }
    catch (error) {
        const why = (0,message_of/* messageOf */.b)(error);
        return end('failed', `ECS could not be told to go back: ${why}`);
    }
}
/** Many services write into one log. The outputs and the summary are the fleet's. */
function labelled(report, name) {
    return {
        line: (text) => report.line(text === '' ? '' : `[${name}] ${text}`),
        warn: (text) => report.warn(`${name}: ${text}`),
        outputs: () => { },
        summary: async () => { },
        keep: (key, value) => report.keep(key, value),
    };
}


/***/ }),

/***/ 4433:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ settleRelease)
/* harmony export */ });
/* harmony import */ var _lock_lease_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5813);
/* harmony import */ var _take_back_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1761);
/* harmony import */ var _touched_service_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(436);
// src/fleet/settle-release.ts



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
    const ends = await (0,_take_back_js__WEBPACK_IMPORTED_MODULE_1__/* .takeBack */ .z)((0,_touched_service_js__WEBPACK_IMPORTED_MODULE_2__/* .touchedBy */ .Oq)(entry), worldOf, region);
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
/* harmony import */ var _ports_message_of_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9901);
/* harmony import */ var _rolling_roll_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3437);
/* harmony import */ var _rolling_story_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7404);
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
            const why = (0,_ports_message_of_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .b)(error);
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
        story: (0,_rolling_story_js__WEBPACK_IMPORTED_MODULE_3__/* .newRollStory */ .F)(world.clock.now()),
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

/***/ 1510:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ cycleIn),
/* harmony export */   p: () => (/* binding */ levelsOf)
/* harmony export */ });
// src/services-file/levels.ts
/**
 * The items in levels: each stands in the first level after all that it depends on, in the order given within one. An item
 * that depends on one that is not among them waits for what that one waits for, so that order holds through services
 * that are not deployed this time.
 *
 * @param all the items to look ways up in; those of `chosen` among them
 */
function levelsOf(all, chosen) {
    const byName = new Map(all.map((item) => [item.name, item]));
    const wanted = new Set(chosen);
    const levels = [];
    const known = new Map();
    /** How many levels stand before this item. */
    const depth = (name) => {
        const before = known.get(name);
        if (before !== undefined)
            return before;
        // A circle ends here; a file that holds one has been refused.
        known.set(name, 0);
        const others = (byName.get(name)?.dependsOn ?? []).map((other) => depth(other) + (wanted.has(other) ? 1 : 0));
        const result = Math.max(0, ...others);
        known.set(name, result);
        return result;
    };
    for (const item of all) {
        if (!wanted.has(item.name))
            continue;
        const level = depth(item.name);
        while (levels.length <= level)
            levels.push([]);
        levels[level]?.push(item);
    }
    return levels;
}
/** A circle of dependencies, its first name again at its end, or nothing when there is none. */
function cycleIn(items) {
    const byName = new Map(items.map((item) => [item.name, item]));
    const done = new Set();
    const way = [];
    const visit = (name) => {
        if (way.includes(name))
            return [...way.slice(way.indexOf(name)), name];
        if (done.has(name))
            return undefined;
        way.push(name);
        for (const other of byName.get(name)?.dependsOn ?? []) {
            const circle = visit(other);
            if (circle !== undefined)
                return circle;
        }
        way.pop();
        done.add(name);
        return undefined;
    };
    for (const { name } of items) {
        const circle = visit(name);
        if (circle !== undefined)
            return circle;
    }
    return undefined;
}


/***/ })

};
