import type { EcrImage } from '../ports/preflight.js';

/**
 * The host of a private registry: with IPv4, with both (`.on.aws`), and the FIPS form of each.
 * https://docs.aws.amazon.com/AmazonECR/latest/userguide/Registries.html
 * https://docs.aws.amazon.com/AmazonECR/latest/userguide/ecr-requests.html
 */
const host =
  /^(?<account>\d{12})\.dkr(?:\.ecr(?:-fips)?|-ecr(?:-fips)?)\.(?<region>[a-z0-9-]+)\.(?:amazonaws\.com(?:\.cn)?|on\.aws|on\.amazonwebservices\.com\.cn)$/;

/**
 * Which image of Amazon ECR a reference means; undefined when it is of another registry. Without a tag and a digest it is
 * `latest`, as Docker has it; with both the digest counts.
 */
export function ecrImage(reference: string): EcrImage | undefined {
  const slash = reference.indexOf('/');
  const found = host.exec(reference.slice(0, Math.max(0, slash)))?.groups;
  if (found?.account === undefined || found.region === undefined) return undefined;
  const [path = '', digest] = reference.slice(slash + 1).split('@');
  const colon = path.indexOf(':');
  const repository = colon === -1 ? path : path.slice(0, colon);
  const of = { account: found.account, region: found.region, repository };
  if (digest !== undefined) return { ...of, digest };
  return { ...of, tag: colon === -1 ? 'latest' : path.slice(colon + 1) };
}
