/**
 * Inputs of ecs-blue-green that must not get through: what is changed in good ones, which inputs must be named, and a part
 * of what must be said.
 */
export interface BadInput {
  readonly change: Readonly<Record<string, string>>;
  readonly named: readonly string[];
  readonly said: string;
}

const BALANCER = 'arn:aws:elasticloadbalancing:eu-central-1:123456789012';
const LISTENER = `${BALANCER}:listener/app/shop/50dc6c495c0c9188/f2f7dc8efc522ab2`;
const RULE = `${BALANCER}:listener-rule/app/shop/50dc6c495c0c9188/f2f7dc8efc522ab2/9683b2d02a6cabee`;
const BLUE = `${BALANCER}:targetgroup/shop-blue/6d0ecf831eec9f09`;
const DIGEST = `sha256:${'9f86d081884c7d65'.repeat(4)}`;

export const GOOD_INPUTS: Readonly<Record<string, string>> = {
  cluster: 'shop',
  services: 'shop-blue\nshop-green',
  'listener-rule-arn': RULE,
  images: `web=123456789012.dkr.ecr.eu-central-1.amazonaws.com/shop@${DIGEST}`,
  region: 'eu-central-1',
};

/** One input is set to a text, and that input is named. */
const one =
  (input: string) =>
  ([text, said]: readonly [string, string]): BadInput => ({ change: { [input]: text }, named: [input], said });

const each = (input: string, ...rows: readonly (readonly [string, string])[]): BadInput[] => rows.map(one(input));

const duration = (input: string): BadInput[] =>
  each(
    input,
    ['90', 'Did you mean "90s"?'],
    ['5 minutes', 'Did you mean "5m"?'],
    ['soon', 'is not a duration'],
    ['-5m', 'is not a duration'],
  );

