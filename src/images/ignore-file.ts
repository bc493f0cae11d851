import { type IgnorePattern, readIgnorePattern } from './ignore-pattern.js';

/** What a .dockerignore file says. */
export type IgnoreFileRead =
  | { readonly ok: true; readonly patterns: readonly IgnorePattern[] }
  | { readonly ok: false; readonly problems: readonly { readonly line: number; readonly wrong: string }[] };

/**
 * Which file counts, from the most to the least: one that is named after the Dockerfile and lies beside it, or the one at the
 * top of the context. They are not put together. https://docs.docker.com/build/concepts/context/#filename-and-location
 *
 * @param dockerfile its path
 */
export const ignoreFilesOf = (dockerfile: string): readonly [besideDockerfile: string, atTop: string] => [
  `${dockerfile}.dockerignore`,
  '.dockerignore',
];

/** What Go calls white space. https://pkg.go.dev/unicode#IsSpace */
const SPACE = '[\\t\\n\\v\\f\\r \\u0085\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]';
const AROUND = new RegExp(`^${SPACE}+|${SPACE}+$`, 'g');
const trim = (text: string): string => text.replaceAll(AROUND, '');

/** Reads the file as BuildKit does: comments only at the beginning of a line, paths cleaned, a `/` in front without meaning. */
export function readIgnoreFile(text: string): IgnoreFileRead {
  const problems: { line: number; wrong: string }[] = [];
  const patterns: IgnorePattern[] = [];
  for (const [index, line] of text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .entries()) {
    const given = trim(line);
    if (line.startsWith('#') || given === '') continue;
    const isException = given.startsWith('!');
    const path = trim(isException ? given.slice(1) : given);
    const plain = path === '' ? '' : cleaned(path);
    const fromTop = plain.length > 1 ? plain.replace(/^\//, '') : plain;
    // The matcher cleans what the reader has cleaned, this time with the ! in front: `!../../x` loses it.
    const pattern = cleaned(`${isException ? '!' : ''}${fromTop}`);
    const reading = readIgnorePattern(pattern);
    if (reading.ok) patterns.push(reading.value);
    else problems.push({ line: index + 1, wrong: `the pattern ${JSON.stringify(given)} ${reading.wrong}` });
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, patterns };
}

/** The shortest path that means the same. https://pkg.go.dev/path#Clean */
export function cleaned(path: string): string {
  const isRooted = path.startsWith('/');
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else if (!isRooted) parts.push(part);
  }
  const plain = parts.join('/');
  if (isRooted) return `/${plain}`;
  return plain === '' ? '.' : plain;
}

/** What was found for a path: whether it is left out, and what its children must know. */
export interface Ignored {
  readonly isIgnored: boolean;
  /** For each pattern, whether the path or a parent of it matched. */
  readonly matched: readonly boolean[];
}

/**
 * Whether a path is left out of the context. The last pattern that speaks of it decides; what speaks of a folder speaks of
 * all below it.
 *
 * @param parent what was found for the folder that the path is in; undefined at the top
 */
export function ignored(patterns: readonly IgnorePattern[], path: string, parent: Ignored | undefined): Ignored {
  let isIgnored = false;
  const matched = patterns.map((pattern, index) => {
    const ofParent = parent?.matched[index] === true;
    // A pattern that could change nothing is not asked, and has then not matched for the children either.
    const isMatch = ofParent || (pattern.isException === isIgnored && pattern.matches(path));
    if (isMatch) isIgnored = !pattern.isException;
    return isMatch;
  });
  return { isIgnored, matched };
}
