import type { EcrImage, ImageSeen, Platform } from '../ports/preflight.js';
import { type Answer, answers, notChecked } from './answer.js';
import { check, error, note, type Said, type Subject, warning } from './check.js';
import { runsOnFargate } from './definition.js';
import { ecrImage } from './image-reference.js';

/** The images of the containers, where they are in ECR. What other registries hold is not looked at. */

export const images = check<ReadonlyMap<string, Answer<ImageSeen>>>({
  name: 'images',
  holds: 'every image is in ECR, in this account or another, for the platform of the task',
  needs: ['definition'],
  actions: ['ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'],
  read: ({ containers }, world) => {
    const references = new Map(
      containers.flatMap(({ image }) => {
        const reference = ecrImage(image);
        return reference === undefined ? [] : [[image, reference] as const];
      }),
    );
    return answers([...references.keys()], (image) => world.images.image(references.get(image) as EcrImage));
  },
  judge: (subject, seen) => subject.containers.flatMap((container) => judgeImage(container, subject, seen)),
});

function judgeImage(
  { name, image }: { readonly name: string; readonly image: string },
  subject: Subject,
  seen: ReadonlyMap<string, Answer<ImageSeen>>,
): Said[] {
  if (image === '') return [error(`container ${name} has no image`)];
  const reference = ecrImage(image);
  const found = seen.get(image);
  if (reference === undefined || found === undefined) {
    return [note(`image ${image} of container ${name} is not in ECR: it was not checked`)];
  }
  if ('unread' in found) return [notChecked(`image ${image} of container ${name}`, found.unread)];
  const place = `account ${reference.account}, Region ${reference.region}`;
  if ('missing' in found.seen) {
    const which =
      found.seen.missing === 'repository'
        ? `there is no repository ${reference.repository} in ${place}`
        : `repository ${reference.repository} in ${place} has no image with the ${reference.digest === undefined ? `tag ${reference.tag}` : `digest ${reference.digest}`}`;
    return [
      error(`image ${image} of container ${name} does not exist: ${which}; build and push it before it is deployed`),
    ];
  }
  return judgePlatform(name, image, found.seen.platforms, wantedPlatform(subject));
}

function judgePlatform(
  name: string,
  image: string,
  platforms: readonly Platform[] | undefined,
  wanted: Platform | undefined,
): Said[] {
  if (wanted === undefined) return [];
  if (platforms === undefined) {
    return [warning(`what image ${image} of container ${name} runs on could not be read: its manifest does not tell`)];
  }
  if (platforms.some(({ os, architecture }) => os === wanted.os && architecture === wanted.architecture)) return [];
  const has = platforms.map(({ os, architecture }) => `${os}/${architecture}`).join(', ') || 'no platform';
  return [
    error(
      `image ${image} of container ${name} is for ${has}, and the task runs on ${wanted.os}/${wanted.architecture}: build it for that, or change runtimePlatform`,
    ),
  ];
}

const architectures: Readonly<Record<string, string>> = { X86_64: 'amd64', ARM64: 'arm64' };

/**
 * What the task runs on. Without a runtimePlatform Fargate takes X86_64 and Linux; on instances it is theirs, which
 * is not known here.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RuntimePlatform.html
 */
export function wantedPlatform({ parts, serviceSeen }: Pick<Subject, 'parts' | 'serviceSeen'>): Platform | undefined {
  const isFargate = runsOnFargate(parts, serviceSeen);
  const architecture = architectures[parts.cpuArchitecture ?? (isFargate ? 'X86_64' : '')];
  if (architecture === undefined) return undefined;
  return { os: parts.operatingSystemFamily?.startsWith('WINDOWS') === true ? 'windows' : 'linux', architecture };
}
