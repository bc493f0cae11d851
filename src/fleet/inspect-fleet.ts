import type { RollResult } from '../rolling/result.js';
import { roll } from '../rolling/roll.js';
import type { RollingWorld } from '../rolling/world.js';
import { type FleetService, labelled, type ServiceEnd } from './roll-fleet.js';
import type { FleetPlan } from './run-fleet.js';

/**
 * Looks at everything that all the services will need, before any of them is touched: a release must not be taken back
 * because of what could have been seen before it was begun. Changes nothing.
 *
 * @returns how each came out when one is refused, or when it is only looked; nothing when all may be deployed
 */
export async function inspectFleet(
  plan: FleetPlan<FleetService>,
  { isDryRun }: { readonly isDryRun: boolean },
): Promise<readonly ServiceEnd[] | undefined> {
  const services = plan.flat();
  const results = await Promise.all(services.map((service) => inspected(service, isDryRun)));
  const isBad = ({ outcome }: RollResult) => outcome !== 'unchanged';
  const first = services[results.findIndex(isBad)];
  if (first === undefined && !isDryRun) return undefined;
  return services.map((item, index): ServiceEnd => {
    const result = results[index] as RollResult;
    const of = { item, tookMs: 0 };
    if (isBad(result)) return { ...of, end: 'bad', result, isChanged: false };
    return first === undefined
      ? { ...of, end: 'unchanged', result }
      : { ...of, end: 'not-started', reason: `${first.name} is refused` };
  });
}

function inspected({ name, request, world }: FleetService, isShown: boolean): Promise<RollResult> {
  const { settings } = request;
  // Whether somebody else deploys to it is looked at when its turn comes.
  const only = { ...request, settings: { ...settings, dryRun: true, whenBusy: 'replace' as const } };
  const report = isShown ? labelled(world.report, name) : { ...labelled(world.report, name), line() {}, warn() {} };
  return roll(only, { ...world, report });
}

/** The same world for a service that was inspected: what was looked at need not be looked at again. */
export function inspectedWorld(world: RollingWorld): RollingWorld {
  const { preflight: _done, ...gate } = world.gate ?? {};
  return { ...world, gate };
}
