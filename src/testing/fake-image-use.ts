import { AccessError } from '../ports/access-error.js';
import type { ImageUse, RunningImage } from '../ports/ecr.js';

/** What services run, as a test says. */
export class FakeImageUse implements ImageUse {
  readonly images: RunningImage[] = [];
  /** Clusters that may not be looked into. */
  readonly denied = new Set<string>();
  readonly asked: string[] = [];

  /** A service runs an image: by digest when tasks of it tell. */
  runs(cluster: string, service: string, image: string, digest?: string, container = 'app'): this {
    this.images.push({ image, digest, cluster, service, container });
    return this;
  }

  async running(clusters: readonly string[]): Promise<readonly RunningImage[]> {
    this.asked.push(...clusters);
    await Promise.resolve();
    if (clusters.some((cluster) => this.denied.has(cluster))) {
      throw new AccessError('Not allowed: ecs:ListServices', { kind: 'denied', action: 'ecs:ListServices' });
    }
    return this.images.filter(({ cluster }) => clusters.includes(cluster));
  }
}
