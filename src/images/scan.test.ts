import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isDay, readAllowList } from './allow-list.js';
import { allowanceFor } from './allowance.js';
import { type EcrFindingsPage, readEcrFindings } from './ecr-findings.js';
import { type Finding, mergedFindings, type ScanReport, SEVERITIES, severityOf } from './findings.js';
import { readScanFile } from './scan-file.js';
import { type GateRule, judgeScans, type Scanned } from './scan-gate.js';
import { scanStanding } from './scan-state.js';
import { scanTable } from './scan-table.js';

const digest = (letter: string) => `sha256:${letter.repeat(64)}`;
const finding = (changed: Partial<Finding> = {}): Finding => ({
  id: 'CVE-2026-1',
  severity: 'high',
  package: 'openssl',
  version: '3.0',
  fixedIn: '3.1',
  url: 'https://x.example/1',
  ...changed,
});
const report = (...findings: Finding[]): ScanReport => ({ source: 'Trivy', findings, subjects: [] });
const amd = (scan: Scanned['scan']): Scanned => ({ name: 'linux/amd64', digest: digest('a'), scan });
const rule: GateRule = { failOn: 'high', allowances: [], isFixableOnly: false, today: '2026-11-21' };

describe('the reader of ECR', () => {
  const basic: EcrFindingsPage = {
    imageId: { imageDigest: digest('a') },
    imageScanFindings: {
      findingSeverityCounts: { HIGH: 1, UNDEFINED: 1 },
      findings: [
        {
          name: 'CVE-2026-1',
          severity: 'HIGH',
          uri: 'https://x.example/1',
          attributes: [
            { key: 'package_name', value: 'openssl' },
            { key: 'package_version', value: '3.0' },
          ],
        },
      ],
    },
  };
  const second: EcrFindingsPage = {
    imageScanFindings: { ...basic.imageScanFindings, findings: [{ name: 'CVE-2', severity: 'UNDEFINED' }] },
  };

  test('puts the pages of a basic scan together', () => {
    expect(readEcrFindings([basic, second])).toEqual({
      ok: true,
      value: {
        source: 'ECR basic',
        subjects: [digest('a')],
        findings: [
          finding({ fixedIn: '' }),
          { id: 'CVE-2', severity: 'unknown', package: '', version: '', fixedIn: '', url: '' },
        ],
      },
    });
  });

  test('takes every package of an enhanced finding, and not what is closed', () => {
    const details = (name: string, fixedInVersion: string) => ({
      vulnerabilityId: 'CVE-2026-1',
      sourceUrl: 'https://x.example/1',
      vulnerablePackages: [{ name, version: '3.0', fixedInVersion }],
    });
    const reading = readEcrFindings([
      {
        imageScanFindings: {
          enhancedFindings: [
            { severity: 'CRITICAL', status: 'ACTIVE', packageVulnerabilityDetails: details('a', '3.1') },
            { severity: 'HIGH', status: 'SUPPRESSED', packageVulnerabilityDetails: details('b', 'NotAvailable') },
            { severity: 'HIGH', status: 'CLOSED', packageVulnerabilityDetails: details('c', '') },
            { severity: 'UNTRIAGED', title: 'T' },
          ],
        },
      },
    ]);
    expect(reading.ok && [reading.value.source, reading.value.findings]).toEqual([
      'ECR enhanced',
      [
        finding({ severity: 'critical', package: 'a' }),
        finding({ package: 'b', fixedIn: '', asideBecause: 'a suppression rule of Amazon Inspector' }),
        { id: 'T', severity: 'unknown', package: '', version: '', fixedIn: '', url: '' },
      ],
    ]);
  });

  test('reads an image without findings as clean, enhanced as well', () => {
    expect(readEcrFindings([{ imageScanFindings: { findings: [] } }])).toMatchObject({
      ok: true,
      value: { source: 'ECR basic', findings: [] },
    });
    expect(readEcrFindings([{ imageScanFindings: { enhancedFindings: [] } }])).toMatchObject({
      ok: true,
      value: { source: 'ECR enhanced' },
    });
  });

  test.each<[string, EcrFindingsPage[], string]>([
    ['no page', [], 'has no findings member: the image was not scanned'],
    ['no findings member', [{}], 'has no findings member: the image was not scanned'],
    ['a page too few', [basic], 'holds 1 of 2 findings: pages are missing'],
    [
      'a new severity',
      [{ imageScanFindings: { findings: [{ severity: 'BAD' }] } }],
      'has a severity that is not known here ("BAD")',
    ],
  ])('refuses %s', (_, pages, wrong) => {
    expect(readEcrFindings(pages)).toEqual({ ok: false, wrong });
  });
});

