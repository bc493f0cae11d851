import { describe, expect, test } from '@jest/globals';
import { newRollStory, type RollStory } from '../rolling/story.js';
import { rollSummary } from '../rolling/summary.js';
import { toldInSummary, troubleLines } from './told-in-summary.js';

const stopped: RollStory['stopped'][number] = {
  arn: 'arn:aws:ecs:eu-west-1:123456789012:task/wiki/1',
  taskDefinitionArn: 'arn:aws:ecs:eu-west-1:123456789012:task-definition/wiki:3',
  stopCode: 'EssentialContainerExited',
  stoppedReason: 'Essential container in task exited',
  stoppedAt: 2_000,
  containers: [{ name: 'app', exitCode: 3, reason: '', health: 'UNKNOWN' }],
} as never;

const summaryOf = (part: Partial<RollStory>): string =>
  rollSummary({
    cluster: 'wiki',
    service: 'wiki',
    region: 'eu-west-1',
    story: { ...newRollStory(0), ...part },
    result: { outcome: 'rolled-back', reason: 'bad', times: {}, serving: '', service: 'wiki' } as never,
    runUrl: '',
  });

test('as lines: every cause, the last three lines of the log, the last twelve events', () => {
  const events = Array.from({ length: 20 }, (_, i) => ({ at: `+00:${10 + i}`, text: `event ${i}` }));
  const lines = troubleLines({ causes: ['a', 'b'], log: { of: 'app', lines: ['1', '2', '3', '4'] }, events });
  expect(lines.map(({ text }) => text).slice(0, 7)).toEqual([
    'Tasks that stopped: a',
    'Tasks that stopped: b',
    'The last it wrote (app):',
    '  2',
    '  3',
    '  4',
    'What ECS said:',
  ]);
  expect(lines.slice(7).map(({ text }) => text)).toEqual(events.slice(8).map(({ at, text }) => `  ${at}  ${text}`));
});

describe('what a summary tells of a rollout', () => {
  test('why tasks stopped, the last lines and the events, as they were before they became Markdown', () => {
    const told = toldInSummary(
      summaryOf({
        begunAt: 1_000,
        stopped: [stopped],
        logs: [{ container: 'app', task: '1', lines: ['starting', 'a ```b``` | <c>'] }],
        events: [
          { at: 4_000, message: '(service wiki) a | <b>' },
          { at: 2_000, message: '(service wiki) has started 3 tasks' },
        ],
      }),
    );
    expect(told.causes).toEqual([
      expect.stringMatching(/^1 × Essential container in task exited \(app: exit code 3\)/),
    ]);
    expect(told.log).toEqual({ of: 'app', lines: ['starting', 'a ```b``` | <c>'] });
    expect(told.events).toEqual([
      { at: expect.stringMatching(/\S/), text: '(service wiki) has started 3 tasks' },
      { at: expect.stringMatching(/\S/), text: '(service wiki) a | <b>' },
    ]);
  });

  test('nothing where nothing went wrong', () => {
    expect(toldInSummary(summaryOf({}))).toEqual({ causes: [], log: undefined, events: [] });
    expect(troubleLines(toldInSummary(summaryOf({})))).toEqual([]);
  });
});
