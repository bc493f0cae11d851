import type { ServiceRollout } from '../ports/service-rollout.js';
import { InputError } from '../spec/input-error.js';
import { loadDocuments } from '../text/load-documents.js';
import type { TaskDefinition } from './task-definition.js';
import { registrable, shortName } from './task-definition.js';
import { type DiffLine, diffDefinitions } from './task-definition-diff.js';
import { applyEdits, type DefinitionEdits } from './task-definition-edit.js';
import type { PassUnknown } from './task-definition-read.js';

/** Where a task definition comes from. */
export type DefinitionSource =
  | { readonly kind: 'current' }
  | { readonly kind: 'file'; readonly path: string }
  /** The newest active revision of the family. */
  | { readonly kind: 'family'; readonly family: string }
  | { readonly kind: 'arn'; readonly arn: string };

/** What is to run. */
export interface DefinitionRequest {
  readonly source: DefinitionSource;
  readonly edits: DefinitionEdits;
  /** Values of `${NAME}` in the file; absent when no placeholders were asked for. */
  readonly placeholders?: Readonly<Record<string, string>> | undefined;
  readonly passUnknown?: PassUnknown | undefined;
}

export interface DefinitionWorld {
  readonly rollout: Pick<ServiceRollout, 'taskDefinition'>;
  /** @throws InputError when it cannot be read */
  readFile(path: string): Promise<string>;
}

export interface DefinitionToDeploy {
  /** What there is to do: register this, or deploy what is registered already. */
  readonly deploy: { readonly register: TaskDefinition } | { readonly arn: string };
  /** What will run, as it is or would be registered. */
  readonly definition: TaskDefinition;
  /** What runs now. */
  readonly live: TaskDefinition;
  /** How the two differ; nothing when they run the same. */
  readonly diff: readonly DiffLine[];
  /** Nothing differs, and nothing is to be registered: `deploy` is what the service runs already. */
  readonly isUnchanged: boolean;
  /** What whoever deploys should know, one sentence each. */
  readonly notices: readonly string[];
}

/**
 * Finds out what is to run, and how it differs from what runs now. Only reads.
 *
 * @param liveArn what the service runs now
 * @throws InputError naming every problem with the file, with line and column, and every edit that does not fit
 */
export async function definitionToDeploy(
  request: DefinitionRequest,
  liveArn: string,
  world: DefinitionWorld,
): Promise<DefinitionToDeploy> {
  const live = await world.rollout.taskDefinition(liveArn);
  const base = await baseOf(request, { live, liveArn }, world);
  const { definition, notices } = composed(base, request.edits);
  const diff = diffDefinitions(live, definition);
  const isAsRegistered = base.arn !== undefined && diffDefinitions(base.definition, definition).length === 0;
  // An ARN that was asked for is deployed as it is, also when it says the same as what runs under another revision.
  const asked = request.source.kind === 'arn' && isAsRegistered ? base.arn : undefined;
  const arn = asked ?? (diff.length === 0 ? liveArn : isAsRegistered ? base.arn : undefined);
  return {
    deploy: arn === undefined ? { register: definition } : { arn },
    definition,
    live,
    diff,
    isUnchanged: arn === liveArn,
    notices: [...base.notices, ...notices],
  };
}

/**
 * All that can be told of a file without asking AWS: for before the first call. Of another source there is nothing.
 *
 * @throws InputError as `definitionToDeploy`
 */
export async function checkDefinitionFile(
  request: DefinitionRequest,
  world: Pick<DefinitionWorld, 'readFile'>,
): Promise<void> {
  if (request.source.kind === 'file') composed(await fileBase(request.source.path, request, world), request.edits);
}

/** What is registered, were it to be. */
function composed(base: Base, edits: DefinitionEdits): { definition: TaskDefinition; notices: readonly string[] } {
  const edited = applyEdits(base.definition, edits);
  if (!edited.ok) {
    throw new InputError(edited.problems.map(({ edit, value, wrong }) => ({ input: inputOf(edit), value, wrong })));
  }
  const definition = registrable(edited.definition);
  const refused = refusedByEcs(definition);
  if (refused.length > 0) {
    throw new InputError(refused.map((wrong) => ({ input: 'task-definition', value: base.name, wrong })));
  }
  return { definition, notices: edited.notices };
}

interface Base {
  readonly definition: TaskDefinition;
  /** What it is registered as, when it is. */
  readonly arn?: string;
  /** What people call it. */
  readonly name: string;
  readonly notices: readonly string[];
}

async function baseOf(
  { source, placeholders, passUnknown }: DefinitionRequest,
  { live, liveArn }: { live: TaskDefinition; liveArn: string },
  world: DefinitionWorld,
): Promise<Base> {
  if (source.kind === 'current') return { definition: live, arn: liveArn, name: shortName(liveArn), notices: [] };
  if (source.kind === 'file') return await fileBase(source.path, { placeholders, passUnknown }, world);
  const asked = source.kind === 'arn' ? source.arn : source.family;
  const definition = await world.rollout.taskDefinition(asked).catch((error: unknown) => {
    if (source.kind === 'arn' || !(error instanceof InputError)) throw error;
    throw new InputError(error.problems.map((problem) => ({ ...problem, input: 'task-definition-family' })));
  });
  const arn = typeof definition.taskDefinitionArn === 'string' ? definition.taskDefinitionArn : asked;
  return { definition, arn, name: shortName(arn), notices: [] };
}

async function fileBase(
  path: string,
  settings: Pick<DefinitionRequest, 'placeholders' | 'passUnknown'>,
  world: Pick<DefinitionWorld, 'readFile'>,
): Promise<Base> {
  const text = await world.readFile(path);
  // Loaded when there is a file to read, and the parser of YAML when it is YAML.
  const { describeDefinitionProblem, readTaskDefinition } = await import('./task-definition-read.js');
  const read = readTaskDefinition(await loadDocuments(text, path), settings);
  if (!read.ok) {
    throw new InputError(
      read.problems.map(({ suggestion, ...problem }) => ({
        input: 'task-definition',
        wrong: `is wrong at ${describeDefinitionProblem(problem, path)}`,
        ...(suggestion === undefined ? {} : { suggestion }),
      })),
    );
  }
  const notices = read.passed.map(
    (member) => `${path}: ${member} is not known here and is sent as it is (pass-unknown)`,
  );
  return { definition: read.definition, name: path, notices };
}

/** What ECS refuses and no schema tells, each as the rest of a sentence. Asked after the edits: an image may come from them. */
export function refusedByEcs({ containerDefinitions = [] }: TaskDefinition): string[] {
  return containerDefinitions.flatMap(({ name, image, environment, secrets }) => {
    const nameless = image === undefined || image === '' ? [`has a container ${name} without an image`] : [];
    const variables = namesIn(environment);
    // "The secret name must be unique and not shared with any new or existing environment variables"
    const both = namesIn(secrets).filter((each) => variables.includes(each));
    return [...nameless, ...both.map((each) => `has ${each} of container ${name} both in environment and in secrets`)];
  });
}

const namesIn = (list: unknown): string[] =>
  Array.isArray(list) ? list.flatMap((each: { name?: string }) => each.name ?? []) : [];

const inputs: Readonly<Partial<Record<keyof DefinitionEdits, string>>> = {
  executionRoleArn: 'execution-role',
  taskRoleArn: 'task-role',
};

/** The input that an edit comes from. */
function inputOf(edit: keyof DefinitionEdits): string {
  return inputs[edit] ?? edit.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
