import {
  DescribeInstancesCommand,
  DescribeSecurityGroupsCommand,
  DescribeSubnetsCommand,
  DescribeVpcsCommand,
  EC2Client,
} from '@aws-sdk/client-ec2';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Cloud } from '../cloud.js';

let cloud: Cloud;
let ec2: EC2Client;

beforeAll(async () => {
  cloud = await Cloud.start();
  ec2 = new EC2Client({
    endpoint: cloud.endpoint,
    region: 'eu-west-1',
    credentials: { accessKeyId: 'AKIATEST', secretAccessKey: 'x' },
    maxAttempts: 1,
  });
  await cloud.sluice('ec2/vpc', { VpcId: 'vpc-1', Tags: [{ Key: 'Name', Value: 'shop & co' }] });
  for (const [SubnetId, AvailabilityZone] of [
    ['subnet-a', 'eu-west-1a'],
    ['subnet-b', 'eu-west-1b'],
  ]) {
    await cloud.sluice('ec2/subnet', { SubnetId, AvailabilityZone, VpcId: 'vpc-1' });
  }
  await cloud.sluice('ec2/security-group', { GroupId: 'sg-web', GroupName: 'web', VpcId: 'vpc-1' });
});

afterAll(async () => {
  ec2.destroy();
  await cloud.stop();
});

test('subnets are found by id and by filter', async () => {
  const { Subnets } = await ec2.send(new DescribeSubnetsCommand({ SubnetIds: ['subnet-b', 'subnet-a'] }));
  expect(Subnets?.map((each) => [each.SubnetId, each.VpcId, each.AvailabilityZone, each.State])).toEqual([
    ['subnet-b', 'vpc-1', 'eu-west-1b', 'available'],
    ['subnet-a', 'vpc-1', 'eu-west-1a', 'available'],
  ]);
  const found = await ec2.send(
    new DescribeSubnetsCommand({
      Filters: [
        { Name: 'vpc-id', Values: ['vpc-*'] },
        { Name: 'availability-zone', Values: ['eu-west-1a', 'eu-west-1c'] },
      ],
    }),
  );
  expect(found.Subnets).toMatchObject([{ SubnetId: 'subnet-a', MapPublicIpOnLaunch: false }]);
});

test('security groups and VPCs come with their tags', async () => {
  const { SecurityGroups } = await ec2.send(new DescribeSecurityGroupsCommand({ GroupIds: ['sg-web'] }));
  expect(SecurityGroups).toMatchObject([
    { GroupId: 'sg-web', GroupName: 'web', VpcId: 'vpc-1', IpPermissionsEgress: [{ IpProtocol: '-1' }] },
  ]);
  const { Vpcs } = await ec2.send(new DescribeVpcsCommand({ Filters: [{ Name: 'tag:Name', Values: ['shop & co'] }] }));
  expect(Vpcs).toMatchObject([{ VpcId: 'vpc-1', Tags: [{ Key: 'Name', Value: 'shop & co' }] }]);
});

test.each([
  ['a subnet that is not there', new DescribeSubnetsCommand({ SubnetIds: ['subnet-x'] }), 'InvalidSubnetID.NotFound'],
  ['what is no subnet', new DescribeSubnetsCommand({ SubnetIds: ['sg-web'] }), 'InvalidSubnetID.Malformed'],
  [
    'a filter that there is not',
    new DescribeSubnetsCommand({ Filters: [{ Name: 'colour', Values: ['x'] }] }),
    'InvalidParameterValue',
  ],
  ['a group that is not there', new DescribeSecurityGroupsCommand({ GroupIds: ['sg-x'] }), 'InvalidGroup.NotFound'],
  ['an operation that is not here', new DescribeInstancesCommand({}), 'InvalidAction'],
])('%s is refused in the words of EC2', async (_what, command, name) => {
  await expect(ec2.send(command as DescribeSubnetsCommand)).rejects.toMatchObject({ name });
});

test.each([
  ['throttle', 'RequestLimitExceeded'],
  ['deny', 'UnauthorizedOperation'],
  ['error', 'InternalError'],
])('the fault %s is %s', async (fault, name) => {
  await cloud.sluice(fault, { operation: 'ec2:DescribeSubnets' });
  await expect(ec2.send(new DescribeSubnetsCommand({}))).rejects.toMatchObject({ name });
  await cloud.sluice('clear-faults');
});