test.each([
  ['COMPLETE', 'done', undefined],
  ['ACTIVE', 'done', undefined],
  ['IN_PROGRESS', 'waiting', 'the scan is running'],
  ['PENDING', 'waiting', 'the scan has not begun'],
  ['FAILED', 'unscannable', 'the scan failed (no access)'],
  ['UNSUPPORTED_IMAGE', 'unscannable', 'the scanner does not know the system in the image (no access)'],
  ['SCAN_ELIGIBILITY_EXPIRED', 'unscannable', 'the image is too old to be scanned any more (no access)'],
  ['FINDINGS_UNAVAILABLE', 'unscannable', 'the findings cannot be had any more (no access)'],
  ['LIMIT_EXCEEDED', 'unscannable', 'the scans of the day are used up (no access)'],
  ['IMAGE_ARCHIVED', 'unscannable', 'the image is archived (no access)'],
  ['NEW_STATE', 'unscannable', 'the scan is in a state that is not known here (NEW_STATE)'],
  [undefined, 'unscannable', 'no scan of it is known: scan on push is off for its repository'],
])('a scan that is %s is %s', (status, is, why) => {
  expect(scanStanding(status, 'no access.')).toEqual({ is, ...(why === undefined ? {} : { why }) });
});

describe('the reader of files', () => {
  const trivy = {
    SchemaVersion: 2,
    Metadata: { RepoDigests: [`r.example/a@${digest('a')}`] },
    Results: [
      { Target: 'debian' },
      {
        Vulnerabilities: [
          {
            VulnerabilityID: 'CVE-2026-1',
            PkgName: 'openssl',
            InstalledVersion: '3.0',
            FixedVersion: '3.1',
            Severity: 'HIGH',
            PrimaryURL: 'https://x.example/1',
          },
        ],
      },
    ],
  };
  const grype = {
    matches: [
      {
        vulnerability: {
          id: 'CVE-2026-1',
          severity: 'High',
          dataSource: 'https://x.example/1',
          fix: { versions: ['3.1'], state: 'fixed' },
        },
        artifact: { name: 'openssl', version: '3.0' },
      },
    ],
    source: { type: 'image', target: { manifestDigest: digest('a'), repoDigests: [`r.example/a@${digest('b')}`] } },
  };
  const sarif = (results: unknown, more: object = {}) => ({
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Trivy',
            rules: [{ id: 'CVE-2026-1', helpUri: 'https://x.example/1', properties: { 'security-severity': '7.5' } }],
          },
        },
        results,
        ...more,
      },
    ],
  });
  const result = {
    ruleId: 'CVE-2026-1',
    level: 'error',
    message: { text: 'Package: openssl\nInstalled Version: 3.0\nFixed Version: 3.1\n' },
  };

  test.each<[string, unknown, string, string[]]>([
    ['Trivy', trivy, 'Trivy', [digest('a')]],
    ['Grype', grype, 'Grype', [digest('a'), digest('b')]],
    ['SARIF', sarif([result]), 'Trivy', []],
    ['SARIF by index', sarif([{ ...result, ruleId: undefined, ruleIndex: 0 }]), 'Trivy', []],
  ])('%s gives the same form', (_, value, source, subjects) => {
    expect(readScanFile(JSON.stringify(value))).toEqual({
      ok: true,
      value: { source, subjects, findings: [finding()] },
    });
  });

  test.each([
    ['9.8', 'critical'],
    [7, 'high'],
    ['4.0', 'medium'],
    ['0.1', 'low'],
    ['0.0', 'negligible'],
  ])('a score of %s is %s', (score, severity) => {
    const value = sarif([{ ruleId: 'x', properties: { 'security-severity': score } }]);
    expect(readScanFile(JSON.stringify(value))).toMatchObject({ value: { findings: [{ severity }] } });
  });

  test.each([
    ['error', 'high'],
    ['warning', 'medium'],
    ['note', 'low'],
    ['none', 'negligible'],
    ['constructor', 'unknown'],
    [undefined, 'medium'],
  ])('without a score, the level %s is %s', (level, severity) => {
    const value = sarif([{ ruleId: 'x', level }]);
    expect(readScanFile(JSON.stringify(value))).toMatchObject({ value: { findings: [{ severity }] } });
  });

  test('what passed a check in SARIF is no finding', () => {
    expect(readScanFile(JSON.stringify(sarif([{ ...result, kind: 'pass' }])))).toMatchObject({
      value: { findings: [] },
    });
  });

  test.each<[string, unknown, string]>([
    ['a list', [], 'is no JSON object'],
    ['another file', { a: 1 }, 'is no report of Trivy (SchemaVersion), of Grype (matches) or in SARIF (runs)'],
    ['an old Trivy', { ...trivy, SchemaVersion: 1 }, "has Trivy's schema version 1 and not 2"],
    [
      'a Trivy that found nothing to look at',
      { SchemaVersion: 2 },
      'has no Results: Trivy found nothing in the image that it knows',
    ],
    [
      'a new severity',
      { SchemaVersion: 2, Results: [{ Vulnerabilities: [{ Severity: 'BAD' }] }] },
      'has a severity that is not known here ("BAD")',
    ],
    ['a broken list', { SchemaVersion: 2, Results: 'x' }, 'has a list that cannot be read'],
    ['a broken match', { matches: [7] }, 'has a match that cannot be read'],
    ['no run', { runs: [] }, 'has no run: nothing was scanned'],
    ['a broken run', { runs: [7] }, 'has a run that cannot be read'],
    ['a run without results', sarif(undefined), 'has a run without results: it found nothing because it did not look'],
    [
      'a run that failed',
      sarif([], { invocations: [{ executionSuccessful: false }] }),
      'says that Trivy did not end well',
    ],
  ])('%s is refused', (_, value, wrong) => {
    expect(readScanFile(JSON.stringify(value))).toEqual({ ok: false, wrong });
  });

  test('an empty file is not a clean one', () => {
    expect(readScanFile(' \n')).toEqual({ ok: false, wrong: 'is empty: the scanner wrote nothing' });
    expect(readScanFile('Error: x')).toEqual({ ok: false, wrong: 'is not JSON' });
  });

  test('whatever it holds, it is read or refused', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('runs', 'matches', 'Results'),
        fc.jsonValue(),
        fc.array(fc.jsonValue()),
        (member, value, list) => {
          for (const held of [
            value,
            list,
            list.map((one) => ({ results: one, vulnerability: one, Vulnerabilities: one })),
          ]) {
            expect(typeof readScanFile(JSON.stringify({ SchemaVersion: 2, [member]: held })).ok).toBe('boolean');
          }
        },
      ),
    );
  });
});

