import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Cloud } from '../cloud.js';

let cloud: Cloud;

beforeAll(async () => {
  cloud = await Cloud.start();
});

afterAll(() => cloud.stop());

async function ask(path: string, body?: unknown): Promise<{ status: number; answer: Record<string, unknown> }> {
  const init = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
  const response = await fetch(`${cloud.endpoint}/_sluice/${path}`, init);
  return { status: response.status, answer: (await response.json()) as Record<string, unknown> };
}

describe('the admin API', () => {
  test.each(['elb/addresses', 'elb/counts', 'cloudwatch/history'])(
    '%s only looks: GET answers what POST does',
    async (path) => {
      const got = await ask(path);
      expect(got.status).toBe(200);
      expect(Object.keys(got.answer)).toEqual(Object.keys((await ask(path, {})).answer));
    },
  );

  test.each(['elb/reset-counts', 'cloudwatch/drop', 'throttle', 'nonsense', 'elb/nonsense', 'elb'])(
    'GET of %s, which is a deed or nothing, is 404',
    async (path) => {
      expect((await ask(path)).status).toBe(404);
    },
  );

  test.each([
    ['cloudwatch/drop', { namespace: 5 }, 'namespace must be a string'],
    ['cloudwatch/drop', { seconds: -1 }, 'seconds must be a number above 0'],
    ['cloudwatch/drop', { second: 3 }, 'unknown: second. Accepted: namespace, seconds'],
    ['cloudwatch/history', { alarms: 'x' }, 'unknown: alarms'],
    ['elb/counts', { since: 'noon' }, 'since is cloud time in epoch milliseconds'],
    ['elb/counts', { bucketSeconds: 0 }, 'bucketSeconds is 1 or more'],
    ['elb/counts', { sinse: 1 }, 'unknown: sinse'],
    ['elb/counts', { listenerArn: 'web' }, "'web' is not a valid listener ARN"],
    ['elb/set-weights', { weights: {} }, 'name a ruleArn or a listenerArn'],
    ['ecs/app', { errorShar: 1 }, 'unknown: errorShar'],
  ])('%s %j is 400: what is not understood is never ignored', async (path, body, reason) => {
    const { status, answer } = await ask(path, body);
    expect(status).toBe(400);
    expect(answer.error).toContain(reason);
  });
});
