import type { Finding } from './findings.js';

/** A weakness that someone has decided to live with for a while. */
export interface Allowance {
  readonly id: string;
  /** Only in this package; anywhere when absent. */
  readonly package?: string;
  readonly reason: string;
  /** The last day on which it holds, `2026-12-31`, in UTC. */
  readonly expires: string;
}

/** The entry that speaks of the finding, the one for its package before the one for any. */
export function allowanceFor(finding: Finding, allowances: readonly Allowance[]): Allowance | undefined {
  const same = allowances.filter(({ id }) => id.toLowerCase() === finding.id.toLowerCase());
  return same.find((one) => one.package === finding.package) ?? same.find((one) => one.package === undefined);
}
