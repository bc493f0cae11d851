import { describe, expect, test } from '@jest/globals';
import { PROMOTION_TYPE } from '../../images/promotion-record.js';
import { AccessError } from '../../ports/access-error.js';
import { DeployFailed } from '../../ports/ended-badly.js';
import { type SmallImage, signatureOf, smallImage, smallIndex } from '../../testing/small-images.js';
import { DEV, image, one, REGION, releasesIn, setup, two } from './promotion-under-test.js';
import { failureOf, promoteOutputs, promoteSummary } from './result.js';

describe('a promotion in one repository', () => {
  test('moves the tag of the environment, puts that of the release, and keeps what was there before', async () => {
    const { dev, run, lines } = setup();
    const shop = dev.create('shop').hold(one, 'prod', 'v1').hold(two, 'v2', 'staging');
    const result = await run({ source: 'shop:staging', environment: 'prod', tags: 'stable' });
    expect(result.outcome).toBe('promoted');
    expect(shop.tags).toMatchObject({ prod: two.digest, stable: two.digest, staging: two.digest, v1: one.digest });
    expect(
      releasesIn(shop.tags)
        .map(([, digest]) => digest)
        .toSorted(),
    ).toEqual([one.digest, two.digest].toSorted());
    // The image before goes first when the newest are kept.
    const [before, now] = releasesIn(shop.tags).toSorted(([a], [b]) => (a < b ? -1 : 1));
    expect([before?.[1], now?.[1]]).toEqual([one.digest, two.digest]);
    expect(lines.join('\n')).toContain(`shop: shop:staging is ${two.digest}`);
    const outputs = promoteOutputs(result);
    expect(outputs).toMatchObject({
      outcome: 'promoted',
      image: `${shop.name}@${two.digest}`,
      digest: two.digest,
      previous: `${shop.name}@${one.digest}`,
      'service-images': JSON.stringify({ shop: `${shop.name}@${two.digest}` }),
    });
    expect(JSON.parse(outputs.images).shop).toMatchObject({ outcome: 'promoted', tags: ['stable', 'prod', now?.[0]] });
  });

  test('looks a tag up once: what it comes to stand for meanwhile is not promoted', async () => {
    const { dev, run, clock } = setup();
    const shop = dev.create('shop').hold(one, 'staging');
    clock.at(500, () => shop.hold(two).write('staging', two.digest));
    shop.world.fail({ at: 'put', is: 'throttled' });
    await run({ source: 'shop:staging', environment: 'prod' });
    expect(shop.tags).toMatchObject({ prod: one.digest, staging: two.digest });
  });

  test('that is made again finds everything there, and puts nothing', async () => {
    const { dev, run, world, clock } = setup();
    const shop = dev.create('shop').hold(one, 'v1');
    await run({ source: 'shop:v1', environment: 'prod', tags: 'stable' });
    await clock.sleep(60_000);
    const [tags, puts] = [shop.tags, world.calls.filter(({ at }) => at === 'put').length];
    const result = await run({ source: `shop@${one.digest}`, environment: 'prod', tags: 'stable' });
    expect(result.outcome).toBe('unchanged');
    expect(shop.tags).toEqual(tags);
    expect(world.calls.filter(({ at }) => at === 'put')).toHaveLength(puts);
    const outputs = promoteOutputs(result);
    expect(outputs).toMatchObject({ image: `${shop.name}@${one.digest}`, previous: '' });
    expect(JSON.parse(outputs.images).shop.tags).toEqual(['stable', 'prod']);
  });

  test('that is made again still tells what to go back to', async () => {
    const { dev, run, clock } = setup();
    const shop = dev.create('shop').hold(one, 'prod').hold(two, 'v2');
    await run({ source: 'shop:v2', environment: 'prod' });
    await clock.sleep(60_000);
    const again = promoteOutputs(await run({ source: 'shop:v2', environment: 'prod' }));
    expect(again).toMatchObject({ outcome: 'unchanged', previous: `${shop.name}@${one.digest}` });
    // And so it can be gone back to, and forward again.
    const back = promoteOutputs(await run({ source: again.previous, environment: 'prod' }));
    expect(back).toMatchObject({ outcome: 'promoted', digest: one.digest, previous: `${shop.name}@${two.digest}` });
  });

  test('stands when it cannot be recorded, which is told', async () => {
    const { dev, run, world } = setup();
    const shop = dev.create('shop').hold(one, 'v1');
    world.fail({ at: 'take', is: 'denied' });
    const { outcome, notes } = await run({ source: 'shop:v1', environment: 'prod' });
    expect([outcome, shop.tags.prod]).toEqual(['promoted', one.digest]);
    expect(notes[0]).toContain('could not be recorded beside the image: Not allowed');
  });

  test('records who, when and from where beside the image', async () => {
    const { dev, run } = setup();
    const shop = dev.create('shop').hold(one, 'v1');
    await run({ source: 'shop:v1', environment: 'prod' });
    const record = [...shop.images.values()].find(({ manifest }) => manifest.artifactType === PROMOTION_TYPE);
    expect(record?.manifest.subject?.digest).toBe(one.digest);
    const [layer] = record?.manifest.kind === 'image' ? record.manifest.layers : [];
    const promotion = JSON.parse(Buffer.from(shop.blobs.get(layer?.digest ?? '') ?? []).toString('utf8'));
    expect(promotion).toMatchObject({
      environment: 'prod',
      from: `${shop.name}@${one.digest}`,
      by: 'octocat',
      run: 'https://github.com/example/shop/actions/runs/1',
      at: expect.stringMatching(/^2026-01-01T/),
    });
  });

  test('of a dry run looks at everything and puts nothing', async () => {
    const { dev, run, world, lines } = setup();
    dev.create('shop').hold(one, 'prod').hold(two, 'v2');
    const result = await run({
      source: 'shop:v2',
      environment: 'prod',
      'dry-run': 'true',
      lifecycle: 'put',
      clusters: 'none',
    });
    expect(result).toMatchObject({ outcome: 'planned', reason: 'Nothing was touched: 1 image planned.' });
    expect(world.calls.filter(({ at }) => /put|take|untag|preview|create/i.test(at))).toEqual([]);
    expect(lines).toContain(
      'shop: to 111111111111.dkr.ecr.eu-central-1.amazonaws.com/shop, in the same repository; tags: prod-<time>, prod (now ' +
        `${one.digest.slice(0, 19)})`,
    );
    expect(promoteOutputs(result)).toMatchObject({ image: '', 'service-images': '{}' });
  });
});

