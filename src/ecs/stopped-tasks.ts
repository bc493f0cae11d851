/** Why tasks stopped, grouped: ten tasks that died of one cause are one line. */
export interface Stopped {
  readonly stopCode: string;
  readonly stoppedReason: string;
  readonly containers: readonly { readonly name: string; readonly exitCode: number | null; readonly reason: string }[];
}

/**
 * Stop codes that speak against the release. Not among them: the scheduler's own scale-in and replacement, a user's
 * stop, a Spot interruption.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Task.html#ECS-Type-Task-stopCode
 */
const fatalCodes = ['TaskFailedToStart', 'EssentialContainerExited'];

/** Whether the task stopped because of what it runs. A failed health check is the scheduler's stop with a reason of its own. */
export function speaksAgainstRelease(task: Stopped): boolean {
  return fatalCodes.includes(task.stopCode) || /failed (elb|container|alb|nlb) health checks/i.test(task.stoppedReason);
}

/** One line for each cause, the most frequent first: `3 × Essential container in task exited (app: exit code 1)`. */
export function causes(tasks: readonly Stopped[]): string[] {
  const counts = new Map<string, number>();
  for (const task of tasks) counts.set(causeOf(task), (counts.get(causeOf(task)) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a).map(([cause, count]) => `${count} × ${cause}`);
}

function causeOf(task: Stopped): string {
  const details = task.containers
    .filter((container) => (container.exitCode !== null && container.exitCode !== 0) || container.reason !== '')
    .map((container) => {
      const exit = container.exitCode === null ? '' : `exit code ${container.exitCode}${signal(container.exitCode)}`;
      return `${container.name}: ${[exit, container.reason].filter(Boolean).join(', ')}`;
    });
  return `${task.stoppedReason || task.stopCode || 'no reason given'}${details.length > 0 ? ` (${details.join('; ')})` : ''}`;
}

/** A container killed by signal N exits with 128 + N; 137 is a SIGKILL, most often for want of memory. */
function signal(exitCode: number): string {
  if (exitCode === 137) return ' = SIGKILL, out of memory or stop timeout';
  if (exitCode === 139) return ' = SIGSEGV';
  if (exitCode === 143) return ' = SIGTERM';
  return '';
}
