/**
 * How many letters must be put in, left out, exchanged, or swapped with their neighbour to get from one text to the
 * other (Levenshtein's distance with Damerau's swap, the commonest slip of all).
 */
export function editDistance(from: string, to: string): number {
  let beforePrevious: number[] = [];
  let previous = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let row = 1; row <= from.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= to.length; column += 1) {
      const exchange = (previous[column - 1] ?? 0) + (from[row - 1] === to[column - 1] ? 0 : 1);
      const isSwap = from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      const swap = row > 1 && column > 1 && isSwap ? (beforePrevious[column - 2] ?? 0) + 1 : exchange;
      current.push(Math.min(exchange, swap, (previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1));
    }
    beforePrevious = previous;
    previous = current;
  }
  return previous[to.length] ?? 0;
}

/**
 * The candidate that was probably meant, or nothing when none is near. Letter case and the choice between `_`, `-` and
 * a space do not count; otherwise one slip per three letters is forgiven.
 */
export function nearest(given: string, candidates: readonly string[]): string | undefined {
  const plain = (text: string) => text.toLowerCase().replace(/[_\s]/g, '-');
  const wanted = plain(given);
  let best: { candidate: string; distance: number } | undefined;
  for (const candidate of candidates) {
    const distance = editDistance(wanted, plain(candidate));
    const forgiven = Math.max(1, Math.floor(Math.min(wanted.length, candidate.length) / 3));
    if (distance <= forgiven && (best === undefined || distance < best.distance)) {
      best = { candidate, distance };
    }
  }
  return best?.candidate;
}
