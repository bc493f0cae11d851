import type { LockQueue, QueuePlace } from '../ports/journal.js';
import { type ClientSettings, call, once } from './client.js';
import { errorName } from './errors.js';
import { queueFolder } from './journal-index.js';
import { parametersBelow } from './parameters.js';
import { ssmClient } from './ssm-client.js';

/** The queue as one SSM parameter for each who waits, below the lock's own name. */
export function createLockQueue(settings: ClientSettings, lock: string): LockQueue {
  const sdk = once(() => import('./sdk/ssm.js'));
  const client = () => ssmClient(settings);
  const nameOf = ({ holder }: QueuePlace): string => `${lock}${queueFolder}${holder}`;
  return {
    async join(place) {
      const { PutParameterCommand } = await sdk();
      const ssm = await client();
      const input = { Name: nameOf(place), Value: JSON.stringify(place), Type: 'String', Overwrite: true } as const;
      await call('ssm:PutParameter', () => ssm.send(new PutParameterCommand(input)));
    },
    async places() {
      const found = await parametersBelow(await client(), `${lock}${queueFolder.slice(0, -1)}`);
      return found.flatMap(({ value }) => placeOf(value) ?? []);
    },
    async leave(place) {
      const { DeleteParameterCommand } = await sdk();
      const ssm = await client();
      const command = new DeleteParameterCommand({ Name: nameOf(place) });
      await call('ssm:DeleteParameter', () => ssm.send(command)).catch((error: unknown) => {
        if (errorName(error) !== 'ParameterNotFound') throw error;
      });
    },
  };
}

function placeOf(value: string): QueuePlace | undefined {
  try {
    const place = JSON.parse(value) as QueuePlace;
    return typeof place.since === 'number' && typeof place.holder === 'string' ? place : undefined;
  } catch {
    return undefined;
  }
}
