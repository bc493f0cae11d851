// What a plain run of each action loads of the bundle: the shipped action against the local cloud, with the files that V8
// says it has run. Beside it what the action could load at most, whatever its inputs ask for.
import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = resolve(import.meta.dirname, '..');
const dist = join(root, 'dist');
const megabytes = (bytes) => bytes / 1e6;

/** The worlds that the tests of the shipped actions live in. As deep below the checkout as the sources: they look for `dist`. */
async function worlds() {
  const outfile = join(root, 'build/bench/worlds.mjs');
  await build({
    stdin: {
      contents: `export { digest, twoSides } from './two-sides.js';
        export { oneService } from './one-service.js';
        export { region, registry, role, seed } from './preflight-account.js';
        export { BuildStage } from './build-stage.js';
        export { PromoteStage } from './promote-stage.js';
        export { startCloud } from '../../src/testing/cloud.js';
        export { loadedFiles } from '../../src/testing/loaded-files.js';
        export { ActionStep } from '../../src/testing/runner.js';`,
      resolveDir: join(root, 'test/program'),
    },
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20',
    outfile,
  });
  return import(pathToFileURL(outfile).href);
}

const temporary = async (use) => {
  const folder = await mkdtemp(join(tmpdir(), 'sluice-loaded-'));
  try {
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

/** Runs `main`, as `step` prepares it, to its good end; answers the files of the bundle that it has loaded. */
function loadedBy(step, loadedFiles) {
  return temporary(async (folder) => {
    const prepared = await step({ NODE_V8_COVERAGE: folder });
    try {
      const { exitCode, outputs, stdout } = await prepared.runMain();
      if (exitCode !== 0) throw new Error(`the run ended with ${exitCode}, ${outputs.outcome}: ${stdout.slice(-2000)}`);
    } finally {
      await prepared[Symbol.asyncDispose]();
    }
    return [...(await loadedFiles(folder))].filter((file) => !relative(dist, file).startsWith('..'));
  });
}

const quick = { steps: '50%@2m, 100%@1m', settle: '10s', drain: '10s' };

/** Two services: a release is promoted, a rollback undoes it, and what a lost run left is recovered. */
async function blueGreen({ twoSides, ActionStep, digest, registry, loadedFiles }) {
  const sides = await twoSides({ tasks: 1 });
  const act = (action, inputs) => (environment) =>
    ActionStep.prepare({ action, inputs, environment: { ...sides.cloud.env, ...environment } });
  const release = (inputs, more) => (environment) =>
    sides.step({ ...quick, ...inputs }, { ...more, environment: { ...sides.cloud.env, ...environment } });
  try {
    const promoted = await loadedBy(release(), loadedFiles);
    const [cluster, services] = ['shop', 'shop-blue\nshop-green'];
    const where = { cluster, services, 'listener-rule-arn': sides.ruleArn };
    const rolledBack = await loadedBy(act('rollback', { ...where, drain: '10s', reason: 'measured' }), loadedFiles);
    await lost(release, `app=${registry}/shop@${digest(3)}`);
    const recovered = await loadedBy(act('recover', { 'when-locked': 'take', cluster, services }), loadedFiles);
    return { 'ecs-blue-green': promoted, rollback: rolledBack, recover: recovered };
  } finally {
    await sides.stop();
  }
}

/** A run whose machine is lost in the middle of a shift. */
async function lost(release, images) {
  let seen;
  const reached = new Promise((done) => {
    seen = done;
  });
  const step = await release({ images }, { onLine: (text) => text.includes('50 % observed') && seen() })({});
  try {
    const running = await step.main();
    await Promise.race([reached, running.ended]);
    await running.kill();
  } finally {
    await step[Symbol.asyncDispose]();
  }
}

async function rolling({ oneService, loadedFiles }) {
  const service = await oneService();
  try {
    const environment = (more) => ({ environment: { ...service.cloud.env, ...more } });
    return { 'ecs-rolling': await loadedBy((more) => service.step({}, environment(more)), loadedFiles) };
  } finally {
    await service.stop();
  }
}

function preflight({ startCloud, ActionStep, seed, region, registry, role, loadedFiles }) {
  return temporary(async (folder) => {
    await writeFile(join(folder, 'seed.json'), JSON.stringify(seed));
    const cloud = await startCloud({ seed: join(folder, 'seed.json'), speed: 60, region });
    try {
      const inputs = {
        cluster: 'shop',
        service: 'shop',
        'deploy-role': role('deploy'),
        images: `app=${registry}/shop:2`,
        alarms: 'shop-5xx',
      };
      const step = (more) =>
        ActionStep.prepare({ action: 'preflight', inputs, environment: { ...cloud.env, ...more } });
      return { preflight: await loadedBy(step, loadedFiles) };
    } finally {
      await cloud.stop();
    }
  });
}

/** One image, built for the first time. */
async function buildPush({ BuildStage, loadedFiles }) {
  const stage = await BuildStage.open();
  try {
    const inputs = { repository: 'goorm-popcorn-user', dockerfile: 'services/user/Dockerfile', tags: 'v1' };
    return { 'build-push': await loadedBy((more) => stage.step(inputs, more), loadedFiles) };
  } finally {
    await stage[Symbol.asyncDispose]();
  }
}

/** Into another repository, where a lifecycle policy is put. */
async function promote({ PromoteStage, loadedFiles }) {
  const repositories = [{ repositoryName: 'shop' }, { repositoryName: 'release/shop' }];
  const stage = await PromoteStage.open({ repositories });
  try {
    await stage.cloud.admin('ecr/push', { repositoryName: 'shop', imageTags: ['1.0'] });
    const inputs = {
      source: 'shop:1.0',
      target: 'release/shop',
      environment: 'prod',
      lifecycle: 'put',
      clusters: 'none',
    };
    return { promote: await loadedBy((environment) => stage.step(inputs, { environment }), loadedFiles) };
  } finally {
    await stage[Symbol.asyncDispose]();
  }
}

const sizeOf = async (files) => {
  const sizes = await Promise.all([...files].map(async (file) => (await stat(file)).size));
  return sizes.reduce((sum, size) => sum + size, 0);
};

/** All files that an action can ever load: the shared one, its own chunk, and whatever those ask for. */
async function loadable(action) {
  const runtime = await readFile(join(dist, 'index.js'), 'utf8');
  const chunks = new Map([...runtime.matchAll(/"(\d+)": "(chunks\/[^"]+)"/g)].map(([, id, file]) => [id, file]));
  const asked = (code) => [...code.matchAll(/_require__\.e\((?:\/\*.*?\*\/ ?)?(\d+)\)/g)].map(([, id]) => id);
  const own = runtime.split('\n').find((line) => line.includes(`/* import() | ${action} */`));
  if (own === undefined) throw new Error(`nothing loads ${action}`);
  const seen = new Set();
  const queue = asked(own);
  while (queue.length > 0) {
    const id = queue.pop();
    if (seen.has(id)) continue;
    seen.add(id);
    queue.push(...asked(await readFile(join(dist, chunks.get(id)), 'utf8')));
  }
  return [join(dist, 'index.js'), ...[...seen].map((id) => join(dist, chunks.get(id)))];
}

async function measure() {
  await mkdir(join(root, 'build/bench'), { recursive: true });
  const made = await worlds();
  const loaded = {
    ...(await blueGreen(made)),
    ...(await rolling(made)),
    ...(await preflight(made)),
    ...(await buildPush(made)),
    ...(await promote(made)),
  };
  const figures = await Promise.all(
    Object.entries(loaded).map(async ([action, files]) => {
      const [value, most] = [megabytes(await sizeOf(files)), megabytes(await sizeOf(await loadable(action)))];
      return { value, told: `${action} ${value.toFixed(2)}, at most ${most.toFixed(2)}` };
    }),
  );
  return { value: Math.max(...figures.map(({ value }) => value)), beside: figures.map(({ told }) => told).join('; ') };
}

export default [{ name: 'loaded-by-one-action', unit: 'MB', goal: '≤ 1.5', isMet: (value) => value <= 1.5, measure }];
