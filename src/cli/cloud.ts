import { fstatSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { Cloud } from '../local-cloud/cloud.js';
import { registryKinds } from '../local-cloud/ecr/index.js';
import { type Created, SeedError, seed } from '../local-cloud/seed.js';
import { parseSettings } from '../local-cloud/settings.js';

const usage = `sluice cloud: an AWS on this machine (docs/local-cloud.md)

  --port N         port of the API on 127.0.0.1 (default: any free one)
  --speed N        how many times faster than the wall clock time runs (default 1)
  --region NAME    default eu-west-1
  --seed FILE      create what a YAML or JSON file lists; may be given several times
  --set NAME=TIME  a setting, for example propagationMs=2s; may be given several times
  --rate-limits    answer ThrottlingException beyond the rates that AWS publishes for ECS and ECR
  --registry KIND  what keeps the images that are pushed: own (memory and files), docker-registry (that program),
                   or auto, the default: the program when it is on the PATH
  --json           one line of JSON instead of lines to export
  --verbose        tell on stderr what happens
  --with-parent    end when the process that started it is gone, or closes its end of stdin`;

/**
 * `sluice cloud`: runs until SIGINT or SIGTERM. Answers the exit code: 0, 2 for a bad argument or seed.
 */
export async function cloud(argv: string[]): Promise<number> {
  const told = readArguments(argv);
  if (typeof told === 'string') {
    const isHelp = told === usage;
    (isHelp ? process.stdout : process.stderr).write(`${told}\n`);
    return isHelp ? 0 : 2;
  }
  const ended = end(told.isBoundToParent);
  let running: Cloud;
  try {
    running = await Cloud.start({ ...told.options, note: told.isVerbose ? (text) => console.error(text) : () => {} });
  } catch (error) {
    console.error(`the local cloud could not start: ${error instanceof Error ? error.message : error}`);
    return 2;
  }
  try {
    const created = await seed(running, told.seeds);
    process.stdout.write(told.isJson ? json(running, created) : exports(running, created));
    await ended;
    return 0;
  } catch (error) {
    if (!(error instanceof SeedError)) throw error;
    console.error(error.message);
    return 2;
  } finally {
    await running.stop();
    // A pipe that is still open would keep the process alive.
    if (told.isBoundToParent) process.stdin.destroy();
  }
}

function readArguments(argv: string[]) {
  try {
    const { values } = parseArgs({
      args: argv,
      options: {
        port: { type: 'string' },
        speed: { type: 'string' },
        region: { type: 'string' },
        seed: { type: 'string', multiple: true },
        set: { type: 'string', multiple: true },
        'rate-limits': { type: 'boolean' },
        registry: { type: 'string' },
        json: { type: 'boolean' },
        verbose: { type: 'boolean' },
        'with-parent': { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
    if (values.help === true) return usage;
    const settings = parseSettings(
      Object.fromEntries((values.set ?? []).map((each) => [each.split('=', 1)[0], each.slice(each.indexOf('=') + 1)])),
    );
    const port = numberOf('--port', values.port, (n) => Number.isInteger(n) && n >= 0 && n <= 65_535, '0 to 65535');
    const speed = numberOf('--speed', values.speed, (n) => n > 0, 'a number above 0');
    const registry = registryKinds.find((each) => each === (values.registry ?? 'auto'));
    if (registry === undefined) {
      throw new RangeError(`--registry is ${values.registry}; accepted are ${registryKinds.join(', ')}`);
    }
    if (values.region !== undefined && !/^[a-z]{2}(-[a-z]+)+-\d+$/.test(values.region)) {
      throw new RangeError(`--region is ${JSON.stringify(values.region)}; accepted is a name like eu-west-1`);
    }
    return {
      options: {
        settings,
        registry,
        rateLimits: values['rate-limits'] === true,
        ...(port === undefined ? {} : { port }),
        ...(speed === undefined ? {} : { speed }),
        ...(values.region === undefined ? {} : { region: values.region }),
      },
      seeds: values.seed ?? [],
      isJson: values.json === true,
      isVerbose: values.verbose === true,
      isBoundToParent: values['with-parent'] === true,
    };
  } catch (error) {
    return `sluice cloud: ${error instanceof Error ? error.message : error}`;
  }
}

function numberOf(
  name: string,
  text: string | undefined,
  accepts: (value: number) => boolean,
  accepted: string,
): number | undefined {
  if (text === undefined) return undefined;
  const value = text.trim() === '' ? Number.NaN : Number(text);
  if (!accepts(value)) throw new RangeError(`${name} is ${text}; accepted is ${accepted}`);
  return value;
}

/** Resolves when the cloud is to end. */
function end(isBoundToParent: boolean): Promise<void> {
  return new Promise((done) => {
    const resolve = () => {
      if (isBoundToParent) process.stdin.destroy(); // else an open pipe keeps the process alive
      done();
    };
    process.once('SIGINT', resolve);
    process.once('SIGTERM', resolve);
    if (!isBoundToParent) return;
    const parent = process.ppid;
    const watch = setInterval(() => {
      if (process.ppid === parent) return;
      clearInterval(watch);
      resolve();
    }, 500);
    watch.unref();
    // Only a pipe tells that somebody is gone; /dev/null ends at once and a terminal never.
    const stdin = fstatSync(0);
    if (stdin.isFIFO() || stdin.isSocket()) process.stdin.resume().once('close', resolve).once('end', resolve);
  });
}

function json(running: Cloud, created: readonly Created[]): string {
  return `${JSON.stringify({ endpoint: running.endpoint, env: running.env, created })}\n`;
}

function exports(running: Cloud, created: readonly Created[]): string {
  const variables = Object.entries(running.env).map(([name, value]) => `export ${name}=${value}`);
  const resources = created.map(
    ({ kind, name, arn, url }) => `# ${kind} ${name}: ${url === undefined ? arn : `${url} ${arn}`}`,
  );
  return `${[...variables, ...resources].join('\n')}\n`;
}
