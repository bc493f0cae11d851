import type { SetEdit } from '../ecs/task-definition-edit.js';
import type { PassUnknown } from '../ecs/task-definition-read.js';
import { resourceOfArn } from './arn.js';
import { settings } from './for-container.js';
import { type Kind, read, wrong } from './kind.js';
import { text } from './scalars.js';

/** The kinds of input that only task definitions have. */

/** A file or an ARN: what looks like an ARN must be one, so that a mistyped ARN is not taken for a file name. */
export function fileOrArn(): Kind<string> {
  return {
    label: 'path or ARN',
    accepts: 'the path of a JSON or YAML file in the workspace, or the ARN of a task definition with its revision',
    absent: undefined,
    read: (given) => {
      if (/[\r\n]/.test(given)) return wrong('has more than one line');
      return given.startsWith('arn:') && resourceOfArn(given) !== 'task definition'
        ? wrong('begins like an ARN and is not the ARN of a task definition with its revision')
        : read(given);
    },
  };
}

export function containerName(): Kind<string> {
  return text({ pattern: /^[A-Za-z0-9_-]{1,255}$/, accepts: 'the name of a container' });
}

/** https://docs.docker.com/reference/cli/docker/image/tag/ */
export function image(): Kind<string> {
  return text({
    pattern: /^[A-Za-z0-9][A-Za-z0-9._:/-]*(@sha256:[0-9a-f]{64})?$/,
    accepts: 'an image such as registry/name@sha256: and 64 hexadecimal digits, or registry/name:tag',
  });
}

export function role(): Kind<string> {
  return text({
    pattern: /^(arn:aws[a-z-]*:iam::\d{12}:role\/[\w+=,.@/-]{1,512}|[\w+=,.@-]{1,64})$/,
    accepts: 'the ARN or the name of an IAM role',
  });
}

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Secret.html */
export function references(): Kind<readonly SetEdit[], readonly SetEdit[]> {
  const kind = settings('NAME=reference');
  return {
    ...kind,
    read: (given) => {
      const reading = kind.read(given);
      if (!reading.ok) return reading;
      const trimmed = reading.value.map((edit) => ({ ...edit, value: edit.value.trim() }));
      const bad = trimmed.find(({ value }) => !/^[A-Za-z0-9/][\w+=,.@:!/-]*$/.test(value));
      return bad === undefined
        ? read(trimmed)
        : wrong(`has a reference of ${bad.name} that is neither an ARN nor the name of a parameter`);
    },
  };
}

export interface Placeholder {
  readonly name: string;
  /** Absent when the environment has it. */
  readonly value?: string;
}

export function placeholders(): Kind<readonly Placeholder[]> {
  return {
    label: 'placeholders',
    accepts: 'one NAME=value or NAME per line',
    absent: undefined,
    read: (given) => {
      const all: Placeholder[] = [];
      for (const [index, line] of given.split(/\r?\n/).entries()) {
        if (line.trim() === '') continue;
        const [, name, assigned, value] = /^\s*([A-Za-z_][A-Za-z0-9_]*)\s*(=(.*))?$/.exec(line) ?? [];
        if (name === undefined)
          return wrong(`has a line ${index + 1} that does not begin with a name of letters, digits and _`);
        if (all.some((each) => each.name === name)) return wrong(`names ${name} twice`);
        all.push(assigned === undefined ? { name } : { name, value: value ?? '' });
      }
      return read(all);
    },
  };
}

export function passUnknown(): Kind<PassUnknown> {
  return {
    label: 'keys',
    accepts: 'one key of a task definition per line, or true for all that are not known',
    absent: undefined,
    read: (given) => {
      if (/^true$/i.test(given)) return read('all');
      if (/^false$/i.test(given)) return read([]);
      const keys = given
        .split(/\r?\n/)
        .map((line) => line.trim())
        .filter((line) => line !== '');
      const bad = keys.find((key) => !/^[A-Za-z_$][\w$-]*$/.test(key));
      return bad === undefined
        ? read(keys)
        : wrong(`has ${JSON.stringify(bad)}, which is no key (without the path to it)`);
    },
  };
}
