import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { parseInputs } from '../../spec/parse.js';
import { spec } from './spec.js';

const actions = resolve(import.meta.dirname, '../../../actions');

describe('the README of ecs-blue-green', () => {
  test('has an example whose inputs the action takes', async () => {
    const readme = await readFile(resolve(actions, 'ecs-blue-green/README.md'), 'utf8');
    const examples = [...readme.matchAll(/^```yaml\n([\s\S]*?)^```$/gm)].map(
      ([, text]) => parse(text ?? '') as Example,
    );
    const steps = examples.flatMap(({ steps = [] }) => steps).filter(({ uses }) => uses?.includes('/ecs-blue-green@'));
    expect(steps.length).toBeGreaterThan(0);
    for (const step of steps) {
      const inputs = parseInputs(spec, { region: 'eu-central-1', ...step.with });
      expect(inputs).toMatchObject({ cluster: 'shop', services: ['shop-blue', 'shop-green'], keepOld: 600_000 });
    }
  });
});

describe('the inputs of ecs-blue-green', () => {
  const good = {
    cluster: 'shop',
    services: 'a\nb',
    'listener-arn':
      'arn:aws:elasticloadbalancing:eu-central-1:123456789012:listener/app/shop/50dc6c495c0c9188/f2f7dc8efc522ab2',
    'task-definition': 'task-definition.json',
    region: 'eu-central-1',
  };

  test('have the default steps 10 % for 5 minutes, 50 % for 10, 100 % for 15', () => {
    expect(parseInputs(spec, good).steps).toEqual([
      { weight: 10, bakeMs: 300_000 },
      { weight: 50, bakeMs: 600_000 },
      { weight: 100, bakeMs: 900_000 },
    ]);
  });

  test.each([
    ['a probe by path with a header', { probe: '/health', 'probe-headers': 'X-Test: green' }],
    ['a probe by URL without one', { probe: 'https://test.example.com/health', 'probe-body': 'ok' }],
    ['an old side that stays', { 'keep-old': 'forever' }],
    ['images by digest on top of a task definition', { images: `web=shop@sha256:${'0'.repeat(64)}` }],
    ['a registry with a port', { images: `web=localhost:5000/team/shop@sha256:${'0'.repeat(64)}` }],
    ['an image by tag and digest', { images: `web=shop:1.2.3@sha256:${'0'.repeat(64)}` }],
    ['a cluster by ARN', { cluster: 'arn:aws:ecs:eu-central-1:123456789012:cluster/shop' }],
    [
      'a Region of the government partition',
      {
        region: 'us-gov-west-1',
        'listener-arn':
          'arn:aws-us-gov:elasticloadbalancing:us-gov-west-1:123456789012:listener/app/shop/50dc6c495c0c9188/f2f7dc8efc522ab2',
      },
    ],
    ['a shift of seconds', { steps: '100%@1s', timeout: '2s' }],
  ])('take %s', (_, change) => {
    expect(() => parseInputs(spec, { ...good, ...change })).not.toThrow();
  });
});

interface Example {
  readonly steps?: readonly { readonly uses?: string; readonly with?: Readonly<Record<string, string>> }[];
}
