export const id = 5858;
export const ids = [5858];
export const modules = {

/***/ 643:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bc: () => (/* binding */ isDigest),
/* harmony export */   VK: () => (/* binding */ shortDigest),
/* harmony export */   m: () => (/* binding */ parseDigest)
/* harmony export */ });
/* unused harmony export digest */
/* harmony import */ var _spec_kind_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1789);
// src/images/digest.ts

/**
 * How many hexadecimal digits follow each algorithm that registries know. ECR itself takes `sha256` only.
 * https://github.com/opencontainers/image-spec/blob/main/descriptor.md#digests
 */
const LENGTHS = new Map([
    ['sha256', 64],
    ['sha512', 128],
]);
/** The digest as it is written everywhere: `sha256:` and small hexadecimal digits. */
function parseDigest(given) {
    const [, algorithm, encoded] = /^([^:]*):(.*)$/s.exec(given) ?? [];
    if (algorithm === undefined || encoded === undefined)
        return (0,_spec_kind_js__WEBPACK_IMPORTED_MODULE_0__/* .wrong */ .Q)('has no algorithm such as sha256: in front');
    const length = LENGTHS.get(algorithm);
    if (length === undefined)
        return (0,_spec_kind_js__WEBPACK_IMPORTED_MODULE_0__/* .wrong */ .Q)(`has an algorithm that registries do not know (${algorithm})`);
    if (/[A-F]/.test(encoded) && /^[0-9a-fA-F]*$/.test(encoded)) {
        return (0,_spec_kind_js__WEBPACK_IMPORTED_MODULE_0__/* .wrong */ .Q)('has capital letters', `${algorithm}:${encoded.toLowerCase()}`);
    }
    if (!/^[0-9a-f]*$/.test(encoded))
        return (0,_spec_kind_js__WEBPACK_IMPORTED_MODULE_0__/* .wrong */ .Q)('is not hexadecimal');
    return encoded.length === length
        ? (0,_spec_kind_js__WEBPACK_IMPORTED_MODULE_0__/* .read */ .L)(given)
        : (0,_spec_kind_js__WEBPACK_IMPORTED_MODULE_0__/* .wrong */ .Q)(`has ${encoded.length} hexadecimal digits and not ${length}: it was cut or is none`);
}
const isDigest = (given) => parseDigest(given).ok;
/** `sha256:0123456789ab`: enough to be told apart by people, never to be looked up with. */
const shortDigest = (digest) => digest.replace(/^([^:]+:.{12}).*$/s, '$1');
/** A digest as an input. */
function digest() {
    return {
        label: 'digest',
        accepts: 'a digest such as sha256: followed by 64 hexadecimal digits',
        absent: undefined,
        read: parseDigest,
    };
}


/***/ }),

/***/ 7331:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fd: () => (/* binding */ ecrHost),
/* harmony export */   gO: () => (/* binding */ ecrRegistry),
/* harmony export */   qM: () => (/* binding */ repositoryArn)
/* harmony export */ });
// src/images/ecr-host.ts
/**
 * With IPv4 only (`dkr.ecr`) and with both (`dkr-ecr`), and the FIPS form of each.
 * https://docs.aws.amazon.com/AmazonECR/latest/userguide/Registries.html
 * https://docs.aws.amazon.com/AmazonECR/latest/userguide/ecr-requests.html
 */
const PRIVATE = /^(?<account>\d{12})\.dkr[.-]ecr(?<fips>-fips)?\.(?<region>[a-z]{2,4}(?:-[a-z]+)+-\d{1,2})\.(?<suffix>[a-z0-9.-]+)$/;
/** Domain suffixes of each partition; the two forms of the host have different ones. */
const SUFFIXES = [
    ['amazonaws.com', 'aws-us-gov', /^us-gov-/],
    ['on.aws', 'aws-us-gov', /^us-gov-/],
    ['amazonaws.com', 'aws', /^(?!cn-|us-gov-|us-iso|eusc-|eu-isoe-)/],
    ['on.aws', 'aws', /^(?!cn-|us-gov-|us-iso|eusc-|eu-isoe-)/],
    ['amazonaws.com.cn', 'aws-cn', /^cn-/],
    ['on.amazonwebservices.com.cn', 'aws-cn', /^cn-/],
    ['amazonaws.eu', 'aws-eusc', /^eusc-/],
    ['on.amazonwebservices.eu', 'aws-eusc', /^eusc-/],
    ['c2s.ic.gov', 'aws-iso', /^us-iso-/],
    ['sc2s.sgov.gov', 'aws-iso-b', /^us-isob-/],
    ['cloud.adc-e.uk', 'aws-iso-e', /^eu-isoe-/],
    ['csp.hci.ic.gov', 'aws-iso-f', /^us-isof-/],
];
/** The second has IPv6 as well. https://docs.aws.amazon.com/AmazonECR/latest/public/public-registries.html */
const PUBLIC_HOSTS = ['public.ecr.aws', 'ecr-public.aws.com'];
/** Which registry of Amazon ECR a host means; undefined when it is none. */
function ecrRegistry(host) {
    if (PUBLIC_HOSTS.includes(host))
        return { kind: 'public', region: 'us-east-1', partition: 'aws' };
    const { account, fips, region, suffix } = PRIVATE.exec(host)?.groups ?? {};
    if (account === undefined || region === undefined)
        return undefined;
    const partition = SUFFIXES.find(([end, , regions]) => end === suffix && regions.test(region))?.[1];
    if (partition === undefined)
        return undefined;
    return { kind: 'private', account, region, partition, isFips: fips !== undefined };
}
/** The host that pushes go to, in the partition of the Region. */
function ecrHost(account, region) {
    const [suffix] = SUFFIXES.find(([, , regions]) => regions.test(region)) ?? ['amazonaws.com'];
    return `${account}.dkr.ecr.${region}.${suffix}`;
}
/** The ARN of a repository, for policies and messages. */
function repositoryArn({ account, region, partition }, repository) {
    return `arn:${partition}:ecr:${region}:${account}:repository/${repository}`;
}


