import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { GetAuthorizationTokenCommand } from '@aws-sdk/client-ecr';
import { expect, test } from '@jest/globals';
import { DEV, PROD, PromoteStage, role } from './promote-stage.js';

/** Images that are not made like most go to another account as they are, by the shipped bundle. */

const OCI = 'application/vnd.oci.image.manifest.v1+json';
const INDEX = 'application/vnd.oci.image.index.v1+json';
const DOCKER = 'application/vnd.docker.distribution.manifest.v2+json';
const LIST = 'application/vnd.docker.distribution.manifest.list.v2+json';
const EMPTY = 'application/vnd.oci.empty.v1+json';
const amd = { os: 'linux', architecture: 'amd64' };

interface Descriptor {
  readonly mediaType: string;
  readonly digest: string;
  readonly size: number;
}

const digestOf = (bytes: string | Uint8Array): string => `sha256:${createHash('sha256').update(bytes).digest('hex')}`;

/** Pushes into one repository, as any client does. */
class Pusher {
  constructor(
    private readonly registry: string,
    private readonly authorization: string,
  ) {}

  async blob(bytes: Uint8Array, mediaType: string): Promise<Descriptor> {
    const [digest, headers] = [digestOf(bytes), { authorization: this.authorization }];
    const begun = await fetch(`${this.registry}/blobs/uploads/`, { method: 'POST', headers });
    const place = new URL(begun.headers.get('location') ?? '', this.registry);
    place.searchParams.set('digest', digest);
    const put = await fetch(place, { method: 'PUT', headers, body: Buffer.from(bytes) });
    expect(put.status).toBe(201);
    return { mediaType, digest, size: bytes.length };
  }

  config(mediaType = 'application/vnd.oci.image.config.v1+json'): Promise<Descriptor> {
    return this.blob(Buffer.from(JSON.stringify(amd)), mediaType);
  }

  layer(mediaType = 'application/vnd.oci.image.layer.v1.tar+gzip', text = 'layer'): Promise<Descriptor> {
    return this.blob(gzipSync(text), mediaType);
  }

  async put(mediaType: string, body: object | string, tag?: string): Promise<Descriptor> {
    const text = typeof body === 'string' ? body : JSON.stringify({ schemaVersion: 2, mediaType, ...body });
    const digest = digestOf(text);
    const headers = { authorization: this.authorization, 'content-type': mediaType };
    const put = await fetch(`${this.registry}/manifests/${tag ?? digest}`, { method: 'PUT', headers, body: text });
    expect([put.status, put.ok ? '' : await put.text()]).toEqual([201, '']);
    return { mediaType, digest, size: Buffer.byteLength(text) };
  }
}

const elsewhere = { digest: digestOf('it lies elsewhere'), size: 99, urls: ['https://images.example/layer'] };

