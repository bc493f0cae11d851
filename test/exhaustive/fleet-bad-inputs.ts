// biome-ignore-all lint/suspicious/noTemplateCurlyInString: this is how placeholders are written
/**
 * What must not get through ecs-rolling and preflight: wrong inputs of one service and of several, wrong services files,
 * wrong task definitions. Each says what is changed in what is good, which inputs are named, and a part of what is told.
 */
export interface BadCase {
  /** `one` service by inputs, or `many` by a services file. */
  readonly of: 'one' | 'many';
  readonly change: Readonly<Record<string, string>>;
  /** Files of the workspace, in place of the good ones; null where there is to be none. */
  readonly files: Readonly<Record<string, string | Uint8Array | null>>;
  readonly named: readonly string[];
  readonly said: string;
  /** Preflight takes it, or tells it beside all else that it finds, for which it asks AWS. */
  readonly isForRolling?: true;
}

export const forRolling = (cases: readonly BadCase[]): BadCase[] =>
  cases.map((bad) => ({ ...bad, isForRolling: true }));

export const servicesFile = '.github/sluice.yml';
export const definitionFile = 'ecs/web.json';
const image = '123456789012.dkr.ecr.eu-central-1.amazonaws.com/web:2';

export const goodInputs: Readonly<Record<BadCase['of'], Readonly<Record<string, string>>>> = {
  one: { cluster: 'shop', service: 'web', images: `web=${image}`, region: 'eu-central-1' },
  many: { cluster: 'shop', services: 'all', region: 'eu-central-1' },
};

export const goodFiles: Readonly<Record<string, string>> = {
  [servicesFile]: 'services:\n  web:\n    task-definition: ecs/web.json\n  worker:\n    depends-on: [web]\n',
  [definitionFile]: `{\n  "family": "web",\n  "containerDefinitions": [{ "name": "web", "image": "${image}" }]\n}\n`,
};

const each =
  (of: BadCase['of'], also: Readonly<Record<string, string>> = {}) =>
  (input: string, ...rows: readonly (readonly [text: string, said: string])[]): BadCase[] =>
    rows.map(([text, said]) => ({ of, change: { ...also, [input]: text }, files: {}, named: [input], said }));
const one = each('one');
const many = each('many');
const withFile = each('one', { 'task-definition': definitionFile });

const duration = (input: string): BadCase[] =>
  one(input, ['90', 'Did you mean "90s"?'], ['5 minutes', 'Did you mean "5m"?'], ['soon', 'is not a duration']);