describe('an allow-list', () => {
  test('is read from YAML and JSON', () => {
    const yaml =
      '- id: CVE-2026-1\n  reason: not reachable\n  expires: 2026-12-31\n- id: GHSA-x\n  package: lodash\n  reason: r\n  expires: 2027-02-28\n';
    const read = readAllowList(yaml, 'allow.yaml');
    expect(read).toEqual({
      ok: true,
      allowances: [
        { id: 'CVE-2026-1', reason: 'not reachable', expires: '2026-12-31' },
        { id: 'GHSA-x', package: 'lodash', reason: 'r', expires: '2027-02-28' },
      ],
    });
    expect(read.ok && readAllowList(JSON.stringify(read.allowances), 'allow.json')).toEqual(read);
  });

  test.each([
    ['a: 1', '1:1 a list is expected: one "- id: …" per weakness'],
    ['- x', '1:3 an entry with id, reason and expires is expected'],
    ['- id: A\n  expires: 2026-12-31', '1:3 reason is missing'],
    ['- id: A\n  reason: r', '1:3 expires is missing'],
    ['- id: A\n  reason:\n  expires: 2026-12-31', '2:3 reason is missing'],
    ['- id: A\n  reason: r\n  expires: 2026-02-29', '3:3 "2026-02-29" is no day such as 2026-12-31'],
    ['- id: A\n  reason: r\n  expires: never', '3:3 "never" is no day such as 2026-12-31'],
    ['- id: A\n  reason: r\n  expires: 20261231', '3:3 expires is not text'],
    [
      '- id: A\n  reason: r\n  expire: x\n  expires: 2026-12-31',
      '3:3 expire is not known here; accepted are id, package, reason, expires',
    ],
    [
      '- {id: A, reason: r, expires: 2026-12-31}\n- {id: a, reason: r, expires: 2026-12-31}',
      '2:3 a stands here for the second time',
    ],
    ['- [', '1:4'],
  ])('%j is refused at its place', (text, told) => {
    const read = readAllowList(text, 'allow.yaml');
    const [problem] = read.ok ? [] : read.problems;
    expect(`${problem?.at.line}:${problem?.at.column} ${problem?.wrong}`.startsWith(told) || problem).toBe(true);
  });

  test('knows the days of the calendar', () => {
    expect(['2024-02-29', '2000-02-29', '2026-12-31'].map(isDay)).toEqual([true, true, true]);
    expect(['2100-02-29', '2026-04-31', '2026-00-01', '2026-13-01', '2026-1-1', ''].map(isDay)).toEqual(
      Array(6).fill(false),
    );
  });

  test('takes the entry for the package before the one for any', () => {
    const any = { id: 'cve-2026-1', reason: 'a', expires: '2026-12-31' };
    const own = { ...any, package: 'openssl' };
    expect(allowanceFor(finding(), [any, own])).toBe(own);
    expect(allowanceFor(finding({ package: 'x' }), [own, any])).toBe(any);
    expect(allowanceFor(finding({ package: 'x' }), [own])).toBeUndefined();
  });
});

