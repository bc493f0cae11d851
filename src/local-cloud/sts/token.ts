import { AwsError } from '../contract.js';

export interface WebIdentity {
  readonly issuer: string;
  readonly subject: string;
  readonly audience: string;
}

/**
 * Reads a web identity token: three base64url parts, a JSON header and claims, not expired. The signature is not
 * checked, as the local cloud knows no identity provider. Tokens carry wall-clock times, so a token is expired when it
 * is so by the wall clock.
 */
export function readToken(token: string): WebIdentity {
  const parts = token.split('.');
  const header = claimsOf(parts[0]);
  const claims = claimsOf(parts[1]);
  if (parts.length !== 3 || header === undefined || claims === undefined || typeof header.alg !== 'string') {
    throw new AwsError(
      'InvalidIdentityToken',
      'The ID Token provided is not a valid JWT. (You may see this error if you sent an Access Token)',
    );
  }
  for (const name of ['iss', 'sub', 'aud', 'exp'] as const) {
    if (claims[name] === undefined) throw new AwsError('InvalidIdentityToken', `Missing a required claim: ${name}`);
  }
  if (Number(claims.exp) * 1000 <= Date.now()) {
    throw new AwsError(
      'ExpiredTokenException',
      `Token expired: current date/time ${Math.floor(Date.now() / 1000)} must be before the expiration date/time ${claims.exp}`,
      { status: 400 },
    );
  }
  const audience = Array.isArray(claims.aud) ? claims.aud[0] : claims.aud;
  return {
    issuer: String(claims.iss).replace(/^https:\/\//, ''),
    subject: String(claims.sub),
    audience: String(audience),
  };
}

function claimsOf(part: string | undefined): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(part ?? '', 'base64url').toString('utf8'));
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}
