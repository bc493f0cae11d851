import { randomUUID } from 'node:crypto';
import type * as types from '@aws-sdk/client-application-auto-scaling';
import { AwsError, type CloudService, type DesiredCounts, type Ground } from '../contract.js';
import * as sdk from '../sdk/autoscaling.js';
import { type PageRules, page } from '../wire/page.js';

interface Target {
  readonly resourceId: string;
  readonly arn: string;
  readonly createdAt: number;
  minCapacity: number;
  maxCapacity: number;
  roleArn: string;
  suspended: Required<types.SuspendedState>;
}

const dimension = 'ecs:service:DesiredCount';

/** https://docs.aws.amazon.com/autoscaling/application/APIReference/API_DescribeScalableTargets.html */
const pages: PageRules = {
  usual: 50,
  most: 50,
  sizeMember: 'maxResults',
  sizeError: 'ValidationException',
  tokenError: 'InvalidNextTokenException',
};

/**
 * Application Auto Scaling: scalable targets of ECS services. Scaling policies and scheduled actions are not played;
 * what a registration itself does to the desired count is.
 */
export function createAutoscaling(ground: Ground, desiredCounts: DesiredCounts): CloudService {
  const targets = new Map<string, Target>();

  /** Registering moves the current capacity into the range: https://docs.aws.amazon.com/autoscaling/application/APIReference/API_RegisterScalableTarget.html */
  const register = (input: types.RegisterScalableTargetRequest): types.RegisterScalableTargetResponse => {
    const resourceId = checkIdentity(input);
    const known = targets.get(resourceId);
    const minCapacity = input.MinCapacity ?? known?.minCapacity;
    const maxCapacity = input.MaxCapacity ?? known?.maxCapacity;
    if (minCapacity === undefined || maxCapacity === undefined) {
      const missing = minCapacity === undefined ? 'minimum' : 'maximum';
      throw invalid(`You must specify a ${missing} capacity when registering a new scalable target`);
    }
    checkCapacities(minCapacity, maxCapacity);
    const current = desiredCounts.get(resourceId);
    if (current === undefined) throw invalid(`ECS service doesn't exist: ${resourceId}`);
    const target: Target = {
      resourceId,
      arn: known?.arn ?? ground.arn('application-autoscaling', `scalable-target/${randomUUID().replaceAll('-', '')}`),
      createdAt: known?.createdAt ?? ground.clock.now(),
      minCapacity,
      maxCapacity,
      roleArn: input.RoleARN ?? known?.roleArn ?? serviceLinkedRole(ground.accountId),
      suspended: {
        DynamicScalingInSuspended: false,
        DynamicScalingOutSuspended: false,
        ScheduledScalingSuspended: false,
        ...known?.suspended,
        ...input.SuspendedState,
      },
    };
    targets.set(resourceId, target);
    const wanted = Math.min(Math.max(current, minCapacity), maxCapacity);
    if (wanted !== current) {
      desiredCounts.set(resourceId, wanted);
      ground.note(
        `autoscaling: ${resourceId} from ${current} to ${wanted}, its range is ${minCapacity} to ${maxCapacity}`,
      );
    }
    return { ScalableTargetARN: target.arn };
  };

  const describe = (input: types.DescribeScalableTargetsRequest): types.DescribeScalableTargetsResponse => {
    if (input.ScalableDimension !== undefined && (input.ResourceIds ?? []).length === 0) {
      throw invalid('You must specify a resource ID when you specify a scalable dimension.');
    }
    const matching = [...targets.values()].filter(
      ({ resourceId }) =>
        input.ServiceNamespace === 'ecs' && (input.ResourceIds === undefined || input.ResourceIds.includes(resourceId)),
    );
    const { items, nextToken } = page(matching, input.NextToken, input.MaxResults, pages);
    const ScalableTargets = items.map((target) => ({
      ServiceNamespace: 'ecs' as const,
      ResourceId: target.resourceId,
      ScalableDimension: dimension as types.ScalableDimension,
      MinCapacity: target.minCapacity,
      MaxCapacity: target.maxCapacity,
      RoleARN: target.roleArn,
      CreationTime: new Date(target.createdAt),
      SuspendedState: { ...target.suspended },
      ScalableTargetARN: target.arn,
    }));
    return { ScalableTargets, ...(nextToken === undefined ? {} : { NextToken: nextToken }) };
  };

  const deregister = (input: types.DeregisterScalableTargetRequest): types.DeregisterScalableTargetResponse => {
    const resourceId = checkIdentity(input);
    if (!targets.delete(resourceId)) {
      throw new AwsError(
        'ObjectNotFoundException',
        `No scalable target found for service namespace: ecs, resource ID: ${resourceId}, scalable dimension: ${dimension}`,
      );
    }
    return {};
  };

  return {
    id: 'autoscaling',
    sdk,
    wire: { protocol: 'json', version: '1.1', target: 'AnyScaleFrontendService' },
    signingName: 'application-autoscaling',
    operations: {
      RegisterScalableTarget: register,
      DescribeScalableTargets: describe,
      DeregisterScalableTarget: deregister,
    },
    stop: async () => {},
  };
}

/** The resource id, once namespace, dimension and id belong together and to ECS. */
function checkIdentity(input: {
  ServiceNamespace?: string | undefined;
  ResourceId?: string | undefined;
  ScalableDimension?: string | undefined;
}): string {
  if (input.ServiceNamespace !== 'ecs' || input.ScalableDimension !== dimension) {
    throw invalid(
      `The local cloud scales service namespace ecs by ${dimension} only, not ${input.ServiceNamespace} by ${input.ScalableDimension}`,
    );
  }
  const resourceId = input.ResourceId ?? '';
  if (!/^service\/[\w-]{1,255}\/[\w-]{1,255}$/.test(resourceId)) {
    throw invalid(`Unsupported service namespace, resource type or scalable dimension: ${resourceId}`);
  }
  return resourceId;
}

function checkCapacities(min: number, max: number): void {
  if (min < 0 || max < 0) throw invalid('Minimum and maximum capacity cannot be negative');
  if (min > max) throw invalid('Maximum capacity cannot be less than minimum capacity');
}

/** https://docs.aws.amazon.com/autoscaling/application/userguide/application-auto-scaling-service-linked-roles.html */
function serviceLinkedRole(accountId: string): string {
  return `arn:aws:iam::${accountId}:role/aws-service-role/ecs.application-autoscaling.amazonaws.com/AWSServiceRoleForApplicationAutoScaling_ECSService`;
}

function invalid(message: string): AwsError {
  return new AwsError('ValidationException', message);
}
