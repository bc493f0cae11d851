import { type Reading, read, wrong } from '../spec/kind.js';

/**
 * One pattern of a .dockerignore file. What it means is what BuildKit's matcher makes of it, with its oddities: `**x` takes
 * all that ends with x as long as no other wildcard follows, and whole folders only when one does. Own code, held against
 * the answers of that matcher. https://github.com/moby/patternmatcher
 * https://docs.docker.com/build/concepts/context/#dockerignore-files
 */
export interface IgnorePattern {
  /** As it was understood: cleaned, without the `!`. */
  readonly text: string;
  /** With `!`: what it matches is taken back in. */
  readonly isException: boolean;
  /** Whether it matches the path itself; its parents are another question. */
  readonly matches: (path: string) => boolean;
}

type Token =
  | { readonly is: 'letter'; readonly letter: string }
  /** `?` */
  | { readonly is: 'one' }
  /** `*` */
  | { readonly is: 'name' }
  /** `**` at an end */
  | { readonly is: 'all' }
  /** `**` within: nothing, or anything that ends with a slash */
  | { readonly is: 'folders' }
  /** A `^`, which the matcher takes for the beginning wherever it stands beside a wildcard. */
  | { readonly is: 'beginning' }
  | { readonly is: 'class'; readonly isNegated: boolean; readonly ranges: readonly (readonly [string, string])[] };

/**
 * Reads a pattern, already trimmed and cleaned. Refused is what fails the build, and the little that BuildKit's matcher
 * reads as something that nobody can have meant: whoever skips a build must know exactly what was in it.
 */
export function readIgnorePattern(given: string): Reading<IgnorePattern> {
  const isException = given.startsWith('!');
  const text = isException ? given.slice(1) : given;
  if (text === '') return wrong('takes nothing back: a path after the ! is missing');
  const tokens = tokensOf(text);
  return tokens.ok ? read({ text, isException, matches: matcherOf(tokens.value) }) : tokens;
}

function tokensOf(text: string): Reading<readonly Token[]> {
  const letters = [...text];
  const tokens: Token[] = [];
  /** Whether anything but letters and a `**` in front was read. */
  let isPlain = true;
  let leading: 'none' | '**' | '**/' = 'none';
  for (let at = 0; at < letters.length; at += 1) {
    const letter = letters[at] ?? '';
    if (letter === '*' && letters[at + 1] === '*') {
      const isFirst = at === 0;
      at += letters[at + 2] === '/' ? 2 : 1;
      const isLast = at === letters.length - 1;
      if (isFirst && !isLast) leading = letters[at] === '/' ? '**/' : '**';
      else isPlain &&= isLast && leading === 'none';
      tokens.push({ is: isLast ? 'all' : 'folders' });
    } else if (letter === '*' || letter === '?') {
      isPlain = false;
      tokens.push({ is: letter === '*' ? 'name' : 'one' });
    } else if (letter === '[') {
      isPlain = false;
      const end = classAt(letters, at);
      if (!end.ok) return end;
      tokens.push(end.value.token);
      at = end.value.last;
    } else if (letter === '\\') {
      isPlain = false;
      at += 1;
      const escaped = letters[at];
      if (escaped === undefined) return wrong('ends with a \\ that nothing follows');
      if (/[A-Za-z0-9]/.test(escaped)) return wrong(`has \\${escaped}, which BuildKit reads as a regular expression`);
      tokens.push({ is: 'letter', letter: escaped });
    } else {
      isPlain &&= letter !== ']';
      tokens.push(letter === '^' ? { is: 'beginning' } : { is: 'letter', letter });
    }
  }
  if (isPlain) {
    // Nothing but letters after the `**`: the matcher compares ends of texts, and knows no folders.
    const letters = tokens.map((token) => (token.is === 'beginning' ? caret : token));
    return read(leading === '**' ? [{ is: 'all' }, ...letters.slice(1)] : letters);
  }
  return read(tokens);
}

const caret: Token = { is: 'letter', letter: '^' };

