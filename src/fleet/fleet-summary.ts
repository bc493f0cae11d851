import { rollSummary } from '../rolling/summary.js';
import { isGood } from '../rolling/words.js';
import { type FleetResult, fleetTable } from './fleet-result.js';
import type { FleetService, ServiceEnd } from './roll-fleet.js';
import type { FleetPlan } from './run-fleet.js';

/** All services in one summary: the table, and of each that turned out bad all that is known. Pure. */
export function fleetSummary(
  result: FleetResult,
  ends: readonly ServiceEnd[],
  { region, runUrl }: { readonly region: string; readonly runUrl: string },
): string {
  const sign = isGood(result.outcome) ? '✅' : result.outcome === 'rolled-back' ? '↩️' : '❌';
  const commands = result.rows.flatMap(({ command }) => command ?? []);
  const todo = commands.length === 0 ? [] : ['Run this now:', ['```sh', ...commands, '```'].join('\n')];
  const bad = ends.flatMap((end) => {
    if (end.end !== 'bad') return [];
    const { cluster, service } = end.item.request;
    return [rollSummary({ cluster, service, region, story: end.result.story, result: end.result, runUrl })];
  });
  const head = `## ${sign} ${counted(result.rows.length)}: ${result.outcome}\n\n${line(result.reason)}`;
  return [head, fleetTable(result), ...todo, ...bad].join('\n\n').concat('\n');
}

/** What is going to be done, for the log and for the summary of a run that has just begun. */
export function fleetPlanLines(plan: FleetPlan<FleetService>, left: readonly string[]): string[] {
  const lines = plan.map((level, index) => `  ${index + 1}. ${level.map(({ name }) => name).join(', ')}`);
  return [...(lines.length === 0 ? ['  no service'] : lines), ...left.map((what) => `  ${what}`)];
}

const counted = (count: number): string => (count === 1 ? '1 service' : `${count} services`);

const line = (text: string): string => text.replace(/\s*\n\s*/g, ' ');
