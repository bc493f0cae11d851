import type { NamedContext } from '../images/bake.js';
import type { ImagePlatform } from '../images/platform.js';
import type { ServiceEntry } from '../services-file/services-file.js';
import type { Problem } from '../spec/input-error.js';

/** One image as it was asked for. Paths are from the top of what is checked out. */
export interface ImageToBuild {
  /** Of the service, or the last part of the repository. Fit for a target of bake. */
  readonly name: string;
  /** Plain or with its host, as `parseRepository` takes it. */
  readonly repository: string;
  readonly context: string;
  readonly dockerfile: string;
  readonly target?: string;
  readonly args: Readonly<Record<string, string>>;
  readonly contexts: Readonly<Record<string, NamedContext>>;
  /** Those that were asked for, without that of the content. */
  readonly tags: readonly string[];
  /** What belongs to it. */
  readonly entry: ServiceEntry;
  /** Who is told what is wrong with it: the input, or the place in the services file. */
  readonly problem: (member: ImageMember, wrong: string) => Problem;
}

export type ImageMember = 'repository' | 'context' | 'dockerfile' | 'target' | 'build-args' | 'build-contexts' | 'tags';

/** What holds for all images of a run. */
export interface BuildSettings {
  /** Part of the content. */
  readonly labels: Readonly<Record<string, string>>;
  readonly platforms: readonly ImagePlatform[];
  readonly provenance: 'off' | 'min' | 'max';
  readonly sbom: boolean | string;
}

/** Whether what is pushed is an index: several platforms, or attestations beside an image. */
export const isIndexed = ({ platforms, provenance, sbom }: BuildSettings): boolean =>
  platforms.length > 1 || provenance !== 'off' || sbom !== false;
