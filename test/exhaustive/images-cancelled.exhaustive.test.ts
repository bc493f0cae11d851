import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { processesWith } from '../../src/buildx/process-group.js';
import type { StartedCloud } from '../../src/testing/cloud.js';
import { figure } from '../../src/testing/figures.js';
import type { ActionStep, PhaseResult } from '../../src/testing/runner.js';
import { BuildStage } from '../program/build-stage.js';
import { PROD, PromoteStage, role } from '../program/promote-stage.js';
import { type Boundary, boundariesOf, callsSince, lastCall, named, tellingOf, whenHeld } from './boundaries.js';

/** `build-push` and `promote`, asked to stop in the middle of each of their calls. */

/** The runner's patience between SIGINT and SIGTERM: https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-cancellation */
const patienceMs = 7_500;
const speed = 20;
/** Of so many calls one is not answered at all: the longest that there is to wait for. */
const UNANSWERED = 6;

interface Stage extends AsyncDisposable {
  readonly cloud: StartedCloud;
  /** A step for a place of its own, not begun. */
  step(name: string): Promise<ActionStep>;
  /** What is left on the machine: files, programs. */
  left(): Promise<readonly string[]>;
  /** What must be so although it was ended: sentences where it is not. */
  wrong(name: string, main: PhaseResult): Promise<readonly string[]>;
}

async function promoting(): Promise<Stage> {
  const stage = await PromoteStage.open({ repositories: [{ repositoryName: 'shop' }] }, speed);
  await stage.cloud.admin('ecr/push', { repositoryName: 'shop', imageTags: ['1.0'], platforms: ['linux/amd64'] });
  return {
    cloud: stage.cloud,
    async step(name) {
      await stage.create(PROD, name);
      return stage.step({
        source: 'shop:1.0',
        target: name,
        environment: 'prod',
        lifecycle: 'put',
        clusters: 'none',
        'target-role-to-assume': role,
      });
    },
    left: async () => [],
    async wrong(name, { outputs }) {
      const tags = Object.keys(await stage.tags(PROD, name));
      const handed = JSON.parse(outputs.images ?? '{}')[name] ?? JSON.parse(outputs.images ?? '{}').shop;
      const missing = (handed?.tags ?? []).filter((tag: string) => !tags.includes(tag));
      return missing.length === 0 ? [] : [`tells ${missing}, and there are ${tags}`];
    },
    [Symbol.asyncDispose]: () => stage[Symbol.asyncDispose](),
  };
}

async function building(): Promise<Stage> {
  const stage = await BuildStage.open({}, speed);
  const folder = stage.docker.environment.DOCKER_STAND_IN ?? '';
  return {
    cloud: stage.cloud,
    async step(name) {
      const file = `.github/${name}.yml`;
      const lines = ['user', 'store'].map(
        (service) =>
          `  ${service}: { ecr-repository: ${name}/${service}, dockerfile: services/${service}/Dockerfile }\n`,
      );
      await writeFile(join(stage.folder, file), `services:\n${lines.join('')}`);
      return stage.step({
        services: 'all',
        'services-file': file,
        tags: 'v1',
        'create-repository': 'true',
        'fail-on': 'critical',
        lifecycle: 'put',
        clusters: 'none',
      });
    },
    async left() {
      const programs = await processesWith('DOCKER_STAND_IN', folder);
      return [...(await stage.left()), ...programs.map((pid) => `the program ${pid}`)];
    },
    async wrong(name, { outputs }) {
      const wrong: string[] = [];
      const images = JSON.parse(outputs.images ?? '{}') as Record<string, { digest?: string; tags: string[] }>;
      for (const [service, { digest, tags }] of Object.entries(images)) {
        for (const tag of tags) {
          const found = await stage.digest(`${name}/${service}`, tag);
          if (found !== digest) wrong.push(`tells ${tag} of ${service} as ${digest}, and it is ${found}`);
        }
      }
      const isGood = outputs.outcome === 'built' || outputs.outcome === 'unchanged';
      if (!isGood && outputs['service-images'] !== '{}') wrong.push('hands images on');
      return wrong;
    },
    [Symbol.asyncDispose]: () => stage[Symbol.asyncDispose](),
  };
}

async function cancelOnce(stage: Stage, boundary: Boundary, name: string, isAnswered: boolean) {
  await using step = await stage.step(name);
  let asked = 0;
  const { reached, result: main } = await whenHeld(
    stage.cloud,
    () => step.main(),
    boundary,
    async (running) => {
      asked = performance.now();
      const ended = running.cancel();
      if (isAnswered) await stage.cloud.admin('release');
      return ended;
    },
  );
  const tookMs = reached ? performance.now() - asked : 0;
  if (!isAnswered) await stage.cloud.admin('release', { drop: true });
  const { outcome = '', reason = '' } = main.outputs;
  const wrong = [...(await stage.wrong(name, main))];
  const left = await stage.left();
  if (left.length > 0) wrong.push(`leaves ${left}`);
  if (tookMs > patienceMs || main.signal !== null) wrong.push(`ended after ${tookMs} ms with ${main.signal}`);
  if (reached && !['interrupted', 'promoted', 'built', 'unchanged'].includes(outcome)) wrong.push(`ended ${outcome}`);
  if (outcome === 'interrupted' && !reason.includes('SIGINT')) wrong.push('does not say why');
  if (reason === '' || main.summary === '') wrong.push(`has the reason "${reason}" and the summary "${main.summary}"`);
  return { reached, tookMs, problems: wrong.map((text) => `SIGINT ${named(boundary)}: ${text}\n${main.stdout}`) };
}

async function cancelEverywhere(action: string, open: () => Promise<Stage>): Promise<readonly string[]> {
  await using stage = await open();
  await using undisturbed = await stage.step('undisturbed');
  const from = await lastCall(stage.cloud);
  const good = await undisturbed.runMain();
  expect([good.exitCode, good.stdout]).toEqual([0, expect.any(String)]);
  const calls = await callsSince(stage.cloud, from);
  const boundaries = tellingOf(boundariesOf(calls)).filter(({ when }) => when === 'before');
  const all = [];
  for (const [at, boundary] of boundaries.entries()) {
    all.push(await cancelOnce(stage, boundary, `case-${at}`, at % UNANSWERED !== 1));
  }
  const reached = all.filter((one) => one.reached).length;
  const worst = Math.max(...all.map(({ tookMs }) => tookMs)) / 1_000;
  const problems = all.flatMap((one) => one.problems);
  process.stdout.write(
    `${action}: ${boundaries.length} moments, ${reached} reached; the slowest end took ${worst.toFixed(2)} s; ${problems.length} problems\n`,
  );
  figure(`${action}-cancels`, reached);
  figure(`${action}-cancel-problems`, problems.length);
  figure(`${action}-cancel-worst`, worst);
  expect(reached).toBeGreaterThanOrEqual(boundaries.length * 0.8);
  return problems;
}

test('asked to stop at any of their calls, they end in time, say so, and leave nothing, also when the call is never answered', async () => {
  const problems = await Promise.all([
    cancelEverywhere('promote', promoting),
    cancelEverywhere('build-push', building),
  ]);
  expect(problems.flat()).toEqual([]);
}, 240_000);
