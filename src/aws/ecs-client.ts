import { pacedClient } from './paced-client.js';

/** The ECS client of these settings: one for all who ask. */
export const ecsClient = pacedClient(async () => (await import('./sdk/ecs.js')).ECSClient);
