import type { Attachment } from '../ports/preflight.js';
import { check, error, type Said, type Subject } from './check.js';
import type { ContainerParts } from './definition.js';

/** Containers and their ports, against what is asked for and against what the service leads to them. */

export const containers = check<undefined>({
  name: 'containers',
  holds: 'every container that gets an image is in the task definition',
  needs: ['definition'],
  actions: [],
  read: async () => undefined,
  judge({ containers, images, parts }) {
    const names = containers.map(({ name }) => name);
    return images
      .filter((name) => !names.includes(name))
      .map((name) =>
        error(
          `images names container ${name}, which task definition ${parts.family} does not have (it has ${names.join(', ') || 'none'})`,
        ),
      );
  },
});

export const ports = check<undefined>({
  name: 'ports',
  holds:
    'the containers and ports that load balancers, service registries and Service Connect of the service lead to are in the task definition',
  needs: ['definition', 'service'],
  actions: ['ecs:DescribeServices'],
  read: async () => undefined,
  judge({ serviceSeen, containers, service }) {
    if (serviceSeen === undefined) return [];
    const attached = [
      ...serviceSeen.loadBalancers.map((each) => ({ ...each, by: `target group ${shortArn(each.arn)}` })),
      ...serviceSeen.registries.map((each) => ({ ...each, by: `service registry ${shortArn(each.arn)}` })),
    ];
    return [
      ...attached.flatMap((each) => judgeAttachment(service, each, containers)),
      ...judgeConnected({ service, containers, connected: serviceSeen.connectedPorts }),
    ];
  },
});

function judgeAttachment(
  service: string,
  { by, container: wanted, port }: Attachment & { readonly by: string },
  containers: readonly ContainerParts[],
): Said[] {
  if (wanted === '') return [];
  const led = `service ${service} leads ${by} to container ${wanted}${port === undefined ? '' : `, port ${port}`}`;
  const container = containers.find(({ name }) => name === wanted);
  if (container === undefined) {
    return [
      error(
        `${led}, and the task definition has no such container (it has ${containers.map(({ name }) => name).join(', ') || 'none'})`,
      ),
    ];
  }
  if (
    port === undefined ||
    container.ports.some(({ containerPort, range }) => containerPort === port || within(range, port))
  )
    return [];
  const has = container.ports.map(({ containerPort, range }) => containerPort ?? range).join(', ');
  return [error(`${led}, and the container has no such port in portMappings (it has ${has || 'none'})`)];
}

/** `8000-8010` */
function within(range: string, port: number): boolean {
  const [from, to] = range.split('-').map(Number);
  return from !== undefined && to !== undefined && port >= from && port <= to;
}

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ServiceConnectService.html */
function judgeConnected({
  service,
  containers,
  connected,
}: Pick<Subject, 'service' | 'containers'> & { readonly connected: readonly string[] }): Said[] {
  const named = containers.flatMap(({ ports }) => ports.map(({ name }) => name));
  return connected
    .filter((name) => !named.includes(name))
    .map((name) =>
      error(
        `service ${service} leads Service Connect to the port named ${name}, and no portMappings of the task definition has that name`,
      ),
    );
}

/** `targetgroup/shop/1` of its ARN. */
export const shortArn = (arn: string): string => arn.slice(arn.lastIndexOf(':') + 1) || 'of a Classic Load Balancer';
