import type { RuleCondition } from '@aws-sdk/client-elastic-load-balancing-v2';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { compileConditions, type RequestFacts } from './conditions.js';
import { codeMatches, patienceMs } from './health-checks.js';
import { WeightedChoice } from './weights.js';

const facts = (more: Partial<RequestFacts> = {}): RequestFacts => ({
  method: 'GET',
  path: '/img/a.png',
  query: '',
  host: 'shop.example.com',
  sourceIp: '127.0.0.1',
  rawHeaders: [],
  ...more,
});

describe('conditions', () => {
  const path = (...Values: string[]): RuleCondition => ({ Field: 'path-pattern', Values });
  const host = (...Values: string[]): RuleCondition => ({ Field: 'host-header', HostHeaderConfig: { Values } });
  const header = (HttpHeaderName: string, ...Values: string[]): RuleCondition => ({
    Field: 'http-header',
    HttpHeaderConfig: { HttpHeaderName, Values },
  });
  const query = (...Values: { Key?: string; Value: string }[]): RuleCondition => ({
    Field: 'query-string',
    QueryStringConfig: { Values },
  });
  const from = (...Values: string[]): RuleCondition => ({ Field: 'source-ip', SourceIpConfig: { Values } });

  test.each<[string, RuleCondition[], Partial<RequestFacts>, boolean]>([
    ['a star is any run of characters', [path('/img/*')], {}, true],
    ['a question mark is exactly one', [path('/img/?.png')], {}, true],
    ['and not two', [path('/img/?.png')], { path: '/img/ab.png' }, false],
    ['a dot is a dot', [path('/img/a.png')], { path: '/img/axpng' }, false],
    ['paths tell case apart', [path('/IMG/*')], {}, false],
    ['the whole path must match', [path('/img')], {}, false],
    ['any value of a condition will do', [path('/a', '/img/*')], {}, true],
    ['all conditions must hold', [path('/img/*'), host('api.example.com')], {}, false],
    ['hosts do not tell case apart', [host('*.EXAMPLE.com')], {}, true],
    [
      'headers are found by any case of their name',
      [header('X-Preview', 'yes')],
      { rawHeaders: ['x-preview', 'YES'] },
      true,
    ],
    ['any of repeated headers will do', [header('a', 'two')], { rawHeaders: ['A', 'one', 'A', 'two'] }, true],
    ['an absent header is no match', [header('a', '*')], {}, false],
    ['methods are exact', [{ Field: 'http-request-method', HttpRequestMethodConfig: { Values: ['POST'] } }], {}, false],
    ['a key with its value', [query({ Key: 'version', Value: 'v?' })], { query: 'a=b&Version=V2' }, true],
    ['a value under any key', [query({ Value: 'x' })], { query: 'k=x' }, true],
    ['an escaped star is a star', [query({ Key: 'q', Value: '\\*' })], { query: 'q=abc' }, false],
    ['percent-encoding is undone', [query({ Key: 'q', Value: '*' })], { query: '%71=1' }, true],
    ['an address in the block', [from('127.0.0.0/8')], {}, true],
    ['an address outside of it', [from('10.0.0.0/8')], {}, false],
    ['an IPv6 block', [from('::1/128')], { sourceIp: '::1' }, true],
    [
      'a regular expression',
      [{ Field: 'path-pattern', PathPatternConfig: { RegexValues: ['^/img/[a-z]+\\.png$'] } }],
      {},
      true,
    ],
  ])('%s', (_what, conditions, more, expected) => {
    expect(compileConditions(conditions)(facts(more))).toBe(expected);
  });
});

describe('the choice by weight', () => {
  test('over as many requests as the weights add up to, every group gets exactly its weight', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 999 }), { minLength: 1, maxLength: 5 }), (weights) => {
        const choice = new WeightedChoice(weights.map((weight, item) => ({ item, weight })));
        const total = weights.reduce((sum, weight) => sum + weight, 0);
        const seen = weights.map(() => 0);
        for (let i = 0; i < total; i++) {
          const item = choice.next() as number;
          seen[item] = (seen[item] ?? 0) + 1;
        }
        expect(seen).toEqual(weights);
        if (total === 0) expect(choice.next()).toBeUndefined();
      }),
      { numRuns: 50 },
    );
  });

  test('at no moment is a group further from its share than one request per other group', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999 }), fc.integer({ min: 1, max: 999 }), (a, b) => {
        const choice = new WeightedChoice([
          { item: 'a', weight: a },
          { item: 'b', weight: b },
        ]);
        let seen = 0;
        for (let i = 1; i <= 500; i++) {
          if (choice.next() === 'a') seen++;
          expect(Math.abs(seen - (i * a) / (a + b))).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 30 },
    );
  });
});

describe('health check settings', () => {
  test.each([
    ['200', 200, true],
    ['200', 204, false],
    ['200,202', 202, true],
    ['200-299', 250, true],
    ['200-299,404', 404, true],
    ['200-299', 300, false],
  ])('matcher %s and status %i: %s', (matcher, status, expected) => {
    expect(codeMatches(matcher, status)).toBe(expected);
  });

  test('a sped-up clock does not make probes impatient below a second', () => {
    expect(patienceMs(5, 1)).toBe(5_000);
    expect(patienceMs(5, 60)).toBe(1_000);
    expect(patienceMs(5, 2)).toBe(2_500);
  });
});
