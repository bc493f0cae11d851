import { ActionStep, type PhaseResult, type Running } from '../../testing/runner.js';
import { ActionLog } from './action-log.js';
import type { Feed } from './feed.js';
import type { Stage } from './play.js';
import type { PlayedRun } from './played.js';
import { killed } from './scenario.js';

export interface JobOptions {
  readonly action: string;
  readonly inputs: Readonly<Record<string, string>>;
  /** Different for each run, as GitHub's are. */
  readonly runId: number;
  /** Told of each line of the log. */
  readonly onLine?: (line: string) => void;
  /** Before each line that is shown, where several runs write at once. */
  readonly mark?: string;
}

/** One job with one step of an action in it: `main`, then `post`, unless the machine is lost. */
export class Job {
  /** All that `main` and `post` wrote, in the order it came. */
  log = '';
  private isLost = false;
  private main: PhaseResult | undefined;
  private post: PhaseResult | undefined;
  private running: Running | undefined;
  /** When the process of `main` was there, real ms. */
  startedAt = 0;

  private readonly leave = (): void => {
    void this.step[Symbol.asyncDispose]();
  };

  private constructor(
    private readonly step: ActionStep,
    private readonly stage: Stage,
    private readonly options: JobOptions,
  ) {}

  static async prepare(stage: Stage, feed: Feed, options: JobOptions): Promise<Job> {
    const { example, cloud, root, node, isVerbose } = stage;
    const shown = new ActionLog();
    const told: { job?: Job } = {};
    const step = await ActionStep.prepare({
      action: options.action,
      root,
      node,
      inputs: options.inputs,
      environment: {
        // A job that has an identity needs no keys, and has none.
        ...('role-to-assume' in options.inputs ? { ...withoutKeys(cloud.env), ...stage.identity } : cloud.env),
        GITHUB_WORKSPACE: example.folder,
        GITHUB_RUN_ID: String(options.runId),
      },
      onLine: (line) => {
        if (told.job !== undefined) told.job.log += `${line}\n`;
        options.onLine?.(line);
        const text = isVerbose ? line : shown.shown(line);
        if (text !== undefined) feed.tell(`${options.mark ?? ''}${text}`);
      },
    });
    const job = new Job(step, stage, options);
    told.job = job;
    stage.leaving.addEventListener('abort', job.leave, { once: true });
    return job;
  }

  async start(): Promise<void> {
    this.running = await this.step.main();
    this.startedAt = performance.now();
  }

  /** The end of `main`, however it ends. */
  async ended(): Promise<void> {
    this.main = await this.running?.ended;
  }

  /** As the runner does after `main`; nothing where there is no machine any more, and of an action that has none. */
  async runPost(): Promise<void> {
    if (this.isLost || this.options.action !== this.stage.example.action) return;
    this.post = await this.step.runPost();
  }

  /** What happens to the machine: SIGINT, 7.5 s later SIGTERM, 2.5 s later the end; or the end at once. */
  suffer(mishap: 'cancelled' | 'lost'): void {
    this.isLost ||= mishap === 'lost';
    const end = mishap === 'lost' ? this.running?.kill() : this.running?.cancel();
    end?.catch(() => {});
  }

  get outputs(): Readonly<Record<string, string>> {
    return this.main?.outputs ?? {};
  }

  get summary(): string {
    return (this.main?.summary ?? '') + (this.post?.summary ?? '');
  }

  played(): PlayedRun {
    const { main, post, outputs } = this;
    const isKilled = main?.signal === 'SIGKILL';
    return {
      outcome: outputs.outcome ?? (isKilled ? killed : ''),
      reason: outputs.reason ?? (isKilled ? 'SIGKILL; nothing ran after it' : ''),
      exitCode: main?.exitCode ?? null,
      postExitCode: post?.exitCode ?? null,
      runUrl: `https://github.com/example/shop/actions/runs/${this.options.runId}`,
      log: this.log,
    };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.stage.leaving.removeEventListener('abort', this.leave);
    await this.step[Symbol.asyncDispose]();
  }
}

function withoutKeys(env: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).filter(([name]) => !/^AWS_(ACCESS_KEY_ID|SECRET_ACCESS_KEY|SESSION_TOKEN)$/.test(name)),
  );
}
