export const id = 399;
export const ids = [399];
export const modules = {

/***/ 5223:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  cloud: () => (/* binding */ cloud_cloud)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
// EXTERNAL MODULE: ./build-stage/local-cloud/cloud.js + 153 modules
var cloud = __webpack_require__(7278);
// EXTERNAL MODULE: ./build-stage/local-cloud/ecr/index.js + 39 modules
var ecr = __webpack_require__(7703);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build-stage/yaml.js
var yaml = __webpack_require__(4240);
// EXTERNAL MODULE: ./build-stage/local-cloud/contract.js
var contract = __webpack_require__(1105);
;// CONCATENATED MODULE: ./build-stage/local-cloud/seed-kinds.js
// src/local-cloud/seed-kinds.ts
/** The value at a path of an answer, as text. */
function at(value, ...path) {
    let here = value;
    for (const part of path)
        here = here?.[part];
    return String(here ?? '');
}
/** What a seed may list, in the order in which it is created. */
const seedKinds = {
    accounts: {
        service: 'sts',
        operation: () => 'account',
        isAdmin: true,
        name: (entry) => at(entry, 'accountId'),
        arn: (answer) => at(answer, 'arn'),
    },
    clusters: {
        service: 'ecs',
        operation: () => 'CreateCluster',
        name: (entry) => at(entry, 'clusterName') || 'default',
        arn: (answer) => at(answer, 'cluster', 'clusterArn'),
    },
    logGroups: {
        service: 'logs',
        operation: () => 'CreateLogGroup',
        name: (entry) => at(entry, 'logGroupName'),
        arn: (_answer, entry, cloud) => cloud.arn('logs', `log-group:${at(entry, 'logGroupName')}`),
    },
    parameters: {
        service: 'ssm',
        operation: () => 'PutParameter',
        name: (entry) => at(entry, 'Name'),
        arn: (_answer, entry, cloud) => cloud.arn('ssm', `parameter/${at(entry, 'Name').replace(/^\//, '')}`),
    },
    secrets: {
        service: 'secretsmanager',
        operation: () => 'secret',
        isAdmin: true,
        name: (entry) => at(entry, 'Name'),
        arn: (answer) => at(answer, 'ARN'),
    },
    policies: {
        service: 'iam',
        operation: () => 'CreatePolicy',
        name: (entry) => at(entry, 'PolicyName'),
        arn: (answer) => at(answer, 'Policy', 'Arn'),
    },
    roles: {
        service: 'iam',
        operation: () => 'CreateRole',
        name: (entry) => at(entry, 'RoleName'),
        arn: (answer) => at(answer, 'Role', 'Arn'),
    },
    rolePolicies: {
        service: 'iam',
        operation: (entry) => (entry.PolicyArn === undefined ? 'PutRolePolicy' : 'AttachRolePolicy'),
        name: (entry) => `${at(entry, 'RoleName')}#${at(entry, 'PolicyName') || at(entry, 'PolicyArn')}`,
        arn: (_answer, entry) => at(entry, 'PolicyArn') || at(entry, 'PolicyName'),
    },
    vpcs: {
        service: 'ec2',
        operation: () => 'vpc',
        isAdmin: true,
        name: (entry) => at(entry, 'VpcId'),
        arn: (answer) => at(answer, 'arn'),
    },
    subnets: {
        service: 'ec2',
        operation: () => 'subnet',
        isAdmin: true,
        name: (entry) => at(entry, 'SubnetId'),
        arn: (answer) => at(answer, 'arn'),
    },
    securityGroups: {
        service: 'ec2',
        operation: () => 'security-group',
        isAdmin: true,
        name: (entry) => at(entry, 'GroupId'),
        arn: (answer) => at(answer, 'arn'),
    },
    repositories: {
        service: 'ecr',
        operation: () => 'CreateRepository',
        hasPlace: true,
        name: (entry) => [entry.registryId, entry.region, entry.repositoryName].filter(Boolean).join('/'),
        arn: (answer) => at(answer, 'repository', 'repositoryArn'),
    },
    images: {
        service: 'ecr',
        operation: () => 'push',
        isAdmin: true,
        name: (entry) => `${at(entry, 'repositoryName')}:${at(entry, 'imageTag') || 'latest'}`,
        arn: (answer) => at(answer, 'image', 'imageId', 'imageDigest'),
    },
    loadBalancers: {
        service: 'elb',
        operation: () => 'CreateLoadBalancer',
        name: (entry) => at(entry, 'Name'),
        arn: (answer) => at(answer, 'LoadBalancers', 0, 'LoadBalancerArn'),
    },
    targetGroups: {
        service: 'elb',
        operation: () => 'CreateTargetGroup',
        name: (entry) => at(entry, 'Name'),
        arn: (answer) => at(answer, 'TargetGroups', 0, 'TargetGroupArn'),
    },
    listeners: {
        service: 'elb',
        operation: () => 'CreateListener',
        name: (entry) => at(entry, 'name') || `${at(entry, 'LoadBalancerArn')}:${at(entry, 'Port')}`,
        isNamedByName: true,
        arn: (answer) => at(answer, 'Listeners', 0, 'ListenerArn'),
    },
    rules: {
        service: 'elb',
        operation: () => 'CreateRule',
        name: (entry) => at(entry, 'name') || `${at(entry, 'ListenerArn')}#${at(entry, 'Priority')}`,
        isNamedByName: true,
        arn: (answer) => at(answer, 'Rules', 0, 'RuleArn'),
    },
    taskDefinitions: {
        service: 'ecs',
        operation: () => 'RegisterTaskDefinition',
        name: (entry) => at(entry, 'family'),
        arn: (answer) => at(answer, 'taskDefinition', 'taskDefinitionArn'),
    },
    alarms: {
        service: 'cloudwatch',
        operation: (entry) => (entry.AlarmRule === undefined ? 'PutMetricAlarm' : 'PutCompositeAlarm'),
        name: (entry) => at(entry, 'AlarmName'),
        arn: (_answer, entry, cloud) => cloud.arn('cloudwatch', `alarm:${at(entry, 'AlarmName')}`),
    },
    services: {
        service: 'ecs',
        operation: () => 'CreateService',
        name: (entry) => at(entry, 'serviceName'),
        arn: (answer) => at(answer, 'service', 'serviceArn'),
    },
    scalableTargets: {
        service: 'autoscaling',
        operation: () => 'RegisterScalableTarget',
        name: (entry) => at(entry, 'ResourceId'),
        arn: (answer) => at(answer, 'ScalableTargetARN'),
    },
};

;// CONCATENATED MODULE: ./build-stage/local-cloud/seed-names.js
// src/local-cloud/seed-names.ts
/** Request members that hold an ARN, and which kind of seeded resource it is. */
const kindByMember = {
    targetgrouparn: 'targetGroups',
    targetgrouparns: 'targetGroups',
    loadbalancerarn: 'loadBalancers',
    loadbalancerarns: 'loadBalancers',
    listenerarn: 'listeners',
    listenerarns: 'listeners',
    productionlistenerrule: 'rules',
    testlistenerrule: 'rules',
    alternatetargetgrouparn: 'targetGroups',
    policyarn: 'policies',
};
/** Metric dimensions whose value is the end of an ARN: https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-cloudwatch-metrics.html#load-balancer-metric-dimensions-alb */
const dimensions = {
    TargetGroup: { kind: 'targetGroups', valueOf: (arn) => arn.slice(arn.lastIndexOf(':') + 1) },
    LoadBalancer: { kind: 'loadBalancers', valueOf: (arn) => arn.slice(arn.indexOf(':loadbalancer/') + 14) },
};
/** Names of what the seeds created so far; puts ARNs where an entry says a name. */
class SeedNames {
    arns = new Map();
    add(kind, name, arn) {
        const known = this.arns.get(kind) ?? new Map();
        known.set(name, arn);
        this.arns.set(kind, known);
    }
    resolve(entry) {
        const problems = [];
        return { value: this.walk(entry, undefined, problems), problems };
    }
    walk(value, kind, problems) {
        if (typeof value === 'string')
            return kind === undefined ? value : this.arn(kind.member, kind.kind, value, problems);
        if (Array.isArray(value))
            return value.map((item) => this.walk(item, kind, problems));
        if (typeof value !== 'object' || value === null)
            return value;
        const { Name: name, Value: given } = value;
        const dimension = typeof name === 'string' ? dimensions[name] : undefined;
        if (dimension !== undefined && typeof given === 'string' && !given.includes('/')) {
            const arn = this.arn(`dimension ${name}`, dimension.kind, given, problems);
            return { ...value, Value: dimension.valueOf(arn) };
        }
        return Object.fromEntries(Object.entries(value).map(([member, item]) => {
            const wanted = kindByMember[member.toLowerCase()];
            return [member, this.walk(item, wanted === undefined ? undefined : { member, kind: wanted }, problems)];
        }));
    }
    arn(member, kind, value, problems) {
        if (value.startsWith('arn:'))
            return value;
        const known = this.arns.get(kind);
        const arn = known?.get(value);
        if (arn !== undefined)
            return arn;
        const names = [...(known?.keys() ?? [])].join(', ') || 'none';
        problems.push(`${member} is ${value}, which no seed has created; ${kind} so far: ${names}`);
        return value;
    }
}

;// CONCATENATED MODULE: ./build-stage/local-cloud/seed.js
// src/local-cloud/seed.ts






/** A seed that cannot be created. The message names the file, the entry and the problem, one a line. */
class SeedError extends Error {
}
/**
 * Creates what the files list, each entry by the very operation it would take on AWS and in an order in which
 * everything named exists. A later file sees the names of the earlier ones.
 *
 * @throws SeedError
 */
async function seed(cloud, files) {
    const names = new SeedNames();
    const created = [];
    for (const file of files) {
        const lists = await readSeed(file);
        for (const kind of Object.keys(seedKinds)) {
            for (const [i, entry] of (lists.get(kind) ?? []).entries()) {
                created.push(await create(cloud, names, file, kind, i, entry));
            }
        }
    }
    return created;
}
async function create(cloud, names, file, kind, index, given) {
    const rules = seedKinds[kind];
    const at = (name) => `${file}: ${kind}[${index}]${name === '' ? '' : ` (${name})`}`;
    const entry = kind === 'taskDefinitions' ? await inlined(file, given, at('')) : given;
    const name = rules.name(entry);
    const { name: own, ...withoutName } = entry;
    const resolved = names.resolve(rules.isNamedByName === true && own !== undefined ? withoutName : entry);
    if (resolved.problems.length > 0)
        throw new SeedError(resolved.problems.map((p) => `${at(name)}: ${p}`).join('\n'));
    try {
        const operation = rules.operation(entry);
        const request = withTextDocuments(resolved.value);
        const answer = rules.isAdmin === true
            ? await cloud.sluice(`${rules.service}/${operation}`, request)
            : await invoke(cloud, rules, operation, request);
        const arn = rules.arn(answer, entry, cloud);
        names.add(kind, name, arn);
        const address = kind === 'listeners' ? cloud.address(arn) : undefined;
        return { kind, name, arn, ...(address === undefined ? {} : { url: `http://${address.host}:${address.port}` }) };
    }
    catch (error) {
        if (error instanceof RangeError)
            throw new SeedError(`${at(name)}: ${error.message}`);
        if (!(error instanceof contract/* AwsError */.G))
            throw error;
        throw new SeedError(`${at(name)}: ${error.code}: ${error.message}`);
    }
}
/** Who a registry belongs to, and its Region, is told by its entry; all else is of the cloud's own. */
async function invoke(cloud, { service, hasPlace }, operation, request) {
    if (hasPlace !== true)
        return cloud.invoke(service, operation, request);
    const { region, ...rest } = request;
    const accountId = rest.registryId;
    return cloud.invoke(service, operation, rest, {
        ...(accountId === undefined ? {} : { accountId: String(accountId) }),
        ...(region === undefined ? {} : { region: String(region) }),
    });
}
/** IAM takes policies, and Secrets Manager values, as JSON texts; a seed may write them out. */
function withTextDocuments(entry) {
    const isText = (name) => name.endsWith('PolicyDocument') || name === 'SecretString';
    return Object.fromEntries(Object.entries(entry).map(([name, value]) => [
        name,
        isText(name) && isRecord(value) ? JSON.stringify(value) : value,
    ]));
}
/** Reads a seed file; all that is wrong with its outer shape is told together. */
async function readSeed(file) {
    const document = await readDocument(file);
    if (!isRecord(document))
        throw new SeedError(`${file}: a seed is a map of lists: ${Object.keys(seedKinds).join(', ')}`);
    const problems = [];
    const lists = new Map();
    for (const [key, list] of Object.entries(document)) {
        if (!Object.hasOwn(seedKinds, key)) {
            problems.push(`${file}: unknown key ${key}; there are ${Object.keys(seedKinds).join(', ')}`);
        }
        else if (!Array.isArray(list)) {
            problems.push(`${file}: ${key} is a list`);
        }
        else {
            list.forEach((entry, i) => {
                if (!isRecord(entry))
                    problems.push(`${file}: ${key}[${i}] is a request in AWS's shape, not ${JSON.stringify(entry)}`);
            });
            lists.set(key, list);
        }
    }
    if (problems.length > 0)
        throw new SeedError(problems.join('\n'));
    return lists;
}
/** A task definition may stand in a file of its own, as the app's repository has it. */
async function inlined(seedFile, entry, at) {
    if (entry.file === undefined)
        return entry;
    const { file, ...others } = entry;
    if (typeof file !== 'string')
        throw new SeedError(`${at}: file is a path relative to the seed`);
    const document = await readDocument((0,external_node_path_.resolve)((0,external_node_path_.dirname)(seedFile), file), `${at}: `);
    if (!isRecord(document))
        throw new SeedError(`${at}: ${file} is no task definition`);
    return { ...document, ...others };
}
async function readDocument(file, at = '') {
    try {
        const document = (0,yaml/* parseDocument */.Tp)(await (0,promises_.readFile)(file, 'utf8'), { merge: true });
        // What is only a warning there (a tag that nobody knows) is a slip here, and would be told on stderr with a stack.
        const [wrong] = [...document.errors, ...document.warnings];
        if (wrong !== undefined)
            throw wrong;
        return document.toJS();
    }
    catch (error) {
        throw new SeedError(`${at}${file}: ${error instanceof Error ? error.message : String(error)}`);
    }
}
function isRecord(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}

// EXTERNAL MODULE: ./build-stage/local-cloud/settings.js
var local_cloud_settings = __webpack_require__(4890);
;// CONCATENATED MODULE: ./build-stage/cli/cloud.js
// src/cli/cloud.ts






const usage = `sluice cloud: an AWS on this machine (docs/local-cloud.md)

  --port N         port of the API on 127.0.0.1 (default: any free one)
  --speed N        how many times faster than the wall clock time runs (default 1)
  --region NAME    default eu-west-1
  --seed FILE      create what a YAML or JSON file lists; may be given several times
  --set NAME=TIME  a setting, for example propagationMs=2s; may be given several times
  --rate-limits    answer ThrottlingException beyond the rates that AWS publishes for ECS and ECR
  --registry KIND  what keeps the images that are pushed: own (memory and files), docker-registry (that program),
                   or auto, the default: the program when it is on the PATH
  --json           one line of JSON instead of lines to export
  --verbose        tell on stderr what happens
  --with-parent    end when the process that started it is gone, or closes its end of stdin`;
/**
 * `sluice cloud`: runs until SIGINT or SIGTERM. Answers the exit code: 0, 2 for a bad argument or seed.
 */
async function cloud_cloud(argv) {
    const told = readArguments(argv);
    if (typeof told === 'string') {
        const isHelp = told === usage;
        (isHelp ? process.stdout : process.stderr).write(`${told}\n`);
        return isHelp ? 0 : 2;
    }
    const ended = end(told.isBoundToParent);
    let running;
    try {
        running = await cloud/* Cloud */.E.start({ ...told.options, note: told.isVerbose ? (text) => console.error(text) : () => { } });
    }
    catch (error) {
        console.error(`the local cloud could not start: ${error instanceof Error ? error.message : error}`);
        return 2;
    }
    try {
        const created = await seed(running, told.seeds);
        process.stdout.write(told.isJson ? json(running, created) : cloud_exports(running, created));
        await ended;
        return 0;
    }
    catch (error) {
        if (!(error instanceof SeedError))
            throw error;
        console.error(error.message);
        return 2;
    }
    finally {
        await running.stop();
        // A pipe that is still open would keep the process alive.
        if (told.isBoundToParent)
            process.stdin.destroy();
    }
}
function readArguments(argv) {
    try {
        const { values } = (0,external_node_util_.parseArgs)({
            args: argv,
            options: {
                port: { type: 'string' },
                speed: { type: 'string' },
                region: { type: 'string' },
                seed: { type: 'string', multiple: true },
                set: { type: 'string', multiple: true },
                'rate-limits': { type: 'boolean' },
                registry: { type: 'string' },
                json: { type: 'boolean' },
                verbose: { type: 'boolean' },
                'with-parent': { type: 'boolean' },
                help: { type: 'boolean', short: 'h' },
            },
        });
        if (values.help === true)
            return usage;
        const settings = (0,local_cloud_settings/* parseSettings */.P)(Object.fromEntries((values.set ?? []).map((each) => [each.split('=', 1)[0], each.slice(each.indexOf('=') + 1)])));
        const port = numberOf('--port', values.port, (n) => Number.isInteger(n) && n >= 0 && n <= 65_535, '0 to 65535');
        const speed = numberOf('--speed', values.speed, (n) => n > 0, 'a number above 0');
        const registry = ecr/* registryKinds */.J0.find((each) => each === (values.registry ?? 'auto'));
        if (registry === undefined) {
            throw new RangeError(`--registry is ${values.registry}; accepted are ${ecr/* registryKinds */.J0.join(', ')}`);
        }
        if (values.region !== undefined && !/^[a-z]{2}(-[a-z]+)+-\d+$/.test(values.region)) {
            throw new RangeError(`--region is ${JSON.stringify(values.region)}; accepted is a name like eu-west-1`);
        }
        return {
            options: {
                settings,
                registry,
                rateLimits: values['rate-limits'] === true,
                ...(port === undefined ? {} : { port }),
                ...(speed === undefined ? {} : { speed }),
                ...(values.region === undefined ? {} : { region: values.region }),
            },
            seeds: values.seed ?? [],
            isJson: values.json === true,
            isVerbose: values.verbose === true,
            isBoundToParent: values['with-parent'] === true,
        };
    }
    catch (error) {
        return `sluice cloud: ${error instanceof Error ? error.message : error}`;
    }
}
function numberOf(name, text, accepts, accepted) {
    if (text === undefined)
        return undefined;
    const value = text.trim() === '' ? Number.NaN : Number(text);
    if (!accepts(value))
        throw new RangeError(`${name} is ${text}; accepted is ${accepted}`);
    return value;
}
/** Resolves when the cloud is to end. */
function end(isBoundToParent) {
    return new Promise((done) => {
        const resolve = () => {
            if (isBoundToParent)
                process.stdin.destroy(); // else an open pipe keeps the process alive
            done();
        };
        process.once('SIGINT', resolve);
        process.once('SIGTERM', resolve);
        if (!isBoundToParent)
            return;
        const parent = process.ppid;
        const watch = setInterval(() => {
            if (process.ppid === parent)
                return;
            clearInterval(watch);
            resolve();
        }, 500);
        watch.unref();
        // Only a pipe tells that somebody is gone; /dev/null ends at once and a terminal never.
        const stdin = (0,external_node_fs_.fstatSync)(0);
        if (stdin.isFIFO() || stdin.isSocket())
            process.stdin.resume().once('close', resolve).once('end', resolve);
    });
}
function json(running, created) {
    return `${JSON.stringify({ endpoint: running.endpoint, env: running.env, created })}\n`;
}
function cloud_exports(running, created) {
    const variables = Object.entries(running.env).map(([name, value]) => `export ${name}=${value}`);
    const resources = created.map(({ kind, name, arn, url }) => `# ${kind} ${name}: ${url === undefined ? arn : `${url} ${arn}`}`);
    return `${[...variables, ...resources].join('\n')}\n`;
}


/***/ })

};
