export const id = 3538;
export const ids = [3538,5734,1601];
export const modules = {

/***/ 3501:
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
// src/actions/rollback/spec.ts





const spec = (0,_spec_action_spec_js__WEBPACK_IMPORTED_MODULE_3__/* .defineAction */ .Q)({
    name: 'rollback',
    title: 'Sluice: roll back by hand',
    description: 'Gives all traffic back to the other side, now: ends a shift that is under way, or undoes one that was promoted. Starts the old version again when its tasks are gone.',
    branding: { icon: 'corner-up-left', color: 'blue' },
    inputs: {
        cluster: {
            kind: (0,_spec_names_js__WEBPACK_IMPORTED_MODULE_1__/* .clusterName */ .SL)(),
            required: true,
            description: 'Name or ARN of the ECS cluster that both services run in.',
        },
        services: {
            kind: _spec_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .lines */ .Mn({ exactly: 2, of: 'service name', item: (0,_spec_names_js__WEBPACK_IMPORTED_MODULE_1__/* .serviceName */ .fe)() }),
            required: true,
            description: 'The two ECS services, one name per line, in any order.',
        },
        'listener-rule-arn': {
            kind: _spec_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .arn */ .Cm('listener rule'),
            description: 'ARN of the listener rule that forwards to the two target groups. Give this or `listener-arn`.',
        },
        'listener-arn': {
            kind: _spec_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .arn */ .Cm('listener'),
            description: 'ARN of the listener, when its default action forwards to them. Give this or `listener-rule-arn`.',
        },
        'target-groups': {
            kind: _spec_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .map */ .Tj({ key: (0,_spec_names_js__WEBPACK_IMPORTED_MODULE_1__/* .serviceName */ .fe)(), value: _spec_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .arn */ .Cm('target group'), example: 'service=target-group-arn' }),
            description: 'The target group of each service, where a service has more than one: `service=arn` per line.',
        },
        to: {
            kind: (0,_spec_names_js__WEBPACK_IMPORTED_MODULE_1__/* .serviceName */ .fe)(),
            description: 'The service that is to get all traffic. By default the side that was live when the shift began, or, when none is under way, the one that is not live.',
        },
        'when-locked': {
            kind: _spec_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .oneOf */ .yL('take', 'fail'),
            preset: 'take',
            description: 'What to do while a deployment is at work: `take` takes its lock away, so that it changes nothing more, and rolls it back; `fail` leaves it alone.',
        },
        'start-timeout': {
            kind: _spec_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p0({ minMs: 1000, maxMs: 21_600_000 }),
            preset: '15m',
            description: 'How long the old version may take to start, when it has no tasks any more.',
        },
        'poll-interval': {
            kind: _spec_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p0({ minMs: 100, maxMs: 300_000 }),
            preset: '5s',
            description: 'How often tasks and targets are looked at while the old version starts.',
        },
        drain: {
            kind: _spec_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p0({ maxMs: 3_600_000 }),
            preset: '2m',
            description: 'How long the side that was left keeps its tasks, so that requests in flight can end.',
        },
        'keep-new': {
            kind: _spec_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .flag */ .Jt(),
            preset: 'false',
            description: 'Leave the tasks of the side that was left running, in place of scaling it to 0.',
        },
        'lock-name': {
            kind: (0,_spec_names_js__WEBPACK_IMPORTED_MODULE_1__/* .parameterName */ .xd)(),
            description: 'The SSM parameter that is the lock, when the deployment was given another than the default.',
        },
        reason: { kind: _spec_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq(), description: 'Why, for the log and the summary.' },
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
        (0,_spec_rules_js__WEBPACK_IMPORTED_MODULE_4__/* .exactlyOneOf */ .Og)('listener-rule-arn', 'listener-arn'),
        (0,_spec_rules_js__WEBPACK_IMPORTED_MODULE_4__/* .ofTheRegion */ .h3)('listener-rule-arn', 'listener-arn', 'cluster'),
    ],
    outputs: {
        outcome: {
            description: 'How it ended: `rolled-back`, `unchanged` (it had all traffic already), `refused` (nothing was changed), or `stuck`.',
        },
        reason: { description: 'What happened, in a sentence.' },
        'active-service': {
            description: 'The service that receives the traffic now, or most of it, as last read; empty when the rule was not read.',
        },
        weights: { description: 'What was last observed on the listener, as JSON.' },
        'seconds-to-restore': {
            description: 'Seconds from the start until the listener was observed to send everything there.',
        },
    },
});


/***/ }),

/***/ 6952:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ remembering),
/* harmony export */   m: () => (/* binding */ rememberingRevisions)
/* harmony export */ });
// build-stage/aws/remembering.js
function remembering(port) {
  const answers = /* @__PURE__ */ new Map();
  return new Proxy(port, {
    get(target, name, receiver) {
      const member = Reflect.get(target, name, receiver);
      if (typeof member !== "function")
        return member;
      return (...words) => {
        const question = JSON.stringify([String(name), ...words]);
        const before = answers.get(question);
        if (before !== void 0)
          return before;
        const asked = Promise.resolve(member.apply(target, words));
        answers.set(question, asked);
        asked.catch(() => answers.delete(question));
        return asked;
      };
    }
  });
}
function rememberingRevisions(port) {
  const known = remembering({ taskDefinition: (arn) => port.taskDefinition(arn) });
  const taskDefinition = (arn) => (/:\d+$/.test(arn) ? known : port).taskDefinition(arn);
  return new Proxy(port, {
    get: (target, name, receiver) => name === "taskDefinition" ? taskDefinition : Reflect.get(target, name, receiver)
  });
}



/***/ }),

/***/ 1947:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  awsRolling: () => (/* binding */ awsRolling),
  rollingSettings: () => (/* binding */ rollingSettings)
});

