import type { AppFault } from '../app/behaviour.js';
import { versionOf } from './images.js';
import type { ContainerRecord, TaskRecord } from './model.js';

/** Whom a fault meets; members that are not told match everyone. */
export interface FaultScope {
  readonly version?: string;
  /** Family, family:revision or ARN. */
  readonly taskDefinition?: string;
  readonly service?: string;
  readonly cluster?: string;
}

/** What goes wrong inside running and coming apps, by order of the admin calls. */
export class AppFaults {
  private rules: { scope: FaultScope; fault: AppFault }[] = [];

  add(scope: FaultScope, fault: AppFault): void {
    this.rules.push({ scope, fault });
  }

  /** Ends the faults of exactly this scope, or all. */
  clear(scope?: FaultScope): void {
    const key = (each: FaultScope) => JSON.stringify([each.version, each.taskDefinition, each.service, each.cluster]);
    this.rules = scope === undefined ? [] : this.rules.filter((rule) => key(rule.scope) !== key(scope));
  }

  list(): readonly { scope: FaultScope; fault: AppFault }[] {
    return this.rules;
  }

  /** The faults of a container, later orders over earlier ones. */
  of(task: TaskRecord, container: ContainerRecord): AppFault {
    const met = this.rules.filter(({ scope }) => isMet(scope, task, container)).map(({ fault }) => fault);
    return Object.assign({}, ...met);
  }
}

export function appVersionOf(container: ContainerRecord): string {
  const told = container.definition.environment?.find((pair) => pair.name === 'APP_VERSION')?.value;
  return told || versionOf(container.definition.image ?? '');
}

function isMet(scope: FaultScope, task: TaskRecord, container: ContainerRecord): boolean {
  const { family, revision, taskDefinitionArn } = task.definition;
  return (
    (scope.version === undefined || scope.version === appVersionOf(container)) &&
    (scope.taskDefinition === undefined ||
      [family, `${family}:${revision}`, taskDefinitionArn].includes(scope.taskDefinition)) &&
    (scope.service === undefined || [task.service?.name, task.service?.arn].includes(scope.service)) &&
    (scope.cluster === undefined || [task.cluster.clusterName, task.cluster.clusterArn].includes(scope.cluster))
  );
}
