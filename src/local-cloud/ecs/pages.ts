import { AwsError } from '../contract.js';

/**
 * One page of a List call.
 * @throws AwsError InvalidParameterException for a token we did not give
 */
export function page<T>(
  items: readonly T[],
  input: { nextToken?: string | undefined; maxResults?: number | undefined },
  most = 100,
): { items: T[]; nextToken: string | undefined } {
  const size = input.maxResults ?? most;
  if (size < 1 || size > most)
    throw new AwsError('InvalidParameterException', `maxResults must be between 1 and ${most}.`);
  const from = input.nextToken === undefined ? 0 : Number(Buffer.from(input.nextToken, 'base64url').toString());
  if (!Number.isInteger(from) || from < 0) throw new AwsError('InvalidParameterException', 'Invalid token.');
  const end = from + size;
  return {
    items: items.slice(from, end),
    nextToken: end < items.length ? Buffer.from(`${end}`).toString('base64url') : undefined,
  };
}
