import type { ContentWorld } from '../../image-build/content.js';
import type { LookUpWorld } from '../../image-build/look-up.js';
import type { CopyWorld } from '../../image-copy/world.js';
import type { ImageBuilder } from '../../ports/image-builder.js';
import type { Report } from '../../ports/report.js';

/** Everything outside that a build touches, behind ports. */
export interface BuildPushWorld extends CopyWorld, ContentWorld, LookUpWorld {
  readonly report: Report;
  /** Loaded when there is something to build. */
  builder(): Promise<ImageBuilder>;
  /** Reads a file that an input names. @throws InputError when it cannot be read */
  readFile(input: string, path: string): Promise<string>;
  /** Between 0 and 1. */
  random(): number;
  /** Absolute path of what is checked out. */
  readonly root: string;
  /** The commit that is checked out, when there is one. */
  readonly revision: string | undefined;
  /** Address of the repository of the sources. */
  readonly source: string | undefined;
  /** Values of the secrets of the build, by their ids; concealed in every log. */
  readonly secrets: Readonly<Record<string, string>>;
}
