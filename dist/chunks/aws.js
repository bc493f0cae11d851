export const id = 8674;
export const ids = [8674];
export const modules = {

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

/***/ 6294:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  awsJournalIndex: () => (/* binding */ awsJournalIndex),
  awsPorts: () => (/* binding */ awsPorts),
  routeAddress: () => (/* binding */ routeAddress),
  sessionFor: () => (/* reexport */ session_for.sessionFor)
});

// EXTERNAL MODULE: ./build-stage/aws/alarms.js
var alarms = __webpack_require__(6123);
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


// EXTERNAL MODULE: ./build-stage/aws/client.js
var aws_client = __webpack_require__(5082);
;// CONCATENATED MODULE: ./build-stage/aws/autoscaling.js
// build-stage/aws/autoscaling.js

var identity = { ServiceNamespace: "ecs", ScalableDimension: "ecs:service:DesiredCount" };
function createAutoscaling(settings, cluster) {
  const sdk = (0,aws_client/* once */.Oo)(() => Promise.all(/* import() | aws-sdk-autoscaling */[__webpack_require__.e(5298), __webpack_require__.e(9953), __webpack_require__.e(3615), __webpack_require__.e(9882)]).then(__webpack_require__.bind(__webpack_require__, 7122)));
  const client = (0,aws_client/* once */.Oo)(async () => new (await sdk()).ApplicationAutoScalingClient((0,aws_client/* clientOptions */.s1)(settings)));
  const resourceId = (service) => `service/${cluster.slice(cluster.lastIndexOf("/") + 1)}/${service}`;
  return {
    async read(services) {
      if (services.length === 0)
        return [];
      const { DescribeScalableTargetsCommand } = await sdk();
      const scaling = await client();
      const { ScalableTargets = [] } = await (0,aws_client/* call */.T1)("application-autoscaling:DescribeScalableTargets", () => scaling.send(new DescribeScalableTargetsCommand({ ...identity, ResourceIds: services.map(resourceId) })));
      return services.flatMap((service) => {
        const found = ScalableTargets.find(({ ResourceId }) => ResourceId === resourceId(service));
        return found === void 0 ? [] : [seen(service, found)];
      });
    },
    async put(target) {
      const { RegisterScalableTargetCommand } = await sdk();
      const scaling = await client();
      await (0,aws_client/* call */.T1)("application-autoscaling:RegisterScalableTarget", () => scaling.send(new RegisterScalableTargetCommand({
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


// EXTERNAL MODULE: ./build-stage/aws/journal.js
var journal = __webpack_require__(782);
// EXTERNAL MODULE: ./build-stage/aws/journal-index.js
var journal_index = __webpack_require__(9363);
// EXTERNAL MODULE: ./build-stage/aws/lock-queue.js
var lock_queue = __webpack_require__(6324);
// EXTERNAL MODULE: ./build-stage/aws/logs.js
var logs = __webpack_require__(5666);
// EXTERNAL MODULE: ./build-stage/aws/renewing.js
var renewing = __webpack_require__(8370);
// EXTERNAL MODULE: ./build-stage/aws/service-rollout.js + 1 modules
var service_rollout = __webpack_require__(2604);
// EXTERNAL MODULE: ./build-stage/aws/target-health.js
var target_health = __webpack_require__(5383);
;// CONCATENATED MODULE: ./build-stage/aws/traffic-metrics.js
// build-stage/aws/traffic-metrics.js


var always = {
  requests: { MetricName: "RequestCount", Stat: "Sum" },
  errors5xx: { MetricName: "HTTPCode_Target_5XX_Count", Stat: "Sum" },
  connectionErrors: { MetricName: "TargetConnectionErrorCount", Stat: "Sum" },
  p95: { MetricName: "TargetResponseTime", Stat: "p95" }
};
var slowest = {
  p90: { MetricName: "TargetResponseTime", Stat: "p90" },
  p92: { MetricName: "TargetResponseTime", Stat: "p92" },
  p93: { MetricName: "TargetResponseTime", Stat: "p93" },
  p94: { MetricName: "TargetResponseTime", Stat: "p94" },
  p99: { MetricName: "TargetResponseTime", Stat: "p99" }
};
function createTrafficMetrics(settings, loadBalancerArn) {
  const sdk = (0,aws_client/* once */.Oo)(() => Promise.all(/* import() | aws-sdk-cloudwatch */[__webpack_require__.e(5298), __webpack_require__.e(9953), __webpack_require__.e(3615), __webpack_require__.e(8046)]).then(__webpack_require__.bind(__webpack_require__, 4940)));
  const client = (0,aws_client/* once */.Oo)(async () => new (await sdk()).CloudWatchClient((0,aws_client/* clientOptions */.s1)(settings)));
  async function minutesOf(targetGroupArns, since, until, asked) {
    const metrics = asked === void 0 ? always : { ...always, ...slowest };
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
      const answer = await (0,aws_client/* call */.T1)("cloudwatch:GetMetricData", () => cloudwatch.send(new GetMetricDataCommand(page)));
      for (const { Id = "", Timestamps = [], Values = [] } of answer.MetricDataResults ?? []) {
        const [figure = "", group = ""] = Id.split("_");
        const minutes = groups[Number(group)];
        if (minutes === void 0 || !Object.hasOwn(metrics, figure))
          continue;
        for (const [i, timestamp] of Timestamps.entries()) {
          const at = timestamp.getTime();
          const minute = { ...minutes.get(at), [figure]: Values[i] ?? 0 };
          minutes.set(at, minute);
        }
      }
      NextToken = answer.NextToken;
    } while (NextToken !== void 0 && NextToken !== "");
    return groups.map((minutes) => [...minutes].sort(([a], [b]) => a - b).map(([at, figures]) => minuteOf(at, figures, asked)));
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
    async minutesOfBoth(blueArn, greenArn, since, until, asked) {
      const [blue = [], green = []] = await minutesOf([blueArn, greenArn], since, until, asked);
      return { blue, green };
    }
  };
}
function minuteOf(at, figures, asked) {
  const { requests = 0, errors5xx = 0, connectionErrors = 0 } = figures;
  const { p90 = null, p92 = null, p93 = null, p94 = null, p95 = null, p99 = null } = figures;
  const known = { at, requests, errors5xx, connectionErrors, p95Seconds: p95 };
  return asked === void 0 ? known : { ...known, slowest: { p90, p92, p93, p94, p99 } };
}


// EXTERNAL MODULE: ./build-stage/spec/input-error.js
var input_error = __webpack_require__(5432);
// EXTERNAL MODULE: ./build-stage/aws/errors.js
var errors = __webpack_require__(8470);
;// CONCATENATED MODULE: ./build-stage/aws/traffic-router.js
// build-stage/aws/traffic-router.js




function createTrafficRouter(settings, address) {
  const sdk = (0,aws_client/* once */.Oo)(() => Promise.all(/* import() | aws-sdk-elb */[__webpack_require__.e(5298), __webpack_require__.e(9953), __webpack_require__.e(3615), __webpack_require__.e(721), __webpack_require__.e(2717)]).then(__webpack_require__.bind(__webpack_require__, 8155)));
  const client = (0,aws_client/* once */.Oo)(async () => new (await sdk()).ElasticLoadBalancingV2Client((0,aws_client/* clientOptions */.s1)(settings)));
  const listenerArn = "ruleArn" in address ? listenerOfRule(address.ruleArn) : address.listenerArn;
  let last;
  let isGone = false;
  async function readRule(ruleArn) {
    const { DescribeRulesCommand } = await sdk();
    const elb = await client();
    const { Rules: rules = [] } = await (0,aws_client/* call */.T1)("elasticloadbalancing:DescribeRules", () => elb.send(new DescribeRulesCommand({ RuleArns: [ruleArn] }))).catch((error) => {
      if ((0,errors/* isNotFound */.c4)(error, "Rule") || (0,errors/* isNotFound */.c4)(error, "Listener"))
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
    const { Listeners: listeners = [] } = await (0,aws_client/* call */.T1)("elasticloadbalancing:DescribeListeners", () => elb.send(new DescribeListenersCommand({ ListenerArns: [listenerArn] }))).catch((error) => {
      if ((0,errors/* isNotFound */.c4)(error, "Listener"))
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
      await (0,aws_client/* call */.T1)("elasticloadbalancing:ModifyRule", () => elb.send(command));
    } else {
      const command = new ModifyListenerCommand({ ListenerArn: listenerArn, DefaultActions: actions });
      await (0,aws_client/* call */.T1)("elasticloadbalancing:ModifyListener", () => elb.send(command));
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


// EXTERNAL MODULE: ./build-stage/aws/session-for.js
var session_for = __webpack_require__(2691);
;// CONCATENATED MODULE: ./build-stage/aws/index.js
// build-stage/aws/index.js













function awsPorts(where) {
  const { session } = where;
  const settings = settingsOf(where);
  const own = (port) => (0,renewing/* renewing */.I)(port, session);
  const rollout = own((0,service_rollout/* createServiceRollout */.r)(settings, where.cluster));
  return {
    router: own(createTrafficRouter(settings, where.address)),
    rollout,
    autoscaling: own(createAutoscaling(settings, where.cluster)),
    journal: own((0,journal/* createJournal */.s9)(settings, where.lockName)),
    queue: own((0,lock_queue/* createLockQueue */.x)(settings, where.lockName)),
    alarms: own((0,alarms/* createAlarmReader */.R)(settings)),
    targets: own((0,target_health/* createTargetHealthReader */.t)(settings)),
    logs: own((0,logs/* createLogReader */.e)(settings, rollout)),
    metrics: (route) => own(createTrafficMetrics(settings, route.loadBalancerArn)),
    listenerUrl: (route) => (0,target_health/* listenerUrl */.C)(settings, route.listenerArn, route.loadBalancerArn),
    ...session === void 0 ? {} : { access: session },
    metricDimension: metricDimension
  };
}
function awsJournalIndex(where) {
  return (0,renewing/* renewing */.I)((0,journal_index/* createJournalIndex */.e)(settingsOf(where)), where.session);
}
var settingsOf = ({ region, session }) => ({
  region,
  ...session === void 0 ? {} : { credentials: session.credentials }
});
function routeAddress(arn) {
  return arn.includes(":listener-rule/") ? { ruleArn: arn } : { listenerArn: arn };
}



/***/ }),

/***/ 9363:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ createJournalIndex),
/* harmony export */   g: () => (/* binding */ queueFolder)
/* harmony export */ });
/* harmony import */ var _client_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5082);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8470);
/* harmony import */ var _journal_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(782);
/* harmony import */ var _parameters_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2117);
/* harmony import */ var _ssm_client_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(798);
// build-stage/aws/journal-index.js





function createJournalIndex(settings) {
  const sdk = (0,_client_js__WEBPACK_IMPORTED_MODULE_0__/* .once */ .Oo)(() => Promise.all(/* import() | aws-sdk-ssm */[__webpack_require__.e(5298), __webpack_require__.e(9953), __webpack_require__.e(3615), __webpack_require__.e(6272), __webpack_require__.e(5129)]).then(__webpack_require__.bind(__webpack_require__, 5508)));
  const client = () => (0,_ssm_client_js__WEBPACK_IMPORTED_MODULE_4__/* .ssmClient */ .B)(settings);
  return {
    async list(path) {
      const found = await (0,_parameters_js__WEBPACK_IMPORTED_MODULE_3__/* .parametersBelow */ .I)(await client(), path);
      return found.filter(({ name }) => !name.includes(queueFolder)).map(({ name, value, version }) => ({ name, held: { version, entry: (0,_journal_js__WEBPACK_IMPORTED_MODULE_2__/* .journalEntry */ .Ur)(value) } }));
    },
    async read(name) {
      const { GetParameterCommand } = await sdk();
      const ssm = await client();
      try {
        const { Parameter } = await (0,_client_js__WEBPACK_IMPORTED_MODULE_0__/* .call */ .T1)("ssm:GetParameter", () => ssm.send(new GetParameterCommand({ Name: name })));
        return { version: Parameter?.Version ?? 0, entry: (0,_journal_js__WEBPACK_IMPORTED_MODULE_2__/* .journalEntry */ .Ur)(Parameter?.Value ?? "") };
      } catch (error) {
        if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .errorName */ .Is)(error) === "ParameterNotFound")
          return void 0;
        throw error;
      }
    }
  };
}
var queueFolder = "/queue/";



/***/ }),

