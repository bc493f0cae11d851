import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * The program of the catalogue app (src/local-cloud/app/main.ts): told by `SLUICE_APP_PROGRAM`, beside the bundle as
 * `app.js`, or beside this module where the compiler left it.
 * @throws Error when none of them exists
 */
export function appProgram(): string {
  const told = process.env.SLUICE_APP_PROGRAM;
  const here = import.meta.url;
  const candidates = told
    ? [told]
    : [new URL('../app/main.js', here), new URL('./app.js', here), new URL('../app.js', here)].map((url) =>
        fileURLToPath(url),
      );
  const found = candidates.find((path) => existsSync(path));
  if (found === undefined) {
    throw new Error(
      `The catalogue app is in none of ${candidates.join(', ')}. Build it, or name it in SLUICE_APP_PROGRAM.`,
    );
  }
  return found;
}
