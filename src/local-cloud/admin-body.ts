/**
 * A misspelt member must not pass for one that was left out.
 * @throws RangeError naming what an admin call does not take
 */
export function only(body: Record<string, unknown>, accepted: readonly string[]): void {
  const unknown = Object.keys(body).filter((name) => !accepted.includes(name));
  if (unknown.length > 0) throw new RangeError(`unknown: ${unknown.join(', ')}. Accepted: ${accepted.join(', ')}`);
}
