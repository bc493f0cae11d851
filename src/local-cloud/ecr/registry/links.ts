import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Clock } from '../../clock.js';
import type { Repository } from '../model.js';

/** An hour: https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_GetDownloadUrlForLayer.html tells none, S3's links of ECR have it. */
const lastsMs = 60 * 60 * 1000;

/** Links with which anybody may fetch one blob for a while, as those to the bucket on AWS. */
export class Links {
  private readonly secret = randomBytes(32);

  constructor(private readonly clock: Clock) {}

  to(origin: string, { name }: Repository, digest: string): string {
    const path = `/layers/${name}/blobs/${digest}`;
    const expires = String(Math.floor(this.clock.now() + lastsMs));
    return `${origin}${path}?X-Amz-Expires=${expires}&X-Amz-Signature=${this.sign(path, expires)}`;
  }

  isGood(path: string, query: URLSearchParams): boolean {
    const expires = query.get('X-Amz-Expires') ?? '';
    const given = Buffer.from(query.get('X-Amz-Signature') ?? '');
    const right = Buffer.from(this.sign(path, expires));
    return given.length === right.length && timingSafeEqual(given, right) && this.clock.now() < Number(expires);
  }

  private sign(path: string, expires: string): string {
    return createHmac('sha256', this.secret).update(`${path} ${expires}`).digest('hex');
  }
}
