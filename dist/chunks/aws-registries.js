export const id = 3574;
export const ids = [3574];
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

/***/ 803:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  imageRegistries: () => (/* binding */ imageRegistries)
});

// EXTERNAL MODULE: ./build-stage/images/registry-choice.js
var registry_choice = __webpack_require__(4039);
// EXTERNAL MODULE: ./build-stage/ports/access-error.js
var access_error = __webpack_require__(7919);
// EXTERNAL MODULE: ./build-stage/aws/ecr-calls.js
var ecr_calls = __webpack_require__(7419);
// EXTERNAL MODULE: ./build-stage/images/manifest.js
var images_manifest = __webpack_require__(6577);
// EXTERNAL MODULE: ./build-stage/aws/errors.js
var errors = __webpack_require__(8470);
;// CONCATENATED MODULE: ./build-stage/aws/ecr-image-list.js
// build-stage/aws/ecr-image-list.js



var MOST_IDS = 100;
var PAGE = 1e3;
var idOf = (reference) => reference.includes(":") ? { imageDigest: reference } : { imageTag: reference };
async function listImages(calls, name) {
  const { DescribeImagesCommand } = await calls.sdk();
  const ecr = await calls.client();
  const details = [];
  let nextToken;
  do {
    const wanted = {
      ...calls.named(name),
      filter: { imageStatus: "ANY" },
      maxResults: PAGE,
      ...nextToken === void 0 ? {} : { nextToken }
    };
    const page = await calls.on(name).call("ecr:DescribeImages", () => ecr.send(new DescribeImagesCommand(wanted)));
    details.push(...page.imageDetails ?? []);
    nextToken = page.nextToken;
  } while (nextToken !== void 0 && nextToken !== "");
  const indexes = details.filter(({ imageManifestMediaType = "" }) => /index|manifest\.list/.test(imageManifestMediaType));
  const children = await childrenOf(calls, name, indexes.flatMap(({ imageDigest }) => imageDigest ?? []));
  return details.map((detail) => listed(detail, children.get(detail.imageDigest ?? "")));
}
function listed(detail, children) {
  const { imageStatus, lastRecordedPullTime, lastArchivedAt, subjectManifestDigest } = detail;
  const isArchived = imageStatus === "ARCHIVED";
  return {
    digest: detail.imageDigest ?? "",
    tags: detail.imageTags ?? [],
    pushedAtMs: detail.imagePushedAt?.getTime() ?? 0,
    ...lastRecordedPullTime === void 0 ? {} : { pulledAtMs: lastRecordedPullTime.getTime() },
    storageClass: isArchived ? "archive" : "standard",
    ...isArchived && lastArchivedAt !== void 0 ? { archivedAtMs: lastArchivedAt.getTime() } : {},
    ...children === void 0 ? {} : { children },
    ...subjectManifestDigest === void 0 ? {} : { subject: subjectManifestDigest }
  };
}
async function childrenOf(calls, name, indexes) {
  const { BatchGetImageCommand } = await calls.sdk();
  const ecr = await calls.client();
  const children = /* @__PURE__ */ new Map();
  for (const group of (0,ecr_calls/* inGroups */.A)(indexes, MOST_IDS)) {
    const wanted = {
      ...calls.named(name),
      imageIds: group.map((imageDigest) => ({ imageDigest })),
      acceptedMediaTypes: [...images_manifest/* ACCEPTED_MEDIA_TYPES */.FG]
    };
    const { images = [] } = await calls.on(name).call("ecr:BatchGetImage", () => ecr.send(new BatchGetImageCommand(wanted)));
    for (const { imageId, imageManifest = "", imageManifestMediaType } of images) {
      const reading = (0,images_manifest/* readManifest */.WI)(imageManifest, imageManifestMediaType);
      if (reading.ok && reading.value.kind === "index") {
        children.set(imageId?.imageDigest ?? "", reading.value.children.map(({ digest }) => digest));
      }
    }
  }
  return children;
}
async function describeImage(calls, name, reference) {
  const { DescribeImagesCommand } = await calls.sdk();
  const ecr = await calls.client();
  for (const filter of [void 0, { imageStatus: "ANY" }]) {
    const wanted = { ...calls.named(name), imageIds: [idOf(reference)], ...filter === void 0 ? {} : { filter } };
    const answer = await calls.on(name).call("ecr:DescribeImages", () => ecr.send(new DescribeImagesCommand(wanted))).catch((error) => {
      const isLast = filter !== void 0 && (0,errors/* errorName */.Is)(error) === "InvalidParameterException";
      if ((0,errors/* errorName */.Is)(error) !== "ImageNotFoundException" && !isLast)
        throw error;
    });
    const [found] = answer?.imageDetails ?? [];
    if (found !== void 0) {
      return {
        digest: found.imageDigest ?? "",
        tags: found.imageTags ?? [],
        sizeBytes: found.imageSizeInBytes ?? 0,
        pushedAt: found.imagePushedAt?.getTime() ?? 0,
        status: found.imageStatus ?? "ACTIVE"
      };
    }
  }
  return void 0;
}
async function untagImages(calls, name, tags) {
  const { BatchDeleteImageCommand } = await calls.sdk();
  const ecr = await calls.client();
  const left = [];
  for (const group of (0,ecr_calls/* inGroups */.A)(tags, MOST_IDS)) {
    const wanted = { ...calls.named(name), imageIds: group.map((imageTag) => ({ imageTag })) };
    const { failures = [] } = await calls.on(name).call("ecr:BatchDeleteImage", () => ecr.send(new BatchDeleteImageCommand(wanted)));
    for (const { imageId, failureCode = "", failureReason = "" } of failures) {
      if (failureCode === "ImageNotFound")
        continue;
      left.push({ tag: imageId?.imageTag ?? "", why: `${failureCode}: ${failureReason}` });
    }
  }
  return left;
}


