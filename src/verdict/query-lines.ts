import { parseDuration } from '../spec/duration.js';
import { type Reading, read, wrong } from '../spec/kind.js';
import type { Operator, Query } from './queries.js';
import { topLevelOf } from './query-text.js';

/** What a line's comparison says: what must hold, or, as the rule of an alert does, what is wrong. */
export type Says = 'health' | 'trouble';

const opposites: Readonly<Record<Operator, Operator>> = {
  '<': '>=',
  '<=': '>',
  '>': '<=',
  '>=': '<',
  '==': '!=',
  '!=': '==',
};
const flipped: Readonly<Record<Operator, Operator>> = {
  '<': '>',
  '<=': '>=',
  '>': '<',
  '>=': '<=',
  '==': '==',
  '!=': '!=',
};
const isOperator = (text: string): text is Operator => text in opposites;
/** What is written for an operator elsewhere. */
const slips: Readonly<Record<string, Operator>> = {
  '=': '==',
  '=>': '>=',
  '=<': '<=',
  '<>': '!=',
  '≤': '<=',
  '≥': '>=',
  '≠': '!=',
};

const comparison = /=~|!~|==|!=|<=|>=|=>|=<|<>|[<>=≤≥≠]/g;
const number = /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i;

/**
 * `name: expression < 0.05 for 2m`, the name and `for` being optional. The expression is everything up to the last
 * comparison outside brackets and quotes. `p95 of METRIC` stands for that quantile of a histogram, each series by itself.
 */
