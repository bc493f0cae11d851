import { readdir, readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';

/** Tells all processes of a group. Answers whether there were any. */
export function signalGroup(group: number, signal: NodeJS.Signals | 0): boolean {
  try {
    process.kill(-group, signal);
    return true;
  } catch (error) {
    // EPERM: there are some, of somebody else, such as a program with more rights that was started from here.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/**
 * Whether anything of a group still runs. What has ended and was not waited for by its parent (in a container often nobody
 * does) still has a number, and does not run.
 */
export async function isGroupRunning(group: number): Promise<boolean> {
  if (!signalGroup(group, 0)) return false;
  if (process.platform !== 'linux') return true;
  for (const { state, groupId } of await processes()) {
    if (groupId === group && state !== 'Z' && state !== 'X') return true;
  }
  return false;
}

/** Waits until nothing of a group runs. Answers whether it came to that in time. */
export async function groupEnded(group: number, withinMs: number): Promise<boolean> {
  const until = performance.now() + withinMs;
  for (let waitMs = 5; ; waitMs = Math.min(waitMs * 2, 100)) {
    if (!(await isGroupRunning(group))) return true;
    if (performance.now() >= until) return false;
    await sleep(waitMs);
  }
}

/**
 * Processes that were started with this variable set to this value: what a run that was killed has left behind. On Linux only;
 * elsewhere none are seen.
 */
export async function processesWith(variable: string, value: string): Promise<readonly number[]> {
  if (process.platform !== 'linux') return [];
  const found: number[] = [];
  for (const pid of await numbers()) {
    const environment = await readFile(`/proc/${pid}/environ`, 'utf8').catch(() => '');
    if (pid !== process.pid && environment.split('\0').includes(`${variable}=${value}`)) found.push(pid);
  }
  return found;
}

async function numbers(): Promise<readonly number[]> {
  const names = await readdir('/proc');
  return names.filter((name) => /^\d+$/.test(name)).map(Number);
}

/** https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html */
async function processes(): Promise<readonly { readonly state: string; readonly groupId: number }[]> {
  const stats = (await numbers()).map((pid) => readFile(`/proc/${pid}/stat`, 'utf8').catch(() => ''));
  return (await Promise.all(stats)).flatMap((text) => {
    // The name of the program is in parentheses and may hold anything.
    const [state, , group] = text.slice(text.lastIndexOf(')') + 2).split(' ');
    return state === undefined || group === undefined ? [] : [{ state, groupId: Number(group) }];
  });
}
