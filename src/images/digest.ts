import { type Kind, type Reading, read, wrong } from '../spec/kind.js';

/**
 * How many hexadecimal digits follow each algorithm that registries know. ECR itself takes `sha256` only.
 * https://github.com/opencontainers/image-spec/blob/main/descriptor.md#digests
 */
const LENGTHS: ReadonlyMap<string, number> = new Map([
  ['sha256', 64],
  ['sha512', 128],
]);

/** The digest as it is written everywhere: `sha256:` and small hexadecimal digits. */
export function parseDigest(given: string): Reading<string> {
  const [, algorithm, encoded] = /^([^:]*):(.*)$/s.exec(given) ?? [];
  if (algorithm === undefined || encoded === undefined) return wrong('has no algorithm such as sha256: in front');
  const length = LENGTHS.get(algorithm);
  if (length === undefined) return wrong(`has an algorithm that registries do not know (${algorithm})`);
  if (/[A-F]/.test(encoded) && /^[0-9a-fA-F]*$/.test(encoded)) {
    return wrong('has capital letters', `${algorithm}:${encoded.toLowerCase()}`);
  }
  if (!/^[0-9a-f]*$/.test(encoded)) return wrong('is not hexadecimal');
  return encoded.length === length
    ? read(given)
    : wrong(`has ${encoded.length} hexadecimal digits and not ${length}: it was cut or is none`);
}

export const isDigest = (given: string): boolean => parseDigest(given).ok;

/** `sha256:0123456789ab`: enough to be told apart by people, never to be looked up with. */
export const shortDigest = (digest: string): string => digest.replace(/^([^:]+:.{12}).*$/s, '$1');

/** A digest as an input. */
export function digest(): Kind<string> {
  return {
    label: 'digest',
    accepts: 'a digest such as sha256: followed by 64 hexadecimal digits',
    absent: undefined,
    read: parseDigest,
  };
}
