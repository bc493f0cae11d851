import type { Finding } from './verdict.js';

/**
 * Prometheus queries as evidence.
 *
 * Invariant: no data is never health. A query without a series, or with nothing but NaN, is unknown. Every series must hold;
 * one that is NaN says nothing, because an instance without requests has no 95th percentile.
 */
export type Operator = '<' | '<=' | '>' | '>=' | '==' | '!=';

export interface Query {
  readonly name: string;
  /** The condition as it was written. */
  readonly text: string;
  /** What Prometheus is asked, without the comparison, so that the value can be told. */
  readonly expression: string;
  /** What must hold of every series: the value, this, the threshold. */
  readonly holds: Operator;
  readonly threshold: number;
  /** A breach shorter than this is a doubt, ms. */
  readonly forMs: number;
}

export interface Series {
  readonly labels: Readonly<Record<string, string>>;
  /** May be NaN or infinite. */
  readonly value: number;
}

export const querySource = (query: Query): string => `query ${query.name}`;

const holds: Readonly<Record<Operator, (value: number, threshold: number) => boolean>> = {
  '<': (value, threshold) => value < threshold,
  '<=': (value, threshold) => value <= threshold,
  '>': (value, threshold) => value > threshold,
  '>=': (value, threshold) => value >= threshold,
  '==': (value, threshold) => value === threshold,
  '!=': (value, threshold) => value !== threshold,
};

/** What the series of one look say, before it is asked how long they have said so. */
export type Answered = { readonly kind: 'no data' | 'holds' | 'breaches'; readonly reason: string };

export function readAnswer(query: Query, all: readonly Series[]): Answered {
  if (all.length === 0) return { kind: 'no data', reason: 'no data' };
  const series = all.filter(({ value }) => !Number.isNaN(value));
  if (series.length === 0) return { kind: 'no data', reason: `no data (${all.length} series, all NaN)` };
  const bad = series.filter(({ value }) => !holds[query.holds](value, query.threshold));
  const worst = worstOf(query, bad.length > 0 ? bad : series);
  const many = series.length > 1 ? `${bad.length > 0 ? `${bad.length} of` : 'worst of'} ${series.length} series` : '';
  // Labels only where somebody has to look: they are long.
  const where = [many, bad.length > 0 ? inWords(worst.labels) : ''].filter((text) => text !== '').join(': ');
  const value = `${figure(worst.value)}, must be ${query.holds} ${query.threshold}`;
  return { kind: bad.length > 0 ? 'breaches' : 'holds', reason: where === '' ? value : `${value} (${where})` };
}

/**
 * What the query says at `at`. The time since when it breaches is the only memory and goes from look to look: a look
 * without data neither ends a breach nor begins one.
 *
 * @param breachingSince what the look before answered, null at the first
 */
export function judgeQuery(
  query: Query,
  answered: Answered,
  breachingSince: number | null,
  at: number,
): { readonly finding: Finding; readonly breachingSince: number | null } {
  const source = querySource(query);
  const { kind, reason } = answered;
  if (kind === 'holds') return { finding: { source, judgement: 'healthy', reason, at }, breachingSince: null };
  if (kind === 'no data') return { finding: { source, judgement: 'unknown', reason, at }, breachingSince };
  const since = breachingSince ?? at;
  if (at - since >= query.forMs)
    return { finding: { source, judgement: 'unhealthy', reason, at }, breachingSince: since };
  const lasting = `${reason}; for ${Math.round((at - since) / 1000)} of ${Math.round(query.forMs / 1000)} s`;
  return { finding: { source, judgement: 'unknown', reason: lasting, at, isPending: true }, breachingSince: since };
}

/** The one that is farthest from where it should be; for == and != from the threshold, as there is no side. */
function worstOf({ holds: operator, threshold }: Query, series: readonly Series[]): Series {
  const badness = (value: number): number =>
    operator.startsWith('<') ? value : operator.startsWith('>') ? -value : Math.abs(value - threshold);
  return series.reduce((worst, one) => (badness(one.value) > badness(worst.value) ? one : worst));
}

/** As many labels as fit in a line of a log. */
const labelsLimit = 200;

function inWords(labels: Readonly<Record<string, string>>): string {
  const names = Object.keys(labels)
    .filter((name) => name !== '__name__')
    .sort();
  if (names.length === 0) return '';
  const text = names.map((name) => `${name}=${JSON.stringify(labels[name])}`).join(', ');
  return `{${text.length > labelsLimit ? `${text.slice(0, labelsLimit)}…` : text}}`;
}

const figure = (value: number): string =>
  Number.isFinite(value) ? String(Number(value.toPrecision(4))) : String(value);
