import { type Kind, type Reading, read, wrong } from '../spec/kind.js';

/** A cache as buildx writes it: `type=registry,ref=…,mode=max`. */
export interface CacheSpec {
  readonly type: string;
  readonly attributes: ReadonlyMap<string, string>;
}

/** https://docs.docker.com/build/cache/backends/ */
const BACKENDS: ReadonlyMap<string, { readonly needs?: string; readonly hasIgnoreError: boolean }> = new Map([
  ['registry', { needs: 'ref', hasIgnoreError: true }],
  ['gha', { hasIgnoreError: true }],
  ['s3', { needs: 'bucket', hasIgnoreError: true }],
  ['azblob', { needs: 'name', hasIgnoreError: true }],
  ['local', { hasIgnoreError: true }],
  // It is a part of the image, and cannot fail without it.
  ['inline', { hasIgnoreError: false }],
]);

/** Reads one line. A reference alone is a registry, as buildx has it. */
export function parseCacheSpec(given: string): Reading<CacheSpec> {
  const fields = csvFields(given);
  if (fields === undefined) return wrong('has a " that does not end');
  const [only = ''] = fields;
  if (fields.length === 1 && !only.includes('=')) {
    return BACKENDS.has(only)
      ? wrong('names a kind only', `type=${only}`)
      : read({ type: 'registry', attributes: new Map([['ref', only]]) });
  }
  const attributes = new Map<string, string>();
  for (const field of fields) {
    const at = field.indexOf('=');
    const key = field.slice(0, Math.max(at, 0)).trim().toLowerCase();
    if (at === -1 || key === '') return wrong(`has ${JSON.stringify(field)} where name=value is meant`);
    if (attributes.has(key)) return wrong(`says ${key} twice`);
    attributes.set(key, field.slice(at + 1));
  }
  const type = attributes.get('type');
  attributes.delete('type');
  if (type === undefined) return wrong('has no type');
  const needs = BACKENDS.get(type)?.needs;
  if (needs !== undefined && !attributes.has(needs)) return wrong(`has no ${needs}, which type=${type} needs`);
  return read({ type, attributes });
}

/** A cache as an input; `none` of them is for the action to know. */
export function cacheSpec(): Kind<string> {
  return {
    label: 'cache',
    accepts: `a cache as buildx takes it, such as type=registry,ref=registry/name:buildcache (${[...BACKENDS.keys()].join(', ')} and what your builder knows besides)`,
    absent: undefined,
    read: (given) => {
      const reading = parseCacheSpec(given);
      return reading.ok ? read(formatCacheSpec(reading.value)) : reading;
    },
  };
}

/** The same in one line, its attributes in order, so that the same cache is the same text. */
export function formatCacheSpec({ type, attributes }: CacheSpec): string {
  const fields = [...attributes].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, value]) => `${key}=${value}`);
  return [`type=${type}`, ...fields].map(csvField).join(',');
}

/** The cache written to such that its errors leave the build alone, unless the author says otherwise. */
export function withIgnoredErrors({ type, attributes }: CacheSpec): CacheSpec {
  if (BACKENDS.get(type)?.hasIgnoreError === false || attributes.has('ignore-error')) return { type, attributes };
  return { type, attributes: new Map([...attributes, ['ignore-error', 'true']]) };
}

/** Buildx splits by commas, as CSV does. https://pkg.go.dev/github.com/tonistiigi/go-csvvalue */
function csvFields(text: string): readonly string[] | undefined {
  const fields: string[] = [];
  let at = 0;
  for (;;) {
    if (text[at] !== '"') {
      const comma = text.indexOf(',', at);
      fields.push(text.slice(at, comma === -1 ? undefined : comma));
      if (comma === -1) return fields;
      at = comma + 1;
      continue;
    }
    const [quoted, inside] = /^"((?:[^"]|"")*)"(?=,|$)/.exec(text.slice(at)) ?? [];
    if (quoted === undefined || inside === undefined) return undefined;
    fields.push(inside.replaceAll('""', '"'));
    at += quoted.length;
    if (at >= text.length) return fields;
    at += 1;
  }
}

export const csvField = (text: string): string =>
  /[",\r\n]|^\s/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
