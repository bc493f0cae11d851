import { type Found, readJson } from './json.js';
import { lineStarts, type Place, placeAt } from './place.js';
import { readYaml } from './yaml.js';

export type { Place } from './place.js';

/** A path to a member: keys of objects and places in lists. */
export type Path = readonly (string | number)[];

/** A text that was read: plain data, and where each part of it stands. */
export interface TextDocument {
  /** As `JSON.parse` would give it: objects, lists, texts, numbers, booleans, null. Objects have no prototype. */
  readonly value: unknown;
  /** Where the member's key stands, or the item of a list; the whole document for the empty path. Nothing when it is not there. */
  placeOf(path: Path): Place | undefined;
}

/** A document, or the first thing that keeps the text from being one. `wrong` is a clause: `a comma is missing`. */
export type DocumentRead =
  | { readonly ok: true; readonly document: TextDocument }
  | { readonly ok: false; readonly wrong: string; readonly at: Place };

export type DocumentsRead =
  | { readonly ok: true; readonly documents: readonly TextDocument[] }
  | { readonly ok: false; readonly wrong: string; readonly at: Place };

/**
 * Reads JSON, JSON with comments or YAML 1.2. The name says which: `.json` and `.jsonc` are JSON, with comments in either;
 * `.yaml` and `.yml` are YAML, and JSON all the same when the text is JSON; for any other name the text decides. A key that
 * stands twice, a number that cannot be kept exactly and a YAML tag that nobody here knows are errors, never repaired.
 */
export function readDocument(text: string, fileName: string): DocumentRead {
  const read = readDocuments(text, fileName);
  if (!read.ok) return read;
  const [document, second] = read.documents;
  if (document === undefined) return { ok: false, wrong: 'the file is empty', at: { line: 1, column: 1 } };
  if (second !== undefined) {
    const at = second.placeOf([]) ?? { line: 1, column: 1 };
    return { ok: false, wrong: 'a second document begins here, and only one is expected', at };
  }
  return { ok: true, document };
}

/** Reads all documents of a text: YAML may hold several, parted by `---`; documents without content do not count. */
export function readDocuments(text: string, fileName: string): DocumentsRead {
  // A byte order mark is no part of the text; without it offsets are those that editors show.
  const content = text.startsWith('\uFEFF') ? text.slice(1) : text;
  const starts = lineStarts(content);
  const language = languageOf(content, fileName);
  if (language !== 'yaml') {
    const found = readJson(content);
    if (found.ok || language === 'json')
      return documentsOf(found.ok ? { ok: true, found: [found.found] } : found, starts);
  }
  return documentsOf(readYaml(content), starts);
}

type All = { ok: true; found: readonly Found[] } | { ok: false; wrong: string; offset: number };

function documentsOf(all: All, starts: readonly number[]): DocumentsRead {
  if (!all.ok) return { ok: false, wrong: all.wrong, at: placeAt(starts, all.offset) };
  return {
    ok: true,
    documents: all.found.map(({ value, offsetOf }) => ({
      value,
      placeOf: (path) => {
        const offset = offsetOf(path);
        return offset === undefined ? undefined : placeAt(starts, offset);
      },
    })),
  };
}

function languageOf(text: string, fileName: string): 'json' | 'json or yaml' | 'yaml' {
  if (/\.jsonc?$/i.test(fileName)) return 'json';
  const looksLikeJson = /^\s*(\/\/|\/\*|[{[])/.test(text);
  if (/\.ya?ml$/i.test(fileName)) return looksLikeJson ? 'json or yaml' : 'yaml';
  return looksLikeJson ? 'json' : 'yaml';
}
