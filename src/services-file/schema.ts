import type { InputSpecs } from '../spec/action-spec.js';
import { type Kind, read, wrong } from '../spec/kind.js';
import * as kinds from '../spec/kinds.js';
import { clusterName, pathInRepository, serviceName, stageName } from '../spec/names.js';
import { type Field, list, mapping, record, scalar, settings, type Value, words } from './shape.js';
import { watchPattern } from './watch-paths.js';

/** What a services file may say: the one source of its reader, its JSON Schema and its guide. */

/** The name of a service in the file: it becomes part of log lines, tables and names of steps. */
function entryName(): Kind<string> {
  return kinds.text({
    pattern: /^[A-Za-z0-9][A-Za-z0-9_-]{0,62}$/,
    accepts: 'letters, digits, - and _, beginning with a letter or a digit, at most 63',
  });
}

/** https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_CreateRepository.html */
function repositoryName(): Kind<string> {
  return kinds.text({
    pattern: /^(?=.{2,256}$)[a-z0-9]+([._/-]+[a-z0-9]+)*$/,
    accepts: 'the name of an ECR repository: small letters, digits, and . _ - / between them',
  });
}

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html */
function containerName(): Kind<string> {
  return kinds.text({ pattern: /^[A-Za-z0-9_-]{1,255}$/, accepts: 'the name of a container in the task definition' });
}

/** A file in the repository, or the ARN of what is registered. */
function taskDefinition(): Kind<string> {
  const file = pathInRepository();
  const arn = /^arn:aws[a-z-]*:ecs:[a-z0-9-]+:\d{12}:task-definition\/[A-Za-z0-9_-]{1,255}:\d+$/;
  return {
    label: 'path or ARN',
    accepts: 'the path of a file from the top of the repository, or the ARN of a task definition with its revision',
    absent: undefined,
    read: (given) => {
      if (!given.startsWith('arn:')) return file.read(given);
      return arn.test(given) ? read(given) : wrong('is not the ARN of a task definition with its revision');
    },
  };
}

/** https://docs.docker.com/reference/dockerfile/#arg */
const argument = (): Kind<string> => kinds.text({ pattern: /^[A-Za-z_][A-Za-z0-9_]*=.*$/s, accepts: 'NAME=value' });

/** https://docs.docker.com/reference/cli/docker/buildx/build/#build-context */
function buildContext(): Kind<string> {
  const file = pathInRepository();
  return {
    label: 'name=folder',
    accepts: 'name=folder, name=docker-image://reference or name=service:other',
    absent: undefined,
    read: (given) => {
      const [, name, from = ''] = /^([a-z0-9][a-z0-9_.:/-]*)=(\S+)$/.exec(given) ?? [];
      if (name === undefined) return wrong('does not have the shape of one');
      if (/^(?:docker-image:\/\/|service:)\S+$/.test(from)) return read(given);
      if (/^[a-z-]+:/.test(from)) return wrong('is neither a folder nor docker-image:// nor service:');
      const reading = file.read(from);
      return reading.ok ? read(given) : reading;
    },
  };
}

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RunTask.html (taskDefinition) */
function registered(): Kind<string> {
  return kinds.text({
    pattern: /^(arn:aws[a-z-]*:ecs:[a-z0-9-]+:\d{12}:task-definition\/)?[A-Za-z0-9_-]{1,255}(:\d+)?$/,
    accepts: 'the family of a task definition, family:revision, or its ARN',
  });
}

const step = record({
  name: {
    shape: scalar(entryName()),
    required: true,
    description: 'What the step is called in the log and the summary.',
  },
  command: {
    shape: words(scalar(kinds.text())),
    description: 'The command of the container, word by word; no shell reads it.',
    otherwise: 'the command of the task definition or the image',
  },
  container: {
    shape: scalar(containerName()),
    description: 'The container that `command` is for.',
    otherwise: 'the only one, or the one that takes the image',
  },
  'task-definition': {
    shape: scalar(registered()),
    description:
      'What the task runs, when it is not what the service will run: the family or the ARN of what is registered.',
    otherwise: 'the task definition that is being deployed',
  },
  timeout: {
    shape: scalar(kinds.duration({ minMs: 1_000, maxMs: 86_400_000 })),
    description: 'How long the task may take from its start; then it is stopped and the step has failed.',
    otherwise: '`15m`',
  },
});

