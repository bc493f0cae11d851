// biome-ignore-all lint/suspicious/noTemplateCurlyInString: this is how placeholders are written
import { describe, expect, test } from '@jest/globals';
import { InputError } from '../spec/input-error.js';
import { parseInputs } from '../spec/parse.js';
import { definitionRequestOf, taskDefinitionInputs, taskDefinitionRules } from '../spec/task-definition-inputs.js';
import type { TaskDefinition } from './task-definition.js';
import { definitionToDeploy } from './task-definition-source.js';

const arn = (revision: number, family = 'shop') =>
  `arn:aws:ecs:eu-west-1:123456789012:task-definition/${family}:${revision}`;
const live: TaskDefinition = {
  taskDefinitionArn: arn(7),
  revision: 7,
  family: 'shop',
  tags: [],
  containerDefinitions: [
    { name: 'app', image: 'shop:1', essential: true, cpu: 0, environment: [{ name: 'A', value: '1' }] },
  ],
};
const newer = { ...live, taskDefinitionArn: arn(9), containerDefinitions: [{ name: 'app', image: 'shop:9' }] };
const same = { ...live, taskDefinitionArn: arn(8) };

const spec = {
  name: 'x',
  title: '',
  description: '',
  branding: { icon: '', color: '' },
  inputs: taskDefinitionInputs,
  outputs: {},
  rules: taskDefinitionRules,
};

const files: Readonly<Record<string, string>> = {
  'same.json':
    '// as it runs\n{"family": "shop", "containerDefinitions": [{"name": "app", "image": "shop:1", "environment": [{"name": "A", "value": "1"}]}]}',
  'new.yaml': 'family: shop\ncontainerDefinitions:\n  - name: app\n    image: ${IMAGE}\n',
  'bare.json': '{"family": "shop", "containerDefinitions": [{"name": "app"}]}',
  'bad.json': '{\n  "family": "shop",\n  "cpu": 1,\n  "containerDefinitions": [{"name": "app", "imgae": "x"}]\n}',
};

/** What a workflow that gives these inputs deploys. */
function deploy(raw: Readonly<Record<string, string>>, environment: Readonly<Record<string, string>> = {}) {
  return definitionToDeploy(definitionRequestOf(parseInputs(spec, raw), environment), arn(7), {
    readFile: async (path) => files[path] ?? '',
    rollout: {
      taskDefinition: async (asked) =>
        ({ [arn(7)]: live, [arn(8)]: same, [arn(9)]: newer, shop: newer })[asked] as TaskDefinition,
    },
  });
}

const wrongs = (given: Promise<unknown>) =>
  given.then(
    () => [],
    (error: InputError) => {
      if (!(error instanceof InputError)) throw error;
      return error.problems.map(
        ({ input, value, wrong }) => `${input}${value === undefined ? '' : ` ${value}`}: ${wrong}`,
      );
    },
  );

describe('what is deployed', () => {
  test('is what runs, with the edits, registered without what ECS added', async () => {
    const found = await deploy({ images: 'app=shop:2', environment: 'B=x=y "z" ' });
    expect(found.deploy).toEqual({
      register: {
        family: 'shop',
        containerDefinitions: [
          {
            name: 'app',
            image: 'shop:2',
            essential: true,
            cpu: 0,
            environment: [
              { name: 'A', value: '1' },
              { name: 'B', value: 'x=y "z" ' },
            ],
          },
        ],
      },
    });
    expect(found.diff).toHaveLength(2);
    expect(found.isUnchanged).toBe(false);
  });

  test.each([
    ['nothing is given', {}],
    ['the edits say what is so', { images: 'app=shop:1', environment: 'A=1', 'remove-secrets': 'NONE' }],
    ['the file says what runs', { 'task-definition': 'same.json' }],
    ['the ARN is the one that runs', { 'task-definition': arn(7) }],
  ])('is what runs when %s', async (_why, raw) => {
    expect(await deploy(raw)).toMatchObject({ deploy: { arn: arn(7) }, diff: [], isUnchanged: true });
  });

  test('is an ARN as it is, also one that says the same as what runs', async () => {
    expect(await deploy({ 'task-definition': arn(9) })).toMatchObject({ deploy: { arn: arn(9) }, isUnchanged: false });
    expect(await deploy({ 'task-definition': arn(8) })).toMatchObject({ deploy: { arn: arn(8) }, isUnchanged: false });
  });

  test('is the newest of a family, registered anew only with edits', async () => {
    expect(await deploy({ 'task-definition-family': 'shop' })).toMatchObject({ deploy: { arn: arn(9) } });
    expect(await deploy({ 'task-definition-family': 'shop', cpu: '256' })).toMatchObject({
      deploy: { register: { cpu: '256' } },
    });
  });

  test('is a file, with its placeholders from the input and from the environment', async () => {
    const register = { family: 'shop', containerDefinitions: [{ name: 'app', image: 'shop:5' }] };
    expect((await deploy({ 'task-definition': 'new.yaml', placeholders: 'IMAGE=shop:5' })).deploy).toEqual({
      register,
    });
    const fromStep = await deploy({ 'task-definition': 'new.yaml', placeholders: 'IMAGE' }, { IMAGE: 'shop:5' });
    expect(fromStep.deploy).toEqual({ register });
    const asItIs = await deploy({ 'task-definition': 'new.yaml' });
    expect(asItIs.definition.containerDefinitions?.[0]?.image).toBe('${IMAGE}');
  });

  test('may get its image from the input alone, and has none without', async () => {
    expect(await deploy({ 'task-definition': 'bare.json', images: 'app=shop:3' })).toMatchObject({
      deploy: { register: { containerDefinitions: [{ name: 'app', image: 'shop:3' }] } },
    });
    expect(await wrongs(deploy({ 'task-definition': 'bare.json' }))).toEqual([
      'task-definition bare.json: has a container app without an image',
    ]);
  });
});

describe('what cannot be deployed', () => {
  test('is told by the input that named it: a family that is not there by that of the family', async () => {
    const missing = async (asked: string) => {
      if (asked === arn(7)) return live;
      throw new InputError([{ input: 'task-definition', value: asked, wrong: 'does not exist' }]);
    };
    const of = (raw: Readonly<Record<string, string>>) =>
      wrongs(
        definitionToDeploy(definitionRequestOf(parseInputs(spec, raw), {}), arn(7), {
          readFile: async () => '',
          rollout: { taskDefinition: missing },
        }),
      );
    expect(await of({ 'task-definition-family': 'none' })).toEqual(['task-definition-family none: does not exist']);
    expect(await of({ 'task-definition': arn(99) })).toEqual([`task-definition ${arn(99)}: does not exist`]);
  });

  test('is told with every problem of the file, line and column', async () => {
    expect(await wrongs(deploy({ 'task-definition': 'bad.json' }))).toEqual([
      'task-definition: is wrong at bad.json:3:3: cpu is the number 1, and ECS takes a text here: write it in quotes, "1"',
      'task-definition: is wrong at bad.json:4:44: containerDefinitions[0].imgae is not a key that ECS knows here',
    ]);
  });

  test('is told by the input whose edit does not fit', async () => {
    expect(await wrongs(deploy({ images: 'web=x:1', 'remove-environment': 'web:A' }))).toEqual([
      'images web: names a container that the task definition does not have (it has app)',
      expect.stringMatching(/^remove-environment web: names a container/),
    ]);
  });
});
