import { counted } from '../spec/counted.js';
import { type Allowance, allowanceFor } from './allowance.js';
import { shortDigest } from './digest.js';
import { type Finding, mergedFindings, reaches, type ScanReport, SEVERITIES, type Severity } from './findings.js';

export interface GateRule {
  /** The least severity that keeps the image back; `none` looks and lets everything pass that was scanned. */
  readonly failOn: Severity | 'none';
  readonly allowances: readonly Allowance[];
  /** Of weaknesses without a fix, none keeps the image back. */
  readonly isFixableOnly: boolean;
  /** `2026-11-21`, in UTC. */
  readonly today: string;
}

/** One image that runs: of an index each for its platform. */
export interface Scanned {
  /** `linux/arm64`, or the digest. */
  readonly name: string;
  readonly digest: string;
  /** What was found, or why nobody knows. */
  readonly scan: ScanReport | { readonly unscannable: string };
}

/** How a finding was taken: it keeps the image back, or why not. */
export type Standing = 'counts' | 'expired' | 'allowed' | 'aside' | 'unfixable' | 'below';

export interface Judged {
  readonly finding: Finding;
  readonly standing: Standing;
  readonly allowance?: Allowance;
  /** Names of the images that have it. */
  readonly images: readonly string[];
}

export interface GateVerdict {
  readonly isPassed: boolean;
  /** One sentence. */
  readonly reason: string;
  /** The worst first. */
  readonly findings: readonly Judged[];
  readonly unscannable: readonly string[];
  /** Entries of the allow-list that hold no longer, or that nothing was found for: sentences. */
  readonly warnings: readonly string[];
}

/** Whether the images may go on. What could not be scanned may not: no findings is not the same as none found. */
export function judgeScans(images: readonly Scanned[], rule: GateRule): GateVerdict {
  const unscannable = images.flatMap(({ name, digest, scan }) => {
    if ('unscannable' in scan) return [`${name}: ${scan.unscannable}`];
    const isOfAnother = scan.subjects.length > 0 && !scan.subjects.includes(digest);
    return isOfAnother
      ? [
          `${name}: the report of ${scan.source} is about ${scan.subjects.map(shortDigest).join(', ')} and not about ${shortDigest(digest)}`,
        ]
      : [];
  });
  if (images.length === 0) unscannable.push('there is no image to be scanned');
  const reports = images.flatMap(({ name, scan }) => ('findings' in scan ? [{ name, findings: scan.findings }] : []));
  const findings = mergedFindings(reports.map((report) => report.findings)).map((finding): Judged => {
    const names = reports
      .filter((report) => report.findings.some((one) => isSame(one, finding)))
      .map(({ name }) => name);
    return { ...standingOf(finding, rule), finding, images: [...new Set(names)] };
  });
  const counting = findings.filter(({ standing }) => standing === 'counts' || standing === 'expired');
  return {
    isPassed: unscannable.length === 0 && counting.length === 0,
    reason: reasonFor(unscannable, counting, findings, rule),
    findings,
    unscannable,
    warnings: warningsOf(findings, rule),
  };
}

function standingOf(finding: Finding, rule: GateRule): { standing: Standing; allowance?: Allowance } {
  if (rule.failOn === 'none' || !reaches(finding.severity, rule.failOn)) return { standing: 'below' };
  if (finding.asideBecause !== undefined) return { standing: 'aside' };
  if (rule.isFixableOnly && finding.fixedIn === '') return { standing: 'unfixable' };
  const allowance = allowanceFor(finding, rule.allowances);
  if (allowance === undefined) return { standing: 'counts' };
  // Days in this form are in their order as texts.
  return { standing: rule.today <= allowance.expires ? 'allowed' : 'expired', allowance };
}

const isSame = (one: Finding, other: Finding): boolean =>
  one.id === other.id && one.package === other.package && one.version === other.version;

function reasonFor(
  unscannable: readonly string[],
  counting: readonly Judged[],
  all: readonly Judged[],
  { failOn }: GateRule,
): string {
  const [first] = unscannable;
  if (first !== undefined) {
    const more = unscannable.length === 1 ? '' : `, and ${counted(unscannable.length - 1, 'more image')} not either`;
    return `What is in the image is not known: ${first}${more}.`;
  }
  if (counting.length > 0) {
    const counts = SEVERITIES.map(
      (severity) => [counting.filter(({ finding }) => finding.severity === severity).length, severity] as const,
    );
    const told = counts.filter(([count]) => count > 0).map(([count, severity]) => `${count} ${severity}`);
    return `${counted(counting.length, 'finding')} ${counting.length === 1 ? 'keeps' : 'keep'} the image back: ${told.join(', ')}.`;
  }
  if (all.length === 0) return 'The scan found nothing.';
  const limit = failOn === 'none' ? '' : ` of ${failOn} or worse that counts`;
  return failOn === 'none'
    ? `${counted(all.length, 'finding')}, and none is asked to keep the image back.`
    : `The scan found nothing${limit}, and ${counted(all.length, 'finding')} in all.`;
}

function warningsOf(findings: readonly Judged[], { allowances, today }: GateRule): readonly string[] {
  return allowances.flatMap((allowance) => {
    const { id, expires, reason } = allowance;
    const name = allowance.package === undefined ? id : `${id} in ${allowance.package}`;
    if (today > expires) return [`The allowance for ${name} (${reason}) ended on ${expires} and holds no longer.`];
    const isUsed = findings.some(({ finding }) => allowanceFor(finding, allowances) === allowance);
    return isUsed ? [] : [`The allowance for ${name} is not needed: no such finding.`];
  });
}
