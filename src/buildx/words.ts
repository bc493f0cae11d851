/**
 * A text as a log takes it: without colours and other control characters, by which a program could hide what it says or, on a
 * runner, be taken for a command. Ends of lines and tabs stay.
 */
export function plainText(text: string): string {
  return (
    text
      // Sequences that set colours and move the cursor: https://en.wikipedia.org/wiki/ANSI_escape_code
      .replaceAll(
        new RegExp(
          `${ESCAPE}(?:\\[[0-?]*[ -/]*[@-~]|\\][^${BELL}${ESCAPE}]*(?:${BELL}|${ESCAPE}\\\\)|[@-Z\\\\-_])`,
          'g',
        ),
        '',
      )
      .replaceAll(/[^\P{Cc}\n\t]/gu, '')
  );
}

const ESCAPE = String.fromCharCode(27);
const BELL = String.fromCharCode(7);

/** `0.4 s`, `12.0 s`, `3 min 20 s` */
export function seconds(ms: number): string {
  if (ms < 60_000) return `${(Math.max(ms, 0) / 1000).toFixed(1)} s`;
  const whole = Math.round(ms / 1000);
  return `${Math.floor(whole / 60)} min ${whole % 60} s`;
}
