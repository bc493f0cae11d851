import { once } from 'node:events';
import { Agent, type IncomingMessage, request } from 'node:http';
import { connect } from 'node:net';
import { afterEach, describe, expect, test } from '@jest/globals';
import { ElbUnderTest, forward, pathIs, rest, says, until } from './elb-under-test.js';

let open: ElbUnderTest[] = [];
const agents: Agent[] = [];

function start(options: ConstructorParameters<typeof ElbUnderTest>[0] = {}): ElbUnderTest {
  const elb = new ElbUnderTest(options);
  open.push(elb);
  return elb;
}

afterEach(async () => {
  for (const agent of agents.splice(0)) agent.destroy();
  await Promise.all(open.map((elb) => elb.stop()));
  open = [];
});

async function get(url: string, headers: Record<string, string> = {}) {
  const response = await fetch(url, { headers, redirect: 'manual' });
  return { status: response.status, headers: response.headers, text: await response.text() };
}

/** Two groups of one healthy target each behind a rule on `/*`. */
async function blueGreen(elb: ElbUnderTest, blueWeight: number, greenWeight: number) {
  const lb = await elb.loadBalancer();
  const blue = await elb.targetGroup('blue');
  const green = await elb.targetGroup('green');
  const listener = await elb.listener(lb, [{ Type: 'fixed-response', FixedResponseConfig: { StatusCode: '404' } }]);
  const rule = await elb.rule(listener, 10, [pathIs('/*')], [forward({ [blue]: blueWeight, [green]: greenWeight })]);
  const targets = { blue: await elb.target(blue, says('blue')), green: await elb.target(green, says('green')) };
  await elb.state(blue, targets.blue, 'healthy');
  await elb.state(green, targets.green, 'healthy');
  return { lb, blue, green, listener, rule, targets, url: elb.url(listener) };
}

/** Counts answers of many requests over a few kept connections. */
async function share(url: string, requests: number): Promise<Record<string, number>> {
  const agent = new Agent({ keepAlive: true, maxSockets: 8 });
  agents.push(agent);
  const seen: Record<string, number> = {};
  let left = requests;
  const one = () =>
    new Promise<void>((resolve, reject) => {
      request(`${url}/`, { agent }, (res) => {
        let text = '';
        res.on('data', (chunk) => {
          text += chunk;
        });
        res.on('end', () => {
          seen[text] = (seen[text] ?? 0) + 1;
          resolve();
        });
      })
        .on('error', reject)
        .end();
    });
  const worker = async () => {
    while (left-- > 0) await one();
  };
  await Promise.all(Array.from({ length: 8 }, worker));
  return seen;
}

describe('weights', () => {
  test.each([
    [90, 10],
    [50, 50],
  ])('%i to %i holds within 2 points over 2,000 requests', async (blue, green) => {
    const { url } = await blueGreen(start(), blue, green);
    const seen = await share(url, 2_000);
    expect(Math.abs((seen.green ?? 0) / 20 - green)).toBeLessThanOrEqual(2);
    expect((seen.blue ?? 0) + (seen.green ?? 0)).toBe(2_000);
  });

  test('weight 0 is no request at all', async () => {
    const { url } = await blueGreen(start(), 1, 0);
    expect(await share(url, 1_000)).toEqual({ blue: 1_000 });
  });

  test('all weights 0 is answered 503', async () => {
    const { url } = await blueGreen(start(), 0, 0);
    expect((await get(url)).status).toBe(503);
  });

  test('a change reaches the data plane after the propagation delay and not before', async () => {
    const elb = start({ speed: 20 });
    const { url, rule, blue, green } = await blueGreen(elb, 1, 0);
    elb.ground.settings.propagationMs = 6_000;
    const changed = Date.now();
    await elb.call('ModifyRule', { RuleArn: rule, Actions: [forward({ [blue]: 0, [green]: 1 })] });
    expect((await get(url)).text).toBe('blue');
    await until(async () => (await get(url)).text === 'green', 'green answers');
    expect(Date.now() - changed).toBeGreaterThanOrEqual(290);
    expect(await share(url, 50)).toEqual({ green: 50 });
  });

  test('somebody else can change the weights behind our back', async () => {
    const elb = start();
    const { url, rule, blue, green } = await blueGreen(elb, 1, 0);
    elb.admin('set-weights', { ruleArn: rule, weights: { [blue]: 0, [green]: 7 } });
    expect(await share(url, 20)).toEqual({ green: 20 });
    const { Rules } = await elb.call<{ Rules: unknown[] }>('DescribeRules', { RuleArns: [rule] });
    expect(JSON.stringify(Rules)).toContain('"Weight":7');
  });
});

