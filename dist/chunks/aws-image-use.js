export const id = 9160;
export const ids = [9160,5322];
export const modules = {

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

/***/ 7419:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ inGroups),
/* harmony export */   O: () => (/* binding */ ecrCalls)
/* harmony export */ });
/* harmony import */ var _images_ecr_host_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7331);
/* harmony import */ var _ports_image_repository_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5946);
/* harmony import */ var _client_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5082);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8470);
/* harmony import */ var _renewing_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8370);
// build-stage/aws/ecr-calls.js





var usualAttempts = 7;
var partTimeoutMs = 18e4;
function ecrCalls(settings, host) {
  const { region, session, account, isFips = false } = settings;
  const sdk = (0,_client_js__WEBPACK_IMPORTED_MODULE_1__/* .once */ .Oo)(() => Promise.all(/* import() | aws-sdk-ecr */[__webpack_require__.e(5298), __webpack_require__.e(9953), __webpack_require__.e(3615), __webpack_require__.e(3828)]).then(__webpack_require__.bind(__webpack_require__, 636)));
  const build = (requestTimeout, maxAttempts = usualAttempts) => (0,_client_js__WEBPACK_IMPORTED_MODULE_1__/* .once */ .Oo)(async () => {
    const { ECRClient } = await sdk();
    return new ECRClient({
      region,
      ..._client_js__WEBPACK_IMPORTED_MODULE_1__/* .connection */ .FI,
      maxAttempts,
      requestHandler: { ..._client_js__WEBPACK_IMPORTED_MODULE_1__/* .connection */ .FI.requestHandler, requestTimeout },
      ...isFips ? { useFipsEndpoint: true } : {},
      ...session === void 0 ? {} : { credentials: session.credentials }
    });
  });
  const registry = account === void 0 ? {} : { registryId: account };
  const one = (action, send, resource) => (0,_renewing_js__WEBPACK_IMPORTED_MODULE_3__/* .renewed */ .F)(session, () => (0,_client_js__WEBPACK_IMPORTED_MODULE_1__/* .call */ .T1)(action, send, resource));
  return {
    settings,
    sdk,
    client: build(15e3),
    partClient: build(partTimeoutMs),
    limitedClient: build(15e3, 2),
    registry,
    call: one,
    named: (path) => ({ ...registry, repositoryName: path }),
    on: (path) => ({
      call: (action, send) => one(action, send, account === void 0 ? void 0 : arnOf(account, region, path)).catch((error) => {
        if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .errorName */ .Is)(error) !== "RepositoryNotFoundException")
          throw error;
        throw new _ports_image_repository_js__WEBPACK_IMPORTED_MODULE_0__/* .RepositoryMissing */ .H(host === void 0 ? path : `${host}/${path}`, { cause: error });
      })
    })
  };
}
function arnOf(account, region, path) {
  const registry = (0,_images_ecr_host_js__WEBPACK_IMPORTED_MODULE_4__/* .ecrRegistry */ .gO)((0,_images_ecr_host_js__WEBPACK_IMPORTED_MODULE_4__/* .ecrHost */ .Fd)(account, region));
  return registry?.kind === "private" ? (0,_images_ecr_host_js__WEBPACK_IMPORTED_MODULE_4__/* .repositoryArn */ .qM)(registry, path) : void 0;
}
function inGroups(all, atMost) {
  return Array.from({ length: Math.ceil(all.length / atMost) }, (_, index) => all.slice(index * atMost, (index + 1) * atMost));
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

/***/ 5530:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   createImageUse: () => (/* binding */ createImageUse)
/* harmony export */ });
/* harmony import */ var _spec_input_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5432);
/* harmony import */ var _client_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5082);
/* harmony import */ var _ecr_calls_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7419);
/* harmony import */ var _ecs_client_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7570);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8470);
/* harmony import */ var _renewing_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8370);
// build-stage/aws/image-use.js






