import { describe, expect, test } from '@jest/globals';
import { roundTrip } from './lossless.js';
import type { TaskDefinition } from './task-definition.js';

const sent: TaskDefinition = {
  family: 'shop',
  cpu: '1 vCPU',
  containerDefinitions: [
    { name: 'app', image: 'x', command: [], user: '', portMappings: [{ containerPort: 80 }], stopTimeout: 5 },
  ],
};
const container = sent.containerDefinitions?.[0] ?? {};
const described = (more: object = {}, without: readonly string[] = []): TaskDefinition => {
  const members = Object.entries({ ...container, essential: true, cpu: 0, links: [], ...more });
  const kept = Object.fromEntries(members.filter(([key]) => !without.includes(key)));
  return { ...sent, cpu: '1024', revision: 3, volumes: [], containerDefinitions: [kept] };
};

describe('a round trip', () => {
  test('that brings back what was sent, and what ECS fills in, lost and invented nothing', () => {
    const filledIn = described({ portMappings: [{ containerPort: 80, hostPort: 0, protocol: 'tcp' }] });
    expect(roundTrip(sent, filledIn)).toEqual({ lost: [], invented: [] });
  });

  test.each([
    ['command', 'containerDefinitions[0].command did not come back'],
    ['user', 'containerDefinitions[0].user did not come back'],
    ['stopTimeout', 'containerDefinitions[0].stopTimeout did not come back'],
  ])('that loses %s says so, empty or not', (key, words) => {
    expect(roundTrip(sent, described({}, [key])).lost).toEqual([{ path: ['containerDefinitions', 0, key], words }]);
  });

  test('that changes a value or the length of a list says so', () => {
    expect(roundTrip(sent, described({ stopTimeout: 6 })).lost[0]?.words).toBe(
      'containerDefinitions[0].stopTimeout came back as something else',
    );
    expect(roundTrip(sent, described({ portMappings: [] })).lost[0]?.path).toEqual([
      'containerDefinitions',
      0,
      'portMappings',
    ]);
    expect(roundTrip(sent, { ...described(), cpu: '512' }).lost[0]?.words).toBe('cpu came back as something else');
  });

  test('that brings back more than was sent says so', () => {
    expect(roundTrip(sent, described({ privileged: true })).invented).toEqual(['container app: privileged']);
    expect(roundTrip(sent, described({ portMappings: [{ containerPort: 80, name: 'a' }] })).invented).toHaveLength(1);
  });
});
