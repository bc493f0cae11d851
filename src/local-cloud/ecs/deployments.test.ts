import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { EcsUnderTest, messages, primaryOf, until } from './ecs-under-test.js';

let cloud: EcsUnderTest;

beforeEach(() => {
  cloud = new EcsUnderTest();
});

afterEach(() => cloud.stop());

const breaker = { deploymentCircuitBreaker: { enable: true, rollback: true } };

describe('a rolling deployment', () => {
  test('replaces every task, registers and drains targets, and tells it in AWS words', async () => {
    await cloud.service('web', await cloud.release('shop', { APP_VERSION: '1' }), cloud.behind());
    const first = await cloud.untilStable('web');
    const firstId = primaryOf(first).id;
    expect(primaryOf(first).rolloutStateReason).toBe(`ECS deployment ${firstId} completed.`);

    const v2 = await cloud.release('shop', { APP_VERSION: '2' });
    const { service: updated } = await cloud.update('web', { taskDefinition: v2 });
    expect(updated.deployments?.map((each) => [each.status, each.rolloutState])).toEqual([
      ['PRIMARY', 'IN_PROGRESS'],
      ['ACTIVE', 'COMPLETED'],
    ]);
    const second = await cloud.untilStable('web');
    expect(second.taskDefinition).toContain(':2');

    const [task] = await cloud.tasks({ serviceName: 'web' });
    const answer = await fetch(cloud.urlOf(task as never));
    expect(answer.headers.get('x-app-version')).toBe('2');

    const told = messages(second).join('\n');
    expect(told).toMatch(/\(service web\) has started 2 tasks: \(task [0-9a-f]{32}\) \(task [0-9a-f]{32}\)\./);
    expect(told).toMatch(/\(service web\) registered \d targets in \(target-group arn:aws:elasticloadbalancing/);
    expect(told).toContain(`(service web) (deployment ${firstId}) deployment completed.`);
    expect(told).toMatch(/\(service web\) has stopped \d running tasks: \(task /);
    expect(told).toContain(`(service web, taskSet ${firstId}) has begun draining connections on 1 tasks.`);
    await cloud.until('web', (seen) => messages(seen).at(-1) === '(service web) has reached a steady state.');

    const gone = await cloud.tasks({ serviceName: 'web', desiredStatus: 'STOPPED' });
    expect(gone.map((each) => [each.stopCode, each.stoppedReason, each.containers?.[0]?.exitCode])).toEqual(
      gone.map(() => [
        'ServiceSchedulerInitiated',
        `Scaling activity initiated by (deployment ${primaryOf(second).id})`,
        0,
      ]),
    );
    const deployment = await cloud.lastServiceDeployment('web');
    expect(deployment).toMatchObject({
      status: 'SUCCESSFUL',
      targetServiceRevision: { requestedTaskCount: 2, runningTaskCount: 2, pendingTaskCount: 0 },
    });
    expect(deployment.sourceServiceRevisions).toHaveLength(1);
  });

  test.each([
    { desired: 4, least: 100, most: 150 },
    { desired: 4, least: 50, most: 100 },
    { desired: 3, least: 100, most: 200 },
  ])('keeps within $least % and $most % of $desired tasks', async ({ desired, least, most }) => {
    const percent = { minimumHealthyPercent: least, maximumPercent: most };
    await cloud.service('web', await cloud.release('shop'), {
      ...cloud.behind(),
      desiredCount: desired,
      deploymentConfiguration: percent,
    });
    await cloud.untilStable('web');
    await cloud.update('web', { forceNewDeployment: true });
    const healthy: number[] = [];
    const active: number[] = [];
    await cloud.until('web', (seen) => {
      const running = [...cloud.targets.registered.values()].filter(
        (each) => !each.draining && cloud.ground.clock.now() - each.since >= cloud.targets.healthyAfterMs,
      );
      healthy.push(running.length);
      active.push((seen.runningCount ?? 0) + (seen.pendingCount ?? 0));
      return seen.deployments?.length === 1 && primaryOf(seen).rolloutState === 'COMPLETED';
    });
    expect(Math.min(...healthy)).toBeGreaterThanOrEqual(Math.ceil((desired * least) / 100));
    expect(Math.max(...active)).toBeLessThanOrEqual(Math.floor((desired * most) / 100));
  });

  test('a change of the desired count alone starts no deployment', async () => {
    await cloud.service('web', await cloud.release('shop'), { desiredCount: 1 });
    const before = primaryOf(await cloud.untilStable('web')).id;
    await cloud.update('web', { desiredCount: 2 });
    expect(primaryOf(await cloud.untilStable('web')).id).toBe(before);
    cloud.ecs.set('service/shop/web', 0);
    expect(cloud.ecs.get('service/shop/web')).toBe(0);
    await cloud.until('web', (seen) => seen.runningCount === 0);
    const [task] = await cloud.tasks({ serviceName: 'web', desiredStatus: 'STOPPED' });
    expect(task?.stoppedReason).toBe(`Scaling activity initiated by (deployment ${before})`);
  });

  test('a newer deployment replaces one under way', async () => {
    await cloud.service('web', await cloud.release('shop'), { ...cloud.behind(), desiredCount: 1 });
    await cloud.untilStable('web');
    await cloud.update('web', { taskDefinition: await cloud.release('shop') });
    const replaced = await cloud.lastServiceDeployment('web');
    await cloud.update('web', { taskDefinition: await cloud.release('shop') });
    const seen = await cloud.untilStable('web');
    expect(seen.taskDefinition).toContain(':3');
    const { serviceDeployments } = await cloud.call<{ serviceDeployments: { status: string; statusReason: string }[] }>(
      'DescribeServiceDeployments',
      { serviceDeploymentArns: [replaced.serviceDeploymentArn] },
    );
    expect(serviceDeployments[0]).toMatchObject({
      status: 'STOPPED',
      statusReason: 'Replaced by a new service deployment.',
    });
  });
});

describe('the circuit breaker', () => {
  test('rolls back to the last completed deployment after three tasks that exit', async () => {
    await cloud.service('web', await cloud.release('shop'), { ...cloud.behind(), deploymentConfiguration: breaker });
    const good = primaryOf(await cloud.untilStable('web'));
    await cloud.update('web', { taskDefinition: await cloud.release('shop', { APP_CRASH_AT_START: '3' }) });
    const badId = primaryOf(await cloud.describe('web')).id;
    const back = await cloud.until('web', (seen) => primaryOf(seen).id === good.id);
    expect(primaryOf(back).rolloutStateReason).toBe(
      `ECS deployment circuit breaker: rolling back to deploymentId ${good.id}.`,
    );
    expect(back.deployments?.find((each) => each.id === badId)).toMatchObject({
      rolloutState: 'FAILED',
      rolloutStateReason: 'ECS deployment circuit breaker: tasks failed to start.',
    });
    const stable = await cloud.untilStable('web');
    expect(stable.taskDefinition).toContain(':1');
    const told = messages(stable);
    expect(told).toContain(`(service web) (deployment ${badId}) deployment failed: tasks failed to start.`);
    expect(told).toContain(`(service web) rolling back to deployment ${good.id}.`);
    expect(await cloud.lastServiceDeployment('web')).toMatchObject({
      status: 'ROLLBACK_SUCCESSFUL',
      statusReason: 'Service deployment rolled back because the circuit breaker threshold was exceeded.',
      deploymentCircuitBreaker: { status: 'TRIGGERED', threshold: 3 },
    });
    const [dead] = (await cloud.tasks({ serviceName: 'web', desiredStatus: 'STOPPED' })).filter(
      (task) => task.stopCode === 'EssentialContainerExited',
    );
    expect(dead).toMatchObject({ stoppedReason: 'Essential container in task exited', startedBy: badId });
    expect(dead?.containers?.[0]?.exitCode).toBe(3);
  });

  test('without rollback it stops launching, keeps the old tasks, and the deployment stays FAILED', async () => {
    await cloud.service('web', await cloud.release('shop'), {
      ...cloud.behind(),
      desiredCount: 1,
      deploymentConfiguration: { deploymentCircuitBreaker: { enable: true, rollback: false } },
    });
    await cloud.untilStable('web');
    await cloud.update('web', { taskDefinition: await cloud.release('shop', { APP_CRASH_AT_START: '1' }) });
    await cloud.until('web', (seen) => primaryOf(seen).rolloutState === 'FAILED');
    const count = (await cloud.tasks({ serviceName: 'web', desiredStatus: 'STOPPED' })).length;
    await cloud.ground.clock.sleep(60_000);
    const seen = await cloud.describe('web');
    expect(seen.deployments?.map((each) => [each.status, each.rolloutState, each.runningCount])).toEqual([
      ['PRIMARY', 'FAILED', 0],
      ['ACTIVE', 'COMPLETED', 1],
    ]);
    expect(await cloud.tasks({ serviceName: 'web', desiredStatus: 'STOPPED' })).toHaveLength(count);
    expect((await cloud.lastServiceDeployment('web')).status).toBe('STOPPED');
  });

  test('tasks whose target never becomes healthy are replaced after the grace period and trip it', async () => {
    await cloud.service('web', await cloud.release('shop'), {
      ...cloud.behind(),
      desiredCount: 1,
      healthCheckGracePeriodSeconds: 20,
      deploymentConfiguration: breaker,
    });
    const good = primaryOf(await cloud.untilStable('web'));
    const [old] = await cloud.tasks({ serviceName: 'web' });
    const oldAddress = old?.containers?.[0]?.networkInterfaces?.[0]?.privateIpv4Address;
    cloud.targets.verdict = (target) => (target.id === oldAddress ? 'healthy' : 'unhealthy');
    await cloud.update('web', { taskDefinition: await cloud.release('shop') });
    await cloud.until('web', (seen) => primaryOf(seen).id === good.id);
    const stopped = (await cloud.tasks({ serviceName: 'web', desiredStatus: 'STOPPED' })).filter((task) =>
      task.stoppedReason?.startsWith('Task failed ELB health checks in (target-group arn:aws:elasticloadbalancing'),
    );
    expect(stopped).toHaveLength(3);
    for (const { startedAt, stoppingAt } of stopped) {
      expect(Number(stoppingAt) - Number(startedAt)).toBeGreaterThanOrEqual(20_000);
    }
    const told = messages(await cloud.describe('web')).join('\n');
    expect(told).toMatch(
      /\(port 8080\) is unhealthy in \(target-group .*\) due to \(reason Health checks failed with these codes: \[503\]\)/,
    );
    await cloud.untilStable('web');
    expect((await cloud.tasks({ serviceName: 'web' }))[0]?.taskArn).toBe(old?.taskArn);
  });

  test('a first deployment that fails has nothing to go back to', async () => {
    await cloud.service('web', await cloud.release('shop', { APP_CRASH_AT_START: '1' }), {
      desiredCount: 1,
      deploymentConfiguration: breaker,
    });
    await cloud.until('web', (seen) => primaryOf(seen).rolloutState === 'FAILED');
    expect(await cloud.lastServiceDeployment('web')).toMatchObject({ status: 'ROLLBACK_FAILED' });
  });
});

describe('deployment alarms', () => {
  const alarms = { alarms: { alarmNames: ['errors'], enable: true, rollback: true } };

  beforeEach(async () => {
    cloud.alarms.set('errors', 'OK');
    await cloud.service('web', await cloud.release('shop'), {
      ...cloud.behind(),
      desiredCount: 1,
      deploymentConfiguration: alarms,
    });
    await cloud.untilStable('web');
  });

  test('an alarm during the bake time rolls back, and the service is stable on the old revision', async () => {
    const v2 = await cloud.release('shop');
    await cloud.update('web', { taskDefinition: v2 });
    await cloud.until('web', (seen) => seen.deployments?.length === 1 && seen.runningCount === 1);
    cloud.alarms.set('errors', 'ALARM');
    const stable = await cloud.until(
      'web',
      (seen) =>
        /:1$/.test(seen.taskDefinition ?? '') &&
        seen.deployments?.length === 1 &&
        seen.runningCount === 1 &&
        primaryOf(seen).rolloutState === 'COMPLETED',
    );
    expect(messages(stable).join('\n')).toContain('deployment failed: alarm detected.');
    expect(await cloud.lastServiceDeployment('web')).toMatchObject({
      status: 'ROLLBACK_SUCCESSFUL',
      alarms: { status: 'TRIGGERED', triggeredAlarmNames: ['errors'] },
    });
  });

  test('an alarm that is in ALARM at the start is ignored for that deployment', async () => {
    cloud.alarms.set('errors', 'ALARM');
    await cloud.update('web', { taskDefinition: await cloud.release('shop') });
    expect((await cloud.untilStable('web')).taskDefinition).toContain(':2');
    expect((await cloud.lastServiceDeployment('web')).status).toBe('SUCCESSFUL');
  });

  test('a throttled poll misses an alarm that is over before the next one', async () => {
    await cloud.update('web', { taskDefinition: await cloud.release('shop') });
    await until(
      async () => cloud.targets.history.length,
      (count) => count >= 2,
    );
    cloud.ecs.admin?.['throttle-alarm-polls']?.({ times: 1_000 });
    cloud.alarms.set('errors', 'ALARM');
    await cloud.ground.clock.sleep(25_000);
    cloud.alarms.set('errors', 'OK');
    cloud.ecs.admin?.['throttle-alarm-polls']?.({ times: 0 });
    expect((await cloud.untilStable('web')).taskDefinition).toContain(':2');
    expect(cloud.notes.join('\n')).toContain('DescribeAlarms was throttled');
  });
});

describe('StopServiceDeployment', () => {
  test('rolls back a deployment under way, and conflicts with one that is over', async () => {
    await cloud.service('web', await cloud.release('shop'), { ...cloud.behind(), desiredCount: 1 });
    await cloud.untilStable('web');
    cloud.targets.healthyAfterMs = 1e9;
    await cloud.update('web', { taskDefinition: await cloud.release('shop') });
    const { serviceDeploymentArn } = await cloud.lastServiceDeployment('web');
    await cloud.call('StopServiceDeployment', { serviceDeploymentArn });
    expect((await cloud.lastServiceDeployment('web')).status).toBe('ROLLBACK_REQUESTED');
    // Asked again, it goes on rolling back.
    expect(await cloud.call('StopServiceDeployment', { serviceDeploymentArn })).toEqual({ serviceDeploymentArn });
    cloud.targets.healthyAfterMs = 0;
    expect((await cloud.untilStable('web')).taskDefinition).toContain(':1');
    expect((await cloud.lastServiceDeployment('web')).status).toBe('ROLLBACK_SUCCESSFUL');
    expect(await cloud.refusal('StopServiceDeployment', { serviceDeploymentArn })).toContain('ConflictException');
    expect(await cloud.refusal('StopServiceDeployment', { serviceDeploymentArn: 'arn:nothing' })).toContain(
      'ServiceDeploymentNotFoundException',
    );
  });
});

describe('the history of a service', () => {
  test('has every deployment with its revision and outcome, newest first, a page at a time', async () => {
    await cloud.service('web', await cloud.release('shop'), { desiredCount: 0 });
    await cloud.untilStable('web');
    await cloud.update('web', { taskDefinition: await cloud.release('shop') });
    await cloud.untilStable('web');
    await cloud.update('web', { taskDefinition: await cloud.release('shop'), desiredCount: 1 });
    const { serviceDeploymentArn } = await cloud.lastServiceDeployment('web');
    await cloud.call('StopServiceDeployment', { serviceDeploymentArn, stopType: 'ABORT' });
    await until(
      () => cloud.lastServiceDeployment('web'),
      ({ status }) => status === 'STOPPED',
    );

    type Brief = { status: string; targetServiceRevisionArn: string };
    type Page = { serviceDeployments: Brief[]; nextToken?: string };
    const list = (more: Record<string, unknown>) =>
      cloud.call<Page>('ListServiceDeployments', { cluster: 'shop', service: 'web', ...more });
    const first = await list({ maxResults: 2 });
    const second = await list({ maxResults: 2, nextToken: first.nextToken });
    const all = [...first.serviceDeployments, ...second.serviceDeployments];
    expect(all.map(({ status }) => status)).toEqual(['STOPPED', 'SUCCESSFUL', 'SUCCESSFUL']);
    expect(second.nextToken).toBeUndefined();

    const lastGood = (await list({ status: ['SUCCESSFUL'], maxResults: 1 })).serviceDeployments[0];
    const { serviceRevisions } = await cloud.call<{ serviceRevisions: { taskDefinition: string }[] }>(
      'DescribeServiceRevisions',
      { serviceRevisionArns: [lastGood?.targetServiceRevisionArn] },
    );
    expect(serviceRevisions[0]?.taskDefinition).toMatch(/shop:2$/);
  });
});

describe('a crash loop without circuit breaker', () => {
  test('is throttled, told once, counted, and never given up', async () => {
    await cloud.service('web', await cloud.release('shop', { APP_CRASH_AT_START: '1' }), { desiredCount: 1 });
    const seen = await cloud.until('web', (service) => (primaryOf(service).failedTasks ?? 0) >= 5);
    expect(primaryOf(seen).rolloutState).toBe('IN_PROGRESS');
    const told = messages(seen).filter((message) => message.includes('is unable to consistently start tasks'));
    expect(told).toHaveLength(1);
    const created = (await cloud.tasks({ serviceName: 'web', desiredStatus: 'STOPPED' }))
      .map((task) => ({ from: Number(task.createdAt), to: Number(task.stoppingAt) }))
      .sort((a, b) => a.from - b.from);
    const gaps = created.slice(1).map((task, i) => task.from - (created[i]?.to ?? 0));
    expect(gaps[2]).toBeGreaterThanOrEqual(10_000);
    expect(gaps[3]).toBeGreaterThanOrEqual(20_000);
  });
});
