import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DescribeAlarmsCommand, PutMetricAlarmCommand } from '@aws-sdk/client-cloudwatch';
import { RegisterTaskDefinitionCommand } from '@aws-sdk/client-ecs';
import { DescribeLoadBalancersCommand } from '@aws-sdk/client-elastic-load-balancing-v2';
import { afterEach, describe, expect, test } from '@jest/globals';
import type { PhaseResult } from '../../src/testing/runner.js';
import { callsOf, digest, type Options, type TwoSides, twoSides } from './two-sides.js';

let sides: TwoSides | undefined;
afterEach(async () => {
  await sides?.stop();
  sides = undefined;
});

async function world(options?: Options): Promise<TwoSides> {
  sides = await twoSides(options);
  return sides;
}

const quick = { steps: '20%@30s, 100%@30s', settle: '10s', drain: '10s' };
const deploy = async (
  on: TwoSides,
  inputs: Record<string, string> = {},
  environment: Record<string, string> = {},
): Promise<PhaseResult> => {
  const step = await on.step({ ...quick, ...inputs }, { environment: { ...on.cloud.env, ...environment } });
  const main = await step.runMain();
  expect((await step.runPost()).exitCode).toBe(0);
  return main;
};

/** How many calls since the world was built changed something other than the lock. */
async function changes(on: TwoSides): Promise<number> {
  const operations = ['ModifyRule', 'ModifyListener', 'UpdateService', 'RegisterTaskDefinition'];
  return (await Promise.all(operations.map((name) => callsOf(on, name)))).flat().length;
}

describe('ways to say what is shifted and deployed, through the shipped bundle', () => {
  test("a listener's default action is shifted as a rule is", async () => {
    const on = await world({ byDefaultAction: true });
    const main = await deploy(on);
    expect(main.outputs).toMatchObject({ outcome: 'promoted', weights: '{"shop-blue":0,"shop-green":100}' });
    expect((await callsOf(on, 'ModifyListener')).length).toBeGreaterThanOrEqual(2);
  }, 60_000);

  test('the ARN of a registered task definition is deployed as it is', async () => {
    const on = await world();
    const { taskDefinition } = await on.clients.ecs.send(
      new RegisterTaskDefinitionCommand({
        family: 'shop',
        networkMode: 'awsvpc',
        requiresCompatibilities: ['FARGATE'],
        cpu: '256',
        memory: '512',
        executionRoleArn: 'arn:aws:iam::123456789012:role/execution',
        containerDefinitions: [{ name: 'app', image: `shop@${digest(3)}`, portMappings: [{ containerPort: 8080 }] }],
      }),
    );
    const main = await deploy(on, { images: '', 'task-definition': taskDefinition?.taskDefinitionArn ?? '' });
    expect(main.outputs).toMatchObject({
      outcome: 'promoted',
      'task-definition-arn': taskDefinition?.taskDefinitionArn,
    });
    expect(await callsOf(on, 'RegisterTaskDefinition')).toHaveLength(1);
  }, 60_000);

  test('a task definition file of the workspace is registered with the images put in', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'sluice-workspace-'));
    try {
      await writeFile(
        join(folder, 'task-definition.json'),
        JSON.stringify({
          family: 'shop',
          networkMode: 'awsvpc',
          requiresCompatibilities: ['FARGATE'],
          cpu: '512',
          memory: '1024',
          executionRoleArn: 'arn:aws:iam::123456789012:role/execution',
          containerDefinitions: [{ name: 'app', image: 'IMAGE', portMappings: [{ containerPort: 8080 }] }],
        }),
      );
      const on = await world();
      const main = await deploy(on, { 'task-definition': join(folder, 'task-definition.json') });
      expect(main.outputs).toMatchObject({
        outcome: 'promoted',
        'task-definition-arn': expect.stringMatching(/shop:2$/),
      });
    } finally {
      await rm(folder, { recursive: true });
    }
  }, 60_000);

  test('what is live already is unchanged, without a call that changes anything', async () => {
    const on = await world();
    const main = await deploy(on, { images: `app=123456789012.dkr.ecr.eu-west-1.amazonaws.com/shop@${digest(1)}` });
    expect([main.exitCode, main.outputs.outcome]).toEqual([0, 'unchanged']);
    expect(await changes(on)).toBe(0);
  }, 30_000);

  test('a dry run prints the plan and makes no call that changes anything, not even the lock', async () => {
    const on = await world();
    const main = await deploy(on, { 'dry-run': 'true' });
    expect([main.exitCode, main.outputs.outcome]).toEqual([0, 'unchanged']);
    expect(main.stdout).toMatch(/20 % to shop-green, healthy for 30s/);
    expect(main.summary).toContain('The plan');
    expect(await changes(on)).toBe(0);
    expect(await callsOf(on, 'PutParameter')).toEqual([]);
  }, 30_000);
});

