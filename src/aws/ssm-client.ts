import { type ClientSettings, clientOptions } from './client.js';
import { pace } from './paced.js';
import type { SSMClient } from './sdk/ssm.js';

const made = new WeakMap<ClientSettings, Promise<SSMClient>>();

/** The SSM client of these settings: one for all locks, so that they share connections and the pace. */
export function ssmClient(settings: ClientSettings): Promise<SSMClient> {
  const client = made.get(settings) ?? build(settings);
  made.set(settings, client);
  return client;
}

async function build(settings: ClientSettings): Promise<SSMClient> {
  const { SSMClient } = await import('./sdk/ssm.js');
  const client = new SSMClient(clientOptions(settings));
  if (settings.pacer !== undefined) pace(client, settings.pacer);
  return client;
}
