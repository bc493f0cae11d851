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

const forRolling = (cases: readonly BadCase[]): BadCase[] => cases.map((bad) => ({ ...bad, isForRolling: true }));

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

/** A services file, and what is said behind its name: line, column, and what is wrong there. */
const files: readonly (readonly [text: string, said: string])[] = [
  ['', ':1:1: the file is empty'],
  ['# nothing but a comment\n', ':1:1: the file is empty'],
  ['services: [', ':1:'],
  ['services:\n\tweb: {}', ':2:1:'],
  ['services: {}', ':1:1: services names no service'],
  ['services: []', ':1:1: services is a list instead of a mapping'],
  ['services:', ':1:1: services is empty instead of a mapping'],
  ['- web', ':1:1: the file is a list instead of a mapping'],
  ['web', ':1:1: the file is text instead of a mapping'],
  ['servces:\n  web: {}', ':1:1: servces is not known here'],
  ['services:\n  web: {}\n---\nservices:\n  web: {}', ':4:1: a second document begins here'],
  ['services:\n  web: {}\n  web: {}', ':3:3:'],
  ['services:\n  web: x', ':2:3: services.web is text instead of a mapping'],
  ['services:\n  my web: {}', ':2:3: services."my web" has a name that'],
  ['services:\n  __proto__: {}', ':2:3: services.__proto__ has a name that'],
  ['services:\n  web:\n    contxt: x', ':3:5: services.web.contxt is not known here'],
  ['services:\n  web:\n    service: my web', ':3:5: services.web.service ("my web")'],
  ['services:\n  web:\n    service: 1', ':3:5: services.web.service is a number (1), not text'],
  ['services:\n  web:\n    cluster: " "', ':3:5: services.web.cluster is empty'],
  ['services:\n  web:\n    cluster:', ':3:5: services.web.cluster is empty'],
  ['services:\n  web:\n    ecr-repository: Web', ':3:5: services.web.ecr-repository ("Web")'],
  ['services:\n  web:\n    context: ../web', ':3:5: services.web.context ("../web") leaves the repository'],
  ['services:\n  web:\n    dockerfile: /Dockerfile', ':3:5: services.web.dockerfile ("/Dockerfile") is not below'],
  ['services:\n  web:\n    context: web\\src', 'Did you mean "web/src"?'],
  ['services:\n  web:\n    target: "a b"', ':3:5: services.web.target ("a b")'],
  ['services:\n  web:\n    container: "a b"', ':3:5: services.web.container ("a b")'],
  [
    'services:\n  web:\n    task-definition: arn:aws:ecs:eu-west-1:1:x',
    ':3:5: services.web.task-definition ("arn:aws:ecs:eu-west-1:1:x") is not the ARN of a task definition',
  ],
  ['services:\n  web:\n    stop-timeout: 3m', ':3:5: services.web.stop-timeout ("3m") is too long'],
  ['services:\n  web:\n    stop-timeout: 30', ':3:5: services.web.stop-timeout is a number (30), not text'],
  ['services:\n  web:\n    strategy: canary', ':3:5: services.web.strategy ("canary") is not one of the words'],
  ['services:\n  web:\n    paths: web', ':3:5: services.web.paths is text instead of a list'],
  ['services:\n  web:\n    paths: [a, a]', ':3:16: services.web.paths[1] names "a" twice'],
  ['services:\n  web:\n    paths: ["a[b]"]', ':3:13: services.web.paths[0]'],
  ['services:\n  web:\n    paths: [/a]', 'does not begin at the top of the repository'],
  ['services:\n  web:\n    depends-on: web', ':3:5: services.web.depends-on is text instead of a list'],
  ['services:\n  web:\n    depends-on: [web]', ':3:18: services.web.depends-on[0] names the service itself'],
  ['services:\n  web: {}\n  api:\n    depends-on: [wbe]', ':4:18: services.api.depends-on[0] names "wbe"'],
  [
    'services:\n  a: { depends-on: [b] }\n  b: { depends-on: [c] }\n  c: { depends-on: [a] }',
    ':2:21: services.a.depends-on[0] closes a circle, so that none of these can be the first: a → b → c → a',
  ],
  ['services:\n  a: { service: x }\n  b: { service: x }', ':3:8: services.b.service is x, and so is that of a'],
  ['services:\n  web:\n    before: migrate', ':3:5: services.web.before is text instead of a list'],
  ['services:\n  web:\n    before: [{ command: [x] }]', ':3:14: services.web.before[0] has no name'],
  ['services:\n  web:\n    before: [{ name: m, command: npm x }]', 'before[0].command is text instead of a list'],
  ['services:\n  web:\n    after: [{ name: m, timeout: 90 }]', 'after[0].timeout is a number (90), not text'],
  ['services:\n  web:\n    before: [{ name: m }, { name: m }]', 'before[1].name is m, as that of a step before it'],
  ['services:\n  web:\n    rolling: fast', ':3:5: services.web.rolling is text instead of a mapping'],
  ['services:\n  web:\n    rolling:\n      bake: 90', ':4:7: services.web.rolling.bake is a number (90), not text'],
  ['services:\n  web:\n    rolling:\n      bkae: 1m', ':4:7: services.web.rolling.bkae is not known here'],
  ['services:\n  web:\n    rolling:\n      on-cancel: stop', ':4:7: services.web.rolling.on-cancel is not known here'],
  ['services:\n  web:\n    rolling:\n      alarms: [a, a]', ':4:7: services.web.rolling.alarms'],
  ['services:\n  web:\n    rolling: { alarms: [{}] }', 'rolling.alarms[0] is not one line of text'],
  [
    'services:\n  web:\n    rolling: { command: npm }',
    'services.web.rolling.command has a line 1 that is not a JSON list of texts',
  ],
  ['services:\n  web:\n    rolling: { circuit-breaker: on }', ':3:16: services.web.rolling.circuit-breaker ("on")'],
  ['defaults: x\nservices:\n  web: {}', ':1:1: defaults is text instead of a mapping'],
  ['defaults:\n  depends-on: [a]\nservices:\n  web: {}', ':2:3: defaults.depends-on is not known here'],
  ['defaults:\n  ecr-repository: X-{name}\nservices:\n  web: {}\n  api: {}', ':2:3: defaults.ecr-repository ("X-'],
  ['shared-paths: "**"\nservices:\n  web: {}', ':1:1: shared-paths is text instead of a list'],
  ['{"services": {"web": {"clutser": "shop"}}}', ':1:23: services.web.clutser is not known here'],
  ['{"services": {"web": {}} "a": 1}', ':1:'],
  ['services: &a\n  web: *b', ':2:'],
  ['services:\n  web: !important {}', ':2:'],
  ['services:\n  ? [a, b]\n  : {}', ':2:'],
];

