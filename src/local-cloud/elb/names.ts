import { randomBytes } from 'node:crypto';
import { AwsError } from '../contract.js';

/** Names and ARNs. https://docs.aws.amazon.com/elasticloadbalancing/latest/userguide/load-balancer-authentication-access-control.html */

/** 16 hexadecimal digits, as load balancers, target groups, listeners and rules have them. */
export function newId(): string {
  return randomBytes(8).toString('hex');
}

/** `app/name/id` of a load balancer's ARN, `targetgroup/name/id` of a target group's: CloudWatch's dimension values. */
export function dimensionOf(arn: string): string {
  const resource = arn.split(':').slice(5).join(':');
  return resource.startsWith('loadbalancer/') ? resource.slice('loadbalancer/'.length) : resource;
}

/** @throws AwsError `ValidationError` https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateLoadBalancer.html */
export function checkLoadBalancerName(name: string): void {
  checkName('The load balancer name', name);
  if (name.startsWith('internal-')) {
    throw invalid(`The load balancer name '${name}' cannot begin with 'internal-'`);
  }
}

/** @throws AwsError `ValidationError` https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateTargetGroup.html */
export function checkTargetGroupName(name: string): void {
  checkName('Target group name', name);
}

function checkName(what: string, name: string): void {
  if (name.length === 0) throw invalid(`${what} cannot be empty`);
  if (name.length > 32) throw invalid(`${what} '${name}' cannot be longer than '32' characters`);
  if (!/^[A-Za-z0-9-]+$/.test(name)) {
    throw invalid(`${what} '${name}' can only contain characters that are alphanumeric characters or hyphens(-)`);
  }
  if (name.startsWith('-') || name.endsWith('-')) throw invalid(`${what} '${name}' cannot begin or end with '-'`);
}

export type Kind = 'loadbalancer' | 'targetgroup' | 'listener' | 'listener-rule';

const words: Record<Kind, string> = {
  loadbalancer: 'load balancer',
  targetgroup: 'target group',
  listener: 'listener',
  'listener-rule': 'listener rule',
};

/** What kind of resource an ARN names; undefined when it is none of ours. */
export function kindOf(arn: string): Kind | undefined {
  const found =
    /^arn:aws[a-z-]*:elasticloadbalancing:[a-z0-9-]*:\d*:(loadbalancer|targetgroup|listener|listener-rule)\//.exec(arn);
  return found?.[1] as Kind | undefined;
}

/** @throws AwsError `ValidationError` when the ARN does not have the shape of its kind */
export function checkArn(kind: Kind, arn: string): void {
  if (kindOf(arn) !== kind) throw invalid(`'${arn}' is not a valid ${words[kind]} ARN`);
}

export function invalid(message: string): AwsError {
  return new AwsError('ValidationError', message);
}