// EXTERNAL MODULE: ./build-stage/aws/alarms.js
var alarms = __webpack_require__(6123);
// EXTERNAL MODULE: ./build-stage/aws/journal.js
var journal = __webpack_require__(782);
// EXTERNAL MODULE: ./build-stage/aws/journal-index.js
var journal_index = __webpack_require__(9363);
// EXTERNAL MODULE: ./build-stage/aws/lock-queue.js
var lock_queue = __webpack_require__(6324);
// EXTERNAL MODULE: ./build-stage/aws/logs.js
var aws_logs = __webpack_require__(5666);
// EXTERNAL MODULE: ./build-stage/ports/message-of.js
var message_of = __webpack_require__(9901);
// EXTERNAL MODULE: ./build-stage/spec/input-error.js
var input_error = __webpack_require__(5432);
// EXTERNAL MODULE: ./build-stage/aws/client.js
var aws_client = __webpack_require__(5082);
// EXTERNAL MODULE: ./build-stage/aws/ecs-client.js
var ecs_client = __webpack_require__(7570);
// EXTERNAL MODULE: ./build-stage/aws/errors.js
var errors = __webpack_require__(8470);
;// CONCATENATED MODULE: ./build-stage/aws/one-off-tasks.js
// build-stage/aws/one-off-tasks.js






function createOneOffTasks(settings, cluster, rollout) {
  const sdk = (0,aws_client/* once */.Oo)(() => Promise.all(/* import() | aws-sdk-ecs */[__webpack_require__.e(5298), __webpack_require__.e(9953), __webpack_require__.e(3615), __webpack_require__.e(8254), __webpack_require__.e(8221)]).then(__webpack_require__.bind(__webpack_require__, 6099)));
  const client = () => (0,ecs_client/* ecsClient */.b)(settings);
  const logsSdk = (0,aws_client/* once */.Oo)(() => Promise.all(/* import() | aws-sdk-logs */[__webpack_require__.e(5298), __webpack_require__.e(9953), __webpack_require__.e(3615), __webpack_require__.e(1752), __webpack_require__.e(8591)]).then(__webpack_require__.bind(__webpack_require__, 3699)));
  async function service(name) {
    const { DescribeServicesCommand } = await sdk();
    const ecs = await client();
    const { services = [] } = await (0,aws_client/* call */.T1)("ecs:DescribeServices", () => ecs.send(new DescribeServicesCommand({ cluster, services: [name] })));
    const found = services.find(({ status }) => status !== "INACTIVE");
    if (found !== void 0)
      return found;
    throw new input_error/* InputError */.d([{ input: "service", value: name, wrong: `does not exist in cluster ${cluster}` }]);
  }
  return {
    async start({ service: name, taskDefinitionArn, container, command, environment, token, startedBy }) {
      const { RunTaskCommand } = await sdk();
      const ecs = await client();
      const inherited = placementOf(await service(name));
      const override = {
        name: container,
        ...command === void 0 ? {} : { command: [...command] },
        ...environment === void 0 ? {} : { environment: Object.entries(environment).map(([key, value]) => ({ name: key, value })) }
      };
      const { tasks = [], failures = [] } = await (0,aws_client/* call */.T1)("ecs:RunTask", () => ecs.send(new RunTaskCommand({
        ...inherited,
        cluster,
        taskDefinition: taskDefinitionArn,
        count: 1,
        overrides: { containerOverrides: [override] },
        clientToken: token,
        startedBy
      }))).catch((error) => {
        if (/capacity is unavailable/i.test(error instanceof Error ? error.message : "")) {
          return { tasks: [], failures: [{ reason: error instanceof Error ? error.message : "" }] };
        }
        if (!["ClientException", "InvalidParameterException"].includes((0,errors/* errorName */.Is)(error)))
          throw error;
        const told = (0,message_of/* messageOf */.b)(error);
        throw new input_error/* InputError */.d([{ input: "task", value: taskDefinitionArn, wrong: `is not accepted by ECS: ${told}` }]);
      });
      const arn = tasks[0]?.taskArn;
      if (arn !== void 0)
        return { arn };
      return { notPlaced: failures.map(({ reason = "" }) => reason).join("; ") || "ECS gave no reason" };
    },
    async look(arn) {
      const { DescribeTasksCommand } = await sdk();
      const ecs = await client();
      const { tasks = [] } = await (0,aws_client/* call */.T1)("ecs:DescribeTasks", () => ecs.send(new DescribeTasksCommand({ cluster, tasks: [arn] })));
      return tasks[0] === void 0 ? void 0 : seen(tasks[0]);
    },
    async stop(arn, reason) {
      const { StopTaskCommand } = await sdk();
      const ecs = await client();
      const input = { cluster, task: arn, reason: reason.slice(0, 1024) };
      await (0,aws_client/* call */.T1)("ecs:StopTask", () => ecs.send(new StopTaskCommand(input)));
    },
    async startedBy(name) {
      const { ListTasksCommand } = await sdk();
      const ecs = await client();
      const { taskArns = [] } = await (0,aws_client/* call */.T1)("ecs:ListTasks", () => ecs.send(new ListTasksCommand({ cluster, startedBy: name })));
      return taskArns;
    },
    async lines(task, after) {
      const stream = (0,aws_logs/* logStreamOf */.a)(await rollout.taskDefinition(task.taskDefinitionArn), task.arn, task.container);
      if (stream === void 0)
        return { lines: [] };
      const { CloudWatchLogsClient, GetLogEventsCommand } = await logsSdk();
      const logs = new CloudWatchLogsClient((0,aws_client/* clientOptions */.s1)({ ...settings, region: stream.region ?? settings.region }));
      const { group: logGroupName, stream: logStreamName } = stream;
      const from = after === void 0 ? { startFromHead: true } : { startFromHead: true, nextToken: after };
      try {
        const { events = [], nextForwardToken } = await (0,aws_client/* call */.T1)("logs:GetLogEvents", () => logs.send(new GetLogEventsCommand({ logGroupName, logStreamName, ...from })));
        const lines = events.map(({ message }) => (message ?? "").trimEnd());
        return nextForwardToken === void 0 ? { lines } : { lines, after: nextForwardToken };
      } catch (error) {
        if ((0,errors/* errorName */.Is)(error) === "ResourceNotFoundException")
          return { lines: [] };
        throw error;
      }
    },
    commandToStop: (arn) => `aws ecs stop-task --cluster ${cluster} --task ${arn} --region ${settings.region}`
  };
}
function placementOf(service) {
  const { networkConfiguration, platformVersion, launchType, capacityProviderStrategy = [], propagateTags } = service;
  const capacity = capacityProviderStrategy.length > 0 ? { capacityProviderStrategy } : launchType === void 0 ? {} : { launchType };
  return {
    ...networkConfiguration === void 0 ? {} : { networkConfiguration },
    ...platformVersion === void 0 ? {} : { platformVersion },
    ...capacity,
    ...propagateTags === "TASK_DEFINITION" ? { propagateTags } : {},
    ...service.enableECSManagedTags === true ? { enableECSManagedTags: true } : {}
  };
}
function seen(task) {
  return {
    status: task.lastStatus ?? "",
    stopCode: task.stopCode ?? "",
    stoppedReason: task.stoppedReason ?? "",
    containers: (task.containers ?? []).map((container) => ({
      name: container.name ?? "",
      exitCode: container.exitCode ?? null,
      reason: container.reason ?? ""
    }))
  };
}


