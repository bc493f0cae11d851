import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { DefinitionRequest } from '../../ecs/task-definition-source.js';
import { AccessError } from '../../ports/access-error.js';
import { checks } from '../../preflight/preflight.js';
import { parseInputs, type RawInputs } from '../../spec/parse.js';
import { definitionRequestOf } from '../../spec/task-definition-inputs.js';
import { FakePreflight, goodDefinition } from '../../testing/fake-preflight.js';
import { diffLines, findingLines, preflightMarkdown, preflightOutputs, type ServiceLooked } from './result.js';
import { type PreflightActionWorld, type PreflightResult, run } from './run.js';
import { type ServiceInputs, spec } from './spec.js';

const registry = '123456789012.dkr.ecr.eu-central-1.amazonaws.com';

/** What comes of these inputs in the fake account, which runs the good definition. */
async function looked(
  raw: RawInputs = {},
  change: (account: FakePreflight) => void = () => {},
  files: Readonly<Record<string, string>> = {},
): Promise<PreflightResult> {
  const account = new FakePreflight();
  account.repositories['123456789012/eu-central-1/shop'] = {
    ...account.repositories['123456789012/eu-central-1/shop'],
    '2': { platforms: [{ os: 'linux', architecture: 'amd64' }] },
  };
  change(account);
  const inputs = parseInputs(spec, {
    cluster: 'shop',
    service: 'shop',
    region: 'eu-central-1',
    ...raw,
  }) as ServiceInputs;
  const request: DefinitionRequest = definitionRequestOf(inputs, {});
  const world: PreflightActionWorld = {
    ...account.world,
    rollout: {
      taskDefinition: async () => {
        if (account.denied.has('ecs:DescribeTaskDefinition')) {
          throw new AccessError('Not allowed', { kind: 'denied', action: 'ecs:DescribeTaskDefinition' });
        }
        return goodDefinition;
      },
    },
    readFile: async (path) => files[path] ?? '',
  };
  return run(inputs, request, world);
}

const one = (result: PreflightResult, name = 'shop'): ServiceLooked => ({
  name,
  cluster: 'shop',
  service: name,
  result,
});

const lines = (result: PreflightResult): string[] => findingLines(result.findings);

test('a new image that fits passes, and the difference names it', async () => {
  const result = await looked({ images: `app=${registry}/shop:2` });
  expect(result).toMatchObject({ outcome: 'passed', findings: [] });
  expect(diffLines(result.diff)).toEqual([`~ container app: image: ${registry}/shop:1 → ${registry}/shop:2`]);
  expect(preflightOutputs([one(result)], false)).toEqual({
    outcome: 'passed',
    reason: 'Preflight passed: 0 errors, 0 warnings',
    findings: '[]',
    changes: '1',
    diff: `~ container app: image: ${registry}/shop:1 → ${registry}/shop:2`,
  });
});

test('nothing asked for means what runs now, and no difference', async () => {
  const result = await looked();
  expect([result.outcome, result.diff]).toEqual(['passed', []]);
});

test('a definition that cannot be made is one finding beside all others, not instead of them', async () => {
  const result = await looked({ images: 'web=shop:2', 'remove-secrets': 'nobody:KEY' }, (account) => {
    account.logGroups = [];
  });
  expect(result).toMatchObject({ outcome: 'failed', diff: undefined });
  expect(lines(result)).toEqual([
    expect.stringContaining('task-definition: Input images ("web")'),
    expect.stringContaining('task-definition: Input remove-secrets'),
    expect.stringContaining('log-groups: log group /ecs/shop'),
  ]);
});

test('a file that is wrong is told with line and column, and the rest is looked at as it runs now', async () => {
  const result = await looked({ 'task-definition': 'td.json' }, (account) => (account.secrets = {}), {
    'td.json': '{\n  "family": "shop",\n  "contanerDefinitions": []\n}',
  });
  expect(lines(result).join('\n')).toMatch(/task-definition: .*td\.json:3:3/);
  expect(lines(result).join('\n')).toContain('secrets: secret ');
});

test('a service that is not there leaves nothing to compare with; a file is looked at all the same', async () => {
  const result = await looked(
    { 'task-definition': 'td.json' },
    (account) => {
      account.service = undefined;
      account.logGroups = [];
    },
    { 'td.json': JSON.stringify(goodDefinition) },
  );
  expect(result.diff).toBeUndefined();
  expect(lines(result)).toEqual([
    expect.stringContaining('service shop does not exist'),
    expect.stringContaining('log group /ecs/shop'),
  ]);
});

