/**
 * Evidence → healthy | unhealthy | unknown, each with a reason.
 *
 * Invariant: no data is never health. A verdict is healthy only while every source that must speak has spoken lately and
 * none has anything against the release. Unhealthy (seen to be bad) and unknown (not seen) are never mixed up.
 */
export type Judgement = 'healthy' | 'unhealthy' | 'unknown';

/** What one source of evidence says at one moment. */
export interface Finding {
  /** `alarm shop-5xx`, `target health`, `probe`, `stopped tasks`. */
  readonly source: string;
  readonly judgement: Judgement;
  /** One clause in plain words, with the figures it rests on. */
  readonly reason: string;
  /** When it was observed, epoch ms. */
  readonly at: number;
  /** A doubt that ends by itself, one way or the other: something bad that has not lasted long enough yet. */
  readonly isPending?: true;
  /** Unknown because there is nothing to judge by yet. It speaks neither for nor against; a step may need it to end. */
  readonly isGathering?: true;
}

export interface Verdict {
  readonly judgement: Judgement;
  readonly reason: string;
  readonly findings: readonly Finding[];
  /** Unknown only because something bad has not lasted long enough yet: nothing is missing. */
  readonly isPending?: true;
}

export interface Required {
  readonly source: string;
  /** A finding older than this is not one any more. */
  readonly freshMs: number;
}

/** The verdict of all findings together at `now`; `required` names the sources that must have spoken, and how lately. */
export function verdictOf(findings: readonly Finding[], required: readonly Required[], now: number): Verdict {
  const bad = findings.filter((finding) => finding.judgement === 'unhealthy');
  if (bad.length > 0) return { judgement: 'unhealthy', reason: reasons(bad), findings };

  const silent = required.flatMap(({ source, freshMs }) => {
    const heard = findings.find((finding) => finding.source === source);
    if (heard === undefined) return [`${source}: not seen yet`];
    if (now - heard.at > freshMs) return [`${source}: not seen for ${Math.round((now - heard.at) / 1000)} s`];
    return [];
  });
  const unknown = findings.filter((finding) => finding.judgement === 'unknown' && finding.isGathering !== true);
  const doubts = [...unknown.map(say), ...silent];
  if (doubts.length > 0) {
    const isPending = silent.length === 0 && unknown.every((finding) => finding.isPending === true);
    return { judgement: 'unknown', reason: doubts.join('; '), findings, ...(isPending ? { isPending } : {}) };
  }
  if (findings.every((finding) => finding.isGathering === true))
    return { judgement: 'unknown', reason: 'nothing has been observed', findings };
  return {
    judgement: 'healthy',
    reason: reasons(findings.filter(({ isGathering }) => isGathering !== true)),
    findings,
  };
}

const say = (finding: Finding): string => `${finding.source}: ${finding.reason}`;
const reasons = (findings: readonly Finding[]): string => findings.map(say).join('; ');
