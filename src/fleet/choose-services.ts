import type { ServiceEntry, ServicesFile } from '../services-file/services-file.js';
import { InputError } from '../spec/input-error.js';

/** Which services of which file are meant, as inputs say it. */
export interface ChoosingInputs {
  readonly services: 'all' | 'changed' | readonly string[] | undefined;
  readonly changedSince: string | undefined;
  readonly changedPaths: readonly string[] | undefined;
  readonly cluster: string | undefined;
}

export interface ChoosingOutside {
  /** @throws InputError when it cannot be read */
  readFile(path: string): Promise<string>;
  /** The paths that changed, or `all` on a branch that is new. @throws InputError when that cannot be known */
  changedPaths(since: string | undefined): Promise<readonly string[] | 'all'>;
}

/** @throws InputError with every problem of the file, each with its line and column */
export async function servicesFile(
  path: string,
  { readFile }: Pick<ChoosingOutside, 'readFile'>,
): Promise<ServicesFile> {
  const text = await readFile(path);
  // Loaded when there is a file to read: the parser of YAML is large.
  const [{ describeFileProblem, readServicesFile }, { serviceSettings }] = await Promise.all([
    import('../services-file/services-file.js'),
    import('../services-file/settings.js'),
  ]);
  const reading = readServicesFile(text, path.replace(/^(\.\/)+/, ''), serviceSettings);
  if (reading.ok) return reading.file;
  throw new InputError(
    reading.problems.map((problem) => ({
      input: 'services-file',
      wrong: `is wrong at ${describeFileProblem(path, problem).replace(/\.$/, '')}`,
    })),
  );
}

/** The services that are meant, and what is to be said of those that are left out. */
export async function chooseServices(
  file: ServicesFile,
  { services: selection = 'all', changedSince, changedPaths, cluster }: ChoosingInputs,
  outside: ChoosingOutside,
): Promise<{ readonly chosen: readonly ServiceEntry[]; readonly left: readonly string[] }> {
  const { selectServices, whatChanged } = await import('../services-file/select.js');
  const isByChange = selection === 'changed';
  const given = changedPaths ?? (isByChange ? await outside.changedPaths(changedSince) : []);
  const paths = given === 'all' ? [] : given;
  const { services, problems } = selectServices(file, isByChange && given === 'all' ? 'all' : selection, paths);
  const others = services.filter(({ strategy }) => strategy !== 'rolling');
  const chosen = services.filter(({ strategy }) => strategy === 'rolling');
  const named = typeof selection === 'string' ? [] : others;
  const wrong = [
    ...problems.map(({ name, ...problem }) => ({ input: 'services', value: name, ...problem })),
    ...named.map(({ name, strategy }) => ({
      input: 'services',
      value: name,
      wrong: `has the strategy ${strategy} at ${file.places.get(name)}: deploy it with ecs-${strategy}`,
    })),
    ...chosen
      .filter((service) => service.cluster === undefined && cluster === undefined)
      .map(({ name }) => ({
        input: 'services-file',
        wrong: `is wrong at ${file.places.get(name)}: it names no cluster for ${name}, and the input cluster is not given either`,
      })),
  ];
  if (wrong.length > 0) throw new InputError(wrong);
  const changes = isByChange
    ? chosen.map((service) => `${service.name}: ${whatChanged(file, service, paths) ?? 'the branch is new'}`)
    : [];
  return { chosen, left: [...changes, ...others.map(({ name, strategy }) => `${name} is left out: ${strategy}`)] };
}
