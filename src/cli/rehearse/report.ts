import { toldInSummary, troubleLines } from '../told-in-summary.js';
import type { Performance } from './play.js';
import type { PlayedRun } from './played.js';
import type { Screen } from './screen.js';
import { withShortArns } from './short-arns.js';
import { grouped } from './traffic-bar.js';

/** What a rehearsal tells in the end: for people on the screen, for programs as `report.json`. */

const words: Readonly<Record<string, string>> = {
  promoted: 'promoted',
  succeeded: 'deployed',
  'rolled-back': 'rolled back',
  refused: 'refused',
  interrupted: 'interrupted, traffic restored',
  killed: 'killed',
  nothing: 'left alone',
};

const worded = (outcome: string): string => words[outcome] ?? (outcome || 'no outcome');

/** How it ended, and what came of the runs after it: `killed, left alone, recovered`. */
const outcomesOf = ({ outcome, acts }: Performance): string =>
  [outcome, ...acts.map((run) => run.outcome)].map(worded).join(', ');

/** The end of one scenario: what came of it, and how the clients fared. */
export function tellPerformance(screen: Screen, played: Performance): void {
  const { paint } = screen;
  const ok = played.differences.length === 0;
  const sign = ok ? paint.green('✓') : paint.red('✗');
  screen.line(
    `${sign} ${paint.bold(capital(worded(played.outcome)))}${ok ? ', as it should be' : ''}: ${withShortArns(played.reason)}`,
    2,
  );
  for (const run of played.rivals) {
    screen.line(`  The other run: ${paint.bold(worded(run.outcome))}: ${withShortArns(run.reason)}`, 2);
  }
  for (const { act, outcome, reason } of played.acts) {
    screen.line(`  Then ${act.action ?? 'again'}: ${paint.bold(worded(outcome))}: ${withShortArns(reason)}`, 2);
  }
  screen.line(`  ${inClients(played)}`, 2);
  for (const { text, indent, isQuoted } of troubleLines(toldInSummary(played.summary))) {
    screen.line(`  ${isQuoted ? paint.dim(text) : text}`, 2 + indent);
  }
  if (ok) screen.line(`  Safe, because ${played.scenario.why}`, 2);
  for (const difference of played.differences) screen.line(`  ${paint.red('✗')} ${difference}`, 4);
  if (!ok && wasTooFast(played)) {
    const waited = `${(played.waitedMs / 1000).toFixed(1)} s, which are ${Math.round((played.waitedMs * played.speed) / 1000)} s of the cloud's clock`;
    const slower = Math.max(1, Math.round(played.speed / 4));
    screen.line(`  This machine was busy and kept it waiting for up to ${waited}. Try --speed ${slower}`, 2);
  }
  screen.line();
}

/** `2,130 requests, none failed; v1 answered 1,204, v2 926; p95 3 ms` */
function inClients({ clients, liveVersion, newVersion }: Performance): string {
  const { requests, failed } = clients.total;
  const share = failed === 0 ? 'none failed' : `${grouped(failed)} failed (${percent(failed, requests)})`;
  const versions = [liveVersion, newVersion].map((version) => {
    const count = clients.byVersion.get(version);
    if (count === undefined) return `${version} answered none`;
    return `${version} answered ${grouped(count.requests)}${count.failed === 0 ? '' : `, ${grouped(count.failed)} of them badly`}`;
  });
  const p95 = clients.percentileMs(95);
  return `${grouped(requests)} client requests, ${share}; ${versions.join('; ')}${p95 === undefined ? '' : `; p95 ${Math.round(p95)} ms`}`;
}

/**
 * What people would not notice is long at this pace: whoever looks every 5 s of the cloud's clock missed two looks. Then a
 * release that ends otherwise than it should has met the machine, and not what was rehearsed.
 */
const wasTooFast = ({ waitedMs, speed }: Performance): boolean => waitedMs * speed > 10_000;

export interface Ending {
  readonly performances: readonly Performance[];
  readonly seconds: number;
  readonly folder: string;
}

