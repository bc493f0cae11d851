import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readDocument, readDocuments } from './document.js';
import { loadDocuments } from './load-documents.js';

function dataOf(text: string, name = 'file.json'): unknown {
  const read = readDocument(text, name);
  if (!read.ok) throw new Error(`${read.at.line}:${read.at.column} ${read.wrong}`);
  return JSON.parse(JSON.stringify(read.document.value));
}

function faultOf(text: string, name = 'file.json'): string {
  const read = readDocument(text, name);
  return read.ok ? 'none' : `${read.at.line}:${read.at.column} ${read.wrong}`;
}

/** Numbers beyond 2^53 are refused, not rounded. */
function isExact(value: unknown): boolean {
  return !(JSON.stringify(value).match(/-?\d[\d.]*(e[+-]?\d+)?/gi) ?? []).some(
    (number) => Number.isInteger(Number(number)) && !Number.isSafeInteger(Number(number)),
  );
}

describe('a JSON text', () => {
  test('gives what JSON.parse gives, whatever it holds and however it is spaced', () => {
    fc.assert(
      fc.property(fc.jsonValue().filter(isExact), fc.constantFrom('', '  ', '\t'), (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        expect(dataOf(text)).toEqual(JSON.parse(text));
      }),
    );
  });

  test('may have comments, not within texts', () => {
    expect(dataOf('// one\n{ /* two */ "a": "// no", "b": [1, /* } */ 2] } // end')).toEqual({
      a: '// no',
      b: [1, 2],
    });
  });

  test('keeps a key called __proto__ as a key', () => {
    const read = readDocument('{"__proto__": {"a": 1}}', 'x.json');
    expect(read.ok && Object.keys(read.document.value as object)).toEqual(['__proto__']);
  });

  test.each([
    ['', '1:1 the file is empty'],
    ['\n  // nothing\n', '1:1 the file is empty'],
    ['{"a": 1,}', '1:8 the comma before } is one too many'],
    ['{\n  "a": [1, 2,\n  ]\n}', '2:13 the comma before ] is one too many'],
    [
      '{"a": <PORT>}',
      '1:7 a value is expected: an object, a list, a text in double quotes, a number, true, false or null, and here stands "<PORT>}"',
    ],
    ['["a", {{command}}]', '1:8 a key in double quotes is expected, and here stands "{command}}]"'],
    ["{'a': 1}", '1:2 a key in double quotes is expected, and here stands "\'a\':"'],
    ['{"a" 1}', '1:6 a colon is expected after "a", and here stands "1}"'],
    ['{"a": 1 "b": 2}', '1:9 a comma or } is expected, and here stands "\\"b\\":"'],
    ['{"a": 1, "a": 2}', '1:10 the key "a" stands here for the second time'],
    ['{"a": "x\n"}', '1:7 this text has no closing quote on its line'],
    ['{"a": "\\q"}', '1:7 this text holds an escape or a control character that JSON does not know'],
    ['{"a": 01}', '1:7'],
    ['{"a": True}', '1:7'],
    ['{"a": 12345678901234567890}', '1:7 the number 12345678901234567890 is too large to be kept exactly'],
    ['{"a": 1e999}', '1:7 the number 1e999 is too large to be kept exactly'],
    ['{"a": 1} x', '1:10 nothing more is expected after the end of the document, and here stands "x"'],
    ['{\n  "a": [1,\n', '3:1 the text ends too early'],
    ['{"a": 1 /* no end', '1:9 this comment does not end'],
    [`${'['.repeat(100_000)}`, '1:202 this is nested more than 200 levels deep'],
  ])('%j is refused at its place', (text, fault) => {
    expect(faultOf(text)).toMatch(new RegExp(`^${fault.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`));
  });

  test('is read or refused at a place within the text, whatever is cut out of it', () => {
    const text = '{"a": [1, -2.5e3, true, null, "x\\u00e9\\n"], /* c */ "b": {"c": "d"}} // e';
    fc.assert(
      fc.property(fc.nat(text.length), fc.nat(text.length), (x, y) => {
        const cut = text.slice(0, Math.min(x, y)) + text.slice(Math.max(x, y));
        const read = readDocument(cut, 'x.json');
        if (!read.ok) expect(read.at.column).toBeLessThanOrEqual(cut.length + 1);
      }),
    );
  });
});

