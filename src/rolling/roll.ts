import { type FollowPlan, initialFollow } from '../ecs/follow-state.js';
import type { DefinitionRequest } from '../ecs/task-definition-source.js';
import { takeLock } from '../lock/lease.js';
import { AccessError } from '../ports/access-error.js';
import { bakeOf } from './bake.js';
import { diagnose } from './diagnose.js';
import { ended, faulted, type Midst } from './ends.js';
import { accessEndsWords, type Followed, followService } from './follow-service.js';
import { HeldRolling, rollingLockName } from './lock.js';
import { patient, patientLock } from './patient.js';
import { type Prepared, prepare } from './prepare.js';
import { settleRolling } from './recovery.js';
import type { RollResult } from './result.js';
import { returnTo } from './return.js';
import type { RollSettings } from './settings.js';
import { newRollStory, type RollStory } from './story.js';
import type { RollingWorld } from './world.js';

/** One service and what it is to run. */
export interface RollRequest {
  /** The service's name in texts and tables. */
  readonly label: string;
  readonly cluster: string;
  readonly service: string;
  readonly definition: DefinitionRequest;
  readonly settings: RollSettings;
  /** Told of what happened so far whenever it is worth showing. */
  readonly show?: (story: RollStory) => Promise<void>;
}

/** Rolls one service out and follows it to one verdict. Never rejects. */
export async function roll(request: RollRequest, world: RollingWorld): Promise<RollResult> {
  const midst = begun(request, world);
  return attempt(midst).catch((error: unknown) => faulted(midst, error));
}

/**
 * Puts a service back to what it ran before a roll, and follows that: for a release of many services of which another one
 * turned out bad. Never rejects; `rolled-back` when it runs again what it ran before.
 */
export async function undo(done: RollResult, request: RollRequest, world: RollingWorld): Promise<RollResult> {
  const midst = begun(request, world);
  midst.before = done.before;
  midst.taskDefinitionArn = done.taskDefinitionArn;
  const back = async (): Promise<RollResult> => {
    const target = done.before?.taskDefinitionArn;
    if (target === undefined) return ended(midst, 'refused', 'what it ran before is not known');
    const lock = await locked(midst, midst.story.startedAt + request.settings.timeoutMs);
    if ('outcome' in lock) return lock;
    return wentBack(midst, lock, target, 'the release was taken back as a whole');
  };
  return back().catch((error: unknown) => faulted(midst, error));
}

function begun(request: RollRequest, world: RollingWorld): Midst {
  const story = newRollStory(world.clock.now());
  return { request, world, story, lock: undefined, isTouched: false, before: undefined, taskDefinitionArn: undefined };
}

/** Takes the lock, and settles first what a dead run left under it. */
async function locked(midst: Midst, deadline: number): Promise<HeldRolling | RollResult> {
  const { request, world, story } = midst;
  const { settings, cluster, service } = request;
  const name = rollingLockName({ cluster, service, lockName: settings.lockName });
  const ports = world.lock(name);
  const lock = new HeldRolling({ name, cluster, service }, { ...world, journal: ports.journal }, story.startedAt);
  lock.claim();
  const taking = takeLock(settings, { ...world, ...patientLock(world, ports) }, (now) => lock.entry(now), deadline);
  const answer = await taking.catch((error: unknown) => {
    if (error instanceof AccessError) lock.end();
    throw error;
  });
  if (!answer.taken) {
    lock.end();
    const isCancelled = answer.reason === world.cancellation.reason;
    return ended(midst, isCancelled ? 'interrupted' : 'refused', answer.reason);
  }
  midst.lock = lock;
  const { leftBy } = answer;
  if (leftBy === undefined) {
    lock.keep();
    return lock;
  }
  world.report.warn(`Took over the lock of a run that died (${leftBy.runUrl}, stage: ${leftBy.stage})`);
  // Until it is settled, it is what `post` has to finish as well.
  midst.isTouched = true;
  lock.resume(leftBy);
  const settled = await settleRolling(world, leftBy, lock);
  world.report.line(settled.told);
  if (!settled.isDone) return ended(midst, 'interrupted', world.cancellation.reason ?? settled.told);
  midst.isTouched = false;
  await lock.restart();
  return lock;
}

async function attempt(midst: Midst): Promise<RollResult> {
  const { request, world, story } = midst;
  const { settings, service } = request;
  const deadline = story.startedAt + settings.timeoutMs;
  if (settings.dryRun) {
    const prepared = await prepare(request, patient(world), story, deadline);
    midst.before = prepared.before;
    if (prepared.kind !== 'go') return notBegun(midst, prepared);
    await showPlan(midst);
    return ended(midst, 'unchanged', 'dry run: nothing was changed');
  }
  const lock = await locked(midst, deadline);
  if ('outcome' in lock) return lock;
  const prepared = await prepare(request, patient(world), story, deadline, () => lock.beat());
  midst.before = prepared.before;
  if (prepared.kind !== 'go') {
    await lock.release();
    return notBegun(midst, prepared);
  }
  await showPlan(midst);
  if (world.cancellation.reason !== undefined) {
    await lock.release();
    return ended(midst, 'interrupted', `${world.cancellation.reason}; nothing was changed`);
  }
  const { deploy } = prepared;
  const taskDefinitionArn = 'arn' in deploy ? deploy.arn : await patient(world).rollout.register(deploy.register);
  const first = await world.gate?.before?.({ service, taskDefinitionArn, watch: lock.watch });
  if (first?.ok === false) {
    if (first.log !== undefined) story.logs = [first.log];
    await lock.release();
    return ended(midst, first.outcome, `${first.reason}; the service was not touched`);
  }
  return followed(midst, lock, prepared, taskDefinitionArn);
}

