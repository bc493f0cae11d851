import { recoverCommand, sluiceCommand } from '../../blue-green/command-line.js';
import { leaseMs, lockName } from '../../blue-green/lock.js';
import { lossOf } from '../../blue-green/lost-access.js';
import { type RecoveryWorld, RouteGone, recoverLeft } from '../../blue-green/recovery.js';
import { Seen } from '../../blue-green/seen.js';
import type { ReleasePorts } from '../../fleet/settle-release.js';
import { touchedBy } from '../../fleet/touched-service.js';
import { AccessError } from '../../ports/access-error.js';
import type { Clock } from '../../ports/clock.js';
import type {
  AnyEntry,
  Held,
  Journal,
  JournalEntry,
  JournalIndex,
  ReleaseEntry,
  RollingEntry,
} from '../../ports/journal.js';
import { messageOf } from '../../ports/message-of.js';
import type { Report } from '../../ports/report.js';
import { Unanswered } from '../../ports/unanswered.js';
import { rollingLockName } from '../../rolling/lock.js';
import { formatDuration } from '../../spec/duration.js';
import { type RollingPorts, recoverRolling } from './recover-rolling.js';
import { type RecoverInputs, spec } from './spec.js';

/** Everything outside that a recovery touches. The ports of a deployment are made from what its journal says. */
export interface RecoverWorld {
  readonly clock: Clock;
  readonly report: Report;
  readonly index: JournalIndex;
  deployment(
    lock: string,
    entry: JournalEntry,
  ): Omit<RecoveryWorld, 'clock' | 'report'> & { readonly journal: Journal };
  rolling(lock: string, entry: RollingEntry): RollingPorts;
  release(lock: string): ReleasePorts;
  readonly run: { readonly holder: string; readonly url: string };
}

/** What came of one lock. */
export interface Found {
  readonly lock: string;
  readonly runUrl: string;
  readonly stage: string;
  readonly result: 'recovered' | 'alive' | 'would recover' | 'stuck';
  readonly told: string;
  /** Set when it was the credentials that did not suffice. */
  readonly error?: AccessError;
}

/** Recovers every deployment that matches and whose holder is dead. One that cannot be recovered does not keep the others from it. */
export async function recover(inputs: RecoverInputs, world: RecoverWorld): Promise<readonly Found[]> {
  const found: Found[] = [];
  const add = (one: Found): void => {
    world.report.line(`${one.lock}${one.runUrl === '' ? '' : ` (${one.runUrl}, stage: ${one.stage})`}: ${one.told}`);
    found.push(one);
  };
  try {
    // A release comes after its services: one that was still on its way is followed to its end first.
    const isRelease = ({ held }: { held: Held<AnyEntry> }): number => Number(held.entry?.kind === 'release');
    const all = [...(await matching(inputs, world))].sort((a, b) => isRelease(a) - isRelease(b));
    for (const { name, held } of all) add(await recoverOne(inputs, world, name, held));
  } catch (error) {
    if (!(error instanceof AccessError) && !(error instanceof Unanswered)) throw error;
    const lock = inputs.lockName ?? inputs.path;
    const told = unread(inputs, error);
    add({ lock, runUrl: '', stage: '', result: 'stuck', told, ...(error instanceof AccessError ? { error } : {}) });
  }
  return found;
}

/** Not even the locks could be looked at. */
function unread(inputs: RecoverInputs, error: Error): string {
  const { region, cluster, services, service, listenerRuleArn, listenerArn, path, lockName: lock, whenLocked } = inputs;
  const again = sluiceCommand('recover', {
    region,
    cluster,
    services,
    service,
    'listener-rule-arn': listenerRuleArn,
    'listener-arn': listenerArn,
    path: path === usualPath ? undefined : path,
    'lock-name': lock,
    'when-locked': whenLocked === 'take' ? whenLocked : undefined,
  });
  return `${error.message.replace(/\.$/, '')}. No traffic was moved. Who serves the traffic was not yet read. Run: ${again}`;
}

const usualPath = spec.inputs.path.preset;

