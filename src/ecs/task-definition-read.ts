import { nearest } from '../spec/nearest.js';
import type { Place } from '../text/place.js';
import type { DocumentsRead, Path, TextDocument } from '../text/text-document.js';
import { pathText } from './member-path.js';
import { isMembers, type Members, typeProblem } from './member-type.js';
import { replacePlaceholders } from './placeholders.js';
import { registrable, type TaskDefinition } from './task-definition.js';
import { objects, onlyDescribed, root } from './task-definition-keys.js';

/** One thing that is wrong with a task definition. */
export interface DefinitionProblem {
  readonly at: Place;
  /** Which member: `containerDefinitions[0].imgae`; empty for the definition as a whole. */
  readonly path: string;
  /** What is wrong, as the rest of a sentence that begins with the member. */
  readonly wrong: string;
  readonly suggestion?: string;
}

/** Keys that are sent although no schema here has them: these, or all. */
export type PassUnknown = 'all' | readonly string[];

export interface ReadSettings {
  readonly passUnknown?: PassUnknown | undefined;
  /** Values of `${NAME}`, or nothing to leave such texts as they are. */
  readonly placeholders?: Readonly<Record<string, string>> | undefined;
}

export type DefinitionRead =
  | {
      readonly ok: true;
      readonly definition: TaskDefinition;
      /** Paths of members that no schema here knows and that are sent all the same. */
      readonly passed: readonly string[];
      /** Where a member stands in the file, or what it stands in. */
      placeOf(path: Path): Place;
    }
  | { readonly ok: false; readonly problems: readonly DefinitionProblem[] };

/**
 * Reads one task definition: as it is registered, as `describe-task-definition` answers it, or that answer as a whole. What
 * ECS adds when it describes is taken away, a member that is null counts as absent (ECS takes it so), and everything else is
 * kept as it is written. Nothing is repaired: a key that RegisterTaskDefinition does not have and a value of another type
 * than it takes are problems, all of them at once.
 */
export function readTaskDefinition(documents: DocumentsRead, settings: ReadSettings = {}): DefinitionRead {
  const [first, second] = readTaskDefinitions(documents, settings);
  if (first === undefined) return failed({ at: { line: 1, column: 1 }, path: '', wrong: 'the file is empty' });
  if (second === undefined) return first.read;
  return failed({ at: second.at, path: '', wrong: 'a second task definition begins here, and only one is expected' });
}

const failed = (...problems: readonly DefinitionProblem[]): DefinitionRead => ({ ok: false, problems });

/** Reads all task definitions of a text: several YAML documents, or lists of definitions. */
export function readTaskDefinitions(
  read: DocumentsRead,
  settings: ReadSettings = {},
): { readonly at: Place; readonly read: DefinitionRead }[] {
  if (!read.ok) return [{ at: read.at, read: failed({ at: read.at, path: '', wrong: read.wrong }) }];
  return read.documents.flatMap((document) => {
    const { value } = document;
    const bases: readonly Base[] = Array.isArray(value)
      ? value.map((each: unknown, index) => ({ value: each, path: [index] }))
      : [{ value, path: [] }];
    return bases.map((base) => ({
      at: document.placeOf(base.path) ?? { line: 1, column: 1 },
      read: new Reader(document, settings).definition(base),
    }));
  });
}

interface Base {
  readonly value: unknown;
  readonly path: Path;
}

/** What stands beside `taskDefinition` in an answer: tags, and what the AWS CLI, boto3 and the SDK for JavaScript add. */
const besideDescribed = ['tags', 'ResponseMetadata', '$metadata'];

class Reader {
  private readonly problems: DefinitionProblem[] = [];
  private readonly passed: string[] = [];

  constructor(
    private readonly document: TextDocument,
    private readonly settings: ReadSettings,
  ) {}

  definition(base: Base): DefinitionRead {
    const members = this.unwrapped(base);
    const value = members === undefined ? undefined : this.object(members.value, root, members.path, members.tags);
    if (members !== undefined && value !== undefined) this.names(value, members.path);
    if (value === undefined || this.problems.length > 0) return failed(...this.problems.sort(byPlace));
    const path = members?.path ?? [];
    return {
      ok: true,
      definition: registrable(value),
      passed: this.passed,
      placeOf: (member) => this.place([...path, ...member]),
    };
  }

  /** The SDK's schemas do not ask for it, ECS does; and by their names containers are told apart here. */
  private names({ containerDefinitions }: TaskDefinition, path: Path): void {
    const seen = new Set<string>();
    for (const [index, container] of (containerDefinitions ?? []).entries()) {
      if (container === undefined) continue;
      const at = [...path, 'containerDefinitions', index];
      if (!container.name) this.problem(at, 'has no name');
      else if (seen.has(container.name))
        this.problem([...at, 'name'], `is ${container.name}, as another container is called`);
      seen.add(container.name ?? '');
    }
  }

  /** The definition itself, out of an answer of DescribeTaskDefinition where it is one. */
  private unwrapped({ value, path }: Base): { value: Members; path: Path; tags?: unknown } | undefined {
    if (!isMembers(value)) {
      this.problem(path, 'is not an object: a task definition is one, with family and containerDefinitions');
      return undefined;
    }
    const inner = value.taskDefinition;
    if (inner === undefined || Object.hasOwn(value, 'containerDefinitions')) return { value, path };
    for (const key of Object.keys(value)) {
      if (key === 'taskDefinition' || besideDescribed.includes(key)) continue;
      this.problem([...path, key], 'does not belong beside taskDefinition (only tags may stand there)');
    }
    if (!isMembers(inner)) {
      this.problem([...path, 'taskDefinition'], 'is not an object');
      return undefined;
    }
    const { tags } = value;
    if (tags === undefined || tags === null) return { value: inner, path: [...path, 'taskDefinition'] };
    if (inner.tags !== undefined)
      this.problem([...path, 'tags'], 'stands here and within taskDefinition: keep only one');
    return { value: inner, path: [...path, 'taskDefinition'], tags };
  }

