import { AwsError } from '../contract.js';

/** One page of a list, and the token of the next. Tokens are opaque, and refused when they are none of ours. */
export function page<T>(all: readonly T[], size: number, token: string | undefined): { items: T[]; next?: string } {
  const from = token === undefined ? 0 : offsetOf(token);
  const items = all.slice(from, from + size);
  return from + size < all.length ? { items, next: tokenOf(from + size) } : { items };
}

export function tokenOf(offset: number): string {
  return Buffer.from(`offset:${offset}`).toString('base64url');
}

/** @throws AwsError (InvalidNextToken) */
export function offsetOf(token: string): number {
  const match = /^offset:(\d+)$/.exec(Buffer.from(token, 'base64url').toString());
  if (!match) throw new AwsError('InvalidNextToken', 'The next token specified is invalid.');
  return Number(match[1]);
}
