import type { Severity } from '../images/findings.js';
import type { GateRule } from '../images/scan-gate.js';
import type { Clock } from '../ports/clock.js';
import { InputError } from '../spec/input-error.js';

export interface GateInputs {
  readonly failOn: Severity | 'none' | 'off';
  readonly allowList: string | undefined;
  readonly fixableOnly: boolean;
}

/**
 * What is asked of scans; nothing when none is looked at.
 *
 * @param readFile reads a file that an input names
 * @throws InputError with every problem of the allow-list
 */
export async function gateRule(
  { failOn, allowList, fixableOnly }: GateInputs,
  { clock, readFile }: { readonly clock: Clock; readFile(input: string, path: string): Promise<string> },
): Promise<GateRule | undefined> {
  if (failOn === 'off') return undefined;
  const today = new Date(clock.now()).toISOString().slice(0, 10);
  const rule = { failOn, isFixableOnly: fixableOnly, today };
  if (allowList === undefined) return { ...rule, allowances: [] };
  // Loaded when there is a file to read: the parser of YAML is large.
  const { readAllowList } = await import('../images/allow-list.js');
  const reading = readAllowList(await readFile('allow-list', allowList), allowList);
  if (reading.ok) return { ...rule, allowances: reading.allowances };
  throw new InputError(
    reading.problems.map(({ at, wrong }) => ({
      input: 'allow-list',
      wrong: `is wrong at ${allowList}:${at.line}:${at.column}: ${wrong}`,
    })),
  );
}
