import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { lstat, readdir, readFile, readlink } from 'node:fs/promises';
import { join } from 'node:path';
import type { ContextEntry, ContextFolder } from '../ports/build-context.js';

/** How many files are open at a time. */
const AT_ONCE = 16;

/**
 * The folders below the top of what is checked out. What was read is remembered: images that share a folder read it once, and
 * nothing may change in it meanwhile.
 */
export function contextFolders(top: string): (folder: string) => ContextFolder {
  const entries = new Map<string, Promise<readonly Found[]>>();
  const digests = new Map<string, Promise<string>>();
  const seats = new Seats(AT_ONCE);
  const once = <T>(known: Map<string, Promise<T>>, path: string, make: () => Promise<T>): Promise<T> => {
    const before = known.get(path) ?? make();
    known.set(path, before);
    return before;
  };
  return (folder) => {
    const root = join(top, folder);
    return {
      async entries(within) {
        const found = await once(entries, join(root, within), () => entriesOf(join(root, within), seats));
        return found.map(
          (entry): ContextEntry => ({ ...entry, path: within === '' ? entry.path : `${within}/${entry.path}` }),
        );
      },
      async digests(paths) {
        const all = paths.map(async (path) => {
          const file = join(root, path);
          return [path, await once(digests, file, () => seats.take(() => digestOf(file)))] as const;
        });
        return new Map(await Promise.all(all));
      },
    };
  };
}

/** The text of a file below the top; undefined when there is no such file. */
export async function textBelow(top: string, path: string): Promise<string | undefined> {
  try {
    return await readFile(join(top, path), 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'EISDIR') return undefined;
    throw error;
  }
}

/** With the name alone as its path. */
type Found = ContextEntry;

async function entriesOf(folder: string, seats: Seats): Promise<readonly Found[]> {
  const names = await readdir(folder);
  const found = await Promise.all(
    names.map((name) =>
      seats.take(async (): Promise<Found | undefined> => {
        const path = join(folder, name);
        const { mode, size, ...seen } = await lstat(path).then((stats) => ({
          mode: stats.mode,
          size: stats.size,
          kind: stats.isFile() ? 'file' : stats.isDirectory() ? 'folder' : stats.isSymbolicLink() ? 'link' : 'other',
        }));
        if (seen.kind === 'file') return { path: name, kind: 'file', mode, size };
        if (seen.kind === 'folder') return { path: name, kind: 'folder', mode };
        return seen.kind === 'link' ? { path: name, kind: 'link', target: await readlink(path) } : undefined;
      }),
    ),
  );
  return found.filter((entry) => entry !== undefined);
}

/** Streamed: a context may hold what does not fit into memory. */
async function digestOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file)) hash.update(chunk as Uint8Array);
  return hash.digest('hex');
}

/** At most so many at a time; the others wait in their order. */
class Seats {
  private readonly waiting: (() => void)[] = [];

  constructor(private free: number) {}

  async take<T>(deed: () => Promise<T>): Promise<T> {
    if (this.free > 0) this.free -= 1;
    else await new Promise<void>((resolve) => this.waiting.push(resolve));
    try {
      return await deed();
    } finally {
      const next = this.waiting.shift();
      if (next === undefined) this.free += 1;
      else next();
    }
  }
}