/** A class such as `[a-z]`. https://pkg.go.dev/path/filepath#Match says which there are. */
function classAt(letters: readonly string[], first: number): Reading<{ token: Token; last: number }> {
  const broken = wrong('has a [ that no class such as [a-z] follows');
  const isNegated = letters[first + 1] === '^';
  const ranges: [string, string][] = [];
  let at = first + (isNegated ? 2 : 1);
  const next = (): Reading<string> => {
    let letter = letters[at];
    if (letter === undefined || letter === '-' || letter === ']') return broken;
    if ('*?['.includes(letter)) return wrong(`has ${letter} within [ ], which BuildKit reads as a wildcard even there`);
    if (letter === '\\') {
      at += 1;
      letter = letters[at];
      if (letter === undefined) return broken;
      if (/[A-Za-z0-9]/.test(letter)) return wrong(`has \\${letter}, which BuildKit reads as a regular expression`);
    }
    at += 1;
    return read(letter);
  };
  while (letters[at] !== ']' || ranges.length === 0) {
    const low = next();
    if (!low.ok) return low;
    let high: Reading<string> = low;
    if (letters[at] === '-') {
      at += 1;
      high = next();
      if (!high.ok) return high;
    }
    if ((low.value.codePointAt(0) ?? 0) > (high.value.codePointAt(0) ?? 0)) {
      return wrong(`has the range ${low.value}-${high.value}, which runs backwards`);
    }
    ranges.push([low.value, high.value]);
  }
  return read({ token: { is: 'class', isNegated, ranges }, last: at });
}

function matcherOf(tokens: readonly Token[]): (path: string) => boolean {
  const isLetter = (token: Token | undefined) => token?.is === 'letter';
  const textOf = (some: readonly Token[]) => some.map((token) => (token.is === 'letter' ? token.letter : '')).join('');
  const head = tokens.findIndex((token) => !isLetter(token));
  const whole = textOf(tokens);
  if (head === -1) return (path) => path === whole;
  const tail = tokens.findLastIndex((token) => !isLetter(token)) + 1;
  const [begins, ends] = [textOf(tokens.slice(0, head)), textOf(tokens.slice(tail))];
  // What begins or ends otherwise, most of a context, need not be walked.
  return (path) => path.startsWith(begins) && path.endsWith(ends) && walks(tokens, path);
}

/**
 * Walks the path once, with all the places in the pattern that it may have come to: a regular expression of many wildcards
 * would go back and forth for minutes.
 */
function walks(tokens: readonly Token[], path: string): boolean {
  let at = new Set<number>();
  /** Places of `folders` within which the path is. */
  let within = new Set<number>();
  const enter = (place: number, into: Set<number>, isFirst: boolean): void => {
    into.add(place);
    const is = tokens[place]?.is;
    const mayBeNothing = is === 'name' || is === 'all' || is === 'folders' || (is === 'beginning' && isFirst);
    if (mayBeNothing) enter(place + 1, into, isFirst);
  };
  enter(0, at, true);
  for (const letter of path) {
    const next = new Set<number>();
    const nextWithin = new Set<number>();
    for (const place of at) {
      const token = tokens[place];
      if (token === undefined || token.is === 'beginning') continue;
      if (token.is === 'folders') nextWithin.add(place);
      else if (token.is === 'all' || (token.is === 'name' && letter !== '/')) enter(place, next, false);
      else if (takesOne(token, letter)) enter(place + 1, next, false);
    }
    for (const place of within) nextWithin.add(place);
    if (letter === '/') for (const place of nextWithin) enter(place + 1, next, false);
    at = next;
    within = nextWithin;
    if (at.size === 0 && within.size === 0) return false;
  }
  return at.has(tokens.length);
}

function takesOne(token: Token, letter: string): boolean {
  if (token.is === 'letter') return token.letter === letter;
  if (token.is === 'one') return letter !== '/';
  if (token.is !== 'class') return false;
  const code = letter.codePointAt(0) ?? 0;
  const isIn = token.ranges.some(
    ([low, high]) => code >= (low.codePointAt(0) ?? 0) && code <= (high.codePointAt(0) ?? 0),
  );
  return isIn !== token.isNegated;
}
