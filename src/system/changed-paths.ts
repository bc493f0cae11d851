import { execFile } from 'node:child_process';
import { InputError } from '../spec/input-error.js';

/**
 * The paths of all files that differ between a commit and the checked-out one, from the top of the repository; of a file
 * that was moved both.
 *
 * @throws InputError when git cannot compare the two, with what it says
 */
export function changedPaths(since: string, folder: string): Promise<readonly string[]> {
  const words = ['diff', '--name-only', '--no-renames', '-z', '--end-of-options', since, 'HEAD', '--'];
  return new Promise((resolve, reject) => {
    execFile('git', words, { cwd: folder, maxBuffer: 64 * 1024 * 1024 }, (error, stdout, stderr) => {
      if (error === null) return resolve(stdout.split('\0').filter((path) => path !== ''));
      const said = stderr.trim().split('\n')[0] || error.message;
      const wrong = `cannot be compared with what is checked out (${said}); with actions/checkout, fetch-depth: 0 brings the commits that are needed`;
      reject(new InputError([{ input: 'changed-since', value: since, wrong }]));
    });
  });
}
