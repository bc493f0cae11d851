import { AccessError } from '../ports/access-error.js';
import type { Clock } from '../ports/clock.js';
import type { Evidence, MetricQueries, SeriesSeen } from '../ports/evidence.js';
import { messageOf } from '../ports/message-of.js';
import { RefusedQuery } from '../ports/refused-query.js';
import { InputError, type Problem } from '../spec/input-error.js';
import { judgeQuery, type Query, querySource, readAnswer } from '../verdict/queries.js';
import { withZeros } from '../verdict/query-text.js';

/**
 * One query. How long it breaches is remembered from look to look, as Prometheus does for `for` of a rule: a range query
 * would count what the version before did, and needs no fewer looks. A runner that dies forgets it, and counts anew.
 */
export function queryEvidence(
  reader: MetricQueries,
  clock: Clock,
  query: Query,
  options: {
    readonly everyMs: number;
    /** It had no data before the start. */
    readonly wasSilent: boolean;
    /** It was bad before a forced start: it counts from when it has been good on. */
    readonly wasBad: boolean;
    /** Whether the new version has had requests, so that there is something to be measured. */
    readonly hasTraffic: () => boolean;
  },
): Evidence {
  const source = querySource(query);
  let breachingSince: number | null = null;
  let hasSpoken = !options.wasSilent;
  let wasBad = options.wasBad;
  return {
    source,
    everyMs: options.everyMs,
    async look() {
      const answered = readAnswer(query, await ask(reader, query));
      const at = clock.now();
      if (answered.kind === 'holds') wasBad = false;
      if (answered.kind === 'breaches' && wasBad) {
        const reason = `bad since before the forced start (not counted): ${answered.reason}`;
        return [{ source, judgement: 'healthy', reason, at }];
      }
      if (answered.kind !== 'no data') hasSpoken = true;
      else if (!hasSpoken && !options.hasTraffic()) {
        // A metric of the new version alone cannot be there before its first request. From then on it must be.
        const reason = `${answered.reason} yet (counts from the first request to the new version on)`;
        return [{ source, judgement: 'healthy', reason, at }];
      }
      const judged = judgeQuery(query, answered, breachingSince, at);
      breachingSince = judged.breachingSince;
      return [judged.finding];
    },
  };
}

/** What the queries are worth before traffic moves. */
export interface QueriesCheck {
  readonly refusals: readonly string[];
  readonly warnings: readonly string[];
  /** Names of those without data. */
  readonly silent: ReadonlySet<string>;
  /** Those that are bad already, and what to say of each: refused unless the deployment is forced. */
  readonly bad: ReadonlyMap<string, string>;
}

/**
 * Asks each query once.
 *
 * @param queries by the input that they come from
 * @throws InputError with Prometheus' own words for a query that it does not take, AccessError
 */
export async function checkQueries(
  reader: MetricQueries,
  queries: Readonly<Record<string, readonly Query[]>>,
): Promise<QueriesCheck> {
  const problems: Problem[] = [];
  const refusals = new Set<string>();
  const warnings: string[] = [];
  const silent = new Set<string>();
  const bad = new Map<string, string>();
  for (const [input, query] of Object.entries(queries).flatMap(([input, all]) =>
    all.map((query) => [input, query] as const),
  )) {
    try {
      const { kind, reason } = readAnswer(query, await ask(reader, query));
      if (kind === 'breaches') bad.set(query.name, `${querySource(query)} is bad already: ${reason}`);
      if (kind !== 'no data') continue;
      silent.add(query.name);
      warnings.push(
        `${querySource(query)} has ${reason}: without data once the new version has requests, it is not promoted`,
      );
    } catch (error) {
      if (error instanceof AccessError) throw error;
      if (error instanceof RefusedQuery) {
        problems.push({ input, value: query.expression, wrong: `is refused by Prometheus: ${error.message}` });
      } else refusals.add(`Prometheus cannot be asked: ${messageOf(error)}`);
    }
  }
  if (problems.length > 0) throw new InputError(problems);
  return { refusals: [...refusals], warnings, silent, bad };
}

/** Nothing found may mean that nothing was ever counted: then the same query, with zeros where its metric is there. */
async function ask(reader: MetricQueries, query: Query): Promise<readonly SeriesSeen[]> {
  const found = await reader.query(query.expression);
  const filled = found.length > 0 ? undefined : withZeros(query.expression);
  if (filled === undefined) return found;
  return reader.query(filled).catch((error: unknown) => {
    // Labels that do not go together with the zeros: then there is no data, as Prometheus said.
    if (error instanceof RefusedQuery) return found;
    throw error;
  });
}
