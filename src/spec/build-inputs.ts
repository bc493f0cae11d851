import { cacheSpec } from '../images/cache-spec.js';
import { platform } from '../images/platform.js';
import { repository } from '../images/registry-choice.js';
import type { InputSpecs } from './action-spec.js';
import {
  allOrNames,
  argumentName,
  caches,
  contextName,
  contextSource,
  registryHost,
  sbomGenerator,
  secretId,
  sshSource,
  tagPattern,
  variableName,
} from './build-kinds.js';
import { fleetInputs } from './fleet-inputs.js';
import { lines, map } from './lists.js';
import { clusterName, pathInRepository, stageName } from './names.js';
import { needs, rule } from './rules.js';
import { flag, integer, oneOf, text } from './scalars.js';
import { secretValues } from './secret-values.js';

/** What is built, from what, and what is left alone. */
export const buildInputs = {
  repository: {
    kind: repository(),
    description:
      "Where one image is pushed to: the name of an ECR repository (`team/shop`, in the account of the credentials and in `region`), or a name with its registry (`123456789012.dkr.ecr.eu-central-1.amazonaws.com/shop`, `ghcr.io/team/shop`). Registries other than ECR take Docker's own login. Give this, or `services`.",
  },
  context: {
    kind: pathInRepository(),
    description: 'Folder that the one image is built from. By default the top of the repository.',
  },
  dockerfile: {
    kind: pathInRepository(),
    description: 'Path of the Dockerfile, from the top of the repository. By default `Dockerfile` in `context`.',
  },
  target: {
    kind: stageName(),
    description: 'Stage of the Dockerfile that becomes the image. By default the last one.',
  },
  'build-contexts': {
    kind: map({ key: contextName(), value: contextSource(), example: 'name=folder' }),
    description:
      'Further folders or images for the Dockerfile, `name=folder` or `name=docker-image://reference` per line; `COPY --from=name` takes from them, and an image stands for the `FROM` of that name.',
  },
  services: {
    kind: fleetInputs.services.kind,
    description:
      'The images of several services in one solve, in place of `repository`: `all` that the services file has, or their names, one per line. Which of them are built is found out for each.',
  },
  'services-file': {
    ...fleetInputs['services-file'],
    description:
      'The file that says which services there are and what each is built from (`ecr-repository`, `context`, `dockerfile`, `target`, `build-args`, `build-contexts`, `paths`).',
  },
  'build-args': {
    kind: map({ key: argumentName(), example: 'NAME=value' }),
    description:
      'Build arguments, `NAME=value` per line. They end in the history of the image, where everybody who pulls it can read them: use `secrets` for what is none of his business.',
  },
  labels: {
    kind: map({ example: 'label=value' }),
    description:
      'Labels of the image, `label=value` per line. They are part of the content: one that changes with every commit makes every image a new one. Revision, source and date of the build are set anyway.',
  },
  platforms: {
    kind: lines({ item: platform(), of: 'platform', max: 16 }),
    description:
      'Platforms, one per line, such as `linux/amd64` and `linux/arm64`. More than one gives an index. By default that of the builder.',
  },
  tags: {
    kind: lines({ item: tagPattern(), of: 'tag', max: 20 }),
    description:
      'Tags for the image, one per line; `{name}` stands for the name of the service. An image that is not built because it is there already gets those that it lacks, without a rebuild. The tag of its content (`content-…`) it has always.',
  },
  secrets: {
    kind: secretValues(),
    secret: true,
    verbatim: true,
    description:
      'Secrets for `RUN --mount=type=secret,id=…`, `id=value` per line, or a JSON object whose values may have line breaks. They reach BuildKit through its environment, and are in no argument, file, log or layer.',
  },
  'secret-envs': {
    kind: map({ key: secretId(), value: variableName(), example: 'id=VARIABLE' }),
    description: 'Secrets from environment variables of the step, `id=VARIABLE` per line.',
  },
  'secret-files': {
    kind: map({ key: secretId(), example: 'id=path' }),
    description: 'Secrets from files, `id=path` per line, from the top of the repository or absolute.',
  },
  ssh: {
    kind: lines({ item: sshSource(), of: 'SSH agent or key', max: 20 }),
    description:
      'For `RUN --mount=type=ssh`: `default` for the agent of the step, or `id=path` of a socket or a key, one per line.',
  },
  'skip-existing': {
    kind: flag(),
    preset: 'true',
    description:
      'Leave out what need not be built: an image of exactly this content is there already, or nothing that belongs to the service has changed since it was deployed last.',
  },
  rebuild: {
    kind: allOrNames(),
    description: 'Build these anyway: `all`, or names of services, one per line. For a newer base image, with `pull`.',
  },
  'deployed-tag': {
    kind: tagPattern(),
    description:
      'The tag of what is deployed, such as `prod`: its image says from which commit it was built, and what changed since decides. By default that is the image that the ECS service of the services file runs.',
  },
  cluster: {
    kind: clusterName(),
    description:
      'The ECS cluster of the services for which the services file names none, to see what is deployed. Nothing is deployed to it.',
  },
  cache: {
    kind: caches(),
    preset: 'registry',
    description:
      'Where layers are kept between builds: `registry` (the tag `buildcache` of the repository, all stages), `none`, or caches as buildx takes them, one per line, which are read and written. What goes wrong with a cache never fails the build.',
  },
  'cache-from': {
    kind: lines({ item: cacheSpec(), of: 'cache', max: 20 }),
    description: 'Further caches that are read only, as buildx takes them, one per line.',
  },
  provenance: {
    kind: oneOf('off', 'min', 'max'),
    preset: 'off',
    description:
      'Attestation of how the image was built. It makes an index of every image, which the basic scan of ECR and some clients do not look into; `max` has all build arguments in it.',
  },
  sbom: {
    kind: sbomGenerator(),
    preset: 'false',
    description:
      'Attestation of what is in the image: `true` for the generator of BuildKit, or the reference of another one. It makes an index of every image.',
  },
  pull: {
    kind: flag(),
    preset: 'false',
    description:
      'Look up the digests of base images that are named without one, so that a newer base makes the content another one, and have BuildKit fetch them anew.',
  },
  'no-cache': {
    kind: flag(),
    preset: 'false',
    description: 'Run every step of what is built, whatever the cache has.',
  },
  builder: {
    kind: text({ pattern: /^[A-Za-z0-9][\w.+-]*$/, accepts: 'the name of a builder, as `docker buildx ls` shows it' }),
    description:
      'The builder of buildx. By default the current one; when that one cannot write a cache or an index, a builder in a container is made for this step and removed after it.',
  },
  push: {
    kind: flag(),
    preset: 'true',
    description: 'Push what was built. With `false` it is only shown that it can be built.',
  },
  load: {
    kind: flag(),
    preset: 'false',
    description: 'Load what was built into the Docker engine of the machine. For one platform.',
  },
  registries: {
    kind: lines({ item: registryHost(), of: 'registry of ECR', max: 20 }),
    description:
      'Further registries of ECR to log in to, one host per line: other accounts and Regions, `public.ecr.aws`. Those that a Dockerfile, a cache or a named context speaks of are known by themselves.',
  },
  retries: {
    kind: integer({ min: 0, max: 10 }),
    preset: '3',
    description:
      'How often a push is tried again that failed by what can pass: the registry has trouble, asks to go slower, or the connection broke.',
  },
} as const satisfies InputSpecs;

