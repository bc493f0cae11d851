export const id = 7376;
export const ids = [7376];
export const modules = {

/***/ 34:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ readWorkspaceFile)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _ports_message_of_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9901);
/* harmony import */ var _spec_input_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5432);
/* harmony import */ var _run_context_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4836);
// src/github/workspace.ts





/** Reads a file that an input names, from the workspace. @throws InputError when it cannot be read, or is not UTF-8 */
async function readWorkspaceFile(input, path) {
    let bytes;
    try {
        bytes = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)((0,_run_context_js__WEBPACK_IMPORTED_MODULE_3__/* .runContext */ .p)().workspace, path));
    }
    catch (error) {
        const wrong = `cannot be read: ${(0,_ports_message_of_js__WEBPACK_IMPORTED_MODULE_4__/* .messageOf */ .b)(error)}`;
        throw new _spec_input_error_js__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .d([{ input, value: path, wrong }]);
    }
    try {
        return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    }
    catch {
        // Decoded as it comes, letters would be replaced without a word.
        throw new _spec_input_error_js__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .d([{ input, value: path, wrong: 'is not a text in UTF-8' }]);
    }
}


/***/ }),

/***/ 3051:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  AV: () => (/* binding */ checks),
  Op: () => (/* binding */ look),
  Mz: () => (/* binding */ preflight)
});

// EXTERNAL MODULE: ./build-stage/verdict/alarms.js
var alarms = __webpack_require__(4719);
// EXTERNAL MODULE: ./build-stage/ports/access-error.js
var access_error = __webpack_require__(7919);
// EXTERNAL MODULE: ./build-stage/ports/message-of.js
var message_of = __webpack_require__(9901);
;// CONCATENATED MODULE: ./build-stage/preflight/check.js
// src/preflight/check.ts
const error = (what) => ({ level: 'error', what });
const warning = (what) => ({ level: 'warning', what });
const note = (what) => ({ level: 'note', what });
/** A check whose facts are its own. */
function check(made) {
    return made;
}

;// CONCATENATED MODULE: ./build-stage/preflight/answer.js
// src/preflight/answer.ts



/**
 * Looks once. A missing permission is an answer, and so is an AWS that does not answer.
 *
 * @throws AccessError when the credentials themselves are not taken: then nothing can be said
 */
async function answer(look) {
    try {
        return { seen: await look() };
    }
    catch (error) {
        if (error instanceof access_error/* AccessError */.Z && error.detail.kind !== 'denied')
            throw error;
        const action = error instanceof access_error/* AccessError */.Z ? error.detail.action : undefined;
        return { unread: { action, why: (0,message_of/* messageOf */.b)(error) } };
    }
}
/** One look for each, at once. */
async function answers(keys, look) {
    const all = keys.map(async (key) => [key, await answer(() => look(key))]);
    return new Map(await Promise.all(all));
}
/** What could not be looked at is told, and is no fault of the release. */
function notChecked(at, unread) {
    const why = whyNot(unread);
    return { ...warning(notLookedAt([at], why)), notLooked: { at, why } };
}
const whyNot = ({ action, why }) => action === undefined ? why.replace(/\.$/, '') : `the role may not call ${action}; allow it to have this checked`;
/** So many are named. */
const mostNamed = 3;
/** One sentence for all that could not be looked at for one reason. */
function notLookedAt(all, why) {
    const more = all.length - mostNamed;
    const names = all.slice(0, mostNamed).join(', ');
    return `${names}${more > 0 ? ` and ${more} more` : ''} could not be checked: ${why}`;
}

;// CONCATENATED MODULE: ./build-stage/preflight/alarms.js
// src/preflight/alarms.ts



/** The alarms that are to speak for the new version, and those by which ECS itself rolls back. */
const alarms_alarms = check({
    name: 'alarms',
    holds: 'the alarms exist, are not in ALARM already, and have data',
    needs: [],
    actions: ['cloudwatch:DescribeAlarms'],
    read: async (subject, { alarms: reader }) => {
        const names = [...new Set([...subject.alarms, ...ofEcs(subject)])];
        return answer(async () => (names.length === 0 ? [] : reader.alarms(names)));
    },
    judge(subject, found) {
        const { alarms: given } = subject;
        const own = ofEcs(subject).filter((name) => !given.includes(name));
        if (given.length + own.length === 0)
            return [];
        if ('unread' in found)
            return [notChecked(`alarms ${[...given, ...own].join(', ')}`, found.unread)];
        const { refusals, warnings, on } = (0,alarms/* checkAlarms */.Tx)(given, found.seen);
        return [
            ...[...refusals, ...on.values()].map(error),
            ...warnings.map(warning),
            ...own.flatMap((name) => judgeOfEcs(subject.service, name, found.seen)),
        ];
    },
});
const ofEcs = ({ serviceSeen }) => serviceSeen?.alarms ?? [];
/**
 * One that is in ALARM when a deployment begins keeps ECS from looking at any for as long as it takes.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-alarm-failure.html
 */
function judgeOfEcs(service, name, seen) {
    const alarm = seen.find((candidate) => candidate.name === name);
    const of = `alarm ${name}, by which ECS is to roll service ${service} back,`;
    if (alarm === undefined)
        return [warning(`${of} does not exist in this account and Region`)];
    if (alarm.state === 'ALARM') {
        return [warning(`${of} is in ALARM already: ECS does not watch its alarms in a deployment that begins so`)];
    }
    return [];
}

;// CONCATENATED MODULE: ./build-stage/preflight/capacity.js
// src/preflight/capacity.ts

/**
 * The capacity providers of the service, against those of its cluster.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CapacityProviderStrategyItem.html
 */
const capacity = check({
    name: 'capacity',
    holds: 'the capacity providers of the service are attached to the cluster',
    needs: ['cluster', 'service'],
    actions: ['ecs:DescribeClusters', 'ecs:DescribeServices'],
    read: async () => undefined,
    judge({ cluster, clusterSeen, serviceSeen, capacityProviders }) {
        if (clusterSeen === undefined)
            return [];
        const wanted = capacityProviders ?? serviceSeen?.capacityProviders ?? [];
        const attached = clusterSeen.capacityProviders;
        return wanted
            .filter((name) => !attached.includes(name))
            .map((name) => error(`capacity provider ${name} is not attached to cluster ${cluster} (it has ${attached.join(', ') || 'none'}): attach it, or take another`));
    },
});

