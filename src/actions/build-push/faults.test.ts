import { describe, expect, test } from '@jest/globals';
import { Interrupted } from '../../ports/ended-badly.js';
import { smallImage } from '../../testing/small-images.js';
import { outputsOf } from './result.js';
import { names, popcorn, problemsOf } from './run-under-test.js';

const all = { services: 'all' };

describe('what goes wrong', () => {
  test('a repository that is not there is told before anything is built', async () => {
    const stage = popcorn();
    stage.ecr.at('popcorn-order').exists = false;
    expect(await problemsOf(stage.run(all))).toEqual([
      expect.stringMatching(
        /^Input services-file is wrong at .github\/sluice.yml:\d+:3: ecr-repository of order is not there: .*create-repository: true/,
      ),
    ]);
    expect(stage.opened).toBe(0);
  });

  test('a push that fails by what can pass is tried again, and what was pushed is not built again', async () => {
    const stage = popcorn();
    stage.builder.fail({
      at: 'push',
      target: 'order',
      says: 'failed to push: unexpected status from POST request to https://x/v2/: 503 Service Unavailable',
    });
    const result = await stage.run(all);
    expect(result.outcome).toBe('built');
    expect(stage.builder.builds.map(({ bake }) => bake.targets.length)).toEqual([7, 1]);
    expect(stage.lines.join('\n')).toContain('The push failed: the registry has trouble of its own. Trying again in');
  });

  test('a login that ended is made anew once', async () => {
    const stage = popcorn();
    stage.builder.onBuild = () => {
      stage.ecr.expireTokens();
      stage.builder.onBuild = () => {};
    };
    expect((await stage.run(all)).outcome).toBe('built');
    expect(stage.builder.calls.filter((call) => call === 'logIn')).toHaveLength(2);
  });

  test('a login that is refused again is a failure', async () => {
    const stage = popcorn();
    stage.builder.onBuild = () => stage.ecr.expireTokens();
    const result = await stage.run(all);
    expect([result.outcome, result.reason]).toEqual(['failed', expect.stringContaining('after a fresh login as well')]);
    expect(outputsOf(result)['service-images']).toBe('{}');
  });

  test('a step of a Dockerfile that fails is told with its lines, and is not tried again', async () => {
    const stage = popcorn();
    stage.builder.fail({
      at: 'build',
      target: 'user',
      says: 'process "/bin/sh -c npm test" did not complete successfully: exit code: 1',
    });
    const result = await stage.run({ ...all, tags: 'v1' });
    expect([result.outcome, result.reason]).toEqual(['failed', 'user: The build itself failed, in [2/2] RUN make.']);
    expect((result.error as Error).message).toContain('npm test');
    // What a step writes may be anything: it is in the annotation, and in no output.
    expect((result.error as Error).message).toContain('make: *** no rule');
    expect(stage.builder.builds).toHaveLength(1);
    expect(stage.ecr.at('popcorn-store').tags).toEqual({});
  });

  test('a repository that goes away meanwhile is told as that, and nothing is tried again', async () => {
    const stage = popcorn();
    stage.builder.onBuild = () => {
      stage.ecr.at('popcorn-user').exists = false;
    };
    const result = await stage.run(all);
    expect(result.reason).toContain('There is no repository popcorn-user: create it, or say create-repository: true.');
    expect(stage.builder.builds).toHaveLength(1);
  });

  test('a cache that cannot be written is told, and fails nothing', async () => {
    const stage = popcorn();
    const cache = `type=registry,ref=${stage.ecr.host}/nowhere:buildcache`;
    const result = await stage.run({ ...all, cache });
    expect(result.outcome).toBe('built');
    expect(result.notes.join('\n')).toMatch(/user: the cache could not be written, .*nowhere.*does not exist/);
  });

  test('a tag that cannot be moved and stands for another image is a failure that shows both', async () => {
    const stage = popcorn();
    const other = smallImage({ layers: ['other'] });
    stage.ecr.create('popcorn-user', { mutability: { setting: 'IMMUTABLE', exclusions: [] } }).hold(other, 'v1');
    const result = await stage.run({ ...all, tags: 'v1' });
    const [own] = result.images.filter(({ name }) => name === 'user');
    expect(result.outcome).toBe('failed');
    expect(result.reason).toContain(`it is ${other.digest}, and this one is ${own?.digest}`);
    // Immutable, it has no place for a cache that moves.
    expect(stage.warnings.join()).toContain('The cache is read and not written');
  });

  test('the same image under a tag that cannot be moved is a success', async () => {
    const stage = popcorn();
    for (const name of names)
      stage.ecr.create(`popcorn-${name}`, { mutability: { setting: 'IMMUTABLE', exclusions: [] } });
    const first = await stage.run({ ...all, tags: 'v1' });
    const second = await stage.run({ ...all, tags: 'v1' });
    expect([first.outcome, second.outcome]).toEqual(['built', 'unchanged']);
  });

  test('an image of the same content that somebody pushed meanwhile is taken where tags cannot be moved', async () => {
    const stage = popcorn();
    const theirs = smallImage({ layers: ['theirs'] });
    const repository = stage.ecr.create('popcorn-user', { mutability: { setting: 'IMMUTABLE', exclusions: [] } });
    stage.builder.onBuild = ({ bake }) => {
      void bake;
      const tag =
        /tags (content-[0-9a-f]{12})/.exec(stage.lines.find((line) => line.startsWith('  user: tags')) ?? '')?.[1] ??
        '';
      contentTag = tag;
    };
    let contentTag = '';
    await stage.run({ services: 'user', 'dry-run': 'true' });
    const probe = popcorn();
    const known = await probe.run({ services: 'user' });
    const full = known.images[0]?.tags[0] ?? '';
    stage.builder.onBuild = () => repository.hold(theirs, full);
    const result = await stage.run({ services: 'user' });
    expect(result.images[0]?.digest).toBe(theirs.digest);
    expect(contentTag).toBe('');
  });

  test('two runs at once of one commit come to the same images, also where tags cannot be moved', async () => {
    const stage = popcorn();
    for (const name of names)
      stage.ecr.create(`popcorn-${name}`, { mutability: { setting: 'IMMUTABLE', exclusions: [] } });
    // Built at another time, the second has other bytes.
    const second = stage.clock.sleep(1_000).then(() => stage.run({ ...all, tags: 'v1' }));
    const results = await Promise.all([stage.run({ ...all, tags: 'v1' }), second]);
    expect(results.map(({ outcome }) => outcome)).toEqual(['built', 'built']);
    const [one, other] = results.map((result) => outputsOf(result)['service-images']);
    expect(one).toBe(other);
  });

  test('a cancel ends the build, puts no tag, and hands nothing on', async () => {
    const stage = popcorn();
    stage.builder.onBuild = () => stage.clock.at(5_000, () => stage.cancel());
    const result = await stage.run({ ...all, tags: 'v1' });
    expect([result.outcome, outputsOf(result)['service-images']]).toEqual(['interrupted', '{}']);
    expect(stage.clock.now() - Date.UTC(2026, 0, 1)).toBeLessThan(20_000);
    for (const name of names) expect(stage.ecr.at(`popcorn-${name}`).tags).toEqual({});
  });

  test('a cancel is the reason also where what was under way only says that it was ended', async () => {
    const stage = popcorn();
    stage.builder.onBuild = () => {
      stage.cancel();
      throw new Interrupted('The builder cannot be looked at: it was cancelled');
    };
    const { outcome, reason } = await stage.run(all);
    expect([outcome, reason]).toEqual([
      'interrupted',
      'the run was cancelled (SIGINT); what came last: The builder cannot be looked at: it was cancelled.',
    ]);
  });

  test('throttling, lost replies and lag of the registry change nothing but the time', async () => {
    const stage = popcorn();
    stage.registries.lagMs = 2_000;
    stage.registries
      .fail({ at: 'repository', is: 'throttled' })
      .fail({ at: 'put', is: 'lost-reply', of: 'content-' })
      .fail({ at: 'manifest', is: 'broken', times: 2 })
      .fail({ at: 'login', is: 'throttled' });
    expect((await stage.run({ ...all, tags: 'v1' })).outcome).toBe('built');
    expect(stage.ecr.at('popcorn-user').tagged('v1')).toBeDefined();
  });

  test('access that is refused is told with the right that is missing', async () => {
    const stage = popcorn();
    stage.registries.fail({ at: 'put', is: 'denied', of: 'v1', times: 99 });
    const result = await stage.run({ ...all, tags: 'v1' });
    expect([result.outcome, result.reason]).toEqual(['access-lost', expect.stringContaining('ecr:PutImage')]);
  });
});