/***/ }),

/***/ 794:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FL: () => (/* binding */ severityOfScore),
/* harmony export */   O6: () => (/* binding */ reaches),
/* harmony export */   Tw: () => (/* binding */ mergedFindings),
/* harmony export */   oC: () => (/* binding */ SEVERITIES),
/* harmony export */   xJ: () => (/* binding */ severityOf)
/* harmony export */ });
// src/images/findings.ts
/** From the worst to the least. `unknown` is what nobody has judged yet. */
const SEVERITIES = ['critical', 'high', 'medium', 'low', 'negligible', 'unknown'];
/** The words of all sources. https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_ImageScanFinding.html */
const WORDS = new Map([
    ['critical', 'critical'],
    ['high', 'high'],
    ['medium', 'medium'],
    ['moderate', 'medium'],
    ['low', 'low'],
    ['informational', 'negligible'],
    ['negligible', 'negligible'],
    ['undefined', 'unknown'],
    ['untriaged', 'unknown'],
    ['unknown', 'unknown'],
]);
/** What a source calls it; undefined for a word that is not known, which no reader may take for harmless. */
const severityOf = (word) => WORDS.get(word.toLowerCase());
/** https://www.first.org/cvss/v3.1/specification-document#Qualitative-Severity-Rating-Scale */
function severityOfScore(score) {
    if (score >= 9)
        return 'critical';
    if (score >= 7)
        return 'high';
    if (score >= 4)
        return 'medium';
    return score > 0 ? 'low' : 'negligible';
}
/** Whether the one is as bad as the other or worse. What nobody has judged is as bad as nothing else. */
const reaches = (severity, threshold) => SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(threshold);
/** Each finding once, the worst first; the same weakness in the same version of a package counts once, whoever told it. */
function mergedFindings(lists) {
    const merged = new Map();
    for (const finding of lists.flat()) {
        const key = JSON.stringify([finding.id, finding.package, finding.version]);
        const other = merged.get(key);
        // Put aside by one source and not by another, it counts; judged differently, the worse counts.
        const isWorse = other === undefined || isMore(finding, other);
        if (isWorse)
            merged.set(key, finding);
    }
    const order = ({ severity, id, package: name }) => `${SEVERITIES.indexOf(severity)} ${id} ${name}`;
    return [...merged.values()].sort((a, b) => (order(a) < order(b) ? -1 : 1));
}
function isMore(one, other) {
    const isAside = one.asideBecause !== undefined;
    if (isAside !== (other.asideBecause !== undefined))
        return !isAside;
    return SEVERITIES.indexOf(one.severity) < SEVERITIES.indexOf(other.severity);
}


/***/ }),

/***/ 9431:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ED: () => (/* binding */ parseTag),
/* harmony export */   F2: () => (/* binding */ parseReference),
/* harmony export */   Tc: () => (/* binding */ tag),
/* harmony export */   Vb: () => (/* binding */ nameOf)
/* harmony export */ });
/* unused harmony exports isTag, formatReference */
/* harmony import */ var _spec_kind_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1789);
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(643);
// src/images/reference.ts


