export const id = 4433;
export const ids = [4433,4831];
export const modules = {

/***/ 7814:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  main: () => (/* binding */ main)
});

// EXTERNAL MODULE: ./build-stage/github/cancellation.js
var cancellation = __webpack_require__(2828);
// EXTERNAL MODULE: ./build-stage/github/fail.js
var fail = __webpack_require__(4687);
// EXTERNAL MODULE: ./build-stage/github/inputs.js
var github_inputs = __webpack_require__(8746);
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
// EXTERNAL MODULE: ./build-stage/ports/ended-badly.js
var ended_badly = __webpack_require__(1893);
// EXTERNAL MODULE: ./build-stage/ports/message-of.js
var message_of = __webpack_require__(9901);
// EXTERNAL MODULE: ./build-stage/spec/input-error.js
var input_error = __webpack_require__(5432);
// EXTERNAL MODULE: ./build-stage/system/clock.js
var system_clock = __webpack_require__(8671);
// EXTERNAL MODULE: ./build-stage/spec/duration.js
var duration = __webpack_require__(1999);
;// CONCATENATED MODULE: ./build-stage/actions/promote/deadline.js
// src/actions/promote/deadline.ts

/** A wish to stop that comes by itself when the time is over. It is noticed when it is asked for: nothing is begun after it. */
function withDeadline(cancellation, clock, timeoutMs) {
    const until = clock.now() + timeoutMs;
    return {
        get reason() {
            return (cancellation.reason ?? (clock.now() < until ? undefined : `the timeout of ${(0,duration/* formatDuration */.a3)(timeoutMs)} is over`));
        },
        signal: cancellation.signal,
        onRequest: (deed) => cancellation.onRequest(deed),
    };
}

// EXTERNAL MODULE: ./build-stage/images/digest.js
var images_digest = __webpack_require__(643);
// EXTERNAL MODULE: ./build-stage/images/scan-table.js
var scan_table = __webpack_require__(1284);
// EXTERNAL MODULE: ./build-stage/ports/access-error.js
var access_error = __webpack_require__(7919);
// EXTERNAL MODULE: ./build-stage/spec/counted.js
var counted = __webpack_require__(7481);
;// CONCATENATED MODULE: ./build-stage/actions/promote/result.js
// src/actions/promote/result.ts






