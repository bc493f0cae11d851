/** A registry of Amazon ECR, as its host says. */
export type EcrRegistry =
  | {
      readonly kind: 'private';
      readonly account: string;
      readonly region: string;
      readonly partition: string;
      readonly isFips: boolean;
    }
  /** Login is in us-east-1 only. https://docs.aws.amazon.com/AmazonECR/latest/public/public-registry-auth.html */
  | { readonly kind: 'public'; readonly region: 'us-east-1'; readonly partition: 'aws' };

/**
 * With IPv4 only (`dkr.ecr`) and with both (`dkr-ecr`), and the FIPS form of each.
 * https://docs.aws.amazon.com/AmazonECR/latest/userguide/Registries.html
 * https://docs.aws.amazon.com/AmazonECR/latest/userguide/ecr-requests.html
 */
const PRIVATE =
  /^(?<account>\d{12})\.dkr[.-]ecr(?<fips>-fips)?\.(?<region>[a-z]{2,4}(?:-[a-z]+)+-\d{1,2})\.(?<suffix>[a-z0-9.-]+)$/;

/** Domain suffixes of each partition; the two forms of the host have different ones. */
const SUFFIXES: readonly (readonly [suffix: string, partition: string, regions: RegExp])[] = [
  ['amazonaws.com', 'aws-us-gov', /^us-gov-/],
  ['on.aws', 'aws-us-gov', /^us-gov-/],
  ['amazonaws.com', 'aws', /^(?!cn-|us-gov-|us-iso|eusc-|eu-isoe-)/],
  ['on.aws', 'aws', /^(?!cn-|us-gov-|us-iso|eusc-|eu-isoe-)/],
  ['amazonaws.com.cn', 'aws-cn', /^cn-/],
  ['on.amazonwebservices.com.cn', 'aws-cn', /^cn-/],
  ['amazonaws.eu', 'aws-eusc', /^eusc-/],
  ['on.amazonwebservices.eu', 'aws-eusc', /^eusc-/],
  ['c2s.ic.gov', 'aws-iso', /^us-iso-/],
  ['sc2s.sgov.gov', 'aws-iso-b', /^us-isob-/],
  ['cloud.adc-e.uk', 'aws-iso-e', /^eu-isoe-/],
  ['csp.hci.ic.gov', 'aws-iso-f', /^us-isof-/],
];

/** The second has IPv6 as well. https://docs.aws.amazon.com/AmazonECR/latest/public/public-registries.html */
const PUBLIC_HOSTS = ['public.ecr.aws', 'ecr-public.aws.com'];

/** Which registry of Amazon ECR a host means; undefined when it is none. */
export function ecrRegistry(host: string): EcrRegistry | undefined {
  if (PUBLIC_HOSTS.includes(host)) return { kind: 'public', region: 'us-east-1', partition: 'aws' };
  const { account, fips, region, suffix } = PRIVATE.exec(host)?.groups ?? {};
  if (account === undefined || region === undefined) return undefined;
  const partition = SUFFIXES.find(([end, , regions]) => end === suffix && regions.test(region))?.[1];
  if (partition === undefined) return undefined;
  return { kind: 'private', account, region, partition, isFips: fips !== undefined };
}

/** The host that pushes go to, in the partition of the Region. */
export function ecrHost(account: string, region: string): string {
  const [suffix] = SUFFIXES.find(([, , regions]) => regions.test(region)) ?? ['amazonaws.com'];
  return `${account}.dkr.ecr.${region}.${suffix}`;
}

/** The ARN of a repository, for policies and messages. */
export function repositoryArn(
  { account, region, partition }: Extract<EcrRegistry, { kind: 'private' }>,
  repository: string,
): string {
  return `arn:${partition}:ecr:${region}:${account}:repository/${repository}`;
}
