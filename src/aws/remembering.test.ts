import { expect, test } from '@jest/globals';
import { remembering, rememberingRevisions } from './remembering.js';

test('the same question is asked once, another one by itself', async () => {
  const asked: string[] = [];
  const port = remembering({
    role: async (name: string) => {
      asked.push(name);
      return `role ${name}`;
    },
  });
  expect(await Promise.all([port.role('a'), port.role('a'), port.role('b')])).toEqual(['role a', 'role a', 'role b']);
  expect(await port.role('a')).toBe('role a');
  expect(asked).toEqual(['a', 'b']);
});

test('a question that went wrong is asked again', async () => {
  let times = 0;
  const port = remembering({
    role: async () => {
      times += 1;
      if (times === 1) throw new Error('throttled');
      return times;
    },
  });
  await expect(port.role()).rejects.toThrow('throttled');
  expect(await port.role()).toBe(2);
  expect(await port.role()).toBe(2);
});

test('a revision of a task definition is read once, a family each time', async () => {
  const asked: string[] = [];
  const port = rememberingRevisions({
    taskDefinition: async (arn: string) => {
      asked.push(arn);
      return { arn };
    },
    other: () => 'as it was',
  });
  for (const arn of ['shop:1', 'shop', 'shop:1', 'shop', 'shop:2'])
    expect(await port.taskDefinition(arn)).toEqual({ arn });
  expect(asked).toEqual(['shop:1', 'shop', 'shop', 'shop:2']);
  expect(port.other()).toBe('as it was');
});
