// Installs from the lockfile when what is installed is missing or is not what the lockfile says. Needs nothing but
// Node and npm, so that `npm test` works on a fresh clone.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const packagesIn = (file) => JSON.parse(readFileSync(resolve(root, file), 'utf8')).packages;

/** What is not as the lockfile says, or nothing. npm writes down what it installed in a lockfile of its own. */
function staleness() {
  if (!existsSync(resolve(root, 'node_modules/.package-lock.json'))) {
    return 'nothing is installed';
  }
  const installed = packagesIn('node_modules/.package-lock.json');
  for (const [path, wanted] of Object.entries(packagesIn('package-lock.json'))) {
    const found = installed[path];
    if (path === '' || (found === undefined && wanted.optional)) {
      continue; // An optional package is for another platform.
    }
    if (
      found?.version !== wanted.version ||
      found?.integrity !== wanted.integrity ||
      !existsSync(resolve(root, path))
    ) {
      return `${path} is not ${wanted.version}`;
    }
  }
  return undefined;
}

const reason = staleness();
if (reason !== undefined) {
  console.error(`Installing from the lockfile: ${reason}`);
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: root, stdio: 'inherit' });
  process.exit(status ?? 1);
}
