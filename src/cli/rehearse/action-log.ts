import { withShortArns } from './short-arns.js';

/** `wiki: rolled back: …`; what ends with a command is told in full. */
const isEndOfRollout = /^[\w-]+: (deployed|unchanged|rolled back|refused, nothing was changed|interrupted): /;

/** Chooses the lines of an action's log that tell of a change. Everything is kept in a file; this is what scrolls by. */
export class ActionLog {
  private last = '';
  /** Reasons that were shown: they can be long, and once is enough. */
  private readonly reasons: string[] = [];

  /** The line as it is to be shown, without the time that it may begin with; nothing when it tells nothing new. */
  shown(line: string): string | undefined {
    // Workflow commands are for the runner; the plan is in the summary; the end is told by the rehearsal.
    if (line.trim() === '' || /^(::|Plan$| {2}\d+\. )/.test(line)) return undefined;
    // Stuck is told in full, because of the command to run.
    if (/^(Promoted|Rolled back|Refused|Interrupted|Unchanged)\b[^:]*: /.test(line)) return undefined;
    if (isEndOfRollout.test(line) && !line.includes(' Run: ')) return undefined;
    // A command is to be run as it stands.
    const [told = '', ...command] = line.replace(/^\+\S+\s+/, '').split(/(?= Run: )/);
    let text = withShortArns(told) + command.join('');
    // A step that goes on is no change; that a step is raised is one, and all that speaks for it is in the summary.
    if (/ \d+ s of \d+ s served/.test(text)) return undefined;
    text = text.replace(/^(.* raising \S+ to [\d.]+ %) \(.*\)$/, '$1');
    // The same with other figures is the same.
    const kind = text.replace(/\d+(\.\d+)?/g, '#');
    if (kind === this.last) return undefined;
    this.last = kind;
    const known = this.reasons.find((reason) => text.endsWith(`: ${reason}`));
    if (known !== undefined) return text.slice(0, -known.length - 2);
    const reason = /: (.{40,})$/.exec(text)?.[1];
    if (reason !== undefined) this.reasons.push(reason);
    return text;
  }
}