;// CONCATENATED MODULE: ./build-stage/preflight/containers.js
// src/preflight/containers.ts

/** Containers and their ports, against what is asked for and against what the service leads to them. */
const containers = check({
    name: 'containers',
    holds: 'every container that gets an image is in the task definition',
    needs: ['definition'],
    actions: [],
    read: async () => undefined,
    judge({ containers, images, parts }) {
        const names = containers.map(({ name }) => name);
        return images
            .filter((name) => !names.includes(name))
            .map((name) => error(`images names container ${name}, which task definition ${parts.family} does not have (it has ${names.join(', ') || 'none'})`));
    },
});
const ports = check({
    name: 'ports',
    holds: 'the containers and ports that load balancers, service registries and Service Connect of the service lead to are in the task definition',
    needs: ['definition', 'service'],
    actions: ['ecs:DescribeServices'],
    read: async () => undefined,
    judge({ serviceSeen, containers, service }) {
        if (serviceSeen === undefined)
            return [];
        const attached = [
            ...serviceSeen.loadBalancers.map((each) => ({ ...each, by: `target group ${shortArn(each.arn)}` })),
            ...serviceSeen.registries.map((each) => ({ ...each, by: `service registry ${shortArn(each.arn)}` })),
        ];
        return [
            ...attached.flatMap((each) => judgeAttachment(service, each, containers)),
            ...judgeConnected({ service, containers, connected: serviceSeen.connectedPorts }),
        ];
    },
});
function judgeAttachment(service, { by, container: wanted, port }, containers) {
    if (wanted === '')
        return [];
    const led = `service ${service} leads ${by} to container ${wanted}${port === undefined ? '' : `, port ${port}`}`;
    const container = containers.find(({ name }) => name === wanted);
    if (container === undefined) {
        return [
            error(`${led}, and the task definition has no such container (it has ${containers.map(({ name }) => name).join(', ') || 'none'})`),
        ];
    }
    if (port === undefined ||
        container.ports.some(({ containerPort, range }) => containerPort === port || within(range, port)))
        return [];
    const has = container.ports.map(({ containerPort, range }) => containerPort ?? range).join(', ');
    return [error(`${led}, and the container has no such port in portMappings (it has ${has || 'none'})`)];
}
/** `8000-8010` */
function within(range, port) {
    const [from, to] = range.split('-').map(Number);
    return from !== undefined && to !== undefined && port >= from && port <= to;
}
/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ServiceConnectService.html */
function judgeConnected({ service, containers, connected, }) {
    const named = containers.flatMap(({ ports }) => ports.map(({ name }) => name));
    return connected
        .filter((name) => !named.includes(name))
        .map((name) => error(`service ${service} leads Service Connect to the port named ${name}, and no portMappings of the task definition has that name`));
}
/** `targetgroup/shop/1` of its ARN. */
const shortArn = (arn) => arn.slice(arn.lastIndexOf(':') + 1) || 'of a Classic Load Balancer';

;// CONCATENATED MODULE: ./build-stage/preflight/definition.js
// src/preflight/definition.ts
const textOf = (value) => typeof value === 'string' && value !== '' ? value : typeof value === 'number' ? String(value) : undefined;
const membersOf = (value) => value !== null && typeof value === 'object' && !Array.isArray(value) ? value : {};
const listOf = (value) => (Array.isArray(value) ? value.map(membersOf) : []);
const textsOf = (value) => Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
function definitionParts(definition) {
    const platform = membersOf(definition.runtimePlatform);
    return {
        family: textOf(definition.family) ?? '',
        executionRoleArn: textOf(definition.executionRoleArn),
        taskRoleArn: textOf(definition.taskRoleArn),
        networkMode: textOf(definition.networkMode) ?? 'bridge',
        cpu: textOf(definition.cpu),
        memory: textOf(definition.memory),
        requiresCompatibilities: textsOf(definition.requiresCompatibilities),
        cpuArchitecture: textOf(platform.cpuArchitecture),
        operatingSystemFamily: textOf(platform.operatingSystemFamily),
    };
}
function containerParts(definition) {
    return listOf(definition.containerDefinitions).map((container) => {
        const logging = membersOf(container.logConfiguration);
        const registry = textOf(membersOf(container.repositoryCredentials).credentialsParameter);
        const pointers = [...listOf(container.secrets), ...listOf(logging.secretOptions)].map(({ name, valueFrom }) => ({
            name: textOf(name) ?? '',
            valueFrom: textOf(valueFrom) ?? '',
        }));
        return {
            name: textOf(container.name) ?? '',
            image: textOf(container.image) ?? '',
            ports: listOf(container.portMappings).map(({ containerPort, containerPortRange, name }) => ({
                containerPort: typeof containerPort === 'number' ? containerPort : undefined,
                range: textOf(containerPortRange) ?? '',
                name: textOf(name) ?? '',
            })),
            secrets: [
                ...pointers,
                ...(registry === undefined ? [] : [{ name: 'repositoryCredentials', valueFrom: registry }]),
            ].filter(({ valueFrom }) => valueFrom !== ''),
            logDriver: textOf(logging.logDriver) ?? '',
            logOptions: Object.fromEntries(Object.entries(membersOf(logging.options)).map(([name, value]) => [name, textOf(value) ?? ''])),
        };
    });
}
/** Whether tasks of it run on Fargate: by what the service says, or, where that is not known, by what it asks for. */
function runsOnFargate(parts, service) {
    const providers = service?.capacityProviders ?? [];
    if (providers.length > 0)
        return providers.some((name) => /^FARGATE(_SPOT)?$/.test(name));
    if (service !== undefined && service.launchType !== '')
        return service.launchType === 'FARGATE';
    return parts.requiresCompatibilities.includes('FARGATE');
}

;// CONCATENATED MODULE: ./build-stage/preflight/fargate.js
// src/preflight/fargate.ts


const range = (from, to, step) => Array.from({ length: (to - from) / step + 1 }, (_, i) => from + i * step);
/**
 * CPU units → MiB of memory that go with them.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html#fargate-tasks-size
 */
