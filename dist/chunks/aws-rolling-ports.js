export const id = 865;
export const ids = [865];
export const modules = {

/***/ 6123:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ createAlarmReader)
/* harmony export */ });
/* harmony import */ var _client_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5082);
// build-stage/aws/alarms.js

function createAlarmReader(settings) {
  const sdk = (0,_client_js__WEBPACK_IMPORTED_MODULE_0__/* .once */ .Oo)(() => Promise.all(/* import() | aws-sdk-cloudwatch */[__webpack_require__.e(5298), __webpack_require__.e(9953), __webpack_require__.e(3615), __webpack_require__.e(8046)]).then(__webpack_require__.bind(__webpack_require__, 4940)));
  const client = (0,_client_js__WEBPACK_IMPORTED_MODULE_0__/* .once */ .Oo)(async () => new (await sdk()).CloudWatchClient((0,_client_js__WEBPACK_IMPORTED_MODULE_0__/* .clientOptions */ .s1)(settings)));
  return {
    async alarms(names) {
      const { DescribeAlarmsCommand } = await sdk();
      const cloudwatch = await client();
      const { MetricAlarms = [], CompositeAlarms = [] } = await (0,_client_js__WEBPACK_IMPORTED_MODULE_0__/* .call */ .T1)("cloudwatch:DescribeAlarms", () => cloudwatch.send(new DescribeAlarmsCommand({
        AlarmNames: [...names],
        AlarmTypes: ["MetricAlarm", "CompositeAlarm"],
        MaxRecords: 100
      })));
      const metric = MetricAlarms.map((alarm) => {
        const stats = (alarm.Metrics ?? []).flatMap(({ MetricStat }) => MetricStat?.Metric ?? []);
        const all = alarm.MetricName === void 0 ? stats : [{ ...alarm, MetricName: alarm.MetricName }];
        return {
          ...common(alarm),
          composite: false,
          metric: all.map(({ Namespace, MetricName }) => `${Namespace} ${MetricName}`).join(", "),
          dimensions: all.flatMap(({ Dimensions }) => Dimensions ?? []).map(({ Name, Value }) => ({ name: Name ?? "", value: Value ?? "" })),
          missingData: alarm.TreatMissingData ?? "missing"
        };
      });
      const composite = CompositeAlarms.map((alarm) => ({
        ...common(alarm),
        composite: true,
        metric: alarm.AlarmRule ?? "",
        dimensions: [],
        missingData: ""
      }));
      return [...metric, ...composite];
    }
  };
}
function common(alarm) {
  return {
    name: alarm.AlarmName ?? "",
    state: alarm.StateValue ?? "INSUFFICIENT_DATA",
    reason: alarm.StateReason ?? "",
    changedAt: (alarm.StateTransitionedTimestamp ?? alarm.StateUpdatedTimestamp)?.getTime() ?? 0
  };
}



/***/ }),

/***/ 9363:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ createJournalIndex),
/* harmony export */   g: () => (/* binding */ queueFolder)
/* harmony export */ });
/* harmony import */ var _client_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5082);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8470);
/* harmony import */ var _journal_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(782);
/* harmony import */ var _parameters_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2117);
/* harmony import */ var _ssm_client_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(798);
// build-stage/aws/journal-index.js





function createJournalIndex(settings) {
  const sdk = (0,_client_js__WEBPACK_IMPORTED_MODULE_0__/* .once */ .Oo)(() => Promise.all(/* import() | aws-sdk-ssm */[__webpack_require__.e(5298), __webpack_require__.e(9953), __webpack_require__.e(3615), __webpack_require__.e(6272), __webpack_require__.e(5129)]).then(__webpack_require__.bind(__webpack_require__, 5508)));
  const client = () => (0,_ssm_client_js__WEBPACK_IMPORTED_MODULE_4__/* .ssmClient */ .B)(settings);
  return {
    async list(path) {
      const found = await (0,_parameters_js__WEBPACK_IMPORTED_MODULE_3__/* .parametersBelow */ .I)(await client(), path);
      return found.filter(({ name }) => !name.includes(queueFolder)).map(({ name, value, version }) => ({ name, held: { version, entry: (0,_journal_js__WEBPACK_IMPORTED_MODULE_2__/* .journalEntry */ .Ur)(value) } }));
    },
    async read(name) {
      const { GetParameterCommand } = await sdk();
      const ssm = await client();
      try {
        const { Parameter } = await (0,_client_js__WEBPACK_IMPORTED_MODULE_0__/* .call */ .T1)("ssm:GetParameter", () => ssm.send(new GetParameterCommand({ Name: name })));
        return { version: Parameter?.Version ?? 0, entry: (0,_journal_js__WEBPACK_IMPORTED_MODULE_2__/* .journalEntry */ .Ur)(Parameter?.Value ?? "") };
      } catch (error) {
        if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .errorName */ .Is)(error) === "ParameterNotFound")
          return void 0;
        throw error;
      }
    }
  };
}
var queueFolder = "/queue/";