/** Through the inputs of one service. */
const inputsOfOne: readonly BadCase[] = [
  ...one(
    'cluster',
    ['', 'is required beside service'],
    ['my cluster', 'the name or the ARN of an ECS cluster'],
    ['shop/web', 'the name or the ARN of an ECS cluster'],
    ['shop\n::error::injected', 'the name or the ARN of an ECS cluster'],
  ),
  ...one(
    'service',
    ['', 'is missing: give exactly one of service and services'],
    ['my service', 'the name of an ECS service'],
    ['web,worker', 'the name of an ECS service'],
    ['arn:aws:ecs:eu-central-1:123456789012:service/shop/web', 'the name of an ECS service'],
  ),
  ...one(
    'task-definition',
    ['arn:aws:ecs:eu-central-1:123456789012:task-definition/web', 'with its revision'],
    ['arn:web', 'begins like an ARN'],
    ['a.json\nb.json', 'has more than one line'],
  ),
  ...forRolling(one('task-definition', ['nowhere.json', 'cannot be read'], ['.', 'cannot be read'])),
  ...one('task-definition-family', ['my web', 'the name of a task definition family']),
  ...withFile('task-definition-family', ['web', 'contradicts task-definition']),
  ...one(
    'images',
    ['web', 'without ='],
    ['web=', 'without a value'],
    ['=web:1', 'without a name'],
    ['web=a:1\nweb=b:1', 'names "web" twice'],
    ['my web=a:1', 'the name of a container'],
    ['web=a b', 'an image such as'],
  ),
  ...forRolling(withFile('images', ['api=a:1', 'names a container that the task definition does not have'])),
  ...one(
    'environment',
    ['LEVEL', 'without ='],
    ['=debug', 'without a name before ='],
    ['{"LEVEL": 1}', 'that is not a text: write it in quotes'],
    ['{"LEVEL": "debug"', 'begins like JSON and is none: see line 1, column'],
    ['A=1\nA=2', 'names "A" twice'],
  ),
  ...forRolling(withFile('environment', ['api:LEVEL=1', 'names a container that the task definition does not have'])),
  ...one('remove-environment', ['LEVEL=1', 'only the name is given here']),
  ...one('secrets', ['TOKEN', 'without ='], ['TOKEN=my token!', 'neither an ARN nor the name of a parameter']),
  ...one('docker-labels', ['team', 'without =']),
  ...one('log-options', ['mode', 'without =']),
  ...forRolling(withFile('log-options', ['mode=non-blocking', 'which has no logConfiguration'])),
  ...one('command', ['npm start', 'is not a JSON list of texts'], ['["npm", 1]', 'is not a JSON list of texts']),
  ...one('entry-point', ['web=sh', 'that is not a JSON list of texts']),
  ...one('cpu', ['half', 'CPU units such as 512'], ['1 GB', 'CPU units such as 512']),
  ...one('memory', ['1 TB', 'MiB such as 1024']),
  ...one('execution-role', ['my role', 'the ARN or the name of an IAM role']),
  ...one('task-role', ['arn:aws:iam::1:role/web', 'the ARN or the name of an IAM role']),
  ...one('placeholders', ['TAG=1', 'has no effect without task-definition']),
  ...withFile(
    'placeholders',
    ['1 TAG=x', 'does not begin with a name'],
    ['TAG=1\nTAG=2', 'names TAG twice'],
    ['NOWHERE_SET', 'names NOWHERE_SET without a value'],
  ),
  ...one('pass-unknown', ['true', 'has no effect without task-definition']),
  ...withFile('pass-unknown', ['a.b', 'which is no key']),
  ...one('desired-count', ['0', 'is too small'], ['two', 'is not a whole number'], ['1e3', 'is not a whole number']),
  ...one('minimum-healthy-percent', ['101', 'is too large'], ['-1', 'is too small']),
  ...one('maximum-percent', ['99', 'is too small'], ['200%', 'is not a whole number']),
  ...each('one', { 'minimum-healthy-percent': '100' })('maximum-percent', ['100', 'no task could ever be replaced']),
  ...one('circuit-breaker', ['on', 'Accepted: rollback or stop or off'], ['rolback', 'Did you mean "rollback"?']),
  ...one('deployment-alarms', ['a\na', 'names "a" twice']),
  ...one(
    'capacity-provider-strategy',
    ['FARGATE weight=x', 'which is neither weight=0…1000 nor base=0…100000'],
    ['FARGATE\nFARGATE', 'names FARGATE twice'],
    ['FARGATE base=1\nFARGATE_SPOT base=1', 'has a base for more than one'],
    ['!', 'that begins with no capacity provider'],
  ),
  ...one('force-new-deployment', ['yes', 'Did you mean "true"?']),
  ...one('run-before', ['npm run migrate', 'is not a JSON list of texts'], ['{}', 'is not a JSON list of texts']),
  ...one('run-after', ['web=["a"', 'that is not a JSON list of texts']),
  ...duration('run-timeout'),
  ...duration('bake'),
  ...each('one', { bake: '0s' })('alarms', ['web-5xx', 'the alarms and the probe would never be looked at']).map(
    (bad) => ({ ...bad, named: ['bake'] }),
  ),
  ...one('alarms', ['a\na', 'names "a" twice']),
  ...one('probe', ['web.example.com/health', 'is not an absolute URL'], ['ftp://a.example.com', 'http or https']),
  ...one('probe-headers', ['X-Test: 1', 'has no effect without probe']),
  ...one('probe-body', ['ok', 'has no effect without probe']),
  ...each('one', { probe: 'https://web.example.com/' })('probe-headers', ['X-Test=1', 'without :']),
  ...one('probe-status', ['ok', 'something else than a status code'], ['299-200', 'ends before it begins']),
  ...one('probe-timeout', ['2m', 'is too long']),
  ...one('fail-after', ['0', 'is too small'], ['101', 'is too large']),
  ...one('unhealthy-limit', ['2.5', 'is not a whole number']),
  ...duration('unknown-limit'),
  ...duration('timeout'),
  ...one('timeout', ['20s', 'is over before the bake is']),
  ...one('poll-interval', ['0s', 'is too short'], ['1h', 'is too long']),
  ...one('on-failure', ['rolback', 'Did you mean "rollback"?'], ['continue', 'is for several services']),
  ...one('on-cancel', ['no', 'Accepted: rollback or stop or leave']),
  ...one('when-busy', ['queue', 'Accepted: wait or replace or fail']),
  ...one('when-locked', ['wiat', 'Did you mean "wait"?']),
  ...one('log-lines', ['-1', 'is too small']),
  ...one('preflight', ['maybe', 'is neither true nor false']),
  ...one('lock-name', ['sluice', 'the name of an SSM parameter'], ['/aws/lock', 'does not begin with /aws']),
  ...one('dry-run', ['ture', 'Did you mean "true"?']),
  ...one('region', ['', 'is required'], ['Frankfurt', 'an AWS Region'], ['us-east-1a', 'an AWS Region']),
  ...one('queries', ['up: up == 1', 'has no effect without prometheus-url']),
  ...one('prometheus-url', ['https://prometheus.example.com', 'has no effect without something to ask']),
  ...one('role-to-assume', ['deploy', 'is not an ARN']),
  ...one('role-session-name', ['me', 'has no effect without role-to-assume']),
  // What is for several services.
  ...each('one', { images: '' })('services', ['all', 'contradicts service']),
  ...one('service-images', [`{"web": "${image}"}`, 'has no effect without services']),
  ...one('changed-since', ['main', 'has no effect without services: changed']),
  // Names that are not inputs.
  ...one('clutser', ['shop', 'Did you mean "cluster"?']),
  ...one('image', ['web=a:1', 'Did you mean "images"?']),
  ...forRolling(one('desired_count', ['2', 'Did you mean "desired-count"?'])),
  ...one('steps', ['10%@5m, 100%@5m', 'is not an input of']),
  // Several at once.
  {
    of: 'one',
    change: { cluster: 'my cluster', images: 'web', timeout: '90', extra: '1' },
    files: {},
    named: ['cluster', 'images', 'timeout', 'extra'],
    said: 'Did you mean "90s"?',
  },
];

