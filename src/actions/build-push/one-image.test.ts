import { describe, expect, test } from '@jest/globals';
import { smallImage } from '../../testing/small-images.js';
import { outputsOf } from './result.js';
import { BuildStage, commits, host, popcorn, problemsOf } from './run-under-test.js';
import { buildSummary } from './summary.js';

const files = { Dockerfile: 'FROM scratch\nCOPY . .\n', 'app.js': '1' };

describe('one image', () => {
  test('has its name and its digest in outputs of their own', async () => {
    const stage = new BuildStage(files);
    stage.ecr.create('team/shop');
    const result = await stage.run({ repository: 'team/shop', tags: 'latest\nv1' });
    const outputs = outputsOf(result);
    expect(outputs.image).toBe(`${host}/team/shop@${outputs.digest}`);
    expect(stage.ecr.at('team/shop').tags).toMatchObject({ latest: outputs.digest, v1: outputs.digest });
    expect(JSON.parse(outputs['service-images'])).toEqual({ shop: outputs.image });
  });

  test('of several platforms is an index, and its size is that of all of them', async () => {
    const stage = new BuildStage(files);
    stage.ecr.create('shop');
    const result = await stage.run({ repository: 'shop', platforms: 'linux/amd64\nlinux/arm64', provenance: 'max' });
    const [image] = result.images;
    const held = stage.ecr.at('shop').images.get(image?.digest ?? '');
    expect(held?.manifest).toMatchObject({ kind: 'index', children: { length: 4 } });
    expect(stage.builder.builds[0]?.bake.definition.target.shop?.attest).toEqual([
      'type=provenance,mode=max',
      'type=sbom,disabled=true',
    ]);
  });

  test('has caches in its repository that are read and written, and no attestations unless they are asked for', async () => {
    const stage = new BuildStage(files);
    stage.ecr.create('shop');
    await stage.run({ repository: 'shop', 'build-args': 'A=1' });
    const target = stage.builder.builds[0]?.bake.definition.target.shop;
    expect(target).toMatchObject({
      'cache-from': [`type=registry,ref=${host}/shop:buildcache`],
      'cache-to': [
        `type=registry,ignore-error=true,image-manifest=true,mode=max,oci-mediatypes=true,ref=${host}/shop:buildcache`,
      ],
      attest: ['type=provenance,disabled=true', 'type=sbom,disabled=true'],
      output: [`type=image,name=${host}/shop,push-by-digest=true,name-canonical=true,push=true`],
    });
    expect(target?.labels).toMatchObject({
      'org.opencontainers.image.revision': commits.first,
      'org.opencontainers.image.source': 'https://github.com/someone/shop',
    });
  });

  test('is built by a builder of our own where that of the engine can write no cache, or without the cache', async () => {
    const stage = new BuildStage(files);
    stage.ecr.create('shop');
    stage.builder.seen = { ...stage.builder.seen, driver: 'docker', canExport: false };
    await stage.run({ repository: 'shop' });
    expect([stage.builder.created, stage.builder.onHostNetwork]).toEqual([['sluice-1'], []]);
    const other = new BuildStage(files);
    other.ecr.create('shop');
    other.builder.seen = stage.builder.seen;
    other.builder.create = () => Promise.reject(new Error('the image of BuildKit cannot be pulled'));
    const result = await other.run({ repository: 'shop' });
    expect([result.outcome, other.warnings]).toEqual(['built', [expect.stringContaining('no cache is written')]]);
    // The engine pushes tags, and that of the content is enough.
    expect(Object.keys(other.ecr.at('shop').tags)).toEqual([expect.stringMatching(/^content-/)]);
    const refused = new BuildStage(files);
    refused.ecr.create('shop');
    refused.builder.seen = stage.builder.seen;
    refused.builder.create = other.builder.create;
    expect((await refused.run({ repository: 'shop', sbom: 'true' })).outcome).toBe('failed');
  });

  test('is built in the network of the machine where a registry is on it: a container has its own 127.0.0.1', async () => {
    const local = { ...files, Dockerfile: 'FROM localhost:5000/base\n' };
    const cases: [typeof files, Record<string, string>][] = [
      [local, {}],
      [files, { cache: 'type=registry,ref=127.0.0.1:5000/cache' }],
    ];
    for (const [given, inputs] of cases) {
      const stage = new BuildStage(given);
      stage.ecr.create('shop');
      stage.builder.seen = { ...stage.builder.seen, driver: 'docker', canExport: false };
      await stage.run({ repository: 'shop', ...inputs });
      expect(stage.builder.onHostNetwork).toEqual(['sluice-1']);
    }
  });

  test('goes to a registry that is none of ECR with the login of Docker, and what only ECR has is refused there', async () => {
    const stage = new BuildStage(files);
    const result = await stage.run({ repository: 'ghcr.io/team/shop', tags: 'v1' });
    expect([result.outcome, stage.builder.logins.size]).toEqual(['built', 0]);
    expect(stage.registries.at('ghcr.io/team/shop').tagged('v1')).toBe(result.images[0]?.digest);
    const asked = { 'create-repository': 'true', 'fail-on': 'high', lifecycle: 'check' };
    expect(await problemsOf(stage.run({ repository: 'ghcr.io/team/shop', ...asked }))).toHaveLength(3);
  });

  test('is only built, with nobody asked, when it is neither pushed nor looked up', async () => {
    const stage = new BuildStage(files);
    const result = await stage.run({ repository: 'shop', push: 'false', 'skip-existing': 'false', load: 'true' });
    expect([result.outcome, stage.registries.calls]).toEqual(['built', []]);
    expect([...stage.builder.loaded.keys()]).toEqual([expect.stringMatching(/^shop:content-/)]);
    expect(outputsOf(result).image).toBe('');
  });

  test('is built in a repository that is made for it when asked', async () => {
    const stage = new BuildStage(files);
    const result = await stage.run({
      repository: 'shop',
      'create-repository': 'true',
      environments: 'prod',
      'repository-tags': 'team=a',
    });
    expect(result.outcome).toBe('built');
    expect(stage.ecr.settings.get('shop')).toEqual({
      mutability: { setting: 'IMMUTABLE_WITH_EXCLUSION', exclusions: ['buildcache*', 'sha256-*', 'prod'] },
      isScannedOnPush: true,
      encryption: { type: 'AES256' },
      tags: { team: 'a' },
    });
  });

  test('is built anew when that is asked for, and with pull when its base is another one', async () => {
    const stage = new BuildStage({ ...files, Dockerfile: 'FROM ghcr.io/team/base:1\nCOPY . .\n' });
    stage.ecr.create('shop');
    const base = stage.registries.at('ghcr.io/team/base');
    base.hold(smallImage({ layers: ['old'] }), '1');
    const pulled = { repository: 'shop', pull: 'true' };
    await stage.run(pulled);
    expect((await stage.run(pulled)).outcome).toBe('unchanged');
    base.hold(smallImage({ layers: ['new'] }), '1');
    expect((await stage.run(pulled)).outcome).toBe('built');
    expect((await stage.run({ ...pulled, rebuild: 'all' })).images[0]?.reason).toBe('forced');
  });

  test('whose base is named without its digest tells what is not seen', async () => {
    const stage = new BuildStage({ ...files, Dockerfile: 'FROM ghcr.io/team/base:1\n' });
    stage.ecr.create('shop');
    await stage.run({ repository: 'shop' });
    await stage.run({ repository: 'shop' });
    expect(stage.lines.join('\n')).toContain('What is not seen: a newer ghcr.io/team/base:1');
  });

  test('whose context holds the history of git is warned of, because no later run finds it again', async () => {
    const stage = new BuildStage({ ...files, '.git/HEAD': 'ref: refs/heads/main' });
    stage.ecr.create('shop');
    await stage.run({ repository: 'shop' });
    expect(stage.warnings).toEqual([expect.stringContaining('put .git into .dockerignore')]);
    stage.files.texts.set('.dockerignore', '.git\n');
    await stage.run({ repository: 'shop' });
    expect(stage.warnings).toHaveLength(1);
  });

  test('has secrets in no argument, label, line or definition', async () => {
    const stage = new BuildStage(files);
    stage.ecr.create('shop');
    stage.secrets.npm = 'v3ry-s3cret';
    const result = await stage.run({ repository: 'shop', 'build-args': 'NPM_TOKEN=x' });
    const [build] = stage.builder.builds;
    expect(Object.values(build?.secretValues ?? {})).toEqual(['v3ry-s3cret']);
    expect(build?.bake.definition.target.shop?.secret).toEqual(['id=npm,env=SLUICE_BUILD_SECRET_1']);
    const told = JSON.stringify([build?.bake, stage.lines, stage.warnings, outputsOf(result), buildSummary(result)]);
    expect(told).not.toContain('v3ry-s3cret');
    expect(stage.warnings).toEqual([expect.stringContaining('NPM_TOKEN is called like a secret')]);
  });
});

describe('what is kept in a repository', () => {
  test('is protected by a policy that is put after the push', async () => {
    const stage = new BuildStage(files);
    stage.ecr.create('shop');
    const result = await stage.run({ repository: 'shop', lifecycle: 'put', clusters: 'none', environments: 'prod' });
    expect([result.outcome, result.notes]).toEqual(['built', ['The lifecycle policy of shop was put.']]);
    expect(stage.ecr.policies.get('shop')).toContain('"prod-*"');
  });

  test('stays as it is when it cannot be seen what runs, and that fails nothing', async () => {
    const stage = popcorn();
    stage.use.denied.add('popcorn');
    const result = await stage.run({ services: 'user', lifecycle: 'put' });
    expect([result.outcome, stage.ecr.policies.size]).toEqual(['built', 0]);
    expect(result.notes.join()).toContain('ecs:ListServices');
  });
});