/***/ 782:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L9: () => (/* binding */ createReleaseJournal),
/* harmony export */   N4: () => (/* binding */ createRollingJournal),
/* harmony export */   Ur: () => (/* binding */ journalEntry),
/* harmony export */   s9: () => (/* binding */ createJournal)
/* harmony export */ });
/* harmony import */ var _ports_lock_holder_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1928);
/* harmony import */ var _client_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5082);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8470);
/* harmony import */ var _ssm_client_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(798);
// build-stage/aws/journal.js




function createJournal(settings, name) {
  return journalOf(settings, name, (value) => {
    const entry = journalEntry(value);
    return entry?.kind === "rolling" || entry?.kind === "release" ? void 0 : entry;
  });
}
function createRollingJournal(settings, name) {
  return journalOf(settings, name, (value) => {
    const entry = journalEntry(value);
    return entry?.kind === "rolling" ? entry : void 0;
  });
}
function createReleaseJournal(settings, name) {
  return journalOf(settings, name, (value) => {
    const entry = journalEntry(value);
    return entry?.kind === "release" ? entry : void 0;
  });
}
function journalOf(settings, name, entryOf) {
  const sdk = (0,_client_js__WEBPACK_IMPORTED_MODULE_0__/* .once */ .Oo)(() => Promise.all(/* import() | aws-sdk-ssm */[__webpack_require__.e(5298), __webpack_require__.e(9953), __webpack_require__.e(3615), __webpack_require__.e(6272), __webpack_require__.e(5129)]).then(__webpack_require__.bind(__webpack_require__, 5508)));
  const client = () => (0,_ssm_client_js__WEBPACK_IMPORTED_MODULE_2__/* .ssmClient */ .B)(settings);
  let own;
  async function put(entry, overwrite) {
    const { PutParameterCommand } = await sdk();
    const ssm = await client();
    const { Version = 0 } = await (0,_client_js__WEBPACK_IMPORTED_MODULE_0__/* .call */ .T1)("ssm:PutParameter", () => ssm.send(new PutParameterCommand({ Name: name, Value: JSON.stringify(entry), Type: "String", Overwrite: overwrite })));
    own = { holder: entry.holder, expires: entry.expires, version: Version };
    return Version;
  }
  async function read() {
    const { GetParameterCommand } = await sdk();
    const ssm = await client();
    try {
      const { Parameter } = await (0,_client_js__WEBPACK_IMPORTED_MODULE_0__/* .call */ .T1)("ssm:GetParameter", () => ssm.send(new GetParameterCommand({ Name: name })));
      return { version: Parameter?.Version ?? 0, entry: entryOf(Parameter?.Value ?? "") };
    } catch (error) {
      if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .errorName */ .Is)(error) === "ParameterNotFound")
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
          if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .errorName */ .Is)(error) !== "ParameterAlreadyExists")
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
      const expires = Math.max(entry.expires, (held.entry?.expires ?? 0) + 1);
      const written = await put({ ...entry, expires }, true);
      if (written === held.version + 1)
        return true;
      return (0,_ports_lock_holder_js__WEBPACK_IMPORTED_MODULE_3__/* .lostTo */ .q)(await read(), own) === void 0;
    },
    async update(entry) {
      const held = await read();
      const lost = (0,_ports_lock_holder_js__WEBPACK_IMPORTED_MODULE_3__/* .lostTo */ .q)(held, own ?? { holder: entry.holder, expires: 0 });
      if (lost !== void 0)
        return { lostTo: lost };
      const version = Math.max(held?.version ?? 0, own?.version ?? 0);
      const written = await put(entry, true);
      if (written === version + 1)
        return void 0;
      const lostNow = (0,_ports_lock_holder_js__WEBPACK_IMPORTED_MODULE_3__/* .lostTo */ .q)(await read(), own);
      return lostNow === void 0 ? void 0 : { lostTo: lostNow };
    },
    async release(holder, until = 0) {
      const last = own?.holder === holder ? own : { holder, expires: until };
      const held = await read();
      if (held === void 0 || (0,_ports_lock_holder_js__WEBPACK_IMPORTED_MODULE_3__/* .lostTo */ .q)(held, last) !== void 0)
        return;
      const { DeleteParameterCommand } = await sdk();
      const ssm = await client();
      await (0,_client_js__WEBPACK_IMPORTED_MODULE_0__/* .call */ .T1)("ssm:DeleteParameter", () => ssm.send(new DeleteParameterCommand({ Name: name }))).catch((error) => {
        if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .errorName */ .Is)(error) !== "ParameterNotFound")
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



/***/ }),

