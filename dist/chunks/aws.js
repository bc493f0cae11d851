export const id = 945;
export const ids = [945];
export const modules = {

/***/ 7945:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  awsPorts: () => (/* binding */ awsPorts),
  createJournalIndex: () => (/* reexport */ createJournalIndex),
  routeAddress: () => (/* binding */ routeAddress),
  sessionFor: () => (/* reexport */ sessionFor)
});

// EXTERNAL MODULE: ./build-stage/ports/access-error.js
var access_error = __webpack_require__(7919);
;// CONCATENATED MODULE: ./build-stage/aws/errors.js
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
function translated(error, action) {
  const kind = kinds[errorName(error)];
  if (kind === void 0)
    return error;
  const message = error instanceof Error ? error.message : String(error);
  if (kind === "expired") {
    const hint = "With role-to-assume the action has a session of its own, which it renews.";
    return new access_error/* AccessError */.Z(`The AWS credentials have expired (${action}: ${message}). ${hint}`, { kind }, { cause: error });
  }
  if (kind === "absent") {
    const hint = "Give role-to-assume, or set credentials beforehand, for example by aws-actions/configure-aws-credentials.";
    return new access_error/* AccessError */.Z(`AWS does not accept the credentials (${action}: ${message}). ${hint}`, { kind }, { cause: error });
  }
  const denied = /not authorized to perform: (?<action>[\w-]+:\w+)(?: on resource: (?<resource>\S+))?/.exec(message)?.groups;
  const resource = denied?.resource?.replace(/[.,]$/, "");
  const detail = { kind, action: denied?.action ?? action, ...resource === void 0 ? {} : { resource } };
  const statement = JSON.stringify({ Effect: "Allow", Action: detail.action, Resource: resource ?? "*" });
  const advice = `Add to the policy of the role: ${statement}`;
  return new access_error/* AccessError */.Z(`Not allowed: ${message}. ${advice}`, detail, { cause: error });
}
function refusedCredentials(error) {
  if (!(error instanceof access_error/* AccessError */.Z) || error.detail.kind === "denied" || error.detail.action !== void 0)
    return false;
  return kinds[errorName(error.cause)] === error.detail.kind && errorName(error.cause) !== "CredentialsProviderError";
}


;// CONCATENATED MODULE: ./build-stage/aws/client.js
// build-stage/aws/client.js

var connection = {
  maxAttempts: 4,
  retryMode: "standard",
  requestHandler: { connectionTimeout: 3e3, requestTimeout: 8e3, throwOnRequestTimeout: true }
};
function clientOptions({ region, credentials }) {
  return { region, ...connection, ...credentials === void 0 ? {} : { credentials } };
}
async function call(action, send) {
  try {
    return await send();
  } catch (error) {
    throw translated(error, action);
  }
}
function once(make) {
  let made;
  return () => {
    made ??= make();
    return made;
  };
}


;// CONCATENATED MODULE: ./build-stage/aws/alarms.js
// build-stage/aws/alarms.js

