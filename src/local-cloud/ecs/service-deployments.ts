import type {
  DescribeServiceDeploymentsCommandInput,
  DescribeServiceRevisionsCommandInput,
  ListServiceDeploymentsCommandInput,
  StopServiceDeploymentCommandInput,
} from '@aws-sdk/client-ecs';
import { AwsError, type Operation } from '../contract.js';
import type { ServiceDeploymentRecord, ServiceRecord } from './model.js';
import { page } from './pages.js';
import { invalid } from './service-checks.js';
import { revisionView, serviceDeploymentBrief, serviceDeploymentView } from './service-view.js';
import type { World } from './world.js';

/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-deployment.html */
export function serviceDeploymentOperations(world: World): Record<string, Operation> {
  const find = (arn: string): { service: ServiceRecord; record: ServiceDeploymentRecord } | undefined => {
    for (const service of world.services) {
      const record = service.serviceDeployments.find((each) => each.arn === arn);
      if (record !== undefined) return { service, record };
    }
    return undefined;
  };

  return {
    ListServiceDeployments(input: ListServiceDeploymentsCommandInput) {
      const service = world.service(world.cluster(input.cluster), input.service);
      const after = input.createdAt?.after?.getTime() ?? Number.NEGATIVE_INFINITY;
      const before = input.createdAt?.before?.getTime() ?? Number.POSITIVE_INFINITY;
      const met = service.serviceDeployments.filter(
        ({ status, createdAt }) =>
          (input.status === undefined || input.status.length === 0 || input.status.includes(status)) &&
          createdAt >= after &&
          createdAt <= before,
      );
      const { items, nextToken } = page(met, { ...input, maxResults: input.maxResults ?? 20 });
      return { serviceDeployments: items.map((record) => serviceDeploymentBrief(service, record)), nextToken };
    },

    DescribeServiceDeployments(input: DescribeServiceDeploymentsCommandInput) {
      const arns = input.serviceDeploymentArns ?? [];
      if (arns.length === 0 || arns.length > 20) invalid('Between 1 and 20 service deployments can be described.');
      const found = arns.map((arn) => ({ arn, hit: find(arn) }));
      return {
        serviceDeployments: found.flatMap(({ hit }) =>
          hit === undefined ? [] : serviceDeploymentView(world, hit.service, hit.record),
        ),
        failures: found.flatMap(({ arn, hit }) => (hit === undefined ? { arn, reason: 'MISSING' } : [])),
      };
    },

    DescribeServiceRevisions(input: DescribeServiceRevisionsCommandInput) {
      const arns = input.serviceRevisionArns ?? [];
      if (arns.length === 0 || arns.length > 20) invalid('Between 1 and 20 service revisions can be described.');
      const found = arns.map((arn) => {
        const service = world.services.find((each) => each.revisions.some((revision) => revision.arn === arn));
        const revision = service?.revisions.find((each) => each.arn === arn);
        return { arn, view: service && revision ? revisionView(service, revision) : undefined };
      });
      return {
        serviceRevisions: found.flatMap(({ view }) => view ?? []),
        failures: found.flatMap(({ arn, view }) => (view === undefined ? { arn, reason: 'MISSING' } : [])),
      };
    },

    /**
     * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/stop-service-deployment.html: what is being stopped or
     * rolled back already goes on so.
     */
    StopServiceDeployment(input: StopServiceDeploymentCommandInput) {
      const hit = find(input.serviceDeploymentArn ?? '');
      if (hit === undefined) {
        throw new AwsError('ServiceDeploymentNotFoundException', 'The service deployment could not be found.');
      }
      const { record } = hit;
      if (isOver(record)) {
        throw new AwsError(
          'ConflictException',
          `The service deployment is in status ${record.status} and cannot be stopped.`,
          { fields: { resourceIds: [record.arn] } },
        );
      }
      if (record.status === 'PENDING' || record.status === 'IN_PROGRESS') {
        record.status = input.stopType === 'ABORT' ? 'STOP_REQUESTED' : 'ROLLBACK_REQUESTED';
        record.updatedAt = world.now();
      }
      return { serviceDeploymentArn: record.arn };
    },
  };
}

function isOver({ status }: ServiceDeploymentRecord): boolean {
  return ['SUCCESSFUL', 'STOPPED', 'ROLLBACK_SUCCESSFUL', 'ROLLBACK_FAILED'].includes(status);
}
