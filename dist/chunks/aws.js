export const id = 259;
export const ids = [259];
export const modules = {

/***/ 3259:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  awsPorts: () => (/* binding */ awsPorts)
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
    return new access_error/* AccessError */.Z(`The AWS credentials have expired (${action}: ${message})`, { kind }, { cause: error });
  }
  if (kind === "absent") {
    const hint = "Are the credentials set, for example by aws-actions/configure-aws-credentials?";
    return new access_error/* AccessError */.Z(`AWS does not accept the credentials (${action}: ${message}). ${hint}`, { kind }, { cause: error });
  }
  const denied = /not authorized to perform: (?<action>[\w-]+:\w+)(?: on resource: (?<resource>\S+))?/.exec(message)?.groups;
  const resource = denied?.resource?.replace(/[.,]$/, "");
  const detail = { kind, action: denied?.action ?? action, ...resource === void 0 ? {} : { resource } };
  const statement = JSON.stringify({ Effect: "Allow", Action: detail.action, Resource: resource ?? "*" });
  const advice = `Add to the policy of the role: ${statement}`;
  return new access_error/* AccessError */.Z(`Not allowed: ${message}. ${advice}`, detail, { cause: error });
}


;// CONCATENATED MODULE: ./build-stage/aws/client.js
// build-stage/aws/client.js

