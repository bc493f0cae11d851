import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Cloud } from '../cloud.js';
import { type EnumMembers, enumMembers } from './enum-members.js';
import { enumTable } from './enum-table.js';

const clients = {
  sts: 'sts',
  ssm: 'ssm',
  logs: 'cloudwatch-logs',
  cloudwatch: 'cloudwatch',
  elb: 'elastic-load-balancing-v2',
  ecs: 'ecs',
  autoscaling: 'application-auto-scaling',
  ecr: 'ecr',
  'ecr-public': 'ecr-public',
  iam: 'iam',
  ec2: 'ec2',
  secretsmanager: 'secrets-manager',
} as const;

let cloud: Cloud;
beforeAll(async () => {
  cloud = await Cloud.start();
});
afterAll(() => cloud.stop());

test('the table of enumerations is in step with the SDK (SLUICE_WRITE_ENUMS=1 writes it anew)', () => {
  const require = createRequire(import.meta.url);
  const now: Record<string, EnumMembers> = {};
  for (const [id, client] of Object.entries(clients) as [keyof typeof clients, string][]) {
    const { sdk, operations } = cloud.service(id);
    // From the whole client: what a service takes of it must hold every enumeration that its requests have.
    const whole = require(`@aws-sdk/client-${client}`) as Record<string, unknown>;
    now[id] = enumMembers(whole, require.resolve(`@aws-sdk/client-${client}`), Object.keys(operations));
    const named = Object.values(now[id] ?? {}).flatMap((members) => Object.values(members));
    expect({ id, missing: named.filter((name) => sdk[name] === undefined) }).toEqual({ id, missing: [] });
  }
  if (process.env.SLUICE_WRITE_ENUMS === '1') {
    const file = fileURLToPath(new URL('enum-table.ts', import.meta.url));
    const source = readFileSync(file, 'utf8');
    const head = source.slice(0, source.indexOf(' = {') + 3);
    writeFileSync(file, `${head}${JSON.stringify(now)};\n`);
    return;
  }
  expect(enumTable).toEqual(now);
});