/** Those that the services file has for each service. */
const ofOneImage = ['context', 'dockerfile', 'target', 'build-contexts'] as const;

export const buildRules = [
  ...ofOneImage.map((input) =>
    rule(
      [input, 'services'],
      `\`${input}\` is for one image; the services file has it for each.`,
      (_values: unknown, has) =>
        has(input) && has('services') ? 'is for one image: with services, say it in the services file' : undefined,
    ),
  ),
  rule(
    ['services'],
    '`services` is `all` or names: what changed is found out here.',
    ({ services }: { services: unknown }) =>
      services === 'changed'
        ? 'is not needed here: with all, every image is looked at and what has changed is built'
        : undefined,
  ),
  needs('cluster', 'services'),
  rule(
    ['secrets', 'secret-envs', 'secret-files'],
    'A secret comes from one place.',
    (values: { secrets: Names; secretEnvs: Names; secretFiles: Names }) => {
      const ids = [values.secrets, values.secretEnvs, values.secretFiles].flatMap((one) => Object.keys(one));
      const twice = ids.find((id, index) => ids.indexOf(id) !== index);
      return twice === undefined ? undefined : `and the inputs beside it name the secret ${twice} twice`;
    },
  ),
  rule(
    ['load', 'platforms'],
    '`load` is for one platform.',
    ({ load, platforms }: { load: boolean; platforms: readonly string[] }) =>
      load && platforms.length > 1 ? 'takes one platform, because the engine holds no index' : undefined,
  ),
  rule(
    ['rebuild', 'services'],
    'Names in `rebuild` are among those of `services`.',
    ({ rebuild, services }: { rebuild: unknown; services: unknown }) => {
      if (!Array.isArray(rebuild) || rebuild.length === 0) return undefined;
      if (services === undefined) return 'names services, and one image is built: all is meant';
      if (!Array.isArray(services)) return undefined;
      const other = rebuild.find((name) => !services.includes(name));
      return other === undefined ? undefined : `names ${other}, which is not among services`;
    },
  ),
];

type Names = Readonly<Record<string, string>>;
