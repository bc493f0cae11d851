import type { MinuteSeen } from '../ports/evidence.js';
import type { StoppedTask } from '../ports/service-rollout.js';
import type { Verdict } from '../verdict/verdict.js';
import type { Plan } from './plan.js';
import type { Result } from './result.js';

/** What happened, as it is told in the summary. Grows while the run goes on; everything in it was observed. */
export interface Story {
  readonly startedAt: number;
  readonly runUrl: string;
  plan: Plan | undefined;
  result: Result | undefined;
  warnings: string[];
  /** Each change of green's weight as it was observed, and each decision. */
  timeline: { at: number; greenPercent: number | null; what: string }[];
  /** What was found at each step of the plan. */
  steps: { weight: number; from: number; to: number | undefined; verdict: Verdict | undefined }[];
  minutes: { blue: readonly MinuteSeen[]; green: readonly MinuteSeen[] };
  stopped: {
    tasks: readonly StoppedTask[];
    logs: readonly { container: string; task: string; lines: readonly string[] }[];
  };
}

export function newStory(startedAt: number, runUrl: string): Story {
  return {
    startedAt,
    runUrl,
    plan: undefined,
    result: undefined,
    warnings: [],
    timeline: [],
    steps: [],
    minutes: { blue: [], green: [] },
    stopped: { tasks: [], logs: [] },
  };
}
