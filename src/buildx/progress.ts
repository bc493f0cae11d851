import type { ProgressLine } from '../ports/image-builder.js';
import { type Finding, readStatus, type SolveStatus, type Vertex } from './solve-status.js';
import { StepLog } from './step-log.js';
import { plainText, seconds } from './words.js';

/** What became of one target, as far as the progress tells. */
export interface TargetFigures {
  readonly steps: number;
  readonly cachedSteps: number;
  /** From its first step to its last, ms. */
  readonly tookMs: number;
  readonly cacheExportMs: number;
  /** Digest of what was pushed, when that came to its end. */
  readonly pushed: string | undefined;
}

/** A text of progress, line by line. */
export interface Progress {
  /** @param now epoch ms, for programs whose progress has no time in it */
  read(line: string, now: number): readonly ProgressLine[];
  figures(): Readonly<Record<string, TargetFigures>>;
  /** What was not progress: warnings and the error in the end. */
  readonly words: string;
}

interface Step {
  /** Without the name of the target. */
  name: string;
  readonly targets: Set<string>;
  startedAt: number | undefined;
  completedAt: number | undefined;
  isCached: boolean;
  hasFailed: boolean;
  isStartTold: boolean;
  isEndTold: boolean;
  readonly log: StepLog;
  /** Of layers: bytes by their name, the largest that was told. */
  readonly bytes: Map<string, number>;
  /** What was done besides, such as `pushing layers`, with how long it took (ms). */
  readonly deeds: Map<string, number>;
  pushed: string | undefined;
}

/** A step that is over this soon is told in one line, and not at all when it is none of the author's. */
const QUICK_MS = 1_000;
const WORDS_LENGTH = 64 * 1024;

/**
 * Reads what `--progress rawjson` writes: what BuildKit knows of each step, many times a second. Made of it is a line when a
 * step begins and one when it ends, what it wrote, and what went wrong.
 *
 * @param targets all that the solve is made of, those included that others are made from. Bake writes their names before those of
 *   the steps when there are several: https://github.com/docker/buildx/blob/master/util/progress/multiwriter.go
 */
export class JsonProgress implements Progress {
  private readonly steps = new Map<string, Step>();
  private readonly warned = new Set<string>();
  words = '';

  constructor(private readonly targets: readonly string[]) {}

  read(line: string): readonly ProgressLine[] {
    const status = readStatus(line);
    if (status !== undefined) return this.status(status);
    const text = plainText(line);
    if (text.trim() === '') return [];
    this.words = `${this.words}${text}\n`.slice(-WORDS_LENGTH);
    return [{ target: undefined, text }];
  }

  figures(): Readonly<Record<string, TargetFigures>> {
    return Object.fromEntries(this.targets.map((target) => [target, figuresOf(this.of(target))]));
  }

  private of(target: string): readonly Step[] {
    return [...this.steps.values()].filter((step) => step.targets.has(target));
  }

  private status({ vertexes, statuses, logs, warnings }: SolveStatus): readonly ProgressLine[] {
    const lines: ProgressLine[] = [];
    for (const vertex of vertexes) this.seeVertex(vertex);
    for (const { vertex, name, current, startedAt, completedAt } of statuses) {
      const step = this.steps.get(vertex);
      if (step === undefined) continue;
      if (current > 0) step.bytes.set(name, Math.max(current, step.bytes.get(name) ?? 0));
      if (completedAt === undefined) continue;
      step.deeds.set(name, completedAt - (startedAt ?? completedAt));
      const [, digest] = /^pushing manifest for .*@(sha256:[0-9a-f]{64})$/.exec(name) ?? [];
      if (digest !== undefined) step.pushed = digest;
    }
    // What began is told before what it wrote, and that before its end.
    for (const { digest } of vertexes) lines.push(...this.begun(digest));
    for (const { vertex, text } of logs) {
      const step = this.steps.get(vertex);
      if (step === undefined) continue;
      const written = step.log.take(text).map((line) => `${label(step.name)} ${line}`);
      lines.push(...this.said(step, written));
    }
    for (const warning of warnings) lines.push(...this.warning(warning));
    for (const { digest, error } of vertexes) lines.push(...this.ended(digest, error));
    return lines;
  }

  private seeVertex(vertex: Vertex): void {
    const { target, name } = this.split(vertex.name);
    const step = this.steps.get(vertex.digest) ?? {
      name,
      targets: new Set(),
      startedAt: undefined,
      completedAt: undefined,
      isCached: false,
      hasFailed: false,
      isStartTold: false,
      isEndTold: false,
      log: new StepLog(),
      bytes: new Map(),
      deeds: new Map(),
      pushed: undefined,
    };
    if (target !== undefined) step.targets.add(target);
    step.startedAt = earlier(step.startedAt, vertex.startedAt);
    step.completedAt = vertex.completedAt ?? step.completedAt;
    step.isCached ||= vertex.isCached;
    step.hasFailed ||= vertex.error !== undefined;
    this.steps.set(vertex.digest, step);
  }

