// What the bundle weighs, in bytes and in time to start. Times are under Node 24 and beside bare `node -e 0`, because a
// machine's speed says nothing about Sluice.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const dist = join(root, 'dist');
const main = join(dist, 'ecs-blue-green/main.js');
const RUNS = 15;

function node24() {
  const node = join(root, 'node_modules/node/bin/node');
  if (!existsSync(node)) {
    throw new Error('Node 24 is not installed: npm ci brings it');
  }
  return node;
}

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];
const atMost = (limit) => ({ goal: `≤ ${limit}`, isMet: (value) => value <= limit });

const environment = { PATH: process.env.PATH };

function bareMs() {
  const begin = performance.now();
  spawnSync(node24(), ['-e', '0'], { env: environment });
  return performance.now() - begin;
}

/** The two are measured in turn, so that what else the machine does weighs on both. */
async function besideBare(measureMs) {
  const bare = [];
  const measured = [];
  bareMs();
  await measureMs();
  for (let run = 0; run < RUNS; run += 1) {
    bare.push(bareMs());
    measured.push(await measureMs());
  }
  const [bareMedian, median_] = [median(bare), median(measured)];
  const beside = `${median_.toFixed(1)} ms beside ${bareMedian.toFixed(1)} ms bare, medians of ${RUNS}`;
  return { value: median_ / bareMedian, beside };
}

function inputErrorMs() {
  const begin = performance.now();
  const { status, stderr } = spawnSync(node24(), [main], { env: { ...environment, INPUT_CLUSTER: 'shop' } });
  const duration = performance.now() - begin;
  if (status !== 1 || !String(stderr).includes('services')) {
    throw new Error('the action did not end with an input error');
  }
  return duration;
}

const ARN = 'arn:aws:elasticloadbalancing:eu-central-1:123456789012:listener';

const goodInputs = {
  INPUT_CLUSTER: 'shop',
  INPUT_SERVICES: 'shop-blue\nshop-green',
  'INPUT_LISTENER-ARN': `${ARN}/app/shop/50dc6c495c0c9188/f2f7dc8efc522ab2`,
  'INPUT_TASK-DEFINITION': 'arn:aws:ecs:eu-central-1:123456789012:task-definition/shop:17',
  INPUT_REGION: 'eu-central-1',
};

/** From the start of the process until its first request has arrived at the endpoint. */
async function firstAwsCallMs() {
  let arrived;
  const asked = new Promise((done) => {
    arrived = done;
  });
  const server = createServer(() => arrived(performance.now()));
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  const begin = performance.now();
  const child = spawn(node24(), [main], {
    stdio: 'ignore',
    env: {
      ...environment,
      ...goodInputs,
      AWS_ENDPOINT_URL: `http://127.0.0.1:${server.address().port}`,
      AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE',
      AWS_SECRET_ACCESS_KEY: 'example',
    },
  });
  const ended = new Promise((done) => child.once('exit', done));
  try {
    const at = await Promise.race([asked, ended.then(() => undefined)]);
    if (at === undefined) {
      throw new Error('the action ended without an AWS call');
    }
    return at - begin;
  } finally {
    child.kill('SIGKILL');
    await ended;
    server.closeAllConnections();
    server.close();
  }
}

const megabytes = (bytes) => bytes / 1e6;

function bytesBelow(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
}

export default [
  { name: 'input-error', unit: '× bare node', ...atMost(2.5), measure: () => besideBare(inputErrorMs) },
  { name: 'first-aws-call', unit: '× bare node', ...atMost(6), measure: () => besideBare(firstAwsCallMs) },
  { name: 'dist', unit: 'MB', ...atMost(6), measure: () => megabytes(bytesBelow(dist)) },
];