// EXTERNAL MODULE: ./build-stage/aws/remembering.js
var remembering = __webpack_require__(6952);
// EXTERNAL MODULE: ./build-stage/aws/renewing.js
var renewing = __webpack_require__(8370);
// EXTERNAL MODULE: ./build-stage/ports/service-deployments.js
var service_deployments = __webpack_require__(2394);
// EXTERNAL MODULE: ./build-stage/aws/ecs-looks.js + 1 modules
var ecs_looks = __webpack_require__(3026);
;// CONCATENATED MODULE: ./build-stage/aws/listed-deployments.js
// build-stage/aws/listed-deployments.js
var many = 3;
var mostUses = 10;
var slackMs = 1e4;
var ended = ["SUCCESSFUL", "STOPPED", "ROLLBACK_SUCCESSFUL", "ROLLBACK_FAILED"];
function listedDeployments(looks, list) {
  const known = /* @__PURE__ */ new Map();
  const asked = /* @__PURE__ */ new Set();
  async function refreshed({ briefs }) {
    const open = briefs.filter(({ status }) => !ended.includes(status ?? ""));
    const seen = await Promise.all(open.map(({ serviceDeploymentArn = "" }) => looks.serviceDeployment(serviceDeploymentArn)));
    if (seen.includes(void 0))
      return void 0;
    const now = new Map(seen.map((one) => [one?.serviceDeploymentArn, one]));
    return briefs.map((brief) => {
      const one = now.get(brief.serviceDeploymentArn);
      return one === void 0 ? brief : { ...brief, status: one.status, statusReason: one.statusReason };
    });
  }
  return {
    /** Whatever was listed of the service before is no longer all. */
    forget(service) {
      known.delete(service);
    },
    async of(service) {
      asked.add(service);
      if (asked.size < many)
        return list(service);
      const before = known.get(service);
      known.delete(service);
      if (before !== void 0 && before.uses < mostUses) {
        const primary2 = primaryOf(await looks.serviceJustSeen(service));
        const briefs2 = primary2?.id === before.primaryId ? await refreshed(before).catch(() => void 0) : void 0;
        if (briefs2 !== void 0) {
          known.set(service, { ...before, briefs: briefs2, uses: before.uses + 1 });
          return briefs2;
        }
      }
      const [briefs, now] = await Promise.all([list(service), looks.serviceJustSeen(service).catch(() => void 0)]);
      const primary = primaryOf(now);
      const newest = Math.max(...(briefs ?? []).map(({ createdAt }) => createdAt?.getTime() ?? 0));
      const isAll = newest + slackMs >= (primary?.createdAt?.getTime() ?? Number.POSITIVE_INFINITY);
      if (briefs !== void 0 && primary?.id !== void 0 && isAll)
        known.set(service, { briefs, primaryId: primary.id, uses: 0 });
      return briefs;
    }
  };
}
var primaryOf = (service) => service?.deployments?.find(({ status }) => status === "PRIMARY");


;// CONCATENATED MODULE: ./build-stage/aws/service-deployments.js
// build-stage/aws/service-deployments.js







