import { describe, expect, test } from '@jest/globals';
import { outputsOf } from './result.js';
import { BuildStage, problemsOf } from './run-under-test.js';
import { buildSummary } from './summary.js';

const files = { Dockerfile: 'FROM scratch\nCOPY . .\n', 'app.js': '1' };

describe('the scan gate', () => {
  const bad = {
    id: 'CVE-2026-1',
    severity: 'critical',
    package: 'openssl',
    version: '3.0',
    fixedIn: '3.1',
    url: 'https://x.example/1',
  } as const;
  const asked = { repository: 'shop', 'fail-on': 'high', tags: 'v1' };

  function stageWith(findings: readonly (typeof bad)[]): BuildStage {
    const stage = new BuildStage(files);
    stage.ecr.create('shop', { isScannedOnPush: true });
    const { ecr } = stage;
    ecr.findingsOf.get = () => findings;
    return stage;
  }

  test('lets through what was scanned and found clean, after it has waited', async () => {
    const stage = stageWith([]);
    const result = await stage.run(asked);
    expect([result.outcome, result.verdict?.isPassed]).toEqual(['built', true]);
    expect(stage.clock.now() - Date.UTC(2026, 0, 1)).toBeGreaterThanOrEqual(40_000);
  });

  test('keeps back what has a finding: no tag is put, no digest handed on, and the finding is told', async () => {
    const stage = stageWith([bad]);
    const result = await stage.run(asked);
    expect([result.outcome, result.reason]).toEqual(['held-back', '1 finding keeps the image back: 1 critical.']);
    const outputs = outputsOf(result);
    expect([outputs.image, outputs['service-images']]).toEqual(['', '{}']);
    expect(JSON.parse(outputs.findings)).toEqual([{ ...bad, images: ['shop'] }]);
    expect(Object.keys(stage.ecr.at('shop').tags).filter((tag) => tag === 'v1')).toEqual([]);
    expect(buildSummary(result)).toContain('[CVE-2026-1](https://x.example/1)');
    // The next run builds nothing, and is kept back as well.
    const next = await stage.run(asked);
    expect([next.outcome, stage.builder.builds.length]).toEqual(['held-back', 1]);
  });

  test('lets through what an allow-list has, until its day', async () => {
    const stage = stageWith([bad]);
    stage.files.texts.set('allowed.yml', '- { id: CVE-2026-1, reason: not reachable, expires: "2026-01-31" }');
    expect((await stage.run({ ...asked, 'allow-list': 'allowed.yml' })).outcome).toBe('built');
    await stage.clock.sleep(40 * 86_400_000);
    expect((await stage.run({ ...asked, 'allow-list': 'allowed.yml' })).outcome).toBe('held-back');
  });

  test('keeps back what could not be scanned, of an index each platform', async () => {
    const stage = stageWith([]);
    stage.ecr.scanStages = [{ afterMs: 0, status: 'UNSUPPORTED_IMAGE' }];
    const result = await stage.run({ ...asked, platforms: 'linux/amd64\nlinux/arm64' });
    expect(result.outcome).toBe('held-back');
    expect(result.verdict?.unscannable).toEqual([
      expect.stringMatching(/^shop linux\/amd64: the scanner does not know/),
      expect.stringMatching(/^shop linux\/arm64: /),
    ]);
  });

  test('keeps back what is not scanned in time', async () => {
    const stage = stageWith([]);
    stage.ecr.scanStages = [{ afterMs: 0, status: 'IN_PROGRESS' }];
    const result = await stage.run({ ...asked, 'scan-timeout': '2m' });
    expect([result.outcome, result.reason]).toEqual(['held-back', expect.stringContaining('after 2m (scan-timeout)')]);
  });

  test('takes the report of another scanner in place of that of ECR', async () => {
    const stage = stageWith([]);
    const report = {
      SchemaVersion: 2,
      Results: [
        {
          Vulnerabilities: [
            { VulnerabilityID: 'CVE-2026-2', Severity: 'HIGH', PkgName: 'zlib', InstalledVersion: '1' },
          ],
        },
      ],
    };
    stage.files.texts.set('trivy.json', JSON.stringify(report));
    const result = await stage.run({ ...asked, 'scan-files': 'trivy.json' });
    expect(JSON.parse(outputsOf(result).findings)).toMatchObject([{ id: 'CVE-2026-2', package: 'zlib' }]);
    stage.files.texts.set('trivy.json', '');
    expect(await problemsOf(stage.run({ ...asked, 'scan-files': 'trivy.json' }))).toEqual([
      expect.stringContaining('is empty: the scanner wrote nothing'),
    ]);
  });
});
