import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from '@jest/globals';

const root = resolve(import.meta.dirname, '../..');
const textOf = (file: string): string => readFileSync(join(root, file), 'utf8');

/** What is needed without being called: AWS asks for it on behalf of a call. */
const NEEDED_BY_A_CALL: Readonly<Record<string, string>> = {
  'iam:PassRole': 'ecs:RegisterTaskDefinition',
  'ecs:TagResource': 'ecs:RegisterTaskDefinition',
};

/** Every call goes through `call('service:Action', …)`, which names the action in the error when it is refused. */
const source = readdirSync(join(root, 'src/aws'))
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
  .map((name) => textOf(`src/aws/${name}`))
  .join('\n');
const called = new Set([...source.matchAll(/\bcall\(\s*'([a-z-]+:[A-Za-z]+)'/g)].map(([, action = '']) => action));
const needed = [
  ...called,
  ...Object.entries(NEEDED_BY_A_CALL).flatMap(([action, by]) => (called.has(by) ? action : [])),
].sort();

interface Statement {
  readonly Action: string | readonly string[];
  readonly Resource?: string | readonly string[];
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;
}
const statements = (file: string): Statement[] => JSON.parse(textOf(file)).Statement;
const allowed = statements('docs/iam/ecs-blue-green.json').flatMap(({ Action }) => Action);

describe('the policy of ecs-blue-green', () => {
  test('allows what the code calls, no more and no less', () => {
    expect([...allowed].sort()).toEqual(needed);
  });

  test('is named after the command that is sent, in every call', () => {
    const sent = new Set([...source.matchAll(/new ([A-Z]\w+)Command\(/g)].map(([, name]) => name));
    expect([...called].map((action) => action.split(':')[1]).sort()).toEqual([...sent].sort());
  });

  test('gives a reason for every action in its table', () => {
    const table = [...textOf('docs/iam/ecs-blue-green.md').matchAll(/^\| `([a-z-]+:[A-Za-z]+)` \| .{10,} \|/gm)];
    expect(table.map(([, action]) => action).sort()).toEqual(needed);
  });

  test('has a wildcard in no action, and changes nothing outside named resources', () => {
    expect(allowed.filter((action) => action.includes('*'))).toEqual([]);
    const changing = statements('docs/iam/ecs-blue-green.json').filter(({ Action }) =>
      [Action].flat().some((action) => !/:(Describe|List|Get|RegisterTaskDefinition)/.test(action)),
    );
    expect(changing.length).toBeGreaterThan(3);
    expect(changing.filter(({ Resource }) => Resource === '*')).toEqual([]);
  });
});

describe('the trust policy', () => {
  test('names one environment of one repository, in both forms of the subject', () => {
    const [{ Condition = {} } = { Action: '' }] = statements('docs/iam/trust-policy.json');
    const subjects = [Condition.StringEquals?.['token.actions.githubusercontent.com:sub'] ?? []].flat();
    expect(subjects).toHaveLength(2);
    expect(subjects.every((subject) => /^repo:[^*]+:environment:[^*]+$/.test(subject))).toBe(true);
    expect(Object.keys(Condition)).toEqual(['StringEquals']);
  });
});
