import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Action } from '@aws-sdk/client-elastic-load-balancing-v2';
import { Clock } from '../clock.js';
import type { Call, Ground, Metrics, Settings } from '../contract.js';
import { LoopbackNetwork } from '../network.js';
import { defaultSettings } from '../settings.js';
import { createElb, type Elb } from './index.js';

/** ELBv2 by itself, with metrics that are kept in a list and targets that are small servers: for the tests. */

export type Datum = Parameters<Metrics['record']>[0];

const call: Call = { operation: '', region: 'eu-west-1', accountId: '123456789012', principal: '' };

export class ElbUnderTest {
  readonly metrics: Datum[] = [];
  readonly ground: Ground;
  readonly elb: Elb;
  private readonly servers: Server[] = [];

  constructor(options: { speed?: number; settings?: Partial<Settings> } = {}) {
    this.ground = {
      clock: new Clock({ speed: options.speed ?? 20 }),
      region: 'eu-west-1',
      accountId: '123456789012',
      network: new LoopbackNetwork(),
      settings: { ...defaultSettings, propagationMs: 0, ...options.settings },
      arn: (service, resource) => `arn:aws:${service}:eu-west-1:123456789012:${resource}`,
      note: () => {},
    };
    this.elb = createElb(this.ground, {
      metrics: { record: (datum) => void this.metrics.push(datum), alarmState: () => undefined },
    });
  }

  /** One API operation, as the wire layer calls it. */
  async call<T = Record<string, never>>(operation: string, input: Record<string, unknown>): Promise<T> {
    const deed = this.elb.operations[operation];
    if (deed === undefined) throw new Error(`there is no ${operation}`);
    return (await deed(input, { ...call, operation })) as T;
  }

  admin<T = unknown>(name: string, body: Record<string, unknown> = {}): T {
    const deed = this.elb.admin?.[name];
    if (deed === undefined) throw new Error(`there is no admin call ${name}`);
    return deed(body) as T;
  }

  /** The code and message of the error that a call ends with. */
  async refusal(operation: string, input: Record<string, unknown>): Promise<string> {
    try {
      await this.call(operation, input);
    } catch (error) {
      return `${(error as Error).name}: ${(error as Error).message}`;
    }
    return 'no error';
  }

  async loadBalancer(name = 'web', more: Record<string, unknown> = {}): Promise<string> {
    const input = { Name: name, Subnets: ['subnet-a', 'subnet-b'], ...more };
    const { LoadBalancers } = await this.call<{ LoadBalancers: { LoadBalancerArn: string }[] }>(
      'CreateLoadBalancer',
      input,
    );
    return LoadBalancers[0]?.LoadBalancerArn ?? '';
  }

  async targetGroup(name: string, more: Record<string, unknown> = {}): Promise<string> {
    const check = { HealthCheckIntervalSeconds: 5, HealthCheckTimeoutSeconds: 2, HealthyThresholdCount: 2 };
    const input = { Name: name, Protocol: 'HTTP', Port: 8080, VpcId: 'vpc-1', TargetType: 'ip', ...check, ...more };
    const { TargetGroups } = await this.call<{ TargetGroups: { TargetGroupArn: string }[] }>(
      'CreateTargetGroup',
      input,
    );
    return TargetGroups[0]?.TargetGroupArn ?? '';
  }

  async listener(loadBalancerArn: string, actions: Action[], more: Record<string, unknown> = {}): Promise<string> {
    const input = { LoadBalancerArn: loadBalancerArn, Protocol: 'HTTP', Port: 80, DefaultActions: actions, ...more };
    const { Listeners } = await this.call<{ Listeners: { ListenerArn: string }[] }>('CreateListener', input);
    return Listeners[0]?.ListenerArn ?? '';
  }

  async rule(listenerArn: string, priority: number, conditions: unknown[], actions: Action[]): Promise<string> {
    const input = { ListenerArn: listenerArn, Priority: priority, Conditions: conditions, Actions: actions };
    const { Rules } = await this.call<{ Rules: { RuleArn: string }[] }>('CreateRule', input);
    return Rules[0]?.RuleArn ?? '';
  }

  /** A real server; answers its port. */
  async server(listener: RequestListener): Promise<{ port: number; server: Server }> {
    const server = createServer(listener);
    this.servers.push(server);
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    return { port: (server.address() as AddressInfo).port, server };
  }

  /** A target that answers its name, registered. */
  async target(
    targetGroupArn: string,
    listener: RequestListener,
  ): Promise<{ id: string; port: number; server: Server }> {
    const { port, server } = await this.server(listener);
    this.elb.register(targetGroupArn, { id: '127.0.0.1', port });
    return { id: '127.0.0.1', port, server };
  }

  async state(targetGroupArn: string, target: { id: string; port: number }, state: string): Promise<void> {
    await until(() => this.elb.health(targetGroupArn, target)?.state === state, `${target.port} is ${state}`);
  }

  url(listenerArn: string): string {
    const address = this.elb.address(listenerArn);
    if (address === undefined) throw new Error(`${listenerArn} does not listen`);
    return `http://${address.host}:${address.port}`;
  }

  async stop(): Promise<void> {
    await this.elb.stop();
    for (const server of this.servers) {
      server.closeAllConnections();
      server.close();
    }
  }
}

export function forward(weights: Record<string, number>, stickySeconds?: number): Action {
  const sticky = stickySeconds === undefined ? undefined : { Enabled: true, DurationSeconds: stickySeconds };
  return {
    Type: 'forward',
    ForwardConfig: {
      TargetGroups: Object.entries(weights).map(([TargetGroupArn, Weight]) => ({ TargetGroupArn, Weight })),
      ...(sticky && { TargetGroupStickinessConfig: sticky }),
    },
  };
}

export const pathIs = (path: string) => ({ Field: 'path-pattern', Values: [path] });

export const says =
  (text: string, status = 200): RequestListener =>
  (_req, res) => {
    res.writeHead(status, { 'content-length': text.length }).end(text);
  };

export async function until(holds: () => boolean | Promise<boolean>, what: string, ms = 10_000): Promise<void> {
  const end = Date.now() + ms;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`not within ${ms} ms: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

export const rest = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
