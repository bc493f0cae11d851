import { describe, expect, test } from '@jest/globals';
import type { TaskDefinition } from './task-definition.js';
import { diffDefinitions, diffMarkdown, diffText } from './task-definition-diff.js';

const container = { name: 'app', image: 'shop:1' };
const shop: TaskDefinition = { family: 'shop', containerDefinitions: [container] };
const withApp = (members: object): TaskDefinition => ({
  ...shop,
  containerDefinitions: [{ ...container, ...members }],
});
const lines = (from: TaskDefinition, to: TaskDefinition) => diffText(diffDefinitions(from, to));

describe('the difference between two task definitions', () => {
  test('is told container by container and name by name, with what was and what is', () => {
    const from: TaskDefinition = {
      ...shop,
      cpu: '256',
      containerDefinitions: [
        {
          ...container,
          dockerLabels: { a: '1' },
          portMappings: [{ containerPort: 80 }],
          secrets: [
            { name: 'DB', valueFrom: '/old' },
            { name: 'GONE', valueFrom: '/gone' },
          ],
          mountPoints: [{ containerPath: '/a', sourceVolume: 'v' }],
        },
        { name: 'proxy', image: 'nginx:1' },
      ],
    };
    const to: TaskDefinition = {
      ...shop,
      cpu: '512',
      taskRoleArn: 'shop',
      containerDefinitions: [
        {
          ...container,
          image: 'shop:2',
          command: ['npm', 'start'],
          dockerLabels: { a: '2' },
          portMappings: [{ containerPort: 80, name: 'http' }],
          secrets: [{ name: 'DB', valueFrom: '/new' }],
          mountPoints: [{ containerPath: '/a', sourceVolume: 'v', readOnly: true }],
        },
        { name: 'agent', image: 'agent:1', environment: [{ name: 'TOKEN', value: 'hunter2' }] },
      ],
    };
    expect(lines(from, to).toSorted()).toEqual([
      '+ container agent: agent:1',
      '+ container app: command: ["npm","start"]',
      '+ container app: mount /a readOnly: true',
      '+ container app: port 80 name: http',
      '+ taskRoleArn: shop',
      '- container app: secret GONE: /gone',
      '- container proxy: nginx:1',
      '~ container app: image: shop:1 → shop:2',
      '~ container app: label a: 1 → 2',
      '~ container app: secret DB: /old → /new',
      '~ cpu: 256 → 512',
    ]);
  });

  test('is nothing between what was sent and what ECS makes of it', () => {
    const sent: TaskDefinition = {
      family: 'shop',
      networkMode: 'awsvpc',
      cpu: '.5 vCPU',
      memory: '1 GB',
      volumes: [{ name: 'v', efsVolumeConfiguration: { fileSystemId: 'fs-1' } }, { name: 'w' }],
      containerDefinitions: [
        {
          ...container,
          portMappings: [{ containerPort: 80 }],
          healthCheck: { command: ['CMD', 'true'] },
          environment: [
            { name: 'B', value: '' },
            { name: 'A', value: '1' },
          ],
        },
      ],
    };
    const described: TaskDefinition = {
      ...sent,
      taskDefinitionArn: 'arn',
      revision: 3,
      tags: [],
      placementConstraints: [],
      enableFaultInjection: false,
      cpu: '512',
      memory: '1024',
      volumes: [
        {
          name: 'v',
          efsVolumeConfiguration: { fileSystemId: 'fs-1', rootDirectory: '/', transitEncryption: 'DISABLED' },
        },
        { name: 'w', host: {} },
      ],
      containerDefinitions: [
        {
          image: 'shop:1',
          name: 'app',
          cpu: 0,
          essential: true,
          versionConsistency: 'enabled',
          mountPoints: [],
          portMappings: [{ protocol: 'tcp', containerPort: 80, hostPort: 80 }],
          healthCheck: { command: ['CMD', 'true'], interval: 30, timeout: 5, retries: 3 },
          environment: [
            { name: 'A', value: '1' },
            { name: 'B', value: '' },
          ],
        },
      ],
    };
    expect(diffDefinitions(sent, described)).toEqual([]);
  });

  test.each<[string, TaskDefinition, TaskDefinition]>([
    ['an empty variable', withApp({ environment: [{ name: 'A', value: '' }] }), shop],
    ['an empty word', withApp({ entryPoint: [''] }), withApp({ entryPoint: [] })],
    ['not essential', withApp({ essential: false }), shop],
    [
      'another protocol',
      withApp({ portMappings: [{ containerPort: 80, protocol: 'udp' }] }),
      withApp({ portMappings: [{ containerPort: 80 }] }),
    ],
    ['the order of words', withApp({ command: ['a', 'b'] }), withApp({ command: ['b', 'a'] })],
    ['an unknown member', withApp({ newest: { a: 1 } }), withApp({ newest: { a: 2 } })],
    [
      'two variables with one name',
      withApp({
        environment: [
          { name: 'A', value: '1' },
          { name: 'A', value: '2' },
        ],
      }),
      withApp({
        environment: [
          { name: 'A', value: '2' },
          { name: 'A', value: '1' },
        ],
      }),
    ],
    ['a member called __proto__', withApp({ dockerLabels: JSON.parse('{"__proto__": "a"}') }), shop],
  ])('is something for %s, both ways', (_what, a, b) => {
    expect(diffDefinitions(a, b)).not.toEqual([]);
    expect(diffDefinitions(b, a)).not.toEqual([]);
  });

  test('takes names that every object has for names', () => {
    const labels = JSON.parse('{"constructor": "1", "__proto__": "2", "toString": "3"}');
    expect(lines(shop, withApp({ dockerLabels: labels, constructor: [{ a: 1 }] })).toSorted()).toEqual([
      '+ container app: constructor: [{"a":1}]',
      '+ container app: label __proto__: 2',
      '+ container app: label constructor: 1',
      '+ container app: label toString: 3',
    ]);
    expect(
      lines(withApp({ dockerLabels: { constructor: '0' } }), withApp({ dockerLabels: labels })).toSorted(),
    ).toEqual([
      '+ container app: label __proto__: 2',
      '+ container app: label toString: 3',
      '~ container app: label constructor: 0 → 1',
    ]);
  });

  test('tells that containers changed places', () => {
    const [a, b] = [container, { name: 'proxy', image: 'nginx' }];
    expect(lines({ ...shop, containerDefinitions: [a, b] }, { ...shop, containerDefinitions: [b, a] })).toEqual([
      '~ order of containers: app, proxy → proxy, app',
    ]);
  });
});

