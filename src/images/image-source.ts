import { type Kind, type Reading, read, wrong } from '../spec/kind.js';
import { parseDigest } from './digest.js';
import { parseTag } from './reference.js';
import { formatRepository, parseRepository } from './registry-choice.js';

/** An image that is there already: its repository, and by what it is found in it. */
export interface ImageSource {
  /** Plain, or with its host: as `parseRepository` takes it. */
  readonly repository: string;
  /** Decides only where there is no digest. */
  readonly tag?: string;
  readonly digest?: string;
}

/** Reads `repository:tag`, `repository@digest` or both. One of the two must be there: nothing is taken for `latest`. */
export function parseImageSource(given: string): Reading<ImageSource> {
  const [named = '', ...digests] = given.split('@');
  if (digests.length > 1) return wrong('has more than one @');
  // A colon before a slash belongs to the port.
  const colon = named.indexOf(':', named.lastIndexOf('/') + 1);
  const place = parseRepository(colon === -1 ? named : named.slice(0, colon));
  if (!place.ok) return place;
  const tag = colon === -1 ? undefined : parseTag(named.slice(colon + 1));
  if (tag?.ok === false) return wrong(`has a tag that ${tag.wrong}`);
  const digest = digests[0] === undefined ? undefined : parseDigest(digests[0]);
  if (digest?.ok === false) return wrong(`has a digest that ${digest.wrong}`);
  if (tag === undefined && digest === undefined) return wrong('has neither a tag nor a digest', `${given}:TAG`);
  return read({
    repository: formatRepository(place.value),
    ...(tag === undefined ? {} : { tag: tag.value }),
    ...(digest === undefined ? {} : { digest: digest.value }),
  });
}

/** As people write it. */
export const formatImageSource = ({ repository, tag, digest }: ImageSource): string =>
  `${repository}${tag === undefined ? '' : `:${tag}`}${digest === undefined ? '' : `@${digest}`}`;

/** An image that is there already, as an input. */
export function imageSource(): Kind<string> {
  return {
    label: 'image',
    accepts: 'an image by its digest or its tag, such as team/shop@sha256:… or team/shop:staging',
    absent: undefined,
    read: (given) => {
      const reading = parseImageSource(given);
      return reading.ok ? read(given) : reading;
    },
  };
}
