/** ARNs of target groups by the group's name alone: whoever watches a rehearsal knows the account. */
export function withShortArns(text: string): string {
  return text.replace(/arn:[^\s()]*:targetgroup\/([^/\s]+)\/\w+/g, '$1');
}