describe('the gate', () => {
  const verdictOf = (scans: Scanned[], changed: Partial<GateRule> = {}) => judgeScans(scans, { ...rule, ...changed });

  test('lets an image pass in which nothing counts', () => {
    expect(verdictOf([amd(report())])).toMatchObject({ isPassed: true, reason: 'The scan found nothing.' });
    expect(verdictOf([amd(report(finding({ severity: 'medium' })))])).toMatchObject({
      isPassed: true,
      reason: 'The scan found nothing of high or worse that counts, and 1 finding in all.',
    });
    expect(verdictOf([amd(report(finding()))], { failOn: 'none' })).toMatchObject({
      isPassed: true,
      reason: '1 finding, and none is asked to keep the image back.',
    });
  });

  test('keeps an image back, and says by what', () => {
    const verdict = verdictOf([
      amd(report(finding(), finding({ id: 'X', severity: 'critical' }), finding({ id: 'Y' }))),
    ]);
    expect(verdict).toMatchObject({ isPassed: false, reason: '3 findings keep the image back: 1 critical, 2 high.' });
    expect(verdict.findings.map((one) => one.finding.id)).toEqual(['X', 'CVE-2026-1', 'Y']);
  });

  test('is closed when nobody knows what is in the image, whatever the limit', () => {
    for (const failOn of [...SEVERITIES, 'none'] as const) {
      const verdict = verdictOf(
        [amd(report()), { name: 'linux/arm64', digest: digest('b'), scan: { unscannable: 'the scan failed' } }],
        { failOn },
      );
      expect(verdict).toMatchObject({
        isPassed: false,
        reason: 'What is in the image is not known: linux/arm64: the scan failed.',
      });
      expect(verdictOf([], { failOn }).isPassed).toBe(false);
    }
  });

  test('is closed when the report is about another image', () => {
    const other = { ...report(), subjects: [digest('b')] };
    expect(verdictOf([amd(other)]).reason).toBe(
      'What is in the image is not known: linux/amd64: the report of Trivy is about sha256:bbbbbbbbbbbb and not about sha256:aaaaaaaaaaaa.',
    );
    expect(verdictOf([amd({ ...report(), subjects: [digest('a'), digest('b')] })]).isPassed).toBe(true);
  });

  test('heeds an allowance through its last day, and after it counts the finding and says so', () => {
    const allowances = [{ id: 'CVE-2026-1', reason: 'not reachable', expires: '2026-11-21' }];
    expect(verdictOf([amd(report(finding()))], { allowances })).toMatchObject({
      isPassed: true,
      warnings: [],
      findings: [{ standing: 'allowed' }],
    });
    expect(verdictOf([amd(report(finding()))], { allowances, today: '2026-11-22' })).toMatchObject({
      isPassed: false,
      warnings: ['The allowance for CVE-2026-1 (not reachable) ended on 2026-11-21 and holds no longer.'],
      findings: [{ standing: 'expired' }],
    });
    expect(verdictOf([amd(report())], { allowances }).warnings).toEqual([
      'The allowance for CVE-2026-1 is not needed: no such finding.',
    ]);
  });

  test('looks at what has a fix only, when asked', () => {
    const scans = [amd(report(finding({ fixedIn: '' })))];
    expect([verdictOf(scans).isPassed, verdictOf(scans, { isFixableOnly: true }).isPassed]).toEqual([false, true]);
  });

  test('counts what one source put aside and another did not', () => {
    const aside = finding({ asideBecause: 'a rule' });
    expect(verdictOf([amd(report(aside))]).isPassed).toBe(true);
    expect(verdictOf([amd(report(aside)), amd(report(finding()))]).isPassed).toBe(false);
  });

  test('counts what nobody has judged only when asked for all', () => {
    const scans = [amd(report(finding({ severity: 'unknown' })))];
    expect([
      verdictOf(scans, { failOn: 'negligible' }).isPassed,
      verdictOf(scans, { failOn: 'unknown' }).isPassed,
    ]).toEqual([true, false]);
  });

  test('never opens because there is more to see, and never because the limit is stricter', () => {
    const any = fc
      .record({
        id: fc.constantFrom('a', 'b', 'c'),
        severity: fc.constantFrom(...SEVERITIES),
        fixedIn: fc.constantFrom('', '1'),
      })
      .map(finding);
    fc.assert(
      fc.property(
        fc.array(any),
        any,
        fc.constantFrom(...SEVERITIES),
        fc.constantFrom(...SEVERITIES),
        (list, more, one, other) => {
          const [strict, loose] = SEVERITIES.indexOf(one) > SEVERITIES.indexOf(other) ? [one, other] : [other, one];
          const isPassed = (findings: Finding[], failOn: GateRule['failOn']) =>
            verdictOf([amd(report(...findings))], { failOn }).isPassed;
          expect(isPassed([...list, more], loose) && !isPassed(list, loose)).toBe(false);
          expect(isPassed(list, strict) && !isPassed(list, loose)).toBe(false);
        },
      ),
    );
  });

  test('the same finding in two images is told once, with both, and the worse judgement', () => {
    const arm: Scanned = { name: 'linux/arm64', digest: digest('b'), scan: report(finding({ severity: 'critical' })) };
    expect(verdictOf([amd(report(finding())), arm]).findings).toMatchObject([
      { finding: { severity: 'critical' }, images: ['linux/amd64', 'linux/arm64'] },
    ]);
    expect(mergedFindings([[finding()], [finding({ version: '4' })]])).toHaveLength(2);
  });
});

