import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parse } from 'yaml';
import * as kinds from '../spec/kinds.js';
import { type JsonSchema, jsonSchemaOf } from './json-schema.js';
import { readShape } from './read-shape.js';
import { servicesFileShape } from './schema.js';
import { readServicesFile } from './services-file.js';
import { serviceSettings } from './settings.js';

const inputs = {
  timeout: { kind: kinds.duration({ minMs: 1_000 }), description: 'How long.' },
  'fail-after': { kind: kinds.integer({ min: 1, max: 100 }), description: 'How many.' },
  'circuit-breaker': { kind: kinds.flag(), description: 'Whether.' },
  'on-cancel': { kind: kinds.oneOf('rollback', 'stop', 'leave'), description: 'What then.' },
  alarms: { kind: kinds.lines({ of: 'alarm name' }), description: 'Which.' },
};
const shape = servicesFileShape(inputs);
const schema = jsonSchemaOf(shape);

/** A validator of those keywords of JSON Schema that are written; any other is an error, so that none is overlooked. */
function isValid(rule: JsonSchema, value: unknown): boolean {
  return Object.entries(rule).every(([keyword, given]) => {
    switch (keyword) {
      case 'description':
        return true;
      case 'type':
        return (
          [given].flat().includes(typeOf(value)) || (typeOf(value) === 'integer' && [given].flat().includes('number'))
        );
      case 'enum':
        return (given as unknown[]).includes(value);
      case 'anyOf':
        return (given as JsonSchema[]).some((one) => isValid(one, value));
      case 'minLength':
        return typeof value !== 'string' || value.length >= (given as number);
      case 'minItems':
        return !Array.isArray(value) || value.length >= (given as number);
      case 'minProperties':
        return !isObject(value) || Object.keys(value).length >= (given as number);
      case 'uniqueItems':
        return !Array.isArray(value) || new Set(value.map((item) => JSON.stringify(item))).size === value.length;
      case 'items':
        return !Array.isArray(value) || value.every((item) => isValid(given as JsonSchema, item));
      case 'required':
        return !isObject(value) || (given as string[]).every((name) => Object.hasOwn(value, name));
      case 'properties':
        return (
          !isObject(value) ||
          Object.entries(given as Record<string, JsonSchema>).every(
            ([name, one]) => !Object.hasOwn(value, name) || isValid(one, value[name]),
          )
        );
      case 'additionalProperties': {
        const known = Object.keys((rule.properties as object | undefined) ?? {});
        const others = isObject(value) ? Object.keys(value).filter((name) => !known.includes(name)) : [];
        return others.every((name) => given !== false && isValid(given as JsonSchema, (value as never)[name]));
      }
      default:
        throw new Error(`This validator does not know ${keyword}`);
    }
  });
}

const isObject = (value: unknown): value is Record<string, unknown> => typeOf(value) === 'object';

function typeOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return Number.isInteger(value) ? 'integer' : typeof value;
}

/** Documents that are nearly right: the file's own words in the file's own places, and now and then anything. */
const noise = fc.oneof(fc.jsonValue({ maxDepth: 1 }), fc.constantFrom('', null, 1, 1.5, true, 'x', [], {}, ['a', 'a']));
const mostly = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<unknown> =>
  fc.oneof({ weight: 40, arbitrary: value }, { weight: 1, arbitrary: noise });
const some = (fields: Record<string, fc.Arbitrary<unknown>>) =>
  mostly(
    fc
      .tuple(
        fc.record(fields, { requiredKeys: [] }),
        fc.oneof({ weight: 40, arbitrary: fc.constant({}) }, { weight: 1, arbitrary: fc.constant({ unknown: 1 }) }),
      )
      .map(([known, other]) => ({ ...known, ...other })),
  );