;// CONCATENATED MODULE: ./build-stage/aws/ecr-lifecycle.js
// build-stage/aws/ecr-lifecycle.js

var previewMs = 3e5;
var lookMs = 2e3;
async function lifecyclePolicy(calls, name) {
  const { GetLifecyclePolicyCommand } = await calls.sdk();
  const ecr = await calls.client();
  const answer = await calls.on(name).call("ecr:GetLifecyclePolicy", () => ecr.send(new GetLifecyclePolicyCommand(calls.named(name)))).catch((error) => {
    if ((0,errors/* errorName */.Is)(error) !== "LifecyclePolicyNotFoundException")
      throw error;
  });
  return answer?.lifecyclePolicyText;
}
async function putLifecyclePolicy(calls, name, policy) {
  const { PutLifecyclePolicyCommand } = await calls.sdk();
  const ecr = await calls.client();
  const wanted = { ...calls.named(name), lifecyclePolicyText: policy };
  await calls.on(name).call("ecr:PutLifecyclePolicy", () => ecr.send(new PutLifecyclePolicyCommand(wanted)));
}
async function previewLifecycle(calls, name, policy) {
  const { clock } = calls.settings;
  const until = clock.now() + previewMs;
  while (clock.now() < until) {
    const isOurs = await start(calls, name, policy);
    const text = await ended(calls, name, until);
    if (isOurs && text !== void 0 && isSame(text, policy))
      return results(calls, name);
    await clock.sleep(lookMs);
  }
  return void 0;
}
async function start(calls, name, policy) {
  const { StartLifecyclePolicyPreviewCommand } = await calls.sdk();
  const ecr = await calls.client();
  const wanted = { ...calls.named(name), lifecyclePolicyText: policy };
  return calls.on(name).call("ecr:StartLifecyclePolicyPreview", () => ecr.send(new StartLifecyclePolicyPreviewCommand(wanted))).then(() => true, async (error) => {
    if ((0,errors/* errorName */.Is)(error) !== "LifecyclePolicyPreviewInProgressException")
      throw error;
    const { lifecyclePolicyText } = await look(calls, name);
    return lifecyclePolicyText !== void 0 && isSame(lifecyclePolicyText, policy);
  });
}
async function ended(calls, name, until) {
  const { clock } = calls.settings;
  for (; ; ) {
    const { status, lifecyclePolicyText } = await look(calls, name);
    if (status === "COMPLETE")
      return lifecyclePolicyText;
    if (status === "FAILED")
      throw new Error(`ECR could not preview the lifecycle policy of ${name}`);
    if (status !== "IN_PROGRESS" || clock.now() + lookMs >= until)
      return void 0;
    await clock.sleep(lookMs);
  }
}
async function look(calls, name, nextToken) {
  const { GetLifecyclePolicyPreviewCommand } = await calls.sdk();
  const ecr = await calls.client();
  const wanted = { ...calls.named(name), maxResults: 100, ...nextToken === void 0 ? {} : { nextToken } };
  return calls.on(name).call("ecr:GetLifecyclePolicyPreview", () => ecr.send(new GetLifecyclePolicyPreviewCommand(wanted))).catch((error) => {
    if ((0,errors/* errorName */.Is)(error) !== "LifecyclePolicyPreviewNotFoundException")
      throw error;
    return { status: void 0, lifecyclePolicyText: void 0, previewResults: void 0, nextToken: void 0 };
  });
}
async function results(calls, name) {
  const all = [];
  let nextToken;
  do {
    const page = await look(calls, name, nextToken);
    for (const { imageDigest = "", imageTags = [], appliedRulePriority = 0 } of page.previewResults ?? []) {
      all.push({ digest: imageDigest, tags: imageTags, rulePriority: appliedRulePriority });
    }
    nextToken = page.nextToken;
  } while (nextToken !== void 0 && nextToken !== "");
  return all;
}
function isSame(one, other) {
  try {
    return canonical(JSON.parse(one)) === canonical(JSON.parse(other));
  } catch {
    return one === other;
  }
}
function canonical(value) {
  return JSON.stringify(value, (_key, item) => typeof item === "object" && item !== null && !Array.isArray(item) ? Object.fromEntries(Object.entries(item).sort(([a], [b]) => a < b ? -1 : 1)) : item);
}


