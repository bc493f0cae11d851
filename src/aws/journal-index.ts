import type { JournalIndex } from '../ports/journal.js';
import { type ClientSettings, call, once } from './client.js';
import { errorName } from './errors.js';
import { journalEntry } from './journal.js';
import { parametersBelow } from './parameters.js';
import { ssmClient } from './ssm-client.js';

/** All journals below a path of the Parameter Store; what else is there is left out. */
export function createJournalIndex(settings: ClientSettings): JournalIndex {
  const sdk = once(() => import('./sdk/ssm.js'));
  const client = () => ssmClient(settings);
  return {
    async list(path) {
      const found = await parametersBelow(await client(), path);
      return found
        .filter(({ name }) => !name.includes(queueFolder))
        .map(({ name, value, version }) => ({ name, held: { version, entry: journalEntry(value) } }));
    },

    async read(name) {
      const { GetParameterCommand } = await sdk();
      const ssm = await client();
      try {
        const { Parameter } = await call('ssm:GetParameter', () => ssm.send(new GetParameterCommand({ Name: name })));
        return { version: Parameter?.Version ?? 0, entry: journalEntry(Parameter?.Value ?? '') };
      } catch (error) {
        if (errorName(error) === 'ParameterNotFound') return undefined;
        throw error;
      }
    },
  };
}

/** Where the queue of a lock is, below its name. */
export const queueFolder = '/queue/';
