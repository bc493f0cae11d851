export const id = 7466;
export const ids = [7466];
export const modules = {

/***/ 3864:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ typeProblem),
/* harmony export */   g: () => (/* binding */ isMembers)
/* harmony export */ });
// src/ecs/member-type.ts
/** What is wrong with values that are not of the type that ECS takes, and how to write them. */
function isMembers(value) {
    return value !== null && typeof value === 'object' && !Array.isArray(value);
}
const called = {
    text: 'a text',
    integer: 'a whole number',
    boolean: 'true or false',
};
const wanted = (type) => type.endsWith('[]') ? 'a list' : type === '{text}' ? 'a map of texts' : (called[type] ?? 'an object');
/**
 * Nothing, or what is wrong. `written` is how a number stands in the file: an account such as 012345678901 has a zero more
 * in quotes than as a number. ECS converts no types: a number where it takes a text is a SerializationException, and so is
 * a text where it takes a number. https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html
 */
function typeProblem(value, type, written) {
    if (fits(value, type))
        return undefined;
    return `is ${seenAs(value)}, and ECS takes ${wanted(type)} here${howToWrite(value, type, written)}`;
}
function fits(value, type) {
    if (type.endsWith('[]'))
        return Array.isArray(value);
    if (type === 'text')
        return typeof value === 'string';
    // A 32-bit integer. https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html
    if (type === 'integer')
        return Number.isInteger(value) && Math.abs(value) < 2 ** 31;
    if (type === 'boolean')
        return typeof value === 'boolean';
    return isMembers(value);
}
function seenAs(value) {
    if (value === null)
        return 'null';
    if (Array.isArray(value))
        return 'a list';
    if (typeof value === 'object')
        return 'an object';
    return typeof value === 'string' ? 'a text' : `the ${typeof value} ${String(value)}`;
}
function howToWrite(value, type, written) {
    if (type === 'text' && (typeof value === 'number' || typeof value === 'boolean')) {
        return `: write it in quotes, "${written ?? String(value)}"`;
    }
    if (type === 'text' && value === null)
        return ': write "" for an empty one';
    if (typeof value !== 'string')
        return '';
    const text = value.trim();
    if (type === 'integer' && /^-?\d{1,10}$/.test(text))
        return `: write ${text} without quotes`;
    if (type === 'boolean' && /^(true|false)$/i.test(text))
        return `: write ${text.toLowerCase()} without quotes`;
    if (type === 'text[]')
        return ': write each word as an item of its own, ["like", "this"]';
    return '';
}


/***/ }),

/***/ 5023:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ plainForm)
/* harmony export */ });
/* harmony import */ var _member_type_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3864);
/* harmony import */ var _task_definition_keys_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1341);
// src/ecs/task-definition-defaults.ts


/**
 * What stands where nothing is given, by the key of the object: DescribeTaskDefinition answers most of it where it was not
 * sent. https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html and the pages of the types
 * that it names
 */
const defaults = {
    '': { enableFaultInjection: false },
    containerDefinitions: { cpu: 0, essential: true, versionConsistency: 'enabled' },
    portMappings: { protocol: 'tcp', hostPort: 0 },
    mountPoints: { readOnly: false },
    volumesFrom: { readOnly: false },
    restartPolicy: { restartAttemptPeriod: 300 },
    healthCheck: { interval: 30, timeout: 5, retries: 3, startPeriod: 0 },
    efsVolumeConfiguration: { rootDirectory: '/', transitEncryption: 'DISABLED' },
    authorizationConfig: { iam: 'DISABLED' },
};
/** Lists in which the order means nothing; ECS may answer another than was sent. */
const unordered = { environment: 'name', secrets: 'name', tags: 'key' };
/**
 * A task definition in the one form that all ways of writing it come to: without what only DescribeTaskDefinition answers,
 * without what stands where nothing is given, and without empty lists and maps. An empty *text* is kept, as an empty
 * variable is one. Two definitions with the same plain form run the same.
 */
