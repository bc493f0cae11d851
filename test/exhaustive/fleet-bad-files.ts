// biome-ignore-all lint/suspicious/noTemplateCurlyInString: this is how placeholders are written
import { type BadCase, definitionFile, forRolling, servicesFile } from './fleet-bad-inputs.js';

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

export const badFiles: readonly BadCase[] = [
  ...filesAndInputs,
  ...files.map(named('services-file', servicesFile, 'many', {})),
  ...forRolling(badDefinitions),
];
