import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { InputSpecs } from '../spec/action-spec.js';
import { settings, words } from '../spec/for-container.js';
import * as kinds from '../spec/kinds.js';
import { describeFileProblem, readServicesFile, type ServicesFile } from './services-file.js';

const inputs = {
  timeout: { kind: kinds.duration({ minMs: 1_000 }), description: 'How long.' },
  'fail-after': { kind: kinds.integer({ min: 1, max: 100 }), description: 'How many.' },
  'circuit-breaker': { kind: kinds.flag(), description: 'Whether.' },
  alarms: { kind: kinds.lines({ of: 'alarm name' }), description: 'Which.' },
  'target-groups': { kind: kinds.map(), description: 'What.' },
  environment: { kind: settings('NAME=value'), verbatim: true, description: 'What.' },
  command: { kind: words(), verbatim: true, description: 'What.' },
} satisfies InputSpecs;

const read = (text: string) => readServicesFile(text, '.github/sluice.yml', inputs);

function fileOf(text: string): ServicesFile {
  const reading = read(text);
  if (!reading.ok) throw new Error(problemsOf(text).join('\n'));
  return reading.file;
}

function problemsOf(text: string): string[] {
  const reading = read(text);
  return reading.ok ? [] : reading.problems.map((problem) => describeFileProblem('f', problem));
}

