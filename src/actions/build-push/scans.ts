import type { ImageToBuild } from '../../image-build/image-to-build.js';
import type { LookedUp } from '../../image-build/look-up.js';
import { scannedBy, scanOf } from '../../image-build/scan-gate.js';
import type { ScanReport } from '../../images/findings.js';
import { readScanFile } from '../../images/scan-file.js';
import { type GateRule, type GateVerdict, judgeScans } from '../../images/scan-gate.js';
import { InputError, type Problem } from '../../spec/input-error.js';
import type { BuildPushInputs } from './spec.js';
import type { BuildPushWorld } from './world.js';

/** The reports that stand in for the scans of ECR, by the names of the images. */
export type Reports = ReadonlyMap<string, ScanReport>;

/** @throws InputError with every report that cannot be read: nothing was scanned then */
export async function readReports(
  { scanFiles }: BuildPushInputs,
  images: readonly ImageToBuild[],
  { readFile }: Pick<BuildPushWorld, 'readFile'>,
): Promise<Reports> {
  if (scanFiles === undefined) return new Map();
  const paths = images.map(({ name }) => [name, typeof scanFiles === 'string' ? scanFiles : (scanFiles[name] ?? '')]);
  const problems: Problem[] = [];
  const reports = new Map<string, ScanReport>();
  for (const [name = '', path = ''] of paths) {
    const reading = readScanFile(await readFile('scan-files', path));
    if (reading.ok) reports.set(name, reading.value);
    else problems.push({ input: 'scan-files', value: path, wrong: reading.wrong });
  }
  if (problems.length > 0) throw new InputError(problems);
  return reports;
}

/** What the scans say of all images together; waits for those that have not ended. */
export async function verdictOf(
  images: readonly { readonly one: LookedUp; readonly digest: string }[],
  rule: GateRule,
  reports: Reports,
  { scanTimeout }: BuildPushInputs,
  world: BuildPushWorld,
): Promise<GateVerdict> {
  const { clock, cancellation } = world;
  const scanned = await Promise.all(
    images.map(async ({ one: { image, place }, digest }) => {
      const report = reports.get(image.name);
      return report === undefined
        ? scanOf(place.found, digest, image.name, { clock, signal: cancellation.signal }, scanTimeout)
        : [await scannedBy(report, place.found, digest, image.name)];
    }),
  );
  return judgeScans(scanned.flat(), rule);
}