const filesAndInputs: readonly BadCase[] = [
  {
    of: 'many',
    change: { timeout: '1m' },
    files: { [servicesFile]: 'services:\n  web: {}\n  api:\n    rolling: { bake: 2m }\n' },
    named: ['services-file'],
    said: 'is wrong at .github/sluice.yml:3:3: it and the inputs say of api together: timeout',
  },
  {
    of: 'many',
    change: {},
    files: { [servicesFile]: 'services:\n  web:\n    rolling:\n      queries: "up: up == 1"\n' },
    named: ['services-file'],
    said: 'is wrong at .github/sluice.yml:2:3: it and the inputs say of web together: queries',
    isForRolling: true,
  },
  {
    of: 'many',
    change: { cluster: '' },
    files: { [servicesFile]: 'services:\n  web: { cluster: shop }\n  api: {}\n' },
    named: ['services-file'],
    said: 'is wrong at .github/sluice.yml:3:3: it names no cluster for api',
  },
  {
    of: 'many',
    change: {},
    files: { [servicesFile]: new Uint8Array([0x73, 0xff, 0xfe, 0x0a]) },
    named: ['services-file'],
    said: 'is not a text in UTF-8',
  },
  { of: 'many', change: {}, files: { [servicesFile]: null }, named: ['services-file'], said: 'cannot be read' },
];

