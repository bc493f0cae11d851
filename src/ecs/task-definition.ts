import { diffDefinitions } from './task-definition-diff.js';
import { onlyDescribed } from './task-definition-keys.js';

/**
 * A task definition as data. Lossless: what is not understood here comes through unchanged; only what
 * DescribeTaskDefinition adds by itself is taken away.
 */
export interface TaskDefinition {
  readonly family?: string;
  readonly containerDefinitions?: readonly ContainerDefinition[];
  readonly [key: string]: unknown;
}

export interface ContainerDefinition {
  readonly name?: string;
  readonly image?: string;
  readonly [key: string]: unknown;
}

/**
 * What was described, as it would be registered: without what only DescribeTaskDefinition answers. An empty list of tags is
 * a part of that: it stands for no tags there, and RegisterTaskDefinition refuses it ("Tags can not be empty").
 */
export function registrable(described: TaskDefinition): TaskDefinition {
  const isAdded = (key: string, value: unknown) =>
    onlyDescribed.includes(key) || (key === 'tags' && Array.isArray(value) && value.length === 0);
  return Object.fromEntries(Object.entries(described).filter(([key, value]) => !isAdded(key, value)));
}

/** Whether two definitions would run the same: what ECS adds or fills in and the order of keys do not count. */
export function runsTheSame(a: TaskDefinition, b: TaskDefinition): boolean {
  return diffDefinitions(a, b).length === 0;
}

/** `family:12` of `arn:aws:ecs:…:task-definition/family:12` */
export function shortName(taskDefinitionArn: string): string {
  return taskDefinitionArn.slice(taskDefinitionArn.lastIndexOf('/') + 1);
}