/** https://github.com/distribution/reference/blob/main/reference.go (the grammar at its top) */
const TAG = /^\w[\w.-]{0,127}$/;
const HOST = /^(?:(?:[A-Za-z0-9]|[A-Za-z0-9][A-Za-z0-9-]*[A-Za-z0-9])(?:\.(?:[A-Za-z0-9]|[A-Za-z0-9][A-Za-z0-9-]*[A-Za-z0-9]))*|\[[A-Fa-f0-9:]+\])(?::\d+)?$/;
const PATH_COMPONENT = /^[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*$/;
/** Of the name without the tag. https://github.com/distribution/reference/blob/main/reference.go (RepositoryNameTotalLengthMax) */
const LONGEST_NAME = 255;
const isTag = (given) => TAG.test(given);
/** A tag as an input. */
function tag() {
    return {
        label: 'tag',
        accepts: 'a tag: letters, digits, _ . -, not beginning with . or -, at most 128',
        absent: undefined,
        read: parseTag,
    };
}
function parseTag(given) {
    if (TAG.test(given))
        return (0,_spec_kind_js__WEBPACK_IMPORTED_MODULE_1__/* .read */ .L)(given);
    if (given.length > 128)
        return (0,_spec_kind_js__WEBPACK_IMPORTED_MODULE_1__/* .wrong */ .Q)(`has ${given.length} letters, more than 128`);
    const bad = /[^\w.-]/.exec(given)?.[0];
    if (bad !== undefined)
        return (0,_spec_kind_js__WEBPACK_IMPORTED_MODULE_1__/* .wrong */ .Q)(`has ${JSON.stringify(bad)} in it`, given.replaceAll(/[^\w.-]+/g, '-'));
    return (0,_spec_kind_js__WEBPACK_IMPORTED_MODULE_1__/* .wrong */ .Q)(given === '' ? 'is empty' : 'begins with . or -');
}
/** Reads a reference as Docker does. */
function parseReference(given) {
    if (/\s/.test(given))
        return (0,_spec_kind_js__WEBPACK_IMPORTED_MODULE_1__/* .wrong */ .Q)('has a space in it');
    if (/^[a-z]+:\/\//i.test(given))
        return (0,_spec_kind_js__WEBPACK_IMPORTED_MODULE_1__/* .wrong */ .Q)('begins with a protocol', given.replace(/^[a-z]+:\/\//i, ''));
    const [named = '', ...digests] = given.split('@');
    if (digests.length > 1)
        return (0,_spec_kind_js__WEBPACK_IMPORTED_MODULE_1__/* .wrong */ .Q)('has more than one @');
    const [digest] = digests;
    const digestRead = digest === undefined ? undefined : (0,_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .parseDigest */ .m)(digest);
    if (digestRead?.ok === false)
        return (0,_spec_kind_js__WEBPACK_IMPORTED_MODULE_1__/* .wrong */ .Q)(`has a digest that ${digestRead.wrong}`, suggested(named, digestRead));
    // A colon before a slash belongs to the port.
    const colon = named.indexOf(':', named.lastIndexOf('/') + 1);
    const name = colon === -1 ? named : named.slice(0, colon);
    const tagGiven = colon === -1 ? undefined : named.slice(colon + 1);
    const tagRead = tagGiven === undefined ? undefined : parseTag(tagGiven);
    if (tagRead?.ok === false)
        return (0,_spec_kind_js__WEBPACK_IMPORTED_MODULE_1__/* .wrong */ .Q)(`has a tag that ${tagRead.wrong}`);
    const place = placeOf(name);
    if (!place.ok)
        return place;
    return (0,_spec_kind_js__WEBPACK_IMPORTED_MODULE_1__/* .read */ .L)({
        ...place.value,
        ...(tagGiven === undefined ? {} : { tag: tagGiven }),
        ...(digest === undefined ? {} : { digest }),
    });
}
const suggested = (named, { suggestion }) => suggestion === undefined ? undefined : `${named}@${suggestion}`;
function placeOf(name) {
    const slash = name.indexOf('/');
    const first = slash === -1 ? '' : name.slice(0, slash);
    const isHost = /[.:[]/.test(first) || first === 'localhost' || first !== first.toLowerCase();
    const registry = isHost ? first : 'docker.io';
    const path = isHost ? name.slice(slash + 1) : name;
    if (isHost && !HOST.test(first))
        return (0,_spec_kind_js__WEBPACK_IMPORTED_MODULE_1__/* .wrong */ .Q)(`has a registry that is no host (${first})`);
    if (path === '')
        return (0,_spec_kind_js__WEBPACK_IMPORTED_MODULE_1__/* .wrong */ .Q)('names no repository');
    const bad = path.split('/').find((part) => !PATH_COMPONENT.test(part));
    if (bad !== undefined) {
        const lower = name.toLowerCase();
        const isCaseOnly = path !== path.toLowerCase() && placeOf(lower).ok;
        return (0,_spec_kind_js__WEBPACK_IMPORTED_MODULE_1__/* .wrong */ .Q)(isCaseOnly
            ? 'has capital letters in the name of the repository'
            : `has ${JSON.stringify(bad)} where small letters, digits and single . _ - between them are meant`, isCaseOnly ? `${isHost ? `${first}/` : ''}${path.toLowerCase()}` : undefined);
    }
    // Docker takes it for the identifier of a local image. https://github.com/distribution/reference/blob/main/normalize.go
    if (!isHost && /^[0-9a-f]{64}$/.test(path))
        return (0,_spec_kind_js__WEBPACK_IMPORTED_MODULE_1__/* .wrong */ .Q)('is the identifier of an image and not its name');
    const isOfLibrary = registry === 'docker.io' && !path.includes('/');
    const repository = isOfLibrary ? `library/${path}` : path;
    if (`${registry}/${repository}`.length > LONGEST_NAME)
        return (0,_spec_kind_js__WEBPACK_IMPORTED_MODULE_1__/* .wrong */ .Q)(`has a name of more than ${LONGEST_NAME} letters`);
    return (0,_spec_kind_js__WEBPACK_IMPORTED_MODULE_1__/* .read */ .L)({ registry: registry === 'index.docker.io' ? 'docker.io' : registry, repository });
}
/** `registry/repository:tag@digest`, always with the registry. */
function formatReference({ registry, repository, tag, digest }) {
    return `${nameOf({ registry, repository })}${tag === undefined ? '' : `:${tag}`}${digest === undefined ? '' : `@${digest}`}`;
}
/** `registry/repository` */
const nameOf = ({ registry, repository }) => `${registry}/${repository}`;


/***/ }),

/***/ 4039:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jk: () => (/* binding */ repository),
/* harmony export */   L4: () => (/* binding */ chooseRegistry),
/* harmony export */   SU: () => (/* binding */ parseRepository),
/* harmony export */   Sh: () => (/* binding */ formatRepository),
/* harmony export */   U9: () => (/* binding */ isLoopback)
/* harmony export */ });
/* harmony import */ var _spec_counted_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7481);
/* harmony import */ var _spec_kind_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1789);
/* harmony import */ var _ecr_host_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7331);
/* harmony import */ var _reference_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9431);
// src/images/registry-choice.ts