describe('a YAML text', () => {
  test('is YAML 1.2: on and yes are texts, 010 is ten', () => {
    expect(dataOf('a: on\nb: yes\nc: 010\nd: true\ne: ~\nf: "1"\n', 'x.yaml')).toEqual({
      a: 'on',
      b: 'yes',
      c: 10,
      d: true,
      e: null,
      f: '1',
    });
  });

  test('follows anchors and merges, where what is written at the place wins', () => {
    const text = 'base: &b {x: 1, y: 2}\nlist: [*b]\nown:\n  y: 3\n  <<: *b\nmany:\n  <<: [*b, {z: 4, x: 9}]\n';
    expect(dataOf(text, 'x.yml')).toEqual({
      base: { x: 1, y: 2 },
      list: [{ x: 1, y: 2 }],
      own: { x: 1, y: 3 },
      many: { x: 1, y: 2, z: 4 },
    });
  });

  test('keeps keys as they are written', () => {
    expect(dataOf('1.10: a\n8080: b\ntrue: c\n"q": d\n__proto__: e\n', 'x.yaml')).toEqual(
      JSON.parse('{"1.10":"a","8080":"b","true":"c","q":"d","__proto__":"e"}'),
    );
  });

  test('may be JSON in a file that is called YAML, with tabs too', () => {
    expect(dataOf('{\n\t"a": "b",\n\t"c": [1] // d\n}', 'x.yaml')).toEqual({ a: 'b', c: [1] });
    expect(dataOf('{a: b, c: [1,],}', 'x.yaml')).toEqual({ a: 'b', c: [1] });
  });

  test.each([
    ['a: 1\nb: 2\na: 3\n', '3:1 the key "a" stands here for the second time'],
    ['1: a\n"1": b\n', '2:1 the key "1" stands here for the second time'],
    ['a: !Ref x\n', '1:4 unresolved tag: !Ref'],
    ['a: *missing\n', '1:4 no anchor is called missing'],
    ['a: &x [*x]\n', '1:7 this is nested more than 200 levels deep, or holds itself'],
    ['a: b: c\n', '1:4 nested mappings are not allowed in compact mappings'],
    ['a:\n\t- b\n', '2:'],
    ['a: 12345678901234567890\n', '1:4 the number 12345678901234567890 cannot be kept exactly'],
    ['a: .inf\n', '1:4 the number .inf cannot be kept exactly'],
    ['? [a, b]\n: c\n', '1:3 a key that is not a plain text'],
    ['a: 1\n<<: b\n', '2:1 what << puts in is not a map'],
    ['a: "x\n', '2:1 missing closing "quote'],
    ['a: 1\n---\nb: 2\n', '3:1 a second document begins here, and only one is expected'],
    ['# nothing\n', '1:1 the file is empty'],
  ])('%j is refused at its place', (text, fault) => {
    expect(faultOf(text, 'x.yaml').startsWith(fault) || faultOf(text, 'x.yaml')).toBe(true);
  });

  test('does not let a few lines of aliases fill the memory', () => {
    const lines = Array.from(
      { length: 12 },
      (_, i) => `x${i}: &x${i} [${Array(10).fill(i === 0 ? 'a' : `*x${i - 1}`)}]`,
    );
    expect(faultOf(lines.join('\n'), 'x.yaml')).toMatch(/this makes more than 100000 values of the file/);
  });

  test('may hold several documents, and one without content is none', () => {
    const read = readDocuments('---\na: 1\n---\n# nothing\n---\nb: 2\n...\n', 'x.yaml');
    expect(read.ok && read.documents.map(({ value }) => ({ ...(value as object) }))).toEqual([{ a: 1 }, { b: 2 }]);
  });
});

describe('the place of a member', () => {
  const json = '{\r\n  "a": [\r\n    {"b": 1},\r\n    {"c": 2}\r\n  ]\r\n}';
  const yaml = 'x: &x\n  b: 1\na:\n  - *x\n  - <<: *x\n    c: 2\n';
  test.each([
    ['x.json', json, ['a'], '2:3'],
    ['x.json', json, ['a', 1], '4:5'],
    ['x.json', json, ['a', 1, 'c'], '4:6'],
    ['x.json', json, [], '1:1'],
    ['x.json', json, ['a', 7], 'none'],
    ['x.json', `\uFEFF${json}`, ['a'], '2:3'],
    ['x.yaml', yaml, ['a'], '3:1'],
    ['x.yaml', yaml, ['a', 0], '4:5'],
    ['x.yaml', yaml, ['a', 0, 'b'], '2:3'],
    ['x.yaml', yaml, ['a', 1, 'b'], '2:3'],
    ['x.yaml', yaml, ['a', 1, 'c'], '6:5'],
    ['x.yaml', yaml, ['nowhere', 'x'], 'none'],
  ])('in %s %j, %j is at %s', (name, text, path, place) => {
    const read = readDocument(text, name);
    const at = read.ok ? read.document.placeOf(path) : undefined;
    expect(at === undefined ? 'none' : `${at.line}:${at.column}`).toBe(place);
  });
});

test.each([
  ['taskdef', '{"a": 1}'],
  ['taskdef.tpl', '// c\n{"a": 1}'],
  ['taskdef', 'a: 1'],
  ['', '# c\na: 1'],
])('a file called %j is read by what it holds', (name, text) => {
  expect(dataOf(text, name)).toEqual({ a: 1 });
});

test.each([
  ['{"a": [1]}', 'x.json'],
  ['{"a": 1,}', 'x.json'],
  ['\uFEFF{a: 1, b: [2]}', 'x.yaml'],
  ['a: 1\n---\nb: 2\n', 'x.yml'],
  ['a: [1\n', 'x.yml'],
  ['a: 1', 'taskdef'],
])('%j as %s is read the same when the parser of YAML is loaded for it only when it is wanted', async (text, name) => {
  expect(JSON.stringify(await loadDocuments(text, name))).toBe(JSON.stringify(readDocuments(text, name)));
});
