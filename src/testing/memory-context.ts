import type { ContextEntry, ContextFolder } from '../ports/build-context.js';
import { sha256Of } from './small-images.js';

/** What is checked out, as paths and their texts. */
export class MemoryFiles {
  constructor(readonly texts: Map<string, string>) {}

  folder(root: string): ContextFolder {
    const below = (path: string): string => (root === '' ? path : path === '' ? root : `${root}/${path}`);
    return {
      entries: async (within) => {
        const prefix = below(within) === '' ? '' : `${below(within)}/`;
        const found = new Map<string, ContextEntry>();
        for (const [path, text] of this.texts) {
          if (!path.startsWith(prefix)) continue;
          const [name = '', ...rest] = path.slice(prefix.length).split('/');
          const own = within === '' ? name : `${within}/${name}`;
          found.set(
            name,
            rest.length > 0
              ? { path: own, kind: 'folder', mode: 0o40755 }
              : { path: own, kind: 'file', mode: 0o100644, size: Buffer.byteLength(text) },
          );
        }
        if (found.size === 0) throw Object.assign(new Error(`ENOENT: no such folder ${prefix}`), { code: 'ENOENT' });
        return [...found.values()];
      },
      digests: async (paths) => new Map(paths.map((path) => [path, sha256Of(this.texts.get(below(path)) ?? '')])),
    };
  }

  async textOf(path: string): Promise<string | undefined> {
    return this.texts.get(path);
  }
}
