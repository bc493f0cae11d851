export const id = 9671;
export const ids = [9671,6832];
export const modules = {

/***/ 4531:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B$: () => (/* binding */ lockAhead),
/* harmony export */   HJ: () => (/* reexport safe */ _lock_lease_js__WEBPACK_IMPORTED_MODULE_0__.HJ),
/* harmony export */   l4: () => (/* binding */ lockName),
/* harmony export */   zT: () => (/* reexport safe */ _lock_lease_js__WEBPACK_IMPORTED_MODULE_0__.zT)
/* harmony export */ });
/* harmony import */ var _lock_lease_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5813);
// src/blue-green/lock.ts


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
/** What whoever is going to take the lock would find now. Nothing is written. */
async function lockAhead(inputs, world) {
    const held = await world.journal.read();
    if (held === undefined)
        return {};
    const now = world.clock.now();
    const holder = (0,_lock_lease_js__WEBPACK_IMPORTED_MODULE_0__/* .describeHolder */ .sG)(held, now);
    if (held.entry !== undefined && held.entry.expires <= now) {
        const words = `A run that died holds the lock: ${holder}. A deployment first finishes or rolls back what it left, and so does \`sluice recover\``;
        return { words, left: held.entry };
    }
    const would = inputs.whenLocked === 'wait' ? 'waits until it is done' : 'is refused (when-locked: fail)';
    return { words: `Another run holds the lock: ${holder}. As it is now, a deployment ${would}` };
}


/***/ }),

/***/ 810:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  rehearse: () => (/* binding */ rehearse)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build-stage/yaml.js
var yaml = __webpack_require__(4240);
// EXTERNAL MODULE: ./build-stage/ports/message-of.js
var message_of = __webpack_require__(9901);
// EXTERNAL MODULE: ./build-stage/spec/nearest.js
var nearest = __webpack_require__(5541);
;// CONCATENATED MODULE: ./build-stage/cli/rehearse/problem.js
// src/cli/rehearse/problem.ts
/** Something that whoever rehearses can put right: told in plain words, without a stack. */
class Problem extends Error {
    exitCode;
    constructor(message, 
    /** 2: what was asked for makes no sense. 1: it did not work. */
    exitCode = 2) {
        super(message);
        this.exitCode = exitCode;
    }
}

;// CONCATENATED MODULE: ./build-stage/cli/rehearse/caller.js
// src/cli/rehearse/caller.ts


/** Every call of one of our actions in a workflow: by its reusable workflow, or as a step. */
function callersIn(workflow, actions) {
    const found = [];
    const look = (calling, where) => {
        const action = actionOf(calling.uses, actions);
        if (action !== undefined)
            found.push({ action, where, inputs: textsOf(calling.with, where) });
    };
    for (const [name, job] of entriesOf(member(workflow, 'jobs'))) {
        look(job, `job ${name}`);
        const steps = member(job, 'steps');
        for (const step of Array.isArray(steps) ? steps : [])
            look(step, `a step of job ${name}`);
    }
    return found;
}
/** `owner/sluice/.github/workflows/deploy-ecs-blue-green.yml@v1` or `owner/sluice/actions/ecs-blue-green@v1`. */
function actionOf(uses, actions) {
    if (typeof uses !== 'string')
        return undefined;
    const [path = ''] = uses.split('@');
    return actions.find((action) => path.endsWith(`/.github/workflows/deploy-${action}.yml`) || path.endsWith(`/actions/${action}`));
}
function textsOf(block, where) {
    return Object.fromEntries(entriesOf(block).map(([name, value]) => {
        if (!['string', 'number', 'boolean'].includes(typeof value)) {
            throw new Problem(`${where}: with.${name} is neither a text nor a number nor a boolean`);
        }
        return [name, String(value)];
    }));
}
/**
 * The inputs that the action takes, without those that are for the reusable workflow alone.
 *
 * @throws Problem for an input that neither knows
 */
function actionInputs(caller, ofAction, ofWorkflow) {
    const all = [...ofAction, ...ofWorkflow];
    for (const name of Object.keys(caller.inputs)) {
        if (all.includes(name))
            continue;
        const near = (0,nearest/* nearest */.p)(name, all);
        throw new Problem(`${caller.where}: with.${name} is no input of ${caller.action}${near === undefined ? '' : `: did you mean ${near}?`}`);
    }
    return Object.fromEntries(Object.entries(caller.inputs).filter(([name]) => ofAction.includes(name)));
}
function member(value, name) {
    return typeof value === 'object' && value !== null ? value[name] : undefined;
}
function entriesOf(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : [];
}

;// CONCATENATED MODULE: ./build-stage/cli/rehearse/expressions.js
// src/cli/rehearse/expressions.ts
/**
 * What `${{ … }}` in a caller workflow becomes in a rehearsal: `rehearsal.yaml` says what stands for each value that only
 * GitHub knows. Nothing is evaluated and nothing is guessed: an expression that has no value there is told.
 * https://docs.github.com/en/actions/reference/workflows-and-actions/contexts
 */
/** Replaces each `${{ expression }}` by its value. Those without one are told to `onMissing`. */
function resolved(text, values, onMissing) {
    return replaced(text, /\$\{\{\s*(.*?)\s*\}\}/g, values, onMissing);
}
/** Replaces each `{name}` by its value. Those without one are told to `onMissing`. */
function filledIn(text, values, onMissing) {
    return replaced(text, /\{([^{}\s]+)\}/g, values, onMissing);
}
/** The same in every text of a JSON value. */
function filledInAll(value, values, onMissing) {
    return JSON.parse(JSON.stringify(value), (_key, item) => typeof item === 'string' ? filledIn(item, values, onMissing) : item);
}
function replaced(text, pattern, values, onMissing) {
    return text.replace(pattern, (written, name) => {
        const value = Object.hasOwn(values, name) ? values[name] : undefined;
        if (value === undefined)
            onMissing(name);
        return value ?? written;
    });
}

;// CONCATENATED MODULE: ./build-stage/cli/rehearse/example.js
// src/cli/rehearse/example.ts








const seedName = 'cloud.yaml';
const rehearsalName = 'rehearsal.yaml';
const workflowsName = '.github/workflows';
const usual = { speed: 60, region: 'eu-west-1', path: '/', perSecond: 100 };
/**
 * Reads the folder.
 *
 * @param root the checkout with `actions` and `dist`
 * @throws Problem that names the file and what is wrong in it
 */
async function readExample(folder, root) {
    const isFolder = await (0,promises_.stat)(folder).then((found) => found.isDirectory(), () => false);
    if (!isFolder)
        throw new Problem(`${folder} is not a folder`);
    const seed = (0,external_node_path_.join)(folder, seedName);
    await (0,promises_.access)(seed).catch(() => {
        throw new Problem(`${folder} has no ${seedName}: the seed file of the local cloud (docs/rehearsal.md)`);
    });
    const caller = await findCaller(folder, root);
    const action = await readYaml((0,external_node_path_.join)(root, 'actions', caller.action, 'action.yml'));
    const workflow = await readYaml((0,external_node_path_.join)(root, workflowsName, `deploy-${caller.action}.yml`));
    const namesOf = (document) => entriesOf(member(document, 'inputs')).map(([name]) => name);
    const inputs = actionInputs(caller, namesOf(action), namesOf(member(member(workflow, 'on'), 'workflow_call')));
    return { folder, seed, action: caller.action, inputs, ...(await readRehearsal((0,external_node_path_.join)(folder, rehearsalName))) };
}
async function findCaller(folder, root) {
    // Those that deploy: a repository may well build and promote its images in the same workflow.
    const deploying = (await (0,promises_.readdir)((0,external_node_path_.join)(root, workflowsName))).flatMap((file) => /^deploy-(.+)\.yml$/.exec(file)?.[1] ?? []);
    const actions = (await (0,promises_.readdir)((0,external_node_path_.join)(root, 'actions'))).filter((action) => deploying.includes(action));
    const workflows = (0,external_node_path_.join)(folder, workflowsName);
    const files = (await (0,promises_.readdir)(workflows).catch(() => [])).filter((file) => /\.ya?ml$/.test(file));
    const found = [];
    for (const file of files.sort()) {
        for (const caller of callersIn(await readYaml((0,external_node_path_.join)(workflows, file)), actions))
            found.push({ file, caller });
    }
    const [only, ...more] = found;
    if (only === undefined) {
        throw new Problem(`no workflow in ${workflows} calls one of ${actions.map((action) => `deploy-${action}.yml`).join(', ')} or its action`);
    }
    if (more.length > 0) {
        const all = found.map(({ file, caller }) => `${file} (${caller.where})`).join(', ');
        throw new Problem(`${workflows} deploys in several places, and a rehearsal rehearses one: ${all}`);
    }
    return { ...only.caller, where: `${(0,external_node_path_.join)(workflows, only.file)}, ${only.caller.where}` };
}
async function readRehearsal(file) {
    const document = (await readYaml(file)) ?? {};
    const wrong = (what) => {
        throw new Problem(`${file}: ${what}`);
    };
    const only = (value, accepted, where) => {
        for (const [key] of entriesOf(value)) {
            if (accepted.includes(key))
                continue;
            const near = (0,nearest/* nearest */.p)(key, accepted);
            wrong(`${where}${key} is unknown${near === undefined ? `; there are ${accepted.join(', ')}` : `: did you mean ${near}?`}`);
        }
    };
    const positive = (value, name, most) => typeof value === 'number' && value > 0 && value <= most
        ? value
        : wrong(`${name} is ${JSON.stringify(value)}; accepted is a number above 0, up to ${most}`);
    const texts = (value, where) => Object.fromEntries(entriesOf(value).map(([key, text]) => typeof text === 'object' ? wrong(`${where}.${key} is not a text`) : [key, String(text)]));
    only(document, ['speed', 'region', 'requests', 'expressions'], '');
    const requests = member(document, 'requests') ?? {};
    only(requests, ['path', 'per-second', 'headers'], 'requests.');
    const path = member(requests, 'path') ?? usual.path;
    if (typeof path !== 'string' || !path.startsWith('/'))
        wrong(`requests.path is ${JSON.stringify(path)}, not a path`);
    return {
        speed: positive(member(document, 'speed') ?? usual.speed, 'speed', 1000),
        region: String(member(document, 'region') ?? usual.region),
        requests: {
            path: String(path),
            perSecond: positive(member(requests, 'per-second') ?? usual.perSecond, 'requests.per-second', 2000),
            headers: texts(member(requests, 'headers'), 'requests.headers'),
        },
        expressions: texts(member(document, 'expressions'), 'expressions'),
    };
}
/** The document, or undefined when there is no such file. */
async function readYaml(file) {
    const text = await (0,promises_.readFile)(file, 'utf8').catch(() => undefined);
    if (text === undefined)
        return undefined;
    try {
        return (0,yaml/* parse */.qg)(text);
    }
    catch (error) {
        throw new Problem(`${file}: ${(0,message_of/* messageOf */.b)(error)}`);
    }
}
/**
 * The inputs of a rehearsed run.
 *
 * @param known what `{…}` in `rehearsal.yaml` may name: version, digest, region, and `kind/name` of what was seeded
 * @throws Problem naming every expression and every name without a value
 */
function inputsOf(example, known) {
    const problems = new Set();
    const file = (0,external_node_path_.join)(example.folder, rehearsalName);
    const values = Object.fromEntries(Object.entries(example.expressions).map(([expression, text]) => [
        expression,
        filledIn(text, known, (name) => {
            const near = (0,nearest/* nearest */.p)(name, Object.keys(known));
            problems.add(`${file}: expressions.${expression} names {${name}}, which is not there${near === undefined ? `; there are ${Object.keys(known).join(', ')}` : `: did you mean {${near}}?`}`);
        }),
    ]));
    const inputs = Object.fromEntries(Object.entries(example.inputs).map(([name, text]) => [
        name,
        resolved(text, values, (expression) => problems.add(`${file}: nothing under expressions stands for \${{ ${expression} }}, which input ${name} is given`)),
    ]));
    if (problems.size > 0)
        throw new Problem([...problems].join('\n'));
    return inputs;
}

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
// EXTERNAL MODULE: ./build-stage/blue-green/lock.js
var lock = __webpack_require__(4531);
;// CONCATENATED MODULE: ./build-stage/cli/rehearse/scenario.js
// src/cli/rehearse/scenario.ts
/**
 * What a scenario is made of. `{new}` and `{live}` in texts stand for the version that is released and the one that serves
 * before.
 */
/** The outcome of a run that could not tell one. */
const killed = 'killed';

;// CONCATENATED MODULE: ./build-stage/cli/rehearse/rolling-scenarios.js
// src/cli/rehearse/rolling-scenarios.ts


