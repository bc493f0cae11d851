import { readdirSync, readFileSync } from 'node:fs';
import { join, posix, resolve } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { checks } from '../../src/preflight/preflight.js';
import { importsIn } from '../../src/tools/imports.js';

const root = resolve(import.meta.dirname, '../..');
const textOf = (file: string): string => readFileSync(join(root, file), 'utf8');

/** What is needed without being called: AWS asks for it on behalf of a call. */
const NEEDED_BY_A_CALL: Readonly<Record<string, string>> = {
  'iam:PassRole': 'ecs:RegisterTaskDefinition',
  'ecs:TagResource': 'ecs:RegisterTaskDefinition',
};

const adapters = readdirSync(join(root, 'src/aws')).filter(
  (name) => name.endsWith('.ts') && !name.endsWith('.test.ts'),
);
const sourceOf = (files: readonly string[]): string => files.map((name) => textOf(`src/aws/${name}`)).join('\n');
/** Every call goes through `call('service:Action', …)`, which names the action in the error when it is refused. */
const calledIn = (text: string): ReadonlySet<string> =>
  new Set([...text.matchAll(/\bcall\(\s*'([a-z0-9-]+:[A-Za-z]+)'/g)].map(([, action = '']) => action));
const sentIn = (text: string): ReadonlySet<string> =>
  new Set([...text.matchAll(/new (?:sdk\.)?([A-Z]\w+)Command\(/g)].map(([, name = '']) => name));
const namesOf = (actions: Iterable<string>): string[] =>
  [...actions].map((action) => action.split(':')[1] ?? '').sort();

/** The adapters that a file below `src` leads to, by its imports and theirs. */
function adaptersBehind(file: string, seen = new Set<string>()): ReadonlySet<string> {
  for (const { specifier } of importsIn(textOf(`src/${file}`)).filter((each) => !each.isType)) {
    const target = posix.join(posix.dirname(file), specifier).replace(/\.js$/, '.ts');
    if (!specifier.startsWith('.') || target.startsWith('..') || seen.has(target)) continue;
    seen.add(target);
    adaptersBehind(target, seen);
  }
  return seen;
}

const behind = adaptersBehind('actions/ecs-blue-green/index.ts');
const source = sourceOf(adapters.filter((name) => behind.has(`aws/${name}`)));
/** Looks that stand in a file with others, and that only a rolling deployment asks for. */
const ofRolling: Readonly<Record<string, string>> = {
  serviceDeployment: 'ecs:DescribeServiceDeployments',
  serviceRevision: 'ecs:DescribeServiceRevisions',
};
const called = new Set([...calledIn(source)].filter((action) => !Object.values(ofRolling).includes(action)));
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

  test('leaves out only looks that none of its adapters asks for', () => {
    const asked = Object.keys(ofRolling).filter((look) => new RegExp(`\\.${look}\\(`).test(source));
    expect(asked).toEqual([]);
  });

  test('is named after the command that is sent, in every call', () => {
    expect(namesOf(calledIn(source))).toEqual([...sentIn(source)].sort());
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

describe('the policy of preflight', () => {
  const file = 'docs/iam/preflight.json';
  const own = sourceOf(adapters.filter((name) => name.startsWith('preflight-')));
  /** What it reads through adapters that it shares. */
  const shared = ['cloudwatch:DescribeAlarms', 'ecs:DescribeServices', 'ecs:DescribeTaskDefinition'];
  /** https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html */
  const free = 'sts:GetCallerIdentity';
  const wanted = [...new Set([...calledIn(own), ...shared])].filter((action) => action !== free).sort();
  const granted = statements(file).flatMap(({ Action }) => Action);

  test('allows what the code calls, no more and no less', () => {
    expect([...granted].sort()).toEqual(wanted);
    expect(namesOf(calledIn(own))).toEqual([...sentIn(own)].sort());
  });

  test('allows what the checks say that they read with', () => {
    const read = new Set(checks.flatMap(({ actions }) => actions));
    expect([...read, 'ecs:DescribeTaskDefinition'].sort()).toEqual(wanted);
  });

  test('gives a reason for every action in its table', () => {
    const table = [...textOf('docs/iam/preflight.md').matchAll(/^\| `([a-z0-9-]+:[A-Za-z]+)` \| .{10,} \|/gm)];
    expect(table.map(([, action]) => action).sort()).toEqual(wanted);
  });

  test('lets nothing be changed, and nothing be read that AWS lets be narrowed', () => {
    expect(granted.filter((action) => !/:(Describe|Get|BatchGet|Simulate)[A-Za-z]+$/.test(action))).toEqual([]);
    const wide = statements(file).filter(({ Resource }) => Resource === '*');
    expect(wide).toHaveLength(1);
    expect(
      wide.flatMap(({ Action }) => Action).filter((action) => /^(iam|ssm|secretsmanager|ecr):/.test(action)),
    ).toEqual([]);
  });
});

describe('the trust policy', () => {
  test('names one environment of one repository, in both forms of the subject', () => {
    const [{ Condition = {} } = {}] = statements('docs/iam/trust-policy.json');
    const subjects = [Condition.StringEquals?.['token.actions.githubusercontent.com:sub'] ?? []].flat();
    expect(subjects).toHaveLength(2);
    expect(subjects.every((subject) => /^repo:[^*]+:environment:[^*]+$/.test(subject))).toBe(true);
    expect(Object.keys(Condition)).toEqual(['StringEquals']);
  });
});
