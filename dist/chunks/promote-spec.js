export const id = 4831;
export const ids = [4831];
export const modules = {

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