/** What can be rehearsed of a service that is updated in place, as data. Exit codes: actions/ecs-rolling/README.md. */
const succeeded = {
    outcome: 'succeeded',
    exitCode: 0,
    reason: /\d+ of \d+ targets healthy/,
    serves: 'new',
    mayFail: 'nobody',
    newIsSeen: true,
};
const rolledBack = { outcome: 'rolled-back', exitCode: 2, serves: 'live' };
const neverSeen = { ...rolledBack, mayFail: 'nobody', newIsSeen: false };
const newVersion = (fault) => ({
    call: 'ecs/app',
    body: { version: '{new}', ...fault },
});
const keptItsTasks = 'the old tasks were to go only when new ones were healthy, and none ever was.';
const rollingScenarios = [
    {
        name: 'good',
        description: 'a good release: deployed task by task, and no client notices; the same once more changes nothing',
        title: 'A good release',
        why: 'ECS took an old task away only when a new one was healthy, and it counted as deployed only after all of them had stayed so for the bake.',
        before: [],
        afterwards: [
            {
                title: 'the same release once more',
                expected: { outcome: 'unchanged', exitCode: 0, reason: /nothing differs/ },
            },
        ],
        expected: succeeded,
    },
    {
        name: 'crash-loop',
        description: 'the new version exits soon after its start, again and again: taken back after the third task',
        title: 'A release that crashes as soon as it has started',
        why: keptItsTasks,
        before: [newVersion({ crashAfterMs: 1 })],
        expected: {
            ...neverSeen,
            reason: /tasks keep failing: \d+ × Essential container in task exited|circuit breaker/,
            says: [/wiki runs wiki:\d+ now/],
        },
    },
    {
        name: 'circuit-breaker',
        description: "the same, left to ECS's own circuit breaker: what ECS rolls back is not green",
        title: 'A release that crashes, and is left to the circuit breaker of ECS',
        why: keptItsTasks,
        before: [newVersion({ crashAfterMs: 1 })],
        inputs: { 'fail-after': '100', 'circuit-breaker': 'rollback' },
        expected: { ...neverSeen, reason: /circuit breaker/ },
    },
    {
        name: 'never-healthy',
        description: 'the new version never passes a health check: taken back',
        title: 'A release that never becomes healthy',
        why: keptItsTasks,
        before: [newVersion({ neverHealthy: true })],
        expected: { ...neverSeen, reason: /tasks keep failing: .*health checks|circuit breaker/ },
    },
    {
        name: 'errors',
        description: 'ECS calls it deployed, but it answers 20 % with an error: the alarm in the bake takes it back',
        title: 'A release that answers 20 % errors',
        why: 'the bake goes on looking when ECS has long called it a success; what its users saw were its own errors, for as long as the alarm took.',
        before: [newVersion({ errorShare: 0.2 })],
        expected: { ...rolledBack, reason: /wiki-5xx-rate.* ALARM/, mayFail: 'new', newIsSeen: true },
    },
    {
        name: 'cancel',
        description: 'somebody cancels the workflow half way: the old version comes back, post sees to the end of it',
        title: 'A good release that somebody cancels half way',
        why: 'the first thing that a cancel does is to tell ECS to go back; what takes longer is left to post.',
        before: [],
        meanwhile: [{ when: { answers: 20 }, deeds: [{ runner: 'cancelled' }] }],
        expected: {
            outcome: 'interrupted',
            exitCode: 8,
            reason: /cancelled/,
            serves: 'live',
            mayFail: 'nobody',
            newIsSeen: true,
            says: [/finished after the interruption/],
        },
    },
    {
        name: 'killed-runner',
        description: 'the runner is lost half way, and post never runs: recover follows the deployment to its end',
        title: 'A good release whose runner is lost half way',
        why: 'ECS goes on by itself; whoever comes after reads in the lock what was deployed, and judges it by the same rules.',
        before: [],
        meanwhile: [{ when: { answers: 20 }, deeds: [{ runner: 'lost' }] }],
        afterwards: [
            { waitMs: lock/* leaseMs */.zT + 5_000, for: 'the lost run to have given no sign of life for as long as its lease lasts' },
            {
                title: 'a sweep comes by: recover',
                action: 'recover',
                expected: { outcome: 'recovered', exitCode: 0, reason: /completed/, postExitCode: null },
            },
        ],
        expected: {
            outcome: killed,
            exitCode: null,
            postExitCode: null,
            reason: /SIGKILL/,
            serves: 'new',
            mayFail: 'nobody',
            newIsSeen: true,
        },
    },
];
/** What is rehearsed unless told otherwise. */
const usualRollingScenarios = ['good', 'crash-loop'];

;// CONCATENATED MODULE: ./build-stage/cli/rehearse/scenarios.js
// src/cli/rehearse/scenarios.ts


/** What can be rehearsed, as data. */
const scenarios_rolledBack = { outcome: 'rolled-back', exitCode: 1, serves: 'live' };
const scenarios_neverSeen = { ...scenarios_rolledBack, mayFail: 'nobody', newIsSeen: false };
const promoted = {
    outcome: 'promoted',
    exitCode: 0,
    reason: /served in health/,
    serves: 'new',
    mayFail: 'nobody',
    newIsSeen: true,
};
/** Ended by force or stuck, with traffic on both sides; brought back afterwards. */
const broughtBack = { serves: 'live', mayFail: 'nobody', newIsSeen: true };
const recovered = { outcome: 'recovered', exitCode: 0, reason: /serves 100 %/, postExitCode: null };
const scenarios_newVersion = (fault) => ({
    call: 'ecs/app',
    body: { version: '{new}', ...fault },
});
const scenarios = [
    {
        name: 'good',
        description: 'a good release: promoted, and no client notices',
        title: 'A good release',
        why: 'each step was raised only after the weight before it had been read back and the new version had been healthy for the time of the step; the old version stayed warm until the end.',
        before: [],
        expected: promoted,
    },
    {
        name: 'errors',
        description: 'the new version answers 20 % of its requests with an error: an alarm or the comparison with the old version takes the traffic back',
        title: 'A release that answers 20 % errors',
        why: 'only the first step was ever exposed to it, and the old version still had all its tasks.',
        before: [scenarios_newVersion({ errorShare: 0.2 })],
        expected: { ...scenarios_rolledBack, reason: /in ALARM|green against blue: green \d+ of/, mayFail: 'new', newIsSeen: true },
    },
    {
        name: 'never-healthy',
        description: 'the new version never passes a health check: it never gets traffic',
        title: 'A release that never becomes healthy',
        why: 'a version gets its first request after its targets are healthy, not before.',
        before: [scenarios_newVersion({ neverHealthy: true })],
        expected: { ...scenarios_neverSeen, reason: /did not become healthy|tasks stopped|deployment failed/ },
    },
    {
        name: 'crash-loop',
        description: 'the new version exits soon after its start, again and again: it never gets traffic',
        title: 'A release that crashes as soon as it has started',
        why: 'a version gets its first request after its targets are healthy, not before.',
        before: [scenarios_newVersion({ crashAfterMs: 500 })],
        expected: { ...scenarios_neverSeen, reason: /tasks stopped|deployment failed/ },
    },
    {
        name: 'slow',
        description: 'the new version takes 4 s for each answer: the latency alarm takes the traffic back',
        title: 'A release that takes 4 s for each answer',
        why: 'only the first step was ever exposed to it, and the old version still had all its tasks.',
        before: [scenarios_newVersion({ latencyMs: 4000 })],
        speedAtMost: 20,
        expected: { ...scenarios_rolledBack, reason: /in ALARM/, mayFail: 'nobody', newIsSeen: true },
    },
    {
        name: 'cancel',
        description: 'somebody cancels the workflow while the traffic is split: the traffic goes back, post finishes',
        title: 'A good release that somebody cancels half way',
        why: 'the first thing that a cancel does is the one call that takes the traffic back; what takes longer is left to post.',
        before: [],
        meanwhile: [{ when: { answers: 20 }, deeds: [{ runner: 'cancelled' }] }],
        expected: {
            outcome: 'interrupted',
            exitCode: 1,
            reason: /cancelled/,
            serves: 'live',
            mayFail: 'nobody',
            newIsSeen: true,
        },
    },
    {
        name: 'alarm-already-on',
        description: 'the live version fails already and an alarm is on: the release is refused, nothing is touched',
        title: 'A good release while an alarm is already on',
        why: 'an alarm that is on already could not tell whether the new version is bad, so nothing was begun.',
        before: [{ call: 'ecs/app', body: { version: '{live}', errorShare: 0.5 } }, { until: 'an alarm is on' }],
        expected: {
            outcome: 'refused',
            exitCode: 1,
            reason: /is in ALARM already/,
            serves: 'live',
            mayFail: 'live',
            newIsSeen: false,
        },
    },
    {
        name: 'no-data',
        description: 'CloudWatch gets no metrics any more while the traffic is split: the traffic goes back',
        title: 'A good release whose metrics stop coming',
        why: 'alarms without data stay silent, and silence was not taken for health: nothing was raised while the requests that had to show in CloudWatch did not.',
        before: [{ waitMs: 4 * 60_000, for: 'CloudWatch to know how much traffic is usual' }],
        inputs: { 'on-no-data': 'rollback', 'no-data-limit': '2m' },
        meanwhile: [
            { when: { answers: 1 }, deeds: [{ call: 'cloudwatch/drop', body: { namespace: 'AWS/ApplicationELB' } }] },
        ],
        expected: {
            ...scenarios_rolledBack,
            reason: /CloudWatch has shown no requests to either side|still only \d+ of \d+ requests/,
            mayFail: 'nobody',
            newIsSeen: true,
        },
    },
    {
        name: 'killed-runner',
        description: 'the runner is lost while both versions serve, and post never runs: recover takes the traffic back',
        title: 'A good release whose runner is lost half way',
        why: 'whoever comes after could read in the lock which side had been live and what had been changed, left it alone while its run might still live, and gave everything back to a side that had kept its tasks.',
        before: [],
        meanwhile: [{ when: { said: /the bake begins/ }, deeds: [{ runner: 'lost' }] }],
        afterwards: [
            {
                title: 'a sweep comes by at once: recover',
                action: 'recover',
                expected: { outcome: 'nothing', exitCode: 0, reason: /at work; left alone/, postExitCode: null },
            },
            { waitMs: lock/* leaseMs */.zT + 5_000, for: 'the lost run to have given no sign of life for as long as its lease lasts' },
            { title: 'the next sweep: recover', action: 'recover', expected: recovered },
        ],
        expected: { ...broughtBack, outcome: killed, exitCode: null, postExitCode: null, reason: /SIGKILL/ },
    },
    {
        name: 'drift',
        description: 'somebody else changes the weights during a bake: all traffic goes back to the live version',
        title: 'A good release, and somebody else at the listener',
        why: 'weights that nobody planned have no evidence behind them: nothing was raised over them, and the traffic went back to the version that is known.',
        before: [],
        meanwhile: [{ when: { said: /the bake begins/ }, deeds: [{ newPercent: 35 }] }],
        expected: {
            ...scenarios_rolledBack,
            reason: /someone else set .+ to 35 % \(expected [\d.]+ %\)/,
            mayFail: 'nobody',
            newIsSeen: true,
        },
    },
    {
        name: 'expired-credentials',
        description: 'AWS takes no credentials any more during a bake: stuck at once, with the one command; recover settles it',
        title: 'A good release whose credentials expire during a bake',
        why: 'it said at once that nobody watches any more, who serves and the one command to run, instead of waiting blindly; the lock kept what had been changed, so recover could give everything back.',
        before: [],
        meanwhile: [
            {
                when: { answers: 20 },
                deeds: [
                    { call: 'sts/distrust', body: {} },
                    { call: 'expire-credentials', body: {} },
                ],
            },
        ],
        afterwards: [
            { call: 'sts/trust', body: {} },
            { call: 'restore-credentials', body: {} },
            {
                title: 'somebody who has credentials again: recover, at once, because that run is known to have ended',
                action: 'recover',
                inputs: { 'when-locked': 'take' },
                expected: recovered,
            },
        ],
        expected: {
            ...broughtBack,
            outcome: 'stuck',
            exitCode: 1,
            postExitCode: 1,
            reason: /expired|is over and could not be renewed/,
            says: [/serves [\d.]+ %, \S+ serves [\d.]+ %/, /Run: aws elbv2 modify-/, /the action recover finishes it/],
        },
    },
    {
        name: 'two-runs',
        description: 'two runs of the same deployment start at once: one works, the other is refused and names its run',
        title: 'A good release that is started twice at once',
        why: 'the lock is one parameter that AWS creates for one of them only; the other touched nothing and said whose it is.',
        before: [],
        inputs: { steps: '50%@2m, 100%@2m', 'keep-old': '0s' },
        rivals: [
            { outcome: 'refused', exitCode: 1, reason: /another run holds the lock: (?<holder>https:\/\/\S+), at work/ },
        ],
        expected: promoted,
    },
    {
        name: 'broken-blue',
        description: 'the live version has crashed and cannot start: a fix is refused, and shipped with force and a reason',
        title: 'The fix of a live version that is down',
        why: 'without force nobody ships over an alarm by accident; with it the fix still had to be healthy before each step, and every user that it took over was served.',
        before: [{ call: 'ecs/app', body: { version: '{live}', crashAfterMs: 1 } }, { until: 'an alarm is on' }],
        afterwards: [
            {
                title: 'the same once more, with force, and to everybody in one step',
                inputs: { force: 'the live version is down, this is the fix', steps: '100%@5m' },
                expected: {
                    outcome: 'promoted',
                    exitCode: 0,
                    reason: /served in health/,
                    says: [/Forced \(the live version is down, this is the fix\): /],
                },
            },
        ],
        expected: {
            outcome: 'refused',
            exitCode: 1,
            reason: /runs no task|is in ALARM already/,
            serves: 'new',
            mayFail: 'all but new',
            newIsSeen: true,
        },
    },
];
/** What is rehearsed unless told otherwise. */
const usualScenarios = ['good', 'errors'];

;// CONCATENATED MODULE: ./build-stage/cli/rehearse/strategies.js
// src/cli/rehearse/strategies.ts