function plainForm(definition) {
    const own = Object.entries(definition).filter(([key]) => !_task_definition_keys_js__WEBPACK_IMPORTED_MODULE_1__/* .onlyDescribed */ .iX.includes(key));
    const { cpu, memory, containerDefinitions = [], ...rest } = Object.fromEntries(own);
    return (plain('', {
        ...rest,
        cpu: typeof cpu === 'string' ? scaled(cpu, 'vcpu') : cpu,
        memory: typeof memory === 'string' ? scaled(memory, 'gb') : memory,
        containerDefinitions: containerDefinitions.map((each) => withoutHostPorts(each, definition.networkMode)),
    }) ?? {});
}
/** Nothing when nothing is left. */
function plain(key, value) {
    if (Array.isArray(value)) {
        const by = Object.hasOwn(unordered, key) ? unordered[key] : undefined;
        const items = value.map((item) => plain(key, item) ?? {});
        if (items.length === 0)
            return undefined;
        // A stable sort: of two with one name the order stays, because it may mean something.
        return by === undefined ? items : items.toSorted((a, b) => compareTexts(textOf(a, by), textOf(b, by)));
    }
    if (!(0,_member_type_js__WEBPACK_IMPORTED_MODULE_0__/* .isMembers */ .g)(value))
        return value ?? undefined;
    const filledIn = (Object.hasOwn(defaults, key) ? defaults[key] : undefined) ?? {};
    const kept = Object.entries(value)
        .filter(([member, given]) => !(Object.hasOwn(filledIn, member) && filledIn[member] === given))
        .map(([member, given]) => [member, plain(member, given)])
        .filter(([, given]) => given !== undefined);
    return kept.length === 0 ? undefined : Object.fromEntries(kept);
}
const textOf = (item, key) => ((0,_member_type_js__WEBPACK_IMPORTED_MODULE_0__/* .isMembers */ .g)(item) ? String(item[key]) : '');
const compareTexts = (a, b) => (a < b ? -1 : Number(a > b));
/**
 * A task has its own network with awsvpc, and the host's with host: there a port of the host is the container's.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PortMapping.html
 */
function withoutHostPorts(container, networkMode) {
    const { portMappings } = container;
    if ((networkMode !== 'awsvpc' && networkMode !== 'host') || !Array.isArray(portMappings))
        return container;
    return {
        ...container,
        portMappings: portMappings.map(({ hostPort, ...rest }) => hostPort === rest.containerPort ? rest : { ...rest, hostPort }),
    };
}
/**
 * `1 vCPU` → `1024`, `0.5 GB` → `512`; any other text as it is.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html
 */
function scaled(text, unit) {
    const match = /^\s*(\d*\.?\d+)\s*([a-z]*)\s*$/i.exec(text);
    return match?.[2]?.toLowerCase() === unit ? String(Number(match[1]) * 1024) : text.trim();
}


/***/ }),

/***/ 9146:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  eM: () => (/* binding */ diffDefinitions),
  xb: () => (/* binding */ diffMarkdown),
  NI: () => (/* binding */ diffText)
});

// EXTERNAL MODULE: ./build-stage/ecs/member-type.js
var member_type = __webpack_require__(3864);
;// CONCATENATED MODULE: ./build-stage/ecs/secret-words.js
// src/ecs/secret-words.ts

/** Names after which a secret is likely: `DB_PASSWORD`, `splunk-token`, `--api-key`. */
const secretName = /pass$|pass(word|wd|phrase)|secret|token|credential|private|api[-_.]?key|access[-_.]?key|auth|signature|\bdsn\b|(^|[-_.])(key|pwd|pw|pat)$/i;
const HIDDEN = '***';
/** Longer than anybody reads in a line of a log. */
const LONGEST = 300;
/**
 * Whether the value at this path of a task definition, by its keys, is kept out of logs. All values of environment variables are, and
 * what nobody here knows; labels, options of log drivers and the like only when their name says so.
 */
