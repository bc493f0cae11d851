import type { ManifestBytes } from '../images/copy-plan.js';
import type { Descriptor } from '../images/manifest.js';

/** Where images of one name are kept, in whatever registry. What is not there is a value; what may not be seen is an AccessError. */
export interface ImageRepository {
  /** `host/path`, as images in it are called. */
  readonly name: string;
  /**
   * The bytes of a manifest by tag or digest, as they were pushed; undefined when there is no such image.
   *
   * @throws RepositoryMissing, AccessError, or Error when the registry does not answer
   */
  manifest(reference: string): Promise<ManifestBytes | undefined>;
  /** All bytes of one blob; for small ones, such as the configuration of an image. The digest has been checked. */
  blob(digest: string): Promise<Uint8Array>;
  /** Those of the blobs that the repository lacks. */
  lacks(blobs: readonly Descriptor[]): Promise<readonly Descriptor[]>;
  /** Gives one blob out as a stream. */
  open(blob: Descriptor): Promise<AsyncIterable<Uint8Array>>;
  /**
   * Takes one blob in; bytes that are not of its digest are refused, and leave nothing behind. What breaks half way may be
   * begun again with fresh bytes.
   */
  take(blob: Descriptor, bytes: AsyncIterable<Uint8Array>): Promise<void>;
  /**
   * Takes one blob over from another repository of the same registry, without its bytes crossing the network; false where the
   * registry does not do that. `from` is what that repository is called within the registry.
   */
  mount(blob: Descriptor, from: string): Promise<boolean>;
  /** Puts a manifest with its very bytes, and under the tag when there is one. */
  put(manifest: ManifestBytes, tag?: string): Promise<Put>;
  /** Digests of what speaks about an image: referrers, and the companion tags of signatures. */
  speakingOf(digest: string): Promise<readonly string[]>;
}

export type Put =
  | { readonly is: 'put' }
  /** The same bytes were there already, under this tag if one was given. */
  | { readonly is: 'there' }
  /** The tag cannot be moved and stands for another image. */
  | { readonly is: 'taken'; readonly by: string | undefined }
  /** Blobs or children are not there. */
  | { readonly is: 'incomplete'; readonly what: string };

/** The registry has no such repository, or does not let the caller know of it. */
export class RepositoryMissing extends Error {
  override readonly name = 'RepositoryMissing';

  constructor(
    readonly repository: string,
    options?: { cause?: unknown },
  ) {
    super(`There is no repository ${repository}`, options);
  }
}

/** What lets a client into a registry. */
export interface RegistryLogin {
  /** As Docker names it in its settings: host and port. */
  readonly host: string;
  readonly username: string;
  /** Concealed in every log before it is answered. */
  readonly password: string;
  /** Epoch ms; undefined when it does not end. */
  readonly expiresAt: number | undefined;
}
