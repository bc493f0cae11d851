import type { ImageMember, ImageToBuild } from '../../image-build/image-to-build.js';
import type { NamedContext } from '../../images/bake.js';
import { parseTag } from '../../images/reference.js';
import { parseRepository } from '../../images/registry-choice.js';
import { selectServices } from '../../services-file/select.js';
import type { ServiceEntry, ServicesFile } from '../../services-file/services-file.js';
import { InputError, type Problem } from '../../spec/input-error.js';
import type { BuildPushInputs } from './spec.js';

export interface WantedImages {
  /** That of the services; of one image one that says the same, without a name. */
  readonly file: ServicesFile;
  readonly images: readonly ImageToBuild[];
  /** What these are made from that was not asked for. */
  readonly others: readonly ImageToBuild[];
}

/**
 * What is to be built, by the inputs and the services file.
 *
 * @param file undefined for one image
 * @throws InputError with every problem
 */
export function imagesOf(inputs: BuildPushInputs, file: ServicesFile | undefined): WantedImages {
  const wanted = file === undefined ? one(inputs) : ofServices(inputs, file);
  const all = [...wanted.images, ...wanted.others];
  const problems = [...tagProblems(wanted.images), ...scanFileProblems(inputs, wanted.images), ...twins(all)];
  if (problems.length > 0) throw new InputError(problems);
  return wanted;
}

function one(inputs: BuildPushInputs): WantedImages {
  const { repository = '', context, dockerfile, target, buildContexts } = inputs;
  const name = shortName(repository);
  const entry: ServiceEntry = {
    name,
    service: name,
    strategy: 'rolling',
    dependsOn: [],
    ...(context === undefined ? {} : { context }),
    ...(dockerfile === undefined ? {} : { dockerfile }),
    buildContexts: Object.entries(buildContexts).map(([key, from]) => `${key}=${from}`),
  };
  const image: ImageToBuild = {
    name,
    repository,
    ...placesIn(entry),
    ...(target === undefined ? {} : { target }),
    args: inputs.buildArgs,
    contexts: contextsOf(entry),
    tags: tagsFor(inputs, name),
    entry,
    problem: (member, wrong) => ({ input: member, wrong }),
  };
  return { file: { fileName: '', services: [entry], sharedPaths: [], places: new Map() }, images: [image], others: [] };
}

/** `123….amazonaws.com/team/shop.api` is `shop-api`: a name for a target of bake. */
function shortName(repository: string): string {
  const reading = parseRepository(repository);
  const path = reading.ok ? reading.value.path : repository;
  return path.slice(path.lastIndexOf('/') + 1).replaceAll(/[^A-Za-z0-9_-]/g, '-');
}

function ofServices(inputs: BuildPushInputs, file: ServicesFile): WantedImages {
  const selection = inputs.services === undefined || inputs.services === 'changed' ? 'all' : inputs.services;
  const { services, problems } = selectServices(file, selection, []);
  const wrong: Problem[] = problems.map(({ name, ...problem }) => ({ input: 'services', value: name, ...problem }));
  const forced = inputs.rebuild === 'all' ? [] : inputs.rebuild;
  const unknown = forced.find((name) => !file.services.some((service) => service.name === name));
  if (unknown !== undefined)
    wrong.push({ input: 'rebuild', value: unknown, wrong: `is no service of ${file.fileName}` });
  const asked = new Set(services.map(({ name }) => name));
  const needed = neededBy(services, file, wrong);
  const entries = file.services.filter(({ name }) => needed.has(name));
  const images = entries.flatMap((entry) => imageOfEntry(entry, inputs, file, wrong));
  if (wrong.length > 0) throw new InputError(wrong);
  return {
    file,
    images: images.filter(({ name }) => asked.has(name)),
    others: images.filter(({ name }) => !asked.has(name)),
  };
}

/** The services, and those whose images theirs are made from. */
function neededBy(services: readonly ServiceEntry[], file: ServicesFile, wrong: Problem[]): ReadonlySet<string> {
  const needed = new Set<string>();
  const visit = (entry: ServiceEntry): void => {
    if (needed.has(entry.name)) return;
    needed.add(entry.name);
    for (const from of Object.values(contextsOf(entry))) {
      if (!('target' in from)) continue;
      const other = file.services.find(({ name }) => name === from.target);
      if (other !== undefined) visit(other);
      else {
        const what = `names ${JSON.stringify(from.target)}, which is no service of this file`;
        wrong.push(atEntry(file, entry, 'build-contexts', what));
      }
    }
  };
  services.forEach(visit);
  return needed;
}