  private object(value: Members, name: string, path: Path, tagsBeside?: unknown): Members {
    const types = objects[name] ?? {};
    const read: Record<string, unknown> = {};
    for (const [key, member] of Object.entries(value)) {
      // A key may be called constructor, and every object has one.
      const type = Object.hasOwn(types, key) ? types[key] : undefined;
      const at = [...path, key];
      if (type !== undefined) {
        const kept = member === null ? undefined : this.value(member, type.replace(/!$/, ''), at);
        if (kept !== undefined) read[key] = kept;
      } else if (name === root && onlyDescribed.includes(key)) {
        // Taken away: ECS has added it.
      } else if (this.passes(key)) {
        this.passed.push(pathText(at));
        Object.defineProperty(read, key, { value: member, enumerable: true, configurable: true, writable: true });
      } else this.unknown(key, name, at);
    }
    if (tagsBeside !== undefined)
      read.tags = this.value(tagsBeside, types.tags ?? 'Tag[]', [...path.slice(0, -1), 'tags']);
    for (const [key, type] of Object.entries(types)) {
      if (type.endsWith('!') && (value[key] ?? null) === null) this.problem(path, `has no ${key}`);
    }
    return read;
  }

  private value(value: unknown, type: string, path: Path): unknown {
    const given = this.withPlaceholders(value, type, path);
    const wrong = typeProblem(given, type, typeof given === 'string' ? undefined : this.document.writtenAt(path));
    if (wrong !== undefined) {
      this.problem(path, wrong);
      return undefined;
    }
    if (type.endsWith('[]')) {
      return (given as readonly unknown[]).map((item, index) => this.value(item, type.slice(0, -2), [...path, index]));
    }
    if (type === '{text}') {
      const entries = Object.entries(given as Members);
      return Object.fromEntries(entries.map(([key, item]) => [key, this.value(item, 'text', [...path, key])]));
    }
    return type in objects ? this.object(given as Members, type, path) : given;
  }

  private withPlaceholders(value: unknown, type: string, path: Path): unknown {
    if (this.settings.placeholders === undefined || typeof value !== 'string') return value;
    const replaced = replacePlaceholders(value, this.settings.placeholders, type);
    if (replaced.ok) return replaced.value;
    for (const wrong of replaced.wrong) this.problem(path, wrong);
    return value;
  }

  private passes(key: string): boolean {
    const { passUnknown = [] } = this.settings;
    return passUnknown === 'all' || passUnknown.includes(key);
  }

  private unknown(key: string, name: string, path: Path): void {
    const elsewhere = placesOf(key);
    if (elsewhere.length > 0) {
      this.problem(path, `is not a key that ECS knows here: it belongs in ${elsewhere.join(' or ')}`);
      return;
    }
    this.problem(path, 'is not a key that ECS knows here', nearest(key, Object.keys(objects[name] ?? {})));
  }

  /** A member that is not there has no place; what it would stand in has one. */
  private place(path: Path): Place {
    for (let length = path.length; length >= 0; length -= 1) {
      const at = this.document.placeOf(path.slice(0, length));
      if (at !== undefined) return at;
    }
    return { line: 1, column: 1 };
  }

  private problem(path: Path, wrong: string, suggestion?: string | undefined): void {
    this.problems.push({
      at: this.place(path),
      path: pathText(path),
      wrong,
      ...(suggestion === undefined ? {} : { suggestion }),
    });
  }
}

/** The objects that have such a key, as people find them. */
function placesOf(key: string): string[] {
  return Object.entries(objects)
    .filter(([, types]) => Object.hasOwn(types, key))
    .map(([name]) => wordsOf(name))
    .slice(0, 3);
}

function wordsOf(name: string): string {
  if (name === root) return 'the task definition itself';
  if (name === 'ContainerDefinition') return 'an item of containerDefinitions';
  const holder = Object.values(objects)
    .flatMap((types) => Object.entries(types))
    .find(([, type]) => type.replace(/(\[\])?!?$/, '') === name);
  return holder === undefined ? name : `${holder[0]}${holder[1].includes('[]') ? '[]' : ''}`;
}

function byPlace(a: DefinitionProblem, b: DefinitionProblem): number {
  return a.at.line - b.at.line || a.at.column - b.at.column;
}

/** `taskdef.json:3:7: containerDefinitions[0].imgae is not a key that ECS knows here. Did you mean "image"?` */
export function describeDefinitionProblem(problem: DefinitionProblem, fileName: string): string {
  return `${fileName}:${problem.at.line}:${problem.at.column}: ${wordsOfProblem(problem)}`;
}

/** The problem without its place. */
export function wordsOfProblem({ path, wrong, suggestion }: DefinitionProblem): string {
  const meant = suggestion === undefined ? '' : `. Did you mean ${JSON.stringify(suggestion)}?`;
  return `${path === '' ? '' : `${path} `}${wrong}${meant}`;
}
