import { type ChildProcess, spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { type IncomingMessage, request } from 'node:http';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { AwsError } from '../contract.js';
import { type BlobStore, type Incoming, readAll, WrongDigest } from './blob-store.js';

/** Where the program of that name is; undefined when it is not on the PATH. */
export function dockerRegistryProgram(path = process.env.PATH ?? ''): string | undefined {
  return path
    .split(delimiter)
    .map((folder) => join(folder, 'docker-registry'))
    .find((file) => {
      try {
        accessSync(file, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });
}

/** Ends the registry and removes its files also when this process is killed: its standard input closes then. */
const KEEPER = '"$1" serve "$2/config.yml" & child=$!; cat >/dev/null; kill "$child"; wait "$child"; rm -rf "$2"';

/**
 * A real registry (https://github.com/distribution/distribution, Debian's docker-registry) as the place of layers,
 * configurations and manifests, in a folder of its own. It must take what ECR takes, or it is not taken. It is started
 * when the first bytes come.
 */
export class DockerRegistryStore implements BlobStore {
  readonly kind = 'docker-registry';
  folder: string | undefined;
  private child: ChildProcess | undefined;
  private starting: Promise<string> | undefined;

  constructor(private readonly program: string) {}

  async begin(place: string): Promise<Incoming> {
    const answer = await this.call('POST', `/v2/${place}/blobs/uploads/`);
    await settle(answer, 202);
    return new RemoteIncoming(this, answer.headers.location ?? '');
  }

  async open(place: string, digest: string): Promise<Readable> {
    const answer = await this.call('GET', `/v2/${place}/blobs/${digest}`);
    if (answer.statusCode !== 200) await settle(answer, 200);
    return answer;
  }

  async share(from: string, to: string, digest: string): Promise<void> {
    await settle(await this.call('POST', `/v2/${to}/blobs/uploads/?mount=${digest}&from=${from}`), 201);
  }

  /** @throws AwsError when the registry does not take it */
  async keep(place: string, digest: string, mediaType: string, bytes: Buffer): Promise<void> {
    const answer = await this.call('PUT', `/v2/${place}/manifests/${digest}`, [bytes], { 'content-type': mediaType });
    const said = (await readAll(answer)).toString('utf8');
    if (answer.statusCode !== 201) throw new AwsError('InvalidParameterException', `The registry refused it: ${said}`);
  }

  async stop(): Promise<void> {
    await this.starting?.catch(() => undefined);
    const { child } = this;
    if (child === undefined || child.exitCode !== null) return;
    const ended = new Promise((resolve) => child.once('close', resolve));
    child.stdin?.end();
    await ended;
  }

  /** @throws what the body throws, or that the registry does not answer */
  async call(
    method: string,
    pathOrUrl: string,
    body?: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
    headers: Record<string, string> = {},
  ): Promise<IncomingMessage> {
    this.starting ??= this.start();
    const url = new URL(pathOrUrl, await this.starting);
    const sent = request(url, {
      method,
      headers: body === undefined ? { ...headers, 'content-length': '0' } : headers,
    });
    const answered = new Promise<IncomingMessage>((resolve, reject) => {
      sent.once('response', resolve);
      sent.once('error', reject);
    });
    if (body === undefined) sent.end();
    else {
      answered.catch(() => undefined); // told by the pipeline as well
      await pipeline(Readable.from(body, { objectMode: false }), sent);
    }
    return answered;
  }

  private async start(): Promise<string> {
    const folder = await mkdtemp(join(tmpdir(), 'sluice-docker-registry-'));
    this.folder = folder;
    // JSON is YAML. https://distribution.github.io/distribution/about/configuration/
    const config = {
      version: 0.1,
      log: { level: 'info', accesslog: { disabled: true } },
      storage: { filesystem: { rootdirectory: join(folder, 'data') }, delete: { enabled: true } },
      http: { addr: '127.0.0.1:0' },
    };
    await writeFile(join(folder, 'config.yml'), JSON.stringify(config));
    const child = spawn('sh', ['-c', KEEPER, 'sh', this.program, folder], { stdio: ['pipe', 'pipe', 'pipe'] });
    this.child = child;
    try {
      return await listening(child);
    } catch (error) {
      child.stdin?.end();
      await rm(folder, { recursive: true, force: true });
      throw error;
    }
  }
}

/** The address is chosen by the system; the registry writes it in its log. */
function listening(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let log = '';
    const give = () => reject(new Error(`docker-registry did not start: ${log.slice(-1_000)}`));
    const patience = setTimeout(give, 30_000);
    const read = (text: string) => {
      log = (log + text).slice(-10_000);
      const [, address] = /listening on (127\.0\.0\.1:\d+)/.exec(log) ?? [];
      if (address === undefined) return;
      clearTimeout(patience);
      resolve(`http://${address}`);
    };
    child.stdout?.setEncoding('utf8').on('data', read);
    child.stderr?.setEncoding('utf8').on('data', read);
    child.once('error', give).once('close', give);
  });
}

/** An upload that the registry keeps. */
class RemoteIncoming implements Incoming {
  size = 0;

  constructor(
    private readonly store: DockerRegistryStore,
    private location: string,
  ) {}

  async append(source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<void> {
    let size = 0;
    const counted = async function* () {
      for await (const chunk of source) {
        size += chunk.length;
        yield chunk;
      }
    };
    const answer = await this.store.call('PATCH', this.location, counted(), {
      'content-type': 'application/octet-stream',
    });
    await settle(answer, 202);
    this.location = answer.headers.location ?? this.location;
    this.size += size;
  }

  async finish(digest: string): Promise<void> {
    const separator = this.location.includes('?') ? '&' : '?';
    const answer = await this.store.call('PUT', `${this.location}${separator}digest=${digest}`);
    const said = (await readAll(answer)).toString('utf8');
    if (answer.statusCode === 201) return;
    if (said.includes('DIGEST_INVALID')) throw new WrongDigest('the registry found another one');
    throw new Error(`the registry answered ${answer.statusCode} to the end of an upload: ${said}`);
  }

  async drop(): Promise<void> {
    (await this.store.call('DELETE', this.location)).resume();
  }
}

async function settle(answer: IncomingMessage, expected: number): Promise<void> {
  const said = (await readAll(answer)).toString('utf8');
  if (answer.statusCode !== expected) throw new Error(`the registry answered ${answer.statusCode}: ${said}`);
}
