import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  CreateListenerCommand,
  CreateLoadBalancerCommand,
  CreateTargetGroupCommand,
  DescribeTargetHealthCommand,
  type ElasticLoadBalancingV2Client,
  ModifyListenerCommand,
  RegisterTargetsCommand,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import type { StartedCloud } from '../../src/testing/cloud.js';

/** A listener that forwards by weight to a blue and a green server of this process. */
export interface SplitListener {
  readonly url: string;
  readonly targetUrls: { readonly blue: string; readonly green: string };
  /** Sets the weights and waits until they are in force. */
  weigh(blue: number, green: number): Promise<void>;
  close(): Promise<void>;
}

/** Longer than `propagationMs`, whatever the speed. */
const settleMs = 1_500;

export async function splitListener(cloud: StartedCloud, elb: ElasticLoadBalancingV2Client): Promise<SplitListener> {
  const servers = { blue: await answering('blue'), green: await answering('green') };
  const close = async () => {
    for (const server of Object.values(servers)) {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    }
  };
  try {
    return { ...(await listen(cloud, elb, servers)), close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function listen(
  cloud: StartedCloud,
  elb: ElasticLoadBalancingV2Client,
  servers: { readonly blue: Server; readonly green: Server },
): Promise<Omit<SplitListener, 'close'>> {
  const vpc = { VpcId: 'vpc-00000000', Protocol: 'HTTP', Port: 80, TargetType: 'ip' } as const;
  const groups = { blue: '', green: '' };
  for (const colour of ['blue', 'green'] as const) {
    const { TargetGroups } = await elb.send(
      new CreateTargetGroupCommand({
        ...vpc,
        Name: `split-${colour}`,
        HealthCheckIntervalSeconds: 5,
        HealthCheckTimeoutSeconds: 2,
      }),
    );
    groups[colour] = TargetGroups?.[0]?.TargetGroupArn ?? '';
  }
  const { LoadBalancers } = await elb.send(
    new CreateLoadBalancerCommand({ Name: 'split', Subnets: ['subnet-1', 'subnet-2'] }),
  );
  const forward = (blue: number, green: number) => [
    {
      Type: 'forward' as const,
      ForwardConfig: {
        TargetGroups: [
          { TargetGroupArn: groups.blue, Weight: blue },
          { TargetGroupArn: groups.green, Weight: green },
        ],
      },
    },
  ];
  const { Listeners } = await elb.send(
    new CreateListenerCommand({
      LoadBalancerArn: LoadBalancers?.[0]?.LoadBalancerArn,
      Protocol: 'HTTP',
      Port: 80,
      DefaultActions: forward(1, 1),
    }),
  );
  const ListenerArn = Listeners?.[0]?.ListenerArn ?? '';
  for (const colour of ['blue', 'green'] as const) {
    const { port } = servers[colour].address() as AddressInfo;
    const TargetGroupArn = groups[colour];
    await elb.send(new RegisterTargetsCommand({ TargetGroupArn, Targets: [{ Id: '127.0.0.1', Port: port }] }));
    await until(`${colour} is healthy`, async () => {
      const { TargetHealthDescriptions } = await elb.send(new DescribeTargetHealthCommand({ TargetGroupArn }));
      return TargetHealthDescriptions?.[0]?.TargetHealth?.State === 'healthy';
    });
  }
  const { listeners } = await cloud.admin('elb/addresses');
  const urlOf = (server: Server) => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: listeners.find((one: { listenerArn: string }) => one.listenerArn === ListenerArn).url,
    targetUrls: { blue: urlOf(servers.blue), green: urlOf(servers.green) },
    weigh: async (blue, green) => {
      await elb.send(new ModifyListenerCommand({ ListenerArn, DefaultActions: forward(blue, green) }));
      await new Promise((resolve) => setTimeout(resolve, settleMs));
    },
  };
}

async function answering(text: string): Promise<Server> {
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'text/plain');
    response.end(text);
  });
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

/** Asks every 100 ms, for 20 s at most. Throws Error saying what did not come true. */
export async function until(what: string, holds: () => Promise<boolean>, ms = 20_000): Promise<void> {
  const end = Date.now() + ms;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`in ${ms / 1000} s it did not come true that ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
