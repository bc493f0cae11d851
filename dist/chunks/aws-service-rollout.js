export const id = 2604;
export const ids = [2604];
export const modules = {

/***/ 7933:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ inBatches)
/* harmony export */ });
/* harmony import */ var _ports_access_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7919);
// build-stage/aws/batching.js

var many = 4;
function inBatches({ atMost, fetch, gatherMs = 0 }) {
  let waiting = [];
  let isAlone = false;
  const asked = /* @__PURE__ */ new Set();
  const send = async (batch) => {
    const keys = [...new Set(batch.map(({ key }) => key))];
    try {
      const values = await fetch(keys);
      for (const { key, resolve } of batch)
        resolve(values.get(key));
    } catch (error) {
      const isDenied = error instanceof _ports_access_error_js__WEBPACK_IMPORTED_MODULE_0__/* .AccessError */ .Z && error.detail.kind === "denied";
      if (keys.length > 1 && isDenied) {
        isAlone = true;
        await Promise.all(keys.map((key) => send(batch.filter((waiter) => waiter.key === key))));
      } else {
        for (const { reject } of batch)
          reject(error);
      }
    }
  };
  const sendAll = () => {
    const batches = /* @__PURE__ */ new Map();
    for (const waiter of waiting)
      batches.set(waiter.key, [...batches.get(waiter.key) ?? [], waiter]);
    waiting = [];
    const groups = [...batches.values()];
    const size = isAlone ? 1 : atMost;
    for (let from = 0; from < groups.length; from += size)
      void send(groups.slice(from, from + size).flat());
  };
  return (key) => new Promise((resolve, reject) => {
    asked.add(key);
    if (waiting.length === 0) {
      if (gatherMs > 0 && asked.size >= many)
        setTimeout(sendAll, gatherMs);
      else
        setImmediate(sendAll);
    }
    waiting.push({ key, resolve, reject });
  });
}



/***/ }),

/***/ 5082:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FI: () => (/* binding */ connection),
/* harmony export */   Oo: () => (/* binding */ once),
/* harmony export */   T1: () => (/* binding */ call),
/* harmony export */   s1: () => (/* binding */ clientOptions)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8470);
// build-stage/aws/client.js

var connection = {
  maxAttempts: 4,
  retryMode: "standard",
  requestHandler: { connectionTimeout: 3e3, requestTimeout: 8e3, throwOnRequestTimeout: true }
};
function clientOptions({ region, credentials }) {
  return { region, ...connection, ...credentials === void 0 ? {} : { credentials } };
}
async function call(action, send, resource) {
  try {
    return await send();
  } catch (error) {
    throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .translated */ .vE)(error, action, resource);
  }
}
function once(make) {
  let made;
  return () => {
    made ??= make();
    return made;
  };
}



/***/ }),

/***/ 7570:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ ecsClient)
/* harmony export */ });
/* harmony import */ var _paced_client_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58);
// build-stage/aws/ecs-client.js

var ecsClient = (0,_paced_client_js__WEBPACK_IMPORTED_MODULE_0__/* .pacedClient */ .N)(async () => (await Promise.all(/* import() | aws-sdk-ecs */[__webpack_require__.e(5298), __webpack_require__.e(9953), __webpack_require__.e(3615), __webpack_require__.e(8254), __webpack_require__.e(8221)]).then(__webpack_require__.bind(__webpack_require__, 6099))).ECSClient);



/***/ }),

/***/ 3026:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  S: () => (/* binding */ ecsLooks)
});

// EXTERNAL MODULE: ./build-stage/spec/input-error.js
var input_error = __webpack_require__(5432);
// EXTERNAL MODULE: ./build-stage/aws/batching.js
var batching = __webpack_require__(7933);
// EXTERNAL MODULE: ./build-stage/aws/client.js
var client = __webpack_require__(5082);
// EXTERNAL MODULE: ./build-stage/aws/ecs-client.js
var ecs_client = __webpack_require__(7570);
// EXTERNAL MODULE: ./build-stage/aws/errors.js
var errors = __webpack_require__(8470);
;// CONCATENATED MODULE: ./build-stage/aws/stopped-tasks.js
// build-stage/aws/stopped-tasks.js

