import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { systemClock } from '../system/clock.js';
import { type StartedCloud, startCloud } from '../testing/cloud.js';
import { type Example, inputsOf, readExample } from './rehearse/example.js';
import { Load } from './rehearse/load.js';
import { type Options, readOptions, usage } from './rehearse/options.js';
import { checkoutRoot, nodeForActions } from './rehearse/places.js';
import { type Performance, play } from './rehearse/play.js';
import { Problem } from './rehearse/problem.js';
import { release } from './rehearse/release.js';
import { reportOf, tellEnding, tellPerformance } from './rehearse/report.js';
import { scenarios } from './rehearse/scenarios.js';
import { Screen } from './rehearse/screen.js';
import { calm, firstAnswer, listenerOf } from './rehearse/traffic.js';

/** `sluice rehearse`. Answers the exit code: 0 when all ended as it should, 1 when not, 2 for a bad flag or folder. */
export async function rehearse(words: readonly string[]): Promise<number> {
  try {
    const options = readOptions(words);
    if (options.wants === 'help') return said(usage);
    if (options.wants === 'list') {
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
  const example = await readExample(resolve(options.example ?? join(root, 'examples/shop')), root);
  const speed = options.speed ?? example.speed;
  const perSecond = options.rate ?? example.requests.perSecond;
  const node = nodeForActions(root);
  const screen = new Screen(process.stdout, process.env);
  const { paint } = screen;
  screen.line(`${paint.bold('Sluice rehearsal')} of ${relative(process.cwd(), example.folder) || example.folder}`);
  screen.line(paint.dim(`  the action    dist/${example.action}, on ${node.words}`), 16);
  screen.line(paint.dim(`  the cloud     local, its clock ${speed} times as fast as yours`), 16);
  screen.line(paint.dim(`  the clients   ${perSecond} requests a second, whatever is answered`), 16);

  const folder = options.out === undefined ? await mkdtemp(join(tmpdir(), 'sluice-rehearsal-')) : resolve(options.out);
  await mkdir(folder, { recursive: true });
  const cloud = await started(example, root, speed);
  let load: Load | undefined;
  try {
    const known = { region: example.region, ...resourcesOf(cloud) };
    const listener = listenerOf(cloud, inputsOf(example, { ...known, ...release(0) }));
    const { path: requestPath, headers } = example.requests;
    const url = `${listener}${requestPath}`;
    let live = await firstAnswer(url, headers);
    screen.line(paint.dim(`  live          ${live}, at ${url}`), 16);
    screen.line();
    load = new Load({ url, perSecond, headers });
    const clock = systemClock({ ...cloud.env });
    const performances: Performance[] = [];
    for (const [i, scenario] of options.scenarios.entries()) {
      await calm(cloud);
      const next = release(i + 2);
      screen.line(`${paint.bold(scenario.title)}: ${next.version}`);
      const stage = { example, root, node: node.path, cloud, clock, load, screen, known };
      const played = await play(
        { ...stage, isVerbose: options.isVerbose, folder: join(folder, `${i + 1}-${scenario.name}`) },
        scenario,
        live,
        next,
      );
      performances.push(played);
      tellPerformance(screen, played);
      if (played.afterwards.requestsOf(next.version) > 0) live = next.version;
    }
    await load.stop();
    const ending = { performances, seconds: (performance.now() - startedAt) / 1000, speed, folder };
    tellEnding(screen, ending);
    await writeFile(join(folder, 'report.json'), `${JSON.stringify(reportOf(ending), null, 2)}\n`);
    if (options.keepsCloud) await keep(cloud, screen, url);
    return performances.every((played) => played.differences.length === 0) ? 0 : 1;
  } finally {
    screen.hide();
    await load?.stop();
    await cloud.stop();
  }
}

async function started(example: Example, root: string, speed: number): Promise<StartedCloud> {
  try {
    return await startCloud({
      command: [process.execPath, join(root, 'dist/sluice.js'), 'cloud'],
      seed: example.seed,
      region: example.region,
      speed,
    });
  } catch (error) {
    throw new Problem(error instanceof Error ? error.message : String(error));
  }
}

/** `kind/name` → ARN, of everything that was seeded. */
function resourcesOf(cloud: StartedCloud): Record<string, string> {
  return Object.fromEntries(cloud.created.map(({ kind, name, arn }) => [`${kind}/${name}`, arn]));
}

async function keep(cloud: StartedCloud, screen: Screen, url: string): Promise<void> {
  screen.line();
  screen.line(`The cloud goes on until Ctrl-C. The application answers at ${url}; for any AWS client:`);
  for (const [name, value] of Object.entries(cloud.env)) screen.line(`  export ${name}=${value}`);
  await new Promise<void>((resolve) => {
    process.once('SIGINT', () => resolve()).once('SIGTERM', () => resolve());
  });
}
