import { readJson } from '../text/json.js';
import { type Kind, type Reading, read, wrong } from './kind.js';

type Values = Readonly<Record<string, string>>;

/**
 * `id=value` per line, or a JSON object with the same names. Everything after the first `=` is the value, as it is written. No
 * problem quotes any of it.
 */
export function secretValues(): Kind<Values, Values> {
  return {
    label: 'map',
    accepts: 'one id=value per line, or a JSON object with the same names, whose values may have line breaks',
    absent: {},
    read: (given) => {
      const rows = given.trimStart().startsWith('{') ? ofJson(given) : ofLines(given);
      return rows.ok ? once(rows.value) : rows;
    },
  };
}

function ofLines(given: string): Reading<readonly (readonly [string, string])[]> {
  const rows: (readonly [string, string])[] = [];
  for (const [index, line] of given.split(/\r?\n/).entries()) {
    if (line.trim() === '') continue;
    const at = line.indexOf('=');
    if (at === -1) return wrong(`has a line ${index + 1} without =`);
    rows.push([line.slice(0, at).trim(), line.slice(at + 1)]);
  }
  return read(rows);
}

function ofJson(given: string): Reading<readonly (readonly [string, string])[]> {
  const json = readJson(given);
  if (!json.ok) return wrong('begins like JSON and is none');
  const rows = Object.entries(json.found.value as object);
  return rows.every((row): row is [string, string] => typeof row[1] === 'string')
    ? read(rows)
    : wrong('has a value that is not a text');
}

function once(rows: readonly (readonly [string, string])[]): Reading<Values> {
  // A null prototype, so that an id such as `__proto__` is only an id.
  const values = Object.create(null) as Record<string, string>;
  for (const [id, value] of rows) {
    if (!/^[A-Za-z0-9_.-]+$/.test(id)) return wrong('has an id with something else than letters, digits and _.- in it');
    if (value === '') return wrong('has a secret without a value');
    if (Object.hasOwn(values, id)) return wrong('names a secret twice');
    values[id] = value;
  }
  return read(values);
}
