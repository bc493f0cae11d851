export const id = 2990;
export const ids = [2990,7635];
export const modules = {

/***/ 3809:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  main: () => (/* binding */ main),
  post: () => (/* binding */ post)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build-stage/fleet/choose-services.js
var choose_services = __webpack_require__(5720);
// EXTERNAL MODULE: ./build-stage/github/cancellation.js
var github_cancellation = __webpack_require__(2828);
// EXTERNAL MODULE: ./build-stage/github/fail.js
var fail = __webpack_require__(4687);
// EXTERNAL MODULE: ./build-stage/github/files.js
var files = __webpack_require__(1232);
// EXTERNAL MODULE: ./build-stage/github/inputs.js
var inputs = __webpack_require__(8746);
// EXTERNAL MODULE: ./build-stage/github/job-identity.js + 1 modules
var job_identity = __webpack_require__(7058);
// EXTERNAL MODULE: ./build-stage/github/leave-soon.js
var leave_soon = __webpack_require__(9254);
// EXTERNAL MODULE: ./build-stage/github/report.js + 1 modules
var github_report = __webpack_require__(7068);
// EXTERNAL MODULE: ./build-stage/github/run-context.js
var run_context = __webpack_require__(4836);
// EXTERNAL MODULE: ./build-stage/github/workspace.js
var workspace = __webpack_require__(34);
// EXTERNAL MODULE: ./build-stage/spec/duration.js
var duration = __webpack_require__(1999);
;// CONCATENATED MODULE: ./build-stage/image-build/deadline.js
// src/image-build/deadline.ts

/** A wish to stop that comes by itself when the time is over: what is running is ended then. `settle` when nothing is to stop any more. */
function withDeadline(cancellation, clock, timeoutMs) {
    const [stop, settled] = [new AbortController(), new AbortController()];
    const deeds = new Set();
    let reason;
    const ask = (why) => {
        if (reason !== undefined)
            return;
        reason = why;
        for (const deed of deeds)
            deed();
        stop.abort();
    };
    const forget = cancellation.onRequest(() => ask(cancellation.reason ?? 'the run was cancelled'));
    if (cancellation.reason !== undefined)
        ask(cancellation.reason);
    void clock.sleep(timeoutMs, settled.signal).then(() => {
        if (!settled.signal.aborted)
            ask(`the timeout of ${(0,duration/* formatDuration */.a3)(timeoutMs)} is over`);
    });
    return {
        cancellation: {
            get reason() {
                return reason;
            },
            signal: stop.signal,
            onRequest(deed) {
                deeds.add(deed);
                return () => deeds.delete(deed);
            },
        },
        settle() {
            forget();
            settled.abort();
        },
    };
}

// EXTERNAL MODULE: ./build-stage/ports/access-error.js
var access_error = __webpack_require__(7919);
// EXTERNAL MODULE: ./build-stage/ports/ended-badly.js
var ended_badly = __webpack_require__(1893);
// EXTERNAL MODULE: ./build-stage/ports/message-of.js
var message_of = __webpack_require__(9901);
// EXTERNAL MODULE: ./build-stage/spec/input-error.js
var input_error = __webpack_require__(5432);
// EXTERNAL MODULE: ./build-stage/system/changed-paths.js
var changed_paths = __webpack_require__(1964);
// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
;// CONCATENATED MODULE: ./build-stage/system/checked-out.js
// src/system/checked-out.ts

/** The commit that is checked out in a folder; undefined where there is none. */
function checkedOut(folder) {
    return new Promise((resolve) => {
        (0,external_node_child_process_.execFile)('git', ['rev-parse', '--verify', '--quiet', 'HEAD'], { cwd: folder }, (error, stdout) => {
            const commit = stdout.trim();
            resolve(error === null && /^[0-9a-f]{40,64}$/.test(commit) ? commit : undefined);
        });
    });
}

// EXTERNAL MODULE: ./build-stage/system/clock.js
var system_clock = __webpack_require__(8671);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
;// CONCATENATED MODULE: ./build-stage/system/context-folder.js
// src/system/context-folder.ts




/** How many files are open at a time. */
const AT_ONCE = 16;
/**
 * The folders below the top of what is checked out. What was read is remembered: images that share a folder read it once, and
 * nothing may change in it meanwhile.
 */
function contextFolders(top) {
    const entries = new Map();
    const digests = new Map();
    const seats = new Seats(AT_ONCE);
    const once = (known, path, make) => {
        const before = known.get(path) ?? make();
        known.set(path, before);
        return before;
    };
    return (folder) => {
        const root = (0,external_node_path_.join)(top, folder);
        return {
            async entries(within) {
                const found = await once(entries, (0,external_node_path_.join)(root, within), () => entriesOf((0,external_node_path_.join)(root, within), seats));
                return found.map((entry) => ({ ...entry, path: within === '' ? entry.path : `${within}/${entry.path}` }));
            },
            async digests(paths) {
                const all = paths.map(async (path) => {
                    const file = (0,external_node_path_.join)(root, path);
                    return [path, await once(digests, file, () => seats.take(() => digestOf(file)))];
                });
                return new Map(await Promise.all(all));
            },
        };
    };
}
/** The text of a file below the top; undefined when there is no such file. */
async function textBelow(top, path) {
    try {
        return await (0,promises_.readFile)((0,external_node_path_.join)(top, path), 'utf8');
    }
    catch (error) {
        const { code } = error;
        if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'EISDIR')
            return undefined;
        throw error;
    }
}
async function entriesOf(folder, seats) {
    const names = await (0,promises_.readdir)(folder);
    const found = await Promise.all(names.map((name) => seats.take(async () => {
        const path = (0,external_node_path_.join)(folder, name);
        const { mode, size, ...seen } = await (0,promises_.lstat)(path).then((stats) => ({
            mode: stats.mode,
            size: stats.size,
            kind: stats.isFile() ? 'file' : stats.isDirectory() ? 'folder' : stats.isSymbolicLink() ? 'link' : 'other',
        }));
        if (seen.kind === 'file')
            return { path: name, kind: 'file', mode, size };
        if (seen.kind === 'folder')
            return { path: name, kind: 'folder', mode };
        return seen.kind === 'link' ? { path: name, kind: 'link', target: await (0,promises_.readlink)(path) } : undefined;
    })));
    return found.filter((entry) => entry !== undefined);
}
/** Streamed: a context may hold what does not fit into memory. */
async function digestOf(file) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    for await (const chunk of (0,external_node_fs_.createReadStream)(file))
        hash.update(chunk);
    return hash.digest('hex');
}
/** At most so many at a time; the others wait in their order. */
class Seats {
    free;
    waiting = [];
    constructor(free) {
        this.free = free;
    }
    async take(deed) {
        if (this.free > 0)
            this.free -= 1;
        else
            await new Promise((resolve) => this.waiting.push(resolve));
        try {
            return await deed();
        }
        finally {
            const next = this.waiting.shift();
            if (next === undefined)
                this.free += 1;
            else
                next();
        }
    }
}

;// CONCATENATED MODULE: ./build-stage/actions/build-push/post.js
// src/actions/build-push/post.ts
/** The name under which `main` keeps what there is to remove, before it is there. */
const KEPT = 'docker';
const keepLeft = ({ keep }) => (left) => keep(KEPT, JSON.stringify(left));
/** Nothing is left to remove. */
const keepNothing = ({ keep }) => keep(KEPT, '');
/** What `main` left; undefined when it tidied up by itself, or never had anything. */
function leftBy(savedState) {
    const kept = savedState(KEPT);
    if (kept === undefined)
        return undefined;
    const { folder, builder } = JSON.parse(kept);
    if (typeof folder !== 'string')
        return undefined;
    return { folder, ...(typeof builder === 'string' ? { builder } : {}) };
}

;// CONCATENATED MODULE: ./build-stage/actions/build-push/result.js
// src/actions/build-push/result.ts
const isGood = (outcome) => ['built', 'unchanged', 'planned'].includes(outcome);
/** As in the deployments. */
const exitCodes = {
    built: 0,
    unchanged: 0,
    planned: 0,
    failed: 1,
    'held-back': 2,
    'access-lost': 6,
    refused: 7,
    interrupted: 8,
};
/** Outputs that hold a list stop here: the runner takes 1 MB of all of them. */
const MOST_FINDINGS = 200;
/** Every output, on every way out. Images are handed to a deployment only when all of them are good. */
function outputsOf(result) {
    const { outcome, reason, images = [], isOneImage = false, verdict } = result;
    const ready = outcome === 'built' || outcome === 'unchanged' ? images.filter(({ digest }) => digest !== undefined) : [];
    const [only] = isOneImage ? ready : [];
    return {
        outcome,
        reason,
        images: JSON.stringify(Object.fromEntries(images.map((image) => [image.name, imageOutput(image)]))),
        'service-images': JSON.stringify(Object.fromEntries(ready.map((image) => [image.name, imageName(image)]))),
        image: only === undefined ? '' : imageName(only),
        digest: only?.digest ?? '',
        built: JSON.stringify(images
            .filter(({ isBuilt, digest, imageId }) => isBuilt && (digest ?? imageId) !== undefined)
            .map(({ name }) => name)),
        findings: JSON.stringify((verdict?.findings ?? []).filter(keepsBack).slice(0, MOST_FINDINGS).map(findingOutput)),
    };
}
const imageName = ({ repository, digest }) => `${repository}@${digest}`;
const keepsBack = ({ standing }) => standing === 'counts' || standing === 'expired';
function imageOutput(image) {
    const { repository, digest, tags, isBuilt, reason, sizeBytes, tookMs } = image;
    return {
        ...(digest === undefined ? {} : { image: imageName(image) }),
        repository,
        ...(digest === undefined ? {} : { digest }),
        tags,
        built: isBuilt,
        reason,
        ...(sizeBytes === undefined ? {} : { sizeBytes }),
        ...(tookMs === undefined ? {} : { tookMs }),
    };
}
const findingOutput = ({ finding, images }) => {
    const { id, severity, package: name, version, fixedIn, url } = finding;
    return { id, severity, package: name, version, fixedIn, images, url };
};

// EXTERNAL MODULE: ./build-stage/image-build/gate-rule.js
var gate_rule = __webpack_require__(4268);
// EXTERNAL MODULE: ./build-stage/image-copy/world.js
var image_copy_world = __webpack_require__(1249);
;// CONCATENATED MODULE: ./build-stage/image-build/patient.js
// src/image-build/patient.ts

/**
 * Registries whose calls are made again when what went wrong can pass. All of them can be made twice: what they put is named by
 * its content.
 */
const patientRegistries = (registries, world) => ({
    async repository(name) {
        const found = await (0,image_copy_world/* again */.TG)(world, () => registries.repository(name));
        return {
            ...found,
            // A stream is gone once it was read.
            images: patient(found.images, world, ['take']),
            ecr: found.ecr === undefined ? undefined : patient(found.ecr, world),
            login: () => (0,image_copy_world/* again */.TG)(world, () => found.login()),
        };
    },
});
const patientUse = (use, world) => patient(use, world);
/** Every call of a port, but for those that can be made once only. */
function patient(real, world, once = []) {
    return new Proxy(real, {
        get(_, key) {
            const value = Reflect.get(real, key);
            if (typeof value !== 'function' || once.includes(key)) {
                return typeof value === 'function' ? value.bind(real) : value;
            }
            return (...words) => (0,image_copy_world/* again */.TG)(world, () => Reflect.apply(value, real, words));
        },
    });
}

// EXTERNAL MODULE: ./build-stage/services-file/select.js
var services_file_select = __webpack_require__(5857);
// EXTERNAL MODULE: ./build-stage/services-file/watch-paths.js
var watch_paths = __webpack_require__(3899);
// EXTERNAL MODULE: ./build-stage/spec/counted.js
var counted = __webpack_require__(7481);
// EXTERNAL MODULE: ./build-stage/images/digest.js
var images_digest = __webpack_require__(643);
;// CONCATENATED MODULE: ./build-stage/images/build-decision.js
// src/images/build-decision.ts




/**
 * Whether each service is built, in the order that they were asked for. In doubt it is built: only a recorded commit with its
 * image in the repository, or an image of exactly this content, speaks against it.
 */
function decideBuilds(question) {
    return question.services.map((service) => decide(question, service));
}
function decide(question, service) {
    const { name } = service;
    const facts = question.facts.get(name) ?? {};
    const { deployedCommit, deployedDigest, sameContentDigest } = facts;
    const built = (reason, why) => ({
        service: name,
        isBuilt: true,
        reason,
        sentence: `${name} is built: ${why}.`,
    });
    const skipped = (reason, digest, why) => ({
        service: name,
        isBuilt: false,
        reason,
        sentence: `${name} is not built: ${why}.`,
        digest,
    });
    if (question.forced.includes(name))
        return built('forced', 'it was asked for whatever changed');
    const since = `nothing that belongs to it has changed since ${deployedCommit?.slice(0, 12)}, which was deployed last`;
    if (facts.isFirstOfContent && deployedDigest !== undefined && changeOf(question, service, []) === undefined) {
        // Whoever had it built anew, for a newer base, must not get the older one back with the next push.
        return skipped('unchanged', deployedDigest, since);
    }
    if (sameContentDigest !== undefined) {
        const why = `the repository holds an image of exactly this content (${(0,images_digest/* shortDigest */.VK)(sameContentDigest)})`;
        return skipped('same-content', sameContentDigest, why);
    }
    if (deployedCommit === undefined)
        return built('new', facts.unclear ?? 'no deployment of it is recorded');
    const commit = deployedCommit.slice(0, 12);
    if (deployedDigest === undefined) {
        return built('missing', `the repository has no longer the image that was deployed from ${commit}`);
    }
    const change = changeOf(question, service, []);
    if (change !== undefined)
        return built(change.reason, change.why);
    return skipped('unchanged', deployedDigest, since);
}
/** What makes the image another one than the deployed one, or nothing. */
function changeOf(question, service, way) {
    const { file, facts, builtFrom } = question;
    const { deployedCommit, changedPaths, isOtherRecipe } = facts.get(service.name) ?? {};
    if (deployedCommit === undefined)
        return { reason: 'new', why: 'no deployment of it is recorded' };
    const since = `since ${deployedCommit.slice(0, 12)}`;
    if (changedPaths === undefined) {
        const why = `${deployedCommit.slice(0, 12)}, which was deployed last, is not in the history that was fetched`;
        return { reason: 'unknown-history', why };
    }
    if (isOtherRecipe === true) {
        const why = `its arguments, target, platforms or labels are others than those of ${deployedCommit.slice(0, 12)}, which was deployed last`;
        return { reason: 'settings', why };
    }
    // What the services file says of it may have changed: its target, its context, its Dockerfile.
    if (changedPaths.includes(file.fileName))
        return { reason: 'services-file', why: `${file.fileName} changed ${since}` };
    const own = (0,services_file_select/* watchedBy */.o)(service);
    const ofItsOwn = changedPaths.filter((path) => (0,watch_paths/* takes */.n)(own, path));
    if (ofItsOwn.length > 0)
        return { reason: 'changed', why: `${some(ofItsOwn)} changed ${since}` };
    const shared = changedPaths.filter((path) => (0,watch_paths/* takes */.n)(file.sharedPaths, path));
    if (shared.length > 0)
        return { reason: 'shared', why: `${some(shared)}, which all services share, changed ${since}` };
    for (const other of builtFrom.get(service.name) ?? []) {
        // A circle cannot be built; it is not for this question to say so.
        const entry = file.services.find(({ name }) => name === other);
        if (entry === undefined || way.includes(other))
            continue;
        const change = changeOf(question, entry, [...way, service.name]);
        if (change !== undefined)
            return { reason: 'dependency', why: `it is made from ${other}, and ${ofOther(change, other)}` };
    }
    return undefined;
}
/** The reason of another service within a sentence about this one. */
const ofOther = ({ reason, why }, other) => reason === 'new' ? `no deployment of ${other} is recorded` : why;
/** `a/x.ts and 3 more files` */
function some(paths) {
    const [first = '', ...others] = [...paths].sort();
    return others.length === 0 ? first : `${first} and ${(0,counted/* counted */.h)(others.length, 'more file')}`;
}
/** `2 of 7 images are built, 5 are there already.` */
function describeBuilds(decisions) {
    const builds = decisions.filter(({ isBuilt }) => isBuilt).length;
    const rest = decisions.length - builds;
    if (builds === 0)
        return `No image is built: ${rest === 1 ? 'the one is' : `all ${rest} are`} there already.`;
    const be = builds === 1 ? 'is' : 'are';
    const there = rest === 0 ? '' : `, ${rest} ${rest === 1 ? 'is' : 'are'} there already`;
    return `${builds} of ${(0,counted/* counted */.h)(decisions.length, 'image')} ${be} built${there}.`;
}

// EXTERNAL MODULE: ./build-stage/spec/kind.js
var kind = __webpack_require__(1789);
// EXTERNAL MODULE: ./build-stage/spec/lists.js
var lists = __webpack_require__(2682);
// EXTERNAL MODULE: ./build-stage/spec/rules.js
var rules = __webpack_require__(5692);
// EXTERNAL MODULE: ./build-stage/spec/scalars.js
var scalars = __webpack_require__(5734);
;// CONCATENATED MODULE: ./build-stage/spec/repository-inputs.js
// src/spec/repository-inputs.ts




/** Tags that must move in every repository: caches, and the signatures and attestations that cosign keeps as tags. */
const ALWAYS_MOVING = ['buildcache*', 'sha256-*'];
/** https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_CreateRepository.html (imageTagMutabilityExclusionFilters) */
const MOST_EXCLUSIONS = 5;
/** What may move in a repository that is created, each once. */
const exclusionsOf = (movingTags, environments) => [
    ...new Set([...ALWAYS_MOVING, ...movingTags, ...environments]),
];
/** What a repository of ECR is made like when there is none. */
const repositoryInputs = {
    'create-repository': {
        kind: (0,scalars/* flag */.Jt)(),
        preset: 'false',
        description: 'Create a repository of ECR that is not there. Those that are there are left as they are.',
    },
    'tag-mutability': {
        kind: (0,scalars/* oneOf */.yL)('immutable', 'mutable'),
        preset: 'immutable',
        description: 'Whether tags of a repository that is created stay where they are, but for those of `moving-tags`.',
    },
    'moving-tags': {
        kind: (0,lists/* lines */.Mn)({
            item: tagWildcard(),
            of: 'tag with * for a part of it',
            max: MOST_EXCLUSIONS - ALWAYS_MOVING.length,
        }),
        description: 'Tags of a repository that is created that may move all the same, one per line, such as `latest`. The tags of `environments`, caches (`buildcache*`) and signatures (`sha256-*`) always may.',
    },
    'scan-on-push': {
        kind: (0,scalars/* flag */.Jt)(),
        preset: 'true',
        description: 'Whether ECR scans what is pushed to a repository that is created.',
    },
    encryption: {
        kind: (0,scalars/* oneOf */.yL)('aes256', 'kms', 'kms-dsse'),
        preset: 'aes256',
        description: 'How a repository that is created is encrypted. It cannot be changed later.',
    },
    'kms-key': {
        kind: (0,scalars/* text */.Qq)({
            pattern: /^(arn:aws[a-z-]*:kms:[a-z0-9-]+:\d{12}:(key|alias)\/[\w/-]+|alias\/[\w/-]+|[0-9a-f-]{36})$/,
            accepts: 'the ARN, the id or the alias of a key of KMS',
        }),
        description: 'The key for `kms` and `kms-dsse`. By default the one that AWS manages for ECR.',
    },
    'repository-tags': {
        kind: (0,lists/* map */.Tj)({ example: 'key=value' }),
        description: 'Tags of AWS for a repository that is created, `key=value` per line.',
    },
};
const ofCreating = ['moving-tags', 'kms-key', 'repository-tags'];
const repositoryRules = [
    (0,rules/* rule */.Hu)(['moving-tags', 'environments', 'create-repository', 'tag-mutability'], '`moving-tags` and `environments` are at most three together, where a repository is created.', (values) => {
        const exclusions = exclusionsOf(values.movingTags, values.environments);
        return values.createRepository && values.tagMutability === 'immutable' && exclusions.length > MOST_EXCLUSIONS
            ? `and environments are ${exclusions.length - ALWAYS_MOVING.length} tags that move: ECR takes ${MOST_EXCLUSIONS} exclusions, and ${ALWAYS_MOVING.join(' and ')} are two of them. Name several by one *`
            : undefined;
    }),
    ...ofCreating.map((input) => (0,rules/* rule */.Hu)([input, 'create-repository'], `\`${input}\` is for \`create-repository: true\`.`, ({ createRepository }, has) => has(input) && !createRepository ? 'has no effect without create-repository: true' : undefined)),
    (0,rules/* rule */.Hu)(['kms-key', 'encryption'], '`kms-key` is for `encryption: kms` or `kms-dsse`.', ({ encryption }, has) => has('kms-key') && encryption === 'aes256' ? 'has no effect with encryption: aes256' : undefined),
];
/** https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_ImageTagMutabilityExclusionFilter.html */
function tagWildcard() {
    return {
        label: 'tag',
        accepts: 'a tag, with at most two * for any part of it, at most 128 letters',
        absent: undefined,
        read: (given) => {
            if (!/^[0-9a-zA-Z._*-]{1,128}$/.test(given))
                return (0,kind/* wrong */.Q)('has something else than letters, digits, . _ - * in it');
            return given.split('*').length > 3 ? (0,kind/* wrong */.Q)('has more than two *') : (0,kind/* read */.L)(given);
        },
    };
}

;// CONCATENATED MODULE: ./build-stage/image-build/create-repository.js
// src/image-build/create-repository.ts

const ENCRYPTIONS = { aes256: 'AES256', kms: 'KMS', 'kms-dsse': 'KMS_DSSE' };
/** What a repository is made like. Plain immutability would freeze the cache and what cosign keeps as tags. */
function settingsOf(inputs) {
    const { encryption, kmsKey, scanOnPush, repositoryTags } = inputs;
    return {
        mutability: mutabilityOf(inputs),
        isScannedOnPush: scanOnPush,
        encryption: { type: ENCRYPTIONS[encryption], ...(kmsKey === undefined ? {} : { keyArn: kmsKey }) },
        tags: repositoryTags,
    };
}
const mutabilityOf = ({ tagMutability, movingTags, environments }) => tagMutability === 'mutable'
    ? { setting: 'MUTABLE', exclusions: [] }
    : { setting: 'IMMUTABLE_WITH_EXCLUSION', exclusions: exclusionsOf(movingTags, environments) };
/** @throws Error for a repository of a registry that is none of ECR, which the caller has refused before */
function createRepository({ ecr, path }, settings) {
    if (ecr === undefined)
        throw new Error(`${path} is in no registry of ECR, and cannot be created`);
    return ecr.create(path, settings);
}

