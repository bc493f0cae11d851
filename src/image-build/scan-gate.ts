import { shortDigest } from '../images/digest.js';
import type { ScanReport } from '../images/findings.js';
import { childrenOf, isRun, type Manifest } from '../images/manifest.js';
import { formatPlatform } from '../images/platform.js';
import type { Scanned } from '../images/scan-gate.js';
import { scanStanding } from '../images/scan-state.js';
import type { Clock } from '../ports/clock.js';
import type { FoundRepository } from '../ports/image-registries.js';
import type { ImageRepository } from '../ports/image-repository.js';
import { formatDuration } from '../spec/duration.js';
import { manifestOf } from './image-facts.js';

export interface ScanWorld {
  readonly clock: Clock;
  readonly signal?: AbortSignal;
}

/** How often ECR is asked. */
const EVERY_MS = 5_000;
/** How long a scan that was asked for, or that a push begins, may take to become known. */
const BEGINS_MS = 60_000;

/**
 * What ECR found in an image. Findings are of what runs: of an index those of each platform are looked at, never those of the
 * index, which ECR does not scan. https://github.com/aws/containers-roadmap/issues/1683
 *
 * @param name what the image is called in the verdict
 */
export async function scanOf(
  { images, ecr, path }: FoundRepository,
  digest: string,
  name: string,
  world: ScanWorld,
  timeoutMs: number,
): Promise<readonly Scanned[]> {
  const unknown = (why: string): readonly Scanned[] => [{ name, digest, scan: { unscannable: why } }];
  if (ecr === undefined)
    return unknown('only registries of ECR are scanned by themselves: name a report in scan-files');
  const bytes = await images.manifest(digest);
  if (bytes === undefined) return unknown('the repository does not hold it');
  const manifest = manifestOf(bytes);
  const parts = manifest.kind === 'image' ? [{ name, digest }] : await partsOf(images, manifest, name);
  if (parts.length === 0) return unknown('it is an index without any image that runs');
  const untilMs = world.clock.now() + timeoutMs;
  return Promise.all(
    parts.map(async (part) => ({
      ...part,
      scan: await waitedFor(ecr, path, part.digest, world, { untilMs, timeoutMs }),
    })),
  );
}

interface Part {
  readonly name: string;
  readonly digest: string;
}

/**
 * What of an index runs, also of one that lies in it. A child without a platform counts: whoever pulls takes it for any.
 * https://github.com/containerd/containerd/blob/main/core/images/image.go (Manifest)
 */
async function partsOf(
  images: ImageRepository,
  index: Extract<Manifest, { kind: 'index' }>,
  name: string,
): Promise<readonly Part[]> {
  const { images: named, others } = childrenOf(index);
  const children = [
    ...named.map(({ digest, platform }) => ({ digest, name: `${name} ${formatPlatform(platform)}`, isNamed: true })),
    ...others
      .filter(({ platform }) => platform === undefined)
      .map(({ digest }) => ({ digest, name: `${name} ${shortDigest(digest)}`, isNamed: false })),
  ];
  const parts = await Promise.all(
    children.map(async ({ isNamed, ...part }): Promise<readonly Part[]> => {
      const bytes = await images.manifest(part.digest);
      const manifest = bytes === undefined ? undefined : manifestOf(bytes);
      if (manifest?.kind === 'index') return partsOf(images, manifest, part.name);
      return isNamed || manifest === undefined || isRun(manifest) ? [part] : [];
    }),
  );
  return parts.flat();
}

async function waitedFor(
  ecr: NonNullable<FoundRepository['ecr']>,
  path: string,
  digest: string,
  { clock, signal }: ScanWorld,
  { untilMs, timeoutMs }: { untilMs: number; timeoutMs: number },
): Promise<Scanned['scan']> {
  let askedAt: number | undefined;
  for (;;) {
    const { status, description, report, wrong } = await ecr.scan(path, digest);
    if (status === undefined && askedAt === undefined) {
      askedAt = clock.now();
      // A push may have begun one that is not known yet, or nothing scans here by itself: then it is refused, or begun.
      await ecr.startScan(path, digest);
    }
    const standing = scanStanding(status, description);
    if (standing.is === 'done') {
      return report ?? { unscannable: wrong ?? 'the scan has ended and its findings cannot be read' };
    }
    const mayBegin = status === undefined && clock.now() - (askedAt ?? 0) < BEGINS_MS;
    if (standing.is === 'unscannable' && !mayBegin) return { unscannable: standing.why };
    if (signal?.aborted === true) return { unscannable: 'the run was ended before the scan was' };
    if (clock.now() >= untilMs) {
      return { unscannable: `${whyOf(standing)} after ${formatDuration(timeoutMs)} (scan-timeout)` };
    }
    await clock.sleep(Math.min(EVERY_MS, untilMs - clock.now()), signal);
  }
}

const whyOf = (standing: { readonly is: string; readonly why?: string }): string =>
  `${standing.why ?? 'the scan has not ended'}, still`;

/** A report of another scanner for one image; it may be about one of the platforms of an index. */
export async function scannedBy(
  report: ScanReport,
  { images }: FoundRepository,
  digest: string,
  name: string,
): Promise<Scanned> {
  const bytes = report.subjects.length === 0 ? undefined : await images.manifest(digest);
  const manifest = bytes === undefined ? undefined : manifestOf(bytes);
  const children = manifest?.kind === 'index' ? childrenOf(manifest).images.map((child) => child.digest) : [];
  const about = children.find((child) => report.subjects.includes(child));
  return { name, digest: about ?? digest, scan: report };
}
