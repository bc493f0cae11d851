import type { Finding } from './verdict.js';

export interface ProbeAnswer {
  readonly status: number | null;
  readonly body: string;
  readonly ms: number;
  readonly failure: string | null;
}

export interface ProbeExpectation {
  readonly accepts: (status: number) => boolean;
  /** In words: `200-299`. */
  readonly statuses: string;
  readonly bodyText: string | undefined;
}

export const probeSource = 'probe';

/** Why the answer is not the expected one; undefined when it is. */
export function probeFailure(answer: ProbeAnswer, expected: ProbeExpectation): string | undefined {
  if (answer.failure !== null) return answer.failure;
  if (answer.status === null || !expected.accepts(answer.status)) {
    return `answered ${answer.status ?? 'nothing'}, expected ${expected.statuses}`;
  }
  if (expected.bodyText !== undefined && !answer.body.includes(expected.bodyText)) {
    return `the answer does not contain ${JSON.stringify(expected.bodyText)}`;
  }
  return undefined;
}

/** One failed request is a doubt, `limit` in a row are bad. */
export function judgeProbe(
  failuresInARow: number,
  lastFailure: string | undefined,
  ms: number,
  limit: number,
  at: number,
): Finding {
  const source = probeSource;
  if (lastFailure === undefined)
    return { source, judgement: 'healthy', reason: `answered as expected in ${Math.round(ms)} ms`, at };
  const reason = `${lastFailure} (${failuresInARow} in a row)`;
  return { source, judgement: failuresInARow >= limit ? 'unhealthy' : 'unknown', reason, at };
}
