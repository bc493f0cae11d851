import { type ClientSettings, clientOptions } from './client.js';
import { pace } from './paced.js';
import type { ECSClient } from './sdk/ecs.js';
import type { SSMClient } from './sdk/ssm.js';

/** Answers one client for all who ask with the same settings, so that they share connections and the pace. */
export function pacedClient<C extends ECSClient | SSMClient>(
  load: () => Promise<new (options: ReturnType<typeof clientOptions>) => C>,
): (settings: ClientSettings) => Promise<C> {
  const made = new WeakMap<ClientSettings, Promise<C>>();
  const build = async (settings: ClientSettings): Promise<C> => {
    const Client = await load();
    const client = new Client(clientOptions(settings));
    if (settings.pacer !== undefined) pace(client, settings.pacer);
    return client;
  };
  return (settings) => {
    const client = made.get(settings) ?? build(settings);
    made.set(settings, client);
    return client;
  };
}
