import { shortName } from '../ecs/task-definition.js';
import { messageOf } from '../ports/message-of.js';
import type { RollResult } from '../rolling/result.js';
import { undo } from '../rolling/roll.js';
import type { RollSettings } from '../rolling/settings.js';
import { newRollStory } from '../rolling/story.js';
import type { RollingWorld } from '../rolling/world.js';
import type { TouchedService } from './touched-service.js';

/** How it came out for one service. */
export interface TakenBack {
  readonly service: string;
  /** Nothing is left to be done here: it runs what it ran before, or is somebody else's by now. */
  readonly isSettled: boolean;
  /** In a sentence. */
  readonly told: string;
}

/** So long a service may take to be back, ms. */
const backMs = 15 * 60_000;

/**
 * Puts back the services of a release that a run left undecided. It goes by what they run now: one that runs what it ran
 * before is left alone, and so is one that somebody else has deployed to. May be done twice, and side by side with others.
 * Never rejects.
 */
export async function takeBack(
  touched: readonly TouchedService[],
  worldOf: (cluster: string) => RollingWorld,
  region: string,
): Promise<readonly TakenBack[]> {
  return Promise.all(
    touched.map(async (one): Promise<TakenBack> => {
      const { service } = one;
      try {
        return { service, ...(await back(one, worldOf(one.cluster), region)) };
      } catch (error) {
        const why = messageOf(error);
        return { service, isSettled: false, told: `${service} could not be put back: ${why}` };
      }
    }),
  );
}

async function back(
  { cluster, service, before, after }: TouchedService,
  world: RollingWorld,
  region: string,
): Promise<Omit<TakenBack, 'service'>> {
  const seen = (await world.rollout.describe([service]))[0];
  const arn = seen?.taskDefinitionArn ?? '';
  const runs = shortName(arn);
  if (runs === before) return { isSettled: true, told: `${service} runs ${before}, as before the release.` };
  if (runs !== after)
    return { isSettled: true, told: `${service} runs ${runs}, which somebody else has deployed: it was left alone.` };
  const target = arn.slice(0, arn.lastIndexOf('/') + 1) + before;
  const settings = settingsOf(region);
  const request = {
    label: service,
    cluster,
    service,
    definition: { source: { kind: 'arn', arn: target }, edits: {} },
    settings,
  } as const;
  const { desiredCount = 0 } = seen ?? {};
  const done: RollResult = {
    label: service,
    cluster,
    service,
    outcome: 'succeeded',
    reason: '',
    taskDefinitionArn: arn,
    before: { taskDefinitionArn: target, desiredCount, lastGoodArn: target },
    isTouched: true,
    times: {},
    story: newRollStory(world.clock.now()),
    serving: '',
  };
  const { outcome, reason, serving } = await undo(done, request, world);
  const told = [`${service}: ${reason}.`, serving].filter(Boolean).join(' ');
  return { isSettled: outcome === 'rolled-back' || outcome === 'superseded', told };
}

/** What it takes to go back: nothing is looked at but the service. */
const settingsOf = (region: string): RollSettings => ({
  region,
  change: { forceNewDeployment: false },
  timeoutMs: backMs,
  pollMs: 5_000,
  failAfter: 3,
  bakeMs: 0,
  unhealthyLimit: 2,
  unknownLimitMs: 60_000,
  alarms: [],
  queries: [],
  alertRules: [],
  onFailure: 'leave',
  onCancel: 'leave',
  whenBusy: 'replace',
  whenLocked: 'fail',
  logLines: 0,
  dryRun: false,
});
