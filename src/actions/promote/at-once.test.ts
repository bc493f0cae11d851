import { describe, expect, test } from '@jest/globals';
import { releaseTag } from '../../images/release-tags.js';
import { AccessError } from '../../ports/access-error.js';
import { Interrupted } from '../../ports/ended-badly.js';
import { image, one, releasesIn, setup, two } from './promotion-under-test.js';
import { failureOf, promoteOutputs } from './result.js';

describe('two promotions to one environment', () => {
  test('that was moved since it was looked at is left, loudly', async () => {
    const { dev, run, world } = setup();
    const shop = dev.create('shop').hold(one, 'prod').hold(two, 'v2');
    const other = image('other');
    shop.hold(other);
    world.fail({ at: 'put', is: 'throttled', of: 'prod-' });
    const running = run({ source: 'shop:v2', environment: 'prod' });
    shop.world.clock.at(5_000, () => shop.write('prod', other.digest));
    const result = await running;
    expect(result).toMatchObject({ outcome: 'superseded' });
    expect(result.reason).toContain(
      `:prod was moved to ${other.digest.slice(0, 19)} by somebody else while this run was under way`,
    );
    expect(shop.tags.prod).toBe(other.digest);
    expect(failureOf(result)).toBeInstanceOf(Interrupted);
  });

  test('is not mistaken for a registry that shows its own tags late', async () => {
    const { dev, run, world, clock } = setup();
    const shop = dev.create('shop').hold(one, 'prod', 'stable').hold(two, 'v2');
    await clock.sleep(60_000);
    world.lagMs = 8_000;
    const result = await run({ source: 'shop:v2', environment: 'prod', tags: 'stable\nnew' });
    expect([result.outcome, result.reason]).toEqual(['promoted', '1 image promoted in prod.']);
    expect(shop.tags).toMatchObject({ prod: two.digest, stable: two.digest, new: two.digest });
  });

  test('that was moved right after is told as that, and is no release', async () => {
    const { dev, run, ports } = setup();
    const other = image('other');
    const shop = dev.create('shop').hold(one, 'prod').hold(two, 'v2').hold(other);
    const { repository } = ports.target;
    const raced: typeof ports.target = {
      repository: async (name) => {
        const found = await repository(name);
        const { images } = found;
        const put: typeof images.put = async (bytes, tag) => {
          const answer = await images.put(bytes, tag);
          if (tag === 'prod') shop.write('prod', other.digest);
          return answer;
        };
        return { ...found, images: Object.assign(Object.create(images) as typeof images, { put }) };
      },
    };
    const result = await run({ source: 'shop:v2', environment: 'prod' }, { target: raced });
    expect(result).toMatchObject({ outcome: 'superseded' });
    expect(result.reason).toContain('by somebody else right after this run had put it');
    expect(shop.tags.prod).toBe(other.digest);
    expect(releasesIn(shop.tags).map(([, digest]) => digest)).toEqual([one.digest]);
    expect(promoteOutputs(result)).toMatchObject({ image: '', 'service-images': '{}' });
  });

  test('at once end with one image in the environment, and the run whose image that is not says so', async () => {
    const all = setup();
    const zero = image('zero');
    const shop = all.dev.create('shop').hold(zero, 'prod').hold(one, 'v1').hold(two, 'v2');
    const results = await Promise.all(
      ['v1', 'v2'].map((tag) => all.run({ source: `shop:${tag}`, environment: 'prod' })),
    );
    const stands = shop.tags.prod;
    for (const [at, { outcome }] of results.entries()) {
      const own = at === 0 ? one.digest : two.digest;
      if (stands === own) expect(outcome).toBe('promoted');
      else expect(['superseded', 'promoted']).toContain(outcome);
    }
    expect(results.filter(({ outcome }) => outcome === 'promoted').length).toBeGreaterThan(0);
    // What was there before can be gone back to, and an image that did not stay is no release.
    const releases = new Set(releasesIn(shop.tags).map(([, digest]) => digest));
    expect(releases).toEqual(new Set([zero.digest, stands]));
  });

  test('in one second get tags of releases of their own', async () => {
    const { dev, run, clock } = setup();
    const shop = dev.create('shop').hold(one, 'v1').hold(two, 'v2');
    const taken = releaseTag('prod', new Date(clock.now()).toISOString());
    shop.write(taken, two.digest);
    await run({ source: 'shop:v1', environment: 'prod' });
    expect(shop.tags[taken]).toBe(two.digest);
    expect(releasesIn(shop.tags)).toHaveLength(2);
  });
});

describe('a promotion that is stopped', () => {
  test('before anything was touched says so', async () => {
    const { dev, run, stop } = setup();
    dev.create('shop').hold(one, 'v1');
    stop.reason = 'the run was cancelled (SIGINT)';
    expect(await run({ source: 'shop:v1', environment: 'prod' })).toMatchObject({
      outcome: 'interrupted',
      reason: 'the run was cancelled (SIGINT). Nothing was touched.',
    });
  });

  test('while a scan is waited for says nothing of the image', async () => {
    const { dev, run, clock, cancel } = setup();
    dev.create('shop', { isScannedOnPush: true }).hold(one, 'v1');
    dev.scanStages = [{ afterMs: 0, status: 'IN_PROGRESS' }];
    clock.at(30_000, cancel);
    expect(await run({ source: 'shop:v1', environment: 'prod', 'fail-on': 'high' })).toMatchObject({
      outcome: 'interrupted',
      reason: expect.stringContaining('Nothing was touched.'),
    });
  });

  test('while ECR thinks about the lifecycle policy has promoted, and has said so before', async () => {
    const { dev, run, clock, cancel, told } = setup();
    const shop = dev.create('shop').hold(one, 'v1');
    dev.previewMs = 250_000;
    clock.at(20_000, cancel);
    const startedAt = clock.now();
    const result = await run({ source: 'shop:v1', environment: 'prod', lifecycle: 'put', clusters: 'none' });
    expect(clock.now() - startedAt).toBeLessThan(60_000);
    expect([result.outcome, result.notes.at(-1)]).toEqual(['promoted', expect.stringContaining('was not waited for')]);
    expect(told).toEqual([expect.objectContaining({ outcome: 'promoted', image: `${shop.name}@${one.digest}` })]);
  });

  test('by its credentials throws while nothing was touched', async () => {
    const { dev, run, world } = setup();
    dev.create('shop').hold(one, 'v1');
    world.fail({ at: 'manifest', is: 'expired' });
    await expect(run({ source: 'shop:v1', environment: 'prod' })).rejects.toThrow(AccessError);
  });
});