;// CONCATENATED MODULE: ./build-stage/aws/ecr-login.js
// build-stage/aws/ecr-login.js
async function ecrLogin({ client, sdk, settings, call }, host) {
  const { GetAuthorizationTokenCommand } = await sdk();
  const ecr = await client();
  const { authorizationData: [given] = [] } = await call("ecr:GetAuthorizationToken", () => ecr.send(new GetAuthorizationTokenCommand({})));
  return loginOf(given, settings, host ?? hostOf(given?.proxyEndpoint));
}
var hostOf = (endpoint = "") => endpoint.replace(/^https?:\/\//, "").replace(/\/$/, "");
function loginOf(given, { conceal }, host) {
  const { authorizationToken = "", expiresAt } = given ?? {};
  if (authorizationToken !== "")
    conceal(authorizationToken);
  const [username = "", ...rest] = Buffer.from(authorizationToken, "base64").toString("utf8").split(":");
  const password = rest.join(":");
  if (password === "" || host === "")
    throw new Error("ECR gave no login that can be read");
  conceal(password);
  return { host, username, password, expiresAt: expiresAt?.getTime() };
}


// EXTERNAL MODULE: ./build-stage/ports/image-repository.js
var image_repository = __webpack_require__(5946);
;// CONCATENATED MODULE: ./build-stage/aws/ecr-repositories.js
// build-stage/aws/ecr-repositories.js


async function describeRepository({ client, sdk, registry, on }, name) {
  const { DescribeRepositoriesCommand } = await sdk();
  const ecr = await client();
  const wanted = { ...registry, repositoryNames: [name] };
  const answer = await on(name).call("ecr:DescribeRepositories", () => ecr.send(new DescribeRepositoriesCommand(wanted))).catch((error) => {
    if (!(error instanceof image_repository/* RepositoryMissing */.H))
      throw error;
  });
  const [found] = answer?.repositories ?? [];
  return found === void 0 ? void 0 : described(found);
}
async function createRepository(calls, name, { mutability, isScannedOnPush, encryption, tags }) {
  const { CreateRepositoryCommand } = await calls.sdk();
  const ecr = await calls.client();
  const { setting, exclusions } = mutability;
  const { keyArn } = encryption;
  const filters = exclusions.map((filter) => ({ filterType: "WILDCARD", filter }));
  const all = Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));
  const wanted = {
    ...calls.named(name),
    imageTagMutability: setting,
    ...filters.length === 0 ? {} : { imageTagMutabilityExclusionFilters: filters },
    imageScanningConfiguration: { scanOnPush: isScannedOnPush },
    encryptionConfiguration: {
      encryptionType: encryption.type,
      ...keyArn === void 0 ? {} : { kmsKey: keyArn }
    },
    ...all.length === 0 ? {} : { tags: all }
  };
  const { repository } = await calls.on(name).call("ecr:CreateRepository", () => ecr.send(new CreateRepositoryCommand(wanted))).catch((error) => {
    if ((0,errors/* errorName */.Is)(error) !== "RepositoryAlreadyExistsException")
      throw error;
    return { repository: void 0 };
  });
  const created = repository === void 0 ? await describeRepository(calls, name) : described(repository);
  if (created === void 0)
    throw new Error(`ECR says that ${name} is there already, and that it is not`);
  return created;
}
function described(found) {
  return {
    name: found.repositoryName ?? "",
    account: found.registryId ?? "",
    arn: found.repositoryArn ?? "",
    uri: found.repositoryUri ?? "",
    mutability: {
      setting: found.imageTagMutability ?? "MUTABLE",
      exclusions: (found.imageTagMutabilityExclusionFilters ?? []).flatMap(({ filter }) => filter ?? [])
    },
    isScannedOnPush: found.imageScanningConfiguration?.scanOnPush ?? false
  };
}


// EXTERNAL MODULE: ./build-stage/spec/kind.js
var kind = __webpack_require__(1789);
// EXTERNAL MODULE: ./build-stage/images/findings.js
var findings = __webpack_require__(794);
;// CONCATENATED MODULE: ./build-stage/images/ecr-findings.js
// src/images/ecr-findings.ts


/**
 * All pages of one image in one report. Refused is what cannot be whole: no findings member at all, or fewer findings of a
 * severity than ECR itself counts.
 */
function readEcrFindings(pages) {
    const each = pages.flatMap(({ imageScanFindings }) => (imageScanFindings === undefined ? [] : [imageScanFindings]));
    if (each.length === 0)
        return (0,kind/* wrong */.Q)('has no findings member: the image was not scanned');
    const basic = each.flatMap(({ findings = [] }) => findings);
    const enhanced = each.flatMap(({ enhancedFindings = [] }) => enhancedFindings);
    const strange = [...basic, ...enhanced].find(({ severity = '' }) => (0,findings/* severityOf */.xJ)(severity) === undefined);
    if (strange !== undefined)
        return (0,kind/* wrong */.Q)(`has a severity that is not known here (${JSON.stringify(strange.severity)})`);
    const counts = each.at(-1)?.findingSeverityCounts ?? {};
    const counted = Object.values(counts).reduce((sum, count) => sum + (count ?? 0), 0);
    // Enhanced findings that are closed or suppressed are listed and not counted, so that there may be more, never fewer.
    if (basic.length + enhanced.length < counted) {
        return (0,kind/* wrong */.Q)(`holds ${basic.length + enhanced.length} of ${counted} findings: pages are missing`);
    }
    const digest = pages.find(({ imageId }) => imageId?.imageDigest !== undefined)?.imageId?.imageDigest;
    return (0,kind/* read */.L)({
        source: enhanced.length > 0 || each.some(({ enhancedFindings }) => enhancedFindings !== undefined)
            ? 'ECR enhanced'
            : 'ECR basic',
        findings: [...basic.map(ofBasic), ...enhanced.flatMap(ofEnhanced)],
        subjects: digest === undefined ? [] : [digest],
    });
}
function ofBasic({ name = '', severity = '', uri = '', attributes = [] }) {
    const attribute = (key) => attributes.find((one) => one.key === key)?.value ?? '';
    return {
        id: name,
        severity: (0,findings/* severityOf */.xJ)(severity) ?? 'unknown',
        package: attribute('package_name'),
        version: attribute('package_version'),
        fixedIn: attribute('fixed_in_version') || attribute('patched_version'),
        url: uri,
    };
}
/** https://docs.aws.amazon.com/inspector/v2/APIReference/API_Finding.html */
function ofEnhanced({ title = '', severity = '', status = 'ACTIVE', packageVulnerabilityDetails = {}, }) {
    if (status === 'CLOSED')
        return [];
    const { vulnerabilityId = title, sourceUrl = '', vulnerablePackages = [] } = packageVulnerabilityDetails;
    const packages = vulnerablePackages.length === 0 ? [{ name: '', version: '' }] : vulnerablePackages;
    return packages.map((one) => {
        const fixedIn = 'fixedInVersion' in one ? (one.fixedInVersion ?? '') : '';
        return {
            id: vulnerabilityId,
            severity: (0,findings/* severityOf */.xJ)(severity) ?? 'unknown',
            package: one.name ?? '',
            version: one.version ?? '',
            fixedIn: fixedIn === 'NotAvailable' ? '' : fixedIn,
            url: sourceUrl,
            ...(status === 'SUPPRESSED' ? { asideBecause: 'a suppression rule of Amazon Inspector' } : {}),
        };
    });
}

// EXTERNAL MODULE: ./build-stage/images/scan-state.js
var scan_state = __webpack_require__(3209);
;// CONCATENATED MODULE: ./build-stage/aws/ecr-scans.js
// build-stage/aws/ecr-scans.js