var newest = 5;
var refusals = [
  "ClientException",
  "InvalidParameterException",
  "PlatformTaskDefinitionIncompatibilityException",
  "PlatformUnknownException",
  "ServiceNotActiveException",
  "ServiceNotFoundException",
  "UnsupportedFeatureException"
];
var unknownHere = [
  "UnknownOperationException",
  "InvalidAction",
  "NotImplementedException",
  "UnsupportedFeatureException"
];
function createServiceDeployments(settings, cluster) {
  const sdk = (0,aws_client/* once */.Oo)(() => Promise.all(/* import() | aws-sdk-ecs */[__webpack_require__.e(5298), __webpack_require__.e(9953), __webpack_require__.e(3615), __webpack_require__.e(8254), __webpack_require__.e(8221)]).then(__webpack_require__.bind(__webpack_require__, 6099)));
  const client = () => (0,ecs_client/* ecsClient */.b)(settings);
  const looks = (0,ecs_looks/* ecsLooks */.S)(settings, cluster);
  const listed = listedDeployments(looks, listAll);
  const revisions = /* @__PURE__ */ new Map();
  async function listAll(service) {
    const { ListServiceDeploymentsCommand } = await sdk();
    const ecs = await client();
    const answer = await (0,aws_client/* call */.T1)("ecs:ListServiceDeployments", () => ecs.send(new ListServiceDeploymentsCommand({ cluster, service, maxResults: 100 }))).catch((error) => {
      if (unknownHere.includes((0,errors/* errorName */.Is)(error)))
        return void 0;
      throw error;
    });
    return answer && (answer.serviceDeployments ?? []);
  }
  async function resolve(arns) {
    const unknown = [...new Set(arns)].filter((arn) => !revisions.has(arn));
    for (const found of await Promise.all(unknown.map((arn) => looks.serviceRevision(arn))))
      if (found !== void 0)
        revisions.set(found.serviceRevisionArn ?? "", found.taskDefinition ?? "");
  }
  return {
    async start(service, change) {
      const { UpdateServiceCommand } = await sdk();
      const ecs = await client();
      const { taskDefinitionArn, ...rest } = change;
      const input = {
        cluster,
        service,
        ...taskDefinitionArn === void 0 ? {} : { taskDefinition: taskDefinitionArn },
        ...rest
      };
      const answer = await (0,aws_client/* call */.T1)("ecs:UpdateService", () => ecs.send(new UpdateServiceCommand(input))).catch((error) => {
        if (!refusals.includes((0,errors/* errorName */.Is)(error)))
          throw error;
        throw new service_deployments/* RefusedUpdate */.w((0,message_of/* messageOf */.b)(error), { cause: error });
      });
      listed.forget(service);
      const primary = answer.service?.deployments?.find(({ status }) => status === "PRIMARY");
      return { primaryId: primary?.id ?? "", at: primary?.createdAt?.getTime() ?? 0 };
    },
    async list(service) {
      const briefs = await listed.of(service);
      if (briefs === void 0)
        return void 0;
      const all = briefs.map((brief) => ({ ...brief, at: brief.createdAt?.getTime() ?? 0 })).sort((a, b) => b.at - a.at);
      const good = all.find(({ status }) => status === "SUCCESSFUL");
      const wanted = [...all.slice(0, newest), ...good === void 0 ? [] : [good]];
      await resolve(wanted.flatMap(({ targetServiceRevisionArn }) => targetServiceRevisionArn ?? []));
      return all.map((brief) => ({
        arn: brief.serviceDeploymentArn ?? "",
        createdAt: brief.at,
        status: brief.status ?? "PENDING",
        statusReason: brief.statusReason ?? "",
        taskDefinitionArn: revisions.get(brief.targetServiceRevisionArn ?? "") ?? ""
      }));
    },
    async describe(arn) {
      const found = await looks.serviceDeployment(arn);
      if (found === void 0)
        return void 0;
      const { deploymentCircuitBreaker: breaker, alarms, rollback } = found;
      return {
        status: found.status ?? "",
        statusReason: found.statusReason ?? "",
        rollbackReason: rollback?.reason ?? "",
        triggeredAlarms: alarms?.triggeredAlarmNames ?? [],
        circuitBreaker: {
          status: breaker?.status ?? "",
          failures: breaker?.failureCount ?? 0,
          threshold: breaker?.threshold ?? 0
        }
      };
    },
    async stop(arn, how) {
      const { StopServiceDeploymentCommand } = await sdk();
      const ecs = await client();
      const stopType = how === "abort" ? "ABORT" : "ROLLBACK";
      try {
        await (0,aws_client/* call */.T1)("ecs:StopServiceDeployment", () => ecs.send(new StopServiceDeploymentCommand({ serviceDeploymentArn: arn, stopType })));
        return true;
      } catch (error) {
        const isOver = ["ConflictException", "ServiceDeploymentNotFoundException"].includes((0,errors/* errorName */.Is)(error));
        if (isOver || unknownHere.includes((0,errors/* errorName */.Is)(error)))
          return false;
        throw error;
      }
    },
    async settings(service) {
      const found = await looks.service(service);
      const { deploymentConfiguration = {}, capacityProviderStrategy = [] } = found ?? {};
      return {
        deploymentConfiguration,
        capacityProviderStrategy: capacityProviderStrategy.map(({ capacityProvider = "", weight, base }) => ({
          capacityProvider,
          ...weight === void 0 ? {} : { weight },
          ...base === void 0 ? {} : { base }
        }))
      };
    }
  };
}


// EXTERNAL MODULE: ./build-stage/aws/service-rollout.js + 1 modules
var service_rollout = __webpack_require__(2604);
// EXTERNAL MODULE: ./build-stage/aws/target-health.js
var target_health = __webpack_require__(5383);
;// CONCATENATED MODULE: ./build-stage/aws/rolling-ports.js
// build-stage/aws/rolling-ports.js











function awsRolling(where, settings = rollingSettings(where)) {
  const { session, cluster } = where;
  const own = (port) => (0,renewing/* renewing */.I)(port, session);
  const rollout = (0,remembering/* rememberingRevisions */.m)(own((0,service_rollout/* createServiceRollout */.r)(settings, cluster)));
  return {
    rollout,
    deployments: own(createServiceDeployments(settings, cluster)),
    lock: (name) => ({
      journal: own((0,journal/* createRollingJournal */.N4)(settings, name)),
      queue: own((0,lock_queue/* createLockQueue */.x)(settings, name))
    }),
    release: (name) => own((0,journal/* createReleaseJournal */.L9)(settings, name)),
    journals: own((0,journal_index/* createJournalIndex */.e)(settings)),
    alarms: own((0,alarms/* createAlarmReader */.R)(settings)),
    targets: own((0,target_health/* createTargetHealthReader */.t)(settings)),
    logs: own((0,aws_logs/* createLogReader */.e)(settings, rollout)),
    tasks: own(createOneOffTasks(settings, cluster, rollout)),
    ...session === void 0 ? {} : { access: session }
  };
}
var rollingSettings = ({ region, session, pacer }) => ({
  region,
  ...pacer === void 0 ? {} : { pacer },
  ...session === void 0 ? {} : { credentials: session.credentials }
});



