import type { InputSpec } from '../spec/action-spec.js';
import type { Kind } from '../spec/kind.js';
import { nearest } from '../spec/nearest.js';
import { type Fields, fieldName, type Shape, type Value } from './shape.js';

export type Path = readonly (string | number)[];

/** One thing that is wrong in a file. */
export interface Fault {
  readonly path: Path;
  /** What is wrong, as the rest of a sentence that begins with the path. */
  readonly wrong: string;
  readonly accepts?: string;
  readonly suggestion?: string;
}

/** Reads a value by its shape. Pure; gathers every fault there is, and answers a value only when there is none. */
export function readShape<S extends Shape>(
  shape: S,
  value: unknown,
): { readonly value?: Value<S>; readonly faults: readonly Fault[] } {
  const faults: Fault[] = [];
  const result = new Reader(faults).read(shape, value, []);
  return faults.length > 0 ? { faults } : { value: result as Value<S>, faults };
}

/** A mapping of the document: never an array, never null. */
export function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

class Reader {
  constructor(private readonly faults: Fault[]) {}

  read(shape: Shape, value: unknown, path: Path): unknown {
    switch (shape.is) {
      case 'scalar':
        return this.scalar(shape.kind, value, path);
      case 'list':
        return this.list(shape.of, shape.repeats === true, value, path);
      case 'mapping':
        return this.mapping(shape.key, shape.of, value, path);
      case 'record':
        return this.record(shape.fields, value, path);
      case 'settings':
        return this.settings(shape.inputs, value, path);
    }
  }

  private scalar(kind: Kind<unknown, unknown>, value: unknown, path: Path): unknown {
    const text = this.text(kind, value, path);
    if (text === undefined) return undefined;
    const reading = kind.read(text);
    if (reading.ok) return reading.value;
    this.fault(path, `(${JSON.stringify(text)}) ${reading.wrong}`, kind.accepts, reading.suggestion);
    return undefined;
  }

  /** A number or a flag stands without quotes only where one is meant: elsewhere YAML would have made 1.1 of 1.10. */
  private text(kind: Kind<unknown, unknown>, value: unknown, path: Path): string | undefined {
    if (typeof value === 'string') {
      const text = value.trim();
      if (text !== '') return text;
      this.fault(path, 'is empty', kind.accepts);
    } else if (typeof value === 'number' || typeof value === 'boolean') {
      if (kind.workflowType === typeof value) return String(value);
      this.fault(path, `is ${nameOf(value)}, not text`, `${kind.accepts}, in quotes where YAML reads something else`);
    } else {
      this.fault(path, `is ${nameOf(value)}`, kind.accepts);
    }
    return undefined;
  }

  private list(of: Shape, repeats: boolean, value: unknown, path: Path): unknown[] {
    if (!Array.isArray(value)) {
      this.fault(path, `is ${nameOf(value)} instead of a list`, 'a list: one line with "- " per item');
      return [];
    }
    const seen = new Set<unknown>();
    return value.map((item: unknown, index) => {
      if (!repeats && seen.has(item)) this.fault([...path, index], `names ${JSON.stringify(item)} twice`);
      seen.add(item);
      return this.read(of, item, [...path, index]);
    });
  }

  private mapping(key: Kind<string, unknown>, of: Shape, value: unknown, path: Path): Map<string, unknown> {
    const entries = new Map<string, unknown>();
    if (!this.isMapping(value, path)) return entries;
    for (const [name, item] of Object.entries(value)) {
      const reading = key.read(name);
      if (!reading.ok) this.fault([...path, name], `has a name that ${reading.wrong}`, key.accepts, reading.suggestion);
      // An entry of which nothing is said is a name with nothing behind it.
      entries.set(name, this.read(of, item ?? {}, [...path, name]));
    }
    return entries;
  }

  private record(fields: Fields, value: unknown, path: Path): unknown {
    const result: Record<string, unknown> = {};
    if (!this.isMapping(value, path)) return result;
    this.unknownNames(Object.keys(fields), value, path);
    for (const [name, field] of Object.entries(fields)) {
      if (Object.hasOwn(value, name)) result[fieldName(name)] = this.read(field.shape, value[name], [...path, name]);
      else if (field.required) this.fault(path, `has no ${name}, which is required`);
    }
    return result;
  }

  private settings(inputs: Readonly<Record<string, InputSpec>>, value: unknown, path: Path): Record<string, string> {
    const result: Record<string, string> = {};
    if (!this.isMapping(value, path)) return result;
    this.unknownNames(Object.keys(inputs), value, path);
    for (const [name, input] of Object.entries(inputs)) {
      if (!Object.hasOwn(value, name)) continue;
      const text = this.settingText(input, value[name], [...path, name]);
      if (text === undefined) continue;
      result[name] = text;
      const reading = input.kind.read(text);
      // What is taken word by word may hold what nobody should see.
      const shown = input.verbatim ? '' : `(${JSON.stringify(text)}) `;
      if (!reading.ok) this.fault([...path, name], `${shown}${reading.wrong}`, input.kind.accepts, reading.suggestion);
    }
    return result;
  }

  /**
   * A list stands for lines, a mapping for lines `name=value`; both for JSON where the input takes each character as it is.
   */
  private settingText(input: InputSpec, value: unknown, path: Path): string | undefined {
    const { kind, verbatim } = input;
    const isList = Array.isArray(value);
    if (typeof value === 'string' && verbatim && value.trim() !== '') return value;
    if (!isList && !isMapping(value)) return this.text(kind, value, path);
    const before = this.faults.length;
    const texts = Object.entries(value).map(([key, item]): [string, string] => {
      const text = typeof item === 'string' || (typeof item === 'number' && !verbatim) ? String(item) : undefined;
      const isGood = text !== undefined && (verbatim || /^[^\r\n]*\S[^\r\n]*$/.test(text));
      const here = [...path, isList ? Number(key) : key];
      if (!isGood) this.fault(here, verbatim ? 'is not text' : 'is not one line of text', kind.accepts);
      return [key, text ?? ''];
    });
    if (this.faults.length > before) return undefined;
    if (texts.length === 0 && !verbatim) return this.text(kind, '', path);
    if (verbatim) return JSON.stringify(isList ? texts.map(([, item]) => item) : Object.fromEntries(texts));
    return texts.map(([key, item]) => (isList ? item.trim() : `${key}=${item.trim()}`)).join('\n');
  }

  private isMapping(value: unknown, path: Path): value is Readonly<Record<string, unknown>> {
    if (isMapping(value)) return true;
    this.fault(path, `is ${nameOf(value)} instead of a mapping`, 'a mapping: one line "name: value" per entry');
    return false;
  }

  private unknownNames(known: readonly string[], value: object, path: Path): void {
    for (const name of Object.keys(value)) {
      if (known.includes(name)) continue;
      this.fault([...path, name], 'is not known here', known.join(', '), nearest(name, known));
    }
  }

  private fault(path: Path, wrong: string, accepts?: string, suggestion?: string): void {
    this.faults.push({
      path,
      wrong,
      ...(accepts === undefined ? {} : { accepts }),
      ...(suggestion === undefined ? {} : { suggestion }),
    });
  }
}

function nameOf(value: unknown): string {
  if (value === null || value === undefined) return 'empty';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a mapping';
  if (typeof value === 'string') return 'text';
  return `${typeof value === 'boolean' ? 'a flag' : 'a number'} (${String(value)})`;
}
