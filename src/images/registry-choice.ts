import { counted } from '../spec/counted.js';
import { type Kind, type Reading, read, wrong } from '../spec/kind.js';
import { ecrRegistry } from './ecr-host.js';
import { nameOf, parseReference } from './reference.js';

/** A repository as an input names it. */
export interface RepositoryName {
  /** Host and port; undefined for a plain name, which is one of ECR. */
  readonly host: string | undefined;
  readonly path: string;
}

/** https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_CreateRepository.html (repositoryName) */
const ECR_PATH = /^(?:[a-z0-9]+(?:[._-][a-z0-9]+)*\/)*[a-z0-9]+(?:[._-][a-z0-9]+)*$/;

/** Reads the name of a repository: without tag and digest, with the host or without. */
export function parseRepository(given: string): Reading<RepositoryName> {
  const slash = given.indexOf('/');
  const first = given.slice(0, Math.max(0, slash));
  const isPlain = !/[.:[]/.test(first) && first !== 'localhost';
  if (isPlain && first !== first.toLowerCase()) {
    return wrong('has capital letters in the name of the repository', given.toLowerCase());
  }
  const reading = parseReference(given);
  if (!reading.ok) return reading;
  const { registry, repository, tag, digest } = reading.value;
  const path = isPlain ? given : repository;
  if (tag !== undefined || digest !== undefined) {
    const what = digest === undefined ? `the tag ${tag}` : 'a digest';
    const bare = given.replace(/@.*$/, '');
    return wrong(
      `has ${what}, and the repository alone is meant`,
      tag === undefined ? bare : bare.slice(0, -tag.length - 1),
    );
  }
  if (!isPlain && ecrRegistry(registry) === undefined) return read({ host: registry, path });
  if (path.length < 2 || path.length > 256)
    return wrong(`has ${counted(path.length, 'letter')}, and ECR takes 2 to 256`);
  if (!ECR_PATH.test(path)) {
    return wrong('is no name that ECR takes: small letters and digits, with one . _ or - between them, in parts by /');
  }
  return read({ host: isPlain ? undefined : registry, path });
}

/** A repository as an input. */
export function repository(): Kind<string> {
  return {
    label: 'repository',
    accepts: 'the name of an ECR repository such as team/shop, or one with its registry such as ghcr.io/team/shop',
    absent: undefined,
    read: (given) => {
      const reading = parseRepository(given);
      return reading.ok ? read(formatRepository(reading.value)) : reading;
    },
  };
}

export const formatRepository = ({ host, path }: RepositoryName): string =>
  host === undefined ? path : nameOf({ registry: host, repository: path });

/** Which registry a name means. */
export type RegistryChoice =
  | {
      readonly kind: 'ecr';
      /** undefined: that of the credentials, whose host is not known before ECR has told it. */
      readonly host: string | undefined;
      readonly account: string | undefined;
      readonly region: string;
      readonly isFips: boolean;
      readonly path: string;
    }
  | { readonly kind: 'ecr-public'; readonly host: string; readonly path: string }
  /** On this machine, where AWS itself is asked at another address than its own: ECR when ECR says that this is its host. */
  | { readonly kind: 'maybe-ecr'; readonly host: string; readonly path: string }
  /** Any other, which Docker's own credentials are for. */
  | { readonly kind: 'registry'; readonly host: string; readonly path: string };

/**
 * @param region that of the credentials
 * @param isAwsElsewhere whether AWS is asked at another address than its own. A host of this machine may be one of ECR only then.
 */
export function chooseRegistry(
  { host, path }: RepositoryName,
  region: string,
  isAwsElsewhere: boolean,
): RegistryChoice {
  if (host === undefined) return { kind: 'ecr', host, account: undefined, region, isFips: false, path };
  const ecr = ecrRegistry(host);
  if (ecr?.kind === 'public') return { kind: 'ecr-public', host, path };
  if (ecr !== undefined) {
    return { kind: 'ecr', host, account: ecr.account, region: ecr.region, isFips: ecr.isFips, path };
  }
  return { kind: isAwsElsewhere && isLoopback(host) ? 'maybe-ecr' : 'registry', host, path };
}

/**
 * Whether a host, with or without its port, is this machine: 127.0.0.0/8, ::1, localhost. Docker and BuildKit speak plain HTTP
 * to these alone, and so does everything here.
 * https://docs.docker.com/reference/cli/dockerd/#insecure-registries
 */
export function isLoopback(host: string): boolean {
  const name = host.replace(/:\d+$/, '').toLowerCase();
  return name === 'localhost' || name === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(name);
}
