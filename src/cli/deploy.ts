import { main as deployMain, post } from '../actions/ecs-rolling/index.js';

/**
 * A rolling deployment from a laptop or any other CI: `main`, and then `post`, which GitHub's runner would run. After Ctrl-C
 * that takes back what is under way; at another one the program ends, and what is left is for `sluice recover`.
 */
export async function main(): Promise<void> {
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
}
