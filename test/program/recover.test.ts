import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import { DescribeServicesCommand } from '@aws-sdk/client-ecs';
import { afterEach, describe, expect, test } from '@jest/globals';
import { ActionStep, type PhaseResult } from '../../src/testing/runner.js';
import { type TwoSides, twoSides } from './two-sides.js';

let sides: TwoSides | undefined;
afterEach(async () => {
  await sides?.stop();
  sides = undefined;
});

const quick = { steps: '50%@2m, 100%@1m', settle: '10s', drain: '10s' };

/** Runs the action until its log says so, then pulls the plug: no `post` runs. */
async function lostAt(line: RegExp, inputs: Record<string, string> = {}): Promise<TwoSides> {
  const world = await twoSides();
  sides = world;
  let seen = (): void => {};
  const reached = new Promise<void>((done) => {
    seen = done;
  });
  const step = await world.step({ ...quick, ...inputs }, { onLine: (text) => (line.test(text) ? seen() : undefined) });
  const running = await step.main();
  await Promise.race([reached, running.ended]);
  await running.kill();
  return world;
}

async function act(
  world: TwoSides,
  action: 'recover' | 'rollback',
  inputs: Record<string, string> = {},
): Promise<PhaseResult> {
  const where =
    action === 'rollback'
      ? { cluster: 'shop', services: 'shop-blue\nshop-green', 'listener-rule-arn': world.ruleArn, drain: '10s' }
      : {};
  const step = await ActionStep.prepare({
    action,
    environment: { ...world.cloud.env },
    inputs: { ...where, ...inputs },
  });
  return step.runMain();
}

async function tasks(world: TwoSides): Promise<(number | undefined)[]> {
  const { services = [] } = await world.clients.ecs.send(
    new DescribeServicesCommand({ cluster: 'shop', services: ['shop-blue', 'shop-green'] }),
  );
  return services.map(({ desiredCount }) => desiredCount);
}

/** The lease of a dead run is five minutes of cloud time: five seconds here. */
const leaseIsOver = () => new Promise((done) => setTimeout(done, 5_500));

function sluice(world: TwoSides, ...words: string[]): Promise<{ code: number | null; output: string }> {
  return new Promise((done, failed) => {
    const program = join(resolve(import.meta.dirname, '../..'), 'dist/sluice.js');
    const child = spawn(process.execPath, [program, ...words], { env: { ...process.env, ...world.cloud.env } });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (output += text));
    child.once('error', failed).once('close', (code) => done({ code, output }));
  });
}

const status = (world: TwoSides) =>
  sluice(
    world,
    'status',
    '--cluster',
    'shop',
    '--services',
    'shop-blue',
    '--services',
    'shop-green',
    '--listener-rule-arn',
    world.ruleArn,
  );

describe('a machine that was lost in the middle of a shift', () => {
  test('is told by status, left alone while its lease lasts, and recovered by a sweep that knows nothing of it', async () => {
    const world = await lostAt(/50 % observed/);
    const alive = await act(world, 'recover');
    expect(alive.outputs).toMatchObject({ outcome: 'nothing', recovered: '0' });
    expect((await status(world)).output).toMatch(
      /shop-green: 50 % of the traffic[\s\S]*Locked by https:\/\/github\.com\/\S+ \(stage: shift\), at work/,
    );

    await leaseIsOver();
    expect((await status(world)).output).toContain(
      `dead. To finish what it left: sluice recover --region eu-west-1 --listener-rule-arn ${world.ruleArn}`,
    );
    const done = await act(world, 'recover');
    expect([done.exitCode, done.outputs]).toMatchObject([0, { outcome: 'recovered', recovered: '1' }]);
    expect(done.summary).toContain('✅ Recovered');
    expect(await tasks(world)).toEqual([2, 0]);
    expect((await act(world, 'recover')).outputs).toMatchObject({ outcome: 'nothing' });
    expect((await status(world)).output).toMatch(/shop-blue: 100 % of the traffic[\s\S]*No deployment is at work/);
  }, 60_000);

  test('after the promotion stays promoted', async () => {
    const world = await lostAt(/^shop-blue stays warm/, { 'keep-old': '1h' });
    const done = await act(world, 'recover', {
      'when-locked': 'take',
      cluster: 'shop',
      services: 'shop-blue\nshop-green',
    });
    expect(done.outputs.outcome).toBe('recovered');
    expect(done.outputs.reason).toContain('shop-green serves 100 %. shop-blue still has its tasks');
  }, 60_000);

  test('does not keep the next release from being deployed: it settles first what was left', async () => {
    const world = await lostAt(/50 % observed/);
    await leaseIsOver();
    const next = await (await world.step(quick)).runMain();
    expect(next.outputs).toMatchObject({ outcome: 'promoted', 'active-service': 'shop-green' });
    expect(next.stdout).toContain('Took over the lock of a run that died');
  }, 60_000);
});