const strategies = {
    'blue-green': {
        what: 'traffic is shifted between two services',
        action: 'ecs-blue-green',
        example: 'examples/shop',
        scenarios: scenarios,
        usual: usualScenarios,
    },
    rolling: {
        what: 'one service is updated in place',
        action: 'ecs-rolling',
        example: 'examples/wiki',
        scenarios: rollingScenarios,
        usual: usualRollingScenarios,
    },
};
const isStrategy = (name) => Object.hasOwn(strategies, name);
/**
 * The strategy of a folder that deploys with this action.
 *
 * @throws Problem when it cannot be rehearsed, or another one was asked for
 */
function strategyOf(example, asked) {
    const found = Object.entries(strategies).find(([, { action }]) => action === example.action)?.[0];
    if (found === undefined || !isStrategy(found)) {
        const all = Object.values(strategies).map(({ action }) => action);
        throw new Problem(`${example.folder} calls ${example.action}; what can be rehearsed is ${all.join(' and ')}`);
    }
    if (asked === undefined || asked === found)
        return found;
    throw new Problem(`--strategy ${asked} rehearses ${strategies[asked].action}, and ${example.folder} calls ${example.action}`);
}
/**
 * The scenarios of these names, the usual ones for no names, every one for `all`.
 *
 * @throws Problem naming what is not there, and what is
 */
function scenariosNamed(names, strategy) {
    const { scenarios: all, usual } = strategies[strategy];
    const wanted = names.length === 0 ? usual : names.includes('all') ? all.map(({ name }) => name) : names;
    return wanted.map((name) => {
        const found = all.find((scenario) => scenario.name === name);
        if (found !== undefined)
            return found;
        const there = all.map((scenario) => scenario.name);
        const near = (0,nearest/* nearest */.p)(name, there);
        const hint = near === undefined ? `there are ${there.join(', ')}` : `did you mean ${near}?`;
        const of = strategy === 'blue-green' ? '' : ` of the strategy ${strategy}`;
        throw new Problem(`there is no scenario ${JSON.stringify(name)}${of}: ${hint}`);
    });
}

;// CONCATENATED MODULE: ./build-stage/cli/rehearse/options.js
// src/cli/rehearse/options.ts





const flags = {
    strategy: { type: 'string' },
    scenario: { type: 'string', multiple: true, short: 's' },
    example: { type: 'string' },
    speed: { type: 'string' },
    rate: { type: 'string' },
    out: { type: 'string' },
    keep: { type: 'boolean' },
    verbose: { type: 'boolean' },
    list: { type: 'boolean' },
    help: { type: 'boolean', short: 'h' },
};
const options_usual = (strategy) => strategies[strategy].usual.join(',');
const usage = `usage: sluice rehearse [--strategy NAME] [--scenario NAME[,NAME…]] [--example DIR] [--speed N] [--rate N] [--out DIR] [--keep] [--verbose]
       sluice rehearse [--strategy NAME] --list

Rehearses deployments with the shipped action, a local cloud and real requests. No AWS account, no install.

      --strategy NAME  ${Object.entries(strategies)
    .map(([name, { what }]) => `${name}: ${what}`)
    .join('; ')}
                       (default: what the folder deploys with, blue-green without --example)
  -s, --scenario NAME  what to rehearse, one after the other; "all" for all of them
                       (default: ${options_usual('blue-green')}; with rolling ${options_usual('rolling')})
      --list           name the strategy's scenarios
      --example DIR    the folder to rehearse: a cloud.yaml and a caller workflow
                       (default: ${strategies['blue-green'].example}; with rolling ${strategies.rolling.example})
      --speed N        cloud seconds in a second (default: what cloud.yaml says)
      --rate N         requests a second (default: what cloud.yaml says)
      --out DIR        where job summaries and logs go (default: a new temporary folder)
      --keep           leave the cloud running afterwards, until Ctrl-C
      --verbose        show every line of the action's log

docs/rehearsal.md says more.`;
/** @throws Problem naming the flag, its value and what is accepted */
function readOptions(words) {
    const { values, positionals } = parsed(words);
    const [stray] = positionals;
    if (stray !== undefined) {
        const isScenario = Object.values(strategies).some(({ scenarios }) => scenarios.some(({ name }) => name === stray));
        const flag = isStrategy(stray) ? 'strategy' : isScenario ? 'scenario' : undefined;
        const meant = flag === undefined ? '' : `: did you mean --${flag} ${stray}?`;
        throw new Problem(`rehearse takes flags only, not ${JSON.stringify(stray)}${meant}`);
    }
    return {
        strategy: strategyNamed(values.strategy),
        scenarios: (values.scenario ?? []).flatMap((text) => text.split(',')).map((text) => text.trim()),
        example: values.example,
        speed: numberBetween('speed', values.speed, 1, 1000),
        rate: numberBetween('rate', values.rate, 1, 2000),
        out: values.out,
        keepsCloud: values.keep === true,
        isVerbose: values.verbose === true,
        wants: values.help === true ? 'help' : values.list === true ? 'list' : 'rehearsal',
    };
}
function parsed(words) {
    for (const word of words) {
        const name = /^--(?:no-)?([^=]+)/.exec(word)?.[1];
        if (name === undefined || Object.hasOwn(flags, name))
            continue;
        const near = (0,nearest/* nearest */.p)(name, Object.keys(flags));
        throw new Problem(`there is no flag --${name}${near === undefined ? '' : `: did you mean --${near}?`}`);
    }
    try {
        return (0,external_node_util_.parseArgs)({ args: [...words], options: flags, allowPositionals: true });
    }
    catch (error) {
        throw new Problem((0,message_of/* messageOf */.b)(error));
    }
}
function strategyNamed(name) {
    if (name === undefined || isStrategy(name))
        return name;
    const all = Object.keys(strategies);
    const near = (0,nearest/* nearest */.p)(name, all);
    const hint = near === undefined ? `there are ${all.join(', ')}` : `did you mean ${near}?`;
    throw new Problem(`there is no strategy ${JSON.stringify(name)}: ${hint}`);
}
function numberBetween(flag, text, least, most) {
    if (text === undefined)
        return undefined;
    const value = Number(text);
    if (text.trim() !== '' && value >= least && value <= most)
        return value;
    throw new Problem(`--${flag} is ${JSON.stringify(text)}; accepted is a number from ${least} to ${most}`);
}

// EXTERNAL MODULE: ./build-stage/cli/rehearse/places.js
var places = __webpack_require__(6312);
// EXTERNAL MODULE: ./build-stage/cli/told-in-summary.js
var told_in_summary = __webpack_require__(1912);
// EXTERNAL MODULE: ./build-stage/cli/rehearse/short-arns.js
var short_arns = __webpack_require__(6029);
;// CONCATENATED MODULE: ./build-stage/cli/rehearse/tally.js
// src/cli/rehearse/tally.ts
/** What clients saw, counted. Times are real milliseconds: requests are real even where the cloud's time is sped up. */
class Tally {
    fromMs;
    total = { requests: 0, failed: 0 };
    byVersion = new Map();
    /** HTTP status, or the words of what failed → how many. */
    byStatus = new Map();
    /** Second since the tally began → version → counts. */
    bySecond = new Map();
    latencies = [];
    /** Due times of the first and last answer of each version, ms since the load began. */
    span = new Map();
    /** Requests due later do not count. */
    toMs = Number.POSITIVE_INFINITY;
    /** @param fromMs requests due earlier do not count */
    constructor(fromMs) {
        this.fromMs = fromMs;
    }
    add(answer) {
        if (answer.dueMs < this.fromMs || answer.dueMs > this.toMs)
            return;
        const { version, dueMs } = answer;
        const failed = hasFailed(answer);
        count(this.total, failed);
        count(of(this.byVersion, version, none), failed);
        const second = Math.floor((dueMs - this.fromMs) / 1000);
        count(of(of(this.bySecond, second, () => new Map()), version, none), failed);
        const status = answer.failure ?? String(answer.status);
        this.byStatus.set(status, (this.byStatus.get(status) ?? 0) + 1);
        this.latencies.push(answer.latencyMs);
        const span = this.span.get(version) ?? { first: dueMs, last: dueMs };
        this.span.set(version, { first: Math.min(span.first, dueMs), last: Math.max(span.last, dueMs) });
    }
    /** How many requests a version answered, well or badly. */
    requestsOf(version) {
        return this.byVersion.get(version)?.requests ?? 0;
    }
    /** Real time from the first to the last answer of a version, ms. */
    spanMs(version) {
        const span = this.span.get(version);
        return span === undefined ? 0 : span.last - span.first;
    }
    /** The latency that so many percent of the requests did not exceed; undefined without requests. */
    percentileMs(percent) {
        const sorted = [...this.latencies].sort((a, b) => a - b);
        return sorted[Math.max(0, Math.ceil((sorted.length * percent) / 100) - 1)];
    }
}
/** No answer, or one that says that the server failed. */
function hasFailed({ status, failure }) {
    return failure !== undefined || status >= 500;
}
function count(into, failed) {
    into.requests += 1;
    if (failed)
        into.failed += 1;
}
const none = () => ({ requests: 0, failed: 0 });
/** What the map has under the key, made first when there is nothing yet. */
function of(map, key, make) {
    const found = map.get(key) ?? make();
    map.set(key, found);
    return found;
}

;// CONCATENATED MODULE: ./build-stage/cli/rehearse/traffic-bar.js
// src/cli/rehearse/traffic-bar.ts

/** So many of the last answers make the split that is shown. */
const lookedAt = 100;
const cells = 30;
/** The living line: who answers the clients right now, and how it went so far. */
class TrafficBar {
    screen;
    versions;
    tally;
    recent = [];
    startedAt = performance.now();
    constructor(screen, versions, tally) {
        this.screen = screen;
        this.versions = versions;
        this.tally = tally;
    }
    add(answer) {
        this.recent.push({ version: answer.version, failed: hasFailed(answer) });
        if (this.recent.length > lookedAt)
            this.recent.shift();
    }
    /** `v1 ░░░░░░███ v2  30 %   1,234 requests  0 failed  12 s` */
    text() {
        const { paint } = this.screen;
        const { live, new: fresh } = this.versions;
        const ofNew = this.recent.filter(({ version }) => version === fresh).length;
        const percent = this.recent.length === 0 ? 0 : (100 * ofNew) / this.recent.length;
        const width = Math.min(cells, Math.max(4, (this.screen.columns ?? 80) - 60));
        const filled = percent > 0 ? Math.max(1, Math.round((width * percent) / 100)) : 0;
        const bar = paint.blue('░'.repeat(width - filled)) + paint.green('█'.repeat(filled));
        const { requests, failed } = this.tally.total;
        const failures = `${grouped(failed)} failed`;
        const failing = this.recent.some((answer) => answer.failed);
        const seconds = Math.round((performance.now() - this.startedAt) / 1000);
        return [
            `  ${paint.blue(live)} ${bar} ${paint.green(fresh)} ${String(Math.round(percent)).padStart(3)} %`,
            `${grouped(requests)} requests`,
            failing ? paint.red(failures) : failures,
            paint.dim(`${seconds} s`),
        ].join('  ');
    }
}
/** 12,345 */
function grouped(value) {
    return value.toLocaleString('en-US');
}

;// CONCATENATED MODULE: ./build-stage/cli/rehearse/report.js
// src/cli/rehearse/report.ts



/** What a rehearsal tells in the end: for people on the screen, for programs as `report.json`. */
const words = {
    promoted: 'promoted',
    succeeded: 'deployed',
    'rolled-back': 'rolled back',
    refused: 'refused',
    interrupted: 'interrupted, traffic restored',
    killed: 'killed',
    nothing: 'left alone',
};
const worded = (outcome) => words[outcome] ?? (outcome || 'no outcome');
/** How it ended, and what came of the runs after it: `killed, left alone, recovered`. */
const outcomesOf = ({ outcome, acts }) => [outcome, ...acts.map((run) => run.outcome)].map(worded).join(', ');
/** The end of one scenario: what came of it, and how the clients fared. */
function tellPerformance(screen, played) {
    const { paint } = screen;
    const ok = played.differences.length === 0;
    const sign = ok ? paint.green('✓') : paint.red('✗');
    screen.line(`${sign} ${paint.bold(capital(worded(played.outcome)))}${ok ? ', as it should be' : ''}: ${(0,short_arns/* withShortArns */.N)(played.reason)}`, 2);
    for (const run of played.rivals) {
        screen.line(`  The other run: ${paint.bold(worded(run.outcome))}: ${(0,short_arns/* withShortArns */.N)(run.reason)}`, 2);
    }
    for (const { act, outcome, reason } of played.acts) {
        screen.line(`  Then ${act.action ?? 'again'}: ${paint.bold(worded(outcome))}: ${(0,short_arns/* withShortArns */.N)(reason)}`, 2);
    }
    screen.line(`  ${inClients(played)}`, 2);
    for (const { text, indent, isQuoted } of (0,told_in_summary/* troubleLines */.l)((0,told_in_summary/* toldInSummary */.Z)(played.summary))) {
        screen.line(`  ${isQuoted ? paint.dim(text) : text}`, 2 + indent);
    }
    if (ok)
        screen.line(`  Safe, because ${played.scenario.why}`, 2);
    for (const difference of played.differences)
        screen.line(`  ${paint.red('✗')} ${difference}`, 4);
    if (!ok && wasTooFast(played)) {
        const waited = `${(played.waitedMs / 1000).toFixed(1)} s, which are ${Math.round((played.waitedMs * played.speed) / 1000)} s of the cloud's clock`;
        const slower = Math.max(1, Math.round(played.speed / 4));
        screen.line(`  This machine was busy and kept it waiting for up to ${waited}. Try --speed ${slower}`, 2);
    }
    screen.line();
}
/** `2,130 requests, none failed; v1 answered 1,204, v2 926; p95 3 ms` */
function inClients({ clients, liveVersion, newVersion }) {
    const { requests, failed } = clients.total;
    const share = failed === 0 ? 'none failed' : `${grouped(failed)} failed (${percent(failed, requests)})`;
    const versions = [liveVersion, newVersion].map((version) => {
        const count = clients.byVersion.get(version);
        if (count === undefined)
            return `${version} answered none`;
        return `${version} answered ${grouped(count.requests)}${count.failed === 0 ? '' : `, ${grouped(count.failed)} of them badly`}`;
    });
    const p95 = clients.percentileMs(95);
    return `${grouped(requests)} client requests, ${share}; ${versions.join('; ')}${p95 === undefined ? '' : `; p95 ${Math.round(p95)} ms`}`;
}
/**
 * What people would not notice is long at this pace: whoever looks every 5 s of the cloud's clock missed two looks. Then a
 * release that ends otherwise than it should has met the machine, and not what was rehearsed.
 */
