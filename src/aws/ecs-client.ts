import { type ClientSettings, clientOptions } from './client.js';
import { pace } from './paced.js';
import type { ECSClient } from './sdk/ecs.js';

const made = new WeakMap<ClientSettings, Promise<ECSClient>>();

/** The ECS client of these settings: one for all who ask, so that they share connections and the pace. */
export function ecsClient(settings: ClientSettings): Promise<ECSClient> {
  const client = made.get(settings) ?? build(settings);
  made.set(settings, client);
  return client;
}

async function build(settings: ClientSettings): Promise<ECSClient> {
  const { ECSClient } = await import('./sdk/ecs.js');
  const client = new ECSClient(clientOptions(settings));
  if (settings.pacer !== undefined) pace(client, settings.pacer);
  return client;
}
