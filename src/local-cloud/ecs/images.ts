/**
 * The image catalogue: which program stands behind an image. Every image is the catalogue app unless a container names a
 * command of its own; images that were declared missing cannot be pulled.
 */
export interface ImageName {
  /** Registry and repository, as written: `123456789012.dkr.ecr.ap-northeast-2.amazonaws.com/team/shop`. */
  readonly repository: string;
  /** The repository's last path segment: `shop`. */
  readonly name: string;
  readonly tag: string | undefined;
  readonly digest: string | undefined;
}

/** `[registry/]repository[:tag][@digest]`; a colon before the last slash belongs to the registry's port. */
export function parseImage(image: string): ImageName {
  const [withTag = '', digest] = image.split('@');
  const slash = withTag.lastIndexOf('/');
  const colon = withTag.indexOf(':', slash + 1);
  const repository = colon < 0 ? withTag : withTag.slice(0, colon);
  return {
    repository,
    name: repository.slice(repository.lastIndexOf('/') + 1),
    tag: colon < 0 ? undefined : withTag.slice(colon + 1),
    digest,
  };
}

/** What the app calls itself where the container sets no APP_VERSION. */
export function versionOf(image: string): string {
  const { tag, digest } = parseImage(image);
  return tag ?? digest?.replace(/^sha256:/, '').slice(0, 12) ?? 'latest';
}

export class ImageCatalogue {
  private readonly missing = new Set<string>();

  constructor(missing: Iterable<string> = []) {
    for (const image of missing) this.missing.add(image);
  }

  /** From now on this image (or every image of this repository, where no tag or digest is given) cannot be pulled. */
  remove(image: string): void {
    this.missing.add(image);
  }

  restore(image: string): void {
    this.missing.delete(image);
  }

  list(): string[] {
    return [...this.missing];
  }

  has(image: string): boolean {
    const { repository, name, tag, digest } = parseImage(image);
    const names = [image, repository, name];
    if (tag !== undefined) names.push(`${repository}:${tag}`, `${name}:${tag}`);
    if (digest !== undefined) names.push(`${repository}@${digest}`, `${name}@${digest}`, digest);
    return !names.some((each) => this.missing.has(each));
  }
}
