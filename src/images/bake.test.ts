import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { bakeImage } from '../testing/bake-image.js';
import { type BakeImage, bakeOf } from './bake.js';
import { cacheSpec, formatCacheSpec, parseCacheSpec, withIgnoredErrors } from './cache-spec.js';

const image = bakeImage({
  name: 'user',
  context: 'services/user',
  dockerfile: 'docker/Dockerfile',
  tags: ['r.example/user:1'],
});
const root = '/home/r/work';
const one = (changed: Partial<BakeImage>) => bakeOf([{ ...image, ...changed }], ['user'], root).definition.target.user;

test('an image with everything is one target', () => {
  const full: BakeImage = {
    ...image,
    target: 'prod',
    args: { B: '2', A: '1' },
    labels: { 'org.example.x': 'y=z,w' },
    contexts: { base: { target: 'base' }, alpine: { image: 'alpine@sha256:1' }, lib: { folder: 'libs/a/' } },
    tags: ['r.example/user:2', 'r.example/user:1'],
    platforms: [
      { os: 'linux', architecture: 'arm64', variant: 'v8' },
      { os: 'linux', architecture: 'amd64' },
    ],
    cacheFrom: ['r.example/user:buildcache', 'type=gha'],
    cacheTo: ['type=registry,ref=r.example/user:buildcache,mode=max'],
    secrets: { npm: 'SLUICE_SECRET_0' },
    ssh: ['default'],
    provenance: 'max',
    sbom: true,
    isLoaded: true,
    isPulled: true,
    isCacheIgnored: true,
  };
  const base: BakeImage = { ...image, name: 'base', context: '.', tags: ['r.example/base:1'], cacheTo: ['type=gha'] };
  expect(bakeOf([full, base], ['user'], root)).toEqual({
    definition: {
      target: {
        base: {
          context: '/home/r/work',
          dockerfile: '/home/r/work/docker/Dockerfile',
          attest: ['type=provenance,disabled=true', 'type=sbom,disabled=true'],
          output: ['type=cacheonly'],
        },
        user: {
          context: '/home/r/work/services/user',
          dockerfile: '/home/r/work/docker/Dockerfile',
          target: 'prod',
          args: { A: '1', B: '2' },
          labels: { 'org.example.x': 'y=z,w' },
          contexts: { alpine: 'docker-image://alpine@sha256:1', base: 'target:base', lib: '/home/r/work/libs/a' },
          tags: ['r.example/user:1', 'r.example/user:2'],
          platforms: ['linux/amd64', 'linux/arm64'],
          'cache-from': ['type=registry,ref=r.example/user:buildcache', 'type=gha'],
          'cache-to': ['type=registry,ignore-error=true,mode=max,ref=r.example/user:buildcache'],
          secret: ['id=npm,env=SLUICE_SECRET_0'],
          ssh: ['default'],
          attest: ['type=provenance,mode=max', 'type=sbom'],
          output: ['type=image,push=true', 'type=docker'],
          pull: true,
          'no-cache': true,
        },
      },
    },
    targets: ['user'],
    allow: ['fs.read=/home/r/work', 'ssh'],
  });
});

test('seven services are seven targets of one solve', () => {
  const names = ['a', 'b', 'c', 'd', 'e', 'f', 'default'];
  const images = names.map((name) => ({ ...image, name, tags: [`r.example/${name}:1`] }));
  const bake = bakeOf(images, names, root);
  expect(bake.targets).toEqual([...names].sort());
  expect(Object.keys(bake.definition)).toEqual(['target']);
});

test('the parts may come in any order', () => {
  const dictionary = fc.dictionary(fc.stringMatching(/^[A-Z]{1,4}$/), fc.string());
  fc.assert(
    fc.property(dictionary, dictionary, fc.uniqueArray(fc.stringMatching(/^[a-z]{1,5}$/)), (args, labels, names) => {
      const reversed = (given: Record<string, string>) => Object.fromEntries(Object.entries(given).reverse());
      const images = names.map((name) => ({ ...image, name, args, labels }));
      const other = names.map((name) => ({ ...image, name, args: reversed(args), labels: reversed(labels) })).reverse();
      expect(JSON.stringify(bakeOf(other, names.toReversed(), root))).toBe(JSON.stringify(bakeOf(images, names, root)));
    }),
  );
});

