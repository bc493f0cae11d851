import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { lifecycleDiff } from './lifecycle-diff.js';
import type { LifecycleRule } from './lifecycle-policy.js';
import { retentionPolicy } from './lifecycle-rules.js';
import { readManifest } from './manifest.js';
import { orphanCompanions } from './needed-images.js';
import { PROMOTION_TYPE, promotionRecord } from './promotion-record.js';
import { isSignature } from './signature.js';

const digest = (letter: string): string => `sha256:${letter.repeat(64)}`;
const blob = (mediaType: string) => ({ mediaType, digest: digest('a'), size: 2 });

/** A manifest that speaks about an image. */
function speaker(more: Readonly<Record<string, unknown>>, config = 'application/vnd.oci.empty.v1+json') {
  const mediaType = 'application/vnd.oci.image.manifest.v1+json';
  const reading = readManifest(
    JSON.stringify({ schemaVersion: 2, mediaType, config: blob(config), layers: [], ...more }),
  );
  if (!reading.ok) throw new Error(reading.wrong);
  return reading.value;
}

describe('a signature', () => {
  const bundle = 'application/vnd.dev.sigstore.bundle.v0.3+json';
  const said = (content: string, predicate?: string) => ({
    artifactType: bundle,
    annotations: {
      'dev.sigstore.bundle.content': content,
      ...(predicate === undefined ? {} : { 'dev.sigstore.bundle.predicateType': predicate }),
    },
  });

  test.each<[string, ReturnType<typeof speaker>, string | undefined, boolean]>([
    ['of Notation', speaker({ artifactType: 'application/vnd.cncf.notary.signature' }), undefined, true],
    ['of an older Notation', speaker({}, 'application/vnd.cncf.notary.signature'), undefined, true],
    [
      'of Cosign as a referrer',
      speaker({ artifactType: 'application/vnd.dev.cosign.artifact.sig.v1+json' }),
      undefined,
      true,
    ],
    ['of Cosign 3', speaker(said('dsse-envelope', 'https://sigstore.dev/cosign/sign/v1')), undefined, true],
    ['of Cosign 3 as a message', speaker(said('message-signature')), undefined, true],
    ['of Cosign under its tag', speaker({}, 'application/vnd.oci.image.config.v1+json'), 'sha256-ab.sig', true],
    [
      'that is an attestation of Cosign 3',
      speaker(said('dsse-envelope', 'https://slsa.dev/provenance/v1')),
      undefined,
      false,
    ],
    ['that is an attestation under its tag', speaker({}), 'sha256-ab.att', false],
    ['that is an SBOM', speaker({ artifactType: 'application/spdx+json' }), undefined, false],
    ['that is a record of a promotion', speaker({ artifactType: PROMOTION_TYPE }), undefined, false],
  ])('%s', (_, manifest, tag, isOne) => {
    expect(isSignature(manifest, tag)).toBe(isOne);
  });
});

test('the record of a promotion is an artifact that refers to the image and has all that is known in it', () => {
  const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
  const promotion = {
    environment: 'prod',
    tags: ['prod'],
    from: `shop@${digest('b')}`,
    previous: '',
    by: 'Zoë',
    run: 'https://example.com/1',
    at: '2026-11-21T12:13:14.000Z',
  };
  const subject = { mediaType: 'application/vnd.oci.image.index.v1+json', digest: digest('b'), size: 7 };
  const { manifest, blobs } = promotionRecord(promotion, subject, sha256, (text) => Buffer.byteLength(text));
  expect(manifest.digest).toBe(`sha256:${sha256(manifest.text)}`);
  expect(readManifest(manifest.text, manifest.mediaType)).toMatchObject({
    ok: true,
    value: { artifactType: PROMOTION_TYPE, subject, annotations: { 'sluice.by': 'Zoë' } },
  });
  for (const { descriptor, text } of blobs) {
    expect(descriptor).toMatchObject({ digest: `sha256:${sha256(text)}`, size: Buffer.byteLength(text) });
  }
  expect(blobs.map(({ text }) => JSON.parse(text))).toEqual([{}, promotion]);
});

test('the difference between two policies is told rule by rule, in words', () => {
  const rule = (selection: LifecycleRule['selection'], type: 'expire' | 'transition' = 'expire'): LifecycleRule => ({
    rulePriority: 1,
    selection,
    action: { type },
  });
  const own = retentionPolicy({ environments: ['prod'], protectedTags: [], untaggedDays: 14, keep: 50 });
  const days = { countUnit: 'days', countNumber: 30 } as const;
  expect(lifecycleDiff(undefined, own)).toEqual([
    '+ images tagged prod: kept',
    '+ images tagged prod-*: kept',
    '+ images without a tag: deleted 14 days after the push',
    '+ all images: deleted beyond the newest 50',
  ]);
  expect(lifecycleDiff(own, own)).toEqual([]);
  const others = [
    rule({ tagStatus: 'tagged', tagPrefixList: ['a', 'b'], countType: 'imageCountMoreThan', countNumber: 5 }),
    rule({ tagStatus: 'any', countType: 'sinceImagePulled', ...days }, 'transition'),
    rule({ tagStatus: 'any', storageClass: 'archive', countType: 'sinceImageTransitioned', ...days }),
  ];
  expect(others.map((one) => lifecycleDiff({ rules: [one] }, { rules: [] }))).toEqual([
    ['- images tagged a* and b*: deleted beyond the newest 5'],
    ['- all images: archived 30 days after the last pull'],
    ['- all images in the archive: deleted after 30 days there'],
  ]);
});

test('what speaks about an image that is gone is known by its tag, when it is no news', () => {
  const tag = (letter: string, end: string): string => `sha256-${letter.repeat(64)}${end}`;
  const images = [
    { digest: digest('a'), tags: ['v1'], pushedAtMs: 0 },
    { digest: digest('1'), tags: [tag('a', '.sig'), tag('b', '.sig')], pushedAtMs: 0 },
    { digest: digest('2'), tags: [tag('b', '.att')], pushedAtMs: 0 },
    { digest: digest('3'), tags: [tag('b', '.sbom')], pushedAtMs: 10 },
    { digest: digest('4'), tags: [tag('b', ''), `${tag('b', '')}.other`, 'sha256-b.sig'], pushedAtMs: 0 },
  ];
  expect(orphanCompanions(images, 5)).toEqual([tag('b', '.sig'), tag('b', '.att'), tag('b', '')]);
});
