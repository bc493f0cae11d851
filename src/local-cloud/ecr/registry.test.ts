import { randomBytes } from 'node:crypto';
import { createConnection } from 'node:net';
import {
  BatchGetImageCommand,
  CreateRepositoryCommand,
  DescribeImagesCommand,
  type ECRClient,
  GetDownloadUrlForLayerCommand,
  PutAccountSettingCommand,
  PutImageCommand,
} from '@aws-sdk/client-ecr';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { Cloud } from '../cloud.js';
import {
  ecrClient,
  errorOf,
  imageOf,
  login,
  pushBlob,
  putManifest,
  type RegistryClient,
  registryClient,
} from './ecr-under-test.js';
import { digestOf, mediaTypes } from './manifest.js';

let cloud: Cloud;
let ecr: ECRClient;
let registry: RegistryClient;
const name = 'team/shop';

beforeAll(async () => {
  cloud = await Cloud.start();
  ecr = ecrClient(cloud);
  for (const repositoryName of [name, 'other']) await ecr.send(new CreateRepositoryCommand({ repositoryName }));
  await ecr.send(new CreateRepositoryCommand({ repositoryName: 'frozen', imageTagMutability: 'IMMUTABLE' }));
  registry = await login(ecr);
});

afterEach(() => cloud.sluice('ecr/clear-registry-faults'));

afterAll(async () => {
  ecr.destroy();
  await cloud.stop();
});

describe('who comes to the registry', () => {
  test('without a login is challenged with Basic', async () => {
    const answer = await registryClient(registry.endpoint, '').send('GET', '');
    expect(answer.status).toBe(401);
    expect(answer.headers.get('www-authenticate')).toBe(
      `Basic realm="${registry.endpoint}/",service="ecr.amazonaws.com"`,
    );
    expect((await registry.send('GET', '')).status).toBe(200);
  });

  test('with an expired or unknown token is told to log in again', async () => {
    const stale = await login(ecr);
    await cloud.sluice('ecr/expire-tokens');
    const unknown = registryClient(registry.endpoint, `Basic ${Buffer.from('AWS:x').toString('base64')}`);
    for (const client of [stale, unknown]) {
      expect(await errorOf(await client.send('GET', `${name}/tags/list`))).toEqual({
        status: 403,
        code: 'DENIED',
        message: 'Your authorization token has expired. Reauthenticate and try again.',
      });
    }
    registry = await login(ecr);
  });

  test('is let in as long as the token lasts, in cloud time', async () => {
    await cloud.sluice('ecr/token-duration', { seconds: 0.001 });
    const short = await login(ecr);
    await cloud.clock.sleep(5);
    expect((await short.send('GET', '')).status).toBe(403);
    await cloud.sluice('ecr/token-duration');
  });
});

