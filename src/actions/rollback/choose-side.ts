import type { Owned } from '../../blue-green/sides.js';
import type { JournalEntry } from '../../ports/journal.js';
import type { Route } from '../../ports/traffic-router.js';
import type { RollbackInputs } from './spec.js';

type Chosen = { readonly to: Owned; readonly from: Owned } | { readonly refusal: string };

/** Who is to get everything: the named side, the one that was live when a shift began, or the one that is not live. */
export function chooseSide(
  inputs: RollbackInputs,
  route: Route,
  [one, other]: readonly [Owned, Owned],
  left: JournalEntry | undefined,
): Chosen {
  const towards = (to: Owned): Chosen => ({ to, from: to === one ? other : one });
  if (inputs.to !== undefined) {
    const named = [one, other].find(({ service }) => service === inputs.to);
    return named === undefined
      ? { refusal: `${inputs.to} is not one of ${one.service} and ${other.service}` }
      : towards(named);
  }
  // A shift that is under way, or was promoted and still keeps its old side: its journal knows who was live before.
  const before = [one, other].find(({ service }) => service === left?.blue?.service);
  if (before !== undefined) return towards(before);
  const ofOne = share(route, one, other);
  if (ofOne === 100) return towards(other);
  if (ofOne === 0) return towards(one);
  return {
    refusal: `both sides have traffic and no journal tells which was live before: say it with the input to (${one.service} or ${other.service})`,
  };
}

/** How much of the traffic of both goes to the one, percent; NaN when there is none. */
export function share(route: Route, of: Owned, other: Owned): number {
  const weight = (arn: string): number => route.groups.find((group) => group.targetGroupArn === arn)?.weight ?? 0;
  const total = weight(of.targetGroupArn) + weight(other.targetGroupArn);
  return total === 0 ? Number.NaN : (100 * weight(of.targetGroupArn)) / total;
}
