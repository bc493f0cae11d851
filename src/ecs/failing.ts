import { essence, grouped, type Stopped, speaksAgainstRelease } from './stopped-tasks.js';

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
  const groups = grouped(fatal);
  const lines = groups.map(({ words, tasks }) => `${tasks.length} × ${words}`);
  if ((groups[0]?.tasks.length ?? 0) >= failAfter) return `tasks keep failing: ${lines[0]}`;
  if (fatal.length >= 3 * failAfter) return `tasks keep failing: ${lines.join('; ')}`;
  if (failedTasks < failAfter || stopped === undefined || fatal.length >= failedTasks) return undefined;
  if (placement.length > 0) return `tasks cannot be started: ${counted(placement)}`;
  if (stopped === 'unavailable') return `tasks keep failing: ECS counts ${failedTasks}; why cannot be read`;
  return undefined;
}

function counted(reasons: readonly string[]): string {
  const groups = new Map<string, string[]>();
  for (const reason of reasons) groups.set(essence(reason), [...(groups.get(essence(reason)) ?? []), reason]);
  return [...groups.values()]
    .sort((a, b) => b.length - a.length)
    .map((group) => `${group.length} × ${group[0]}`)
    .join('; ');
}

/**
 * Why a task could not be placed or launched, as an event of the service says it; undefined for other events.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-event-messages-list.html
 */
export function placementProblem(message: string): string | undefined {
  const { placed, launched } =
    /was unable to place a task\b[^.]*\.\s*(?:Reason: )?(?<placed>.+)$|failed to launch a task with \(error (?<launched>.+)\)\.?$/is.exec(
      message,
    )?.groups ?? {};
  return (placed ?? launched)
    ?.trim()
    .replace(/\.$/, '')
    .replace(/\. For more information, see the Troubleshooting section.*$/s, '');
}

/** What a load balancer's health check got of a task, as an event of the service says it; undefined for other events. */
export function unhealthyTarget(message: string): string | undefined {
  return /is unhealthy in \(target-group [^)]+\) due to \(reason (?<why>.+)\)\.?$/is.exec(message)?.groups?.why;
}
