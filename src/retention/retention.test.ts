import { describe, expect, test } from '@jest/globals';
import type { CopyWorld } from '../image-copy/world.js';
import { formatLifecyclePolicy, type LifecyclePolicy, readLifecyclePolicy } from '../images/lifecycle-policy.js';
import { retentionIn, retentionPolicy } from '../images/lifecycle-rules.js';
import { releaseTag } from '../images/release-tags.js';
import type { EcrRegistryControl } from '../ports/ecr.js';
import { FakeClock } from '../testing/fake-clock.js';
import { FakeImageUse } from '../testing/fake-image-use.js';
import { FakeRegistries } from '../testing/fake-registry.js';
import { type SmallImage, signatureOf, smallImage, smallIndex } from '../testing/small-images.js';
import { runningIn, seeRetention } from './see-retention.js';
import { type RetentionRequest, settleRetention } from './settle-retention.js';
import { trimReleases } from './trim-releases.js';

const ACCOUNT = '111111111111';
const REGION = 'eu-central-1';
const RETENTION = { protectedTags: ['buildcache*', 'sha256-*'], untaggedDays: 14, keep: 3 };
const image = (name: string): SmallImage => smallImage({ layers: [name] });
const day = (of: number): string => releaseTag('prod', new Date(Date.UTC(2025, 10, of)).toISOString());

function setup() {
  const clock = new FakeClock();
  const world = new FakeRegistries(clock);
  const ecr = world.ecr(ACCOUNT, REGION);
  const shop = ecr.create('shop');
  const own: CopyWorld = {
    clock,
    cancellation: { reason: undefined, signal: new AbortController().signal, onRequest: () => () => {} },
    report: { line: () => {} },
  };
  const use = new FakeImageUse();
  const control = (): EcrRegistryControl => ecr.seenBy(ACCOUNT);
  const see = async (clusters: readonly string[] = ['prod'], environments: readonly string[] = ['prod'], keep = 5) => {
    const repository = await control().repository('shop');
    if (repository === undefined) throw new Error('no repository');
    const running = await runningIn(clusters, use, own);
    return seeRetention({ ecr: control(), repository, environments, keep, running }, own);
  };
  const settle = async (request: Partial<RetentionRequest> = {}, clusters?: readonly string[]) =>
    settleRetention(
      { ecr: control(), mode: 'put', retention: RETENTION, isDryRun: false, ...request },
      await see(clusters),
      own,
    );
  const trim = async (keep = 5, isDryRun = false, clusters?: readonly string[]) =>
    trimReleases(control(), await see(clusters, ['prod'], keep), keep, isDryRun, own);
  const policy = (): LifecyclePolicy | undefined => {
    const reading = readLifecyclePolicy(ecr.policies.get('shop') ?? '');
    return reading.ok ? reading.value : undefined;
  };
  const put = (given: LifecyclePolicy) => ecr.policies.set('shop', formatLifecyclePolicy(given));
  return { clock, world, ecr, shop, use, see, settle, trim, policy, put, control, own };
}

const lastFive: LifecyclePolicy = {
  rules: [
    {
      rulePriority: 1,
      selection: { tagStatus: 'any', countType: 'imageCountMoreThan', countNumber: 5 },
      action: { type: 'expire' },
    },
  ],
};

describe('what is needed', () => {
  test('is what services run, by digest, by tag, and by the host of the local cloud as by that of AWS', async () => {
    const { shop, use, see } = setup();
    const [byDigest, byTag, moved] = [image('a'), image('b'), image('c')];
    shop.hold(byDigest).hold(byTag, 'v2').hold(moved, 'v3');
    use
      .runs('prod', 'web', `${shop.name}@${byDigest.digest}`)
      .runs('prod', 'api', `${ACCOUNT}.dkr.ecr.${REGION}.amazonaws.com/shop:v2`)
      .runs('prod', 'old', 'elsewhere.example/shop:v9', moved.digest)
      .runs('prod', 'other', 'nginx:1')
      .runs('test', 'web', `${shop.name}:v1`);
    const { needed, unknown } = await see();
    expect(needed).toEqual([
      { digest: byDigest.digest, why: 'web in cluster prod runs it' },
      { digest: byTag.digest, why: 'api in cluster prod runs it' },
      { digest: moved.digest, why: 'old in cluster prod runs it' },
    ]);
    expect(unknown).toEqual([]);
  });

  test('is not known while a service runs a tag that nobody has', async () => {
    const { shop, use, see } = setup();
    use.runs('prod', 'web', `${shop.name}:gone`);
    expect((await see()).unknown).toEqual([`web in cluster prod runs ${shop.name}:gone, and no image has that tag.`]);
  });

  test('is what environments stand for and what they can go back to, signatures and indexes with it', async () => {
    const { shop, use, see } = setup();
    const images = [1, 2, 3, 4].map((of) => image(`r${of}`));
    for (const [at, one] of images.entries()) shop.hold(one, day(at + 1));
    const arm = smallImage({ platform: 'linux/arm64', layers: ['x'] });
    const index = smallIndex([arm]);
    const signature = signatureOf(images[3] as SmallImage, 'tag');
    shop.hold(index, 'v1').hold(signature);
    use.runs('prod', 'web', `${shop.name}:v1`, arm.digest);
    const { needed } = await see(['prod'], ['prod'], 2);
    expect(needed.map(({ digest }) => digest)).toEqual([
      arm.digest,
      images[3]?.digest,
      images[2]?.digest,
      index.digest,
      signature.digest,
    ]);
    expect(needed[1]?.why).toBe('it is the last release of prod');
    expect(needed[2]?.why).toBe('it is release 2 from the last of prod');
  });

  test('includes environments that nobody named and that have releases', async () => {
    const { shop, see } = setup();
    shop.hold(image('s'), releaseTag('staging', '2025-11-01T00:00:00Z'));
    expect((await see()).environments).toEqual(['prod', 'staging']);
  });
});