describe('a value that may be a secret', () => {
  const secret = 'hunter2';
  test.each<[string, object, object]>([
    [
      'a variable',
      { environment: [{ name: 'LEVEL', value: secret }] },
      { environment: [{ name: 'LEVEL', value: 'x' }] },
    ],
    ['a new variable', {}, { environment: [{ name: 'LEVEL', value: secret }] }],
    [
      'variables with one name',
      {},
      {
        environment: [
          { name: 'A', value: secret },
          { name: 'A', value: 'x' },
        ],
      },
    ],
    [
      'an option of a log driver',
      { logConfiguration: { logDriver: 'splunk', options: { 'splunk-token': secret } } },
      { logConfiguration: { logDriver: 'splunk', options: { 'splunk-token': 'x' } } },
    ],
    [
      'log configuration as a whole',
      {},
      { logConfiguration: { logDriver: 'splunk', options: { 'splunk-token': secret } } },
    ],
    ['a label', { dockerLabels: { 'my.api-key': secret } }, {}],
    ['an argument', { command: [`--db-password=${secret}`] }, {}],
    ['an argument after a flag', { command: ['--token', secret] }, {}],
    ['a password in an address', { command: [`postgres://shop:${secret}@db/shop`] }, {}],
    ['an assignment in a command line', { command: ['sh', '-c', `export DB_PASSWORD=${secret} && npm start`] }, {}],
    ['an assignment after another', { command: [`x: --a=b note: password = '${secret}'`] }, {}],
    ['a flag in a command line', { command: ['sh', '-c', `run -x --api-token ${secret}`] }, {}],
    [
      'a header in a health check',
      { healthCheck: { command: ['CMD-SHELL', `curl -H "Authorization: Bearer ${secret}" localhost`] } },
      {},
    ],
  ])('is not shown: %s', (_what, from, to) => {
    for (const [a, b] of [
      [from, to],
      [to, from],
    ] as const) {
      const diff = diffDefinitions(withApp(a), withApp(b));
      expect(diff.length).toBeGreaterThan(0);
      expect(`${JSON.stringify(diff)}${diffMarkdown(diff)}${diffText(diff).join('')}`).not.toContain(secret);
    }
  });

  test('is not one because the container is called so', () => {
    const named = (image: string) => ({ ...shop, containerDefinitions: [{ name: 'token-service', image }] });
    expect(lines(named('a:1'), named('a:2'))).toEqual(['~ container token-service: image: a:1 → a:2']);
  });

  test('is told to have changed, with its name', () => {
    const [a, b] = ['1', '2'].map((value) => withApp({ environment: [{ name: 'LEVEL', value }] }));
    expect(lines(a ?? shop, b ?? shop)).toEqual([
      '~ container app: environment LEVEL changed (the value is not shown)',
    ]);
    expect(lines(shop, b ?? shop)).toEqual(['+ container app: environment LEVEL added']);
  });
});

test('a difference is a table in Markdown that no value breaks', () => {
  const diff = diffDefinitions(
    withApp({ user: 'a|b' }),
    withApp({ user: '`x`\n1', environment: [{ name: 'A', value: '1' }] }),
  );
  expect(diffMarkdown(diff).split('\n')).toEqual([
    '| | What | Now | New |',
    '| --- | --- | --- | --- |',
    '| changed | `container app: user` | `a\\|b` | `` `x` 1 `` |',
    '| added | `container app: environment A` |  |  |',
  ]);
  expect(diffMarkdown([])).toBe('The task definition is the one that runs now.');
});