const byDigest = (repository, digest) => (digest === '' ? '' : `${repository}@${digest}`);
/** Every output, on every way out. */
function promoteOutputs({ outcome, reason, images }) {
    const [only, ...more] = images;
    const one = more.length === 0 ? only : undefined;
    // Only what stands in the target is handed on: a deployment must not take what was not promoted.
    const there = images.filter(({ outcome: its }) => its === 'promoted' || its === 'unchanged');
    const isThere = one !== undefined && there.includes(one);
    return {
        outcome,
        reason,
        images: JSON.stringify(Object.fromEntries(images.map((image) => [image.name, shown(image)]))),
        'service-images': JSON.stringify(Object.fromEntries(there.map(({ name, repository, digest }) => [name, byDigest(repository, digest)]))),
        image: isThere ? byDigest(one.repository, one.digest) : '',
        digest: isThere ? one.digest : '',
        previous: one === undefined ? '' : byDigest(one.repository, one.previous),
    };
}
function shown({ repository, digest, tags, previous, outcome, reason, copiedBytes, tookMs }) {
    const image = byDigest(repository, digest);
    return {
        image,
        repository,
        digest,
        tags,
        previous: byDigest(repository, previous),
        outcome,
        reason,
        copiedBytes,
        tookMs,
    };
}
const heads = {
    promoted: '✅ Promoted',
    unchanged: '⚪ Unchanged',
    planned: '📝 Planned, nothing was touched',
    refused: '🚫 Refused, nothing was touched',
    superseded: '⏭️ Superseded',
    interrupted: '⏹️ Interrupted',
    failed: '❌ Failed',
};
/** What the step fails with; undefined when it succeeds. */
function failureOf({ outcome, reason, error }) {
    if (outcome === 'promoted' || outcome === 'unchanged' || outcome === 'planned')
        return undefined;
    if (error instanceof input_error/* InputError */.d)
        return error;
    if (error instanceof access_error/* AccessError */.Z)
        return new access_error/* AccessError */.Z(reason, error.detail, { cause: error });
    const isOperators = outcome === 'superseded' || outcome === 'interrupted';
    return isOperators ? new ended_badly/* Interrupted */.j(reason, { cause: error }) : new ended_badly/* DeployFailed */.N(reason, { cause: error });
}
/** How many came to what, in one sentence: `2 images promoted, 1 failed, 4 untouched`. */
function tally(images) {
    const words = [
        'promoted',
        'unchanged',
        'planned',
        'refused',
        'superseded',
        'interrupted',
        'failed',
        'untouched',
    ];
    const counts = words
        .map((word) => [word, images.filter(({ outcome }) => outcome === word).length])
        .filter(([, count]) => count > 0);
    return counts.map(([word, count], index) => `${index === 0 ? (0,counted/* counted */.h)(count, 'image') : count} ${word}`).join(', ');
}
/** The summary, in Markdown. */
function promoteSummary({ outcome, reason, images, notes }, runUrl) {
    const rows = images.map(({ name, source, repository, digest, tags, previous, outcome: its }) => [
        cell(name),
        its,
        code(source),
        code(repository),
        digest === '' ? '' : code((0,images_digest/* shortDigest */.VK)(digest)),
        tags.map(code).join(' '),
        previous === '' ? '' : code((0,images_digest/* shortDigest */.VK)(previous)),
    ].join(' | '));
    const table = [
        '| Image | | From | To | Digest | Tags | Before |',
        '|---|---|---|---|---|---|---|',
        ...rows.map((row) => `| ${row} |`),
    ];
    const scans = images.flatMap(({ name, verdict }) => {
        const findings = verdict === undefined ? '' : (0,scan_table/* scanTable */.S)(verdict);
        return findings === '' ? [] : [`### Scan of ${cell(name)}`, findings];
    });
    return `${[
        `## ${heads[outcome]}`,
        cell(reason),
        ...(images.length === 0 ? [] : [table.join('\n')]),
        ...scans,
        ...(notes.length === 0 ? [] : [notes.map((note) => `- ${cell(note)}`).join('\n')]),
        cell(runUrl),
    ].join('\n\n')}\n`;
}
const code = (text) => (text === '' ? '' : `\`${text.replace(/[`|\s]+/g, ' ')}\``);
/** Names and messages come from others: nothing of them is markup. */
const cell = (text) => text
    .replace(/\s+/g, ' ')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replace(/[\\`*_[\]|~@]/g, '\\$&');

// EXTERNAL MODULE: ./build-stage/image-build/gate-rule.js
var gate_rule = __webpack_require__(4268);
// EXTERNAL MODULE: ./build-stage/images/copy-plan.js
var copy_plan = __webpack_require__(9541);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./build-stage/image-copy/sha256.js
// src/image-copy/sha256.ts

/** In hexadecimal, of a text in UTF-8. */
const sha256 = (text) => (0,external_node_crypto_.createHash)('sha256').update(text, 'utf8').digest('hex');

// EXTERNAL MODULE: ./build-stage/image-copy/world.js
var image_copy_world = __webpack_require__(1249);
;// CONCATENATED MODULE: ./build-stage/image-copy/copy-image.js
// src/image-copy/copy-image.ts





/** So many blobs are under way at once; each is a stream, so that no more than its parts are in memory. */
const BLOBS_AT_ONCE = 4;
const MANIFESTS_AT_ONCE = 4;
/** So often the blobs of a manifest are asked for and copied again that the registry says it lacks. */
const MOST_TRIES = 4;
/** A registry that has taken a manifest may not show it at once. */
const READ_BACK_TRIES = 6;
const PAUSE_MS = 1_000;
/**
 * Gives another repository the same image: blobs first, then children before what names them, and the image before what speaks
 * about it. No tag is put but those under which signatures are found.
 *
 * @throws DeployFailed when what is there in the end is not the image
 */
async function copyImage(image, from, to, world) {
    const { steps } = image.plan;
    if (from.name === to.name)
        return nothingToCopy(image);
    const copier = new Copier(from, to, world);
    const blobs = [...new Map(steps.flatMap((step) => step.blobs).map((blob) => [blob.digest, blob])).values()];
    const lacking = await copier.copyLacking(blobs);
    let put = 0;
    for (const step of steps)
        if (await copier.put(step))
            put += 1;
    const left = await copier.companions(image);
    await (0,image_copy_world/* eachOf */.pQ)(steps, MANIFESTS_AT_ONCE, ({ manifest }) => readBack(to, manifest.digest, manifest, world));
    return {
        manifests: { put, there: steps.length - put },
        blobs: {
            copied: lacking.length,
            there: blobs.length - lacking.length,
            bytes: lacking.reduce((sum, { size }) => sum + size, 0),
        },
        left,
    };
}
const nothingToCopy = ({ plan: { steps } }) => ({
    manifests: { put: 0, there: steps.length },
    blobs: { copied: 0, there: new Set(steps.flatMap(({ blobs }) => blobs.map(({ digest }) => digest))).size, bytes: 0 },
    left: [],
});
/**
 * Reads a manifest back, by its digest or under a tag, and compares the bytes.
 *
 * @throws DeployFailed when it is not there, or is another one
 */
async function readBack(to, reference, wanted, world) {
    for (let attempt = 1;; attempt++) {
        const found = await (0,image_copy_world/* again */.TG)(world, () => to.manifest(reference));
        if (found !== undefined) {
            const fault = (0,copy_plan/* digestFault */.B$)(found, sha256);
            if (fault === undefined && found.digest === wanted.digest && found.text === wanted.text)
                return;
            const what = fault ?? `it is ${found.digest}`;
            throw new ended_badly/* DeployFailed */.N(`${to.name} does not hold the same bytes for ${reference} as were put: ${what}.`);
        }
        if (attempt === READ_BACK_TRIES)
            throw new ended_badly/* DeployFailed */.N(`${to.name} took the manifest ${wanted.digest}, and does not show it.`);
        await world.clock.sleep(PAUSE_MS * 2 ** (attempt - 1), world.cancellation.signal);
        (0,image_copy_world/* goOn */.AC)(world);
    }
}
class Copier {
    from;
    to;
    world;
    constructor(from, to, world) {
        this.from = from;
        this.to = to;
        this.world = world;
    }
    /** Answers those that were copied. */
    async copyLacking(blobs) {
        if (blobs.length === 0)
            return [];
        const lacking = await (0,image_copy_world/* again */.TG)(this.world, () => this.to.lacks(blobs));
        if (lacking.length > 0) {
            const bytes = lacking.reduce((sum, { size }) => sum + size, 0);
            this.world.report.line(`${this.to.name}: copying ${lacking.length} of ${blobs.length} blobs, ${megabytes(bytes)}`);
        }
        await (0,image_copy_world/* eachOf */.pQ)(lacking, BLOBS_AT_ONCE, (blob) => this.blob(blob));
        return lacking;
    }
    async blob(blob) {
        let isFirst = true;
        await (0,image_copy_world/* again */.TG)(this.world, async () => {
            // The reply may have been lost, and not the blob.
            if (!isFirst && (await this.to.lacks([blob])).length === 0)
                return;
            isFirst = false;
            const [host, path] = placeOf(this.from.name);
            if (host === placeOf(this.to.name)[0] && (await this.to.mount(blob, path)))
                return;
            await this.to.take(blob, untilStopped(await this.from.open(blob), this.world));
        });
    }
    /** Whether it was put; it was there already if not. */
    async put({ manifest, blobs }) {
        let lacked = '';
        for (let attempt = 1; attempt <= MOST_TRIES; attempt++) {
            const put = await (0,image_copy_world/* again */.TG)(this.world, () => this.to.put(manifest));
            if (put.is === 'put')
                return true;
            if (put.is === 'there')
                return false;
            if (put.is === 'taken')
                throw new ended_badly/* DeployFailed */.N(`${this.to.name} refused ${manifest.digest} for a tag.`);
            lacked = put.what;
            await this.world.clock.sleep(PAUSE_MS * 2 ** (attempt - 1), this.world.cancellation.signal);
            (0,image_copy_world/* goOn */.AC)(this.world);
            await this.copyLacking(blobs);
        }
        throw new ended_badly/* DeployFailed */.N(`${this.to.name} does not take ${manifest.digest}: it says that it lacks ${lacked}, which was copied.`);
    }
    /** Tags under which signatures are found. One that stands for something else already is somebody else's and stays. */
    async companions({ companions, plan }) {
        const left = await (0,image_copy_world/* eachOf */.pQ)(companions, 1, async ({ tag, digest }) => {
            const step = plan.steps.find(({ manifest }) => manifest.digest === digest);
            if (step === undefined)
                return [];
            const there = await (0,image_copy_world/* again */.TG)(this.world, () => this.to.manifest(tag));
            if (there?.digest === digest)
                return [];
            const put = there === undefined ? await (0,image_copy_world/* again */.TG)(this.world, () => this.to.put(step.manifest, tag)) : undefined;
            if (put?.is === 'put' || put?.is === 'there')
                return [];
            const other = there?.digest ?? (put?.is === 'taken' ? put.by : undefined);
            return [
                `${this.to.name}:${tag} stands for ${other === undefined ? 'something else' : (0,images_digest/* shortDigest */.VK)(other)} and is left so; ${(0,images_digest/* shortDigest */.VK)(digest)} is there without a tag.`,
            ];
        });
        return left.flat();
    }
}
/** Host, and the name within the registry. */
const placeOf = (name) => {
    const slash = name.indexOf('/');
    return [name.slice(0, slash), name.slice(slash + 1)];
};
/** Ends in the middle of a blob when the run was asked to stop. */
async function* untilStopped(bytes, world) {
    for await (const chunk of bytes) {
        (0,image_copy_world/* goOn */.AC)(world);
        yield chunk;
    }
}
const megabytes = (bytes) => `${(bytes / 1e6).toFixed(bytes < 1e6 ? 2 : 0)} MB`;

// EXTERNAL MODULE: ./build-stage/images/image-source.js
var image_source = __webpack_require__(237);
// EXTERNAL MODULE: ./build-stage/images/manifest.js
var images_manifest = __webpack_require__(6577);
;// CONCATENATED MODULE: ./build-stage/images/promotion-record.js
// src/images/promotion-record.ts
const PROMOTION_TYPE = 'application/vnd.sluice.promotion.v1+json';
/**
 * The record as an artifact that refers to the image: registries list it among what speaks about the image, and ECR deletes it
 * with the image. https://github.com/opencontainers/image-spec/blob/main/manifest.md#guidelines-for-artifact-usage
 *
 * @param subject the image; `size` in bytes of its manifest
 * @param sha256 in hexadecimal, of the text in UTF-8
 * @param bytesOf length of a text in UTF-8
 */
function promotionRecord(promotion, subject, sha256, bytesOf) {
    const blobOf = (mediaType, text) => ({
        descriptor: { mediaType, digest: `sha256:${sha256(text)}`, size: bytesOf(text), annotations: {} },
        text,
    });
    const config = blobOf('application/vnd.oci.empty.v1+json', '{}');
    const layer = blobOf(PROMOTION_TYPE, JSON.stringify(promotion));
    const partOf = ({ mediaType, digest, size }) => ({
        mediaType,
        digest,
        size,
    });
    const mediaType = 'application/vnd.oci.image.manifest.v1+json';
    const text = JSON.stringify({
        schemaVersion: 2,
        mediaType,
        artifactType: PROMOTION_TYPE,
        config: partOf(config.descriptor),
        layers: [partOf(layer.descriptor)],
        subject: partOf(subject),
        annotations: {
            'org.opencontainers.image.created': promotion.at,
            'sluice.environment': promotion.environment,
            'sluice.by': promotion.by,
            'sluice.run': promotion.run,
        },
    });
    return { manifest: { digest: `sha256:${sha256(text)}`, text, mediaType }, blobs: [config, layer] };
}

;// CONCATENATED MODULE: ./build-stage/images/signature.js
// src/images/signature.ts
/**
 * What signatures are called, by the type of the artifact or, in older ones, of its configuration.
 * https://github.com/notaryproject/specifications/blob/main/specs/signature-specification.md
 * https://github.com/sigstore/cosign/blob/main/specs/SIGNATURE_SPEC.md
 */
const SIGNATURES = new Set([
    'application/vnd.cncf.notary.signature',
    'application/vnd.dev.cosign.artifact.sig.v1+json',
]);
/** https://github.com/sigstore/cosign/blob/main/specs/BUNDLE_SPEC.md */
const BUNDLE = /^application\/vnd\.dev\.sigstore\.bundle\b/;
const BUNDLE_CONTENT = 'dev.sigstore.bundle.content';
const BUNDLE_PREDICATE = 'dev.sigstore.bundle.predicateType';
/** What `cosign sign` says since version 3; any other predicate is an attestation. */
const SIGNED = 'https://sigstore.dev/cosign/sign/v1';
/**
 * Whether what speaks about an image is a signature of it. An attestation is none, although it is signed: it says something of
 * the image and does not approve of it. Who signed, and whether the signature holds, is another question.
 *
 * @param tag the tag that it lies under, where that is what makes it known
 */
function isSignature(manifest, tag) {
    if (tag?.endsWith('.sig'))
        return true;
    const type = manifest.artifactType ?? (manifest.kind === 'image' ? manifest.config.mediaType : '');
    if (SIGNATURES.has(type))
        return true;
    if (!BUNDLE.test(type))
        return false;
    const predicate = manifest.annotations[BUNDLE_PREDICATE];
    return (predicate === SIGNED || (predicate === undefined && manifest.annotations[BUNDLE_CONTENT] === 'message-signature'));
}

;// CONCATENATED MODULE: ./build-stage/image-copy/read-image.js
// src/image-copy/read-image.ts








/** So many manifests are read at once. */
const AT_ONCE = 4;
/**
 * Reads an image, what it names, and what speaks about it. Nothing is changed.
 *
 * @throws DeployFailed when a part of it is not there, or is not what its digest says
 */
async function readImage(from, root, withSpeakers, world) {
    const reader = new Reader(from, world);
    const own = await reader.closure(root);
    if (typeof own === 'string')
        throw new ended_badly/* DeployFailed */.N(`${from.name}@${root} cannot be promoted: ${own}.`);
    const rooted = reader.read.get(root);
    if (rooted === undefined)
        throw new ended_badly/* DeployFailed */.N(`${from.name}@${root} is not there.`);
    const { manifest, bytes } = rooted;
    const spoken = withSpeakers ? await speakersOf(from, rooted.manifest, root, reader, world) : nothingSpoken;
    const all = [...own, ...spoken.manifests];
    const reading = (0,copy_plan/* planCopy */.n4)(root, [...new Map(all.map((each) => [each.digest, each])).values()], sha256);
    if (!reading.ok)
        throw new ended_badly/* DeployFailed */.N(`${from.name}@${root} cannot be promoted: ${reading.wrong}.`);
    return { root, manifest, bytes, plan: reading.plan, ...spoken };
}
const nothingSpoken = { manifests: [], companions: [], signatures: [], left: [] };
/** Of the image and of each image in its index: Cosign can sign them all. */
async function speakersOf(from, manifest, root, reader, world) {
    const children = manifest.kind === 'index' ? (0,images_manifest/* childrenOf */.LU)(manifest).images.map(({ digest }) => digest) : [];
    const each = await (0,image_copy_world/* eachOf */.pQ)([root, ...children], AT_ONCE, async (subject) => {
        const tagged = await (0,image_copy_world/* eachOf */.pQ)((0,images_manifest/* companionTags */.g3)(subject), AT_ONCE, async (tag) => {
            const bytes = await (0,image_copy_world/* again */.TG)(world, () => from.manifest(tag));
            return bytes === undefined ? [] : [{ tag, digest: bytes.digest }];
        });
        const referring = await (0,image_copy_world/* again */.TG)(world, () => from.speakingOf(subject));
        return { subject, tagged: tagged.flat(), referring };
    });
    const companions = [];
    const manifests = [];
    const signatures = new Set();
    const left = [];
    for (const { subject, tagged, referring } of each) {
        const tagOf = new Map(tagged.map(({ tag, digest }) => [digest, tag]));
        for (const digest of new Set([...tagOf.keys(), ...referring])) {
            const closure = await reader.closure(digest);
            const speaker = reader.read.get(digest)?.manifest;
            // What was said of it where it came from is no news where it goes to.
            if (speaker?.artifactType === PROMOTION_TYPE)
                continue;
            if (typeof closure === 'string' || speaker === undefined) {
                left.push(`${(0,images_digest/* shortDigest */.VK)(digest)}, which speaks about ${(0,images_digest/* shortDigest */.VK)(subject)}, is left behind: ${typeof closure === 'string' ? closure : 'it is not there'}.`);
                continue;
            }
            manifests.push(...closure);
            const tag = tagOf.get(digest);
            if (subject === root && isSignature(speaker, tag))
                signatures.add(digest);
        }
        companions.push(...tagged.filter(({ digest }) => manifests.some((one) => one.digest === digest)));
    }
    return { manifests, companions, signatures: [...signatures], left };
}
/** Reads every manifest once. */
class Reader {
    from;
    world;
    read = new Map();
    constructor(from, world) {
        this.from = from;
        this.world = world;
    }
    /** The manifest and all that it names, or why they cannot be had: a clause. */
    async closure(digest) {
        const found = new Map();
        let open = [[digest, undefined]];
        while (open.length > 0) {
            const looked = await (0,image_copy_world/* eachOf */.pQ)(open, AT_ONCE, ([each, by]) => this.one(each, by));
            const children = [];
            for (const look of looked) {
                if (typeof look === 'string')
                    return look;
                found.set(look.bytes.digest, look.bytes);
                if (look.manifest.kind !== 'index')
                    continue;
                for (const child of look.manifest.children)
                    children.push([child.digest, look.bytes.digest]);
            }
            // A digest cannot name itself in its own bytes, so that this ends.
            open = [...new Map(children)].filter(([each]) => !found.has(each));
        }
        return [...found.values()];
    }
    async one(digest, by) {
        const before = this.read.get(digest);
        if (before !== undefined)
            return before;
        const bytes = await (0,image_copy_world/* again */.TG)(this.world, () => this.from.manifest(digest));
        if (bytes === undefined) {
            return by === undefined
                ? `there is no manifest ${digest}`
                : `its index ${(0,images_digest/* shortDigest */.VK)(by)} names the manifest ${digest}, which is not there`;
        }
        if (bytes.digest !== digest)
            return `the registry answered ${bytes.digest} for ${digest}`;
        const fault = (0,copy_plan/* digestFault */.B$)(bytes, sha256);
        if (fault !== undefined)
            return fault;
        const reading = (0,images_manifest/* readManifest */.WI)(bytes.text, bytes.mediaType);
        if (!reading.ok)
            return `the manifest ${digest} ${reading.wrong}`;
        const read = { bytes, manifest: reading.value };
        this.read.set(digest, read);
        return read;
    }
}

// EXTERNAL MODULE: ./build-stage/ports/image-repository.js
var image_repository = __webpack_require__(5946);
// EXTERNAL MODULE: ./build-stage/image-build/scan-gate.js
var scan_gate = __webpack_require__(3123);
;// CONCATENATED MODULE: ./build-stage/actions/promote/gates.js
// src/actions/promote/gates.ts



/** ECR's own signing takes seconds after a push. */
const SIGNING_PAUSE_MS = 5_000;
/** What the scan of the image says; undefined when nothing is asked of it. */
async function scanVerdict(found, digest, name, rule, timeoutMs, world) {
    if (rule === undefined)
        return undefined;
    const { clock, cancellation } = world;
    const { judgeScans } = await __webpack_require__.e(/* import() | images-scan-gate */ 7635).then(__webpack_require__.bind(__webpack_require__, 1778));
    const scanning = { clock, signal: cancellation.signal };
    return judgeScans(await (0,image_copy_world/* again */.TG)(world, () => (0,scan_gate/* scanOf */.r)(found, digest, name, scanning, timeoutMs)), rule);
}
/** Why the image counts as unsigned; undefined when it is signed. */
async function signatureFault(found, image, timeoutMs, world) {
    if (image.signatures.length > 0)
        return undefined;
    const unsigned = `${found.images.name}@${(0,images_digest/* shortDigest */.VK)(image.root)} is not signed: no signature of it is in its repository`;
    const { ecr } = found;
    if (ecr === undefined)
        return unsigned;
    const until = world.clock.now() + timeoutMs;
    for (;;) {
        const state = await (0,image_copy_world/* again */.TG)(world, () => ecr.signing(found.path, image.root));
        if (state === 'COMPLETE')
            return undefined;
        if (state !== 'IN_PROGRESS')
            return state === undefined ? unsigned : `${unsigned}, and ECR failed to sign it`;
        if (world.clock.now() >= until)
            return `${unsigned}, and ECR has not come to an end of signing it`;
        await world.clock.sleep(SIGNING_PAUSE_MS, world.cancellation.signal);
    }
}

// EXTERNAL MODULE: ./build-stage/images/lifecycle-evaluation.js
var lifecycle_evaluation = __webpack_require__(925);
// EXTERNAL MODULE: ./build-stage/images/release-tags.js
var release_tags = __webpack_require__(5549);
// EXTERNAL MODULE: ./build-stage/images/settle-tag.js
var settle_tag = __webpack_require__(6842);
;// CONCATENATED MODULE: ./build-stage/actions/promote/planned-tags.js
// src/actions/promote/planned-tags.ts






/** Looks at the tags as they are, and at which of them can be put. */
async function plannedTags(to, digest, { environment, tags, lifecycle }, world) {
    const { ecr, images, path } = to;
    const repository = ecr === undefined ? undefined : await (0,image_copy_world/* again */.TG)(world, () => ecr.repository(path));
    if (ecr !== undefined && repository === undefined)
        throw new image_repository/* RepositoryMissing */.H(images.name);
    const digestOf = async (reference) => (await (0,image_copy_world/* again */.TG)(world, () => images.manifest(reference)))?.digest;
    const previous = environment === undefined ? undefined : await digestOf(environment);
    const found = await (0,image_copy_world/* eachOf */.pQ)(tags, 4, async (tag) => ({ tag, is: await digestOf(tag) }));
    const isThere = (await digestOf(digest)) !== undefined;
    const isFixed = (tag) => repository !== undefined && isImmutable(tag, repository.mutability);
    const releases = await releasesAt(to, environment, lifecycle !== 'off', world);
    const isMoved = environment !== undefined && previous !== digest;
    const taken = found.filter(({ tag, is }) => is !== undefined && is !== digest && isFixed(tag));
    const moving = found.filter(({ tag, is }) => is !== undefined && is !== digest && !isFixed(tag));
    const isStuck = isMoved && isFixed(environment);
    return {
        repository,
        previous,
        isPreviousUnkept: isMoved && previous !== undefined && !(await releases.isLast(previous)),
        isReleased: isMoved || (environment !== undefined && !(await releases.isLast(digest))),
        more: found.filter(({ is }) => is !== digest).map(({ tag, is }) => ({ tag, was: is })),
        isMoved,
        before: isMoved ? previous : releases.before(digest),
        isThere,
        refused: [
            ...(isStuck && previous !== undefined ? [stuckTag(to, environment, previous, repository?.mutability)] : []),
            ...taken.map(({ tag, is }) => (0,settle_tag/* settleTag */.g)({ repository: images.name, tag }, digest, is).sentence),
        ],
        notes: [
            ...(isStuck && previous === undefined ? [willStick(to, environment, repository?.mutability)] : []),
            ...moving.map(({ tag, is = '' }) => `${images.name}:${tag} stands for ${(0,images_digest/* shortDigest */.VK)(is)} now and is moved.`),
        ],
    };
}
/**
 * Releases by the tags of all images. Where these are not listed, an image that has any such tag counts as the last, and in registries
 * that tell no tags of an image every one.
 */
async function releasesAt({ ecr, path }, environment, isListed, world) {
    const before = () => undefined;
    if (ecr === undefined || environment === undefined)
        return { isLast: async () => true, before };
    if (isListed) {
        const digests = (0,release_tags/* releasesOf */.w0)(environment, await (0,image_copy_world/* again */.TG)(world, () => ecr.images(path))).map(({ image }) => image.digest);
        return {
            isLast: async (digest) => digest === digests[0],
            before: (digest) => digests.find((other) => other !== digest),
        };
    }
    const isLast = async (digest) => {
        const detail = await (0,image_copy_world/* again */.TG)(world, () => ecr.image(path, digest));
        return (detail?.tags ?? []).some((tag) => (0,release_tags/* readReleaseTag */.uX)(tag)?.environment === environment);
    };
    return { isLast, before };
}
/** https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-tag-mutability.html */
function isImmutable(tag, { setting, exclusions }) {
    const isExcluded = setting.endsWith('_WITH_EXCLUSION') && exclusions.some((pattern) => (0,lifecycle_evaluation/* takesTag */.xm)(pattern, tag));
    return setting.startsWith('IMMUTABLE') !== isExcluded;
}
/** The setting that lets the tag of an environment move, and no other. */
function exclusionFor(environment, path, mutability) {
    const { setting, exclusions } = mutability ?? { setting: 'IMMUTABLE', exclusions: [] };
    const isOfMutable = setting === 'MUTABLE_WITH_EXCLUSION';
    if (isOfMutable)
        return `take the exclusion that fixes ${environment} off, or narrow it`;
    const all = [...new Set([...(setting === 'IMMUTABLE' ? [] : exclusions), environment])];
    const filters = all.map((filter) => `filterType=WILDCARD,filter=${filter}`).join(' ');
    return `add an exclusion for it: aws ecr put-image-tag-mutability --repository-name ${path} --image-tag-mutability IMMUTABLE_WITH_EXCLUSION --image-tag-mutability-exclusion-filters ${filters}`;
}
const stuckTag = ({ images: { name }, path }, environment, previous, mutability) => `${name}:${environment} stands for ${(0,images_digest/* shortDigest */.VK)(previous)} and cannot be moved, because tags of the repository are immutable; ${exclusionFor(environment, path, mutability)}.`;
const willStick = ({ images: { name }, path }, environment, mutability) => `Tags of ${name} are immutable: once ${environment} is put, it cannot be moved by the next promotion; ${exclusionFor(environment, path, mutability)}.`;

;// CONCATENATED MODULE: ./build-stage/actions/promote/inspect.js
// src/actions/promote/inspect.ts









/**
 * Looks at one image and where it is to go. Nothing is changed.
 *
 * @throws AccessError, Interrupted, InputError
 */
async function inspect(wanted, inputs, rule, world) {
    try {
        return await looked(wanted, inputs, rule, world);
    }
    catch (error) {
        if (error instanceof image_repository/* RepositoryMissing */.H)
            return { wanted, refused: [missing(error.repository)] };
        if (error instanceof ended_badly/* DeployFailed */.N)
            return { wanted, refused: [error.message] };
        throw error;
    }
}
const missing = (repository) => `There is no repository ${repository}, or these credentials may not know of it. Look at its name, account and Region; else create it first: build-push does with create-repository.`;
async function looked(wanted, inputs, rule, world) {
    const [from, to] = await Promise.all([
        (0,image_copy_world/* again */.TG)(world, () => world.source.repository(wanted.source.repository)),
        (0,image_copy_world/* again */.TG)(world, () => world.target.repository(wanted.target)),
    ]);
    refuseWithoutEcr(from, to, inputs);
    const digest = await resolved(wanted, from, world);
    const isSameRepository = from.images.name === to.images.name;
    const withSpeakers = inputs.requireSignature || (inputs.referrers === 'copy' && !isSameRepository);
    const image = await readImage(from.images, digest, withSpeakers, world);
    const [verdict, unsigned] = await Promise.all([
        scanVerdict(from, digest, wanted.name, rule, inputs.scanTimeout, world),
        inputs.requireSignature ? signatureFault(from, image, inputs.scanTimeout, world) : undefined,
    ]);
    // A scan that was not waited for to its end says nothing of the image.
    (0,image_copy_world/* goOn */.AC)(world);
    const tags = await plannedTags(to, digest, inputs, world);
    const refused = [
        ...(unsigned === undefined ? [] : [`${unsigned}.`]),
        ...(verdict === undefined || verdict.isPassed
            ? []
            : [`${from.images.name}@${(0,images_digest/* shortDigest */.VK)(digest)}: ${verdict.reason}`]),
        ...tags.refused,
    ];
    if (refused.length > 0)
        return { wanted, refused, ...(verdict === undefined ? {} : { verdict }) };
    const carried = inputs.referrers === 'copy' ? image : withoutSpeakers(image);
    return {
        wanted,
        from,
        to,
        digest,
        image: carried,
        tags,
        verdict,
        notes: [...carried.left, ...(verdict?.warnings ?? []), ...tags.notes],
    };
}
/** What was read only to see whether it is signed. */
function withoutSpeakers(image) {
    const { steps, root } = image.plan;
    const own = steps.slice(0, steps.findIndex(({ manifest }) => manifest.digest === root) + 1);
    return { ...image, plan: { root, steps: own }, companions: [], left: [] };
}
/** What only ECR has is not asked of others: nothing would be looked at without a word. */
function refuseWithoutEcr(from, to, { failOn, lifecycle }) {
    const problems = [
        ...(failOn !== 'off' && from.ecr === undefined
            ? [
                {
                    input: 'fail-on',
                    value: failOn,
                    wrong: `is for images in private repositories of ECR, and ${from.images.name} is none`,
                },
            ]
            : []),
        ...((lifecycle === 'put' || lifecycle === 'replace') && to.ecr === undefined
            ? [
                {
                    input: 'lifecycle',
                    value: lifecycle,
                    wrong: `is for private repositories of ECR, and ${to.images.name} is none`,
                },
            ]
            : []),
    ];
    if (problems.length > 0)
        throw new input_error/* InputError */.d(problems);
}
/** The digest that is promoted. A tag is looked up here and never again. */
async function resolved({ source }, from, world) {
    const reference = source.digest ?? source.tag ?? '';
    const found = await (0,image_copy_world/* again */.TG)(world, () => from.images.manifest(reference));
    if (found !== undefined)
        return found.digest;
    const { ecr } = from;
    const detail = ecr === undefined ? undefined : await (0,image_copy_world/* again */.TG)(world, () => ecr.image(from.path, reference));
    if (detail !== undefined && detail.status !== 'ACTIVE') {
        const state = detail.status === 'ACTIVATING' ? 'is being restored from the archive' : 'is archived';
        throw new ended_badly/* DeployFailed */.N(`${from.images.name}@${detail.digest} ${state}: it cannot be pulled before it is restored (aws ecr update-image-storage-class --repository-name ${from.path} --image-id imageDigest=${detail.digest} --target-storage-class STANDARD).`);
    }
    throw new ended_badly/* DeployFailed */.N(`There is no image ${(0,image_source/* formatImageSource */.Sp)({ ...source, repository: from.images.name })}.`);
}

;// CONCATENATED MODULE: ./build-stage/actions/promote/move-tags.js
// src/actions/promote/move-tags.ts







/** Somebody else moved the tag of the environment at the same time. */
class Superseded extends ended_badly/* Interrupted */.j {
}
/** Two releases of one second are told apart by the next one. */
const MOST_SECONDS = 10;
/** A registry that has moved a tag may show the old one for a while. */
const LOOKS = 7;
const move_tags_PAUSE_MS = 1_000;
/**
 * Puts the tags: what was there before is kept first, then the further ones, the environment's own, and that of the release. Each is
 * read back.
 *
 * @param put takes each tag when it has been put
 * @throws DeployFailed when a tag is somebody else's, Superseded, Interrupted
 */
async function moveTags({ to, image, digest, tags }, { environment }, put, world) {
    const mover = new Mover(to.images, put, world);
    const previous = environment === undefined ? undefined : tags.previous;
    if (environment !== undefined && tags.isPreviousUnkept && previous !== undefined) {
        await mover.keepBefore(environment, previous);
    }
    for (const { tag, was } of tags.more)
        await mover.further(tag, image, was);
    if (environment !== undefined && tags.isMoved) {
        await mover.environment(environment, image, previous, exclusionFor(environment, to.path, tags.repository?.mutability));
    }
    // After it: an image that never came to be there must not count among the last releases. One that lacks its tag, because a run died
    // here, gets it from the next promotion before that moves the environment's away.
    if (environment !== undefined && tags.isReleased)
        await mover.release(environment, image);
    await readBack(to.images, digest, image.bytes, world);
}
class Mover {
    to;
    done;
    world;
    constructor(to, done, world) {
        this.to = to;
        this.done = done;
        this.world = world;
    }
    /** What the environment was before there were releases gets the tag of one, so that it can be gone back to. */
    async keepBefore(environment, previous) {
        const bytes = await (0,image_copy_world/* again */.TG)(this.world, () => this.to.manifest(previous));
        if (bytes === undefined)
            return;
        const tag = await this.freeRelease(environment, previous, this.world.clock.now() - 1_000, -1_000);
        await (0,image_copy_world/* again */.TG)(this.world, () => this.to.put(bytes, tag));
        this.world.report.line(`${this.to.name}:${tag} keeps what ${environment} stood for (${(0,images_digest/* shortDigest */.VK)(previous)})`);
    }
    async release(environment, { bytes, root }) {
        for (let attempt = 0; attempt < MOST_SECONDS; attempt++) {
            const tag = await this.freeRelease(environment, root, this.world.clock.now(), 1_000);
            const put = await (0,image_copy_world/* again */.TG)(this.world, () => this.to.put(bytes, tag));
            // Another run took it between the look and the deed.
            if (put.is === 'taken')
                continue;
            this.settle(put, tag);
            // Where tags can be moved, two releases of one second take it from each other: whoever put it last has it.
            const found = await this.shown(tag, root);
            if (found === undefined)
                throw new ended_badly/* DeployFailed */.N(`${this.to.name}:${tag} was put and shows nothing.`);
            if (found !== root)
                continue;
            this.done.push(tag);
            return;
        }
        throw new ended_badly/* DeployFailed */.N(`No tag could be put for the release of ${this.to.name} to ${environment}: all of them are taken.`);
    }
    async further(tag, { bytes, root }, was) {
        const put = await (0,image_copy_world/* again */.TG)(this.world, () => this.to.put(bytes, tag));
        if (put.is === 'taken') {
            throw new ended_badly/* DeployFailed */.N((0,settle_tag/* settleTag */.g)({ repository: this.to.name, tag }, root, put.by).sentence);
        }
        this.settle(put, tag);
        await this.showing(tag, root, was);
        this.done.push(tag);
    }
    async environment(environment, { bytes, root }, previous, exclusion) {
        (0,image_copy_world/* goOn */.AC)(this.world);
        const now = await this.standsFor(environment);
        if (now !== root && now !== previous) {
            throw new Superseded(`${this.to.name}:${environment} was moved to ${now === undefined ? 'nothing' : (0,images_digest/* shortDigest */.VK)(now)} by somebody else while this run was under way, and stays so. Run it again if this image is to be in its place`);
        }
        const put = await (0,image_copy_world/* again */.TG)(this.world, () => this.to.put(bytes, environment));
        if (put.is === 'taken') {
            throw new ended_badly/* DeployFailed */.N(`${this.to.name}:${environment} stands for ${put.by === undefined ? 'another image' : (0,images_digest/* shortDigest */.VK)(put.by)} and cannot be moved, because tags of the repository are immutable; ${exclusion}.`);
        }
        this.settle(put, environment);
        await this.showing(environment, root, previous);
        this.done.push(environment);
    }
    /** Looks until the tag shows the image. @throws Superseded when it shows one that is neither this nor the one before */
    async showing(tag, root, previous) {
        const found = await this.shown(tag, root, previous);
        if (found === root)
            return;
        if (found === undefined || found === previous) {
            throw new ended_badly/* DeployFailed */.N(`${this.to.name}:${tag} was put and still shows ${found === undefined ? 'nothing' : (0,images_digest/* shortDigest */.VK)(found)}.`);
        }
        throw new Superseded(`${this.to.name}:${tag} was moved to ${(0,images_digest/* shortDigest */.VK)(found)} by somebody else right after this run had put it, and stays so. Run it again if this image is to be in its place`);
    }
    /** What a tag shows at last. It may show what it stood for before, or nothing, for a while. */
    async shown(tag, root, previous) {
        for (let look = 1;; look++) {
            const found = await this.standsFor(tag);
            const isLag = found === undefined || found === previous;
            if (found === root || !isLag || look === LOOKS)
                return found;
            await this.world.clock.sleep(move_tags_PAUSE_MS * 2 ** (look - 1), this.world.cancellation.signal);
        }
    }
    async standsFor(tag) {
        return (await (0,image_copy_world/* again */.TG)(this.world, () => this.to.manifest(tag)))?.digest;
    }
    /** The tag of a release that is free, or stands for this image already. */
    async freeRelease(environment, digest, fromMs, stepMs) {
        for (let step = 0;; step++) {
            const tag = (0,release_tags/* releaseTag */.aF)(environment, new Date(fromMs + step * stepMs).toISOString());
            const found = await this.standsFor(tag);
            if (found === undefined || found === digest || step === MOST_SECONDS)
                return tag;
        }
    }
    settle(put, tag) {
        if (put.is === 'incomplete') {
            throw new ended_badly/* DeployFailed */.N(`${this.to.name} does not take ${tag}: it says that it lacks ${put.what}, which was there before.`);
        }
    }
}

;// CONCATENATED MODULE: ./build-stage/actions/promote/record.js
// src/actions/promote/record.ts



const bytesOf = (text) => Buffer.byteLength(text, 'utf8');
/** Keeps beside the image who promoted it, when and from where. ECR alone is known to list it, and to delete it with the image. */
async function recordPromotion({ to, image }, promotion, world) {
    if (to.ecr === undefined)
        return;
    const { bytes, manifest } = image;
    const subject = { mediaType: manifest.mediaType, digest: bytes.digest, size: bytesOf(bytes.text) };
    const record = promotionRecord(promotion, subject, sha256, bytesOf);
    const { images } = to;
    for (const { descriptor, text } of record.blobs) {
        await (0,image_copy_world/* again */.TG)(world, async () => {
            if ((await images.lacks([descriptor])).length > 0)
                await images.take(descriptor, once(text));
        });
    }
    const put = await (0,image_copy_world/* again */.TG)(world, () => images.put(record.manifest));
    if (put.is === 'incomplete')
        throw new Error(`the registry says that it lacks ${put.what}`);
}
async function* once(text) {
    yield Buffer.from(text, 'utf8');
}

// EXTERNAL MODULE: ./build-stage/retention/see-retention.js
var see_retention = __webpack_require__(7742);
// EXTERNAL MODULE: ./build-stage/retention/settle-retention.js + 4 modules
var settle_retention = __webpack_require__(3075);
// EXTERNAL MODULE: ./build-stage/images/needed-images.js
var needed_images = __webpack_require__(4108);
;// CONCATENATED MODULE: ./build-stage/retention/trim-releases.js
// src/retention/trim-releases.ts



/** https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_BatchDeleteImage.html (imageIds) */
const MOST_AT_ONCE = 100;
/** So long a signature may be there before its image is listed. */
const SETTLED_MS = 86_400_000;
/**
 * Takes the tags of releases off that nobody goes back to any more, and those of signatures whose image is gone: no rule of a
 * lifecycle policy knows which these are. An image that has no tag left by that is deleted at once; it
 * is never one that is needed. While it is not known what runs, nothing is taken off.
 */
async function trimReleases(ecr, { repository, images, needed, environments, unknown }, keep, isDryRun, world) {
    if (unknown.length > 0)
        return { tags: [], sentences: unknown };
    const digests = new Set(needed.map(({ digest }) => digest));
    const surplus = environments.flatMap((environment) => (0,release_tags/* surplusReleases */.nm)(environment, images, keep, digests));
    const tags = [...surplus, ...(0,needed_images/* orphanCompanions */.cr)(images, world.clock.now() - SETTLED_MS)];
    if (isDryRun || tags.length === 0)
        return { tags, sentences: [] };
    const failed = [];
    for (let from = 0; from < tags.length; from += MOST_AT_ONCE) {
        const some = tags.slice(from, from + MOST_AT_ONCE);
        failed.push(...(await (0,image_copy_world/* again */.TG)(world, () => ecr.untag(repository.name, some))));
    }
    // A reply that was lost leaves tags that are not there any more.
    const real = failed.filter(({ why }) => !/ImageNotFound/.test(why));
    const off = tags.filter((tag) => !real.some((one) => one.tag === tag));
    return {
        tags: off,
        sentences: real.map(({ tag, why }) => `The tag ${tag} of ${repository.name} could not be taken off: ${why}.`),
    };
}

;// CONCATENATED MODULE: ./build-stage/actions/promote/retain.js
// src/actions/promote/retain.ts







/** ECR takes seconds for each preview. */
const REPOSITORIES_AT_ONCE = 4;
/**
 * What becomes of the lifecycle policies of the targets, and of the tags of old releases: lines. It comes after the promotion, and
 * nothing that goes wrong here takes anything of that back.
 */
async function retain(good, inputs, world) {
    if (inputs.lifecycle === 'off')
        return [];
    const targets = good.map(({ to }) => to).filter(({ ecr }) => ecr !== undefined);
    if (targets.length === 0)
        return [];
    const running = await (0,see_retention/* runningIn */.j)(inputs.clusters, world.use, world).catch((error) => error);
    const notes = await (0,image_copy_world/* eachOf */.pQ)(targets, REPOSITORIES_AT_ONCE, async (to) => {
        try {
            if (!Array.isArray(running))
                throw running;
            return await ofRepository(to, running, inputs, world);
        }
        catch (error) {
            const isAccess = error instanceof access_error/* AccessError */.Z ? ' The rights are in docs/iam/promote.md.' : '';
            const text = `${to.images.name}: what the lifecycle policy does could not be looked at: ${(0,message_of/* messageOf */.b)(error)}.${isAccess}`;
            world.report.warn(text);
            return [text];
        }
    });
    return notes.flat();
}
async function ofRepository({ ecr, path, images }, running, inputs, world) {
    const { lifecycle, keep, environment, dryRun: isDryRun } = inputs;
    const repository = await ecr?.repository(path);
    if (ecr === undefined || repository === undefined || lifecycle === 'off')
        return [];
    const environments = [...(environment === undefined ? [] : [environment]), ...inputs.environments];
    const seen = await (0,see_retention/* seeRetention */.K)({ ecr, repository, environments, keep, running }, world);
    const retention = {
        protectedTags: inputs.protectedTags,
        untaggedDays: inputs.untaggedDays,
        keep: inputs.keepOthers,
    };
    const settled = await (0,settle_retention/* settleRetention */.G)({ ecr, mode: lifecycle, retention, isDryRun }, seen, world);
    const { is, sentences, diff, isEndangered } = settled;
    const heads = {
        put: 'the lifecycle policy was put',
        there: 'the lifecycle policy is as it should be',
        kept: 'the lifecycle policy was left',
        refused: 'the lifecycle policy was not put',
        planned: 'the lifecycle policy would be put',
        checked: isEndangered ? 'the lifecycle policy can delete what is needed' : 'the lifecycle policy was looked at',
    };
    const lines = [`${images.name}: ${heads[is]}${sentences.length === 0 ? '' : `: ${sentences.join(' ')}`}`];
    if (is === 'refused' || is === 'kept' || isEndangered)
        world.report.warn(lines.join('\n'));
    lines.push(...diff.map((line) => `${images.name}: ${line}`));
    // Under a policy of somebody else a tag of ours may be all that keeps an image.
    if (is === 'put' || is === 'there' || is === 'planned') {
        const trimmed = await trimReleases(ecr, seen, keep, isDryRun, world);
        if (trimmed.tags.length > 0) {
            const verb = isDryRun ? 'would be taken off' : 'taken off';
            lines.push(`${images.name}: ${(0,counted/* counted */.h)(trimmed.tags.length, 'tag')} of old releases and of signatures without an image ${verb}: ${trimmed.tags.join(', ')}`);
        }
        lines.push(...trimmed.sentences);
    }
    for (const line of lines)
        world.report.line(line);
    return lines;
}

// EXTERNAL MODULE: ./build-stage/fleet/choose-services.js
var choose_services = __webpack_require__(5720);
// EXTERNAL MODULE: ./build-stage/images/registry-choice.js
var registry_choice = __webpack_require__(4039);
// EXTERNAL MODULE: ./build-stage/images/target-name.js
var target_name = __webpack_require__(5613);
// EXTERNAL MODULE: ./build-stage/services-file/select.js
var services_file_select = __webpack_require__(5857);
;// CONCATENATED MODULE: ./build-stage/actions/promote/sources.js
// src/actions/promote/sources.ts






/**
 * The images that are meant.
 *
 * @throws InputError with every problem of the services file, and when a tag would have to stand for two images
 */
async function wantedImages(inputs, readFile) {
    const named = await namedSources(inputs, readFile);
    const wanted = named.map(({ name, source }) => ({ name, source, target: targetOf(inputs, name, source) }));
    const input = inputs.services !== undefined ? 'services' : inputs.images !== undefined ? 'images' : 'source';
    const problems = wanted.flatMap(({ name, target }, index) => {
        const other = wanted.slice(0, index).find((one) => one.target === target);
        const both = `${other?.name} and ${name} would both go to ${target}, where a tag stands for one image only`;
        return other === undefined
            ? []
            : [{ input: inputs.target === undefined ? input : 'target', wrong: `is wrong: ${both}` }];
    });
    if (problems.length > 0)
        throw new input_error/* InputError */.d(problems);
    return wanted;
}
async function namedSources(inputs, readFile) {
    if (inputs.images !== undefined)
        return Object.entries(inputs.images).map(([name, source]) => ({ name, source }));
    if (inputs.services !== undefined)
        return ofServices(inputs, inputs.services, readFile);
    const sources = inputs.source.flatMap((given) => {
        const reading = (0,image_source/* parseImageSource */.AB)(given);
        return reading.ok ? [reading.value] : [];
    });
    const last = (repository) => pathOf(repository).replace(/^.*\//, '');
    const names = sources.map(({ repository }) => last(repository));
    // Two repositories of the same last part go by their whole names.
    return sources.map((source) => {
        const name = last(source.repository);
        return { name: names.filter((one) => one === name).length > 1 ? pathOf(source.repository) : name, source };
    });
}
async function ofServices({ servicesFile: path, sourceTag = '' }, selection, readFile) {
    const file = await (0,choose_services/* servicesFile */.x)(path, { readFile });
    const { services, problems } = (0,services_file_select.selectServices)(file, selection, []);
    const wrong = [
        ...problems.map(({ name, ...problem }) => ({ input: 'services', value: name, ...problem })),
        ...services
            .filter(({ ecrRepository }) => ecrRepository === undefined)
            .map(({ name }) => ({
            input: 'services-file',
            wrong: `is wrong at ${file.places.get(name)}: it names no ecr-repository for ${name}`,
        })),
    ];
    if (wrong.length > 0)
        throw new input_error/* InputError */.d(wrong);
    return services.map(({ name, ecrRepository = '' }) => ({
        name,
        source: { repository: ecrRepository, tag: sourceTag },
    }));
}
/** Where the image goes: by default to the repository of its name that the target's credentials see. */
function targetOf({ target, targetRoleToAssume, targetRegion }, name, source) {
    const path = pathOf(source.repository);
    if (target !== undefined)
        return (0,target_name/* targetName */.je)(target, { name, path });
    return targetRoleToAssume === undefined && targetRegion === undefined ? source.repository : path;
}
function pathOf(repository) {
    const reading = (0,registry_choice/* parseRepository */.SU)(repository);
    return reading.ok ? reading.value.path : repository;
}

;// CONCATENATED MODULE: ./build-stage/actions/promote/run.js
// src/actions/promote/run.ts














/** So many images are looked at side by side: some wait for their scans. */
const LOOKED_AT_ONCE = 8;
/**
 * All images are looked at before any is touched, all contents are there before any tag moves. What goes wrong in the middle leaves what
 * was promoted by then, and the next run goes on from it.
 *
 * @throws InputError, AccessError and Unanswered as long as nothing was touched
 */
async function promote(inputs, world) {
    const wanted = await wantedImages(inputs, (path) => world.readFile('services-file', path));
    const rule = await (0,gate_rule/* gateRule */.O)(inputs, world);
    let looked;
    try {
        looked = await (0,image_copy_world/* eachOf */.pQ)(wanted, LOOKED_AT_ONCE, (one) => inspect(one, inputs, rule, world));
    }
    catch (error) {
        if (!(error instanceof ended_badly/* Interrupted */.j))
            throw error;
        return ended('interrupted', `${sentence(error)} Nothing was touched.`, wanted.map(untouched));
    }
    const refused = looked.filter((one) => 'refused' in one);
    if (refused.length > 0)
        return refusal(looked, refused);
    const good = looked;
    for (const one of good)
        for (const line of planLines(one, inputs))
            world.report.line(line);
    for (const note of good.flatMap(({ notes }) => notes))
        world.report.line(note);
    if (inputs.dryRun) {
        const notes = await retain(good, inputs, world);
        const images = good.map((one) => resultOf(one, { outcome: 'planned', reason: 'A dry run.' }));
        return { ...ended('planned', `Nothing was touched: ${tally(images)}.`, images), notes };
    }
    return carriedOut(good, inputs, world);
}
async function carriedOut(good, inputs, world) {
    const results = [];
    const failed = (error, at, own, isContentOnly) => {
        const outcome = error instanceof Superseded ? 'superseded' : error instanceof ended_badly/* Interrupted */.j ? 'interrupted' : 'failed';
        const one = good[at];
        const images = [
            ...results,
            resultOf(one, { outcome, reason: sentence(error), ...own }),
            ...good.slice(at + 1).map((rest) => resultOf(rest, { outcome: 'untouched', reason: 'Its turn did not come.' })),
        ];
        const put = own.tags ?? [];
        const byThen = put.length === 0 ? '' : `${put.join(', ')} ${put.length === 1 ? 'was' : 'were'} put by then. `;
        const now = isContentOnly ? 'No tag was moved.' : `${byThen}${tally(images)}.`;
        return {
            ...ended(outcome, `${one.wanted.name}: ${sentence(error)} ${now} The next run goes on from here.`, images),
            error,
        };
    };
    const copies = [];
    for (const [at, one] of good.entries()) {
        try {
            const { image, from, to } = one;
            copies.push(await copyImage(image, from.images, to.images, world));
        }
        catch (error) {
            return failed(error, at, { tags: [] }, true);
        }
    }
    const notes = copies.flatMap(({ left }) => left);
    for (const [at, one] of good.entries()) {
        const startedAt = world.clock.now();
        const put = [];
        const copiedBytes = copies[at]?.blobs.bytes ?? 0;
        try {
            (0,image_copy_world/* goOn */.AC)(world);
            await moveTags(one, inputs, put, world);
            const isNews = put.length > 0 || (copies[at]?.manifests.put ?? 0) > 0;
            if (put.length > 0)
                notes.push(...(await recorded(one, inputs, put, world)));
            const own = isNews
                ? { outcome: 'promoted', reason: told(one, put, copies[at]) }
                : { outcome: 'unchanged', reason: 'Everything was so already.' };
            const tookMs = world.clock.now() - startedAt;
            const result = resultOf(one, {
                ...own,
                tags: allTags(one, inputs, put),
                previous: one.tags.before ?? '',
                copiedBytes,
                tookMs,
            });
            results.push(result);
            world.report.line(`${one.wanted.name}: ${result.outcome}: ${result.reason}`);
        }
        catch (error) {
            return failed(error, at, { tags: put, copiedBytes }, false);
        }
    }
    const outcome = results.some((one) => one.outcome === 'promoted') ? 'promoted' : 'unchanged';
    const where = inputs.environment === undefined ? '' : ` in ${inputs.environment}`;
    const result = ended(outcome, `${tally(results)}${where}.`, results);
    // It stands, whatever becomes of the rest, and of this process in it.
    world.report.outputs(promoteOutputs(result));
    return { ...result, notes: [...notes, ...(await unlessStopped(() => retain(good, inputs, world), world))] };
}
/** What comes after the promotion is not waited for when the run is asked to stop: ECR may take minutes. */
function unlessStopped(deed, { cancellation }) {
    const left = () => [`What becomes of the lifecycle policy was not waited for: ${cancellation.reason}`];
    if (cancellation.reason !== undefined)
        return Promise.resolve(left());
    return new Promise((resolve, reject) => {
        const takeBack = cancellation.onRequest(() => resolve(left()));
        deed().then(resolve, reject).finally(takeBack);
    });
}
/** That it could not be recorded is told and undoes nothing. */
async function recorded(one, { environment = '' }, put, world) {
    const { from, to, digest, tags } = one;
    try {
        await recordPromotion(one, {
            environment,
            tags: put,
            from: `${from.images.name}@${digest}`,
            previous: tags.isMoved && tags.previous !== undefined ? `${to.images.name}@${tags.previous}` : '',
            by: world.run.by,
            run: world.run.url,
            at: new Date(world.clock.now()).toISOString(),
        }, world);
        return [];
    }
    catch (error) {
        return [`${to.images.name}: the promotion could not be recorded beside the image: ${(0,message_of/* messageOf */.b)(error)}`];
    }
}
function told({ to, digest, tags }, put, copied) {
    const content = copied === undefined || copied.manifests.put === 0
        ? ''
        : ` (${(0,counted/* counted */.h)(copied.manifests.put, 'manifest')} and ${(0,counted/* counted */.h)(copied.blobs.copied, 'blob')} copied, ${megabytes(copied.blobs.bytes)})`;
    const before = tags.isMoved && tags.previous !== undefined ? `, before ${(0,images_digest/* shortDigest */.VK)(tags.previous)}` : '';
    return `${to.images.name}@${(0,images_digest/* shortDigest */.VK)(digest)} is ${put.join(', ') || 'there'}${before}${content}.`;
}
/** The tags that it has by what was asked for, also those that it had before. */
const allTags = ({ tags }, inputs, put) => {
    const had = [
        ...inputs.tags.filter((tag) => tags.more.every((one) => one.tag !== tag)),
        ...(inputs.environment === undefined || tags.isMoved ? [] : [inputs.environment]),
    ];
    return [...new Set([...put, ...had])];
};
function planLines({ wanted, from, to, digest, tags, image }, { environment }) {
    const { name, source } = wanted;
    const isSame = from.images.name === to.images.name;
    const content = isSame
        ? 'in the same repository'
        : tags.isThere
            ? 'which has it already'
            : `with ${(0,counted/* counted */.h)(image.plan.steps.length, 'manifest')}`;
    const puts = [
        ...(tags.isReleased ? [`${environment}-<time>`] : []),
        ...tags.more.map(({ tag }) => tag),
        ...(tags.isMoved
            ? [`${environment} (now ${tags.previous === undefined ? 'nothing' : (0,images_digest/* shortDigest */.VK)(tags.previous)})`]
            : []),
    ];
    return [
        `${name}: ${(0,image_source/* formatImageSource */.Sp)(source)} is ${digest}`,
        `${name}: to ${to.images.name}, ${content}; ${puts.length === 0 ? 'all tags are there' : `tags: ${puts.join(', ')}`}`,
    ];
}
function refusal(looked, refused) {
    const images = looked.map((one) => 'refused' in one
        ? {
            ...untouched(one.wanted),
            outcome: 'refused',
            reason: one.refused.join(' '),
            ...(one.verdict === undefined ? {} : { verdict: one.verdict }),
        }
        : { ...untouched(one.wanted), digest: one.digest, repository: one.to.images.name });
    const reasons = refused.map(({ wanted, refused: why }) => `${wanted.name}: ${why.join(' ')}`);
    return ended('refused', `Nothing was touched. ${reasons.join('\n')}`, images);
}
const untouched = ({ name, source }) => ({
    name,
    source: (0,image_source/* formatImageSource */.Sp)(source),
    repository: '',
    digest: '',
    tags: [],
    previous: '',
    outcome: 'untouched',
    reason: '',
    copiedBytes: 0,
    tookMs: 0,
});
function resultOf(one, own) {
    const { wanted, to, digest, verdict } = one;
    return {
        ...untouched(wanted),
        repository: to.images.name,
        digest,
        ...(verdict === undefined ? {} : { verdict }),
        ...own,
    };
}
const ended = (outcome, reason, images) => ({
    outcome,
    reason,
    images,
    notes: [],
});
const sentence = (error) => `${(0,message_of/* messageOf */.b)(error).replace(/\.$/, '')}.`;

// EXTERNAL MODULE: ./build-stage/actions/promote/spec.js + 1 modules
var spec = __webpack_require__(3369);
;// CONCATENATED MODULE: ./build-stage/actions/promote/index.js
// src/actions/promote/index.ts
















/** Nothing is begun in it that cannot be done again. */
const whenOver = 'What to do: mend what is said here; whatever is not done by then, promote does when it is run again';
async function main() {
    try {
        await act();
    }
    catch (error) {
        // What is thrown before anything was touched has a result as well: workflows decide by the outcome.
        const outcome = error instanceof input_error/* InputError */.d ? 'refused' : error instanceof ended_badly/* Interrupted */.j ? 'interrupted' : 'failed';
        const result = { outcome, reason: (0,message_of/* messageOf */.b)(error), images: [], notes: [] };
        github_report/* runnerReport */.b.outputs(promoteOutputs(result));
        await github_report/* runnerReport */.b.summary(promoteSummary(result, runUrl()));
        throw error;
    }
}
async function act() {
    const inputs = (0,github_inputs/* readInputs */.Ko)(spec.spec);
    const world = await outside(inputs);
    const result = await promote(inputs, world).finally(() => {
        if (world.cancellation.reason !== undefined)
            (0,leave_soon/* leaveSoon */.b)();
    });
    github_report/* runnerReport */.b.outputs(promoteOutputs(result));
    await github_report/* runnerReport */.b.summary(promoteSummary(result, world.run.url));
    const failure = failureOf(result);
    if (failure !== undefined)
        (0,fail/* fail */.f)(failure);
    else
        github_report/* runnerReport */.b.line(result.reason);
}
async function outside(inputs) {
    const [{ imageRegistries }, { otherRegistries }, { secondSession }, { createImageUse }, { sessionFor }, { Pacer }] = await Promise.all([
        __webpack_require__.e(/* import() | aws-registries */ 3574).then(__webpack_require__.bind(__webpack_require__, 803)),
        __webpack_require__.e(/* import() | registry */ 314).then(__webpack_require__.bind(__webpack_require__, 6174)),
        __webpack_require__.e(/* import() | aws-second-session */ 2056).then(__webpack_require__.bind(__webpack_require__, 3168)),
        __webpack_require__.e(/* import() | aws-image-use */ 9160).then(__webpack_require__.bind(__webpack_require__, 5530)),
        __webpack_require__.e(/* import() | aws-session-for */ 5019).then(__webpack_require__.bind(__webpack_require__, 2691)),
        __webpack_require__.e(/* import() | aws-paced */ 5322).then(__webpack_require__.bind(__webpack_require__, 2206)),
    ]);
    const { region, targetRegion = region, targetRoleToAssume: roleArn, targetExternalId: externalId } = inputs;
    const clock = (0,system_clock/* systemClock */.m)(process.env);
    const identity = (0,job_identity/* jobIdentity */.K)(clock);
    const { conceal, report, run } = identity;
    const session = sessionFor(inputs, { ...identity, whenOver });
    const elsewhere = otherRegistries({ clock, conceal });
    const source = imageRegistries({ region, session, clock, conceal, elsewhere });
    const second = roleArn === undefined
        ? session
        : secondSession({
            base: session,
            region: targetRegion,
            roleArn,
            externalId,
            sessionName: inputs.roleSessionName ?? `sluice-${run.runId ?? 'local'}-${run.attempt}`,
            clock,
            conceal,
            line: report.line,
            warn: report.warn,
            whenOver,
        });
    const isElsewhere = roleArn !== undefined || targetRegion !== region;
    return {
        clock,
        cancellation: withDeadline((0,cancellation/* cancellationBySignal */.t)(), clock, inputs.timeout),
        report: github_report/* runnerReport */.b,
        source,
        target: isElsewhere
            ? imageRegistries({ region: targetRegion, session: second, clock, conceal, elsewhere })
            : source,
        use: createImageUse({ region: targetRegion, session: second, pacer: new Pacer(clock) }),
        readFile: workspace/* readWorkspaceFile */.s,
        run: { by: (0,run_context/* runContext */.p)().actor, url: runUrl() },
    };
}
function runUrl() {
    const { actor, runUrl: url } = (0,run_context/* runContext */.p)();
    return url ?? `a run by ${actor}`;
}


/***/ }),

/***/ 3369:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  spec: () => (/* binding */ spec)
});

// EXTERNAL MODULE: ./build-stage/spec/json-object.js
var json_object = __webpack_require__(4629);
// EXTERNAL MODULE: ./build-stage/spec/kind.js
var kind = __webpack_require__(1789);
// EXTERNAL MODULE: ./build-stage/images/image-source.js
var image_source = __webpack_require__(237);
;// CONCATENATED MODULE: ./build-stage/images/built-images.js
// src/images/built-images.ts



/**
 * Reads `{"user": {"image": "repository@digest", …}}`, which is what `build-push` puts out, or `{"user": "repository@digest"}`, which
 * is what deployments take. Each must have its digest: a tag would have to be looked up once more.
 */
function parseBuiltImages(given) {
    const object = (0,json_object/* parseJsonObject */.d)(given);
    if (!object.ok)
        return object;
    const images = [];
    for (const [name, entry] of Object.entries(object.value)) {
        const image = (0,json_object/* isJsonObject */.O)(entry) ? entry.image : entry;
        if (!/^[A-Za-z0-9][\w./-]{0,254}$/.test(name))
            return (0,kind/* wrong */.Q)(`has a name that is none of a service: ${JSON.stringify(name)}`);
        if (typeof image !== 'string')
            return (0,kind/* wrong */.Q)(`has no image for ${name}`);
        const reading = (0,image_source/* parseImageSource */.AB)(image);
        if (!reading.ok)
            return (0,kind/* wrong */.Q)(`has an image of ${name} (${image}) that ${reading.wrong}`);
        if (reading.value.digest === undefined)
            return (0,kind/* wrong */.Q)(`has an image of ${name} (${image}) without its digest`);
        images.push([name, reading.value]);
    }
    return images.length === 0 ? (0,kind/* wrong */.Q)('names no image') : (0,kind/* read */.L)(Object.fromEntries(images));
}
/** Built images as an input. */
function builtImages() {
    return {
        label: 'JSON',
        accepts: 'the output images of build-push, or a JSON object such as {"user": "team/user@sha256:…"}',
        absent: undefined,
        read: parseBuiltImages,
    };
}

// EXTERNAL MODULE: ./build-stage/images/reference.js
var reference = __webpack_require__(9431);
// EXTERNAL MODULE: ./build-stage/images/release-tags.js
var release_tags = __webpack_require__(5549);
// EXTERNAL MODULE: ./build-stage/images/target-name.js
var target_name = __webpack_require__(5613);
// EXTERNAL MODULE: ./build-stage/spec/action-spec.js
var action_spec = __webpack_require__(1169);
// EXTERNAL MODULE: ./build-stage/spec/fleet-inputs.js
var fleet_inputs = __webpack_require__(3849);
// EXTERNAL MODULE: ./build-stage/spec/kinds.js + 1 modules
var kinds = __webpack_require__(7240);
// EXTERNAL MODULE: ./build-stage/spec/names.js
var names = __webpack_require__(7383);
// EXTERNAL MODULE: ./build-stage/spec/retention-inputs.js
var retention_inputs = __webpack_require__(9183);
// EXTERNAL MODULE: ./build-stage/spec/rules.js
var rules = __webpack_require__(5692);
// EXTERNAL MODULE: ./build-stage/spec/scan-inputs.js
var scan_inputs = __webpack_require__(5034);
// EXTERNAL MODULE: ./build-stage/spec/session-inputs.js
var session_inputs = __webpack_require__(9361);
;// CONCATENATED MODULE: ./build-stage/actions/promote/spec.js
// src/actions/promote/spec.ts













const inputs = {
    source: {
        kind: kinds/* lines */.Mn({ item: (0,image_source/* imageSource */.ZZ)(), of: 'image', max: 100 }),
        description: 'What is promoted: an image by its digest or its tag, with its registry or, in the ECR of this account, without; several with one per line. A tag is looked up once, at the beginning, and what it stood for then is what is promoted.',
    },
    images: {
        kind: builtImages(),
        description: 'The images of several services as JSON, in place of `source`: the output `images` of `build-push`, or `{"user": "image@sha256:…"}`.',
    },
    services: {
        kind: fleet_inputs/* fleetInputs */.Y.services.kind,
        description: 'Services of the services file, in place of `source`: `all`, or their names, one per line. Of each, the image under `source-tag` in its `ecr-repository` is promoted.',
    },
    'services-file': fleet_inputs/* fleetInputs */.Y['services-file'],
    'source-tag': {
        kind: (0,reference/* tag */.Tc)(),
        description: 'With `services`, the tag of the images that are promoted, such as `staging`.',
    },
    target: {
        kind: (0,target_name/* targetRepository */.WU)(),
        description: 'Repository that the image goes to, with its registry or, in the ECR of the target account, without. `{name}` stands for the service, or the last part of the repository, `{repository}` for the whole name of it. By default the repository that the image is in already, in the target account and Region.',
    },
    environment: {
        kind: (0,retention_inputs/* environmentName */.V)(),
        description: 'Environment that the image is released to, such as `prod`: the tag of that name is moved to it, and it gets a tag of its own with the time, `prod-20261121T121314Z`.',
    },
    tags: {
        kind: kinds/* lines */.Mn({ item: (0,reference/* tag */.Tc)(), of: 'tag', max: 50 }),
        description: 'Further tags for the image, one per line.',
    },
    'target-role-to-assume': {
        kind: kinds/* arn */.Cm('role'),
        description: 'ARN of the role that the target is reached with, in another account. It is taken with the credentials that the source is read with (`sts:AssumeRole`), and renewed.',
    },
    'target-external-id': {
        kind: kinds/* text */.Qq({
            pattern: /^[\w+=,.@:/-]{2,1224}$/,
            accepts: '2 to 1224 letters, digits and characters of _+=,.@:/-',
        }),
        description: 'External ID that the trust policy of that role asks for.',
    },
    'target-region': { kind: (0,names/* region */.Ny)(), description: 'Region of the target. By default `region`.' },
    referrers: {
        kind: kinds/* oneOf */.yL('copy', 'leave'),
        preset: 'copy',
        description: 'Whether signatures, attestations and SBOMs that lie beside the image go along with it. Those that its index names always do.',
    },
    ...scan_inputs/* scanInputs */.L,
    'require-signature': {
        kind: kinds/* flag */.Jt(),
        preset: 'false',
        description: "Keep an image back that nobody signed: there must be a signature of Notation or Cosign beside it, or one by ECR's own signing. Whose it is and whether it holds is not checked.",
    },
    lifecycle: {
        kind: kinds/* oneOf */.yL('check', 'put', 'replace', 'off'),
        preset: 'check',
        description: "What becomes of the lifecycle policy of the target: `check` warns when the one that is there could delete an image that is needed, `put` writes one that cannot where there is none or one of ours, `replace` also where there is somebody else's. `put` and `replace` take the tags of releases beyond `keep` off. `off` does not look.",
    },
    ...retention_inputs/* retentionInputs */.k,
    clusters: {
        ...retention_inputs/* retentionInputs */.k.clusters,
        description: 'ECS clusters of the target account and Region, one per line: what their services run is never given up. `none` says that no cluster runs these images.',
    },
    timeout: {
        kind: kinds/* duration */.p0({ minMs: 10_000, maxMs: 21_600_000 }),
        preset: '30m',
        description: 'How long all of it may take. What is there by then stays, and the next run goes on from it.',
    },
    'dry-run': {
        kind: kinds/* flag */.Jt(),
        preset: 'false',
        description: 'Look at everything, print what would be done, and do nothing.',
    },
    ...session_inputs/* sessionInputs */.q,
    region: {
        kind: (0,names/* region */.Ny)(),
        required: true,
        environment: ['AWS_REGION', 'AWS_DEFAULT_REGION'],
        description: 'AWS Region of the source. By default the one in `AWS_REGION`.',
    },
};
const spec = (0,action_spec/* defineAction */.Q)({
    name: 'promote',
    title: 'Sluice: promote',
    description: 'Gives images that are there the tag of an environment, in the same repository or in that of another Region or account: the very same bytes, checked before and after, and nothing is built.',
    branding: { icon: 'arrow-up-circle', color: 'blue' },
    inputs,
    rules: [
        ...session_inputs/* sessionRules */.a,
        ...scan_inputs/* scanRules */.j,
        (0,rules/* exactlyOneOf */.Og)('source', 'images', 'services'),
        (0,rules/* atLeastOneOf */.Y)('environment', 'tags'),
        (0,rules/* needs */.eN)('target-external-id', 'target-role-to-assume'),
        (0,rules/* needs */.eN)('source-tag', 'services'),
        (0,rules/* rule */.Hu)(['source-tag', 'services'], '`source-tag` is given together with `services`.', (_values, has) => has('services') && !has('source-tag') ? 'is required beside services' : undefined),
        (0,rules/* rule */.Hu)(['services'], '`services` is `all`, or names.', ({ services }) => services === 'changed' ? 'is about what is built: name the services, or say all' : undefined),
        (0,rules/* rule */.Hu)(['target', 'source', 'images', 'services'], '`target` of several images has `{name}` or `{repository}` in it.', ({ target, source, images, services }) => target !== undefined && !(0,target_name/* isTemplate */.Fl)(target) && (services !== undefined || isSeveral(source, images))
            ? 'is one repository for several images: put {name} or {repository} in it'
            : undefined),
        (0,rules/* rule */.Hu)(['source', 'target'], 'Each image of `source` is of another repository.', ({ source }) => {
            const places = source.map(repositoryOf);
            const twice = places.find((place, index) => places.indexOf(place) !== index);
            return twice === undefined ? undefined : `names two images of ${twice}, and a tag stands for one image only`;
        }),
        (0,rules/* rule */.Hu)(['tags', 'environment'], '`tags` has neither the tag of the environment nor that of a release.', ({ tags, environment }) => {
            const bad = tags.find((one) => one === environment || (0,release_tags/* readReleaseTag */.uX)(one) !== undefined);
            if (bad === undefined)
                return undefined;
            return bad === environment
                ? `has ${bad}, which is the environment's own tag`
                : `has ${bad}, which is written like the tag of a release: these are made from environment`;
        }),
        (0,rules/* rule */.Hu)(['clusters', 'lifecycle'], '`lifecycle: put` and `replace` need `clusters`.', ({ clusters, lifecycle }) => {
            if (clusters.length > 1 && clusters.includes('none'))
                return 'has none beside clusters';
            return clusters.length === 0 && (lifecycle === 'put' || lifecycle === 'replace')
                ? 'is required for this lifecycle: what runs must be known before anything may be deleted; say none when no cluster runs these images'
                : undefined;
        }),
        (0,rules/* rule */.Hu)(['clusters', 'target-region', 'region'], 'ARNs in `clusters` are of the Region of the target.', ({ clusters, targetRegion, region: its }) => {
            const other = clusters.find((one) => one.startsWith('arn:') && one.split(':')[3] !== (targetRegion ?? its));
            return other === undefined ? undefined : `has ${other}, which is not of the Region ${targetRegion ?? its}`;
        }),
    ],
    outputs: {
        outcome: {
            description: 'How it ended: `promoted`, `unchanged` (everything was so already), `planned` (a dry run), `refused` (an image may not be promoted, nothing was touched), `superseded` (somebody else moved the tag meanwhile), `interrupted` or `failed`.',
        },
        reason: { description: 'The same in a sentence.' },
        images: {
            description: 'Each image as JSON, by the name of its service or the last part of its repository: `{"user": {"image": "repository@digest", "repository": "…", "digest": "…", "tags": ["prod", "prod-…"], "previous": "repository@digest", "outcome": "promoted", "reason": "…"}}`. `previous` is what the tag of the environment stood for before, or, when it did not move, the release before; empty when there is none.',
        },
        'service-images': {
            description: 'The same as `{"user": "repository@digest"}`, as the input `service-images` of the deployments takes it.',
        },
        image: { description: 'The image where it was promoted to, by its digest, when it is only one.' },
        digest: { description: 'Its digest.' },
        previous: {
            description: 'The image that the tag of the environment stood for before, by its digest; when it did not move, that of the release before. What a way back goes to.',
        },
    },
});
const isSeveral = (source, images) => source.length > 1 || Object.keys(images ?? {}).length > 1;
function repositoryOf(given) {
    const reading = (0,image_source/* parseImageSource */.AB)(given);
    return reading.ok ? reading.value.repository : given;
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

/***/ 237:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AB: () => (/* binding */ parseImageSource),
/* harmony export */   Sp: () => (/* binding */ formatImageSource),
/* harmony export */   ZZ: () => (/* binding */ imageSource)
/* harmony export */ });
/* harmony import */ var _spec_kind_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1789);
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(643);
/* harmony import */ var _reference_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9431);
/* harmony import */ var _registry_choice_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4039);
// src/images/image-source.ts




