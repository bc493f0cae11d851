import type { TaskDefinition } from '../ecs/task-definition.js';

/**
 * A task definition as the checks read it. It may come from a file that nobody has judged yet, so what is not of the
 * expected type counts as not there.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html
 */
export interface DefinitionParts {
  readonly family: string;
  readonly executionRoleArn: string | undefined;
  readonly taskRoleArn: string | undefined;
  /** `bridge` unless told, on Linux. */
  readonly networkMode: string;
  readonly cpu: string | undefined;
  readonly memory: string | undefined;
  readonly requiresCompatibilities: readonly string[];
  readonly cpuArchitecture: string | undefined;
  readonly operatingSystemFamily: string | undefined;
}

export interface ContainerParts {
  readonly name: string;
  readonly image: string;
  readonly ports: readonly {
    readonly containerPort: number | undefined;
    readonly range: string;
    readonly name: string;
  }[];
  /** What `secrets`, the secret options of its log driver and its registry credentials point at. */
  readonly secrets: readonly { readonly name: string; readonly valueFrom: string }[];
  readonly logDriver: string;
  readonly logOptions: Readonly<Record<string, string>>;
}

type Members = Readonly<Record<string, unknown>>;

const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : typeof value === 'number' ? String(value) : undefined;
const membersOf = (value: unknown): Members =>
  value !== null && typeof value === 'object' && !Array.isArray(value) ? (value as Members) : {};
const listOf = (value: unknown): readonly Members[] => (Array.isArray(value) ? value.map(membersOf) : []);
const textsOf = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];

export function definitionParts(definition: TaskDefinition): DefinitionParts {
  const platform = membersOf(definition.runtimePlatform);
  return {
    family: textOf(definition.family) ?? '',
    executionRoleArn: textOf(definition.executionRoleArn),
    taskRoleArn: textOf(definition.taskRoleArn),
    networkMode: textOf(definition.networkMode) ?? 'bridge',
    cpu: textOf(definition.cpu),
    memory: textOf(definition.memory),
    requiresCompatibilities: textsOf(definition.requiresCompatibilities),
    cpuArchitecture: textOf(platform.cpuArchitecture),
    operatingSystemFamily: textOf(platform.operatingSystemFamily),
  };
}

export function containerParts(definition: TaskDefinition): readonly ContainerParts[] {
  return listOf(definition.containerDefinitions).map((container) => {
    const logging = membersOf(container.logConfiguration);
    const registry = textOf(membersOf(container.repositoryCredentials).credentialsParameter);
    const pointers = [...listOf(container.secrets), ...listOf(logging.secretOptions)].map(({ name, valueFrom }) => ({
      name: textOf(name) ?? '',
      valueFrom: textOf(valueFrom) ?? '',
    }));
    return {
      name: textOf(container.name) ?? '',
      image: textOf(container.image) ?? '',
      ports: listOf(container.portMappings).map(({ containerPort, containerPortRange, name }) => ({
        containerPort: typeof containerPort === 'number' ? containerPort : undefined,
        range: textOf(containerPortRange) ?? '',
        name: textOf(name) ?? '',
      })),
      secrets: [
        ...pointers,
        ...(registry === undefined ? [] : [{ name: 'repositoryCredentials', valueFrom: registry }]),
      ].filter(({ valueFrom }) => valueFrom !== ''),
      logDriver: textOf(logging.logDriver) ?? '',
      logOptions: Object.fromEntries(
        Object.entries(membersOf(logging.options)).map(([name, value]) => [name, textOf(value) ?? '']),
      ),
    };
  });
}

/** Whether tasks of it run on Fargate: by what the service says, or, where that is not known, by what it asks for. */
export function runsOnFargate(
  parts: Pick<DefinitionParts, 'requiresCompatibilities'>,
  service: { readonly launchType: string; readonly capacityProviders: readonly string[] } | undefined,
): boolean {
  const providers = service?.capacityProviders ?? [];
  if (providers.length > 0) return providers.some((name) => /^FARGATE(_SPOT)?$/.test(name));
  if (service !== undefined && service.launchType !== '') return service.launchType === 'FARGATE';
  return parts.requiresCompatibilities.includes('FARGATE');
}
