import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { expect, test } from '@jest/globals';
import { loadedFiles } from '../../src/testing/loaded-files.js';
import { ActionStep } from '../../src/testing/runner.js';
import { specs } from '../../src/tools/actions.js';

const dist = resolve(import.meta.dirname, '../../dist');

test.each(specs.map(({ name }) => name))(
  '%s loads nothing of the AWS SDK before its inputs were checked',
  async (action) => {
    const folder = await mkdtemp(join(tmpdir(), 'sluice-inputs-first-'));
    try {
      await using step = await ActionStep.prepare({ action, environment: { NODE_V8_COVERAGE: folder } });
      const { exitCode, annotations } = await step.runMain();
      expect([exitCode, annotations.at(0)?.level]).toEqual([expect.any(Number), 'error']);
      expect(exitCode).not.toBe(0);
      const files = [...(await loadedFiles(folder))].map((file) => relative(dist, file));
      expect(files).toContain(join('chunks', `${action}.js`));
      expect(files.filter((file) => /aws-sdk|smithy|yaml/.test(file))).toEqual([]);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
  30_000,
);
