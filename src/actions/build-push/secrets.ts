import { InputError, type Problem } from '../../spec/input-error.js';
import type { BuildPushInputs } from './spec.js';

/** What an environment variable of a child takes. https://man7.org/linux/man-pages/man2/execve.2.html (MAX_ARG_STRLEN) */
const MOST_BYTES = 120_000;

export interface SecretsOutside {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** @throws InputError when it cannot be read as text */
  readFile(input: string, path: string): Promise<string>;
  /** Takes what must never be shown. */
  conceal(secret: string): void;
}

/**
 * The values of the secrets of the build by their ids, concealed before anything else is done with them.
 *
 * @throws InputError naming every one that is not there
 */
export async function secretsOf(
  { secrets, secretEnvs, secretFiles }: BuildPushInputs,
  { environment, readFile, conceal }: SecretsOutside,
): Promise<Readonly<Record<string, string>>> {
  const problems: Problem[] = [];
  const values = new Map(Object.entries(secrets));
  for (const [id, variable] of Object.entries(secretEnvs)) {
    const value = environment[variable];
    if (value === undefined || value === '') {
      problems.push({ input: 'secret-envs', wrong: `names ${variable} for ${id}, which is not set in this step` });
    } else values.set(id, value);
  }
  for (const [id, path] of Object.entries(secretFiles)) {
    try {
      values.set(id, await readFile('secret-files', path));
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      problems.push(...error.problems);
    }
  }
  for (const value of values.values()) conceal(value);
  for (const [id, value] of values) {
    const input = Object.hasOwn(secretFiles, id) ? 'secret-files' : 'secrets';
    if (value.includes('\0')) problems.push({ input, wrong: `has with ${id} a secret that is no text` });
    if (new TextEncoder().encode(value).length > MOST_BYTES) {
      problems.push({ input, wrong: `has with ${id} a secret of more than ${MOST_BYTES} bytes` });
    }
  }
  if (problems.length > 0) throw new InputError(problems);
  return Object.fromEntries(values);
}
