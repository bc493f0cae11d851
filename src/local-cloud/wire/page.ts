import { AwsError } from '../contract.js';

/**
 * One page of a list. Tokens are opaque and stand for a position. Throws ValidationException for a token that none of
 * these pages gave out or a page size beyond `most`.
 */
export function page<Item>(
  all: readonly Item[],
  token: string | undefined,
  size: number,
  most: number,
): { items: Item[]; nextToken: string | undefined } {
  if (!(size >= 1 && size <= most)) {
    throw new AwsError(
      'ValidationException',
      `1 validation error detected: Value '${size}' at 'maxResults' failed to satisfy constraint: Member must have value between 1 and ${most}.`,
    );
  }
  const from = token === undefined ? 0 : positionOf(token);
  const end = from + size;
  return {
    items: all.slice(from, end),
    nextToken: end < all.length ? Buffer.from(`from:${end}`).toString('base64') : undefined,
  };
}

function positionOf(token: string): number {
  const found = /^from:(\d+)$/.exec(Buffer.from(token, 'base64').toString());
  if (found === null) throw new AwsError('InvalidNextToken', 'The specified token is not valid.');
  return Number(found[1]);
}
