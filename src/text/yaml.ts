import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  parseAllDocuments,
  type Scalar,
  type YAMLMap,
} from 'yaml';
import { DEEPEST, type Found, isExact } from './json.js';
import type { AllFound, Path } from './text-document.js';

/** So many values may come of a text, aliases followed: a few lines of aliases of aliases would fill the memory. */
const MOST_VALUES = 100_000;

class Fault extends Error {
  constructor(
    readonly wrong: string,
    readonly offset: number,
  ) {
    super(wrong);
  }
}

/**
 * Reads YAML 1.2 with its core schema, so that `on` and `yes` are texts. Anchors, aliases and the merge key `<<` of
 * YAML 1.1, which people use, are followed. https://yaml.org/spec/1.2.2/#103-core-schema
 */
export function readYaml(text: string): AllFound {
  // Keys are compared below, as the texts that they become.
  const documents = parseAllDocuments(text, {
    version: '1.2',
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'silent',
  });
  if (!Array.isArray(documents)) return { ok: true, found: [] };
  try {
    return { ok: true, found: documents.filter((each) => !isEmpty(each)).map(found) };
  } catch (error) {
    if (error instanceof Fault) return { ok: false, wrong: error.wrong, offset: error.offset };
    throw error;
  }
}

function isEmpty({ contents, errors, warnings }: Document): boolean {
  return errors.length + warnings.length === 0 && isScalar(contents) && contents.value === null && !contents.source;
}

function found(document: Document): Found {
  // A tag that is not known would be taken for a text; that is a warning of the parser and an error here.
  const [problem] = [...document.errors, ...document.warnings];
  if (problem !== undefined) throw new Fault(inOneLine(problem.message), problem.pos[0]);
  const value = new Values(document).of(document.contents as Node | null, 0, 0);
  return { value, offsetOf: (path) => offsetOf(document, path), writtenAt: (path) => writtenAt(document, path) };
}

const inOneLine = (message: string): string => {
  const text = message.replace(/\s+/g, ' ').trim().replace(/[.:]$/, '');
  return text.charAt(0).toLowerCase() + text.slice(1);
};

class Values {
  private count = 0;

  constructor(private readonly document: Document) {}

  of(node: Node | null, depth: number, parentOffset: number): unknown {
    const offset = offsetOfNode(node) ?? parentOffset;
    this.count += 1;
    if (this.count > MOST_VALUES) throw new Fault(`this makes more than ${MOST_VALUES} values of the file`, offset);
    if (depth > DEEPEST) throw new Fault(`this is nested more than ${DEEPEST} levels deep, or holds itself`, offset);
    if (isAlias(node)) {
      const anchored = node.resolve(this.document);
      if (anchored === undefined) throw new Fault(`no anchor is called ${node.source}`, offset);
      return this.of(anchored as Node, depth + 1, offset);
    }
    if (isSeq<Node>(node)) return node.items.map((item) => this.of(item, depth + 1, offset));
    if (isMap<Node, Node | null>(node)) return this.object(node, depth, offset);
    return scalarValue(node as Scalar | null, offset);
  }

  private object(map: YAMLMap<Node, Node | null>, depth: number, offset: number): Record<string, unknown> {
    const value: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
    const merged: Record<string, unknown>[] = [];
    for (const pair of map.items) {
      if (isMerge(pair)) {
        const from = this.of(pair.value, depth + 1, offset);
        const all = Array.isArray(from) ? from : [from];
        if (!all.every((each) => typeof each === 'object' && each !== null && !Array.isArray(each))) {
          throw new Fault('what << puts in is not a map', offsetOfNode(pair.key) ?? offset);
        }
        merged.push(...(all as Record<string, unknown>[]));
        continue;
      }
      const key = keyOf(pair, offset);
      if (Object.hasOwn(value, key)) {
        const at = offsetOfNode(pair.key) ?? offset;
        throw new Fault(`the key ${JSON.stringify(key)} stands here for the second time`, at);
      }
      value[key] = this.of(pair.value, depth + 1, offsetOfNode(pair.key) ?? offset);
    }
    for (const each of merged) {
      for (const [key, member] of Object.entries(each)) if (!Object.hasOwn(value, key)) value[key] = member;
    }
    return value;
  }
}

function scalarValue(node: Scalar | null, offset: number): unknown {
  const value = node?.value ?? null;
  if (typeof value === 'number' && !isExact(value)) {
    const text = node?.source ?? String(value);
    throw new Fault(`the number ${text} cannot be kept exactly: write it in quotes if it is a text`, offset);
  }
  return value;
}

const offsetOfNode = (node: Node | null | undefined): number | undefined => node?.range?.[0];

/** https://yaml.org/type/merge.html */
function isMerge({ key }: Pair<Node, Node | null>): boolean {
  return isScalar(key) && key.value === '<<' && key.type === 'PLAIN';
}

/** A key as a text, written as it stands: `8080` and `1.10` are not counted through numbers. */
function keyOf({ key }: Pair<Node, Node | null>, offset: number): string {
  if (isScalar(key) && key.value !== null) return key.type === 'PLAIN' && key.source ? key.source : String(key.value);
  throw new Fault('a key that is not a plain text', offsetOfNode(key) ?? offset);
}

function offsetOf(document: Document, path: Path): number | undefined {
  return memberAt(document, path)?.offset;
}

function writtenAt(document: Document, path: Path): string | undefined {
  const node = memberAt(document, path)?.node;
  return isScalar(node) && typeof node.value !== 'string' ? node.source : undefined;
}

/** What a path leads to, aliases followed, and where it is told to stand. */
function memberAt(document: Document, path: Path): { readonly node: Node | null; readonly offset: number } | undefined {
  let node = resolved(document, document.contents as Node | null);
  let offset = offsetOfNode(node) ?? 0;
  for (const segment of path) {
    const next = memberOf(document, node, segment);
    if (next === undefined) return undefined;
    offset = next.offset ?? offset;
    node = resolved(document, next.node);
  }
  return { node, offset };
}

interface Member {
  readonly node: Node | null;
  readonly offset: number | undefined;
}

function memberOf(document: Document, node: Node | null, segment: string | number): Member | undefined {
  if (isSeq<Node>(node)) {
    const item = typeof segment === 'number' ? node.items[segment] : undefined;
    return item === undefined ? undefined : { node: item, offset: offsetOfNode(item) };
  }
  if (!isMap<Node, Node | null>(node)) return undefined;
  const pair = node.items.find((each) => !isMerge(each) && keyOf(each, 0) === segment);
  if (pair !== undefined) return { node: pair.value, offset: offsetOfNode(pair.key) };
  for (const each of node.items.filter(isMerge)) {
    const from = resolved(document, each.value);
    const all = isSeq<Node>(from) ? from.items.map((item) => resolved(document, item)) : [from];
    const inMerged = all.map((map) => memberOf(document, map, segment)).find((member) => member !== undefined);
    if (inMerged !== undefined) return inMerged;
  }
  return undefined;
}

function resolved(document: Document, node: Node | null): Node | null {
  return isAlias(node) ? ((node.resolve(document) as Node | undefined) ?? null) : node;
}
