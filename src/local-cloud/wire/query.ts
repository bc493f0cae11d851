import type { CloudService } from '../contract.js';
import { checkEnum } from './document.js';
import { type Path, type Problem, root } from './problem.js';
import type { ListShape, MapShape, Member, Shape, StructShape } from './shape.js';

/**
 * EC2's kind of Query names members by a trait of their own, or begins them with a capital letter, and lists never have
 * a member between (https://smithy.io/2.0/aws/protocols/aws-ec2-query-protocol.html).
 */
function formName({ service }: Decoding, name: string, member: Member | undefined): string {
  const usual = member?.xmlName ?? name;
  if (service.wire.protocol !== 'ec2') return usual;
  return member?.ec2Name ?? usual.charAt(0).toUpperCase() + usual.slice(1);
}

/**
 * The AWS Query protocol's requests: a form whose names are paths, `DefaultActions.member.1.ForwardConfig…`
 * (https://smithy.io/2.0/aws/protocols/aws-query-protocol.html).
 */
interface Node {
  value?: string;
  readonly children: Map<string, Node>;
}

/** Builds the tree of a form. `Action` and `Version` are in it like any other name. */
export function parseForm(body: string): Node {
  const top: Node = { children: new Map() };
  for (const [name, value] of new URLSearchParams(body)) {
    let node = top;
    for (const part of name.split('.')) {
      let next = node.children.get(part);
      if (next === undefined) {
        next = { children: new Map() };
        node.children.set(part, next);
      }
      node = next;
    }
    node.value = value;
  }
  return top;
}

export function decodeForm(
  service: CloudService,
  shape: StructShape | undefined,
  form: Node,
  problems: Problem[],
): Record<string, unknown> {
  return shape === undefined ? {} : decodeStruct({ service, problems }, shape, form, root);
}

interface Decoding {
  readonly service: CloudService;
  readonly problems: Problem[];
}

function decodeStruct(decoding: Decoding, shape: StructShape, node: Node, path: Path): Record<string, unknown> {
  const decoded: Record<string, unknown> = {};
  for (const [name, member] of shape.members) {
    const given = node.children.get(formName(decoding, name, member));
    if (given === undefined) continue;
    decoded[name] = decode(decoding, member, given, path.member(name));
    checkEnum(decoding, shape.name, name, decoded[name], path.member(name));
  }
  for (const name of shape.required) {
    if (!node.children.has(formName(decoding, name, shape.members.get(name))))
      decoding.problems.push({ kind: 'missing', path: path.member(name).toString() });
  }
  return decoded;
}

function decode(decoding: Decoding, member: Member, node: Node, path: Path): unknown {
  const shape = member.shape;
  switch (shape.kind) {
    case 'struct':
      return decodeStruct(decoding, shape, node, path);
    case 'list':
      return decodeList(decoding, shape, member.flat, node, path);
    case 'map':
      return decodeMap(decoding, shape, member.flat, node, path);
    default:
      return decodeText(decoding, shape, node.value ?? '', path);
  }
}

/** The numbered children, in order of their numbers, which need not begin at 1 nor be without gaps. */
function numbered(node: Node): Node[] {
  return [...node.children]
    .filter(([key]) => /^\d+$/.test(key))
    .sort(([a], [b]) => Number(a) - Number(b))
    .map(([, child]) => child);
}

function decodeList(decoding: Decoding, shape: ListShape, flat: boolean, node: Node, path: Path): unknown[] {
  const isFlat = flat || shape.flat || decoding.service.wire.protocol === 'ec2';
  const parent = isFlat ? node : (node.children.get(shape.of.xmlName ?? 'member') ?? node);
  return numbered(parent).map((child, i) => decode(decoding, shape.of, child, path.item(i)));
}

function decodeMap(
  decoding: Decoding,
  shape: MapShape,
  flat: boolean,
  node: Node,
  path: Path,
): Record<string, unknown> {
  const parent = flat || shape.flat ? node : (node.children.get('entry') ?? node);
  const decoded: Record<string, unknown> = {};
  for (const entry of numbered(parent)) {
    const key = entry.children.get(shape.key.xmlName ?? 'key')?.value ?? '';
    const value = entry.children.get(shape.of.xmlName ?? 'value');
    if (value !== undefined) decoded[key] = decode(decoding, shape.of, value, path.key(key));
  }
  return decoded;
}

function decodeText(decoding: Decoding, shape: Shape, text: string, path: Path): unknown {
  const wrong = (wanted: string): undefined => {
    decoding.problems.push({ kind: 'type', path: path.toString(), got: text, wanted });
    return undefined;
  };
  switch (shape.kind) {
    case 'number': {
      const value = Number(text);
      return text.trim() === '' || (Number.isNaN(value) && text !== 'NaN') ? wrong('Number') : value;
    }
    case 'boolean':
      return /^(true|false)$/i.test(text) ? text.toLowerCase() === 'true' : wrong('Boolean');
    case 'timestamp': {
      const at = /^[\d.]+$/.test(text) ? new Date(Number(text) * 1000) : new Date(text);
      return Number.isNaN(at.getTime()) ? wrong('Timestamp') : at;
    }
    case 'blob':
      return Buffer.from(text, 'base64');
    default:
      return text;
  }
}