/** https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_CreateRepository.html (repositoryName) */
const ECR_PATH = /^(?:[a-z0-9]+(?:[._-][a-z0-9]+)*\/)*[a-z0-9]+(?:[._-][a-z0-9]+)*$/;
/** Reads the name of a repository: without tag and digest, with the host or without. */
function parseRepository(given) {
    const slash = given.indexOf('/');
    const first = given.slice(0, Math.max(0, slash));
    const isPlain = !/[.:[]/.test(first) && first !== 'localhost';
    if (isPlain && first !== first.toLowerCase()) {
        return (0,_spec_kind_js__WEBPACK_IMPORTED_MODULE_1__/* .wrong */ .Q)('has capital letters in the name of the repository', given.toLowerCase());
    }
    const reading = (0,_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseReference */ .F2)(given);
    if (!reading.ok)
        return reading;
    const { registry, repository, tag, digest } = reading.value;
    const path = isPlain ? given : repository;
    if (tag !== undefined || digest !== undefined) {
        const what = digest === undefined ? `the tag ${tag}` : 'a digest';
        const bare = given.replace(/@.*$/, '');
        return (0,_spec_kind_js__WEBPACK_IMPORTED_MODULE_1__/* .wrong */ .Q)(`has ${what}, and the repository alone is meant`, tag === undefined ? bare : bare.slice(0, -tag.length - 1));
    }
    if (!isPlain && (0,_ecr_host_js__WEBPACK_IMPORTED_MODULE_2__/* .ecrRegistry */ .gO)(registry) === undefined)
        return (0,_spec_kind_js__WEBPACK_IMPORTED_MODULE_1__/* .read */ .L)({ host: registry, path });
    if (path.length < 2 || path.length > 256)
        return (0,_spec_kind_js__WEBPACK_IMPORTED_MODULE_1__/* .wrong */ .Q)(`has ${(0,_spec_counted_js__WEBPACK_IMPORTED_MODULE_3__/* .counted */ .h)(path.length, 'letter')}, and ECR takes 2 to 256`);
    if (!ECR_PATH.test(path)) {
        return (0,_spec_kind_js__WEBPACK_IMPORTED_MODULE_1__/* .wrong */ .Q)('is no name that ECR takes: small letters and digits, with one . _ or - between them, in parts by /');
    }
    return (0,_spec_kind_js__WEBPACK_IMPORTED_MODULE_1__/* .read */ .L)({ host: isPlain ? undefined : registry, path });
}
/** A repository as an input. */
function repository() {
    return {
        label: 'repository',
        accepts: 'the name of an ECR repository such as team/shop, or one with its registry such as ghcr.io/team/shop',
        absent: undefined,
        read: (given) => {
            const reading = parseRepository(given);
            return reading.ok ? (0,_spec_kind_js__WEBPACK_IMPORTED_MODULE_1__/* .read */ .L)(formatRepository(reading.value)) : reading;
        },
    };
}
const formatRepository = ({ host, path }) => host === undefined ? path : (0,_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .nameOf */ .Vb)({ registry: host, repository: path });
/**
 * @param region that of the credentials
 * @param isAwsElsewhere whether AWS is asked at another address than its own. A host of this machine may be one of ECR only then.
 */
function chooseRegistry({ host, path }, region, isAwsElsewhere) {
    if (host === undefined)
        return { kind: 'ecr', host, account: undefined, region, isFips: false, path };
    const ecr = (0,_ecr_host_js__WEBPACK_IMPORTED_MODULE_2__/* .ecrRegistry */ .gO)(host);
    if (ecr?.kind === 'public')
        return { kind: 'ecr-public', host, path };
    if (ecr !== undefined) {
        return { kind: 'ecr', host, account: ecr.account, region: ecr.region, isFips: ecr.isFips, path };
    }
    return { kind: isAwsElsewhere && isLoopback(host) ? 'maybe-ecr' : 'registry', host, path };
}
/**
 * Whether a host, with or without its port, is this machine: 127.0.0.0/8, ::1, localhost. Docker and BuildKit speak plain HTTP
 * to these alone, and so does everything here.
 * https://docs.docker.com/reference/cli/dockerd/#insecure-registries
 */
function isLoopback(host) {
    const name = host.replace(/:\d+$/, '').toLowerCase();
    return name === 'localhost' || name === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(name);
}


/***/ }),

