import type { DefinitionRequest } from '../../ecs/task-definition-source.js';
import type { GateStep } from '../../rolling/gate.js';
import type { ServiceEntry, ServicesFile } from '../../services-file/services-file.js';
import { fleetInputs, type ServiceImages } from '../../spec/fleet-inputs.js';
import { InputError, type Problem } from '../../spec/input-error.js';
import { parseInputs, type RawInputs } from '../../spec/parse.js';
import { prometheusInputs } from '../../spec/prometheus-inputs.js';
import { definitionRequestOf } from '../../spec/task-definition-inputs.js';
import { type ServiceInputs, spec } from './spec.js';

/** How long a step of the services file may take that does not say it. */
const stepTimeoutMs = 900_000;

/** One service of a services file as the action would be told of it, were it the only one. */
export interface ServiceToRoll {
  readonly entry: ServiceEntry;
  readonly inputs: ServiceInputs;
  readonly definition: DefinitionRequest;
  readonly before: readonly GateStep[];
  readonly after: readonly GateStep[];
}

/**
 * The inputs of each service: those of the action, with what the services file says of it in their place.
 *
 * @throws InputError with every problem of every service
 */
export function servicesToRoll(
  entries: readonly ServiceEntry[],
  raw: RawInputs,
  given: Pick<ServicesFile, 'places'> & { readonly images: ServiceImages | undefined },
  environment: Readonly<Record<string, string | undefined>>,
): readonly ServiceToRoll[] {
  const problems: Problem[] = [...imageProblems(entries, given.images)];
  const services = entries.flatMap((entry): ServiceToRoll[] => {
    try {
      return [serviceToRoll(entry, raw, given.images?.[entry.name], environment)];
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      problems.push(
        ...error.problems.map(({ input, value, wrong, ...problem }) => ({
          ...problem,
          input: 'services-file',
          wrong: `is wrong at ${given.places.get(entry.name)}: it and the inputs say of ${entry.name} together: ${[input, ...(value === undefined ? [] : [`(${JSON.stringify(value)})`]), wrong].join(' ')}`,
        })),
      );
      return [];
    }
  });
  if (problems.length > 0) throw new InputError(problems);
  return services;
}

function serviceToRoll(
  entry: ServiceEntry,
  raw: RawInputs,
  image: ServiceImages[string] | undefined,
  environment: Readonly<Record<string, string | undefined>>,
): ServiceToRoll {
  const inputs = parseInputs(spec, rawOf(entry, raw)) as ServiceInputs;
  const { container, stopTimeout, before = [], after = [] } = entry;
  const request = definitionRequestOf(inputs, environment);
  const images =
    typeof image === 'object' ? image : image === undefined || container === undefined ? {} : { [container]: image };
  const definition: DefinitionRequest = {
    ...request,
    edits: {
      ...request.edits,
      images,
      ...(typeof image === 'string' && container === undefined ? { image } : {}),
      ...(stopTimeout === undefined
        ? {}
        : {
            stopTimeout: { seconds: Math.ceil(stopTimeout / 1_000), ...(container === undefined ? {} : { container }) },
          }),
    },
  };
  const step = (asked: Step): GateStep => stepOf(asked, container);
  return { entry, inputs, definition, before: before.map(step), after: after.map(step) };
}

type Step = NonNullable<ServiceEntry['before']>[number];

function stepOf({ name, command, container: named, taskDefinition, timeout }: Step, ofService?: string): GateStep {
  // In a task definition of its own there need be no container of that name.
  const container = named ?? (taskDefinition === undefined ? ofService : undefined);
  return {
    name,
    timeoutMs: timeout ?? stepTimeoutMs,
    ...(command === undefined ? {} : { command }),
    ...(container === undefined ? {} : { container }),
    ...(taskDefinition === undefined ? {} : { taskDefinition }),
  };
}

/** The texts of the inputs of a run that deploys this service only. */
function rawOf({ service, cluster, taskDefinition, rolling = {} }: ServiceEntry, raw: RawInputs): RawInputs {
  const own = Object.fromEntries(Object.entries(raw).filter(([name]) => !Object.hasOwn(fleetInputs, name)));
  const asks = [rolling.queries, rolling['alert-rules'], own.queries, own['alert-rules']].some((text) => text?.trim());
  // A Prometheus that this service asks nothing is no mistake here: others do.
  const silent = asks ? {} : Object.fromEntries(Object.keys(prometheusInputs).map((name) => [name, undefined]));
  return {
    ...own,
    ...silent,
    'on-failure': own['on-failure'] === 'leave' ? 'leave' : 'rollback',
    cluster: cluster ?? own.cluster,
    service,
    ...(taskDefinition === undefined ? {} : { 'task-definition': taskDefinition }),
    ...rolling,
  };
}

function imageProblems(entries: readonly ServiceEntry[], images: ServiceImages | undefined): Problem[] {
  if (images === undefined) return [];
  return entries
    .filter(({ name }) => !Object.hasOwn(images, name))
    .map(({ name }) => ({ input: 'service-images', wrong: `has no image for ${name}, which is to be deployed` }));
}