// EXTERNAL MODULE: ./build-stage/image-build/image-facts.js
var image_facts = __webpack_require__(3127);
// EXTERNAL MODULE: ./build-stage/images/settle-tag.js
var settle_tag = __webpack_require__(6842);
;// CONCATENATED MODULE: ./build-stage/image-build/put-tags.js
// src/image-build/put-tags.ts

/** How often, and how long apart, a registry is asked for what it has just taken: some answer from what they knew before. */
const LOOKS = 6;
const BETWEEN_MS = 1_000;
/**
 * The manifest of what was pushed, as the registry gives it back.
 *
 * @throws Error when it has none, or one of other bytes
 */
async function pushed(images, digest, world) {
    const bytes = await untilThere(() => images.manifest(digest), world);
    if (bytes === undefined)
        throw new Error(`${images.name} does not hold ${digest}, which was pushed to it`);
    const own = `sha256:${world.sha256(bytes.text)}`;
    if (digest.startsWith('sha256:') && own !== digest) {
        throw new Error(`${images.name} gives other bytes for ${digest}: these are ${own}`);
    }
    return bytes;
}
const isPut = (put) => put.is === 'there' || put.is === 'put';
/**
 * Has a tag stand for an image that the repository holds: by the same bytes, without a rebuild. What stands so already is
 * left alone, and what was put is read back.
 */
async function putTag(images, bytes, tag, world) {
    const before = await images.manifest(tag);
    if (before?.digest === bytes.digest)
        return { is: 'there', tag };
    const put = await images.put(bytes, tag);
    if (put.is === 'incomplete') {
        const sentence = `${images.name} does not take ${bytes.digest} as ${tag}: it lacks ${put.what}.`;
        return { is: 'failed', tag, sentence };
    }
    if (put.is === 'taken') {
        const by = put.by ?? (await images.manifest(tag))?.digest;
        const settled = (0,settle_tag/* settleTag */.g)({ repository: images.name, tag }, bytes.digest, by);
        if (settled.is === 'already-there')
            return { is: 'there', tag };
        return { is: 'taken', tag, by, sentence: settled.sentence };
    }
    const isDone = await untilThere(async () => ((await images.manifest(tag))?.digest === bytes.digest ? true : undefined), world);
    if (isDone === true)
        return { is: put.is, tag };
    const now = (await images.manifest(tag))?.digest;
    const sentence = `${images.name}:${tag} was set to ${bytes.digest} and is ${now ?? 'not there'} now: somebody else is at work on it.`;
    return { is: 'failed', tag, sentence };
}
async function untilThere(look, { clock }) {
    for (let looks = 1;; looks += 1) {
        const found = await look();
        if (found !== undefined || looks === LOOKS)
            return found;
        await clock.sleep(BETWEEN_MS);
    }
}

;// CONCATENATED MODULE: ./build-stage/images/cache-spec.js
// src/images/cache-spec.ts

