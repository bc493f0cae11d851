import type { TaskDefinition } from '../ecs/task-definition.js';
import type { OneOffWatch } from '../ports/one-off-tasks.js';
import type { ServiceSeen } from '../ports/service-rollout.js';
import type { RollStory } from './story.js';

/** What stands before and after a rollout of one service: checks, and tasks that run once. Each is optional. */
export interface Gate {
  /** Looks at everything that the deployment will need. Changes nothing. */
  preflight?(about: {
    readonly service: ServiceSeen;
    readonly definition: TaskDefinition;
  }): Promise<readonly GateFinding[]>;
  /** Runs what must have succeeded before the service is told, such as a migration. */
  before?(about: GateTask): Promise<GateAnswer>;
  /** Runs what follows a good rollout. */
  after?(about: GateTask): Promise<GateAnswer>;
}

export interface GateFinding {
  readonly level: 'error' | 'warning' | 'note';
  /** One sentence that names the thing and what to do. */
  readonly what: string;
}

export interface GateTask {
  readonly service: string;
  /** The task definition that is deployed. */
  readonly taskDefinitionArn: string;
  /** The journal: a task that outlives this process is found by it. */
  readonly watch: OneOffWatch;
}

export type GateAnswer =
  | { readonly ok: true }
  | {
      readonly ok: false;
      readonly outcome: 'failed' | 'timed-out' | 'interrupted' | 'access-lost';
      readonly reason: string;
      /** What it wrote last, when it wrote anything. */
      readonly log?: RollStory['logs'][number];
    };
