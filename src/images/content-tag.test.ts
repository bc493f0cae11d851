import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { contentTag, type ImageContent } from './content-tag.js';
import type { ContextItem } from './context-listing.js';
import { isPinned, sourcesOf } from './dockerfile.js';
import { isTag } from './reference.js';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const pinned = `alpine@sha256:${'a'.repeat(64)}`;
const content: ImageContent = {
  dockerfile: `FROM ${pinned}\nCOPY . .\n`,
  context: [
    { path: 'a', kind: 'folder', mode: 0o755 },
    { path: 'a/x.ts', kind: 'file', mode: 0o644, size: 3, digest: 'd1' },
    { path: 'l', kind: 'link', target: 'a/x.ts' },
  ],
  args: { A: '1', B: '2' },
  labels: {},
  platforms: [{ os: 'linux', architecture: 'amd64' }],
  attestations: {},
  contexts: {},
  baseDigests: {},
};
const tagOf = (changed: Partial<ImageContent> = {}): string => contentTag({ ...content, ...changed }, sha256).tag;

test('the tag is one, and stays what it is from version to version', () => {
  expect(isTag(tagOf())).toBe(true);
  // Whoever changes this number makes everybody build everything once: it must be meant.
  expect(tagOf()).toBe('content-28097d430232afe2436540d5c2cb2e369bbb65538ff474579d041c170f9e129d');
});

describe('any change that could make another image makes another tag', () => {
  const [folder, file, link] = content.context as readonly [ContextItem, ContextItem, ContextItem];
  test.each<[string, Partial<ImageContent>]>([
    ['the Dockerfile', { dockerfile: `${content.dockerfile}\n` }],
    ['the bytes of a file', { context: [folder, { ...file, digest: 'd2' } as ContextItem, link] }],
    ['the name of a file', { context: [folder, { ...file, path: 'a/y.ts' }, link] }],
    ['that a file may be run', { context: [folder, { ...file, mode: 0o755 } as ContextItem, link] }],
    ['the mode of a folder', { context: [{ ...folder, mode: 0o700 } as ContextItem, file, link] }],
    ['where a link leads', { context: [folder, file, { ...link, target: 'b' } as ContextItem] }],
    ['a link in place of a file', { context: [folder, { path: 'a/x.ts', kind: 'link', target: 'd1' }, link] }],
    ['a file less', { context: [folder, link] }],
    ['an empty folder more', { context: [...content.context, { path: 'b', kind: 'folder', mode: 0o755 }] }],
    ['the target', { target: 'test' }],
    ['the value of an argument', { args: { A: '1', B: '3' } }],
    ['an argument more', { args: { A: '1', B: '2', C: '' } }],
    ['values that change places', { args: { A: '2', B: '1' } }],
    ['a label', { labels: { A: '1' } }],
    ['a platform more', { platforms: [...content.platforms, { os: 'linux', architecture: 'arm64' }] }],
    ['provenance', { attestations: { provenance: 'mode=max' } }],
    ['an SBOM', { attestations: { sbom: 'mode=max' } }],
    ['a named context', { contexts: { base: 'x' } }],
    ['what a named context holds', { contexts: { base: 'y' } }],
  ])('%s', (_, changed) => {
    expect(tagOf(changed)).not.toBe(tagOf());
  });

  test('and the digest of a base that is named by a tag', () => {
    const dockerfile = 'FROM alpine:3\n';
    const one = tagOf({ dockerfile, baseDigests: { 'alpine:3': 'sha256:1' } });
    expect(one).not.toBe(tagOf({ dockerfile, baseDigests: { 'alpine:3': 'sha256:2' } }));
    expect(one).not.toBe(tagOf({ dockerfile }));
  });
});

test('the order of files, arguments, labels and platforms does not matter, nor how a platform is written', () => {
  const item = fc.record({
    path: fc.string({ minLength: 1 }).filter((path) => !/[\r\n]/.test(path)),
    digest: fc.string(),
  });
  const record = fc.dictionary(fc.string(), fc.string());
  fc.assert(
    fc.property(
      fc.uniqueArray(item, { selector: ({ path }) => path }),
      record,
      record,
      fc.infiniteStream(fc.nat()),
      (items, args, labels, numbers) => {
        const context = items.map((one) => ({ ...one, kind: 'file' as const, mode: 0o644, size: 1 }));
        const shuffled = <T>(list: readonly T[]): T[] =>
          list
            .map((value) => ({ value, at: Number(numbers.next().value) }))
            .sort((a, b) => a.at - b.at)
            .map(({ value }) => value);
        const reordered = (given: Readonly<Record<string, string>>) =>
          Object.fromEntries(shuffled(Object.entries(given)));
        const platforms = [
          { os: 'linux', architecture: 'arm64', variant: 'v8' },
          { os: 'linux', architecture: 'x86_64' },
        ];
        expect(tagOf({ context: shuffled(context), args: reordered(args), labels: reordered(labels), platforms })).toBe(
          tagOf({
            context,
            args,
            labels,
            platforms: [
              { os: 'linux', architecture: 'amd64' },
              { os: 'linux', architecture: 'arm64' },
            ],
          }),
        );
      },
    ),
  );
});