/***/ }),

/***/ 9854:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JS: () => (/* binding */ routeFlags),
/* harmony export */   Ln: () => (/* binding */ sluiceCommand),
/* harmony export */   op: () => (/* binding */ recoverCommand),
/* harmony export */   w4: () => (/* binding */ rerunCommand)
/* harmony export */ });
// src/blue-green/command-line.ts
/** A command that a person can paste: every flag that is given, quoted where a shell asks for it. */
function sluiceCommand(command, flags) {
    const words = Object.entries(flags).flatMap(([name, value]) => value === undefined ? [] : [value].flat().flatMap((each) => [`--${name}`, quoted(each)]));
    return ['sluice', command, ...words].join(' ');
}
/** The flags that name two services and what leads to them. */
const routeFlags = (inputs) => ({
    region: inputs.region,
    cluster: inputs.cluster,
    services: inputs.services,
    'listener-rule-arn': inputs.listenerRuleArn,
    'listener-arn': inputs.listenerArn,
    'target-groups': Object.entries(inputs.targetGroups).map(([service, arn]) => `${service}=${arn}`),
});
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

/***/ 5074:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K2: () => (/* binding */ ownersOf),
/* harmony export */   Mm: () => (/* binding */ sidesOf),
/* harmony export */   ZT: () => (/* binding */ foreignGroups)
/* harmony export */ });
// src/blue-green/sides.ts
/**
 * @param overrides service → target group ARN, where a service has more than one
 */
function sidesOf(route, services, overrides) {
    const owners = ownersOf(route, services, overrides);
    return 'refusals' in owners ? owners : live(route, ...owners.pair);
}
/** Which target group of the rule belongs to which of the two services, whoever is live. */
function ownersOf(route, services, overrides) {
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
    return { pair: [first, second] };
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
                `the ${route.name} sends traffic to both services (${weights}): a shift is under way, or one was left half done. When nobody is at work, rollback with to: ${first.service} or to: ${second.service} gives all of it to that one`,
            ],
        };
    }
    if (weight(first) === 0 && weight(second) === 0) {
        return {
            refusals: [`the ${route.name} sends traffic to neither service (${weights}): which one is live cannot be told`],
        };
    }
    const [blue, green] = weight(first) > 0 ? [first, second] : [second, first];
    const greenIsMissing = !route.groups.some((group) => group.targetGroupArn === green.targetGroupArn);
    const broken = blue.seen.runningCount === 0
        ? `service ${blue.service} is live by the weights (${weights}) but runs no task`
        : undefined;
    return { sides: { blue, green, greenIsMissing, broken } };
}


/***/ }),

/***/ 6795:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M0: () => (/* binding */ bar),
/* harmony export */   hS: () => (/* reexport safe */ _spec_counted_js__WEBPACK_IMPORTED_MODULE_1__.h),
/* harmony export */   mV: () => (/* binding */ clockWords)
/* harmony export */ });
/* harmony import */ var _spec_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1999);
/* harmony import */ var _spec_counted_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7481);
// src/blue-green/words.ts


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


/***/ }),

/***/ 4943:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  main: () => (/* binding */ main)
});

// EXTERNAL MODULE: ./build-stage/aws/index.js + 4 modules
var aws = __webpack_require__(6294);
// EXTERNAL MODULE: ./build-stage/aws/rolling-ports.js + 3 modules
var rolling_ports = __webpack_require__(1947);
// EXTERNAL MODULE: ./build-stage/blue-green/lock.js
var lock = __webpack_require__(4531);
// EXTERNAL MODULE: ./build-stage/github/fail.js
var fail = __webpack_require__(4687);
// EXTERNAL MODULE: ./build-stage/github/inputs.js
var github_inputs = __webpack_require__(8746);
// EXTERNAL MODULE: ./build-stage/github/log.js
var log = __webpack_require__(2457);
// EXTERNAL MODULE: ./build-stage/rolling/lock.js
var rolling_lock = __webpack_require__(8126);
// EXTERNAL MODULE: ./build-stage/spec/input-error.js
var input_error = __webpack_require__(5432);
// EXTERNAL MODULE: ./build-stage/system/clock.js
var system_clock = __webpack_require__(8671);
// EXTERNAL MODULE: ./build-stage/blue-green/command-line.js
var command_line = __webpack_require__(9854);
// EXTERNAL MODULE: ./build-stage/blue-green/plan.js + 1 modules
var plan = __webpack_require__(9554);
// EXTERNAL MODULE: ./build-stage/ecs/task-definition.js
var task_definition = __webpack_require__(3204);
// EXTERNAL MODULE: ./build-stage/blue-green/sides.js
var sides = __webpack_require__(5074);
// EXTERNAL MODULE: ./build-stage/verdict/target-health.js
var target_health = __webpack_require__(3635);
;// CONCATENATED MODULE: ./build-stage/cli/status/run.js
// src/cli/status/run.ts






