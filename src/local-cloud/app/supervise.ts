import { spawn } from 'node:child_process';
import { constants } from 'node:os';

/**
 * Runs a container's command as the only tenant of this process group and reports how it ended. When the local cloud
 * goes away, however it ends, the IPC channel closes and the whole group is killed: no command outlives its cloud.
 * (A command that leaves the group by `setsid` can; a container could not.)
 */
export function supervise(argv: readonly string[]): void {
  const [command, ...args] = argv;
  if (command === undefined) process.exit(64);
  const killGroup = () => process.kill(-process.pid, 'SIGKILL');
  const report = (message: object) => {
    // As when a container's first process exits: whatever it left behind goes with it.
    if (process.connected) process.send?.(message, killGroup);
    else killGroup();
  };
  process.on('disconnect', killGroup);

  // Before the command starts: a signal that came in between would end this process and leave the command behind.
  let wanted: NodeJS.Signals | undefined;
  let forward = (signal: NodeJS.Signals) => {
    wanted = signal;
  };
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => forward(signal));

  const child = spawn(command, args, { stdio: ['ignore', 'inherit', 'inherit'] });
  forward = (signal) => void child.kill(signal);
  if (wanted !== undefined) forward(wanted);
  child.on('spawn', () => process.send?.({ started: true }));
  child.on('error', (error: NodeJS.ErrnoException) => report({ failed: error.code ?? error.message }));
  // 128 + n is how a container runtime reports a process that a signal ended.
  child.on('exit', (code, signal) => report({ exited: code ?? 128 + (signal ? constants.signals[signal] : 0) }));
}
