// biome-ignore-all lint/suspicious/noTemplateCurlyInString: this is how placeholders are written
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { stringify } from 'yaml';
import { readDocuments } from '../text/document.js';
import { objects, root } from './task-definition-keys.js';
import {
  describeDefinitionProblem,
  type ReadSettings,
  readTaskDefinition,
  readTaskDefinitions,
} from './task-definition-read.js';

function problemsOf(text: string, settings: ReadSettings = {}, fileName = 'taskdef.json'): readonly string[] {
  const read = readTaskDefinition(readDocuments(text, fileName), settings);
  return read.ok ? [] : read.problems.map((problem) => describeDefinitionProblem(problem, fileName));
}

function definitionOf(value: unknown, settings: ReadSettings = {}): unknown {
  const read = readTaskDefinition(
    readDocuments(typeof value === 'string' ? value : JSON.stringify(value), 'taskdef.json'),
    settings,
  );
  return read.ok ? JSON.parse(JSON.stringify(read.definition)) : read.problems;
}

const container = { name: 'app', image: 'shop:1' };
const shop = { family: 'shop', containerDefinitions: [container] };

/** Any value of a type of the table; objects with some of their keys and all that are required. */
function anything(type: string, depth = 0): fc.Arbitrary<unknown> {
  const bare = type.replace(/!$/, '');
  if (bare.endsWith('[]')) return fc.array(anything(bare.slice(0, -2), depth + 1), { maxLength: depth > 3 ? 1 : 3 });
  if (bare === '{text}')
    return fc.dictionary(
      fc.string({ minLength: 1 }).filter((key) => key !== '__proto__'),
      fc.string(),
      { maxKeys: 3 },
    );
  if (bare === 'text')
    return fc.oneof(fc.string(), fc.constantFrom('', '${A}', 'yes', '010', ' x=y "z" ', 'ünïcode\n- a: b'));
  if (bare === 'integer') return fc.integer({ min: -1, max: 100_000 });
  if (bare === 'boolean') return fc.boolean();
  const types = Object.entries(objects[bare] ?? {});
  const required = types.filter(([, each]) => each.endsWith('!')).map(([key]) => key);
  const record = Object.fromEntries(types.map(([key, each]) => [key, anything(each, depth + 1)]));
  return fc.record(record, { requiredKeys: required });
}

/** Containers by names of their own, and no empty list of tags, which ECS refuses. */
const definitions = anything(root).map((value) => {
  const { tags, ...rest } = value as { tags?: unknown[]; containerDefinitions: object[] };
  const containerDefinitions = rest.containerDefinitions.map((each, index) => ({ ...each, name: `c${index}` }));
  return { ...rest, ...(tags === undefined || tags.length === 0 ? {} : { tags }), containerDefinitions };
});