/***/ 6324:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ createLockQueue)
/* harmony export */ });
/* harmony import */ var _client_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5082);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8470);
/* harmony import */ var _journal_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9363);
/* harmony import */ var _parameters_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2117);
/* harmony import */ var _ssm_client_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(798);
// build-stage/aws/lock-queue.js





function createLockQueue(settings, lock) {
  const sdk = (0,_client_js__WEBPACK_IMPORTED_MODULE_0__/* .once */ .Oo)(() => Promise.all(/* import() | aws-sdk-ssm */[__webpack_require__.e(5298), __webpack_require__.e(9953), __webpack_require__.e(3615), __webpack_require__.e(6272), __webpack_require__.e(5129)]).then(__webpack_require__.bind(__webpack_require__, 5508)));
  const client = () => (0,_ssm_client_js__WEBPACK_IMPORTED_MODULE_4__/* .ssmClient */ .B)(settings);
  const nameOf = ({ holder }) => `${lock}${_journal_index_js__WEBPACK_IMPORTED_MODULE_2__/* .queueFolder */ .g}${holder}`;
  return {
    async join(place) {
      const { PutParameterCommand } = await sdk();
      const ssm = await client();
      const input = { Name: nameOf(place), Value: JSON.stringify(place), Type: "String", Overwrite: true };
      await (0,_client_js__WEBPACK_IMPORTED_MODULE_0__/* .call */ .T1)("ssm:PutParameter", () => ssm.send(new PutParameterCommand(input)));
    },
    async places() {
      const found = await (0,_parameters_js__WEBPACK_IMPORTED_MODULE_3__/* .parametersBelow */ .I)(await client(), `${lock}${_journal_index_js__WEBPACK_IMPORTED_MODULE_2__/* .queueFolder */ .g.slice(0, -1)}`);
      return found.flatMap(({ value }) => placeOf(value) ?? []);
    },
    async leave(place) {
      const { DeleteParameterCommand } = await sdk();
      const ssm = await client();
      const command = new DeleteParameterCommand({ Name: nameOf(place) });
      await (0,_client_js__WEBPACK_IMPORTED_MODULE_0__/* .call */ .T1)("ssm:DeleteParameter", () => ssm.send(command)).catch((error) => {
        if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .errorName */ .Is)(error) !== "ParameterNotFound")
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



/***/ }),

/***/ 5666:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ logStreamOf),
/* harmony export */   e: () => (/* binding */ createLogReader)
/* harmony export */ });
/* harmony import */ var _client_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5082);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8470);
// build-stage/aws/logs.js


