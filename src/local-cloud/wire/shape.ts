/**
 * The shapes of a service, compiled once from the schemas that its SDK client exports (`CreateServiceRequest$`). A raw
 * schema is an array `[kind, namespace, name, traits, …]` or a number for a simple type; the numbers are those of
 * `@smithy/core/schema`. Simple types do not tell integers from floats and carry no ranges: where the API has a range,
 * the service checks it by hand. Which strings are enumerations is in `enums.ts`.
 */
export type Shape = StructShape | ListShape | MapShape | SimpleShape;

export interface StructShape {
  readonly kind: 'struct';
  readonly name: string;
  readonly members: ReadonlyMap<string, Member>;
  /** Names of the members that must be there. */
  readonly required: readonly string[];
}

export interface ListShape {
  readonly kind: 'list';
  readonly of: Member;
  readonly flat: boolean;
}

export interface MapShape {
  readonly kind: 'map';
  readonly key: Member;
  readonly of: Member;
  readonly flat: boolean;
}

export interface SimpleShape {
  readonly kind: 'string' | 'number' | 'boolean' | 'blob' | 'timestamp' | 'document';
}

export interface Member {
  readonly shape: Shape;
  /** What the member is called in Query and XML, where that is not its own name. */
  readonly xmlName?: string;
  /** What the member is called in a request of EC2's Query protocol, where that is not its own or its XML name. */
  readonly ec2Name?: string;
  /** A list or map without a wrapping element. */
  readonly flat: boolean;
}

/** An operation's request and answer. Undefined stands for "no members at all". */
export interface OperationShape {
  readonly name: string;
  readonly input: StructShape | undefined;
  readonly output: StructShape | undefined;
}

type Traits = Readonly<Record<string, unknown>>;
type Raw = number | string | readonly unknown[] | (() => Raw);

const simple: Readonly<Record<number, SimpleShape['kind']>> = {
  0: 'string',
  1: 'number',
  2: 'boolean',
  4: 'timestamp',
  5: 'timestamp',
  6: 'timestamp',
  7: 'timestamp',
  15: 'document',
  17: 'number',
  19: 'number',
  21: 'blob',
  42: 'blob',
};

const kindOf = { error: -3, simple: 0, list: 1, map: 2, struct: 3, union: 4, operation: 9 } as const;

const compiled = new WeakMap<object, Shape>();

function resolve(raw: Raw): number | string | readonly unknown[] {
  let now: Raw = raw;
  while (typeof now === 'function') now = now();
  return now;
}

/** `[schema, traits]` is a member with traits of its own; a schema begins with its kind. */
function isMember(raw: readonly unknown[]): boolean {
  return raw.length === 2 && typeof raw[0] !== 'string';
}

function traitsOf(raw: unknown): Traits {
  return typeof raw === 'object' && raw !== null ? (raw as Traits) : {};
}

/** Compiles on first use, because shapes may hold themselves. */
function lazyMember(raw: Raw): Member {
  let traits: Traits = {};
  let schema = resolve(raw);
  while (Array.isArray(schema) && isMember(schema)) {
    traits = { ...traitsOf(schema[1]), ...traits };
    schema = resolve(schema[0] as Raw);
  }
  const own = Array.isArray(schema) ? traitsOf(schema[3]) : {};
  const xmlName = traits.xmlName ?? own.xmlName;
  let shape: Shape | undefined;
  return {
    get shape() {
      shape ??= compile(schema);
      return shape;
    },
    ...(typeof xmlName === 'string' ? { xmlName } : {}),
    ...(typeof traits.ec2QueryName === 'string' ? { ec2Name: traits.ec2QueryName } : {}),
    flat: Boolean(traits.xmlFlattened ?? own.xmlFlattened),
  };
}

/** Compiles one schema. Throws TypeError for a kind this file does not know (a newer SDK). */
export function compile(raw: unknown): Shape {
  const schema = resolve(raw as Raw);
  if (typeof schema === 'number') return compileNumber(schema);
  if (typeof schema === 'string') return { kind: 'struct', name: schema, members: new Map(), required: [] };
  const known = compiled.get(schema);
  if (known !== undefined) return known;
  const shape = compileArray(schema);
  compiled.set(schema, shape);
  return shape;
}

