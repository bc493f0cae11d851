/**
 * The load balancer's own cookies. AWS encrypts their content; ours is only encoded.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/sticky-sessions.html
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-listeners.html#forward-actions
 */

/** Pins a client to a target group of a weighted forward action. */
export const groupCookie = 'AWSALBTG';
/** Pins a client to a target of a group with `lb_cookie` stickiness. */
export const targetCookie = 'AWSALB';

/** What a cookie pins to, if it is there, ours, and not over. `nowMs`: cloud time. */
export function pinned(cookieHeader: string | undefined, name: string, nowMs: number): string | undefined {
  if (cookieHeader === undefined) return undefined;
  for (const part of cookieHeader.split(';')) {
    const at = part.indexOf('=');
    if (at < 0 || part.slice(0, at).trim() !== name) continue;
    const [expires = '', ...rest] = Buffer.from(part.slice(at + 1).trim(), 'base64url')
      .toString()
      .split(' ');
    if (rest.length === 1 && Number(expires) > nowMs) return rest[0];
  }
  return undefined;
}

/** The Set-Cookie values: the cookie and its twin for cross-origin requests. */
export function pin(name: string, to: string, nowMs: number, seconds: number): string[] {
  const expiresMs = Math.round(nowMs + seconds * 1000);
  const value = Buffer.from(`${expiresMs} ${to}`).toString('base64url');
  const expires = new Date(expiresMs).toUTCString();
  return [
    `${name}=${value}; Expires=${expires}; Path=/`,
    `${name}CORS=${value}; Expires=${expires}; Path=/; SameSite=None`,
  ];
}
