// Figures that the tests measure as they assert them: each is the worst that its test saw in one run.
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const atMost = (limit) => ({ goal: `≤ ${limit}`, isMet: (value) => value <= limit, worst: Math.max });
const atLeast = (limit) => ({ goal: `≥ ${limit}`, isMet: (value) => value >= limit, worst: Math.min });
const exactly = (wanted) => ({ goal: `= ${wanted}`, isMet: (value) => value === wanted, worst: Math.max });

function run(program, words, env = {}) {
  return new Promise((done, failed) => {
    const child = spawn(program, words, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (output += text));
    child.once('error', failed);
    child.once('close', (code) => done({ code, output }));
  });
}

/** Runs a test file once, whatever number of its figures is asked for. */
const runs = new Map();
function figuresOf(test) {
  if (!runs.has(test)) runs.set(test, measured(test));
  return runs.get(test);
}

/** Also the tests that the default run leaves out. */
const whereExhaustive = ['--testPathIgnorePatterns', '/node_modules/', '--testMatch', '**/*.test.ts'];

async function measured(test) {
  const folder = await mkdtemp(join(tmpdir(), 'sluice-figures-'));
  const file = join(folder, 'figures.jsonl');
  try {
    const words = [
      '--experimental-vm-modules',
      '--no-warnings',
      'node_modules/jest/bin/jest.js',
      test,
      ...whereExhaustive,
    ];
    const { code, output } = await run(process.execPath, words, { SLUICE_FIGURES: file });
    if (code !== 0) throw new Error(`${test} failed:\n${output.slice(-2000)}`);
    const lines = (await readFile(file, 'utf8')).trim().split('\n');
    return lines.map((line) => JSON.parse(line));
  } finally {
    await rm(folder, { recursive: true });
  }
}

const fromTest = (test, name, unit, goal) => ({
  name,
  unit,
  ...goal,
  measure: async () => {
    const values = (await figuresOf(test)).filter((figure) => figure.name === name).map(({ value }) => value);
    if (values.length === 0) throw new Error(`${test} told no figure ${name}`);
    return { value: goal.worst(...values), beside: values.length === 1 ? '' : `worst of ${values.length}` };
  },
});

const seconds = (name, goal, words) => ({
  name,
  unit: 's',
  ...atMost(goal),
  measure: async () => {
    const begin = performance.now();
    const { code, output } = await run('npm', words);
    if (code !== 0) throw new Error(`npm ${words.join(' ')} failed:\n${output.slice(-2000)}`);
    return (performance.now() - begin) / 1000;
  },
});

const healthy = 'test/program/healthy.test.ts';
const bad = 'test/program/bad.test.ts';
const stopped = 'test/program/stopped.test.ts';
const histories = 'src/shift/next.test.ts';
const inputs = 'src/testing/bad-inputs.test.ts';
const weights = 'test/honesty/weights.test.ts';
const compared = 'src/verdict/compare.exhaustive.test.ts';
const sessions = 'test/program/session.exhaustive.test.ts';
/** Per cent of errors, requests a second, weight; minutes until the usual shift and nine in ten are rolled back. */
const detections = [
  [1, 10, 10, 11, 24],
  [5, 10, 10, 2, 3],
  [1, 50, 10, 3, 6],
  [5, 50, 10, 1, 1],
  [1, 100, 10, 2, 3],
  [5, 100, 10, 1, 1],
  [1, 1000, 10, 2, 2],
  [5, 1000, 10, 2, 2],
  [1, 10, 50, 6, 12],
  [5, 10, 50, 1, 2],
];
const slow = 'src/verdict/latency.exhaustive.test.ts';
/** How many times as slow, at how many requests a second and which weight; minutes until the usual shift and nine in ten are rolled back. */
const slowDetections = [
  ['3-times-slow-at-10-weight-10', 7, 10],
  ['2-times-slow-at-50-weight-10', 6, 11],
  ['3-times-slow-at-50-weight-10', 5, 5],
  ['2-times-slow-at-100-weight-10', 5, 6],
  ['2-times-slow-at-1000-weight-10', 5, 5],
  ['2-times-slow-at-10-weight-50', 9, 15],
  ['2-times-slow-at-50-weight-10-later', 10, 15],
];
const exhaustive = (name) => `test/exhaustive/${name}.exhaustive.test.ts`;

