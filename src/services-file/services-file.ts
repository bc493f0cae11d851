import type { InputSpecs } from '../spec/action-spec.js';
import { nearest } from '../spec/nearest.js';
import { type Path, type Place, readDocument, type TextDocument } from '../text/document.js';
import { cycleIn } from './levels.js';
import { type Fault, isMapping, readShape } from './read-shape.js';
import { type ServicesFileValue, type ServiceValue, servicesFileShape } from './schema.js';

/** A service as it is to be deployed: what the file says of it, with the defaults put in. Durations are in milliseconds. */
export interface ServiceEntry extends ServiceValue {
  /** What the file calls it. */
  readonly name: string;
  /** What ECS calls it. */
  readonly service: string;
  readonly strategy: 'rolling' | 'blue-green';
  readonly dependsOn: readonly string[];
}

export interface ServicesFile {
  readonly fileName: string;
  /** In the order of the file. */
  readonly services: readonly ServiceEntry[];
  readonly sharedPaths: readonly string[];
  /** Where each service stands, as `file:line:column`, by its name: for what is found only with the inputs beside it. */
  readonly places: ReadonlyMap<string, string>;
}

/** One thing that is wrong in the file, and where. */
export interface FileProblem extends Omit<Fault, 'path'> {
  /** The member: `services.user.paths[0]`; empty for the file as a whole. */
  readonly member: string;
  readonly at: Place;
}

export type ServicesFileRead =
  | { readonly ok: true; readonly file: ServicesFile }
  | { readonly ok: false; readonly problems: readonly FileProblem[] };

/**
 * Reads a services file. Pure; answers every problem there is, in the order of the file, never only the first; a text that
 * is no document at all has one.
 *
 * @param inputs the inputs of a rolling update that a service may set for itself
 */
export function readServicesFile(text: string, fileName: string, inputs: InputSpecs): ServicesFileRead {
  const read = readDocument(text, fileName);
  if (!read.ok) return { ok: false, problems: [{ member: '', wrong: read.wrong, at: read.at }] };
  const { document } = read;
  const merged = merge(document.value);
  const reading = readShape(servicesFileShape(inputs), merged.value);
  const faults = reading.faults.map((fault) => ({ ...fault, path: merged.source(fault.path) }));
  const value = reading.value;
  if (value === undefined) return { ok: false, problems: placed(document, faults) };
  const services = [...value.services].map(entryOf);
  faults.push(...faultsBetween(services).map((fault) => ({ ...fault, path: merged.source(fault.path) })));
  if (faults.length > 0) return { ok: false, problems: placed(document, faults) };
  const places = new Map(
    services.map(({ name }) => {
      const { line, column } = placeOf(document, ['services', name]);
      return [name, `${fileName}:${line}:${column}`];
    }),
  );
  return { ok: true, file: { fileName, services, sharedPaths: value.sharedPaths ?? [], places } };
}

/** A problem in one line: file, line and column as compilers write them, so that editors and terminals can follow. */
export function describeFileProblem(fileName: string, problem: FileProblem): string {
  const { at, member, wrong, accepts, suggestion } = problem;
  const what = member === '' ? wrong : `${member} ${wrong}`;
  const accepted = accepts === undefined ? '' : ` Accepted: ${accepts}.`;
  const meant = suggestion === undefined ? '' : ` Did you mean ${JSON.stringify(suggestion)}?`;
  return `${fileName}:${at.line}:${at.column}: ${what}.${accepted}${meant}`;
}

function entryOf([name, value]: [
  string,
  ServicesFileValue['services'] extends ReadonlyMap<string, infer V> ? V : never,
]): ServiceEntry {
  return {
    ...value,
    name,
    service: value.service ?? name,
    strategy: value.strategy ?? 'rolling',
    dependsOn: value.dependsOn ?? [],
  };
}

/** The document with the defaults put into each service, and the way back from a path of it to the path in the text. */
function merge(value: unknown): { value: unknown; source: (path: Path) => Path } {
  if (!isMapping(value) || !isMapping(value.services)) return { value, source: (path) => path };
  const defaults = isMapping(value.defaults) ? value.defaults : {};
  const own = value.services;
  const services = Object.fromEntries(
    Object.entries(own).map(([name, service]) => {
      if (!isMapping(service) && service !== null) return [name, service];
      const given = service ?? {};
      const common = named(defaults, name) as Record<string, unknown>;
      const rolling = merged(common.rolling, given.rolling);
      return [name, { ...common, ...given, ...(rolling === undefined ? {} : { rolling }) }];
    }),
  );
  const source = (path: Path): Path => {
    const [top, name, ...rest] = path;
    if (top !== 'services' || name === undefined || rest.length === 0) return path;
    const depth = rest[0] === 'rolling' ? 2 : 1;
    const member = valueAt(own[name], rest.slice(0, depth));
    const common = valueAt(defaults, rest.slice(0, depth));
    return member === undefined && common !== undefined ? ['defaults', ...rest] : path;
  };
  // What the defaults say is read for itself as well, under a name like any other, for what no service takes over.
  const shown = value.defaults === undefined ? {} : { defaults: named(value.defaults, 'name') };
  return { value: { ...value, ...shown, services }, source };
}