var ecr_scans_PAGE = 1e3;
async function lookAtScan(calls, name, digest) {
  const { DescribeImageScanFindingsCommand } = await calls.sdk();
  const ecr = await calls.client();
  const pages = [];
  let nextToken;
  let status;
  let description = "";
  do {
    const wanted = {
      ...calls.named(name),
      imageId: { imageDigest: digest },
      maxResults: ecr_scans_PAGE,
      ...nextToken === void 0 ? {} : { nextToken }
    };
    const page = await calls.on(name).call("ecr:DescribeImageScanFindings", () => ecr.send(new DescribeImageScanFindingsCommand(wanted))).catch((error) => {
      if ((0,errors/* errorName */.Is)(error) !== "ScanNotFoundException")
        throw error;
    });
    if (page === void 0)
      return { status: void 0, description: "", report: void 0 };
    ({ status, description = "" } = page.imageScanStatus ?? {});
    if ((0,scan_state/* scanStanding */.M)(status).is !== "done")
      return { status, description, report: void 0 };
    pages.push(page);
    nextToken = page.nextToken;
  } while (nextToken !== void 0 && nextToken !== "");
  const reading = readEcrFindings(pages);
  return reading.ok ? { status, description, report: reading.value } : { status, description, report: void 0, wrong: reading.wrong };
}
var REFUSED = [
  "LimitExceededException",
  "ImageArchivedException",
  "UnsupportedImageTypeException",
  "ValidationException"
];
async function startScan(calls, name, digest) {
  const { StartImageScanCommand } = await calls.sdk();
  const ecr = await calls.limitedClient();
  const wanted = { ...calls.named(name), imageId: { imageDigest: digest } };
  return calls.on(name).call("ecr:StartImageScan", () => ecr.send(new StartImageScanCommand(wanted))).then(() => "started", (error) => {
    if (!REFUSED.includes((0,errors/* errorName */.Is)(error)))
      throw error;
    return "refused";
  });
}
async function signingStatus(calls, name, digest) {
  const { DescribeImageSigningStatusCommand } = await calls.sdk();
  const ecr = await calls.client();
  const wanted = { ...calls.named(name), imageId: { imageDigest: digest } };
  const answer = await calls.on(name).call("ecr:DescribeImageSigningStatus", () => ecr.send(new DescribeImageSigningStatusCommand(wanted))).catch((error) => {
    if ((0,errors/* errorName */.Is)(error) !== "ImageNotFoundException")
      throw error;
  });
  const met = (answer?.signingStatuses ?? []).map(({ status }) => status);
  return ["FAILED", "IN_PROGRESS", "COMPLETE"].find((status) => met.includes(status));
}


;// CONCATENATED MODULE: ./build-stage/aws/ecr-control.js
// build-stage/aws/ecr-control.js






function createEcrControl(settings, host) {
  const calls = (0,ecr_calls/* ecrCalls */.O)(settings, host);
  return {
    login: () => ecrLogin(calls, host),
    repository: (name) => describeRepository(calls, name),
    create: (name, wanted) => createRepository(calls, name, wanted),
    images: (name) => listImages(calls, name),
    image: (name, reference) => describeImage(calls, name, reference),
    untag: (name, tags) => untagImages(calls, name, tags),
    lifecyclePolicy: (name) => lifecyclePolicy(calls, name),
    previewLifecycle: (name, policy) => previewLifecycle(calls, name, policy),
    putLifecyclePolicy: (name, policy) => putLifecyclePolicy(calls, name, policy),
    scan: (name, digest) => lookAtScan(calls, name, digest),
    startScan: (name, digest) => startScan(calls, name, digest),
    signing: (name, digest) => signingStatus(calls, name, digest)
  };
}


// EXTERNAL MODULE: ./build-stage/images/copy-plan.js
var copy_plan = __webpack_require__(9541);
// EXTERNAL MODULE: ./build-stage/images/settle-tag.js
var settle_tag = __webpack_require__(6842);
// EXTERNAL MODULE: ./build-stage/ports/message-of.js
var message_of = __webpack_require__(9901);
// EXTERNAL MODULE: ./build-stage/registry/digested.js
var digested = __webpack_require__(9454);
// EXTERNAL MODULE: ./build-stage/registry/download.js
var download = __webpack_require__(5307);
// EXTERNAL MODULE: ./build-stage/aws/batching.js
var batching = __webpack_require__(7933);
;// CONCATENATED MODULE: ./build-stage/aws/ecr-layer-upload.js
// build-stage/aws/ecr-layer-upload.js


