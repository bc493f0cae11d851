import { type Kind, read, wrong } from '../spec/kind.js';

/**
 * Patterns of paths in a repository, a part of what GitHub's own path filters take, so that one text means the same in
 * both: `*` is anything but `/`, `**` is anything, `!` takes out again what a pattern before it took. A pattern that
 * names a folder takes all below it. Files whose names begin with a dot are files like any other. Node's `matchesGlob`
 * leaves those out, by which a changed `.npmrc` would change nothing.
 * https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#filter-pattern-cheat-sheet
 */
export function watchPattern(): Kind<string> {
  return {
    label: 'path pattern',
    accepts:
      'a path in the repository such as services/user/**, with * for a part of a name, ** for any folders, ! in front to take out',
    absent: undefined,
    read: (given) => {
      const path = given.replace(/^!/, '');
      if (/[?+[\]{}]/.test(path))
        return wrong('has one of ? + [ ] { } in it, which GitHub and shells take differently');
      if (path.includes('\\')) return wrong('has a \\ in it', given.replaceAll('\\', '/'));
      const plain = path.replace(/^(\.?\/)+/, '').replace(/\/$/, '');
      if (plain.split('/').some((part) => part === '..' || part === '.'))
        return wrong('leaves the repository or has a . in it');
      if (plain === '') return wrong('names nothing', '**');
      return plain === path || `${plain}/` === path
        ? read(given)
        : wrong('does not begin at the top of the repository', plain);
    },
  };
}

/** Whether the patterns take the path; the last pattern that speaks of it decides. */
export function takes(patterns: readonly string[], path: string): boolean {
  let isTaken = false;
  for (const pattern of patterns) {
    const isOut = pattern.startsWith('!');
    if (isOut === isTaken && matches(isOut ? pattern.slice(1) : pattern, path)) isTaken = !isOut;
  }
  return isTaken;
}

/**
 * Walks the path once, with all the places in the pattern that it may have come to. A regular expression of many `**`
 * would go back and forth for minutes.
 */
function matches(pattern: string, path: string): boolean {
  const tokens = pattern.replace(/\/$/, '').match(/\*{2,}\/|\*+|[^*]/gs) ?? [];
  let places = new Set<number>();
  const enter = (place: number, into: Set<number>): void => {
    into.add(place);
    if (tokens[place]?.startsWith('*')) enter(place + 1, into);
  };
  enter(0, places);
  for (const letter of path) {
    // All below a folder that the pattern names belongs to it.
    if (letter === '/' && places.has(tokens.length)) return true;
    const next = new Set<number>();
    for (const place of places) {
      const token = tokens[place] ?? '';
      const takesFolders = token.startsWith('**') && token.endsWith('/');
      // Whole folders end with a slash; before one, the pattern cannot go on.
      if (takesFolders) next.add(place);
      if (token === letter || (takesFolders && letter === '/')) enter(place + 1, next);
      else if (/^\*+$/.test(token) && (token !== '*' || letter !== '/')) enter(place, next);
    }
    places = next;
  }
  return places.has(tokens.length);
}