/** https://docs.docker.com/build/cache/backends/ */
const BACKENDS = new Map([
    ['registry', { needs: 'ref', hasIgnoreError: true }],
    ['gha', { hasIgnoreError: true }],
    ['s3', { needs: 'bucket', hasIgnoreError: true }],
    ['azblob', { needs: 'name', hasIgnoreError: true }],
    ['local', { hasIgnoreError: true }],
    // It is a part of the image, and cannot fail without it.
    ['inline', { hasIgnoreError: false }],
]);
/** Reads one line. A reference alone is a registry, as buildx has it. */
function parseCacheSpec(given) {
    const fields = csvFields(given);
    if (fields === undefined)
        return (0,kind/* wrong */.Q)('has a " that does not end');
    const [only = ''] = fields;
    if (fields.length === 1 && !only.includes('=')) {
        return BACKENDS.has(only)
            ? (0,kind/* wrong */.Q)('names a kind only', `type=${only}`)
            : (0,kind/* read */.L)({ type: 'registry', attributes: new Map([['ref', only]]) });
    }
    const attributes = new Map();
    for (const field of fields) {
        const at = field.indexOf('=');
        const key = field.slice(0, Math.max(at, 0)).trim().toLowerCase();
        if (at === -1 || key === '')
            return (0,kind/* wrong */.Q)(`has ${JSON.stringify(field)} where name=value is meant`);
        if (attributes.has(key))
            return (0,kind/* wrong */.Q)(`says ${key} twice`);
        attributes.set(key, field.slice(at + 1));
    }
    const type = attributes.get('type');
    attributes.delete('type');
    if (type === undefined)
        return (0,kind/* wrong */.Q)('has no type');
    const needs = BACKENDS.get(type)?.needs;
    if (needs !== undefined && !attributes.has(needs))
        return (0,kind/* wrong */.Q)(`has no ${needs}, which type=${type} needs`);
    return (0,kind/* read */.L)({ type, attributes });
}
/** A cache as an input; `none` of them is for the action to know. */
function cacheSpec() {
    return {
        label: 'cache',
        accepts: `a cache as buildx takes it, such as type=registry,ref=registry/name:buildcache (${[...BACKENDS.keys()].join(', ')} and what your builder knows besides)`,
        absent: undefined,
        read: (given) => {
            const reading = parseCacheSpec(given);
            return reading.ok ? (0,kind/* read */.L)(formatCacheSpec(reading.value)) : reading;
        },
    };
}
/** The same in one line, its attributes in order, so that the same cache is the same text. */
function formatCacheSpec({ type, attributes }) {
    const fields = [...attributes].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, value]) => `${key}=${value}`);
    return [`type=${type}`, ...fields].map(csvField).join(',');
}
/** The cache written to such that its errors leave the build alone, unless the author says otherwise. */
function withIgnoredErrors({ type, attributes }) {
    if (BACKENDS.get(type)?.hasIgnoreError === false || attributes.has('ignore-error'))
        return { type, attributes };
    return { type, attributes: new Map([...attributes, ['ignore-error', 'true']]) };
}
/** Buildx splits by commas, as CSV does. https://pkg.go.dev/github.com/tonistiigi/go-csvvalue */
function csvFields(text) {
    const fields = [];
    let at = 0;
    for (;;) {
        if (text[at] !== '"') {
            const comma = text.indexOf(',', at);
            fields.push(text.slice(at, comma === -1 ? undefined : comma));
            if (comma === -1)
                return fields;
            at = comma + 1;
            continue;
        }
        const [quoted, inside] = /^"((?:[^"]|"")*)"(?=,|$)/.exec(text.slice(at)) ?? [];
        if (quoted === undefined || inside === undefined)
            return undefined;
        fields.push(inside.replaceAll('""', '"'));
        at += quoted.length;
        if (at >= text.length)
            return fields;
        at += 1;
    }
}
const csvField = (text) => /[",\r\n]|^\s/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

// EXTERNAL MODULE: ./build-stage/images/platform.js
var platform = __webpack_require__(5139);
;// CONCATENATED MODULE: ./build-stage/images/bake.js
// src/images/bake.ts


/**
 * One solve of several images. The same images give the same text, whatever order their parts came in.
 *
 * @param root absolute path of the repository; bake takes a Dockerfile's path from its context and not from where it runs
 * @param names those to be built; images that only others are made from need not be among them
 * @throws Error when a name cannot be one or two images have the same, when an image is made from one that is not there or
 *   from itself, or when a cache is none: what the caller's own checks must have found
 */
function bakeOf(images, names, root) {
    const known = new Set();
    for (const { name } of images) {
        if (!/^[a-zA-Z0-9_-]+$/.test(name))
            throw new Error(`${JSON.stringify(name)} cannot be the name of a bake target`);
        if (known.has(name))
            throw new Error(`Two images are called ${name}`);
        known.add(name);
    }
    for (const name of names)
        if (!known.has(name))
            throw new Error(`No image is called ${name}`);
    refuseCircles(images);
    const sorted = [...images].sort((a, b) => (a.name < b.name ? -1 : 1));
    const target = Object.fromEntries(sorted.map((image) => [image.name, targetOf(image, root, names.includes(image.name))]));
    const folders = images.flatMap(({ contexts }) => Object.values(contexts)).filter((one) => 'folder' in one);
    const hasAgent = images.some(({ ssh }) => ssh.some((one) => !one.includes('=')));
    return {
        definition: { target },
        targets: [...names].sort(),
        allow: [...(images.length + folders.length > 0 ? [`fs.read=${root}`] : []), ...(hasAgent ? ['ssh'] : [])],
    };
}
function targetOf(image, root, isBuilt) {
    const contexts = Object.entries(image.contexts).map(([name, from]) => [name, namedContext(from, root)]);
    const cacheTo = image.cacheTo.map((spec) => cacheOf(spec, true));
    const target = {
        context: template(below(root, image.context)),
        dockerfile: template(below(root, image.dockerfile)),
        ...(image.target === undefined ? {} : { target: template(image.target) }),
        ...record('args', Object.entries(image.args)),
        ...record('labels', Object.entries(image.labels)),
        ...record('contexts', contexts),
        // By digest the output names them: as tags buildx would add `:latest`, and BuildKit refuses to push a tag by digest.
        ...list('tags', isBuilt && image.push !== 'digest' ? image.tags.toSorted() : []),
        ...list('platforms', [...new Set(image.platforms.map(platform/* formatPlatform */.Bq))].sort()),
        // The order of caches says which is asked first.
        ...list('cache-from', image.cacheFrom.map((spec) => cacheOf(spec, false))),
        ...list('cache-to', isBuilt ? cacheTo : []),
        ...list('secret', Object.entries(image.secrets)
            .sort(byKey)
            .map(([id, env]) => `${csvField(`id=${id}`)},${csvField(`env=${env}`)}`)),
        ...list('ssh', image.ssh.toSorted()),
        attest: attestations(image),
        output: outputs(image, isBuilt).map(template),
        ...(image.isPulled ? { pull: true } : {}),
        ...(image.isCacheIgnored ? { 'no-cache': true } : {}),
    };
    return target;
}
/** Both are always said: a builder that attests by itself makes an index of what was one manifest. */
function attestations({ provenance, sbom }) {
    return [
        provenance === false ? 'type=provenance,disabled=true' : `type=provenance,mode=${provenance}`,
        sbom === false ? 'type=sbom,disabled=true' : sbom === true ? 'type=sbom' : `type=sbom,generator=${sbom}`,
    ];
}
/** https://docs.docker.com/build/exporters/image-registry/ */
function outputs({ push, isLoaded, tags, loadedAs = [] }, isBuilt) {
    if (!isBuilt)
        return ['type=cacheonly'];
    const byDigest = csvField(`name=${tags.toSorted().join(',')}`);
    const pushed = push === 'digest'
        ? [`type=image,${byDigest},push-by-digest=true,name-canonical=true,push=true`]
        : push === 'tags'
            ? ['type=image,push=true']
            : [];
    const names = loadedAs.length === 0 ? '' : `,${csvField(`name=${loadedAs.toSorted().join(',')}`)}`;
    const all = [...pushed, ...(isLoaded ? [`type=docker${names}`] : [])];
    return all.length === 0 ? ['type=cacheonly'] : all;
}
function cacheOf(given, isWritten) {
    const reading = parseCacheSpec(given);
    if (!reading.ok)
        throw new Error(`The cache ${JSON.stringify(given)} ${reading.wrong}`);
    return formatCacheSpec(isWritten ? withIgnoredErrors(reading.value) : reading.value);
}
function namedContext(from, root) {
    if ('image' in from)
        return `docker-image://${from.image}`;
    return 'target' in from ? `target:${from.target}` : below(root, from.folder);
}
const below = (root, path) => {
    const plain = path
        .replace(/^(\.?\/)+/, '')
        .replace(/^\.$/, '')
        .replace(/\/$/, '');
    return plain === '' ? root : `${root.replace(/\/$/, '')}/${plain}`;
};
/**
 * In a bake file every text is a template of HCL, in JSON as well: `${HOME}` in a build argument would be read as a variable of
 * bake. https://github.com/hashicorp/hcl/blob/main/json/spec.md#strings
 */
const template = (text) => text.replaceAll(/\$(?=\{)|%(?=\{)/g, (sign) => sign + sign);
function record(key, entries) {
    if (entries.length === 0)
        return {};
    const rows = [...entries].sort(byKey).map(([name, value]) => [template(name), template(value)]);
    return { [key]: Object.fromEntries(rows) };
}
function list(key, items) {
    if (items.length === 0)
        return {};
    return { [key]: items.map(template) };
}
const byKey = ([a], [b]) => a < b ? -1 : a > b ? 1 : 0;
function refuseCircles(images) {
    const byName = new Map(images.map((image) => [image.name, image]));
    const done = new Set();
    const visit = (image, way) => {
        if (way.includes(image.name))
            throw new Error(`Images are made from each other: ${[...way, image.name].join(' → ')}`);
        if (done.has(image.name))
            return;
        for (const from of Object.values(image.contexts)) {
            if (!('target' in from))
                continue;
            const other = byName.get(from.target);
            if (other === undefined)
                throw new Error(`${image.name} is made from ${from.target}, which is no image of this build`);
            visit(other, [...way, image.name]);
        }
        done.add(image.name);
    };
    for (const image of images)
        visit(image, []);
}

;// CONCATENATED MODULE: ./build-stage/image-build/bake-images.js
// src/image-build/bake-images.ts

/**
 * Revision and date are labels of the image and no part of its content: an image of the same content, built from another
 * commit, is taken as it is.
 */
function bakeImage({ image, recipe }, settings, written) {
    const { labels, platforms, provenance, sbom, secrets, ssh, push, isLoaded, isPulled, isCacheIgnored } = settings;
    return {
        name: image.name,
        context: image.context,
        dockerfile: image.dockerfile,
        ...(image.target === undefined ? {} : { target: image.target }),
        args: image.args,
        labels: {
            ...labels,
            ...(settings.revision === undefined ? {} : { [image_facts/* LABELS */.kg.revision]: settings.revision }),
            ...(settings.source === undefined ? {} : { [image_facts/* LABELS */.kg.source]: settings.source }),
            [image_facts/* LABELS */.kg.created]: settings.created,
            [image_facts/* LABELS */.kg.recipe]: recipe,
        },
        contexts: image.contexts,
        tags: written.tags,
        platforms,
        cacheFrom: written.cacheFrom,
        cacheTo: written.cacheTo,
        secrets,
        ssh,
        provenance: provenance === 'off' ? false : provenance,
        sbom,
        push,
        isLoaded,
        ...(isLoaded && push === 'digest' ? { loadedAs: written.loadedAs } : {}),
        isPulled,
        isCacheIgnored,
    };
}

;// CONCATENATED MODULE: ./build-stage/images/push-error.js
// src/images/push-error.ts
const BUILDKIT_RETRIES = 'https://github.com/moby/buildkit/blob/master/util/resolver/retryhandler/retry.go';
const ECR_ERRORS = 'https://docs.aws.amazon.com/AmazonECR/latest/userguide/common-errors-docker.html';
const CODES = 'https://github.com/opencontainers/distribution-spec/blob/main/spec.md#error-codes';
/**
 * What buildx, BuildKit, containerd and registries say, and what helps. The first that matches decides: what nothing helps
 * against comes before what it might be mistaken for. What is not here is not tried again.
 */
const KNOWN = [
    [
        {
            pattern: /process ".*" did not complete successfully|executor failed running|failed to run Build function/s,
            remedy: 'nothing',
            what: 'the build itself failed',
        },
        'https://docs.docker.com/build/',
    ],
    [
        { pattern: /dockerfile parse error/i, remedy: 'nothing', what: 'the Dockerfile cannot be read' },
        'https://docs.docker.com/reference/dockerfile/',
    ],
    [
        {
            pattern: /failed to read dockerfile|target stage .* could not be found|failed to (?:compute|calculate) (?:cache key|checksum)/i,
            remedy: 'nothing',
            what: 'the Dockerfile asks for what is not there',
        },
        'https://docs.docker.com/reference/dockerfile/',
    ],
    [
        { pattern: /context canceled|rpc error: code = Canceled/, remedy: 'nothing', what: 'it was cancelled' },
        'https://pkg.go.dev/context#pkg-variables',
    ],
    [
        // Alone, without the request that took too long: what does not answer is BuildKit.
        {
            pattern: /^(?:ERROR: )?(?:failed to solve: )?context deadline exceeded$/m,
            remedy: 'nothing',
            what: 'the builder did not answer any more',
        },
        'https://pkg.go.dev/context#pkg-variables',
    ],
    [
        { pattern: /no space left on device/, remedy: 'nothing', what: 'the disk of the builder is full' },
        'https://docs.docker.com/build/cache/garbage-collection/',
    ],
    [
        {
            pattern: /The image tag '(?<tag>[^']+)' already exists in the '(?<repository>[^']+)' repository and cannot be overwritten/,
            remedy: 'look',
            what: 'the tag is there already and cannot be moved',
        },
        'https://github.com/moby/buildkit/issues/3776',
    ],
    [
        {
            pattern: /(?:name unknown: )?The repository with name '(?<repository>[^']+)' does not exist|name unknown|NAME_UNKNOWN|RepositoryNotFoundException/,
            remedy: 'nothing',
            what: 'the repository does not exist',
        },
        'https://github.com/docker/build-push-action/issues/850',
    ],
    [
        {
            pattern: /maximum allowed number of images|LimitExceededException/,
            remedy: 'nothing',
            what: 'the repository is full',
        },
        'https://github.com/vllm-project/vllm/issues/48065',
    ],
    [
        {
            pattern: /reached your (?:unauthenticated )?pull rate limit/,
            remedy: 'nothing',
            what: 'the registry of a base image allows no more pulls for hours',
        },
        'https://docs.docker.com/docker-hub/usage/pulls/',
    ],
    [
        {
            pattern: /authorization token has expired|no basic auth credentials|authorization failed|401 Unauthorized|(?:^|\s)unauthorized: |ExpiredToken/,
            remedy: 'login',
            what: 'the registry does not know who it is',
        },
        ECR_ERRORS,
    ],
    [
        {
            // An expired token is answered with 403, and to HEAD without the words that say so.
            pattern: /unexpected status from HEAD request to \S+: 403 Forbidden/,
            remedy: 'login',
            what: 'the registry does not let it in',
        },
        ECR_ERRORS,
    ],
    [
        {
            pattern: /is not authorized to perform|insufficient[_ ]scope|403 Forbidden|(?:^|\s)denied: |access denied|AccessDenied/i,
            remedy: 'nothing',
            what: 'it is not allowed',
        },
        ECR_ERRORS,
    ],
    [
        {
            pattern: /x509: |certificate (?:signed by|is not valid)/,
            remedy: 'nothing',
            what: 'the certificate of the registry is not trusted',
        },
        'https://docs.docker.com/engine/security/certificates/',
    ],
    [
        { pattern: /no such host/, remedy: 'nothing', what: 'there is no registry of that name' },
        'https://pkg.go.dev/net#DNSError',
    ],
    [
        {
            pattern: /manifest invalid|MANIFEST_INVALID|digest invalid|DIGEST_INVALID|SIZE_INVALID/,
            remedy: 'nothing',
            what: 'the registry does not take the manifest',
        },
        CODES,
    ],
    [
        {
            pattern: /toomanyrequests|TOOMANYREQUESTS|429 Too Many Requests|Rate exceeded|ThrottlingException/,
            remedy: 'retry',
            what: 'the registry asks to go slower',
        },
        ECR_ERRORS,
    ],
    [
        {
            pattern: /\b5\d\d (?:Internal Server Error|Bad Gateway|Service Unavailable|Gateway Time-?out)|unexpected status(?: from \w+ request to \S+)?: 5\d\d|: (?:unknown|unavailable): /i,
            remedy: 'retry',
            what: 'the registry has trouble of its own',
        },
        BUILDKIT_RETRIES,
    ],
    [
        {
            pattern: /blob upload (?:unknown|invalid)|BLOB_UPLOAD_(?:UNKNOWN|INVALID)/,
            remedy: 'retry',
            what: 'the registry lost an upload half way',
        },
        CODES,
    ],
    [
        // ECR closes the connection on uploads to a repository that is not there.
        {
            pattern: /\/blobs\/uploads\/\S*: (?:unexpected )?EOF|404 Not Found/,
            remedy: 'retry',
            what: 'the registry hung up on an upload',
            mayLackRepository: true,
        },
        'https://github.com/docker/build-push-action/issues/599',
    ],
    [
        {
            pattern: /: (?:unexpected )?EOF\b|connection reset by peer|broken pipe|connection refused|TLS handshake timeout|i\/o timeout|timed out|use of closed network connection|read\/write on closed pipe|cannot reuse body, request must be retried|client connection lost|": no response|Temporary failure in name resolution|server misbehaving/,
            remedy: 'retry',
            what: 'the connection broke',
        },
        BUILDKIT_RETRIES,
    ],
];
/** Where each rule comes from, for the documentation and its test. */
const PUSH_RULES = KNOWN.map(([{ remedy, what }, source]) => ({ remedy, what, source }));
/**
 * What became of a push, from all that the program wrote. Only its last error counts: a test within the build may well have
 * written "500 Internal Server Error", and BuildKit tells what it tried again by itself.
 */
function classifyPushError(output) {
    const error = finalError(output);
    const [, target] = /\btarget ([a-zA-Z0-9_-]+): /.exec(error) ?? [];
    const of = target === undefined ? {} : { target };
    for (const [{ pattern, ...known }] of KNOWN) {
        const found = pattern.exec(error);
        if (found === null)
            continue;
        const { repository, tag } = found.groups ?? {};
        return {
            ...known,
            ...of,
            ...(repository === undefined ? {} : { repository }),
            ...(tag === undefined ? {} : { tag }),
            error,
        };
    }
    return { remedy: 'nothing', what: 'for a reason that is not known here', ...of, error };
}
/** From the last line that says it is an error to the end; the last line when none does. */
function finalError(output) {
    // Colours, which a log has as well.
    const lines = output.replaceAll(new RegExp(`${String.fromCharCode(27)}\\[[\\d;]*m`, 'g'), '').split(/\r?\n/);
    const from = lines.findLastIndex((line) => /^(?:ERROR|error|Error)(?::|\s)|^failed to solve: /.test(line));
    if (from !== -1)
        return lines.slice(from).join('\n').trim();
    return (lines
        .filter((line) => line.trim() !== '')
        .at(-1)
        ?.trim() ?? '');
}
/**
 * What to do next. A login is tried once; the rest a few times, each after four times as long.
 *
 * @param spread between 0 and 1, so that many jobs do not come back at once
 */
function nextTry(fault, tried, mostRetries, spread) {
    if (fault.remedy === 'login') {
        return tried.logins === 0
            ? { do: 'login', afterMs: 0 }
            : { do: 'give-up', why: `${fault.what}, after a fresh login as well` };
    }
    if (fault.remedy !== 'retry')
        return { do: 'give-up', why: fault.what };
    if (tried.retries >= mostRetries) {
        const times = tried.retries === 0 ? '' : `, ${tried.retries + 1} times in all`;
        return { do: 'give-up', why: `${fault.what}${times}` };
    }
    return { do: 'retry', afterMs: Math.round(2_000 * 4 ** Math.min(tried.retries, 3) * (0.5 + spread / 2)) };
}

;// CONCATENATED MODULE: ./build-stage/image-build/solve.js
// src/image-build/solve.ts

/**
 * One solve of all images, and again of those that did not come to their end, when what went wrong can pass. What was built
 * before is in the builder's own cache then.
 */
async function solve(request, world) {
    const { names, builder: name, secretValues, onLine, mostRetries } = request;
    const { clock, builder, line, signal } = world;
    const targets = {};
    const tried = { retries: 0, logins: 0 };
    for (let tries = 1;; tries += 1) {
        const left = names.filter((one) => !Object.hasOwn(targets, one));
        const bake = request.bakeOf(left);
        const end = await builder.build({ bake, builder: name, secretValues, onLine, signal });
        for (const one of left) {
            const target = Object.hasOwn(end.targets, one) ? end.targets[one] : undefined;
            if (target !== undefined)
                targets[one] = target;
        }
        if (end.isCancelled || signal.aborted)
            return { targets, tries, end: { is: 'cancelled' } };
        if (end.exitCode === 0)
            return { targets, tries, end: { is: 'done' } };
        const fault = classifyPushError(end.output);
        if (fault.mayLackRepository === true || fault.what === 'the repository does not exist') {
            const lost = await request.missing(left);
            if (lost.length > 0)
                return failed(targets, tries, fault, missingText(lost), undefined);
        }
        const next = nextTry(fault, tried, mostRetries, world.random());
        if (next.do === 'give-up')
            return failed(targets, tries, fault, next.why, end.failed);
        if (next.do === 'login') {
            tried.logins += 1;
            line(`The registry does not know who it is any more: logging in again (${fault.what})`);
            await builder.logIn(await request.logins());
        }
        else {
            tried.retries += 1;
            line(`The push failed: ${fault.what}. Trying again in ${Math.round(next.afterMs / 100) / 10} s`);
            await clock.sleep(next.afterMs, signal);
        }
    }
}
const failed = (targets, tries, fault, why, step) => ({
    targets,
    tries,
    end: { is: 'failed', fault, why, ...(step === undefined ? {} : { failed: step }) },
});
const missingText = (repositories) => repositories.length === 1
    ? `there is no repository ${repositories[0]}: create it, or say create-repository: true`
    : `there are no repositories ${repositories.join(', ')}: create them, or say create-repository: true`;

;// CONCATENATED MODULE: ./build-stage/image-build/build-images.js
// src/image-build/build-images.ts




/** Builds and pushes. Where a tag of content is there already and cannot be moved, what it stands for is the image. */
async function buildImages(request, world) {
    const { images, chosen, secretValues, mostRetries, onLine, logins } = request;
    const byName = new Map(images.map((one) => [one.image.name, one]));
    const targets = {};
    const met = new Map();
    for (;;) {
        const names = [...byName.keys()].filter((name) => !Object.hasOwn(targets, name) && !met.has(name));
        if (names.length === 0)
            return { targets, met, end: { is: 'done' } };
        const solved = await solve({
            bakeOf: (left) => bakeFor(request, left),
            names,
            builder: chosen.name,
            secretValues,
            mostRetries,
            onLine,
            logins,
            missing: (left) => missingOf(left.flatMap((name) => byName.get(name) ?? [])),
        }, world);
        Object.assign(targets, solved.targets);
        const other = solved.end.is === 'failed' ? await metBy(solved.end.fault, names, byName) : undefined;
        if (other === undefined)
            return { targets, met, end: solved.end };
        const { name, digest } = other;
        world.line(`${name}: an image of the same content was pushed meanwhile, and is taken (${digest})`);
        met.set(name, digest);
    }
}
/** Pushed by digest, the repository is all that is named: tags are put when the image is known to be good. */
function bakeFor({ images, all, settings, caches, root }, names) {
    const places = new Map(images.map((one) => [one.image.name, one]));
    const wanted = all.map((one) => {
        const { name } = one.image;
        const place = places.get(name)?.place;
        const { from = [], to = [] } = caches.get(name) ?? {};
        const repository = place?.found.images.name ?? one.image.repository;
        const names = [one.content.tag, ...one.image.tags].map((tag) => `${repository}:${tag}`);
        const tags = settings.push === 'digest' ? [repository] : settings.push === 'tags' ? names.slice(0, 1) : names;
        return bakeImage(one, settings, { tags, loadedAs: names, cacheFrom: from, cacheTo: to });
    });
    return bakeOf(neededOf(wanted, names), names, root);
}
/** Those that are built, and what they are made from. */
function neededOf(all, names) {
    const needed = new Set();
    const visit = (name) => {
        if (needed.has(name))
            return;
        needed.add(name);
        const image = all.find((one) => one.name === name);
        for (const from of Object.values(image?.contexts ?? {}))
            if ('target' in from)
                visit(String(from.target));
    };
    names.forEach(visit);
    return all.filter(({ name }) => needed.has(name));
}
async function missingOf(images) {
    const looked = await Promise.all(images.map(async ({ place: { found } }) => found.ecr !== undefined && (await found.ecr.repository(found.path)) === undefined ? [found.path] : []));
    return [...new Set(looked.flat())].sort();
}
async function metBy({ remedy, tag }, names, byName) {
    if (remedy !== 'look')
        return undefined;
    const name = names.find((one) => byName.get(one)?.content.tag === tag);
    const image = name === undefined ? undefined : byName.get(name);
    if (name === undefined || image === undefined || tag === undefined)
        return undefined;
    const bytes = await image.place.found.images.manifest(tag);
    if (bytes === undefined)
        return undefined;
    if (image.decision.reason === 'forced') {
        throw new ended_badly/* DeployFailed */.N(`${name} was built anew, and its tag ${tag} stands for ${bytes.digest} and cannot be moved: this builder pushes tags only. Use one in a container (docker/setup-buildx-action).`);
    }
    return { name, digest: bytes.digest };
}

;// CONCATENATED MODULE: ./build-stage/image-build/choose-builder.js
// src/image-build/choose-builder.ts


/**
 * The builder that is there, or one of our own when that one cannot do what is asked. A cache alone is given up for it, with
 * a warning; several platforms and attestations are not.
 *
 * @throws DeployFailed when there is none that can
 */
async function chooseBuilder(needs, builder) {
    const seen = await builder.inspect(needs.named);
    if (seen.canExport || (!needs.index && !needs.cache)) {
        return chosen(needs, { name: needs.named, seen, isOurs: false, writesCache: seen.canExport }, []);
    }
    const cannot = `The builder ${seen.name} (${seen.driver}) can write neither a cache into a registry nor an index`;
    if (needs.named !== undefined) {
        if (needs.index) {
            throw new ended_badly/* DeployFailed */.N(`${cannot}, and several platforms or attestations are asked for: name another builder, or none, so that one is made.`);
        }
        return chosen(needs, { name: needs.named, seen, isOurs: false, writesCache: false }, [
            `${cannot}: none is written.`,
        ]);
    }
    try {
        const name = await builder.create({ hasHostNetwork: needs.isLocal });
        return chosen(needs, { name, seen: await builder.inspect(name), isOurs: true, writesCache: true }, []);
    }
    catch (error) {
        const why = (0,message_of/* messageOf */.b)(error).replace(/\.$/, '');
        if (needs.index) {
            throw new ended_badly/* DeployFailed */.N(`${cannot}, and one in a container could not be made for several platforms or attestations: ${why}.`, { cause: error });
        }
        const warning = `${cannot}, and one in a container could not be made: no cache is written. ${why}.`;
        return chosen(needs, { name: undefined, seen, isOurs: false, writesCache: false }, [warning]);
    }
}
function chosen({ platforms }, builder, warnings) {
    const { seen } = builder;
    const foreign = platforms.filter((one) => seen.platforms.length > 0 && !seen.platforms.includes(one));
    const emulated = foreign.length === 0
        ? []
        : [
            `The builder ${seen.name} says that it runs ${seen.platforms.join(', ')}, and not ${foreign.join(', ')}: a RUN for these fails, unless an emulator is set up (docker/setup-qemu-action).`,
        ];
    return { ...builder, pushesByDigest: seen.driver !== 'docker', warnings: [...warnings, ...emulated] };
}

;// CONCATENATED MODULE: ./build-stage/image-build/image-to-build.js
// src/image-build/image-to-build.ts
/** Whether what is pushed is an index: several platforms, or attestations beside an image. */
const isIndexed = ({ platforms, provenance, sbom }) => platforms.length > 1 || provenance !== 'off' || sbom !== false;

// EXTERNAL MODULE: ./build-stage/images/ecr-host.js
var ecr_host = __webpack_require__(7331);
// EXTERNAL MODULE: ./build-stage/images/reference.js
var reference = __webpack_require__(9431);
// EXTERNAL MODULE: ./build-stage/images/registry-choice.js
var registry_choice = __webpack_require__(4039);
;// CONCATENATED MODULE: ./build-stage/image-build/logins.js
// src/image-build/logins.ts




/**
 * Logins for every registry of ECR that the build speaks with: where images go, where bases come from, where caches are, and
 * those that were asked for. One for each host. Other registries are let in by Docker's own settings.
 */
async function loginsFor(images, caches, asked, registries) {
    const known = new Map(images.map(({ place: { found } }) => [found.host, () => found.login()]));
    const others = otherHosts(images, caches).filter((host) => (0,ecr_host/* ecrRegistry */.gO)(host) !== undefined);
    for (const host of [...others, ...asked]) {
        // Any repository of it: a login is for the whole registry.
        if (!known.has(host))
            known.set(host, async () => (await registries.repository(`${host}/any`)).login());
    }
    const logins = await Promise.all([...known.values()].map((login) => login()));
    const byHost = new Map(logins.flatMap((login) => (login === undefined ? [] : [[login.host, login]])));
    return [...byHost.values()];
}
/** Whether a registry that the build speaks with is on this machine. */
const speaksWithThisMachine = (images, caches) => [...images.map(({ place }) => place.found.host), ...otherHosts(images, caches)].some(registry_choice/* isLoopback */.U9);
/** Where bases come from and caches are. */
function otherHosts(images, caches) {
    const bases = images.flatMap((image) => image.bases.flatMap((base) => hostOf(base) ?? []));
    return [...bases, ...caches.flatMap((cache) => hostOfCache(cache) ?? [])];
}
function hostOf(image) {
    const reading = (0,reference/* parseReference */.F2)(image);
    return reading.ok ? reading.value.registry : undefined;
}
function hostOfCache(spec) {
    const reading = parseCacheSpec(spec);
    const ref = reading.ok ? reading.value.attributes.get('ref') : undefined;
    return ref === undefined ? undefined : hostOf(ref);
}

// EXTERNAL MODULE: ./build-stage/images/lifecycle-evaluation.js
var lifecycle_evaluation = __webpack_require__(925);
;// CONCATENATED MODULE: ./build-stage/image-build/registry-cache.js
// src/image-build/registry-cache.ts



/**
 * The caches of one image. That in the registry lies under a tag of its own for each set of platforms: one that another set
 * wrote would be thrown away by it.
 *
 * @param repository `host/path`
 * @param owner told when several images share the repository, so that they do not write over each other
 */
function cachesOf({ cache, cacheFrom, isWritten }, repository, platforms, mutability, owner) {
    if (cache === 'none')
        return { from: cacheFrom, to: [], warnings: [] };
    if (cache !== 'registry') {
        return { from: [...cache.map(readOnly), ...cacheFrom], to: isWritten ? cache : [], warnings: [] };
    }
    const tag = cacheTag(platforms, owner);
    const ref = `${repository}:${tag}`;
    const isFixed = mutability !== undefined && isFixedBy(mutability, tag);
    const attributes = 'mode=max,image-manifest=true,oci-mediatypes=true,ignore-error=true';
    return {
        from: [`type=registry,ref=${ref}`, ...cacheFrom],
        to: isWritten && !isFixed ? [`type=registry,ref=${ref},${attributes}`] : [],
        warnings: isWritten && isFixed
            ? [
                `The cache is read and not written: tags of ${repository} cannot be moved, ${tag} among them. Add an exclusion for buildcache* to the immutability of the repository, or say cache: none.`,
            ]
            : [],
    };
}
function cacheTag(platforms, owner) {
    const parts = [owner, ...platforms.map(platform/* formatPlatform */.Bq).sort()].flatMap((part) => part ?? []);
    return ['buildcache', ...parts.map((part) => part.replaceAll(/[^\w.-]/g, '-'))].join('-').slice(0, 128);
}
/** https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-tag-mutability.html */
function isFixedBy({ setting, exclusions }, tag) {
    const isExcluded = setting.endsWith('_WITH_EXCLUSION') && exclusions.some((pattern) => (0,lifecycle_evaluation/* takesTag */.xm)(pattern, tag));
    return setting.startsWith('IMMUTABLE') !== isExcluded;
}
/** What says how a cache is written has no meaning where it is read. https://docs.docker.com/build/cache/backends/ */
const WRITING = [
    'mode',
    'image-manifest',
    'oci-mediatypes',
    'ignore-error',
    'compression',
    'compression-level',
    'force-compression',
];
function readOnly(spec) {
    const reading = parseCacheSpec(spec);
    if (!reading.ok)
        return spec;
    const { type, attributes } = reading.value;
    // A local cache is read from one folder and written to another.
    const folder = type === 'local' && !attributes.has('src') ? attributes.get('dest') : undefined;
    const kept = [...attributes].filter(([key]) => !WRITING.includes(key) && key !== 'dest');
    const read = new Map([...kept, ...(folder === undefined ? [] : [['src', folder]])]);
    return formatCacheSpec({ type, attributes: read });
}

;// CONCATENATED MODULE: ./build-stage/images/dockerfile.js
// src/images/dockerfile.ts
/**
 * Reads what the Dockerfile takes from elsewhere; everything else stays text. It is never more than BuildKit would take:
 * stages that the target does not need count as well.
 * https://docs.docker.com/reference/dockerfile/
 *
 * @param args build arguments, which may choose the base
 * @param contexts names of named contexts, which stand for images and stages of the same name
 */
function sourcesOf(dockerfile, args, contexts = []) {
    const stages = new Set(contexts);
    const values = new Map();
    const images = new Set();
    const remotes = new Set();
    const open = new Set();
    let count = 0;
    const take = (given) => {
        const name = filledIn(given, values);
        if (name === undefined)
            open.add(given);
        else if (name !== 'scratch' && !stages.has(name) && !stages.has(name.toLowerCase()) && !/^\d+$/.test(name)) {
            images.add(name);
        }
    };
    for (const { word, rest } of instructionsOf(dockerfile)) {
        const words = rest.split(/\s+/).filter((part) => part !== '');
        const flags = words.filter((part) => part.startsWith('--'));
        const operands = words.filter((part) => !part.startsWith('--'));
        if (word === 'ARG' && count === 0) {
            for (const given of operands)
                declare(given, args, values);
        }
        else if (word === 'FROM') {
            take(unquoted(operands[0] ?? ''));
            count += 1;
            if (operands[1]?.toUpperCase() === 'AS' && operands[2] !== undefined)
                stages.add(operands[2].toLowerCase());
        }
        else if (word === 'COPY' || word === 'RUN') {
            for (const from of flags.flatMap((flag) => /(?:^--from=|[=,]from=)([^,\s]+)/.exec(flag)?.[1] ?? []))
                take(from);
        }
        else if (word === 'ADD' && !flags.some((flag) => flag.startsWith('--checksum='))) {
            for (const one of operands.slice(0, -1))
                if (isRemote(unquoted(one)))
                    remotes.add(unquoted(one));
        }
    }
    return { images: [...images], remotes: [...remotes], open: [...open] };
}
/** Names the bytes themselves, so that nothing can change behind it. */
const isPinned = (image) => /@sha(?:256|512):[0-9a-f]{64,128}$/.test(image);
/** https://docs.docker.com/reference/dockerfile/#adding-files-from-a-git-repository */
const isRemote = (source) => /^(?:https?|ftp|git|ssh):\/\/|^git@/.test(source);
function declare(given, args, values) {
    const [, name = '', fallback] = /^([^=]+)(?:=(.*))?$/s.exec(given) ?? [];
    const value = Object.hasOwn(args, name) ? args[name] : filledIn(unquoted(fallback ?? ''), values);
    if (value !== undefined && (value !== '' || fallback !== undefined))
        values.set(name, value);
}
const unquoted = (text) => text.replace(/^(["'])(.*)\1$/s, '$2');
/** The text with arguments put in; undefined when one has no value. https://docs.docker.com/reference/dockerfile/#environment-replacement */
function filledIn(text, values) {
    let isOpen = false;
    const filled = text.replace(/\$(?:\{(\w+)(?:(:?[-+])([^}]*))?\}|(\w+))/g, (_, braced, operator, word, bare) => {
        const value = values.get(braced ?? bare ?? '');
        const isThere = value !== undefined && (value !== '' || operator?.startsWith(':') !== true);
        if (operator?.endsWith('-'))
            return isThere ? value : (word ?? '');
        if (operator?.endsWith('+'))
            return isThere ? (word ?? '') : '';
        isOpen ||= value === undefined;
        return value ?? '';
    });
    return isOpen || filled === '' || filled.includes('$') ? undefined : filled;
}
/** Instructions with their lines joined; comments, parser directives and the bodies of here-documents are left out. */
function instructionsOf(text) {
    const continued = /^\s*#\s*escape\s*=\s*`/im.test(text.split(/^\s*[^#\s]/m)[0] ?? '') ? '`' : '\\';
    const instructions = [];
    const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
    for (let at = 0; at < lines.length; at += 1) {
        let line = lines[at] ?? '';
        if (/^\s*(#|$)/.test(line))
            continue;
        while (line.trimEnd().endsWith(continued) && at + 1 < lines.length) {
            at += 1;
            const next = lines[at] ?? '';
            line = line.trimEnd().slice(0, -1) + (/^\s*(#|$)/.test(next) ? continued : next);
        }
        const [, word = '', rest = ''] = /^\s*(\S+)\s*(.*)$/s.exec(line) ?? [];
        instructions.push({ word: word.toUpperCase(), rest });
        if (!/^(RUN|COPY|ADD)$/i.test(word))
            continue;
        for (const [, dash, end] of rest.matchAll(/<<(-?)\s*["']?([A-Za-z_][\w.]*)["']?/g)) {
            const isEnd = (line) => (dash === '-' ? line.replace(/^\t+/, '') : line) === end;
            const last = lines.findIndex((line, index) => index > at && isEnd(line));
            // Without an end it was none: `1<<N` of a shell.
            if (last !== -1)
                at = last;
        }
    }
    return instructions;
}

;// CONCATENATED MODULE: ./build-stage/images/content-tag.js
// src/images/content-tag.ts


/** The beginning of every tag that is made of content. */
const CONTENT_TAG = 'content-';
/** What is hashed, and in which order: another number makes every tag another one. */
const FORMAT = 1;
/**
 * The tag that stands for exactly this content. Two runs on two machines come to the same one; whatever could make another
 * image makes another tag.
 *
 * @param sha256 in hexadecimal, of the text in UTF-8
 * @throws Error when a path has a line break, which patterns do not speak of for certain
 */
function contentTag(content, sha256) {
    const odd = content.context.find(({ path }) => /[\r\n]/.test(path));
    if (odd !== undefined)
        throw new Error(`The name of a file in the build context has a line break: ${JSON.stringify(odd.path)}`);
    const { images, remotes, open } = sourcesOf(content.dockerfile, content.args, Object.keys(content.contexts));
    const bases = images.map((image) => [image, content.baseDigests[image] ?? '']);
    // Lists of lists: no name and no value can look like the end of one and the beginning of another.
    const hash = sha256(JSON.stringify([
        FORMAT,
        content.dockerfile,
        sorted(content.context.map(itemOf)),
        content.target ?? '',
        pairs(content.args),
        pairs(content.labels),
        [...new Set(content.platforms.map(platform/* formatPlatform */.Bq))].sort(),
        [content.attestations.provenance ?? '', content.attestations.sbom ?? ''],
        pairs(content.contexts),
        sorted(bases),
    ]));
    const unknown = images.filter((image) => !isPinned(image) && content.baseDigests[image] === undefined);
    return {
        tag: `${CONTENT_TAG}${hash}`,
        hash,
        blindTo: [
            ...unknown.map((image) => `a newer ${image}, which is named without its digest`),
            ...open.map((image) => `the image that ${image} stands for`),
            ...remotes.map((remote) => `what ${remote} answers`),
        ],
    };
}
function itemOf(item) {
    // Times do not enter: they never reach the image's cache key either, and a checkout makes new ones.
    if (item.kind === 'link')
        return [item.path, 'link', item.target];
    const mode = (item.mode & 0o7777).toString(8);
    return item.kind === 'folder'
        ? [item.path, 'folder', mode]
        : [item.path, 'file', mode, String(item.size), item.digest];
}
const pairs = (record) => sorted(Object.entries(record));
/** By code units of the first text, which is different for each. */
const sorted = (rows) => [...rows].sort(([a = ''], [b = '']) => (a < b ? -1 : a > b ? 1 : 0));

// EXTERNAL MODULE: ./build-stage/images/manifest.js
var images_manifest = __webpack_require__(6577);
// EXTERNAL MODULE: ./build-stage/images/scan-table.js
var scan_table = __webpack_require__(1284);
;// CONCATENATED MODULE: ./build-stage/actions/build-push/summary.js
// src/actions/build-push/summary.ts




/** The job summary: the images first, then what the scans found. */
function buildSummary(result) {
    const { outcome, reason, images, verdict, notes, tookMs } = result;
    const mark = outcome === 'planned' ? 'ℹ️' : isGood(outcome) ? '✅' : '❌';
    const parts = [
        `## ${mark} Images: ${outcome}`,
        cell(reason),
        ...(images.length === 0 ? [] : [table(images, outcome === 'planned'), `All of it took ${seconds(tookMs)}.`]),
        ...(verdict === undefined ? [] : ['### Scans', cell(verdict.reason), (0,scan_table/* scanTable */.S)(verdict)]),
        ...(notes.length === 0 ? [] : ['### Notes', notes.map((note) => `- ${cell(note)}`).join('\n')]),
    ];
    return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}
function table(images, isPlan) {
    const rows = images.map((image) => {
        const { name, repository, digest, imageId, tags, isBuilt, sentence, sizeBytes, tookMs, steps, cachedSteps } = image;
        // Of what fails in the middle, some images come to their end and some do not.
        const isDone = isPlan || (digest ?? imageId ?? tookMs) !== undefined;
        const cached = steps === undefined || cachedSteps === undefined || steps === 0
            ? ''
            : `, ${cachedSteps} of ${steps} steps cached`;
        const cells = [
            cell(name),
            `\`${repository}\`${tags.length === 0 ? '' : `<br>${tags.map((tag) => `\`${shortTag(tag)}\``).join(' ')}`}`,
            digest === undefined ? '' : `\`${(0,images_digest/* shortDigest */.VK)(digest)}\``,
            isBuilt ? (isDone ? 'yes' : 'not finished') : 'no',
            cell(whyOf(sentence)),
            sizeBytes === undefined ? '' : size(sizeBytes),
            tookMs === undefined ? '' : `${seconds(tookMs)}${cached}`,
        ];
        return `| ${cells.join(' | ')} |`;
    });
    return ['| Service | Image | Digest | Built | Why | Size | Time |', '|---|---|---|---|---|---|---|', ...rows].join('\n');
}
/** What stands behind "user is built:". */
const whyOf = (sentence) => sentence.replace(/^\S+ is (?:not )?built: /, '').replace(/\.$/, '');
/** That of the content is long, and only its beginning is for people. */
const shortTag = (tag) => tag.replace(/^(content-[0-9a-f]{12})[0-9a-f]+$/, '$1…');
const seconds = (ms) => ms < 60_000 ? `${(ms / 1_000).toFixed(1)} s` : (0,duration/* formatDuration */.a3)(Math.round(ms / 1_000) * 1_000);
/** In the decimal units that registries use. */
function size(bytes) {
    if (bytes < 1_000_000)
        return `${Math.max(1, Math.round(bytes / 1_000))} kB`;
    return bytes < 1_000_000_000 ? `${(bytes / 1_000_000).toFixed(1)} MB` : `${(bytes / 1_000_000_000).toFixed(2)} GB`;
}
/** What Docker and registries say must not become Markdown of its own. */
const cell = (text) => text
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_[\]|~]/g, '\\$&')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('@', '&#64;');

;// CONCATENATED MODULE: ./build-stage/actions/build-push/build.js
// src/actions/build-push/build.ts












/** From then on it is said how long a cache took to be written. */
const SLOW_CACHE_MS = 60_000;
/**
 * Builds and pushes what is to be built, and gives it the tag of its content.
 *
 * @throws DeployFailed, Interrupted; what had come to its end by then is in `carried`, and has its tag
 */
async function build(plan, inputs, carried, world) {
    const { clock, report, cancellation } = world;
    const builds = plan.images.filter(({ decision }) => decision.isBuilt);
    const caches = cachesFor(plan, inputs);
    const { settings } = plan;
    const cacheTexts = [...caches.values()].flatMap(({ from, to }) => [...from, ...to]);
    const builder = await world.builder();
    const chosen = await chooseBuilder({
        named: inputs.builder,
        index: isIndexed(settings),
        cache: [...caches.values()].some(({ to }) => to.some((spec) => !/^type=inline(,|$)/.test(spec))),
        platforms: settings.platforms.map(platform/* formatPlatform */.Bq),
        isLocal: speaksWithThisMachine(builds, cacheTexts),
    }, builder);
    const told = [...chosen.warnings, ...builds.flatMap(({ image }) => caches.get(image.name)?.warnings ?? [])];
    for (const warning of new Set(told))
        report.warn(warning);
    report.line(`Builder ${chosen.seen.name} (${describe(chosen)})`);
    const logins = () => loginsFor(builds, cacheTexts, inputs.registries, world.registries);
    await builder.logIn(await logins());
    const bake = bakeSettings(plan, inputs, chosen, world);
    const startedAt = clock.now();
    const done = await buildImages({
        images: builds,
        all: [...plan.images, ...plan.others],
        settings: bake.settings,
        caches: chosen.writesCache ? caches : build_readOnly(caches),
        chosen,
        root: world.root,
        secretValues: bake.secretValues,
        mostRetries: inputs.retries,
        onLine: byService(builds, report.line),
        logins,
    }, {
        clock,
        builder,
        random: world.random,
        line: report.line,
        signal: cancellation.signal,
    });
    const ends = await Promise.allSettled(builds.map((one) => settled(one, done, inputs, plan, carried, world)));
    report.line(`The solve took ${seconds(clock.now() - startedAt)}`);
    for (const note of cacheNotes(done.targets))
        carried.notes.push(note);
    const { end } = done;
    if (end.is === 'cancelled' || cancellation.reason !== undefined) {
        throw new ended_badly/* Interrupted */.j(`${cancellation.reason ?? 'The build was ended'}. Nothing is being built any more; no tag was put.`);
    }
    if (end.is === 'failed')
        throw new ended_badly/* DeployFailed */.N(failure(end.why, end.fault, end.failed));
    const broken = ends.find((one) => one.status === 'rejected');
    if (broken !== undefined)
        throw broken.reason;
}
const describe = ({ seen, isOurs }) => [
    isOurs ? `${seen.driver}, made for this step` : seen.driver,
    `buildx ${seen.buildxVersion}`,
    ...(seen.buildkitVersion === undefined ? [] : [`BuildKit ${seen.buildkitVersion}`]),
].join(', ');
/** The first line is the reason of the outputs: the step stands in it, and what it wrote does not, because it may be anything. */
function failure(why, { target, error }, failed) {
    const lines = error.split('\n').slice(-20).join('\n');
    const of = target === undefined ? '' : `${target}: `;
    const where = failed === undefined ? '' : `, in ${failed.step}`;
    const last = (failed?.lastLines ?? [])
        .map((line) => `  ${line}\n`)
        .join('')
        .slice(-2_000);
    return `${of}${why.charAt(0).toUpperCase()}${why.slice(1)}${where}.\n${last}${lines.slice(-2_500)}`;
}
/** The log has everything as it comes; each line says of which service it is. */
function byService(builds, line) {
    const width = Math.max(...builds.map(({ image }) => image.name.length));
    return ({ target, text }) => line(`${(target ?? '').padEnd(width)} | ${text}`);
}
function cachesFor({ images, settings, others }, inputs) {
    const isOffline = !inputs.push && !inputs.skipExisting;
    const { cacheFrom } = inputs;
    const request = {
        cache: isOffline && inputs.cache === 'registry' ? 'none' : inputs.cache,
        cacheFrom,
        isWritten: inputs.push,
    };
    const sharing = (repository) => [...images, ...others].filter(({ image }) => image.repository === repository).length;
    return new Map(images.map(({ image, place }) => [
        image.name,
        cachesOf(request, place.found.images.name, settings.platforms, place.repository?.mutability, sharing(image.repository) > 1 ? image.name : undefined),
    ]));
}
const build_readOnly = (caches) => new Map([...caches].map(([name, one]) => [name, { ...one, to: one.to.filter((spec) => /^type=inline(,|$)/.test(spec)) }]));
/** Secrets reach the child by names that say nothing. */
function bakeSettings({ settings }, inputs, { pushesByDigest }, { secrets, revision, source, clock }) {
    const rows = Object.entries(secrets).map(([id, value], index) => [id, `SLUICE_BUILD_SECRET_${index + 1}`, value]);
    return {
        settings: {
            ...settings,
            secrets: Object.fromEntries(rows.map(([id, variable]) => [id, variable])),
            ssh: inputs.ssh,
            push: inputs.push ? (pushesByDigest ? 'digest' : 'tags') : undefined,
            isLoaded: inputs.load,
            isPulled: inputs.pull,
            isCacheIgnored: inputs.noCache,
            revision,
            source,
            created: new Date(clock.now()).toISOString(),
        },
        secretValues: Object.fromEntries(rows.map(([, variable, value]) => [variable, value])),
    };
}
/** One image that came to its end: it is in the registry, with the platforms that were asked for, under the tag of its content. */
async function settled(one, { targets, met }, { push }, { settings }, carried, world) {
    const { image, place, content, decision } = one;
    const target = Object.hasOwn(targets, image.name) ? targets[image.name] : undefined;
    const known = {
        ...(target === undefined ? {} : { target }),
        ...(target?.imageId === undefined ? {} : { imageId: target.imageId }),
    };
    if (target !== undefined)
        carried.images.set(image.name, known);
    if (!push || (target === undefined && !met.has(image.name)))
        return;
    const { images } = place.found;
    const digest = met.get(image.name) ?? target?.digest ?? (await images.manifest(content.tag))?.digest;
    if (digest === undefined)
        throw new ended_badly/* DeployFailed */.N(`${image.name}: the builder did not say which digest it pushed.`);
    const bytes = await pushed(images, digest, world);
    const lost = lostPlatforms(bytes, settings.platforms);
    if (lost.length > 0)
        throw new ended_badly/* DeployFailed */.N(`${image.name}: ${digest} was pushed without ${lost.join(', ')}.`);
    carried.images.set(image.name, { ...known, digest, bytes });
    const put = await putTag(images, bytes, content.tag, world);
    if (isPut(put)) {
        carried.images.set(image.name, { ...known, digest, bytes, tags: [content.tag] });
    }
    else if (put.is === 'taken' && put.by !== undefined && decision.reason !== 'forced') {
        world.report.line(`${image.name}: an image of the same content was pushed meanwhile, and is taken (${put.by})`);
        const theirs = await pushed(images, put.by, world);
        carried.images.set(image.name, { ...known, digest: put.by, bytes: theirs, tags: [content.tag] });
    }
    else if (put.is === 'taken') {
        // Built anew, beside what the tag goes on standing for. Without any tag it would be the first that a lifecycle policy deletes.
        const own = `${content.tag}.${digest.replace(/^.*:/, '').slice(0, 12)}`;
        const kept = isPut(await putTag(images, bytes, own, world));
        carried.images.set(image.name, { ...known, digest, bytes, tags: kept ? [own] : [] });
        carried.notes.push(`${image.name}: ${put.sentence}`);
        world.report.warn(`${image.name}: the tag of its content still stands for the image that was built first. Runs find this one again where they know what is deployed (cluster, deployed-tag); else add an exclusion for ${CONTENT_TAG}* to the immutability of ${images.name}.`);
    }
    else {
        carried.notes.push(`${image.name}: ${put.sentence} Runs that skip what exists will find the older image.`);
    }
}
/** Of an index; an image alone is what was asked for, or nothing was. */
function lostPlatforms(bytes, asked) {
    const manifest = (0,image_facts/* manifestOf */.$V)(bytes);
    if (manifest.kind === 'image')
        return asked.length > 1 ? asked.slice(1).map(platform/* formatPlatform */.Bq) : [];
    return (0,platform/* platformDifference */.H3)(asked, (0,images_manifest/* childrenOf */.LU)(manifest).images.map(({ platform }) => platform)).missing;
}
function cacheNotes(targets) {
    return Object.entries(targets).flatMap(([name, { cacheExportMs, cacheError }]) => {
        if (cacheError !== undefined) {
            return [
                `${name}: the cache could not be written, so that the next build may find an older one or none: ${cacheError}`,
            ];
        }
        return cacheExportMs < SLOW_CACHE_MS
            ? []
            : [
                `${name}: writing the cache took ${seconds(cacheExportMs)}. A cache of mode=min, or cache: none, may be faster.`,
            ];
    });
}

// EXTERNAL MODULE: ./build-stage/retention/see-retention.js
var see_retention = __webpack_require__(7742);
// EXTERNAL MODULE: ./build-stage/retention/settle-retention.js + 4 modules
var settle_retention = __webpack_require__(3075);
;// CONCATENATED MODULE: ./build-stage/actions/build-push/retain.js
// src/actions/build-push/retain.ts



/**
 * The lifecycle policies of the repositories. The images are pushed: what goes wrong here is told and fails nothing.
 *
 * @returns what there is to say, each a sentence
 */
async function retain(images, inputs, world) {
    const { lifecycle } = inputs;
    if (lifecycle === 'off')
        return [];
    const clusters = clustersOf(images, inputs);
    if (clusters.length === 0 && lifecycle !== 'check') {
        return [
            'No lifecycle policy was put: no cluster is known whose services may run these images. Name them in clusters, or say none.',
        ];
    }
    try {
        const running = await (0,see_retention/* runningIn */.j)(clusters, world.use, world);
        const notes = [];
        for (const { found } of repositoriesOf(images)) {
            const { ecr, path } = found;
            const repository = ecr === undefined ? undefined : await ecr.repository(path);
            if (ecr === undefined || repository === undefined)
                continue;
            const { environments, keep, protectedTags, untaggedDays, keepOthers } = inputs;
            const seen = await (0,see_retention/* seeRetention */.K)({ ecr, repository, environments, keep, running }, world);
            const retention = { protectedTags, untaggedDays, keep: keepOthers };
            const settled = await (0,settle_retention/* settleRetention */.G)({ ecr, mode: lifecycle, retention, isDryRun: false }, seen, world);
            for (const line of settled.diff)
                world.report.line(`${path}: ${line}`);
            if (settled.is === 'put')
                notes.push(`The lifecycle policy of ${path} was put.`);
            if (settled.is === 'refused')
                notes.push(`The lifecycle policy of ${path} was not put.`);
            notes.push(...settled.sentences);
            for (const said of settled.is === 'refused' || settled.isEndangered ? settled.sentences : [])
                world.report.warn(said);
        }
        return notes;
    }
    catch (error) {
        const told = `The lifecycle policies could not be seen to: ${(0,message_of/* messageOf */.b)(error)}`;
        world.report.warn(told);
        return [told];
    }
}
function clustersOf(images, { clusters, cluster }) {
    if (clusters.length > 0)
        return clusters;
    return [...new Set(images.flatMap(({ image }) => image.entry.cluster ?? cluster ?? []))];
}
/** Services may share one. */
const repositoriesOf = (images) => [
    ...new Map(images.map(({ place }) => [place.found.images.name, place])).values(),
];

// EXTERNAL MODULE: ./build-stage/image-build/scan-gate.js
var scan_gate = __webpack_require__(3123);
// EXTERNAL MODULE: ./build-stage/spec/json-object.js
var json_object = __webpack_require__(4629);
// EXTERNAL MODULE: ./build-stage/images/findings.js
var findings = __webpack_require__(794);
;// CONCATENATED MODULE: ./build-stage/images/scan-file.js
// src/images/scan-file.ts




/** A report in it is not what it says; the reader of the file tells it. */
class Unreadable extends Error {
}
/** Reads the report of Trivy or Grype in their own JSON, or of any scanner in SARIF 2.1. What it is, it says itself. */
function readScanFile(text) {
    let value;
    try {
        value = JSON.parse(text.replace(/^\uFEFF/, ''));
    }
    catch {
        return (0,kind/* wrong */.Q)(text.trim() === '' ? 'is empty: the scanner wrote nothing' : 'is not JSON');
    }
    if (!(0,json_object/* isJsonObject */.O)(value))
        return (0,kind/* wrong */.Q)('is no JSON object');
    try {
        if (Array.isArray(value.runs))
            return (0,kind/* read */.L)(ofSarif(value.runs));
        if (Array.isArray(value.matches))
            return (0,kind/* read */.L)(ofGrype(value, value.matches));
        if (value.SchemaVersion !== undefined)
            return (0,kind/* read */.L)(ofTrivy(value));
    }
    catch (error) {
        if (error instanceof Unreadable)
            return (0,kind/* wrong */.Q)(error.message);
        throw error;
    }
    return (0,kind/* wrong */.Q)('is no report of Trivy (SchemaVersion), of Grype (matches) or in SARIF (runs)');
}
/** https://trivy.dev/latest/docs/configuration/reporting/#json */
function ofTrivy(report) {
    if (report.SchemaVersion !== 2)
        throw new Unreadable(`has Trivy's schema version ${JSON.stringify(report.SchemaVersion)} and not 2`);
    const results = listOf(report.Results);
    // Trivy leaves the member out when it found nothing that it could look into: that is no clean bill.
    if (report.Results === undefined || report.Results === null)
        throw new Unreadable('has no Results: Trivy found nothing in the image that it knows');
    const findings = results.flatMap((result) => listOf(result.Vulnerabilities).map((one) => ({
        id: textOf(one.VulnerabilityID),
        severity: severityIn(one.Severity),
        package: textOf(one.PkgName),
        version: textOf(one.InstalledVersion),
        fixedIn: textOf(one.FixedVersion),
        url: textOf(one.PrimaryURL),
    })));
    const repoDigests = objectOf(report.Metadata).RepoDigests;
    return { source: 'Trivy', findings, subjects: digestsIn(Array.isArray(repoDigests) ? repoDigests : []) };
}
/** https://github.com/anchore/grype/blob/main/grype/presenter/models/document.go */
function ofGrype(report, matches) {
    const findings = matches.map((match) => {
        if (!(0,json_object/* isJsonObject */.O)(match))
            throw new Unreadable('has a match that cannot be read');
        const [vulnerability, artifact] = [objectOf(match.vulnerability), objectOf(match.artifact)];
        const { versions } = objectOf(vulnerability.fix);
        return {
            id: textOf(vulnerability.id),
            severity: severityIn(vulnerability.severity),
            package: textOf(artifact.name),
            version: textOf(artifact.version),
            fixedIn: Array.isArray(versions) ? versions.map(textOf).join(', ') : '',
            url: textOf(vulnerability.dataSource),
        };
    });
    const target = objectOf(objectOf(report.source).target);
    const repoDigests = Array.isArray(target.repoDigests) ? target.repoDigests : [];
    return { source: 'Grype', findings, subjects: digestsIn([target.manifestDigest, ...repoDigests]) };
}
/**
 * https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html. Suppressions in the file are not heeded: what is put aside
 * stands in the allow-list, with a reason and a date.
 */
function ofSarif(runs) {
    if (runs.length === 0)
        throw new Unreadable('has no run: nothing was scanned');
    const names = new Set();
    const findings = runs.flatMap((run) => {
        if (!(0,json_object/* isJsonObject */.O)(run))
            throw new Unreadable('has a run that cannot be read');
        const driver = objectOf(objectOf(run.tool).driver);
        names.add(textOf(driver.name) || 'SARIF');
        if (listOf(run.invocations).some(({ executionSuccessful }) => executionSuccessful === false)) {
            throw new Unreadable(`says that ${textOf(driver.name) || 'the scanner'} did not end well`);
        }
        if (!Array.isArray(run.results))
            throw new Unreadable('has a run without results: it found nothing because it did not look');
        const rules = new Map(listOf(driver.rules).map((rule) => [textOf(rule.id), rule]));
        const indexed = listOf(driver.rules);
        return listOf(run.results)
            .filter(({ kind = 'fail' }) => kind === 'fail')
            .map((result) => ofSarifResult(result, ruleOf(result, rules, indexed)));
    });
    return { source: [...names].join(', '), findings, subjects: [] };
}
function ruleOf(result, byId, indexed) {
    const id = textOf(result.ruleId);
    const index = typeof result.ruleIndex === 'number' ? result.ruleIndex : -1;
    return byId.get(id) ?? indexed[index] ?? {};
}
function ofSarifResult(result, rule) {
    const [location] = listOf(result.locations);
    const place = objectOf(objectOf(objectOf(location).physicalLocation).artifactLocation);
    // Trivy and Grype write package and versions into the message, each its own way; GitHub reads the score alone.
    const message = textOf(objectOf(result.message).text);
    const line = (name) => new RegExp(`^${name}: *(.+)$`, 'im').exec(message)?.[1]?.trim() ?? '';
    return {
        id: textOf(result.ruleId) || textOf(rule.id),
        severity: sarifSeverity(result, rule),
        package: line('Package') || textOf(place.uri),
        version: line('Installed Version'),
        fixedIn: line('Fixed Version'),
        url: textOf(rule.helpUri),
    };
}
/** https://docs.github.com/en/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning#reportingdescriptor-object */
function sarifSeverity(result, rule) {
    const score = objectOf(rule.properties)['security-severity'] ?? objectOf(result.properties)['security-severity'];
    const number = typeof score === 'number' ? score : Number.parseFloat(textOf(score));
    if (Number.isFinite(number))
        return (0,findings/* severityOfScore */.FL)(number);
    const level = textOf(result.level) || textOf(objectOf(rule.defaultConfiguration).level) || 'warning';
    const known = { error: 'high', warning: 'medium', note: 'low', none: 'negligible' };
    return Object.hasOwn(known, level) ? known[level] : 'unknown';
}
function severityIn(value) {
    // Grype leaves it out, or empty, where no source has judged.
    const word = textOf(value) || 'unknown';
    const severity = (0,findings/* severityOf */.xJ)(word);
    if (severity === undefined)
        throw new Unreadable(`has a severity that is not known here (${JSON.stringify(word)})`);
    return severity;
}
const digestsIn = (values) => [
    ...new Set(values.map((value) => textOf(value).replace(/^.*@/, '')).filter(images_digest/* isDigest */.Bc)),
];
const objectOf = (value) => ((0,json_object/* isJsonObject */.O)(value) ? value : {});
const textOf = (value) => (typeof value === 'string' ? value : '');
function listOf(value) {
    if (value === undefined || value === null)
        return [];
    if (!Array.isArray(value) || !value.every(json_object/* isJsonObject */.O))
        throw new Unreadable('has a list that cannot be read');
    return value;
}

// EXTERNAL MODULE: ./build-stage/images/scan-gate.js + 1 modules
var images_scan_gate = __webpack_require__(1778);
;// CONCATENATED MODULE: ./build-stage/actions/build-push/scans.js
// src/actions/build-push/scans.ts




/** @throws InputError with every report that cannot be read: nothing was scanned then */
async function readReports({ scanFiles }, images, { readFile }) {
    if (scanFiles === undefined)
        return new Map();
    const paths = images.map(({ name }) => [name, typeof scanFiles === 'string' ? scanFiles : (scanFiles[name] ?? '')]);
    const problems = [];
    const reports = new Map();
    for (const [name = '', path = ''] of paths) {
        const reading = readScanFile(await readFile('scan-files', path));
        if (reading.ok)
            reports.set(name, reading.value);
        else
            problems.push({ input: 'scan-files', value: path, wrong: reading.wrong });
    }
    if (problems.length > 0)
        throw new input_error/* InputError */.d(problems);
    return reports;
}
/** What the scans say of all images together; waits for those that have not ended. */
async function verdictOf(images, rule, reports, { scanTimeout }, world) {
    const { clock, cancellation } = world;
    const scanned = await Promise.all(images.map(async ({ one: { image, place }, digest }) => {
        const report = reports.get(image.name);
        return report === undefined
            ? (0,scan_gate/* scanOf */.r)(place.found, digest, image.name, { clock, signal: cancellation.signal }, scanTimeout)
            : [await (0,scan_gate/* scannedBy */.Y)(report, place.found, digest, image.name)];
    }));
    return (0,images_scan_gate.judgeScans)(scanned.flat(), rule);
}

;// CONCATENATED MODULE: ./build-stage/actions/build-push/carry-out.js
// src/actions/build-push/carry-out.ts










/**
 * Repositories, build, the tag of the content, the gate, the other tags, what is kept: in this order, so that a tag stands for
 * nothing that was kept back, and what was built need not be built again.
 *
 * @throws InputError, AccessError, Unanswered, DeployFailed, Interrupted
 */
async function carryOut(plan, asked, carried, world) {
    const { inputs, rule, reports } = asked;
    const { report } = world;
    for (const { found } of plan.missing) {
        if (!inputs.push)
            break;
        (0,image_copy_world/* goOn */.AC)(world);
        const { arn } = await createRepository(found, settingsOf(inputs));
        report.line(`${found.path} was created: ${arn}`);
    }
    if (plan.images.some(({ decision }) => decision.isBuilt))
        await build(plan, inputs, carried, world);
    (0,image_copy_world/* goOn */.AC)(world);
    await held(plan.images, inputs, carried, world);
    const images = plan.images.flatMap((one) => {
        const digest = carried.images.get(one.image.name)?.digest;
        return digest === undefined ? [] : [{ one, digest }];
    });
    if (rule !== undefined && images.length > 0) {
        report.line(reports.size > 0 ? 'The reports are judged' : 'The scans are waited for');
        carried.verdict = await verdictOf(images, rule, reports, inputs, world);
        for (const warning of carried.verdict.warnings)
            report.warn(warning);
        (0,image_copy_world/* goOn */.AC)(world);
        report.line(carried.verdict.reason);
        if (!carried.verdict.isPassed)
            return;
    }
    if (inputs.push)
        await tag(plan.images, carried, world);
    if (inputs.push && inputs.lifecycle !== 'off')
        carried.notes.push(...(await retain(plan.images, inputs, world)));
}
/** What was not built is looked at as well, so that its digest, its size and its tags are those of the registry. */
async function held(images, { push }, carried, world) {
    await Promise.all(images.map(async ({ image, place, decision, content }) => {
        const { name } = image;
        const known = carried.images.get(name) ?? {};
        const digest = known.digest ?? (decision.isBuilt ? undefined : decision.digest);
        if (digest === undefined)
            return;
        const { images: repository } = place.found;
        const bytes = known.bytes ?? (await pushed(repository, digest, world));
        const sizeBytes = await (0,image_facts/* sizeOf */.$d)(repository, bytes);
        const tags = known.tags ?? (decision.reason === 'same-content' ? [content.tag] : []);
        carried.images.set(name, { ...known, digest, bytes, sizeBytes, tags });
        if (!push)
            return;
        world.report.line(`${name}: ${repository.name}@${digest}`);
    }));
}
/** The tags that were asked for. An image that has them already is left alone. */
async function tag(images, carried, world) {
    const problems = [];
    await Promise.all(images.map(async ({ image, place }) => {
        const known = carried.images.get(image.name);
        if (known?.bytes === undefined)
            return;
        for (const name of image.tags) {
            (0,image_copy_world/* goOn */.AC)(world);
            const put = await putTag(place.found.images, known.bytes, name, world);
            if (isPut(put)) {
                const { tags = [], ...rest } = carried.images.get(image.name) ?? {};
                carried.images.set(image.name, { ...rest, tags: [...tags, name] });
                if (put.is === 'put') {
                    world.report.line(`${image.name}: ${shortTag(name)} stands for ${(0,images_digest/* shortDigest */.VK)(known.bytes.digest)} now`);
                }
            }
            else
                problems.push(`${image.name}: ${put.sentence}`);
        }
    }));
    if (problems.length > 0)
        throw new ended_badly/* DeployFailed */.N(problems.sort().join('\n'));
}

;// CONCATENATED MODULE: ./build-stage/actions/build-push/images-of.js
// src/actions/build-push/images-of.ts




/**
 * What is to be built, by the inputs and the services file.
 *
 * @param file undefined for one image
 * @throws InputError with every problem
 */
function imagesOf(inputs, file) {
    const wanted = file === undefined ? one(inputs) : ofServices(inputs, file);
    const all = [...wanted.images, ...wanted.others];
    const problems = [...tagProblems(wanted.images), ...scanFileProblems(inputs, wanted.images), ...twins(all)];
    if (problems.length > 0)
        throw new input_error/* InputError */.d(problems);
    return wanted;
}
function one(inputs) {
    const { repository = '', context, dockerfile, target, buildContexts } = inputs;
    const name = shortName(repository);
    const entry = {
        name,
        service: name,
        strategy: 'rolling',
        dependsOn: [],
        ...(context === undefined ? {} : { context }),
        ...(dockerfile === undefined ? {} : { dockerfile }),
        buildContexts: Object.entries(buildContexts).map(([key, from]) => `${key}=${from}`),
    };
    const image = {
        name,
        repository,
        ...placesIn(entry),
        ...(target === undefined ? {} : { target }),
        args: inputs.buildArgs,
        contexts: contextsOf(entry),
        tags: tagsFor(inputs, name),
        entry,
        problem: (member, wrong) => ({ input: member, wrong }),
    };
    return { file: { fileName: '', services: [entry], sharedPaths: [], places: new Map() }, images: [image], others: [] };
}
/** `123….amazonaws.com/team/shop.api` is `shop-api`: a name for a target of bake. */
function shortName(repository) {
    const reading = (0,registry_choice/* parseRepository */.SU)(repository);
    const path = reading.ok ? reading.value.path : repository;
    return path.slice(path.lastIndexOf('/') + 1).replaceAll(/[^A-Za-z0-9_-]/g, '-');
}
function ofServices(inputs, file) {
    const selection = inputs.services === undefined || inputs.services === 'changed' ? 'all' : inputs.services;
    const { services, problems } = (0,services_file_select.selectServices)(file, selection, []);
    const wrong = problems.map(({ name, ...problem }) => ({ input: 'services', value: name, ...problem }));
    const forced = inputs.rebuild === 'all' ? [] : inputs.rebuild;
    const unknown = forced.find((name) => !file.services.some((service) => service.name === name));
    if (unknown !== undefined)
        wrong.push({ input: 'rebuild', value: unknown, wrong: `is no service of ${file.fileName}` });
    const asked = new Set(services.map(({ name }) => name));
    const needed = neededBy(services, file, wrong);
    const entries = file.services.filter(({ name }) => needed.has(name));
    const images = entries.flatMap((entry) => imageOfEntry(entry, inputs, file, wrong));
    if (wrong.length > 0)
        throw new input_error/* InputError */.d(wrong);
    return {
        file,
        images: images.filter(({ name }) => asked.has(name)),
        others: images.filter(({ name }) => !asked.has(name)),
    };
}
/** The services, and those whose images theirs are made from. */
function neededBy(services, file, wrong) {
    const needed = new Set();
    const visit = (entry) => {
        if (needed.has(entry.name))
            return;
        needed.add(entry.name);
        for (const from of Object.values(contextsOf(entry))) {
            if (!('target' in from))
                continue;
            const other = file.services.find(({ name }) => name === from.target);
            if (other !== undefined)
                visit(other);
            else {
                const what = `names ${JSON.stringify(from.target)}, which is no service of this file`;
                wrong.push(atEntry(file, entry, 'build-contexts', what));
            }
        }
    };
    services.forEach(visit);
    return needed;
}
function imageOfEntry(entry, inputs, file, wrong) {
    const { name, ecrRepository, target } = entry;
    const problem = (member, what) => atEntry(file, entry, member, what);
    if (ecrRepository === undefined) {
        wrong.push(problem('repository', 'is not said: which repository its image is pushed to'));
        return [];
    }
    const own = (entry.buildArgs ?? []).map((argument) => {
        const at = argument.indexOf('=');
        return [argument.slice(0, at), argument.slice(at + 1)];
    });
    return [
        {
            name,
            repository: ecrRepository,
            ...placesIn(entry),
            ...(target === undefined ? {} : { target }),
            args: { ...inputs.buildArgs, ...Object.fromEntries(own) },
            contexts: contextsOf(entry),
            tags: tagsFor(inputs, name),
            entry,
            problem,
        },
    ];
}
const MEMBERS = { repository: 'ecr-repository' };
const atEntry = (file, { name }, member, wrong) => ({
    // The tags are those of the input, whatever service has them.
    input: member === 'tags' ? 'tags' : 'services-file',
    wrong: member === 'tags'
        ? wrong
        : `is wrong at ${file.places.get(name)}: ${MEMBERS[member] ?? member} of ${name} ${wrong}`,
});
function placesIn({ context = '.', dockerfile }) {
    const folder = plain(context);
    return { context: folder, dockerfile: plain(dockerfile ?? (folder === '' ? 'Dockerfile' : `${folder}/Dockerfile`)) };
}
const plain = (path) => path
    .replace(/^(\.?\/)+/, '')
    .replace(/^\.$/, '')
    .replace(/\/$/, '');
function contextsOf({ buildContexts = [] }) {
    const rows = buildContexts.map((given) => {
        const at = given.indexOf('=');
        const [key, from] = [given.slice(0, at), given.slice(at + 1)];
        if (from.startsWith('service:'))
            return [key, { target: from.slice('service:'.length) }];
        return [
            key,
            from.startsWith('docker-image://') ? { image: from.slice('docker-image://'.length) } : { folder: plain(from) },
        ];
    });
    return Object.fromEntries(rows);
}
/** With the name of the service put in. */
const named = (pattern, name) => pattern.replaceAll('{name}', name);
const tagsFor = ({ tags }, name) => [
    ...new Set(tags.map((pattern) => named(pattern, name))),
];
/** A tag stands for one image of a repository. */
function tagProblems(images) {
    const owners = new Map();
    const problems = [];
    for (const { name, repository, tags, problem } of images) {
        for (const tag of tags) {
            const reading = (0,reference/* parseTag */.ED)(tag);
            if (!reading.ok)
                problems.push(problem('tags', `has for ${name} a tag that ${reading.wrong}`));
            const owner = owners.get(`${repository}:${tag}`);
            if (owner !== undefined) {
                const wrong = `has ${tag}, which would stand for the images of ${owner} and ${name}, both in ${repository}: put {name} into it`;
                problems.push(problem('tags', wrong));
            }
            owners.set(`${repository}:${tag}`, owner ?? name);
        }
    }
    return problems;
}
function scanFileProblems({ scanFiles }, images) {
    if (scanFiles === undefined)
        return [];
    if (typeof scanFiles === 'string') {
        return images.length === 1
            ? []
            : [{ input: 'scan-files', wrong: `is one report for ${images.length} images: say service=path for each` }];
    }
    const names = images.map(({ name }) => name);
    const unknown = Object.keys(scanFiles).filter((name) => !names.includes(name));
    const missing = names.filter((name) => !Object.hasOwn(scanFiles, name));
    return [
        ...unknown.map((name) => ({ input: 'scan-files', wrong: `names ${name}, which is not among the images` })),
        ...missing.map((name) => ({ input: 'scan-files', wrong: `has no report for ${name}` })),
    ];
}
/** Names that differ in the file may be the same for buildx no more than for people. */
function twins(images) {
    const first = new Map();
    return images.flatMap(({ name, problem }) => {
        const key = name.toLowerCase();
        const other = first.get(key);
        first.set(key, other ?? name);
        return other === undefined ? [] : [problem('repository', `is called ${name}, and another one ${other}`)];
    });
}

;// CONCATENATED MODULE: ./build-stage/images/ignore-pattern.js
// src/images/ignore-pattern.ts

/**
 * Reads a pattern, already trimmed and cleaned. Refused is what fails the build, and the little that BuildKit's matcher
 * reads as something that nobody can have meant: whoever skips a build must know exactly what was in it.
 */
function readIgnorePattern(given) {
    const isException = given.startsWith('!');
    const text = isException ? given.slice(1) : given;
    if (text === '')
        return (0,kind/* wrong */.Q)('takes nothing back: a path after the ! is missing');
    const tokens = tokensOf(text);
    return tokens.ok ? (0,kind/* read */.L)({ text, isException, matches: matcherOf(tokens.value) }) : tokens;
}
function tokensOf(text) {
    const letters = [...text];
    const tokens = [];
    /** Whether anything but letters and a `**` in front was read. */
    let isPlain = true;
    let leading = 'none';
    for (let at = 0; at < letters.length; at += 1) {
        const letter = letters[at] ?? '';
        if (letter === '*' && letters[at + 1] === '*') {
            const isFirst = at === 0;
            at += letters[at + 2] === '/' ? 2 : 1;
            const isLast = at === letters.length - 1;
            if (isFirst && !isLast)
                leading = letters[at] === '/' ? '**/' : '**';
            else
                isPlain &&= isLast && leading === 'none';
            tokens.push({ is: isLast ? 'all' : 'folders' });
        }
        else if (letter === '*' || letter === '?') {
            isPlain = false;
            tokens.push({ is: letter === '*' ? 'name' : 'one' });
        }
        else if (letter === '[') {
            isPlain = false;
            const end = classAt(letters, at);
            if (!end.ok)
                return end;
            tokens.push(end.value.token);
            at = end.value.last;
        }
        else if (letter === '\\') {
            isPlain = false;
            at += 1;
            const escaped = letters[at];
            if (escaped === undefined)
                return (0,kind/* wrong */.Q)('ends with a \\ that nothing follows');
            if (/[A-Za-z0-9]/.test(escaped))
                return (0,kind/* wrong */.Q)(`has \\${escaped}, which BuildKit reads as a regular expression`);
            tokens.push({ is: 'letter', letter: escaped });
        }
        else {
            isPlain &&= letter !== ']';
            tokens.push(letter === '^' ? { is: 'beginning' } : { is: 'letter', letter });
        }
    }
    if (isPlain) {
        // Nothing but letters after the `**`: the matcher compares ends of texts, and knows no folders.
        const letters = tokens.map((token) => (token.is === 'beginning' ? caret : token));
        return (0,kind/* read */.L)(leading === '**' ? [{ is: 'all' }, ...letters.slice(1)] : letters);
    }
    return (0,kind/* read */.L)(tokens);
}
const caret = { is: 'letter', letter: '^' };
/** A class such as `[a-z]`. https://pkg.go.dev/path/filepath#Match says which there are. */
function classAt(letters, first) {
    const broken = (0,kind/* wrong */.Q)('has a [ that no class such as [a-z] follows');
    const isNegated = letters[first + 1] === '^';
    const ranges = [];
    let at = first + (isNegated ? 2 : 1);
    const next = () => {
        let letter = letters[at];
        if (letter === undefined || letter === '-' || letter === ']')
            return broken;
        if ('*?['.includes(letter))
            return (0,kind/* wrong */.Q)(`has ${letter} within [ ], which BuildKit reads as a wildcard even there`);
        if (letter === '\\') {
            at += 1;
            letter = letters[at];
            if (letter === undefined)
                return broken;
            if (/[A-Za-z0-9]/.test(letter))
                return (0,kind/* wrong */.Q)(`has \\${letter}, which BuildKit reads as a regular expression`);
        }
        at += 1;
        return (0,kind/* read */.L)(letter);
    };
    while (letters[at] !== ']' || ranges.length === 0) {
        const low = next();
        if (!low.ok)
            return low;
        let high = low;
        if (letters[at] === '-') {
            at += 1;
            high = next();
            if (!high.ok)
                return high;
        }
        if ((low.value.codePointAt(0) ?? 0) > (high.value.codePointAt(0) ?? 0)) {
            return (0,kind/* wrong */.Q)(`has the range ${low.value}-${high.value}, which runs backwards`);
        }
        ranges.push([low.value, high.value]);
    }
    return (0,kind/* read */.L)({ token: { is: 'class', isNegated, ranges }, last: at });
}
function matcherOf(tokens) {
    const isLetter = (token) => token?.is === 'letter';
    const textOf = (some) => some.map((token) => (token.is === 'letter' ? token.letter : '')).join('');
    const head = tokens.findIndex((token) => !isLetter(token));
    const whole = textOf(tokens);
    if (head === -1)
        return (path) => path === whole;
    const tail = tokens.findLastIndex((token) => !isLetter(token)) + 1;
    const [begins, ends] = [textOf(tokens.slice(0, head)), textOf(tokens.slice(tail))];
    // What begins or ends otherwise, most of a context, need not be walked.
    return (path) => path.startsWith(begins) && path.endsWith(ends) && walks(tokens, path);
}
/**
 * Walks the path once, with all the places in the pattern that it may have come to: a regular expression of many wildcards
 * would go back and forth for minutes.
 */
function walks(tokens, path) {
    let at = new Set();
    /** Places of `folders` within which the path is. */
    let within = new Set();
    const enter = (place, into, isFirst) => {
        into.add(place);
        const is = tokens[place]?.is;
        const mayBeNothing = is === 'name' || is === 'all' || is === 'folders' || (is === 'beginning' && isFirst);
        if (mayBeNothing)
            enter(place + 1, into, isFirst);
    };
    enter(0, at, true);
    for (const letter of path) {
        const next = new Set();
        const nextWithin = new Set();
        for (const place of at) {
            const token = tokens[place];
            if (token === undefined || token.is === 'beginning')
                continue;
            if (token.is === 'folders')
                nextWithin.add(place);
            else if (token.is === 'all' || (token.is === 'name' && letter !== '/'))
                enter(place, next, false);
            else if (takesOne(token, letter))
                enter(place + 1, next, false);
        }
        for (const place of within)
            nextWithin.add(place);
        if (letter === '/')
            for (const place of nextWithin)
                enter(place + 1, next, false);
        at = next;
        within = nextWithin;
        if (at.size === 0 && within.size === 0)
            return false;
    }
    return at.has(tokens.length);
}
function takesOne(token, letter) {
    if (token.is === 'letter')
        return token.letter === letter;
    if (token.is === 'one')
        return letter !== '/';
    if (token.is !== 'class')
        return false;
    const code = letter.codePointAt(0) ?? 0;
    const isIn = token.ranges.some(([low, high]) => code >= (low.codePointAt(0) ?? 0) && code <= (high.codePointAt(0) ?? 0));
    return isIn !== token.isNegated;
}

;// CONCATENATED MODULE: ./build-stage/images/ignore-file.js
// src/images/ignore-file.ts

/**
 * Which file counts, from the most to the least: one that is named after the Dockerfile and lies beside it, or the one at the
 * top of the context. They are not put together. https://docs.docker.com/build/concepts/context/#filename-and-location
 *
 * @param dockerfile its path
 */
const ignoreFilesOf = (dockerfile) => [
    `${dockerfile}.dockerignore`,
    '.dockerignore',
];
/** What Go calls white space. https://pkg.go.dev/unicode#IsSpace */
const SPACE = '[\\t\\n\\v\\f\\r \\u0085\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]';
const AROUND = new RegExp(`^${SPACE}+|${SPACE}+$`, 'g');
const trim = (text) => text.replaceAll(AROUND, '');
/** Reads the file as BuildKit does: comments only at the beginning of a line, paths cleaned, a `/` in front without meaning. */
function readIgnoreFile(text) {
    const problems = [];
    const patterns = [];
    for (const [index, line] of text
        .replace(/^\uFEFF/, '')
        .split(/\r?\n/)
        .entries()) {
        const given = trim(line);
        if (line.startsWith('#') || given === '')
            continue;
        const isException = given.startsWith('!');
        const path = trim(isException ? given.slice(1) : given);
        const plain = path === '' ? '' : cleaned(path);
        const fromTop = plain.length > 1 ? plain.replace(/^\//, '') : plain;
        // The matcher cleans what the reader has cleaned, this time with the ! in front: `!../../x` loses it.
        const pattern = cleaned(`${isException ? '!' : ''}${fromTop}`);
        const reading = readIgnorePattern(pattern);
        if (reading.ok)
            patterns.push(reading.value);
        else
            problems.push({ line: index + 1, wrong: `the pattern ${JSON.stringify(given)} ${reading.wrong}` });
    }
    return problems.length > 0 ? { ok: false, problems } : { ok: true, patterns };
}
/** The shortest path that means the same. https://pkg.go.dev/path#Clean */
function cleaned(path) {
    const isRooted = path.startsWith('/');
    const parts = [];
    for (const part of path.split('/')) {
        if (part === '' || part === '.')
            continue;
        if (part !== '..')
            parts.push(part);
        else if (parts.length > 0 && parts.at(-1) !== '..')
            parts.pop();
        else if (!isRooted)
            parts.push(part);
    }
    const plain = parts.join('/');
    if (isRooted)
        return `/${plain}`;
    return plain === '' ? '.' : plain;
}
/**
 * Whether a path is left out of the context. The last pattern that speaks of it decides; what speaks of a folder speaks of
 * all below it.
 *
 * @param parent what was found for the folder that the path is in; undefined at the top
 */
function ignored(patterns, path, parent) {
    let isIgnored = false;
    const matched = patterns.map((pattern, index) => {
        const ofParent = parent?.matched[index] === true;
        // A pattern that could change nothing is not asked, and has then not matched for the children either.
        const isMatch = ofParent || (pattern.isException === isIgnored && pattern.matches(path));
        if (isMatch)
            isIgnored = !pattern.isException;
        return isMatch;
    });
    return { isIgnored, matched };
}

;// CONCATENATED MODULE: ./build-stage/images/context-listing.js
// src/images/context-listing.ts

/**
 * Everything that BuildKit would be sent, in the order of the paths. A folder that is left out is not looked into unless an
 * exception may lead there; when one does, the folders on the way are sent as well.
 * https://github.com/tonistiigi/fsutil (FilterFS)
 *
 * @throws Error when a file is gone before it was read
 */
async function listContext(folder, patterns) {
    const taken = [];
    const hasExceptions = patterns.some(({ isException }) => isException);
    const walk = async (path, parent, way) => {
        for (const entry of await folder.entries(path)) {
            const found = ignored(patterns, entry.path, parent);
            if (!found.isIgnored)
                taken.push(...way, entry);
            if (entry.kind === 'folder' && (!found.isIgnored || hasExceptions)) {
                await walk(entry.path, found, found.isIgnored ? [...way, entry] : []);
            }
        }
    };
    await walk('', undefined, []);
    // Two branches below one folder that is left out both bring it along.
    const unique = [...new Map(taken.map((entry) => [entry.path, entry])).values()].sort(byPath);
    const files = unique.filter((entry) => entry.kind === 'file').map(({ path }) => path);
    const digests = await folder.digests(files);
    return unique.map((entry) => {
        if (entry.kind !== 'file')
            return entry;
        const digest = digests.get(entry.path);
        if (digest === undefined)
            throw new Error(`${entry.path} went away while the build context was read`);
        return { ...entry, digest };
    });
}
/** By code units, so that it is the same on every machine. */
const byPath = (a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0);

;// CONCATENATED MODULE: ./build-stage/image-build/content.js
// src/image-build/content.ts






/** @throws InputError with everything that is not there or cannot be read */
async function readImages(images, world) {
    const problems = [];
    const read = await Promise.all(images.map((image) => readImage(image, world, problems)));
    if (problems.length > 0)
        throw new input_error/* InputError */.d(unique(problems));
    return read.filter((one) => one !== undefined);
}
/** Services that share a file share its faults. */
const unique = (problems) => [
    ...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values(),
];
async function readImage(image, world, problems) {
    const dockerfile = await world.textOf(image.dockerfile);
    if (dockerfile === undefined) {
        const where = image.dockerfile === '' ? 'the Dockerfile' : image.dockerfile;
        problems.push(image.problem('dockerfile', `cannot be read: there is no file ${where}`));
    }
    const patterns = await patternsOf(image, world, problems);
    const context = await listed(image.context, patterns, world, (wrong) => image.problem('context', wrong), problems);
    const folders = new Map();
    for (const [name, from] of Object.entries(image.contexts)) {
        if (!('folder' in from))
            continue;
        const tell = (wrong) => image.problem('build-contexts', `${name} ${wrong}`);
        const ignore = await ignoreAt(`${content_plain(from.folder)}/.dockerignore`, image, world, problems);
        folders.set(name, await listed(from.folder, ignore ?? [], world, tell, problems));
    }
    if (dockerfile === undefined)
        return undefined;
    const { images: bases } = sourcesOf(dockerfile, image.args, Object.keys(image.contexts));
    const named = Object.values(image.contexts).flatMap((from) => ('image' in from ? [from.image] : []));
    return {
        image,
        dockerfile,
        context,
        folders,
        openBases: [...bases, ...named].filter((base) => !isPinned(base)),
        bases: [...bases, ...named],
    };
}
async function patternsOf(image, world, problems) {
    const [beside, atTop] = ignoreFilesOf(image.dockerfile);
    const own = await ignoreAt(beside, image, world, problems);
    return own ?? (await ignoreAt(content_below(image.context, atTop), image, world, problems)) ?? [];
}
async function ignoreAt(path, image, world, problems) {
    const text = await world.textOf(path);
    if (text === undefined)
        return undefined;
    const reading = readIgnoreFile(text);
    if (reading.ok)
        return reading.patterns;
    for (const { line, wrong } of reading.problems)
        problems.push(image.problem('context', `has ${path}:${line}: ${wrong}`));
    return [];
}
async function listed(folder, patterns, world, problem, problems) {
    try {
        return await listContext(world.folder(folder), patterns);
    }
    catch (error) {
        const { code, message } = error;
        const wrong = code === 'ENOENT' || code === 'ENOTDIR'
            ? `cannot be read: there is no folder ${folder}`
            : `cannot be read: ${message}`;
        problems.push(problem(wrong));
        return [];
    }
}
const content_plain = (path) => path
    .replace(/^(\.?\/)+/, '')
    .replace(/^\.$/, '')
    .replace(/\/$/, '');
const content_below = (folder, path) => (content_plain(folder) === '' ? path : `${content_plain(folder)}/${path}`);
/**
 * @param baseDigests what open bases stand for now, as far as someone looked
 * @throws InputError when images are made from each other in a circle
 */
function tagged(images, settings, baseDigests, sha256) {
    const byName = new Map(images.map((one) => [one.image.name, one]));
    const done = new Map();
    const tag = (one, way) => {
        const { image } = one;
        const known = done.get(image.name);
        if (known !== undefined)
            return known;
        if (way.includes(image.name)) {
            const circle = [...way.slice(way.indexOf(image.name)), image.name].join(' → ');
            throw new input_error/* InputError */.d([
                image.problem('build-contexts', `closes a circle, so that none can be built first: ${circle}`),
            ]);
        }
        const contexts = Object.entries(image.contexts).map(([name, from]) => {
            if ('image' in from)
                return [name, baseDigests[from.image] ?? from.image];
            if ('folder' in from)
                return [name, sha256(JSON.stringify(one.folders.get(name)?.map(itemText)))];
            const other = byName.get(from.target);
            if (other === undefined)
                throw new Error(`${image.name} is made from ${from.target}, which was not read`);
            return [name, tag(other, [...way, image.name]).content.hash];
        });
        const result = taggedImage(one, settings, Object.fromEntries(contexts), baseDigests, sha256);
        done.set(image.name, result);
        return result;
    };
    return images.map((one) => tag(one, []));
}
function taggedImage(one, { labels, platforms, provenance, sbom }, contexts, baseDigests, sha256) {
    const { image } = one;
    const content = {
        dockerfile: one.dockerfile,
        context: one.context,
        ...(image.target === undefined ? {} : { target: image.target }),
        args: image.args,
        labels,
        platforms,
        attestations: {
            ...(provenance === 'off' ? {} : { provenance: `mode=${provenance}` }),
            ...(sbom === false ? {} : { sbom: String(sbom) }),
        },
        contexts,
        baseDigests,
    };
    const named = Object.entries(image.contexts).map(([name, from]) => [name, JSON.stringify(from)]);
    const recipe = sha256(JSON.stringify([
        image.target ?? '',
        content_sorted(Object.entries(image.args)),
        content_sorted(Object.entries(labels)),
        platforms.map(platform/* formatPlatform */.Bq).sort(),
        [provenance, String(sbom)],
        content_sorted(named),
        [content_plain(image.context), content_plain(image.dockerfile)],
    ]));
    return { ...one, content: contentTag(content, sha256), recipe: recipe.slice(0, 16) };
}
const itemText = (item) => item.kind === 'file'
    ? [item.path, (item.mode & 0o7777).toString(8), item.digest]
    : item.kind === 'link'
        ? [item.path, 'link', item.target]
        : [item.path, 'folder', (item.mode & 0o7777).toString(8)];
const content_sorted = (rows) => [...rows].sort(([a = ''], [b = '']) => (a < b ? -1 : a > b ? 1 : 0));

// EXTERNAL MODULE: ./build-stage/ports/image-repository.js
var image_repository = __webpack_require__(5946);
;// CONCATENATED MODULE: ./build-stage/image-build/deployed.js
// src/image-build/deployed.ts




/** The image under the tag of an environment. */
async function deployedByTag(images, tag) {
    const bytes = await images.manifest(tag);
    return bytes === undefined
        ? { unclear: `the repository has no image tagged ${tag}` }
        : recorded(images, bytes.digest);
}
/** The image that its ECS service runs. */
async function deployedToEcs(image, images, running, cluster) {
    const { service, container } = image.entry;
    const ofService = running.filter((one) => one.service === service && lastOf(one.cluster) === lastOf(cluster));
    const ours = ofService.filter((one) => container === undefined ? repositoryOf(one.image) === pathOf(images.name) : one.container === container);
    const [only] = ours.length === 0 && ofService.length === 1 ? ofService : ours;
    if (only === undefined)
        return { unclear: `the service ${service} in ${lastOf(cluster)} runs no image of it` };
    const digests = new Set(await Promise.all(ours.concat(only).map((one) => deployed_digestOf(one, images))));
    const [digest] = digests;
    if (digests.size > 1)
        return { unclear: `the service ${service} runs several versions of it at the moment` };
    return digest === undefined
        ? { unclear: `which image the service ${service} runs cannot be told` }
        : recorded(images, digest);
}
/** What runs in these clusters; when it may not be looked at, why nothing is known. */
async function runningIn(clusters, use) {
    try {
        return { running: await use.running(clusters) };
    }
    catch (error) {
        // In another account than that of the images: nobody says where they are deployed, then.
        if (error instanceof input_error/* InputError */.d)
            return { unclear: `what is deployed cannot be seen: ${toldBy(error)}` };
        if (!(error instanceof access_error/* AccessError */.Z) || error.detail.kind !== 'denied')
            throw error;
        const { action } = error.detail;
        return { unclear: `what is deployed cannot be seen: the role may not call ${action ?? 'ECS'}` };
    }
}
const toldBy = ({ problems }) => problems
    .map(({ input, value, wrong }) => [input, value, wrong].filter((part) => part !== undefined).join(' '))
    .join('; ');
async function recorded(images, digest) {
    const bytes = await images.manifest(digest);
    if (bytes === undefined)
        return { unclear: 'the repository has no longer the image that is deployed' };
    const labels = await (0,image_facts/* labelsOf */.PC)(images, bytes);
    const commit = labels[image_facts/* LABELS */.kg.revision];
    if (commit === undefined || !/^[0-9a-f]{40}([0-9a-f]{24})?$/.test(commit)) {
        return { digest, unclear: 'the image that is deployed does not say from which commit it was built' };
    }
    const recipe = labels[image_facts/* LABELS */.kg.recipe];
    return { digest, commit, ...(recipe === undefined ? {} : { recipe }) };
}
async function deployed_digestOf({ image, digest }, images) {
    if (digest !== undefined)
        return digest;
    const reading = (0,reference/* parseReference */.F2)(image);
    if (!reading.ok)
        return undefined;
    const { tag, digest: named } = reading.value;
    if (named !== undefined)
        return named;
    return tag === undefined ? undefined : (await images.manifest(tag))?.digest;
}
function repositoryOf(image) {
    const reading = (0,reference/* parseReference */.F2)(image);
    return reading.ok ? reading.value.repository : undefined;
}
/** Without the host: the local cloud has two for one registry. */
const pathOf = (name) => name.slice(name.indexOf('/') + 1);
/** Of a name or an ARN. */
const lastOf = (cluster) => cluster.slice(cluster.lastIndexOf('/') + 1);

;// CONCATENATED MODULE: ./build-stage/image-build/look-up.js
// src/image-build/look-up.ts




/** Which repositories there are. @throws AccessError, Unanswered */
async function placesOf(images, registries) {
    const byName = new Map();
    for (const { image } of images)
        if (!byName.has(image.repository))
            byName.set(image.repository, placeOf(image.repository, registries));
    const all = images.map(async ({ image }) => {
        const place = await byName.get(image.repository);
        if (place === undefined)
            throw new Error(`${image.repository} was not looked up`);
        return [image.name, place];
    });
    return new Map(await Promise.all(all));
}
async function placeOf(name, registries) {
    const found = await registries.repository(name);
    if (found.ecr === undefined)
        return { found, repository: undefined, isMissing: false };
    const repository = await found.ecr.repository(found.path);
    return { found, repository, isMissing: repository === undefined };
}
/**
 * Whether each image is built. What is deployed is asked only of those of whose content there is no image, or perhaps a newer one
 * than that under its tag: when nothing has changed, one look at each repository is all.
 */
async function lookUp(request, places, world) {
    const { images, others, file, forced } = request;
    const looked = new Map();
    if (request.skipsExisting) {
        await Promise.all(images.map(async ({ image, content }) => looked.set(image.name, await sameContent(places.get(image.name), content.tag))));
        const open = images.filter(({ image: { name } }) => {
            const { sameContentDigest, isFirstOfContent = false } = looked.get(name) ?? {};
            return !forced.includes(name) && (sameContentDigest === undefined || isFirstOfContent);
        });
        for (const [name, facts] of await factsOf(open, others, request, places, world))
            looked.set(name, { ...looked.get(name), ...facts });
    }
    const builtFrom = new Map([...images, ...others].map(({ image }) => [
        image.name,
        Object.values(image.contexts).flatMap((from) => ('target' in from ? [from.target] : [])),
    ]));
    const services = images.map(({ image }) => image.entry);
    const decisions = request.skipsExisting
        ? decideBuilds({ file, services, facts: looked, forced, builtFrom })
        : images.map(({ image: { name } }) => built(name, forced.includes(name)));
    return images.map((one, index) => {
        const [place, decision] = [places.get(one.image.name), decisions[index]];
        if (place === undefined || decision === undefined)
            throw new Error(`${one.image.name} was not looked up`);
        return { ...one, place, decision };
    });
}
const built = (service, isForced) => ({
    service,
    isBuilt: true,
    reason: 'forced',
    sentence: `${service} is built: ${isForced ? 'it was asked for whatever changed' : 'skip-existing is off'}.`,
});
async function sameContent(place, tag) {
    if (place === undefined || place.isMissing)
        return {};
    const bytes = await place.found.images.manifest(tag).catch(missingIsNone);
    if (bytes === undefined)
        return {};
    const { mutability } = place.repository ?? {};
    const isFirstOfContent = mutability !== undefined && isFixedBy(mutability, tag);
    return { sameContentDigest: bytes.digest, ...(isFirstOfContent ? { isFirstOfContent } : {}) };
}
function missingIsNone(error) {
    if (!(error instanceof image_repository/* RepositoryMissing */.H))
        throw error;
}
/** What is known of what is deployed, for those that need it and for what these are made from. */
async function factsOf(open, others, request, places, world) {
    const needed = new Set(open.flatMap((one) => [one.image.name, ...madeFrom(one, [...request.images, ...others])]));
    const asked = [...request.images, ...others].filter(({ image }) => needed.has(image.name));
    const clusters = [...new Set(asked.flatMap(({ image }) => clusterOf(image.entry.cluster, request) ?? []))];
    const seen = request.deployedTag === undefined && clusters.length > 0 ? await runningIn(clusters, world.use) : undefined;
    const changes = new Map();
    const changedSince = (commit) => {
        const known = changes.get(commit) ?? world.changedSince(commit);
        changes.set(commit, known);
        return known;
    };
    const rows = asked.map(async (one) => {
        const place = places.get(one.image.name);
        if (place === undefined)
            return [one.image.name, {}];
        if (place.isMissing)
            return [one.image.name, { unclear: `the repository ${place.found.path} is not there yet` }];
        const deployed = await deployedOf(one, place, request, seen).catch((error) => missingIsNone(error) ?? { unclear: 'the repository is not there yet' });
        const { commit, digest, recipe, unclear } = deployed;
        const changedPaths = commit === undefined ? undefined : await changedSince(commit);
        return [
            one.image.name,
            {
                ...(commit === undefined ? {} : { deployedCommit: commit, isOtherRecipe: recipe !== one.recipe }),
                ...(digest === undefined ? {} : { deployedDigest: digest }),
                ...(changedPaths === undefined ? {} : { changedPaths }),
                ...(unclear === undefined ? {} : { unclear }),
            },
        ];
    });
    return new Map(await Promise.all(rows));
}
function deployedOf(one, { found }, request, seen) {
    const { name, entry } = one.image;
    if (request.deployedTag !== undefined)
        return deployedByTag(found.images, request.deployedTag(name));
    const cluster = clusterOf(entry.cluster, request);
    if (seen === undefined || cluster === undefined) {
        const who = request.file.fileName === '' ? 'no deployed-tag says' : 'neither a cluster nor deployed-tag says';
        return Promise.resolve({ unclear: `there is no image of this content, and ${who} what is deployed` });
    }
    return 'unclear' in seen ? Promise.resolve(seen) : deployedToEcs(one.image, found.images, seen.running, cluster);
}
/** A single image is of no service that is known. */
const clusterOf = (own, { cluster, file }) => file.fileName === '' ? undefined : (own ?? cluster);
function madeFrom(one, all, seen = new Set()) {
    for (const from of Object.values(one.image.contexts)) {
        if (!('target' in from) || seen.has(from.target))
            continue;
        seen.add(from.target);
        const other = all.find(({ image }) => image.name === from.target);
        if (other !== undefined)
            madeFrom(other, all, seen);
    }
    return [...seen];
}

;// CONCATENATED MODULE: ./build-stage/actions/build-push/plan.js
// src/actions/build-push/plan.ts









/**
 * Looks at everything that decides.
 *
 * @throws InputError, AccessError, Unanswered
 */
async function planOf(inputs, wanted, world) {
    const settings = buildSettings(inputs);
    const read = await readImages([...wanted.images, ...wanted.others], world);
    const isOffline = !inputs.push && !inputs.skipExisting;
    const bases = inputs.pull && !isOffline ? await baseDigests(read, world) : {};
    const all = tagged(read, settings, bases, world.sha256);
    const isAsked = ({ image }) => wanted.images.some(({ name }) => name === image.name);
    const [images, others] = [all.filter(isAsked), all.filter((one) => !isAsked(one))];
    const places = isOffline ? offline(all) : await placesOf(all, world.registries);
    refuseOthers(inputs, images, places);
    const { deployedTag } = inputs;
    const looked = await lookUp({
        file: wanted.file,
        images,
        others,
        skipsExisting: inputs.skipExisting,
        forced: inputs.rebuild === 'all' ? images.map(({ image }) => image.name) : inputs.rebuild,
        deployedTag: deployedTag === undefined ? undefined : (name) => named(deployedTag, name),
        cluster: inputs.cluster,
    }, places, world);
    const missing = new Map(looked.flatMap(({ place }) => (place.isMissing ? [[place.found.path, place]] : [])));
    return { images: looked, others, settings, missing: [...missing.values()] };
}
const buildSettings = ({ labels, platforms, provenance, sbom }) => ({
    labels,
    platforms: platforms.flatMap((given) => {
        const reading = (0,platform/* parsePlatform */.FL)(given);
        return reading.ok ? [reading.value] : [];
    }),
    provenance,
    sbom,
});
/** What open bases stand for now. One that cannot be seen stays open, and that is told with the plan. */
async function baseDigests(read, { registries, report }) {
    const names = [...new Set(read.flatMap(({ openBases }) => openBases))];
    const rows = await Promise.all(names.map(async (name) => {
        try {
            const digest = await baseDigest(name, registries);
            return digest === undefined ? [] : [[name, digest]];
        }
        catch (error) {
            report.line(`Which image ${name} is now cannot be seen: ${error.message}`);
            return [];
        }
    }));
    return Object.fromEntries(rows.flat());
}
async function baseDigest(name, registries) {
    const reading = (0,reference/* parseReference */.F2)(name);
    if (!reading.ok)
        return undefined;
    const { registry, repository, tag = 'latest' } = reading.value;
    const { images } = await registries.repository(`${registry}/${repository}`);
    return (await images.manifest(tag))?.digest;
}
/** Without a registry nothing is looked up: what is built is built, and nobody needs credentials. */
const offline = (all) => new Map(all.map(({ image }) => {
    const images = new Proxy({ name: image.repository }, {
        get(target, key) {
            if (key === 'name')
                return target.name;
            throw new Error(`${image.repository} was asked for ${String(key)} in a run without a registry`);
        },
    });
    const found = {
        kind: 'registry',
        host: '',
        path: image.repository,
        images,
        ecr: undefined,
        login: async () => undefined,
    };
    return [image.name, { found, repository: undefined, isMissing: false }];
}));
/** What only ECR can do is refused for others, and what is not there is told, before anything is begun. */
function refuseOthers(inputs, images, places) {
    const problems = images.flatMap(({ image }) => {
        const place = places.get(image.name);
        if (place === undefined)
            return [];
        const { found, isMissing } = place;
        if (found.ecr === undefined)
            return onlyOfEcr(inputs, found.images.name);
        const isCreated = inputs.createRepository;
        if (!isMissing || isCreated || !inputs.push)
            return [];
        const wrong = `is not there: ${found.host} has no repository ${found.path}. Look at its name, at the account of the credentials and at region; else create it, or say create-repository: true`;
        return [image.problem('repository', wrong)];
    });
    if (problems.length > 0)
        throw new input_error/* InputError */.d(problems);
}
function onlyOfEcr(inputs, name) {
    const { createRepository, failOn, scanFiles, lifecycle } = inputs;
    const wrong = `is for registries of ECR, and ${name} is in another one`;
    return [
        ...(createRepository ? [{ input: 'create-repository', wrong }] : []),
        ...(failOn !== 'off' && scanFiles === undefined
            ? [{ input: 'fail-on', wrong: `${wrong}: name the report of a scanner in scan-files` }]
            : []),
        ...(lifecycle === 'off' ? [] : [{ input: 'lifecycle', wrong }]),
    ];
}
/** The plan for the log. */
function planLines({ images, missing }, inputs, { fileName }) {
    const blind = new Set(images.filter(({ decision }) => !decision.isBuilt).flatMap(({ content }) => content.blindTo));
    const settings = settingsOf(inputs);
    const kind = settings.mutability.setting.toLowerCase().replaceAll('_', ' ');
    return [
        fileName === '' ? 'Image' : `Images of ${fileName}`,
        ...images.map(({ decision }) => `  ${decision.sentence}`),
        ...images.flatMap(({ image, content }) => inputs.push ? [`  ${image.name}: tags ${[content.tag, ...image.tags].map(shortTag).join(', ')}`] : []),
        ...missing.map(({ found }) => `  ${found.path} is created: ${kind}, ${settings.isScannedOnPush ? '' : 'not '}scanned on push`),
        ...(blind.size === 0 ? [] : [`  What is not seen: ${[...blind].join('; ')}. With pull: true bases are looked up`]),
        describeBuilds(images.map(({ decision }) => decision)),
    ];
}
/** Words by which people call what should be no build argument. */
const SECRET = /(^|_)(TOKEN|PASSWORD|PASSWD|PASS|PWD|SECRET|CREDENTIALS?|APIKEY|KEY|AUTH)(_|$)/i;
function argumentWarnings({ images, others }) {
    const names = new Set([...images, ...others].flatMap(({ args }) => Object.keys(args).filter((name) => SECRET.test(name))));
    return [...names].map((name) => `The build argument ${name} is called like a secret. Arguments end in the history of the image and in its provenance, for everybody who can pull it: give it in secrets, and take it by RUN --mount=type=secret.`);
}
/** Contexts that no two commits have in common. */
function contextWarnings({ images, others }) {
    const holds = [...images, ...others].filter(({ context, folders }) => [context, ...folders.values()].some((items) => items.some(({ path }) => path === '.git')));
    if (holds.length === 0)
        return [];
    const names = holds.map(({ image }) => image.name).join(', ');
    return [
        `The build context of ${names} holds .git, so that every commit is another content, and an image of it is never found again: put .git into .dockerignore.`,
    ];
}

;// CONCATENATED MODULE: ./build-stage/actions/build-push/run.js
// src/actions/build-push/run.ts











/**
 * Looks at everything, prints what is to be done, and does it. What goes wrong from then on is in the result, with what is known
 * of every image.
 *
 * @param file the services file; undefined for one image
 * @throws InputError, AccessError, Unanswered and Interrupted as long as nothing was touched
 */
async function run(inputs, file, outside) {
    const startedAt = outside.clock.now();
    const world = {
        ...outside,
        registries: patientRegistries(outside.registries, outside),
        use: patientUse(outside.use, outside),
    };
    const { report } = world;
    const wanted = imagesOf(inputs, file);
    const rule = await (0,gate_rule/* gateRule */.O)(inputs, world);
    const reports = await readReports(inputs, wanted.images, world);
    const plan = await planOf(inputs, wanted, world);
    for (const warning of [...argumentWarnings(wanted), ...contextWarnings(plan)])
        report.warn(warning);
    for (const line of planLines(plan, inputs, wanted.file))
        report.line(line);
    report.line('');
    const carried = { images: new Map(), notes: [], verdict: undefined };
    const ended = (outcome, reason, error) => ({
        outcome,
        reason,
        images: resultsOf(plan, carried),
        isOneImage: file === undefined,
        ...(carried.verdict === undefined ? {} : { verdict: carried.verdict }),
        notes: carried.notes,
        tookMs: world.clock.now() - startedAt,
        ...(error === undefined ? {} : { error }),
    });
    const decisions = plan.images.map(({ decision }) => decision);
    if (inputs.dryRun)
        return ended('planned', `${describeBuilds(decisions).replace(/\.$/, '')} when this is no dry run.`);
    try {
        await carryOut(plan, { inputs, rule, reports }, carried, world);
    }
    catch (thrown) {
        const error = withReason(thrown, world.cancellation.reason);
        return ended(outcomeOf(error), sentence(error), error);
    }
    const { verdict } = carried;
    if (verdict?.isPassed === false) {
        return ended('held-back', verdict.reason, new ended_badly/* DeployFailed */.N(heldBack(verdict.reason, inputs)));
    }
    return ended(decisions.some(({ isBuilt }) => isBuilt) ? 'built' : 'unchanged', describeBuilds(decisions));
}
function outcomeOf(error) {
    if (error instanceof access_error/* AccessError */.Z)
        return 'access-lost';
    if (error instanceof input_error/* InputError */.d)
        return 'refused';
    return error instanceof ended_badly/* Interrupted */.j ? 'interrupted' : 'failed';
}
/** What was under way says that it was ended; why is known here. */
function withReason(error, reason) {
    const isTold = reason === undefined || (0,message_of/* messageOf */.b)(error).includes(reason);
    return error instanceof ended_badly/* Interrupted */.j && !isTold
        ? new ended_badly/* Interrupted */.j(`${reason}; what came last: ${(0,message_of/* messageOf */.b)(error)}`, { cause: error })
        : error;
}
const sentence = (error) => {
    const [first = ''] = (0,message_of/* messageOf */.b)(error).split('\n');
    return /[.!?]$/.test(first) ? first : `${first}.`;
};
const heldBack = (reason, { tags }) => `${reason}\nThe images are in their repositories under their digests${tags.length === 0 ? '' : ', and none of the tags was put'}: no digest is handed on. The findings are in the summary and in the output findings.`;
function resultsOf({ images }, carried) {
    return images.map(({ image, place, decision }) => {
        const { digest, imageId, tags = [], sizeBytes, target } = carried.images.get(image.name) ?? {};
        const known = digest ?? decision.digest;
        return {
            name: image.name,
            repository: place.found.images.name,
            ...(known === undefined ? {} : { digest: known }),
            ...(imageId === undefined ? {} : { imageId }),
            tags,
            isBuilt: decision.isBuilt,
            reason: decision.reason,
            sentence: decision.sentence,
            ...(sizeBytes === undefined ? {} : { sizeBytes }),
            ...(target === undefined ? {} : { tookMs: target.tookMs, steps: target.steps, cachedSteps: target.cachedSteps }),
        };
    });
}

;// CONCATENATED MODULE: ./build-stage/actions/build-push/secrets.js
// src/actions/build-push/secrets.ts

/** What an environment variable of a child takes. https://man7.org/linux/man-pages/man2/execve.2.html (MAX_ARG_STRLEN) */
const MOST_BYTES = 120_000;
/**
 * The values of the secrets of the build by their ids, concealed before anything else is done with them.
 *
 * @throws InputError naming every one that is not there
 */
async function secretsOf({ secrets, secretEnvs, secretFiles }, { environment, readFile, conceal }) {
    const problems = [];
    const values = new Map(Object.entries(secrets));
    for (const [id, variable] of Object.entries(secretEnvs)) {
        const value = environment[variable];
        if (value === undefined || value === '') {
            problems.push({ input: 'secret-envs', wrong: `names ${variable} for ${id}, which is not set in this step` });
        }
        else
            values.set(id, value);
    }
    for (const [id, path] of Object.entries(secretFiles)) {
        try {
            values.set(id, await readFile('secret-files', path));
        }
        catch (error) {
            if (!(error instanceof input_error/* InputError */.d))
                throw error;
            problems.push(...error.problems);
        }
    }
    for (const value of values.values())
        conceal(value);
    for (const [id, value] of values) {
        const input = Object.hasOwn(secretFiles, id) ? 'secret-files' : 'secrets';
        if (value.includes('\0'))
            problems.push({ input, wrong: `has with ${id} a secret that is no text` });
        if (new TextEncoder().encode(value).length > MOST_BYTES) {
            problems.push({ input, wrong: `has with ${id} a secret of more than ${MOST_BYTES} bytes` });
        }
    }
    if (problems.length > 0)
        throw new input_error/* InputError */.d(problems);
    return Object.fromEntries(values);
}

// EXTERNAL MODULE: ./build-stage/spec/action-spec.js
var action_spec = __webpack_require__(1169);
// EXTERNAL MODULE: ./build-stage/spec/names.js
var names = __webpack_require__(7383);
;// CONCATENATED MODULE: ./build-stage/spec/build-kinds.js
// src/spec/build-kinds.ts








/** The kinds of what is said of a build. */
/** A tag in which `{name}` stands for a service. */
function tagPattern() {
    return {
        label: 'tag',
        accepts: 'a tag: letters, digits, _ . -, not beginning with . or -, at most 128; {name} stands for the service',
        absent: undefined,
        read: (given) => {
            const reading = (0,reference/* parseTag */.ED)(given.replaceAll('{name}', 'name'));
            if (!reading.ok)
                return reading;
            return given.startsWith('content-') ? (0,kind/* wrong */.Q)('begins like the tags that are made of contents') : (0,kind/* read */.L)(given);
        },
    };
}
function allOrNames() {
    const names = (0,lists/* lines */.Mn)({ of: 'service name' });
    return {
        label: '`all` or lines',
        accepts: 'all, or names of services, one per line',
        absent: [],
        read: (given) => (given === 'all' ? (0,kind/* read */.L)(given) : names.read(given)),
    };
}
function caches() {
    const specs = (0,lists/* lines */.Mn)({ item: cacheSpec(), of: 'cache', max: 20 });
    return {
        label: '`registry`, `none` or caches',
        accepts: `registry, none, or ${cacheSpec().accepts}, one per line`,
        absent: undefined,
        read: (given) => (given === 'registry' || given === 'none' ? (0,kind/* read */.L)(given) : specs.read(given)),
    };
}
/** `false`, `true`, or what makes it. https://docs.docker.com/build/metadata/attestations/sbom/ */
function sbomGenerator() {
    return {
        label: '`true`, `false` or an image',
        accepts: 'true, false, or the reference of a generator of SBOMs',
        absent: undefined,
        read: (given) => {
            if (/^(true|false)$/i.test(given))
                return (0,kind/* read */.L)(given.toLowerCase() === 'true');
            // Words that are meant as true or false are names of images too.
            if (!/[/:.]/.test(given))
                return (0,kind/* wrong */.Q)('is neither true nor false nor the whole name of an image');
            const reading = (0,reference/* parseReference */.F2)(given);
            return reading.ok ? (0,kind/* read */.L)(given) : reading;
        },
    };
}
function sshSource() {
    return (0,scalars/* text */.Qq)({ pattern: /^(?:default|[A-Za-z0-9_.-]+=\S.*)$/, accepts: 'default, or id=path of a socket or a key' });
}
function secretId() {
    return (0,scalars/* text */.Qq)({ pattern: /^[A-Za-z0-9_.-]+$/, accepts: 'letters, digits and characters of _.-' });
}
function variableName() {
    return (0,scalars/* text */.Qq)({ pattern: /^[A-Za-z_][A-Za-z0-9_]*$/, accepts: 'the name of an environment variable' });
}
function argumentName() {
    return (0,scalars/* text */.Qq)({ pattern: /^[A-Za-z_][A-Za-z0-9_]*$/, accepts: 'letters, digits and _' });
}
function contextName() {
    return (0,scalars/* text */.Qq)({ pattern: /^[a-z0-9][a-z0-9_.:/-]*$/, accepts: 'small letters, digits and characters of _.-:/' });
}
/** On this machine it may be the local cloud. */
function registryHost() {
    return {
        label: 'registry',
        accepts: 'a registry of ECR such as 123456789012.dkr.ecr.eu-central-1.amazonaws.com, or public.ecr.aws',
        absent: undefined,
        read: (given) => (0,ecr_host/* ecrRegistry */.gO)(given) !== undefined || (0,registry_choice/* isLoopback */.U9)(given)
            ? (0,kind/* read */.L)(given)
            : (0,kind/* wrong */.Q)('is no registry of ECR; for others, log in with Docker before this step'),
    };
}
function contextSource() {
    const folder = (0,names/* pathInRepository */.zB)();
    return {
        label: 'folder or image',
        accepts: `${folder.accepts}, or docker-image://reference`,
        absent: undefined,
        read: (given) => {
            if (/^docker-image:\/\/\S+$/.test(given))
                return (0,kind/* read */.L)(given);
            return /^[a-z-]+:/.test(given) ? (0,kind/* wrong */.Q)('is neither a folder nor docker-image://') : folder.read(given);
        },
    };
}

// EXTERNAL MODULE: ./build-stage/spec/fleet-inputs.js
var fleet_inputs = __webpack_require__(3849);
// EXTERNAL MODULE: ./build-stage/text/json.js
var text_json = __webpack_require__(5809);
;// CONCATENATED MODULE: ./build-stage/spec/secret-values.js
// src/spec/secret-values.ts


/**
 * `id=value` per line, or a JSON object with the same names. Everything after the first `=` is the value, as it is written. No
 * problem quotes any of it.
 */
function secretValues() {
    return {
        label: 'map',
        accepts: 'one id=value per line, or a JSON object with the same names, whose values may have line breaks',
        absent: {},
        read: (given) => {
            const rows = given.trimStart().startsWith('{') ? ofJson(given) : ofLines(given);
            return rows.ok ? once(rows.value) : rows;
        },
    };
}
function ofLines(given) {
    const rows = [];
    for (const [index, line] of given.split(/\r?\n/).entries()) {
        if (line.trim() === '')
            continue;
        const at = line.indexOf('=');
        if (at === -1)
            return (0,kind/* wrong */.Q)(`has a line ${index + 1} without =`);
        rows.push([line.slice(0, at).trim(), line.slice(at + 1)]);
    }
    return (0,kind/* read */.L)(rows);
}
function ofJson(given) {
    const json = (0,text_json/* readJson */.Vh)(given);
    if (!json.ok)
        return (0,kind/* wrong */.Q)('begins like JSON and is none');
    const rows = Object.entries(json.found.value);
    return rows.every((row) => typeof row[1] === 'string')
        ? (0,kind/* read */.L)(rows)
        : (0,kind/* wrong */.Q)('has a value that is not a text');
}
function once(rows) {
    // A null prototype, so that an id such as `__proto__` is only an id.
    const values = Object.create(null);
    for (const [id, value] of rows) {
        if (!/^[A-Za-z0-9_.-]+$/.test(id))
            return (0,kind/* wrong */.Q)('has an id with something else than letters, digits and _.- in it');
        if (value === '')
            return (0,kind/* wrong */.Q)('has a secret without a value');
        if (Object.hasOwn(values, id))
            return (0,kind/* wrong */.Q)('names a secret twice');
        values[id] = value;
    }
    return (0,kind/* read */.L)(values);
}

;// CONCATENATED MODULE: ./build-stage/spec/build-inputs.js
// src/spec/build-inputs.ts










/** What is built, from what, and what is left alone. */
const buildInputs = {
    repository: {
        kind: (0,registry_choice/* repository */.Jk)(),
        description: "Where one image is pushed to: the name of an ECR repository (`team/shop`, in the account of the credentials and in `region`), or a name with its registry (`123456789012.dkr.ecr.eu-central-1.amazonaws.com/shop`, `ghcr.io/team/shop`). Registries other than ECR take Docker's own login. Give this, or `services`.",
    },
    context: {
        kind: (0,names/* pathInRepository */.zB)(),
        description: 'Folder that the one image is built from. By default the top of the repository.',
    },
    dockerfile: {
        kind: (0,names/* pathInRepository */.zB)(),
        description: 'Path of the Dockerfile, from the top of the repository. By default `Dockerfile` in `context`.',
    },
    target: {
        kind: (0,names/* stageName */.CT)(),
        description: 'Stage of the Dockerfile that becomes the image. By default the last one.',
    },
    'build-contexts': {
        kind: (0,lists/* map */.Tj)({ key: contextName(), value: contextSource(), example: 'name=folder' }),
        description: 'Further folders or images for the Dockerfile, `name=folder` or `name=docker-image://reference` per line; `COPY --from=name` takes from them, and an image stands for the `FROM` of that name.',
    },
    services: {
        kind: fleet_inputs/* fleetInputs */.Y.services.kind,
        description: 'The images of several services in one solve, in place of `repository`: `all` that the services file has, or their names, one per line. Which of them are built is found out for each.',
    },
    'services-file': {
        ...fleet_inputs/* fleetInputs */.Y['services-file'],
        description: 'The file that says which services there are and what each is built from (`ecr-repository`, `context`, `dockerfile`, `target`, `build-args`, `build-contexts`, `paths`).',
    },
    'build-args': {
        kind: (0,lists/* map */.Tj)({ key: argumentName(), example: 'NAME=value' }),
        description: 'Build arguments, `NAME=value` per line. They end in the history of the image, where everybody who pulls it can read them: use `secrets` for what is none of his business.',
    },
    labels: {
        kind: (0,lists/* map */.Tj)({ example: 'label=value' }),
        description: 'Labels of the image, `label=value` per line. They are part of the content: one that changes with every commit makes every image a new one. Revision, source and date of the build are set anyway.',
    },
    platforms: {
        kind: (0,lists/* lines */.Mn)({ item: (0,platform/* platform */.iD)(), of: 'platform', max: 16 }),
        description: 'Platforms, one per line, such as `linux/amd64` and `linux/arm64`. More than one gives an index. By default that of the builder.',
    },
    tags: {
        kind: (0,lists/* lines */.Mn)({ item: tagPattern(), of: 'tag', max: 20 }),
        description: 'Tags for the image, one per line; `{name}` stands for the name of the service. An image that is not built because it is there already gets those that it lacks, without a rebuild. The tag of its content (`content-…`) it has always.',
    },
    secrets: {
        kind: secretValues(),
        secret: true,
        verbatim: true,
        description: 'Secrets for `RUN --mount=type=secret,id=…`, `id=value` per line, or a JSON object whose values may have line breaks. They reach BuildKit through its environment, and are in no argument, file, log or layer.',
    },
    'secret-envs': {
        kind: (0,lists/* map */.Tj)({ key: secretId(), value: variableName(), example: 'id=VARIABLE' }),
        description: 'Secrets from environment variables of the step, `id=VARIABLE` per line.',
    },
    'secret-files': {
        kind: (0,lists/* map */.Tj)({ key: secretId(), example: 'id=path' }),
        description: 'Secrets from files, `id=path` per line, from the top of the repository or absolute.',
    },
    ssh: {
        kind: (0,lists/* lines */.Mn)({ item: sshSource(), of: 'SSH agent or key', max: 20 }),
        description: 'For `RUN --mount=type=ssh`: `default` for the agent of the step, or `id=path` of a socket or a key, one per line.',
    },
    'skip-existing': {
        kind: (0,scalars/* flag */.Jt)(),
        preset: 'true',
        description: 'Leave out what need not be built: an image of exactly this content is there already, or nothing that belongs to the service has changed since it was deployed last.',
    },
    rebuild: {
        kind: allOrNames(),
        description: 'Build these anyway: `all`, or names of services, one per line. For a newer base image, with `pull`.',
    },
    'deployed-tag': {
        kind: tagPattern(),
        description: 'The tag of what is deployed, such as `prod`: its image says from which commit it was built, and what changed since decides. By default that is the image that the ECS service of the services file runs.',
    },
    cluster: {
        kind: (0,names/* clusterName */.SL)(),
        description: 'The ECS cluster of the services for which the services file names none, to see what is deployed. Nothing is deployed to it.',
    },
    cache: {
        kind: caches(),
        preset: 'registry',
        description: 'Where layers are kept between builds: `registry` (the tag `buildcache` of the repository, all stages), `none`, or caches as buildx takes them, one per line, which are read and written. What goes wrong with a cache never fails the build.',
    },
    'cache-from': {
        kind: (0,lists/* lines */.Mn)({ item: cacheSpec(), of: 'cache', max: 20 }),
        description: 'Further caches that are read only, as buildx takes them, one per line.',
    },
    provenance: {
        kind: (0,scalars/* oneOf */.yL)('off', 'min', 'max'),
        preset: 'off',
        description: 'Attestation of how the image was built. It makes an index of every image, which the basic scan of ECR and some clients do not look into; `max` has all build arguments in it.',
    },
    sbom: {
        kind: sbomGenerator(),
        preset: 'false',
        description: 'Attestation of what is in the image: `true` for the generator of BuildKit, or the reference of another one. It makes an index of every image.',
    },
    pull: {
        kind: (0,scalars/* flag */.Jt)(),
        preset: 'false',
        description: 'Look up the digests of base images that are named without one, so that a newer base makes the content another one, and have BuildKit fetch them anew.',
    },
    'no-cache': {
        kind: (0,scalars/* flag */.Jt)(),
        preset: 'false',
        description: 'Run every step of what is built, whatever the cache has.',
    },
    builder: {
        kind: (0,scalars/* text */.Qq)({ pattern: /^[A-Za-z0-9][\w.+-]*$/, accepts: 'the name of a builder, as `docker buildx ls` shows it' }),
        description: 'The builder of buildx. By default the current one; when that one cannot write a cache or an index, a builder in a container is made for this step and removed after it.',
    },
    push: {
        kind: (0,scalars/* flag */.Jt)(),
        preset: 'true',
        description: 'Push what was built. With `false` it is only shown that it can be built.',
    },
    load: {
        kind: (0,scalars/* flag */.Jt)(),
        preset: 'false',
        description: 'Load what was built into the Docker engine of the machine. For one platform.',
    },
    registries: {
        kind: (0,lists/* lines */.Mn)({ item: registryHost(), of: 'registry of ECR', max: 20 }),
        description: 'Further registries of ECR to log in to, one host per line: other accounts and Regions, `public.ecr.aws`. Those that a Dockerfile, a cache or a named context speaks of are known by themselves.',
    },
    retries: {
        kind: (0,scalars/* integer */.nd)({ min: 0, max: 10 }),
        preset: '3',
        description: 'How often a push is tried again that failed by what can pass: the registry has trouble, asks to go slower, or the connection broke.',
    },
};
/** Those that the services file has for each service. */
const ofOneImage = ['context', 'dockerfile', 'target', 'build-contexts'];
const buildRules = [
    ...ofOneImage.map((input) => (0,rules/* rule */.Hu)([input, 'services'], `\`${input}\` is for one image; the services file has it for each.`, (_values, has) => has(input) && has('services') ? 'is for one image: with services, say it in the services file' : undefined)),
    (0,rules/* rule */.Hu)(['services'], '`services` is `all` or names: what changed is found out here.', ({ services }) => services === 'changed'
        ? 'is not needed here: with all, every image is looked at and what has changed is built'
        : undefined),
    (0,rules/* needs */.eN)('cluster', 'services'),
    (0,rules/* rule */.Hu)(['secrets', 'secret-envs', 'secret-files'], 'A secret comes from one place.', (values) => {
        const ids = [values.secrets, values.secretEnvs, values.secretFiles].flatMap((one) => Object.keys(one));
        const twice = ids.find((id, index) => ids.indexOf(id) !== index);
        return twice === undefined ? undefined : `and the inputs beside it name the secret ${twice} twice`;
    }),
    (0,rules/* rule */.Hu)(['load', 'platforms'], '`load` is for one platform.', ({ load, platforms }) => load && platforms.length > 1 ? 'takes one platform, because the engine holds no index' : undefined),
    (0,rules/* rule */.Hu)(['rebuild', 'services'], 'Names in `rebuild` are among those of `services`.', ({ rebuild, services }) => {
        if (!Array.isArray(rebuild) || rebuild.length === 0)
            return undefined;
        if (services === undefined)
            return 'names services, and one image is built: all is meant';
        if (!Array.isArray(services))
            return undefined;
        const other = rebuild.find((name) => !services.includes(name));
        return other === undefined ? undefined : `names ${other}, which is not among services`;
    }),
];

// EXTERNAL MODULE: ./build-stage/spec/kinds.js + 1 modules
var kinds = __webpack_require__(7240);
// EXTERNAL MODULE: ./build-stage/spec/retention-inputs.js
var retention_inputs = __webpack_require__(9183);
// EXTERNAL MODULE: ./build-stage/spec/scan-inputs.js
var scan_inputs = __webpack_require__(5034);
// EXTERNAL MODULE: ./build-stage/spec/session-inputs.js
var session_inputs = __webpack_require__(9361);
;// CONCATENATED MODULE: ./build-stage/actions/build-push/scan-files.js
// src/actions/build-push/scan-files.ts

function scanFiles() {
    return {
        label: 'path or map',
        accepts: 'the path of a file, or service=path per line',
        absent: undefined,
        read: (given) => {
            const lines = given
                .split(/\r?\n/)
                .map((line) => line.trim())
                .filter((line) => line !== '');
            const [only, ...others] = lines;
            if (only !== undefined && others.length === 0 && !only.includes('='))
                return (0,kind/* read */.L)(only);
            const files = Object.create(null);
            for (const [index, line] of lines.entries()) {
                const [, name, path] = /^([A-Za-z0-9][A-Za-z0-9_-]*)\s*=\s*(\S.*)$/.exec(line) ?? [];
                if (name === undefined || path === undefined)
                    return (0,kind/* wrong */.Q)(`has a line ${index + 1} without service=path`);
                if (Object.hasOwn(files, name))
                    return (0,kind/* wrong */.Q)(`names ${name} twice`);
                files[name] = path;
            }
            return (0,kind/* read */.L)(files);
        },
    };
}

;// CONCATENATED MODULE: ./build-stage/actions/build-push/spec.js
// src/actions/build-push/spec.ts











const spec = (0,action_spec/* defineAction */.Q)({
    name: 'build-push',
    title: 'Sluice: build and push',
    description: 'Builds one image, or those of a repository of services that changed, with BuildKit in one solve, pushes them by digest, and hands the digests to the deployment.',
    branding: { icon: 'package', color: 'blue' },
    post: true,
    inputs: {
        ...buildInputs,
        ...scan_inputs/* scanInputs */.L,
        'scan-files': {
            kind: scanFiles(),
            description: 'Reports of Trivy or Grype in their JSON, or of any scanner in SARIF, in place of the scan of ECR: a path, or `service=path` per line.',
        },
        ...repositoryInputs,
        lifecycle: {
            kind: kinds/* oneOf */.yL('check', 'put', 'replace', 'off'),
            preset: 'off',
            description: "What becomes of the lifecycle policies of the repositories after a push: `check` warns when the one that is there could delete an image that is needed, `put` writes one that cannot where there is none or one of ours, `replace` also where there is somebody else's.",
        },
        ...retention_inputs/* retentionInputs */.k,
        clusters: {
            ...retention_inputs/* retentionInputs */.k.clusters,
            description: `${retention_inputs/* retentionInputs */.k.clusters.description} By default those of the services, when there are services.`,
        },
        timeout: {
            kind: kinds/* duration */.p0({ minMs: 10_000, maxMs: 21_600_000 }),
            preset: '1h',
            description: 'How long everything may take. What is being built then is ended.',
        },
        'dry-run': {
            kind: kinds/* flag */.Jt(),
            preset: 'false',
            description: 'Look, print which images would be built and why, and change nothing.',
        },
        ...session_inputs/* sessionInputs */.q,
        region: {
            kind: (0,names/* region */.Ny)(),
            environment: ['AWS_REGION', 'AWS_DEFAULT_REGION'],
            description: 'AWS Region of the repositories. By default the one in `AWS_REGION`. Not needed for a registry that is none of ECR.',
        },
    },
    rules: [
        (0,rules/* exactlyOneOf */.Og)('repository', 'services'),
        ...buildRules,
        ...scan_inputs/* scanRules */.j,
        (0,rules/* rule */.Hu)(['scan-files', 'fail-on'], '`scan-files` is for a `fail-on`.', ({ failOn }, has) => has('scan-files') && failOn === 'off'
            ? 'has no effect without fail-on: say which findings keep an image back'
            : undefined),
        (0,rules/* rule */.Hu)(['fail-on', 'push'], '`fail-on` is for what is pushed, or for reports in `scan-files`.', ({ failOn, push }, has) => failOn !== 'off' && !push && !has('scan-files')
            ? 'needs push: true, because ECR scans what it holds'
            : undefined),
        ...repositoryRules,
        (0,rules/* rule */.Hu)(['create-repository', 'push'], '`create-repository` is for what is pushed.', (values) => values.createRepository && !values.push ? 'has no effect with push: false' : undefined),
        (0,rules/* rule */.Hu)(['lifecycle', 'push'], '`lifecycle` is for what is pushed.', (values) => values.lifecycle !== 'off' && !values.push ? 'has no effect with push: false' : undefined),
        (0,rules/* rule */.Hu)(['clusters', 'lifecycle', 'services'], '`lifecycle: put` and `replace` need `clusters`, or services with theirs.', (values, has) => {
            const { clusters, lifecycle } = values;
            if (clusters.length > 1 && clusters.includes('none'))
                return 'has none beside clusters';
            return clusters.length === 0 && (lifecycle === 'put' || lifecycle === 'replace') && !has('services')
                ? 'is required for this lifecycle: what runs must be known before anything may be deleted; say none when no cluster runs these images'
                : undefined;
        }),
        ...session_inputs/* sessionRules */.a,
        (0,rules/* rule */.Hu)(['region', 'services', 'repository'], '`region` is given, but for a `repository` with its registry.', ({ repository }, has) => {
            if (has('region'))
                return undefined;
            const name = repository === undefined ? undefined : (0,registry_choice/* parseRepository */.SU)(repository);
            const isWhole = name?.ok === true && name.value.host !== undefined;
            return isWhole ? undefined : 'is required and was not given: neither the input nor AWS_REGION says it';
        }),
    ],
    outputs: {
        outcome: {
            description: 'How it ended: `built` (something was), `unchanged` (everything is there already), `planned` (`dry-run`), `failed`, `held-back` (a scan found too much, or could not be had), `refused` (nothing was changed), `access-lost`, or `interrupted`.',
        },
        reason: { description: 'Why it ended so, in a sentence.' },
        images: {
            description: 'The images as one JSON object by the names of the services: `{"user": {"image": "registry/user@sha256:…", "repository", "digest", "tags", "built", "reason", "sizeBytes", "tookMs"}}`. One image has the last part of its repository as its name.',
        },
        'service-images': {
            description: 'The same for `service-images` of `ecs-rolling`, of `preflight` and of their workflows: `{"user": "registry/user@sha256:…"}`.',
        },
        image: { description: 'The one image, `registry/name@sha256:…`; empty with `services`.' },
        digest: { description: 'Its digest; empty with `services`.' },
        built: { description: 'The names of what was built, as a JSON list; `[]` when nothing was.' },
        findings: {
            description: 'With `fail-on`, what the scans found that keeps images back, as JSON: `[{"id", "severity", "package", "version", "fixedIn", "images", "url"}]`.',
        },
    },
});

;// CONCATENATED MODULE: ./build-stage/actions/build-push/index.js
// src/actions/build-push/index.ts




























async function main() {
    try {
        const result = await act((0,inputs/* readInputs */.Ko)(spec));
        github_report/* runnerReport */.b.outputs(outputsOf(result));
        await github_report/* runnerReport */.b.summary(buildSummary(result));
        github_report/* runnerReport */.b.line('');
        github_report/* runnerReport */.b.line(`${result.outcome}: ${result.reason}`);
        if (result.error === undefined)
            return;
        (0,fail/* fail */.f)(result.error);
        process.exitCode = exitCodes[result.outcome];
    }
    catch (error) {
        // What is thrown before anything was touched has a result as well: workflows decide by the outcome.
        const outcome = build_push_outcomeOf(error);
        const result = { outcome, reason: (0,message_of/* messageOf */.b)(error), images: [], isOneImage: false, notes: [], tookMs: 0 };
        github_report/* runnerReport */.b.outputs(outputsOf(result));
        await github_report/* runnerReport */.b.summary(buildSummary(result));
        (0,fail/* fail */.f)(error);
        process.exitCode = exitCodes[outcome];
    }
}
function build_push_outcomeOf(error) {
    if (error instanceof input_error/* InputError */.d)
        return 'refused';
    if (error instanceof access_error/* AccessError */.Z)
        return 'access-lost';
    return error instanceof ended_badly/* Interrupted */.j ? 'interrupted' : 'failed';
}
/** After a run that ended by itself there is nothing to do, and nothing is loaded. */
async function post() {
    const left = leftBy(files/* savedState */.fP);
    if (left === undefined)
        return;
    const { removeLeftovers } = await __webpack_require__.e(/* import() | buildx-leftovers */ 9676).then(__webpack_require__.bind(__webpack_require__, 8324));
    await removeLeftovers(left, process.env);
    github_report/* runnerReport */.b.line('What the interrupted build had left was removed: its credentials, and its builder when it had one');
}
const whenOver = 'What to do: run it again; what was pushed by then is not built again';
async function act(inputs) {
    const clock = (0,system_clock/* systemClock */.m)(process.env);
    const identity = (0,job_identity/* jobIdentity */.K)(clock);
    const { conceal, report } = identity;
    const root = (0,external_node_path_.resolve)((0,run_context/* runContext */.p)().workspace);
    const secrets = await secretsOf(inputs, { environment: process.env, readFile: workspace/* readWorkspaceFile */.s, conceal });
    const file = inputs.services === undefined
        ? undefined
        : await (0,choose_services/* servicesFile */.x)(inputs.servicesFile, { readFile: (path) => (0,workspace/* readWorkspaceFile */.s)('services-file', path) });
    const [{ imageRegistries }, { otherRegistries }, { sessionFor }] = await Promise.all([
        __webpack_require__.e(/* import() | aws-registries */ 3574).then(__webpack_require__.bind(__webpack_require__, 803)),
        __webpack_require__.e(/* import() | registry */ 314).then(__webpack_require__.bind(__webpack_require__, 6174)),
        __webpack_require__.e(/* import() | aws-session-for */ 5019).then(__webpack_require__.bind(__webpack_require__, 2691)),
    ]);
    // Without one nothing of ECR is asked: the rules of the inputs have seen to that.
    const { region = '' } = inputs;
    const session = sessionFor({ ...inputs, region }, { ...identity, whenOver });
    const elsewhere = otherRegistries({ clock, conceal });
    const { cancellation, settle } = withDeadline((0,github_cancellation/* cancellationBySignal */.t)(), clock, inputs.timeout);
    let builder;
    const world = {
        clock,
        cancellation,
        report: github_report/* runnerReport */.b,
        registries: imageRegistries({ region, session, clock, conceal, elsewhere }),
        use: {
            running: async (clusters) => {
                const [{ createImageUse }, { Pacer }] = await Promise.all([
                    __webpack_require__.e(/* import() | aws-image-use */ 9160).then(__webpack_require__.bind(__webpack_require__, 5530)),
                    __webpack_require__.e(/* import() | aws-paced */ 5322).then(__webpack_require__.bind(__webpack_require__, 2206)),
                ]);
                return createImageUse({ region, session, pacer: new Pacer(clock) }).running(clusters);
            },
        },
        builder: async () => {
            const { Buildx } = await __webpack_require__.e(/* import() | buildx-builder */ 5977).then(__webpack_require__.bind(__webpack_require__, 6135));
            builder ??= new Buildx({
                temp: process.env.RUNNER_TEMP || (0,external_node_os_.tmpdir)(),
                environment: process.env,
                keep: keepLeft(report),
                signal: cancellation.signal,
            });
            return builder;
        },
        folder: contextFolders(root),
        textOf: (path) => textBelow(root, path),
        sha256: (text) => (0,external_node_crypto_.createHash)('sha256').update(text, 'utf8').digest('hex'),
        changedSince: (commit) => (0,changed_paths/* changedPaths */.v)(commit, root).catch((error) => {
            if (error instanceof input_error/* InputError */.d)
                return undefined;
            throw error;
        }),
        readFile: workspace/* readWorkspaceFile */.s,
        random: Math.random,
        root,
        revision: (await checkedOut(root)) ?? (0,run_context/* runContext */.p)().sha,
        source: sourceOf(),
        secrets,
    };
    try {
        return await run(inputs, file, world);
    }
    finally {
        settle();
        await builder?.close().then(() => keepNothing(report), 
        // It is written down, and `post` tries again.
        (error) => report.warn(`What the build had needed could not be removed yet: ${(0,message_of/* messageOf */.b)(error)}`));
        if (cancellation.reason !== undefined)
            (0,leave_soon/* leaveSoon */.b)();
    }
}
/** https://docs.github.com/en/actions/reference/workflows-and-actions/variables#default-environment-variables */
function sourceOf() {
    const { repository } = (0,run_context/* runContext */.p)();
    const server = process.env.GITHUB_SERVER_URL || 'https://github.com';
    return repository === undefined ? undefined : `${server}/${repository}`;
}


/***/ }),

/***/ 1778:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  judgeScans: () => (/* binding */ judgeScans)
});

// EXTERNAL MODULE: ./build-stage/spec/counted.js
var counted = __webpack_require__(7481);
;// CONCATENATED MODULE: ./build-stage/images/allowance.js
// src/images/allowance.ts
/** The entry that speaks of the finding, the one for its package before the one for any. */
function allowanceFor(finding, allowances) {
    const same = allowances.filter(({ id }) => id.toLowerCase() === finding.id.toLowerCase());
    return same.find((one) => one.package === finding.package) ?? same.find((one) => one.package === undefined);
}

// EXTERNAL MODULE: ./build-stage/images/digest.js
var images_digest = __webpack_require__(643);
// EXTERNAL MODULE: ./build-stage/images/findings.js
var images_findings = __webpack_require__(794);
;// CONCATENATED MODULE: ./build-stage/images/scan-gate.js
// src/images/scan-gate.ts




/** Whether the images may go on. What could not be scanned may not: no findings is not the same as none found. */
function judgeScans(images, rule) {
    const unscannable = images.flatMap(({ name, digest, scan }) => {
        if ('unscannable' in scan)
            return [`${name}: ${scan.unscannable}`];
        const isOfAnother = scan.subjects.length > 0 && !scan.subjects.includes(digest);
        return isOfAnother
            ? [
                `${name}: the report of ${scan.source} is about ${scan.subjects.map(images_digest/* shortDigest */.VK).join(', ')} and not about ${(0,images_digest/* shortDigest */.VK)(digest)}`,
            ]
            : [];
    });
    if (images.length === 0)
        unscannable.push('there is no image to be scanned');
    const reports = images.flatMap(({ name, scan }) => ('findings' in scan ? [{ name, findings: scan.findings }] : []));
    const findings = (0,images_findings/* mergedFindings */.Tw)(reports.map((report) => report.findings)).map((finding) => {
        const names = reports
            .filter((report) => report.findings.some((one) => isSame(one, finding)))
            .map(({ name }) => name);
        return { ...standingOf(finding, rule), finding, images: [...new Set(names)] };
    });
    const counting = findings.filter(({ standing }) => standing === 'counts' || standing === 'expired');
    return {
        isPassed: unscannable.length === 0 && counting.length === 0,
        reason: reasonFor(unscannable, counting, findings, rule),
        findings,
        unscannable,
        warnings: warningsOf(findings, rule),
    };
}
function standingOf(finding, rule) {
    if (rule.failOn === 'none' || !(0,images_findings/* reaches */.O6)(finding.severity, rule.failOn))
        return { standing: 'below' };
    if (finding.asideBecause !== undefined)
        return { standing: 'aside' };
    if (rule.isFixableOnly && finding.fixedIn === '')
        return { standing: 'unfixable' };
    const allowance = allowanceFor(finding, rule.allowances);
    if (allowance === undefined)
        return { standing: 'counts' };
    // Days in this form are in their order as texts.
    return { standing: rule.today <= allowance.expires ? 'allowed' : 'expired', allowance };
}
const isSame = (one, other) => one.id === other.id && one.package === other.package && one.version === other.version;
function reasonFor(unscannable, counting, all, { failOn }) {
    const [first] = unscannable;
    if (first !== undefined) {
        const more = unscannable.length === 1 ? '' : `, and ${(0,counted/* counted */.h)(unscannable.length - 1, 'more image')} not either`;
        return `What is in the image is not known: ${first}${more}.`;
    }
    if (counting.length > 0) {
        const counts = images_findings/* SEVERITIES */.oC.map((severity) => [counting.filter(({ finding }) => finding.severity === severity).length, severity]);
        const told = counts.filter(([count]) => count > 0).map(([count, severity]) => `${count} ${severity}`);
        return `${(0,counted/* counted */.h)(counting.length, 'finding')} ${counting.length === 1 ? 'keeps' : 'keep'} the image back: ${told.join(', ')}.`;
    }
    if (all.length === 0)
        return 'The scan found nothing.';
    const limit = failOn === 'none' ? '' : ` of ${failOn} or worse that counts`;
    return failOn === 'none'
        ? `${(0,counted/* counted */.h)(all.length, 'finding')}, and none is asked to keep the image back.`
        : `The scan found nothing${limit}, and ${(0,counted/* counted */.h)(all.length, 'finding')} in all.`;
}
function warningsOf(findings, { allowances, today }) {
    return allowances.flatMap((allowance) => {
        const { id, expires, reason } = allowance;
        const name = allowance.package === undefined ? id : `${id} in ${allowance.package}`;
        if (today > expires)
            return [`The allowance for ${name} (${reason}) ended on ${expires} and holds no longer.`];
        const isUsed = findings.some(({ finding }) => allowanceFor(finding, allowances) === allowance);
        return isUsed ? [] : [`The allowance for ${name} is not needed: no such finding.`];
    });
}


/***/ }),

/***/ 1964:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ changedPaths)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1421);
/* harmony import */ var _spec_input_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5432);
// src/system/changed-paths.ts


