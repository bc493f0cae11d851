import { changeIdle } from '../../blue-green/change-idle.js';
import { restoreBlue, weightsNow } from '../../blue-green/finish.js';
import { foreignTo } from '../../blue-green/foreign.js';
import { patient } from '../../blue-green/patient.js';
import { giveBack } from '../../blue-green/scaling.js';
import { Seen } from '../../blue-green/seen.js';
import { type Owned, ownersOf } from '../../blue-green/sides.js';
import { startGreen } from '../../blue-green/start-green.js';
import type { World } from '../../blue-green/world.js';
import { AccessError } from '../../ports/access-error.js';
import type { ScalableTarget } from '../../ports/autoscaling.js';
import type { JournalEntry } from '../../ports/journal.js';
import { messageOf } from '../../ports/message-of.js';
import type { Route } from '../../ports/traffic-router.js';
import { Unanswered } from '../../ports/unanswered.js';
import { healthyCount } from '../../verdict/target-health.js';
import { chooseSide, share } from './choose-side.js';
import { journalEntry } from './journal-entry.js';
import { loseAccess, type Midst } from './lose-access.js';
import { scalingOf, sideOf } from './scaling.js';
import type { RollbackInputs } from './spec.js';

export type RollbackWorld = Pick<
  World,
  'clock' | 'cancellation' | 'report' | 'router' | 'rollout' | 'targets' | 'autoscaling' | 'journal' | 'run'
>;

export interface RollbackResult {
  readonly outcome: 'rolled-back' | 'unchanged' | 'refused' | 'stuck';
  readonly reason: string;
  readonly activeService?: string | undefined;
  readonly weights?: Readonly<Record<string, number>> | undefined;
  /** The weights could not be read in the end: they are those of the last look that succeeded. */
  readonly isStale?: boolean | undefined;
  readonly restoreMs?: number;
  readonly command?: string;
  /** The credentials did not suffice: told as it is. */
  readonly error?: unknown;
}

/**
 * Gives all traffic to one side. One call when that side is up; when its tasks are gone it is started first and gets no
 * request before it is healthy. Whatever run was at work loses its lock before anything is changed.
 */
export async function rollBack(inputs: RollbackInputs, outside: RollbackWorld): Promise<RollbackResult> {
  const seen = new Seen(inputs.targetGroups);
  const midst: Midst = {
    inputs,
    world: seen.watching(outside),
    seen,
    hasLock: false,
    to: undefined,
    byHand: undefined,
    wanted: undefined,
  };
  try {
    // Whoever is refused wants to know as well who serves, as far as it was read.
    const result = await attempt(midst);
    return result.weights === undefined ? { ...result, ...seen.serving() } : result;
  } catch (error) {
    if (error instanceof AccessError || error instanceof Unanswered) return loseAccess(midst, error);
    throw error;
  }
}

async function attempt(midst: Midst): Promise<RollbackResult> {
  const { inputs, world } = midst;
  const startedAt = world.clock.now();
  const early = patient(world);
  const route = await early.router.read();
  const services = await early.rollout.describe(inputs.services);
  const owners = ownersOf(route, services, inputs.targetGroups);
  if ('refusals' in owners) return { outcome: 'refused', reason: owners.refusals.join('; ') };
  if (inputs.to !== undefined) midst.byHand = commandTo(world, inputs.to, owners.pair);

  const held = await early.journal.read();
  if (held !== undefined && inputs.whenLocked === 'fail') {
    return { outcome: 'refused', reason: `${held.entry?.runUrl ?? 'a run'} is at work (when-locked: fail)` };
  }
  const chosen = chooseSide(inputs, route, owners.pair, held?.entry);
  if ('refusal' in chosen) return { outcome: 'refused', reason: chosen.refusal };
  const { to, from } = chosen;
  midst.to = to.service;
  if (share(route, to, from) === 100 && held === undefined) {
    const reason = `${to.service} has all traffic already`;
    return { outcome: 'unchanged', reason, ...(await observed(world, to, from, route)) };
  }

  const isReady = healthyCount(await early.targets.targets(to.targetGroupArn)) > 0;
  const scaling = await scalingOf(inputs, world, to, from, held?.entry);
  const shifting = journalEntry(
    inputs,
    world,
    startedAt,
    'shift',
    to,
    from,
    inputs.keepNew ? from.seen.desiredCount : 0,
    scaling.after,
  );
  // While the old version starts, the traffic stays where it is: a run that dies then has only started tasks.
  const theirs = leftFrom(held?.entry, to);
  const starting =
    theirs === undefined
      ? journalEntry(inputs, world, startedAt, 'start', from, to, to.seen.desiredCount, scaling.before)
      : { ...theirs, holder: world.run.holder, runUrl: world.run.url, expires: shifting.expires };
  const entry = isReady ? shifting : starting;
  // A take-over is more than one call: one of them that is refused may leave the lock with us.
  midst.hasLock = held !== undefined;
  const isOurs =
    held === undefined ? (await early.journal.acquire(entry)).taken : await early.journal.takeOver(held, entry);
  midst.hasLock = isOurs;
  if (!isOurs) return { outcome: 'refused', reason: 'another run took the lock at the same moment; try again' };
  if (held !== undefined) {
    world.report.warn(`Took the lock of ${held.entry?.runUrl ?? 'an unreadable entry'}; it changes nothing more`);
  }

  if (!isReady) {
    const problem = await start(inputs, early, route, to, from);
    if (problem !== undefined) {
      await early.rollout.update(to.service, { desiredCount: to.seen.desiredCount });
      const isGivenBack = await giveBack(world, scaling.before);
      // A shift that was left split is not forgotten: `recover` tries again.
      const expires = Math.max(world.clock.now(), (theirs?.expires ?? 0) + 1);
      if (theirs !== undefined) await world.journal.update({ ...starting, runUrl: theirs.runUrl, expires });
      else if (isGivenBack) await world.journal.release(world.run.holder);
      return { outcome: 'refused', reason: problem, ...(await observed(world, to, from)) };
    }
    const lost = await world.journal.update(shifting);
    if (lost !== undefined) return { outcome: 'refused', reason: `the lock was taken by ${lost.lostTo}` };
  }
  world.report.line(`${to.service} gets all traffic`);
  midst.wanted = { [to.targetGroupArn]: 100, [from.targetGroupArn]: 0 };
  const isRestored = await restoreBlue(world, to.targetGroupArn, from.targetGroupArn);
  const now = await observed(world, to, from);
  if (!isRestored) {
    const command = world.router.commandFor(midst.wanted);
    return { outcome: 'stuck', reason: `${to.service} could not be given all traffic`, command, ...now };
  }
  const restoreMs = world.clock.now() - startedAt;
  const left = await tidy(inputs, world, to, from, scaling.after);
  const why = inputs.reason === undefined ? '' : ` (${inputs.reason})`;
  return { outcome: 'rolled-back', reason: `${to.service} has all traffic${why}; ${left}`, restoreMs, ...now };
}

