import { planLines } from '../../blue-green/plan.js';
import { type Result, servingInWords } from '../../blue-green/result.js';
import type { Story } from '../../blue-green/story.js';
import { clockWords } from '../../blue-green/words.js';
import { causes } from '../../ecs/stopped-tasks.js';
import { shortName } from '../../ecs/task-definition.js';
import type { MinuteSeen } from '../../ports/evidence.js';
import { formatDuration } from '../../spec/duration.js';

/** The job summary as Markdown. Pure: the same story reads the same. */
export function summaryOf(story: Story): string {
  return [
    head(story),
    serving(story.result),
    warnings(story),
    picture(story),
    steps(story),
    timeline(story),
    stoppedTasks(story),
    plan(story),
  ]
    .filter((part) => part !== '')
    .join('\n\n')
    .concat('\n');
}

const signs: Record<Result['outcome'], string> = {
  promoted: '✅ Promoted',
  unchanged: '⚪ Unchanged',
  'rolled-back': '↩️ Rolled back',
  interrupted: '⏹️ Interrupted',
  refused: '🚫 Refused',
  stuck: '🆘 Stuck: a person is needed',
};

function head({ plan, result }: Story): string {
  const title = result === undefined ? '⏳ Under way' : signs[result.outcome];
  const what = plan === undefined ? '' : `: ${plan.blue.service} → ${plan.green.service}`;
  const reason = result === undefined ? '' : `\n\n${cell(result.reason)}`;
  return `## ${title}${what}${reason}`;
}

function serving(result: Result | undefined): string {
  if (result === undefined) return '';
  const rows = [
    [
      'Serves traffic now',
      servingInWords(result) || (result.outcome === 'refused' ? 'was not read' : 'could not be read'),
    ],
    ['Task definition deployed', result.taskDefinitionArn === undefined ? '' : shortName(result.taskDefinitionArn)],
    ['Rolled back at', result.rolledBackAtWeight === undefined ? '' : `${result.rolledBackAtWeight} %`],
    ['Time to detect', result.detectMs === undefined ? '' : `${Math.round(result.detectMs / 100) / 10} s`],
    ['Time to restore', result.restoreMs === undefined ? '' : `${Math.round(result.restoreMs / 100) / 10} s`],
  ].filter(([, value]) => value !== '');
  const command = result.command === undefined ? '' : `\n\nRun this now:\n\n\`\`\`sh\n${result.command}\n\`\`\``;
  return `${table(['', ''], rows as string[][])}${command}`;
}

function warnings({ warnings: all }: Story): string {
  return all.map((warning) => `> ⚠️ ${cell(warning)}`).join('\n>\n');
}

/** How many points the picture has at most; a Mermaid chart gets unreadable beyond. */
const points = 40;

/** The new version's share and error rate over time, and beside it the same as a table for whoever cannot see it. */
function picture(story: Story): string {
  return [chart(story), traffic(story)].filter((part) => part !== '').join('\n\n');
}

/**
 * Mermaid's own first color can hardly be seen on white.
 * https://mermaid.js.org/syntax/xyChart.html#chart-theme-variables
 */
const palette = `%%{init: {"themeVariables": {"xyChart": {"plotColorPalette": "#2da44e, #cf222e"}}}}%%`;

function chart(story: Story): string {
  const seen = story.timeline.filter((entry) => entry.greenPercent !== null);
  const [first] = seen;
  const last = story.timeline.at(-1);
  if (first === undefined || last === undefined || last.at <= first.at) return '';
  const from = story.startedAt;
  const count = Math.min(points, Math.max(2, Math.ceil((last.at - from) / 15_000)));
  const at = Array.from({ length: count }, (_, i) => from + ((last.at - from) * i) / (count - 1));
  const minutes = Math.max(0.1, Math.round((last.at - from) / 6_000) / 10);
  const hasErrors = story.minutes.green.length > 0;
  const lines = [
    palette,
    'xychart-beta',
    `  title "${newVersion(story)}: share of the traffic${hasErrors ? ' (green), requests answered 5xx (red)' : ''}"`,
    `  x-axis "minutes" 0 --> ${minutes}`,
    '  y-axis "percent" 0 --> 100',
    `  line [${at.map((time) => round(shareAt(story, time))).join(', ')}]`,
  ];
  if (hasErrors) {
    lines.push(`  line [${at.map((time) => round(errorPercentAt(story.minutes.green, time))).join(', ')}]`);
  }
  return `\`\`\`mermaid\n${lines.join('\n')}\n\`\`\``;
}

/** Which service the new version runs in: colors change with every release, and a service may have any name. */
const newVersion = ({ plan }: Story): string => plan?.green.service ?? 'new version';

