import type { AnyEntry, Held, Journal, Lease, ReleaseEntry, RollingEntry } from '../ports/journal.js';
import { lostTo } from '../ports/lock-holder.js';
import { type ClientSettings, call, once } from './client.js';
import { errorName } from './errors.js';
import { ssmClient } from './ssm-client.js';

/**
 * The lock and journal as one SSM parameter. Creating it without overwrite is atomic: of two that try, one gets
 * ParameterAlreadyExists. Every write answers the parameter's new version, which is the fencing number: when it is not
 * the one after our last, someone else wrote in between, and the lock is only still ours if the value says so.
 * https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_PutParameter.html
 */
export function createJournal(settings: ClientSettings, name: string): Journal {
  return journalOf(settings, name, (value) => {
    const entry = journalEntry(value);
    return entry?.kind === 'rolling' || entry?.kind === 'release' ? undefined : entry;
  });
}

/** The same for the rollout of one service. */
export function createRollingJournal(settings: ClientSettings, name: string): Journal<RollingEntry> {
  return journalOf(settings, name, (value) => {
    const entry = journalEntry(value);
    return entry?.kind === 'rolling' ? entry : undefined;
  });
}

/** The same for services that are released together. */
export function createReleaseJournal(settings: ClientSettings, name: string): Journal<ReleaseEntry> {
  return journalOf(settings, name, (value) => {
    const entry = journalEntry(value);
    return entry?.kind === 'release' ? entry : undefined;
  });
}

/** @param entryOf an entry of another kind cannot be read, so that nobody takes it over who could not settle it */
function journalOf<E extends Lease>(
  settings: ClientSettings,
  name: string,
  entryOf: (value: string) => E | undefined,
): Journal<E> {
  const sdk = once(() => import('./sdk/ssm.js'));
  const client = () => ssmClient(settings);

  /** This process's last write that was acknowledged. */
  let own: { holder: string; expires: number; version: number } | undefined;

  async function put(entry: E, overwrite: boolean): Promise<number> {
    const { PutParameterCommand } = await sdk();
    const ssm = await client();
    const { Version = 0 } = await call('ssm:PutParameter', () =>
      ssm.send(
        new PutParameterCommand({ Name: name, Value: JSON.stringify(entry), Type: 'String', Overwrite: overwrite }),
      ),
    );
    own = { holder: entry.holder, expires: entry.expires, version: Version };
    return Version;
  }

  async function read(): Promise<Held<E> | undefined> {
    const { GetParameterCommand } = await sdk();
    const ssm = await client();
    try {
      const { Parameter } = await call('ssm:GetParameter', () => ssm.send(new GetParameterCommand({ Name: name })));
      return { version: Parameter?.Version ?? 0, entry: entryOf(Parameter?.Value ?? '') };
    } catch (error) {
      if (errorName(error) === 'ParameterNotFound') return undefined;
      throw error;
    }
  }

  return {
    read,

    async acquire(entry) {
      for (let attempt = 0; attempt < 5; attempt++) {
        try {
          await put(entry, false);
          return { taken: true };
        } catch (error) {
          if (errorName(error) !== 'ParameterAlreadyExists') throw error;
          const held = await read();
          // A reply that was lost: the lock we find may be the one we just took.
          if (held?.entry?.holder === entry.holder) return { taken: true };
          // It was released between the two calls: try again.
          if (held !== undefined) return { taken: false, held };
        }
      }
      return { taken: false, held: { version: 0, entry: undefined } };
    },

    async takeOver(held, entry) {
      // Later than what is there, also where the clocks of two runners differ: that is how its holder knows it for newer.
      const expires = Math.max(entry.expires, (held.entry?.expires ?? 0) + 1);
      const written = await put({ ...entry, expires }, true);
      if (written === held.version + 1) return true;
      // Somebody else took it over at the same moment. The last to write holds it; the other finds out at its next write.
      return lostTo(await read(), own) === undefined;
    },

    async update(entry) {
      const held = await read();
      const lost = lostTo(held, own ?? { holder: entry.holder, expires: 0 });
      if (lost !== undefined) return { lostTo: lost };
      // A read that is older than our last write knows nothing of the version either.
      const version = Math.max(held?.version ?? 0, own?.version ?? 0);
      const written = await put(entry, true);
      if (written === version + 1) return undefined;
      // Somebody wrote between our look and our write, or a reply was lost and the SDK wrote twice. The last to write holds it.
      const lostNow = lostTo(await read(), own);
      return lostNow === undefined ? undefined : { lostTo: lostNow };
    },

    async release(holder, until = 0) {
      const last = own?.holder === holder ? own : { holder, expires: until };
      const held = await read();
      if (held === undefined || lostTo(held, last) !== undefined) return;
      const { DeleteParameterCommand } = await sdk();
      const ssm = await client();
      await call('ssm:DeleteParameter', () => ssm.send(new DeleteParameterCommand({ Name: name }))).catch(
        (error: unknown) => {
          if (errorName(error) !== 'ParameterNotFound') throw error;
        },
      );
    },
  };
}

/** The value of a journal parameter; undefined when it is something else. */
export function journalEntry(value: string): AnyEntry | undefined {
  try {
    const entry = JSON.parse(value) as AnyEntry;
    return entry.schema === 1 && typeof entry.holder === 'string' ? entry : undefined;
  } catch {
    return undefined;
  }
}