const sizes = new Map([
    [256, [512, 1024, 2048]],
    [512, range(1024, 4096, 1024)],
    [1024, range(2048, 8192, 1024)],
    [2048, range(4096, 16_384, 1024)],
    [4096, range(8192, 30_720, 1024)],
    [8192, range(16_384, 61_440, 4096)],
    [16_384, range(32_768, 122_880, 8192)],
]);
const most = Math.max(...sizes.keys());
/** Windows on Fargate begins with 1 vCPU and ends with 4 (the same page). */
const windowsCpu = [1024, 2048, 4096];
const fargate = check({
    name: 'fargate',
    holds: 'cpu and memory are a pair that Fargate offers, and the network mode is awsvpc',
    needs: ['definition'],
    actions: [],
    read: async () => undefined,
    judge({ parts, serviceSeen }) {
        if (!runsOnFargate(parts, serviceSeen))
            return [];
        const findings = [];
        if (!parts.requiresCompatibilities.includes('FARGATE')) {
            findings.push(error(`the service runs on Fargate, and requiresCompatibilities of task definition ${parts.family} does not have FARGATE`));
        }
        if (parts.networkMode !== 'awsvpc') {
            findings.push(error(`networkMode is ${parts.networkMode}, and Fargate takes only awsvpc`));
        }
        const isWindows = parts.operatingSystemFamily?.startsWith('WINDOWS') === true;
        return [...findings, ...judgeSize(parts.cpu, parts.memory, isWindows)];
    },
});
function judgeSize(cpuText, memoryText, isWindows) {
    const missing = [...(cpuText === undefined ? ['cpu'] : []), ...(memoryText === undefined ? ['memory'] : [])];
    if (missing.length > 0) {
        return [
            error(`the task definition has no ${missing.join(' and no ')} at the level of the task, which Fargate needs`),
        ];
    }
    const cpu = cpuUnits(cpuText ?? '');
    const memory = mebibytes(memoryText ?? '');
    if (cpu === undefined)
        return [
            error(`cpu ${JSON.stringify(cpuText)} is not a number of CPU units such as 256, nor of vCPU such as ".25 vCPU"`),
        ];
    if (memory === undefined)
        return [
            error(`memory ${JSON.stringify(memoryText)} is not a number of MiB such as 512, nor of GB such as "0.5 GB"`),
        ];
    if (cpu > most) {
        return [
            warning(`cpu ${cpu} is more than the largest size on Fargate that is known here (${most}): it was not checked`),
        ];
    }
    const offered = isWindows && !windowsCpu.includes(cpu) ? undefined : sizes.get(cpu);
    if (offered === undefined) {
        const all = isWindows ? windowsCpu : [...sizes.keys()];
        return [error(`Fargate offers no cpu ${cpu}${isWindows ? ' for Windows' : ''}: it is one of ${all.join(', ')}`)];
    }
    if (offered.includes(memory))
        return [];
    return [
        error(`Fargate offers no cpu ${cpu} with memory ${memory}: with that cpu the memory is ${inWords(offered)} MiB`),
    ];
}
function inWords(offered) {
    const [first, second] = offered;
    if (offered.length <= 4)
        return offered.join(', ');
    return `${first} to ${offered.at(-1)} in steps of ${(second ?? 0) - (first ?? 0)}`;
}
/**
 * `256`, `.25 vCPU`, `1vcpu` in CPU units.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters.html#task_size
 */
function cpuUnits(text) {
    const found = /^\s*(?<number>\d*\.?\d+)\s*(?<unit>vcpu)?\s*$/i.exec(text)?.groups;
    if (found?.number === undefined)
        return undefined;
    const units = Number(found.number) * (found.unit === undefined ? 1 : 1024);
    return Number.isInteger(units) ? units : undefined;
}
/** `512`, `0.5GB`, `1 gb` in MiB (the same page). */
function mebibytes(text) {
    const found = /^\s*(?<number>\d*\.?\d+)\s*(?<unit>gb)?\s*$/i.exec(text)?.groups;
    if (found?.number === undefined)
        return undefined;
    const size = Number(found.number) * (found.unit === undefined ? 1 : 1024);
    return Number.isInteger(size) ? size : undefined;
}

;// CONCATENATED MODULE: ./build-stage/preflight/image-reference.js
// src/preflight/image-reference.ts
/**
 * The host of a private registry: with IPv4, with both (`.on.aws`), and the FIPS form of each.
 * https://docs.aws.amazon.com/AmazonECR/latest/userguide/Registries.html
 * https://docs.aws.amazon.com/AmazonECR/latest/userguide/ecr-requests.html
 */
const host = /^(?<account>\d{12})\.dkr(?:\.ecr(?:-fips)?|-ecr(?:-fips)?)\.(?<region>[a-z0-9-]+)\.(?:amazonaws\.com(?:\.cn)?|on\.aws|on\.amazonwebservices\.com\.cn)$/;
/**
 * Which image of Amazon ECR a reference means; undefined when it is of another registry. Without a tag and a digest it is
 * `latest`, as Docker has it; with both the digest counts.
 */
function ecrImage(reference) {
    const slash = reference.indexOf('/');
    const found = host.exec(reference.slice(0, Math.max(0, slash)))?.groups;
    if (found?.account === undefined || found.region === undefined)
        return undefined;
    const [path = '', digest] = reference.slice(slash + 1).split('@');
    const colon = path.indexOf(':');
    const repository = colon === -1 ? path : path.slice(0, colon);
    const of = { account: found.account, region: found.region, repository };
    if (digest !== undefined)
        return { ...of, digest };
    return { ...of, tag: colon === -1 ? 'latest' : path.slice(colon + 1) };
}

;// CONCATENATED MODULE: ./build-stage/preflight/images.js
// src/preflight/images.ts




