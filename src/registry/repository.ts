import { digestFault, type ManifestBytes } from '../images/copy-plan.js';
import { ACCEPTED_MEDIA_TYPES, companionTags, readManifest } from '../images/manifest.js';
import { type ImageRepository, type Put, RepositoryMissing } from '../ports/image-repository.js';
import { type RegistryClient, RegistryRefusal } from './client.js';
import { sha256, smallBlob } from './digested.js';
import { download, untilItGoes } from './download.js';
import { hasBlob, mountBlob, uploadBlob } from './upload.js';

/** The specification asks registries to take manifests of at least 4 MiB; none is larger by much. */
const LARGEST_MANIFEST = 16 * 1_024 * 1_024;
/** So many questions at once. */
const AT_ONCE = 6;

/**
 * Images of one repository of any registry that speaks as the specification has it.
 * https://github.com/opencontainers/distribution-spec/blob/main/spec.md
 */
export function createRepository(client: RegistryClient, path: string): ImageRepository {
  const name = `${client.host}/${path}`;
  const { clock } = client;
  const pull = `repository:${path}:pull`;
  const push = `repository:${path}:pull,push`;

  async function manifest(reference: string): Promise<ManifestBytes | undefined> {
    return untilItGoes(`${name} did not give the manifest ${reference}`, clock, async () => {
      const to = `/v2/${path}/manifests/${reference}`;
      const headers = { accept: ACCEPTED_MEDIA_TYPES.join(', ') };
      const response = await client.ask({ to, scope: pull, headers }).catch(absent);
      if (response === undefined) return undefined;
      const length = Number(response.headers.get('content-length') ?? 0);
      if (length > LARGEST_MANIFEST) throw new Error(`${name}: the manifest ${reference} has ${length} bytes`);
      // As text only where it comes out the same: the digest is that of the bytes.
      const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await response.arrayBuffer());
      const digest = `sha256:${sha256(text)}`;
      const told = reference.includes(':') ? reference : response.headers.get('docker-content-digest');
      const fault = told === null ? undefined : digestFault({ digest: told, text, mediaType: '' }, sha256);
      if (fault !== undefined) throw new Error(`${name}: ${fault}`);
      return { digest, text, mediaType: mediaTypeOf(text, response) };
    });
  }

  /** What a tag stands for, without the bytes. */
  async function digestOf(tag: string): Promise<string | undefined> {
    return untilItGoes(`${name} did not say what ${tag} is`, clock, async () => {
      const to = `/v2/${path}/manifests/${tag}`;
      const headers = { accept: ACCEPTED_MEDIA_TYPES.join(', ') };
      const response = await client.ask({ method: 'HEAD', to, scope: pull, headers }).catch(absent);
      return response?.headers.get('docker-content-digest') ?? undefined;
    });
  }

  async function refusedPut(error: unknown, { digest }: ManifestBytes, tag: string | undefined): Promise<Put> {
    if (!(error instanceof RegistryRefusal)) throw error;
    const { codes } = error;
    if (codes.some((code) => /_BLOB_UNKNOWN$|^(BLOB|MANIFEST)_UNKNOWN$/.test(code))) {
      return { is: 'incomplete', what: error.message };
    }
    if (codes.includes('NAME_UNKNOWN')) throw new RepositoryMissing(name, { cause: error });
    // There is no code for a tag that cannot be moved: each registry says it in its own way.
    const found = tag === undefined ? undefined : await digestOf(tag);
    if (found === undefined || found === digest) throw error;
    if (/immutab|overwrit|already exist|cannot be (?:moved|updated|changed)/i.test(error.message)) {
      return { is: 'taken', by: found };
    }
    throw error;
  }

  async function referrers(digest: string): Promise<readonly string[]> {
    const found: string[] = [];
    let to: string | undefined = `/v2/${path}/referrers/${digest}`;
    while (to !== undefined) {
      const here: string = to;
      const page = await untilItGoes(`${name} did not list what refers to ${digest}`, clock, async () => {
        // Older registries know nothing of it; what is there is found by its tag.
        const response = await client.ask({ to: here, scope: pull }).catch(absent);
        const text = await response?.text();
        return { text, link: response?.headers.get('link') };
      });
      const reading = page.text === undefined ? undefined : readManifest(page.text);
      if (reading?.ok === true && reading.value.kind === 'index') {
        found.push(...reading.value.children.map((child) => child.digest));
      }
      const [, next] = /<([^>]+)>\s*;\s*rel="?next"?/.exec(page.link ?? '') ?? [];
      to = next;
    }
    return found;
  }

  const open = (digest: string, size: number): AsyncIterable<Uint8Array> =>
    download({ what: `${name} did not give the blob ${digest}`, size, clock }, (from, signal) =>
      client.ask({
        to: `/v2/${path}/blobs/${digest}`,
        scope: pull,
        signal,
        ...(from === 0 ? {} : { headers: { range: `bytes=${from}-` } }),
      }),
    );

  return {
    name,
    manifest,
    blob: (digest) => smallBlob(digest, open(digest, 0)),
    async lacks(blobs) {
      const left = [...blobs];
      const lacked = new Set<string>();
      const ask = async (): Promise<void> => {
        for (let blob = left.shift(); blob !== undefined; blob = left.shift()) {
          const { digest } = blob;
          const what = `${name} did not say whether it has the blob ${digest}`;
          if (!(await untilItGoes(what, clock, () => hasBlob(client, path, digest)))) lacked.add(digest);
        }
      };
      await Promise.all(Array.from({ length: AT_ONCE }, ask));
      return blobs.filter(({ digest }) => lacked.has(digest));
    },
    open: async ({ digest, size }) => open(digest, size),
    take: (blob, bytes) => uploadBlob(client, path, blob, bytes),
    mount: (blob, from) => mountBlob(client, path, blob, from),

    async put(bytes, tag) {
      const fault = digestFault(bytes, sha256);
      if (fault !== undefined) throw new Error(`${name}: ${fault}`);
      if ((await digestOf(tag ?? bytes.digest)) === bytes.digest) return { is: 'there' };
      const to = `/v2/${path}/manifests/${tag ?? bytes.digest}`;
      const headers = { 'content-type': bytes.mediaType };
      try {
        const told = await untilItGoes(`${name} did not take the manifest ${bytes.digest}`, clock, async () => {
          const response = await client.ask({ method: 'PUT', to, scope: push, headers, body: bytes.text });
          await response.body?.cancel();
          return response.headers.get('docker-content-digest') ?? bytes.digest;
        });
        if (told === bytes.digest) return { is: 'put' };
      } catch (error) {
        return refusedPut(error, bytes, tag);
      }
      throw new Error(`${name}: the registry changed the bytes of ${bytes.digest} on the way`);
    },

    async speakingOf(digest) {
      const beside = await Promise.all(companionTags(digest).map(digestOf));
      return [...new Set([...(await referrers(digest)), ...beside.flatMap((found) => found ?? [])])];
    },
  };
}

/** What is not there is a value. A repository comes into being with the first push to it, so that one nobody knows is empty. */
function absent(error: unknown): undefined {
  if (!(error instanceof RegistryRefusal) || error.status !== 404) throw error;
}

function mediaTypeOf(text: string, response: Response): string {
  const [told = ''] = (response.headers.get('content-type') ?? '').split(';');
  // Some registries call everything application/json.
  const reading = readManifest(text, ACCEPTED_MEDIA_TYPES.includes(told) ? told : undefined);
  if (reading.ok) return reading.value.mediaType;
  throw new Error(`A manifest of ${new URL(response.url).host} (${told}) ${reading.wrong}`);
}
