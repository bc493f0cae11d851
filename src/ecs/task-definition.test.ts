import { describe, expect, test } from '@jest/globals';
import { registrable, runsTheSame, shortName, type TaskDefinition } from './task-definition.js';

const sent: TaskDefinition = {
  family: 'shop',
  cpu: '256',
  containerDefinitions: [
    { name: 'app', image: 'shop:1', environment: [{ name: 'EMPTY', value: '' }], somethingNew: { kept: true } },
    { name: 'proxy', image: 'nginx:1' },
  ],
};

const described: TaskDefinition = {
  taskDefinitionArn: 'arn:aws:ecs:eu-central-1:123456789012:task-definition/shop:7',
  revision: 7,
  status: 'ACTIVE',
  compatibilities: ['EC2', 'FARGATE'],
  requiresAttributes: [{ name: 'ecs.capability.x' }],
  registeredAt: new Date(0),
  registeredBy: 'arn:aws:sts::123456789012:assumed-role/deploy/x',
  volumes: [],
  placementConstraints: [],
  cpu: '256',
  family: 'shop',
  containerDefinitions: [
    {
      image: 'shop:1',
      name: 'app',
      cpu: undefined,
      portMappings: [],
      environment: [{ name: 'EMPTY', value: '' }],
      somethingNew: { kept: true },
    },
    { name: 'proxy', image: 'nginx:1', mountPoints: [] },
  ],
};

describe('a task definition', () => {
  test('loses exactly what ECS added, and keeps what nobody here knows', () => {
    const kept = registrable(described);
    expect(Object.keys(kept).sort()).toEqual([
      'containerDefinitions',
      'cpu',
      'family',
      'placementConstraints',
      'volumes',
    ]);
    expect(kept.containerDefinitions?.[0]).toMatchObject({
      somethingNew: { kept: true },
      environment: [{ name: 'EMPTY', value: '' }],
    });
  });

  test('runs the same as what was sent, in whatever order and with the empty lists that ECS answers', () => {
    expect(runsTheSame(sent, described)).toBe(true);
  });

  test.each([
    ['image', { containerDefinitions: [{ name: 'app', image: 'shop:2' }] }],
    ['cpu', { cpu: '512' }],
    ['order of containers', { containerDefinitions: [...(sent.containerDefinitions ?? [])].reverse() }],
  ])('does not run the same with another %s', (_what, change) => {
    expect(runsTheSame(sent, { ...sent, ...change })).toBe(false);
  });

  test('has a short name', () => {
    expect(shortName(String(described.taskDefinitionArn))).toBe('shop:7');
  });
});
