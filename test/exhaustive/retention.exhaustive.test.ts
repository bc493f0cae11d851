import { expect, test } from '@jest/globals';
import { promote } from '../../src/actions/promote/run.js';
import { spec } from '../../src/actions/promote/spec.js';
import type { PromoteWorld } from '../../src/actions/promote/world.js';
import { met } from '../../src/local-cloud/ecr/lifecycle-evaluation.js';
import { readPolicy } from '../../src/local-cloud/ecr/lifecycle-policy.js';
import type { Image, Repository } from '../../src/local-cloud/ecr/model.js';
import { parseInputs } from '../../src/spec/parse.js';
import { FakeClock } from '../../src/testing/fake-clock.js';
import { FakeImageUse } from '../../src/testing/fake-image-use.js';
import { type FakeFault, FakeRegistries } from '../../src/testing/fake-registry.js';
import type { FakeRepository } from '../../src/testing/fake-repository.js';
import { figure } from '../../src/testing/figures.js';
import { type SmallImage, signatureOf, smallImage, smallIndex } from '../../src/testing/small-images.js';
import { randomFrom } from './random.js';

/**
 * A repository over months: builds, promotions, rollbacks, services that follow late or never, the lifecycle policy that `promote`
 * puts carried out at random times by the local cloud's own evaluation, and tags of old releases taken off. What environments
 * have released is remembered here, and not read from the tags.
 */

const ACCOUNT = '111111111111';
const REGION = 'eu-central-1';
const HOUR = 3_600_000;
const ENVIRONMENTS = ['dev', 'staging', 'prod'] as const;
type Environment = (typeof ENVIRONMENTS)[number];

class Life {
  readonly clock = new FakeClock();
  readonly world = new FakeRegistries(this.clock);
  readonly ecr = this.world.ecr(ACCOUNT, REGION);
  readonly shop: FakeRepository = this.ecr.create('shop');
  readonly use = new FakeImageUse();
  /** Different images, the newest first. */
  readonly released: Record<Environment, string[]> = { dev: [], staging: [], prod: [] };
  readonly counts = { pushed: 0, promoted: 0, rolledBack: 0, expired: 0, failed: 0, most: 0 };
  private readonly services = new Map<string, string>();

  constructor(private readonly random: () => number) {}

  private pick<T>(list: readonly T[]): T | undefined {
    return list[Math.floor(this.random() * list.length)];
  }

  async wait(most: number): Promise<void> {
    await this.clock.sleep(1_000 + Math.floor(this.random() * most));
  }

  push(): void {
    const at = this.counts.pushed++;
    const one = smallImage({ layers: [`${at}`] });
    const image: SmallImage =
      this.random() < 0.2
        ? smallIndex([one, smallImage({ platform: 'linux/arm64', layers: [`arm ${at}`] })], { hasAttestations: true })
        : one;
    this.shop.hold(image).write(`content-${at}`, image.digest);
    if (this.random() < 0.1) this.shop.hold(signatureOf(image, this.random() < 0.5 ? 'tag' : 'referrer'));
    this.latest = image.digest;
  }

  private latest = '';

  async release(environment: Environment, digest: string): Promise<void> {
    if (!this.shop.images.has(digest)) return;
    const inputs = {
      source: `shop@${digest}`,
      environment,
      region: REGION,
      lifecycle: 'put',
      clusters: 'one\ntwo',
      'keep-others': '20',
      'untagged-days': '2',
    };
    // Thrown is what ends it before anything was touched.
    const result = await promote(parseInputs(spec, inputs), this.ports()).catch(() => undefined);
    // The tag decides: a run may have failed after it had moved it.
    const stands = this.shop.tagged(environment);
    if (result === undefined || !['promoted', 'unchanged'].includes(result.outcome)) this.counts.failed += 1;
    else this.counts.promoted += 1;
    if (stands === undefined) return;
    const before = this.released[environment];
    this.released[environment] = [stands, ...before.filter((other) => other !== stands)];
  }

  /** From one environment to the next, or back to one of the last five. */
  async promoteOn(): Promise<void> {
    const to = this.pick(ENVIRONMENTS) ?? 'dev';
    if (to !== 'dev' && this.random() < 0.15) {
      const back = this.pick(this.released[to].slice(1, 5));
      if (back !== undefined) this.counts.rolledBack += 1;
      if (back !== undefined) await this.release(to, back);
      return;
    }
    const from =
      to === 'prod'
        ? this.pick(this.released.staging.slice(0, 5))
        : to === 'staging'
          ? this.released.dev[0]
          : this.latest;
    if (from !== undefined) await this.release(to, from);
  }

  /** A service follows its environment, late, and some stay with what they have for months. */
  deploy(): void {
    const environment = this.pick(ENVIRONMENTS) ?? 'dev';
    const service = `${environment}-${Math.floor(this.random() * 3)}`;
    const [now, ...older] = this.released[environment].slice(0, 5);
    const digest = this.random() < 0.8 ? now : this.pick(older);
    const isStuck = this.services.has(service) && service.endsWith('-2') && this.random() < 0.95;
    if (digest === undefined || isStuck) return;
    this.services.set(service, digest);
    this.use.images.length = 0;
    for (const [name, runs] of this.services) {
      const held = this.shop.images.get(runs);
      const children = held?.manifest.kind === 'index' ? held.manifest.children : [];
      // ECS tells the digest of the platform that it runs, or that of the index.
      const resolved = this.random() < 0.5 && children[0] !== undefined ? children[0].digest : runs;
      this.use.runs(name.startsWith('prod') ? 'one' : 'two', name, `${this.shop.name}@${runs}`, resolved);
    }
  }

