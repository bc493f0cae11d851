import type * as types from '@aws-sdk/client-ec2';
import { AwsError, type CloudService, type Ground, type Subnets } from '../contract.js';
import * as sdk from '../sdk/ec2.js';
import { Inventory } from './inventory.js';
import { type Described, matching, type Values } from './matching.js';

/** EC2, as far as the network of a task goes: VPCs, subnets and security groups. https://docs.aws.amazon.com/AWSEC2/latest/APIReference/ */
export function createEc2(ground: Ground): CloudService & Subnets {
  const { vpcs, subnets, groups, admin } = new Inventory(ground);
  const missing = (known: ReadonlyMap<string, unknown>, ids: readonly string[]) =>
    known.size === 0 ? undefined : ids.find((id) => !known.has(id));
  return {
    id: 'ec2',
    sdk,
    wire: { protocol: 'ec2', apiVersion: '2016-11-15', namespace: 'http://ec2.amazonaws.com/doc/2016-11-15/' },
    signingName: 'ec2',
    operations: {
      DescribeVpcs: (input: types.DescribeVpcsRequest) => {
        const { items, nextToken } = matching(input, input.VpcIds, vpcs, ofVpcs);
        return { Vpcs: items, NextToken: nextToken };
      },
      DescribeSubnets: (input: types.DescribeSubnetsRequest) => {
        const { items, nextToken } = matching(input, input.SubnetIds, subnets, ofSubnets);
        return { Subnets: items, NextToken: nextToken };
      },
      DescribeSecurityGroups: (input: types.DescribeSecurityGroupsRequest) => {
        const named = input.GroupNames?.map((name) => idOfName(groups, name));
        const ids = input.GroupIds === undefined ? named : [...input.GroupIds, ...(named ?? [])];
        const { items, nextToken } = matching(input, ids, groups, ofGroups);
        return { SecurityGroups: items, NextToken: nextToken };
      },
    },
    admin,
    missingSubnet: (ids) => missing(subnets, ids),
    missingSecurityGroup: (ids) => missing(groups, ids),
    stop: async () => {},
  };
}

const one = (value: string | undefined): Values => (value === undefined ? [] : [value]);

const ofVpcs: Described<types.Vpc> = {
  prefix: 'vpc-',
  malformed: 'InvalidVpcID.Malformed',
  notFound: { code: 'InvalidVpcID.NotFound', message: (id) => `The vpc ID '${id}' does not exist` },
  filters: {
    'vpc-id': (vpc) => one(vpc.VpcId),
    'cidr-block-association.cidr-block': (vpc) => one(vpc.CidrBlock),
    cidr: (vpc) => one(vpc.CidrBlock),
    'is-default': (vpc) => [String(vpc.IsDefault ?? false)],
    state: (vpc) => one(vpc.State),
  },
};

const ofSubnets: Described<types.Subnet> = {
  prefix: 'subnet-',
  malformed: 'InvalidSubnetID.Malformed',
  notFound: { code: 'InvalidSubnetID.NotFound', message: (id) => `The subnet ID '${id}' does not exist` },
  filters: {
    'subnet-id': (subnet) => one(subnet.SubnetId),
    'vpc-id': (subnet) => one(subnet.VpcId),
    'availability-zone': (subnet) => one(subnet.AvailabilityZone),
    'cidr-block': (subnet) => one(subnet.CidrBlock),
    'map-public-ip-on-launch': (subnet) => [String(subnet.MapPublicIpOnLaunch ?? false)],
    state: (subnet) => one(subnet.State),
  },
};

const ofGroups: Described<types.SecurityGroup> = {
  prefix: 'sg-',
  malformed: 'InvalidGroupId.Malformed',
  notFound: { code: 'InvalidGroup.NotFound', message: (id) => `The security group '${id}' does not exist` },
  filters: {
    'group-id': (group) => one(group.GroupId),
    'group-name': (group) => one(group.GroupName),
    'vpc-id': (group) => one(group.VpcId),
    description: (group) => one(group.Description),
  },
};

function idOfName(groups: ReadonlyMap<string, types.SecurityGroup>, name: string): string {
  const found = [...groups.values()].find((group) => group.GroupName === name)?.GroupId;
  if (found !== undefined) return found;
  throw new AwsError('InvalidGroup.NotFound', `The security group '${name}' does not exist in default VPC`);
}
