import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type StartedCloud, startCloud } from '../../src/testing/cloud.js';
import { describeWith, root, run } from './tools.js';

/** Clients that are not ours and do not come from the SDK whose schemas the local cloud checks with. */
let cloud: StartedCloud;

beforeAll(async () => {
  cloud = await startCloud({ seed: join(root, 'test/lab/foreign-clients.seed.yaml'), speed: 20 });
});

afterAll(() => cloud.stop());

describeWith(['aws'], 'the AWS CLI', () => {
  const aws = async (words: string) => {
    const env = { ...cloud.env, AWS_PAGER: '', AWS_DEFAULT_OUTPUT: 'json' };
    const { exitCode, stdout, stderr } = await run('aws', words.split(' '), { env });
    return { exitCode, stderr: stderr.trim(), answer: stdout === '' ? undefined : JSON.parse(stdout) };
  };

  test('waits until a service is stable and reads every service', async () => {
    expect(await aws('ecs wait services-stable --cluster lab --services web')).toMatchObject({
      exitCode: 0,
      stderr: '',
    });
    const services = await aws('ecs describe-services --cluster lab --services web');
    expect(services.answer.services[0]).toMatchObject({ status: 'ACTIVE', runningCount: 1 });
    expect((await aws('sts get-caller-identity')).answer).toMatchObject({ Account: '123456789012' });
    expect((await aws('elbv2 describe-listeners --load-balancer-arn none')).stderr).toContain('ValidationError');
    expect((await aws('elbv2 describe-target-groups --names lab')).answer.TargetGroups).toHaveLength(1);
    expect((await aws('logs describe-log-groups')).answer.logGroups).toMatchObject([{ logGroupName: '/lab' }]);
    const targets = await aws('application-autoscaling describe-scalable-targets --service-namespace ecs');
    expect(targets.answer.ScalableTargets).toMatchObject([{ MinCapacity: 1 }]);
  });

  test('writes a metric and reads it back, dates included', async () => {
    const put = 'cloudwatch put-metric-data --namespace Lab --metric-name a --value 3 --timestamp';
    const now = (await (await fetch(`${cloud.endpoint}/_sluice/state`)).json()) as { clock: { now: number } };
    const minute = Math.floor(now.clock.now / 60_000) * 60_000;
    const at = (ms: number) => new Date(ms).toISOString();
    expect(await aws(`${put} ${at(minute)}`)).toMatchObject({ exitCode: 0, stderr: '' });
    const { answer } = await aws(
      `cloudwatch get-metric-statistics --namespace Lab --metric-name a --period 60 --statistics Sum --start-time ${at(minute)} --end-time ${at(minute + 60_000)}`,
    );
    expect(answer.Datapoints).toMatchObject([{ Sum: 3, Unit: 'None' }]);
    const alarms = await aws('cloudwatch describe-alarms');
    expect(alarms.answer.MetricAlarms).toMatchObject([{ AlarmName: 'lab', Threshold: 0.5 }]);
  });

  test('tells a refusal as it tells one of AWS', async () => {
    await aws('ssm put-parameter --name /lab --value a --type String');
    const again = await aws('ssm put-parameter --name /lab --value b --type String');
    expect(again.exitCode).not.toBe(0);
    expect(again.stderr).toContain(
      'An error occurred (ParameterAlreadyExists) when calling the PutParameter operation',
    );
    const none = await aws('cloudwatch set-alarm-state --alarm-name none --state-value OK --state-reason x');
    expect(none.stderr).toContain('An error occurred (ResourceNotFound');
  });

  test('takes on a role and is refused when its credentials have expired', async () => {
    const role = 'sts assume-role --role-arn arn:aws:iam::123456789012:role/lab --role-session-name lab';
    const { Credentials } = (await aws(role)).answer;
    const env = {
      ...cloud.env,
      AWS_ACCESS_KEY_ID: Credentials.AccessKeyId,
      AWS_SECRET_ACCESS_KEY: Credentials.SecretAccessKey,
      AWS_SESSION_TOKEN: Credentials.SessionToken,
    };
    const me = await run('aws', ['sts', 'get-caller-identity'], { env });
    expect(me.stdout).toContain('assumed-role/lab/lab');
    await cloud.admin('expire-credentials', { accessKeyId: Credentials.AccessKeyId });
    const late = await run('aws', ['ecs', 'list-clusters'], { env });
    expect(late.stderr).toContain('ExpiredTokenException');
  });
});

describeWith(['python'], 'boto3', () => {
  test.each(['smithy-rpc-v2-cbor', 'json', 'query'])('reads and writes CloudWatch in %s', async (protocol) => {
    const script = `
import boto3, botocore.model, datetime
botocore.model.PRIORITY_ORDERED_SUPPORTED_PROTOCOLS = ['${protocol}']
cloudwatch = boto3.client('cloudwatch')
print(cloudwatch.meta.service_model.resolved_protocol)
now = datetime.datetime.now(datetime.timezone.utc)
hour = datetime.timedelta(hours=1)
cloudwatch.put_metric_data(Namespace='Lab', MetricData=[dict(MetricName='b', Timestamp=now, Values=[1.5, 2.5], Counts=[2, 1])])
query = dict(Id='m', MetricStat=dict(Metric=dict(Namespace='Lab', MetricName='b'), Period=3600, Stat='Maximum'))
answer = cloudwatch.get_metric_data(MetricDataQueries=[query], StartTime=now - hour, EndTime=now + hour)
print(answer['MetricDataResults'][0]['Values'], answer['MetricDataResults'][0]['Timestamps'][0].tzinfo is not None)
alarm = cloudwatch.describe_alarms(AlarmNames=['lab'])['MetricAlarms'][0]
print(alarm['Threshold'], alarm['EvaluationPeriods'], alarm['ActionsEnabled'], alarm['Dimensions'])
try:
    cloudwatch.set_alarm_state(AlarmName='none', StateValue='OK', StateReason='x')
except cloudwatch.exceptions.ResourceNotFound as error:
    print(error.response['Error']['Code'])
`;
    const { stdout, stderr } = await run('python', ['-c', script], { env: cloud.env });
    expect(stderr).toBe('');
    expect(stdout.trim().split('\n')).toEqual([protocol, '[2.5] True', '0.5 1 True []', 'ResourceNotFound']);
  });

  test('has its own classes for the errors of ELBv2', async () => {
    const script = `
import boto3
elb = boto3.client('elbv2')
try:
    elb.describe_target_groups(Names=['none'])
except elb.exceptions.TargetGroupNotFoundException as error:
    print(error.response['Error']['Code'], error.response['ResponseMetadata']['HTTPStatusCode'])
group = elb.describe_target_groups(Names=['lab'])['TargetGroups'][0]
print(group['HealthCheckIntervalSeconds'], group['Matcher']['HttpCode'])
`;
    const { stdout, stderr } = await run('python', ['-c', script], { env: cloud.env });
    expect(stderr).toBe('');
    expect(stdout.trim().split('\n')).toEqual(['TargetGroupNotFound 400', '30 200']);
  });
});