const wasTooFast = ({ waitedMs, speed }) => waitedMs * speed > 10_000;
/** The table of all scenarios and who serves now. */
function tellEnding(screen, { performances, seconds, folder }) {
    const { paint } = screen;
    const rows = performances.map((played) => [
        played.scenario.name,
        outcomesOf(played),
        played.exitCode === null ? '–' : String(played.exitCode),
        // A cancel is asked for, not detected.
        played.outcome === 'rolled-back' ? time(played.outputs['seconds-to-detect']) : '–',
        played.outcome === 'rolled-back' ? time(played.outputs['seconds-to-restore']) : '–',
        grouped(played.clients.total.requests),
        grouped(played.clients.total.failed),
        `${(played.realMs / 1000).toFixed(1)} s`,
    ]);
    const heads = ['scenario', 'outcome', 'exit code', 'detected in', 'restored in', 'requests', 'failed', 'took'];
    const widths = heads.map((head, i) => Math.max(head.length, ...rows.map((row) => row[i]?.length ?? 0)));
    const lineOf = (cells) => cells.map((cell, i) => (i < 2 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join('  ');
    screen.line(paint.dim(`  ${lineOf(heads)}`));
    for (const [i, row] of rows.entries()) {
        const sign = performances[i]?.differences.length === 0 ? paint.green('✓') : paint.red('✗');
        screen.line(`${sign} ${lineOf(row)}`);
    }
    screen.line(paint.dim("  Detected and restored are in seconds of the cloud's clock, which runs faster than yours; took is in yours."), 2);
    screen.line();
    const last = performances.at(-1);
    if (last !== undefined)
        screen.line(`Serving now: ${servingNow(last)}`);
    screen.line(`Job summaries, logs, report.json: ${folder}`);
    const failed = performances.filter((played) => played.differences.length > 0).length;
    const all = performances.length;
    const good = all === 1 ? 'It ended as it should' : `${all === 2 ? 'Both' : `All ${all}`} ended as they should`;
    const took = `in ${seconds.toFixed(1)} s`;
    screen.line(failed === 0
        ? paint.green(`${good}, ${took}.`)
        : paint.red(`${failed} of ${all} did not end as ${failed === 1 ? 'it' : 'they'} should, ${took}.`));
}
/** By what the last clients got: `v2 by shop-green (100 %)`. */
function servingNow({ afterwards, outputs }) {
    const { requests } = afterwards.total;
    const versions = [...afterwards.byVersion].map(([version, count]) => `${version || 'nobody'} (${percent(count.requests, requests)} of the last requests)`);
    const service = outputs['active-service'];
    return `${versions.join(', ')}${service === undefined || service === '' ? '' : `, by ${service}`}`;
}
const time = (seconds) => (seconds ? `${Number(seconds)} s` : '–');
const percent = (part, whole) => whole === 0 ? '0 %' : `${Math.round((1000 * part) / whole) / 10} %`;
const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);
/** The same as data. */
function reportOf(ending) {
    const { performances, seconds } = ending;
    return {
        ok: performances.every((played) => played.differences.length === 0),
        seconds,
        scenarios: performances.map((played) => ({
            name: played.scenario.name,
            ok: played.differences.length === 0,
            differences: played.differences,
            outcome: played.outcome,
            reason: played.reason,
            speed: played.speed,
            exitCode: played.exitCode,
            postExitCode: played.postExitCode,
            rivals: played.rivals.map(runOf),
            afterwardsRuns: played.acts.map((run) => ({ action: run.act.action ?? null, ...runOf(run) })),
            why: played.scenario.why,
            liveVersion: played.liveVersion,
            newVersion: played.newVersion,
            secondsToDetect: numberOr(played.outputs['seconds-to-detect']),
            secondsToRestore: numberOr(played.outputs['seconds-to-restore']),
            realSeconds: played.realMs / 1000,
            cloudSeconds: played.cloudMs / 1000,
            waitedSeconds: played.waitedMs / 1000,
            wasTooFast: wasTooFast(played),
            clients: {
                ...played.clients.total,
                byVersion: Object.fromEntries(played.clients.byVersion),
                byStatus: Object.fromEntries(played.clients.byStatus),
                p50Ms: played.clients.percentileMs(50) ?? null,
                p95Ms: played.clients.percentileMs(95) ?? null,
                p99Ms: played.clients.percentileMs(99) ?? null,
            },
            afterwards: { ...played.afterwards.total, byVersion: Object.fromEntries(played.afterwards.byVersion) },
            activeService: played.outputs['active-service'] ?? '',
            files: played.files,
        })),
    };
}
const runOf = ({ outcome, reason, exitCode, postExitCode, runUrl }) => ({
    outcome,
    reason,
    exitCode,
    postExitCode,
    runUrl,
});
const numberOr = (text) => (text ? Number(text) : null);

// EXTERNAL MODULE: ./build-stage/cli/rehearse/screen.js
var rehearse_screen = __webpack_require__(8108);
// EXTERNAL MODULE: ./build-stage/system/clock.js
var system_clock = __webpack_require__(8671);
// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:readline"
var external_node_readline_ = __webpack_require__(481);
// EXTERNAL MODULE: external "node:url"
var external_node_url_ = __webpack_require__(3136);
;// CONCATENATED MODULE: ./build-stage/testing/cloud.js
// src/testing/cloud.ts





const startMs = 20_000;
const endMs = 10_000;
/**
 * Starts the cloud and waits until it can be called. Throws Error with its stderr when it ends or says nothing. It ends
 * with this process, however that ends.
 */
async function startCloud(options = {}) {
    const [program = '', ...words] = options.command ?? command();
    const child = (0,external_node_child_process_.spawn)(program, [
        ...words,
        '--json',
        '--with-parent',
        '--registry',
        options.registry ?? 'own',
        ...(options.seed === undefined ? [] : ['--seed', options.seed]),
        ...(options.speed === undefined ? [] : ['--speed', String(options.speed)]),
        ...(options.region === undefined ? [] : ['--region', options.region]),
        ...Object.entries(options.set ?? {}).flatMap(([name, value]) => ['--set', `${name}=${value}`]),
    ], 
    // A pipe as stdin is how `--with-parent` knows that this process is gone.
    { stdio: ['pipe', 'pipe', 'pipe'], env: { ...process.env, ...options.env } });
    let stderr = '';
    child.stderr.setEncoding('utf8').on('data', (text) => {
        stderr = (stderr + text).slice(-20_000);
    });
    const gone = new Promise((resolve) => child.once('close', () => resolve()));
    const told = await firstJson(child, gone).catch((error) => {
        child.kill('SIGKILL');
        throw new Error(`${error.message}\n${stderr}`.trim());
    });
    const { endpoint } = told;
    return {
        endpoint,
        pid: child.pid,
        env: told.env,
        created: told.created,
        stderr: () => stderr,
        admin: async (path, body = {}) => {
            const response = await fetch(`${endpoint}/_sluice/${path}`, { method: 'POST', body: JSON.stringify(body) });
            const text = await response.text();
            if (!response.ok)
                throw new Error(`${path}: ${response.status} ${text}`);
            return text === '' ? {} : JSON.parse(text);
        },
        stop: async () => {
            child.kill('SIGTERM');
            const force = setTimeout(() => child.kill('SIGKILL'), endMs);
            await gone;
            clearTimeout(force);
        },
    };
}
/** The compiled sources where SLUICE_BUILD names their folder, else what users run: `dist/sluice.js`. */
function command() {
    const root = (0,external_node_path_.join)((0,external_node_path_.dirname)((0,external_node_url_.fileURLToPath)(import.meta.url)), '..', '..');
    const compiled = process.env.SLUICE_BUILD;
    if (compiled !== undefined && compiled !== '') {
        const module = (0,external_node_url_.pathToFileURL)((0,external_node_path_.join)(root, compiled, 'cli', 'cloud.js')).href;
        const code = `import { cloud } from ${JSON.stringify(module)}; process.exitCode = await cloud(process.argv.slice(1));`;
        return [process.execPath, '--input-type=module', '--eval', code, '--'];
    }
    const program = (0,external_node_path_.join)(root, 'dist', 'sluice.js');
    if (!(0,external_node_fs_.existsSync)(program))
        throw new Error(`${program} is not there: npm run build, or set SLUICE_BUILD`);
    return [process.execPath, program, 'cloud'];
}
/** The line that tells where the cloud is: `{"endpoint", "env", …}`. */
async function firstJson(child, gone) {
    const lines = (0,external_node_readline_.createInterface)({ input: child.stdout });
    const line = new Promise((resolve) => {
        lines.on('line', (text) => {
            if (text.startsWith('{'))
                resolve(text);
        });
    });
    let timer;
    const late = new Promise((_resolve, reject) => {
        timer = setTimeout(() => reject(new Error(`the local cloud said nothing in ${startMs / 1000} s`)), startMs);
    });
    const ended = gone.then(() => {
        throw new Error(`the local cloud ended with ${child.exitCode ?? child.signalCode} before it could be called`);
    });
    try {
        const told = JSON.parse(await Promise.race([line, late, ended]));
        return { endpoint: told.endpoint ?? told.env.AWS_ENDPOINT_URL, env: told.env, created: told.created ?? [] };
    }
    finally {
        clearTimeout(timer);
        ended.catch(() => { });
    }
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(7067);
;// CONCATENATED MODULE: ./build-stage/testing/identity-endpoint.js
// src/testing/identity-endpoint.ts


/** What every token says of the repository beside its name. */
const IDS = { repository_owner_id: '1234', repository_id: '5678' };
const BEARER = 'opens-the-identity-endpoint';
async function startIdentityEndpoint(subject) {
    const asked = [];
    const given = [];
    let refusal;
    const server = (0,external_node_http_.createServer)((request, response) => {
        const audience = new URL(request.url ?? '/', 'http://localhost').searchParams.get('audience');
        if (request.headers.authorization !== `bearer ${BEARER}` || audience === null) {
            response.writeHead(401).end();
            return;
        }
        asked.push(audience);
        if (refusal !== undefined) {
            response.writeHead(refusal).end();
            return;
        }
        const value = token({ sub: subject, aud: audience, jti: (0,external_node_crypto_.randomUUID)(), ...IDS });
        given.push(value);
        response.writeHead(200, { 'content-type': 'application/json' });
        response.end(JSON.stringify({ value }));
    });
    await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
    const { port } = server.address();
    return {
        env: {
            ACTIONS_ID_TOKEN_REQUEST_URL: `http://127.0.0.1:${port}/token?api-version=2.0`,
            ACTIONS_ID_TOKEN_REQUEST_TOKEN: BEARER,
        },
        asked,
        given,
        refuse: (status) => {
            refusal = status;
        },
        stop: () => new Promise((closed) => {
            server.close(() => closed());
            server.closeAllConnections();
        }),
    };
}
function token(claims) {
    const part = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const exp = Math.floor(Date.now() / 1000) + 300;
    const iss = 'https://token.actions.githubusercontent.com';
    return [part({ alg: 'RS256', typ: 'JWT' }), part({ iss, exp, ...claims }), 'unsigned'].join('.');
}

;// CONCATENATED MODULE: ./build-stage/cli/rehearse/load.js
// src/cli/rehearse/load.ts


/** How often due requests are looked for, ms. What is late is sent at once, and measured from when it was due. */
const tickMs = 5;
const defaultTimeoutMs = 30_000;
/**
 * A load balancer closes what has been idle for its idle timeout (60 s). A process that had to wait for the machine sends many
 * requests at once, over its oldest connections too: one that is being closed at that moment would fail a request that nobody
 * else did any harm. Of itself Node's agent keeps idle connections for ever, whatever `Keep-Alive: timeout=60` says.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-load-balancer-attributes.html#connection-idle-timeout
 */
const defaultIdleMs = 4_000;
class Load {
    options;
    agent;
    listeners = new Set();
    startedAt = performance.now();
    waiting = new Set();
    timer;
    sent = 0;
    constructor(options) {
        this.options = options;
        this.agent = new external_node_http_.Agent({ keepAlive: true, timeout: options.idleMs ?? defaultIdleMs });
        this.timer = setInterval(() => this.sendDue(), tickMs);
    }
    /** Counts what is due from now on. */
    tally() {
        const tally = new Tally(this.nowMs());
        this.listeners.add(tally);
        return tally;
    }
    /** Tells of each answer from now on. */
    listen(listener) {
        this.listeners.add(listener);
    }
    forget(listener) {
        this.listeners.delete(listener);
    }
    /** Counts what was due until now, and waits for the answers that are not there yet, so that none is forgotten. */
    async close(tally) {
        tally.toMs = this.nowMs();
        await Promise.all(this.waiting);
        this.listeners.delete(tally);
    }
    /** Sends nothing more; resolves when the last answer is there. */
    async stop() {
        clearInterval(this.timer);
        await Promise.all(this.waiting);
        this.agent.destroy();
    }
    nowMs() {
        return performance.now() - this.startedAt;
    }
    sendDue() {
        const intervalMs = 1000 / this.options.perSecond;
        for (let dueMs = this.sent * intervalMs; dueMs <= this.nowMs(); dueMs = this.sent * intervalMs) {
            this.sent += 1;
            const waiting = this.send(dueMs).finally(() => this.waiting.delete(waiting));
            this.waiting.add(waiting);
        }
    }
    async send(dueMs) {
        const { url, headers = {}, timeoutMs = defaultTimeoutMs } = this.options;
        const { status, version, failure } = await ask(url, headers, this.agent, timeoutMs);
        const answer = { dueMs, latencyMs: this.nowMs() - dueMs, status, version, failure };
        for (const listener of this.listeners)
            listener.add(answer);
    }
}
/** One GET. Never rejects. */
function ask(url, headers, agent, timeoutMs) {
    return new Promise((resolve) => {
        let status = 0;
        let version = '';
        const fail = (failure) => {
            clearTimeout(timer);
            resolve({ status, version, failure });
        };
        const sending = (0,external_node_http_.request)(url, { agent, headers }, (response) => {
            status = response.statusCode ?? 0;
            version = String(response.headers['x-app-version'] ?? '');
            response.on('error', (error) => fail(`answer cut off (${wordsOf(error)})`));
            response.on('end', () => {
                clearTimeout(timer);
                resolve({ status, version, failure: undefined });
            });
            response.resume();
        });
        const timer = setTimeout(() => sending.destroy(new Error(`no answer in ${timeoutMs / 1000} s`)), timeoutMs);
        sending.on('error', (error) => fail(wordsOf(error)));
        sending.end();
    });
}
function wordsOf(error) {
    return error.code ?? error.message;
}

;// CONCATENATED MODULE: ./build-stage/cli/rehearse/looking.js
// src/cli/rehearse/looking.ts
/** How often alarms and moments are looked at, real ms. */
const lookMs = 100;
/** Looks again and again: at alarms that change, and for the moment of a deed. */
class Looking {
    stage;
    feed;
    timer;
    moments = [];
    known = 0;
    isAsking = false;
    /** How long the cloud took to answer a look, at most, real ms: as long as everybody had to wait for the machine. */
    slowestMs = 0;
    constructor(stage, feed) {
        this.stage = stage;
        this.feed = feed;
        this.timer = setInterval(() => this.look(), lookMs);
    }
    when(holds, deed) {
        this.moments.push({ holds, deed });
    }
    /** Nothing is looked for any more; what alarms do is still told. */
    forgetMoments() {
        this.moments.length = 0;
    }
    stop() {
        clearInterval(this.timer);
    }
    look() {
        for (const moment of this.moments.splice(0)) {
            if (moment.holds())
                moment.deed();
            else
                this.moments.push(moment);
        }
        if (this.isAsking)
            return;
        this.isAsking = true;
        const askedAt = performance.now();
        // A look that fails is followed by another one.
        this.alarms()
            .catch(() => { })
            .finally(() => {
            this.slowestMs = Math.max(this.slowestMs, performance.now() - askedAt);
            this.isAsking = false;
        });
    }
    async alarms() {
        const { cloud, screen } = this.stage;
        const { transitions } = (await cloud.admin('cloudwatch/history'));
        for (const { alarm, at, from, to } of transitions.slice(this.known)) {
            this.feed.alarms.set(alarm, to);
            if (at < this.feed.from)
                continue;
            const words = `alarm ${alarm}: ${from} → ${to}`;
            this.feed.tell(to === 'ALARM' ? screen.paint.red(words) : words, at);
        }
        this.known = Math.max(this.known, transitions.length);
    }
}

;// CONCATENATED MODULE: ./build-stage/cli/rehearse/shifted.js
// src/cli/rehearse/shifted.ts

/** The rule or default action that the deployment shifts, as somebody sees it who is not the deployment. */
class Listener {
    cloud;
    address;
    groups;
    constructor(cloud, address, groups) {
        this.cloud = cloud;
        this.address = address;
        this.groups = groups;
    }
    /** Undefined where the inputs name neither: nothing is shifted then. */
    static async read(cloud, inputs) {
        const { 'listener-rule-arn': ruleArn, 'listener-arn': listenerArn } = inputs;
        if (ruleArn === undefined && listenerArn === undefined)
            return undefined;
        const address = ruleArn === undefined ? { listenerArn: listenerArn ?? '' } : { ruleArn };
        // Nothing is set: the answer tells what there is.
        const { actions } = (await cloud.admin('elb/set-weights', { ...address, weights: {} }));
        return new Listener(cloud, address, actions.flatMap(({ ForwardConfig }) => ForwardConfig?.TargetGroups ?? []));
    }
    /** Gives the side that was idle when this was read so many percent, the other the rest. */
    async split(newPercent) {
        const live = this.groups.find(({ Weight = 0 }) => Weight > 0)?.TargetGroupArn;
        const idle = this.groups.find(({ Weight = 0 }) => Weight === 0)?.TargetGroupArn;
        if (live === undefined || idle === undefined) {
            throw new Problem('the listener does not forward to two target groups, of which one is idle', 1);
        }
        await this.cloud.admin('elb/set-weights', {
            ...this.address,
            weights: { [live]: 100 - newPercent, [idle]: newPercent },
        });
    }
}

;// CONCATENATED MODULE: ./build-stage/cli/rehearse/deeds.js
// src/cli/rehearse/deeds.ts




const alarmLimitMs = 30_000;
/** Does what a scenario wants done in the local cloud, and tells of it. */
class Deeds {
    stage;
    feed;
    versions;
    listener;
    constructor(stage, feed, versions, listener) {
        this.stage = stage;
        this.feed = feed;
        this.versions = versions;
        this.listener = listener;
    }
    /** To be made before the release begins: who is live is read from the weights, where there are any. */
    static async prepare(stage, feed, versions) {
        return new Deeds(stage, feed, versions, await Listener.read(stage.cloud, stage.inputs));
    }
    async do(deed) {
        const { paint } = this.stage.screen;
        if ('call' in deed) {
            const body = filledInAll(deed.body, { ...this.versions }, (name) => {
                throw new Error(`a scenario names {${name}}`);
            });
            await this.stage.cloud.admin(deed.call, body);
            this.feed.tell(paint.dim(`the local cloud is told: ${deed.call} ${JSON.stringify(body)}`));
        }
        else if ('newPercent' in deed) {
            if (this.listener === undefined)
                throw new Error('a scenario sets weights where none are shifted');
            await this.listener.split(deed.newPercent);
            this.feed.tell(paint.yellow(`somebody else sets the weights: ${deed.newPercent} % to the new version`));
        }
        else if ('waitMs' in deed) {
            this.feed.tell(paint.dim(`waiting ${Math.round(deed.waitMs / 1000)} s for ${deed.for}`));
            await this.stage.clock.sleep(deed.waitMs, this.stage.leaving);
        }
        else {
            await this.untilAnAlarmIsOn();
        }
    }
    async untilAnAlarmIsOn() {
        const until = performance.now() + alarmLimitMs;
        while (![...this.feed.alarms.values()].includes('ALARM')) {
            if (performance.now() > until)
                throw new Problem(`no alarm was on within ${alarmLimitMs / 1000} s: this scenario needs one in cloud.yaml that watches the live version`, 1);
            await new Promise((resolve) => setTimeout(resolve, lookMs));
        }
    }
}
/** Everything works again that a scenario may have broken. */
async function mendAll(cloud) {
    await cloud.admin('ecs/app', { clear: true });
    await cloud.admin('clear-faults');
    await cloud.admin('cloudwatch/resume');
    await cloud.admin('sts/trust');
    await cloud.admin('restore-credentials');
}

;// CONCATENATED MODULE: ./build-stage/cli/rehearse/feed.js
// src/cli/rehearse/feed.ts
/** Lines with the cloud time since the beginning. */
class Feed {
    stage;
    from;
    /** Alarm → state, as far as it is known. */
    alarms = new Map();
    constructor(stage, from) {
        this.stage = stage;
        this.from = from;
    }
    tell(text, at = this.stage.clock.now()) {
        const { screen } = this.stage;
        const total = Math.max(0, Math.round((at - this.from) / 1000));
        const two = (value) => String(value).padStart(2, '0');
        screen.line(`  ${screen.paint.dim(`+${two(Math.floor(total / 60))}:${two(total % 60)}`)}  ${text}`, 10);
    }
}

;// CONCATENATED MODULE: ./build-stage/testing/command-files.js
// src/testing/command-files.ts
/** What an action told the runner: by its command files and by commands among its output. */
const decoded = (text) => text
    .replaceAll('%0A', '\n')
    .replaceAll('%0D', '\r')
    .replaceAll('%3A', ':')
    .replaceAll('%2C', ',')
    .replaceAll('%25', '%');
/**
 * Reads a file of outputs or state: `name=value` lines and `name<<DELIMITER` blocks. The last value of a name counts.
 * https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands#multiline-strings
 */
function readPairs(text) {
    const pairs = {};
    const lines = text.split(/\r?\n/);
    for (let index = 0; index < lines.length; index += 1) {
        const line = lines[index] ?? '';
        const block = /^([^=]+?)<<(.+)$/.exec(line);
        if (block !== null) {
            const end = lines.indexOf(block[2] ?? '', index + 1);
            if (end === -1) {
                throw new Error(`The block of ${block[1]} does not end`);
            }
            pairs[block[1] ?? ''] = lines.slice(index + 1, end).join('\n');
            index = end;
        }
        else if (line.includes('=')) {
            pairs[line.slice(0, line.indexOf('='))] = line.slice(line.indexOf('=') + 1);
        }
        else if (line !== '') {
            throw new Error(`A line that the runner would refuse: ${line}`);
        }
    }
    return pairs;
}
/** The annotations among the lines of an action's output. */
function annotationsIn(output) {
    return [...output.matchAll(/^::(notice|warning|error)(?: ([^:]*))?::(.*)$/gm)].map(([, level, properties = '', text]) => {
        const title = /(?:^|,)title=([^,]*)/.exec(properties)?.[1];
        return {
            level: level,
            title: title === undefined ? undefined : decoded(title),
            message: decoded(text ?? ''),
        };
    });
}
/** The texts that the runner was told to mask. */
function masksIn(output) {
    return [...output.matchAll(/^::add-mask::(.*)$/gm)].map(([, text]) => decoded(text ?? ''));
}

// EXTERNAL MODULE: ./build-stage/testing/node-24.js
var node_24 = __webpack_require__(2833);
;// CONCATENATED MODULE: ./build-stage/testing/runner.js
// src/testing/runner.ts







/**
 * Starts an action as the runner of GitHub does: the file that action.yml names, under Node 24, inputs as `INPUT_*` with
 * action.yml's defaults, command files, state from `main` to `post`, and the signals of a cancel.
 * https://github.com/actions/runner/blob/main/src/Runner.Worker/Handlers/NodeScriptActionHandler.cs
 */
/** How long after SIGINT the runner sends SIGTERM, and how long after that it kills. */
const SIGTERM_AFTER_MS = 7500;
const KILL_AFTER_MS = 2500;
/** A phase that is running. */
class Running {
    child;
    ended;
    constructor(child, 
    /** Resolves when the process has ended, however it ended. */
    ended) {
        this.child = child;
        this.ended = ended;
    }
    get pid() {
        return this.child.pid;
    }
    /** Cancels as the runner does: SIGINT, 7.5 s later SIGTERM, 2.5 s later SIGKILL, to this process and no other. */
    async cancel() {
        this.child.kill('SIGINT');
        const timers = [
            setTimeout(() => this.child.kill('SIGTERM'), SIGTERM_AFTER_MS),
            setTimeout(() => this.child.kill('SIGKILL'), SIGTERM_AFTER_MS + KILL_AFTER_MS),
        ];
        try {
            return await this.ended;
        }
        finally {
            timers.forEach(clearTimeout);
        }
    }
    /** What a lost machine looks like: nothing of the program runs any more. */
    async kill() {
        this.child.kill('SIGKILL');
        return this.ended;
    }
}
/** One step of a job: `main`, then `post`, in one temporary folder. `dispose` ends what runs and removes the folder. */
class ActionStep {
    step;
    actionFolder;
    metadata;
    folder;
    #running = new Set();
    #state = {};
    constructor(step, 
    /** Where action.yml lies, from which the paths in it lead. */
    actionFolder, metadata, 
    /** The runner's temporary folder; the workspace is a folder in it unless the environment names another. */
    folder) {
        this.step = step;
        this.actionFolder = actionFolder;
        this.metadata = metadata;
        this.folder = folder;
    }
    static async prepare(step) {
        const folder = (0,external_node_path_.join)(step.root ?? (0,external_node_path_.resolve)(import.meta.dirname, '../..'), 'actions', step.action);
        const metadata = (0,yaml/* parse */.qg)(await (0,promises_.readFile)((0,external_node_path_.join)(folder, 'action.yml'), 'utf8'));
        return new ActionStep(step, folder, metadata, await (0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), 'sluice-step-')));
    }
    /** Starts `main`. */
    main() {
        return this.#start('main', this.metadata.runs.main);
    }
    /** Starts `post`, with the state that `main` left behind, even when it was killed. */
    post() {
        return this.#start('post', this.metadata.runs.post ?? '');
    }
    /** Runs `main` to its end. */
    async runMain() {
        return (await this.main()).ended;
    }
    /** Runs `post` to its end. */
    async runPost() {
        return (await this.post()).ended;
    }
    async [Symbol.asyncDispose]() {
        await Promise.all([...this.#running].map((child) => {
            const closed = new Promise((done) => child.once('close', done));
            child.kill('SIGKILL');
            return closed;
        }));
        await (0,promises_.rm)(this.folder, { recursive: true, force: true });
    }
    async #start(phase, program) {
        const files = Object.fromEntries(await Promise.all(['OUTPUT', 'STATE', 'ENV', 'PATH', 'STEP_SUMMARY'].map(async (command) => {
            const file = (0,external_node_path_.join)(this.folder, `${phase}-${command.toLowerCase()}`);
            await (0,promises_.writeFile)(file, '');
            return [command, file];
        })));
        const startedAt = performance.now();
        const child = (0,external_node_child_process_.spawn)(this.step.node ?? (0,node_24/* node24 */.H)(), [(0,external_node_path_.join)(this.actionFolder, program)], {
            cwd: this.step.environment?.GITHUB_WORKSPACE ?? this.folder,
            env: { ...this.#environment(phase), ...fileVariables(files) },
            stdio: ['ignore', 'pipe', 'pipe'],
        });
        this.#running.add(child);
        const text = { stdout: '', stderr: '' };
        for (const stream of ['stdout', 'stderr']) {
            collect(child, stream, (chunk) => {
                text[stream] += chunk;
            }, this.step.onLine);
        }
        const ended = new Promise((done, failed) => {
            child.once('error', failed);
            child.once('close', (exitCode, signal) => {
                this.#running.delete(child);
                const durationMs = performance.now() - startedAt;
                this.#read(files).then((told) => {
                    if (phase === 'main') {
                        this.#state = told.state;
                    }
                    const said = { annotations: annotationsIn(text.stdout), masks: masksIn(text.stdout) };
                    done({ exitCode, signal, ...text, ...told, ...said, durationMs });
                }, failed);
            });
        });
        return new Running(child, ended);
    }
    async #read(files) {
        const textOf = (command) => (0,promises_.readFile)(files[command] ?? '', 'utf8');
        return {
            outputs: readPairs(await textOf('OUTPUT')),
            state: readPairs(await textOf('STATE')),
            summary: await textOf('STEP_SUMMARY'),
        };
    }
    /** Nothing of this machine's environment but what a program needs to start. */
    #environment(phase) {
        const defaults = Object.entries(this.metadata.inputs ?? {}).map(([name, input]) => [name, input.default ?? '']);
        const inputs = { ...Object.fromEntries(defaults), ...this.step.inputs };
        const variables = Object.entries(inputs).map(([name, text]) => [
            `INPUT_${name.replace(/ /g, '_').toUpperCase()}`,
            text,
        ]);
        const state = phase === 'main' ? [] : Object.entries(this.#state).map(([name, text]) => [`STATE_${name}`, text]);
        return {
            PATH: process.env.PATH ?? '',
            HOME: this.folder,
            CI: 'true',
            // GitHub's runner has Node 24. On an older one the SDK would warn of it, in every log and rehearsal.
            AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
            GITHUB_ACTIONS: 'true',
            GITHUB_WORKSPACE: this.folder,
            GITHUB_REPOSITORY: 'example/shop',
            GITHUB_SERVER_URL: 'https://github.com',
            GITHUB_RUN_ID: '1',
            GITHUB_RUN_ATTEMPT: '1',
            GITHUB_JOB: 'deploy',
            GITHUB_WORKFLOW: 'Deploy',
            GITHUB_ACTOR: 'octocat',
            GITHUB_SHA: '0123456789abcdef0123456789abcdef01234567',
            RUNNER_TEMP: this.folder,
            RUNNER_OS: process.platform === 'darwin' ? 'macOS' : 'Linux',
            ...this.step.environment,
            ...Object.fromEntries(variables),
            ...Object.fromEntries(state),
        };
    }
}
const fileVariables = (files) => Object.fromEntries(Object.entries(files).map(([command, file]) => [`GITHUB_${command}`, file]));
function collect(child, stream, onChunk, onLine) {
    let rest = '';
    const flow = child[stream];
    flow?.setEncoding('utf8');
    flow?.on('data', (chunk) => {
        onChunk(chunk);
        const lines = (rest + chunk).split('\n');
        rest = lines.pop() ?? '';
        for (const line of lines) {
            onLine?.(line);
        }
    });
    flow?.on('end', () => {
        if (rest !== '') {
            onLine?.(rest);
        }
    });
}

