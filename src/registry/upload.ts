import type { Descriptor } from '../images/manifest.js';
import { Unanswered } from '../ports/unanswered.js';
import { type RegistryClient, RegistryRefusal } from './client.js';
import { checked, gathered } from './digested.js';
import { isPassing, passingOf, told, untilItGoes, why } from './download.js';

/** What is small is held, so that it can be sent again when the connection breaks, bytes. */
const SMALL = 8 * 1_024 * 1_024;
/** A layer of gigabytes over a slow line, ms. */
const LONGEST_MS = 3_600_000;

/**
 * Takes a blob in by one request with all of its bytes: not every registry takes it in chunks. What is large is streamed, and is
 * sent once; who has the bytes begins anew.
 * https://github.com/opencontainers/distribution-spec/blob/main/spec.md#post-then-put
 *
 * @throws WrongDigest, AccessError, Unanswered
 */
export async function uploadBlob(
  client: RegistryClient,
  path: string,
  blob: Descriptor,
  bytes: AsyncIterable<Uint8Array>,
): Promise<void> {
  const what = `${client.host}/${path} did not take the blob ${blob.digest}`;
  if (blob.size <= SMALL) {
    const all = await gathered(checked(blob, bytes));
    return untilItGoes(what, client.clock, async (tried) => {
      // The answer to the try before may have got lost.
      if (tried > 0 && (await hasBlob(client, path, blob.digest))) return;
      await sent(client, path, blob, await begin(client, path), all);
    });
  }
  const place = await untilItGoes(what, client.clock, () => begin(client, path));
  try {
    await sent(client, path, blob, place, streamOf(checked(blob, bytes)));
  } catch (error) {
    const cause = causeOf(error);
    if (!isPassing(cause)) throw cause;
    if (await untilItGoes(what, client.clock, () => hasBlob(client, path, blob.digest))) return;
    throw new Unanswered(`${what} (${why(cause)})`, { cause });
  }
}

const pushScope = (path: string): string => `repository:${path}:pull,push`;

/** Where the bytes go: an address that the registry gives for this one upload. */
async function begin(client: RegistryClient, path: string): Promise<string> {
  const to = `/v2/${path}/blobs/uploads/`;
  const response = await client.ask({ method: 'POST', to, scope: pushScope(path), headers: { 'content-length': '0' } });
  await response.body?.cancel();
  return locationOf(client, to, response);
}

function locationOf(client: RegistryClient, to: string, response: Response): string {
  const location = response.headers.get('location');
  if (location === null) throw new Error(`${client.host} says of no upload where it goes`);
  return new URL(location, new URL(to, client.origin)).href;
}

async function sent(
  client: RegistryClient,
  path: string,
  { digest, size }: Descriptor,
  place: string,
  body: Uint8Array | ReadableStream<Uint8Array>,
): Promise<void> {
  const to = new URL(place);
  to.searchParams.set('digest', digest);
  const request = {
    method: 'PUT',
    to: to.href,
    scope: pushScope(path),
    headers: { 'content-type': 'application/octet-stream', 'content-length': String(size) },
    body,
    ...(size <= SMALL ? {} : { signal: AbortSignal.timeout(LONGEST_MS) }),
  } as const;
  const response = await client.send(request);
  if (!response.ok) throw passingOf(response) ?? (await client.refusal(response, request));
  await response.body?.cancel();
}

/**
 * Asks the registry to take a blob over from another of its repositories. It may begin an ordinary upload instead, which is then
 * taken back.
 * https://github.com/opencontainers/distribution-spec/blob/main/spec.md#mounting-a-blob-from-another-repository
 */
export async function mountBlob(
  client: RegistryClient,
  path: string,
  { digest }: Descriptor,
  from: string,
): Promise<boolean> {
  const to = `/v2/${path}/blobs/uploads/?${new URLSearchParams({ mount: digest, from })}`;
  const scope = `${pushScope(path)} repository:${from}:pull`;
  const request = { method: 'POST', to, scope, headers: { 'content-length': '0' } } as const;
  return untilItGoes(`${client.host}/${path} did not take over the blob ${digest}`, client.clock, async () => {
    const response = await client.send(request);
    if (response.status === 201) {
      await response.body?.cancel();
      return true;
    }
    const passing = passingOf(response);
    await response.body?.cancel();
    if (passing !== undefined) throw passing;
    if (response.status === 202) await forget(client, path, locationOf(client, to, response));
    return false;
  });
}

/** An upload that nobody goes on with; registries do away with them by themselves, later. */
async function forget(client: RegistryClient, path: string, place: string): Promise<void> {
  const response = await client.send({ method: 'DELETE', to: place, scope: pushScope(path) }).catch(() => undefined);
  await response?.body?.cancel();
}

/** Whether a repository has a blob. */
export async function hasBlob(client: RegistryClient, path: string, digest: string): Promise<boolean> {
  const request = { method: 'HEAD', to: `/v2/${path}/blobs/${digest}`, scope: `repository:${path}:pull` } as const;
  try {
    await client.ask(request);
    return true;
  } catch (error) {
    if (error instanceof RegistryRefusal && error.status === 404) return false;
    throw error;
  }
}

function streamOf(bytes: AsyncGenerator<Uint8Array>): ReadableStream<Uint8Array> {
  return new ReadableStream(
    {
      async pull(controller) {
        const { value, done } = await bytes.next();
        if (done === true) controller.close();
        else controller.enqueue(value);
      },
      cancel: async () => {
        await bytes.return(undefined);
      },
    },
    { highWaterMark: 0 },
  );
}

/** What broke a stream comes out of fetch as the cause of a TypeError. */
function causeOf(error: unknown): unknown {
  const { cause } = told(error);
  return ['WrongDigest', 'Unanswered', 'AccessError'].includes(told(cause).name) ? cause : error;
}