var USUAL_PART = 10 * 1024 * 1024;
async function uploadLayer(calls, path, blob, bytes) {
  const { InitiateLayerUploadCommand } = await calls.sdk();
  const ecr = await calls.client();
  const { uploadId, partSize = USUAL_PART } = await calls.on(path).call("ecr:InitiateLayerUpload", () => ecr.send(new InitiateLayerUploadCommand(calls.named(path))));
  let first = 0;
  let refusedInARow = 0;
  for await (const part of inParts((0,digested/* checked */.KD)(blob, bytes), partSize)) {
    const isTaken = await uploadPart(calls, path, { uploadId, first, part });
    refusedInARow = isTaken ? 0 : refusedInARow + 1;
    if (refusedInARow > 1)
      throw new Error(`ECR does not take the part of ${blob.digest} from byte ${first} on`);
    first += part.length;
  }
  await complete(calls, path, uploadId, blob);
}
async function uploadPart(calls, path, { uploadId, first, part }) {
  const { UploadLayerPartCommand } = await calls.sdk();
  const ecr = await calls.partClient();
  const wanted = {
    ...calls.named(path),
    uploadId,
    partFirstByte: first,
    partLastByte: first + part.length - 1,
    layerPartBlob: part
  };
  return calls.on(path).call("ecr:UploadLayerPart", () => ecr.send(new UploadLayerPartCommand(wanted))).then(() => true, (error) => {
    if ((0,errors/* errorName */.Is)(error) !== "InvalidLayerPartException")
      throw error;
    return false;
  });
}
async function complete(calls, path, uploadId, blob) {
  const { CompleteLayerUploadCommand } = await calls.sdk();
  const ecr = await calls.partClient();
  const wanted = { ...calls.named(path), uploadId, layerDigests: [blob.digest] };
  await calls.on(path).call("ecr:CompleteLayerUpload", () => ecr.send(new CompleteLayerUploadCommand(wanted))).catch(async (error) => {
    if ((0,errors/* errorName */.Is)(error) === "LayerAlreadyExistsException")
      return;
    const isGone = (0,errors/* errorName */.Is)(error) === "UploadNotFoundException";
    if (!isGone || (await lackedLayers(calls, path, [blob.digest])).size > 0)
      throw error;
  });
}
async function lackedLayers(calls, path, digests) {
  const { BatchCheckLayerAvailabilityCommand } = await calls.sdk();
  const ecr = await calls.client();
  const wanted = { ...calls.named(path), layerDigests: [...digests] };
  const { layers = [] } = await calls.on(path).call("ecr:BatchCheckLayerAvailability", () => ecr.send(new BatchCheckLayerAvailabilityCommand(wanted)));
  const there = new Set(layers.flatMap(({ layerDigest, layerAvailability }) => layerAvailability === "AVAILABLE" ? [layerDigest] : []));
  return new Set(digests.filter((digest) => !there.has(digest)));
}
async function* inParts(bytes, size) {
  let held = [];
  let length = 0;
  for await (const chunk of bytes) {
    let rest = chunk;
    while (length + rest.length >= size) {
      const end = size - length;
      yield Buffer.concat([...held, rest.subarray(0, end)]);
      [held, length, rest] = [[], 0, rest.subarray(end)];
    }
    if (rest.length > 0)
      held.push(rest);
    length += rest.length;
  }
  if (length > 0)
    yield Buffer.concat(held);
}


;// CONCATENATED MODULE: ./build-stage/aws/ecr-image-repository.js
// build-stage/aws/ecr-image-repository.js











var ABSENT = ["ImageNotFound", "ImageInaccessible"];
function createEcrImageRepository(settings, host, path) {
  const calls = (0,ecr_calls/* ecrCalls */.O)(settings, host);
  const { clock } = settings;
  const name = `${host}/${path}`;
  async function images(ids) {
    const { BatchGetImageCommand } = await calls.sdk();
    const ecr = await calls.client();
    const wanted = { ...calls.named(path), imageIds: [...ids], acceptedMediaTypes: [...images_manifest/* ACCEPTED_MEDIA_TYPES */.FG] };
    const { images: found = [], failures = [] } = await calls.on(path).call("ecr:BatchGetImage", () => ecr.send(new BatchGetImageCommand(wanted)));
    const failure = failures.find(({ failureCode = "" }) => !ABSENT.includes(failureCode));
    if (failure !== void 0)
      throw new Error(`${name}: ${failure.failureCode}: ${failure.failureReason ?? ""}`);
    return found.flatMap(({ imageId, imageManifest, imageManifestMediaType }) => {
      const digest = imageId?.imageDigest;
      if (digest === void 0 || imageManifest === void 0)
        return [];
      const bytes = { digest, text: imageManifest, mediaType: imageManifestMediaType ?? typeWithin(imageManifest) };
      const fault = (0,copy_plan/* digestFault */.B$)(bytes, digested/* sha256 */.sc);
      if (fault !== void 0)
        throw new Error(`${name}: ${fault}`);
      return [bytes];
    });
  }
  const byDigest = (0,batching/* inBatches */.o)({
    atMost: MOST_IDS,
    fetch: async (digests) => {
      const found = await images(digests.map((imageDigest) => ({ imageDigest })));
      return new Map(found.map((bytes) => [bytes.digest, bytes]));
    }
  });
  const manifest = async (reference) => reference.includes(":") ? byDigest(reference) : (await images([idOf(reference)]))[0];
  async function openAt(digest, from, signal) {
    const { GetDownloadUrlForLayerCommand } = await calls.sdk();
    const ecr = await calls.client();
    const { downloadUrl = "" } = await calls.on(path).call("ecr:GetDownloadUrlForLayer", () => ecr.send(new GetDownloadUrlForLayerCommand({ ...calls.named(path), layerDigest: digest })));
    const response = await fetch(downloadUrl, { signal, headers: from === 0 ? {} : { range: `bytes=${from}-` } });
    if (response.ok)
      return response;
    await response.body?.cancel();
    throw (0,download/* passingOf */.Xt)(response) ?? new Error(`${name}: the blob ${digest} is answered with ${response.status}`);
  }
  const open = (digest, size) => (0,download/* download */.RG)({ what: `${name} did not give the blob ${digest}`, size, clock }, (from, signal) => openAt(digest, from, signal));
  async function tryPut(bytes, tag) {
    const { PutImageCommand } = await calls.sdk();
    const ecr = await calls.client();
    const wanted = {
      ...calls.named(path),
      imageManifest: bytes.text,
      imageManifestMediaType: bytes.mediaType,
      imageDigest: bytes.digest,
      ...tag === void 0 ? {} : { imageTag: tag }
    };
    try {
      await calls.on(path).call("ecr:PutImage", () => ecr.send(new PutImageCommand(wanted)));
      return { is: "put" };
    } catch (error) {
      switch ((0,settle_tag/* putImageMeaning */.s)((0,errors/* errorName */.Is)(error))) {
        case "already-there":
          return { is: "there" };
        case "look":
          return settle(bytes.digest, tag ?? "");
        case "incomplete":
          return { is: "incomplete", what: (0,message_of/* messageOf */.b)(error) };
        case "changed-bytes":
        case "archived":
          throw new Error(`${name}: ${(0,message_of/* messageOf */.b)(error)}`, { cause: error });
        default:
          throw error;
      }
    }
  }
  async function settle(wanted, tag) {
    const found = (await manifest(tag))?.digest;
    const { is } = (0,settle_tag/* settleTag */.g)({ repository: name, tag }, wanted, found);
    if (is === "already-there")
      return { is: "there" };
    return is === "vanished" ? is : { is: "taken", by: found };
  }
  return {
    name,
    manifest,
    blob: (digest) => (0,digested/* smallBlob */.XI)(digest, open(digest, 0)),
    async lacks(blobs) {
      const lacked = /* @__PURE__ */ new Set();
      for (const group of (0,ecr_calls/* inGroups */.A)([...new Set(blobs.map(({ digest }) => digest))], MOST_IDS)) {
        for (const digest of await lackedLayers(calls, path, group))
          lacked.add(digest);
      }
      return blobs.filter(({ digest }) => lacked.has(digest));
    },
    open: async ({ digest, size }) => open(digest, size),
    take: (blob, bytes) => uploadLayer(calls, path, blob, bytes),
    // ECR mounts by the registry's HTTP only, and only where the account is set so.
    mount: async () => false,
    async put(bytes, tag) {
      const fault = (0,copy_plan/* digestFault */.B$)(bytes, digested/* sha256 */.sc);
      if (fault !== void 0)
        throw new Error(`${name}: ${fault}`);
      const first = await tryPut(bytes, tag);
      const put = first === "vanished" ? await tryPut(bytes, tag) : first;
      if (put !== "vanished")
        return put;
      const { sentence } = (0,settle_tag/* settleTag */.g)({ repository: name, tag: tag ?? "" }, bytes.digest, void 0);
      throw new Error(sentence);
    },
    async speakingOf(digest) {
      const { ListImageReferrersCommand } = await calls.sdk();
      const ecr = await calls.client();
      const found = [];
      let nextToken;
      do {
        const wanted = {
          ...calls.named(path),
          subjectId: { imageDigest: digest },
          // https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_ListImageReferrers.html
          maxResults: 50,
          ...nextToken === void 0 ? {} : { nextToken }
        };
        const page = await calls.on(path).call("ecr:ListImageReferrers", () => ecr.send(new ListImageReferrersCommand(wanted))).catch((error) => {
          if ((0,errors/* errorName */.Is)(error) !== "UnknownOperationException")
            throw error;
          return { referrers: [], nextToken: void 0 };
        });
        found.push(...(page.referrers ?? []).flatMap((referrer) => referrer.digest ?? []));
        nextToken = page.nextToken;
      } while (nextToken !== void 0 && nextToken !== "");
      const beside = await images((0,images_manifest/* companionTags */.g3)(digest).map((tag) => ({ imageTag: tag })));
      return [.../* @__PURE__ */ new Set([...found, ...beside.map((bytes) => bytes.digest)])];
    }
  };
}
function typeWithin(text) {
  const reading = (0,images_manifest/* readManifest */.WI)(text);
  return reading.ok ? reading.value.mediaType : "";
}


