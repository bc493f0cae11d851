import { nearest } from '../../spec/nearest.js';
import { Problem } from './problem.js';
import { rollingScenarios, usualRollingScenarios } from './rolling-scenarios.js';
import type { Scenario } from './scenario.js';
import { scenarios, usualScenarios } from './scenarios.js';

/** The ways of deploying that can be rehearsed. */

interface Rehearsable {
  /** A few words for `--help`. */
  readonly what: string;
  /** The action that deploys so. */
  readonly action: string;
  /** What is rehearsed when no folder is named; a folder of the checkout. */
  readonly example: string;
  readonly scenarios: readonly Scenario[];
  /** Names of those that are rehearsed unless told otherwise. */
  readonly usual: readonly string[];
}

export const strategies = {
  'blue-green': {
    what: 'traffic is shifted between two services',
    action: 'ecs-blue-green',
    example: 'examples/shop',
    scenarios,
    usual: usualScenarios,
  },
  rolling: {
    what: 'one service is updated in place',
    action: 'ecs-rolling',
    example: 'examples/wiki',
    scenarios: rollingScenarios,
    usual: usualRollingScenarios,
  },
} as const satisfies Readonly<Record<string, Rehearsable>>;

export type Strategy = keyof typeof strategies;

export const isStrategy = (name: string): name is Strategy => Object.hasOwn(strategies, name);

/**
 * The strategy of a folder that deploys with this action.
 *
 * @throws Problem when it cannot be rehearsed, or another one was asked for
 */
export function strategyOf(example: { readonly action: string; readonly folder: string }, asked?: Strategy): Strategy {
  const found = Object.entries(strategies).find(([, { action }]) => action === example.action)?.[0];
  if (found === undefined || !isStrategy(found)) {
    const all = Object.values(strategies).map(({ action }) => action);
    throw new Problem(`${example.folder} calls ${example.action}; what can be rehearsed is ${all.join(' and ')}`);
  }
  if (asked === undefined || asked === found) return found;
  throw new Problem(
    `--strategy ${asked} rehearses ${strategies[asked].action}, and ${example.folder} calls ${example.action}`,
  );
}

/**
 * The scenarios of these names, the usual ones for no names, every one for `all`.
 *
 * @throws Problem naming what is not there, and what is
 */
export function scenariosNamed(names: readonly string[], strategy: Strategy): readonly Scenario[] {
  const { scenarios: all, usual }: Rehearsable = strategies[strategy];
  const wanted = names.length === 0 ? usual : names.includes('all') ? all.map(({ name }) => name) : names;
  return wanted.map((name) => {
    const found = all.find((scenario) => scenario.name === name);
    if (found !== undefined) return found;
    const there = all.map((scenario) => scenario.name);
    const near = nearest(name, there);
    const hint = near === undefined ? `there are ${there.join(', ')}` : `did you mean ${near}?`;
    const of = strategy === 'blue-green' ? '' : ` of the strategy ${strategy}`;
    throw new Problem(`there is no scenario ${JSON.stringify(name)}${of}: ${hint}`);
  });
}
