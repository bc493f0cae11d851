import type { BuilderSeen } from '../ports/image-builder.js';

export interface Inspection extends Omit<BuilderSeen, 'buildxVersion'> {
  /** What it says is wrong: it says so and ends well. */
  readonly wrong: string | undefined;
}

/**
 * Reads what `docker buildx inspect` prints for people; there is no other form of it.
 * https://github.com/docker/buildx/blob/master/commands/inspect.go
 */
export function readInspection(text: string): Inspection {
  const lines = text.split(/\r?\n/);
  const first = (name: string): string | undefined => values(lines, name)[0];
  const driver = first('Driver') ?? '';
  // A builder of several machines is as good as the ones of them that answer.
  const errors = values(lines, 'Error');
  const answers = values(lines, 'Status').length;
  return {
    name: first('Name') ?? '',
    driver,
    buildkitVersion: first('BuildKit version') ?? first('Buildkit'),
    platforms: [...new Set(values(lines, 'Platforms').flatMap(platformsIn))],
    canExport: driver !== 'docker' || hasContainerdStore(lines),
    wrong: answers === 0 ? errors[0] : undefined,
  };
}

/** Where debugging is on it says what the engine's own builder can; its label says so where it is not. */
const hasContainerdStore = (lines: readonly string[]): boolean =>
  values(lines, 'Cache export')[0] === 'true' ||
  lines.some((line) => /^\s*(?:org\.mobyproject\.buildkit\.worker\.snapshotter):/.test(line));

function values(lines: readonly string[], name: string): readonly string[] {
  return lines.flatMap((line) => {
    const [, key, value] = /^\s*([^:]+):\s*(.*?)\s*$/.exec(line) ?? [];
    return key === name && value !== undefined && value !== '' ? [value] : [];
  });
}

/** `linux/amd64*, linux/amd64/v2` or `linux/amd64 (+3), linux/386`: a star marks what its author set. */
const platformsIn = (text: string): readonly string[] =>
  text
    .split(',')
    .map((one) => one.replace(/\s*\(\+\d+\)|\*/g, '').trim())
    .filter((one) => one !== '');