export const BAD_INPUTS: readonly BadInput[] = [
  ...each(
    'cluster',
    ['', 'is required'],
    ['   ', 'is required'],
    ['my cluster', 'the name or the ARN of an ECS cluster'],
    ['shop/web', 'the name or the ARN of an ECS cluster'],
    ['arn:aws:ecs:eu-central-1:123456789012:service/shop/web', 'the name or the ARN of an ECS cluster'],
    ['shop\n::error::injected', 'the name or the ARN of an ECS cluster'],
  ),
  ...each(
    'services',
    ['', 'is required'],
    ['shop-blue', 'has 1 line instead of 2'],
    ['shop-blue, shop-green', 'a comma does not separate lines'],
    ['a\nb\nc', 'has 3 lines instead of 2'],
    ['shop\nshop', 'names "shop" twice'],
    ['shop blue\nshop-green', 'the name of an ECS service'],
    ['["a"]\n["b"]', 'the name of an ECS service'],
  ),
  ...each(
    'listener-rule-arn',
    ['', 'give exactly one of listener-rule-arn and listener-arn'],
    ['shop', 'is not an ARN'],
    [LISTENER, 'is the ARN of a listener, not of a listener rule'],
    [BLUE, 'is the ARN of a target group, not of a listener rule'],
    [RULE.replace('/app/', '/net/'), 'is not the ARN of a listener rule'],
    [RULE.replace('123456789012', '1234'), 'is not an ARN'],
    [`${RULE} `.replace('rule/', 'rules/'), 'is not the ARN of a listener rule'],
  ),
  {
    change: { region: 'us-east-1' },
    named: ['listener-rule-arn'],
    said: 'is of the Region eu-central-1, and region is us-east-1',
  },
  {
    change: { cluster: 'arn:aws:ecs:eu-west-1:123456789012:cluster/shop' },
    named: ['cluster'],
    said: 'is of the Region eu-west-1',
  },
  { change: { 'listener-arn': LISTENER }, named: ['listener-arn'], said: 'contradicts listener-rule-arn' },
  {
    change: { 'listener-arn': RULE },
    named: ['listener-arn'],
    said: 'is the ARN of a listener rule, not of a listener',
  },
  {
    change: { 'listener-rule-arn': '', 'listener-arn': 'arn:aws:s3:::bucket' },
    named: ['listener-arn'],
    said: 'is not the ARN of a listener',
  },
  ...each(
    'target-groups',
    ['shop-blue', 'without ='],
    ['shop-blue=blue', 'is not an ARN'],
    [`shop-blue=${LISTENER}`, 'is the ARN of a listener, not of a target group'],
    [`=${BLUE}`, 'without a name'],
    ['shop-blue=', 'without a value'],
    [`shop-red=${BLUE}`, 'names shop-red, which is not one of the services (shop-blue, shop-green)'],
    [`shop-blue=${BLUE}\nshop-green=${BLUE}`, 'gives both services the same target group'],
    [`shop-blue=${BLUE}\nshop-blue=${BLUE}`, 'names "shop-blue" twice'],
  ),
  ...each(
    'images',
    ['', 'give images or task-definition'],
    ['web', 'without ='],
    ['web=shop:latest', 'a tag can move, a digest cannot'],
    ['web=shop', 'an image by its digest'],
    ['web=shop@sha256:abc', 'an image by its digest'],
    [`web=shop@${DIGEST.toUpperCase()}`, 'an image by its digest'],
    [`web=shop@${DIGEST}\nweb=shop@${DIGEST}`, 'names "web" twice'],
    [`my web=shop@${DIGEST}`, 'the name of a container'],
    [`web: shop@${DIGEST}`, 'without ='],
  ),
  ...each(
    'task-definition',
    ['arn:aws:ecs:eu-central-1:123456789012:task-definition/shop', 'with its revision'],
    ['arn:aws:ecs:eu-central-1:123456789012:service/shop', 'with its revision'],
    ['arn:shop', 'begins like an ARN'],
    ['a.json\nb.json', 'has more than one line'],
  ),
  { change: { 'pass-unknown': 'true' }, named: ['pass-unknown'], said: 'has no effect without task-definition' },
  {
    change: { 'pass-unknown': 'a.b', 'task-definition': 'a.json' },
    named: ['pass-unknown'],
    said: 'has "a.b", which is no key',
  },
  ...each(
    'steps',
    ['10%', 'step 1'],
    ['10@5m, 100%@5m', 'step 1 whose weight "10" is not a percentage'],
    ['10%@5, 100%@5m', 'step 1 whose time "5" has no unit'],
    ['10%@5m, 50%@10m', 'ends at 50%, not at 100%'],
    ['50%@5m, 10%@5m, 100%@5m', 'step 2 is 10% after 50%'],
    ['10%@5m, 10%@5m, 100%@5m', 'step 2 is 10% after 10%'],
    ['0%@5m, 100%@5m', 'step 1 is 0% after 0%'],
    ['110%@5m', 'is more than 100%'],
    ['0.05%@5m, 100%@5m', 'finer than a tenth'],
    ['10%@5m; 100%@5m', 'step 1'],
    ['10%@5m,, 100%@5m', 'step 2'],
    ['[10, 50, 100]', 'step 1'],
  ),
  ...each('alarms', ['shop-5xx\nshop-5xx', 'names "shop-5xx" twice'], ['a\n'.repeat(2), 'twice']),
  {
    change: { alarms: Array.from({ length: 101 }, (_, i) => `a${i}`).join('\n') },
    named: ['alarms'],
    said: 'more than 100',
  },
  ...each(
    'probe',
    ['health', 'does not begin with one /'],
    ['ftp://shop.example.com/', 'is not an http or https URL'],
    ['https://user:secret@shop.example.com/', 'user name or password'],
    ['//shop.example.com/health', 'does not begin with one /'],
    ['/health check', 'contains a space'],
    ['/health', 'it would reach the live version: give probe-headers'],
  ),
  { change: { 'probe-headers': 'X-Test: green' }, named: ['probe-headers'], said: 'has no effect without probe' },
  { change: { 'probe-body': 'ok' }, named: ['probe-body'], said: 'has no effect without probe' },
  ...each(
    'probe-headers',
    ['X-Test=green', 'without :'],
    ['X Test: green', 'is not the name of an HTTP header'],
    ['X-Test:', 'without a value'],
    ['X-Test: a\nx-test: b', 'twice'],
  ).map((bad) => ({ ...bad, change: { ...bad.change, probe: '/health' } })),
  ...each(
    'probe-status',
    ['ok', 'something else than a status code'],
    ['2xx', 'something else than a status code'],
    ['700', 'outside 100 to 599'],
    ['299-200', 'ends before it begins'],
  ),
  ...duration('probe-timeout'),
  ...each('probe-timeout', ['2m', 'is too long'], ['10ms', 'is too short']),
  ...duration('poll-interval'),
  ...each('poll-interval', ['0s', 'is too short'], ['1h', 'is too long']),
  ...each(
    'min-healthy',
    ['100', 'Did you mean "100%"?'],
    ['0%', 'is too small'],
    ['101%', 'is more than 100%'],
    ['most', 'is not a percentage'],
  ),
  ...each(
    'unhealthy-limit',
    ['0', 'is too small'],
    ['2.5', 'is not a whole number'],
    ['two', 'is not a whole number'],
    ['1001', 'is too large'],
    ['1e3', 'is not a whole number'],
  ),
  ...duration('unknown-limit'),
  ...duration('no-data-limit'),
  ...each('compare', ['yes', 'Did you mean "true"?'], ['maybe', 'is neither true nor false']),
  ...each('compare-tolerance', ['0.9', 'is too small'], ['1,5', 'is not a number'], ['150%', 'is not a number']),
  ...each('compare-confidence', ['99', 'Did you mean "99%"?'], ['50%', 'is too small'], ['100%', 'is too large']),
  ...each('compare-latency', ['1', 'is too small'], ['1500ms', 'is not a number'], ['101', 'is too large']),
  ...each('compare-latency-floor', ['20', 'has no unit'], ['2h', 'is too long']),
  {
    change: { compare: 'false', 'compare-latency': '1.5' },
    named: ['compare-latency'],
    said: 'has no effect with compare: false',
  },
  ...each('min-requests', ['-1', 'is too small'], ['some', 'is not a whole number']),
  ...each('on-no-data', ['holds', 'Did you mean "hold"?'], ['ignore', 'Accepted: hold or rollback or continue']),
  {
    change: { compare: 'false', 'min-requests': '5' },
    named: ['min-requests'],
    said: 'has no effect with compare: false',
  },
  ...duration('settle'),
  ...duration('drain'),
  ...duration('keep-old'),
  ...each('keep-old', ['Forever', 'Did you mean "forever"?'], ['true', 'is not a duration'], ['2d', 'is too long']),
  ...duration('start-timeout'),
  ...duration('timeout'),
  ...each('timeout', ['10m', 'is over before the steps are, which take 30m'], ['500ms', 'is too short']),
  ...each(
    'when-locked',
    ['wiat', 'Did you mean "wait"?'],
    ['queue', 'Accepted: fail or wait'],
    ['Fail', 'Did you mean "fail"?'],
  ),
  ...each('on-cancel', ['roll-back', 'Did you mean "rollback"?'], ['no', 'Accepted: rollback or leave']),
  ...each('on-drift', ['holds', 'Did you mean "hold"?'], ['ignore', 'Accepted: rollback or hold or adopt']),
  ...each(
    'lock-name',
    ['sluice', 'the name of an SSM parameter'],
    ['/aws/lock', 'does not begin with /aws'],
    ['/sluice//lock', 'the name of an SSM parameter'],
    ['/sluice/my lock', 'the name of an SSM parameter'],
  ),
  ...each('log-lines', ['-1', 'is too small'], ['many', 'is not a whole number'], ['1001', 'is too large']),
  ...each(
    'dry-run',
    ['yes', 'Did you mean "true"?'],
    ['no', 'Did you mean "false"?'],
    ['1', 'Did you mean "true"?'],
    ['ture', 'Did you mean "true"?'],
    ['maybe', 'is neither true nor false'],
  ),
  ...each(
    'region',
    ['', 'is required'],
    ['Frankfurt', 'an AWS Region'],
    ['eu-central', 'an AWS Region'],
    ['us-east-1a', 'an AWS Region'],
  ),
  // Prometheus.
  ...each('prometheus-url', ['https://prometheus.example.com', 'has no effect without something to ask']),
  ...(
    [
      ['https://prometheus.example.com/api/v1/query', 'Did you mean "https://prometheus.example.com"?'],
      ['prometheus.example.com:9090', 'is not an http or https URL'],
      ['https://me:secret@prometheus.example.com', 'user name or password'],
    ] as const
  ).map(([url, said]) => ({
    change: { 'prometheus-url': url, queries: 'up: up == 1' },
    named: ['prometheus-url'],
    said,
  })),
  { change: { queries: 'up: up == 1' }, named: ['queries'], said: 'has no effect without prometheus-url' },
  ...(
    [
      [{ queries: 'errors: rate(errors_total[5m])' }, 'queries', 'compares with nothing'],
      [{ queries: 'errors: errors < 5%' }, 'queries', 'Did you mean "errors: errors < 0.05"?'],
      [{ queries: 'errors: errors < 1 for 2' }, 'queries', 'Did you mean "errors: errors < 1 for 2s"?'],
      [{ queries: 'errors: errors{code="500" < 1' }, 'queries', 'a bracket that is not closed: }'],
      [{ queries: 'a: up == 1\na: up > 0' }, 'queries', 'names "a" twice'],
      [{ 'alert-rules': 'errors: a or b > 5' }, 'alert-rules', 'Did you mean "errors: (a or b) > 5"?'],
      [{ queries: 'a: up == 1', 'alert-rules': 'a: up == 0' }, 'alert-rules', 'names "a", which is in queries too'],
      [{ queries: 'a: up == 1', 'prometheus-username': 'me' }, 'prometheus-password', 'is missing beside'],
      [
        { queries: 'a: up == 1', 'prometheus-token': 'x', 'prometheus-username': 'me', 'prometheus-password': 'y' },
        'prometheus-token',
        'contradicts prometheus-username',
      ],
      [{ queries: 'a: up == 1', 'prometheus-token': 'a b' }, 'prometheus-token', 'a token without blanks'],
    ] as const
  ).map(([change, named, said]) => ({
    change: { 'prometheus-url': 'https://prometheus.example.com', ...change },
    named: [named],
    said,
  })),
  // Names that are not inputs.
  { change: { clutser: 'shop' }, named: ['clutser'], said: 'Did you mean "cluster"?' },
  { change: { service: 'shop' }, named: ['service'], said: 'Did you mean "services"?' },
  { change: { listener_rule_arn: RULE }, named: ['listener_rule_arn'], said: 'Did you mean "listener-rule-arn"?' },
  { change: { 'dry run': 'true' }, named: ['dry_run'], said: 'Did you mean "dry-run"?' },
  {
    change: { 'force-new-deployment': 'true' },
    named: ['force-new-deployment'],
    said: 'is not an input of ecs-blue-green',
  },
  // Several at once.
  {
    change: { cluster: '', steps: '10%', 'dry-run': 'yes', services: 'a', 'when-locked': 'never', extra: '1' },
    named: ['cluster', 'steps', 'dry-run', 'services', 'when-locked', 'extra'],
    said: 'is required',
  },
  {
    change: Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`stranger-${index}`, 'x'])),
    named: Array.from({ length: 30 }, (_, index) => `stranger-${index}`),
    said: 'is not an input of ecs-blue-green',
  },
];