/** Reads `repository:tag`, `repository@digest` or both. One of the two must be there: nothing is taken for `latest`. */
function parseImageSource(given) {
    const [named = '', ...digests] = given.split('@');
    if (digests.length > 1)
        return (0,_spec_kind_js__WEBPACK_IMPORTED_MODULE_3__/* .wrong */ .Q)('has more than one @');
    // A colon before a slash belongs to the port.
    const colon = named.indexOf(':', named.lastIndexOf('/') + 1);
    const place = (0,_registry_choice_js__WEBPACK_IMPORTED_MODULE_2__/* .parseRepository */ .SU)(colon === -1 ? named : named.slice(0, colon));
    if (!place.ok)
        return place;
    const tag = colon === -1 ? undefined : (0,_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .parseTag */ .ED)(named.slice(colon + 1));
    if (tag?.ok === false)
        return (0,_spec_kind_js__WEBPACK_IMPORTED_MODULE_3__/* .wrong */ .Q)(`has a tag that ${tag.wrong}`);
    const digest = digests[0] === undefined ? undefined : (0,_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .parseDigest */ .m)(digests[0]);
    if (digest?.ok === false)
        return (0,_spec_kind_js__WEBPACK_IMPORTED_MODULE_3__/* .wrong */ .Q)(`has a digest that ${digest.wrong}`);
    if (tag === undefined && digest === undefined)
        return (0,_spec_kind_js__WEBPACK_IMPORTED_MODULE_3__/* .wrong */ .Q)('has neither a tag nor a digest', `${given}:TAG`);
    return (0,_spec_kind_js__WEBPACK_IMPORTED_MODULE_3__/* .read */ .L)({
        repository: (0,_registry_choice_js__WEBPACK_IMPORTED_MODULE_2__/* .formatRepository */ .Sh)(place.value),
        ...(tag === undefined ? {} : { tag: tag.value }),
        ...(digest === undefined ? {} : { digest: digest.value }),
    });
}
/** As people write it. */
const formatImageSource = ({ repository, tag, digest }) => `${repository}${tag === undefined ? '' : `:${tag}`}${digest === undefined ? '' : `@${digest}`}`;
/** An image that is there already, as an input. */
function imageSource() {
    return {
        label: 'image',
        accepts: 'an image by its digest or its tag, such as team/shop@sha256:… or team/shop:staging',
        absent: undefined,
        read: (given) => {
            const reading = parseImageSource(given);
            return reading.ok ? (0,_spec_kind_js__WEBPACK_IMPORTED_MODULE_3__/* .read */ .L)(given) : reading;
        },
    };
}