function logStreamOf({ containerDefinitions = [] }, taskArn, container) {
  const config = containerDefinitions.find(({ name }) => name === container)?.logConfiguration;
  const group = config?.options?.["awslogs-group"];
  const prefix = config?.options?.["awslogs-stream-prefix"];
  if (config?.logDriver !== "awslogs" || group === void 0 || prefix === void 0)
    return void 0;
  const stream = `${prefix}/${container}/${taskArn.slice(taskArn.lastIndexOf("/") + 1)}`;
  return { group, stream, region: config.options?.["awslogs-region"] };
}
function createLogReader(settings, rollout) {
  const sdk = (0,_client_js__WEBPACK_IMPORTED_MODULE_0__/* .once */ .Oo)(() => Promise.all(/* import() | aws-sdk-logs */[__webpack_require__.e(5298), __webpack_require__.e(9953), __webpack_require__.e(3615), __webpack_require__.e(1752), __webpack_require__.e(8591)]).then(__webpack_require__.bind(__webpack_require__, 3699)));
  return {
    async lastLines(task, container, count) {
      if (count === 0)
        return [];
      const definition = await rollout.taskDefinition(task.taskDefinitionArn);
      const found = logStreamOf(definition, task.arn, container);
      if (found === void 0)
        return [];
      const { group, stream, region = settings.region } = found;
      const { CloudWatchLogsClient, GetLogEventsCommand } = await sdk();
      const logs = new CloudWatchLogsClient((0,_client_js__WEBPACK_IMPORTED_MODULE_0__/* .clientOptions */ .s1)({ ...settings, region }));
      try {
        const { events = [] } = await (0,_client_js__WEBPACK_IMPORTED_MODULE_0__/* .call */ .T1)("logs:GetLogEvents", () => logs.send(new GetLogEventsCommand({ logGroupName: group, logStreamName: stream, limit: count, startFromHead: false })));
        return events.map(({ message }) => (message ?? "").trimEnd());
      } catch (error) {
        if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .errorName */ .Is)(error) === "ResourceNotFoundException")
          return [];
        throw error;
      }
    }
  };
}