;// CONCATENATED MODULE: ./build-stage/cli/rehearse/action-log.js
// src/cli/rehearse/action-log.ts

/** `wiki: rolled back: …`; what ends with a command is told in full. */
const isEndOfRollout = /^[\w-]+: (deployed|unchanged|rolled back|refused, nothing was changed|interrupted): /;
/** Chooses the lines of an action's log that tell of a change. Everything is kept in a file; this is what scrolls by. */
class ActionLog {
    last = '';
    /** Reasons that were shown: they can be long, and once is enough. */
    reasons = [];
    /** The line as it is to be shown, without the time that it may begin with; nothing when it tells nothing new. */
    shown(line) {
        // Workflow commands are for the runner; the plan is in the summary; the end is told by the rehearsal.
        if (line.trim() === '' || /^(::|Plan$| {2}\d+\. )/.test(line))
            return undefined;
        // Stuck is told in full, because of the command to run.
        if (/^(Promoted|Rolled back|Refused|Interrupted|Unchanged)\b[^:]*: /.test(line))
            return undefined;
        if (isEndOfRollout.test(line) && !line.includes(' Run: '))
            return undefined;
        // A command is to be run as it stands.
        const [told = '', ...command] = line.replace(/^\+\S+\s+/, '').split(/(?= Run: )/);
        let text = (0,short_arns/* withShortArns */.N)(told) + command.join('');
        // A step that goes on is no change; that a step is raised is one, and all that speaks for it is in the summary.
        if (/ \d+ s of \d+ s served/.test(text))
            return undefined;
        text = text.replace(/^(.* raising \S+ to [\d.]+ %) \(.*\)$/, '$1');
        // The same with other figures is the same.
        const kind = text.replace(/\d+(\.\d+)?/g, '#');
        if (kind === this.last)
            return undefined;
        this.last = kind;
        const known = this.reasons.find((reason) => text.endsWith(`: ${reason}`));
        if (known !== undefined)
            return text.slice(0, -known.length - 2);
        const reason = /: (.{40,})$/.exec(text)?.[1];
        if (reason !== undefined)
            this.reasons.push(reason);
        return text;
    }
}

