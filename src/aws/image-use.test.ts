import type { Service } from '@aws-sdk/client-ecs';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { compiledAppProgram } from '../local-cloud/app/compile-for-tests.js';
import type { RunningImage } from '../ports/ecr.js';
import { smallImage } from '../testing/small-images.js';
import { createEcrControl } from './ecr-control.js';
import { createEcrImageRepository } from './ecr-image-repository.js';
import { type EcrUnderTest, ecrUnderTest, pushTo } from './ecr-under-test.js';
import { createImageUse } from './image-use.js';
import { Pacer } from './paced.js';

let under: EcrUnderTest;
let uri: string;
const [old, next] = [smallImage(), smallImage({ layers: ['next'] })];

beforeAll(async () => {
  process.env.SLUICE_APP_PROGRAM = compiledAppProgram();
  under = await ecrUnderTest();
  await under.cloud.invoke('ecs', 'CreateCluster', { clusterName: 'shop' });
  const control = createEcrControl(under.settings);
  const settings = { setting: 'MUTABLE', exclusions: [] } as const;
  const encryption = { type: 'AES256' } as const;
  const created = await control.create('shop', { mutability: settings, isScannedOnPush: false, encryption, tags: {} });
  uri = created.uri;
  const images = createEcrImageRepository(under.settings, 'registry.test', 'shop');
  await pushTo(images, old, 'v1');
  await pushTo(images, next, 'v2');
}, 30_000);
afterAll(() => under.stop());

const ecs = (operation: string, request: Record<string, unknown>) => under.cloud.invoke('ecs', operation, request);
const network = { awsvpcConfiguration: { subnets: ['subnet-a'] } };

async function registered(family: string, image: string): Promise<void> {
  await ecs('RegisterTaskDefinition', {
    family,
    networkMode: 'awsvpc',
    requiresCompatibilities: ['FARGATE'],
    cpu: '256',
    memory: '512',
    containerDefinitions: [{ name: 'app', image, command: ['sh', '-c', 'exec sleep 60'] }],
  });
}
const serve = (serviceName: string, taskDefinition: string, desiredCount: number) =>
  ecs('CreateService', {
    cluster: 'shop',
    serviceName,
    taskDefinition,
    desiredCount,
    launchType: 'FARGATE',
    networkConfiguration: network,
  }) as Promise<{ service: Service }>;

async function webService(): Promise<Service> {
  const { services } = (await ecs('DescribeServices', { cluster: 'shop', services: ['web'] })) as {
    services: Service[];
  };
  return services[0] ?? {};
}

async function until(done: (running: readonly RunningImage[]) => boolean): Promise<readonly RunningImage[]> {
  const use = createImageUse({ region: under.cloud.region, pacer: new Pacer(under.settings.clock) });
  for (;;) {
    const running = await use.running(['shop']);
    if (done(running)) return running;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

test('all that services run and are told to run is in use, with the digest that its tasks know', async () => {
  await registered('web', `${uri}:v1`);
  await serve('web', 'web', 1);
  await registered('idle', 'ghcr.io/team/idle:1');
  for (let index = 0; index < 11; index++) await serve(`idle-${index}`, 'idle', 0);
  const first = await until((all) => all.some(({ service, digest }) => service === 'web' && digest !== undefined));
  const web = { image: `${uri}:v1`, digest: old.digest, cluster: 'shop', service: 'web', container: 'app' };
  expect(first).toContainEqual(web);
  expect(first.filter(({ service }) => service.startsWith('idle-'))).toHaveLength(11);
  expect(first).toContainEqual({
    image: 'ghcr.io/team/idle:1',
    digest: undefined,
    cluster: 'shop',
    service: 'idle-3',
    container: 'app',
  });
  while ((await webService()).deployments?.[0]?.rolloutState !== 'COMPLETED') {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  // A deployment under way needs what it takes away as well as what it brings.
  await registered('web', `${uri}:v9`);
  await ecs('UpdateService', { cluster: 'shop', service: 'web', taskDefinition: 'web' });
  expect(await until(() => true)).toEqual(
    expect.arrayContaining([web, { ...web, image: `${uri}:v9`, digest: undefined }]),
  );
}, 60_000);

test('a task of no service needs its image too, and a cluster that is not there is told', async () => {
  await registered('job', `${uri}@${next.digest}`);
  await ecs('RunTask', {
    cluster: 'shop',
    taskDefinition: 'job',
    launchType: 'FARGATE',
    networkConfiguration: network,
  });
  const all = await until((running) => running.some(({ service }) => service === 'family:job'));
  expect(all).toContainEqual(
    expect.objectContaining({ service: 'family:job', image: `${uri}@${next.digest}`, digest: next.digest }),
  );
  const use = createImageUse({ region: under.cloud.region, pacer: new Pacer(under.settings.clock) });
  await expect(use.running(['nowhere'])).rejects.toMatchObject({ problems: [{ value: 'nowhere' }] });
}, 60_000);