/***/ 5549:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   aF: () => (/* binding */ releaseTag),
/* harmony export */   nm: () => (/* binding */ surplusReleases),
/* harmony export */   uX: () => (/* binding */ readReleaseTag),
/* harmony export */   w0: () => (/* binding */ releasesOf)
/* harmony export */ });
// src/images/release-tags.ts
/**
 * `prod-20261121T121314Z`: immutable, where the tag `prod` moves.
 *
 * @param time in ISO 8601 and UTC, as `toISOString` writes it
 */
const releaseTag = (environment, time) => `${environment}-${time.replaceAll(/[-:]|\.\d+/g, '')}`;
/** Reads the tag of a release; undefined when it is another tag. */
function readReleaseTag(tag) {
    const [, environment, at] = /^(.+)-(\d{8}T\d{6}Z)$/.exec(tag) ?? [];
    return environment === undefined || at === undefined ? undefined : { tag, environment, at };
}
/** The releases of an environment, the newest first. An image that was released twice is there twice. */
function releasesOf(environment, images) {
    return images
        .flatMap((image) => image.tags.flatMap((tag) => ({ image, release: readReleaseTag(tag) })))
        .flatMap(({ image, release }) => (release?.environment === environment ? [{ ...release, image }] : []))
        .sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
}
/**
 * Tags of releases that may be taken off: those before the last so many different images, unless the image is needed. To take
 * the last tag off an image is to delete it. https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_BatchDeleteImage.html
 *
 * @param keep of how many different images the releases are kept
 * @param needed digests that run somewhere or that someone may go back to
 */
function surplusReleases(environment, images, keep, needed) {
    const kept = new Set();
    const surplus = [];
    for (const { tag, image } of releasesOf(environment, images)) {
        if (kept.size < keep || kept.has(image.digest) || needed.has(image.digest))
            kept.add(image.digest);
        else
            surplus.push(tag);
    }
    return surplus;
}


/***/ }),

/***/ 7481:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ counted)
/* harmony export */ });
// src/spec/counted.ts
/** `1 task`, `2 tasks`: the noun is one whose plural takes an s. */
const counted = (count, noun) => `${count} ${noun}${count === 1 ? '' : 's'}`;


/***/ }),

/***/ 3849:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ fleetRules),
/* harmony export */   Y: () => (/* binding */ fleetInputs)
/* harmony export */ });
/* harmony import */ var _json_object_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4629);
/* harmony import */ var _kind_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1789);
/* harmony import */ var _lists_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2682);
/* harmony import */ var _rules_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5692);
/* harmony import */ var _scalars_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5734);
// src/spec/fleet-inputs.ts