export default [
  fromTest(healthy, 'share-off-at-10', 'points', atMost(2)),
  fromTest(healthy, 'share-off-at-50', 'points', atMost(2)),
  fromTest(healthy, 'requests-per-step', 'requests', atLeast(2000)),
  fromTest(healthy, 'failed-requests', 'requests', exactly(0)),
  fromTest(bad, 'alarm-to-restore', 's at a poll of 5 s', atMost(6)),
  fromTest(bad, 'requests-after-rollback', 'requests on green', exactly(0)),
  fromTest(bad, 'requests-never-healthy', 'requests on green', exactly(0)),
  fromTest(stopped, 'cancel-to-end', 's', atMost(7.5)),
  fromTest(inputs, 'bad-inputs', 'inputs', atLeast(100)),
  fromTest(inputs, 'bad-inputs-aws-calls', 'calls', exactly(0)),
  fromTest(histories, 'histories', 'histories', atLeast(20_000)),
  fromTest(histories, 'histories-time', 's for 20,000, an invariant each', atMost(20)),
  fromTest(weights, 'split-off', 'points over 2,000 requests', atMost(2)),
  fromTest(weights, 'split-at-0', 'requests at weight 0', exactly(0)),
  ...['promotion', 'rollback'].flatMap((way) => [
    fromTest(exhaustive(`killed-${way}`), `kill-cases-${way}`, 'killed runs', atLeast(30)),
    fromTest(exhaustive(`killed-${way}`), `kill-problems-${way}`, 'problems left', exactly(0)),
  ]),
  ...[10, 50, 100, 1000].map((n) =>
    fromTest(compared, `false-rollbacks-at-${n}`, '% of 2,500 shifts of equal versions', atMost(0.5)),
  ),
  ...detections.flatMap(([errors, perSecond, weight, median, p90]) => {
    const name = `${errors}-percent-errors-at-${perSecond}-weight-${weight}`;
    return [
      fromTest(compared, `${name}-median`, 'min of traffic', atMost(median)),
      fromTest(compared, `${name}-p90`, 'min of traffic', atMost(p90)),
    ];
  }),
  ...[10, 50, 100, 1000].map((n) =>
    fromTest(slow, `slow-false-rollbacks-at-${n}`, '% of 2,500 shifts of equal versions', atMost(0.5)),
  ),
  fromTest(slow, 'slow-false-rollbacks-at-the-limit', '% of 1,500 shifts just as slow as tolerated', atMost(0.5)),
  ...slowDetections.flatMap(([name, median, p90]) => [
    fromTest(slow, `${name}-median`, 'min of traffic', atMost(median)),
    fromTest(slow, `${name}-p90`, 'min of traffic', atMost(p90)),
  ]),
  fromTest(exhaustive('killed-recover'), 'recover-kill-cases', 'killed recoveries', atLeast(40)),
  fromTest(exhaustive('killed-recover'), 'recover-kill-problems', 'problems left', exactly(0)),
  fromTest(exhaustive('cancelled'), 'cancel-instants', 'cancels at random instants', atLeast(200)),
  fromTest(exhaustive('cancelled'), 'cancel-worst', 's', atMost(7.5)),
  fromTest(exhaustive('two-runs'), 'pairs-within-50-ms', 'pairs of runs', atLeast(200)),
  fromTest(exhaustive('two-runs'), 'queues-in-order', 'queues of three', atLeast(5)),
  fromTest(exhaustive('bad-calls'), 'bad-call-cases', 'calls gone wrong', atLeast(60)),
  fromTest(exhaustive('bad-calls'), 'bad-call-failed-requests', 'requests', exactly(0)),
  fromTest(exhaustive('fleet-of-100'), 'fleet-of-100-throttled', 'calls', exactly(0)),
  fromTest(exhaustive('fleet-of-100'), 'fleet-of-100-share-of-ecs-calls', 'of one by one', atMost(0.2)),
  fromTest(exhaustive('fleet-of-100'), 'fleet-of-100-share-of-all-calls', 'of one by one', atMost(1)),
  fromTest(exhaustive('fleet-of-100'), 'fleet-of-100-seconds', 's of cloud time', atMost(600)),
  ...['ecs-rolling', 'preflight'].flatMap((action) => [
    fromTest(exhaustive('fleet-bad'), `bad-inputs-of-${action}`, 'inputs and files', atLeast(100)),
    fromTest(exhaustive('fleet-bad'), `bad-inputs-of-${action}-aws-calls`, 'calls', exactly(0)),
  ]),
  fromTest('src/actions/build-push/bad-inputs.test.ts', 'bad-inputs-of-build-push', 'inputs and files', atLeast(60)),
  fromTest('test/program/build-push.test.ts', 'build-push-unchanged-ms', 'ms, the whole step', atMost(5_000)),
  fromTest('src/actions/promote/spec.test.ts', 'bad-inputs-of-promote', 'inputs', atLeast(60)),
  fromTest(exhaustive('retention'), 'retention-images', 'images that came and went', atLeast(10_000)),
  fromTest(exhaustive('retention'), 'retention-images-lost', 'images lost', exactly(0)),
  fromTest('test/program/promote-faults.exhaustive.test.ts', 'promote-fault-cases', 'cases', atLeast(40)),
  fromTest('test/program/promote-faults.exhaustive.test.ts', 'promote-fault-problems', 'problems', exactly(0)),
  fromTest(
    'test/program/promote-large.exhaustive.test.ts',
    'promote-memory',
    'MB at most, for an image of 384 MB',
    atMost(450),
  ),
  ...['good', 'bad', 'waiting'].map((release) =>
    fromTest(exhaustive('rolling-killed'), `rolling-kill-problems-${release}`, 'problems left', exactly(0)),
  ),
  fromTest(exhaustive('rolling-cancelled'), 'rolling-cancel-problems', 'problems left', exactly(0)),
  fromTest(exhaustive('rolling-cancelled'), 'rolling-cancel-worst', 's', atMost(7.5)),
  ...['good', 'bad'].map((release) =>
    fromTest(exhaustive('rolling-bad-calls'), `rolling-bad-call-problems-${release}`, 'problems', exactly(0)),
  ),
  fromTest(exhaustive('rolling-lag'), 'rolling-verdict-lag', 's at a poll of 5 s, median of 20', atMost(6)),
  fromTest(exhaustive('rolling-lag'), 'rolling-false-timeouts', 'of 20 rollouts', exactly(0)),
  fromTest(exhaustive('rolling-situations'), 'rolling-red-after-third-failure', 's', atMost(60)),
  ...[1, 5].map((errors) =>
    fromTest(
      exhaustive('compare'),
      `bundle-${errors}-percent-errors-minutes`,
      'min of cloud time, one shift',
      atMost(30),
    ),
  ),
  fromTest(sessions, 'sessions-in-a-shift', 'sessions of 60 s', atLeast(5)),
  fromTest(sessions, 'expired-credentials-told', 's', atMost(5)),
  seconds('rehearsal', 60, ['run', '-s', 'rehearse']),
  seconds('npm-test', 300, ['test', '-s']),
];
