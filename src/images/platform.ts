import { type Kind, type Reading, read, wrong } from '../spec/kind.js';

/** As image indexes name it. https://github.com/opencontainers/image-spec/blob/main/image-index.md */
export interface ImagePlatform {
  readonly os: string;
  readonly architecture: string;
  readonly variant?: string;
}

/** Other names and what containerd makes of them. https://github.com/containerd/platforms/blob/main/database.go */
const ALIASES: ReadonlyMap<string, readonly [architecture: string, variant?: string]> = new Map([
  ['x86_64', ['amd64']],
  ['x86-64', ['amd64']],
  ['aarch64', ['arm64']],
  ['i386', ['386']],
  ['armhf', ['arm', 'v7']],
  ['armel', ['arm', 'v6']],
]);

/** `linux/arm64`, `linux/arm/v7`. What is the default of an architecture is left out, so that equal ones look equal. */
export function normalPlatform({ os, architecture, variant }: ImagePlatform): ImagePlatform {
  const [name, implied] = ALIASES.get(architecture) ?? [architecture];
  const given = variant === undefined || variant === '' ? implied : variant;
  const system = os === 'macos' ? 'darwin' : os;
  if (name === 'arm' && given === undefined) return { os: system, architecture: name, variant: 'v7' };
  const isDefault = (name === 'arm64' && /^v?8$/.test(given ?? '')) || (name === 'amd64' && given === 'v1');
  return given === undefined || isDefault
    ? { os: system, architecture: name }
    : { os: system, architecture: name, variant: given };
}

export function formatPlatform(platform: ImagePlatform): string {
  const { os, architecture, variant } = normalPlatform(platform);
  return `${os}/${architecture}${variant === undefined ? '' : `/${variant}`}`;
}

/** Reads `os/architecture` with or without `/variant`. */
export function parsePlatform(given: string): Reading<ImagePlatform> {
  const parts = given.toLowerCase().split('/');
  const [os = '', architecture, variant] = parts;
  if (parts.some((part) => !/^[a-z0-9_.-]+$/.test(part)) || parts.length > 3) return wrong('is not a platform');
  if (architecture === undefined) {
    const isArchitecture = ALIASES.has(os) || /^(amd64|arm|arm64|386|ppc64le|riscv64|s390x)$/.test(os);
    return isArchitecture ? wrong('names no system', `linux/${os}`) : wrong('names no architecture', `${os}/amd64`);
  }
  return read(normalPlatform({ os, architecture, ...(variant === undefined ? {} : { variant }) }));
}

/** A platform as an input. */
export function platform(): Kind<string> {
  return {
    label: 'platform',
    accepts: 'a platform such as linux/amd64 or linux/arm64',
    absent: undefined,
    read: (given) => {
      const reading = parsePlatform(given);
      return reading.ok ? read(formatPlatform(reading.value)) : reading;
    },
  };
}

/** What one set of platforms has and the other has not; both empty when they are the same. Order and doubles do not count. */
export function platformDifference(
  wanted: readonly ImagePlatform[],
  found: readonly ImagePlatform[],
): { readonly missing: readonly string[]; readonly extra: readonly string[] } {
  const [a, b] = [wanted, found].map((list) => [...new Set(list.map(formatPlatform))].sort());
  return {
    missing: (a ?? []).filter((one) => !b?.includes(one)),
    extra: (b ?? []).filter((one) => !a?.includes(one)),
  };
}
