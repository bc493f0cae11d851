import { describe, expect, test } from '@jest/globals';
import type { Result } from '../../blue-green/result.js';
import { AccessError } from '../../ports/access-error.js';
import { parseInputs } from '../../spec/parse.js';
import { FakeWorld } from '../../testing/fake-world.js';
import { run } from './run.js';
import { spec } from './spec.js';

const image = `123456789012.dkr.ecr.eu-central-1.amazonaws.com/shop@sha256:${'a'.repeat(64)}`;
const ruleArn =
  'arn:aws:elasticloadbalancing:eu-central-1:123456789012:listener-rule/app/shop/3333333333333333/4444444444444444/5555555555555555';

/** No alarm at all: only the comparison can find what is wrong. */
function deploy(fake: FakeWorld, more: Record<string, string> = {}): Promise<Result> {
  const inputs = parseInputs(spec, {
    cluster: 'shop',
    services: 'shop-blue\nshop-green',
    'listener-rule-arn': ruleArn,
    images: `app=${image}`,
    region: 'eu-central-1',
    steps: '10%@5m, 50%@5m, 100%@5m',
    ...more,
  });
  return run(inputs, fake.world);
}

function busy(perSecond = 50): FakeWorld {
  const fake = new FakeWorld();
  fake.traffic.perSecond = perSecond;
  fake.traffic.errorRate = { blue: 0.001, green: 0.001 };
  return fake;
}

const weights = (fake: FakeWorld): number[] => fake.written.map(([, weight]) => weight);

describe('green against blue', () => {
  test('takes a release with 3 % errors back without any alarm, and says by which figures', async () => {
    const fake = busy();
    fake.traffic.errorRate = { blue: 0.001, green: 0.03 };
    const result = await deploy(fake);
    expect(result).toMatchObject({ outcome: 'rolled-back', rolledBackAtWeight: 10, activeService: 'shop-blue' });
    expect(result.reason).toMatch(
      /green against blue: green \d+ of [\d,]+ requests failed \(3(\.\d)? %\), blue \d+ of [\d,]+ \(0\.\d+ %\): E = .* ≥ 100/,
    );
    expect(result.detectMs).toBeLessThan(5 * 60_000);
  });

  test('an outage that hits both sides equally is not held against green', async () => {
    const fake = busy();
    const outage = [fake.clock.now() + 120_000, fake.clock.now() + 360_000] as const;
    fake.traffic.errorRate = (at) => {
      const rate = at >= outage[0] && at < outage[1] ? 0.5 : 0.001;
      return { blue: rate, green: rate };
    };
    expect((await deploy(fake)).outcome).toBe('promoted');
  });

  test('is asked at a third of the pace of the other sources, and both sides in one call', async () => {
    const fake = busy();
    await deploy(fake, { steps: '10%@10m, 100%@1s' });
    // Once before the start, then every 15 s for 11 minutes.
    expect(fake.traffic.asked).toBeGreaterThan(35);
    expect(fake.traffic.asked).toBeLessThan(60);
  });

  test('is not asked with compare: false, and then does not take anything back', async () => {
    const fake = busy();
    fake.traffic.errorRate = { blue: 0, green: 1 };
    expect((await deploy(fake, { compare: 'false' })).outcome).toBe('promoted');
    expect(fake.traffic.asked).toBe(0);
  });

  test('tolerates what compare-tolerance allows', async () => {
    const fake = busy(200);
    fake.traffic.errorRate = { blue: 0.01, green: 0.025 };
    expect((await deploy(fake)).outcome).toBe('rolled-back');
    const lenient = busy(200);
    lenient.traffic.errorRate = { blue: 0.01, green: 0.025 };
    expect((await deploy(lenient, { 'compare-tolerance': '3' })).outcome).toBe('promoted');
  });

  test('tells in the plan what each step can see at the traffic there is', async () => {
    const fake = busy(3);
    await deploy(fake, { 'dry-run': 'true' });
    expect(fake.lines.join('\n')).toContain(
      '10 % to shop-green, healthy for 5m; at 3 requests/s, 10 % for 5 min shows error rates above 6 %',
    );
    expect(JSON.parse(fake.outputs.plan ?? '').compare).toMatchObject({ tolerance: 1.5, alpha: 0.01 });
    const quiet = busy(0);
    await deploy(quiet, { 'dry-run': 'true' });
    expect(quiet.lines.join('\n')).toContain('without requests, as in the last 15 min, there is nothing to compare');
  });

  test('stands in the summary with its figures, and before there are any as unknown', async () => {
    const fake = busy();
    await deploy(fake);
    expect(fake.markdown).toMatch(/green against blue: green \d+ of [\d,]+ requests failed .* E = [\d.]+ &lt; 100/);
    const quiet = busy(0);
    await deploy(quiet);
    expect(quiet.markdown).toContain('green against blue: no minute yet in which both sides took requests');
  });

  test('without the permission to read the metrics the deployment is refused before anything is touched', async () => {
    const fake = busy();
    const detail = { kind: 'denied', action: 'cloudwatch:GetMetricData' } as never;
    fake.traffic.failure = new AccessError('cloudwatch:GetMetricData is denied', detail);
    expect((await deploy(fake)).outcome).toBe('refused');
    expect([fake.written, fake.definitions.length]).toEqual([[], 1]);
  });

  test('metrics that cannot be read any more take the release back after unknown-limit, not before', async () => {
    const fake = busy();
    fake.clock.at(4 * 60_000, () => {
      fake.traffic.failure = new Error('socket hang up');
    });
    const result = await deploy(fake);
    expect(result.outcome).toBe('rolled-back');
    expect(result.reason).toMatch(/health could not be established for \d+ s: .*green against blue: not seen for/);
  });
});