var many = 4;
var pageSize = 100;
var atMostPages = 10;
async function stoppedTasks(lister, services) {
  const all = services.length < many ? void 0 : await ofCluster(lister, services.length);
  if (all !== void 0) {
    return new Map(services.map((name) => [name, all.filter(({ group }) => group === `service:${name}`)]));
  }
  return new Map(await Promise.all(services.map(async (serviceName) => {
    const { arns } = await pages(lister, atMostPages, serviceName);
    return [serviceName, await tasksOf(lister, arns)];
  })));
}
async function ofCluster(lister, atMost) {
  const { arns, isAll } = await pages(lister, atMost);
  return isAll ? tasksOf(lister, arns) : void 0;
}
async function pages(lister, atMost, serviceName) {
  const found = [];
  const which = serviceName === void 0 ? {} : { serviceName };
  let nextToken;
  for (let count = 0; count < atMost; count += 1) {
    const { arns, next } = await page(lister, { ...which, ...nextToken === void 0 ? {} : { nextToken } });
    found.push(...arns);
    if (next === void 0)
      return { arns: found, isAll: true };
    nextToken = next;
  }
  return { arns: found, isAll: false };
}
async function page({ ecs, sdk, cluster }, which) {
  const { taskArns = [], nextToken } = await (0,client/* call */.T1)("ecs:ListTasks", () => ecs.send(new sdk.ListTasksCommand({ cluster, desiredStatus: "STOPPED", maxResults: pageSize, ...which })));
  return { arns: taskArns, next: nextToken };
}
async function tasksOf({ task }, arns) {
  return (await Promise.all(arns.map(task))).flatMap((one) => one ?? []);
}


;// CONCATENATED MODULE: ./build-stage/aws/ecs-looks.js
// build-stage/aws/ecs-looks.js






var gatherMs = 40;
var justNowMs = 400;
var made = /* @__PURE__ */ new WeakMap();
function ecsLooks(settings, cluster) {
  const clusters = made.get(settings) ?? /* @__PURE__ */ new Map();
  made.set(settings, clusters);
  const looks = clusters.get(cluster) ?? build(settings, cluster);
  clusters.set(cluster, looks);
  return looks;
}
function build(settings, cluster) {
  const ready = async () => ({ sdk: await Promise.all(/* import() | aws-sdk-ecs */[__webpack_require__.e(5298), __webpack_require__.e(9953), __webpack_require__.e(3615), __webpack_require__.e(8254), __webpack_require__.e(8221)]).then(__webpack_require__.bind(__webpack_require__, 6099)), ecs: await (0,ecs_client/* ecsClient */.b)(settings) });
  const task = (0,batching/* inBatches */.o)({
    // https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DescribeTasks.html
    atMost: 100,
    async fetch(arns) {
      const { sdk, ecs } = await ready();
      const { tasks = [] } = await (0,client/* call */.T1)("ecs:DescribeTasks", () => ecs.send(new sdk.DescribeTasksCommand({ cluster, tasks: [...arns] })));
      return new Map(tasks.map((one) => [one.taskArn ?? "", one]));
    }
  });
  const stopped = (0,batching/* inBatches */.o)({
    atMost: Number.POSITIVE_INFINITY,
    gatherMs,
    fetch: async (services) => stoppedTasks({ ...await ready(), cluster, task }, services)
  });
  const seen = /* @__PURE__ */ new Map();
  const service = (0,batching/* inBatches */.o)({
    // https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DescribeServices.html
    atMost: 10,
    gatherMs,
    async fetch(names) {
      const { sdk, ecs } = await ready();
      const { services = [] } = await (0,client/* call */.T1)("ecs:DescribeServices", () => ecs.send(new sdk.DescribeServicesCommand({ cluster, services: [...names] }))).catch((error) => {
        if ((0,errors/* errorName */.Is)(error) !== "ClusterNotFoundException")
          throw error;
        throw new input_error/* InputError */.d([
          { input: "cluster", value: cluster, wrong: "does not exist in this account and Region" }
        ]);
      });
      const active = services.filter(({ status }) => status !== "INACTIVE");
      return new Map(active.map((one) => [one.serviceName ?? "", one]));
    }
  });
  const look = async (name) => {
    const found = await service(name);
    seen.set(name, { service: found, at: performance.now() });
    return found;
  };
  return {
    stopped: async (name) => await stopped(name) ?? [],
    service: look,
    async serviceJustSeen(name) {
      const before = seen.get(name);
      return before !== void 0 && performance.now() - before.at < justNowMs ? before.service : look(name);
    },
    serviceDeployment: (0,batching/* inBatches */.o)({
      // https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DescribeServiceDeployments.html
      atMost: 20,
      gatherMs,
      async fetch(arns) {
        const { sdk, ecs } = await ready();
        const { serviceDeployments = [] } = await (0,client/* call */.T1)("ecs:DescribeServiceDeployments", () => ecs.send(new sdk.DescribeServiceDeploymentsCommand({ serviceDeploymentArns: [...arns] })));
        return new Map(serviceDeployments.map((one) => [one.serviceDeploymentArn ?? "", one]));
      }
    }),
    serviceRevision: (0,batching/* inBatches */.o)({
      // https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DescribeServiceRevisions.html
      atMost: 20,
      gatherMs,
      async fetch(arns) {
        const { sdk, ecs } = await ready();
        const { serviceRevisions = [] } = await (0,client/* call */.T1)("ecs:DescribeServiceRevisions", () => ecs.send(new sdk.DescribeServiceRevisionsCommand({ serviceRevisionArns: [...arns] })));
        return new Map(serviceRevisions.map((one) => [one.serviceRevisionArn ?? "", one]));
      }
    })
  };
}



