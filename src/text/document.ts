import type { Place } from './place.js';
import { type DocumentsRead, jsonDocuments, type TextDocument, yamlDocuments } from './text-document.js';
import { readYaml } from './yaml.js';

export type { Place } from './place.js';
export type { DocumentsRead, Path, TextDocument } from './text-document.js';

/** A document, or the first thing that keeps the text from being one. `wrong` is a clause: `a comma is missing`. */
export type DocumentRead =
  | { readonly ok: true; readonly document: TextDocument }
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
export const readDocuments = (text: string, fileName: string): DocumentsRead =>
  jsonDocuments(text, fileName) ?? yamlDocuments(text, readYaml);