/***/ }),

/***/ 782:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L9: () => (/* binding */ createReleaseJournal),
/* harmony export */   N4: () => (/* binding */ createRollingJournal),
/* harmony export */   Ur: () => (/* binding */ journalEntry),
/* harmony export */   s9: () => (/* binding */ createJournal)
/* harmony export */ });
/* harmony import */ var _ports_lock_holder_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1928);
/* harmony import */ var _client_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5082);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8470);
/* harmony import */ var _ssm_client_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(798);
// build-stage/aws/journal.js




function createJournal(settings, name) {
  return journalOf(settings, name, (value) => {
    const entry = journalEntry(value);
    return entry?.kind === "rolling" || entry?.kind === "release" ? void 0 : entry;
  });
}
function createRollingJournal(settings, name) {
  return journalOf(settings, name, (value) => {
    const entry = journalEntry(value);
    return entry?.kind === "rolling" ? entry : void 0;
  });
}
function createReleaseJournal(settings, name) {
  return journalOf(settings, name, (value) => {
    const entry = journalEntry(value);
    return entry?.kind === "release" ? entry : void 0;
  });
}
function journalOf(settings, name, entryOf) {
  const sdk = (0,_client_js__WEBPACK_IMPORTED_MODULE_0__/* .once */ .Oo)(() => Promise.all(/* import() | aws-sdk-ssm */[__webpack_require__.e(5298), __webpack_require__.e(9953), __webpack_require__.e(3615), __webpack_require__.e(6272), __webpack_require__.e(5129)]).then(__webpack_require__.bind(__webpack_require__, 5508)));
  const client = () => (0,_ssm_client_js__WEBPACK_IMPORTED_MODULE_2__/* .ssmClient */ .B)(settings);
  let own;
  async function put(entry, overwrite) {
    const { PutParameterCommand } = await sdk();
    const ssm = await client();
    const { Version = 0 } = await (0,_client_js__WEBPACK_IMPORTED_MODULE_0__/* .call */ .T1)("ssm:PutParameter", () => ssm.send(new PutParameterCommand({ Name: name, Value: JSON.stringify(entry), Type: "String", Overwrite: overwrite })));
    own = { holder: entry.holder, expires: entry.expires, version: Version };
    return Version;
  }
  async function read() {
    const { GetParameterCommand } = await sdk();
    const ssm = await client();
    try {
      const { Parameter } = await (0,_client_js__WEBPACK_IMPORTED_MODULE_0__/* .call */ .T1)("ssm:GetParameter", () => ssm.send(new GetParameterCommand({ Name: name })));
      return { version: Parameter?.Version ?? 0, entry: entryOf(Parameter?.Value ?? "") };
    } catch (error) {
      if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .errorName */ .Is)(error) === "ParameterNotFound")
        return void 0;
      throw error;
    }
  }
  return {
    read,
    async acquire(entry) {
      for (let attempt = 0; attempt < 5; attempt++) {
        try {
          await put(entry, false);
          return { taken: true };
        } catch (error) {
          if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .errorName */ .Is)(error) !== "ParameterAlreadyExists")
            throw error;
          const held = await read();
          if (held?.entry?.holder === entry.holder)
            return { taken: true };
          if (held !== void 0)
            return { taken: false, held };
        }
      }
      return { taken: false, held: { version: 0, entry: void 0 } };
    },
    async takeOver(held, entry) {
      const expires = Math.max(entry.expires, (held.entry?.expires ?? 0) + 1);
      const written = await put({ ...entry, expires }, true);
      if (written === held.version + 1)
        return true;
      return (0,_ports_lock_holder_js__WEBPACK_IMPORTED_MODULE_3__/* .lostTo */ .q)(await read(), own) === void 0;
    },
    async update(entry) {
      const held = await read();
      const lost = (0,_ports_lock_holder_js__WEBPACK_IMPORTED_MODULE_3__/* .lostTo */ .q)(held, own ?? { holder: entry.holder, expires: 0 });
      if (lost !== void 0)
        return { lostTo: lost };
      const version = Math.max(held?.version ?? 0, own?.version ?? 0);
      const written = await put(entry, true);
      if (written === version + 1)
        return void 0;
      const lostNow = (0,_ports_lock_holder_js__WEBPACK_IMPORTED_MODULE_3__/* .lostTo */ .q)(await read(), own);
      return lostNow === void 0 ? void 0 : { lostTo: lostNow };
    },
    async release(holder, until = 0) {
      const last = own?.holder === holder ? own : { holder, expires: until };
      const held = await read();
      if (held === void 0 || (0,_ports_lock_holder_js__WEBPACK_IMPORTED_MODULE_3__/* .lostTo */ .q)(held, last) !== void 0)
        return;
      const { DeleteParameterCommand } = await sdk();
      const ssm = await client();
      await (0,_client_js__WEBPACK_IMPORTED_MODULE_0__/* .call */ .T1)("ssm:DeleteParameter", () => ssm.send(new DeleteParameterCommand({ Name: name }))).catch((error) => {
        if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .errorName */ .Is)(error) !== "ParameterNotFound")
          throw error;
      });
    }
  };
}
function journalEntry(value) {
  try {
    const entry = JSON.parse(value);
    return entry.schema === 1 && typeof entry.holder === "string" ? entry : void 0;
  } catch {
    return void 0;
  }
}



