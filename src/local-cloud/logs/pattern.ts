import { invalid } from './groups.js';

/**
 * Filter patterns of unstructured text: terms that must all be there, `"a phrase"`, `?any` of several, `-not`;
 * case-sensitive. JSON and space-delimited patterns are refused, not ignored.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html
 */
export function matcher(pattern: string): (message: string) => boolean {
  const text = pattern.trim();
  if (/^[{[%]/.test(text)) throw invalid(`The local cloud reads only filter patterns of plain terms, not ${text}`);
  const all: string[] = [];
  const any: string[] = [];
  const none: string[] = [];
  for (const [, sign, phrase, word] of text.matchAll(/([?-]?)(?:"([^"]*)"|(\S+))/g)) {
    const term = phrase ?? word ?? '';
    (sign === '?' ? any : sign === '-' ? none : all).push(term);
  }
  // "?" terms are ignored as soon as there are others: the page above says so.
  const isAny = any.length > 0 && all.length === 0 && none.length === 0;
  return (message) => {
    if (isAny) return any.some((term) => message.includes(term));
    return all.every((term) => message.includes(term)) && !none.some((term) => message.includes(term));
  };
}
