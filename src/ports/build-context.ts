/** What lies in the folder that an image is built from. Nothing is changed. */
export interface ContextFolder {
  /**
   * What lies right below a folder, itself not included, in any order. Paths are from the top of the context, with `/`;
   * the top is the empty text. Sockets and devices, which no build takes, are left out.
   */
  entries(folder: string): Promise<readonly ContextEntry[]>;
  /** SHA-256 of the bytes of each file, in hexadecimal. The files are among those that `entries` told. */
  digests(paths: readonly string[]): Promise<ReadonlyMap<string, string>>;
}

export type ContextEntry =
  | { readonly path: string; readonly kind: 'file'; readonly mode: number; readonly size: number }
  | { readonly path: string; readonly kind: 'folder'; readonly mode: number }
  /** A symbolic link; it is not followed. */
  | { readonly path: string; readonly kind: 'link'; readonly target: string };
