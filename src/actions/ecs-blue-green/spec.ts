import type { Step } from '../../shift/state.js';
import { defineAction, type Inputs, type OutputName } from '../../spec/action-spec.js';
import { compareInputs, compareRules } from '../../spec/compare-inputs.js';
import { deploymentInputs } from '../../spec/deployment-inputs.js';
import { formatDuration } from '../../spec/duration.js';
import * as kinds from '../../spec/kinds.js';
import { prometheusInputs, prometheusRules } from '../../spec/prometheus-inputs.js';
import { atLeastOneOf, exactlyOneOf, needs, ofTheRegion, rule } from '../../spec/rules.js';
import { sessionInputs, sessionRules } from '../../spec/session-inputs.js';
import { taskDefinitionInputs } from '../../spec/task-definition-inputs.js';
import { fileOrArn } from '../../spec/task-definition-kinds.js';

/** How long all steps take at the least. */
export const bakesMs = (steps: readonly Step[]): number => steps.reduce((sum, step) => sum + step.bakeMs, 0);

export const spec = defineAction({
  name: 'ecs-blue-green',
  title: 'Sluice: ECS blue/green',
  description:
    'Shifts traffic between two ECS services step by step, watches the new version at each step, and puts the traffic back by itself when it turns out bad.',
  branding: { icon: 'git-merge', color: 'blue' },
  post: true,
  inputs: {
    cluster: {
      kind: kinds.text({
        pattern: /^(arn:aws[a-z-]*:ecs:[a-z0-9-]+:\d{12}:cluster\/)?[A-Za-z0-9_-]{1,255}$/,
        accepts: 'the name or the ARN of an ECS cluster',
      }),
      required: true,
      description: 'Name or ARN of the ECS cluster that both services run in.',
    },
    services: {
      kind: kinds.lines({ exactly: 2, of: 'service name', item: serviceName() }),
      required: true,
      description:
        'The two ECS services, one name per line. Which one is live is read from the weights of the listener, so their order does not matter.',
    },
    'listener-rule-arn': {
      kind: kinds.arn('listener rule'),
      description:
        'ARN of the listener rule that forwards to the two target groups by weight. Give this or `listener-arn`.',
    },
    'listener-arn': {
      kind: kinds.arn('listener'),
      description:
        'ARN of the listener, when it is its default action that forwards to the two target groups. Give this or `listener-rule-arn`.',
    },
    'target-groups': {
      kind: kinds.map({ key: serviceName(), value: kinds.arn('target group'), example: 'service=target-group-arn' }),
      description:
        'The target group of each service, `service=arn` per line. Needed only when a service has more than one; otherwise it is found from the service.',
    },
    images: {
      kind: kinds.map({ key: containerName(), value: imageByDigest(), example: 'container=image@sha256:…' }),
      description:
        'The new image of each container, `container=image@sha256:…` per line. It is put into the task definition that is live now, or into `task-definition` when that is given. By digest, because a tag may name another image by the time a task starts.',
    },
    'task-definition': {
      kind: fileOrArn(),
      description:
        'The task definition to deploy: the path of a file in the workspace (JSON, JSON with comments or YAML; what `aws ecs describe-task-definition` answers is one too), which is registered, or the ARN of one that is registered already.',
    },
    'pass-unknown': taskDefinitionInputs['pass-unknown'],
    steps: {
      kind: kinds.steps(),
      preset: '10%@5m, 50%@10m, 100%@15m',
      description:
        'How the traffic moves: the share of the new version and how long it must stay healthy at that share before the next step, counted from when the load balancer has taken the weight over.',
    },
    alarms: {
      kind: kinds.lines({ of: 'alarm name', max: 100 }),
      description:
        'CloudWatch alarms that speak for the new version, one name per line, metric and composite alarms alike. One that goes to ALARM rolls back. One that is missing or in ALARM before the start refuses the deployment; one without data is warned of.',
    },
    probe: {
      kind: kinds.pathOrUrl(),
      description:
        'What to ask the new version over HTTP, before it gets traffic and all the time after: a URL that only the new version answers (a test listener), or a path, which is asked of the load balancer with `probe-headers`, so that a test rule leads it to the new version.',
    },
    'probe-headers': {
      kind: kinds.headers(),
      description:
        'Headers sent with the probe, `Name: value` per line, for example the one that the test rule looks at. For a path behind an HTTPS listener also `Host`: the name that its certificate is for.',
    },
    'probe-status': {
      kind: kinds.httpStatuses(),
      preset: '200',
      description: 'The status codes that the probe takes for healthy, such as `200`, `200-299` or `200,204`.',
    },
    'probe-body': {
      kind: kinds.text(),
      description: 'A text that the answer to the probe must contain.',
    },
    'probe-timeout': {
      kind: kinds.duration({ minMs: 100, maxMs: 60_000 }),
      preset: '5s',
      description: 'How long one probe may take.',
    },
    ...prometheusInputs,
    ...compareInputs,
    'poll-interval': {
      kind: kinds.duration({ minMs: 100, maxMs: 300_000 }),
      preset: '5s',
      description: 'How often alarms, target health, stopped tasks, the probe and Prometheus are looked at.',
    },
    'min-healthy': {
      kind: kinds.percent({ min: 1 }),
      preset: '100%',
      description:
        'How many targets of the new version must be healthy before its share is raised, as a share of the tasks that the live version runs.',
    },
    'unhealthy-limit': {
      kind: kinds.integer({ min: 1, max: 1000 }),
      preset: '2',
      description:
        'So many looks in a row must find the new version unhealthy before it is rolled back. An alarm in ALARM rolls back at the first look.',
    },
    'unknown-limit': {
      kind: kinds.duration({ minMs: 1000, maxMs: 3_600_000 }),
      preset: '1m',
      description:
        'How long the evidence may stay away (calls that fail, alarms that lose their data) before the new version is rolled back. No evidence is never taken for health.',
    },
    'on-drift': {
      kind: kinds.oneOf('rollback', 'hold', 'adopt'),
      preset: 'rollback',
      description:
        'What to do when the weights are changed by somebody else during the shift: `rollback` gives all traffic to the old version, `hold` raises nothing, keeps watching, and ends when `timeout` is up, `adopt` goes on from the weight that was set, at the highest step that it covers.',
    },
    'on-broken-old': {
      kind: kinds.oneOf('hold', 'rollback'),
      preset: 'hold',
      description:
        'What to do when the traffic has to go back and the old version has no healthy target, while the new one has: `hold` leaves the weights as they are and calls a person, `rollback` sends it back all the same.',
    },
    settle: {
      kind: kinds.duration({ maxMs: 3_600_000 }),
      preset: '30s',
      description:
        'How long after a new weight has been observed good evidence does not count yet, because requests and metrics still belong to the old one. Bad evidence counts at once.',
    },
    drain: {
      kind: kinds.duration({ maxMs: 3_600_000 }),
      preset: '2m',
      description:
        'How long a side keeps its tasks after it has stopped receiving new requests, at the least. A load balancer applies a new weight over seconds, not at once.',
    },
    'keep-old': {
      kind: kinds.durationOr('forever', { maxMs: 86_400_000 }),
      preset: '10m',
      description:
        'How long the old version stays at full size after all traffic has moved, so that going back is one call; then it is scaled to 0. `forever` leaves it running.',
    },
    'start-timeout': {
      kind: kinds.duration({ minMs: 1000, maxMs: 21_600_000 }),
      preset: '15m',
      description:
        'How long the new version may take until its tasks run and its targets are healthy. After that it is stopped, and it never had traffic.',
    },
    timeout: {
      kind: kinds.duration({ minMs: 1000, maxMs: 432_000_000 }),
      preset: '2h',
      description: 'How long everything may take. When it is up while traffic is shifting, the traffic is put back.',
    },
    'when-locked': {
      kind: kinds.oneOf('fail', 'wait'),
      preset: 'fail',
      description:
        'What to do while another run deploys to these services: `fail` at once, or `wait` until it is done, for as long as `timeout` still leaves time for all `steps`.',
    },
    'on-cancel': {
      kind: kinds.oneOf('rollback', 'leave'),
      preset: 'rollback',
      description:
        'What to do when the workflow is cancelled: `rollback` puts the traffic back, `leave` keeps the weights as they are and says so.',
    },
    'lock-name': {
      kind: kinds.text({
        pattern: /^\/(?!aws|ssm)[A-Za-z0-9_.-]+(\/[A-Za-z0-9_.-]+){0,13}$/i,
        accepts: 'the name of an SSM parameter such as /sluice/shop, which does not begin with /aws or /ssm',
      }),
      description:
        'The SSM parameter that is the lock and the journal. By default it is named after the cluster and the services.',
    },
    'log-lines': {
      kind: kinds.integer({ min: 0, max: 1000 }),
      preset: '20',
      description: 'How many of the last log lines of a task that stopped are put into the job summary.',
    },
    force: {
      kind: kinds.text(),
      description:
        'A reason to deploy although the live version is broken: it runs no task, or an alarm is on already. Without it such a deployment is refused, and a fix could not be shipped with it. An alarm that was on before counts again once it has been off.',
    },
    'dry-run': {
      kind: kinds.flag(),
      preset: 'false',
      description: 'Read everything, change nothing, and print the plan step by step.',
    },
    ...deploymentInputs,
    ...sessionInputs,
    region: {
      kind: kinds.text({ pattern: /^[a-z]{2,4}(-[a-z]+)+-\d{1,2}$/, accepts: 'an AWS Region such as eu-central-1' }),
      required: true,
      environment: ['AWS_REGION', 'AWS_DEFAULT_REGION'],
      description:
        'AWS Region. By default the one in `AWS_REGION`, which `aws-actions/configure-aws-credentials` sets.',
    },
  },
  rules: [
    ...sessionRules,
    needs('github-token', 'environment'),
    exactlyOneOf('listener-rule-arn', 'listener-arn'),
    ofTheRegion('listener-rule-arn', 'listener-arn', 'cluster'),
    atLeastOneOf('images', 'task-definition'),
    needs('pass-unknown', 'task-definition'),
    ...prometheusRules,
    ...compareRules,
    needs('probe-headers', 'probe'),
    needs('probe-body', 'probe'),
    rule(
      ['probe', 'probe-headers'],
      'A `probe` that is a path is given together with `probe-headers`.',
      ({ probe }: { probe: string | undefined }, has) =>
        probe?.startsWith('/') && !has('probe-headers')
          ? 'is a path, and without a header for a test rule it would reach the live version: give probe-headers, or a URL that only the new version answers'
          : undefined,
    ),
    rule(
      ['target-groups', 'services'],
      '`target-groups` names only services that are in `services`.',
      (values: { targetGroups: Readonly<Record<string, string>>; services: readonly string[] }) => {
        const stranger = Object.keys(values.targetGroups).find((name) => !values.services.includes(name));
        if (stranger !== undefined) {
          return `names ${stranger}, which is not one of the services (${values.services.join(', ')})`;
        }
        const arns = Object.values(values.targetGroups);
        return new Set(arns).size < arns.length
          ? 'gives both services the same target group: each needs its own, or no weight could part them'
          : undefined;
      },
    ),
    rule(
      ['timeout', 'steps', 'start-timeout'],
      '`timeout` leaves time for all `steps`.',
      (values: { timeout: number; steps: readonly Step[] }) => {
        const bakeMs = bakesMs(values.steps);
        return values.timeout > bakeMs
          ? undefined
          : `is over before the steps are, which take ${formatDuration(bakeMs)} at the least: make it longer, or the steps shorter`;
      },
    ),
  ],
  outputs: {
    outcome: {
      description:
        'How it ended: `promoted`, `rolled-back`, `stuck` (needs a person now), `refused` (nothing was touched), `interrupted`, or `unchanged` (this version is live already).',
    },
    reason: { description: 'Why it ended so, in a sentence.' },
    'active-service': {
      description:
        'The service that receives the traffic now, or most of it, as last read; empty when the rule was not read, as when another run holds the lock.',
    },
    weights: { description: 'What was last observed on the listener, as JSON: `{"shop-blue": 0, "shop-green": 100}`.' },
    'task-definition-arn': { description: 'ARN of the task definition that was deployed.' },
    'rolled-back-at-weight': {
      description: 'The share of the new version in percent when the rollback began; empty when there was none.',
    },
    'seconds-to-detect': {
      description:
        'Seconds from the first request that the new version could get until it was found bad; empty when it was not, and when it never had traffic.',
    },
    'seconds-to-restore': {
      description: 'Seconds from that finding until the listener was observed to send everything to the old version.',
    },
    plan: { description: 'The plan as JSON, also in a dry run.' },
  },
});

export type BlueGreenInputs = Inputs<typeof spec>;
export type BlueGreenOutput = OutputName<typeof spec>;

function serviceName() {
  return kinds.text({ pattern: /^[A-Za-z0-9_-]{1,255}$/, accepts: 'the name of an ECS service' });
}

function containerName() {
  return kinds.text({ pattern: /^[A-Za-z0-9_-]{1,255}$/, accepts: 'the name of a container' });
}

function imageByDigest() {
  return kinds.text({
    pattern: /^[A-Za-z0-9][A-Za-z0-9._:/-]*@sha256:[0-9a-f]{64}$/,
    accepts: 'an image by its digest: registry/name@sha256: and 64 hexadecimal digits; a tag can move, a digest cannot',
  });
}
