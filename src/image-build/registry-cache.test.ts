import { describe, expect, test } from '@jest/globals';
import { cachesOf, cacheTag, isFixedBy } from './registry-cache.js';

const request = { cache: 'registry', cacheFrom: [], isWritten: true } as const;
const arm = { os: 'linux', architecture: 'arm64' };
const amd = { os: 'linux', architecture: 'amd64' };

describe('the cache in the registry', () => {
  test('has a tag for each set of platforms, whatever their order, and for each image that shares a repository', () => {
    expect(cacheTag([], undefined)).toBe('buildcache');
    expect(cacheTag([arm, amd], undefined)).toBe(cacheTag([amd, arm], undefined));
    expect(cacheTag([amd], 'user')).toBe('buildcache-user-linux-amd64');
  });

  test('is read and not written where its tag could be written once only', () => {
    const immutable = { setting: 'IMMUTABLE', exclusions: [] } as const;
    const { from, to, warnings } = cachesOf(request, 'r.example/shop', [], immutable, undefined);
    expect([from, to, warnings.length]).toEqual([['type=registry,ref=r.example/shop:buildcache'], [], 1]);
    const excluded = { setting: 'IMMUTABLE_WITH_EXCLUSION', exclusions: ['buildcache*'] } as const;
    expect(cachesOf(request, 'r.example/shop', [], excluded, undefined).to).toHaveLength(1);
    expect(isFixedBy({ setting: 'MUTABLE_WITH_EXCLUSION', exclusions: ['v*'] }, 'v1')).toBe(true);
  });

  test('is only read when nothing is pushed', () => {
    expect(cachesOf({ ...request, isWritten: false }, 'r.example/shop', [], undefined, undefined).to).toEqual([]);
  });
});

test('other caches are written as they are said, and read without what is about writing', () => {
  const cache = ['type=gha,mode=max,scope=a', 'type=local,dest=/tmp/c,compression=zstd'];
  const { from, to } = cachesOf({ ...request, cache, cacheFrom: ['type=gha,scope=b'] }, 'r', [], undefined, undefined);
  expect(to).toEqual(cache);
  expect(from).toEqual(['type=gha,scope=a', 'type=local,src=/tmp/c', 'type=gha,scope=b']);
  expect(cachesOf({ ...request, cache: 'none', cacheFrom: ['x'] }, 'r', [], undefined, undefined)).toMatchObject({
    from: ['x'],
    to: [],
  });
});
