import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { ACCEPTED_MEDIA_TYPES, blobsOf, childrenOf, companionTags, readManifest } from './manifest.js';

const sha = (letter: string) => `sha256:${letter.repeat(64)}`;
const oci = (what: string) => `application/vnd.oci.image.${what}`;
const descriptor = (letter: string, mediaType = oci('layer.v1.tar+gzip')) => ({
  mediaType,
  digest: sha(letter),
  size: 7,
});
const image = {
  schemaVersion: 2,
  config: descriptor('c', oci('config.v1+json')),
  layers: [descriptor('1'), descriptor('2'), descriptor('1')],
};
const manifestType = oci('manifest.v1+json');
const index = {
  schemaVersion: 2,
  mediaType: oci('index.v1+json'),
  manifests: [
    { ...descriptor('a', manifestType), platform: { os: 'linux', architecture: 'amd64' } },
    { ...descriptor('b', manifestType), platform: { os: 'linux', architecture: 'arm64', variant: 'v8' } },
    {
      ...descriptor('d', manifestType),
      platform: { os: 'unknown', architecture: 'unknown' },
      annotations: {
        'vnd.docker.reference.type': 'attestation-manifest',
        'vnd.docker.reference.digest': sha('a'),
      },
    },
  ],
};

function readOrThrow(value: unknown, besides?: string) {
  const reading = readManifest(JSON.stringify(value), besides);
  if (!reading.ok) throw new Error(reading.wrong);
  return reading.value;
}

test('an image without a media type of its own takes the one that the registry told, or that of its shape', () => {
  expect(readOrThrow(image)).toMatchObject({ kind: 'image', mediaType: manifestType });
  const docker = 'application/vnd.docker.distribution.manifest.v2+json';
  expect(readOrThrow(image, docker)).toMatchObject({ kind: 'image', mediaType: docker });
});

test('the blobs of an image are its config and its layers, each once, without those that lie elsewhere', () => {
  const foreign = descriptor('f', 'application/vnd.docker.image.rootfs.foreign.diff.tar.gzip');
  const read = readOrThrow({ ...image, layers: [...image.layers, foreign] });
  expect(read.kind === 'image' && blobsOf(read).map((blob) => blob.digest)).toEqual([sha('c'), sha('1'), sha('2')]);
});

test('the children of an index are images by platform and attestations of one of them', () => {
  const read = readOrThrow(index);
  if (read.kind !== 'index') throw new Error(read.kind);
  const { images, attestations, others } = childrenOf(read);
  expect(images.map((one) => [one.digest, one.platform.architecture])).toEqual([
    [sha('a'), 'amd64'],
    [sha('b'), 'arm64'],
  ]);
  expect(attestations).toMatchObject([{ digest: sha('d'), of: sha('a') }]);
  expect(others).toEqual([]);
});

test('a child without a platform and without a word what it is, is neither', () => {
  const read = readOrThrow({ ...index, manifests: [descriptor('e', manifestType)] });
  expect(read.kind === 'index' && childrenOf(read).others).toHaveLength(1);
});

test('a signature tells its subject', () => {
  const read = readOrThrow({ ...image, artifactType: 'application/x', subject: descriptor('a', manifestType) });
  expect(read).toMatchObject({ artifactType: 'application/x', subject: { digest: sha('a') } });
});

test('what lies beside an image has tags made of its digest', () => {
  expect(companionTags(sha('a'))).toEqual(['', '.sig', '.att', '.sbom'].map((end) => `sha256-${'a'.repeat(64)}${end}`));
});

test('bytes are asked for in every media type that can be pushed today, and in no older one', () => {
  expect(ACCEPTED_MEDIA_TYPES).toHaveLength(4);
});

describe('a manifest is refused', () => {
  test.each<[string, unknown, string | undefined, string]>([
    ['no object', [], undefined, 'is no JSON object'],
    ['an old schema', { ...image, schemaVersion: 1 }, undefined, 'has schema version 1 and not 2'],
    ['both an image and an index', { ...image, manifests: [] }, undefined, 'is an image and an index at once'],
    [
      'told twice and differently',
      index,
      manifestType,
      `says it is ${oci('index.v1+json')}, and the registry says ${manifestType}`,
    ],
    [
      'an index that calls itself an image',
      { ...index, mediaType: manifestType },
      undefined,
      `says it is ${manifestType} and is built like an index`,
    ],
    [
      'of an unknown kind',
      { ...image, mediaType: 'text/x' },
      undefined,
      'is of a kind that is not known here (text/x)',
    ],
    ['without a config', { ...image, config: {} }, undefined, 'has no config that can be read'],
    [
      'with a cut digest',
      { ...image, layers: [{ ...descriptor('1'), digest: 'sha256:1' }] },
      undefined,
      'has layers that cannot be read',
    ],
    [
      'with a negative size',
      { ...image, layers: [{ ...descriptor('1'), size: -1 }] },
      undefined,
      'has layers that cannot be read',
    ],
    [
      'with children that are none',
      { ...index, manifests: [7] },
      undefined,
      'has a list of manifests that cannot be read',
    ],
    ['with a subject that is none', { ...image, subject: 'x' }, undefined, 'has a subject that is no descriptor'],
  ])('%s', (_, value, besides, wrong) => {
    expect(readManifest(JSON.stringify(value), besides)).toEqual({ ok: false, wrong });
  });

  test('no JSON', () => {
    expect(readManifest('<html>')).toEqual({ ok: false, wrong: 'is not JSON' });
  });

  test('or read, whatever it holds', () => {
    const part = fc.oneof(
      fc.jsonValue(),
      fc.constant(image.config),
      fc.constant(image.layers),
      fc.constant(index.manifests),
    );
    fc.assert(
      fc.property(
        fc.record(
          { schemaVersion: fc.constant(2), config: part, layers: part, manifests: part, subject: part },
          { requiredKeys: [] },
        ),
        (value) => {
          expect(typeof readManifest(JSON.stringify(value)).ok).toBe('boolean');
        },
      ),
    );
  });
});