/** What a service may say, and what `defaults` may say for all. */
function commonFields(inputs: InputSpecs) {
  return {
    service: {
      shape: scalar(serviceName()),
      description: 'Name of the ECS service.',
      otherwise: 'the name in this file',
    },
    cluster: {
      shape: scalar(clusterName()),
      description: 'Name or ARN of the ECS cluster.',
      otherwise: 'the input `cluster` of the action',
    },
    'ecr-repository': {
      shape: scalar(repositoryName()),
      description: 'Name of the ECR repository that the image is pushed to.',
    },
    context: {
      shape: scalar(pathInRepository()),
      description: 'Folder that the image is built from.',
      otherwise: 'the top of the repository',
    },
    dockerfile: {
      shape: scalar(pathInRepository()),
      description: 'Path of the Dockerfile.',
      otherwise: '`Dockerfile` in `context`',
    },
    target: {
      shape: scalar(stageName()),
      description: 'Stage of the Dockerfile that becomes the image.',
      otherwise: 'the last one',
    },
    'build-args': {
      shape: list(scalar(argument())),
      description: 'Build arguments of the image, `NAME=value` each. They end in its history: no place for secrets.',
      otherwise: 'the input `build-args` of the action; of a name that both have, this one counts',
    },
    'build-contexts': {
      shape: list(scalar(buildContext())),
      description:
        'Further folders or images for the Dockerfile, each `name=folder`, `name=docker-image://reference`, or `name=service:other` for the image of another service of this file, which is then built once for all that are made from it.',
      otherwise: 'none',
    },
    container: {
      shape: scalar(containerName()),
      description: 'The container that takes the image of this service.',
      otherwise: 'the only one of the task definition',
    },
    'task-definition': {
      shape: scalar(taskDefinition()),
      description:
        'The task definition to deploy: a file, which is registered, or the ARN of one that is registered already.',
      otherwise: 'what the service runs now, with the new image',
    },
    'stop-timeout': {
      // https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html (stopTimeout)
      shape: scalar(kinds.duration({ minMs: 1_000, maxMs: 120_000 })),
      description:
        'How long a container may take to finish its work after it was told to stop, before it is killed. Put into the task definition for `container`.',
      otherwise: 'what the task definition says',
    },
    strategy: {
      shape: scalar(kinds.oneOf('rolling', 'blue-green')),
      description:
        'How the service is updated. `ecs-rolling` leaves the services of another strategy alone and says so.',
      otherwise: '`rolling`',
    },
    paths: {
      shape: list(scalar(watchPattern())),
      description: 'Which files belong to the service. One that changed makes the service a changed one.',
      otherwise:
        '`context` with the files of `dockerfile` and `task-definition` and the folders of `build-contexts`; without `context`, every file',
    },
    before: {
      shape: list(step),
      description:
        'One-off tasks before the service is updated, in this order. One that fails leaves the service untouched.',
    },
    after: {
      shape: list(step),
      description:
        'One-off tasks after the service has become stable. One that fails fails the service, which is rolled back.',
    },
    rolling: {
      shape: settings(inputs),
      description: 'Inputs of `ecs-rolling` for this service, in place of those of the action.',
    },
  } as const satisfies Readonly<Record<string, Field>>;
}

function serviceShape(inputs: InputSpecs) {
  return record({
    ...commonFields(inputs),
    'depends-on': {
      shape: list(scalar(entryName())),
      description: 'Services of this file that must have been updated before this one is begun.',
    },
  });
}

/** `inputs` are the settings of a rolling update that a service may set for itself. */
export function servicesFileShape(inputs: InputSpecs) {
  return record({
    defaults: {
      shape: record(commonFields(inputs)),
      description:
        'What holds for every service that does not say otherwise. `{name}` in a text stands for the name of the service. `rolling` is merged setting by setting, everything else is taken as a whole.',
    },
    'shared-paths': {
      shape: list(scalar(watchPattern())),
      description: 'Files that belong to all services: one that changed makes all of them changed ones.',
      otherwise: 'none',
    },
    services: {
      shape: mapping(entryName(), serviceShape(inputs)),
      required: true,
      description: 'The services, each under the name that `services`, `service-images` and `depends-on` call it by.',
    },
  });
}

export type ServicesFileValue = Value<ReturnType<typeof servicesFileShape>>;
export type ServiceValue = Value<ReturnType<typeof serviceShape>>;
export type DefaultsValue = NonNullable<ServicesFileValue['defaults']>;
export type StepEntry = Value<typeof step>;
