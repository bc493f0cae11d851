import { fail } from './github/fail.js';

/** The program as the bundle holds it: each action and the command line, loaded when it is asked for. */

interface Action {
  main(): Promise<void>;
  post?(): Promise<void>;
}

const ACTIONS: Readonly<Record<string, () => Promise<Action>>> = {
  'build-push': () => import('./actions/build-push/index.js'),
  'ecs-blue-green': () => import('./actions/ecs-blue-green/index.js'),
  'ecs-rolling': () => import('./actions/ecs-rolling/index.js'),
  preflight: () => import('./actions/preflight/index.js'),
  promote: () => import('./actions/promote/index.js'),
  recover: () => import('./actions/recover/index.js'),
  rollback: () => import('./actions/rollback/index.js'),
};

/**
 * Runs one phase of an action. Whatever goes wrong ends in `fail`, never in a stack trace. What is thrown outside of the
 * action's own chain of calls does not end the process: the action may be about to put traffic back.
 */
export async function run(name: string, phase: 'main' | 'post'): Promise<void> {
  process.on('uncaughtException', fail);
  goOnUnheard();
  try {
    const action = await ACTIONS[name]?.();
    if (action === undefined) {
      throw new Error(`There is no action ${name}`);
    }
    await action[phase]?.();
  } catch (error) {
    fail(error);
  }
}

/** Runs the `sluice` command with the words after its name. */
export async function sluice(words: readonly string[]): Promise<void> {
  goOnUnheard();
  const { main } = await import('./cli/index.js');
  process.exitCode = await main(words);
}

/**
 * A runner that was killed reads no more, nor does `| head`. To tell of that is to write again; what matters is that the run
 * goes on: it may be moving traffic.
 */
function goOnUnheard(): void {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
}