/***/ }),

/***/ 6324:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ createLockQueue)
/* harmony export */ });
/* harmony import */ var _client_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5082);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8470);
/* harmony import */ var _journal_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9363);
/* harmony import */ var _parameters_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2117);
/* harmony import */ var _ssm_client_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(798);
// build-stage/aws/lock-queue.js





function createLockQueue(settings, lock) {
  const sdk = (0,_client_js__WEBPACK_IMPORTED_MODULE_0__/* .once */ .Oo)(() => Promise.all(/* import() | aws-sdk-ssm */[__webpack_require__.e(5298), __webpack_require__.e(9953), __webpack_require__.e(3615), __webpack_require__.e(6272), __webpack_require__.e(5129)]).then(__webpack_require__.bind(__webpack_require__, 5508)));
  const client = () => (0,_ssm_client_js__WEBPACK_IMPORTED_MODULE_4__/* .ssmClient */ .B)(settings);
  const nameOf = ({ holder }) => `${lock}${_journal_index_js__WEBPACK_IMPORTED_MODULE_2__/* .queueFolder */ .g}${holder}`;
  return {
    async join(place) {
      const { PutParameterCommand } = await sdk();
      const ssm = await client();
      const input = { Name: nameOf(place), Value: JSON.stringify(place), Type: "String", Overwrite: true };
      await (0,_client_js__WEBPACK_IMPORTED_MODULE_0__/* .call */ .T1)("ssm:PutParameter", () => ssm.send(new PutParameterCommand(input)));
    },
    async places() {
      const found = await (0,_parameters_js__WEBPACK_IMPORTED_MODULE_3__/* .parametersBelow */ .I)(await client(), `${lock}${_journal_index_js__WEBPACK_IMPORTED_MODULE_2__/* .queueFolder */ .g.slice(0, -1)}`);
      return found.flatMap(({ value }) => placeOf(value) ?? []);
    },
    async leave(place) {
      const { DeleteParameterCommand } = await sdk();
      const ssm = await client();
      const command = new DeleteParameterCommand({ Name: nameOf(place) });
      await (0,_client_js__WEBPACK_IMPORTED_MODULE_0__/* .call */ .T1)("ssm:DeleteParameter", () => ssm.send(command)).catch((error) => {
        if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .errorName */ .Is)(error) !== "ParameterNotFound")
          throw error;
      });
    }
  };
}
function placeOf(value) {
  try {
    const place = JSON.parse(value);
    return typeof place.since === "number" && typeof place.holder === "string" ? place : void 0;
  } catch {
    return void 0;
  }
}



/***/ }),

