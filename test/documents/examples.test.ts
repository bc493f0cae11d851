import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { spec as buildPush } from '../../src/actions/build-push/spec.js';
import { spec as promote } from '../../src/actions/promote/spec.js';
import { parseInputs } from '../../src/spec/parse.js';

const root = resolve(import.meta.dirname, '../..');
const textOf = (file: string): string => readFileSync(join(root, file), 'utf8');
const documents = [
  'README.md',
  ...readdirSync(join(root, 'docs')).flatMap((name) => (name.endsWith('.md') ? [`docs/${name}`] : [])),
  ...readdirSync(join(root, 'actions')).map((action) => `actions/${action}/README.md`),
];

interface Use {
  readonly file: string;
  readonly action: string;
  readonly inputs: Readonly<Record<string, string>>;
}

/** Whatever in a text of YAML uses one of our actions. */
function usesIn(file: string, value: unknown): readonly Use[] {
  if (Array.isArray(value)) return value.flatMap((item) => usesIn(file, item));
  if (typeof value !== 'object' || value === null) return [];
  const { uses, with: given = {} } = value as { uses?: unknown; with?: Record<string, unknown> };
  const [, action] = /^owner\/sluice\/actions\/([a-z-]+)@/.exec(String(uses)) ?? [];
  const inputs = Object.fromEntries(Object.entries(given).map(([name, text]) => [name, String(text)]));
  return [
    ...(action === undefined ? [] : [{ file, action, inputs }]),
    ...Object.values(value).flatMap((item) => usesIn(file, item)),
  ];
}

const uses = documents
  .filter((file) => existsSync(join(root, file)))
  .flatMap((file) =>
    [...textOf(file).matchAll(/```ya?ml\n([\s\S]*?)```/g)].flatMap(([, text = '']) => usesIn(file, parse(text))),
  );

describe('a step in the documents', () => {
  test.each(uses)('$file: $action gets inputs that it has, and those that it requires', ({ action, inputs }) => {
    const known = parse(textOf(`actions/${action}/action.yml`)).inputs as Record<string, { required?: boolean }>;
    expect(Object.keys(inputs).filter((name) => !Object.hasOwn(known, name))).toEqual([]);
    const required = Object.keys(known).filter((name) => known[name]?.required === true);
    expect(required.filter((name) => !Object.hasOwn(inputs, name))).toEqual([]);
  });

  const specs = { 'build-push': buildPush, promote } as const;
  const ours = uses.filter(({ action }) => Object.hasOwn(specs, action));
  test.each(ours)('$file: $action takes what it is given', ({ action, inputs }) => {
    // Expressions stand for a text that any input takes.
    const plain = Object.entries(inputs).map(([name, text]) => [name, text.replace(/\$\{\{.*?\}\}/g, 'text')]);
    expect(() => parseInputs(specs[action as keyof typeof specs], Object.fromEntries(plain))).not.toThrow();
  });

  test('is found in the documents of both', () => {
    expect(new Set(ours.map(({ action }) => action))).toEqual(new Set(Object.keys(specs)));
  });
});
