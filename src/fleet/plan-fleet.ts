import { type Dependent, levelsOf } from '../services-file/levels.js';
import type { FleetItem, FleetPlan } from './run-fleet.js';

/** Services in the levels in which they are deployed, each with those of the fleet that it cannot do without. */
export function planFleet<T extends Dependent>(all: readonly T[], chosen: readonly T[]): FleetPlan<T & FleetItem> {
  const byName = new Map(all.map((service) => [service.name, service]));
  const names = chosen.map(({ name }) => name);
  const needsOf = (service: T, seen = new Set<string>()): Set<string> => {
    for (const name of service.dependsOn) {
      if (seen.has(name)) continue;
      seen.add(name);
      const other = byName.get(name);
      if (other !== undefined) needsOf(other, seen);
    }
    return seen;
  };
  return levelsOf(all, names).map((level) =>
    level.map((service) => ({ ...service, needs: [...needsOf(service)].filter((name) => names.includes(name)) })),
  );
}
