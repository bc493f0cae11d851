import { type AppFault, type Behaviour, behaviourFrom, withFault } from './behaviour.js';
import { AppServer } from './server.js';
import { supervise } from './supervise.js';

/**
 * The program behind every image of the local cloud's catalogue: `node app.js` is a small HTTP service whose behaviour
 * environment variables set, `node app.js supervise -- command…` runs a container's own command.
 * docs/local-cloud-app.md says what each variable does.
 */
const env = process.env;
const speed = Number(env.SLUICE_CLOCK_SPEED ?? 1) || 1;

function runApp(): void {
  // The cloud holds the other end of this channel. When it is gone, so is the app, even if the cloud was killed.
  if (process.connected) process.on('disconnect', () => process.exit(0));

  let base: Behaviour;
  try {
    base = behaviourFrom(env);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(64);
  }
  let behaviour = base;
  // The container counts as started from here: how long Node itself takes to boot is no property of the app.
  const { crashAtStart } = base;
  const told = () => {
    if (crashAtStart === undefined) return;
    console.error(`${base.version}: exiting at start with code ${crashAtStart}`);
    process.exit(crashAtStart);
  };
  if (process.send) process.send({ started: true }, told);
  else told();
  if (crashAtStart !== undefined) return;

  const ballast: Buffer[] = [];
  let takenMb = 0;
  /** Takes memory until it is so much, and says so: whoever limits this container looks at once. */
  const take = (memoryMb: number) => {
    if (memoryMb <= takenMb) return;
    ballast.push(Buffer.alloc((memoryMb - takenMb) * 1024 * 1024, 1));
    takenMb = memoryMb;
    process.send?.({ takenMb });
  };
  take(base.memoryMb);
  const crash = (why: string): never => {
    console.error(`${behaviour.version}: crashing ${why} with code ${behaviour.crashExitCode}`);
    process.exit(behaviour.crashExitCode);
  };
  let listeningSince: number | undefined;
  let crashTimer: NodeJS.Timeout | undefined;
  const armCrash = () => {
    clearTimeout(crashTimer);
    const after = behaviour.crashAfterMs;
    if (after !== undefined && listeningSince !== undefined) {
      crashTimer = setTimeout(() => crash(`after ${after} ms`), after / speed);
    }
  };
  const hasWarmedUp = () =>
    listeningSince !== undefined && Date.now() - listeningSince >= behaviour.healthyAfterMs / speed;
  const app = new AppServer(
    () => behaviour,
    env.SLUICE_TASK_ID ?? '',
    hasWarmedUp,
    crash,
    (line) => console.log(line),
  );

  process.on('message', (message: { fault?: AppFault }) => {
    if (message.fault === undefined) return;
    behaviour = withFault(base, message.fault);
    take(behaviour.memoryMb);
    armCrash();
  });
  process.on('SIGTERM', () => {
    if (behaviour.ignoresSigterm) return;
    console.log(`${behaviour.version}: SIGTERM, finishing requests in flight`);
    app.close().then(() => process.exit(behaviour.sigtermExitCode));
  });

  const listen = async () => {
    // "8080=41234,9090=0": container port = port to listen on.
    const wanted = (env.SLUICE_LISTEN ?? `${env.PORT ?? 0}=${env.PORT ?? 0}`).split(',').map((pair) => pair.split('='));
    const listening: Record<string, number> = {};
    for (const [containerPort, port] of wanted) listening[`${containerPort}`] = await app.listen(Number(port));
    listeningSince = Date.now();
    armCrash();
    console.log(
      `${behaviour.version}: listening${ballast.length === 0 ? '' : ` with ${takenMb} MB`} on ${JSON.stringify(listening)}`,
    );
    process.send?.({ listening });
  };
  setTimeout(() => {
    listen().catch((error: unknown) => crash(`for ${error}`));
  }, base.startDelayMs / speed);
}

if (process.argv[2] === 'supervise') supervise(process.argv.slice(process.argv[3] === '--' ? 4 : 3));
else runApp();
