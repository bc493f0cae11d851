import { messageOf } from '../blue-green/words.js';
import type { FollowState } from '../ecs/follow-state.js';
import { causes, speaksAgainstRelease } from '../ecs/stopped-tasks.js';
import { targetsInWords } from '../verdict/target-health.js';
import type { RollStory } from './story.js';
import type { RollingWorld } from './world.js';

/**
 * Reads why it went wrong while it is still to be seen: tasks that are replaced lose their targets, and ECS forgets stopped
 * tasks after an hour. Whatever cannot be read is left out, and said with the permission that is missing.
 */
export async function diagnose(
  of: { readonly targetGroupArns: readonly string[]; readonly logLines: number },
  world: Pick<RollingWorld, 'targets' | 'logs' | 'deployments' | 'report'>,
  story: RollStory,
  { ours }: FollowState,
): Promise<void> {
  const softly = async (what: string, deed: () => Promise<void>): Promise<void> => {
    try {
      await deed();
    } catch (error) {
      const text = `Could not read ${what}: ${messageOf(error)}`;
      if (story.unread.includes(text)) return;
      story.unread.push(text);
      world.report.line(text);
    }
  };
  await Promise.all([
    softly('the health of the targets', async () => {
      if (story.targets.length > 0) return;
      story.targets = await Promise.all(
        of.targetGroupArns.map(async (arn) => ({
          group: arn.split('/')[1] ?? arn,
          seen: await world.targets.targets(arn),
        })),
      );
    }),
    softly('the logs of the stopped tasks', async () => {
      if (story.logs.length > 0) return;
      story.logs = await lastLogs(of.logLines, world, story);
    }),
    softly('what ECS says of the deployment', async () => {
      if (ours.arn !== null) story.detail = await world.deployments.describe(ours.arn);
    }),
  ]);
}

async function lastLogs(
  count: number,
  world: Pick<RollingWorld, 'logs'>,
  { stopped }: RollStory,
): Promise<RollStory['logs']> {
  const logs: RollStory['logs'][number][] = [];
  const fatal = stopped.filter(speaksAgainstRelease);
  // One of each cause says what the others would say again.
  const [newest, another] = (fatal.length > 0 ? fatal : stopped).slice(0, 2);
  for (const task of [newest, another]) {
    if (task === undefined) continue;
    for (const { name } of task.containers) {
      const lines = await world.logs.lastLines(task, name, count);
      if (lines.length > 0) logs.push({ container: name, task: task.arn.slice(task.arn.lastIndexOf('/') + 1), lines });
    }
  }
  return logs;
}

/** What is known of the cause beside what the reason says already, as an addition to it; empty when there is nothing. */
export function whyInWords(story: RollStory, reason: string): string {
  const fatal = causes(story.stopped.filter(speaksAgainstRelease)).slice(0, 2);
  const triggered = (story.detail?.triggeredAlarms ?? []).map((name) => `alarm ${name}`);
  const said = [...triggered, ...fatal].filter((words) => !reason.includes(words));
  if (said.length > 0 || fatal.length > 0) return said.join('; ');
  const unhealthy = story.targets.filter(({ seen }) =>
    seen.some(({ state, reason: why }) => state === 'unhealthy' || why !== ''),
  );
  const ofTargets = unhealthy.map(({ seen }) => targetsInWords(seen, 0));
  const events = story.events
    .filter(({ message }) => /unable|unhealthy/i.test(message))
    .map(({ message }) => plain(message));
  return [...ofTargets, ...[...new Set(events)].slice(0, 1)].filter((words) => !reason.includes(words)).join('; ');
}

/** An event without the name of its service, which everybody knows by then. */
const plain = (message: string): string => message.replace(/^\(service [^)]*\)\s*/, '').replace(/\.$/, '');