describe('stickiness', () => {
  test('a client stays with its group until the cookie is over, even when its weight becomes 0', async () => {
    const elb = start({ speed: 20 });
    const { url, rule, blue, green } = await blueGreen(elb, 1, 1);
    await elb.call('ModifyRule', { RuleArn: rule, Actions: [forward({ [blue]: 0, [green]: 1 }, 10)] });
    const first = await get(url);
    const cookie =
      first.headers
        .getSetCookie()
        .find((one) => one.startsWith('AWSALBTG='))
        ?.split(';')[0] ?? '';
    expect(first.text).toBe('green');
    await elb.call('ModifyRule', { RuleArn: rule, Actions: [forward({ [blue]: 1, [green]: 0 }, 10)] });
    expect((await get(url)).text).toBe('blue');
    expect((await get(url, { cookie })).text).toBe('green');
    await until(async () => (await get(url, { cookie })).text === 'blue', 'the cookie is over');
  });

  test('a client whose group has left the action goes where the weights say', async () => {
    const elb = start();
    const { url, rule, blue, green } = await blueGreen(elb, 1, 1);
    await elb.call('ModifyRule', { RuleArn: rule, Actions: [forward({ [blue]: 0, [green]: 1 }, 600)] });
    const cookie = (await get(url)).headers.getSetCookie()[0]?.split(';')[0] ?? '';
    await elb.call('ModifyRule', { RuleArn: rule, Actions: [forward({ [blue]: 1 }, 600)] });
    expect((await get(url, { cookie })).text).toBe('blue');
  });

  test('target stickiness keeps a client at one of a group’s targets', async () => {
    const elb = start();
    const { url, blue } = await blueGreen(elb, 1, 0);
    const second = await elb.target(blue, says('second'));
    await elb.state(blue, second, 'healthy');
    const Attributes = [{ Key: 'stickiness.enabled', Value: 'true' }];
    await elb.call('ModifyTargetGroupAttributes', { TargetGroupArn: blue, Attributes });
    const first = await get(url);
    const cookie =
      first.headers
        .getSetCookie()
        .find((one) => one.startsWith('AWSALB='))
        ?.split(';')[0] ?? '';
    for (let i = 0; i < 6; i++) expect((await get(url, { cookie })).text).toBe(first.text);
  });
});

describe('what the load balancer answers itself', () => {
  test('a group without targets is 503', async () => {
    const elb = start();
    const group = await elb.targetGroup('empty');
    const listener = await elb.listener(await elb.loadBalancer(), [{ Type: 'forward', TargetGroupArn: group }]);
    const answer = await get(elb.url(listener));
    expect(answer.status).toBe(503);
    expect(answer.headers.get('server')).toBe('awselb/2.0');
  });

  test('a refused connection is 502 and a connection error, an ended one is 502 only', async () => {
    const elb = start({ speed: 100 });
    const { url, lb, rule, targets } = await blueGreen(elb, 1, 0);
    targets.blue.server.closeAllConnections();
    targets.blue.server.close();
    expect((await get(url)).status).toBe(502);
    const rude = await elb.targetGroup('hangs-up');
    await elb.target(rude, (req) => req.socket.destroy());
    await elb.call('ModifyRule', { RuleArn: rule, Actions: [forward({ [rude]: 1 })] });
    expect((await get(url)).status).toBe(502);
    const dimensions = { LoadBalancer: lb.split(':loadbalancer/')[1] ?? '' };
    await until(() => sum(elb, 'HTTPCode_ELB_502_Count') === 2, '502 counted');
    expect(sum(elb, 'TargetConnectionErrorCount', dimensions)).toBe(1);
    expect(sum(elb, 'HTTPCode_ELB_5XX_Count')).toBe(2);
    expect(sum(elb, 'HTTPCode_Target_5XX_Count')).toBe(0);
  });

  test('no answer within the idle timeout is 504', async () => {
    const elb = start();
    const group = await elb.targetGroup('slow');
    const lb = await elb.loadBalancer();
    const listener = await elb.listener(lb, [{ Type: 'forward', TargetGroupArn: group }]);
    const target = await elb.target(group, (req, res) => {
      if (req.headers['user-agent']?.startsWith('ELB-HealthChecker')) res.end();
    });
    await elb.state(group, target, 'healthy');
    const Attributes = [{ Key: 'idle_timeout.timeout_seconds', Value: '1' }];
    await elb.call('ModifyLoadBalancerAttributes', { LoadBalancerArn: lb, Attributes });
    const started = Date.now();
    expect((await get(elb.url(listener))).status).toBe(504);
    expect(Date.now() - started).toBeGreaterThanOrEqual(900);
  });

  test('fixed responses and redirects come with what the action says', async () => {
    const elb = start();
    const fixed = { StatusCode: '418', ContentType: 'application/json', MessageBody: '{"tea":true}' };
    await expect(
      elb.listener(await elb.loadBalancer(), [{ Type: 'fixed-response', FixedResponseConfig: fixed }]),
    ).resolves.toMatch(
      /^arn:aws:elasticloadbalancing:eu-west-1:123456789012:listener\/app\/web\/[0-9a-f]{16}\/[0-9a-f]{16}$/,
    );
    const listener = listenerOf(elb);
    await elb.rule(
      listener,
      1,
      [pathIs('/old/*')],
      [
        {
          Type: 'redirect',
          RedirectConfig: { Protocol: 'HTTPS', Port: '443', Path: '/new/#{path}', StatusCode: 'HTTP_301' },
        },
      ],
    );
    const url = elb.url(listener);
    expect(await get(`${url}/tea`)).toMatchObject({ status: 418, text: '{"tea":true}' });
    const moved = await get(`${url}/old/a?b=c`);
    expect(moved.status).toBe(301);
    expect(moved.headers.get('location')).toBe('https://127.0.0.1:443/new/old/a?b=c');
  });
});

