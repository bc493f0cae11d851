import { invalid } from './names.js';

/**
 * Attributes of load balancers, target groups and listeners: their defaults and ranges.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_LoadBalancerAttribute.html
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_TargetGroupAttribute.html
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_ListenerAttribute.html
 */

interface Rule {
  readonly default: string;
  readonly accepts: (value: string) => boolean;
  readonly accepted: string;
}

const boolean = (by: boolean): Rule => oneOf(String(by), 'true', 'false');
const text = (by = ''): Rule => ({ default: by, accepts: () => true, accepted: 'text' });

function oneOf(by: string, ...values: string[]): Rule {
  const all = [...new Set([by, ...values])];
  return { default: by, accepts: (value) => all.includes(value), accepted: `one of [${all.join(', ')}]` };
}

function range(by: number, least: number, most: number, ...words: string[]): Rule {
  return {
    default: String(by),
    accepts: (value) =>
      words.includes(value) || (/^\d+$/.test(value) && Number(value) >= least && Number(value) <= most),
    accepted: [`between ${least} and ${most}`, ...words].join(' or '),
  };
}

const loadBalancer: Record<string, Rule> = {
  'access_logs.s3.enabled': boolean(false),
  'access_logs.s3.bucket': text(),
  'access_logs.s3.prefix': text(),
  'client_keep_alive.seconds': range(3600, 60, 604_800),
  'connection_logs.s3.enabled': boolean(false),
  'connection_logs.s3.bucket': text(),
  'connection_logs.s3.prefix': text(),
  'deletion_protection.enabled': boolean(false),
  'health_check_logs.s3.enabled': boolean(false),
  'health_check_logs.s3.bucket': text(),
  'health_check_logs.s3.prefix': text(),
  'idle_timeout.timeout_seconds': range(60, 1, 4000),
  'ipv6.deny_all_igw_traffic': boolean(false),
  'load_balancing.cross_zone.enabled': oneOf('true'),
  'routing.http.desync_mitigation_mode': oneOf('defensive', 'monitor', 'strictest'),
  'routing.http.drop_invalid_header_fields.enabled': boolean(false),
  'routing.http.preserve_host_header.enabled': boolean(false),
  'routing.http.x_amzn_tls_version_and_cipher_suite.enabled': boolean(false),
  'routing.http.xff_client_port.enabled': boolean(false),
  'routing.http.xff_header_processing.mode': oneOf('append', 'preserve', 'remove'),
  'routing.http2.enabled': boolean(true),
  'waf.fail_open.enabled': boolean(false),
  'zonal_shift.config.enabled': boolean(false),
};

const targetGroup: Record<string, Rule> = {
  'deregistration_delay.timeout_seconds': range(300, 0, 3600),
  'load_balancing.algorithm.anomaly_mitigation': oneOf('off', 'on'),
  'load_balancing.algorithm.type': oneOf('round_robin', 'least_outstanding_requests', 'weighted_random'),
  'load_balancing.cross_zone.enabled': oneOf('use_load_balancer_configuration', 'true', 'false'),
  // 0 switches slow start off: its default, outside the range of 30 to 900.
  'slow_start.duration_seconds': range(0, 30, 900, '0'),
  'stickiness.app_cookie.cookie_name': text(),
  'stickiness.app_cookie.duration_seconds': range(86_400, 1, 604_800),
  'stickiness.enabled': boolean(false),
  'stickiness.lb_cookie.duration_seconds': range(86_400, 1, 604_800),
  'stickiness.type': oneOf('lb_cookie', 'app_cookie'),
  'target_group_health.dns_failover.minimum_healthy_targets.count': range(1, 1, 10_000, 'off'),
  'target_group_health.dns_failover.minimum_healthy_targets.percentage': { ...range(1, 1, 100, 'off'), default: 'off' },
  'target_group_health.unhealthy_state_routing.minimum_healthy_targets.count': range(1, 1, 10_000),
  'target_group_health.unhealthy_state_routing.minimum_healthy_targets.percentage': {
    ...range(1, 1, 100, 'off'),
    default: 'off',
  },
};

const mtls = ['_serial_number', '_issuer', '_subject', '_validity', '_leaf', ''].map(
  (part) => `routing.http.request.x_amzn_mtls_clientcert${part}.header_name`,
);
const headers = [
  'strict_transport_security',
  'access_control_allow_origin',
  'access_control_allow_methods',
  'access_control_allow_headers',
  'access_control_allow_credentials',
  'access_control_expose_headers',
  'access_control_max_age',
  'content_security_policy',
  'x_content_type_options',
  'x_frame_options',
].map((name) => `routing.http.response.${name}.header_value`);

const listener: Record<string, Rule> = {
  'routing.http.response.server.enabled': boolean(true),
  ...Object.fromEntries(
    [
      ...mtls,
      ...headers,
      'routing.http.request.x_amzn_tls_version.header_name',
      'routing.http.request.x_amzn_tls_cipher_suite.header_name',
    ].map((key) => [key, text()]),
  ),
};

const tables = { 'load balancer': loadBalancer, 'target group': targetGroup, listener };
type Owner = keyof typeof tables;

export type Attributes = Map<string, string>;

export function defaultAttributes(owner: Owner): Attributes {
  return new Map(Object.entries(tables[owner]).map(([key, rule]) => [key, rule.default]));
}

/**
 * Takes over what a Modify…Attributes call sends, all or nothing.
 * @throws AwsError `ValidationError` for an unknown key, a key given twice, or a value out of its range
 */
export function modifyAttributes(
  owner: Owner,
  attributes: Attributes,
  changes: readonly { Key?: string | undefined; Value?: string | undefined }[],
): void {
  const next = new Map<string, string>();
  for (const { Key: key = '', Value: value = '' } of changes) {
    const rule = tables[owner][key];
    if (rule === undefined) throw invalid(`${capital(owner)} attribute key '${key}' is not recognized`);
    if (next.has(key)) throw invalid(`${capital(owner)} attribute key '${key}' was provided multiple times`);
    if (!rule.accepts(value)) {
      throw invalid(`${capital(owner)} attribute '${key}' value '${value}' must be ${rule.accepted}`);
    }
    next.set(key, value);
  }
  for (const [key, value] of next) attributes.set(key, value);
}

export function attributeList(attributes: Attributes): { Key: string; Value: string }[] {
  return [...attributes].map(([Key, Value]) => ({ Key, Value }));
}

export function numberOf(attributes: Attributes, key: string): number {
  return Number(attributes.get(key));
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
