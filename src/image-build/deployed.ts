import { parseReference } from '../images/reference.js';
import { AccessError } from '../ports/access-error.js';
import type { ImageUse, RunningImage } from '../ports/ecr.js';
import type { ImageRepository } from '../ports/image-repository.js';
import { InputError } from '../spec/input-error.js';
import { LABELS, labelsOf } from './image-facts.js';
import type { ImageToBuild } from './image-to-build.js';

/** What is known of the image that was deployed last. */
export interface Deployed {
  /** From which it was built. */
  readonly commit?: string;
  /** When the repository still holds it. */
  readonly digest?: string;
  readonly recipe?: string;
  /** Why nothing is known: a clause. */
  readonly unclear?: string;
}

/** The image under the tag of an environment. */
export async function deployedByTag(images: ImageRepository, tag: string): Promise<Deployed> {
  const bytes = await images.manifest(tag);
  return bytes === undefined
    ? { unclear: `the repository has no image tagged ${tag}` }
    : recorded(images, bytes.digest);
}

/** The image that its ECS service runs. */
export async function deployedToEcs(
  image: ImageToBuild,
  images: ImageRepository,
  running: readonly RunningImage[],
  cluster: string,
): Promise<Deployed> {
  const { service, container } = image.entry;
  const ofService = running.filter((one) => one.service === service && lastOf(one.cluster) === lastOf(cluster));
  const ours = ofService.filter((one) =>
    container === undefined ? repositoryOf(one.image) === pathOf(images.name) : one.container === container,
  );
  const [only] = ours.length === 0 && ofService.length === 1 ? ofService : ours;
  if (only === undefined) return { unclear: `the service ${service} in ${lastOf(cluster)} runs no image of it` };
  const digests = new Set(await Promise.all(ours.concat(only).map((one) => digestOf(one, images))));
  const [digest] = digests;
  if (digests.size > 1) return { unclear: `the service ${service} runs several versions of it at the moment` };
  return digest === undefined
    ? { unclear: `which image the service ${service} runs cannot be told` }
    : recorded(images, digest);
}

/** What runs in these clusters; when it may not be looked at, why nothing is known. */
export async function runningIn(
  clusters: readonly string[],
  use: ImageUse,
): Promise<{ readonly running: readonly RunningImage[] } | { readonly unclear: string }> {
  try {
    return { running: await use.running(clusters) };
  } catch (error) {
    // In another account than that of the images: nobody says where they are deployed, then.
    if (error instanceof InputError) return { unclear: `what is deployed cannot be seen: ${toldBy(error)}` };
    if (!(error instanceof AccessError) || error.detail.kind !== 'denied') throw error;
    const { action } = error.detail;
    return { unclear: `what is deployed cannot be seen: the role may not call ${action ?? 'ECS'}` };
  }
}

const toldBy = ({ problems }: InputError): string =>
  problems
    .map(({ input, value, wrong }) => [input, value, wrong].filter((part) => part !== undefined).join(' '))
    .join('; ');

async function recorded(images: ImageRepository, digest: string): Promise<Deployed> {
  const bytes = await images.manifest(digest);
  if (bytes === undefined) return { unclear: 'the repository has no longer the image that is deployed' };
  const labels = await labelsOf(images, bytes);
  const commit = labels[LABELS.revision];
  if (commit === undefined || !/^[0-9a-f]{40}([0-9a-f]{24})?$/.test(commit)) {
    return { digest, unclear: 'the image that is deployed does not say from which commit it was built' };
  }
  const recipe = labels[LABELS.recipe];
  return { digest, commit, ...(recipe === undefined ? {} : { recipe }) };
}

async function digestOf({ image, digest }: RunningImage, images: ImageRepository): Promise<string | undefined> {
  if (digest !== undefined) return digest;
  const reading = parseReference(image);
  if (!reading.ok) return undefined;
  const { tag, digest: named } = reading.value;
  if (named !== undefined) return named;
  return tag === undefined ? undefined : (await images.manifest(tag))?.digest;
}

function repositoryOf(image: string): string | undefined {
  const reading = parseReference(image);
  return reading.ok ? reading.value.repository : undefined;
}

/** Without the host: the local cloud has two for one registry. */
const pathOf = (name: string): string => name.slice(name.indexOf('/') + 1);

/** Of a name or an ARN. */
const lastOf = (cluster: string): string => cluster.slice(cluster.lastIndexOf('/') + 1);
