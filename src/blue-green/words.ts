import { formatDuration } from '../spec/duration.js';

export { counted } from '../spec/counted.js';

/** `+03:20` since the start. */
export function clockWords(ms: number): string {
  const total = Math.max(0, Math.round(ms / 1000));
  const two = (n: number): string => String(n).padStart(2, '0');
  return total >= 3600 ? `+${formatDuration(total * 1000)}` : `+${two(Math.floor(total / 60))}:${two(total % 60)}`;
}

/** Ten cells of the split between blue and green, and green's share. */
export function bar(greenPercent: number): string {
  const cells = greenPercent > 0 ? Math.max(1, Math.round(greenPercent / 10)) : 0;
  return `${'░'.repeat(10 - cells)}${'█'.repeat(cells)} ${String(Math.round(greenPercent * 10) / 10).padStart(3)} %`;
}