describe('response times, when they are asked for', () => {
  const slow = (blue: number, green: number): FakeWorld => {
    const fake = busy();
    fake.traffic.p95Seconds = { blue, green };
    return fake;
  };

  test('that are doubled take the release back without any alarm, with the figures in the reason and the summary', async () => {
    const fake = slow(0.2, 0.4);
    const result = await deploy(fake, { 'compare-latency': '1.5', steps: '10%@10m, 100%@5m' });
    expect(result).toMatchObject({ outcome: 'rolled-back', rolledBackAtWeight: 10, activeService: 'shop-blue' });
    expect(result.reason).toMatch(
      /response times, green against blue: green was slower than 1\.5 times blue in 5 of 5 minutes \(the last: p93 384 ms, p95 400 ms; blue p95 200 ms, p99 240 ms\): E = \d+ ≥ 200/,
    );
    expect(fake.markdown).toContain('response times, green against blue: green was slower');
    expect(result.detectMs).toBeLessThan(9 * 60_000);
  });

  test('are counted on from step to step, without the minutes in which the weight changes', async () => {
    const fake = slow(0.2, 0.4);
    const result = await deploy(fake, { 'compare-latency': '1.5' });
    expect(result).toMatchObject({ outcome: 'rolled-back', rolledBackAtWeight: 50 });
    expect(result.reason).toContain('in 5 of 5 minutes');
  });

  test.each([
    ['that are slow on both sides alike', 3, 3],
    ['within the factor', 0.2, 0.29],
    ['that differ by less than the floor', 0.002, 0.02],
  ])('%s promote, and stand in the evidence', async (_, blue, green) => {
    const fake = slow(blue, green);
    expect((await deploy(fake, { 'compare-latency': '1.5' })).outcome).toBe('promoted');
    expect(fake.markdown).toMatch(/green was slower than 1\.5 times blue in 0 of \d+ minutes/);
  });

  test('are not looked at without compare-latency', async () => {
    const fake = slow(0.2, 2);
    expect((await deploy(fake)).outcome).toBe('promoted');
    expect(fake.markdown).not.toContain('response times');
  });

  test('of too few requests are no verdict, and the plan says so beforehand', async () => {
    const fake = slow(0.2, 2);
    fake.traffic.perSecond = 1;
    await deploy(fake, { 'compare-latency': '1.5' });
    expect(fake.lines.join('\n')).toContain('too few requests to compare response times (50 a minute to each side)');
    expect(fake.warnings.join('\n')).toContain('compare-latency may tell nothing');
    expect(fake.markdown).toContain('response times, green against blue: no whole minute yet');
  });

  test('share the confidence with the errors, and the plan tells what each step sees', async () => {
    const fake = slow(0.2, 0.2);
    await deploy(fake, { 'compare-latency': '1.5', 'compare-latency-floor': '50ms', 'dry-run': 'true' });
    const said = fake.lines.join('\n');
    expect(said).toContain(
      "response times above 1.5 times the old side's for 5 min in a row would be told; this step sees 2 min",
    );
    expect(said).toContain(
      'green against blue (at most 1.5 times its errors, at most 1.5 times its response times or 50ms more)',
    );
    expect(JSON.parse(fake.outputs.plan ?? '').compare).toMatchObject({
      alpha: 0.01,
      latency: { factor: 1.5, floorMs: 50 },
    });
    await deploy(fake, { 'compare-latency': '1.5' });
    expect(fake.markdown).toMatch(/requests failed .* E = [\d.]+ &lt; 200/);
  });
});