describe('a task definition in a file', () => {
  test('comes through as it is written, as JSON and as YAML, whatever of what ECS takes is in it', () => {
    fc.assert(
      fc.property(definitions, fc.constantFrom('json', 'yaml'), (definition, language) => {
        const text = language === 'json' ? JSON.stringify(definition, null, 1) : stringify(definition);
        const read = readTaskDefinition(readDocuments(text, `taskdef.${language}`));
        if (!read.ok) throw new Error(problemsOf(text, {}, `taskdef.${language}`).join('\n'));
        expect(JSON.parse(JSON.stringify(read.definition))).toEqual(JSON.parse(JSON.stringify(definition)));
      }),
      { numRuns: 60 },
    );
  });

  test('keeps empty texts and empty lists', () => {
    const empty = {
      family: 'shop',
      taskRoleArn: '',
      volumes: [],
      containerDefinitions: [
        { ...container, command: [], entryPoint: [''], environment: [{ name: 'A', value: '' }], dockerLabels: {} },
      ],
    };
    expect(definitionOf(empty)).toEqual(empty);
  });

  test('loses what DescribeTaskDefinition adds and members that are null, and nothing else', () => {
    const described = {
      taskDefinition: {
        ...shop,
        pidMode: null,
        taskDefinitionArn: 'arn:aws:ecs:eu-west-1:123456789012:task-definition/shop:7',
        revision: 7,
        status: 'ACTIVE',
        requiresAttributes: [{ name: 'x', targetId: null }],
        compatibilities: ['EC2'],
        registeredAt: '2026-01-01',
        registeredBy: 'somebody',
        cpu: '256',
      },
      tags: [{ key: 'team', value: '' }],
      ResponseMetadata: { HTTPStatusCode: 200 },
    };
    expect(definitionOf(described)).toEqual({ ...shop, cpu: '256', tags: [{ key: 'team', value: '' }] });
    expect(definitionOf({ ...described, tags: [] })).toEqual({ ...shop, cpu: '256' });
    expect(definitionOf(described.taskDefinition)).toEqual({ ...shop, cpu: '256' });
  });

  test('tells of an object where something else is expected', () => {
    expect(problemsOf('{"family": {"a": 1}, "containerDefinitions": {}}')).toEqual([
      'taskdef.json:1:2: family is an object, and ECS takes a text here',
      'taskdef.json:1:22: containerDefinitions is an object, and ECS takes a list here',
    ]);
  });

  test('tells to quote a number as it is written, which is not always as it is read', () => {
    const yaml = 'family: shop\ncontainerDefinitions:\n  - &a\n    name: app\n    image: x\n    environment:\n';
    const values = ['012345678901', '1.10', '0o14', 'True'].map((value) => `      - {name: A, value: ${value}}\n`);
    const quoted = (problems: readonly string[]) => problems.map((problem) => /"(.*)"$/.exec(problem)?.[1]);
    expect(quoted(problemsOf(`${yaml}${values.join('')}`, {}, 'taskdef.yaml'))).toEqual([
      '012345678901',
      '1.10',
      '0o14',
      'True',
    ]);
    const json = '{"family":"shop","cpu":2.50e2,"containerDefinitions":[{"name":"app","image":"x"}]}';
    expect(quoted(problemsOf(json))).toEqual(['2.50e2']);
  });

  test('tells all problems at once, in the order of the file, each with its place', () => {
    const text = `{
  "family": "shop",
  "cpu": 256,
  "containerDefinition": [],
  "logConfiguration": {},
  "containerDefinitions": [
    { "imgae": "x", "portMappings": [{ "containerPort": "80" }] },
    { "name": "app", "command": "npm start", "essential": "True", "dockerLabels": { "a": null } },
    { "name": "app", "environment": [{ "name": "A", "value": 1 }, null], "healthCheck": {} }
  ]
}`;
    expect(problemsOf(text)).toEqual([
      'taskdef.json:3:3: cpu is the number 256, and ECS takes a text here: write it in quotes, "256"',
      'taskdef.json:4:3: containerDefinition is not a key that ECS knows here. Did you mean "containerDefinitions"?',
      'taskdef.json:5:3: logConfiguration is not a key that ECS knows here: it belongs in an item of containerDefinitions',
      'taskdef.json:7:5: containerDefinitions[0] has no name',
      'taskdef.json:7:7: containerDefinitions[0].imgae is not a key that ECS knows here. Did you mean "image"?',
      'taskdef.json:7:40: containerDefinitions[0].portMappings[0].containerPort is a text, and ECS takes a whole number here: write 80 without quotes',
      'taskdef.json:8:22: containerDefinitions[1].command is a text, and ECS takes a list here: write each word as an item of its own, ["like", "this"]',
      'taskdef.json:8:46: containerDefinitions[1].essential is a text, and ECS takes true or false here: write true without quotes',
      'taskdef.json:8:85: containerDefinitions[1].dockerLabels.a is null, and ECS takes a text here: write "" for an empty one',
      'taskdef.json:9:7: containerDefinitions[2].name is app, as another container is called',
      'taskdef.json:9:53: containerDefinitions[2].environment[0].value is the number 1, and ECS takes a text here: write it in quotes, "1"',
      'taskdef.json:9:67: containerDefinitions[2].environment[1] is null, and ECS takes an object here',
      'taskdef.json:9:74: containerDefinitions[2].healthCheck has no command',
    ]);
  });

  test.each([
    ['[]', 'taskdef.json:1:1: the file is empty'],
    ['7', 'taskdef.json:1:1: is not an object: a task definition is one, with family and containerDefinitions'],
    ['{}', 'taskdef.json:1:1: has no family'],
    ['{"family": "a", "containerDefinitions": null}', 'taskdef.json:1:1: has no containerDefinitions'],
    ['{"taskDefinition": 1}', 'taskdef.json:1:2: taskDefinition is not an object'],
    [
      '{"taskDefinition": {"family": "a", "containerDefinitions": []}, "tag": []}',
      'taskdef.json:1:65: tag does not belong beside taskDefinition (only tags may stand there)',
    ],
    ['[{}, {}]', 'taskdef.json:1:6: a second task definition begins here, and only one is expected'],
    [
      '{"family": "a", "containerDefinitions": [], "cpu": 99999999999}',
      'taskdef.json:1:45: cpu is the number 99999999999',
    ],
  ])('%s is refused', (text, problem) => {
    expect(problemsOf(text)[0]).toContain(problem);
  });

  test('stands alone where one is expected, and with others where several may be', () => {
    const text = 'family: a\ncontainerDefinitions: []\n---\n- family: b\n  containerDefinitions: []\n- cpu: 1\n';
    const all = readTaskDefinitions(readDocuments(text, 'all.yaml'));
    expect(all.map(({ at, read }) => [at.line, at.column, read.ok])).toEqual([
      [1, 1, true],
      [4, 3, true],
      [6, 3, false],
    ]);
  });
});

