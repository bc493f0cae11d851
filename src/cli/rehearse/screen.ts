import type { WriteStream } from 'node:tty';

/**
 * Where a rehearsal is watched. On a terminal the last line is alive and everything else scrolls past above it;
 * elsewhere there are only lines. https://no-color.org
 */

type Stream = Pick<WriteStream, 'write' | 'isTTY' | 'columns' | 'hasColors'>;

const codes = {
  bold: [1, 22],
  dim: [2, 22],
  red: [31, 39],
  green: [32, 39],
  yellow: [33, 39],
  blue: [34, 39],
} as const;

export type Paint = Readonly<Record<keyof typeof codes, (text: string) => string>>;

/** How often the living line is drawn, ms. */
const drawMs = 125;

export class Screen {
  readonly paint: Paint;
  private readonly isAlive: boolean;
  private live: (() => string) | undefined;
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly stream: Stream,
    env: Readonly<Record<string, string | undefined>>,
  ) {
    this.isAlive = stream.isTTY === true && env.TERM !== 'dumb';
    const isColoured = this.isAlive && (env.NO_COLOR ?? '') === '';
    this.paint = Object.fromEntries(
      Object.entries(codes).map(([name, [on, off]]) => [
        name,
        isColoured ? (text: string) => `\x1b[${on}m${text}\x1b[${off}m` : (text: string) => text,
      ]),
    ) as unknown as Paint;
  }

  /** How wide a line may be; undefined where lines are not looked at but kept. */
  get columns(): number | undefined {
    return this.isAlive ? Math.max(20, this.stream.columns || 80) : undefined;
  }

  /** A line, or several; wrapped at words on a terminal, further lines `indent` deep. */
  line(text = '', indent = 0): void {
    this.wipe();
    for (const line of text.split('\n')) this.stream.write(`${wrapped(line, this.columns, indent)}\n`);
    this.draw();
  }

  /** From now on the last line shows what `render` answers, drawn again and again. */
  show(render: () => string): void {
    if (!this.isAlive) return;
    this.live = render;
    this.timer ??= setInterval(() => this.draw(), drawMs);
    this.timer.unref();
    this.draw();
  }

  /** No living line any more. */
  hide(): void {
    clearInterval(this.timer);
    this.timer = undefined;
    this.wipe();
    this.live = undefined;
  }

  private draw(): void {
    if (this.live !== undefined) this.stream.write(`\r${clipped(this.live(), (this.columns ?? 80) - 1)}\x1b[K`);
  }

  private wipe(): void {
    if (this.live !== undefined) this.stream.write('\r\x1b[K');
  }
}

const ESC = '\x1b';
const colour = new RegExp(`(${ESC}\\[\\d+m)`, 'g');

export function widthOf(text: string): number {
  return [...text.replace(colour, '')].length;
}

/** At most so many characters, not counting colours, which are all switched off at the end. */
export function clipped(text: string, columns: number): string {
  if (widthOf(text) <= columns) return text;
  let room = columns - 1;
  let kept = '';
  for (const part of text.split(colour)) {
    if (part.startsWith(ESC)) kept += part;
    else {
      const letters = [...part].slice(0, Math.max(0, room));
      room -= letters.length;
      kept += letters.join('');
    }
  }
  return `${kept}…`;
}

/** The text broken at spaces into lines of at most `columns`; a longer word stays whole, so that it can be copied. */
export function wrapped(text: string, columns: number | undefined, indent: number): string {
  if (columns === undefined || widthOf(text) <= columns) return text;
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/(?<=\S) /)) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && widthOf(longer) > columns) {
      lines.push(line);
      line = `${' '.repeat(indent)}${word}`;
    } else line = longer;
  }
  return [...lines, line].join('\n');
}
