import type { Autoscaling, ScalableTarget } from '../ports/autoscaling.js';
import { type ClientSettings, call, clientOptions, once } from './client.js';
import type { ScalableTarget as Described } from './sdk/autoscaling.js';

const identity = { ServiceNamespace: 'ecs', ScalableDimension: 'ecs:service:DesiredCount' } as const;

/**
 * Application Auto Scaling of ECS services. A service is known by `service/CLUSTER/SERVICE`, also where the cluster was
 * given by its ARN.
 * https://docs.aws.amazon.com/autoscaling/application/APIReference/API_RegisterScalableTarget.html
 */
export function createAutoscaling(settings: ClientSettings, cluster: string): Autoscaling {
  const sdk = once(() => import('./sdk/autoscaling.js'));
  const client = once(async () => new (await sdk()).ApplicationAutoScalingClient(clientOptions(settings)));
  const resourceId = (service: string): string => `service/${cluster.slice(cluster.lastIndexOf('/') + 1)}/${service}`;

  return {
    async read(services) {
      if (services.length === 0) return [];
      const { DescribeScalableTargetsCommand } = await sdk();
      const scaling = await client();
      // At most 50 resource ids fit in a call, and come back in one page: here there are two.
      const { ScalableTargets = [] } = await call('application-autoscaling:DescribeScalableTargets', () =>
        scaling.send(new DescribeScalableTargetsCommand({ ...identity, ResourceIds: services.map(resourceId) })),
      );
      return services.flatMap((service) => {
        const found = ScalableTargets.find(({ ResourceId }) => ResourceId === resourceId(service));
        return found === undefined ? [] : [seen(service, found)];
      });
    },

    async put(target) {
      const { RegisterScalableTargetCommand } = await sdk();
      const scaling = await client();
      await call('application-autoscaling:RegisterScalableTarget', () =>
        scaling.send(
          new RegisterScalableTargetCommand({
            ...identity,
            ResourceId: resourceId(target.service),
            MinCapacity: target.min,
            MaxCapacity: target.max,
            SuspendedState: {
              DynamicScalingInSuspended: target.suspended.in,
              DynamicScalingOutSuspended: target.suspended.out,
              ScheduledScalingSuspended: target.suspended.scheduled,
            },
          }),
        ),
      );
    },

    commandFor({ service, min, max, suspended }) {
      const state = `DynamicScalingInSuspended=${suspended.in},DynamicScalingOutSuspended=${suspended.out},ScheduledScalingSuspended=${suspended.scheduled}`;
      return (
        `aws application-autoscaling register-scalable-target --region ${settings.region} --service-namespace ecs ` +
        `--scalable-dimension ${identity.ScalableDimension} --resource-id ${resourceId(service)} ` +
        `--min-capacity ${min} --max-capacity ${max} --suspended-state ${state}`
      );
    },
  };
}

function seen(service: string, { MinCapacity, MaxCapacity, SuspendedState }: Described): ScalableTarget {
  return {
    service,
    min: MinCapacity ?? 0,
    max: MaxCapacity ?? 0,
    suspended: {
      in: SuspendedState?.DynamicScalingInSuspended ?? false,
      out: SuspendedState?.DynamicScalingOutSuspended ?? false,
      scheduled: SuspendedState?.ScheduledScalingSuspended ?? false,
    },
  };
}