/**
 * The paths of all files that differ between a commit and the checked-out one, from the top of the repository; of a file
 * that was moved both.
 *
 * @throws InputError when git cannot compare the two, with what it says
 */
function changedPaths(since, folder) {
    const words = ['diff', '--name-only', '--no-renames', '-z', '--end-of-options', since, 'HEAD', '--'];
    return new Promise((resolve, reject) => {
        (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.execFile)('git', words, { cwd: folder, maxBuffer: 64 * 1024 * 1024 }, (error, stdout, stderr) => {
            if (error === null)
                return resolve(stdout.split('\0').filter((path) => path !== ''));
            const said = stderr.trim().split('\n')[0] || error.message;
            const wrong = `cannot be compared with what is checked out (${said}); with actions/checkout, fetch-depth: 0 brings the commits that are needed`;
            reject(new _spec_input_error_js__WEBPACK_IMPORTED_MODULE_1__/* .InputError */ .d([{ input: 'changed-since', value: since, wrong }]));
        });
    });
}


/***/ }),

/***/ 5809:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FI: () => (/* binding */ DEEPEST),
/* harmony export */   Vh: () => (/* binding */ readJson),
/* harmony export */   u0: () => (/* binding */ isExact)
/* harmony export */ });
// src/text/json.ts
/** Deeper than any file that people write, and far from what the stack holds. */
const DEEPEST = 200;
class Fault extends Error {
    wrong;
    offset;
    constructor(wrong, offset) {
        super(wrong);
        this.wrong = wrong;
        this.offset = offset;
    }
}
/**
 * Reads JSON (RFC 8259) that may have comments, from `//` to the end of the line and C's block comments. Trailing commas are not accepted: neither AWS's own
 * tools nor `JSON.parse` take them. https://www.rfc-editor.org/rfc/rfc8259
 */
