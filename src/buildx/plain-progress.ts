import type { ProgressLine } from '../ports/image-builder.js';
import type { Progress, TargetFigures } from './progress.js';
import { plainText } from './words.js';

interface Numbered {
  readonly targets: Set<string>;
  readonly isStep: boolean;
  readonly isCacheExport: boolean;
  isCached: boolean;
  isDone: boolean;
  readonly firstAt: number;
  lastAt: number;
}

/**
 * Reads `--progress plain`, for a buildx that cannot write JSON (before 0.13). Lines are told as they are. There buildx names one
 * target only of a step that several share: its figures are of that one.
 */
export class PlainProgress implements Progress {
  private readonly steps = new Map<string, Numbered>();
  words = '';

  constructor(private readonly targets: readonly string[]) {}

  read(line: string, now: number): readonly ProgressLine[] {
    const text = plainText(line);
    if (text.trim() === '') return [];
    const [, number, rest = ''] = /^#(\d+) (.*)$/s.exec(text) ?? [];
    if (number === undefined) {
      this.words = `${this.words}${text}\n`.slice(-64 * 1024);
      return [{ target: undefined, text }];
    }
    const step = this.steps.get(number) ?? this.begin(rest, now);
    this.steps.set(number, step);
    // A step that several targets share has its name told again, as each of them calls it.
    const target = this.targetIn(rest);
    if (target !== undefined) step.targets.add(target);
    step.lastAt = now;
    step.isCached ||= rest === 'CACHED';
    step.isDone ||= /^(?:CACHED|DONE \d)/.test(rest);
    return [{ target: target ?? [...step.targets][0], text }];
  }

  figures(): Readonly<Record<string, TargetFigures>> {
    return Object.fromEntries(this.targets.map((target) => [target, this.of(target)]));
  }

  private of(target: string): TargetFigures {
    const all = [...this.steps.values()].filter(({ targets }) => targets.has(target));
    const own = all.filter(({ isStep, isDone }) => isStep && isDone);
    const caches = all.filter(({ isCacheExport }) => isCacheExport);
    return {
      steps: own.length,
      cachedSteps: own.filter(({ isCached }) => isCached).length,
      tookMs:
        all.length === 0 ? 0 : Math.max(...all.map((one) => one.lastAt)) - Math.min(...all.map((one) => one.firstAt)),
      cacheExportMs: caches.reduce((sum, { firstAt, lastAt }) => sum + lastAt - firstAt, 0),
      cacheError: undefined,
      pushed: undefined,
    };
  }

  private targetIn(name: string): string | undefined {
    const [only, ...more] = this.targets;
    if (more.length === 0) return only;
    const [, first] = /^\[([^\s\]]+)/.exec(name) ?? [];
    return this.targets.find((target) => target === first);
  }

  private begin(name: string, now: number): Numbered {
    return {
      targets: new Set(),
      isStep: /^\[[^\]]*\b\d+\/\d+\] (?!FROM )/.test(name),
      isCacheExport: /^(?:\[[^\]]*\] )?exporting cache\b/.test(name),
      isCached: false,
      isDone: false,
      firstAt: now,
      lastAt: now,
    };
  }
}
