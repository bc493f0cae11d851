import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CloudWatchClient, PutMetricAlarmCommand, PutMetricDataCommand } from '@aws-sdk/client-cloudwatch';
import { DescribeTasksCommand, ListTasksCommand } from '@aws-sdk/client-ecs';
import { afterEach, expect, test } from '@jest/globals';
import { prometheusApi } from '../../src/testing/prometheus-api.js';
import { type ExampleFleet, exampleFleet } from './example-fleet.js';

/** The worker of the platform, which nothing but its tasks and its alarms speaks for. */
let platform: ExampleFleet;
let file: string;
let original: string;
async function begin(speed: number): Promise<void> {
  platform = await exampleFleet({
    example: 'platform',
    region: 'eu-west-1',
    services: ['platform-worker', 'platform-api'],
    repository: (name) => `platform-${name}`,
    speed,
  });
  file = join(platform.folder, '.github/sluice.yml');
  // A program of this machine stands for the migration of the image.
  original = (await readFile(file, 'utf8')).replace('[node, dist/migrate.js]', '[sh, -c, exit 0]');
}
afterEach(() => platform.stop());

let tag = 1;
/** Deploys the worker, or what is named, by the services file with these changes of it. */
async function deploy(
  change: (text: string) => string,
  {
    names = ['worker'],
    onLine,
    more = {},
  }: { names?: readonly string[]; onLine?: (line: string) => void; more?: Readonly<Record<string, string>> } = {},
) {
  tag += 1;
  await writeFile(file, change(original));
  const images = await platform.push(`v${tag}`, names);
  const inputs = { services: names.join('\n'), 'service-images': images, ...more };
  return platform.run(inputs, onLine === undefined ? {} : { onLine });
}

/** The exit codes of the worker's tasks of this revision, as far as they have stopped. */
async function exitCodes(revision: string): Promise<readonly (number | undefined)[]> {
  const where = { cluster: 'platform', serviceName: 'platform-worker', desiredStatus: 'STOPPED' } as const;
  const { taskArns = [] } = await platform.ecs.send(new ListTasksCommand(where));
  const { tasks = [] } = await platform.ecs.send(new DescribeTasksCommand({ cluster: 'platform', tasks: taskArns }));
  return tasks
    .filter(({ taskDefinitionArn = '' }) => taskDefinitionArn.endsWith(`/${revision}`))
    .map(({ containers: [container] = [] }) => container?.exitCode);
}

test('the worker finishes its job when it is told to stop, for as long as stop-timeout says and no longer', async () => {
  await begin(20);
  // Four seconds of this machine are 80 s of the cloud: longer than the 30 s of the task definition, shorter than 2 minutes.
  const job = '[sh, -c, "trap \'sleep 4; exit 0\' TERM; while :; do sleep 0.05; done"]';
  const withJob = (text: string) => text.replace('      bake: 3m\n', `      bake: 10s\n      command: ${job}\n`);
  expect((await deploy(withJob)).outputs.outcome).toBe('succeeded');
  const patient = (await platform.runs())['platform-worker'] ?? '';
  expect((await deploy((text) => withJob(text).replace('stop-timeout: 2m', 'stop-timeout: 10s'))).outputs.outcome).toBe(
    'succeeded',
  );
  const hurried = (await platform.runs())['platform-worker'] ?? '';
  expect((await deploy((text) => text.replace('bake: 3m', 'bake: 10s'))).outputs.outcome).toBe('succeeded');
  for (let i = 0; i < 100 && (await exitCodes(hurried)).length < 2; i += 1)
    await new Promise((resolve) => setTimeout(resolve, 100));
  expect([await exitCodes(patient), await exitCodes(hurried)]).toEqual([
    [0, 0],
    [137, 137],
  ]);
}, 120_000);

test('a worker whose tasks run and are started again and again is taken back, and the API is not begun', async () => {
  await begin(60);
  const before = await platform.runs();
  const result = await deploy(
    (text) => text.replace('bake: 3m\n', 'bake: 5m\n      environment: { APP_CRASH_AFTER_MS: "40000" }\n'),
    { names: ['worker', 'api'] },
  );
  expect([result.outputs.outcome, result.exitCode]).toEqual(['rolled-back', 2]);
  expect(JSON.parse(result.outputs.services ?? '{}')).toMatchObject({
    worker: { outcome: 'rolled-back', reason: expect.stringMatching(/exit code 1/) },
    api: { outcome: 'not-started' },
  });
  expect(await platform.runs()).toEqual(before);
}, 120_000);

test('a worker under which the queue grows old is taken back by the alarm that the file names', async () => {
  await begin(60);
  const before = await platform.runs();
  const cloudwatch = new CloudWatchClient({
    region: 'eu-west-1',
    endpoint: platform.cloud.endpoint,
    credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
  });
  const age = {
    MetricName: 'ApproximateAgeOfOldestMessage',
    Dimensions: [{ Name: 'QueueName', Value: 'platform-jobs' }],
    Value: 900,
  };
  // What AWS measures nobody else can; the alarm looks at a figure of the team's own instead.
  await cloudwatch.send(
    new PutMetricAlarmCommand({
      AlarmName: 'platform-queue-age',
      Namespace: 'Platform',
      MetricName: age.MetricName,
      Dimensions: age.Dimensions,
      Statistic: 'Maximum',
      Period: 60,
      EvaluationPeriods: 3,
      Threshold: 300,
      ComparisonOperator: 'GreaterThanThreshold',
      TreatMissingData: 'notBreaching',
    }),
  );
  let isOld = false;
  let isOver = false;
  const growing = (async () => {
    while (!isOver) {
      if (isOld) await cloudwatch.send(new PutMetricDataCommand({ Namespace: 'Platform', MetricData: [age] }));
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  })();
  const result = await deploy((text) => text.replace('bake: 3m', 'bake: 15m'), {
    onLine: (line) => {
      // An alarm that is on already would refuse it; this one takes three minutes to go on.
      isOld ||= line.includes('[worker] Plan');
    },
  });
  isOver = true;
  await growing;
  expect([result.outputs.outcome, result.exitCode, result.outputs.reason]).toEqual([
    'rolled-back',
    2,
    expect.stringContaining('alarm platform-queue-age'),
  ]);
  expect(await platform.runs()).toEqual(before);
}, 120_000);

test('a worker under which the queue grows old is taken back by the query that the file names', async () => {
  await begin(60);
  const before = await platform.runs();
  await using prometheus = await prometheusApi();
  let seconds = 10;
  prometheus.answer = () => ({ series: [{ labels: {}, value: String(seconds) }] });
  const result = await deploy(
    (text) => text.replace('bake: 3m\n', 'bake: 15m\n      queries: "age: max(queue_oldest_job_seconds) < 300"\n'),
    {
      more: { 'prometheus-url': prometheus.url },
      onLine: (line) => {
        // What is bad already would refuse it.
        if (line.includes('[worker] Plan')) seconds = 900;
      },
    },
  );
  expect([result.outputs.outcome, result.exitCode, result.outputs.reason]).toEqual([
    'rolled-back',
    2,
    expect.stringMatching(/age: .*900/),
  ]);
  expect(await platform.runs()).toEqual(before);
}, 120_000);
