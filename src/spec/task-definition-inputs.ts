import type { DefinitionEdits } from '../ecs/task-definition-edit.js';
import type { DefinitionRequest, DefinitionSource } from '../ecs/task-definition-source.js';
import type { InputSpecs, Values } from './action-spec.js';
import { names, settings, words } from './for-container.js';
import { InputError, type Problem } from './input-error.js';
import { map } from './lists.js';
import { needs, rule } from './rules.js';
import { text } from './scalars.js';
import {
  containerName,
  fileOrArn,
  image,
  passUnknown,
  placeholders,
  references,
  role,
} from './task-definition-kinds.js';

/** Which task definition is deployed, and what is changed in it. */
export const taskDefinitionInputs = {
  'task-definition': {
    kind: fileOrArn(),
    description:
      'The task definition to deploy: the path of a file in the workspace (JSON, JSON with comments or YAML; what `aws ecs describe-task-definition` answers is one too), which is registered, or the ARN of one that is registered already, which is deployed as it is. Without it and without `task-definition-family` the one that the service runs now is taken.',
  },
  'task-definition-family': {
    kind: text({ pattern: /^[A-Za-z0-9_-]{1,255}$/, accepts: 'the name of a task definition family' }),
    description: 'Take the newest active revision of this family. Give this or `task-definition`, or neither.',
  },
  images: {
    kind: map({ key: containerName(), value: image(), example: 'container=image' }),
    description:
      'The new image of each container, `container=image` per line. Best by digest (`name@sha256:…`): a tag may name another image by the time a task starts, and when it only moved, the task definition stays the same and there is nothing to deploy.',
  },
  environment: {
    kind: settings('NAME=value'),
    verbatim: true,
    description:
      'Environment variables to set, `NAME=value` per line, or `container:NAME=value` when the task has several containers. Everything after the first `=` is the value, as it is written; an empty value is kept. A JSON object with the same names holds values with line breaks.',
  },
  'remove-environment': {
    kind: names('NAME'),
    description: 'Environment variables to remove, `NAME` or `container:NAME` per line.',
  },
  secrets: {
    kind: references(),
    verbatim: true,
    description:
      'Environment variables that ECS fills from Secrets Manager or Parameter Store, `NAME=reference` or `container:NAME=reference` per line, where the reference is an ARN (with a JSON key, when there is one) or the name of a parameter.',
  },
  'remove-secrets': {
    kind: names('NAME'),
    description: 'Such variables to remove, `NAME` or `container:NAME` per line.',
  },
  'docker-labels': {
    kind: settings('label=value'),
    verbatim: true,
    description: 'Docker labels to set, `label=value` or `container:label=value` per line.',
  },
  'remove-docker-labels': {
    kind: names('label'),
    description: 'Docker labels to remove, `label` or `container:label` per line.',
  },
  'log-options': {
    kind: settings('option=value'),
    verbatim: true,
    description: 'Options of the log driver to set, `option=value` or `container:option=value` per line.',
  },
  'remove-log-options': {
    kind: names('option'),
    description: 'Options of the log driver to remove, `option` or `container:option` per line.',
  },
  command: {
    kind: words(),
    verbatim: true,
    description:
      'The command of the container as a JSON list, such as `["npm", "start"]`, or `container=["npm", "start"]` per line. `[]` leaves it to the image.',
  },
  'entry-point': {
    kind: words(),
    verbatim: true,
    description: 'The entry point of the container, written like `command`.',
  },
  cpu: {
    kind: text({ pattern: /^(\d+|\d*\.?\d+ ?vCPU)$/i, accepts: 'CPU units such as 512, or vCPUs such as .5 vCPU' }),
    description: 'CPU of the task, in units (`512`) or vCPUs (`.5 vCPU`).',
  },
  memory: {
    kind: text({ pattern: /^(\d+|\d*\.?\d+ ?GB)$/i, accepts: 'MiB such as 1024, or GB such as 1 GB' }),
    description: 'Memory of the task, in MiB (`1024`) or GB (`1 GB`).',
  },
  'execution-role': {
    kind: role(),
    description: 'ARN or name of the role with which ECS pulls images and reads secrets.',
  },
  'task-role': { kind: role(), description: "ARN or name of the application's own role." },
  placeholders: {
    kind: placeholders(),
    verbatim: true,
    description:
      // biome-ignore lint/suspicious/noTemplateCurlyInString: this is how placeholders are written
      'Values for `${NAME}` in the file, `NAME=value` per line, or only `NAME` to take the environment variable of the step. Without this input such texts are left as they are; with it each must have a value, and `$${NAME}` stands for the text itself.',
  },
  'pass-unknown': {
    kind: passUnknown(),
    description:
      'Keys that this version does not know and that are sent to ECS all the same, one per line, or `true` for all. For what ECS learned after this version was made; without it an unknown key is an error, because most are slips.',
  },
} as const satisfies InputSpecs;