  /** `[web deps 2/5] RUN …` is of the target `web`, when bake builds more than one. */
  private split(name: string): { target: string | undefined; name: string } {
    if (this.targets.length === 1) return { target: this.targets[0], name };
    const [, target = '', rest = '', then = ''] = /^\[([^\s\]]+)(?:\s([^\]]*))?\](.*)$/s.exec(name) ?? [];
    if (!this.targets.includes(target)) return { target: undefined, name };
    return { target, name: rest === '' ? then.trimStart() : `[${rest}]${then}` };
  }

  private begun(digest: string): readonly ProgressLine[] {
    const step = this.steps.get(digest);
    if (step === undefined || step.isStartTold || step.startedAt === undefined) return [];
    // One that is over already has one line for both.
    if (step.completedAt !== undefined || isInternal(step.name)) return [];
    step.isStartTold = true;
    return this.said(step, [shortName(step.name)]);
  }

  private ended(digest: string, error: string | undefined): readonly ProgressLine[] {
    const step = this.steps.get(digest);
    if (step === undefined || step.isEndTold || step.completedAt === undefined) return [];
    step.isEndTold = true;
    const tookMs = step.completedAt - (step.startedAt ?? step.completedAt);
    const rest = step.log.end(step.hasFailed).map((text) => `${label(step.name)} ${text}`);
    if (isInternal(step.name) && error === undefined && tookMs < QUICK_MS) return this.said(step, rest);
    const subject = step.isStartTold ? label(step.name) : `${shortName(step.name)}:`;
    return this.said(step, [...rest, `${subject} ${outcome(step, error, tookMs)}`]);
  }

  private warning({ text, url }: Finding): readonly ProgressLine[] {
    const told = `warning: ${text}${url === undefined ? '' : ` (${url})`}`;
    if (this.warned.has(told)) return [];
    this.warned.add(told);
    return [{ target: undefined, text: told }];
  }

  /** A step that several targets share is told once, for the first of them. */
  private said(step: Step, texts: readonly string[]): readonly ProgressLine[] {
    const [target] = step.targets;
    return texts.map((text) => ({ target, text }));
  }
}

function outcome(step: Step, error: string | undefined, tookMs: number): string {
  if (error !== undefined) {
    return /context canceled/.test(error) ? 'cancelled' : `failed after ${seconds(tookMs)}: ${plainText(error)}`;
  }
  if (step.isCached) return 'cached';
  const parts = ['exporting layers', 'pushing layers']
    .map((deed) => [deed, step.deeds.get(deed)] as const)
    .flatMap(([deed, ms]) => (ms === undefined || ms < 100 ? [] : [`${deed} ${seconds(ms)}`]));
  const bytes = [...step.bytes.values()].reduce((sum, one) => sum + one, 0);
  if (bytes >= 100_000) parts.push(`${(bytes / 1_000_000).toFixed(1)} MB`);
  return `done in ${seconds(tookMs)}${parts.length === 0 ? '' : ` (${parts.join(', ')})`}`;
}

function figuresOf(steps: readonly Step[]): TargetFigures {
  const own = steps.filter(({ name, completedAt }) => isNumbered(name) && completedAt !== undefined);
  const starts = steps.flatMap(({ startedAt }) => startedAt ?? []);
  const ends = steps.flatMap(({ completedAt }) => completedAt ?? []);
  const cacheExports = steps.filter(({ name }) => /^exporting cache\b/.test(name));
  const exported = steps.filter(({ hasFailed, completedAt }) => !hasFailed && completedAt !== undefined);
  return {
    steps: own.length,
    cachedSteps: own.filter(({ isCached }) => isCached).length,
    tookMs: starts.length === 0 || ends.length === 0 ? 0 : Math.max(0, Math.max(...ends) - Math.min(...starts)),
    cacheExportMs: cacheExports.reduce(
      (sum, { startedAt = 0, completedAt = startedAt }) => sum + completedAt - startedAt,
      0,
    ),
    pushed: exported.flatMap(({ pushed }) => pushed ?? []).at(-1),
  };
}

const isInternal = (name: string): boolean => /^\[(?:[^\]]*\s)?(?:internal|auth)\]/.test(name);

/** A step of the Dockerfile: `[2/5]`, `[deps 2/5]`, `[linux/arm64 deps 2/5]`. */
const isNumbered = (name: string): boolean => /^\[[^\]]*\b\d+\/\d+\]/.test(name);

/** What the lines of a step begin with. */
const label = (name: string): string => /^\[[^\]]*\]/.exec(name)?.[0] ?? `${shortName(name)}:`;

function shortName(name: string): string {
  const [first = '', ...more] = plainText(name).split('\n');
  const isCut = first.length > 200 || more.length > 0;
  return isCut ? `${first.slice(0, 200)} …` : first;
}

const earlier = (one: number | undefined, other: number | undefined): number | undefined =>
  one === undefined ? other : other === undefined ? one : Math.min(one, other);
