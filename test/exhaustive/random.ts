/** The seed of this run: the one in SLUICE_SEED, to repeat a run, else a new one. Print it. */
export const seedOfTest = (): number => Number(process.env.SLUICE_SEED ?? Date.now() % 2 ** 31);

/** Numbers from 0 to 1 that a seed determines (mulberry32, public domain). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
