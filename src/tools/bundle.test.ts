import { expect, test } from '@jest/globals';
import { withPlainSchemas } from './bundle.js';

test('what a schema computes is written out, and nothing else is touched', () => {
  const code = `const _xN = "xmlName";
const _f = () => "f";
var A$ = [3, _xN, { [_xN]: _xN, [_f]: 1, a: x[_xN] }, 64 | 0];
var B$ = [64 | 0, () => A$, [128 | 1, n0], x | 1, 0, "1 | 2"];`;
  expect(withPlainSchemas(code)).toBe(`const _xN = "xmlName";
const _f = () => "f";
var A$ = [3, _xN, { "xmlName": _xN, [_f]: 1, a: x[_xN] }, 64];
var B$ = [64, () => A$, [129, n0], x | 1, 0, "1 | 2"];`);
});