function hidesItsValue(path) {
    if (path.includes('secrets') || path.includes('secretOptions'))
        return false;
    if (path.includes('environment'))
        return true;
    return path
        .slice(1)
        .some((name) => secretName.test(name) && name !== 'repositoryCredentials' && name !== 'credentialsParameter');
}
/** A value as one line of text: environment, and what stands after names of secrets, taken out. */
function withoutSecrets(value) {
    const text = typeof value === 'string' ? cleaned(value) : (JSON.stringify(secret_words_hidden(value)) ?? '');
    return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
function secret_words_hidden(value) {
    if (typeof value === 'string')
        return cleaned(value);
    if (Array.isArray(value)) {
        // `--password`, `x`: the word after such a flag.
        return value.map((item, index) => {
            const before = value[index - 1];
            return typeof before === 'string' && /^-{1,2}[\w-]+$/.test(before) && secretName.test(before)
                ? HIDDEN
                : secret_words_hidden(item);
        });
    }
    if (!(0,member_type/* isMembers */.g)(value))
        return value;
    return Object.fromEntries(Object.entries(value).map(([key, member]) => {
        if (key === 'environment' && Array.isArray(member))
            return [key, member.map((each) => ((0,member_type/* isMembers */.g)(each) ? each.name : HIDDEN))];
        if (key === 'secrets' || key === 'secretOptions' || !secretName.test(key))
            return [key, secret_words_hidden(member)];
        return [key, HIDDEN];
    }));
}
/** `https://user:x@host`, `password=x`, `Authorization: Bearer x`, `--api-key x` within a text. */
function cleaned(text) {
    const named = /([\w.-]+)"?\s*[=:]\s*|(--?[A-Za-z][\w-]*)\s+(?!-)/g;
    const value = /"[^"]*"|'[^']*'|(?:bearer\s+|basic\s+)?[^\s"',;&]+/iy;
    let kept = '';
    let from = 0;
    for (let match = named.exec(text); match !== null; match = named.exec(text)) {
        value.lastIndex = named.lastIndex;
        if (!secretName.test(match[1] ?? match[2] ?? '') || value.exec(text) === null)
            continue;
        kept += `${text.slice(from, named.lastIndex)}${HIDDEN}`;
        from = value.lastIndex;
        named.lastIndex = from;
    }
    return `${kept}${text.slice(from)}`.replace(/(\b[a-z][a-z0-9+.-]*:\/\/)[^\s/@]+@/gi, `$1${HIDDEN}@`);
}

// EXTERNAL MODULE: ./build-stage/ecs/task-definition-defaults.js
var task_definition_defaults = __webpack_require__(5023);
;// CONCATENATED MODULE: ./build-stage/ecs/task-definition-diff.js
// src/ecs/task-definition-diff.ts



/**
 * How two definitions differ in what would run, container by container and name by name; nothing when they run the same. A
 * value of an environment variable is never shown, because nobody can tell which of them are secrets: only that it changed.
 * What a secret refers to is no secret and is shown. Labels and log options are shown unless their name says that they are
 * secret, and passwords are taken out of commands.
 */
