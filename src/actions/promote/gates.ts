import { scanOf } from '../../image-build/scan-gate.js';
import type { ReadImage } from '../../image-copy/read-image.js';
import { again } from '../../image-copy/world.js';
import { shortDigest } from '../../images/digest.js';
import type { GateRule, GateVerdict } from '../../images/scan-gate.js';
import type { FoundRepository } from '../../ports/image-registries.js';
import type { PromoteWorld } from './world.js';

/** ECR's own signing takes seconds after a push. */
const SIGNING_PAUSE_MS = 5_000;

/** What the scan of the image says; undefined when nothing is asked of it. */
export async function scanVerdict(
  found: FoundRepository,
  digest: string,
  name: string,
  rule: GateRule | undefined,
  timeoutMs: number,
  world: PromoteWorld,
): Promise<GateVerdict | undefined> {
  if (rule === undefined) return undefined;
  const { clock, cancellation } = world;
  const { judgeScans } = await import('../../images/scan-gate.js');
  const scanning = { clock, signal: cancellation.signal };
  return judgeScans(await again(world, () => scanOf(found, digest, name, scanning, timeoutMs)), rule);
}

/** Why the image counts as unsigned; undefined when it is signed. */
export async function signatureFault(
  found: FoundRepository,
  image: ReadImage,
  timeoutMs: number,
  world: PromoteWorld,
): Promise<string | undefined> {
  if (image.signatures.length > 0) return undefined;
  const unsigned = `${found.images.name}@${shortDigest(image.root)} is not signed: no signature of it is in its repository`;
  const { ecr } = found;
  if (ecr === undefined) return unsigned;
  const until = world.clock.now() + timeoutMs;
  for (;;) {
    const state = await again(world, () => ecr.signing(found.path, image.root));
    if (state === 'COMPLETE') return undefined;
    if (state !== 'IN_PROGRESS') return state === undefined ? unsigned : `${unsigned}, and ECR failed to sign it`;
    if (world.clock.now() >= until) return `${unsigned}, and ECR has not come to an end of signing it`;
    await world.clock.sleep(SIGNING_PAUSE_MS, world.cancellation.signal);
  }
}
