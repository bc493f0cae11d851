import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { createServiceRollout } from '../aws/service-rollout.js';
import { roundTrip } from '../ecs/lossless.js';
import type { TaskDefinition } from '../ecs/task-definition.js';
import { type DefinitionRead, readTaskDefinitions, wordsOfProblem } from '../ecs/task-definition-read.js';
import { refusedByEcs } from '../ecs/task-definition-source.js';
import { Cloud } from '../local-cloud/cloud.js';
import { messageOf } from '../ports/message-of.js';
import { InputError } from '../spec/input-error.js';
import { type Place, readDocuments } from '../text/document.js';

const usage = `usage: sluice corpus DIR

Reads every task definition below DIR (JSON, JSON with comments, YAML, answers of describe-task-definition), registers each
on a local cloud, describes it, and prints one line each: lossless, or what is wrong, with line and column. A file that is
no task definition is named on stderr and passed over.

Exit code: 0 when all are lossless, 1 when something is wrong with one, 2 when there is none.`;

/** Where lines go: what was found, and what is said about it. */
export interface Told {
  readonly found: (line: string) => void;
  readonly aside: (line: string) => void;
}

const standard: Told = {
  found: (line) => process.stdout.write(`${line}\n`),
  aside: (line) => process.stderr.write(`${line}\n`),
};

/** `sluice corpus`: shows that task definitions come through as they are written. Answers the exit code. */
export async function corpus(words: readonly string[], told = standard): Promise<number> {
  const [folder, more] = words;
  const isHelp = folder === '--help' || folder === '-h';
  if (isHelp || folder === undefined || more !== undefined || folder.startsWith('-')) {
    (isHelp ? told.found : told.aside)(usage);
    return isHelp ? 0 : 2;
  }
  let files: string[];
  try {
    files = await filesBelow(folder);
  } catch (error) {
    told.aside(`sluice corpus: ${folder} cannot be read: ${(error as Error).message}`);
    return 2;
  }
  const lines: Line[] = [];
  const cloud = await Cloud.start();
  const before = ours.map((name) => [name, process.env[name]] as const);
  try {
    const through = throughEcs(cloud);
    for (const file of files) {
      const all = await linesOf(join(folder, file), file, through);
      if (all === undefined) told.aside(`${file}: not a task definition, passed over`);
      for (const line of all ?? []) {
        told.found(line.text);
        lines.push(line);
      }
    }
  } finally {
    for (const [name, value] of before) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
    await cloud.stop();
  }
  const bad = lines.filter(({ isLossless }) => !isLossless).length;
  told.aside(`${lines.length} task definitions: ${lines.length - bad} lossless, ${bad} with errors`);
  return lines.length === 0 ? 2 : bad > 0 ? 1 : 0;
}

interface Line {
  readonly text: string;
  readonly isLossless: boolean;
}

/** Registers and describes, over the wire. */
type Through = (definition: TaskDefinition) => Promise<TaskDefinition>;

/**
 * These two make the SDK speak to this process's own cloud and to nobody else, whatever is configured on this machine.
 * https://docs.aws.amazon.com/sdkref/latest/guide/feature-ss-endpoints.html
 */
const ours = ['AWS_ENDPOINT_URL_ECS', 'AWS_IGNORE_CONFIGURED_ENDPOINT_URLS'] as const;

function throughEcs(cloud: Cloud): Through {
  process.env.AWS_ENDPOINT_URL_ECS = cloud.endpoint;
  delete process.env.AWS_IGNORE_CONFIGURED_ENDPOINT_URLS;
  const { AWS_ACCESS_KEY_ID: accessKeyId = '', AWS_SECRET_ACCESS_KEY: secretAccessKey = '' } = cloud.env;
  const rollout = createServiceRollout(
    {
      region: cloud.region,
      credentials: Object.assign(async () => ({ accessKeyId, secretAccessKey }), { memoized: true as const }),
    },
    'corpus',
  );
  return async (definition) => rollout.taskDefinition(await rollout.register(definition));
}

/** Nothing when the file is no task definition. */
async function linesOf(path: string, file: string, through: Through): Promise<Line[] | undefined> {
  const bytes = await readFile(path);
  if (!looksLikeOne(bytes.toString('latin1'))) return undefined;
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return [wrong(file, { line: 1, column: 1 }, 'the file is not UTF-8')];
  }
  const all: Line[] = [];
  for (const { at, read } of readTaskDefinitions(readDocuments(text, file)))
    all.push(await lineOf(file, at, read, through));
  return all;
}

async function lineOf(file: string, at: Place, read: DefinitionRead, through: Through): Promise<Line> {
  if (!read.ok) {
    const [first, ...others] = read.problems;
    const more = others.length === 0 ? '' : ` (and ${others.length} more)`;
    return wrong(file, first?.at ?? at, `${first === undefined ? '' : wordsOfProblem(first)}${more}`);
  }
  try {
    const { lost, invented } = roundTrip(read.definition, await through(read.definition));
    const [first] = lost;
    if (first !== undefined) return wrong(file, read.placeOf(first.path), `lost: ${first.words}`);
    if (invented.length > 0) return wrong(file, at, `invented: ${invented.join(', ')}`);
    const [refused] = refusedByEcs(read.definition);
    const note = refused === undefined ? '' : ` (ECS refuses it all the same: ${refused})`;
    return { text: `${file}:${at.line}:${at.column}: lossless${note}`, isLossless: true };
  } catch (error) {
    const words =
      error instanceof InputError
        ? error.problems.map((problem) => problem.wrong).join('; ')
        : `did not come through ECS: ${messageOf(error)}`;
    return wrong(file, read.placeOf(memberNamedIn(words, read.definition)), words);
  }
}

/** ECS names containers and members in its errors and tells no places: the member that is named, as far as one is there. */
function memberNamedIn(words: string, definition: TaskDefinition): (string | number)[] {
  // "Invalid health check …" is about healthCheck.
  const text = words.toLowerCase().replaceAll(' ', '');
  const named = (members: object) =>
    Object.keys(members)
      .filter((key) => text.includes(key.toLowerCase()))
      .sort((a, b) => b.length - a.length)
      .slice(0, 1);
  const containers = definition.containerDefinitions ?? [];
  const index = containers.findIndex(({ name }) => words.includes(`'${name}'`));
  const container = containers[index];
  if (container === undefined) return named(definition);
  const { name: _, ...others } = container;
  return ['containerDefinitions', index, ...named(others)];
}

const wrong = (file: string, { line, column }: Place, words: string): Line => ({
  text: `${file}:${line}:${column}: ${words}`,
  isLossless: false,
});

/** Whether a text means to be a task definition: other files lie about too, such as Compose files and package.json. */
function looksLikeOne(text: string): boolean {
  return /\bcontainerDefinitions\b|\btaskDefinition\b|(^|[{,])\s*["']?family["']?\s*:/m.test(text);
}

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && /\.(jsonc?|ya?ml)$/i.test(entry.name))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .filter((path) => !/(^|[\\/])(node_modules|\.git)[\\/]/.test(path))
    .sort();
}
