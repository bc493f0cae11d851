import { type DiffLine, diffMarkdown, diffText } from '../../ecs/task-definition-diff.js';
import { checks, type Finding } from '../../preflight/preflight.js';
import type { Outputs } from '../../spec/action-spec.js';
import type { PreflightResult } from './run.js';
import type { spec } from './spec.js';

/** Every output, on every way out. */
export function preflightOutputs(result: PreflightResult): Outputs<typeof spec> {
  return {
    outcome: result.outcome,
    reason: reasonOf(result),
    findings: JSON.stringify(result.findings),
    changes: result.diff === undefined ? '' : String(result.diff.length),
    diff: diffText(result.diff ?? []).join('\n'),
  };
}

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;
const countOf = (findings: readonly Finding[], level: Finding['level']): number =>
  findings.filter((finding) => finding.level === level).length;

/** `Preflight failed: 2 errors, 1 warning` */
export function reasonOf({ outcome, findings }: PreflightResult): string {
  const [errors, warnings] = [countOf(findings, 'error'), countOf(findings, 'warning')];
  return `Preflight ${outcome}: ${counted(errors, 'error')}, ${counted(warnings, 'warning')}`;
}

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
export function preflightMarkdown(
  { service, cluster }: { readonly service: string; readonly cluster: string },
  result: PreflightResult,
): string {
  const { findings, diff, outcome } = result;
  const mark = outcome === 'failed' ? '❌' : findings.some(({ level }) => level === 'warning') ? '⚠️' : '✅';
  return [
    `## ${mark} ${cell(reasonOf(result))}`,
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