function imageOfEntry(
  entry: ServiceEntry,
  inputs: BuildPushInputs,
  file: ServicesFile,
  wrong: Problem[],
): readonly ImageToBuild[] {
  const { name, ecrRepository, target } = entry;
  const problem = (member: ImageMember, what: string): Problem => atEntry(file, entry, member, what);
  if (ecrRepository === undefined) {
    wrong.push(problem('repository', 'is not said: which repository its image is pushed to'));
    return [];
  }
  const own = (entry.buildArgs ?? []).map((argument) => {
    const at = argument.indexOf('=');
    return [argument.slice(0, at), argument.slice(at + 1)] as const;
  });
  return [
    {
      name,
      repository: ecrRepository,
      ...placesIn(entry),
      ...(target === undefined ? {} : { target }),
      args: { ...inputs.buildArgs, ...Object.fromEntries(own) },
      contexts: contextsOf(entry),
      tags: tagsFor(inputs, name),
      entry,
      problem,
    },
  ];
}

const MEMBERS: Readonly<Partial<Record<ImageMember, string>>> = { repository: 'ecr-repository' };

const atEntry = (file: ServicesFile, { name }: ServiceEntry, member: ImageMember, wrong: string): Problem => ({
  // The tags are those of the input, whatever service has them.
  input: member === 'tags' ? 'tags' : 'services-file',
  wrong:
    member === 'tags'
      ? wrong
      : `is wrong at ${file.places.get(name)}: ${MEMBERS[member] ?? member} of ${name} ${wrong}`,
});

function placesIn({ context = '.', dockerfile }: ServiceEntry): Pick<ImageToBuild, 'context' | 'dockerfile'> {
  const folder = plain(context);
  return { context: folder, dockerfile: plain(dockerfile ?? (folder === '' ? 'Dockerfile' : `${folder}/Dockerfile`)) };
}

const plain = (path: string): string =>
  path
    .replace(/^(\.?\/)+/, '')
    .replace(/^\.$/, '')
    .replace(/\/$/, '');

function contextsOf({ buildContexts = [] }: ServiceEntry): Readonly<Record<string, NamedContext>> {
  const rows = buildContexts.map((given): readonly [string, NamedContext] => {
    const at = given.indexOf('=');
    const [key, from] = [given.slice(0, at), given.slice(at + 1)];
    if (from.startsWith('service:')) return [key, { target: from.slice('service:'.length) }];
    return [
      key,
      from.startsWith('docker-image://') ? { image: from.slice('docker-image://'.length) } : { folder: plain(from) },
    ];
  });
  return Object.fromEntries(rows);
}

/** With the name of the service put in. */
export const named = (pattern: string, name: string): string => pattern.replaceAll('{name}', name);

const tagsFor = ({ tags }: BuildPushInputs, name: string): readonly string[] => [
  ...new Set(tags.map((pattern) => named(pattern, name))),
];

/** A tag stands for one image of a repository. */
function tagProblems(images: readonly ImageToBuild[]): Problem[] {
  const owners = new Map<string, string>();
  const problems: Problem[] = [];
  for (const { name, repository, tags, problem } of images) {
    for (const tag of tags) {
      const reading = parseTag(tag);
      if (!reading.ok) problems.push(problem('tags', `has for ${name} a tag that ${reading.wrong}`));
      const owner = owners.get(`${repository}:${tag}`);
      if (owner !== undefined) {
        const wrong = `has ${tag}, which would stand for the images of ${owner} and ${name}, both in ${repository}: put {name} into it`;
        problems.push(problem('tags', wrong));
      }
      owners.set(`${repository}:${tag}`, owner ?? name);
    }
  }
  return problems;
}

function scanFileProblems({ scanFiles }: BuildPushInputs, images: readonly ImageToBuild[]): Problem[] {
  if (scanFiles === undefined) return [];
  if (typeof scanFiles === 'string') {
    return images.length === 1
      ? []
      : [{ input: 'scan-files', wrong: `is one report for ${images.length} images: say service=path for each` }];
  }
  const names = images.map(({ name }) => name);
  const unknown = Object.keys(scanFiles).filter((name) => !names.includes(name));
  const missing = names.filter((name) => !Object.hasOwn(scanFiles, name));
  return [
    ...unknown.map((name) => ({ input: 'scan-files', wrong: `names ${name}, which is not among the images` })),
    ...missing.map((name) => ({ input: 'scan-files', wrong: `has no report for ${name}` })),
  ];
}

/** Names that differ in the file may be the same for buildx no more than for people. */
function twins(images: readonly ImageToBuild[]): Problem[] {
  const first = new Map<string, string>();
  return images.flatMap(({ name, problem }) => {
    const key = name.toLowerCase();
    const other = first.get(key);
    first.set(key, other ?? name);
    return other === undefined ? [] : [problem('repository', `is called ${name}, and another one ${other}`)];
  });
}
