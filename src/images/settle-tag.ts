/** What a tag stood for before, and what came of putting it. */
export type TagOutcome =
  /** It stands for the image now, and did before: nothing was changed. */
  | { readonly is: 'already-there'; readonly sentence: string }
  | { readonly is: 'taken'; readonly sentence: string }
  /** The registry refused the tag and yet nobody has it: someone took it away meanwhile. */
  | { readonly is: 'vanished'; readonly sentence: string };

/**
 * What it means that a registry refuses a tag because it is there. The same image under it is what was wanted.
 *
 * @param found digest that the tag stands for now; undefined when there is no such tag
 */
export function settleTag(
  { repository, tag }: { readonly repository: string; readonly tag: string },
  wanted: string,
  found: string | undefined,
): TagOutcome {
  const name = `${repository}:${tag}`;
  if (found === wanted) return { is: 'already-there', sentence: `${name} is this image already (${wanted}).` };
  if (found === undefined) {
    return {
      is: 'vanished',
      sentence: `${name} was refused as being there already, and is not there: someone else is at work on it.`,
    };
  }
  return {
    is: 'taken',
    sentence: `${name} stands for another image and cannot be moved: it is ${found}, and this one is ${wanted}. Take another tag, or add an exclusion for it to the immutability of the repository.`,
  };
}

/** What PutImage's errors mean for the caller. */
export type PutImageMeaning =
  /** This image has this tag already. */
  | 'already-there'
  /** The tag is immutable and may stand for another image: look, then `settleTag`. */
  | 'look'
  /** Blobs or children must be copied first. */
  | 'incomplete'
  | 'missing-repository'
  /** The bytes were changed on the way: never to be tried again with the same bytes. */
  | 'changed-bytes'
  | 'archived'
  | 'other';

/** https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_PutImage.html#API_PutImage_Errors */
const PUT_IMAGE_ERRORS: ReadonlyMap<string, PutImageMeaning> = new Map<string, PutImageMeaning>([
  // https://github.com/aws/aws-sdk/issues/750: to be taken for a success.
  ['ImageAlreadyExistsException', 'already-there'],
  ['ImageTagAlreadyExistsException', 'look'],
  ['LayersNotFoundException', 'incomplete'],
  ['ReferencedImagesNotFoundException', 'incomplete'],
  ['RepositoryNotFoundException', 'missing-repository'],
  ['ImageDigestDoesNotMatchException', 'changed-bytes'],
  ['ImageArchivedException', 'archived'],
]);

export const putImageMeaning = (errorName: string): PutImageMeaning => PUT_IMAGE_ERRORS.get(errorName) ?? 'other';