describe('a blob', () => {
  const bytes = randomBytes(300_000);
  const digest = digestOf(bytes);

  test('is pushed in one go, and pulled from where the registry sends the client', async () => {
    expect((await registry.send('HEAD', `${name}/blobs/${digest}`)).status).toBe(404);
    expect((await registry.send('POST', `${name}/blobs/uploads/?digest=${digest}`, bytes)).status).toBe(201);
    const head = await registry.send('HEAD', `${name}/blobs/${digest}`);
    expect([head.status, head.headers.get('content-length')]).toEqual([200, '300000']);
    const pulled = await registry.send('GET', `${name}/blobs/${digest}`);
    expect(pulled.redirected).toBe(true);
    expect(digestOf(new Uint8Array(await pulled.arrayBuffer()))).toBe(digest);
  });

  test('that is large goes to disk and comes back the same', async () => {
    const large = randomBytes(6 * 1024 * 1024);
    await pushBlob(registry, 'other', large);
    const pulled = await registry.send('GET', `other/blobs/${digestOf(large)}`);
    expect(digestOf(new Uint8Array(await pulled.arrayBuffer()))).toBe(digestOf(large));
  });

  test('is pushed in chunks, which must follow each other', async () => {
    const begun = await registry.send('POST', 'other/blobs/uploads/');
    expect([begun.status, begun.headers.get('range')]).toEqual([202, '0-0']);
    const at = begun.headers.get('location') ?? '';
    const chunk = (from: number, to: number) =>
      registry.send('PATCH', at, bytes.subarray(from, to), { 'content-range': `${from}-${to - 1}` });
    expect((await chunk(0, 1_000)).headers.get('range')).toBe('0-999');
    expect((await chunk(2_000, 3_000)).status).toBe(416);
    expect((await registry.send('GET', at)).headers.get('range')).toBe('0-999');
    expect((await chunk(1_000, bytes.length)).status).toBe(202);
    expect((await registry.send('PUT', `${at}?digest=${digest}`)).status).toBe(201);
    expect((await registry.send('GET', at)).status).toBe(404);
  });

  test('of another digest is refused and not kept', async () => {
    const wrong = digestOf('something else');
    const answer = await registry.send('POST', `${name}/blobs/uploads/?digest=${wrong}`, 'bytes');
    expect(await errorOf(answer)).toMatchObject({ status: 400, code: 'DIGEST_INVALID' });
    expect((await registry.send('HEAD', `${name}/blobs/${wrong}`)).status).toBe(404);
  });

  test('whose upload is given up is gone', async () => {
    const at = (await registry.send('POST', `${name}/blobs/uploads/`)).headers.get('location') ?? '';
    expect((await registry.send('DELETE', at)).status).toBe(204);
    expect(await errorOf(await registry.send('PATCH', at, 'x'))).toMatchObject({
      status: 404,
      code: 'BLOB_UPLOAD_UNKNOWN',
    });
  });

  test('cannot be fetched by a link that somebody made up', async () => {
    const link = `${registry.endpoint}/layers/${name}/blobs/${digest}?X-Amz-Expires=9999999999999&X-Amz-Signature=0`;
    expect((await fetch(link)).status).toBe(403);
    const { downloadUrl = '' } = await ecr.send(
      new GetDownloadUrlForLayerCommand({ repositoryName: name, layerDigest: digest }),
    );
    expect((await fetch(downloadUrl)).status).toBe(200);
  });

  test('is mounted from another repository when the account has it turned on and an image there has it', async () => {
    const text = await imageOf(registry, name, 'mounted');
    const { layers } = JSON.parse(text) as { layers: { digest: string }[] };
    const layer = layers[0]?.digest ?? '';
    const mount = () => registry.send('POST', `frozen/blobs/uploads/?mount=${layer}&from=${name}`);
    expect((await mount()).status).toBe(202);
    await ecr.send(new PutAccountSettingCommand({ name: 'BLOB_MOUNTING', value: 'ENABLED' }));
    expect((await mount()).status).toBe(202);
    await putManifest(registry, name, 'mounted', text);
    expect((await mount()).status).toBe(201);
    expect((await registry.send('HEAD', `frozen/blobs/${layer}`)).status).toBe(200);
  });
});