describe('targets', () => {
  test('a group whose targets are all unhealthy is sent to all the same', async () => {
    const elb = start({ speed: 100 });
    const group = await elb.targetGroup('sick');
    const listener = await elb.listener(await elb.loadBalancer(), [{ Type: 'forward', TargetGroupArn: group }]);
    const one = await elb.target(group, says('one', 500));
    const two = await elb.target(group, says('two', 500));
    await elb.state(group, one, 'unhealthy');
    await elb.state(group, two, 'unhealthy');
    expect(await share(elb.url(listener), 10)).toEqual({ one: 5, two: 5 });
  });

  test('requests go round the healthy targets only', async () => {
    const elb = start({ speed: 100 });
    const { url, blue } = await blueGreen(elb, 1, 0);
    const sick = await elb.target(blue, says('sick', 500));
    const well = await elb.target(blue, says('well'));
    await elb.state(blue, sick, 'unhealthy');
    await elb.state(blue, well, 'healthy');
    expect(await share(url, 20)).toEqual({ blue: 10, well: 10 });
  });

  test('a draining target gets nothing new, and finishes what it has: no request fails', async () => {
    const elb = start();
    const { url, blue, targets } = await blueGreen(elb, 1, 0);
    let finish = () => {};
    const held = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const slow = await elb.target(blue, (req, res) => {
      if (req.url === '/slow') void held.then(() => res.end('slow'));
      else res.end('other');
    });
    await elb.state(blue, slow, 'healthy');
    const inFlight = Promise.all([get(`${url}/slow`), get(`${url}/slow`)]);
    await until(() => seen(elb) >= 2, 'both are on their way');
    const drained = elb.elb.deregister(blue, slow);
    let isOver = false;
    void drained.then(() => {
      isOver = true;
    });
    expect(elb.elb.health(blue, slow)).toMatchObject({ state: 'draining', reason: 'Target.DeregistrationInProgress' });
    expect(await share(url, 40)).toEqual({ blue: 40 });
    expect(isOver).toBe(false);
    finish();
    const answers = await inFlight;
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    await drained;
    expect(elb.elb.health(blue, slow)?.state).toBe('draining');
    expect(elb.elb.health(blue, targets.blue)?.state).toBe('healthy');
  });

  test('targets are replaced one after another under load, each stopped as soon as it has drained, without a failed request', async () => {
    const elb = start({ speed: 50 });
    const { url, blue, targets } = await blueGreen(elb, 1, 0);
    const agent = new Agent({ keepAlive: true });
    agents.push(agent);
    const statuses: Record<string, number> = {};
    let isLoaded = true;
    const client = async () => {
      while (isLoaded) {
        const status = await new Promise<number | string>((resolve) => {
          request(url, { agent }, (res) => {
            res.resume();
            res.on('end', () => resolve(res.statusCode ?? 0));
          })
            .on('error', (error) => resolve(error.message))
            .end();
        });
        statuses[status] = (statuses[status] ?? 0) + 1;
      }
    };
    const clients = Promise.all([client(), client(), client(), client()]);
    let old = targets.blue;
    for (let i = 0; i < 6; i++) {
      const next = await elb.target(blue, says(`version ${i}`));
      await elb.state(blue, next, 'healthy');
      await elb.elb.deregister(blue, old);
      // As a task is stopped: at once, with whatever connections it still has.
      old.server.close();
      old.server.closeAllConnections();
      old = next;
    }
    isLoaded = false;
    await clients;
    expect(Object.keys(statuses)).toEqual(['200']);
    expect(statuses[200]).toBeGreaterThan(20);
  });

  test('the deregistration delay ends what is still in flight', async () => {
    const elb = start({ speed: 20 });
    const { url, blue } = await blueGreen(elb, 1, 0);
    const Attributes = [{ Key: 'deregistration_delay.timeout_seconds', Value: '4' }];
    await elb.call('ModifyTargetGroupAttributes', { TargetGroupArn: blue, Attributes });
    const stuck = await elb.target(blue, (req, res) => {
      if (req.headers['user-agent']?.startsWith('ELB-HealthChecker')) res.end();
    });
    await elb.state(blue, stuck, 'healthy');
    const answers = Promise.all([get(url), get(url)]);
    await until(() => seen(elb) >= 2, 'both are on their way');
    await elb.elb.deregister(blue, stuck);
    expect((await answers).map(({ status }) => status).sort()).toEqual([200, 502]);
    expect(elb.elb.health(blue, stuck)).toBeUndefined();
  });
});