describe('the table', () => {
  const allowances = [{ id: 'A', reason: 'a|b', expires: '2026-12-31' }];

  test('has what keeps the image back first, and says of each why or why not', () => {
    const verdict = judgeScans(
      [
        amd(
          report(finding({ id: 'A', severity: 'critical' }), finding(), finding({ id: 'C', severity: 'low', url: '' })),
        ),
      ],
      { ...rule, allowances },
    );
    expect(scanTable(verdict)).toBe(
      [
        '| Finding | Severity | Package | Fixed in | Image | |',
        '|---|---|---|---|---|---|',
        '| [CVE-2026-1](https://x.example/1) | high | openssl 3.0 | 3.1 | linux/amd64 | **keeps back** |',
        '| [A](https://x.example/1) | critical | openssl 3.0 | 3.1 | linux/amd64 | allowed until 2026-12-31: a\\|b |',
        '| C | low | openssl 3.0 | 3.1 | linux/amd64 | below the limit |',
      ].join('\n'),
    );
    expect(scanTable(verdict, 1)).toContain('\n\nAnd 2 more findings.');
    expect(scanTable(judgeScans([amd(report())], rule))).toBe('');
  });

  test('tells first what was not scanned', () => {
    expect(scanTable(judgeScans([amd({ unscannable: 'the scan failed' })], rule))).toBe(
      '- Not scanned: linux/amd64: the scan failed',
    );
  });

  test('takes nothing of a report for markup', () => {
    const evil = finding({ id: '](x)|<img>', package: '`a`\n# b', url: 'javascript:alert(1)' });
    const [, , row = ''] = scanTable(judgeScans([amd(report(evil))], rule)).split('\n');
    expect(row).toBe('| \\](x)\\|&lt;img> | high | \\`a\\` \\# b 3.0 | 3.1 | linux/amd64 | **keeps back** |');
  });
});

test('every word of every source has a severity, and no other has', () => {
  expect(
    ['CRITICAL', 'High', 'Moderate', 'LOW', 'INFORMATIONAL', 'Negligible', 'UNDEFINED', 'UNTRIAGED'].map(severityOf),
  ).not.toContain(undefined);
  expect(severityOf('')).toBeUndefined();
});
