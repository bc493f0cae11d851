export const id = 314;
export const ids = [314];
export const modules = {

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


/***/ }),

/***/ 6174:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  otherRegistries: () => (/* binding */ otherRegistries)
});

// EXTERNAL MODULE: ./build-stage/images/registry-choice.js
var registry_choice = __webpack_require__(4039);
// EXTERNAL MODULE: ./build-stage/ports/access-error.js
var access_error = __webpack_require__(7919);
;// CONCATENATED MODULE: ./build-stage/registry/challenge.js
// src/registry/challenge.ts
/** All challenges of a header; Bearer first, because a registry that gives tokens prefers them. */
function readChallenges(header) {
    const challenges = [];
    const pattern = /([A-Za-z][\w-]*)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s,]+))|([A-Za-z][\w-]*)(?=\s|,|$)/g;
    for (const [, name, quoted, bare, scheme] of header.matchAll(pattern)) {
        if (scheme !== undefined)
            challenges.push({ scheme: scheme.toLowerCase(), parameters: {} });
        const last = challenges.at(-1);
        if (name !== undefined && last !== undefined) {
            last.parameters[name.toLowerCase()] = quoted?.replaceAll(/\\(.)/g, '$1') ?? bare ?? '';
        }
    }
    const rank = ({ scheme }) => ['bearer', 'basic'].indexOf(scheme);
    return challenges.filter((one) => rank(one) !== -1).sort((a, b) => rank(a) - rank(b));
}

// EXTERNAL MODULE: ./build-stage/registry/download.js
var download = __webpack_require__(5307);
;// CONCATENATED MODULE: ./build-stage/registry/authorization.js
// src/registry/authorization.ts




/** The specification has tokens without a word live so long, ms. https://distribution.github.io/distribution/spec/auth/token/ */
const LEAST_MS = 60_000;
const TIMEOUT_MS = 30_000;
/**
 * What lets a client in at one registry: nothing until it asks for something, then what it asks for. Tokens are kept for as long
 * as they live, one for each thing that may be done.
 */
