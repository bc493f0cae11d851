import { variableOf } from '../github/inputs.js';
import type { AnySpec } from '../spec/action-spec.js';
import { nearest } from '../spec/nearest.js';
import { wrapped } from './rehearse/screen.js';

/**
 * An action from a laptop: `--cluster shop` is its input `cluster`, a flag given several times is one with several lines.
 * The code that runs is the action's own, so what a workflow does and what a person does cannot differ. Secrets are no flags,
 * because every user of a machine can read the words of its commands: they come from the environment.
 */
export function actionCommand(
  spec: AnySpec,
  load: () => Promise<{ main(): Promise<void> }>,
  fixed: Readonly<Record<string, string>> = {},
): (words: string[]) => Promise<number> {
  return async (words) => {
    const read = readFlags(spec, words);
    if ('told' in read) {
      const stream = read.exitCode === 0 ? process.stdout : process.stderr;
      stream.write(`${fitted(read.told, stream.isTTY ? stream.columns : undefined)}\n`);
      return read.exitCode;
    }
    const inputs = { ...secretsOf(spec, process.env), ...read.inputs, ...fixed };
    for (const [name, value] of Object.entries(inputs)) process.env[variableOf(name)] = value;
    // A script on a runner has no part that runs afterwards.
    delete process.env.GITHUB_STATE;
    process.exitCode = 0;
    await (await load()).main();
    return Number(process.exitCode ?? 0);
  };
}

/** `prometheus-token` is `SLUICE_PROMETHEUS_TOKEN`. */
const secretVariable = (name: string): string => `SLUICE_${name.replaceAll('-', '_').toUpperCase()}`;

function secretsOf(spec: AnySpec, environment: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(spec.inputs).flatMap(([name, { secret }]) => {
      const value = secret ? environment[secretVariable(name)] : undefined;
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

type Flags = { readonly inputs: Record<string, string> } | { readonly told: string; readonly exitCode: number };

/** `--name value` and `--name=value`; a flag alone is `true`. */
export function readFlags(spec: AnySpec, words: readonly string[]): Flags {
  const inputs: Record<string, string> = {};
  const known = Object.keys(spec.inputs);
  for (let i = 0; i < words.length; i++) {
    const word = words[i] ?? '';
    if (word === '--help' || word === '-h') return { told: usageOf(spec), exitCode: 0 };
    const flag = /^--(?<name>[a-z][a-z0-9-]*)(?:=(?<value>[\s\S]*))?$/.exec(word)?.groups;
    if (flag?.name === undefined) return refusal(spec, `${JSON.stringify(word)} is not a flag`);
    const { name } = flag;
    if (!known.includes(name)) {
      const near = nearest(name, known);
      return refusal(spec, `there is no flag --${name}${near === undefined ? '' : `: did you mean --${near}?`}`);
    }
    if (spec.inputs[name]?.secret) {
      return refusal(spec, `--${name} would show a secret to whoever lists processes: set ${secretVariable(name)}`);
    }
    const following = words[i + 1];
    let value = flag.value;
    if (value === undefined && following !== undefined && !following.startsWith('--')) {
      value = following;
      i += 1;
    }
    inputs[name] = [inputs[name], value ?? 'true'].filter((text) => text !== undefined).join('\n');
  }
  return { inputs };
}

const refusal = (spec: AnySpec, problem: string): Flags => ({
  told: `sluice ${spec.name}: ${problem}${problem.endsWith('?') ? '' : '.'} \`--help\` lists the flags`,
  exitCode: 2,
});

function usageOf(spec: AnySpec): string {
  const inputs = Object.entries(spec.inputs);
  const width = Math.max(...inputs.map(([name]) => name.length)) + 5;
  const flags = inputs.map(([name, { description, required, preset, secret, environment = [] }]) => {
    const [first = ''] = description.split(/(?<=\.)\s/);
    const otherwise = environment.map((variable) => ` or $${variable}`).join('');
    const standing = required
      ? `required${otherwise && `, this${otherwise}`}`
      : preset === undefined
        ? ''
        : `default: ${preset.replaceAll('\n', ' ')}`;
    const flag = secret ? `  $${secretVariable(name)}` : `  --${name}`;
    return `${flag.padEnd(width)} ${first}${standing === '' ? '' : ` (${standing})`}`;
  });
  const needed = inputs.flatMap(([name, { required, environment }]) =>
    required && environment === undefined ? [` --${name} …`] : [],
  );
  return [
    `sluice ${spec.name}: ${spec.description}`,
    [`usage: sluice ${spec.name}${needed.join('')} [--FLAG VALUE …]`, ...(examples[spec.name] ?? [])].join('\n'),
    flags.join('\n'),
    `A flag that is given several times is an input of several lines, a flag without a value is \`true\`, and a value that begins
with -- is written --FLAG=VALUE. Credentials are those that the AWS CLI finds. ${manual(spec.name)}`,
  ].join('\n\n');
}

/** On a terminal lines are broken at words, those of a flag below its description. */
function fitted(text: string, columns: number | undefined): string {
  const indentOf = (line: string): number => /^ {2}\S+ +/.exec(line)?.[0].length ?? 0;
  return text
    .split('\n')
    .map((line) => wrapped(line, columns, indentOf(line)))
    .join('\n');
}

/** How it is begun with; further lines below the usage. */
const examples: Readonly<Record<string, readonly string[]>> = {
  deploy: [
    '  as:  sluice deploy --cluster shop --service shop --images app=…/shop:1.4.2 --bake 5m',
    '       sluice deploy --services all    (of .github/sluice.yml)',
  ],
  diff: ['  as:  sluice diff --cluster shop --service shop --task-definition task-definition.json'],
  preflight: ['  as:  sluice preflight --cluster shop --service shop --images app=…/shop:1.4.2'],
  status: ['  as:  sluice status --cluster shop --service shop'],
};

/** Where the inputs are told at length. */
function manual(command: string): string {
  const pages: Readonly<Record<string, string>> = {
    deploy: 'ecs-rolling',
    explain: 'ecs-blue-green',
    diff: 'preflight',
  };
  return command === 'status'
    ? 'README.md says more.'
    : `actions/${pages[command] ?? command}/README.md says all about each input.`;
}