/***/ }),

/***/ 8470:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Is: () => (/* binding */ errorName),
/* harmony export */   PK: () => (/* binding */ refusedCredentials),
/* harmony export */   c4: () => (/* binding */ isNotFound),
/* harmony export */   vE: () => (/* binding */ translated)
/* harmony export */ });
/* harmony import */ var _ports_access_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7919);
/* harmony import */ var _ports_message_of_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9901);
/* harmony import */ var _ports_unanswered_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3218);
// build-stage/aws/errors.js



var kinds = {
  AccessDenied: "denied",
  AccessDeniedException: "denied",
  UnauthorizedOperation: "denied",
  NotAuthorized: "denied",
  ExpiredToken: "expired",
  ExpiredTokenException: "expired",
  RequestExpired: "expired",
  InvalidClientTokenId: "absent",
  UnrecognizedClientException: "absent",
  InvalidSignatureException: "absent",
  SignatureDoesNotMatch: "absent",
  MissingAuthenticationToken: "absent",
  MissingAuthenticationTokenException: "absent",
  CredentialsProviderError: "absent"
};
function errorName(error) {
  return error instanceof Error ? error.name : "";
}
var isNotFound = (error, thing) => [`${thing}NotFound`, `${thing}NotFoundException`].includes(errorName(error));
function translated(error, action, upon) {
  const kind = kinds[errorName(error)];
  const message = (0,_ports_message_of_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .b)(error);
  if (kind === void 0) {
    if (!isWithoutAnswer(error))
      return error;
    return new _ports_unanswered_js__WEBPACK_IMPORTED_MODULE_2__/* .Unanswered */ .X(`AWS did not answer ${action} (${errorName(error)}: ${message})`, { cause: error });
  }
  if (kind === "expired") {
    const hint = "With role-to-assume the action has a session of its own, which it renews.";
    return new _ports_access_error_js__WEBPACK_IMPORTED_MODULE_0__/* .AccessError */ .Z(`The AWS credentials have expired (${action}: ${message}). ${hint}`, { kind }, { cause: error });
  }
  if (kind === "absent") {
    const hint = "Give role-to-assume, or set credentials beforehand, for example by aws-actions/configure-aws-credentials.";
    return new _ports_access_error_js__WEBPACK_IMPORTED_MODULE_0__/* .AccessError */ .Z(`AWS does not accept the credentials (${action}: ${message}). ${hint}`, { kind }, { cause: error });
  }
  const denied = /not authorized to perform: (?<action>[\w-]+:\w+)(?: on resource: (?<resource>\S+))?/.exec(message)?.groups;
  const resource = denied?.resource?.replace(/[.,]$/, "") ?? upon;
  const detail = { kind, action: denied?.action ?? action, ...resource === void 0 ? {} : { resource } };
  const statement = JSON.stringify({ Effect: "Allow", Action: detail.action, Resource: resource ?? "*" });
  const advice = adviceOn(message, statement, resource);
  return new _ports_access_error_js__WEBPACK_IMPORTED_MODULE_0__/* .AccessError */ .Z(`Not allowed: ${message}. ${advice}`, detail, { cause: error });
}
function adviceOn(message, statement, resource = "what it is for") {
  if (/because no resource-based policy allows/.test(message)) {
    return `The policy of ${resource} itself must allow it, in its own account, and so must that of the role: ${statement}`;
  }
  return /with an explicit deny/.test(message) ? "A policy that allows it changes nothing: the one that denies it must be changed" : `Add to the policy of the role: ${statement}`;
}
var unreached = /^(E(CONN\w+|PIPE|TIMEDOUT|NOTFOUND|AI_AGAIN|HOSTUNREACH|NETUNREACH))$/;
function isWithoutAnswer(error) {
  if (!(error instanceof Error))
    return false;
  const { $metadata, code } = error;
  const status = $metadata?.httpStatusCode ?? 0;
  if (status >= 500 || status === 429 || /^(Throttl|RequestLimitExceeded|TooManyRequests)/.test(error.name))
    return true;
  return error.name === "TimeoutError" || typeof code === "string" && unreached.test(code);
}
function refusedCredentials(error) {
  if (!(error instanceof _ports_access_error_js__WEBPACK_IMPORTED_MODULE_0__/* .AccessError */ .Z) || error.detail.kind === "denied" || error.detail.action !== void 0)
    return false;
  return kinds[errorName(error.cause)] === error.detail.kind && errorName(error.cause) !== "CredentialsProviderError";
}



