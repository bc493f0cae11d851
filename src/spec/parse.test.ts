import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { formatSteps, parseSteps } from '../shift/steps.js';
import { defineAction } from './action-spec.js';
import { formatDuration, parseDuration } from './duration.js';
import { InputError } from './input-error.js';
import * as kinds from './kinds.js';
import { editDistance, nearest } from './nearest.js';
import { parseInputs, type RawInputs } from './parse.js';
import { exactlyOneOf, needs, rule, together } from './rules.js';

const spec = defineAction({
  name: 'sample',
  title: 'Sample',
  description: 'For tests.',
  branding: { icon: 'box', color: 'blue' },
  inputs: {
    cluster: { kind: kinds.text(), required: true, description: 'd' },
    region: { kind: kinds.text(), required: true, environment: ['AWS_REGION'], description: 'd' },
    'bake-time': { kind: kinds.duration(), preset: '5m', description: 'd' },
    tags: { kind: kinds.lines(), description: 'd' },
    mode: { kind: kinds.oneOf('fast', 'slow'), description: 'd' },
    token: { kind: kinds.json(), secret: true, description: 'd' },
    left: { kind: kinds.text(), description: 'd' },
    right: { kind: kinds.text(), description: 'd' },
    user: { kind: kinds.text(), description: 'd' },
    password: { kind: kinds.text(), description: 'd' },
  },
  rules: [
    exactlyOneOf('left', 'right'),
    together('user', 'password'),
    needs('tags', 'mode'),
    rule(['bake-time', 'mode'], 'A fast bake is short.', (values: { bakeTime: number; mode: string | undefined }) =>
      values.mode === 'fast' && values.bakeTime > 60_000 ? 'is too long for mode fast: choose slow' : undefined,
    ),
  ],
  renamed: { 'old-mode': 'mode' },
  outputs: {},
});

const good: RawInputs = { cluster: 'shop', region: 'eu-central-1', left: 'x' };

function problemsOf(raw: RawInputs) {
  try {
    parseInputs(spec, raw);
    return [];
  } catch (error) {
    expect(error).toBeInstanceOf(InputError);
    return (error as InputError).problems;
  }
}

