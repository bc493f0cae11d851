import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CloudWatchClient, GetMetricDataCommand } from '@aws-sdk/client-cloudwatch';
import {
  AddTagsCommand,
  CreateListenerCommand,
  CreateLoadBalancerCommand,
  CreateRuleCommand,
  CreateTargetGroupCommand,
  DeleteTargetGroupCommand,
  DeregisterTargetsCommand,
  DescribeRulesCommand,
  DescribeTagsCommand,
  DescribeTargetHealthCommand,
  ElasticLoadBalancingV2Client,
  ModifyRuleCommand,
  ModifyTargetGroupAttributesCommand,
  PriorityInUseException,
  paginateDescribeTargetGroups,
  RegisterTargetsCommand,
  ResourceInUseException,
  TargetGroupNotFoundException,
  waitUntilLoadBalancerAvailable,
  waitUntilTargetDeregistered,
  waitUntilTargetInService,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Cloud } from '../cloud.js';
import { until } from './elb-under-test.js';

/** The same through the SDK's own client, waiters and paginators, over the wire. */

let cloud: Cloud;
let elb: ElasticLoadBalancingV2Client;
let cloudwatch: CloudWatchClient;
let app: Server;
const waiting = { maxWaitTime: 20, minDelay: 0.05, maxDelay: 0.1 };
const arns = { lb: '', blue: '', green: '', listener: '', rule: '' };

beforeAll(async () => {
  cloud = await Cloud.start({ speed: 40, settings: { propagationMs: 0 } });
  const config = {
    endpoint: cloud.endpoint,
    region: 'eu-west-1',
    credentials: { accessKeyId: 'AKIATEST', secretAccessKey: 'x' },
  };
  elb = new ElasticLoadBalancingV2Client(config);
  cloudwatch = new CloudWatchClient(config);
  app = createServer((_req, res) => res.end('hello'));
  await new Promise<void>((resolve) => {
    app.listen(0, '127.0.0.1', resolve);
  });
  const made = await elb.send(new CreateLoadBalancerCommand({ Name: 'shop', Subnets: ['subnet-1', 'subnet-2'] }));
  expect(made.LoadBalancers?.[0]?.State?.Code).toBe('provisioning');
  arns.lb = made.LoadBalancers?.[0]?.LoadBalancerArn ?? '';
  for (const name of ['blue', 'green'] as const) {
    const { TargetGroups } = await elb.send(
      new CreateTargetGroupCommand({ Name: name, Protocol: 'HTTP', Port: 80, VpcId: 'vpc-1', TargetType: 'ip' }),
    );
    arns[name] = TargetGroups?.[0]?.TargetGroupArn ?? '';
  }
  const { Listeners } = await elb.send(
    new CreateListenerCommand({
      LoadBalancerArn: arns.lb,
      Protocol: 'HTTP',
      Port: 80,
      DefaultActions: [{ Type: 'forward', TargetGroupArn: arns.blue }],
    }),
  );
  arns.listener = Listeners?.[0]?.ListenerArn ?? '';
});

afterAll(async () => {
  elb.destroy();
  cloudwatch.destroy();
  await cloud.stop();
  app.closeAllConnections();
  app.close();
});

const weighted = (blue: number, green: number) => [
  {
    Type: 'forward' as const,
    ForwardConfig: {
      TargetGroups: [
        { TargetGroupArn: arns.blue, Weight: blue },
        { TargetGroupArn: arns.green, Weight: green },
      ],
    },
  },
];

async function url(): Promise<string> {
  const response = await fetch(`${cloud.endpoint}/_sluice/elb/addresses`, { method: 'POST', body: '{}' });
  const { listeners } = (await response.json()) as { listeners: { listenerArn: string; url: string }[] };
  return listeners.find(({ listenerArn }) => listenerArn === arns.listener)?.url ?? '';
}

