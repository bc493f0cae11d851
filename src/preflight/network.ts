import type { SubnetSeen, TargetGroupSeen } from '../ports/preflight.js';
import { type Answer, answer, notChecked } from './answer.js';
import { check, error, type Said, type Subject, warning } from './check.js';
import { shortArn } from './containers.js';

/** Subnets, security groups and target groups: all there, and all of one VPC. */

interface Facts {
  readonly subnets: Answer<readonly SubnetSeen[]>;
  readonly securityGroups: Answer<readonly { readonly id: string; readonly vpc: string }[]>;
  readonly targetGroups: Answer<readonly TargetGroupSeen[]>;
}

export const network = check<Facts>({
  name: 'network',
  holds:
    'the subnets, security groups and target groups of the service exist, are of one VPC, and the target type goes with the network mode',
  needs: ['definition', 'service'],
  actions: ['ec2:DescribeSubnets', 'ec2:DescribeSecurityGroups', 'elasticloadbalancing:DescribeTargetGroups'],
  async read(subject, { network: reader }) {
    const { subnets, securityGroups, targetGroups } = wantedOf(subject);
    const [one, two, three] = await Promise.all([
      answer(async () => (subnets.length === 0 ? [] : reader.subnets(subnets))),
      answer(async () => (securityGroups.length === 0 ? [] : reader.securityGroups(securityGroups))),
      answer(async () => (targetGroups.length === 0 ? [] : reader.targetGroups(targetGroups))),
    ]);
    return { subnets: one, securityGroups: two, targetGroups: three };
  },
  judge(subject, facts) {
    if (subject.serviceSeen === undefined) return [];
    return [
      ...judgeMode(subject),
      ...judgeSubnets(subject, facts.subnets),
      ...judgeSecurityGroups(subject, facts.securityGroups),
      ...judgeTargetGroups(subject, facts.targetGroups),
      ...judgeVpcs(subject, facts),
    ];
  },
});

function wantedOf({ serviceSeen }: Pick<Subject, 'serviceSeen'>) {
  const arns = (serviceSeen?.loadBalancers ?? []).map(({ arn }) => arn).filter((arn) => arn !== '');
  return {
    subnets: serviceSeen?.network?.subnets ?? [],
    securityGroups: serviceSeen?.network?.securityGroups ?? [],
    targetGroups: [...new Set(arns)],
  };
}

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_UpdateService.html (networkConfiguration) */
function judgeMode({ parts, service, serviceSeen }: Subject): Said[] {
  const isAwsvpc = parts.networkMode === 'awsvpc';
  if (isAwsvpc && serviceSeen?.network === undefined) {
    return [error(`networkMode is awsvpc, and service ${service} has no networkConfiguration: it needs subnets`)];
  }
  if (!isAwsvpc && serviceSeen?.network !== undefined) {
    return [
      error(
        `service ${service} has a networkConfiguration, and networkMode of the task definition is ${parts.networkMode}: only awsvpc goes with it`,
      ),
    ];
  }
  return [];
}

function judgeSubnets(subject: Subject, found: Answer<readonly SubnetSeen[]>): Said[] {
  const wanted = wantedOf(subject).subnets;
  if ('unread' in found)
    return [notChecked(`subnets ${wanted.join(', ')} of service ${subject.service}`, found.unread)];
  return wanted.flatMap((id) => {
    const subnet = found.seen.find((candidate) => candidate.id === id);
    if (subnet === undefined) return [error(`subnet ${id} of service ${subject.service} does not exist`)];
    return subnet.freeAddresses > 0
      ? []
      : [warning(`subnet ${id} of service ${subject.service} has no free address: no task can start in it`)];
  });
}

function judgeSecurityGroups(subject: Subject, found: Answer<readonly { readonly id: string }[]>): Said[] {
  const wanted = wantedOf(subject).securityGroups;
  if ('unread' in found) {
    return [notChecked(`security groups ${wanted.join(', ')} of service ${subject.service}`, found.unread)];
  }
  return wanted
    .filter((id) => !found.seen.some((group) => group.id === id))
    .map((id) => error(`security group ${id} of service ${subject.service} does not exist`));
}

/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/alb.html: tasks of their own address are targets by IP. */
function judgeTargetGroups(subject: Subject, found: Answer<readonly TargetGroupSeen[]>): Said[] {
  const { parts, service } = subject;
  const wanted = wantedOf(subject).targetGroups;
  if ('unread' in found) return [notChecked(`target groups of service ${service}`, found.unread)];
  return wanted.flatMap((arn) => {
    const group = found.seen.find((candidate) => candidate.arn === arn);
    const what = `target group ${shortArn(arn)} of service ${service}`;
    if (group === undefined) return [error(`${what} does not exist`)];
    const fitting = parts.networkMode === 'awsvpc' ? 'ip' : 'instance';
    const findings: Said[] = [];
    if (group.targetType !== fitting) {
      findings.push(
        error(`${what} has the target type ${group.targetType}, and networkMode ${parts.networkMode} needs ${fitting}`),
      );
    }
    if (!group.hasLoadBalancer) {
      findings.push(error(`${what} is not behind a load balancer: no listener or rule leads to it`));
    }
    return findings;
  });
}

function judgeVpcs(subject: Subject, { subnets, securityGroups, targetGroups }: Facts): Said[] {
  const placed = [
    ...seenOf(subnets).map(({ id, vpc }) => ({ what: `subnet ${id}`, vpc })),
    ...seenOf(securityGroups).map(({ id, vpc }) => ({ what: `security group ${id}`, vpc })),
    ...seenOf(targetGroups).map(({ arn, vpc }) => ({ what: `target group ${shortArn(arn)}`, vpc })),
  ].filter(({ vpc }) => vpc !== '');
  const [first] = placed;
  const strangers = placed.filter(({ vpc }) => vpc !== first?.vpc);
  if (first === undefined || strangers.length === 0) return [];
  const others = strangers.map(({ what, vpc }) => `${what} in ${vpc}`).join(', ');
  return [error(`service ${subject.service} spans several VPCs: ${first.what} is in ${first.vpc}, ${others}`)];
}

const seenOf = <T>(found: Answer<readonly T[]>): readonly T[] => ('seen' in found ? found.seen : []);