describe('the probe through a test rule, through the shipped bundle', () => {
  test('finds a release bad that would have got traffic otherwise', async () => {
    const on = await world();
    const probe = { 'probe-headers': 'X-Test: green', 'probe-body': 'no such text' };
    const main = await deploy(on, { probe: `${on.url}/products`, ...probe });
    expect(main.outputs).toMatchObject({ outcome: 'rolled-back', 'rolled-back-at-weight': '0' });
    expect(main.outputs.reason).toContain('probe: the answer does not contain "no such text"');
    expect(await callsOf(on, 'ModifyRule')).toEqual([]);
  }, 60_000);

  test('is evidence of health where the new version answers as expected', async () => {
    const on = await world();
    const main = await deploy(on, {
      probe: `${on.url}/products`,
      'probe-headers': 'X-Test: green',
      'probe-body': '"version"',
    });
    expect(main.outputs.outcome).toBe('promoted');
    expect(main.summary).toMatch(/probe: answered as expected in \d+ ms/);
  }, 60_000);
});

describe('a probe that is a path, through the shipped bundle', () => {
  test('is asked of the load balancer by its own name and port, where the network leads', async () => {
    const on = await world();
    // The local cloud listens on loopback and its names lead nowhere: a proxy stands for the network between.
    const asked = new Set<string>();
    const proxy = createServer((request, response) => {
      const { host, pathname } = new URL(request.url ?? '');
      asked.add(host);
      fetch(`${on.url}${pathname}`, { headers: { 'X-Test': String(request.headers['x-test']) } })
        .then(async (answer) => response.writeHead(answer.status).end(await answer.text()))
        .catch(() => response.writeHead(502).end());
    });
    await new Promise<void>((ready) => proxy.listen(0, '127.0.0.1', ready));
    const { port } = proxy.address() as AddressInfo;
    try {
      const main = await deploy(
        on,
        { probe: '/products', 'probe-headers': 'X-Test: green', 'probe-body': '"version"' },
        { NODE_USE_ENV_PROXY: '1', http_proxy: `http://127.0.0.1:${port}`, no_proxy: '127.0.0.1' },
      );
      expect(main.outputs).toMatchObject({ outcome: 'promoted' });
      expect(main.summary).toMatch(/probe: answered as expected in \d+ ms/);
      const { LoadBalancers: [balancer] = [] } = await on.clients.elb.send(new DescribeLoadBalancersCommand({}));
      expect([...asked]).toEqual([balancer?.DNSName]);
    } finally {
      proxy.closeAllConnections();
      await new Promise((closed) => proxy.close(closed));
    }
  }, 60_000);
});