/** The table of all scenarios and who serves now. */
export function tellEnding(screen: Screen, { performances, seconds, folder }: Ending): void {
  const { paint } = screen;
  const rows = performances.map((played) => [
    played.scenario.name,
    outcomesOf(played),
    played.exitCode === null ? '–' : String(played.exitCode),
    // A cancel is asked for, not detected.
    played.outcome === 'rolled-back' ? time(played.outputs['seconds-to-detect']) : '–',
    played.outcome === 'rolled-back' ? time(played.outputs['seconds-to-restore']) : '–',
    grouped(played.clients.total.requests),
    grouped(played.clients.total.failed),
    `${(played.realMs / 1000).toFixed(1)} s`,
  ]);
  const heads = ['scenario', 'outcome', 'exit code', 'detected in', 'restored in', 'requests', 'failed', 'took'];
  const widths = heads.map((head, i) => Math.max(head.length, ...rows.map((row) => row[i]?.length ?? 0)));
  const lineOf = (cells: readonly string[]) =>
    cells.map((cell, i) => (i < 2 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join('  ');
  screen.line(paint.dim(`  ${lineOf(heads)}`));
  for (const [i, row] of rows.entries()) {
    const sign = performances[i]?.differences.length === 0 ? paint.green('✓') : paint.red('✗');
    screen.line(`${sign} ${lineOf(row)}`);
  }
  screen.line(
    paint.dim(
      "  Detected and restored are in seconds of the cloud's clock, which runs faster than yours; took is in yours.",
    ),
    2,
  );
  screen.line();
  const last = performances.at(-1);
  if (last !== undefined) screen.line(`Serving now: ${servingNow(last)}`);
  screen.line(`Job summaries, logs, report.json: ${folder}`);
  const failed = performances.filter((played) => played.differences.length > 0).length;
  const all = performances.length;
  const good = all === 1 ? 'It ended as it should' : `${all === 2 ? 'Both' : `All ${all}`} ended as they should`;
  const took = `in ${seconds.toFixed(1)} s`;
  screen.line(
    failed === 0
      ? paint.green(`${good}, ${took}.`)
      : paint.red(`${failed} of ${all} did not end as ${failed === 1 ? 'it' : 'they'} should, ${took}.`),
  );
}

/** By what the last clients got: `v2 by shop-green (100 %)`. */
function servingNow({ afterwards, outputs }: Performance): string {
  const { requests } = afterwards.total;
  const versions = [...afterwards.byVersion].map(
    ([version, count]) => `${version || 'nobody'} (${percent(count.requests, requests)} of the last requests)`,
  );
  const service = outputs['active-service'];
  return `${versions.join(', ')}${service === undefined || service === '' ? '' : `, by ${service}`}`;
}

const time = (seconds: string | undefined): string => (seconds ? `${Number(seconds)} s` : '–');
const percent = (part: number, whole: number): string =>
  whole === 0 ? '0 %' : `${Math.round((1000 * part) / whole) / 10} %`;
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The same as data. */
export function reportOf(ending: Ending): unknown {
  const { performances, seconds } = ending;
  return {
    ok: performances.every((played) => played.differences.length === 0),
    seconds,
    scenarios: performances.map((played) => ({
      name: played.scenario.name,
      ok: played.differences.length === 0,
      differences: played.differences,
      outcome: played.outcome,
      reason: played.reason,
      speed: played.speed,
      exitCode: played.exitCode,
      postExitCode: played.postExitCode,
      rivals: played.rivals.map(runOf),
      afterwardsRuns: played.acts.map((run) => ({ action: run.act.action ?? null, ...runOf(run) })),
      why: played.scenario.why,
      liveVersion: played.liveVersion,
      newVersion: played.newVersion,
      secondsToDetect: numberOr(played.outputs['seconds-to-detect']),
      secondsToRestore: numberOr(played.outputs['seconds-to-restore']),
      realSeconds: played.realMs / 1000,
      cloudSeconds: played.cloudMs / 1000,
      waitedSeconds: played.waitedMs / 1000,
      wasTooFast: wasTooFast(played),
      clients: {
        ...played.clients.total,
        byVersion: Object.fromEntries(played.clients.byVersion),
        byStatus: Object.fromEntries(played.clients.byStatus),
        p50Ms: played.clients.percentileMs(50) ?? null,
        p95Ms: played.clients.percentileMs(95) ?? null,
        p99Ms: played.clients.percentileMs(99) ?? null,
      },
      afterwards: { ...played.afterwards.total, byVersion: Object.fromEntries(played.afterwards.byVersion) },
      activeService: played.outputs['active-service'] ?? '',
      files: played.files,
    })),
  };
}

const runOf = ({ outcome, reason, exitCode, postExitCode, runUrl }: PlayedRun) => ({
  outcome,
  reason,
  exitCode,
  postExitCode,
  runUrl,
});

const numberOr = (text: string | undefined): number | null => (text ? Number(text) : null);
