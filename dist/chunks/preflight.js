export const id = 9004;
export const ids = [9004,5250];
export const modules = {

/***/ 6071:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  main: () => (/* binding */ main)
});

// EXTERNAL MODULE: ./build-stage/github/changed-since.js + 1 modules
var changed_since = __webpack_require__(5185);
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
// EXTERNAL MODULE: ./build-stage/github/workspace.js
var workspace = __webpack_require__(34);
// EXTERNAL MODULE: ./build-stage/ports/ended-badly.js
var ended_badly = __webpack_require__(1893);
// EXTERNAL MODULE: ./build-stage/ports/message-of.js
var message_of = __webpack_require__(9901);
// EXTERNAL MODULE: ./build-stage/system/changed-paths.js
var changed_paths = __webpack_require__(1964);
// EXTERNAL MODULE: ./build-stage/system/clock.js
var system_clock = __webpack_require__(8671);
// EXTERNAL MODULE: ./build-stage/actions/preflight/result.js
var preflight_result = __webpack_require__(178);
// EXTERNAL MODULE: ./build-stage/ports/access-error.js
var access_error = __webpack_require__(7919);
// EXTERNAL MODULE: ./build-stage/preflight/preflight.js + 17 modules
var preflight = __webpack_require__(3051);
// EXTERNAL MODULE: ./build-stage/ecs/task-definition-source.js + 2 modules
var task_definition_source = __webpack_require__(8129);
// EXTERNAL MODULE: ./build-stage/spec/input-error.js
var input_error = __webpack_require__(5432);
;// CONCATENATED MODULE: ./build-stage/actions/preflight/compose.js
// src/actions/preflight/compose.ts


const compose_name = 'task-definition';
/**
 * The definition that would be deployed. One that cannot be made out of what was asked for is a finding: then as much of it
 * as can be had is looked at, so that everything that is wrong comes at once.
 *
 * @param liveArn what the service runs now; undefined when that is not known
 * @throws AccessError when it may not be read
 */
async function compose(request, liveArn, world) {
    const nothing = {};
    if (liveArn === undefined && request.source.kind === 'current') {
        return { definition: undefined, diff: undefined, findings: [] };
    }
    // Where nothing runs, everything would be new; and of what ECS does not know there is no comparison.
    const around = liveArn !== undefined
        ? world
        : {
            ...world,
            rollout: { taskDefinition: async (arn) => (arn === '' ? nothing : world.rollout.taskDefinition(arn)) },
        };
    try {
        const { definition, diff, notices } = await (0,task_definition_source/* definitionToDeploy */.wG)(request, liveArn ?? '', around);
        const notes = notices.map((what) => ({ level: 'note', check: compose_name, what }));
        return { definition, diff: liveArn === undefined ? undefined : diff, findings: notes };
    }
    catch (error) {
        if (!(error instanceof input_error/* InputError */.d))
            throw error;
        const findings = error.problems.map((problem) => ({ level: 'error', check: compose_name, what: (0,input_error/* describeProblem */.B)(problem).replace(/\.$/, '') }));
        return { ...(await fallBack(request, liveArn, around)), findings };
    }
}
/** What was asked for without what is changed in it; else what runs now; else nothing. */
async function fallBack({ edits: _edits, ...request }, liveArn, world) {
    const live = liveArn === undefined ? [] : [{ kind: 'current' }];
    for (const source of [request.source, ...live]) {
        try {
            const { definition } = await (0,task_definition_source/* definitionToDeploy */.wG)({ ...request, source, edits: {} }, liveArn ?? '', world);
            return { definition, diff: undefined };
        }
        catch (error) {
            if (!(error instanceof input_error/* InputError */.d))
                throw error;
        }
    }
    return { definition: undefined, diff: undefined };
}

;// CONCATENATED MODULE: ./build-stage/actions/preflight/run.js
// src/actions/preflight/run.ts



/**
 * Looks at everything and changes nothing.
 *
 * @throws AccessError when AWS does not take the credentials at all
 */
