import { isMembers, type Members } from './member-type.js';
import type { TaskDefinition } from './task-definition.js';
import { onlyDescribed } from './task-definition-keys.js';

/**
 * A task definition in the one form that all ways of writing it come to: without what only DescribeTaskDefinition answers,
 * and without what ECS fills in by itself where nothing was given. Two definitions with the same plain form run the same.
 *
 * What ECS fills in, with the pages that say so:
 * - empty lists and maps: nothing. An empty *text* is kept, an empty environment variable is one.
 * - a container is essential, and has `cpu` 0: API_ContainerDefinition
 * - a port is tcp, and without a host port of its own it is the container's with awsvpc and host, else any: API_PortMapping
 * - a health check's interval, timeout and retries: API_HealthCheck
 * - an EFS volume is mounted at its root: API_EFSVolumeConfiguration
 * - a variable's or a secret's place in its list means nothing, and ECS may answer another
 * - `1 vCPU` and `2 GB` are written down as 1024 and 2048: API_RegisterTaskDefinition
 *
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html
 */
export function plainForm(definition: TaskDefinition): TaskDefinition {
  const own = Object.fromEntries(Object.entries(definition).filter(([key]) => !onlyDescribed.includes(key)));
  const { cpu, memory, containerDefinitions = [], volumes, tags, ...rest } = own as TaskDefinition;
  return withoutEmpty({
    ...rest,
    cpu: typeof cpu === 'string' ? scaled(cpu, 'vcpu') : cpu,
    memory: typeof memory === 'string' ? scaled(memory, 'gb') : memory,
    containerDefinitions: containerDefinitions.map((each) => plainContainer(each, definition.networkMode)),
    volumes: lists(volumes).map(plainVolume),
    tags: sortedBy('key', tags),
  }) as TaskDefinition;
}

function plainContainer(container: Members, networkMode: unknown): Members {
  const { cpu, essential, portMappings, healthCheck, environment, secrets, ...rest } = container;
  return {
    ...rest,
    ...(cpu === 0 ? {} : { cpu }),
    ...(essential === true ? {} : { essential }),
    portMappings: lists(portMappings).map((mapping) => plainPort(mapping, networkMode)),
    healthCheck: isMembers(healthCheck) ? { interval: 30, timeout: 5, retries: 3, ...given(healthCheck) } : healthCheck,
    environment: sortedBy('name', environment),
    secrets: sortedBy('name', secrets),
  };
}

function plainPort({ hostPort, protocol, ...rest }: Members, networkMode: unknown): Members {
  const isSame = (networkMode === 'awsvpc' || networkMode === 'host') && hostPort === rest.containerPort;
  return { ...rest, ...(hostPort === 0 || isSame ? {} : { hostPort }), ...(protocol === 'tcp' ? {} : { protocol }) };
}

function plainVolume(volume: Members): Members {
  const efs = volume.efsVolumeConfiguration;
  if (!isMembers(efs) || efs.rootDirectory !== '/') return volume;
  const { rootDirectory: _, ...others } = efs;
  return { ...volume, efsVolumeConfiguration: others };
}

/** `1 vCPU` → `1024`, `0.5 GB` → `512`; any other text as it is. */
function scaled(text: string, unit: 'vcpu' | 'gb'): string {
  const match = /^\s*(\d*\.?\d+)\s*([a-z]*)\s*$/i.exec(text);
  return match?.[2]?.toLowerCase() === unit ? String(Number(match[1]) * 1024) : text.trim();
}

const lists = (value: unknown): readonly Members[] => (Array.isArray(value) ? (value as Members[]) : []);

function sortedBy(key: string, value: unknown): readonly Members[] {
  // A stable sort: of two with one name the order stays, because it may mean something.
  return lists(value).toSorted((a, b) =>
    String(a[key]) < String(b[key]) ? -1 : Number(String(a[key]) > String(b[key])),
  );
}

const given = (members: Members): Members =>
  Object.fromEntries(Object.entries(members).filter(([, member]) => member !== undefined && member !== null));

/** Without members that hold nothing: absent, null, empty lists, and objects in which nothing is left. */
function withoutEmpty(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutEmpty);
  if (!isMembers(value)) return value;
  const kept = Object.entries(value).map(([key, member]) => [key, withoutEmpty(member)] as const);
  return Object.fromEntries(kept.filter(([, member]) => !isEmpty(member)));
}

function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null) return true;
  return typeof value === 'object' && Object.keys(value).length === 0;
}