test('two different contents never have the same tag because one text runs into the next', () => {
  const small = fc.dictionary(fc.constantFrom('a', 'b', 'a","b', '["a"'), fc.constantFrom('', 'a', '"', '],['), {
    maxKeys: 3,
  });
  const whole = fc.record({ args: small, labels: small, contexts: small });
  const canonical = (given: object) =>
    JSON.stringify(Object.entries(given).map(([key, value]) => [key, Object.entries(value as object).sort()]));
  fc.assert(
    fc.property(whole, whole, (one, other) => {
      expect(tagOf(one) === tagOf(other)).toBe(canonical(one) === canonical(other));
    }),
  );
});

test('values of arguments are not in what is answered', () => {
  const answer = JSON.stringify(contentTag({ ...content, args: { TOKEN: 'hunter2' } }, sha256));
  expect(answer).not.toContain('hunter2');
});

test('what the tag cannot see is told', () => {
  const dockerfile = 'ARG V\nFROM node:24 AS a\nFROM img:$V\nADD https://x.example/y /y\nCOPY --from=a / /\n';
  expect(contentTag({ ...content, dockerfile }, sha256).blindTo).toEqual([
    'a newer node:24, which is named without its digest',
    'the image that img:$V stands for',
    'what https://x.example/y answers',
  ]);
  expect(contentTag(content, sha256).blindTo).toEqual([]);
});

test('a line break in the name of a file is refused', () => {
  const context: ContextItem[] = [{ path: 'a\nb', kind: 'folder', mode: 0o755 }];
  expect(() => tagOf({ context })).toThrow('The name of a file in the build context has a line break: "a\\nb"');
});

describe('what a Dockerfile takes from elsewhere', () => {
  test.each<[string, string, string[]]>([
    ['the images of its stages, each once', 'FROM a:1\nFROM b\nFROM a:1', ['a:1', 'b']],
    ['not a stage, scratch, or a stage by number', 'FROM a AS Base\nFROM base\nFROM scratch\nCOPY --from=0 / /', ['a']],
    ['not a named context', 'FROM ctx\nCOPY --from=ctx / /', []],
    ['an image that files are copied from', 'FROM a\nCOPY --chown=1 --from=tools:2 /x /x', ['a', 'tools:2']],
    ['an image that is mounted', 'FROM a\nRUN --mount=type=bind,from=tools:3,target=/x make', ['a', 'tools:3']],
    ['what an argument chooses', `ARG V=1\nFROM --platform=$BUILDPLATFORM a:\${V}`, ['a:9']],
    ['what an argument falls back to', `ARG W=2\nFROM a:$W\nFROM b:\${X:-3}\nFROM c\${W:+:w}`, ['a:2', 'b:3', 'c:w']],
    ['nothing of comments', '# FROM x\nFROM a\n  # FROM y', ['a']],
    ['what continues on the next line', 'FROM \\\n# between\n  a:1 \\\n  AS b', ['a:1']],
    ['what continues after a backtick where that is said', '# escape=`\nFROM `\n a:1', ['a:1']],
    [
      'nothing of a here-document',
      'FROM a\nRUN <<-"EOF"\nFROM x\n\tEOF\nCOPY <<A <<B /x\nFROM y\nA\nFROM z\nB\nFROM b',
      ['a', 'b'],
    ],
    ['what comes after a << that is no here-document', 'FROM a\nRUN echo $((1<<N))\nFROM b', ['a', 'b']],
    ['quotes left away', 'ARG V="1"\nFROM "a:$V"', ['a:9']],
  ])('%s', (_, text, images) => {
    expect(sourcesOf(text, { V: '9' }, ['ctx']).images).toEqual(images);
  });

  test('remote files only without a checksum', () => {
    const text = 'FROM a\nADD --checksum=sha256:1 https://a.example/x /x\nADD git@h:r.git#v1 b /y\nADD local /z';
    expect(sourcesOf(text, {}).remotes).toEqual(['git@h:r.git#v1']);
  });

  test('whatever the text, it ends', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('FROM ', 'a', '\n', '\\\n', '<<X', 'RUN ', '${', '}', '#', ' AS b', '`')),
        (parts) => {
          expect(sourcesOf(parts.join(''), {}).images.length).toBeLessThan(100);
        },
      ),
    );
  });

  test('is pinned by a digest only', () => {
    expect([isPinned(pinned), isPinned('alpine:3'), isPinned('alpine@sha256:1')]).toEqual([true, false, false]);
  });
});
