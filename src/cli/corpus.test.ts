// biome-ignore-all lint/suspicious/noTemplateCurlyInString: task definitions hold such texts
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { corpus } from './corpus.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sluice-corpus-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function run(words: readonly string[]) {
  const found: string[] = [];
  const aside: string[] = [];
  const exitCode = await corpus(words, { found: (line) => found.push(line), aside: (line) => aside.push(line) });
  return { exitCode, found, aside };
}

async function runOn(files: Readonly<Record<string, string | Buffer>>) {
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
  return run([folder]);
}

/** With about everything that ECS fills in, writes in another way, or that tools like to lose. */
const rich = {
  family: 'rich',
  networkMode: 'awsvpc',
  requiresCompatibilities: ['FARGATE'],
  cpu: '1 vCPU',
  memory: '2 GB',
  executionRoleArn: 'ecsTaskExecutionRole',
  taskRoleArn: '',
  pidMode: null,
  tags: [{ key: 'empty', value: '' }],
  volumes: [{ name: 'v', efsVolumeConfiguration: { fileSystemId: 'fs-1' } }, { name: 'w' }],
  containerDefinitions: [
    {
      name: 'app',
      image: 'shop:${VERSION}',
      command: [],
      entryPoint: [''],
      dockerLabels: { 'a.b': 'x=y "z"', __proto__x: '' },
      environment: [
        { name: 'Z', value: '' },
        { name: 'A', value: ' a=b ' },
      ],
      secrets: [{ name: 'DB', valueFrom: 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:db:password::' }],
      portMappings: [{ containerPort: 80 }],
      healthCheck: { command: ['/healthcheck'] },
      ulimits: [{ name: 'nofile', softLimit: 1, hardLimit: 2 }],
    },
    { name: 'side', image: 'side', essential: false, memoryReservation: 64, links: [] },
  ],
};

describe('sluice corpus', () => {
  test('takes task definitions through ECS and back, whatever they are written in, and says lossless', async () => {
    const described = { taskDefinition: { ...rich, revision: 3, status: 'ACTIVE', tags: undefined }, tags: [] };
    const { exitCode, found, aside } = await runOn({
      'a/rich.json': `// with comments\n${JSON.stringify(rich, null, 2)}`,
      'a/described.json': `\uFEFF${JSON.stringify(described)}`,
      'b/two.yaml':
        'family: one\ncontainerDefinitions: [&app {name: app, image: x, memory: 64}]\n---\n# two\nfamily: on\ncontainerDefinitions:\n  - <<: *missing\n',
      'b/three.yml':
        'family: yes\nx: &x {name: app, image: x, memory: 64}\ncontainerDefinitions:\n  - *x\n---\nfamily: on\ncontainerDefinitions:\n  - {name: on, image: "1.10", memory: 64}\n',
      'compose.yml': 'services:\n  web:\n    image: nginx\n',
      'package.json': '{"name": "shop"}',
      'node_modules/x/taskdef.json': '{"family": 1}',
      'notes.md': 'containerDefinitions',
    });
    expect(found).toEqual([
      'a/described.json:1:1: lossless',
      'a/rich.json:2:1: lossless',
      'b/three.yml:2:1: x is not a key that ECS knows here',
      'b/three.yml:6:1: lossless',
      'b/two.yaml:7:9: no anchor is called missing',
    ]);
    expect(aside).toEqual([
      'compose.yml: not a task definition, passed over',
      'package.json: not a task definition, passed over',
      '5 task definitions: 3 lossless, 2 with errors',
    ]);
    expect(exitCode).toBe(1);
  });

  test('tells where a file is wrong, and what ECS itself refuses', async () => {
    const { found } = await runOn({
      'comma.json': '{\n  "family": "a",\n  "containerDefinitions": [],\n}\n',
      'latin.json': Buffer.from('{"family": "\xe4", "containerDefinitions": []}', 'latin1'),
      'memory.yaml':
        'family: a\ncontainerDefinitions:\n  - {name: web, image: x, memory: 64}\n  - {name: app, image: x}\n',
      'family.json':
        '{\n  "containerDefinitions": [{"name": "a", "image": "x", "memory": 64}],\n  "family": "${NAME}"\n}',
      'health.json':
        '{"family": "a", "containerDefinitions": [\n {"name": "b", "image": "x", "memory": 64,\n  "healthCheck": {"command": ["x"], "retries": 99}}]}',
      'both.yaml':
        'family: a\nexecutionRoleArn: x\ncontainerDefinitions:\n  - {name: app, image: x, memory: 64, environment: [{name: A, value: b}], secrets: [{name: A, valueFrom: /c}]}\n',
    });
    expect(found).toEqual([
      'both.yaml:1:1: lossless (ECS refuses it all the same: has A of container app both in environment and in secrets)',
      'comma.json:3:29: the comma before } is one too many',
      expect.stringMatching(/^family\.json:3:3: is not accepted by ECS: Family/),
      expect.stringMatching(/^health\.json:3:3: is not accepted by ECS: .*retries/),
      'latin.json:1:1: the file is not UTF-8',
      expect.stringMatching(/^memory\.yaml:4:5: is not accepted by ECS: .*container 'app'.*memory/),
    ]);
  });

  test('ends well when all are lossless, and says when there is none', async () => {
    expect((await runOn({ 'rich.json': JSON.stringify(rich) })).exitCode).toBe(0);
    await rm(join(folder, 'rich.json'));
    expect(await run([folder])).toMatchObject({
      exitCode: 2,
      aside: ['0 task definitions: 0 lossless, 0 with errors'],
    });
  });

  test.each([[[]], [['a', 'b']], [['--all']], [[join(tmpdir(), 'sluice-is-not-there')]]])(
    'refuses %j as its arguments',
    async (words) => {
      expect((await run(words)).exitCode).toBe(2);
    },
  );
});

/** A folder of real task definitions, where there is one: they belong to others and are no part of this repository. */
const real = process.env.SLUICE_CORPUS ?? '';
(real === '' ? test.skip : test)(
  'real task definitions lose and gain nothing (the folder in SLUICE_CORPUS)',
  async () => {
    const { found } = await run([real]);
    expect(found.length).toBeGreaterThan(0);
    for (const line of found) {
      expect(line).toMatch(/^.+:\d+:\d+: \S/);
      expect(line).not.toMatch(/: (lost|invented): |is not accepted by ECS/);
    }
    expect(found.filter((line) => line.includes(': lossless')).length).toBeGreaterThan(found.length / 2);
  },
);