describe('a promotion to another account', () => {
  test('gives it the same bytes, children, attestations and signatures, and the tags there alone', async () => {
    const { dev, prod, across } = setup();
    const index = smallIndex([one, smallImage({ platform: 'linux/arm64', layers: ['arm'] })], {
      hasAttestations: true,
    });
    const signature = signatureOf(index);
    const from = dev.create('shop').hold(index, 'v1').hold(signature);
    const to = prod.create('release/shop', {
      mutability: { setting: 'IMMUTABLE_WITH_EXCLUSION', exclusions: ['prod'] },
    });
    const result = await across({ source: 'shop:v1', target: 'release/{name}', environment: 'prod' });
    expect(result.outcome).toBe('promoted');
    for (const { digest, text } of [...index.manifests, ...signature.manifests]) {
      expect(to.images.get(digest)?.bytes.text).toBe(text);
    }
    expect(to.tags).toMatchObject({ prod: index.digest });
    expect(from.tags).toEqual({ v1: index.digest });
    expect(result.images[0]).toMatchObject({
      repository: to.name,
      digest: index.digest,
      copiedBytes: expect.any(Number),
    });
  });

  test('takes the repository of the same name by default when a role or a Region of its own is given', async () => {
    const { dev, prod, across } = setup();
    dev.create('team/shop').hold(one, 'v1');
    const to = prod.create('team/shop');
    const role = 'arn:aws:iam::222222222222:role/promote';
    await across({
      source: `${DEV}.dkr.ecr.${REGION}.amazonaws.com/team/shop:v1`,
      tags: 'v1',
      'target-role-to-assume': role,
    });
    expect(to.tags).toEqual({ v1: one.digest });
  });

  test('goes on where one before it broke off', async () => {
    const { dev, prod, across, world } = setup();
    dev.create('shop').hold(one, 'v1');
    const to = prod.create('shop');
    world.fail({ at: 'put', is: 'broken', of: 'prod-', times: 5 });
    const role = { 'target-role-to-assume': 'arn:aws:iam::222222222222:role/promote' };
    const failed = await across({ source: 'shop:v1', environment: 'prod', ...role });
    expect(failed).toMatchObject({
      outcome: 'failed',
      reason: expect.stringContaining('1 image failed. The next run goes on from here.'),
    });
    expect(failed.reason).toContain('prod was put by then');
    expect(to.tags).toEqual({ prod: one.digest });
    const before = world.calls.filter(({ at }) => at === 'take').length;
    expect(await across({ source: 'shop:v1', environment: 'prod', ...role })).toMatchObject({ outcome: 'promoted' });
    // The record of the promotion, and nothing of the image.
    expect(world.calls.filter(({ at }) => at === 'take').length - before).toBe(2);
  });

  test('keeps records of promotions where they were made', async () => {
    const { dev, prod, run, across } = setup();
    const from = dev.create('shop').hold(one, 'v1');
    const to = prod.create('shop');
    await run({ source: 'shop:v1', environment: 'staging' });
    await across({ source: 'shop:staging', environment: 'prod', 'target-region': REGION });
    const records = (at: typeof to) =>
      [...at.images.values()].filter(({ manifest }) => manifest.artifactType === PROMOTION_TYPE).length;
    expect([records(from), records(to)]).toEqual([1, 1]);
  });
});

