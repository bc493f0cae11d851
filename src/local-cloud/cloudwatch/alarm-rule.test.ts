import { describe, expect, test } from '@jest/globals';
import type { AlarmState } from './alarm-evaluation.js';
import { AlarmRuleError, childrenOf, holds, parseAlarmRule } from './alarm-rule.js';

const states: Record<string, AlarmState> = {
  cpu: 'ALARM',
  disk: 'OK',
  net: 'INSUFFICIENT_DATA',
  'with space (and more)': 'ALARM',
  'arn:aws:cloudwatch:eu-central-1:123456789012:alarm:cpu': 'ALARM',
};
const stateOf = (name: string) => states[name];

describe('rules of composite alarms', () => {
  test.each([
    ['TRUE', true],
    ['FALSE', false],
    ['ALARM(cpu)', true],
    ['OK(cpu)', false],
    ['ALARM("cpu")', true],
    ['INSUFFICIENT_DATA(net)', true],
    ['ALARM(arn:aws:cloudwatch:eu-central-1:123456789012:alarm:cpu)', true],
    ['ALARM("with space (and more)")', true],
    ['ALARM(cpu) AND ALARM(disk)', false],
    ['ALARM(cpu) OR ALARM(disk)', true],
    ['ALARM(cpu) AND NOT ALARM(disk)', true],
    ['NOT (ALARM(cpu) OR ALARM(disk))', false],
    ['(ALARM(cpu) OR ALARM(disk)) AND OK(net)', false],
    ['FALSE AND FALSE OR TRUE', true],
    ['TRUE OR FALSE AND FALSE', true],
    ['NOT NOT TRUE', true],
    ['ALARM(gone) OR OK(gone) OR INSUFFICIENT_DATA(gone)', false],
    ['alarm(cpu) and not ok(cpu)', true],
  ])('%s is %s', (rule, expected) => {
    expect(holds(parseAlarmRule(rule), stateOf)).toBe(expected);
  });

  test('the children are the alarms that the rule names', () => {
    expect(childrenOf(parseAlarmRule('ALARM(a) AND (OK("b c") OR NOT ALARM(a)) AND TRUE'))).toEqual(
      new Set(['a', 'b c']),
    );
  });

  test.each(['', 'ALARM', 'ALARM()', 'ALARM(a', 'ALARM(a) ALARM(b)', 'MAYBE(a)', 'ALARM(a) AND', '(TRUE'])(
    '%p is refused',
    (rule) => {
      expect(() => parseAlarmRule(rule)).toThrow(AlarmRuleError);
    },
  );

  test('more than 100 alarms are refused', () => {
    const rule = Array.from({ length: 101 }, (_, i) => `ALARM(a${i})`).join(' OR ');
    expect(() => parseAlarmRule(rule)).toThrow('more than 100 alarms');
  });
});
