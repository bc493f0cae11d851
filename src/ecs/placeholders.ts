export type Replaced =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly wrong: readonly string[] };

/**
 * Puts values in the place of `${NAME}`. `$${NAME}` stands for the text `${NAME}` itself. A text that is one placeholder
 * and nothing else becomes a number or a boolean where ECS takes one, because JSON has no other way to write it; whether
 * the value is one is judged afterwards.
 */
export function replacePlaceholders(text: string, values: Readonly<Record<string, string>>, type: string): Replaced {
  const wrong: string[] = [];
  const value = text.replace(/(\$?)\$\{([^}]*)(\}?)/g, (whole, dollar: string, name: string, end: string) => {
    if (dollar !== '') return whole.slice(1);
    if (end === '' || !/^[A-Za-z_][A-Za-z0-9_]*$/.test(name)) {
      wrong.push(
        `holds ${JSON.stringify(whole)}, which is not a placeholder such as \${NAME} (write $\${ for the text itself)`,
      );
    } else if (!Object.hasOwn(values, name)) {
      wrong.push(`holds the placeholder \${${name}}, for which no value is given`);
    }
    return values[name] ?? whole;
  });
  if (wrong.length > 0) return { ok: false, wrong };
  const isWhole = /^\$\{[^}]*\}$/.test(text);
  if (isWhole && type === 'integer' && /^-?\d{1,10}$/.test(value)) return { ok: true, value: Number(value) };
  if (isWhole && type === 'boolean' && /^(true|false)$/.test(value)) return { ok: true, value: value === 'true' };
  return { ok: true, value };
}