  /** The policy as ECR carries it out, by the other evaluation. */
  expire(): void {
    const text = this.ecr.policies.get('shop');
    if (text === undefined) return;
    const tags = new Map(Object.entries(this.shop.tags));
    const images = new Map(
      [...this.shop.images].map(([digest, { manifest, pushedAt, bytes }]) => [
        digest,
        { digest, pushedAt, storage: {}, manifest: JSON.parse(bytes.text), kind: manifest.kind } as unknown as Image,
      ]),
    );
    const repository = { images, tags } as unknown as Repository;
    const gone = new Set([...met(repository, readPolicy(text), this.clock.now()).keys()].map(({ digest }) => digest));
    for (const digest of gone) this.remove(digest);
    // What speaks about an image goes with it.
    for (const [digest, { manifest }] of this.shop.images) {
      if (manifest.subject !== undefined && gone.has(manifest.subject.digest)) this.remove(digest);
    }
    this.counts.expired += gone.size;
  }

  private remove(digest: string): void {
    for (const tag of this.shop.tagsOf(digest)) this.shop.write(tag, undefined);
    this.shop.images.delete(digest);
  }

  fault(): void {
    const at = this.pick(['manifest', 'put', 'untag', 'image', 'images', 'putLifecyclePolicy'] as const) ?? 'put';
    const is = this.pick<FakeFault['is']>(['throttled', 'lost-reply', 'broken']) ?? 'broken';
    this.world.fail({ at, is, times: 1 + Math.floor(this.random() * 6), skip: Math.floor(this.random() * 5) });
  }

  /** What must be there and is not. */
  lost(): readonly string[] {
    const wanted = new Map<string, string>();
    for (const [service, digest] of this.services) wanted.set(digest, `${service} runs it`);
    for (const environment of ENVIRONMENTS) {
      for (const digest of this.released[environment].slice(0, 5)) wanted.set(digest, `a release of ${environment}`);
    }
    return [...wanted].flatMap(([digest, why]) => {
      const held = this.shop.images.get(digest);
      if (held === undefined) return [`${digest}: ${why}`];
      const children = held.manifest.kind === 'index' ? held.manifest.children : [];
      return children
        .filter((child) => !this.shop.images.has(child.digest))
        .map((child) => `${child.digest} in ${digest}: ${why}`);
    });
  }

  private ports(): PromoteWorld {
    return {
      clock: this.clock,
      cancellation: { reason: undefined, signal: new AbortController().signal, onRequest: () => () => {} },
      report: { line: () => {}, warn: () => {}, outputs: () => {}, summary: async () => {}, keep: () => {} },
      source: this.world.as(ACCOUNT, REGION),
      target: this.world.as(ACCOUNT, REGION),
      use: this.use,
      readFile: async () => '',
      run: { by: 'octocat', url: 'a run' },
    };
  }
}

async function live(seed: number, pushes: number): Promise<Life> {
  const random = randomFrom(seed);
  const life = new Life(random);
  while (life.counts.pushed < pushes) {
    const roll = random();
    if (roll < 0.72) life.push();
    else if (roll < 0.8) await life.promoteOn();
    else if (roll < 0.81) await Promise.all([life.promoteOn(), life.promoteOn()]);
    else if (roll < 0.92) life.deploy();
    else if (roll < 0.94) life.fault();
    else life.expire();
    await life.wait(HOUR / 2);
    life.world.calls.length = 0;
    life.counts.most = Math.max(life.counts.most, life.shop.images.size);
    expect({ seed, at: life.counts.pushed, lost: life.lost() }).toEqual({ seed, at: life.counts.pushed, lost: [] });
  }
  return life;
}

test('in ten thousand images that come and go over months never one is lost that runs, or that is among the last five releases', async () => {
  const startedAt = performance.now();
  const life = await live(7, 10_000);
  const { counts, clock, shop } = life;
  const days = Math.round((clock.now() - Date.UTC(2026, 0, 1)) / (24 * HOUR));
  const seconds = Math.round((performance.now() - startedAt) / 1_000);
  process.stdout.write(`${JSON.stringify({ ...counts, days, left: shop.images.size, seconds })}\n`);
  figure('retention-images', counts.pushed);
  figure('retention-images-lost', life.lost().length);
  expect(counts.promoted).toBeGreaterThan(800);
  expect(counts.expired).toBeGreaterThan(8_000);
  // What nobody needs does not pile up.
  expect(shop.images.size).toBeLessThan(600);
}, 120_000);

test('nor in shorter lives of other seeds', async () => {
  for (let seed = 100; seed < 108; seed++) await live(seed, 250);
}, 120_000);
