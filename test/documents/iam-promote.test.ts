import { describe, expect, test } from '@jest/globals';
import { behind, textOf } from './adapters-behind.js';

/** In adapters that are shared: what only a build asks for, or what is for registries that are not in the account. */
const ofOthers = ['ecr:CreateRepository', 'ecr-public:GetAuthorizationToken'];

const source = [...behind('actions/promote/index.ts')]
  .filter((file) => file.startsWith('aws/'))
  .map((file) => textOf(`src/${file}`))
  .join('\n');
const called = new Set([...source.matchAll(/\bcall\(\s*'([a-z0-9-]+:[A-Za-z]+)'/g)].map(([, action = '']) => action));
const needed = [...called].filter((action) => !ofOthers.includes(action)).sort();
const chained = 'sts:AssumeRole';

interface Statement {
  readonly Action: readonly string[];
  readonly Resource: string | readonly string[];
}
const statements = (name: string): readonly Statement[] => JSON.parse(textOf(`docs/iam/${name}.json`)).Statement;
const allowed = (name: string): readonly string[] => statements(name).flatMap(({ Action }) => Action);
const isChanging = (action: string): boolean =>
  /:(Put|BatchDelete|Initiate|Upload|Complete|Create|Delete|Update)/.test(action);

describe('the policies of promote', () => {
  test('allow in one account what the code calls, no more and no less', () => {
    expect([...allowed('promote')].sort()).toEqual(needed.filter((action) => action !== chained));
    expect(needed).toContain(chained);
  });

  test('allow the same in two accounts together', () => {
    const both = new Set([...allowed('promote-source'), ...allowed('promote-target')]);
    expect([...both].sort()).toEqual(needed);
  });

  test('let the account of the source change nothing, and that of the target read no layer', () => {
    expect(allowed('promote-source').filter(isChanging)).toEqual([]);
    expect(allowed('promote-target').filter(isChanging).length).toBeGreaterThan(4);
    expect(allowed('promote-target')).not.toContain('ecr:GetDownloadUrlForLayer');
  });

  test('give a reason for every action in their table', () => {
    const table = [...textOf('docs/iam/promote.md').matchAll(/^\| `([a-z-]+:[A-Za-z]+)` \| .{8,} \|/gm)];
    expect(table.map(([, action]) => action).sort()).toEqual([...allowed('promote')].sort());
  });

  test.each(['promote', 'promote-source', 'promote-target'])(
    '%s has a wildcard in no action, and changes nothing outside named resources',
    (name) => {
      expect(allowed(name).filter((action) => action.includes('*'))).toEqual([]);
      const changing = statements(name).filter(({ Action }) => Action.some(isChanging));
      expect(changing.filter(({ Resource }) => Resource === '*')).toEqual([]);
    },
  );

  test('are named after the command that is sent, in every call', () => {
    const sent = new Set([...source.matchAll(/new (?:sdk\.)?([A-Z]\w+)Command\(/g)].map(([, name = '']) => name));
    const names = new Set([...called].map((action) => action.split(':')[1] ?? ''));
    expect([...names].filter((name) => !sent.has(name))).toEqual([]);
  });
});
