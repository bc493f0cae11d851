import { isJsonObject } from '../spec/json-object.js';
import { type Reading, read, wrong } from '../spec/kind.js';
import { isDigest } from './digest.js';
import { type Finding, type ScanReport, severityOf, severityOfScore } from './findings.js';

type Json = Readonly<Record<string, unknown>>;

/** A report in it is not what it says; the reader of the file tells it. */
class Unreadable extends Error {}

/** Reads the report of Trivy or Grype in their own JSON, or of any scanner in SARIF 2.1. What it is, it says itself. */
export function readScanFile(text: string): Reading<ScanReport> {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return wrong(text.trim() === '' ? 'is empty: the scanner wrote nothing' : 'is not JSON');
  }
  if (!isJsonObject(value)) return wrong('is no JSON object');
  try {
    if (Array.isArray(value.runs)) return read(ofSarif(value.runs));
    if (Array.isArray(value.matches)) return read(ofGrype(value, value.matches));
    if (value.SchemaVersion !== undefined) return read(ofTrivy(value));
  } catch (error) {
    if (error instanceof Unreadable) return wrong(error.message);
    throw error;
  }
  return wrong('is no report of Trivy (SchemaVersion), of Grype (matches) or in SARIF (runs)');
}

/** https://trivy.dev/latest/docs/configuration/reporting/#json */
function ofTrivy(report: Json): ScanReport {
  if (report.SchemaVersion !== 2)
    throw new Unreadable(`has Trivy's schema version ${JSON.stringify(report.SchemaVersion)} and not 2`);
  const results = listOf(report.Results);
  // Trivy leaves the member out when it found nothing that it could look into: that is no clean bill.
  if (report.Results === undefined || report.Results === null)
    throw new Unreadable('has no Results: Trivy found nothing in the image that it knows');
  const findings = results.flatMap((result) =>
    listOf(result.Vulnerabilities).map((one) => ({
      id: textOf(one.VulnerabilityID),
      severity: severityIn(one.Severity),
      package: textOf(one.PkgName),
      version: textOf(one.InstalledVersion),
      fixedIn: textOf(one.FixedVersion),
      url: textOf(one.PrimaryURL),
    })),
  );
  const repoDigests = objectOf(report.Metadata).RepoDigests;
  return { source: 'Trivy', findings, subjects: digestsIn(Array.isArray(repoDigests) ? repoDigests : []) };
}

/** https://github.com/anchore/grype/blob/main/grype/presenter/models/document.go */
function ofGrype(report: Json, matches: readonly unknown[]): ScanReport {
  const findings = matches.map((match): Finding => {
    if (!isJsonObject(match)) throw new Unreadable('has a match that cannot be read');
    const [vulnerability, artifact] = [objectOf(match.vulnerability), objectOf(match.artifact)];
    const { versions } = objectOf(vulnerability.fix);
    return {
      id: textOf(vulnerability.id),
      severity: severityIn(vulnerability.severity),
      package: textOf(artifact.name),
      version: textOf(artifact.version),
      fixedIn: Array.isArray(versions) ? versions.map(textOf).join(', ') : '',
      url: textOf(vulnerability.dataSource),
    };
  });
  const target = objectOf(objectOf(report.source).target);
  const repoDigests = Array.isArray(target.repoDigests) ? target.repoDigests : [];
  return { source: 'Grype', findings, subjects: digestsIn([target.manifestDigest, ...repoDigests]) };
}

/**
 * https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html. Suppressions in the file are not heeded: what is put aside
 * stands in the allow-list, with a reason and a date.
 */
function ofSarif(runs: readonly unknown[]): ScanReport {
  if (runs.length === 0) throw new Unreadable('has no run: nothing was scanned');
  const names = new Set<string>();
  const findings = runs.flatMap((run) => {
    if (!isJsonObject(run)) throw new Unreadable('has a run that cannot be read');
    const driver = objectOf(objectOf(run.tool).driver);
    names.add(textOf(driver.name) || 'SARIF');
    if (listOf(run.invocations).some(({ executionSuccessful }) => executionSuccessful === false)) {
      throw new Unreadable(`says that ${textOf(driver.name) || 'the scanner'} did not end well`);
    }
    if (!Array.isArray(run.results))
      throw new Unreadable('has a run without results: it found nothing because it did not look');
    const rules = new Map(listOf(driver.rules).map((rule) => [textOf(rule.id), rule]));
    const indexed = listOf(driver.rules);
    return listOf(run.results)
      .filter(({ kind = 'fail' }) => kind === 'fail')
      .map((result) => ofSarifResult(result, ruleOf(result, rules, indexed)));
  });
  return { source: [...names].join(', '), findings, subjects: [] };
}

function ruleOf(result: Json, byId: ReadonlyMap<string, Json>, indexed: readonly Json[]): Json {
  const id = textOf(result.ruleId);
  const index = typeof result.ruleIndex === 'number' ? result.ruleIndex : -1;
  return byId.get(id) ?? indexed[index] ?? {};
}

function ofSarifResult(result: Json, rule: Json): Finding {
  const [location] = listOf(result.locations);
  const place = objectOf(objectOf(objectOf(location).physicalLocation).artifactLocation);
  // Trivy and Grype write package and versions into the message, each its own way; GitHub reads the score alone.
  const message = textOf(objectOf(result.message).text);
  const line = (name: string) => new RegExp(`^${name}: *(.+)$`, 'im').exec(message)?.[1]?.trim() ?? '';
  return {
    id: textOf(result.ruleId) || textOf(rule.id),
    severity: sarifSeverity(result, rule),
    package: line('Package') || textOf(place.uri),
    version: line('Installed Version'),
    fixedIn: line('Fixed Version'),
    url: textOf(rule.helpUri),
  };
}

/** https://docs.github.com/en/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning#reportingdescriptor-object */
function sarifSeverity(result: Json, rule: Json): Finding['severity'] {
  const score = objectOf(rule.properties)['security-severity'] ?? objectOf(result.properties)['security-severity'];
  const number = typeof score === 'number' ? score : Number.parseFloat(textOf(score));
  if (Number.isFinite(number)) return severityOfScore(number);
  const level = textOf(result.level) || textOf(objectOf(rule.defaultConfiguration).level) || 'warning';
  const known = { error: 'high', warning: 'medium', note: 'low', none: 'negligible' } as const;
  return Object.hasOwn(known, level) ? known[level as keyof typeof known] : 'unknown';
}

function severityIn(value: unknown): Finding['severity'] {
  // Grype leaves it out, or empty, where no source has judged.
  const word = textOf(value) || 'unknown';
  const severity = severityOf(word);
  if (severity === undefined) throw new Unreadable(`has a severity that is not known here (${JSON.stringify(word)})`);
  return severity;
}

const digestsIn = (values: readonly unknown[]): readonly string[] => [
  ...new Set(values.map((value) => textOf(value).replace(/^.*@/, '')).filter(isDigest)),
];

const objectOf = (value: unknown): Json => (isJsonObject(value) ? value : {});
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

function listOf(value: unknown): readonly Json[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value) || !value.every(isJsonObject)) throw new Unreadable('has a list that cannot be read');
  return value;
}
