import { isDigest } from './digest.js';
import { blobsOf, childrenOf, type Descriptor, type Manifest, readManifest } from './manifest.js';

/** A manifest as the registry gave it. */
export interface ManifestBytes {
  readonly digest: string;
  /** To be put as they are. */
  readonly text: string;
  readonly mediaType: string;
}

/** One manifest to be put, after the blobs that it names. */
export interface CopyStep {
  readonly manifest: ManifestBytes;
  readonly blobs: readonly Descriptor[];
}

export interface CopyPlan {
  /** Children before the index that names them, the image itself before what speaks about it, each once. */
  readonly steps: readonly CopyStep[];
  readonly root: string;
}

export type CopyPlanRead =
  | { readonly ok: true; readonly plan: CopyPlan }
  | { readonly ok: false; readonly wrong: string };

/**
 * What must be put, and in which order, for a registry to hold the same image. Inside one repository only the root is put
 * again: its blobs and children are there.
 *
 * @param root digest of the image
 * @param manifests the root, all that it names, and what speaks about it: signatures, attestations
 * @param sha256 in hexadecimal, of the text in UTF-8
 */
export function planCopy(
  root: string,
  manifests: readonly ManifestBytes[],
  sha256: (text: string) => string,
): CopyPlanRead {
  const read = new Map<string, { bytes: ManifestBytes; manifest: Manifest }>();
  for (const bytes of manifests) {
    const fault = digestFault(bytes, sha256);
    if (fault !== undefined) return { ok: false, wrong: fault };
    const reading = readManifest(bytes.text, bytes.mediaType);
    if (!reading.ok) return { ok: false, wrong: `the manifest ${bytes.digest} ${reading.wrong}` };
    read.set(bytes.digest, { bytes, manifest: reading.value });
  }
  if (!read.has(root)) return { ok: false, wrong: `the manifest ${root} is not there` };
  const steps = new Map<string, CopyStep>();
  let missing: string | undefined;
  const visit = (digest: string, from: string): void => {
    const found = read.get(digest);
    if (steps.has(digest)) return;
    if (found === undefined) {
      missing ??= `the manifest ${digest}, which ${from} names, is not there`;
      return;
    }
    const { bytes, manifest } = found;
    // A digest cannot name itself in its own bytes, so that this ends.
    if (manifest.kind === 'index') for (const child of manifest.children) visit(child.digest, digest);
    steps.set(digest, { manifest: bytes, blobs: manifest.kind === 'image' ? blobsOf(manifest) : [] });
  };
  visit(root, root);
  for (const { digest } of manifests) visit(digest, digest);
  return missing === undefined
    ? { ok: true, plan: { root, steps: [...steps.values()] } }
    : { ok: false, wrong: missing };
}

/** Why the bytes are not those that the digest names, or nothing. To be asked before and after. */
export function digestFault({ digest, text }: ManifestBytes, sha256: (text: string) => string): string | undefined {
  if (!isDigest(digest) || !digest.startsWith('sha256:')) return `${digest} is no digest that can be checked here`;
  const own = `sha256:${sha256(text)}`;
  return own === digest ? undefined : `the bytes of the manifest have the digest ${own} and not ${digest}`;
}

/** Provenance and SBOM that go along with an index: they cannot be left behind, because it names them. */
export function attestationsIn(manifest: Manifest): readonly string[] {
  return manifest.kind === 'index' ? childrenOf(manifest).attestations.map(({ digest }) => digest) : [];
}
