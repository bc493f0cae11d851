import { expect, test } from '@jest/globals';
import { withPlainKeys } from './bundle.js';

test('keys that are constants are written out, and nothing else is touched', () => {
  const code = 'const _xN = "xmlName";\nconst _f = () => "f";\nvar A$ = [3, _xN, { [_xN]: _xN, [_f]: 1, a: x[_xN] }];';
  expect(withPlainKeys(code)).toBe(
    'const _xN = "xmlName";\nconst _f = () => "f";\nvar A$ = [3, _xN, { "xmlName": _xN, [_f]: 1, a: x[_xN] }];',
  );
});
