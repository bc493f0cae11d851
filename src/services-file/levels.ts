/** Anything that must wait for others, by name. */
export interface Dependent {
  readonly name: string;
  readonly dependsOn: readonly string[];
}

/**
 * The items in levels: each stands in the first level after all that it depends on, in the order given within one. An item
 * that depends on one that is not among them waits for what that one waits for, so that order holds through services
 * that are not deployed this time.
 *
 * @param all the items to look ways up in; those of `chosen` among them
 */
export function levelsOf<T extends Dependent>(all: readonly T[], chosen: readonly string[]): readonly (readonly T[])[] {
  const byName = new Map(all.map((item) => [item.name, item]));
  const wanted = new Set(chosen);
  const levels: T[][] = [];
  const known = new Map<string, number>();
  /** How many levels stand before this item. */
  const depth = (name: string): number => {
    const before = known.get(name);
    if (before !== undefined) return before;
    // A circle ends here; a file that holds one has been refused.
    known.set(name, 0);
    const others = (byName.get(name)?.dependsOn ?? []).map((other) => depth(other) + (wanted.has(other) ? 1 : 0));
    const result = Math.max(0, ...others);
    known.set(name, result);
    return result;
  };
  for (const item of all) {
    if (!wanted.has(item.name)) continue;
    const level = depth(item.name);
    while (levels.length <= level) levels.push([]);
    levels[level]?.push(item);
  }
  return levels;
}

/** A circle of dependencies, its first name again at its end, or nothing when there is none. */
export function cycleIn(items: readonly Dependent[]): readonly string[] | undefined {
  const byName = new Map(items.map((item) => [item.name, item]));
  const done = new Set<string>();
  const way: string[] = [];
  const visit = (name: string): readonly string[] | undefined => {
    if (way.includes(name)) return [...way.slice(way.indexOf(name)), name];
    if (done.has(name)) return undefined;
    way.push(name);
    for (const other of byName.get(name)?.dependsOn ?? []) {
      const circle = visit(other);
      if (circle !== undefined) return circle;
    }
    way.pop();
    done.add(name);
    return undefined;
  };
  for (const { name } of items) {
    const circle = visit(name);
    if (circle !== undefined) return circle;
  }
  return undefined;
}
