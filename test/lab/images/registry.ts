import { mkdtemp, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { removeWithMounts, startDaemon } from './daemon.js';

/** A registry that is nobody's: where the base images come from, as from a public one. */
export interface PlainRegistry {
  /** `127.0.0.1:5000` */
  readonly host: string;
  stop(): Promise<void>;
}

/**
 * Docker's own registry with its own data. https://distribution.github.io/distribution/about/configuration/
 *
 * @param htpasswd who is let in, in lines of `name:bcrypt`; everybody when it is left out
 */
export async function startPlainRegistry({ htpasswd }: { readonly htpasswd?: string } = {}): Promise<PlainRegistry> {
  const folder = await mkdtemp(join(tmpdir(), 'sluice-registry-'));
  const host = `127.0.0.1:${await freePort()}`;
  const config = {
    version: 0.1,
    log: { level: 'warn', accesslog: { disabled: true } },
    storage: { filesystem: { rootdirectory: join(folder, 'data') }, delete: { enabled: true } },
    http: { addr: host },
    ...(htpasswd === undefined ? {} : { auth: { htpasswd: { realm: 'lab', path: join(folder, 'htpasswd') } } }),
  };
  if (htpasswd !== undefined) await writeFile(join(folder, 'htpasswd'), htpasswd);
  // JSON is YAML.
  await writeFile(join(folder, 'config.yml'), JSON.stringify(config));
  try {
    const daemon = await startDaemon({
      program: 'docker-registry',
      words: ['serve', join(folder, 'config.yml')],
      isReady: async () => [200, 401].includes((await fetch(`http://${host}/v2/`)).status),
    });
    return {
      host,
      stop: async () => {
        await daemon.stop();
        await removeWithMounts(folder);
      },
    };
  } catch (error) {
    await removeWithMounts(folder);
    throw error;
  }
}

async function freePort(): Promise<number> {
  const socket = createServer();
  await new Promise<void>((ready) => socket.listen(0, '127.0.0.1', ready));
  const { port } = socket.address() as AddressInfo;
  await new Promise((closed) => socket.close(closed));
  return port;
}
