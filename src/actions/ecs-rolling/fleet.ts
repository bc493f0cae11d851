import { chooseServices, servicesFile } from '../../fleet/choose-services.js';
import { type FleetResult, fleetResult, servicesOutput } from '../../fleet/fleet-result.js';
import { fleetPlanLines, fleetSummary } from '../../fleet/fleet-summary.js';
import { inspectedWorld, inspectFleet } from '../../fleet/inspect-fleet.js';
import { planFleet } from '../../fleet/plan-fleet.js';
import { type FleetService, rollFleet, type ServiceEnd } from '../../fleet/roll-fleet.js';
import type { FleetPlan, FleetPolicy } from '../../fleet/run-fleet.js';
import type { Cancellation } from '../../ports/cancellation.js';
import type { Clock } from '../../ports/clock.js';
import type { Report } from '../../ports/report.js';
import { settingsOf } from '../../rolling/settings.js';
import type { RollingWorld } from '../../rolling/world.js';
import type { ServicesFile } from '../../services-file/services-file.js';
import { formatDuration } from '../../spec/duration.js';
import type { RawInputs } from '../../spec/parse.js';
import { type ServiceToRoll, servicesToRoll } from './service-inputs.js';
import type { RollingInputs } from './spec.js';

/** What several services need of the outside. */
export interface FleetOutside {
  readonly clock: Clock;
  readonly cancellation: Cancellation;
  readonly report: Report;
  readonly runUrl: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** @throws InputError when it cannot be read */
  readFile(path: string): Promise<string>;
  /** The paths that changed, or `all` on a branch that is new. @throws InputError when that cannot be known */
  changedPaths(since: string | undefined): Promise<readonly string[] | 'all'>;
  /** The world of one service, with what stands before and after its rollout. `id` tells its tasks from those of others. */
  worldOf(service: ServiceToRoll, id: string): Promise<RollingWorld>;
}

export interface FleetDone extends FleetResult {
  readonly ends: readonly ServiceEnd[];
  readonly outputs: { readonly services: string };
}

/**
 * Deploys the services that are meant, in order, to one verdict.
 *
 * @throws InputError before anything is called, AccessError when there is no access at all
 */
export async function deployFleet(inputs: RollingInputs, raw: RawInputs, outside: FleetOutside): Promise<FleetDone> {
  const { report, clock, cancellation } = outside;
  const from = clock.now();
  const file = await servicesFile(inputs.servicesFile, outside);
  const { chosen, left } = await chooseServices(file, inputs, outside);
  const given = { fileName: file.fileName, images: inputs.serviceImages };
  const services = servicesToRoll(chosen, raw, given, outside.environment);
  const plan = await planOf(file, services, outside);
  report.line('Services, in this order');
  for (const line of fleetPlanLines(plan, left)) report.line(line);
  report.line('');
  const isDryRun = inputs.dryRun;
  const refused = await inspectFleet(plan, { isDryRun });
  const ends =
    refused ??
    (await rollFleet(
      plan.map((level) => level.map(inspectedService)),
      policyOf(inputs),
      outside,
    ));
  const result = fleetResult(ends, cancellation.reason);
  const told =
    isDryRun && result.outcome === 'unchanged' ? { ...result, reason: 'dry run: nothing was changed' } : result;
  await report.summary(fleetSummary(told, ends, { region: inputs.region, runUrl: outside.runUrl }));
  report.line('');
  for (const { name, outcome, reason } of told.rows) report.line(`${name}: ${outcome}: ${reason}`);
  report.line(
    `${told.outcome}: ${told.reason}, after ${formatDuration(Math.round((clock.now() - from) / 1_000) * 1_000)}`,
  );
  return { ...told, ends, outputs: { services: servicesOutput(told) } };
}

function policyOf({ maxParallel, onFailure, onCancel }: RollingInputs): FleetPolicy {
  const whole = onFailure === 'rollback' || onFailure === 'rollback-all';
  return {
    maxParallel,
    onFailure: whole ? 'rollback-all' : onFailure === 'continue' ? 'continue' : 'rollback-failed',
    // What is half deployed is taken back as a whole where a release is one.
    undoOnCancel: whole && onCancel === 'rollback',
  };
}

async function planOf(
  file: ServicesFile,
  services: readonly ServiceToRoll[],
  outside: FleetOutside,
): Promise<FleetPlan<FleetService>> {
  const members = await Promise.all(
    services.map(async (service, index) => {
      const { inputs, definition, entry } = service;
      const { cluster, region, dryRun } = inputs;
      return {
        name: entry.name,
        dependsOn: entry.dependsOn,
        request: {
          label: entry.name,
          cluster,
          service: entry.service,
          definition,
          settings: settingsOf(inputs, { region, lockName: undefined, dryRun }),
        },
        world: await outside.worldOf(service, `${index}-`),
      };
    }),
  );
  const known = new Map(members.map((member) => [member.name, member]));
  // Order holds through services that are not deployed this time.
  const all = file.services.map(({ name, dependsOn }) => known.get(name) ?? { name, dependsOn });
  return planFleet(all, members) as FleetPlan<FleetService>;
}

const inspectedService = (service: FleetService): FleetService => ({
  ...service,
  world: inspectedWorld(service.world),
});
