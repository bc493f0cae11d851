import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import type { BakeTarget } from '../../images/bake.js';
import { Refused } from './flags.js';

const KEYS: ReadonlySet<string> = new Set([
  ...['context', 'dockerfile', 'target', 'args', 'labels', 'contexts', 'tags', 'platforms', 'cache-from', 'cache-to'],
  ...['secret', 'ssh', 'attest', 'output', 'pull', 'no-cache'],
]);

/**
 * Reads the definition as bake does, and refuses what bake refuses: what is not there, what is not allowed. It also refuses keys
 * that there are none of, which bake passes over.
 *
 * @param allow undefined for a buildx that does not ask for it
 */
export function readBakeFile(path: string, allow: readonly string[] | undefined): Readonly<Record<string, BakeTarget>> {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    throw new Refused(`ERROR: open ${path}: no such file or directory`, 1);
  }
  const definition = JSON.parse(text, (_key, value: unknown) =>
    typeof value === 'string' ? value.replaceAll(/([$%])\1(?=\{)/g, '$1') : value,
  ) as { target?: Record<string, BakeTarget> };
  const targets = definition.target ?? {};
  for (const [name, target] of Object.entries(targets)) {
    for (const key of Object.keys(target)) {
      if (!KEYS.has(key))
        throw new Refused(`ERROR: ${path}: Unsupported argument; An argument named "${key}" is not expected here.`, 1);
    }
    if (allow === undefined) continue;
    const folders = Object.values(target.contexts ?? {}).filter((one) => !/^(?:target:|docker-image:\/\/)/.test(one));
    for (const folder of [target.context, ...folders]) {
      const isAllowed = [process.cwd(), ...reads(allow)].some((top) => isBelow(folder, top));
      if (!isAllowed) {
        throw new Refused(
          `ERROR: additional privileges requested: read access to path ${folder} of ${name}; pass "--allow=fs.read=${folder}" to grant requested privileges`,
          1,
        );
      }
    }
    if ((target.ssh ?? []).length > 0 && !allow.includes('ssh') && target.ssh?.some((one) => !one.includes('='))) {
      throw new Refused('ERROR: additional privileges requested: pass "--allow=ssh" to grant requested privileges', 1);
    }
  }
  return targets;
}

const reads = (allow: readonly string[]): readonly string[] =>
  allow.flatMap((one) => (one.startsWith('fs.read=') ? [one.slice('fs.read='.length)] : []));

const isBelow = (path: string, top: string): boolean => !relative(top, path).startsWith('..');