function compileNumber(schema: number): Shape {
  if (schema >= 128) return { kind: 'map', key: lazyMember(0), of: lazyMember(schema - 128), flat: false };
  if (schema >= 64) return { kind: 'list', of: lazyMember(schema - 64), flat: false };
  const kind = simple[schema];
  if (kind === undefined) throw new TypeError(`unknown simple schema ${schema}`);
  return { kind };
}

function compileArray(schema: readonly unknown[]): Shape {
  const flat = Boolean(traitsOf(schema[3]).xmlFlattened);
  switch (schema[0]) {
    case kindOf.simple:
      return compile(schema[4]);
    case kindOf.list:
      return { kind: 'list', of: lazyMember(schema[4] as Raw), flat };
    case kindOf.map:
      return { kind: 'map', key: lazyMember(schema[4] as Raw), of: lazyMember(schema[5] as Raw), flat };
    case kindOf.struct:
    case kindOf.union:
    case kindOf.error: {
      const names = schema[4] as readonly string[];
      const types = schema[5] as readonly Raw[];
      const members = new Map(names.map((name, i) => [name, lazyMember(types[i] as Raw)]));
      return {
        kind: 'struct',
        name: String(schema[2]),
        members,
        required: names.slice(0, typeof schema[6] === 'number' ? schema[6] : 0),
      };
    }
    default:
      throw new TypeError(`unknown schema kind ${String(schema[0])}`);
  }
}

/** The shape of an operation, or undefined when the service's API has none of that name. */
export function operationShape(sdk: Readonly<Record<string, unknown>>, name: string): OperationShape | undefined {
  const raw = sdk[`${name}$`];
  if (!Array.isArray(raw) || raw[0] !== kindOf.operation) return undefined;
  return { name, input: structOf(raw[4]), output: structOf(raw[5]) };
}

function structOf(raw: unknown): StructShape | undefined {
  const schema = resolve(raw as Raw);
  if (schema === 'unit') return undefined;
  const shape = compile(schema);
  return shape.kind === 'struct' ? shape : undefined;
}

/**
 * Members of `input` (at any depth, as paths like `containerDefinitions.0.imgae`) that the shape does not have. AWS's
 * JSON services ignore them; botocore and seeds refuse them.
 */
export function unknownMembers(shape: Shape, input: unknown, path = ''): string[] {
  if (typeof input !== 'object' || input === null) return [];
  const at = (key: string | number) => (path === '' ? String(key) : `${path}.${key}`);
  if (shape.kind === 'list') {
    return Array.isArray(input) ? input.flatMap((item, i) => unknownMembers(shape.of.shape, item, at(i))) : [];
  }
  if (shape.kind === 'map') {
    return Object.entries(input).flatMap(([key, value]) => unknownMembers(shape.of.shape, value, at(key)));
  }
  if (shape.kind !== 'struct') return [];
  return Object.entries(input).flatMap(([key, value]) => {
    const member = shape.members.get(key);
    return member === undefined ? [at(key)] : unknownMembers(member.shape, value, at(key));
  });
}

/** How an error of the API is written: its class name, its Query code, and its HTTP status. */
export interface ErrorShape {
  readonly name: string;
  readonly queryCode: string;
  readonly status: number | undefined;
}

/** Every error of a service, found by class name and by Query code. */
export function errorShapes(sdk: Readonly<Record<string, unknown>>): ReadonlyMap<string, ErrorShape> {
  const found = new Map<string, ErrorShape>();
  for (const raw of Object.values(sdk)) {
    if (!Array.isArray(raw) || raw[0] !== kindOf.error) continue;
    const traits = traitsOf(raw[3]);
    const query = Array.isArray(traits.awsQueryError) ? traits.awsQueryError : [];
    const error: ErrorShape = {
      name: String(raw[2]),
      queryCode: typeof query[0] === 'string' ? query[0] : String(raw[2]),
      // The status beside the Query code is for Query alone: SSM's model says 404 there, its JSON answers say 400.
      status: typeof traits.httpError === 'number' ? traits.httpError : undefined,
    };
    found.set(error.name, error);
    if (!found.has(error.queryCode)) found.set(error.queryCode, error);
  }
  return found;
}
