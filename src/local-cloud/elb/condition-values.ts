import { isIP, isIPv4 } from 'node:net';
import type { RuleCondition } from '@aws-sdk/client-elastic-load-balancing-v2';
import { AwsError } from '../contract.js';

/**
 * What AWS accepts as a rule's conditions.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_RuleCondition.html
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-limits.html (5 values per rule)
 */

const fields = ['host-header', 'http-header', 'http-request-method', 'path-pattern', 'query-string', 'source-ip'];
const once = new Set(['host-header', 'http-request-method', 'path-pattern', 'source-ip']);

/** The values of a condition wherever they stand: in `Values` or in the field's own config. */
export function valuesOf(condition: RuleCondition): { values: string[]; regexValues: string[] } {
  const config: { Values?: string[] | undefined; RegexValues?: string[] | undefined } | undefined =
    condition.HostHeaderConfig ??
    condition.PathPatternConfig ??
    condition.HttpHeaderConfig ??
    condition.HttpRequestMethodConfig ??
    condition.SourceIpConfig;
  return {
    values: [...(condition.Values ?? []), ...(config?.Values ?? [])],
    regexValues: [...(condition.RegexValues ?? []), ...(config?.RegexValues ?? [])],
  };
}

/**
 * Checks a rule's conditions and answers them as Describe calls show them: `Values` and the field's config filled
 * alike for paths and hosts.
 * @throws AwsError `ValidationError`, or `InvalidConfigurationRequest` for more values than a rule may have
 */
export function checkedConditions(conditions: readonly RuleCondition[] | undefined): RuleCondition[] {
  if (conditions === undefined || conditions.length === 0) throw invalid('A condition must be specified');
  const seen = new Set<string>();
  let count = 0;
  const checked = conditions.map((condition) => {
    const field = condition.Field ?? '';
    if (!fields.includes(field)) {
      throw invalid(`Condition field '${field}' must be one of '[${fields.join(', ')}]'`);
    }
    if (once.has(field) && seen.has(field)) throw invalid(`A rule can only have one '${field}' condition`);
    seen.add(field);
    const { values, regexValues } = valuesOf(condition);
    const size = field === 'query-string' ? (condition.QueryStringConfig?.Values ?? []).length : values.length;
    if (size + regexValues.length === 0) throw invalid('A condition value must be specified');
    count += size + regexValues.length;
    checkValues(field, condition, values, regexValues);
    return shown(field, condition, values, regexValues);
  });
  if (count > 5) throw invalid("A rule can only have '5' condition values");
  return checked;
}

function checkValues(field: string, condition: RuleCondition, values: string[], regexValues: string[]): void {
  for (const value of [...values, ...regexValues]) {
    if (value === '') throw invalid('The condition value cannot be empty');
    if (value.length > 128) throw invalid(`The '${field}' value is too long; the limit is '128'`);
  }
  for (const value of regexValues) {
    try {
      new RegExp(value);
    } catch {
      throw invalid(`The regular expression '${value}' is not valid`);
    }
  }
  if (field === 'path-pattern') {
    for (const value of values) {
      if (!/^[A-Za-z0-9_\-.$/~"'@:+&*?=%,;!()]+$/.test(value)) {
        throw invalid(`The path pattern '${value}' contains characters that are not valid`);
      }
    }
  }
  if (field === 'host-header') {
    for (const value of values) {
      if (!/^[A-Za-z0-9\-.*?]+$/.test(value) || !value.includes('.')) {
        throw invalid(`The host name '${value}' is not valid`);
      }
    }
  }
  if (field === 'http-header') {
    const name = condition.HttpHeaderConfig?.HttpHeaderName ?? '';
    if (!/^[!#$%&'*+\-.^_`|~0-9A-Za-z]{1,40}$/.test(name)) throw invalid(`The HTTP header name '${name}' is not valid`);
    if (name.toLowerCase() === 'host') throw invalid("The HTTP header name 'host' is not supported; use host-header");
  }
  if (field === 'http-request-method') {
    for (const value of values) {
      if (!/^[A-Z_-]{1,40}$/.test(value)) throw invalid(`The HTTP request method '${value}' is not valid`);
    }
  }
  if (field === 'source-ip') {
    for (const value of values) if (!isCidr(value)) throw invalid(`The CIDR block '${value}' is not valid`);
  }
}

function isCidr(text: string): boolean {
  const [address = '', prefix = ''] = text.split('/');
  if (isIP(address) === 0 || !/^\d{1,3}$/.test(prefix)) return false;
  return Number(prefix) <= (isIPv4(address) ? 32 : 128);
}

function shown(field: string, condition: RuleCondition, values: string[], regexValues: string[]): RuleCondition {
  const regex = regexValues.length > 0 ? { RegexValues: regexValues } : {};
  if (field === 'path-pattern') {
    return { Field: field, Values: values, ...regex, PathPatternConfig: { Values: values, ...regex } };
  }
  if (field === 'host-header') {
    return { Field: field, Values: values, ...regex, HostHeaderConfig: { Values: values, ...regex } };
  }
  return structuredClone(condition);
}

function invalid(message: string): AwsError {
  return new AwsError('ValidationError', message);
}
