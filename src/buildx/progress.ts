import type { FailedStep, ProgressLine } from '../ports/image-builder.js';
import { type Finding, readStatus, type SolveStatus, type Vertex } from './solve-status.js';
import { StepLog } from './step-log.js';
import { plainText, seconds } from './words.js';

/** What became of one target, as far as the progress tells. */
export interface TargetFigures {
  /** Those of the Dockerfile that came to their end, FROM not counted. */
  readonly steps: number;
  readonly cachedSteps: number;
  /** From its first step to its last, ms. */
  readonly tookMs: number;
  readonly cacheExportMs: number;
  /** Why the cache could not be written. */
  readonly cacheError: string | undefined;
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
  /** The step of the Dockerfile that failed, where the progress tells: what it is, and its last lines. */
  readonly failed?: FailedStep | undefined;
}

interface Step {
  /** Without the name of the target. */
  readonly name: string;
  /**
   * When it was, for each target that needs it: buildx shifts the times of each by a little. The first of them tells of it; the
   * key is empty for a step that is of none.
   */
  readonly times: Map<string, { startedAt?: number; completedAt?: number }>;
  isCached: boolean;
  error: string | undefined;
  isStartTold: boolean;
  isEndTold: boolean;
  isErrorTold: boolean;
  /** How long it had taken when its end was told. */
  toldMs: number;
  readonly log: StepLog;
  /** Of layers: bytes by their name, the largest that was told. */
  readonly bytes: Map<string, number>;
  /** What was done besides, such as `pushing layers`, with how long it took (ms). */
  readonly deeds: Map<string, number>;
  pushed: string | undefined;
}

/** What BuildKit does for itself, or once more, is told when it takes longer than this. */
const QUICK_MS = 1_000;
/** A step that runs nothing is told of when it goes on for longer than this; otherwise in one line when it is over. */
const SHORT_MS = 500;
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
  /** Those that have not come to their end. */
  private readonly open = new Set<Step>();
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

  /** What else was under way is cancelled, and has not failed. */
  get failed(): FailedStep | undefined {
    const step = [...this.steps.values()].find(
      ({ name, error }) => isNumbered(name) && error !== undefined && !/context canceled/.test(error),
    );
    return step === undefined ? undefined : { step: shortName(step.name), lastLines: step.log.tail };
  }

  figures(): Readonly<Record<string, TargetFigures>> {
    return Object.fromEntries(this.targets.map((target) => [target, figuresOf([...this.steps.values()], target)]));
  }

  private status({ vertexes, statuses, logs, warnings, at }: SolveStatus): readonly ProgressLine[] {
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
    for (const step of this.open) lines.push(...this.begun(step, at));
    for (const { vertex, text } of logs) {
      const step = this.steps.get(vertex);
      if (step === undefined) continue;
      const written = step.log.take(text).map((line) => `${label(step.name)} ${line}`);
      if (written.length > 0) lines.push(...this.begun(step, Number.POSITIVE_INFINITY), ...said(step, written));
    }
    for (const warning of warnings) lines.push(...this.warning(warning));
    for (const { digest, error } of vertexes) {
      const step = this.steps.get(digest);
      if (step !== undefined) lines.push(...this.ended(step, error));
    }
    return lines;
  }

  private seeVertex(vertex: Vertex): void {
    const { target = '', name } = this.split(vertex.name);
    const step = this.steps.get(vertex.digest) ?? {
      name,
      times: new Map(),
      isCached: false,
      error: undefined,
      isStartTold: false,
      isEndTold: false,
      isErrorTold: false,
      toldMs: 0,
      log: new StepLog(),
      bytes: new Map(),
      deeds: new Map(),
      pushed: undefined,
    };
    const { startedAt, completedAt } = step.times.get(target) ?? {};
    const began = earlier(startedAt, vertex.startedAt);
    // BuildKit takes up again what it has looked at before: then it has not come to its end.
    const isAgain = vertex.completedAt === undefined && vertex.startedAt !== undefined && completedAt !== undefined;
    const ended = isAgain ? undefined : (vertex.completedAt ?? completedAt);
    step.times.set(target, {
      ...(began === undefined ? {} : { startedAt: began }),
      ...(ended === undefined ? {} : { completedAt: ended }),
    });
    step.isCached ||= vertex.isCached;
    step.error ??= vertex.error;
    this.steps.set(vertex.digest, step);
    if (ended === undefined) this.open.add(step);
    else if (timesOf(step).completedAt !== undefined) this.open.delete(step);
  }

  /** `[web deps 2/5] RUN …` is of the target `web`, when bake builds more than one. */
  private split(name: string): { target: string | undefined; name: string } {
    if (this.targets.length === 1) return { target: this.targets[0], name };
    const [, target = '', rest = '', then = ''] = /^\[([^\s\]]+)(?:\s([^\]]*))?\](.*)$/s.exec(name) ?? [];
    if (!this.targets.includes(target)) return { target: undefined, name };
    return { target, name: rest === '' ? then.trimStart() : `[${rest}]${then}` };
  }

  /** @param at how late it is by what was told */
  private begun(step: Step, at: number): readonly ProgressLine[] {
    const { startedAt, completedAt } = timesOf(step);
    if (step.isStartTold || startedAt === undefined || completedAt !== undefined || isInternal(step.name)) return [];
    if (isNumbered(step.name) && !/\] RUN\b/.test(step.name) && at - startedAt < SHORT_MS) return [];
    step.isStartTold = true;
    return said(step, [shortName(step.name)]);
  }

  private ended(step: Step, error: string | undefined): readonly ProgressLine[] {
    const { startedAt, completedAt } = timesOf(step);
    if (completedAt === undefined) return [];
    const tookMs = completedAt - (startedAt ?? completedAt);
    // What came to its end is told once, unless it went on for long after that, or failed then.
    const isQuick = step.isEndTold ? tookMs < step.toldMs + QUICK_MS : isInternal(step.name) && tookMs < QUICK_MS;
    if (error === undefined ? isQuick : step.isErrorTold) return [];
    step.isEndTold = true;
    step.isErrorTold ||= error !== undefined;
    step.toldMs = tookMs;
    const rest = step.log.end(step.error !== undefined).map((text) => `${label(step.name)} ${text}`);
    const subject = step.isStartTold ? label(step.name) : `${shortName(step.name)}:`;
    return said(step, [...rest, `${subject} ${outcome(step, error, tookMs)}`]);
  }

  private warning({ text, url }: Finding): readonly ProgressLine[] {
    const told = `warning: ${oneLine(text)}${url === undefined ? '' : ` (${url})`}`;
    if (this.warned.has(told)) return [];
    this.warned.add(told);
    return [{ target: undefined, text: told }];
  }
}