describe('a services file', () => {
  test('gives each service with the defaults put in, the name wherever they hold {name}', () => {
    const file = fileOf(`
defaults:
  cluster: popcorn
  ecr-repository: goorm-popcorn-{name}
  task-definition: ecs/{name}.json
  paths: ['services/{name}/**']
  stop-timeout: 30s
  rolling: { timeout: 10m, alarms: ['{name}-cpu', '{name}-memory'] }
shared-paths: [build.gradle]
services:
  user:
  order:
    service: popcorn-order
    depends-on: [user]
    stop-timeout: 2m
    paths: [services/order/**, '!services/order/docs/**']
    rolling: { timeout: 20m, fail-after: 5, circuit-breaker: true, target-groups: { A: x=1, B: 2 } }
    before:
      - { name: migrate, command: [sh, -c, 'echo "$HOME"', sh], timeout: 5m }
`);
    expect(file.sharedPaths).toEqual(['build.gradle']);
    expect(file.services).toEqual([
      {
        name: 'user',
        service: 'user',
        cluster: 'popcorn',
        ecrRepository: 'goorm-popcorn-user',
        taskDefinition: 'ecs/user.json',
        paths: ['services/user/**'],
        stopTimeout: 30_000,
        strategy: 'rolling',
        dependsOn: [],
        rolling: { timeout: '10m', alarms: 'user-cpu\nuser-memory' },
      },
      {
        name: 'order',
        service: 'popcorn-order',
        cluster: 'popcorn',
        ecrRepository: 'goorm-popcorn-order',
        taskDefinition: 'ecs/order.json',
        paths: ['services/order/**', '!services/order/docs/**'],
        stopTimeout: 120_000,
        strategy: 'rolling',
        dependsOn: ['user'],
        rolling: {
          timeout: '20m',
          'fail-after': '5',
          'circuit-breaker': 'true',
          alarms: 'order-cpu\norder-memory',
          'target-groups': 'A=x=1\nB=2',
        },
        before: [{ name: 'migrate', command: ['sh', '-c', 'echo "$HOME"', 'sh'], timeout: 300_000 }],
      },
    ]);
  });

  test('hands on what is taken word by word as it is written, and never shows it', () => {
    const environment = String.raw`{ A: " x = \n y ", B: "" }`;
    const { services } = fileOf(
      `services:\n  a: { rolling: { environment: ${environment}, command: [sh, -c, "a  b"] } }`,
    );
    expect(services[0]?.rolling).toEqual({ environment: '{"A":" x = \\n y ","B":""}', command: '["sh","-c","a  b"]' });
    const problems = problemsOf('services:\n  a: { rolling: { environment: "hush hush", command: [1] } }');
    expect(problems).toEqual([
      expect.stringContaining('services.a.rolling.environment has a line'),
      expect.stringContaining('services.a.rolling.command[0] is not text'),
    ]);
    expect(problems.join()).not.toContain('hush');
  });

  test('may be JSON', () => {
    expect(fileOf('{"services": {"a": {"cluster": "c"}}}').services[0]).toMatchObject({ name: 'a', cluster: 'c' });
  });

  test('tells everything that is wrong at once, each with its place, in the order of the file', () => {
    const text = `defaults:
  clutser: popcorn
  stop-timeout: 5m
services:
  user:
    paths: ../user
    depends-on: [stor, user]
    rolling:
      timeout: 90
      fail-afer: 3
  store:
    ecr-repository: Goorm
    strategy: canary
    before:
      - command: [x]
    shared: 1
  "a b": {}
`;
    expect(problemsOf(text)).toEqual([
      expect.stringMatching(/^f:2:3: defaults\.clutser is not known here\. Accepted: .*Did you mean "cluster"\?$/),
      expect.stringMatching(/^f:3:3: defaults\.stop-timeout \("5m"\) is too long\. Accepted: .*at most 2m/),
      expect.stringMatching(/^f:6:5: services\.user\.paths is text instead of a list/),
      expect.stringMatching(
        /^f:9:7: services\.user\.rolling\.timeout is a number \(90\), not text\. Accepted: a duration/,
      ),
      expect.stringMatching(
        /^f:10:7: services\.user\.rolling\.fail-afer is not known here.*Did you mean "fail-after"\?$/,
      ),
      expect.stringMatching(/^f:12:5: services\.store\.ecr-repository \("Goorm"\) does not have the shape of one/),
      expect.stringMatching(/^f:13:5: services\.store\.strategy \("canary"\) is not one of the words/),
      expect.stringMatching(/^f:15:9: services\.store\.before\[0\] has no name, which is required/),
      expect.stringMatching(/^f:16:5: services\.store\.shared is not known here/),
      expect.stringMatching(/^f:17:3: services\."a b" has a name that does not have the shape of one/),
    ]);
  });

  test.each([
    ['', 'f:1:1: the file is empty'],
    ['services: [', 'f:1:'],
    ['services: {}', 'f:1:1: services names no service.'],
    ['services: []', 'f:1:1: services is a list instead of a mapping'],
    ['a: 1', 'f:1:1: a is not known here'],
    ['- a', 'f:1:1: the file is a list instead of a mapping'],
    ['"x"', 'f:1:1: the file is text instead of a mapping'],
    ['services:\n  a: x', 'f:2:3: services.a is text instead of a mapping'],
    ['services:\n  a: {}\n  a: {}', 'f:3:3: '],
    [
      'services:\n  a: { depends-on: [b] }',
      'f:2:21: services.a.depends-on[0] names "b", which is no service of this file',
    ],
    ['services:\n  a: { depends-on: [a] }', 'f:2:21: services.a.depends-on[0] names the service itself'],
    ['services:\n  a: { depends-on: [1] }', 'f:2:21: services.a.depends-on[0] is a number (1), not text'],
    ['services:\n  store: {}\n  a: { depends-on: [stroe] }', 'Did you mean "store"?'],
    ['services:\n  a: { service: x }\n  b: { service: x }', 'f:3:8: services.b.service is x, and so is that of a.'],
    [
      'services:\n  a: { before: [{ name: m }, { name: m }] }',
      'services.a.before[1].name is m, as that of a step before it',
    ],
    ['services:\n  a: { cluster: }', 'services.a.cluster is empty'],
    ['services:\n  a: { cluster: " " }', 'services.a.cluster is empty'],
    ['services:\n  a: { paths: [x, x] }', 'services.a.paths[1] names "x" twice'],
    ['services:\n  a: { paths: ["a[b]"] }', 'has one of ? + [ ] { } in it'],
    ['services:\n  a: { paths: [/a] }', 'does not begin at the top of the repository'],
    ['services:\n  a: { context: ../x }', 'leaves the repository'],
    ['services:\n  a: { dockerfile: /x }', 'is not below the top of the repository'],
    ['services:\n  a: { task-definition: "arn:aws:ecs:eu-west-1:1:x" }', 'is not the ARN of a task definition'],
    ['services:\n  a: { rolling: { alarms: [] } }', 'services.a.rolling.alarms is empty'],
    ['services:\n  a: { rolling: { alarms: [{}] } }', 'services.a.rolling.alarms[0] is not one line of text'],
    ['services:\n  a: { rolling: { circuit-breaker: yes } }', '("yes") is neither true nor false'],
    ['services:\n  __proto__: {}', 'has a name that'],
    ['defaults:\n  strategy: x\nservices:\n  a: {}\n  b: {}', 'f:2:3: defaults.strategy ("x") is not one of the words'],
    ['defaults:\n  depends-on: [a]\nservices:\n  a: {}\n  b: {}', 'f:2:3: defaults.depends-on is not known here'],
    ['defaults: x\nservices:\n  a: {}', 'f:1:1: defaults is text instead of a mapping'],
  ])('that says %j is refused: %s', (text, told) => {
    const problems = problemsOf(text);
    expect(problems.join('\n')).toContain(told);
    for (const problem of problems) expect(problem).toMatch(/^f:\d+:\d+: \S/);
  });

  test('that holds anything at all anywhere is taken or refused with a place, and never breaks off', () => {
    const anything = fc.jsonValue({ maxDepth: 3 });
    const service = fc.dictionary(
      fc.constantFrom(
        'service',
        'paths',
        'depends-on',
        'before',
        'rolling',
        'stop-timeout',
        '__proto__',
        'constructor',
      ),
      anything,
    );
    const file = fc.record({ defaults: fc.oneof(service, anything), services: fc.dictionary(fc.string(), service) });
    fc.assert(
      fc.property(fc.oneof(file, anything), (value) => {
        for (const problem of problemsOf(JSON.stringify(value))) expect(problem).toMatch(/^f:[1-9]\d*:[1-9]\d*: \S/);
      }),
      { numRuns: 2_000 },
    );
  });

  test('that would go round in a circle is refused, with the whole circle', () => {
    const text = 'services:\n  a: { depends-on: [b] }\n  b: { depends-on: [c] }\n  c:\n    depends-on:\n      - b\n';
    expect(problemsOf(text)).toEqual([
      'f:3:21: services.b.depends-on[0] closes a circle, so that none of these can be the first: b → c → b.',
    ]);
  });

  test('whose default is wrong says so once, however many services take it over', () => {
    const text = `defaults: { ecr-repository: "X-{name}" }\nservices: { ${Array.from({ length: 20 }, (_, index) => `s${index}: {}`)} }`;
    expect(problemsOf(text)).toHaveLength(1);
    expect(problemsOf(text)[0]).toContain('defaults.ecr-repository ("X-');
  });
});
