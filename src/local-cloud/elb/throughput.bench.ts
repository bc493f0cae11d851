import { type ChildProcess, fork } from 'node:child_process';
import { Agent, createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { ElbUnderTest, forward } from './elb-under-test.js';

/**
 * What a listener adds at 2,000 requests a second: load generator, load balancer and two targets are processes of their
 * own on one machine. Open loop: requests leave by the clock, whether answers have come or not, and a latency counts
 * from when its request was due.
 *
 *     node build/local-cloud/elb/throughput.bench.js [--rate 2000] [--seconds 10] [--json]
 */

interface Run {
  requests: number;
  failed: number;
  perSecond: number;
  p50: number;
  p99: number;
  max: number;
}

function numberAfter(flag: string, otherwise: number): number {
  const at = process.argv.indexOf(flag);
  return at < 0 ? otherwise : Number(process.argv[at + 1]);
}

async function beTarget(): Promise<void> {
  const body = Buffer.from('{"version":"1"}');
  const server = createServer((_req, res) => {
    res.writeHead(200, ['Content-Type', 'application/json', 'Content-Length', String(body.length)]).end(body);
  });
  server.keepAliveTimeout = 60_000;
  server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }));
}

async function beLoadBalancer(ports: number[]): Promise<void> {
  const elb = new ElbUnderTest({ speed: 1 });
  const groups: string[] = [];
  for (const [i, port] of ports.entries()) {
    const group = await elb.targetGroup(`group-${i}`);
    elb.elb.register(group, { id: '127.0.0.1', port });
    groups.push(group);
  }
  const lb = await elb.loadBalancer();
  const weights = Object.fromEntries(groups.map((group, i) => [group, i === 0 ? 90 : 10]));
  const listener = await elb.listener(lb, [{ Type: 'fixed-response', FixedResponseConfig: { StatusCode: '404' } }]);
  await elb.rule(listener, 1, [{ Field: 'path-pattern', Values: ['/*'] }], [forward(weights)]);
  for (const [i, group] of groups.entries()) {
    await elb.state(group, { id: '127.0.0.1', port: ports[i] ?? 0 }, 'healthy');
  }
  const before = process.cpuUsage();
  process.on('message', () => process.send?.({ cpu: process.cpuUsage(before) }));
  process.send?.({ port: Number(new URL(elb.url(listener)).port) });
}

function offer(port: number, rate: number, seconds: number): Promise<Run> {
  const agent = new Agent({ keepAlive: true, maxSockets: 256, scheduling: 'lifo' });
  const latencies: number[] = [];
  const total = rate * seconds;
  let sent = 0;
  let failed = 0;
  return new Promise((resolve) => {
    const start = performance.now();
    const done = () => {
      if (latencies.length + failed < total) return;
      clearInterval(timer);
      agent.destroy();
      const elapsed = performance.now() - start;
      latencies.sort((a, b) => a - b);
      const at = (share: number) =>
        latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * share))] ?? 0;
      resolve({
        requests: total,
        failed,
        perSecond: Math.round((latencies.length / elapsed) * 1000),
        p50: at(0.5),
        p99: at(0.99),
        max: at(1),
      });
    };
    const one = (due: number) => {
      const req = request({ host: '127.0.0.1', port, path: '/', agent }, (res) => {
        if (res.statusCode !== 200) failed++;
        else latencies.push(performance.now() - due);
        res.resume();
        res.on('end', done);
      });
      req.on('error', () => {
        failed++;
        done();
      });
      req.end();
    };
    const timer = setInterval(() => {
      const due = Math.min(total, Math.floor(((performance.now() - start) * rate) / 1000));
      for (; sent < due; sent++) one(start + (sent * 1000) / rate);
    }, 1);
  });
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

async function role(name: string, ...args: string[]): Promise<{ child: ChildProcess; port: number }> {
  const child = fork(fileURLToPath(import.meta.url), [`--be-${name}`, ...args]);
  const port = await new Promise<number>((resolve) => {
    child.once('message', (message) => resolve((message as { port: number }).port));
  });
  return { child, port };
}

async function measure(): Promise<void> {
  const rate = numberAfter('--rate', 2_000);
  const seconds = numberAfter('--seconds', 10);
  const children: ChildProcess[] = [];
  try {
    const targets = [await role('target'), await role('target')];
    const balancer = await role('load-balancer', ...targets.map(({ port }) => String(port)));
    children.push(...targets.map(({ child }) => child), balancer.child);
    const ask = () =>
      new Promise<number>((resolve) => {
        balancer.child.once('message', (message) => {
          const { cpu } = message as { cpu: NodeJS.CpuUsage };
          resolve((cpu.user + cpu.system) / 1e6);
        });
        balancer.child.send({});
      });
    await offer(targets[0]?.port ?? 0, rate, 1);
    await offer(balancer.port, rate, 2);
    // In turns, and the median of the differences: whatever else the machine does should hit both sides alike.
    const rounds: { direct: Run; through: Run }[] = [];
    const cpuBefore = await ask();
    for (let i = 0; i < 5; i++) {
      const direct = await offer(targets[0]?.port ?? 0, rate, seconds / 5);
      rounds.push({ direct, through: await offer(balancer.port, rate, seconds / 5) });
    }
    const cpuSeconds = (await ask()) - cpuBefore;
    const added = median(rounds.map(({ direct, through }) => through.p99 - direct.p99));
    const perSecond = median(rounds.map(({ through }) => through.perSecond));
    const failed = rounds.reduce((sum, { through }) => sum + through.failed, 0);
    const command = 'node build/local-cloud/elb/throughput.bench.js';
    const figures = [
      {
        name: 'elb.throughput',
        value: perSecond,
        unit: 'requests/s',
        goal: rate,
        met: perSecond >= rate * 0.99,
        command,
      },
      { name: 'elb.p99-added', value: Number(added.toFixed(2)), unit: 'ms', goal: 10, met: added <= 10, command },
      { name: 'elb.failed', value: failed, unit: 'requests', goal: 0, met: failed === 0, command },
    ];
    if (process.argv.includes('--json')) console.log(JSON.stringify(figures));
    else console.log({ rounds, addedP99: added, loadBalancerCpuShare: cpuSeconds / seconds, figures });
  } finally {
    for (const child of children) child.kill();
  }
}

if (process.argv.includes('--be-target')) await beTarget();
else if (process.argv.includes('--be-load-balancer')) await beLoadBalancer(process.argv.slice(3).map(Number));
else await measure();
