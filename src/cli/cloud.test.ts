import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, describe, expect, jest, test } from '@jest/globals';
import { command, startCloud } from '../testing/cloud.js';
import { cloud } from './cloud.js';

afterEach(() => {
  jest.restoreAllMocks();
});

describe('bad arguments', () => {
  test.each([
    [['--port', 'soon'], '--port is soon; accepted is 0 to 65535'],
    [['--port', '70000'], '--port is 70000'],
    [['--speed', '0'], '--speed is 0; accepted is a number above 0'],
    [['--set', 'propagationMs=soon'], 'setting propagationMs is "soon"'],
    [['--set', 'patience=1'], 'there is no setting patience'],
    [['--region', ''], '--region is ""; accepted is a name like eu-west-1'],
    [['--region', 'Dublin'], '--region is "Dublin"'],
    [['--registry', 'mine'], '--registry is mine; accepted are auto, own, docker-registry'],
    [['--nonsense'], "Unknown option '--nonsense'"],
    [['file.yaml'], "Unexpected argument 'file.yaml'"],
    [['--seed', '/nowhere/seed.yaml'], '/nowhere/seed.yaml: '],
  ])('%j ends with 2 and the reason', async (words, reason) => {
    let told = '';
    const listen = (text: unknown) => {
      told += String(text);
      return true;
    };
    jest.spyOn(process.stderr, 'write').mockImplementation(listen);
    jest.spyOn(console, 'error').mockImplementation(listen);
    expect(await cloud(words)).toBe(2);
    expect(told).toContain(reason);
    expect(told).not.toContain('    at ');
  });
});

describe('a running cloud', () => {
  test('tells programs where it is and ends on SIGTERM, its port with it', async () => {
    const running = await startCloud({ speed: 60 });
    expect(running.env).toMatchObject({ AWS_ENDPOINT_URL: running.endpoint, AWS_REGION: 'eu-west-1' });
    expect(running.env.SLUICE_CLOCK).toMatch(/^\d{13}x60$/);
    await running.stop();
    await expect(fetch(running.endpoint)).rejects.toThrow();
  });

  test('ends with the process that started it, even when that is killed', async () => {
    const { pid, endpoint, parent } = await orphan();
    parent.kill('SIGKILL');
    for (let i = 0; i < 100 && isAlive(pid); i++) await new Promise((resolve) => setTimeout(resolve, 50));
    expect(isAlive(pid)).toBe(false);
    await expect(fetch(endpoint)).rejects.toThrow();
  });
});

test('a port that is taken ends it at once with 2 and the reason', async () => {
  const first = await startCloud({});
  const [program, ...words] = command();
  const second = spawn(program, [...words, '--port', new URL(first.endpoint).port], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let told = '';
  second.stderr.on('data', (data) => {
    told += String(data);
  });
  const patience = setTimeout(() => second.kill('SIGKILL'), 10_000);
  const [code, signal] = await once(second, 'close');
  clearTimeout(patience);
  await first.stop();
  expect({ code, signal }).toEqual({ code: 2, signal: null });
  expect(told).toContain('the local cloud could not start: listen EADDRINUSE');
});

/** A cloud whose parent is not this process. */
async function orphan() {
  const [program, ...words] = command();
  const script = `
    const child = require('node:child_process').spawn(process.argv[1], process.argv.slice(2), { stdio: ['pipe', 'pipe', 'inherit'] });
    child.stdout.once('data', (data) => console.log(JSON.stringify({ pid: child.pid, endpoint: JSON.parse(data).endpoint })));
  `;
  const parent = spawn(process.execPath, ['-e', script, '--', program, ...words, '--json', '--with-parent']);
  const [data] = await once(parent.stdout, 'data');
  return { parent, ...(JSON.parse(String(data)) as { pid: number; endpoint: string }) };
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
