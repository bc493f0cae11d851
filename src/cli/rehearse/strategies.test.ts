import { describe, expect, test } from '@jest/globals';
import { Problem } from './problem.js';
import { scenariosNamed, strategies, strategyOf } from './strategies.js';

const folder = (action: string) => ({ action, folder: 'examples/x' });

describe('the strategy of a rehearsal', () => {
  test('is what the folder deploys with, and may be asked for by its name', () => {
    expect(strategyOf(folder('ecs-rolling'))).toBe('rolling');
    expect(strategyOf(folder('ecs-blue-green'), 'blue-green')).toBe('blue-green');
  });

  test.each([
    ['preflight', undefined, 'examples/x calls preflight; what can be rehearsed is ecs-blue-green and ecs-rolling'],
    ['ecs-blue-green', 'rolling', '--strategy rolling rehearses ecs-rolling, and examples/x calls ecs-blue-green'],
  ] as const)('%s with %s is refused', (action, asked, message) => {
    expect(() => strategyOf(folder(action), asked)).toThrow(new Problem(message));
  });
});

describe('the scenarios of a strategy', () => {
  test.each(['blue-green', 'rolling'] as const)(
    '%s: the usual ones, all, or those named, in that order',
    (strategy) => {
      const { scenarios, usual } = strategies[strategy];
      const namesOf = (names: readonly string[]) => scenariosNamed(names, strategy).map(({ name }) => name);
      expect(namesOf([])).toEqual(usual);
      expect(namesOf(['all'])).toEqual(scenarios.map(({ name }) => name));
      expect(namesOf(['cancel', 'good'])).toEqual(['cancel', 'good']);
    },
  );

  test('one of the other strategy is refused with those there are', () => {
    expect(() => scenariosNamed(['drift'], 'rolling')).toThrow(
      /^there is no scenario "drift" of the strategy rolling: there are good, crash-loop, .*killed-runner$/,
    );
    expect(() => scenariosNamed(['circuit-breaker'], 'blue-green')).toThrow(
      /^there is no scenario "circuit-breaker": /,
    );
  });
});
