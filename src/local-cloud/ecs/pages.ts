import { page as pageOf } from '../wire/page.js';

/**
 * One page of a List call.
 * @throws AwsError InvalidParameterException for a size out of range or a token we did not give
 */
export function page<T>(
  items: readonly T[],
  input: { nextToken?: string | undefined; maxResults?: number | undefined },
  most = 100,
): { items: T[]; nextToken: string | undefined } {
  const error = 'InvalidParameterException';
  const rules = { usual: most, most, sizeMember: 'maxResults', sizeError: error, tokenError: error };
  return pageOf(items, input.nextToken, input.maxResults, rules);
}
