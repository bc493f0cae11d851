import { isMembers } from './member-type.js';

/** Names after which a secret is likely: `DB_PASSWORD`, `splunk-token`, `--api-key`. */
const secretName =
  /pass$|pass(word|wd|phrase)|secret|token|credential|private|api[-_.]?key|access[-_.]?key|auth|signature|\bdsn\b|(^|[-_.])(key|pwd|pw|pat)$/i;

const HIDDEN = '***';

/** Longer than anybody reads in a line of a log. */
const LONGEST = 300;

/**
 * Whether the value at this path of a task definition, by its keys, is kept out of logs. All values of environment variables are, and
 * what nobody here knows; labels, options of log drivers and the like only when their name says so.
 */
export function hidesItsValue(path: readonly string[]): boolean {
  if (path.includes('secrets') || path.includes('secretOptions')) return false;
  if (path.includes('environment')) return true;
  return path
    .slice(1)
    .some((name) => secretName.test(name) && name !== 'repositoryCredentials' && name !== 'credentialsParameter');
}

/** A value as one line of text: environment, and what stands after names of secrets, taken out. */
export function withoutSecrets(value: unknown): string {
  const text = typeof value === 'string' ? cleaned(value) : (JSON.stringify(hidden(value)) ?? '');
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

function hidden(value: unknown): unknown {
  if (typeof value === 'string') return cleaned(value);
  if (Array.isArray(value)) {
    // `--password`, `x`: the word after such a flag.
    return value.map((item: unknown, index) => {
      const before: unknown = value[index - 1];
      return typeof before === 'string' && /^-{1,2}[\w-]+$/.test(before) && secretName.test(before)
        ? HIDDEN
        : hidden(item);
    });
  }
  if (!isMembers(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => {
      if (key === 'environment' && Array.isArray(member))
        return [key, member.map((each) => (isMembers(each) ? each.name : HIDDEN))];
      if (key === 'secrets' || key === 'secretOptions' || !secretName.test(key)) return [key, hidden(member)];
      return [key, HIDDEN];
    }),
  );
}

/** `https://user:x@host`, `password=x`, `Authorization: Bearer x`, `--api-key x` within a text. */
function cleaned(text: string): string {
  const named = /([\w.-]+)"?\s*[=:]\s*|(--?[A-Za-z][\w-]*)\s+(?!-)/g;
  const value = /"[^"]*"|'[^']*'|(?:bearer\s+|basic\s+)?[^\s"',;&]+/iy;
  let kept = '';
  let from = 0;
  for (let match = named.exec(text); match !== null; match = named.exec(text)) {
    value.lastIndex = named.lastIndex;
    if (!secretName.test(match[1] ?? match[2] ?? '') || value.exec(text) === null) continue;
    kept += `${text.slice(from, named.lastIndex)}${HIDDEN}`;
    from = value.lastIndex;
    named.lastIndex = from;
  }
  return `${kept}${text.slice(from)}`.replace(/(\b[a-z][a-z0-9+.-]*:\/\/)[^\s/@]+@/gi, `$1${HIDDEN}@`);
}
