import { describe, expect, test } from '@jest/globals';
import type { FakeFault } from '../../testing/fake-registry.js';
import { figure } from '../../testing/figures.js';
import { outputsOf } from './result.js';
import { BuildStage } from './run-under-test.js';

/** Every call of a run, gone wrong in every way; and a run that ends at it. */

const inputs = {
  services: 'all',
  tags: 'v1',
  'create-repository': 'true',
  'fail-on': 'critical',
  lifecycle: 'put',
  clusters: 'none',
};

function stageOf(): BuildStage {
  const stage = new BuildStage({
    '.github/sluice.yml':
      'services:\n  a: { ecr-repository: ab/a, context: a }\n  b: { ecr-repository: ab/b, context: b }\n',
    'a/Dockerfile': 'FROM scratch\n',
    'b/Dockerfile': 'FROM scratch\nCOPY . .\n',
  });
  stage.ecr.create('ab/a', { isScannedOnPush: true });
  return stage;
}

/** What a good run asks of the registries; the uploads are the builder's. */
async function callsOfOne(): Promise<readonly FakeFault['at'][]> {
  const stage = stageOf();
  await stage.run(inputs);
  return stage.registries.calls.map(({ at }) => at);
}

async function cases(kinds: readonly FakeFault['is'][]): Promise<readonly FakeFault[]> {
  const seen = new Map<FakeFault['at'], number>();
  return (await callsOfOne()).flatMap((at) => {
    const skip = seen.get(at) ?? 0;
    seen.set(at, skip + 1);
    return kinds.map((is) => ({ at, is, skip }));
  });
}

/** Both images are in their repositories under what was asked for, and the outputs say so. */
function expectWhole(stage: BuildStage, outputs: ReturnType<typeof outputsOf>): void {
  for (const name of ['a', 'b']) {
    const repository = stage.ecr.at(`ab/${name}`);
    const image = JSON.parse(outputs['service-images'])[name];
    expect([image, repository.images.has(String(image).split('@')[1] ?? '')]).toEqual([
      `${repository.name}@${repository.tagged('v1')}`,
      true,
    ]);
  }
}

describe('every call of a run', () => {
  test('that is throttled, loses its reply or its connection changes nothing but the time', async () => {
    const all = await cases(['throttled', 'lost-reply', 'broken']);
    figure('build-push-bad-calls', all.length);
    expect(all.length).toBeGreaterThan(60);
    for (const fault of all) {
      const stage = stageOf();
      stage.registries.fail(fault);
      const result = await stage.run(inputs);
      expect([fault, result.outcome, result.reason]).toEqual([fault, 'built', '2 of 2 images are built.']);
      expectWhole(stage, outputsOf(result));
    }
  });

  test('that is refused, or comes with credentials that ended, is told, and hands nothing on; the next run goes on from there', async () => {
    const outcomes = new Set<string>();
    for (const fault of await cases(['denied', 'expired'])) {
      const stage = stageOf();
      stage.registries.fail(fault);
      const end = await stage.run(inputs).then(
        (result) => ({ ...outputsOf(result), told: `${result.error ?? ''}${result.notes}` }),
        (error: Error) => ({ ...outputsOf({ outcome: 'access-lost', reason: error.message }), told: String(error) }),
      );
      outcomes.add(end.outcome);
      if (end.outcome === 'built') {
        // What is kept in a repository is no reason to fail, nor is a cache.
        expectWhole(stage, end as ReturnType<typeof outputsOf>);
      } else {
        expect([fault, end['service-images']]).toEqual([fault, '{}']);
        expect([fault, /Not allowed|have expired|denied|not is it|unknown/i.test(end.told) || end]).toEqual([
          fault,
          true,
        ]);
      }
      const next = await stage.run(inputs);
      expect([fault, ['built', 'unchanged'].includes(next.outcome) || next.reason]).toEqual([fault, true]);
      expectWhole(stage, outputsOf(next));
    }
    expect([...outcomes].sort()).toEqual(['access-lost', 'built', 'failed']);
  });

  test('that is the last one of a run leaves what the next one finishes, and nothing is built twice that has its tag', async () => {
    const count = (await callsOfOne()).length;
    for (let last = 1; last < count; last += 1) {
      const stage = stageOf();
      stage.registries.calls.push = (...calls) => {
        const length = Array.prototype.push.apply(stage.registries.calls, calls);
        if (length === last) stage.cancel();
        return length;
      };
      await stage.run(inputs).catch(() => undefined);
      const tagged = ['a', 'b'].filter((name) =>
        Object.keys(stage.ecr.at(`ab/${name}`).tags).some((tag) => tag.startsWith('content-')),
      );
      const [files, next] = [stage.files, stageOf()];
      Object.assign(next, { files, registries: stage.registries, clock: stage.clock });
      Object.assign(next, { builder: stage.builder });
      const builds = stage.builder.builds.length;
      const result = await next.run(inputs);
      expect([last, result.outcome]).toEqual([last, tagged.length === 2 ? 'unchanged' : 'built']);
      const built = stage.builder.builds.slice(builds).flatMap(({ bake }) => bake.targets);
      expect([last, built.filter((name) => tagged.includes(name))]).toEqual([last, []]);
      expectWhole(next, outputsOf(result));
    }
  });
});
