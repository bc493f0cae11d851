import type { Query } from '../verdict/queries.js';
import { parseQuery, type Says } from '../verdict/query-lines.js';
import { type Kind, read, wrong } from './kind.js';
import { url } from './scalars.js';

/** Prometheus queries, one condition per line; what they say is health or, as rules of alerts, trouble. */
export function queries(says: Says): Kind<readonly Query[], readonly Query[]> {
  const example =
    says === 'health'
      ? 'errors: rate(http_requests_total{status=~"5.."}[5m]) < 0.05 for 2m'
      : 'errors: rate(http_requests_total{status=~"5.."}[5m]) > 0.05 for 2m';
  const accepts = `one PromQL condition per line, with a name in front and the number at the end, for example ${example}`;
  return {
    label: 'queries',
    accepts,
    absent: [],
    read: (given) => {
      const all: Query[] = [];
      for (const [index, line] of given.split(/\r?\n/).entries()) {
        if (line.trim() === '') continue;
        const reading = parseQuery(line.trim(), says);
        const place = `has a line ${index + 1} ${JSON.stringify(line.trim())}`;
        if (!reading.ok) return wrong(`${place} that ${reading.wrong}`, reading.suggestion);
        const { name } = reading.value;
        if (all.some((other) => other.name === name)) return wrong(`names ${JSON.stringify(name)} twice`);
        all.push(reading.value);
      }
      return read(all);
    },
  };
}

/** Where Prometheus is, without the part of the address that its API adds. */
export function prometheusUrl(): Kind<string> {
  const address = url();
  return {
    ...address,
    accepts: 'the URL of Prometheus without the path of its API, such as https://prometheus.example.com',
    read: (given) => {
      const reading = address.read(given);
      if (!reading.ok) return reading;
      const { origin, pathname } = new URL(given);
      const page = /\/(api\/v1|graph|query|targets|alerts)(\/|$)/.exec(pathname);
      return page === null
        ? reading
        : wrong('leads to a page of Prometheus, not to Prometheus', `${origin}${pathname.slice(0, page.index)}`);
    },
  };
}
