import { AwsError } from '../contract.js';

export interface PageRules {
  /** Items of a page, unless the request told. */
  readonly usual: number;
  readonly most: number;
  /** What the request's size member is called in a message. */
  readonly sizeMember: string;
  /** Error codes for a page size out of range and for a token that was never given out. */
  readonly sizeError: string;
  readonly tokenError: string;
}

/** One page of a list. Tokens are opaque and stand for a position. */
export function page<Item>(
  all: readonly Item[],
  token: string | undefined,
  asked: number | undefined,
  rules: PageRules,
): { items: Item[]; nextToken: string | undefined } {
  const size = asked ?? rules.usual;
  if (!(size >= 1 && size <= rules.most)) {
    const bound = size < 1 ? 'greater than or equal to 1' : `less than or equal to ${rules.most}`;
    throw new AwsError(
      rules.sizeError,
      `1 validation error detected: Value '${size}' at '${rules.sizeMember}' failed to satisfy constraint: Member must have value ${bound}`,
    );
  }
  const from = token === undefined ? 0 : positionOf(token, rules.tokenError);
  const end = from + size;
  const nextToken = end < all.length ? Buffer.from(`from:${end}`).toString('base64') : undefined;
  return { items: all.slice(from, end), nextToken };
}

function positionOf(token: string, errorCode: string): number {
  const found = /^from:(\d+)$/.exec(Buffer.from(token, 'base64').toString());
  if (found === null) throw new AwsError(errorCode, 'The specified nextToken is invalid.');
  return Number(found[1]);
}
