import type { CapacityShare } from '../ecs/capacity-share.js';
import type { InputSpecs } from './action-spec.js';
import { duration } from './duration.js';
import { words } from './for-container.js';
import { httpStatuses } from './http-status.js';
import { type Kind, read, wrong } from './kind.js';
import { headers, lines } from './lists.js';
import { needs, rule } from './rules.js';
import { flag, integer, oneOf, text, url } from './scalars.js';

/** How one service is rolled out. */
export const rollingInputs = {
  'desired-count': {
    kind: integer({ min: 1, max: 10_000 }),
    description:
      'How many tasks the service is to run. Without it the number stays as it is, so that what autoscaling has decided is not reset.',
  },
  'minimum-healthy-percent': {
    kind: integer({ min: 0, max: 100 }),
    description:
      'How many tasks must keep running while the service is updated, in percent of the desired count. Without it the setting of the service stays.',
  },
  'maximum-percent': {
    kind: integer({ min: 100, max: 400 }),
    description:
      'How many tasks may run at once while the service is updated, in percent of the desired count. Without it the setting of the service stays.',
  },
  'circuit-breaker': {
    kind: oneOf('rollback', 'stop', 'off'),
    description:
      "ECS's own deployment circuit breaker: `rollback`, `stop` (ECS ends the deployment and rolls nothing back) or `off`. Without it the setting of the service stays. The action finds failing tasks by itself, whatever this says.",
  },
  'deployment-alarms': {
    kind: lines({ of: 'alarm name', max: 100 }),
    description:
      'CloudWatch alarms by which ECS itself rolls the deployment back, one name per line, or `off`. Without it the setting of the service stays.',
  },
  'capacity-provider-strategy': {
    kind: capacityShares(),
    description:
      'Where the tasks run, one capacity provider per line with its weight and base: `FARGATE weight=1 base=1`. Without it the strategy of the service stays.',
  },
  'force-new-deployment': {
    kind: flag(),
    preset: 'false',
    description: 'Start all tasks anew also when nothing differs, for example because an image tag has moved.',
  },
  'run-before': {
    kind: words(),
    verbatim: true,
    description:
      'A command that must succeed before the service is updated, such as a migration: a JSON list such as `["npm", "run", "migrate"]`, or `container=[…]` per line. It runs once as a task of the new task definition, in the network and on the capacity of the service. When it fails, the service is not touched.',
  },
  'run-after': {
    kind: words(),
    verbatim: true,
    description:
      'A command that must succeed after the rollout, written like `run-before`. When it fails, the service goes back.',
  },
  'run-timeout': {
    kind: duration({ minMs: 1_000, maxMs: 21_600_000 }),
    preset: '15m',
    description: 'How long each of these tasks may take; then it is stopped, and has failed.',
  },
  bake: {
    kind: duration({ maxMs: 86_400_000 }),
    preset: '30s',
    description:
      'How long the new version must stay healthy after ECS has called the deployment successful: all tasks run, targets are healthy, and nothing of `alarms`, `probe` and `queries` speaks against it. `0s` ends at once, without looking at them.',
  },
  alarms: {
    kind: lines({ of: 'alarm name', max: 100 }),
    description:
      'CloudWatch alarms that speak for the new version in the bake, one name per line. One that goes to ALARM rolls back. One that is missing or in ALARM before the start refuses the deployment; one without data is warned of.',
  },
  probe: {
    kind: url(),
    description: 'A URL that the service must answer in the bake.',
  },
  'probe-headers': { kind: headers(), description: 'Headers sent with the probe, `Name: value` per line.' },
  'probe-status': {
    kind: httpStatuses(),
    preset: '200',
    description: 'The status codes that the probe takes for healthy, such as `200`, `200-299` or `200,204`.',
  },
  'probe-body': { kind: text(), description: 'A text that the answer to the probe must contain.' },
  'probe-timeout': {
    kind: duration({ minMs: 100, maxMs: 60_000 }),
    preset: '5s',
    description: 'How long one probe may take.',
  },
  'fail-after': {
    kind: integer({ min: 1, max: 100 }),
    preset: '3',
    description:
      'So many tasks of the new version that fail for the same reason end the deployment, long before `timeout`.',
  },
  'unhealthy-limit': {
    kind: integer({ min: 1, max: 1_000 }),
    preset: '2',
    description:
      'So many looks in a row must find the targets unhealthy in the bake. An alarm in ALARM counts at the first.',
  },
  'unknown-limit': {
    kind: duration({ minMs: 1_000, maxMs: 3_600_000 }),
    preset: '1m',
    description:
      'How long the evidence may stay away in the bake before the new version is rolled back. No evidence is never taken for health.',
  },
  timeout: {
    kind: duration({ minMs: 1_000, maxMs: 86_400_000 }),
    preset: '30m',
    description: 'How long everything may take, the bake included. The end is looked at once more before it counts.',
  },
  'poll-interval': {
    kind: duration({ minMs: 100, maxMs: 300_000 }),
    preset: '5s',
    description: 'How often the service and the evidence are looked at.',
  },
  'on-failure': {
    kind: oneOf('rollback', 'leave', 'rollback-all', 'rollback-failed', 'continue'),
    preset: 'rollback',
    description:
      'What to do with a deployment that is found bad, or is not complete in time: `rollback` goes back to what the last deployment that succeeded had deployed, `leave` leaves it as it is. Either way the step fails. Of several `services`, `rollback` and `rollback-all` take all of them back, `rollback-failed` only the bad one and begins no further one, `continue` goes on with those that do not depend on it; with `leave` no further one is begun.',
  },
  'on-cancel': {
    kind: oneOf('rollback', 'stop', 'leave'),
    preset: 'rollback',
    description:
      'What to do when the workflow is cancelled: `rollback` goes back, `stop` ends the deployment where it is, `leave` lets it go on unwatched.',
  },
  'when-busy': {
    kind: oneOf('wait', 'replace', 'fail'),
    preset: 'wait',
    description:
      'What to do while somebody else deploys to the service: `wait` for the end of it (within `timeout`), `replace` it, or `fail` at once.',
  },
  'when-locked': {
    kind: oneOf('fail', 'wait'),
    preset: 'fail',
    description:
      'What to do while another run of this action holds the lock: `fail` at once, or `wait` for it (within `timeout`).',
  },
  'log-lines': {
    kind: integer({ min: 0, max: 1_000 }),
    preset: '20',
    description: 'How many of the last log lines of a task that stopped are put into the job summary.',
  },
  force: {
    kind: text(),
    description:
      'A reason to deploy although an alarm or a query is bad already. Without it such a deployment is refused, and a fix could not be shipped with it.',
  },
  preflight: {
    kind: flag(),
    preset: 'true',
    description:
      'Look first at everything that the deployment will need (images, roles, secrets, log groups, network), and refuse it with all that is wrong before anything is registered. A right that is missing for a look is a warning.',
  },
} as const satisfies InputSpecs;

