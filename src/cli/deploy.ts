import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { main as deployMain, post } from '../actions/ecs-rolling/index.js';
import { info } from '../github/log.js';
import { toldInSummary, troubleLines } from './told-in-summary.js';

/**
 * A rolling deployment from a laptop or any other CI: `main`, and then `post`, which GitHub's runner would run. After Ctrl-C
 * that takes back what is under way; at another one the program ends, and what is left is for `sluice recover`.
 *
 * Nobody shows a job summary here: what it says of troubles is printed, and where there were some it is kept in a file.
 */
export async function main(): Promise<void> {
  const summary = await summaryFile();
  await deployMain();
  const exitCode = process.exitCode ?? 0;
  const leave = (): void => {
    process.stderr.write('Left as it is. To finish it: sluice recover, with the same cluster and service\n');
    process.exit(exitCode === 0 ? 1 : exitCode);
  };
  process.once('SIGINT', leave);
  await post();
  process.off('SIGINT', leave);
  if (exitCode !== 0) process.exitCode = exitCode;
  if (summary !== undefined) await tell(summary, Number(process.exitCode ?? 0) !== 0);
}

/** Undefined where whoever started this has one. */
async function summaryFile(): Promise<string | undefined> {
  if ((process.env.GITHUB_STEP_SUMMARY ?? '') !== '') return undefined;
  const file = join(await mkdtemp(join(tmpdir(), 'sluice-deploy-')), 'summary.md');
  await writeFile(file, '');
  process.env.GITHUB_STEP_SUMMARY = file;
  return file;
}

async function tell(file: string, isBad: boolean): Promise<void> {
  const summary = await readFile(file, 'utf8');
  if (!isBad || summary === '') return rm(dirname(file), { recursive: true, force: true });
  for (const { text } of troubleLines(toldInSummary(summary))) info(text);
  info(`All of it: ${file}`);
}
