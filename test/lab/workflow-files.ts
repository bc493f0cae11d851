import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './tools.js';

const yamlIn = (folder: string): string[] =>
  existsSync(join(root, folder))
    ? readdirSync(join(root, folder))
        .filter((name) => /\.ya?ml$/.test(name))
        .map((name) => `${folder}/${name}`)
    : [];

const examples = readdirSync(join(root, 'examples')).sort();

/** Every workflow there is: ours, the starter workflows, and what the examples' repositories hold. Paths from the root. */
export const workflowFiles: readonly string[] = [
  '.github/workflows',
  'workflows-templates',
  ...examples.map((example) => `examples/${example}/.github/workflows`),
].flatMap(yamlIn);
