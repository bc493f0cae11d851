import { StopServiceDeploymentCommand, UpdateServiceCommand } from '@aws-sdk/client-ecs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ActionStep, type PhaseResult } from '../../src/testing/runner.js';
import { type OneService, oneService } from './one-service.js';

/** The shipped action, one rollout after the other on one local cloud. */
let world: OneService;
beforeAll(async () => {
  world = await oneService();
}, 60_000);
afterAll(() => world.stop());

const ran = async (inputs: Record<string, string> = {}, more: Parameters<OneService['step']>[1] = {}) => {
  await using step = await world.step(inputs, more);
  return await step.runMain();
};
const errorsOf = (result: PhaseResult) =>
  result.annotations.filter(({ level }) => level === 'error').map(({ message }) => message);
/** Does something as soon as the service has been told, while the rollout is under way. */
const meanwhile = (deed: () => Promise<unknown>) => {
  let isDone = false;
  return {
    onLine: (line: string) => {
      if (isDone || !/0 of \d tasks run/.test(line)) return;
      isDone = true;
      void deed();
    },
  };
};

test('a good release is deployed; the same again is unchanged, and registers nothing', async () => {
  const good = await ran({ 'docker-labels': 'release=good' });
  expect([good.exitCode, good.outputs, errorsOf(good)]).toMatchObject([0, { outcome: 'succeeded' }, []]);
  expect(good.outputs['task-definition-arn']).toMatch(/shop:2$/);
  expect(good.outputs['previous-task-definition-arn']).toMatch(/shop:1$/);
  expect(good.outputs['deployment-id']).toMatch(/^arn:aws:ecs:.*:service-deployment\/shop\/shop\//);
  expect([await world.runs(), await world.lock()]).toEqual(['shop:2', undefined]);
  expect(good.summary).toContain('✅ Deployed: shop in shop');

  const again = await ran({ 'docker-labels': 'release=good' });
  expect([again.exitCode, again.outputs.outcome]).toEqual([0, 'unchanged']);
  expect(again.outputs.reason).toBe('shop runs shop:2 already, and nothing differs from it');
}, 60_000);

describe('a release that crashes is taken back, and the one annotation names the reason', () => {
  const crash = { environment: 'APP_CRASH_AT_START=3' };
  const cause = /\d × Essential container in task exited \(app: exit code 3\)/;

  test.each([
    [
      'by ECS, with the circuit breaker on',
      'shop',
      { 'circuit-breaker': 'rollback', 'fail-after': '50' },
      /^shop: rolled back: Service deployment rolled back because the circuit breaker threshold was exceeded \(/,
    ],
    [
      'with a circuit breaker that only stops',
      'shop',
      { 'circuit-breaker': 'stop', 'fail-after': '50' },
      /circuit breaker/,
    ],
    [
      'of a worker without a load balancer, with the circuit breaker off',
      'worker',
      { 'circuit-breaker': 'off' },
      /^worker: rolled back: tasks keep failing: /,
    ],
  ] as const)(
    '%s',
    async (_how, service, inputs, words) => {
      const before = await world.runs(service);
      const bad = await ran({ ...crash, ...inputs, service });
      expect([bad.exitCode, bad.outputs.outcome]).toEqual([2, 'rolled-back']);
      const [error, ...more] = errorsOf(bad);
      expect(error).toMatch(words);
      expect(error).toMatch(cause);
      expect(error).toMatch(/\napp wrote last:\n {2}.*exiting at start with code 3\nWhat to do: /);
      expect(error).toContain(`${service} runs ${before} now: `);
      expect([more, await world.runs(service), await world.lock(service)]).toEqual([[], before, undefined]);
      expect(bad.summary).toMatch(/Last lines of app in task [\s\S]*Events of the service since the deployment began/);
    },
    60_000,
  );
});

describe('what others do to a rollout ends it with an outcome of its own', () => {
  test('a newer deployment on top: superseded, and left alone', async () => {
    const newer = () =>
      world.ecs.send(
        new UpdateServiceCommand({
          cluster: 'shop',
          service: 'shop',
          taskDefinition: 'shop:1',
          forceNewDeployment: true,
        }),
      );
    const result = await ran({}, meanwhile(newer));
    expect([result.exitCode, result.outputs.outcome]).toEqual([4, 'superseded']);
    expect(errorsOf(result)).toEqual([expect.stringContaining('another deployment (shop:1) has replaced this one')]);
    const after = await ran({ 'docker-labels': 'release=after' });
    expect(after.outputs['previous-task-definition-arn']).toMatch(/shop:1$/);
  }, 60_000);

  test('a stop in the console: stopped', async () => {
    const before = await world.runs();
    const stop = async () =>
      world.ecs.send(
        new StopServiceDeploymentCommand({ serviceDeploymentArn: await world.underWay(), stopType: 'ROLLBACK' }),
      );
    const result = await ran({}, meanwhile(stop));
    expect([result.exitCode, result.outputs.outcome, await world.runs()]).toEqual([5, 'stopped', before]);
  }, 60_000);

  test('a service that is scaled to 0 on the way is no success; at 0 from the start it is refused', async () => {
    const scale = (desiredCount: number) =>
      world.ecs.send(new UpdateServiceCommand({ cluster: 'shop', service: 'worker', desiredCount }));
    const result = await ran(
      { service: 'worker' },
      meanwhile(() => scale(0)),
    );
    expect([result.exitCode, result.outputs.outcome]).toEqual([5, 'stopped']);
    expect(result.outputs.reason).toContain('scaled the service to 0');
    const refused = await ran({ service: 'worker' });
    expect([refused.exitCode, refused.outputs.outcome]).toEqual([7, 'refused']);
    const started = await ran({ service: 'worker', 'desired-count': '1' });
    expect([started.exitCode, started.outputs.outcome]).toEqual([0, 'succeeded']);
  }, 60_000);
});

describe('what is refused leaves the world untouched', () => {
  test('a cluster and a service that do not exist', async () => {
    const cluster = await ran({ cluster: 'shpo' });
    expect([cluster.exitCode, cluster.outputs.outcome, errorsOf(cluster)]).toEqual([
      7,
      'refused',
      [expect.stringMatching(/cluster.*shpo.*does not exist/)],
    ]);
    const service = await ran({ service: 'shpo' });
    expect([service.exitCode, service.outputs.outcome, errorsOf(service)]).toEqual([
      7,
      'refused',
      [expect.stringMatching(/service.*shpo.*does not exist/)],
    ]);
  }, 60_000);

  test('what preflight finds, all of it at once', async () => {
    const before = await world.runs();
    const images = 'app=123456789012.dkr.ecr.eu-west-1.amazonaws.com/shop:none';
    const result = await ran({ images, secrets: 'KEY=/shop/none' });
    expect([result.exitCode, result.outputs.outcome, await world.runs()]).toEqual([7, 'refused', before]);
    expect(errorsOf(result)[0]).toMatch(/shop:none[\s\S]*\/shop\/none/);
  }, 60_000);
});

describe('a cancel', () => {
  test('in the wait goes back; post sees to the end of it', async () => {
    const before = await world.runs();
    let begun = (): void => {};
    const isBegun = new Promise<void>((done) => {
      begun = done;
    });
    await using step = await world.step(
      {},
      meanwhile(async () => begun()),
    );
    const running = await step.main();
    await isBegun;
    const main = await running.cancel();
    expect([main.exitCode, main.outputs.outcome]).toEqual([8, 'interrupted']);
    expect(main.durationMs).toBeLessThan(10_000);
    const post = await step.runPost();
    expect([post.exitCode, post.stdout]).toEqual([0, expect.stringContaining('finished after the interruption')]);
    expect([await world.runs(), await world.lock()]).toEqual([before, undefined]);
  }, 60_000);
});

describe('a runner that is lost in the wait', () => {
  const recovered = async () => {
    await using step = await ActionStep.prepare({
      action: 'recover',
      environment: { ...world.cloud.env },
      inputs: { cluster: 'shop', service: 'shop', 'when-locked': 'take' },
    });
    return await step.runMain();
  };
  async function lost(inputs: Record<string, string>): Promise<void> {
    let begun = (): void => {};
    const isBegun = new Promise<void>((done) => {
      begun = done;
    });
    await using step = await world.step(
      inputs,
      meanwhile(async () => begun()),
    );
    const running = await step.main();
    await isBegun;
    await running.kill();
  }

  test('leaves a journal by which recover follows the deployment to its end', async () => {
    const before = await world.runs();
    await lost({});
    expect(JSON.parse((await world.lock()) ?? '{}')).toMatchObject({ kind: 'rolling', stage: 'roll', service: 'shop' });
    const result = await recovered();
    expect([result.exitCode, result.outputs.outcome]).toEqual([0, 'recovered']);
    expect(result.outputs.reason).toMatch(/The deployment of shop:\d+ completed/);
    expect([(await world.runs()) === before, await world.lock()]).toEqual([false, undefined]);
  }, 60_000);

  test('with a release that crashes: recover takes it back', async () => {
    const before = await world.runs();
    await lost({ environment: 'APP_CRASH_AT_START=3', 'circuit-breaker': 'off' });
    const result = await recovered();
    expect([result.exitCode, result.outputs.outcome, await world.runs()]).toEqual([0, 'recovered', before]);
    expect(result.outputs.reason).toContain('did not stay (tasks keep failing');
  }, 60_000);
});
