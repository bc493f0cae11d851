import { withShortArns } from './rehearse/short-arns.js';

/** What a job summary tells of a rollout's troubles, for the screen: the summary itself is Markdown for a browser. */
export interface ToldInSummary {
  /** Why tasks stopped, each with how often. */
  readonly causes: readonly string[];
  /** The last lines of one container of the first task that is shown. */
  readonly log: { readonly of: string; readonly lines: readonly string[] } | undefined;
  /** What ECS said meanwhile, with the time since the deployment began. */
  readonly events: readonly { readonly at: string; readonly text: string }[];
}

export function toldInSummary(markdown: string): ToldInSummary {
  const causes = /^### Why tasks stopped\n\n((?:- .*\n?)+)/m.exec(markdown)?.[1] ?? '';
  const log =
    /<summary>Last lines of (?<of>.+?) in task \S+<\/summary>\n\n(?<fence>`{3,})text\n(?<text>[\s\S]*?)\n\k<fence>/.exec(
      markdown,
    )?.groups;
  const events =
    /<summary>Events of the service [^<]*<\/summary>\n\n([\s\S]*?)\n\n<\/details>/.exec(markdown)?.[1] ?? '';
  return {
    causes: causes
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => plain(line.slice(2))),
    log: log === undefined ? undefined : { of: log.of ?? '', lines: (log.text ?? '').split('\n') },
    events: events
      .split('\n')
      .slice(2)
      .flatMap((row) => {
        const [, at, text] = /^\| (\S+) \| (.*) \|$/.exec(row) ?? [];
        return at === undefined || text === undefined ? [] : [{ at, text: plain(text) }];
      }),
  };
}

/** The last lines of a log and so many events are enough to see what went on; the summary has more. */
const mostLines = 3;
const mostEvents = 12;

/** The same as lines, further ones of each so many columns in; nothing when no task stopped. */
export function troubleLines({
  causes,
  log,
  events,
}: ToldInSummary): { text: string; indent: number; isQuoted: boolean }[] {
  if (causes.length === 0) return [];
  const said = (text: string) => ({ text, indent: 4, isQuoted: false });
  const quoted = (text: string) => ({ text: `  ${text}`, indent: 9, isQuoted: true });
  return [
    ...causes.map((cause) => said(`Tasks that stopped: ${cause}`)),
    ...(log === undefined ? [] : [said(`The last it wrote (${log.of}):`), ...log.lines.slice(-mostLines).map(quoted)]),
    ...(events.length === 0 ? [] : [said('What ECS said:')]),
    ...events.slice(-mostEvents).map(({ at, text }) => quoted(`${at}  ${withShortArns(text)}`)),
  ];
}

/** As it was before it was written into a table. */
const plain = (text: string): string => text.replaceAll('\\|', '|').replaceAll('&lt;', '<');