describe('a promotion of several images', () => {
  const services = ['user', 'order', 'payment'];
  const several = () => {
    const all = setup();
    const images = services.map((name) => image(name));
    for (const [at, name] of services.entries()) all.dev.create(name).hold(images[at] as SmallImage, 'staging');
    return { ...all, images };
  };

  test('takes what build-push puts out, and hands on what deployments take', async () => {
    const { run, dev, images } = several();
    const built = Object.fromEntries(
      services.map((name, at) => [
        name,
        { image: `${name}@${images[at]?.digest}`, repository: name, digest: images[at]?.digest, built: true },
      ]),
    );
    const result = await run({ images: JSON.stringify(built), environment: 'prod' });
    expect(result).toMatchObject({ outcome: 'promoted', reason: '3 images promoted in prod.' });
    expect(JSON.parse(promoteOutputs(result)['service-images'])).toEqual(
      Object.fromEntries(services.map((name, at) => [name, `${dev.at(name).name}@${images[at]?.digest}`])),
    );
  });

  test('takes the services of a services file by a tag', async () => {
    const { run, files, dev, images } = several();
    files['.github/sluice.yml'] =
      `defaults: { ecr-repository: '{name}' }\nservices:\n${services.map((name) => `  ${name}: {}`).join('\n')}\n`;
    const result = await run({ services: 'user\npayment', 'source-tag': 'staging', environment: 'prod' });
    expect(result.images.map(({ name }) => name)).toEqual(['user', 'payment']);
    expect(dev.at('payment').tags).toMatchObject({ prod: images[2]?.digest });
    expect(dev.at('order').tags).toEqual({ staging: images[1]?.digest });
  });

  test('touches none when one may not be promoted, and says of each why', async () => {
    const { run, dev, world } = several();
    dev.at('order').images.clear();
    dev.at('payment').exists = false;
    const result = await run({ source: services.map((name) => `${name}:staging`).join('\n'), environment: 'prod' });
    expect(result.outcome).toBe('refused');
    expect(result.reason).toContain(`order: There is no image ${dev.at('order').name}:staging.`);
    expect(result.reason).toContain(`payment: There is no repository ${dev.at('payment').name}`);
    expect(result.images.map(({ outcome }) => outcome)).toEqual(['untouched', 'refused', 'refused']);
    expect(world.calls.filter(({ at }) => at === 'put')).toEqual([]);
    expect(failureOf(result)).toBeInstanceOf(DeployFailed);
  });

  test('that fails in the middle says which moved and which did not, and goes on when it is made again', async () => {
    const { run, dev, world, images } = several();
    const source = services.map((name) => `${name}:staging`).join('\n');
    world.fail({ at: 'put', is: 'denied', of: 'order prod ' });
    const result = await run({ source, environment: 'prod' });
    expect(result).toMatchObject({ outcome: 'failed' });
    expect(result.images.map(({ outcome }) => outcome)).toEqual(['promoted', 'failed', 'untouched']);
    expect(result.reason).toMatch(
      /^order: Not allowed: .* 1 image promoted, 1 failed, 1 untouched\. The next run goes on from here\.$/,
    );
    expect(failureOf(result)).toBeInstanceOf(AccessError);
    expect(Object.keys(JSON.parse(promoteOutputs(result)['service-images']))).toEqual(['user']);
    const again = await run({ source, environment: 'prod' });
    expect(again.images.map(({ outcome }) => outcome)).toEqual(['unchanged', 'promoted', 'promoted']);
    expect(services.map((name) => dev.at(name).tags.prod)).toEqual(images.map(({ digest }) => digest));
  });

  test('has all contents in the target before the first tag moves', async () => {
    const { across, prod, world } = several();
    for (const name of services) prod.create(name);
    world.fail({ at: 'take', is: 'denied', of: '/payment' });
    const result = await across({
      source: services.map((name) => `${name}:staging`).join('\n'),
      environment: 'prod',
      'target-region': REGION,
    });
    expect(result.reason).toContain('No tag was moved.');
    expect(services.flatMap((name) => Object.keys(prod.at(name).tags))).toEqual([]);
  });

  test('is refused when two would go to one repository', async () => {
    const { run } = several();
    await expect(
      run({ source: 'user:staging\nteam/user:v1', environment: 'prod', target: 'all/{name}' }),
    ).resolves.toBeDefined();
    const images = JSON.stringify({ a: `user@${one.digest}`, b: `user@${two.digest}` });
    await expect(run({ images, environment: 'prod' })).rejects.toThrow('a and b would both go to user');
  });
});

describe('the summary', () => {
  test('shows nothing that is markup of somebody else', async () => {
    const { dev, run } = setup();
    dev.create('shop').hold(one, 'v1');
    const result = await run({ source: 'shop:v1', environment: 'prod' });
    const markdown = promoteSummary(
      { ...result, reason: '<img> | [x](y) @octocat', notes: ['`a`|b'] },
      'https://x.example',
    );
    expect(markdown).not.toMatch(/<img|[^\\]@octocat|[^\\]\[x\]/);
    expect(markdown).toContain('| shop | promoted |');
  });
});
