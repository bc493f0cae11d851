import { gzipSync } from 'node:zlib';
import { CloudWatchClient, DescribeAlarmsCommand, PutMetricDataCommand } from '@aws-sdk/client-cloudwatch';
import { AwsQueryProtocol, AwsSmithyRpcV2CborProtocol } from '@aws-sdk/core/protocols';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Cloud } from '../cloud.js';

let cloud: Cloud;
const clients: CloudWatchClient[] = [];

beforeAll(async () => {
  cloud = await Cloud.start();
});

afterAll(async () => {
  for (const client of clients) client.destroy();
  await cloud.stop();
});

const namespace = 'com.amazonaws.cloudwatch';
/** What the JS SDK, the AWS CLI and boto3, and older clients speak. */
const protocols = {
  'JSON 1.0': undefined,
  CBOR: new AwsSmithyRpcV2CborProtocol({ defaultNamespace: namespace, errorTypeRegistries: [] }),
  Query: new AwsQueryProtocol({
    defaultNamespace: namespace,
    errorTypeRegistries: [],
    xmlNamespace: 'http://monitoring.amazonaws.com/doc/2010-08-01/',
    version: '2010-08-01',
  }),
};

describe.each(Object.entries(protocols))('CloudWatch over %s', (name, protocol) => {
  const alarm = `alarm <over> & "${name}"`;
  let client: CloudWatchClient;
  beforeAll(() => {
    client = new CloudWatchClient({
      endpoint: cloud.endpoint,
      region: 'eu-west-1',
      credentials: { accessKeyId: 'AKIATEST', secretAccessKey: 'x' },
      ...(protocol === undefined ? {} : { protocol }),
    });
    if (name === 'CBOR') {
      // The path names the service, which the JS client knows only for its own protocol.
      client.middlewareStack.add(
        (next, context) => (args) => {
          const request = args.request as { path: string };
          request.path = `/service/GraniteServiceVersion20100801/operation/${context.commandName?.replace(/Command$/, '')}`;
          return next(args);
        },
        { step: 'build', priority: 'low' },
      );
    }
    clients.push(client);
  });

  test('what is put comes back: text, numbers, lists and dates', async () => {
    await cloud.invoke('cloudwatch', 'PutMetricAlarm', {
      AlarmName: alarm,
      Namespace: 'Shop',
      MetricName: 'Errors',
      Dimensions: [{ Name: 'Side', Value: 'blue' }],
      Statistic: 'Sum',
      Period: 60,
      EvaluationPeriods: 3,
      Threshold: 0.5,
      ComparisonOperator: 'GreaterThanThreshold',
    });
    const { MetricAlarms } = await client.send(new DescribeAlarmsCommand({ AlarmNames: [alarm] }));
    expect(MetricAlarms).toHaveLength(1);
    expect(MetricAlarms?.[0]).toMatchObject({
      AlarmName: alarm,
      Threshold: 0.5,
      EvaluationPeriods: 3,
      Dimensions: [{ Name: 'Side', Value: 'blue' }],
      StateValue: 'INSUFFICIENT_DATA',
    });
    const updated = MetricAlarms?.[0]?.StateUpdatedTimestamp;
    expect(Math.abs((updated?.getTime() ?? 0) - Date.now())).toBeLessThan(60_000);
  });

  test('a metric with a timestamp and values is taken', async () => {
    const put = client.send(
      new PutMetricDataCommand({
        Namespace: 'Shop',
        MetricData: [
          { MetricName: 'Latency', Timestamp: new Date(), Values: [0.1, 2], Counts: [3, 1], Unit: 'Seconds' },
        ],
      }),
    );
    await expect(put).resolves.toMatchObject({ $metadata: { httpStatusCode: 200 } });
  });

  test('a refusal is an error of 400 with the reason', async () => {
    const wrong = new DescribeAlarmsCommand({ StateValue: 'BURNING' as 'ALARM' });
    await expect(client.send(wrong)).rejects.toMatchObject({
      $metadata: { httpStatusCode: 400 },
      message: expect.stringContaining("Value 'BURNING' at 'stateValue'"),
    });
  });
});

test('a gzip body is read, and one that only says so is refused', async () => {
  const send = async (body: Buffer) => {
    const response = await fetch(cloud.endpoint, {
      method: 'POST',
      headers: {
        authorization: 'AWS4-HMAC-SHA256 Credential=AKIATEST/20261121/eu-west-1/monitoring/aws4_request',
        'content-encoding': 'gzip',
        'x-amz-target': 'GraniteServiceVersion20100801.PutMetricData',
      },
      body: new Uint8Array(body),
    });
    return { status: response.status, error: response.headers.get('x-amzn-query-error') };
  };
  const metric = { Namespace: 'Shop', MetricData: [{ MetricName: 'A', Value: 1 }] };
  expect(await send(gzipSync(JSON.stringify(metric)))).toEqual({ status: 200, error: null });
  expect(await send(Buffer.from('not gzip'))).toEqual({ status: 400, error: 'MalformedInput;Sender' });
  expect(await send(gzipSync('{"Namespace":"Shop","MetricData":[{}]}'))).toEqual({
    status: 400,
    error: 'MissingParameter;Sender',
  });
});
