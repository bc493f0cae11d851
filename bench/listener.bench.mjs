// What a listener of the local cloud adds to a request at 2,000 requests a second. The cloud is the bundle that users
// run; it, its target and the load generator are three processes on this machine. Open loop: requests leave by the
// clock, whether answers have come or not, and a latency counts from when its request was due.
import { fork, spawn } from 'node:child_process';
import { Agent, createServer, request } from 'node:http';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const root = resolve(import.meta.dirname, '..');
const RATE = 2_000;
const SECONDS = 8;
const atMost = (limit) => ({ goal: `≤ ${limit}`, isMet: (value) => value <= limit });

if (process.argv.includes('--be-target')) {
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/plain', 'content-length': 2 }).end('ok');
  });
  server.keepAliveTimeout = 60_000;
  server.listen(0, '127.0.0.1', () => process.send(server.address().port));
  process.once('disconnect', () => process.exit());
}

/** Sends RATE requests a second for so long. Answers latencies in ms, sorted, and how many failed. */
function offer(url, seconds) {
  const agent = new Agent({ keepAlive: true, maxSockets: 256, scheduling: 'lifo' });
  const { hostname: host, port } = new URL(url);
  const total = RATE * seconds;
  const latencies = [];
  let sent = 0;
  let failed = 0;
  return new Promise((finish) => {
    const start = performance.now();
    const over = () => {
      if (latencies.length + failed < total) return;
      clearInterval(timer);
      agent.destroy();
      finish({ latencies: latencies.sort((a, b) => a - b), failed });
    };
    const send = (due) => {
      const sending = request({ host, port, path: '/', agent }, (response) => {
        response.resume();
        response.once('end', () => {
          if (response.statusCode === 200) latencies.push(performance.now() - due);
          else failed += 1;
          over();
        });
      });
      sending.once('error', () => {
        failed += 1;
        over();
      });
      sending.end();
    };
    const timer = setInterval(() => {
      const due = Math.min(total, Math.floor(((performance.now() - start) * RATE) / 1000));
      for (; sent < due; sent += 1) send(start + (sent * 1000) / RATE);
    }, 1);
  });
}

const percentile = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];

async function startCloud() {
  const child = spawn(process.execPath, [join(root, 'dist/sluice.js'), 'cloud', '--json', '--with-parent'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ended = new Promise((_, reject) => {
    child.once('exit', (code) => reject(new Error(`sluice cloud ended with ${code}`)));
  });
  ended.catch(() => {});
  const line = new Promise((told) => createInterface({ input: child.stdout }).once('line', told));
  const { endpoint } = JSON.parse(await Promise.race([line, ended]));
  return { child, endpoint };
}

/** A listener before one target, weight 100, and an empty group of weight 0. Answers the listener's URL. */
async function listener(endpoint, port) {
  const elb = await import('@aws-sdk/client-elastic-load-balancing-v2');
  const client = new elb.ElasticLoadBalancingV2Client({
    endpoint,
    region: 'eu-west-1',
    credentials: { accessKeyId: 'AKIASLUICEBENCH', secretAccessKey: 'x' },
  });
  const group = async (Name) => {
    const input = {
      Name,
      Protocol: 'HTTP',
      Port: 80,
      VpcId: 'vpc-00000000',
      TargetType: 'ip',
      HealthyThresholdCount: 2,
    };
    const checks = { HealthCheckIntervalSeconds: 5, HealthCheckTimeoutSeconds: 2 };
    const { TargetGroups } = await client.send(new elb.CreateTargetGroupCommand({ ...input, ...checks }));
    return TargetGroups[0].TargetGroupArn;
  };
  const [blue, green] = [await group('bench-blue'), await group('bench-green')];
  const { LoadBalancers } = await client.send(
    new elb.CreateLoadBalancerCommand({ Name: 'bench', Subnets: ['subnet-1', 'subnet-2'] }),
  );
  const weighted = [
    { TargetGroupArn: blue, Weight: 100 },
    { TargetGroupArn: green, Weight: 0 },
  ];
  const { Listeners } = await client.send(
    new elb.CreateListenerCommand({
      LoadBalancerArn: LoadBalancers[0].LoadBalancerArn,
      Protocol: 'HTTP',
      Port: 80,
      DefaultActions: [{ Type: 'forward', ForwardConfig: { TargetGroups: weighted } }],
    }),
  );
  const target = { TargetGroupArn: blue, Targets: [{ Id: '127.0.0.1', Port: port }] };
  await client.send(new elb.RegisterTargetsCommand(target));
  await elb.waitUntilTargetInService({ client, maxWaitTime: 60, minDelay: 1, maxDelay: 1 }, target);
  client.destroy();
  const response = await fetch(`${endpoint}/_sluice/elb/addresses`, { method: 'POST', body: '{}' });
  const { listeners } = await response.json();
  return listeners.find(({ listenerArn }) => listenerArn === Listeners[0].ListenerArn).url;
}

let measured;

/** Both figures come from one measurement. */
function measure() {
  measured ??= measureOnce();
  return measured;
}

async function measureOnce() {
  const target = fork(fileURLToPath(import.meta.url), ['--be-target']);
  let cloud;
  try {
    const port = await new Promise((told) => target.once('message', told));
    cloud = await startCloud();
    const url = await listener(cloud.endpoint, port);
    const directUrl = `http://127.0.0.1:${port}`;
    await offer(directUrl, 1);
    await offer(url, 2);
    // The two in turn, in two halves each, so that what else the machine does weighs on both.
    const halves = { direct: [], through: [] };
    for (let half = 0; half < 2; half += 1) {
      halves.direct.push(await offer(directUrl, SECONDS / 2));
      halves.through.push(await offer(url, SECONDS / 2));
    }
    const latencies = (runs) => runs.flatMap((run) => run.latencies).sort((a, b) => a - b);
    const [direct, through] = [latencies(halves.direct), latencies(halves.through)];
    return {
      addedMs: percentile(through, 0.99) - percentile(direct, 0.99),
      failed: halves.through.reduce((sum, run) => sum + run.failed, 0),
      beside: `p99 ${percentile(through, 0.99).toFixed(2)} ms through the listener, ${percentile(direct, 0.99).toFixed(2)} ms direct; p50 ${percentile(through, 0.5).toFixed(2)} and ${percentile(direct, 0.5).toFixed(2)} ms; ${RATE} requests/s for ${SECONDS} s each`,
    };
  } finally {
    target.kill();
    if (cloud !== undefined) {
      cloud.child.kill('SIGTERM');
      await new Promise((gone) => (cloud.child.exitCode === null ? cloud.child.once('exit', gone) : gone()));
    }
  }
}

export default [
  {
    name: 'listener-p99-added',
    unit: `ms at ${RATE} requests/s`,
    ...atMost(10),
    measure: async () => {
      const { addedMs: value, beside } = await measure();
      return { value, beside };
    },
  },
  {
    name: 'listener-failed',
    unit: `requests at ${RATE} requests/s`,
    ...atMost(0),
    measure: async () => {
      const { failed: value } = await measure();
      return { value, beside: `of ${RATE * SECONDS}` };
    },
  },
];
