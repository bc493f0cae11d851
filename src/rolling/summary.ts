import { clockWords } from '../blue-green/words.js';
import { causes } from '../ecs/stopped-tasks.js';
import { shortName } from '../ecs/task-definition.js';
import { diffMarkdown } from '../ecs/task-definition-diff.js';
import { remedies } from './diagnose.js';
import type { RollOutcome, RollResult } from './result.js';
import type { RollStory } from './story.js';
import { isAgainstRelease } from './words.js';

interface Shown {
  readonly cluster: string;
  readonly service: string;
  readonly region: string;
  readonly story: RollStory;
  /** Undefined while it is under way. */
  readonly result: RollResult | undefined;
  readonly runUrl: string;
}

/** The summary of one service's rollout as Markdown. Pure: the same story reads the same. */
export function rollSummary(shown: Shown): string {
  return [
    head(shown),
    facts(shown),
    warnings(shown),
    why(shown),
    timeline(shown),
    events(shown),
    diff(shown),
    plan(shown),
  ]
    .filter((part) => part !== '')
    .join('\n\n')
    .concat('\n');
}

const signs: Readonly<Record<RollOutcome, string>> = {
  succeeded: '✅ Deployed',
  unchanged: '⚪ Unchanged',
  'rolled-back': '↩️ Rolled back',
  failed: '❌ Failed',
  superseded: '⏭️ Superseded',
  stopped: '⏹️ Stopped by somebody else',
  'timed-out': '⌛ Timed out',
  'access-lost': '🔑 Access was lost',
  refused: '🚫 Refused',
  interrupted: '⏹️ Interrupted',
};

function head({ result, service, cluster }: Shown): string {
  const title = result === undefined ? '⏳ Under way' : signs[result.outcome];
  return `## ${title}: ${cell(service)} in ${cell(cluster.slice(cluster.lastIndexOf('/') + 1))}${result === undefined ? '' : `\n\n${cell(result.reason)}`}`;
}

function facts({ result, cluster, service, region }: Shown): string {
  if (result === undefined) return '';
  const seconds = (ms: number | undefined): string => (ms === undefined ? '' : `${Math.round(ms / 100) / 10} s`);
  const { times, taskDefinitionArn, before, serving, deploymentId } = result;
  const rows = [
    ['Runs now', serving],
    ['Deployed', taskDefinitionArn === undefined ? '' : shortName(taskDefinitionArn)],
    ['Before', before === undefined ? '' : shortName(before.taskDefinitionArn)],
    ['Service deployment', deploymentId === undefined ? '' : deploymentId.slice(deploymentId.lastIndexOf('/') + 1)],
    ['Time to deploy', seconds(times.rolloutMs)],
    ['Time to detect', seconds(times.detectMs)],
    ['Time to restore', seconds(times.restoreMs)],
    ['Console', links(region, cluster, service)],
  ].filter(([, value]) => value !== '') as string[][];
  const command = result.command === undefined ? '' : `\n\nRun this now:\n\n\`\`\`sh\n${result.command}\n\`\`\``;
  return `${table(['', ''], rows)}${command}`;
}

/** https://docs.aws.amazon.com/general/latest/gr/ecs-service.html: the console has a host of its own for each partition. */
function links(region: string, cluster: string, service: string): string {
  const host = region.startsWith('cn-')
    ? 'console.amazonaws.cn'
    : region.startsWith('us-gov-')
      ? 'console.amazonaws-us-gov.com'
      : `${region}.console.aws.amazon.com`;
  const name = cluster.slice(cluster.lastIndexOf('/') + 1);
  const to = (page: string): string =>
    `https://${host}/ecs/v2/clusters/${name}/services/${service}/${page}?region=${region}`;
  return [
    `[deployments](${to('deployments')})`,
    `[events](${to('events')})`,
    `[tasks](${to('tasks')})`,
    `[logs](${to('logs')})`,
  ].join(' · ');
}

function warnings({ story }: Shown): string {
  return [...story.warnings, ...story.unread].map((warning) => `> ⚠️ ${cell(warning)}`).join('\n>\n');
}

