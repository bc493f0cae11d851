import { causes, type Stopped, speaksAgainstRelease } from '../ecs/stopped-tasks.js';
import type { Finding } from './verdict.js';

export const stoppedTasksSource = 'stopped tasks';

/** Tasks of green that died since its start. Up to `limit` may: a Spot host goes, a node is patched. */
export function judgeStoppedTasks(tasks: readonly Stopped[], limit: number, at: number): Finding {
  const source = stoppedTasksSource;
  const fatal = tasks.filter(speaksAgainstRelease);
  if (fatal.length === 0) return { source, judgement: 'healthy', reason: 'none', at };
  return { source, judgement: fatal.length >= limit ? 'unhealthy' : 'healthy', reason: causes(fatal).join('; '), at };
}
