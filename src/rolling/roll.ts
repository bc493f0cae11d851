import type { DefinitionRequest } from '../ecs/task-definition-source.js';
import type { RollResult } from './result.js';
import type { RollSettings } from './settings.js';
import type { RollingWorld } from './world.js';

/** One service and what it is to run. */
export interface RollRequest {
  /** The service's name in texts and tables. */
  readonly label: string;
  readonly cluster: string;
  readonly service: string;
  readonly definition: DefinitionRequest;
  readonly settings: RollSettings;
}

/** Rolls one service out and follows it to one verdict. Never rejects. */
export type Roll = (request: RollRequest, world: RollingWorld) => Promise<RollResult>;

/** Puts a service back to what it ran before a roll that succeeded, and follows that. Never rejects. */
export type Undo = (done: RollResult, request: RollRequest, world: RollingWorld) => Promise<RollResult>;