describe('a text that somebody has spoilt', () => {
  const texts = [
    JSON.stringify({ taskDefinition: shop, tags: [] }, null, 2),
    stringify({ ...shop, volumes: [{ name: 'a b', host: { sourcePath: '${A}' } }] }),
    'family: &f shop\ncontainerDefinitions:\n  - &c {name: app, image: x}\n  - <<: *c\n    name: *f\n---\n# end\n',
  ];
  const bits = [
    '{',
    '}',
    '[',
    ']',
    ':',
    ',',
    '"',
    "'",
    '&a',
    '*a',
    '!x',
    '<<: *c',
    '\n',
    '\t',
    '- ',
    '? ',
    '|',
    '>',
    '---\n',
  ];
  const odd = [...bits, '%', '#', '\\', '\0', '\ud800', '@', '`', '1e9', 'null', '~', '__proto__', '${'];

  test('is read, or refused with problems that have places in it and read like sentences', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...texts),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.nat(20),
        fc.array(fc.constantFrom(...odd), { maxLength: 4 }),
        fc.constantFrom('a.json', 'a.yaml', 'a'),
        (text, where, cut, put, name) => {
          const at = Math.floor(where * text.length);
          const spoilt = text.slice(0, at) + put.join('') + text.slice(at + cut);
          const lines = spoilt.split(/\r\n|\r|\n/).length;
          for (const { read } of readTaskDefinitions(readDocuments(spoilt, name), { placeholders: {} })) {
            if (read.ok) continue;
            expect(read.problems.length).toBeGreaterThan(0);
            for (const { at: place, wrong } of read.problems) {
              expect(place.line).toBeLessThanOrEqual(lines);
              expect(place.column).toBeGreaterThanOrEqual(1);
              expect(wrong).not.toMatch(/undefined|\[object|\n/);
            }
          }
        },
      ),
      { numRuns: 400 },
    );
  });
});

describe('a key that nobody here knows', () => {
  const newer = { ...shop, newest: { a: [null, 1] }, containerDefinitions: [{ ...container, restartWindow: 5 }] };

  test('is an error, and is kept where it is asked for: all, or some by name', () => {
    expect(problemsOf(JSON.stringify(newer))).toHaveLength(2);
    expect(definitionOf(newer, { passUnknown: 'all' })).toEqual(newer);
    expect(definitionOf(newer, { passUnknown: ['newest', 'restartWindow'] })).toEqual(newer);
    expect(problemsOf(JSON.stringify(newer), { passUnknown: ['newest'] })).toEqual([
      expect.stringContaining('containerDefinitions[0].restartWindow is not a key that ECS knows here'),
    ]);
  });

  test('is told when it is kept', () => {
    const read = readTaskDefinition(readDocuments(JSON.stringify(newer), 'x.json'), { passUnknown: 'all' });
    expect(read.ok && [...read.passed].sort()).toEqual(['containerDefinitions[0].restartWindow', 'newest']);
  });
});

describe('a placeholder', () => {
  const file = {
    family: 'shop-${STAGE}',
    containerDefinitions: [
      {
        name: 'app',
        image: '${IMAGE}',
        cpu: '${CPU}',
        essential: '${ESSENTIAL}',
        command: ['sh', '-c', 'echo $${HOME} $HOME'],
      },
    ],
  };
  const placeholders = { STAGE: 'prod', IMAGE: 'shop:1 "$&"', CPU: '64', ESSENTIAL: 'false' };

  test('is left as it is where none was asked for', () => {
    const text = { family: 'shop-${STAGE}', containerDefinitions: [{ name: 'app', image: '${IMAGE' }] };
    expect(definitionOf(text)).toEqual(text);
  });

  test('gets its value where it was asked for, as a number or a boolean where ECS takes one', () => {
    expect(definitionOf(file, { placeholders })).toEqual({
      family: 'shop-prod',
      containerDefinitions: [
        { name: 'app', image: 'shop:1 "$&"', cpu: 64, essential: false, command: ['sh', '-c', 'echo ${HOME} $HOME'] },
      ],
    });
  });

  test('without a value, or of another shape, is an error at its place', () => {
    const text = `{"family": "\${A}-\${B}",\n "containerDefinitions": [{"name": "app", "image": "\${X:-y}", "cpu": "\${N}"}]}`;
    expect(problemsOf(text, { placeholders: { B: 'b', N: 'many' } })).toEqual([
      'taskdef.json:1:2: family holds the placeholder ${A}, for which no value is given',
      'taskdef.json:2:43: containerDefinitions[0].image holds "${X:-y}", which is not a placeholder such as ${NAME} (write $${ for the text itself)',
      'taskdef.json:2:63: containerDefinitions[0].cpu is a text, and ECS takes a whole number here',
    ]);
  });
});
