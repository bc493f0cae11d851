import type { JournalIndex } from '../ports/journal.js';
import { type ClientSettings, call, clientOptions, once } from './client.js';
import { journalEntry } from './journal.js';

/**
 * All journals below a path of the Parameter Store.
 * https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_GetParametersByPath.html
 */
export function createJournalIndex(settings: ClientSettings): JournalIndex {
  const sdk = once(() => import('./sdk/ssm.js'));
  const client = once(async () => new (await sdk()).SSMClient(clientOptions(settings)));
  return {
    async list(path) {
      const { GetParametersByPathCommand } = await sdk();
      const ssm = await client();
      const found = [];
      let token: string | undefined;
      do {
        const { Parameters = [], NextToken } = await call('ssm:GetParametersByPath', () =>
          ssm.send(
            new GetParametersByPathCommand({
              Path: path,
              Recursive: true,
              ...(token === undefined ? {} : { NextToken: token }),
            }),
          ),
        );
        for (const { Name = '', Value = '', Version = 0 } of Parameters) {
          found.push({ name: Name, held: { version: Version, entry: journalEntry(Value) } });
        }
        token = NextToken;
      } while (token !== undefined);
      return found;
    },
  };
}