/***/ }),

/***/ 58:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ pacedClient)
/* harmony export */ });
/* harmony import */ var _client_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5082);
/* harmony import */ var _paced_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2206);
// build-stage/aws/paced-client.js


function pacedClient(load) {
  const made = /* @__PURE__ */ new WeakMap();
  const build = async (settings) => {
    const Client = await load();
    const client = new Client((0,_client_js__WEBPACK_IMPORTED_MODULE_0__/* .clientOptions */ .s1)(settings));
    if (settings.pacer !== void 0)
      (0,_paced_js__WEBPACK_IMPORTED_MODULE_1__.pace)(client, settings.pacer);
    return client;
  };
  return (settings) => {
    const client = made.get(settings) ?? build(settings);
    made.set(settings, client);
    return client;
  };
}



/***/ }),

/***/ 2206:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Pacer: () => (/* binding */ Pacer),
  filled: () => (/* binding */ filled),
  pace: () => (/* binding */ pace),
  waitFor: () => (/* binding */ waitFor)
});

// EXTERNAL MODULE: ./build-stage/aws/errors.js
var errors = __webpack_require__(8470);
;// CONCATENATED MODULE: ./build-stage/aws/rates.js
// build-stage/aws/rates.js
var rate = (burst, perSecond) => ({ burst, perSecond });
var buckets = [
  [rate(50, 20), ["DescribeClusters", "ListClusters"]],
  [rate(20, 1), ["RegisterTaskDefinition", "DeregisterTaskDefinition"]],
  [rate(50, 20), ["DescribeTaskDefinition", "ListTaskDefinitions", "ListTaskDefinitionFamilies"]],
  [rate(100, 40), ["RunTask", "StartTask", "StopTask", "ExecuteCommand"]],
  [rate(100, 20), ["DescribeTasks", "ListTasks"]],
  [rate(50, 5), ["UpdateService", "CreateService", "DeleteService"]],
  [rate(100, 20), ["DescribeServices", "ListServices"]],
  // StopServiceDeployment is in no bucket of that page; it is taken for one of these.
  [rate(50, 20), ["DescribeServiceDeployments", "ListServiceDeployments", "StopServiceDeployment"]],
  [rate(50, 20), ["DescribeServiceRevisions"]],
  // Parameter Store's default throughput. Of a burst nothing is said, and of other actions neither.
  // https://docs.aws.amazon.com/general/latest/gr/ssm.html#limits_ssm
  [rate(40, 40), ["GetParameter", "GetParameters", "PutParameter"]]
];
function bucketOf(action) {
  const found = buckets.find(([, actions]) => actions.includes(action));
  return found === void 0 ? void 0 : { name: found[1][0] ?? action, rate: found[0] };
}


