import type { MinutePair } from '../verdict/compare.js';

/** A generator of numbers in [0, 1) that gives the same ones for the same seed (mulberry32, public domain). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A Poisson number: counted exactly up to a mean of 30, beyond it from the normal curve, which is near enough there. */
export function poisson(mean: number, random: () => number): number {
  if (mean <= 0) return 0;
  if (mean > 30) {
    const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
    return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal));
  }
  const limit = Math.exp(-mean);
  let count = 0;
  for (let product = random(); product > limit; product *= random()) count++;
  return count;
}

export interface SimulatedShift {
  /** Requests a second to both sides together. */
  readonly perSecond: number;
  /** Green's share in percent, minute by minute. */
  readonly share: (minute: number) => number;
  readonly greenErrorRate: (minute: number) => number;
  readonly blueErrorRate: (minute: number) => number;
  readonly minutes: number;
}

/** The minutes of a shift: requests arrive at random (Poisson), go to green by its share, and each fails by itself. */
export function simulatedMinutes(shift: SimulatedShift, random: () => number): MinutePair[] {
  return Array.from({ length: shift.minutes }, (_, minute) => {
    const side = (share: number, rate: number) => {
      const mean = (60 * shift.perSecond * share) / 100;
      // Failed and good requests of a Poisson stream are two independent Poisson streams.
      const errors = poisson(mean * rate, random);
      return { requests: errors + poisson(mean * (1 - rate), random), errors };
    };
    const share = shift.share(minute);
    return {
      at: minute * 60_000,
      green: side(share, shift.greenErrorRate(minute)),
      blue: side(100 - share, shift.blueErrorRate(minute)),
    };
  });
}
