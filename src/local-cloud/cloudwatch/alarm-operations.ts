import type {
  DeleteAlarmsInput,
  ListTagsForResourceInput,
  PutCompositeAlarmInput,
  PutMetricAlarmInput,
  SetAlarmStateInput,
  TagResourceInput,
  UntagResourceInput,
} from '@aws-sdk/client-cloudwatch';
import { AwsError, type Operation } from '../contract.js';
import { defineMetricAlarm } from './alarm-definition.js';
import type { AlarmState } from './alarm-evaluation.js';
import { AlarmRuleError, childrenOf, parseAlarmRule } from './alarm-rule.js';
import type { AlarmRecord, Alarms } from './alarms.js';
import { describeAlarmHistory, describeAlarms, describeAlarmsForMetric } from './describe-alarms.js';

const states: readonly string[] = ['INSUFFICIENT_DATA', 'ALARM', 'OK'];

/** The operations on alarms and their tags. */
export function alarmOperations(alarms: Alarms, now: () => number): Readonly<Record<string, Operation>> {
  const tagged = (arn: string): AlarmRecord => {
    const alarm = alarms.get(arn);
    if (alarm !== undefined && alarm.arn === arn) return alarm;
    throw new AwsError('ResourceNotFoundException', `Resource ${arn} does not exist.`, {
      status: 404,
      fields: { ResourceType: 'Alarm', ResourceId: arn },
    });
  };

  return {
    PutMetricAlarm: (input: PutMetricAlarmInput) => {
      checkName(input.AlarmName as string);
      const definition = defineMetricAlarm(input);
      if (alarms.get(input.AlarmName as string)?.type === 'CompositeAlarm') {
        throw new AwsError('ValidationError', `Alarm ${input.AlarmName} is a composite alarm.`);
      }
      alarms.putMetric(input, definition, now());
    },

    PutCompositeAlarm: (input: PutCompositeAlarmInput) => {
      checkName(input.AlarmName as string);
      const rule = readRule(input.AlarmRule as string);
      if (alarms.get(input.AlarmName as string)?.type === 'MetricAlarm') {
        throw new AwsError('ValidationError', `Alarm ${input.AlarmName} is a metric alarm.`);
      }
      const unknown = [...childrenOf(rule)].filter((name) => alarms.get(name) === undefined);
      if (unknown.length > 0) {
        throw new AwsError(
          'ValidationError',
          `Could not save the composite alarm as alarms [${unknown.join(', ')}] in the alarm rule do not exist`,
        );
      }
      alarms.putComposite(input, rule, now());
    },

    DescribeAlarms: (input) => describeAlarms(alarms, input),
    DescribeAlarmsForMetric: (input) => describeAlarmsForMetric(alarms, input),
    DescribeAlarmHistory: (input) => describeAlarmHistory(alarms, input),

    SetAlarmState: (input: SetAlarmStateInput) => {
      if (!states.includes(input.StateValue as string)) {
        throw new AwsError(
          'ValidationError',
          `1 validation error detected: Value '${input.StateValue}' at 'stateValue' failed to satisfy constraint: Member must satisfy enum value set: [${states.join(', ')}]`,
        );
      }
      const alarm = alarms.get(input.AlarmName as string);
      // AWS answers this one without a message.
      if (alarm === undefined) throw new AwsError('ResourceNotFound', '', { status: 404 });
      if (input.StateReasonData !== undefined && !isJson(input.StateReasonData)) {
        throw new AwsError('InvalidFormatFault', 'StateReasonData is not valid JSON.');
      }
      alarms.set(alarm, input.StateValue as AlarmState, input.StateReason as string, input.StateReasonData, now());
    },

    DeleteAlarms: (input: DeleteAlarmsInput) => {
      const names = input.AlarmNames ?? [];
      if (names.length > 100) {
        throw new AwsError('ValidationError', 'The collection AlarmNames must not have a size greater than 100.');
      }
      // "If you specify any incorrect alarm names, the alarms you specify with correct names are still deleted."
      const found = [...new Set(names)].flatMap((name) => alarms.get(name) ?? []);
      if (found.filter(({ type }) => type === 'CompositeAlarm').length > 1) {
        throw new AwsError('ValidationError', 'A request may delete no more than one composite alarm.');
      }
      for (const alarm of found) {
        const parents = alarms.parentsOf(alarm).filter((parent) => !found.includes(parent));
        if (parents.length > 0) {
          throw new AwsError(
            'ValidationError',
            `Cannot delete ${alarm.name} as there are composite alarm(s) depending on it: [${parents.map(({ name }) => name).join(', ')}]`,
          );
        }
      }
      for (const alarm of found) alarms.delete(alarm, now());
    },

    EnableAlarmActions: (input: { AlarmNames: string[] }) => setActions(alarms, input.AlarmNames, true),
    DisableAlarmActions: (input: { AlarmNames: string[] }) => setActions(alarms, input.AlarmNames, false),

    ListTagsForResource: (input: ListTagsForResourceInput) => ({
      Tags: [...tagged(input.ResourceARN as string).tags].map(([Key, Value]) => ({ Key, Value })),
    }),
    TagResource: (input: TagResourceInput) => {
      const { tags } = tagged(input.ResourceARN as string);
      for (const { Key, Value } of input.Tags ?? []) tags.set(Key as string, Value as string);
    },
    UntagResource: (input: UntagResourceInput) => {
      const { tags } = tagged(input.ResourceARN as string);
      for (const key of input.TagKeys ?? []) tags.delete(key);
    },
  };
}

function setActions(alarms: Alarms, names: readonly string[], enabled: boolean): void {
  for (const name of names) {
    const alarm = alarms.get(name);
    if (alarm !== undefined) alarm.actionsEnabled = enabled;
  }
}

function checkName(name: string): void {
  if (name.length >= 1 && name.length <= 255) return;
  throw new AwsError(
    'ValidationError',
    `1 validation error detected: Value '${name}' at 'alarmName' failed to satisfy constraint: Member must have length ${name.length < 1 ? 'greater than or equal to 1' : 'less than or equal to 255'}`,
  );
}

function readRule(text: string) {
  try {
    return parseAlarmRule(text);
  } catch (error) {
    if (error instanceof AlarmRuleError) throw new AwsError('ValidationError', `Invalid AlarmRule: ${error.message}`);
    throw error;
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