describe('what passes through', () => {
  test('bodies stream both ways without waiting for their end', async () => {
    const elb = start();
    const { url, targets } = await blueGreen(elb, 1, 0);
    targets.blue.server.removeAllListeners('request');
    targets.blue.server.on('request', (req, res) => {
      res.writeHead(200);
      req.pipe(res);
    });
    const sent = request(url, { method: 'POST' });
    sent.write('first ');
    const [res] = (await once(sent, 'response')) as [IncomingMessage];
    let text = '';
    let isOver = false;
    res.on('data', (chunk) => {
      text += chunk;
    });
    res.on('end', () => {
      isOver = true;
    });
    await until(() => text === 'first ', 'the first half came back');
    expect(isOver).toBe(false);
    sent.end('second');
    await until(() => isOver, 'the end came back');
    expect(text).toBe('first second');
  });

  test('a target that dies in the middle of its answer leaves the client with a cut answer', async () => {
    const elb = start();
    const { url, targets } = await blueGreen(elb, 1, 0);
    targets.blue.server.removeAllListeners('request');
    targets.blue.server.on('request', (_req, res) => {
      res.writeHead(200, { 'content-length': 100 });
      res.write('half');
      setTimeout(() => res.destroy(), 20);
    });
    await expect(get(url)).rejects.toThrow();
  });

  test('headers tell the target who asked, by which scheme and on which port', async () => {
    const elb = start();
    const { url, targets } = await blueGreen(elb, 1, 0);
    targets.blue.server.removeAllListeners('request');
    targets.blue.server.on('request', (req, res) => res.end(JSON.stringify(req.headers)));
    const { text } = await get(url, { 'x-forwarded-for': '203.0.113.7', 'x-forwarded-port': '1' });
    expect(JSON.parse(text)).toMatchObject({
      'x-forwarded-for': '203.0.113.7, 127.0.0.1',
      'x-forwarded-proto': 'http',
      'x-forwarded-port': '80',
      'x-amzn-trace-id': expect.stringMatching(/^Root=1-[0-9a-f]{8}-[0-9a-f]{24}$/),
    });
  });

  test('an HTTP/1.0 request without a host reaches its target under the load balancer’s name', async () => {
    const elb = start();
    const { url, targets } = await blueGreen(elb, 1, 0);
    targets.blue.server.removeAllListeners('request');
    targets.blue.server.on('request', (req, res) => res.end(`host ${req.headers.host}`));
    const { hostname, port } = new URL(url);
    const socket = connect(Number(port), hostname);
    socket.write('GET / HTTP/1.0\r\n\r\n');
    let text = '';
    socket.on('data', (chunk) => {
      text += chunk;
    });
    await once(socket, 'close');
    expect(text).toMatch(/^HTTP\/1\.1 200 /);
    expect(text).toMatch(/host \S+\.elb\.amazonaws\.com/);
  });

  test('a switched protocol is a pipe between client and target', async () => {
    const elb = start();
    const { url, targets } = await blueGreen(elb, 1, 0);
    targets.blue.server.on('upgrade', (_req, socket) => {
      socket.write('HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: echo\r\n\r\n');
      socket.pipe(socket);
    });
    const { hostname, port } = new URL(url);
    const socket = connect(Number(port), hostname);
    socket.write('GET / HTTP/1.1\r\nHost: a.b\r\nConnection: Upgrade\r\nUpgrade: echo\r\n\r\n');
    let text = '';
    socket.on('data', (chunk) => {
      text += chunk;
    });
    await until(() => text.includes('\r\n\r\n'), 'switched');
    expect(text).toMatch(/^HTTP\/1\.1 101 /);
    socket.write('hello');
    await until(() => text.endsWith('hello'), 'echoed');
    socket.destroy();
  });

  test('a client that goes away frees its target', async () => {
    const elb = start();
    const { url, blue, targets } = await blueGreen(elb, 1, 0);
    targets.blue.server.removeAllListeners('request');
    targets.blue.server.on('request', () => {});
    const abort = new AbortController();
    const gone = fetch(url, { signal: abort.signal }).catch(() => 'gone');
    await until(() => seen(elb) === 1, 'on its way');
    await rest(20);
    abort.abort();
    expect(await gone).toBe('gone');
    await elb.elb.deregister(blue, targets.blue);
  });
});

