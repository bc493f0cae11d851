import { createHash } from 'node:crypto';

/** A release that is only rehearsed: a version that can be told from others, and the digest its image would have. */
export interface Release {
  readonly version: string;
  readonly digest: string;
}

/** The `n`th release of a rehearsal; the live one is the first. */
export function release(n: number): Release {
  const version = `v${n}`;
  return { version, digest: `sha256:${createHash('sha256').update(`rehearsed ${version}`).digest('hex')}` };
}
