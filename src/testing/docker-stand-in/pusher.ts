import { parseReference } from '../../images/reference.js';
import type { SmallImage } from '../small-images.js';
import { loginFor } from './settings.js';

/**
 * Pushes as BuildKit does: what is there is not sent, plain http to this machine only, the login as Basic.
 * https://github.com/opencontainers/distribution-spec/blob/main/spec.md#push
 *
 * @throws Error with what BuildKit says after `failed to push …: `
 */
export async function push(reference: string, image: SmallImage, onBlob: () => Promise<void>): Promise<void> {
  const { base, repository, tag } = placeOf(reference);
  for (const [digest, bytes] of image.blobs) {
    const blob = `${base}/v2/${repository}/blobs/${digest}`;
    if ((await ask(blob, 'HEAD', [200, 404])).status === 200) continue;
    const started = await ask(`${base}/v2/${repository}/blobs/uploads/`, 'POST', [202]);
    const location = new URL(started.headers.get('location') ?? '', base);
    location.searchParams.set('digest', digest);
    await ask(location.href, 'PUT', [201, 204], bytes, 'application/octet-stream');
    await onBlob();
  }
  for (const { digest, text, mediaType } of image.manifests) {
    const under = digest === image.digest ? (tag ?? digest) : digest;
    await ask(`${base}/v2/${repository}/manifests/${under}`, 'PUT', [201], text, mediaType);
  }
}

/** Digest of a manifest in a registry; undefined when it is not there. */
export async function lookUp(reference: string): Promise<string | undefined> {
  const { base, repository, tag, digest } = placeOf(reference);
  const url = `${base}/v2/${repository}/manifests/${digest ?? tag ?? 'latest'}`;
  const answer = await ask(url, 'HEAD', [200, 404]);
  return answer.status === 200 ? (answer.headers.get('docker-content-digest') ?? undefined) : undefined;
}

function placeOf(reference: string) {
  const reading = parseReference(reference);
  if (!reading.ok) throw new Error(`invalid reference format: ${reference}`);
  const { registry, repository, tag, digest } = reading.value;
  const isHere = /^(?:localhost|127(?:\.\d+){3}|\[::1\])(?::\d+)?$/.test(registry);
  return { base: `${isHere ? 'http' : 'https'}://${registry}`, repository, tag, digest };
}

async function ask(
  url: string,
  method: string,
  fine: readonly number[],
  body?: string | Uint8Array,
  type = 'application/json',
): Promise<Response> {
  const login = loginFor(new URL(url).host);
  const headers = {
    accept:
      'application/vnd.oci.image.index.v1+json, application/vnd.oci.image.manifest.v1+json, application/vnd.docker.distribution.manifest.v2+json',
    ...(body === undefined ? {} : { 'content-type': type }),
    ...(login === undefined ? {} : { authorization: `Basic ${Buffer.from(login).toString('base64')}` }),
  };
  const init = { method, headers, ...(body === undefined ? {} : { body: Buffer.from(body) }) };
  const answer = await fetch(url, init).catch((error: Error) => {
    throw new Error(`failed to do request: ${method} "${url}": ${connectionError(error)}`);
  });
  const text = method === 'HEAD' ? '' : await answer.text();
  if (fine.includes(answer.status)) return answer;
  if (answer.status === 401 && login === undefined) throw new Error('no basic auth credentials');
  const said = registryError(text);
  throw new Error(
    said ?? `unexpected status from ${method} request to ${url}: ${answer.status} ${answer.statusText || 'Unknown'}`,
  );
}

/** `name unknown: The repository …` */
function registryError(text: string): string | undefined {
  try {
    const [first] = (JSON.parse(text) as { errors: { code: string; message: string }[] }).errors;
    return first === undefined ? undefined : `${first.code.toLowerCase().replaceAll('_', ' ')}: ${first.message}`;
  } catch {
    return undefined;
  }
}

function connectionError(error: Error): string {
  const { code } = (error.cause ?? {}) as NodeJS.ErrnoException;
  if (code === 'ECONNREFUSED') return 'dial tcp: connect: connection refused';
  if (code === 'ENOTFOUND') return 'dial tcp: lookup: no such host';
  return 'EOF';
}