/** Each puts the tag `1`. */
const odd: Readonly<Record<string, (to: Pusher) => Promise<unknown>>> = {
  'layers-elsewhere': async (to) =>
    to.put(
      DOCKER,
      {
        config: await to.config('application/vnd.docker.container.image.v1+json'),
        layers: [
          { mediaType: 'application/vnd.docker.image.rootfs.foreign.diff.tar.gzip', ...elsewhere },
          await to.layer('application/vnd.docker.image.rootfs.diff.tar.gzip'),
        ],
      },
      '1',
    ),
  nondistributable: async (to) => {
    const layers = [{ mediaType: 'application/vnd.oci.image.layer.nondistributable.v1.tar+zstd', ...elsewhere }];
    await to.put(OCI, { config: await to.config(), layers }, '1');
  },
  'docker-list': async (to) => {
    const config = await to.config('application/vnd.docker.container.image.v1+json');
    const layers = [await to.layer('application/vnd.docker.image.rootfs.diff.tar.gzip')];
    const image = await to.put(DOCKER, { config, layers });
    await to.put(LIST, { manifests: [{ ...image, platform: { ...amd, variant: 'v2' } }] }, '1');
  },
  zstd: async (to) => {
    const layers = [await to.layer('application/vnd.oci.image.layer.v1.tar+zstd')];
    await to.put(OCI, { config: await to.config(), layers }, '1');
  },
  'index-of-an-index': async (to) => {
    const image = await to.put(OCI, { config: await to.config(), layers: [await to.layer()] });
    const inner = await to.put(INDEX, { manifests: [{ ...image, platform: amd }] });
    await to.put(INDEX, { manifests: [inner, image] }, '1');
  },
  chart: async (to) => {
    const config = await to.blob(Buffer.from('{"name":"x"}'), 'application/vnd.cncf.helm.config.v1+json');
    await to.put(OCI, { config, layers: [await to.layer('application/vnd.cncf.helm.chart.content.v1.tar+gzip')] }, '1');
  },
  artifact: async (to) => {
    const config = await to.blob(Buffer.from('{}'), EMPTY);
    await to.put(OCI, { artifactType: 'application/x-anything', config, layers: [config] }, '1');
  },
  'without-layers': async (to) => to.put(OCI, { config: await to.config(), layers: [] }, '1'),
  'without-media-types': async (to) => {
    const body = (own: object) => JSON.stringify({ schemaVersion: 2, ...own });
    const image = await to.put(OCI, body({ config: await to.config(), layers: [await to.layer()] }));
    await to.put(INDEX, body({ manifests: [image] }), '1');
  },
  'the-same-twice': async (to) => {
    const layer = await to.layer();
    const image = await to.put(OCI, { config: await to.config(), layers: [layer, layer] });
    const children = [amd, { ...amd, 'os.version': '1' }].map((platform) => ({ ...image, platform }));
    await to.put(INDEX, { manifests: children }, '1');
  },
  'an-empty-index': async (to) => to.put(INDEX, { manifests: [] }, '1'),
  'odd-spaces': async (to) => {
    const config = JSON.stringify({ ...(await to.blob(Buffer.from('{}'), EMPTY)), data: 'e30=' });
    const text = `{ "schemaVersion":2,\n\t"mediaType": "${OCI}", "config":${config}, "layers": [], "annotations": {"ü": "日本\\u0000"}}\n`;
    await to.put(OCI, text, '1');
  },
  'much-in-it': async (to) => {
    const layers = await Promise.all(Array.from({ length: 126 }, (_, at) => to.layer(undefined, `layer ${at}`)));
    await to.put(OCI, { config: await to.config(), layers, annotations: { long: 'x'.repeat(3_000_000) } }, '1');
  },
  '200-tags': async (to) => {
    const body = { config: await to.config(), layers: [await to.layer()] };
    for (let tag = 1; tag <= 200; tag += 1) await to.put(OCI, body, `${tag}`);
  },
};

test('images of all kinds go to another account with the very same bytes', async () => {
  const names = Object.keys(odd);
  await using stage = await PromoteStage.open({
    repositories: names.flatMap((name) => [
      { repositoryName: name },
      { repositoryName: `release/${name}`, registryId: PROD },
    ]),
  });
  const { authorizationData: [given] = [] } = await stage.client(DEV).send(new GetAuthorizationTokenCommand({}));
  for (const [name, make] of Object.entries(odd)) {
    await make(new Pusher(`${given?.proxyEndpoint}/v2/${name}`, `Basic ${given?.authorizationToken}`));
  }
  const { exitCode, outputs } = await stage.promote({
    source: names.map((name) => `${name}:1`).join('\n'),
    target: 'release/{name}',
    'target-role-to-assume': role,
    environment: 'prod',
    tags: Array.from({ length: 10 }, (_, at) => `v${at}`).join('\n'),
  });
  expect([exitCode, outputs.reason]).toEqual([0, `${names.length} images promoted in prod.`]);
  for (const name of names) {
    const here = await stage.manifest(DEV, name, '1');
    expect([name, await stage.manifest(PROD, `release/${name}`, 'v9')]).toEqual([name, here]);
    expect([name, await stage.manifest(PROD, `release/${name}`, 'prod')]).toEqual([name, here]);
  }
}, 60_000);