/** A step that several targets share is told once, for the first of them. */
function said(step: Step, texts: readonly string[]): readonly ProgressLine[] {
  const [first = ''] = step.times.keys();
  const target = first === '' ? undefined : first;
  return texts.map((text) => ({ target, text }));
}

/** When it was for the target that tells of it. */
const timesOf = ({ times }: Step): { startedAt?: number; completedAt?: number } => [...times.values()][0] ?? {};

function outcome(step: Step, error: string | undefined, tookMs: number): string {
  if (error !== undefined) {
    return /context canceled/.test(error) ? 'cancelled' : `failed after ${seconds(tookMs)}: ${oneLine(error)}`;
  }
  if (step.isCached) return 'cached';
  const parts = ['exporting layers', 'pushing layers']
    .map((deed) => [deed, step.deeds.get(deed)] as const)
    .flatMap(([deed, ms]) => (ms === undefined || ms < 100 ? [] : [`${deed} ${seconds(ms)}`]));
  const bytes = [...step.bytes.values()].reduce((sum, one) => sum + one, 0);
  if (bytes >= 100_000) parts.push(`${(bytes / 1_000_000).toFixed(1)} MB`);
  return `done in ${seconds(tookMs)}${parts.length === 0 ? '' : ` (${parts.join(', ')})`}`;
}

function figuresOf(all: readonly Step[], target: string): TargetFigures {
  const steps = all.flatMap((step) => {
    const times = step.times.get(target);
    return times === undefined ? [] : [{ ...step, ...times }];
  });
  const own = steps.filter(({ name, completedAt }) => isCounted(name) && completedAt !== undefined);
  const starts = steps.flatMap(({ startedAt }) => startedAt ?? []);
  const ends = steps.flatMap(({ completedAt }) => completedAt ?? []);
  const cacheExports = steps.filter(({ name }) => /^exporting cache\b/.test(name));
  const exported = steps.filter(({ error, completedAt }) => error === undefined && completedAt !== undefined);
  return {
    steps: own.length,
    cachedSteps: own.filter(({ isCached }) => isCached).length,
    tookMs: starts.length === 0 || ends.length === 0 ? 0 : Math.max(0, Math.max(...ends) - Math.min(...starts)),
    cacheExportMs: cacheExports.reduce(
      (sum, { startedAt = 0, completedAt = startedAt }) => sum + completedAt - startedAt,
      0,
    ),
    cacheError: cacheExports.flatMap(({ error }) => (error === undefined ? [] : oneLine(error))).at(-1),
    pushed: exported.flatMap(({ pushed }) => pushed ?? []).at(-1),
  };
}

/** Errors of registries come in several. */
const oneLine = (text: string): string =>
  plainText(text)
    .trim()
    .replaceAll(/\s*\n\s*/g, '; ');

const isInternal = (name: string): boolean => /^\[(?:[^\]]*\s)?(?:internal|auth)\]/.test(name);

/** A step of the Dockerfile: `[2/5]`, `[deps 2/5]`, `[linux/arm64 deps 2/5]`. */
const isNumbered = (name: string): boolean => /^\[[^\]]*\b\d+\/\d+\]/.test(name);

/** What an image is made from is there or fetched, not built and not cached. */
const isCounted = (name: string): boolean => isNumbered(name) && !/\] FROM /.test(name);

/** What the lines of a step begin with. */
const label = (name: string): string => /^\[[^\]]*\]/.exec(name)?.[0] ?? `${shortName(name)}:`;

function shortName(name: string): string {
  const [first = '', ...more] = plainText(name)
    .replaceAll(/(sha256:[0-9a-f]{12})[0-9a-f]{52}/g, '$1…')
    .split('\n');
  const isCut = first.length > 200 || more.length > 0;
  return isCut ? `${first.slice(0, 200)} …` : first;
}

const earlier = (one: number | undefined, other: number | undefined): number | undefined =>
  one === undefined ? other : other === undefined ? one : Math.min(one, other);
