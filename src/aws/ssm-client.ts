import { pacedClient } from './paced-client.js';

/** The SSM client of these settings: one for all locks. */
export const ssmClient = pacedClient(async () => (await import('./sdk/ssm.js')).SSMClient);
