import { BlockList, isIPv6 } from 'node:net';
import type { RuleCondition } from '@aws-sdk/client-elastic-load-balancing-v2';
import { valuesOf } from './condition-values.js';

/**
 * Does a request meet a rule's conditions? Pure. All conditions must hold; within one, any of its values.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/rule-condition-types.html
 */

/** What the conditions look at. */
export interface RequestFacts {
  readonly method: string;
  /** Without the query string. */
  readonly path: string;
  /** After the `?`, without it. */
  readonly query: string;
  /** The Host header without its port. */
  readonly host: string;
  readonly sourceIp: string;
  /** Name, value, name, value… as Node gives them. */
  readonly rawHeaders: readonly string[];
}

export type Match = (facts: RequestFacts) => boolean;

/** `*` is any run of characters, `?` exactly one; with `escapes`, `\*` and `\?` are themselves. */
export function wildcard(pattern: string, options: { ignoreCase?: boolean; escapes?: boolean } = {}): RegExp {
  let source = '';
  for (let i = 0; i < pattern.length; i++) {
    const char = pattern[i] as string;
    const next = pattern[i + 1];
    if (options.escapes && char === '\\' && (next === '*' || next === '?')) {
      source += `\\${next}`;
      i++;
    } else if (char === '*') source += '.*';
    else if (char === '?') source += '.';
    else source += char.replace(/[\\^$.+()[\]{}|/-]/, '\\$&');
  }
  return new RegExp(`^${source}$`, options.ignoreCase ? 'is' : 's');
}

export function compileConditions(conditions: readonly RuleCondition[]): Match {
  const matches = conditions.map(compileCondition);
  if (matches.length === 1) return matches[0] as Match;
  return (facts) => matches.every((match) => match(facts));
}

function compileCondition(condition: RuleCondition): Match {
  switch (condition.Field) {
    case 'path-pattern': {
      const patterns = textPatterns(condition, false);
      return ({ path }) => patterns.some((pattern) => pattern.test(path));
    }
    case 'host-header': {
      const patterns = textPatterns(condition, true);
      return ({ host }) => patterns.some((pattern) => pattern.test(host));
    }
    case 'http-header': {
      const name = (condition.HttpHeaderConfig?.HttpHeaderName ?? '').toLowerCase();
      const patterns = textPatterns(condition, true);
      return ({ rawHeaders }) =>
        headerValues(rawHeaders, name).some((value) => patterns.some((pattern) => pattern.test(value)));
    }
    case 'http-request-method': {
      const methods = new Set(condition.HttpRequestMethodConfig?.Values);
      return ({ method }) => methods.has(method);
    }
    case 'query-string':
      return queryMatch(condition);
    case 'source-ip':
      return sourceMatch(condition.SourceIpConfig?.Values ?? []);
    default:
      return () => false;
  }
}

/** A condition's wildcard values and regular expressions, ready to test. Regular expressions match anywhere. */
function textPatterns(condition: RuleCondition, ignoreCase: boolean): RegExp[] {
  const { values, regexValues } = valuesOf(condition);
  return [
    ...values.map((value) => wildcard(value, { ignoreCase })),
    ...regexValues.map((value) => new RegExp(value, ignoreCase ? 'i' : '')),
  ];
}

function headerValues(rawHeaders: readonly string[], name: string): string[] {
  const found: string[] = [];
  for (let i = 0; i + 1 < rawHeaders.length; i += 2) {
    if (rawHeaders[i]?.toLowerCase() === name) found.push(rawHeaders[i + 1] as string);
  }
  return found;
}

function queryMatch(condition: RuleCondition): Match {
  const wanted = (condition.QueryStringConfig?.Values ?? []).map(({ Key, Value }) => ({
    key: Key === undefined || Key === '' ? undefined : wildcard(Key, { ignoreCase: true, escapes: true }),
    value: wildcard(Value ?? '', { ignoreCase: true, escapes: true }),
  }));
  return ({ query }) => {
    if (query === '') return false;
    const pairs = [...new URLSearchParams(query)];
    return wanted.some(({ key, value }) =>
      pairs.some(([name, text]) => (key === undefined || key.test(name)) && value.test(text)),
    );
  };
}

/** Matched on the connection's address, never on X-Forwarded-For. */
function sourceMatch(cidrs: readonly string[]): Match {
  const blocks = new BlockList();
  for (const cidr of cidrs) {
    const [address = '', prefix = ''] = cidr.split('/');
    blocks.addSubnet(address, Number(prefix), isIPv6(address) ? 'ipv6' : 'ipv4');
  }
  return ({ sourceIp }) => blocks.check(sourceIp, isIPv6(sourceIp) ? 'ipv6' : 'ipv4');
}
