import { causes, type Stopped, speaksAgainstRelease } from './stopped-tasks.js';

/**
 * Why the rollout will not get better by itself: tasks that failed for the same reason `failAfter` times, three times as
 * many whatever the reasons, or tasks that could not even be placed so often.
 *
 * @param failedTasks what ECS counts for this deployment: tasks that it could not start are in no list of stopped ones
 */
export function reasonToGiveUp(
  {
    stopped,
    placement,
    failedTasks,
  }: {
    /** Undefined when they were not read this time, `unavailable` when they may not be. */
    stopped: readonly Stopped[] | 'unavailable' | undefined;
    placement: readonly string[];
    failedTasks: number;
  },
  failAfter: number,
): string | undefined {
  const fatal = typeof stopped === 'object' ? stopped.filter(speaksAgainstRelease) : [];
  const grouped = causes(fatal);
  const [most = ''] = grouped;
  if (Number.parseInt(most, 10) >= failAfter) return `tasks keep failing: ${most}`;
  if (fatal.length >= 3 * failAfter) return `tasks keep failing: ${grouped.join('; ')}`;
  if (failedTasks < failAfter || stopped === undefined || fatal.length >= failedTasks) return undefined;
  if (placement.length > 0) return `tasks cannot be started: ${counted(placement)}`;
  if (stopped === 'unavailable') return `tasks keep failing: ECS counts ${failedTasks}; why cannot be read`;
  return undefined;
}

function counted(reasons: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const reason of reasons) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([reason, count]) => `${count} × ${reason}`)
    .join('; ');
}

/**
 * Why a task could not be placed, as an event of the service says it; undefined for other events.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-event-messages-list.html
 */
export function placementProblem(message: string): string | undefined {
  return /was unable to place a task\b[^.]*\.\s*(?:Reason: )?(?<why>.+)$/is
    .exec(message)
    ?.groups?.why?.trim()
    .replace(/\.$/, '')
    .replace(/\. For more information, see the Troubleshooting section.*$/s, '');
}
