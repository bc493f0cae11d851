/** What a Dockerfile takes from elsewhere. */
export interface DockerfileSources {
  /** Images that stages begin with or copy from, in their order, each once, arguments put in. */
  readonly images: readonly string[];
  /** What ADD fetches over the network without a checksum. */
  readonly remotes: readonly string[];
  /** References that an argument leaves open: it has no value here. */
  readonly open: readonly string[];
}

/**
 * Reads what the Dockerfile takes from elsewhere; everything else stays text. It is never more than BuildKit would take:
 * stages that the target does not need count as well.
 * https://docs.docker.com/reference/dockerfile/
 *
 * @param args build arguments, which may choose the base
 * @param contexts names of named contexts, which stand for images and stages of the same name
 */
export function sourcesOf(
  dockerfile: string,
  args: Readonly<Record<string, string>>,
  contexts: readonly string[] = [],
): DockerfileSources {
  const stages = new Set(contexts);
  const values = new Map<string, string>();
  const images = new Set<string>();
  const remotes = new Set<string>();
  const open = new Set<string>();
  let count = 0;
  const take = (given: string): void => {
    const name = filledIn(given, values);
    if (name === undefined) open.add(given);
    else if (name !== 'scratch' && !stages.has(name) && !stages.has(name.toLowerCase()) && !/^\d+$/.test(name)) {
      images.add(name);
    }
  };
  for (const { word, rest } of instructionsOf(dockerfile)) {
    const words = rest.split(/\s+/).filter((part) => part !== '');
    const flags = words.filter((part) => part.startsWith('--'));
    const operands = words.filter((part) => !part.startsWith('--'));
    if (word === 'ARG' && count === 0) {
      for (const given of operands) declare(given, args, values);
    } else if (word === 'FROM') {
      take(unquoted(operands[0] ?? ''));
      count += 1;
      if (operands[1]?.toUpperCase() === 'AS' && operands[2] !== undefined) stages.add(operands[2].toLowerCase());
    } else if (word === 'COPY' || word === 'RUN') {
      for (const from of flags.flatMap((flag) => /(?:^--from=|[=,]from=)([^,\s]+)/.exec(flag)?.[1] ?? [])) take(from);
    } else if (word === 'ADD' && !flags.some((flag) => flag.startsWith('--checksum='))) {
      for (const one of operands.slice(0, -1)) if (isRemote(unquoted(one))) remotes.add(unquoted(one));
    }
  }
  return { images: [...images], remotes: [...remotes], open: [...open] };
}

/** Names the bytes themselves, so that nothing can change behind it. */
export const isPinned = (image: string): boolean => /@sha(?:256|512):[0-9a-f]{64,128}$/.test(image);

/** https://docs.docker.com/reference/dockerfile/#adding-files-from-a-git-repository */
const isRemote = (source: string): boolean => /^(?:https?|ftp|git|ssh):\/\/|^git@/.test(source);

function declare(given: string, args: Readonly<Record<string, string>>, values: Map<string, string>): void {
  const [, name = '', fallback] = /^([^=]+)(?:=(.*))?$/s.exec(given) ?? [];
  const value = Object.hasOwn(args, name) ? args[name] : filledIn(unquoted(fallback ?? ''), values);
  if (value !== undefined && (value !== '' || fallback !== undefined)) values.set(name, value);
}

const unquoted = (text: string): string => text.replace(/^(["'])(.*)\1$/s, '$2');

/** The text with arguments put in; undefined when one has no value. https://docs.docker.com/reference/dockerfile/#environment-replacement */
function filledIn(text: string, values: ReadonlyMap<string, string>): string | undefined {
  let isOpen = false;
  const filled = text.replace(
    /\$(?:\{(\w+)(?:(:?[-+])([^}]*))?\}|(\w+))/g,
    (
      _,
      braced: string | undefined,
      operator: string | undefined,
      word: string | undefined,
      bare: string | undefined,
    ) => {
      const value = values.get(braced ?? bare ?? '');
      const isThere = value !== undefined && (value !== '' || operator?.startsWith(':') !== true);
      if (operator?.endsWith('-')) return isThere ? value : (word ?? '');
      if (operator?.endsWith('+')) return isThere ? (word ?? '') : '';
      isOpen ||= value === undefined;
      return value ?? '';
    },
  );
  return isOpen || filled === '' || filled.includes('$') ? undefined : filled;
}

/** Instructions with their lines joined; comments, parser directives and the bodies of here-documents are left out. */
function instructionsOf(text: string): readonly { readonly word: string; readonly rest: string }[] {
  const continued = /^\s*#\s*escape\s*=\s*`/im.test(text.split(/^\s*[^#\s]/m)[0] ?? '') ? '`' : '\\';
  const instructions: { word: string; rest: string }[] = [];
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  for (let at = 0; at < lines.length; at += 1) {
    let line = lines[at] ?? '';
    if (/^\s*(#|$)/.test(line)) continue;
    while (line.trimEnd().endsWith(continued) && at + 1 < lines.length) {
      at += 1;
      const next = lines[at] ?? '';
      line = line.trimEnd().slice(0, -1) + (/^\s*(#|$)/.test(next) ? continued : next);
    }
    const [, word = '', rest = ''] = /^\s*(\S+)\s*(.*)$/s.exec(line) ?? [];
    instructions.push({ word: word.toUpperCase(), rest });
    if (!/^(RUN|COPY|ADD)$/i.test(word)) continue;
    for (const [, dash, end] of rest.matchAll(/<<(-?)\s*["']?([A-Za-z_][\w.]*)["']?/g)) {
      const isEnd = (line: string): boolean => (dash === '-' ? line.replace(/^\t+/, '') : line) === end;
      const last = lines.findIndex((line, index) => index > at && isEnd(line));
      // Without an end it was none: `1<<N` of a shell.
      if (last !== -1) at = last;
    }
  }
  return instructions;
}
