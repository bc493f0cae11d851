import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';
import { type Annotation, annotationsIn, masksIn, readPairs } from './command-files.js';
import { node24 } from './node-24.js';

/**
 * Starts an action as the runner of GitHub does: the file that action.yml names, under Node 24, inputs as `INPUT_*` with
 * action.yml's defaults, command files, state from `main` to `post`, and the signals of a cancel.
 * https://github.com/actions/runner/blob/main/src/Runner.Worker/Handlers/NodeScriptActionHandler.cs
 */

/** How long after SIGINT the runner sends SIGTERM, and how long after that it kills. */
const SIGTERM_AFTER_MS = 7500;
const KILL_AFTER_MS = 2500;

export interface Step {
  /** Folder below `actions`. */
  readonly action: string;
  readonly inputs?: Readonly<Record<string, string>>;
  /** Further environment, for example what points at a local cloud. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Called with each line that the process writes, to stdout or stderr, at once. */
  readonly onLine?: (line: string) => void;
  /** The checkout with `actions` and `dist`; this one unless told. */
  readonly root?: string;
  /** The Node to run it with; Node 24 from node_modules unless told. */
  readonly node?: string;
}

export interface PhaseResult {
  readonly exitCode: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly state: Readonly<Record<string, string>>;
  /** Markdown of the job summary; empty when none was written. */
  readonly summary: string;
  readonly annotations: readonly Annotation[];
  readonly masks: readonly string[];
  readonly durationMs: number;
}

interface Metadata {
  readonly inputs?: Readonly<Record<string, { readonly default?: string }>>;
  readonly runs: { readonly main: string; readonly post?: string };
}

/** A phase that is running. */
export class Running {
  constructor(
    private readonly child: ChildProcess,
    /** Resolves when the process has ended, however it ended. */
    readonly ended: Promise<PhaseResult>,
  ) {}

  get pid(): number | undefined {
    return this.child.pid;
  }

  /** Cancels as the runner does: SIGINT, 7.5 s later SIGTERM, 2.5 s later SIGKILL, to this process and no other. */
  async cancel(): Promise<PhaseResult> {
    this.child.kill('SIGINT');
    const timers = [
      setTimeout(() => this.child.kill('SIGTERM'), SIGTERM_AFTER_MS),
      setTimeout(() => this.child.kill('SIGKILL'), SIGTERM_AFTER_MS + KILL_AFTER_MS),
    ];
    try {
      return await this.ended;
    } finally {
      timers.forEach(clearTimeout);
    }
  }

  /** What a lost machine looks like: nothing of the program runs any more. */
  async kill(): Promise<PhaseResult> {
    this.child.kill('SIGKILL');
    return this.ended;
  }
}

/** One step of a job: `main`, then `post`, in one temporary folder. `dispose` ends what runs and removes the folder. */
export class ActionStep {
  readonly #running = new Set<ChildProcess>();
  #state: Readonly<Record<string, string>> = {};

  private constructor(
    private readonly step: Step,
    /** Where action.yml lies, from which the paths in it lead. */
    private readonly actionFolder: string,
    private readonly metadata: Metadata,
    /** The runner's temporary folder; the workspace is a folder in it unless the environment names another. */
    readonly folder: string,
  ) {}

  static async prepare(step: Step): Promise<ActionStep> {
    const folder = join(step.root ?? resolve(import.meta.dirname, '../..'), 'actions', step.action);
    const metadata = parse(await readFile(join(folder, 'action.yml'), 'utf8')) as Metadata;
    return new ActionStep(step, folder, metadata, await mkdtemp(join(tmpdir(), 'sluice-step-')));
  }

  /** Starts `main`. */
  main(): Promise<Running> {
    return this.#start('main', this.metadata.runs.main);
  }

  /** Starts `post`, with the state that `main` left behind, even when it was killed. */
  post(): Promise<Running> {
    return this.#start('post', this.metadata.runs.post ?? '');
  }

  /** Runs `main` to its end. */
  async runMain(): Promise<PhaseResult> {
    return (await this.main()).ended;
  }

