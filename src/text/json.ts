import type { Path } from './text-document.js';

/** A value and where its parts begin in the text. */
export interface Found {
  readonly value: unknown;
  /** The offset of the member's key or of the item; nothing when it is not there. */
  offsetOf(path: Path): number | undefined;
  /** A number, `true` or `false` as it is written. */
  writtenAt(path: Path): string | undefined;
}

export type FoundRead = { ok: true; found: Found } | { ok: false; wrong: string; offset: number };

/** Deeper than any file that people write, and far from what the stack holds. */
export const DEEPEST = 200;

/** What the text holds at an offset: the value, and for members and items the same again. */
interface Node {
  readonly value: unknown;
  /** Where it is told to stand: its key, or itself. */
  readonly offset: number;
  readonly written?: string;
  readonly members?: ReadonlyMap<string | number, Node>;
}

class Fault extends Error {
  constructor(
    readonly wrong: string,
    readonly offset: number,
  ) {
    super(wrong);
  }
}

/**
 * Reads JSON (RFC 8259) that may have comments, from `//` to the end of the line and C's block comments. Trailing commas are not accepted: neither AWS's own
 * tools nor `JSON.parse` take them. https://www.rfc-editor.org/rfc/rfc8259
 */
export function readJson(text: string): FoundRead {
  const reader = new Reader(text);
  try {
    const root = reader.document();
    const { value } = root;
    const at = (path: Path) => nodeAt(root, path);
    return { ok: true, found: { value, offsetOf: (path) => at(path)?.offset, writtenAt: (path) => at(path)?.written } };
  } catch (error) {
    if (error instanceof Fault) return { ok: false, wrong: error.wrong, offset: error.offset };
    throw error;
  }
}

function nodeAt(root: Node, path: Path): Node | undefined {
  let node: Node | undefined = root;
  for (const segment of path) node = node?.members?.get(segment);
  return node;
}

class Reader {
  private at = 0;

  constructor(private readonly text: string) {}

  document(): Node {
    this.skip();
    if (this.at >= this.text.length) throw new Fault('the file is empty', 0);
    const root = this.value(0);
    this.skip();
    if (this.at < this.text.length) throw this.unexpected('nothing more is expected after the end of the document');
    return root;
  }

  private value(depth: number, offset = this.at): Node {
    if (depth > DEEPEST) throw new Fault(`this is nested more than ${DEEPEST} levels deep`, this.at);
    const first = this.text[this.at];
    if (first === '{') return this.object(depth, offset);
    if (first === '[') return this.list(depth, offset);
    if (first === '"') return { value: this.string(), offset };
    const begin = this.at;
    const value = this.word();
    return { value, offset, written: this.text.slice(begin, this.at) };
  }

  private object(depth: number, offset: number): Node {
    const begin = this.at;
    // A null prototype, so that a key such as `__proto__` is only a key.
    const value: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
    const members = new Map<string, Node>();
    this.at += 1;
    this.skip();
    for (let comma: number | undefined; this.text[this.at] !== '}' || comma !== undefined; ) {
      this.notTrailing(comma, '}');
      const keyAt = this.at;
      if (this.text[keyAt] !== '"') throw this.unexpected('a key in double quotes is expected', begin);
      const key = this.string();
      if (members.has(key)) throw new Fault(`the key ${JSON.stringify(key)} stands here for the second time`, keyAt);
      this.skip();
      if (this.text[this.at] !== ':') throw this.unexpected(`a colon is expected after ${JSON.stringify(key)}`, begin);
      this.at += 1;
      this.skip();
      const member = this.value(depth + 1, keyAt);
      value[key] = member.value;
      members.set(key, member);
      comma = this.comma('}', begin);
    }
    this.at += 1;
    return { value, offset, members };
  }

  private list(depth: number, offset: number): Node {
    const begin = this.at;
    const value: unknown[] = [];
    const members = new Map<number, Node>();
    this.at += 1;
    this.skip();
    for (let comma: number | undefined; this.text[this.at] !== ']' || comma !== undefined; ) {
      this.notTrailing(comma, ']');
      const item = this.value(depth + 1);
      members.set(value.length, item);
      value.push(item.value);
      comma = this.comma(']', begin);
    }
    this.at += 1;
    return { value, offset, members };
  }

  /** After a member or an item: the offset of the comma, or nothing before the end. */
  private comma(end: '}' | ']', begin: number): number | undefined {
    this.skip();
    if (this.text[this.at] === end) return undefined;
    if (this.text[this.at] !== ',') throw this.unexpected(`a comma or ${end} is expected`, begin);
    const comma = this.at;
    this.at += 1;
    this.skip();
    return comma;
  }

  private notTrailing(comma: number | undefined, end: '}' | ']'): void {
    if (comma !== undefined && this.text[this.at] === end) {
      throw new Fault(`the comma before ${end} is one too many`, comma);
    }
  }

  private string(): string {
    const begin = this.at;
    let end = begin + 1;
    while (end < this.text.length && this.text[end] !== '"' && this.text[end] !== '\n') {
      end += this.text[end] === '\\' ? 2 : 1;
    }
    if (this.text[end] !== '"') throw new Fault('this text has no closing quote on its line', begin);
    this.at = end + 1;
    try {
      return JSON.parse(this.text.slice(begin, end + 1)) as string;
    } catch {
      throw new Fault('this text holds an escape or a control character that JSON does not know', begin);
    }
  }

  private word(): unknown {
    const begin = this.at;
    const word = /[^\s,:[\]{}"/]*/y;
    word.lastIndex = begin;
    const text = word.exec(this.text)?.[0] ?? '';
    if (text === '' || !/^(true|false|null|-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?)$/.test(text)) {
      throw this.unexpected(
        'a value is expected: an object, a list, a text in double quotes, a number, true, false or null',
      );
    }
    this.at += text.length;
    const value: unknown = JSON.parse(text);
    if (typeof value === 'number' && !isExact(value)) {
      throw new Fault(`the number ${text} is too large to be kept exactly`, begin);
    }
    return value;
  }

  /** White space and comments. */
  private skip(): void {
    const trivia = /[ \t\r\n]+|\/\/[^\r\n]*|\/\*[\s\S]*?\*\//y;
    for (;;) {
      trivia.lastIndex = this.at;
      const length = trivia.exec(this.text)?.[0].length ?? 0;
      if (length === 0) break;
      this.at += length;
    }
    if (this.text.startsWith('/*', this.at)) throw new Fault('this comment does not end', this.at);
  }

  private unexpected(expected: string, opened?: number): Fault {
    if (this.at >= this.text.length) {
      const end = `the text ends too early: ${expected}`;
      return new Fault(opened === undefined ? end : `${end} (what begins here is never closed)`, opened ?? this.at);
    }
    const seen = /^\S{1,20}/.exec(this.text.slice(this.at, this.at + 20))?.[0] ?? this.text[this.at];
    return new Fault(`${expected}, and here stands ${JSON.stringify(seen)}`, this.at);
  }
}

/** Whether a number is what was written and not the nearest that fits. */
export function isExact(value: number): boolean {
  return Number.isFinite(value) && (!Number.isInteger(value) || Number.isSafeInteger(value));
}
