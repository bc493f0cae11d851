import type {
  CreateTargetGroupInput,
  DeleteTargetGroupInput,
  TargetGroup as Described,
  DescribeTargetGroupAttributesInput,
  DescribeTargetGroupsInput,
  ModifyTargetGroupAttributesInput,
  ModifyTargetGroupInput,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import { AwsError, type Operation } from '../contract.js';
import { attributeList, defaultAttributes, modifyAttributes } from './attributes.js';
import { checkedHealthCheck } from './checks.js';
import type { Control } from './control.js';
import { checkTargetGroupName, invalid, newId } from './names.js';
import { page } from './paging.js';
import type { State, TargetGroup } from './state.js';
import { putTags } from './tags.js';
import { TargetPool } from './target-pool.js';

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-target-groups.html */
export function targetGroupOperations(control: Control): Record<string, Operation> {
  const { ground, state } = control;
  return {
    CreateTargetGroup(input: CreateTargetGroupInput) {
      const name = input.Name ?? '';
      checkTargetGroupName(name);
      const created = newGroup(control, input);
      const known = [...state.targetGroups.values()].find((one) => one.name === name);
      if (known !== undefined) {
        if (!isSame(known, created)) {
          const why = `A target group with the same name '${name}' exists, but with different settings`;
          throw new AwsError('DuplicateTargetGroupName', why);
        }
        return { TargetGroups: [described(state, known)] };
      }
      putTags(state, created.arn, input.Tags ?? []);
      state.targetGroups.set(created.arn, created);
      ground.note(`target group ${name} was made`);
      return { TargetGroups: [described(state, created)] };
    },

    DescribeTargetGroups(input: DescribeTargetGroupsInput) {
      const { items, NextMarker } = page(chosen(state, input), input);
      return { TargetGroups: items.map((one) => described(state, one)), NextMarker };
    },

    ModifyTargetGroup(input: ModifyTargetGroupInput) {
      const group = state.targetGroup(input.TargetGroupArn ?? '');
      Object.assign(group.check, checkedHealthCheck(input, group.check));
      group.pool.settingsChanged();
      return { TargetGroups: [described(state, group)] };
    },

    /** One that does not exist is deleted already: the call succeeds. */
    DeleteTargetGroup(input: DeleteTargetGroupInput) {
      const arn = input.TargetGroupArn ?? '';
      const group = state.targetGroups.get(arn);
      if (group === undefined) return {};
      if (state.usersOf(arn).length > 0) {
        throw new AwsError('ResourceInUse', `Target group '${arn}' is currently in use by a listener or a rule`);
      }
      group.pool.stop();
      state.targetGroups.delete(arn);
      state.tags.delete(arn);
      return {};
    },

    DescribeTargetGroupAttributes(input: DescribeTargetGroupAttributesInput) {
      return { Attributes: attributeList(state.targetGroup(input.TargetGroupArn ?? '').attributes) };
    },

    ModifyTargetGroupAttributes(input: ModifyTargetGroupAttributesInput) {
      const group = state.targetGroup(input.TargetGroupArn ?? '');
      modifyAttributes('target group', group.attributes, input.Attributes ?? []);
      group.pool.settingsChanged();
      return { Attributes: attributeList(group.attributes) };
    },
  };
}

function newGroup(control: Control, input: CreateTargetGroupInput): TargetGroup {
  const { ground } = control;
  const { TargetType: targetType = 'instance', Protocol: protocol, Port: port, VpcId: vpcId } = input;
  if (targetType !== 'instance' && targetType !== 'ip') {
    throw new AwsError('InvalidConfigurationRequest', `Target groups of type '${targetType}' are not supported here`);
  }
  if (protocol === undefined) throw invalid('A protocol must be specified');
  if (protocol !== 'HTTP' && protocol !== 'HTTPS') {
    throw new AwsError(
      'InvalidConfigurationRequest',
      `Target groups with protocol '${protocol}' are not supported here`,
    );
  }
  if (port === undefined) throw invalid('A port must be specified');
  if (port < 1 || port > 65_535) throw invalid(`Target group port '${port}' must be between 1 and 65535`);
  if (vpcId === undefined) throw invalid('A VPC ID must be specified');
  const version = input.ProtocolVersion ?? 'HTTP1';
  if (version !== 'HTTP1') {
    throw new AwsError('InvalidConfigurationRequest', `Protocol version '${version}' is not supported here`);
  }
  const settings = { check: checkedHealthCheck(input), attributes: defaultAttributes('target group') };
  const group: TargetGroup = {
    arn: ground.arn('elasticloadbalancing', `targetgroup/${input.Name}/${newId()}`),
    name: input.Name ?? '',
    protocol,
    protocolVersion: version,
    port,
    vpcId,
    targetType,
    ipAddressType: input.IpAddressType ?? 'ipv4',
    ...settings,
    pool: new TargetPool(ground, settings, () => control.reportHosts(group)),
  };
  return group;
}

function isSame(a: TargetGroup, b: TargetGroup): boolean {
  const settings = ({ protocol, port, vpcId, targetType, ipAddressType, check }: TargetGroup) =>
    JSON.stringify([protocol, port, vpcId, targetType, ipAddressType, check]);
  return settings(a) === settings(b);
}

function chosen(state: State, input: DescribeTargetGroupsInput): TargetGroup[] {
  const { LoadBalancerArn: lb, TargetGroupArns: arns = [], Names: names = [] } = input;
  const ways = [lb !== undefined, arns.length > 0, names.length > 0].filter(Boolean).length;
  if (ways > 1)
    throw invalid('Target groups can be described by load balancer, by ARN, or by name, not several ways at once');
  const all = [...state.targetGroups.values()];
  if (lb !== undefined) {
    const loadBalancer = state.loadBalancer(lb);
    return all.filter((group) => state.usersOf(group.arn).includes(loadBalancer));
  }
  if (arns.length > 0) return arns.map((arn) => state.targetGroup(arn));
  if (names.length === 0) return all;
  if (names.some((name) => !all.some((group) => group.name === name))) {
    throw new AwsError('TargetGroupNotFound', 'One or more target groups not found');
  }
  return all.filter(({ name }) => names.includes(name));
}

function described(state: State, group: TargetGroup): Described {
  const { check } = group;
  return {
    TargetGroupArn: group.arn,
    TargetGroupName: group.name,
    Protocol: group.protocol as 'HTTP',
    ProtocolVersion: group.protocolVersion,
    Port: group.port,
    VpcId: group.vpcId,
    HealthCheckProtocol: check.protocol as 'HTTP',
    HealthCheckPort: check.port,
    HealthCheckEnabled: true,
    HealthCheckIntervalSeconds: check.intervalSeconds,
    HealthCheckTimeoutSeconds: check.timeoutSeconds,
    HealthyThresholdCount: check.healthyThreshold,
    UnhealthyThresholdCount: check.unhealthyThreshold,
    HealthCheckPath: check.path,
    Matcher: { HttpCode: check.matcher },
    LoadBalancerArns: state.usersOf(group.arn).map(({ arn }) => arn),
    TargetType: group.targetType,
    IpAddressType: group.ipAddressType as 'ipv4',
  };
}
