import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Clock } from '../../ports/clock.js';
import type { StartedCloud } from '../../testing/cloud.js';
import { ActionStep } from '../../testing/runner.js';
import { ActionLog } from './action-log.js';
import type { Example } from './example.js';
import { filledInAll } from './expressions.js';
import type { Load } from './load.js';
import { differences, type Played } from './played.js';
import { Problem } from './problem.js';
import type { Deed, Scenario } from './scenarios.js';
import type { Screen } from './screen.js';
import { TrafficBar } from './traffic-bar.js';

/** What the application calls itself before and after. */
export interface Versions {
  readonly live: string;
  readonly new: string;
}

/** Everything that a scenario is played on. */
export interface Stage {
  readonly example: Example;
  readonly root: string;
  /** The Node that runs the action. */
  readonly node: string;
  readonly cloud: StartedCloud;
  readonly clock: Clock;
  readonly load: Load;
  readonly screen: Screen;
  readonly speed: number;
  readonly isVerbose: boolean;
  /** Of the action. */
  readonly inputs: Readonly<Record<string, string>>;
  /** Where summary and log of this scenario go. */
  readonly folder: string;
  /** Aborted when the rehearsal is given up: the action is ended at once. */
  readonly leaving: AbortSignal;
}

export interface Performance extends Played {
  readonly scenario: Scenario;
  readonly differences: readonly string[];
  /** Cloud seconds in a second. */
  readonly speed: number;
  readonly outputs: Readonly<Record<string, string>>;
  readonly realMs: number;
  readonly cloudMs: number;
  readonly files: { readonly summary: string; readonly log: string };
}

/** How often alarms and moments are looked at, real ms. */
const lookMs = 100;
/** How long clients go on after the end, so that it shows who serves, real ms. */
const afterwardsMs = 1_000;
const alarmLimitMs = 30_000;

/** Plays one scenario: sets it up, runs the action as the runner does, and sees what clients saw. */
export async function play(stage: Stage, scenario: Scenario, versions: Versions): Promise<Performance> {
  const { example, cloud, clock, load, screen, folder, inputs } = stage;
  await mkdir(folder, { recursive: true });

  const clients = load.tally();
  const bar = new TrafficBar(screen, versions, clients);
  const startedAt = performance.now();
  const feed = new Feed(stage, clock.now());
  load.listen(bar);
  screen.show(() => bar.text());
  let log = '';
  const shown = new ActionLog();
  const looking = new Looking(stage, feed);
  try {
    for (const deed of scenario.before) await prepare(stage, feed, deed, versions);

    await using step = await ActionStep.prepare({
      action: example.action,
      root: stage.root,
      node: stage.node,
      inputs,
      environment: { ...cloud.env, GITHUB_WORKSPACE: example.folder, GITHUB_RUN_ID: String(Math.floor(clock.now())) },
      onLine: (line) => {
        log += `${line}\n`;
        const text = stage.isVerbose ? line : shown.shown(line);
        if (text !== undefined) feed.tell(text);
      },
    });
    stage.leaving.addEventListener('abort', () => step[Symbol.asyncDispose](), { once: true });
    const running = await step.main();
    const { cancelAfterAnswers } = scenario;
    if (cancelAfterAnswers !== undefined) {
      looking.when(
        () => clients.requestsOf(versions.new) >= cancelAfterAnswers,
        () => {
          feed.tell(
            screen.paint.yellow('somebody cancels the workflow: SIGINT, 7.5 s later SIGTERM, 2.5 s later the end'),
          );
          running.cancel().catch(() => {});
        },
      );
    }
    const main = await running.ended;
    const cloudMs = clock.now() - feed.from;
    const post = await step.runPost();
    const realMs = performance.now() - startedAt;
    await load.close(clients);
    await clearFaults(cloud);

    const afterwards = load.tally();
    await new Promise((resolve) => setTimeout(resolve, afterwardsMs));
    await load.close(afterwards);
    const files = { summary: join(folder, 'summary.md'), log: join(folder, 'log.txt') };
    await writeFile(files.summary, main.summary + post.summary);
    await writeFile(files.log, log + main.stderr + post.stderr);
    await writeFile(join(folder, 'outputs.json'), `${JSON.stringify(main.outputs, null, 2)}\n`);
    const played: Played = {
      outcome: main.outputs.outcome ?? '',
      reason: main.outputs.reason ?? '',
      exitCode: main.exitCode,
      postExitCode: post.exitCode,
      liveVersion: versions.live,
      newVersion: versions.new,
      clients,
      afterwards,
    };
    return {
      ...played,
      scenario,
      differences: differences(scenario.expected, played),
      speed: stage.speed,
      outputs: main.outputs,
      realMs,
      cloudMs,
      files,
    };
  } finally {
    looking.stop();
    screen.hide();
    load.forget(bar);
  }
}