/** What there is to tell, a line each. Every figure is read now. */
async function statusLines(inputs, world) {
    const route = await world.router.read();
    const services = await world.rollout.describe(inputs.services);
    const owners = (0,sides/* ownersOf */.K2)(route, services, inputs.targetGroups);
    if ('refusals' in owners)
        return owners.refusals.map((refusal) => `Not fit to be shifted: ${refusal}`);
    const total = route.groups.reduce((sum, { weight }) => sum + weight, 0);
    const lines = [route.name];
    for (const side of owners.pair) {
        const weight = route.groups.find(({ targetGroupArn }) => targetGroupArn === side.targetGroupArn)?.weight ?? 0;
        const definition = await world.rollout.taskDefinition(side.seen.taskDefinitionArn);
        const images = (definition.containerDefinitions ?? []).map(({ name, image = '' }) => `${name}=${(0,plan/* shortImage */.Uq)(image)}`);
        const targets = await world.targets.targets(side.targetGroupArn);
        lines.push(`${side.service}: ${total === 0 ? 0 : Math.round((1000 * weight) / total) / 10} % of the traffic`, `  ${(0,task_definition/* shortName */.EU)(side.seen.taskDefinitionArn)} (${images.join(', ')})`, `  ${side.seen.runningCount} of ${side.seen.desiredCount} tasks running, ${(0,target_health/* targetsInWords */.Zp)(targets, side.seen.desiredCount)}`);
    }
    const held = await world.journal.read();
    const active = route.groups.filter(({ weight }) => weight > 0);
    const split = held === undefined && active.length > 1 ? [splitLine(inputs, owners.pair, active)] : [];
    return [...lines, lockLine(inputs, world, held), ...split];
}
/** Nobody is at work, so nobody will change it. */
function splitLine(inputs, pair, active) {
    const most = [...active].sort((a, b) => b.weight - a.weight)[0];
    const to = pair.find(({ targetGroupArn }) => targetGroupArn === most?.targetGroupArn)?.service;
    const { region, cluster, services, listenerRuleArn, listenerArn, lockName: lock } = inputs;
    const command = (0,command_line/* sluiceCommand */.Ln)('rollback', {
        region,
        cluster,
        services,
        'listener-rule-arn': listenerRuleArn,
        'listener-arn': listenerArn,
        'lock-name': lock,
        to,
    });
    const other = pair.find(({ service }) => service !== to)?.service;
    return `Both have traffic, and nobody watches. To give everything to ${to}, which has most of it (or --to ${other}): ${command}`;
}
function lockLine(inputs, { clock }, held) {
    const name = (0,lock/* lockName */.l4)(inputs);
    const command = (route) => (0,command_line/* recoverCommand */.op)({ region: inputs.region, route, lockName: name });
    return lockWords(name, held, clock.now(), held?.entry === undefined ? '' : command(held.entry.route));
}
/**
 * Who holds the lock, and whether there is still a sign of life.
 *
 * @param command what finishes that run when it is dead
 */
function lockWords(name, held, now, command) {
    if (held === undefined)
        return `No deployment is at work (no lock ${name})`;
    const { entry } = held;
    if (entry === undefined)
        return `The lock ${name} holds something that cannot be read; look at it, and delete it when nothing is being deployed`;
    const leftMs = entry.expires - now;
    const state = leftMs > 0
        ? `at work; without a sign of life it counts as dead in ${Math.ceil(leftMs / 1000)} s`
        : `dead. To finish what it left: ${command}`;
    return `Locked by ${entry.runUrl} (stage: ${entry.stage}), ${state}`;
}

;// CONCATENATED MODULE: ./build-stage/cli/status/rolling.js
// src/cli/status/rolling.ts




/** What there is to tell of a service that is updated in place, a line each. Every figure is read now. */
async function rollingLines({ service: name, cluster, region, lock }, world) {
    const [service] = await world.rollout.describe([name]);
    const deployments = service?.deployments ?? [];
    const lines = await Promise.all(deployments.map(async ({ taskDefinitionArn, status, rollout, runningCount, desiredCount, failedTasks }) => {
        const definition = await world.rollout.taskDefinition(taskDefinitionArn);
        const images = (definition.containerDefinitions ?? []).map((each) => `${each.name}=${(0,plan/* shortImage */.Uq)(each.image ?? '')}`);
        const failed = failedTasks === 0 ? '' : `, ${failedTasks} failed`;
        return `  ${status}: ${(0,task_definition/* shortName */.EU)(taskDefinitionArn)} (${images.join(', ')}), ${runningCount} of ${desiredCount} tasks running${failed}, ${rollout}`;
    }));
    return [
        `${name}: ${service?.runningCount ?? 0} of ${service?.desiredCount ?? 0} tasks running`,
        ...lines,
        lockWords(lock, await world.journal.read(), world.clock.now(), (0,command_line/* sluiceCommand */.Ln)('recover', { region, cluster, service: name })),
    ];
}

// EXTERNAL MODULE: ./build-stage/cli/status/spec.js
var spec = __webpack_require__(882);
;// CONCATENATED MODULE: ./build-stage/cli/status/index.js
// src/cli/status/index.ts












async function main() {
    try {
        const inputs = (0,github_inputs/* readInputs */.Ko)(spec.spec);
        const { region, cluster, services, service, listenerRuleArn, listenerArn = '' } = inputs;
        const clock = (0,system_clock/* systemClock */.m)(process.env);
        if (services === undefined) {
            const name = (0,rolling_lock/* rollingLockName */.u)({ cluster, service: service ?? '', lockName: inputs.lockName });
            const ports = (0,rolling_ports.awsRolling)({ region, cluster });
            const { journal } = ports.lock(name);
            for (const line of await rollingLines({ service: service ?? '', cluster, region, lock: name }, { ...ports, journal, clock }))
                (0,log/* info */.pq)(line);
            return;
        }
        const address = (0,aws.routeAddress)(listenerRuleArn ?? listenerArn);
        const ports = (0,aws.awsPorts)({ region, cluster, address, lockName: (0,lock/* lockName */.l4)({ ...inputs, services }) });
        for (const line of await statusLines({ ...inputs, services }, { ...ports, clock }))
            (0,log/* info */.pq)(line);
    }
    catch (error) {
        (0,fail/* fail */.f)(asWritten(error));
    }
}
/** Who names one service is told of `service`, and not of `services`, of which it is one to those who look it up. */
function asWritten(error) {
    if (!(error instanceof input_error/* InputError */.d) || !isOne())
        return error;
    return new input_error/* InputError */.d(error.problems.map((problem) => (problem.input === 'services' ? { ...problem, input: 'service' } : problem)));
}
const isOne = () => ((0,github_inputs/* rawInputs */.me)(spec.spec).service ?? '') !== '';


