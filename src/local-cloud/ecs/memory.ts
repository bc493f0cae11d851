import { readFileSync } from 'node:fs';
import { type ContainerRecord, isActive, type TaskRecord } from './model.js';
import { memoryOf as mibOf } from './task-definition-checks.js';
import type { World } from './world.js';

/**
 * What the runtime of the catalogue app may need for itself. A container is limited by what its app takes; Node's own
 * memory, which no image of a user's has, is not counted against it.
 */
export const RUNTIME_MIB = 128;

/** Resident memory of a process; 0 where the system does not tell it. */
export function memoryOf(pid: number): number {
  const found = /^VmRSS:\s+(\d+) kB$/m.exec(read(`/proc/${pid}/status`));
  return found === null ? 0 : Number(found[1]) / 1024;
}

/** Resident memory of everything that a process has started. */
export function memoryOfChildren(pid: number): number {
  const children = read(`/proc/${pid}/task/${pid}/children`).split(' ').filter(Boolean).map(Number);
  return children.reduce((sum, child) => sum + memoryOf(child) + memoryOfChildren(child), 0);
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

/**
 * A container that takes more than its hard limit is killed; without one of its own the task's limits it.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters.html#container_definition_memory
 */
export function limitMemory(task: TaskRecord, container: ContainerRecord): void {
  const limit = container.definition.memory ?? mibOf(task.memory);
  if (limit === undefined || container.process === undefined || container.lastStatus === 'STOPPED') return;
  if (container.process.memoryMib() > limit) container.process.kill('out-of-memory');
}

export function limitAllMemory(world: World): void {
  for (const task of world.tasks.values()) {
    if (isActive(task)) for (const container of task.containers) limitMemory(task, container);
  }
}
