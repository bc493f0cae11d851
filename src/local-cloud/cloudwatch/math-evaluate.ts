import { mathFunctions } from './math-functions.js';
import { MathError, type MathNode, type MathOperator } from './math-parse.js';
import { asList, type MathScope, type MathValue, type TimeSeries } from './math-value.js';

/**
 * CloudWatch metric math: tree to time series. Pure.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/using-metric-math.html
 */

/** @throws MathError */
export function evaluateMath(node: MathNode, scope: MathScope): MathValue {
  switch (node.type) {
    case 'number':
      return { kind: 'S', value: node.value };
    case 'text':
      return { kind: 'text', value: node.value };
    case 'keyword':
      return { kind: 'keyword', name: node.name };
    case 'id': {
      const value = scope.lookup(node.name);
      if (value === undefined) throw new MathError(`undefined variable '${node.name}'`);
      return value;
    }
    case 'array': {
      const list = node.items.flatMap((item) => asList(evaluateMath(item, scope)));
      return { kind: 'TS[]', list };
    }
    case 'negate': {
      const value = evaluateMath(node.of, scope);
      return operate('*', { kind: 'S', value: -1 }, value);
    }
    case 'operation':
      return operate(node.operator, evaluateMath(node.left, scope), evaluateMath(node.right, scope));
    case 'call': {
      const apply = mathFunctions[node.name];
      if (apply === undefined) throw new MathError(`unsupported function '${node.name}'`);
      return apply(
        node.args.map((arg) => evaluateMath(arg, scope)),
        scope,
      );
    }
  }
}

function operate(operator: MathOperator, left: MathValue, right: MathValue): MathValue {
  if (left.kind === 'S' && right.kind === 'S') {
    const value = apply(operator, left.value, right.value);
    if (value === undefined) throw new MathError('division by zero');
    return { kind: 'S', value };
  }
  if (left.kind === 'TS[]' && right.kind === 'TS[]') {
    if (left.list.length !== right.list.length) throw new MathError('arrays of different length');
    return { kind: 'TS[]', list: left.list.map((series, i) => combine(operator, series, right.list[i] as TimeSeries)) };
  }
  if (left.kind === 'TS[]')
    return { kind: 'TS[]', list: left.list.map((series) => combine(operator, series, single(right))) };
  if (right.kind === 'TS[]')
    return { kind: 'TS[]', list: right.list.map((series) => combine(operator, single(left), series)) };
  return { kind: 'TS', series: combine(operator, single(left), single(right)) };
}

function single(value: MathValue): TimeSeries | number {
  if (value.kind === 'S') return value.value;
  if (value.kind === 'TS') return value.series;
  throw new MathError('expected a number or a time series');
}

/** "Missing values in a time series are treated as 0"; a point that would divide by zero is dropped. */
function combine(operator: MathOperator, left: TimeSeries | number, right: TimeSeries | number): TimeSeries {
  const times = new Set<number>();
  for (const side of [left, right]) if (typeof side !== 'number') for (const at of side.points.keys()) times.add(at);
  const at = (side: TimeSeries | number, time: number): number =>
    typeof side === 'number' ? side : (side.points.get(time) ?? 0);
  const points = new Map<number, number>();
  for (const time of [...times].sort((a, b) => a - b)) {
    const value = apply(operator, at(left, time), at(right, time));
    if (value !== undefined) points.set(time, value);
  }
  const series = typeof left === 'number' ? (right as TimeSeries) : left;
  return series.label === undefined
    ? { points, periodMs: series.periodMs }
    : { points, periodMs: series.periodMs, label: series.label };
}

function apply(operator: MathOperator, a: number, b: number): number | undefined {
  switch (operator) {
    case '+':
      return a + b;
    case '-':
      return a - b;
    case '*':
      return a * b;
    case '/':
      return b === 0 ? undefined : a / b;
    case '^':
      return finite(a ** b);
    case '==':
      return Number(a === b);
    case '!=':
      return Number(a !== b);
    case '<=':
      return Number(a <= b);
    case '>=':
      return Number(a >= b);
    case '<':
      return Number(a < b);
    case '>':
      return Number(a > b);
    case 'AND':
      return Number(a !== 0 && b !== 0);
    case 'OR':
      return Number(a !== 0 || b !== 0);
  }
}

function finite(value: number): number | undefined {
  return Number.isFinite(value) ? value : undefined;
}
