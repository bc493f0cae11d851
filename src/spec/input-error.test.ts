import { expect, test } from '@jest/globals';
import { describeProblem } from './input-error.js';

test('a problem ends with one mark, also when it is a question of a file', () => {
  const wrong = 'is wrong at a.yml:1:1: servicess is not known here. Did you mean "services"?';
  expect(describeProblem({ input: 'services-file', wrong })).toBe(`Input services-file ${wrong}`);
  expect(describeProblem({ input: 'bake', value: '5', wrong: 'has no unit', suggestion: '5s' })).toBe(
    'Input bake ("5") has no unit. Did you mean "5s"?',
  );
});
