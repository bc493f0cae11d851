/** What came of reading a text: a value, or what is wrong with the text. */
export type Reading<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly wrong: string; readonly suggestion?: string };

export const read = <T>(value: T): Reading<T> => ({ ok: true, value });

export const wrong = (what: string, suggestion?: string): Reading<never> =>
  suggestion === undefined ? { ok: false, wrong: what } : { ok: false, wrong: what, suggestion };

/**
 * A kind of input: how its text is read and how what it accepts is told to people and to schemas.
 * `Absent` is what an input of this kind is when nothing was given and nothing is required.
 */
export interface Kind<T, Absent = undefined> {
  /** One or two words for tables: `duration`. */
  readonly label: string;
  /** What is accepted, as the rest of "Accepted: …". */
  readonly accepts: string;
  /** The text is trimmed and not empty. */
  readonly read: (text: string) => Reading<T>;
  readonly absent: Absent;
  /** What the input of a reusable workflow is declared as. */
  readonly workflowType?: 'string' | 'boolean' | 'number';
  /** The few values there are, when there are few. */
  readonly values?: readonly string[];
}
