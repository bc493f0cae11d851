import { invalid } from './names.js';

/**
 * One page of a Describe call. The marker is opaque to callers, as AWS's is.
 * @throws AwsError `ValidationError` for a page size outside 1 to 400 or a marker we never gave
 */
export function page<T>(
  all: readonly T[],
  input: { Marker?: string | undefined; PageSize?: number | undefined },
): { items: T[]; NextMarker?: string } {
  const size = input.PageSize ?? 400;
  if (!Number.isInteger(size) || size < 1 || size > 400) {
    throw invalid(`Page size '${size}' must be between 1 and 400`);
  }
  const start = input.Marker === undefined ? 0 : Number(Buffer.from(input.Marker, 'base64').toString());
  if (!Number.isInteger(start) || start < 0) throw invalid(`The marker '${input.Marker}' is not valid`);
  const end = start + size;
  const items = all.slice(start, end);
  return end < all.length ? { items, NextMarker: Buffer.from(String(end)).toString('base64') } : { items };
}
