import { type Kind, type Reading, read, wrong } from '../spec/kind.js';
import { parseDigest } from './digest.js';

/** Which image is meant. At most one of `tag` and `digest` decides: with both it is the digest. */
export interface ImageReference {
  /** Host and port as Docker would ask it: `docker.io` where none was written. */
  readonly registry: string;
  /** With `library/` in front where Docker puts it there. */
  readonly repository: string;
  readonly tag?: string;
  readonly digest?: string;
}

/** https://github.com/distribution/reference/blob/main/reference.go (the grammar at its top) */
const TAG = /^\w[\w.-]{0,127}$/;
const HOST =
  /^(?:(?:[A-Za-z0-9]|[A-Za-z0-9][A-Za-z0-9-]*[A-Za-z0-9])(?:\.(?:[A-Za-z0-9]|[A-Za-z0-9][A-Za-z0-9-]*[A-Za-z0-9]))*|\[[A-Fa-f0-9:]+\])(?::\d+)?$/;
const PATH_COMPONENT = /^[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*$/;
/** Of the name without the tag. https://github.com/distribution/reference/blob/main/reference.go (RepositoryNameTotalLengthMax) */
const LONGEST_NAME = 255;

export const isTag = (given: string): boolean => TAG.test(given);

/** A tag as an input. */
export function tag(): Kind<string> {
  return {
    label: 'tag',
    accepts: 'a tag: letters, digits, _ . -, not beginning with . or -, at most 128',
    absent: undefined,
    read: parseTag,
  };
}

export function parseTag(given: string): Reading<string> {
  if (TAG.test(given)) return read(given);
  if (given.length > 128) return wrong(`has ${given.length} letters, more than 128`);
  const bad = /[^\w.-]/.exec(given)?.[0];
  if (bad !== undefined) return wrong(`has ${JSON.stringify(bad)} in it`, given.replaceAll(/[^\w.-]+/g, '-'));
  return wrong(given === '' ? 'is empty' : 'begins with . or -');
}

/** Reads a reference as Docker does. */
export function parseReference(given: string): Reading<ImageReference> {
  if (/\s/.test(given)) return wrong('has a space in it');
  if (/^[a-z]+:\/\//i.test(given)) return wrong('begins with a protocol', given.replace(/^[a-z]+:\/\//i, ''));
  const [named = '', ...digests] = given.split('@');
  if (digests.length > 1) return wrong('has more than one @');
  const [digest] = digests;
  const digestRead = digest === undefined ? undefined : parseDigest(digest);
  if (digestRead?.ok === false) return wrong(`has a digest that ${digestRead.wrong}`, suggested(named, digestRead));
  // A colon before a slash belongs to the port.
  const colon = named.indexOf(':', named.lastIndexOf('/') + 1);
  const name = colon === -1 ? named : named.slice(0, colon);
  const tagGiven = colon === -1 ? undefined : named.slice(colon + 1);
  const tagRead = tagGiven === undefined ? undefined : parseTag(tagGiven);
  if (tagRead?.ok === false) return wrong(`has a tag that ${tagRead.wrong}`);
  const place = placeOf(name);
  if (!place.ok) return place;
  return read({
    ...place.value,
    ...(tagGiven === undefined ? {} : { tag: tagGiven }),
    ...(digest === undefined ? {} : { digest }),
  });
}

const suggested = (named: string, { suggestion }: { suggestion?: string }): string | undefined =>
  suggestion === undefined ? undefined : `${named}@${suggestion}`;

function placeOf(name: string): Reading<{ registry: string; repository: string }> {
  const slash = name.indexOf('/');
  const first = slash === -1 ? '' : name.slice(0, slash);
  const isHost = /[.:[]/.test(first) || first === 'localhost' || first !== first.toLowerCase();
  const registry = isHost ? first : 'docker.io';
  const path = isHost ? name.slice(slash + 1) : name;
  if (isHost && !HOST.test(first)) return wrong(`has a registry that is no host (${first})`);
  if (path === '') return wrong('names no repository');
  const bad = path.split('/').find((part) => !PATH_COMPONENT.test(part));
  if (bad !== undefined) {
    const lower = name.toLowerCase();
    const isCaseOnly = path !== path.toLowerCase() && placeOf(lower).ok;
    return wrong(
      isCaseOnly
        ? 'has capital letters in the name of the repository'
        : `has ${JSON.stringify(bad)} where small letters, digits and single . _ - between them are meant`,
      isCaseOnly ? `${isHost ? `${first}/` : ''}${path.toLowerCase()}` : undefined,
    );
  }
  // Docker takes it for the identifier of a local image. https://github.com/distribution/reference/blob/main/normalize.go
  if (!isHost && /^[0-9a-f]{64}$/.test(path)) return wrong('is the identifier of an image and not its name');
  const isOfLibrary = registry === 'docker.io' && !path.includes('/');
  const repository = isOfLibrary ? `library/${path}` : path;
  if (`${registry}/${repository}`.length > LONGEST_NAME)
    return wrong(`has a name of more than ${LONGEST_NAME} letters`);
  return read({ registry: registry === 'index.docker.io' ? 'docker.io' : registry, repository });
}

/** `registry/repository:tag@digest`, always with the registry. */
export function formatReference({ registry, repository, tag, digest }: ImageReference): string {
  return `${nameOf({ registry, repository })}${tag === undefined ? '' : `:${tag}`}${digest === undefined ? '' : `@${digest}`}`;
}

/** `registry/repository` */
export const nameOf = ({ registry, repository }: Pick<ImageReference, 'registry' | 'repository'>): string =>
  `${registry}/${repository}`;
