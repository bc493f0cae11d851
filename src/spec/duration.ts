import { type Kind, type Reading, read, wrong } from './kind.js';

const UNITS: Readonly<Record<string, number>> = { d: 86_400_000, h: 3_600_000, m: 60_000, s: 1000, ms: 1 };

export const DURATION_ACCEPTS = 'a duration such as 500ms, 90s, 5m or 1h30m';

/** `90s`, `5m`, `1h30m` in milliseconds. Units fall from left to right and each comes once; a bare number is refused. */
export function parseDuration(text: string): Reading<number> {
  if (/^\d+(\.\d+)?$/.test(text)) {
    return wrong(text === '0' ? 'has no unit' : 'has no unit: it could be seconds or minutes', `${text}s`);
  }
  const pattern = /^(?:(\d{1,6})d)?(?:(\d{1,6})h)?(?:(\d{1,8})m)?(?:(\d{1,9})s)?(?:(\d{1,12})ms)?$/;
  const parts = text === '' ? null : pattern.exec(text);
  if (parts === null) {
    const tidy = text
      .toLowerCase()
      .replace(/\s+/g, '')
      .replace(/(seconds?|secs?)$/, 's')
      .replace(/(minutes?|mins?)$/, 'm')
      .replace(/(hours?|hrs?)$/, 'h');
    return wrong('is not a duration', tidy !== text && pattern.test(tidy) && tidy !== '' ? tidy : undefined);
  }
  const ms = Object.values(UNITS).reduce((sum, unit, index) => sum + unit * Number(parts[index + 1] ?? 0), 0);
  return read(ms);
}

/** The shortest text that `parseDuration` reads back as the same milliseconds. */
export function formatDuration(durationMs: number): string {
  let rest = Math.round(durationMs);
  let text = '';
  for (const [unit, size] of Object.entries(UNITS)) {
    const count = Math.floor(rest / size);
    rest -= count * size;
    text += count === 0 ? '' : `${count}${unit}`;
  }
  return text === '' ? '0s' : text;
}

interface DurationBounds {
  readonly minMs?: number;
  readonly maxMs?: number;
}

/** A duration in milliseconds, within bounds, both included. */
export function duration(bounds: DurationBounds = {}): Kind<number> {
  const { minMs = 0, maxMs = Number.MAX_SAFE_INTEGER } = bounds;
  const least = bounds.minMs === undefined ? '' : `, at least ${formatDuration(minMs)}`;
  const most = bounds.maxMs === undefined ? '' : `, at most ${formatDuration(maxMs)}`;
  return {
    label: 'duration',
    accepts: `${DURATION_ACCEPTS}${least}${most}`,
    absent: undefined,
    read: (given) => {
      const reading = parseDuration(given);
      if (!reading.ok) {
        return reading;
      }
      if (reading.value < minMs) {
        return wrong('is too short');
      }
      return reading.value > maxMs ? wrong('is too long') : reading;
    },
  };
}

/** A duration, or a word that stands for what no duration can say, such as `forever`. */
export function durationOr<const Word extends string>(word: Word, bounds: DurationBounds = {}): Kind<number | Word> {
  const plain = duration(bounds);
  return {
    label: `duration or \`${word}\``,
    accepts: `${plain.accepts}, or ${word}`,
    absent: undefined,
    read: (given) => {
      if (given === word) {
        return read(word);
      }
      return given.toLowerCase() === word ? wrong('is written differently', word) : plain.read(given);
    },
  };
}