;// CONCATENATED MODULE: ./build-stage/aws/paced.js
// build-stage/aws/paced.js


function filled(rate, bucket, now) {
  if (bucket === void 0)
    return { tokens: rate.burst, at: now, underWay: 0 };
  const { tokens, at, underWay } = bucket;
  const more = Math.max(0, now - at) / 1e3 * rate.perSecond;
  return { tokens: Math.min(Math.max(0, rate.burst - underWay), tokens + more), at: now, underWay };
}
function waitFor(rate, { tokens, underWay }) {
  if (tokens >= 1)
    return 0;
  return rate.burst - underWay < 1 ? Number.POSITIVE_INFINITY : Math.ceil((1 - tokens) / rate.perSecond * 1e3);
}
var share = 0.8;
var Pacer = class {
  clock;
  lines = /* @__PURE__ */ new Map();
  constructor(clock) {
    this.clock = clock;
  }
  /** Resolves when the action may be called. What it resolves to is told when the call has been answered. */
  async turn(action) {
    const line = this.line(action);
    if (line === void 0)
      return () => {
      };
    await new Promise((resolve) => {
      line.waiting.push(resolve);
      this.letGo(line);
    });
    return () => {
      const now = filled(line.rate, line.bucket, this.clock.now());
      line.bucket = { ...now, underWay: Math.max(0, now.underWay - 1) };
      this.letGo(line);
    };
  }
  /** AWS refused a call for its rate: others have emptied the bucket, so that this run's share of it is gone as well. */
  throttled(action) {
    const line = this.line(action);
    if (line === void 0)
      return;
    const now = filled(line.rate, line.bucket, this.clock.now());
    line.bucket = { ...now, tokens: Math.min(0, now.tokens) };
  }
  line(action) {
    const found = bucketOf(action);
    if (found === void 0)
      return void 0;
    const line = this.lines.get(found.name) ?? {
      rate: ours(found.rate),
      bucket: void 0,
      waiting: [],
      isAsleep: false
    };
    this.lines.set(found.name, line);
    return line;
  }
  /** Those who wait, in their order, as far as there are tokens; the next one when there is one again. */
  letGo(line) {
    while (line.waiting.length > 0) {
      const bucket = filled(line.rate, line.bucket, this.clock.now());
      line.bucket = bucket;
      const waitMs = waitFor(line.rate, bucket);
      if (waitMs > 0) {
        if (waitMs < Number.POSITIVE_INFINITY)
          void this.sleep(line, waitMs);
        return;
      }
      line.bucket = { ...bucket, tokens: bucket.tokens - 1, underWay: bucket.underWay + 1 };
      line.waiting.shift()?.();
    }
  }
  async sleep(line, ms) {
    if (line.isAsleep)
      return;
    line.isAsleep = true;
    await this.clock.sleep(ms);
    line.isAsleep = false;
    this.letGo(line);
  }
};
var ours = (rate) => ({ burst: Math.floor(rate.burst * share), perSecond: rate.perSecond * share });
function pace(client, pacer) {
  client.middlewareStack.addRelativeTo((next, context) => async (args) => {
    const action = (context.commandName ?? "").replace(/Command$/, "");
    const answered = await pacer.turn(action);
    try {
      return await next(args);
    } catch (error) {
      if (/throttl|TooManyRequests|RequestLimitExceeded/i.test((0,errors/* errorName */.Is)(error)))
        pacer.throttled(action);
      throw error;
    } finally {
      answered();
    }
  }, { name: "sluicePace", relation: "after", toMiddleware: "retryMiddleware" });
}