/***/ }),

/***/ 2117:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ parametersBelow)
/* harmony export */ });
/* harmony import */ var _client_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5082);
// build-stage/aws/parameters.js

async function parametersBelow(ssm, path) {
  const { GetParametersByPathCommand } = await Promise.all(/* import() | aws-sdk-ssm */[__webpack_require__.e(5298), __webpack_require__.e(9953), __webpack_require__.e(3615), __webpack_require__.e(6272), __webpack_require__.e(5129)]).then(__webpack_require__.bind(__webpack_require__, 5508));
  const found = [];
  let token;
  do {
    const input = { Path: path, Recursive: true, ...token === void 0 ? {} : { NextToken: token } };
    const { Parameters = [], NextToken } = await (0,_client_js__WEBPACK_IMPORTED_MODULE_0__/* .call */ .T1)("ssm:GetParametersByPath", () => ssm.send(new GetParametersByPathCommand(input)));
    for (const { Name = "", Value = "", Version = 0 } of Parameters) {
      found.push({ name: Name, value: Value, version: Version });
    }
    token = NextToken;
  } while (token !== void 0);
  return found;
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

/***/ 2691:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   sessionFor: () => (/* binding */ sessionFor)
/* harmony export */ });
/* harmony import */ var _session_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7668);
// build-stage/aws/session-for.js

