import type { Bake, BakeTarget } from '../images/bake.js';
import type { BuilderSeen } from '../ports/image-builder.js';

/**
 * Why a builder cannot do what is asked of it; nothing when it can. The engine's own builder refuses these as well, after it has
 * begun, and says less. https://docs.docker.com/build/builders/drivers/
 */
export function unsupported({ definition, targets }: Bake, seen: BuilderSeen): string | undefined {
  const isEngine = seen.driver === 'docker';
  for (const name of targets) {
    const target = definition.target[name];
    if (target === undefined) continue;
    const several = (target.platforms?.length ?? 0) > 1;
    const attests = target.attest.some((one) => !one.includes('disabled=true'));
    const ask = several ? 'an image of several platforms' : attests ? 'an image with attestations' : undefined;
    if (isEngine && !seen.canExport) {
      if (ask !== undefined) return refusal(name, seen, `cannot make ${ask}`);
      if (writesCache(target)) return refusal(name, seen, 'cannot write a cache');
      if (target.output.some((one) => one.includes('push-by-digest=true'))) {
        return refusal(name, seen, 'cannot push by digest');
      }
    }
    if (ask !== undefined && isLoaded(target) && !(isEngine && seen.canExport)) {
      return `${name} is ${ask}, which cannot be loaded into the engine by the builder ${seen.name} (driver ${seen.driver}). Leave out \`load\`, or build with an engine that has containerd's image store`;
    }
  }
  return undefined;
}

const refusal = (name: string, { name: builder }: BuilderSeen, what: string): string =>
  `${name}: the engine's own builder (${builder}) ${what}, since its image store is not containerd's. Put docker/setup-buildx-action before this step, or name another builder`;

/** What an image carries inline is a part of it. */
const writesCache = (target: BakeTarget): boolean =>
  (target['cache-to'] ?? []).some((spec) => !/^type=inline(?:,|$)/.test(spec));

export const isLoaded = (target: BakeTarget): boolean => target.output.some((one) => /^type=docker(?:,|$)/.test(one));

export const isPushed = (target: BakeTarget): boolean =>
  target.output.some((one) => /(?:^|,)push=true(?:,|$)/.test(one));

/** The images that are asked for, and those that they are made from. */
export function solved({ definition, targets }: Bake): readonly string[] {
  const found = new Set<string>();
  const visit = (name: string): void => {
    if (found.has(name)) return;
    found.add(name);
    for (const from of Object.values(definition.target[name]?.contexts ?? {})) {
      if (from.startsWith('target:')) visit(from.slice('target:'.length));
    }
  };
  targets.forEach(visit);
  return [...found].sort();
}