function why({ story, result }: Shown): string {
  const { stopped, logs, targets, detail } = story;
  const parts: string[] = [];
  if (stopped.length > 0) {
    const list = causes(stopped).map((cause) => `- ${cell(cause)}`);
    const health = stopped
      .flatMap(({ containers }) => containers)
      .filter((container) => container.health === 'UNHEALTHY')
      .map(({ name }) => name);
    const failing =
      health.length === 0 ? '' : `\n- container health check failing: ${cell([...new Set(health)].join(', '))}`;
    parts.push(`### Why tasks stopped\n\n${list.join('\n')}${failing}`);
  }
  const unwell = targets.flatMap(({ group, seen }) =>
    seen
      // Those on their way out are of tasks whose end is told above.
      .filter(({ state }) => state !== 'healthy' && state !== 'draining')
      .map(({ id, port, state, reason }) => [group, `${id}:${port}`, state, reason]),
  );
  if (unwell.length > 0)
    parts.push(`### Targets when it was found bad\n\n${table(['Target group', 'Target', 'State', 'Reason'], unwell)}`);
  if (detail !== undefined) {
    const breaker = detail.circuitBreaker;
    const rows = [
      ['Status', detail.status],
      ['Reason', detail.statusReason],
      ['Rollback', detail.rollbackReason],
      ['Alarms', detail.triggeredAlarms.join(', ')],
      [
        'Circuit breaker',
        breaker.status === '' || breaker.status === 'DISABLED'
          ? ''
          : `${breaker.status}, ${breaker.failures} of ${breaker.threshold} failures`,
      ],
    ].filter(([, value]) => value !== '') as string[][];
    if (rows.length > 0) parts.push(`### What ECS says of the deployment\n\n${table(['', ''], rows)}`);
  }
  const found = result !== undefined && isAgainstRelease(result.outcome) ? remedies(story, result.reason) : [];
  if (found.length > 0) parts.push(`### What to do\n\n${found.map((line) => `- ${cell(line)}`).join('\n')}`);
  const last = logs.map(
    ({ container, task, lines }) =>
      `<details open><summary>Last lines of ${cell(container)} in task ${task}</summary>\n\n${fenced(lines)}\n\n</details>`,
  );
  return [...parts, ...last].join('\n\n');
}

function timeline({ story, result }: Shown): string {
  if (result === undefined || story.timeline.length < 2) return '';
  const rows = story.timeline.map(({ at, what }) => [clockWords(at - story.startedAt), what]);
  return `### What happened\n\n${table(['When', 'What'], rows)}`;
}

/** So many events are enough to see what went on. */
const mostEvents = 30;

function events({ story, result }: Shown): string {
  const { events: all, begunAt } = story;
  if (all.length === 0 || begunAt === null || result === undefined) return '';
  const shown = all.slice(0, mostEvents).toReversed();
  const rows = shown.map(({ at, message }) => [clockWords(at - begunAt), message]);
  const more = all.length > mostEvents ? ` (the last ${mostEvents} of ${all.length})` : '';
  return `<details><summary>Events of the service since the deployment began${more}</summary>\n\n${table(['When', 'Event'], rows)}\n\n</details>`;
}

function diff({ story }: Shown): string {
  return story.diff.length === 0 ? '' : `### What changes in the task definition\n\n${diffMarkdown(story.diff)}`;
}

function plan({ story, runUrl }: Shown): string {
  if (story.plan.length === 0) return '';
  const lines = story.plan.map((line, i) => `${i + 1}. ${cell(line)}`);
  return `<details><summary>The plan</summary>\n\n${lines.join('\n')}\n\n${runUrl === '' ? '' : `Run: ${runUrl}\n\n`}</details>`;
}

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map((text) => cell(text)).join(' | ')} |`;
  return [line(heads), `|${heads.map(() => ' --- ').join('|')}|`, ...rows.map(line)].join('\n');
}

/** Log lines as they are: the fence is longer than any run of backticks in them. */
function fenced(lines: readonly string[]): string {
  const longest = Math.max(2, ...lines.flatMap((line) => (line.match(/`+/g) ?? []).map((run) => run.length)));
  const fence = '`'.repeat(longest + 1);
  return `${fence}text\n${lines.join('\n')}\n${fence}`;
}

/** Text from outside must not break the table, nor the page. */
function cell(text: string): string {
  return text
    .replace(/\r?\n/g, ' ')
    .replaceAll('|', '\\|')
    .replace(/<(?!br>)/g, '&lt;');
}
