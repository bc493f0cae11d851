import { spawn } from 'node:child_process';
import type { HealthCheck } from '@aws-sdk/client-ecs';

/**
 * A container's health check, really executed on this machine. The container's port is elsewhere here, so
 * `localhost:<containerPort>` in the command is rewritten to the port on which the process listens.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/healthcheck.html
 */
export function healthArgv(healthCheck: HealthCheck, ports: ReadonlyMap<number, number>): string[] | undefined {
  const [kind, ...words] = (healthCheck.command ?? []).map((word) => withRealPorts(word, ports));
  if (kind === undefined || kind === 'NONE') return undefined;
  // Without CMD or CMD-SHELL in front the words are the command: https://github.com/aws/aws-cdk/issues/34389
  if (kind !== 'CMD' && kind !== 'CMD-SHELL') return [kind, ...words];
  if (words.length === 0) return undefined;
  return kind === 'CMD-SHELL' ? ['/bin/sh', '-c', words.join(' ')] : words;
}

export function withRealPorts(text: string, ports: ReadonlyMap<number, number>): string {
  return text.replace(/\b(localhost|127\.0\.0\.1|0\.0\.0\.0):(\d+)\b/g, (whole, _host: string, port: string) => {
    const real = ports.get(Number(port));
    return real === undefined ? whole : `127.0.0.1:${real}`;
  });
}

/** Whether the command exits 0 in time. */
export function runHealthCommand(
  argv: readonly string[],
  env: Readonly<Record<string, string>>,
  timeoutMs: number,
): Promise<boolean> {
  return new Promise((resolve) => {
    const [command = '', ...args] = argv;
    const child = spawn(command, args, { env, stdio: 'ignore', detached: true });
    const timer = setTimeout(() => {
      // Its own group, so that what the shell started ends with it.
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    }, timeoutMs);
    child.on('error', () => {
      clearTimeout(timer);
      resolve(false);
    });
    child.on('exit', (code) => {
      clearTimeout(timer);
      resolve(code === 0);
    });
  });
}
