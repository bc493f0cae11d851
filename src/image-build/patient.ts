import { again, type CopyWorld } from '../image-copy/world.js';
import type { ImageUse } from '../ports/ecr.js';
import type { ImageRegistries } from '../ports/image-registries.js';

/**
 * Registries whose calls are made again when what went wrong can pass. All of them can be made twice: what they put is named by
 * its content.
 */
export const patientRegistries = (registries: ImageRegistries, world: CopyWorld): ImageRegistries => ({
  async repository(name) {
    const found = await again(world, () => registries.repository(name));
    return {
      ...found,
      // A stream is gone once it was read.
      images: patient(found.images, world, ['take']),
      ecr: found.ecr === undefined ? undefined : patient(found.ecr, world),
      login: () => again(world, () => found.login()),
    };
  },
});

export const patientUse = (use: ImageUse, world: CopyWorld): ImageUse => patient(use, world);

/** Every call of a port, but for those that can be made once only. */
function patient<T extends object>(real: T, world: CopyWorld, once: readonly (keyof T)[] = []): T {
  return new Proxy(real, {
    get(_, key) {
      const value: unknown = Reflect.get(real, key);
      if (typeof value !== 'function' || once.includes(key as keyof T)) {
        return typeof value === 'function' ? (value.bind(real) as unknown) : value;
      }
      return (...words: unknown[]) => again(world, () => Reflect.apply(value, real, words) as Promise<unknown>);
    },
  });
}
