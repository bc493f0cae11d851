import { nearest } from '../spec/nearest.js';
import type { ServiceEntry, ServicesFile } from './services-file.js';
import { takes } from './watch-paths.js';

/** `all`, `changed`, or the names of services. */
export type Selection = 'all' | 'changed' | readonly string[];

export interface Selected {
  /** In the order of the file. */
  readonly services: readonly ServiceEntry[];
  /** What is wrong with the names, each a sentence's rest with what was probably meant. */
  readonly problems: readonly { readonly name: string; readonly wrong: string; readonly suggestion?: string }[];
}

/** The services that are meant. `changedPaths` are those of the files that differ, from the top of the repository. */
export function selectServices(file: ServicesFile, selection: Selection, changedPaths: readonly string[]): Selected {
  if (selection === 'all') return { services: file.services, problems: [] };
  if (selection === 'changed') {
    const services = file.services.filter((service) => whatChanged(file, service, changedPaths) !== undefined);
    return { services, problems: [] };
  }
  const names = file.services.map(({ name }) => name);
  const problems = selection
    .filter((name) => !names.includes(name))
    .map((name) => {
      const suggestion = nearest(name, names);
      const wrong = `is no service of ${file.fileName}, which has ${names.join(', ')}`;
      return { name, wrong, ...(suggestion === undefined ? {} : { suggestion }) };
    });
  return { services: file.services.filter(({ name }) => selection.includes(name)), problems };
}

/**
 * The first path that makes the service a changed one, or nothing. The services file itself changes every service: what it
 * says of one may have changed.
 */
export function whatChanged(
  file: ServicesFile,
  service: ServiceEntry,
  changedPaths: readonly string[],
): string | undefined {
  const patterns = watchedBy(service);
  return changedPaths.find((path) => path === file.fileName || takes(patterns, path) || takes(file.sharedPaths, path));
}

/** The patterns of what belongs to a service: `paths`, or what the entry names. */
export function watchedBy({
  paths,
  context,
  dockerfile,
  taskDefinition,
  buildContexts = [],
}: ServiceEntry): readonly string[] {
  if (paths !== undefined) return paths;
  const folder = context === undefined ? undefined : plain(context);
  if (folder === undefined || folder === '') return ['**'];
  const files = [dockerfile, taskDefinition].filter((path) => path !== undefined && !path.startsWith('arn:'));
  const folders = buildContexts
    .map((context) => context.slice(context.indexOf('=') + 1))
    .filter((from) => !/^(?:docker-image|service):/.test(from));
  return [folder, ...[...files, ...folders].map((path) => plain(path ?? ''))];
}

const plain = (path: string): string =>
  path
    .replace(/^(\.?\/)+/, '')
    .replace(/^\.$/, '')
    .replace(/\/$/, '');