/***/ 5666:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ logStreamOf),
/* harmony export */   e: () => (/* binding */ createLogReader)
/* harmony export */ });
/* harmony import */ var _client_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5082);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8470);
// build-stage/aws/logs.js


function logStreamOf({ containerDefinitions = [] }, taskArn, container) {
  const config = containerDefinitions.find(({ name }) => name === container)?.logConfiguration;
  const group = config?.options?.["awslogs-group"];
  const prefix = config?.options?.["awslogs-stream-prefix"];
  if (config?.logDriver !== "awslogs" || group === void 0 || prefix === void 0)
    return void 0;
  const stream = `${prefix}/${container}/${taskArn.slice(taskArn.lastIndexOf("/") + 1)}`;
  return { group, stream, region: config.options?.["awslogs-region"] };
}
function createLogReader(settings, rollout) {
  const sdk = (0,_client_js__WEBPACK_IMPORTED_MODULE_0__/* .once */ .Oo)(() => Promise.all(/* import() | aws-sdk-logs */[__webpack_require__.e(5298), __webpack_require__.e(9953), __webpack_require__.e(3615), __webpack_require__.e(1752), __webpack_require__.e(8591)]).then(__webpack_require__.bind(__webpack_require__, 3699)));
  return {
    async lastLines(task, container, count) {
      if (count === 0)
        return [];
      const definition = await rollout.taskDefinition(task.taskDefinitionArn);
      const found = logStreamOf(definition, task.arn, container);
      if (found === void 0)
        return [];
      const { group, stream, region = settings.region } = found;
      const { CloudWatchLogsClient, GetLogEventsCommand } = await sdk();
      const logs = new CloudWatchLogsClient((0,_client_js__WEBPACK_IMPORTED_MODULE_0__/* .clientOptions */ .s1)({ ...settings, region }));
      try {
        const { events = [] } = await (0,_client_js__WEBPACK_IMPORTED_MODULE_0__/* .call */ .T1)("logs:GetLogEvents", () => logs.send(new GetLogEventsCommand({ logGroupName: group, logStreamName: stream, limit: count, startFromHead: false })));
        return events.map(({ message }) => (message ?? "").trimEnd());
      } catch (error) {
        if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .errorName */ .Is)(error) === "ResourceNotFoundException")
          return [];
        throw error;
      }
    }
  };
}



/***/ }),

/***/ 2117:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ parametersBelow)
/* harmony export */ });
/* harmony import */ var _client_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5082);
// build-stage/aws/parameters.js

async function parametersBelow(ssm, path) {
  const { GetParametersByPathCommand } = await Promise.all(/* import() | aws-sdk-ssm */[__webpack_require__.e(5298), __webpack_require__.e(9953), __webpack_require__.e(3615), __webpack_require__.e(6272), __webpack_require__.e(5129)]).then(__webpack_require__.bind(__webpack_require__, 5508));
  const found = [];
  let token;
  do {
    const input = { Path: path, Recursive: true, ...token === void 0 ? {} : { NextToken: token } };
    const { Parameters = [], NextToken } = await (0,_client_js__WEBPACK_IMPORTED_MODULE_0__/* .call */ .T1)("ssm:GetParametersByPath", () => ssm.send(new GetParametersByPathCommand(input)));
    for (const { Name = "", Value = "", Version = 0 } of Parameters) {
      found.push({ name: Name, value: Value, version: Version });
    }
    token = NextToken;
  } while (token !== void 0);
  return found;
}



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

/***/ 8370:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ renewed),
/* harmony export */   I: () => (/* binding */ renewing)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8470);
// build-stage/aws/renewing.js

function renewing(port, session) {
  if (session === void 0)
    return port;
  return new Proxy(port, {
    get(target, name, receiver) {
      const member = Reflect.get(target, name, receiver);
      if (typeof member !== "function")
        return member;
      return (...words) => renewed(session, () => member.apply(target, words));
    }
  });
}
function renewed(session, deed) {
  const since = session?.now() ?? 0;
  const result = deed();
  if (session === void 0 || !(result instanceof Promise))
    return result;
  return result.catch(async (error) => {
    if (!(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .refusedCredentials */ .PK)(error))
      throw error;
    await session.replace(since);
    return deed();
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

/***/ 798:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ ssmClient)
/* harmony export */ });
/* harmony import */ var _paced_client_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58);
// build-stage/aws/ssm-client.js

