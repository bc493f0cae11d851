import { describe, expect, test } from '@jest/globals';
import { behind, textOf } from './adapters-behind.js';

/** What is needed without being called: AWS asks for it on behalf of a call. */
const neededByACall: Readonly<Record<string, string>> = {
  'iam:PassRole': 'ecs:RegisterTaskDefinition',
  'ecs:TagResource': 'ecs:RegisterTaskDefinition',
};

/** Of adapters that are shared: what only a load balancer's listener is asked for, which here nobody names. */
const ofListeners = ['elasticloadbalancing:DescribeListeners', 'elasticloadbalancing:DescribeLoadBalancers'];

const source = [...behind('aws/rolling-ports.ts')].map((file) => textOf(`src/${file}`)).join('\n');
const called = new Set([...source.matchAll(/\bcall\(\s*'([a-z0-9-]+:[A-Za-z]+)'/g)].map(([, action = '']) => action));
const needed = [
  ...[...called].filter((action) => !ofListeners.includes(action)),
  ...Object.entries(neededByACall).flatMap(([action, by]) => (called.has(by) ? action : [])),
].sort();

interface Statement {
  readonly Action: string | readonly string[];
  readonly Resource: string | readonly string[];
}
const statements: readonly Statement[] = JSON.parse(textOf('docs/iam/ecs-rolling.json')).Statement;
const allowed = statements.flatMap(({ Action }) => Action);

describe('the policy of ecs-rolling', () => {
  test('allows what the code calls, no more and no less', () => {
    expect([...allowed].sort()).toEqual(needed);
  });

  test('gives a reason for every action in its table', () => {
    const table = [...textOf('docs/iam/ecs-rolling.md').matchAll(/^\| `([a-z-]+:[A-Za-z]+)` \| .{10,} \|/gm)];
    expect(table.map(([, action]) => action).sort()).toEqual(needed);
  });

  test('has a wildcard in no action, and changes nothing outside named resources', () => {
    expect(allowed.filter((action) => action.includes('*'))).toEqual([]);
    const changing = statements.filter(({ Action }) =>
      [Action].flat().some((action) => !/:(Describe|List|Get|RegisterTaskDefinition|StopTask)/.test(action)),
    );
    expect(changing.length).toBeGreaterThan(4);
    expect(changing.filter(({ Resource }) => Resource === '*')).toEqual([]);
  });
});