/** The images of the containers, where they are in ECR. What other registries hold is not looked at. */
const images_images = check({
    name: 'images',
    holds: 'every image is in ECR, in this account or another, for the platform of the task',
    needs: ['definition'],
    actions: ['ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'],
    read: ({ containers }, world) => {
        const references = new Map(containers.flatMap(({ image }) => {
            const reference = ecrImage(image);
            return reference === undefined ? [] : [[image, reference]];
        }));
        return answers([...references.keys()], (image) => world.images.image(references.get(image)));
    },
    judge: (subject, seen) => subject.containers.flatMap((container) => judgeImage(container, subject, seen)),
});
function judgeImage({ name, image }, subject, seen) {
    if (image === '')
        return [error(`container ${name} has no image`)];
    const reference = ecrImage(image);
    const found = seen.get(image);
    if (reference === undefined || found === undefined) {
        return [note(`image ${image} of container ${name} is not in ECR: it was not checked`)];
    }
    if ('unread' in found)
        return [notChecked(`image ${image} of container ${name}`, found.unread)];
    const place = `account ${reference.account}, Region ${reference.region}`;
    if ('missing' in found.seen) {
        const which = found.seen.missing === 'repository'
            ? `there is no repository ${reference.repository} in ${place}`
            : `repository ${reference.repository} in ${place} has no image with the ${reference.digest === undefined ? `tag ${reference.tag}` : `digest ${reference.digest}`}`;
        return [
            error(`image ${image} of container ${name} does not exist: ${which}; build and push it before it is deployed`),
        ];
    }
    return judgePlatform(name, image, found.seen.platforms, wantedPlatform(subject));
}
function judgePlatform(name, image, platforms, wanted) {
    if (wanted === undefined)
        return [];
    if (platforms === undefined) {
        return [warning(`what image ${image} of container ${name} runs on could not be read: its manifest does not tell`)];
    }
    if (platforms.some(({ os, architecture }) => os === wanted.os && architecture === wanted.architecture))
        return [];
    const has = platforms.map(({ os, architecture }) => `${os}/${architecture}`).join(', ') || 'no platform';
    return [
        error(`image ${image} of container ${name} is for ${has}, and the task runs on ${wanted.os}/${wanted.architecture}: build it for that, or change runtimePlatform`),
    ];
}
const architectures = { X86_64: 'amd64', ARM64: 'arm64' };
/**
 * What the task runs on. Without a runtimePlatform Fargate takes X86_64 and Linux; on instances it is theirs, which
 * is not known here.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RuntimePlatform.html
 */
function wantedPlatform({ parts, serviceSeen }) {
    const isFargate = runsOnFargate(parts, serviceSeen);
    const architecture = architectures[parts.cpuArchitecture ?? (isFargate ? 'X86_64' : '')];
    if (architecture === undefined)
        return undefined;
    return { os: parts.operatingSystemFamily?.startsWith('WINDOWS') === true ? 'windows' : 'linux', architecture };
}

;// CONCATENATED MODULE: ./build-stage/preflight/log-groups.js
// src/preflight/log-groups.ts


/**
 * The log groups that containers write to. A task whose log group is missing does not start.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/using_awslogs.html
 */
const logGroups = check({
    name: 'log-groups',
    holds: 'the log group of every container exists, unless it is to be created by the task (awslogs-create-group)',
    needs: ['definition'],
    actions: ['logs:DescribeLogGroups'],
    read: async (subject, world) => {
        const wanted = new Map(groupsOf(subject).map((group) => [keyOf(group), group]));
        return answers([...wanted.keys()], async (key) => {
            const group = wanted.get(key);
            return group === undefined || world.logGroups.logGroupExists(group.name, group.region);
        });
    },
    judge(subject, exist) {
        return groupsOf(subject).flatMap((group) => {
            const { container, name, region } = group;
            const found = exist.get(keyOf(group));
            const what = `log group ${name} of container ${container}`;
            if (found === undefined)
                return [];
            if ('unread' in found)
                return [notChecked(what, found.unread)];
            return found.seen
                ? []
                : [
                    error(`${what} does not exist in Region ${region}: create it, or set awslogs-create-group and allow the execution role logs:CreateLogGroup`),
                ];
        });
    },
});
const keyOf = ({ name, region }) => `${region} ${name}`;
function groupsOf({ containers, region }) {
    return containers.flatMap(({ name: container, logDriver, logOptions }) => {
        const name = logOptions['awslogs-group'] ?? '';
        const creates = logOptions['awslogs-create-group'] === 'true';
        if (logDriver !== 'awslogs' || name === '' || creates)
            return [];
        return [{ container, name, region: logOptions['awslogs-region'] || region }];
    });
}

;// CONCATENATED MODULE: ./build-stage/preflight/network.js
// src/preflight/network.ts