async function run(inputs, request, world) {
    const { cluster, service, region, alarms, whenBusy, deployRole } = inputs;
    const liveArn = await liveDefinition(inputs, world);
    const composed = await composedOrTold(request, liveArn, world);
    const { findings: looked, leftOut } = await (0,preflight/* look */.Op)({
        cluster,
        service,
        region,
        definition: composed.definition,
        alarms,
        whenBusy,
        deployRole: deployRole ?? inputs.roleToAssume,
    }, world);
    const findings = [...composed.findings, ...looked.map((finding) => withDeployRole(finding, deployRole))];
    return {
        outcome: findings.some(({ level }) => level === 'error') ? 'failed' : 'passed',
        findings,
        leftOut,
        diff: composed.diff,
    };
}
/** A role that only looks is not the one that deploys. */
function withDeployRole(finding, deployRole) {
    if (deployRole !== undefined || finding.level !== 'error' || !/ iam:PassRole$/.test(finding.what))
        return finding;
    return { ...finding, what: `${finding.what}; when another role deploys, name it in deploy-role` };
}
/** Whether it is there and may be read is for the checks to tell. */
async function liveDefinition({ cluster, service }, { clusters }) {
    const seen = await clusters.service(cluster, service).catch((error) => {
        if (error instanceof access_error/* AccessError */.Z && error.detail.kind !== 'denied')
            throw error;
    });
    return seen === undefined || seen.status === 'INACTIVE' ? undefined : seen.taskDefinitionArn;
}
/** Without the right to read a task definition there is nothing to compare with, and the rest is looked at all the same. */
async function composedOrTold(request, liveArn, world) {
    try {
        return await compose(request, liveArn, world);
    }
    catch (error) {
        if (!(error instanceof access_error/* AccessError */.Z) || error.detail.kind !== 'denied')
            throw error;
        const what = `the task definition could not be read: the role may not call ${error.detail.action}; allow it to have the containers, images, roles and secrets checked`;
        const finding = { level: 'warning', check: 'task-definition', what };
        return { definition: undefined, diff: undefined, findings: [finding] };
    }
}

// EXTERNAL MODULE: ./build-stage/actions/preflight/spec.js
var spec = __webpack_require__(5688);
// EXTERNAL MODULE: ./build-stage/fleet/choose-services.js
var choose_services = __webpack_require__(5720);
// EXTERNAL MODULE: ./build-stage/spec/fleet-inputs.js
var fleet_inputs = __webpack_require__(3849);
// EXTERNAL MODULE: ./build-stage/spec/parse.js
var parse = __webpack_require__(4868);
// EXTERNAL MODULE: ./build-stage/spec/task-definition-inputs.js
var task_definition_inputs = __webpack_require__(210);
;// CONCATENATED MODULE: ./build-stage/actions/preflight/targets.js
// src/actions/preflight/targets.ts






/**
 * The services that are meant.
 *
 * @throws InputError with every problem of the services file, and of what it and the inputs say together
 */
async function targetsOf(inputs, raw, outside) {
    if (inputs.services === undefined) {
        const its = inputs;
        return {
            targets: [{ name: its.service, inputs: its, request: (0,task_definition_inputs/* definitionRequestOf */.C)(its, outside.environment) }],
            left: [],
        };
    }
    const file = await (0,choose_services/* servicesFile */.x)(inputs.servicesFile, outside);
    const { chosen, left } = await (0,choose_services/* chooseServices */.w)(file, inputs, outside);
    const problems = [];
    const targets = chosen.flatMap((entry) => {
        try {
            return [targetOf(entry, raw, inputs.serviceImages?.[entry.name], outside.environment)];
        }
        catch (error) {
            if (!(error instanceof input_error/* InputError */.d))
                throw error;
            problems.push(...error.problems.map((problem) => ofEntry(problem, entry, file)));
            return [];
        }
    });
    if (problems.length > 0)
        throw new input_error/* InputError */.d(problems);
    return { targets, left };
}
const ofEntry = ({ input, value, wrong, ...problem }, entry, { places }) => ({
    ...problem,
    input: 'services-file',
    wrong: `is wrong at ${places.get(entry.name)}: it and the inputs say of ${entry.name} together: ${[input, ...(value === undefined ? [] : [`(${JSON.stringify(value)})`]), wrong].join(' ')}`,
});
function targetOf(entry, raw, image, environment) {
    const inputs = (0,parse/* parseInputs */.T)(spec.spec, rawOf(entry, raw));
    const request = (0,task_definition_inputs/* definitionRequestOf */.C)(inputs, environment);
    const { container } = entry;
    const images = typeof image === 'object' ? image : image !== undefined && container !== undefined ? { [container]: image } : {};
    const only = typeof image === 'string' && container === undefined ? { image } : {};
    return { name: entry.name, inputs, request: { ...request, edits: { ...request.edits, images, ...only } } };
}
/** The texts of the inputs of a run that looks at this service only. What is for the rollout alone is left out. */
function rawOf({ service, cluster, taskDefinition, rolling = {} }, raw) {
    const own = Object.entries(raw).filter(([name]) => !Object.hasOwn(fleet_inputs/* fleetInputs */.Y, name));
    const settings = Object.entries(rolling).filter(([name]) => Object.hasOwn(spec.spec.inputs, name));
    return {
        ...Object.fromEntries(own),
        cluster: cluster ?? raw.cluster,
        service,
        ...(taskDefinition === undefined ? {} : { 'task-definition': taskDefinition }),
        ...Object.fromEntries(settings),
    };
}

