import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { figure } from '../../src/testing/figures.js';
import { BuildStage, SERVICES } from './build-stage.js';

const isBuild = ({ args }: { readonly args: readonly string[] }): boolean => args[0] === 'buildx' && args[1] === 'bake';

/** Those that run; one that has ended and that nobody has asked for is none of them. */
async function runningOf(pids: readonly number[]): Promise<readonly number[]> {
  const states = await Promise.all(
    pids.map(async (pid) => {
      const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
      return [pid, stat.slice(stat.lastIndexOf(')') + 2)[0] ?? 'X'] as const;
    }),
  );
  return states.filter(([, state]) => state !== 'Z' && state !== 'X').map(([pid]) => pid);
}

test('seven services are built in one solve and pushed; the next run builds nothing, and one changed library its dependants', async () => {
  await using stage = await BuildStage.open();
  const secret = 's3cret-of-npm-registry';
  const first = await stage.build({ services: 'all', tags: 'v1', secrets: `npm=${secret}` });
  expect([first.exitCode, first.outputs.outcome, first.outputs.reason]).toEqual([
    0,
    'built',
    '7 of 7 images are built.',
  ]);
  const images = JSON.parse(first.outputs['service-images'] ?? '');
  for (const name of SERVICES) {
    const digest = await stage.digest(`goorm-popcorn-${name}`, 'v1');
    expect(images[name]).toMatch(new RegExp(`^127\\.0\\.0\\.1:\\d+/goorm-popcorn-${name}@${digest}$`));
  }
  const calls = await stage.docker.calls();
  expect(calls.filter(isBuild)).toHaveLength(1);
  // Nothing of it is in an argument, in the log, or on the machine.
  expect(JSON.stringify(calls.map(({ args }) => args))).not.toContain(secret);
  const told = `${first.stdout}${first.stderr}${first.summary}${JSON.stringify(first.outputs)}`;
  expect(told.replaceAll(/^::add-mask::.*$/gm, '')).not.toContain(secret);
  expect(first.masks).toContain(secret);
  expect([await stage.left(), first.state.docker]).toEqual([[], '']);
  expect(first.stdout).toMatch(/^user {8}\| /m);
  expect(first.summary).toContain('| user | `127.0.0.1:');

  const again = await stage.build({ services: 'all', tags: 'v1' });
  expect([again.exitCode, again.outputs.outcome, again.outputs.built]).toEqual([0, 'unchanged', '[]']);
  expect(JSON.parse(again.outputs['service-images'] ?? '')).toEqual(images);
  expect(await stage.docker.calls()).toHaveLength(calls.length);
  figure('build-push-unchanged-ms', again.durationMs);
  // It has five seconds, and runs beside other tests here.
  expect(again.durationMs).toBeLessThan(20_000);

  await writeFile(join(stage.folder, 'libs/auth/index.js'), 'export const changed = true;\n');
  await stage.commit('auth');
  const changed = await stage.build({ services: 'all', tags: 'v2' });
  expect(JSON.parse(changed.outputs.built ?? '').sort()).toEqual(['api-gateway', 'user']);
  // What was not built has the new tag by the same bytes.
  expect(await stage.digest('goorm-popcorn-store', 'v2')).toBe(await stage.digest('goorm-popcorn-store', 'v1'));
}, 120_000);

test('a cancel ends what was started and takes the credentials away; after a kill the part that runs afterwards does', async () => {
  await using stage = await BuildStage.open();
  await stage.docker.plan({ driver: 'docker-container', stepMs: 1, hang: 'build', leavesGrandchild: true });
  const started = async () => {
    const before = (await stage.docker.pids()).length;
    const step = await stage.step({ services: 'user' });
    const running = await step.main();
    let end: string | undefined;
    void running.ended.then(({ stdout, stderr }) => {
      end = `${stdout}${stderr}`;
    });
    while ((await stage.docker.pids()).length === before) {
      if (end !== undefined) throw new Error(`It ended before it built: ${end}`);
      await new Promise((done) => setTimeout(done, 50));
    }
    return { step, running };
  };
  {
    const { step, running } = await started();
    await using _step = step;
    const end = await running.cancel();
    expect([end.exitCode, end.outputs.outcome, end.outputs['service-images']]).toEqual([8, 'interrupted', '{}']);
    expect(end.outputs.reason).toContain('the run was cancelled (SIGINT)');
    expect(await runningOf(await stage.docker.pids())).toEqual([]);
    expect(await stage.left()).toEqual([]);
  }
  {
    const { step, running } = await started();
    await using _step = step;
    await running.kill();
    expect(await stage.left()).toHaveLength(1);
    const post = await step.runPost();
    expect([post.exitCode, await stage.left()]).toEqual([0, []]);
    expect(await runningOf(await stage.docker.pids())).toEqual([]);
  }
}, 120_000);
