import {
  ApplicationAutoScalingClient,
  DescribeScalableTargetsCommand,
  RegisterScalableTargetCommand,
} from '@aws-sdk/client-application-auto-scaling';
import { DescribeServicesCommand, UpdateServiceCommand } from '@aws-sdk/client-ecs';
import { afterEach, describe, expect, test } from '@jest/globals';
import { Load } from '../../src/cli/rehearse/load.js';
import type { PhaseResult } from '../../src/testing/runner.js';
import { callsOf, digest, type TwoSides, twoSides, versionOf } from './two-sides.js';

const services = ['shop-blue', 'shop-green'];
const identity = (service: string) =>
  ({
    ServiceNamespace: 'ecs',
    ScalableDimension: 'ecs:service:DesiredCount',
    ResourceId: `service/shop/${service}`,
  }) as const;

type Scaling = readonly [min: number | undefined, max: number | undefined, suspended: readonly string[]];
const all = ['in', 'out', 'scheduled'];
/** Blue is live with 2 to 10 tasks, green idle with 0 to 8, as the tests begin. */
const asBefore: Scaling[] = [
  [2, 10, []],
  [0, 8, []],
];

describe('autoscaling, through the shipped bundle', () => {
  let sides: TwoSides | undefined;
  let scaling: ApplicationAutoScalingClient | undefined;
  afterEach(async () => {
    scaling?.destroy();
    await sides?.stop();
    sides = undefined;
  });

  async function world(): Promise<TwoSides> {
    const made = await twoSides();
    sides = made;
    const client = new ApplicationAutoScalingClient({
      region: 'eu-west-1',
      endpoint: made.cloud.endpoint,
      credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    });
    scaling = client;
    await client.send(new RegisterScalableTargetCommand({ ...identity('shop-blue'), MinCapacity: 2, MaxCapacity: 10 }));
    await client.send(new RegisterScalableTargetCommand({ ...identity('shop-green'), MinCapacity: 0, MaxCapacity: 8 }));
    return made;
  }

  async function targets(): Promise<Scaling[]> {
    const { ScalableTargets = [] } =
      (await scaling?.send(
        new DescribeScalableTargetsCommand({
          ServiceNamespace: 'ecs',
          ResourceIds: services.map((name) => identity(name).ResourceId),
        }),
      )) ?? {};
    return services.map((name) => {
      const found = ScalableTargets.find(({ ResourceId }) => ResourceId === identity(name).ResourceId);
      const state = found?.SuspendedState;
      const flags = [
        state?.DynamicScalingInSuspended,
        state?.DynamicScalingOutSuspended,
        state?.ScheduledScalingSuspended,
      ];
      return [found?.MinCapacity, found?.MaxCapacity, all.filter((_, i) => flags[i] === true)];
    });
  }

  async function desired(): Promise<(number | undefined)[]> {
    const answer = await sides?.clients.ecs.send(new DescribeServicesCommand({ cluster: 'shop', services }));
    return services.map((name) => answer?.services?.find(({ serviceName }) => serviceName === name)?.desiredCount);
  }

  /** What a scaling policy does whose alarm is on: one task more, unless that is suspended. Policies are not played by the cloud. */
  async function scaleOut(): Promise<Scaling[]> {
    const seen = await targets();
    const counts = await desired();
    for (const [i, [, max = 0, suspended]] of seen.entries()) {
      if (suspended.includes('out')) continue;
      const desiredCount = Math.min(max, (counts[i] ?? 0) + 1);
      await sides?.clients.ecs.send(new UpdateServiceCommand({ cluster: 'shop', service: services[i], desiredCount }));
    }
    return seen;
  }

  /** Runs, with that policy at work whenever the log says that the traffic has moved. */
  async function deploy(
    on: TwoSides,
    inputs: Record<string, string>,
    stop?: { at: RegExp; how: 'cancel' | 'kill' },
  ): Promise<{ main: PhaseResult; post: PhaseResult; during: Scaling[][]; counts: unknown[] }> {
    const looks: Promise<[Scaling[], unknown]>[] = [];
    let reached = (): void => {};
    const stopped = new Promise<void>((resolve) => {
      reached = resolve;
    });
    const step = await on.step(inputs, {
      onLine: (line) => {
        if (/\d+ % observed on the listener/.test(line) && !/ 0 % observed/.test(line)) {
          looks.push(scaleOut().then(async (seen) => [seen, await desired()]));
        }
        if (stop?.at.test(line)) reached();
      },
    });
    const running = await step.main();
    if (stop !== undefined) {
      await Promise.race([stopped, running.ended]);
      // The look that this line brought about is over before the run is stopped.
      await Promise.all(looks);
    }
    const main = stop === undefined ? await running.ended : await running[stop.how]();
    const seen = await Promise.all(looks);
    const post = await step.runPost();
    return { main, post, during: seen.map(([scale]) => scale), counts: seen.map(([, count]) => count) };
  }

  const held: Scaling[] = [
    [2, 10, all],
    [0, 8, all],
  ];

  test('is held while the traffic moves; after the promotion the floor is where the traffic is', async () => {
    const on = await world();
    const { main, during, counts } = await deploy(on, { steps: '10%@1m, 50%@1m, 100%@1m', drain: '10s' });
    expect(main.outputs.outcome).toBe('promoted');
    expect(main.stdout).toContain('Autoscaling is held until the end: shop-blue (2 to 10), shop-green (0 to 8)');
    expect(during).toEqual([held, held, held]);
    expect(counts).toEqual([
      [2, 2],
      [2, 2],
      [2, 2],
    ]);
    expect(await targets()).toEqual([
      [0, 10, []],
      [2, 10, []],
    ]);
    expect(await desired()).toEqual([0, 2]);
    // Held twice, given to the side that serves, given to the retired one: nothing is written that is so already.
    expect(await callsOf(on, 'RegisterScalableTarget')).toHaveLength(2 + 4);
  }, 60_000);

  test('is exactly as it was after a rollback', async () => {
    const on = await world();
    await on.cloud.admin('ecs/app', { version: versionOf(digest(2)), errorShare: 0.5 });
    const load = new Load({ url: `${on.url}/products`, perSecond: 50 });
    const { main, during } = await deploy(on, { steps: '50%@10m, 100%@1m', drain: '10s' }).finally(() => load.stop());
    expect(main.outputs).toMatchObject({ outcome: 'rolled-back', 'rolled-back-at-weight': '50' });
    expect(during).toEqual([held]);
    expect([await targets(), await desired()]).toEqual([asBefore, [2, 0]]);
  }, 60_000);

  test('is given back by post after a cancel', async () => {
    const on = await world();
    const { main, post, during } = await deploy(
      on,
      { steps: '10%@10m, 100%@1m' },
      { at: /10 % observed/, how: 'cancel' },
    );
    expect([main.outputs.outcome, post.exitCode, during]).toEqual(['interrupted', 0, [held]]);
    expect([await targets(), await desired()]).toEqual([asBefore, [2, 0]]);
  }, 60_000);

  test('is given back by post after the process was killed', async () => {
    const on = await world();
    const { main, post, during } = await deploy(
      on,
      { steps: '10%@10m, 100%@1m' },
      { at: /10 % observed/, how: 'kill' },
    );
    expect([main.signal, post.exitCode, during]).toEqual(['SIGKILL', 0, [held]]);
    expect([await targets(), await desired()]).toEqual([asBefore, [2, 0]]);
  }, 60_000);
});