describe('what is counted', () => {
  test('metrics carry the dimensions of load balancer and group, and response times to 1 %', async () => {
    const elb = start({ speed: 100 });
    const { url, lb, blue, targets } = await blueGreen(elb, 1, 0);
    targets.blue.server.removeAllListeners('request');
    targets.blue.server.on('request', (_req, res) => {
      setTimeout(() => res.writeHead(500).end(), 50);
    });
    await share(url, 8);
    await until(() => sum(elb, 'HTTPCode_Target_5XX_Count') >= 16, 'handed over');
    const LoadBalancer = lb.split(':loadbalancer/')[1] ?? '';
    const TargetGroup = blue.slice(blue.indexOf('targetgroup/'));
    expect(LoadBalancer).toMatch(/^app\/web\/[0-9a-f]{16}$/);
    for (const dimensions of [{ LoadBalancer }, { TargetGroup, LoadBalancer }]) {
      expect(sum(elb, 'RequestCount', dimensions)).toBe(8);
      expect(sum(elb, 'HTTPCode_Target_5XX_Count', dimensions)).toBe(8);
      const times = elb.metrics.filter(
        ({ name, ...datum }) => name === 'TargetResponseTime' && same(datum.dimensions, dimensions),
      );
      expect(times.reduce((count, one) => count + (one.count ?? 1), 0)).toBe(8);
      for (const { value } of times) expect(value).toBeGreaterThan(0.045);
    }
    expect(sum(elb, 'RequestCountPerTarget', { TargetGroup })).toBe(8);
    expect(sum(elb, 'HTTPCode_ELB_5XX_Count')).toBe(0);
    const hosts = elb.metrics.filter(({ name }) => name === 'HealthyHostCount');
    expect(hosts.some(({ value, dimensions }) => value === 1 && same(dimensions, { TargetGroup, LoadBalancer }))).toBe(
      true,
    );
  });

  test('counts tell requests by group, status and time, and can be reset', async () => {
    const elb = start();
    const { url, blue, green } = await blueGreen(elb, 3, 1);
    await share(url, 40);
    const counts = elb.admin('counts', { bucketSeconds: 60 });
    expect(counts).toMatchObject({
      requests: 40,
      byTargetGroup: { [blue]: { requests: 30, target: { 200: 30 } }, [green]: { requests: 10, target: { 200: 10 } } },
    });
    elb.admin('reset-counts');
    expect(elb.admin('counts')).toMatchObject({ requests: 0, timeline: [] });
  });
});

function listenerOf(elb: ElbUnderTest): string {
  const { listeners } = elb.admin<{ listeners: { listenerArn: string }[] }>('addresses');
  return listeners[0]?.listenerArn ?? '';
}

function seen(elb: ElbUnderTest): number {
  return elb.admin<{ requests: number }>('counts').requests;
}

function sum(elb: ElbUnderTest, metric: string, dimensions?: Record<string, string>): number {
  return elb.metrics
    .filter((datum) => datum.name === metric && (dimensions === undefined || same(datum.dimensions, dimensions)))
    .reduce((total, { value, count = 1 }) => total + value * count, 0);
}

function same(a: Readonly<Record<string, string>>, b: Readonly<Record<string, string>>): boolean {
  return JSON.stringify(Object.entries(a).sort()) === JSON.stringify(Object.entries(b).sort());
}