/** What gives one side everything without asking who else is at work; undefined for what takes no part. */
function commandTo({ router }: RollbackWorld, name: string, pair: readonly [Owned, Owned]): string | undefined {
  if (!pair.some(({ service }) => service === name)) return undefined;
  return router.commandFor(
    Object.fromEntries(pair.map(({ service, targetGroupArn }) => [targetGroupArn, service === name ? 100 : 0])),
  );
}

/** What a shift from that side to the other left in the journal: whoever dies on the way back leaves the same. */
const leftFrom = (left: JournalEntry | undefined, { service }: Owned): JournalEntry | undefined =>
  left?.blue?.service === service && left.stage !== 'prepare' ? left : undefined;

/** Starts the side that is to get the traffic. Answers why it cannot have it. */
async function start(
  inputs: RollbackInputs,
  world: RollbackWorld,
  route: Route,
  to: Owned,
  from: Owned,
): Promise<string | undefined> {
  const tasks = Math.max(1, from.seen.runningCount, to.seen.desiredCount);
  const started = await startGreen(
    inputs,
    world,
    {
      taskDefinitionArn: to.seen.taskDefinitionArn,
      lock: { beat: async () => {}, lostTo: undefined },
      plan: {
        green: to,
        tasks,
        minHealthyTargets: 1,
        attachGreen: !route.groups.some(({ targetGroupArn }) => targetGroupArn === to.targetGroupArn),
      },
    },
    () => {},
  );
  return started.ready ? undefined : `${started.reason}; the traffic was left as it was`;
}

/** What is left to do once the traffic is where it belongs does not change how it ended; `recover` does it too. */
async function tidy(
  inputs: RollbackInputs,
  world: RollbackWorld,
  to: Owned,
  from: Owned,
  scaling: readonly ScalableTarget[],
): Promise<string> {
  try {
    // The side that serves may scale at once. Autoscaling goes back before the lock.
    await giveBack(world, sideOf(scaling, to));
    const left = await leave(inputs, world, to, from);
    if (await giveBack(world, scaling)) await world.journal.release(world.run.holder);
    return left;
  } catch (error) {
    const undone = `what is left to do for ${from.service} could not be done, and is left to recover: ${messageOf(error)}`;
    world.report.warn(undone);
    return undone;
  }
}

async function leave(inputs: RollbackInputs, world: RollbackWorld, to: Owned, from: Owned): Promise<string> {
  if (inputs.keepNew) return `${from.service} keeps its tasks`;
  world.report.line(`${from.service} has no traffic any more; its requests in flight get their time`);
  await world.clock.sleep(inputs.drain, world.cancellation.signal);
  if (world.cancellation.reason !== undefined)
    return `${from.service} still has its tasks (${world.cancellation.reason})`;
  const was = ({ service, seen }: Owned) => ({ service, taskDefinition: seen.taskDefinitionArn });
  const green = { ...was(from), taskDefinitionBefore: from.seen.taskDefinitionArn };
  const { green: foreign } = await foreignTo(world, { blue: was(to), green });
  if (foreign !== undefined) return `${foreign.words}: somebody else has deployed to it, so it keeps its tasks`;
  return (await changeIdle(world, from.service, { desiredCount: 0 })) ?? `${from.service} is scaled to 0`;
}

async function observed(
  world: RollbackWorld,
  to: Owned,
  from: Owned,
  route?: Route,
): Promise<Pick<RollbackResult, 'weights' | 'activeService'>> {
  return weightsNow(world, { blue: to, green: from }, route);
}
