import { cacheSpec } from '../images/cache-spec.js';
import { ecrRegistry } from '../images/ecr-host.js';
import { parseReference, parseTag } from '../images/reference.js';
import { isLoopback } from '../images/registry-choice.js';
import { type Kind, read, wrong } from './kind.js';
import { lines } from './lists.js';
import { pathInRepository } from './names.js';
import { text } from './scalars.js';

/** The kinds of what is said of a build. */

/** A tag in which `{name}` stands for a service. */
export function tagPattern(): Kind<string> {
  return {
    label: 'tag',
    accepts: 'a tag: letters, digits, _ . -, not beginning with . or -, at most 128; {name} stands for the service',
    absent: undefined,
    read: (given) => {
      const reading = parseTag(given.replaceAll('{name}', 'name'));
      if (!reading.ok) return reading;
      return given.startsWith('content-') ? wrong('begins like the tags that are made of contents') : read(given);
    },
  };
}

export function allOrNames(): Kind<'all' | readonly string[], readonly string[]> {
  const names = lines({ of: 'service name' });
  return {
    label: '`all` or lines',
    accepts: 'all, or names of services, one per line',
    absent: [],
    read: (given) => (given === 'all' ? read(given) : names.read(given)),
  };
}

export function caches(): Kind<'registry' | 'none' | readonly string[]> {
  const specs = lines({ item: cacheSpec(), of: 'cache', max: 20 });
  return {
    label: '`registry`, `none` or caches',
    accepts: `registry, none, or ${cacheSpec().accepts}, one per line`,
    absent: undefined,
    read: (given) => (given === 'registry' || given === 'none' ? read(given) : specs.read(given)),
  };
}

/** `false`, `true`, or what makes it. https://docs.docker.com/build/metadata/attestations/sbom/ */
export function sbomGenerator(): Kind<boolean | string> {
  return {
    label: '`true`, `false` or an image',
    accepts: 'true, false, or the reference of a generator of SBOMs',
    absent: undefined,
    read: (given) => {
      if (/^(true|false)$/i.test(given)) return read(given.toLowerCase() === 'true');
      // Words that are meant as true or false are names of images too.
      if (!/[/:.]/.test(given)) return wrong('is neither true nor false nor the whole name of an image');
      const reading = parseReference(given);
      return reading.ok ? read(given) : reading;
    },
  };
}

export function sshSource(): Kind<string> {
  return text({ pattern: /^(?:default|[A-Za-z0-9_.-]+=\S.*)$/, accepts: 'default, or id=path of a socket or a key' });
}

export function secretId(): Kind<string> {
  return text({ pattern: /^[A-Za-z0-9_.-]+$/, accepts: 'letters, digits and characters of _.-' });
}

export function variableName(): Kind<string> {
  return text({ pattern: /^[A-Za-z_][A-Za-z0-9_]*$/, accepts: 'the name of an environment variable' });
}

export function argumentName(): Kind<string> {
  return text({ pattern: /^[A-Za-z_][A-Za-z0-9_]*$/, accepts: 'letters, digits and _' });
}

export function contextName(): Kind<string> {
  return text({ pattern: /^[a-z0-9][a-z0-9_.:/-]*$/, accepts: 'small letters, digits and characters of _.-:/' });
}

/** On this machine it may be the local cloud. */
export function registryHost(): Kind<string> {
  return {
    label: 'registry',
    accepts: 'a registry of ECR such as 123456789012.dkr.ecr.eu-central-1.amazonaws.com, or public.ecr.aws',
    absent: undefined,
    read: (given) =>
      ecrRegistry(given) !== undefined || isLoopback(given)
        ? read(given)
        : wrong('is no registry of ECR; for others, log in with Docker before this step'),
  };
}

export function contextSource(): Kind<string> {
  const folder = pathInRepository();
  return {
    label: 'folder or image',
    accepts: `${folder.accepts}, or docker-image://reference`,
    absent: undefined,
    read: (given) => {
      if (/^docker-image:\/\/\S+$/.test(given)) return read(given);
      return /^[a-z-]+:/.test(given) ? wrong('is neither a folder nor docker-image://') : folder.read(given);
    },
  };
}