function createAlarmReader(settings) {
  const sdk = once(() => Promise.all(/* import() */[__webpack_require__.e(896), __webpack_require__.e(122), __webpack_require__.e(940)]).then(__webpack_require__.bind(__webpack_require__, 4940)));
  const client = once(async () => new (await sdk()).CloudWatchClient(clientOptions(settings)));
  return {
    async alarms(names) {
      const { DescribeAlarmsCommand } = await sdk();
      const cloudwatch = await client();
      const { MetricAlarms = [], CompositeAlarms = [] } = await call("cloudwatch:DescribeAlarms", () => cloudwatch.send(new DescribeAlarmsCommand({
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


;// CONCATENATED MODULE: ./build-stage/aws/arns.js
// build-stage/aws/arns.js
function listenerOfRule(ruleArn) {
  return ruleArn.replace(":listener-rule/", ":listener/").split("/").slice(0, 5).join("/");
}
function loadBalancerOfListener(listenerArn) {
  return listenerArn.replace(":listener/", ":loadbalancer/").split("/").slice(0, 4).join("/");
}
function metricDimension(arn) {
  return arn.slice(arn.lastIndexOf(":") + 1).replace(/^loadbalancer\//, "");
}


;// CONCATENATED MODULE: ./build-stage/aws/autoscaling.js
// build-stage/aws/autoscaling.js

var identity = { ServiceNamespace: "ecs", ScalableDimension: "ecs:service:DesiredCount" };
function createAutoscaling(settings, cluster) {
  const sdk = once(() => Promise.all(/* import() */[__webpack_require__.e(896), __webpack_require__.e(122), __webpack_require__.e(741)]).then(__webpack_require__.bind(__webpack_require__, 7122)));
  const client = once(async () => new (await sdk()).ApplicationAutoScalingClient(clientOptions(settings)));
  const resourceId = (service) => `service/${cluster.slice(cluster.lastIndexOf("/") + 1)}/${service}`;
  return {
    async read(services) {
      if (services.length === 0)
        return [];
      const { DescribeScalableTargetsCommand } = await sdk();
      const scaling = await client();
      const { ScalableTargets = [] } = await call("application-autoscaling:DescribeScalableTargets", () => scaling.send(new DescribeScalableTargetsCommand({ ...identity, ResourceIds: services.map(resourceId) })));
      return services.flatMap((service) => {
        const found = ScalableTargets.find(({ ResourceId }) => ResourceId === resourceId(service));
        return found === void 0 ? [] : [seen(service, found)];
      });
    },
    async put(target) {
      const { RegisterScalableTargetCommand } = await sdk();
      const scaling = await client();
      await call("application-autoscaling:RegisterScalableTarget", () => scaling.send(new RegisterScalableTargetCommand({
        ...identity,
        ResourceId: resourceId(target.service),
        MinCapacity: target.min,
        MaxCapacity: target.max,
        SuspendedState: {
          DynamicScalingInSuspended: target.suspended.in,
          DynamicScalingOutSuspended: target.suspended.out,
          ScheduledScalingSuspended: target.suspended.scheduled
        }
      })));
    },
    commandFor({ service, min, max, suspended }) {
      const state = `DynamicScalingInSuspended=${suspended.in},DynamicScalingOutSuspended=${suspended.out},ScheduledScalingSuspended=${suspended.scheduled}`;
      return `aws application-autoscaling register-scalable-target --region ${settings.region} --service-namespace ecs --scalable-dimension ${identity.ScalableDimension} --resource-id ${resourceId(service)} --min-capacity ${min} --max-capacity ${max} --suspended-state ${state}`;
    }
  };
}
function seen(service, { MinCapacity, MaxCapacity, SuspendedState }) {
  return {
    service,
    min: MinCapacity ?? 0,
    max: MaxCapacity ?? 0,
    suspended: {
      in: SuspendedState?.DynamicScalingInSuspended ?? false,
      out: SuspendedState?.DynamicScalingOutSuspended ?? false,
      scheduled: SuspendedState?.ScheduledScalingSuspended ?? false
    }
  };
}


;// CONCATENATED MODULE: ./build-stage/aws/journal.js
// build-stage/aws/journal.js


function createJournal(settings, name) {
  const sdk = once(() => Promise.all(/* import() */[__webpack_require__.e(896), __webpack_require__.e(122), __webpack_require__.e(127)]).then(__webpack_require__.bind(__webpack_require__, 3127)));
  const client = once(async () => new (await sdk()).SSMClient(clientOptions(settings)));
  async function put(entry, overwrite) {
    const { PutParameterCommand } = await sdk();
    const ssm = await client();
    const { Version = 0 } = await call("ssm:PutParameter", () => ssm.send(new PutParameterCommand({ Name: name, Value: JSON.stringify(entry), Type: "String", Overwrite: overwrite })));
    return Version;
  }
  async function read() {
    const { GetParameterCommand } = await sdk();
    const ssm = await client();
    try {
      const { Parameter } = await call("ssm:GetParameter", () => ssm.send(new GetParameterCommand({ Name: name })));
      return { version: Parameter?.Version ?? 0, entry: journalEntry(Parameter?.Value ?? "") };
    } catch (error) {
      if (errorName(error) === "ParameterNotFound")
        return void 0;
      throw error;
    }
  }
  return {
    read,
    async acquire(entry) {
      for (let attempt = 0; attempt < 5; attempt++) {
        try {
          await put(entry, false);
          return { taken: true };
        } catch (error) {
          if (errorName(error) !== "ParameterAlreadyExists")
            throw error;
          const held = await read();
          if (held?.entry?.holder === entry.holder)
            return { taken: true };
          if (held !== void 0)
            return { taken: false, held };
        }
      }
      return { taken: false, held: { version: 0, entry: void 0 } };
    },
    async takeOver(held, entry) {
      const written = await put(entry, true);
      if (written === held.version + 1)
        return true;
      const now = await read();
      return now?.entry?.holder === entry.holder;
    },
    async update(entry) {
      const held = await read();
      if (held === void 0)
        return { lostTo: "nobody (the lock was removed)" };
      if (held.entry?.holder !== entry.holder)
        return { lostTo: held.entry?.runUrl ?? "an unreadable entry" };
      const written = await put(entry, true);
      if (written === held.version + 1)
        return void 0;
      const now = await read();
      return now?.entry?.holder === entry.holder ? void 0 : { lostTo: now?.entry?.runUrl ?? "an unreadable entry" };
    },
    async release(holder) {
      const held = await read();
      if (held?.entry?.holder !== holder)
        return;
      const { DeleteParameterCommand } = await sdk();
      const ssm = await client();
      await call("ssm:DeleteParameter", () => ssm.send(new DeleteParameterCommand({ Name: name }))).catch((error) => {
        if (errorName(error) !== "ParameterNotFound")
          throw error;
      });
    }
  };
}
function journalEntry(value) {
  try {
    const entry = JSON.parse(value);
    return entry.schema === 1 && typeof entry.holder === "string" ? entry : void 0;
  } catch {
    return void 0;
  }
}


;// CONCATENATED MODULE: ./build-stage/aws/parameters.js
// build-stage/aws/parameters.js

async function parametersBelow(ssm, path) {
  const { GetParametersByPathCommand } = await Promise.all(/* import() */[__webpack_require__.e(896), __webpack_require__.e(122), __webpack_require__.e(127)]).then(__webpack_require__.bind(__webpack_require__, 3127));
  const found = [];
  let token;
  do {
    const input = { Path: path, Recursive: true, ...token === void 0 ? {} : { NextToken: token } };
    const { Parameters = [], NextToken } = await call("ssm:GetParametersByPath", () => ssm.send(new GetParametersByPathCommand(input)));
    for (const { Name = "", Value = "", Version = 0 } of Parameters) {
      found.push({ name: Name, value: Value, version: Version });
    }
    token = NextToken;
  } while (token !== void 0);
  return found;
}


;// CONCATENATED MODULE: ./build-stage/aws/journal-index.js
// build-stage/aws/journal-index.js



function createJournalIndex(settings) {
  const client = once(async () => new (await Promise.all(/* import() */[__webpack_require__.e(896), __webpack_require__.e(122), __webpack_require__.e(127)]).then(__webpack_require__.bind(__webpack_require__, 3127))).SSMClient(clientOptions(settings)));
  return {
    async list(path) {
      const found = await parametersBelow(await client(), path);
      return found.filter(({ name }) => !name.includes(queueFolder)).map(({ name, value, version }) => ({ name, held: { version, entry: journalEntry(value) } }));
    }
  };
}
var queueFolder = "/queue/";


;// CONCATENATED MODULE: ./build-stage/aws/lock-queue.js
// build-stage/aws/lock-queue.js




function createLockQueue(settings, lock) {
  const sdk = once(() => Promise.all(/* import() */[__webpack_require__.e(896), __webpack_require__.e(122), __webpack_require__.e(127)]).then(__webpack_require__.bind(__webpack_require__, 3127)));
  const client = once(async () => new (await sdk()).SSMClient(clientOptions(settings)));
  const nameOf = ({ holder }) => `${lock}${queueFolder}${holder}`;
  return {
    async join(place) {
      const { PutParameterCommand } = await sdk();
      const ssm = await client();
      const input = { Name: nameOf(place), Value: JSON.stringify(place), Type: "String", Overwrite: true };
      await call("ssm:PutParameter", () => ssm.send(new PutParameterCommand(input)));
    },
    async places() {
      const found = await parametersBelow(await client(), `${lock}${queueFolder.slice(0, -1)}`);
      return found.flatMap(({ value }) => placeOf(value) ?? []);
    },
    async leave(place) {
      const { DeleteParameterCommand } = await sdk();
      const ssm = await client();
      const command = new DeleteParameterCommand({ Name: nameOf(place) });
      await call("ssm:DeleteParameter", () => ssm.send(command)).catch((error) => {
        if (errorName(error) !== "ParameterNotFound")
          throw error;
      });
    }
  };
}
function placeOf(value) {
  try {
    const place = JSON.parse(value);
    return typeof place.since === "number" && typeof place.holder === "string" ? place : void 0;
  } catch {
    return void 0;
  }
}


;// CONCATENATED MODULE: ./build-stage/aws/logs.js
// build-stage/aws/logs.js


function createLogReader(settings, rollout) {
  const sdk = once(() => Promise.all(/* import() */[__webpack_require__.e(896), __webpack_require__.e(122), __webpack_require__.e(309), __webpack_require__.e(699)]).then(__webpack_require__.bind(__webpack_require__, 3699)));
  return {
    async lastLines(task, container, count) {
      if (count === 0)
        return [];
      const definition = await rollout.taskDefinition(task.taskDefinitionArn);
      const config = definition.containerDefinitions?.find(({ name }) => name === container)?.logConfiguration;
      const group = config?.options?.["awslogs-group"];
      const prefix = config?.options?.["awslogs-stream-prefix"];
      if (config?.logDriver !== "awslogs" || group === void 0 || prefix === void 0)
        return [];
      const region = config.options?.["awslogs-region"] ?? settings.region;
      const { CloudWatchLogsClient, GetLogEventsCommand } = await sdk();
      const logs = new CloudWatchLogsClient(clientOptions({ ...settings, region }));
      const stream = `${prefix}/${container}/${task.arn.slice(task.arn.lastIndexOf("/") + 1)}`;
      try {
        const { events = [] } = await call("logs:GetLogEvents", () => logs.send(new GetLogEventsCommand({ logGroupName: group, logStreamName: stream, limit: count, startFromHead: false })));
        return events.map(({ message }) => (message ?? "").trimEnd());
      } catch (error) {
        if (errorName(error) === "ResourceNotFoundException")
          return [];
        throw error;
      }
    }
  };
}


;// CONCATENATED MODULE: ./build-stage/aws/renewing.js
// build-stage/aws/renewing.js

function renewing(port, session) {
  if (session === void 0)
    return port;
  return new Proxy(port, {
    get(target, name, receiver) {
      const member = Reflect.get(target, name, receiver);
      if (typeof member !== "function")
        return member;
      return (...words) => {
        const since = session.now();
        const result = member.apply(target, words);
        if (!(result instanceof Promise))
          return result;
        return result.catch(async (error) => {
          if (!refusedCredentials(error))
            throw error;
          await session.replace(since);
          return member.apply(target, words);
        });
      };
    }
  });
}


// EXTERNAL MODULE: ./build-stage/spec/input-error.js
var input_error = __webpack_require__(5432);
;// CONCATENATED MODULE: ./build-stage/aws/service-rollout.js
// build-stage/aws/service-rollout.js



function createServiceRollout(settings, cluster) {
  const sdk = once(() => Promise.all(/* import() */[__webpack_require__.e(896), __webpack_require__.e(122), __webpack_require__.e(99)]).then(__webpack_require__.bind(__webpack_require__, 6099)));
  const client = once(async () => new (await sdk()).ECSClient(clientOptions(settings)));
  return {
    async describe(services) {
      const { DescribeServicesCommand } = await sdk();
      const ecs = await client();
      const answer = await call("ecs:DescribeServices", () => ecs.send(new DescribeServicesCommand({ cluster, services: [...services] }))).catch((error) => {
        if (errorName(error) !== "ClusterNotFoundException")
          throw error;
        throw new input_error/* InputError */.d([
          { input: "cluster", value: cluster, wrong: "does not exist in this account and Region" }
        ]);
      });
      const found = (answer.services ?? []).filter((service) => service.status !== "INACTIVE");
      const problems = services.filter((name) => !found.some((service) => service.serviceName === name)).map((name) => ({ input: "services", value: name, wrong: `does not exist in cluster ${cluster}` }));
      if (problems.length > 0)
        throw new input_error/* InputError */.d(problems);
      return services.map((name) => service_rollout_seen(found.find((service) => service.serviceName === name)));
    },
    async taskDefinition(arn) {
      const { DescribeTaskDefinitionCommand } = await sdk();
      const ecs = await client();
      const { taskDefinition, tags } = await call("ecs:DescribeTaskDefinition", () => ecs.send(new DescribeTaskDefinitionCommand({ taskDefinition: arn, include: ["TAGS"] }))).catch((error) => {
        if (errorName(error) !== "ClientException" && errorName(error) !== "InvalidParameterException")
          throw error;
        throw new input_error/* InputError */.d([
          { input: "task-definition", value: arn, wrong: "does not exist in this account and Region" }
        ]);
      });
      return { ...taskDefinition, ...tags !== void 0 && tags.length > 0 ? { tags } : {} };
    },
    async register(definition) {
      const { RegisterTaskDefinitionCommand } = await sdk();
      const ecs = await client();
      const { taskDefinition } = await call("ecs:RegisterTaskDefinition", () => ecs.send(new RegisterTaskDefinitionCommand(definition))).catch((error) => {
        if (errorName(error) !== "ClientException" && errorName(error) !== "InvalidParameterException")
          throw error;
        const message = error instanceof Error ? error.message : String(error);
        throw new input_error/* InputError */.d([{ input: "task-definition", wrong: `is not accepted by ECS: ${message}` }]);
      });
      return taskDefinition?.taskDefinitionArn ?? "";
    },
    async update(service, change) {
      const { UpdateServiceCommand } = await sdk();
      const ecs = await client();
      const { taskDefinitionArn, desiredCount } = change;
      await call("ecs:UpdateService", () => ecs.send(new UpdateServiceCommand({
        cluster,
        service,
        ...taskDefinitionArn === void 0 ? {} : { taskDefinition: taskDefinitionArn },
        ...desiredCount === void 0 ? {} : { desiredCount }
      })));
    },
    async stoppedTasks(service, since) {
      const { ListTasksCommand, DescribeTasksCommand } = await sdk();
      const ecs = await client();
      const { taskArns = [] } = await call("ecs:ListTasks", () => ecs.send(new ListTasksCommand({ cluster, serviceName: service, desiredStatus: "STOPPED", maxResults: 100 })));
      if (taskArns.length === 0)
        return [];
      const { tasks = [] } = await call("ecs:DescribeTasks", () => ecs.send(new DescribeTasksCommand({ cluster, tasks: taskArns })));
      return tasks.map(stopped).filter((task) => task.stoppedAt >= since).sort((a, b) => b.stoppedAt - a.stoppedAt);
    }
  };
}
function service_rollout_seen(service) {
  return {
    name: service.serviceName ?? "",
    arn: service.serviceArn ?? "",
    status: service.status ?? "",
    taskDefinitionArn: service.taskDefinition ?? "",
    desiredCount: service.desiredCount ?? 0,
    runningCount: service.runningCount ?? 0,
    pendingCount: service.pendingCount ?? 0,
    targetGroupArns: (service.loadBalancers ?? []).flatMap(({ targetGroupArn }) => targetGroupArn ?? []),
    controller: service.deploymentController?.type ?? "ECS",
    deployments: (service.deployments ?? []).map((deployment) => ({
      id: deployment.id ?? "",
      status: deployment.status ?? "",
      taskDefinitionArn: deployment.taskDefinition ?? "",
      desiredCount: deployment.desiredCount ?? 0,
      runningCount: deployment.runningCount ?? 0,
      failedTasks: deployment.failedTasks ?? 0,
      rollout: deployment.rolloutState ?? "UNKNOWN",
      rolloutReason: deployment.rolloutStateReason ?? ""
    })),
    events: (service.events ?? []).map((event) => ({
      at: event.createdAt?.getTime() ?? 0,
      message: event.message ?? ""
    }))
  };
}
function stopped(task) {
  return {
    arn: task.taskArn ?? "",
    taskDefinitionArn: task.taskDefinitionArn ?? "",
    // A task that is still on its way out has no stoppedAt yet.
    stoppedAt: (task.stoppedAt ?? task.stoppingAt ?? task.executionStoppedAt)?.getTime() ?? Number.POSITIVE_INFINITY,
    stopCode: task.stopCode ?? "",
    stoppedReason: task.stoppedReason ?? "",
    containers: (task.containers ?? []).map((container) => ({
      name: container.name ?? "",
      exitCode: container.exitCode ?? null,
      reason: container.reason ?? "",
      health: container.healthStatus ?? ""
    }))
  };
}


;// CONCATENATED MODULE: ./build-stage/aws/target-health.js
// build-stage/aws/target-health.js

function createTargetHealthReader(settings) {
  const sdk = once(() => Promise.all(/* import() */[__webpack_require__.e(896), __webpack_require__.e(122), __webpack_require__.e(155)]).then(__webpack_require__.bind(__webpack_require__, 8155)));
  const client = once(async () => new (await sdk()).ElasticLoadBalancingV2Client(clientOptions(settings)));
  return {
    async targets(targetGroupArn) {
      const { DescribeTargetHealthCommand } = await sdk();
      const elb = await client();
      const { TargetHealthDescriptions: descriptions = [] } = await call("elasticloadbalancing:DescribeTargetHealth", () => elb.send(new DescribeTargetHealthCommand({ TargetGroupArn: targetGroupArn })));
      return descriptions.map(({ Target, TargetHealth }) => ({
        id: Target?.Id ?? "",
        port: Target?.Port ?? 0,
        state: TargetHealth?.State ?? "unknown",
        reason: [TargetHealth?.Reason, TargetHealth?.Description].filter(Boolean).join(": ")
      }));
    }
  };
}
async function listenerUrl(settings, listenerArn, loadBalancerArn) {
  const { ElasticLoadBalancingV2Client, DescribeListenersCommand, DescribeLoadBalancersCommand } = await Promise.all(/* import() */[__webpack_require__.e(896), __webpack_require__.e(122), __webpack_require__.e(155)]).then(__webpack_require__.bind(__webpack_require__, 8155));
  const elb = new ElasticLoadBalancingV2Client(clientOptions(settings));
  const { Listeners: [listener] = [] } = await call("elasticloadbalancing:DescribeListeners", () => elb.send(new DescribeListenersCommand({ ListenerArns: [listenerArn] })));
  const { LoadBalancers: [balancer] = [] } = await call("elasticloadbalancing:DescribeLoadBalancers", () => elb.send(new DescribeLoadBalancersCommand({ LoadBalancerArns: [loadBalancerArn] })));
  const scheme = listener?.Protocol === "HTTPS" ? "https" : "http";
  return `${scheme}://${balancer?.DNSName ?? ""}:${listener?.Port ?? 80}`;
}


;// CONCATENATED MODULE: ./build-stage/aws/traffic-metrics.js
// build-stage/aws/traffic-metrics.js


var metrics = {
  requests: { MetricName: "RequestCount", Stat: "Sum" },
  errors5xx: { MetricName: "HTTPCode_Target_5XX_Count", Stat: "Sum" },
  connectionErrors: { MetricName: "TargetConnectionErrorCount", Stat: "Sum" },
  p95Seconds: { MetricName: "TargetResponseTime", Stat: "p95" }
};
function createTrafficMetrics(settings, loadBalancerArn) {
  const sdk = once(() => Promise.all(/* import() */[__webpack_require__.e(896), __webpack_require__.e(122), __webpack_require__.e(940)]).then(__webpack_require__.bind(__webpack_require__, 4940)));
  const client = once(async () => new (await sdk()).CloudWatchClient(clientOptions(settings)));
  async function minutesOf(targetGroupArns, since, until) {
    const { GetMetricDataCommand } = await sdk();
    const cloudwatch = await client();
    const input = {
      StartTime: new Date(since - since % 6e4),
      EndTime: new Date(until + 6e4),
      ScanBy: "TimestampAscending",
      MetricDataQueries: targetGroupArns.flatMap((arn, group) => Object.entries(metrics).map(([figure, { MetricName, Stat }]) => ({
        Id: `${figure}_${group}`,
        MetricStat: {
          Metric: { Namespace: "AWS/ApplicationELB", MetricName, Dimensions: dimensions(arn) },
          Period: 60,
          Stat
        }
      })))
    };
    const groups = targetGroupArns.map(() => /* @__PURE__ */ new Map());
    let NextToken;
    do {
      const page = { ...input, ...NextToken === void 0 ? {} : { NextToken } };
      const answer = await call("cloudwatch:GetMetricData", () => cloudwatch.send(new GetMetricDataCommand(page)));
      for (const { Id = "", Timestamps = [], Values = [] } of answer.MetricDataResults ?? []) {
        const [figure = "", group = ""] = Id.split("_");
        const minutes = groups[Number(group)];
        if (minutes === void 0 || !isFigure(figure))
          continue;
        for (const [i, timestamp] of Timestamps.entries()) {
          const at = timestamp.getTime();
          const minute = minutes.get(at) ?? { at, requests: 0, errors5xx: 0, connectionErrors: 0, p95Seconds: null };
          minute[figure] = Values[i] ?? 0;
          minutes.set(at, minute);
        }
      }
      NextToken = answer.NextToken;
    } while (NextToken !== void 0 && NextToken !== "");
    return groups.map((minutes) => [...minutes.values()].sort((a, b) => a.at - b.at));
  }
  const dimensions = (arn) => [
    { Name: "TargetGroup", Value: metricDimension(arn) },
    { Name: "LoadBalancer", Value: metricDimension(loadBalancerArn) }
  ];
  return {
    async minutes(targetGroupArn, since, until) {
      const [minutes = []] = await minutesOf([targetGroupArn], since, until);
      return minutes;
    },
    async minutesOfBoth(blueArn, greenArn, since, until) {
      const [blue = [], green = []] = await minutesOf([blueArn, greenArn], since, until);
      return { blue, green };
    }
  };
}
var isFigure = (name) => Object.hasOwn(metrics, name);


;// CONCATENATED MODULE: ./build-stage/aws/traffic-router.js
// build-stage/aws/traffic-router.js




function createTrafficRouter(settings, address) {
  const sdk = once(() => Promise.all(/* import() */[__webpack_require__.e(896), __webpack_require__.e(122), __webpack_require__.e(155)]).then(__webpack_require__.bind(__webpack_require__, 8155)));
  const client = once(async () => new (await sdk()).ElasticLoadBalancingV2Client(clientOptions(settings)));
  const listenerArn = "ruleArn" in address ? listenerOfRule(address.ruleArn) : address.listenerArn;
  let last;
  let isGone = false;
  async function readRule(ruleArn) {
    const { DescribeRulesCommand } = await sdk();
    const elb = await client();
    const { Rules: rules = [] } = await call("elasticloadbalancing:DescribeRules", () => elb.send(new DescribeRulesCommand({ RuleArns: [ruleArn] }))).catch((error) => {
      if (["RuleNotFoundException", "ListenerNotFoundException"].includes(errorName(error)))
        throw missing("listener-rule-arn", ruleArn);
      throw error;
    });
    const [rule] = rules;
    if (rule === void 0)
      throw missing("listener-rule-arn", ruleArn);
    return { actions: rule.Actions ?? [], ruleArn: rule.IsDefault === true ? void 0 : ruleArn, rule };
  }
  async function readListener() {
    const { DescribeListenersCommand } = await sdk();
    const elb = await client();
    const { Listeners: listeners = [] } = await call("elasticloadbalancing:DescribeListeners", () => elb.send(new DescribeListenersCommand({ ListenerArns: [listenerArn] }))).catch((error) => {
      if (errorName(error) === "ListenerNotFoundException")
        throw missing("listener-arn", listenerArn);
      throw error;
    });
    const [listener] = listeners;
    if (listener === void 0)
      throw missing("listener-arn", listenerArn);
    return { actions: listener.DefaultActions ?? [], ruleArn: void 0 };
  }
  async function readLast() {
    try {
      last = "ruleArn" in address ? await readRule(address.ruleArn) : await readListener();
      isGone = false;
      return last;
    } catch (error) {
      isGone = last !== void 0 && error instanceof input_error/* InputError */.d;
      throw error;
    }
  }
  async function put(actions) {
    const { ModifyRuleCommand, ModifyListenerCommand } = await sdk();
    const elb = await client();
    const ruleArn = last?.ruleArn;
    if (ruleArn !== void 0) {
      const command = new ModifyRuleCommand({ RuleArn: ruleArn, Actions: actions });
      await call("elasticloadbalancing:ModifyRule", () => elb.send(command));
    } else {
      const command = new ModifyListenerCommand({ ListenerArn: listenerArn, DefaultActions: actions });
      await call("elasticloadbalancing:ModifyListener", () => elb.send(command));
    }
  }
  return {
    async read() {
      const { actions } = await readLast();
      const name = "ruleArn" in address ? `listener rule ${address.ruleArn}` : `default action of listener ${listenerArn}`;
      return {
        name,
        listenerArn,
        loadBalancerArn: loadBalancerOfListener(listenerArn),
        ...forwards(actions)
      };
    },
    async write(weights) {
      const { actions } = last ?? await readLast();
      await put(withWeights(actions, weights));
    },
    async attach(targetGroupArn) {
      const { actions } = last ?? await readLast();
      const { groups } = forwards(actions);
      if (groups.some((group) => group.targetGroupArn === targetGroupArn))
        return;
      await put(withGroup(actions, targetGroupArn));
    },
    commandFor(weights) {
      const actions = JSON.stringify(withWeights(last?.actions ?? [{ Type: "forward" }], weights));
      if (isGone && last?.rule !== void 0) {
        const conditions = JSON.stringify((last.rule.Conditions ?? []).map(asCreated));
        return `aws elbv2 create-rule --region ${settings.region} --listener-arn ${listenerArn} --priority ${last.rule.Priority} --conditions '${conditions}' --actions '${actions}'`;
      }
      return last?.ruleArn === void 0 ? `aws elbv2 modify-listener --region ${settings.region} --listener-arn ${listenerArn} --default-actions '${actions}'` : `aws elbv2 modify-rule --region ${settings.region} --rule-arn ${last.ruleArn} --actions '${actions}'`;
    }
  };
}
function asCreated({ Values, ...condition }) {
  const hasConfig = Object.keys(condition).some((member) => member.endsWith("Config"));
  return hasConfig || Values === void 0 ? condition : { ...condition, Values };
}
function missing(input, value) {
  return new input_error/* InputError */.d([{ input, value, wrong: "does not exist in this account and Region" }]);
}
function forwards(actions) {
  const forward = actions.filter((action) => action.Type === "forward");
  const [only] = forward;
  if (only === void 0 || forward.length > 1) {
    const types = actions.map((action) => action.Type).join(", ") || "none";
    return { groups: [], stickySeconds: null, unusable: `it has no single forward action (its actions: ${types})` };
  }
  const tuples = only.ForwardConfig?.TargetGroups ?? [{ TargetGroupArn: only.TargetGroupArn, Weight: 1 }];
  const sticky = only.ForwardConfig?.TargetGroupStickinessConfig;
  return {
    // A single group may come without a weight; it takes everything.
    groups: tuples.map(({ TargetGroupArn = "", Weight }) => ({ targetGroupArn: TargetGroupArn, weight: Weight ?? 1 })),
    stickySeconds: sticky?.Enabled === true ? sticky.DurationSeconds ?? 0 : null
  };
}
function withWeights(actions, weights) {
  return withTuples(actions, (forward) => {
    const isSticky = forward.ForwardConfig?.TargetGroupStickinessConfig?.Enabled === true;
    return Object.entries(weights).filter(([, weight]) => weight > 0 || !isSticky).map(([TargetGroupArn, Weight]) => ({ TargetGroupArn, Weight }));
  });
}
function withItsSecret(action) {
  if (action.AuthenticateOidcConfig === void 0)
    return action;
  return { ...action, AuthenticateOidcConfig: { ...action.AuthenticateOidcConfig, UseExistingClientSecret: true } };
}
function withGroup(actions, targetGroupArn) {
  return withTuples(actions, (forward) => [
    ...forward.ForwardConfig?.TargetGroups ?? [{ TargetGroupArn: forward.TargetGroupArn, Weight: 1 }],
    { TargetGroupArn: targetGroupArn, Weight: 0 }
  ]);
}
function withTuples(actions, tuples) {
  return actions.map((action) => {
    if (action.Type !== "forward")
      return withItsSecret(action);
    const { TargetGroupArn: _single, ...rest } = action;
    return { ...rest, ForwardConfig: { ...action.ForwardConfig, TargetGroups: tuples(action) } };
  });
}


// EXTERNAL MODULE: ./build-stage/spec/duration.js
var duration = __webpack_require__(1999);
;// CONCATENATED MODULE: ./build-stage/aws/web-identity.js
// build-stage/aws/web-identity.js
function claimsOf(token) {
  try {
    const claims = JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString("utf8"));
    return typeof claims === "object" && claims !== null ? claims : void 0;
  } catch {
    return void 0;
  }
}
function trustAdvice(token) {
  const claims = claimsOf(token);
  if (claims === void 0)
    return "The token of this job could not be read.";
  const { sub, aud, iss } = claims;
  const provider = String(iss ?? "https://token.actions.githubusercontent.com").replace(/^https:\/\//, "");
  const condition = {
    StringEquals: { [`${provider}:aud`]: aud, [`${provider}:sub`]: subjectsOf(String(sub), claims) }
  };
  return `The token of this job has sub ${JSON.stringify(sub)} and aud ${JSON.stringify(aud)}. The trust policy of the role must allow sts:AssumeRoleWithWebIdentity to arn:aws:iam::ACCOUNT:oidc-provider/${provider} with "Condition": ${JSON.stringify(condition)}`;
}
function subjectsOf(sub, claims) {
  const found = /^repo:(?<owner>[^@/:]+)(?:@\d+)?\/(?<name>[^@:]+)(?:@\d+)?(?<rest>:.*)$/.exec(sub)?.groups;
  if (found === void 0)
    return [sub];
  const { owner, name, rest } = found;
  const plain = `repo:${owner}/${name}${rest}`;
  const { repository_owner_id: ownerId, repository_id: id } = claims;
  const numbered = sub === plain ? `repo:${owner}@${ownerId ?? "OWNER-ID"}/${name}@${id ?? "REPOSITORY-ID"}${rest}` : sub;
  return [plain, numbered];
}


;// CONCATENATED MODULE: ./build-stage/aws/assume-role.js
// build-stage/aws/assume-role.js





var attempts = 3;
var action = "sts:AssumeRoleWithWebIdentity";
async function assumeRole(role, means) {
  for (let attempt = 1; ; attempt++) {
    const token = await means.token();
    means.conceal(token);
    const from = means.clock.now();
    try {
      return keysOf(await exchange(role, token), role, from, means.conceal);
    } catch (error) {
      const refusal = refused(error, role, token);
      if (refusal !== void 0)
        throw refusal;
      if (attempt === attempts)
        throw unanswered(error, token);
      await means.clock.sleep(1e3 * 2 ** attempt * (0.5 + Math.random() / 2));
    }
  }
}
async function exchange(role, webIdentityToken) {
  const { fromWebToken } = await Promise.all(/* import() */[__webpack_require__.e(896), __webpack_require__.e(555)]).then(__webpack_require__.bind(__webpack_require__, 8555));
  return fromWebToken({
    roleArn: role.roleArn,
    roleSessionName: role.sessionName,
    durationSeconds: Math.round(role.durationMs / 1e3),
    webIdentityToken,
    clientConfig: { region: role.region, ...connection }
  })();
}
function keysOf(given, role, from, conceal) {
  const { accessKeyId, secretAccessKey, sessionToken, expiration } = given;
  conceal(secretAccessKey);
  if (sessionToken !== void 0)
    conceal(sessionToken);
  const until = Math.min(expiration?.getTime() ?? Number.POSITIVE_INFINITY, from + role.durationMs);
  return { credentials: { accessKeyId, secretAccessKey, ...sessionToken && { sessionToken } }, from, until };
}
function refused(error, role, token) {
  const message = messageOf(error, token);
  const advised = (kind, advice) => new access_error/* AccessError */.Z(`AWS does not let this job take the role ${role.roleArn}: ${message}. ${advice}`, { kind, action, resource: role.roleArn }, { cause: error });
  switch (errorName(error)) {
    case "AccessDenied":
      return advised("denied", trustAdvice(token));
    case "InvalidIdentityToken":
    case "InvalidIdentityTokenException":
      if (/verification key/i.test(message))
        return void 0;
      return advised("absent", `Is the identity provider in the account of the role, with this audience? ${trustAdvice(token)}`);
    case "ValidationError":
    case "ValidationException":
      if (/duration/i.test(message)) {
        return new input_error/* InputError */.d([
          {
            input: "role-duration",
            wrong: `is not accepted by AWS: ${message}. The session is renewed while the action runs, so it need not last as long as the deployment`
          }
        ]);
      }
      return advised("absent", "Check role-to-assume and role-session-name");
    case "RegionDisabledException":
      return advised("absent", `Activate STS in ${role.region}, or give another Region`);
    default:
      return void 0;
  }
}
function unanswered(error, token) {
  const message = `AWS gave no session (${action}: ${messageOf(error, token)})`;
  return new access_error/* AccessError */.Z(message, { kind: "absent", action }, { cause: error });
}
function messageOf(error, token) {
  const message = error instanceof Error ? error.message : String(error);
  return message.replaceAll(token, "***").replace(/\.$/, "");
}


;// CONCATENATED MODULE: ./build-stage/aws/session.js
// build-stage/aws/session.js



var renewMs = 15 * 6e4;
var actMs = 2 * 6e4;
var lastMs = 1e4;
var pauseMs = 3e4;
var Session = class {
  options;
  keys;
  renewal;
  failure;
  /**
   * For the SDK's clients. `memoized` keeps the SDK from remembering what it was given: it would compare its end with the
   * machine's clock, and ask again in the last five minutes only.
   */
  credentials = Object.assign(async () => (await this.current()).credentials, { memoized: true });
  constructor(options) {
    this.options = options;
  }
  ending() {
    const { keys, failure } = this;
    if (keys === void 0 || failure === void 0)
      return void 0;
    return { at: keys.until, actBy: keys.until - part(keys, 6, actMs), why: failure.error.message };
  }
  now() {
    return this.options.clock.now();
  }
  /**
   * AWS refused what this session gave out at `since`: it was revoked, or the clocks differ. Resolves when there is another.
   *
   * @throws AccessError when there is none
   */
  async replace(since) {
    if (this.keys !== void 0 && this.keys.from > since)
      return;
    this.keys = this.keys && { ...this.keys, until: Math.min(this.keys.until, since) };
    if (this.isResting())
      throw this.over(this.failure?.error);
    await this.renew();
  }
  /** @throws AccessError when there is no session and none can be had */
  async current() {
    const { keys, options, failure } = this;
    const now = options.clock.now();
    if (keys === void 0)
      return this.renew();
    const isOver = now >= keys.until;
    if (this.isResting()) {
      if (isOver)
        throw this.over(failure?.error);
      return keys;
    }
    if (isOver)
      return this.renew();
    if (now < keys.until - part(keys, 3, renewMs))
      return keys;
    const renewed = this.renew().catch(() => keys);
    return now < keys.until - part(keys, 12, lastMs) ? keys : renewed;
  }
  /** An attempt that failed is not repeated at once. */
  isResting() {
    const { keys, failure } = this;
    return keys !== void 0 && failure !== void 0 && this.now() - failure.at < part(keys, 20, pauseMs);
  }
  renew() {
    this.renewal ??= this.take().finally(() => {
      this.renewal = void 0;
    });
    return this.renewal;
  }
  async take() {
    const { options } = this;
    try {
      const keys = await assumeRole(options, options);
      if (this.failure !== void 0)
        options.line("The AWS session was renewed after all");
      this.failure = void 0;
      this.keys = keys;
      return keys;
    } catch (error) {
      if (this.keys === void 0 || !(error instanceof Error))
        throw error;
      const isNews = this.failure === void 0;
      const now = options.clock.now();
      this.failure = { error, at: now };
      const left = this.keys.until - now;
      if (left <= 0)
        throw this.over(error);
      if (isNews)
        options.warn(stillGood(error, left));
      throw error;
    }
  }
  over(cause) {
    const detail = cause instanceof access_error/* AccessError */.Z ? cause.detail : {};
    const message = `The AWS session is over and could not be renewed: ${cause?.message ?? "unknown"}`;
    return new access_error/* AccessError */.Z(message, { ...detail, kind: "expired" }, { cause });
  }
};
function part(keys, share, atMost) {
  return Math.min(atMost, (keys.until - keys.from) / share);
}
function stillGood(error, leftMs) {
  const left = (0,duration/* formatDuration */.a3)(Math.max(1e3, Math.round(leftMs / 1e3) * 1e3));
  return `The AWS session could not be renewed: ${error.message}. It is good for another ${left}, and renewing it is tried again until then; traffic that is being shifted goes back to the old version before it ends. What to do: mend what is said here, or cancel the run now, which puts the traffic back at once`;
}


;// CONCATENATED MODULE: ./build-stage/aws/session-for.js
// build-stage/aws/session-for.js

function sessionFor(inputs, identity) {
  const { roleToAssume, roleSessionName, roleDuration, audience, region } = inputs;
  const { clock, report, token, conceal, run } = identity;
  if (roleToAssume === void 0)
    return void 0;
  return new Session({
    region,
    roleArn: roleToAssume,
    sessionName: roleSessionName ?? `sluice-${run.runId ?? "local"}-${run.attempt}`,
    durationMs: roleDuration,
    clock,
    token: () => token(audience),
    conceal,
    line: (text) => report.line(text),
    warn: (text) => report.warn(text)
  });
}


;// CONCATENATED MODULE: ./build-stage/aws/index.js
// build-stage/aws/index.js













function awsPorts(where) {
  const { session } = where;
  const settings = { region: where.region, ...session === void 0 ? {} : { credentials: session.credentials } };
  const own = (port) => renewing(port, session);
  const rollout = own(createServiceRollout(settings, where.cluster));
  return {
    router: own(createTrafficRouter(settings, where.address)),
    rollout,
    autoscaling: own(createAutoscaling(settings, where.cluster)),
    journal: own(createJournal(settings, where.lockName)),
    queue: own(createLockQueue(settings, where.lockName)),
    alarms: own(createAlarmReader(settings)),
    targets: own(createTargetHealthReader(settings)),
    logs: own(createLogReader(settings, rollout)),
    metrics: (route) => own(createTrafficMetrics(settings, route.loadBalancerArn)),
    listenerUrl: (route) => listenerUrl(settings, route.listenerArn, route.loadBalancerArn),
    ...session === void 0 ? {} : { access: session },
    metricDimension: metricDimension
  };
}
function routeAddress(arn) {
  return arn.includes(":listener-rule/") ? { ruleArn: arn } : { listenerArn: arn };
}



/***/ })

};
