import { plainText } from './words.js';

/** How much of what one step writes is shown as it comes. */
const MOST_LINES = 1_000;
/** How much of the rest is shown when the step fails: the error stands at the end. */
const LAST_LINES = 50;
/** How much of it stands in the annotation. */
const TAIL_LINES = 10;
const LINE_LENGTH = 2_000;

/** What a step writes, as lines, however it is cut into pieces. */
export class StepLog {
  private rest = '';
  private shown = 0;
  private left = 0;
  private readonly last: string[] = [];
  /** The last lines, without what stands before them in the log. */
  readonly tail: string[] = [];
  private readonly decoder = new TextDecoder();

  /** Answers the lines that are whole now, each after a bar. */
  take(bytes: Uint8Array): readonly string[] {
    const lines = (this.rest + this.decoder.decode(bytes, { stream: true })).split('\n');
    this.rest = (lines.pop() ?? '').slice(-LINE_LENGTH * 4);
    return lines.flatMap((line) => this.line(line));
  }

  /** Answers what is left to be told when the step is over. */
  end(hasFailed: boolean): readonly string[] {
    const rest = this.rest === '' ? [] : this.line(this.rest);
    this.rest = '';
    if (this.left === 0) return rest;
    const shown = hasFailed ? this.last : [];
    const hidden = this.left - shown.length;
    const note = hidden === 0 ? [] : [`| … ${hidden} more ${hidden === 1 ? 'line is' : 'lines are'} not shown`];
    return [...rest, ...note, ...shown];
  }

  private line(whole: string): readonly string[] {
    // A bar that is drawn over itself: what stands in the end.
    const drawn = whole.replace(/\r+$/, '').split('\r').at(-1) ?? '';
    const text = plainText(drawn);
    const line = `| ${text.length > LINE_LENGTH ? `${text.slice(0, LINE_LENGTH)} …` : text}`.trimEnd();
    if (text.trim() !== '') this.tail.push(line.slice(2));
    if (this.tail.length > TAIL_LINES) this.tail.shift();
    if (this.shown < MOST_LINES) {
      this.shown += 1;
      return [line];
    }
    this.left += 1;
    this.last.push(line);
    if (this.last.length > LAST_LINES) this.last.shift();
    return [];
  }
}