const name = fc.constantFrom('user', 'order', 'api');
const steps = mostly(
  fc.array(
    some({ name, command: mostly(fc.array(fc.constantFrom('sh', '-c'))), timeout: fc.constantFrom('5m', '1h') }),
    { maxLength: 2 },
  ),
);
const common = {
  service: name,
  cluster: name,
  'ecr-repository': name,
  context: name,
  'stop-timeout': fc.constantFrom('30s', '2m'),
  strategy: mostly(fc.constantFrom('rolling', 'blue-green')),
  paths: mostly(fc.uniqueArray(fc.constantFrom('a/**', 'b', '!c'), { maxLength: 2 })),
  before: steps,
  rolling: some({
    timeout: mostly(fc.constantFrom('5m')),
    'fail-after': mostly(fc.constantFrom(3, '3')),
    'circuit-breaker': mostly(fc.constantFrom(true, 'false')),
    'on-cancel': mostly(fc.constantFrom('rollback', 'stop')),
    alarms: mostly(fc.constantFrom('a', 'a\nb', ['a', 'b'])),
  }),
};
const files = some({
  defaults: some(common),
  'shared-paths': mostly(fc.uniqueArray(fc.constantFrom('x', 'y'), { maxLength: 2 })),
  services: mostly(
    fc.dictionary(name, some({ ...common, 'depends-on': mostly(fc.uniqueArray(name, { maxLength: 2 })) }), {
      minKeys: 1,
      maxKeys: 3,
    }),
  ),
});

describe('the JSON Schema of the services file', () => {
  test('refuses nothing that the reader takes, in any file that is nearly right', () => {
    let taken = 0;
    let refused = 0;
    fc.assert(
      fc.property(files, (file) => {
        const isTaken = readShape(shape, file).faults.length === 0;
        taken += Number(isTaken);
        const valid = isValid(schema, file);
        refused += Number(!valid);
        if (isTaken && !valid) throw new Error(`refused: ${JSON.stringify(file)}`);
      }),
      { numRuns: 2_000 },
    );
    // Both kinds were among them.
    expect(taken).toBeGreaterThan(100);
    expect(refused).toBeGreaterThan(100);
  });

  test.each(['popcorn', 'platform'])('and the reader both take that of %s, whose files are all there', async (name) => {
    const folder = join(import.meta.dirname, '../../examples', name);
    const text = await readFile(join(folder, '.github/sluice.yml'), 'utf8');
    expect(isValid(jsonSchemaOf(servicesFileShape(serviceSettings)), parse(text))).toBe(true);
    const reading = readServicesFile(text, '.github/sluice.yml', serviceSettings);
    expect(reading).toMatchObject({ ok: true });
    for (const { context = '', taskDefinition = '', ...service } of reading.ok ? reading.file.services : []) {
      const { dockerfile = `${context}/Dockerfile` } = service;
      await Promise.all([dockerfile, taskDefinition].map((path) => readFile(join(folder, path))));
    }
  });

  test.each([
    ['a file with nothing in it', {}],
    ['an unknown name at the top', { services: { a: {} }, servces: {} }],
    ['an unknown name in a service', { services: { a: { contxt: 'x' } } }],
    ['an unknown name in the defaults', { defaults: { 'depends-on': ['a'] }, services: { a: {} } }],
    ['an unknown setting', { services: { a: { rolling: { timout: '1m' } } } }],
    ['a strategy that is none', { services: { a: { strategy: 'canary' } } }],
    ['paths that are no list', { services: { a: { paths: 'x' } } }],
    ['a path that stands twice', { services: { a: { paths: ['x', 'x'] } } }],
    ['a step without a name', { services: { a: { before: [{ command: ['x'] }] } } }],
    ['an empty text', { services: { a: { cluster: '' } } }],
    ['a number where text is meant', { services: { a: { cluster: 1 } } }],
    ['a flag that is none', { services: { a: { rolling: { 'circuit-breaker': 'yes' } } } }],
    ['a list without lines', { services: { a: { rolling: { alarms: [] } } } }],
    ['services that are a list', { services: [] }],
  ])('and the reader both refuse %s', (_what, file) => {
    expect(isValid(schema, file)).toBe(false);
    expect(readServicesFile(JSON.stringify(file), 'sluice.json', inputs).ok).toBe(false);
  });
});
