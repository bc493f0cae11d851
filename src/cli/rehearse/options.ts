import { parseArgs } from 'node:util';
import { messageOf } from '../../ports/message-of.js';
import { nearest } from '../../spec/nearest.js';
import { Problem } from './problem.js';
import { isStrategy, type Strategy, strategies } from './strategies.js';

export interface Options {
  /** What was asked for; otherwise that of the example's caller workflow. */
  readonly strategy: Strategy | undefined;
  /** Names of scenarios; the strategy's usual ones when there are none. */
  readonly scenarios: readonly string[];
  /** The folder that is rehearsed; the strategy's own in the checkout unless told. */
  readonly example: string | undefined;
  /** Cloud seconds in a second; the example's own unless told. */
  readonly speed: number | undefined;
  /** Requests a second; the example's own unless told. */
  readonly rate: number | undefined;
  /** Where summaries and logs go; a new temporary folder unless told. */
  readonly out: string | undefined;
  readonly keepsCloud: boolean;
  readonly isVerbose: boolean;
  readonly wants: 'rehearsal' | 'list' | 'help';
}

const flags = {
  strategy: { type: 'string' },
  scenario: { type: 'string', multiple: true, short: 's' },
  example: { type: 'string' },
  speed: { type: 'string' },
  rate: { type: 'string' },
  out: { type: 'string' },
  keep: { type: 'boolean' },
  verbose: { type: 'boolean' },
  list: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

const usual = (strategy: Strategy): string => strategies[strategy].usual.join(',');

export const usage = `usage: sluice rehearse [--strategy NAME] [--scenario NAME[,NAME…]] [--example DIR] [--speed N] [--rate N] [--out DIR] [--keep] [--verbose]
       sluice rehearse [--strategy NAME] --list

Rehearses deployments with the shipped action, a local cloud and real requests. No AWS account, no install.

      --strategy NAME  ${Object.entries(strategies)
        .map(([name, { what }]) => `${name}: ${what}`)
        .join('; ')}
                       (default: what the folder deploys with, blue-green without --example)
  -s, --scenario NAME  what to rehearse, one after the other; "all" for all of them
                       (default: ${usual('blue-green')}; with rolling ${usual('rolling')})
      --list           name the strategy's scenarios
      --example DIR    the folder to rehearse: a cloud.yaml and a caller workflow
                       (default: ${strategies['blue-green'].example}; with rolling ${strategies.rolling.example})
      --speed N        cloud seconds in a second (default: what cloud.yaml says)
      --rate N         requests a second (default: what cloud.yaml says)
      --out DIR        where job summaries and logs go (default: a new temporary folder)
      --keep           leave the cloud running afterwards, until Ctrl-C
      --verbose        show every line of the action's log

docs/rehearsal.md says more.`;

/** @throws Problem naming the flag, its value and what is accepted */
export function readOptions(words: readonly string[]): Options {
  const { values, positionals } = parsed(words);
  const [stray] = positionals;
  if (stray !== undefined) {
    const isScenario = Object.values(strategies).some(({ scenarios }) => scenarios.some(({ name }) => name === stray));
    const flag = isStrategy(stray) ? 'strategy' : isScenario ? 'scenario' : undefined;
    const meant = flag === undefined ? '' : `: did you mean --${flag} ${stray}?`;
    throw new Problem(`rehearse takes flags only, not ${JSON.stringify(stray)}${meant}`);
  }
  return {
    strategy: strategyNamed(values.strategy),
    scenarios: (values.scenario ?? []).flatMap((text) => text.split(',')).map((text) => text.trim()),
    example: values.example,
    speed: numberBetween('speed', values.speed, 1, 1000),
    rate: numberBetween('rate', values.rate, 1, 2000),
    out: values.out,
    keepsCloud: values.keep === true,
    isVerbose: values.verbose === true,
    wants: values.help === true ? 'help' : values.list === true ? 'list' : 'rehearsal',
  };
}

function parsed(words: readonly string[]) {
  for (const word of words) {
    const name = /^--(?:no-)?([^=]+)/.exec(word)?.[1];
    if (name === undefined || Object.hasOwn(flags, name)) continue;
    const near = nearest(name, Object.keys(flags));
    throw new Problem(`there is no flag --${name}${near === undefined ? '' : `: did you mean --${near}?`}`);
  }
  try {
    return parseArgs({ args: [...words], options: flags, allowPositionals: true });
  } catch (error) {
    throw new Problem(messageOf(error));
  }
}

function strategyNamed(name: string | undefined): Strategy | undefined {
  if (name === undefined || isStrategy(name)) return name;
  const all = Object.keys(strategies);
  const near = nearest(name, all);
  const hint = near === undefined ? `there are ${all.join(', ')}` : `did you mean ${near}?`;
  throw new Problem(`there is no strategy ${JSON.stringify(name)}: ${hint}`);
}

function numberBetween(flag: string, text: string | undefined, least: number, most: number): number | undefined {
  if (text === undefined) return undefined;
  const value = Number(text);
  if (text.trim() !== '' && value >= least && value <= most) return value;
  throw new Problem(`--${flag} is ${JSON.stringify(text)}; accepted is a number from ${least} to ${most}`);
}
