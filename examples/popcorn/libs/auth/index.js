import { sign, verify } from 'node:crypto';
import { Refusal } from '#libs/http';

/** Tokens that only the user service can make and everyone can check: JSON Web Tokens with Ed25519. RFC 8037, section 3.1. */

const encode = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');
const HEADER = encode({ alg: 'EdDSA', typ: 'JWT' });

export function makeToken(userId, privateKey, { nowMs = Date.now(), livesMs = 3_600_000 } = {}) {
  const claims = { sub: userId, iat: Math.floor(nowMs / 1000), exp: Math.floor((nowMs + livesMs) / 1000) };
  const signed = `${HEADER}.${encode(claims)}`;
  return `${signed}.${sign(null, Buffer.from(signed), privateKey).toString('base64url')}`;
}

/** Whose token it is. Throws Refusal when it is none, is not ours or has expired. */
export function userOf(authorization, publicKey, nowMs = Date.now()) {
  const [, header, claims, signature] = /^Bearer ([\w-]+)\.([\w-]+)\.([\w-]+)$/.exec(authorization ?? '') ?? [];
  // The algorithm is ours to say and never the token's.
  if (header !== HEADER) throw new Refusal(401, 'a token is needed');
  const isOurs = verify(null, Buffer.from(`${header}.${claims}`), publicKey, Buffer.from(signature, 'base64url'));
  if (!isOurs) throw new Refusal(401, 'the token is not ours');
  const { sub, exp } = JSON.parse(Buffer.from(claims, 'base64url').toString());
  if (exp * 1000 <= nowMs) throw new Refusal(401, 'the token has expired');
  return sub;
}
