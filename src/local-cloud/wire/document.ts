import type { CloudService } from '../contract.js';
import { enumOf } from './enums.js';
import { type Path, type Problem, root } from './problem.js';
import type { Shape, StructShape } from './shape.js';

/**
 * From and to the value tree of the JSON and CBOR protocols. Timestamps come in as `Date`; they go out from a `Date`
 * or from epoch milliseconds. Blobs are `Uint8Array`. A null member counts as absent, and a member the shape does not
 * have is dropped, as AWS does (https://smithy.io/2.0/aws/protocols/aws-json-1_1-protocol.html).
 */
export interface Format {
  /** Epoch seconds, text or the protocol's own form to a Date; undefined when it is none. */
  readTimestamp(value: unknown): Date | undefined;
  writeTimestamp(at: Date): unknown;
  readBlob(value: unknown): Uint8Array | undefined;
  writeBlob(value: Uint8Array): unknown;
  writeNumber(value: number): unknown;
}

/** Decodes a request. Problems are added to `problems`; what is returned is only good when there are none. */
export function decodeInput(
  format: Format,
  service: CloudService,
  shape: StructShape | undefined,
  value: unknown,
  problems: Problem[],
): Record<string, unknown> {
  if (shape === undefined) return {};
  return decodeStruct({ format, service, problems }, shape, value, root);
}

interface Decoding {
  readonly format: Format;
  readonly service: CloudService;
  readonly problems: Problem[];
}

function wrongType(decoding: Decoding, path: Path, value: unknown, wanted: string): undefined {
  const got = Array.isArray(value) ? 'list' : value === null ? 'null' : typeof value;
  decoding.problems.push({ kind: 'type', path: path.toString(), got, wanted });
  return undefined;
}

function decodeStruct(decoding: Decoding, shape: StructShape, value: unknown, path: Path): Record<string, unknown> {
  const decoded: Record<string, unknown> = {};
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    wrongType(decoding, path, value, 'structure');
    return decoded;
  }
  for (const [name, given] of Object.entries(value)) {
    const member = shape.members.get(name);
    if (member === undefined || given === null || given === undefined) continue;
    decoded[name] = decode(decoding, member.shape, given, path.member(name));
    checkEnum(decoding, shape.name, name, decoded[name], path.member(name));
  }
  for (const name of shape.required) {
    if (decoded[name] === undefined && (value as Record<string, unknown>)[name] == null) {
      decoding.problems.push({ kind: 'missing', path: path.member(name).toString() });
    }
  }
  return decoded;
}

/** Shared with the Query protocol. */
export function checkEnum(
  decoding: { readonly service: CloudService; readonly problems: Problem[] },
  struct: string,
  member: string,
  value: unknown,
  path: Path,
): void {
  const accepted = enumOf(decoding.service, struct, member);
  if (accepted === undefined) return;
  const values = Array.isArray(value) ? value : [value];
  values.forEach((each, i) => {
    if (typeof each !== 'string' || accepted.includes(each)) return;
    const at = Array.isArray(value) ? path.item(i) : path;
    decoding.problems.push({ kind: 'enum', path: at.toString(), value: each, accepted });
  });
}

function decode(decoding: Decoding, shape: Shape, value: unknown, path: Path): unknown {
  switch (shape.kind) {
    case 'struct':
      return decodeStruct(decoding, shape, value, path);
    case 'list':
      if (!Array.isArray(value)) return wrongType(decoding, path, value, 'list');
      return value
        .filter((item) => item !== null)
        .map((item, i) => decode(decoding, shape.of.shape, item, path.item(i)));
    case 'map':
      if (typeof value !== 'object' || value === null || Array.isArray(value)) {
        return wrongType(decoding, path, value, 'map');
      }
      return Object.fromEntries(
        Object.entries(value).map(([key, item]) => [key, decode(decoding, shape.of.shape, item, path.key(key))]),
      );
    case 'string':
      return typeof value === 'string' ? value : wrongType(decoding, path, value, 'String');
    case 'boolean':
      return typeof value === 'boolean' ? value : wrongType(decoding, path, value, 'Boolean');
    case 'number':
      return decodeNumber(value) ?? wrongType(decoding, path, value, 'Number');
    case 'timestamp':
      return decoding.format.readTimestamp(value) ?? wrongType(decoding, path, value, 'Timestamp');
    case 'blob':
      return decoding.format.readBlob(value) ?? wrongType(decoding, path, value, 'Blob');
    case 'document':
      return value;
  }
}

/** The three numbers that JSON cannot write come as text. */
function decodeNumber(value: unknown): number | undefined {
  if (typeof value === 'number') return value;
  if (typeof value === 'bigint') return Number(value);
  return value === 'NaN' || value === 'Infinity' || value === '-Infinity' ? Number(value) : undefined;
}

/** Encodes an answer: only the members the shape has, without those that are undefined. */
export function encodeOutput(format: Format, shape: Shape | undefined, value: unknown): unknown {
  if (shape === undefined) return {};
  return encode(format, shape, value ?? {});
}

function encode(format: Format, shape: Shape, value: unknown): unknown {
  switch (shape.kind) {
    case 'struct': {
      const encoded: Record<string, unknown> = {};
      for (const [name, given] of Object.entries(value as object)) {
        const member = shape.members.get(name);
        if (member === undefined || given === undefined || given === null) continue;
        encoded[name] = encode(format, member.shape, given);
      }
      return encoded;
    }
    case 'list':
      return [...(value as Iterable<unknown>)].map((item) => encode(format, shape.of.shape, item));
    case 'map':
      return Object.fromEntries(
        Object.entries(value as object)
          .filter(([, item]) => item !== undefined)
          .map(([key, item]) => [key, encode(format, shape.of.shape, item)]),
      );
    case 'timestamp':
      return format.writeTimestamp(toDate(value));
    case 'blob':
      return format.writeBlob(typeof value === 'string' ? Buffer.from(value) : (value as Uint8Array));
    case 'number':
      return format.writeNumber(Number(value));
    default:
      return value;
  }
}

/** Epoch milliseconds or a Date; a number too small to be milliseconds after 1973 is taken for epoch seconds. */
export function toDate(value: unknown): Date {
  if (value instanceof Date) return value;
  const number = Number(value);
  return new Date(number < 1e11 ? number * 1000 : number);
}
