import type { ContextEntry, ContextFolder } from '../ports/build-context.js';
import { type Ignored, ignored } from './ignore-file.js';
import type { IgnorePattern } from './ignore-pattern.js';

/** An entry of a build context with the digest of what is in it. */
export type ContextItem =
  | (Extract<ContextEntry, { kind: 'file' }> & { readonly digest: string })
  | Exclude<ContextEntry, { kind: 'file' }>;

/**
 * Everything that BuildKit would be sent, in the order of the paths. A folder that is left out is not looked into unless an
 * exception may lead there; when one does, the folders on the way are sent as well.
 * https://github.com/tonistiigi/fsutil (FilterFS)
 *
 * @throws Error when a file is gone before it was read
 */
export async function listContext(
  folder: ContextFolder,
  patterns: readonly IgnorePattern[],
): Promise<readonly ContextItem[]> {
  const taken: ContextEntry[] = [];
  const hasExceptions = patterns.some(({ isException }) => isException);
  const walk = async (path: string, parent: Ignored | undefined, way: readonly ContextEntry[]): Promise<void> => {
    for (const entry of await folder.entries(path)) {
      const found = ignored(patterns, entry.path, parent);
      if (!found.isIgnored) taken.push(...way, entry);
      if (entry.kind === 'folder' && (!found.isIgnored || hasExceptions)) {
        await walk(entry.path, found, found.isIgnored ? [...way, entry] : []);
      }
    }
  };
  await walk('', undefined, []);
  // Two branches below one folder that is left out both bring it along.
  const unique = [...new Map(taken.map((entry) => [entry.path, entry])).values()].sort(byPath);
  const files = unique.filter((entry) => entry.kind === 'file').map(({ path }) => path);
  const digests = await folder.digests(files);
  return unique.map((entry) => {
    if (entry.kind !== 'file') return entry;
    const digest = digests.get(entry.path);
    if (digest === undefined) throw new Error(`${entry.path} went away while the build context was read`);
    return { ...entry, digest };
  });
}

/** By code units, so that it is the same on every machine. */
const byPath = (a: ContextEntry, b: ContextEntry): number => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0);
