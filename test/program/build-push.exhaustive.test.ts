import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { BuildStage } from './build-stage.js';

/** What registries do to a push, through the shipped action: each change of the sources is another image, so that something is pushed. */
let stage: BuildStage;
let count = 0;

beforeAll(async () => {
  stage = await BuildStage.open({}, 10);
}, 60_000);
afterAll(() => stage?.[Symbol.asyncDispose]());

async function changed(): Promise<void> {
  count += 1;
  await writeFile(join(stage.folder, 'services/user/server.js'), `console.log(${count})\n`);
  await stage.commit(`change ${count}`);
}

const user = { services: 'user' };
const repositoryName = 'goorm-popcorn-user';
const fault = (body: Readonly<Record<string, unknown>>) =>
  stage.cloud.admin('ecr/registry-fault', { repositoryName, ...body });

describe('a push', () => {
  test.each([
    [
      'a registry that fails itself',
      { what: 'error', status: 500, route: 'manifests', method: 'PUT' },
      /Trying again in/,
    ],
    ['a registry that is not there for a moment', { what: 'error', status: 503, route: 'uploads' }, /Trying again in/],
    ['a registry that asks to go slower', { what: 'throttle', route: 'uploads' }, /Trying again in/],
    ['an answer that is lost', { what: 'lose-reply', route: 'manifests', method: 'PUT' }, /Trying again in/],
    ['a connection that breaks in an upload', { what: 'cut', afterBytes: 10, route: 'uploads' }, /Trying again in/],
    ['a token that has expired', { what: 'expired', route: 'uploads' }, /logging in again/],
    ['a registry that does not know the token', { what: 'unauthorized', route: 'uploads' }, /logging in again/],
  ])(
    'survives %s',
    async (_, body, said) => {
      await changed();
      await fault({ ...body, times: 1 });
      const { outputs, stdout, exitCode } = await stage.build({ ...user, tags: `v${count}` });
      await stage.cloud.admin('ecr/clear-registry-faults');
      expect([exitCode, outputs.outcome, outputs.reason]).toEqual([0, 'built', '1 of 1 image is built.']);
      expect(stdout).toMatch(said);
      expect(await stage.digest(repositoryName, `v${count}`)).toBe(JSON.parse(outputs.images ?? '').user.digest);
    },
    60_000,
  );

  test('ends after one fresh login when the registry still does not know it', async () => {
    await changed();
    await fault({ what: 'unauthorized', route: 'uploads', times: 1_000 });
    const { outputs, exitCode, annotations } = await stage.build({ ...user, tags: `v${count}` });
    await stage.cloud.admin('ecr/clear-registry-faults');
    expect([exitCode, outputs.outcome, outputs['service-images']]).toEqual([1, 'failed', '{}']);
    expect(outputs.reason).toContain('after a fresh login as well');
    expect(annotations.filter(({ level }) => level === 'error')).toHaveLength(1);
    expect(await stage.digest(repositoryName, `v${count}`)).toBeUndefined();
    expect(await stage.left()).toEqual([]);
  }, 60_000);

  test('ends after so many tries as were asked for', async () => {
    await changed();
    await fault({ what: 'error', status: 503, route: 'uploads', times: 1_000 });
    const { outputs } = await stage.build({ ...user, retries: '1' });
    await stage.cloud.admin('ecr/clear-registry-faults');
    expect(outputs.reason).toContain('registry has trouble of its own, 2 times in all');
  }, 60_000);

  test('to a repository that is not there is told before it is begun, and with create-repository it is', async () => {
    const file = '.github/other.yml';
    await writeFile(
      join(stage.folder, file),
      'services: { user: { ecr-repository: brand/new, dockerfile: services/user/Dockerfile } }\n',
    );
    const given = { ...user, 'services-file': file };
    const refused = await stage.build(given);
    expect([refused.exitCode, refused.outputs.outcome]).toEqual([7, 'refused']);
    expect(refused.outputs.reason).toMatch(/ecr-repository of user is not there: .* say create-repository: true/);
    const made = await stage.build({ ...given, 'create-repository': 'true', tags: 'v1', environments: 'prod' });
    expect([made.outputs.outcome, await stage.digest('brand/new', 'v1')]).toEqual([
      'built',
      JSON.parse(made.outputs.images ?? '').user.digest,
    ]);
    // Its tags cannot be moved: the next image under the same one is a failure that shows both.
    await changed();
    const taken = await stage.build({ ...given, tags: 'v1' });
    expect(taken.outputs.outcome).toBe('failed');
    const [before, now] = [made, taken].map(({ outputs }) => JSON.parse(outputs.images ?? '').user.digest);
    expect(taken.outputs.reason).toContain(`it is ${before}, and this one is ${now}`);
    expect((await stage.build({ ...given, tags: 'v2' })).outputs.outcome).toBe('unchanged');
  }, 60_000);
});
