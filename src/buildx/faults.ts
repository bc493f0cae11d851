import { DeployFailed, Interrupted } from '../ports/ended-badly.js';
import type { ChildEnd } from './process.js';
import { plainText } from './words.js';

interface Known {
  readonly pattern: RegExp;
  readonly what: (found: RegExpExecArray) => string;
}

/** What Docker and buildx say, and what to do about it. The first that matches is told. */
const KNOWN: readonly Known[] = [
  {
    // `unknown command` since Docker 28, `unknown flag` where the flag came before it was looked at.
    pattern: /'buildx' is not a docker command|unknown command: docker buildx|unknown flag: --(?:builder|bootstrap)/,
    what: () =>
      "Docker has no buildx here. Put docker/setup-buildx-action before this step, or install Docker's buildx plugin",
  },
  {
    pattern: /permission denied while trying to connect to the (?:Docker daemon|docker API)/i,
    what: () => 'This user may not use the Docker Engine: add it to the group `docker`, or run the job as one who may',
  },
  {
    pattern:
      /Cannot connect to the Docker daemon at (?<where>\S+?)\. |failed to connect to the docker API at (?<at>[^\s;]+)/,
    what: ({ groups }) =>
      `The Docker Engine does not answer at ${groups?.where ?? groups?.at}: start it, name another with DOCKER_HOST, or name a builder elsewhere`,
  },
  {
    pattern: /no builder "(?<name>[^"]+)" found|instance "(?<other>[^"]+)" not found/,
    what: ({ groups }) =>
      `There is no builder called ${groups?.name ?? groups?.other}: \`docker buildx ls\` lists those that there are`,
  },
];

/** A command of Docker's that did not end well, as an error that says what to do. */
export function dockerFault(deed: string, { exitCode, stdout, stderr, isTimedOut, isCancelled }: ChildEnd): Error {
  const said = lastWords(`${stdout}\n${stderr}`);
  if (isCancelled) return new Interrupted(`${deed}: it was cancelled`);
  if (isTimedOut)
    return new DeployFailed(`${deed}: Docker did not answer in time${said === '' ? '' : `. It said: ${said}`}`);
  const known = knownFault(`${stdout}\n${stderr}`);
  return new DeployFailed(known ?? `${deed}: docker ended with ${exitCode}${said === '' ? '' : `: ${said}`}`);
}

/** What is known of a text that Docker wrote. */
export function knownFault(text: string): string | undefined {
  for (const { pattern, what } of KNOWN) {
    const found = pattern.exec(text);
    if (found !== null) return what(found);
  }
  return undefined;
}

/** That a program cannot be started. */
export function startFault(command: string, error: unknown): unknown {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT') {
    return new DeployFailed(
      `There is no program called ${command} on this machine. Use a runner that has Docker, as GitHub's Ubuntu runners do, or put docker/setup-docker-action before this step`,
      { cause: error },
    );
  }
  if (code === 'EACCES')
    return new DeployFailed(`The program ${command} may not be run by this user`, { cause: error });
  if (code === 'E2BIG') {
    return new DeployFailed(
      'The secrets of the build and the environment are more than a program can be started with. Give large ones as files',
      { cause: error },
    );
  }
  return error;
}

const lastWords = (text: string): string =>
  plainText(text)
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('time='))
    .slice(-5)
    .join('\n')
    .trim();
