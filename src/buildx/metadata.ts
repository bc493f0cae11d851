export interface TargetMetadata {
  /** Of what was put out: the manifest or index. */
  readonly digest: string | undefined;
  /** Of the configuration of the image, which is how the engine calls an image that it holds. */
  readonly configDigest: string | undefined;
}

/**
 * Reads the file of `--metadata-file`: an object by target.
 * https://docs.docker.com/reference/cli/docker/buildx/bake/#metadata-file
 *
 * @returns nothing when it is none
 */
export function readMetadata(text: string): Readonly<Record<string, TargetMetadata>> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return {};
  }
  if (typeof value !== 'object' || value === null) return {};
  const rows = Object.entries(value).flatMap(([target, told]) => {
    if (typeof told !== 'object' || told === null || Array.isArray(told)) return [];
    const { 'containerimage.digest': digest, 'containerimage.config.digest': config } = told as Record<string, unknown>;
    return [[target, { digest: digestIn(digest), configDigest: digestIn(config) }] as const];
  });
  return Object.fromEntries(rows);
}

const digestIn = (value: unknown): string | undefined =>
  typeof value === 'string' && /^sha256:[0-9a-f]{64}$/.test(value) ? value : undefined;