export function parseQuery(line: string, says: Says): Reading<Query> {
  const named = /^([A-Za-z0-9_][\w.-]*):\s+(?=\S)/.exec(line);
  const body = line.slice(named?.[0].length ?? 0);
  const prefix = named?.[0] ?? '';
  const again = <T>(reading: Reading<T>): Reading<T> =>
    reading.ok || reading.suggestion === undefined ? reading : { ...reading, suggestion: prefix + reading.suggestion };

  const top = topLevelOf(body);
  if ('problem' in top) return wrong(top.problem);
  if (named === null && /:\s/.test(top.text))
    return wrong('has a name with more than letters, digits, dots, - and _ in it');
  const glued = /^([A-Za-z0-9_.-]+):([a-z_]+\s*\(.*)$/.exec(body);
  if (named === null && glued !== null)
    return wrong('has no blank after the colon of its name', `${glued[1]}: ${glued[2]}`);

  const lasting = cutFor(body, top.text);
  if (!lasting.ok) return again(lasting);
  const { condition, forMs } = lasting.value;
  const compared = cutComparison(condition, top.text.slice(0, condition.length));
  if (!compared.ok) return again(compared);
  const { expression, operator, threshold, limit } = compared.value;
  const text = `${expression} ${operator} ${limit}`;
  return read({
    name: named?.[1] ?? text,
    text,
    expression: asked(expression),
    holds: says === 'health' ? operator : opposites[operator],
    threshold,
    forMs,
  });
}

function cutFor(body: string, top: string): Reading<{ condition: string; forMs: number }> {
  const at = top.search(/\sfor\b(?!.*\sfor\b)/i);
  if (at === -1) return read({ condition: body.trimEnd(), forMs: 0 });
  const condition = body.slice(0, at).trimEnd();
  const given = body
    .slice(at)
    .replace(/^\s+for:?\s*/i, '')
    .trim();
  const lasting = parseDuration(given);
  if (lasting.ok) return read({ condition, forMs: lasting.value });
  const meant = lasting.suggestion === undefined ? undefined : `${condition} for ${lasting.suggestion}`;
  return wrong(`has no duration such as 2m after "for": ${JSON.stringify(given)} ${lasting.wrong}`, meant);
}

interface Compared {
  readonly expression: string;
  readonly operator: Operator;
  readonly threshold: number;
  /** The threshold as it was written. */
  readonly limit: string;
}

function cutComparison(condition: string, top: string): Reading<Compared> {
  const found = [...top.matchAll(comparison)];
  const last = found.at(-1);
  if (last === undefined) {
    const inside = /^\((.*[<>=].*)\)$/s.exec(condition)?.[1]?.trim();
    return wrong('compares with nothing: it must end like < 0.05', inside);
  }
  const [operator] = last;
  const expression = condition.slice(0, last.index).trim();
  const limit = condition.slice(last.index + operator.length).trim();
  if (!isOperator(operator)) {
    const meant = slips[operator];
    return wrong(`compares with ${operator}`, meant === undefined ? undefined : `${expression} ${meant} ${limit}`);
  }
  if (expression === '') return wrong(`has nothing before ${operator}`);
  const threshold = thresholdOf(limit);
  if (threshold === undefined) return wrong(...wrongLimit(expression, operator, limit));
  if (number.test(expression)) return wrong('compares two numbers and asks nothing');
  const before = found.slice(0, -1).find((other) => !/^\s*bool\b/.test(top.slice(other.index + other[0].length)));
  if (before !== undefined)
    return wrong('compares twice: put brackets around what belongs together, or write two lines');
  const joined = /\b(and|or|unless)\b/i.exec(top.slice(0, last.index))?.[1];
  if (joined !== undefined) {
    const clear = `(${expression}) ${operator} ${limit}`;
    return wrong(`joins with "${joined}", which PromQL does after comparing: put brackets around it`, clear);
  }
  return read({ expression, operator, threshold, limit });
}

/** A number, or a time in the unit that Prometheus has for it: seconds. https://prometheus.io/docs/practices/naming/#base-units */
function thresholdOf(limit: string): number | undefined {
  const time = /^(\S+?)\s*(ms|s)$/.exec(limit);
  const digits = time?.[1] ?? limit;
  if (!number.test(digits)) return undefined;
  return time?.[2] === 'ms' ? Number(digits) / 1000 : Number(digits);
}

function wrongLimit(expression: string, operator: Operator, limit: string): [string, string?] {
  const line = (meant: string): string => `${expression} ${operator} ${meant}`;
  if (limit === '') return [`has no number after ${operator}`];
  const percent = /^([+-]?[\d.]+)\s*%$/.exec(limit);
  if (percent !== null)
    return ['compares with a percentage, which PromQL does not know', line(rounded(Number(percent[1]) / 100))];
  const comma = /^(\d+),(\d+)$/.exec(limit);
  if (comma !== null) return ['compares with a number that has a comma', line(`${comma[1]}.${comma[2]}`)];
  const bool = /^bool\s+(\S+)$/.exec(limit)?.[1];
  if (bool !== undefined && number.test(bool)) return ['compares with bool, which makes 0 and 1 of it', line(bool)];
  const late = /^(\S+)\s+(\d+\s*(?:ms|s|m|h))$/.exec(limit);
  if (late !== null && number.test(late[1] ?? ''))
    return ['has a duration without "for"', line(`${late[1]} for ${late[2]}`)];
  if (number.test(expression)) return ['has its number in front', `${limit} ${flipped[operator]} ${expression}`];
  return [`compares with ${JSON.stringify(limit)}, which is not a number`];
}

const rounded = (value: number): string => String(Number(value.toPrecision(12)));

/** `p95 of http_request_duration_seconds` as PromQL, over five minutes; anything else as it is. */
function asked(expression: string): string {
  const short = /^p(\d{1,2}(?:\.\d+)?)\s+of\s+([A-Za-z_:][\w:]*?)(?:_bucket)?\s*(\{.*\})?\s*(\[\w+\])?$/s.exec(
    expression,
  );
  if (short === null) return expression;
  const [, percent, metric, labels = '', range = '[5m]'] = short;
  return `histogram_quantile(${rounded(Number(percent) / 100)}, rate(${metric}_bucket${labels}${range}))`;
}