describe('a manifest', () => {
  test('is kept with its very bytes and media type, and is the same for the API of ECR', async () => {
    const pretty = JSON.stringify(JSON.parse(await imageOf(registry, name, 'pretty')), undefined, 3);
    const put = await putManifest(registry, name, 'pretty', pretty);
    expect([put.status, put.headers.get('docker-content-digest')]).toEqual([201, digestOf(pretty)]);
    for (const reference of ['pretty', digestOf(pretty)]) {
      const got = await registry.send('GET', `${name}/manifests/${reference}`);
      expect([await got.text(), got.headers.get('content-type')]).toEqual([pretty, mediaTypes.manifest]);
    }
    const { images } = await ecr.send(
      new BatchGetImageCommand({ repositoryName: name, imageIds: [{ imageTag: 'pretty' }] }),
    );
    expect(images?.[0]?.imageManifest).toBe(pretty);
    expect((await putManifest(registry, name, 'pretty', pretty)).status).toBe(201);
  });

  test('is recorded as pulled when it was, not when it was looked for', async () => {
    await putManifest(registry, name, 'pulled', await imageOf(registry, name, 'pulled'));
    const pulled = async () => {
      const imageIds = [{ imageTag: 'pulled' }];
      const { imageDetails } = await ecr.send(new DescribeImagesCommand({ repositoryName: name, imageIds }));
      return imageDetails?.[0]?.lastRecordedPullTime;
    };
    await registry.send('HEAD', `${name}/manifests/pulled`);
    expect(await pulled()).toBeUndefined();
    await registry.send('GET', `${name}/manifests/pulled`);
    expect(await pulled()).toBeInstanceOf(Date);
  });

  test('put by the API of ECR can be pulled', async () => {
    const text = await imageOf(registry, name, 'by-api');
    await ecr.send(new PutImageCommand({ repositoryName: name, imageManifest: text, imageTag: 'by-api' }));
    expect(await (await registry.send('GET', `${name}/manifests/by-api`)).text()).toBe(text);
  });

  test('that names what is not there is refused', async () => {
    const text = (await imageOf(registry, name, 'half')).replaceAll(/"digest":"sha256:../g, '"digest":"sha256:00');
    expect(await errorOf(await putManifest(registry, name, 'half', text))).toMatchObject({
      status: 400,
      code: 'MANIFEST_BLOB_UNKNOWN',
    });
    const child = { mediaType: mediaTypes.manifest, digest: digestOf('nothing'), size: 1 };
    const index = JSON.stringify({ schemaVersion: 2, mediaType: mediaTypes.index, manifests: [child] });
    expect((await errorOf(await putManifest(registry, name, 'index', index))).message).toContain(
      `Images with digests '[${child.digest}]' required for pushing image`,
    );
  });

  test.each([
    ['no manifest at all', '{}', mediaTypes.manifest, 'x', 'MANIFEST_INVALID'],
    ['of another digest than its reference', 'image', mediaTypes.manifest, digestOf('other'), 'DIGEST_INVALID'],
    ['of another kind than it says', 'image', mediaTypes.index, 'x', 'MANIFEST_INVALID'],
    ['under a tag that is none', 'image', mediaTypes.manifest, '-x', 'MANIFEST_INVALID'],
  ])('that is %s is refused', async (_what, given, type, reference, code) => {
    const text = given === 'image' ? await imageOf(registry, name, 'refused') : given;
    const answer = await registry.send('PUT', `${name}/manifests/${reference}`, text, { 'content-type': type });
    expect(await errorOf(answer)).toMatchObject({ status: 400, code });
  });

  test('is unknown when nobody pushed it, and its repository when there is none', async () => {
    expect(await errorOf(await registry.send('GET', `${name}/manifests/9`))).toEqual({
      status: 404,
      code: 'MANIFEST_UNKNOWN',
      message: 'Requested image not found',
    });
    expect(await errorOf(await registry.send('POST', 'nothing/blobs/uploads/'))).toEqual({
      status: 404,
      code: 'NAME_UNKNOWN',
      message: "The repository with name 'nothing' does not exist in the registry with id '123456789012'",
    });
  });

  test('of an immutable tag cannot be put again, in the words that docker passes on', async () => {
    const text = await imageOf(registry, 'frozen', '1');
    expect((await putManifest(registry, 'frozen', '1', text)).status).toBe(201);
    const other = await imageOf(registry, 'frozen', '2');
    for (const again of [other, text]) {
      expect(await errorOf(await putManifest(registry, 'frozen', '1', again))).toEqual({
        status: 400,
        code: 'TAG_INVALID',
        message:
          "The image tag '1' already exists in the 'frozen' repository and cannot be overwritten because the repository is immutable.",
      });
    }
    expect((await putManifest(registry, 'frozen', digestOf(text), text)).status).toBe(201);
  });

  test('that speaks about an image is found by that image', async () => {
    const text = await imageOf(registry, name, 'signed');
    await putManifest(registry, name, 'signed', text);
    const subject = { mediaType: mediaTypes.manifest, digest: digestOf(text), size: text.length };
    const signature = await imageOf(registry, name, 'signature', { artifactType: 'application/x-signature', subject });
    const put = await putManifest(registry, name, digestOf(signature), signature);
    expect(put.headers.get('oci-subject')).toBe(subject.digest);
    const referrers = async (query: string) => {
      const answer = await registry.send('GET', `${name}/referrers/${subject.digest}${query}`);
      const { manifests } = (await answer.json()) as { manifests: { digest: string; artifactType: string }[] };
      return manifests.map(({ digest, artifactType }) => [digest, artifactType]);
    };
    expect(await referrers('')).toEqual([[digestOf(signature), 'application/x-signature']]);
    expect(await referrers('?artifactType=application/x-other')).toEqual([]);
  });
});

test('tags are listed in order, page by page', async () => {
  await ecr.send(new CreateRepositoryCommand({ repositoryName: 'tagged' }));
  const text = await imageOf(registry, 'tagged', 'tags');
  for (const tag of ['c', 'a', 'b']) await putManifest(registry, 'tagged', tag, text);
  const first = await registry.send('GET', 'tagged/tags/list?n=2');
  expect(await first.json()).toEqual({ name: 'tagged', tags: ['a', 'b'] });
  const [, next = ''] = /<([^>]+)>; rel="next"/.exec(first.headers.get('link') ?? '') ?? [];
  expect(await (await registry.send('GET', next)).json()).toEqual({ name: 'tagged', tags: ['c'] });
});

describe('what goes wrong on purpose', () => {
  const fault = (body: Record<string, unknown>) => cloud.sluice('ecr/registry-fault', body);

  test('meets requests by method, route and repository, as often as told', async () => {
    await fault({ what: 'error', status: 503, method: 'GET', route: 'tags', repositoryName: name, times: 2 });
    const statuses = [];
    for (const path of ['other/tags/list', ...Array(3).fill(`${name}/tags/list`)]) {
      statuses.push((await registry.send('GET', path)).status);
    }
    expect(statuses).toEqual([200, 503, 503, 200]);
  });

  test('meets a share of them evenly', async () => {
    await fault({ what: 'throttle', route: 'base', share: 0.5 });
    const statuses = [];
    for (let i = 0; i < 4; i++) statuses.push((await registry.send('GET', '')).status);
    expect(statuses).toEqual([200, 429, 200, 429]);
  });

  test('lets a manifest take effect whose answer is lost', async () => {
    const text = await imageOf(registry, name, 'lost');
    await fault({ what: 'lose-reply', method: 'PUT', route: 'manifests' });
    await expect(putManifest(registry, name, 'lost', text)).rejects.toThrow('fetch failed');
    expect((await registry.send('GET', `${name}/manifests/lost`)).status).toBe(200);
  });

  test('cuts an upload off, which leaves nothing behind', async () => {
    await fault({ what: 'cut', route: 'uploads', method: 'PUT', afterBytes: 10_000 });
    const bytes = randomBytes(200_000);
    await expect(pushBlob(registry, name, bytes)).rejects.toThrow('fetch failed');
    expect((await registry.send('HEAD', `${name}/blobs/${digestOf(bytes)}`)).status).toBe(404);
    await pushBlob(registry, name, bytes);
    await fault({ what: 'cut', route: 'blobs', method: 'GET', afterBytes: 10_000 });
    const pull = async () => (await registry.send('GET', `${name}/blobs/${digestOf(bytes)}`)).arrayBuffer();
    await expect(pull()).rejects.toThrow();
    expect((await pull()).byteLength).toBe(200_000);
  });

  test('denies what a right is needed for, in the words of IAM', async () => {
    await fault({ what: 'deny', route: 'uploads', method: 'POST' });
    expect(await errorOf(await registry.send('POST', `${name}/blobs/uploads/`))).toEqual({
      status: 403,
      code: 'DENIED',
      message: `User: arn:aws:iam::123456789012:user/sluice is not authorized to perform: ecr:InitiateLayerUpload on resource: arn:aws:ecr:eu-west-1:123456789012:repository/${name} because no identity-based policy allows the ecr:InitiateLayerUpload action`,
    });
  });

  test('is refused when it is not understood', async () => {
    await expect(fault({ what: 'nothing' })).rejects.toThrow('what is "nothing"; accepted are error, throttle');
    await expect(fault({ what: 'error', share: 2 })).rejects.toThrow('share is 2; accepted is above 0, up to 1');
  });
});

test.each(['/v2/%zz/tags/list', '/v3/', '/v2/nothing', '/'])(
  '%s is nothing, and nobody falls over it',
  async (path) => {
    const answer = await registry.send('GET', `${registry.endpoint}${path}`);
    expect(await errorOf(answer)).toMatchObject({ status: 404 });
  },
);

test('an upload whose client goes away is given up', async () => {
  const at = new URL((await registry.send('POST', `${name}/blobs/uploads/`)).headers.get('location') ?? '');
  const socket = createConnection({ host: at.hostname, port: Number(at.port) });
  const head = `PATCH ${at.pathname} HTTP/1.1\r\nhost: ${at.host}\r\nauthorization: ${registry.authorization}\r\ncontent-length: 1000\r\n\r\n`;
  socket.write(`${head}half`);
  const seen = async () => {
    const { requests } = (await cloud.sluice('ecr/registry-requests')) as { requests: { received?: number }[] };
    return requests.at(-1)?.received === 4;
  };
  while (!(await seen())) await cloud.clock.sleep(2);
  socket.destroy();
  while ((await registry.send('GET', at.href)).status !== 404) await cloud.clock.sleep(2);
});

test('requests are told with method, path and answer, without what lets the client in', async () => {
  const { requests } = (await cloud.sluice('ecr/registry-requests')) as { requests: Record<string, unknown>[] };
  await registry.send('HEAD', `${name}/manifests/pretty`);
  const after = (await cloud.sluice('ecr/registry-requests', { after: requests.at(-1)?.number })) as typeof requests;
  expect(after).toMatchObject({
    requests: [
      {
        method: 'HEAD',
        registryId: '123456789012',
        path: `/v2/${name}/manifests/pretty`,
        status: 200,
        action: 'ecr:BatchGetImage',
      },
    ],
  });
  const all = JSON.stringify(await cloud.sluice('ecr/registry-requests'));
  expect(all).not.toContain(registry.authorization.slice('Basic '.length, 60));
  expect(all).not.toContain('X-Amz-Signature');
});
