import {
  ApplicationAutoScalingClient,
  DescribeScalableTargetsCommand,
  RegisterScalableTargetCommand,
} from '@aws-sdk/client-application-auto-scaling';
import { type CloudWatchClient, PutMetricAlarmCommand, SetAlarmStateCommand } from '@aws-sdk/client-cloudwatch';
import { DescribeServicesCommand, UpdateServiceCommand } from '@aws-sdk/client-ecs';
import { DescribeRulesCommand, DescribeTargetHealthCommand } from '@aws-sdk/client-elastic-load-balancing-v2';
import { GetParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import type { ActionStep } from '../../src/testing/runner.js';
import { type Options, type TwoSides, twoSides } from './two-sides.js';

const services = ['shop-blue', 'shop-green'] as const;
type Service = (typeof services)[number];

/** What is outside of every run: the rule, the services, their targets, their scaling, the lock. */
export interface Outside {
  readonly weights: Readonly<Record<Service, number>>;
  readonly services: Readonly<Record<Service, ServiceOutside>>;
  /** The parameter's value; undefined when nobody holds the lock. */
  readonly lock: string | undefined;
}

interface ServiceOutside {
  readonly desired: number;
  readonly running: number;
  readonly healthyTargets: number;
  readonly taskDefinition: string;
  readonly scaling: string;
}

/** An alarm that stays what it was set to: its metric has no data, and missing data keeps its state. */
export const setAlarm = 'shop-set-by-hand';

export interface Stage {
  readonly sides: TwoSides;
  look(): Promise<Outside>;
  /** Deploys an image that no run before had. */
  deploy(inputs?: Readonly<Record<string, string>>, more?: { onLine?: (line: string) => void }): Promise<ActionStep>;
  /** The image of the last `deploy` once more: a plain re-run. */
  again(inputs?: Readonly<Record<string, string>>): Promise<ActionStep>;
  alarm(state: 'OK' | 'ALARM'): Promise<void>;
  /** Ends the tasks of the side without traffic, which a promoted run that died may leave. */
  tidy(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Two services on one local cloud in which one shift after the other is played: whichever side the last one left live is
 * the blue of the next. Both services are scaled by Application Auto Scaling.
 */
export async function stage(options: Options = {}): Promise<Stage> {
  const sides = await twoSides({ tasks: 1, ...options });
  const settings = {
    region: 'eu-west-1',
    endpoint: sides.cloud.endpoint,
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  };
  const ssm = new SSMClient(settings);
  const scaling = new ApplicationAutoScalingClient(settings);
  const { ecs, elb, cloudwatch } = sides.clients;
  const ofService = (service: string) => ({
    ServiceNamespace: 'ecs' as const,
    ResourceId: `service/shop/${service}`,
    ScalableDimension: 'ecs:service:DesiredCount' as const,
  });
  for (const service of services) {
    await scaling.send(new RegisterScalableTargetCommand({ ...ofService(service), MinCapacity: 0, MaxCapacity: 4 }));
  }
  await makeSetAlarm(cloudwatch);

  async function look(): Promise<Outside> {
    const arns = { 'shop-blue': sides.blueArn, 'shop-green': sides.greenArn };
    const { Rules: [rule] = [] } = await elb.send(new DescribeRulesCommand({ RuleArns: [sides.ruleArn] }));
    const forward = rule?.Actions?.find(({ Type }) => Type === 'forward');
    const tuples = forward?.ForwardConfig?.TargetGroups ?? [];
    const { services: found = [] } = await ecs.send(
      new DescribeServicesCommand({ cluster: 'shop', services: [...services] }),
    );
    const { ScalableTargets = [] } = await scaling.send(
      new DescribeScalableTargetsCommand({ ServiceNamespace: 'ecs' }),
    );
    const of = async (name: Service): Promise<ServiceOutside> => {
      const service = found.find(({ serviceName }) => serviceName === name);
      const health = await elb.send(new DescribeTargetHealthCommand({ TargetGroupArn: arns[name] }));
      const target = ScalableTargets.find(({ ResourceId }) => ResourceId === ofService(name).ResourceId);
      const { MinCapacity, MaxCapacity, SuspendedState = {} } = target ?? {};
      return {
        desired: service?.desiredCount ?? -1,
        running: service?.runningCount ?? -1,
        healthyTargets: (health.TargetHealthDescriptions ?? []).filter(
          ({ TargetHealth }) => TargetHealth?.State === 'healthy',
        ).length,
        taskDefinition: service?.taskDefinition ?? '',
        scaling: JSON.stringify([MinCapacity, MaxCapacity, ...Object.entries(SuspendedState).flat()]),
      };
    };
    const weight = (name: Service): number =>
      tuples.find(({ TargetGroupArn }) => TargetGroupArn === arns[name])?.Weight ?? 0;
    const lock = await ssm.send(new GetParameterCommand({ Name: '/sluice/shop/shop-blue_shop-green' })).then(
      ({ Parameter }) => Parameter?.Value ?? '',
      (error: Error) => {
        if (error.name === 'ParameterNotFound') return undefined;
        throw error;
      },
    );
    return {
      weights: { 'shop-blue': weight('shop-blue'), 'shop-green': weight('shop-green') },
      services: { 'shop-blue': await of('shop-blue'), 'shop-green': await of('shop-green') },
      lock,
    };
  }

  let release = 0;
  const deploy: Stage['deploy'] = (inputs = {}, more = {}) => {
    release++;
    return sides.step({ images: imageOf(release), alarms: setAlarm, ...inputs }, more);
  };
  return {
    sides,
    look,
    deploy,
    again: (inputs = {}) => sides.step({ images: imageOf(release), alarms: setAlarm, ...inputs }),
    alarm: async (state) => {
      await cloudwatch.send(
        new SetAlarmStateCommand({ AlarmName: setAlarm, StateValue: state, StateReason: 'a test' }),
      );
    },
    tidy: async () => {
      const { weights, services: all } = await look();
      for (const service of services) {
        if (weights[service] > 0 || all[service].desired === 0) continue;
        await ecs.send(new UpdateServiceCommand({ cluster: 'shop', service, desiredCount: 0 }));
      }
    },
    stop: () => sides.stop(),
  };
}

async function makeSetAlarm(cloudwatch: CloudWatchClient): Promise<void> {
  await cloudwatch.send(
    new PutMetricAlarmCommand({
      AlarmName: setAlarm,
      Namespace: 'Shop',
      MetricName: 'NothingIsEverPutHere',
      Statistic: 'Sum',
      Period: 60,
      EvaluationPeriods: 1,
      Threshold: 1,
      ComparisonOperator: 'GreaterThanThreshold',
      TreatMissingData: 'ignore',
    }),
  );
  await cloudwatch.send(new SetAlarmStateCommand({ AlarmName: setAlarm, StateValue: 'OK', StateReason: 'a test' }));
}

const imageOf = (release: number): string =>
  `app=123456789012.dkr.ecr.eu-west-1.amazonaws.com/shop@sha256:${release.toString(16).padStart(64, '0')}`;

/**
 * What is wrong with the outside after a run was stopped and somebody cleaned up after it: nothing, when exactly one
 * version has all the traffic and can serve it, the lock is free, and all else is as it was before.
 */
export function wrongWith(before: Outside, after: Outside): string[] {
  const wrong: string[] = [];
  const live = liveSide(after);
  if (live === undefined) return [`no single side has all the traffic: ${JSON.stringify(after.weights)}`];
  if (after.lock !== undefined) wrong.push(`the lock is held: ${after.lock}`);
  const serving = after.services[live];
  if (serving.desired < 1 || serving.running < 1 || serving.healthyTargets < 1) {
    wrong.push(`${live} serves and has ${JSON.stringify(serving)}`);
  }
  const wasLive = liveSide(before);
  for (const name of services) {
    const [was, is] = [before.services[name], after.services[name]];
    if (was.scaling !== is.scaling) wrong.push(`the scaling of ${name} was ${was.scaling}, is ${is.scaling}`);
    const isAsBefore = was.desired === is.desired && was.taskDefinition === is.taskDefinition;
    if (live === wasLive && !isAsBefore) {
      wrong.push(`nothing was promoted, and ${name} was ${JSON.stringify(was)}, is ${JSON.stringify(is)}`);
    }
  }
  if (live !== wasLive && serving.taskDefinition === before.services[live].taskDefinition) {
    wrong.push(`${live} got the traffic with the version that it had before`);
  }
  return wrong;
}

export function liveSide({ weights }: Outside): Service | undefined {
  const [first, second, ...more] = services.filter((name) => weights[name] > 0);
  return first !== undefined && second === undefined && more.length === 0 ? first : undefined;
}
