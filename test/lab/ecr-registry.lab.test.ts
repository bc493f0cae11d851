import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { CreateRepositoryCommand, type ECRClient, PutAccountSettingCommand } from '@aws-sdk/client-ecr';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Cloud } from '../../src/local-cloud/cloud.js';
import {
  ecrClient,
  errorOf,
  imageOf,
  login,
  pushBlob,
  putManifest,
  type RegistryClient,
} from '../../src/local-cloud/ecr/ecr-under-test.js';
import { digestOf, mediaTypes } from '../../src/local-cloud/ecr/manifest.js';
import { describeWith, labPath } from './tools.js';

describeWith(['docker-registry'], 'a real registry behind ECR', () => {
  let cloud: Cloud;
  let ecr: ECRClient;
  let registry: RegistryClient;
  const name = 'team/shop';
  const { PATH: path } = process.env;

  beforeAll(async () => {
    process.env.PATH = labPath;
    cloud = await Cloud.start({ registry: 'docker-registry' });
    ecr = ecrClient(cloud);
    for (const repositoryName of [name, 'other']) await ecr.send(new CreateRepositoryCommand({ repositoryName }));
    registry = await login(ecr);
  });

  afterAll(async () => {
    ecr.destroy();
    await cloud.stop();
    process.env.PATH = path;
  });

  test('keeps large layers and small ones, in one go and in chunks', async () => {
    const large = randomBytes(8 * 1024 * 1024);
    await pushBlob(registry, name, large);
    const pulled = await registry.send('GET', `${name}/blobs/${digestOf(large)}`);
    expect(digestOf(new Uint8Array(await pulled.arrayBuffer()))).toBe(digestOf(large));
    const begun = await registry.send('POST', `${name}/blobs/uploads/`);
    const at = begun.headers.get('location') ?? '';
    const bytes = randomBytes(10_000);
    for (const from of [0, 4_000]) {
      const part = bytes.subarray(from, from === 0 ? 4_000 : undefined);
      expect((await registry.send('PATCH', at, part)).status).toBe(202);
    }
    expect((await registry.send('PUT', `${at}?digest=${digestOf(bytes)}`)).status).toBe(201);
    const chunked = await registry.send('GET', `${name}/blobs/${digestOf(bytes)}`);
    expect(digestOf(new Uint8Array(await chunked.arrayBuffer()))).toBe(digestOf(bytes));
    const wrong = await registry.send('POST', `${name}/blobs/uploads/?digest=${digestOf('x')}`, 'y');
    expect(await errorOf(wrong)).toMatchObject({ status: 400, code: 'DIGEST_INVALID' });
  });

  test('takes images, indexes of them with attestations, what speaks about them, and mounts', async () => {
    await cloud.sluice('ecr/push', {
      repositoryName: name,
      platforms: ['linux/amd64', 'linux/arm64'],
      attestations: true,
    });
    const index = await (await registry.send('GET', `${name}/manifests/latest`)).text();
    const subject = { mediaType: mediaTypes.index, digest: digestOf(index), size: index.length };
    const note = await imageOf(registry, name, 'note', { artifactType: 'application/x-note', subject });
    expect((await putManifest(registry, name, digestOf(note), note)).status).toBe(201);
    await ecr.send(new PutAccountSettingCommand({ name: 'BLOB_MOUNTING', value: 'ENABLED' }));
    const { layers } = JSON.parse(note) as { layers: { digest: string }[] };
    const mounted = await registry.send('POST', `other/blobs/uploads/?mount=${layers[0]?.digest}&from=${name}`);
    expect(mounted.status).toBe(201);
    expect(await (await registry.send('GET', `other/blobs/${layers[0]?.digest}`)).text()).toBe('layer of note');
  });

  test('has nothing of an upload that was cut off, and takes it again', async () => {
    const bytes = randomBytes(500_000);
    await cloud.sluice('ecr/registry-fault', { what: 'cut', route: 'uploads', method: 'PUT', afterBytes: 100_000 });
    await expect(pushBlob(registry, name, bytes)).rejects.toThrow('fetch failed');
    expect((await registry.send('HEAD', `${name}/blobs/${digestOf(bytes)}`)).status).toBe(404);
    await pushBlob(registry, name, bytes);
  });

  test('refuses what it does not take', async () => {
    const text = await imageOf(registry, name, 'odd', { mediaType: 'application/x-odd' });
    expect(await errorOf(await putManifest(registry, name, 'odd', text))).toMatchObject({
      status: 400,
      code: 'MANIFEST_INVALID',
    });
  });

  test('ends with the cloud, and its files with it', async () => {
    const { store } = (await cloud.sluice('ecr/registries')) as { store: { kind: string; folder: string } };
    expect([store.kind, existsSync(store.folder)]).toEqual(['docker-registry', true]);
    await cloud.stop();
    expect(existsSync(store.folder)).toBe(false);
  });
});