function sessionFor(inputs, identity) {
  const { roleToAssume, roleSessionName, roleDuration, audience, region } = inputs;
  const { clock, report, token, conceal, run, whenOver } = identity;
  if (roleToAssume === void 0)
    return void 0;
  return new _session_js__WEBPACK_IMPORTED_MODULE_0__/* .Session */ .N({
    region,
    roleArn: roleToAssume,
    sessionName: roleSessionName ?? `sluice-${run.runId ?? "local"}-${run.attempt}`,
    durationMs: roleDuration,
    clock,
    token: () => token(audience),
    conceal,
    whenOver,
    line: (text) => report.line(text),
    warn: (text) => report.warn(text)
  });
}



/***/ }),

/***/ 7668:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  N: () => (/* binding */ Session)
});

// EXTERNAL MODULE: ./build-stage/ports/access-error.js
var access_error = __webpack_require__(7919);
// EXTERNAL MODULE: ./build-stage/spec/duration.js
var duration = __webpack_require__(1999);
// EXTERNAL MODULE: ./build-stage/spec/input-error.js
var input_error = __webpack_require__(5432);
// EXTERNAL MODULE: ./build-stage/aws/client.js
var client = __webpack_require__(5082);
// EXTERNAL MODULE: ./build-stage/aws/errors.js
var errors = __webpack_require__(8470);
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
  const { fromWebToken } = await Promise.all(/* import() | aws-sdk-web-identity */[__webpack_require__.e(5298), __webpack_require__.e(9953), __webpack_require__.e(3347)]).then(__webpack_require__.bind(__webpack_require__, 8555));
  return fromWebToken({
    roleArn: role.roleArn,
    roleSessionName: role.sessionName,
    durationSeconds: Math.round(role.durationMs / 1e3),
    webIdentityToken,
    clientConfig: { region: role.region, ...client/* connection */.FI }
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
  switch ((0,errors/* errorName */.Is)(error)) {
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
      const keys = await (options.take === void 0 ? assumeRole(options, options) : options.take());
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
        options.warn(`${stillGood(error, left)} ${options.whenOver}`);
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
  return `The AWS session could not be renewed: ${error.message}. It is good for another ${left}, and renewing it is tried again until then.`;
}



/***/ }),