;// CONCATENATED MODULE: ./build-stage/actions/preflight/index.js
// src/actions/preflight/index.ts















async function main() {
    try {
        const inputs = (0,github_inputs/* readInputs */.Ko)(spec.spec);
        const { targets, left } = await targetsOf(inputs, (0,github_inputs/* rawInputs */.me)(spec.spec), {
            environment: process.env,
            readFile: (path) => (0,workspace/* readWorkspaceFile */.s)('services-file', path),
            changedPaths: (0,changed_since/* changedSince */.$)(changed_paths/* changedPaths */.v),
        });
        for (const line of left)
            report/* runnerReport */.b.line(line);
        const looked = await lookedAt(inputs, targets);
        await tell(inputs, looked);
        if ((0,preflight_result/* outcomeOf */.sG)(looked) === 'failed')
            (0,fail/* fail */.f)(new ended_badly/* DeployFailed */.N(failure(looked)));
    }
    catch (error) {
        const reason = (0,message_of/* messageOf */.b)(error);
        report/* runnerReport */.b.outputs({ outcome: 'failed', reason, findings: '[]', changes: '', diff: '' });
        throw error;
    }
}
async function lookedAt(inputs, targets) {
    const [{ awsPreflight }, { sessionFor }, { Pacer }] = await Promise.all([
        Promise.all(/* import() | aws-preflight-ports */[__webpack_require__.e(2604), __webpack_require__.e(8699)]).then(__webpack_require__.bind(__webpack_require__, 6933)),
        __webpack_require__.e(/* import() | aws-session-for */ 5019).then(__webpack_require__.bind(__webpack_require__, 2691)),
        __webpack_require__.e(/* import() | aws-paced */ 5322).then(__webpack_require__.bind(__webpack_require__, 2206)),
    ]);
    const { region } = inputs;
    const clock = (0,system_clock/* systemClock */.m)(process.env);
    const session = sessionFor(inputs, { ...(0,job_identity/* jobIdentity */.K)(clock), whenOver });
    const world = {
        ...awsPreflight({ region, session, pacer: new Pacer(clock) }),
        readFile: (path) => (0,workspace/* readWorkspaceFile */.s)('task-definition', path),
    };
    return Promise.all(targets.map(async ({ name, inputs: its, request }) => ({
        name,
        cluster: its.cluster,
        service: its.service,
        result: await run(its, request, world),
    })));
}
const whenOver = 'Nothing is changed by a preflight: run it again';
async function tell(inputs, looked) {
    const isMany = inputs.services !== undefined;
    for (const { name, result } of looked) {
        const of = isMany ? `${name}: ` : '';
        for (const line of (0,preflight_result/* diffLines */.Pp)(result.diff))
            report/* runnerReport */.b.line(`${of}${line}`);
        for (const line of (0,preflight_result/* findingLines */.hq)(result.findings))
            report/* runnerReport */.b.line(`${of}${line}`);
    }
    report/* runnerReport */.b.line((0,preflight_result/* reasonOf */.A3)(looked));
    const warnings = told(looked, 'warning', isMany);
    if (warnings.length > 0)
        report/* runnerReport */.b.warn(warnings.join('\n'));
    report/* runnerReport */.b.outputs((0,preflight_result/* preflightOutputs */.K5)(looked, isMany));
    const markdown = (0,preflight_result/* preflightMarkdown */.nV)(looked);
    await report/* runnerReport */.b.summary(markdown);
    await comment(inputs, markdown);
}
const told = (looked, wanted, isMany) => looked.flatMap(({ name, result }) => result.findings.flatMap(({ level, what }) => (level === wanted ? [isMany ? `${name}: ${what}` : what] : [])));
/** One comment of a pull request, for each service or each services file. */
async function comment(inputs, markdown) {
    const { githubToken, cluster, service, services, servicesFile } = inputs;
    const context = (0,run_context/* runContext */.p)();
    if (githubToken === undefined || context.pullRequest === undefined || context.repository === undefined)
        return;
    const { keepComment } = await __webpack_require__.e(/* import() | github-sticky-comment */ 3714).then(__webpack_require__.bind(__webpack_require__, 4992));
    await keepComment({
        apiUrl: context.apiUrl,
        token: githubToken,
        repository: context.repository,
        pullRequest: context.pullRequest,
        about: services === undefined ? `preflight ${cluster} ${service}` : `preflight ${servicesFile}`,
        markdown: context.runUrl === undefined ? markdown : `${markdown}\n[The run](${context.runUrl})\n`,
        warn: (text) => report/* runnerReport */.b.warn(text),
    });
}
function failure(looked) {
    return [(0,preflight_result/* reasonOf */.A3)(looked), ...told(looked, 'error', looked.length > 1).map((what) => `- ${what}`)].join('\n');
}