/***/ }),

/***/ 2604:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  r: () => (/* binding */ createServiceRollout)
});

// EXTERNAL MODULE: ./build-stage/ports/message-of.js
var message_of = __webpack_require__(9901);
// EXTERNAL MODULE: ./build-stage/ports/not-routed.js
var not_routed = __webpack_require__(2669);
// EXTERNAL MODULE: ./build-stage/spec/input-error.js
var input_error = __webpack_require__(5432);
;// CONCATENATED MODULE: ./build-stage/aws/as-written.js
// build-stage/aws/as-written.js
function sendAsWritten(command, input) {
  const text = JSON.stringify(input);
  command.middlewareStack.add(
    (next) => (args) => {
      args.request.body = text;
      return next(args);
    },
    // Before the length of the body is taken and it is signed.
    { step: "build", priority: "high", name: "sendAsWritten" }
  );
}
function readAsWritten(command, take) {
  command.middlewareStack.add((next) => async (args) => {
    const result = await next(args);
    const response = result.response;
    const chunks = [];
    for await (const chunk of response.body)
      chunks.push(chunk);
    const bytes = Buffer.concat(chunks);
    response.body = new Uint8Array(bytes);
    if (response.statusCode < 300)
      take(JSON.parse(bytes.toString("utf8")));
    return result;
  }, { step: "deserialize", priority: "low", name: "readAsWritten" });
}


// EXTERNAL MODULE: ./build-stage/aws/client.js
var aws_client = __webpack_require__(5082);
// EXTERNAL MODULE: ./build-stage/aws/ecs-client.js
var ecs_client = __webpack_require__(7570);
// EXTERNAL MODULE: ./build-stage/aws/ecs-looks.js + 1 modules
var ecs_looks = __webpack_require__(3026);
// EXTERNAL MODULE: ./build-stage/aws/errors.js
var errors = __webpack_require__(8470);
;// CONCATENATED MODULE: ./build-stage/aws/service-rollout.js
// build-stage/aws/service-rollout.js