/** A task definition, and what is said behind the name of its file. */
const definitions: readonly (readonly [text: string, said: string])[] = [
  ['', ':1:1: the file is empty'],
  ['[]', ':1:1: the file is empty'],
  ['7', ':1:1: is not an object'],
  ['{', ':1:'],
  ['{\n  "family": "web",\n}', ':2:18: the comma before } is one too many'],
  ['{\n  "family": "web"\n  "cpu": "256"\n}', ':3:3:'],
  ["{\n  'family': 'web'\n}", ':2:3:'],
  ['{\n  "family": "web\n}', ':2:13: this text has no closing quote on its line'],
  ['{}', ':1:1: has no family'],
  ['{"family": "web"}', ':1:1: has no containerDefinitions'],
  ['{"family": "web", "family": "api", "containerDefinitions": []}', ':1:19:'],
  ['{\n  "family": "web",\n  "cpu": 256,\n  "containerDefinitions": []\n}', ':3:3: cpu is the number 256'],
  ['{\n  "family": "web",\n  "containerDefinition": []\n}', ':3:3: containerDefinition is not a key that ECS knows'],
  ['{"family": "web",\n "containerDefinitions": {}}', ':2:2: containerDefinitions is an object'],
  ['{"family": "web",\n "containerDefinitions": [{}]}', ':2:27: containerDefinitions[0] has no name'],
  [
    '{"family": "web",\n "containerDefinitions": [{"name": "web", "imgae": "a"}]}',
    ':2:43: containerDefinitions[0].imgae is not a key that ECS knows here. Did you mean "image"?',
  ],
  [
    '{"family": "web",\n "containerDefinitions": [{"name": "web", "image": "a", "command": "npm start"}]}',
    ':2:57: containerDefinitions[0].command is a text, and ECS takes a list here',
  ],
  [
    '{"family": "web",\n "containerDefinitions": [{"name": "web", "image": "a", "essential": "true"}]}',
    ':2:57: containerDefinitions[0].essential is a text, and ECS takes true or false here',
  ],
  [
    '{"family": "web",\n "containerDefinitions": [{"name": "web", "image": "a"}, {"name": "web", "image": "b"}]}',
    'containerDefinitions[1].name is web, as another container is called',
  ],
  ['{"family": "web", "logConfiguration": {}, "containerDefinitions": []}', 'it belongs in an item of'],
  ['{"taskDefinition": 1}', ':1:2: taskDefinition is not an object'],
  ['[{}, {}]', ':1:6: a second task definition begins here'],
  ['{"family": "web", "containerDefinitions": [], "cpu": 99999999999999999999}', ':1:'],
  ['{"family": "web" /* no end', ':1:'],
];

const named =
  (input: string, file: string, of: BadCase['of'], change: BadCase['change']) =>
  ([text, said]: readonly [string, string]): BadCase => ({
    of,
    change,
    files: { [file]: text },
    named: [input],
    said: said.startsWith(':') ? `${file}${said}` : said,
  });

const badDefinitions: readonly BadCase[] = [
  ...definitions.map(
    named('task-definition', definitionFile, 'one', { 'task-definition': definitionFile, images: '' }),
  ),
  ...definitions.slice(-6).map(named('task-definition', definitionFile, 'many', {})),
  {
    of: 'one',
    change: { 'task-definition': 'ecs/web.yaml' },
    files: { 'ecs/web.yaml': 'family: web\ncontainerDefinitions:\n  - name: web\n    portMappings: 80\n' },
    named: ['task-definition'],
    said: 'ecs/web.yaml:4:5: containerDefinitions[0].portMappings is the number 80',
  },
  {
    of: 'one',
    change: { 'task-definition': definitionFile, placeholders: 'TAG=1' },
    files: {
      [definitionFile]: '{"family": "web",\n "containerDefinitions": [{"name": "web", "image": "web:${TGA}"}]}',
    },
    named: ['task-definition'],
    said: 'ecs/web.json:2:43: containerDefinitions[0].image holds the placeholder ${TGA}, for which no value is given',
  },
  {
    of: 'one',
    change: { 'task-definition': definitionFile, images: '' },
    files: { [definitionFile]: '{"family": "web", "containerDefinitions": [{"name": "web"}]}' },
    named: ['task-definition'],
    said: 'has a container web without an image',
  },
];

export const badCases: readonly BadCase[] = [
  ...inputsOfOne,
  ...inputsOfMany,
  ...filesAndInputs,
  ...files.map(named('services-file', servicesFile, 'many', {})),
  ...forRolling(badDefinitions),
];
