import { spec as buildPush } from '../actions/build-push/spec.js';
import { spec as ecsBlueGreen } from '../actions/ecs-blue-green/spec.js';
import { spec as ecsRolling } from '../actions/ecs-rolling/spec.js';
import { spec as preflight } from '../actions/preflight/spec.js';
import { spec as promote } from '../actions/promote/spec.js';
import { spec as recover } from '../actions/recover/spec.js';
import { spec as rollback } from '../actions/rollback/spec.js';
import type { AnySpec } from '../spec/action-spec.js';

/** Every action there is, for what is made of all specs. */
export const specs: readonly AnySpec[] = [buildPush, ecsBlueGreen, ecsRolling, preflight, promote, recover, rollback];
