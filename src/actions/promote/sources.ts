import { servicesFile } from '../../fleet/choose-services.js';
import { type ImageSource, parseImageSource } from '../../images/image-source.js';
import { parseRepository } from '../../images/registry-choice.js';
import { targetName } from '../../images/target-name.js';
import { selectServices } from '../../services-file/select.js';
import { InputError, type Problem } from '../../spec/input-error.js';
import type { PromoteInputs } from './spec.js';

/** One image that is to be promoted, and where to. */
export interface Wanted {
  /** The service, or the last part of the repository. */
  readonly name: string;
  readonly source: ImageSource;
  /** Repository, as `ImageRegistries` takes it. */
  readonly target: string;
}

/**
 * The images that are meant.
 *
 * @throws InputError with every problem of the services file, and when a tag would have to stand for two images
 */
export async function wantedImages(
  inputs: PromoteInputs,
  readFile: (path: string) => Promise<string>,
): Promise<readonly Wanted[]> {
  const named = await namedSources(inputs, readFile);
  const wanted = named.map(({ name, source }) => ({ name, source, target: targetOf(inputs, name, source) }));
  const input = inputs.services !== undefined ? 'services' : inputs.images !== undefined ? 'images' : 'source';
  const problems = wanted.flatMap(({ name, target }, index): Problem[] => {
    const other = wanted.slice(0, index).find((one) => one.target === target);
    const both = `${other?.name} and ${name} would both go to ${target}, where a tag stands for one image only`;
    return other === undefined
      ? []
      : [{ input: inputs.target === undefined ? input : 'target', wrong: `is wrong: ${both}` }];
  });
  if (problems.length > 0) throw new InputError(problems);
  return wanted;
}

interface Named {
  readonly name: string;
  readonly source: ImageSource;
}

async function namedSources(
  inputs: PromoteInputs,
  readFile: (path: string) => Promise<string>,
): Promise<readonly Named[]> {
  if (inputs.images !== undefined) return Object.entries(inputs.images).map(([name, source]) => ({ name, source }));
  if (inputs.services !== undefined) return ofServices(inputs, inputs.services, readFile);
  const sources = inputs.source.flatMap((given) => {
    const reading = parseImageSource(given);
    return reading.ok ? [reading.value] : [];
  });
  const last = (repository: string): string => pathOf(repository).replace(/^.*\//, '');
  const names = sources.map(({ repository }) => last(repository));
  // Two repositories of the same last part go by their whole names.
  return sources.map((source) => {
    const name = last(source.repository);
    return { name: names.filter((one) => one === name).length > 1 ? pathOf(source.repository) : name, source };
  });
}

async function ofServices(
  { servicesFile: path, sourceTag = '' }: PromoteInputs,
  selection: 'all' | 'changed' | readonly string[],
  readFile: (path: string) => Promise<string>,
): Promise<readonly Named[]> {
  const file = await servicesFile(path, { readFile });
  const { services, problems } = selectServices(file, selection, []);
  const wrong: Problem[] = [
    ...problems.map(({ name, ...problem }) => ({ input: 'services', value: name, ...problem })),
    ...services
      .filter(({ ecrRepository }) => ecrRepository === undefined)
      .map(({ name }) => ({
        input: 'services-file',
        wrong: `is wrong at ${file.places.get(name)}: it names no ecr-repository for ${name}`,
      })),
  ];
  if (wrong.length > 0) throw new InputError(wrong);
  return services.map(({ name, ecrRepository = '' }) => ({
    name,
    source: { repository: ecrRepository, tag: sourceTag },
  }));
}

/** Where the image goes: by default to the repository of its name that the target's credentials see. */
function targetOf(
  { target, targetRoleToAssume, targetRegion }: PromoteInputs,
  name: string,
  source: ImageSource,
): string {
  const path = pathOf(source.repository);
  if (target !== undefined) return targetName(target, { name, path });
  return targetRoleToAssume === undefined && targetRegion === undefined ? source.repository : path;
}

function pathOf(repository: string): string {
  const reading = parseRepository(repository);
  return reading.ok ? reading.value.path : repository;
}