function createImageUse({ region, session, pacer }) {
  const settings = {
    region,
    pacer,
    ...session === void 0 ? {} : { credentials: session.credentials }
  };
  const ready = (0,_client_js__WEBPACK_IMPORTED_MODULE_1__/* .once */ .Oo)(async () => ({ sdk: await Promise.all(/* import() | aws-sdk-ecs */[__webpack_require__.e(5298), __webpack_require__.e(9953), __webpack_require__.e(3615), __webpack_require__.e(8254), __webpack_require__.e(8221)]).then(__webpack_require__.bind(__webpack_require__, 6099)), ecs: await (0,_ecs_client_js__WEBPACK_IMPORTED_MODULE_3__/* .ecsClient */ .b)(settings) }));
  const use = {
    async running(clusters) {
      const { sdk, ecs } = await ready();
      const all = [];
      for (const cluster of new Set(clusters))
        all.push(...await inCluster(sdk, ecs, cluster));
      return all;
    }
  };
  return (0,_renewing_js__WEBPACK_IMPORTED_MODULE_5__/* .renewing */ .I)(use, session);
}
async function inCluster(sdk, ecs, cluster) {
  const arns = await pages(cluster, (nextToken) => (0,_client_js__WEBPACK_IMPORTED_MODULE_1__/* .call */ .T1)("ecs:ListServices", () => ecs.send(new sdk.ListServicesCommand({ cluster, maxResults: 100, ...nextToken }))), ({ serviceArns }) => serviceArns);
  const services = await eachGroup(arns, 10, async (group) => {
    const answer = await (0,_client_js__WEBPACK_IMPORTED_MODULE_1__/* .call */ .T1)("ecs:DescribeServices", () => ecs.send(new sdk.DescribeServicesCommand({ cluster, services: [...group] })));
    return answer.services ?? [];
  });
  const taskArns = await pages(cluster, (nextToken) => (0,_client_js__WEBPACK_IMPORTED_MODULE_1__/* .call */ .T1)("ecs:ListTasks", () => ecs.send(new sdk.ListTasksCommand({ cluster, maxResults: 100, ...nextToken }))), (page) => page.taskArns);
  const tasks = await eachGroup(taskArns, 100, async (group) => {
    const answer = await (0,_client_js__WEBPACK_IMPORTED_MODULE_1__/* .call */ .T1)("ecs:DescribeTasks", () => ecs.send(new sdk.DescribeTasksCommand({ cluster, tasks: [...group] })));
    return answer.tasks ?? [];
  });
  const told = uniqueTold([...services.flatMap(toldTo), ...tasks.map(toldOf)]);
  const images = await imagesOf(sdk, ecs, new Set(told.map(({ taskDefinition }) => taskDefinition)));
  return told.flatMap((one) => (images.get(one.taskDefinition) ?? []).flatMap(({ name, image }) => {
    const digests = digestsOf(tasks, one, name);
    const known = { image, cluster, service: one.service, container: name };
    return digests.length === 0 ? [{ ...known, digest: void 0 }] : digests.map((digest) => ({ ...known, digest }));
  }));
}
function toldTo({ serviceName: service = "", taskDefinition, deployments = [], taskSets = [] }) {
  const all = [taskDefinition, ...[...deployments, ...taskSets].map((one) => one.taskDefinition)];
  return all.flatMap((arn) => arn === void 0 ? [] : [{ service, taskDefinition: arn }]);
}
var toldOf = ({ group = "", taskDefinitionArn = "" }) => ({
  service: group.replace(/^service:/, ""),
  taskDefinition: taskDefinitionArn
});
var uniqueTold = (all) => [
  ...new Map(all.map((one) => [`${one.service} ${one.taskDefinition}`, one])).values()
];
function digestsOf(tasks, told, container) {
  const own = tasks.filter((task) => {
    const { service, taskDefinition } = toldOf(task);
    return service === told.service && taskDefinition === told.taskDefinition;
  });
  const met = own.flatMap(({ containers = [] }) => containers.filter(({ name }) => name === container));
  return [...new Set(met.flatMap(({ imageDigest }) => imageDigest ?? []))];
}
async function imagesOf(sdk, ecs, definitions) {
  const described = [...definitions].map(async (arn) => {
    const { taskDefinition } = await (0,_client_js__WEBPACK_IMPORTED_MODULE_1__/* .call */ .T1)("ecs:DescribeTaskDefinition", () => ecs.send(new sdk.DescribeTaskDefinitionCommand({ taskDefinition: arn }))).catch((error) => {
      if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .errorName */ .Is)(error) !== "ClientException")
        throw error;
      return { taskDefinition: void 0 };
    });
    const containers = (taskDefinition?.containerDefinitions ?? []).map(({ name = "", image = "" }) => ({
      name,
      image
    }));
    return [arn, containers];
  });
  return new Map(await Promise.all(described));
}
async function eachGroup(all, atMost, ask) {
  return (await Promise.all((0,_ecr_calls_js__WEBPACK_IMPORTED_MODULE_2__/* .inGroups */ .A)(all, atMost).map(ask))).flat();
}
async function pages(cluster, ask, items) {
  const all = [];
  let nextToken;
  do {
    const page = await ask(nextToken === void 0 ? {} : { nextToken }).catch((error) => {
      if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .errorName */ .Is)(error) !== "ClusterNotFoundException")
        throw error;
      throw new _spec_input_error_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .d([{ input: "cluster", value: cluster, wrong: "does not exist in this account and Region" }]);
    });
    all.push(...items(page) ?? []);
    nextToken = page.nextToken;
  } while (nextToken !== void 0 && nextToken !== "");
  return all;
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
