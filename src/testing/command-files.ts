/** What an action told the runner: by its command files and by commands among its output. */

export interface Annotation {
  readonly level: 'notice' | 'warning' | 'error';
  readonly title: string | undefined;
  readonly message: string;
}

const decoded = (text: string): string =>
  text
    .replaceAll('%0A', '\n')
    .replaceAll('%0D', '\r')
    .replaceAll('%3A', ':')
    .replaceAll('%2C', ',')
    .replaceAll('%25', '%');

/**
 * Reads a file of outputs or state: `name=value` lines and `name<<DELIMITER` blocks. The last value of a name counts.
 * https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands#multiline-strings
 */
export function readPairs(text: string): Record<string, string> {
  const pairs: Record<string, string> = {};
  const lines = text.split(/\r?\n/);
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? '';
    const block = /^([^=]+?)<<(.+)$/.exec(line);
    if (block !== null) {
      const end = lines.indexOf(block[2] ?? '', index + 1);
      if (end === -1) {
        throw new Error(`The block of ${block[1]} does not end`);
      }
      pairs[block[1] ?? ''] = lines.slice(index + 1, end).join('\n');
      index = end;
    } else if (line.includes('=')) {
      pairs[line.slice(0, line.indexOf('='))] = line.slice(line.indexOf('=') + 1);
    } else if (line !== '') {
      throw new Error(`A line that the runner would refuse: ${line}`);
    }
  }
  return pairs;
}

/** The annotations among the lines of an action's output. */
export function annotationsIn(output: string): Annotation[] {
  return [...output.matchAll(/^::(notice|warning|error)(?: ([^:]*))?::(.*)$/gm)].map(
    ([, level, properties = '', text]) => {
      const title = /(?:^|,)title=([^,]*)/.exec(properties)?.[1];
      return {
        level: level as Annotation['level'],
        title: title === undefined ? undefined : decoded(title),
        message: decoded(text ?? ''),
      };
    },
  );
}

/** The texts that the runner was told to mask. */
export function masksIn(output: string): string[] {
  return [...output.matchAll(/^::add-mask::(.*)$/gm)].map(([, text]) => decoded(text ?? ''));
}
