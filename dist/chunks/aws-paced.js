export const id = 5322;
export const ids = [5322];
export const modules = {

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
