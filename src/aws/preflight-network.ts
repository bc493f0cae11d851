import type { NetworkReader, TargetGroupSeen } from '../ports/preflight.js';
import { type ClientSettings, call, clientOptions, once } from './client.js';
import { isNotFound } from './errors.js';

export function createNetworkReader(settings: ClientSettings): NetworkReader {
  const sdk = once(() => import('./sdk/ec2.js'));
  const client = once(async () => new (await sdk()).EC2Client(clientOptions(settings)));

  async function targetGroups(arns: readonly string[]): Promise<readonly TargetGroupSeen[]> {
    const { DescribeTargetGroupsCommand, ElasticLoadBalancingV2Client } = await import('./sdk/target-groups.js');
    const elb = new ElasticLoadBalancingV2Client(clientOptions(settings));
    const answer = await call('elasticloadbalancing:DescribeTargetGroups', () =>
      elb.send(new DescribeTargetGroupsCommand({ TargetGroupArns: [...arns] })),
    ).catch((error: unknown) => {
      if (!isNotFound(error, 'TargetGroup')) throw error;
    });
    if (answer === undefined) {
      // One that is not there fails the call for all, and is not named.
      return arns.length === 1 ? [] : (await Promise.all(arns.map((arn) => targetGroups([arn])))).flat();
    }
    return (answer.TargetGroups ?? []).map(
      ({ TargetGroupArn = '', TargetType = '', VpcId = '', LoadBalancerArns = [] }) => ({
        arn: TargetGroupArn,
        targetType: TargetType,
        vpc: VpcId,
        hasLoadBalancer: LoadBalancerArns.length > 0,
      }),
    );
  }

  return {
    targetGroups,

    // Asked for by a filter: an id in the list that does not exist would fail the call for all.
    // https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeSubnets.html
    async subnets(ids) {
      const { DescribeSubnetsCommand } = await sdk();
      const ec2 = await client();
      const { Subnets = [] } = await call('ec2:DescribeSubnets', () =>
        ec2.send(new DescribeSubnetsCommand({ Filters: [{ Name: 'subnet-id', Values: [...ids] }] })),
      );
      return Subnets.map(({ SubnetId = '', VpcId = '', AvailableIpAddressCount = 0 }) => ({
        id: SubnetId,
        vpc: VpcId,
        freeAddresses: AvailableIpAddressCount,
      }));
    },

    async securityGroups(ids) {
      const { DescribeSecurityGroupsCommand } = await sdk();
      const ec2 = await client();
      const { SecurityGroups = [] } = await call('ec2:DescribeSecurityGroups', () =>
        ec2.send(new DescribeSecurityGroupsCommand({ Filters: [{ Name: 'group-id', Values: [...ids] }] })),
      );
      return SecurityGroups.map(({ GroupId = '', VpcId = '' }) => ({ id: GroupId, vpc: VpcId }));
    },
  };
}