describe('the SDK against the local cloud’s ELBv2', () => {
  test('a load balancer becomes available', async () => {
    await waitUntilLoadBalancerAvailable({ client: elb, ...waiting }, { LoadBalancerArns: [arns.lb] });
  });

  test('a target is in service once its health check has passed, and is gone after its deregistration delay', async () => {
    const Targets = [{ Id: '127.0.0.1', Port: (app.address() as AddressInfo).port }];
    const blue = { TargetGroupArn: arns.blue, Targets };
    await elb.send(new RegisterTargetsCommand(blue));
    const { TargetHealthDescriptions } = await elb.send(new DescribeTargetHealthCommand(blue));
    expect(TargetHealthDescriptions?.[0]?.TargetHealth).toMatchObject({
      State: 'initial',
      Reason: 'Elb.RegistrationInProgress',
    });
    await waitUntilTargetInService({ client: elb, ...waiting }, blue);
    expect(await (await fetch(await url())).text()).toBe('hello');
    const Attributes = [{ Key: 'deregistration_delay.timeout_seconds', Value: '10' }];
    await elb.send(new ModifyTargetGroupAttributesCommand({ TargetGroupArn: arns.blue, Attributes }));
    await elb.send(new DeregisterTargetsCommand(blue));
    const draining = await elb.send(new DescribeTargetHealthCommand(blue));
    expect(draining.TargetHealthDescriptions?.[0]?.TargetHealth?.State).toBe('draining');
    await waitUntilTargetDeregistered({ client: elb, ...waiting }, blue);
    const after = await elb.send(new DescribeTargetHealthCommand(blue));
    expect(after.TargetHealthDescriptions?.[0]?.TargetHealth).toMatchObject({
      State: 'unused',
      Reason: 'Target.NotRegistered',
    });
    expect((await fetch(await url())).status).toBe(503);
  });

  test('a weighted rule comes back as it was written, and a wrong one as the SDK’s own error', async () => {
    const Conditions = [{ Field: 'path-pattern', Values: ['/*'] }];
    const create = { ListenerArn: arns.listener, Priority: 10, Conditions, Actions: weighted(90, 10) };
    const { Rules } = await elb.send(new CreateRuleCommand(create));
    arns.rule = Rules?.[0]?.RuleArn ?? '';
    await elb.send(new ModifyRuleCommand({ RuleArn: arns.rule, Actions: weighted(50, 50) }));
    const read = await elb.send(new DescribeRulesCommand({ ListenerArn: arns.listener }));
    expect(read.Rules?.map(({ Priority }) => Priority)).toEqual(['10', 'default']);
    expect(read.Rules?.[0]?.Actions?.[0]?.ForwardConfig?.TargetGroups?.map(({ Weight }) => Weight)).toEqual([50, 50]);
    await expect(elb.send(new CreateRuleCommand(create))).rejects.toThrow(PriorityInUseException);
    await expect(elb.send(new DeleteTargetGroupCommand({ TargetGroupArn: arns.green }))).rejects.toThrow(
      ResourceInUseException,
    );
    const unknown = weighted(1, 1);
    (unknown[0]?.ForwardConfig.TargetGroups[0] ?? { TargetGroupArn: '' }).TargetGroupArn =
      `${arns.blue.slice(0, -16)}0000000000000000`;
    await expect(elb.send(new ModifyRuleCommand({ RuleArn: arns.rule, Actions: unknown }))).rejects.toThrow(
      TargetGroupNotFoundException,
    );
  });

  test('tags and pages come through', async () => {
    await elb.send(new AddTagsCommand({ ResourceArns: [arns.rule], Tags: [{ Key: 'run', Value: '7' }] }));
    const { TagDescriptions } = await elb.send(new DescribeTagsCommand({ ResourceArns: [arns.rule] }));
    expect(TagDescriptions).toEqual([{ ResourceArn: arns.rule, Tags: [{ Key: 'run', Value: '7' }] }]);
    const names: (string | undefined)[] = [];
    for await (const page of paginateDescribeTargetGroups({ client: elb }, { PageSize: 1 })) {
      expect(page.TargetGroups).toHaveLength(1);
      names.push(page.TargetGroups?.[0]?.TargetGroupName);
    }
    expect(names).toEqual(['blue', 'green']);
  });

  test('CloudWatch shows the requests of a minute after its publishing delay', async () => {
    const from = new Date(cloud.clock.now());
    await Promise.all(Array.from({ length: 30 }, async () => fetch(await url())));
    const Dimensions = [{ Name: 'LoadBalancer', Value: arns.lb.split(':loadbalancer/')[1] ?? '' }];
    const read = async () => {
      const { MetricDataResults } = await cloudwatch.send(
        new GetMetricDataCommand({
          StartTime: new Date(from.getTime() - 120_000),
          EndTime: new Date(cloud.clock.now()),
          MetricDataQueries: [
            {
              Id: 'm',
              MetricStat: {
                Metric: { Namespace: 'AWS/ApplicationELB', MetricName: 'HTTPCode_ELB_503_Count', Dimensions },
                Period: 60,
                Stat: 'Sum',
              },
            },
          ],
        }),
      );
      return (MetricDataResults?.[0]?.Values ?? []).reduce((sum, value) => sum + value, 0);
    };
    await until(async () => (await read()) >= 30, 'thirty 503 are published', 15_000);
  });
});
