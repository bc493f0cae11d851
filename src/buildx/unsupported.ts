import type { Bake, BakeTarget } from '../images/bake.js';
import type { BuilderSeen } from '../ports/image-builder.js';

/**
 * Why a builder cannot do what is asked of it; nothing when it can. The engine's own builder refuses these as well, after it has
 * begun, and says less. https://docs.docker.com/build/builders/drivers/
 *
 * @param engineHoldsIndexes whether the engine that is loaded into has containerd's image store
 */
export function unsupported(bake: Bake, seen: BuilderSeen, engineHoldsIndexes: boolean): string | undefined {
  const isEngine = seen.driver === 'docker';
  for (const name of bake.targets) {
    const target = bake.definition.target[name];
    if (target === undefined) continue;
    const ask = askedIndex(target);
    // Whatever its image store is: https://github.com/docker/buildx/blob/master/build/opt.go
    if (isEngine && target.output.some((one) => one.includes('push-by-digest=true'))) {
      return `${name}: the engine's own builder (${seen.name}) cannot push by digest. ${ANOTHER}`;
    }
    if (isEngine && !seen.canExport) {
      if (ask !== undefined) return refusal(name, seen, `cannot make ${ask}`);
      if (writesCache(target)) return refusal(name, seen, 'cannot write a cache');
    }
    if (ask !== undefined && isLoaded(target) && !(isEngine ? seen.canExport : engineHoldsIndexes)) {
      return `${name} is ${ask}, which the engine cannot hold, since its image store is not containerd's. Leave out \`load\`, or build with an engine that has it`;
    }
  }
  return undefined;
}

/** Whether that depends on the store of the engine that is loaded into. */
export const loadsIndexes = ({ definition, targets }: Bake): boolean =>
  targets.some((name) => {
    const target = definition.target[name];
    return target !== undefined && isLoaded(target) && askedIndex(target) !== undefined;
  });

function askedIndex(target: BakeTarget): string | undefined {
  if ((target.platforms?.length ?? 0) > 1) return 'an image of several platforms';
  return target.attest.some((one) => !one.includes('disabled=true')) ? 'an image with attestations' : undefined;
}

const ANOTHER = 'Put docker/setup-buildx-action before this step, or name another builder';

const refusal = (name: string, { name: builder }: BuilderSeen, what: string): string =>
  `${name}: the engine's own builder (${builder}) ${what}, since its image store is not containerd's. ${ANOTHER}`;

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
