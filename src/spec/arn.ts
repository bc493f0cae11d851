import { type Kind, type Reading, read, wrong } from './kind.js';

/**
 * The resources whose ARNs inputs take. Patterns of the resource part are from the service authorization reference.
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_awselasticloadbalancingv2.html
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonelasticcontainerservice.html
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsidentityandaccessmanagementiam.html
 */
const RESOURCES = {
  'listener rule': {
    service: 'elasticloadbalancing',
    resource: /^listener-rule\/app\/[^/]+\/[^/]+\/[^/]+\/[^/]+$/,
    example:
      'arn:aws:elasticloadbalancing:eu-central-1:123456789012:listener-rule/app/shop/50dc6c495c0c9188/f2f7dc8efc522ab2/9683b2d02a6cabee',
  },
  listener: {
    service: 'elasticloadbalancing',
    resource: /^listener\/app\/[^/]+\/[^/]+\/[^/]+$/,
    example:
      'arn:aws:elasticloadbalancing:eu-central-1:123456789012:listener/app/shop/50dc6c495c0c9188/f2f7dc8efc522ab2',
  },
  'target group': {
    service: 'elasticloadbalancing',
    resource: /^targetgroup\/[^/]+\/[^/]+$/,
    example: 'arn:aws:elasticloadbalancing:eu-central-1:123456789012:targetgroup/shop-blue/6d0ecf831eec9f09',
  },
  'task definition': {
    service: 'ecs',
    resource: /^task-definition\/[A-Za-z0-9_-]{1,255}:\d+$/,
    example: 'arn:aws:ecs:eu-central-1:123456789012:task-definition/shop:17',
  },
  role: {
    service: 'iam',
    resource: /^role\/[\w+=,.@/-]+$/,
    example: 'arn:aws:iam::123456789012:role/deploy',
  },
} as const;

export type ArnOf = keyof typeof RESOURCES;

/** Which resource the ARN is of, or nothing when it is none of those that inputs take. */
export function resourceOfArn(given: string): ArnOf | undefined {
  const names = Object.keys(RESOURCES) as ArnOf[];
  return names.find((name) => parseArn(given, name).ok);
}

/** Reads the ARN of one kind of resource, in any partition (`aws`, `aws-cn`, `aws-us-gov`). */
export function parseArn(given: string, of: ArnOf): Reading<string> {
  const { service, resource } = RESOURCES[of];
  const parts = /^arn:(aws[a-z-]*):([a-z0-9-]+):([a-z0-9-]*):(\d{12}|):(.+)$/.exec(given);
  if (parts === null) {
    return wrong('is not an ARN');
  }
  if (parts[2] === service && resource.test(parts[5] ?? '')) {
    return read(given);
  }
  const other = (Object.keys(RESOURCES) as ArnOf[]).find((name) => name !== of && parseArnIs(parts, name));
  return wrong(other === undefined ? `is not the ARN of a ${of}` : `is the ARN of a ${other}, not of a ${of}`);
}

function parseArnIs(parts: RegExpExecArray, of: ArnOf): boolean {
  return parts[2] === RESOURCES[of].service && RESOURCES[of].resource.test(parts[5] ?? '');
}

/** The ARN of one kind of resource. */
export function arn(of: ArnOf): Kind<string> {
  return {
    label: 'ARN',
    accepts: `the ARN of a ${of}, such as ${RESOURCES[of].example}`,
    absent: undefined,
    read: (given) => parseArn(given, of),
  };
}
