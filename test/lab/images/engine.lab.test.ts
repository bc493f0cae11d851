import { copyFile, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { describeWith, labTool } from '../tools.js';
import { startDaemon } from './daemon.js';
import { IMAGE_TOOLS, startEngine } from './engine.js';

/** What the other tests stand on: engines that do not know of each other and leave nothing behind. */

describeWith(IMAGE_TOOLS, 'an engine of the lab', () => {
  test('runs beside another one, builds and runs an image, and is gone afterwards with its mounts and its folder', async () => {
    const [engine, other] = await Promise.all([startEngine(), startEngine()]);
    try {
      const context = join(engine.folder, 'context');
      await mkdir(context);
      await copyFile(labTool('busybox'), join(context, 'sh'));
      await writeFile(
        join(context, 'Dockerfile'),
        'FROM scratch\nCOPY sh /bin/sh\nRUN echo built > /word\nCMD ["/bin/sh", "-c", "read word < /word; echo $word"]\n',
      );
      expect(await engine.docker(['build', '--tag', 'small', context])).toMatchObject({ exitCode: 0 });
      const ran = await engine.docker(['run', '--rm', '--network', 'none', 'small']);
      expect(ran).toMatchObject({ exitCode: 0, stdout: 'built\n' });
      const elsewhere = await other.docker(['images', '--quiet']);
      expect(elsewhere).toMatchObject({ exitCode: 0, stdout: '' });
    } finally {
      await Promise.all([engine.stop(), other.stop()]);
    }
    const mounts = await readFile('/proc/mounts', 'utf8');
    const left = await readdir(tmpdir());
    for (const { folder, daemon } of [engine, other]) {
      expect(mounts).not.toContain(folder);
      expect(left).not.toContain(folder.slice(folder.lastIndexOf('/') + 1));
      expect(() => process.kill(daemon.pid, 0)).toThrow();
    }
  }, 90_000);

  test('that does not start says what it wrote last', async () => {
    const started = startDaemon({
      program: 'dockerd',
      words: ['--no-such-option'],
      isReady: () => Promise.resolve(false),
    });
    await expect(started).rejects.toThrow(/ended with \d+\.[\s\S]*unknown flag: --no-such-option/);
  }, 60_000);
});
