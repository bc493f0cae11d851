import type * as types from '@aws-sdk/client-ec2';
import { only } from '../admin-body.js';
import type { AdminCall, Ground } from '../contract.js';

/**
 * VPCs, subnets and security groups as they were told: `POST /_sluice/ec2/vpc`, `…/subnet`, `…/security-group`. EC2
 * gives ids of its own choice; whoever writes a seed has ids already, in services and workflows.
 */
export class Inventory {
  readonly vpcs = new Map<string, types.Vpc>();
  readonly subnets = new Map<string, types.Subnet>();
  readonly groups = new Map<string, types.SecurityGroup>();

  constructor(private readonly ground: Ground) {}

  readonly admin: Readonly<Record<string, AdminCall>> = {
    vpc: (body) => {
      only(body, ['VpcId', 'CidrBlock', 'IsDefault', 'Tags']);
      const id = idOf(body, 'VpcId', 'vpc-');
      this.vpcs.set(id, {
        VpcId: id,
        CidrBlock: textOf(body, 'CidrBlock') ?? '10.0.0.0/16',
        IsDefault: body.IsDefault === true,
        State: 'available',
        OwnerId: this.ground.accountId,
        DhcpOptionsId: 'dopt-0a1b2c3d4e5f60001',
        InstanceTenancy: 'default',
        Tags: tagsOf(body),
      });
      return { arn: this.ground.arn('ec2', `vpc/${id}`) };
    },

    subnet: (body) => {
      only(body, ['SubnetId', 'VpcId', 'CidrBlock', 'AvailabilityZone', 'MapPublicIpOnLaunch', 'Tags']);
      const id = idOf(body, 'SubnetId', 'subnet-');
      const zone = textOf(body, 'AvailabilityZone') ?? `${this.ground.region}a`;
      if (!zone.startsWith(this.ground.region)) throw new RangeError(`${zone} is not in ${this.ground.region}`);
      const arn = this.ground.arn('ec2', `subnet/${id}`);
      this.subnets.set(id, {
        SubnetId: id,
        SubnetArn: arn,
        VpcId: idOf(body, 'VpcId', 'vpc-'),
        CidrBlock: textOf(body, 'CidrBlock') ?? `10.0.${this.subnets.size}.0/24`,
        AvailabilityZone: zone,
        AvailableIpAddressCount: 251,
        DefaultForAz: false,
        MapPublicIpOnLaunch: body.MapPublicIpOnLaunch === true,
        AssignIpv6AddressOnCreation: false,
        State: 'available',
        OwnerId: this.ground.accountId,
        Tags: tagsOf(body),
      });
      return { arn };
    },

    'security-group': (body) => {
      only(body, ['GroupId', 'GroupName', 'Description', 'VpcId', 'Tags']);
      const id = idOf(body, 'GroupId', 'sg-');
      const arn = this.ground.arn('ec2', `security-group/${id}`);
      this.groups.set(id, {
        GroupId: id,
        SecurityGroupArn: arn,
        GroupName: textOf(body, 'GroupName') ?? id,
        Description: textOf(body, 'Description') ?? '',
        VpcId: idOf(body, 'VpcId', 'vpc-'),
        OwnerId: this.ground.accountId,
        IpPermissions: [],
        IpPermissionsEgress: [{ IpProtocol: '-1', IpRanges: [{ CidrIp: '0.0.0.0/0' }] }],
        Tags: tagsOf(body),
      });
      return { arn };
    },
  };
}

function textOf(body: Record<string, unknown>, name: string): string | undefined {
  const value = body[name];
  if (value === undefined || typeof value === 'string') return value;
  throw new RangeError(`${name} is a text`);
}

function idOf(body: Record<string, unknown>, name: string, prefix: string): string {
  const id = textOf(body, name) ?? '';
  if (!id.startsWith(prefix)) throw new RangeError(`${name} is an id that begins with ${prefix}, not '${id}'`);
  return id;
}

function tagsOf(body: Record<string, unknown>): types.Tag[] {
  const given = body.Tags ?? [];
  if (!Array.isArray(given)) throw new RangeError('Tags is a list of Key and Value');
  return given.map(({ Key, Value }: { Key?: unknown; Value?: unknown }) => ({
    Key: String(Key),
    Value: String(Value),
  }));
}
