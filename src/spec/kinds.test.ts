import { describe, expect, test } from '@jest/globals';
import * as kinds from './kinds.js';

type Row = readonly [text: string, expected: unknown];

const readable = <T, A>(name: string, kind: kinds.Kind<T, A>, rows: readonly Row[]) =>
  describe(`${name} reads`, () => {
    test.each(rows)('%j', (text, expected) => {
      expect(kind.read(text)).toEqual({ ok: true, value: expected });
    });
  });

/** Rows are the text, a part of what is wrong, and what is suggested. */
const refused = <T, A>(name: string, kind: kinds.Kind<T, A>, rows: readonly (readonly [string, string, string?])[]) =>
  describe(`${name} refuses`, () => {
    test.each(rows.map(([text, wrong, suggestion = '']) => ({ text, wrong, suggestion })))(
      '$text because it $wrong',
      ({ text, wrong, suggestion }) => {
        const reading = kind.read(text);
        expect(reading).toMatchObject({ ok: false, wrong: expect.stringContaining(wrong) });
        expect(reading.ok ? undefined : (reading.suggestion ?? '')).toBe(suggestion);
      },
    );
  });

readable('a duration', kinds.duration(), [
  ['0s', 0],
  ['500ms', 500],
  ['90s', 90_000],
  ['5m', 300_000],
  ['2h', 7_200_000],
  ['1d', 86_400_000],
  ['1h30m', 5_400_000],
  ['1d2h3m4s5ms', 93_784_005],
]);
refused('a duration', kinds.duration({ minMs: 1000, maxMs: 60_000 }), [
  ['90', 'has no unit', '90s'],
  ['1.5', 'has no unit', '1.5s'],
  ['abc', 'is not a duration'],
  ['5 m', 'is not a duration', '5m'],
  ['5M', 'is not a duration', '5m'],
  ['5min', 'is not a duration', '5m'],
  ['10 seconds', 'is not a duration', '10s'],
  ['-5m', 'is not a duration'],
  ['1.5h', 'is not a duration'],
  ['30m1h', 'is not a duration'],
  ['5m5m', 'is not a duration'],
  ['500ms', 'is too short'],
  ['61s', 'is too long'],
  ['99999999999999999999s', 'is not a duration'],
]);

readable('a duration or a word', kinds.durationOr('forever'), [
  ['10m', 600_000],
  ['forever', 'forever'],
]);
refused('a duration or a word', kinds.durationOr('forever'), [
  ['Forever', 'is written differently', 'forever'],
  ['never', 'is not a duration'],
]);

readable('a percentage', kinds.percent(), [
  ['0%', 0],
  ['10%', 10],
  ['0.1%', 0.1],
  ['33.3%', 33.3],
  ['10.0%', 10],
  ['100%', 100],
]);
refused('a percentage', kinds.percent({ min: 1, max: 99 }), [
  ['10', 'is not a percentage', '10%'],
  ['ten%', 'is not a percentage'],
  ['10 %', 'is not a percentage'],
  ['-1%', 'is not a percentage'],
  ['1e1%', 'is not a percentage'],
  ['10.05%', 'is finer than a tenth'],
  ['101%', 'is more than 100%'],
  ['0%', 'is too small'],
  ['100%', 'is too large'],
]);

readable('steps', kinds.steps(), [
  ['100%@0s', [{ weight: 100, bakeMs: 0 }]],
  [
    '10%@5m, 50%@10m,100%@15m',
    [
      { weight: 10, bakeMs: 300_000 },
      { weight: 50, bakeMs: 600_000 },
      { weight: 100, bakeMs: 900_000 },
    ],
  ],
  [
    '0.1% @ 90s\n100% @ 1h30m',
    [
      { weight: 0.1, bakeMs: 90_000 },
      { weight: 100, bakeMs: 5_400_000 },
    ],
  ],
]);
refused('steps', kinds.steps(), [
  ['10%', 'step 1'],
  ['10%@5m@6m, 100%@1m', 'step 1'],
  ['10@5m, 100%@1m', 'step 1 whose weight "10" is not a percentage'],
  ['10%@5, 100%@1m', 'step 1 whose time "5" has no unit'],
  ['10%@5m, 10%@5m, 100%@1m', 'step 2 is 10% after 10%'],
  ['50%@5m, 10%@5m, 100%@1m', 'step 2 is 10% after 50%'],
  ['0%@5m, 100%@1m', 'step 1 is 0% after 0%'],
  ['10%@5m, 50%@5m', 'ends at 50%, not at 100%'],
  ['10%@5m,, 100%@5m', 'step 2'],
  ['100%@5m,', 'step 2'],
  ['100%@5m, 101%@5m', 'is more than 100%'],
]);

readable('a flag', kinds.flag(), [
  ['true', true],
  ['True', true],
  ['TRUE', true],
  ['false', false],
  ['False', false],
  ['FALSE', false],
]);
refused('a flag', kinds.flag(), [
  ['yes', 'is neither true nor false', 'true'],
  ['on', 'is neither true nor false', 'true'],
  ['1', 'is neither true nor false', 'true'],
  ['no', 'is neither true nor false', 'false'],
  ['OFF', 'is neither true nor false', 'false'],
  ['0', 'is neither true nor false', 'false'],
  ['tRUE', 'is neither true nor false', 'true'],
  ['flase', 'is neither true nor false', 'false'],
  ['maybe', 'is neither true nor false'],
]);