test('what looks like a template of bake is only text', () => {
  const value = `\${HOME} %{ if x } $\${y} $x 100%`;
  expect(one({ args: { A: value }, labels: { '%{l}': value } })).toMatchObject({
    args: { A: `$\${HOME} %%{ if x } $$\${y} $x 100%` },
    labels: { '%%{l}': `$\${HOME} %%{ if x } $$\${y} $x 100%` },
  });
});

test('a push by digest names the repositories and leaves the tags for later', () => {
  const target = one({ push: 'digest', tags: ['r.example/user', 'r.example/copy'] });
  expect(target?.output).toEqual([
    'type=image,"name=r.example/copy,r.example/user",push-by-digest=true,name-canonical=true,push=true',
  ]);
  expect(target?.tags).toBeUndefined();
});

test('what is pushed by digest and loaded as well has a name in the engine, and an SBOM the generator that was named', () => {
  const loaded = {
    ...image,
    push: 'digest',
    isLoaded: true,
    loadedAs: ['shop:b', 'shop:a'],
    sbom: 'x.example/scanner:1',
  } as const;
  const { definition } = bakeOf([loaded], [image.name], '/work');
  const target = definition.target[image.name];
  expect(target?.output.at(-1)).toBe('type=docker,"name=shop:a,shop:b"');
  expect(target?.attest.at(-1)).toBe('type=sbom,generator=x.example/scanner:1');
});

test('what is neither pushed nor loaded is still built', () => {
  expect(one({ push: undefined })?.output).toEqual(['type=cacheonly']);
});

test('a secret is told by the variable that holds it', () => {
  expect(one({ secrets: { b: 'S1', a: 'S0' } })?.secret).toEqual(['id=a,env=S0', 'id=b,env=S1']);
});

test('a key for ssh needs no agent to be allowed', () => {
  expect(bakeOf([{ ...image, ssh: ['git=/keys/id'] }], ['user'], root).allow).toEqual(['fs.read=/home/r/work']);
});

describe('what no caller should ask for is an error', () => {
  const images = (...some: Partial<BakeImage>[]) => some.map((changed) => ({ ...image, ...changed }));
  test.each<[string, BakeImage[], string[]]>([
    ['"a.b" cannot be the name of a bake target', images({ name: 'a.b' }), []],
    ['Two images are called user', images({}, {}), ['user']],
    ['No image is called x', images({}), ['x']],
    ['user is made from x, which is no image of this build', images({ contexts: { b: { target: 'x' } } }), []],
    [
      'Images are made from each other: user → b → user',
      images({ contexts: { b: { target: 'b' } } }, { name: 'b', contexts: { u: { target: 'user' } } }),
      ['user'],
    ],
    [
      'The cache "type=registry" has no ref, which type=registry needs',
      images({ cacheTo: ['type=registry'] }),
      ['user'],
    ],
  ])('%s', (message, given, names) => {
    expect(() => bakeOf(given, names, root)).toThrow(message);
  });
});

describe('a cache', () => {
  test.each([
    ['r.example/a:cache', 'type=registry,ignore-error=true,ref=r.example/a:cache'],
    ['type=gha,scope=x', 'type=gha,ignore-error=true,scope=x'],
    ['type=registry,ref=a,ignore-error=false', 'type=registry,ignore-error=false,ref=a'],
    ['type=inline', 'type=inline'],
    ['type=s3,region=x,bucket=b', 'type=s3,bucket=b,ignore-error=true,region=x'],
    ['type=local,"dest=a,b"', 'type=local,"dest=a,b",ignore-error=true'],
    ['type=future,x=1', 'type=future,ignore-error=true,x=1'],
  ])('%s is written to as %s', (given, written) => {
    const reading = parseCacheSpec(given);
    expect(reading.ok && formatCacheSpec(withIgnoredErrors(reading.value))).toBe(written);
  });

  test.each([
    ['registry', 'names a kind only', 'type=registry'],
    ['type=registry,mode=max', 'has no ref, which type=registry needs', undefined],
    ['ref=a', 'has no type', undefined],
    ['type=gha,type=gha', 'says type twice', undefined],
    ['type=gha,x', 'has "x" where name=value is meant', undefined],
    ['type=gha,"a', 'has a " that does not end', undefined],
    ['a,b', 'has "a" where name=value is meant', undefined],
  ])('%s is refused', (given, wrong, suggestion) => {
    expect(cacheSpec().read(given)).toEqual({ ok: false, wrong, ...(suggestion === undefined ? {} : { suggestion }) });
  });
});