test('without the right to read task definitions the rest is looked at, and the right is named', async () => {
  const result = await looked({}, (account) => account.denied.add('ecs:DescribeTaskDefinition'));
  expect(result.outcome).toBe('passed');
  expect(lines(result)).toContainEqual(expect.stringContaining('the role may not call ecs:DescribeTaskDefinition'));
});

describe('who may pass the roles', () => {
  const denied = (account: FakePreflight): void => {
    account.decisions['iam:PassRole arn:aws:iam::123456789012:role/shop-task'] = { decision: 'implicitDeny' };
  };

  test('of a role that only looks leads to the input that names the one that deploys', async () => {
    expect(lines(await looked({}, denied))).toEqual([
      expect.stringMatching(/iam:PassRole; when another role deploys, name it in deploy-role$/),
    ]);
  });

  test('is asked of the role in deploy-role when it is given', async () => {
    const role = 'arn:aws:iam::123456789012:role/deploy';
    expect(lines(await looked({ 'deploy-role': role }, denied))).toEqual([
      expect.stringMatching(/^✗ roles: role arn:aws:iam::123456789012:role\/deploy may not pass .* iam:PassRole$/),
    ]);
  });
});

describe('summary and comment', () => {
  test('have the findings with the worst first, the difference, and what was looked at without a finding', async () => {
    const result = await looked({ images: `app=${registry}/shop:2`, alarms: 'shop-5xx\nnone' }, (account) => {
      account.subnets = account.subnets.map((subnet) => ({ ...subnet, freeAddresses: 0 }));
    });
    const markdown = preflightMarkdown([one(result)]);
    expect(markdown).toMatch(/^## ❌ Preflight failed: 1 error, 2 warnings\n/);
    expect(markdown.indexOf('| ❌ error | alarms |')).toBeLessThan(markdown.indexOf('| ⚠️ warning | network |'));
    expect(markdown).toContain(
      `| changed | \`container app: image\` | \`${registry}/shop:1\` | \`${registry}/shop:2\` |`,
    );
    expect(markdown).toContain('10 of 12 checks found nothing');
    expect(markdown).not.toContain('- `alarms`');
  });

  test('of several services have one table for all, and fold what is in order', async () => {
    const good = one(await looked({ images: `app=${registry}/shop:2` }), 'user');
    const bad = one(await looked({ memory: '4096' }), 'order');
    const markdown = preflightMarkdown([good, bad]);
    expect(markdown).toMatch(/^## ❌ Preflight failed: 1 error, 0 warnings in 2 services\n/);
    expect(markdown).toContain('| ✅ user | 0 errors, 0 warnings | 1 |');
    expect(markdown).toContain('| ❌ order | 1 error, 0 warnings | 1 |');
    expect(markdown).toContain('<details><summary>✅ user</summary>');
    expect(markdown).toContain('<details open><summary>❌ order</summary>');
    const outputs = preflightOutputs([good, bad], true);
    expect(JSON.parse(outputs.findings)).toEqual([
      { service: 'order', level: 'error', check: 'fargate', what: expect.stringContaining('4096') },
    ]);
    expect(outputs.diff.split('\n')).toEqual([
      expect.stringMatching(/^user: ~ container app: image/),
      'order: ~ memory: 512 → 4096',
    ]);
    expect(outputs.changes).toBe('2');
  });

  test('do not say of what could not be looked at that nothing was found', async () => {
    const result = await looked({}, (account) => {
      account.service = undefined;
    });
    const markdown = preflightMarkdown([one(result)]);
    expect(markdown).toContain('2 of 12 checks found nothing');
    expect(markdown).toContain(
      'Not looked at, because of what is said above: containers, ports, fargate, images, roles, secrets, log-groups, network, capacity.',
    );
  });

  test('show nothing that is Markdown, a mention or HTML of somebody else', () => {
    const what = 'x <img src=a> | @octocat `code` [link](https://example.com)';
    const result: PreflightResult = {
      outcome: 'failed',
      findings: [{ level: 'error', check: 'images', what }],
      leftOut: [],
      diff: [],
    };
    const markdown = preflightMarkdown([one(result)]);
    expect(markdown).not.toMatch(/<img|@octocat|[^\\]`code|[^\\]\[link/);
    expect(markdown).toContain('\\|');
  });
});

test('the README says of every check what must hold', () => {
  const readme = readFileSync(resolve(import.meta.dirname, '../../../actions/preflight/README.md'), 'utf8');
  const [table = ''] = /\| Check \|[\s\S]*?\n\n/.exec(readme) ?? [];
  const rows = [...table.matchAll(/^\| `([a-z-]+)` \| (.+) \|$/gm)].map(([, name, holds]) => ({ name, holds }));
  expect(rows.slice(1)).toEqual(checks.map(({ name, holds }) => ({ name, holds })));
});