/***/ }),

/***/ 178:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A3: () => (/* binding */ reasonOf),
/* harmony export */   K5: () => (/* binding */ preflightOutputs),
/* harmony export */   Pp: () => (/* binding */ diffLines),
/* harmony export */   hq: () => (/* binding */ findingLines),
/* harmony export */   nV: () => (/* binding */ preflightMarkdown),
/* harmony export */   sG: () => (/* binding */ outcomeOf)
/* harmony export */ });
/* harmony import */ var _ecs_task_definition_diff_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9146);
/* harmony import */ var _preflight_preflight_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3051);
// src/actions/preflight/result.ts


/** Every output, on every way out. Of services that a services file named, everything is told with its name. */
function preflightOutputs(looked, isMany) {
    const diffs = looked.map(({ result }) => result.diff);
    const isKnown = diffs.every((diff) => diff !== undefined);
    const findings = looked.flatMap(({ name, result }) => result.findings.map((finding) => (isMany ? { service: name, ...finding } : finding)));
    const lines = looked.flatMap(({ name, result }) => (0,_ecs_task_definition_diff_js__WEBPACK_IMPORTED_MODULE_0__/* .diffText */ .NI)(result.diff ?? []).map((line) => (isMany ? `${name}: ${line}` : line)));
    return {
        outcome: outcomeOf(looked),
        reason: reasonOf(looked),
        findings: JSON.stringify(findings),
        changes: isKnown ? String(diffs.flat().length) : '',
        diff: lines.join('\n'),
    };
}
const outcomeOf = (looked) => looked.some(({ result }) => result.outcome === 'failed') ? 'failed' : 'passed';
const counted = (count, noun) => `${count} ${noun}${count === 1 ? '' : 's'}`;
const countOf = (findings, level) => findings.filter((finding) => finding.level === level).length;
/** `Preflight failed: 2 errors, 1 warning` */
function reasonOf(looked) {
    const findings = looked.flatMap(({ result }) => result.findings);
    const where = looked.length === 1 ? '' : ` in ${counted(looked.length, 'service')}`;
    return `Preflight ${outcomeOf(looked)}: ${tally(findings)}${where}`;
}
const tally = (findings) => `${counted(countOf(findings, 'error'), 'error')}, ${counted(countOf(findings, 'warning'), 'warning')}`;
const signs = { error: '✗', warning: '!', note: '·' };
/** The findings for a log, the worst first. */
function findingLines(findings) {
    return byLevel(findings).map(({ level, check, what }) => `${signs[level]} ${check}: ${what}`);
}
const levels = ['error', 'warning', 'note'];
const byLevel = (findings) => levels.flatMap((level) => findings.filter((finding) => finding.level === level));
/** What would change, for a log. */
function diffLines(diff) {
    if (diff === undefined)
        return ['What would change in the task definition is not known'];
    return diff.length === 0 ? ['The task definition is the one that runs now'] : (0,_ecs_task_definition_diff_js__WEBPACK_IMPORTED_MODULE_0__/* .diffText */ .NI)(diff);
}
/** Summary and comment, in Markdown. */
function preflightMarkdown(looked) {
    const head = `## ${markOf(looked)} ${cell(reasonOf(looked))}`;
    const [only, ...more] = looked;
    if (only === undefined)
        return `${head}\n\nNo service is meant.\n`;
    if (more.length === 0)
        return `${head}\n\n${sectionOf(only)}`;
    const rows = looked.map((one) => {
        const { name, result } = one;
        const changes = result.diff === undefined ? 'not known' : String(result.diff.length);
        return `| ${markOf([one])} ${cell(name)} | ${tally(result.findings)} | ${changes} |`;
    });
    const table = ['| Service | Found | Changes |', '| --- | --- | --- |', ...rows].join('\n');
    // What is in order is folded.
    const sections = looked.map((one) => {
        const open = one.result.outcome === 'failed' ? ' open' : '';
        return `<details${open}><summary>${markOf([one])} ${cell(one.name)}</summary>\n\n${sectionOf(one)}\n</details>`;
    });
    return `${[head, table, ...sections].join('\n\n')}\n`;
}
function markOf(looked) {
    if (outcomeOf(looked) === 'failed')
        return '❌';
    return looked.some(({ result }) => countOf(result.findings, 'warning') > 0) ? '⚠️' : '✅';
}
function sectionOf({ service, cluster, result }) {
    const { findings, diff } = result;
    return [
        `Service \`${service}\` in cluster \`${cluster}\`. Nothing was changed.`,
        ...(findings.length === 0 ? [] : [findingsTable(findings)]),
        '### What would change',
        diff === undefined ? 'That is not known, because of what is said above.' : (0,_ecs_task_definition_diff_js__WEBPACK_IMPORTED_MODULE_0__/* .diffMarkdown */ .xb)(diff),
        checkedList(result),
    ].join('\n\n');
}
const icons = { error: '❌', warning: '⚠️', note: 'ℹ️' };
function findingsTable(findings) {
    const rows = byLevel(findings).map(({ level, check, what }) => `| ${icons[level]} ${level} | ${check} | ${cell(what)} |`);
    return ['| | Check | Finding |', '| --- | --- | --- |', ...rows].join('\n');
}
/** What was looked at and gave no finding is said as well: an empty table would prove nothing. */
function checkedList({ findings, leftOut }) {
    const clean = _preflight_preflight_js__WEBPACK_IMPORTED_MODULE_1__/* .checks */ .AV.filter(({ name }) => !leftOut.includes(name) && !findings.some(({ check }) => check === name));
    const rows = clean.map(({ name, holds }) => `- \`${name}\`: ${holds}`);
    const not = leftOut.length === 0 ? '' : `\n\nNot looked at, because of what is said above: ${leftOut.join(', ')}.`;
    const head = `${clean.length} of ${_preflight_preflight_js__WEBPACK_IMPORTED_MODULE_1__/* .checks */ .AV.length} checks found nothing`;
    return `<details><summary>${head}</summary>\n\n${rows.join('\n')}\n\n</details>${not}\n`;
}
/** What AWS and task definitions say must not become Markdown of its own. */
function cell(text) {
    return text
        .replace(/\s+/g, ' ')
        .replace(/[\\`*_[\]|~]/g, '\\$&')
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('@', '&#64;');
}


/***/ }),

/***/ 5688:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   spec: () => (/* binding */ spec)
/* harmony export */ });
/* harmony import */ var _spec_action_spec_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1169);
/* harmony import */ var _spec_fleet_inputs_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3849);
/* harmony import */ var _spec_kinds_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7240);
/* harmony import */ var _spec_names_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7383);
/* harmony import */ var _spec_session_inputs_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9361);
/* harmony import */ var _spec_task_definition_inputs_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(210);
// src/actions/preflight/spec.ts






const { 'max-parallel': _nothingIsDeployed, ...servicesInputs } = _spec_fleet_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .fleetInputs */ .Y;
const inputs = {
    cluster: {
        kind: (0,_spec_names_js__WEBPACK_IMPORTED_MODULE_2__/* .clusterName */ .SL)(),
        description: 'Name or ARN of the ECS cluster. With `services`, the one of those for which the services file names none.',
    },
    service: {
        kind: (0,_spec_names_js__WEBPACK_IMPORTED_MODULE_2__/* .serviceName */ .fe)(),
        description: 'Name of the ECS service that would be deployed to. Give this, or `services` for several.',
    },
    ...servicesInputs,
    ..._spec_task_definition_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .taskDefinitionInputs */ .mA,
    alarms: {
        kind: _spec_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .lines */ .Mn({ of: 'alarm name', max: 100 }),
        description: 'CloudWatch alarms that are to speak for the new version, one name per line. One that is missing or in ALARM already is an error, one without data a warning.',
    },
    'when-busy': {
        kind: _spec_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .oneOf */ .yL('wait', 'replace', 'fail'),
        preset: 'wait',
        description: 'What a deployment would do when the service is being deployed to already: with `fail` that is an error, with `replace` a warning.',
    },
    'deploy-role': {
        kind: _spec_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .arn */ .Cm('role'),
        description: 'ARN of the role that deploys, when this runs with another one: it is that one that must be allowed to pass the roles of the task (`iam:PassRole`). By default the caller.',
    },
    'github-token': {
        kind: _spec_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq(),
        secret: true,
        description: 'A token with `pull-requests: write`, such as `github.token`. With it, in a run for a pull request, the findings and the difference are one comment, which is updated by later runs. When that fails there is a warning, and nothing else changes.',
    },
    ..._spec_session_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .sessionInputs */ .q,
    region: {
        kind: (0,_spec_names_js__WEBPACK_IMPORTED_MODULE_2__/* .region */ .Ny)(),
        required: true,
        environment: ['AWS_REGION', 'AWS_DEFAULT_REGION'],
        description: 'AWS Region. By default the one in `AWS_REGION`.',
    },
};
const spec = (0,_spec_action_spec_js__WEBPACK_IMPORTED_MODULE_5__/* .defineAction */ .Q)({
    name: 'preflight',
    title: 'Sluice: preflight',
    description: 'Looks at everything that deploying a task definition to an ECS service would need, tells all that is wrong at once, and shows what would change. Changes nothing.',
    branding: { icon: 'check-circle', color: 'blue' },
    inputs,
    rules: [
        ..._spec_session_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .sessionRules */ .a,
        ..._spec_task_definition_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .taskDefinitionRules */ .AP,
        // Of those between the inputs of a deployment the ones that are meant here.
        ..._spec_fleet_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .fleetRules */ .W.filter((rule) => rule.inputs.every((name) => Object.hasOwn(inputs, name))),
    ],
    outputs: {
        outcome: {
            description: 'How it ended: `passed` (there may be warnings), or `failed` (there is an error, or nothing could be looked at).',
        },
        reason: { description: 'How many errors and warnings there are, in a sentence.' },
        findings: {
            description: 'What was found, as JSON: `[{"level": "error", "check": "images", "what": "…"}]`; the level is `error`, `warning` or `note`. With `services`, each also has the `service`, as the services file calls it.',
        },
        changes: {
            description: 'How many lines of the task definition would change; empty when that is not known.',
        },
        diff: {
            description: 'What would change in the task definition, one line each; with `services`, behind the name of the service. No secret value is in it.',
        },
    },
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

/***/ 8746:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ko: () => (/* binding */ readInputs),
/* harmony export */   Qn: () => (/* binding */ variableOf),
/* harmony export */   me: () => (/* binding */ rawInputs)
/* harmony export */ });
/* harmony import */ var _spec_parse_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4868);
/* harmony import */ var _log_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2457);
// src/github/inputs.ts


const PREFIX = 'INPUT_';
/**
 * The runner hands input `listener-rule-arn` over as `INPUT_LISTENER-RULE-ARN`: upper case, spaces as `_`, hyphens kept.
 * https://docs.github.com/en/actions/reference/workflows-and-actions/metadata-syntax#inputs
 */
const variableOf = (input) => `${PREFIX}${input.replace(/ /g, '_').toUpperCase()}`;
/**
 * Reads and parses the inputs of an action.
 *
 * @throws InputError naming every input that is wrong
 */
function readInputs(spec, environment = process.env) {
    return (0,_spec_parse_js__WEBPACK_IMPORTED_MODULE_0__/* .parseInputs */ .T)(spec, rawInputs(spec, environment));
}
/** The texts of an action's inputs. Secrets are masked before anything else is done with them. */
function rawInputs(spec, environment = process.env) {
    const raw = {};
    for (const [variable, text] of Object.entries(environment)) {
        if (variable.startsWith(PREFIX) && variable.length > PREFIX.length) {
            raw[variable.slice(PREFIX.length).toLowerCase()] = text;
        }
    }
    for (const [name, input] of Object.entries(spec.inputs)) {
        if (input.secret && raw[name]) {
            (0,_log_js__WEBPACK_IMPORTED_MODULE_1__/* .mask */ .dK)(raw[name]);
        }
        if ((raw[name] ?? '').trim() === '') {
            raw[name] = (input.environment ?? []).map((variable) => environment[variable]).find((text) => text?.trim());
        }
    }
    return raw;
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

/***/ 1169:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ defineAction),
/* harmony export */   x: () => (/* binding */ camelCase)
/* harmony export */ });
// src/spec/action-spec.ts
function camelCase(name) {
    return name.replace(/-([a-z0-9])/g, (_, letter) => letter.toUpperCase());
}
/** Declares an action. Returns the spec itself; its only work is to give the types their exact names. */
function defineAction(spec) {
    return spec;
}


/***/ }),

/***/ 5541:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ nearest)
/* harmony export */ });
/* unused harmony export editDistance */
// src/spec/nearest.ts
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

/***/ 4868:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ parseInputs)
/* harmony export */ });
/* harmony import */ var _action_spec_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1169);
/* harmony import */ var _input_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5432);
/* harmony import */ var _nearest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5541);
// src/spec/parse.ts



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
        const text = textOf(input, raw[name]) || (input.preset ?? '');
        if (text !== '') {
            present.add(name);
        }
        const result = readInput(name, input, text);
        if ('problem' in result) {
            problems.push(result.problem);
        }
        else {
            values[(0,_action_spec_js__WEBPACK_IMPORTED_MODULE_1__/* .camelCase */ .x)(name)] = result.value;
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
        throw new _input_error_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .d(problems);
    }
    return values;
}
function textOf(input, given = '') {
    const trimmed = given.trim();
    return input.verbatim && trimmed !== '' ? given : trimmed;
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
    const shown = input.verbatim ? {} : { value: withoutPassword(text) };
    const problem = { input: name, ...shown, wrong: reading.wrong, accepts: input.kind.accepts };
    return { problem: suggestion === undefined ? problem : { ...problem, suggestion } };
}
function withValue(problem, input, text = '') {
    return text.trim() === '' || input === undefined || input.secret || input.verbatim
        ? problem
        : { ...problem, value: withoutPassword(text.trim()) };
}
/** What stands before the host of a URL is told to nobody, not even by the error that refuses it. */
const withoutPassword = (text) => text.replace(/(:\/\/)\S*@/g, '$1***@');
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
        const suggestion = (0,_nearest_js__WEBPACK_IMPORTED_MODULE_2__/* .nearest */ .p)(name, known);
        const problem = {
            input: name,
            wrong: `is not an input of ${spec.name} (an environment variable of the workflow that begins with INPUT_ counts as one)`,
        };
        problems.push(suggestion === undefined ? problem : { ...problem, suggestion });
    }
    return problems;
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


/***/ })

};
