import { access, readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { messageOf } from '../../ports/message-of.js';
import { nearest } from '../../spec/nearest.js';
import { actionInputs, type Caller, callersIn, entriesOf, member } from './caller.js';
import { filledIn, resolved } from './expressions.js';
import { Problem } from './problem.js';

/** A folder that can be rehearsed. docs/rehearsal.md says what it must hold. */
export interface Example {
  readonly folder: string;
  /** The seed file of the local cloud. */
  readonly seed: string;
  readonly action: string;
  /** The action's inputs as the caller workflow gives them, expressions unresolved. */
  readonly inputs: Readonly<Record<string, string>>;
  /** What stands for each expression; texts with `{…}`. */
  readonly expressions: Readonly<Record<string, string>>;
  /** Cloud seconds in a second. */
  readonly speed: number;
  /** AWS Region of the local cloud. */
  readonly region: string;
  readonly requests: { readonly path: string; readonly perSecond: number; readonly headers: Record<string, string> };
}

const seedName = 'cloud.yaml';
const rehearsalName = 'rehearsal.yaml';
const workflowsName = '.github/workflows';

const usual = { speed: 60, region: 'eu-west-1', path: '/', perSecond: 100 };

/**
 * Reads the folder.
 *
 * @param root the checkout with `actions` and `dist`
 * @throws Problem that names the file and what is wrong in it
 */
export async function readExample(folder: string, root: string): Promise<Example> {
  const isFolder = await stat(folder).then(
    (found) => found.isDirectory(),
    () => false,
  );
  if (!isFolder) throw new Problem(`${folder} is not a folder`);
  const seed = join(folder, seedName);
  await access(seed).catch(() => {
    throw new Problem(`${folder} has no ${seedName}: the seed file of the local cloud (docs/rehearsal.md)`);
  });
  const caller = await findCaller(folder, root);
  const action = await readYaml(join(root, 'actions', caller.action, 'action.yml'));
  const workflow = await readYaml(join(root, workflowsName, `deploy-${caller.action}.yml`));
  const namesOf = (document: unknown) => entriesOf(member(document, 'inputs')).map(([name]) => name);
  const inputs = actionInputs(caller, namesOf(action), namesOf(member(member(workflow, 'on'), 'workflow_call')));
  return { folder, seed, action: caller.action, inputs, ...(await readRehearsal(join(folder, rehearsalName))) };
}

async function findCaller(folder: string, root: string): Promise<Caller> {
  // Those that deploy: a repository may well build and promote its images in the same workflow.
  const deploying = (await readdir(join(root, workflowsName))).flatMap(
    (file) => /^deploy-(.+)\.yml$/.exec(file)?.[1] ?? [],
  );
  const actions = (await readdir(join(root, 'actions'))).filter((action) => deploying.includes(action));
  const workflows = join(folder, workflowsName);
  const files = (await readdir(workflows).catch(() => [] as string[])).filter((file) => /\.ya?ml$/.test(file));
  const found: { file: string; caller: Caller }[] = [];
  for (const file of files.sort()) {
    for (const caller of callersIn(await readYaml(join(workflows, file)), actions)) found.push({ file, caller });
  }
  const [only, ...more] = found;
  if (only === undefined) {
    throw new Problem(
      `no workflow in ${workflows} calls one of ${actions.map((action) => `deploy-${action}.yml`).join(', ')} or its action`,
    );
  }
  if (more.length > 0) {
    const all = found.map(({ file, caller }) => `${file} (${caller.where})`).join(', ');
    throw new Problem(`${workflows} deploys in several places, and a rehearsal rehearses one: ${all}`);
  }
  return { ...only.caller, where: `${join(workflows, only.file)}, ${only.caller.where}` };
}

async function readRehearsal(file: string): Promise<Pick<Example, 'expressions' | 'speed' | 'region' | 'requests'>> {
  const document = (await readYaml(file)) ?? {};
  const wrong = (what: string): never => {
    throw new Problem(`${file}: ${what}`);
  };
  const only = (value: unknown, accepted: readonly string[], where: string): void => {
    for (const [key] of entriesOf(value)) {
      if (accepted.includes(key)) continue;
      const near = nearest(key, accepted);
      wrong(
        `${where}${key} is unknown${near === undefined ? `; there are ${accepted.join(', ')}` : `: did you mean ${near}?`}`,
      );
    }
  };
  const positive = (value: unknown, name: string, most: number): number =>
    typeof value === 'number' && value > 0 && value <= most
      ? value
      : wrong(`${name} is ${JSON.stringify(value)}; accepted is a number above 0, up to ${most}`);
  const texts = (value: unknown, where: string): Record<string, string> =>
    Object.fromEntries(
      entriesOf(value).map(([key, text]) =>
        typeof text === 'object' ? wrong(`${where}.${key} is not a text`) : [key, String(text)],
      ),
    );
  only(document, ['speed', 'region', 'requests', 'expressions'], '');
  const requests = member(document, 'requests') ?? {};
  only(requests, ['path', 'per-second', 'headers'], 'requests.');
  const path = member(requests, 'path') ?? usual.path;
  if (typeof path !== 'string' || !path.startsWith('/')) wrong(`requests.path is ${JSON.stringify(path)}, not a path`);
  return {
    speed: positive(member(document, 'speed') ?? usual.speed, 'speed', 1000),
    region: String(member(document, 'region') ?? usual.region),
    requests: {
      path: String(path),
      perSecond: positive(member(requests, 'per-second') ?? usual.perSecond, 'requests.per-second', 2000),
      headers: texts(member(requests, 'headers'), 'requests.headers'),
    },
    expressions: texts(member(document, 'expressions'), 'expressions'),
  };
}

/** The document, or undefined when there is no such file. */
async function readYaml(file: string): Promise<unknown> {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  try {
    return parse(text) as unknown;
  } catch (error) {
    throw new Problem(`${file}: ${messageOf(error)}`);
  }
}

/**
 * The inputs of a rehearsed run.
 *
 * @param known what `{…}` in `rehearsal.yaml` may name: version, digest, region, and `kind/name` of what was seeded
 * @throws Problem naming every expression and every name without a value
 */
export function inputsOf(example: Example, known: Readonly<Record<string, string>>): Record<string, string> {
  const problems = new Set<string>();
  const file = join(example.folder, rehearsalName);
  const values = Object.fromEntries(
    Object.entries(example.expressions).map(([expression, text]) => [
      expression,
      filledIn(text, known, (name) => {
        const near = nearest(name, Object.keys(known));
        problems.add(
          `${file}: expressions.${expression} names {${name}}, which is not there${near === undefined ? `; there are ${Object.keys(known).join(', ')}` : `: did you mean {${near}}?`}`,
        );
      }),
    ]),
  );
  const inputs = Object.fromEntries(
    Object.entries(example.inputs).map(([name, text]) => [
      name,
      resolved(text, values, (expression) =>
        problems.add(
          `${file}: nothing under expressions stands for \${{ ${expression} }}, which input ${name} is given`,
        ),
      ),
    ]),
  );
  if (problems.size > 0) throw new Problem([...problems].join('\n'));
  return inputs;
}
