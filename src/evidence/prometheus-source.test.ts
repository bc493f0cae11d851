import { describe, expect, test } from '@jest/globals';
import type { SeriesSeen } from '../ports/evidence.js';
import { RefusedQuery } from '../ports/refused-query.js';
import { FakeClock } from '../testing/fake-clock.js';
import type { Query } from '../verdict/queries.js';
import { checkQueries, queryEvidence } from './prometheus-source.js';

const query: Query = {
  name: 'errors',
  text: 'x < 1',
  expression: 'rate(x{code="500"}[5m])',
  holds: '<',
  threshold: 1,
  forMs: 0,
};
const value = (...values: number[]): SeriesSeen[] => values.map((each) => ({ labels: {}, value: each }));

/** Answers by whether the query was filled with zeros. */
function source(more: Partial<Parameters<typeof queryEvidence>[3]> = {}) {
  const answers: { found: SeriesSeen[]; filled: SeriesSeen[] | Error } = { found: [], filled: [] };
  const reader = {
    query: async (expression: string) => {
      if (expression === query.expression) return answers.found;
      if (answers.filled instanceof Error) throw answers.filled;
      return answers.filled;
    },
  };
  const options = { everyMs: 1_000, wasSilent: false, wasBad: false, hasTraffic: () => true, ...more };
  const evidence = queryEvidence(reader, new FakeClock(), query, options);
  return { answers, reader, judgement: async () => (await evidence.look())[0]?.judgement };
}

describe('a query as evidence', () => {
  test('takes what was never counted for 0 where its metric is there, and for no data where it is not', async () => {
    const { answers, judgement } = source();
    expect(await judgement()).toBe('unknown');
    answers.filled = value(0);
    expect(await judgement()).toBe('healthy');
    answers.filled = new RefusedQuery('many-to-many matching not allowed');
    expect(await judgement()).toBe('unknown');
    answers.found = value(2);
    expect(await judgement()).toBe('unhealthy');
  });

  test('that had no data before the start must have it from the first request to green on', async () => {
    let hasTraffic = false;
    const { answers, judgement } = source({ wasSilent: true, hasTraffic: () => hasTraffic });
    expect(await judgement()).toBe('healthy');
    hasTraffic = true;
    expect(await judgement()).toBe('unknown');
    answers.found = value(0);
    expect(await judgement()).toBe('healthy');
  });

  test('that has had data once is unknown without it, also before green has traffic', async () => {
    const { answers, judgement } = source({ wasSilent: true, hasTraffic: () => false });
    answers.found = value(0);
    await judgement();
    answers.found = [];
    expect(await judgement()).toBe('unknown');
  });

  test('that was bad before a forced start counts when it has been good', async () => {
    const { answers, judgement } = source({ wasBad: true });
    answers.found = value(2);
    expect(await judgement()).toBe('healthy');
    answers.found = value(0);
    expect(await judgement()).toBe('healthy');
    answers.found = value(2);
    expect(await judgement()).toBe('unhealthy');
  });

  test('that cannot be asked is told once, however many there are', async () => {
    const reader = {
      query: async () => {
        throw new Error('no route to host');
      },
    };
    const checked = await checkQueries(reader, { queries: [query, { ...query, name: 'other' }] });
    expect(checked.refusals).toEqual(['Prometheus cannot be asked: no route to host']);
  });
});
