import type {
  CreateLoadBalancerInput,
  DeleteLoadBalancerInput,
  LoadBalancer as Described,
  DescribeLoadBalancerAttributesInput,
  DescribeLoadBalancersInput,
  ModifyLoadBalancerAttributesInput,
  SetSecurityGroupsInput,
  SetSubnetsInput,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import { AwsError, type Operation } from '../contract.js';
import { attributeList, defaultAttributes, modifyAttributes } from './attributes.js';
import type { Control } from './control.js';
import { closeListener } from './listeners.js';
import { checkLoadBalancerName, invalid, newId } from './names.js';
import { page } from './paging.js';
import type { LoadBalancer, State } from './state.js';
import { putTags } from './tags.js';

/** `provisioning` lasts so long (cloud time); a minute or more on AWS. */
const provisioningMs = 2_000;

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/application/application-load-balancers.html */
export function loadBalancerOperations(control: Control): Record<string, Operation> {
  const { ground, state } = control;
  return {
    CreateLoadBalancer(input: CreateLoadBalancerInput) {
      const name = input.Name ?? '';
      checkLoadBalancerName(name);
      if (input.Type !== undefined && input.Type !== 'application') {
        throw new AwsError(
          'InvalidConfigurationRequest',
          `Load balancers of type '${input.Type}' are not supported here`,
        );
      }
      const subnets = subnetsOf(input);
      const known = [...state.loadBalancers.values()].find((one) => one.name === name);
      if (known !== undefined) {
        if (!isSame(known, input, subnets)) {
          const why = `A load balancer with the same name '${name}' exists, but with different settings`;
          throw new AwsError('DuplicateLoadBalancerName', why);
        }
        return { LoadBalancers: [described(known, ground.region)] };
      }
      const id = newId();
      const scheme = input.Scheme ?? 'internet-facing';
      const digits = String(Math.floor(Math.random() * 1e10)).padStart(10, '1');
      const created: LoadBalancer = {
        arn: ground.arn('elasticloadbalancing', `loadbalancer/app/${name}/${id}`),
        name,
        id,
        dnsName: `${scheme === 'internal' ? 'internal-' : ''}${name}-${digits}.${ground.region}.elb.amazonaws.com`,
        createdAtMs: ground.clock.now(),
        scheme,
        vpcId: 'vpc-00000000',
        state: 'provisioning',
        provisioning: undefined,
        subnets,
        securityGroups: input.SecurityGroups ?? [],
        ipAddressType: input.IpAddressType ?? 'ipv4',
        attributes: defaultAttributes('load balancer'),
      };
      putTags(state, created.arn, input.Tags ?? []);
      state.loadBalancers.set(created.arn, created);
      created.provisioning = ground.clock.after(provisioningMs, () => {
        created.state = 'active';
      });
      return { LoadBalancers: [described(created, ground.region)] };
    },

    DescribeLoadBalancers(input: DescribeLoadBalancersInput) {
      const { items, NextMarker } = page(chosen(state, input), input);
      return { LoadBalancers: items.map((one) => described(one, ground.region)), NextMarker };
    },

    /** One that does not exist is deleted already: the call succeeds. */
    async DeleteLoadBalancer(input: DeleteLoadBalancerInput) {
      const arn = input.LoadBalancerArn ?? '';
      if (!state.loadBalancers.has(arn)) return {};
      const loadBalancer = state.loadBalancer(arn);
      if (loadBalancer.attributes.get('deletion_protection.enabled') === 'true') {
        const why = `Load balancer '${arn}' cannot be deleted because deletion protection is enabled`;
        throw new AwsError('OperationNotPermitted', why);
      }
      for (const listener of state.listenersOf(loadBalancer)) await closeListener(control, listener);
      loadBalancer.provisioning?.cancel();
      state.loadBalancers.delete(arn);
      state.tags.delete(arn);
      return {};
    },

    DescribeLoadBalancerAttributes(input: DescribeLoadBalancerAttributesInput) {
      return { Attributes: attributeList(state.loadBalancer(input.LoadBalancerArn ?? '').attributes) };
    },

    ModifyLoadBalancerAttributes(input: ModifyLoadBalancerAttributesInput) {
      const loadBalancer = state.loadBalancer(input.LoadBalancerArn ?? '');
      modifyAttributes('load balancer', loadBalancer.attributes, input.Attributes ?? []);
      for (const listener of state.listenersOf(loadBalancer)) listener.socket.refresh();
      return { Attributes: attributeList(loadBalancer.attributes) };
    },

    SetSecurityGroups(input: SetSecurityGroupsInput) {
      const loadBalancer = state.loadBalancer(input.LoadBalancerArn ?? '');
      loadBalancer.securityGroups = input.SecurityGroups ?? [];
      return { SecurityGroupIds: loadBalancer.securityGroups };
    },

    SetSubnets(input: SetSubnetsInput) {
      const loadBalancer = state.loadBalancer(input.LoadBalancerArn ?? '');
      loadBalancer.subnets = subnetsOf(input);
      return {
        AvailabilityZones: zones(loadBalancer.subnets, ground.region),
        IpAddressType: loadBalancer.ipAddressType,
      };
    },
  };
}

function chosen(state: State, input: DescribeLoadBalancersInput): LoadBalancer[] {
  const all = [...state.loadBalancers.values()];
  const { LoadBalancerArns: arns = [], Names: names = [] } = input;
  if (arns.length > 0 && names.length > 0) throw invalid('You cannot specify both load balancer names and ARNs');
  if (arns.length > 20) throw invalid('Up to 20 load balancers can be described in a single call');
  if (arns.length > 0) return arns.map((arn) => state.loadBalancer(arn));
  if (names.length === 0) return all;
  const missing = names.filter((name) => !all.some((one) => one.name === name));
  if (missing.length > 0) {
    throw new AwsError('LoadBalancerNotFound', `Load balancers '[${missing.join(', ')}]' not found`);
  }
  return all.filter(({ name }) => names.includes(name));
}

/** Subnets need not exist here; the n-th is taken to lie in the n-th zone. */
function subnetsOf(input: Pick<CreateLoadBalancerInput, 'Subnets' | 'SubnetMappings'>): string[] {
  const { Subnets: subnets = [], SubnetMappings: mappings = [] } = input;
  if (subnets.length > 0 && mappings.length > 0)
    throw invalid('You can specify either subnets or subnet mappings, but not both');
  const ids = [...subnets, ...mappings.map(({ SubnetId }) => SubnetId ?? '')];
  if (ids.length === 0) throw invalid('You must specify subnets or subnet mappings');
  if (new Set(ids).size < 2)
    throw invalid('At least two subnets in two different Availability Zones must be specified');
  return ids;
}

function isSame(known: LoadBalancer, input: CreateLoadBalancerInput, subnets: readonly string[]): boolean {
  const set = (values: readonly string[]) => [...values].sort().join(' ');
  return (
    known.scheme === (input.Scheme ?? 'internet-facing') &&
    known.ipAddressType === (input.IpAddressType ?? 'ipv4') &&
    set(known.subnets) === set(subnets) &&
    set(known.securityGroups) === set(input.SecurityGroups ?? [])
  );
}

function zones(subnets: readonly string[], region: string) {
  return subnets.map((SubnetId, i) => ({
    ZoneName: `${region}${'abcdef'[i % 6]}`,
    SubnetId,
    LoadBalancerAddresses: [],
  }));
}

function described(one: LoadBalancer, region: string): Described {
  return {
    LoadBalancerArn: one.arn,
    DNSName: one.dnsName,
    CanonicalHostedZoneId: 'Z00000000000000000000',
    CreatedTime: new Date(one.createdAtMs),
    LoadBalancerName: one.name,
    Scheme: one.scheme,
    VpcId: one.vpcId,
    State: { Code: one.state },
    Type: 'application',
    AvailabilityZones: zones(one.subnets, region),
    SecurityGroups: one.securityGroups,
    IpAddressType: one.ipAddressType as 'ipv4',
  };
}
