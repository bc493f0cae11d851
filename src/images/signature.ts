import type { Manifest } from './manifest.js';

/**
 * What signatures are called, by the type of the artifact or, in older ones, of its configuration.
 * https://github.com/notaryproject/specifications/blob/main/specs/signature-specification.md
 * https://github.com/sigstore/cosign/blob/main/specs/SIGNATURE_SPEC.md
 */
const SIGNATURES: ReadonlySet<string> = new Set([
  'application/vnd.cncf.notary.signature',
  'application/vnd.dev.cosign.artifact.sig.v1+json',
]);

/** https://github.com/sigstore/cosign/blob/main/specs/BUNDLE_SPEC.md */
const BUNDLE = /^application\/vnd\.dev\.sigstore\.bundle\b/;
const BUNDLE_CONTENT = 'dev.sigstore.bundle.content';
const BUNDLE_PREDICATE = 'dev.sigstore.bundle.predicateType';
/** What `cosign sign` says since version 3; any other predicate is an attestation. */
const SIGNED = 'https://sigstore.dev/cosign/sign/v1';

/**
 * Whether what speaks about an image is a signature of it. An attestation is none, although it is signed: it says something of
 * the image and does not approve of it. Who signed, and whether the signature holds, is another question.
 *
 * @param tag the tag that it lies under, where that is what makes it known
 */
export function isSignature(manifest: Manifest, tag?: string): boolean {
  if (tag?.endsWith('.sig')) return true;
  const type = manifest.artifactType ?? (manifest.kind === 'image' ? manifest.config.mediaType : '');
  if (SIGNATURES.has(type)) return true;
  if (!BUNDLE.test(type)) return false;
  const predicate = manifest.annotations[BUNDLE_PREDICATE];
  return (
    predicate === SIGNED || (predicate === undefined && manifest.annotations[BUNDLE_CONTENT] === 'message-signature')
  );
}
