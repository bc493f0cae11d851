/**
 * How the catalogue app behaves. Set once by environment variables (docs/local-cloud-app.md) and changed while it runs
 * by the faults that the local cloud's admin calls send over IPC. Pure: the program reads the clock and the dice.
 */
export interface Behaviour {
  version: string;
  /** Real milliseconds a request takes, for requests are real even where the cloud's time is sped up. */
  latencyMs: number;
  latencyJitterMs: number;
  /** 0..1 of the requests that are no health checks. */
  errorShare: number;
  errorStatus: number;
  /** Cloud milliseconds from the start of the process until it listens. */
  startDelayMs: number;
  /** Cloud milliseconds of listening after which the process exits. */
  crashAfterMs: number | undefined;
  crashAfterRequests: number | undefined;
  /** The process exits with this code before it listens. */
  crashAtStart: number | undefined;
  crashExitCode: number;
  healthPaths: readonly string[];
  healthStatus: number;
  /** Cloud milliseconds of listening during which health checks get 503. */
  healthyAfterMs: number;
  neverHealthy: boolean;
  memoryMb: number;
  sigtermExitCode: number;
  ignoresSigterm: boolean;
  logs: 'requests' | 'errors' | 'none';
  poolSize: number;
}

/** What an admin call may change in a running app. A member that is `null` goes back to what the environment says. */
export interface AppFault {
  errorShare?: number;
  errorStatus?: number;
  latencyMs?: number;
  latencyJitterMs?: number;
  crashAfterRequests?: number;
  crashAfterMs?: number;
  neverHealthy?: boolean;
  /** What it takes beyond what it has taken already. Memory is never given back. */
  memoryMb?: number;
}

type Environment = Readonly<Record<string, string | undefined>>;

const DEFAULT_HEALTH_PATHS = ['/health', '/healthz', '/actuator/health'];

/** Throws when a variable is set to something that is no number: a typo must not become a default. */
function numberOf(env: Environment, name: string, fallback: number): number {
  const text = env[name];
  if (text === undefined || text === '') return fallback;
  const value = Number(text);
  if (!Number.isFinite(value) || value < 0)
    throw new RangeError(`${name} must be a number of at least 0, not "${text}"`);
  return value;
}

function optionalNumberOf(env: Environment, name: string): number | undefined {
  return env[name] === undefined || env[name] === '' ? undefined : numberOf(env, name, 0);
}

const claimOf = (env: Environment, name: string) => env[name] === 'true' || env[name] === '1';

export function behaviourFrom(env: Environment): Behaviour {
  const errorShare = numberOf(env, 'APP_ERROR_SHARE', 0);
  if (errorShare > 1) throw new RangeError(`APP_ERROR_SHARE must lie between 0 and 1, not ${errorShare}`);
  const healthPath = env.HEALTH_PATH;
  const logs = env.APP_LOG ?? 'errors';
  if (logs !== 'requests' && logs !== 'errors' && logs !== 'none') {
    throw new RangeError(`APP_LOG must be requests, errors or none, not "${logs}"`);
  }
  return {
    version: env.APP_VERSION || env.SLUICE_IMAGE_VERSION || 'latest',
    latencyMs: numberOf(env, 'APP_LATENCY_MS', 0),
    latencyJitterMs: numberOf(env, 'APP_LATENCY_JITTER_MS', 0),
    errorShare,
    errorStatus: numberOf(env, 'APP_ERROR_STATUS', 500),
    startDelayMs: numberOf(env, 'APP_START_DELAY_MS', 0),
    crashAfterMs: optionalNumberOf(env, 'APP_CRASH_AFTER_MS'),
    crashAfterRequests: optionalNumberOf(env, 'APP_CRASH_AFTER_REQUESTS'),
    crashAtStart: optionalNumberOf(env, 'APP_CRASH_AT_START'),
    crashExitCode: numberOf(env, 'APP_CRASH_EXIT_CODE', 1),
    healthPaths: healthPath ? [healthPath] : DEFAULT_HEALTH_PATHS,
    healthStatus: numberOf(env, 'HEALTH_STATUS', 200),
    healthyAfterMs: numberOf(env, 'APP_HEALTHY_AFTER_MS', 0),
    neverHealthy: claimOf(env, 'APP_NEVER_HEALTHY'),
    memoryMb: numberOf(env, 'APP_MEMORY_MB', 0),
    sigtermExitCode: numberOf(env, 'APP_SIGTERM_EXIT_CODE', 0),
    ignoresSigterm: claimOf(env, 'APP_IGNORE_SIGTERM'),
    logs,
    poolSize: numberOf(env, 'APP_POOL_SIZE', 10),
  };
}

/** The environment's behaviour with a fault over it. */
export function withFault(base: Behaviour, fault: AppFault): Behaviour {
  const told = Object.entries(fault).filter(([, value]) => value !== undefined && value !== null);
  return { ...base, ...Object.fromEntries(told) };
}

/** A load balancer's probe says so in its user agent; anything else is a health check by its path. */
export function isHealthCheck(behaviour: Behaviour, path: string, userAgent: string | undefined): boolean {
  return behaviour.healthPaths.includes(path) || (userAgent ?? '').startsWith('ELB-HealthChecker/');
}

/**
 * Says of each request whether it fails, so that after n requests the failures differ from share × n by less than one:
 * a rehearsal of "20 % errors" then shows 20 %, not what the dice gave.
 */
export class ErrorShare {
  private owed: number;

  constructor(startingAt = Math.random()) {
    this.owed = startingAt;
  }

  fails(share: number): boolean {
    this.owed += share;
    if (this.owed < 1) return false;
    this.owed -= 1;
    return true;
  }
}
