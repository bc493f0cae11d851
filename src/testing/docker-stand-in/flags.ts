/** What a command takes: flags with a value (which may be given again), flags without, and how many words besides. */
export interface Flags {
  readonly values: readonly string[];
  readonly switches: readonly string[];
  readonly words: readonly [least: number, most: number];
  readonly usage: string;
}

export interface Given {
  readonly values: ReadonlyMap<string, readonly string[]>;
  readonly switches: ReadonlySet<string>;
  readonly words: readonly string[];
}

/** That Docker would not take it; with the code that it ends with. */
export class Refused extends Error {
  constructor(
    message: string,
    readonly exitCode: number,
  ) {
    super(message);
  }
}

/** Reads a command line as Docker's programs do: `--name value`, `--name=value`, and nothing that is not known. */
export function readFlags(line: readonly string[], { values, switches, words, usage }: Flags): Given {
  const found = new Map<string, string[]>();
  const on = new Set<string>();
  const rest: string[] = [];
  for (let at = 0; at < line.length; at += 1) {
    const word = line[at] ?? '';
    if (!word.startsWith('-') || word === '-') {
      rest.push(word);
      continue;
    }
    const [, name = '', own] = /^-{1,2}([^=]+)(?:=([\s\S]*))?$/.exec(word) ?? [];
    if (switches.includes(name)) {
      on.add(name);
    } else if (values.includes(name)) {
      if (own === undefined) at += 1;
      const value = own ?? line[at];
      if (value === undefined) throw new Refused(`flag needs an argument: --${name}`, 125);
      found.set(name, [...(found.get(name) ?? []), value]);
    } else {
      throw new Refused(
        `unknown flag: --${name}\n\nUsage:  docker ${usage}\n\nRun 'docker ${usage.split(' [')[0]} --help' for more information`,
        125,
      );
    }
  }
  if (rest.length < words[0] || rest.length > words[1]) {
    throw new Refused(`ERROR: "docker ${usage.split(' [')[0]}" takes ${words.join(' to ')} arguments`, 1);
  }
  return { values: found, switches: on, words: rest };
}
