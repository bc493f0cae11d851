import { gunzipSync } from 'node:zlib';

interface Named {
  readonly digest: string;
}

/** Every manifest and every blob that a tag or digest leads to, configuration with its history and attestations among them; layers unpacked. */
export async function pushedBytes(
  { host, password }: { readonly host: string; readonly password: string },
  repository: string,
  reference: string,
): Promise<readonly Buffer[]> {
  const authorization = `Basic ${Buffer.from(`AWS:${password}`).toString('base64')}`;
  const accept = ['index.v1', 'manifest.v1'].map((type) => `application/vnd.oci.image.${type}+json`).join(', ');
  const read = async (path: string): Promise<Buffer> => {
    const answer = await fetch(`http://${host}/v2/${repository}/${path}`, { headers: { authorization, accept } });
    if (!answer.ok) throw new Error(`${repository}/${path}: ${answer.status}`);
    return Buffer.from(await answer.arrayBuffer());
  };
  const visit = async (one: string): Promise<Buffer[]> => {
    const manifest = await read(`manifests/${one}`);
    const {
      manifests = [],
      config,
      layers = [],
    } = JSON.parse(manifest.toString()) as {
      readonly manifests?: readonly Named[];
      readonly config?: Named;
      readonly layers?: readonly Named[];
    };
    const children = await Promise.all(manifests.map(({ digest }) => visit(digest)));
    const blobs = await Promise.all(
      [...(config === undefined ? [] : [config]), ...layers].map(({ digest }) => read(`blobs/${digest}`)),
    );
    return [manifest, ...children.flat(), ...blobs.map((blob) => (blob[0] === 0x1f ? gunzipSync(blob) : blob))];
  };
  return visit(reference);
}
