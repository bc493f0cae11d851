import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { stringify } from 'yaml';
import { objects, root } from '../ecs/task-definition-keys.js';
import { corpus } from './corpus.js';

/** Words that ECS takes, by the member; of one that several objects have, by the object too. */
const words: Readonly<Record<string, readonly string[]>> = {
  networkMode: ['awsvpc', 'host', 'bridge', 'none'],
  requiresCompatibilities: ['EC2', 'EXTERNAL'],
  pidMode: ['host', 'task'],
  ipcMode: ['host', 'none'],
  protocol: ['tcp', 'udp'],
  appProtocol: ['http', 'grpc'],
  logDriver: ['json-file', 'splunk', 'syslog'],
  'TaskDefinitionPlacementConstraint.type': ['memberOf'],
  'EnvironmentFile.type': ['s3'],
  'ResourceRequirement.type': ['GPU'],
  'ProxyConfiguration.type': ['APPMESH'],
  'FirelensConfiguration.type': ['fluentd', 'fluentbit'],
  'Ulimit.name': ['nofile', 'core'],
  scope: ['task', 'shared'],
  transitEncryption: ['ENABLED', 'DISABLED'],
  iam: ['ENABLED', 'DISABLED'],
  cpuArchitecture: ['X86_64', 'ARM64'],
  operatingSystemFamily: ['LINUX'],
  versionConsistency: ['enabled', 'disabled'],
  permissions: ['read', 'write'],
};

function anything(type: string, key: string, object: string): fc.Arbitrary<unknown> {
  const bare = type.replace(/!$/, '');
  if (bare.endsWith('[]')) return fc.array(anything(bare.slice(0, -2), key, object), { maxLength: 2 });
  if (bare === '{text}') return fc.dictionary(fc.string({ minLength: 1 }), fc.string(), { maxKeys: 2 });
  const known = words[`${object}.${key}`] ?? words[key];
  if (bare === 'text') return known === undefined ? fc.string() : fc.constantFrom(...known);
  if (bare === 'integer') return fc.integer({ min: 5, max: 50 });
  if (bare === 'boolean') return fc.boolean();
  const types = Object.entries(objects[bare] ?? {});
  const required = types.filter(([, each]) => each.endsWith('!')).map(([name]) => name);
  const members = Object.fromEntries(types.map(([name, each]) => [name, anything(each, name, bare)]));
  return fc.record(members, { requiredKeys: required });
}

type Members = Record<string, unknown>;
const listOf = (value: unknown): Members[] => (Array.isArray(value) ? value : []);
const numbered = (value: unknown, key: string, letter: string, more: Members = {}) =>
  value === undefined ? undefined : listOf(value).map((each, i) => ({ ...each, [key]: `${letter}${i}`, ...more }));

/** What ECS asks for beyond types, put right. */
function acceptable(given: Members, family: string): Members {
  const { cpu: _, tags, containerDefinitions, ...rest } = given;
  const containers = listOf(containerDefinitions).map(({ dependsOn: _on, links: _links, ...container }, index) => ({
    ...container,
    name: `c${index}`,
    image: 'x',
    essential: true,
    environment: numbered(container.environment, 'name', 'E'),
    secrets: numbered(container.secrets, 'name', 'S', { valueFrom: '/x' }),
    ...(container.healthCheck === undefined
      ? {}
      : { healthCheck: { ...(container.healthCheck as Members), command: ['CMD', 'x'], retries: 3 } }),
    ...(container.portMappings === undefined
      ? {}
      : { portMappings: listOf(container.portMappings).map(({ hostPort: _port, ...mapping }) => mapping) }),
  }));
  const one = { name: 'c0', image: 'x' };
  return {
    ...rest,
    family,
    memory: '4096',
    executionRoleArn: 'x',
    ...(listOf(tags).length > 0 ? { tags: numbered(tags, 'key', 'K') } : {}),
    containerDefinitions: containers.length > 0 ? containers : [one],
  };
}

test('no task definition that ECS takes loses or gains anything on its way there and back', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'sluice-corpus-'));
  try {
    const count = 1000;
    for (const [index, given] of fc.sample(anything(root, '', ''), count).entries()) {
      const definition = acceptable(given as Members, `f${index}`);
      const isJson = index % 2 === 0;
      // JSON leaves out what is undefined; YAML gets the same data.
      const text = JSON.stringify(definition);
      await writeFile(
        join(folder, isJson ? `${index}.json` : `${index}.yaml`),
        isJson ? text : stringify(JSON.parse(text)),
      );
    }
    const bad: string[] = [];
    let good = 0;
    const found = (line: string) => {
      if (line.endsWith(': lossless')) good += 1;
      else bad.push(line);
    };
    expect(await corpus([folder], { found, aside: () => {} })).toBe(0);
    expect([good, bad]).toEqual([count, []]);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}, 120_000);