describe('a step that has not seen enough', () => {
  test('is not left before green has had min-requests, and is as soon as it has', async () => {
    const fake = busy(1);
    const result = await deploy(fake, { 'min-requests': '60', steps: '10%@1m, 50%@1m, 100%@1m' });
    expect(result.outcome).toBe('promoted');
    const [first, second, third] = fake.written.map(([seconds]) => seconds) as [number, number, number];
    // 6 requests a minute at 10 %, and 30 at 50 %; a minute is seen a minute after it has ended.
    expect(second - first).toBeGreaterThan(600);
    expect(second - first).toBeLessThan(800);
    expect(third - second).toBeGreaterThan(120);
    expect(third - second).toBeLessThan(320);
  });

  test('with on-no-data hold is never left, and taken back when the time of the run is over', async () => {
    const fake = busy(0);
    const result = await deploy(fake, { 'min-requests': '10', timeout: '1h', steps: '10%@5m, 100%@5m' });
    expect(result).toMatchObject({ outcome: 'rolled-back', rolledBackAtWeight: 10 });
    expect(result.reason).toContain('the time limit of the run is over');
    expect(weights(fake)).toEqual([10, 0]);
  });

  test('with on-no-data rollback is taken back after no-data-limit, and says what was missing', async () => {
    const fake = busy(0);
    const result = await deploy(fake, { 'min-requests': '10', 'on-no-data': 'rollback', 'no-data-limit': '2m' });
    expect(result.outcome).toBe('rolled-back');
    expect(result.reason).toMatch(/only 0 of 10 requests of the new version were seen at this step/);
  });

  test('with on-no-data continue goes on by time after no-data-limit, and says so', async () => {
    const fake = busy(0);
    const result = await deploy(fake, { 'min-requests': '10', 'on-no-data': 'continue', 'no-data-limit': '2m' });
    expect(result.outcome).toBe('promoted');
    expect(fake.lines.join('\n')).toContain(
      'by time alone, although only 0 of 10 requests of the new version were seen',
    );
    const [first, second] = fake.written.map(([seconds]) => seconds) as [number, number];
    expect(second - first).toBeGreaterThanOrEqual(7 * 60);
  });

  test.each(['hold', 'rollback'])(
    'when figures that were there stop coming, on-no-data %s keeps the next step from being taken',
    async (policy) => {
      const fake = busy();
      fake.traffic.lostFrom = fake.clock.now() + 60_000;
      const result = await deploy(fake, {
        'on-no-data': policy,
        'no-data-limit': '3m',
        timeout: '1h',
        steps: '10%@10m, 100%@1m',
      });
      expect(result.outcome).toBe('rolled-back');
      expect(weights(fake)).toEqual([10, 0]);
      if (policy === 'rollback')
        expect(result.reason).toMatch(
          /CloudWatch has shown no requests to either side for \d+ min, where 50 a second were usual/,
        );
    },
  );

  test('of a service that nobody uses is served by time', async () => {
    expect((await deploy(busy(0))).outcome).toBe('promoted');
  });
});
