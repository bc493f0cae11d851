import type { InputSpecs } from './action-spec.js';
import { isJsonObject, parseJsonObject } from './json-object.js';
import { type Kind, read, wrong } from './kind.js';
import { lines } from './lists.js';
import { exactlyOneOf, needs, rule } from './rules.js';
import { integer, text } from './scalars.js';

/** Service → image, or service → container → image. */
export type ServiceImages = Readonly<Record<string, string | Readonly<Record<string, string>>>>;

/** Many services in one run, as the services file has them. */
export const fleetInputs = {
  services: {
    kind: selection(),
    description:
      'Several services in one run, in place of `service`: `all` that the services file has, the `changed` ones, or their names, one per line.',
  },
  'services-file': {
    kind: text({ pattern: /^[^\0]+$/, accepts: 'the path of a file' }),
    preset: '.github/sluice.yml',
    description: 'The file that says which services there are, what belongs to them and what depends on what.',
  },
  'service-images': {
    kind: serviceImages(),
    description:
      'The new images as JSON, `{"user": "image"}` or `{"user": {"container": "image"}}`, by the names of the services file, as a build step hands them on. Every service that is deployed must have one.',
  },
  'changed-since': {
    kind: text({ pattern: /^[A-Za-z0-9][^\s~^:?*[\\]*$/, accepts: 'a commit, a branch or a tag' }),
    description:
      'For `services: changed`, the commit that the checked-out one is compared with. By default the one before the push, or the base of the pull request. Needs a checkout that has both (`fetch-depth: 0`).',
  },
  'changed-paths': {
    kind: paths(),
    description:
      'For `services: changed`, the paths of the files that changed, one per line or as a JSON list, when a step before has found them out. No git is asked then.',
  },
  'max-parallel': {
    kind: integer({ min: 1, max: 500 }),
    preset: '10',
    description: 'How many services are deployed at the same time. Their calls are paced together, whatever this says.',
  },
} as const satisfies InputSpecs;

const alone = ['images', 'task-definition', 'task-definition-family', 'run-before', 'run-after', 'lock-name'] as const;

/** What must hold between them, and between them and those of one service. */
export const fleetRules = [
  exactlyOneOf('service', 'services'),
  rule(['cluster', 'service'], '`service` is given together with `cluster`.', (_values: unknown, has) =>
    has('service') && !has('cluster') ? 'is required beside service' : undefined,
  ),
  needs('service-images', 'services'),
  ...(['changed-since', 'changed-paths'] as const).map((input) =>
    rule(
      [input, 'services'],
      `\`${input}\` is for \`services: changed\`.`,
      ({ services }: { services: unknown }, has) =>
        has(input) && services !== 'changed' ? 'has no effect without services: changed' : undefined,
    ),
  ),
  rule(['changed-since', 'changed-paths'], '`changed-since` and `changed-paths` exclude each other.', (_values, has) =>
    has('changed-since') && has('changed-paths') ? 'contradicts changed-paths: give only one of the two' : undefined,
  ),
  ...alone.map((input) =>
    rule(
      [input, 'services'],
      `\`${input}\` is for one \`service\`; the services file has it for each.`,
      (_values, has) =>
        has(input) && has('services') ? 'is for one service: with services, say it in the services file' : undefined,
    ),
  ),
  rule(
    ['on-failure', 'services'],
    '`rollback-all`, `rollback-failed` and `continue` of `on-failure` are for `services`.',
    ({ onFailure }: { onFailure: string }, has) =>
      !['rollback', 'leave'].includes(onFailure) && !has('services') ? 'is for several services' : undefined,
  ),
];

/** A JSON list too: of no path at all, it is still something that was given. */
function paths(): Kind<readonly string[]> {
  const plain = lines({ of: 'path' });
  return {
    absent: undefined,
    label: 'lines or JSON',
    accepts: 'one path per line, or a JSON list of paths',
    read: (given) => {
      if (!given.startsWith('[')) return plain.read(given);
      try {
        const value: unknown = JSON.parse(given);
        const isGood = Array.isArray(value) && value.every((path) => typeof path === 'string');
        return isGood ? read(value) : wrong('is not a JSON list of paths');
      } catch (error) {
        return wrong(`is not JSON: ${(error as Error).message}`);
      }
    },
  };
}

function selection(): Kind<'all' | 'changed' | readonly string[]> {
  const names = lines({ of: 'service name' });
  return {
    label: '`all`, `changed` or lines',
    accepts: 'all, changed, or names of the services file, one per line',
    absent: undefined,
    read: (given) => {
      if (given === 'all' || given === 'changed') return read(given);
      const reading = names.read(given);
      if (!reading.ok) return reading;
      const word = reading.value.find((name) => /^(all|changed)$/i.test(name));
      if (word !== undefined) return wrong(`has ${JSON.stringify(word)} among names`, word.toLowerCase());
      const comma = reading.value.find((name) => /[,\s]/.test(name));
      if (comma !== undefined) return wrong('has several names on one line', given.replace(/[,\s]+/g, '\n'));
      return reading;
    },
  };
}

function serviceImages(): Kind<ServiceImages> {
  const accepts = 'a JSON object such as {"user": "123456789012.dkr.ecr.eu-central-1.amazonaws.com/user@sha256:…"}';
  return {
    label: 'JSON',
    accepts,
    absent: undefined,
    read: (given) => {
      const object = parseJsonObject(given);
      if (!object.ok) return object;
      for (const [name, image] of Object.entries(object.value)) {
        const images = isJsonObject(image) ? Object.values(image) : [image];
        if (images.length === 0 || !images.every((each) => typeof each === 'string' && /^\S+$/.test(each)))
          return wrong(`has something else than an image for ${name}`);
      }
      return read(object.value as ServiceImages);
    },
  };
}