/***/ }),

/***/ 882:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   spec: () => (/* binding */ spec)
/* harmony export */ });
/* harmony import */ var _actions_rollback_spec_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3501);
/* harmony import */ var _spec_action_spec_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1169);
/* harmony import */ var _spec_kinds_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7240);
/* harmony import */ var _spec_names_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7383);
/* harmony import */ var _spec_rules_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5692);
// src/cli/status/spec.ts





const { cluster, region } = _actions_rollback_spec_js__WEBPACK_IMPORTED_MODULE_0__.spec.inputs;
/** Not an action: the inputs of `sluice status`. */
const spec = (0,_spec_action_spec_js__WEBPACK_IMPORTED_MODULE_3__/* .defineAction */ .Q)({
    name: 'status',
    title: 'Sluice: status',
    description: 'Tells who serves and what both sides run, or what a service runs, and whether a deployment is at work. Changes nothing.',
    branding: { icon: 'eye', color: 'blue' },
    inputs: {
        cluster: { ...cluster, description: 'Name or ARN of the ECS cluster.' },
        services: {
            kind: _spec_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .lines */ .Mn({ exactly: 2, of: 'service name', item: (0,_spec_names_js__WEBPACK_IMPORTED_MODULE_2__/* .serviceName */ .fe)() }),
            description: 'The two ECS services that a rule parts the traffic between, one name per line.',
        },
        service: { kind: (0,_spec_names_js__WEBPACK_IMPORTED_MODULE_2__/* .serviceName */ .fe)(), description: 'The ECS service that is updated in place, instead of two.' },
        'listener-rule-arn': _actions_rollback_spec_js__WEBPACK_IMPORTED_MODULE_0__.spec.inputs['listener-rule-arn'],
        'listener-arn': _actions_rollback_spec_js__WEBPACK_IMPORTED_MODULE_0__.spec.inputs['listener-arn'],
        'target-groups': _actions_rollback_spec_js__WEBPACK_IMPORTED_MODULE_0__.spec.inputs['target-groups'],
        'lock-name': _actions_rollback_spec_js__WEBPACK_IMPORTED_MODULE_0__.spec.inputs['lock-name'],
        region,
    },
    rules: [
        (0,_spec_rules_js__WEBPACK_IMPORTED_MODULE_4__/* .exactlyOneOf */ .Og)('services', 'service'),
        (0,_spec_rules_js__WEBPACK_IMPORTED_MODULE_4__/* .ofTheRegion */ .h3)('listener-rule-arn', 'listener-arn', 'cluster'),
        (0,_spec_rules_js__WEBPACK_IMPORTED_MODULE_4__/* .rule */ .Hu)(['listener-rule-arn', 'listener-arn', 'services'], 'With `services`, exactly one of `listener-rule-arn` and `listener-arn` is given.', (_values, has) => {
            const given = ['listener-rule-arn', 'listener-arn'].filter(has).length;
            if (has('services') && given !== 1)
                return 'is missing: give exactly one of listener-rule-arn and listener-arn';
            return has('service') && given > 0 ? 'has no effect for a service that is updated in place' : undefined;
        }),
    ],
    outputs: {},
});


/***/ }),

/***/ 6647:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ HeldLease)
/* harmony export */ });
/* harmony import */ var _ports_message_of_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9901);
/* harmony import */ var _lease_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5813);
// src/lock/held-lease.ts


/**
 * A lock as its holder has it: what is written in it, that it is written often enough, and whether it is still ours. Nothing
 * outside may be changed any more once `lostTo` is set.
 */
class HeldLease {
    holding;
    /** Who holds the lock instead, once that was found. */
    lostTo;
    writtenAt;
    writing;
    /** Why the last write did not get through; undefined when it did. */
    unwritten;
    constructor(holding) {
        this.holding = holding;
        this.writtenAt = holding.clock.now();
    }
    /** Writes when it is time, so that nobody takes this run for dead. Nobody waits for it: a journal that hangs must not blind the run. */
    beat() {
        if (this.writing !== undefined || this.holding.clock.now() - this.writtenAt < _lease_js__WEBPACK_IMPORTED_MODULE_0__/* .heartbeatMs */ .fO)
            return;
        void this.write();
    }
    /**
     * Set when the journal could not be written for so long that the lease will soon be anybody's: what is under way is taken
     * back while it is surely still ours.
     */
    get atRisk() {
        const unwrittenMs = this.holding.clock.now() - this.writtenAt;
        if (unwrittenMs < _lease_js__WEBPACK_IMPORTED_MODULE_0__/* .leaseMs */ .zT - 2 * _lease_js__WEBPACK_IMPORTED_MODULE_0__/* .heartbeatMs */ .fO)
            return undefined;
        return `the journal could not be written for ${Math.round(unwrittenMs / 1000)} s: soon this run could not know that nobody else is at work`;
    }
    /** Gives the lock back, after what is being written. */
    async giveBack() {
        await this.writing;
        await this.holding.journal.release(this.holding.run.holder);
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
        const { clock, journal, report } = this.holding;
        const now = clock.now();
        try {
            this.lostTo = (await journal.update(this.entry(now)))?.lostTo;
            this.writtenAt = now;
            this.unwritten = undefined;
        }
        catch (error) {
            // A journal that cannot be written does not stop a run; it does, by its expiry, end this run's claim to it.
            if (now - this.writtenAt >= _lease_js__WEBPACK_IMPORTED_MODULE_0__/* .leaseMs */ .zT)
                this.lostTo = 'nobody for certain: the journal could not be written for longer than the lease';
            this.unwritten = (0,_ports_message_of_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .b)(error);
            report.line(`The journal could not be written: ${this.unwritten}`);
        }
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

/***/ 2394:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ RefusedUpdate)
/* harmony export */ });
// src/ports/service-deployments.ts
/** ECS does not take the update, in its own words; asked again it would say the same. */
class RefusedUpdate extends Error {
    name = 'RefusedUpdate';
}


