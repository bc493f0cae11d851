import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Clock } from '../../ports/clock.js';
import { messageOf } from '../../ports/message-of.js';
import type { StartedCloud } from '../../testing/cloud.js';
import { Deeds, mendAll } from './deeds.js';
import type { Example } from './example.js';
import { Feed } from './feed.js';
import { Job, type JobOptions } from './job.js';
import type { Load } from './load.js';
import { Looking } from './looking.js';
import { differences, type Played, type PlayedAct } from './played.js';
import type { Act, Meanwhile, Scenario } from './scenario.js';
import type { Screen } from './screen.js';
import type { Tally } from './tally.js';
import { TrafficBar } from './traffic-bar.js';
import { TrafficTurns } from './traffic-turns.js';

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
  /** What a job needs in its environment to ask for its identity. */
  readonly identity: Readonly<Record<string, string>>;
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
  /** Of the last run of the deployment. */
  readonly outputs: Readonly<Record<string, string>>;
  readonly realMs: number;
  readonly cloudMs: number;
  /** How long something had to wait for the machine, at most, real ms. */
  readonly waitedMs: number;
  /** The job summary. */
  readonly summary: string;
  readonly files: { readonly summary: string; readonly log: string };
}

/** How long clients go on after the end, so that it shows who serves, real ms. */
const afterwardsMs = 1_000;

/** Plays one scenario: sets it up, runs the action as the runner does, and sees what clients saw. */
export async function play(stage: Stage, scenario: Scenario, versions: Versions): Promise<Performance> {
  const { clock, load, screen, folder } = stage;
  await mkdir(folder, { recursive: true });

  const clients = load.tally();
  const bar = new TrafficBar(screen, versions, clients);
  const startedAt = performance.now();
  const feed = new Feed(stage, clock.now());
  load.listen(bar);
  const turns = new TrafficTurns(feed, versions, clients);
  if (!('listener-rule-arn' in stage.inputs || 'listener-arn' in stage.inputs)) load.listen(turns);
  screen.show(() => bar.text());
  const looking = new Looking(stage, feed);
  const jobs: Job[] = [];
  try {
    const deeds = await Deeds.prepare(stage, feed, versions);
    for (const deed of scenario.before) await deeds.do(deed);
    const company = await runTogether(stage, feed, { scenario, looking, deeds, clients, versions, jobs });
    const [first, ...rivals] = company;
    looking.forgetMoments();

    const further: { act: Act; job: Job }[] = [];
    for (const next of scenario.afterwards ?? []) {
      if (!('title' in next)) {
        await deeds.do(next);
        continue;
      }
      feed.tell(screen.paint.yellow(next.title));
      tellInputs(stage, feed, next.inputs);
      const job = await Job.prepare(stage, feed, optionsOf(stage, scenario, next, jobs.length));
      jobs.push(job);
      await job.start();
      await job.ended();
      await job.runPost();
      further.push({ act: next, job });
    }
    const cloudMs = clock.now() - feed.from;
    const realMs = performance.now() - startedAt;
    await load.close(clients);
    await mendAll(stage.cloud);

    const afterwards = load.tally();
    await new Promise((resolve) => setTimeout(resolve, afterwardsMs));
    await load.close(afterwards);
    const files = { summary: join(folder, 'summary.md'), log: join(folder, 'log.txt') };
    const summary = jobs.map((job) => job.summary).join('\n');
    await writeFile(files.summary, summary);
    await writeFile(files.log, jobs.map(({ log }) => log).join('\n'));
    const deployed = [...further].reverse().find(({ act }) => act.action === undefined)?.job ?? first;
    await writeFile(join(folder, 'outputs.json'), `${JSON.stringify(deployed.outputs, null, 2)}\n`);
    const played: Played = {
      ...first.played(),
      rivals: rivals.map((rival) => rival.played()),
      acts: further.map(({ act, job }): PlayedAct => ({ act, ...job.played() })),
      liveVersion: versions.live,
      newVersion: versions.new,
      clients,
      afterwards,
    };
    return {
      ...played,
      scenario,
      differences: differences(scenario.expected, scenario.rivals ?? [], played),
      speed: stage.speed,
      outputs: deployed.outputs,
      realMs,
      cloudMs,
      waitedMs: looking.slowestMs,
      summary,
      files,
    };
  } finally {
    looking.stop();
    screen.hide();
    load.forget(bar);
    load.forget(turns);
    await Promise.all(jobs.map((job) => job[Symbol.asyncDispose]()));
  }
}

