import { type Kind, read, wrong } from './kind.js';
import { nearest } from './nearest.js';

/** Any text; with `pattern`, a text that matches as a whole. `accepts` says in words what the pattern means. */
export function text(rule?: { readonly pattern: RegExp; readonly accepts: string }): Kind<string> {
  return {
    label: 'text',
    accepts: rule?.accepts ?? 'any text',
    absent: undefined,
    read: (given) =>
      rule === undefined || rule.pattern.test(given) ? read(given) : wrong('does not have the shape of one'),
  };
}

/** One of a few words. */
export function oneOf<const Word extends string>(...words: readonly Word[]): Kind<Word> {
  return {
    label: words.map((word) => `\`${word}\``).join(' or '),
    accepts: words.join(' or '),
    absent: undefined,
    values: words,
    read: (given) => {
      const word = words.find((candidate) => candidate === given);
      return word === undefined ? wrong('is not one of the words', nearest(given, words)) : read(word);
    },
  };
}

/**
 * True or false as YAML 1.2's core schema has it, and as `getBooleanInput` of @actions/core reads it. `yes`, `on` and
 * `1` are refused: reading them as false would be a silent repair.
 * https://yaml.org/spec/1.2.2/#1032-tag-resolution
 */
export function flag(): Kind<boolean> {
  return {
    label: 'true or false',
    accepts: 'true or false',
    absent: undefined,
    workflowType: 'boolean',
    values: ['true', 'false'],
    read: (given) => {
      if (/^(true|True|TRUE)$/.test(given)) {
        return read(true);
      }
      if (/^(false|False|FALSE)$/.test(given)) {
        return read(false);
      }
      const meant = /^(yes|y|on|1)$/i.test(given) ? 'true' : /^(no|n|off|0)$/i.test(given) ? 'false' : undefined;
      return wrong('is neither true nor false', meant ?? nearest(given, ['true', 'false']));
    },
  };
}

/** A whole number within bounds, both included. */
export function integer(bounds: { readonly min: number; readonly max: number }): Kind<number> {
  return {
    label: 'whole number',
    accepts: `a whole number from ${bounds.min} to ${bounds.max}`,
    absent: undefined,
    workflowType: 'number',
    read: (given) => {
      if (!/^[+-]?\d{1,15}$/.test(given)) {
        return wrong('is not a whole number');
      }
      const value = Number(given);
      if (value < bounds.min) {
        return wrong('is too small');
      }
      return value > bounds.max ? wrong('is too large') : read(value);
    },
  };
}

/** JSON of any shape. */
export function json(): Kind<unknown> {
  return {
    label: 'JSON',
    accepts: 'JSON, for example {"key": "value"}',
    absent: undefined,
    read: (given) => {
      try {
        return read(JSON.parse(given) as unknown);
      } catch (error) {
        return wrong(`is not JSON: ${(error as Error).message}`);
      }
    },
  };
}

/** What is wrong with an absolute http or https address, or nothing. */
export function problemOfUrl(given: string): string | undefined {
  if (!URL.canParse(given)) {
    return 'is not an absolute URL';
  }
  const { protocol, username, password } = new URL(given);
  if (protocol !== 'http:' && protocol !== 'https:') {
    return 'is not an http or https URL';
  }
  return username !== '' || password !== '' ? 'carries a user name or password, which would end in logs' : undefined;
}

/** An absolute http or https URL, as it was written. */
export function url(): Kind<string> {
  return {
    label: 'URL',
    accepts: 'an absolute URL such as https://example.com/health',
    absent: undefined,
    read: (given) => {
      const problem = problemOfUrl(given);
      return problem === undefined ? read(given) : wrong(problem);
    },
  };
}

/** A path that begins with `/`, or an absolute URL. */
export function pathOrUrl(): Kind<string> {
  return {
    label: 'URL or path',
    accepts: 'a path such as /health, or an absolute URL such as https://example.com/health',
    absent: undefined,
    read: (given) => {
      if (/\s/.test(given)) {
        return wrong('contains a space or a line break');
      }
      if (given.startsWith('/') && !given.startsWith('//')) {
        return read(given);
      }
      const problem = problemOfUrl(given);
      return problem === undefined ? read(given) : wrong(`${problem} and does not begin with one /`);
    },
  };
}
