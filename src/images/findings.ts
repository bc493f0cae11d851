/** From the worst to the least. `unknown` is what nobody has judged yet. */
export const SEVERITIES = ['critical', 'high', 'medium', 'low', 'negligible', 'unknown'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** One weakness in one package, whoever found it. */
export interface Finding {
  /** `CVE-2026-1234`, `GHSA-…` */
  readonly id: string;
  readonly severity: Severity;
  /** Empty when it is not of a package. */
  readonly package: string;
  readonly version: string;
  /** Versions without it, as the source writes them; empty when there is none yet. */
  readonly fixedIn: string;
  readonly url: string;
  /** The source itself counts it as put aside, and says why. */
  readonly asideBecause?: string;
}

/** What one scan of one image found. */
export interface ScanReport {
  /** `ECR basic`, `ECR enhanced`, `Trivy`, `Grype`, or the name of the tool in a SARIF file. */
  readonly source: string;
  readonly findings: readonly Finding[];
  /** Digests of what was scanned, as far as the report tells; empty when it does not. */
  readonly subjects: readonly string[];
}

/** The words of all sources. https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_ImageScanFinding.html */
const WORDS: ReadonlyMap<string, Severity> = new Map([
  ['critical', 'critical'],
  ['high', 'high'],
  ['medium', 'medium'],
  ['moderate', 'medium'],
  ['low', 'low'],
  ['informational', 'negligible'],
  ['negligible', 'negligible'],
  ['undefined', 'unknown'],
  ['untriaged', 'unknown'],
  ['unknown', 'unknown'],
]);

/** What a source calls it; undefined for a word that is not known, which no reader may take for harmless. */
export const severityOf = (word: string): Severity | undefined => WORDS.get(word.toLowerCase());

/** https://www.first.org/cvss/v3.1/specification-document#Qualitative-Severity-Rating-Scale */
export function severityOfScore(score: number): Severity {
  if (score >= 9) return 'critical';
  if (score >= 7) return 'high';
  if (score >= 4) return 'medium';
  return score > 0 ? 'low' : 'negligible';
}

/** Whether the one is as bad as the other or worse. What nobody has judged is as bad as nothing else. */
export const reaches = (severity: Severity, threshold: Severity): boolean =>
  SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(threshold);

/** Each finding once, the worst first; the same weakness in the same version of a package counts once, whoever told it. */
export function mergedFindings(lists: readonly (readonly Finding[])[]): readonly Finding[] {
  const merged = new Map<string, Finding>();
  for (const finding of lists.flat()) {
    const key = JSON.stringify([finding.id, finding.package, finding.version]);
    const other = merged.get(key);
    // Put aside by one source and not by another, it counts; judged differently, the worse counts.
    const isWorse = other === undefined || isMore(finding, other);
    if (isWorse) merged.set(key, finding);
  }
  const order = ({ severity, id, package: name }: Finding) => `${SEVERITIES.indexOf(severity)} ${id} ${name}`;
  return [...merged.values()].sort((a, b) => (order(a) < order(b) ? -1 : 1));
}

function isMore(one: Finding, other: Finding): boolean {
  const isAside = one.asideBecause !== undefined;
  if (isAside !== (other.asideBecause !== undefined)) return !isAside;
  return SEVERITIES.indexOf(one.severity) < SEVERITIES.indexOf(other.severity);
}