async function matching(
  inputs: RecoverInputs,
  { index }: RecoverWorld,
): Promise<readonly { name: string; held: Held<AnyEntry> }[]> {
  const { cluster, services, service, listenerRuleArn, listenerArn, path } = inputs;
  const all = await locks(inputs.lockName, path, index);
  const route = listenerRuleArn ?? listenerArn;
  if (route !== undefined) return all.filter(({ held }) => isShift(held.entry) && held.entry.route === route);
  if (inputs.lockName !== undefined) return all;
  if (cluster !== undefined && service !== undefined) {
    const byDefault = rollingLockName({ cluster, service });
    return all.filter(
      ({ name, held: { entry } }) =>
        name === byDefault ||
        (entry?.kind === 'rolling' && entry.service === service && isSameCluster(entry.cluster, cluster)) ||
        (entry?.kind === 'release' && hasTouched(entry, { cluster, service })),
    );
  }
  if (cluster === undefined || services === undefined) return all.filter(({ held }) => held.entry !== undefined);
  // A lock may have been given a name of its own: then the entry says whose it is.
  const byDefault = lockName({ lockName: undefined, cluster, services });
  const isOurs = (entry: AnyEntry | undefined): boolean =>
    isShift(entry) && [entry.blue?.service, entry.green?.service].sort().join() === [...services].sort().join();
  return all.filter(({ name, held }) => name === byDefault || isOurs(held.entry));
}

const isShift = (entry: AnyEntry | undefined): entry is JournalEntry =>
  entry !== undefined && entry.kind !== 'rolling' && entry.kind !== 'release';

const hasTouched = (entry: ReleaseEntry, of: { cluster: string; service: string }): boolean =>
  touchedBy(entry).some(({ service, cluster }) => service === of.service && isSameCluster(cluster, of.cluster));

const isSameCluster = (a: string, b: string): boolean =>
  a.slice(a.lastIndexOf('/') + 1) === b.slice(b.lastIndexOf('/') + 1);

/** A lock that has a name of its own need not be below the path, and a role may be allowed to read nothing but it. */
async function locks(name: string | undefined, path: string, index: JournalIndex): ReturnType<JournalIndex['list']> {
  if (name === undefined) return index.list(path);
  const held = await index.read(name);
  return held === undefined ? [] : [{ name, held }];
}

/** That there is nothing to recover, and where it was looked for. */
export function nothingFound({
  lockName: lock,
  path,
  services,
  service,
  listenerRuleArn,
  listenerArn,
}: RecoverInputs): string {
  if (lock !== undefined) return `There is no lock ${lock}.`;
  const isOne = (services ?? service ?? listenerRuleArn ?? listenerArn) !== undefined;
  return isOne
    ? `There is no lock of this deployment below ${path}; one with a name of its own is found with lock-name.`
    : `There is no lock below ${path}.`;
}

async function recoverOne(
  inputs: RecoverInputs,
  world: RecoverWorld,
  lock: string,
  held: Held<AnyEntry>,
): Promise<Found> {
  const { entry } = held;
  if (entry === undefined) {
    const told = 'the entry cannot be read; look at the parameter, and delete it when nothing is being deployed';
    return { lock, runUrl: '', stage: '', result: 'stuck', told };
  }
  const about = { lock, runUrl: entry.runUrl, stage: entry.stage };
  const now = world.clock.now();
  const isDead = entry.expires <= now;
  if (!isDead && inputs.whenLocked === 'skip')
    return { ...about, result: 'alive', told: aliveWords(entry.expires - now) };
  if (inputs.dryRun) return { ...about, result: 'would recover', told: 'would be recovered (dry run)' };
  if (entry.kind === 'release') {
    // Loaded when there is one: it takes all that rolls a service out.
    const { recoverRelease } = await import('./recover-release.js');
    return recoverRelease(about, world, { ...held, entry }, inputs.region);
  }
  if (entry.kind === 'rolling') return recoverRolling(about, world, { ...held, entry }, inputs.region);
  return recoverShift(about, inputs, world, { ...held, entry });
}

