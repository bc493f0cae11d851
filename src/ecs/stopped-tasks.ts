/** Why tasks stopped, grouped: ten tasks that died of one cause are one line. */
export interface Stopped {
  readonly stopCode: string;
  readonly stoppedReason: string;
  readonly containers: readonly {
    readonly name: string;
    readonly exitCode: number | null;
    readonly reason: string;
    /** `UNHEALTHY` when its own health check fails. */
    readonly health?: string;
  }[];
}

/**
 * Stop codes that speak against the release. Not among them: the scheduler's own scale-in and replacement, a user's
 * stop, a Spot interruption.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Task.html#ECS-Type-Task-stopCode
 */
const fatalCodes = ['TaskFailedToStart', 'EssentialContainerExited'];

/** Whether the task stopped because of what it runs. A failed health check is the scheduler's stop with a reason of its own. */
export function speaksAgainstRelease(task: Stopped): boolean {
  return fatalCodes.includes(task.stopCode) || failsItsChecks(task);
}

const failsItsChecks = ({ stoppedReason }: Stopped): boolean =>
  /failed (elb|container|alb|nlb) health checks/i.test(stoppedReason);

/** Tasks that stopped for one and the same cause. */
export interface Cause<T extends Stopped = Stopped> {
  /** In the words of the first of them. */
  readonly words: string;
  /** In the order in which they were given. */
  readonly tasks: readonly T[];
}

/** The causes, the most frequent first. */
export function grouped<T extends Stopped>(tasks: readonly T[]): Cause<T>[] {
  const groups = new Map<string, { words: string; tasks: T[] }>();
  for (const task of tasks) {
    const words = causeOf(task);
    const key = essence(words);
    const group = groups.get(key) ?? { words, tasks: [] };
    group.tasks.push(task);
    groups.set(key, group);
  }
  return [...groups.values()].sort((a, b) => b.tasks.length - a.tasks.length);
}

/** One line for each cause, the most frequent first: `3 × Essential container in task exited (app: exit code 1)`. */
export function causes(tasks: readonly Stopped[]): string[] {
  return grouped(tasks).map(({ words, tasks: { length } }) => `${length} × ${words}`);
}

/**
 * What of a reason is the same for all tasks that stop of it. ECS writes into it whose session was refused (named after
 * the task), which request failed, from which address, and how often it was tried. The digest of an image stays: that is
 * what could not be pulled.
 */
export function essence(words: string): string {
  return words
    .replace(/\b[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\b/gi, '…')
    .replace(/(?<!sha256:)\b[0-9a-f]{32}(?:[0-9a-f]{32})?\b/g, '…')
    .replace(/\b\d{1,3}(?:\.\d{1,3}){3}(?::\d+)?\b/g, '…')
    .replace(/\b\d+(?= times?\b)/g, '…');
}

function causeOf(task: Stopped): string {
  const reason = plain(task.stoppedReason);
  const said = task.containers.map(({ name, exitCode, reason: why, health }) => {
    const own = plain(why);
    // How it ended says nothing then: it was told to.
    if (failsItsChecks(task)) return health === 'UNHEALTHY' ? `container ${name}` : '';
    // What kept the task from starting is told of the container as well.
    if (own !== '' && own === reason && exitCode === null) return `container ${name}`;
    const exit = exitCode === null || (exitCode === 0 && own === '') ? '' : exitWords(exitCode, own);
    const parts = [exit, own === reason ? '' : own].filter(Boolean);
    return parts.length > 0 ? `${name}: ${parts.join(', ')}` : '';
  });
  const details = said.filter(Boolean);
  if (details.length === 0 && task.stopCode === 'EssentialContainerExited') {
    // One that ends without an error has ended all the same: most often a command that is done.
    const ended = task.containers.filter(({ exitCode }) => exitCode === 0);
    details.push(...ended.map(({ name }) => `${name}: exit code 0`));
  }
  return `${reason || task.stopCode || 'no reason given'}${details.length > 0 ? ` (${details.join('; ')})` : ''}`;
}

/** The name of a target group says what its whole ARN says. */
const plain = (reason: string): string =>
  reason.replace(/\barn:[\w-]+:elasticloadbalancing:[^\s:]*:\d*:targetgroup\/([^/\s)]+)(?:\/\w+)?/g, '$1').trim();

/** A container killed by signal N exits with 128 + N; 137 is a SIGKILL, for want of memory where nothing else is said. */
function exitWords(exitCode: number, reason: string): string {
  const meaning: Readonly<Record<number, string>> = {
    137: /OutOfMemory/.test(reason) ? '' : ' = SIGKILL, out of memory or stop timeout',
    139: ' = SIGSEGV',
    143: ' = SIGTERM',
  };
  return `exit code ${exitCode}${meaning[exitCode] ?? ''}`;
}
