import { issueCommand, toCommandProperties } from './actions-core.js';

/**
 * What the runner would take for a command (`::…` at the start of a line, `##[…]` anywhere) becomes plain text, by a
 * character that is not seen: log lines carry what AWS and containers said, and those must not steer the runner.
 * https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
 */
export function harmless(text: string): string {
  // The runner takes off what .NET calls white space, and U+0085 is of that.
  return text.replace(/^([\s\u0085]*)::/gm, '$1\u200b::').replaceAll('##[', '##\u200b[');
}

/** A line, or several, in the log of the step. */
export function info(text: string): void {
  process.stdout.write(`${harmless(text)}\n`);
}

/** Shown only when the run was started with debug logging. */
export function debug(text: string): void {
  if (isOnRunner()) {
    issueCommand('debug', {}, text);
  } else if (isDebug()) {
    info(text);
  }
}

/** https://docs.github.com/en/actions/how-tos/monitor-workflows/enable-debug-logging */
export function isDebug(): boolean {
  return process.env.RUNNER_DEBUG === '1';
}

/** On a runner there are command files; on a laptop there are none. */
export function isOnRunner(): boolean {
  return (process.env.GITHUB_OUTPUT ?? '') !== '';
}

export type AnnotationLevel = 'notice' | 'warning' | 'error';

/**
 * An annotation of the run. The runner keeps 10 of each level in a step and cuts each at 4,096 characters, so the text
 * is cut before that, visibly. Elsewhere than on a runner it is a plain line on stderr.
 */
export function annotate(level: AnnotationLevel, text: string, title?: string): void {
  const short = text.length > 4000 ? `${text.slice(0, 4000)}…` : text;
  if (isOnRunner()) {
    issueCommand(level, title === undefined ? {} : toCommandProperties({ title }), short);
  } else {
    const isTold = title === undefined || short.startsWith(title);
    process.stderr.write(`${level}: ${isTold ? '' : `${title}: `}${short}\n`);
  }
}

/** Lines up to the matching `endGroup` are folded in the log. */
export function startGroup(title: string): void {
  if (isOnRunner()) {
    issueCommand('group', {}, title);
  } else {
    info(title);
  }
}

export function endGroup(): void {
  if (isOnRunner()) {
    issueCommand('endgroup', {}, '');
  }
}

/**
 * From now on the runner shows `***` in place of the text, in each line of it too. Blank texts are not masked: the
 * runner would blank the whole log.
 */
export function mask(secret: string): void {
  if (!isOnRunner()) {
    return;
  }
  for (const part of new Set([secret, ...secret.split(/\r?\n/)])) {
    // A line of a text such as JSON may be a brace: masked, it would take every output with a brace away.
    if (part.trim() !== '' && (part === secret || /[\p{L}\p{N}]/u.test(part))) {
      issueCommand('add-mask', {}, part);
    }
  }
}
