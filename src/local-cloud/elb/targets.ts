import { isIP } from 'node:net';
import type {
  DeregisterTargetsInput,
  DescribeTargetHealthInput,
  RegisterTargetsInput,
  TargetDescription,
  TargetHealthDescription,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import type { Operation, Target } from '../contract.js';
import type { Control } from './control.js';
import { invalid } from './names.js';
import type { RegisteredTarget } from './registered-target.js';
import type { TargetGroup } from './state.js';

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-register-targets.html */
export function targetOperations({ state }: Control): Record<string, Operation> {
  return {
    RegisterTargets(input: RegisterTargetsInput) {
      const group = state.targetGroup(input.TargetGroupArn ?? '');
      const targets = checkedTargets(group, input.Targets);
      for (const { target, zone } of targets) group.pool.register(target, zone);
      return {};
    },

    /** Answers at once; the targets drain. One that is not registered is no error. */
    DeregisterTargets(input: DeregisterTargetsInput) {
      const group = state.targetGroup(input.TargetGroupArn ?? '');
      for (const { target } of checkedTargets(group, input.Targets)) void group.pool.deregister(target);
      return {};
    },

    DescribeTargetHealth(input: DescribeTargetHealthInput) {
      const group = state.targetGroup(input.TargetGroupArn ?? '');
      if (input.Targets === undefined || input.Targets.length === 0) {
        return { TargetHealthDescriptions: group.pool.all.map((target) => described(group, target)) };
      }
      const asked = checkedTargets(group, input.Targets).map(({ target }) => {
        const known = group.pool.find(target);
        return known === undefined ? notRegistered(group, target) : described(group, known);
      });
      return { TargetHealthDescriptions: asked };
    },
  };
}

function checkedTargets(group: TargetGroup, targets: readonly TargetDescription[] | undefined) {
  if (targets === undefined || targets.length === 0) throw invalid('You must specify at least one target');
  return targets.map(({ Id: id = '', Port: port = group.port, AvailabilityZone: zone }) => {
    if (group.targetType === 'ip' && isIP(id) === 0)
      throw invalid(`The IP address '${id}' is not a valid IPv4 address`);
    if (group.targetType === 'ip' && !isPrivate(id)) {
      throw invalid(
        `The IP address '${id}' must be in a private range to be registered with target group '${group.arn}'`,
      );
    }
    if (group.targetType === 'instance' && !/^i-[0-9a-z]+$/.test(id)) throw invalid(`Instance ID '${id}' is not valid`);
    if (port < 1 || port > 65_535) throw invalid(`Target port '${port}' must be between 1 and 65535`);
    return { target: { id, port }, zone };
  });
}

/** RFC 1918 and RFC 6598 as on AWS, and loopback, which AWS has not: local processes may be targets as they stand. */
function isPrivate(ip: string): boolean {
  return (
    /^(10\.|127\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.)/.test(ip) ||
    ip.includes(':')
  );
}

function described(group: TargetGroup, target: RegisteredTarget): TargetHealthDescription {
  const zone = target.availabilityZone === undefined ? {} : { AvailabilityZone: target.availabilityZone };
  return {
    Target: { Id: target.id, Port: target.port, ...zone },
    HealthCheckPort: group.check.port === 'traffic-port' ? String(target.port) : group.check.port,
    TargetHealth: {
      State: target.state,
      ...(target.reason === undefined ? {} : { Reason: target.reason as 'Target.Timeout' }),
      ...(target.description === undefined ? {} : { Description: target.description }),
    },
  };
}

function notRegistered(group: TargetGroup, target: Target): TargetHealthDescription {
  return {
    Target: { Id: target.id, Port: target.port },
    HealthCheckPort: group.check.port === 'traffic-port' ? String(target.port) : group.check.port,
    TargetHealth: {
      State: 'unused',
      Reason: 'Target.NotRegistered',
      Description: 'Target is not registered to the target group',
    },
  };
}