var ssmClient = (0,_paced_client_js__WEBPACK_IMPORTED_MODULE_0__/* .pacedClient */ .N)(async () => (await Promise.all(/* import() | aws-sdk-ssm */[__webpack_require__.e(5298), __webpack_require__.e(9953), __webpack_require__.e(3615), __webpack_require__.e(6272), __webpack_require__.e(5129)]).then(__webpack_require__.bind(__webpack_require__, 5508))).SSMClient);



/***/ }),

/***/ 5383:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ listenerUrl),
/* harmony export */   t: () => (/* binding */ createTargetHealthReader)
/* harmony export */ });
/* harmony import */ var _client_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5082);
// build-stage/aws/target-health.js

function createTargetHealthReader(settings) {
  const sdk = (0,_client_js__WEBPACK_IMPORTED_MODULE_0__/* .once */ .Oo)(() => Promise.all(/* import() | aws-sdk-elb */[__webpack_require__.e(5298), __webpack_require__.e(9953), __webpack_require__.e(3615), __webpack_require__.e(721), __webpack_require__.e(2717)]).then(__webpack_require__.bind(__webpack_require__, 8155)));
  const client = (0,_client_js__WEBPACK_IMPORTED_MODULE_0__/* .once */ .Oo)(async () => new (await sdk()).ElasticLoadBalancingV2Client((0,_client_js__WEBPACK_IMPORTED_MODULE_0__/* .clientOptions */ .s1)(settings)));
  return {
    async targets(targetGroupArn) {
      const { DescribeTargetHealthCommand } = await sdk();
      const elb = await client();
      const { TargetHealthDescriptions: descriptions = [] } = await (0,_client_js__WEBPACK_IMPORTED_MODULE_0__/* .call */ .T1)("elasticloadbalancing:DescribeTargetHealth", () => elb.send(new DescribeTargetHealthCommand({ TargetGroupArn: targetGroupArn })));
      return descriptions.map(({ Target, TargetHealth }) => ({
        id: Target?.Id ?? "",
        port: Target?.Port ?? 0,
        state: TargetHealth?.State ?? "unknown",
        reason: [TargetHealth?.Reason, TargetHealth?.Description].filter(Boolean).join(": ")
      }));
    }
  };
}
async function listenerUrl(settings, listenerArn, loadBalancerArn) {
  const { ElasticLoadBalancingV2Client, DescribeListenersCommand, DescribeLoadBalancersCommand } = await Promise.all(/* import() | aws-sdk-elb */[__webpack_require__.e(5298), __webpack_require__.e(9953), __webpack_require__.e(3615), __webpack_require__.e(721), __webpack_require__.e(2717)]).then(__webpack_require__.bind(__webpack_require__, 8155));
  const elb = new ElasticLoadBalancingV2Client((0,_client_js__WEBPACK_IMPORTED_MODULE_0__/* .clientOptions */ .s1)(settings));
  const { Listeners: [listener] = [] } = await (0,_client_js__WEBPACK_IMPORTED_MODULE_0__/* .call */ .T1)("elasticloadbalancing:DescribeListeners", () => elb.send(new DescribeListenersCommand({ ListenerArns: [listenerArn] })));
  const { LoadBalancers: [balancer] = [] } = await (0,_client_js__WEBPACK_IMPORTED_MODULE_0__/* .call */ .T1)("elasticloadbalancing:DescribeLoadBalancers", () => elb.send(new DescribeLoadBalancersCommand({ LoadBalancerArns: [loadBalancerArn] })));
  const scheme = listener?.Protocol === "HTTPS" ? "https" : "http";
  return `${scheme}://${balancer?.DNSName ?? ""}:${listener?.Port ?? 80}`;
}



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

/***/ 2669:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ NotRouted)
/* harmony export */ });
// src/ports/not-routed.ts
/** No listener or rule names the target group of the service, so that ECS does not let it be changed. */
class NotRouted extends Error {
    name = 'NotRouted';
}


/***/ }),

/***/ 3218:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ Unanswered)
/* harmony export */ });
// src/ports/unanswered.ts
/**
 * AWS did not answer a call, for longer than the SDK makes up for: it throttled it, had a fault of its own, or was not to be
 * reached. Says nothing of the release and nothing of the rights.
 */
class Unanswered extends Error {
    name = 'Unanswered';
}


/***/ })

};
