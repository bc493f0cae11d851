import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * The files that processes have loaded, from what V8 wrote to the folder that `NODE_V8_COVERAGE` named for them.
 * https://nodejs.org/api/cli.html#node_v8_coveragedir
 */
export async function loadedFiles(folder: string): Promise<ReadonlySet<string>> {
  const reports = await Promise.all(
    (await readdir(folder)).map(async (name) => JSON.parse(await readFile(join(folder, name), 'utf8')) as Report),
  );
  const urls = reports.flatMap(({ result }) => result.map(({ url }) => url));
  return new Set(urls.filter((url) => url.startsWith('file:')).map((url) => fileURLToPath(url)));
}

interface Report {
  readonly result: readonly { readonly url: string }[];
}
