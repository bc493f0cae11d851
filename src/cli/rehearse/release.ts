import { createHash } from 'node:crypto';
import { versionOf } from '../../local-cloud/ecs/images.js';
import { Problem } from './problem.js';

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

/**
 * What the application of this release calls itself in the local cloud: the tag of its image, or the beginning of its
 * digest when it has none.
 *
 * @throws Problem when no input of the run names the image
 */
export function versionIn(inputs: Readonly<Record<string, string>>, { digest }: Release): string {
  const words = Object.values(inputs).flatMap((text) => text.split(/[\s=]+/));
  const image = words.find((word) => word.endsWith(`@${digest}`));
  if (image === undefined) {
    throw new Problem(
      'no input of the action names the rehearsed image: let an expression in rehearsal.yaml hold {digest}',
    );
  }
  return versionOf(image);
}
