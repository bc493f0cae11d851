import { describe, expect, test } from '@jest/globals';
import { parseInputs } from '../../spec/parse.js';
import { FakeWorld } from '../../testing/fake-world.js';
import { run } from './run.js';
import { spec } from './spec.js';

const image = `123456789012.dkr.ecr.eu-central-1.amazonaws.com/shop@sha256:${'a'.repeat(64)}`;

/** Deploys this file, by a dry run unless told. */
async function deploy(text: string, more: Readonly<Record<string, string>> = {}) {
  const fake = new FakeWorld();
  const inputs = parseInputs(spec, {
    cluster: 'shop',
    services: 'shop-blue\nshop-green',
    'listener-rule-arn':
      'arn:aws:elasticloadbalancing:eu-central-1:123456789012:listener-rule/app/shop/3333333333333333/4444444444444444/5555555555555555',
    images: `app=${image}`,
    'task-definition': 'deploy/taskdef.yaml',
    region: 'eu-central-1',
    steps: '100%@1m',
    ...more,
  });
  const result = await run(inputs, { ...fake.world, readFile: async () => text });
  return { fake, result };
}

describe('a task definition file', () => {
  test('may be YAML with comments; it is registered as it is written, with the images put in', async () => {
    const { fake, result } = await deploy(
      'family: shop # the one\ncontainerDefinitions:\n  - name: app\n    command: []\n    environment: [{name: A, value: ""}]\n',
    );
    expect(result.outcome).toBe('promoted');
    expect(fake.definitions.at(-1)).toEqual({
      family: 'shop',
      containerDefinitions: [{ name: 'app', image, command: [], environment: [{ name: 'A', value: '' }] }],
    });
  });

  test('that is wrong refuses the deployment with every problem at its place, and nothing is touched', async () => {
    const { fake, result } = await deploy('family: shop\ncpu: 256\ncontainerDefinitions:\n  - {name: app, imgae: x}\n');
    expect(result.outcome).toBe('refused');
    expect(fake.lines.join('\n') + result.reason).toMatch(/deploy\/taskdef\.yaml:2:1: cpu is the number 256/);
    expect(fake.lines.join('\n') + result.reason).toMatch(
      /deploy\/taskdef\.yaml:4:17: .*imgae.* here\. Did you mean "image"\?/,
    );
    expect(fake.definitions).toHaveLength(1);
    expect(fake.written).toEqual([]);
  });

  test('may have a key that nobody here knows where that is asked for; it is registered and told', async () => {
    const text = '{"family": "shop", "containerDefinitions": [{"name": "app", "restartWindow": {"seconds": 5}}]}';
    const { fake, result } = await deploy(text, { 'pass-unknown': 'restartWindow' });
    expect(result.outcome).toBe('promoted');
    expect(fake.definitions.at(-1)?.containerDefinitions?.[0]).toMatchObject({ restartWindow: { seconds: 5 } });
    expect(fake.markdown).toContain(
      'containerDefinitions[0].restartWindow is not known here and is sent as it is (pass-unknown)',
    );
  });
});
