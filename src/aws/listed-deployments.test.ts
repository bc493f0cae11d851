import { beforeEach, describe, expect, test } from '@jest/globals';
import type { EcsLooks } from './ecs-looks.js';
import { listedDeployments } from './listed-deployments.js';
import type { Service, ServiceDeploymentBrief } from './sdk/ecs.js';

/** A service as ECS tells of it, with lists that may lag behind. */
let deployments: ServiceDeploymentBrief[];
let primary: { id: string; createdAt: Date };
let shown: ServiceDeploymentBrief[] | undefined;
let lists: number;
let looks: number;

const at = (seconds: number) => new Date(seconds * 1_000);
const listed = async () => {
  const known = listedDeployments(
    {
      serviceJustSeen: async () => ({ deployments: [{ status: 'PRIMARY', ...primary }] }) as Service,
      serviceDeployment: async (arn: string) => {
        looks += 1;
        return deployments.find(({ serviceDeploymentArn }) => serviceDeploymentArn === arn);
      },
    } as unknown as EcsLooks,
    async () => {
      lists += 1;
      return structuredClone(shown ?? deployments);
    },
  );
  for (const other of ['one', 'another']) await known.of(other);
  lists = 0;
  return known;
};
const deploy = (id: string, seconds: number) => {
  deployments.unshift({ serviceDeploymentArn: id, status: 'IN_PROGRESS', createdAt: at(seconds) });
  primary = { id: `ecs-svc/${id}`, createdAt: at(seconds) };
};
const statuses = async (known: Awaited<ReturnType<typeof listed>>) =>
  (await known.of('shop'))?.map(({ serviceDeploymentArn, status }) => `${serviceDeploymentArn} ${status}`);

beforeEach(() => {
  deployments = [];
  shown = undefined;
  lists = 0;
  looks = 0;
  deploy('a', 100);
});

describe('the service deployments of a service', () => {
  test('are listed once and then looked at, as long as the same one is on its way', async () => {
    const known = await listed();
    expect(await statuses(known)).toEqual(['a IN_PROGRESS']);
    Object.assign(deployments[0] ?? {}, { status: 'SUCCESSFUL' });
    expect(await statuses(known)).toEqual(['a SUCCESSFUL']);
    expect(await statuses(known)).toEqual(['a SUCCESSFUL']);
    expect([lists, looks]).toEqual([1, 1]);
  });

  test('are listed again when the service shows another deployment, by whomever', async () => {
    const known = await listed();
    await statuses(known);
    deploy('b', 200);
    expect(await statuses(known)).toEqual(['b IN_PROGRESS', 'a IN_PROGRESS']);
    expect(lists).toBe(2);
  });

  test('are listed again until the list has what the service shows, because lists may lag', async () => {
    const known = await listed();
    shown = structuredClone(deployments);
    deploy('b', 200);
    expect(await statuses(known)).toEqual(['a IN_PROGRESS']);
    expect(await statuses(known)).toEqual(['a IN_PROGRESS']);
    shown = undefined;
    expect(await statuses(known)).toEqual(['b IN_PROGRESS', 'a IN_PROGRESS']);
    expect(await statuses(known)).toEqual(['b IN_PROGRESS', 'a IN_PROGRESS']);
    expect(lists).toBe(3);
  });

  test('are listed now and then whatever the service shows, and when one cannot be looked at', async () => {
    const known = await listed();
    for (let look = 0; look < 23; look += 1) await statuses(known);
    expect(lists).toBe(3);
    deployments = [];
    shown = [];
    expect(await statuses(known)).toEqual([]);
    expect(lists).toBe(4);
  });

  test('of one or two services are simply listed', async () => {
    const known = await listed();
    for (let look = 0; look < 3; look += 1) await known.of('one');
    expect([lists, looks]).toEqual([3, 0]);
  });

  test('are listed anew after an update', async () => {
    const known = await listed();
    await statuses(known);
    known.forget('shop');
    await statuses(known);
    expect(lists).toBe(2);
  });
});
