import type { DefinitionRequest } from '../../ecs/task-definition-source.js';
import { type ChoosingOutside, chooseServices, servicesFile } from '../../fleet/choose-services.js';
import type { ServiceEntry, ServicesFile } from '../../services-file/services-file.js';
import { fleetInputs, type ServiceImages } from '../../spec/fleet-inputs.js';
import { InputError, type Problem } from '../../spec/input-error.js';
import { parseInputs, type RawInputs } from '../../spec/parse.js';
import { definitionRequestOf } from '../../spec/task-definition-inputs.js';
import { type PreflightInputs, type ServiceInputs, spec } from './spec.js';

/** One service to look at, as the action would be told of it, were it the only one. */
export interface Target {
  /** As the services file calls it; without one the name of the service. */
  readonly name: string;
  readonly inputs: ServiceInputs;
  readonly request: DefinitionRequest;
}

export interface TargetsOutside extends ChoosingOutside {
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/**
 * The services that are meant.
 *
 * @throws InputError with every problem of the services file, and of what it and the inputs say together
 */
export async function targetsOf(
  inputs: PreflightInputs,
  raw: RawInputs,
  outside: TargetsOutside,
): Promise<{ readonly targets: readonly Target[]; readonly left: readonly string[] }> {
  if (inputs.services === undefined) {
    const its = inputs as ServiceInputs;
    return {
      targets: [{ name: its.service, inputs: its, request: definitionRequestOf(its, outside.environment) }],
      left: [],
    };
  }
  const file = await servicesFile(inputs.servicesFile, outside);
  const { chosen, left } = await chooseServices(file, inputs, outside);
  const problems: Problem[] = [];
  const targets = chosen.flatMap((entry): Target[] => {
    try {
      return [targetOf(entry, raw, inputs.serviceImages?.[entry.name], outside.environment)];
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      problems.push(...error.problems.map((problem) => ofEntry(problem, entry, file)));
      return [];
    }
  });
  if (problems.length > 0) throw new InputError(problems);
  return { targets, left };
}

const ofEntry = (
  { input, value, wrong, ...problem }: Problem,
  entry: ServiceEntry,
  { places }: ServicesFile,
): Problem => ({
  ...problem,
  input: 'services-file',
  wrong: `is wrong at ${places.get(entry.name)}: it and the inputs say of ${entry.name} together: ${[input, ...(value === undefined ? [] : [`(${JSON.stringify(value)})`]), wrong].join(' ')}`,
});

function targetOf(
  entry: ServiceEntry,
  raw: RawInputs,
  image: ServiceImages[string] | undefined,
  environment: TargetsOutside['environment'],
): Target {
  const inputs = parseInputs(spec, rawOf(entry, raw)) as ServiceInputs;
  const request = definitionRequestOf(inputs, environment);
  const { container } = entry;
  const images =
    typeof image === 'object' ? image : image !== undefined && container !== undefined ? { [container]: image } : {};
  const only = typeof image === 'string' && container === undefined ? { image } : {};
  return { name: entry.name, inputs, request: { ...request, edits: { ...request.edits, images, ...only } } };
}

/** The texts of the inputs of a run that looks at this service only. What is for the rollout alone is left out. */
function rawOf({ service, cluster, taskDefinition, rolling = {} }: ServiceEntry, raw: RawInputs): RawInputs {
  const own = Object.entries(raw).filter(([name]) => !Object.hasOwn(fleetInputs, name));
  const settings = Object.entries(rolling).filter(([name]) => Object.hasOwn(spec.inputs, name));
  return {
    ...Object.fromEntries(own),
    cluster: cluster ?? raw.cluster,
    service,
    ...(taskDefinition === undefined ? {} : { 'task-definition': taskDefinition }),
    ...(Object.fromEntries(settings) as RawInputs),
  };
}
