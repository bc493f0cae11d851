export const id = 5019;
export const ids = [5019];
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

/***/ 2691:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   sessionFor: () => (/* binding */ sessionFor)
/* harmony export */ });
/* harmony import */ var _session_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7668);
// build-stage/aws/session-for.js

function sessionFor(inputs, identity) {
  const { roleToAssume, roleSessionName, roleDuration, audience, region } = inputs;
  const { clock, report, token, conceal, run, whenOver } = identity;
  if (roleToAssume === void 0)
    return void 0;
  return new _session_js__WEBPACK_IMPORTED_MODULE_0__/* .Session */ .N({
    region,
    roleArn: roleToAssume,
    sessionName: roleSessionName ?? `sluice-${run.runId ?? "local"}-${run.attempt}`,
    durationMs: roleDuration,
    clock,
    token: () => token(audience),
    conceal,
    whenOver,
    line: (text) => report.line(text),
    warn: (text) => report.warn(text)
  });
}



/***/ }),

/***/ 7668:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  N: () => (/* binding */ Session)
});

// EXTERNAL MODULE: ./build-stage/ports/access-error.js
var access_error = __webpack_require__(7919);
// EXTERNAL MODULE: ./build-stage/spec/duration.js
var duration = __webpack_require__(1999);
// EXTERNAL MODULE: ./build-stage/spec/input-error.js
var input_error = __webpack_require__(5432);
// EXTERNAL MODULE: ./build-stage/aws/client.js
var client = __webpack_require__(5082);
// EXTERNAL MODULE: ./build-stage/aws/errors.js
var errors = __webpack_require__(8470);
;// CONCATENATED MODULE: ./build-stage/aws/web-identity.js
// build-stage/aws/web-identity.js
function claimsOf(token) {
  try {
    const claims = JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString("utf8"));
    return typeof claims === "object" && claims !== null ? claims : void 0;
  } catch {
    return void 0;
  }
}
function trustAdvice(token) {
  const claims = claimsOf(token);
  if (claims === void 0)
    return "The token of this job could not be read.";
  const { sub, aud, iss } = claims;
  const provider = String(iss ?? "https://token.actions.githubusercontent.com").replace(/^https:\/\//, "");
  const condition = {
    StringEquals: { [`${provider}:aud`]: aud, [`${provider}:sub`]: subjectsOf(String(sub), claims) }
  };
  return `The token of this job has sub ${JSON.stringify(sub)} and aud ${JSON.stringify(aud)}. The trust policy of the role must allow sts:AssumeRoleWithWebIdentity to arn:aws:iam::ACCOUNT:oidc-provider/${provider} with "Condition": ${JSON.stringify(condition)}`;
}
function subjectsOf(sub, claims) {
  const found = /^repo:(?<owner>[^@/:]+)(?:@\d+)?\/(?<name>[^@:]+)(?:@\d+)?(?<rest>:.*)$/.exec(sub)?.groups;
  if (found === void 0)
    return [sub];
  const { owner, name, rest } = found;
  const plain = `repo:${owner}/${name}${rest}`;
  const { repository_owner_id: ownerId, repository_id: id } = claims;
  const numbered = sub === plain ? `repo:${owner}@${ownerId ?? "OWNER-ID"}/${name}@${id ?? "REPOSITORY-ID"}${rest}` : sub;
  return [plain, numbered];
}


;// CONCATENATED MODULE: ./build-stage/aws/assume-role.js
// build-stage/aws/assume-role.js





var attempts = 3;
var action = "sts:AssumeRoleWithWebIdentity";
async function assumeRole(role, means) {
  for (let attempt = 1; ; attempt++) {
    const token = await means.token();
    means.conceal(token);
    const from = means.clock.now();
    try {
      return keysOf(await exchange(role, token), role, from, means.conceal);
    } catch (error) {
      const refusal = refused(error, role, token);
      if (refusal !== void 0)
        throw refusal;
      if (attempt === attempts)
        throw unanswered(error, token);
      await means.clock.sleep(1e3 * 2 ** attempt * (0.5 + Math.random() / 2));
    }
  }
}
async function exchange(role, webIdentityToken) {
  const { fromWebToken } = await Promise.all(/* import() | aws-sdk-web-identity */[__webpack_require__.e(5298), __webpack_require__.e(9953), __webpack_require__.e(3347)]).then(__webpack_require__.bind(__webpack_require__, 8555));
  return fromWebToken({
    roleArn: role.roleArn,
    roleSessionName: role.sessionName,
    durationSeconds: Math.round(role.durationMs / 1e3),
    webIdentityToken,
    clientConfig: { region: role.region, ...client/* connection */.FI }
  })();
}
function keysOf(given, role, from, conceal) {
  const { accessKeyId, secretAccessKey, sessionToken, expiration } = given;
  conceal(secretAccessKey);
  if (sessionToken !== void 0)
    conceal(sessionToken);
  const until = Math.min(expiration?.getTime() ?? Number.POSITIVE_INFINITY, from + role.durationMs);
  return { credentials: { accessKeyId, secretAccessKey, ...sessionToken && { sessionToken } }, from, until };
}
function refused(error, role, token) {
  const message = messageOf(error, token);
  const advised = (kind, advice) => new access_error/* AccessError */.Z(`AWS does not let this job take the role ${role.roleArn}: ${message}. ${advice}`, { kind, action, resource: role.roleArn }, { cause: error });
  switch ((0,errors/* errorName */.Is)(error)) {
    case "AccessDenied":
      return advised("denied", trustAdvice(token));
    case "InvalidIdentityToken":
    case "InvalidIdentityTokenException":
      if (/verification key/i.test(message))
        return void 0;
      return advised("absent", `Is the identity provider in the account of the role, with this audience? ${trustAdvice(token)}`);
    case "ValidationError":
    case "ValidationException":
      if (/duration/i.test(message)) {
        return new input_error/* InputError */.d([
          {
            input: "role-duration",
            wrong: `is not accepted by AWS: ${message}. The session is renewed while the action runs, so it need not last as long as the deployment`
          }
        ]);
      }
      return advised("absent", "Check role-to-assume and role-session-name");
    case "RegionDisabledException":
      return advised("absent", `Activate STS in ${role.region}, or give another Region`);
    default:
      return void 0;
  }
}
function unanswered(error, token) {
  const message = `AWS gave no session (${action}: ${messageOf(error, token)})`;
  return new access_error/* AccessError */.Z(message, { kind: "absent", action }, { cause: error });
}
function messageOf(error, token) {
  const message = error instanceof Error ? error.message : String(error);
  return message.replaceAll(token, "***").replace(/\.$/, "");
}


;// CONCATENATED MODULE: ./build-stage/aws/session.js
// build-stage/aws/session.js



var renewMs = 15 * 6e4;
var actMs = 2 * 6e4;
var lastMs = 1e4;
var pauseMs = 3e4;
var Session = class {
  options;
  keys;
  renewal;
  failure;
  /**
   * For the SDK's clients. `memoized` keeps the SDK from remembering what it was given: it would compare its end with the
   * machine's clock, and ask again in the last five minutes only.
   */
  credentials = Object.assign(async () => (await this.current()).credentials, { memoized: true });
  constructor(options) {
    this.options = options;
  }
  ending() {
    const { keys, failure } = this;
    if (keys === void 0 || failure === void 0)
      return void 0;
    return { at: keys.until, actBy: keys.until - part(keys, 6, actMs), why: failure.error.message };
  }
  now() {
    return this.options.clock.now();
  }
  /**
   * AWS refused what this session gave out at `since`: it was revoked, or the clocks differ. Resolves when there is another.
   *
   * @throws AccessError when there is none
   */
  async replace(since) {
    if (this.keys !== void 0 && this.keys.from > since)
      return;
    this.keys = this.keys && { ...this.keys, until: Math.min(this.keys.until, since) };
    if (this.isResting())
      throw this.over(this.failure?.error);
    await this.renew();
  }
  /** @throws AccessError when there is no session and none can be had */
  async current() {
    const { keys, options, failure } = this;
    const now = options.clock.now();
    if (keys === void 0)
      return this.renew();
    const isOver = now >= keys.until;
    if (this.isResting()) {
      if (isOver)
        throw this.over(failure?.error);
      return keys;
    }
    if (isOver)
      return this.renew();
    if (now < keys.until - part(keys, 3, renewMs))
      return keys;
    const renewed = this.renew().catch(() => keys);
    return now < keys.until - part(keys, 12, lastMs) ? keys : renewed;
  }
  /** An attempt that failed is not repeated at once. */
  isResting() {
    const { keys, failure } = this;
    return keys !== void 0 && failure !== void 0 && this.now() - failure.at < part(keys, 20, pauseMs);
  }
  renew() {
    this.renewal ??= this.take().finally(() => {
      this.renewal = void 0;
    });
    return this.renewal;
  }
  async take() {
    const { options } = this;
    try {
      const keys = await (options.take === void 0 ? assumeRole(options, options) : options.take());
      if (this.failure !== void 0)
        options.line("The AWS session was renewed after all");
      this.failure = void 0;
      this.keys = keys;
      return keys;
    } catch (error) {
      if (this.keys === void 0 || !(error instanceof Error))
        throw error;
      const isNews = this.failure === void 0;
      const now = options.clock.now();
      this.failure = { error, at: now };
      const left = this.keys.until - now;
      if (left <= 0)
        throw this.over(error);
      if (isNews)
        options.warn(`${stillGood(error, left)} ${options.whenOver}`);
      throw error;
    }
  }
  over(cause) {
    const detail = cause instanceof access_error/* AccessError */.Z ? cause.detail : {};
    const message = `The AWS session is over and could not be renewed: ${cause?.message ?? "unknown"}`;
    return new access_error/* AccessError */.Z(message, { ...detail, kind: "expired" }, { cause });
  }
};
function part(keys, share, atMost) {
  return Math.min(atMost, (keys.until - keys.from) / share);
}
function stillGood(error, leftMs) {
  const left = (0,duration/* formatDuration */.a3)(Math.max(1e3, Math.round(leftMs / 1e3) * 1e3));
  return `The AWS session could not be renewed: ${error.message}. It is good for another ${left}, and renewing it is tried again until then.`;
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