describe('what is not safe is refused before anything is touched, through the shipped bundle', () => {
  const noAlarm = (name: string) => ({
    AlarmName: name,
    Namespace: 'Shop',
    MetricName: 'Errors',
    Statistic: 'Sum' as const,
    Period: 60,
    EvaluationPeriods: 1,
    Threshold: 1,
    ComparisonOperator: 'GreaterThanThreshold' as const,
  });

  test.each([
    ['an alarm that does not exist', { alarms: 'shop-gren-5xx' }, /alarm shop-gren-5xx does not exist/],
    ['an alarm that is on already', { alarms: 'on' }, /alarm on is in ALARM already/],
    [
      'an alarm on a target group that takes no part',
      { alarms: 'elsewhere' },
      /watches target group targetgroup\/other\/1/,
    ],
    ['a container that is not there', { images: `web=shop@${digest(2)}` }, /Input images \("web"\) names a container/],
    [
      'a service that is not there',
      { services: 'shop-blue\nshop-gren' },
      /Input services \("shop-gren"\) does not exist in cluster shop/,
    ],
    ['a cluster that is not there', { cluster: 'shopp' }, /Input cluster \("shopp"\) does not exist/],
  ])(
    '%s',
    async (_what, inputs, reason) => {
      const on = await world();
      await on.clients.cloudwatch.send(new PutMetricAlarmCommand({ ...noAlarm('on'), TreatMissingData: 'breaching' }));
      await waitForAlarm(on, 'on');
      await on.clients.cloudwatch.send(
        new PutMetricAlarmCommand({
          ...noAlarm('elsewhere'),
          Dimensions: [{ Name: 'TargetGroup', Value: 'targetgroup/other/1' }],
        }),
      );
      const main = await deploy(on, inputs);
      expect([main.exitCode, main.outputs.outcome]).toEqual([1, 'refused']);
      expect(main.outputs.reason).toMatch(reason);
      expect(main.annotations.filter(({ level }) => level === 'error')).toHaveLength(1);
      expect(await changes(on)).toBe(0);
    },
    30_000,
  );

  test('an alarm without data is warned of', async () => {
    const on = await world();
    await on.clients.cloudwatch.send(new PutMetricAlarmCommand(noAlarm('silent')));
    const main = await deploy(on, { alarms: 'silent', 'dry-run': 'true' });
    expect(main.annotations).toContainEqual(
      expect.objectContaining({ level: 'warning', message: expect.stringContaining('alarm silent has no data') }),
    );
  }, 30_000);
});

/** Waits until the alarm was evaluated to ALARM. */
async function waitForAlarm({ clients }: TwoSides, name: string): Promise<void> {
  for (let look = 0; look < 200; look++) {
    const { MetricAlarms: [alarm] = [] } = await clients.cloudwatch.send(
      new DescribeAlarmsCommand({ AlarmNames: [name] }),
    );
    if (alarm?.StateValue === 'ALARM') return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`alarm ${name} did not go to ALARM`);
}

describe('AWS on a bad day, through the shipped bundle', () => {
  test.each([
    ['throttles', 'throttle'],
    ['loses the reply of', 'lose-reply'],
    ['answers 500 to', 'error'],
  ])(
    '%s the first writes of each kind: the release is promoted all the same',
    async (_what, fault) => {
      const on = await world();
      for (const operation of [
        'elb:ModifyRule',
        'ecs:UpdateService',
        'ecs:RegisterTaskDefinition',
        'ssm:PutParameter',
        'cloudwatch:DescribeAlarms',
      ]) {
        await on.cloud.admin(fault, { operation, times: 1 });
      }
      const main = await deploy(on);
      expect(main.outputs).toMatchObject({ outcome: 'promoted', weights: '{"shop-blue":0,"shop-green":100}' });
    },
    60_000,
  );

  test('denies a call: the denied action is named with the policy statement to add, and nothing is left behind', async () => {
    const on = await world();
    await on.cloud.admin('deny', { operation: 'ecs:RegisterTaskDefinition' });
    const main = await deploy(on);
    expect(main.exitCode).toBe(1);
    const [error, ...more] = main.annotations.filter(({ level }) => level === 'error');
    expect(more).toEqual([]);
    expect(error?.message).toContain('"Action":"ecs:RegisterTaskDefinition"');
    expect(await callsOf(on, 'DeleteParameter')).toHaveLength(1);
  }, 60_000);
});
