/** Longer than it takes to write a summary and to hand it on. */
const SOON_MS = 1_000;

/**
 * Ends the process when it does not end by itself: a call that was given up still has its connection open, and the runner would
 * kill what waits for it. To be called when nothing is left to do but to tell of it.
 */
export function leaveSoon(): void {
  setTimeout(() => process.exit(), SOON_MS).unref();
}