;// CONCATENATED MODULE: ./build-stage/cli/rehearse/job.js
// src/cli/rehearse/job.ts



/** One job with one step of an action in it: `main`, then `post`, unless the machine is lost. */
class Job {
    step;
    stage;
    options;
    /** All that `main` and `post` wrote, in the order it came. */
    log = '';
    isLost = false;
    main;
    post;
    running;
    /** When the process of `main` was there, real ms. */
    startedAt = 0;
    leave = () => {
        void this.step[Symbol.asyncDispose]();
    };
    constructor(step, stage, options) {
        this.step = step;
        this.stage = stage;
        this.options = options;
    }
    static async prepare(stage, feed, options) {
        const { example, cloud, root, node, isVerbose } = stage;
        const shown = new ActionLog();
        const told = {};
        const step = await ActionStep.prepare({
            action: options.action,
            root,
            node,
            inputs: options.inputs,
            environment: {
                // A job that has an identity needs no keys, and has none.
                ...('role-to-assume' in options.inputs ? { ...withoutKeys(cloud.env), ...stage.identity } : cloud.env),
                GITHUB_WORKSPACE: example.folder,
                GITHUB_RUN_ID: String(options.runId),
            },
            onLine: (line) => {
                if (told.job !== undefined)
                    told.job.log += `${line}\n`;
                options.onLine?.(line);
                const text = isVerbose ? line : shown.shown(line);
                if (text !== undefined)
                    feed.tell(`${options.mark ?? ''}${text}`);
            },
        });
        const job = new Job(step, stage, options);
        told.job = job;
        stage.leaving.addEventListener('abort', job.leave, { once: true });
        return job;
    }
    async start() {
        this.running = await this.step.main();
        this.startedAt = performance.now();
    }
    /** The end of `main`, however it ends. */
    async ended() {
        this.main = await this.running?.ended;
    }
    /** As the runner does after `main`; nothing where there is no machine any more, and of an action that has none. */
    async runPost() {
        if (this.isLost || this.options.action !== this.stage.example.action)
            return;
        this.post = await this.step.runPost();
    }
    /** What happens to the machine: SIGINT, 7.5 s later SIGTERM, 2.5 s later the end; or the end at once. */
    suffer(mishap) {
        this.isLost ||= mishap === 'lost';
        const end = mishap === 'lost' ? this.running?.kill() : this.running?.cancel();
        end?.catch(() => { });
    }
    get outputs() {
        return this.main?.outputs ?? {};
    }
    get summary() {
        return (this.main?.summary ?? '') + (this.post?.summary ?? '');
    }
    played() {
        const { main, post, outputs } = this;
        const isKilled = main?.signal === 'SIGKILL';
        return {
            outcome: outputs.outcome ?? (isKilled ? killed : ''),
            reason: outputs.reason ?? (isKilled ? 'SIGKILL; nothing ran after it' : ''),
            exitCode: main?.exitCode ?? null,
            postExitCode: post?.exitCode ?? null,
            runUrl: `https://github.com/example/shop/actions/runs/${this.options.runId}`,
            log: this.log,
        };
    }
    async [Symbol.asyncDispose]() {
        this.stage.leaving.removeEventListener('abort', this.leave);
        await this.step[Symbol.asyncDispose]();
    }
}
function withoutKeys(env) {
    return Object.fromEntries(Object.entries(env).filter(([name]) => !/^AWS_(ACCESS_KEY_ID|SECRET_ACCESS_KEY|SESSION_TOKEN)$/.test(name)));
}

;// CONCATENATED MODULE: ./build-stage/cli/rehearse/played.js
// src/cli/rehearse/played.ts
/** How it differs from what was expected, a sentence each; nothing when it ended as it should. */
function differences(expected, rivals, played) {
    return [
        ...ofRun(expected, played, ''),
        ...rivals.flatMap((wanted, i) => {
            const rival = played.rivals[i];
            return rival === undefined ? ['a run is missing'] : ofRun(wanted, rival, 'the other run: ', played.runUrl);
        }),
        ...played.acts.flatMap((run) => ofRun(run.act.expected, run, `${run.act.title}: `)),
        ...ofClients(expected, played),
    ];
}
function ofRun(expected, played, which, holder) {
    const { postExitCode = 0, says = [] } = expected;
    const found = [];
    if (played.outcome !== expected.outcome) {
        found.push(`the outcome is ${played.outcome || 'not told'}, not ${expected.outcome}`);
    }
    const reason = expected.reason.exec(played.reason);
    if (reason === null)
        found.push(`the reason does not say ${expected.reason}: ${played.reason}`);
    const named = reason?.groups?.holder;
    if (named !== undefined && named !== holder)
        found.push(`it names the run ${named}, not ${holder}`);
    if (played.exitCode !== expected.exitCode) {
        found.push(`the action ended with exit code ${played.exitCode}, not ${expected.exitCode}`);
    }
    if (played.postExitCode !== postExitCode) {
        found.push(`post ended with exit code ${played.postExitCode}, not ${postExitCode}`);
    }
    for (const words of says)
        if (!words.test(played.log))
            found.push(`the log does not say ${words}`);
    return found.map((difference) => `${which}${difference}`);
}
function ofClients(expected, { clients, afterwards, liveVersion, newVersion }) {
    const found = [];
    const mayFail = {
        nobody: () => false,
        new: (version) => version === newVersion,
        live: (version) => version === liveVersion,
        'all but new': (version) => version !== newVersion,
    };
    for (const [version, { failed }] of clients.byVersion) {
        if (failed > 0 && !mayFail[expected.mayFail](version)) {
            found.push(`${failed} client requests failed ${version === '' ? 'without an answer of the app' : `at ${version}`}`);
        }
    }
    const seen = clients.requestsOf(newVersion);
    if (expected.newIsSeen && seen === 0)
        found.push(`no client was ever answered by ${newVersion}`);
    if (!expected.newIsSeen && seen > 0)
        found.push(`${newVersion} answered ${seen} clients and should have got none`);
    if (clients.total.requests === 0)
        found.push('no client asked anything');
    const serves = expected.serves === 'new' ? newVersion : liveVersion;
    if (afterwards.requestsOf(serves) === 0)
        found.push(`${serves} answers nobody afterwards`);
    for (const [version, { requests }] of afterwards.byVersion) {
        if (version !== serves)
            found.push(`${version || 'nobody'} answers ${requests} requests afterwards, not ${serves}`);
    }
    return found;
}

;// CONCATENATED MODULE: ./build-stage/cli/rehearse/traffic-turns.js
// src/cli/rehearse/traffic-turns.ts


/** So many of the last answers make the share that is told. */
const traffic_turns_lookedAt = 100;
const traffic_turns_cells = 10;
/**
 * Tells a line when the share of the answers that the new version gives has moved on by a quarter. Where nobody writes weights this
 * is the only place where it shows who serves.
 */
