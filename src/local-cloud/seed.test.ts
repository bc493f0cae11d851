import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DescribeAlarmsOutput } from '@aws-sdk/client-cloudwatch';
import type { DescribeRulesOutput } from '@aws-sdk/client-elastic-load-balancing-v2';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { Cloud } from './cloud.js';
import { SeedError, seed } from './seed.js';

let cloud: Cloud;
let folder: string;

beforeEach(async () => {
  cloud = await Cloud.start();
  folder = await mkdtemp(join(tmpdir(), 'sluice-seed-'));
});

afterEach(async () => {
  await cloud.stop();
  await rm(folder, { recursive: true });
});

async function file(name: string, text: string): Promise<string> {
  await writeFile(join(folder, name), text);
  return join(folder, name);
}

const balancer = `
loadBalancers: [{Name: shop, Subnets: [subnet-a, subnet-b]}]
targetGroups:
  - &group {Name: shop-blue, Protocol: HTTP, Port: 80, VpcId: vpc-1, TargetType: ip}
  - {<<: *group, Name: shop-green}
listeners:
  - name: web
    LoadBalancerArn: shop
    Protocol: HTTP
    Port: 80
    DefaultActions: [{Type: forward, TargetGroupArn: shop-blue}]
`;

test('names of seeded resources stand for their ARNs, in later files too', async () => {
  const first = await file('first.yaml', balancer);
  const second = await file(
    'second.yaml',
    `
rules:
  - ListenerArn: web
    Priority: 10
    Conditions: [{Field: path-pattern, Values: ["/green*"]}]
    Actions: [{Type: forward, ForwardConfig: {TargetGroups: [{TargetGroupArn: shop-green, Weight: 1}]}}]
alarms:
  - AlarmName: green-5xx
    Namespace: AWS/ApplicationELB
    MetricName: HTTPCode_Target_5XX_Count
    Dimensions: [{Name: TargetGroup, Value: shop-green}, {Name: LoadBalancer, Value: shop}]
    Statistic: Sum
    Period: 60
    EvaluationPeriods: 1
    Threshold: 1
    ComparisonOperator: GreaterThanOrEqualToThreshold
`,
  );
  const created = await seed(cloud, [first, second]);
  const arn = (name: string) => created.find((each) => each.name === name)?.arn ?? '';
  expect(created.map(({ kind, name }) => `${kind} ${name}`)).toEqual([
    'loadBalancers shop',
    'targetGroups shop-blue',
    'targetGroups shop-green',
    'listeners web',
    'rules web#10',
    'alarms green-5xx',
  ]);
  const rules = (await cloud.invoke('elb', 'DescribeRules', { RuleArns: [arn('web#10')] })) as DescribeRulesOutput;
  expect(rules.Rules?.[0]?.Actions?.[0]?.ForwardConfig?.TargetGroups).toMatchObject([
    { TargetGroupArn: arn('shop-green'), Weight: 1 },
  ]);
  const alarms = (await cloud.invoke('cloudwatch', 'DescribeAlarms', {})) as DescribeAlarmsOutput;
  expect(alarms.MetricAlarms?.[0]?.Dimensions).toEqual([
    { Name: 'TargetGroup', Value: arn('shop-green').split(':').at(-1) },
    { Name: 'LoadBalancer', Value: arn('shop').split('loadbalancer/')[1] },
  ]);
});

test('a listener is told with the URL where it answers', async () => {
  const created = await seed(cloud, [await file('seed.yaml', balancer)]);
  const url = created.find(({ kind }) => kind === 'listeners')?.url ?? '';
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  expect((await fetch(url)).status).toBe(503);
});

test('a task definition may stand in a file of its own, in JSON', async () => {
  await file(
    'task-definition.json',
    JSON.stringify({
      family: 'shop',
      containerDefinitions: [{ name: 'web', image: 'sluice/app', memory: 128 }],
    }),
  );
  const [created] = await seed(cloud, [
    await file('seed.json', '{"taskDefinitions":[{"file":"task-definition.json"}]}'),
  ]);
  expect(created).toMatchObject({ name: 'shop', arn: cloud.arn('ecs', 'task-definition/shop:1') });
});

test.each([
  [
    'clusters: [{clusterName: "no spaces allowed"}]',
    /seed\.yaml: clusters\[0\] \(no spaces allowed\): InvalidParameterException/,
  ],
  ['clusters: [{clustrName: shop}]', /clusters\[0\].*Unknown parameter in input: clustrName/],
  [
    'parameters: [{Name: /a, Value: x, Type: Text}]',
    /parameters\[0\] \(\/a\): ValidationException.*\[SecureString|String/,
  ],
  ['parameters: [{Name: /a}]', /Value null at 'value'/],
  [
    'cluster: [{clusterName: shop}]\nservices: shop',
    /unknown key cluster; there are accounts, clusters.*\n.*services is a list/,
  ],
  ['clusters: [shop]', /clusters\[0\] is a request in AWS's shape, not "shop"/],
  ['[]', /a seed is a map of lists/],
  ['clusters: [', /seed\.yaml: /],
  ['clusters: !!js/function x', /seed\.yaml: Unresolved tag: .*js\/function at line 1/],
  ['taskDefinitions: [{file: missing.json}]', /seed\.yaml: taskDefinitions\[0\]: .*missing\.json: .*ENOENT/],
  [
    'listeners: [{LoadBalancerArn: shp, Protocol: HTTP, Port: 80, DefaultActions: [{Type: forward, TargetGroupArn: blue}]}]',
    /listeners\[0\] \(shp:80\): LoadBalancerArn is shp, which no seed has created; loadBalancers so far: none\n.*TargetGroupArn is blue/,
  ],
])('the seed %j is refused with file, entry and problem', async (text, problem) => {
  const path = await file('seed.yaml', text);
  const refused = seed(cloud, [path]);
  await expect(refused).rejects.toBeInstanceOf(SeedError);
  await expect(refused).rejects.toThrow(problem);
});

test('a seed file that is not there is named', async () => {
  await expect(seed(cloud, [join(folder, 'none.yaml')])).rejects.toThrow(/none\.yaml: .*ENOENT/);
});
