import type { RemoveEdit, SetEdit, WordsEdit } from '../ecs/task-definition-edit.js';
// Not the whole reader: it brings the parser of YAML, and inputs are read before anything large is loaded.
import { readJson } from '../text/json.js';
import { lineStarts, placeAt } from '../text/place.js';
import { type Kind, type Reading, read, wrong } from './kind.js';

/**
 * Inputs that say something of containers, one per line: `NAME=value`, or `container:NAME=value` where there are several
 * containers. Values come through as they are written: everything after the first `=` belongs to them, quotes and spaces
 * too. No problem quotes a line, because values may be secrets.
 */
export function settings(example: string): Kind<readonly SetEdit[], readonly SetEdit[]> {
  return {
    label: 'settings',
    accepts: `one ${example} per line, with container: in front where there are several containers, or a JSON object with the same names, whose values may have line breaks`,
    absent: [],
    read: (given) => {
      if (given.trimStart().startsWith('{')) return settingsOfJson(given);
      const all: SetEdit[] = [];
      for (const { line, place } of linesOf(given)) {
        const at = line.indexOf('=');
        if (at === -1) return wrong(`has a ${place} without =`);
        const named = nameIn(line.slice(0, at));
        if (named === undefined) return wrong(`has a ${place} without a name before =`);
        all.push({ ...named, value: line.slice(at + 1) });
      }
      return once(all);
    },
  };
}

function settingsOfJson(given: string): Reading<readonly SetEdit[]> {
  const json = readJson(given);
  if (!json.ok) {
    const { line, column } = placeAt(lineStarts(given), json.offset);
    // What is wrong would quote a part of the input.
    return wrong(`begins like JSON and is none: see line ${line}, column ${column}`);
  }
  const all: SetEdit[] = [];
  for (const [key, value] of Object.entries(json.found.value as object)) {
    const named = nameIn(key);
    if (named === undefined) return wrong('has an empty name');
    if (typeof value !== 'string') return wrong(`has a value of ${key} that is not a text: write it in quotes`);
    all.push({ ...named, value });
  }
  return once(all);
}

/** `NAME` per line, or `container:NAME`. */
export function names(example: string): Kind<readonly RemoveEdit[], readonly RemoveEdit[]> {
  return {
    label: 'names',
    accepts: `one name such as ${example} per line, with container: in front where there are several containers`,
    absent: [],
    read: (given) => {
      const all: RemoveEdit[] = [];
      for (const { line, place } of linesOf(given)) {
        const named = nameIn(line);
        if (named === undefined) return wrong(`has a ${place} without a name`);
        if (line.includes('=')) return wrong(`has a ${place} with a value: only the name is given here`);
        all.push(named);
      }
      return once(all);
    },
  };
}

/** Words of a command as a JSON list, so that nothing has to be guessed about spaces and quotes. */
export function words(): Kind<readonly WordsEdit[], readonly WordsEdit[]> {
  return {
    label: 'JSON list',
    accepts:
      'a JSON list such as ["npm", "start"], or one container=["npm", "start"] per line where there are several containers',
    absent: [],
    read: (given) => {
      if (given.trimStart().startsWith('[')) {
        const list = listOf(given);
        return list === undefined ? wrong('is not a JSON list of texts') : read([{ words: list }]);
      }
      const all: WordsEdit[] = [];
      for (const { line, place } of linesOf(given)) {
        const [, container, text] = /^([A-Za-z0-9_-]+)\s*=(.*)$/.exec(line) ?? [];
        const list = text === undefined ? undefined : listOf(text);
        if (container === undefined || list === undefined)
          return wrong(`has a ${place} that is not a JSON list of texts`);
        if (all.some((each) => each.container === container)) return wrong(`names container ${container} twice`);
        all.push({ container, words: list });
      }
      return read(all);
    },
  };
}

function listOf(text: string): readonly string[] | undefined {
  const json = readJson(text);
  const value: unknown = json.ok ? json.found.value : undefined;
  return Array.isArray(value) && value.every((word) => typeof word === 'string') ? value : undefined;
}

function linesOf(given: string): { line: string; place: string }[] {
  return given
    .split(/\r?\n/)
    .flatMap((line, index) => (line.trim() === '' ? [] : [{ line, place: `line ${index + 1}` }]));
}

/** `container:NAME`: split at the first colon, so that a name with a colon needs its container in front. */
function nameIn(text: string): RemoveEdit | undefined {
  const whole = text.trim();
  const colon = whole.indexOf(':');
  if (colon === -1) return whole === '' ? undefined : { name: whole };
  const [container, name] = [whole.slice(0, colon).trim(), whole.slice(colon + 1).trim()];
  return container === '' || name === '' ? undefined : { container, name };
}

function once<E extends RemoveEdit>(all: readonly E[]): Reading<readonly E[]> {
  const twice = all.find(
    (edit, index) => all.findIndex((each) => each.name === edit.name && each.container === edit.container) !== index,
  );
  return twice === undefined ? read(all) : wrong(`names ${JSON.stringify(twice.name)} twice`);
}