class Authorization {
    settings;
    basic;
    tokens = new Map();
    known;
    underWay = new Map();
    constructor(settings) {
        this.settings = settings;
    }
    /** The header for a request, as far as it is known yet what it must be. */
    header(scope) {
        const token = this.tokens.get(scope);
        if (token !== undefined && token.until > this.settings.clock.now())
            return `Bearer ${token.token}`;
        return this.basic;
    }
    /** What was given is not good any more, or not good enough. */
    forget(scope) {
        this.tokens.delete(scope);
        this.basic = undefined;
        this.known = undefined;
    }
    /**
     * Gets what a challenge asks for; false when there is nothing to be had. Requests that are refused at the same moment share one
     * answer.
     *
     * @param shown the header that was refused
     * @throws AccessError when the credentials are not accepted
     */
    answer(header, scope, shown) {
        const known = this.header(scope);
        if (known !== undefined && known !== shown)
            return Promise.resolve(true);
        const answer = this.underWay.get(scope) ?? this.get(header, scope).finally(() => this.underWay.delete(scope));
        this.underWay.set(scope, answer);
        return answer;
    }
    async get(header, scope) {
        this.forget(scope);
        const [challenge] = readChallenges(header ?? '');
        if (challenge === undefined)
            return false;
        this.known ??= this.settings.credentials();
        const credentials = await this.known;
        if (challenge.scheme === 'basic') {
            if (credentials === undefined || !('username' in credentials))
                return false;
            this.basic = basicOf(credentials);
            this.settings.conceal(this.basic.slice('Basic '.length));
            return true;
        }
        const token = await this.exchange(challenge, credentials, scope);
        this.settings.conceal(token.token);
        this.tokens.set(scope, token);
        return true;
    }
    /** https://distribution.github.io/distribution/spec/auth/token/ and …/oauth/ */
    async exchange({ parameters }, credentials, scope) {
        const { host, clock } = this.settings;
        const forever = clock.now() + 3_600_000;
        if (credentials !== undefined && 'registryToken' in credentials) {
            return { token: credentials.registryToken, until: forever };
        }
        const url = realmOf(parameters.realm ?? '', host);
        const fields = { ...(parameters.service === undefined ? {} : { service: parameters.service }), scope };
        const response = await fetch(...requestOf(url, fields, credentials));
        if (!response.ok) {
            await response.body?.cancel();
            const passing = (0,download/* passingOf */.Xt)(response);
            if (passing !== undefined)
                throw passing;
            const who = credentials === undefined ? 'without credentials' : 'with the credentials of Docker';
            throw new access_error/* AccessError */.Z(`${host} gives no token ${who} (${response.status} of ${url.host}). Log in to it beforehand, for example by docker/login-action.`, { kind: credentials === undefined ? 'absent' : 'denied' });
        }
        const given = (await response.json());
        const token = given.token ?? given.access_token;
        if (token === undefined)
            throw new Error(`${url.host} gave an answer without a token for ${host}`);
        // A token is not used in its last seconds: a request may take as long.
        const livesMs = Math.max(LEAST_MS, (given.expires_in ?? 60) * 1_000) - 10_000;
        return { token, until: clock.now() + livesMs };
    }
}
const basicOf = ({ username, password }) => `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
/** Credentials go over an encrypted connection, or to this machine. */
function realmOf(realm, host) {
    const url = URL.canParse(realm) ? new URL(realm) : undefined;
    const isSafe = url?.protocol === 'https:' || (url?.protocol === 'http:' && (0,registry_choice/* isLoopback */.U9)(url.host));
    if (url === undefined || !isSafe)
        throw new Error(`${host} names no place for tokens that credentials may be sent to`);
    return url;
}
function requestOf(url, fields, credentials) {
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    if (credentials !== undefined && 'identityToken' in credentials) {
        const form = {
            ...fields,
            grant_type: 'refresh_token',
            client_id: 'sluice',
            refresh_token: credentials.identityToken,
        };
        return [url, { method: 'POST', body: new URLSearchParams(form), redirect: 'error', signal }];
    }
    const { scope = '', ...rest } = fields;
    for (const [name, value] of Object.entries(rest))
        url.searchParams.append(name, value);
    for (const one of scope.split(' '))
        url.searchParams.append('scope', one);
    const headers = credentials !== undefined && 'username' in credentials ? { authorization: basicOf(credentials) } : undefined;
    return [url, { ...(headers === undefined ? {} : { headers }), redirect: 'error', signal }];
}

;// CONCATENATED MODULE: ./build-stage/registry/client.js
// src/registry/client.ts



/** How far a blob may be sent on. */
const MOST_REDIRECTS = 5;
const client_TIMEOUT_MS = 60_000;
/** A request that the registry understood and refused. */
class RegistryRefusal extends Error {
    status;
    codes;
    name = 'RegistryRefusal';
    constructor(status, 
    /** https://github.com/opencontainers/distribution-spec/blob/main/spec.md#error-codes */
    codes, message) {
        super(message);
        this.status = status;
        this.codes = codes;
    }
}
/** Requests to one registry. */
class RegistryClient {
    host;
    clock;
    authorization;
    origin;
    constructor(host, clock, authorization) {
        this.host = host;
        this.clock = clock;
        this.authorization = authorization;
        this.origin = originOf(host);
    }
    /**
     * One request, with what the registry asks to see. It is repeated after that, and not for anything else.
     *
     * @throws Passing, TypeError when there was no answer; AccessError
     */
    async send(request) {
        const { scope } = request;
        const shown = this.authorization.header(scope);
        const first = await this.follow(request, shown);
        if (first.status !== 401)
            return first;
        await first.body?.cancel();
        const isAnswered = await this.authorization.answer(first.headers.get('www-authenticate'), scope, shown);
        if (!isAnswered || request.body instanceof ReadableStream)
            throw this.unknown(request);
        const second = await this.follow(request, this.authorization.header(scope));
        if (second.status !== 401)
            return second;
        await second.body?.cancel();
        this.authorization.forget(scope);
        throw this.unknown(request);
    }
    /** The same, where anything but success is an error. */
    async ask(request) {
        const response = await this.send(request);
        if (response.ok)
            return response;
        throw await this.refusal(response, request);
    }
    /** What it means that a request was refused. Reads the answer. */
    async refusal(response, { scope }) {
        const passing = (0,download/* passingOf */.Xt)(response);
        const text = (await response.text().catch(() => '')).slice(0, 4_000);
        if (passing !== undefined)
            return passing;
        const { codes, messages } = errorsIn(text);
        const [first = ''] = messages;
        const said = `${response.status}${codes[0] === undefined ? '' : ` ${codes[0]}`}${first === '' ? '' : `: ${first}`}`;
        if (response.status === 403 || codes.includes('DENIED')) {
            return new access_error/* AccessError */.Z(`${this.host} does not allow ${deedOf(scope)} (${said})`, { kind: 'denied' });
        }
        return new RegistryRefusal(response.status, codes, `${this.host} refuses ${deedOf(scope)} (${said})`);
    }
    unknown({ scope }) {
        return new access_error/* AccessError */.Z(`${this.host} does not know who wants ${deedOf(scope)}. Log in to it beforehand, for example by docker/login-action.`, { kind: 'absent' });
    }
    /** Reads are sent on by registries that keep their blobs elsewhere; what lets a client in goes to the registry alone. */
    async follow({ method = 'GET', to, headers = {}, body, signal }, shown) {
        let url = new URL(to, this.origin);
        for (let hops = 0;; hops++) {
            const isHome = url.origin === this.origin;
            if (!isHome && url.protocol !== 'https:' && !(0,registry_choice/* isLoopback */.U9)(url.host)) {
                throw new Error(`${this.host} sends on to ${url.host}, which is not asked over a plain connection`);
            }
            const authorization = isHome ? shown : undefined;
            const response = await fetch(url, {
                method,
                headers: { ...headers, ...(authorization === undefined ? {} : { authorization }) },
                ...(body === undefined ? {} : { body }),
                ...(body instanceof ReadableStream ? { duplex: 'half' } : {}),
                redirect: 'manual',
                signal: signal ?? AbortSignal.timeout(client_TIMEOUT_MS),
            });
            const location = response.headers.get('location');
            const isSentOn = [301, 302, 303, 307, 308].includes(response.status) && location !== null;
            if (!isSentOn || (method !== 'GET' && method !== 'HEAD'))
                return response;
            await response.body?.cancel();
            if (hops >= MOST_REDIRECTS)
                throw new Error(`${this.host} sends on without end`);
            url = new URL(location, url);
        }
    }
}
/** Plain HTTP for this machine alone. Docker Hub answers under another name than it is called by. */
function originOf(host) {
    if (host === 'docker.io')
        return 'https://registry-1.docker.io';
    return new URL(`${(0,registry_choice/* isLoopback */.U9)(host) ? 'http' : 'https'}://${host}`).origin;
}
function deedOf(scope) {
    const [, path = '', rights = ''] = scope.split(':');
    return `${rights.includes('push') ? 'a push to' : 'a pull from'} ${path}`;
}
function errorsIn(text) {
    try {
        const { errors = [] } = JSON.parse(text);
        const texts = (key) => errors.map((one) => String(one[key] ?? ''));
        return { codes: texts('code'), messages: texts('message') };
    }
    catch {
        return { codes: [], messages: [] };
    }
}

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./build-stage/registry/docker-config.js
// src/registry/docker-config.ts




