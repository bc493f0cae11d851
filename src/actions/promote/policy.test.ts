import { describe, expect, test } from '@jest/globals';
import { signatureOf } from '../../testing/small-images.js';
import { image, one, REGION, setup, two } from './promotion-under-test.js';
import { promoteSummary } from './result.js';

describe('an immutable repository', () => {
  const fixed = { mutability: { setting: 'IMMUTABLE', exclusions: [] } } as const;

  test('whose tag of the environment cannot move is refused, with the setting that lets it', async () => {
    const { dev, run, world } = setup();
    dev.create('shop', fixed).hold(one, 'prod').hold(two, 'v2');
    const result = await run({ source: 'shop:v2', environment: 'prod' });
    expect(result.outcome).toBe('refused');
    expect(result.reason).toContain(
      'add an exclusion for it: aws ecr put-image-tag-mutability --repository-name shop --image-tag-mutability IMMUTABLE_WITH_EXCLUSION --image-tag-mutability-exclusion-filters filterType=WILDCARD,filter=prod',
    );
    expect(world.calls.filter(({ at }) => at === 'put')).toEqual([]);
  });

  test('is warned of at the first promotion, which still can be made', async () => {
    const { dev, run, lines } = setup();
    const shop = dev.create('shop', fixed).hold(two, 'v2');
    expect(await run({ source: 'shop:v2', environment: 'prod' })).toMatchObject({ outcome: 'promoted' });
    expect(shop.tags.prod).toBe(two.digest);
    expect(lines.join('\n')).toContain('once prod is put, it cannot be moved by the next promotion');
  });

  test('with another image under a tag is refused with both digests; with the same image it is a success', async () => {
    const { dev, run } = setup();
    dev.create('shop', fixed).hold(one, 'v1').hold(two, 'v2');
    const taken = await run({ source: 'shop:v2', tags: 'v1' });
    expect(taken.reason).toContain(`it is ${one.digest}, and this one is ${two.digest}`);
    expect(await run({ source: 'shop:v2', tags: 'v2' })).toMatchObject({ outcome: 'unchanged' });
  });
});

describe('what policy asks', () => {
  test('keeps back an image that nobody signed, and lets a signed one pass', async () => {
    const { dev, run } = setup();
    const shop = dev.create('shop').hold(one, 'v1');
    const inputs = { source: 'shop:v1', environment: 'prod', 'require-signature': 'true' };
    expect(await run(inputs)).toMatchObject({ outcome: 'refused', reason: expect.stringContaining('is not signed') });
    shop.hold(signatureOf(one, 'tag'));
    expect(await run(inputs)).toMatchObject({ outcome: 'promoted' });
  });

  test('looks at the signature also where it is not to be copied', async () => {
    const { dev, prod, across } = setup();
    const signature = signatureOf(one);
    dev.create('shop').hold(one, 'v1').hold(signature);
    const to = prod.create('shop');
    const inputs = { source: 'shop:v1', environment: 'prod', 'target-region': REGION, 'require-signature': 'true' };
    expect(await across({ ...inputs, referrers: 'leave' })).toMatchObject({ outcome: 'promoted' });
    expect(to.images.has(signature.digest)).toBe(false);
    expect(await across(inputs)).toMatchObject({ outcome: 'promoted' });
    expect(to.images.has(signature.digest)).toBe(true);
  });

  test.each([
    [
      [
        { afterMs: 0, status: 'IN_PROGRESS' },
        { afterMs: 12_000, status: 'COMPLETE' },
      ],
      'promoted',
    ],
    [[{ afterMs: 0, status: 'FAILED' }], 'refused'],
    [[{ afterMs: 0, status: 'IN_PROGRESS' }], 'refused'],
  ] as const)("waits for ECR's own signature: %j is %s", async (stages, outcome) => {
    const { dev, run } = setup();
    dev.create('shop').hold(one, 'v1');
    dev.signingOf.set(one.digest, stages);
    const inputs = { source: 'shop:v1', environment: 'prod', 'require-signature': 'true', 'scan-timeout': '30s' };
    expect((await run(inputs)).outcome).toBe(outcome);
  });

  test('keeps back an image with a finding, and lets it pass when somebody lives with it for now', async () => {
    const { dev, run, files } = setup();
    dev.create('shop', { isScannedOnPush: true }).hold(one, 'v1');
    dev.findingsOf.set(one.digest, [
      { id: 'CVE-2026-1', severity: 'critical', package: 'openssl', version: '1', fixedIn: '2', url: '' },
    ]);
    const inputs = { source: 'shop:v1', environment: 'prod', 'fail-on': 'high' };
    const refused = await run(inputs);
    expect(refused).toMatchObject({
      outcome: 'refused',
      reason: expect.stringContaining('1 finding keeps the image back: 1 critical'),
    });
    expect(promoteSummary(refused, '')).toContain('CVE-2026-1');
    files['allow.yml'] = '- { id: CVE-2026-1, reason: not reachable, expires: 2026-02-01 }';
    expect(await run({ ...inputs, 'allow-list': 'allow.yml' })).toMatchObject({ outcome: 'promoted' });
    files['allow.yml'] = '- { id: CVE-2026-1, reason: not reachable, expires: 2025-02-01 }';
    expect(await run({ ...inputs, 'allow-list': 'allow.yml' })).toMatchObject({ outcome: 'refused' });
  });

  test('keeps back an image whose scan never ends', async () => {
    const { dev, run } = setup();
    dev.create('shop', { isScannedOnPush: true }).hold(one, 'v1');
    dev.scanStages = [{ afterMs: 0, status: 'IN_PROGRESS' }];
    expect(await run({ source: 'shop:v1', environment: 'prod', 'fail-on': 'none' })).toMatchObject({
      outcome: 'refused',
      reason: expect.stringContaining('What is in the image is not known'),
    });
  });

  test('is asked of ECR alone: another registry is refused and not passed over', async () => {
    const { world, run } = setup();
    world.at('ghcr.io/team/shop').hold(one, 'v1');
    const inputs = { source: 'ghcr.io/team/shop:v1', environment: 'prod' };
    await expect(run({ ...inputs, 'fail-on': 'high' })).rejects.toThrow('ghcr.io/team/shop is none');
    await expect(run({ ...inputs, lifecycle: 'put', clusters: 'none' })).rejects.toThrow('ghcr.io/team/shop is none');
    expect(await run(inputs)).toMatchObject({ outcome: 'promoted' });
  });

  test('keeps back an archived image, and says how to restore it', async () => {
    const { dev, run } = setup();
    const shop = dev.create('shop').hold(one, 'v1');
    const held = shop.images.get(one.digest);
    if (held !== undefined) held.status = 'ARCHIVED';
    expect(await run({ source: 'shop:v1', environment: 'prod' })).toMatchObject({
      outcome: 'refused',
      reason: expect.stringContaining('is archived: it cannot be pulled before it is restored'),
    });
  });

  test('of an allow-list that is wrong is told with line and column, before anything is asked', async () => {
    const { dev, run, files, world } = setup();
    dev.create('shop').hold(one, 'v1');
    files['allow.yml'] = '- id: CVE-1\n  expires: soon\n';
    await expect(
      run({ source: 'shop:v1', environment: 'prod', 'fail-on': 'high', 'allow-list': 'allow.yml' }),
    ).rejects.toThrow('is wrong at allow.yml:2:3: "soon" is no day such as');
    expect(world.calls).toEqual([]);
  });
});