const network = check({
    name: 'network',
    holds: 'the subnets, security groups and target groups of the service exist, are of one VPC, and the target type goes with the network mode',
    needs: ['definition', 'service'],
    actions: ['ec2:DescribeSubnets', 'ec2:DescribeSecurityGroups', 'elasticloadbalancing:DescribeTargetGroups'],
    async read(subject, { network: reader }) {
        const { subnets, securityGroups, targetGroups } = wantedOf(subject);
        const [one, two, three] = await Promise.all([
            answer(async () => (subnets.length === 0 ? [] : reader.subnets(subnets))),
            answer(async () => (securityGroups.length === 0 ? [] : reader.securityGroups(securityGroups))),
            answer(async () => (targetGroups.length === 0 ? [] : reader.targetGroups(targetGroups))),
        ]);
        return { subnets: one, securityGroups: two, targetGroups: three };
    },
    judge(subject, facts) {
        if (subject.serviceSeen === undefined)
            return [];
        return [
            ...judgeMode(subject),
            ...judgeSubnets(subject, facts.subnets),
            ...judgeSecurityGroups(subject, facts.securityGroups),
            ...judgeTargetGroups(subject, facts.targetGroups),
            ...judgeVpcs(subject, facts),
        ];
    },
});
function wantedOf({ serviceSeen }) {
    const arns = (serviceSeen?.loadBalancers ?? []).map(({ arn }) => arn).filter((arn) => arn !== '');
    return {
        subnets: serviceSeen?.network?.subnets ?? [],
        securityGroups: serviceSeen?.network?.securityGroups ?? [],
        targetGroups: [...new Set(arns)],
    };
}
/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_UpdateService.html (networkConfiguration) */
function judgeMode({ parts, service, serviceSeen }) {
    const isAwsvpc = parts.networkMode === 'awsvpc';
    if (isAwsvpc && serviceSeen?.network === undefined) {
        return [error(`networkMode is awsvpc, and service ${service} has no networkConfiguration: it needs subnets`)];
    }
    if (!isAwsvpc && serviceSeen?.network !== undefined) {
        return [
            error(`service ${service} has a networkConfiguration, and networkMode of the task definition is ${parts.networkMode}: only awsvpc goes with it`),
        ];
    }
    return [];
}
function judgeSubnets(subject, found) {
    const wanted = wantedOf(subject).subnets;
    if ('unread' in found)
        return [notChecked(`subnets ${wanted.join(', ')} of service ${subject.service}`, found.unread)];
    return wanted.flatMap((id) => {
        const subnet = found.seen.find((candidate) => candidate.id === id);
        if (subnet === undefined)
            return [error(`subnet ${id} of service ${subject.service} does not exist`)];
        return subnet.freeAddresses > 0
            ? []
            : [warning(`subnet ${id} of service ${subject.service} has no free address: no task can start in it`)];
    });
}
function judgeSecurityGroups(subject, found) {
    const wanted = wantedOf(subject).securityGroups;
    if ('unread' in found) {
        return [notChecked(`security groups ${wanted.join(', ')} of service ${subject.service}`, found.unread)];
    }
    return wanted
        .filter((id) => !found.seen.some((group) => group.id === id))
        .map((id) => error(`security group ${id} of service ${subject.service} does not exist`));
}
/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/alb.html: tasks of their own address are targets by IP. */
function judgeTargetGroups(subject, found) {
    const { parts, service } = subject;
    const wanted = wantedOf(subject).targetGroups;
    if ('unread' in found)
        return [notChecked(`target groups of service ${service}`, found.unread)];
    return wanted.flatMap((arn) => {
        const group = found.seen.find((candidate) => candidate.arn === arn);
        const what = `target group ${shortArn(arn)} of service ${service}`;
        if (group === undefined)
            return [error(`${what} does not exist`)];
        const fitting = parts.networkMode === 'awsvpc' ? 'ip' : 'instance';
        const findings = [];
        if (group.targetType !== fitting) {
            findings.push(error(`${what} has the target type ${group.targetType}, and networkMode ${parts.networkMode} needs ${fitting}`));
        }
        if (!group.hasLoadBalancer) {
            findings.push(error(`${what} is not behind a load balancer: no listener or rule leads to it`));
        }
        return findings;
    });
}
function judgeVpcs(subject, { subnets, securityGroups, targetGroups }) {
    const placed = [
        ...seenOf(subnets).map(({ id, vpc }) => ({ what: `subnet ${id}`, vpc })),
        ...seenOf(securityGroups).map(({ id, vpc }) => ({ what: `security group ${id}`, vpc })),
        ...seenOf(targetGroups).map(({ arn, vpc }) => ({ what: `target group ${shortArn(arn)}`, vpc })),
    ].filter(({ vpc }) => vpc !== '');
    const [first] = placed;
    const strangers = placed.filter(({ vpc }) => vpc !== first?.vpc);
    if (first === undefined || strangers.length === 0)
        return [];
    const others = strangers.map(({ what, vpc }) => `${what} in ${vpc}`).join(', ');
    return [error(`service ${subject.service} spans several VPCs: ${first.what} is in ${first.vpc}, ${others}`)];
}
const seenOf = (found) => ('seen' in found ? found.seen : []);

;// CONCATENATED MODULE: ./build-stage/preflight/principal.js
// src/preflight/principal.ts
/** `arn:aws:sts::123456789012:assumed-role/deploy/session` → the role. */
function principalOf(callerArn) {
    const [, partition = 'aws', service = '', , account = '', ...rest] = callerArn.split(':');
    const [type = '', name = ''] = rest.join(':').split('/');
    if (service === 'sts' && type === 'assumed-role') {
        return { kind: 'role', name, arn: `arn:${partition}:iam::${account}:role/${name}` };
    }
    if (service === 'iam' && type === 'user')
        return { kind: 'user', arn: callerArn };
    return service === 'iam' && type === 'root' ? { kind: 'root' } : { kind: 'other' };
}
const accountOf = (arn) => arn.split(':')[4] ?? '';
/** `team/shop` has a path: `arn:…:role/team/shop` → `shop`. What is no ARN is a name already. */
const roleName = (arnOrName) => arnOrName.slice(arnOrName.lastIndexOf('/') + 1);

;// CONCATENATED MODULE: ./build-stage/preflight/trust.js
// src/preflight/trust.ts
/**
 * Policies, as far as a question can be answered by reading them.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
 */
const trust_listOf = (value) => Array.isArray(value) ? value : value === undefined ? [] : [value];
/** @returns undefined when it is not a policy */
function statementsOf(policy) {
    try {
        const { Statement } = JSON.parse(policy);
        return trust_listOf(Statement);
    }
    catch {
        return undefined;
    }
}
/** Whether a service may take the role: some statement allows it, and none denies it whatever the circumstances. */
function isTrusted(trustPolicy, service) {
    const statements = statementsOf(trustPolicy);
    if (statements === undefined)
        return undefined;
    const about = statements.filter(({ Principal, Action }) => (Principal === '*' || trust_listOf(Principal?.Service).includes(service)) &&
        trust_listOf(Action).some((action) => ['sts:assumerole', 'sts:*', '*'].includes(String(action).toLowerCase())));
    const isDenied = about.some(({ Effect, Condition }) => Effect === 'Deny' && Condition === undefined);
    return !isDenied && about.some(({ Effect }) => Effect === 'Allow');
}
/** Whether a resource's own policy lets anybody in: then what the other side's policies say is not the whole of it. */
function letsSomebodyIn(policy) {
    return statementsOf(policy)?.some(({ Effect }) => Effect === 'Allow') ?? true;
}

;// CONCATENATED MODULE: ./build-stage/preflight/roles.js
// src/preflight/roles.ts






/** The roles of the task: there, taken by ECS tasks, and the caller may hand them over. */
const ecsTasks = 'ecs-tasks.amazonaws.com';
const roles = check({
    name: 'roles',
    holds: 'the execution role and the task role exist, trust ecs-tasks.amazonaws.com, and may be passed by whoever deploys',
    needs: ['definition'],
    // sts:GetCallerIdentity needs no permission.
    // https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html
    actions: ['iam:GetRole', 'iam:SimulatePrincipalPolicy'],
    async read(subject, world) {
        const wanted = [...new Set(rolesOf(subject).map(({ given }) => given))];
        const account = await answer(async () => accountOf(await world.roles.caller()));
        const found = await answers(wanted, (given) => world.roles.role(roleName(given)));
        const arns = [...found].flatMap(([given, each]) => {
            if ('seen' in each)
                return each.seen?.arn ?? [];
            return given.startsWith('arn:') ? given : [];
        });
        const passing = await answer(async () => (arns.length === 0 ? [] : mayPass(arns, subject, world.roles)));
        return { account, roles: found, passing };
    },
    judge(subject, facts) {
        return [
            ...judgeNeed(subject),
            ...rolesOf(subject).flatMap((role) => judgeRole(role, facts)),
            ...judgePassing(subject, facts),
        ];
    },
});
function rolesOf({ parts }) {
    const { executionRoleArn, taskRoleArn } = parts;
    return [
        ...(executionRoleArn === undefined ? [] : [{ kind: 'execution role', given: executionRoleArn }]),
        ...(taskRoleArn === undefined ? [] : [{ kind: 'task role', given: taskRoleArn }]),
    ];
}
/**
 * What cannot be done without an execution role.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_execution_IAM_role.html
 */