const HELPER_MS = 30_000;
/** Docker Hub goes by the name it had first. https://docs.docker.com/reference/cli/docker/login/ */
const HUB = ['https://index.docker.io/v1/', 'index.docker.io', 'docker.io', 'registry-1.docker.io'];
/**
 * The credentials that Docker itself would use for a registry; undefined when there are none, and the registry is asked without.
 * The file is read each time: somebody may have logged in meanwhile.
 *
 * @param folder of config.json
 * @throws Error when the settings cannot be read, or a helper fails. No secret is in its message
 */
async function dockerCredentials(host, conceal, folder = dockerFolder()) {
    const config = await readConfig((0,external_node_path_.join)(folder, 'config.json'));
    const names = HUB.includes(host) ? HUB : [host];
    const helper = names.map((name) => config.credHelpers?.[name]).find((name) => name !== undefined);
    // An empty helper of one registry means the file itself, whatever store the others have.
    const program = helper ?? config.credsStore ?? '';
    const found = (program === '' ? undefined : await fromHelper(program, names[0] ?? host)) ?? inFile(config, names);
    for (const secret of Object.entries(found ?? {}))
        if (secret[0] !== 'username')
            conceal(secret[1]);
    return found;
}
/** https://docs.docker.com/reference/cli/docker/#environment-variables */
function dockerFolder(env = process.env) {
    const { DOCKER_CONFIG } = env;
    return DOCKER_CONFIG === undefined || DOCKER_CONFIG === '' ? (0,external_node_path_.join)((0,external_node_os_.homedir)(), '.docker') : DOCKER_CONFIG;
}
async function readConfig(file) {
    const text = await (0,promises_.readFile)(file, 'utf8').catch((error) => {
        if (error.code === 'ENOENT' || error.code === 'ENOTDIR')
            return '{}';
        throw new Error(`The settings of Docker cannot be read (${file}: ${error.code})`);
    });
    try {
        const value = JSON.parse(text);
        if (typeof value === 'object' && value !== null)
            return value;
    }
    catch {
        // What stands in it is not repeated: it may be a password.
    }
    throw new Error(`The settings of Docker cannot be read (${file} is not a JSON object)`);
}
function inFile({ auths = {} }, names) {
    const key = Object.keys(auths).find((one) => names.includes(one) || names.includes(bare(one)));
    const entry = key === undefined ? undefined : auths[key];
    const text = (name) => (typeof entry?.[name] === 'string' ? entry[name] : '');
    if (text('identitytoken') !== '')
        return { identityToken: text('identitytoken') };
    if (text('registrytoken') !== '')
        return { registryToken: text('registrytoken') };
    const decoded = Buffer.from(text('auth'), 'base64').toString('utf8').replace(/\0+$/, '');
    const colon = decoded.indexOf(':');
    const username = text('username') || decoded.slice(0, Math.max(0, colon));
    const password = text('password') || decoded.slice(colon + 1);
    return username === '' || password === '' ? undefined : { username, password };
}
/** Older settings have the protocol in front and a path behind. */
const bare = (key) => key.replace(/^https?:\/\//, '').replace(/\/.*$/, '');
/** https://github.com/docker/docker-credential-helpers#development */
async function fromHelper(name, host) {
    if (!/^[\w.-]+$/.test(name))
        throw new Error(`The settings of Docker name a credential helper that is none`);
    const { status, output } = await run(`docker-credential-${name}`, host);
    if (status !== 0) {
        if (/credentials not found/i.test(output))
            return undefined;
        throw new Error(`docker-credential-${name} gave no credentials for ${host} (it ended with ${status})`);
    }
    const { Username = '', Secret = '' } = parsed(output);
    if (Secret === '')
        return undefined;
    return Username === '<token>' ? { identityToken: Secret } : { username: Username, password: Secret };
}
function parsed(output) {
    try {
        return JSON.parse(output);
    }
    catch {
        return {};
    }
}
/** The registry goes to its stdin, and nothing to its arguments but `get`. */
function run(program, input) {
    return new Promise((resolve, reject) => {
        const child = (0,external_node_child_process_.spawn)(program, ['get'], { stdio: ['pipe', 'pipe', 'ignore'], env: process.env });
        const timer = setTimeout(() => child.kill('SIGKILL'), HELPER_MS);
        let output = '';
        child.stdout.setEncoding('utf8').on('data', (text) => {
            output += text;
        });
        child.on('error', (error) => {
            clearTimeout(timer);
            reject(new Error(`${program}, which the settings of Docker name, cannot be started (${error.code})`));
        });
        child.on('close', (code, signal) => {
            clearTimeout(timer);
            resolve({ status: code ?? signal ?? '', output });
        });
        // One that ends without reading closes the pipe.
        child.stdin.on('error', () => { }).end(input);
    });
}

// EXTERNAL MODULE: ./build-stage/images/copy-plan.js
var copy_plan = __webpack_require__(9541);
// EXTERNAL MODULE: ./build-stage/images/manifest.js
var images_manifest = __webpack_require__(6577);
// EXTERNAL MODULE: ./build-stage/ports/image-repository.js
var image_repository = __webpack_require__(5946);
// EXTERNAL MODULE: ./build-stage/registry/digested.js
var digested = __webpack_require__(9454);
// EXTERNAL MODULE: ./build-stage/ports/unanswered.js
var unanswered = __webpack_require__(3218);
;// CONCATENATED MODULE: ./build-stage/registry/upload.js
// src/registry/upload.ts




/** What is small is held, so that it can be sent again when the connection breaks, bytes. */
const SMALL = 8 * 1_024 * 1_024;
/** A layer of gigabytes over a slow line, ms. */
const LONGEST_MS = 3_600_000;
/**
 * Takes a blob in by one request with all of its bytes: not every registry takes it in chunks. What is large is streamed, and is
 * sent once; who has the bytes begins anew.
 * https://github.com/opencontainers/distribution-spec/blob/main/spec.md#post-then-put
 *
 * @throws WrongDigest, AccessError, Unanswered
 */
async function uploadBlob(client, path, blob, bytes) {
    const what = `${client.host}/${path} did not take the blob ${blob.digest}`;
    if (blob.size <= SMALL) {
        const all = await (0,digested/* gathered */.Pm)((0,digested/* checked */.KD)(blob, bytes));
        return (0,download/* untilItGoes */.QR)(what, client.clock, async (tried) => {
            // The answer to the try before may have got lost.
            if (tried > 0 && (await hasBlob(client, path, blob.digest)))
                return;
            await sent(client, path, blob, await begin(client, path), all);
        });
    }
    const place = await (0,download/* untilItGoes */.QR)(what, client.clock, () => begin(client, path));
    try {
        await sent(client, path, blob, place, streamOf((0,digested/* checked */.KD)(blob, bytes)));
    }
    catch (error) {
        const cause = causeOf(error);
        if (!(0,download/* isPassing */.WG)(cause))
            throw cause;
        if (await (0,download/* untilItGoes */.QR)(what, client.clock, () => hasBlob(client, path, blob.digest)))
            return;
        throw new unanswered/* Unanswered */.X(`${what} (${(0,download/* why */.d8)(cause)})`, { cause });
    }
}
const pushScope = (path) => `repository:${path}:pull,push`;
/** Where the bytes go: an address that the registry gives for this one upload. */
async function begin(client, path) {
    const to = `/v2/${path}/blobs/uploads/`;
    const response = await client.ask({ method: 'POST', to, scope: pushScope(path), headers: { 'content-length': '0' } });
    await response.body?.cancel();
    return locationOf(client, to, response);
}
function locationOf(client, to, response) {
    const location = response.headers.get('location');
    if (location === null)
        throw new Error(`${client.host} says of no upload where it goes`);
    return new URL(location, new URL(to, client.origin)).href;
}
async function sent(client, path, { digest, size }, place, body) {
    const to = new URL(place);
    to.searchParams.set('digest', digest);
    const request = {
        method: 'PUT',
        to: to.href,
        scope: pushScope(path),
        headers: { 'content-type': 'application/octet-stream', 'content-length': String(size) },
        body,
        ...(size <= SMALL ? {} : { signal: AbortSignal.timeout(LONGEST_MS) }),
    };
    const response = await client.send(request);
    if (!response.ok)
        throw (0,download/* passingOf */.Xt)(response) ?? (await client.refusal(response, request));
    await response.body?.cancel();
}
/**
 * Asks the registry to take a blob over from another of its repositories. It may begin an ordinary upload instead, which is then
 * taken back.
 * https://github.com/opencontainers/distribution-spec/blob/main/spec.md#mounting-a-blob-from-another-repository
 */
async function mountBlob(client, path, { digest }, from) {
    const to = `/v2/${path}/blobs/uploads/?${new URLSearchParams({ mount: digest, from })}`;
    const scope = `${pushScope(path)} repository:${from}:pull`;
    const request = { method: 'POST', to, scope, headers: { 'content-length': '0' } };
    return (0,download/* untilItGoes */.QR)(`${client.host}/${path} did not take over the blob ${digest}`, client.clock, async () => {
        const response = await client.send(request);
        if (response.status === 201) {
            await response.body?.cancel();
            return true;
        }
        const passing = (0,download/* passingOf */.Xt)(response);
        await response.body?.cancel();
        if (passing !== undefined)
            throw passing;
        if (response.status === 202)
            await forget(client, path, locationOf(client, to, response));
        return false;
    });
}
/** An upload that nobody goes on with; registries do away with them by themselves, later. */
async function forget(client, path, place) {
    const response = await client.send({ method: 'DELETE', to: place, scope: pushScope(path) }).catch(() => undefined);
    await response?.body?.cancel();
}
/** Whether a repository has a blob. */
async function hasBlob(client, path, digest) {
    const request = { method: 'HEAD', to: `/v2/${path}/blobs/${digest}`, scope: `repository:${path}:pull` };
    try {
        await client.ask(request);
        return true;
    }
    catch (error) {
        if (error instanceof RegistryRefusal && error.status === 404)
            return false;
        throw error;
    }
}
function streamOf(bytes) {
    return new ReadableStream({
        async pull(controller) {
            const { value, done } = await bytes.next();
            if (done === true)
                controller.close();
            else
                controller.enqueue(value);
        },
        cancel: async () => {
            await bytes.return(undefined);
        },
    }, { highWaterMark: 0 });
}
/** What broke a stream comes out of fetch as the cause of a TypeError. */
function causeOf(error) {
    const { cause } = (0,download/* told */.Ev)(error);
    return ['WrongDigest', 'Unanswered', 'AccessError'].includes((0,download/* told */.Ev)(cause).name) ? cause : error;
}

;// CONCATENATED MODULE: ./build-stage/registry/repository.js
// src/registry/repository.ts







/** The specification asks registries to take manifests of at least 4 MiB; none is larger by much. */
const LARGEST_MANIFEST = 16 * 1_024 * 1_024;
/** So many questions at once. */
const AT_ONCE = 6;
/**
 * Images of one repository of any registry that speaks as the specification has it.
 * https://github.com/opencontainers/distribution-spec/blob/main/spec.md
 */
function createRepository(client, path) {
    const name = `${client.host}/${path}`;
    const { clock } = client;
    const pull = `repository:${path}:pull`;
    const push = `repository:${path}:pull,push`;
    async function manifest(reference) {
        return (0,download/* untilItGoes */.QR)(`${name} did not give the manifest ${reference}`, clock, async () => {
            const to = `/v2/${path}/manifests/${reference}`;
            const headers = { accept: images_manifest/* ACCEPTED_MEDIA_TYPES */.FG.join(', ') };
            const response = await client.ask({ to, scope: pull, headers }).catch(absent);
            if (response === undefined)
                return undefined;
            const length = Number(response.headers.get('content-length') ?? 0);
            if (length > LARGEST_MANIFEST)
                throw new Error(`${name}: the manifest ${reference} has ${length} bytes`);
            // As text only where it comes out the same: the digest is that of the bytes.
            const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await response.arrayBuffer());
            const digest = `sha256:${(0,digested/* sha256 */.sc)(text)}`;
            const told = reference.includes(':') ? reference : response.headers.get('docker-content-digest');
            const fault = told === null ? undefined : (0,copy_plan/* digestFault */.B$)({ digest: told, text, mediaType: '' }, digested/* sha256 */.sc);
            if (fault !== undefined)
                throw new Error(`${name}: ${fault}`);
            return { digest, text, mediaType: mediaTypeOf(text, response) };
        });
    }
    /** What a tag stands for, without the bytes. */
    async function digestOf(tag) {
        return (0,download/* untilItGoes */.QR)(`${name} did not say what ${tag} is`, clock, async () => {
            const to = `/v2/${path}/manifests/${tag}`;
            const headers = { accept: images_manifest/* ACCEPTED_MEDIA_TYPES */.FG.join(', ') };
            const response = await client.ask({ method: 'HEAD', to, scope: pull, headers }).catch(absent);
            return response?.headers.get('docker-content-digest') ?? undefined;
        });
    }
    async function refusedPut(error, { digest }, tag) {
        if (!(error instanceof RegistryRefusal))
            throw error;
        const { codes } = error;
        if (codes.some((code) => /_BLOB_UNKNOWN$|^(BLOB|MANIFEST)_UNKNOWN$/.test(code))) {
            return { is: 'incomplete', what: error.message };
        }
        if (codes.includes('NAME_UNKNOWN'))
            throw new image_repository/* RepositoryMissing */.H(name, { cause: error });
        // There is no code for a tag that cannot be moved: each registry says it in its own way.
        const found = tag === undefined ? undefined : await digestOf(tag);
        if (found === undefined || found === digest)
            throw error;
        if (/immutab|overwrit|already exist|cannot be (?:moved|updated|changed)/i.test(error.message)) {
            return { is: 'taken', by: found };
        }
        throw error;
    }
    async function referrers(digest) {
        const found = [];
        let to = `/v2/${path}/referrers/${digest}`;
        while (to !== undefined) {
            const here = to;
            const page = await (0,download/* untilItGoes */.QR)(`${name} did not list what refers to ${digest}`, clock, async () => {
                // Older registries know nothing of it; what is there is found by its tag.
                const response = await client.ask({ to: here, scope: pull }).catch(absent);
                const text = await response?.text();
                return { text, link: response?.headers.get('link') };
            });
            const reading = page.text === undefined ? undefined : (0,images_manifest/* readManifest */.WI)(page.text);
            if (reading?.ok === true && reading.value.kind === 'index') {
                found.push(...reading.value.children.map((child) => child.digest));
            }
            const [, next] = /<([^>]+)>\s*;\s*rel="?next"?/.exec(page.link ?? '') ?? [];
            to = next;
        }
        return found;
    }
    const open = (digest, size) => (0,download/* download */.RG)({ what: `${name} did not give the blob ${digest}`, size, clock }, (from, signal) => client.ask({
        to: `/v2/${path}/blobs/${digest}`,
        scope: pull,
        signal,
        ...(from === 0 ? {} : { headers: { range: `bytes=${from}-` } }),
    }));
    return {
        name,
        manifest,
        blob: (digest) => (0,digested/* smallBlob */.XI)(digest, open(digest, 0)),
        async lacks(blobs) {
            const left = [...blobs];
            const lacked = new Set();
            const ask = async () => {
                for (let blob = left.shift(); blob !== undefined; blob = left.shift()) {
                    const { digest } = blob;
                    const what = `${name} did not say whether it has the blob ${digest}`;
                    if (!(await (0,download/* untilItGoes */.QR)(what, clock, () => hasBlob(client, path, digest))))
                        lacked.add(digest);
                }
            };
            await Promise.all(Array.from({ length: AT_ONCE }, ask));
            return blobs.filter(({ digest }) => lacked.has(digest));
        },
        open: async ({ digest, size }) => open(digest, size),
        take: (blob, bytes) => uploadBlob(client, path, blob, bytes),
        mount: (blob, from) => mountBlob(client, path, blob, from),
        async put(bytes, tag) {
            const fault = (0,copy_plan/* digestFault */.B$)(bytes, digested/* sha256 */.sc);
            if (fault !== undefined)
                throw new Error(`${name}: ${fault}`);
            if ((await digestOf(tag ?? bytes.digest)) === bytes.digest)
                return { is: 'there' };
            const to = `/v2/${path}/manifests/${tag ?? bytes.digest}`;
            const headers = { 'content-type': bytes.mediaType };
            try {
                const told = await (0,download/* untilItGoes */.QR)(`${name} did not take the manifest ${bytes.digest}`, clock, async () => {
                    const response = await client.ask({ method: 'PUT', to, scope: push, headers, body: bytes.text });
                    await response.body?.cancel();
                    return response.headers.get('docker-content-digest') ?? bytes.digest;
                });
                if (told === bytes.digest)
                    return { is: 'put' };
            }
            catch (error) {
                return refusedPut(error, bytes, tag);
            }
            throw new Error(`${name}: the registry changed the bytes of ${bytes.digest} on the way`);
        },
        async speakingOf(digest) {
            const beside = await Promise.all((0,images_manifest/* companionTags */.g3)(digest).map(digestOf));
            return [...new Set([...(await referrers(digest)), ...beside.flatMap((found) => found ?? [])])];
        },
    };
}
/** What is not there is a value. A repository comes into being with the first push to it, so that one nobody knows is empty. */
function absent(error) {
    if (!(error instanceof RegistryRefusal) || error.status !== 404)
        throw error;
}
function mediaTypeOf(text, response) {
    const [told = ''] = (response.headers.get('content-type') ?? '').split(';');
    // Some registries call everything application/json.
    const reading = (0,images_manifest/* readManifest */.WI)(text, images_manifest/* ACCEPTED_MEDIA_TYPES */.FG.includes(told) ? told : undefined);
    if (reading.ok)
        return reading.value.mediaType;
    throw new Error(`A manifest of ${new URL(response.url).host} (${told}) ${reading.wrong}`);
}

;// CONCATENATED MODULE: ./build-stage/registry/index.js
// src/registry/index.ts




function otherRegistries({ clock, conceal, dockerFolder }) {
    /** One for all repositories of a registry, so that they share its tokens. */
    const clients = new Map();
    return {
        repository(host, path, credentials = () => dockerCredentials(host, conceal, dockerFolder)) {
            const client = clients.get(host) ?? new RegistryClient(host, clock, new Authorization({ host, clock, credentials, conceal }));
            clients.set(host, client);
            return createRepository(client, path);
        },
    };
}


/***/ })

};