/***/ 798:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ ssmClient)
/* harmony export */ });
/* harmony import */ var _paced_client_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58);
// build-stage/aws/ssm-client.js

var ssmClient = (0,_paced_client_js__WEBPACK_IMPORTED_MODULE_0__/* .pacedClient */ .N)(async () => (await Promise.all(/* import() | aws-sdk-ssm */[__webpack_require__.e(5298), __webpack_require__.e(9953), __webpack_require__.e(3615), __webpack_require__.e(6272), __webpack_require__.e(5129)]).then(__webpack_require__.bind(__webpack_require__, 5508))).SSMClient);



/***/ }),

/***/ 5383:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ listenerUrl),
/* harmony export */   t: () => (/* binding */ createTargetHealthReader)
/* harmony export */ });
/* harmony import */ var _client_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5082);
// build-stage/aws/target-health.js

function createTargetHealthReader(settings) {
  const sdk = (0,_client_js__WEBPACK_IMPORTED_MODULE_0__/* .once */ .Oo)(() => Promise.all(/* import() | aws-sdk-elb */[__webpack_require__.e(5298), __webpack_require__.e(9953), __webpack_require__.e(3615), __webpack_require__.e(721), __webpack_require__.e(2717)]).then(__webpack_require__.bind(__webpack_require__, 8155)));
  const client = (0,_client_js__WEBPACK_IMPORTED_MODULE_0__/* .once */ .Oo)(async () => new (await sdk()).ElasticLoadBalancingV2Client((0,_client_js__WEBPACK_IMPORTED_MODULE_0__/* .clientOptions */ .s1)(settings)));
  return {
    async targets(targetGroupArn) {
      const { DescribeTargetHealthCommand } = await sdk();
      const elb = await client();
      const { TargetHealthDescriptions: descriptions = [] } = await (0,_client_js__WEBPACK_IMPORTED_MODULE_0__/* .call */ .T1)("elasticloadbalancing:DescribeTargetHealth", () => elb.send(new DescribeTargetHealthCommand({ TargetGroupArn: targetGroupArn })));
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
  const { ElasticLoadBalancingV2Client, DescribeListenersCommand, DescribeLoadBalancersCommand } = await Promise.all(/* import() | aws-sdk-elb */[__webpack_require__.e(5298), __webpack_require__.e(9953), __webpack_require__.e(3615), __webpack_require__.e(721), __webpack_require__.e(2717)]).then(__webpack_require__.bind(__webpack_require__, 8155));
  const elb = new ElasticLoadBalancingV2Client((0,_client_js__WEBPACK_IMPORTED_MODULE_0__/* .clientOptions */ .s1)(settings));
  const { Listeners: [listener] = [] } = await (0,_client_js__WEBPACK_IMPORTED_MODULE_0__/* .call */ .T1)("elasticloadbalancing:DescribeListeners", () => elb.send(new DescribeListenersCommand({ ListenerArns: [listenerArn] })));
  const { LoadBalancers: [balancer] = [] } = await (0,_client_js__WEBPACK_IMPORTED_MODULE_0__/* .call */ .T1)("elasticloadbalancing:DescribeLoadBalancers", () => elb.send(new DescribeLoadBalancersCommand({ LoadBalancerArns: [loadBalancerArn] })));
  const scheme = listener?.Protocol === "HTTPS" ? "https" : "http";
  return `${scheme}://${balancer?.DNSName ?? ""}:${listener?.Port ?? 80}`;
}



/***/ }),

/***/ 1928:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ lostTo)
/* harmony export */ });
// src/ports/lock-holder.ts
/**
 * Who holds the lock instead of the one who wrote `own`; undefined when nobody does. Whoever takes over does so after the
 * lease has ended, and writes a later one: an entry of somebody else that ends earlier than ours is older than ours, and
 * only a read that lags behind shows it.
 */
function lostTo(held, own) {
    if (held === undefined)
        return 'nobody (the lock was removed)';
    if (held.entry === undefined)
        return 'an unreadable entry';
    if (held.entry.holder === own?.holder || held.entry.expires < (own?.expires ?? 0))
        return undefined;
    return held.entry.runUrl;
}


/***/ })

};
