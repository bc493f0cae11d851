import { describe, expect, test } from '@jest/globals';
import { type BakeImage, bakeOf } from '../images/bake.js';
import { classifyPushError } from '../images/push-error.js';
import { bakeImage } from './bake-image.js';
import { FakeBuilder } from './fake-builder.js';
import { FakeRegistries } from './fake-registry.js';

const account = '111111111111';
const region = 'eu-central-1';

const image = (name: string, more: Partial<BakeImage> = {}): BakeImage =>
  bakeImage({
    name,
    context: name,
    dockerfile: `${name}/Dockerfile`,
    tags: [`${account}.dkr.ecr.${region}.amazonaws.com/${name}:v1`],
    ...more,
  });

function world() {
  const registries = new FakeRegistries();
  const builder = new FakeBuilder(registries);
  const ecr = registries.ecr(account, region);
  const controller = new AbortController();
  const build = (...images: readonly BakeImage[]) => {
    const names = images.map(({ name }) => name);
    const bake = bakeOf(images, names, '/work');
    return builder.build({ bake, builder: undefined, secretValues: {}, onLine: () => {}, signal: controller.signal });
  };
  return { registries, builder, ecr, build, controller };
}

describe('the fake builder', () => {
  test('pushes what it is told, the same for the same content, and remembers what it has built', async () => {
    const { builder, ecr, build } = world();
    const [web, api] = [ecr.create('web'), ecr.create('api')];
    await builder.logIn([ecr.freshToken()]);
    const first = await build(image('web'), image('api', { provenance: 'max' }));
    expect(first).toMatchObject({ exitCode: 0, targets: { web: { cachedSteps: 0, tookMs: 20_000 } } });
    expect(web.tags).toEqual({ v1: first.targets.web?.digest });
    expect(api.images.get(first.targets.api?.digest ?? '')?.manifest.kind).toBe('index');
    const second = await build(image('web'));
    expect(second.targets.web).toMatchObject({ digest: first.targets.web?.digest, cachedSteps: 1, tookMs: 0 });
    builder.content = () => 'changed';
    expect((await build(image('web'))).targets.web?.digest).not.toBe(first.targets.web?.digest);
  });

  test('fails as registries make it fail', async () => {
    const { builder, ecr, build } = world();
    const remedy = async (...images: readonly BakeImage[]) => classifyPushError((await build(...images)).output);
    ecr.create('web', { mutability: { setting: 'IMMUTABLE', exclusions: [] } });
    expect(await remedy(image('web'))).toMatchObject({ remedy: 'login', target: 'web' });
    await builder.logIn([ecr.freshToken()]);
    ecr.expireTokens();
    expect(await remedy(image('web'))).toMatchObject({ remedy: 'login' });
    await builder.logIn([ecr.freshToken()]);
    expect(await remedy(image('none'))).toMatchObject({ what: 'the repository does not exist' });
    expect((await build(image('web'))).exitCode).toBe(0);
    builder.content = () => 'changed';
    expect(await remedy(image('web'))).toMatchObject({ remedy: 'look', tag: 'v1', repository: 'web' });
    builder.fail({ at: 'push', target: 'web', says: 'failed to push x: unexpected EOF' });
    expect(await remedy(image('web'))).toMatchObject({ remedy: 'retry' });
    builder.fail({ at: 'build', says: 'process "/bin/sh -c make" did not complete successfully: exit code: 2' });
    expect(await remedy(image('web'))).toMatchObject({ what: 'the build itself failed' });
  });

  test('loses the reply of a push that was done, and leaves a cache that fails alone', async () => {
    const { builder, ecr, build } = world();
    const web = ecr.create('web');
    await builder.logIn([ecr.freshToken()]);
    builder.fail({ at: 'after-push', target: 'web', says: 'failed to push x: unexpected EOF' });
    const end = await build(image('web', { cacheTo: [`${ecr.host}/none:cache`] }));
    expect(end).toMatchObject({ exitCode: 1, targets: {} });
    expect(Object.keys(web.tags)).toEqual(['v1']);
    const uncached = await build(image('web', { cacheTo: [`${ecr.host}/none:cache`] }));
    expect(uncached).toMatchObject({
      exitCode: 0,
      targets: { web: { cacheError: expect.stringMatching(/not exist/) } },
    });
    const cached = await build(image('web', { cacheTo: [`${ecr.host}/web:cache`] }));
    expect(cached.exitCode).toBe(0);
    expect(Object.keys(web.tags)).toEqual(['v1', 'cache']);
  });

  test('stops when it is told to, and refuses what its driver cannot do', async () => {
    const { builder, ecr, build, controller } = world();
    ecr.create('web');
    await builder.logIn([ecr.freshToken()]);
    builder.onBuild = () => controller.abort();
    expect(await build(image('web'))).toMatchObject({ isCancelled: true, targets: {} });
    builder.seen = { ...builder.seen, driver: 'docker', canExport: false };
    await expect(build(image('web', { sbom: true }))).rejects.toThrow(/cannot make an image with attestations/);
    const name = await builder.create();
    expect(await builder.inspect(name)).toMatchObject({ driver: 'docker-container', canExport: true });
  });
});
