import { isMembers, type Members } from './member-type.js';
import type { TaskDefinition } from './task-definition.js';
import { onlyDescribed } from './task-definition-keys.js';

/**
 * What stands where nothing is given, by the key of the object: DescribeTaskDefinition answers most of it where it was not
 * sent. https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html and the pages of the types
 * that it names
 */
const defaults: Readonly<Record<string, Members>> = {
  '': { enableFaultInjection: false },
  containerDefinitions: { cpu: 0, essential: true, versionConsistency: 'enabled' },
  portMappings: { protocol: 'tcp', hostPort: 0 },
  mountPoints: { readOnly: false },
  volumesFrom: { readOnly: false },
  restartPolicy: { restartAttemptPeriod: 300 },
  healthCheck: { interval: 30, timeout: 5, retries: 3, startPeriod: 0 },
  efsVolumeConfiguration: { rootDirectory: '/', transitEncryption: 'DISABLED' },
  authorizationConfig: { iam: 'DISABLED' },
};

/** Lists in which the order means nothing; ECS may answer another than was sent. */
const unordered: Readonly<Record<string, string>> = { environment: 'name', secrets: 'name', tags: 'key' };

/**
 * A task definition in the one form that all ways of writing it come to: without what only DescribeTaskDefinition answers,
 * without what stands where nothing is given, and without empty lists and maps. An empty *text* is kept, as an empty
 * variable is one. Two definitions with the same plain form run the same.
 */
export function plainForm(definition: TaskDefinition): TaskDefinition {
  const own = Object.entries(definition).filter(([key]) => !onlyDescribed.includes(key));
  const { cpu, memory, containerDefinitions = [], ...rest } = Object.fromEntries(own) as TaskDefinition;
  return (plain('', {
    ...rest,
    cpu: typeof cpu === 'string' ? scaled(cpu, 'vcpu') : cpu,
    memory: typeof memory === 'string' ? scaled(memory, 'gb') : memory,
    containerDefinitions: containerDefinitions.map((each) => withoutHostPorts(each, definition.networkMode)),
  }) ?? {}) as TaskDefinition;
}

/** Nothing when nothing is left. */
function plain(key: string, value: unknown): unknown {
  if (Array.isArray(value)) {
    const by = Object.hasOwn(unordered, key) ? unordered[key] : undefined;
    const items = value.map((item) => plain(key, item) ?? {});
    if (items.length === 0) return undefined;
    // A stable sort: of two with one name the order stays, because it may mean something.
    return by === undefined ? items : items.toSorted((a, b) => compareTexts(textOf(a, by), textOf(b, by)));
  }
  if (!isMembers(value)) return value ?? undefined;
  const filledIn = (Object.hasOwn(defaults, key) ? defaults[key] : undefined) ?? {};
  const kept = Object.entries(value)
    .filter(([member, given]) => !(Object.hasOwn(filledIn, member) && filledIn[member] === given))
    .map(([member, given]) => [member, plain(member, given)] as const)
    .filter(([, given]) => given !== undefined);
  return kept.length === 0 ? undefined : Object.fromEntries(kept);
}

const textOf = (item: unknown, key: string): string => (isMembers(item) ? String(item[key]) : '');
const compareTexts = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

/**
 * A task has its own network with awsvpc, and the host's with host: there a port of the host is the container's.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PortMapping.html
 */
function withoutHostPorts(container: Members, networkMode: unknown): Members {
  const { portMappings } = container;
  if ((networkMode !== 'awsvpc' && networkMode !== 'host') || !Array.isArray(portMappings)) return container;
  return {
    ...container,
    portMappings: portMappings.map(({ hostPort, ...rest }: Members) =>
      hostPort === rest.containerPort ? rest : { ...rest, hostPort },
    ),
  };
}

/**
 * `1 vCPU` → `1024`, `0.5 GB` → `512`; any other text as it is.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html
 */
function scaled(text: string, unit: 'vcpu' | 'gb'): string {
  const match = /^\s*(\d*\.?\d+)\s*([a-z]*)\s*$/i.exec(text);
  return match?.[2]?.toLowerCase() === unit ? String(Number(match[1]) * 1024) : text.trim();
}
