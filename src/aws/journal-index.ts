import type { JournalIndex } from '../ports/journal.js';
import { type ClientSettings, clientOptions, once } from './client.js';
import { journalEntry } from './journal.js';
import { parametersBelow } from './parameters.js';

/** All journals below a path of the Parameter Store; what else is there is left out. */
export function createJournalIndex(settings: ClientSettings): JournalIndex {
  const client = once(async () => new (await import('./sdk/ssm.js')).SSMClient(clientOptions(settings)));
  return {
    async list(path) {
      const found = await parametersBelow(await client(), path);
      return found
        .filter(({ name }) => !name.includes(queueFolder))
        .map(({ name, value, version }) => ({ name, held: { version, entry: journalEntry(value) } }));
    },
  };
}

/** Where the queue of a lock is, below its name. */
export const queueFolder = '/queue/';