function clientOptions(settings) {
  return {
    region: settings.region,
    maxAttempts: 4,
    retryMode: "standard",
    requestHandler: { connectionTimeout: 3e3, requestTimeout: 8e3, throwOnRequestTimeout: true }
  };
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
  const sdk = once(() => Promise.all(/* import() */[__webpack_require__.e(880), __webpack_require__.e(940)]).then(__webpack_require__.bind(__webpack_require__, 4940)));
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


;// CONCATENATED MODULE: ./build-stage/aws/journal.js
// build-stage/aws/journal.js


function createJournal(settings, name) {
  const sdk = once(() => Promise.all(/* import() */[__webpack_require__.e(880), __webpack_require__.e(127)]).then(__webpack_require__.bind(__webpack_require__, 3127)));
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
      return { version: Parameter?.Version ?? 0, entry: parsed(Parameter?.Value ?? "") };
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
      return written === held.version + 1 ? void 0 : { lostTo: "a run that wrote at the same moment" };
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
function parsed(value) {
  try {
    const entry = JSON.parse(value);
    return entry.schema === 1 && typeof entry.holder === "string" ? entry : void 0;
  } catch {
    return void 0;
  }
}


;// CONCATENATED MODULE: ./build-stage/aws/logs.js
// build-stage/aws/logs.js


function createLogReader(settings, rollout) {
  const sdk = once(() => Promise.all(/* import() */[__webpack_require__.e(880), __webpack_require__.e(690), __webpack_require__.e(699)]).then(__webpack_require__.bind(__webpack_require__, 3699)));
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
      const logs = new CloudWatchLogsClient(clientOptions({ region }));
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


// EXTERNAL MODULE: ./build-stage/spec/input-error.js
var input_error = __webpack_require__(5432);
;// CONCATENATED MODULE: ./build-stage/aws/service-rollout.js
// build-stage/aws/service-rollout.js



function createServiceRollout(settings, cluster) {
  const sdk = once(() => Promise.all(/* import() */[__webpack_require__.e(880), __webpack_require__.e(99)]).then(__webpack_require__.bind(__webpack_require__, 6099)));
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
      return services.map((name) => seen(found.find((service) => service.serviceName === name)));
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
function seen(service) {
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
  const sdk = once(() => Promise.all(/* import() */[__webpack_require__.e(880), __webpack_require__.e(155)]).then(__webpack_require__.bind(__webpack_require__, 8155)));
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
  const { ElasticLoadBalancingV2Client, DescribeListenersCommand, DescribeLoadBalancersCommand } = await Promise.all(/* import() */[__webpack_require__.e(880), __webpack_require__.e(155)]).then(__webpack_require__.bind(__webpack_require__, 8155));
  const elb = new ElasticLoadBalancingV2Client(clientOptions(settings));
  const { Listeners: [listener] = [] } = await call("elasticloadbalancing:DescribeListeners", () => elb.send(new DescribeListenersCommand({ ListenerArns: [listenerArn] })));
  const { LoadBalancers: [balancer] = [] } = await call("elasticloadbalancing:DescribeLoadBalancers", () => elb.send(new DescribeLoadBalancersCommand({ LoadBalancerArns: [loadBalancerArn] })));
  const scheme = listener?.Protocol === "HTTPS" ? "https" : "http";
  return `${scheme}://${balancer?.DNSName ?? ""}:${listener?.Port ?? 80}`;
}


;// CONCATENATED MODULE: ./build-stage/aws/traffic-metrics.js
// build-stage/aws/traffic-metrics.js


function createTrafficMetrics(settings, loadBalancerArn) {
  const sdk = once(() => Promise.all(/* import() */[__webpack_require__.e(880), __webpack_require__.e(940)]).then(__webpack_require__.bind(__webpack_require__, 4940)));
  const client = once(async () => new (await sdk()).CloudWatchClient(clientOptions(settings)));
  return {
    async minutes(targetGroupArn, since, until) {
      const { GetMetricDataCommand } = await sdk();
      const cloudwatch = await client();
      const dimensions = [
        { Name: "TargetGroup", Value: metricDimension(targetGroupArn) },
        { Name: "LoadBalancer", Value: metricDimension(loadBalancerArn) }
      ];
      const query = (Id, MetricName, Stat) => ({
        Id,
        MetricStat: {
          Metric: { Namespace: "AWS/ApplicationELB", MetricName, Dimensions: dimensions },
          Period: 60,
          Stat
        }
      });
      const { MetricDataResults = [] } = await call("cloudwatch:GetMetricData", () => cloudwatch.send(new GetMetricDataCommand({
        StartTime: new Date(since - since % 6e4),
        EndTime: new Date(until + 6e4),
        ScanBy: "TimestampAscending",
        MetricDataQueries: [
          query("requests", "RequestCount", "Sum"),
          query("errors", "HTTPCode_Target_5XX_Count", "Sum"),
          query("p95", "TargetResponseTime", "p95")
        ]
      })));
      const minutes = /* @__PURE__ */ new Map();
      for (const { Id, Timestamps = [], Values = [] } of MetricDataResults) {
        for (const [i, timestamp] of Timestamps.entries()) {
          const at = timestamp.getTime();
          const minute = minutes.get(at) ?? { at, requests: 0, errors5xx: 0, p95Seconds: null };
          if (Id === "requests")
            minute.requests = Values[i] ?? 0;
          if (Id === "errors")
            minute.errors5xx = Values[i] ?? 0;
          if (Id === "p95")
            minute.p95Seconds = Values[i] ?? null;
          minutes.set(at, minute);
        }
      }
      return [...minutes.values()].sort((a, b) => a.at - b.at);
    }
  };
}


;// CONCATENATED MODULE: ./build-stage/aws/traffic-router.js
// build-stage/aws/traffic-router.js




function createTrafficRouter(settings, address) {
  const sdk = once(() => Promise.all(/* import() */[__webpack_require__.e(880), __webpack_require__.e(155)]).then(__webpack_require__.bind(__webpack_require__, 8155)));
  const client = once(async () => new (await sdk()).ElasticLoadBalancingV2Client(clientOptions(settings)));
  const listenerArn = "ruleArn" in address ? listenerOfRule(address.ruleArn) : address.listenerArn;
  let last;
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
    return { actions: rule.Actions ?? [], ruleArn: rule.IsDefault === true ? void 0 : ruleArn };
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
  return {
    async read() {
      last = "ruleArn" in address ? await readRule(address.ruleArn) : await readListener();
      const name = "ruleArn" in address ? `listener rule ${address.ruleArn}` : `default action of listener ${listenerArn}`;
      return {
        name,
        listenerArn,
        loadBalancerArn: loadBalancerOfListener(listenerArn),
        ...forwards(last.actions)
      };
    },
    async write(weights) {
      if (last === void 0)
        await this.read();
      const { actions, ruleArn } = last;
      const replaced = withWeights(actions, weights);
      const { ModifyRuleCommand, ModifyListenerCommand } = await sdk();
      const elb = await client();
      if (ruleArn !== void 0) {
        await call("elasticloadbalancing:ModifyRule", () => elb.send(new ModifyRuleCommand({ RuleArn: ruleArn, Actions: replaced })));
      } else {
        await call("elasticloadbalancing:ModifyListener", () => elb.send(new ModifyListenerCommand({ ListenerArn: listenerArn, DefaultActions: replaced })));
      }
    },
    commandFor(weights) {
      const actions = JSON.stringify(withWeights(last?.actions ?? [{ Type: "forward" }], weights));
      return last?.ruleArn === void 0 ? `aws elbv2 modify-listener --region ${settings.region} --listener-arn ${listenerArn} --default-actions '${actions}'` : `aws elbv2 modify-rule --region ${settings.region} --rule-arn ${last.ruleArn} --actions '${actions}'`;
    }
  };
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
  return actions.map((action) => {
    if (action.Type !== "forward")
      return action;
    const { TargetGroupArn: _single, ...rest } = action;
    const groups = Object.entries(weights).map(([TargetGroupArn, Weight]) => ({ TargetGroupArn, Weight }));
    return { ...rest, ForwardConfig: { ...action.ForwardConfig, TargetGroups: groups } };
  });
}


;// CONCATENATED MODULE: ./build-stage/aws/index.js
// build-stage/aws/index.js








function awsPorts(where) {
  const settings = { region: where.region };
  const rollout = createServiceRollout(settings, where.cluster);
  return {
    router: createTrafficRouter(settings, where.address),
    rollout,
    journal: createJournal(settings, where.lockName),
    alarms: createAlarmReader(settings),
    targets: createTargetHealthReader(settings),
    logs: createLogReader(settings, rollout),
    metrics: (route) => createTrafficMetrics(settings, route.loadBalancerArn),
    listenerUrl: (route) => listenerUrl(settings, route.listenerArn, route.loadBalancerArn),
    metricDimension: metricDimension
  };
}



/***/ })

};