/** Through the inputs of several. */
const inputsOfMany: readonly BadCase[] = [
  ...many(
    'services',
    ['All', 'Did you mean "all"?'],
    ['all\nweb', 'has "all" among names'],
    ['web, worker', 'has several names on one line'],
    ['web\nweb', 'names "web" twice'],
    ['wbe', 'Did you mean "web"?'],
    ['web\nnobody', 'is no service of .github/sluice.yml, which has web, worker'],
  ),
  ...many(
    'service-images',
    ['web:2', 'is not JSON'],
    ['[]', 'is not a JSON object'],
    ['{"web": 2}', 'has something else than an image for web'],
    ['{"web": {}}', 'has something else than an image for web'],
  ),
  ...many('services-file', ['nowhere.yml', 'cannot be read'], ['.github', 'cannot be read']),
  ...many('changed-since', ['main', 'has no effect without services: changed']),
  ...each('many', { services: 'changed' })(
    'changed-since',
    ['HEAD~1', 'a commit, a branch or a tag'],
    ['--output=x', 'a commit, a branch or a tag'],
    ['0123456', 'cannot be compared with what is checked out'],
  ),
  ...each('many', { services: 'changed' })(
    'changed-paths',
    ['[1]', 'is not a JSON list of paths'],
    ['["a"', 'is not JSON'],
  ),
  ...each('many', { services: 'changed', 'changed-paths': 'a' })('changed-since', [
    'main',
    'contradicts changed-paths',
  ]),
  ...many('max-parallel', ['0', 'is too small'], ['many', 'is not a whole number']),
  ...many('images', [`web=${image}`, 'say it in the services file']),
  ...many('task-definition', [definitionFile, 'say it in the services file']),
  ...many('run-before', ['["migrate"]', 'say it in the services file']),
  ...many('lock-name', ['/sluice/x', 'say it in the services file']),
  ...many('on-failure', ['stop', 'Accepted: rollback or leave or rollback-all or rollback-failed or continue']),
  {
    of: 'many',
    change: { 'service-images': `{"web": "${image}"}` },
    files: {},
    named: ['service-images'],
    said: 'has no image for worker, which is to be deployed',
    isForRolling: true,
  },
  {
    of: 'many',
    change: { services: 'web' },
    files: { [servicesFile]: 'services:\n  web: { strategy: blue-green }\n' },
    named: ['services'],
    said: 'has the strategy blue-green at .github/sluice.yml:2:3: deploy it with ecs-blue-green',
  },
];

export const badInputs: readonly BadCase[] = [...inputsOfOne, ...inputsOfMany];