/** The share as it was last observed by then. */
const shareAt = ({ timeline }: Story, time: number): number =>
  timeline.findLast(({ at, greenPercent }) => at <= time && greenPercent !== null)?.greenPercent ?? 0;

const round = (value: number): number => Math.round(value * 10) / 10;

function errorPercentAt(minutes: readonly MinuteSeen[], time: number): number {
  const minute = minutes.find(({ at }) => at <= time && time < at + 60_000);
  return minute === undefined || minute.requests === 0 ? 0 : (100 * minute.errors5xx) / minute.requests;
}

function steps(story: Story): string {
  const { steps: all } = story;
  if (all.length === 0) return '';
  const rows = all.map(({ weight, from, to, verdict }) => [
    `${round(weight)} %`,
    to === undefined ? 'under way' : formatDuration(Math.round((to - from) / 1000) * 1000) || '0s',
    verdict?.judgement ?? '',
    (verdict?.findings ?? []).map((finding) => `${finding.source}: ${finding.reason}`).join('<br>') ||
      (verdict?.reason ?? ''),
  ]);
  return `### Steps\n\n${table([`Share of ${newVersion(story)}`, 'Watched for', 'Verdict', 'Evidence'], rows)}`;
}

function timeline(story: Story): string {
  const { timeline: all, startedAt } = story;
  if (all.length === 0) return '';
  const rows = all.map(({ at, greenPercent, what }) => [
    clockWords(at - startedAt),
    greenPercent === null ? '?' : `${round(greenPercent)} %`,
    what,
  ]);
  return `### What happened\n\n${table(['When', `Share of ${newVersion(story)}`, 'What'], rows)}`;
}

function traffic(story: Story): string {
  const { minutes, startedAt, plan } = story;
  const times = [...new Set([...minutes.blue, ...minutes.green].map(({ at }) => at))].sort((a, b) => a - b);
  if (times.length === 0 || plan === undefined) return '';
  const at = (side: readonly MinuteSeen[], time: number): string[] => {
    const minute = side.find((candidate) => candidate.at === time);
    if (minute === undefined || minute.requests === 0) return ['0', '', ''];
    const rate = `${round((100 * minute.errors5xx) / minute.requests)} %`;
    return [
      String(minute.requests),
      `${minute.errors5xx} (${rate})`,
      minute.p95Seconds === null ? '' : `${Math.round(minute.p95Seconds * 1000)} ms`,
    ];
  };
  const rows = times.map((time) => [
    clockWords(time - startedAt),
    `${round(shareAt(story, time + 60_000))} %`,
    ...at(minutes.blue, time),
    ...at(minutes.green, time),
  ]);
  const heads = [plan.blue.service, plan.green.service].flatMap((name) => [`${name}: requests`, '5xx', 'p95']);
  return `<details open><summary>Traffic by minute (CloudWatch)</summary>\n\n${table(['Minute', `Share of ${plan.green.service}`, ...heads], rows)}\n\n</details>`;
}

function stoppedTasks({ stopped, plan }: Story): string {
  if (stopped.tasks.length === 0) return '';
  const logs = stopped.logs.map(
    ({ container, task, lines }) =>
      `<details><summary>Last lines of ${cell(container)} in task ${task}</summary>\n\n${fenced(lines)}\n\n</details>`,
  );
  const list = causes(stopped.tasks).map((cause) => `- ${cell(cause)}`);
  return [`### Why tasks of ${plan?.green.service ?? 'green'} stopped`, list.join('\n'), ...logs].join('\n\n');
}

/** Log lines as they are: the fence is longer than any run of backticks in them. */
function fenced(lines: readonly string[]): string {
  const longest = Math.max(2, ...lines.flatMap((line) => (line.match(/`+/g) ?? []).map((run) => run.length)));
  const fence = '`'.repeat(longest + 1);
  return `${fence}text\n${lines.join('\n')}\n${fence}`;
}

function plan({ plan: made, runUrl }: Story): string {
  if (made === undefined) return '';
  const lines = planLines(made).map((line, i) => `${i + 1}. ${cell(line)}`);
  return `<details><summary>The plan</summary>\n\n${lines.join('\n')}\n\n${runUrl === '' ? '' : `Run: ${runUrl}\n\n`}</details>`;
}

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map((text) => cell(text)).join(' | ')} |`;
  return [line(heads), `|${heads.map(() => ' --- ').join('|')}|`, ...rows.map(line)].join('\n');
}

/** Text from outside must not break the table, nor the page. */
function cell(text: string): string {
  return text
    .replace(/\r?\n/g, ' ')
    .replaceAll('|', '\\|')
    .replace(/<(?!br>)/g, '&lt;');
}
