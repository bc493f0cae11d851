import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * The licences of all that is in the bundle. ncc writes those of CommonJS packages only: it overlooks modules that
 * it joins into one, and the AWS packages have been taken apart before it sees them.
 */

const PACKAGE_PATH = /node_modules\/((?:@[^/\s"']+\/)?[^/\s"']+)\/(?!.*node_modules\/)/;

/** The package that a file belongs to, `@scope/name`, or nothing. */
export const packageOf = (path: string): string | undefined => PACKAGE_PATH.exec(path)?.[1];

/** Packages whose modules ncc has joined, from the comments that it leaves. */
export function packagesNamedIn(code: string): string[] {
  const paths = [...code.matchAll(/^;\/\/ CONCATENATED MODULE: (\S+)$/gm)].map(([, path]) => path ?? '');
  return paths.flatMap((path) => packageOf(path) ?? []);
}

async function licenceOf(root: string, name: string): Promise<string> {
  const folder = join(root, 'node_modules', name);
  const { license } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as { license?: string };
  const file = (await readdir(folder)).sort().find((entry) => /^licen[cs]e(\.|$)/i.test(entry));
  const text = file === undefined ? '' : await readFile(join(folder, file), 'utf8');
  return `${name}\n${license ?? 'see the package'}\n${text.replaceAll('\r\n', '\n').trim()}\n`;
}

/** What ncc wrote, and the licences of the packages that it left out. */
export async function completeLicences(root: string, written: string, packages: ReadonlySet<string>): Promise<string> {
  const present = new Set(written.split('\n'));
  const missing = [...packages].filter((name) => !present.has(name)).sort();
  const added = await Promise.all(missing.map((name) => licenceOf(root, name)));
  return `${[written.trim(), ...added].filter((text) => text !== '').join('\n\n')}`.trimEnd().concat('\n');
}
