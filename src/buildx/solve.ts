import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BuildEnd, BuilderSeen, BuildRequest, BuiltTarget } from '../ports/image-builder.js';
import { startFault } from './faults.js';
import { readMetadata, type TargetMetadata } from './metadata.js';
import { PlainProgress } from './plain-progress.js';
import { type ChildEnd, runInGroup } from './process.js';
import { JsonProgress, type Progress, type TargetFigures } from './progress.js';
import { isLoaded, isPushed, solved } from './unsupported.js';
import { isAtLeast, versionIn } from './version.js';

export interface Solve {
  readonly request: BuildRequest;
  readonly seen: BuilderSeen;
  /** Without the secrets. */
  readonly environment: Readonly<Record<string, string>>;
  /** Where the definition is written; it is made here and removed in the end. */
  readonly folder: string;
}

/** One `docker buildx bake`. Secrets are in its environment only: the definition says how they are called there. */
export async function solve({ request, seen, environment, folder }: Solve): Promise<BuildEnd> {
  const { bake, secretValues, onLine, signal } = request;
  const version = versionIn(seen.buildxVersion);
  const isJson = version === undefined || isAtLeast(version, 0, 13);
  const progress = isJson ? new JsonProgress(solved(bake)) : new PlainProgress(solved(bake));
  const definition = join(folder, 'docker-bake.json');
  const metadata = join(folder, 'metadata.json');
  await mkdir(folder, { mode: 0o700 });
  try {
    await writeFile(definition, JSON.stringify(bake.definition, null, 2), { mode: 0o600 });
    const args = [
      ...['buildx', 'bake', '--builder', seen.name, '--file', definition, '--metadata-file', metadata],
      ...['--progress', isJson ? 'rawjson' : 'plain'],
      // It is not known before, and not needed then.
      ...(version === undefined || isAtLeast(version, 0, 19) ? bake.allow.flatMap((one) => ['--allow', one]) : []),
      ...bake.targets,
    ];
    const end = await runInGroup({
      command: 'docker',
      args,
      environment: { ...environment, ...secretValues },
      onLine: (_stream, line) => progress.read(line, Date.now()).forEach(onLine),
      signal,
    }).catch((error: unknown) => {
      throw startFault('docker', error);
    });
    const told = await readFile(metadata, 'utf8').then(readMetadata, () => ({}));
    return endOf(request, end, progress, told);
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

function endOf(
  { bake, signal }: BuildRequest,
  end: ChildEnd,
  progress: Progress,
  metadata: Readonly<Record<string, TargetMetadata>>,
): BuildEnd {
  const figures = progress.figures();
  const targets = bake.targets.flatMap((name): (readonly [string, BuiltTarget])[] => {
    const target = bake.definition.target[name];
    const of = figures[name];
    if (target === undefined || of === undefined) return [];
    // When another target fails buildx writes no metadata: what has been pushed by then is known from the progress.
    const told =
      metadata[name] ?? (of.pushed === undefined ? undefined : { digest: of.pushed, configDigest: undefined });
    if (told === undefined && end.exitCode !== 0) return [];
    return [[name, builtTarget(told, of, isPushed(target), isLoaded(target))]];
  });
  return {
    exitCode: end.exitCode,
    output: progress.words.trim() === '' ? end.stdout.slice(-4096) : progress.words,
    ...(progress.failed === undefined ? {} : { failed: progress.failed }),
    targets: Object.fromEntries(targets),
    isCancelled: end.isCancelled || (end.exitCode !== 0 && signal.aborted),
  };
}

const builtTarget = (
  told: TargetMetadata | undefined,
  { steps, cachedSteps, tookMs, cacheExportMs, cacheError }: TargetFigures,
  wasPushed: boolean,
  wasLoaded: boolean,
): BuiltTarget => ({
  digest: wasPushed ? told?.digest : undefined,
  imageId: wasLoaded ? (told?.configDigest ?? told?.digest) : undefined,
  tookMs,
  steps,
  cachedSteps,
  cacheExportMs,
  ...(cacheError === undefined ? {} : { cacheError }),
});
