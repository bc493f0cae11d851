import type { Query } from '../verdict/queries.js';
import type { InputSpecs } from './action-spec.js';
import { prometheusUrl, queries } from './queries.js';
import { needs, rule, together } from './rules.js';
import { text } from './scalars.js';

/** What is asked of Prometheus, and how one gets in there. */
export const prometheusInputs = {
  'prometheus-url': {
    kind: prometheusUrl(),
    description:
      'Where Prometheus is (or what speaks its query API), for `queries` and `alert-rules`. It must be reached from the runner.',
  },
  queries: {
    kind: queries('health'),
    description:
      'PromQL conditions that must hold, one `name: expression < 0.05 for 2m` per line, ended by `<`, `<=`, `>`, `>=`, `==` or `!=` and a number. They must hold for every series. One that does not, and has not for as long as `for` says, rolls back; without `for`, at the first look. Until then nothing is raised. No data is never health. One that does not hold before the start refuses the deployment.',
  },
  'alert-rules': {
    kind: queries('trouble'),
    description:
      'The same the other way round, as the rules of alerts are written: what must not be, such as `errors: rate(http_requests_total{status=~"5.."}[5m]) > 0.05 for 2m`. The `expr` of an alerting rule works as it stands. `p95 of http_request_duration_seconds > 3 s` stands for that quantile of a histogram\'s last five minutes, each series by itself. The name may be left out.',
  },
  'prometheus-token': {
    kind: text({ pattern: /^[\x21-\x7e]+$/, accepts: 'a token without blanks' }),
    secret: true,
    description: 'Bearer token for Prometheus. Give this, or a user name and a password, or neither.',
  },
  'prometheus-username': {
    kind: text({ pattern: /^[^:]+$/, accepts: 'a user name without a colon' }),
    description: 'User name for Prometheus, together with `prometheus-password`.',
  },
  'prometheus-password': {
    kind: text(),
    secret: true,
    description: 'Password for Prometheus, together with `prometheus-username`.',
  },
} as const satisfies InputSpecs;

/** There is something to ask. */
export const asksSomething = rule(
  ['prometheus-url', 'queries', 'alert-rules'],
  '`prometheus-url` is given together with `queries`, `alert-rules` or both.',
  (_values: unknown, has) =>
    has('prometheus-url') && !has('queries') && !has('alert-rules')
      ? 'has no effect without something to ask: give queries or alert-rules as well, or take it out'
      : undefined,
);

/** What must hold between them. */
export const prometheusRules = [
  needs('queries', 'prometheus-url'),
  needs('alert-rules', 'prometheus-url'),
  together('prometheus-username', 'prometheus-password'),
  asksSomething,
  rule(
    ['prometheus-token', 'prometheus-username'],
    '`prometheus-token` and `prometheus-username` exclude each other.',
    (_values: unknown, has) =>
      has('prometheus-token') && has('prometheus-username')
        ? 'contradicts prometheus-username: give only one of the two'
        : undefined,
  ),
  rule(
    ['alert-rules', 'queries'],
    'No name is both in `queries` and in `alert-rules`.',
    (values: { queries: readonly Query[]; alertRules: readonly Query[] }) => {
      const twice = values.alertRules.find(({ name }) => values.queries.some((query) => query.name === name));
      return twice === undefined ? undefined : `names ${JSON.stringify(twice.name)}, which is in queries too`;
    },
  ),
];
