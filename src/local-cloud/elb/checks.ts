import type { CreateTargetGroupInput, ModifyTargetGroupInput } from '@aws-sdk/client-elastic-load-balancing-v2';
import type { HealthCheck } from './health-checks.js';
import { invalid } from './names.js';

/**
 * What AWS accepts as a target group's health check.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html#health-check-settings
 */

const byDefault: HealthCheck = {
  protocol: 'HTTP',
  port: 'traffic-port',
  path: '/',
  intervalSeconds: 30,
  timeoutSeconds: 5,
  healthyThreshold: 5,
  unhealthyThreshold: 2,
  matcher: '200',
};

/** What is not sent stays as in `before`, or takes its default. @throws AwsError `ValidationError` */
export function checkedHealthCheck(
  input: Partial<CreateTargetGroupInput> | ModifyTargetGroupInput,
  before: HealthCheck = byDefault,
): HealthCheck {
  if (input.HealthCheckEnabled === false) {
    throw invalid('Health check enabled must be true for target groups with target type instance or ip');
  }
  const check: HealthCheck = {
    protocol: input.HealthCheckProtocol ?? before.protocol,
    port: input.HealthCheckPort ?? before.port,
    path: input.HealthCheckPath ?? before.path,
    intervalSeconds: input.HealthCheckIntervalSeconds ?? before.intervalSeconds,
    timeoutSeconds: input.HealthCheckTimeoutSeconds ?? before.timeoutSeconds,
    healthyThreshold: input.HealthyThresholdCount ?? before.healthyThreshold,
    unhealthyThreshold: input.UnhealthyThresholdCount ?? before.unhealthyThreshold,
    matcher: input.Matcher?.HttpCode ?? before.matcher,
  };
  if (check.protocol !== 'HTTP' && check.protocol !== 'HTTPS') {
    throw invalid(`Health check protocol '${check.protocol}' must be one of 'HTTP, HTTPS'`);
  }
  if (check.port !== 'traffic-port' && !isPort(check.port)) {
    throw invalid(`Health check port '${check.port}' must be 'traffic-port' or between 1 and 65535`);
  }
  if (!/^\/[\x21-\x7e]{0,1023}$/.test(check.path)) throw invalid(`Health check path '${check.path}' is not valid`);
  within('Health check interval', check.intervalSeconds, 5, 300);
  within('Health check timeout', check.timeoutSeconds, 2, 120);
  within('Healthy threshold count', check.healthyThreshold, 2, 10);
  within('Unhealthy threshold count', check.unhealthyThreshold, 2, 10);
  if (check.timeoutSeconds >= check.intervalSeconds) {
    throw invalid(
      `Health check timeout '${check.timeoutSeconds}' must be smaller than the interval '${check.intervalSeconds}'`,
    );
  }
  if (!isMatcher(check.matcher))
    throw invalid(`Health check matcher HTTP code '${check.matcher}' must be within '200-499'`);
  return check;
}

function isPort(text: string): boolean {
  return /^\d{1,5}$/.test(text) && Number(text) >= 1 && Number(text) <= 65_535;
}

/** `200`, `200,202` or `200-299`, each from 200 to 499. */
function isMatcher(text: string): boolean {
  return text.split(',').every((part) => {
    const found = /^(\d{3})(?:-(\d{3}))?$/.exec(part);
    if (found === null) return false;
    const low = Number(found[1]);
    const high = Number(found[2] ?? found[1]);
    return low >= 200 && high <= 499 && low <= high;
  });
}

function within(what: string, value: number, least: number, most: number): void {
  if (!Number.isInteger(value) || value < least || value > most) {
    throw invalid(`${what} '${value}' must be between ${least} and ${most}`);
  }
}
