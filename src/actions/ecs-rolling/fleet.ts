import { sluiceCommand } from '../../blue-green/command-line.js';
import { shortName } from '../../ecs/task-definition.js';
import { checkDefinitionFile } from '../../ecs/task-definition-source.js';
import { chooseServices, servicesFile } from '../../fleet/choose-services.js';
import { type FleetResult, fleetResult, servicesOutput } from '../../fleet/fleet-result.js';
import { fleetPlanLines, fleetSummary } from '../../fleet/fleet-summary.js';
import type { HeldRelease } from '../../fleet/held-release.js';
import { inspectedWorld, inspectFleet } from '../../fleet/inspect-fleet.js';
import { planFleet } from '../../fleet/plan-fleet.js';
import { type FleetService, rollFleet, type ServiceEnd } from '../../fleet/roll-fleet.js';
import type { FleetPlan, FleetPolicy } from '../../fleet/run-fleet.js';
import { type ReleasePorts, settleRelease } from '../../fleet/settle-release.js';
import { touchedBy } from '../../fleet/touched-service.js';
import type { Cancellation } from '../../ports/cancellation.js';
import type { Clock } from '../../ports/clock.js';
import { Interrupted } from '../../ports/ended-badly.js';
import type { AnyEntry, Held, ReleaseEntry } from '../../ports/journal.js';
import type { Report } from '../../ports/report.js';
import { isDenied } from '../../rolling/look.js';
import { settingsOf } from '../../rolling/settings.js';
import type { RollingWorld } from '../../rolling/world.js';
import type { ServicesFile } from '../../services-file/services-file.js';
import { formatDuration } from '../../spec/duration.js';
import { InputError } from '../../spec/input-error.js';
import type { RawInputs } from '../../spec/parse.js';
import { type ServiceToRoll, servicesToRoll } from './service-inputs.js';
import type { RollingInputs } from './spec.js';

/** What several services need of the outside. */
export interface FleetOutside {
  readonly clock: Clock;
  readonly cancellation: Cancellation;
  readonly report: Report;
  readonly run: { readonly holder: string; readonly url: string };
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** @throws InputError when it cannot be read */
  readFile(path: string): Promise<string>;
  /** Reads a task definition. @throws InputError when it cannot be read */
  readDefinition(path: string): Promise<string>;
  /** The paths that changed, or `all` on a branch that is new. @throws InputError when that cannot be known */
  changedPaths(since: string | undefined): Promise<readonly string[] | 'all'>;
  /** The world of one service, with what stands before and after its rollout. `id` tells its tasks from those of others. */
  worldOf(service: ServiceToRoll, id: string): Promise<RollingWorld>;
  /** The releases in this cluster that runs have left undecided, or are at work on, with what it takes to put them back. */
  releasesIn(cluster: string): Promise<readonly LeftRelease[]>;
  /** The journal of a release whose services are in this cluster, and others. */
  releaseIn(cluster: string): HeldRelease;
}

export interface LeftRelease {
  readonly name: string;
  readonly held: Held<AnyEntry>;
  readonly ports: ReleasePorts;
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
  const given = { places: file.places, images: inputs.serviceImages };
  const services = servicesToRoll(chosen, raw, given, outside.environment);
  await checkDefinitionFiles(services, outside);
  const plan = await planOf(file, services, outside);
  report.line('Services, in this order');
  for (const line of fleetPlanLines(plan, left)) report.line(line);
  report.line('');
  const isDryRun = inputs.dryRun;
  if (!isDryRun) await settleLeft(plan.flat(), outside, inputs.region);
  const refused = await inspectFleet(plan, { isDryRun });
  const policy = policyOf(inputs);
  const [first, second] = plan.flat();
  // Of one alone its own journal says everything.
  const isWhole = first !== undefined && second !== undefined && policy.undoOnCancel;
  const ends =
    refused ??
    (await rollFleet(
      plan.map((level) => level.map(inspectedService)),
      policy,
      { ...outside, release: isWhole ? outside.releaseIn(first.request.cluster) : undefined },
    ));
  const result = fleetResult(ends, cancellation.reason);
  const told =
    isDryRun && result.outcome === 'unchanged' ? { ...result, reason: 'dry run: nothing was changed' } : result;
  await report.summary(fleetSummary(told, ends, { region: inputs.region, runUrl: outside.run.url }));
  report.line('');
  for (const { name, outcome, reason } of told.rows) report.line(`${name}: ${outcome}: ${reason}`);
  report.line(
    `${told.outcome}: ${told.reason}, after ${formatDuration(Math.round((clock.now() - from) / 1_000) * 1_000)}`,
  );
  return { ...told, ends, outputs: { services: servicesOutput(told) } };
}

/** @throws InputError with every problem of every file, before anything is called */
async function checkDefinitionFiles(services: readonly ServiceToRoll[], outside: FleetOutside): Promise<void> {
  const problems = await Promise.all(
    services.map(({ definition }) =>
      checkDefinitionFile(definition, { readFile: outside.readDefinition }).then(
        () => [],
        (error: unknown) => {
          if (error instanceof InputError) return error.problems;
          throw error;
        },
      ),
    ),
  );
  // Services that share a file share its faults.
  const unique = new Map(problems.flat().map((problem) => [JSON.stringify(problem), problem]));
  if (unique.size > 0) throw new InputError([...unique.values()]);
}

/**
 * What a run that died left of a release with one of these services is put back first: else it would be put back later,
 * under this one.
 */
async function settleLeft(services: readonly FleetService[], outside: FleetOutside, region: string): Promise<void> {
  const { clock, report, run } = outside;
  const isOurs = (entry: ReleaseEntry): boolean =>
    touchedBy(entry).some((one) =>
      services.some(
        ({ request }) => request.service === one.service && shortName(request.cluster) === shortName(one.cluster),
      ),
    );
  for (const cluster of new Set(services.map(({ request }) => request.cluster))) {
    const found = await outside.releasesIn(cluster).catch((error: unknown) => {
      if (!isDenied(error)) throw error;
      report.warn(`Whether a run that died left a release undecided is not known: ${error.message}`);
      return [];
    });
    for (const { name, held, ports } of found) {
      const { version, entry } = held;
      if (entry?.kind !== 'release' || entry.expires > clock.now() || !isOurs(entry)) continue;
      report.warn(
        `A run died before it had decided on its release (${entry.runUrl}): what it deployed is put back first`,
      );
      const settled = await settleRelease({ version, entry }, ports, { clock, run, region });
      for (const line of settled?.told ?? []) report.line(line);
      if (settled?.isSettled === false)
        throw new Interrupted(
          `What a run that died had deployed could not be put back, and nothing was begun: ${settled.told.join(' ')} Run: ${sluiceCommand('recover', { region, 'lock-name': name })}`,
        );
    }
  }
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
