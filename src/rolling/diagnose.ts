import { placementProblem, unhealthyTarget } from '../ecs/failing.js';
import type { FollowState } from '../ecs/follow-state.js';
import { whatToDo } from '../ecs/remedies.js';
import { essence, grouped, speaksAgainstRelease } from '../ecs/stopped-tasks.js';
import { messageOf } from '../ports/message-of.js';
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

/** So many causes have their logs read. */
const mostCauses = 2;

async function lastLogs(
  count: number,
  world: Pick<RollingWorld, 'logs'>,
  { stopped }: RollStory,
): Promise<RollStory['logs']> {
  const logs: RollStory['logs'][number][] = [];
  const fatal = stopped.filter(speaksAgainstRelease);
  // The newest of each cause says what the others would say again.
  for (const { tasks } of grouped(fatal.length > 0 ? fatal : stopped).slice(0, mostCauses)) {
    const [task] = tasks;
    if (task === undefined) continue;
    // The one that failed is read first: of several containers that is the log that people want.
    const failed = ({ exitCode, reason, health }: (typeof task.containers)[number]): boolean =>
      (exitCode ?? 0) !== 0 || reason !== '' || health === 'UNHEALTHY';
    for (const { name } of [...task.containers].sort((a, b) => Number(failed(b)) - Number(failed(a)))) {
      const lines = await world.logs.lastLines(task, name, count);
      if (lines.length > 0) logs.push({ container: name, task: task.arn.slice(task.arn.lastIndexOf('/') + 1), lines });
    }
  }
  return logs;
}

/** What is known of the cause beside what the reason says already, as an addition to it; empty when there is nothing. */
export function whyInWords(story: RollStory, reason: string): string {
  const isSaid = (words: string): boolean => essence(reason).includes(essence(words));
  const fatal = fatalCauses(story).slice(0, mostCauses);
  const triggered = (story.detail?.triggeredAlarms ?? []).map((name) => `alarm ${name}`);
  const said = [
    ...triggered.filter((words) => !isSaid(words)),
    // How many they are may have changed since the reason was told.
    ...fatal.filter(({ words }) => !isSaid(words)).map(({ words, tasks }) => `${tasks.length} × ${words}`),
    ...healthChecks(story).filter((words) => !isSaid(words)),
  ];
  if (said.length > 0 || fatal.length > 0) return said.join('; ');
  const unhealthy = story.targets.filter(({ seen }) =>
    seen.some(({ state, reason: why }) => state === 'unhealthy' || why !== ''),
  );
  const ofTargets = unhealthy.map(({ seen }) => targetsInWords(seen, 0));
  return [...ofTargets, ...troubles(story).slice(0, 1)].filter((words) => !isSaid(words)).join('; ');
}

const fatalCauses = ({ stopped }: RollStory) => grouped(stopped.filter(speaksAgainstRelease));

/** What the load balancers' health checks got, each once, the newest first: the targets themselves are gone by then. */
const healthChecks = ({ events }: RollStory): string[] => [
  ...new Set(events.flatMap(({ message }) => unhealthyTarget(message) ?? [])),
];

/** What the events complain of, each once: first why tasks cannot be placed, which says more than that they cannot. */
function troubles({ events }: RollStory): string[] {
  const placement = events.flatMap(({ message }) => placementProblem(message) ?? []);
  const others = events.filter(({ message }) => /unable|unhealthy/i.test(message)).map(({ message }) => plain(message));
  return [...new Set(placement.length > 0 ? placement : others)];
}

/** An event without the name of its service, which everybody knows by then. */
const plain = (message: string): string => message.replace(/^\(service [^)]*\)\s*/, '').replace(/\.$/, '');

/** What to do about what was found, in the order of what speaks loudest; empty when nothing is known that helps. */
export function remedies(story: RollStory, reason: string): readonly string[] {
  const targets = story.targets.flatMap(({ seen }) => seen.map((target) => target.reason));
  const causes = fatalCauses(story).map(({ words }) => words);
  return whatToDo(causes.length > 0 ? causes : [...troubles(story), reason, ...targets]);
}