function diffDefinitions(from, to) {
    const lines = [];
    compare((0,task_definition_defaults/* plainForm */.N)(from), (0,task_definition_defaults/* plainForm */.N)(to), [], lines);
    return lines;
}
/** Lists whose items have a name: they are compared name by name, and where they stand is told only for containers. */
const nameOfItem = new Map(Object.entries({
    containerDefinitions: 'name',
    environment: 'name',
    secrets: 'name',
    secretOptions: 'name',
    volumes: 'name',
    tags: 'key',
    ulimits: 'name',
    systemControls: 'namespace',
    mountPoints: 'containerPath',
    portMappings: 'containerPort',
    dependsOn: 'containerName',
}));
/** How a part of a path is called, where its key is not how people say it. */
const calledAs = new Map(Object.entries({
    containerDefinitions: 'container',
    secrets: 'secret',
    volumes: 'volume',
    tags: 'tag',
    dockerLabels: 'label',
    mountPoints: 'mount',
    portMappings: 'port',
    systemControls: 'system control',
}));
function compare(from, to, path, lines) {
    if (sameText(from) === sameText(to))
        return;
    const key = path.findLast(({ kind }) => kind === 'key')?.text ?? '';
    const isList = Array.isArray(from) || Array.isArray(to);
    const byName = isList && path.at(-1)?.kind === 'key' ? nameOfItem.get(key) : undefined;
    if (byName !== undefined) {
        const [before, after] = [named(from, byName), named(to, byName)];
        if (before !== undefined && after !== undefined) {
            compareMembers(before, after, path, 'item', lines);
            if (key === 'containerDefinitions')
                compareOrder(Object.keys(before), Object.keys(after), lines);
            return;
        }
    }
    // The first label is one label more, not labels where there were none.
    const none = key === 'dockerLabels' && path.at(-1)?.kind === 'key' ? {} : undefined;
    const [before, after] = [from ?? none, to ?? none];
    if ((0,member_type/* isMembers */.g)(before) && (0,member_type/* isMembers */.g)(after))
        compareMembers(before, after, path, 'key', lines);
    else
        lines.push(lineOf(from, to, path));
}
function compareMembers(from, to, path, kind, lines) {
    for (const text of new Set([...Object.keys(from), ...Object.keys(to)])) {
        compare(own(from, text), own(to, text), [...path, { text, kind }], lines);
    }
}
/** A label may be called constructor, and every object has one. */
const own = (members, key) => (Object.hasOwn(members, key) ? members[key] : undefined);
/** Where containers stand is kept by ECS, and a definition that only moves them is another one. */
function compareOrder(from, to, lines) {
    const [before, after] = [from.filter((name) => to.includes(name)), to.filter((name) => from.includes(name))];
    if (before.join('\n') === after.join('\n'))
        return;
    lines.push({ change: 'changed', what: 'order of containers', from: before.join(', '), to: after.join(', ') });
}
/** Items by name; nothing when two have the same name or one has none. */
function named(value, key) {
    const items = Array.isArray(value) ? value : [];
    const entries = items.map((item) => [(0,member_type/* isMembers */.g)(item) ? String(item[key] ?? '') : '', item]);
    const names = new Set(entries.map(([name]) => name));
    return names.size === entries.length && !names.has('') ? ordered(entries) : undefined;
}
/** An object would put names that are numbers first. */
function ordered(entries) {
    return Object.fromEntries(entries);
}
function lineOf(from, to, path) {
    const change = from === undefined ? 'added' : to === undefined ? 'removed' : 'changed';
    const what = whatIs(path);
    // Names of containers and volumes are no keys: one that is called token-service hides nothing.
    const isSecret = hidesItsValue(path.filter(({ kind }) => kind === 'key').map(({ text }) => text));
    const shown = (value) => (isSecret || value === undefined ? undefined : shownAs(value, path));
    const [before, after] = [shown(from), shown(to)];
    return {
        change,
        what,
        ...(before === undefined ? {} : { from: before }),
        ...(after === undefined ? {} : { to: after }),
    };
}
function whatIs(path) {
    const words = path.map(({ text, kind }) => (kind === 'item' ? text : (calledAs.get(text) ?? text)));
    const isContainer = path[0]?.text === 'containerDefinitions' && path.length > 2;
    return isContainer ? `container ${words[1]}: ${parts(words.slice(2))}` : parts(words);
}
/** `environment LOG_LEVEL`: the member's own `value` or `valueFrom` says nothing more. */
const parts = (words) => (/^value(From)?$/.test(words.at(-1) ?? '') ? words.slice(0, -1) : words).join(' ');
/** A value in a line. What is added or removed as a whole (a container, a variable) is told by its name and gist. */
function shownAs(value, path) {
    const key = path[0]?.text ?? '';
    const last = path.at(-1);
    if ((0,member_type/* isMembers */.g)(value)) {
        if (last?.kind === 'item' && key === 'containerDefinitions' && path.length === 2)
            return String(value.image ?? '');
        if (typeof value.valueFrom === 'string')
            return value.valueFrom;
    }
    return withoutSecrets(value);
}
/** The same for the same data, in whatever order keys stand. */
function sameText(value) {
    return (JSON.stringify(value, (_key, part) => (0,member_type/* isMembers */.g)(part) ? Object.fromEntries(Object.entries(part).sort(([x], [y]) => (x < y ? -1 : 1))) : part) ?? '');
}
/** The lines for a log. */
function diffText(lines) {
    return lines.map((line) => `${signs[line.change]} ${line.what}${valueText(line)}`);
}
const signs = { added: '+', removed: '-', changed: '~' };
function valueText({ change, from, to }) {
    if (change !== 'changed')
        return (to ?? from) === undefined ? ` ${change}` : `: ${to ?? from}`;
    return from === undefined || to === undefined ? ' changed (the value is not shown)' : `: ${from} → ${to}`;
}
/** The lines as a Markdown table. */
function diffMarkdown(lines) {
    if (lines.length === 0)
        return 'The task definition is the one that runs now.';
    const rows = lines.map(({ change, what, from, to }) => {
        const hidden = change === 'changed' && (from === undefined || to === undefined);
        return `| ${change} | ${code(what)} | ${hidden ? '*not shown*' : code(from)} | ${hidden ? '*not shown*' : code(to)} |`;
    });
    return ['| | What | Now | New |', '| --- | --- | --- | --- |', ...rows].join('\n');
}
/** https://github.github.com/gfm/#tables-extension-: a bar ends a cell, in code as well. */
function code(text) {
    if (text === undefined || text === '')
        return '';
    const line = text.replace(/\s+/g, ' ').replaceAll('|', '\\|');
    const fence = '`'.repeat(Math.max(0, ...(line.match(/`+/g) ?? []).map((ticks) => ticks.length)) + 1);
    return fence.length === 1 ? `\`${line}\`` : `${fence} ${line} ${fence}`;
}


/***/ }),

/***/ 1341:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JD: () => (/* binding */ objects),
/* harmony export */   iX: () => (/* binding */ onlyDescribed),
/* harmony export */   zr: () => (/* binding */ root)
/* harmony export */ });
// src/ecs/task-definition-keys.ts
// Written by npm run generate from the schemas of @aws-sdk/client-ecs. Do not edit.
/**
 * Each object of RegisterTaskDefinition with its keys and what each takes: `text`, `integer`, `boolean`, the name of an
 * object, a list of these (`…[]`) or a map of texts (`{text}`). `!` marks what must be there.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html
 */