var unrouted = /does not have an associated load balancer/;
function createServiceRollout(settings, cluster) {
  const sdk = (0,aws_client/* once */.Oo)(() => Promise.all(/* import() | aws-sdk-ecs */[__webpack_require__.e(5298), __webpack_require__.e(9953), __webpack_require__.e(3615), __webpack_require__.e(8254), __webpack_require__.e(8221)]).then(__webpack_require__.bind(__webpack_require__, 6099)));
  const client = () => (0,ecs_client/* ecsClient */.b)(settings);
  const looks = (0,ecs_looks/* ecsLooks */.S)(settings, cluster);
  return {
    async describe(services) {
      const found = await Promise.all(services.map((name) => looks.service(name)));
      const problems = services.filter((_name, index) => found[index] === void 0).map((name) => ({ input: "services", value: name, wrong: `does not exist in cluster ${cluster}` }));
      if (problems.length > 0)
        throw new input_error/* InputError */.d(problems);
      return found.flatMap((one) => one === void 0 ? [] : seen(one));
    },
    async taskDefinition(arn) {
      const { DescribeTaskDefinitionCommand } = await sdk();
      const ecs = await client();
      const command = new DescribeTaskDefinitionCommand({ taskDefinition: arn, include: ["TAGS"] });
      let answer = {};
      readAsWritten(command, (json) => {
        answer = json;
      });
      await (0,aws_client/* call */.T1)("ecs:DescribeTaskDefinition", () => ecs.send(command)).catch((error) => {
        if ((0,errors/* errorName */.Is)(error) !== "ClientException" && (0,errors/* errorName */.Is)(error) !== "InvalidParameterException")
          throw error;
        throw new input_error/* InputError */.d([
          { input: "task-definition", value: arn, wrong: "does not exist in this account and Region" }
        ]);
      });
      const { taskDefinition, tags = [] } = answer;
      return { ...taskDefinition, ...tags.length > 0 ? { tags } : {} };
    },
    async register(definition) {
      const { RegisterTaskDefinitionCommand } = await sdk();
      const ecs = await client();
      const command = new RegisterTaskDefinitionCommand(definition);
      sendAsWritten(command, definition);
      const { taskDefinition } = await (0,aws_client/* call */.T1)("ecs:RegisterTaskDefinition", () => ecs.send(command)).catch((error) => {
        if ((0,errors/* errorName */.Is)(error) !== "ClientException" && (0,errors/* errorName */.Is)(error) !== "InvalidParameterException")
          throw error;
        const message = (0,message_of/* messageOf */.b)(error);
        throw new input_error/* InputError */.d([{ input: "task-definition", wrong: `is not accepted by ECS: ${message}` }]);
      });
      return taskDefinition?.taskDefinitionArn ?? "";
    },
    async update(service, change) {
      const { UpdateServiceCommand } = await sdk();
      const ecs = await client();
      const { taskDefinitionArn, desiredCount } = change;
      await (0,aws_client/* call */.T1)("ecs:UpdateService", () => ecs.send(new UpdateServiceCommand({
        cluster,
        service,
        ...taskDefinitionArn === void 0 ? {} : { taskDefinition: taskDefinitionArn },
        ...desiredCount === void 0 ? {} : { desiredCount }
      }))).catch((error) => {
        const message = error instanceof Error ? error.message : "";
        throw unrouted.test(message) ? new not_routed/* NotRouted */.r(message, { cause: error }) : error;
      });
    },
    async stoppedTasks(service, since) {
      return (await looks.stopped(service)).map(stopped).filter((task) => task.stoppedAt >= since).sort((a, b) => b.stoppedAt - a.stoppedAt);
    }
  };
}
function seen(service) {
  const { alarms, minimumHealthyPercent, maximumPercent } = service.deploymentConfiguration ?? {};
  return {
    name: service.serviceName ?? "",
    arn: service.serviceArn ?? "",
    status: service.status ?? "",
    taskDefinitionArn: service.taskDefinition ?? "",
    desiredCount: service.desiredCount ?? 0,
    runningCount: service.runningCount ?? 0,
    pendingCount: service.pendingCount ?? 0,
    targetGroupArns: (service.loadBalancers ?? []).flatMap(({ targetGroupArn }) => targetGroupArn ?? []),
    controller: service.deploymentController?.type ?? "ECS",
    deploymentAlarms: alarms?.enable === true ? alarms.alarmNames ?? [] : [],
    ...minimumHealthyPercent === void 0 || maximumPercent === void 0 ? {} : { percents: { minimumHealthy: minimumHealthyPercent, maximum: maximumPercent } },
    deployments: (service.deployments ?? []).map((deployment) => ({
      id: deployment.id ?? "",
      status: deployment.status ?? "",
      taskDefinitionArn: deployment.taskDefinition ?? "",
      desiredCount: deployment.desiredCount ?? 0,
      runningCount: deployment.runningCount ?? 0,
      failedTasks: deployment.failedTasks ?? 0,
      rollout: deployment.rolloutState ?? "UNKNOWN",
      rolloutReason: deployment.rolloutStateReason ?? "",
      createdAt: deployment.createdAt?.getTime() ?? 0,
      updatedAt: deployment.updatedAt?.getTime() ?? 0
    })),
    events: (service.events ?? []).map((event) => ({
      at: event.createdAt?.getTime() ?? 0,
      message: event.message ?? ""
    }))
  };
}
function stopped(task) {
  return {
    arn: task.taskArn ?? "",
    taskDefinitionArn: task.taskDefinitionArn ?? "",
    // A task that is still on its way out has no stoppedAt yet.
    stoppedAt: (task.stoppedAt ?? task.stoppingAt ?? task.executionStoppedAt)?.getTime() ?? Number.POSITIVE_INFINITY,
    stopCode: task.stopCode ?? "",
    stoppedReason: task.stoppedReason ?? "",
    containers: (task.containers ?? []).map((container) => ({
      name: container.name ?? "",
      exitCode: container.exitCode ?? null,
      reason: container.reason ?? "",
      health: container.healthStatus ?? ""
    }))
  };
}



/***/ })

};
