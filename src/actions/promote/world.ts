import type { CopyWorld } from '../../image-copy/world.js';
import type { ImageUse } from '../../ports/ecr.js';
import type { ImageRegistries } from '../../ports/image-registries.js';
import type { Report } from '../../ports/report.js';

/** Everything outside that a promotion touches, behind ports. */
export interface PromoteWorld extends CopyWorld {
  readonly report: Report;
  /** As the credentials of the source reach them. */
  readonly source: ImageRegistries;
  readonly target: ImageRegistries;
  /** What runs in the account and Region of the target. */
  readonly use: ImageUse;
  /** Reads a file of the workspace. @throws InputError when there is none */
  readFile(input: string, path: string): Promise<string>;
  readonly run: {
    /** Who started it. */
    readonly by: string;
    /** Address of the run, or whose run it is. */
    readonly url: string;
  };
}