describe('what is kept in the target', () => {
  test('is only checked by default: a policy that could delete the release is warned of', async () => {
    const { dev, run, warnings, use } = setup();
    dev.create('shop').hold(one, 'v1');
    dev.policies.set(
      'shop',
      JSON.stringify({
        rules: [
          {
            rulePriority: 1,
            selection: { tagStatus: 'any', countType: 'imageCountMoreThan', countNumber: 5 },
            action: { type: 'expire' },
          },
        ],
      }),
    );
    expect(await run({ source: 'shop:v1', environment: 'prod' })).toMatchObject({ outcome: 'promoted' });
    expect(warnings.join('\n')).toContain('could be deleted later by rule 1, and it is what prod stands for');
    expect(use.asked).toEqual([]);
  });

  test('is protected by a policy after the first promotion, and old releases lose their tags after the sixth', async () => {
    const { dev, run, clock } = setup();
    const shop = dev.create('shop');
    const images = Array.from({ length: 7 }, (_, at) => image(`r${at}`));
    for (const each of images) {
      shop.hold(each);
      await clock.sleep(3_600_000);
      await run({ source: `shop@${each.digest}`, environment: 'prod', lifecycle: 'put', clusters: 'none' });
    }
    expect(dev.policies.get('shop')).toContain('prod-*');
    const kept = images.filter(({ digest }) => shop.images.has(digest));
    expect(kept).toEqual(images.slice(2));
  });

  test('never is an image of a running service, and what cannot be looked at is a warning', async () => {
    const { dev, run, clock, use, warnings } = setup();
    const shop = dev.create('shop');
    const images = Array.from({ length: 7 }, (_, at) => image(`r${at}`));
    use.runs('blue', 'web', `${shop.name}@${images[0]?.digest}`);
    for (const each of images) {
      shop.hold(each);
      await clock.sleep(3_600_000);
      await run({ source: `shop@${each.digest}`, environment: 'prod', lifecycle: 'put', clusters: 'blue' });
    }
    expect(shop.images.has(images[0]?.digest ?? '')).toBe(true);
    expect(shop.images.has(images[1]?.digest ?? '')).toBe(false);
    expect(warnings).toEqual([]);
    use.denied.add('blue');
    const result = await run({
      source: `shop@${images[3]?.digest}`,
      environment: 'prod',
      lifecycle: 'put',
      clusters: 'blue',
    });
    expect(result.outcome).toBe('promoted');
    expect(warnings).toEqual([expect.stringContaining('ecs:ListServices')]);
  });
});