/***/ }),

/***/ 5613:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fl: () => (/* binding */ isTemplate),
/* harmony export */   WU: () => (/* binding */ targetRepository),
/* harmony export */   je: () => (/* binding */ targetName)
/* harmony export */ });
/* harmony import */ var _spec_kind_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1789);
/* harmony import */ var _registry_choice_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4039);
// src/images/target-name.ts


/** Repository that an image goes to: `{name}` and `{repository}` stand for those of the image. */
const targetName = (template, { name, path }) => template.replaceAll('{name}', name).replaceAll('{repository}', path);
/** Whether it may name another repository for another image. */
const isTemplate = (template) => /\{(?:name|repository)\}/.test(template);
/** Such a name as an input. */
function targetRepository() {
    return {
        label: 'repository',
        accepts: 'a repository such as prod/shop, prod/{name} or 123456789012.dkr.ecr.eu-west-1.amazonaws.com/{repository}, without a tag',
        absent: undefined,
        read: (given) => {
            const strange = /\{(?!name\}|repository\})[^}]*\}?/.exec(given)?.[0];
            if (strange !== undefined)
                return (0,_spec_kind_js__WEBPACK_IMPORTED_MODULE_1__/* .wrong */ .Q)(`has ${JSON.stringify(strange)} in it`);
            const reading = (0,_registry_choice_js__WEBPACK_IMPORTED_MODULE_0__/* .parseRepository */ .SU)(targetName(given, { name: 'name', path: 'team/name' }));
            return reading.ok ? (0,_spec_kind_js__WEBPACK_IMPORTED_MODULE_1__/* .read */ .L)(given) : (0,_spec_kind_js__WEBPACK_IMPORTED_MODULE_1__/* .wrong */ .Q)(reading.wrong);
        },
    };
}


/***/ })

};