const objects = {
    RegisterTaskDefinitionRequest: {
        family: 'text!',
        containerDefinitions: 'ContainerDefinition[]!',
        taskRoleArn: 'text',
        executionRoleArn: 'text',
        networkMode: 'text',
        volumes: 'Volume[]',
        placementConstraints: 'TaskDefinitionPlacementConstraint[]',
        requiresCompatibilities: 'text[]',
        cpu: 'text',
        memory: 'text',
        tags: 'Tag[]',
        pidMode: 'text',
        ipcMode: 'text',
        proxyConfiguration: 'ProxyConfiguration',
        inferenceAccelerators: 'InferenceAccelerator[]',
        ephemeralStorage: 'EphemeralStorage',
        runtimePlatform: 'RuntimePlatform',
        enableFaultInjection: 'boolean',
    },
    ContainerDefinition: {
        name: 'text',
        image: 'text',
        repositoryCredentials: 'RepositoryCredentials',
        cpu: 'integer',
        memory: 'integer',
        memoryReservation: 'integer',
        links: 'text[]',
        portMappings: 'PortMapping[]',
        essential: 'boolean',
        restartPolicy: 'ContainerRestartPolicy',
        entryPoint: 'text[]',
        command: 'text[]',
        environment: 'KeyValuePair[]',
        environmentFiles: 'EnvironmentFile[]',
        mountPoints: 'MountPoint[]',
        volumesFrom: 'VolumeFrom[]',
        linuxParameters: 'LinuxParameters',
        secrets: 'Secret[]',
        dependsOn: 'ContainerDependency[]',
        startTimeout: 'integer',
        stopTimeout: 'integer',
        versionConsistency: 'text',
        hostname: 'text',
        user: 'text',
        workingDirectory: 'text',
        disableNetworking: 'boolean',
        privileged: 'boolean',
        readonlyRootFilesystem: 'boolean',
        dnsServers: 'text[]',
        dnsSearchDomains: 'text[]',
        extraHosts: 'HostEntry[]',
        dockerSecurityOptions: 'text[]',
        interactive: 'boolean',
        pseudoTerminal: 'boolean',
        dockerLabels: '{text}',
        ulimits: 'Ulimit[]',
        logConfiguration: 'LogConfiguration',
        healthCheck: 'HealthCheck',
        systemControls: 'SystemControl[]',
        resourceRequirements: 'ResourceRequirement[]',
        firelensConfiguration: 'FirelensConfiguration',
        credentialSpecs: 'text[]',
    },
    RepositoryCredentials: {
        credentialsParameter: 'text!',
    },
    PortMapping: {
        containerPort: 'integer',
        hostPort: 'integer',
        protocol: 'text',
        name: 'text',
        appProtocol: 'text',
        containerPortRange: 'text',
    },
    ContainerRestartPolicy: {
        enabled: 'boolean!',
        ignoredExitCodes: 'integer[]',
        restartAttemptPeriod: 'integer',
    },
    KeyValuePair: {
        name: 'text',
        value: 'text',
    },
    EnvironmentFile: {
        value: 'text!',
        type: 'text!',
    },
    MountPoint: {
        sourceVolume: 'text',
        containerPath: 'text',
        readOnly: 'boolean',
    },
    VolumeFrom: {
        sourceContainer: 'text',
        readOnly: 'boolean',
    },
    LinuxParameters: {
        capabilities: 'KernelCapabilities',
        devices: 'Device[]',
        initProcessEnabled: 'boolean',
        sharedMemorySize: 'integer',
        tmpfs: 'Tmpfs[]',
        maxSwap: 'integer',
        swappiness: 'integer',
    },
    KernelCapabilities: {
        add: 'text[]',
        drop: 'text[]',
    },
    Device: {
        hostPath: 'text!',
        containerPath: 'text',
        permissions: 'text[]',
    },
    Tmpfs: {
        containerPath: 'text!',
        size: 'integer!',
        mountOptions: 'text[]',
    },
    Secret: {
        name: 'text!',
        valueFrom: 'text!',
    },
    ContainerDependency: {
        containerName: 'text!',
        condition: 'text!',
    },
    HostEntry: {
        hostname: 'text!',
        ipAddress: 'text!',
    },
    Ulimit: {
        name: 'text!',
        softLimit: 'integer!',
        hardLimit: 'integer!',
    },
    LogConfiguration: {
        logDriver: 'text!',
        options: '{text}',
        secretOptions: 'Secret[]',
    },
    HealthCheck: {
        command: 'text[]!',
        interval: 'integer',
        timeout: 'integer',
        retries: 'integer',
        startPeriod: 'integer',
    },
    SystemControl: {
        namespace: 'text',
        value: 'text',
    },
    ResourceRequirement: {
        type: 'text!',
        value: 'text',
        sharingStrategy: 'SharingStrategy',
    },
    SharingStrategy: {
        nvidiaMps: 'NvidiaMpsAllocation',
    },
    NvidiaMpsAllocation: {
        memory: 'integer!',
        maxComputePercent: 'integer',
    },
    FirelensConfiguration: {
        type: 'text!',
        options: '{text}',
    },
    Volume: {
        name: 'text',
        host: 'HostVolumeProperties',
        dockerVolumeConfiguration: 'DockerVolumeConfiguration',
        efsVolumeConfiguration: 'EFSVolumeConfiguration',
        s3filesVolumeConfiguration: 'S3FilesVolumeConfiguration',
        fsxWindowsFileServerVolumeConfiguration: 'FSxWindowsFileServerVolumeConfiguration',
        configuredAtLaunch: 'boolean',
    },
    HostVolumeProperties: {
        sourcePath: 'text',
    },
    DockerVolumeConfiguration: {
        scope: 'text',
        autoprovision: 'boolean',
        driver: 'text',
        driverOpts: '{text}',
        labels: '{text}',
    },
    EFSVolumeConfiguration: {
        fileSystemId: 'text!',
        rootDirectory: 'text',
        transitEncryption: 'text',
        transitEncryptionPort: 'integer',
        authorizationConfig: 'EFSAuthorizationConfig',
    },
    EFSAuthorizationConfig: {
        accessPointId: 'text',
        iam: 'text',
    },
    S3FilesVolumeConfiguration: {
        fileSystemArn: 'text!',
        rootDirectory: 'text',
        transitEncryptionPort: 'integer',
        accessPointArn: 'text',
    },
    FSxWindowsFileServerVolumeConfiguration: {
        fileSystemId: 'text!',
        rootDirectory: 'text!',
        authorizationConfig: 'FSxWindowsFileServerAuthorizationConfig!',
    },
    FSxWindowsFileServerAuthorizationConfig: {
        credentialsParameter: 'text!',
        domain: 'text!',
    },
    TaskDefinitionPlacementConstraint: {
        type: 'text',
        expression: 'text',
    },
    Tag: {
        key: 'text',
        value: 'text',
    },
    ProxyConfiguration: {
        containerName: 'text!',
        type: 'text',
        properties: 'KeyValuePair[]',
    },
    InferenceAccelerator: {
        deviceName: 'text!',
        deviceType: 'text!',
    },
    EphemeralStorage: {
        sizeInGiB: 'integer!',
    },
    RuntimePlatform: {
        cpuArchitecture: 'text',
        operatingSystemFamily: 'text',
    },
};
/** The object that a task definition is. */
const root = 'RegisterTaskDefinitionRequest';
/**
 * What DescribeTaskDefinition answers and RegisterTaskDefinition does not take.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_TaskDefinition.html
 */