class TrafficTurns {
    feed;
    versions;
    tally;
    recent = [];
    told = 0;
    constructor(feed, versions, tally) {
        this.feed = feed;
        this.versions = versions;
        this.tally = tally;
    }
    add(answer) {
        this.recent.push(answer.version === this.versions.new && !hasFailed(answer));
        if (this.recent.length > traffic_turns_lookedAt)
            this.recent.shift();
        const share = this.recent.filter(Boolean).length / this.recent.length;
        const isEnd = (share === 0 || share === 1) && share !== this.told;
        if (this.recent.length < traffic_turns_lookedAt || (Math.abs(share - this.told) < 0.25 && !isEnd))
            return;
        this.told = share;
        const filled = Math.round(traffic_turns_cells * share);
        const { requests, failed } = this.tally.total;
        this.feed.tell(`${this.versions.live} ${'░'.repeat(traffic_turns_cells - filled)}${'█'.repeat(filled)} ${this.versions.new}  ${Math.round(100 * share)} % of the clients are answered by ${this.versions.new}; ${grouped(requests)} requests, ${grouped(failed)} failed`);
    }
}

;// CONCATENATED MODULE: ./build-stage/cli/rehearse/play.js
// src/cli/rehearse/play.ts










/** How long clients go on after the end, so that it shows who serves, real ms. */
const afterwardsMs = 1_000;
/** Plays one scenario: sets it up, runs the action as the runner does, and sees what clients saw. */
async function play(stage, scenario, versions) {
    const { clock, load, screen, folder } = stage;
    await (0,promises_.mkdir)(folder, { recursive: true });
    const clients = load.tally();
    const bar = new TrafficBar(screen, versions, clients);
    const startedAt = performance.now();
    const feed = new Feed(stage, clock.now());
    load.listen(bar);
    const turns = new TrafficTurns(feed, versions, clients);
    if (!('listener-rule-arn' in stage.inputs || 'listener-arn' in stage.inputs))
        load.listen(turns);
    screen.show(() => bar.text());
    const looking = new Looking(stage, feed);
    const jobs = [];
    try {
        const deeds = await Deeds.prepare(stage, feed, versions);
        for (const deed of scenario.before)
            await deeds.do(deed);
        const company = await runTogether(stage, feed, { scenario, looking, deeds, clients, versions, jobs });
        const [first, ...rivals] = company;
        looking.forgetMoments();
        const further = [];
        for (const next of scenario.afterwards ?? []) {
            if (!('title' in next)) {
                await deeds.do(next);
                continue;
            }
            feed.tell(screen.paint.yellow(next.title));
            tellInputs(stage, feed, next.inputs);
            const job = await Job.prepare(stage, feed, optionsOf(stage, scenario, next, jobs.length));
            jobs.push(job);
            await job.start();
            await job.ended();
            await job.runPost();
            further.push({ act: next, job });
        }
        const cloudMs = clock.now() - feed.from;
        const realMs = performance.now() - startedAt;
        await load.close(clients);
        await mendAll(stage.cloud);
        const afterwards = load.tally();
        await new Promise((resolve) => setTimeout(resolve, afterwardsMs));
        await load.close(afterwards);
        const files = { summary: (0,external_node_path_.join)(folder, 'summary.md'), log: (0,external_node_path_.join)(folder, 'log.txt') };
        const summary = jobs.map((job) => job.summary).join('\n');
        await (0,promises_.writeFile)(files.summary, summary);
        await (0,promises_.writeFile)(files.log, jobs.map(({ log }) => log).join('\n'));
        const deployed = [...further].reverse().find(({ act }) => act.action === undefined)?.job ?? first;
        await (0,promises_.writeFile)((0,external_node_path_.join)(folder, 'outputs.json'), `${JSON.stringify(deployed.outputs, null, 2)}\n`);
        const played = {
            ...first.played(),
            rivals: rivals.map((rival) => rival.played()),
            acts: further.map(({ act, job }) => ({ act, ...job.played() })),
            liveVersion: versions.live,
            newVersion: versions.new,
            clients,
            afterwards,
        };
        return {
            ...played,
            scenario,
            differences: differences(scenario.expected, scenario.rivals ?? [], played),
            speed: stage.speed,
            outputs: deployed.outputs,
            realMs,
            cloudMs,
            waitedMs: looking.slowestMs,
            summary,
            files,
        };
    }
    finally {
        looking.stop();
        screen.hide();
        load.forget(bar);
        load.forget(turns);
        await Promise.all(jobs.map((job) => job[Symbol.asyncDispose]()));
    }
}
/** The run, and those that are started in the same moment. First comes the one that was not refused. */
async function runTogether(stage, feed, together) {
    const { scenario, jobs } = together;
    const rivals = scenario.rivals ?? [];
    tellInputs(stage, feed, scenario.inputs);
    const said = [];
    const company = [];
    for (let i = 0; i <= rivals.length; i++) {
        const options = {
            ...optionsOf(stage, scenario, undefined, i),
            onLine: (line) => said.push(line),
            ...(rivals.length > 0 ? { mark: `run ${i + 1}  ` } : {}),
        };
        company.push(await Job.prepare(stage, feed, options));
    }
    jobs.push(...company);
    for (const { when, deeds } of scenario.meanwhile ?? []) {
        together.looking.when(momentOf(when, said, together), () => void happen(stage, feed, together, deeds, company));
    }
    await Promise.all(company.map((job) => job.start()));
    if (company.length > 1) {
        const starts = company.map(({ startedAt }) => startedAt);
        const withinMs = Math.max(...starts) - Math.min(...starts);
        feed.tell(stage.screen.paint.yellow(`${company.length} runs start within ${withinMs.toFixed(1)} ms of each other`));
    }
    await Promise.all(company.map(async (job) => {
        await job.ended();
        await job.runPost();
    }));
    const [first, ...others] = company.sort((a, b) => Number(isRefused(a)) - Number(isRefused(b)));
    if (first === undefined)
        throw new Error('nothing was run');
    return [first, ...others];
}
/** What is not as the caller workflow has it. */
function tellInputs({ screen }, feed, inputs = {}) {
    const words = Object.entries(inputs).map(([name, text]) => `${name}: ${text}`);
    if (words.length > 0)
        feed.tell(screen.paint.dim(`with ${words.join('; ')}`));
}
const isRefused = (job) => job.outputs.outcome === 'refused';
function momentOf(when, said, { clients, versions }) {
    if ('answers' in when)
        return () => clients.requestsOf(versions.new) >= when.answers;
    return () => said.some((line) => when.said.test(line));
}
async function happen(stage, feed, { deeds }, what, company) {
    const { paint } = stage.screen;
    try {
        for (const deed of what) {
            if (!('runner' in deed)) {
                await deeds.do(deed);
                continue;
            }
            feed.tell(paint.yellow(deed.runner === 'cancelled'
                ? 'somebody cancels the workflow: SIGINT, 7.5 s later SIGTERM, 2.5 s later the end'
                : 'the runner is lost: SIGKILL, and no post'));
            for (const job of company)
                job.suffer(deed.runner);
        }
    }
    catch (error) {
        // What could not be done shows in how it ends; here is why.
        feed.tell(paint.red((0,message_of/* messageOf */.b)(error)));
    }
}
/** An action other than the example's gets what leads to the same deployment. */
function optionsOf(stage, scenario, act, number) {
    const { example, inputs, clock } = stage;
    const runId = Math.floor(clock.now()) + number;
    if (act?.action === undefined) {
        return { action: example.action, runId, inputs: { ...inputs, ...scenario.inputs, ...act?.inputs } };
    }
    // A lock with a name of its own is found by that alone.
    const names = 'lock-name' in inputs ? ['region', 'lock-name'] : ['region', 'cluster', 'services', 'service'];
    const same = Object.fromEntries(Object.entries(inputs).filter(([name]) => names.includes(name)));
    return { action: act.action, runId, inputs: { ...same, ...act.inputs } };
}

// EXTERNAL MODULE: ./build-stage/local-cloud/ecs/images.js
var ecs_images = __webpack_require__(6171);
;// CONCATENATED MODULE: ./build-stage/cli/rehearse/release.js
// src/cli/rehearse/release.ts



/** The `n`th release of a rehearsal; the live one is the first. */
function release(n) {
    const version = `v${n}`;
    return { version, digest: `sha256:${(0,external_node_crypto_.createHash)('sha256').update(`rehearsed ${version}`).digest('hex')}` };
}
/**
 * What the application of this release calls itself in the local cloud: the tag of its image, or the beginning of its
 * digest when it has none.
 *
 * @throws Problem when no input of the run names the image
 */
function versionIn(inputs, { digest }) {
    const words = Object.values(inputs).flatMap((text) => text.split(/[\s=]+/));
    const image = words.find((word) => word.endsWith(`@${digest}`));
    if (image === undefined) {
        throw new Problem('no input of the action names the rehearsed image: let an expression in rehearsal.yaml hold {digest}');
    }
    return (0,ecs_images/* versionOf */.E4)(image);
}

;// CONCATENATED MODULE: ./build-stage/cli/rehearse/traffic.js
// src/cli/rehearse/traffic.ts


/** Before the curtain rises: where clients go, that somebody answers, and that no alarm is on. */
const firstAnswerMs = 30_000;
const calmMs = 30_000;
const traffic_lookMs = 100;
/**
 * The real address of the listener that the inputs name, by its own ARN or by that of one of its rules; where they name none,
 * of the only one there is.
 */
function listenerOf(cloud, inputs) {
    const rule = inputs['listener-rule-arn'];
    if (rule === undefined && inputs['listener-arn'] === undefined)
        return onlyListener(cloud);
    const arn = rule === undefined
        ? inputs['listener-arn']
        : // arn:…:listener-rule/app/NAME/LB/LISTENER/RULE belongs to arn:…:listener/app/NAME/LB/LISTENER
            rule.replace(':listener-rule/', ':listener/').replace(/\/[^/]*$/, '');
    const found = cloud.created.find((resource) => resource.kind === 'listeners' && resource.arn === arn);
    if (found?.url !== undefined)
        return found.url;
    throw new Problem(`the caller workflow names ${rule ?? arn ?? 'no listener-rule-arn and no listener-arn'}, and the seed file makes no such listener`);
}
function onlyListener({ created }) {
    const [only, ...more] = created.filter(({ kind }) => kind === 'listeners');
    if (only?.url === undefined)
        throw new Problem('the seed file makes no listener, and clients have to ask somewhere');
    if (more.length === 0)
        return only.url;
    const names = [only, ...more].map(({ name }) => name).join(', ');
    throw new Problem(`the seed file makes several listeners (${names}), and a rehearsal sends its clients to one`);
}
/** Waits until the application answers well; tells which version it is. */
async function firstAnswer(url, headers) {
    const until = performance.now() + firstAnswerMs;
    let seen = '';
    while (performance.now() < until) {
        try {
            const response = await fetch(url, { headers });
            await response.arrayBuffer();
            if (response.status < 400)
                return response.headers.get('x-app-version') ?? '';
            seen = `HTTP ${response.status}`;
        }
        catch (error) {
            seen = (0,message_of/* messageOf */.b)(error);
        }
        await new Promise((resolve) => setTimeout(resolve, traffic_lookMs));
    }
    throw new Problem(`nothing answered well at ${url} within ${firstAnswerMs / 1000} s (last: ${seen})`, 1);
}
/** Waits until no alarm is on any more, which the scenario before may have left so. */
async function calm(cloud) {
    const until = performance.now() + calmMs;
    for (;;) {
        const { transitions } = (await cloud.admin('cloudwatch/history'));
        const states = new Map(transitions.map(({ alarm, to }) => [alarm, to]));
        const on = [...states].filter(([, state]) => state === 'ALARM').map(([alarm]) => alarm);
        if (on.length === 0)
            return;
        if (performance.now() > until)
            throw new Problem(`alarms are still on: ${on.join(', ')}`, 1);
        await new Promise((resolve) => setTimeout(resolve, traffic_lookMs));
    }
}

;// CONCATENATED MODULE: ./build-stage/cli/rehearse/theatre.js
// src/cli/rehearse/theatre.ts