type DefinitionValues = Values<typeof taskDefinitionInputs>;

/** What must hold between them. */
export const taskDefinitionRules = [
  rule(
    ['task-definition-family', 'task-definition'],
    '`task-definition-family` and `task-definition` exclude each other.',
    (_values: unknown, has) =>
      has('task-definition-family') && has('task-definition')
        ? 'contradicts task-definition: give only one of the two'
        : undefined,
  ),
  needs('placeholders', 'task-definition'),
  needs('pass-unknown', 'task-definition'),
  rule(
    ['placeholders', 'task-definition'],
    '`placeholders` are for a file.',
    ({ taskDefinition }: Pick<DefinitionValues, 'taskDefinition'>, has) =>
      has('placeholders') && taskDefinition?.startsWith('arn:') === true
        ? 'has no effect on an ARN: placeholders are for a file'
        : undefined,
  ),
];

/**
 * What the inputs ask for.
 *
 * @param environment where placeholders without a value are looked up
 * @throws InputError naming the placeholders that have none
 */
export function definitionRequestOf(
  values: DefinitionValues,
  environment: Readonly<Record<string, string | undefined>>,
): DefinitionRequest {
  return {
    source: sourceOf(values),
    edits: editsOf(values),
    placeholders: placeholdersOf(values, environment),
    passUnknown: values.passUnknown,
  };
}

/** Where the inputs take the task definition from. */
export function sourceOf({
  taskDefinition,
  taskDefinitionFamily,
}: Partial<Pick<DefinitionValues, 'taskDefinition' | 'taskDefinitionFamily'>>): DefinitionSource {
  if (taskDefinitionFamily !== undefined) return { kind: 'family', family: taskDefinitionFamily };
  if (taskDefinition === undefined) return { kind: 'current' };
  return taskDefinition.startsWith('arn:')
    ? { kind: 'arn', arn: taskDefinition }
    : { kind: 'file', path: taskDefinition };
}

/** What the inputs change in a task definition. */
export function editsOf(values: DefinitionValues): DefinitionEdits {
  const { images, environment, removeEnvironment, secrets, removeSecrets, dockerLabels, removeDockerLabels } = values;
  const { logOptions, removeLogOptions, command, entryPoint, cpu, memory, executionRole, taskRole } = values;
  return {
    images,
    environment,
    removeEnvironment,
    secrets,
    removeSecrets,
    dockerLabels,
    removeDockerLabels,
    logOptions,
    removeLogOptions,
    command,
    entryPoint,
    cpu,
    memory,
    executionRoleArn: executionRole,
    taskRoleArn: taskRole,
  };
}

function placeholdersOf(
  { placeholders: asked }: DefinitionValues,
  environment: Readonly<Record<string, string | undefined>>,
): Readonly<Record<string, string>> | undefined {
  if (asked === undefined) return undefined;
  const problems: Problem[] = [];
  const entries = asked.map(({ name, value }) => {
    const found = value ?? environment[name];
    if (found === undefined) {
      problems.push({
        input: 'placeholders',
        wrong: `names ${name} without a value, and no environment variable is called so`,
      });
    }
    return [name, found ?? ''] as const;
  });
  if (problems.length > 0) throw new InputError(problems);
  return Object.fromEntries(entries);
}
