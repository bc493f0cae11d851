export const id = 8593;
export const ids = [8593,8699];
export const modules = {

/***/ 178:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A3: () => (/* binding */ reasonOf),
/* harmony export */   K5: () => (/* binding */ preflightOutputs),
/* harmony export */   Pp: () => (/* binding */ diffLines),
/* harmony export */   hq: () => (/* binding */ findingLines),
/* harmony export */   nV: () => (/* binding */ preflightMarkdown),
/* harmony export */   sG: () => (/* binding */ outcomeOf)
/* harmony export */ });
/* harmony import */ var _ecs_task_definition_diff_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9146);
/* harmony import */ var _preflight_preflight_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3051);
// src/actions/preflight/result.ts


/** Every output, on every way out. Of services that a services file named, everything is told with its name. */
function preflightOutputs(looked, isMany) {
    const diffs = looked.map(({ result }) => result.diff);
    const isKnown = diffs.every((diff) => diff !== undefined);
    const findings = looked.flatMap(({ name, result }) => result.findings.map((finding) => (isMany ? { service: name, ...finding } : finding)));
    const lines = looked.flatMap(({ name, result }) => (0,_ecs_task_definition_diff_js__WEBPACK_IMPORTED_MODULE_0__/* .diffText */ .NI)(result.diff ?? []).map((line) => (isMany ? `${name}: ${line}` : line)));
    return {
        outcome: outcomeOf(looked),
        reason: reasonOf(looked),
        findings: JSON.stringify(findings),
        changes: isKnown ? String(diffs.flat().length) : '',
        diff: lines.join('\n'),
    };
}
const outcomeOf = (looked) => looked.some(({ result }) => result.outcome === 'failed') ? 'failed' : 'passed';
const counted = (count, noun) => `${count} ${noun}${count === 1 ? '' : 's'}`;
const countOf = (findings, level) => findings.filter((finding) => finding.level === level).length;
/** `Preflight failed: 2 errors, 1 warning` */
function reasonOf(looked) {
    const findings = looked.flatMap(({ result }) => result.findings);
    const where = looked.length === 1 ? '' : ` in ${counted(looked.length, 'service')}`;
    return `Preflight ${outcomeOf(looked)}: ${tally(findings)}${where}`;
}
const tally = (findings) => `${counted(countOf(findings, 'error'), 'error')}, ${counted(countOf(findings, 'warning'), 'warning')}`;
const signs = { error: '✗', warning: '!', note: '·' };
/** The findings for a log, the worst first. */
function findingLines(findings) {
    return byLevel(findings).map(({ level, check, what }) => `${signs[level]} ${check}: ${what}`);
}
const levels = ['error', 'warning', 'note'];
const byLevel = (findings) => levels.flatMap((level) => findings.filter((finding) => finding.level === level));
/** What would change, for a log. */
function diffLines(diff) {
    if (diff === undefined)
        return ['What would change in the task definition is not known'];
    return diff.length === 0 ? ['The task definition is the one that runs now'] : (0,_ecs_task_definition_diff_js__WEBPACK_IMPORTED_MODULE_0__/* .diffText */ .NI)(diff);
}
/** Summary and comment, in Markdown. */
function preflightMarkdown(looked) {
    const head = `## ${markOf(looked)} ${cell(reasonOf(looked))}`;
    const [only, ...more] = looked;
    if (only === undefined)
        return `${head}\n\nNo service is meant.\n`;
    if (more.length === 0)
        return `${head}\n\n${sectionOf(only)}`;
    const rows = looked.map((one) => {
        const { name, result } = one;
        const changes = result.diff === undefined ? 'not known' : String(result.diff.length);
        return `| ${markOf([one])} ${cell(name)} | ${tally(result.findings)} | ${changes} |`;
    });
    const table = ['| Service | Found | Changes |', '| --- | --- | --- |', ...rows].join('\n');
    // What is in order is folded.
    const sections = looked.map((one) => {
        const open = one.result.outcome === 'failed' ? ' open' : '';
        return `<details${open}><summary>${markOf([one])} ${cell(one.name)}</summary>\n\n${sectionOf(one)}\n</details>`;
    });
    return `${[head, table, ...sections].join('\n\n')}\n`;
}
function markOf(looked) {
    if (outcomeOf(looked) === 'failed')
        return '❌';
    return looked.some(({ result }) => countOf(result.findings, 'warning') > 0) ? '⚠️' : '✅';
}
function sectionOf({ service, cluster, result }) {
    const { findings, diff } = result;
    return [
        `Service \`${service}\` in cluster \`${cluster}\`. Nothing was changed.`,
        ...(findings.length === 0 ? [] : [findingsTable(findings)]),
        '### What would change',
        diff === undefined ? 'That is not known, because of what is said above.' : (0,_ecs_task_definition_diff_js__WEBPACK_IMPORTED_MODULE_0__/* .diffMarkdown */ .xb)(diff),
        checkedList(result),
    ].join('\n\n');
}
const icons = { error: '❌', warning: '⚠️', note: 'ℹ️' };
function findingsTable(findings) {
    const rows = byLevel(findings).map(({ level, check, what }) => `| ${icons[level]} ${level} | ${check} | ${cell(what)} |`);
    return ['| | Check | Finding |', '| --- | --- | --- |', ...rows].join('\n');
}
/** What was looked at and gave no finding is said as well: an empty table would prove nothing. */
function checkedList({ findings, leftOut }) {
    const clean = _preflight_preflight_js__WEBPACK_IMPORTED_MODULE_1__/* .checks */ .AV.filter(({ name }) => !leftOut.includes(name) && !findings.some(({ check }) => check === name));
    const rows = clean.map(({ name, holds }) => `- \`${name}\`: ${holds}`);
    const not = leftOut.length === 0 ? '' : `\n\nNot looked at, because of what is said above: ${leftOut.join(', ')}.`;
    const head = `${clean.length} of ${_preflight_preflight_js__WEBPACK_IMPORTED_MODULE_1__/* .checks */ .AV.length} checks found nothing`;
    return `<details><summary>${head}</summary>\n\n${rows.join('\n')}\n\n</details>${not}\n`;
}
/** What AWS and task definitions say must not become Markdown of its own. */
function cell(text) {
    return text
        .replace(/\s+/g, ' ')
        .replace(/[\\`*_[\]|~]/g, '\\$&')
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('@', '&#64;');
}


/***/ }),

/***/ 5688:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   spec: () => (/* binding */ spec)
/* harmony export */ });
/* harmony import */ var _spec_action_spec_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1169);
/* harmony import */ var _spec_fleet_inputs_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3849);
/* harmony import */ var _spec_kinds_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7240);
/* harmony import */ var _spec_names_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7383);
/* harmony import */ var _spec_session_inputs_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9361);
/* harmony import */ var _spec_task_definition_inputs_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(210);
// src/actions/preflight/spec.ts






const { 'max-parallel': _nothingIsDeployed, ...servicesInputs } = _spec_fleet_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .fleetInputs */ .Y;
const inputs = {
    cluster: {
        kind: (0,_spec_names_js__WEBPACK_IMPORTED_MODULE_2__/* .clusterName */ .SL)(),
        description: 'Name or ARN of the ECS cluster. With `services`, the one of those for which the services file names none.',
    },
    service: {
        kind: (0,_spec_names_js__WEBPACK_IMPORTED_MODULE_2__/* .serviceName */ .fe)(),
        description: 'Name of the ECS service that would be deployed to. Give this, or `services` for several.',
    },
    ...servicesInputs,
    ..._spec_task_definition_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .taskDefinitionInputs */ .mA,
    alarms: {
        kind: _spec_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .lines */ .Mn({ of: 'alarm name', max: 100 }),
        description: 'CloudWatch alarms that are to speak for the new version, one name per line. One that is missing or in ALARM already is an error, one without data a warning.',
    },
    'when-busy': {
        kind: _spec_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .oneOf */ .yL('wait', 'replace', 'fail'),
        preset: 'wait',
        description: 'What a deployment would do when the service is being deployed to already: with `fail` that is an error, with `replace` a warning.',
    },
    'deploy-role': {
        kind: _spec_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .arn */ .Cm('role'),
        description: 'ARN of the role that deploys, when this runs with another one: it is that one that must be allowed to pass the roles of the task (`iam:PassRole`). By default the caller.',
    },
    'github-token': {
        kind: _spec_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq(),
        secret: true,
        description: 'A token with `pull-requests: write`, such as `github.token`. With it, in a run for a pull request, the findings and the difference are one comment, which is updated by later runs. When that fails there is a warning, and nothing else changes.',
    },
    ..._spec_session_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .sessionInputs */ .q,
    region: {
        kind: (0,_spec_names_js__WEBPACK_IMPORTED_MODULE_2__/* .region */ .Ny)(),
        required: true,
        environment: ['AWS_REGION', 'AWS_DEFAULT_REGION'],
        description: 'AWS Region. By default the one in `AWS_REGION`.',
    },
};
const spec = (0,_spec_action_spec_js__WEBPACK_IMPORTED_MODULE_5__/* .defineAction */ .Q)({
    name: 'preflight',
    title: 'Sluice: preflight',
    description: 'Looks at everything that deploying a task definition to an ECS service would need, tells all that is wrong at once, and shows what would change. Changes nothing.',
    branding: { icon: 'check-circle', color: 'blue' },
    inputs,
    rules: [
        ..._spec_session_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .sessionRules */ .a,
        ..._spec_task_definition_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .taskDefinitionRules */ .AP,
        // Of those between the inputs of a deployment the ones that are meant here.
        ..._spec_fleet_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .fleetRules */ .W.filter((rule) => rule.inputs.every((name) => Object.hasOwn(inputs, name))),
    ],
    outputs: {
        outcome: {
            description: 'How it ended: `passed` (there may be warnings), or `failed` (there is an error, or nothing could be looked at).',
        },
        reason: { description: 'How many errors and warnings there are, in a sentence.' },
        findings: {
            description: 'What was found, as JSON: `[{"level": "error", "check": "images", "what": "…"}]`; the level is `error`, `warning` or `note`. With `services`, each also has the `service`, as the services file calls it.',
        },
        changes: {
            description: 'How many lines of the task definition would change; empty when that is not known.',
        },
        diff: {
            description: 'What would change in the task definition, one line each; with `services`, behind the name of the service. No secret value is in it.',
        },
    },
});


/***/ }),

/***/ 6123:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ createAlarmReader)
/* harmony export */ });
/* harmony import */ var _client_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5082);
// build-stage/aws/alarms.js

function createAlarmReader(settings) {
  const sdk = (0,_client_js__WEBPACK_IMPORTED_MODULE_0__/* .once */ .Oo)(() => Promise.all(/* import() | aws-sdk-cloudwatch */[__webpack_require__.e(5298), __webpack_require__.e(9953), __webpack_require__.e(3615), __webpack_require__.e(8046)]).then(__webpack_require__.bind(__webpack_require__, 4940)));
  const client = (0,_client_js__WEBPACK_IMPORTED_MODULE_0__/* .once */ .Oo)(async () => new (await sdk()).CloudWatchClient((0,_client_js__WEBPACK_IMPORTED_MODULE_0__/* .clientOptions */ .s1)(settings)));
  return {
    async alarms(names) {
      const { DescribeAlarmsCommand } = await sdk();
      const cloudwatch = await client();
      const { MetricAlarms = [], CompositeAlarms = [] } = await (0,_client_js__WEBPACK_IMPORTED_MODULE_0__/* .call */ .T1)("cloudwatch:DescribeAlarms", () => cloudwatch.send(new DescribeAlarmsCommand({
        AlarmNames: [...names],
        AlarmTypes: ["MetricAlarm", "CompositeAlarm"],
        MaxRecords: 100
      })));
      const metric = MetricAlarms.map((alarm) => {
        const stats = (alarm.Metrics ?? []).flatMap(({ MetricStat }) => MetricStat?.Metric ?? []);
        const all = alarm.MetricName === void 0 ? stats : [{ ...alarm, MetricName: alarm.MetricName }];
        return {
          ...common(alarm),
          composite: false,
          metric: all.map(({ Namespace, MetricName }) => `${Namespace} ${MetricName}`).join(", "),
          dimensions: all.flatMap(({ Dimensions }) => Dimensions ?? []).map(({ Name, Value }) => ({ name: Name ?? "", value: Value ?? "" })),
          missingData: alarm.TreatMissingData ?? "missing"
        };
      });
      const composite = CompositeAlarms.map((alarm) => ({
        ...common(alarm),
        composite: true,
        metric: alarm.AlarmRule ?? "",
        dimensions: [],
        missingData: ""
      }));
      return [...metric, ...composite];
    }
  };
}
function common(alarm) {
  return {
    name: alarm.AlarmName ?? "",
    state: alarm.StateValue ?? "INSUFFICIENT_DATA",
    reason: alarm.StateReason ?? "",
    changedAt: (alarm.StateTransitionedTimestamp ?? alarm.StateUpdatedTimestamp)?.getTime() ?? 0
  };
}



/***/ }),

/***/ 6933:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  awsPreflight: () => (/* binding */ awsPreflight)
});

// EXTERNAL MODULE: ./build-stage/aws/alarms.js
var alarms = __webpack_require__(6123);
// EXTERNAL MODULE: ./build-stage/aws/client.js
var aws_client = __webpack_require__(5082);
// EXTERNAL MODULE: ./build-stage/aws/errors.js
var errors = __webpack_require__(8470);
;// CONCATENATED MODULE: ./build-stage/aws/preflight-images.js
// build-stage/aws/preflight-images.js


var mediaTypes = [
  "application/vnd.oci.image.index.v1+json",
  "application/vnd.oci.image.manifest.v1+json",
  "application/vnd.docker.distribution.manifest.list.v2+json",
  "application/vnd.docker.distribution.manifest.v2+json"
];
var configTypes = ["application/vnd.oci.image.config.v1+json", "application/vnd.docker.container.image.v1+json"];
var timeoutMs = 8e3;
function createImageReader(settings) {
  const sdk = (0,aws_client/* once */.Oo)(() => Promise.all(/* import() | aws-sdk-ecr */[__webpack_require__.e(5298), __webpack_require__.e(9953), __webpack_require__.e(3615), __webpack_require__.e(3828)]).then(__webpack_require__.bind(__webpack_require__, 636)));
  const clientOf = async (region) => new (await sdk()).ECRClient((0,aws_client/* clientOptions */.s1)({ ...settings, region }));
  async function platformOf(reference, { config }) {
    if (config?.digest === void 0 || !configTypes.includes(config.mediaType ?? ""))
      return void 0;
    const { GetDownloadUrlForLayerCommand } = await sdk();
    const ecr = await clientOf(reference.region);
    const layer = { ...place(reference), layerDigest: config.digest };
    const { downloadUrl = "" } = await (0,aws_client/* call */.T1)("ecr:GetDownloadUrlForLayer", () => ecr.send(new GetDownloadUrlForLayerCommand(layer)));
    const response = await fetch(downloadUrl, { signal: AbortSignal.timeout(timeoutMs) });
    if (!response.ok)
      throw new Error(`the configuration of the image: ${response.status}`);
    const { os, architecture } = await response.json();
    return os === void 0 || architecture === void 0 ? void 0 : [{ os, architecture }];
  }
  return {
    async image(reference) {
      const { BatchGetImageCommand } = await sdk();
      const ecr = await clientOf(reference.region);
      const { tag: imageTag, digest: imageDigest } = reference;
      const wanted = {
        ...place(reference),
        imageIds: [imageDigest === void 0 ? { imageTag } : { imageDigest }],
        acceptedMediaTypes: mediaTypes
      };
      const answer = await (0,aws_client/* call */.T1)("ecr:BatchGetImage", () => ecr.send(new BatchGetImageCommand(wanted))).catch((error) => {
        if ((0,errors/* errorName */.Is)(error) !== "RepositoryNotFoundException")
          throw error;
      });
      if (answer === void 0)
        return { missing: "repository" };
      const { images: [image] = [], failures: [failure] = [] } = answer;
      if (image?.imageManifest === void 0) {
        if (failure === void 0 || failure.failureCode === "ImageNotFound")
          return { missing: "image" };
        throw new Error(`${failure.failureCode}: ${failure.failureReason ?? ""}`);
      }
      const manifest = JSON.parse(image.imageManifest);
      return { platforms: indexed(manifest) ?? await platformOf(reference, manifest) };
    }
  };
}
var place = ({ account, repository }) => ({ registryId: account, repositoryName: repository });
function indexed({ manifests }) {
  return manifests?.flatMap(({ platform: { os, architecture } = {} }) => os === void 0 || architecture === void 0 || os === "unknown" ? [] : [{ os, architecture }]);
}


;// CONCATENATED MODULE: ./build-stage/aws/preflight-network.js
// build-stage/aws/preflight-network.js


function createNetworkReader(settings) {
  const sdk = (0,aws_client/* once */.Oo)(() => Promise.all(/* import() | aws-sdk-ec2 */[__webpack_require__.e(5298), __webpack_require__.e(9953), __webpack_require__.e(3615), __webpack_require__.e(8004)]).then(__webpack_require__.bind(__webpack_require__, 8588)));
  const client = (0,aws_client/* once */.Oo)(async () => new (await sdk()).EC2Client((0,aws_client/* clientOptions */.s1)(settings)));
  async function targetGroups(arns) {
    const { DescribeTargetGroupsCommand, ElasticLoadBalancingV2Client } = await Promise.all(/* import() | aws-sdk-target-groups */[__webpack_require__.e(5298), __webpack_require__.e(9953), __webpack_require__.e(3615), __webpack_require__.e(721), __webpack_require__.e(2410)]).then(__webpack_require__.bind(__webpack_require__, 1150));
    const elb = new ElasticLoadBalancingV2Client((0,aws_client/* clientOptions */.s1)(settings));
    const answer = await (0,aws_client/* call */.T1)("elasticloadbalancing:DescribeTargetGroups", () => elb.send(new DescribeTargetGroupsCommand({ TargetGroupArns: [...arns] }))).catch((error) => {
      if (!(0,errors/* isNotFound */.c4)(error, "TargetGroup"))
        throw error;
    });
    if (answer === void 0) {
      return arns.length === 1 ? [] : (await Promise.all(arns.map((arn) => targetGroups([arn])))).flat();
    }
    return (answer.TargetGroups ?? []).map(({ TargetGroupArn = "", TargetType = "", VpcId = "", LoadBalancerArns = [] }) => ({
      arn: TargetGroupArn,
      targetType: TargetType,
      vpc: VpcId,
      hasLoadBalancer: LoadBalancerArns.length > 0
    }));
  }
  return {
    targetGroups,
    // Asked for by a filter: an id in the list that does not exist would fail the call for all.
    // https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeSubnets.html
    async subnets(ids) {
      const { DescribeSubnetsCommand } = await sdk();
      const ec2 = await client();
      const { Subnets = [] } = await (0,aws_client/* call */.T1)("ec2:DescribeSubnets", () => ec2.send(new DescribeSubnetsCommand({ Filters: [{ Name: "subnet-id", Values: [...ids] }] })));
      return Subnets.map(({ SubnetId = "", VpcId = "", AvailableIpAddressCount = 0 }) => ({
        id: SubnetId,
        vpc: VpcId,
        freeAddresses: AvailableIpAddressCount
      }));
    },
    async securityGroups(ids) {
      const { DescribeSecurityGroupsCommand } = await sdk();
      const ec2 = await client();
      const { SecurityGroups = [] } = await (0,aws_client/* call */.T1)("ec2:DescribeSecurityGroups", () => ec2.send(new DescribeSecurityGroupsCommand({ Filters: [{ Name: "group-id", Values: [...ids] }] })));
      return SecurityGroups.map(({ GroupId = "", VpcId = "" }) => ({ id: GroupId, vpc: VpcId }));
    }
  };
}


;// CONCATENATED MODULE: ./build-stage/aws/preflight-roles.js
// build-stage/aws/preflight-roles.js


function createRoleReader(settings) {
  const sdk = (0,aws_client/* once */.Oo)(() => Promise.all(/* import() | aws-sdk-iam */[__webpack_require__.e(5298), __webpack_require__.e(9953), __webpack_require__.e(3615), __webpack_require__.e(7881)]).then(__webpack_require__.bind(__webpack_require__, 8419)));
  const client = (0,aws_client/* once */.Oo)(async () => new (await sdk()).IAMClient((0,aws_client/* clientOptions */.s1)(settings)));
  return {
    async role(name) {
      const { GetRoleCommand } = await sdk();
      const iam = await client();
      const answer = await (0,aws_client/* call */.T1)("iam:GetRole", () => iam.send(new GetRoleCommand({ RoleName: name }))).catch((error) => {
        if (!["NoSuchEntity", "NoSuchEntityException"].includes((0,errors/* errorName */.Is)(error)))
          throw error;
      });
      if (answer?.Role === void 0)
        return void 0;
      const { Arn = "", AssumeRolePolicyDocument = "" } = answer.Role;
      return { arn: Arn, trustPolicy: decodeURIComponent(AssumeRolePolicyDocument) };
    },
    async caller() {
      const { GetCallerIdentityCommand, STSClient } = await Promise.all(/* import() | aws-sdk-sts */[__webpack_require__.e(5298), __webpack_require__.e(9953), __webpack_require__.e(3615), __webpack_require__.e(9914)]).then(__webpack_require__.bind(__webpack_require__, 8402));
      const sts = new STSClient((0,aws_client/* clientOptions */.s1)(settings));
      const { Arn = "" } = await (0,aws_client/* call */.T1)("sts:GetCallerIdentity", () => sts.send(new GetCallerIdentityCommand()));
      return Arn;
    },
    async simulate({ principalArn, action, resourceArns, context }) {
      const { SimulatePrincipalPolicyCommand } = await sdk();
      const iam = await client();
      const question = {
        PolicySourceArn: principalArn,
        ActionNames: [action],
        ResourceArns: [...resourceArns],
        ContextEntries: Object.entries(context).map(([ContextKeyName, value]) => ({
          ContextKeyName,
          ContextKeyValues: [value],
          ContextKeyType: "string"
        }))
      };
      const decided = /* @__PURE__ */ new Map();
      let marker;
      do {
        const page = marker === void 0 ? question : { ...question, Marker: marker };
        const answer = await (0,aws_client/* call */.T1)("iam:SimulatePrincipalPolicy", () => iam.send(new SimulatePrincipalPolicyCommand(page)));
        for (const result of answer.EvaluationResults ?? []) {
          const missingContext = result.MissingContextValues ?? [];
          const each = result.ResourceSpecificResults ?? [];
          for (const { EvalResourceName = "", EvalResourceDecision, MissingContextValues = [] } of each) {
            const missing = [.../* @__PURE__ */ new Set([...missingContext, ...MissingContextValues])];
            decided.set(EvalResourceName, simulated(EvalResourceName, EvalResourceDecision, missing));
          }
          const name = result.EvalResourceName ?? "";
          if (each.length === 0)
            decided.set(name, simulated(name, result.EvalDecision, missingContext));
        }
        marker = answer.IsTruncated === true ? answer.Marker : void 0;
      } while (marker !== void 0);
      return resourceArns.flatMap((arn) => decided.get(arn) ?? []);
    }
  };
}
function simulated(resourceArn, decision, missingContext) {
  return { resourceArn, decision: decision ?? "implicitDeny", missingContext };
}


;// CONCATENATED MODULE: ./build-stage/aws/preflight-secrets.js
// build-stage/aws/preflight-secrets.js


var mostParameters = 10;
function createSecretReader(settings) {
  const sdk = (0,aws_client/* once */.Oo)(() => Promise.all(/* import() | aws-sdk-secrets */[__webpack_require__.e(5298), __webpack_require__.e(9953), __webpack_require__.e(3615), __webpack_require__.e(2893)]).then(__webpack_require__.bind(__webpack_require__, 8131)));
  const clientOf = async (region) => new (await sdk()).SecretsManagerClient((0,aws_client/* clientOptions */.s1)({ ...settings, region }));
  const absent = (error) => {
    if ((0,errors/* errorName */.Is)(error) !== "ResourceNotFoundException")
      throw error;
  };
  return {
    async secret(id, region) {
      const { DescribeSecretCommand } = await sdk();
      const manager = await clientOf(region);
      const found = await (0,aws_client/* call */.T1)("secretsmanager:DescribeSecret", () => manager.send(new DescribeSecretCommand({ SecretId: id }))).catch(absent);
      return found && { arn: found.ARN ?? id, isBeingDeleted: found.DeletedDate !== void 0 };
    },
    async secretPolicy(arn, region) {
      const { GetResourcePolicyCommand } = await sdk();
      const manager = await clientOf(region);
      const found = await (0,aws_client/* call */.T1)("secretsmanager:GetResourcePolicy", () => manager.send(new GetResourcePolicyCommand({ SecretId: arn }))).catch(absent);
      return found?.ResourcePolicy;
    },
    async parameters(names, region) {
      const { GetParametersCommand, SSMClient } = await Promise.all(/* import() | aws-sdk-parameters */[__webpack_require__.e(5298), __webpack_require__.e(9953), __webpack_require__.e(3615), __webpack_require__.e(6272), __webpack_require__.e(7034)]).then(__webpack_require__.bind(__webpack_require__, 9940));
      const ssm = new SSMClient((0,aws_client/* clientOptions */.s1)({ ...settings, region }));
      const found = [];
      for (let from = 0; from < names.length; from += mostParameters) {
        const Names = names.slice(from, from + mostParameters);
        const { Parameters = [] } = await (0,aws_client/* call */.T1)("ssm:GetParameters", () => ssm.send(new GetParametersCommand({ Names, WithDecryption: false })));
        found.push(...Parameters.flatMap(({ Name, ARN }) => [Name ?? [], ARN ?? []].flat()));
      }
      return found;
    }
  };
}
function createLogGroupReader(settings) {
  return {
    async logGroupExists(name, region) {
      const { CloudWatchLogsClient, DescribeLogGroupsCommand } = await Promise.all(/* import() | aws-sdk-logs */[__webpack_require__.e(5298), __webpack_require__.e(9953), __webpack_require__.e(3615), __webpack_require__.e(1752), __webpack_require__.e(8591)]).then(__webpack_require__.bind(__webpack_require__, 3699));
      const logs = new CloudWatchLogsClient((0,aws_client/* clientOptions */.s1)({ ...settings, region }));
      const { logGroups = [] } = await (0,aws_client/* call */.T1)("logs:DescribeLogGroups", () => logs.send(new DescribeLogGroupsCommand({ logGroupNamePrefix: name })));
      return logGroups.some(({ logGroupName }) => logGroupName === name);
    }
  };
}


// EXTERNAL MODULE: ./build-stage/spec/input-error.js
var input_error = __webpack_require__(5432);
// EXTERNAL MODULE: ./build-stage/aws/ecs-client.js
var ecs_client = __webpack_require__(7570);
// EXTERNAL MODULE: ./build-stage/aws/ecs-looks.js + 1 modules
var ecs_looks = __webpack_require__(3026);
;// CONCATENATED MODULE: ./build-stage/aws/preflight-services.js
// build-stage/aws/preflight-services.js




function createClusterReader(settings) {
  return {
    async cluster(name) {
      const { DescribeClustersCommand } = await Promise.all(/* import() | aws-sdk-ecs-setup */[__webpack_require__.e(5298), __webpack_require__.e(8254), __webpack_require__.e(937)]).then(__webpack_require__.bind(__webpack_require__, 779));
      const ecs = await (0,ecs_client/* ecsClient */.b)(settings);
      const { clusters: [cluster] = [] } = await (0,aws_client/* call */.T1)("ecs:DescribeClusters", () => ecs.send(new DescribeClustersCommand({ clusters: [name] })));
      if (cluster === void 0)
        return void 0;
      const { clusterArn = "", status = "", capacityProviders = [] } = cluster;
      return { arn: clusterArn, status, capacityProviders };
    },
    async service(cluster, name) {
      try {
        const service = await (0,ecs_looks/* ecsLooks */.S)(settings, cluster).service(name);
        return service === void 0 ? void 0 : setUpOf(service);
      } catch (error) {
        if (error instanceof input_error/* InputError */.d)
          return void 0;
        throw error;
      }
    }
  };
}
function setUpOf(service) {
  const { deployments = [], networkConfiguration, deploymentConfiguration } = service;
  const connect = deployments.find(({ status }) => status === "PRIMARY")?.serviceConnectConfiguration;
  const vpc = networkConfiguration?.awsvpcConfiguration;
  return {
    status: service.status ?? "",
    controller: service.deploymentController?.type ?? "ECS",
    desiredCount: service.desiredCount ?? 0,
    taskDefinitionArn: service.taskDefinition ?? "",
    launchType: service.launchType ?? "",
    capacityProviders: (service.capacityProviderStrategy ?? []).map(({ capacityProvider = "" }) => capacityProvider),
    loadBalancers: (service.loadBalancers ?? []).map(({ targetGroupArn, containerName, containerPort }) => attachment(targetGroupArn, containerName, containerPort)),
    registries: (service.serviceRegistries ?? []).map(({ registryArn, containerName, containerPort }) => attachment(registryArn, containerName, containerPort)),
    connectedPorts: connect?.enabled === true ? (connect.services ?? []).flatMap(({ portName }) => portName ?? []) : [],
    network: vpc && { subnets: vpc.subnets ?? [], securityGroups: vpc.securityGroups ?? [] },
    alarms: deploymentConfiguration?.alarms?.enable === true ? deploymentConfiguration.alarms.alarmNames ?? [] : [],
    deployments: deployments.map(({ status = "", rolloutState = "UNKNOWN", taskDefinition = "" }) => ({
      status,
      rollout: rolloutState,
      taskDefinitionArn: taskDefinition
    }))
  };
}
var attachment = (arn = "", container = "", port) => ({ arn, container, port });


// EXTERNAL MODULE: ./build-stage/aws/remembering.js
var remembering = __webpack_require__(6952);
// EXTERNAL MODULE: ./build-stage/aws/renewing.js
var renewing = __webpack_require__(8370);
// EXTERNAL MODULE: ./build-stage/aws/service-rollout.js + 1 modules
var service_rollout = __webpack_require__(2604);
;// CONCATENATED MODULE: ./build-stage/aws/preflight-ports.js
// build-stage/aws/preflight-ports.js









function awsPreflight(where) {
  const { region, session, pacer } = where;
  const settings = {
    region,
    ...pacer === void 0 ? {} : { pacer },
    ...session === void 0 ? {} : { credentials: session.credentials }
  };
  const own = (port) => (0,remembering/* remembering */.M)((0,renewing/* renewing */.I)(port, session));
  return {
    clusters: own(createClusterReader(settings)),
    images: own(createImageReader(settings)),
    roles: own(createRoleReader(settings)),
    secrets: own(createSecretReader(settings)),
    logGroups: own(createLogGroupReader(settings)),
    network: own(createNetworkReader(settings)),
    alarms: own((0,alarms/* createAlarmReader */.R)(settings)),
    // Task definitions belong to no cluster.
    rollout: own((0,service_rollout/* createServiceRollout */.r)(settings, ""))
  };
}



/***/ }),

/***/ 6952:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ remembering),
/* harmony export */   m: () => (/* binding */ rememberingRevisions)
/* harmony export */ });
// build-stage/aws/remembering.js
function remembering(port) {
  const answers = /* @__PURE__ */ new Map();
  return new Proxy(port, {
    get(target, name, receiver) {
      const member = Reflect.get(target, name, receiver);
      if (typeof member !== "function")
        return member;
      return (...words) => {
        const question = JSON.stringify([String(name), ...words]);
        const before = answers.get(question);
        if (before !== void 0)
          return before;
        const asked = Promise.resolve(member.apply(target, words));
        answers.set(question, asked);
        asked.catch(() => answers.delete(question));
        return asked;
      };
    }
  });
}
function rememberingRevisions(port) {
  const known = remembering({ taskDefinition: (arn) => port.taskDefinition(arn) });
  const taskDefinition = (arn) => (/:\d+$/.test(arn) ? known : port).taskDefinition(arn);
  return new Proxy(port, {
    get: (target, name, receiver) => name === "taskDefinition" ? taskDefinition : Reflect.get(target, name, receiver)
  });
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

/***/ 7024:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   main: () => (/* binding */ main)
/* harmony export */ });
/* harmony import */ var _actions_preflight_result_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(178);
/* harmony import */ var _aws_preflight_ports_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6933);
/* harmony import */ var _ecs_task_definition_source_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8129);
/* harmony import */ var _github_fail_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4687);
/* harmony import */ var _github_inputs_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8746);
/* harmony import */ var _github_log_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2457);
/* harmony import */ var _github_workspace_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(34);
/* harmony import */ var _spec_input_error_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(5432);
/* harmony import */ var _spec_task_definition_inputs_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(210);
/* harmony import */ var _spec_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(7937);
// src/cli/diff/index.ts










async function main() {
    try {
        const inputs = (0,_github_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .readInputs */ .Ko)(_spec_js__WEBPACK_IMPORTED_MODULE_9__.spec);
        const { cluster, service, region } = inputs;
        const request = (0,_spec_task_definition_inputs_js__WEBPACK_IMPORTED_MODULE_8__/* .definitionRequestOf */ .C)(inputs, process.env);
        const { clusters, rollout } = (0,_aws_preflight_ports_js__WEBPACK_IMPORTED_MODULE_1__.awsPreflight)({ region });
        const seen = await clusters.service(cluster, service);
        if (seen === undefined || seen.status === 'INACTIVE') {
            const isThere = (await clusters.cluster(cluster)) !== undefined;
            throw new _spec_input_error_js__WEBPACK_IMPORTED_MODULE_7__/* .InputError */ .d([
                isThere
                    ? { input: 'service', value: service, wrong: `does not exist in cluster ${cluster}` }
                    : { input: 'cluster', value: cluster, wrong: 'does not exist in this account and Region' },
            ]);
        }
        const readFile = (path) => (0,_github_workspace_js__WEBPACK_IMPORTED_MODULE_6__/* .readWorkspaceFile */ .s)('task-definition', path);
        const { diff, notices } = await (0,_ecs_task_definition_source_js__WEBPACK_IMPORTED_MODULE_2__/* .definitionToDeploy */ .wG)(request, seen.taskDefinitionArn, { rollout, readFile });
        for (const line of [...notices, ...(0,_actions_preflight_result_js__WEBPACK_IMPORTED_MODULE_0__/* .diffLines */ .Pp)(diff)])
            (0,_github_log_js__WEBPACK_IMPORTED_MODULE_5__/* .info */ .pq)(line);
    }
    catch (error) {
        (0,_github_fail_js__WEBPACK_IMPORTED_MODULE_3__/* .fail */ .f)(error);
    }
}


/***/ }),

/***/ 7937:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   spec: () => (/* binding */ spec)
/* harmony export */ });
/* harmony import */ var _actions_preflight_spec_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5688);
/* harmony import */ var _spec_action_spec_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1169);
/* harmony import */ var _spec_task_definition_inputs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(210);
// src/cli/diff/spec.ts



const { cluster, service, region } = _actions_preflight_spec_js__WEBPACK_IMPORTED_MODULE_0__.spec.inputs;
/** Not an action: the inputs of `sluice diff`. */
const spec = (0,_spec_action_spec_js__WEBPACK_IMPORTED_MODULE_2__/* .defineAction */ .Q)({
    name: 'diff',
    title: 'Sluice: diff',
    description: 'Shows what would change in the task definition of a service. Changes nothing.',
    branding: { icon: 'eye', color: 'blue' },
    inputs: {
        cluster: { ...cluster, required: true, description: 'Name or ARN of the ECS cluster.' },
        service: { ...service, required: true, description: 'Name of the ECS service.' },
        ..._spec_task_definition_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .taskDefinitionInputs */ .mA,
        region,
    },
    rules: _spec_task_definition_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .taskDefinitionRules */ .AP,
    outputs: {},
});


/***/ }),

/***/ 4836:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ runContext)
/* harmony export */ });
// src/github/run-context.ts
function runContext(environment = process.env) {
    const from = (name) => environment[name] || undefined;
    const repository = from('GITHUB_REPOSITORY');
    const runId = from('GITHUB_RUN_ID');
    const attempt = Number(from('GITHUB_RUN_ATTEMPT') ?? 1);
    const server = from('GITHUB_SERVER_URL') ?? 'https://github.com';
    const page = attempt > 1 ? `/attempts/${attempt}` : '';
    return {
        runUrl: repository && runId ? `${server}/${repository}/actions/runs/${runId}${page}` : undefined,
        repository,
        sha: from('GITHUB_SHA'),
        ref: from('GITHUB_REF_NAME'),
        pullRequest: Number(/^refs\/pull\/(\d+)\//.exec(from('GITHUB_REF') ?? '')?.[1]) || undefined,
        actor: from('GITHUB_TRIGGERING_ACTOR') ?? from('GITHUB_ACTOR') ?? from('USER') ?? 'unknown',
        workflow: from('GITHUB_WORKFLOW'),
        job: from('GITHUB_JOB'),
        runId,
        attempt,
        apiUrl: from('GITHUB_API_URL') ?? 'https://api.github.com',
        workspace: from('GITHUB_WORKSPACE') ?? '.',
    };
}


/***/ }),

/***/ 2669:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ NotRouted)
/* harmony export */ });
// src/ports/not-routed.ts
/** No listener or rule names the target group of the service, so that ECS does not let it be changed. */
class NotRouted extends Error {
    name = 'NotRouted';
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