describe('parseInputs', () => {
  test('gives typed values under camel-case names, presets included', () => {
    expect(parseInputs(spec, { ...good, tags: 'a\nb', mode: 'slow', token: '{"a":1}' })).toEqual({
      cluster: 'shop',
      region: 'eu-central-1',
      bakeTime: 300_000,
      tags: ['a', 'b'],
      mode: 'slow',
      token: { a: 1 },
      left: 'x',
      right: undefined,
      user: undefined,
      password: undefined,
    });
  });

  test('takes an empty text for none, and trims', () => {
    expect(
      parseInputs(spec, { ...good, cluster: ' shop\n', 'bake-time': '  ', tags: '', stranger: ' ' }),
    ).toMatchObject({
      cluster: 'shop',
      bakeTime: 300_000,
      tags: [],
    });
  });

  test('reports all problems together, each with its input', () => {
    const problems = problemsOf({
      region: 'x',
      'bake-time': '5',
      mode: 'fats',
      left: 'a',
      right: 'b',
      clustre: 'shop',
    });
    expect(problems.map(({ input }) => input).sort()).toEqual(['bake-time', 'cluster', 'clustre', 'mode', 'right']);
  });

  test('suggests the name that was probably meant', () => {
    expect(problemsOf({ ...good, Bake_Time: '5m' })).toMatchObject([{ input: 'Bake_Time', suggestion: 'bake-time' }]);
    expect(problemsOf({ ...good, zebra: '5m' })[0]).not.toHaveProperty('suggestion');
  });

  test('fails a renamed input with its new name', () => {
    expect(problemsOf({ ...good, 'old-mode': 'fast' })).toMatchObject([
      { input: 'old-mode', wrong: expect.stringContaining('is now called mode') },
    ]);
  });

  test('never shows a password in a URL, also where that is what is wrong with it', () => {
    const site = defineAction({
      name: 'site',
      title: 'Site',
      description: 'For tests.',
      branding: { icon: 'box', color: 'blue' },
      inputs: { site: { kind: kinds.url(), description: 'd' } },
      outputs: {},
    });
    for (const given of ['https://ann:pa55@host/x', 'https://ann:pa55/1@host:x', 'https://pa55@host']) {
      const refused = () => parseInputs(site, { site: given });
      expect(refused).toThrow('https://***@host');
      expect(refused).not.toThrow('pa55');
    }
  });

  test('never shows the value of a secret, nor that of an unknown input', () => {
    const error = new InputError(problemsOf({ ...good, token: 'hunter2', tokn: 'hunter2' }));
    expect(error.problems).toHaveLength(2);
    expect(JSON.stringify(error.problems) + error.message).not.toContain('hunter2');
  });

  test('is not led astray by names that every object has', () => {
    expect(problemsOf({ ...good, constructor: 'x', tostring: 'x' }).map(({ input }) => input)).toEqual([
      'constructor',
      'tostring',
    ]);
  });

  test.each([
    [{ left: '' }, 'left', 'give exactly one of left and right'],
    [{ right: 'y' }, 'right', 'contradicts left'],
    [{ user: 'u' }, 'password', 'is missing beside user'],
    [{ tags: 'a' }, 'tags', 'has no effect without mode'],
    [{ mode: 'fast' }, 'bake-time', 'choose slow'],
  ])('a rule between inputs that is broken by %j is told at %s', (change, input, wrong) => {
    expect(problemsOf({ ...good, ...change })).toMatchObject([{ input, wrong: expect.stringContaining(wrong) }]);
  });

  test('a rule is silent while one of its inputs is wrong by itself', () => {
    expect(problemsOf({ ...good, mode: 'fast', 'bake-time': 'long' })).toHaveLength(1);
  });

  test('either gives values or an InputError that names an input, whatever is given', () => {
    const name = fc.oneof(
      fc.constantFrom(...Object.keys(spec.inputs), 'old-mode'),
      fc.string({ minLength: 1, maxLength: 12 }),
    );
    const text = fc.oneof(fc.string(), fc.constantFrom('5m', '10%', '{}', 'fast', 'a\nb', 'a=b', '100%@1m'));
    fc.assert(
      fc.property(fc.dictionary(name, text), (raw) => {
        for (const problem of problemsOf(raw)) {
          expect([...Object.keys(spec.inputs), ...Object.keys(raw)]).toContain(problem.input);
          expect(problem.wrong).not.toBe('');
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('what is written out is read back as the same', () => {
  test('a duration', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e11 }), (ms) => {
        expect(parseDuration(formatDuration(ms))).toEqual({ ok: true, value: ms });
      }),
    );
  });

  test('steps', () => {
    const step = fc.record({ tenths: fc.integer({ min: 1, max: 999 }), bakeMs: fc.integer({ min: 0, max: 1e9 }) });
    const plans = fc
      .uniqueArray(step, { selector: ({ tenths }) => tenths, maxLength: 8 })
      .map((steps) => [
        ...steps.sort((a, b) => a.tenths - b.tenths).map(({ tenths, bakeMs }) => ({ weight: tenths / 10, bakeMs })),
        { weight: 100, bakeMs: 0 },
      ]);
    fc.assert(
      fc.property(plans, (plan) => {
        expect(parseSteps(formatSteps(plan))).toEqual({ ok: true, value: plan });
      }),
    );
  });

  test('any text is either a plan that rises to 100 % or refused', () => {
    const part = fc.constantFrom('10%', '50%', '100%', '0%', '@', '5m', '1h', ',', ' ', '\n', '%', '7');
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        const reading = parseSteps(parts.join(''));
        if (reading.ok) {
          const weights = reading.value.map(({ weight }) => weight);
          expect(weights).toEqual([...new Set(weights)].sort((a, b) => a - b));
          expect(weights.at(-1)).toBe(100);
        } else {
          expect(reading.wrong).not.toBe('');
        }
      }),
    );
  });
});

describe('the nearest name', () => {
  test('is at distance 0 from itself, and distance is the same both ways', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 10 }), fc.string({ maxLength: 10 }), (a, b) => {
        expect(editDistance(a, a)).toBe(0);
        expect(editDistance(a, b)).toBe(editDistance(b, a));
        expect(editDistance(a, b)).toBeLessThanOrEqual(Math.max(a.length, b.length));
      }),
    );
  });

  test.each([
    ['clustr', 'cluster'],
    ['SERVICE', 'services'],
    ['listener_arn', 'listener-arn'],
    ['x', undefined],
    ['environment', undefined],
  ])('to %s is %s', (given, expected) => {
    expect(nearest(given, ['cluster', 'services', 'listener-arn', 'steps'])).toBe(expected);
  });
});