/** What must hold between them. */
export const rollingRules = [
  needs('probe-headers', 'probe'),
  needs('probe-body', 'probe'),
  rule(['timeout', 'bake'], '`timeout` leaves time for the `bake`.', (values: { timeout: number; bake: number }) =>
    values.timeout > values.bake ? undefined : 'is over before the bake is: make it longer, or the bake shorter',
  ),
  rule(
    ['bake', 'alarms', 'probe'],
    'With `alarms` or a `probe` there is a `bake` to look at them in.',
    (values: { bake: number }, has) =>
      values.bake === 0 && (has('alarms') || has('probe'))
        ? 'is 0, so the alarms and the probe would never be looked at: give it a time, or take them out'
        : undefined,
  ),
  rule(
    ['maximum-percent', 'minimum-healthy-percent'],
    '`maximum-percent` and `minimum-healthy-percent` leave room to replace a task.',
    (values: { maximumPercent: number | undefined; minimumHealthyPercent: number | undefined }) =>
      values.maximumPercent === 100 && values.minimumHealthyPercent === 100
        ? 'is 100 like minimum-healthy-percent: no task could ever be replaced'
        : undefined,
  ),
];

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CapacityProviderStrategyItem.html */
function capacityShares(): Kind<readonly CapacityShare[], readonly CapacityShare[]> {
  return {
    label: 'capacity providers',
    accepts:
      'one capacity provider per line with its weight (0 to 1000) and base (0 to 100000), such as FARGATE_SPOT weight=4 base=1',
    absent: [],
    read: (given) => {
      const shares: CapacityShare[] = [];
      for (const line of given
        .split(/\r?\n/)
        .map((text) => text.trim())
        .filter((text) => text !== '')) {
        const [name = '', ...rest] = line.split(/[\s,]+/);
        if (!/^[A-Za-z0-9_-]{1,255}$/.test(name))
          return wrong(`has a line ${JSON.stringify(line)} that begins with no capacity provider`);
        if (shares.some(({ capacityProvider }) => capacityProvider === name)) return wrong(`names ${name} twice`);
        const share: { capacityProvider: string; weight?: number; base?: number } = { capacityProvider: name };
        for (const part of rest) {
          const found = /^(?<key>weight|base)=(?<value>\d{1,6})$/.exec(part)?.groups;
          const most = found?.key === 'weight' ? 1_000 : 100_000;
          if (found === undefined || Number(found.value) > most)
            return wrong(`has ${JSON.stringify(part)} for ${name}, which is neither weight=0…1000 nor base=0…100000`);
          share[found.key as 'weight' | 'base'] = Number(found.value);
        }
        shares.push(share);
      }
      if (shares.filter(({ base = 0 }) => base > 0).length > 1)
        return wrong('has a base for more than one capacity provider; ECS takes one');
      if (shares.length > 20) return wrong('names more than 20 capacity providers');
      return read(shares);
    },
  };
}
