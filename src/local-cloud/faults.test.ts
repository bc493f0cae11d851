import { DescribeClustersCommand, ECSClient, type ECSClientConfig, UpdateServiceCommand } from '@aws-sdk/client-ecs';
import { DescribeLoadBalancersCommand, ElasticLoadBalancingV2Client } from '@aws-sdk/client-elastic-load-balancing-v2';
import { GetParameterCommand, PutParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { Cloud } from './cloud.js';
import type { LoggedRequest } from './wire/request-log.js';

let cloud: Cloud;
let config: ECSClientConfig & { region: string };
let ssm: SSMClient;
let ecs: ECSClient;
let elb: ElasticLoadBalancingV2Client;

beforeEach(async () => {
  cloud = await Cloud.start({ speed: 20 });
  config = {
    endpoint: cloud.endpoint,
    region: 'eu-west-1',
    maxAttempts: 1,
    credentials: { accessKeyId: 'AKIATEST', secretAccessKey: 'x' },
  };
  ssm = new SSMClient(config);
  ecs = new ECSClient(config);
  elb = new ElasticLoadBalancingV2Client(config);
});

afterEach(async () => {
  for (const client of [ssm, ecs, elb]) client.destroy();
  await cloud.stop();
});

/** An admin call as programs make it. */
async function post(path: string, body: unknown = {}) {
  const response = await fetch(`${cloud.endpoint}/_sluice/${path}`, { method: 'POST', body: JSON.stringify(body) });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

async function get(path: string): Promise<unknown> {
  return (await fetch(`${cloud.endpoint}/_sluice/${path}`)).json();
}

const put = (value: string) =>
  ssm.send(new PutParameterCommand({ Name: '/a', Value: value, Type: 'String', Overwrite: true }));
const read = async () => (await ssm.send(new GetParameterCommand({ Name: '/a' }))).Parameter?.Value;

/** Waits until the log has a call in this state. */
async function until(operation: string, state: LoggedRequest['state']): Promise<LoggedRequest> {
  for (let i = 0; i < 200; i++) {
    const found = cloud.requests(0, operation).find((each) => each.state === state);
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error(`no ${operation} is ${state}`);
}

test('a call is throttled as often as told, in the words of its protocol, and then goes on', async () => {
  await post('throttle', { operation: 'ssm:PutParameter', times: 2 });
  await expect(put('1')).rejects.toMatchObject({ name: 'ThrottlingException', message: 'Rate exceeded' });
  await expect(put('1')).rejects.toMatchObject({ name: 'ThrottlingException' });
  await expect(put('1')).resolves.toMatchObject({ Version: 1 });
  await post('throttle', { operation: 'elasticloadbalancing:*' });
  await expect(elb.send(new DescribeLoadBalancersCommand({}))).rejects.toMatchObject({ name: 'Throttling' });
});

test('a broken service answers 500, which the SDK tries again', async () => {
  await post('error', { operation: 'ecs:DescribeClusters' });
  await expect(ecs.send(new DescribeClustersCommand({}))).rejects.toMatchObject({
    name: 'ServerException',
    $metadata: { httpStatusCode: 500 },
  });
  await post('error', { operation: 'ecs:DescribeClusters' });
  const patient = new ECSClient({ ...config, maxAttempts: 3 });
  await expect(patient.send(new DescribeClustersCommand({}))).resolves.toMatchObject({ clusters: [] });
  patient.destroy();
});

test('skip lets calls pass first', async () => {
  await post('throttle', { operation: 'ssm:PutParameter', skip: 1 });
  await expect(put('1')).resolves.toMatchObject({ Version: 1 });
  await expect(put('2')).rejects.toMatchObject({ name: 'ThrottlingException' });
});

test('a lost reply leaves the effect, a lost request does not', async () => {
  await post('lose-reply', { operation: 'ssm:PutParameter' });
  await expect(put('1')).rejects.toThrow();
  expect(await read()).toBe('1');
  await post('lose-request', { operation: 'ssm:PutParameter' });
  await expect(put('2')).rejects.toThrow();
  expect(await read()).toBe('1');
  const [first, second] = cloud.requests(0, 'ssm:PutParameter');
  expect(first).toMatchObject({ faults: ['lose-reply'], state: 'done' });
  expect(second).toMatchObject({ faults: ['lose-request'], state: 'done' });
  expect(first?.status).toBeUndefined();
});

test('stale reads repeat the answer of before, until their time is over', async () => {
  await put('old');
  expect(await read()).toBe('old');
  await post('stale-reads', { operation: '*', seconds: 10 });
  await put('new');
  expect(await read()).toBe('old');
  await new Promise((resolve) => setTimeout(resolve, 600));
  expect(await read()).toBe('new');
});

test('a delayed call takes effect later, by cloud time', async () => {
  await post('delay', { operation: 'ssm:PutParameter', seconds: 6, times: 1 });
  const before = Date.now();
  await put('1');
  expect(Date.now() - before).toBeGreaterThanOrEqual(290);
});

test('a denied call names principal, action and resource, as IAM words it', async () => {
  await post('deny', { operation: 'ecs:UpdateService' });
  const service = 'arn:aws:ecs:eu-west-1:123456789012:service/shop/blue';
  await expect(ecs.send(new UpdateServiceCommand({ cluster: 'shop', service }))).rejects.toMatchObject({
    name: 'AccessDeniedException',
    message: `User: arn:aws:iam::123456789012:user/sluice is not authorized to perform: ecs:UpdateService on resource: ${service} because no identity-based policy allows the ecs:UpdateService action`,
  });
  await post('deny', { operation: 'elb:DescribeLoadBalancers' });
  await expect(elb.send(new DescribeLoadBalancersCommand({}))).rejects.toMatchObject({
    name: 'AccessDenied',
    $metadata: { httpStatusCode: 403 },
  });
});

test('expired credentials are refused until restored', async () => {
  await post('expire-credentials');
  await expect(put('1')).rejects.toMatchObject({ name: 'ExpiredTokenException' });
  await expect(elb.send(new DescribeLoadBalancersCommand({}))).rejects.toMatchObject({ name: 'ExpiredToken' });
  await post('restore-credentials');
  await expect(put('1')).resolves.toMatchObject({ Version: 1 });
  await post('expire-credentials', { accessKeyId: 'AKIAOTHER' });
  await expect(put('2')).resolves.toMatchObject({ Version: 2 });
});

test('a call held before its effect has none until it is released', async () => {
  await put('1');
  await post('hold', { operation: 'ssm:PutParameter', when: 'before' });
  const held = put('2');
  await until('ssm:PutParameter', 'held-before');
  expect(await read()).toBe('1');
  expect(await post('release')).toMatchObject({ body: { released: 1 } });
  await expect(held).resolves.toMatchObject({ Version: 2 });
  expect(await read()).toBe('2');
});

test('a call held after its effect has had it; dropped, its client never hears of it', async () => {
  await put('1');
  await post('hold', { operation: 'ssm:PutParameter', when: 'after', nth: 2 });
  await put('2');
  const held = put('3');
  const failure = expect(held).rejects.toThrow();
  await until('ssm:PutParameter', 'held-after');
  expect(await read()).toBe('3');
  await post('release', { drop: true });
  await failure;
});

test('the request log tells operations in order, with input, caller and error', async () => {
  await put('1');
  await ssm.send(new GetParameterCommand({ Name: '/none' })).catch(() => {});
  const log = (await get('requests')) as LoggedRequest[];
  expect(log.map(({ operation, status, error }) => [operation, status, error])).toEqual([
    ['ssm:PutParameter', 200, undefined],
    ['ssm:GetParameter', 400, 'ParameterNotFound'],
  ]);
  expect(log[0]).toMatchObject({ number: 1, accessKeyId: 'AKIATEST', input: { Name: '/a', Value: '1' } });
  expect(await get('requests?after=1')).toHaveLength(1);
  expect(await get('requests?operation=ecs:UpdateService')).toEqual([]);
});

test('settings change while the cloud runs, and the state shows them with the faults', async () => {
  await post('settings', { propagationMs: '5s' });
  await post('deny', { operation: 'ecs:*' });
  expect(await get('state')).toMatchObject({
    clock: { speed: 20 },
    settings: { propagationMs: 5_000, pendingMs: 3_000 },
    faults: [{ kind: 'deny', operation: 'ecs:*', times: null }],
  });
  await post('clear-faults');
  expect(await get('state')).toMatchObject({ faults: [] });
});

test.each([
  ['throttle', { operation: 'ecs:UpdateServce' }, 'ecs has no operation UpdateServce'],
  ['throttle', { operation: 'lambda:Invoke' }, 'services: sts, ssm'],
  ['throttle', { opration: 'ecs:UpdateService' }, 'not opration'],
  ['throttle', { times: 'often' }, 'times is a number'],
  ['hold', { when: 'later' }, 'when is before or after'],
  ['delay', { operation: '*' }, 'delay needs seconds'],
  ['settings', { propagationMs: 'soon' }, 'setting propagationMs is "soon"'],
  ['settings', { patience: 1 }, 'there is no setting patience'],
])('POST %s %j is refused with the reason', async (path, body, reason) => {
  const answer = await post(path, body);
  expect(answer.status).toBe(400);
  expect(answer.body.error).toContain(reason);
});

test('an unknown admin call is 404', async () => {
  expect(await post('nonsense')).toMatchObject({ status: 404 });
  expect(await post('ecs/nonsense')).toMatchObject({ status: 404 });
});