describe('a lifecycle policy', () => {
  test('is put where there is none, protects every environment that has releases, and is not put again', async () => {
    const { shop, settle, policy, world } = setup();
    shop.hold(image('s'), releaseTag('staging', '2025-11-01T00:00:00Z'));
    const first = await settle();
    expect(first).toMatchObject({ is: 'put', sentences: [] });
    expect(first.diff).toContain('+ images tagged staging-*: kept');
    expect(policy()).toEqual(retentionPolicy({ ...RETENTION, environments: ['prod', 'staging'] }));
    expect(await settle()).toMatchObject({ is: 'there', diff: [] });
    expect(world.calls.filter(({ at }) => at === 'putLifecyclePolicy')).toHaveLength(1);
  });

  test('of ours keeps what it protects already when another run does not know of it', async () => {
    const { settle, policy, put } = setup();
    put(retentionPolicy({ ...RETENTION, environments: ['qa'], protectedTags: ['v*'] }));
    expect(await settle()).toMatchObject({ is: 'put' });
    const patterns = policy()?.rules.flatMap(({ selection }) => selection.tagPatternList ?? []);
    expect(patterns).toEqual(expect.arrayContaining(['qa', 'qa-*', 'v*', 'prod', 'prod-*', 'buildcache*', 'sha256-*']));
  });

  test('of somebody else is left unless it is to be replaced, and the difference is shown', async () => {
    const { settle, policy, put } = setup();
    put(lastFive);
    const kept = await settle();
    expect(kept).toMatchObject({ is: 'kept' });
    expect(kept.sentences[0]).toContain('lifecycle: replace');
    expect(kept.diff[0]).toBe('- all images: deleted beyond the newest 5');
    expect(policy()).toEqual(lastFive);
    expect(await settle({ mode: 'replace' })).toMatchObject({ is: 'put' });
    expect(policy()?.rules.length).toBeGreaterThan(1);
  });

  test('that was changed by hand is somebody else’s', () => {
    const own = retentionPolicy({ ...RETENTION, environments: ['prod'] });
    expect(retentionIn(own)).toBeDefined();
    const [first, ...rest] = own.rules;
    if (first === undefined) throw new Error('no rule');
    const changed = { ...first, selection: { ...first.selection, countNumber: 5 } };
    expect(retentionIn({ rules: [changed, ...rest] })).toBeUndefined();
    expect(retentionIn({ rules: [...own.rules].reverse() })).toBeDefined();
    expect(retentionIn(lastFive)).toBeUndefined();
  });

  test('is refused when our own evaluation finds an image that runs', async () => {
    const { shop, use, settle, policy, clock } = setup();
    const running = image('running');
    shop.hold(running, 'v1');
    for (let of = 0; of < 4; of++) {
      await clock.sleep(1_000);
      shop.hold(image(`newer ${of}`), `v${of + 2}`);
    }
    use.runs('prod', 'web', `${shop.name}:v1`);
    const settled = await settle();
    expect(settled.is).toBe('refused');
    expect(settled.sentences).toEqual([
      expect.stringMatching(/\(v1\) would be deleted within a day by rule .*web in cluster prod runs it/),
    ]);
    expect(policy()).toBeUndefined();
  });

  test("is refused when only ECR's own preview finds one, also of a part of an index", async () => {
    const { shop, settle, policy, control, see, own } = setup();
    const arm = smallImage({ platform: 'linux/arm64', layers: ['x'] });
    const index = smallIndex([arm]);
    shop.hold(index, 'prod', day(1));
    const odd = changed(control(), {
      previewLifecycle: async () => [{ digest: arm.digest, tags: [], rulePriority: 3 }],
    });
    const settled = await settleRetention(
      { ecr: odd, mode: 'put', retention: RETENTION, isDryRun: false },
      await see(),
      own,
    );
    expect(settled).toMatchObject({
      is: 'refused',
      sentences: [expect.stringContaining("ECR's own preview says that rule 3 would take")],
    });
    expect(policy()).toBeUndefined();
    expect((await settle()).is).toBe('put');
  });

  test('is refused when the preview does not come to an end, and when it is not known what runs', async () => {
    const { settle, ecr, policy, use, shop } = setup();
    ecr.previewMs = undefined;
    expect(await settle()).toMatchObject({ is: 'refused', sentences: [expect.stringContaining('in time')] });
    ecr.previewMs = 1_000;
    use.runs('prod', 'web', `${shop.name}:gone`);
    expect(await settle()).toMatchObject({
      is: 'refused',
      sentences: [expect.stringContaining('no image has that tag')],
    });
    expect(policy()).toBeUndefined();
  });

  test('is not refused for what is gone or archived already, which is told', async () => {
    const { settle, shop, use } = setup();
    const archived = image('archived');
    shop.hold(archived, day(1));
    const held = shop.images.get(archived.digest);
    if (held !== undefined) held.status = 'ARCHIVED';
    use.runs('prod', 'web', `${shop.name}@sha256:${'0'.repeat(64)}`);
    const settled = await settle();
    expect(settled.is).toBe('put');
    expect(settled.sentences.join(' ')).toMatch(/is archived and must be restored.*|is not in the repository/);
  });

  test('that is only checked is warned of when it could delete what is needed, and nothing is written', async () => {
    const { shop, settle, put, policy, world } = setup();
    put(lastFive);
    shop.hold(image('r1'), 'prod', day(1));
    const settled = await settle({ mode: 'check' });
    expect(settled).toMatchObject({ is: 'checked', isEndangered: true });
    expect(settled.sentences[0]).toContain('could be deleted later by rule 1');
    expect(policy()).toEqual(lastFive);
    expect(world.calls.filter(({ at }) => /put|preview|untag/i.test(at))).toEqual([]);
  });

  test('is only planned in a dry run', async () => {
    const { settle, policy, world } = setup();
    expect(await settle({ isDryRun: true })).toMatchObject({
      is: 'planned',
      diff: expect.arrayContaining(['+ images tagged prod: kept']),
    });
    expect(policy()).toBeUndefined();
    expect(world.calls.filter(({ at }) => /put|preview|untag/i.test(at))).toEqual([]);
  });

  test('that somebody else puts at the same moment is told', async () => {
    const { control, see, own, put } = setup();
    const raced = changed(control(), { putLifecyclePolicy: async () => void put(lastFive) });
    const settled = await settleRetention(
      { ecr: raced, mode: 'put', retention: RETENTION, isDryRun: false },
      await see(),
      own,
    );
    expect(settled.sentences).toEqual([expect.stringContaining('somebody else put another one')]);
  });
});

