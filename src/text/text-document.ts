import { type Found, readJson } from './json.js';
import { lineStarts, type Place, placeAt } from './place.js';

/** A path to a member: keys of objects and places in lists. */
export type Path = readonly (string | number)[];

/** A text that was read: plain data, and where each part of it stands. */
export interface TextDocument {
  /** As `JSON.parse` would give it: objects, lists, texts, numbers, booleans, null. Objects have no prototype. */
  readonly value: unknown;
  /** Where the member's key stands, or the item of a list; the whole document for the empty path. Nothing when it is not there. */
  placeOf(path: Path): Place | undefined;
  /** A number, `true` or `false` as it is written: `012` where the value is 12. Nothing for everything else. */
  writtenAt(path: Path): string | undefined;
}

/** The documents of a text, or the first thing that keeps it from being any. `wrong` is a clause: `a comma is missing`. */
export type DocumentsRead =
  | { readonly ok: true; readonly documents: readonly TextDocument[] }
  | { readonly ok: false; readonly wrong: string; readonly at: Place };

/** What a parser found, by offsets. */
export type AllFound =
  | { readonly ok: true; readonly found: readonly Found[] }
  | { readonly ok: false; readonly wrong: string; readonly offset: number };

/** A parser of YAML, which is large: whoever reads JSON need not load it. */
export type YamlParser = (text: string) => AllFound;

/** The text as JSON, with or without comments; undefined when its name or its content says that it is YAML. */
export function jsonDocuments(text: string, fileName: string): DocumentsRead | undefined {
  const content = contentOf(text);
  const language = languageOf(content, fileName);
  if (language === 'yaml') return undefined;
  const found = readJson(content);
  if (!found.ok && language === 'json or yaml') return undefined;
  return placed(found.ok ? { ok: true, found: [found.found] } : found, content);
}

export function yamlDocuments(text: string, parse: YamlParser): DocumentsRead {
  const content = contentOf(text);
  return placed(parse(content), content);
}

/** A byte order mark is no part of the text; without it offsets are those that editors show. */
const contentOf = (text: string): string => (text.startsWith('\uFEFF') ? text.slice(1) : text);

function placed(all: AllFound, content: string): DocumentsRead {
  const starts = lineStarts(content);
  if (!all.ok) return { ok: false, wrong: all.wrong, at: placeAt(starts, all.offset) };
  return {
    ok: true,
    documents: all.found.map(({ value, offsetOf, writtenAt }) => ({
      value,
      writtenAt,
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
