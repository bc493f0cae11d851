/**
 * What `${{ … }}` in a caller workflow becomes in a rehearsal: `rehearsal.yaml` says what stands for each value that only
 * GitHub knows. Nothing is evaluated and nothing is guessed: an expression that has no value there is told.
 * https://docs.github.com/en/actions/reference/workflows-and-actions/contexts
 */

type Values = Readonly<Record<string, string>>;

/** Replaces each `${{ expression }}` by its value. Those without one are told to `onMissing`. */
export function resolved(text: string, values: Values, onMissing: (expression: string) => void): string {
  return replaced(text, /\$\{\{\s*(.*?)\s*\}\}/g, values, onMissing);
}

/** Replaces each `{name}` by its value. Those without one are told to `onMissing`. */
export function filledIn(text: string, values: Values, onMissing: (name: string) => void): string {
  return replaced(text, /\{([^{}\s]+)\}/g, values, onMissing);
}

/** The same in every text of a JSON value. */
export function filledInAll<T>(value: T, values: Values, onMissing: (name: string) => void): T {
  return JSON.parse(JSON.stringify(value), (_key, item) =>
    typeof item === 'string' ? filledIn(item, values, onMissing) : item,
  ) as T;
}

function replaced(text: string, pattern: RegExp, values: Values, onMissing: (name: string) => void): string {
  return text.replace(pattern, (written, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    if (value === undefined) onMissing(name);
    return value ?? written;
  });
}
