import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

/** The Node that `using: node24` means: npm's `node` package brings it. */
export function node24(root = resolve(import.meta.dirname, '../..')): string {
  const candidates = [
    'node_modules/node/bin/node',
    // Where npm does not run install scripts, the binary stays in the package of the platform.
    ...['node_modules', 'node_modules/node/node_modules'].map(
      (folder) => `${folder}/node-bin-${process.platform}-${process.arch}/bin/node`,
    ),
  ];
  const found = candidates.map((path) => resolve(root, path)).find((path) => existsSync(path));
  if (found === undefined) {
    throw new Error('Node 24 is not installed: npm ci brings it');
  }
  return found;
}