/** A local cloud with the example in it and clients at the door. Scenarios are played in it one after the other. */
class Theatre {
    setting;
    cloud;
    identity;
    known;
    load;
    url;
    live;
    releases = 1;
    closed;
    leaving = new AbortController();
    constructor(setting, cloud, identity, known, load, 
    /** Where clients ask. */
    url, 
    /** The version that answers them. */
    live) {
        this.setting = setting;
        this.cloud = cloud;
        this.identity = identity;
        this.known = known;
        this.load = load;
        this.url = url;
        this.live = live;
    }
    /** @throws Problem when the seed is refused, the inputs cannot be resolved or nobody answers */
    static async open(setting) {
        const { example } = setting;
        const cloud = await started(setting);
        const identity = await startIdentityEndpoint('repo:example/shop:environment:production');
        try {
            const known = { region: example.region, ...resourcesOf(cloud) };
            const listener = listenerOf(cloud, inputsOf(example, { ...known, ...release(0) }));
            const { path, headers } = example.requests;
            const url = `${listener}${path}`;
            const live = await firstAnswer(url, headers);
            const load = new Load({ url, perSecond: setting.perSecond, headers });
            return new Theatre(setting, cloud, identity, known, load, url, live);
        }
        catch (error) {
            await Promise.all([cloud.stop(), identity.stop()]);
            throw error;
        }
    }
    get speed() {
        return this.setting.speed;
    }
    /** @param folder where summary and log go */
    async play(scenario, folder) {
        const { cloud, load, setting } = this;
        await calm(cloud);
        this.releases += 1;
        const next = await pushed(cloud, release(this.releases));
        const inputs = inputsOf(setting.example, { ...this.known, ...next });
        const version = versionIn(inputs, next);
        setting.screen.line(`${setting.screen.paint.bold(scenario.title)}: ${version}`);
        const clock = (0,system_clock/* systemClock */.m)({ ...cloud.env });
        const { identity, leaving } = this;
        const here = { cloud, clock, load, identity: identity.env, leaving: leaving.signal };
        const stage = { ...setting, ...here, inputs, folder };
        const played = await play(stage, scenario, { live: this.live, new: version });
        if (played.afterwards.requestsOf(version) > 0)
            this.live = version;
        return played;
    }
    /** Ends the clients, the action when it runs, and the cloud. */
    close() {
        this.closed ??= (async () => {
            this.leaving.abort();
            this.setting.screen.hide();
            await Promise.all([this.load.stop(), this.cloud.stop(), this.identity.stop()]);
        })();
        return this.closed;
    }
}
/** Where the example has a repository at ECR the release's image lies in it, under the digest that it has there. */
async function pushed(cloud, next) {
    const digests = await Promise.all(cloud.created
        .filter(({ kind }) => kind === 'repositories')
        .map(async ({ name }) => {
        const platforms = ['linux/amd64', 'linux/arm64'];
        const { image } = await cloud.admin('ecr/push', { repositoryName: name, imageTag: next.version, platforms });
        return String(image.imageId.imageDigest);
    }));
    const [digest = next.digest, ...others] = new Set(digests);
    if (others.length === 0)
        return { ...next, digest };
    throw new Problem('the seed file makes several repositories, and a rehearsal releases the image of one');
}
async function started({ example, root, speed }) {
    const command = [process.execPath, (0,external_node_path_.join)(root, 'dist/sluice.js'), 'cloud'];
    try {
        return await startCloud({ command, seed: example.seed, region: example.region, speed });
    }
    catch (error) {
        throw new Problem((0,message_of/* messageOf */.b)(error));
    }
}
/** `kind/name` → ARN, of everything that was seeded. */
function resourcesOf(cloud) {
    return Object.fromEntries(cloud.created.map(({ kind, name, arn }) => [`${kind}/${name}`, arn]));
}

;// CONCATENATED MODULE: ./build-stage/cli/rehearse.js
// src/cli/rehearse.ts











/** `sluice rehearse`. Answers the exit code: 0 when all ended as it should, 1 when not, 2 for a bad flag or folder. */
async function rehearse(words) {
    try {
        const options = readOptions(words);
        if (options.wants === 'help')
            return said(usage);
        if (options.wants === 'list') {
            const { scenarios } = strategies[options.strategy ?? 'blue-green'];
            const width = Math.max(...scenarios.map(({ name }) => name.length));
            return said(scenarios.map(({ name, description }) => `${name.padEnd(width)}  ${description}`).join('\n'));
        }
        return await rehearsed(options);
    }
    catch (error) {
        if (!(error instanceof Problem))
            throw error;
        process.stderr.write(`${error.message.replace(/^/gm, 'sluice rehearse: ')}\n`);
        return error.exitCode;
    }
}
function said(text) {
    process.stdout.write(`${text}\n`);
    return 0;
}
async function rehearsed(options) {
    const startedAt = performance.now();
    const root = (0,places.checkoutRoot)();
    const ours = (0,external_node_path_.join)(root, strategies[options.strategy ?? 'blue-green'].example);
    const example = await readExample((0,external_node_path_.resolve)(options.example ?? ours), root);
    const scenarios = scenariosNamed(options.scenarios, strategyOf(example, options.strategy));
    const speed = options.speed ?? example.speed;
    const perSecond = options.rate ?? example.requests.perSecond;
    const node = (0,places/* nodeForActions */.l)(root);
    const screen = new rehearse_screen/* Screen */.ff(process.stdout, process.env);
    const { paint } = screen;
    const fact = (name, text) => screen.line(paint.dim(`  ${name.padEnd(12)} ${text}`), 15);
    screen.line(`${paint.bold('Sluice rehearsal')} of ${(0,external_node_path_.relative)(process.cwd(), example.folder) || example.folder}`);
    fact('the action', `dist/${example.action}, on ${node.words}`);
    fact('the clients', `${perSecond} requests a second, whatever is answered`);
    const folder = options.out === undefined ? await (0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), 'sluice-rehearsal-')) : (0,external_node_path_.resolve)(options.out);
    await (0,promises_.mkdir)(folder, { recursive: true });
    const performances = [];
    const setting = { example, root, node: node.path, screen, perSecond, isVerbose: options.isVerbose };
    let theatre;
    const closeForSignal = closingAtSignals(() => theatre?.close());
    try {
        for (const [i, scenario] of scenarios.entries()) {
            const wanted = speedOf(scenario, speed);
            if (theatre?.speed !== wanted) {
                await theatre?.close();
                theatre = await Theatre.open({ ...setting, speed: wanted });
                fact('the cloud', `local, its clock ${wanted} times as fast as yours; ${theatre.live} answers at ${theatre.url}`);
                screen.line();
            }
            const played = await theatre.play(scenario, (0,external_node_path_.join)(folder, `${i + 1}-${scenario.name}`));
            performances.push(played);
            tellPerformance(screen, played);
        }
        const ending = { performances, seconds: (performance.now() - startedAt) / 1000, folder };
        await (0,promises_.writeFile)((0,external_node_path_.join)(folder, 'report.json'), `${JSON.stringify(reportOf(ending), null, 2)}\n`);
        tellEnding(screen, ending);
        if (options.keepsCloud && theatre !== undefined) {
            closeForSignal.forget();
            await keep(theatre, screen);
        }
        return performances.every((played) => played.differences.length === 0) ? 0 : 1;
    }
    finally {
        closeForSignal.forget();
        await theatre?.close();
    }
}
const speedOf = ({ speedAtMost = Number.POSITIVE_INFINITY }, speed) => Math.min(speed, speedAtMost);
/** Closes, and ends the program, when a signal comes or nobody reads any more. What was started ends with it. */
function closingAtSignals(close) {
    // 128 + the signal's number: https://www.gnu.org/software/bash/manual/html_node/Exit-Status.html
    const exitCodes = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143, SIGPIPE: 141 };
    const end = (signal) => {
        Promise.resolve(close()).finally(() => process.exit(exitCodes[signal]));
    };
    const nobodyReads = () => end('SIGPIPE');
    process.stdout.on('error', nobodyReads);
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
    for (const signal of signals)
        process.on(signal, end);
    return {
        forget: () => {
            process.stdout.off('error', nobodyReads);
            for (const signal of signals)
                process.off(signal, end);
        },
    };
}
async function keep({ cloud, url }, screen) {
    screen.line();
    screen.line(`The cloud and its clients go on until Ctrl-C. The application answers at ${url}; for any AWS client:`);
    for (const [name, value] of Object.entries(cloud.env))
        screen.line(`  export ${name}=${value}`);
    await new Promise((resolve) => {
        for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
            process.once(signal, () => resolve());
    });
}


/***/ }),

/***/ 6312:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   checkoutRoot: () => (/* binding */ checkoutRoot),
/* harmony export */   l: () => (/* binding */ nodeForActions)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _testing_node_24_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2833);
// src/cli/rehearse/places.ts



/** The checkout that this program belongs to: the folder above it that has `actions` and `dist`. */
function checkoutRoot(from = import.meta.dirname) {
    for (let folder = from;; folder = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(folder)) {
        if ((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, 'actions')) && (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, 'dist')))
            return folder;
        if ((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(folder) === folder)
            throw new Error(`no checkout of Sluice above ${from}`);
    }
}
/** Node 24, which actions run on, when it is installed; otherwise the Node that runs this. */
function nodeForActions(root) {
    try {
        return { path: (0,_testing_node_24_js__WEBPACK_IMPORTED_MODULE_2__/* .node24 */ .H)(root), words: 'Node 24 from node_modules, as on GitHub' };
    }
    catch {
        const isThat = process.versions.node.startsWith('24.');
        const words = isThat ? `Node ${process.versions.node}` : `Node ${process.versions.node}; GitHub's runner has 24`;
        return { path: process.execPath, words };
    }
}


/***/ }),

/***/ 6029:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ withShortArns)
/* harmony export */ });
// src/cli/rehearse/short-arns.ts
/** ARNs of target groups by the group's name alone: whoever watches a rehearsal knows the account. */
function withShortArns(text) {
    return text.replace(/arn:[^\s()]*:targetgroup\/([^/\s]+)\/\w+/g, '$1');
}


/***/ }),

/***/ 1912:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ toldInSummary),
/* harmony export */   l: () => (/* binding */ troubleLines)
/* harmony export */ });
/* harmony import */ var _rehearse_short_arns_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6029);
// src/cli/told-in-summary.ts

function toldInSummary(markdown) {
    const causes = /^### Why tasks stopped\n\n((?:- .*\n?)+)/m.exec(markdown)?.[1] ?? '';
    const log = /<summary>Last lines of (?<of>.+?) in task \S+<\/summary>\n\n(?<fence>`{3,})text\n(?<text>[\s\S]*?)\n\k<fence>/.exec(markdown)?.groups;
    const events = /<summary>Events of the service [^<]*<\/summary>\n\n([\s\S]*?)\n\n<\/details>/.exec(markdown)?.[1] ?? '';
    return {
        causes: causes
            .split('\n')
            .filter((line) => line !== '')
            .map((line) => plain(line.slice(2))),
        log: log === undefined ? undefined : { of: log.of ?? '', lines: (log.text ?? '').split('\n') },
        events: events
            .split('\n')
            .slice(2)
            .flatMap((row) => {
            const [, at, text] = /^\| (\S+) \| (.*) \|$/.exec(row) ?? [];
            return at === undefined || text === undefined ? [] : [{ at, text: plain(text) }];
        }),
    };
}
/** The last lines of a log and so many events are enough to see what went on; the summary has more. */
const mostLines = 3;
const mostEvents = 12;
/** The same as lines, further ones of each so many columns in; nothing when no task stopped. */
function troubleLines({ causes, log, events, }) {
    if (causes.length === 0)
        return [];
    const said = (text) => ({ text, indent: 4, isQuoted: false });
    const quoted = (text) => ({ text: `  ${text}`, indent: 9, isQuoted: true });
    return [
        ...causes.map((cause) => said(`Tasks that stopped: ${cause}`)),
        ...(log === undefined ? [] : [said(`The last it wrote (${log.of}):`), ...log.lines.slice(-mostLines).map(quoted)]),
        ...(events.length === 0 ? [] : [said('What ECS said:')]),
        ...events.slice(-mostEvents).map(({ at, text }) => quoted(`${at}  ${(0,_rehearse_short_arns_js__WEBPACK_IMPORTED_MODULE_0__/* .withShortArns */ .N)(text)}`)),
    ];
}
/** As it was before it was written into a table. */
const plain = (text) => text.replaceAll('\\|', '|').replaceAll('&lt;', '<');


/***/ }),

/***/ 6171:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E4: () => (/* binding */ versionOf),
/* harmony export */   fo: () => (/* binding */ ImageCatalogue),
/* harmony export */   zZ: () => (/* binding */ parseImage)
/* harmony export */ });
// src/local-cloud/ecs/images.ts
/** `[registry/]repository[:tag][@digest]`; a colon before the last slash belongs to the registry's port. */
function parseImage(image) {
    const [withTag = '', digest] = image.split('@');
    const slash = withTag.lastIndexOf('/');
    const colon = withTag.indexOf(':', slash + 1);
    const repository = colon < 0 ? withTag : withTag.slice(0, colon);
    return {
        repository,
        name: repository.slice(repository.lastIndexOf('/') + 1),
        tag: colon < 0 ? undefined : withTag.slice(colon + 1),
        digest,
    };
}
/** What the app calls itself where the container sets no APP_VERSION. */
function versionOf(image) {
    const { tag, digest } = parseImage(image);
    return tag ?? digest?.replace(/^sha256:/, '').slice(0, 12) ?? 'latest';
}
class ImageCatalogue {
    missing = new Set();
    constructor(missing = []) {
        for (const image of missing)
            this.missing.add(image);
    }
    /** From now on this image (or every image of this repository, where no tag or digest is given) cannot be pulled. */
    remove(image) {
        this.missing.add(image);
    }
    restore(image) {
        this.missing.delete(image);
    }
    list() {
        return [...this.missing];
    }
    has(image) {
        const { repository, name, tag, digest } = parseImage(image);
        const names = [image, repository, name];
        if (tag !== undefined)
            names.push(`${repository}:${tag}`, `${name}:${tag}`);
        if (digest !== undefined)
            names.push(`${repository}@${digest}`, `${name}@${digest}`, digest);
        return !names.some((each) => this.missing.has(each));
    }
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

/***/ 2833:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ node24)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
// src/testing/node-24.ts


/** The Node that `using: node24` means: npm's `node` package brings it. */
function node24(root = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(import.meta.dirname, '../..')) {
    const candidates = [
        'node_modules/node/bin/node',
        // Where npm does not run install scripts, the binary stays in the package of the platform.
        ...['node_modules', 'node_modules/node/node_modules'].map((folder) => `${folder}/node-bin-${process.platform}-${process.arch}/bin/node`),
    ];
    const found = candidates.map((path) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(root, path)).find((path) => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(path));
    if (found === undefined) {
        throw new Error('Node 24 is not installed: npm ci brings it');
    }
    return found;
}


/***/ })

};