readable('one of a few words', kinds.oneOf('fail', 'wait'), [['wait', 'wait']]);
refused('one of a few words', kinds.oneOf('fail', 'wait'), [
  ['Wait', 'is not one of the words', 'wait'],
  ['wiat', 'is not one of the words', 'wait'],
  ['fial', 'is not one of the words', 'fail'],
  ['waits', 'is not one of the words', 'wait'],
  ['queue', 'is not one of the words'],
]);

readable('a whole number', kinds.integer({ min: -5, max: 10 }), [
  ['0', 0],
  ['+7', 7],
  ['-5', -5],
  ['10', 10],
]);
refused('a whole number', kinds.integer({ min: 0, max: 10 }), [
  ['1.5', 'is not a whole number'],
  ['1e1', 'is not a whole number'],
  ['0x1', 'is not a whole number'],
  ['ten', 'is not a whole number'],
  ['1 0', 'is not a whole number'],
  ['-1', 'is too small'],
  ['11', 'is too large'],
]);

readable('lines', kinds.lines(), [
  ['a', ['a']],
  ['a\r\n\n  b  \n', ['a', 'b']],
  ['# a', ['# a']],
]);
refused('lines', kinds.lines({ max: 2 }), [
  ['a\na', 'names "a" twice'],
  ['a\nb\nc', 'more than 2'],
]);
refused('a pair of lines', kinds.lines({ exactly: 2 }), [
  ['a', 'has 1 line instead of 2'],
  ['a,b', 'a comma does not separate lines'],
  ['a\nb\nc', 'has 3 lines instead of 2'],
]);

readable('a map', kinds.map(), [
  ['a=b', { a: 'b' }],
  ['a = b = c\nd=e', { a: 'b = c', d: 'e' }],
  ['__proto__=x', Object.fromEntries([['__proto__', 'x']])],
]);
refused('a map', kinds.map({ value: kinds.integer({ min: 0, max: 9 }) as never }), [
  ['a', 'without ='],
  ['=b', 'without a name'],
  ['a=', 'without a value'],
  ['a=1\na=2', 'names "a" twice'],
  ['a=x', 'value of a, "x" that is not a whole number'],
]);

readable('headers', kinds.headers(), [
  ['Host: shop.example.com', { Host: 'shop.example.com' }],
  ['X-A: 1\nX-Time: 12:30', { 'X-A': '1', 'X-Time': '12:30' }],
]);
refused('headers', kinds.headers(), [
  ['X-A=1', 'without :'],
  ['X A: 1', 'is not the name of an HTTP header'],
  ['X-A: 1\nx-a: 2', 'names "x-a" twice'],
]);

readable('status codes', kinds.httpStatuses(), [
  ['200', [{ from: 200, to: 200 }]],
  [
    '200-299, 404',
    [
      { from: 200, to: 299 },
      { from: 404, to: 404 },
    ],
  ],
]);
refused('status codes', kinds.httpStatuses(), [
  ['ok', 'something else than a status code'],
  ['2xx', 'something else than a status code'],
  ['99', 'something else than a status code'],
  ['600', 'outside 100 to 599'],
  ['299-200', 'ends before it begins'],
]);

readable('JSON', kinds.json(), [['{"a": [1]}', { a: [1] }]]);
refused('JSON', kinds.json(), [['{a: 1}', 'is not JSON']]);

readable('a URL', kinds.url(), [['https://example.com/a?b=c', 'https://example.com/a?b=c']]);
refused('a URL', kinds.url(), [
  ['example.com', 'is not an absolute URL'],
  ['ftp://example.com', 'is not an http or https URL'],
  ['https://user:pass@example.com', 'user name or password'],
]);

readable('a path or URL', kinds.pathOrUrl(), [
  ['/health', '/health'],
  ['http://127.0.0.1:8080/', 'http://127.0.0.1:8080/'],
]);
refused('a path or URL', kinds.pathOrUrl(), [
  ['health', 'does not begin with one /'],
  ['//evil.example/health', 'does not begin with one /'],
  ['/a b', 'contains a space'],
]);

const LISTENER =
  'arn:aws:elasticloadbalancing:eu-central-1:123456789012:listener/app/shop/50dc6c495c0c9188/f2f7dc8efc522ab2';
const RULE = LISTENER.replace('listener/', 'listener-rule/').concat('/9683b2d02a6cabee');

readable('the ARN of a listener', kinds.arn('listener'), [
  [LISTENER, LISTENER],
  [LISTENER.replace('arn:aws:', 'arn:aws-cn:'), LISTENER.replace('arn:aws:', 'arn:aws-cn:')],
]);
refused('the ARN of a listener', kinds.arn('listener'), [
  ['shop', 'is not an ARN'],
  [RULE, 'is the ARN of a listener rule, not of a listener'],
  [LISTENER.replace('/app/', '/net/'), 'is not the ARN of a listener'],
  [LISTENER.replace('123456789012', '12345'), 'is not an ARN'],
  ['arn:aws:iam::123456789012:role/deploy', 'is the ARN of a role'],
  ['arn:aws:s3:::bucket', 'is not the ARN of a listener'],
]);
