import { describe, expect, test } from '@jest/globals';
import type { TaskDefinition } from './task-definition.js';
import { applyEdits, type DefinitionEdits } from './task-definition-edit.js';

const definition: TaskDefinition = {
  family: 'shop',
  containerDefinitions: [
    {
      name: 'app',
      image: 'shop:1',
      environment: [
        { name: 'LEVEL', value: 'info' },
        { name: 'EMPTY', value: '' },
      ],
      secrets: [{ name: 'DB', valueFrom: '/shop/db' }],
      dockerLabels: { a: '1', b: '2' },
      logConfiguration: { logDriver: 'awslogs', options: { 'awslogs-group': '/shop' }, secretOptions: [] },
      command: ['npm', 'start'],
    },
    { name: 'proxy', image: 'nginx:1' },
  ],
};
const alone: TaskDefinition = { ...definition, containerDefinitions: [definition.containerDefinitions?.[0] ?? {}] };

function edited(edits: DefinitionEdits, of = alone) {
  const done = applyEdits(of, edits);
  if (!done.ok) throw new Error(done.problems.map(({ wrong }) => wrong).join('\n'));
  return done;
}
const app = (edits: DefinitionEdits) => edited(edits).definition.containerDefinitions?.[0];
const problems = (edits: DefinitionEdits, of = definition) => {
  const done = applyEdits(of, edits);
  return done.ok ? [] : done.problems.map(({ edit, value, wrong }) => `${edit} ${value} ${wrong}`);
};

describe('edits of a task definition', () => {
  test('set values exactly as they are, in place where the name is there and else at the end', () => {
    const value = ` a=b "c" 'd' \\ \n`;
    expect(
      app({
        environment: [
          { name: 'LEVEL', value },
          { name: 'NEW', value: '' },
        ],
        secrets: [{ name: 'DB', value: 'arn:aws:ssm:eu-west-1:123456789012:parameter/db' }],
        dockerLabels: [{ name: 'traefik.rule', value: 'Host(`a`)&x=y' }],
        logOptions: [{ name: 'mode', value: 'non-blocking' }],
      }),
    ).toMatchObject({
      environment: [
        { name: 'LEVEL', value },
        { name: 'EMPTY', value: '' },
        { name: 'NEW', value: '' },
      ],
      secrets: [{ name: 'DB', valueFrom: 'arn:aws:ssm:eu-west-1:123456789012:parameter/db' }],
      dockerLabels: { a: '1', b: '2', 'traefik.rule': 'Host(`a`)&x=y' },
      logConfiguration: { logDriver: 'awslogs', options: { 'awslogs-group': '/shop', mode: 'non-blocking' } },
    });
  });

  test('remove what is named and nothing else', () => {
    expect(
      app({
        removeEnvironment: [{ name: 'LEVEL' }],
        removeSecrets: [{ name: 'DB' }],
        removeDockerLabels: [{ name: 'a' }],
        removeLogOptions: [{ name: 'awslogs-group' }],
      }),
    ).toMatchObject({
      environment: [{ name: 'EMPTY', value: '' }],
      secrets: [],
      dockerLabels: { b: '2' },
      logConfiguration: { logDriver: 'awslogs', options: {}, secretOptions: [] },
    });
  });

  test('tell what was to be removed and is not there, because the next run finds it removed', () => {
    const { notices, definition: same } = edited({
      removeEnvironment: [{ name: 'GONE' }],
      removeLogOptions: [{ name: 'x' }],
    });
    expect(notices).toEqual([
      'container app has no variable GONE: there was nothing to remove',
      'container app has no log option x: there was nothing to remove',
    ]);
    expect(same).toEqual(alone);
  });

  test('replace command, entry point, sizes, roles and family, also by nothing', () => {
    const done = edited({
      command: [{ words: [] }],
      entryPoint: [{ container: 'app', words: ['sh', '-c', 'a b'] }],
      cpu: '512',
      memory: '1 GB',
      taskRoleArn: 'shop',
      executionRoleArn: 'arn:aws:iam::123456789012:role/x',
      family: 'shop-2',
    }).definition;
    expect(done).toMatchObject({ family: 'shop-2', cpu: '512', memory: '1 GB', taskRoleArn: 'shop' });
    expect(done.containerDefinitions?.[0]).toMatchObject({ command: [], entryPoint: ['sh', '-c', 'a b'] });
  });

  test('touch neither the definition that they are given nor another container', () => {
    const before = JSON.stringify(definition);
    const { definition: after } = edited(
      { images: { app: 'shop:2' }, environment: [{ container: 'app', name: 'A', value: '1' }] },
      definition,
    );
    expect(JSON.stringify(definition)).toBe(before);
    expect(after.containerDefinitions?.[1]).toBe(definition.containerDefinitions?.[1]);
  });

  test('take a label that is called __proto__ for a label', () => {
    const labels = app({ dockerLabels: [{ name: '__proto__', value: 'x' }] })?.dockerLabels;
    expect(JSON.stringify(labels)).toBe('{"a":"1","b":"2","__proto__":"x"}');
  });

  test('without a container are refused where there are several, and with one that is not there', () => {
    expect(
      problems({
        images: { web: 'x' },
        environment: [{ name: 'A', value: '1' }],
        removeSecrets: [{ container: 'Logging', name: 'Level' }],
        command: [{ words: ['a'] }],
      }),
    ).toEqual(
      [
        'images web names a container that the task definition does not have (it has app, proxy)',
        'command ["a"] does not say which container it is for: write app: in front (there are app, proxy)',
        'environment A does not say which container it is for: write app: in front (there are app, proxy)',
        'removeSecrets Logging names a container that the task definition does not have (it has app, proxy; a name that has a colon itself needs the container in front)',
      ].sort((a, b) => order(a) - order(b)),
    );
  });

  test('do not make a name both a variable and a secret, which ECS refuses', () => {
    expect(problems({ environment: [{ name: 'DB', value: 'x' }] }, alone)).toEqual([
      'environment DB names what is a secret of container app already: name it in remove-secrets too',
    ]);
    expect(problems({ secrets: [{ name: 'LEVEL', value: '/x' }] }, alone)).toHaveLength(1);
    const twice = { environment: [{ name: 'NEW', value: 'x' }], secrets: [{ name: 'NEW', value: '/x' }] };
    expect(problems(twice, alone)).toEqual([
      'environment NEW is given in environment and in secrets: give it in one of them',
    ]);
    expect(app({ secrets: [{ name: 'LEVEL', value: '/x' }], removeEnvironment: [{ name: 'LEVEL' }] })).toMatchObject({
      environment: [{ name: 'EMPTY', value: '' }],
      secrets: [
        { name: 'DB', valueFrom: '/shop/db' },
        { name: 'LEVEL', valueFrom: '/x' },
      ],
    });
  });

  test('of log options need a log driver', () => {
    expect(problems({ logOptions: [{ container: 'proxy', name: 'a', value: 'b' }] })).toEqual([
      'logOptions a is for container proxy, which has no logConfiguration: the log driver is set in the task definition',
    ]);
  });
});

const order = (text: string) => ['images', 'command', 'environment', 'removeSecrets'].indexOf(text.split(' ')[0] ?? '');
