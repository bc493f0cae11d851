import { expect, test } from '@jest/globals';
import { DEV, PROD, PromoteStage, role } from './promote-stage.js';

const repositories = [
  { repositoryName: 'shop' },
  { repositoryName: 'single' },
  {
    repositoryName: 'release/shop',
    registryId: PROD,
    imageTagMutability: 'IMMUTABLE_WITH_EXCLUSION',
    imageTagMutabilityExclusionFilters: [{ filterType: 'WILDCARD', filter: 'prod' }],
  },
  { repositoryName: 'release/single', registryId: PROD },
];

test('images go to another account with the very same bytes, get their tags there, and are not copied twice', async () => {
  await using stage = await PromoteStage.open({ repositories });
  const push = (body: Record<string, unknown>) => stage.cloud.admin('ecr/push', body);
  await push({
    repositoryName: 'shop',
    imageTags: ['1.0'],
    platforms: ['linux/amd64', 'linux/arm64'],
    attestations: true,
  });
  await push({ repositoryName: 'single', imageTags: ['1.0'] });
  const inputs = {
    source: 'shop:1.0\nsingle:1.0',
    target: 'release/{name}',
    'target-role-to-assume': role,
    environment: 'prod',
  };
  const first = await stage.promote(inputs);
  expect([first.exitCode, first.outputs.outcome]).toEqual([0, 'promoted']);
  for (const name of ['shop', 'single']) {
    const [here, there] = [
      await stage.manifest(DEV, name, '1.0'),
      await stage.manifest(PROD, `release/${name}`, 'prod'),
    ];
    expect(there).toEqual(here);
    expect(JSON.parse(first.outputs.images ?? '')[name]).toMatchObject({
      image: expect.stringMatching(new RegExp(`^127\\.0\\.0\\.1:\\d+/release/${name}@${here?.digest}$`)),
      digest: here?.digest,
      outcome: 'promoted',
      previous: '',
    });
  }
  const index = await stage.manifest(PROD, 'release/shop', 'prod');
  const { manifests } = JSON.parse(index?.text ?? '');
  expect(manifests).toHaveLength(4);
  for (const { digest } of manifests) {
    expect(await stage.manifest(PROD, 'release/shop', digest)).toEqual(await stage.manifest(DEV, 'shop', digest));
  }
  expect((await stage.manifest(PROD, 'release/single', 'prod'))?.mediaType).toMatch(/manifest\.v/);
  expect(Object.keys(await stage.tags(PROD, 'release/shop'))).toEqual(
    expect.arrayContaining(['prod', expect.stringMatching(/^prod-\d{8}T\d{6}Z$/)]),
  );
  expect(first.summary).toContain('✅ Promoted');

  const again = await stage.promote(inputs);
  expect([again.exitCode, again.outputs.outcome, again.outputs.reason]).toEqual([
    0,
    'unchanged',
    '2 images unchanged in prod.',
  ]);
}, 60_000);

test('an image with a finding stays where it is, and so does every other of the same step', async () => {
  await using stage = await PromoteStage.open({
    repositories: [
      { repositoryName: 'shop', imageScanningConfiguration: { scanOnPush: true } },
      { repositoryName: 'single', imageScanningConfiguration: { scanOnPush: true } },
    ],
  });
  for (const repositoryName of ['shop', 'single']) {
    await stage.cloud.admin('ecr/push', { repositoryName, imageTags: ['1.0'] });
  }
  await stage.cloud.admin('ecr/scan', {
    repositoryName: 'single',
    imageTag: '1.0',
    findings: [{ name: 'CVE-2026-1', severity: 'CRITICAL' }],
    status: 'COMPLETE',
  });
  await stage.cloud.admin('ecr/scan', { repositoryName: 'shop', imageTag: '1.0', findings: [], status: 'COMPLETE' });
  const { exitCode, outputs, annotations, summary } = await stage.promote({
    source: 'shop:1.0\nsingle:1.0',
    environment: 'prod',
    'fail-on': 'high',
  });
  expect([exitCode, outputs.outcome]).toEqual([1, 'refused']);
  expect(annotations).toEqual([
    expect.objectContaining({
      level: 'error',
      message: expect.stringContaining('1 finding keeps the image back: 1 critical'),
    }),
  ]);
  expect(summary).toContain('CVE-2026-1');
  expect(Object.keys({ ...(await stage.tags(DEV, 'shop')), ...(await stage.tags(DEV, 'single')) })).toEqual(['1.0']);
}, 60_000);
