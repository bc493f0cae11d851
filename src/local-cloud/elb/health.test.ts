import { afterEach, describe, expect, test } from '@jest/globals';
import { ElbUnderTest, forward, says, until } from './elb-under-test.js';

let open: ElbUnderTest[] = [];

function start(speed = 100): ElbUnderTest {
  const elb = new ElbUnderTest({ speed });
  open.push(elb);
  return elb;
}

afterEach(async () => {
  await Promise.all(open.map((elb) => elb.stop()));
  open = [];
});

async function used(elb: ElbUnderTest, more: Record<string, unknown> = {}) {
  const group = await elb.targetGroup('app', more);
  const lb = await elb.loadBalancer();
  const listener = await elb.listener(lb, [{ Type: 'forward', TargetGroupArn: group }]);
  return { group, lb, listener };
}

describe('target health', () => {
  test('a new target is initial, and healthy after one check that passed', async () => {
    const elb = start();
    const { group } = await used(elb, { HealthyThresholdCount: 10 });
    let checks = 0;
    const target = await elb.target(group, (_req, res) => {
      checks++;
      res.end();
    });
    expect(elb.elb.health(group, target)).toMatchObject({ state: 'initial', reason: 'Elb.RegistrationInProgress' });
    await elb.state(group, target, 'healthy');
    expect(checks).toBe(1);
    expect(elb.elb.health(group, target)).toEqual({ state: 'healthy' });
  });

  test('until the first check is over the reason is that checks are going on', async () => {
    const elb = start();
    const { group } = await used(elb);
    const target = await elb.target(group, () => {});
    await until(() => elb.elb.health(group, target)?.reason === 'Elb.InitialHealthChecking', 'checks have begun');
    expect(elb.elb.health(group, target)?.state).toBe('initial');
  });

  test('an unhealthy target needs as many passes in a row as its threshold says', async () => {
    const elb = start();
    const { group } = await used(elb, { HealthyThresholdCount: 3, UnhealthyThresholdCount: 2 });
    let isWell = false;
    let passes = 0;
    const target = await elb.target(group, (_req, res) => {
      if (isWell) passes++;
      res.writeHead(isWell ? 200 : 503).end();
    });
    await elb.state(group, target, 'unhealthy');
    expect(elb.elb.health(group, target)).toEqual({
      state: 'unhealthy',
      reason: 'Target.ResponseCodeMismatch',
      description: 'Health checks failed with these codes: [503]',
    });
    isWell = true;
    await elb.state(group, target, 'healthy');
    expect(passes).toBe(3);
  });

  test('a target that does not answer has timed out', async () => {
    const elb = start();
    const { group } = await used(elb);
    const target = await elb.target(group, () => {});
    await elb.state(group, target, 'unhealthy');
    expect(elb.elb.health(group, target)?.reason).toBe('Target.Timeout');
  });

  test('a target that cannot be reached has failed its checks', async () => {
    const elb = start();
    const { group } = await used(elb);
    const { port, server } = await elb.server(says(''));
    server.close();
    elb.elb.register(group, { id: '127.0.0.1', port });
    await elb.state(group, { id: '127.0.0.1', port }, 'unhealthy');
    expect(elb.elb.health(group, { id: '127.0.0.1', port })?.reason).toBe('Target.FailedHealthChecks');
  });

  test('path, codes and port of the check are followed', async () => {
    const elb = start();
    const health = await elb.server((req, res) => res.writeHead(req.url === '/healthz' ? 204 : 500).end());
    const { group } = await used(elb, {
      HealthCheckPath: '/healthz',
      HealthCheckPort: String(health.port),
      Matcher: { HttpCode: '200-299' },
    });
    const target = await elb.target(group, says('broken', 500));
    await elb.state(group, target, 'healthy');
  });

  test('a group that no rule names is unused and not checked; once a rule does, even at weight 0, it is', async () => {
    const elb = start();
    const { listener, group: other } = await used(elb);
    const spare = await elb.targetGroup('spare');
    let checks = 0;
    const target = await elb.target(spare, (_req, res) => {
      checks++;
      res.end();
    });
    expect(elb.elb.health(spare, target)).toMatchObject({ state: 'unused', reason: 'Target.NotInUse' });
    expect(elb.elb.group(spare)).toMatchObject({ used: false, loadBalancerArns: [] });
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect(checks).toBe(0);
    await elb.call('ModifyListener', { ListenerArn: listener, DefaultActions: [forward({ [other]: 1, [spare]: 0 })] });
    await elb.state(spare, target, 'healthy');
    expect(elb.elb.group(spare)?.used).toBe(true);
    await elb.call('ModifyListener', { ListenerArn: listener, DefaultActions: [forward({ [other]: 1 })] });
    expect(elb.elb.health(spare, target)?.state).toBe('unused');
  });

  test('two ports of one address are two targets', async () => {
    const elb = start();
    const { group } = await used(elb);
    const good = await elb.target(group, says('good'));
    const bad = await elb.target(group, says('bad', 500));
    await elb.state(group, good, 'healthy');
    await elb.state(group, bad, 'unhealthy');
  });

  test('a published address is dialled at its real port', async () => {
    const elb = start();
    const { group, listener } = await used(elb);
    const { port } = await elb.server(says('task'));
    const address = elb.ground.network.allocate();
    elb.ground.network.publish(address, 8080, port);
    elb.elb.register(group, { id: address, port: 8080 });
    await elb.state(group, { id: address, port: 8080 }, 'healthy');
    expect(await (await fetch(elb.url(listener))).text()).toBe('task');
  });

  test('hosts are reported whether requests flow or not', async () => {
    const elb = start(600);
    const { group } = await used(elb);
    const target = await elb.target(group, says('x', 500));
    await elb.state(group, target, 'unhealthy');
    await until(
      () => elb.metrics.filter(({ name, value }) => name === 'UnHealthyHostCount' && value === 1).length >= 3,
      'reported three times',
    );
    expect(elb.metrics.some(({ name }) => name === 'RequestCount')).toBe(false);
  });
});