const onlyDescribed = [
    'taskDefinitionArn',
    'revision',
    'status',
    'requiresAttributes',
    'compatibilities',
    'registeredAt',
    'deregisteredAt',
    'deleteRequestedAt',
    'registeredBy',
];


/***/ }),

/***/ 3204:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EU: () => (/* binding */ shortName),
/* harmony export */   Ux: () => (/* binding */ runsTheSame),
/* harmony export */   ZV: () => (/* binding */ registrable)
/* harmony export */ });
/* harmony import */ var _task_definition_diff_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9146);
/* harmony import */ var _task_definition_keys_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1341);
// src/ecs/task-definition.ts


/**
 * What was described, as it would be registered: without what only DescribeTaskDefinition answers. An empty list of tags is
 * a part of that: it stands for no tags there, and RegisterTaskDefinition refuses it ("Tags can not be empty").
 */
function registrable(described) {
    const isAdded = (key, value) => _task_definition_keys_js__WEBPACK_IMPORTED_MODULE_1__/* .onlyDescribed */ .iX.includes(key) || (key === 'tags' && Array.isArray(value) && value.length === 0);
    return Object.fromEntries(Object.entries(described).filter(([key, value]) => !isAdded(key, value)));
}
/** Whether two definitions would run the same: what ECS adds or fills in and the order of keys do not count. */
function runsTheSame(a, b) {
    return (0,_task_definition_diff_js__WEBPACK_IMPORTED_MODULE_0__/* .diffDefinitions */ .eM)(a, b).length === 0;
}
/** `family:12` of `arn:aws:ecs:…:task-definition/family:12` */
function shortName(taskDefinitionArn) {
    return taskDefinitionArn.slice(taskDefinitionArn.lastIndexOf('/') + 1);
}


/***/ }),

/***/ 7919:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ AccessError)
/* harmony export */ });
// src/ports/access-error.ts
/**
 * The credentials do not suffice: missing, expired, or not allowed. Not the fault of the release; nothing can be said
 * of it.
 */
class AccessError extends Error {
    detail;
    name = 'AccessError';
    constructor(message, detail, options) {
        super(message, options);
        this.detail = detail;
    }
}


/***/ })

};
