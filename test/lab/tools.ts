import { execFile } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { describe, test } from '@jest/globals';

/** The checkout. */
export const root = resolve(import.meta.dirname, '../..');

/** Where `.ci/lab` puts what it installs. What is in PATH anyway counts too. */
const lab = process.env.SLUICE_LAB ?? join(homedir(), '.cache/sluice-lab');
export const labPath = [join(lab, 'bin'), join(lab, 'venv/bin'), process.env.PATH ?? ''].join(delimiter);

function placeOf(tool: string): string | undefined {
  return labPath
    .split(delimiter)
    .map((folder) => join(folder, tool))
    .find((path) => {
      try {
        accessSync(path, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });
}

/** Where a program of the lab is. Throws Error when it is not there. */
export function labTool(tool: string): string {
  const place = placeOf(tool);
  if (place === undefined) throw new Error(`${tool} cannot be found: .ci/lab installs what the lab needs`);
  return place;
}

/** `describe` for tests that run programs of the lab. Without them it is skipped and says why; in CI it fails. */
export function describeWith(tools: readonly string[], name: string, body: () => void): void {
  const missing = tools.filter((tool) => placeOf(tool) === undefined);
  if (missing.length === 0) {
    describe(name, body);
    return;
  }
  const reason = `${missing.join(' and ')} cannot be found: .ci/lab installs what the lab needs`;
  if (process.env.CI === 'true') {
    describe(name, () => {
      test('finds the programs it needs', () => {
        throw new Error(reason);
      });
    });
  } else {
    process.stderr.write(`Skipped, ${name}: ${reason}\n`);
    describe.skip(name, body);
  }
}

export interface Ended {
  /** Null when it was killed, which is what happens when it takes too long. */
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a program of the lab to its end, at most `limitMs` long. */
export function run(
  program: string,
  words: readonly string[],
  options: { cwd?: string; env?: Readonly<Record<string, string>>; input?: string; limitMs?: number } = {},
): Promise<Ended> {
  const { cwd = root, env = {}, input = '', limitMs = 60_000 } = options;
  return new Promise((ended, failed) => {
    const child = execFile(
      program,
      [...words],
      {
        cwd,
        env: { ...process.env, PATH: labPath, ...env },
        timeout: limitMs,
        killSignal: 'SIGKILL',
        maxBuffer: 64 * 1024 * 1024,
      },
      (error, stdout, stderr) => {
        if (error !== null && typeof error.code === 'string') {
          failed(error); // It could not be started at all.
          return;
        }
        ended({ exitCode: child.exitCode, stdout, stderr });
      },
    );
    // A program that needs no input may be gone before it is written: its exit status tells, not the pipe.
    child.stdin?.on('error', () => {});
    child.stdin?.end(input);
  });
}