function judgeNeed({ parts, containers, serviceSeen }) {
    if (parts.executionRoleArn !== undefined)
        return [];
    const isFargate = runsOnFargate(parts, serviceSeen);
    const needs = [
        ...(containers.some(({ secrets }) => secrets.length > 0) ? ['to read its secrets'] : []),
        ...(isFargate && containers.some(({ image }) => ecrImage(image) !== undefined) ? ['to pull from ECR'] : []),
        ...(isFargate && containers.some(({ logDriver }) => logDriver === 'awslogs') ? ['to write to its log group'] : []),
    ];
    return needs.length === 0
        ? []
        : [error(`task definition ${parts.family} has no executionRoleArn, which it needs ${needs.join(', ')}`)];
}
function judgeRole({ kind, given }, { account, roles: found }) {
    const role = found.get(given);
    const what = `${kind} ${given}`;
    const own = 'seen' in account ? account.seen : '';
    const foreign = given.startsWith('arn:') && own !== '' && accountOf(given) !== own;
    // https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html
    if (foreign)
        return [error(`${what} is of account ${accountOf(given)}: ECS takes only roles of its own account, ${own}`)];
    if (role === undefined)
        return [];
    if ('unread' in role)
        return [notChecked(what, role.unread)];
    if (role.seen === undefined)
        return [error(`${what} does not exist in this account`)];
    // The path is part of the ARN: the role of that name may be another one.
    if (given.startsWith('arn:') && role.seen.arn !== given) {
        return [error(`${what} does not exist: the role of that name is ${role.seen.arn}`)];
    }
    const trusted = isTrusted(role.seen.trustPolicy, ecsTasks);
    if (trusted === undefined)
        return [warning(`the trust policy of ${what} could not be read`)];
    return trusted
        ? []
        : [
            error(`${what} does not trust ${ecsTasks}: no task can take it; allow that service sts:AssumeRole in its trust policy`),
        ];
}
function judgePassing({ parts, deployRole }, { passing, roles: found }) {
    if (found.size === 0)
        return [];
    if ('unread' in passing)
        return [notChecked('whether the roles may be passed (iam:PassRole)', passing.unread)];
    if (passing.seen === undefined) {
        return [
            warning('whether the roles may be passed (iam:PassRole) could not be checked: the caller is no role and no user'),
        ];
    }
    return passing.seen.flatMap(({ resourceArn, decision, missingContext }) => {
        if (decision === 'allowed')
            return [];
        const who = deployRole === undefined ? 'the caller' : `role ${deployRole}`;
        const what = `${who} may not pass role ${resourceArn} to ECS tasks, and so not register task definition ${parts.family}`;
        return decision === 'implicitDeny' && missingContext.length > 0
            ? [warning(`${what}, unless ${missingContext.join(', ')} is what its policy asks for`)]
            : [error(`${what}: ${decision === 'explicitDeny' ? 'a policy denies' : 'no policy allows'} it iam:PassRole`)];
    });
}
async function mayPass(arns, { deployRole }, reader) {
    const principalArn = deployRole ?? (await callerArn(reader));
    if (principalArn === 'root')
        return [];
    if (principalArn === undefined)
        return undefined;
    const context = { 'iam:PassedToService': ecsTasks };
    return reader.simulate({ principalArn, action: 'iam:PassRole', resourceArns: arns, context });
}
/** Undefined for a caller without policies of its own, such as a federated user. */
async function callerArn(reader) {
    const principal = principalOf(await reader.caller());
    if (principal.kind === 'root')
        return 'root';
    if (principal.kind === 'other')
        return undefined;
    if (principal.kind === 'user')
        return principal.arn;
    // STS tells a role without its path, and the simulation wants it with; most roles have none.
    const role = await reader.role(principal.name).catch(() => undefined);
    return role?.arn ?? principal.arn;
}

;// CONCATENATED MODULE: ./build-stage/preflight/secret-reference.js
// src/preflight/secret-reference.ts
/**
 * An ARN of Secrets Manager (with what is taken from its value behind it), an ARN of a parameter, or the name of a
 * parameter in the task's Region.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Secret.html
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/secrets-envvar-secrets-manager.html
 *
 * @param region of the task
 */
function secretReference(valueFrom, region) {
    if (!valueFrom.startsWith('arn:')) {
        // A parameter that stands for a secret: https://docs.aws.amazon.com/systems-manager/latest/userguide/integration-ps-secretsmanager.html
        if (valueFrom.startsWith('/aws/reference/'))
            return { kind: 'unknown' };
        return { kind: 'parameter', name: valueFrom, region, account: '' };
    }
    const [arn = '', partition = '', service = '', of = '', account = '', type = '', ...rest] = valueFrom.split(':');
    if (service === 'secretsmanager' && type === 'secret' && rest[0] !== undefined && rest[0] !== '') {
        // Behind the name: key of the JSON, version stage, version id. Only the secret itself is asked for.
        return { kind: 'secret', id: [arn, partition, service, of, account, type, rest[0]].join(':'), region: of, account };
    }
    if (service === 'ssm' && type.startsWith('parameter/') && rest.length === 0) {
        return { kind: 'parameter', name: valueFrom, region: of, account };
    }
    return { kind: 'unknown' };
}
/** `arn:aws:ssm:…:parameter/shop/url` → `/shop/url`, `…:parameter/url` → `url`: as GetParameters names them. */
function parameterName(nameOrArn) {
    if (!nameOrArn.startsWith('arn:'))
        return nameOrArn;
    const path = nameOrArn.slice(nameOrArn.indexOf(':parameter/') + ':parameter/'.length);
    return path.includes('/') ? `/${path}` : path;
}
/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_awssystemsmanager.html#awssystemsmanager-parameter */
function parameterArn(name, partition, region, account) {
    return name.startsWith('arn:')
        ? name
        : `arn:${partition}:ssm:${region}:${account}:parameter/${name.replace(/^\//, '')}`;
}

