import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { readExample } from './rehearse/example.js';
import { type Options, readOptions, usage } from './rehearse/options.js';
import { checkoutRoot, nodeForActions } from './rehearse/places.js';
import type { Performance } from './rehearse/play.js';
import { Problem } from './rehearse/problem.js';
import { reportOf, tellEnding, tellPerformance } from './rehearse/report.js';
import type { Scenario } from './rehearse/scenario.js';
import { Screen } from './rehearse/screen.js';
import { scenariosNamed, strategies, strategyOf } from './rehearse/strategies.js';
import { Theatre } from './rehearse/theatre.js';

/** `sluice rehearse`. Answers the exit code: 0 when all ended as it should, 1 when not, 2 for a bad flag or folder. */
export async function rehearse(words: readonly string[]): Promise<number> {
  try {
    const options = readOptions(words);
    if (options.wants === 'help') return said(usage);
    if (options.wants === 'list') {
      const { scenarios } = strategies[options.strategy ?? 'blue-green'];
      const width = Math.max(...scenarios.map(({ name }) => name.length));
      return said(scenarios.map(({ name, description }) => `${name.padEnd(width)}  ${description}`).join('\n'));
    }
    return await rehearsed(options);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    process.stderr.write(`${error.message.replace(/^/gm, 'sluice rehearse: ')}\n`);
    return error.exitCode;
  }
}

function said(text: string): number {
  process.stdout.write(`${text}\n`);
  return 0;
}

async function rehearsed(options: Options): Promise<number> {
  const startedAt = performance.now();
  const root = checkoutRoot();
  const ours = join(root, strategies[options.strategy ?? 'blue-green'].example);
  const example = await readExample(resolve(options.example ?? ours), root);
  const scenarios = scenariosNamed(options.scenarios, strategyOf(example, options.strategy));
  const speed = options.speed ?? example.speed;
  const perSecond = options.rate ?? example.requests.perSecond;
  const node = nodeForActions(root);
  const screen = new Screen(process.stdout, process.env);
  const { paint } = screen;
  const fact = (name: string, text: string) => screen.line(paint.dim(`  ${name.padEnd(12)} ${text}`), 15);

  screen.line(`${paint.bold('Sluice rehearsal')} of ${relative(process.cwd(), example.folder) || example.folder}`);
  fact('the action', `dist/${example.action}, on ${node.words}`);
  fact('the clients', `${perSecond} requests a second, whatever is answered`);
  const folder = options.out === undefined ? await mkdtemp(join(tmpdir(), 'sluice-rehearsal-')) : resolve(options.out);
  await mkdir(folder, { recursive: true });

  const performances: Performance[] = [];
  const setting = { example, root, node: node.path, screen, perSecond, isVerbose: options.isVerbose };
  let theatre: Theatre | undefined;
  const closeForSignal = closingAtSignals(() => theatre?.close());
  try {
    for (const [i, scenario] of scenarios.entries()) {
      const wanted = speedOf(scenario, speed);
      if (theatre?.speed !== wanted) {
        await theatre?.close();
        theatre = await Theatre.open({ ...setting, speed: wanted });
        fact(
          'the cloud',
          `local, its clock ${wanted} times as fast as yours; ${theatre.live} answers at ${theatre.url}`,
        );
        screen.line();
      }
      const played = await theatre.play(scenario, join(folder, `${i + 1}-${scenario.name}`));
      performances.push(played);
      tellPerformance(screen, played);
    }
    const ending = { performances, seconds: (performance.now() - startedAt) / 1000, folder };
    await writeFile(join(folder, 'report.json'), `${JSON.stringify(reportOf(ending), null, 2)}\n`);
    tellEnding(screen, ending);
    if (options.keepsCloud && theatre !== undefined) {
      closeForSignal.forget();
      await keep(theatre, screen);
    }
    return performances.every((played) => played.differences.length === 0) ? 0 : 1;
  } finally {
    closeForSignal.forget();
    await theatre?.close();
  }
}

const speedOf = ({ speedAtMost = Number.POSITIVE_INFINITY }: Scenario, speed: number): number =>
  Math.min(speed, speedAtMost);

/** Closes, and ends the program, when a signal comes or nobody reads any more. What was started ends with it. */
function closingAtSignals(close: () => Promise<void> | undefined): { forget(): void } {
  // 128 + the signal's number: https://www.gnu.org/software/bash/manual/html_node/Exit-Status.html
  const exitCodes = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143, SIGPIPE: 141 } as const;
  const end = (signal: keyof typeof exitCodes): void => {
    Promise.resolve(close()).finally(() => process.exit(exitCodes[signal]));
  };
  const nobodyReads = (): void => end('SIGPIPE');
  process.stdout.on('error', nobodyReads);
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  for (const signal of signals) process.on(signal, end);
  return {
    forget: () => {
      process.stdout.off('error', nobodyReads);
      for (const signal of signals) process.off(signal, end);
    },
  };
}

async function keep({ cloud, url }: Theatre, screen: Screen): Promise<void> {
  screen.line();
  screen.line(`The cloud and its clients go on until Ctrl-C. The application answers at ${url}; for any AWS client:`);
  for (const [name, value] of Object.entries(cloud.env)) screen.line(`  export ${name}=${value}`);
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve());
  });
}
