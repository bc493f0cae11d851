import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fail } from '../github/fail.js';
import { nearest } from '../spec/nearest.js';
import { actionCommand } from './action-command.js';

/** The `sluice` command. Each of its commands is loaded when it is asked for and answers the exit code. */

interface Command {
  readonly description: string;
  readonly load: () => Promise<(words: string[]) => Promise<number>>;
}

const commands: Readonly<Record<string, Command>> = {
  rehearse: {
    description: 'rehearse deployments with the shipped action, a local cloud and real requests',
    load: async () => (await import('./rehearse.js')).rehearse,
  },
  deploy: {
    description: 'update a service in place, or those of a services file, as the action ecs-rolling does',
    load: () => action('deploy'),
  },
  status: {
    description: 'tell who serves, what both sides run, and whether a deployment is at work',
    load: async () => actionCommand((await import('./status/spec.js')).spec, () => import('./status/index.js')),
  },
  explain: {
    description: 'print what a deployment would do, step by step, and change nothing (a dry run of ecs-blue-green)',
    load: () => action('explain', { 'dry-run': 'true' }),
  },
  preflight: {
    description: 'look at everything that a deployment would need, and tell all that is wrong at once',
    load: () => action('preflight'),
  },
  diff: {
    description: 'show what would change in the task definition of a service',
    load: async () => actionCommand((await import('./diff/spec.js')).spec, () => import('./diff/index.js')),
  },
  promote: {
    description: 'give images that are there the tag of an environment, in this or another account, and build nothing',
    load: () => action('promote'),
  },
  rollback: {
    description: 'give all traffic back to the other side, now',
    load: () => action('rollback'),
  },
  recover: {
    description: 'finish or roll back what a run left that died',
    load: () => action('recover'),
  },
  corpus: {
    description: 'show that task definitions come through as they are written, or what is wrong with them',
    load: async () => (await import('./corpus.js')).corpus,
  },
  cloud: {
    description: 'start the local cloud and print the environment that any AWS client needs for it',
    load: async () => (await import('./cloud.js')).cloud,
  },
};

/** A command that is an action, with the action's own code. */
async function action(
  name: 'deploy' | 'explain' | 'preflight' | 'promote' | 'recover' | 'rollback',
  fixed: Readonly<Record<string, string>> = {},
) {
  const specs = {
    deploy: async () => (await import('../actions/ecs-rolling/spec.js')).spec,
    explain: async () => (await import('../actions/ecs-blue-green/spec.js')).spec,
    preflight: async () => (await import('../actions/preflight/spec.js')).spec,
    promote: async () => (await import('../actions/promote/spec.js')).spec,
    recover: async () => (await import('../actions/recover/spec.js')).spec,
    rollback: async () => (await import('../actions/rollback/spec.js')).spec,
  };
  const mains = {
    deploy: () => import('./deploy.js'),
    explain: () => import('../actions/ecs-blue-green/index.js'),
    preflight: () => import('../actions/preflight/index.js'),
    promote: () => import('../actions/promote/index.js'),
    recover: () => import('../actions/recover/index.js'),
    rollback: () => import('../actions/rollback/index.js'),
  };
  const main = async () => {
    const { main: run } = await mains[name]();
    return { main: () => run().catch(fail) };
  };
  // Messages and `--help` call it as whoever types it does.
  return actionCommand({ ...(await specs[name]()), name }, main, fixed);
}

const usage = `usage: sluice COMMAND [flags]

${Object.entries(commands)
  .map(([name, { description }]) => `  ${name.padEnd(10)} ${description}`)
  .join('\n')}
  help       this
  --version  the version of Sluice

\`sluice COMMAND --help\` tells a command's flags.`;

export async function main(words: readonly string[]): Promise<number> {
  // Which versions of Node will do is said in package.json; the SDK's own notice would stand above every answer.
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true';
  const [name, ...rest] = words;
  if (name === undefined) return told(process.stderr, usage, 2);
  if (name === '--version' || name === '-v' || name === 'version') return told(process.stdout, await version(), 0);
  if (name === 'help' || name === '--help' || name === '-h') {
    const about = rest[0];
    return about !== undefined && Object.hasOwn(commands, about)
      ? ((await (await commands[about]?.load())?.(['--help'])) ?? 2)
      : told(process.stdout, usage, 0);
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command === undefined) {
    const near = nearest(name, [...Object.keys(commands), 'help']);
    const hint = near === undefined ? `there are ${Object.keys(commands).join(', ')}` : `did you mean ${near}?`;
    return told(process.stderr, `sluice: there is no command ${JSON.stringify(name)}: ${hint}`, 2);
  }
  return (await command.load())(rest);
}

function told(stream: NodeJS.WritableStream, text: string, exitCode: number): number {
  stream.write(`${text}\n`);
  return exitCode;
}

async function version(): Promise<string> {
  const { checkoutRoot } = await import('./rehearse/places.js');
  const text = await readFile(join(checkoutRoot(), 'package.json'), 'utf8');
  return String((JSON.parse(text) as { version?: string }).version);
}