function readJson(text) {
    const reader = new Reader(text);
    try {
        const root = reader.document();
        const { value } = root;
        const at = (path) => nodeAt(root, path);
        return { ok: true, found: { value, offsetOf: (path) => at(path)?.offset, writtenAt: (path) => at(path)?.written } };
    }
    catch (error) {
        if (error instanceof Fault)
            return { ok: false, wrong: error.wrong, offset: error.offset };
        throw error;
    }
}
function nodeAt(root, path) {
    let node = root;
    for (const segment of path)
        node = node?.members?.get(segment);
    return node;
}
class Reader {
    text;
    at = 0;
    constructor(text) {
        this.text = text;
    }
    document() {
        this.skip();
        if (this.at >= this.text.length)
            throw new Fault('the file is empty', 0);
        const root = this.value(0);
        this.skip();
        if (this.at < this.text.length)
            throw this.unexpected('nothing more is expected after the end of the document');
        return root;
    }
    value(depth, offset = this.at) {
        if (depth > DEEPEST)
            throw new Fault(`this is nested more than ${DEEPEST} levels deep`, this.at);
        const first = this.text[this.at];
        if (first === '{')
            return this.object(depth, offset);
        if (first === '[')
            return this.list(depth, offset);
        if (first === '"')
            return { value: this.string(), offset };
        const begin = this.at;
        const value = this.word();
        return { value, offset, written: this.text.slice(begin, this.at) };
    }
    object(depth, offset) {
        const begin = this.at;
        // A null prototype, so that a key such as `__proto__` is only a key.
        const value = Object.create(null);
        const members = new Map();
        this.at += 1;
        this.skip();
        for (let comma; this.text[this.at] !== '}' || comma !== undefined;) {
            this.notTrailing(comma, '}');
            const keyAt = this.at;
            if (this.text[keyAt] !== '"')
                throw this.unexpected('a key in double quotes is expected', begin);
            const key = this.string();
            if (members.has(key))
                throw new Fault(`the key ${JSON.stringify(key)} stands here for the second time`, keyAt);
            this.skip();
            if (this.text[this.at] !== ':')
                throw this.unexpected(`a colon is expected after ${JSON.stringify(key)}`, begin);
            this.at += 1;
            this.skip();
            const member = this.value(depth + 1, keyAt);
            value[key] = member.value;
            members.set(key, member);
            comma = this.comma('}', begin);
        }
        this.at += 1;
        return { value, offset, members };
    }
    list(depth, offset) {
        const begin = this.at;
        const value = [];
        const members = new Map();
        this.at += 1;
        this.skip();
        for (let comma; this.text[this.at] !== ']' || comma !== undefined;) {
            this.notTrailing(comma, ']');
            const item = this.value(depth + 1);
            members.set(value.length, item);
            value.push(item.value);
            comma = this.comma(']', begin);
        }
        this.at += 1;
        return { value, offset, members };
    }
    /** After a member or an item: the offset of the comma, or nothing before the end. */
    comma(end, begin) {
        this.skip();
        if (this.text[this.at] === end)
            return undefined;
        if (this.text[this.at] !== ',')
            throw this.unexpected(`a comma or ${end} is expected`, begin);
        const comma = this.at;
        this.at += 1;
        this.skip();
        return comma;
    }
    notTrailing(comma, end) {
        if (comma !== undefined && this.text[this.at] === end) {
            throw new Fault(`the comma before ${end} is one too many`, comma);
        }
    }
    string() {
        const begin = this.at;
        let end = begin + 1;
        while (end < this.text.length && this.text[end] !== '"' && this.text[end] !== '\n') {
            end += this.text[end] === '\\' ? 2 : 1;
        }
        if (this.text[end] !== '"')
            throw new Fault('this text has no closing quote on its line', begin);
        this.at = end + 1;
        try {
            return JSON.parse(this.text.slice(begin, end + 1));
        }
        catch {
            throw new Fault('this text holds an escape or a control character that JSON does not know', begin);
        }
    }
    word() {
        const begin = this.at;
        const word = /[^\s,:[\]{}"/]*/y;
        word.lastIndex = begin;
        const text = word.exec(this.text)?.[0] ?? '';
        if (text === '' || !/^(true|false|null|-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?)$/.test(text)) {
            throw this.unexpected('a value is expected: an object, a list, a text in double quotes, a number, true, false or null');
        }
        this.at += text.length;
        const value = JSON.parse(text);
        if (typeof value === 'number' && !isExact(value)) {
            throw new Fault(`the number ${text} is too large to be kept exactly`, begin);
        }
        return value;
    }
    /** White space and comments. */
    skip() {
        const trivia = /[ \t\r\n]+|\/\/[^\r\n]*|\/\*[\s\S]*?\*\//y;
        for (;;) {
            trivia.lastIndex = this.at;
            const length = trivia.exec(this.text)?.[0].length ?? 0;
            if (length === 0)
                break;
            this.at += length;
        }
        if (this.text.startsWith('/*', this.at))
            throw new Fault('this comment does not end', this.at);
    }
    unexpected(expected, opened) {
        if (this.at >= this.text.length) {
            const end = `the text ends too early: ${expected}`;
            return new Fault(opened === undefined ? end : `${end} (what begins here is never closed)`, opened ?? this.at);
        }
        const seen = /^\S{1,20}/.exec(this.text.slice(this.at, this.at + 20))?.[0] ?? this.text[this.at];
        return new Fault(`${expected}, and here stands ${JSON.stringify(seen)}`, this.at);
    }
}
/** Whether a number is what was written and not the nearest that fits. */
function isExact(value) {
    return Number.isFinite(value) && (!Number.isInteger(value) || Number.isSafeInteger(value));
}


/***/ })

};
