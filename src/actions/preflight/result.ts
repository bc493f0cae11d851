import { type DiffLine, diffMarkdown, diffText } from '../../ecs/task-definition-diff.js';
import { checks, type Finding } from '../../preflight/preflight.js';
import type { Outputs } from '../../spec/action-spec.js';
import type { PreflightResult } from './run.js';
import type { spec } from './spec.js';

/** One service that was looked at. */
export interface ServiceLooked {
  /** As the services file calls it; without one the name of the service. */
  readonly name: string;
  readonly cluster: string;
  readonly service: string;
  readonly result: PreflightResult;
}

/** Every output, on every way out. Of services that a services file named, everything is told with its name. */
export function preflightOutputs(looked: readonly ServiceLooked[], isMany: boolean): Outputs<typeof spec> {
  const diffs = looked.map(({ result }) => result.diff);
  const isKnown = diffs.every((diff) => diff !== undefined);
  const findings = looked.flatMap(({ name, result }) =>
    result.findings.map((finding) => (isMany ? { service: name, ...finding } : finding)),
  );
  const lines = looked.flatMap(({ name, result }) =>
    diffText(result.diff ?? []).map((line) => (isMany ? `${name}: ${line}` : line)),
  );
  return {
    outcome: outcomeOf(looked),
    reason: reasonOf(looked),
    findings: JSON.stringify(findings),
    changes: isKnown ? String(diffs.flat().length) : '',
    diff: lines.join('\n'),
  };
}

export const outcomeOf = (looked: readonly ServiceLooked[]): PreflightResult['outcome'] =>
  looked.some(({ result }) => result.outcome === 'failed') ? 'failed' : 'passed';

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;
const countOf = (findings: readonly Finding[], level: Finding['level']): number =>
  findings.filter((finding) => finding.level === level).length;

/** `Preflight failed: 2 errors, 1 warning` */
export function reasonOf(looked: readonly ServiceLooked[]): string {
  const findings = looked.flatMap(({ result }) => result.findings);
  const where = looked.length === 1 ? '' : ` in ${counted(looked.length, 'service')}`;
  return `Preflight ${outcomeOf(looked)}: ${tally(findings)}${where}`;
}

const tally = (findings: readonly Finding[]): string =>
  `${counted(countOf(findings, 'error'), 'error')}, ${counted(countOf(findings, 'warning'), 'warning')}`;

const signs: Readonly<Record<Finding['level'], string>> = { error: '✗', warning: '!', note: '·' };

/** The findings for a log, the worst first. */
export function findingLines(findings: readonly Finding[]): string[] {
  return byLevel(findings).map(({ level, check, what }) => `${signs[level]} ${check}: ${what}`);
}

const levels: readonly Finding['level'][] = ['error', 'warning', 'note'];

const byLevel = (findings: readonly Finding[]): Finding[] =>
  levels.flatMap((level) => findings.filter((finding) => finding.level === level));

/** What would change, for a log. */
export function diffLines(diff: readonly DiffLine[] | undefined): readonly string[] {
  if (diff === undefined) return ['What would change in the task definition is not known'];
  return diff.length === 0 ? ['The task definition is the one that runs now'] : diffText(diff);
}

/** Summary and comment, in Markdown. */
export function preflightMarkdown(looked: readonly ServiceLooked[]): string {
  const head = `## ${markOf(looked)} ${cell(reasonOf(looked))}`;
  const [only, ...more] = looked;
  if (only === undefined) return `${head}\n\nNo service is meant.\n`;
  if (more.length === 0) return `${head}\n\n${sectionOf(only)}`;
  const rows = looked.map((one) => {
    const { name, result } = one;
    const changes = result.diff === undefined ? 'not known' : String(result.diff.length);
    return `| ${markOf([one])} ${cell(name)} | ${tally(result.findings)} | ${changes} |`;
  });
  const table = ['| Service | Found | Changes |', '| --- | --- | --- |', ...rows].join('\n');
  // What is in order is folded.
  const sections = looked.map((one) => {
    const open = one.result.outcome === 'failed' ? ' open' : '';
    return `<details${open}><summary>${markOf([one])} ${cell(one.name)}</summary>\n\n${sectionOf(one)}\n</details>`;
  });
  return `${[head, table, ...sections].join('\n\n')}\n`;
}

function markOf(looked: readonly ServiceLooked[]): string {
  if (outcomeOf(looked) === 'failed') return '❌';
  return looked.some(({ result }) => countOf(result.findings, 'warning') > 0) ? '⚠️' : '✅';
}

function sectionOf({ service, cluster, result }: ServiceLooked): string {
  const { findings, diff } = result;
  return [
    `Service \`${service}\` in cluster \`${cluster}\`. Nothing was changed.`,
    ...(findings.length === 0 ? [] : [findingsTable(findings)]),
    '### What would change',
    diff === undefined ? 'That is not known, because of what is said above.' : diffMarkdown(diff),
    checkedList(result),
  ].join('\n\n');
}

const icons: Readonly<Record<Finding['level'], string>> = { error: '❌', warning: '⚠️', note: 'ℹ️' };

function findingsTable(findings: readonly Finding[]): string {
  const rows = byLevel(findings).map(
    ({ level, check, what }) => `| ${icons[level]} ${level} | ${check} | ${cell(what)} |`,
  );
  return ['| | Check | Finding |', '| --- | --- | --- |', ...rows].join('\n');
}

/** What was looked at and gave no finding is said as well: an empty table would prove nothing. */
function checkedList({ findings, leftOut }: PreflightResult): string {
  const clean = checks.filter(({ name }) => !leftOut.includes(name) && !findings.some(({ check }) => check === name));
  const rows = clean.map(({ name, holds }) => `- \`${name}\`: ${holds}`);
  const not = leftOut.length === 0 ? '' : `\n\nNot looked at, because of what is said above: ${leftOut.join(', ')}.`;
  const head = `${clean.length} of ${checks.length} checks found nothing`;
  return `<details><summary>${head}</summary>\n\n${rows.join('\n')}\n\n</details>${not}\n`;
}

/** What AWS and task definitions say must not become Markdown of its own. */
function cell(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_[\]|~]/g, '\\$&')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('@', '&#64;');
}