  /** Runs `post` to its end. */
  async runPost(): Promise<PhaseResult> {
    return (await this.post()).ended;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all(
      [...this.#running].map((child) => {
        const closed = new Promise((done) => child.once('close', done));
        child.kill('SIGKILL');
        return closed;
      }),
    );
    await rm(this.folder, { recursive: true, force: true });
  }

  async #start(phase: 'main' | 'post', program: string): Promise<Running> {
    const files = Object.fromEntries(
      await Promise.all(
        ['OUTPUT', 'STATE', 'ENV', 'PATH', 'STEP_SUMMARY'].map(async (command) => {
          const file = join(this.folder, `${phase}-${command.toLowerCase()}`);
          await writeFile(file, '');
          return [command, file] as const;
        }),
      ),
    );
    const startedAt = performance.now();
    const child = spawn(this.step.node ?? node24(), [join(this.actionFolder, program)], {
      cwd: this.step.environment?.GITHUB_WORKSPACE ?? this.folder,
      env: { ...this.#environment(phase), ...fileVariables(files) },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#running.add(child);
    const text = { stdout: '', stderr: '' };
    for (const stream of ['stdout', 'stderr'] as const) {
      collect(
        child,
        stream,
        (chunk) => {
          text[stream] += chunk;
        },
        this.step.onLine,
      );
    }
    const ended = new Promise<PhaseResult>((done, failed) => {
      child.once('error', failed);
      child.once('close', (exitCode, signal) => {
        this.#running.delete(child);
        const durationMs = performance.now() - startedAt;
        this.#read(files).then((told) => {
          if (phase === 'main') {
            this.#state = told.state;
          }
          const said = { annotations: annotationsIn(text.stdout), masks: masksIn(text.stdout) };
          done({ exitCode, signal, ...text, ...told, ...said, durationMs });
        }, failed);
      });
    });
    return new Running(child, ended);
  }

  async #read(files: Readonly<Record<string, string>>) {
    const textOf = (command: string) => readFile(files[command] ?? '', 'utf8');
    return {
      outputs: readPairs(await textOf('OUTPUT')),
      state: readPairs(await textOf('STATE')),
      summary: await textOf('STEP_SUMMARY'),
    };
  }

  /** Nothing of this machine's environment but what a program needs to start. */
  #environment(phase: 'main' | 'post'): Record<string, string> {
    const defaults = Object.entries(this.metadata.inputs ?? {}).map(([name, input]) => [name, input.default ?? '']);
    const inputs = { ...(Object.fromEntries(defaults) as Record<string, string>), ...this.step.inputs };
    const variables = Object.entries(inputs).map(([name, text]) => [
      `INPUT_${name.replace(/ /g, '_').toUpperCase()}`,
      text,
    ]);
    const state = phase === 'main' ? [] : Object.entries(this.#state).map(([name, text]) => [`STATE_${name}`, text]);
    return {
      PATH: process.env.PATH ?? '',
      HOME: this.folder,
      CI: 'true',
      // GitHub's runner has Node 24. On an older one the SDK would warn of it, in every log and rehearsal.
      AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
      GITHUB_ACTIONS: 'true',
      GITHUB_WORKSPACE: this.folder,
      GITHUB_REPOSITORY: 'example/shop',
      GITHUB_SERVER_URL: 'https://github.com',
      GITHUB_RUN_ID: '1',
      GITHUB_RUN_ATTEMPT: '1',
      GITHUB_JOB: 'deploy',
      GITHUB_WORKFLOW: 'Deploy',
      GITHUB_ACTOR: 'octocat',
      GITHUB_SHA: '0123456789abcdef0123456789abcdef01234567',
      RUNNER_TEMP: this.folder,
      RUNNER_OS: process.platform === 'darwin' ? 'macOS' : 'Linux',
      ...this.step.environment,
      ...(Object.fromEntries(variables) as Record<string, string>),
      ...(Object.fromEntries(state) as Record<string, string>),
    };
  }
}

const fileVariables = (files: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(files).map(([command, file]) => [`GITHUB_${command}`, file]));

function collect(
  child: ChildProcess,
  stream: 'stdout' | 'stderr',
  onChunk: (chunk: string) => void,
  onLine: ((line: string) => void) | undefined,
): void {
  let rest = '';
  const flow = child[stream];
  flow?.setEncoding('utf8');
  flow?.on('data', (chunk: string) => {
    onChunk(chunk);
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      onLine?.(line);
    }
  });
  flow?.on('end', () => {
    if (rest !== '') {
      onLine?.(rest);
    }
  });
}
