/** `0.36.1` as numbers that can be compared. */
export interface Version {
  readonly text: string;
  readonly major: number;
  readonly minor: number;
}

/**
 * The first in a text: `github.com/docker/buildx v0.36.1 f79d3da`, `v0.13.0-rc1+unknown`. One that somebody compiled for himself
 * says `v0.0.0+unknown`, or nothing that is a version: undefined.
 */
export function versionIn(text: string): Version | undefined {
  const [whole, major, minor] = /\bv?(\d+)\.(\d+)\.\d+(?:[-+][\w.+-]*)?/.exec(text) ?? [];
  if (whole === undefined || /^v?0\.0\.0\b/.test(whole)) return undefined;
  return { text: whole.startsWith('v') ? whole : `v${whole}`, major: Number(major), minor: Number(minor) };
}

export const isAtLeast = (version: Version, major: number, minor: number): boolean =>
  version.major > major || (version.major === major && version.minor >= minor);