/** Many services in one run, as the services file has them. */
const fleetInputs = {
    services: {
        kind: selection(),
        description: 'Several services in one run, in place of `service`: `all` that the services file has, the `changed` ones, or their names, one per line.',
    },
    'services-file': {
        kind: (0,_scalars_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({ pattern: /^[^\0]+$/, accepts: 'the path of a file' }),
        preset: '.github/sluice.yml',
        description: 'The file that says which services there are, what belongs to them and what depends on what.',
    },
    'service-images': {
        kind: serviceImages(),
        description: 'The new images as JSON, `{"user": "image"}` or `{"user": {"container": "image"}}`, by the names of the services file, as a build step hands them on. Every service that is deployed must have one.',
    },
    'changed-since': {
        kind: (0,_scalars_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({ pattern: /^[A-Za-z0-9][^\s~^:?*[\\]*$/, accepts: 'a commit, a branch or a tag' }),
        description: 'For `services: changed`, the commit that the checked-out one is compared with. By default the one before the push, or the base of the pull request. Needs a checkout that has both (`fetch-depth: 0`).',
    },
    'changed-paths': {
        kind: paths(),
        description: 'For `services: changed`, the paths of the files that changed, one per line or as a JSON list, when a step before has found them out. No git is asked then.',
    },
    'max-parallel': {
        kind: (0,_scalars_js__WEBPACK_IMPORTED_MODULE_0__/* .integer */ .nd)({ min: 1, max: 500 }),
        preset: '10',
        description: 'How many services are deployed at the same time. Their calls are paced together, whatever this says.',
    },
};
const alone = ['images', 'task-definition', 'task-definition-family', 'run-before', 'run-after', 'lock-name'];
/** What must hold between them, and between them and those of one service. */
const fleetRules = [
    (0,_rules_js__WEBPACK_IMPORTED_MODULE_1__/* .exactlyOneOf */ .Og)('service', 'services'),
    (0,_rules_js__WEBPACK_IMPORTED_MODULE_1__/* .rule */ .Hu)(['cluster', 'service'], '`service` is given together with `cluster`.', (_values, has) => has('service') && !has('cluster') ? 'is required beside service' : undefined),
    (0,_rules_js__WEBPACK_IMPORTED_MODULE_1__/* .needs */ .eN)('service-images', 'services'),
    ...['changed-since', 'changed-paths'].map((input) => (0,_rules_js__WEBPACK_IMPORTED_MODULE_1__/* .rule */ .Hu)([input, 'services'], `\`${input}\` is for \`services: changed\`.`, ({ services }, has) => has(input) && services !== 'changed' ? 'has no effect without services: changed' : undefined)),
    (0,_rules_js__WEBPACK_IMPORTED_MODULE_1__/* .rule */ .Hu)(['changed-since', 'changed-paths'], '`changed-since` and `changed-paths` exclude each other.', (_values, has) => has('changed-since') && has('changed-paths') ? 'contradicts changed-paths: give only one of the two' : undefined),
    ...alone.map((input) => (0,_rules_js__WEBPACK_IMPORTED_MODULE_1__/* .rule */ .Hu)([input, 'services'], `\`${input}\` is for one \`service\`; the services file has it for each.`, (_values, has) => has(input) && has('services') ? 'is for one service: with services, say it in the services file' : undefined)),
    (0,_rules_js__WEBPACK_IMPORTED_MODULE_1__/* .rule */ .Hu)(['on-failure', 'services'], '`rollback-all`, `rollback-failed` and `continue` of `on-failure` are for `services`.', ({ onFailure }, has) => !['rollback', 'leave'].includes(onFailure) && !has('services') ? 'is for several services' : undefined),
];
/** A JSON list too: of no path at all, it is still something that was given. */
function paths() {
    const plain = (0,_lists_js__WEBPACK_IMPORTED_MODULE_2__/* .lines */ .Mn)({ of: 'path' });
    return {
        absent: undefined,
        label: 'lines or JSON',
        accepts: 'one path per line, or a JSON list of paths',
        read: (given) => {
            if (!given.startsWith('['))
                return plain.read(given);
            try {
                const value = JSON.parse(given);
                const isGood = Array.isArray(value) && value.every((path) => typeof path === 'string');
                return isGood ? (0,_kind_js__WEBPACK_IMPORTED_MODULE_3__/* .read */ .L)(value) : (0,_kind_js__WEBPACK_IMPORTED_MODULE_3__/* .wrong */ .Q)('is not a JSON list of paths');
            }
            catch (error) {
                return (0,_kind_js__WEBPACK_IMPORTED_MODULE_3__/* .wrong */ .Q)(`is not JSON: ${error.message}`);
            }
        },
    };
}
function selection() {
    const names = (0,_lists_js__WEBPACK_IMPORTED_MODULE_2__/* .lines */ .Mn)({ of: 'service name' });
    return {
        label: '`all`, `changed` or lines',
        accepts: 'all, changed, or names of the services file, one per line',
        absent: undefined,
        read: (given) => {
            if (given === 'all' || given === 'changed')
                return (0,_kind_js__WEBPACK_IMPORTED_MODULE_3__/* .read */ .L)(given);
            const reading = names.read(given);
            if (!reading.ok)
                return reading;
            const word = reading.value.find((name) => /^(all|changed)$/i.test(name));
            if (word !== undefined)
                return (0,_kind_js__WEBPACK_IMPORTED_MODULE_3__/* .wrong */ .Q)(`has ${JSON.stringify(word)} among names`, word.toLowerCase());
            const comma = reading.value.find((name) => /[,\s]/.test(name));
            if (comma !== undefined)
                return (0,_kind_js__WEBPACK_IMPORTED_MODULE_3__/* .wrong */ .Q)('has several names on one line', given.replace(/[,\s]+/g, '\n'));
            return reading;
        },
    };
}
function serviceImages() {
    const accepts = 'a JSON object such as {"user": "123456789012.dkr.ecr.eu-central-1.amazonaws.com/user@sha256:…"}';
    return {
        label: 'JSON',
        accepts,
        absent: undefined,
        read: (given) => {
            const object = (0,_json_object_js__WEBPACK_IMPORTED_MODULE_4__/* .parseJsonObject */ .d)(given);
            if (!object.ok)
                return object;
            for (const [name, image] of Object.entries(object.value)) {
                const images = (0,_json_object_js__WEBPACK_IMPORTED_MODULE_4__/* .isJsonObject */ .O)(image) ? Object.values(image) : [image];
                if (images.length === 0 || !images.every((each) => typeof each === 'string' && /^\S+$/.test(each)))
                    return (0,_kind_js__WEBPACK_IMPORTED_MODULE_3__/* .wrong */ .Q)(`has something else than an image for ${name}`);
            }
            return (0,_kind_js__WEBPACK_IMPORTED_MODULE_3__/* .read */ .L)(object.value);
        },
    };
}


/***/ }),

/***/ 4629:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ isJsonObject),
/* harmony export */   d: () => (/* binding */ parseJsonObject)
/* harmony export */ });
/* harmony import */ var _kind_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1789);
// src/spec/json-object.ts

const isJsonObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
/** Reads a text that must be a JSON object, of whatever members. */
function parseJsonObject(given) {
    let value;
    try {
        value = JSON.parse(given);
    }
    catch (error) {
        return (0,_kind_js__WEBPACK_IMPORTED_MODULE_0__/* .wrong */ .Q)(`is not JSON: ${error.message}`);
    }
    return isJsonObject(value) ? (0,_kind_js__WEBPACK_IMPORTED_MODULE_0__/* .read */ .L)(value) : (0,_kind_js__WEBPACK_IMPORTED_MODULE_0__/* .wrong */ .Q)('is not a JSON object');
}


/***/ }),

/***/ 7383:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CT: () => (/* binding */ stageName),
/* harmony export */   Ny: () => (/* binding */ region),
/* harmony export */   SL: () => (/* binding */ clusterName),
/* harmony export */   fe: () => (/* binding */ serviceName),
/* harmony export */   xd: () => (/* binding */ parameterName),
/* harmony export */   zB: () => (/* binding */ pathInRepository)
/* harmony export */ });
/* harmony import */ var _kind_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1789);
/* harmony import */ var _kinds_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7240);
// src/spec/names.ts


/** The kinds that several actions share, so that the same word takes the same text everywhere. */
/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateCluster.html */
function clusterName() {
    return _kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq({
        pattern: /^(arn:aws[a-z-]*:ecs:[a-z0-9-]+:\d{12}:cluster\/)?[A-Za-z0-9_-]{1,255}$/,
        accepts: 'the name or the ARN of an ECS cluster',
    });
}
/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html */
function serviceName() {
    return _kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq({ pattern: /^[A-Za-z0-9_-]{1,255}$/, accepts: 'the name of an ECS service' });
}
/** https://docs.aws.amazon.com/systems-manager/latest/userguide/sysman-paramstore-su-create.html */
function parameterName() {
    return _kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq({
        pattern: /^\/(?!aws|ssm)[A-Za-z0-9_.-]+(\/[A-Za-z0-9_.-]+){0,13}$/i,
        accepts: 'the name of an SSM parameter such as /sluice/shop, which does not begin with /aws or /ssm',
    });
}
function region() {
    return _kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq({ pattern: /^[a-z]{2,4}(-[a-z]+)+-\d{1,2}$/, accepts: 'an AWS Region such as eu-central-1' });
}
/** A file or a folder of what is checked out. */
function pathInRepository() {
    return {
        label: 'path',
        accepts: 'a path from the top of the repository',
        absent: undefined,
        read: (given) => {
            if (given.startsWith('/') || /^[A-Za-z]:/.test(given))
                return (0,_kind_js__WEBPACK_IMPORTED_MODULE_1__/* .wrong */ .Q)('is not below the top of the repository');
            if (given.includes('\\'))
                return (0,_kind_js__WEBPACK_IMPORTED_MODULE_1__/* .wrong */ .Q)('has a \\ in it', given.replaceAll('\\', '/'));
            return given.split('/').includes('..') ? (0,_kind_js__WEBPACK_IMPORTED_MODULE_1__/* .wrong */ .Q)('leaves the repository') : (0,_kind_js__WEBPACK_IMPORTED_MODULE_1__/* .read */ .L)(given);
        },
    };
}
/** https://docs.docker.com/reference/dockerfile/#from */
function stageName() {
    return _kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq({ pattern: /^[A-Za-z0-9][A-Za-z0-9_.-]*$/, accepts: 'the name of a stage of the Dockerfile' });
}


/***/ }),

/***/ 9183:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ environmentName),
/* harmony export */   k: () => (/* binding */ retentionInputs)
/* harmony export */ });
/* harmony import */ var _images_release_tags_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5549);
/* harmony import */ var _kind_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1789);
/* harmony import */ var _lists_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2682);
/* harmony import */ var _names_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7383);
/* harmony import */ var _scalars_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5734);
// src/spec/retention-inputs.ts





