import { describe, expect, test } from '@jest/globals';
import { PROMOTION_TYPE } from '../../images/promotion-record.js';
import { readReleaseTag, releaseTag } from '../../images/release-tags.js';
import { AccessError } from '../../ports/access-error.js';
import { DeployFailed, Interrupted } from '../../ports/ended-badly.js';
import { InputError } from '../../spec/input-error.js';
import { parseInputs } from '../../spec/parse.js';
import { FakeClock } from '../../testing/fake-clock.js';
import { FakeImageUse } from '../../testing/fake-image-use.js';
import { FakeRegistries } from '../../testing/fake-registry.js';
import { type SmallImage, signatureOf, smallImage, smallIndex } from '../../testing/small-images.js';
import { failureOf, promoteOutputs, promoteSummary } from './result.js';
import { promote } from './run.js';
import { spec } from './spec.js';
import type { PromoteWorld } from './world.js';

const [DEV, PROD] = ['111111111111', '222222222222'];
const REGION = 'eu-central-1';

function setup() {
  const clock = new FakeClock();
  const world = new FakeRegistries(clock);
  const dev = world.ecr(DEV, REGION);
  const prod = world.ecr(PROD, REGION);
  const use = new FakeImageUse();
  const lines: string[] = [];
  const warnings: string[] = [];
  const files: Record<string, string> = {};
  const stop: { reason: string | undefined } = { reason: undefined };
  const told: Readonly<Record<string, string>>[] = [];
  const deeds = new Set<() => void>();
  const cancel = (): void => {
    stop.reason = 'the run was cancelled (SIGINT)';
    for (const deed of deeds) deed();
  };
  const ports: PromoteWorld = {
    clock,
    cancellation: {
      get reason() {
        return stop.reason;
      },
      signal: new AbortController().signal,
      onRequest: (deed) => {
        deeds.add(deed);
        return () => deeds.delete(deed);
      },
    },
    report: {
      line: (text) => lines.push(text),
      warn: (text) => warnings.push(text),
      outputs: (values) => told.push(values),
      summary: async () => {},
      keep: () => {},
    },
    source: world.as(DEV, REGION),
    target: world.as(DEV, REGION),
    use,
    readFile: async (input, path) => {
      const text = files[path];
      if (text === undefined) throw new InputError([{ input, value: path, wrong: 'cannot be read' }]);
      return text;
    },
    run: { by: 'octocat', url: 'https://github.com/example/shop/actions/runs/1' },
  };
  const run = (raw: Record<string, string>, more: Partial<PromoteWorld> = {}) =>
    promote(parseInputs(spec, { region: REGION, ...raw }), { ...ports, ...more });
  const across = (raw: Record<string, string>) => run(raw, { target: world.as(PROD, REGION) });
  return { clock, world, dev, prod, use, lines, warnings, files, stop, told, cancel, ports, run, across };
}

const image = (name: string): SmallImage => smallImage({ layers: [name], indent: 2 });
const [one, two] = [image('one'), image('two')];
const releasesIn = (tags: Readonly<Record<string, string>>, of = 'prod') =>
  Object.entries(tags).filter(([tag]) => readReleaseTag(tag)?.environment === of);

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

describe('an immutable repository', () => {
  const fixed = { mutability: { setting: 'IMMUTABLE', exclusions: [] } } as const;

  test('whose tag of the environment cannot move is refused, with the setting that lets it', async () => {
    const { dev, run, world } = setup();
    dev.create('shop', fixed).hold(one, 'prod').hold(two, 'v2');
    const result = await run({ source: 'shop:v2', environment: 'prod' });
    expect(result.outcome).toBe('refused');
    expect(result.reason).toContain(
      'add an exclusion for it: aws ecr put-image-tag-mutability --image-tag-mutability IMMUTABLE_WITH_EXCLUSION --image-tag-mutability-exclusion-filters filterType=WILDCARD,filter=prod',
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