;// CONCATENATED MODULE: ./build-stage/preflight/secrets.js
// src/preflight/secrets.ts





const secrets = check({
    name: 'secrets',
    holds: 'the secrets and parameters of the containers exist and may be read by the execution role',
    needs: ['definition'],
    actions: [
        'secretsmanager:DescribeSecret',
        'secretsmanager:GetResourcePolicy',
        'ssm:GetParameters',
        'iam:SimulatePrincipalPolicy',
    ],
    async read(subject, world) {
        const wanted = pointersOf(subject).map(({ to }) => to);
        const ids = new Map(wanted.flatMap((to) => (to.kind === 'secret' ? [[to.id, to.region]] : [])));
        const found = await answers([...ids.keys()], (id) => world.secrets.secret(id, ids.get(id) ?? subject.region));
        const names = wanted.flatMap((to) => (to.kind === 'parameter' ? [to] : []));
        const regions = [...new Set(names.map(({ region }) => region))];
        const parameters = await answers(regions, (region) => world.secrets.parameters([...new Set(names.filter((to) => to.region === region).map(({ name }) => name))], region));
        const readable = await answer(() => whatMayBeRead(subject, world, { secrets: found, parameters }));
        return { secrets: found, parameters, readable };
    },
    judge: (subject, facts) => {
        const said = pointersOf(subject).flatMap((pointer) => judgePointer(subject, pointer, facts));
        const { readable } = facts;
        return 'unread' in readable
            ? [...said, notChecked('whether the execution role may read its secrets', readable.unread)]
            : said;
    },
});
function pointersOf({ containers, region }) {
    return containers.flatMap(({ name: container, secrets: pointers }) => pointers.map(({ name, valueFrom }) => ({ container, name, valueFrom, to: secretReference(valueFrom, region) })));
}
function judgePointer(subject, { container, name, valueFrom, to }, facts) {
    const of = `${name} of container ${container}`;
    if (to.kind === 'unknown')
        return [note(`${of} points at ${valueFrom}, which was not checked`)];
    if (to.kind === 'secret') {
        const what = `secret ${to.id} (${of})`;
        const found = facts.secrets.get(to.id);
        if (found === undefined)
            return [];
        if ('unread' in found)
            return [notChecked(what, found.unread)];
        if (found.seen === undefined)
            return [error(`${what} does not exist: create it, or mend valueFrom`)];
        if (found.seen.isBeingDeleted)
            return [error(`${what} is scheduled for deletion, and gives no value any more`)];
        return judgeReadable(what, 'secretsmanager:GetSecretValue', found.seen.arn, facts.readable);
    }
    const what = `parameter ${to.name} (${of})`;
    const found = facts.parameters.get(to.region);
    if (found === undefined)
        return [];
    if ('unread' in found)
        return [notChecked(what, found.unread)];
    if (!found.seen.map(parameterName).includes(parameterName(to.name))) {
        return [error(`${what} does not exist in Region ${to.region}: create it, or mend valueFrom`)];
    }
    return judgeReadable(what, 'ssm:GetParameters', arnOf(subject, to), facts.readable);
}
function judgeReadable(what, action, arn, readable) {
    if ('unread' in readable)
        return [];
    const found = readable.seen.get(arn);
    if (found === undefined || found.decision === 'allowed')
        return [];
    const cannot = `the execution role may not read ${what}`;
    if (found.decision === 'explicitDeny')
        return [error(`${cannot}: a policy denies it ${action}`)];
    if (found.missingContext.length > 0) {
        return [warning(`${cannot}, unless ${found.missingContext.join(', ')} is what its policy asks for`)];
    }
    const mend = `allow it ${action} on ${arn}`;
    const { ownPolicy } = found;
    if (ownPolicy === undefined)
        return [error(`${cannot}: ${mend}`)];
    if ('unread' in ownPolicy)
        return [warning(`${cannot} by its own policies, and that of the secret ${unreadWords(ownPolicy.unread)}`)];
    return ownPolicy.seen !== undefined && letsSomebodyIn(ownPolicy.seen)
        ? [warning(`${cannot} by its own policies: only the policy of the secret itself could let it`)]
        : [error(`${cannot}: ${mend}`)];
}
const unreadWords = ({ action, why }) => action === undefined ? `could not be read (${why})` : `could not be read: the role may not call ${action}`;
/** Asks for everything that exists, one question for each action. */
async function whatMayBeRead(subject, world, found) {
    const role = subject.parts.executionRoleArn;
    if (role === undefined || !role.startsWith('arn:'))
        return new Map();
    const secretArns = [...found.secrets.values()].flatMap((each) => 'seen' in each && each.seen !== undefined ? [each.seen.arn] : []);
    const parameterArns = pointersOf(subject).flatMap(({ to }) => {
        if (to.kind !== 'parameter')
            return [];
        const there = found.parameters.get(to.region);
        const exists = there !== undefined && 'seen' in there && there.seen.map(parameterName).includes(parameterName(to.name));
        return exists ? [arnOf(subject, to)] : [];
    });
    const ask = async (action, resourceArns) => resourceArns.length === 0
        ? []
        : world.roles.simulate({ principalArn: role, action, resourceArns: [...new Set(resourceArns)], context: {} });
    const [ofSecrets, ofParameters] = await Promise.all([
        ask('secretsmanager:GetSecretValue', secretArns),
        ask('ssm:GetParameters', parameterArns),
    ]);
    const secretsRead = ofSecrets.map(async (one) => {
        const region = one.resourceArn.split(':')[3] ?? subject.region;
        const isOpen = one.decision === 'implicitDeny';
        const ownPolicy = isOpen ? await answer(() => world.secrets.secretPolicy(one.resourceArn, region)) : undefined;
        return [one.resourceArn, { ...one, ownPolicy }];
    });
    return new Map([
        ...(await Promise.all(secretsRead)),
        ...ofParameters.map((one) => [one.resourceArn, { ...one, ownPolicy: undefined }]),
    ]);
}
function arnOf({ parts }, to) {
    const role = parts.executionRoleArn ?? '';
    return parameterArn(to.name, role.split(':')[1] ?? 'aws', to.region, accountOf(role));
}