async function followed(
  midst: Midst,
  lock: HeldRolling,
  prepared: Extract<Prepared, { kind: 'go' }>,
  taskDefinitionArn: string,
): Promise<RollResult> {
  const { request, world, story } = midst;
  const { settings, service } = request;
  const plan: FollowPlan = {
    service,
    taskDefinitionArn,
    lastGoodArn: prepared.before.lastGoodArn ?? null,
    ...prepared.known,
    deadline: story.startedAt + settings.timeoutMs,
    failAfter: settings.failAfter,
    bakeMs: settings.bakeMs,
    unknownLimitMs: settings.unknownLimitMs,
    backLimitMs: Math.max(900_000, settings.timeoutMs),
    onFailure: settings.onFailure,
    onCancel: settings.onCancel,
    mayUpdate: true,
    ...(prepared.change.desiredCount === undefined
      ? {}
      : { countSet: { before: prepared.before.desiredCount, to: prepared.change.desiredCount } }),
    ...(prepared.before.capacity === undefined ? {} : { capacityBefore: prepared.before.capacity }),
  };
  const about = { targetGroupArns: prepared.service.targetGroupArns, logLines: settings.logLines };
  midst.isTouched = true;
  midst.taskDefinitionArn = taskDefinitionArn;
  const end = await followService({
    world,
    plan,
    state: initialFollow(world.clock.now()),
    lock,
    story,
    pollMs: settings.pollMs,
    change: prepared.change,
    goesOn: world.gate?.after !== undefined,
    bake: settings.bakeMs === 0 ? undefined : bakeOf(settings, world, prepared.evidence, prepared.service),
    onGoingBack: async (state) => {
      await diagnose(about, world, story, state);
      await request.show?.(story);
    },
  });
  if (end.refused !== undefined) {
    midst.isTouched = false;
    midst.taskDefinitionArn = undefined;
    await lock.release();
    return ended(midst, 'refused', `ECS does not take the update: ${end.refused}`);
  }
  const { outcome, reason, back } = end.state;
  if (end.isHandedOver) {
    const told = back?.by === 'abort' ? 'ECS was told to stop the deployment' : 'ECS was told to go back';
    const why = back?.why ?? world.cancellation.reason;
    return ended(
      midst,
      'interrupted',
      `${why}; ${back === null ? 'whether ECS took the update is not known' : told}`,
      end,
    );
  }
  if (outcome === 'succeeded') {
    const after = await ranAfter(midst, lock, plan, end);
    if (after !== undefined) return after;
  } else if (outcome !== 'superseded') await diagnose(about, world, story, end.state);
  if (lock.lostTo === undefined) await lock.release();
  else lock.end();
  const isAccess = reason.startsWith(accessEndsWords);
  return ended(midst, isAccess ? 'access-lost' : (outcome ?? 'interrupted'), reason, end);
}

/** Runs what follows a good rollout. When that fails the service goes back, and this is the result. */
async function ranAfter(
  midst: Midst,
  lock: HeldRolling,
  plan: FollowPlan,
  end: Followed,
): Promise<RollResult | undefined> {
  const { service, taskDefinitionArn, lastGoodArn, onFailure, onCancel } = plan;
  const { gate } = midst.world;
  if (gate?.after === undefined) return undefined;
  const after = await gate.after({ service, taskDefinitionArn, watch: lock.watch });
  if (after.ok) {
    lock.note(end.state);
    return undefined;
  }
  if (after.log !== undefined) midst.story.logs = [after.log];
  const isLeft = after.outcome === 'interrupted' ? onCancel !== 'rollback' : onFailure === 'leave';
  if (!isLeft && lastGoodArn !== null) return wentBack(midst, lock, lastGoodArn, after.reason, end);
  lock.note(end.state);
  if (lock.lostTo === undefined) await lock.release();
  return ended(midst, after.outcome, `${after.reason}; the new version was left running`, end);
}

async function wentBack(
  midst: Midst,
  lock: HeldRolling,
  target: string,
  why: string,
  release?: Followed,
): Promise<RollResult> {
  const result = await returnTo(midst, lock, target, why, release);
  // Interrupted, it is `post`'s to follow.
  if (lock.lostTo === undefined && result.outcome !== 'interrupted') await lock.release();
  return result;
}

async function notBegun(midst: Midst, prepared: Exclude<Prepared, { kind: 'go' }>): Promise<RollResult> {
  if (prepared.kind === 'unchanged') {
    midst.taskDefinitionArn = prepared.before.taskDefinitionArn;
    return ended(midst, 'unchanged', prepared.reason);
  }
  return ended(midst, prepared.kind, prepared.reasons.join('; '));
}

async function showPlan({ world, story, request }: Midst): Promise<void> {
  world.report.line('Plan');
  for (const [i, line] of story.plan.entries()) world.report.line(`  ${i + 1}. ${line}`);
  world.report.line('');
  await request.show?.(story);
}
