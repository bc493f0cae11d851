import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ActionStep, type PhaseResult } from '../../src/testing/runner.js';
import { type Stage, stage } from './stage.js';
import { digest, type TwoSides, twoSides, versionOf } from './two-sides.js';

/**
 * What the actions really call, each way that they can go, as the cloud has it in its log: against the policy both ways.
 * That every call in the sources is in the policy is another test's business (test/documents/iam.test.ts).
 */
const policy = JSON.parse(
  readFileSync(join(resolve(import.meta.dirname, '../..'), 'docs/iam/ecs-blue-green.json'), 'utf8'),
);
const granted = (policy.Statement as { Action: string | string[] }[]).flatMap(({ Action }) => Action);
/** AWS asks for these on behalf of RegisterTaskDefinition: nobody calls them. */
const uncalled = ['ecs:TagResource', 'iam:PassRole'];

/** How the cloud names a service, where IAM has another name for it. */
const prefixes: Readonly<Record<string, string>> = {
  elb: 'elasticloadbalancing',
  autoscaling: 'application-autoscaling',
};
const quick = { steps: '50%@20s, 100%@10s', settle: '5s', drain: '10s', 'unknown-limit': '10m', 'keep-old': '0s' };

interface Call {
  readonly number: number;
  readonly operation: string;
  readonly accessKeyId?: string;
  readonly input?: { readonly Name?: string; readonly Path?: string };
}

let on: Stage;
let byListener: TwoSides;
beforeAll(async () => {
  [on, byListener] = await Promise.all([
    stage({ speed: 120 }),
    twoSides({ speed: 120, byDefaultAction: true, tasks: 1 }),
  ]);
}, 60_000);
afterAll(async () => {
  await on.stop();
  await byListener.stop();
});

const counted = new Map<TwoSides, number>();

/** What the actions called there since it was asked last; the tests themselves have another key. */
async function callsOf(sides: TwoSides): Promise<Call[]> {
  const response = await fetch(`${sides.cloud.endpoint}/_sluice/requests?after=${counted.get(sides) ?? 0}`);
  const all = (await response.json()) as Call[];
  counted.set(sides, all.at(-1)?.number ?? counted.get(sides) ?? 0);
  return all.filter(({ accessKeyId }) => accessKeyId === sides.cloud.env.AWS_ACCESS_KEY_ID);
}

const actionsOf = (calls: readonly Call[]): string[] =>
  [
    ...new Set(
      calls.map(({ operation }) => {
        const [service = '', name = ''] = operation.split(':');
        return `${prefixes[service] ?? service}:${name}`;
      }),
    ),
  ].sort();

async function deploy(inputs: Record<string, string> = {}): Promise<PhaseResult> {
  await using step = await on.deploy({ ...quick, ...inputs });
  const main = await step.runMain();
  await step.runPost();
  return main;
}

async function act(action: 'recover' | 'rollback', inputs: Record<string, string>): Promise<PhaseResult> {
  await using step = await ActionStep.prepare({ action, environment: { ...on.sides.cloud.env }, inputs });
  return await step.runMain();
}

test('promoted, crashed, refused by a probe, killed and recovered, taken back by hand: all calls are granted, and all that is granted is called', async () => {
  const { sides } = on;
  await callsOf(sides);

  expect((await deploy()).outputs.outcome).toBe('promoted');
  await sides.cloud.admin('ecs/app', { version: versionOf(digest(3)), crashAfterMs: 1_000 });
  const image = `app=123456789012.dkr.ecr.eu-west-1.amazonaws.com/shop@${digest(3)}`;
  expect((await deploy({ images: image })).summary).toContain('Last lines of app in task');
  // The name of the load balancer leads nowhere here.
  const probed = await deploy({ probe: '/products', 'probe-headers': 'X-Test: green', 'unknown-limit': '10s' });
  expect(probed.outputs.outcome).toBe('rolled-back');

  let reached = (): void => {};
  const split = new Promise<void>((done) => {
    reached = done;
  });
  await using lost = await on.deploy(
    { ...quick, steps: '50%@10m, 100%@10s' },
    { onLine: (line) => (/50 % observed/.test(line) ? reached() : undefined) },
  );
  const running = await lost.main();
  await Promise.race([split, running.ended]);
  await running.kill();
  const ofDeployments = await callsOf(sides);

  expect((await act('recover', { 'when-locked': 'take' })).outputs.outcome).toBe('recovered');
  const back = await act('rollback', {
    cluster: 'shop',
    services: 'shop-blue\nshop-green',
    'listener-rule-arn': sides.ruleArn,
    drain: '10s',
  });
  expect(back.outputs).toMatchObject({ outcome: 'rolled-back', 'active-service': 'shop-blue' });
  const ofOthers = await callsOf(sides);

  await callsOf(byListener);
  await using shifted = await byListener.step(quick);
  expect((await shifted.runMain()).outputs.outcome).toBe('promoted');
  const ofListener = await callsOf(byListener);

  const all = [...ofDeployments, ...ofOthers, ...ofListener];
  expect(actionsOf(all)).toEqual(granted.filter((action) => !uncalled.includes(action)).sort());
  expect(granted).toEqual(expect.arrayContaining(uncalled));
  // Where a right is kept to names, the calls keep to them too.
  const parameters = all.flatMap(({ operation, input }) =>
    operation.startsWith('ssm:') ? (input?.Name ?? input?.Path ?? '?') : [],
  );
  expect(parameters.filter((name) => !/^\/sluice(\/|$)/.test(name))).toEqual([]);
  // docs/iam/ecs-blue-green.md: what a role for these two alone can do without.
  expect(actionsOf(ofOthers).filter((action) => /^(cloudwatch|logs):|TaskDefinition$/.test(action))).toEqual([]);
}, 120_000);