;// CONCATENATED MODULE: ./build-stage/preflight/service.js
// src/preflight/service.ts


/** The cluster and the service: everything else is looked at as far as these are known. */
function judgeCluster(cluster, found) {
    if ('unread' in found)
        return [notChecked(`cluster ${cluster}`, found.unread)];
    // DescribeClusters goes on naming a deleted cluster for a while.
    // https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Cluster.html
    if (found.seen === undefined || found.seen.status === 'INACTIVE') {
        return [error(`cluster ${cluster} does not exist in this account and Region`)];
    }
    const { status } = found.seen;
    return status === 'ACTIVE' ? [] : [error(`cluster ${cluster} is ${status}, not ACTIVE`)];
}
function judgeService({ service, cluster, whenBusy }, found) {
    if ('unread' in found)
        return [notChecked(`service ${service}`, found.unread)];
    const { seen } = found;
    if (seen === undefined || seen.status === 'INACTIVE') {
        return [error(`service ${service} does not exist in cluster ${cluster}`)];
    }
    if (seen.status !== 'ACTIVE')
        return [error(`service ${service} is ${seen.status}, not ACTIVE`)];
    return [...judgeController(service, seen), ...judgeBusy(service, seen, whenBusy), ...judgeCount(service, seen)];
}
/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentController.html */
function judgeController(service, { controller }) {
    if (controller === 'ECS')
        return [];
    const by = controller === 'CODE_DEPLOY' ? 'CodeDeploy' : 'a controller of somebody else';
    return [
        error(`service ${service} has the deployment controller ${controller}: only ${by} may deploy it; a rolling update needs the controller ECS`),
    ];
}
function judgeBusy(service, { deployments }, whenBusy) {
    const underWay = deployments.filter(({ status, rollout }) => status === 'PRIMARY' && rollout === 'IN_PROGRESS');
    const [first] = underWay.length > 0 ? underWay : deployments.length > 1 ? deployments : [];
    if (first === undefined)
        return [];
    const what = `service ${service} is being deployed to right now (${first.taskDefinitionArn.slice(first.taskDefinitionArn.lastIndexOf('/') + 1)})`;
    if (whenBusy === 'wait')
        return [note(`${what}: a rollout waits until that is done (when-busy: wait)`)];
    if (whenBusy === 'replace')
        return [warning(`${what}: a rollout replaces it (when-busy: replace)`)];
    return [error(`${what}: wait until that is done, or say with when-busy what is to happen`)];
}
function judgeCount(service, { desiredCount }) {
    return desiredCount > 0
        ? []
        : [note(`service ${service} has a desired count of 0: no task would start, so nothing would show that it works`)];
}

;// CONCATENATED MODULE: ./build-stage/preflight/preflight.js
// src/preflight/preflight.ts












/** The first two are what the others are looked at by. */
const first = [
    {
        name: 'cluster',
        holds: 'the cluster exists and is active',
        actions: ['ecs:DescribeClusters'],
    },
    {
        name: 'service',
        holds: 'the service exists, is active, has the deployment controller ECS, and is not being deployed to',
        actions: ['ecs:DescribeServices'],
    },
];
const others = [
    containers,
    ports,
    fargate,
    images_images,
    roles,
    secrets,
    logGroups,
    network,
    capacity,
    alarms_alarms,
];
/** Every check, in the order in which findings are told. */
const checks = [...first, ...others];
/**
 * Looks at everything that a rollout of this definition would need, and tells all that is wrong at once. Changes nothing.
 *
 * @throws AccessError when AWS does not take the credentials at all; a missing permission is a warning
 */
async function preflight(request, world) {
    return (await look(request, world)).findings;
}
/** The same, with what was not looked at. */
async function look(request, world) {
    const cluster = await answer(() => world.clusters.cluster(request.cluster));
    const clusterSeen = 'seen' in cluster && cluster.seen?.status === 'ACTIVE' ? cluster.seen : undefined;
    // What DescribeServices says of a cluster that is not there is no news.
    const isThere = 'unread' in cluster || clusterSeen !== undefined;
    const service = isThere ? await answer(() => world.clusters.service(request.cluster, request.service)) : undefined;
    const serviceSeen = service !== undefined && 'seen' in service && service.seen?.status !== 'INACTIVE' ? service.seen : undefined;
    const { definition = {} } = request;
    const subject = {
        cluster: request.cluster,
        service: request.service,
        region: request.region,
        parts: definitionParts(definition),
        containers: containerParts(definition),
        images: Object.keys(request.images ?? {}),
        alarms: request.alarms,
        capacityProviders: request.capacityProviders,
        whenBusy: request.whenBusy,
        deployRole: request.deployRole,
        clusterSeen,
        serviceSeen,
    };
    const known = {
        definition: request.definition !== undefined,
        cluster: clusterSeen !== undefined,
        service: serviceSeen !== undefined,
    };
    const wanted = others.filter(({ needs }) => needs.every((need) => known[need]));
    const found = wanted.map(async (check) => named(check.name, check.judge(subject, await check.read(subject, world))));
    const findings = [
        ...named('cluster', judgeCluster(request.cluster, cluster)),
        ...named('service', service === undefined ? [] : judgeService(subject, service)),
        ...(await Promise.all(found)).flat(),
    ];
    const leftOut = others.filter((check) => !wanted.includes(check)).map(({ name }) => name);
    return { findings, leftOut: service === undefined ? ['service', ...leftOut] : leftOut };
}
/** The same is told once, however many containers it holds for; and what could not be looked at, once for each reason. */
function named(check, said) {
    const texts = new Map();
    for (const { level, what, notLooked } of said) {
        if (notLooked === undefined) {
            texts.set(`${level} ${what}`, { level, what, check });
            continue;
        }
        const { why } = notLooked;
        const all = said.flatMap((one) => (one.notLooked?.why === why ? [one.notLooked.at] : []));
        texts.set(`${level} ${why}`, { level, what: notLookedAt([...new Set(all)], why), check });
    }
    return [...texts.values()];
}


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


/***/ })

};