// EXTERNAL MODULE: ./build-stage/aws/client.js
var client = __webpack_require__(5082);
// EXTERNAL MODULE: ./build-stage/aws/renewing.js
var renewing = __webpack_require__(8370);
;// CONCATENATED MODULE: ./build-stage/aws/ecr-public.js
// build-stage/aws/ecr-public.js



async function publicLogin(settings, host) {
  const { ECRPUBLICClient, GetAuthorizationTokenCommand } = await Promise.all(/* import() | aws-sdk-ecr-public */[__webpack_require__.e(5298), __webpack_require__.e(9953), __webpack_require__.e(3615), __webpack_require__.e(4458)]).then(__webpack_require__.bind(__webpack_require__, 8748));
  const { session } = settings;
  const credentials = session === void 0 ? {} : { credentials: session.credentials };
  const ecr = new ECRPUBLICClient((0,client/* clientOptions */.s1)({ region: "us-east-1", ...credentials }));
  const { authorizationData } = await (0,renewing/* renewed */.F)(session, () => (0,client/* call */.T1)("ecr-public:GetAuthorizationToken", () => ecr.send(new GetAuthorizationTokenCommand({})))).finally(() => ecr.destroy());
  return loginOf(authorizationData, settings, host);
}


;// CONCATENATED MODULE: ./build-stage/aws/registries.js
// build-stage/aws/registries.js





