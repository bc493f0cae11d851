import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { node24 } from '../../testing/node-24.js';

/** The checkout that this program belongs to: the folder above it that has `actions` and `dist`. */
export function checkoutRoot(from = import.meta.dirname): string {
  for (let folder = from; ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'actions')) && existsSync(join(folder, 'dist'))) return folder;
    if (dirname(folder) === folder) throw new Error(`no checkout of Sluice above ${from}`);
  }
}

export interface ActionNode {
  readonly path: string;
  /** For people: which Node it is and why. */
  readonly words: string;
}

/** Node 24, which actions run on, when it is installed; otherwise the Node that runs this. */
export function nodeForActions(root: string): ActionNode {
  try {
    return { path: node24(root), words: 'Node 24 from node_modules, as on GitHub' };
  } catch {
    const isThat = process.versions.node.startsWith('24.');
    const words = isThat ? `Node ${process.versions.node}` : `Node ${process.versions.node}; GitHub's runner has 24`;
    return { path: process.execPath, words };
  }
}
