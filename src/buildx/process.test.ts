import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { runInGroup } from './process.js';
import { isGroupRunning, processesWith } from './process-group.js';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sluice-process-'));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

const shell = (script: string, more: Partial<Parameters<typeof runInGroup>[0]> = {}) =>
  runInGroup({
    command: '/bin/sh',
    args: ['-c', script],
    environment: { PATH: process.env.PATH ?? '', FOLDER: folder },
    ...more,
  });

/** The number that a script has written down. */
async function pidIn(name: string): Promise<number> {
  for (;;) {
    const text = await readFile(join(folder, name), 'utf8').catch(() => '');
    if (text.endsWith('\n')) return Number(text);
    await sleep(10);
  }
}

async function runs(pid: number): Promise<boolean> {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  return text !== '' && !/^\d+ \(.*\) [ZX] /s.test(text);
}

describe('a program in a process group of its own', () => {
  test('has the environment that it was given and no other, and its lines come one by one', async () => {
    const lines: string[] = [];
    const end = await shell('env; printf "a\\r\\nb" >&2; exit 3', {
      environment: { ONLY: 'this' },
      onLine: (stream, line) => lines.push(`${stream}: ${line}`),
    });
    expect(end).toMatchObject({ exitCode: 3, isCancelled: false, isTimedOut: false, stderr: 'a\nb\n' });
    expect(lines).toEqual(expect.arrayContaining(['stdout: ONLY=this', 'stderr: a', 'stderr: b']));
    expect(end.stdout).not.toContain('HOME=');
  });

  test('does not fill the memory: of what it writes the end is kept', async () => {
    let count = 0;
    const end = await shell(
      'i=0; while [ $i -lt 40 ]; do head -c 65536 /dev/zero | tr "\\0" x; echo; i=$((i+1)); done; echo last',
      {
        onLine: () => {
          count += 1;
        },
      },
    );
    expect(count).toBe(41);
    expect(end.stdout.length).toBeLessThanOrEqual(2 * 256 * 1024);
    expect(end.stdout.endsWith('x\nlast\n')).toBe(true);
  });

  test('that is not there is told by the system, and one that was cancelled before is not started', async () => {
    await expect(shell('', { command: join(folder, 'none') })).rejects.toMatchObject({ code: 'ENOENT' });
    const end = await shell('echo > "$FOLDER/ran"', { signal: AbortSignal.abort() });
    expect(end).toMatchObject({ isCancelled: true, exitCode: 143 });
    await expect(readFile(join(folder, 'ran'))).rejects.toThrow();
  });

  test('ends with what it has started when it is cancelled, whoever ignores the signal included', async () => {
    const controller = new AbortController();
    const ended = shell(
      `sh -c 'trap "" TERM INT; echo $$ > "$FOLDER/deaf"; while :; do sleep 0.1; done' &
       sh -c 'trap "exit 9" TERM; while :; do sleep 0.1; done' & echo $$ > "$FOLDER/leader"; wait`,
      { signal: controller.signal, graceMs: 300 },
    );
    const [deaf, leader] = [await pidIn('deaf'), await pidIn('leader')];
    controller.abort();
    expect(await ended).toMatchObject({ isCancelled: true, isTimedOut: false });
    expect([await runs(deaf), await runs(leader), await isGroupRunning(leader)]).toEqual([false, false, false]);
  });

  test('is killed when it does not listen itself', async () => {
    const controller = new AbortController();
    const ended = shell('trap "" TERM; echo $$ > "$FOLDER/leader"; while :; do sleep 0.1; done', {
      signal: controller.signal,
      graceMs: 200,
    });
    await pidIn('leader');
    controller.abort();
    expect(await ended).toMatchObject({ exitCode: 137, isCancelled: true });
  });

  test('may say what it has to say before it ends', async () => {
    const controller = new AbortController();
    const ended = shell(
      'trap "echo ERROR: context canceled >&2; exit 1" TERM; echo $$ > "$FOLDER/leader"; while :; do sleep 0.05; done',
      {
        signal: controller.signal,
      },
    );
    await pidIn('leader');
    controller.abort();
    expect(await ended).toMatchObject({
      exitCode: 1,
      stderr: expect.stringMatching(/ERROR: context canceled\n$/),
      isCancelled: true,
    });
  });

  test('is stopped when it takes too long', async () => {
    expect(await shell('sleep 60', { timeoutMs: 100 })).toMatchObject({ isTimedOut: true, isCancelled: false });
  });

  test('leaves nothing behind after an end of its own', async () => {
    const end = await shell(
      'sh -c \'echo $$ > "$FOLDER/left"; sleep 60\' & while [ ! -s "$FOLDER/left" ]; do sleep 0.02; done',
    );
    expect(end.exitCode).toBe(0);
    expect(await runs(await pidIn('left'))).toBe(false);
  });

  test('is ended when what reads its lines fails, and that failure is told', async () => {
    const ended = shell('echo $$ > "$FOLDER/leader"; echo one; sleep 60', {
      onLine: () => {
        throw new Error('no such line');
      },
    });
    await expect(ended).rejects.toThrow('no such line');
    expect(await runs(await pidIn('leader'))).toBe(false);
  });

  test('is found by what was in its environment', async () => {
    const controller = new AbortController();
    const ended = shell('echo $$ > "$FOLDER/leader"; sleep 60', { signal: controller.signal });
    const pid = await pidIn('leader');
    const found = await processesWith('FOLDER', folder);
    controller.abort();
    await ended;
    expect(found).toContain(pid);
    expect(await processesWith('FOLDER', folder)).toEqual([]);
  });
});