describe('a rollback by hand, through the shipped bundle', () => {
  test('undoes a promoted release: the old version is started, gets everything once it is healthy, the other is scaled to 0', async () => {
    const world = await twoSides();
    sides = world;
    const main = await (await world.step({ ...quick, 'keep-old': '0s' })).runMain();
    expect([main.outputs.outcome, await tasks(world)]).toEqual(['promoted', [0, 2]]);
    const back = await act(world, 'rollback', { reason: 'prices are wrong' });
    expect([back.exitCode, back.outputs]).toMatchObject([
      0,
      { outcome: 'rolled-back', 'active-service': 'shop-blue', weights: '{"shop-blue":100,"shop-green":0}' },
    ]);
    expect(await tasks(world)).toEqual([2, 0]);
  }, 60_000);

  test('ends a shift that is at work, from a laptop: that run changes nothing more and says why', async () => {
    const world = await twoSides();
    sides = world;
    let seen = (): void => {};
    const reached = new Promise<void>((done) => {
      seen = done;
    });
    const step = await world.step(
      { ...quick, steps: '50%@20m, 100%@1m' },
      { onLine: (text) => (/50 % observed/.test(text) ? seen() : undefined) },
    );
    const running = await step.main();
    await reached;
    const back = await sluice(
      world,
      'rollback',
      '--cluster',
      'shop',
      '--services',
      'shop-blue',
      '--services',
      'shop-green',
      '--listener-rule-arn',
      world.ruleArn,
      '--drain',
      '10s',
    );
    expect(back).toMatchObject({ code: 0, output: expect.stringContaining('Rolled back: shop-blue has all traffic') });
    const main = await running.ended;
    expect(main.exitCode).toBe(1);
    expect(['stuck', 'rolled-back']).toContain(main.outputs.outcome);
    expect(main.outputs.weights).toBe('{"shop-blue":100,"shop-green":0}');
    expect((await step.runPost()).exitCode).toBe(0);
    expect((await status(world)).output).toMatch(/shop-blue: 100 % of the traffic/);
  }, 60_000);
});

describe('the command line', () => {
  test('explains a deployment step by step and changes nothing', async () => {
    const world = await twoSides();
    sides = world;
    const image = `app=123456789012.dkr.ecr.eu-west-1.amazonaws.com/shop@sha256:${'2'.repeat(64)}`;
    const told = await sluice(
      world,
      'explain',
      '--cluster',
      'shop',
      '--services',
      'shop-blue',
      '--services',
      'shop-green',
      '--listener-rule-arn',
      world.ruleArn,
      '--images',
      image,
      '--alarms',
      'shop-green-5xx',
    );
    expect(told).toMatchObject({
      code: 0,
      output: expect.stringMatching(/10 % to shop-green, healthy for 5m[\s\S]*dry run: nothing was changed/),
    });
    expect(await tasks(world)).toEqual([2, 0]);
  }, 30_000);

  test('goes on when nobody reads what it says any more, as with `| head`', async () => {
    const child = spawn(process.execPath, [join(resolve(import.meta.dirname, '../..'), 'dist/sluice.js'), 'help']);
    child.stdout.destroy();
    let complaint = '';
    child.stderr.on('data', (text) => (complaint += text));
    const code = await new Promise((done) => child.once('close', done));
    expect([code, complaint]).toEqual([0, '']);
  });

  test.each([
    [['status', '--clustre', 'shop'], /there is no flag --clustre: did you mean --cluster\?/, 2],
    [['recover', 'now'], /"now" is not a flag/, 2],
    [['rollback', '--region', 'eu-west-1'], /Input cluster is required/, 1],
    [['rollback', '--help'], /--reason/, 0],
  ])('%j is told as it should be', async (words, said, code) => {
    const told = await sluice({ cloud: { env: {} } } as unknown as TwoSides, ...words);
    expect(told.output).toMatch(said);
    expect(told.code).toBe(code);
  });
});