function imageRegistries(settings) {
  const { region, session, clock, conceal, elsewhere, env = process.env } = settings;
  const ecrSettings = (where) => ({
    region,
    clock,
    conceal,
    session,
    ...where
  });
  const own = createOwn();
  function createOwn() {
    const control = createEcrControl(ecrSettings({}));
    let host;
    const ask = async (path) => {
      const found = path === void 0 ? void 0 : await control.repository(path).catch(unlessDenied);
      return found?.uri.replace(/\/.*$/, "") ?? (await control.login()).host;
    };
    return {
      control,
      host: (path) => {
        host ??= ask(path).catch((error) => {
          host = void 0;
          throw error;
        });
        return host;
      }
    };
  }
  async function ofEcr(choice) {
    const { path } = choice;
    const host = choice.host ?? await own.host(path);
    const where = ecrSettings({ region: choice.region, account: choice.account, isFips: choice.isFips });
    const ecr = choice.host === void 0 ? own.control : createEcrControl(where, host);
    const images = createEcrImageRepository(where, host, path);
    return { kind: "ecr", host, path, images, ecr, login: () => ecr.login() };
  }
  function ofPublic(host, path) {
    const login = () => publicLogin(ecrSettings({}), host);
    const images = elsewhere.repository(host, path, () => login().catch(unlessAbsent));
    return { kind: "ecr-public", host, path, images, ecr: void 0, login };
  }
  return {
    async repository(given) {
      const reading = (0,registry_choice/* parseRepository */.SU)(given);
      if (!reading.ok)
        throw new Error(`${given} ${reading.wrong}`);
      const choice = (0,registry_choice/* chooseRegistry */.L4)(reading.value, region, isAwsElsewhere(env));
      if (choice.kind === "ecr")
        return ofEcr(choice);
      const { host, path } = choice;
      if (choice.kind === "ecr-public")
        return ofPublic(host, path);
      if (choice.kind === "maybe-ecr" && await own.host() === host) {
        const images2 = createEcrImageRepository(ecrSettings({}), host, path);
        return { kind: "ecr", host, path, images: images2, ecr: own.control, login: () => own.control.login() };
      }
      const images = elsewhere.repository(host, path);
      return { kind: "registry", host, path, images, ecr: void 0, login: async () => void 0 };
    }
  };
}
var isAwsElsewhere = ({ AWS_ENDPOINT_URL, AWS_ENDPOINT_URL_ECR }) => (AWS_ENDPOINT_URL ?? "") !== "" || (AWS_ENDPOINT_URL_ECR ?? "") !== "";
function unlessDenied(error) {
  if (!(error instanceof access_error/* AccessError */.Z) || error.detail.kind !== "denied")
    throw error;
}
function unlessAbsent(error) {
  if (!(error instanceof access_error/* AccessError */.Z) || error.detail.kind !== "absent")
    throw error;
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

/***/ 9541:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B$: () => (/* binding */ digestFault),
/* harmony export */   n4: () => (/* binding */ planCopy)
/* harmony export */ });
/* unused harmony export attestationsIn */
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(643);
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6577);
// src/images/copy-plan.ts


/**
 * What must be put, and in which order, for a registry to hold the same image. Inside one repository only the root is put
 * again: its blobs and children are there.
 *
 * @param root digest of the image
 * @param manifests the root, all that it names, and what speaks about it: signatures, attestations
 * @param sha256 in hexadecimal, of the text in UTF-8
 */
function planCopy(root, manifests, sha256) {
    const read = new Map();
    for (const bytes of manifests) {
        const fault = digestFault(bytes, sha256);
        if (fault !== undefined)
            return { ok: false, wrong: fault };
        const reading = (0,_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .readManifest */ .WI)(bytes.text, bytes.mediaType);
        if (!reading.ok)
            return { ok: false, wrong: `the manifest ${bytes.digest} ${reading.wrong}` };
        read.set(bytes.digest, { bytes, manifest: reading.value });
    }
    if (!read.has(root))
        return { ok: false, wrong: `the manifest ${root} is not there` };
    const steps = new Map();
    let missing;
    const visit = (digest, from) => {
        const found = read.get(digest);
        if (steps.has(digest))
            return;
        if (found === undefined) {
            missing ??= `the manifest ${digest}, which ${from} names, is not there`;
            return;
        }
        const { bytes, manifest } = found;
        // A digest cannot name itself in its own bytes, so that this ends.
        if (manifest.kind === 'index')
            for (const child of manifest.children)
                visit(child.digest, digest);
        steps.set(digest, { manifest: bytes, blobs: manifest.kind === 'image' ? (0,_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .blobsOf */ .OR)(manifest) : [] });
    };
    visit(root, root);
    for (const { digest } of manifests)
        visit(digest, digest);
    return missing === undefined
        ? { ok: true, plan: { root, steps: [...steps.values()] } }
        : { ok: false, wrong: missing };
}
/** Why the bytes are not those that the digest names, or nothing. To be asked before and after. */
function digestFault({ digest, text }, sha256) {
    if (!(0,_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .isDigest */ .Bc)(digest) || !digest.startsWith('sha256:'))
        return `${digest} is no digest that can be checked here`;
    const own = `sha256:${sha256(text)}`;
    return own === digest ? undefined : `the bytes of the manifest have the digest ${own} and not ${digest}`;
}
/** Provenance and SBOM that go along with an index: they cannot be left behind, because it names them. */
function attestationsIn(manifest) {
    return manifest.kind === 'index' ? childrenOf(manifest).attestations.map(({ digest }) => digest) : [];
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


/***/ }),

/***/ 9454:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KD: () => (/* binding */ checked),
/* harmony export */   Pm: () => (/* binding */ gathered),
/* harmony export */   XI: () => (/* binding */ smallBlob),
/* harmony export */   sc: () => (/* binding */ sha256)
/* harmony export */ });
/* unused harmony export WrongDigest */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
// src/registry/digested.ts

/** The bytes do not have the digest that they were asked for by. Never to be tried again with the same bytes. */
class WrongDigest extends Error {
    name = 'WrongDigest';
}
/** In hexadecimal, of the text in UTF-8. */
const sha256 = (text) => (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(text).digest('hex');
/**
 * Hands bytes on, and checks at the end that they are those of the digest: the last of them comes after the check, so that
 * whoever takes them never has all of a wrong blob.
 *
 * @throws WrongDigest
 */
async function* checked({ digest, size }, bytes) {
    const [algorithm = ''] = digest.split(':');
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)(algorithm);
    let length = 0;
    let held;
    for await (const chunk of bytes) {
        hash.update(chunk);
        length += chunk.length;
        if (length > size)
            throw new WrongDigest(`The blob ${digest} is longer than the ${size} bytes it is said to have`);
        if (held !== undefined)
            yield held;
        held = chunk;
    }
    const own = `${algorithm}:${hash.digest('hex')}`;
    if (own !== digest)
        throw new WrongDigest(`The bytes of the blob have the digest ${own} and not ${digest}`);
    if (length !== size)
        throw new WrongDigest(`The blob ${digest} has ${length} bytes and not ${size}`);
    if (held !== undefined)
        yield held;
}
/** All of them at once. */
async function gathered(bytes) {
    const chunks = [];
    for await (const chunk of bytes)
        chunks.push(chunk);
    return Buffer.concat(chunks);
}
/** A configuration is a few kB; what is larger is no blob to be held in memory, bytes. */
const LARGEST = 64 * 1_024 * 1_024;
/**
 * A blob that is asked for by its digest alone, so that nobody has said how long it is.
 *
 * @throws WrongDigest; Error when it is larger than any configuration
 */