describe('tags of old releases', () => {
  const released = (count: number) => {
    const all = setup();
    const images = Array.from({ length: count }, (_, at) => image(`r${at + 1}`));
    for (const [at, one] of images.entries()) all.shop.hold(one, day(at + 1), `content-${at + 1}`);
    return { ...all, images };
  };

  test('are taken off beyond the last five images, but for one that still runs', async () => {
    const { trim, shop, use, images } = released(8);
    use.runs('prod', 'web', `${shop.name}:content-1`);
    expect((await trim()).tags.toSorted()).toEqual([day(2), day(3)]);
    expect(shop.tagsOf(images[0]?.digest ?? '')).toContain(day(1));
    expect(shop.tagsOf(images[1]?.digest ?? '')).toEqual(['content-2']);
    expect(await trim()).toEqual({ tags: [], sentences: [] });
  });

  test('of signatures are taken off a day after their image is gone, and those of images that are there stay', async () => {
    const { trim, shop, clock } = setup();
    const [gone, kept] = [image('gone'), image('kept')];
    const [orphan, other] = [signatureOf(gone, 'tag'), signatureOf(kept, 'tag')];
    shop.hold(kept, 'v1').hold(other).hold(orphan);
    expect((await trim()).tags).toEqual([]);
    await clock.sleep(2 * 86_400_000);
    expect((await trim()).tags).toEqual([orphan.companionTag]);
    expect(shop.tags).toEqual({ v1: kept.digest, [other.companionTag ?? '']: other.digest });
  });

  test('stay while it is not known what runs', async () => {
    const { trim, shop, use } = released(8);
    use.runs('prod', 'web', `${shop.name}:gone`);
    expect(await trim()).toMatchObject({ tags: [], sentences: [expect.stringContaining('no image has that tag')] });
  });

  test('stay in a dry run, and it is told which would go', async () => {
    const { trim, shop } = released(6);
    expect((await trim(5, true)).tags).toEqual([day(1)]);
    expect(Object.keys(shop.tags)).toContain(day(1));
  });

  test('are taken off also when the reply is lost, and what cannot be is told', async () => {
    const { trim, world, shop } = released(7);
    world.fail({ at: 'untag', is: 'lost-reply' });
    expect((await trim()).tags.toSorted()).toEqual([day(1), day(2)]);
    expect(Object.keys(shop.tags)).not.toContain(day(1));
  });
});

/** The same with other deeds. */
const changed = (control: EcrRegistryControl, deeds: Partial<EcrRegistryControl>): EcrRegistryControl =>
  Object.assign(Object.create(control) as EcrRegistryControl, deeds);