async function recoverShift(
  about: Pick<Found, 'lock' | 'runUrl' | 'stage'>,
  inputs: RecoverInputs,
  world: RecoverWorld,
  held: Held & { readonly entry: JournalEntry },
): Promise<Found> {
  const { entry } = held;
  const { lock } = about;
  const now = world.clock.now();
  const seen = new Seen();
  for (const side of [entry.blue, entry.green]) seen.knows(side);
  const deployment = seen.watching(world.deployment(lock, entry));
  const { holder, url } = world.run;
  const mine: JournalEntry = { ...entry, holder, runUrl: url, expires: now + leaseMs };
  try {
    if (!(await deployment.journal.takeOver(held, mine))) {
      return { ...about, result: 'alive', told: 'somebody else took it over at the same moment' };
    }
    const told = await recoverLeft({ ...deployment, clock: world.clock, report: world.report }, entry);
    await deployment.journal.release(holder);
    return { ...about, result: 'recovered', told };
  } catch (error) {
    // The entry stays, and is free to be taken over at once: the next sweep tries again. One that was taken from a run at
    // work stays newer than what that run wrote, or it would take itself for the holder. It keeps the address of that run.
    const expires = Math.max(now, entry.expires + 1);
    await deployment.journal.update({ ...mine, runUrl: entry.runUrl, expires }).catch(() => {});
    if (error instanceof RouteGone)
      return { ...about, result: 'stuck', told: `${error.message}, and so does: ${byHand(inputs, lock, entry)}` };
    if (!(error instanceof AccessError) && !(error instanceof Unanswered))
      return { ...about, result: 'stuck', told: messageOf(error) };
    const { words, weights, isStale = false } = await lossOf(error, seen, deployment);
    const serving = weights === undefined ? '' : ` ${seen.words(isStale)}`;
    const command = recoverCommand({ region: inputs.region, route: entry.route, lockName: lock });
    const told = `${words}.${serving} Run: ${command}`;
    return { ...about, result: 'stuck', told, ...(error instanceof AccessError ? { error } : {}) };
  }
}

/** What gives the traffic to the side that was live, by a rule that is not known yet. */
function byHand({ region }: RecoverInputs, lock: string, { cluster, route, blue, green }: JournalEntry): string {
  const services = [blue, green].flatMap((side) => side?.service ?? []);
  const byDefault =
    services.length === 2 &&
    lock === lockName({ lockName: undefined, cluster, services: services as [string, string] });
  return sluiceCommand('rollback', {
    region,
    cluster,
    services,
    [route.includes(':listener-rule/') ? 'listener-rule-arn' : 'listener-arn']: 'ITS-ARN',
    to: blue?.service,
    'lock-name': byDefault ? undefined : lock,
  });
}

/** Whether a run is dead cannot be seen: only for how long it has given no sign of life. */
function aliveWords(leftMs: number): string {
  const left = formatDuration(Math.ceil(leftMs / 1000) * 1000);
  return `its run is at work; left alone (without a sign of life it counts as dead in ${left}; \`when-locked: take\` does not wait for that)`;
}

export function outcomeOf(found: readonly Found[]): 'recovered' | 'nothing' | 'stuck' {
  if (found.some(({ result }) => result === 'stuck')) return 'stuck';
  return found.some(({ result }) => result === 'recovered') ? 'recovered' : 'nothing';
}

/** What was found, as Markdown for the job summary. */
export function recoverSummary(found: readonly Found[], inputs: RecoverInputs): string {
  if (found.length === 0) return `## ⚪ Nothing to recover\n\n${nothingFound(inputs)}\n`;
  const text = (value: string): string => value.replaceAll('|', '\\|').replace(/\s+/g, ' ').replaceAll('<', '&lt;');
  const rows = found.map(
    ({ lock, runUrl, stage, result, told }) => `| ${[lock, runUrl, stage, result, told].map(text).join(' | ')} |`,
  );
  const isOnlyTold = found.some(({ result }) => result === 'would recover');
  const head = {
    recovered: '✅ Recovered',
    nothing: isOnlyTold ? '🔎 To be recovered, and not yet: a dry run' : '⚪ Nothing to recover',
    stuck: '🆘 Stuck: a person is needed',
  }[outcomeOf(found)];
  return `## ${head}\n\n| Lock | Left by | Stage | Result | What was done |\n| --- | --- | --- | --- | --- |\n${rows.join('\n')}\n`;
}