async function smallBlob(digest, bytes) {
    const chunks = [];
    let size = 0;
    for await (const chunk of bytes) {
        size += chunk.length;
        if (size > LARGEST)
            throw new Error(`The blob ${digest} is larger than ${LARGEST} bytes and is no configuration`);
        chunks.push(chunk);
    }
    return gathered(checked({ digest, size }, each(chunks)));
}
async function* each(chunks) {
    yield* chunks;
}


/***/ }),

/***/ 5307:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ev: () => (/* binding */ told),
/* harmony export */   QR: () => (/* binding */ untilItGoes),
/* harmony export */   RG: () => (/* binding */ download),
/* harmony export */   WG: () => (/* binding */ isPassing),
/* harmony export */   Xt: () => (/* binding */ passingOf),
/* harmony export */   d8: () => (/* binding */ why)
/* harmony export */ });
/* unused harmony exports Passing, TRIES, pauseMs */
/* harmony import */ var _ports_unanswered_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3218);
// src/registry/download.ts

/** What may well be gone when it is tried again: a fault of the other side's own, a connection that broke. */
class Passing extends Error {
    afterMs;
    name = 'Passing';
    constructor(message, 
    /** When the other side says that it may be asked again, in ms from now. */
    afterMs, options) {
        super(message, options);
        this.afterMs = afterMs;
    }
}
/** How often a thing is tried in all. */
const TRIES = 5;
/** So long nothing comes, and it is taken for broken, ms. */
const IDLE_MS = 60_000;
/** The other side may ask for more than anybody would wait, ms. */
const LONGEST_MS = 60_000;
/** Before the next try: twice as long each time, and never at the same moment as others. */
function pauseMs(tried, asked, spread = Math.random()) {
    return Math.min(LONGEST_MS, Math.max(asked ?? 0, 500 * 2 ** Math.min(tried, 6) * (0.5 + spread / 2)));
}
/**
 * Whether the connection failed, and not what was asked for. All that fetch says of it is a TypeError with these words, or that it
 * was aborted. By their names: errors of fetch may be of another realm.
 * https://fetch.spec.whatwg.org/#fetch-method
 */
function isPassing(error) {
    const { name, message } = told(error);
    if (name === 'TypeError')
        return /^(fetch failed|terminated)/.test(message);
    return ['Passing', 'AbortError', 'TimeoutError'].includes(name);
}
function told(error) {
    const { name, message, cause } = (typeof error === 'object' && error !== null ? error : {});
    return { name: String(name ?? ''), message: String(message ?? error), cause };
}
/**
 * Does a thing again until it goes, or too often.
 *
 * @param what for the message: `ghcr.io did not take the manifest`
 * @throws Unanswered; and at once what does not pass
 */
async function untilItGoes(what, clock, deed) {
    for (let tried = 0;; tried++) {
        try {
            return await deed(tried);
        }
        catch (error) {
            if (!isPassing(error))
                throw error;
            if (tried + 1 >= TRIES)
                throw new _ports_unanswered_js__WEBPACK_IMPORTED_MODULE_0__/* .Unanswered */ .X(`${what} (${why(error)}; tried ${TRIES} times)`, { cause: error });
            await clock.sleep(pauseMs(tried, error instanceof Passing ? error.afterMs : undefined));
        }
    }
}
/** `fetch failed` alone says nothing: the cause does. */
function why(error) {
    const { message, cause } = told(error);
    const inner = cause === undefined ? '' : told(cause).message;
    return inner === '' ? message : `${message}: ${inner}`;
}
/**
 * All bytes of one blob. A connection that breaks half way is made again, and goes on where the last one ended.
 *
 * @param openAt asks for the bytes from this one on; the answer may have all of them nevertheless
 */
async function* download({ what, size, clock }, openAt) {
    let had = 0;
    for (let tried = 0;; tried++) {
        const stop = new AbortController();
        const patience = () => setTimeout(() => stop.abort(), IDLE_MS);
        let idle = patience();
        const before = had;
        try {
            const response = await openAt(had, stop.signal);
            let beside = response.status === 206 ? 0 : had;
            for await (const chunk of response.body ?? []) {
                // Who takes the bytes may be slower than who gives them.
                clearTimeout(idle);
                const fresh = beside === 0 ? chunk : chunk.subarray(Math.min(beside, chunk.length));
                beside -= chunk.length - fresh.length;
                had += fresh.length;
                if (fresh.length > 0)
                    yield fresh;
                idle = patience();
            }
            if (had >= size)
                return;
            throw new Passing(`it ended after ${had} of ${size} bytes`);
        }
        catch (error) {
            if (!isPassing(error))
                throw error;
            // What goes on, if only slowly, is not given up.
            if (had > before)
                tried = 0;
            if (tried + 1 >= TRIES)
                throw new _ports_unanswered_js__WEBPACK_IMPORTED_MODULE_0__/* .Unanswered */ .X(`${what} (${why(error)}; tried ${TRIES} times)`, { cause: error });
            await clock.sleep(pauseMs(tried, error instanceof Passing ? error.afterMs : undefined));
        }
        finally {
            clearTimeout(idle);
            stop.abort();
        }
    }
}
/** Whether an answer may be another one next time. https://www.rfc-editor.org/rfc/rfc9110#field.retry-after */
function passingOf(response) {
    const { status, headers } = response;
    if (status < 500 && status !== 429 && status !== 408)
        return undefined;
    const seconds = Number(headers.get('retry-after') ?? Number.NaN);
    return new Passing(`it answers ${status}`, Number.isFinite(seconds) ? seconds * 1_000 : undefined);
}


/***/ })

};
