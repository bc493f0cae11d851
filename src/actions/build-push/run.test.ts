import { describe, expect, test } from '@jest/globals';
import { InputError } from '../../spec/input-error.js';
import { outputsOf } from './result.js';
import { BuildStage, commits, host, names, popcorn } from './run-under-test.js';

const all = { services: 'all' };

const digestsOf = (stage: BuildStage): Record<string, readonly string[]> =>
  Object.fromEntries(names.map((name) => [name, [...stage.ecr.at(`popcorn-${name}`).images.keys()]]));

describe('seven services', () => {
  test('are built in one solve, pushed by digest, and handed on by digest', async () => {
    const stage = popcorn();
    const result = await stage.run({ ...all, tags: 'v1' });
    expect(result).toMatchObject({ outcome: 'built', reason: '7 of 7 images are built.' });
    expect(stage.builder.builds).toHaveLength(1);
    const outputs = outputsOf(result);
    const images = JSON.parse(outputs['service-images']);
    expect(Object.keys(images).sort()).toEqual([...names].sort());
    for (const name of names) {
      const repository = stage.ecr.at(`popcorn-${name}`);
      expect(images[name]).toBe(`${host}/popcorn-${name}@${repository.tagged('v1')}`);
    }
    expect(JSON.parse(outputs.built)).toHaveLength(7);
    expect(JSON.parse(outputs.images).user).toMatchObject({
      built: true,
      reason: 'new',
      tookMs: 20_000,
      sizeBytes: expect.any(Number),
    });
    expect([outputs.image, outputs.digest]).toEqual(['', '']);
  });

  test('are not built again when nothing has changed: no builder is opened, and the digests are the same', async () => {
    const stage = popcorn();
    await stage.run(all);
    const before = digestsOf(stage);
    stage.registries.calls.length = 0;
    const startedAt = stage.clock.now();
    const result = await stage.run(all);
    expect(result).toMatchObject({ outcome: 'unchanged', reason: 'No image is built: all 7 are there already.' });
    expect([stage.opened, digestsOf(stage), stage.clock.now() - startedAt]).toEqual([1, before, 0]);
    // One look at each repository, one at the tag, one at the image: no login, no write.
    expect(new Set(stage.registries.calls.map(({ at }) => at))).toEqual(new Set(['repository', 'manifest']));
    expect(Object.keys(JSON.parse(outputsOf(result)['service-images']))).toHaveLength(7);
  });

  test('of which one has changed build that one, and all have their digests in the outputs', async () => {
    const stage = popcorn();
    await stage.run(all);
    stage.files.texts.set('services/order/server.js', 'console.log(2)');
    const result = await stage.run(all);
    expect(outputsOf(result).built).toBe('["order"]');
    expect(stage.builder.builds.at(-1)?.bake.targets).toEqual(['order']);
    expect(result.reason).toBe('1 of 7 images is built, 6 are there already.');
  });

  test('whose shared library has changed are all built', async () => {
    const stage = popcorn();
    await stage.run(all);
    stage.files.texts.set('libs/money.js', 'export const won = 2;');
    expect(JSON.parse(outputsOf(await stage.run(all)).built)).toHaveLength(7);
  });

  test('get a tag that they lack without a rebuild', async () => {
    const stage = popcorn();
    await stage.run(all);
    const result = await stage.run({ ...all, tags: 'v7' });
    expect([result.outcome, stage.builder.builds.length]).toEqual(['unchanged', 1]);
    const { tags } = stage.ecr.at('popcorn-user');
    expect(tags.v7).toBe(result.images.find(({ name }) => name === 'user')?.digest);
  });

  test('are planned and left alone in a dry run', async () => {
    const stage = popcorn();
    const result = await stage.run({ ...all, 'dry-run': 'true' });
    expect([result.outcome, stage.opened]).toEqual(['planned', 0]);
    expect(stage.lines).toContain('  user is built: the service user in popcorn runs no image of it.');
    expect(stage.registries.calls.filter(({ at }) => at === 'put' || at === 'login')).toEqual([]);
    expect(outputsOf(result)['service-images']).toBe('{}');
  });

  test('are compared with what ECS runs: what only lies outside of their paths builds nothing', async () => {
    const stage = popcorn();
    const file = stage.files.texts.get('.github/sluice.yml') ?? '';
    // The context is everything, what belongs to a service is less.
    stage.files.texts.set(
      '.github/sluice.yml',
      file.replace(
        'context: services/{name}',
        "context: .\n  dockerfile: services/{name}/Dockerfile\n  paths: ['services/{name}/**']",
      ),
    );
    const first = await stage.run(all);
    for (const { name, repository, digest } of first.images)
      stage.use.runs('popcorn', name, `${repository}@${digest}`, digest);
    stage.files.texts.set('README.md', 'news');
    stage.files.texts.set('services/user/server.js', 'news');
    stage.changes.set(commits.first, ['README.md', 'services/user/server.js']);
    const result = await stage.run(all);
    expect(outputsOf(result).built).toBe('["user"]');
    expect(stage.lines).toContain(
      `  store is not built: nothing that belongs to it has changed since ${commits.first.slice(0, 12)}, which was deployed last.`,
    );
    // Other arguments are another image, whatever git says.
    const again = await stage.run({ ...all, 'build-args': 'MODE=slow' });
    expect(JSON.parse(outputsOf(again).built)).toHaveLength(7);
    expect(again.images[0]?.reason).toBe('settings');
  });

  test('are compared with the image under the tag of an environment when one is named', async () => {
    const stage = popcorn();
    await stage.run({ ...all, tags: 'prod' });
    stage.files.texts.set('services/user/server.js', 'news');
    stage.changes.set(commits.first, ['services/user/server.js']);
    const result = await stage.run({ ...all, 'deployed-tag': 'prod' });
    expect(result.images.find(({ name }) => name === 'user')?.sentence).toBe(
      `user is built: services/user/server.js changed since ${commits.first.slice(0, 12)}.`,
    );
  });

  test('keep what was built anew of the same content, where the tag of the content cannot move', async () => {
    const stage = popcorn();
    for (const name of names)
      stage.ecr.create(`popcorn-${name}`, { mutability: { setting: 'IMMUTABLE', exclusions: [] } });
    const first = await stage.run({ ...all, cache: 'none' });
    stage.revision = commits.second;
    const anew = await stage.run({ ...all, cache: 'none', rebuild: 'user' });
    const [before, now] = [first, anew].map(({ images }) => images.find(({ name }) => name === 'user'));
    expect(now?.digest).not.toBe(before?.digest);
    // It has a tag: what has none is deleted first.
    expect(now?.tags).toEqual([expect.stringMatching(/^content-[0-9a-f]{64}\.[0-9a-f]{12}$/)]);
    expect(stage.warnings).toEqual([expect.stringMatching(/^user: the tag of its content still stands for/)]);
    for (const { name, repository, digest } of anew.images)
      stage.use.runs('popcorn', name, `${repository}@${digest}`, digest);
    stage.changes.set(commits.first, []);
    stage.changes.set(commits.second, []);
    const after = await stage.run({ ...all, cache: 'none' });
    expect([after.outcome, after.images.find(({ name }) => name === 'user')?.digest]).toEqual([
      'unchanged',
      now?.digest,
    ]);
  });

  test('are built when they are deployed in another account, where nobody can look', async () => {
    const stage = popcorn();
    stage.use.running = () =>
      Promise.reject(new InputError([{ input: 'cluster', value: 'popcorn', wrong: 'does not exist' }]));
    const result = await stage.run(all);
    expect(result.images[0]?.sentence).toBe(
      'user is built: what is deployed cannot be seen: cluster popcorn does not exist.',
    );
  });

  test('are built when it cannot be seen what is deployed', async () => {
    const stage = popcorn();
    stage.use.denied.add('popcorn');
    const result = await stage.run(all);
    expect(result.outcome).toBe('built');
    expect(result.images[0]?.sentence).toContain('the role may not call ecs:ListServices');
  });
});

describe('images that are made from each other', () => {
  test('are built in one solve, the one that was not asked for only as a part of it', async () => {
    const stage = new BuildStage({
      '.github/sluice.yml': `
services:
  base: { ecr-repository: base, context: base }
  api: { ecr-repository: api, context: api, build-contexts: [base=service:base] }
`,
      'base/Dockerfile': 'FROM scratch\n',
      'api/Dockerfile': 'FROM base\n',
    });
    stage.ecr.create('base');
    stage.ecr.create('api');
    await stage.run({ services: 'api' });
    const definition = stage.builder.builds[0]?.bake.definition.target;
    expect(definition?.api?.contexts).toEqual({ base: 'target:base' });
    expect(definition?.base?.output).toEqual(['type=cacheonly']);
    expect(stage.ecr.at('base').images.size).toBe(0);
    // What its base is made of is a part of it.
    stage.files.texts.set('base/Dockerfile', 'FROM scratch\nENV A=1\n');
    expect((await stage.run({ services: 'api' })).outcome).toBe('built');
  });
});