function valueAt(value: unknown, path: Path): unknown {
  let here = value;
  for (const key of path) {
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, key)) return undefined;
    here = (here as Record<string | number, unknown>)[key];
  }
  return here;
}

function merged(common: unknown, own: unknown): unknown {
  if (own === undefined) return common;
  return isMapping(common) && isMapping(own) ? { ...common, ...own } : own;
}

/** `{name}` in every text below. */
function named(value: unknown, name: string): unknown {
  if (typeof value === 'string') return value.replaceAll('{name}', () => name);
  if (Array.isArray(value)) return value.map((item) => named(item, name));
  if (!isMapping(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, named(item, name)]));
}

function faultsBetween(services: readonly ServiceEntry[]): Fault[] {
  const names = services.map(({ name }) => name);
  if (names.length === 0) return [{ path: ['services'], wrong: 'names no service' }];
  const unknown = services.flatMap(({ name, dependsOn }) =>
    dependsOn.flatMap((other, index): Fault[] => {
      const path = ['services', name, 'depends-on', index];
      if (other === name) return [{ path, wrong: 'names the service itself' }];
      if (names.includes(other)) return [];
      const suggestion = nearest(other, names);
      const wrong = `names ${JSON.stringify(other)}, which is no service of this file`;
      return [{ path, wrong, accepts: names.join(', '), ...(suggestion === undefined ? {} : { suggestion }) }];
    }),
  );
  return [
    ...unknown,
    ...(unknown.length === 0 ? cycleFault(services) : []),
    ...twins(services),
    ...stepFaults(services),
  ];
}

function cycleFault(services: readonly ServiceEntry[]): Fault[] {
  const cycle = cycleIn(services);
  const [first, second] = cycle ?? [];
  if (cycle === undefined || first === undefined || second === undefined) return [];
  const at = services.find(({ name }) => name === first)?.dependsOn.indexOf(second) ?? 0;
  const wrong = `closes a circle, so that none of these can be the first: ${cycle.join(' → ')}`;
  return [{ path: ['services', first, 'depends-on', at], wrong }];
}

/** Two entries for one ECS service would undo each other. */
function twins(services: readonly ServiceEntry[]): Fault[] {
  const first = new Map<string, string>();
  return services.flatMap(({ name, service, cluster = '' }) => {
    const key = `${cluster} ${service}`;
    const other = first.get(key);
    first.set(key, other ?? name);
    if (other === undefined) return [];
    return [{ path: ['services', name, 'service'], wrong: `is ${service}, and so is that of ${other}` }];
  });
}

function stepFaults(services: readonly ServiceEntry[]): Fault[] {
  return services.flatMap(({ name, before = [], after = [] }) =>
    Object.entries({ before, after }).flatMap(([list, steps]) =>
      steps.flatMap((one, index) =>
        steps.findIndex((other) => other.name === one.name) === index
          ? []
          : [{ path: ['services', name, list, index, 'name'], wrong: `is ${one.name}, as that of a step before it` }],
      ),
    ),
  );
}

function placed(document: TextDocument, faults: readonly Fault[]): FileProblem[] {
  const problems = faults.map(({ path, ...fault }) => ({
    ...fault,
    member: memberName(path),
    at: placeOf(document, path),
  }));
  // A default is read for every service: what is wrong with it is told once, whatever name stood in it.
  const same = ({ member, wrong }: FileProblem): string =>
    `${member} ${member.startsWith('defaults') ? wrong.replace(/^\(".*"\) /, '') : wrong}`;
  const unique = new Map(problems.toReversed().map((problem) => [same(problem), problem]));
  return [...unique.values()].sort((a, b) => a.at.line - b.at.line || a.at.column - b.at.column);
}

/** The place of the member, or of the nearest thing around it that is there. */
function placeOf(document: TextDocument, path: Path): Place {
  for (let length = path.length; length > 0; length -= 1) {
    const at = document.placeOf(path.slice(0, length));
    if (at !== undefined) return at;
  }
  return document.placeOf([]) ?? { line: 1, column: 1 };
}

/** `services.user.paths[0]` */
function memberName(path: Path): string {
  const plain = (part: string): string => (/^[\w-]+$/.test(part) ? part : JSON.stringify(part));
  const name = path.map((part) => (typeof part === 'number' ? `[${part}]` : `.${plain(part)}`)).join('');
  return name === '' ? 'the file' : name.replace(/^\./, '');
}