async function clearFaults(cloud: StartedCloud): Promise<void> {
  await cloud.admin('ecs/app', { clear: true });
  await cloud.admin('clear-faults');
}

async function prepare({ cloud, screen }: Stage, feed: Feed, deed: Deed, versions: Versions): Promise<void> {
  if ('call' in deed) {
    const body = filledInAll(deed.body, { ...versions }, (name) => {
      throw new Error(`a scenario names {${name}}`);
    });
    await cloud.admin(deed.call, body);
    feed.tell(screen.paint.dim(`the local cloud is told: ${deed.call} ${JSON.stringify(body)}`));
    return;
  }
  const until = performance.now() + alarmLimitMs;
  while (![...feed.alarms.values()].includes('ALARM')) {
    if (performance.now() > until) throw new Problem(`no alarm was on within ${alarmLimitMs / 1000} s`, 1);
    await new Promise((resolve) => setTimeout(resolve, lookMs));
  }
}

/** Lines with the cloud time since the beginning. */
class Feed {
  /** Alarm → state, as far as it is known. */
  readonly alarms = new Map<string, string>();

  constructor(
    private readonly stage: Stage,
    readonly from: number,
  ) {}

  tell(text: string, at = this.stage.clock.now()): void {
    const { screen } = this.stage;
    const total = Math.max(0, Math.round((at - this.from) / 1000));
    const two = (value: number): string => String(value).padStart(2, '0');
    screen.line(`  ${screen.paint.dim(`+${two(Math.floor(total / 60))}:${two(total % 60)}`)}  ${text}`, 10);
  }
}

/** Looks again and again: at alarms that change, and for the moment of a deed. */
class Looking {
  private readonly timer: NodeJS.Timeout;
  private readonly moments: { holds: () => boolean; deed: () => void }[] = [];
  private known = 0;
  private isAsking = false;

  constructor(
    private readonly stage: Stage,
    private readonly feed: Feed,
  ) {
    this.timer = setInterval(() => this.look(), lookMs);
  }

  when(holds: () => boolean, deed: () => void): void {
    this.moments.push({ holds, deed });
  }

  stop(): void {
    clearInterval(this.timer);
  }

  private look(): void {
    for (const moment of this.moments.splice(0)) {
      if (moment.holds()) moment.deed();
      else this.moments.push(moment);
    }
    if (this.isAsking) return;
    this.isAsking = true;
    // A look that fails is followed by another one.
    this.alarms()
      .catch(() => {})
      .finally(() => {
        this.isAsking = false;
      });
  }

  private async alarms(): Promise<void> {
    const { cloud, screen } = this.stage;
    const { transitions } = (await cloud.admin('cloudwatch/history')) as {
      transitions: { alarm: string; at: number; from: string; to: string }[];
    };
    for (const { alarm, at, from, to } of transitions.slice(this.known)) {
      this.feed.alarms.set(alarm, to);
      if (at < this.feed.from) continue;
      const words = `alarm ${alarm}: ${from} → ${to}`;
      this.feed.tell(to === 'ALARM' ? screen.paint.red(words) : words, at);
    }
    this.known = Math.max(this.known, transitions.length);
  }
}
