import type { SeedKind } from './seed-kinds.js';

/** Request members that hold an ARN, and which kind of seeded resource it is. */
const kindByMember: Readonly<Record<string, SeedKind>> = {
  targetgrouparn: 'targetGroups',
  targetgrouparns: 'targetGroups',
  loadbalancerarn: 'loadBalancers',
  loadbalancerarns: 'loadBalancers',
  listenerarn: 'listeners',
  listenerarns: 'listeners',
  productionlistenerrule: 'rules',
  testlistenerrule: 'rules',
  alternatetargetgrouparn: 'targetGroups',
  policyarn: 'policies',
};

/** Metric dimensions whose value is the end of an ARN: https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-cloudwatch-metrics.html#load-balancer-metric-dimensions-alb */
const dimensions: Readonly<Record<string, { kind: SeedKind; valueOf: (arn: string) => string }>> = {
  TargetGroup: { kind: 'targetGroups', valueOf: (arn) => arn.slice(arn.lastIndexOf(':') + 1) },
  LoadBalancer: { kind: 'loadBalancers', valueOf: (arn) => arn.slice(arn.indexOf(':loadbalancer/') + 14) },
};

/** Names of what the seeds created so far; puts ARNs where an entry says a name. */
export class SeedNames {
  private readonly arns = new Map<SeedKind, Map<string, string>>();

  add(kind: SeedKind, name: string, arn: string): void {
    const known = this.arns.get(kind) ?? new Map<string, string>();
    known.set(name, arn);
    this.arns.set(kind, known);
  }

  resolve(entry: unknown): { value: unknown; problems: string[] } {
    const problems: string[] = [];
    return { value: this.walk(entry, undefined, problems), problems };
  }

  private walk(value: unknown, kind: { member: string; kind: SeedKind } | undefined, problems: string[]): unknown {
    if (typeof value === 'string')
      return kind === undefined ? value : this.arn(kind.member, kind.kind, value, problems);
    if (Array.isArray(value)) return value.map((item) => this.walk(item, kind, problems));
    if (typeof value !== 'object' || value === null) return value;
    const { Name: name, Value: given } = value as Readonly<Record<string, unknown>>;
    const dimension = typeof name === 'string' ? dimensions[name] : undefined;
    if (dimension !== undefined && typeof given === 'string' && !given.includes('/')) {
      const arn = this.arn(`dimension ${name}`, dimension.kind, given, problems);
      return { ...value, Value: dimension.valueOf(arn) };
    }
    return Object.fromEntries(
      Object.entries(value).map(([member, item]) => {
        const wanted = kindByMember[member.toLowerCase()];
        return [member, this.walk(item, wanted === undefined ? undefined : { member, kind: wanted }, problems)];
      }),
    );
  }

  private arn(member: string, kind: SeedKind, value: string, problems: string[]): string {
    if (value.startsWith('arn:')) return value;
    const known = this.arns.get(kind);
    const arn = known?.get(value);
    if (arn !== undefined) return arn;
    const names = [...(known?.keys() ?? [])].join(', ') || 'none';
    problems.push(`${member} is ${value}, which no seed has created; ${kind} so far: ${names}`);
    return value;
  }
}
