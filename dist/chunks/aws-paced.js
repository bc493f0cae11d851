export const id = 2206;
export const ids = [2206];
export const modules = {

/***/ 8470:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Is: () => (/* binding */ errorName),
/* harmony export */   PK: () => (/* binding */ refusedCredentials),
/* harmony export */   vE: () => (/* binding */ translated)
/* harmony export */ });
/* harmony import */ var _ports_access_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7919);
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
function translated(error, action) {
  const kind = kinds[errorName(error)];
  if (kind === void 0)
    return error;
  const message = error instanceof Error ? error.message : String(error);
  if (kind === "expired") {
    const hint = "With role-to-assume the action has a session of its own, which it renews.";
    return new _ports_access_error_js__WEBPACK_IMPORTED_MODULE_0__/* .AccessError */ .Z(`The AWS credentials have expired (${action}: ${message}). ${hint}`, { kind }, { cause: error });
  }
  if (kind === "absent") {
    const hint = "Give role-to-assume, or set credentials beforehand, for example by aws-actions/configure-aws-credentials.";
    return new _ports_access_error_js__WEBPACK_IMPORTED_MODULE_0__/* .AccessError */ .Z(`AWS does not accept the credentials (${action}: ${message}). ${hint}`, { kind }, { cause: error });
  }
  const denied = /not authorized to perform: (?<action>[\w-]+:\w+)(?: on resource: (?<resource>\S+))?/.exec(message)?.groups;
  const resource = denied?.resource?.replace(/[.,]$/, "");
  const detail = { kind, action: denied?.action ?? action, ...resource === void 0 ? {} : { resource } };
  const statement = JSON.stringify({ Effect: "Allow", Action: detail.action, Resource: resource ?? "*" });
  const advice = `Add to the policy of the role: ${statement}`;
  return new _ports_access_error_js__WEBPACK_IMPORTED_MODULE_0__/* .AccessError */ .Z(`Not allowed: ${message}. ${advice}`, detail, { cause: error });
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
  pace: () => (/* binding */ pace),
  take: () => (/* binding */ take)
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
  [rate(50, 20), ["DescribeServiceRevisions"]]
];
function bucketOf(action) {
  const found = buckets.find(([, actions]) => actions.includes(action));
  return found === void 0 ? void 0 : { name: found[1][0] ?? action, rate: found[0] };
}


;// CONCATENATED MODULE: ./build-stage/aws/paced.js
// build-stage/aws/paced.js


function take(rate, bucket, now) {
  const left = filled(rate, bucket, now) - 1;
  return { bucket: { tokens: left, at: now }, waitMs: left >= 0 ? 0 : -left / rate.perSecond * 1e3 };
}
function filled(rate, bucket, now) {
  if (bucket === void 0)
    return rate.burst;
  return Math.min(rate.burst, bucket.tokens + Math.max(0, now - bucket.at) / 1e3 * rate.perSecond);
}
var share = 0.8;
var Pacer = class {
  clock;
  buckets = /* @__PURE__ */ new Map();
  constructor(clock) {
    this.clock = clock;
  }
  /** Resolves when the action may be called. */
  async turn(action) {
    const found = bucketOf(action);
    if (found === void 0)
      return;
    const { bucket, waitMs } = take(ours(found.rate), this.buckets.get(found.name), this.clock.now());
    this.buckets.set(found.name, bucket);
    if (waitMs > 0)
      await this.clock.sleep(waitMs);
  }
  /** AWS refused a call for its rate: others have emptied the bucket, so that this run's share of it is gone as well. */
  throttled(action) {
    const found = bucketOf(action);
    if (found === void 0)
      return;
    const now = this.clock.now();
    const tokens = filled(ours(found.rate), this.buckets.get(found.name), now);
    this.buckets.set(found.name, { tokens: Math.min(0, tokens), at: now });
  }
};
var ours = (rate) => ({ burst: Math.floor(rate.burst * share), perSecond: rate.perSecond * share });
function pace(client, pacer) {
  client.middlewareStack.addRelativeTo((next, context) => async (args) => {
    const action = (context.commandName ?? "").replace(/Command$/, "");
    await pacer.turn(action);
    try {
      return await next(args);
    } catch (error) {
      if (/throttl|TooManyRequests|RequestLimitExceeded/i.test((0,errors/* errorName */.Is)(error)))
        pacer.throttled(action);
      throw error;
    }
  }, { name: "sluicePace", relation: "after", toMiddleware: "retryMiddleware" });
}



/***/ })

};