/** What releases are tagged with begins with it, and a tag has 128 letters at most. */
function environmentName() {
    return {
        label: 'environment',
        accepts: 'the name of an environment such as prod: letters, digits, _ . -, not beginning with . or -, at most 100',
        absent: undefined,
        read: (given) => {
            if (!/^\w[\w.-]{0,99}$/.test(given))
                return (0,_kind_js__WEBPACK_IMPORTED_MODULE_1__/* .wrong */ .Q)('does not have the shape of one');
            if ((0,_images_release_tags_js__WEBPACK_IMPORTED_MODULE_2__/* .readReleaseTag */ .uX)(given) !== undefined)
                return (0,_kind_js__WEBPACK_IMPORTED_MODULE_1__/* .wrong */ .Q)('looks like the tag of a release');
            return /^(sha256-|content-)/.test(given) ? (0,_kind_js__WEBPACK_IMPORTED_MODULE_1__/* .wrong */ .Q)('begins like a tag that stands for content') : (0,_kind_js__WEBPACK_IMPORTED_MODULE_1__/* .read */ .L)(given);
        },
    };
}
/** https://docs.aws.amazon.com/AmazonECR/latest/userguide/lifecycle_policy_parameters.html (tagPatternList) */
function tagPattern() {
    return (0,_scalars_js__WEBPACK_IMPORTED_MODULE_3__/* .text */ .Qq)({
        pattern: /^(?=.{1,128}$)[\w.-]*(\*[\w.-]*){0,4}$/,
        accepts: 'a tag in which * stands for anything, at most four times',
    });
}
/** What is kept in a repository of ECR, for every action that writes its lifecycle policy. */
const retentionInputs = {
    keep: {
        kind: (0,_scalars_js__WEBPACK_IMPORTED_MODULE_3__/* .integer */ .nd)({ min: 1, max: 100 }),
        preset: '5',
        description: 'Of how many images the releases of each environment are kept, so that there is something to go back to.',
    },
    clusters: {
        kind: (0,_lists_js__WEBPACK_IMPORTED_MODULE_4__/* .lines */ .Mn)({ item: (0,_names_js__WEBPACK_IMPORTED_MODULE_0__/* .clusterName */ .SL)(), of: 'cluster', max: 100 }),
        description: 'ECS clusters of the account and Region of the repository, one per line: what their services run is never given up. `none` says that no cluster runs these images.',
    },
    environments: {
        kind: (0,_lists_js__WEBPACK_IMPORTED_MODULE_4__/* .lines */ .Mn)({ item: environmentName(), of: 'environment', max: 20 }),
        description: 'Further environments of the same repository that the lifecycle policy protects, one per line. Those whose releases are in the repository are found without it.',
    },
    'protected-tags': {
        kind: (0,_lists_js__WEBPACK_IMPORTED_MODULE_4__/* .lines */ .Mn)({ item: tagPattern(), of: 'tag', max: 20 }),
        preset: 'buildcache*\nsha256-*',
        description: 'Further tags that the lifecycle policy never expires, one per line; `*` stands for anything. Signatures of Cosign lie under `sha256-*`.',
    },
    'untagged-days': {
        kind: (0,_scalars_js__WEBPACK_IMPORTED_MODULE_3__/* .integer */ .nd)({ min: 1, max: 3650 }),
        preset: '14',
        description: 'After how many days the lifecycle policy expires images without a tag.',
    },
    'keep-others': {
        kind: (0,_scalars_js__WEBPACK_IMPORTED_MODULE_3__/* .integer */ .nd)({ min: 1, max: 50_000 }),
        preset: '50',
        description: 'How many of all other images the lifecycle policy keeps, the newest.',
    },
};


/***/ }),

/***/ 5034:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ scanInputs),
/* harmony export */   j: () => (/* binding */ scanRules)
/* harmony export */ });
/* harmony import */ var _images_findings_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(794);
/* harmony import */ var _duration_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1999);
/* harmony import */ var _names_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7383);
/* harmony import */ var _rules_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5692);
/* harmony import */ var _scalars_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5734);
// src/spec/scan-inputs.ts





/** What is asked of a scan before an image may go on. */
const scanInputs = {
    'fail-on': {
        kind: (0,_scalars_js__WEBPACK_IMPORTED_MODULE_3__/* .oneOf */ .yL)(..._images_findings_js__WEBPACK_IMPORTED_MODULE_0__/* .SEVERITIES */ .oC, 'none', 'off'),
        preset: 'off',
        description: 'The least severity of a finding that keeps an image back. What was not scanned, or whose scan did not end well, is kept back as well. `none` asks only that it was scanned, `off` asks nothing.',
    },
    'fixable-only': {
        kind: (0,_scalars_js__WEBPACK_IMPORTED_MODULE_3__/* .flag */ .Jt)(),
        preset: 'false',
        description: 'Findings for which there is no fix yet keep nothing back.',
    },
    'allow-list': {
        kind: (0,_names_js__WEBPACK_IMPORTED_MODULE_2__/* .pathInRepository */ .zB)(),
        description: 'A file, YAML or JSON, of findings that are lived with for a while: a list of `id`, `reason`, `expires` (a day), and perhaps `package`. What has expired counts again.',
    },
    'scan-timeout': {
        kind: (0,_duration_js__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0)({ minMs: 1_000, maxMs: 3_600_000 }),
        preset: '5m',
        description: 'How long the scan of an image is waited for. One that is not there by then keeps the image back.',
    },
};
const scanRules = ['allow-list', 'fixable-only'].map((input) => (0,_rules_js__WEBPACK_IMPORTED_MODULE_4__/* .rule */ .Hu)([input, 'fail-on'], `\`${input}\` is for a \`fail-on\`.`, (values) => values.failOn === 'off' && (input === 'allow-list' ? values.allowList !== undefined : values.fixableOnly)
    ? 'has no effect without fail-on: say which findings keep an image back'
    : undefined));


/***/ })

};