interface Together {
  readonly scenario: Scenario;
  readonly looking: Looking;
  readonly deeds: Deeds;
  readonly clients: Tally;
  readonly versions: Versions;
  /** All that run, so that they end with the scenario. */
  readonly jobs: Job[];
}

/** The run, and those that are started in the same moment. First comes the one that was not refused. */
async function runTogether(stage: Stage, feed: Feed, together: Together): Promise<readonly [Job, ...Job[]]> {
  const { scenario, jobs } = together;
  const rivals = scenario.rivals ?? [];
  tellInputs(stage, feed, scenario.inputs);
  const said: string[] = [];
  const company: Job[] = [];
  for (let i = 0; i <= rivals.length; i++) {
    const options = {
      ...optionsOf(stage, scenario, undefined, i),
      onLine: (line: string) => said.push(line),
      ...(rivals.length > 0 ? { mark: `run ${i + 1}  ` } : {}),
    };
    company.push(await Job.prepare(stage, feed, options));
  }
  jobs.push(...company);
  for (const { when, deeds } of scenario.meanwhile ?? []) {
    together.looking.when(momentOf(when, said, together), () => void happen(stage, feed, together, deeds, company));
  }
  await Promise.all(company.map((job) => job.start()));
  if (company.length > 1) {
    const starts = company.map(({ startedAt }) => startedAt);
    const withinMs = Math.max(...starts) - Math.min(...starts);
    feed.tell(stage.screen.paint.yellow(`${company.length} runs start within ${withinMs.toFixed(1)} ms of each other`));
  }
  await Promise.all(
    company.map(async (job) => {
      await job.ended();
      await job.runPost();
    }),
  );
  const [first, ...others] = company.sort((a, b) => Number(isRefused(a)) - Number(isRefused(b)));
  if (first === undefined) throw new Error('nothing was run');
  return [first, ...others];
}

/** What is not as the caller workflow has it. */
function tellInputs({ screen }: Stage, feed: Feed, inputs: Readonly<Record<string, string>> = {}): void {
  const words = Object.entries(inputs).map(([name, text]) => `${name}: ${text}`);
  if (words.length > 0) feed.tell(screen.paint.dim(`with ${words.join('; ')}`));
}

const isRefused = (job: Job): boolean => job.outputs.outcome === 'refused';

function momentOf(when: Meanwhile['when'], said: readonly string[], { clients, versions }: Together): () => boolean {
  if ('answers' in when) return () => clients.requestsOf(versions.new) >= when.answers;
  return () => said.some((line) => when.said.test(line));
}

async function happen(
  stage: Stage,
  feed: Feed,
  { deeds }: Together,
  what: Meanwhile['deeds'],
  company: readonly Job[],
): Promise<void> {
  const { paint } = stage.screen;
  try {
    for (const deed of what) {
      if (!('runner' in deed)) {
        await deeds.do(deed);
        continue;
      }
      feed.tell(
        paint.yellow(
          deed.runner === 'cancelled'
            ? 'somebody cancels the workflow: SIGINT, 7.5 s later SIGTERM, 2.5 s later the end'
            : 'the runner is lost: SIGKILL, and no post',
        ),
      );
      for (const job of company) job.suffer(deed.runner);
    }
  } catch (error) {
    // What could not be done shows in how it ends; here is why.
    feed.tell(paint.red(messageOf(error)));
  }
}

/** An action other than the example's gets what leads to the same deployment. */
function optionsOf(stage: Stage, scenario: Scenario, act: Act | undefined, number: number): JobOptions {
  const { example, inputs, clock } = stage;
  const runId = Math.floor(clock.now()) + number;
  if (act?.action === undefined) {
    return { action: example.action, runId, inputs: { ...inputs, ...scenario.inputs, ...act?.inputs } };
  }
  // A lock with a name of its own is found by that alone.
  const names = 'lock-name' in inputs ? ['region', 'lock-name'] : ['region', 'cluster', 'services', 'service'];
  const same = Object.fromEntries(Object.entries(inputs).filter(([name]) => names.includes(name)));
  return { action: act.action, runId, inputs: { ...same, ...act.inputs } };
}
