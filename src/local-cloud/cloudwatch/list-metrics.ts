import type { ListMetricsInput, ListMetricsOutput } from '@aws-sdk/client-cloudwatch';
import type { MetricStore } from './metric-store.js';
import { page } from './paging.js';

/** Up to 500 metrics a page. https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_ListMetrics.html */
export function listMetrics(store: MetricStore, input: ListMetricsInput, now: number): ListMetricsOutput {
  const found = store.list().filter(({ id, lastRecordedAt }) => {
    if (input.Namespace !== undefined && id.namespace !== input.Namespace) return false;
    if (input.MetricName !== undefined && id.name !== input.MetricName) return false;
    if (input.RecentlyActive === 'PT3H' && lastRecordedAt < now - 3 * 3_600_000) return false;
    return (input.Dimensions ?? []).every(({ Name, Value }) => {
      const value = id.dimensions[Name as string];
      return value !== undefined && (Value === undefined || Value === value);
    });
  });
  const { items, next } = page(found, 500, input.NextToken);
  return {
    Metrics: items.map(({ id }) => ({
      Namespace: id.namespace,
      MetricName: id.name,
      Dimensions: Object.entries(id.dimensions).map(([Name, Value]) => ({ Name, Value })),
    })),
    ...(next === undefined ? {} : { NextToken: next }),
  };
}
