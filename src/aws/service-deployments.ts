import { messageOf } from '../ports/message-of.js';
import {
  type DeploymentSettings,
  RefusedUpdate,
  type ServiceDeploymentSeen,
  type ServiceDeploymentStatus,
  type ServiceDeployments,
} from '../ports/service-deployments.js';
import { type ClientSettings, call, once } from './client.js';
import { ecsClient } from './ecs-client.js';
import { ecsLooks } from './ecs-looks.js';
import { errorName } from './errors.js';
import { listedDeployments } from './listed-deployments.js';
import type { ServiceDeploymentBrief, UpdateServiceCommandInput } from './sdk/ecs.js';

/** Of so many of the newest it is asked what they deploy. */
const newest = 5;

/** What UpdateService answers to what it will never take. https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_UpdateService.html */
const refusals = [
  'ClientException',
  'InvalidParameterException',
  'PlatformTaskDefinitionIncompatibilityException',
  'PlatformUnknownException',
  'ServiceNotActiveException',
  'ServiceNotFoundException',
  'UnsupportedFeatureException',
];

/** What is answered where there are no service deployments: by another implementation of ECS, or for this service. */
const unknownHere = [
  'UnknownOperationException',
  'InvalidAction',
  'NotImplementedException',
  'UnsupportedFeatureException',
];

export function createServiceDeployments(settings: ClientSettings, cluster: string): ServiceDeployments {
  const sdk = once(() => import('./sdk/ecs.js'));
  const client = () => ecsClient(settings);
  const looks = ecsLooks(settings, cluster);
  const listed = listedDeployments(looks, listAll);
  /** Service revision → its task definition; a revision never changes. */
  const revisions = new Map<string, string>();

  async function listAll(service: string): Promise<ServiceDeploymentBrief[] | undefined> {
    const { ListServiceDeploymentsCommand } = await sdk();
    const ecs = await client();
    const answer = await call('ecs:ListServiceDeployments', () =>
      ecs.send(new ListServiceDeploymentsCommand({ cluster, service, maxResults: 100 })),
    ).catch((error: unknown) => {
      if (unknownHere.includes(errorName(error))) return undefined;
      throw error;
    });
    return answer && (answer.serviceDeployments ?? []);
  }

  async function resolve(arns: readonly string[]): Promise<void> {
    const unknown = [...new Set(arns)].filter((arn) => !revisions.has(arn));
    for (const found of await Promise.all(unknown.map((arn) => looks.serviceRevision(arn))))
      if (found !== undefined) revisions.set(found.serviceRevisionArn ?? '', found.taskDefinition ?? '');
  }

  return {
    async start(service, change) {
      const { UpdateServiceCommand } = await sdk();
      const ecs = await client();
      const { taskDefinitionArn, ...rest } = change;
      const input = {
        cluster,
        service,
        ...(taskDefinitionArn === undefined ? {} : { taskDefinition: taskDefinitionArn }),
        ...rest,
      } as unknown as UpdateServiceCommandInput;
      const answer = await call('ecs:UpdateService', () => ecs.send(new UpdateServiceCommand(input))).catch(
        (error: unknown) => {
          if (!refusals.includes(errorName(error))) throw error;
          throw new RefusedUpdate(messageOf(error), { cause: error });
        },
      );
      listed.forget(service);
      const primary = answer.service?.deployments?.find(({ status }) => status === 'PRIMARY');
      return { primaryId: primary?.id ?? '', at: primary?.createdAt?.getTime() ?? 0 };
    },

    async list(service) {
      const briefs = await listed.of(service);
      if (briefs === undefined) return undefined;
      const all = briefs
        .map((brief) => ({ ...brief, at: brief.createdAt?.getTime() ?? 0 }))
        .sort((a, b) => b.at - a.at);
      const good = all.find(({ status }) => status === 'SUCCESSFUL');
      const wanted = [...all.slice(0, newest), ...(good === undefined ? [] : [good])];
      await resolve(wanted.flatMap(({ targetServiceRevisionArn }) => targetServiceRevisionArn ?? []));
      return all.map(
        (brief): ServiceDeploymentSeen => ({
          arn: brief.serviceDeploymentArn ?? '',
          createdAt: brief.at,
          status: (brief.status ?? 'PENDING') as ServiceDeploymentStatus,
          statusReason: brief.statusReason ?? '',
          taskDefinitionArn: revisions.get(brief.targetServiceRevisionArn ?? '') ?? '',
        }),
      );
    },

    async describe(arn) {
      const found = await looks.serviceDeployment(arn);
      if (found === undefined) return undefined;
      const { deploymentCircuitBreaker: breaker, alarms, rollback } = found;
      return {
        status: found.status ?? '',
        statusReason: found.statusReason ?? '',
        rollbackReason: rollback?.reason ?? '',
        triggeredAlarms: alarms?.triggeredAlarmNames ?? [],
        circuitBreaker: {
          status: breaker?.status ?? '',
          failures: breaker?.failureCount ?? 0,
          threshold: breaker?.threshold ?? 0,
        },
      };
    },

    async stop(arn, how) {
      const { StopServiceDeploymentCommand } = await sdk();
      const ecs = await client();
      const stopType = how === 'abort' ? 'ABORT' : 'ROLLBACK';
      try {
        await call('ecs:StopServiceDeployment', () =>
          ecs.send(new StopServiceDeploymentCommand({ serviceDeploymentArn: arn, stopType })),
        );
        return true;
      } catch (error) {
        const isOver = ['ConflictException', 'ServiceDeploymentNotFoundException'].includes(errorName(error));
        if (isOver || unknownHere.includes(errorName(error))) return false;
        throw error;
      }
    },

    async settings(service) {
      const found = await looks.service(service);
      const { deploymentConfiguration = {}, capacityProviderStrategy = [] } = found ?? {};
      return {
        deploymentConfiguration: deploymentConfiguration as unknown as DeploymentSettings,
        capacityProviderStrategy: capacityProviderStrategy.map(({ capacityProvider = '', weight, base }) => ({
          capacityProvider,
          ...(weight === undefined ? {} : { weight }),
          ...(base === undefined ? {} : { base }),
        })),
      };
    },
  };
}
