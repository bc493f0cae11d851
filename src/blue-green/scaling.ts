import { AccessError } from '../ports/access-error.js';
import type { ScalableTarget } from '../ports/autoscaling.js';
import { messageOf } from '../ports/message-of.js';
import type { HeldLock } from './hold-lock.js';
import type { World } from './world.js';

/** As much of the world as it takes to hold autoscaling and to give it back. */
export type ScalingWorld = Pick<World, 'autoscaling' | 'rollout' | 'report' | 'clock'>;

/** Besides the SDK's own retries; Application Auto Scaling refuses a change while another is under way. */
const attempts = 3;
const pauseMs = 1_000;

/**
 * Reads how both services are scaled, before anything of it is touched. Without the right to read it autoscaling cannot be
 * held; that is told, and the shift goes on.
 */
export async function readScaling(
  world: ScalingWorld,
  blue: { readonly service: string },
  green: { readonly service: string },
  warn: (text: string) => void,
): Promise<readonly ScalableTarget[]> {
  try {
    const before = await world.autoscaling.read([blue.service, green.service]);
    const [ofBlue, ofGreen] = [blue, green].map(({ service }) => before.find((target) => target.service === service));
    if (ofBlue !== undefined && ofGreen === undefined) {
      warn(
        `${green.service} has no scalable target: once it is live, nothing scales it as ${inWords(ofBlue)} is scaled`,
      );
    }
    return before;
  } catch (error) {
    warn(unheld(error));
    return [];
  }
}

/**
 * Suspends all scaling of both services, so that no scaling activity changes desired counts, and with them the evidence,
 * while the traffic moves. To be journaled before (`HeldLock.scalingBefore`). Idempotent.
 */
export async function holdScaling(world: ScalingWorld, lock: HeldLock, warn: (text: string) => void): Promise<void> {
  const before = lock.scalingBefore;
  if (before.length === 0) return;
  const services = await world.rollout.describe(before.map(({ service }) => service));
  const desired = new Map(services.map(({ name, desiredCount }) => [name, desiredCount]));
  try {
    await putAll(
      world,
      before.map((target) => held(target, desired.get(target.service) ?? target.min)),
    );
    world.report.line(`Autoscaling is held until the end: ${before.map(inWords).join(', ')}`);
  } catch (error) {
    warn(unheld(error));
    // What can be held only on one side is held on neither.
    await putAll(world, before).catch(() => {});
    lock.scalingBefore = [];
  }
}

/**
 * A target that does nothing. Registering moves the desired count into the range at once, so the range is widened to what
 * is there: an idle side with 0 tasks and a minimum of 2 would be started by being suspended.
 * https://docs.aws.amazon.com/autoscaling/application/APIReference/API_RegisterScalableTarget.html
 */
export function held(before: ScalableTarget, desired: number): ScalableTarget {
  return {
    service: before.service,
    min: Math.min(before.min, desired),
    max: Math.max(before.max, desired),
    suspended: { in: true, out: true, scheduled: true },
  };
}

/**
 * How both are scaled once the new version is live: scaling follows the traffic. The live side gets what the old one had,
 * and never less room than it had itself. A retired side gets minimum 0, otherwise Application Auto Scaling would start
 * it again; its minimum comes back with the next release, when it becomes the live side.
 */
export function afterPromotion(
  before: readonly ScalableTarget[],
  { old, live, oldSide }: { old: string; live: string; oldSide: 'retired' | 'kept' | 'kept forever' },
): { readonly live: readonly ScalableTarget[]; readonly old: readonly ScalableTarget[] } {
  const ofOld = before.find(({ service }) => service === old);
  const ofLive = before.find(({ service }) => service === live);
  const raised =
    ofLive === undefined || ofOld === undefined
      ? ofLive
      : {
          service: live,
          min: oldSide === 'kept forever' ? Math.max(ofOld.min, ofLive.min) : ofOld.min,
          max: Math.max(ofOld.max, ofLive.max),
          suspended: ofOld.suspended,
        };
  const left = ofOld !== undefined && oldSide === 'retired' ? { ...ofOld, min: 0 } : ofOld;
  return { live: raised === undefined ? [] : [raised], old: left === undefined ? [] : [left] };
}

/** Gives autoscaling back. Answers false, and says how to do it by hand, when that was not possible. */
export async function giveBack(world: ScalingWorld, wanted: readonly ScalableTarget[]): Promise<boolean> {
  try {
    await putAll(world, wanted);
    return true;
  } catch (error) {
    world.report.warn(`Autoscaling could not be given back: ${messageOf(error)}. ${byHand(world, wanted)}`);
    return false;
  }
}

/** The same for whoever has to stop when it is not possible. @throws Error that says how to do it by hand */
export async function demandGivenBack(world: ScalingWorld, wanted: readonly ScalableTarget[]): Promise<void> {
  await putAll(world, wanted).catch((error: unknown) => {
    throw new Error(`Autoscaling could not be given back: ${messageOf(error)}. ${byHand(world, wanted)}`, {
      cause: error,
    });
  });
}

/** The lock was lost: whoever holds it is at work on the same services, and has the journal. */
export function leaveScaling(world: ScalingWorld, lock: HeldLock): void {
  if (lock.scalingBefore.length === 0) return;
  world.report.warn(`Autoscaling was left held, because the lock was lost. ${byHand(world, lock.scalingBefore)}`);
}

async function putAll(world: ScalingWorld, wanted: readonly ScalableTarget[]): Promise<void> {
  if (wanted.length === 0) return;
  for (let attempt = 1; ; attempt++) {
    try {
      await putOnce(world, wanted);
      return;
    } catch (error) {
      if (attempt === attempts || error instanceof AccessError) throw error;
      await world.clock.sleep(pauseMs);
    }
  }
}

/** Puts what differs. What is no scalable target any more was taken away by its owner: it is not made anew. */
async function putOnce(world: ScalingWorld, wanted: readonly ScalableTarget[]): Promise<void> {
  const now = await world.autoscaling.read(wanted.map(({ service }) => service));
  const differing = wanted.filter((target) => {
    const seen = now.find(({ service }) => service === target.service);
    return seen !== undefined && !isSame(seen, target);
  });
  if (differing.length === 0) return;
  const services = await world.rollout.describe(differing.map(({ service }) => service));
  for (const target of differing) {
    await world.autoscaling.put(target);
    const desired = services.find(({ name }) => name === target.service)?.desiredCount ?? 0;
    // Tasks that serve are not taken away by a range that somebody had gone beyond by hand.
    if (desired > target.max) await world.rollout.update(target.service, { desiredCount: desired });
  }
}

function isSame(one: ScalableTarget, other: ScalableTarget): boolean {
  const { in: scaleIn, out, scheduled } = one.suspended;
  return (
    one.min === other.min &&
    one.max === other.max &&
    scaleIn === other.suspended.in &&
    out === other.suspended.out &&
    scheduled === other.suspended.scheduled
  );
}

const inWords = ({ service, min, max }: ScalableTarget): string => `${service} (${min} to ${max})`;

const byHand = (world: ScalingWorld, wanted: readonly ScalableTarget[]): string =>
  `By hand: ${wanted.map((target) => world.autoscaling.commandFor(target)).join(' && ')}`;

/** What to tell when the right is missing. @throws the error when it is another one */
function unheld(error: unknown): string {
  if (!(error instanceof AccessError) || error.detail.kind !== 'denied') throw error;
  return `Autoscaling cannot be held, so that it may change either service's number of tasks during the shift. ${error.message}`;
}
