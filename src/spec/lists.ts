import { type Kind, type Reading, read, wrong } from './kind.js';

const linesOf = (given: string): string[] =>
  given
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');

function readItem<T, A>(kind: Kind<T, A>, item: string, place: string): Reading<T> {
  const reading = kind.read(item);
  if (reading.ok) {
    return reading;
  }
  return wrong(
    `has a ${place} ${JSON.stringify(item)} that ${reading.wrong} (expected: ${kind.accepts})`,
    reading.suggestion,
  );
}

interface LinesRule {
  /** What one line is; any text unless told. */
  readonly item?: Kind<string>;
  /** What a line is called in "one … per line". */
  readonly of?: string;
  readonly exactly?: number;
  readonly max?: number;
}

/** One item per line; blank lines do not count, and no item may come twice. With `exactly: 2`, a pair. */
export function lines(rule: LinesRule & { readonly exactly: 2 }): Kind<readonly [string, string], undefined>;
export function lines(rule?: LinesRule): Kind<readonly string[], readonly string[]>;
export function lines(rule: LinesRule = {}): Kind<readonly string[], readonly string[] | undefined> {
  const count = rule.exactly === undefined ? 'one' : `exactly ${rule.exactly} lines, one`;
  const most = rule.max === undefined ? '' : `, at most ${rule.max}`;
  return {
    label: 'lines',
    accepts: `${count} ${rule.of ?? 'item'} per line${most}`,
    absent: rule.exactly === undefined ? [] : undefined,
    read: (given) => {
      const items = linesOf(given);
      const twice = items.find((item, index) => items.indexOf(item) !== index);
      if (twice !== undefined) {
        return wrong(`names ${JSON.stringify(twice)} twice`);
      }
      if (rule.exactly !== undefined && items.length !== rule.exactly) {
        const plural = items.length === 1 ? 'line' : 'lines';
        const comma = items.length === 1 && items[0]?.includes(',') ? '; a comma does not separate lines' : '';
        return wrong(`has ${items.length} ${plural} instead of ${rule.exactly}${comma}`);
      }
      if (rule.max !== undefined && items.length > rule.max) {
        return wrong(`has ${items.length} lines, more than ${rule.max}`);
      }
      for (const [index, item] of items.entries()) {
        const reading = rule.item === undefined ? read(item) : readItem(rule.item, item, `line ${index + 1}`);
        if (!reading.ok) {
          return reading;
        }
      }
      return read(items);
    },
  };
}

interface PairsRule {
  readonly label: string;
  readonly accepts: string;
  readonly separator: '=' | ':';
  /** What a key is; any text without spaces unless told. */
  readonly key?: Kind<string>;
  readonly value?: Kind<string>;
  readonly sameKey: (key: string) => string;
}

function pairs(rule: PairsRule): Kind<Readonly<Record<string, string>>, Readonly<Record<string, string>>> {
  return {
    label: rule.label,
    accepts: rule.accepts,
    absent: {},
    read: (given) => {
      // A null prototype, so that a key such as `__proto__` is only a key.
      const entries: Record<string, string> = Object.create(null) as Record<string, string>;
      const seen = new Set<string>();
      for (const [index, line] of linesOf(given).entries()) {
        const at = line.indexOf(rule.separator);
        if (at === -1) {
          return wrong(`has a line ${index + 1} without ${rule.separator}: ${JSON.stringify(line)}`);
        }
        const key = line.slice(0, at).trim();
        const value = line.slice(at + 1).trim();
        if (key === '' || value === '') {
          return wrong(`has a line ${index + 1} without a ${key === '' ? 'name' : 'value'}: ${JSON.stringify(line)}`);
        }
        const keyReading = rule.key === undefined ? read(key) : readItem(rule.key, key, `name on line ${index + 1},`);
        if (!keyReading.ok) {
          return keyReading;
        }
        if (seen.has(rule.sameKey(key))) {
          return wrong(`names ${JSON.stringify(key)} twice`);
        }
        const reading = rule.value === undefined ? read(value) : readItem(rule.value, value, `value of ${key},`);
        if (!reading.ok) {
          return reading;
        }
        seen.add(rule.sameKey(key));
        entries[key] = value;
      }
      return read(entries);
    },
  };
}

/** `key=value` per line, split at the first `=`, so that a value may contain more of them. */
export function map(
  rule: { readonly key?: Kind<string>; readonly value?: Kind<string>; readonly example?: string } = {},
): Kind<Readonly<Record<string, string>>, Readonly<Record<string, string>>> {
  const { example = 'key=value', ...kinds } = rule;
  return pairs({
    ...kinds,
    label: 'map',
    accepts: `one ${example} per line`,
    separator: '=',
    sameKey: (key) => key,
  });
}

/** HTTP headers, `Name: value` per line. https://www.rfc-editor.org/rfc/rfc9110#section-5.1 */
export function headers(): Kind<Readonly<Record<string, string>>, Readonly<Record<string, string>>> {
  return pairs({
    label: 'headers',
    accepts: 'one header per line, for example X-Sluice-Test: green',
    separator: ':',
    key: {
      label: 'header name',
      accepts: 'a header name such as X-Sluice-Test',
      absent: undefined,
      read: (given) =>
        /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/.test(given) ? read(given) : wrong('is not the name of an HTTP header'),
    },
    sameKey: (key) => key.toLowerCase(),
  });
}
