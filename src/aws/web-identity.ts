/** What a web identity token says of its bearer, and what a role must trust for it. The token itself is never shown. */

type Claims = Readonly<Record<string, unknown>>;

/** Nothing when it is no token. Who issued it is checked by AWS, not here. */
export function claimsOf(token: string): Claims | undefined {
  try {
    const claims: unknown = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'));
    return typeof claims === 'object' && claims !== null ? (claims as Claims) : undefined;
  } catch {
    return undefined;
  }
}

/** Who the token says its bearer is, and the condition by which a role's trust policy would let it in. */
export function trustAdvice(token: string): string {
  const claims = claimsOf(token);
  if (claims === undefined) return 'The token of this job could not be read.';
  const { sub, aud, iss } = claims as Readonly<Record<string, string>>;
  const provider = String(iss ?? 'https://token.actions.githubusercontent.com').replace(/^https:\/\//, '');
  const condition = {
    StringEquals: { [`${provider}:aud`]: aud, [`${provider}:sub`]: subjectsOf(String(sub), claims) },
  };
  return `The token of this job has sub ${JSON.stringify(sub)} and aud ${JSON.stringify(aud)}. The trust policy of the role must allow sts:AssumeRoleWithWebIdentity to arn:aws:iam::ACCOUNT:oidc-provider/${provider} with "Condition": ${JSON.stringify(condition)}`;
}

/**
 * Both forms of the subject: by names, and by names with the numbers that stay when a name goes to somebody else. GitHub
 * gives the second to repositories that were made, renamed or moved after 15 July 2026.
 * https://docs.github.com/en/actions/reference/security/oidc
 */
function subjectsOf(sub: string, claims: Claims): readonly string[] {
  const found = /^repo:(?<owner>[^@/:]+)(?:@\d+)?\/(?<name>[^@:]+)(?:@\d+)?(?<rest>:.*)$/.exec(sub)?.groups;
  if (found === undefined) return [sub];
  const { owner, name, rest } = found;
  const plain = `repo:${owner}/${name}${rest}`;
  const { repository_owner_id: ownerId, repository_id: id } = claims;
  const numbered =
    sub === plain ? `repo:${owner}@${ownerId ?? 'OWNER-ID'}/${name}@${id ?? 'REPOSITORY-ID'}${rest}` : sub;
  return [plain, numbered];
}
