import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { bakeOf } from '../images/bake.js';
import { bakeImage } from '../testing/bake-image.js';
import { type DockerStandIn, dockerStandIn } from '../testing/docker-stand-in.js';
import { Buildx } from './builder.js';
import { type Leftovers, removeLeftovers } from './leftovers.js';
import { PrivateConfig } from './private-config.js';
import { runInGroup } from './process.js';
import { processesWith } from './process-group.js';

let docker: DockerStandIn;
let folder: string;

beforeAll(async () => {
  docker = await dockerStandIn({ driver: 'docker-container' });
});

afterAll(async () => {
  await docker[Symbol.asyncDispose]();
});

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sluice-process-exhaustive-'));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

const image = bakeImage({
  name: 'web',
  context: '.',
  push: undefined,
  isCacheIgnored: true,
});

/** A shell that has a child which has a child, of which each ignores what the number says, as it begins in any order. */
const family = (deaf: number) => {
  const trap = (bit: number) => ((deaf >> bit) % 2 === 1 ? 'trap "" TERM INT HUP;' : '');
  return `${trap(0)} sh -c '${trap(1)} sh -c "${trap(2).replaceAll('"', '\\"')} while :; do sleep 0.05; done" & while :; do sleep 0.05; done' & while :; do sleep 0.05; done`;
};

describe('nothing runs on', () => {
  test('whenever a family of processes is cancelled, and whoever of them does not listen', async () => {
    for (let deaf = 0; deaf < 8; deaf += 1) {
      for (const afterMs of [0, 3, 10, 40]) {
        const mark = `${folder}/${deaf}-${afterMs}`;
        const controller = new AbortController();
        const ended = runInGroup({
          command: '/bin/sh',
          args: ['-c', family(deaf)],
          environment: { PATH: process.env.PATH ?? '', MARK: mark },
          signal: controller.signal,
          graceMs: 100,
        });
        await sleep(afterMs);
        controller.abort();
        expect(await ended).toMatchObject({ isCancelled: true });
        expect(await processesWith('MARK', mark)).toEqual([]);
      }
    }
  });

  test('whenever a build is cancelled: no process, no credentials, no definition', async () => {
    const [code, temp] = [join(folder, 'code'), join(folder, 'temp')];
    await mkdir(code);
    await mkdir(temp);
    await writeFile(join(code, 'Dockerfile'), 'FROM base\nRUN echo "one"\nCOPY . .\n');
    let cancelled = 0;
    for (let n = 0; n < 16; n += 1) {
      const isHanging = n % 4 === 3;
      await docker.plan({ driver: 'docker-container', stepMs: 50, ...(isHanging ? { hang: 'build' } : {}) });
      const controller = new AbortController();
      const kept: Leftovers[] = [];
      const builder = new Buildx({
        temp,
        environment: { ...docker.environment, HOME: folder },
        keep: (left) => kept.push(left),
        signal: controller.signal,
      });
      const timer = setTimeout(() => controller.abort(), n * 30 + (isHanging ? 400 : 0));
      const bake = bakeOf([image], ['web'], code);
      const end = await builder
        .build({ bake, builder: undefined, secretValues: {}, onLine: () => {}, signal: controller.signal })
        .catch((error: Error) => error.message);
      clearTimeout(timer);
      const isCancelled = typeof end === 'string' ? end.includes('it was cancelled') : end.isCancelled;
      // The cancel may come when the build has just ended well, and on a slow machine before a hanging one has begun.
      const endedWell = typeof end !== 'string' && end.exitCode === 0 && !isHanging;
      expect([end, isCancelled || endedWell]).toEqual([end, true]);
      cancelled += isCancelled ? 1 : 0;
      await builder.close();
      expect(await processesWith('DOCKER_CONFIG', join(kept[0]?.folder ?? '', 'docker'))).toEqual([]);
      expect(await readdir(temp)).toEqual([]);
    }
    expect(cancelled).toBeGreaterThan(4);
  });

  test('after a run was killed and `post` has come, however little the processes listen', async () => {
    for (const script of ['sleep 60', 'trap "" TERM; while :; do sleep 0.1; done', 'sleep 60 & sleep 60 & wait']) {
      const place = PrivateConfig.placeBelow(folder);
      const config = await PrivateConfig.make(place, { HOME: folder, PATH: process.env.PATH });
      const child = spawn('/bin/sh', ['-c', script], { env: config.environment, detached: true, stdio: 'ignore' });
      const gone = new Promise((done) => child.once('exit', done));
      await sleep(100);
      await Promise.all([removeLeftovers({ folder: place }, {}), removeLeftovers({ folder: place }, {})]);
      await gone;
      expect(await processesWith('DOCKER_CONFIG', config.docker)).toEqual([]);
      expect(await readdir(folder)).toEqual([]);
    }
  });
});