/***/ }),

/***/ 8126:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ HeldRolling),
/* harmony export */   u: () => (/* binding */ rollingLockName)
/* harmony export */ });
/* harmony import */ var _lock_held_lease_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6647);
/* harmony import */ var _lock_lease_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5813);
/* harmony import */ var _ports_message_of_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9901);
// src/rolling/lock.ts



/**
 * `/sluice/CLUSTER/rolling/SERVICE`: a name that no pair of services can have.
 * https://docs.aws.amazon.com/systems-manager/latest/userguide/sysman-paramstore-su-create.html#sysman-parameter-name-constraints
 */
function rollingLockName(where) {
    return (where.lockName ?? `/sluice/${where.cluster.slice(where.cluster.lastIndexOf('/') + 1)}/rolling/${where.service}`);
}
/** So often an entry is written that must be there, with a pause that grows by so much, ms. */
const attempts = 4;
const attemptMs = 2_000;
/** The lock of one service's rollout, and what `post` has to know of it. */
class HeldRolling extends _lock_held_lease_js__WEBPACK_IMPORTED_MODULE_0__/* .HeldLease */ .o {
    of;
    world;
    startedAt;
    plan;
    follow;
    task;
    keptText = '';
    constructor(of, world, startedAt) {
        super(world);
        this.of = of;
        this.world = world;
        this.startedAt = startedAt;
    }
    entry(now) {
        const { world, of, plan, follow, task } = this;
        return {
            schema: 1,
            kind: 'rolling',
            holder: world.run.holder,
            runUrl: world.run.url,
            startedAt: this.startedAt,
            expires: now + _lock_lease_js__WEBPACK_IMPORTED_MODULE_1__/* .leaseMs */ .zT,
            stage: plan === undefined ? 'prepare' : 'roll',
            cluster: of.cluster,
            service: of.service,
            plan: plan ?? null,
            follow: follow === undefined ? null : shortened(follow),
            ...(task === undefined ? {} : { task }),
        };
    }
    /** This holder goes on with what another one left. */
    resume({ plan, follow, task }) {
        this.plan = plan === null ? undefined : plan;
        this.follow = follow === null ? undefined : follow;
        this.task = task;
        this.keep();
    }
    /** What was left is settled: from here on it is this run's own. */
    async restart() {
        this.plan = undefined;
        this.follow = undefined;
        this.task = undefined;
        this.keep();
        await this.write();
    }
    /** A task that runs beside the service: what may outlive this process is in the journal before it is started. */
    watch = {
        starting: async (startedBy) => {
            this.task = startedBy;
            this.keep();
            await this.surely();
            if (this.lostTo !== undefined)
                throw new Error(`the lock is held by ${this.lostTo} now`);
        },
        beat: () => this.beat(),
        over: async () => {
            if (this.task === undefined)
                return;
            this.task = undefined;
            this.keep();
            await this.write();
        },
    };
    /**
     * The service is about to be told: written before it is.
     *
     * @throws Error when it cannot be written: then nothing may be begun
     */
    async enter(plan, follow) {
        this.plan = plan;
        this.follow = follow;
        this.keep();
        await this.surely();
    }
    /** @throws Error when it cannot be written */
    async surely() {
        for (let attempt = 1;; attempt++) {
            await this.write();
            if (this.unwritten === undefined || this.lostTo !== undefined)
                return;
            if (attempt === attempts)
                throw new Error(`the journal could not be written: ${this.unwritten}`);
            await this.world.clock.sleep(attemptMs * attempt);
        }
    }
    /** Writes what has changed since the last time. Nobody waits for it. */
    note(follow) {
        const isNews = JSON.stringify(follow) !== JSON.stringify(this.follow);
        this.follow = follow;
        if (isNews) {
            this.keep();
            void this.write();
        }
        else
            this.beat();
    }
    /**
     * The run has ended by itself: the lock goes back, and `post` has nothing to do. A lock that cannot be given back changes
     * nothing of how it ended: `post` tries it again, and it ends by itself. It is kept while a task may still run: `post` stops
     * that first.
     */
    async release() {
        if (this.task !== undefined)
            return;
        try {
            await this.giveBack();
            this.end();
        }
        catch (error) {
            const why = (0,_ports_message_of_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .b)(error);
            this.world.report.warn(`The lock ${this.of.name} could not be given back: ${why}`);
        }
    }
    /** `post` has nothing to do, and the lock stays. */
    end() {
        this.world.kept.forget(this.of.name);
    }
    /**
     * About to ask for the lock: a process that dies at that very call may have it. With no lease of its own, so that what
     * somebody else holds is never taken for this run's.
     */
    claim() {
        this.world.kept.keep(this.of.name, { ...this.entry(0), expires: 0 });
    }
    keep() {
        const entry = this.entry(this.world.clock.now());
        const text = JSON.stringify([entry.stage, entry.follow, entry.task]);
        if (text === this.keptText)
            return;
        this.keptText = text;
        this.world.kept.keep(this.of.name, entry);
    }
}
/** A parameter holds 4 KB; ECS can be wordy. https://docs.aws.amazon.com/systems-manager/latest/userguide/parameter-store-advanced-parameters.html */
const longestReason = 400;
function shortened(follow) {
    const cut = (text) => (text.length > longestReason ? `${text.slice(0, longestReason)}…` : text);
    return { ...follow, reason: cut(follow.reason), back: follow.back && { ...follow.back, why: cut(follow.back.why) } };
}


/***/ }),

/***/ 7481:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ counted)
/* harmony export */ });
// src/spec/counted.ts
/** `1 task`, `2 tasks`: the noun is one whose plural takes an s. */
const counted = (count, noun) => `${count} ${noun}${count === 1 ? '' : 's'}`;


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
// src/verdict/target-health.ts

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
